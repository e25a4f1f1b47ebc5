/**
 * One request on one connection, from the wait for the connection to the end of the response.
 */
import type { IncomingHttpHeaders } from "node:http"
import { Readable } from "node:stream"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type { Dispatcher } from "undici"
import type * as ConnectionWait from "../connectionWait.js"
import type { Caller, Connection, OriginPool } from "./connections.js"
import * as Proxy from "./proxy.js"
import { describeCause, redactCause, redactRequest } from "./redactRequest.js"
import type { RequestBody } from "./requestBody.js"
import { NodeResponse } from "./response.js"
import { abortReason, ResponseBody, type Source } from "./responseBody.js"

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
  description: string = describeCause(cause)
): HttpClientError.RequestError =>
  new HttpClientError.RequestError({ request: redactRequest(request), reason, cause: redactCause(cause), description })

const isEventStream = (accept: string | undefined): boolean => accept?.startsWith("text/event-stream") === true

/** Statuses whose responses have no body, whatever their headers say. */
const isBodiless = (status: number): boolean => status === 204 || status === 304

const endOf = (exchange: Exchange): void => exchange.end()

export class Exchange implements Dispatcher.DispatchHandler, Caller, Source {
  counted: boolean
  private connection: Connection | undefined
  private controller: Dispatcher.DispatchController | undefined
  private body: ResponseBody | undefined
  private settled = false

  private readonly pool: OriginPool
  private readonly request: HttpClientRequest.HttpClientRequest
  private readonly url: URL
  private readonly outgoing: RequestBody
  private readonly wait: ConnectionWait.State | undefined
  private readonly patience: number
  private readonly resumeWith: Resume

  constructor(
    pool: OriginPool,
    request: HttpClientRequest.HttpClientRequest,
    url: URL,
    outgoing: RequestBody,
    wait: ConnectionWait.State | undefined,
    patience: number,
    resumeWith: Resume
  ) {
    this.pool = pool
    this.request = request
    this.url = url
    this.outgoing = outgoing
    this.wait = wait
    this.patience = patience
    this.resumeWith = resumeWith
    this.counted = !isEventStream(request.headers["accept"])
  }

  start(connection: Connection): void {
    this.connection = connection
    const { content, headers } = this.outgoing
    connection.dispatch(
      this.url,
      {
        method: this.request.method,
        headers: headers === undefined ? this.request.headers : { ...headers, ...this.request.headers },
        body: content
      },
      this
    )
  }

  onWait(waiting: boolean): void {
    if (this.wait !== undefined) this.wait.waiting = waiting
  }

  /** Ends the call at once; waits for the finalizers of a streamed request body. */
  readonly interrupt: Effect.Effect<void> = Effect.suspend(() => {
    this.settled = true
    this.pool.leave(this)
    this.destroy(abortReason("the call was interrupted"))
    return this.outgoing.source?.close ?? Effect.void
  })

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (this.settled || status < 200) return
    if (status === 407 && this.connection?.forward !== undefined) {
      this.fail(Proxy.refusal(status))
      return
    }
    const identity = this.request.headers["accept-encoding"] === "identity"
    const body = new ResponseBody(this, identity ? undefined : headers["content-encoding"], this.patience)
    this.body = body
    this.settle(Effect.succeed(new NodeResponse(this.request, status, headers, body, () => this.pool.uncount(this))))
    const announced = (headers["content-length"] ?? "0") !== "0" || headers["transfer-encoding"] !== undefined
    if (isBodiless(status) && announced && this.request.method !== "HEAD") {
      body.end()
      // The bytes that follow would be taken for the next response.
      this.destroy(abortReason(`a ${status} response announced a body`))
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.body?.write(chunk)
  }

  onResponseEnd(): void {
    this.controller = undefined
    // undici counts the request as running until this callback returns.
    process.nextTick(endOf, this)
  }

  /** The connection is free. */
  end(): void {
    const { connection } = this
    if (connection !== undefined) {
      this.connection = undefined
      this.closeOutgoing()
      this.pool.release(this, connection)
    }
    this.body?.end()
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    this.fail(cause)
  }

  fail(cause: Error): void {
    this.destroy(cause)
    if (this.body !== undefined) this.body.fail(cause)
    else this.settle(this.failure(cause))
  }

  pause(): void {
    this.controller?.pause()
  }

  resume(): void {
    this.controller?.resume()
  }

  /** Destroys the connection while it serves this exchange, never when it may serve the next one. */
  destroy(reason: Error): void {
    const { connection } = this
    if (connection === undefined) return
    this.connection = undefined
    this.controller = undefined
    this.pool.discard(this, connection, reason)
    this.closeOutgoing()
  }

  private closeOutgoing(): void {
    const { content, source } = this.outgoing
    if (source !== undefined) Effect.runFork(source.close)
    if (content instanceof Readable && !content.destroyed) content.destroy()
  }

  private settle(result: Effect.Effect<NodeResponse, HttpClientError.HttpClientError>): void {
    if (this.settled) return
    this.settled = true
    this.resumeWith(result)
  }

  private failure(cause: Error): Effect.Effect<never, HttpClientError.RequestError> {
    const ofBody = this.outgoing.source?.failure
    if (ofBody === undefined) {
      return Effect.fail(requestError(this.request, isRequestFault(cause) ? "Encode" : "Transport", cause))
    }
    return Either.match(Cause.failureOrCause(ofBody), {
      onLeft: (error) =>
        Effect.fail(requestError(this.request, "Encode", error, "the stream of the request body failed")),
      onRight: Effect.failCause
    })
  }
}
