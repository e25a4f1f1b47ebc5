import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import type { Lumnis } from "../src/Lumnis.js"
import { CrmNotConnectedError, createLumnis, SourcesNotAvailableError } from "../src/promise.js"
import { availableSources } from "../src/resources/People.js"
import * as H from "./support/harness.js"

type Client = Lumnis.Service

const failing = (
  status: number,
  body: unknown,
  call: (client: Client) => Effect.Effect<unknown, unknown>,
  headers: Readonly<Record<string, string>> = {}
) =>
  Effect.gen(function* () {
    const { lumnis } = yield* H.make([FaultServer.json(body, { status, headers })], { retry: false })
    return yield* Effect.flip(call(lumnis.forUser("ada")))
  })

const search = (client: Client) => client.people.quickSearch({ query: "q" })
const preview = (client: Client) => client.people.previewPosts({ post_urls: ["https://x.io/1"] })
const crmSync = (client: Client) => client.crm.syncContacts({ provider: "attio" })

describe("people", () => {
  const unavailable = "Sources not available. Available: ['PDL', \"CORESIGNAL\"]"

  it.scoped("no source at all, and sources that are not there, have errors of their own wherever the code stands", () =>
    Effect.gen(function* () {
      const bodies = (code: string, message: string) => [
        { error: { code, message } },
        { detail: { error: { code, message } } },
        { detail: { code, message } }
      ]
      for (const call of [search, preview]) {
        for (const body of bodies("NO_DATA_SOURCES", "none")) {
          const error = yield* failing(400, body, call, { "x-request-id": "r1" })
          assert.deepInclude(error, {
            _tag: "NoDataSourcesError",
            code: "NO_DATA_SOURCES",
            status: 400,
            requestId: "r1"
          })
        }
        for (const body of bodies("SOURCES_NOT_AVAILABLE", unavailable)) {
          const error = yield* failing(400, body, call)
          assert.deepInclude(error, { _tag: "SourcesNotAvailableError", status: 400 })
          assert.deepStrictEqual(Reflect.get(Object(error), "availableSources"), ["PDL", "CORESIGNAL"])
        }
      }
    })
  )

  it.scoped("other refusals stay what they are, with their code", () =>
    Effect.gen(function* () {
      const key = yield* failing(400, { error: { code: "NO_CRUSTDATA_KEY", message: "x" } }, preview)
      assert.deepInclude(key, { _tag: "ValidationError", code: "NO_CRUSTDATA_KEY" })
      const conflict = yield* failing(409, { error: { code: "NO_DATA_SOURCES", message: "x" } }, search)
      assert.strictEqual(Reflect.get(Object(conflict), "_tag"), "ConflictError")
    })
  )

  it("a message lists sources in any quoting, or none", () => {
    assert.deepStrictEqual(availableSources("Available: [PDL,CRUST_DATA ]"), ["PDL", "CRUST_DATA"])
    assert.deepStrictEqual(availableSources("Available: []"), [])
    assert.deepStrictEqual(availableSources("nothing of the kind"), [])
    assert.deepStrictEqual(availableSources("Available: ['PDL"), [])
  })
})

