/** Options that nothing would read are refused where a client is made; nothing is sent. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
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

describe("a slim client", () => {
  it("has what was chosen, at every place", () => {
    const luml = createSlim({ apiKey: "k", resources: [Resources.collections, Resources.tracks] })
    const members = [
      "collections",
      "place",
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
