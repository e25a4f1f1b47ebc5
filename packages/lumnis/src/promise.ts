/**
 * Lumnis AI with promises: the same resources, names and errors as the Effect client, without Effect.
 *
 * @since 0.1.0
 */
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as OnDemand from "@trilum/core/OnDemand"
import type { Abortable, Closeable, Promised } from "@trilum/core/PromiseClient"
import * as PromiseClient from "@trilum/core/PromiseClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type * as Invocation from "./Invoke.js"
import type * as Batch from "./InvokeMany.js"
import type { InvokeUpdate, StructuredUpdate } from "./InvokeUpdate.js"
import * as LazyResources from "./internal/lazyResources.js"
import * as Session from "./internal/session.js"
import type { Resources } from "./Lumnis.js"
import type { StructuredOutputError } from "./LumnisError.js"
import * as Settings from "./Settings.js"
import * as Webhook from "./Webhook.js"

export * from "@trilum/core/ApiError"
export { AbortError } from "@trilum/core/PromiseClient"
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
export * from "./LumnisError.js"
export * as Models from "./Models.js"
export * as ProgressText from "./ProgressText.js"
export * from "./ResourceError.js"
export * as ResponseView from "./ResponseView.js"
export type { Scope } from "./Scope.js"
export * as SequenceLimits from "./SequenceLimits.js"
export * as Upload from "./Upload.js"
export type { Delivery, WebhookEvent } from "./Webhook.js"

/**
 * The settings of a client. What is not given comes from `LUMNISAI_API_KEY`, `LUMNISAI_BASE_URL` and
 * `LUMNISAI_TENANT_ID`. Durations are milliseconds or texts like `"10 seconds"`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options extends Omit<Settings.Options, "apiKey"> {
  readonly apiKey?: string | Redacted.Redacted<string> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LumnisPromise extends Promised<Resources>, Closeable {
  /**
   * Starts a run and waits for its end. With `schema`, the answer is decoded to `structured`.
   *
   * Rejects with `RunFailedError` or `RunCancelledError` when the run does not succeed, with `RunTimeoutError` when
   * `deadline` passes, and with `AbortError` when `signal` aborts.
   */
  invoke<A, I>(
    input: Invocation.Input,
    options: Invocation.StructuredOptions<A, I> & Abortable
  ): Promise<Invocation.StructuredResponse<A>>
  invoke(input: Invocation.Input, options?: Invocation.InvokeOptions & Abortable): Promise<Invocation.LumnisResponse>
  /** Starts a run when it is iterated and tells of it until its end; `break` stops the asking. */
  invokeStream<A, I>(
    input: Invocation.Input,
    options: Invocation.StructuredStreamOptions<A, I> & Abortable
  ): AsyncIterable<StructuredUpdate<A>>
  invokeStream(
    input: Invocation.Input,
    options?: Invocation.InvokeStreamOptions & Abortable
  ): AsyncIterable<InvokeUpdate>
  /** Waits for a run that was started before. */
  attach<A, I>(
    responseId: string,
    options: Invocation.StructuredAttachOptions<A, I> & Abortable
  ): Promise<Invocation.StructuredResponse<A>>
  attach(responseId: string, options?: Invocation.AttachOptions & Abortable): Promise<Invocation.LumnisResponse>
  /** Tells of a run that was started before, until its end. */
  attachStream<A, I>(
    responseId: string,
    options: Invocation.StructuredAttachStreamOptions<A, I> & Abortable
  ): AsyncIterable<StructuredUpdate<A>>
  attachStream(responseId: string, options?: Invocation.AttachStreamOptions & Abortable): AsyncIterable<InvokeUpdate>
  /**
   * Starts a run for each item when it is iterated, some at once, and tells how each ended: an item's failure is a result
   * and not an exception. `break` stops the asking; runs that were started go on.
   */
  invokeMany<Item extends Batch.BatchItem, A, I>(
    items: Iterable<Item> | AsyncIterable<Item>,
    options: Batch.StructuredManyOptions<A, I> & Abortable
  ): AsyncIterable<
    Batch.BatchResult<Item, Invocation.StructuredResponse<A>, Invocation.InvokeError | StructuredOutputError>
  >
  invokeMany<Item extends Batch.BatchItem>(
    items: Iterable<Item> | AsyncIterable<Item>,
    options?: Batch.InvokeManyOptions & Abortable
  ): AsyncIterable<Batch.BatchResult<Item>>
  /** This client in user scope, bound to a user. It shares connections with this one; closing it leaves this one open. */
  forUser(userId: string): LumnisPromise
  /**
   * As `forUser`, for a block: once its promise is settled, calls reject with a `ValidationError` of code
   * `CLIENT_CLOSED`.
   */
  asUser<A>(userId: string, body: (client: LumnisPromise) => Promise<A> | A): Promise<A>
}

