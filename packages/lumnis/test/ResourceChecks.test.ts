import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { Lumnis } from "../src/Lumnis.js"
import * as H from "./support/harness.js"

type Client = Lumnis.Service

const loose = (value: unknown) => value as never
const list = <A>(length: number, item: (n: number) => A) => Array.from({ length }, (_, n) => item(n))
const urls = (length: number) => list(length, (n) => `https://www.linkedin.com/in/${n}`)

type Rejection = readonly [message: RegExp, call: (client: Client) => Effect.Effect<unknown, unknown>, code?: string]

const rejected: Readonly<Record<string, ReadonlyArray<Rejection>>> = {
  people: [
    [/query must be/, (c) => c.people.quickSearch({ query: " " })],
    [
      /limit must be a whole number from 1 to 100/,
      (c) => c.people.quickSearch({ query: "q", limit: 0 }),
      "INVALID_LIMIT"
    ],
    [/limit/, (c) => c.people.quickSearch({ query: "q", limit: 101 }), "INVALID_LIMIT"],
    [
      /"LINKEDIN" is invalid/,
      (c) => c.people.quickSearch({ query: "q", data_sources: ["PDL", "LINKEDIN"] }),
      "INVALID_DATA_SOURCE"
    ],
    [
      /data_sources must be/,
      (c) => c.people.quickSearch({ query: "q", data_sources: loose("PDL") }),
      "INVALID_DATA_SOURCE"
    ],
    [/post_urls must be/, (c) => c.people.previewPosts({ post_urls: [] }), "INVALID_POST_URLS"],
    [/post_urls must be/, (c) => c.people.previewPosts({ post_urls: loose("https://x") }), "INVALID_POST_URLS"],
    [/post_urls must be/, (c) => c.people.previewPosts({ post_urls: ["x", ""] }), "INVALID_POST_URLS"],
    [
      /1 to 50 items, not of 51; send them in parts/,
      (c) => c.people.previewPosts({ post_urls: urls(51) }),
      "TOO_MANY_URLS"
    ]
  ],
  enrichment: [
    [/prospects must be a list of 1 to 50 items, not of 0/, (c) => c.enrichment.enrichContacts({ prospects: [] })],
    [/not of 51/, (c) => c.enrichment.enrichContacts({ prospects: list(51, () => ({ full_name: "A" })) })]
  ],
  contactRelationships: [
    [/limit must be a whole number from 1 to 500/, (c) => c.contactRelationships.get({ limit: 501 })],
    [/offset must be/, (c) => c.contactRelationships.waitUntilReady({ offset: -1 })]
  ],
  crm: [
    [/1 to 1000 items, not of 0/, (c) => c.crm.matchBatch({ provider: "attio", linkedin_urls: [] })],
    [/not of 1001/, (c) => c.crm.matchBatch({ provider: "attio", linkedin_urls: urls(1001) })],
    [/URL of a profile/, (c) => c.crm.syncProspect({ provider: "attio", linkedin_url: "https://x.com/ada" })]
  ],
  mcpServers: [
    [/stdio requires a command/, (c) => c.mcpServers.create({ name: "n", scope: "tenant", transport: "stdio" })],
    [/url must start with/, (c) => c.mcpServers.create({ name: "n", scope: "tenant", transport: "sse" })],
    [
      /url must start with/,
      (c) => c.mcpServers.create({ name: "n", scope: "tenant", transport: "streamable_http", url: "ftp://x.io" })
    ],
    [
      /remove user_identifier/,
      (c) =>
        c.mcpServers.create({ name: "n", scope: "tenant", transport: "stdio", command: "c", user_identifier: "ada" })
    ],
    [
      /scope must be one of/,
      (c) => c.mcpServers.create({ name: "n", scope: loose("all"), transport: "stdio", command: "c" })
    ],
    [/transport must be one of/, (c) => c.mcpServers.create({ name: "n", scope: "tenant", transport: loose("ws") })],
    [/name must be/, (c) => c.mcpServers.create({ name: "", scope: "tenant", transport: "stdio", command: "c" })],
    [
      /name .* 255/,
      (c) => c.mcpServers.create({ name: "n".repeat(256), scope: "tenant", transport: "stdio", command: "c" })
    ],
    [/url must start with/, (c) => c.mcpServers.update("s", { url: "x.io" })],
    [/description .* 1000/, (c) => c.mcpServers.update("s", { description: "d".repeat(1001) })],
    [/stdio requires a command/, (c) => c.mcpServers.testConfig({ transport: "stdio" })],
    [/url must start with/, (c) => c.mcpServers.testConfig({ transport: "sse", url: "https://" })],
    [/limit must be a whole number from 1 to 100/, (c) => Stream.runDrain(c.mcpServers.listAll({ limit: 101 }))]
  ],
  modelPreferences: [
    [/at least one model type/, (c) => c.modelPreferences.updateBulk({ preferences: {} })],
    [
      /preferences.FAST_MODEL.provider must be/,
      (c) => c.modelPreferences.updateBulk({ preferences: { FAST_MODEL: { provider: "", model_name: "m" } } })
    ],
    [
      /remove it, or use the same type/,
      (c) =>
        c.modelPreferences.updateBulk({
          preferences: { FAST_MODEL: { provider: "openai", model_name: "m", model_type: "SMART_MODEL" } }
        })
    ],
    [/model_name must be/, (c) => c.modelPreferences.update("FAST_MODEL", { provider: "openai", model_name: " " })],
    [/body must be a list of at least 1/, (c) => c.modelPreferences.checkAvailability({ body: [] })]
  ],
  skills: [
    [/name .* 1000/, (c) => c.skills.create({ name: "n".repeat(1001), description: "d", content: "c" })],
    [/content must be/, (c) => c.skills.create({ name: "n", description: "d", content: "" })],
    [/category .* 100/, (c) => c.skills.update("s", { category: "c".repeat(101) })],
    [/version .* 20/, (c) => c.skills.update("s", { version: "1".repeat(21) })],
    [/days_back/, (c) => c.skills.getAnalytics({ days_back: 0 })]
  ],
  threads: [
    [/title .* 500/, (c) => c.threads.create({ title: "t".repeat(501) })],
    [/title .* 500/, (c) => c.threads.update("t", { title: "t".repeat(501) })]
  ],
  responses: [
    [/feedback_text must be/, (c) => c.responses.createFeedback("r", { feedback_text: " " })],
    [/feedback_text .* 5000/, (c) => c.responses.createFeedback("r", { feedback_text: "x".repeat(5001) })],
    [
      /tool_args_update requires tool_call_id/,
      (c) => c.responses.createFeedback("r", { feedback_text: "x", tool_args_update: { a: 1 } })
    ]
  ],
  email: [
    [/daily_volume_cap must be/, (c) => c.email.updatePersona("o", "p", { daily_volume_cap: -1 })],
    [
      /daily_volume_cap must be/,
      (c) => c.email.addPersona("o", { first_name: "A", last_name: "B", daily_volume_cap: 0.5 })
    ],
    [/daily_send_cap .* at least 1/, (c) => c.email.updateMailbox("o", "m", { daily_send_cap: 0 })]
  ],
  campaigns: [
    [/prospects must be/, (c) => c.campaigns.addProspects("c", { prospects: [] })],
    [/asset_ids must be/, (c) => c.campaigns.linkAssets("c", { asset_ids: [] })],
    [/items must be/, (c) => c.campaigns.upsertAssets("c", { items: [] })],
    [/items must be/, (c) => c.campaigns.bulkApprovals({ items: [] })]
  ],
  assets: [[/key must be/, (c) => c.assets.create({ name: "n", key: "", value: "v" })]],
  sequences: [
    [/1 to 100 items, not of 101/, (c) => c.sequences.batchGetExecutions({ execution_ids: list(101, String) })],
    [/1 to 500 items, not of 501/, (c) => c.sequences.getEngagementStatus({ execution_ids: list(501, String) })],
    [
      /1 to 10 items, not of 11/,
      (c) => c.sequences.batchPoll({ requests: list(11, (n) => ({ id: `${n}`, type: "rate_limits", params: {} })) })
    ],
    [
      /requests\[0\].params.project_ids .* at most 20 items, not of 21/,
      (c) =>
        c.sequences.batchPoll({ requests: [{ id: "1", type: "metrics", params: { project_ids: list(21, String) } }] })
    ],
    [
      /requests\[0\].params.limit .* from 1 to 100/,
      (c) =>
        c.sequences.batchPoll({
          requests: [{ id: "1", type: "executions", params: { project_ids: ["p"], limit: 101 } }]
        })
    ],
    [/prospects must be/, (c) => c.sequences.startExecutions({ template_id: "t", prospects: [] })],
    [
      /daily_limits.message .* from 0 to 150/,
      (c) => c.sequences.updateLinkedInAccountRateLimits({ daily_limits: { message: 151 } })
    ]
  ],
  messaging: [
    [/requires an email, a linkedin_url or a provider_id/, (c) => c.messaging.checkPriorContact({ email: "" })],
    [/message_limit .* from 1 to 20/, (c) => c.messaging.checkPriorContact({ email: "a@b.c", message_limit: 21 })],
    [/1 to 50 items, not of 0/, (c) => c.messaging.batchCheckPriorContact({ prospects: [] })],
    [
      /not of 51/,
      (c) =>
        c.messaging.batchCheckPriorContact({ prospects: list(51, (n) => ({ prospect_id: `${n}`, email: "a@b.c" })) })
    ],
    [
      /prospects\[1\] requires/,
      (c) =>
        c.messaging.batchCheckPriorContact({
          prospects: [{ prospect_id: "1", provider_id: "p" }, { prospect_id: "2" }]
        })
    ],
    [
      /message_limit .* from 1 to 10/,
      (c) => c.messaging.batchCheckPriorContact({ prospects: [{ prospect_id: "1", email: "a" }], message_limit: 11 })
    ],
    [/prospects must be/, (c) => c.messaging.syncConversations({ prospects: [] })],
    [/prospects\[0\] requires/, (c) => c.messaging.syncConversations({ prospects: [{ prospect_id: "1" }] })],
    [/draft_ids must be/, (c) => c.messaging.sendBatchDrafts({ draft_ids: [] })],
    [/send_rate_per_day .* 100/, (c) => c.messaging.sendBatchDrafts({ draft_ids: ["d"], send_rate_per_day: 101 })],
    [
      /prospects must be/,
      (c) => c.messaging.createBatchDrafts({ channel: "linkedin", project_id: "p", prospects: [] })
    ],
    [
      /prospects\[0\].priority .* from 0 to 10/,
      (c) =>
        Stream.runDrain(
          c.messaging.draftBatch({
            channel: "linkedin",
            project_id: "p",
            prospects: [{ external_id: "e", name: "n", priority: 11 }]
          })
        )
    ]
  ],
  integrations: [
    [/app_name must be/, (c) => c.integrations.connect({ app_name: "" })],
    [/app_names must be/, (c) => c.integrations.getConnectionsBatch({ app_names: [] })],
    [
      /deadline is not a duration/,
      (c) => c.integrations.waitForConnection("ada", "gmail", { deadline: loose("later") })
    ]
  ]
}

