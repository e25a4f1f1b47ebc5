/**
 * A transport that sends nothing, for programs that show what a call would send.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"

/**
 * The defect that ends a call instead of its request.
 *
 * @since 0.1.0
 * @category models
 */
export class NotSent {
  readonly _tag = "NotSent"
  /** With its credential. */
  readonly request: HttpClientRequest.HttpClientRequest
  constructor(request: HttpClientRequest.HttpClientRequest) {
    this.request = request
  }
}

/**
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<HttpClient.HttpClient> = Layer.succeed(
  HttpClient.HttpClient,
  HttpClient.make((request) => Effect.die(new NotSent(request)))
)

/**
 * A transport that sends the requests that `sends` selects, such as those that look names up, and ends every other call.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerOf = (
  sends: (request: HttpClientRequest.HttpClientRequest, url: URL) => Effect.Effect<boolean>
): Layer.Layer<HttpClient.HttpClient, never, HttpClient.HttpClient> =>
  Layer.effect(
    HttpClient.HttpClient,
    Effect.map(HttpClient.HttpClient, (http) =>
      HttpClient.make((request, url) =>
        Effect.flatMap(sends(request, url), (isSent) =>
          isSent ? http.execute(request) : Effect.die(new NotSent(request))
        )
      )
    )
  )

/**
 * Succeeds with the request at which the call ended.
 *
 * @since 0.1.0
 * @category combinators
 */
export const catchNotSent = <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A | NotSent, E, R> =>
  Effect.catchSomeDefect(self, (defect) =>
    defect instanceof NotSent ? Option.some(Effect.succeed(defect)) : Option.none()
  )
