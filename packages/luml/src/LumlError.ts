/**
 * The errors of LUML beside those that every platform shares (`@trilum/core/ApiError`). All have the one base
 * `TrilumError`, files and lookups included.
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import { LocalFileError } from "@trilum/core/LocalFileError"

type Facts = Omit<ApiError.Details, "platform" | "message">

/**
 * Something to choose from, as an error names it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Candidate {
  readonly id: string
  readonly name: string
}

/** At most this many candidates stand in a message; the field has them all. */
const shown = 20

const listed = (kind: string, candidates: ReadonlyArray<Candidate>): string =>
  candidates.length === 0
    ? `there is no ${kind.toLowerCase()}`
    : `available: ${candidates
        .slice(0, shown)
        .map(({ id, name }) => `${kind}(id=${id}, name=${JSON.stringify(name)})`)
        .join(", ")}${candidates.length > shown ? ", ..." : ""}`

interface Unresolved {
  /** What was asked for; absent when nothing was, and there was not exactly one. */
  readonly value?: string | undefined
  readonly candidates: ReadonlyArray<Candidate>
}

abstract class ResourceNotFound<Tag extends string> extends ApiError.TrilumError<Tag> {
  readonly candidates: ReadonlyArray<Candidate>
  declare readonly value?: string
  constructor(tag: Tag, kind: string, code: string, details: Unresolved) {
    super(
      tag,
      {
        platform: "luml",
        code,
        message:
          `no ${kind.toLowerCase()} has the id or the exact name ${JSON.stringify(details.value ?? "")}; ` +
          listed(kind, details.candidates)
      },
      "notFound"
    )
    this.candidates = details.candidates
    if (details.value !== undefined) this.value = details.value
  }
}

/**
 * No organization of the caller has this id or exactly this name. `candidates` are those there are.
 *
 * @since 0.1.0
 * @category errors
 */
export class OrganizationResourceNotFoundError extends ResourceNotFound<"OrganizationResourceNotFoundError"> {
  constructor(details: Unresolved) {
    super("OrganizationResourceNotFoundError", "Organization", "ORGANIZATION_NOT_FOUND", details)
  }
}

/**
 * No orbit of the organization has this id or exactly this name. `candidates` are those there are.
 *
 * @since 0.1.0
 * @category errors
 */
export class OrbitResourceNotFoundError extends ResourceNotFound<"OrbitResourceNotFoundError"> {
  constructor(details: Unresolved) {
    super("OrbitResourceNotFoundError", "Orbit", "ORBIT_NOT_FOUND", details)
  }
}

/**
 * No collection of the orbit has this id or exactly this name. `candidates` are those there are.
 *
 * @since 0.1.0
 * @category errors
 */
export class CollectionResourceNotFoundError extends ResourceNotFound<"CollectionResourceNotFoundError"> {
  constructor(details: Unresolved) {
    super("CollectionResourceNotFoundError", "Collection", "COLLECTION_NOT_FOUND", details)
  }
}

/**
 * Several records have the name that should name one. `candidates` are those; use an id.
 *
 * @since 0.1.0
 * @category errors
 */
export class MultipleResourcesFoundError extends ApiError.TrilumError<"MultipleResourcesFoundError"> {
  readonly value: string
  readonly candidates: ReadonlyArray<Candidate>
  constructor(details: {
    readonly kind: string
    readonly value: string
    readonly candidates: ReadonlyArray<Candidate>
  }) {
    super("MultipleResourcesFoundError", {
      platform: "luml",
      code: "MULTIPLE_RESOURCES_FOUND",
      message:
        `${details.candidates.length} ${details.kind.toLowerCase()}s are called ${JSON.stringify(details.value)}; ` +
        listed(details.kind, details.candidates),
      hint: "Use the id of one of them."
    })
    this.value = details.value
    this.candidates = details.candidates
  }
}

/**
 * The error of a default that is neither given nor the only one.
 *
 * @since 0.1.0
 * @category constructors
 */
export const notConfigured = (kind: string, candidates: ReadonlyArray<Candidate>): ApiError.ConfigurationError =>
  new ApiError.ConfigurationError({
    platform: "luml",
    code: "NOT_CONFIGURED",
    message: `no ${kind.toLowerCase()} is selected; ${listed(kind, candidates)}`,
    hint: `Pass the ${kind.toLowerCase()}, by id or name, with the call or as an option of the client.`
  })

/**
 * A call that the configured kind of credential may not make. Nothing was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class CredentialKindError extends ApiError.TrilumError<"CredentialKindError"> {
  /** The option of the client that takes the required credential, e.g. `accessToken`. */
  readonly option: string
  constructor(details: Facts & { readonly needs: string; readonly option: string }) {
    const { needs, option, ...facts } = details
    super(
      "CredentialKindError",
      {
        code: "CREDENTIAL_KIND",
        attempts: 0,
        ...facts,
        platform: "luml",
        message: `${facts.operation}: the server requires ${needs} and rejects API keys`,
        hint: `Use ${needs} (option ${option}).`
      },
      "permission"
    )
    this.option = option
  }
}

/**
 * Why a file is not an artifact that can be uploaded. In upper case it is the `code` of a `LocalFileError`, whose `reason` is
 * `invalid_name` for the extension and `invalid_content` for the rest.
 *
 * @since 0.1.0
 * @category models
 */
