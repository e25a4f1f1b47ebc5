import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import type { FileSystem } from "@effect/platform/FileSystem"
import type { Path as PathService } from "@effect/platform/Path"
import { assert, describe, it } from "@effect/vitest"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as fc from "effect/FastCheck"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as BatchFile from "../src/node/BatchFile.js"
import * as BatchInput from "../src/node/BatchInput.js"

const directory = (): string => mkdtempSync(join(tmpdir(), "trilum-batch-"))

const line = (id: string, more: Partial<BatchFile.ResultLine> = {}): BatchFile.ResultLine => ({
  id,
  status: "succeeded",
  output_text: `answer to ${id}`,
  ...more
})

const linesOf = (file: string): ReadonlyArray<{ readonly id: string }> =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text))

const started = (id: string) => ({ id, key: `key-${id}`, responseId: `run-${id}`, threadId: `thread-${id}` })

/** One test on the real file system and the real clock. */
const withFiles = (
  name: string,
  test: () => Effect.Effect<unknown, unknown, FileSystem | PathService | Scope.Scope>
): void => it.scopedLive(name, () => Effect.provide(test(), DefaultFiles.layer))

describe("a file of results", () => {
  withFiles("is gone on with: what has a result is finished, what was started is known", () =>
    Effect.gen(function* () {
      const file = join(directory(), "results.jsonl")
      const first = yield* Effect.scoped(
        Effect.gen(function* () {
          const { append, checkpoint } = yield* BatchFile.open(file)
          for (const id of ["a", "b", "c"]) yield* run(checkpoint.started(started(id)))
          yield* append(line("a"))
          yield* append(line("b", { status: "failed", error: { type: "ServerError" } }))
          return checkpoint.batchId
        })
      )
      yield* Effect.scoped(
        Effect.gen(function* () {
          const { checkpoint, counts, has } = yield* BatchFile.open(file)
          assert.strictEqual(checkpoint.batchId, first)
          assert.deepStrictEqual(checkpoint.find("a"), { _tag: "Finished" })
          assert.deepStrictEqual(checkpoint.find("b"), { _tag: "Finished" })
          const { id: _, ...known } = started("c")
          assert.deepStrictEqual(checkpoint.find("c"), { _tag: "Started", ...known })
          assert.isUndefined(checkpoint.find("d"))
          assert.deepStrictEqual(counts(), { succeeded: 1, failed: 1 })
          assert.deepStrictEqual([has("a"), has("c")], [true, false])
        })
      )
    })
  )

  withFiles(
    "gives failed items back when asked to: a run that ended gets a new number, one that may go on keeps its",
    () =>
      Effect.gen(function* () {
        const file = join(directory(), "results.jsonl")
        yield* Effect.scoped(
          Effect.gen(function* () {
            const { append, checkpoint } = yield* BatchFile.open(file)
            for (const id of ["good", "ended", "late"]) yield* run(checkpoint.started(started(id)))
            yield* append(line("good"))
            yield* append(line("ended", { status: "failed", error: { type: "RunFailedError" } }))
            yield* append(line("late", { status: "failed", error: { type: "WaitTimeoutError" } }))
          })
        )
        const reopened = (retryFailed: boolean) =>
          Effect.scoped(
            Effect.map(BatchFile.open(file, { retryFailed }), ({ attempt, checkpoint, counts, has }) => ({
              attempts: [attempt("good"), attempt("ended"), attempt("late")],
              has: [has("good"), has("ended"), has("late")],
              late: checkpoint.find("late"),
              ended: checkpoint.find("ended"),
              counts: counts()
            }))
          )
        const after = yield* reopened(true)
        assert.deepStrictEqual(after.attempts, [0, 1, 0])
        assert.deepStrictEqual(after.has, [true, false, false])
        assert.deepInclude(after.late, { _tag: "Started", responseId: "run-late" })
        assert.isUndefined(after.ended)
        assert.deepStrictEqual(after.counts, { succeeded: 1, failed: 0 })
        assert.deepStrictEqual(
          linesOf(file).map(({ id }) => id),
          ["good"]
        )
        // A crash right then loses nothing of it.
        assert.deepStrictEqual((yield* reopened(false)).attempts, [0, 1, 0])
      })
  )

  withFiles("cut anywhere by a crash keeps every whole line, and only those", () =>
    Effect.gen(function* () {
      const file = join(directory(), "results.jsonl")
      yield* Effect.scoped(
        Effect.gen(function* () {
          const { append, checkpoint } = yield* BatchFile.open(file)
          for (const id of ["é-1", "2", "3"]) {
            yield* run(checkpoint.started(started(id)))
            yield* append(line(id, { output_text: "line\nbreaks\u2028and ünïcode" }))
          }
        })
      )
      const [whole, journal] = [readFileSync(file), readFileSync(`${file}.journal`)]
      yield* Effect.promise(() =>
        fc.assert(
          fc.asyncProperty(fc.nat(whole.length), fc.nat(journal.length), async (kept, known) => {
            writeFileSync(file, whole.subarray(0, kept))
            writeFileSync(`${file}.journal`, journal.subarray(0, known))
            const finished = whole.subarray(0, kept).filter((byte) => byte === 0x0a).length
            const opened = Effect.flatMap(BatchFile.open(file), ({ append, checkpoint, counts }) => {
              assert.strictEqual(counts().succeeded, finished)
              return Effect.as(append(line("new")), checkpoint.batchId)
            })
            const batchId = await Effect.runPromise(Effect.provide(Effect.scoped(opened), DefaultFiles.layer))
            assert.deepStrictEqual(
              linesOf(file).map(({ id }) => id),
              [...["é-1", "2", "3"].slice(0, finished), "new"]
            )
            // The journal keeps its batch, whatever was left of it.
            assert.match(batchId, /^[0-9a-f-]{36}$/)
            const second = Effect.map(BatchFile.open(file), ({ checkpoint }) => checkpoint.batchId)
            assert.strictEqual(
              await Effect.runPromise(Effect.provide(Effect.scoped(second), DefaultFiles.layer)),
              batchId
            )
          }),
          { numRuns: 40 }
        )
      )
    })
  )

  withFiles("that is none is refused and left as it is", () =>
    Effect.gen(function* () {
      for (const text of ["hello\n", '{"id":"a"}\n', "[1]\n", '{"id":"a","status":"succeeded"}\nnoise\n']) {
        const file = join(directory(), "results.jsonl")
        writeFileSync(file, text)
        const failure = yield* Effect.flip(Effect.scoped(BatchFile.open(file)))
        assert.strictEqual(failure.code, "NOT_A_BATCH")
        assert.strictEqual(readFileSync(file, "utf8"), text)
      }
    })
  )

  withFiles("is written by one process, and a lock whose process is gone is none", () =>
    Effect.gen(function* () {
      const file = join(directory(), "results.jsonl")
      const scope = yield* Scope.make()
      yield* Scope.extend(BatchFile.open(file), scope)
      const failure = yield* Effect.flip(Effect.scoped(BatchFile.open(file)))
      assert.strictEqual(failure.reason, "locked")
      assert.include(failure.message, String(process.pid))
      yield* Scope.close(scope, Exit.void)
      const lock = join(dirname(file), ".results.jsonl.0123456789abcdef.trilum-lock")
      writeFileSync(lock, "process 1 on elsewhere\n")
      utimesSync(lock, 0, 0)
      yield* Effect.scoped(BatchFile.open(file))
      assert.deepStrictEqual(readdirSync(dirname(file)).sort(), ["results.jsonl", "results.jsonl.journal"])
    })
  )

  withFiles("in a folder that is not there fails with the system's code", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Effect.scoped(BatchFile.open(join(directory(), "no", "results.jsonl"))))
      assert.strictEqual(failure.code, "ENOENT")
    })
  )
})

