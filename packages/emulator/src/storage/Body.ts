/**
 * The body of a request to the object storage as a stream, with the effects of a fault.
 *
 * @since 0.1.0
 */
import type { IncomingMessage, ServerResponse } from "node:http"
import type { Clock } from "../Clock.js"
import type { UploadFault } from "../Faults.js"
import * as Wire from "../internal/wire.js"

/**
 * The connection ended before the body was complete, by the client or by a fault. No answer is possible.
 *
 * @since 0.1.0
 * @category errors
 */
export class Gone extends Error {
  override readonly name = "Gone"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BodyOptions {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly fault: UploadFault
  readonly clock: Clock
  readonly signal: AbortSignal
}

const received = async function* (request: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of request) if (chunk instanceof Uint8Array) yield chunk
  } catch {
    throw new Gone("the client left")
  }
  if (!request.complete) throw new Gone("the client left")
}

const flipped = (chunk: Uint8Array, at: number): Uint8Array => {
  if (at < 0 || at >= chunk.length) return chunk
  const copy = Uint8Array.from(chunk)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

const paced = async function* (
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  wait: () => Promise<void>
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += size) {
      yield chunk.subarray(at, at + size)
      await wait()
    }
  }
}

/**
 * The bytes of a request as they arrive. Fails with `Gone`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const bodyOf = async function* (options: BodyOptions): AsyncGenerator<Uint8Array> {
  const { clock, fault, request, response, signal } = options
  const { drip } = fault
  const source = received(request)
  const chunks =
    drip === undefined
      ? source
      : paced(source, Math.max(1, Math.floor(drip.bytes)), () => clock.sleep(drip.every, signal))
  const end = fault.reset ?? fault.stall
  let at = 0
  const cut = async (): Promise<never> => {
    if (fault.reset !== undefined) Wire.reset(response)
    else await Wire.stall(response, signal)
    throw new Gone("a fault ended the upload")
  }
  if (end === 0) await cut()
  for await (const chunk of chunks) {
    if (end !== undefined && at + chunk.length >= end) await cut()
    yield fault.corrupt === undefined ? chunk : flipped(chunk, fault.corrupt - at)
    at += chunk.length
  }
}

/**
 * A whole body as text. `undefined`: longer than `most` bytes.
 *
 * @since 0.1.0
 * @category constructors
 */
export const textOf = async (chunks: AsyncIterable<Uint8Array>, most: number): Promise<string | undefined> => {
  const kept: Array<Uint8Array> = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size <= most) kept.push(chunk)
  }
  return size <= most ? Buffer.concat(kept).toString("utf8") : undefined
}
