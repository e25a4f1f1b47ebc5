import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, describe, expect, it } from "vitest"
import { key, type Lvng, lvng, session, start } from "./lvngSupport.js"
import { type Json, ok, parsed, send, started } from "./support.js"

const api = async (options = {}): Promise<Lvng> => lvng(await started({ clock: "manual", now: start, ...options }))

const idsOf = (rows: ReadonlyArray<Json>): ReadonlyArray<string> => rows.map(({ id }) => id)

describe("agents", () => {
  it("take both spellings of the prompt and answer with the reference one", async () => {
    const call = await api()
    const { agent } = await call.ok("POST", "/api/v2/agents", {
      name: "Ada",
      system_prompt: "Be brief.",
      temperature: 0.2,
      tools: ["web_search"]
    })
    expect(agent).toMatchObject({ name: "Ada", systemPrompt: "Be brief.", temperature: 0.2, tools: ["web_search"] })
    expect("system_prompt" in agent).toBe(false)
    const changed = await call.ok("PATCH", `/api/v2/agents/${agent.id}`, { systemPrompt: "Be long.", id: "x" })
    expect(changed.agent).toMatchObject({ id: agent.id, name: "Ada", systemPrompt: "Be long." })
    expect((await call.ok("GET", `/api/v2/agents/${agent.id}`)).agent).toEqual(changed.agent)
  })

  it("start, stop, are copied, answer the same twice, and are gone when deleted", async () => {
    const call = await api()
    const { agent } = await call.ok("POST", "/api/v2/agents", { name: "Ada" })
    const at = `/api/v2/agents/${agent.id}`
    expect(agent.status).toBe("idle")
    expect((await call.ok("POST", `${at}/start`)).agent.status).toBe("running")
    expect((await call.ok("POST", `${at}/stop`)).agent.status).toBe("stopped")
    const copy = (await call.ok("POST", `${at}/duplicate`)).agent
    expect([copy.name, copy.id === agent.id]).toEqual(["Ada (copy)", false])
    const ask = async () => (await call.ok("POST", `${at}/message`, { message: "Why?" })).data.content
    expect([await ask(), await ask()]).toEqual(Array(2).fill("Ada here. You asked: Why?"))
    expect((await call.send("POST", `${at}/message`, { message: "" })).status).toBe(400)
    expect(await call.ok("DELETE", at)).toEqual({ success: true })
    for (const method of ["GET", "DELETE"]) expect((await call.send(method, at)).status).toBe(404)
    expect(idsOf((await call.ok("GET", "/api/v2/agents")).agents)).toEqual([copy.id])
  })

  it("come under every name that documented programs read", async () => {
    const call = await api()
    const made = await call.ok("POST", "/api/v2/agents", { name: "A" })
    assert.deepStrictEqual([Object.keys(made).sort(), made.data.name], [["agent", "data", "success"], "A"])
    assert.deepStrictEqual(made.agent, made.data)
    const list = await call.ok("GET", "/api/v2/agents")
    assert.deepStrictEqual([list.data, list.agents.length], [list.agents, 1])
    const workspaces = await call.ok("GET", "/api/v2/workspaces")
    assert.deepStrictEqual(workspaces.data, workspaces.workspaces)
  })
})

