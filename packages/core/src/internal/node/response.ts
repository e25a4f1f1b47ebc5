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
import { afterRealTime, type Discardable, DiscardBody, isEndless } from "../discardBody.js"
import * as ContentCoding from "./contentCoding.js"
import type { IncomingBody } from "./incomingBody.js"
import { describeCause, redactCause, redactRequest, redactUrl } from "./redactRequest.js"

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

type Pull = Effect.Effect<Chunk.Chunk<Uint8Array>, Option.Option<HttpClientError.ResponseError>>

type Resume = (result: Effect.Effect<Uint8Array, HttpClientError.ResponseError>) => void

/**
 * The body is read once from the socket: `text`, `json`, `arrayBuffer`, `formData` and `urlParamsBody` share the bytes
 * and can be used in any number and order; after one of them `stream` emits the same bytes, after a `stream` that has
 * been run nothing else can be read. Interrupting the only reader destroys the socket.
 */
export class NodeResponse extends Inspectable.Class implements HttpClientResponse.HttpClientResponse, Discardable {
  readonly [HttpIncomingMessage.TypeId]: HttpIncomingMessage.TypeId
  readonly [HttpClientResponse.TypeId]: HttpClientResponse.TypeId
  readonly request: HttpClientRequest.HttpClientRequest
  readonly status: number
  private readonly rawHeaders: IncomingHttpHeaders
  private readonly body: IncomingBody
  private cachedHeaders: Headers.Headers | undefined
  private cachedCookies: Cookies.Cookies | undefined
  /** As they came. */
  private rawBytes: Uint8Array | undefined
  /** Without their content coding. */
  private wholeBytes: Uint8Array | undefined
  private readers: Set<Resume> | undefined

  constructor(
    request: HttpClientRequest.HttpClientRequest,
    status: number,
    rawHeaders: IncomingHttpHeaders,
    body: IncomingBody
  ) {
    super()
    this[HttpIncomingMessage.TypeId] = HttpIncomingMessage.TypeId
    this[HttpClientResponse.TypeId] = HttpClientResponse.TypeId
    this.request = request
    this.status = status
    this.rawHeaders = rawHeaders
    this.body = body
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
    return (this.cachedCookies ??= Cookies.fromSetCookie(this.rawHeaders["set-cookie"] ?? []))
  }

  get remoteAddress(): Option.Option<string> {
    return Option.none()
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
    return Stream.suspend(() => {
      const coding = this.coding
      if (coding === undefined || this.request.headers["accept-encoding"] === "identity") return this.rawStream
      return ContentCoding.decodeStream(coding, this.rawStream, (cause) => this.error(cause))
    })
  }

  [DiscardBody](limit: number, wait: number): Effect.Effect<void> {
    return Effect.suspend(() => {
      const { body } = this
      if (body.ended || body.failed) {
        body.take()
        return Effect.void
      }
      if (body.claimed) return Effect.void
      body.claim()
      const length = Number(this.headers["content-length"] ?? 0)
      if (length > limit || isEndless(this.headers["content-type"])) {
        body.abort()
        return Effect.void
      }
      return Effect.async<void>((resume) => {
        const cancel = afterRealTime(wait, () => body.abort())
        let left = limit
        body.onChange = () => {
          for (const chunk of body.take()) left -= chunk.byteLength
          if (left < 0) body.abort()
          if (!body.ended && !body.failed) return
          body.onChange = undefined
          cancel()
          resume(Effect.void)
        }
        body.onChange()
        return Effect.sync(() => body.abort())
      })
    })
  }

  private get coding(): ContentCoding.ContentCoding | undefined {
    const header = this.rawHeaders["content-encoding"]
    return header === undefined ? undefined : ContentCoding.contentCoding(header)
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
    const { body } = this
    if (body.failed) return this.error(body.cause)
    return this.error(undefined, "the body was read as a stream already; read it once, as a stream or as a whole")
  }

  private read<A>(decode: (bytes: Uint8Array) => A): Effect.Effect<A, HttpClientError.ResponseError> {
    return Effect.suspend(() => {
      const { body } = this
      if (body.ended && !body.claimed && this.coding === undefined) {
        body.claim()
        this.rawBytes = this.wholeBytes = concat(body.take())
      }
      if (this.wholeBytes !== undefined) return this.decode(decode, this.wholeBytes)
      return Effect.flatMap(this.whole, (bytes) => this.decode(decode, bytes))
    })
  }

  private decode<A>(
    decode: (bytes: Uint8Array) => A,
    bytes: Uint8Array
  ): Effect.Effect<A, HttpClientError.ResponseError> {
    try {
      return Effect.succeed(decode(bytes))
    } catch {
      // The message of JSON.parse quotes the body, so it is not passed on.
      return Effect.fail(this.error(new SyntaxError("the body is not JSON")))
    }
  }

  private get whole(): Effect.Effect<Uint8Array, HttpClientError.ResponseError> {
    return Effect.flatMap(this.raw, (bytes) => {
      const { coding } = this
      const decoded =
        coding === undefined
          ? Effect.succeed(bytes)
          : Effect.mapError(ContentCoding.decodeBytes(coding, bytes), (cause) => this.error(cause))
      return Effect.map(decoded, (whole) => (this.wholeBytes = whole))
    })
  }

  /** The bytes of the wire, collected once for any number of readers. */
  private get raw(): Effect.Effect<Uint8Array, HttpClientError.ResponseError> {
    return Effect.suspend(() => {
      const { body } = this
      if (this.rawBytes !== undefined) return Effect.succeed(this.rawBytes)
      if (body.claimed && this.readers === undefined) return Effect.fail(this.consumed)
      const readers = (this.readers ??= this.collect())
      return (
        this.settled ??
        Effect.async((resume) => {
          readers.add(resume)
          return Effect.sync(() => {
            readers.delete(resume)
            if (readers.size === 0) body.abort()
          })
        })
      )
    })
  }

  private collect(): Set<Resume> {
    const { body } = this
    const readers = new Set<Resume>()
    body.claim()
    body.collect()
    body.onChange = () => {
      const { settled } = this
      if (settled === undefined) return
      body.onChange = undefined
      for (const resume of readers) resume(settled)
      readers.clear()
    }
    return readers
  }

  private get settled(): Effect.Effect<Uint8Array, HttpClientError.ResponseError> | undefined {
    const { body } = this
    if (body.failed) return Effect.fail(this.error(body.cause))
    if (!body.ended) return undefined
    this.rawBytes ??= concat(body.take())
    return Effect.succeed(this.rawBytes)
  }

  private get rawStream(): Stream.Stream<Uint8Array, HttpClientError.ResponseError> {
    const { body } = this
    return Stream.suspend(() => {
      if (this.rawBytes !== undefined) return Stream.make(this.rawBytes)
      if (body.claimed) return Stream.fail(this.consumed)
      return Stream.fromPull(
        Effect.acquireRelease(
          Effect.sync(() => {
            body.claim()
            return this.pull
          }),
          () => Effect.sync(() => body.abort())
        )
      )
    })
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
    if (!body.isEmpty) return Effect.succeed(Chunk.unsafeFromArray(body.take()))
    if (body.failed) return Effect.fail(Option.some(this.error(body.cause)))
    return body.ended ? Effect.fail(Option.none()) : undefined
  }
}
