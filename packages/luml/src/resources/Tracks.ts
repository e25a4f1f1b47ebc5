/**
 * Tracks: the versions of a model, dataset or experiment, and the stages they stand at.
 *
 * @since 0.1.0
 */

import { ConflictError } from "@trilum/core/ApiError"
import * as Resource from "@trilum/core/Resource"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { ApiClient } from "../client.js"
import * as EntriesApi from "../generated/trackEntries.js"
import * as Generated from "../generated/tracks.js"
import { lookup, need, notFound, orNone } from "../internal/lookup.js"
import { invalid } from "../internal/refusal.js"
import { findOne, type InOrbit, type OrbitPlace, type PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Which version of a track: its number, the id of its entry, or that of its artifact.
 *
 * @since 0.1.0
 * @category models
 */
export type VersionReference = number | { readonly entryId: string } | { readonly artifactId: string }

/**
 * @since 0.1.0
 * @category models
 */
export interface StageOptions extends InOrbit {
  /** `false`: a stage that another version holds is a `ConflictError`. Default: `true`, it is taken from it. */
  readonly force?: boolean | undefined
}

/**
 * Tracks and stages are named by id or exact name.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly list: (
    params?: Generated.TracksListParams,
    options?: InOrbit
  ) => Effect.Effect<Generated.TrackPage, PlaceError>
  readonly listAll: (
    params?: Generated.TracksListParams,
    options?: InOrbit
  ) => Stream.Stream<Generated.Track, PlaceError>
  readonly get: (track: string, options?: InOrbit) => Effect.Effect<Generated.Track, PlaceError>
  /** As `get`; `undefined` for none. */
  readonly find: (track: string, options?: InOrbit) => Effect.Effect<Generated.Track | undefined, PlaceError>
  readonly create: (params: Generated.TrackCreate, options?: InOrbit) => Effect.Effect<Generated.Track, PlaceError>
  /** Changes what is given; `stages` is the whole list. `null` clears the description or the tags. */
  readonly update: (
    track: string,
    params: Generated.TrackUpdate,
    options?: InOrbit
  ) => Effect.Effect<Generated.Track, PlaceError>
  readonly delete: (track: string, options?: InOrbit) => Effect.Effect<void, PlaceError>
  readonly listStages: (track: string, options?: InOrbit) => Effect.Effect<ReadonlyArray<Generated.Stage>, PlaceError>
  /** Adds a stage and keeps the others, which are read first. */
  readonly addStage: (track: string, name: string, options?: InOrbit) => Effect.Effect<Generated.Track, PlaceError>
  readonly renameStage: (
    track: string,
    stage: string,
    name: string,
    options?: InOrbit
  ) => Effect.Effect<Generated.Track, PlaceError>
  /** A stage that a version holds is a `ConflictError`. */
  readonly removeStage: (track: string, stage: string, options?: InOrbit) => Effect.Effect<Generated.Track, PlaceError>
  /** The versions of a track, those at a stage if one is named. Newest first, unless `order` says otherwise. */
  readonly listVersions: (
    track: string,
    params?: Omit<EntriesApi.TrackEntriesListParams, "stage"> & { readonly stage?: string | undefined },
    options?: InOrbit
  ) => Stream.Stream<EntriesApi.TrackEntry, PlaceError>
  readonly getVersion: (
    track: string,
    version: VersionReference,
    options?: InOrbit
  ) => Effect.Effect<EntriesApi.TrackEntry, PlaceError>
  /** The version that holds a stage; `undefined` when none does. */
  readonly atStage: (
    track: string,
    stage: string,
    options?: InOrbit
  ) => Effect.Effect<EntriesApi.TrackEntry | undefined, PlaceError>
  /** Makes an artifact the next version, at a stage if one is named. */
  readonly addArtifact: (
    track: string,
    artifactId: string,
    options?: InOrbit & { readonly stage?: string | undefined }
  ) => Effect.Effect<EntriesApi.TrackEntry, PlaceError>
  /** Takes versions out of the track. */
  readonly removeVersions: (
    track: string,
    versions: ReadonlyArray<VersionReference>,
    options?: InOrbit
  ) => Effect.Effect<void, PlaceError>
  /** Gives a version a stage, and takes it from whichever has it. */
  readonly promote: (
    track: string,
    version: VersionReference,
    stage: string,
    options?: StageOptions
  ) => Effect.Effect<EntriesApi.TrackEntry, PlaceError>
  /** Leaves a version without a stage. */
  readonly demote: (
    track: string,
    version: VersionReference,
    options?: InOrbit
  ) => Effect.Effect<EntriesApi.TrackEntry, PlaceError>
  /**
   * Gives a stage back to the version before the one that holds it: the highest below that stands at no other stage. A
   * stage nobody holds, and one whose holder has nothing before it, are `ConflictError`s.
   */
  readonly rollback: (
    track: string,
    stage: string,
    options?: InOrbit
  ) => Effect.Effect<EntriesApi.TrackEntry, PlaceError>
}

