import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, afterEach, assert, beforeAll, describe, expect, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
})
afterAll(() => emulator.stop())
afterEach(() => emulator.reset())

const env = () => TestIo.lvngAt(emulator.urls.lvng)

const lvng = (setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
  TestIo.run({ ...setup, env: { ...env(), ...setup.env } }, "lvng", ...argv)

const workflow = async (name = "Report"): Promise<string> => {
  const result = await lvng({}, "workflows", "create", "--set", `name=${name}`)
  expect(result.code).toBe(0)
  return JSON.parse(result.stdout).data.id
}

const lines = (text: string): ReadonlyArray<Record<string, unknown>> =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))

const bodyOf = (operation: string): unknown => {
  const body = emulator.requests().find((request) => request.operation === operation)?.body
  return body !== undefined && "value" in body ? body.value : undefined
}

describe("lvng workflows run", () => {
  it("prints the result, and what happened on stderr", async () => {
    const id = await workflow()
    const result = await lvng({}, "workflows", "run", id, "--input", "topic=cars", "-i", "n=3", "--interval", "1ms")
    expect(result.code).toBe(0)
    expect(JSON.parse(result.stdout)).toMatchObject({ output: "Report finished." })
    const reported = result.stderr.trimEnd().split("\n")
    expect(reported[0]).toMatch(new RegExp(`^run run_\\S+ of workflow ${id}$`))
    expect(reported).toContain("\t→ Prepare: completed")
    expect(bodyOf("executeWorkflow")).toEqual({ inputs: { topic: "cars", n: 3 } })
  })

  it("takes inputs from a file, and single ones over them", async () => {
    const id = await workflow()
    const cwd = TestIo.directory()
    writeFileSync(join(cwd, "in.json"), '{"topic":"bikes","deep":{"a":1}}')
    const argv = "--inputs @in.json --input topic=cars --interval 1ms --quiet".split(" ")
    expect(await lvng({ cwd }, "workflows", "run", id, ...argv)).toMatchObject({ code: 0, stderr: "" })
    expect(bodyOf("executeWorkflow")).toEqual({ inputs: { topic: "cars", deep: { a: 1 } } })
  })

  it("with --json is the whole run, with --stream one update a line", async () => {
    const id = await workflow()
    const whole = await lvng({}, "workflows", "run", id, "--json", "--interval", "1ms")
    expect(JSON.parse(whole.stdout)).toMatchObject({ status: "completed", workflow_id: id })
    expect(whole.stderr).toBe("")
    const streamed = lines((await lvng({}, "workflows", "run", id, "--json", "--stream", "--interval", "1ms")).stdout)
    expect(streamed[0]).toMatchObject({ type: "started" })
    expect(streamed.at(-1)).toMatchObject({ type: "completed", run: { status: "completed" } })
  })

  it("is exit 1 when the run fails or is cancelled, with the reason", async () => {
    const id = await workflow()
    const failed = await lvng({}, "workflows", "run", id, "--input", "x=[fail]", "--interval", "1ms")
    expect(failed).toMatchObject({ code: 1, stdout: "" })
    expect(failed.stderr).toContain("Report failed.")
    const json = await lvng({}, "workflows", "run", id, "--input", "x=[fail]", "--interval", "1ms", "--json")
    expect(json.code).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ status: "failed" })
    expect(JSON.parse(json.stderr).error).toMatchObject({ type: "RunFailedError" })
    const cancelled = await lvng({}, "workflows", "run", id, "--input", "x=[cancelled]", "--interval", "1ms")
    expect(cancelled).toMatchObject({ code: 1, stderr: expect.stringContaining("was cancelled") })
    expect((await lvng({}, "workflows", "run", "wf_none")).code).toBe(5)
  })

  it("a deadline is exit 7 and Ctrl-C 130, and both say how to go on", async () => {
    const id = await workflow()
    const hang = ["workflows", "run", id, "--input", "x=[hang]", "--interval", "5ms"]
    const late = await lvng({}, ...hang, "--deadline", "100ms")
    expect(late.code).toBe(7)
    const [, words = ""] = /trilum (lvng workflows attach \S+ \S+)/.exec(late.stderr) ?? []
    expect(words).toContain(id)

    const io = TestIo.make({ env: env() })
    const running = TestIo.runWith(io, "lvng", ...hang)
    await io.said("of workflow")
    io.send("SIGINT")
    const result = await running
    expect(result).toMatchObject({ code: 130, stdout: "" })
    expect(result.stderr).toContain(`trilum lvng workflows attach ${id} run_`)
  })

  it("a poll that fails names the run and the command that waits for it", async () => {
    const id = await workflow()
    emulator.fault({ match: { operation: "getWorkflowRun" }, status: 501, times: 1 })
    const failed = await lvng({}, "workflows", "run", id, "--input", "x=[hang]", "--interval", "5ms", "--json")
    const { error } = JSON.parse(failed.stderr)
    assert.deepInclude(error, { type: "ServerError", workflow_id: id })
    assert.include(error.hint, `trilum lvng workflows attach ${id} ${error.run_id}`)
  })

  it("attach brings what run would have brought", async () => {
    const id = await workflow()
    const run = JSON.parse((await lvng({}, "workflows", "run", id, "--json", "--interval", "1ms")).stdout)
    const attached = await lvng({}, "workflows", "attach", id, run.id, "--json")
    expect(JSON.parse(attached.stdout)).toEqual(run)
  })

  it("refuses inputs that are none", async () => {
    for (const argv of [
      ["--input", "x"],
      ["--inputs", "[]"],
      ["--inputs", "@none.json"],
      ["--interval", "now"]
    ]) {
      expect(await lvng({}, "workflows", "run", "wf", ...argv), argv.join(" ")).toMatchObject({ code: 2, stdout: "" })
    }
    expect(emulator.requests()).toEqual([])
  })
})

