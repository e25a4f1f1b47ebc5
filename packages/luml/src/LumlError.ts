/**
 * The errors of LUML, in addition to those of every platform (`@trilum/core/ApiError`). All extend `TrilumError`.
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import { LocalFileError } from "@trilum/core/LocalFileError"

type Facts = Omit<ApiError.Details, "platform" | "message">

/**
 * A record that the caller may have meant.
 *
 * @since 0.1.0
 * @category models
 */
export interface Candidate {
  readonly id: string
  readonly name: string
  /** Of records that have one, such as `upload_failed`. */
  readonly status?: string | undefined
}

/** Maximum number of candidates in a message. The field has all. */
const shown = 20

const listed = (kind: string, candidates: ReadonlyArray<Candidate>): string =>
  candidates.length === 0
    ? `there is no ${kind.toLowerCase()}`
    : `available: ${candidates
        .slice(0, shown)
        .map(
          ({ id, name, status }) =>
            `${kind}(id=${id}, name=${JSON.stringify(name)}${status === undefined ? "" : `, status=${status}`})`
        )
        .join(", ")}${candidates.length > shown ? ", ..." : ""}`

interface Unresolved {
  /** The requested id or name. Missing when none was passed and there is not exactly one record. */
  readonly value?: string | undefined
  readonly candidates: ReadonlyArray<Candidate>
}

const unresolved = (kind: string, { candidates, value }: Unresolved) => ({
  candidates,
  value,
  message: `no ${kind.toLowerCase()} has the id or the exact name ${JSON.stringify(value ?? "")}; ${listed(kind, candidates)}`
})

/**
 * No organization of the caller has this id or name. `candidates` are all organizations.
 *
 * @since 0.1.0
 * @category errors
 */
export class OrganizationResourceNotFoundError extends ApiError.tagged("OrganizationResourceNotFoundError", {
  platform: "luml",
  code: "ORGANIZATION_NOT_FOUND",
  category: "notFound"
})<Unresolved> {
  constructor(details: Unresolved) {
    super(unresolved("Organization", details))
  }
}

/**
 * No orbit of the organization has this id or name. `candidates` are all orbits.
 *
 * @since 0.1.0
 * @category errors
 */
export class OrbitResourceNotFoundError extends ApiError.tagged("OrbitResourceNotFoundError", {
  platform: "luml",
  code: "ORBIT_NOT_FOUND",
  category: "notFound"
})<Unresolved> {
  constructor(details: Unresolved) {
    super(unresolved("Orbit", details))
  }
}

/**
 * No collection of the orbit has this id or name. `candidates` are all collections.
 *
 * @since 0.1.0
 * @category errors
 */
export class CollectionResourceNotFoundError extends ApiError.tagged("CollectionResourceNotFoundError", {
  platform: "luml",
  code: "COLLECTION_NOT_FOUND",
  category: "notFound"
})<Unresolved> {
  constructor(details: Unresolved) {
    super(unresolved("Collection", details))
  }
}

/**
 * Several records have the requested name. `candidates` are these records. Use an id instead.
 *
 * @since 0.1.0
 * @category errors
 */
export class MultipleResourcesFoundError extends ApiError.tagged("MultipleResourcesFoundError", {
  platform: "luml",
  code: "MULTIPLE_RESOURCES_FOUND",
  hint: "Use the id of one of them."
})<{ value: string; candidates: ReadonlyArray<Candidate> }> {
  constructor(details: {
    readonly kind: string
    readonly value: string
    readonly candidates: ReadonlyArray<Candidate>
  }) {
    const { candidates, kind, value } = details
    const found = `${candidates.length} ${kind.toLowerCase()}s have the name ${JSON.stringify(value)}`
    super({ candidates, value, message: `${found}; ${listed(kind, candidates)}` })
  }
}

/**
 * The error of a missing default: none is configured, and there is not exactly one record.
 *
 * @since 0.1.0
 * @category constructors
 */
export const notConfigured = (kind: string, candidates: ReadonlyArray<Candidate>): ApiError.ConfigurationError =>
  new ApiError.ConfigurationError({
    platform: "luml",
    code: "NOT_CONFIGURED",
    message: `no ${kind.toLowerCase()} is selected; ${listed(kind, candidates)}`,
    hint: `Pass an id or name of the ${kind.toLowerCase()} in the options of the call or of the client.`
  })