describe("pages", () => {
  it("by offset end where the list ends, on every resource that has them", async () => {
    const call = await api({ rateLimits: "off" })
    const make = async (path: string, body: (n: number) => unknown, read: (made: Json) => string) => {
      const ids: Array<string> = []
      for (let n = 0; n < 5; n++) ids.push(read(await call.ok("POST", path, body(n))))
      return ids
    }
    const lists: ReadonlyArray<readonly [string, string, ReadonlyArray<string>]> = [
      [
        "/api/v2/agents?",
        "agents",
        await make(
          "/api/v2/agents",
          () => ({ name: "A" }),
          ({ agent }) => agent.id
        )
      ],
      [
        "/api/v2/workflows?",
        "data",
        await make(
          "/api/v2/workflows",
          () => ({}),
          ({ data }) => data.id
        )
      ],
      [
        "/api/v2/channels?workspace_id=w&",
        "channels",
        await make(
          "/api/v2/channels",
          () => ({ workspace_id: "w", name: "c" }),
          ({ channel }) => channel.id
        )
      ],
      [
        "/api/v2/contacts?",
        "contacts",
        await make(
          "/api/v2/contacts",
          (n) => ({ name: `C${n}` }),
          (c) => c.contact.id
        )
      ],
      [
        "/api/v2/conversations?",
        "data",
        await make(
          "/api/v2/conversations",
          () => ({}),
          ({ data }) => data.id
        )
      ],
      [
        "/api/v2/artifacts?",
        "data",
        await make(
          "/api/v2/artifacts",
          () => ({ title: "T", content: "c", type: "report" }),
          ({ data }) => data.id
        )
      ],
      [
        "/api/v2/messages?channel_id=c&",
        "data",
        await make(
          "/api/v2/messages",
          (n) => ({ channel_id: "c", content: `${n}` }),
          ({ data }) => data.id
        )
      ]
    ]
    for (const [path, field, ids] of lists) {
      const pages = await Promise.all([0, 2, 4, 6].map((offset) => call.ok("GET", `${path}limit=2&offset=${offset}`)))
      expect(
        pages.map((page) => idsOf(page[field])),
        path
      ).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4), []])
      expect(pages[0]?.pagination, path).toEqual({ limit: 2, offset: 0, total: 5, hasMore: true })
      expect(pages[2]?.pagination, path).toMatchObject({ hasMore: false })
      expect((await call.send("GET", `${path}limit=0`)).status, path).toBe(400)
    }
    const { pagination } = await call.ok("GET", "/api/v2/conversations")
    expect(pagination).toEqual({ limit: 20, offset: 0, total: 5, hasMore: false })
  })

  it("by cursor bring every row once, though rows come and go in between", async () => {
    const call = await api({ rateLimits: "off" })
    const { data: conversation } = await call.ok("POST", "/api/v2/conversations", { name: "T" })
    const say = async (content: string): Promise<string> => {
      const body = { channel_id: "c", conversation_id: conversation.id, content }
      return (await call.ok("POST", "/api/v2/messages", body)).data.id
    }
    const ids: Array<string> = []
    for (let n = 0; n < 7; n++) ids.unshift(await say(`${n}`))
    const url = `/api/v2/conversations/${conversation.id}/messages?limit=3`
    const first = await call.ok("GET", url)
    expect(idsOf(first.data)).toEqual(ids.slice(0, 3))
    await say("new")
    const second = await call.ok("GET", `${url}&cursor=${first.nextCursor}`)
    expect(idsOf(second.data)).toEqual(ids.slice(3, 6))
    await call.ok("DELETE", `/api/v2/messages/${ids[5]}`)
    const third = await call.ok("GET", `${url}&cursor=${second.nextCursor}`)
    expect([idsOf(third.data), third.nextCursor]).toEqual([ids.slice(6), null])
    expect(await call.ok("GET", `${url}&cursor=nonsense`)).toEqual({ data: [], nextCursor: null })
  })

  it("by number bring the catalogue of twins", async () => {
    const call = await api()
    const page = async (query: string) => (await call.ok("GET", `/api/v2/twin-workspace/available${query}`)).data
    const all = idsOf(await page(""))
    expect(all).toHaveLength(3)
    expect(idsOf(await page("?page=1&page_size=2"))).toEqual(all.slice(0, 2))
    expect(idsOf(await page("?page=2&page_size=2"))).toEqual(all.slice(2))
    expect(await page("?page=3&page_size=2")).toEqual([])
  })

  it("of the audit log and of events are what happened, newest first", async () => {
    const call = await api()
    const { agent } = await call.ok("POST", "/api/v2/agents", { name: "A" })
    await call.ok("POST", `/api/v2/agents/${agent.id}/start`)
    await call.ok("GET", "/api/v2/agents")
    await call.send("POST", "/api/v2/agents", {})
    const log = await call.ok("GET", "/api/v2/audit-log?limit=1")
    expect(log.data).toMatchObject([{ action: "startAgent", resource: "agents" }])
    const rest = await call.ok("GET", `/api/v2/audit-log?limit=5&cursor=${log.nextCursor}`)
    expect([rest.data.map(({ action }: Json) => action), rest.nextCursor]).toEqual([["createAgent"], null])
    const events = await call.ok("GET", "/api/v2/developer/events")
    expect(events.data).toMatchObject([{ event: "agent.started", data: { agent_id: agent.id } }])
    const other = call.as(session({ organizationId: "other" }))
    expect((await other.ok("GET", "/api/v2/audit-log")).data).toEqual([])
    expect((await other.ok("GET", "/api/v2/developer/events")).data).toEqual([])
  })
})

