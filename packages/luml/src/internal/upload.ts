import { type ApiError, annotate } from "@trilum/core/ApiError"
import type { Entry } from "@trilum/core/Journal"
import { of as fileError, LocalFileError } from "@trilum/core/LocalFileError"
import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as Progress from "@trilum/core/Progress"
import * as Retry from "@trilum/core/Retry"
import * as DefaultDigest from "@trilum/luml/DefaultDigest"
import * as Clock from "effect/Clock"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as ArtifactsApi from "../generated/artifacts.js"
import * as BucketSecretsApi from "../generated/bucketSecrets.js"
import { FileUploadError, storageFacts } from "../LumlError.js"
import type { CollectionPlace } from "../Place.js"
import * as Content from "../transfer/Content.js"
import * as Plan from "../transfer/MultipartPlan.js"
import type { Environment, UploadError, UploadOptions } from "../transfer/Upload.js"
import { pathOf } from "./artifactStatus.js"
import type * as Journal from "./transferJournal.js"
import * as UploadState from "./uploadState.js"

/** The bytes of one upload, on their way to the storage. */
export interface Sending {
  readonly content: Content.Content
  /** Of the content, as its record has it. */
  readonly version: string
  readonly place: CollectionPlace
  /** Grows while it is sent. */
  readonly current: { state: UploadState.State }
  /** Of a single upload, or of the start of parts in S3; only a new record has one. */
  readonly url: string | undefined
  readonly digests: Content.Digests | undefined
  readonly journal: Journal.Journal
  readonly concurrency: number
  readonly options: UploadOptions
}

/** The storage no longer has all parts of the upload to continue. */
export class UploadLost extends Data.TaggedError("UploadLost")<{ readonly cause: ObjectTransfer.ObjectError }> {}

/** A failure of the storage. Failures of the API are not wrapped. `expired`: the URL expired, and there is no other. */
export class StorageFailure extends Data.TaggedError("StorageFailure")<{
  readonly cause: ObjectTransfer.ObjectError
  readonly expired?: boolean
}> {}

/** A failure of the storage or the plan that a retry does not repair. */
export class Broken extends Data.TaggedError("Broken")<{
  readonly reason: "plan" | "no_etag" | "incomplete"
  readonly message: string
  readonly code?: string | undefined
}> {}

const noPlan = (message: string): Broken => new Broken({ reason: "plan", message })

export type SendingError = ApiError | LocalFileError | UploadLost | StorageFailure | Broken

/** Planning only signs URLs, so asking again harms nothing, although it is a POST. */
const planOperation = { ...BucketSecretsApi.planMultipartUpload, repeatable: true }

/** The last step fails while the storage is still busy with the parts. */
const completionRetry: Retry.Policy = { ...Retry.standard, jitter: "none" }

