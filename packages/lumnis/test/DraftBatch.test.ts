import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as TestContext from "effect/TestContext"
import type { DraftEvent } from "../src/DraftEvent.js"
import * as H from "./support/harness.js"

const draft = (n: number) => ({
  id: `d${n}`,
  status: "pending_review",
  content: `Hello ${n}`,
  created_at: "2025-09-14T19:24:28Z",
  prospect_external_id: `p${n}`
})

/** Every third prospect cannot be drafted; all of those have the same name. */
const isHopeless = (n: number): boolean => n % 3 === 2
const hopeless = { prospect: "Nobody", error: "no way to reach" }

const line = (event: string, data: unknown): string => `data: ${JSON.stringify({ event, data })}\n\n`

const summary = (count: number) => {
  const all = Array.from({ length: count }, (_, n) => n)
  const drafts = all.filter((n) => !isHopeless(n)).map(draft)
  const errors = all.filter(isHopeless).map(() => hopeless)
  return { drafts, errors }
}

/** The events of a batch, each as the server writes it. */
const eventsOf = (count: number): ReadonlyArray<string> => {
  const { drafts, errors } = summary(count)
  return [
    line("job_started", { job_id: "job-1" }),
    ...Array.from({ length: count }, (_, n) => [
      ": keep-alive\n\n",
      line("something_new", { n }),
      isHopeless(n)
        ? line("error", hopeless)
        : line("draft_created", { draft: draft(n), prospect_external_id: `p${n}` }),
      line("progress", {
        processed: n + 1,
        total: count,
        percentage: ((n + 1) / count) * 100,
        current_prospect: `${n}`
      })
    ]).flat(),
    line("complete", {
      job_id: "job-1",
      created: drafts.length,
      errors: errors.length,
      drafts,
      error_details: errors
    })
  ]
}

const statusOf = (count: number, status: string) => {
  const { drafts, errors } = summary(count)
  const done = status === "completed" ? count : Math.floor(count / 2)
  const seen = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> => (status === "completed" ? list : list.slice(0, 1))
  return FaultServer.json({
    job_id: "job-1",
    status,
    created_at: "2025-09-14T19:24:28Z",
    drafts: seen(drafts),
    errors: seen(errors),
    error_message: status === "failed" ? "out of credits" : null,
    progress: {
      drafts_created: drafts.length,
      errors: errors.length,
      processed: done,
      total: count,
      percentage: (done / count) * 100
    }
  })
}

const head = { headers: { "content-type": "text/event-stream" } }

interface Plan {
  readonly count: number
  /** Where each connection is cut, as a share of what it would have sent. */
  readonly cuts: ReadonlyArray<number>
  /** `replay`: a resumed stream begins anew. `continue`: it goes on behind the last event the server had begun to write. */
  readonly resume: "replay" | "continue"
}

/** A server whose job outlives its connections. */
const script = ({ count, cuts, resume }: Plan): FaultServer.Script => {
  const events = eventsOf(count)
  let connections = 0
  let from = 0
  let polls = 0
  return (request) => {
    if (request.method === "GET") return statusOf(count, polls++ < 2 ? "in_progress" : "completed")
    const pending =
      resume === "replay" || connections === 0 ? events : [events[0] ?? "", ...events.slice(Math.max(1, from))]
    const body = pending.join("")
    const cut = cuts[connections++]
    if (cut === undefined) return FaultServer.sse(body)
    const bytes = Math.floor(cut * (Buffer.byteLength(body) - 1))
    let sent = 0
    const begun = pending.findIndex((event) => (sent += Buffer.byteLength(event)) > bytes)
    if (resume === "continue") from = connections === 1 ? begun + 1 : Math.max(1, from) + begun
    return FaultServer.closeAfter(bytes, { ...head, body })
  }
}

const prospects = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ external_id: `p${n}`, name: isHopeless(n) ? "Nobody" : `P ${n}` }))

const params = (count: number) => ({ channel: "linkedin", project_id: "pr", prospects: prospects(count) })

/** Runs a batch and lets every wait in it pass. */
const run = (plan: Plan, more: object = {}) =>
  Effect.gen(function* () {
    const { lumnis, server } = yield* H.make(script(plan), { retry: false })
    const emitted: Array<DraftEvent> = []
    const fiber = yield* Effect.fork(
      Stream.runForEach(lumnis.forUser("ada").messaging.draftBatch({ ...params(plan.count), ...more }), (event) =>
        Effect.sync(() => void emitted.push(event))
      ).pipe(Effect.either)
    )
    while ((yield* Fiber.poll(fiber))._tag === "None") {
      yield* H.turn
      yield* TestClock.adjust(500)
    }
    return { outcome: yield* Fiber.join(fiber), server, emitted }
  })

