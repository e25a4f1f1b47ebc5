/**
 * Tracks: the versions of a model, dataset or experiment, and their stages.
 *
 * @since 0.1.0
 */
import { ConflictError, NotFoundError } from "@trilum/core/ApiError"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { ApiClient } from "../client.js"
import * as EntriesApi from "../generated/trackEntries.js"
import * as Generated from "../generated/tracks.js"
import { invalid, requireIds } from "../internal/invalid.js"
import { exactly, named, notFound, type OrbitIds, orbitIds } from "../internal/lookup.js"
import { findOne, type InOrbit, type PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Identifies a version of a track: its number, the id of its entry or the id of its artifact.
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
  /**
   * `false`: fails with `ConflictError` when another version has the stage. `true`: moves the stage. Default: `true`.
   */
  readonly force?: boolean | undefined
}

const pageSize = 100

const noStage = (track: Generated.Track, stage: string): NotFoundError => {
  const names = track.stages.map(({ name }) => JSON.stringify(name)).join(", ")
  return new NotFoundError({
    platform: "luml",
    identifier: stage,
    code: "NOT_FOUND",
    message:
      `track ${JSON.stringify(track.name)} has no stage ${JSON.stringify(stage)}; ` +
      (names === "" ? "it has no stages; add one with tracks.addStage" : `its stages are ${names}`)
  })
}

/** The ids of a version, for validation. A version number has none. */
const idsOfVersion = (version: VersionReference): Readonly<Record<string, unknown>> => {
  if (typeof version === "number") return {}
  return "entryId" in version ? { entryId: version.entryId } : { artifactId: version.artifactId }
}

/**
 * Methods identify tracks and stages by id or exact name. An empty identifier is a `ValidationError`. The error of an
 * unknown stage lists the stages of the track.
 *
 * @since 0.1.0
 * @category resources
 */