describe("knowledge", () => {
  it("finds documents by their words, the best first, and says how well they match", async () => {
    const call = await api()
    const add = (title: string, content: string, type = "document") =>
      call.ok("POST", "/api/knowledge/upload", { title, content, type })
    await add("Onboarding notes", "Ask for a badge at the desk. The desk is in Lisbon.")
    await add("Badges", "How to print them.", "guide")
    await add("Lunch", "Soup on Mondays.")
    const search = async (query: string, limit?: number) =>
      (await call.ok("POST", "/api/knowledge/search", { query, ...(limit === undefined ? {} : { limit }) })).data
    const hits = await search("badge desk")
    expect(hits.map(({ score, title }: Json) => [title, score])).toEqual([
      ["Onboarding notes", 0.8],
      ["Badges", 0.5]
    ])
    expect(hits[0].content).toContain("Ask for a badge")
    expect(await search("badge desk", 1)).toHaveLength(1)
    expect(await search("nothing like it")).toEqual([])
    expect((await call.send("POST", "/api/knowledge/search", { query: "" })).status).toBe(400)
    const [badges] = await search("badges")
    assert.deepStrictEqual([badges.title, badges.content], ["Badges", "How to print them."])
    assert.deepStrictEqual([badges.name, badges.description], ["Badges", "How to print them."])
  })

  it("counts what is in it and names entities; a deleted document is gone from all of it", async () => {
    const emulator = await started({ clock: "manual" })
    const call = lvng(emulator)
    const text = `We met Grace Hopper in Porto. ${"word ".repeat(400)}`
    const { data } = await call.ok("POST", "/api/knowledge/upload", { title: "Minutes", content: text })
    await call.ok("POST", "/api/knowledge/upload", { title: "Memo", content: "All went to Porto.", type: "memo" })
    expect(data).toMatchObject({ title: "Minutes", status: "indexed", chunks: 3 })
    expect(await call.ok("GET", "/api/knowledge/stats")).toEqual({
      documents: { total: 2, byType: { document: 1, memo: 1 }, totalChunks: 4 },
      audio: { totalRecordings: 0 }
    })
    const entities = await call.ok("GET", "/api/knowledge-graph/entities")
    expect(entities.data.map(({ mentions, name }: Json) => [name, mentions])).toEqual([
      ["Minutes", 1],
      ["Grace Hopper", 1],
      ["Porto", 2],
      ["Memo", 1]
    ])
    expect(idsOf((await call.ok("GET", "/api/knowledge-graph/entities?limit=1&offset=2")).data)).toEqual([
      entities.data[2].id
    ])
    expect((await call.ok("GET", "/api/knowledge-graph/statistics")).data).toEqual({
      entity_count: 4,
      relationship_count: 4,
      document_count: 2
    })
    const admin = `${emulator.url}/__emulator/lvng/documents/${data.id}`
    expect((await send(admin, { method: "DELETE" })).status).toBe(204)
    expect((await call.ok("GET", "/api/knowledge/stats")).documents.total).toBe(1)
    expect((await call.ok("POST", "/api/knowledge/search", { query: "Hopper" })).data).toEqual([])
  })
})

