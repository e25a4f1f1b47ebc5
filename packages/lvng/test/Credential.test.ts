import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import * as H from "./support/harness.js"

const list = FaultServer.json({ success: true, agents: [] })
const unauthorized = FaultServer.json({ error: "Unauthorized", message: "expired" }, { status: 401 })

const seconds = (n: number): string => H.tokenOf({ userId: "u1", exp: n })

/** A session whose tokens are counted. */
const session = (first: string, ...next: ReadonlyArray<string>) => {
  let refreshed = 0
  const options = {
    jwt: first,
    refresh: Effect.suspend(() => {
      const token = next[refreshed]
      refreshed++
      return token === undefined ? Effect.fail(new Error("the session is over")) : Effect.succeed(Redacted.make(token))
    })
  }
  return { options, refreshed: () => refreshed }
}

const bearers = (server: FaultServer.FaultServer) =>
  server.requests.map(({ headers }) => String(headers["authorization"]).replace("Bearer ", ""))

describe("the JWT of a session", () => {
  it.scoped("is renewed half a minute before it ends, not earlier, and once for many calls", () =>
    Effect.gen(function* () {
      const [first, second] = [seconds(3600), seconds(7200)]
      const { options, refreshed } = session(first, second)
      const { lvng, server } = yield* H.make(() => list, options)
      yield* lvng.agents.list()
      yield* TestClock.setTime(3_569_999)
      yield* lvng.agents.list()
      assert.strictEqual(refreshed(), 0)
      yield* TestClock.setTime(3_570_000)
      yield* Effect.all([lvng.agents.list(), lvng.agents.list(), lvng.agents.list()], { concurrency: "unbounded" })
      assert.strictEqual(refreshed(), 1)
      assert.deepStrictEqual(bearers(server), [first, first, second, second, second])
    })
  )

  it.scoped("once renewed, serves every later call until half a minute before its own end", () =>
    Effect.gen(function* () {
      const [first, second, third] = [seconds(3600), seconds(7200), seconds(10_800)]
      const { options, refreshed } = session(first, second, third)
      const { lvng, server } = yield* H.make(() => list, options)
      for (const [at, renewals] of [
        [3_570_000, 1],
        [3_570_001, 1],
        [7_169_999, 1],
        [7_170_000, 2],
        [7_200_000, 2]
      ] as const) {
        yield* TestClock.setTime(at)
        yield* lvng.agents.list()
        assert.strictEqual(refreshed(), renewals)
      }
      assert.deepStrictEqual(bearers(server), [second, second, second, third, third])
    })
  )

  it.scoped("once renewed after a 401, serves the next call, also where no end can be read", () =>
    Effect.gen(function* () {
      for (const [first, second] of [
        [seconds(3600), seconds(7200)],
        ["opaque", "d.e.f"]
      ] as const) {
        const { options, refreshed } = session(first, second)
        const { lvng, server } = yield* H.make([unauthorized, list, list, list], options)
        for (let call = 0; call < 3; call++) yield* lvng.agents.list()
        assert.strictEqual(refreshed(), 1)
        assert.deepStrictEqual(bearers(server), [first, second, second, second])
      }
    })
  )

  it.scoped("is renewed after a 401 and the call repeated once, a POST too: it was refused before it was done", () =>
    Effect.gen(function* () {
      const [first, second] = [seconds(3600), seconds(7200)]
      const { options, refreshed } = session(first, second)
      const { lvng, server } = yield* H.make(
        [unauthorized, FaultServer.json({ success: true, agent: { id: "a", name: "A" } })],
        options
      )
      yield* lvng.agents.create({ name: "A" })
      assert.deepStrictEqual(bearers(server), [first, second])
      assert.strictEqual(refreshed(), 1)
    })
  )

  it.scoped("a second 401 is the caller's to know", () =>
    Effect.gen(function* () {
      const { options } = session("a.b.c", "d.e.f")
      const { lvng, server } = yield* H.make([unauthorized, unauthorized, list], options)
      const error = yield* failure(lvng.agents.list())
      assert.include(error, { _tag: "AuthenticationError", status: 401 })
      assert.lengthOf(server.requests, 2)
    })
  )

  it.scoped("one that cannot be renewed fails with an AuthenticationError that has the cause and no token", () =>
    Effect.gen(function* () {
      const token = seconds(10)
      const { options } = session(token)
      const { lvng, server } = yield* H.make([list], options)
      yield* TestClock.setTime(3_600_000)
      const error = yield* failure(lvng.agents.list())
      assert.include(error, { _tag: "AuthenticationError", code: "JWT_REFRESH" })
      assert.include(JSON.stringify(error), "the session is over")
      assert.notInclude(JSON.stringify(error), token)
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("a new one that no header can carry is refused before it is sent, and never shown", () =>
    Effect.gen(function* () {
      for (const token of ["", "  ", "canary\r\nx-admin: 1", "canary ü"]) {
        const { options } = session(seconds(10), token)
        const { lvng, server } = yield* H.make([], options)
        yield* TestClock.setTime(3_600_000)
        const error = yield* failure(lvng.agents.list())
        assert.include(error, { _tag: "AuthenticationError", code: "JWT_REFRESH" })
        assert.include(JSON.stringify(error), "not valid in a header")
        assert.notInclude(JSON.stringify(error), "canary")
        assert.lengthOf(server.requests, 0)
      }
    })
  )

  it.scoped("one without an end that can be read is used until the platform refuses it", () =>
    Effect.gen(function* () {
      for (const token of ["opaque", "a.b.c", H.tokenOf({ exp: "soon" }), H.tokenOf([])]) {
        const { options, refreshed } = session(token, "d.e.f")
        const { lvng, server } = yield* H.make([list], options)
        yield* lvng.agents.list()
        assert.strictEqual(refreshed(), 0)
        assert.deepStrictEqual(bearers(server), [token])
      }
    })
  )
})
