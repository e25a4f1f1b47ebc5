import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { assert, describe, it, vi } from "@effect/vitest"
import { selfSigned } from "@trilum/testing/certificate"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import { HttpResponse, http } from "msw"
import { setupServer } from "msw/node"
import nock from "nock"
import { getGlobalDispatcher, MockAgent, setGlobalDispatcher } from "undici"
import {
  AbortError,
  ConfigurationError,
  createLumnis,
  type LumnisPromise,
  type Options,
  TransportError
} from "../src/promise.js"
import * as H from "./support/harness.js"

const ada = {
  id: "u1",
  tenant_id: "t1",
  email: "ada@example.com",
  is_active: true,
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z"
}
const here = "https://api.lumnis.ai"

const open = (options: Options) =>
  Effect.acquireRelease(
    Effect.sync(() => createLumnis({ apiKey: H.apiKey, retry: { jitter: "none", baseDelay: 1 }, ...options })),
    (lumnis) => Effect.promise(() => lumnis.close())
  )

/** A client of a server. */
const served = (script: FaultServer.Script, options: Options = {}) =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(script)
    return { server, lumnis: yield* open({ baseUrl: server.url, ...options }) }
  })

const call = <A>(promise: () => Promise<A>): Effect.Effect<A, unknown> =>
  Effect.tryPromise({ try: promise, catch: (error) => error })

const getAda = (lumnis: LumnisPromise) => call(() => lumnis.users.get("ada"))

const problemOf = (options: object): string => {
  try {
    createLumnis({ apiKey: "k", ...options })
  } catch (error) {
    assert.instanceOf(error, ConfigurationError)
    return error.message
  }
  return assert.fail("the options were accepted")
}

describe("tools that mock fetch", () => {
  it.scoped("msw answers a client with fetch: globalThis.fetch", () =>
    Effect.gen(function* () {
      const msw = setupServer(
        http.get(`${here}/v1/users/:id`, ({ params, request }) =>
          HttpResponse.json({ ...ada, id: params["id"], email: request.headers.get("authorization") })
        ),
        http.post(`${here}/v1/files/upload`, async ({ request }) => {
          const file = (await request.formData()).get("file")
          return HttpResponse.json({
            file_id: "f",
            file_name: file instanceof File ? file.name : "",
            status: "pending"
          })
        })
      )
      yield* Effect.acquireRelease(
        Effect.sync(() => msw.listen({ onUnhandledRequest: "error" })),
        () => Effect.sync(() => msw.close())
      )
      const lumnis = yield* open({ fetch: globalThis.fetch })
      const user = yield* getAda(lumnis)
      assert.strictEqual(user.id, "ada")
      assert.strictEqual(user.email, `Bearer ${H.apiKey}`)
      const file = { filename: "a.txt", content: "text" }
      assert.strictEqual((yield* call(() => lumnis.files.upload({ file, scope: "tenant" }))).file_name, "a.txt")
    })
  )

  it.scoped("nock answers a client with fetch: globalThis.fetch, and its replies are retried", () =>
    Effect.gen(function* () {
      yield* Effect.addFinalizer(() =>
        Effect.sync(() => {
          nock.cleanAll()
          nock.restore()
        })
      )
      nock(here).get("/v1/users/ada").reply(503).get("/v1/users/ada").reply(200, ada)
      const lumnis = yield* open({ fetch: globalThis.fetch })
      assert.strictEqual((yield* getAda(lumnis)).id, "u1")
      assert.isTrue(nock.isDone())
    })
  )

  it.scoped("MockAgent of undici answers a client with fetch: globalThis.fetch", () =>
    Effect.gen(function* () {
      const agent = new MockAgent()
      agent.disableNetConnect()
      const before = getGlobalDispatcher()
      yield* Effect.acquireRelease(
        Effect.sync(() => setGlobalDispatcher(agent)),
        () => Effect.sync(() => setGlobalDispatcher(before))
      )
      agent
        .get(here)
        .intercept({ path: "/v1/users/ada" })
        .reply(200, ada, { headers: { "content-type": "application/json" } })
      const lumnis = yield* open({ fetch: globalThis.fetch })
      assert.strictEqual((yield* getAda(lumnis)).id, "u1")
      agent.assertNoPendingInterceptors()
    })
  )
})