describe("API keys", () => {
  it("are shown once, listed by their first digits, and work until they are revoked", async () => {
    const call = await api()
    const { data } = await call.ok("POST", "/api/v2/api-keys", { name: "nightly", scopes: ["read"] })
    expect(data.key).toMatch(/^lvng_sk_(live|test)_[0-9a-f]{32}$/)
    expect(data.key_prefix).toBe(data.key.split("_").at(-1).slice(0, 8))
    const list = await call.send("GET", "/api/v2/api-keys")
    expect(list.text).not.toContain(data.key)
    expect(parsed(list).data).toMatchObject([{ id: data.id, name: "nightly", key_prefix: data.key_prefix }])
    expect((await call.as(data.key).send("GET", "/api/v2/agents")).status).toBe(200)
    await call.ok("DELETE", `/api/v2/api-keys/${data.id}`)
    expect((await call.as(data.key).send("GET", "/api/v2/agents")).status).toBe(401)
    expect((await call.ok("GET", "/api/v2/api-keys")).data).toEqual([])
    expect((await call.send("DELETE", `/api/v2/api-keys/${data.id}`)).status).toBe(404)
  })

  it("are replaced by rotation: the old secret is refused at once, the scopes stay", async () => {
    const call = await api()
    const { data } = await call.ok("POST", "/api/v2/api-keys", { name: "K", scopes: ["read"] })
    const rotated = (await call.ok("POST", `/api/v2/api-keys/${data.id}/rotate`)).data
    expect([rotated.id, rotated.key === data.key, rotated.scopes]).toEqual([data.id, false, ["read"]])
    expect((await call.as(data.key).send("GET", "/api/v2/agents")).status).toBe(401)
    expect((await call.as(rotated.key).send("GET", "/api/v2/agents")).status).toBe(200)
    expect((await call.as(rotated.key).send("POST", "/api/v2/agents", { name: "A" })).status).toBe(403)
    expect((await call.ok("GET", "/api/v2/api-keys")).data).toHaveLength(1)
  })

  it("end when they were said to, and count to ten", async () => {
    const emulator = await started({ clock: "manual" })
    const call = lvng(emulator)
    const make = (name: string) => call.send("POST", "/api/v2/api-keys", { name, expires_in_days: 1 })
    const { data } = parsed(await make("first"))
    for (let n = 1; n < 10; n++) expect((await make(`${n}`)).status).toBe(201)
    const rejected = await make("eleventh")
    expect([rejected.status, parsed(rejected).error.message]).toEqual([
      400,
      "A user has at most 10 active API keys; revoke one first."
    ])
    expect((await call.as(session({ userId: "other" })).send("POST", "/api/v2/api-keys", { name: "x" })).status).toBe(
      201
    )
    await emulator.advance(86_400_000 - 1)
    expect((await call.as(data.key).send("GET", "/api/v2/agents")).status).toBe(200)
    await emulator.advance(1)
    expect((await call.as(data.key).send("GET", "/api/v2/agents")).status).toBe(401)
    expect((await make("again")).status).toBe(201)
  })
})

