import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Headers from "@effect/platform/Headers"
import * as HttpBody from "@effect/platform/HttpBody"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as Errors from "../ApiError.js"
import type { Answer, Body, Call, ObjectError, SendCall } from "../ObjectTransfer.js"
import type * as Operation from "../Operation.js"
import * as Redaction from "../Redaction.js"
import * as Retry from "../Retry.js"
import { discardBody } from "./discardBody.js"
import * as Failure from "./failure.js"
import * as OwnFiber from "./ownFiber.js"
import * as SameOriginRedirects from "./sameOriginRedirects.js"
import * as Telemetry from "./telemetry.js"

export interface Settings {
  readonly http: HttpClient.HttpClient
  readonly platform: string
  readonly policy: Retry.Policy
  /** Milliseconds without a byte. */
  readonly idle: number
  readonly userAgent: string
}

/** One attempt, as its errors describe it. */
interface Attempt {
  readonly url: string
  readonly facts: () => Failure.AttemptFacts
  readonly redactor: () => Redaction.Redactor
}

/** A response whose body was not read yet. */
export interface Opened extends Attempt {
  readonly response: HttpClientResponse.HttpClientResponse
}

/** An error of the caller's own effects, which is not retried. */
class OfCaller<E> extends Data.TaggedClass("OfCaller")<{ readonly error: E }> {}

/** What {@link Requests} sends for a call, and how it reads the response. */
interface Exchange<A, E> {
  readonly method: Operation.Method
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Body<E>
  readonly repeatable?: boolean | undefined
  /** Statuses beside 2xx that are no error. */
  readonly accepts?: ReadonlyArray<number>
  readonly read: (opened: Opened) => Effect.Effect<A, ObjectError>
}

export interface Requests {
  readonly idle: number
  readonly send: <E>(call: SendCall<E>) => Effect.Effect<Answer, ObjectError | E>
  readonly remove: <E>(call: Call<E>) => Effect.Effect<void, ObjectError | E>
  /** A GET up to the body. A range that cannot be satisfied (416) is no error. */
  readonly open: <E>(call: Call<E>, headers: Readonly<Record<string, string>>) => Effect.Effect<Opened, ObjectError | E>
  /** Waits as the policy says after failure number `failures` (0 is the first); `false` when it is the last. */
  readonly pause: (failure: ObjectError, failures: number) => Effect.Effect<boolean>
}

/** Codes that mean the bytes were lost or changed on the way, with a status that says less. */
const transientCodes: ReadonlySet<string> = new Set([
  "BadDigest",
  "IncompleteBody",
  "InternalError",
  "Md5Mismatch",
  "OperationAborted",
  "OperationTimedOut",
  "RequestTimeout",
  "ServerBusy",
  "SlowDown"
])

/** Codes of a URL or token whose time is over, beside every 403. */
const expiredCodes: ReadonlySet<string> = new Set(["ExpiredToken", "RequestExpired", "TokenRefreshRequired"])

const mostRenewals = 2

const parameters = (url: string): ReadonlyMap<string, string> => {
  const out = new Map<string, string>()
  if (!URL.canParse(url)) return out
  for (const [name, value] of new URL(url).searchParams) out.set(name.toLowerCase(), value)
  return out
}

export const expiryOf = (url: string): number | undefined => {
  const query = parameters(url)
  for (const prefix of ["x-amz", "x-goog"]) {
    const stamp = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get(`${prefix}-date`) ?? "")
    const seconds = Number(query.get(`${prefix}-expires`) ?? Number.NaN)
    if (stamp === null || !Number.isFinite(seconds)) continue
    const [, year, month, day, hour, minute, second] = stamp
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) + seconds * 1000
  }
  const end = Date.parse(query.get("se") ?? "")
  if (query.has("sig") && !Number.isNaN(end)) return end
  const seconds = Number(query.get("expires") ?? Number.NaN)
  return query.has("signature") && Number.isFinite(seconds) ? seconds * 1000 : undefined
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }

const element = (text: string, name: string): string | undefined => {
  const found = new RegExp(`<${name}>([^<]{0,2000})</${name}>`).exec(text)?.[1]
  return found?.replace(/&(\w+);/g, (whole, entity: string) => entities[entity] ?? whole).trim()
}

export const errorDocument = (
  text: string
): { readonly code: string | undefined; readonly message: string | undefined } | undefined =>
  /<Error[\s>]/.test(text) ? { code: element(text, "Code"), message: element(text, "Message") } : undefined

type StreamedBody<E> = Exclude<Body<E>, { readonly bytes: Uint8Array }>

/** The failure of the caller's chunks goes to `onFailure`: a transport only knows that there was one. */
const streamed = <E>(
  body: StreamedBody<E>,
  contentType: string | undefined,
  touch: () => void,
  onFailure: (failure: E) => void
): HttpBody.HttpBody => {
  const chunks = Stream.fromAsyncIterable(body.chunks(), (cause) => {
    onFailure(body.failed(cause))
    return new Error("the body could not be read")
  })
  const touching = Stream.mapChunks(chunks, (chunk) => {
    touch()
    return chunk
  })
  return HttpBody.stream(touching, contentType, body.size)
}

