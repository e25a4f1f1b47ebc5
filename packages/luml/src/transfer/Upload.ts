/**
 * Uploads artifacts: validates the file, inspects it in one pass, creates the record, sends the content and sets the
 * status of the record.
 *
 * @since 0.1.0
 */

import { Path } from "@effect/platform/Path"
import { annotate } from "@trilum/core/ApiError"
import * as LocalFile from "@trilum/core/LocalFile"
import { LocalFileError } from "@trilum/core/LocalFileError"
import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as Options from "@trilum/core/Options"
import * as Progress from "@trilum/core/Progress"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import { defaultMaxSize, type Inspection } from "../archive/ArtifactFile.js"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/artifacts.js"
import type { Artifact, ArtifactTypeInput } from "../generated/shared.js"
import * as Status from "../internal/artifactStatus.js"
import { callOptions } from "../internal/callOptions.js"
import { invalid } from "../internal/invalid.js"
import { orNone } from "../internal/lookup.js"
import * as Journal from "../internal/transferJournal.js"
import * as Sending from "../internal/upload.js"
import * as UploadState from "../internal/uploadState.js"
import type { FileUploadError } from "../LumlError.js"
import type { CollectionPlace, InCollection, PlaceError, Places } from "../Place.js"
import * as Content from "./Content.js"
import { largestSingle, partSizeOf } from "./MultipartPlan.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface UploadOptions extends InCollection {
  /**
   * Receives the progress in bytes. `true` writes it to stderr. Default: only the progress sink in the context receives
   * it.
   */
  readonly progress?: Progress.Option | undefined
  /** Default: the file name. */
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly tags?: ReadonlyArray<string> | undefined
  /** The server rejects the artifact when its type differs from this one. */
  readonly type?: ArtifactTypeInput | undefined
  /** Default: the name of the path or `File`. Required for bytes and streams. */
  readonly fileName?: string | undefined
  /** In bytes. Default: 5 GiB. */
  readonly maxSize?: number | undefined
  /** Maximum number of parallel parts. Default: 4. */
  readonly concurrency?: number | undefined
  /**
   * `true`: sends the MD5 of each request for the storage to verify, if the signature of the URL allows it. Default:
   * `true`.
   */
  readonly contentMd5?: boolean | undefined
  /**
   * Directory for the state of the upload, or `false` for none. Default: the directory of the source. With a state, an
   * upload whose process was killed continues with the missing parts on the next call.
   */
  readonly state?: string | false | undefined
  /**
   * How an upload in parts ends that is interrupted or has a transient failure. `settle` (default): the record is set
   * to `upload_failed`, and the next call starts a new upload. `keep`: the record stays `pending_upload`, and the next
   * call continues the upload.
   * An upload in one piece cannot be continued: when it is interrupted, `keep` removes its record.
   */
  readonly unfinished?: "settle" | "keep" | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export type UploadError = PlaceError | LocalFileError | FileUploadError

/**
 * @since 0.1.0
 * @category models
 */
export type Upload = <S extends Content.Source>(
  source: S,
  options?: UploadOptions
) => Effect.Effect<Artifact, UploadError, Content.Files<S>>

/**
 * The services that all transfers of one client share.
 *
 * @since 0.1.0
 * @category models
 */
export interface Environment {
  readonly client: ApiClient
  readonly places: Places
  readonly storage: ObjectTransfer.ObjectTransfer
}

/** An upload with inspected content. */
interface Job {
  readonly content: Content.Content
  /** Identifies the inspected content. */
  readonly version: string
  readonly place: CollectionPlace
  readonly inspection: Inspection
  readonly digests: Content.Digests | undefined
  readonly journal: Journal.Journal
  readonly options: UploadOptions
}

/** The hint for stored content whose record still has another status. */
const stored = (artifactId: string, journal: Journal.Journal): string =>
  !journal.isKept
    ? `The bytes are stored. Set the status of artifact ${artifactId} to uploaded.`
    : `The bytes are stored. Repeat the upload: it only sets the status of artifact ${artifactId}.`

/** Limits of calls that nothing may interrupt. */
const brief = { timeout: "5 seconds", overallTimeout: "10 seconds" } as const