export const send = (environment: Environment, sending: Sending): Effect.Effect<void, SendingError> => {
  const { client, storage } = environment
  const { content, current, digests, journal, options, place } = sending

  const note = (entry: Entry): Effect.Effect<void> => journal.add(entry, !current.state.multipart)

  const headersFor = (
    url: string,
    offset: number,
    length: number
  ): Effect.Effect<Record<string, string>, LocalFileError> => {
    if (options.contentMd5 === false || DefaultDigest.md5 === undefined || !Plan.takesContentMd5(url)) {
      return Effect.succeed({})
    }
    const known = digests?.md5.get(offset)
    const fits = known !== undefined && Math.min(digests?.blockSize ?? 0, content.size - offset) === length
    return Effect.map(fits ? Effect.succeed(known) : Content.md5Of(content, offset, length), (md5) =>
      md5 === undefined ? {} : { "content-md5": md5 }
    )
  }

  /** The bytes from `offset` on. Each byte is counted once, however often it is sent. */
  const bodyOf = (offset: number, length: number, count: Progress.Counter): ObjectTransfer.Body<LocalFileError> => {
    let reported = 0
    let sent = 0
    const body = Content.body(content, offset, length, (bytes) => {
      sent += bytes
      const more = sent - reported
      if (more <= 0) return
      reported = sent
      count.add(more)
    })
    return {
      ...body,
      chunks: () => {
        sent = 0
        return body.chunks()
      }
    }
  }

  const unchanged: Effect.Effect<void, LocalFileError> = Effect.flatMap(content.version, (now) =>
    now === sending.version
      ? Effect.void
      : Effect.fail(
          fileError(content.fileName, "changed", "the file was written to while it was uploaded; upload it again")
        )
  )

  const single = (count: Progress.Counter): Effect.Effect<void, SendingError> =>
    Effect.gen(function* () {
      const { url } = sending
      if (url === undefined) return yield* noPlan("the server gave no URL to upload to")
      const headers = yield* headersFor(url, 0, content.size)
      const sent = storage.send({
        method: "PUT",
        url: ObjectTransfer.fixedUrl(url),
        operation: "uploadObject",
        body: bodyOf(0, content.size, count),
        headers: current.state.storage === "azure" ? { ...headers, "x-ms-blob-type": "BlockBlob" } : headers
      })
      const answer = yield* Effect.catchAll(sent, (failure) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) =>
          Effect.fail(toSending(failure, (ObjectTransfer.expiryOf(url) ?? Infinity) <= now))
        )
      )
      yield* checkDocument(answer)
    })

  const start: Effect.Effect<void, SendingError> = Effect.gen(function* () {
    if (current.state.storage === "azure" || current.state.uploadId !== undefined) return
    const { url } = sending
    if (url === undefined) return yield* noPlan("the server gave no URL to start the upload with")
    const answer = yield* Effect.mapError(
      storage.send({ method: "POST", url: ObjectTransfer.fixedUrl(url), operation: "startUpload" }),
      (cause) => new StorageFailure({ cause })
    )
    yield* checkDocument(answer)
    const uploadId = Plan.uploadIdOf(answer.text)
    if (uploadId === undefined) return yield* noPlan("the storage gave no upload id")
    current.state = { ...current.state, uploadId }
    yield* note(UploadState.startedEntry(current.state, uploadId))
  })

  const askPlan: Effect.Effect<BucketSecretsApi.MultipartPlan, ApiError | Broken> = Effect.gen(function* () {
    const plan = yield* client.request(planOperation, [], {
      bucket_id: current.state.bucketSecretId,
      bucket_location: current.state.bucketLocation,
      size: content.size,
      ...(current.state.uploadId === undefined ? undefined : { upload_id: current.state.uploadId })
    })
    const problem = Plan.problemOf(plan, content.size)
    return problem === undefined ? plan : yield* noPlan(`the plan of parts is wrong: ${problem}`)
  })

  const parts = (count: Progress.Counter): Effect.Effect<void, SendingError> =>
    Effect.gen(function* () {
      yield* start
      const signing = yield* Effect.makeSemaphore(1)
      let plan = yield* askPlan
      const signed = (
        urlIn: (plan: BucketSecretsApi.MultipartPlan) => string | undefined
      ): ObjectTransfer.SignedUrl<ApiError | Broken> => {
        const url = Effect.suspend(() => {
          const found = urlIn(plan)
          return found === undefined ? noPlan("the plan has no URL for a part") : Effect.succeed(Redacted.make(found))
        })
        return {
          current: url,
          renew: (rejected) =>
            signing.withPermits(1)(
              Effect.flatMap(url, (now) =>
                // Another part has renewed the plan meanwhile.
                Redacted.value(now) !== Redacted.value(rejected)
                  ? Effect.succeed(now)
                  : Effect.zipRight(
                      Effect.tap(askPlan, (fresh) =>
                        Effect.sync(() => {
                          plan = fresh
                        })
                      ),
                      url
                    )
              )
            )
        }
      }
      const done = new Map<number, string>()
      const isS3 = current.state.storage === "s3"
      const sendPart = (part: BucketSecretsApi.UploadPart): Effect.Effect<void, SendingError> =>
        Effect.gen(function* () {
          const length = Plan.lengthOf(part)
          const headers = yield* headersFor(part.url, part.start_byte, length)
          const answer = yield* Effect.mapError(
            storage.send<ApiError | Broken | LocalFileError>({
              method: "PUT",
              url: signed((plan) => plan.parts[part.part_number - 1]?.url),
              operation: "uploadPart",
              body: bodyOf(part.start_byte, length, count),
              headers
            }),
            toSending
          )
          yield* checkDocument(answer)
          const etag = Plan.etagOf(answer.headers["etag"])
          if (isS3 && etag === undefined) {
            return yield* new Broken({
              reason: "no_etag",
              message: `the response to part ${part.part_number} has no ETag; let the storage expose that header`
            })
          }
          done.set(part.part_number, etag ?? "")
          yield* note(UploadState.partEntry(current.state, part, etag ?? ""))
        })

      for (const part of plan.parts) {
        const left = current.state.parts.get(part.part_number)
        // The plan may be another one than that of the process that sent it.
        if (left === undefined || left.start !== part.start_byte || left.end !== part.end_byte) continue
        done.set(part.part_number, left.etag)
        yield* count.advance(Plan.lengthOf(part))
      }
      const missing = plan.parts.filter((part) => !done.has(part.part_number))
      yield* Effect.forEach(missing, sendPart, { concurrency: sending.concurrency, discard: true })
      yield* complete(
        isS3 ? "POST" : "PUT",
        signed((plan) => plan.complete_url),
        isS3 ? Plan.s3Completion(done) : Plan.azureCompletion(plan.parts.length)
      )
    })

  /**
   * Completes the upload. A lost response may have been a success, and S3 then forgets the upload, so the object is probed
   * before the step is retried.
   */
  const complete = (
    method: "POST" | "PUT",
    url: ObjectTransfer.SignedUrl<ApiError | Broken>,
    document: string
  ): Effect.Effect<void, SendingError> => {
    const body = { bytes: new TextEncoder().encode(document) }
    const once = Effect.flatMap(
      Effect.mapError(
        storage.send({
          method,
          url,
          operation: "completeUpload",
          body,
          headers: { "content-type": "application/xml" },
          repeatable: false
        }),
        toSending
      ),
      checkDocument
    )
    const attempt = Effect.catchAll(once, (failure) =>
      Effect.flatMap(isThere, (there) => (there ? Effect.void : Effect.fail(failure)))
    )
    return Effect.retry(attempt, { schedule: Retry.times(completionRetry), while: isTransient })
  }

  /** Whether the whole object is at the storage. */
  const isThere: Effect.Effect<boolean> = Effect.gen(function* () {
    const path = pathOf(place, current.state.artifactId)
    const { url } = yield* client.request(ArtifactsApi.getArtifactDownloadUrl, path)
    const info = yield* storage.probe({ url: ObjectTransfer.fixedUrl(url), operation: "probeObject" })
    return info.size === content.size
  }).pipe(Effect.orElseSucceed(() => false))

  return Effect.gen(function* () {
    if (current.state.complete) return
    yield* Progress.track(
      { phase: "upload", label: content.fileName, unit: "bytes", total: content.size },
      (count) => Effect.zipRight(current.state.multipart ? parts(count) : single(count), unchanged),
      options.progress
    )
    current.state = { ...current.state, complete: true }
    yield* note(UploadState.completeEntry(current.state))
  })
}

