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

/**
 * 404 of a file: it does not exist, was deleted, or belongs to another user. `fileId` is missing when the call is not
 * about a single file.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileNotFoundError extends ApiError.tagged("FileNotFoundError")<{ fileId?: string | undefined }> {}

/**
 * 403 of a file: the API key is valid, but the key or the user of the call may not access the file.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileAccessDeniedError extends ApiError.tagged("FileAccessDeniedError")<{ fileId?: string | undefined }> {}

/**
 * The platform could not process an uploaded file: its processing finished with status `error`. `processing` is the
 * last status (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class FileProcessingError extends ApiError.tagged("FileProcessingError", {
  platform: "lumnis",
  operation: "getFileStatus",
  code: "FILE_PROCESSING_FAILED",
  hint: "Delete the file, fix the cause, then upload the file.",
  hidden: ["processing"]
})<{ fileId: string; processing: ProcessingStatusResponse }> {
  constructor(details: { readonly fileId: string; readonly processing: ProcessingStatusResponse }) {
    const { fileId, processing } = details
    super({ ...details, message: `file ${fileId} could not be processed: ${said(processing.error_message)}` })
  }
}

/**
 * The tenant has not enabled an app, so users cannot connect it. No connection was started.
 *
 * @since 0.1.0
 * @category errors
 */
export class AppNotEnabledError extends ApiError.tagged("AppNotEnabledError", {
  platform: "lumnis",
  operation: "isAppEnabled",
  code: "APP_NOT_ENABLED",
  hint: "Enable the app for the tenant, then connect it."
})<{ appName: string }> {
  constructor({ appName }: { readonly appName: string }) {
    super({ appName, message: `${appName} is not enabled for this tenant` })
  }
}

/**
 * A connection to an app became `failed` or `expired` during the wait. `connection` is the last status (not shown by
 * `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class ConnectionFailedError extends ApiError.tagged("ConnectionFailedError", {
  platform: "lumnis",
  operation: "getConnectionStatus",
  hint: "Start a new connection to the app.",
  hidden: ["connection"]
})<{ appName: string; userId: string; connection: ConnectionStatusResponse }> {
  constructor(details: {
    readonly appName: string
    readonly userId: string
    readonly connection: ConnectionStatusResponse
  }) {
    const { error_message, status } = details.connection
    const outcome = status === "expired" ? "expired" : "failed"
    super({
      ...details,
      code: `CONNECTION_${outcome.toUpperCase()}`,
      message: `the connection to ${details.appName} ${outcome}: ${withoutAddresses(said(error_message))}`
    })
  }
}

/**
 * A background job of the platform failed. `job` is its last state as received (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class JobFailedError extends ApiError.tagged("JobFailedError", {
  platform: "lumnis",
  code: "JOB_FAILED",
  hidden: ["job"]
})<{ jobId: string; job: unknown }> {
  constructor(details: {
    readonly operation: string
    readonly jobId: string
    readonly reason: string | null | undefined
    readonly job: unknown
  }) {
    const { reason, ...facts } = details
    super({ ...facts, message: `job ${facts.jobId} failed: ${said(reason)}; its earlier results remain` })
  }
}

/**
 * Neither the stream of a batch of drafts nor the status of its job can be read. `cause` has the last error. The job
 * may still be active: `messaging.draftBatch` with this `job_id` reads it.
 *
 * @since 0.1.0
 * @category errors
 */
export class DraftJobLostError extends ApiError.tagged("DraftJobLostError", { code: "DRAFT_JOB_LOST" })<{
  jobId: string
  /** Number of drafts that were emitted. */
  created: number
}> {}

/**
 * 400 `NO_DATA_SOURCES`: the tenant has no data source for people.
 *
 * @since 0.1.0
 * @category errors
 */
export class NoDataSourcesError extends ApiError.tagged("NoDataSourcesError") {}

/**
 * 400 `SOURCES_NOT_AVAILABLE`: the tenant does not have all requested data sources. `availableSources` are those that
 * the message of the platform lists. Empty when it lists none.
 *
 * @since 0.1.0
 * @category errors
 */
export class SourcesNotAvailableError extends ApiError.tagged("SourcesNotAvailableError")<{
  availableSources: ReadonlyArray<string>
}> {}

/**
 * 409 `crm_not_connected`: the user has not connected a CRM. `connectUrl` is the page for connecting it. It is missing
 * when the platform sends none, or one that contains a credential.
 *
 * @since 0.1.0
 * @category errors
 */
export class CrmNotConnectedError extends ApiError.tagged("CrmNotConnectedError")<{
  connectUrl?: string | undefined
}> {}

/**
 * 404 `prospect_not_found`.
 *
 * @since 0.1.0
 * @category errors
 */
export class ProspectNotFoundError extends ApiError.tagged("ProspectNotFoundError") {}

/**
 * 422 `linkedin_url_unresolved`: no person was found for a profile URL.
 *
 * @since 0.1.0
 * @category errors
 */
export class LinkedInUrlUnresolvedError extends ApiError.tagged("LinkedInUrlUnresolvedError") {}

/**
 * 502 `crm_upstream_error`: the CRM failed, also after the retries of the call.
 *
 * @since 0.1.0
 * @category errors
 */
export class CrmUpstreamError extends ApiError.tagged("CrmUpstreamError") {}

/**
 * 503 `crm_upstream_rate_limited`: the CRM limits the rate of calls. `retryAfter` is in seconds.
 *
 * @since 0.1.0
 * @category errors
 */
export class CrmUpstreamRateLimitedError extends ApiError.tagged("CrmUpstreamRateLimitedError", {
  category: "rateLimit"
})<{ retryAfter?: number | undefined }> {}
