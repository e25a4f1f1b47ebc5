import { assert, describe, expect, it } from "vitest"
import { api, artifactBody, raw, type World, world, worldOf } from "./lumlSupport.js"
import { type Json, started } from "./support.js"

const unknown = "0199c455-21ee-74c6-b747-19a82f1a1e67"
const fixed = { "x-emulator-luml": "mode=fixed" }

describe("the default world", () => {
  it("is an organization with an orbit, a bucket in the emulator's own storage and a collection", async () => {
    const { api: client, b, emulator, o, secret } = await world()
    const [organization] = await client.get("/v1/users/me/organizations")
    expect(organization).toMatchObject({
      name: "Analytical Engines",
      role: "owner",
      created_at: "2025-01-01T00:00:00Z"
    })
    expect(organization.permissions.organization).toEqual(["read", "update", "delete"])
    const orbit = await client.get(b)
    expect(orbit).toMatchObject({ name: "research", role: null, total_collections: 1, total_artifacts: 0 })
    const [bucket] = await client.get(`${o}/bucket-secrets`)
    expect(bucket).toMatchObject({
      id: secret,
      type: "s3",
      bucket_name: "artifacts",
      endpoint: `127.0.0.1:${emulator.port}/storage`,
      region: "us-east-1",
      secure: false,
      orbits: [{ name: "research" }]
    })
    for (const key of ["access_key", "secret_key", "session_token"]) expect(key in bucket).toBe(false)
  })

  it("has the same ids for the same seed, whenever it starts, and after a reset", async () => {
    const first = await world({ seed: "s" })
    const second = await world({ seed: "s", clock: "real" })
    const third = await world({ seed: "t" })
    expect([second.organization, second.orbit, second.collection]).toEqual([
      first.organization,
      first.orbit,
      first.collection
    ])
    expect(third.organization).not.toBe(first.organization)
    first.emulator.reset()
    expect((await worldOf(first.emulator)).orbit).toBe(first.orbit)
  })

  it("can be left out: then a session makes its own", async () => {
    const emulator = await started({ luml: { world: "empty" } })
    const session = api(emulator, "a-session-token")
    expect(await session.get("/v1/users/me/organizations")).toEqual([])
    const organization = await session.post("/v1/organizations", { name: "Mine" })
    const [listed] = await api(emulator).get("/v1/users/me/organizations")
    expect(listed).toMatchObject({ id: organization.id, role: "owner" })
  })

  it("is another one for another tenant", async () => {
    const emulator = await started({ apiKeys: { dfs_a: {}, dfs_b: { tenantId: "other" } } })
    const [a] = await api(emulator, "dfs_a").get("/v1/users/me/organizations")
    const [b] = await api(emulator, "dfs_b").get("/v1/users/me/organizations")
    expect(a.id).not.toBe(b.id)
    const foreign = await api(emulator, "dfs_b").call("GET", `/v1/organizations/${a.id}/orbits`)
    expect([foreign.status, foreign.body]).toEqual([403, { detail: "Not enough rights" }])
  })
})

