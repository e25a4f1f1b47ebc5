import { assert, describe, expect, it } from "vitest"
import { key, lvng, session, start } from "./lvngSupport.js"
import { type Json, parsed, rawContract, send, started } from "./support.js"

const contract = rawContract("lvng")

const secured = contract.operations.filter(({ security }) => security.length > 0)

const pathOf = (path: string): string => path.replaceAll(/\{[^}]+\}/g, "some-id")

const statusOf = async (url: string, headers: Record<string, string>): Promise<number> =>
  (await send(url, { headers: { authorization: "", ...headers } })).status

describe("credentials", () => {
  it("are taken in either header, and one is enough", async () => {
    const { urls } = await started()
    const url = `${urls.lvng}/api/v2/agents`
    const good = [
      { authorization: `Bearer ${key()}` },
      { authorization: `bearer ${key("a", "live")}` },
      { "x-api-key": key() },
      { authorization: `Bearer ${session()}` },
      { authorization: "Bearer any.three.parts" },
      { authorization: `Bearer ${key()}`, "x-api-key": key("1") }
    ]
    for (const headers of good) expect(await statusOf(url, headers), JSON.stringify(headers)).toBe(200)
  })

  it("are refused with 401 when there is none or it has no known form", async () => {
    const { urls } = await started()
    const url = `${urls.lvng}/api/v2/agents`
    const malformed = [
      {},
      { authorization: "Bearer" },
      { authorization: key() },
      { authorization: `Basic ${key()}` },
      { authorization: "Bearer some-text" },
      { authorization: "Bearer two.parts" },
      { authorization: "Bearer one.two.three.four" },
      { authorization: `Bearer ${key().slice(0, -1)}` },
      { authorization: `Bearer ${key("G")}` },
      { authorization: `Bearer ${key("0", "prod")}` },
      { "x-api-key": "lvng_sk_test_short" },
      { "x-api-key": session() }
    ]
    for (const headers of malformed) expect(await statusOf(url, headers), JSON.stringify(headers)).toBe(401)
  })

  it("are not asked for by public operations only", async () => {
    const { urls } = await started()
    const open = contract.operations.filter(({ security }) => security.length === 0).map(({ id }) => id)
    expect(open.sort()).toEqual([
      "getArtifactTypes",
      "getInvitationByToken",
      "getKnowledgeHealth",
      "getWorkflowsHealth",
      "previewEmail"
    ])
    for (const path of ["/api/v2/workflows/health", "/api/v2/artifacts/meta/types", "/api/knowledge/health"]) {
      expect(await statusOf(urls.lvng + path, {}), path).toBe(200)
    }
  })

  it("of a session end with its exp, on the emulator's clock", async () => {
    const emulator = await started({ clock: "manual", now: start })
    const api = lvng(emulator, session({ userId: "u", exp: start / 1000 + 3600 }))
    expect((await api.send("GET", "/api/v2/agents")).status).toBe(200)
    await emulator.advance(3_599_999)
    expect((await api.send("GET", "/api/v2/agents")).status).toBe(200)
    await emulator.advance(1)
    const late = await api.send("GET", "/api/v2/agents")
    expect([late.status, parsed(late).hint]).toEqual([401, "Refresh the token and repeat the request."])
  })

  it("are those that were configured, when some were", async () => {
    const emulator = await started({ apiKeys: { [key("a")]: { scopes: ["read"] }, [session()]: {} } })
    const api = lvng(emulator, key("a"))
    expect((await api.send("GET", "/api/v2/agents")).status).toBe(200)
    expect((await api.send("POST", "/api/v2/agents", { name: "A" })).status).toBe(403)
    expect((await api.as(key("b")).send("GET", "/api/v2/agents")).status).toBe(401)
    expect((await api.as("other.session.token").send("GET", "/api/v2/agents")).status).toBe(401)
    const made = await api.as(session()).ok("POST", "/api/v2/api-keys", { name: "made here" })
    expect((await api.as(made.data.key).send("GET", "/api/v2/agents")).status).toBe(200)
  })

  it("never stay in the log or the state", async () => {
    const emulator = await started()
    const api = lvng(emulator)
    const { data } = await api.ok("POST", "/api/v2/api-keys", { name: "K" })
    await api.as(data.key).ok("GET", "/api/v2/agents")
    expect(JSON.stringify([emulator.requests(), emulator.state()])).not.toContain(data.key)
  })
})

