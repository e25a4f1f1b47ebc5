import { describe, expect } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, each, failure, getThing, key, node, turn, upload } from "@trilum/testing/harness"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Redacted from "effect/Redacted"
import * as ApiClient from "../src/ApiClient.js"
import * as ApiError from "../src/ApiError.js"
import * as Credential from "../src/Credential.js"

const good = FaultServer.json({ id: "1", kind: "big" })

/** A server that takes one token, and a credential whose refresh brings it. */
const rotating = (wanted: string, refresh?: Effect.Effect<unknown>) => {
  const state = { token: "old-token", refreshes: 0 }
  const credential = Credential.refreshing({
    token: Effect.sync(() => Redacted.make(state.token)),
    refresh: Effect.gen(function* () {
      state.refreshes++
      if (refresh !== undefined) yield* refresh
      state.token = wanted
      return Redacted.make(wanted)
    })
  })
  const script = (request: FaultServer.RecordedRequest) =>
    request.headers.authorization === `Bearer ${wanted}` ? good : FaultServer.respond(401)
  return { credential, script, state }
}

const sentTokens = (server: FaultServer.FaultServer) => server.requests.map((request) => request.headers.authorization)

describe("fixed credentials", () => {
  each("a key in a header of its own comes alone", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server, { credential: Credential.header("X-API-Key", Redacted.make(key)) })
      yield* api.request(getThing, ["1"], undefined, {
        headers: { Authorization: "Bearer other", "x-Api-key": "other" }
      })
      expect(server.requests[0]?.headers["x-api-key"]).toBe(key)
      expect(server.requests[0]?.headers.authorization).toBeUndefined()
    })
  )

  each("none leaves the header to the caller", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good, good])
      const api = yield* client(server, { credential: Credential.none })
      yield* api.request(getThing, ["1"])
      yield* api.request(getThing, ["1"], undefined, { headers: { Authorization: "Basic abc" } })
      expect(sentTokens(server)).toEqual([undefined, "Basic abc"])
    })
  )

  node("a wrong key fails once, without a repeat", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(401))
      const api = yield* client(server)
      expect(yield* failure(api.request(getThing, ["1"]))).toMatchObject({ _tag: "AuthenticationError", attempts: 1 })
      expect(server.requests).toHaveLength(1)
    })
  )
})

describe("a refreshing credential", () => {
  each("is refreshed once after a 401, and the call succeeds", () =>
    Effect.gen(function* () {
      const { credential, script, state } = rotating("new-token")
      const server = yield* FaultServer.make(script)
      const api = yield* client(server, { credential })
      const { response, value } = yield* api.withResponse(getThing, ["1"])
      expect(value).toMatchObject({ id: "1" })
      expect(response.attempts).toBe(2)
      expect(sentTokens(server)).toEqual(["Bearer old-token", "Bearer new-token"])
      yield* api.request(getThing, ["1"])
      expect(state.refreshes).toBe(1)
    })
  )

  each("a second 401 is an AuthenticationError", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(401))
      const { credential, state } = rotating("new-token")
      const api = yield* client(server, { credential })
      expect(yield* failure(api.request(getThing, ["1"]))).toMatchObject({
        _tag: "AuthenticationError",
        status: 401,
        attempts: 2
      })
      expect(state.refreshes).toBe(1)
    })
  )

  each("a 403 is no reason to refresh", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(403))
      const { credential, state } = rotating("new-token")
      const api = yield* client(server, { credential })
      yield* failure(api.request(getThing, ["1"]))
      expect(state.refreshes).toBe(0)
    })
  )

  each("calls that need it at the same time refresh once", () =>
    Effect.gen(function* () {
      const gate = yield* Deferred.make<void>()
      const { credential, script, state } = rotating("new-token", Deferred.await(gate))
      const server = yield* FaultServer.make(script)
      const api = yield* client(server, { credential })
      const fiber = yield* Effect.fork(
        Effect.all(
          Array.from({ length: 8 }, () => api.request(getThing, ["1"])),
          { concurrency: "unbounded" }
        )
      )
      yield* server.awaitRequests(8)
      yield* turn
      yield* Deferred.succeed(gate, undefined)
      expect(yield* Fiber.join(fiber)).toHaveLength(8)
      expect(state.refreshes).toBe(1)
      expect(sentTokens(server).slice(8)).toEqual(Array.from({ length: 8 }, () => "Bearer new-token"))
    })
  )

  each("a 401 that arrives after another call's refresh takes the new token and refreshes nothing", () =>
    Effect.gen(function* () {
      const late = FaultServer.gate()
      const { credential, script, state } = rotating("new-token")
      const server = yield* FaultServer.make((request) =>
        request.index === 0 ? FaultServer.after(late.opened, FaultServer.respond(401)) : script(request)
      )
      const api = yield* client(server, { credential })
      const slow = yield* Effect.fork(api.request(getThing, ["1"]))
      yield* server.awaitRequests(1)
      yield* api.request(getThing, ["1"])
      late.open()
      yield* Fiber.join(slow)
      expect(state.refreshes).toBe(1)
      expect(sentTokens(server)).toEqual([
        "Bearer old-token",
        "Bearer old-token",
        "Bearer new-token",
        "Bearer new-token"
      ])
    })
  )

  each("interrupting the call that began a refresh does not take it from the others", () =>
    Effect.gen(function* () {
      const gate = yield* Deferred.make<void>()
      const { credential, script, state } = rotating("new-token", Deferred.await(gate))
      const server = yield* FaultServer.make(script)
      const api = yield* client(server, { credential })
      const first = yield* Effect.fork(api.request(getThing, ["1"]))
      yield* server.awaitRequests(1)
      while (state.refreshes === 0) yield* turn
      const second = yield* Effect.fork(api.request(getThing, ["2"]))
      yield* server.awaitRequests(2)
      yield* turn
      yield* Fiber.interrupt(first)
      yield* Deferred.succeed(gate, undefined)
      expect(yield* Fiber.join(second)).toMatchObject({ id: "1" })
      expect(state.refreshes).toBe(1)
    })
  )

  node("a refresh that fails fails the call with its own error, and the next call tries again", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(401))
      let refreshes = 0
      const refresh = Effect.suspend(() => {
        refreshes++
        return Effect.fail(
          new ApiError.AuthenticationError({ platform: "acme", message: "log in again", code: "LOGGED_OUT" })
        )
      })
      const api = yield* client(server, {
        credential: Credential.refreshing({ token: Effect.succeed(Redacted.make("t")), refresh })
      })
      for (let call = 1; call <= 2; call++) {
        expect(yield* failure(api.request(getThing, ["1"]))).toMatchObject({
          code: "LOGGED_OUT",
          message: "log in again"
        })
        expect(refreshes).toBe(call)
      }
    })
  )

  each("a body that can be read once is not sent again, but the next call has the new token", () =>
    Effect.gen(function* () {
      const { credential, script, state } = rotating("new-token")
      const server = yield* FaultServer.make(script)
      const api = yield* client(server, { credential })
      const content = async function* () {
        yield new TextEncoder().encode("abc")
      }
      const send = () => api.request(upload, [], { file: { filename: "f", content: content() } })
      expect(yield* failure(send())).toMatchObject({ _tag: "AuthenticationError", attempts: 1 })
      expect(state.refreshes).toBe(1)
      expect(yield* send()).toMatchObject({ id: "1" })
      expect(server.requests).toHaveLength(2)
    })
  )

  node("its token is redacted where the server repeats it", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((request) =>
        FaultServer.json({ detail: `you said ${request.headers.authorization?.slice(7)}` }, { status: 400 })
      )
      const { credential } = rotating("new-token")
      const api = yield* client(server, { credential })
      const error = yield* failure(api.request(getThing, ["1"]))
      expect(error.message).toBe("GET /v1/things/{thing_id}: 400 you said [REDACTED]")
      expect(error.body).toEqual({ detail: "you said [REDACTED]" })
    })
  )
})

