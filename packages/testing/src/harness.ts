/**
 * Hand-made operations and clients for tests against a FaultServer.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import { it } from "@effect/vitest"
import * as ApiClient from "@trilum/core/ApiClient"
import * as Credential from "@trilum/core/Credential"
import * as NodeTransport from "@trilum/core/node/NodeTransport"
import type * as Operation from "@trilum/core/Operation"
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import type * as Retry from "@trilum/core/Retry"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import type { FaultServer } from "./FaultServer.js"

export const nodeLayer: Layer.Layer<HttpClient.HttpClient> = NodeTransport.layer()

type Transport = readonly [string, Layer.Layer<HttpClient.HttpClient>]

const wrapped = (wrap: (client: HttpClient.HttpClient) => HttpClient.HttpClient): Layer.Layer<HttpClient.HttpClient> =>
  Layer.provide(Layer.effect(HttpClient.HttpClient, Effect.map(HttpClient.HttpClient, wrap)), nodeLayer)

/** Keeps what goes through it, as a user's own recorder does. */
const recorded = (client: HttpClient.HttpClient): HttpClient.HttpClient => {
  const seen: Array<HttpClientRequest.HttpClientRequest | HttpClientResponse.HttpClientResponse> = []
  return client.pipe(
    HttpClient.tapRequest((request) => Effect.sync(() => seen.push(request))),
    HttpClient.tap((response) => Effect.sync(() => seen.push(response)))
  )
}

/**
 * The clients that every suite of faults, timeouts, leaks, uploads and downloads runs over. What only some of them can
 * do:
 *
 * | | NodeTransport, bare or wrapped | `layerUndici` | `FetchHttpClient` |
 * |---|---|---|---|
 * | length of a streamed body | sent | sent | not sent: `ObjectTransfer` collects the body, `multipart` goes chunked |
 * | bounded wait for a connection | yes | no | no |
 * | 204 with a body, `100 Continue` | a success | a `TransportError` | a `TransportError` |
 * | sockets in a handshake | destroyed at once | after the connect timeout | after the connect timeout |
 * | `stream` of an empty body | ends | never ends (not run, see `discardBody`) | ends |
 * | `content-encoding` without being asked | decoded | not decoded | decoded |
 * | multipart of `Blob`s and texts | sent | not sent: undici does not take the `FormData` of Node | sent |
 * | redirect that is not followed | the response | the response | the response; status 0 in browsers |
 */
export const transports: readonly [Transport, Transport, Transport, Transport, Transport] = [
  ["NodeTransport", nodeLayer],
  ["NodeTransport under mapRequest", wrapped(HttpClient.mapRequest(HttpClientRequest.setHeader("x-wrapped", "1")))],
  ["NodeTransport under a recorder", wrapped(recorded)],
  ["layerUndici", NodeHttpClient.layerUndici],
  ["FetchHttpClient", FetchHttpClient.layer]
]

export const key = "lmn_live_canary0123456789abcdef"

export const bearer = Credential.bearer(Redacted.make(key))

/** Waits 100, 200, 400 ms. */
export const plainRetry: Partial<Retry.Policy> = { jitter: "none", baseDelay: 100, maxRetries: 3 }

export type Thing = { readonly id: string; readonly kind: string; readonly tags?: ReadonlyArray<string> | null }

export const thing = ResponseSchema.struct<Thing>({
  id: ResponseSchema.string,
  kind: ResponseSchema.openEnum(["big", "small"]),
  tags: ResponseSchema.optional(ResponseSchema.array(ResponseSchema.string))
})

const defaults = {
  id: "getThing",
  platform: "acme",
  resource: "things",
  name: "get",
  method: "GET",
  path: "/v1/things/{thing_id}",
  response: "json",
  prepare: false
} as const

