/**
 * Request bodies as undici takes them.
 */
import { randomUUID } from "node:crypto"
import { Readable } from "node:stream"
import * as Web from "node:stream/web"
import type * as HttpBody from "@effect/platform/HttpBody"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

export interface RequestBody {
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
export class StreamSource implements AsyncIterator<Uint8Array> {
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
export const make = (body: HttpBody.HttpBody, runtime: () => Runtime.Runtime<never>): RequestBody | undefined => {
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
