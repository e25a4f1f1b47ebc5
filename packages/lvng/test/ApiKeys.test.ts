import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as H from "./support/harness.js"

const secret = "lvng_sk_live_ffffffffffffffffffffffffffffffff"

describe("API keys", () => {
  it.scoped("a new key is redacted, with everything else as the server sent it", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(
        [FaultServer.json({ success: true, data: { id: "key_1", key: secret, key_prefix: "ffffffff" } })],
        { jwt: H.jwt }
      )
      const created = yield* lvng.apiKeys.create({ name: "ci", scopes: ["read"], expires_in_days: 30 })
      assert.strictEqual(Redacted.value(created.data.key), secret)
      assert.include<object>(created.data, { id: "key_1", key_prefix: "ffffffff" })
      assert.notInclude(`${inspect(created, { depth: 9, showHidden: true })}${JSON.stringify(created)}`, secret)
      assert.deepStrictEqual(server.requests[0]?.json(), { name: "ci", scopes: ["read"], expires_in_days: 30 })
    })
  )

  it.scoped("a replaced key is redacted; an answer without one is passed on as it is", () =>
    Effect.gen(function* () {
      const bodies = [{ success: true }, { data: null }, { data: { id: "key_1" } }, { data: { key: null } }]
      const { lvng } = yield* H.make(
        [{ data: { id: "key_1", key: secret } }, ...bodies].map((body) => FaultServer.json(body)),
        { jwt: H.jwt }
      )
      const { data } = yield* lvng.apiKeys.rotate("key_1")
      assert.strictEqual(data?.key instanceof Object && Redacted.value(data.key), secret)
      for (const body of bodies) assert.deepStrictEqual<unknown>(yield* lvng.apiKeys.rotate("key_1"), body)
    })
  )

  it.live("on the emulator: made, used, narrowed by scope, replaced, revoked; the eleventh is refused", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const { emulator, lvng } = yield* H.emulated({ jwt: H.jwt })
        const { data } = yield* lvng.apiKeys.create({ name: "reader", scopes: ["read"] })
        const reader = yield* H.client(emulator.urls.lvng, { apiKey: data.key })
        yield* reader.agents.list()
        assert.strictEqual((yield* failure(reader.agents.create({ name: "A" })))._tag, "PermissionDeniedError")
        yield* lvng.apiKeys.rotate(data.id)
        assert.strictEqual((yield* failure(reader.agents.list()))._tag, "AuthenticationError")
        const [listed] = (yield* lvng.apiKeys.list()).data
        yield* lvng.apiKeys.revoke(listed?.id ?? "")
        for (let index = 0; index < 10; index++) yield* lvng.apiKeys.create({ name: `k${index}` })
        assert.strictEqual((yield* failure(lvng.apiKeys.create({ name: "k10" })))._tag, "ValidationError")
      })
    )
  )

  it.live("the data of another tenant is not found, whoever knows its id (section 2)", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const { emulator, lvng } = yield* H.emulated({ jwt: H.jwt })
        const token = H.tokenOf({ userId: "u2", organizationId: "another" })
        const other = yield* H.client(emulator.urls.lvng, { jwt: token })
        const made = yield* lvng.workflows.create({ name: "W" })
        const id = made.data?.id ?? ""
        assert.include(yield* failure(other.workflows.get(id)), { _tag: "NotFoundError", identifier: id })
      })
    )
  )
})