describe("credentials", () => {
  it.each([
    ["a user key", "dfs_x", 204, undefined],
    ["a session", "session", 403, "This endpoint requires api_key authentication."],
    ["a satellite's key", "dfssat_x", 403, "This endpoint requires api_key authentication."],
    ["the kind of key the guides print", "luml_x", 401, "Not authenticated"]
  ])("are told apart by their text: %s", async (_name, key, status, detail) => {
    const emulator = await started()
    const answer = await api(emulator, key).call("GET", "/v1/auth/api-keys/validate")
    expect([answer.status, answer.body?.detail]).toEqual([status, detail])
    expect(status === 204 ? answer.text : "").toBe("")
  })

  it("of another kind are refused in the server's words", async () => {
    const { api: client, emulator, o } = await world()
    for (const [method, path] of [
      ["GET", o],
      ["GET", `${o}/members`],
      ["GET", "/v1/auth/users/me"],
      ["POST", "/v1/users/me/api-keys"]
    ] as const) {
      const answer = await client.call(method, path)
      expect([answer.status, answer.body]).toEqual([403, { detail: "This endpoint requires jwt authentication." }])
    }
    const satellite = await api(emulator, "dfssat_x").call("GET", "/v1/users/me/organizations")
    expect(satellite.body).toEqual({ detail: "This endpoint requires jwt, api_key authentication." })
    const worker = await client.call("GET", "/satellites/v1/tasks")
    expect(worker.body).toEqual({ detail: "This endpoint requires satellite authentication." })
  })

  it("are 401 when they are missing, unknown, two words, or revoked", async () => {
    const emulator = await started({ apiKeys: { dfs_known: {}, session: {} } })
    const path = "/v1/users/me/organizations"
    for (const authorization of [
      undefined,
      "",
      "Bearer",
      "Bearer ",
      "Bearer a b",
      "Basic dfs_known",
      "Bearer dfs_no"
    ]) {
      const headers = authorization === undefined ? {} : { authorization }
      const answer = await raw(emulator.urls.luml + path, { headers })
      expect([answer.status, JSON.parse(answer.text)], authorization).toEqual([401, { detail: "Not authenticated" }])
    }
    expect((await raw(emulator.urls.luml + path, { headers: { authorization: "bEaReR dfs_known" } })).status).toBe(200)
    const session = api(emulator, "session")
    const { key: first } = await session.post("/v1/users/me/api-keys")
    expect(first).toMatch(/^dfs_[A-Za-z0-9_-]{43}$/)
    expect((await api(emulator, first).call("GET", path)).status).toBe(200)
    const { key: second } = await session.post("/v1/users/me/api-keys")
    expect((await api(emulator, first).call("GET", path)).status).toBe(401)
    expect((await api(emulator, second).call("GET", path)).status).toBe(200)
    expect((await session.get("/v1/auth/users/me")).has_api_key).toBe(true)
    await session.call("DELETE", "/v1/users/me/api-keys")
    expect((await api(emulator, second).call("GET", path)).status).toBe(401)
  })

  it("may be a cookie when there is no header", async () => {
    const emulator = await started()
    const url = `${emulator.urls.luml}/v1/auth/users/me`
    const cookie = "a=b; access_token=session"
    expect((await raw(url, { headers: { cookie } })).status).toBe(200)
    expect((await raw(url, { headers: { cookie, authorization: "Bearer dfs_x" } })).status).toBe(403)
  })

  it("come from signing up and in", async () => {
    const emulator = await started()
    const open = api(emulator)
    const account = { email: "grace@example.com", password: "a good one", full_name: "Grace Hopper" }
    await open.post("/v1/auth/signup", account)
    expect((await open.call("POST", "/v1/auth/signup", account)).body).toEqual({ detail: "Email already registered" })
    const wrong = await open.call("POST", "/v1/auth/signin", { ...account, password: "another" })
    expect([wrong.status, wrong.body]).toEqual([400, { detail: "Invalid email or password" }])
    const { body, headers } = await open.call("POST", "/v1/auth/signin", account)
    const token = /access_token=([^;]+)/.exec(String(headers["set-cookie"]))?.[1] ?? ""
    const me = await api(emulator, token).get("/v1/auth/users/me")
    expect(me).toMatchObject({ id: body.user_id, email: account.email, full_name: "Grace Hopper", has_api_key: false })
  })
})

