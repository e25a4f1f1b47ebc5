/**
 * The bytes of one response, between undici's callbacks and whoever reads them.
 */
import type { Dispatcher } from "undici"

/** Bytes kept before the socket is paused. */
const highWaterMark = 64 * 1024

/** Ends the exchange and destroys its socket. */
export type Destroy = (reason: Error) => void

/** Why a socket was destroyed on purpose; with the code Node gives to aborted operations. */
export const abortReason = (message: string): Error => Object.assign(new Error(message), { code: "ABORT_ERR" })

/**
 * Bodies nobody has begun to read. Without it an abandoned response would hold its socket for ever; one timer serves
 * all of them and runs only while there are any. A body is destroyed after one to two periods.
 */
export class UnreadBodies {
  private readonly young = new Set<IncomingBody>()
  private readonly old = new Set<IncomingBody>()
  private timer: NodeJS.Timeout | undefined
  private readonly period: number

  /** Milliseconds; 0 keeps abandoned bodies until the pool is closed. */
  constructor(period: number) {
    this.period = period
  }

  add(body: IncomingBody): void {
    this.young.add(body)
    if (this.timer === undefined && this.period > 0) {
      this.timer = setInterval(() => this.sweep(), this.period)
      this.timer.unref()
    }
  }

  delete(body: IncomingBody): void {
    if (!this.young.delete(body)) this.old.delete(body)
  }

  close(): void {
    clearInterval(this.timer)
    this.timer = undefined
    for (const body of [...this.young, ...this.old]) body.abort()
  }

  private sweep(): void {
    for (const body of [...this.old]) body.abort()
    for (const body of this.young) this.old.add(body)
    this.young.clear()
    if (this.old.size === 0) {
      clearInterval(this.timer)
      this.timer = undefined
    }
  }
}

export class IncomingBody {
  ended = false
  failed = false
  /** Meaningful when `failed`. */
  cause: unknown = undefined
  /** Someone reads, or has read, the body. */
  claimed = false
  /** Called on every change until it is replaced. */
  onChange: (() => void) | undefined = undefined
  private chunks: Array<Uint8Array> = []
  private size = 0
  private limit = highWaterMark
  private readonly controller: Dispatcher.DispatchController
  private readonly destroy: Destroy
  private readonly unread: UnreadBodies

  constructor(controller: Dispatcher.DispatchController, destroy: Destroy, unread: UnreadBodies) {
    this.controller = controller
    this.destroy = destroy
    this.unread = unread
    unread.add(this)
  }

  push(chunk: Uint8Array): void {
    if (this.failed) return
    this.chunks.push(chunk)
    this.size += chunk.byteLength
    if (this.size >= this.limit) this.controller.pause()
    this.onChange?.()
  }

  end(): void {
    if (this.failed) return
    this.ended = true
    this.settle()
  }

  fail(cause: unknown): void {
    if (this.failed || this.ended) return
    this.failed = true
    this.cause = cause
    this.settle()
  }

  /** Destroys the socket unless the body has ended. */
  abort(): void {
    if (this.ended || this.failed) return
    const reason = abortReason("The body was given up before its end")
    this.chunks = []
    this.fail(reason)
    this.destroy(reason)
  }

  claim(): void {
    this.claimed = true
    this.unread.delete(this)
  }

  /** From here on nothing is held back: the reader wants the whole body in memory. */
  collect(): void {
    this.limit = Number.POSITIVE_INFINITY
    this.controller.resume()
  }

  get isEmpty(): boolean {
    return this.chunks.length === 0
  }

  /** Takes what is there and lets more come. */
  take(): Array<Uint8Array> {
    const taken = this.chunks
    this.chunks = []
    this.size = 0
    if (!this.ended && !this.failed) this.controller.resume()
    return taken
  }

  private settle(): void {
    this.unread.delete(this)
    this.onChange?.()
  }
}
