import { assert, describe, it } from "@effect/vitest"
import { AuthenticationError } from "@trilum/core/ApiError"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as FaultServer from "../../core/test/support/FaultServer.js"
import * as Batch from "../src/InvokeMany.js"
import * as H from "./support/harness.js"

interface Posted {
  readonly content: string
  readonly key: string | undefined
}

const promptOf = (body: unknown): string =>
  String((body as { messages: ReadonlyArray<{ content: string }> }).messages.at(-1)?.content)

/** A server of runs that end at once. Answers a start as `onStart` says, `undefined` for as usual. */
const makeRuns = (onStart: (posted: Posted, index: number) => FaultServer.Answer | undefined = () => undefined) => {
  const posted: Array<Posted> = []
  const runs = new Map<string, { readonly id: string; readonly prompt: string }>()
  const prompts = new Map<string, string>()
  const script = (request: FaultServer.RecordedRequest): FaultServer.Answer => {
    if (request.method === "POST") {
      const key = request.headers["idempotency-key"]
      const one = { content: promptOf(request.json()), key: typeof key === "string" ? key : undefined }
      posted.push(one)
      const other = onStart(one, posted.length - 1)
      if (other !== undefined) return other
      const run = runs.get(String(key)) ?? { id: `run-${runs.size}`, prompt: one.content }
      runs.set(String(key), run)
      prompts.set(run.id, run.prompt)
      return FaultServer.json({
        response_id: run.id,
        thread_id: `thread-of-${run.id}`,
        status: "queued",
        tenant_id: H.ids.tenant,
        created_at: "2025-09-14T19:24:28.100000+00:00"
      })
    }
    const id = request.url.split("/").at(-1)?.split("?")[0] ?? ""
    const prompt = prompts.get(id)
    if (prompt === undefined) return FaultServer.json({ detail: "unknown run" }, { status: 404 })
    return prompt.startsWith("fail")
      ? H.state("failed", [], { response_id: id, thread_id: `thread-of-${id}`, error: { message: "no luck" } })
      : H.done({ response_id: id, thread_id: `thread-of-${id}`, output_text: `answer to ${prompt}` })
  }
  return { posted, runs, prompts, script }
}

const items = (...prompts: ReadonlyArray<string>): ReadonlyArray<Batch.BatchItem> =>
  prompts.map((prompt) => ({ id: `id-${prompt}`, input: prompt }))

const many = (count: number): ReadonlyArray<Batch.BatchItem> => items(...Array.from({ length: count }, (_, n) => `p${n}`))

const told = (results: Iterable<Batch.BatchResult<Batch.BatchItem, { readonly output_text?: unknown }, { readonly _tag: string }>>) =>
  [...results].map((result) =>
    result._tag === "Succeeded" ? [result.id, result.response.output_text] : [result.id, result.error._tag]
  )

const tooMany = (seconds?: number): FaultServer.Answer =>
  FaultServer.json(
    { detail: "slow down" },
    { status: 429, headers: seconds === undefined ? {} : { "retry-after": String(seconds) } }
  )

describe("a batch", () => {
  it.scoped("each item has one result, failed ones beside good ones", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis } = yield* H.make(runs.script)
      const results = yield* Stream.runCollect(
        lumnis.invokeMany(items("a", "fail b", "c"), { userId: "ada", ordered: true })
      )
      assert.deepStrictEqual(told(results), [
        ["id-a", "answer to a"],
        ["id-fail b", "RunFailedError"],
        ["id-c", "answer to c"]
      ])
      const [first, second] = Chunk.toReadonlyArray(results)
      assert.deepInclude(first, { index: 0, responseId: "run-0", threadId: "thread-of-run-0" })
      assert.strictEqual(first?.item.input, "a")
      assert.strictEqual(second?.responseId?.startsWith("run-"), true)
    })
  )
})
