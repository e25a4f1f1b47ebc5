/**
 * LVNG for Effect: `Lvng` is the client, the namespaces are its parts.
 *
 * @since 0.1.0
 */
export * from "@trilum/core/ApiError"
export { LocalFileError } from "@trilum/core/LocalFileError"
export type { WaitOptions as PollingOptions } from "@trilum/core/Polling"
export type { PromiseTypeId, WithPromise } from "@trilum/core/PromiseClient"
export type { Extended, FailedCall, Service, WithErrors } from "@trilum/core/Resource"
export * from "@trilum/core/RunError"
export * as ChatEvent from "./ChatEvent.js"
export * as Credential from "./Credential.js"
export type { RequestOptions, Unverified } from "./client.js"
export * as Envelope from "./Envelope.js"
export * as KnowledgeDocument from "./KnowledgeDocument.js"
export type { Options, RawRequest, Resources } from "./Lvng.js"
export { Lvng } from "./Lvng.js"
export * from "./LvngError.js"
export * as RateLimit from "./RateLimit.js"
export * as Webhook from "./Webhook.js"
export * as WorkflowRun from "./WorkflowRun.js"