describe("scopes", () => {
  const names = ["read", "write", "execute", "admin", "knowledge:read", "knowledge:write"]

  it.each(names)("a key with %s alone may call what asks for it, and nothing else", async (granted) => {
    const emulator = await started({ pace: 0 })
    const made = await lvng(emulator).ok("POST", "/api/v2/api-keys", { name: "K", scopes: [granted] })
    const api = lvng(emulator, made.data.key)
    for (const { id, method, path, raw, tag } of secured) {
      const answer = await api.send(method, pathOf(path))
      const allowed = tag !== "api_keys" && (granted === "admin" || raw["x-scope"] === granted)
      expect(answer.status === 403, `${id} needs ${raw["x-scope"]}: ${answer.status} ${answer.text}`).toBe(!allowed)
    }
  })

  it("of a session are all there are", async () => {
    const emulator = await started({ pace: 0 })
    const api = lvng(emulator)
    for (const { id, method, path } of secured) {
      expect((await api.send(method, pathOf(path))).status, id).not.toBe(403)
    }
  })

  it("of a key are read, write and execute by default", async () => {
    const emulator = await started()
    const { data } = await lvng(emulator).ok("POST", "/api/v2/api-keys", { name: "K" })
    expect(data.scopes).toEqual(["read", "write", "execute"])
  })

  it("are narrowed for one request by a header, never widened", async () => {
    const emulator = await started()
    const made = await lvng(emulator).ok("POST", "/api/v2/api-keys", { name: "K", scopes: ["read"] })
    const asked = async (credential: string, scopes: string): Promise<ReadonlyArray<number>> => {
      const api = lvng(emulator, credential)
      const headers = { "x-emulator-scopes": scopes }
      const read = await api.send("GET", "/api/v2/agents", undefined, { headers })
      const write = await api.send("POST", "/api/v2/agents", { name: "A" }, { headers })
      return [read.status, write.status]
    }
    expect(await asked(key(), "read")).toEqual([200, 403])
    expect(await asked(key(), "write, read")).toEqual([200, 201])
    expect(await asked(key(), "")).toEqual([403, 403])
    expect(await asked(made.data.key, "read, write")).toEqual([200, 403])
  })

  it("do not open what needs a session", async () => {
    const emulator = await started()
    const answer = await lvng(emulator, key()).send("GET", "/api/v2/api-keys")
    expect([answer.status, parsed(answer)]).toEqual([
      403,
      { error: "Forbidden", message: "Key management needs a user session. API keys are not accepted." }
    ])
  })

  it("of a key reach twins, settings and OODA: the vendor's SDK has no other credential", async () => {
    const api = lvng(await started(), key())
    for (const path of ["/api/v2/twin-workspace", "/api/v2/settings", "/api/v2/ooda/status"]) {
      assert.strictEqual((await api.send("GET", path)).status, 200, path)
    }
  })
})

describe("tenants", () => {
  it("do not see each other's records: 404, whatever is tried", async () => {
    const emulator = await started()
    const ours = lvng(emulator, session({ userId: "ann", organizationId: "one" }))
    const theirs = lvng(emulator, session({ userId: "bob", organizationId: "two" }))
    const { agent } = await ours.ok("POST", "/api/v2/agents", { name: "A" })
    const { workspace } = await ours.ok("POST", "/api/v2/workspaces", { name: "W", slug: "w" })
    const { channel } = await ours.ok("POST", "/api/v2/channels", { workspace_id: workspace.id, name: "c" })
    const { data: workflow } = await ours.ok("POST", "/api/v2/workflows", { name: "F" })
    const { data: run } = await ours.ok("POST", `/api/v2/workflows/${workflow.id}/execute`, {})
    const { data: secret } = await ours.ok("POST", "/api/v2/api-keys", { name: "K" })
    const foreign: ReadonlyArray<readonly [string, string, unknown?]> = [
      ["GET", `/api/v2/agents/${agent.id}`],
      ["PATCH", `/api/v2/agents/${agent.id}`, { name: "B" }],
      ["POST", `/api/v2/agents/${agent.id}/message`, { message: "hi" }],
      ["DELETE", `/api/v2/agents/${agent.id}`],
      ["GET", `/api/v2/workspaces/${workspace.id}`],
      ["GET", `/api/v2/workspaces/${workspace.id}/invitations`],
      ["POST", "/api/v2/channels", { workspace_id: workspace.id, name: "c" }],
      ["POST", "/api/v2/messages", { channel_id: channel.id, content: "hi" }],
      ["POST", `/api/v2/workflows/${workflow.id}/execute`, {}],
      ["GET", `/api/v2/workflows/${workflow.id}/runs/${run.id}`],
      ["DELETE", `/api/v2/api-keys/${secret.id}`]
    ]
    for (const [method, path, body] of foreign) {
      expect((await theirs.send(method, path, body)).status, `${method} ${path}`).toBe(404)
    }
    expect((await theirs.ok("GET", "/api/v2/agents")).agents).toEqual([])
    expect((await theirs.ok("GET", "/api/v2/workspaces")).count).toBe(0)
    expect((await ours.ok("GET", `/api/v2/agents/${agent.id}`)).agent.name).toBe("A")
    const colleague = lvng(emulator, session({ userId: "eve", organizationId: "one" }))
    expect((await colleague.ok("GET", "/api/v2/agents")).agents).toHaveLength(1)
    expect((await colleague.ok("GET", "/api/v2/api-keys")).data).toEqual([])
  })

  it("own what their keys make", async () => {
    const emulator = await started()
    const ours = lvng(emulator, session({ userId: "ann", customer_id: "one" }))
    const { data } = await ours.ok("POST", "/api/v2/api-keys", { name: "K" })
    const { agent } = await ours.as(data.key).ok("POST", "/api/v2/agents", { name: "A" })
    expect((await ours.send("GET", `/api/v2/agents/${agent.id}`)).status).toBe(200)
    expect((await ours.as(key()).send("GET", `/api/v2/agents/${agent.id}`)).status).toBe(404)
  })
})

