import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as TestIo from "./support/TestIo.js"

const bundle = fileURLToPath(new URL("../dist/trilum.mjs", import.meta.url))

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0, maxRequests: 100_000 })
})
afterAll(() => emulator.stop())

const children = new Set<ChildProcess>()
afterEach(() => {
  for (const child of children) child.kill("SIGKILL")
  children.clear()
  emulator.reset()
})

const email = "ada@example.com"
const env = () => TestIo.lumnisAt(emulator.urls.lumnis)

const user = async (): Promise<void> => {
  const result = await TestIo.run({ env: env() }, "lumnis", "users", "create", "--email", email)
  expect(result.code).toBe(0)
}

/** A directory with a file of prompts. */
const prompts = (...lines: ReadonlyArray<unknown>): string => {
  const cwd = TestIo.directory()
  const texts = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)))
  writeFileSync(join(cwd, "prompts.jsonl"), texts.map((text) => `${text}\n`).join(""))
  return cwd
}

const words = ["lumnis", "invoke", "--batch", "prompts.jsonl", "--out", "results.jsonl", "--user", email]

const batch = (cwd: string, ...more: ReadonlyArray<string>) => TestIo.run({ cwd, env: env() }, ...words, ...more)

interface Line {
  readonly id: string
  readonly status: string
  readonly response_id?: string
  readonly output_text?: string
  readonly error?: { readonly type: string }
}

const results = (cwd: string): ReadonlyArray<Line> =>
  readFileSync(join(cwd, "results.jsonl"), "utf8")
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text))

const ids = (cwd: string): ReadonlyArray<string> => results(cwd).map(({ id }) => id)

const starts = () => emulator.requests().filter(({ operation }) => operation === "createResponse")

/** Runs there are on the server. */
const runs = async (): Promise<number> => {
  const listed = await TestIo.run({ env: env() }, "lumnis", "responses", "list", "--user", email, "--limit", "1")
  return JSON.parse(listed.stdout).total
}

const failing = { script: { steps: [{ status: "failed", error: { message: "out of budget" } }] } } as const
const endless = { script: { steps: [{ after: 0, status: "in_progress", entry: { message: "thinking" } }] } } as const

