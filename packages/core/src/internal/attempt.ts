import * as HttpBody from "@effect/platform/HttpBody"
import type * as HttpClient from "@effect/platform/HttpClient"
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
import * as RetryPolicy from "../RetryPolicy.js"
import * as Deadline from "./deadline.js"
import { discardBody } from "./discardBody.js"
import * as Failure from "./failure.js"
import * as LeanClient from "./leanClient.js"
import type * as RequestParts from "./requestParts.js"

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

/** What an answer says before its body. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly requestId: string | undefined
}

export interface Options {
  readonly http: HttpClient.HttpClient
  /** Origin and base path, without a slash at the end. */
  readonly prefix: string
  readonly credential: Credential.Credential
  readonly requestIdHeader: string
}

/** Turns a success into a value; runs while the attempt's time does. */
export type Read<B> = (
  response: HttpClientResponse.HttpClientResponse,
  facts: () => Failure.AttemptFacts,
  redactor: () => Redaction.Redactor
) => Effect.Effect<B, ApiError>

/** The call an attempt belongs to. */
export interface Context {
  readonly facts: () => Failure.AttemptFacts
  /** Knows the secrets of the client, of the call's input, and the given ones. */
  readonly redactor: (more: ReadonlyArray<Redacted.Redacted<string>>) => Redaction.Redactor
  readonly onSend: () => void
  readonly onAnswer: (answer: Answer) => void
  /** Kept by the transport; only for a lean one. */
  readonly deadline: Deadline.Deadline | undefined
  /** Headers of this attempt alone. */
  readonly headers: Readonly<Record<string, string>> | undefined
}

/** Sends a request once. */
export type Send = <B>(request: Request, context: Context, read: Read<B>) => Effect.Effect<B, ApiError>

export const make = (options: Options): Send => {
  const http = LeanClient.guarded(options.http)
  const lean = LeanClient.isLean(options.http)
  const { credential, prefix, requestIdHeader } = options

  const failed = (
    request: Request,
    context: Context,
    redactor: () => Redaction.Redactor,
    answer: Answer,
    response: HttpClientResponse.HttpClientResponse
  ): Effect.Effect<never, ApiError> =>
    Effect.flatMap(
      // An error whose body is lost is still that error.
      Effect.catchAll(response.text, () => Effect.as(discardBody(response), "")),
      (text) =>
        Effect.flatMap(Effect.clock, (clock) =>
          Effect.fail(
            Failure.fromStatus(context.facts(), redactor(), {
              status: answer.status,
              body: Failure.parseBody(text),
              retryAfter: RetryPolicy.parseRetryAfter(answer.headers, clock.unsafeCurrentTimeMillis()),
              identifier: request.identifier
            })
          )
        )
    )

  const exchange = <B>(
    request: Request,
    context: Context,
    read: Read<B>,
    auth: Readonly<Record<string, string>>,
    secrets: ReadonlyArray<Redacted.Redacted<string>>
  ): Effect.Effect<B, ApiError> => {
    const redactor = (): Redaction.Redactor => context.redactor(secrets)
    const outgoing = HttpClientRequest.make(request.operation.method)(`${prefix}${request.pathAndQuery}`, {
      headers: { ...request.headers, ...auth, ...context.headers },
      body: bodyOf(request.body, redactor, lean)
    })
    const sent = context.deadline === undefined ? outgoing : Deadline.put(outgoing, context.deadline)
    context.onSend()
    return Effect.matchEffect(http.execute(sent), {
      onFailure: (failure) => {
        const mismatch = request.body._tag === "Parts" ? request.body.parts.mismatch() : undefined
        return Effect.fail(
          mismatch === undefined
            ? Failure.fromTransport(context.facts(), redactor(), failure)
            : Failure.fromMismatch(context.facts(), mismatch)
        )
      },
      onSuccess: (response) => {
        const { headers, status } = response
        const answer: Answer = { status, headers, requestId: headers[requestIdHeader] }
        context.onAnswer(answer)
        return status >= 200 && status < 300
          ? read(response, context.facts, redactor)
          : failed(request, context, redactor, answer, response)
      }
    })
  }

  if (credential._tag !== "Refreshing") {
    const auth = Credential.fixedHeaders(credential)
    return (request, context, read) =>
      exchange(request, context, read, request.operation.auth === false ? {} : auth, [])
  }
  return (request, context, read) => {
    if (request.operation.auth === false) return exchange(request, context, read, {}, [])
    const attempt = (token: Redacted.Redacted<string>) =>
      exchange(request, context, read, Credential.fixedHeaders({ _tag: "Bearer", token }), [token])
    return Effect.flatMap(credential.token, (token) =>
      Effect.catchAll(attempt(token), (failure) => {
        if (failure._tag !== "AuthenticationError" || failure.status !== 401) return Effect.fail(failure)
        const renewed = Effect.flatMap(credential.token, (current) =>
          Redacted.value(current) === Redacted.value(token) ? credential.refresh : Effect.succeed(current)
        )
        return request.body._tag === "Parts"
          ? // The body is used up; the next call finds the new token.
            Effect.zipRight(Effect.ignore(renewed), Effect.fail(failure))
          : Effect.flatMap(renewed, attempt)
      })
    )
  }
}

