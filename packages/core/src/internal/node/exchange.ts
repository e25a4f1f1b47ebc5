/**
 * One call on an undici dispatcher: the request, the redirects it follows, and the response.
 */
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { IncomingHttpHeaders } from "node:http"
import { Readable } from "node:stream"
import type { Dispatcher } from "undici"
import { defaultLimit } from "../discardBody.js"
import * as Redirect from "../redirect.js"
import { IncomingBody, type UnreadBodies } from "./incomingBody.js"
import { type DispatchBody, type OutgoingBody, StreamBody } from "./outgoingBody.js"
import { describeCause, redactCause, redactRequest } from "./redactRequest.js"
import { NodeResponse } from "./response.js"

export interface Environment {
  readonly dispatcherFor: (url: URL) => Dispatcher
  readonly unread: UnreadBodies
}

type Resume = (result: Effect.Effect<NodeResponse, HttpClientError.HttpClientError>) => void

/** undici blames the request itself, so sending it again cannot help. */
const isRequestFault = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause &&
  (cause.code === "UND_ERR_INVALID_ARG" || cause.code === "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH")

export const requestError = (
  request: HttpClientRequest.HttpClientRequest,
  reason: "Transport" | "Encode" | "InvalidUrl",
  cause: unknown,
  description: string
): HttpClientError.RequestError =>
  new HttpClientError.RequestError({ request: redactRequest(request), reason, cause: redactCause(cause), description })

export class Exchange implements Dispatcher.DispatchHandler {
  private readonly environment: Environment
  private readonly request: HttpClientRequest.HttpClientRequest
  private readonly context: Context.Context<never>
  private readonly outgoing: OutgoingBody
  private readonly resume: Resume
  private hop: Redirect.Hop
  private redirects = 0
  private sent: DispatchBody = null
  private controller: Dispatcher.DispatchController | undefined
  private interrupted = false
  /** The redirect being followed; its own body is dropped. */
  private next: Redirect.Hop | undefined
  private dropped = 0
  private body: IncomingBody | undefined
  private settled = false

  constructor(
    environment: Environment,
    request: HttpClientRequest.HttpClientRequest,
    url: URL,
    outgoing: OutgoingBody,
    context: Context.Context<never>,
    resume: Resume
  ) {
    this.environment = environment
    this.request = request
    this.outgoing = outgoing
    this.context = context
    this.resume = resume
    this.hop = {
      method: request.method,
      url,
      headers: outgoing.headers === undefined ? request.headers : { ...outgoing.headers, ...request.headers },
      keepsBody: request.body._tag !== "Empty"
    }
  }

  dispatch(): void {
    const { method, url, headers, keepsBody } = this.hop
    this.sent = keepsBody ? this.outgoing.open() : null
    this.environment.dispatcherFor(url).dispatch({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers,
      // undici's own FormData type differs from the global one in type only.
      body: this.sent as Exclude<DispatchBody, FormData>
    }, this)
  }

  /** Ends the call at once; waits for the finalizers of a streamed request body. */
  readonly interrupt: Effect.Effect<void> = Effect.suspend(() => {
    this.interrupted = true
    this.settled = true
    this.controller?.abort(new Error("The call was interrupted"))
    if (this.sent instanceof StreamBody) return this.sent.close
    if (this.sent instanceof Readable) this.sent.destroy()
    return Effect.void
  })

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller
    if (this.interrupted) controller.abort(new Error("The call was interrupted"))
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200 || this.settled) return
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      this.next = this.redirect(status, headers.location)
      if (this.next !== undefined) return
    }
    this.body = new IncomingBody(controller, this.environment.unread)
    this.settle(Effect.succeed(new NodeResponse(this.request, status, headers, this.body)))
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.body !== undefined) {
      this.body.push(chunk)
      return
    }
    this.dropped += chunk.byteLength
    if (this.dropped > defaultLimit) controller.abort(new Error("The body of the redirect is too long to be read"))
  }

  onResponseEnd(): void {
    if (this.body !== undefined) this.body.end()
    else this.follow()
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    if (this.body !== undefined) this.body.fail(cause)
    else if (this.next !== undefined) this.follow()
    else this.settle(this.failure(cause))
  }

  private settle(result: Effect.Effect<NodeResponse, HttpClientError.HttpClientError>): void {
    if (this.settled) return
    this.settled = true
    this.resume(result)
  }

  private failure(cause: unknown): Effect.Effect<never, HttpClientError.RequestError> {
    const ofBody = this.sent instanceof StreamBody ? this.sent.failure : undefined
    if (ofBody === undefined) {
      const reason = isRequestFault(cause) ? "Encode" : "Transport"
      return Effect.fail(requestError(this.request, reason, cause, describeCause(cause)))
    }
    return Either.match(Cause.failureOrCause(ofBody), {
      onLeft: (error) =>
        Effect.fail(requestError(this.request, "Encode", error, "the stream of the request body failed")),
      onRight: Effect.failCause
    })
  }

  private redirect(status: number, location: string): Redirect.Hop | undefined {
    if (this.redirects >= Redirect.maxRedirects) return undefined
    return Redirect.nextHop(this.hop, status, location, {
      replayable: this.outgoing.replayable,
      crossOrigin: Context.get(this.context, Redirect.CrossOriginDownload)
    })
  }

  private follow(): void {
    if (this.next === undefined || this.settled) return
    this.hop = this.next
    this.next = undefined
    this.dropped = 0
    this.redirects += 1
    this.controller = undefined
    this.dispatch()
  }
}