describe("transports", () => {
  it.scoped("a fetch of the program gets every request, and an abort of the call", () =>
    Effect.gen(function* () {
      const seen: Array<string> = []
      const controller = new AbortController()
      const signals: Array<AbortSignal> = []
      const lumnis = yield* open({
        fetch: async (input, init) => {
          const request = new Request(input, init)
          seen.push(`${request.method} ${request.url}`)
          if (!request.url.endsWith("slow")) return Response.json(ada)
          signals.push(request.signal)
          controller.abort()
          return Promise.reject(request.signal.reason)
        }
      })
      yield* getAda(lumnis)
      const { signal } = controller
      assert.instanceOf(yield* Effect.flip(call(() => lumnis.users.get("slow", { signal }))), AbortError)
      assert.deepStrictEqual(
        signals.map(({ aborted }) => aborted),
        [true]
      )
      assert.deepStrictEqual(seen, [`GET ${here}/v1/users/ada`, `GET ${here}/v1/users/slow`])
    })
  )

  it.scoped("an HttpClient of Effect gets every request", () =>
    Effect.gen(function* () {
      const httpClient = HttpClient.make((request) =>
        Effect.succeed(HttpClientResponse.fromWeb(request, Response.json({ ...ada, email: request.url })))
      )
      const lumnis = yield* open({ httpClient })
      assert.strictEqual((yield* getAda(lumnis)).email, `${here}/v1/users/ada`)
    })
  )

  it.scoped("a proxy gets every request", () =>
    Effect.gen(function* () {
      const proxy = yield* FaultServer.make([FaultServer.json(ada)])
      const lumnis = yield* open({
        proxy: proxy.url.replace("//", "//user:password@"),
        baseUrl: "http://lumnis.example",
        allowInsecureHttp: true
      })
      yield* getAda(lumnis)
      const [request] = proxy.requests
      assert.strictEqual(request?.url, "http://lumnis.example/v1/users/ada")
      assert.strictEqual(request?.headers["proxy-authorization"], `Basic ${btoa("user:password")}`)
    })
  )

  it.scoped("ca decides whom the client trusts", () =>
    Effect.gen(function* () {
      const tls = selfSigned()
      const server = yield* FaultServer.make(() => FaultServer.json(ada), { tls })
      const stranger = yield* Effect.flip(getAda(yield* open({ baseUrl: server.url })))
      assert.instanceOf(stranger, TransportError)
      assert.include(stranger.hint, "pass the option ca")
      assert.strictEqual((yield* getAda(yield* open({ baseUrl: server.url, ca: tls.cert }))).id, "u1")
    })
  )
})

