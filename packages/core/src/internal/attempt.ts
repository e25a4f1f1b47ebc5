import * as HttpBody from "@effect/platform/HttpBody"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { ApiError } from "../ApiError.js"
import * as Errors from "../ApiError.js"
import * as Credential from "../Credential.js"
import * as Decoder from "../Decoder.js"
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
  readonly redactor: Redaction.Redactor
  /** Origin and base path, without a slash at the end. */
  readonly prefix: string
  readonly credential: Credential.Credential
  readonly requestIdHeader: string
}

/** Turns a success into a value; runs while the attempt's time does. */
export type Read<B> = (
  response: HttpClientResponse.HttpClientResponse,
  facts: () => Failure.AttemptFacts
) => Effect.Effect<B, ApiError>

/** The call an attempt belongs to. */
export interface Context {
  readonly facts: () => Failure.AttemptFacts
  readonly onAnswer: (answer: Answer) => void
  /** Kept by the transport; only for a lean one. */
  readonly deadline: Deadline.Deadline | undefined
  /** Headers of this attempt alone. */
  readonly headers: Readonly<Record<string, string>> | undefined
}

/** Sends a request once. */
export interface Send {
  <B>(request: Request, context: Context, read: Read<B>): Effect.Effect<B, ApiError>
}

export const make = (options: Options): Send => {
  const http = LeanClient.untraced(options.http)
  const { credential, prefix, redactor, requestIdHeader } = options

  const failed = (
    request: Request,
    context: Context,
    answer: Answer,
    response: HttpClientResponse.HttpClientResponse
  ): Effect.Effect<never, ApiError> =>
    Effect.flatMap(
      // An error whose body is lost is still that error.
      Effect.catchAll(response.text, () => Effect.as(discardBody(response), "")),
      (text) =>
        Effect.flatMap(Effect.clock, (clock) =>
          Effect.fail(Failure.fromStatus(context.facts(), redactor, {
            status: answer.status,
            body: Failure.parseBody(text),
            requestId: answer.requestId,
            retryAfter: RetryPolicy.parseRetryAfter(answer.headers, clock.unsafeCurrentTimeMillis()),
            identifier: request.identifier
          })))
    )

  const exchange = <B>(
    request: Request,
    context: Context,
    read: Read<B>,
    auth: Readonly<Record<string, string>>
  ): Effect.Effect<B, ApiError> => {
    const outgoing = HttpClientRequest.make(request.operation.method)(`${prefix}${request.pathAndQuery}`, {
      headers: { ...request.headers, ...auth, ...context.headers },
      body: bodyOf(request.body)
    })
    const sent = context.deadline === undefined ? outgoing : Deadline.put(outgoing, context.deadline)
    return Effect.matchEffect(http.execute(sent), {
      onFailure: (failure) => Effect.fail(Failure.fromTransport(context.facts(), redactor, failure)),
      onSuccess: (response) => {
        const { headers, status } = response
        const answer: Answer = { status, headers, requestId: headers[requestIdHeader] }
        context.onAnswer(answer)
        return status >= 200 && status < 300
          ? read(response, context.facts)
          : failed(request, context, answer, response)
      }
    })
  }

  if (credential._tag !== "Refreshing") {
    const auth = Credential.fixedHeaders(credential)
    return (request, context, read) => exchange(request, context, read, request.operation.auth === false ? {} : auth)
  }
  return (request, context, read) => {
    if (request.operation.auth === false) return exchange(request, context, read, {})
    const attempt = (token: Effect.Effect<Redacted.Redacted<string>, Errors.AuthenticationError>) =>
      Effect.flatMap(token, (value) => exchange(request, context, read, Credential.fixedHeaders({ _tag: "Bearer", token: value })))
    return Effect.catchAll(
      attempt(credential.token),
      (failure) =>
        failure._tag === "AuthenticationError" && failure.status === 401
          ? attempt(credential.refresh)
          : Effect.fail(failure)
    )
  }
}

const bodyOf = (body: RequestParts.Body): HttpBody.HttpBody => {
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
        Stream.fromAsyncIterable(body.parts.chunks(), (cause) => cause),
        body.parts.contentType,
        body.parts.contentLength
      )
  }
}

/** The reader of a success: nothing, text, or JSON, checked and decoded by the operation's schema. */
export const decodeWith = <A>(operation: Operation.Operation<A>, redactor: Redaction.Redactor): Read<A> => {
  const decode = Decoder.compile(operation.success)
  return (response, facts) => {
    const refuse = (message: string, text: string, issues: ReadonlyArray<Errors.Issue>) =>
      Effect.fail(
        new Errors.DecodeError({
          ...facts(),
          status: response.status,
          message: `${operation.method} ${operation.path}: ${message}`,
          issues,
          body: redactor.value(Failure.parseBody(text))
        })
      )
    const decoded = (input: unknown, text: string): Effect.Effect<A, Errors.DecodeError> => {
      const result = decode(input)
      if (result.ok) return Effect.succeed(result.value)
      const where = result.issues.map((issue) => `${issue.path}: ${issue.message}`).join("; ")
      return text === ""
        ? refuse("the answer has no body", text, result.issues)
        : refuse(`the answer is not what the contract says: ${where}`, text, result.issues)
    }
    if (operation.response === "none") return Effect.zipRight(discardBody(response), decoded(undefined, ""))
    return Effect.matchEffect(response.text, {
      onFailure: (failure) => Effect.fail(Failure.fromTransport(facts(), redactor, failure)),
      onSuccess: (text) => {
        if (operation.response === "text") return decoded(text, text)
        // A success without a body still fits a schema that requires nothing.
        if (text === "") return decoded({}, text)
        let json: unknown
        try {
          json = JSON.parse(text)
        } catch {
          return refuse(`the body is not JSON (${response.headers["content-type"] ?? "no content type"})`, text, [])
        }
        return decoded(json, text)
      }
    })
  }
}