describe("the order of checks", () => {
  it("is body, credential, kind, values, organization, orbit, right, resource", async () => {
    const emulator = await started({
      apiKeys: { dfs_owner: {}, dfs_member: { role: "member", orbitRole: "none" }, session: {} }
    })
    const { b, o } = await worldOf(emulator, "dfs_owner")
    const member = api(emulator, "dfs_member")
    const broken = await raw(`${emulator.urls.luml}${b}/collections`, { method: "POST", body: "{" })
    expect([broken.status, JSON.parse(broken.text).detail[0].type]).toEqual([422, "json_invalid"])
    const nobody = await raw(`${emulator.urls.luml}${b}/collections`, { method: "POST", body: "{}" })
    expect(nobody.status).toBe(401)
    const status = async (path: string, body?: unknown, client = member) =>
      (await client.call(body === undefined ? "GET" : "POST", path, body)).status
    const session = api(emulator, "session")
    expect(await status("/v1/organizations/x", undefined, member)).toBe(403)
    expect(await status("/v1/organizations/x", undefined, session)).toBe(422)
    expect(await status(`/v1/organizations/${unknown}/orbits/x`)).toBe(422)
    expect(await status(`/v1/organizations/${unknown}/orbits/${unknown}/collections`)).toBe(403)
    expect(await status(`${o}/orbits/${unknown}/collections`)).toBe(404)
    expect(await status(`${b}/collections/${unknown}`)).toBe(403)
    expect(await status(`${b}/collections/${unknown}`, undefined, api(emulator, "dfs_owner"))).toBe(404)
  })

  it("a foreign or unknown organization is always the same 403", async () => {
    const { api: client } = await world()
    const answer = await client.call("GET", `/v1/organizations/${unknown}/bucket-secrets`)
    expect([answer.status, answer.body]).toEqual([403, { detail: "Not enough rights" }])
  })

  it("unknown paths, methods and slashes answer as the server does, with its security headers", async () => {
    const { api: client, emulator } = await world()
    const none = await client.call("GET", "/v1/nothing")
    expect([none.status, none.body]).toEqual([404, { detail: "Not Found" }])
    const method = await client.call("PUT", "/v1/users/me/organizations")
    expect([method.status, method.body]).toEqual([405, { detail: "Method Not Allowed" }])
    const slash = await raw(`${emulator.urls.luml}/v1/users/me/organizations/?a=1`)
    expect([slash.status, slash.headers.location]).toEqual([307, "/luml/v1/users/me/organizations?a=1"])
    for (const { headers } of [none, method, slash]) expect(headers["x-content-type-options"]).toBe("nosniff")
  })

  it("unknown keys of a body are ignored, ids may be written in capitals", async () => {
    const { api: client, b } = await world()
    const created = await client.call("POST", `${b}/collections`, {
      name: "n",
      description: "d",
      type: "model",
      stray: 1
    })
    expect([created.status, "stray" in created.body]).toEqual([200, false])
    const found = await client.get(`${b}/collections/${created.body.id.toUpperCase()}`)
    expect(found.id).toBe(created.body.id)
  })
})

