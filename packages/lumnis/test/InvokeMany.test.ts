import { assert, describe, it } from "@effect/vitest"
import { AuthenticationError } from "@trilum/core/ApiError"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as fc from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Random from "effect/Random"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Batch from "../src/InvokeMany.js"
import * as H from "./support/harness.js"

interface Posted {
  readonly content: string
  readonly key: string | undefined
}

const promptOf = (body: unknown): string =>
  String((body as { messages: ReadonlyArray<{ content: string }> }).messages.at(-1)?.content)

/** What a start is answered: `instead` of a run, or `after` there is one; `undefined` for as usual. */
type Started = { readonly instead: FaultServer.Answer } | { readonly after: FaultServer.Answer } | undefined

/** A server of runs that end at once, one for each key. */
const makeRuns = (onStart: (posted: Posted, index: number) => Started = () => undefined) => {
  const posted: Array<Posted> = []
  const runs = new Map<string, { readonly id: string; readonly prompt: string }>()
  const prompts = new Map<string, string>()
  const script = (request: FaultServer.RecordedRequest): FaultServer.Answer => {
    if (request.method === "POST") {
      const key = request.headers["idempotency-key"]
      const one = { content: promptOf(request.json()), key: typeof key === "string" ? key : undefined }
      posted.push(one)
      const other = onStart(one, posted.length - 1)
      if (other !== undefined && "instead" in other) return other.instead
      const run = runs.get(String(key)) ?? { id: `run-${runs.size}`, prompt: one.content }
      runs.set(String(key), run)
      prompts.set(run.id, run.prompt)
      if (other !== undefined) return other.after
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

const many = (count: number): ReadonlyArray<Batch.BatchItem> =>
  items(...Array.from({ length: count }, (_, n) => `p${n}`))

const reported = (
  results: Iterable<Batch.BatchResult<Batch.BatchItem, { readonly output_text?: unknown }, { readonly _tag: string }>>
) =>
  [...results].map((result) =>
    result._tag === "Succeeded" ? [result.id, result.response.output_text] : [result.id, result.error._tag]
  )

const tooMany = (seconds?: number): FaultServer.Answer =>
  FaultServer.json(
    { detail: "slow down" },
    { status: 429, headers: seconds === undefined ? {} : { "retry-after": String(seconds) } }
  )

const failedOf = (result: Batch.BatchResult | undefined) => (result?._tag === "Failed" ? result.error : undefined)

describe("a batch", () => {
  it.scoped("each item has one result, failed ones beside good ones", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis } = yield* H.make(runs.script)
      const results = yield* Stream.runCollect(
        lumnis.invokeMany(items("a", "fail b", "c"), { userId: "ada", ordered: true })
      )
      assert.deepStrictEqual(reported(results), [
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

  it.scoped("a failed run is a result like others when it is asked for", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(makeRuns().script)
      const results = yield* Stream.runCollect(
        lumnis.invokeMany(items("fail a"), { userId: "ada", failedRuns: "return" })
      )
      const [result] = Chunk.toReadonlyArray(results)
      assert.strictEqual(result?._tag === "Succeeded" && result.response.status, "failed")
    })
  )

  it.scoped("no more runs are under way than allowed, and results come in order however they end", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const gates = new Map<string, FaultServer.Gate>()
      let open = 0
      let most = 0
      const { lumnis, server } = yield* H.make((request) => {
        if (request.method === "POST") {
          open += 1
          most = Math.max(most, open)
          return runs.script(request)
        }
        const gate = FaultServer.gate()
        gates.set(request.url.split("/").at(-1)?.split("?")[0] ?? "", gate)
        const answer = runs.script(request)
        return FaultServer.after(
          gate.opened.then(() => {
            open -= 1
          }),
          answer
        )
      })
      const fiber = yield* Effect.fork(
        Stream.runCollect(lumnis.invokeMany(many(7), { userId: "ada", concurrency: 3, ordered: true }))
      )
      yield* server.awaitRequests(6)
      assert.strictEqual(runs.posted.length, 3)
      // The last of the first three ends first.
      for (const run of ["run-2", "run-1", "run-0"]) gates.get(run)?.open()
      for (let run = 3; run < 7; run++) {
        while (!gates.has(`run-${run}`)) yield* H.turn
        gates.get(`run-${run}`)?.open()
      }
      const results = yield* Fiber.join(fiber)
      assert.strictEqual(most, 3)
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(results).map(({ index }) => index),
        [0, 1, 2, 3, 4, 5, 6]
      )
    })
  )

  it.scoped("items are taken as there is room for them, and a consumer that stops stops all", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(makeRuns().script)
      let taken = 0
      let closed = false
      function* endless(): Generator<Batch.BatchItem> {
        try {
          while (true) yield { id: `${taken}`, input: `p${taken++}` }
        } finally {
          closed = true
        }
      }
      const results = yield* Stream.runCollect(
        Stream.take(lumnis.invokeMany(endless(), { userId: "ada", concurrency: 2 }), 3)
      )
      assert.strictEqual(Chunk.size(results), 3)
      assert.isAtMost(taken, 3 + 4)
      assert.isTrue(closed)
    })
  )

  it.scoped("a slow consumer holds the starts back", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis } = yield* H.make(runs.script)
      const gate = FaultServer.gate()
      const fiber = yield* Effect.fork(
        Stream.runForEach(lumnis.invokeMany(many(50), { userId: "ada", concurrency: 2 }), () =>
          Effect.promise(() => gate.opened)
        )
      )
      while (runs.posted.length < 4) yield* H.turn
      for (let turns = 0; turns < 50; turns++) yield* H.turn
      assert.isAtMost(runs.posted.length, 8)
      gate.open()
      yield* Fiber.join(fiber)
      assert.strictEqual(runs.posted.length, 50)
    })
  )

  it.scoped("a source that fails ends the batch with its own error", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(makeRuns().script)
      const source = Stream.concat(Stream.fromIterable(items("a")), Stream.fail("no more" as const))
      const failure = yield* Effect.flip(Stream.runDrain(lumnis.invokeMany(source, { userId: "ada" })))
      assert.strictEqual(failure, "no more")
    })
  )

  it.scoped("a source that fails ends the batch although requests are under way, also under a test clock", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { lumnis, server } = yield* H.make(() => FaultServer.after(gate.opened, FaultServer.json({})))
      const failing = Effect.zipRight(server.awaitRequests(2), Effect.fail("no more" as const))
      const source = Stream.concat(Stream.fromIterable(items("a", "b")), Stream.fromEffect(failing))
      const failure = yield* Effect.flip(Stream.runDrain(lumnis.invokeMany(source, { userId: "ada" })))
      gate.open()
      assert.strictEqual(failure, "no more")
    })
  )

  it.scopedLive("an error of the whole batch names the first 20 runs that continue, and counts the others", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const gate = FaultServer.gate()
      const { lumnis, server } = yield* H.make((request) =>
        request.method === "GET" ? FaultServer.after(gate.opened, FaultServer.json({})) : runs.script(request)
      )
      const failing = Effect.zipRight(
        server.awaitRequests(44),
        Effect.fail(new AuthenticationError({ platform: "lumnis", message: "expired", status: 401 }))
      )
      const source = Stream.concat(Stream.fromIterable(many(22)), Stream.fromEffect(failing))
      const failure = yield* Effect.flip(
        Stream.runDrain(lumnis.invokeMany(source, { userId: "ada", concurrency: 30, adaptive: false }))
      )
      gate.open()
      assert.strictEqual(failure._tag, "AuthenticationError")
      const named = failure.hint?.match(/run-\d+/g) ?? []
      assert.lengthOf(new Set(named), 20)
      assert.include(failure.hint, "and 2 more")
    })
  )

  it.scoped("answers are decoded with a schema, and what does not fit is the failure of its item", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis } = yield* H.make((request) =>
        request.method === "GET" && request.url.includes("run-0")
          ? H.done({ response_id: "run-0", structured_response: { stars: "5" } })
          : request.method === "GET"
            ? H.done({ response_id: "run-1", structured_response: { stars: 5 } })
            : runs.script(request)
      )
      const schema = Schema.Struct({ stars: Schema.NumberFromString })
      const results = yield* Stream.runCollect(
        lumnis.invokeMany(items("a", "b"), { userId: "ada", schema, ordered: true, concurrency: 1 })
      )
      const [good, bad] = Chunk.toReadonlyArray(results)
      assert.strictEqual(good?._tag === "Succeeded" && good.response.structured.stars, 5)
      assert.strictEqual(bad?._tag === "Failed" && bad.error._tag, "StructuredOutputError")
    })
  )

  it.scoped("what cannot be sent fails its item alone, options that make no sense fail at once", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis, server } = yield* H.make(runs.script)
      const results = yield* Stream.runCollect(
        lumnis.invokeMany(
          [
            { id: "a", input: [] },
            { id: "b", input: "hi", files: ["report.pdf"] },
            { id: "", input: "hi" },
            { id: "c", input: "hi", userId: "" }
          ],
          { ordered: true }
        )
      )
      assert.deepStrictEqual(
        reported(results).map(([, tag]) => tag),
        ["ValidationError", "LocalFileNotSupported", "ValidationError", "MissingUserId"]
      )
      const wrong: ReadonlyArray<readonly [object, string]> = [
        [{ concurrency: 0 }, "concurrency"],
        [{ retries: -1 }, "retries"],
        [{ stopAfterFailures: 1.5 }, "stopAfterFailures"],
        [{ concurency: 3 }, "concurency"],
        [{ batchId: "a", checkpoint: Batch.makeMemoryCheckpoint("b") }, 'batch "b"']
      ]
      for (const [options, message] of wrong) {
        const failure = yield* Effect.flip(Stream.runDrain(lumnis.invokeMany(items("a"), options)))
        assert.strictEqual(failure._tag, "ValidationError")
        assert.include(failure.message, message)
      }
      assert.strictEqual(server.requests.length, 0)
    })
  )

  it.scoped("two items of one id under way never become two runs", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis } = yield* H.make(runs.script)
      const twice = [...items("a"), ...items("a")]
      const results = yield* Stream.runCollect(lumnis.invokeMany(twice, { userId: "ada", ordered: true }))
      assert.deepStrictEqual(reported(results), [
        ["id-a", "answer to a"],
        ["id-a", "ValidationError"]
      ])
      assert.strictEqual(runs.runs.size, 1)
    })
  )

  it.scoped("a key that the server refuses ends the batch and not item after item", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make(() => FaultServer.json({ detail: "who?" }, { status: 401 }))
      const failure = yield* Effect.flip(
        Stream.runDrain(lumnis.invokeMany(many(100), { userId: "ada", concurrency: 2 }))
      )
      assert.instanceOf(failure, AuthenticationError)
      assert.isAtMost(server.requests.length, 2)
    })
  )

  it.scoped("after too many failures nothing is started, and what was under way is told first", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis } = yield* H.make(runs.script)
      const results: Array<string> = []
      const failure = yield* Effect.flip(
        Stream.runForEach(
          lumnis.invokeMany(items("a", "fail b", "fail c", "d", "e", "f"), {
            userId: "ada",
            concurrency: 1,
            stopAfterFailures: 2
          }),
          ({ id }) => Effect.sync(() => results.push(id))
        )
      )
      assert.deepStrictEqual(results, ["id-a", "id-fail b", "id-fail c"])
      assert.strictEqual(failure._tag === "BatchStoppedError" && failure.failures, 2)
      assert.strictEqual(runs.posted.length, 3)
    })
  )

  it.scoped("too many failures end a batch whose source is silent", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(makeRuns().script)
      const source = Stream.concat(Stream.fromIterable(items("fail a")), Stream.never)
      const failure = yield* Effect.flip(
        Stream.runDrain(lumnis.invokeMany(source, { userId: "ada", stopAfterFailures: 1 }))
      )
      assert.strictEqual(failure._tag, "BatchStoppedError")
    })
  )
})

