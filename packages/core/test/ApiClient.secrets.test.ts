/**
 * The canary: one secret as API key, in bodies, queries, headers and presigned URLs, echoed by the server wherever it
 * can. No text a program may show of a failed call holds it.
 */

import { inspect } from "node:util"
import { assert, describe } from "@effect/vitest"
import { showings } from "@trilum/testing/canary"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, createThing, download, each, getThing, transports, upload, watch } from "@trilum/testing/harness"
import * as Cause from "effect/Cause"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Tracer from "effect/Tracer"
import type * as ApiClient from "../src/ApiClient.js"
import { ValidationError } from "../src/ApiError.js"
import * as Credential from "../src/Credential.js"

/** Knows no prefix a redactor could go by. */
const canary = "Zq8-canary/+w0rd=&Xk2"

/** The canary as it is, and as URLs and JSON write it. */
const traces = [canary, encodeURIComponent(canary), "canary"]

const echo = (request: FaultServer.RecordedRequest) => ({
  said: request.headers.authorization ?? request.headers["x-api-key"],
  token: canary,
  input: request.text,
  detail: [{ loc: ["body", "note"], input: canary, msg: `bad value ${canary}` }],
  location: `https://bucket.example/key?X-Amz-Signature=${encodeURIComponent(canary)}&X-Amz-Expires=60`,
  url: request.url
})

const redactedInput = {
  note: Redacted.make(canary),
  nested: { api_key: canary, list: [{ password: canary }] }
}

const options: ApiClient.RequestOptions = { query: { access_token: canary }, headers: { "x-secret-key": canary } }

const credentials = {
  Bearer: Credential.bearer(Redacted.make(canary)),
  Header: Credential.header("X-API-Key", Redacted.make(canary)),
  Refreshing: Credential.refreshing({
    token: Effect.succeed(Redacted.make(canary)),
    refresh: Effect.succeed(Redacted.make(canary))
  })
}

const answers: ReadonlyArray<
  readonly [name: string, answer: (request: FaultServer.RecordedRequest) => FaultServer.Answer]
> = [
  ...[400, 401, 403, 404, 409, 422, 429, 500, 503, 302].map(
    (status) =>
      [
        `${status}`,
        (request: FaultServer.RecordedRequest) =>
          FaultServer.json(echo(request), { status, headers: { "set-cookie": `s=${canary}`, "x-echo": canary } })
      ] as const
  ),
  [
    "a message",
    () => FaultServer.json({ error: { message: `key ${canary} is wrong`, code: canary } }, { status: 400 })
  ],
  ["a text", () => FaultServer.text(`refused ${canary}`, { status: 500 })],
  ["a redirect", () => FaultServer.redirect(`https://other.example/x?token=${encodeURIComponent(canary)}`)],
  ["a wrong body", (request) => FaultServer.json({ ...echo(request), id: 7 })],
  ["garbage", () => FaultServer.text(`{"token": "${canary}`)],
  ["garbage HTTP", () => FaultServer.garbage(`HTTP/9 ${canary}\r\n${canary}\r\n\r\n`)],
  ["a reset", () => FaultServer.reset],
  ["a cut body", () => FaultServer.closeAfter(10, { body: `{"token":"${canary}"}` })],
  ["silence", () => FaultServer.never]
]

/** Runs a call under a tracer and a logger that keep everything; gives all there is to see. */
const observed = <A, E, R>(effect: Effect.Effect<A, E, R>, server?: FaultServer.FaultServer) =>
  Effect.gen(function* () {
    const seen: Array<string> = []
    const tracer = Tracer.make({
      span: (name, parent, context, links, startTime, kind) => {
        seen.push(name)
        return {
          _tag: "Span",
          name,
          spanId: "00f067aa0ba902b7",
          traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
          parent,
          context,
          status: { _tag: "Started", startTime },
          attributes: new Map(),
          links,
          sampled: true,
          kind,
          end: (_, exit) => seen.push(...showings(exit)),
          attribute: (key, value) => seen.push(`${key}=${String(value)}`),
          event: (event, _, attributes) => seen.push(`${event} ${JSON.stringify(attributes)}`),
          addLinks: () => {}
        }
      },
      context: (f) => f()
    })
    const logger = Logger.map(Logger.stringLogger, (line) => {
      seen.push(line)
    })
    const fiber = yield* effect.pipe(
      Effect.withTracer(tracer),
      Effect.tapErrorCause(Effect.logError),
      Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
      Logger.withMinimumLogLevel(LogLevel.All),
      Effect.fork
    )
    if (server !== undefined) {
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(1000)
    }
    const exit = yield* Fiber.await(fiber)
    return { exit, texts: [...seen, ...showings(exit)] }
  })

const expectNoCanary = (texts: ReadonlyArray<string>): void => {
  assert.isAbove(texts.length, 5)
  for (const text of texts) {
    for (const trace of traces) assert.notInclude(text, trace)
  }
}

