/** A Lumnis client over real sockets whose requests are recorded with the time of the test clock. */
import * as HttpClient from "@effect/platform/HttpClient"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import { Lumnis, type Options } from "../../src/Lumnis.js"

export const apiKey = "lmn_live_canary_9f8e7d6c5b4a39281706"

export interface Harness {
  readonly lumnis: Lumnis.Service
  readonly server: FaultServer.FaultServer
  /** Clock time of each request, in milliseconds, in order. */
  readonly times: ReadonlyArray<number>
}

export const make = (
  script: FaultServer.Script,
  options: Partial<Options> = {}
): Effect.Effect<Harness, never, Scope.Scope> =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(script)
    const times: Array<number> = []
    const context = yield* Layer.build(DefaultTransport.layer)
    const http = HttpClient.tapRequest(yield* Effect.provide(HttpClient.HttpClient, context), () =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        times.push(now)
      })
    )
    const lumnis = yield* Lumnis.make({
      apiKey: Redacted.make(apiKey),
      baseUrl: server.url,
      retry: { jitter: "none" },
      ...options
    }).pipe(Effect.provideService(HttpClient.HttpClient, http), Effect.orDie)
    return { lumnis, server, times }
  })

/** Gives the event loop a turn, so that what arrived on a socket is handled. */
export const turn: Effect.Effect<void> = Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))

/** Waits until a fiber sleeps for exactly `millis` from now. */
export const awaitSleep = (millis: number): Effect.Effect<void> =>
  Effect.gen(function* () {
    const until = (yield* Clock.currentTimeMillis) + millis
    while (!Chunk.contains(yield* TestClock.sleeps(), until)) yield* turn
  })

/** Waits until a fiber sleeps for exactly `millis`, and lets all but the last of them pass, then the last. */
export const passSleep = (millis: number): Effect.Effect<void> =>
  Effect.gen(function* () {
    yield* awaitSleep(millis)
    yield* TestClock.adjust(millis - 1)
    yield* TestClock.adjust(1)
  })

export const ids = {
  response: "5d78192b-fb46-4080-a131-95509ccbc608",
  thread: "b2ae134c-6803-4879-92ba-87e3f46edc62",
  tenant: "7ed13659-53d8-428d-b86b-566790261c94"
}

export const created = (status = "queued") =>
  FaultServer.json({
    response_id: ids.response,
    thread_id: ids.thread,
    tenant_id: ids.tenant,
    status,
    created_at: "2025-09-14T19:24:28.100000+00:00"
  })

export interface WireEntry {
  readonly state: string
  readonly message: string
  readonly tool_calls?: ReadonlyArray<{ readonly name: string; readonly args?: object }> | null
  readonly output_text?: string | null
}

/** A response body as the server writes it. */
export const state = (
  status: string,
  progress: ReadonlyArray<WireEntry> | null = [],
  more: Readonly<Record<string, unknown>> = {}
) =>
  FaultServer.json({
    response_id: ids.response,
    thread_id: ids.thread,
    tenant_id: ids.tenant,
    status,
    progress: progress?.map((entry, index) => ({ ts: `2025-09-14T19:24:${30 + index}+00:00`, ...entry })) ?? null,
    created_at: "2025-09-14T19:24:28.100000+00:00",
    ...more
  })

export const done = (more: Readonly<Record<string, unknown>> = {}) =>
  state("succeeded", [{ state: "completed", message: "Response completed successfully." }], {
    output_text: "Done.",
    completed_at: "2025-09-14T19:28:01+00:00",
    ...more
  })
