/**
 * A scripted HTTP/1.1 server on a real loopback socket. It answers what the script says, records every request and
 * counts sockets; everything a test may wait for is an awaitable, so no test has to sleep.
 */

import * as Http from "node:http"
import * as Https from "node:https"
import type { AddressInfo, Socket } from "node:net"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

export interface RecordedRequest {
  /** Position among all requests of the server, from 0. */
  readonly index: number
  readonly method: string
  /** Path and query as they stood in the request line. */
  readonly url: string
  /** Lower-case names; repeated values joined as node:http joins them. */
  readonly headers: Http.IncomingHttpHeaders
  /** Names and values alternating, with the case and order of the wire. */
  readonly rawHeaders: ReadonlyArray<string>
  /** Bytes received so far; complete once `complete` is true. */
  readonly body: Uint8Array
  readonly text: string
  readonly complete: boolean
  /** The whole answer has been handed to the operating system. */
  readonly answered: boolean
  /** Same number, same socket; from 0 in order of connection. */
  readonly socketId: number
  /** The body parsed as JSON. */
  readonly json: () => unknown
}

export type HeadersInput = Readonly<Record<string, string | number | ReadonlyArray<string>>>

export interface ResponseHead {
  readonly status?: number | undefined
  readonly headers?: HeadersInput | undefined
}

export interface ResponseOptions extends ResponseHead {
  readonly body?: string | Uint8Array | undefined
  /** Sends the body chunked, without Content-Length. */
  readonly chunked?: boolean | undefined
}

/**
 * - `response`: a whole answer
 * - `cut`: head with the Content-Length of the whole body and its first `bytes` bytes, then `then` (after `when`)
 * - `controlled`: head, then what the test pushes into the {@link Channel}
 * - `raw`: these bytes on the socket, then its end
 * - `reset`: RST before any byte; `close`: FIN before any byte; `never`: no answer, the socket stays open
 * - `after`: waits for the signal, then gives the answer
 */
export type Answer =
  | { readonly _tag: "response"; readonly head: ResponseHead; readonly body: Uint8Array; readonly chunked: boolean }
  | {
      readonly _tag: "cut"
      readonly head: ResponseHead
      readonly body: Uint8Array
      readonly bytes: number
      readonly then: "reset" | "close" | "stall"
      readonly when: PromiseLike<unknown> | undefined
    }
  | { readonly _tag: "controlled"; readonly head: ResponseHead; readonly channel: Channel }
  | { readonly _tag: "raw"; readonly bytes: Uint8Array }
  | { readonly _tag: "reset" }
  | { readonly _tag: "close" }
  | { readonly _tag: "never" }
  | { readonly _tag: "after"; readonly signal: PromiseLike<unknown>; readonly answer: Answer }

/** A list answers in order and says 418 once it is used up, so an unexpected request shows. */
export type Script = ReadonlyArray<Answer> | ((request: RecordedRequest, index: number) => Answer | Promise<Answer>)

const toBytes = (body: string | Uint8Array | undefined): Uint8Array =>
  body === undefined ? new Uint8Array(0) : typeof body === "string" ? Buffer.from(body) : body

// Constructors of answers

export const respond = (status: number, options?: Omit<ResponseOptions, "status">): Answer => ({
  _tag: "response",
  head: { status, headers: options?.headers },
  body: toBytes(options?.body),
  chunked: options?.chunked ?? false
})

export const json = (value: unknown, options?: ResponseHead): Answer =>
  respond(options?.status ?? 200, {
    headers: { "content-type": "application/json", ...options?.headers },
    body: JSON.stringify(value)
  })

export const text = (body: string, options?: ResponseHead): Answer =>
  respond(options?.status ?? 200, { headers: { "content-type": "text/plain", ...options?.headers }, body })

export const redirect = (location: string, status = 302, options?: Omit<ResponseOptions, "status">): Answer =>
  respond(status, { ...options, headers: { location, ...options?.headers } })

/** A whole event stream in one answer: already encoded text, e.g. `"data: 1\n\n"`. */
export const sse = (body: string, options?: ResponseHead): Answer =>
  respond(options?.status ?? 200, {
    headers: { "content-type": "text/event-stream", ...options?.headers },
    body,
    chunked: true
  })

