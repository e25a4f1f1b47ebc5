/**
 * LVNG with promises: the resources, names and errors of the Effect client, without Effect.
 *
 * @since 0.1.0
 */
import * as Mock from "@trilum/core/Mock"
import { open } from "@trilum/core/Platform"
import { type Closeable, type Promised, runPromise } from "@trilum/core/PromiseClient"
import * as Redacted from "effect/Redacted"
import type * as Lvng from "./Lvng.js"
import { type AnyResource, clientOf, lvng, type PromiseOptions as Options } from "./Platform.js"
import * as Registry from "./resources.js"
import type { SlimLvng } from "./slim.js"
import * as Webhook from "./Webhook.js"

export type { ResponseInfo } from "@trilum/core/ApiClient"
export * from "@trilum/core/ApiError"
export type { AsyncItems } from "@trilum/core/AsyncItems"
export { type FileContent, type FileInput, type FilePart, toFile } from "@trilum/core/FileInput"
export type { Fetch, LogSink, Middleware } from "@trilum/core/Hooks"
export { LocalFileError } from "@trilum/core/LocalFileError"
export type { WaitOptions as PollingOptions } from "@trilum/core/Polling"
export type { Abortable, Closeable, Face, Promised, PromiseTypeId, WithPromise } from "@trilum/core/PromiseClient"
export { AbortError } from "@trilum/core/PromiseClient"
export { type RawRequest, withResponse } from "@trilum/core/RawRequest"
export * from "@trilum/core/RunError"
export type { SseEvent } from "@trilum/core/Sse"
export * as ChatEvent from "./ChatEvent.js"
export { iterateSse } from "./ChatEvent.js"
export type { RequestOptions, Unverified } from "./client.js"
export * as Envelope from "./Envelope.js"
export * as KnowledgeDocument from "./KnowledgeDocument.js"
export * from "./LvngError.js"
export type { PromiseOptions as Options } from "./Platform.js"
export type { Service as RateLimits, State as RateLimitState } from "./RateLimit.js"
export * as Webhook from "./Webhook.js"
export * as WorkflowRun from "./WorkflowRun.js"

/**
 * The text of a secret that the platform shows once, such as the key of `apiKeys.create`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const reveal = (secret: Redacted.Redacted<string>): string => Redacted.value(secret)

/**
 * @since 0.1.0
 * @category models
 */
export interface LvngPromise extends Promised<Lvng.Lvng.Service>, Closeable {}

/**
 * Builds a client. What the options leave out comes from `LVNG_API_KEY`, `LVNG_JWT_TOKEN` and `LVNG_BASE_URL`. Nothing is
 * sent. Throws `ConfigurationError` without a credential, and for options that are unknown or wrong.
 *
 * With `resources` the client has these alone. For a small bundle import `createLvng` from `@trilum/lvng/slim`.
 *
 * @example
 * ```ts
 * import { createLvng } from "@trilum/lvng/promise"
 *
 * const lvng = createLvng()
 * for await (const text of lvng.chat.streamText("What changed in our market this week?")) console.log(text)
 * await lvng.close()
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export function createLvng<const R extends ReadonlyArray<AnyResource>>(
  options: Options & { readonly resources: R }
): SlimLvng<R>
export function createLvng(options?: Options): LvngPromise
export function createLvng({
  resources = Object.values(Registry),
  ...options
}: Options & { readonly resources?: ReadonlyArray<AnyResource> } = {}):
  | LvngPromise
  | SlimLvng<ReadonlyArray<AnyResource>> {
  return open(lvng, options, clientOf(resources))
}

/**
 * A client for tests. A method that is not given throws an error with its name.
 *
 * @since 0.1.0
 * @category testing
 */
export const mockLvng = (part: Mock.Partial<LvngPromise>): LvngPromise => Mock.promise("lvng", part)

/**
 * Verifies a webhook and gives the bytes that were signed. Rejects with `WebhookSignatureError`.
 *
 * @since 0.1.0
 * @category webhooks
 */
export const verifyWebhook = (delivery: Webhook.Delivery, options?: Webhook.ReceiveOptions): Promise<Uint8Array> =>
  runPromise(Webhook.verify(delivery, options))

/**
 * Verifies a webhook and reads its event. Rejects with `WebhookSignatureError` for one that must not be acted on, and
 * with `DecodeError` for one that is no event.
 *
 * @since 0.1.0
 * @category webhooks
 */
export const receiveWebhook = (
  delivery: Webhook.Delivery,
  options?: Webhook.ReceiveOptions
): Promise<Webhook.WebhookEvent> => runPromise(Webhook.receive(delivery, options))
