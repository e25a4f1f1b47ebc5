/**
 * One attempt of a call: credential, `HttpClient.execute`, then the value or the error of its status.
 */
import * as HttpBody from "@effect/platform/HttpBody"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { ApiError } from "../ApiError.js"
import * as Errors from "../ApiError.js"
import * as Credential from "../Credential.js"
import * as Decoder from "../Decoder.js"
import type * as Drift from "../Drift.js"
import type * as Operation from "../Operation.js"
import type * as Redaction from "../Redaction.js"
import * as Retry from "../Retry.js"
import type * as ConnectionWait from "./connectionWait.js"
import { discardBody } from "./discardBody.js"
import * as Failure from "./failure.js"
import * as OwnFiber from "./ownFiber.js"
import * as Redirect from "./redirect.js"
import type * as RequestParts from "./requestParts.js"
import type * as SameOriginRedirects from "./sameOriginRedirects.js"

/** A request without its credential, ready to be sent any number of times. */
export interface Request {
  readonly operation: RequestParts.AnyOperation
  readonly pathAndQuery: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: RequestParts.Body
  readonly hasIdempotencyKey: boolean
  /** Last path argument, for `NotFoundError.identifier`. */
  readonly identifier: string | undefined
}

/** The head of an answer. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly requestId: string | undefined
}

export interface Options {
  readonly execute: SameOriginRedirects.Execute
  /** Origin and base path, without a slash at the end. */
  readonly prefix: string
  readonly credential: Credential.Credential
  readonly requestIdHeader: string
}

/** Turns a success into a value, within the time limit of the attempt. */
export type Read<B> = (
  response: HttpClientResponse.HttpClientResponse,
  context: Pick<CallContext, "facts" | "maxBytes"> & { readonly redactor: () => Redaction.Redactor }
) => Effect.Effect<B, ApiError>

/** The call that an attempt belongs to. */
export interface CallContext {
  readonly facts: () => Failure.AttemptFacts
  /** Knows the secrets of the client, of the call's input, and the given ones. */
  readonly redactor: (more: ReadonlyArray<Redacted.Redacted<string>>) => Redaction.Redactor
  readonly onSend: () => void
  readonly onAnswer: (answer: Answer) => void
  /** Whether the attempt waits for a connection. */
  readonly connection: ConnectionWait.State
  /** Headers of this attempt alone. */
  readonly headers: Readonly<Record<string, string>> | undefined
  /** Largest body that is read into memory. */
  readonly maxBytes: number
}

/** Sends a request once, on a fiber of its own. */
export type Send = <B>(request: Request, context: CallContext, read: Read<B>) => Effect.Effect<B, ApiError>

