/** Options that nothing would read are refused where a client is made; nothing is sent. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Luml } from "../src/Luml.js"
import { createLuml } from "../src/promise.js"
import * as Resources from "../src/resources.js"
import { createLuml as createSlim } from "../src/slim.js"

/** As JavaScript gives them. */
const wrong: ReadonlyArray<readonly [options: object, message: RegExp]> = [
  [{ api_key: "k" }, /"api_key" is not an option; did you mean "apiKey"\?/],
  [{ apiKey: 5 }, /apiKey must be a string/],
  [{ apiKey: "k", collection_id: "c" }, /"collection_id" is not an option; did you mean "collection"\?/],
  [{ apiKey: "k", retry: 3 }, /retry must be /],
  [{ apiKey: "k", storageRetry: { max_retries: 0 } }, /did you mean "storageRetry.maxRetries"\?/],
  [{ apiKey: "k", timeout: "soon" }, /timeout must be a duration/],
  [{ apiKey: "k", orbit: 7 }, /orbit must be a string, not 7/]
]

describe("a client", () => {
  it.effect("every constructor fails with a ConfigurationError that names the option", () =>
    Effect.gen(function* () {
      for (const [options, message] of wrong) {
        for (const create of [
          () => createLuml(options),
          () => createLuml({ ...options, resources: [Resources.orbits] }),
          () => createSlim({ ...options, resources: [Resources.orbits] })
        ]) {
          assert.throws(create, ConfigurationError, message)
        }
        for (const layer of [Luml.layer(options), Luml.layerConfig(options)]) {
          const error = yield* failure(Effect.scoped(Layer.build(Layer.provide(layer, DefaultTransport.layer))))
          assert.instanceOf(error, ConfigurationError)
          assert.match(String(error), message)
        }
      }
    })
  )
})

/** A client of a server that must not be reached. */
const unreached = <A>(use: (luml: ReturnType<typeof createLuml>) => Promise<A>) =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(() => FaultServer.respond(500))
    const luml = createLuml({ apiKey: "k", baseUrl: server.url, orbit: "main", collection: "models" })
    const error = yield* Effect.promise(() =>
      use(luml).then(
        () => assert.fail("sent"),
        (cause: unknown) => cause
      )
    )
    yield* Effect.promise(() => luml.close())
    assert.lengthOf(server.requests, 0)
    assert.include(error, { _tag: "ValidationError", code: "INVALID_INPUT", attempts: 0 })
    return String(error)
  })

/** As JavaScript gives it. */
const misnamed: object = { collection_id: "c" }

describe("a transfer", () => {
  it.scoped("with an option of another SDK fails before sending, with a suggestion", () =>
    Effect.gen(function* () {
      const bytes = new Uint8Array(10)
      const upload = yield* unreached((luml) => luml.artifacts.upload(bytes, { fileName: "m.luml", ...misnamed }))
      assert.match(upload, /artifacts.upload: "collection_id" is not an option; did you mean "collection"\?/)
      const download = yield* unreached((luml) => luml.artifacts.download("a", "never.luml", misnamed))
      assert.match(download, /artifacts.download: "collection_id" is not an option; did you mean "collection"\?/)
    })
  )
})

describe("a view of a client", () => {
  it.scoped("with an empty name never selects the default place", () =>
    Effect.gen(function* () {
      for (const [name, call] of [
        ["orbit", (luml) => luml.withOrbit("").collections.list()],
        ["orbit", (luml) => luml.withOrbit(" ").collections.delete("c")],
        ["organization", (luml) => luml.withOrganization("").orbits.list()],
        ["collection", (luml) => luml.withCollection("").artifacts.list()],
        ["orbit", (luml) => luml.withDefaults({ orbit: "" })],
        ["orbit", (luml) => luml.withOrbit("").place()]
      ] as ReadonlyArray<readonly [string, (luml: ReturnType<typeof createLuml>) => Promise<unknown>]>) {
        assert.include(yield* unreached(call), `${name} is empty; pass an id or exact name`)
      }
    })
  )
})

describe("a slim client", () => {
  it("has what was chosen, at every place", () => {
    const luml = createSlim({ apiKey: "k", resources: [Resources.collections, Resources.tracks] })
    const members = [
      "collections",
      "place",
      "request",
      "requestResponse",
      "tracks",
      "withCollection",
      "withDefaults",
      "withOrbit",
      "withOrganization"
    ]
    for (const client of [luml, luml.withOrbit("other")]) {
      assert.hasAllKeys(client, [...members, "close", Symbol.asyncDispose])
      // @ts-expect-error: not among the resources
      assert.isUndefined(client.artifacts)
    }
  })
})
