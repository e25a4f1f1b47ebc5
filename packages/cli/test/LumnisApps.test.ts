import { createHmac } from "node:crypto"
import { chmodSync, readFileSync, writeFileSync } from "node:fs"
import { delimiter, join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
/** Nobody ever comes back from its browsers. */
let slow: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
  slow = await startEmulator({ pace: 1_000_000 })
})
afterAll(() => Promise.all([emulator.stop(), slow.stop()]))
afterEach(() => {
  emulator.reset()
  slow.reset()
})

const who = ["--user", "ada@example.com"]

const apps = (setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
  TestIo.run(
    { ...setup, env: { ...TestIo.lumnisAt(emulator.urls.lumnis), ...setup.env } },
    "lumnis",
    "integrations",
    ...argv
  )

const link = /^https:\/\/connect\.lumnis\.example\/gmail\?state=\S+\n$/

describe("lumnis integrations connect", () => {
  it("prints the address and nothing else, and ends when the app is connected", async () => {
    const result = await apps({}, "connect", "gmail", ...who)
    expect(result).toMatchObject({ code: 0, stdout: expect.stringMatching(link) })
    expect(result.stderr).toBe("open this address to connect GMAIL:\nGMAIL is connected\n")
    const status = await apps({}, "get-connection-status", "ada@example.com", "gmail")
    expect(JSON.parse(status.stdout)).toMatchObject({ app_name: "GMAIL", status: "active" })
  })

  it("with --json each step is a line", async () => {
    const result = await apps({}, "connect", "gmail", "--json", ...who)
    const steps = result.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(steps).toMatchObject([
      { type: "started", status: "pending", redirect_url: expect.stringContaining("https://") },
      { type: "connected", connection: { app_name: "GMAIL", status: "active" } }
    ])
    expect(result.stderr).toBe("")
  })

  it("an app that is not enabled is refused with the option that enables it", async () => {
    await apps({}, "set-app-enabled", "gmail", "--no-enabled")
    const rejected = await apps({}, "connect", "gmail", ...who)
    expect(rejected).toMatchObject({ code: 1, stdout: "" })
    expect(rejected.stderr).toContain("GMAIL is not enabled for this tenant\n")
    expect(rejected.stderr).toContain("Add --enable")
    expect((await apps({}, "connect", "gmail", "--enable", ...who)).code).toBe(0)
  })

  it("a connection that fails is exit 1 with the reason, in words of a command line", async () => {
    const failed = await apps({}, "connect", "gmail", "--integration-id", "[failed]", ...who)
    expect(failed).toMatchObject({ code: 1, stdout: expect.stringMatching(link) })
    expect(failed.stderr).toContain("the connection to GMAIL failed: The user declined.\n")
    expect(failed.stderr).toContain("trilum lumnis integrations connect GMAIL")
    expect(failed.stderr).not.toContain("integrations.connect")
  })

  it("the address is in no error and no log, whatever becomes of the connection", async () => {
    for (const how of ["[failed]", "[expired]"]) {
      for (const more of [[], ["--json"], ["--debug"]]) {
        const result = await apps({}, "connect", "gmail", "--integration-id", how, ...more, ...who)
        expect(result.code).toBe(1)
        expect(result.stderr).not.toContain("state=")
        expect(result.stderr).not.toContain("connect.lumnis.example")
      }
    }
  })

  it("--no-wait ends with the address; wait goes on, until its deadline or Ctrl-C", async () => {
    const env = TestIo.lumnisAt(slow.urls.lumnis)
    const begun = await apps({ env }, "connect", "gmail", "--no-wait", ...who)
    expect(begun).toMatchObject({ code: 0, stdout: expect.stringMatching(link) })
    const late = await apps({ env }, "wait", "gmail", "--deadline", "1s", ...who)
    expect(late).toMatchObject({ code: 7, stdout: "" })
    expect(late.stderr).toContain("the connection to GMAIL is not finished after 1s (status pending)\n")
    expect(late.stderr).toContain("trilum lumnis integrations wait GMAIL")

    const io = TestIo.make({ env })
    const running = TestIo.runWith(io, "lumnis", "integrations", "connect", "gmail", ...who)
    await io.said("open this address")
    await vi.waitFor(() =>
      expect(slow.requests().filter(({ operation }) => operation === "getConnectionStatus")).toHaveLength(2)
    )
    io.send("SIGINT")
    const result = await running
    expect(result.code).toBe(130)
    expect(result.stderr).toContain("to wait again: trilum lumnis integrations wait GMAIL --user ada@example.com")
    expect(io.listening()).toBe(0)
  })

  it("--open gives the address to the browser, as one argument and through no shell", async () => {
    const cwd = TestIo.directory()
    const seen = join(cwd, "seen")
    for (const name of ["xdg-open", "open"]) {
      writeFileSync(
        join(cwd, name),
        `#!/bin/sh\nprintf '%s|' "$#" "$@" > '${seen}.part'\nmv '${seen}.part' '${seen}'\n`
      )
      chmodSync(join(cwd, name), 0o755)
    }
    const env = { PATH: `${cwd}${delimiter}${process.env["PATH"]}` }
    const result = await apps({ cwd, env }, "connect", "gmail", "--open", ...who)
    expect(result.code).toBe(0)
    await vi.waitFor(() => expect(readFileSync(seen, "utf8")).toBe(`1|${result.stdout.trimEnd()}|`))
    const without = await apps({ env: { PATH: cwd.concat("-none") } }, "connect", "gmail", "--open", ...who)
    expect(without).toMatchObject({ code: 0, stderr: expect.stringContaining("no browser could be opened") })
  })

  it("is refused before anything is sent without an app or a user", async () => {
    const wrong: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
      [["connect", ...who], "missing <app>"],
      [["connect", " ", ...who], "the app is empty"],
      [["connect", "gmail"], "--user"],
      [["connect", "gmail", "--no-wait", "--deadline", "5s", ...who], "--deadline is for waiting"],
      [["wait", "gmail", "--deadline", "soon", ...who], "not a duration"]
    ]
    for (const [argv, message] of wrong) {
      const result = await apps({}, ...argv)
      expect(result, argv.join(" ")).toMatchObject({ code: 2, stdout: "" })
      expect(result.stderr).toContain(message)
    }
    expect(emulator.requests()).toEqual([])
  })
})