const bodyOf = (body: RequestParts.Body, redactor: () => Redaction.Redactor, lean: boolean): HttpBody.HttpBody => {
  switch (body._tag) {
    case "None":
      return HttpBody.empty
    case "Text":
      return HttpBody.text(body.text, body.contentType)
    case "Bytes":
      return HttpBody.uint8Array(body.bytes, body.contentType)
    case "Form":
      return HttpBody.formData(body.form)
    case "Parts": {
      const { chunks, contentLength, contentType } = body.parts
      // Plain promises where the transport takes them: what effects keep of the bytes outlives the youngest generation of
      // the garbage collector, which makes an upload half as fast.
      if (lean) return HttpBody.raw(reading(chunks(), redactor), { contentType, contentLength })
      // Other transports run it on a fiber of its own, whose failure Effect logs.
      return HttpBody.stream(
        Stream.fromAsyncIterable(chunks(), (cause) => redacted(cause, redactor())),
        contentType,
        contentLength
      )
    }
  }
}

/** The same chunks, with redacted failures. */
const reading = (chunks: AsyncIterable<Uint8Array>, redactor: () => Redaction.Redactor): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => {
    const iterator = chunks[Symbol.asyncIterator]()
    return {
      next: () => iterator.next().catch((cause: unknown) => Promise.reject(redacted(cause, redactor()))),
      return: async () => (await iterator.return?.()) ?? { done: true, value: undefined }
    }
  }
})

const redacted = (cause: unknown, redactor: Redaction.Redactor): Error => {
  const known = redactor.error(cause)
  const error = new Error(known?.message)
  return Object.assign(error, { name: known?.name ?? error.name, code: known?.code })
}

/** How the successes of a client are read. */
export interface Decoding {
  /** Fails on an answer that is not what the contract says. */
  readonly strict: boolean
  readonly drift: Drift.Reporter
  /** The status of the error that a JSON body stands for. */
  readonly failureOf: ((body: unknown) => number | undefined) | undefined
}

/**
 * The reader of a success: nothing, text, or JSON, decoded by the operation's schema. What differs from the schema is
 * reported and stays as it came; only a value that the call cannot go on without (`operation.needs`) fails.
 */
export const decodeWith = <A>(
  operation: Operation.Operation<A>,
  { drift, failureOf, strict }: Decoding,
  path: Operation.PathArguments
): Read<A> => {
  const decode = Decoder.compile(operation.success)
  return (response, facts, redactor) => {
    const fail = (message: string, text: string, issues: ReadonlyArray<Errors.Issue>) =>
      Effect.fail(
        new Errors.DecodeError({
          ...facts(),
          message: `${operation.method} ${operation.path}: ${message}`,
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
      if (differences.length === 0) return Effect.succeed(value)
      if (fatal || (strict && !ok)) {
        const { text: redact } = redactor()
        const issues = differences
          .filter(({ kind }) => kind === "missing" || kind === "type")
          .map(({ message, path: place }) => ({ message, path: redact(place) }))
        const where = issues.map((issue) => `${issue.path === "" ? "the answer" : issue.path}: ${issue.message}`)
        return fail(`the answer is not what the contract says: ${where.join("; ")}`, text, issues)
      }
      return Effect.as(
        drift.report(operation.id, differences, (path) => redactor().text(path)),
        value
      )
    }
    if (operation.response === "none") return Effect.zipRight(discardBody(response), decoded(undefined, ""))
    return Effect.matchEffect(response.text, {
      onFailure: (failure) => Effect.fail(Failure.fromTransport(facts(), redactor(), failure)),
      onSuccess: (text) => {
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
          : Effect.fail(
              Failure.fromStatus(facts(), redactor(), {
                status: response.status,
                stands,
                body: json,
                retryAfter: undefined,
                identifier: path.length === 0 ? undefined : String(path[path.length - 1])
              })
            )
      }
    })
  }
}

/** The first of `operation.needs` that the answer has neither as a text nor as a number. */
const lacking = (operation: Operation.Operation<unknown>, input: unknown): string | undefined =>
  operation.needs?.find(
    (places) =>
      !places.split("|").some((place) => {
        const value = place.split(".").reduce<unknown>(property, input)
        return typeof value === "number" || (typeof value === "string" && value !== "")
      })
  )

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined

const missingIssue = (path: string): Errors.Issue => ({ path, message: "is missing, expected an id" })

/**
 * Takes an answer to be events unless it says that it is a page or JSON, as proxies and servers in trouble send it with
 * 200; read as events, it would be a stream without any.
 */
export const expectEvents: Read<HttpClientResponse.HttpClientResponse> = (response, facts, redactor) => {
  const type = response.headers["content-type"] ?? ""
  if (!notEvents.test(type)) return Effect.succeed(response)
  return Effect.matchEffect(response.text, {
    onFailure: (failure) => Effect.fail(Failure.fromTransport(facts(), redactor(), failure)),
    onSuccess: (text) => {
      const known = facts()
      return Effect.fail(
        new Errors.DecodeError({
          ...known,
          message: `${known.method} ${known.path}: the answer is not an event stream (${type})`,
          issues: [],
          body: redactor().value(Failure.parseBody(text))
        })
      )
    }
  })
}

const notEvents = /^\s*(?:application\/(?:[\w.+-]+\+)?json|text\/html)\b/i