describe("the pace of a batch", () => {
  it.scoped("an answer that says when to come back holds all starts until then", () =>
    Effect.gen(function* () {
      const runs = makeRuns(({ content }, index) =>
        content === "p1" && index === 1 ? { instead: tooMany(20) } : undefined
      )
      const { lumnis, server, times } = yield* H.make(runs.script)
      const fiber = yield* Effect.fork(
        Stream.runCollect(lumnis.invokeMany(many(4), { userId: "ada", concurrency: 1, adaptive: false }))
      )
      // p0 and its look; p1, which is refused.
      yield* server.awaitRequests(3)
      yield* H.passSleep(20_000)
      const results = yield* Fiber.join(fiber)
      assert.strictEqual(Chunk.size(results), 4)
      assert.deepStrictEqual(times.slice(0, 3), [0, 0, 0])
      assert.isTrue(times.slice(3).every((time) => time === 20_000))
    })
  )

  it.scoped("one item's pause holds the others' starts, but not what is under way", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const runs = makeRuns(({ content }, index) =>
        content === "p1" && index < 2 ? { instead: tooMany(5) } : undefined
      )
      const { lumnis, server, times } = yield* H.make((request) => {
        const answer = runs.script(request)
        return request.url.includes("run-0") ? FaultServer.after(gate.opened, answer) : answer
      })
      const fiber = yield* Effect.fork(
        Stream.runCollect(lumnis.invokeMany(many(3), { userId: "ada", concurrency: 2, adaptive: false, ordered: true }))
      )
      yield* server.awaitRequests(3)
      // The repeat of p1 sleeps: its 429 was read, so the pause is known.
      yield* H.awaitSleep(5000)
      gate.open()
      // p0 ends within the pause, and the place it leaves waits.
      for (let turns = 0; turns < 50; turns++) yield* H.turn
      assert.strictEqual(server.requests.length, 3)
      yield* TestClock.adjust(4999)
      assert.strictEqual(server.requests.length, 3)
      yield* TestClock.adjust(1)
      const results = yield* Fiber.join(fiber)
      assert.strictEqual(Chunk.size(results), 3)
      assert.deepStrictEqual(
        times.map((time) => time === 0),
        [true, true, true, false, false, false, false]
      )
    })
  )

  it.scoped("a pause has a cap, so that no server can stop a batch for a year", () =>
    Effect.gen(function* () {
      const runs = makeRuns((_, index) => (index === 0 ? { instead: tooMany(31_536_000) } : undefined))
      const { lumnis, server } = yield* H.make(runs.script)
      const fiber = yield* Effect.fork(
        Effect.withRandom(Stream.runDrain(lumnis.invokeMany(many(1), { userId: "ada" })), Random.fixed([0.5]))
      )
      yield* server.awaitRequests(1)
      // The call fails at once, since the server asks for more than its cap; the batch waits for its own cap.
      yield* H.passSleep(500)
      yield* H.passSleep(59_500)
      yield* Fiber.join(fiber)
    })
  )

  it.scoped("an item is taken up again after the client's repeats were in vain, with the same key", () =>
    Effect.gen(function* () {
      const runs = makeRuns((_, index) => (index < 2 ? { instead: FaultServer.reset } : undefined))
      const { lumnis, server } = yield* H.make(runs.script, { retry: false })
      const fiber = yield* Effect.fork(
        Effect.withRandom(Stream.runCollect(lumnis.invokeMany(many(1), { userId: "ada" })), Random.fixed([0.5]))
      )
      yield* server.awaitRequests(1)
      yield* H.passSleep(500)
      yield* server.awaitRequests(2)
      yield* H.passSleep(1000)
      const results = yield* Fiber.join(fiber)
      assert.deepStrictEqual(reported(results), [["id-p0", "answer to p0"]])
      assert.strictEqual(new Set(runs.posted.map(({ key }) => key)).size, 1)
      assert.strictEqual(runs.posted.length, 3)
    })
  )

  it.scoped("repeats end, and the last failure is the item's", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make(() => FaultServer.json({}, { status: 503 }), { retry: false })
      const results = yield* Stream.runCollect(lumnis.invokeMany(many(1), { userId: "ada", retries: 0 }))
      assert.strictEqual(failedOf(Chunk.toReadonlyArray(results)[0])?._tag, "ServerError")
      assert.strictEqual(server.requests.length, 1)
    })
  )
})