/**
 * Builds a client. Nothing is sent. Throws `ConfigurationError` without a key, and for settings that make no sense.
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
export const createLumnis = (options: Options = {}): LumnisPromise => {
  const { apiKey, ...rest } = options
  const given =
    apiKey === undefined ? rest : { ...rest, apiKey: typeof apiKey === "string" ? Redacted.make(apiKey) : apiKey }
  const layer = Layer.unwrapEffect(
    Effect.map(Effect.mapError(Settings.config(given), missingKey), (settings) =>
      Layer.provide(Layer.effect(session, Session.make(settings)), DefaultTransport.layer)
    )
  )
  const { runner, service } = PromiseClient.fromLayer(session, Layer.provide(layer, warnings))
  return promiseOf(service, runner)
}

const session = Context.GenericTag<Session.Session>("@trilum/lumnis/Session")

/** Warnings go to `console.warn`: standard output belongs to the program. */
const warnings = Logger.replace(Logger.defaultLogger, Logger.withLeveledConsole(Logger.logfmtLogger))

const missingKey = (): ConfigurationError =>
  new ConfigurationError({
    platform: "lumnis",
    message: "API key is required: set LUMNISAI_API_KEY, or give the option apiKey"
  })

const batches = OnDemand.once("lumnis", "invokeMany", () => import("./internal/invokeMany.js"))

const invokeManyOf =
  ({ means }: Session.Session, runner: PromiseClient.Runner) =>
  <Item extends Batch.BatchItem>(
    items: Iterable<Item> | AsyncIterable<Item>,
    { signal, ...options }: Batch.InvokeManyOptions & Abortable = {}
  ): AsyncIterable<Batch.BatchResult<Item>> =>
    runner.stream(
      Stream.unwrap(
        Effect.map(batches, ({ make }) =>
          make(means)(
            Symbol.asyncIterator in items ? Stream.fromAsyncIterable(items, (failure) => failure) : items,
            options
          )
        )
      ),
      signal
    )

const promiseOf = (self: Session.Session, runner: PromiseClient.Runner): LumnisPromise => {
  const { asUser, client, forUser, invocations } = self
  const runs = PromiseClient.promised(invocations, runner)
  return {
    ...PromiseClient.lazy({ platform: "lumnis", resources: LazyResources.make(self), client, runner }),
    // A mapped type sees only the last signature of an overloaded function; at run time all are the same.
    ...(runs as Pick<LumnisPromise, keyof typeof runs>),
    invokeMany: invokeManyOf(self, runner) as LumnisPromise["invokeMany"],
    forUser: (userId) => promiseOf(forUser(userId), runner.derive()),
    asUser: (userId, body) =>
      runner.effect(
        asUser(userId, (inner) =>
          Effect.tryPromise({
            try: async () => body(promiseOf(inner, runner.derive())),
            catch: (cause) => cause
          })
        )
      ),
    close: runner.close,
    [Symbol.asyncDispose]: runner.close
  }
}

/**
 * Whether a webhook is signed with the secret. Never rejects; see `Webhook.verify` of `@trilum/lumnis`.
 *
 * @since 0.1.0
 * @category webhooks
 */
export const verifyWebhook = (delivery: Webhook.Delivery): Promise<boolean> => run(Webhook.verify(delivery))

/**
 * Verifies a webhook and reads its event. Rejects with `WebhookSignatureError` for one that must not be acted on, and
 * with `DecodeError` for one that is no event.
 *
 * @since 0.1.0
 * @category webhooks
 */
export const receiveWebhook = (delivery: Webhook.Delivery): Promise<Webhook.WebhookEvent> =>
  run(Webhook.receive(delivery))

/** Rejects with the typed error itself. */
const run = async <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Either.getOrThrowWith(await Effect.runPromise(Effect.either(effect)), (error) => error)
