import { StreamError } from "../ApiError.js"
import type { IterateOptions, SseEvent } from "../Sse.js"
import * as Parser from "./sseParser.js"

type Body = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Response
type Read = IteratorResult<Uint8Array, unknown>

export const iterate = (body: Body, options: IterateOptions): AsyncIterable<SseEvent> => ({
  [Symbol.asyncIterator]: () => {
    const source = interruptible(open(body))
    const events = read(source, options)
    return {
      next: () => events.next(),
      return: () => {
        source.stop(LEFT)
        return events.return(undefined)
      }
    }
  }
})

/** Why a read ended when the consumer left while it was pending. */
const LEFT = Symbol("left")

async function* read(source: Interruptible, options: IterateOptions): AsyncGenerator<SseEvent, undefined> {
  const { idleTimeout = 0, signal, terminal } = options
  const limit = idleTimeout > 0 && Number.isFinite(idleTimeout) ? idleTimeout : 0
  const parser = Parser.make(terminal)
  const onAbort = (): void => source.stop(signal?.reason)
  let timer: ReturnType<typeof setTimeout> | undefined
  signal?.addEventListener("abort", onAbort, { once: true })
  try {
    while (!parser.ended()) {
      signal?.throwIfAborted()
      if (limit > 0) timer ??= setTimeout(() => source.stop(idle(limit)), limit)
      const chunk = await source.read()
      if (chunk.done === true) {
        if (terminal !== undefined) throw cut()
        return
      }
      parser.push(chunk.value)
      const events = parser.take()
      if (events.length === 0) continue
      clearTimeout(timer)
      timer = undefined
      if (parser.ended()) await source.close()
      for (const event of events) {
        yield event
        signal?.throwIfAborted()
      }
    }
  } catch (error) {
    if (error !== LEFT) throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener("abort", onAbort)
    await source.close()
  }
}

interface Source {
  readonly read: () => Promise<Read>
  readonly close: () => Promise<unknown>
}

const END: Read = { done: true, value: undefined }

const open = (body: Body): Source => {
  const stream = "bodyUsed" in body ? body.body : body
  if (stream === null) return { read: async () => END, close: async () => undefined }
  if ("getReader" in stream) {
    const reader: ReadableStreamDefaultReader<Uint8Array> = stream.getReader()
    return {
      read: async () => {
        const chunk = await reader.read()
        return chunk.done ? END : chunk
      },
      close: () => reader.cancel()
    }
  }
  const iterator = stream[Symbol.asyncIterator]()
  return { read: () => iterator.next(), close: async () => iterator.return?.() }
}

interface Interruptible extends Source {
  /** Closes the source and makes a read that is pending, or the next one, reject with `reason`. */
  readonly stop: (reason: unknown) => void
}

/**
 * A source whose close does not wait for a read that may never end, and whose failure to close is nobody's concern:
 * what it had to say is said.
 */
const interruptible = (source: Source): Interruptible => {
  let stopped: { readonly reason: unknown } | undefined
  let closing: Promise<unknown> | undefined
  let reject: ((reason: unknown) => void) | undefined

  const close = (): Promise<unknown> => {
    closing ??= source.close().catch(() => undefined)
    return stopped === undefined ? closing : Promise.resolve()
  }
  return {
    close,
    stop: (reason) => {
      if (stopped !== undefined) return
      stopped = { reason }
      reject?.(reason)
      void close()
    },
    read: () =>
      new Promise((resolve, fail) => {
        if (stopped !== undefined) return fail(stopped.reason)
        reject = fail
        source.read().then((chunk) => {
          reject = undefined
          resolve(chunk)
        }, fail)
      })
  }
}

const idle = (milliseconds: number): StreamError =>
  new StreamError({
    platform: "sse",
    reason: "idle",
    message: `No event for ${milliseconds} ms. Connect again, or give a longer idleTimeout.`
  })

const cut = (): StreamError =>
  new StreamError({
    platform: "sse",
    reason: "cut",
    message: "The stream ended before its last event. Connect again; events may be missing."
  })
