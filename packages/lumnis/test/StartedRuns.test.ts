/** A run that the server has taken is never lost: every failure afterwards names it and says how to continue. */
import { assert, describe, it } from "@effect/vitest"
import type { TrilumError } from "@trilum/core/ApiError"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { createLumnis } from "../src/promise.js"
import * as H from "./support/harness.js"

const ada = { userId: "ada" }
const once = { retry: false } as const

const faults = [
  ["a reset", FaultServer.reset, "TransportError"],
  ["401", FaultServer.json({ message: "expired" }, { status: 401 }), "AuthenticationError"],
  ["403", FaultServer.json({ message: "no" }, { status: 403 }), "PermissionDeniedError"],
  ["404", FaultServer.json({ message: "gone" }, { status: 404 }), "NotFoundError"],
  ["429", FaultServer.json({ message: "slow down" }, { status: 429 }), "RateLimitError"],
  ["503", FaultServer.respond(503), "ServerError"],
  ["a body that is not JSON", FaultServer.respond(200, { body: "<html>" }), "DecodeError"]
] as const

const hasRun = (error: TrilumError, tag: string): void => {
  assert.strictEqual(error._tag, tag)
  assert.strictEqual(error.responseId, H.ids.response)
  assert.match(error.hint ?? "", /attach\(responseId\)/)
}

/** A server whose polls fail. */
const failing =
  (answer: FaultServer.Answer): FaultServer.Script =>
  (request) =>
    request.method === "POST" ? H.created() : answer

describe("a failing poll", () => {
  for (const [what, answer, tag] of faults) {
    it.scoped(`${what}: the error of every way to wait names the run`, () =>
      Effect.gen(function* () {
        const { lumnis } = yield* H.make(failing(answer), once)
        hasRun(yield* Effect.flip(lumnis.invoke("hi", ada)), tag)
        hasRun(yield* Effect.flip(lumnis.attach(H.ids.response)), tag)
        hasRun(yield* Effect.flip(lumnis.responses.wait(H.ids.response)), tag)
        hasRun(yield* Effect.flip(lumnis.agents.quickPeopleSearch("engineers", {}, ada)), tag)
        const tags: Array<string> = []
        const stream = lumnis.invokeStream("hi", ada).pipe(Stream.tap(({ _tag }) => Effect.sync(() => tags.push(_tag))))
        hasRun(yield* Effect.flip(Stream.runDrain(stream)), tag)
        hasRun(yield* Effect.flip(Stream.runDrain(lumnis.attachStream(H.ids.response))), tag)
        assert.deepStrictEqual(tags, ["Started"])
      })
    )

    it.scoped(`${what}: so does the rejection of the promise client`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(failing(answer))
        const lumnis = createLumnis({ apiKey: H.apiKey, baseUrl: server.url, retry: false })
        const rejected = yield* Effect.promise(() => lumnis.invoke("hi", ada).catch((error: unknown) => error))
        yield* Effect.promise(() => lumnis.close())
        assert.deepInclude(rejected, { _tag: tag, responseId: H.ids.response, threadId: H.ids.thread })
      })
    )
  }

  it.scoped("the run can be waited for with what the error says, and is not started twice", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([H.created(), FaultServer.reset, H.done()], once)
      const { responseId = "" } = yield* Effect.flip(lumnis.invoke("hi", ada))
      assert.strictEqual((yield* lumnis.attach(responseId)).output_text, "Done.")
      assert.deepStrictEqual(
        server.requests.map(({ method }) => method),
        ["POST", "GET", "GET"]
      )
    })
  )

  it.scoped("a failure after progress names the thread that the answers named", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([H.state("in_progress"), FaultServer.respond(503)], { ...once, pollInterval: 0 })
      const error = yield* Effect.flip(lumnis.attach(H.ids.response))
      hasRun(error, "ServerError")
      assert.strictEqual(error.threadId, H.ids.thread)
    })
  )

  it.scoped("a failure before the server has taken the run names none", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([FaultServer.respond(503)], once)
      const error = yield* Effect.flip(lumnis.invoke("hi", { ...ada, idempotencyKey: false }))
      assert.strictEqual(error._tag, "ServerError")
      assert.isUndefined(error.responseId)
    })
  )
})

describe("a batch", () => {
  it.scoped("an item whose poll fails names its run, beside the error and in it", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(failing(FaultServer.respond(501)), once)
      const results = yield* Stream.runCollect(lumnis.invokeMany([{ id: "a", input: "hi" }], { ...ada, retries: 0 }))
      const [result] = Chunk.toReadonlyArray(results)
      if (result?._tag !== "Failed") return assert.fail("the item did not fail")
      assert.strictEqual(result.responseId, H.ids.response)
      hasRun(result.error, "ServerError")
    })
  )

  it.scoped("an error that ends it names the runs that were under way", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(failing(FaultServer.json({ message: "expired" }, { status: 401 })), once)
      const error = yield* Effect.flip(Stream.runDrain(lumnis.invokeMany([{ id: "a", input: "hi" }], ada)))
      assert.strictEqual(error._tag, "AuthenticationError")
      assert.strictEqual(error.responseId, H.ids.response)
      assert.include(error.hint ?? "", H.ids.response)
    })
  )
})

describe("jobs", () => {
  it.scoped("a batch of drafts whose stream is refused after its start names the job", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(
        [
          FaultServer.respond(200, {
            headers: { "content-type": "text/event-stream" },
            body: `data: ${JSON.stringify({ event: "job_started", data: { job_id: "job-1" } })}\n\n`
          }),
          FaultServer.json({ message: "expired" }, { status: 401 })
        ],
        once
      )
      const drafts = lumnis.messaging.draftBatch({
        user_id: "ada",
        project_id: "p",
        channel: "email",
        prospects: [{ external_id: "p1", name: "Bob" }]
      })
      const fiber = yield* Effect.fork(Effect.flip(Stream.runDrain(drafts)))
      yield* H.passSleep(500)
      const error = yield* fiber
      assert.deepInclude(error, { _tag: "AuthenticationError", jobId: "job-1" })
      assert.match(error.hint ?? "", /job_id/)
    })
  )

  it.scoped("waits for jobs name them in every failure", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(() => FaultServer.respond(503), once)
      const waits = [
        lumnis.messaging.waitForDrafts("job-1", { user_id: "ada" }),
        lumnis.messaging.waitForSync("job-1"),
        lumnis.campaigns.waitForPlaybook("job-1")
      ]
      for (const wait of waits) {
        const error: TrilumError = yield* Effect.flip<unknown, TrilumError, never>(wait)
        assert.deepInclude(error, { _tag: "ServerError", jobId: "job-1" })
        assert.match(error.hint ?? "", /wait for it with/i)
      }
    })
  )
})