describe("CRM", () => {
  const codes: ReadonlyArray<readonly [number, string, string]> = [
    [409, "crm_not_connected", "CrmNotConnectedError"],
    [404, "prospect_not_found", "ProspectNotFoundError"],
    [422, "linkedin_url_unresolved", "LinkedInUrlUnresolvedError"],
    [502, "crm_upstream_error", "CrmUpstreamError"],
    [503, "crm_upstream_rate_limited", "CrmUpstreamRateLimitedError"]
  ]

  it.scoped("every documented code is an error of its own, on every route", () =>
    Effect.gen(function* () {
      const routes: ReadonlyArray<(client: Client) => Effect.Effect<unknown, unknown>> = [
        crmSync,
        (c) => c.crm.getContactsSyncStatus({ provider: "attio" }),
        (c) => c.crm.waitForContactsSync({ provider: "attio" }),
        (c) => c.crm.matchBatch({ provider: "attio", linkedin_urls: ["https://www.linkedin.com/in/a"] }),
        (c) => c.crm.syncProspect({ provider: "attio", linkedin_url: "https://www.linkedin.com/in/a" }),
        (c) => c.crm.listExclusionGrants({ member_user_id: "ada" }),
        (c) => c.crm.grantExclusionGrant({ member_user_id: "m", owner_user_id: "o" }),
        (c) => c.crm.revokeExclusionGrant({ member_user_id: "m", owner_user_id: "o" })
      ]
      for (const call of routes) {
        for (const [status, code, tag] of codes) {
          const error = yield* failing(status, { detail: { code, message: "no" } }, call, { "retry-after": "7" })
          assert.deepInclude(error, { _tag: tag, status, code })
          assert.strictEqual(Reflect.get(Object(error), "retryAfter"), status >= 500 ? 7 : undefined)
        }
      }
      const other = yield* failing(409, { detail: { code: "something_else", message: "no" } }, crmSync)
      assert.strictEqual(Reflect.get(Object(other), "_tag"), "ConflictError")
    })
  )

  it.scoped("connect_url is found wherever it stands, unless it carries a credential", () =>
    Effect.gen(function* () {
      const url = "https://app.lumnis.example/connect/attio"
      const code = "crm_not_connected"
      for (const body of [
        { code, message: "m", connect_url: url },
        { detail: { code, message: "m", connect_url: url } },
        { error: { code, message: "m", connect_url: url } },
        { detail: { error: { code, message: "m", connect_url: url } } }
      ]) {
        const error = yield* failing(409, body, crmSync)
        assert.strictEqual(Reflect.get(Object(error), "connectUrl"), url)
      }
      const secret = yield* failing(409, { code, message: "m", connect_url: `${url}?token=abcdef0123456789` }, crmSync)
      assert.strictEqual(Reflect.get(Object(secret), "_tag"), "CrmNotConnectedError")
      assert.notProperty(secret, "connectUrl")
      assert.notInclude(JSON.stringify(secret), "abcdef0123456789")
    })
  )
})

describe("drafts and conversations", () => {
  it.scoped("404 and 400 keep what the server said (defect 22)", () =>
    Effect.gen(function* () {
      const detail = { code: "DRAFT_SENT", message: "the draft was sent already", field: "draft_id" }
      const sent = yield* failing(400, { detail }, (c) => c.messaging.cancelDraft("d"))
      assert.deepInclude(sent, { _tag: "ValidationError", status: 400, code: "DRAFT_SENT" })
      assert.deepStrictEqual(Reflect.get(Object(sent), "body"), { detail })
      const gone = yield* failing(404, { detail: "no such conversation" }, (c) => c.messaging.getConversation("c"))
      assert.deepInclude(gone, { _tag: "NotFoundError", identifier: "c" })
      assert.match(String(Reflect.get(Object(gone), "message")), /no such conversation/)
    })
  )
})

describe("promises", () => {
  it.scoped("reject with the same classes", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.json({ error: { code: "SOURCES_NOT_AVAILABLE", message: "Available: ['PDL']" } }, { status: 400 }),
        FaultServer.json({ code: "crm_not_connected", message: "m" }, { status: 409 })
      ])
      yield* Effect.promise(async () => {
        const lumnis = createLumnis({ apiKey: H.apiKey, baseUrl: server.url, retry: false }).forUser("ada")
        const people = await lumnis.people.quickSearch({ query: "q" }).catch((failure: unknown) => failure)
        assert.instanceOf(people, SourcesNotAvailableError)
        assert.deepStrictEqual(people.availableSources, ["PDL"])
        const crm = await lumnis.crm.syncContacts({ provider: "attio" }).catch((failure: unknown) => failure)
        assert.instanceOf(crm, CrmNotConnectedError)
      })
    })
  )
})
