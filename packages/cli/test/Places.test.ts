/** Whom and what a command acts for: never a default in place of an empty or a doubled name. */
import { assert, describe, it } from "@effect/vitest"
import { createLvng } from "@trilum/lvng/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as TestIo from "./support/TestIo.js"

describe("an empty name", () => {
  it.scoped("of a place or a user is refused before anything is sent", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json([]))
      const env = { ...TestIo.lumlAt(server.url), ...TestIo.lumnisAt(server.url) }
      for (const words of [
        ["luml", "collections", "list", "--orbit", ""],
        ["luml", "orbits", "list", "--organization", ""],
        ["luml", "artifacts", "delete", "a", "--yes", "--collection", " "],
        ["luml", "artifacts", "upload", "a.luml", "--orbit="],
        ["luml", "collections", "delete", "--yes", "o", "b", ""],
        ["lumnis", "files", "search", "q", "--user", ""],
        ["lumnis", "responses", "list", "--user", ""],
        ["lumnis", "users", "delete", "--yes", ""]
      ]) {
        const { code, stderr } = yield* Effect.promise(() => TestIo.run({ env }, ...words))
        assert.strictEqual(code, 2, `${words.join(" ")}: ${stderr}`)
      }
      assert.lengthOf(server.requests, 0)
    })
  )

  it("a user beside the scope of the tenant is refused", async () => {
    const env = { LUMNISAI_API_KEY: "k" }
    const { code, stderr } = await TestIo.run(
      { env },
      "lumnis",
      "responses",
      "list",
      "--user",
      "a",
      "--scope",
      "tenant"
    )
    assert.strictEqual(code, 2)
    assert.include(stderr, "tenant scope")
  })
})

describe("both variables of LVNG", () => {
  const session = `${Buffer.from("{}").toString("base64url")}.${Buffer.from("{}").toString("base64url")}.c2lnbmF0dXJl`
  const key = "lvng_sk_test_5e7c0ffee0ddba11cafe5e7c0ffee0dd"

  it.scoped("select the same credential for every operation in the command and in the library", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ success: true, data: [], agents: [] }))
      const env = { LVNG_BASE_URL: server.url, LVNG_API_KEY: key, LVNG_JWT_TOKEN: session }
      const client = createLvng({ baseUrl: server.url, apiKey: key, jwt: session })
      for (const [words, call] of [
        [["agents", "list"], () => client.agents.list()],
        [["api-keys", "list"], () => client.apiKeys.list()],
        [["workflows", "list"], () => client.workflows.list()]
      ] as ReadonlyArray<readonly [ReadonlyArray<string>, () => Promise<unknown>]>) {
        yield* Effect.promise(() => TestIo.run({ env }, "lvng", ...words))
        yield* Effect.promise(() => call().catch(() => undefined))
        const [ofCommand, ofLibrary] = server.requests.slice(-2).map(({ headers }) => headers["authorization"])
        assert.isString(ofCommand)
        assert.strictEqual(ofCommand, ofLibrary, words.join(" "))
      }
      yield* Effect.promise(() => client.close())
    })
  )
})
