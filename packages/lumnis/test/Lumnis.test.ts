import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { assert, describe, expectTypeOf, it } from "@effect/vitest"
import type { ApiError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { Emulator } from "@trilum/emulator"
import * as Chunk from "effect/Chunk"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type {
  InvokeError,
  LumnisResponse,
  MissingUserId,
  StructuredOutputError,
  StructuredResponse,
  TenantScopeUserIdConflict
} from "../src/index.js"
import { Lumnis } from "../src/index.js"
import { turn } from "./support/harness.js"

const environment = (values: Readonly<Record<string, string>>) =>
  Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(values))))

/** The tag of why a layer does not build. */
const rejection = <E>(layer: Layer.Layer<Lumnis, E>, values: Readonly<Record<string, string>> = {}) =>
  Effect.scoped(Layer.build(layer)).pipe(environment(values), Effect.flip)

describe("layers", () => {
  const layerConfig = Layer.provide(Lumnis.layerConfig(), FetchHttpClient.layer)

  it.effect("a missing key and an empty one are a ConfigurationError", () =>
    Effect.gen(function* () {
      for (const environment of [{}, { LUMNISAI_API_KEY: "" }, { LUMNISAI_API_KEY: "  " }]) {
        const error = yield* rejection(layerConfig, environment)
        assert.strictEqual(error._tag, "ConfigurationError")
        assert.match("message" in error ? error.message : "", /^API key is required/)
      }
      const empty = Layer.provide(Lumnis.layer({ apiKey: Redacted.make("") }), FetchHttpClient.layer)
      assert.strictEqual((yield* rejection(empty))._tag, "ConfigurationError")
    })
  )

  it.effect("empty variables count as absent, and what is given wins", () =>
    Effect.gen(function* () {
      const values = { LUMNISAI_API_KEY: "k", LUMNISAI_BASE_URL: "", LUMNISAI_TENANT_ID: "" }
      yield* Effect.scoped(Layer.build(layerConfig)).pipe(environment(values))
      const bad = Layer.provide(Lumnis.layerConfig({ baseUrl: "http://example.com" }), FetchHttpClient.layer)
      assert.strictEqual((yield* rejection(bad, values))._tag, "ConfigurationError")
      const given = Layer.provide(Lumnis.layerConfig({ apiKey: Redacted.make("k") }), FetchHttpClient.layer)
      yield* Effect.scoped(Layer.build(given)).pipe(environment({}))
    })
  )

  it("types: what a call can fail with stands in its type, and nothing else", () => {
    const typed = (lumnis: Lumnis.Service) => {
      expectTypeOf(lumnis.users.list()).toMatchTypeOf<Effect.Effect<unknown, ApiError>>()
      expectTypeOf<Effect.Effect.Error<ReturnType<typeof lumnis.threads.list>>>().toEqualTypeOf<
        ApiError | MissingUserId | TenantScopeUserIdConflict
      >()
      expectTypeOf(lumnis.invoke("x")).toEqualTypeOf<Effect.Effect<LumnisResponse, InvokeError>>()
      const schema = Schema.Struct({ n: Schema.NumberFromString })
      expectTypeOf(lumnis.invoke("x", { schema })).toEqualTypeOf<
        Effect.Effect<StructuredResponse<{ readonly n: number }>, InvokeError | StructuredOutputError>
      >()
      // @ts-expect-error an option that does not exist
      void lumnis.invoke("x", { timeot: 1 })
      // @ts-expect-error a schema needs a run that succeeded
      void lumnis.invoke("x", { schema, failedRuns: "return" })
    }
    assert.isFunction(typed)
    expectTypeOf<Layer.Layer.Context<ReturnType<typeof Lumnis.layer>>>().not.toBeAny()
  })
})

for (const [name, transport] of [
  ["Node", DefaultTransport.layer],
  ["fetch", FetchHttpClient.layer]
] as const) {
  describe(`the main job over ${name}`, () => {
    const servicesAt = (pace: number) =>
      Layer.unwrapEffect(
        Effect.map(Emulator, ({ urls }) => {
          const options = { apiKey: Redacted.make("lmn_live_main"), baseUrl: urls.lumnis, pollInterval: 10 }
          return Layer.provide(Lumnis.layer(options), transport)
        })
      ).pipe(Layer.provideMerge(Emulator.layer({ pace })))
    const services = servicesAt(0.01)

    it.live("create a user and a thread, invoke in it and watch, list and resume", () =>
      Effect.gen(function* () {
        const lumnis = yield* Lumnis
        const user = yield* lumnis.users.create({ email: "ada+test@example.com", first_name: "Ada" })
        const ada = lumnis.forUser(user.id)
        const thread = yield* ada.threads.create({ title: "Market" })
        const updates = Chunk.toReadonlyArray(
          yield* Stream.runCollect(ada.invokeStream("What changed?", { threadId: thread.thread_id }))
        )
        assert.strictEqual(updates[0]?._tag, "Started")
        assert.isTrue(updates.some(({ _tag }) => _tag === "Progress"))
        assert.strictEqual(updates.filter(({ _tag }) => _tag === "Completed").length, 1)
        const last = updates[updates.length - 1]
        if (last?._tag !== "Completed") return assert.fail("expected Completed")
        assert.isString(last.output_text)
        const listed = yield* ada.responses.list()
        assert.deepStrictEqual(
          listed.responses.map(({ response_id }) => response_id),
          [last.responseId]
        )
        assert.strictEqual((yield* ada.threads.getResponses(thread.thread_id)).length, 1)
        const attached = yield* lumnis.attach(last.responseId)
        assert.strictEqual(attached.output_text, last.output_text)
        assert.strictEqual((yield* lumnis.users.get("ada+test@example.com")).id, user.id)
      }).pipe(Effect.provide(services))
    )

    it.live("a run that is cancelled meanwhile ends the wait", () =>
      Effect.gen(function* () {
        const ada = (yield* Lumnis).forUser("ada")
        const run = yield* ada.responses.create({ messages: [{ role: "user", content: "stop me" }] })
        const waiting = yield* Effect.fork(Effect.flip(ada.attach(run.response_id)))
        const emulator = yield* Emulator
        const asked = Effect.map(emulator.requests, (requests) =>
          requests.some(({ query }) => query["wait"] !== undefined)
        )
        yield* Effect.repeat(turn, { until: () => asked })
        assert.strictEqual((yield* ada.responses.cancel(run.response_id)).status, "cancelled")
        assert.strictEqual((yield* Fiber.join(waiting))._tag, "RunCancelledError")
      }).pipe(Effect.provide(servicesAt(100)))
    )

    it.live("the same idempotency key gives the same run", () =>
      Effect.gen(function* () {
        const lumnis = yield* Lumnis
        const options = { userId: "ada", idempotencyKey: "once" }
        const first = yield* lumnis.invoke("What changed?", options)
        const second = yield* lumnis.invoke("What changed?", options)
        assert.strictEqual(second.response_id, first.response_id)
        const other = yield* Effect.either(lumnis.invoke("Something else?", options))
        assert.strictEqual(Either.isLeft(other) && other.left._tag, "ConflictError")
      }).pipe(Effect.provide(services))
    )

    it.live("a schema comes back decoded", () =>
      Effect.gen(function* () {
        const lumnis = yield* Lumnis
        const schema = Schema.Struct({ title: Schema.String, score: Schema.Number, tags: Schema.Array(Schema.String) })
        const response = yield* lumnis.invoke("Rate it", { userId: "ada", schema })
        assert.isString(response.structured.title)
        assert.isNumber(response.structured.score)
      }).pipe(Effect.provide(services))
    )
  })
}
