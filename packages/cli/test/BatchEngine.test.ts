import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, afterEach, assert, beforeAll, describe, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0, maxRequests: 100_000 })
})
afterAll(() => emulator.stop())
afterEach(() => emulator.reset())

const env = () => ({ ...TestIo.lumnisAt(emulator.urls.lumnis) })

/** A directory with a file of prompts. */
const prompts = (...lines: ReadonlyArray<unknown>): string => {
  const cwd = TestIo.directory()
  writeFileSync(join(cwd, "prompts.jsonl"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""))
  return cwd
}

const three = ["ants", "bees", "wasps"].map((id) => ({ id, prompt: `a haiku about ${id}` }))

const run = (cwd: string, ...argv: ReadonlyArray<string>) => TestIo.run({ cwd, env: env() }, "batch", ...argv)

const lines = (text: string): ReadonlyArray<{ readonly [name: string]: unknown }> =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))

const user = ["--user", "ada@example.com"]

describe("trilum batch run", () => {
  it("prints one result for each line, and starts nothing when it is run once more", async () => {
    const cwd = prompts(...three)
    const first = await run(cwd, "run", "prompts.jsonl", ...user)
    assert.strictEqual(first.code, 0, first.stderr)
    assert.deepStrictEqual(
      lines(first.stdout).map(({ id, status }) => [id, status]),
      three.map(({ id }) => [id, "succeeded"])
    )
    const second = await run(cwd, "run", "prompts.jsonl", ...user)
    assert.strictEqual(second.stdout, first.stdout)
    const starts = emulator.requests().filter(({ operation }) => operation === "createResponse")
    assert.strictEqual(starts.length, 3)
  })

  it("stores nothing of a file with an invalid line, and names the line", async () => {
    const cwd = prompts(three[0], { promt: "x" })
    const { code, stderr, stdout } = await run(cwd, "run", "prompts.jsonl", ...user)
    assert.deepStrictEqual([code, stdout], [2, ""])
    assert.match(stderr, /line 2/)
    assert.match((await run(cwd, "list", "--database", "prompts.jsonl.db")).stderr, /no batches/)
  })

  it("fails when the platform refuses the key, and continues with a better one", async () => {
    const cwd = prompts(...three)
    emulator.fault({ status: 401, match: { platform: "lumnis" } })
    const rejected = await run(cwd, "run", "prompts.jsonl", ...user)
    assert.strictEqual(rejected.code, 2)
    emulator.clearFaults()
    const accepted = await run(cwd, "run", "prompts.jsonl", ...user)
    assert.strictEqual(lines(accepted.stdout).length, 3)
  })
})

describe("trilum batch cancel", () => {
  it("cancels runs of the platform only when a person or --yes confirms it; items that wait need neither", async () => {
    const cwd = prompts(...three)
    await run(cwd, "submit", "prompts.jsonl", ...user, "--id", "nightly")
    const unasked = await run(cwd, "cancel", "nightly", "--cancel-runs")
    assert.deepStrictEqual([unasked.code, unasked.stdout], [2, ""])
    assert.include(unasked.stderr, "--yes")
    const person = { cwd, env: env(), stdinTTY: true, stderrTTY: true }
    const declined = await TestIo.run({ ...person, lines: ["n"] }, "batch", "cancel", "nightly", "--cancel-runs")
    assert.strictEqual(declined.code, 1)
    assert.include(declined.stderr, "nightly: running, 0 of 3")
    assert.match((await run(cwd, "status", "nightly")).stdout, /^nightly: running/)
    assert.match((await run(cwd, "cancel", "nightly", "--cancel-runs", "--yes")).stdout, /^nightly: cancelled/)
    await run(cwd, "submit", "prompts.jsonl", ...user, "--id", "daily")
    assert.match((await run(cwd, "cancel", "daily")).stdout, /^daily: cancelled/)
  })
})

describe("trilum batch and trilum worker", () => {
  it("submit, pause, resume, work, watch and read a batch in separate commands", async () => {
    const cwd = prompts(...three)
    const submitted = await run(cwd, "submit", "prompts.jsonl", ...user, "--id", "nightly")
    assert.deepStrictEqual([submitted.code, submitted.stdout], [0, "nightly\n"])
    assert.match((await run(cwd, "pause", "nightly")).stdout, /^nightly: paused, 0 of 3/)
    assert.match((await run(cwd, "resume", "nightly")).stdout, /^nightly: running, 0 of 3/)

    const io = TestIo.make({ cwd, env: env() })
    const working = TestIo.runWith(io, "worker", "--listen", "0")
    await io.said("listening on")
    const watched = await run(cwd, "watch", "nightly", "--json", "--interval", "100ms")
    assert.strictEqual(watched.code, 0)
    assert.deepInclude(lines(watched.stdout).at(-1), { state: "finished", succeeded: 3 })
    io.send("SIGTERM")
    const { code, stderr } = await working
    assert.strictEqual(code, 0, stderr)
    // Logs are for programs: each line is an object.
    assert.include(
      lines(stderr).map(({ logLevel }) => logLevel),
      "INFO"
    )

    const results = await run(cwd, "results", "nightly")
    assert.deepStrictEqual(
      lines(results.stdout).map(({ id }) => id),
      ["ants", "bees", "wasps"]
    )
    const [listed] = lines((await run(cwd, "list", "--json")).stdout)
    assert.deepInclude(listed, { id: "nightly", state: "finished", total: 3 })
  })

  it("cancel and retry say what became of the items", async () => {
    const cwd = prompts(...three)
    await run(cwd, "submit", "prompts.jsonl", ...user, "--id", "b")
    assert.match((await run(cwd, "cancel", "b")).stdout, /cancelled, 3 of 3, 3 cancelled/)
    assert.match((await run(cwd, "retry", "b", "--cancelled")).stdout, /running, 0 of 3/)
    assert.strictEqual((await run(cwd, "status", "unknown")).code, 5)
  })

  it("a worker without any key, and a limit that is none, are usage errors", async () => {
    const cwd = TestIo.directory()
    const keyless = await TestIo.run({ cwd }, "worker")
    assert.strictEqual(keyless.code, 2)
    assert.match(keyless.stderr, /no key of any platform/)
    const wrong = await TestIo.run({ cwd, env: env() }, "worker", "--limit-lumnis", "fast")
    assert.strictEqual(wrong.code, 2)
  })
})
