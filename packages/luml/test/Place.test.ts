import { assert, describe } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Redacted from "effect/Redacted"
import { client, failure, live } from "./support/harness.js"
import * as Registry from "./support/Registry.js"

const collection = (id: string, name: string) => ({ id, name })
const other = "01a1ff09-0000-7000-8000-00000000000a"

describe("where calls happen", () => {
  live("the only organization, orbit and collection are found once, when first needed, for all calls at once", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      assert.deepStrictEqual(registry.hits, [])
      yield* Effect.all([luml.artifacts.list(), luml.artifacts.list(), luml.collections.get()], { concurrency: 3 })
      yield* luml.artifacts.list()
      const lookups = registry.calls().filter((call) => !call.endsWith("/artifacts"))
      assert.deepStrictEqual(lookups, [
        "GET /v1/users/me/organizations",
        `GET /v1/organizations/${Registry.ids.organization}/orbits`,
        `GET /v1/organizations/${Registry.ids.organization}/orbits/${Registry.ids.orbit}/collections`,
        `GET /v1/organizations/${Registry.ids.organization}/orbits/${Registry.ids.orbit}/collections/${Registry.ids.collection}`
      ])
    })
  )

  live("interrupting one of those who wait for a lookup takes nothing from the others", () =>
    Effect.gen(function* () {
      let release = (): void => undefined
      const gate = new Promise<void>((resolve) => {
        release = resolve
      })
      const registry = yield* Registry.make({ delay: () => gate })
      const luml = yield* client(registry)
      const first = yield* Effect.fork(luml.place)
      const second = yield* Effect.fork(luml.place)
      yield* Effect.yieldNow()
      yield* Fiber.interrupt(first)
      release()
      assert.strictEqual((yield* Fiber.join(second)).collectionId, Registry.ids.collection)
    })
  )

  live("a lookup that failed is tried again by the next call", () =>
    Effect.gen(function* () {
      let broken = true
      const registry = yield* Registry.make({
        fault: (hit) => (broken && hit.kind === "api" ? { status: 401 } : undefined)
      })
      const luml = yield* client(registry)
      assert.propertyVal(yield* failure(luml.place), "_tag", "AuthenticationError")
      broken = false
      assert.strictEqual((yield* luml.place).organizationId, Registry.ids.organization)
    })
  )

  live("exact names only: a substring is not guessed, and the error names the candidates", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      registry.collections.push(collection(other, "models-2"))
      const luml = yield* client(registry)
      const error = yield* failure(luml.withCollection("model").artifacts.list())
      assert.propertyVal(error, "_tag", "CollectionResourceNotFoundError")
      assert.deepStrictEqual(Reflect.get(Object(error), "candidates"), registry.collections)
      assert.include(String(Reflect.get(Object(error), "message")), "models-2")
      assert.include(
        String(Reflect.get(Object(error), "message")),
        'no collection has the id or the exact name "model"'
      )
      assert.strictEqual((yield* luml.withCollection("models").place).collectionId, Registry.ids.collection)
    })
  )

  live("two collections of one name are an error, not the first of them", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      registry.collections.push(collection(other, "models"))
      const luml = yield* client(registry, { collection: "models" })
      const error = yield* failure(luml.artifacts.list())
      assert.propertyVal(error, "_tag", "MultipleResourcesFoundError")
      assert.deepStrictEqual(Reflect.get(Object(error), "candidates"), registry.collections)
      assert.strictEqual((yield* luml.withCollection(other).place).collectionId, other)
    })
  )

  live("several collections and none named is a configuration error that names them", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      registry.collections.push(collection(other, "more"))
      const luml = yield* client(registry)
      const error = yield* failure(luml.artifacts.list())
      assert.propertyVal(error, "_tag", "ConfigurationError")
      assert.include(String(Reflect.get(Object(error), "message")), other)
      assert.isUndefined((yield* luml.place).collectionId)
    })
  )

  live("an id is found in any form Python reads, and a name that looks like one is found as a name", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const hex = "0123456789abcdef0123456789abcdef"
      registry.collections.push(collection(other, hex))
      const luml = yield* client(registry)
      const idOf = (name: string) => Effect.map(luml.withCollection(name).place, (place) => place.collectionId)
      assert.strictEqual(yield* idOf(`{${Registry.ids.collection.toUpperCase()}}`), Registry.ids.collection)
      assert.strictEqual(yield* idOf(`urn:uuid:${Registry.ids.collection}`), Registry.ids.collection)
      assert.strictEqual(yield* idOf(hex), other)
      assert.propertyVal(
        yield* failure(idOf("01a1ff09-0000-7000-8000-0000000000ff")),
        "_tag",
        "CollectionResourceNotFoundError"
      )
    })
  )

  live("organizations and orbits that are not there are told by their own errors", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const organization = yield* failure(luml.withOrganization("nobody").orbits.list())
      assert.propertyVal(organization, "_tag", "OrganizationResourceNotFoundError")
      const orbit = yield* failure(luml.withOrbit("nowhere").collections.list())
      assert.propertyVal(orbit, "_tag", "OrbitResourceNotFoundError")
      assert.include(String(Reflect.get(Object(orbit), "message")), `"main"`)
      assert.isTrue(registry.calls().every((call) => !/None|undefined|null/.test(call)))
    })
  )

  live(
    "options of a call win over the client, and withDefaults looks everything up anew and leaves the client alone",
    () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make()
        registry.collections.push(collection(other, "more"))
        const luml = yield* client(registry, { collection: "models" })
        yield* luml.artifacts.list({}, { collection: "more" })
        assert.strictEqual(registry.hits.at(-1)?.query.get("collection_ids"), other)
        const view = yield* luml.withDefaults({ collection: "more" })
        registry.collections.splice(1, 1, collection("01a1ff09-0000-7000-8000-00000000000b", "more"))
        assert.strictEqual((yield* view.place).collectionId, other)
        assert.notStrictEqual((yield* luml.place).collectionId, other)
        const fresh = yield* view.withDefaults()
        assert.strictEqual((yield* fresh.place).collectionId, "01a1ff09-0000-7000-8000-00000000000b")
        assert.propertyVal(
          yield* failure(luml.withDefaults({ orbit: "nowhere" })),
          "_tag",
          "OrbitResourceNotFoundError"
        )
      })
  )
})

