import { assert, describe, expect, it } from "vitest"
import { type Json, ok, parsed, send, started } from "./support.js"

const post = (body: unknown, headers: Record<string, string> = {}) => ({ method: "POST", body, headers })
const ask = (content: string, more: Record<string, unknown> = {}) =>
  post({ messages: [{ role: "user", content }], ...more })

const form = (parts: ReadonlyArray<readonly [string, Uint8Array | string, string?]>) => {
  const boundary = "b--o-u-n-d"
  const chunks = parts.flatMap(([name, value, filename]) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${
        filename === undefined ? "" : `; filename="${filename}"`
      }\r\n${filename === undefined ? "" : "Content-Type: text/csv\r\n"}\r\n`
    ),
    Buffer.from(value as string),
    Buffer.from("\r\n")
  ])
  return {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary="${boundary}"` },
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)])
  }
}

describe("credentials", () => {
  it("are taken from either header, and any key will do by default", async () => {
    const { urls } = await started()
    for (const headers of [
      { authorization: "Bearer x" },
      { authorization: "bearer x" },
      { authorization: "", "x-api-key": "x" }
    ]) {
      expect((await send(`${urls.lumnis}/v1/tenant`, { headers })).status).toBe(200)
    }
    for (const headers of [{ authorization: "" }, { authorization: "Basic x" }, { authorization: "Bearer " }]) {
      const answer = await send(`${urls.lumnis}/v1/tenant`, { headers })
      expect(answer.status).toBe(401)
      expect(parsed(answer)["error"]).toMatchObject({ code: "UNAUTHORIZED" })
    }
    expect((await send(`${urls.lumnis}/health`, { headers: { authorization: "" } })).status).toBe(200)
  })

  it("must be known when keys are configured, and separate tenants", async () => {
    const tenantId = "11111111-1111-4111-8111-111111111111"
    const { urls } = await started({ apiKeys: { a: {}, b: { tenantId } } })
    const as = (key: string) => ({ headers: { authorization: `Bearer ${key}` } })
    expect((await send(`${urls.lumnis}/v1/tenant`, as("constructor"))).status).toBe(401)
    expect(parsed(await send(`${urls.lumnis}/v1/tenant`, as("c")))["error"]).toMatchObject({ code: "INVALID_API_KEY" })
    expect((await ok(`${urls.lumnis}/v1/tenant`, as("b"))).id).toBe(tenantId)
    const thread = await ok(`${urls.lumnis}/v1/threads`, { method: "POST", body: {}, ...as("a") })
    expect((await send(`${urls.lumnis}/v1/threads/${thread.thread_id}`, as("a"))).status).toBe(200)
    expect((await send(`${urls.lumnis}/v1/threads/${thread.thread_id}`, as("b"))).status).toBe(404)
    expect((await ok(`${urls.lumnis}/v1/threads`, as("b"))).total).toBe(0)
    expect((await send(`${urls.lumnis}/v1/tenants/${tenantId}`, as("a"))).status).toBe(404)
  })
})