const pageSize = 100

/**
 * @since 0.1.0
 * @category resources
 */
export const tracks = /* @__PURE__ */ Resource.make("tracks", (client: ApiClient, { places }: Connection): Service => {
  const generated = Generated.resource.make(client, undefined)
  const entries = EntriesApi.resource.make(client, undefined)

  const search = (
    { orbitId, organizationId }: OrbitPlace,
    track: string,
    options?: InOrbit
  ): Effect.Effect<Generated.Track | undefined, PlaceError> =>
    lookup("Track", track, {
      byId: (id) => generated.get(organizationId, orbitId, id, options),
      all: generated.listAll(organizationId, orbitId, { search: track, limit: pageSize }, options).pipe(
        Stream.filter((record) => record.name === track),
        Stream.map((record) => ({ id: record.id, name: record.name, record })),
        Stream.runCollect,
        Effect.map(Chunk.toReadonlyArray)
      )
    })

  const at = <A, E>(
    track: string,
    options: InOrbit | undefined,
    run: (stored: Generated.Track, place: OrbitPlace) => Effect.Effect<A, E>
  ): Effect.Effect<A, E | PlaceError> =>
    Effect.flatMap(places.orbit(options), (place) =>
      Effect.flatMap(need("Track", track, search(place, track, options)), (stored) => run(stored, place))
    )

  const stageOf = (track: Generated.Track, stage: string): Effect.Effect<Generated.Stage, PlaceError> =>
    need("Stage", stage, findOne("Stage", stage, track.stages))

  const versions = (
    track: Generated.Track,
    { orbitId, organizationId }: OrbitPlace,
    params: EntriesApi.TrackEntriesListParams,
    options?: InOrbit
  ): Stream.Stream<EntriesApi.TrackEntry, PlaceError> =>
    entries.listAll(organizationId, orbitId, track.id, { limit: pageSize, ...params }, options)

  // The server answers a stage that nobody holds, and an entry that is not there, with a 500; a list does not.
  const holder = (
    track: Generated.Track,
    place: OrbitPlace,
    stageId: string,
    options?: InOrbit
  ): Effect.Effect<EntriesApi.TrackEntry | undefined, PlaceError> =>
    Effect.map(Stream.runHead(versions(track, place, { stage: stageId, limit: 1 }, options)), Option.getOrUndefined)

  const entryOf = (
    track: Generated.Track,
    place: OrbitPlace,
    version: VersionReference,
    options?: InOrbit
  ): Effect.Effect<EntriesApi.TrackEntry, PlaceError> =>
    Effect.flatMap(
      versions(track, place, {}, options).pipe(
        Stream.filter((entry) =>
          typeof version === "number"
            ? entry.version === version
            : "entryId" in version
              ? entry.id === version.entryId
              : entry.artifact_id === version.artifactId
        ),
        Stream.runHead
      ),
      Option.match({
        onNone: () =>
          Effect.fail(notFound("Version", typeof version === "number" ? String(version) : JSON.stringify(version))),
        onSome: (entry) => Effect.succeed(entry)
      })
    )

  const put = (
    track: Generated.Track,
    { orbitId, organizationId }: OrbitPlace,
    entry: EntriesApi.TrackEntry,
    stageId: string | null,
    options?: StageOptions
  ): Effect.Effect<EntriesApi.TrackEntry, PlaceError> =>
    entries.update(
      organizationId,
      orbitId,
      track.id,
      entry.id,
      { stage_id: stageId, ...(stageId === null ? undefined : { force: options?.force ?? true }) },
      options
    )

  const changeStages = (
    track: string,
    options: InOrbit | undefined,
    change: (stored: Generated.Track) => Effect.Effect<ReadonlyArray<Generated.StageUpsert>, PlaceError>
  ): Effect.Effect<Generated.Track, PlaceError> =>
    at(track, options, (stored, { orbitId, organizationId }) =>
      Effect.flatMap(change(stored), (stages) =>
        generated.update(organizationId, orbitId, stored.id, { stages }, options)
      )
    )

  const kept = (track: Generated.Track): ReadonlyArray<Generated.StageUpsert> =>
    track.stages.map(({ id, name }) => ({ id, name }))

  const get = (track: string, options?: InOrbit) => at(track, options, (stored) => Effect.succeed(stored))

  const conflict = (message: string): ConflictError =>
    new ConflictError({
      platform: "luml",
      code: "NOTHING_TO_ROLL_BACK",
      attempts: 0,
      message: `tracks.rollback: ${message}`
    })

  return {
    list: (params, options) =>
      Effect.flatMap(places.orbit(options), ({ orbitId, organizationId }) =>
        generated.list(organizationId, orbitId, { ...params, limit: params?.limit ?? pageSize }, options)
      ),
    listAll: (params, options) =>
      Stream.unwrap(
        Effect.map(places.orbit(options), ({ orbitId, organizationId }) =>
          generated.listAll(organizationId, orbitId, { ...params, limit: params?.limit ?? pageSize }, options)
        )
      ),
    get,
    find: (track, options) => orNone(get(track, options)),
    create: (params, options) =>
      Effect.flatMap(places.orbit(options), ({ orbitId, organizationId }) =>
        generated.create(organizationId, orbitId, { ...params, stages: params.stages ?? [] }, options)
      ),
    update: (track, params, options) =>
      params.name === null || params.stages === null
        ? Effect.fail(invalid("tracks.update", "name and stages cannot be null; leave them out to keep them"))
        : at(track, options, (stored, { orbitId, organizationId }) =>
            generated.update(organizationId, orbitId, stored.id, params, options)
          ),
    delete: (track, options) =>
      at(track, options, (stored, { orbitId, organizationId }) =>
        generated.delete(organizationId, orbitId, stored.id, options)
      ),
    listStages: (track, options) =>
      at(track, options, (stored, { orbitId, organizationId }) =>
        generated.listStages(organizationId, orbitId, stored.id, options)
      ),
    addStage: (track, name, options) =>
      changeStages(track, options, (stored) => Effect.succeed([...kept(stored), { name }])),
    renameStage: (track, stage, name, options) =>
      changeStages(track, options, (stored) =>
        Effect.map(stageOf(stored, stage), ({ id }) =>
          kept(stored).map((other) => (other.id === id ? { id, name } : other))
        )
      ),
    removeStage: (track, stage, options) =>
      changeStages(track, options, (stored) =>
        Effect.map(stageOf(stored, stage), ({ id }) => kept(stored).filter((other) => other.id !== id))
      ),
    listVersions: (track, params = {}, options) =>
      Stream.unwrap(
        at(track, options, (stored, place) => {
          const { stage, ...rest } = params
          return stage === undefined
            ? Effect.succeed(versions(stored, place, rest, options))
            : Effect.map(stageOf(stored, stage), ({ id }) => versions(stored, place, { ...rest, stage: id }, options))
        })
      ),
    getVersion: (track, version, options) =>
      at(track, options, (stored, place) => entryOf(stored, place, version, options)),
    atStage: (track, stage, options) =>
      at(track, options, (stored, place) =>
        Effect.flatMap(stageOf(stored, stage), ({ id }) => holder(stored, place, id, options))
      ),
    addArtifact: (track, artifactId, options) =>
      at(track, options, (stored, { orbitId, organizationId }) =>
        Effect.gen(function* () {
          const stage = options?.stage === undefined ? undefined : yield* stageOf(stored, options.stage)
          return yield* entries.create(
            organizationId,
            orbitId,
            stored.id,
            { artifact_id: artifactId, ...(stage === undefined ? undefined : { stage_id: stage.id }) },
            options
          )
        })
      ),
    removeVersions: (track, references, options) =>
      at(track, options, (stored, place) =>
        Effect.gen(function* () {
          if (references.length === 0) return
          const found = yield* Effect.forEach(references, (version) => entryOf(stored, place, version, options))
          yield* entries.deleteMany(
            place.organizationId,
            place.orbitId,
            stored.id,
            { entry_ids: found.map((entry) => entry.id) },
            options
          )
        })
      ),
    promote: (track, version, stage, options) =>
      at(track, options, (stored, place) =>
        Effect.gen(function* () {
          const { id } = yield* stageOf(stored, stage)
          const entry = yield* entryOf(stored, place, version, options)
          return entry.stage_id === id ? entry : yield* put(stored, place, entry, id, options)
        })
      ),
    demote: (track, version, options) =>
      at(track, options, (stored, place) =>
        Effect.flatMap(entryOf(stored, place, version, options), (entry) => put(stored, place, entry, null, options))
      ),
    rollback: (track, stage, options) =>
      at(track, options, (stored, place) =>
        Effect.gen(function* () {
          const { id, name } = yield* stageOf(stored, stage)
          const current = yield* holder(stored, place, id, options)
          if (current === undefined) return yield* conflict(`no version holds the stage ${JSON.stringify(name)}`)
          const all = yield* Stream.runCollect(versions(stored, place, {}, options))
          const before = [...all]
            .filter((entry) => entry.version < current.version && entry.stage_id === null)
            .reduce<EntriesApi.TrackEntry | undefined>(
              (best, entry) => (best === undefined || entry.version > best.version ? entry : best),
              undefined
            )
          if (before === undefined) {
            return yield* conflict(`version ${current.version} has none before it that stands at no other stage`)
          }
          return yield* put(stored, place, before, id, { ...options, force: true })
        })
      )
  }
})