describe("idempotency keys", () => {
  it.scoped("are the same after a restart, and others for another batch, id, content, user or attempt", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis } = yield* H.make(runs.script)
      const keyOf = (item: Batch.BatchItem, options: Batch.InvokeManyOptions) =>
        Effect.map(Stream.runDrain(lumnis.invokeMany([item], options)), () => runs.posted.at(-1)?.key)
      const base = { batchId: "b", userId: "ada" }
      const first = yield* keyOf({ id: "1", input: "hi", options: { a: 1, b: 2 } }, base)
      assert.match(String(first), /^[0-9a-f]{64}$/)
      assert.strictEqual(yield* keyOf({ id: "1", input: "hi", options: { b: 2, a: 1 } }, base), first)
      assert.strictEqual(
        yield* keyOf({ id: "1", input: "hi", userId: "ada", options: { a: 1, b: 2 } }, { batchId: "b" }),
        first
      )
      assert.strictEqual(runs.runs.size, 1)
      const others = [
        yield* keyOf({ id: "1", input: "hi", options: { a: 1, b: 2 } }, { ...base, batchId: "c" }),
        yield* keyOf({ id: "2", input: "hi", options: { a: 1, b: 2 } }, base),
        yield* keyOf({ id: "1", input: "ho", options: { a: 1, b: 2 } }, base),
        yield* keyOf({ id: "1", input: "hi", options: { a: 1, b: 2 } }, { ...base, userId: "bob" }),
        yield* keyOf({ id: "1", input: "hi", attempt: 1, options: { a: 1, b: 2 } }, base)
      ]
      assert.strictEqual(new Set([first, ...others]).size, 6)
      const bound = yield* Stream.runDrain(
        lumnis.forUser("bob").invokeMany([{ id: "1", input: "hi" }], { batchId: "b" })
      ).pipe(
        Effect.zipRight(Stream.runDrain(lumnis.forUser("eve").invokeMany([{ id: "1", input: "hi" }], { batchId: "b" })))
      )
      assert.isUndefined(bound)
      assert.notStrictEqual(runs.posted.at(-1)?.key, runs.posted.at(-2)?.key)
    })
  )
})