describe("users", () => {
  it("are created once an e-mail, and found by id or e-mail", async () => {
    const { urls } = await started({ clock: "manual" })
    const base = `${urls.lumnis}/v1/users`
    const created = await send(base, post({ email: "A+b@Example.com", first_name: "Ada" }))
    expect(created.status).toBe(201)
    const second = await send(base, post({ email: "a+b@example.com", last_name: "L" }))
    expect(second.status).toBe(200)
    expect(parsed(second)).toMatchObject({ id: parsed(created)["id"], first_name: "Ada", last_name: "L" })
    expect(await ok(`${base}/a%2Bb%40example.com`)).toMatchObject({ first_name: "Ada" })
    expect(await ok(`${base}/${parsed(created)["id"]}`)).toMatchObject({ last_name: "L" })
    const missing = await send(`${base}/nobody%40example.com`)
    expect(missing.status).toBe(404)
    expect(parsed(missing)["error"]).toMatchObject({ code: "NOT_FOUND", message: "User not found" })
  })

  it("follow a changed e-mail, and free the old one", async () => {
    const { urls } = await started()
    const base = `${urls.lumnis}/v1/users`
    const { id } = await ok(base, post({ email: "old@example.com" }))
    await ok(base, post({ email: "taken@example.com" }))
    const put = (email: string) => send(`${base}/${id}`, { method: "PUT", body: { email } })
    expect((await put("taken@example.com")).status).toBe(409)
    expect((await put("new@example.com")).status).toBe(200)
    expect((await ok(`${base}/new%40example.com`)).id).toBe(id)
    expect((await send(`${base}/old%40example.com`)).status).toBe(404)
    expect((await ok(base, post({ email: "old@example.com" }))).id).not.toBe(id)
  })

  it("page, search, and take their threads and responses with them", async () => {
    const { urls } = await started()
    const base = `${urls.lumnis}/v1/users`
    for (let index = 0; index < 5; index++)
      await ok(base, post({ email: `user${index}@example.com`, first_name: `N${index}` }))
    const second = await ok(`${base}?page=2&page_size=2`)
    expect(second.users).toHaveLength(2)
    expect(second.pagination).toEqual({
      page: 2,
      page_size: 2,
      total: 5,
      total_pages: 3,
      has_next: true,
      has_prev: true
    })
    expect((await ok(`${base}?page=9`)).users).toEqual([])
    expect((await ok(`${base}?search=n3`)).users).toHaveLength(1)
    const asked = await ok(`${urls.lumnis}/v1/responses`, ask("x", { user_id: "user3@example.com" }))
    expect(await ok(`${base}/user3%40example.com/responses`)).toHaveLength(1)
    expect(await ok(`${base}/user3%40example.com/threads`)).toHaveLength(1)
    await ok(`${base}/user3%40example.com`, { method: "DELETE" })
    expect((await send(`${base}/user3%40example.com`)).status).toBe(404)
    expect((await send(`${urls.lumnis}/v1/responses/${asked.response_id}`)).status).toBe(404)
    expect((await send(`${urls.lumnis}/v1/threads/${asked.thread_id}`)).status).toBe(404)
  })
})

describe("threads", () => {
  it("come with the first response or by hand, keep titles apart from null, and count", async () => {
    const { urls } = await started()
    const base = `${urls.lumnis}/v1/threads`
    const made = await ok(base, post({ title: "Plans", metadata: { a: { b: 1 } }, user_id: "u-1" }))
    expect(made).toMatchObject({ title: "Plans", metadata: { a: { b: 1 } }, response_count: 0 })
    expect(made.user_id).toMatch(/^[0-9a-f-]{36}$/)
    const asked = await ok(`${urls.lumnis}/v1/responses`, ask("x", { thread_id: made.thread_id, user_id: "u-1" }))
    expect(asked.thread_id).toBe(made.thread_id)
    expect((await ok(`${base}/${made.thread_id}`)).response_count).toBe(1)
    expect(await ok(`${base}/${made.thread_id}/responses`)).toHaveLength(1)
    const patch = (body: unknown) => ok(`${base}/${made.thread_id}`, { method: "PATCH", body })
    expect((await patch({})).title).toBe("Plans")
    expect((await patch({ title: null })).title).toBeNull()
    await ok(`${urls.lumnis}/v1/responses`, ask("implicit"))
    const list = await ok(`${base}?limit=1`)
    expect(list).toMatchObject({ total: 2, limit: 1, offset: 0 })
    expect(list.threads[0].title).toBe("implicit")
    expect((await send(`${base}/${made.thread_id}`, { method: "DELETE" })).status).toBe(204)
    expect((await send(`${base}/${made.thread_id}`)).status).toBe(404)
  })

  it("and responses of one user do not exist for another", async () => {
    const { urls } = await started()
    const asked = await ok(`${urls.lumnis}/v1/responses`, ask("x", { user_id: "a@example.com" }))
    const thread = `${urls.lumnis}/v1/threads/${asked.thread_id}`
    expect((await send(`${thread}?user_id=a%40example.com`)).status).toBe(200)
    expect((await send(`${thread}?user_id=b%40example.com`)).status).toBe(404)
    const response = `${urls.lumnis}/v1/responses/${asked.response_id}`
    expect((await send(`${response}?user_id=b%40example.com`)).status).toBe(404)
    expect((await send(response)).status).toBe(200)
    const other = ask("x", { user_id: "b@example.com", thread_id: asked.thread_id })
    expect((await send(`${urls.lumnis}/v1/responses`, other)).status).toBe(404)
    expect((await ok(`${urls.lumnis}/v1/threads?user_id=b%40example.com`)).total).toBe(0)
  })
})