export const make = (options: Options): Send => {
  const { credential, execute, prefix, requestIdHeader } = options

  const failed = (
    request: Request,
    context: CallContext,
    redactor: () => Redaction.Redactor,
    answer: Answer,
    response: HttpClientResponse.HttpClientResponse
  ): Effect.Effect<never, ApiError> =>
    Effect.flatMap(errorText(response), (text) =>
      Effect.flatMap(Effect.clock, (clock) =>
        Effect.fail(
          Failure.fromStatus(context.facts(), redactor(), {
            status: answer.status,
            body: Failure.parseBody(text),
            retryAfter: Retry.parseRetryAfter(answer.headers, clock.unsafeCurrentTimeMillis()),
            identifier: request.identifier,
            location: targetOf(answer, `${prefix}${request.pathAndQuery}`)
          })
        )
      )
    )

  const exchange = <B>(
    request: Request,
    context: CallContext,
    read: Read<B>,
    auth: Readonly<Record<string, string>>,
    secrets: ReadonlyArray<Redacted.Redacted<string>>
  ): Effect.Effect<B, ApiError> => {
    const redactor = (): Redaction.Redactor => context.redactor(secrets)
    const outgoing = HttpClientRequest.make(request.operation.method)(`${prefix}${request.pathAndQuery}`, {
      headers: { ...request.headers, ...auth, ...context.headers },
      body: bodyOf(request.body, redactor)
    })
    const answered = (response: HttpClientResponse.HttpClientResponse): Effect.Effect<B, ApiError> => {
      const { headers, status } = response
      const answer: Answer = { status, headers, requestId: headers[requestIdHeader] }
      context.onAnswer(answer)
      return status >= 200 && status < 300
        ? read(response, { facts: context.facts, maxBytes: context.maxBytes, redactor })
        : failed(request, context, redactor, answer, response)
    }
    context.onSend()
    return Effect.matchEffect(execute(outgoing, context.connection), {
      onFailure: (failure) => {
        // A client with `filterStatusOk` or the like: the answer is there, read it as any other.
        if (failure._tag === "ResponseError" && failure.reason === "StatusCode") return answered(failure.response)
        const mismatch = request.body._tag === "Parts" ? request.body.parts.mismatch() : undefined
        return Effect.fail(
          mismatch === undefined
            ? Failure.fromTransport(context.facts(), redactor(), failure)
            : Failure.fromMismatch(context.facts(), mismatch)
        )
      },
      onSuccess: answered
    })
  }

  if (credential._tag !== "Refreshing") {
    const auth = Credential.fixedHeaders(credential)
    return (request, context, read) =>
      exchange(request, context, read, request.operation.auth === false ? {} : auth, [])
  }
  return (request, context, read) => {
    if (request.operation.auth === false) return exchange(request, context, read, {}, [])
    // On a fiber of its own, so that `refresh` runs without what `execute` sets for requests.
    const attempt = (token: Redacted.Redacted<string>) =>
      OwnFiber.run(exchange(request, context, read, Credential.fixedHeaders({ _tag: "Bearer", token }), [token]))
    // Callers that share a run of `refresh` get the same error; each annotates a copy of its own.
    const refresh = Effect.mapError(
      credential.refresh,
      (failure) => new Errors.AuthenticationError({ ...failure, message: failure.message })
    )
    return Effect.flatMap(credential.token, (token) =>
      Effect.catchAll(attempt(token), (failure) => {
        if (failure._tag !== "AuthenticationError" || failure.status !== 401) return Effect.fail(failure)
        const renewed = Effect.flatMap(credential.token, (current) =>
          Redacted.value(current) === Redacted.value(token) ? refresh : Effect.succeed(current)
        )
        return request.body._tag === "Parts" && !request.body.parts.isRepeatable
          ? // The body cannot be read a second time; the next call uses the new token.
            Effect.zipRight(Effect.ignore(renewed), Effect.fail(failure))
          : Effect.flatMap(renewed, attempt)
      })
    )
  }
}

/** Where a redirect leads, without its query: that may hold a signature. */
const targetOf = ({ headers: { location } }: Answer, url: string): string | undefined =>
  location === undefined ? undefined : Redirect.describeTarget(location, new URL(url))

const bodyOf = (body: RequestParts.Body, redactor: () => Redaction.Redactor): HttpBody.HttpBody => {
  switch (body._tag) {
    case "None":
      return HttpBody.empty
    case "Text":
      return HttpBody.text(body.text, body.contentType)
    case "Bytes":
      return HttpBody.uint8Array(body.bytes, body.contentType)
    case "Form":
      return HttpBody.formData(body.form)
    case "Parts":
      return HttpBody.stream(
        Stream.fromAsyncIterable(body.parts.chunks(), (cause) => {
          const known = redactor().error(cause)
          return Object.assign(new Error(known?.message), { name: known?.name ?? "Error", code: known?.code })
        }),
        body.parts.contentType,
        body.parts.contentLength
      )
  }
}

/** Bytes of an error's body that are read. */
const maxErrorBytes = 1024 * 1024

/** The body of an error, cut after {@link maxErrorBytes}. An error whose body is lost is still that error. */
const errorText = (response: HttpClientResponse.HttpClientResponse): Effect.Effect<string> =>
  Effect.catchAll(
    Effect.map(readText(response, maxErrorBytes), (text) => text ?? ""),
    () => Effect.succeed("")
  )

