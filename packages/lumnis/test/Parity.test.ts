/** What the platform's own SDKs do or promise, and what they get wrong. */
import { assert, describe, it } from "@effect/vitest"
import { type RecordedRequest, startEmulator } from "@trilum/emulator"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Tracer from "effect/Tracer"
import type { Lumnis, Options } from "../src/Lumnis.js"
import * as ResponseView from "../src/ResponseView.js"
import * as H from "./support/harness.js"

type Client = Lumnis.Service

const emulated = Effect.gen(function* () {
  const emulator = yield* Effect.acquireRelease(
    Effect.promise(() => startEmulator({ pace: 0 })),
    (running) => Effect.promise(() => running.stop())
  )
  const { lumnis } = yield* H.make([], { baseUrl: emulator.urls.lumnis, retry: false, pollInterval: 1 })
  return { ada: lumnis.forUser("ada@example.com"), emulator, lumnis }
})

/** Method, path and body of every request so far. */
const wire = (emulator: { readonly requests: () => ReadonlyArray<RecordedRequest> }) =>
  emulator
    .requests()
    .map(({ body, method, path }) => [`${method} ${path}`, "value" in body ? body.value : undefined] as const)

const requestOf = (call: (client: Client) => Effect.Effect<unknown, unknown>, options?: Partial<Options>) =>
  Effect.gen(function* () {
    const { lumnis, server } = yield* H.make([FaultServer.json({})], { retry: false, ...options })
    yield* Effect.ignore(call(lumnis))
    const [request] = yield* server.awaitRequests(1)
    return request ?? assert.fail("no request")
  })

describe("users and threads", () => {
  it.scopedLive("users are created once an e-mail, searched, changed with their e-mail, and deleted", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* emulated
      const ada = yield* lumnis.users.create({ email: "a+b@x.io", first_name: "Ada" })
      assert.strictEqual((yield* lumnis.users.create({ email: "a+b@x.io" })).id, ada.id)
      assert.strictEqual((yield* lumnis.users.get("a+b@x.io")).first_name, "Ada")
      yield* lumnis.users.update(ada.id, { email: "ada@x.io", last_name: "L" })
      assert.strictEqual((yield* lumnis.users.get("ada@x.io")).last_name, "L")
      yield* lumnis.users.create({ email: "bob@x.io" })
      assert.deepStrictEqual(
        (yield* lumnis.users.list({ search: "ada", page_size: 10 })).users.map(({ id }) => id),
        [ada.id]
      )
      yield* lumnis.forUser("ada@x.io").invoke("hello")
      assert.strictEqual((yield* lumnis.users.getResponses(ada.id)).length, 1)
      assert.strictEqual((yield* lumnis.users.getThreads(ada.id)).length, 1)
      yield* lumnis.users.delete(ada.id)
      assert.strictEqual((yield* Effect.flip(lumnis.users.get("ada@x.io")))._tag, "NotFoundError")
    })
  )

  it.scopedLive("threads are created with metadata, read with a user, listed, renamed, deleted (defect 4)", () =>
    Effect.gen(function* () {
      const { ada, emulator } = yield* emulated
      const thread = yield* ada.threads.create({ title: "one", metadata: { Key_One: 1 } })
      assert.strictEqual((yield* ada.threads.get(thread.thread_id, { user_id: "ada@example.com" })).title, "one")
      assert.deepInclude(emulator.requests().at(-1), { operation: "getThread", query: { user_id: "ada@example.com" } })
      yield* ada.threads.update(thread.thread_id, { title: "two" })
      yield* ada.invoke("hello", { threadId: thread.thread_id })
      assert.strictEqual((yield* ada.threads.getResponses(thread.thread_id)).length, 1)
      const listed = yield* ada.threads.list({ limit: 10, offset: 0 })
      assert.deepStrictEqual(
        listed.threads.map(({ title }) => title),
        ["two"]
      )
      yield* ada.threads.delete(thread.thread_id)
      assert.strictEqual((yield* Effect.flip(ada.threads.get(thread.thread_id)))._tag, "NotFoundError")
    })
  )

  it.scopedLive("responses are read with a wait, listed by user, thread, status and day, and cancelled", () =>
    Effect.gen(function* () {
      const { ada, emulator } = yield* emulated
      const done = yield* ada.invoke("hello")
      assert.strictEqual((yield* ada.responses.get(done.response_id, { wait: 7 })).status, "succeeded")
      assert.deepInclude(emulator.requests().at(-1), { operation: "getResponse", query: { wait: "7" } })
      const held = yield* ada.responses.create({ messages: [{ role: "user", content: "wait [hang]" }] })
      const count = (params: object) => Effect.map(ada.responses.list(params), ({ total }) => total)
      assert.deepStrictEqual(
        yield* Effect.all([
          count({}),
          count({ thread_id: done.thread_id, limit: 1, offset: 0 }),
          count({ status: "succeeded" }),
          count({ start_date: "2000-01-01", end_date: "2000-01-02" })
        ]),
        [2, 1, 1, 0]
      )
      yield* ada.responses.cancel(held.response_id)
      assert.strictEqual((yield* ada.responses.wait(held.response_id)).status, "cancelled")
    })
  )
})

