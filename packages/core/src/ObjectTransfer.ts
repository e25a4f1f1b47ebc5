/**
 * Bytes to and from object storage (S3, Azure Blob Storage and what speaks like them) by presigned URLs.
 *
 * No credential of a platform is ever sent. Errors, logs and spans contain nothing of a URL after its host: whoever has a
 * presigned URL may use it. Requests are retried after transient faults. A URL that was refused or has expired is
 * renewed. A body that was cut is read on from where it stopped.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Stream from "effect/Stream"
import type { ApiError, StreamError } from "./ApiError.js"
import * as ObjectReading from "./internal/objectReading.js"
import * as ObjectRequests from "./internal/objectRequests.js"
import { version } from "./internal/version.js"
import * as Retry from "./Retry.js"

/**
 * A URL that may expire. `renew` gives another one for the same object and method; it runs at most twice in a row, after
 * a 403 or when the URL itself says that it has expired.
 *
 * @since 0.1.0
 * @category models
 */
export interface SignedUrl<E = never> {
  readonly current: Effect.Effect<Redacted.Redacted<string>, E>
  readonly renew?: ((rejected: Redacted.Redacted<string>) => Effect.Effect<Redacted.Redacted<string>, E>) | undefined
}

/**
 * A URL that cannot be renewed.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fixedUrl = (url: string | Redacted.Redacted<string>): SignedUrl => ({
  current: Effect.succeed(typeof url === "string" ? Redacted.make(url) : url)
})

/**
 * A URL that `request` gives: on first use, unless it is `known`, and once for all requests that the store refuses with it.
 *
 * @since 0.1.0
 * @category constructors
 */
export const renewableUrl = <E>(request: Effect.Effect<string, E>, known?: string): SignedUrl<E> => {
  const turn = Effect.unsafeMakeSemaphore(1)
  let url = known
  const current = (rejected?: string) =>
    turn.withPermits(1)(
      Effect.suspend(() =>
        url === undefined || url === rejected ? Effect.map(request, (fresh) => (url = fresh)) : Effect.succeed(url)
      ).pipe(Effect.map(Redacted.make))
    )
  return { current: Effect.suspend(() => current()), renew: (rejected) => current(Redacted.value(rejected)) }
}

/**
 * What is sent: bytes, or exactly `size` bytes in chunks, iterated once an attempt. `failed` turns what the iteration
 * throws into the error of the call, which is then not retried. A client that is made of `fetch` collects the chunks
 * first, because `fetch` cannot send a stream with its length.
 *
 * @since 0.1.0
 * @category models
 */
export type Body<E = never> =
  | { readonly bytes: Uint8Array }
  | {
      readonly size: number
      readonly chunks: () => AsyncIterable<Uint8Array>
      readonly failed: (cause: unknown) => E
    }

/**
 * One request. `operation` names it in errors and spans, such as `uploadPart`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Call<E = never> {
  readonly url: SignedUrl<E>
  readonly operation: string
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SendCall<E = never> extends Call<E> {
  readonly method: "PUT" | "POST"
  readonly body?: Body<E> | undefined
  /** `false`: never retried. Default: `true`. */
  readonly repeatable?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ReadCall<E = never> extends Call<E> {
  /** First byte. Default: 0. */
  readonly offset?: number | undefined
  /** Bytes. Default: to the end. */
  readonly length?: number | undefined
}

/**
 * A success. `text` may be an error document: stores send some of them with a success status.
 *
 * @since 0.1.0
 * @category models
 */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/**
 * What a store knows about an object.
 *
 * @since 0.1.0
 * @category models
 */
export interface ObjectInfo {
  /** Bytes; absent when the store does not say. */
  readonly size?: number | undefined
  readonly etag?: string | undefined
  /** Whether the store supports range requests. */
  readonly ranges: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export type ObjectError = ApiError | StreamError

/**
 * @since 0.1.0
 * @category models
 */
export interface ObjectTransfer {
  /** Sends a body and reads the response. */
  readonly send: <E>(call: SendCall<E>) => Effect.Effect<Answer, ObjectError | E>
  /** The object, or part of it. From a store without ranges, the bytes before the part are read and dropped. */
  readonly read: <E>(call: ReadCall<E>) => Stream.Stream<Uint8Array, ObjectError | E>
  /** Reads the first byte. */
  readonly probe: <E>(call: Call<E>) => Effect.Effect<ObjectInfo, ObjectError | E>
  readonly remove: <E>(call: Call<E>) => Effect.Effect<void, ObjectError | E>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** The platform whose storage this is, for errors. */
  readonly platform: string
  /** Overrides of {@link defaultRetry}; `false` makes one attempt. */
  readonly retry?: Retry.Options | undefined
  /** Longest time without a byte going either way. Default: 1 minute. */
  readonly idleTimeout?: Duration.DurationInput | undefined
  readonly userAgent?: string | undefined
}

/**
 * Five retries, 500 ms doubling up to 16 s with full jitter: a transfer has more to lose than a call. Error codes of
 * stores that ask for a retry are transient, whatever their status.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultRetry: Retry.Policy = { ...Retry.standard, maxRetries: 5, maxDelay: 16_000 }

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<ObjectTransfer, never, HttpClient.HttpClient> =>
  Effect.map(HttpClient.HttpClient, (http) => {
    const requests = ObjectRequests.make({
      http,
      platform: options.platform,
      policy: Retry.override(defaultRetry, options.retry),
      idle: Duration.toMillis(options.idleTimeout ?? Duration.minutes(1)),
      userAgent: options.userAgent ?? `trilum-${options.platform}/${version}`
    })
    const reading = ObjectReading.make(requests)
    return { send: requests.send, remove: requests.remove, read: reading.read, probe: reading.probe }
  })

/**
 * When a presigned URL expires, in milliseconds since 1970: `X-Amz-Date` with `X-Amz-Expires` (and the same of
 * `X-Goog-`), `se` of a shared access signature, `Expires` of older S3 signatures. `undefined` when it does not say.
 *
 * @since 0.1.0
 * @category parsing
 */
export const expiryOf = (url: string): number | undefined => ObjectRequests.expiryOf(url)

/**
 * The error document of a store, in any response: `Code` and `Message` of S3 and Azure. `undefined` for anything else.
 *
 * @since 0.1.0
 * @category parsing
 */
export const errorDocument = (
  text: string
): { readonly code: string | undefined; readonly message: string | undefined } | undefined =>
  ObjectRequests.errorDocument(text)
