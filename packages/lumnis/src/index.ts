/**
 * Lumnis AI for Effect: `Lumnis` is the client, the namespaces are its parts.
 *
 * @since 0.1.0
 */
export * from "@trilum/core/ApiError"
export * from "@trilum/core/RunError"
export { WebhookSignatureError } from "@trilum/core/Webhook"
export * as AgentPresets from "./AgentPresets.js"
export type * as Agents from "./Agents.js"
export * as DraftEvent from "./DraftEvent.js"
export * as FileReference from "./FileReference.js"
export type * from "./Invoke.js"
export * from "./InvokeMany.js"
export type * from "./InvokeUpdate.js"
export * as LinkedInLimits from "./LinkedInLimits.js"
export type { Options, Resources } from "./Lumnis.js"
export { Lumnis } from "./Lumnis.js"
export * from "./LumnisError.js"
export * as Models from "./Models.js"
export * as ProgressText from "./ProgressText.js"
export * from "./ResourceError.js"
export * as ResponseView from "./ResponseView.js"
export type { Scope } from "./Scope.js"
export * as SequenceLimits from "./SequenceLimits.js"
export * as Upload from "./Upload.js"
export * as Webhook from "./Webhook.js"
