import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Tracer from "effect/Tracer"
import { Lvng, type Options } from "../src/Lvng.js"
import * as H from "./support/harness.js"

const agents = { success: true, agents: [] }

const sent = (options: Partial<Options>) =>
  Effect.gen(function* () {
    const { lvng, server } = yield* H.make([FaultServer.json(agents)], options)
    yield* lvng.agents.list()
    const request = server.requests[0]
    return request === undefined ? assert.fail("nothing was sent") : request
  })

/** Lines that are logged while an effect runs, at any level. */
const logged = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const lines: Array<string> = []
    const logger = Logger.make<unknown, void>(({ logLevel, message }) => {
      lines.push(`${logLevel.label} ${String(message)}`)
    })
    yield* effect.pipe(Effect.provide(Logger.replace(Logger.defaultLogger, logger)))
    return lines
  })

const fromEnvironment = (environment: Record<string, string>, options?: Partial<Options>) =>
  Lvng.makeConfig(options).pipe(
    Effect.provide(DefaultTransport.layer),
    Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(environment)))),
    Effect.scoped
  )

describe("credential (section 15, conflicts 1 to 3)", () => {
  it.scoped("an API key is sent as a bearer token, by default", () =>
    Effect.gen(function* () {
      const { headers } = yield* sent({})
      assert.strictEqual(headers["authorization"], `Bearer ${H.key}`)
      assert.isUndefined(headers["x-api-key"])
    })
  )

  it.scoped("an API key is sent as x-api-key, and then not as a bearer token, when asked", () =>
    Effect.gen(function* () {
      const { headers } = yield* sent({ authHeader: "x-api-key" })
      assert.strictEqual(headers["x-api-key"], H.key)
      assert.isUndefined(headers["authorization"])
    })
  )

  it.scoped("a JWT is sent as a bearer token, whatever the style of keys", () =>
    Effect.gen(function* () {
      const { headers } = yield* sent({ jwt: H.jwt, authHeader: "x-api-key" })
      assert.match(String(headers["authorization"]), /^Bearer e30\./)
      assert.isUndefined(headers["x-api-key"])
    })
  )

  it.scoped("default headers are sent, but neither replace the credential nor add a second one", () =>
    Effect.gen(function* () {
      const { headers } = yield* sent({
        headers: { Authorization: "Bearer other", "X-API-Key": "other", "x-workspace-id": "ws_1" }
      })
      assert.strictEqual(headers["authorization"], `Bearer ${H.key}`)
      assert.isUndefined(headers["x-api-key"])
      assert.strictEqual(headers["x-workspace-id"], "ws_1")
    })
  )

  it.scoped("headers of a call win over those of the client, but not over the credential", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([FaultServer.json(agents)], { headers: { "x-workspace-id": "ws_1" } })
      yield* lvng.agents.list(
        {},
        { headers: { "x-workspace-id": "ws_2", authorization: "Bearer x", "x-api-key": "y" } }
      )
      assert.include(server.requests[0]?.headers, { "x-workspace-id": "ws_2", authorization: `Bearer ${H.key}` })
      assert.isUndefined(server.requests[0]?.headers["x-api-key"])
    })
  )

  it.scoped("public calls carry no credential", () =>
    Effect.gen(function* () {
      const answer = FaultServer.json({ status: "healthy" })
      const { lvng, server } = yield* H.make([
        answer,
        answer,
        FaultServer.json({ success: true, data: { statuses: {}, types: {} } })
      ])
      yield* lvng.workflows.getHealth()
      yield* lvng.knowledge.getHealth()
      yield* lvng.artifacts.getTypes()
      for (const { headers } of server.requests) assert.doesNotHaveAnyKeys(headers, ["authorization", "x-api-key"])
    })
  )

  it.effect("a key of another form or environment is warned about, never refused and never shown", () =>
    Effect.gen(function* () {
      const make = (key: string, baseUrl?: string) =>
        logged(
          Lvng.make({ apiKey: Redacted.make(key), baseUrl }).pipe(Effect.provide(DefaultTransport.layer), Effect.scoped)
        )
      const test = H.key.replace("live", "test")
      assert.deepStrictEqual(yield* make(H.key), [])
      assert.deepStrictEqual(yield* make(test, "https://staging.api.lvng.ai"), [])
      assert.deepStrictEqual(yield* make("whatever", "http://127.0.0.1:1"), [])
      for (const [key, url] of [
        ["sk-canary-5512", undefined],
        [H.key.toUpperCase(), undefined],
        [test, undefined],
        [H.key, "https://staging.api.lvng.ai"]
      ] as const) {
        const lines = yield* make(key, url)
        assert.lengthOf(lines, 1)
        assert.match(lines[0] ?? "", /^WARN the API key /)
        assert.notInclude(lines[0] ?? "", key)
      }
    })
  )
})