/** A body the test writes while the client reads. */
export const controlled = (channel: Channel, options?: ResponseHead): Answer => ({
  _tag: "controlled",
  head: options ?? {},
  channel
})

/** As {@link controlled}, as `text/event-stream`. */
export const controlledSse = (channel: Channel, options?: ResponseHead): Answer =>
  controlled(channel, {
    status: options?.status,
    headers: { "content-type": "text/event-stream", ...options?.headers }
  })

export interface CutOptions extends ResponseHead {
  readonly body: string | Uint8Array
  /** The fault waits for this; without it, it follows the bytes at once and a reset may overtake them. */
  readonly when?: PromiseLike<unknown> | undefined
}

const cut = (then: "reset" | "close" | "stall", bytes: number, options: CutOptions): Answer => ({
  _tag: "cut",
  head: options,
  body: toBytes(options.body),
  bytes,
  then,
  when: options.when
})

/** The first `bytes` bytes of the body, then RST. */
export const resetAfter = (bytes: number, options: CutOptions): Answer => cut("reset", bytes, options)

/** The first `bytes` bytes of the body, then FIN: every byte arrives, the Content-Length is not met. */
export const closeAfter = (bytes: number, options: CutOptions): Answer => cut("close", bytes, options)

/** The first `bytes` bytes of the body, then silence on an open socket. */
export const stallAfter = (bytes: number, options: CutOptions): Answer => cut("stall", bytes, options)

export const garbage = (bytes: string | Uint8Array = "\u0001\u0002not http at all\r\n\r\n"): Answer => ({
  _tag: "raw",
  bytes: toBytes(bytes)
})

export const reset: Answer = { _tag: "reset" }

export const close: Answer = { _tag: "close" }

export const never: Answer = { _tag: "never" }

/** Latency that ends with a signal: `after(gate.opened, json(...))`. */
export const after = (signal: PromiseLike<unknown>, answer: Answer): Answer => ({ _tag: "after", signal, answer })

/** A signal the test gives. */
export interface Gate {
  readonly opened: Promise<void>
  readonly open: () => void
}

export const gate = (): Gate => {
  let open: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** The test's end of a {@link controlled} body; what is pushed before the request arrives waits for it. */
export interface Channel {
  readonly push: (chunk: string | Uint8Array) => void
  /** Ends the body as HTTP ends it. */
  readonly end: () => void
  /** RST. */
  readonly reset: () => void
  /** FIN without the end of the body. */
  readonly close: () => void
  /** The client's socket is gone, or the body has ended. */
  readonly closed: Effect.Effect<void>
}

interface AttachedChannel extends Channel {
  readonly attach: (response: Http.ServerResponse) => void
}

const isAttached = (channel: Channel): channel is AttachedChannel => "attach" in channel

export const channel = (): Channel => {
  const queue: Array<(response: Http.ServerResponse) => void> = []
  let target: Http.ServerResponse | undefined
  const closed = gate()
  const offer = (f: (response: Http.ServerResponse) => void): void => {
    if (target === undefined) queue.push(f)
    else f(target)
  }
  const attached: AttachedChannel = {
    push: (chunk) => offer((response) => response.write(chunk)),
    end: () => offer((response) => response.end()),
    reset: () => offer((response) => response.socket?.resetAndDestroy()),
    close: () => offer((response) => response.socket?.destroy()),
    closed: Effect.promise(() => closed.opened),
    attach: (response) => {
      target = response
      response.on("close", closed.open)
      for (const f of queue.splice(0)) f(response)
    }
  }
  return attached
}

export interface FaultServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** All requests so far, in order of their heads. */
  readonly requests: ReadonlyArray<RecordedRequest>
  readonly openSockets: number
  readonly maxOpenSockets: number
  readonly closedSockets: number
  readonly totalSockets: number
  /** Waits until at least `n` requests have arrived with their bodies and gives all of them. */
  readonly awaitRequests: (n: number) => Effect.Effect<ReadonlyArray<RecordedRequest>>
  /** As {@link awaitRequests}, when only their heads have arrived. */
  readonly awaitRequestHeads: (n: number) => Effect.Effect<ReadonlyArray<RecordedRequest>>
  /** Waits until at least `n` sockets have been closed since the start. */
  readonly awaitClosedSockets: (n: number) => Effect.Effect<void>
  /** Waits until exactly `n` sockets are open. */
  readonly awaitOpenSockets: (n: number) => Effect.Effect<void>
  /** Waits until request `index` has been answered to its last byte. */
  readonly awaitAnswered: (index: number) => Effect.Effect<void>
  /** Waits until the body of request `index` holds at least `bytes` bytes. */
  readonly awaitBodyBytes: (index: number, bytes: number) => Effect.Effect<RecordedRequest>
  /** RST on every open socket, as a crashed server would. */
  readonly resetAllSockets: Effect.Effect<void>
}