export type ArtifactProblem =
  | "extension_missing"
  | "extension_not_allowed"
  | "too_large"
  | "not_an_archive"
  | "archive_compressed"
  | "archive_truncated"
  | "archive_damaged"
  | "archive_unsupported"
  | "manifest_missing"
  | "manifest_invalid"

/**
 * The error of a file that is not an artifact.
 *
 * @since 0.1.0
 * @category constructors
 */
export const artifactError = (details: {
  readonly problem: ArtifactProblem
  readonly file: string
  readonly message: string
}): LocalFileError =>
  new LocalFileError({
    platform: "luml",
    reason: details.problem.startsWith("extension") ? "invalid_name" : "invalid_content",
    file: details.file,
    code: details.problem.toUpperCase(),
    message: `${details.file}: ${details.message}`
  })

/**
 * Why bytes could not be moved to or from the storage.
 *
 * - `storage`: the storage refused, or could not be reached; `cause` says how
 * - `plan`: the server's plan of parts does not fit the file
 * - `no_etag`: the storage took a part without saying its ETag, so the parts cannot be put together
 * - `incomplete`: the storage answered 200 to the last step and an error in its body
 * - `expired`: the signed URL of a single upload ran out; the next try makes a new record
 *
 * @since 0.1.0
 * @category models
 */
export type TransferReason = "storage" | "plan" | "no_etag" | "incomplete" | "expired"

/**
 * The facts of a failed request to the storage, for the error of a transfer.
 *
 * @since 0.1.0
 * @category accessors
 */
export const storageFacts = (cause: ApiError.ApiError | ApiError.StreamError) => ({
  operation: cause.operation,
  method: cause.method,
  path: cause.path,
  status: cause.status,
  code: cause.code,
  requestId: cause.requestId,
  attempts: cause.attempts,
  elapsed: cause.elapsed,
  message: cause.message,
  cause: { name: cause._tag, message: cause.message, code: cause.code }
})

interface Transfer extends Facts {
  readonly reason: TransferReason
  readonly artifactId: string
  readonly message: string
}

/**
 * The bytes of an artifact could not be brought to the storage. `recordStatus` is what the record says now;
 * `pending_upload` means that the same upload, run again, goes on where this one stopped.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileUploadError extends ApiError.TrilumError<"FileUploadError"> {
  readonly reason: TransferReason
  override readonly artifactId: string
  readonly recordStatus: "upload_failed" | "pending_upload"
  constructor(details: Transfer & { readonly recordStatus: "upload_failed" | "pending_upload" }) {
    const { artifactId, reason, recordStatus, ...facts } = details
    super("FileUploadError", { code: reason.toUpperCase(), ...facts, platform: "luml" }, "server")
    this.reason = reason
    this.artifactId = artifactId
    this.recordStatus = recordStatus
  }
}

/**
 * The bytes of an artifact could not be brought from the storage.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileDownloadError extends ApiError.TrilumError<"FileDownloadError"> {
  readonly reason: TransferReason
  override readonly artifactId: string
  constructor(details: Transfer) {
    const { artifactId, reason, ...facts } = details
    super("FileDownloadError", { code: reason.toUpperCase(), ...facts, platform: "luml" }, "server")
    this.reason = reason
    this.artifactId = artifactId
  }
}

/**
 * The stored bytes of an artifact could not be deleted. Its record says `deletion_failed`, unless `recordStatus` says
 * otherwise.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileDeletionError extends ApiError.TrilumError<"FileDeletionError"> {
  override readonly artifactId: string
  readonly recordStatus: "deletion_failed" | "pending_deletion"
  constructor(
    details: Facts & {
      readonly artifactId: string
      readonly message: string
      readonly recordStatus: "deletion_failed" | "pending_deletion"
    }
  ) {
    const { artifactId, recordStatus, ...facts } = details
    super("FileDeletionError", { code: "STORAGE", ...facts, platform: "luml" }, "server")
    this.artifactId = artifactId
    this.recordStatus = recordStatus
  }
}

/**
 * A bucket does not do what the registry needs of it. `step` is the first thing that did not work: asking for the test
 * URLs, a `test_file` that is there already, writing, reading a range. Nothing was stored.
 *
 * @since 0.1.0
 * @category errors
 */
export class BucketTestError extends ApiError.TrilumError<"BucketTestError"> {
  readonly step: "occupied" | "write" | "range"
  constructor(details: Facts & { readonly step: "occupied" | "write" | "range"; readonly message: string }) {
    const { step, ...facts } = details
    super("BucketTestError", { code: `BUCKET_${step.toUpperCase()}`, ...facts, platform: "luml" }, "server")
    this.step = step
  }
}

/**
 * What came is not what the record promises: another size or another SHA-256. Nothing stands under the final name.
 *
 * @since 0.1.0
 * @category errors
 */
export class IntegrityError extends ApiError.TrilumError<"IntegrityError"> {
  override readonly artifactId: string
  readonly expected: string
  readonly actual: string
  constructor(details: {
    readonly artifactId: string
    readonly what: "size" | "sha256"
    readonly expected: string
    readonly actual: string
    readonly message?: string | undefined
  }) {
    super("IntegrityError", {
      platform: "luml",
      code: details.what === "size" ? "SIZE_MISMATCH" : "SHA256_MISMATCH",
      message:
        details.message ??
        `the ${details.what} of artifact ${details.artifactId} is ${details.actual}, the record says ${details.expected}; ` +
          "the stored object is damaged or was replaced"
    })
    this.artifactId = details.artifactId
    this.expected = details.expected
    this.actual = details.actual
  }
}
