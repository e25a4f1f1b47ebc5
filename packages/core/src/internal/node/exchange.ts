/**
 * One request on one connection, from the wait for the connection to the end of the response, with its body as undici
 * takes it.
 */

import { randomUUID } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import { Readable } from "node:stream"
import * as Web from "node:stream/web"
import type * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import type * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Dispatcher } from "undici"
import type * as ConnectionWait from "../connectionWait.js"
import { isBodiless } from "../discardBody.js"
import type { Caller, Connection, OriginPool } from "./connections.js"
import * as Proxy from "./proxy.js"
import {
  abortReason,
  describeCause,
  NodeResponse,
  ResponseBody,
  redactCause,
  redactRequest,
  type Source
} from "./response.js"

interface RequestBody {
  readonly content: string | Uint8Array | Readable | null
  /** Headers that the body brings along; those of the request win. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Present for an Effect stream. */
  readonly source?: StreamSource | undefined
}

/**
 * An Effect stream as an async iterator. Each step runs the pull of the stream on a fiber of its own, so that nothing is
 * pulled before the socket asks for it and no fiber keeps the bytes.
 */
class StreamSource implements AsyncIterator<Uint8Array> {
  /** How the stream failed, if it did. */
  failure: Cause.Cause<unknown> | undefined
  private readonly scope = Effect.runSync(Scope.make())
  private readonly pull: Effect.Effect<Iterable<Uint8Array>, Option.Option<unknown>>
  private fiber: Fiber.RuntimeFiber<unknown, unknown> | undefined
  private chunk: Iterator<Uint8Array> = [].values()

  private readonly runtime: Runtime.Runtime<never>

  constructor(stream: Stream.Stream<Uint8Array, unknown>, runtime: Runtime.Runtime<never>) {
    this.runtime = runtime
    let pull: Effect.Effect<Iterable<Uint8Array>, Option.Option<unknown>> | undefined
    this.pull = Effect.suspend(() =>
      pull === undefined
        ? Effect.flatMap(Scope.extend(Stream.toPull(stream), this.scope), (made) => (pull = made))
        : pull
    )
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    for (;;) {
      for (let step = this.chunk.next(); step.done !== true; step = this.chunk.next()) {
        if (step.value.byteLength > 0) return { done: false, value: step.value }
      }
      const exit = await this.step()
      if (Exit.isFailure(exit)) {
        const end = Cause.failureOption(exit.cause)
        if (Option.isSome(end) && Option.isNone(end.value)) return { done: true, value: undefined }
        this.failure = Cause.map(exit.cause, (failure) => Option.getOrUndefined(failure))
        throw new Error("the stream of the request body failed")
      }
      this.chunk = exit.value[Symbol.iterator]()
    }
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    await Effect.runPromise(this.close)
    return { done: true, value: undefined }
  }

  /** Interrupts the pull and runs the finalizers of the stream. */
  readonly close: Effect.Effect<void> = Effect.suspend(() =>
    Effect.zipRight(
      this.fiber === undefined ? Effect.void : this.fiber.interruptAsFork(this.fiber.id()),
      Effect.zipRight(
        this.fiber === undefined ? Effect.void : this.fiber.await,
        Effect.ignore(Scope.close(this.scope, Exit.void))
      )
    )
  )

  private step(): Promise<Exit.Exit<Iterable<Uint8Array>, Option.Option<unknown>>> {
    return new Promise((resolve) => {
      const fiber = Runtime.runFork(this.runtime, Effect.interruptible(this.pull))
      this.fiber = fiber
      fiber.addObserver(resolve)
    })
  }
}

const escapeName = (name: string): string => name.replace(/\r\n?|\n/g, "%0D%0A").replace(/"/g, "%22")

/**
 * `multipart/form-data` as the HTML standard writes it. A Blob refers to the files instead of copying them, so that the
 * length is known before anything is read: undici sends a `FormData` of Node chunked, which many servers refuse.
 */
const toMultipart = (form: FormData): Blob => {
  const boundary = `----trilum-${randomUUID()}`
  const parts: Array<string | Blob> = []
  for (const [name, value] of form) {
    parts.push(`--${boundary}\r\ncontent-disposition: form-data; name="${escapeName(name)}"`)
    if (typeof value === "string") {
      parts.push("\r\n\r\n", value.replace(/\r\n?|\n/g, "\r\n"), "\r\n")
    } else {
      const type = value.type === "" ? "application/octet-stream" : value.type
      parts.push(`; filename="${escapeName(value.name)}"\r\ncontent-type: ${type}\r\n\r\n`, value, "\r\n")
    }
  }
  parts.push(`--${boundary}--\r\n`)
  return new Blob(parts, { type: `multipart/form-data; boundary=${boundary}` })
}

const isAsyncIterable = (u: object): u is AsyncIterable<Uint8Array> => Symbol.asyncIterator in u

const bytesOf = (body: AsyncIterable<Uint8Array>): Readable => Readable.from(body, { objectMode: false })

const fromBlob = (blob: Blob): RequestBody => ({
  content: bytesOf(blob.stream()),
  headers: {
    "content-length": String(blob.size),
    ...(blob.type === "" ? undefined : { "content-type": blob.type })
  }
})

const fromRaw = (body: unknown): RequestBody | undefined => {
  if (body === undefined || body === null) return { content: null }
  if (typeof body === "string" || body instanceof Uint8Array) return { content: body }
  if (body instanceof ArrayBuffer) return { content: new Uint8Array(body) }
  if (ArrayBuffer.isView(body)) return { content: new Uint8Array(body.buffer, body.byteOffset, body.byteLength) }
  if (body instanceof FormData) return fromBlob(toMultipart(body))
  if (body instanceof URLSearchParams) {
    const headers = { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" }
    return { content: body.toString(), headers }
  }
  if (body instanceof Blob) return fromBlob(body)
  if (body instanceof Readable) return { content: body }
  if (body instanceof Web.ReadableStream) return { content: Readable.fromWeb(body) }
  if (typeof body === "object" && isAsyncIterable(body)) return { content: bytesOf(body) }
  return undefined
}

/** `undefined` when a raw body is of no kind that can be sent. */
export const requestBody = (
  body: HttpBody.HttpBody,
  runtime: () => Runtime.Runtime<never>
): RequestBody | undefined => {
  switch (body._tag) {
    case "Empty":
      return { content: null }
    case "Uint8Array":
      return { content: body.body }
    case "FormData":
      return fromBlob(toMultipart(body.formData))
    case "Raw":
      return fromRaw(body.body)
    case "Stream": {
      const source = new StreamSource(body.stream, runtime())
      return { content: bytesOf({ [Symbol.asyncIterator]: () => source }), source }
    }
  }
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
  description: string = describeCause(cause)
): HttpClientError.RequestError =>
  new HttpClientError.RequestError({ request: redactRequest(request), reason, cause: redactCause(cause), description })

const isEventStream = (accept: string | undefined): boolean => accept?.startsWith("text/event-stream") === true

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