describe("credentials", () => {
  live("an API key is not spent on calls that take a session: nothing is sent, the error says what to give", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const error = yield* failure(luml.organizationMembers.list(Registry.ids.organization))
      assert.propertyVal(error, "_tag", "CredentialKindError")
      assert.include(String(Reflect.get(Object(error), "hint")), "accessToken")
      assert.deepStrictEqual(registry.hits, [])
    })
  )

  live("each call carries the credential the server takes for it", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry, {
        accessToken: Redacted.make("eyJhbGciOi.eyJzdWIi.c2ln"),
        satelliteKey: Redacted.make("dfssat_0123456789")
      })
      yield* Effect.exit(luml.organizationMembers.list(Registry.ids.organization))
      yield* Effect.exit(luml.satelliteWorker.listTasks())
      yield* Effect.exit(luml.organizations.list())
      assert.deepStrictEqual(
        registry.hits.map((hit) => hit.headers.authorization?.split(" ")[1]?.slice(0, 6)),
        ["eyJhbG", "dfssat", "dfs_ca"]
      )
    })
  )

  live("without any credential there is no client", () =>
    Effect.gen(function* () {
      const error = yield* failure(Effect.flatMap(Effect.void, () => makeWithout))
      assert.propertyVal(error, "_tag", "ConfigurationError")
      assert.include(String(Reflect.get(Object(error), "message")), "LUML_API_KEY")
    })
  )
})

import { Luml } from "../src/Luml.js"

const makeWithout = Luml.make({})
