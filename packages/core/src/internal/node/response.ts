/**
 * A response of NodeTransport.
 */
import type { IncomingHttpHeaders } from "node:http"
import * as Cookies from "@effect/platform/Cookies"
import * as Headers from "@effect/platform/Headers"
import * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpIncomingMessage from "@effect/platform/HttpIncomingMessage"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Inspectable from "effect/Inspectable"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { describeCause, redactCause, redactRequest, redactUrl } from "./redactRequest.js"
import type { ResponseBody } from "./responseBody.js"

/** Headers whose values inspection shows; a value of any other may be a credential or a signed URL. */
const shown: ReadonlySet<string> = new Set([
  "content-encoding",
  "content-length",
  "content-range",
  "content-type",
  "date",
  "request-id",
  "retry-after",
  "retry-after-ms",
  "x-request-id"
])

const concat = (chunks: ReadonlyArray<Uint8Array>): Uint8Array => {
  const [only] = chunks
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)
}

/** UTF-8 without its byte order mark, as the Fetch standard decodes text. */
const toText = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

const toJson = (bytes: Uint8Array): unknown => {
  const text = toText(bytes)
  return text === "" ? null : JSON.parse(text)
}

type Bytes = Effect.Effect<Uint8Array, HttpClientError.ResponseError>

type Pull = Effect.Effect<Chunk.Chunk<Uint8Array>, Option.Option<HttpClientError.ResponseError>>

/**
 * The body is read once from the socket: `text`, `json`, `arrayBuffer`, `formData` and `urlParamsBody` share the bytes
 * and can be used in any number and order. After one of them `stream` emits the same bytes; after a `stream` that has
 * been run nothing else can be read. Interrupting the only reader destroys the socket.
 */
export class NodeResponse extends Inspectable.Class implements HttpClientResponse.HttpClientResponse {
  readonly [HttpIncomingMessage.TypeId]: HttpIncomingMessage.TypeId = HttpIncomingMessage.TypeId
  readonly [HttpClientResponse.TypeId]: HttpClientResponse.TypeId = HttpClientResponse.TypeId
  readonly remoteAddress: Option.Option<string> = Option.none()
  private cachedHeaders: Headers.Headers | undefined
  private wholeBytes: Uint8Array | undefined
  private readers: Set<(result: Bytes) => void> | undefined

  readonly request: HttpClientRequest.HttpClientRequest
  readonly status: number
  private readonly rawHeaders: IncomingHttpHeaders
  private readonly body: ResponseBody
  private readonly onStream: () => void

  constructor(
    request: HttpClientRequest.HttpClientRequest,
    status: number,
    rawHeaders: IncomingHttpHeaders,
    body: ResponseBody,
    onStream: () => void
  ) {
    super()
    this.request = request
    this.status = status
    this.rawHeaders = rawHeaders
    this.body = body
    this.onStream = onStream
  }

  toJSON(): unknown {
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(this.headers)) headers[name] = shown.has(name) ? value : "<redacted>"
    return {
      _id: "@effect/platform/HttpClientResponse",
      request: { method: this.request.method, url: redactUrl(this.request.url) },
      status: this.status,
      headers
    }
  }

  get headers(): Headers.Headers {
    return (this.cachedHeaders ??= Headers.fromInput(this.rawHeaders))
  }

  get cookies(): Cookies.Cookies {
    return Cookies.fromSetCookie(this.rawHeaders["set-cookie"] ?? [])
  }

  get text(): Effect.Effect<string, HttpClientError.ResponseError> {
    return this.read(toText)
  }

  get json(): Effect.Effect<unknown, HttpClientError.ResponseError> {
    return this.read(toJson)
  }

  get arrayBuffer(): Effect.Effect<ArrayBuffer, HttpClientError.ResponseError> {
    return this.read((bytes) => new Uint8Array(bytes).buffer)
  }

  get urlParamsBody(): Effect.Effect<UrlParams.UrlParams, HttpClientError.ResponseError> {
    return this.read((bytes) => UrlParams.fromInput(new URLSearchParams(toText(bytes))))
  }

  get formData(): Effect.Effect<FormData, HttpClientError.ResponseError> {
    const contentType = this.headers["content-type"] ?? ""
    return Effect.flatMap(this.arrayBuffer, (buffer) =>
      Effect.tryPromise({
        try: () => new Response(buffer, { headers: { "content-type": contentType } }).formData(),
        catch: (cause) => this.error(cause)
      })
    )
  }

  get stream(): Stream.Stream<Uint8Array, HttpClientError.ResponseError> {
    const { body } = this
    return Stream.suspend(() => {
      if (this.wholeBytes !== undefined) return Stream.make(this.wholeBytes)
      if (body.claimed) return Stream.fail(this.consumed)
      const start = Effect.sync(() => {
        body.claim()
        this.onStream()
        return this.pull
      })
      return Stream.fromPull(Effect.acquireRelease(start, () => Effect.sync(() => body.abort())))
    })
  }

  private error(cause: unknown, description: string = describeCause(cause)): HttpClientError.ResponseError {
    return new HttpClientError.ResponseError({
      request: redactRequest(this.request),
      response: this,
      reason: "Decode",
      cause: redactCause(cause),
      description
    })
  }

  private get consumed(): HttpClientError.ResponseError {
    if (this.body.failed) return this.error(this.body.cause)
    return this.error(undefined, "the body was read as a stream already; read it once, as a stream or as a whole")
  }

  private read<A>(decode: (bytes: Uint8Array) => A): Effect.Effect<A, HttpClientError.ResponseError> {
    return Effect.flatMap(this.bytes, (bytes) => {
      try {
        return Effect.succeed(decode(bytes))
      } catch {
        // The message of JSON.parse quotes the body, so it is not passed on.
        return Effect.fail(this.error(new SyntaxError("the body is not JSON")))
      }
    })
  }

  /** The whole body, collected once for any number of readers. */
  private readonly bytes: Bytes = Effect.suspend(() => {
    const { body } = this
    if (this.wholeBytes !== undefined) return Effect.succeed(this.wholeBytes)
    if (body.claimed && this.readers === undefined) return Effect.fail(this.consumed)
    const readers = (this.readers ??= this.collect())
    return (
      this.whole ??
      Effect.async((resume) => {
        readers.add(resume)
        return Effect.sync(() => {
          readers.delete(resume)
          if (readers.size === 0) body.abort()
        })
      })
    )
  })

  private collect(): Set<(result: Bytes) => void> {
    const { body } = this
    const readers = new Set<(result: Bytes) => void>()
    body.claim()
    body.onChange = () => {
      const { whole } = this
      if (whole === undefined) return
      body.onChange = undefined
      for (const resume of readers) resume(whole)
    }
    body.collect()
    return readers
  }

  private get whole(): Bytes | undefined {
    const { body } = this
    if (body.failed) return Effect.fail(this.error(body.cause))
    if (!body.ended) return undefined
    return Effect.succeed((this.wholeBytes ??= concat(body.take())))
  }

  private readonly pull: Pull = Effect.suspend(
    () =>
      this.next ??
      Effect.async((resume) => {
        const { body } = this
        body.onChange = () => {
          const { next } = this
          if (next === undefined) return
          body.onChange = undefined
          resume(next)
        }
        return Effect.sync(() => body.abort())
      })
  )

  private get next(): Pull | undefined {
    const { body } = this
    if (body.hasBytes) return Effect.succeed(Chunk.unsafeFromArray(body.take()))
    if (body.failed) return Effect.fail(Option.some(this.error(body.cause)))
    return body.ended ? Effect.fail(Option.none()) : undefined
  }
}