describe("resources that the Python SDK breaks or lacks", () => {
  it.scopedLive("skills are created, listed, changed, used and analysed (defect 5)", () =>
    Effect.gen(function* () {
      const { ada } = yield* emulated
      const skill = yield* ada.skills.create({ name: "n", description: "d", content: "c" })
      yield* ada.skills.get(skill.id)
      yield* ada.skills.update(skill.id, { name: "m" })
      assert.isAbove(Chunk.size(yield* Stream.runCollect(ada.skills.listAll({ is_active: true }))), 0)
      yield* ada.skills.createUsage({ skill_id: skill.id, skill_name: "n", response_id: "r", tenant_id: "t" })
      assert.isAbove(Chunk.size(yield* Stream.runCollect(ada.skills.listUsageAll())), 0)
      yield* ada.skills.getAnalytics({ days_back: 7 })
      yield* ada.skills.delete(skill.id)
    })
  )

  it.scopedLive("external keys are stored, listed, read by id and deleted by provider, and have a mode", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* emulated
      const provider = "OPENAI_API_KEY"
      const key = yield* lumnis.externalApiKeys.create({
        provider,
        api_key: "sk-very-secret",
        key_name: "main",
        expires_at: "2099-01-01T00:00:00Z"
      })
      assert.notInclude(JSON.stringify(key), "sk-very-secret")
      assert.strictEqual((yield* lumnis.externalApiKeys.list()).length, 1)
      assert.strictEqual((yield* lumnis.externalApiKeys.get(key.key_id)).key_name, "main")
      yield* lumnis.externalApiKeys.setMode({ mode: "byo_keys" })
      assert.strictEqual((yield* lumnis.externalApiKeys.getMode()).api_key_mode, "byo_keys")
      yield* lumnis.externalApiKeys.delete(provider, { key_name: "main" })
      assert.strictEqual((yield* lumnis.externalApiKeys.list()).length, 0)
    })
  )

  it.scopedLive("feedback is given and read, artifacts are listed", () =>
    Effect.gen(function* () {
      const { ada } = yield* emulated
      const { response_id } = yield* ada.responses.create({ messages: [{ role: "user", content: "wait [hang]" }] })
      yield* ada.responses.createFeedback(response_id, { feedback_text: "shorter", feedback_type: "correction" })
      const feedback = yield* ada.responses.listFeedback(response_id)
      assert.include(JSON.stringify(feedback), "shorter")
      const made = yield* ada.invoke("a report [artifact]")
      const artifacts = Chunk.toReadonlyArray(
        yield* Stream.runCollect(ada.responses.listArtifactsAll(made.response_id))
      )
      assert.strictEqual(artifacts.length, 1)
      assert.match(artifacts[0]?.uri ?? "", /^artifact_/)
    })
  )

  it.scopedLive("model preferences are read, set one or many, checked and deleted", () =>
    Effect.gen(function* () {
      const { emulator, lumnis } = yield* emulated
      const preference = { provider: "openai", model_name: "gpt-5" }
      yield* lumnis.modelPreferences.list({ include_defaults: true })
      yield* lumnis.modelPreferences.updateBulk({ preferences: { FAST_MODEL: preference } })
      yield* lumnis.modelPreferences.update("SMART_MODEL", preference)
      assert.isArray(yield* lumnis.modelPreferences.checkAvailability({ body: [preference] }))
      yield* lumnis.modelPreferences.delete("SMART_MODEL")
      assert.deepStrictEqual<unknown>(wire(emulator), [
        ["GET /v1/model-preferences", undefined],
        ["PUT /v1/model-preferences", { preferences: { FAST_MODEL: { ...preference, model_type: "FAST_MODEL" } } }],
        ["PATCH /v1/model-preferences/SMART_MODEL", preference],
        ["POST /v1/model-preferences/check-availability", [preference]],
        ["DELETE /v1/model-preferences/SMART_MODEL", undefined]
      ])
    })
  )

  it.scopedLive("MCP servers are created, listed, changed, tested saved and unsaved, and deleted", () =>
    Effect.gen(function* () {
      const { ada, emulator } = yield* emulated
      const config = { transport: "streamable_http", url: "https://mcp.example/x" } as const
      const server = yield* ada.mcpServers.create({ ...config, name: "n", scope: "user" })
      yield* ada.mcpServers.update(server.id, { is_active: false })
      yield* ada.mcpServers.testConnection(server.id)
      yield* ada.mcpServers.testConfig(config)
      yield* ada.mcpServers.listTools(server.id)
      assert.isAbove(Chunk.size(yield* Stream.runCollect(ada.mcpServers.listAll({ limit: 50 }))), 0)
      yield* ada.mcpServers.delete(server.id)
      assert.deepStrictEqual<unknown>(wire(emulator).slice(0, 4), [
        ["POST /v1/mcp-servers", { ...config, name: "n", scope: "user", user_identifier: "ada@example.com" }],
        [`PATCH /v1/mcp-servers/${server.id}`, { is_active: false }],
        [`POST /v1/mcp-servers/${server.id}/test`, undefined],
        ["POST /v1/mcp-servers/test", config]
      ])
      assert.strictEqual(wire(emulator).at(-1)?.[0], `DELETE /v1/mcp-servers/${server.id}`)
    })
  )

  it.scopedLive("campaigns, sequences, assets, outreach, e-mail and enrichment answer as the contract says", () =>
    Effect.gen(function* () {
      const { ada } = yield* emulated
      yield* ada.campaigns.list()
      yield* ada.campaigns.pause("c1", { reason: "holiday" })
      yield* ada.sequences.batchGetExecutions({ execution_ids: ["e1"] })
      yield* ada.assets.create({ name: "n", key: "k", value: "v" })
      yield* Stream.runDrain(ada.outreach.listConnectionsAll({ limit: 2 }))
      yield* ada.email.readPersona("o", "p")
      yield* ada.enrichment.enrichContacts({ prospects: [{ email: "a@b.c" }] })
      yield* ada.contactRelationships.get()
    })
  )
})