describe("errors", () => {
  it("name every field that is wrong, in the structured form", async () => {
    const emulator = await started()
    const answer = await lvng(emulator).send("POST", "/api/v2/agents", { temperature: 3, tags: [1] })
    expect([answer.status, parsed(answer)]).toMatchObject([
      400,
      { success: false, error: { code: "VALIDATION_ERROR", details: expect.any(Array) } }
    ])
    const fields = parsed(answer).error.details.map(({ field }: Json) => field)
    expect(fields.sort()).toEqual(["name", "tags.0", "temperature"])
    const broken = await lvng(emulator).send("POST", "/api/v2/agents", '{"name": ')
    expect([broken.status, parsed(broken).error.code]).toEqual([400, "VALIDATION_ERROR"])
    const limit = await lvng(emulator).send("GET", "/api/v2/agents?limit=none")
    expect([limit.status, parsed(limit).error.details[0].field]).toEqual([400, "limit"])
  })

  it("refuse free-form bodies that would make a record something else", async () => {
    const emulator = await started()
    const api = lvng(emulator)
    const { data } = await api.ok("POST", "/api/v2/workflows", { name: "F", anything: [1] })
    expect(data.anything).toEqual([1])
    expect((await api.send("PATCH", `/api/v2/workflows/${data.id}`, { name: 5 })).status).toBe(400)
    expect((await api.send("POST", "/api/v2/workflows", { status: {} })).status).toBe(400)
    expect((await api.ok("GET", `/api/v2/workflows/${data.id}`)).data.name).toBe("F")
    expect((await api.ok("GET", "/api/v2/workflows")).data).toHaveLength(1)
  })

  it("are simple for unknown routes and ids", async () => {
    const emulator = await started()
    const api = lvng(emulator)
    const route = await api.send("GET", "/api/v2/nothing")
    expect([route.status, parsed(route)]).toEqual([404, { error: "Not Found", message: "There is no such route." }])
    const id = await api.send("GET", "/api/v2/workflows/wf_does_not_exist")
    expect([id.status, parsed(id)]).toEqual([404, { error: "Not Found", message: "Workflow not found" }])
  })

  it("come in each of the three shapes on request, and match the contract in all of them", async () => {
    const emulator = await started()
    const valid = contract.compile({ $ref: "#/components/schemas/ErrorBody" })
    const tries: ReadonlyArray<readonly [string, string, unknown, Record<string, string>]> = [
      ["POST", "/api/v2/agents", {}, {}],
      ["GET", "/api/v2/agents/none", undefined, {}],
      ["GET", "/api/v2/agents", undefined, { authorization: "" }],
      ["GET", "/api/v2/nothing", undefined, {}],
      ["GET", "/api/v2/agents", undefined, { "x-emulator-fault": "status=503" }],
      ["GET", "/api/v2/agents", undefined, { "x-emulator-fault": "status=500" }]
    ]
    for (const [method, path, body, headers] of tries) {
      const in_ = async (shape: string): Promise<Json> => {
        const options = { headers: { ...headers, "x-emulator-error-shape": shape } }
        const answer = await lvng(emulator).send(method, path, body, options)
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(valid(parsed(answer)), answer.text).toBe(true)
        return parsed(answer)
      }
      const simple = await in_("simple")
      expect([typeof simple.error, typeof simple.message, "success" in simple]).toEqual(["string", "string", false])
      const structured = await in_("structured")
      expect(structured).toMatchObject({ success: false, error: { code: expect.stringMatching(/^[A-Z_]+$/) } })
      expect(await in_("flag")).toEqual({ success: false, error: structured.error.message })
    }
    const details = await lvng(emulator).send(
      "POST",
      "/api/v2/agents",
      {},
      {
        headers: { "x-emulator-error-shape": "structured" }
      }
    )
    expect(parsed(details).error.details).toHaveLength(1)
  })
})

