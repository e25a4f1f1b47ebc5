/**
 * Middleware of `fetch` shape around an `HttpClient`.
 */
import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpMethod from "@effect/platform/HttpMethod"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"
import type { Middleware } from "../Hooks.js"
import { discardBody, isEmpty, isNullBody } from "./discardBody.js"

class Failed extends Error {
  readonly code = "TRILUM_MIDDLEWARE"
}

/** Pulled when it is read, and not before: the body of the request can be one that is read once. */
const lazily = { strategy: { highWaterMark: 0 } }

const toWebBody = (body: HttpBody.HttpBody, runtime: Runtime.Runtime<never>): RequestInit["body"] => {
  switch (body._tag) {
    case "Empty":
      return null
    case "Uint8Array":
      return new Uint8Array(body.body)
    case "FormData":
      return body.formData
    case "Stream":
      return Stream.toReadableStreamRuntime(body.stream, runtime, lazily)
    case "Raw":
      throw new Failed("a raw body cannot go through middleware")
  }
}

/**
 * The request with what the middleware changed. Its own body is kept while it is the same `Request`.
 *
 * A new `Request` keeps the `content-length` of the old one, whatever its body. A body that was in memory is read again
 * for its length. Of a stream the length is kept only if the new request took it over: object storage accepts no upload
 * without.
 */
const fromWeb = async (
  original: HttpClientRequest.HttpClientRequest,
  seen: Request,
  request: Request
): Promise<HttpClientRequest.HttpClientRequest> => {
  const { "content-length": length, ...headers } = Object.fromEntries(request.headers)
  const method = HttpMethod.isHttpMethod(request.method) ? request.method : original.method
  const make = (body: HttpBody.HttpBody) => HttpClientRequest.make(method)(request.url, { headers, body })
  if (request === seen) return make(original.body)
  const { body } = request
  if (body === null) return make(HttpBody.empty)
  const type = headers["content-type"]
  if (original.body._tag === "Uint8Array") return make(HttpBody.uint8Array(await bytesOf(request), type))
  const stream = Stream.fromReadableStream(
    () => body,
    (cause) => cause
  )
  return make(HttpBody.stream(stream, type, seen.bodyUsed && length !== undefined ? Number(length) : undefined))
}

const bytesOf = async (request: Request): Promise<Uint8Array> => new Uint8Array(await request.arrayBuffer())

/** What the constructor of `Response` accepts. */
const isStatus = (status: number): boolean => status >= 200 && status <= 599

/**
 * The response as middleware sees it. A status that `Response` does not accept is set on an error, so that a copy of it
 * is an error too.
 */
const toWeb = (response: HttpClientResponse.HttpClientResponse, runtime: Runtime.Runtime<never>): Response => {
  const { headers, status } = response
  const body = hasNoBody(response) ? null : Stream.toReadableStreamRuntime(response.stream, runtime, lazily)
  if (isStatus(status)) return new Response(body, { status, headers })
  return Object.defineProperty(new Response(body, { status: 599, headers }), "status", { value: status })
}

const hasNoBody = (response: HttpClientResponse.HttpClientResponse): boolean =>
  isEmpty(response) || isNullBody(response.status)

/** Drops the body of a 205, so that its socket is free. */
const dropReset = (response: HttpClientResponse.HttpClientResponse): Effect.Effect<void> =>
  response.status === 205 ? discardBody(response) : Effect.void

/** A client whose attempts go through functions. Interruption aborts `request.signal`, and what `next` started. */
export const around = (client: HttpClient.HttpClient, list: ReadonlyArray<Middleware>): HttpClient.HttpClient =>
  HttpClient.makeWith<never, never, HttpClientError.HttpClientError, never>(
    Effect.flatMap((original) =>
      Effect.flatMap(Effect.runtime<never>(), (runtime) => {
        const failed = (cause: unknown): HttpClientError.HttpClientError =>
          HttpClientError.isHttpClientError(cause) ? cause : broken(original, cause)
        return Effect.map(
          Effect.tryPromise({
            try: async (signal) => {
              const url = Either.getOrThrow(UrlParams.makeUrl(original.url, original.urlParams, original.hash))
              const body = toWebBody(original.body, runtime)
              const init = {
                method: original.method,
                headers: original.headers,
                body: body ?? null,
                signal,
                duplex: "half"
              } as const
              const seen = new Request(url, init)
              const send = async (request: Request): Promise<Response> => {
                const sent = client.execute(await fromWeb(original, seen, request))
                const exit = await Runtime.runPromiseExit(runtime)(Effect.tap(sent, dropReset), { signal })
                if (Exit.isSuccess(exit)) return toWeb(exit.value, runtime)
                throw Option.getOrElse(Cause.failureOption(exit.cause), () => Cause.squash(exit.cause))
              }
              const run = list.reduceRight<(request: Request) => Promise<Response>>(
                (next, middleware) => async (request) => middleware(request, next),
                send
              )
              const response = await run(seen)
              if (typeof response?.arrayBuffer !== "function") throw new Failed("the middleware returned no Response")
              return response
            },
            catch: failed
          }),
          (response) => HttpClientResponse.fromWeb(original, response)
        )
      })
    ),
    Effect.succeed
  )

const broken = (request: HttpClientRequest.HttpClientRequest, cause: unknown): HttpClientError.RequestError => {
  const told = cause instanceof Error ? cause.message : String(cause)
  const failure = cause instanceof Failed ? cause : new Failed(`the middleware failed: ${told}`, { cause })
  return new HttpClientError.RequestError({ request, reason: "Transport", cause: failure })
}
