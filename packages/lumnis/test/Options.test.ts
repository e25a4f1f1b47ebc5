/** Options that nothing would read are refused where a client is made, and where a call is made; nothing is sent. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Lumnis } from "../src/Lumnis.js"
import { createLumnis } from "../src/promise.js"
import * as Resources from "../src/resources.js"
import { createLumnis as createSlim } from "../src/slim.js"

/** As JavaScript gives them. */
const wrong: ReadonlyArray<readonly [options: object, message: RegExp]> = [
  [{ api_key: "k", base_url: "http://localhost:1" }, /"api_key" is not an option; did you mean "apiKey"\?/],
  [{ apiKey: 5 }, /apiKey must be a string/],
  [{ apiKey: "k", scope: "bogus" }, /scope must be "user" or "tenant", not "bogus"/],
  [{ apiKey: "k", retry: 3 }, /retry must be /],
  [{ apiKey: "k", max_retries: 0 }, /"max_retries" is not an option/],
  [{ apiKey: "k", tenant_id: "t" }, /did you mean "tenantId"\?/],
  [{ apiKey: "k", tenantId: "None" }, /tenantId must be a UUID, not "None"/],
  [{ apiKey: "k", tenantId: "abc" }, /tenantId must be a UUID, not "abc"/],
  [{ apiKey: "k", tenantId: "" }, /tenantId must be a UUID, not ""/],
  [{ apiKey: "k", timeout: "soon" }, /timeout must be a duration/],
  [{ apiKey: "k", deadline: "later" }, /deadline must be a duration/]
]

describe("a client", () => {
  it.effect("every constructor fails with a ConfigurationError that names the option", () =>
    Effect.gen(function* () {
      for (const [options, message] of wrong) {
        for (const create of [
          () => createLumnis(options),
          () => createLumnis({ ...options, resources: [Resources.users] }),
          () => createSlim({ ...options, resources: [Resources.users] })
        ]) {
          assert.throws(create, ConfigurationError, message)
        }
        for (const layer of [Lumnis.layer(options), Lumnis.layerConfig(options)]) {
          const error = yield* failure(Effect.scoped(Layer.build(Layer.provide(layer, DefaultTransport.layer))))
          assert.instanceOf(error, ConfigurationError)
          assert.match(String(error), message)
        }
      }
    })
  )
})

describe("a tenant id of the environment", () => {
  for (const id of ["None", "abc"]) {
    it.effect(`that is ${JSON.stringify(id)} fails where the client is made`, () =>
      Effect.gen(function* () {
        const environment = ConfigProvider.fromMap(
          new Map([
            ["LUMNISAI_API_KEY", "k"],
            ["LUMNISAI_TENANT_ID", id]
          ])
        )
        const built = Layer.build(Layer.provide(Lumnis.layerConfig(), DefaultTransport.layer))
        const error = yield* failure(Effect.scoped(Effect.withConfigProvider(built, environment)))
        assert.instanceOf(error, ConfigurationError)
        assert.include(String(error), `tenantId must be a UUID, not ${JSON.stringify(id)}`)
      })
    )
  }
})

describe("a call", () => {
  it.scoped("fails before sending", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ users: [], pagination: {} }))
      const lumnis = createLumnis({ apiKey: "k", baseUrl: server.url })
      for (const [options, message] of [
        [{ max_retries: 0 }, /users.list: "max_retries" is not an option/],
        [{ scope: "bogus" }, /scope must be "user" or "tenant"/],
        [{ timeout: "soon" }, /timeout must be a duration/]
      ] as const) {
        const given: object = options
        const error = yield* Effect.promise(() =>
          lumnis.users.list({}, given).then(
            () => assert.fail("sent"),
            (cause: unknown) => cause
          )
        )
        assert.include(error, { _tag: "ValidationError", code: "INVALID_INPUT" })
        assert.match(String(error), message)
      }
      yield* Effect.promise(() => lumnis.close())
      assert.lengthOf(server.requests, 0)
    })
  )
})

describe("a slim client", () => {
  it("has what was chosen beside invoke and its kin, for other users too", () => {
    const lumnis = createSlim({ apiKey: "k", resources: [Resources.users, Resources.files] })
    const members = [
      "asUser",
      "attach",
      "attachStream",
      "files",
      "forUser",
      "invoke",
      "invokeStream",
      "request",
      "requestResponse",
      "users"
    ]
    const derived = lumnis.forUser("ada")
    for (const client of [lumnis, derived]) {
      assert.hasAllKeys(client, [...members, "close", Symbol.asyncDispose])
      assert.isFunction(client.files.uploadAndWait)
      // @ts-expect-error: not among the resources
      assert.isUndefined(client.threads)
    }
  })
})
