import { assert, describe, it } from "@effect/vitest"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Stream from "effect/Stream"
import type { ProgressEntry, ResponseObject, ToolCall } from "../src/generated/shared.js"
import * as Update from "../src/InvokeUpdate.js"
import * as H from "./support/harness.js"

const at = new Date("2025-09-14T19:24:28Z")

const response = (
  status: string,
  progress: ReadonlyArray<ProgressEntry>,
  more: Partial<ResponseObject> = {}
): ResponseObject => ({
  response_id: H.ids.response,
  thread_id: H.ids.thread,
  tenant_id: H.ids.tenant,
  status,
  created_at: at,
  progress,
  ...more
})

describe("any way to poll a run tells the same", () => {
  /** A run: entries that end up with these tool calls, told in these steps. */
  const run = FastCheck.record({
    entries: FastCheck.array(
      FastCheck.record({
        state: FastCheck.constantFrom("processing", "processing", "failed", "completed"),
        message: FastCheck.constantFrom("a", "b"),
        calls: FastCheck.nat(4)
      }),
      { maxLength: 6 }
    ),
    output: FastCheck.option(FastCheck.string()),
    /** Each step adds an entry (0) or a tool call to the entry of this number (1 and more). */
    order: FastCheck.infiniteStream(FastCheck.nat(6)),
    /** Which of the states of the run are looked at. */
    polled: FastCheck.infiniteStream(FastCheck.boolean()),
    outcome: FastCheck.constantFrom("succeeded", "failed", "cancelled")
  })

  const call = (entry: number, index: number): ToolCall => ({ name: `tool-${entry}-${index}` })

  const entryOf = (
    { message, state }: { readonly state: string; readonly message: string },
    index: number,
    calls: number
  ): ProgressEntry => ({
    ts: at,
    state,
    message: `${message}${index}`,
    tool_calls: calls === 0 ? null : Array.from({ length: calls }, (_, position) => call(index, position))
  })

  it.prop(
    "entries, tool calls and exactly one completed update",
    [run],
    ([{ entries, polled, order, outcome, output }]) => {
      const states: Array<ReadonlyArray<ProgressEntry>> = [[]]
      const calls: Array<number> = []
      const isWhole = () =>
        calls.length === entries.length && entries.every((entry, index) => calls[index] === entry.calls)
      while (!isWhole()) {
        const step = order.next().value
        const target = step - 1
        if (
          calls.length < entries.length &&
          (step === 0 || calls.every((count, index) => count === entries[index]?.calls))
        ) {
          calls.push(0)
        } else if (target >= 0 && target < calls.length && (calls[target] ?? 0) < (entries[target]?.calls ?? 0)) {
          calls[target] = (calls[target] ?? 0) + 1
        } else continue
        states.push(calls.map((count, index) => entryOf(entries[index] ?? { state: "", message: "" }, index, count)))
      }
      const last = states.at(-1) ?? []
      const seen = [
        ...states.filter(() => polled.next().value === true).map((progress) => response("in_progress", progress)),
        response(outcome, last, { output_text: output, completed_at: at })
      ]

      const updates: Array<Update.InvokeUpdate> = []
      let emitted = Update.nothingEmitted
      for (const state of seen) {
        const [next, fresh] = Update.advance(emitted, state)
        emitted = next
        updates.push(...fresh)
      }
      if (outcome === "succeeded") updates.push(Update.completed(seen[seen.length - 1] ?? response(outcome, last)))

      const open = entries.flatMap((entry, index) => (entry.state === "completed" ? [] : [index]))
      const progress = updates.filter((update) => update._tag === "Progress")
      assert.deepStrictEqual(
        progress.map(({ index }) => index),
        open
      )
      for (const index of open) {
        const names = updates
          .flatMap((update) =>
            update._tag === "Progress" && update.index === index
              ? (update.entry.tool_calls ?? [])
              : update._tag === "ToolCalls" && update.index === index
                ? update.toolCalls
                : []
          )
          .map(({ name }) => name)
        assert.deepStrictEqual(
          names,
          Array.from({ length: entries[index]?.calls ?? 0 }, (_, n) => `tool-${index}-${n}`)
        )
      }
      const completed = updates.filter((update) => "entry" in update && update.entry.state === "completed")
      assert.strictEqual(completed.length, outcome === "succeeded" ? 1 : 0)
      if (outcome === "succeeded") {
        assert.strictEqual(updates.at(-1), completed[0])
        assert.strictEqual(updates.at(-1)?._tag, "Completed")
      }
    }
  )
})