describe("evidence", () => {
  it("is told of every operation: named ones are marked", async () => {
    const emulator = await started({ pace: 0 })
    const api = lvng(emulator)
    for (const { id, method, path, raw } of contract.operations) {
      const answer = await api.send(method, pathOf(path))
      expect(answer.headers["x-emulator-evidence"], id).toBe(raw["x-evidence"])
    }
    expect((await api.send("GET", "/api/v2/agents/x")).headers["x-emulator-evidence"]).toBe("named")
  })
})

describe("rate limits", () => {
  const limited = async (options = {}) =>
    started({ clock: "manual", now: start + 15_000, rateLimits: "enforced", pace: 0, ...options })

  const reported = (headers: Json): ReadonlyArray<unknown> => [
    headers["x-ratelimit-limit"],
    headers["x-ratelimit-remaining"],
    headers["x-ratelimit-reset"],
    headers["retry-after"]
  ]

  it("are the documented ones of each operation", async () => {
    const emulator = await started({ pace: 0 })
    const api = lvng(emulator)
    for (const { id, method, path, raw } of contract.operations) {
      emulator.reset()
      const answer = await api.send(method, pathOf(path))
      const lowest = Math.min(...raw["x-rate-limit"].map(({ limit }: Json) => limit))
      expect([answer.headers["x-ratelimit-limit"], answer.headers["x-ratelimit-remaining"]], id).toEqual([
        String(lowest),
        String(lowest - 1)
      ])
    }
  })

  it("count down, refuse with all four headers, and begin anew with the next minute", async () => {
    const emulator = await limited()
    const api = lvng(emulator)
    const reset = new Date(start + 60_000).toISOString()
    for (let left = 19; left >= 0; left--) {
      const answer = await api.send("GET", "/api/v2/ooda/status")
      expect([answer.status, reported(answer.headers)]).toEqual([200, ["20", String(left), reset, undefined]])
    }
    await emulator.advance(500)
    const rejected = await api.send("GET", "/api/v2/ooda/status")
    expect([rejected.status, reported(rejected.headers)]).toEqual([429, ["20", "0", reset, "45"]])
    expect(parsed(rejected)).toMatchObject({ error: "Too Many Requests" })
    await emulator.advance(44_499)
    expect((await api.send("GET", "/api/v2/ooda/status")).headers["retry-after"]).toBe("1")
    await emulator.advance(1)
    const second = await api.send("GET", "/api/v2/ooda/status")
    const next = new Date(start + 120_000).toISOString()
    expect([second.status, reported(second.headers)]).toEqual([200, ["20", "19", next, undefined]])
  })

  it("hold per user and per group: messages, conversations and twins share one", async () => {
    const emulator = await limited()
    const ann = lvng(emulator, session({ userId: "ann" }))
    for (let turn = 0; turn < 30; turn++) {
      expect((await ann.send("GET", "/api/v2/messages")).status).toBe(200)
      expect((await ann.send("GET", "/api/v2/conversations")).status).toBe(200)
    }
    for (const path of ["/api/v2/messages", "/api/v2/conversations", "/api/v2/twin-workspace/available"]) {
      expect((await ann.send("GET", path)).status, path).toBe(429)
    }
    expect((await ann.send("GET", "/api/v2/agents")).status).toBe(200)
    expect((await ann.send("GET", "/api/v2/channels?workspace_id=w")).status).toBe(200)
    expect((await ann.as(session({ userId: "bob" })).send("GET", "/api/v2/messages")).status).toBe(200)
  })

  it("of chat count users and addresses at once", async () => {
    const emulator = await limited()
    const statuses: Array<number> = []
    for (const user of ["a", "b", "c", "d"]) {
      const api = lvng(emulator, session({ userId: user }))
      for (let turn = 0; turn < 31; turn++) {
        statuses.push((await api.send("POST", "/api/v2/chat", { message: "hi" })).status)
      }
    }
    const served = statuses.map((status) => status === 200)
    expect(served.slice(0, 31).filter(Boolean)).toHaveLength(30)
    expect(served.slice(31, 93).filter(Boolean)).toHaveLength(60)
    expect(served.slice(93).filter(Boolean)).toHaveLength(10)
  })

  it("of public operations count by address, without a credential", async () => {
    const emulator = await limited()
    const url = `${emulator.urls.lvng}/api/knowledge/health`
    for (let turn = 0; turn < 60; turn++) expect(await statusOf(url, {})).toBe(200)
    expect(await statusOf(url, {})).toBe(429)
  })

  it("of plans come on top, for keys that were configured with one", async () => {
    const apiKeys = { [key("f")]: { plan: "free" }, [key("e")]: { plan: "enterprise" } } as const
    const emulator = await limited({ apiKeys })
    const free = lvng(emulator, key("f"))
    const minute = async (): Promise<number> => {
      let served = 0
      for (let turn = 0; turn < 6; turn++) if ((await free.send("GET", "/api/v2/agents")).status === 200) served += 1
      await emulator.advance(60_000)
      return served
    }
    expect([await minute(), await minute(), await minute(), await minute(), await minute()]).toEqual([5, 5, 5, 5, 0])
    const rejected = await free.send("GET", "/api/v2/agents")
    expect(reported(rejected.headers)).toEqual(["20", "0", new Date(start + 3_600_000).toISOString(), "3285"])
    expect((await free.as(key("e")).send("GET", "/api/v2/agents")).headers["x-ratelimit-limit"]).toBe("100")
  })

  it("tell the reset in epoch seconds by option or header", async () => {
    const emulator = await limited({ rateLimitReset: "epoch" })
    const api = lvng(emulator)
    const reset = async (headers: Record<string, string>) =>
      (await api.send("GET", "/api/v2/agents", undefined, { headers })).headers["x-ratelimit-reset"]
    expect(await reset({})).toBe(String(start / 1000 + 60))
    expect(await reset({ "x-emulator-rate-limit-reset": "iso" })).toBe(new Date(start + 60_000).toISOString())
    expect(await reset({ "x-emulator-rate-limit-reset": "epoch" })).toBe(String(start / 1000 + 60))
  })

  it("only tell by default, and say nothing when off", async () => {
    const specific = await started({ clock: "manual" })
    const api = lvng(specific)
    for (let turn = 0; turn < 25; turn++) {
      const answer = await api.send("GET", "/api/v2/ooda/status")
      expect([answer.status, answer.headers["x-ratelimit-remaining"]]).toEqual([200, String(Math.max(0, 19 - turn))])
    }
    const silent = await started({ rateLimits: "off" })
    const names = Object.keys((await lvng(silent).send("GET", "/api/v2/agents")).headers)
    expect(names.filter((name) => name.startsWith("x-ratelimit"))).toEqual([])
  })

  it("are told with refusals too", async () => {
    const emulator = await limited()
    for (const [path, headers] of [
      ["/api/v2/agents", { authorization: "" }],
      ["/api/v2/agents?limit=x", {}],
      ["/api/v2/agents/none", {}],
      ["/api/v2/agents", { "x-emulator-fault": "status=429; retry-after=2" }]
    ] as const) {
      const answer = await lvng(emulator).send("GET", path, undefined, { headers })
      expect(answer.headers["x-ratelimit-limit"], path).toBe("100")
      if (answer.status === 429) expect(reported(answer.headers).filter((text) => text === undefined)).toEqual([])
    }
  })

  it("are forgotten by a reset", async () => {
    const emulator = await limited()
    const api = lvng(emulator)
    for (let turn = 0; turn < 20; turn++) await api.send("GET", "/api/v2/ooda/status")
    expect((await api.send("GET", "/api/v2/ooda/status")).status).toBe(429)
    emulator.reset()
    expect((await api.send("GET", "/api/v2/ooda/status")).headers["x-ratelimit-remaining"]).toBe("19")
  })
})