describe("rights", () => {
  const keys = {
    dfs_owner: {},
    dfs_admin: { role: "admin" },
    dfs_lead: { role: "member", orbitRole: "admin" },
    dfs_hand: { role: "member", orbitRole: "member" },
    dfs_guest: { role: "member" },
    dfs_alien: { role: "none" }
  } as const

  const rows: ReadonlyArray<
    readonly [string, (lab: World) => readonly [string, string, Json?], ReadonlyArray<string>]
  > = [
    ["list orbits", ({ o }) => ["GET", `${o}/orbits`], ["owner", "admin", "lead", "hand", "guest"]],
    ["read an orbit", ({ b }) => ["GET", b], ["owner", "admin", "lead", "hand", "guest"]],
    ["rename an orbit", ({ b }) => ["PATCH", b, { name: "n" }], ["owner", "admin", "lead"]],
    ["list bucket secrets", ({ o }) => ["GET", `${o}/bucket-secrets`], ["owner", "admin"]],
    ["list collections", ({ b }) => ["GET", `${b}/collections`], ["owner", "admin", "lead", "hand"]],
    [
      "create collections",
      ({ b }) => ["POST", `${b}/collections`, { name: "n", description: "d", type: "model" }],
      ["owner", "admin", "lead", "hand"]
    ],
    ["create artifacts", ({ a }) => ["POST", a, artifactBody()], ["owner", "admin", "lead", "hand"]],
    ["delete artifacts", ({ a }) => ["DELETE", `${a}/${unknown}`], ["owner", "admin", "lead"]],
    [
      "plan large uploads",
      ({ secret }) => [
        "POST",
        "/v1/bucket-secrets/upload/multipart",
        { bucket_id: secret, bucket_location: "k", size: 1, upload_id: "u" }
      ],
      ["owner", "admin"]
    ],
    [
      "test a connection",
      () => ["POST", "/v1/bucket-secrets/urls", { type: "s3", endpoint: "h", bucket_name: "bucket", region: "r" }],
      ["owner", "admin", "lead", "hand", "guest", "alien"]
    ],
    ["list secrets", ({ b }) => ["GET", `${b}/secrets`], ["owner", "admin", "lead", "hand"]],
    ["read a secret", ({ b }) => ["GET", `${b}/secrets/${unknown}`], ["owner", "admin", "lead"]],
    ["update satellites", ({ b }) => ["PATCH", `${b}/satellites/${unknown}`, {}], ["owner", "admin", "lead"]],
    ["delete an orbit", ({ b }) => ["DELETE", b], ["owner", "lead"]]
  ]

  it.each(rows)("to %s belong to some", async (_name, request, allowed) => {
    for (const key of Object.keys(keys)) {
      const who = key.slice("dfs_".length)
      const emulator = await started({ apiKeys: keys, clock: "manual" })
      const lab = await worldOf(emulator, "dfs_owner")
      const [method, path, body] = request(lab)
      const answer = await api(emulator, key).call(method, path, body)
      const rejected = answer.status === 403
      expect([who, rejected], `${answer.status} ${answer.text}`).toEqual([who, !allowed.includes(who)])
      if (rejected) expect(answer.body).toEqual({ detail: "Not enough rights" })
      await emulator.stop()
    }
  })

  it("decide which orbits a member sees, and stand in the answers", async () => {
    const emulator = await started({ apiKeys: keys })
    const { o } = await worldOf(emulator, "dfs_owner")
    expect(await api(emulator, "dfs_guest").get(`${o}/orbits`)).toEqual([])
    const [seen] = await api(emulator, "dfs_hand").get(`${o}/orbits`)
    expect(seen.role).toBe("member")
    expect(seen.permissions).toMatchObject({
      artifact: ["list", "read", "create", "update"],
      orbit_secret: ["list", "create"]
    })
    const [organization] = await api(emulator, "dfs_hand").get("/v1/users/me/organizations")
    expect(organization).toMatchObject({
      role: "member",
      permissions: { organization: ["leave"] }
    })
    expect(await api(emulator, "dfs_alien").get("/v1/users/me/organizations")).toEqual([])
  })

  it("can be chosen for every key by an option", async () => {
    const lab = await world({ luml: { role: "member", orbitRole: "member" } })
    expect((await lab.api.call("GET", `${lab.o}/bucket-secrets`)).status).toBe(403)
    expect((await lab.api.call("POST", lab.a, artifactBody())).status).toBe(200)
  })
})

