import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { Lumnis, Options } from "../src/Lumnis.js"
import * as H from "./support/harness.js"

/** Makes a call and gives the request it made, whatever came of it. */
const requestOf = (call: (lumnis: Lumnis.Service) => Effect.Effect<unknown, unknown>, options?: Partial<Options>) =>
  Effect.gen(function* () {
    const { lumnis, server } = yield* H.make([FaultServer.json({})], options)
    yield* Effect.ignore(call(lumnis))
    const [request] = yield* server.awaitRequests(1)
    return request ?? assert.fail("no request")
  })

describe("hand-tuned resources", () => {
  it.scoped("users are found by id or e-mail, encoded as one segment", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* requestOf((l) => l.users.get("a+b@x.io"))).url, "/v1/users/a%2Bb%40x.io")
      assert.strictEqual((yield* requestOf((l) => l.users.delete("a/../b?c"))).url, "/v1/users/a%2F..%2Fb%3Fc")
    })
  )

  it.scoped("a thread's title is cleared by null and left alone by undefined", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* requestOf((l) => l.threads.update("t", { title: null }))).text, '{"title":null}')
      assert.strictEqual((yield* requestOf((l) => l.threads.update("t", { title: undefined }))).text, "{}")
    })
  )

  it.scoped("the tenant is the given one, else the configured one, else that of the key", () =>
    Effect.gen(function* () {
      const configured = { tenantId: H.ids.tenant }
      assert.strictEqual((yield* requestOf((l) => l.tenant.get())).url, "/v1/tenant")
      assert.strictEqual((yield* requestOf((l) => l.tenant.get(), configured)).url, `/v1/tenants/${H.ids.tenant}`)
      const other = "0b0a8a86-3c5f-4f0f-9c0b-0d7f6d1c2e11"
      assert.strictEqual((yield* requestOf((l) => l.tenant.get(other), configured)).url, `/v1/tenants/${other}`)
      assert.strictEqual((yield* requestOf((l) => l.tenant.getCurrent(), configured)).url, "/v1/tenant")
      const listing = yield* requestOf((l) => l.users.list(), configured)
      assert.notInclude(JSON.stringify(listing.rawHeaders) + listing.url, H.ids.tenant)
    })
  )

  it.scoped("a tenant id of a call that is no UUID is invalid before sending", () =>
    Effect.gen(function* () {
      for (const id of ["None", "abc", "", "undefined"]) {
        const { lumnis, server } = yield* H.make([], { tenantId: H.ids.tenant })
        const error = yield* Effect.flip(lumnis.tenant.get(id))
        assert.deepInclude(error, { _tag: "ValidationError", attempts: 0, operation: "getTenant" })
        assert.lengthOf(server.requests, 0)
      }
    })
  )

  it.scoped("a run is not created with a file that only this machine can read", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([H.created()])
      const create = (uri: string) =>
        lumnis.responses.create({
          user_id: "ada",
          messages: [{ role: "user", content: "hi" }],
          files: [{ name: "secret.txt", uri }]
        })
      for (const uri of ["./secret.txt", "/etc/passwd", "secret.txt"]) {
        assert.strictEqual((yield* Effect.flip(create(uri)))._tag, "LocalFileNotSupported")
      }
      assert.lengthOf(server.requests, 0)
      yield* create("artifact_1")
      assert.lengthOf(server.requests, 1)
    })
  )

  it.scoped("app names are sent in upper case, in path, body and lists", () =>
    Effect.gen(function* () {
      const ada = (l: Lumnis.Service) => l.forUser("ada").integrations
      assert.strictEqual(
        (yield* requestOf((l) => l.integrations.isAppEnabled("gmail"))).url,
        "/v1/integrations/apps/GMAIL/enabled"
      )
      assert.strictEqual(
        (yield* requestOf((l) => ada(l).getConnectionStatus("ada", "gmail"))).url,
        "/v1/integrations/connections/ada/GMAIL"
      )
      const initiate = yield* requestOf((l) => ada(l).initiateConnection({ app_name: "gmail" }))
      assert.deepStrictEqual(initiate.json(), { app_name: "GMAIL", user_id: "ada" })
      const batch = yield* requestOf((l) => ada(l).getConnectionsBatch({ app_names: ["gmail", "Slack"] }))
      assert.deepStrictEqual(batch.json(), { app_names: ["GMAIL", "SLACK"], user_id: "ada" })
    })
  )

  it.scoped("a provider key is checked before it is sent, and sent as it is", () =>
    Effect.gen(function* () {
      const provider = "OPENAI_API_KEY"
      for (const api_key of ["sk-abc", Redacted.make("sk-abc")]) {
        const request = yield* requestOf((l) => l.externalApiKeys.create({ provider, api_key }))
        assert.deepStrictEqual(request.json(), { provider, api_key: "sk-abc" })
      }
      const { lumnis, server } = yield* H.make([])
      for (const api_key of ["", "ab", Redacted.make("ab"), "x".repeat(2001)]) {
        const error = yield* Effect.flip(lumnis.externalApiKeys.create({ provider, api_key }))
        assert.strictEqual(error._tag, "ValidationError")
        assert.match(error.message, /it must have 3 to 2000/)
      }
      assert.strictEqual(server.requests.length, 0)
    })
  )

  it.scoped("every provider of the contract is accepted, also one it does not know yet", () =>
    Effect.gen(function* () {
      for (const provider of ["AZURE_API_KEY", "AWS_SECRET_ACCESS_KEY", "BRAND_NEW_API_KEY"]) {
        const request = yield* requestOf((l) => l.externalApiKeys.create({ provider, api_key: "abc" }))
        assert.deepStrictEqual(request.json(), { provider, api_key: "abc" })
      }
      const removal = yield* requestOf((l) => l.externalApiKeys.delete("OPENAI_API_KEY", { key_name: "main" }))
      assert.strictEqual(removal.url, "/v1/external-api-keys/OPENAI_API_KEY?key_name=main")
    })
  )

  it.scoped("user_id keeps its name in the query (defect 19)", () =>
    Effect.gen(function* () {
      const request = yield* requestOf((l) => l.forUser("ada").threads.list({ limit: 10 }))
      assert.strictEqual(request.url, "/v1/threads?limit=10&user_id=ada")
    })
  )

  it.scoped("a list is lazy and ends when the total is reached", () =>
    Effect.gen(function* () {
      const thread = (n: number) => ({ thread_id: `t${n}`, tenant_id: "n", created_at: "2025-09-14T19:24:28Z" })
      const page = (offset: number, count: number) =>
        FaultServer.json({
          threads: Array.from({ length: count }, (_, n) => thread(offset + n)),
          total: 5,
          limit: 2,
          offset
        })
      const { lumnis, server } = yield* H.make([page(0, 2), page(2, 2), page(4, 1)])
      const all = yield* Stream.runCollect(lumnis.forUser("ada").threads.listAll({ limit: 2 }))
      assert.deepStrictEqual(
        [...all].map(({ thread_id }) => thread_id),
        ["t0", "t1", "t2", "t3", "t4"]
      )
      assert.deepStrictEqual(
        server.requests.map(({ url }) => new URL(url, server.url).searchParams.get("offset")),
        ["0", "2", "4"]
      )
    })
  )
})
