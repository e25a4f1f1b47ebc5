/**
 * Sends operations. The one module that touches `HttpClient`.
 *
 * @since 0.1.0
 */
import type * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiError, StreamError } from "./ApiError.js"
import type * as Operation from "./Operation.js"
import type * as RetryPolicy from "./RetryPolicy.js"
import type * as Sse from "./Sse.js"

/**
 * What a call can change for itself. Every generated method takes this as its last parameter.
 *
 * @since 0.1.0
 * @category models
 */
export interface RequestOptions {
  /** Extra headers; they never replace the credential. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Extra query parameters, for what the contract does not know yet. */
  readonly query?: Readonly<Record<string, string | number | boolean>> | undefined
  /** Sent verbatim on every attempt. `false` sends none and so makes a POST or PATCH safe from retries. */
  readonly idempotencyKey?: string | false | undefined
  /** Limit of one attempt, body included. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Limit of the whole call, retries and waits included. */
  readonly overallTimeout?: Duration.DurationInput | undefined
  /** Longest silence of a streamed body or of events. */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /** Overrides of the client's retry policy; `false` makes one attempt. */
  readonly retry?: Partial<RetryPolicy.RetryPolicy> | false | undefined
  /** Told once, about the answer that decided the call. */
  readonly onResponse?: ((info: ResponseInfo) => void) | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ResponseInfo {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly requestId: string | undefined
  readonly attempts: number
}

/**
 * A client of one platform. `E` are the platform's own errors of operations with `prepare`, `O` its call options.
 *
 * @since 0.1.0
 * @category models
 */
export interface ApiClient<E = never, O extends RequestOptions = RequestOptions> {
  /** Sends and decodes. */
  readonly request: <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params?: object,
    options?: O
  ) => Effect.Effect<A, ApiError | (P extends true ? E : never)>
  /** As {@link request}, with status, headers and request id beside the value. */
  readonly withResponse: <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params?: object,
    options?: O
  ) => Effect.Effect<{ readonly value: A; readonly response: ResponseInfo }, ApiError | (P extends true ? E : never)>
  /** The body as it arrives. Retries end with the first byte. */
  readonly stream: <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params?: object,
    options?: O
  ) => Stream.Stream<Uint8Array, ApiError | StreamError | (P extends true ? E : never)>
  /** Server-sent events as they arrive. Retries end with the first byte. */
  readonly events: <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params?: object,
    options?: O & { readonly terminal?: ((event: Sse.SseEvent) => boolean) | undefined }
  ) => Stream.Stream<Sse.SseEvent, ApiError | StreamError | (P extends true ? E : never)>
}