describe("channels and messages", () => {
  it("keep members, twins, filters and counts", async () => {
    const call = await api()
    const make = async (body: object) =>
      (await call.ok("POST", "/api/v2/channels", { workspace_id: "w", ...body })).channel
    const open = await make({ name: "open" })
    const hidden = await make({ name: "hidden", channel_type: "private" })
    const at = `/api/v2/channels/${open.id}`
    await call.ok("PATCH", `/api/v2/channels/${hidden.id}`, { is_archived: true })
    const list = async (query: string) => idsOf((await call.ok("GET", `/api/v2/channels?${query}`)).channels)
    expect(await list("workspace_id=w")).toEqual([open.id, hidden.id])
    expect(await list("workspace_id=w&type=private")).toEqual([hidden.id])
    expect(await list("workspace_id=w&is_archived=false")).toEqual([open.id])
    expect(await list("workspace_id=other")).toEqual([])
    expect((await call.send("GET", "/api/v2/channels")).status).toBe(400)
    await call.ok("POST", `${at}/members`, { user_id: "eve" })
    await call.ok("POST", "/api/v2/messages", { channel_id: open.id, content: "hi" })
    expect((await call.ok("GET", at)).channel).toMatchObject({ member_count: 2, message_count: 1 })
    expect((await call.ok("GET", `${at}/members`)).members.map(({ role }: Json) => role)).toEqual(["owner", "member"])
    await call.ok("DELETE", `${at}/members/eve`)
    expect((await call.send("DELETE", `${at}/members/eve`)).status).toBe(404)
    await call.ok("POST", `${at}/twins`, { twin_id: "t" })
    expect(idsOf((await call.ok("GET", `${at}/twins`)).twins)).toEqual(["t"])
    await call.ok("DELETE", `${at}/twins/t`)
    expect((await call.send("DELETE", `${at}/twins/t`)).status).toBe(404)
    await call.ok("DELETE", at)
    expect((await call.send("GET", at)).status).toBe(404)
  })

  it("keep threads, reactions and changes", async () => {
    const call = await api()
    const say = async (body: object) =>
      (await call.ok("POST", "/api/v2/messages/send", { channel_id: "c", ...body })).data
    const first = await say({ content: "one", metadata: { a: 1 } })
    const reply = await say({ content: "two", parent_message_id: first.id })
    const at = `/api/v2/messages/${first.id}`
    expect(idsOf((await call.ok("GET", `${at}/thread`)).data)).toEqual([first.id, reply.id])
    await call.ok("POST", `${at}/reactions`, { emoji: "👍" })
    await call.ok("POST", `${at}/reactions`, { emoji: "👍" })
    expect((await call.ok("GET", at)).data.reactions).toMatchObject([{ emoji: "👍" }])
    await call.ok("DELETE", `${at}/reactions/${encodeURIComponent("👍")}`)
    expect((await call.send("DELETE", `${at}/reactions/${encodeURIComponent("👍")}`)).status).toBe(404)
    const changed = await call.ok("PATCH", at, { content: "uno", channel_id: "other" })
    expect(changed.data).toMatchObject({ content: "uno", channel_id: "c", metadata: { a: 1 } })
    const summary = await call.ok("POST", "/api/v2/messages/summarize", { channel_id: "c" })
    expect(summary.data).toEqual({ summary: "2 messages, lately: uno / two", message_count: 2 })
    await call.ok("DELETE", at)
    expect((await call.ok("GET", "/api/v2/messages?channel_id=c")).data).toHaveLength(1)
  })

  it("of conversations are filtered by kind, archive and reading", async () => {
    const call = await api()
    const make = async (body: object) => (await call.ok("POST", "/api/v2/conversations", body)).data
    const group = await make({ conversation_type: "group", unread_count: 2 })
    const direct = await make({})
    const list = async (query: string) => idsOf((await call.ok("GET", `/api/v2/conversations?${query}`)).data)
    expect([await list("type=group"), await list("unread=true"), await list("unread=false")]).toEqual([
      [group.id],
      [group.id],
      [direct.id]
    ])
    await call.ok("POST", `/api/v2/conversations/${group.id}/read`, {})
    await call.ok("PATCH", `/api/v2/conversations/${direct.id}`, { is_archived: true })
    expect([await list("unread=true"), await list("archived=true")]).toEqual([[], [direct.id]])
    const grown = await call.ok("POST", `/api/v2/conversations/${group.id}/members`, { user_id: "eve" })
    expect(grown.data.member_count).toBe(2)
    await call.ok("DELETE", `/api/v2/conversations/${group.id}`)
    expect((await call.send("GET", `/api/v2/conversations/${group.id}/messages`)).status).toBe(404)
  })
})

