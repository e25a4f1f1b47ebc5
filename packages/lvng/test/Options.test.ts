/** Options that nothing would read are refused where a client is made, and where a call is made; nothing is sent. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Lvng } from "../src/Lvng.js"
import { createLvng } from "../src/promise.js"
import * as Resources from "../src/resources.js"
import { createLvng as createSlim } from "../src/slim.js"
import * as H from "./support/harness.js"

/** As JavaScript gives them. */
const wrong: ReadonlyArray<readonly [options: object, message: RegExp]> = [
  [{ api_key: H.key, base_url: "http://localhost:1" }, /"api_key" is not an option; did you mean "apiKey"\?/],
  [{ apiKey: 5 }, /apiKey must be a string/],
  [{ apiKey: H.key, timeout: "soon" }, /timeout must be a duration/],
  [{ apiKey: H.key, retry: 3 }, /retry must be /],
  [{ apiKey: H.key, max_retries: 0 }, /"max_retries" is not an option/],
  [{ apiKey: H.key, unverified: "maybe" }, /unverified must be "allow" or "warn" or "refuse", not "maybe"/],
  [{ apiKey: H.key, throttle: { chats: 3 } }, /did you mean "throttle.chat"\?/],
  [{ apiKey: H.key, credential: {} }, /"credential" is not an option/],
  [{ jwt: "a.b.c", refresh: "d.e.f" }, /refresh must be a function/]
]

describe("a client", () => {
  it("every promise constructor throws a ConfigurationError that names the option", () => {
    for (const [options, message] of wrong) {
      for (const create of [() => createLvng(options), () => createSlim({ ...options, resources: [Resources.chat] })]) {
        try {
          create()
          assert.fail(`made with ${JSON.stringify(options)}`)
        } catch (error) {
          assert.instanceOf(error, ConfigurationError)
          assert.match(String(error), message)
        }
      }
    }
  })

  it.effect("layer, layerConfig and make fail with it", () =>
    Effect.gen(function* () {
      for (const [options, message] of wrong) {
        for (const made of [
          Effect.asVoid(Layer.build(Lvng.layer(options))),
          Effect.asVoid(Layer.build(Lvng.layerConfig(options))),
          Effect.asVoid(Lvng.make(options))
        ]) {
          const error = yield* failure(
            made.pipe(
              Effect.provide(DefaultTransport.layer),
              Effect.scoped,
              Effect.withConfigProvider(ConfigProvider.fromMap(new Map()))
            )
          )
          assert.instanceOf(error, ConfigurationError)
          assert.match(String(error), message)
        }
      }
    })
  )
})

describe("a call", () => {
  it.scoped("fails before sending", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => FaultServer.json({ success: true, agents: [] }))
      for (const [options, message] of [
        [{ max_retries: 0 }, /agents.list: "max_retries" is not an option/],
        [{ idempotency_key: "x" }, /did you mean "idempotencyKey"\?/],
        [{ timeout: "soon" }, /timeout must be a duration/],
        [{ retry: 3 }, /retry must be/],
        [{ unverified: 1 }, /unverified must be/],
        [{ headers: { a: 1 } }, /headers\["a"\] must be a string/]
      ] as const) {
        const given: object = options
        const error = yield* failure(lvng.agents.list({}, given))
        assert.include(error, { _tag: "ValidationError", code: "INVALID_INPUT" })
        assert.match(String(error), message)
      }
      yield* lvng.agents.list({}, { unverified: "allow", onResponse: () => {}, headers: { a: "b" } })
      assert.lengthOf(server.requests, 1)
    })
  )
})

describe("a slim client", () => {
  it.scoped("has the resources that were chosen, and no others", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json({ reply: "hi" })])
      const lvng = createSlim({ apiKey: H.key, baseUrl: server.url, resources: [Resources.chat, Resources.agents] })
      assert.hasAllKeys(lvng, [
        "agents",
        "chat",
        "client",
        "close",
        "rateLimit",
        "request",
        "requestResponse",
        Symbol.asyncDispose
      ])
      assert.strictEqual((yield* Effect.promise(() => lvng.chat.send("hi"))).reply, "hi")
      // @ts-expect-error: not among the resources
      assert.isUndefined(lvng.workflows)
      yield* Effect.promise(() => lvng.close())
    })
  )
})
