/**
 * Redirects of any `HttpClient` under the rule of `redirect.ts`.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as FiberRef from "effect/FiberRef"
import { discardBody } from "./discardBody.js"
import * as Redirect from "./redirect.js"

type Answer = Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>

/**
 * A client that follows redirects to the same origin only. It opens no spans, whose URLs would carry query strings, and
 * sends no trace headers, which would tell a vendor the caller's trace.
 *
 * `fetch` sends headers such as `x-api-key` and, after a 307, the body to any origin, so it is set to leave redirects
 * alone. The rest of a `RequestInit` in the context is kept. Where a browser hides a redirect, the response has status 0
 * and is not followed.
 */
export const make = (http: HttpClient.HttpClient): HttpClient.HttpClient => {
  const client = http.pipe(
    HttpClient.withTracerDisabledWhen(() => true),
    HttpClient.withTracerPropagation(false)
  )
  return HttpClient.makeWith<never, never, HttpClientError.HttpClientError, never>(
    Effect.flatMap((request) =>
      Effect.withFiberRuntime<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>((fiber) => {
        const context = fiber.currentContext
        const manual: RequestInit = {
          ...Context.getOrElse(context, FetchHttpClient.RequestInit, () => undefined),
          redirect: "manual"
        }
        const crossOrigin = Context.get(context, Redirect.CrossOriginDownload)
        return Effect.locally(
          follow(client, request, crossOrigin, 0),
          FiberRef.currentContext,
          Context.add(context, FetchHttpClient.RequestInit, manual)
        )
      })
    ),
    Effect.succeed
  )
}

const follow = (
  client: HttpClient.HttpClient,
  request: HttpClientRequest.HttpClientRequest,
  crossOrigin: boolean,
  redirects: number
): Answer =>
  Effect.flatMap(client.execute(request), (response) => {
    if (response.status < 300 || response.status >= 400) return Effect.succeed(response)
    const { location } = response.headers
    if (location === undefined || redirects >= Redirect.maxRedirects) return Effect.succeed(response)
    const current: Redirect.Hop = {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
      keepsBody: request.body._tag !== "Empty"
    }
    const replayable = request.body._tag !== "Stream" && request.body._tag !== "Raw"
    const hop = Redirect.nextHop(current, response.status, location, { replayable, crossOrigin })
    if (hop === undefined) return Effect.succeed(response)
    const next = HttpClientRequest.make(hop.method === "GET" ? "GET" : request.method)(hop.url, {
      headers: hop.headers,
      body: hop.keepsBody ? request.body : HttpBody.empty
    })
    return Effect.zipRight(discardBody(response), follow(client, next, crossOrigin, redirects + 1))
  })