/** An operation, `GET /v1/things/{thing_id}` where it says nothing else. */
export const operation = <A, const O extends Partial<Omit<Operation.Operation<A>, "success">>>(
  success: Operation.Operation<A>["success"],
  rest: O
): Omit<typeof defaults, keyof O> & O & { readonly success: Operation.Operation<A>["success"] } => ({
  ...defaults,
  ...rest,
  success
})

export const getThing = operation(thing, {})

export const createThing = operation(thing, {
  id: "createThing",
  name: "create",
  method: "POST",
  path: "/v1/things",
  body: "json",
  query: ["dry_run"],
  headers: ["X-Workspace"],
  idempotencyKey: true
})

export const deleteThing = operation(ResponseSchema.none, {
  id: "deleteThing",
  name: "delete",
  method: "DELETE",
  response: "none"
})

export const download = operation(ResponseSchema.none, {
  id: "download",
  name: "download",
  path: "/v1/files/{id}",
  response: "bytes"
})

export const watch = operation(ResponseSchema.none, {
  id: "watch",
  name: "watch",
  path: "/v1/things/{id}/events",
  response: "events"
})

export const upload = operation(thing, {
  id: "upload",
  name: "upload",
  method: "POST",
  path: "/v1/files",
  body: "multipart"
})

/** Without a time limit for attempts, so that the only waits are those before repeats. */
export const client = (server: Pick<FaultServer, "url">, options: Partial<ApiClient.ClientOptions> = {}) =>
  Effect.orDie(
    ApiClient.make({
      platform: "acme",
      baseUrl: server.url,
      credential: bearer,
      retry: plainRetry,
      timeout: Duration.infinity,
      ...options
    })
  )

/** One test for each transport, but for those that cannot do it by the table of {@link transports}. */
export const each = (
  name: string,
  test: () => Effect.Effect<unknown, unknown, HttpClient.HttpClient | Scope.Scope>,
  unable: ReadonlyArray<string> = []
): void => {
  for (const [transport, layer] of transports) {
    if (unable.includes(transport)) continue
    it.scoped(`${name} (${transport})`, () => Effect.provide(test(), layer))
  }
}

/** One test on NodeTransport. */
export const node = (
  name: string,
  test: () => Effect.Effect<unknown, unknown, HttpClient.HttpClient | Scope.Scope>
): void => it.scoped(name, () => Effect.provide(test(), nodeLayer))

/** Lets sockets and other fibers go on once. */
export const turn: Effect.Effect<void> = Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))

const ahead = Effect.map(Effect.all([TestClock.sleeps(), TestClock.currentTimeMillis]), ([sleeps, now]) =>
  [...sleeps].map((end) => end - now).filter((wait) => wait > 0)
)

/** Milliseconds until the first of the sleeps on the TestClock; waits until there is one. */
export const nextWait: Effect.Effect<number> = Effect.flatMap(ahead, (waits) =>
  waits.length > 0 ? Effect.succeed(Math.min(...waits)) : Effect.zipRight(turn, nextWait)
)

/** Advances the TestClock from sleep to sleep until the fiber has ended; gives its exit and the waits, in order. */
export const drive = <A, E>(fiber: Fiber.RuntimeFiber<A, E>) => {
  const waits: Array<number> = []
  const loop: Effect.Effect<void> = Effect.gen(function* () {
    while (Option.isNone(yield* Fiber.poll(fiber))) {
      const [wait] = (yield* ahead).sort((a, b) => a - b)
      if (wait === undefined) {
        yield* turn
      } else {
        waits.push(wait)
        yield* TestClock.adjust(wait)
      }
    }
  })
  return Effect.map(Effect.zipRight(loop, Fiber.await(fiber)), (exit) => ({ exit, waits }))
}

/** Runs an effect as {@link drive} does. */
export const driven = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.flatMap(Effect.fork(effect), drive)

/** The typed error of an effect that has to fail with one. */
export const failure = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<E, never, R> =>
  Effect.matchEffect(effect, {
    onFailure: Effect.succeed,
    onSuccess: (value) => Effect.dieMessage(`expected a failure, got ${JSON.stringify(value)}`)
  })