const assertWhole = (emitted: ReadonlyArray<DraftEvent>, count: number): void => {
  const { drafts, errors } = summary(count)
  const ids = emitted.flatMap((event) => (event._tag === "DraftCreated" ? [event.draft.id] : []))
  assert.deepStrictEqual([...ids].sort(), drafts.map(({ id }) => id).sort())
  const failed = emitted.filter(({ _tag }) => _tag === "ProspectFailed")
  assert.strictEqual(failed.length, errors.length)
  const processed = emitted.flatMap((event) => (event._tag === "Progress" ? [event.processed] : []))
  assert.deepStrictEqual(
    processed,
    [...new Set(processed)].sort((a, b) => a - b)
  )
  assert.strictEqual(emitted.filter(({ _tag }) => _tag === "JobStarted").length, 1)
  const last = emitted.at(-1)
  assert.strictEqual(last?._tag, "Completed")
  assert.strictEqual(emitted.filter(({ _tag }) => _tag === "Completed").length, 1)
  if (last?._tag === "Completed") assert.deepInclude(last, { created: drafts.length, errors: errors.length })
}

describe("a batch of drafts", () => {
  it.scoped("is told event by event; unknown events and keep-alive comments are left out", () =>
    Effect.gen(function* () {
      const { emitted, server } = yield* run({ count: 3, cuts: [], resume: "replay" })
      assert.deepStrictEqual(
        emitted.map(({ _tag }) => _tag),
        [
          "JobStarted",
          "DraftCreated",
          "Progress",
          "DraftCreated",
          "Progress",
          "ProspectFailed",
          "Progress",
          "Completed"
        ]
      )
      const [request] = server.requests
      assert.strictEqual(request?.url, "/v1/messaging/drafts/batch/stream?user_id=ada")
      assert.strictEqual(request?.headers.accept, "text/event-stream")
      assert.deepStrictEqual(request?.json(), params(3))
    })
  )

  it.scoped("is resumed by its job after a cut, and begun only once", () =>
    Effect.gen(function* () {
      const { emitted, server } = yield* run({ count: 5, cuts: [0.4, 0.7], resume: "replay" })
      assertWhole(emitted, 5)
      assert.deepStrictEqual(
        server.requests.map(({ url }) => new URL(url, server.url).searchParams.get("job_id")),
        [null, "job-1", "job-1"]
      )
    })
  )

  it.scoped("is polled when its stream brings nothing new any more", () =>
    Effect.gen(function* () {
      const cuts = Array.from({ length: 20 }, () => 0.5)
      const { emitted, server } = yield* run({ count: 6, cuts, resume: "replay" })
      assertWhole(emitted, 6)
      const methods = server.requests.map(({ method }) => method)
      assert.deepStrictEqual(methods, ["POST", "POST", "POST", "POST", "GET", "GET", "GET"])
    })
  )

  it.effect("nothing is lost or told twice, wherever the stream is cut and however it goes on", () =>
    Effect.promise(() =>
      FastCheck.assert(
        FastCheck.asyncProperty(
          FastCheck.record({
            count: FastCheck.integer({ min: 1, max: 9 }),
            // A cut before the first event is whole leaves no job to resume.
            cuts: FastCheck.array(FastCheck.double({ min: 0.2, max: 1, noNaN: true }), { maxLength: 12 }),
            resume: FastCheck.constantFrom("replay" as const, "continue" as const)
          }),
          (plan) =>
            Effect.runPromise(
              Effect.gen(function* () {
                const { outcome, emitted } = yield* run(plan)
                assert.strictEqual(outcome._tag, "Right", String(outcome._tag === "Left" ? outcome.left : ""))
                assertWhole(emitted, plan.count)
              }).pipe(Effect.scoped, Effect.provide(TestContext.TestContext))
            )
        ),
        { numRuns: 60 }
      )
    )
  )

  it.scoped("that is cut before there is a job fails with the cut itself", () =>
    Effect.gen(function* () {
      const { outcome, server, emitted } = yield* run({ count: 3, cuts: [0.001], resume: "replay" })
      assert.strictEqual(outcome._tag === "Left" && outcome.left._tag, "StreamError")
      assert.deepStrictEqual(emitted, [])
      assert.strictEqual(server.requests.length, 1)
    })
  )

  it.scoped("that the platform gives up is a typed error with what it said, after what it had done", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(
        (request) => (request.method === "GET" ? statusOf(4, "failed") : FaultServer.json({}, { status: 404 })),
        { retry: false }
      )
      const emitted: Array<string> = []
      const error = yield* Effect.flip(
        Stream.runForEach(lumnis.forUser("ada").messaging.draftBatch({ ...params(4), job_id: "job-1" }), ({ _tag }) =>
          Effect.sync(() => void emitted.push(_tag))
        )
      )
      assert.deepInclude(error, { _tag: "JobFailedError", jobId: "job-1", code: "JOB_FAILED" })
      assert.match(error.message, /out of credits/)
      assert.deepStrictEqual(emitted, ["JobStarted", "DraftCreated", "ProspectFailed", "Progress"])
    })
  )

  it.scoped("that can be neither streamed nor polled is a typed error with its job", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(
        (request) =>
          request.method === "GET"
            ? FaultServer.json({ message: "gone" }, { status: 404, headers: { "x-request-id": "r9" } })
            : FaultServer.json({}, { status: 404 }),
        { retry: false }
      )
      const error = yield* Effect.flip(
        Stream.runDrain(lumnis.forUser("ada").messaging.draftBatch({ ...params(4), job_id: "job-1" }))
      )
      assert.deepInclude(error, { _tag: "DraftJobLostError", jobId: "job-1", created: 0, status: 404, requestId: "r9" })
    })
  )

  it.scoped("a wrong key is no reason to try again", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make(() => FaultServer.json({}, { status: 401 }), { retry: false })
      const error = yield* Effect.flip(
        Stream.runDrain(lumnis.forUser("ada").messaging.draftBatch({ ...params(1), job_id: "job-1" }))
      )
      assert.strictEqual(error._tag, "AuthenticationError")
      assert.strictEqual(server.requests.length, 1)
    })
  )

  it.scoped("a deadline ends the stream with the job's id in the message and closes the socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      channel.push(line("job_started", { job_id: "job-1" }))
      const { lumnis } = yield* H.make([FaultServer.controlledSse(channel)])
      const begun = FaultServer.gate()
      const fiber = yield* Effect.fork(
        Stream.runForEach(lumnis.forUser("ada").messaging.draftBatch({ ...params(2), deadline: "30 seconds" }), () =>
          Effect.sync(() => begun.open())
        ).pipe(Effect.flip)
      )
      yield* Effect.promise(() => begun.opened)
      yield* TestClock.adjust(30_000)
      const error = yield* Fiber.join(fiber)
      assert.deepInclude(error, { _tag: "WaitTimeoutError", subject: "draft job job-1" })
      yield* channel.closed
    })
  )

  it.scoped("leaving the stream early closes its socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      channel.push(line("job_started", { job_id: "job-1" }))
      const { lumnis } = yield* H.make([FaultServer.controlledSse(channel)])
      const events = yield* Stream.runCollect(Stream.take(lumnis.forUser("ada").messaging.draftBatch(params(2)), 1))
      assert.strictEqual(Chunk.unsafeHead(events)._tag, "JobStarted")
      yield* channel.closed
    })
  )

  for (const missing of [1, 2]) {
    it.scoped(`the last event is read without the last ${missing} line ends, and the batch is not begun again`, () =>
      Effect.gen(function* () {
        const whole = eventsOf(2).join("")
        const { lumnis, server } = yield* H.make(() => FaultServer.sse(whole.slice(0, -missing)), { retry: false })
        assertWhole(
          Chunk.toReadonlyArray(yield* Stream.runCollect(lumnis.forUser("ada").messaging.draftBatch(params(2)))),
          2
        )
        assert.lengthOf(server.requests, 1)
      })
    )
  }

  it.scoped("a job whose first event lacks its blank line is resumed, not begun again", () =>
    Effect.gen(function* () {
      const whole = eventsOf(2).join("")
      const first = eventsOf(2)[0] ?? ""
      const { lumnis, server } = yield* H.make(
        (_, index) => FaultServer.sse(index === 0 ? first.slice(0, -1) : whole),
        { retry: false }
      )
      const fiber = yield* Effect.fork(Stream.runCollect(lumnis.forUser("ada").messaging.draftBatch(params(2))))
      yield* server.awaitRequests(1)
      while ((yield* Fiber.poll(fiber))._tag === "None") {
        yield* H.turn
        yield* TestClock.adjust(500)
      }
      assertWhole(Chunk.toReadonlyArray(yield* Fiber.join(fiber)), 2)
      assert.deepStrictEqual(
        server.requests.map(({ url }) => new URL(url, server.url).searchParams.get("job_id")),
        [null, "job-1"]
      )
    })
  )
})
