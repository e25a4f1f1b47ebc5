/**
 * The bytes of one response, between undici's callbacks and the reader, without their content coding.
 *
 * undici's own body is a Node `Readable`. It costs more than the rest of a call, and ends before its connection is free,
 * so that calls in a row would take turns on two connections.
 */
import type { Transform } from "node:stream"
import * as Zlib from "node:zlib"

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
