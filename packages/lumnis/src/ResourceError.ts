/**
 * The errors of single Lumnis resources, in addition to those of every call.
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import { redactor } from "@trilum/core/Redaction"
import type { ProcessingStatusResponse } from "./generated/files.js"
import type { ConnectionStatusResponse } from "./generated/integrations.js"

/**
 * The details of an error, for an error that replaces it.
 *
 * @since 0.1.0
 * @category accessors
 */
export const detailsOf = (error: ApiError.TrilumError): ApiError.Details => ({
  ...error,
  message: error.message,
  cause: error.cause
})

/** A message of the platform, redacted. */
const said = (text: string | null | undefined): string =>
  text === null || text === undefined || text === "" ? "the platform gives no reason" : redactor.text(text)

/** Anyone with the URL of a connection can complete it, so the message contains only the host of a URL. */
const withoutAddresses = (text: string): string =>
  text.replace(/\b(https?:\/\/[^\s/?#"'<>]+)[/?#][^\s"'<>]*/gi, "$1/[REDACTED]")

/** Hides a property from `inspect` and JSON, so that responses of the platform do not get into logs. */
const hide = (error: object, name: string, value: unknown): void => {
  Object.defineProperty(error, name, { value, enumerable: false })
}

/**
 * 404 of a file: it does not exist, was deleted, or belongs to another user. `fileId` is missing when the call is not
 * about a single file.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileNotFoundError extends ApiError.TrilumError<"FileNotFoundError"> {
  declare readonly fileId?: string
  constructor(details: ApiError.Details & { readonly fileId?: string | undefined }) {
    super("FileNotFoundError", details)
  }
}

/**
 * 403 of a file: the API key is valid, but the key or the user of the call may not access the file.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileAccessDeniedError extends ApiError.TrilumError<"FileAccessDeniedError"> {
  declare readonly fileId?: string
  constructor(details: ApiError.Details & { readonly fileId?: string | undefined }) {
    super("FileAccessDeniedError", details)
  }
}

/**
 * The platform could not process an uploaded file: its processing finished with status `error`. `processing` is the
 * last status (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class FileProcessingError extends ApiError.TrilumError<"FileProcessingError"> {
  readonly fileId: string
  declare readonly processing: ProcessingStatusResponse
  constructor(details: { readonly fileId: string; readonly processing: ProcessingStatusResponse }) {
    const { fileId, processing } = details
    super("FileProcessingError", {
      platform: "lumnis",
      operation: "getFileStatus",
      code: "FILE_PROCESSING_FAILED",
      message: `file ${fileId} could not be processed: ${said(processing.error_message)}`,
      hint: "Delete the file, fix the cause, then upload the file."
    })
    this.fileId = fileId
    hide(this, "processing", processing)
  }
}

/**
 * The tenant has not enabled an app, so users cannot connect it. No connection was started.
 *
 * @since 0.1.0
 * @category errors
 */
export class AppNotEnabledError extends ApiError.TrilumError<"AppNotEnabledError"> {
  readonly appName: string
  constructor(details: { readonly appName: string }) {
    super("AppNotEnabledError", {
      platform: "lumnis",
      operation: "isAppEnabled",
      code: "APP_NOT_ENABLED",
      message: `${details.appName} is not enabled for this tenant`,
      hint: "Enable the app for the tenant, then connect it."
    })
    this.appName = details.appName
  }
}

/**
 * A connection to an app became `failed` or `expired` during the wait. `connection` is the last status (not shown by
 * `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class ConnectionFailedError extends ApiError.TrilumError<"ConnectionFailedError"> {
  readonly appName: string
  readonly userId: string
  declare readonly connection: ConnectionStatusResponse
  constructor(details: {
    readonly appName: string
    readonly userId: string
    readonly connection: ConnectionStatusResponse
  }) {
    const { appName, connection } = details
    super("ConnectionFailedError", {
      platform: "lumnis",
      operation: "getConnectionStatus",
      code: connection.status === "expired" ? "CONNECTION_EXPIRED" : "CONNECTION_FAILED",
      message:
        `the connection to ${appName} ${connection.status === "expired" ? "expired" : "failed"}: ` +
        withoutAddresses(said(connection.error_message)),
      hint: "Start a new connection to the app."
    })
    this.appName = appName
    this.userId = details.userId
    hide(this, "connection", connection)
  }
}

/**
 * A background job of the platform failed. `job` is its last state as received (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class JobFailedError extends ApiError.TrilumError<"JobFailedError"> {
  override readonly jobId: string
  declare readonly job: unknown
  constructor(details: {
    readonly operation: string
    readonly jobId: string
    readonly reason: string | null | undefined
    readonly job: unknown
  }) {
    const { jobId, reason } = details
    super("JobFailedError", {
      platform: "lumnis",
      operation: details.operation,
      code: "JOB_FAILED",
      message: `job ${jobId} failed: ${said(reason)}; its earlier results remain`
    })
    this.jobId = jobId
    hide(this, "job", details.job)
  }
}

/**
 * Neither the stream of a batch of drafts nor the status of its job can be read. `cause` has the last error. The job
 * may still be active: `messaging.draftBatch` with this `job_id` reads it.
 *
 * @since 0.1.0
 * @category errors
 */
export class DraftJobLostError extends ApiError.TrilumError<"DraftJobLostError"> {
  override readonly jobId: string
  /** Number of drafts that were emitted. */
  readonly created: number
  constructor(details: ApiError.Details & { readonly jobId: string; readonly created: number }) {
    super("DraftJobLostError", { ...details, code: "DRAFT_JOB_LOST" })
    this.jobId = details.jobId
    this.created = details.created
  }
}

/**
 * 400 `NO_DATA_SOURCES`: the tenant has no data source for people.
 *
 * @since 0.1.0
 * @category errors
 */
export class NoDataSourcesError extends ApiError.TrilumError<"NoDataSourcesError"> {
  constructor(details: ApiError.Details) {
    super("NoDataSourcesError", details)
  }
}

/**
 * 400 `SOURCES_NOT_AVAILABLE`: the tenant does not have all requested data sources. `availableSources` are those that
 * the message of the platform lists. Empty when it lists none.
 *
 * @since 0.1.0
 * @category errors
 */
export class SourcesNotAvailableError extends ApiError.TrilumError<"SourcesNotAvailableError"> {
  readonly availableSources: ReadonlyArray<string>
  constructor(details: ApiError.Details & { readonly availableSources: ReadonlyArray<string> }) {
    super("SourcesNotAvailableError", details)
    this.availableSources = details.availableSources
  }
}

/**
 * 409 `crm_not_connected`: the user has not connected a CRM. `connectUrl` is the page for connecting it. It is missing
 * when the platform sends none, or one that contains a credential.
 *
 * @since 0.1.0
 * @category errors
 */
export class CrmNotConnectedError extends ApiError.TrilumError<"CrmNotConnectedError"> {
  declare readonly connectUrl?: string
  constructor(details: ApiError.Details & { readonly connectUrl?: string | undefined }) {
    super("CrmNotConnectedError", details)
  }
}

/**
 * 404 `prospect_not_found`.
 *
 * @since 0.1.0
 * @category errors
 */
export class ProspectNotFoundError extends ApiError.TrilumError<"ProspectNotFoundError"> {
  constructor(details: ApiError.Details) {
    super("ProspectNotFoundError", details)
  }
}

/**
 * 422 `linkedin_url_unresolved`: no person was found for a profile URL.
 *
 * @since 0.1.0
 * @category errors
 */
export class LinkedInUrlUnresolvedError extends ApiError.TrilumError<"LinkedInUrlUnresolvedError"> {
  constructor(details: ApiError.Details) {
    super("LinkedInUrlUnresolvedError", details)
  }
}

/**
 * 502 `crm_upstream_error`: the CRM failed, also after the retries of the call.
 *
 * @since 0.1.0
 * @category errors
 */
export class CrmUpstreamError extends ApiError.TrilumError<"CrmUpstreamError"> {
  constructor(details: ApiError.Details) {
    super("CrmUpstreamError", details)
  }
}

/**
 * 503 `crm_upstream_rate_limited`: the CRM limits the rate of calls. `retryAfter` is in seconds.
 *
 * @since 0.1.0
 * @category errors
 */
export class CrmUpstreamRateLimitedError extends ApiError.TrilumError<"CrmUpstreamRateLimitedError"> {
  declare readonly retryAfter?: number
  constructor(details: ApiError.Details & { readonly retryAfter?: number | undefined }) {
    super("CrmUpstreamRateLimitedError", details, "rateLimit")
  }
}