/**
 * The body as text, `undefined` when it is larger than `limit` bytes. A body of known size is read at once, any other is
 * counted as it arrives: gzip expands a thousandfold.
 */
const readText = (
  response: HttpClientResponse.HttpClientResponse,
  limit: number
): Effect.Effect<string | undefined, HttpClientError.HttpClientError> => {
  const { headers } = response
  const length = Number(headers["content-length"] ?? Number.NaN)
  const plain = (headers["content-encoding"] ?? "identity") === "identity"
  if (plain && length <= limit) return response.text
  if (plain && length > limit) return Effect.as(discardBody(response), undefined)
  return Effect.suspend(() => {
    const decoder = new TextDecoder()
    let size = 0
    let text = ""
    const read = Stream.runForEachWhile(response.stream, (chunk) =>
      Effect.sync(() => {
        size += chunk.byteLength
        if (size > limit) return false
        text += decoder.decode(chunk, { stream: true })
        return true
      })
    )
    return Effect.map(
      Effect.catchIf(
        read,
        (failure) => failure.reason === "EmptyBody",
        () => Effect.void
      ),
      () => (size > limit ? undefined : text + decoder.decode())
    )
  })
}

/** How the successes of a client are read. */
export interface Decoding {
  /** Fails on an answer that is not what the contract says. */
  readonly strict: boolean
  readonly drift: Drift.Reporter
  /** The status of the error that a JSON body stands for. */
  readonly failureOf: ((body: unknown) => number | undefined) | undefined
  readonly onDecoded:
    | ((decoded: {
        readonly operation: RequestParts.AnyOperation
        readonly text: string
        readonly value: unknown
      }) => void)
    | undefined
}

/**
 * The reader of a success: nothing, text, or JSON, decoded by the operation's schema. What differs from the schema is
 * reported and stays as it came; only a value that the call cannot go on without (`operation.needs`) fails.
 */
export const decodeWith = <A>(
  operation: Operation.Operation<A>,
  { drift, failureOf, onDecoded, strict }: Decoding,
  path: Operation.PathArguments
): Read<A> => {
  const decode = Decoder.compile(operation.success)
  return (response, { facts, maxBytes, redactor }) => {
    const fail = (message: string, text: string, issues: ReadonlyArray<Errors.Issue>) =>
      Effect.fail(
        new Errors.DecodeError({
          ...facts(),
          message: `${operation.method} ${operation.path}: ${message}`,
          hint: "The call took effect; read its answer in body and rawBody.",
          issues,
          body: redactor().value(Failure.parseBody(text)),
          rawBody: text === "" ? undefined : Redacted.make(text)
        })
      )
    const decoded = (input: unknown, text: string): Effect.Effect<A, Errors.DecodeError> => {
      const missing = lacking(operation, input)
      if (missing !== undefined)
        return fail(`the answer has no ${missing}, which the call needs`, text, [missingIssue(missing)])
      const { differences, fatal, ok, value } = decode(input, { unknown: drift.unknown })
      if (differences.length === 0) {
        onDecoded?.({ operation, text, value })
        return Effect.succeed(value)
      }
      if (fatal || (strict && !ok)) {
        const { text: redact } = redactor()
        const issues = differences
          .filter(({ kind }) => kind === "missing" || kind === "type")
          .map(({ message, path: place }) => ({ message, path: redact(place) }))
        const where = issues.map((issue) => `${issue.path === "" ? "the answer" : issue.path}: ${issue.message}`)
        return fail(`the answer is not what the contract says: ${where.join("; ")}`, text, issues)
      }
      onDecoded?.({ operation, text, value })
      return Effect.as(
        drift.report(operation.id, differences, (path) => redactor().text(path)),
        value
      )
    }
    if (operation.response === "none") return Effect.zipRight(discardBody(response), decoded(undefined, ""))
    return Effect.matchEffect(readText(response, maxBytes), {
      onFailure: (failure) => Effect.fail(Failure.fromTransport(facts(), redactor(), failure)),
      onSuccess: (text) => {
        if (text === undefined) return Effect.fail(tooLarge(facts(), maxBytes))
        if (operation.response === "text") return decoded(text, text)
        if (text === "") {
          // The value is what a GET is for. Every other call has done its work, so failing it would invite a repetition.
          const empty = Decoder.compile(operation.success)({})
          return empty.ok || (operation.method !== "GET" && operation.needs === undefined && !strict)
            ? Effect.succeed(empty.value)
            : fail("the answer has no body", text, empty.differences)
        }
        let json: unknown
        try {
          json = JSON.parse(text)
        } catch {
          return fail(`the body is not JSON (${response.headers["content-type"] ?? "no content type"})`, text, [])
        }
        const stands = failureOf?.(json)
        return stands === undefined
          ? decoded(json, text)
          : Effect.fail(standingFor(stands, json, response, facts(), redactor(), path))
      }
    })
  }
}

