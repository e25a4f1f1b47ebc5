/**
 * Brings artifacts into the registry: checks, one pass for hash and index, the record, the bytes, and the record's status.
 *
 * @since 0.1.0
 */

import { Path } from "@effect/platform/Path"
import { annotate } from "@trilum/core/ApiError"
import * as LocalFile from "@trilum/core/LocalFile"
import { LocalFileError } from "@trilum/core/LocalFileError"
import type * as ObjectTransfer from "@trilum/core/ObjectTransfer"
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
  /** Receives the progress in bytes; `true` writes it to stderr. Default: only the sink of the context does. */
  readonly progress?: Progress.Option | undefined
  /** Default: the file name. */
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly tags?: ReadonlyArray<string> | undefined
  /** The server refuses the artifact when it turns out to be of another type. */
  readonly type?: ArtifactTypeInput | undefined
  /** Default: that of the path or `File`. Bytes and streams need one. */
  readonly fileName?: string | undefined
  /** Bytes. Default: 5 GiB. */
  readonly maxSize?: number | undefined
  /** Parts under way at once. Default: 4. */
  readonly concurrency?: number | undefined
  /** Sends the MD5 of what is sent where the signature allows, so that the storage checks it. Default: `true`. */
  readonly contentMd5?: boolean | undefined
  /**
   * The folder of the file that knows which parts are done, `false` for none. Default: beside the source. With it, an
   * upload whose process was killed goes on with the parts that are missing when it is run again.
   */
  readonly state?: string | false | undefined
  /**
   * What becomes of an upload in parts that is interrupted or meets a fault that may pass. `settle` (default): its record
   * says `upload_failed` and the next try begins anew. `keep`: its record stays `pending_upload`, and the next try goes
   * on where it stopped.
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
 * What the transfers of one client share.
 *
 * @since 0.1.0
 * @category models
 */
export interface Environment {
  readonly client: ApiClient
  readonly places: Places
  readonly storage: ObjectTransfer.ObjectTransfer
}

/** One upload whose content is known. */
interface Job {
  readonly content: Content.Content
  /** Of the content, as it was inspected. */
  readonly version: string
  readonly place: CollectionPlace
  readonly inspection: Inspection
  readonly digests: Content.Digests | undefined
  readonly journal: Journal.Journal
  readonly options: UploadOptions
}

/** The bytes are at the storage; only the record does not say so. */
const stored = (artifactId: string, journal: Journal.Journal): string =>
  !journal.isKept
    ? `The bytes are stored. Set the status of artifact ${artifactId} to uploaded.`
    : `The bytes are stored. Run the same upload again: it only sets the status of artifact ${artifactId}.`

/** The server takes `name.extension` with none of these in it, and no blank in the extension. */
const acceptable = /^[^:"*`~#%;'^]+\.[^:"*`~#%;'^\s]+$/

/**
 * Whether the server takes this file name.
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
  const { client, places } = environment

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

  /** The record of an earlier process to go on with, or a new one. */
  const begin = (
    { inspection, journal, options, place }: Job,
    restore: <A, E>(effect: Effect.Effect<A, E>) => Effect.Effect<A, E>
  ): Effect.Effect<UploadState.Begun, PlaceError> =>
    Effect.gen(function* () {
      const left = UploadState.read(journal.entries)
      if (left !== undefined) {
        const record = yield* Effect.mapError(restore(orNone(Status.get(client, place, left.artifactId))), (error) =>
          annotate(error, {
            artifactId: left.artifactId,
            uploadId: left.uploadId,
            hint: `Run the same upload again: it continues with artifact ${left.artifactId}.`
          })
        )
        const status = record?.status
        const same = UploadState.isOf(left, inspection)
        if (same && record !== undefined && status === "uploaded") return { _tag: "Uploaded", artifact: record }
        if (same && status === "pending_upload" && UploadState.canGoOn(left)) return { _tag: "Resumed", state: left }
        // Nobody else will ever say how that record ended.
        if (status === "pending_upload") {
          yield* restore(Effect.ignore(Status.set(client, place, left.artifactId, "upload_failed")))
        }
      }
      return yield* anew({ inspection, journal, options, place })
    })

  /** What an earlier process left is of no use to anybody, whether this works or not. */
  const anew = ({
    inspection,
    journal,
    options,
    place
  }: Pick<Job, "inspection" | "journal" | "options" | "place">): Effect.Effect<UploadState.Begun, PlaceError> =>
    Effect.gen(function* () {
      const created = yield* Effect.onError(create(place, inspection, options), () => journal.remove)
      const state = UploadState.of(created, inspection)
      // An upload in one piece begins anew in any case.
      yield* journal.add(UploadState.entryOf(state), !state.multipart)
      return { _tag: "Created", state, url: created.upload_details.url ?? undefined } as const
    })

  // From the create request to the settled record nothing may interrupt it but the sending: an answer that nobody waits for
  // would leave a record that nobody settles.
  const transfer = (job: Job): Effect.Effect<Artifact, UploadError> =>
    Effect.uninterruptibleMask((restore) => {
      const { content, digests, journal, options, place, version } = job
      const send = (
        begun: Exclude<UploadState.Begun, { readonly _tag: "Uploaded" }>,
        again: boolean
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
          const passes = failure === undefined ? Cause.isInterruptedOnly(exit.cause) : Sending.mayPass(failure)
          const keep =
            options.unfinished === "keep" && journal.isKept && UploadState.canGoOn(current.state) && passes && !lost
          const settled = keep
            ? false
            : Exit.isSuccess(yield* Effect.exit(Status.set(client, place, artifactId, "upload_failed")))
          if (lost && begun._tag === "Resumed" && !again) {
            return yield* Effect.flatMap(anew(job), (fresh) =>
              fresh._tag === "Uploaded" ? Effect.succeed(fresh.artifact) : send(fresh, true)
            )
          }
          if (settled) yield* journal.remove
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
        const { concurrency, maxSize = defaultMaxSize } = options
        if (concurrency !== undefined && !(Number.isInteger(concurrency) && concurrency >= 1)) {
          return yield* invalid("artifacts.upload", "concurrency must be a whole number from 1 on")
        }
        const content = yield* Content.open(source, { fileName: options.fileName, maxSize })
        const { fileName, size } = content
        if (!isFileName(fileName)) {
          return yield* new LocalFileError({
            platform: "luml",
            reason: "invalid_name",
            file: fileName,
            message: `${fileName}: the server accepts no name with any of : " * \` ~ # % ; ' ^ in it`,
            hint: "Pass another name as fileName."
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