describe("lumnis invoke --batch", () => {
  it("writes one line a prompt, and again does nothing", async () => {
    await user()
    const cwd = prompts({ id: "a", prompt: "first" }, { id: "b", prompt: "second" })
    const first = await batch(cwd)
    expect(first).toMatchObject({ code: 0, stdout: "" })
    expect(first.stderr).toContain("2 items: 2 succeeded, 0 failed")
    expect([...ids(cwd)].sort()).toEqual(["a", "b"])
    expect(results(cwd).find(({ id }) => id === "a")).toMatchObject({
      status: "succeeded",
      response_id: expect.any(String),
      thread_id: expect.any(String),
      output_text: expect.stringContaining("first")
    })
    const second = await batch(cwd, "--json")
    expect(second.code).toBe(0)
    expect(JSON.parse(second.stdout)).toMatchObject({ out: "results.jsonl", total: 2, succeeded: 2, failed: 0 })
    expect(await runs()).toBe(2)
    expect(readdirSync(cwd).sort()).toEqual(["prompts.jsonl", "results.jsonl", "results.jsonl.journal"])
  })

  it("goes on with lines that were added, in their order when asked to", async () => {
    await user()
    const cwd = prompts({ prompt: "first" })
    expect((await batch(cwd, "--quiet")).stderr).toBe("")
    const texts = ["first", "second", "third", "fourth"].map((prompt) => JSON.stringify({ prompt }))
    writeFileSync(join(cwd, "prompts.jsonl"), texts.join("\n"))
    const more = await batch(cwd, "--ordered", "--concurrency", "3")
    expect(more.code).toBe(0)
    expect(more.stderr).toContain("1 of 4 have results already")
    expect(ids(cwd).map((id) => id.split("-")[0])).toEqual(["1", "2", "3", "4"])
    expect(await runs()).toBe(4)
  })

  it("says every wrong line before anything is sent, and leaves them out when told to", async () => {
    await user()
    emulator.clearRequests()
    const cwd = prompts({ prompt: "good" }, { promt: "bad" }, "{", { id: "x", prompt: "a" }, { id: "x", prompt: "b" })
    const rejected = await batch(cwd)
    expect(rejected).toMatchObject({ code: 2, stdout: "" })
    expect(rejected.stderr).toContain("3 wrong lines; nothing was sent")
    for (const text of ['line 2: "promt" is not a field', "line 3: not JSON", "line 5: the id"]) {
      expect(rejected.stderr).toContain(text)
    }
    expect(emulator.requests()).toEqual([])
    expect(existsSync(join(cwd, "results.jsonl"))).toBe(false)
    const lenient = await batch(cwd, "--skip-invalid")
    expect(lenient.code).toBe(0)
    expect(lenient.stderr).toContain("3 wrong lines left out")
    expect(results(cwd)).toHaveLength(2)
  })

  it("exits 1 when some failed, says how to run only those again, and --retry-failed does", async () => {
    await user()
    const cwd = prompts({ id: "a", prompt: "first" }, { id: "b", prompt: "second" }, { id: "c", prompt: "third" })
    emulator.script({ ...failing, match: { prompt: "second" }, times: 1 })
    const first = await batch(cwd)
    expect(first.code).toBe(1)
    expect(first.stderr).toContain("1 of 3 failed; to run only those again, add --retry-failed")
    expect(results(cwd).find(({ id }) => id === "b")).toMatchObject({
      status: "failed",
      response_id: expect.any(String),
      error: { type: "RunFailedError", message: expect.stringContaining("out of budget") }
    })
    // Not asked to, nothing is run again, and the failure stays one.
    expect((await batch(cwd)).code).toBe(1)
    expect(await runs()).toBe(3)
    const retried = await batch(cwd, "--retry-failed")
    expect(retried.code).toBe(0)
    expect(await runs()).toBe(4)
    expect([...ids(cwd)].sort()).toEqual(["a", "b", "c"])
  })

  it("stops after so many failures", async () => {
    await user()
    emulator.script(failing)
    const cwd = prompts(...Array.from({ length: 20 }, (_, n) => ({ prompt: `p${n}` })))
    const result = await batch(cwd, "--stop-after", "2", "--concurrency", "1")
    expect(result.code).toBe(1)
    expect(result.stderr).toContain("stopped: 2 items failed")
    expect(results(cwd)).toHaveLength(2)
  })

  it("a wrong key is one error with exit 4, and no result of any line", async () => {
    await user()
    emulator.fault({ match: { operation: "createResponse" }, status: 401 })
    const cwd = prompts(...Array.from({ length: 20 }, (_, n) => ({ prompt: `p${n}` })))
    const result = await batch(cwd, "--concurrency", "2")
    expect(result.code).toBe(4)
    expect(results(cwd)).toEqual([])
    expect(starts().length).toBeLessThanOrEqual(2)
  })

  it("Ctrl-C exits 130 and leaves what the next start goes on with: the same runs, not new ones", async () => {
    await user()
    emulator.script({ ...endless, match: { prompt: "slow" }, times: 1 })
    const cwd = prompts({ id: "quick", prompt: "quick" }, { id: "slow", prompt: "slow" })
    const io = TestIo.make({ cwd, env: env() })
    const running = TestIo.runWith(io, ...words, "--concurrency", "1")
    const journal = join(cwd, "results.jsonl.journal")
    await until(
      cwd,
      () => existsSync(journal) && readFileSync(journal, "utf8").includes('"slow"') && ids(cwd).includes("quick")
    )
    io.send("SIGINT")
    const result = await running
    expect(result.code).toBe(130)
    expect(result.stderr).toContain("interrupted: 1 of 2 are done; the same command goes on with the others")
    expect(io.listening()).toBe(0)
    expect(readdirSync(cwd).filter((name) => name.endsWith(".trilum-lock"))).toEqual([])
    expect(ids(cwd)).toEqual(["quick"])
    const started = starts().length
    await cancelSlow(journal)
    const second = await batch(cwd)
    expect(second.code).toBe(1)
    expect(results(cwd).find(({ id }) => id === "slow")).toMatchObject({ error: { type: "RunCancelledError" } })
    expect(starts().length).toBe(started)
  })

  it("options that would do nothing, and files that are the wrong ones, are refused", async () => {
    const cwd = prompts({ prompt: "a" })
    writeFileSync(join(cwd, "notes.txt"), "mine\n")
    const run = (...argv: ReadonlyArray<string>) => TestIo.run({ cwd, env: env() }, "lumnis", "invoke", ...argv)
    const wrong: ReadonlyArray<readonly [ReadonlyArray<string>, number, string]> = [
      [["hi", "--out", "x"], 2, "--out is for --batch"],
      [["--batch", "prompts.jsonl"], 2, "needs --out"],
      [["--batch", "prompts.jsonl", "--out", "x", "hi"], 2, "leave out <prompt>"],
      [["--batch", "prompts.jsonl", "--out", "x", "--stream"], 2, "--stream is not for --batch"],
      [["--batch", "-", "--out", "x"], 2, "needs a file"],
      [["--batch", "prompts.jsonl", "--out", "./prompts.jsonl"], 2, "must be another file"],
      [["--batch", "prompts.jsonl", "--out", "x"], 2, "the user is missing"],
      [["--batch", "prompts.jsonl", "--out", "x", "--user", email, "--concurrency", "0"], 2, "--concurrency"],
      [["--batch", "none.jsonl", "--out", "x", "--user", email], 2, "cannot read none.jsonl: no such file\n"],
      [["--batch", ".", "--out", "x", "--user", email], 2, "cannot read .: it is a directory\n"],
      [["--batch", "prompts.jsonl", "--out", "no/x", "--user", email], 2, "no/x: no such file or folder\n"],
      [["--batch", "prompts.jsonl", "--out", "notes.txt", "--user", email], 1, "is not a result of a batch"]
    ]
    for (const [argv, code, message] of wrong) {
      const result = await run(...argv)
      expect(result.code, argv.join(" ")).toBe(code)
      expect(result.stderr).toContain(message)
    }
    expect(readFileSync(join(cwd, "notes.txt"), "utf8")).toBe("mine\n")
    expect(emulator.requests()).toEqual([])
  })

  it("the key is in no file, a bar is drawn on a terminal only, and taken away", async () => {
    await user()
    const cwd = prompts({ prompt: "a" })
    emulator.fault({ match: { operation: "createResponse" }, status: 400, body: { detail: env()["LUMNISAI_API_KEY"] } })
    const io = TestIo.make({ cwd, env: env(), stderrTTY: true })
    const result = await TestIo.runWith(io, ...words)
    expect(result.code).toBe(1)
    expect(result.stderr.includes("\u001b[?25l")).toBe(result.stderr.includes("\u001b[?25h"))
    for (const file of readdirSync(cwd)) {
      if (file === "config") continue
      expect(readFileSync(join(cwd, file), "utf8"), file).not.toContain("canary")
    }
  })
})