describe("no text of a failed call holds a secret", () => {
  for (const [name, credential] of Object.entries(credentials)) {
    for (const [what, answer] of answers) {
      each(`${what}, ${name}`, () =>
        Effect.gen(function* () {
          const server = yield* FaultServer.make(answer)
          const api = yield* client(server, {
            decoding: "strict",
            credential,
            retry: false,
            ...(what === "silence" ? { timeout: 1000 } : {}),
            requestIdHeader: "x-echo"
          })
          const call = api.request(
            { ...createThing, query: ["api_token"] },
            [],
            { api_token: canary, ...redactedInput },
            options
          )
          const { exit, texts } = yield* observed(call, what === "silence" ? server : undefined)
          assert.strictEqual(Exit.isFailure(exit), true)
          const [request] = server.requests
          assert.include(request?.text, canary)
          assert.include(request?.url, encodeURIComponent(canary))
          assert.strictEqual(request?.headers["x-secret-key"], canary)
          expectNoCanary(texts)
        })
      )
    }
  }

  each("a refused connection", () =>
    Effect.gen(function* () {
      const port = yield* FaultServer.refusedPort
      const api = yield* client({ url: `http://127.0.0.1:${port}` }, { credential: credentials.Bearer, retry: false })
      const { texts } = yield* observed(api.request(createThing, [], redactedInput, options))
      expectNoCanary(texts)
    })
  )

  each("an identifier", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(404))
      const api = yield* client(server, { credential: credentials.Bearer })
      expectNoCanary((yield* observed(api.request(getThing, [canary]))).texts)
    })
  )

  each("streams: refused, cut and no stream at all", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.json({ detail: canary }, { status: 403 }),
        FaultServer.closeAfter(30, {
          body: `data: ${canary}\n\n${canary}`,
          headers: { "content-type": "text/event-stream" }
        }),
        FaultServer.json({ token: canary }),
        FaultServer.closeAfter(3, { body: canary })
      ])
      const api = yield* client(server, { credential: credentials.Bearer })
      for (let call = 0; call < 3; call++) {
        expectNoCanary((yield* observed(Stream.runDrain(api.events(watch, ["1"], undefined, options)))).texts)
      }
      expectNoCanary((yield* observed(Stream.runDrain(api.stream(download, ["1"], undefined, options)))).texts)
    })
  )

  each("uploads that fail", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ detail: canary }, { status: 400 }))
      const api = yield* client(server, { credential: credentials.Bearer })
      const failing = async function* () {
        yield new TextEncoder().encode(canary)
        throw new Error(`cannot read ${canary}`)
      }
      for (const content of [new TextEncoder().encode(canary), failing()]) {
        const params = { secret: canary, file: { filename: "f", content } }
        expectNoCanary((yield* observed(api.request(upload, [], params))).texts)
      }
    })
  )

  each("input refused before sending", () =>
    Effect.gen(function* () {
      const api = yield* client({ url: "http://127.0.0.1:9" }, { credential: credentials.Bearer })
      const rejected: ReadonlyArray<Effect.Effect<unknown, unknown>> = [
        api.request(createThing, [], { token: `${canary}\r\n`, n: 1n }),
        api.request(createThing, [], { "X-Workspace": `${canary}\n` }),
        api.request(getThing, ["1"], { password: canary }),
        api.request(getThing, ["1"], undefined, { headers: { "x-a": `${canary}\n` } }),
        api.request(createThing, [], {}, { idempotencyKey: `${canary}\n` })
      ]
      for (const call of rejected) {
        const { exit, texts } = yield* observed(call)
        assert.isTrue(
          Exit.isFailure(exit) && Cause.failures(exit.cause).pipe(Chunk.every((e) => e instanceof ValidationError))
        )
        expectNoCanary(texts)
      }
    })
  )

  each("the client itself", () =>
    Effect.gen(function* () {
      const api = yield* client({ url: "http://127.0.0.1:9" }, { credential: credentials.Bearer })
      const shown = yield* api.preview(createThing, [], redactedInput, options)
      for (const value of [api, credentials.Bearer, credentials.Header, shown]) {
        expectNoCanary([
          inspect(value, { depth: Infinity, showHidden: true }),
          JSON.stringify(value),
          ...Array<string>(5).fill("")
        ])
      }
    })
  )
})

describe("the canary", () => {
  each("would be found: the same call with a text the redactor cannot know shows it", () =>
    Effect.gen(function* () {
      assert.lengthOf(transports, 5)
      const server = yield* FaultServer.make(() => FaultServer.json({ detail: canary }, { status: 400 }))
      const api = yield* client(server)
      const { texts } = yield* observed(api.request(getThing, ["1"]))
      assert.strictEqual(
        texts.some((text) => text.includes(canary)),
        true
      )
    })
  )
})
