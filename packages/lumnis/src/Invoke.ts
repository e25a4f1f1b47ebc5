/**
 * The options and results of invocations.
 *
 * @since 0.1.0
 */

import type { StandardSchemaV1 } from "@standard-schema/spec"
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
 * The prompt of a run. A string becomes one message of the user.
 *
 * @since 0.1.0
 * @category models
 */
export type Input = string | ChatMessageInput | ReadonlyArray<ChatMessageInput>

/**
 * A finished run, with the field names of the API. `invoke` and `attach` fill in `state` and `message` from the progress
 * log where the server does not send them; JSON does not show these. `ResponseView` derives the plan and more.
 *
 * @since 0.1.0
 * @category models
 */
export type LumnisResponse = ResponseObject

/**
 * A finished run and its `structured_response`, decoded with the given schema.
 *
 * @since 0.1.0
 * @category models
 */
export type StructuredResponse<A> = ResponseObject & { readonly structured: A }

/**
 * The schema of a structured output: one of `effect/Schema`, or a Standard Schema, e.g. of zod, valibot or arktype.
 *
 * The JSON Schema of its encoded side is sent. zod from 4.2 and arktype from 2.1.28 provide it; a schema of valibot goes
 * through `toStandardJsonSchema` of `@valibot/to-json-schema`. For any other, give it as `responseFormat`.
 *
 * @since 0.1.0
 * @category models
 */
export type OutputSchema<A, I> = Schema.Schema<A, I> | StandardSchemaV1<I, A>

/**
 * The options of waiting. Durations without a unit are in milliseconds.
 *
 * @since 0.1.0
 * @category options
 */
export const waitOptions = {
  /** Minimum time between two polls when the server responds early and without changes. Default: 2 seconds. */
  pollInterval: Kind.finiteDuration,
  /** Time limit of the whole call. The run continues when the limit is reached. Default: none. */
  deadline: Kind.duration,
  /**
   * How long the server may hold a poll until something changes, in whole seconds. `0`: not at all. Default: 10
   * seconds.
   */
  wait: Kind.finiteDuration,
  /**
   * Asks the server to cancel the run when the call is interrupted or its stream is closed early. The interruption then
   * waits up to 5 seconds for the response. Default: `false`.
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
 * The options of the requests of a call.
 *
 * @since 0.1.0
 * @category options
 */
export const httpOptions = {
  headers: Kind.request.headers,
  retry: Kind.request.retry,
  /** Time limit of one attempt. A held poll gets at least `wait` plus 15 seconds. */
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
 * How runs that do not succeed are reported.
 *
 * @since 0.1.0
 * @category options
 */
export const failureOptions = {
  /** `fail` (default): with `RunFailedError` or `RunCancelledError`. `return`: as a result, the terminal response. */
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
   * Receives the progress of the run. `true` writes it to stderr. A `message` is the line of a new entry of the log
   * (see `ProgressText`); new tool calls are further lines. Default: only the progress sink in the context receives it.
   */
  readonly progress?: Progress.Option | undefined
}

/**
 * The fields of a new run. Fields that are not set are not sent.
 *
 * @since 0.1.0
 * @category options
 */
export const requestFields = {
  /** The user of the run: an id, e-mail address or any name of yours. Default: the bound user of the client. */
  userId: Kind.string,
  /** The thread to continue. Default: a new one. */
  threadId: Kind.string,
  /** Artifact ids and URIs, optionally with name and type. A local path is invalid. */
  files: Kind.unchecked<ReadonlyArray<string | FileAttachment>>(),
  /** Instructions for the structured output, as text. */
  responseFormatInstructions: Kind.string,
  /** Models by kind, each as `provider:model`. */
  modelOverrides: Kind.unchecked<ModelOverrides>(),
  agentConfig: Kind.unchecked<AgentConfig>(),
  /** Free-form options of the platform, e.g. `{ agent_mode: "single_agent" }`. Keys are sent unchanged. */
  options: Kind.unchecked<Readonly<Record<string, unknown>>>(),
  /** The specialized agent of the run. Default: the general agent. */
  specializedAgent: Kind.unchecked<NonNullable<ResponsesCreateParams["specialized_agent"]>>(),
  specializedAgentParams: Kind.unchecked<NonNullable<ResponsesCreateParams["specialized_agent_params"]>>(),
  /** Sent unchanged. A second call with the same key returns the same run. Default: a new key for each call. */
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
  /** A JSON Schema for `structured_response`, sent unchanged. */
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
  /** Schema of the structured output. Its encoded side is sent as JSON Schema, and the output is decoded with it. */
  readonly schema: OutputSchema<A, I>
  /** The JSON Schema to send for a Standard Schema, instead of its own. */
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
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
  readonly schema: OutputSchema<A, I>
  readonly failedRuns?: "fail" | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StructuredAttachOptions<A, I> extends StructuredAttachStreamOptions<A, I>, ProgressOptions {}

/**
 * The errors of waiting for a run. After the server has accepted the run, every error has `responseId` and a `hint`.
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
 * The errors of an invocation. With a schema also `StructuredOutputError`.
 *
 * @since 0.1.0
 * @category errors
 */
export type InvokeError = AttachError | LocalFileNotSupported

/**
 * Starts a run and waits until it finishes.
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
 * Starts a run when the stream is run, and emits its updates. When the stream is closed, polling stops and the run
 * continues, unless `cancelOnInterrupt` is set.
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
 * Waits for an existing run, started by this process or another.
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
 * Like {@link Attach}, but emits the updates of the run from the start of its progress log.
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