/**
 * `fetch` sends a stream without its length, which stores refuse. Through this service, a client that is made of `fetch`
 * sends the collected bytes; every other client ignores it.
 */
const collectingFetch = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.contextWithEffect((context: Context.Context<R>) => {
    const send = Option.getOrElse(Context.getOption(context, FetchHttpClient.Fetch), () => globalThis.fetch)
    return Effect.provideService(effect, FetchHttpClient.Fetch, async (url, init) =>
      init?.body instanceof ReadableStream
        ? send(url, { ...init, body: await new Response(init.body).arrayBuffer() })
        : send(url, init)
    )
  })

export const make = (settings: Settings): Requests => {
  const { idle, platform, policy, userAgent } = settings
  const execute = SameOriginRedirects.make(settings.http)
  const budget = Retry.makeBudget()
  /** `false` once a new URL had expired before its first use: this clock is wrong, and only the store knows. */
  let clockIsRight = true

  const waitFor = (failure: ObjectError, failures: number): Effect.Effect<void> =>
    Effect.flatMap(Random.next, (random) => {
      const seconds =
        failure._tag === "RateLimitError" || failure._tag === "ServerError" ? failure.retryAfter : undefined
      const asked = Math.min((seconds ?? 0) * 1000, Duration.toMillis(policy.maxRetryAfter))
      return Effect.sleep(Math.max(Retry.backoff(policy, failures, random), asked))
    })

  const pause = (failure: ObjectError, failures: number): Effect.Effect<boolean> =>
    Effect.suspend(() =>
      failures < policy.maxRetries &&
      isTransient(policy, failure) &&
      budget.spend(failure._tag === "TimeoutError" ? Retry.timeoutCost : Retry.retryCost)
        ? Effect.as(waitFor(failure, failures), true)
        : Effect.succeed(false)
    )

  /** Attempts an exchange until it succeeds, with the current URL; retries and renews the URL as the failures require. */
  const send = <A, E>(call: Call<E>, exchange: Exchange<A, E>): Effect.Effect<A, ObjectError | E> =>
    Effect.flatMap(Effect.clock, (clock) => {
      const { method, repeatable = true } = exchange
      const { renew } = call.url
      const started = clock.unsafeCurrentTimeMillis()
      let made = 0
      let renewals = 0
      let failures = 0
      const attemptOf = (redacted: Redacted.Redacted<string>): Attempt => {
        const url = Redacted.value(redacted)
        const facts = (): Failure.AttemptFacts => ({
          platform,
          operation: call.operation,
          method,
          path: `${originOf(url)}/{key}`,
          attempts: made,
          elapsed: clock.unsafeCurrentTimeMillis() - started
        })
        return { url, facts, redactor: () => redactorOf(url) }
      }
      const isOver = (url: Redacted.Redacted<string>): boolean =>
        (expiryOf(Redacted.value(url)) ?? Infinity) <= clock.unsafeCurrentTimeMillis()

      const attempt = (url: Redacted.Redacted<string>): Effect.Effect<A, ObjectError | E> => {
        if (renew !== undefined && clockIsRight && isOver(url)) {
          renewals++
          return Effect.flatMap(renew(url), (renewed) => {
            if (isOver(renewed)) clockIsRight = false
            return attempt(renewed)
          })
        }
        made++
        return Effect.matchEffect(OwnFiber.run(once(call, exchange, attemptOf(url))), {
          onSuccess: (value) => {
            if (failures > 0) budget.refund(Retry.retryCost)
            return Effect.succeed(value)
          },
          onFailure: (failure) => {
            if (failure instanceof OfCaller) return Effect.fail(failure.error)
            if (renew !== undefined && renewals < mostRenewals && isDenied(failure)) {
              renewals++
              return Effect.flatMap(renew(url), attempt)
            }
            if (!repeatable) return Effect.fail(failure)
            return Effect.flatMap(pause(failure, failures++), (retries) =>
              retries ? Effect.flatMap(call.url.current, attempt) : Effect.fail(failure)
            )
          }
        })
      }

      return Effect.flatMap(call.url.current, (url) => {
        const { facts, url: text } = attemptOf(url)
        const wrong = invalidUrl(text)
        return wrong === undefined
          ? traced(call, method, originOf(text), attempt(url))
          : Effect.fail(new Errors.ValidationError({ ...facts(), code: "INVALID_INPUT", message: wrong }))
      })
    })

  /** Fails when no byte of the request was taken and no response came for too long. */
  const watched = <A, E>(
    { facts }: Attempt,
    run: (touch: () => void) => Effect.Effect<A, E>
  ): Effect.Effect<A, E | Errors.TimeoutError> => {
    if (!(idle > 0 && Number.isFinite(idle))) return run(() => undefined)
    return Effect.flatMap(Effect.clock, (clock) => {
      let last = clock.unsafeCurrentTimeMillis()
      const watchdog: Effect.Effect<never, Errors.TimeoutError> = Effect.suspend(() => {
        const left = last + idle - clock.unsafeCurrentTimeMillis()
        if (left > 0) return Effect.zipRight(Effect.sleep(left), watchdog)
        const at = facts()
        const message = `${at.method} ${at.path}: no byte went either way`
        return Effect.fail(new Errors.TimeoutError({ ...at, timeout: "idle", message }))
      })
      // The loser has to end at once, also where the race itself may not be interrupted.
      return Effect.raceFirst(
        Effect.interruptible(
          run(() => {
            last = clock.unsafeCurrentTimeMillis()
          })
        ),
        Effect.interruptible(watchdog)
      )
    })
  }

  /** One attempt: the request with its body, and the response up to what `read` takes of it. */
  const once = <A, E>(
    call: Call<E>,
    { accepts = [], body, headers, method, read }: Exchange<A, E>,
    attempt: Attempt
  ): Effect.Effect<A, ObjectError | OfCaller<E>> =>
    watched(attempt, (touch): Effect.Effect<A, ObjectError | OfCaller<E>> => {
      let failed: OfCaller<E> | undefined
      const all = Headers.fromInput({ "user-agent": userAgent, ...call.headers, ...headers })
      const contentType = all["content-type"]
      const content =
        body === undefined
          ? HttpBody.empty
          : "bytes" in body
            ? HttpBody.uint8Array(body.bytes, contentType)
            : streamed(body, contentType, touch, (error) => {
                failed = new OfCaller({ error })
              })
      const request = HttpClientRequest.make(method)(attempt.url, { headers: all, body: content })
      const result = Effect.matchEffect(execute(request), {
        onFailure: (failure) =>
          Effect.fail(failed ?? Failure.fromTransport(attempt.facts(), attempt.redactor(), failure)),
        onSuccess: (response): Effect.Effect<A, ObjectError> => {
          const { headers, status } = response
          const requestId = headers["x-amz-request-id"] ?? headers["x-ms-request-id"]
          const opened = { ...attempt, response, facts: () => ({ ...attempt.facts(), status, requestId }) }
          return (status >= 200 && status < 300) || accepts.includes(status) ? read(opened) : rejected(opened)
        }
      })
      return content._tag === "Stream" ? collectingFetch(result) : result
    })

  return {
    idle,
    pause,
    send: (call) => {
      const body = call.body ?? { bytes: new Uint8Array(0) }
      const length = "bytes" in body ? body.bytes.length : body.size
      return send(call, {
        method: call.method,
        headers: { "content-length": String(length) },
        body,
        repeatable: call.repeatable,
        read: ({ facts, redactor, response }) =>
          Effect.mapBoth(response.text, {
            onFailure: (failure) => Failure.fromTransport(facts(), redactor(), failure),
            onSuccess: (text) => ({ status: response.status, headers: response.headers, text })
          })
      })
    },
    remove: (call) => send(call, { method: "DELETE", read: ({ response }) => discardBody(response) }),
    open: (call, headers) =>
      send(call, {
        method: "GET",
        headers: { "accept-encoding": "identity", ...headers },
        accepts: [416],
        read: Effect.succeed
      })
  }
}