describe("what is wrong is refused before anything is sent", () => {
  for (const [resource, cases] of Object.entries(rejected)) {
    it.scoped(resource, () =>
      Effect.gen(function* () {
        const { lumnis, server } = yield* H.make([])
        const client = lumnis.forUser("ada")
        for (const [message, call, code = "INVALID_INPUT"] of cases) {
          const error = yield* Effect.flip(call(client))
          assert.deepInclude(error, { _tag: "ValidationError", code, attempts: 0, platform: "lumnis" }, String(message))
          assert.match(String(Reflect.get(Object(error), "message")), message)
          assert.include(String(Reflect.get(Object(error), "message")), `${resource}.`)
        }
        assert.strictEqual(server.requests.length, 0)
      })
    )
  }
})

describe("the bounds of the platform", () => {
  it.scoped("are accepted themselves, at both ends", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make(() => FaultServer.json({}))
      const client = lumnis.forUser("ada")
      const email = { email: "a@b.c" }
      const prospect = { prospect_id: "1", email: "a@b.c" }
      const ends = (low: number, high: number, call: (value: number) => Effect.Effect<unknown, unknown>) => [
        call(low),
        call(high)
      ]
      const calls = [
        ...ends(1, 100, (limit) => client.people.quickSearch({ query: "q", limit })),
        ...ends(1, 50, (count) => client.people.previewPosts({ post_urls: urls(count) })),
        ...ends(1, 50, (count) =>
          client.enrichment.enrichContacts({ prospects: list(count, () => ({ full_name: "A" })) })
        ),
        ...ends(1, 500, (limit) => client.contactRelationships.get({ limit, offset: 0 })),
        ...ends(1, 1000, (count) => client.crm.matchBatch({ provider: "attio", linkedin_urls: urls(count) })),
        ...ends(1, 20, (message_limit) => client.messaging.checkPriorContact({ ...email, message_limit })),
        ...ends(1, 10, (message_limit) =>
          client.messaging.batchCheckPriorContact({ prospects: [prospect], message_limit })
        ),
        ...ends(1, 50, (count) => client.messaging.batchCheckPriorContact({ prospects: list(count, () => prospect) })),
        ...ends(1, 100, (send_rate_per_day) =>
          client.messaging.sendBatchDrafts({ draft_ids: ["d"], send_rate_per_day, priority: 0 })
        ),
        ...ends(1, 100, (count) => client.sequences.batchGetExecutions({ execution_ids: list(count, String) })),
        ...ends(1, 500, (count) => client.sequences.getEngagementStatus({ execution_ids: list(count, String) })),
        ...ends(1, 100, (limit) =>
          client.sequences.batchPoll({
            requests: [{ id: "1", type: "executions", params: { project_ids: ["p"], limit } }]
          })
        ),
        ...ends(0, 20, (count) =>
          client.sequences.batchPoll({
            requests: [{ id: "1", type: "metrics", params: { project_ids: list(count, String) } }]
          })
        ),
        ...ends(0, 500, (connection_request) =>
          client.sequences.updateLinkedInAccountRateLimits({ daily_limits: { connection_request } })
        )
      ]
      for (const [index, call] of calls.entries()) {
        yield* Effect.ignore(call)
        assert.lengthOf(server.requests, index + 1, `call ${index} was not sent`)
      }
    })
  )

  it.scoped("end every daily limit of an account at its own ceiling", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([])
      const ceilings = {
        connection_request: 500,
        message: 150,
        inmail: 1000,
        view_profile: 200,
        like_post: 100,
        comment_post: 50
      }
      for (const [action, ceiling] of Object.entries(ceilings)) {
        const error = yield* Effect.flip(
          lumnis.forUser("ada").sequences.updateLinkedInAccountRateLimits({ daily_limits: { [action]: ceiling + 1 } })
        )
        assert.include(String(Reflect.get(error, "message")), `daily_limits.${action}`)
        assert.include(String(Reflect.get(error, "message")), `from 0 to ${ceiling}`)
      }
      assert.lengthOf(server.requests, 0)
    })
  )
})

