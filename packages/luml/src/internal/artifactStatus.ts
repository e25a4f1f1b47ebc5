import type { ApiError } from "@trilum/core/ApiError"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/artifacts.js"
import type { Artifact } from "../generated/shared.js"
import type { CollectionPlace } from "../Place.js"

/** The path arguments of the operations of an artifact. */
export const pathOf = (place: CollectionPlace, artifactId: string) =>
  [place.organizationId, place.orbitId, place.collectionId, artifactId] as const

export const get = (
  client: ApiClient,
  place: CollectionPlace,
  artifactId: string
): Effect.Effect<Generated.ArtifactDetails, ApiError> =>
  client.request(Generated.getArtifact, pathOf(place, artifactId))

/** Writing the same status twice is refused with a 400 that says so, which means that the first time worked. */
const repeatable = { ...Generated.updateArtifact, repeatable: true }

/**
 * Writes the status of a record; repeated like a read, and a success when the record has the status already. Bounded in
 * time, because it also runs where nothing may interrupt it.
 */
export const set = (
  client: ApiClient,
  place: CollectionPlace,
  artifactId: string,
  status: Generated.ArtifactStatusUpdate
): Effect.Effect<Artifact, ApiError> =>
  Effect.catchTag(
    client.request(
      repeatable,
      pathOf(place, artifactId),
      { status },
      { timeout: "20 seconds", overallTimeout: "1 minute" }
    ),
    "ValidationError",
    (rejected) =>
      rejected.status !== 400
        ? Effect.fail(rejected)
        : Effect.flatMap(get(client, place, artifactId), (record) =>
            record.status === status ? Effect.succeed<Artifact>(record) : Effect.fail(rejected)
          )
  )
