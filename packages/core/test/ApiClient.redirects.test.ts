import { assert, describe } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, createThing, each, failure, getThing, key } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Credential from "../src/Credential.js"

const good = FaultServer.json({ id: "1", kind: "big" })
const apiKey = Credential.header("X-API-Key", Redacted.make(key))

describe("a redirect to another origin", () => {
  for (const status of [301, 302, 303, 307, 308]) {
    for (const [name, credential] of [
      ["Bearer", Credential.bearer(Redacted.make(key))],
      ["X-API-Key", apiKey]
    ] as const) {
      each(`${status} is a RedirectError, and ${name} never gets there`, () =>
        Effect.gen(function* () {
          const other = yield* FaultServer.make(() => good)
          const server = yield* FaultServer.make([FaultServer.redirect(`${other.url}/steal`, status)])
          const api = yield* client(server, { credential })
          const error = yield* failure(api.request(getThing, ["1"]))
          assert.deepInclude(error, { _tag: "RedirectError", status, attempts: 1 })
          assert.include(error.message, "redirect")
          assert.strictEqual(other.totalSockets, 0)
          assert.lengthOf(server.requests, 1)
        })
      )
    }
  }

  each("the error says where the redirect leads, without its query", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.redirect("https://other.example/login?sig=secret#x", 302)])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"]))
      assert.deepInclude(error, {
        _tag: "RedirectError",
        location: "https://other.example/login",
        category: "transport"
      })
      assert.include(error.message, "https://other.example/login")
      assert.notInclude(JSON.stringify(error), "sig=secret")
    })
  )

  each("a body never gets there", () =>
    Effect.gen(function* () {
      const other = yield* FaultServer.make(() => good)
      const server = yield* FaultServer.make([FaultServer.redirect(`${other.url}/steal`, 307)])
      const api = yield* client(server)
      assert.deepInclude(yield* failure(api.request(createThing, [], { password: "p" })), { _tag: "RedirectError" })
      assert.strictEqual(other.totalSockets, 0)
    })
  )

  each("the other name of the same machine is another origin", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((request, index) =>
        index === 0 ? FaultServer.redirect(`http://localhost:${request.headers.host?.split(":")[1]}/v1/x`) : good
      )
      const api = yield* client(server)
      assert.deepInclude(yield* failure(api.request(getThing, ["1"])), { status: 302 })
      assert.lengthOf(server.requests, 1)
    })
  )
})

describe("a redirect to the same origin", () => {
  each("is followed with the credential", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.redirect("/v1/things/2/", 307), good])
      const api = yield* client(server, { credential: apiKey })
      assert.deepInclude(yield* api.request(getThing, ["1"]), { id: "1" })
      assert.deepStrictEqual<unknown>(
        server.requests.map((request) => [request.url, request.headers["x-api-key"]]),
        [
          ["/v1/things/1", key],
          ["/v1/things/2/", key]
        ]
      )
    })
  )

  each("307 keeps method and body, 303 makes it a GET without one", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.redirect("/v1/things/", 307),
        good,
        FaultServer.redirect("/v1/things/1", 303),
        good
      ])
      const api = yield* client(server)
      yield* api.request(createThing, [], { id: "1" })
      yield* api.request(createThing, [], { id: "1" })
      assert.deepStrictEqual<unknown>(
        server.requests.map((request) => [request.method, request.text, request.headers["content-type"]]),
        [
          ["POST", `{"id":"1"}`, "application/json"],
          ["POST", `{"id":"1"}`, "application/json"],
          ["POST", `{"id":"1"}`, "application/json"],
          ["GET", "", undefined]
        ]
      )
    })
  )

  each("a circle ends after five", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.redirect("/again"))
      const api = yield* client(server)
      assert.deepInclude(yield* failure(api.request(getThing, ["1"])), { _tag: "RedirectError", status: 302 })
      assert.lengthOf(server.requests, 6)
    })
  )

  each("one without a location is a ServerError", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(302)])
      const api = yield* client(server)
      assert.deepInclude(yield* failure(api.request(getThing, ["1"])), { _tag: "RedirectError", status: 302 })
    })
  )
})