export const tracks = /* @__PURE__ */ Resource.make("tracks", (client: ApiClient, { places }: Connection) => {
  const generated = Generated.resource.make(client, undefined)
  const entries = EntriesApi.resource.make(client, undefined)
  const orbit = orbitIds(places)
  const { at, atWith, find, get } = named(orbit, {
    kind: "Track",
    resource: "tracks",
    argument: "track",
    byId: (place, id, options?: InOrbit) => generated.get(...place, id, options),
    all: (place, search, options) => exactly(search, generated.listAll(...place, { search, limit: pageSize }, options))
  })

  const stageOf = (track: Generated.Track, stage: string): Effect.Effect<Generated.Stage, PlaceError> =>
    Effect.flatMap(findOne("Stage", stage, track.stages), (found) =>
      found === undefined ? Effect.fail(noStage(track, stage)) : Effect.succeed(found)
    )

  const versions = (
    track: Generated.Track,
    place: OrbitIds,
    params: EntriesApi.TrackEntriesListParams,
    options?: InOrbit
  ): Stream.Stream<EntriesApi.TrackEntry, PlaceError> =>
    entries.listAll(...place, track.id, { limit: pageSize, ...params }, options)

  // The server responds with 500 for a stage without a version and for a missing entry. A list does not have this
  // problem.
  const holder = (
    track: Generated.Track,
    place: OrbitIds,
    stageId: string,
    options?: InOrbit
  ): Effect.Effect<EntriesApi.TrackEntry | undefined, PlaceError> =>
    Effect.map(Stream.runHead(versions(track, place, { stage: stageId, limit: 1 }, options)), Option.getOrUndefined)

  const entryOf = (
    track: Generated.Track,
    place: OrbitIds,
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
    place: OrbitIds,
    entry: EntriesApi.TrackEntry,
    stageId: string | null,
    options?: StageOptions
  ): Effect.Effect<EntriesApi.TrackEntry, PlaceError> =>
    entries.update(
      ...place,
      track.id,
      entry.id,
      { stage_id: stageId, ...(stageId === null ? undefined : { force: options?.force ?? true }) },
      options
    )

  /** Runs an effect with a stage, its track and their place. */
  const onStage = <B>(
    track: string,
    stage: string,
    options: InOrbit | undefined,
    run: (stage: Generated.Stage, track: Generated.Track, place: OrbitIds) => Effect.Effect<B, PlaceError>,
    ids: Readonly<Record<string, unknown>> = {}
  ): Effect.Effect<B, PlaceError> =>
    atWith({ stage, ...ids })(track, options, (stored, place) =>
      Effect.flatMap(stageOf(stored, stage), (found) => run(found, stored, place))
    )

  const kept = (track: Generated.Track): ReadonlyArray<Generated.StageUpsert> =>
    track.stages.map(({ id, name }) => ({ id, name }))

  const conflict = (message: string): ConflictError =>
    new ConflictError({
      platform: "luml",
      code: "NOTHING_TO_ROLL_BACK",
      attempts: 0,
      message: `tracks.rollback: ${message}`
    })

  return {
    list: (params?: Generated.TracksListParams, options?: InOrbit) =>
      Effect.flatMap(orbit(options), (place) =>
        generated.list(...place, { ...params, limit: params?.limit ?? pageSize }, options)
      ),
    listAll: (params?: Generated.TracksListParams, options?: InOrbit) =>
      Stream.unwrap(
        Effect.map(orbit(options), (place) =>
          generated.listAll(...place, { ...params, limit: params?.limit ?? pageSize }, options)
        )
      ),
    get,
    /** Like `get`, but returns `undefined` when there is none. */
    find,
    create: (params: Generated.TrackCreate, options?: InOrbit) =>
      Effect.flatMap(orbit(options), (place) =>
        generated.create(...place, { ...params, stages: params.stages ?? [] }, options)
      ),
    /** Changes the given fields. `stages` replaces the whole list. `null` clears the description or the tags. */
    update: (track: string, params: Generated.TrackUpdate, options?: InOrbit) =>
      params.name === null || params.stages === null
        ? Effect.fail(invalid("tracks.update", "name and stages cannot be null; omit them to keep them"))
        : at(track, options, (stored, place) => generated.update(...place, stored.id, params, options)),
    delete: (track: string, options?: InOrbit) =>
      at(track, options, (stored, place) => generated.delete(...place, stored.id, options)),
    listStages: (track: string, options?: InOrbit) =>
      at(track, options, (stored, place) => generated.listStages(...place, stored.id, options)),
    /** Adds a stage and keeps the others, which the call reads first. */
    addStage: (track: string, name: string, options?: InOrbit) =>
      at(track, options, (stored, place) =>
        generated.update(...place, stored.id, { stages: [...kept(stored), { name }] }, options)
      ),
    renameStage: (track: string, stage: string, name: string, options?: InOrbit) =>
      onStage(track, stage, options, ({ id }, stored, place) => {
        const stages = kept(stored).map((other) => (other.id === id ? { id, name } : other))
        return generated.update(...place, stored.id, { stages }, options)
      }),
    /** Removes a stage. Fails with `ConflictError` when a version has it. */
    removeStage: (track: string, stage: string, options?: InOrbit) =>
      onStage(track, stage, options, ({ id }, stored, place) => {
        const stages = kept(stored).filter((other) => other.id !== id)
        return generated.update(...place, stored.id, { stages }, options)
      }),
    /** Emits the versions of a track, or those with `stage`. Default of `order`: newest first. */
    listVersions: (
      track: string,
      params: Omit<EntriesApi.TrackEntriesListParams, "stage"> & { readonly stage?: string | undefined } = {},
      options?: InOrbit
    ) =>
      Stream.unwrap(
        params.stage === undefined
          ? at(track, options, (stored, place) => Effect.succeed(versions(stored, place, params, options)))
          : onStage(track, params.stage, options, ({ id }, stored, place) =>
              Effect.succeed(versions(stored, place, { ...params, stage: id }, options))
            )
      ),
    getVersion: (track: string, version: VersionReference, options?: InOrbit) =>
      atWith(idsOfVersion(version))(track, options, (stored, place) => entryOf(stored, place, version, options)),
    /** Gets the version with a stage. `undefined`: no version has it. */
    atStage: (track: string, stage: string, options?: InOrbit) =>
      onStage(track, stage, options, ({ id }, stored, place) => holder(stored, place, id, options)),
    /** Adds an artifact as the next version, optionally with a stage. */
    addArtifact: (track: string, artifactId: string, options?: InOrbit & { readonly stage?: string | undefined }) => {
      const add = (stored: Generated.Track, place: OrbitIds, stage: { readonly stage_id?: string }) =>
        entries.create(...place, stored.id, { artifact_id: artifactId, ...stage }, options)
      return options?.stage === undefined
        ? atWith({ artifactId })(track, options, (stored, place) => add(stored, place, {}))
        : onStage(track, options.stage, options, ({ id }, stored, place) => add(stored, place, { stage_id: id }), {
            artifactId
          })
    },
    /** Removes versions from the track. */
    removeVersions: (track: string, references: ReadonlyArray<VersionReference>, options?: InOrbit) =>
      Effect.zipRight(
        Array.isArray(references)
          ? Effect.forEach(references, (version) => requireIds("tracks", idsOfVersion(version)))
          : invalid("tracks.removeVersions", "references must be a list"),
        at(track, options, (stored, place) =>
          Effect.gen(function* () {
            if (references.length === 0) return
            const found = yield* Effect.forEach(references, (version) => entryOf(stored, place, version, options))
            yield* entries.deleteMany(...place, stored.id, { entry_ids: found.map((entry) => entry.id) }, options)
          })
        )
      ),
    /** Assigns a stage to a version, and removes it from the version that has it. */
    promote: (track: string, version: VersionReference, stage: string, options?: StageOptions) =>
      onStage(
        track,
        stage,
        options,
        ({ id }, stored, place) =>
          Effect.flatMap(entryOf(stored, place, version, options), (entry) =>
            entry.stage_id === id ? Effect.succeed(entry) : put(stored, place, entry, id, options)
          ),
        idsOfVersion(version)
      ),
    /** Removes the stage of a version. */
    demote: (track: string, version: VersionReference, options?: InOrbit) =>
      atWith(idsOfVersion(version))(track, options, (stored, place) =>
        Effect.flatMap(entryOf(stored, place, version, options), (entry) => put(stored, place, entry, null, options))
      ),
    /**
     * Assigns a stage to the version before the current one: the highest lower version without a stage. Fails with
     * `ConflictError` when no version has the stage, or when there is no such lower version.
     */
    rollback: (track: string, stage: string, options?: InOrbit) =>
      onStage(track, stage, options, ({ id, name }, stored, place) =>
        Effect.gen(function* () {
          const current = yield* holder(stored, place, id, options)
          if (current === undefined) return yield* conflict(`no version has the stage ${JSON.stringify(name)}`)
          const all = yield* Stream.runCollect(versions(stored, place, {}, options))
          const [before] = [...all]
            .filter((entry) => entry.version < current.version && entry.stage_id === null)
            .sort((a, b) => b.version - a.version)
          if (before === undefined) {
            return yield* conflict(`there is no version without a stage before version ${current.version}`)
          }
          return yield* put(stored, place, before, id, { ...options, force: true })
        })
      )
  }
})
