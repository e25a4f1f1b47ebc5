/**
 * One call on an undici dispatcher: the request, the redirects it follows, and the response.
 */

import type { IncomingHttpHeaders } from "node:http"
import { Readable } from "node:stream"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { Dispatcher } from "undici"
import * as Deadline from "../deadline.js"
import { afterRealTime, defaultLimit, defaultWait } from "../discardBody.js"
import * as Redirect from "../redirect.js"
import type { Connection, OnConnection } from "./connection.js"
import { abortReason, IncomingBody, type UnreadBodies } from "./incomingBody.js"
import { type DispatchBody, type OutgoingBody, StreamBody } from "./outgoingBody.js"
import { describeCause, redactCause, redactRequest } from "./redactRequest.js"
import { NodeResponse } from "./response.js"

/** What undici is asked for; the origin is that of the URL beside it. */
export interface DispatchRequest extends Omit<Dispatcher.DispatchOptions, "headers">, OnConnection {
  readonly headers: Redirect.Hop["headers"]
}

export interface Environment {
  readonly dispatch: (url: URL, request: DispatchRequest, handler: Dispatcher.DispatchHandler) => boolean
  readonly unread: UnreadBodies
}

type Resume = (result: Effect.Effect<NodeResponse, HttpClientError.HttpClientError>) => void

/** undici blames the request itself, so sending it again cannot help. */
const isRequestFault = (cause: unknown): boolean =>
  cause instanceof Error &&
  "code" in cause &&
  (cause.code === "UND_ERR_INVALID_ARG" || cause.code === "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH")

export const requestError = (
  request: HttpClientRequest.HttpClientRequest,
  reason: "Transport" | "Encode" | "InvalidUrl",
  cause: unknown,
  description: string
): HttpClientError.RequestError =>
  new HttpClientError.RequestError({ request: redactRequest(request), reason, cause: redactCause(cause), description })

/**
 * undici gives a connection back to its pool in an immediate that it schedules right after the end of the response. A
 * caller told earlier would find the connection taken and open another one.
 */
const afterRelease = (f: (exchange: Exchange) => void, exchange: Exchange): void =>
  process.nextTick(setImmediate, f, exchange)

const endOf = (exchange: Exchange): void => exchange.end()

export class Exchange implements Dispatcher.DispatchHandler {
  private readonly environment: Environment
  private readonly request: HttpClientRequest.HttpClientRequest
  private readonly context: Context.Context<never>
  private readonly outgoing: OutgoingBody
  private readonly resume: Resume
  private readonly deadline: Deadline.Deadline | undefined
  private hop: Redirect.Hop
  private redirects = 0
  private sent: DispatchBody = null
  /** Present from the first byte sent until the end of the response. */
  private controller: Dispatcher.DispatchController | undefined
  private connection: Connection | undefined
  private interrupted = false
  /** The redirect being followed; its own body is dropped. */
  private next: Redirect.Hop | undefined
  private dropped = 0
  private stopWaiting: (() => void) | undefined
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
    this.deadline = Deadline.of(request)
    this.deadline?.attach(this.expire)
    this.hop = {
      method: request.method,
      url,
      headers: outgoing.headers === undefined ? request.headers : { ...outgoing.headers, ...request.headers },
      keepsBody: request.body._tag !== "Empty"
    }
  }

  dispatch(): void {
    if (this.settled) return
    const { method, url, headers, keepsBody } = this.hop
    this.sent = keepsBody ? this.outgoing.open() : null
    try {
      this.environment.dispatch(
        url,
        {
          path: url.pathname + url.search,
          method,
          headers,
          body: this.sent,
          onConnection: this.onConnection
        },
        this
      )
    } catch (cause) {
      this.settle(this.failure(cause))
    }
  }

  /** Ends the call at once; waits for the finalizers of a streamed request body. */
  readonly interrupt: Effect.Effect<void> = Effect.suspend(() => {
    this.interrupted = true
    this.settled = true
    this.deadline?.done()
    this.destroy(abortReason("The call was interrupted"))
    if (this.sent instanceof StreamBody) return this.sent.close
    if (this.sent instanceof Readable) this.sent.destroy()
    return Effect.void
  })

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Nothing is written yet: an error drops the request and spares the connection.
    if (this.interrupted) throw abortReason("The call was interrupted")
    this.controller = controller
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200 || this.settled) return
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      this.next = this.redirect(status, headers.location)
      if (this.next !== undefined) {
        this.stopWaiting = afterRealTime(defaultWait, () => {
          this.destroy(abortReason("The body of the redirect takes too long"))
        })
        return
      }
    }
    this.body = new IncomingBody(controller, this.destroy, this.environment.unread)
    this.settle(Effect.succeed(new NodeResponse(this.request, status, headers, this.body)))
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.body !== undefined) {
      this.body.push(chunk)
      return
    }
    this.dropped += chunk.byteLength
    if (this.dropped > defaultLimit) this.destroy(abortReason("The body of the redirect is too long"))
  }

  onResponseEnd(): void {
    this.controller = undefined
    afterRelease(endOf, this)
  }

  /** The connection is free again. */
  end(): void {
    if (this.body !== undefined) this.body.end()
    else this.follow()
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    // Before undici does it, see Connection.
    this.destroy(cause)
    if (this.body !== undefined) this.body.fail(cause)
    else if (this.next !== undefined) this.follow()
    else this.settle(this.failure(cause))
  }

  /** Time is up: fails whatever is awaited, the head or the body, and ends the call. */
  private readonly expire = (reason: Error): void => {
    this.interrupted = true
    if (this.body !== undefined) this.body.fail(reason)
    else this.settle(this.failure(reason))
    this.destroy(reason)
    if (this.sent instanceof StreamBody) Effect.runFork(this.sent.close)
    else if (this.sent instanceof Readable) this.sent.destroy()
  }

  private readonly onConnection = (connection: Connection): void => {
    this.connection = connection
  }

  /** Destroys the socket while it serves this exchange, and never when it may serve the next one. */
  private readonly destroy = (reason: Error): void => {
    if (this.next === undefined) this.deadline?.done()
    const { controller } = this
    if (controller === undefined) return
    this.controller = undefined
    if (this.connection?.destroySocket(reason) !== true) controller.abort(reason)
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
    this.stopWaiting?.()
    if (this.next === undefined || this.settled) return
    this.hop = this.next
    this.next = undefined
    this.dropped = 0
    this.redirects += 1
    this.dispatch()
  }
}