describe("the wire", () => {
  it.scoped("every id in a path is one encoded segment (defect 21)", () =>
    Effect.gen(function* () {
      const id = "a/../b?c=#d e"
      const encoded = encodeURIComponent(id)
      const calls: ReadonlyArray<readonly [string, (client: Client) => Effect.Effect<unknown, unknown>]> = [
        [`/v1/responses/${encoded}`, (c) => c.responses.get(id)],
        [`/v1/files/${encoded}?user_id=ada`, (c) => c.files.get(id)],
        [`/v1/skills/${encoded}`, (c) => c.skills.get(id)],
        [`/v1/external-api-keys/${encoded}`, (c) => c.externalApiKeys.get(id)],
        [`/v1/mcp-servers/${encoded}`, (c) => c.mcpServers.get(id)],
        [`/v1/threads/${encoded}?user_id=ada`, (c) => c.threads.get(id)]
      ]
      for (const [url, call] of calls) {
        assert.strictEqual((yield* requestOf((client) => call(client.forUser("ada")))).url, url)
      }
      const connections = yield* requestOf((client) => client.forUser(id).integrations.listConnections(id))
      assert.strictEqual(connections.url, `/v1/integrations/connections/${encoded}`)
    })
  )

  it.scoped("no key is respelled, neither of what is sent nor of what comes back (section 9)", () =>
    Effect.gen(function* () {
      const keys = {
        API_KEY: 1,
        "Content-Type": 2,
        SMART_MODEL: 3,
        num_results: 4,
        numResults: 5,
        minItems: 6,
        "a-b": 7
      }
      const counts = { my_type: 1, myType: 2 }
      const { lumnis, server } = yield* H.make([
        H.created(),
        H.state("succeeded", [{ state: "completed", message: "m", tool_calls: [{ name: "t", args: keys }] }], {
          structured_response: { ...keys, $defs: { FooBar: keys } },
          options: keys
        }),
        FaultServer.json({
          server_id: "s",
          server_name: "n",
          total: 1,
          tools: [{ name: "t", description: "d", input_schema: keys }]
        }),
        FaultServer.json({
          average_file_size_bytes: 0,
          files_by_scope: counts,
          files_by_status: counts,
          files_by_type: counts,
          total_files: 3,
          total_size_bytes: 0
        })
      ])
      const ada = lumnis.forUser("ada")
      const done = yield* ada.invoke("hi", { options: keys, responseFormat: keys, specializedAgentParams: keys })
      assert.deepInclude(server.requests[0]?.json(), {
        options: keys,
        response_format: keys,
        specialized_agent_params: keys
      })
      assert.deepStrictEqual<unknown>(done.structured_response, { ...keys, $defs: { FooBar: keys } })
      assert.deepStrictEqual<unknown>(done.progress?.[0]?.tool_calls?.[0]?.args, keys)
      assert.deepStrictEqual<unknown>((yield* ada.mcpServers.listTools("s")).tools[0]?.input_schema, keys)
      assert.deepStrictEqual((yield* ada.files.getStatistics()).files_by_type, counts)
    })
  )

  it.scoped("no option of a call reaches the server (defect 18)", () =>
    Effect.gen(function* () {
      const request = yield* requestOf((client) =>
        client.invoke("hi", { userId: "ada", pollInterval: 1, wait: 1, deadline: 60_000, progress: () => undefined })
      )
      assert.deepStrictEqual(request.json(), { messages: [{ role: "user", content: "hi" }], user_id: "ada" })
    })
  )

  it.scoped("a prefix in the path of the base URL is kept (defect 11)", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([FaultServer.json({})])
      const prefixed = yield* H.make([], { baseUrl: `${server.url}/gateway/lumnis/` })
      yield* Effect.ignore(prefixed.lumnis.users.list())
      assert.strictEqual((yield* server.awaitRequests(1))[0]?.url, "/gateway/lumnis/v1/users")
      assert.isDefined(lumnis)
    })
  )

  it.scoped("the caller's abort, a time limit and a lost connection are three typed errors (defects 17 and 18)", () =>
    Effect.gen(function* () {
      const silent = yield* H.make([FaultServer.never], { retry: false })
      const fiber = yield* Effect.fork(Effect.flip(silent.lumnis.users.list()))
      yield* silent.server.awaitRequests(1)
      yield* TestClock.adjust(30_000)
      assert.deepInclude(yield* Fiber.join(fiber), { _tag: "TimeoutError", timeout: "attempt" })
      const lost = yield* H.make([FaultServer.reset], { retry: false })
      assert.strictEqual((yield* Effect.flip(lost.lumnis.users.list()))._tag, "TransportError")
    })
  )
})