export interface Options {
  /** When the script is asked: after the whole request body (default) or as soon as the head is there. */
  readonly answerAt?: "body" | "head" | undefined
  /** `false` leaves request bodies unread, so that the client meets backpressure. Implies `answerAt: "head"`. */
  readonly readBody?: boolean | undefined
  /** Serves https with this PEM pair. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined
}

class Recorded implements RecordedRequest {
  readonly index: number
  readonly method: string
  readonly url: string
  readonly headers: Http.IncomingHttpHeaders
  readonly rawHeaders: ReadonlyArray<string>
  readonly socketId: number
  readonly chunks: Array<Uint8Array> = []
  complete = false
  answered = false

  constructor(index: number, socketId: number, request: Http.IncomingMessage) {
    this.index = index
    this.socketId = socketId
    this.method = request.method ?? ""
    this.url = request.url ?? ""
    this.headers = request.headers
    this.rawHeaders = request.rawHeaders
  }

  get body(): Uint8Array {
    return Buffer.concat(this.chunks)
  }

  get text(): string {
    return Buffer.concat(this.chunks).toString("utf8")
  }

  json = (): unknown => JSON.parse(this.text)
}

const writeHead = (response: Http.ServerResponse, head: ResponseHead, extra?: Record<string, number>): void => {
  const headers: Record<string, string | number | Array<string>> = { ...extra }
  for (const [name, value] of Object.entries(head.headers ?? {})) {
    headers[name] = typeof value === "object" ? [...value] : value
  }
  response.writeHead(head.status ?? 200, headers)
}

const give = async (answer: Answer, response: Http.ServerResponse): Promise<void> => {
  const socket = response.socket
  switch (answer._tag) {
    case "after": {
      await answer.signal
      return give(answer.answer, response)
    }
    case "response": {
      const status = answer.head.status ?? 200
      const bodiless = status === 204 || status === 304 || answer.chunked
      writeHead(response, answer.head, bodiless ? undefined : { "content-length": answer.body.byteLength })
      response.end(answer.body)
      return
    }
    case "cut": {
      writeHead(response, answer.head, { "content-length": answer.body.byteLength })
      response.flushHeaders()
      const fault = async (): Promise<void> => {
        await answer.when
        if (answer.then === "reset") socket?.resetAndDestroy()
        if (answer.then === "close") socket?.end(() => socket.destroy())
      }
      response.write(answer.body.subarray(0, answer.bytes), () => void fault())
      return
    }
    case "controlled": {
      writeHead(response, answer.head)
      response.flushHeaders()
      if (isAttached(answer.channel)) answer.channel.attach(response)
      return
    }
    case "raw": {
      socket?.end(answer.bytes)
      return
    }
    case "reset": {
      socket?.resetAndDestroy()
      return
    }
    case "close": {
      socket?.destroy()
      return
    }
    case "never": {
      return
    }
  }
}

const start = async (
  script: Script,
  options: Options
): Promise<FaultServer & { readonly stop: () => Promise<void> }> => {
  const requests: Array<Recorded> = []
  const sockets = new Map<Socket, number>()
  const waiters = new Set<() => void>()
  let total = 0
  let closed = 0
  let maxOpen = 0

  const changed = (): void => {
    for (const check of [...waiters]) check()
  }
  const awaitUntil = <A>(read: () => A | undefined): Effect.Effect<A> =>
    Effect.async<A>((resume) => {
      const check = (): void => {
        const value = read()
        if (value === undefined) return
        waiters.delete(check)
        resume(Effect.succeed(value))
      }
      waiters.add(check)
      check()
      return Effect.sync(() => waiters.delete(check))
    })

  const readBody = options.readBody ?? true
  const answerAt = readBody ? (options.answerAt ?? "body") : "head"
  const answerOf = async (request: Recorded): Promise<Answer> => {
    try {
      if (typeof script === "function") return await script(request, request.index)
      return script[request.index] ?? text(`The script has no answer for request ${request.index}`, { status: 418 })
    } catch (error) {
      return text(`The script threw: ${String(error)}`, { status: 418 })
    }
  }

  const onRequest = (message: Http.IncomingMessage, response: Http.ServerResponse): void => {
    const request = new Recorded(requests.length, sockets.get(message.socket) ?? -1, message)
    requests.push(request)
    const answer = async (): Promise<void> => give(await answerOf(request), response)
    message.on("error", () => {})
    response.on("error", () => {})
    response.on("finish", () => {
      request.answered = true
      changed()
    })
    if (readBody) {
      message.on("data", (chunk: Uint8Array) => {
        request.chunks.push(chunk)
        changed()
      })
      message.on("end", () => {
        request.complete = true
        changed()
        if (answerAt === "body") void answer()
      })
    }
    changed()
    if (answerAt === "head") void answer()
  }

  const server = options.tls === undefined ? Http.createServer(onRequest) : Https.createServer(options.tls, onRequest)
  server.keepAliveTimeout = 0
  server.headersTimeout = 0
  server.requestTimeout = 0
  server.timeout = 0
  server.on("clientError", (_error, socket) => socket.destroy())
  server.on(options.tls === undefined ? "connection" : "secureConnection", (socket: Socket) => {
    sockets.set(socket, total++)
    maxOpen = Math.max(maxOpen, sockets.size)
    socket.on("error", () => {})
    socket.on("close", () => {
      sockets.delete(socket)
      closed += 1
      changed()
    })
    changed()
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", resolve)
  })
  const { port } = server.address() as AddressInfo

  return {
    url: `${options.tls === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    port,
    requests,
    get openSockets() {
      return sockets.size
    },
    get maxOpenSockets() {
      return maxOpen
    },
    get closedSockets() {
      return closed
    },
    get totalSockets() {
      return total
    },
    awaitRequests: (n) =>
      awaitUntil(() => (requests.filter((request) => request.complete).length >= n ? requests : undefined)),
    awaitRequestHeads: (n) => awaitUntil(() => (requests.length >= n ? requests : undefined)),
    awaitClosedSockets: (n) => Effect.asVoid(awaitUntil(() => (closed >= n ? true : undefined))),
    awaitOpenSockets: (n) => Effect.asVoid(awaitUntil(() => (sockets.size === n ? true : undefined))),
    awaitAnswered: (index) => Effect.asVoid(awaitUntil(() => (requests[index]?.answered === true ? true : undefined))),
    awaitBodyBytes: (index, bytes) =>
      awaitUntil(() => {
        const request = requests[index]
        return request !== undefined && request.body.byteLength >= bytes ? request : undefined
      }),
    resetAllSockets: Effect.sync(() => {
      for (const socket of sockets.keys()) socket.resetAndDestroy()
    }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets.keys()) socket.destroy()
      })
  }
}

/**
 * Starts a server for the life of the scope.
 *
 * ```ts
 * it.scoped("retries a 503", () =>
 *   Effect.gen(function*() {
 *     const server = yield* FaultServer.make([FaultServer.respond(503), FaultServer.json({ ok: true })])
 *     // ... call server.url
 *     const [first, second] = yield* server.awaitRequests(2)
 *   }))
 * ```
 */
export const make = (script: Script, options: Options = {}): Effect.Effect<FaultServer, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.promise(() => start(script, options)),
    (server) => Effect.promise(server.stop)
  )

/** A port of the loopback interface nobody listens on. */
export const refusedPort: Effect.Effect<number> = Effect.promise(
  () =>
    new Promise<number>((resolve) => {
      const server = Http.createServer()
      server.listen(0, "127.0.0.1", () => {
        const { port } = server.address() as AddressInfo
        server.close(() => resolve(port))
      })
    })
)
