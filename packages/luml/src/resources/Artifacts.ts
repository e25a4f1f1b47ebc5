/**
 * Models, datasets and experiments in the registry.
 *
 * @since 0.1.0
 */

import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Stream from "effect/Stream"
import type { Inspection } from "../archive/ArtifactFile.js"
import { isObject, parseJson } from "../archive/Manifest.js"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/artifacts.js"
import type { Artifact } from "../generated/shared.js"
import * as Status from "../internal/artifactStatus.js"
import { invalid, requireIds } from "../internal/invalid.js"
import { goneAfterRepeat, need, orNone } from "../internal/lookup.js"
import { FileDeletionError, MultipleResourcesFoundError, storageFacts } from "../LumlError.js"
import { type CollectionPlace, canonicalUuid, type InCollection, type PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"
import * as Download from "../transfer/Download.js"
import * as Upload from "../transfer/Upload.js"
import * as ArtifactCursor from "./ArtifactCursor.js"

/**
 * The fields of a new record, as in an inspection. Default of `name`: the file name.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactCreate extends Omit<Generated.ArtifactCreate, "manifest"> {
  readonly manifest: Generated.ArtifactCreate["manifest"] | Inspection["manifest"]
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteOptions extends InCollection {
  /**
   * `true`: also deletes the deployments of the artifact, and deletes the record even if the content cannot be deleted.
   * Default: `false`.
   */
  readonly force?: boolean | undefined
}

const pageSize = 100

const attachmentIndex = "attachments.index.json"
const attachmentArchive = "attachments.tar"

/** Directories with attachments, each with a trailing slash. `""` is the root. */
const attachmentFolders = (index: Download.ArtifactRecord["file_index"]): ReadonlyArray<string> =>
  Object.keys(index)
    .filter((member) => member === attachmentIndex || member.endsWith(`/${attachmentIndex}`))
    .map((member) => member.slice(0, -attachmentIndex.length))
    .filter((folder) => Object.hasOwn(index, `${folder}${attachmentArchive}`))
    .sort()

const attachmentNames = (bytes: Uint8Array): ReadonlySet<string> => {
  const index = parseJson(bytes)
  return new Set(isObject(index) ? Object.keys(index) : [])
}

/** The record with the attachments of a directory instead of those in the root. */
const below = (record: Download.ArtifactRecord, folder: string): Download.ArtifactRecord => {
  const archive = record.file_index[`${folder}${attachmentArchive}`]
  const index = record.file_index[`${folder}${attachmentIndex}`]
  return archive === undefined || index === undefined
    ? record
    : { ...record, file_index: { ...record.file_index, [attachmentArchive]: archive, [attachmentIndex]: index } }
}

/**
 * @since 0.1.0
 * @category resources
 */