describe("errors", () => {
  const bodies: ReadonlyArray<readonly [string, string, string | undefined]> = [
    ['{"error":{"message":"m1","code":"C1"}}', "m1", "C1"],
    ['{"error":"just text"}', "just text", undefined],
    ['{"error":["a","list"]}', "server", undefined],
    ['{"message":"m2","code":"C2"}', "m2", "C2"],
    ['{"detail":"m3"}', "m3", undefined],
    ['{"detail":{"code":"C4","message":"m4"}}', "m4", "C4"],
    ['{"detail":{"error":{"code":"C5","message":"m5"}}}', "m5", "C5"],
    ['{"detail":[{"loc":["body","x"],"msg":"field required"}]}', "field required", undefined],
    ["<html>bad gateway</html>", "", undefined],
    ['["a"]', "", undefined],
    ['"text"', "", undefined],
    ["null", "", undefined],
    ["", "", undefined]
  ]

  it.scoped("any body of an error is read, none crashes, and the code comes from it (defects 11 and 23)", () =>
    Effect.gen(function* () {
      for (const [body, message, code] of bodies) {
        for (const [status, tag] of [
          [400, "ValidationError"],
          [500, "ServerError"]
        ] as const) {
          const { lumnis } = yield* H.make([FaultServer.respond(status, { body })], { retry: false })
          const error = yield* Effect.flip(lumnis.users.list())
          assert.strictEqual(error._tag, tag, body)
          assert.strictEqual(error.code, code, body)
          if (message !== "server") assert.include(error.message, message, body)
        }
      }
    })
  )

  it.scoped("429 is retried after what Retry-After says, in seconds and as a date (defect 11)", () =>
    Effect.gen(function* () {
      const limited = (value: string) => FaultServer.respond(429, { headers: { "retry-after": value } })
      const { lumnis, times } = yield* H.make([
        limited("3"),
        limited(new Date(8_000).toUTCString()),
        FaultServer.json({ users: [], pagination: {} })
      ])
      const fiber = yield* Effect.fork(Effect.ignore(lumnis.users.list()))
      yield* H.passSleep(3000)
      yield* H.passSleep(5000)
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(times, [0, 3000, 8000])
    })
  )

  it.scoped("nobody waits after the last attempt (defect 17)", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make(() => FaultServer.respond(429, { headers: { "retry-after": "60" } }), {
        retry: { maxRetries: 0 }
      })
      const error = yield* Effect.flip(lumnis.users.list())
      assert.deepInclude(error, { _tag: "RateLimitError", retryAfter: 60, attempts: 1 })
      assert.strictEqual(server.requests.length, 1)
    })
  )
})