describe("a file of prompts", () => {
  const parse = (value: unknown, options: BatchInput.InputOptions = { userId: "ada" }) =>
    BatchInput.parse(typeof value === "string" ? value : JSON.stringify(value), 7, options)

  it("every field goes where it belongs", () => {
    const item = parse(
      {
        id: "a",
        messages: [{ role: "user", content: "hi" }],
        user_id: "bob",
        thread_id: "t",
        files: ["artifact_1", { name: "x", uri: "https://x.io/x" }],
        response_format: { type: "object" },
        response_format_instructions: "be brief",
        model_overrides: { smart_model: "a:b" },
        agent_config: { a: 1 },
        options: { b: 2 },
        specialized_agent: "people_scoring",
        specialized_agent_params: { c: 3 }
      },
      { userId: "ada", system: "be kind" }
    )
    assert.deepStrictEqual(item, {
      line: 7,
      id: "a",
      input: [
        { role: "system", content: "be kind" },
        { role: "user", content: "hi" }
      ],
      userId: "bob",
      threadId: "t",
      files: ["artifact_1", { name: "x", uri: "https://x.io/x" }],
      responseFormat: { type: "object" },
      responseFormatInstructions: "be brief",
      modelOverrides: { smart_model: "a:b" },
      agentConfig: { a: 1 },
      options: { b: 2 },
      specializedAgent: "people_scoring",
      specializedAgentParams: { c: 3 }
    })
  })

  it("what is wrong with a line is said before anything is sent", () => {
    const wrong: ReadonlyArray<readonly [unknown, string]> = [
      ["{", "not JSON"],
      ["[]", "must be an object"],
      [{}, 'either "prompt" or "messages"'],
      [{ prompt: "a", messages: [] }, 'either "prompt" or "messages"'],
      [{ promt: "a" }, '"promt" is not a field'],
      [{ prompt: " " }, '"prompt" is empty'],
      [{ prompt: 1 }, '"prompt" must be a string'],
      [{ prompt: "a", id: "" }, '"id" must be a string'],
      [{ messages: [] }, '"messages" must be a list'],
      [{ messages: [{ role: "robot", content: "" }] }, '"messages" must be a list'],
      [{ prompt: "a", options: [] }, '"options" must be an object'],
      [{ prompt: "a", files: [1] }, '"files" must be a list'],
      [{ prompt: "a", files: ["./report.pdf"] }, "is a local file"]
    ]
    for (const [value, message] of wrong) {
      const problem = parse(value)
      assert.include("message" in problem ? problem.message : "", message)
    }
    assert.include(JSON.stringify(parse({ prompt: "a" }, {})), "the user is missing")
    assert.include(JSON.stringify(parse({ prompt: "a", user_id: "ada" }, { scope: "tenant" })), "tenant scope")
    assert.notProperty(parse({ prompt: "a" }, { scope: "tenant" }), "message")
  })

  withFiles("is checked as a whole and read as it is pulled; a line without id gets one from number and content", () =>
    Effect.gen(function* () {
      const file = join(directory(), "prompts.jsonl")
      const texts = [
        '\uFEFF{"prompt":"a"}',
        "",
        '{"prompt":"a"}',
        '{"id":"x","prompt":"b"}',
        '{"id":"x","prompt":"c"}',
        "nope"
      ]
      writeFileSync(file, texts.join("\n"))
      const options = { userId: "ada" }
      const checked = yield* BatchInput.check(file, options)
      assert.deepStrictEqual([checked.items, checked.invalid], [3, 2])
      assert.deepStrictEqual(
        checked.problems.map(({ line: number }) => number),
        [5, 6]
      )
      assert.include(checked.problems[0]?.message ?? "", 'the id "x" is a duplicate')
      const items = yield* Stream.runCollect(BatchInput.items(file, { ...options, skipInvalid: true }))
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(items).map(({ id, line: number }) => [number, id.replace(/-[0-9a-f]{16}$/, "-hash")]),
        [
          [1, "1-hash"],
          [3, "3-hash"],
          [4, "x"]
        ]
      )
      const failure = yield* Effect.flip(Stream.runDrain(BatchInput.items(file, options)))
      assert.strictEqual(failure.code, "INVALID_LINE")
      const absent = yield* Effect.flip(BatchInput.check(join(directory(), "none.jsonl"), options))
      assert.strictEqual(absent.code, "ENOENT")
    })
  )
})

/** What a checkpoint answers, as an effect. */
function run(answer: unknown): Effect.Effect<unknown, unknown> {
  return Effect.isEffect(answer) ? (answer as Effect.Effect<unknown, unknown>) : Effect.promise(async () => answer)
}
