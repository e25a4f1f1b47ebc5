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
import * as ConnectionWait from "./connectionWait.js"
import { discardBody } from "./discardBody.js"
import * as Redirect from "./redirect.js"

type Answer = Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>

/** Sends one request. A transport that bounds its connections tells `wait` whether the request waits for one. */
export type Execute = (request: HttpClientRequest.HttpClientRequest, wait?: ConnectionWait.State) => Answer

/**
 * Follows redirects to the same origin only. Opens no spans, whose URLs would carry query strings, and without a span there
 * is no trace header, which would tell a vendor the caller's trace.
 *
 * `fetch` sends headers such as `x-api-key` and, after a 307, the body to any origin, so it is set to leave redirects
 * alone. The rest of a `RequestInit` in the context is kept. Where a browser hides a redirect, the response has status 0
 * and is not followed.
 *
 * Runs inside `OwnFiber.run`: what it sets for the fiber stays. To restore it would take a quarter of a call's CPU.
 */
export const make =
  (http: HttpClient.HttpClient): Execute =>
  (request, wait) =>
    Effect.withFiberRuntime((fiber) => {
      const outer = fiber.currentContext
      const manual: RequestInit = {
        ...Context.getOrElse(outer, FetchHttpClient.RequestInit, () => undefined),
        redirect: "manual"
      }
      const inner = Context.add(outer, FetchHttpClient.RequestInit, manual)
      const context = wait === undefined ? inner : Context.add(inner, ConnectionWait.ConnectionWait, wait)
      return FiberRef.set(FiberRef.currentContext, context).pipe(
        Effect.zipRight(untraced),
        Effect.zipRight(follow(http, request, Context.get(outer, Redirect.CrossOriginDownload), 0))
      )
    })

const untraced = FiberRef.set(HttpClient.currentTracerDisabledWhen, () => true)

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
