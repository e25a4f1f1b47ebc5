/**
 * Request bodies as undici takes them.
 */

import { randomUUID } from "node:crypto"
import { Readable } from "node:stream"
import * as Web from "node:stream/web"
import type * as HttpBody from "@effect/platform/HttpBody"
import type * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"

export type DispatchBody = string | Uint8Array | Readable | null

export interface OutgoingBody {
  /** Gives the same bytes again when `replayable`, else may be opened once. */
  readonly open: () => DispatchBody
  readonly replayable: boolean
  /** Headers the body brings along; those of the request win. */
  readonly headers: Readonly<Record<string, string>> | undefined
}

/**
 * An Effect stream as a Node stream. Nothing is pulled before the socket asks and no more than it takes; destroying it
 * interrupts the pull and runs the finalizers of the stream.
 */
export class StreamBody extends Readable {
  /** How the stream failed, when it did. */
  failure: Cause.Cause<unknown> | undefined
  private fiber: Fiber.RuntimeFiber<void, unknown> | undefined
  private wanted = false
  private wake: (() => void) | undefined
  private readonly source: Stream.Stream<Uint8Array, unknown>
  private readonly runtime: Runtime.Runtime<never>

  constructor(source: Stream.Stream<Uint8Array, unknown>, runtime: Runtime.Runtime<never>) {
    super()
    this.source = source
    this.runtime = runtime
  }

  override _read(): void {
    this.wanted = true
    if (this.fiber === undefined) this.start()
    else this.wake?.()
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.fiber?.unsafeInterruptAsFork(this.fiber.id())
    callback(error)
  }

  /** Destroys the stream and waits for its finalizers. */
  readonly close: Effect.Effect<void> = Effect.suspend(() => {
    this.destroy()
    return this.fiber === undefined ? Effect.void : Effect.asVoid(Fiber.await(this.fiber))
  })

  private start(): void {
    const pump = Stream.runForEachChunk(this.source, (chunk) =>
      Effect.forEach(chunk, (bytes) => this.offer(bytes), { discard: true })
    )
    const fiber = Runtime.runFork(this.runtime, Effect.interruptible(pump))
    this.fiber = fiber
    fiber.addObserver((exit) => {
      if (this.destroyed) return
      if (Exit.isSuccess(exit)) {
        this.push(null)
        return
      }
      this.failure = exit.cause
      this.destroy(new Error("The stream of the request body failed"))
    })
  }

  private offer(bytes: Uint8Array): Effect.Effect<void> {
    return Effect.suspend(() => {
      if (bytes.byteLength === 0) return Effect.void
      this.wanted = false
      if (this.push(bytes) || this.wanted) return Effect.void
      return Effect.async<void>((resume) => {
        this.wake = () => {
          this.wake = undefined
          resume(Effect.void)
        }
      })
    })
  }
}

const escapeName = (name: string): string => name.replace(/\r\n?|\n/g, "%0D%0A").replace(/"/g, "%22")

/**
 * `multipart/form-data` as the HTML standard writes it, as a Blob that refers to the files instead of copying them, so
 * that its length is known before anything is read.
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

const empty: OutgoingBody = { open: () => null, replayable: true, headers: undefined }

const replayable = (body: string | Uint8Array, headers?: Record<string, string>): OutgoingBody => ({
  open: () => body,
  replayable: true,
  headers
})

const fromBlob = (blob: Blob): OutgoingBody => ({
  open: () => Readable.from(blob.stream(), { objectMode: false }),
  replayable: true,
  headers: {
    "content-length": String(blob.size),
    ...(blob.type === "" ? undefined : { "content-type": blob.type })
  }
})

const once = (open: () => Readable): OutgoingBody => ({ open, replayable: false, headers: undefined })

const fromRaw = (body: unknown): OutgoingBody | undefined => {
  if (body === undefined || body === null) return empty
  if (typeof body === "string" || body instanceof Uint8Array) return replayable(body)
  if (body instanceof ArrayBuffer) return replayable(new Uint8Array(body))
  if (ArrayBuffer.isView(body)) return replayable(new Uint8Array(body.buffer, body.byteOffset, body.byteLength))
  if (body instanceof FormData) return fromBlob(toMultipart(body))
  if (body instanceof URLSearchParams) {
    return replayable(body.toString(), { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" })
  }
  if (body instanceof Blob) return fromBlob(body)
  if (body instanceof Readable) return once(() => body)
  if (body instanceof Web.ReadableStream) return once(() => Readable.fromWeb(body))
  if (typeof body === "object" && isAsyncIterable(body)) return once(() => Readable.from(body, { objectMode: false }))
  return undefined
}

/** `undefined` when a raw body is of no kind that can be sent. */
export const outgoingBody = (
  body: HttpBody.HttpBody,
  runtime: () => Runtime.Runtime<never>
): OutgoingBody | undefined => {
  switch (body._tag) {
    case "Empty":
      return empty
    case "Uint8Array":
      return replayable(body.body)
    case "FormData":
      return fromBlob(toMultipart(body.formData))
    case "Raw":
      return fromRaw(body.body)
    case "Stream":
      return once(() => new StreamBody(body.stream, runtime()))
  }
}