/** The first of `operation.needs` that the answer has neither as a text nor as a number. */
const lacking = (operation: Operation.Operation<unknown>, input: unknown): string | undefined =>
  operation.needs?.find(
    (places) =>
      !places.split("|").some((place) => {
        const value = place.split(".").reduce<unknown>(Failure.property, input)
        return typeof value === "number" || (typeof value === "string" && value !== "")
      })
  )

const missingIssue = (path: string): Errors.Issue => ({ path, message: "is missing, expected an id" })

const tooLarge = (facts: Failure.AttemptFacts, maxBytes: number): Errors.DecodeError =>
  new Errors.DecodeError({
    ...facts,
    code: "RESPONSE_TOO_LARGE",
    message: `${facts.method} ${facts.path}: the body is larger than ${maxBytes} bytes`,
    hint: "Ask for less at a time, or raise maxResponseBytes.",
    issues: []
  })

/**
 * The reader of an event stream. A page or JSON with status 200, as proxies and servers in trouble send it, is no stream:
 * JSON that reports a failure is the error of the status that `failureOf` gives it, anything else a DecodeError.
 */
export const expectEvents =
  (
    failureOf: ((body: unknown) => number | undefined) | undefined,
    path: Operation.PathArguments
  ): Read<HttpClientResponse.HttpClientResponse> =>
  (response, { facts, maxBytes, redactor }) => {
    const type = response.headers["content-type"] ?? ""
    if (!notEvents.test(type)) return Effect.succeed(response)
    return Effect.matchEffect(readText(response, maxBytes), {
      onFailure: (failure) => Effect.fail(Failure.fromTransport(facts(), redactor(), failure)),
      onSuccess: (text) => {
        if (text === undefined) return Effect.fail(tooLarge(facts(), maxBytes))
        const known = facts()
        const body = Failure.parseBody(text)
        const stands = failureOf?.(body)
        if (stands !== undefined) return Effect.fail(standingFor(stands, body, response, known, redactor(), path))
        return Effect.fail(
          new Errors.DecodeError({
            ...known,
            message: `${known.method} ${known.path}: the answer is not an event stream (${type})`,
            issues: [],
            body: redactor().value(body),
            rawBody: Redacted.make(text)
          })
        )
      }
    })
  }

const notEvents = /^\s*(?:application\/(?:[\w.+-]+\+)?json|text\/html)\b/i

/** The error of a 2xx whose body reports a failure. */
const standingFor = (
  stands: number,
  body: unknown,
  response: HttpClientResponse.HttpClientResponse,
  facts: Failure.AttemptFacts,
  redactor: Redaction.Redactor,
  path: Operation.PathArguments
): ApiError =>
  Failure.fromStatus(facts, redactor, {
    status: response.status,
    stands,
    body,
    retryAfter: undefined,
    identifier: path.length === 0 ? undefined : String(path[path.length - 1])
  })
