import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Headers from "@effect/platform/Headers"
import * as HttpBody from "@effect/platform/HttpBody"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
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

/** An answer whose body is still to come, with what its errors need. */
export interface Opened {
  readonly response: HttpClientResponse.HttpClientResponse
  readonly facts: () => Failure.AttemptFacts
  readonly redactor: () => Redaction.Redactor
}

/** Errors of the caller's own effects are none of ours to repeat. */
class OfCaller<E> {
  readonly error: E
  constructor(error: E) {
    this.error = error
  }
}

export interface Requests {
  readonly settings: Settings
  readonly budget: Retry.Budget
  readonly send: <E>(call: SendCall<E>) => Effect.Effect<Answer, ObjectError | E>
  readonly remove: <E>(call: Call<E>) => Effect.Effect<void, ObjectError | E>
  /** A GET up to the body. `accepts` are statuses beside 2xx that are no error. */
  readonly open: <E>(
    call: Call<E>,
    headers: Readonly<Record<string, string>>,
    accepts: ReadonlyArray<number>
  ) => Effect.Effect<Opened, ObjectError | E>
  /** Waits as the policy says after failure number `failures` (0 is the first); `false` when it is the last. */
  readonly pause: (failure: ObjectError, failures: number) => Effect.Effect<boolean>
}