export const artifacts = /* @__PURE__ */ Resource.make("artifacts", (client: ApiClient, environment: Connection) => {
  const { places, storage } = environment

  /**
   * In a list of the whole orbit, the server ignores metrics and sorts by creation. It then rejects its own cursor,
   * unless the request sorts by creation too.
   */
  const sortOf = (params: Generated.ArtifactsListParams): Generated.ArtifactsListParams =>
    params.collection_ids?.length === 0 && ArtifactCursor.isMetric(params.sort_by)
      ? { ...params, sort_by: "created_at" }
      : params

  const list = (
    given: Generated.ArtifactsListParams = {},
    options?: InCollection
  ): Effect.Effect<Generated.ArtifactPage, PlaceError> =>
    Effect.gen(function* () {
      const params = sortOf(given)
      const place =
        params.collection_ids === undefined
          ? yield* places.collection(options)
          : { ...(yield* places.orbit(options)), collectionId: undefined }
      const page = yield* client.request(
        Generated.listArtifacts,
        [place.organizationId, place.orbitId],
        {
          ...params,
          limit: params.limit ?? pageSize,
          ...(place.collectionId === undefined ? undefined : { collection_ids: [place.collectionId] })
        },
        options
      )
      return page.cursor === null ? page : { ...page, cursor: ArtifactCursor.repair(page.cursor, params.sort_by) }
    })

  const paginate = (
    params: Generated.ArtifactsListParams = {},
    options?: InCollection
  ): Stream.Stream<Pagination.Page<Generated.ArtifactPage>, PlaceError> =>
    Pagination.paginate({
      operation: Generated.listArtifacts,
      params,
      request: (position) => list({ ...params, ...position.params }, options)
    })

  const listPages = (params?: Generated.ArtifactsListParams, options?: InCollection) =>
    Stream.map(paginate(params, options), (page) => page.value)

  const listAll = (params?: Generated.ArtifactsListParams, options?: InCollection) =>
    Stream.mapConcatChunk(paginate(params, options), (page) => Pagination.newItems(page, ({ items }) => items))

  const byId = (
    place: CollectionPlace,
    id: string,
    options?: InCollection
  ): Effect.Effect<Generated.ArtifactDetails, PlaceError> =>
    client.request(Generated.getArtifact, Status.pathOf(place, id), undefined, options)

  /** The id and collection of an artifact. `undefined`: not found. */
  const locate = (
    artifact: Download.ArtifactReference,
    options?: InCollection
  ): Effect.Effect<{ readonly id: string; readonly place: CollectionPlace } | undefined, PlaceError> =>
    Effect.gen(function* () {
      if (typeof artifact === "object" && artifact !== null) {
        yield* requireIds("artifacts", {
          "artifact.id": artifact.id,
          "artifact.collection_id": artifact.collection_id
        })
        const orbit = yield* places.orbit(options)
        return { id: artifact.id, place: { ...orbit, collectionId: artifact.collection_id } }
      }
      yield* requireIds("artifacts", { artifact })
      const place = yield* places.collection(options)
      const id = canonicalUuid(artifact)
      if (id === artifact) return { id, place }
      if (id !== undefined && (yield* orNone(byId(place, id, options))) !== undefined) return { id, place }
      const found = yield* listAll({}, options).pipe(
        Stream.filter((record) => record.name === artifact || record.file_name === artifact),
        Stream.runCollect
      )
      // Failed uploads leave records of the same name.
      const uploaded = Chunk.filter(found, ({ status }) => status === "uploaded")
      const candidates = Chunk.toReadonlyArray(uploaded.length === 1 ? uploaded : found)
      const [only, ...more] = candidates
      if (more.length > 0) {
        return yield* new MultipleResourcesFoundError({
          kind: "Artifact",
          value: artifact,
          candidates: candidates.map(({ file_name, id, name, status }) => ({ id, name: name ?? file_name, status }))
        })
      }
      return only === undefined ? undefined : { id: only.id, place }
    })

  const nameOf = (artifact: Download.ArtifactReference): string =>
    typeof artifact === "object" && artifact !== null ? artifact.id : artifact

  /** Runs a call about one artifact. */
  const at = <A, E>(
    artifact: Download.ArtifactReference,
    options: InCollection | undefined,
    run: (id: string, place: CollectionPlace) => Effect.Effect<A, E>
  ): Effect.Effect<A, E | PlaceError> =>
    Effect.flatMap(need("Artifact", nameOf(artifact), locate(artifact, options)), ({ id, place }) => run(id, place))

  const get = (artifact: Download.ArtifactReference, options?: InCollection) =>
    at(artifact, options, (id, place) => byId(place, id, options))

  const removeBytes = (place: CollectionPlace, id: string, options?: InCollection) =>
    Effect.flatMap(
      client.request(Generated.getArtifactDeleteUrl, Status.pathOf(place, id), undefined, options),
      ({ url }) => {
        const renewal = client.request(Generated.getArtifactDeleteUrl, Status.pathOf(place, id))
        const removed = storage
          .remove({
            url: ObjectTransfer.renewableUrl(
              Effect.map(renewal, ({ url }) => url),
              url
            ),
            operation: "deleteObject"
          })
          .pipe(
            // Missing content counts as deleted. S3 responds with 204, Azure with 404.
            Effect.catchIf(
              (failure) => failure._tag === "NotFoundError",
              () => Effect.void
            )
          )
        return Effect.uninterruptibleMask((restore) =>
          Effect.flatMap(Effect.exit(restore(removed)), (exit) => {
            if (Exit.isSuccess(exit)) return Effect.void
            return Effect.flatMap(Effect.exit(Status.set(client, place, id, "deletion_failed")), (settled) =>
              Effect.catchAll(exit, (cause) =>
                Effect.fail(
                  new FileDeletionError({
                    artifactId: id,
                    recordStatus: Exit.isSuccess(settled) ? "deletion_failed" : "pending_deletion",
                    ...storageFacts(cause)
                  })
                )
              )
            )
          })
        )
      }
    )

  const remove = (artifact: Download.ArtifactReference, options: DeleteOptions = {}) =>
    at(artifact, options, (id, place) => {
      const forced = Effect.zipRight(
        // A deployed artifact has no URL, and its content stays. A storage failure must not keep the record.
        Effect.catchTags(removeBytes(place, id, options), {
          ConflictError: () => Effect.void,
          FileDeletionError: () => Effect.void
        }),
        goneAfterRepeat(client.request(Generated.forceDeleteArtifact, Status.pathOf(place, id), undefined, options))
      )
      const ordinary = Effect.zipRight(
        removeBytes(place, id, options),
        goneAfterRepeat(client.request(Generated.deleteArtifact, Status.pathOf(place, id), undefined, options))
      )
      return options.force === true ? forced : ordinary
    })

  const update = (
    artifact: Download.ArtifactReference,
    params: Generated.ArtifactUpdate,
    options?: InCollection
  ): Effect.Effect<Artifact, PlaceError> => {
    for (const name of ["name", "status"] as const) {
      if (params[name] === null) {
        return Effect.fail(invalid("artifacts.update", `${name} cannot be cleared; omit it to keep it`))
      }
    }
    return at(artifact, options, (id, place) =>
      client.request(Generated.updateArtifact, Status.pathOf(place, id), params, options)
    )
  }

  const downloads = Download.make(environment, get)

  /**
   * Models that are linked to an experiment store its attachments in a directory. Reads from the directory whose index
   * has the attachment. If several have it, the name requires the directory as prefix.
   */
  const readAttachment: Download.Downloads["readAttachment"] = (artifact, name, options) =>
    Effect.gen(function* () {
      yield* requireIds("artifacts.readAttachment", { attachment: name })
      const record = yield* Download.recordOf(get, artifact, options)
      const folders = attachmentFolders(record.file_index)
      const found: Array<readonly [folder: string, name: string]> = []
      for (const folder of folders) {
        const names = attachmentNames(yield* downloads.readMember(record, `${folder}${attachmentIndex}`, options))
        if (names.has(name)) found.push([folder, name])
        else if (folder !== "" && name.startsWith(folder) && names.has(name.slice(folder.length))) {
          found.push([folder, name.slice(folder.length)])
        }
      }
      if (found.length > 1) {
        return yield* new MultipleResourcesFoundError({
          kind: "Attachment",
          value: name,
          candidates: found.map(([folder, name]) => ({ id: `${folder}${name}`, name }))
        })
      }
      const [folder, inner] = found[0] ?? [folders[0] ?? "", name]
      return yield* downloads.readAttachment(below(record, folder), inner, options)
    })

  return {
    ...downloads,
    readAttachment,
    /**
     * Gets one page of the collection. `collection_ids` selects other collections; an empty list selects the whole
     * orbit. Default of `limit`: 100. The `cursor` also works for lists that are sorted by a metric. For the whole
     * orbit, the server sorts by creation when `sort_by` is a metric.
     */
    list,
    /** Emits all pages. Each page is requested when it is pulled. */
    listPages,
    /** Emits all artifacts. Each page is requested when it is pulled. */
    listAll,
    /**
     * Gets one artifact with its deployments and tracks, by id, else by name or file name in the collection. Fails with
     * `NotFoundError` for no match and `MultipleResourcesFoundError` for several.
     */
    get,
    /** Like `get`, but returns `undefined` when there is none. */
    find: (artifact: Download.ArtifactReference, options?: InCollection) => orNone(get(artifact, options)),
    /** Creates only the record and returns the upload URLs. `upload` also sends the content. */
    create: (params: ArtifactCreate, options?: InCollection) =>
      Effect.flatMap(places.collection(options), (place) =>
        client.request(
          Generated.createArtifact,
          [place.organizationId, place.orbitId, place.collectionId],
          { ...params, name: params.name ?? params.file_name },
          options
        )
      ),
    /** Changes the given fields. `null` clears the description or the tags. */
    update,
    /** Gets a signed URL of the content, valid for hours. Anyone with the URL can read the content. */
    downloadUrl: (artifact: Download.ArtifactReference, options?: InCollection) =>
      at(artifact, options, (id, place) =>
        client.request(Generated.getArtifactDownloadUrl, Status.pathOf(place, id), undefined, options)
      ),
    /**
     * Gets a signed URL that deletes the content, and sets the record to `pending_deletion`. `delete` does all steps.
     */
    deleteUrl: (artifact: Download.ArtifactReference, options?: InCollection) =>
      at(artifact, options, (id, place) =>
        client.request(Generated.getArtifactDeleteUrl, Status.pathOf(place, id), undefined, options)
      ),
    /**
     * Deletes content and record. When the storage fails, the status of the record is `deletion_failed` and the call
     * fails with `FileDeletionError`. Fails with `ConflictError` when the artifact is in a track or deployed.
     */
    delete: remove,
    /**
     * Uploads an artifact: validates the file, creates its record, sends the content and sets the status of the record.
     *
     * Fails with `LocalFileError` before the first request when the file is not a valid artifact. Fails with
     * `FileUploadError` when the storage rejects the content; the status of the record is then `upload_failed`.
     */
    upload: Upload.make(environment)
  }
})