describe("a checkpoint", () => {
  it.scoped("leaves out what is finished and waits for what was started", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis, server } = yield* H.make(runs.script)
      const checkpoint = Batch.makeMemoryCheckpoint()
      const options = { userId: "ada", checkpoint, concurrency: 1 }
      yield* Stream.runDrain(Stream.take(lumnis.invokeMany(items("a", "b"), options), 1))
      const before = server.requests.length
      const results = yield* Stream.runCollect(lumnis.invokeMany(items("a", "b", "c"), options))
      // The consumer never asked for more after a, so it may not have kept it.
      assert.deepStrictEqual(reported(results), [
        ["id-a", "answer to a"],
        ["id-b", "answer to b"],
        ["id-c", "answer to c"]
      ])
      assert.strictEqual(runs.runs.size, 3)
      assert.strictEqual(
        server.requests.slice(before).filter(({ method, url }) => method === "GET" && url.includes("run-0")).length,
        1
      )
      const rest = yield* Stream.runCollect(lumnis.invokeMany(items("a", "b", "c"), options))
      assert.strictEqual(Chunk.size(rest), 0)
    })
  )

  it.scoped("whose run the server has forgotten starts it again", () =>
    Effect.gen(function* () {
      const runs = makeRuns()
      const { lumnis } = yield* H.make(runs.script)
      const checkpoint = Batch.makeMemoryCheckpoint("b")
      const options = { userId: "ada", checkpoint }
      yield* Stream.runDrain(Stream.take(lumnis.invokeMany(items("a"), options), 1))
      runs.prompts.clear()
      runs.runs.clear()
      const results = yield* Stream.runCollect(lumnis.invokeMany(items("a"), options))
      assert.deepStrictEqual(reported(results), [["id-a", "answer to a"]])
    })
  )

  it.scoped("that fails ends the batch, with its reason and no secret", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make(makeRuns().script)
      const broken = [
        { ...Batch.makeMemoryCheckpoint(), find: () => Promise.reject(new Error("disk on fire")) },
        { ...Batch.makeMemoryCheckpoint(), started: () => Effect.fail(new Error("disk on fire")) },
        {
          ...Batch.makeMemoryCheckpoint(),
          finished: () => {
            throw new Error("disk on fire")
          }
        }
      ]
      for (const checkpoint of broken) {
        const failure = yield* Effect.flip(
          Stream.runDrain(lumnis.invokeMany(items("a"), { userId: "ada", checkpoint }))
        )
        assert.strictEqual(failure._tag, "CheckpointError")
        assert.include(failure.message, "disk on fire")
      }
    })
  )

  const answers: Readonly<Record<string, Started>> = {
    none: undefined,
    reset: { instead: FaultServer.reset },
    lost: { after: FaultServer.reset },
    busy: { instead: tooMany(0) },
    down: { instead: FaultServer.json({}, { status: 503 }) }
  }
  const steps = fc.record({
    items: fc.integer({ min: 1, max: 12 }),
    concurrency: fc.integer({ min: 1, max: 4 }),
    ordered: fc.boolean(),
    remembers: fc.boolean(),
    // How many results each run of the program takes before it dies.
    deaths: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
    // What happens to the starts, in their order.
    faults: fc.array(fc.constantFrom(...Object.keys(answers)), { maxLength: 24 })
  })

  it.scoped(
    "any interleaving of failures and restarts gives each item one run and, kept by their consumer, one result",
    () =>
      Effect.gen(function* () {
        let runs = makeRuns()
        const retry = { maxRetries: 30, baseDelay: 0, jitter: "none" } as const
        const { lumnis } = yield* H.make((request) => runs.script(request), { retry })
        const restarted = async (step: typeof steps extends fc.Arbitrary<infer A> ? A : never): Promise<void> => {
          runs = makeRuns((_, index) => answers[step.faults[index] ?? "none"])
          const checkpoint = Batch.makeMemoryCheckpoint("b")
          const kept = new Map<string, number>()
          const all = many(step.items)
          const keep = (result: Batch.BatchResult) =>
            Effect.sync(() => {
              assert.strictEqual(result._tag, "Succeeded")
              kept.set(result.id, (kept.get(result.id) ?? 0) + 1)
            })
          for (const results of [...step.deaths, step.items]) {
            const left = all.filter(({ id }) => !kept.has(id))
            const batch = lumnis.invokeMany(left, {
              userId: "ada",
              batchId: "b",
              concurrency: step.concurrency,
              ordered: step.ordered,
              checkpoint: step.remembers ? checkpoint : undefined
            })
            await Effect.runPromise(Stream.runDrain(Stream.take(Stream.tap(batch, keep), results)))
          }
          assert.deepStrictEqual([...kept.keys()].sort(), all.map(({ id }) => id).sort())
          assert.isTrue([...kept.values()].every((times) => times === 1))
          assert.strictEqual(runs.runs.size, step.items)
        }
        yield* Effect.promise(() => fc.assert(fc.asyncProperty(steps, restarted), { numRuns: 40 }))
      }),
    60_000
  )
})
