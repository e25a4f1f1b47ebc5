/**
 * Writes an answer to the socket, with the effects of a fault.
 */
import type { ServerResponse } from "node:http"
import { setTimeout as wallClock } from "node:timers/promises"
import type { Clock } from "../Clock.js"
import type { Fault } from "../Faults.js"
import type { Reply } from "../Reply.js"
import * as Json from "./json.js"

type Chunks = AsyncIterable<Uint8Array>

const encoder = new TextEncoder()

const once = async function* (bytes: Uint8Array): Chunks & AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
}

const encoded = async function* (parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield typeof part === "string" ? encoder.encode(part) : part
}

const limited = async function* (chunks: Chunks, most: number): AsyncGenerator<Uint8Array> {
  let left = most
  for await (const chunk of chunks) {
    if (left <= 0) return
    yield chunk.subarray(0, left)
    left -= chunk.length
  }
}

const flipped = async function* (chunks: Chunks, at: number): AsyncGenerator<Uint8Array> {
  let before = 0
  for await (const chunk of chunks) {
    const index = at - before
    before += chunk.length
    if (index < 0 || index >= chunk.length) yield chunk
    else {
      const copy = Uint8Array.from(chunk)
      copy[index] = (copy[index] ?? 0) ^ 0xff
      yield copy
    }
  }
}

const pieces = async function* (chunks: Chunks, size: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size)
  }
}

interface Source {
  readonly chunks: Chunks
  readonly contentType: string | undefined
  readonly length: number | undefined
}

const sourceOf = (reply: Reply): Source => {
  switch (reply.body.kind) {
    case "empty":
      return { chunks: once(new Uint8Array()), contentType: undefined, length: 0 }
    case "json": {
      const bytes = encoder.encode(Json.stringify(reply.body.value))
      return { chunks: once(bytes), contentType: "application/json", length: bytes.length }
    }
    case "bytes":
      return { chunks: once(reply.body.bytes), contentType: reply.body.contentType, length: reply.body.bytes.length }
    case "stream":
      return { chunks: reply.body.chunks, contentType: reply.body.contentType, length: reply.body.length }
    case "events":
      return { chunks: encoded(reply.body.events), contentType: "text/event-stream; charset=utf-8", length: undefined }
  }
}

const write = (response: ServerResponse, chunk: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    if (response.destroyed) return resolve()
    const done = (): void => {
      response.off("drain", done)
      response.off("close", done)
      resolve()
    }
    if (response.write(chunk)) return resolve()
    response.on("drain", done)
    response.on("close", done)
  })

const closed = (response: ServerResponse, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (response.destroyed || signal.aborted) return resolve()
    response.once("close", resolve)
    signal.addEventListener("abort", () => resolve(), { once: true })
  })

/** Time for bytes already written to be read before a reset discards what the peer has not read yet. */
const settle = 25

/**
 * Resets the connection.
 */
export const reset = (response: ServerResponse): void => {
  response.socket?.resetAndDestroy()
}

/**
 * Keeps the connection open without sending, until the client disconnects or `signal` aborts.
 */
export const stall = async (response: ServerResponse, signal: AbortSignal): Promise<void> => {
  await closed(response, signal)
  response.destroy()
}

/** The offset at which a fault resets or stalls the body. */
const cutAt = (fault: Fault): number | undefined => {
  if (typeof fault.reset === "number") return fault.reset
  return typeof fault.stall === "number" ? fault.stall : undefined
}

const shaped = (source: Source, fault: Fault): Chunks => {
  const good = fault.corrupt === undefined ? source.chunks : flipped(source.chunks, fault.corrupt)
  const whole = fault.truncate === undefined ? good : limited(good, fault.truncate)
  const cut = cutAt(fault)
  const kept = cut === undefined ? whole : limited(whole, cut)
  const size = fault.drip?.bytes ?? fault.split
  return size === undefined ? kept : pieces(kept, Math.max(1, Math.floor(size)))
}

/**
 * Sends an answer. Resolves when it is written to the socket, or the socket is closed.
 */
export const send = async (
  response: ServerResponse,
  reply: Reply,
  options: {
    readonly headers: Readonly<Record<string, string>>
    readonly fault: Fault
    readonly clock: Clock
    readonly signal: AbortSignal
    readonly bodiless: boolean
  }
): Promise<void> => {
  const { clock, fault, signal } = options
  const source = sourceOf(reply)
  const headers: Record<string, string> = { ...options.headers }
  if (source.contentType !== undefined) headers["content-type"] = source.contentType
  Object.assign(headers, reply.headers)
  const length = source.length === undefined ? undefined : Math.min(source.length, fault.truncate ?? source.length)
  const silent = reply.status === 204 || reply.status === 304
  if (length !== undefined && !silent) headers["content-length"] = String(length)
  response.writeHead(reply.status, headers)
  if (options.bodiless || silent) {
    response.end()
    return
  }
  const gradual = source.length === undefined || fault.split !== undefined || fault.drip !== undefined
  if (gradual || cutAt(fault) !== undefined) response.flushHeaders()
  for await (const chunk of shaped(source, fault)) {
    if (response.destroyed) return
    await write(response, chunk)
    if (fault.drip !== undefined) await clock.sleep(fault.drip.every, signal)
    else if (fault.split !== undefined) await new Promise((resolve) => setImmediate(resolve))
  }
  if (typeof fault.reset === "number") {
    await wallClock(settle)
    return reset(response)
  }
  if (typeof fault.stall === "number") return stall(response, signal)
  response.end()
}
