/**
 * The options and results of invocations.
 *
 * @since 0.1.0
 */
import type { RequestOptions as CoreOptions } from "@trilum/core/ApiClient"
import type { ApiError } from "@trilum/core/ApiError"
import type * as Polling from "@trilum/core/Polling"
import type * as Progress from "@trilum/core/Progress"
import type { Face, Items, MethodOptions, PromiseTypeId, Result } from "@trilum/core/PromiseClient"
import type { RunCancelledError, RunFailedError, WaitTimeoutError } from "@trilum/core/RunError"
import type * as Duration from "effect/Duration"
import type * as Schema from "effect/Schema"
import type { PreparedError } from "./client.js"
import type { AgentConfig, FileAttachment, ModelOverrides, ResponsesCreateParams } from "./generated/responses.js"
import type { ChatMessageInput, ResponseObject } from "./generated/shared.js"
import type { InvokeUpdate, StructuredUpdate } from "./InvokeUpdate.js"
import type { LocalFileNotSupported, StructuredOutputError } from "./LumnisError.js"
import type { Scope } from "./Scope.js"

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
 * How to wait for a run. `pollInterval` (default: 2 seconds) spaces polls that the server answers early and without news;
 * `deadline` (default: none) limits the whole call, the request that starts the run included.
 *
 * @since 0.1.0
 * @category models
 */
export interface WaitOptions extends Polling.WaitOptions {
  /** How long the server may hold each poll until something changes, in whole seconds. Default: 10 seconds; 0: not. */
  readonly wait?: Duration.DurationInput | undefined
  /**
   * Asks the server to cancel the run when the call is interrupted or its stream is closed early, which then waits up to 5
   * seconds for the answer. Default: `false`.
   */
  readonly cancelOnInterrupt?: boolean | undefined
  /** Asks the server to cancel the run when `deadline` passes. Default: `false`. */
  readonly cancelOnDeadline?: boolean | undefined
}

/**
 * What a call may change about its requests.
 *
 * @since 0.1.0
 * @category models
 */
export interface HttpOptions extends Pick<CoreOptions, "headers" | "retry"> {
  /** Limit of one attempt; a held poll has at least `wait` and 15 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Scope of this call. Default: the client's. */
  readonly scope?: Scope | undefined
}

/**
 * How runs end that do not succeed.
 *
 * @since 0.1.0
 * @category models
 */
export interface FailureOptions {
  /** `fail` (default): `RunFailedError` or `RunCancelledError`. `return`: the terminal response, like any other. */
  readonly failedRuns?: "fail" | "return" | undefined
}

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
 * @category models
 */
export interface RequestFields {
  /** The user the run acts for, by id, e-mail or any name of yours. Default: the one the client is bound to. */
  readonly userId?: string | undefined
  /** The thread to continue. Default: a new one. */
  readonly threadId?: string | undefined
  /** Artifact ids and URIs, alone or with name and type. A local path is invalid. */
  readonly files?: ReadonlyArray<string | FileAttachment> | undefined
  /** Hints for the structured output, in words. */
  readonly responseFormatInstructions?: string | undefined
  /** `provider:model` for some kinds of models. */
  readonly modelOverrides?: ModelOverrides | undefined
  readonly agentConfig?: AgentConfig | undefined
  /** Free-form options of the platform, e.g. `{ agent_mode: "single_agent" }`. Keys are sent as they are. */
  readonly options?: Readonly<Record<string, unknown>> | undefined
  /** The agent to ask instead of the general one. */
  readonly specializedAgent?: ResponsesCreateParams["specialized_agent"]
  readonly specializedAgentParams?: ResponsesCreateParams["specialized_agent_params"]
  /** Sent as it is; a second call with the same key gives the same run. Default: a new one for each call. */
  readonly idempotencyKey?: string | false | undefined
}

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