describe("lvng knowledge", () => {
  const folder = (): string => {
    const cwd = TestIo.directory()
    writeFileSync(join(cwd, "returns.md"), "Goods can be returned within thirty days.")
    writeFileSync(join(cwd, "shipping.md"), "We ship on Mondays.")
    writeFileSync(join(cwd, "picture.png"), Buffer.from([0xff, 0xfe, 0x00, 0x80]))
    return cwd
  }

  it("takes files in and finds them again", async () => {
    const cwd = folder()
    const taken = await lvng({ cwd }, "knowledge", "ingest", "returns.md", "shipping.md", "--concurrency", "1")
    expect(taken).toMatchObject({ code: 0, stdout: "returns.md\nshipping.md\n", stderr: "" })
    const piped = JSON.parse((await lvng({}, "knowledge", "search", "returned goods")).stdout)
    expect(piped[0]).toMatchObject({ title: "returns.md" })
    const json = await lvng({}, "knowledge", "search", "returned goods", "--json", "--limit", "1")
    expect(JSON.parse(json.stdout)).toEqual([piped[0]])
    const person = await lvng({ stdoutTTY: true, env: { NO_COLOR: "1" } }, "knowledge", "search", "returned goods")
    expect(person.stdout).toMatch(/^returns\.md \(\d\.\d\d\)\n {2}Goods can be returned/)
    expect((await lvng({}, "knowledge", "search", "zebra")).stdout).toBe("[]\n")
    const nothing = await lvng({ stdoutTTY: true }, "knowledge", "search", "zebra")
    expect(nothing).toMatchObject({ code: 0, stdout: "", stderr: "nothing found\n" })
  })

  it("tells of each file, and is exit 1 when some fail", async () => {
    const cwd = folder()
    const some = await lvng({ cwd }, "knowledge", "ingest", "returns.md", "picture.png")
    expect(some).toMatchObject({ code: 1, stdout: "returns.md\n" })
    expect(some.stderr).toContain("failed: picture.png: ")
    expect(some.stderr).toContain("1 of 2 files failed, 1 ingested")
    const json = await lvng({ cwd }, "knowledge", "ingest", "picture.png", "returns.md", "--json", "--concurrency", "1")
    expect(lines(json.stdout)).toMatchObject([
      { type: "failed", file: "picture.png", error: { type: "LocalFileError" } },
      { type: "ingested", file: "returns.md" }
    ])
    expect(JSON.parse(json.stderr).error).toMatchObject({ type: "PartialFailure", exit_code: 1 })
  })

  it("has the exit code of its files when all fail alike, and sends nothing for one that is not there", async () => {
    const cwd = folder()
    emulator.fault({ match: { operation: "uploadKnowledge" }, status: 403 })
    expect((await lvng({ cwd }, "knowledge", "ingest", "returns.md", "shipping.md")).code).toBe(4)
    emulator.clearRequests()
    const missing = await lvng({ cwd }, "knowledge", "ingest", "returns.md", "none.md")
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining("cannot read none.md: no such file") })
    const directory = await lvng({ cwd }, "knowledge", "ingest", "returns.md", ".")
    expect(directory).toMatchObject({ code: 2, stderr: expect.stringContaining("it is a directory; name its files") })
    expect(emulator.requests()).toEqual([])
  })

  it("leaves the operation of the same name within reach", async () => {
    const raw = await lvng({}, "knowledge", "search", "--query", "goods")
    expect(JSON.parse(raw.stdout)).toMatchObject({ data: [] })
    const help = await lvng({}, "knowledge", "search", "--raw", "--help")
    expect(help.stdout).toContain("--query")
    const own = await lvng({}, "knowledge", "search", "--help")
    expect(own.stdout).toContain("trilum lvng knowledge search --raw --help")
  })
})

