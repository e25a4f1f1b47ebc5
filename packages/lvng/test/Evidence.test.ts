import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as H from "./support/harness.js"

/** Debug lines about evidence that an effect logs. */
const reported = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const lines: Array<string> = []
    const logger = Logger.make<unknown, void>(({ logLevel, message }) => {
      const line = `${logLevel.label} ${String(message)}`
      if (line.includes("named")) lines.push(line)
    })
    yield* effect.pipe(
      Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
      Logger.withMinimumLogLevel(LogLevel.Debug)
    )
    return lines
  })

const reply = () => FaultServer.json({ success: true, data: { id: "wf_1", name: "W" } })

describe("operations that are only named", () => {
  it.scoped("warn in a debug log, once for each operation of a client", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make(reply)
      const lines = yield* reported(
        Effect.all([
          lvng.workflows.get("wf_1"),
          lvng.workflows.get("wf_2"),
          lvng.workflows.update("wf_1", { name: "X" }),
          lvng.workflows.update("wf_1", { name: "Y" })
        ])
      )
      assert.deepStrictEqual(
        lines.map((line) => line.split(" is only named")[0]),
        ["DEBUG workflows.get", "DEBUG workflows.update"]
      )
    })
  )

  it.scoped("documented ones and ones seen in examples do not warn and cannot be refused", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => FaultServer.json({ success: true, data: [], agents: [] }), {
        unverified: "refuse"
      })
      const lines = yield* reported(Effect.all([lvng.agents.list(), lvng.knowledge.search("x"), lvng.workflows.list()]))
      assert.deepStrictEqual(lines, [])
      assert.lengthOf(server.requests, 3)
    })
  )

  it.scoped("are refused before anything is sent, when the client is set so; a call may allow its own", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(reply, { unverified: "refuse" })
      const error = yield* failure(lvng.workflows.get("wf_1"))
      assert.include<object>(error, {
        _tag: "UnverifiedOperation",
        name: "UnverifiedOperation",
        code: "UNVERIFIED_OPERATION",
        operation: "getWorkflow",
        path: "/api/v2/workflows/{id}",
        attempts: 0
      })
      assert.lengthOf(server.requests, 0)
      const lines = yield* reported(lvng.workflows.get("wf_1", { unverified: "allow" }))
      assert.deepStrictEqual(lines, [])
      assert.lengthOf(server.requests, 1)
    })
  )

  it.scoped("a call may refuse what its client allows", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([], { unverified: "allow" })
      const error = yield* failure(lvng.workflows.get("wf_1", { unverified: "refuse" }))
      assert.strictEqual(error._tag, "UnverifiedOperation")
      assert.lengthOf(server.requests, 0)
    })
  )
})

describe("operations of a user session (section 15, conflicts 2 and 3)", () => {
  it.scoped("fail before anything is sent when the client has an API key", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([])
      for (const call of [
        Effect.asVoid(lvng.apiKeys.list()),
        Effect.asVoid(lvng.apiKeys.create({ name: "k" })),
        Effect.asVoid(lvng.apiKeys.rotate("key_1")),
        Effect.asVoid(lvng.apiKeys.revoke("key_1"))
      ]) {
        const error = yield* failure(call)
        assert.include(error, { _tag: "JwtRequired", code: "JWT_REQUIRED", attempts: 0, platform: "lvng" })
        assert.include(error.hint, "option jwt")
      }
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("twins, settings and OODA are sent with an API key, and the server's answer is mapped", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make((request) =>
        FaultServer.json(
          request.url.includes("twin")
            ? { success: true, data: [] }
            : { success: true, data: { available: true }, settings: {} }
        )
      )
      yield* lvng.twins.list()
      yield* lvng.settings.get()
      yield* lvng.ooda.getStatus()
      assert.lengthOf(server.requests, 3)
      const rejecting = yield* H.make(() => FaultServer.json({ error: "session required" }, { status: 403 }))
      const error = yield* failure(rejecting.lvng.settings.get())
      assert.strictEqual(error._tag, "PermissionDeniedError")
      assert.include(error.message, "session required")
    })
  )

  it.scoped("are sent with a JWT, and so is everything that takes an API key, too", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => FaultServer.json({ success: true, data: [], agents: [] }), {
        jwt: H.jwt
      })
      yield* lvng.apiKeys.list()
      yield* lvng.agents.list()
      assert.lengthOf(server.requests, 2)
    })
  )

  it.scoped("pages whose text says JWT while their sample sends a key take a key", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => FaultServer.json({ success: true, agent: { id: "a", name: "A" } }))
      yield* lvng.agents.create({ name: "A" })
      assert.lengthOf(server.requests, 1)
    })
  )
})