/** Codes that mean the bytes were lost or changed on the way, with a status that says less. */
const passing: ReadonlySet<string> = new Set([
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
const expired: ReadonlySet<string> = new Set(["ExpiredToken", "RequestExpired", "TokenRefreshRequired"])

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

const sizeOf = <E>(body: Body<E> | undefined): number =>
  body === undefined ? 0 : "bytes" in body ? body.bytes.length : body.size

export const make = (settings: Settings): Requests => {
  const { idle, platform, policy, userAgent } = settings
  const execute = SameOriginRedirects.make(settings.http)
  const budget = Retry.makeBudget()
  /** `false` once a new URL was over before it was used: then it is this clock that is wrong, and the store that knows. */
  let clockIsRight = true

  const redactorOf = (url: Redacted.Redacted<string>): Redaction.Redactor =>
    Redaction.make({
      secrets: [url, ...[...parameters(Redacted.value(url)).values()].filter((text) => text.length > 15)]
    })

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
      isPassing(policy, failure) &&
      budget.spend(failure._tag === "TimeoutError" ? Retry.timeoutCost : Retry.retryCost)
        ? Effect.as(waitFor(failure, failures), true)
        : Effect.succeed(false)
    )

  /** `once` with the URL of the moment, repeated and renewed as the failures ask for. */
  const attempts = <A, E>(
    call: Call<E>,
    method: Operation.Method,
    repeatable: boolean,
    once: (
      url: Redacted.Redacted<string>,
      facts: () => Failure.AttemptFacts
    ) => Effect.Effect<A, ObjectError | OfCaller<E>>
  ): Effect.Effect<A, ObjectError | E> =>
    Effect.flatMap(Effect.clock, (clock) => {
      const started = clock.unsafeCurrentTimeMillis()
      let made = 0
      let renewals = 0
      let failures = 0
      const factsOf = (url: Redacted.Redacted<string>) => (): Failure.AttemptFacts => ({
        platform,
        operation: call.operation,
        method,
        path: `${originOf(url)}/{key}`,
        attempts: made,
        elapsed: clock.unsafeCurrentTimeMillis() - started
      })
      const { renew } = call.url
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
        return Effect.matchEffect(once(url, factsOf(url)), {
          onSuccess: (value) => {
            if (failures > 0) budget.refund(Retry.retryCost)
            return Effect.succeed(value)
          },
          onFailure: (failure) => {
            if (failure instanceof OfCaller) return Effect.fail(failure.error)
            if (renew !== undefined && renewals < mostRenewals && isRefusal(failure)) {
              renewals++
              return Effect.flatMap(renew(url), attempt)
            }
            if (!repeatable) return Effect.fail(failure)
            return Effect.flatMap(pause(failure, failures++), (again) =>
              again ? Effect.flatMap(call.url.current, attempt) : Effect.fail(failure)
            )
          }
        })
      }

      const run = Effect.flatMap(call.url.current, (url) => {
        const wrong = invalidUrl(url)
        return wrong === undefined
          ? attempt(url)
          : Effect.fail(new Errors.ValidationError({ ...factsOf(url)(), code: "INVALID_INPUT", message: wrong }))
      })
      return Effect.withFiberRuntime<A, ObjectError | E>((fiber) =>
        Telemetry.isTraced(fiber) ? Effect.flatMap(call.url.current, (url) => traced(call, method, url, run)) : run
      )
    })

  const traced = <A, E>(
    call: Call<E>,
    method: Operation.Method,
    url: Redacted.Redacted<string>,
    run: Effect.Effect<A, ObjectError | E>
  ): Effect.Effect<A, ObjectError | E> => {
    const origin = originOf(url)
    if (origin === "") return run
    return Effect.useSpan(
      `${method} {key}`,
      {
        kind: "client",
        captureStackTrace: false,
        attributes: Telemetry.spanAttributes(new URL(origin), method, "/{key}", call.operation)
      },
      () => run
    )
  }

  /** Fails when no byte of the request was taken and no answer came for too long. */
  const watched = <A, E>(
    run: (touch: () => void) => Effect.Effect<A, E>,
    facts: () => Failure.AttemptFacts
  ): Effect.Effect<A, E | Errors.TimeoutError> => {
    if (!(idle > 0 && Number.isFinite(idle))) return run(() => undefined)
    return Effect.flatMap(Effect.clock, (clock) => {
      let last = clock.unsafeCurrentTimeMillis()
      const watchdog: Effect.Effect<never, Errors.TimeoutError> = Effect.suspend(() => {
        const left = last + idle - clock.unsafeCurrentTimeMillis()
        if (left > 0) return Effect.zipRight(Effect.sleep(left), watchdog)
        const at = facts()
        return Effect.fail(
          new Errors.TimeoutError({
            ...at,
            timeout: "idle",
            message: `${at.method} ${at.path}: no byte went either way`
          })
        )
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

  const refused = (
    response: HttpClientResponse.HttpClientResponse,
    facts: () => Failure.AttemptFacts,
    redactor: Redaction.Redactor
  ): Effect.Effect<never, Errors.ApiError> =>
    Effect.flatMap(
      Effect.catchAll(response.text, () => Effect.as(discardBody(response), "")),
      (text) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) => {
          const document = errorDocument(text)
          return Effect.fail(
            Failure.fromStatus(
              { ...facts(), status: response.status, requestId: requestIdOf(response.headers) },
              redactor,
              {
                status: response.status,
                // Never the whole document: S3 quotes the signature and what was signed.
                body: document,
                retryAfter: Retry.parseRetryAfter(response.headers, now),
                identifier: undefined
              }
            )
          )
        })
    )

  const exchange = <A, E>(
    request: HttpClientRequest.HttpClientRequest,
    url: Redacted.Redacted<string>,
    facts: () => Failure.AttemptFacts,
    accepts: ReadonlyArray<number>,
    read: (response: HttpClientResponse.HttpClientResponse) => Effect.Effect<A, ObjectError>,
    bodyFailure: () => OfCaller<E> | undefined
  ): Effect.Effect<A, ObjectError | OfCaller<E>> =>
    Effect.matchEffect(execute(request), {
      onFailure: (failure) => Effect.fail(bodyFailure() ?? Failure.fromTransport(facts(), redactorOf(url), failure)),
      onSuccess: (response): Effect.Effect<A, ObjectError | OfCaller<E>> =>
        (response.status >= 200 && response.status < 300) || accepts.includes(response.status)
          ? read(response)
          : refused(response, facts, redactorOf(url))
    })

  const textOf =
    (url: Redacted.Redacted<string>, facts: () => Failure.AttemptFacts) =>
    (response: HttpClientResponse.HttpClientResponse): Effect.Effect<Answer, ObjectError> =>
      Effect.matchEffect(response.text, {
        onFailure: (failure) => Effect.fail(Failure.fromTransport(facts(), redactorOf(url), failure)),
        onSuccess: (text) => Effect.succeed({ status: response.status, headers: response.headers, text })
      })

  const send = <E>(call: SendCall<E>): Effect.Effect<Answer, ObjectError | E> =>
    attempts(call, call.method, call.repeatable !== false, (url, facts) =>
      watched((touch) => {
        let failed: OfCaller<E> | undefined
        const { body } = call
        const headers = Headers.fromInput({ "user-agent": userAgent, ...call.headers })
        const contentType = headers["content-type"]
        const content =
          body === undefined || "bytes" in body
            ? HttpBody.uint8Array(body?.bytes ?? new Uint8Array(0), contentType)
            : streamed(body, contentType, touch, (failure) => {
                failed = new OfCaller(failure)
              })
        const request = HttpClientRequest.make(call.method)(Redacted.value(url), {
          headers: Headers.set(headers, "content-length", String(sizeOf(body))),
          body: content
        })
        const answer = exchange(request, url, facts, [], textOf(url, facts), () => failed)
        return content._tag === "Stream" ? collectingFetch(answer) : answer
      }, facts)
    )

  return {
    settings,
    budget,
    send,
    pause,
    remove: (call) =>
      attempts(call, "DELETE", true, (url, facts) =>
        watched(
          () =>
            exchange(
              HttpClientRequest.make("DELETE")(Redacted.value(url), {
                headers: { "user-agent": userAgent, ...call.headers }
              }),
              url,
              facts,
              [],
              (response) => discardBody(response),
              () => undefined
            ),
          facts
        )
      ),
    open: (call, headers, accepts) =>
      attempts(call, "GET", true, (url, facts) =>
        watched(
          () =>
            exchange(
              HttpClientRequest.make("GET")(Redacted.value(url), {
                headers: { "user-agent": userAgent, "accept-encoding": "identity", ...call.headers, ...headers }
              }),
              url,
              facts,
              accepts,
              (response) =>
                Effect.succeed<Opened>({
                  response,
                  facts: () => ({ ...facts(), status: response.status, requestId: requestIdOf(response.headers) }),
                  redactor: () => redactorOf(url)
                }),
              () => undefined
            ),
          facts
        )
      )
  }
}

const isRefusal = (failure: ObjectError): boolean =>
  failure._tag === "PermissionDeniedError" || (failure.code !== undefined && expired.has(failure.code))

const isPassing = (policy: Retry.Policy, failure: ObjectError): boolean =>
  failure._tag === "StreamError"
    ? failure.reason !== "invalid"
    : (failure.code !== undefined && passing.has(failure.code)) || Retry.isTransient(policy, "GET", failure)

const requestIdOf = (headers: Readonly<Record<string, string>>): string | undefined =>
  headers["x-amz-request-id"] ?? headers["x-ms-request-id"]

const originOf = (url: Redacted.Redacted<string>): string => {
  const text = Redacted.value(url)
  return URL.canParse(text) ? new URL(text).origin : ""
}

const invalidUrl = (url: Redacted.Redacted<string>): string | undefined => {
  const text = Redacted.value(url)
  if (!URL.canParse(text)) return "the storage URL is not a URL"
  const { password, protocol, username } = new URL(text)
  if (protocol !== "https:" && protocol !== "http:") return "the storage URL must be http or https"
  return username === "" && password === "" ? undefined : "the storage URL must not carry a user or password"
}