describe("configuration", () => {
  it.effect("LVNG_API_KEY and LVNG_BASE_URL are read; options win over them", () =>
    Effect.gen(function* () {
      yield* fromEnvironment({ LVNG_API_KEY: H.key, LVNG_BASE_URL: "http://localhost:1" })
      const rejected = yield* failure(fromEnvironment({ LVNG_API_KEY: H.key, LVNG_BASE_URL: "http://example.com" }))
      assert.instanceOf(rejected, ConfigurationError)
      yield* fromEnvironment(
        { LVNG_API_KEY: H.key, LVNG_BASE_URL: "http://example.com" },
        { baseUrl: "http://localhost:1" }
      )
      yield* fromEnvironment({}, { apiKey: H.apiKey })
    })
  )

  it.scoped("with both variables the key is sent, but for the operations that need a session", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(({ url }) =>
        FaultServer.json(url.includes("api-keys") ? { success: true, data: [] } : agents)
      )
      const token = H.tokenOf({ userId: "u1" })
      const list = (environment: Record<string, string>) =>
        Effect.gen(function* () {
          const context = yield* Layer.build(DefaultTransport.layer)
          const lvng = yield* Effect.provide(Lvng.makeConfig({ baseUrl: server.url }), context)
          yield* lvng.agents.list()
          if (environment["LVNG_JWT_TOKEN"] !== undefined) yield* lvng.apiKeys.list()
        }).pipe(Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(environment)))))
      yield* list({ LVNG_JWT_TOKEN: token })
      yield* list({ LVNG_API_KEY: H.key, LVNG_JWT_TOKEN: token })
      assert.deepStrictEqual(
        server.requests.map(({ headers }) => headers["authorization"]),
        [`Bearer ${token}`, `Bearer ${token}`, `Bearer ${H.key}`, `Bearer ${token}`]
      )
    })
  )

  it.effect("no credential, an empty one and one that no header can carry fail before anything is sent", () =>
    Effect.gen(function* () {
      for (const environment of [{}, { LVNG_API_KEY: "" }, { LVNG_API_KEY: " ", LVNG_JWT_TOKEN: "" }]) {
        assert.include(String(yield* failure(fromEnvironment(environment))), "LVNG_API_KEY")
      }
      for (const value of ["", "  ", "lvng_sk_canary\nX: y", "lvng_sk_canary ü"]) {
        const error = yield* failure(
          Lvng.make({ apiKey: Redacted.make(value) }).pipe(Effect.provide(DefaultTransport.layer), Effect.scoped)
        )
        assert.instanceOf(error, ConfigurationError)
        assert.notInclude(inspect(error), "canary")
      }
    })
  )

  it.effect("plain http is refused unless the host is this machine", () =>
    Effect.gen(function* () {
      const make = (baseUrl: string) =>
        Lvng.make({ apiKey: H.apiKey, baseUrl }).pipe(Effect.provide(DefaultTransport.layer), Effect.scoped)
      yield* make("http://localhost:8080")
      yield* make("http://[::1]:8080")
      yield* make("https://staging.api.lvng.ai/")
      for (const url of ["http://api.lvng.ai", "http://10.0.0.1", "ftp://api.lvng.ai", "api.lvng.ai"]) {
        assert.instanceOf(yield* failure(make(url)), ConfigurationError)
      }
    })
  )

  it.scoped("a base URL joins paths without doubling or losing a slash (section 3)", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json(agents), FaultServer.json(agents)])
      yield* (yield* H.client(`${server.url}/`)).agents.list()
      yield* (yield* H.client(`${server.url}/gateway/`)).agents.list()
      assert.deepStrictEqual(
        server.requests.map(({ url }) => url),
        ["/api/v2/agents", "/gateway/api/v2/agents"]
      )
    })
  )

  it.scoped("path values are percent-encoded (section 3)", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([FaultServer.json({ success: true })])
      yield* lvng.agents.delete("a/b ?ü")
      assert.strictEqual(server.requests[0]?.url, "/api/v2/agents/a%2Fb%20%3F%C3%BC")
    })
  )

  it.scoped("the credential never shows in the client, errors, logs and spans", () =>
    Effect.gen(function* () {
      const seen: Array<unknown> = []
      const tracer = Tracer.make({
        context: (f) => f(),
        span: (name, parent, context, links, startTime, kind) => {
          const span: Tracer.Span = {
            _tag: "Span",
            name,
            spanId: "1",
            traceId: "1",
            sampled: true,
            status: { _tag: "Started", startTime },
            attributes: new Map(),
            parent,
            context,
            links,
            kind,
            end: (_, exit) => seen.push(exit),
            attribute: (key, value) => seen.push([key, value]),
            event: (event, _, attributes) => seen.push([event, attributes]),
            addLinks: () => {}
          }
          return span
        }
      })
      const { lvng } = yield* H.make([
        FaultServer.json({ success: false, error: { code: "X", message: `bad ${H.key}` } }, { status: 400 }),
        FaultServer.reset
      ])
      const call = failure(lvng.agents.list({}, { retry: false })).pipe(Effect.withTracer(tracer))
      const lines = yield* logged(
        Effect.gen(function* () {
          seen.push(yield* call, yield* call, lvng)
        })
      )
      const text = `${inspect(seen, { depth: 12, showHidden: true })} ${JSON.stringify(seen)} ${lines.join(" ")}`
      assert.include(text, "[REDACTED]")
      assert.notInclude(text, H.key)
    })
  )
})