describe("a client that cannot work", () => {
  const valid = { platform: "acme", baseUrl: "https://api.example", credential: Credential.none }
  const wrong: ReadonlyArray<readonly [name: string, options: Partial<ApiClient.ClientOptions>, says: RegExp]> = [
    ["no URL", { baseUrl: "api.example" }, /base URL is not a URL/],
    ["another scheme", { baseUrl: "ftp://api.example" }, /must start with https/],
    ["plain HTTP to another host", { baseUrl: "http://api.example" }, /allowInsecureHttp/],
    ["plain HTTP to a host that looks like loopback", { baseUrl: "http://127.0.0.1.evil.example" }, /plain http/],
    ["a user in the URL", { baseUrl: "https://user:hunter2@api.example" }, /must not carry a user or password/],
    ["a query in the URL", { baseUrl: "https://api.example?key=hunter2" }, /must not carry a query/],
    ["a fragment in the URL", { baseUrl: "https://api.example#x" }, /must not carry a query or a fragment/],
    ["an empty key", { credential: Credential.bearer(Redacted.make("")) }, /credential is empty/],
    ["a blank key", { credential: Credential.header("x-api-key", Redacted.make(" \n")) }, /credential is empty/],
    [
      "a key with a line end",
      { credential: Credential.bearer(Redacted.make("hunter2\n")) },
      /credential must be one line.*line end/
    ],
    [
      "a key header that is no name",
      { credential: Credential.header("x api", Redacted.make("k")) },
      /"x api" is not a header name/
    ],
    ["a header with a line end", { headers: { "x-a": "hunter2\r\nx: y" } }, /the header x-a must be one line/],
    ["a user agent with a line end", { userAgent: "a\nb" }, /the header user-agent must be one line/]
  ]
  for (const [name, options, says] of wrong) {
    node(`with ${name} is a ConfigurationError that tells no secret`, () =>
      Effect.gen(function* () {
        const error = yield* failure(ApiClient.make({ ...valid, ...options }))
        expect(error._tag).toBe("ConfigurationError")
        expect(error.message).toMatch(says)
        expect(JSON.stringify(error)).not.toContain("hunter2")
      })
    )
  }

  for (const baseUrl of ["https://api.example", "http://localhost:8080/base/", "http://127.3.2.1", "http://[::1]:9/"]) {
    node(`${baseUrl} is good`, () => ApiClient.make({ ...valid, baseUrl }))
  }
})

describe("prepare", () => {
  class MissingUser extends ApiError.TrilumError<"MissingUser"> {
    constructor() {
      super("MissingUser", { platform: "acme", message: "say who" })
    }
  }
  const prepare = (call: ApiClient.Call) =>
    call.params !== undefined && "user" in call.params
      ? Effect.succeed({ ...call, params: { ...call.params, q: "prepared" } })
      : Effect.fail(new MissingUser())

  node("completes or refuses the input of operations that ask for it, and of no others", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => good)
      const api = yield* ApiClient.make({ platform: "acme", baseUrl: server.url, credential: Credential.none, prepare })
      const scoped = { ...getThing, query: ["user", "q"], prepare: true as const }
      expect(yield* failure(api.request(scoped, ["1"]))).toBeInstanceOf(MissingUser)
      expect(server.totalSockets).toBe(0)
      yield* api.request(scoped, ["1"], { user: "u" })
      yield* api.request(getThing, ["1"])
      expect(server.requests.map((request) => request.url)).toEqual(["/v1/things/1?user=u&q=prepared", "/v1/things/1"])
    })
  )
})