describe("what no type let through", () => {
  it.scoped("is a typed error, too, and no crash", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([])
      const client = lumnis.forUser("ada")
      const calls: ReadonlyArray<readonly [RegExp, (c: Client) => Effect.Effect<unknown, unknown>]> = [
        [/candidate_profiles must be a list/, (c) => c.agents.peopleScoring("q", loose({}))],
        [
          /criteria_definitions must be a list/,
          (c) => c.agents.deepPeopleSearch("q", loose({ criteria_definitions: 7, criteria_classification: {} }))
        ],
        [/files must be a list/, (c) => c.files.bulkUpload(loose({ scope: "user" }))],
        [/body must be a list/, (c) => c.modelPreferences.checkAvailability(loose({}))],
        [/a required parameter is missing/, (c) => c.modelPreferences.updateBulk(loose({}))],
        [/requests must be a list/, (c) => c.sequences.batchPoll(loose({ requests: "x" }))],
        [/a required parameter is missing/, (c) => c.sequences.updateLinkedInAccountRateLimits(loose(undefined))],
        [
          /prospects must be a list/,
          (c) => c.messaging.createBatchDrafts(loose({ channel: "gmail", project_id: "p" }))
        ],
        [/prospects must be a list/, (c) => Stream.runDrain(c.messaging.draftBatch(loose({ channel: "gmail" })))],
        [/a required parameter is missing/, (c) => c.people.quickSearch(loose(undefined))],
        [/a required parameter is missing/, (c) => c.mcpServers.create(loose(undefined))],
        [/a required parameter is missing/, (c) => c.files.upload(loose(undefined))]
      ]
      for (const [message, call] of calls) {
        const error = yield* Effect.flip(call(client))
        assert.deepInclude(error, { _tag: "ValidationError", code: "INVALID_INPUT", attempts: 0 }, String(message))
        assert.match(String(Reflect.get(Object(error), "message")), message)
      }
      assert.strictEqual(server.requests.length, 0)
    })
  )
})