describe("external keys", () => {
  it("have one slot a provider and never show their value", async () => {
    const emulator = await started()
    const base = `${emulator.urls.lumnis}/v1/external-api-keys`
    const canary = "sk-canary-4711-canary-4711"
    const first = await ok(base, post({ provider: "OPENAI_API_KEY", api_key: canary, key_name: "main" }))
    const second = await ok(base, post({ provider: "OPENAI_API_KEY", api_key: `${canary}2` }))
    expect(second.key_id).toBe(first.key_id)
    const list = await ok(base)
    expect(list).toHaveLength(1)
    expect((await ok(`${base}/${first.key_id}`)).provider).toBe("OPENAI_API_KEY")
    expect((await send(`${base}/unknown`)).status).toBe(404)
    await ok(base, post({ provider: "OPENAI_API_KEY", api_key: canary, user_id: "u-1" }))
    expect(await ok(base)).toHaveLength(2)
    expect(await ok(`${base}?user_id=u-1`)).toHaveLength(1)
    expect((await send(`${base}/OPENAI_API_KEY?key_name=other`, { method: "DELETE" })).status).toBe(404)
    await ok(`${base}/OPENAI_API_KEY`, { method: "DELETE" })
    expect(await ok(base)).toHaveLength(1)
    const everything = JSON.stringify([list, emulator.requests(), emulator.state()])
    expect(everything).not.toContain(canary)
    expect(everything).toContain("[redacted]")
  })

  it("switch the tenant's mode", async () => {
    const { urls } = await started()
    const base = `${urls.lumnis}/v1/external-api-keys/mode`
    expect(await ok(base)).toEqual({ api_key_mode: "platform" })
    await ok(base, { method: "PATCH", body: { mode: "byo_keys" } })
    expect(await ok(base)).toEqual({ api_key_mode: "byo_keys" })
    expect((await ok(`${urls.lumnis}/v1/tenant`)).api_key_mode).toBe("byo_keys")
  })
})