describe("workspaces and invitations", () => {
  it("have one slug each, and take in who accepts, from another tenant too", async () => {
    const emulator = await started({ clock: "manual" })
    const call = lvng(emulator, session({ userId: "ann", organizationId: "one" }))
    const { workspace } = await call.ok("POST", "/api/v2/workspaces", { name: "W", slug: "w" })
    expect(workspace).toMatchObject({ slug: "w", owner_id: "ann", my_role: "owner", is_owner: true })
    const second = await call.send("POST", "/api/v2/workspaces", { name: "W", slug: "w" })
    expect([second.status, parsed(second).error.code]).toEqual([409, "ALREADY_EXISTS"])
    const at = `/api/v2/workspaces/${workspace.id}`
    const invite = async (body: object) => (await call.ok("POST", `${at}/invitations`, body)).invitation
    const { id, token } = await invite({ email: "eve@example.com", role: "admin" })
    const open = await send(`${call.base}/api/v2/invitations/${token}`, { headers: { authorization: "" } })
    expect([open.status, parsed(open).invitation.email, open.text.includes(token)]).toEqual([
      200,
      "eve@example.com",
      true
    ])
    const eve = call.as(session({ userId: "eve", organizationId: "two" }))
    expect(await eve.ok("POST", `/api/v2/invitations/${token}/accept`)).toMatchObject({ workspace_id: workspace.id })
    expect((await eve.send("POST", `/api/v2/invitations/${token}/accept`)).status).toBe(404)
    expect((await call.ok("GET", `${at}/members`)).members).toEqual([
      { user_id: "ann", role: "owner" },
      { user_id: "eve", role: "admin" }
    ])
    const revoked = await invite({})
    await call.ok("DELETE", `${at}/invitations/${revoked.id}`)
    expect((await eve.send("POST", `/api/v2/invitations/${revoked.token}/accept`)).status).toBe(404)
    const late = await invite({ expirationDays: 1 })
    expect(idsOf((await call.ok("GET", `${at}/invitations`)).invitations)).toEqual([late.id])
    await emulator.advance(86_400_000)
    expect((await call.ok("GET", `${at}/invitations`)).invitations).toEqual([])
    expect((await eve.send("POST", `/api/v2/invitations/${late.token}/accept`)).status).toBe(404)
    expect((await call.send("DELETE", `${at}/invitations/${id}x`)).status).toBe(404)
    expect((await call.ok("PATCH", at, { name: "V" })).workspace.name).toBe("V")
    await call.ok("DELETE", at)
    expect((await call.ok("GET", "/api/v2/workspaces")).count).toBe(0)
  })
})

describe("artifacts, contacts and settings", () => {
  it("keep artifacts by workspace, with comments and successors", async () => {
    const call = await api()
    const make = async (body: object, headers = {}) =>
      (await call.ok("POST", "/api/v2/artifacts", { title: "T", content: "x", type: "report", ...body }, headers)).data
    const here = await make({}, { "x-workspace-id": "w" })
    const plan = await make({ type: "task_plan" })
    const list = async (query: string, headers = {}) =>
      idsOf((await call.ok("GET", `/api/v2/artifacts${query}`, undefined, headers)).data)
    expect([await list(""), await list("?workspace_id=w"), await list("", { "x-workspace-id": "w" })]).toEqual([
      [here.id, plan.id],
      [here.id],
      [here.id]
    ])
    expect([await list("?type=task_plan"), await list("?status=approved")]).toEqual([[plan.id], []])
    const at = `/api/v2/artifacts/${plan.id}`
    await call.ok("PATCH", at, { status: "approved" })
    await call.ok("POST", `${at}/comments`, { text: "good" })
    expect((await call.ok("GET", at)).data.comments).toMatchObject([{ text: "good" }])
    const next = (await call.ok("POST", `${at}/supersede`, { content: "y" })).data
    expect(next).toMatchObject({ content: "y", type: "task_plan", status: "draft", supersedes: plan.id })
    expect((await call.ok("GET", at)).data).toMatchObject({ status: "superseded", superseded_by: next.id })
    await call.ok("DELETE", at)
    expect((await call.send("GET", at)).status).toBe(404)
  })

  it("keep contacts, one an address", async () => {
    const call = await api()
    const body = { name: "Ann", email: "ann@example.com", tags: ["x"] }
    const { contact } = await call.ok("POST", "/api/v2/contacts", body)
    expect(contact).toMatchObject({ ...body, source: "manual" })
    const second = await call.send("POST", "/api/v2/contacts", { name: "B", email: "ANN@example.com" })
    expect([second.status, parsed(second).error.code]).toEqual([409, "ALREADY_EXISTS"])
    const at = `/api/v2/contacts/${contact.id}`
    expect((await call.ok("PATCH", at, { notes: "met" })).contact).toMatchObject({ name: "Ann", notes: "met" })
    expect((await call.ok("GET", `${at}/interactions`)).interactions).toEqual([])
    await call.ok("DELETE", at)
    expect((await call.send("GET", `${at}/relationships`)).status).toBe(404)
  })

  it("keep settings per user, and the AI mode per workspace too", async () => {
    const call = await api()
    const before = (await call.ok("GET", "/api/v2/settings")).settings
    const after = await call.ok("PUT", "/api/v2/settings", { appearance: { theme: "dark" } })
    expect(after.settings).toEqual({ ...before, appearance: { ...before.appearance, theme: "dark" } })
    expect((await call.ok("GET", "/api/v2/settings")).settings).toEqual(after.settings)
    const other = call.as(session({ userId: "other" }))
    expect((await other.ok("GET", "/api/v2/settings")).settings).toEqual(before)
    const mode = async (query = "") => (await call.ok("GET", `/api/v2/preferences/ai-mode${query}`)).mode.name
    expect(await mode()).toBe("balanced")
    await call.ok("PATCH", "/api/v2/preferences/ai-mode", { mode: "quality" })
    await call.ok("PATCH", "/api/v2/preferences/ai-mode", { mode: "speed", workspaceId: "w" })
    expect([await mode(), await mode("?workspaceId=w"), await mode("?workspaceId=v")]).toEqual([
      "quality",
      "speed",
      "quality"
    ])
    const custom = await call.ok("PATCH", "/api/v2/preferences/ai-mode", {
      mode: "custom",
      customConfig: { maxTokens: 9, secret: 1 }
    })
    expect(custom.mode).toMatchObject({ name: "custom", maxTokens: 9 })
    const bad = { mode: "custom", customConfig: { maxTokens: "many" } }
    expect((await call.send("PATCH", "/api/v2/preferences/ai-mode", bad)).status).toBe(400)
  })
})