describe("middleware", () => {
  it.scoped("the first is the outermost; requests and responses can be changed; each attempt is seen", () =>
    Effect.gen(function* () {
      const seen: Array<string> = []
      const { lumnis, server } = yield* served([FaultServer.respond(503), FaultServer.json(ada)], {
        middleware: [
          async (request, next) => {
            seen.push("outer in")
            request.headers.set("x-team", "blue")
            const response = await next(request)
            seen.push(`outer out ${response.status}`)
            return response
          },
          async (request, next) => {
            seen.push("inner in")
            const response = await next(
              new Request(request, { headers: { ...Object.fromEntries(request.headers), "x-b": "2" } })
            )
            return response.ok ? Response.json({ ...ada, email: "changed" }) : response
          }
        ]
      })
      assert.strictEqual((yield* getAda(lumnis)).email, "changed")
      assert.deepStrictEqual(seen, ["outer in", "inner in", "outer out 503", "outer in", "inner in", "outer out 200"])
      for (const { headers } of server.requests) {
        assert.deepInclude(headers, { "x-team": "blue", "x-b": "2", authorization: `Bearer ${H.apiKey}` })
      }
    })
  )

  it.scoped("it can answer by itself", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* served([], { middleware: async () => Response.json(ada) })
      assert.strictEqual((yield* getAda(lumnis)).id, "u1")
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("bodies go through it in both directions: a stream up, bytes down", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* served(
        [FaultServer.json({ file_id: "f", status: "pending" }), FaultServer.respond(200, { body: "content" })],
        { middleware: [(request, next) => next(request), (request, next) => next(new Request(request))] }
      )
      const content = (async function* () {
        yield "one "
        yield "two"
      })()
      yield* call(() => lumnis.files.upload({ file: { filename: "a.txt", content }, scope: "tenant" }))
      assert.include(server.requests[0]?.text, "one two")
      const download = call(async () => {
        let text = ""
        for await (const bytes of lumnis.forUser("ada").files.download("f")) text += new TextDecoder().decode(bytes)
        return text
      })
      assert.strictEqual(yield* download, "content")
    })
  )

  const replaced: ReadonlyArray<readonly [string, (request: Request) => Request, string]> = [
    ["a shorter body", (request) => new Request(request, { body: "{}" }), "{}"],
    ["a longer body", (request) => new Request(request, { body: "x".repeat(100_000) }), "x".repeat(100_000)],
    ["no body", (request) => new Request(request.url, { method: "POST", headers: request.headers }), ""]
  ]
  for (const [name, change, text] of replaced) {
    it.scoped(`a request with ${name} is sent with the length of what it has`, () =>
      Effect.gen(function* () {
        const { lumnis, server } = yield* served([FaultServer.json(ada)], {
          middleware: (request, next) => next(change(request))
        })
        yield* call(() => lumnis.users.create({ email: "ada@example.com" }))
        assert.strictEqual(server.requests[0]?.text, text)
        assert.strictEqual(server.requests[0]?.headers["content-length"] ?? "0", String(text.length))
      })
    )
  }

  const pass: Options["middleware"] = (request, next) => next(request)
  for (const status of [205, 600, 999]) {
    it.scoped(`a chunked ${status} gives what it gives without middleware`, () =>
      Effect.gen(function* () {
        const script = () => FaultServer.respond(status, { body: status === 205 ? "" : "odd", chunked: true })
        const outcome = (options: Options) =>
          Effect.gen(function* () {
            const { lumnis, server } = yield* served(script, { ...options, retry: false })
            const error = yield* Effect.flip(getAda(lumnis))
            assert.isAbove(server.requests.length, 0)
            const { _tag, message, status } = Object(error)
            return { _tag, message, status }
          })
        const bare = yield* outcome({})
        assert.deepStrictEqual(yield* outcome({ middleware: pass }), bare)
        assert.notStrictEqual(bare._tag, "TransportError")
      })
    )
  }

  const failing: ReadonlyArray<readonly [string, Options["middleware"], RegExp]> = [
    ["that throws", () => Promise.reject(new Error("circuit open")), /the middleware failed: circuit open/],
    // @ts-expect-error JavaScript programs return anything.
    ["that returns nothing", async () => undefined, /the middleware returned no Response/]
  ]
  for (const [name, middleware, says] of failing) {
    it.scoped(`one ${name} fails the call once, as a typed error`, () =>
      Effect.gen(function* () {
        const { lumnis } = yield* served([], { middleware })
        const error = yield* Effect.flip(getAda(lumnis))
        assert.instanceOf(error, TransportError)
        assert.deepInclude(error, { code: "TRILUM_MIDDLEWARE", attempts: 1 })
        assert.match(error.message, says)
      })
    )
  }

  it.scoped("a failure of the network keeps its code and its retries", () =>
    Effect.gen(function* () {
      let attempts = 0
      const { lumnis } = yield* served([FaultServer.reset, FaultServer.json(ada)], {
        middleware: (request, next) => {
          attempts++
          return next(request)
        }
      })
      assert.strictEqual((yield* getAda(lumnis)).id, "u1")
      assert.strictEqual(attempts, 2)
    })
  )
})

