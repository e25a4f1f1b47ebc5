/**
 * A response of NodeTransport, the bytes of its body between undici's callbacks and the reader, and what its errors show.
 *
 * undici's own body is a Node `Readable`. It costs more than the rest of a call, and ends before its connection is free,
 * so that calls in a row would take turns on two connections.
 */
import type { IncomingHttpHeaders } from "node:http"
import type { Transform } from "node:stream"
import * as Zlib from "node:zlib"
import * as Cookies from "@effect/platform/Cookies"
import * as Headers from "@effect/platform/Headers"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpIncomingMessage from "@effect/platform/HttpIncomingMessage"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Inspectable from "effect/Inspectable"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"

const redactUrl = (url: string): string => {
  const bare = url.replace(/[?#].*$/s, "")
  return bare.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, "$1")
}

export const redactRequest = (request: HttpClientRequest.HttpClientRequest): HttpClientRequest.HttpClientRequest =>
  HttpClientRequest.make(request.method)(redactUrl(request.url))

const codeOf = (error: Error): unknown => ("code" in error ? error.code : undefined)

/** The cause itself, unless it carries bytes of the wire (`HTTPParserError`) or the URL (`ERR_INVALID_URL`). */
export const redactCause = (cause: unknown): unknown => {
  if (!(cause instanceof Error) || !("data" in cause || "input" in cause)) return cause
  const bare = new Error(cause.message)
  bare.name = cause.name
  return Object.assign(bare, { code: codeOf(cause) })
}

/** Message and code of a cause. */
export const describeCause = (cause: unknown): string => {
  if (!(cause instanceof Error)) return "unknown cause"
  const code = codeOf(cause)
  if (typeof code !== "string" || cause.message.includes(code)) return cause.message
  return cause.message === "" ? code : `${cause.message} (${code})`
}

/** Bytes kept before the socket is paused, for a body that nobody reads yet. */
const unreadLimit = 64 * 1024

/** The same for a reader. It takes all that is here at once, so a download does not wait for the network while it writes. */
const readLimit = 1024 * 1024

/** The connection that a body comes from. */
export interface Source {
  readonly pause: () => void
  readonly resume: () => void
  /** Ends the exchange and destroys its socket. */
  readonly destroy: (reason: Error) => void
}

/** Why a socket was destroyed on purpose, with the code of Node for aborted operations. */
export const abortReason = (message: string): Error => Object.assign(new Error(message), { code: "ABORT_ERR" })

/** A decoder for a single known coding. */
const decoderOf = (coding: string | undefined): Transform | undefined => {
  switch (coding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return Zlib.createGunzip()
    case "deflate":
      return Zlib.createInflate()
    case "br":
      return Zlib.createBrotliDecompress()
    default:
      return undefined
  }
}

export class ResponseBody {
  ended = false
  failed = false
  /** Defined when `failed`. */
  cause: unknown = undefined
  /** Someone reads, or has read, the body. */
  claimed = false
  /** Called on every change until it is replaced. */
  onChange: (() => void) | undefined = undefined
  private chunks: Array<Uint8Array> = []
  private size = 0
  private limit = unreadLimit
  private isEmpty = true
  private unread: NodeJS.Timeout | undefined
  private readonly decoder: Transform | undefined

  private readonly source: Source
  private readonly patience: number

  /** A body that fills its buffer and is not claimed within `patience` milliseconds is destroyed; 0 is for ever. */
  constructor(source: Source, coding: string | undefined, patience: number) {
    this.source = source
    this.patience = patience
    const decoder = decoderOf(coding)
    this.decoder = decoder
    decoder
      ?.on("data", (chunk: Uint8Array) => this.push(chunk))
      .on("drain", () => source.resume())
      .on("end", () => this.finish())
      .on("error", (cause) => {
        const code = "TRILUM_CONTENT_ENCODING"
        const corrupt = Object.assign(new Error(`the body is not valid ${coding}`, { cause }), { code })
        this.fail(corrupt)
        source.destroy(corrupt)
      })
  }

  /** Bytes from the socket. */
  write(chunk: Uint8Array): void {
    if (this.failed) return
    this.isEmpty = false
    if (this.decoder === undefined) this.push(chunk)
    else if (!this.decoder.write(chunk)) this.source.pause()
  }

  /** The socket has delivered everything. */
  end(): void {
    // An empty body stays empty in every coding.
    if (this.decoder === undefined || this.isEmpty) this.finish()
    else this.decoder.end()
  }

  fail(cause: unknown): void {
    if (this.failed || this.ended) return
    this.failed = true
    this.cause = cause
    this.decoder?.destroy()
    this.settle()
  }

  /** Destroys the socket unless the body has ended. */
  abort(): void {
    if (this.ended || this.failed) return
    const reason = abortReason("the body was abandoned before its end")
    this.chunks = []
    this.fail(reason)
    this.source.destroy(reason)
  }

  claim(): void {
    this.claimed = true
    this.limit = readLimit
    clearTimeout(this.unread)
  }

  /** From here on nothing is held back: the reader wants the whole body in memory. */
  collect(): void {
    this.limit = Number.POSITIVE_INFINITY
    this.flow()
  }

  get hasBytes(): boolean {
    return this.chunks.length > 0
  }

  /** Takes the bytes that are here and lets more come. */
  take(): Array<Uint8Array> {
    const taken = this.chunks
    this.chunks = []
    this.size = 0
    this.flow()
    return taken
  }

  private push(chunk: Uint8Array): void {
    if (this.failed) return
    this.chunks.push(chunk)
    this.size += chunk.byteLength
    if (this.size >= this.limit) this.hold()
    this.onChange?.()
  }

  private hold(): void {
    if (this.decoder === undefined) this.source.pause()
    else this.decoder.pause()
    if (this.claimed || this.unread !== undefined || this.patience === 0) return
    this.unread = setTimeout(() => this.abort(), this.patience)
    this.unread.unref()
  }

  private flow(): void {
    if (this.ended || this.failed) return
    if (this.decoder === undefined) this.source.resume()
    else this.decoder.resume()
  }

  private finish(): void {
    if (this.failed) return
    this.ended = true
    this.settle()
  }

  private settle(): void {
    clearTimeout(this.unread)
    this.onChange?.()
  }
}

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