const directories: Array<string> = []

afterAll(() => {
  for (const path of directories) rmSync(path, { recursive: true, force: true })
})

describe("the state", () => {
  it("follows from the seed and the requests, and is kept over a restart", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "trilum-lvng-"))
    directories.push(dataDir)
    const texts = async (seed: string): Promise<string> => {
      const call = await api({ seed })
      const agent = await call.send("POST", "/api/v2/agents", { name: "A" })
      const secret = await call.send("POST", "/api/v2/api-keys", { name: "K" })
      return agent.text + secret.text
    }
    expect(await texts("a")).toBe(await texts("a"))
    expect(await texts("a")).not.toBe(await texts("b"))
    const first = await started({ dataDir })
    const { agent } = await lvng(first).ok("POST", "/api/v2/agents", { name: "kept" })
    const { data } = await lvng(first).ok("POST", "/api/v2/api-keys", { name: "K" })
    await first.stop()
    const second = lvng(await started({ dataDir }), data.key)
    expect((await second.ok("GET", `/api/v2/agents/${agent.id}`)).agent.name).toBe("kept")
  })

  it("takes records with ids of the test's own", async () => {
    const emulator = await started()
    const admin = `${emulator.url}/__emulator/lvng`
    const put = (path: string, body: unknown) => send(`${admin}/${path}`, { method: "PUT", body })
    expect((await put("agents/agent%2Fone", { value: { name: "Seeded" } })).status).toBe(200)
    await put("workflows/wf_1", { tenantId: "one", value: { name: "Theirs" } })
    const call = lvng(emulator, key())
    expect((await call.ok("GET", "/api/v2/agents")).agents).toMatchObject([{ id: "agent/one", name: "Seeded" }])
    expect((await call.send("GET", "/api/v2/workflows/wf_1")).status).toBe(404)
    const theirs = call.as(session({ organizationId: "one" }))
    expect((await theirs.ok("GET", "/api/v2/workflows/wf_1")).data.name).toBe("Theirs")
    expect((await ok(`${admin}/workflows/wf_1`)).tenantId).toBe("one")
    for (const path of ["nothing/x", "agents", "agents/x/y"]) expect((await put(path, {})).status, path).toBe(404)
    expect((await send(`${admin}/agents/none`)).status).toBe(404)
  })
})