describe("lumnis webhooks verify", () => {
  const secret = "whsec_canary_4d3c2b1a"
  const body = JSON.stringify({
    event: "connection.accepted",
    timestamp: "2025-09-14T19:24:28Z",
    data: {
      prospect_external_id: "p1",
      conversation_id: "c1",
      project_id: "x",
      accepted_at: "2025-09-14T19:24:27Z",
      some_new: 1
    }
  })
  const signature = createHmac("sha256", secret).update(body).digest("hex")
  const verify = (setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
    TestIo.run(setup, "lumnis", "webhooks", "verify", ...argv)
  const folder = (): string => {
    const cwd = TestIo.directory()
    writeFileSync(join(cwd, "body.json"), body)
    writeFileSync(join(cwd, "secret"), `${secret}\n`)
    return cwd
  }

  it("reads an event that is signed, from a file or a pipe, without a key", async () => {
    const cwd = folder()
    const words = ["--signature", signature, "--secret-file", "secret"]
    for (const result of [
      await verify({ cwd }, "body.json", ...words),
      await verify({ cwd, stdin: body }, ...words),
      await verify({ cwd, stdin: secret }, "body.json", "--signature", signature, "--secret-file", "-"),
      await verify({ cwd, stdinTTY: true, secret }, "body.json", "--signature", signature)
    ]) {
      expect(result).toMatchObject({ code: 0, stderr: "" })
      expect(JSON.parse(result.stdout)).toMatchObject({
        event: "connection.accepted",
        data: { prospectExternalId: "p1" }
      })
    }
  })

  it("refuses another body, another secret and a replay, and shows no secret", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "other.json"), `${body}\n`)
    const words = ["--signature", signature, "--secret-file", "secret"]
    for (const result of [
      await verify({ cwd }, "other.json", ...words),
      await verify({ cwd, stdin: "another" }, "body.json", "--signature", signature, "--secret-file", "-"),
      await verify({ cwd }, "body.json", ...words, "--tolerance", "5m"),
      await verify({ cwd }, "body.json", "--signature", signature.toUpperCase(), "--secret-file", "secret")
    ]) {
      expect(result).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("Rejected a webhook") })
      expect(result.stderr).not.toContain(secret)
    }
  })

  it("what is missing is exit 2", async () => {
    const cwd = folder()
    const wrong: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
      [["body.json", "--secret-file", "secret"], "missing --signature"],
      [["body.json", "--signature", signature], "missing --secret-file"],
      [["none.json", "--signature", signature, "--secret-file", "secret"], "cannot read none.json"],
      [["-", "--signature", signature, "--secret-file", "-"], "stdin has either"],
      [["body.json", "--signature", signature, "--secret", secret], "--secret"]
    ]
    for (const [argv, message] of wrong) {
      const result = await verify({ cwd }, ...argv)
      expect(result, argv.join(" ")).toMatchObject({ code: 2, stdout: "" })
      expect(result.stderr).toContain(message)
      expect(result.stderr).not.toContain(secret)
    }
  })
})