const bodyOf = (call: (client: Client) => Effect.Effect<unknown, unknown>) =>
  Effect.gen(function* () {
    const { lumnis, server } = yield* H.make([FaultServer.json({})])
    yield* Effect.ignore(call(lumnis.forUser("ada")))
    const [request] = yield* server.awaitRequests(1)
    return request ?? assert.fail("no request")
  })

describe("what is sent", () => {
  it.scoped("updatePersona reads, resets and sets, and the three stay apart on the wire", () =>
    Effect.gen(function* () {
      const texts = yield* Effect.forEach(
        [
          (c: Client) => c.email.updatePersona("o", "p"),
          (c: Client) => c.email.readPersona("o", "p"),
          (c: Client) => c.email.resetPersonaCap("o", "p"),
          (c: Client) => c.email.updatePersona("o", "p", { daily_volume_cap: null }),
          (c: Client) => c.email.updatePersona("o", "p", { daily_volume_cap: 0 }),
          (c: Client) => c.email.updatePersona("o", "p", { daily_volume_cap: 40 })
        ],
        (call) => Effect.map(bodyOf(call), ({ text, url }) => [text, url.endsWith("?user_id=ada")])
      )
      assert.deepStrictEqual(texts, [
        ["{}", true],
        ["{}", true],
        ['{"daily_volume_cap":null}', true],
        ['{"daily_volume_cap":null}', true],
        ['{"daily_volume_cap":0}', true],
        ['{"daily_volume_cap":40}', true]
      ])
    })
  )

  it.scoped("bulk preferences say their model type twice, once as key and once in the item", () =>
    Effect.gen(function* () {
      const request = yield* bodyOf((c) =>
        c.modelPreferences.updateBulk({
          preferences: {
            FAST_MODEL: { provider: "openai", model_name: "gpt-5" },
            NEW_MODEL: { provider: "x", model_name: "y" }
          }
        })
      )
      assert.deepStrictEqual(request.json(), {
        preferences: {
          FAST_MODEL: { provider: "openai", model_name: "gpt-5", model_type: "FAST_MODEL" },
          NEW_MODEL: { provider: "x", model_name: "y", model_type: "NEW_MODEL" }
        }
      })
    })
  )

  it.scoped("availability is asked with a bare array, and answered with one", () =>
    Effect.gen(function* () {
      const request = yield* bodyOf((c) =>
        c.modelPreferences.checkAvailability({ body: [{ provider: "openai", model_name: "gpt-5" }] })
      )
      assert.deepStrictEqual(request.json(), [{ provider: "openai", model_name: "gpt-5" }])
    })
  )

  it.scoped("secrets of an MCP server are sent as they are, and shown nowhere else", () =>
    Effect.gen(function* () {
      const secret = "zq9-Canary/Mcp+81~x"
      const server = {
        name: "files",
        transport: "stdio",
        command: "run",
        env: { API_KEY: Redacted.make(secret), "Content-Type": "x" },
        headers: { "X-Custom": secret }
      } as const
      const request = yield* bodyOf((c) => c.mcpServers.create({ ...server, scope: "user" }))
      assert.deepStrictEqual(request.json(), {
        ...server,
        scope: "user",
        user_identifier: "ada",
        env: { API_KEY: secret, "Content-Type": "x" }
      })
      const calls: ReadonlyArray<(client: Client) => Effect.Effect<unknown, unknown>> = [
        (c) => c.mcpServers.create({ ...server, scope: "tenant" }),
        (c) => c.mcpServers.update("s", { env: server.env, headers: server.headers }),
        (c) => c.mcpServers.testConfig(server)
      ]
      for (const call of calls) {
        const { lumnis } = yield* H.make([FaultServer.json({ message: `bad env ${secret}` }, { status: 422 })], {
          scope: "tenant"
        })
        const error = yield* Effect.flip(call(lumnis))
        for (const shown of [inspect(error, { depth: 9 }), JSON.stringify(error), String(error)]) {
          assert.notInclude(shown, secret)
        }
      }
    })
  )

  it.scoped("a server of scope user takes the bound user, and needs one", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([])
      const params = { name: "n", scope: "user", transport: "stdio", command: "c" } as const
      assert.strictEqual((yield* Effect.flip(lumnis.mcpServers.create(params)))._tag, "MissingUserId")
      assert.strictEqual(server.requests.length, 0)
    })
  )

  it.scoped("lists in filters are repeated parameters (defect 20)", () =>
    Effect.gen(function* () {
      const request = yield* bodyOf((c) => c.sequences.listStepExecutions({ status: ["pending", "failed"] }))
      assert.include(request.url, "/v1/sequences/step-executions?status=pending&status=failed")
    })
  )

  it.scoped("reasons of campaigns travel in the query, without a body", () =>
    Effect.gen(function* () {
      for (const name of ["pause", "stop"] as const) {
        const request = yield* bodyOf((c) => c.campaigns[name]("c1", { reason: "why & how" }))
        assert.include(request.url, `/v1/campaigns/c1/${name}?reason=why%20%26%20how`)
        assert.strictEqual(request.text, "")
      }
    })
  )

  it.scoped("feedback sends only what was given, tool arguments verbatim", () =>
    Effect.gen(function* () {
      const request = yield* bodyOf((c) =>
        c.responses.createFeedback("r", {
          feedback_text: "use metric units",
          tool_call_id: "t1",
          tool_args_update: { numResults: 3, API_KEY: "k" }
        })
      )
      assert.deepStrictEqual(request.json(), {
        feedback_text: "use metric units",
        tool_call_id: "t1",
        tool_args_update: { numResults: 3, API_KEY: "k" },
        user_id: "ada"
      })
    })
  )
})
