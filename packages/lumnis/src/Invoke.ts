/**
 * The options and results of invocations.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import * as Kind from "@trilum/core/Options"
import type * as Progress from "@trilum/core/Progress"
import type { Face, Items, MethodOptions, PromiseTypeId, Result } from "@trilum/core/PromiseClient"
import type { RunCancelledError, RunFailedError, WaitTimeoutError } from "@trilum/core/RunError"
import type * as Schema from "effect/Schema"
import type { PreparedError } from "./client.js"
import type { AgentConfig, FileAttachment, ModelOverrides, ResponsesCreateParams } from "./generated/responses.js"
import type { ChatMessageInput, ResponseObject } from "./generated/shared.js"
import type { InvokeUpdate, StructuredUpdate } from "./InvokeUpdate.js"
import type { LocalFileNotSupported, StructuredOutputError } from "./LumnisError.js"
import { callOptions } from "./Scope.js"

/**
 * What an agent is asked. A text becomes one message of the user.
 *
 * @since 0.1.0
 * @category models
 */
export type Input = string | ChatMessageInput | ReadonlyArray<ChatMessageInput>

/**
 * A finished run, with the names of the wire. `ResponseView` derives state, message, plan and more from it.
 *
 * @since 0.1.0
 * @category models
 */
export type LumnisResponse = ResponseObject

/**
 * A finished run whose `structured_response` was decoded with the given schema.
 *
 * @since 0.1.0
 * @category models
 */
export type StructuredResponse<A> = ResponseObject & { readonly structured: A }

/**
 * The options of a wait. A duration without a unit is in milliseconds.
 *
 * @since 0.1.0
 * @category options
 */
export const waitOptions = {
  /** Shortest time between two polls that the server answers early and without news. Default: 2 seconds. */
  pollInterval: Kind.finiteDuration,
  /** Limit of the whole call. The run continues when it passes. Default: none. */
  deadline: Kind.duration,
  /** How long the server may hold each poll until something changes, in whole seconds. Default: 10 seconds; 0: not. */
  wait: Kind.finiteDuration,
  /**
   * Asks the server to cancel the run when the call is interrupted or its stream is closed early, which then waits up to 5
   * seconds for the answer. Default: `false`.
   */
  cancelOnInterrupt: Kind.boolean,
  /** Asks the server to cancel the run when `deadline` passes. Default: `false`. */
  cancelOnDeadline: Kind.boolean
}

/**
 * @since 0.1.0
 * @category options
 */
export interface WaitOptions extends Kind.Type<typeof waitOptions> {}

/**
 * What a call may change about its requests.
 *
 * @since 0.1.0
 * @category options
 */
export const httpOptions = {
  headers: Kind.request.headers,
  retry: Kind.request.retry,
  /** Limit of one attempt; a held poll has at least `wait` and 15 seconds. */
  timeout: Kind.duration,
  /** Scope of this call. Default: the client's. */
  scope: callOptions.scope
}

/**
 * @since 0.1.0
 * @category options
 */
export interface HttpOptions extends Kind.Type<typeof httpOptions> {}

/**
 * What becomes of runs that do not succeed.
 *
 * @since 0.1.0
 * @category options
 */
export const failureOptions = {
  /** `fail` (default): `RunFailedError` or `RunCancelledError`. `return`: the terminal response, like any other. */
  failedRuns: Kind.literal("fail", "return")
}

/**
 * @since 0.1.0
 * @category options
 */
export interface FailureOptions extends Kind.Type<typeof failureOptions> {}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProgressOptions {
  /**
   * Receives the progress of the run; `true` writes it to stderr. `message` is a line for a new entry of the log (see
   * `ProgressText`), with new tool calls as further lines. Default: only the sink of the context gets it.
   */
  readonly progress?: Progress.Option | undefined
}

/**
 * The fields of a new run. Only what is given reaches the server.
 *
 * @since 0.1.0
 * @category options
 */
export const requestFields = {
  /** The user the run acts for, by id, e-mail or any name of yours. Default: the one the client is bound to. */
  userId: Kind.string,
  /** The thread to continue. Default: a new one. */
  threadId: Kind.string,
  /** Artifact ids and URIs, alone or with name and type. A local path is invalid. */
  files: Kind.unchecked<ReadonlyArray<string | FileAttachment>>(),
  /** Hints for the structured output, in words. */
  responseFormatInstructions: Kind.string,
  /** `provider:model` for some kinds of models. */
  modelOverrides: Kind.unchecked<ModelOverrides>(),
  agentConfig: Kind.unchecked<AgentConfig>(),
  /** Free-form options of the platform, e.g. `{ agent_mode: "single_agent" }`. Keys are sent as they are. */
  options: Kind.unchecked<Readonly<Record<string, unknown>>>(),
  /** The agent to ask instead of the general one. */
  specializedAgent: Kind.unchecked<NonNullable<ResponsesCreateParams["specialized_agent"]>>(),
  specializedAgentParams: Kind.unchecked<NonNullable<ResponsesCreateParams["specialized_agent_params"]>>(),
  /** Sent as it is; a second call with the same key gives the same run. Default: a new one for each call. */
  idempotencyKey: Kind.request.idempotencyKey
}