describe("organizations and their people", () => {
  const signedUp = async (
    emulator: World["emulator"],
    name: string
  ): Promise<{ readonly id: string; readonly token: string }> => {
    const account = { email: `${name}@example.com`, password: "a good one", full_name: name }
    await api(emulator).post("/v1/auth/signup", account)
    const { body, headers } = await api(emulator).call("POST", "/v1/auth/signin", account)
    return { id: body.user_id, token: /access_token=([^;]+)/.exec(String(headers["set-cookie"]))?.[1] ?? "" }
  }

  it("add, promote and remove members within the limit", async () => {
    const { emulator, o, organization: organization_id } = await world()
    const session = api(emulator, "session")
    const people = []
    for (const name of ["b", "c", "d"]) people.push(await signedUp(emulator, name))
    const add = (user_id: string | undefined, role = "member") =>
      session.call("POST", `${o}/members`, { user_id, organization_id, role })
    const first = await add(people[0]?.id, "admin")
    expect(first.body).toMatchObject({ role: "admin", user: { email: "b@example.com" } })
    expect((await add(people[0]?.id)).body).toEqual({ detail: "Organization member already exists" })
    await add(people[1]?.id)
    expect((await add(people[2]?.id)).body).toEqual({ detail: "Organization reached maximum number of users" })
    expect((await add(unknown)).status).toBe(500)
    const admin = api(emulator, people[0]?.token)
    const members = await session.get(`${o}/members`)
    const promoted = await admin.call("PATCH", `${o}/members/${members[2].id}`, { role: "admin" })
    expect(promoted.body).toEqual({ detail: "Only Organization Owner can assign new admins." })
    const owner = await admin.call("DELETE", `${o}/members/${members[0].id}`)
    expect(owner.body).toEqual({ detail: "Organization Owner can not be removed." })
    const self = await session.call("PATCH", `${o}/members/${members[0].id}`, { role: "member" })
    expect(self.body).toEqual({ detail: "You can not update your own data." })
    const details = await session.get(o)
    expect(details).toMatchObject({
      total_members: 3,
      members_limit: 3,
      orbits_limit: 1,
      satellites_limit: 2,
      artifacts_limit: 50,
      members_by_role: { owner: 1, admin: 1, member: 1 }
    })
    expect((await session.call("DELETE", o)).body).toEqual({ detail: "Organization has members and cant be deleted" })
    expect((await session.call("DELETE", `${o}/members/${members[2].id}`)).status).toBe(204)
    expect((await admin.call("DELETE", `${o}/leave`)).status).toBe(204)
    expect((await session.call("DELETE", o)).status).toBe(204)
    expect(await session.get("/v1/users/me/organizations")).toEqual([])
  })

  it("invite people, who accept or reject", async () => {
    const { emulator, o, organization: organization_id } = await world()
    const session = api(emulator, "session")
    const guest = await signedUp(emulator, "guest")
    const invite = { email: "guest@example.com", role: "member", organization_id }
    const created = await session.post(`${o}/invitations`, invite)
    expect(created).toMatchObject({ email: invite.email, invited_by_user: { full_name: "Ada Lovelace" } })
    const second = await session.call("POST", `${o}/invitations`, invite)
    expect(second.body).toEqual({ detail: "Organization invite already exists" })
    const own = await session.call("POST", `${o}/invitations`, { ...invite, email: "ada@example.com" })
    expect([own.status, own.body]).toEqual([403, { detail: "You can't invite yourself" }])
    const stranger = await session.call("POST", `/v1/users/me/invitations/${created.id}/accept`)
    expect(stranger.body).toEqual({ detail: "This invite is not for you" })
    const guests = api(emulator, guest.token)
    expect(await guests.get("/v1/users/me/invitations")).toHaveLength(1)
    expect(await guests.post(`/v1/users/me/invitations/${created.id}/accept`)).toBeNull()
    expect((await guests.get("/v1/users/me/organizations"))[0].role).toBe("member")
    expect((await session.call("DELETE", `${o}/invitations/${unknown}`)).status).toBe(204)
    const { id } = await session.post(`${o}/invitations`, { ...invite, email: "other@example.com" })
    expect((await session.call("DELETE", `${o}/invitations/${id}`)).status).toBe(204)
    expect(await session.get(`${o}/invitations`)).toEqual([])
  })

  it("lose their logo by an update that leaves it out", async () => {
    const { emulator, o } = await world()
    const session = api(emulator, "session")
    const logo = "https://example.com/logo.png"
    await session.patch(o, { name: "n", logo })
    expect((await session.patch(o, { name: "m" }, fixed)).logo).toBe(logo)
    expect(await session.patch(o, { name: "m" })).toMatchObject({ name: "m", logo: null })
  })

  it("are at most five for one user", async () => {
    const { emulator } = await world()
    const session = api(emulator, "session")
    for (let count = 0; count < 4; count++) await session.post("/v1/organizations", { name: `o${count}` })
    const answer = await session.call("POST", "/v1/organizations", { name: "one more" })
    expect([answer.status, answer.body]).toEqual([
      409,
      { detail: "You’ve reached the limit of organizations you can join or create" }
    ])
    const names = (await session.get("/v1/users/me/organizations")).map(({ name }: Json) => name)
    expect(names).toEqual([...names].sort())
  })

  it("have users without a full name, who cannot create artifacts", async () => {
    const { a, api: client, emulator } = await world()
    await api(emulator, "session").patch("/v1/auth/users/me", { full_name: null })
    expect((await client.call("POST", a, artifactBody())).status).toBe(500)
    expect((await client.call("POST", a, artifactBody(), fixed)).status).toBe(400)
  })
})

