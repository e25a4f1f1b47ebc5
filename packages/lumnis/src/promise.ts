/**
 * Lumnis AI with promises: the same resources, names and errors as the Effect client, without Effect.
 *
 * @since 0.1.0
 */
import * as Mock from "@trilum/core/Mock"
import { open } from "@trilum/core/Platform"
import { runPromise } from "@trilum/core/PromiseClient"
import type { LumnisPromise } from "./Lumnis.js"
import { type AnyResource, clientOf, lumnis, type PromiseOptions as Options } from "./Platform.js"
import * as Registry from "./resources.js"
import type { SlimLumnis } from "./slim.js"
import * as Webhook from "./Webhook.js"

export type { ResponseInfo } from "@trilum/core/ApiClient"
export * from "@trilum/core/ApiError"
export type { AsyncItems } from "@trilum/core/AsyncItems"
export { type FileContent, type FileInput, type FilePart, toFile } from "@trilum/core/FileInput"
export type { Fetch, LogSink, Middleware } from "@trilum/core/Hooks"
export type { WaitOptions as PollingOptions } from "@trilum/core/Polling"
export type { Abortable, Closeable, Face, Promised, PromiseTypeId, WithPromise } from "@trilum/core/PromiseClient"
export { AbortError } from "@trilum/core/PromiseClient"
export { type RawRequest, withResponse } from "@trilum/core/RawRequest"
export * from "@trilum/core/RunError"
export type { SseEvent } from "@trilum/core/Sse"
export { WebhookSignatureError } from "@trilum/core/Webhook"
export * as AgentPresets from "./AgentPresets.js"
export type * as Agents from "./Agents.js"
export type { RequestOptions } from "./client.js"
export * as DraftEvent from "./DraftEvent.js"
export * as FileReference from "./FileReference.js"
export type * from "./Invoke.js"
export * from "./InvokeMany.js"
export type * from "./InvokeUpdate.js"
export * as LinkedInLimits from "./LinkedInLimits.js"
export type { LumnisPromise } from "./Lumnis.js"
export * from "./LumnisError.js"
export * as Models from "./Models.js"
export type { PromiseOptions as Options } from "./Platform.js"
export * as ProgressText from "./ProgressText.js"
export * from "./ResourceError.js"
export * as ResponseView from "./ResponseView.js"
export type { Scope } from "./Scope.js"
export * as SequenceLimits from "./SequenceLimits.js"
export * as Upload from "./Upload.js"
export type { Delivery, WebhookEvent } from "./Webhook.js"

/**
 * Builds a client. What the options leave out comes from `LUMNISAI_API_KEY`, `LUMNISAI_BASE_URL` and `LUMNISAI_TENANT_ID`.
 * Nothing is sent. Throws `ConfigurationError` without a key, and for options that are unknown or wrong.
 *
 * With `resources` the client has these alone. For a small bundle import `createLumnis` from `@trilum/lumnis/slim`.
 *
 * @example
 * ```ts
 * import { createLumnis } from "@trilum/lumnis/promise"
 *
 * const lumnis = createLumnis()
 * const response = await lumnis.invoke("What changed in our market this week?", { userId: "ada@example.com" })
 * console.log(response.output_text)
 * await lumnis.close()
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export function createLumnis<const R extends ReadonlyArray<AnyResource>>(
  options: Options & { readonly resources: R }
): SlimLumnis<R>
export function createLumnis(options?: Options): LumnisPromise
export function createLumnis({
  resources = Object.values(Registry),
  ...options
}: Options & { readonly resources?: ReadonlyArray<AnyResource> } = {}):
  | LumnisPromise
  | SlimLumnis<ReadonlyArray<AnyResource>> {
  return open(lumnis, options, clientOf(resources))
}

/**
 * A client for tests. A method that is not given throws an error with its name.
 *
 * @since 0.1.0
 * @category testing
 */
export const mockLumnis = (part: Mock.Partial<LumnisPromise>): LumnisPromise => Mock.promise("lumnis", part)

/**
 * Whether a webhook is signed with the secret. Never rejects; see `Webhook.verify` of `@trilum/lumnis`.
 *
 * @since 0.1.0
 * @category webhooks
 */
export const verifyWebhook = (delivery: Webhook.Delivery): Promise<boolean> => runPromise(Webhook.verify(delivery))

/**
 * Verifies a webhook and reads its event. Rejects with `WebhookSignatureError` for one that must not be acted on, and
 * with `DecodeError` for one that is no event.
 *
 * @since 0.1.0
 * @category webhooks
 */
export const receiveWebhook = (delivery: Webhook.Delivery): Promise<Webhook.WebhookEvent> =>
  runPromise(Webhook.receive(delivery))