/** The upload, or parts of it, are not there: stores do not keep for ever what is not put together. */
const lost: ReadonlySet<string> = new Set(["NoSuchUpload", "InvalidBlockList", "InvalidPart"])

const toSending = (
  failure: ObjectTransfer.ObjectError | ApiError | Broken | LocalFileError,
  expired = false
): SendingError => {
  if (failure instanceof LocalFileError || failure instanceof Broken) return failure
  if (failure.operation === planOperation.id && failure._tag !== "StreamError") return failure
  return failure.code !== undefined && lost.has(failure.code)
    ? new UploadLost({ cause: failure })
    : new StorageFailure({ cause: failure, expired })
}

/** Fails for an error document: stores start some responses with 200 before they know the outcome. */
const checkDocument = ({ status, text }: ObjectTransfer.Answer): Effect.Effect<void, Broken> => {
  const document = ObjectTransfer.errorDocument(text)
  if (document === undefined) return Effect.void
  const { code } = document
  const message = `the storage answered ${status} and then ${code ?? "an error"}`
  return new Broken({ reason: "incomplete", message, code })
}

/** Whether the same upload may succeed when it is run again. */
export const isTransient = (failure: SendingError): boolean => {
  switch (failure._tag) {
    case "LocalFileError":
    case "UploadLost":
      return false
    case "Broken":
      return failure.reason === "incomplete"
    case "StorageFailure":
      return hasPassingCause(failure.cause)
    default:
      return hasPassingCause(failure)
  }
}

const hasPassingCause = (failure: ObjectTransfer.ObjectError): boolean =>
  failure._tag === "TransportError" ||
  failure._tag === "TimeoutError" ||
  failure._tag === "ServerError" ||
  failure._tag === "RateLimitError" ||
  failure._tag === "StreamError"

/**
 * The error of an upload whose record exists: it carries the record, the upload in parts, and how to go on.
 */
export const toError = (
  failure: SendingError,
  { artifactId, uploadId }: Pick<UploadState.State, "artifactId" | "uploadId">,
  recordStatus: "upload_failed" | "pending_upload"
): UploadError => {
  const hint =
    recordStatus === "pending_upload"
      ? `Run the same upload again: it continues with artifact ${artifactId}.`
      : `Run the upload again: it makes a new record. Artifact ${artifactId} stays upload_failed; delete it if it is of no use.`
  const facts = { artifactId, uploadId, recordStatus, hint }
  switch (failure._tag) {
    case "Broken":
      return new FileUploadError({
        ...facts,
        operation: "uploadArtifact",
        reason: failure.reason,
        code: failure.code,
        message: failure.message
      })
    case "StorageFailure":
    case "UploadLost": {
      const { cause } = failure
      const expired =
        cause._tag === "PermissionDeniedError" &&
        (/expired/i.test(cause.message) || (failure._tag === "StorageFailure" && failure.expired === true))
      return new FileUploadError({ ...facts, reason: expired ? "expired" : "storage", ...storageFacts(cause) })
    }
    default:
      return annotate(failure, { artifactId, uploadId, hint })
  }
}