describe("what users would want", () => {
  it.scoped("a status and a field that nobody knows yet pass (defect 12)", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([H.state("paused_by_admin", [], { brand_new: { x: 1 } })])
      const response = yield* lumnis.responses.get(H.ids.response)
      assert.strictEqual(response.status, "paused_by_admin")
      assert.deepStrictEqual<unknown>(Reflect.get(response, "brand_new"), { x: 1 })
      assert.strictEqual(ResponseView.outcome(response), "running")
    })
  )

  it.scoped("a call is a span with its operation, and without the key", () =>
    Effect.gen(function* () {
      const spans: Array<{ readonly name: string; readonly attributes: () => string }> = []
      const tracer = Tracer.make({
        context: (f) => f(),
        span: (name, parent, context, links, startTime, kind) => {
          const attributes = new Map<string, unknown>()
          spans.push({ name, attributes: () => JSON.stringify([...attributes]) })
          return {
            _tag: "Span",
            name,
            spanId: "s",
            traceId: "t",
            parent,
            context,
            links,
            kind,
            sampled: true,
            status: { _tag: "Started", startTime },
            attributes,
            attribute: (key, value) => attributes.set(key, value),
            event: () => undefined,
            addLinks: () => undefined,
            end: () => undefined
          }
        }
      })
      const { lumnis } = yield* H.make([FaultServer.json({ id: "t", name: "n" })])
      yield* Effect.ignore(lumnis.tenant.get()).pipe(Effect.withTracer(tracer))
      const span = spans.find(({ name }) => name === "GET /v1/tenant") ?? assert.fail("no span")
      assert.include(span.attributes(), "getCurrentTenant")
      assert.notInclude(span.attributes(), H.apiKey)
    })
  )
})