/**
 * The configured kind of credential does not allow this call. No request was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class CredentialKindError extends ApiError.tagged("CredentialKindError", {
  platform: "luml",
  code: "CREDENTIAL_KIND",
  attempts: 0,
  category: "permission"
})<{
  /** The client option of the required credential, e.g. `accessToken`. */
  option: string
}> {
  constructor({ needs, ...facts }: Facts & { readonly needs: string; readonly option: string }) {
    super({
      ...facts,
      message: `${facts.operation}: the server requires ${needs} and rejects API keys`,
      hint: `Use ${needs} (option ${facts.option}).`
    })
  }
}

/**
 * Reasons why a file is not a valid artifact. In upper case it is the `code` of a `LocalFileError`. Its `reason` is
 * `invalid_name` for the extension, and `invalid_content` for all others.
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
 * The error of a file that is not a valid artifact.
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
    problem: details.message
  })

/**
 * Reasons why a transfer with the storage failed.
 *
 * - `storage`: the storage rejected a request or could not be reached; `cause` has the error
 * - `plan`: the part plan of the server does not match the file
 * - `no_etag`: the response to a part has no ETag, which completing the upload requires
 * - `incomplete`: the response that completes the upload has status 200 and an error in its body
 * - `expired`: the signed URL of a single upload expired; the next attempt creates a new record
 *
 * @since 0.1.0
 * @category models
 */
export type TransferReason = "storage" | "plan" | "no_etag" | "incomplete" | "expired"

/**
 * The details of a failed storage request, for the error of a transfer.
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

interface Transfer {
  reason: TransferReason
  artifactId: string
}

type TransferDetails<More = object> = Facts & Transfer & More & { readonly message: string }

/**
 * The content of an artifact could not be uploaded. `recordStatus` is the current status of the record. With
 * `pending_upload`, the same upload continues where this one stopped.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileUploadError extends ApiError.tagged("FileUploadError", { platform: "luml", category: "server" })<
  Transfer & { recordStatus: "upload_failed" | "pending_upload" }
> {
  constructor(details: TransferDetails<{ readonly recordStatus: "upload_failed" | "pending_upload" }>) {
    super({ ...details, code: details.code ?? details.reason.toUpperCase() })
  }
}

/**
 * The content of an artifact could not be downloaded.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileDownloadError extends ApiError.tagged("FileDownloadError", {
  platform: "luml",
  category: "server"
})<Transfer> {
  constructor(details: TransferDetails) {
    super({ ...details, code: details.code ?? details.reason.toUpperCase() })
  }
}

/**
 * The content of an artifact could not be deleted. The status of the record is `recordStatus`, else `deletion_failed`.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileDeletionError extends ApiError.tagged("FileDeletionError", {
  platform: "luml",
  code: "STORAGE",
  category: "server"
})<{ artifactId: string; recordStatus: "deletion_failed" | "pending_deletion" }> {}

/**
 * A bucket does not meet the requirements of the registry. `step` is the first failed step: requesting the test URLs,
 * checking for an existing `test_file`, writing, or reading a range. The secret was not stored.
 *
 * @since 0.1.0
 * @category errors
 */
export class BucketTestError extends ApiError.tagged("BucketTestError", { platform: "luml", category: "server" })<{
  step: "occupied" | "write" | "range"
}> {
  constructor(details: Facts & { readonly step: "occupied" | "write" | "range"; readonly message: string }) {
    super({ ...details, code: details.code ?? `BUCKET_${details.step.toUpperCase()}` })
  }
}

/**
 * The received content does not match the size or SHA-256 of the record. No file was written under the final name.
 *
 * @since 0.1.0
 * @category errors
 */
export class IntegrityError extends ApiError.tagged("IntegrityError", { platform: "luml" })<{
  artifactId: string
  expected: string
  actual: string
}> {
  constructor(details: {
    readonly artifactId: string
    readonly what: "size" | "sha256"
    readonly expected: string
    readonly actual: string
    readonly message?: string | undefined
  }) {
    const { what, ...facts } = details
    super({
      ...facts,
      code: what === "size" ? "SIZE_MISMATCH" : "SHA256_MISMATCH",
      message:
        facts.message ??
        `the ${what} of artifact ${facts.artifactId} is ${facts.actual}, but that of its record is ${facts.expected}; ` +
          "the stored object is corrupt or was replaced"
    })
  }
}