/** Resolves when it holds, looked at whenever a file of the directory changes. */
const until = (directory: string, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const watcher = watch(directory)
    const look = (): void => {
      if (!holds()) return
      watcher.close()
      resolve()
    }
    watcher.on("change", look)
    look()
  })

/** Ends the run that the journal names last. */
const cancelSlow = async (journal: string): Promise<void> => {
  const lines = readFileSync(journal, "utf8").trimEnd().split("\n")
  const { responseId } = JSON.parse((lines.at(-1) ?? "").slice(9))
  const result = await TestIo.run({ env: env() }, "lumnis", "responses", "cancel", responseId)
  expect(result.code).toBe(0)
}

describe("the batch command as a process", () => {
  const count = 2000

  it("brings 2,000 prompts through 429s, 503s, resets and two kills: one run and one result each", async () => {
    expect(existsSync(bundle), "run: pnpm build").toBe(true)
    await user()
    emulator.clearRequests()
    // 5% 429, 2% 503, 1% resets, half of them after the request had its effect.
    const busy = { status: 429, retryAfter: { ms: 20 } }
    emulator.fault({
      match: { platform: "lumnis" },
      probability: 0.08,
      times: Number.MAX_SAFE_INTEGER,
      sequence: [...Array(10).fill(busy), 503, 503, 503, 503, { reset: "request" }, { reset: "response" }]
    })
    const cwd = prompts(...Array.from({ length: count }, (_, n) => ({ prompt: `prompt number ${n} of many` })))
    const size = (): number => statSync(join(cwd, "results.jsonl"), { throwIfNoEntry: false })?.size ?? 0
    const start = () => {
      const child = spawn(process.execPath, [bundle, ...words, "--concurrency", "24"], {
        cwd,
        env: { PATH: process.env["PATH"], HOME: cwd, XDG_CONFIG_HOME: join(cwd, "config"), ...env() },
        stdio: ["ignore", "pipe", "pipe"]
      })
      children.add(child)
      let text = ""
      child.stdout.on("data", (chunk) => (text += chunk))
      child.stderr.on("data", (chunk) => (text += chunk))
      const ended = new Promise<{ code: number | null; text: string }>((resolve) =>
        child.once("close", (code) => resolve({ code, text }))
      )
      return { child, ended }
    }
    const random = (least: number, most: number): number => least + Math.floor(Math.random() * (most - least))
    const kills: Array<number> = []
    // A line has some 300 bytes.
    for (const at of [random(1, 200_000), random(250_000, 500_000)]) {
      const { child, ended } = start()
      await until(cwd, () => size() >= at)
      child.kill("SIGKILL")
      expect((await ended).code, "it was killed before its end").toBe(null)
      kills.push(size())
    }
    const { code, text } = await start().ended
    expect(code, text).toBe(0)

    const all = results(cwd)
    expect(all, `killed at ${kills.join(" and ")} bytes`).toHaveLength(count)
    expect(new Set(all.map(({ id }) => id)).size).toBe(count)
    expect(all.every(({ status }) => status === "succeeded")).toBe(true)
    // Each line has the answer to its own prompt.
    for (const { id, output_text } of all) {
      expect(output_text).toContain(`prompt number ${Number(id.split("-")[0]) - 1} of many`)
    }
    emulator.clearFaults()
    // No item has two runs, and no two items have one.
    expect(await runs()).toBe(count)
    expect(new Set(all.map(({ response_id }) => response_id)).size).toBe(count)
    expect(new Set(starts().map(({ headers }) => headers["idempotency-key"])).size).toBe(count)
    // The faults were real: more starts than items.
    expect(starts().length).toBeGreaterThan(count)
  }, 240_000)
})