describe("credentials of LVNG", () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url")
  const session = `${part({ alg: "HS256" })}.${part({ sub: "u" })}.c2lnbmF0dXJl`

  it("refuses what only a session may do before it is sent, and says which variable helps", async () => {
    const result = await lvng({}, "api-keys", "list")
    expect(result).toMatchObject({ code: 4, stdout: "" })
    expect(result.stderr).toContain("LVNG_JWT_TOKEN")
    expect(emulator.requests()).toEqual([])
  })

  it("shows a session by its end, and counts it as a credential", async () => {
    const alone = { LVNG_BASE_URL: emulator.urls.lvng, LVNG_JWT_TOKEN: session }
    const status = await TestIo.run({ env: alone }, "auth", "status", "--platform", "lvng")
    expect(status).toMatchObject({ code: 0, stdout: expect.stringContaining("LVNG_JWT_TOKEN") })
    expect(status.stdout).not.toContain(session)
    const json = await TestIo.run({ env: alone }, "auth", "status", "--platform", "lvng", "--json")
    expect(JSON.parse(json.stdout)).toMatchObject([{ key: null, tokens: [{ kind: "jwt", token: "****dXJl" }] }])
    expect((await TestIo.run({}, "auth", "status", "--platform", "lvng")).code).toBe(4)
  })

  it.scoped("uses the session for that and the key for the rest, and the session alone for everything", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ success: true, data: [], agents: [], reply: "" }))
      const key = TestIo.lvngAt(server.url)
      const both = { ...key, LVNG_JWT_TOKEN: session }
      const alone = { ...both, LVNG_API_KEY: "" }
      const call = (environment: Record<string, string>, ...argv: ReadonlyArray<string>) =>
        Effect.promise(() => TestIo.run({ env: environment }, "lvng", ...argv))
      expect((yield* call(both, "api-keys", "list")).code).toBe(0)
      expect((yield* call(both, "agents", "list")).code).toBe(0)
      expect((yield* call(both, "chat", "hi")).code).toBe(0)
      expect((yield* call(alone, "chat", "hi")).code).toBe(0)
      expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
        `Bearer ${session}`,
        `Bearer ${key["LVNG_API_KEY"]}`,
        `Bearer ${key["LVNG_API_KEY"]}`,
        `Bearer ${session}`
      ])
    })
  )
})
