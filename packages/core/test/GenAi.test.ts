/** Spans and metrics of agents and chats: named by the conventions, free of content, and absent without a tracer. */
import { assert, describe, it } from "@effect/vitest"
import * as GenAi from "@trilum/core/GenAi"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { recorder, type Span } from "./support/tracer.js"

class Broken extends Data.TaggedError("Broken")<Record<never, never>> {}

const attributesOf = (span: Span | undefined) => Object.fromEntries(span?.attributes ?? [])

/** What the metrics of a provider counted, by their tags. */
const counted = (name: string, provider: string) =>
  Metric.unsafeSnapshot().flatMap(({ metricKey, metricState }) => {
    const tags = Object.fromEntries(metricKey.tags.map(({ key, value }) => [key, value]))
    if (metricKey.name !== name || tags["gen_ai.provider.name"] !== provider) return []
    return [{ tags, count: Reflect.get(metricState, "count"), sum: Reflect.get(metricState, "sum") }]
  })

describe("a call", () => {
  it.effect("has a span with the names of the conventions, above the spans of its requests", () =>
    Effect.gen(function* () {
      const { spans, tracer } = recorder()
      const operation = {
        name: "invoke_agent",
        provider: "one",
        agent: "people",
        model: "m",
        conversation: "c"
      } as const
      const answer = yield* GenAi.track(operation, (record) =>
        Effect.sync(() => {
          record({ id: "r", conversation: "d" })
          record({ usage: { input: 3, output: 5 } })
          return "the answer"
        }).pipe(Effect.withSpan("request"))
      ).pipe(Effect.withTracer(tracer))
      assert.strictEqual(answer, "the answer")
      const [outer, inner] = spans
      assert.deepInclude(outer, { name: "invoke_agent people", kind: "client" })
      assert.deepStrictEqual(attributesOf(outer), {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.provider.name": "one",
        "gen_ai.agent.name": "people",
        "gen_ai.request.model": "m",
        "gen_ai.conversation.id": "d",
        "gen_ai.response.id": "r",
        "gen_ai.usage.input_tokens": 3,
        "gen_ai.usage.output_tokens": 5
      })
      assert.strictEqual(Option.getOrUndefined(inner?.parent ?? Option.none()), outer)
      assert.notInclude(
        JSON.stringify(outer?.status, (_, value) => (typeof value === "bigint" ? 0 : value)),
        "the answer"
      )
    })
  )

  it.effect("counts its seconds by outcome, and its tokens", () =>
    Effect.gen(function* () {
      const operation = { name: "chat", provider: "two", model: "m" } as const
      const slow = GenAi.track(operation, (record) => {
        record({ usage: { output: 7 } })
        return Effect.sleep("2 seconds")
      })
      const running = yield* Effect.fork(slow)
      yield* TestClock.adjust("2 seconds")
      yield* Fiber.join(running)
      yield* Effect.exit(GenAi.track(operation, () => new Broken()))
      const stopped = yield* Effect.fork(GenAi.track(operation, () => Effect.never))
      yield* Effect.yieldNow()
      yield* Fiber.interrupt(stopped)
      const tags = { "gen_ai.operation.name": "chat", "gen_ai.provider.name": "two", "gen_ai.request.model": "m" }
      assert.sameDeepMembers(counted("gen_ai.client.operation.duration", "two"), [
        { tags: { ...tags, unit: "s" }, count: 1, sum: 2 },
        { tags: { ...tags, unit: "s", "error.type": "Broken" }, count: 1, sum: 0 },
        { tags: { ...tags, unit: "s", "error.type": "interrupted" }, count: 1, sum: 0 }
      ])
      assert.deepStrictEqual(counted("gen_ai.client.token.usage", "two"), [
        { tags: { ...tags, unit: "{token}", "gen_ai.token.type": "output" }, count: 1, sum: 7 }
      ])
    })
  )

  it.effect("has no span without a tracer", () =>
    Effect.gen(function* () {
      const parent = yield* GenAi.track({ name: "chat", provider: "three" }, () => Effect.option(Effect.currentSpan))
      assert.isTrue(Option.isNone(parent))
    })
  )
})

describe("a stream", () => {
  const operation = { name: "chat", provider: "four" } as const

  it.effect("ends its span with its last item, and names the failure that ends it", () =>
    Effect.gen(function* () {
      const { spans, tracer } = recorder()
      const whole = GenAi.trackStream(operation, () =>
        Stream.mapEffect(Stream.make(1, 2), (n) => Effect.withSpan(Effect.succeed(n), `item ${n}`))
      )
      const cut = GenAi.trackStream(operation, () => Stream.concat(Stream.make(1), Stream.fail(new Broken())))
      const [items, exit] = yield* Effect.zip(Stream.runCount(whole), Effect.exit(Stream.runDrain(cut))).pipe(
        Effect.withTracer(tracer)
      )
      assert.strictEqual(items, 2)
      assert.isTrue(Exit.isFailure(exit))
      const [first, one, , second] = spans
      assert.deepStrictEqual(
        spans.map(({ name, status }) => [name, status._tag]),
        [
          ["chat", "Ended"],
          ["item 1", "Ended"],
          ["item 2", "Ended"],
          ["chat", "Ended"]
        ]
      )
      assert.strictEqual(Option.getOrUndefined(one?.parent ?? Option.none()), first)
      assert.notProperty(attributesOf(first), "error.type")
      assert.deepInclude(attributesOf(second), { "error.type": "Broken" })
    })
  )

  it.effect("is counted once when its reader leaves early", () =>
    Effect.gen(function* () {
      const endless = GenAi.trackStream({ name: "chat", provider: "five" }, () => Stream.repeatValue(1))
      yield* Stream.runDrain(Stream.take(endless, 3))
      assert.deepStrictEqual(
        counted("gen_ai.client.operation.duration", "five").map(({ count }) => count),
        [1]
      )
    })
  )
})

describe("the tokens of an answer", () => {
  it("are read in every common spelling, and from nothing else", () => {
    assert.deepStrictEqual(GenAi.usageOf({ usage: { input_tokens: 1, output_tokens: 2 } }), { input: 1, output: 2 })
    assert.deepStrictEqual(GenAi.usageOf({ usage: { prompt_tokens: 1, completionTokens: 2 } }), { input: 1, output: 2 })
    assert.deepStrictEqual(GenAi.usageOf({ usage: { input_tokens: "1", output_tokens: -1 } }), {
      input: undefined,
      output: undefined
    })
    for (const answer of [undefined, null, 1, "x", {}, { usage: null }, { usage: 5 }]) {
      assert.isUndefined(GenAi.usageOf(answer))
    }
  })
})
