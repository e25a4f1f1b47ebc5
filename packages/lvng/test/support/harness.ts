/** LVNG clients over real sockets: against scripts of faults, and against the emulator. */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { Emulator } from "@trilum/emulator"
import * as FaultServer from "@trilum/testing/FaultServer"
import { turn } from "@trilum/testing/harness"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import { Lvng, type Options } from "../../src/Lvng.js"

/** Of the documented form. */
export const key = "lvng_sk_live_0123456789abcdef0123456789abcdef"

export const apiKey = Redacted.make(key)

/** An unsigned token with these claims; real servers sign theirs, which clients cannot check. */
export const tokenOf = (claims: object): string =>
  ["{}", JSON.stringify(claims), "signature"].map((part) => Buffer.from(part).toString("base64url")).join(".")

export const jwt = Redacted.make(tokenOf({ userId: "u1", email: "ada@example.com" }))

export interface Harness {
  readonly lvng: Lvng.Service
  readonly server: FaultServer.FaultServer
}

/** A client of any server, on a transport of its own. */
export const client = (
  baseUrl: string,
  options: Partial<Options> = {},
  transport: Layer.Layer<HttpClient.HttpClient> = DefaultTransport.layer
): Effect.Effect<Lvng.Service, never, Scope.Scope> =>
  Effect.gen(function* () {
    const context = yield* Layer.build(transport)
    const credential = options.jwt === undefined ? { apiKey } : {}
    return yield* Lvng.make({ ...credential, baseUrl, ...options }).pipe(Effect.provide(context), Effect.orDie)
  })

/** Without a time limit for attempts and without jitter, so that the only waits are exact ones. */
export const make = (
  script: FaultServer.Script,
  { retry, ...options }: Partial<Options> = {}
): Effect.Effect<Harness, never, Scope.Scope> =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(script)
    const lvng = yield* client(server.url, {
      timeout: Duration.infinity,
      retry: retry === false ? false : { jitter: "none", ...retry },
      ...options
    })
    return { lvng, server }
  })

/** An emulator that answers at once, and a client of it. */
export const emulated = (options: Partial<Options> = {}, emulator: Parameters<typeof Emulator.make>[0] = {}) =>
  Effect.gen(function* () {
    const running = yield* Effect.orDie(Emulator.make({ pace: 0, ...emulator }))
    return { emulator: running, lvng: yield* client(running.urls.lvng, options) }
  })

/** The text of a chat stream on the wire. */
export const events = (...all: ReadonlyArray<readonly [event: string, data: unknown]>): string =>
  all.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join("")

export const delta = (text: string): readonly [string, unknown] => ["text_delta", { delta: text }]

export const done: readonly [string, unknown] = ["done", {}]

/** Waits until a fiber sleeps for exactly so many milliseconds, and lets them pass. */
export const passSleep = (millis: number): Effect.Effect<void> =>
  Effect.gen(function* () {
    const until = (yield* Clock.currentTimeMillis) + millis
    while (!Chunk.contains(yield* TestClock.sleeps(), until)) yield* turn
    yield* TestClock.adjust(millis)
  })
