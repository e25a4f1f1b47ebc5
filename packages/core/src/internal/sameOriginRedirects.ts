import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { discardBody } from "./discardBody.js"
import * as Redirect from "./redirect.js"

/**
 * A client of another make under the redirect rules of `NodeTransport`. `fetch` on its own takes headers such as
 * `x-api-key` and, after a 307, the body to any origin, so it is told to leave redirects alone; `RequestInit` of the
 * call's own context is kept otherwise. Where a browser hides a redirect, the answer has status 0 and is not followed.
 */
export const make = (client: HttpClient.HttpClient): HttpClient.HttpClient =>
  HttpClient.makeWith<never, never, HttpClientError.HttpClientError, never>(
    Effect.flatMap((request) => follow(client, request, 0)),
    Effect.succeed
  )

type Answer = Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError>

const follow = (
  client: HttpClient.HttpClient,
  request: HttpClientRequest.HttpClientRequest,
  redirects: number
): Answer =>
  Effect.contextWithEffect((context: Context.Context<never>) => {
    const init = Context.getOption(context, FetchHttpClient.RequestInit)
    const answer = Effect.provideService(client.execute(request), FetchHttpClient.RequestInit, {
      ...Option.getOrUndefined(init),
      redirect: "manual"
    })
    return Effect.flatMap(answer, (response) => {
      const { location } = response.headers
      const hop =
        location === undefined || redirects >= Redirect.maxRedirects
          ? undefined
          : Redirect.nextHop(
              {
                method: request.method,
                url: new URL(request.url),
                headers: request.headers,
                keepsBody: request.body._tag !== "Empty"
              },
              response.status,
              location,
              {
                replayable: request.body._tag !== "Stream" && request.body._tag !== "Raw",
                crossOrigin: Context.get(context, Redirect.CrossOriginDownload)
              }
            )
      if (hop === undefined) return Effect.succeed(response)
      const next = HttpClientRequest.make(hop.method === "GET" ? "GET" : request.method)(hop.url, {
        headers: hop.headers,
        body: hop.keepsBody ? request.body : HttpBody.empty
      })
      return Effect.zipRight(discardBody(response), follow(client, next, redirects + 1))
    })
  })