/**
 * @since 0.1.0
 * @category options
 */
export interface RequestFields extends Kind.Type<typeof requestFields> {}

/**
 * @since 0.1.0
 * @category models
 */
export interface InvokeStreamOptions extends RequestFields, WaitOptions, HttpOptions, FailureOptions {
  /** A JSON Schema for `structured_response`, sent as it is. */
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  readonly schema?: undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface InvokeOptions extends InvokeStreamOptions, ProgressOptions {}

/**
 * @since 0.1.0
 * @category models
 */
export interface StructuredStreamOptions<A, I> extends RequestFields, WaitOptions, HttpOptions {
  /** What the agent has to answer with: sent as a JSON Schema of its encoded side, and decoded with. */
  readonly schema: Schema.Schema<A, I>
  readonly responseFormat?: undefined
  readonly failedRuns?: "fail" | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StructuredOptions<A, I> extends StructuredStreamOptions<A, I>, ProgressOptions {}

/**
 * @since 0.1.0
 * @category models
 */
export interface AttachStreamOptions extends WaitOptions, HttpOptions, FailureOptions {
  readonly schema?: undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AttachOptions extends AttachStreamOptions, ProgressOptions {}

/**
 * @since 0.1.0
 * @category models
 */
export interface StructuredAttachStreamOptions<A, I> extends WaitOptions, HttpOptions {
  readonly schema: Schema.Schema<A, I>
  readonly failedRuns?: "fail" | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StructuredAttachOptions<A, I> extends StructuredAttachStreamOptions<A, I>, ProgressOptions {}

/**
 * What waiting for a run can fail with. Every error after the server has taken the run carries `responseId` and a `hint`.
 *
 * @since 0.1.0
 * @category errors
 */
export type AttachError =
  | ApiError
  | PreparedError
  | RunFailedError<LumnisResponse>
  | RunCancelledError<LumnisResponse>
  | WaitTimeoutError

/**
 * What an invocation can fail with. With a schema, `StructuredOutputError` too.
 *
 * @since 0.1.0
 * @category errors
 */
export type InvokeError = AttachError | LocalFileNotSupported

/**
 * Starts a run and waits for its end.
 *
 * @since 0.1.0
 * @category models
 */
export interface Invoke<F extends Face = "effect"> {
  readonly [PromiseTypeId]?: () => Invoke<"promise">
  <A, I>(
    input: Input,
    options: MethodOptions<F, StructuredOptions<A, I>>
  ): Result<F, StructuredResponse<A>, InvokeError | StructuredOutputError>
  (input: Input, options?: MethodOptions<F, InvokeOptions>): Result<F, LumnisResponse, InvokeError>
}

/**
 * Starts a run when the stream is run and emits its updates. Closing the stream stops the polling; the run continues
 * unless `cancelOnInterrupt` is set.
 *
 * @since 0.1.0
 * @category models
 */
export interface InvokeStream<F extends Face = "effect"> {
  readonly [PromiseTypeId]?: () => InvokeStream<"promise">
  <A, I>(
    input: Input,
    options: MethodOptions<F, StructuredStreamOptions<A, I>>
  ): Items<F, StructuredUpdate<A>, InvokeError | StructuredOutputError>
  (input: Input, options?: MethodOptions<F, InvokeStreamOptions>): Items<F, InvokeUpdate, InvokeError>
}

/**
 * Waits for an existing run, started here or in another process.
 *
 * @since 0.1.0
 * @category models
 */
export interface Attach<F extends Face = "effect"> {
  readonly [PromiseTypeId]?: () => Attach<"promise">
  <A, I>(
    responseId: string,
    options: MethodOptions<F, StructuredAttachOptions<A, I>>
  ): Result<F, StructuredResponse<A>, AttachError | StructuredOutputError>
  (responseId: string, options?: MethodOptions<F, AttachOptions>): Result<F, LumnisResponse, AttachError>
}

/**
 * As {@link Attach}, as a stream of updates from the start of the progress log.
 *
 * @since 0.1.0
 * @category models
 */
export interface AttachStream<F extends Face = "effect"> {
  readonly [PromiseTypeId]?: () => AttachStream<"promise">
  <A, I>(
    responseId: string,
    options: MethodOptions<F, StructuredAttachStreamOptions<A, I>>
  ): Items<F, StructuredUpdate<A>, AttachError | StructuredOutputError>
  (responseId: string, options?: MethodOptions<F, AttachStreamOptions>): Items<F, InvokeUpdate, AttachError>
}