describe("the stream of a run", () => {
  const thinking = { state: "processing", message: "Agent thinking..." }
  const tool = (name: string) => ({ name, args: { num_results: 8 } })

  const tags = (updates: Chunk.Chunk<Update.InvokeUpdate>) => Chunk.toReadonlyArray(updates).map(({ _tag }) => _tag)

  it.scoped("tells entries, grown tool calls and one completed update, which has the output (defect 10)", () =>
    Effect.gen(function* () {
      const completed = { state: "completed", message: "Response completed successfully." }
      const { lumnis } = yield* H.make(
        [
          H.created(),
          H.state("in_progress", [thinking]),
          H.state("in_progress", [
            { ...thinking, tool_calls: [tool("a")] },
            { state: "failed", message: "Trying again..." }
          ]),
          H.state("in_progress", [
            { ...thinking, tool_calls: [tool("a"), tool("b")] },
            { state: "failed", message: "Trying again..." },
            completed
          ]),
          H.state(
            "succeeded",
            [
              { ...thinking, tool_calls: [tool("a"), tool("b")] },
              { state: "failed", message: "Trying again..." },
              completed
            ],
            { output_text: "Done.", structured_response: { someKey: 1 }, completed_at: "2025-09-14T19:28:01+00:00" }
          )
        ],
        { pollInterval: 0 }
      )
      const updates = yield* Stream.runCollect(lumnis.invokeStream("hi", { userId: "ada" }))
      assert.deepStrictEqual(tags(updates), ["Started", "Progress", "Progress", "ToolCalls", "ToolCalls", "Completed"])
      const list = Chunk.toReadonlyArray(updates)
      assert.deepStrictEqual(list[0], Update.started(H.ids.response, H.ids.thread))
      assert.deepStrictEqual(
        list.map(({ message, output_text, state }) => [state, message, output_text]),
        [
          ["queued", undefined, null],
          ["processing", thinking.message, null],
          ["failed", "Trying again...", null],
          ["processing", thinking.message, null],
          ["processing", thinking.message, null],
          ["completed", completed.message, "Done."]
        ]
      )
      const grown = list.flatMap((update) => (update._tag === "ToolCalls" ? update.toolCalls : []))
      assert.deepStrictEqual(grown, [tool("a"), tool("b")])
      const last = list[5]
      if (last?._tag !== "Completed") return assert.fail("expected Completed")
      assert.strictEqual(last.output_text, "Done.")
      assert.deepStrictEqual(last.structured_response, { someKey: 1 })
      assert.strictEqual(last.entry.message, completed.message)
      assert.strictEqual(last.entry.output_text, "Done.")
      assert.strictEqual(last.entry.response_id, H.ids.response)
      assert.strictEqual(last.response.status, "succeeded")
    })
  )

  it.scoped("a run with structured output alone still ends with a completed update (defect 10)", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([
        H.state("succeeded", [thinking], { output_text: null, structured_response: { a: 1 } })
      ])
      const updates = yield* Stream.runCollect(lumnis.attachStream(H.ids.response))
      assert.deepStrictEqual(tags(updates), ["Progress", "Completed"])
      const last = Chunk.unsafeLast(updates)
      if (last._tag !== "Completed") return assert.fail("expected Completed")
      assert.isNull(last.output_text)
      assert.deepStrictEqual(last.structured_response, { a: 1 })
      assert.strictEqual(last.entry.message, "Task completed successfully")
    })
  )

  it.scoped("a failed run fails after its last entries, or is told as Failed when asked to", () =>
    Effect.gen(function* () {
      const failed = H.state("failed", [thinking, { state: "failed", message: "gave up" }], {
        error: { message: "no" }
      })
      const { lumnis } = yield* H.make([failed, failed, H.state("cancelled", [thinking])])
      const seen: Array<string> = []
      const error = yield* lumnis.attachStream(H.ids.response).pipe(
        Stream.tap((update) => Effect.sync(() => seen.push(update._tag))),
        Stream.runDrain,
        Effect.flip
      )
      assert.strictEqual(error._tag, "RunFailedError")
      assert.deepStrictEqual(seen, ["Progress", "Progress"])
      const emitted = yield* Stream.runCollect(lumnis.attachStream(H.ids.response, { failedRuns: "return" }))
      assert.deepStrictEqual(tags(emitted), ["Progress", "Progress", "Failed"])
      const cancelled = yield* Stream.runCollect(lumnis.attachStream(H.ids.response, { failedRuns: "return" }))
      assert.deepStrictEqual(tags(cancelled), ["Progress", "Cancelled"])
    })
  )

  it.scoped("progress that is null or absent is empty, and metadata of artifacts may be null (defect 12)", () =>
    Effect.gen(function* () {
      const artifacts = [{ artifactId: "a", parts: [{ kind: "text", text: "x", metadata: null }], metadata: null }]
      const { lumnis } = yield* H.make(
        [
          H.state("brand_new_status", null),
          H.state("succeeded", null, { output_text: "x", artifacts, some_new_field: { kept: true } })
        ],
        { pollInterval: 0 }
      )
      const updates = yield* Stream.runCollect(lumnis.attachStream(H.ids.response))
      const last = Chunk.unsafeLast(updates)
      if (last._tag !== "Completed") return assert.fail("expected Completed")
      const kept: object = last.response
      assert.deepInclude(kept, { artifacts, some_new_field: { kept: true } })
    })
  )

  it.scoped("a run cut off here is told from its start there", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(
        [
          H.created(),
          H.state("in_progress", [thinking]),
          H.state("in_progress", [thinking, { ...thinking, message: "b" }]),
          H.done()
        ],
        { pollInterval: 0 }
      )
      const first = yield* lumnis.invokeStream("hi", { userId: "ada" }).pipe(Stream.take(2), Stream.runCollect)
      const { responseId } = Chunk.unsafeHead(first)
      const rest = yield* Stream.runCollect(lumnis.attachStream(responseId))
      assert.deepStrictEqual(tags(rest), ["Progress", "Progress", "Completed"])
    })
  )
})