describe("logs", () => {
  const secret = "ada-secret-id"

  it.scoped("debug tells each attempt to the logger, with no secret and nothing of the input", () =>
    Effect.gen(function* () {
      const lines: Array<readonly [string, string, Readonly<Record<string, unknown>>]> = []
      const at = (level: string) => (message: string, fields: Readonly<Record<string, unknown>>) => {
        lines.push([level, message, fields])
      }
      const logger = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") }
      const { lumnis } = yield* served([FaultServer.respond(503), FaultServer.json(ada)], { logger, logLevel: "debug" })
      yield* call(() => lumnis.users.get(secret))
      assert.deepStrictEqual(
        lines.map(([level, message, { attempt, status }]) => [level, message, attempt, status]),
        [
          ["debug", "GET /v1/users/{user_identifier}: ServerError", 1, 503],
          ["debug", "GET /v1/users/{user_identifier}: ok", 2, 200]
        ]
      )
      assert.notInclude(JSON.stringify(lines), H.apiKey)
      assert.notInclude(JSON.stringify(lines), secret)
    })
  )

  it.scoped("TRILUM_LOG=debug logs to standard error", () =>
    Effect.gen(function* () {
      yield* Effect.acquireRelease(
        Effect.sync(() => vi.stubEnv("TRILUM_LOG", "debug")),
        () => Effect.sync(() => vi.unstubAllEnvs())
      )
      const print = yield* Effect.acquireRelease(
        Effect.sync(() => vi.spyOn(console, "error").mockImplementation(() => {})),
        (spy) => Effect.sync(() => spy.mockRestore())
      )
      const { lumnis } = yield* served([FaultServer.json(ada)])
      yield* getAda(lumnis)
      assert.lengthOf(print.mock.calls, 1)
      assert.match(String(print.mock.calls[0]), /level=DEBUG.*"GET \/v1\/users\/\{user_identifier\}: ok".*status=200/)
    })
  )

  it.scoped("a logger that throws does not fail the call", () =>
    Effect.gen(function* () {
      const debug = (): never => {
        throw new Error("full")
      }
      const logger = { debug, info: debug, warn: debug, error: debug }
      const { lumnis } = yield* served([FaultServer.json(ada)], { logger, logLevel: "debug" })
      assert.strictEqual((yield* getAda(lumnis)).id, "u1")
    })
  )
})

describe("a key in a browser", () => {
  const page = Effect.acquireRelease(
    Effect.sync(() => vi.stubGlobal("window", { document: {}, navigator: {} })),
    () => Effect.sync(() => vi.unstubAllGlobals())
  )

  it.scoped("is refused with the way out, unless the program insists", () =>
    Effect.gen(function* () {
      yield* page
      assert.match(problemOf({}), /^apiKey would be readable by everybody who opens this page$/)
      yield* open({ dangerouslyAllowBrowser: true })
    })
  )
})

describe("hooks that cannot work", () => {
  const wrong: ReadonlyArray<readonly [object, RegExp]> = [
    [{ fetch: "fetch" }, /^fetch must be a function, not "fetch"$/],
    [{ httpClient: {} }, /^httpClient must be an HttpClient of @effect\/platform, not an object$/],
    [{ proxy: 3128 }, /^proxy must be the URL of a proxy, or false, not a number$/],
    [{ ca: [] }, /^ca must be certificates as PEM text or bytes, or a list of them, not an array$/],
    [{ middleware: {} }, /^middleware must be a function, or a list, each item a function, not an object$/],
    [{ logger: { log: () => {} } }, /^logger must be an object with the functions debug, info, warn and error/],
    [{ logLevel: "loud" }, /^logLevel must be "debug" or "info" or "warn" or "error" or "off", not "loud"$/],
    [{ fetcher: fetch }, /^"fetcher" is not an option; did you mean "fetch"\?$/],
    [{ fetch, proxy: "http://p" }, /^the options fetch and proxy exclude each other; give one$/]
  ]
  for (const [options, says] of wrong) {
    it(`${Object.keys(options).join(", ")} of the wrong kind is named`, () => {
      assert.match(problemOf(options), says)
    })
  }

  it("TRILUM_LOG with a level that does not exist is named", () => {
    vi.stubEnv("TRILUM_LOG", "loud")
    assert.match(problemOf({}), /^logLevel must be "debug".*TRILUM_LOG/)
    vi.unstubAllEnvs()
  })
})