describe("orbits", () => {
  it("are made within the limit, on a bucket secret of the organization, with members of it", async () => {
    const lab = await world({ luml: { limits: { orbits: 2 } } })
    const { api: client, o, secret } = lab
    const create = (body: Json) => client.call("POST", `${o}/orbits`, { name: "n", bucket_secret_id: secret, ...body })
    expect((await create({ bucket_secret_id: unknown })).body).toEqual({ detail: "Bucket secret not found" })
    const me = (await api(lab.emulator, "session").get("/v1/auth/users/me")).id
    const member = { user_id: unknown, role: "member" }
    expect((await create({ members: [{ ...member, user_id: me }] })).body).toEqual({
      detail: "You can not add yourself to orbit."
    })
    expect((await create({ members: [member, member] })).body).toEqual({
      detail: "Orbit members should contain only unique values."
    })
    expect((await create({ members: [member] })).body).toEqual({
      detail: `Users {'${unknown}'} are not in the organization.`
    })
    const created = await create({})
    expect(created.body).toMatchObject({ role: null, total_members: 1, members: [{ role: "admin" }] })
    expect((await create({})).body).toEqual({ detail: "Organization reached maximum number of orbits" })
  })

  it("change only what is sent; null for a name is a crash, for the bucket not found", async () => {
    const { api: client, b, secret } = await world()
    expect(await client.patch(b, { name: "renamed" })).toMatchObject({ name: "renamed", bucket_secret_id: secret })
    expect((await client.call("PATCH", b, { name: null })).status).toBe(500)
    expect((await client.call("PATCH", b, { name: null }, fixed)).status).toBe(422)
    expect((await client.call("PATCH", b, { bucket_secret_id: null })).body).toEqual({
      detail: "Bucket secret not found"
    })
    expect((await client.get(b)).name).toBe("renamed")
  })

  it("go with everything in them, and leave the objects", async () => {
    const { a, api: client, b, emulator, o } = await world()
    const { upload_details } = await client.post(a, artifactBody())
    await raw(upload_details.url, { method: "PUT", body: "x" })
    await client.post(`${b}/tracks`, { name: "t", artifact_type: "model", stages: ["s"] })
    await client.post(`${b}/secrets`, { name: "s", value: "v" })
    expect((await client.call("DELETE", b)).status).toBe(204)
    expect(await client.get(`${o}/orbits`)).toEqual([])
    const { collections } = emulator.state() as Json
    for (const name of ["collections", "artifacts", "tracks", "stages"]) expect(collections[`luml.${name}`]).toEqual({})
    expect((await emulator.storage()).objects).toHaveLength(1)
  })
})