describe("a call that is in no contract", () => {
  it.scoped("has the credential, retries and errors of every other call", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([
        FaultServer.json({ id: "n1", at: "2025-01-01T00:00:00Z" }),
        FaultServer.json({ error: "Not Found", message: "no note" }, { status: 404 })
      ])
      const note = yield* lvng.request({
        method: "POST",
        path: "/api/v2/notes/{id}/pin",
        pathArguments: ["a b"],
        query: { force: true },
        body: ["x"],
        headers: { "x-team": "a" }
      })
      assert.deepStrictEqual(note, { id: "n1", at: "2025-01-01T00:00:00Z" })
      const [first] = server.requests
      assert.strictEqual(first?.url, "/api/v2/notes/a%20b/pin?force=true")
      assert.deepStrictEqual(first?.json(), ["x"])
      assert.include(first?.headers, { authorization: `Bearer ${H.key}`, "x-team": "a" })
      const missing = yield* failure(lvng.request({ method: "GET", path: "/api/v2/notes/{id}", pathArguments: ["n9"] }))
      assert.include(missing, { _tag: "NotFoundError", identifier: "n9", path: "/api/v2/notes/{id}" })
    })
  )

  it.scoped("with a schema it answers the decoded value, typed", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([FaultServer.json({ at: "2025-01-01T00:00:00Z" }), FaultServer.json({})])
      const schema = Schema.Struct({ at: Schema.Date })
      const { at } = yield* lvng.request({ method: "GET", path: "/api/v2/now", schema })
      assert.strictEqual(at.getTime(), Date.UTC(2025, 0, 1))
      const error = yield* failure(lvng.request({ method: "GET", path: "/api/v2/now", schema }))
      assert.strictEqual(error._tag, "DecodeError")
    })
  )

  it.scoped("a path that would leave the host, or has holes too many, is refused before it is sent", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([])
      for (const path of ["https://evil.example/x", "api/v2/x", "/api/v2/x?y=1", "/api/v2/{id}"]) {
        const error = yield* failure(lvng.request({ method: "GET", path }))
        assert.include(error, { _tag: "ValidationError", code: "INVALID_INPUT", attempts: 0 })
      }
      assert.lengthOf(server.requests, 0)
    })
  )
})