describe("files", () => {
  const bytes = Buffer.from([...Array(256).keys(), 13, 10, 45, 45, 98, 45])

  it("come back byte by byte, and move through processing with time", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/files`
    const { file_id, status } = await ok(
      `${base}/upload`,
      form([
        ["scope", "tenant"],
        ["tags", "A, b"],
        ["file", bytes, "ä.bin"]
      ])
    )
    expect(status).toBe("pending")
    expect((await send(`${base}/${file_id}/download`)).bytes.equals(bytes)).toBe(true)
    expect(await ok(`${base}/${file_id}`)).toMatchObject({
      file_name: "ä.bin",
      file_size: bytes.length,
      tags: ["a", "b"]
    })
    const seen: Array<string> = []
    for (let turn = 0; turn < 9; turn++) {
      seen.push((await ok(`${base}/${file_id}/status`)).status)
      await emulator.advance(100)
    }
    expect([...new Set(seen)]).toEqual(["pending", "parsing", "embedding", "completed"])
    expect((await ok(`${base}/${file_id}/status`)).progress_percentage).toBe(100)
  })

  it.each([
    ["error", 409, 1],
    ["skip", 200, 1],
    ["replace", 200, 1],
    ["suffix", 200, 2]
  ] as const)("handle duplicates with %s", async (handling, status, total) => {
    const { urls } = await started()
    const upload = (more: ReadonlyArray<readonly [string, string]>) =>
      send(`${urls.lumnis}/v1/files/upload`, form([["scope", "tenant"], ...more, ["file", "x", "a.txt"]]))
    const first = await upload([])
    const second = await upload([["duplicate_handling", handling]])
    expect(second.status).toBe(status)
    const list = await ok(`${urls.lumnis}/v1/files`)
    expect(list.total_count).toBe(total)
    if (handling === "skip") expect(parsed(second)["file_id"]).toBe(parsed(first)["file_id"])
    if (handling === "suffix") expect(parsed(second)["file_name"]).toBe("a (1).txt")
  })

  it("are hidden from other users, searched, read by lines and deleted in bulk", async () => {
    const { urls } = await started()
    const base = `${urls.lumnis}/v1/files`
    const mine = form([
      ["scope", "user"],
      ["user_id", "a@example.com"],
      ["file", "alpha\nbeta gamma\ndelta", "a.txt"]
    ])
    const { file_id } = await ok(`${base}/upload`, mine)
    expect((await send(`${base}/${file_id}?user_id=b%40example.com`)).status).toBe(404)
    expect((await send(`${base}/${file_id}?user_id=a%40example.com`)).status).toBe(200)
    const found = await ok(`${base}/search`, post({ query: "beta" }))
    expect(found.results[0].chunks[0]).toMatchObject({ chunk_text: "beta gamma", start_line: 2 })
    expect(await ok(`${base}/${file_id}/content?start_line=2&end_line=3`)).toMatchObject({
      text: "beta gamma\ndelta",
      total_lines: 3
    })
    expect((await send(`${base}/${file_id}/content?start_line=3&end_line=2`)).status).toBe(422)
    const unknown = "00000000-0000-4000-8000-000000000000"
    const gone = await ok(`${base}/bulk?hard_delete=false`, {
      method: "DELETE",
      body: { file_ids: [file_id, unknown] }
    })
    expect(gone).toEqual({ deleted: [file_id], failed: [unknown], hard_delete: false, total_requested: 2 })
    expect((await send(`${base}/${file_id}`)).status).toBe(404)
  })

  it("refuse what is not a form, a user scope without a user, and more bytes than allowed", async () => {
    const emulator = await started({ maxBodyBytes: 2000 })
    const url = `${emulator.urls.lumnis}/v1/files/upload`
    expect((await send(url, post({ scope: "tenant" }))).status).toBe(422)
    expect(
      (
        await send(
          url,
          form([
            ["scope", "user"],
            ["file", "x", "a.txt"]
          ])
        )
      ).status
    ).toBe(422)
    expect(
      (
        await send(
          url,
          form([
            ["scope", "tenant"],
            ["file", "not a file"]
          ])
        )
      ).status
    ).toBe(422)
    expect(
      (
        await send(
          url,
          form([
            ["scope", "planet"],
            ["file", "x", "a.txt"]
          ])
        )
      ).status
    ).toBe(422)
    expect(
      (
        await send(
          url,
          form([
            ["scope", "tenant"],
            ["file", Buffer.alloc(5000), "a.txt"]
          ])
        )
      ).status
    ).toBe(413)
  })
})

describe("wrong requests", () => {
  it("get the framework's issues, each with its place", async () => {
    const { urls } = await started()
    const answer = await send(`${urls.lumnis}/v1/responses`, post({ messages: [{ role: "robot" }], thread_id: "x" }))
    expect(answer.status).toBe(422)
    const detail: ReadonlyArray<Json> = parsed(answer)["detail"]
    const place = ["body", "messages", 0]
    assert.deepInclude(detail, {
      type: "missing",
      loc: [...place, "content"],
      msg: "Field required",
      input: { role: "robot" }
    })
    assert.deepInclude(detail, {
      type: "enum",
      loc: [...place, "role"],
      msg: "Input should be 'system', 'user' or 'assistant'",
      input: "robot",
      ctx: { expected: "'system', 'user' or 'assistant'" }
    })
    expect(detail.map(({ type }) => type).sort()).toEqual(["enum", "missing", "uuid_parsing"])
    const query = await send(`${urls.lumnis}/v1/responses?limit=many`)
    expect(parsed(query)["detail"]).toMatchObject([{ loc: ["query", "limit"], type: "int_parsing" }])
    const path = await send(`${urls.lumnis}/v1/responses/not-a-uuid`)
    expect(parsed(path)["detail"]).toMatchObject([{ loc: ["path", "response_id"], type: "uuid_parsing" }])
    expect((await send(`${urls.lumnis}/v1/responses`, { method: "POST" })).status).toBe(422)
    const broken = await send(`${urls.lumnis}/v1/responses`, { method: "POST", body: '{"messages":' })
    expect(parsed(broken)["detail"]).toMatchObject([{ type: "json_invalid" }])
  })

  it("may carry unknown members of open enumerations, unknown fields and unknown query parameters", async () => {
    const { urls } = await started()
    const body = { provider: "BRAND_NEW_API_KEY", api_key: "abcdef", future: 1 }
    expect((await send(`${urls.lumnis}/v1/external-api-keys?future=1`, post(body))).status).toBe(200)
  })

  it("find no route and no method, in the platform's words", async () => {
    const { urls } = await started()
    const none = await send(`${urls.lumnis}/v1/nothing`)
    expect([none.status, parsed(none)]).toEqual([404, { detail: "Not Found" }])
    const method = await send(`${urls.lumnis}/v1/tenant`, { method: "DELETE" })
    expect([method.status, method.headers.allow]).toEqual([405, "GET"])
    const luml = await send(`${urls.luml}/v1/organizations/x/orbits`, { headers: { authorization: "Bearer dfs_x" } })
    expect(luml.status).toBe(422)
    expect(parsed(luml)["detail"]).toMatchObject([
      { loc: ["path", "organization_id"], type: "uuid_parsing", input: "x" }
    ])
  })
})

describe("idempotency", () => {
  it("replays the original answer for the same body, refuses another, and forgets after a day", async () => {
    const emulator = await started({ clock: "manual" })
    const url = `${emulator.urls.lumnis}/v1/responses`
    const create = (content: string, key: string, authorization = "Bearer k") =>
      send(url, { ...ask(content), headers: { "idempotency-key": key, authorization } })
    const first = await create("x", "one")
    const second = await create("x", "one")
    expect(second.text).toBe(first.text)
    expect([first.headers["idempotency-replayed"], second.headers["idempotency-replayed"]]).toEqual([undefined, "true"])
    const conflict = await create("y", "one")
    expect([conflict.status, parsed(conflict)["error"]]).toMatchObject([409, { code: "IDEMPOTENCY_CONFLICT" }])
    expect((await create("x", "two")).text).not.toBe(first.text)
    expect((await create("x", "one", "Bearer other")).text).not.toBe(first.text)
    expect((await ok(url)).total).toBe(3)
    await emulator.advance(24 * 3_600_000)
    expect((await create("y", "one")).status).toBe(200)
  })

  it("runs a burst with one key once", async () => {
    const emulator = await started()
    const url = `${emulator.urls.lumnis}/v1/responses`
    const burst = await Promise.all(
      Array.from({ length: 20 }, () => send(url, { ...ask("x"), headers: { "idempotency-key": "burst" } }))
    )
    expect(new Set(burst.map(({ text }) => text)).size).toBe(1)
    expect((await ok(url)).total).toBe(1)
  })

  it("lets a failed attempt be repeated with its key", async () => {
    const { urls } = await started()
    const url = `${urls.lumnis}/v1/responses`
    const headers = { "idempotency-key": "k" }
    expect((await send(url, { method: "POST", body: {}, headers })).status).toBe(422)
    expect((await send(url, { ...ask("x"), headers })).status).toBe(200)
  })

  it("does not repeat the effect of a request whose answer was lost", async () => {
    const { urls } = await started()
    const url = `${urls.lumnis}/v1/responses`
    const headers = { "idempotency-key": "lost" }
    await expect(
      send(url, { ...ask("x"), headers: { ...headers, "x-emulator-fault": "reset=response" } })
    ).rejects.toThrow()
    const retry = await send(url, { ...ask("x"), headers })
    expect(retry.headers["idempotency-replayed"]).toBe("true")
    expect((await ok(url)).total).toBe(1)
  })
})

describe("answers from the contract", () => {
  it("carry what the request named", async () => {
    const { urls } = await started()
    const campaign = await ok(`${urls.lumnis}/v1/campaigns/c-17`)
    expect(campaign.id).toBe("c-17")
    const renamed = await ok(`${urls.lumnis}/v1/campaigns/c-18`, { method: "PUT", body: { name: "Named here" } })
    expect(renamed).toMatchObject({ id: "c-18", name: "Named here" })
  })

  it("page through lists and end", async () => {
    const { urls } = await started()
    const url = `${urls.lumnis}/v1/sequences/executions`
    const first = await ok(`${url}?limit=2&offset=0`)
    const second = await ok(`${url}?limit=2&offset=2`)
    expect([first.executions.length, second.executions.length]).toEqual([2, 1])
    expect([first.total, first.has_more, second.has_more]).toEqual([3, true, false])
    const ids = [...first.executions, ...second.executions].map((item: Record<string, unknown>) => JSON.stringify(item))
    expect(new Set(ids).size).toBe(3)
  })

  it("follow cursors to the end in answers from the contract", async () => {
    const { urls } = await started()
    const uuid = "00000000-0000-4000-8000-000000000000"
    const url = `${urls.luml}/v1/organizations/${uuid}/orbits/${uuid}/collections`
    const headers = { authorization: "Bearer dfs_x", "x-emulator-answer": "contract" }
    const first = await ok(`${url}?limit=2`, { headers })
    const second = await ok(`${url}?limit=2&cursor=${first.cursor}`, { headers })
    expect([first.items.length, second.items.length, second.cursor]).toEqual([2, 1, null])
  })

  it("let pollers of jobs finish", async () => {
    const { urls } = await started()
    expect((await ok(`${urls.lumnis}/v1/messaging/sync/job-1`)).status).toBe("completed")
  })
})

describe("event streams", () => {
  it("bring drafts one by one, errors of single prospects, and an end", async () => {
    const { urls } = await started({ pace: 0 })
    const prospects = [
      { external_id: "p-1", name: "Ada" },
      { external_id: "p-2", name: "Alan [error]" }
    ]
    const body = { prospects, project_id: "p", channel: "gmail" }
    const answer = await send(`${urls.lumnis}/v1/messaging/drafts/batch/stream?user_id=u`, post(body))
    expect(answer.headers["content-type"]).toContain("text/event-stream")
    const events = answer.text
      .trim()
      .split("\n\n")
      .map((block) => JSON.parse(block.replace(/^data: /, "")))
    expect(events.map(({ event }) => event)).toEqual([
      "job_started",
      "draft_created",
      "progress",
      "error",
      "progress",
      "complete"
    ])
    expect(events.at(-1).data).toMatchObject({ created: 1, errors: 1 })
  })
})

describe("model preferences, MCP servers and skills", () => {
  it("keep a model preference until it is deleted, and name the defaults that apply", async () => {
    const at = `${(await started()).urls.lumnis}/v1/model-preferences`
    const body = { provider: "anthropic", model_name: "claude" }
    await ok(`${at}/SMART_MODEL`, { method: "PATCH", body })
    const { defaults_applied, preferences } = await ok(at)
    const smart = preferences.find(({ model_type }: Json) => model_type === "SMART_MODEL")
    assert.deepInclude(smart, { provider: "anthropic", model_name: "claude" })
    assert.deepStrictEqual(
      [preferences.length, defaults_applied.length, defaults_applied.includes("SMART_MODEL")],
      [5, 4, false]
    )
    assert.strictEqual((await send(`${at}/SMART_MODEL`, { method: "DELETE" })).status, 204)
    assert.strictEqual((await send(`${at}/SMART_MODEL`, { method: "DELETE" })).status, 404)
    assert.deepStrictEqual((await ok(`${at}?include_defaults=false`)).preferences, [])
  })

  it("keep an MCP server without its secrets, change it, list it, delete it", async () => {
    const emulator = await started()
    const at = `${emulator.urls.lumnis}/v1/mcp-servers`
    const body = {
      name: "n",
      transport: "sse",
      scope: "tenant",
      url: "https://example.com",
      headers: { a: "hidden-1" }
    }
    const server = await ok(at, { method: "POST", body })
    const changed = await ok(`${at}/${server.id}`, {
      method: "PATCH",
      body: { is_active: false, env: { b: "hidden-2" } }
    })
    assert.deepStrictEqual([changed.is_active, changed.name], [false, "n"])
    assert.deepStrictEqual((await ok(`${at}?is_active=false`)).servers, [changed])
    assert.deepStrictEqual((await ok(`${at}?is_active=true`)).servers, [])
    assert.notMatch(JSON.stringify([emulator.state(), emulator.requests()]), /hidden-/)
    assert.strictEqual((await send(at, { method: "POST", body: { ...body, scope: "user" } })).status, 422)
    assert.strictEqual((await send(`${at}/${server.id}`, { method: "DELETE" })).status, 204)
    for (const path of ["", "/tools"]) assert.strictEqual((await send(`${at}/${server.id}${path}`)).status, 404)
  })

  it("keep a skill, count its use, and do not show it to another tenant", async () => {
    const { urls } = await started({
      apiKeys: { "test-key": {}, other: { tenantId: "00000000-0000-4000-8000-000000000009" } }
    })
    const at = `${urls.lumnis}/v1/skills`
    const skill = await ok(at, { method: "POST", body: { name: "n", description: "d", content: "c" } })
    const usage = { skill_id: skill.id, skill_name: "n", response_id: "r", tenant_id: "t" }
    const used = await ok(`${at}/usage`, { method: "POST", body: usage })
    await ok(`${at}/usage/${used.id}`, {
      method: "PUT",
      body: { planner_selected: true, execution_outcome: "success" }
    })
    const metrics = await ok(`${at}/analytics?skill_id=${skill.id}`)
    assert.deepInclude(metrics, { total_retrievals: 1, total_selections: 1, success_rate: 1 })
    assert.deepStrictEqual((await ok(at)).skills, [skill])
    const foreign = { headers: { authorization: "Bearer other" } }
    assert.strictEqual((await send(`${at}/${skill.id}`, foreign)).status, 404)
    assert.deepStrictEqual((await ok(at, foreign)).skills, [])
  })
})