const traced = <A, E>(
  { operation }: Pick<Call, "operation">,
  method: Operation.Method,
  origin: string,
  run: Effect.Effect<A, E>
): Effect.Effect<A, E> =>
  Effect.withFiberRuntime((fiber) =>
    Telemetry.isTraced(fiber)
      ? Effect.useSpan(
          `${method} {key}`,
          {
            kind: "client",
            captureStackTrace: false,
            attributes: Telemetry.spanAttributes(new URL(origin), method, "/{key}", operation)
          },
          () => run
        )
      : run
  )

const redactorOf = (url: string): Redaction.Redactor =>
  Redaction.make({ secrets: [url, ...[...parameters(url).values()].filter((text) => text.length > 15)] })

const rejected = ({ facts, redactor, response }: Opened): Effect.Effect<never, Errors.ApiError> =>
  Effect.gen(function* () {
    const text = yield* Effect.catchAll(response.text, () => Effect.as(discardBody(response), ""))
    const retryAfter = Retry.parseRetryAfter(response.headers, yield* Clock.currentTimeMillis)
    // Never the whole document: S3 quotes the signature and what was signed.
    const body = errorDocument(text)
    const answer = { status: response.status, body, retryAfter, identifier: undefined }
    return yield* Effect.fail(Failure.fromStatus(facts(), redactor(), answer))
  })

/** The URL was rejected or has expired. */
const isDenied = (failure: ObjectError): boolean =>
  failure._tag === "PermissionDeniedError" || (failure.code !== undefined && expiredCodes.has(failure.code))

const isTransient = (policy: Retry.Policy, failure: ObjectError): boolean =>
  failure._tag === "StreamError"
    ? failure.reason !== "invalid"
    : (failure.code !== undefined && transientCodes.has(failure.code)) || Retry.isTransient(policy, "GET", failure)

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : "")

const invalidUrl = (url: string): string | undefined => {
  if (!URL.canParse(url)) return "the storage URL is not a URL"
  const { password, protocol, username } = new URL(url)
  if (protocol !== "https:" && protocol !== "http:") return "the storage URL must be http or https"
  return username === "" && password === "" ? undefined : "the storage URL must not carry a user or password"
}