describe("answers of the real server", () => {
  it("leave role and permissions null where the server does not fill them", async () => {
    const { api: client, b, emulator, o } = await world()
    const [listed] = await client.get(`${o}/orbits`)
    const session = api(emulator, "session")
    assert.deepStrictEqual([listed.role, listed.permissions.artifact], [null, full])
    const changed = await client.patch(b, { name: "renamed" })
    assert.deepStrictEqual([changed.role, changed.permissions], [null, null])
    const details = await session.get(o)
    assert.deepStrictEqual([details.orbits[0].role, details.orbits[0].permissions], [null, null])
    assert.deepStrictEqual(details.permissions, {
      organization: ["read", "update", "delete"],
      organization_user: ["list", "read", "create", "update", "delete"],
      organization_invite: ["create", "delete", "list", "read"],
      billing: ["read", "update"],
      orbit: ["create"]
    })
    assert.isNull((await session.patch(o, { name: "renamed", logo: null })).permissions)
  })

  it("describe a wrong value as FastAPI does", async () => {
    const { api: client, b, emulator } = await world()
    const session = api(emulator, "session")
    const body = { name: "n".repeat(101), description: "d", type: "mixed", tags: "x" }
    const answer = await client.call("POST", `${b}/collections`, body)
    assert.deepStrictEqual(answer.body, {
      detail: [
        {
          type: "string_too_long",
          loc: ["body", "name"],
          msg: "String should have at most 100 characters",
          input: "n".repeat(101),
          ctx: { max_length: 100 }
        },
        { type: "list_type", loc: ["body", "tags"], msg: "Input should be a valid list", input: "x" }
      ]
    })
    const id = await session.call("GET", "/v1/organizations/abc")
    const error =
      "invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `x` at 1"
    assert.deepStrictEqual((await session.call("GET", "/v1/organizations/x")).body, {
      detail: [
        {
          type: "uuid_parsing",
          loc: ["path", "organization_id"],
          msg: `Input should be a valid UUID, ${error}`,
          input: "x",
          ctx: { error }
        }
      ]
    })
    assert.strictEqual(id.body.detail[0].ctx.error, "invalid length: expected length 32 for simple format, found 3")
    assert.isUndefined(id.headers["x-request-id"])
  })

  it("end a list of the orbit under an unknown sort after page one, or repeat page one for ever", async () => {
    const lab = await world()
    for (const name of ["a", "b", "c"]) await lab.api.post(lab.a, artifactBody({ name, extra_values: { F1: 1 } }))
    const list = (order: string, cursor = ""): Promise<Json> =>
      lab.api.get(`${lab.b}/artifacts?limit=2&sort_by=F1&order=${order}${cursor === "" ? "" : `&cursor=${cursor}`}`)
    const names = ({ items }: Json): ReadonlyArray<string> => items.map(({ name }: Json) => name)
    const down = await list("desc")
    const downNext = await list("desc", down.cursor)
    assert.deepStrictEqual([names(down), names(downNext), downNext.cursor], [["c", "b"], [], null])
    const up = await list("asc")
    const upNext = await list("asc", up.cursor)
    assert.deepStrictEqual([names(up), names(upNext), upNext.cursor], [["a", "b"], ["a", "b"], up.cursor])
  })

  it("stamp a renamed stage", async () => {
    const { api: client, b } = await world()
    const track = await client.post(`${b}/tracks`, { name: "t", artifact_type: "model", stages: ["one", "two"] })
    const [one, two] = track.stages
    const stages = [
      { id: one.id, name: "first" },
      { id: two.id, name: "two" }
    ]
    const changed = await client.patch(`${b}/tracks/${track.id}`, { stages })
    assert.isString(changed.stages[0].updated_at)
    assert.isNull(changed.stages[1].updated_at)
  })
})

const full = ["list", "read", "create", "update", "delete", "deploy"]
