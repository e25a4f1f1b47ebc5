import { assert, describe } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Predicate from "effect/Predicate"
import type { Luml } from "../src/Luml.js"
import { failure, live } from "./support/harness.js"
import { ids } from "./support/Registry.js"
import { make, orbitPath, organizationPath } from "./support/scripted.js"

const resources = [
  "artifacts",
  "bucketSecrets",
  "collections",
  "deployments",
  "orbits",
  "orbitSecrets",
  "organizations",
  "satellites",
  "tracks"
] as const satisfies ReadonlyArray<keyof Luml.Service>

const changes = /^(delete|remove|update|force|request|rotate|add|rename|promote|demote|rollback|leave)/

/** Methods that change a record which their first argument identifies. */
const walk = (luml: Luml.Service) =>
  resources.flatMap((resource) =>
    Object.keys(luml[resource])
      .filter((method) => changes.test(method))
      .map((method) => ({
        name: `${resource}.${method}`,
        call: (...parameters: ReadonlyArray<unknown>): Effect.Effect<unknown, unknown> => {
          const effect: unknown = Reflect.apply(Reflect.get(luml[resource], method), luml[resource], parameters)
          if (!Effect.isEffect(effect)) throw new Error(`${resource}.${method} returns no effect`)
          return effect as Effect.Effect<unknown, unknown>
        }
      }))
  )

const deletions = {
  [`DELETE ${organizationPath}/orbits/${ids.orbit}`]: null,
  [`DELETE ${orbitPath}/collections/${ids.collection}`]: null,
  [`DELETE ${organizationPath}`]: null
}
const configured = { organization: ids.organization, orbit: ids.orbit, collection: ids.collection }

describe("an empty identifier never selects the default record", () => {
  live("every method that deletes or changes a record fails before it sends anything", () =>
    Effect.gen(function* () {
      const { luml, server } = yield* make(deletions, configured)
      const methods = walk(luml)
      for (const known of [
        "artifacts.delete",
        "artifacts.update",
        "bucketSecrets.delete",
        "bucketSecrets.update",
        "collections.delete",
        "collections.update",
        "deployments.forceDelete",
        "deployments.requestDeletion",
        "deployments.update",
        "orbits.delete",
        "orbits.update",
        "orbitSecrets.delete",
        "orbitSecrets.update",
        "organizations.delete",
        "organizations.update",
        "satellites.delete",
        "satellites.rotateApiKey",
        "satellites.update",
        "tracks.addStage",
        "tracks.delete",
        "tracks.demote",
        "tracks.promote",
        "tracks.removeStage",
        "tracks.removeVersions",
        "tracks.renameStage",
        "tracks.rollback",
        "tracks.update"
      ]) {
        assert.include(
          methods.map(({ name }) => name),
          known
        )
      }
      for (const { call, name } of methods) {
        for (const empty of ["", "  ", undefined, null]) {
          const error = yield* failure(call(empty, [], []))
          // The methods of organizations check for a user session first. They send nothing either.
          const isKind = name.startsWith("organizations.") && Predicate.isTagged(error, "CredentialKindError")
          assert.isTrue(isKind || Predicate.isTagged(error, "ValidationError"), `${name}(${empty}): ${error}`)
          assert.lengthOf(server.requests, 0, `${name}(${empty})`)
        }
      }
    })
  )

  live("records, versions and stages without an id fail before anything is sent", () =>
    Effect.gen(function* () {
      const { luml, server } = yield* make(deletions, configured)
      const record = {
        id: "",
        collection_id: ids.collection,
        file_name: "a.luml",
        file_hash: "",
        file_index: {},
        size: 1,
        status: "uploaded"
      } as const
      const calls = [
        luml.artifacts.delete(record),
        luml.artifacts.delete({ ...record, id: ids.orbit, collection_id: "" }),
        luml.artifacts.deleteUrl(""),
        luml.tracks.removeVersions("churn", [1, { entryId: "" }]),
        luml.tracks.demote("churn", { artifactId: "" }),
        luml.tracks.promote("churn", 1, ""),
        luml.tracks.removeStage("churn", ""),
        luml.tracks.renameStage("churn", "", "x"),
        luml.tracks.rollback("churn", ""),
        luml.tracks.addArtifact("churn", "")
      ]
      for (const call of calls) assert.propertyVal(yield* failure(call), "_tag", "ValidationError")
      assert.lengthOf(server.requests, 0)
    })
  )

  live("reads by an empty identifier fail too, and an absent one reads the default", () =>
    Effect.gen(function* () {
      const { luml, server } = yield* make(deletions, configured)
      const reads: ReadonlyArray<Effect.Effect<unknown, unknown>> = [
        luml.orbits.get(""),
        luml.orbits.find(""),
        luml.collections.get(""),
        luml.collections.find(""),
        luml.organizations.get(""),
        luml.organizations.details(""),
        luml.artifacts.get(""),
        luml.tracks.get(""),
        luml.satellites.get(""),
        luml.deployments.get(""),
        luml.orbitSecrets.get(""),
        luml.bucketSecrets.get("")
      ]
      for (const read of reads) {
        assert.propertyVal(yield* failure(read), "_tag", "ValidationError")
      }
      assert.lengthOf(server.requests, 0)
      assert.propertyVal(yield* luml.organizations.get(), "id", ids.organization)
    })
  )

  live("an empty place in the options of a call is not the place of the client", () =>
    Effect.gen(function* () {
      const { luml, server } = yield* make(deletions, configured)
      for (const call of [
        luml.collections.delete("models", { orbit: "" }),
        luml.orbits.delete("main", { organization: "" }),
        luml.artifacts.delete("a", { collection: "" })
      ]) {
        const error = yield* failure(call)
        assert.propertyVal(error, "_tag", "ValidationError")
        assert.match(String(error.message), /empty/)
      }
      assert.lengthOf(server.requests, 0)
    })
  )
})