/**
 * The server accepts names of the form `name.extension` without these characters and without whitespace in the
 * extension.
 */
const acceptable = /^[^:"*`~#%;'^]+\.[^:"*`~#%;'^\s]+$/

/**
 * Whether the server accepts a file name.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isFileName = (name: string): boolean => acceptable.test(name)

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (environment: Environment): Upload => {
  const { client, places, storage } = environment

  const journalOf = (
    content: Content.Content,
    place: CollectionPlace,
    options: UploadOptions
  ): Effect.Effect<Journal.Journal, never, Scope.Scope> => {
    const { path } = content
    if (options.state === false || (path === undefined && options.state === undefined)) {
      return Effect.succeed(Journal.none)
    }
    return Effect.gen(function* () {
      const { dirname, join } = yield* Path
      const folder = options.state || (path === undefined ? "" : dirname(path))
      const shared = options.state === undefined ? undefined : path
      const file = join(folder, UploadState.nameOf(content.fileName, place, shared))
      const subject = { kind: "luml-upload/1", identity: { ...place, fileName: content.fileName, path } }
      return yield* Journal.hold(file, subject)
    }).pipe(
      LocalFile.orUnavailable(content.fileName),
      Effect.catchAll(() => Effect.succeed(Journal.none))
    )
  }

  const create = (
    place: CollectionPlace,
    inspection: Inspection,
    options: UploadOptions
  ): Effect.Effect<Generated.ArtifactCreated, PlaceError> => {
    const { artifact_type: _, ...derived } = inspection
    return client.request(
      Generated.createArtifact,
      [place.organizationId, place.orbitId, place.collectionId],
      {
        ...derived,
        name: options.name ?? inspection.file_name,
        ...(options.description === undefined ? undefined : { description: options.description }),
        ...(options.tags === undefined ? undefined : { tags: options.tags }),
        ...(options.type === undefined ? undefined : { type: options.type })
      },
      options
    )
  }

  /** Deletes the content and record of an upload that cannot be continued. After a failure, the record keeps its status. */
  const discard = (place: CollectionPlace, artifactId: string): Effect.Effect<void> => {
    const path = Status.pathOf(place, artifactId)
    return client.request(Generated.getArtifactDeleteUrl, path, undefined, brief).pipe(
      Effect.flatMap(({ url }) =>
        storage.remove({ url: ObjectTransfer.fixedUrl(url), operation: "deleteObject" }).pipe(
          // Azure responds with 404 when the object does not exist.
          Effect.catchIf(
            (failure) => failure._tag === "NotFoundError",
            () => Effect.void
          )
        )
      ),
      Effect.zipRight(client.request(Generated.deleteArtifact, path, undefined, brief)),
      Effect.ignore
    )
  }

  /** Continues the record of an earlier process, or creates a new one. */
  const begin = (
    job: Job,
    restore: <A, E>(effect: Effect.Effect<A, E>) => Effect.Effect<A, E>
  ): Effect.Effect<UploadState.Begun, PlaceError> =>
    Effect.gen(function* () {
      const { inspection, journal, place } = job
      const left = UploadState.read(journal.entries)
      if (left !== undefined) {
        const record = yield* Effect.mapError(restore(orNone(Status.get(client, place, left.artifactId))), (error) =>
          annotate(error, {
            artifactId: left.artifactId,
            uploadId: left.uploadId,
            hint: `Repeat the upload: it continues with artifact ${left.artifactId}.`
          })
        )
        const status = record?.status
        const same = UploadState.isOf(left, inspection)
        if (same && record !== undefined && status === "uploaded") return { _tag: "Uploaded", artifact: record }
        if (same && status === "pending_upload" && UploadState.canContinue(left))
          return { _tag: "Resumed", state: left }
        // No other process will set the final status of that record.
        if (status === "pending_upload") {
          yield* restore(Effect.ignore(Status.set(client, place, left.artifactId, "upload_failed")))
        }
      }
      return yield* createRecord(job)
    })

  /** Creates a new record. The state of an earlier process is no longer useful, even if the request fails. */
  const createRecord = ({ inspection, journal, options, place }: Job): Effect.Effect<UploadState.Begun, PlaceError> =>
    Effect.gen(function* () {
      const created = yield* Effect.onError(create(place, inspection, options), () => journal.remove)
      const state = UploadState.of(created, inspection)
      // An upload in one request has no parts to continue.
      yield* journal.add(UploadState.entryOf(state), !state.multipart)
      return { _tag: "Created", state, url: created.upload_details.url ?? undefined } as const
    })

  // Only sending may be interrupted between the create request and the final status. Otherwise a created record could
  // stay without a final status.
  const transfer = (job: Job): Effect.Effect<Artifact, UploadError> =>
    Effect.uninterruptibleMask((restore) => {
      const { content, digests, journal, options, place, version } = job
      const send = (
        begun: Exclude<UploadState.Begun, { readonly _tag: "Uploaded" }>,
        isRetry: boolean
      ): Effect.Effect<Artifact, UploadError> =>
        Effect.gen(function* () {
          const current = { state: begun.state }
          const { artifactId } = begun.state
          const sending = Sending.send(environment, {
            content,
            version,
            place,
            current,
            url: begun._tag === "Created" ? begun.url : undefined,
            digests,
            journal,
            concurrency: options.concurrency ?? 4,
            options
          })
          const exit = yield* Effect.exit(restore(sending))
          if (Exit.isSuccess(exit)) {
            const artifact = yield* Effect.mapError(Status.set(client, place, artifactId, "uploaded"), (error) =>
              annotate(error, { artifactId, uploadId: current.state.uploadId, hint: stored(artifactId, journal) })
            )
            yield* journal.remove
            return artifact
          }
          const failure = Option.getOrUndefined(Cause.failureOption(exit.cause))
          const lost = failure instanceof Sending.UploadLost
          const passes = failure === undefined ? Cause.isInterruptedOnly(exit.cause) : Sending.isTransient(failure)
          const keep =
            options.unfinished === "keep" && journal.isKept && UploadState.canContinue(current.state) && passes && !lost
          const settled = keep
            ? false
            : Exit.isSuccess(yield* Effect.exit(Status.set(client, place, artifactId, "upload_failed")))
          if (lost && begun._tag === "Resumed" && !isRetry) {
            return yield* Effect.flatMap(createRecord(job), (fresh) =>
              fresh._tag === "Uploaded" ? Effect.succeed(fresh.artifact) : send(fresh, true)
            )
          }
          if (settled) yield* journal.remove
          if (settled && failure === undefined && options.unfinished === "keep") yield* discard(place, artifactId)
          if (failure === undefined) return yield* Effect.failCause(Cause.stripFailures(exit.cause))
          return yield* Effect.fail(
            Sending.toError(failure, current.state, settled ? "upload_failed" : "pending_upload")
          )
        })
      return Effect.flatMap(begin(job, restore), (begun) =>
        begun._tag === "Uploaded" ? Effect.as(journal.remove, begun.artifact) : send(begun, false)
      )
    })

  return (source, options = {}) =>
    Effect.scoped(
      Effect.gen(function* () {
        const wrong = Options.problem(callOptions, options)
        if (wrong !== undefined) return yield* invalid("artifacts.upload", wrong)
        const { maxSize = defaultMaxSize } = options
        const content = yield* Content.open(source, { fileName: options.fileName, maxSize })
        const { fileName, size } = content
        if (!isFileName(fileName)) {
          return yield* new LocalFileError({
            platform: "luml",
            reason: "invalid_name",
            file: fileName,
            problem: "the server does not accept names with any of : \" * ` ~ # % ; ' ^ in it",
            hint: "Pass another name in the option fileName."
          })
        }
        const blockSize = size > largestSingle ? partSizeOf(size) : Math.max(1, size)
        const { digests, inspection, version } = yield* Progress.track(
          { phase: "check", label: fileName, unit: "bytes", total: size },
          (count) =>
            Content.inspect(content, {
              blockSize: options.contentMd5 === false ? undefined : blockSize,
              onBytes: count.add
            }),
          options.progress
        )
        const place = yield* places.collection(options)
        const journal = yield* journalOf(content, place, options)
        return yield* transfer({ content, version, place, inspection, digests, journal, options })
      })
    )
}
