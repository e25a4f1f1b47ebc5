import { describe, expect, it } from "vitest"
import {
  api,
  artifactBody,
  azureConnection,
  bytesOf,
  lumlManifest,
  raw,
  upload,
  type World,
  world
} from "./lumlSupport.js"
import type { Json } from "./support.js"

const unknown = "0199c455-21ee-74c6-b747-19a82f1a1e67"
const fixed = { "x-emulator-luml": "mode=fixed" }

describe("bucket secrets", () => {
  const s3 = {
    type: "s3",
    endpoint: "https://minio.lan:9000",
    bucket_name: "bucket",
    access_key: "AK",
    secret_key: "SK",
    session_token: null,
    secure: true,
    region: "eu-west-1",
    cert_check: true
  }

  const created = async (body: Json = s3): Promise<World & { readonly path: string; readonly stored: Json }> => {
    const lab = await world()
    const stored = await lab.api.post(`${lab.o}/bucket-secrets`, body)
    return { ...lab, stored, path: `${lab.o}/bucket-secrets/${stored.id}` }
  }

  it("lose their scheme and never show their keys, but do show Azure's connection string", async () => {
    const { api: client, o, stored } = await created()
    expect(stored).toMatchObject({ endpoint: "minio.lan:9000", region: "eu-west-1", orbits: [], updated_at: null })
    expect(JSON.stringify(stored)).not.toMatch(/AK|SK/)
    const azure = await client.post(`${o}/bucket-secrets`, {
      type: "azure",
      endpoint: azureConnection,
      bucket_name: "c"
    })
    expect(azure.endpoint).toBe(azureConnection)
    expect(["region", "secure"].some((name) => name in azure)).toBe(false)
  })

  it("are not in the log or the state of the emulator", async () => {
    const lab = await created({ ...s3, access_key: "canary-one", secret_key: "canary-two" })
    await lab.api.post(`${lab.o}/bucket-secrets`, { type: "azure", endpoint: azureConnection, bucket_name: "c" })
    await lab.api.post(`${lab.b}/secrets`, { name: "n", value: "canary-three" })
    const text = JSON.stringify([lab.emulator.requests(), lab.emulator.state(), await lab.emulator.storage()])
    for (const secret of ["canary", "AccountKey"]) expect(text).not.toContain(secret)
  })

  it("are one for an endpoint and bucket, and stay while an orbit uses them", async () => {
    const { api: client, b, o, path, stored } = await created()
    const second = await client.call("POST", `${o}/bucket-secrets`, s3)
    const detail = "Bucket secret with the given bucket name and endpoint already exists."
    expect([second.status, second.body]).toEqual([409, { detail }])
    await client.patch(b, { bucket_secret_id: stored.id })
    expect((await client.get(path)).orbits).toMatchObject([{ name: "research" }])
    const used = await client.call("DELETE", path)
    expect([used.status, used.body]).toEqual([
      409,
      { detail: "Cannot delete bucket secret that is currently used by orbits" }
    ])
  })

  it("need a type, and s3 a region", async () => {
    const { api: client, o } = await world()
    const { type: _type, ...untyped } = s3
    const { region: _region, ...nowhere } = s3
    for (const body of [untyped, nowhere, { ...s3, type: "gcs" }]) {
      expect((await client.call("POST", `${o}/bucket-secrets`, body)).status).toBe(422)
    }
  })

  it("are replaced by an update: a missing endpoint or bucket is a conflict, missing keys are lost", async () => {
    const { api: client, path } = await created()
    for (const body of [{}, { endpoint: "x" }, { bucket_name: "x" }]) {
      expect((await client.call("PATCH", path, body)).status).toBe(409)
    }
    const body = { endpoint: "http://other.lan", bucket_name: "other", region: "r" }
    const { secure, ...updated } = await client.patch(path, body)
    expect([secure, updated]).toMatchObject([null, { endpoint: "other.lan", bucket_name: "other", type: "s3" }])
    const id = path.split("/").at(-1)
    const urls = await client.post(`${path}/urls`, { id })
    expect(urls.presigned_url).not.toContain("X-Amz-Signature")
  })

  it("break for good by an update without a region, and the list with them", async () => {
    const { api: client, o, path } = await created()
    const body = { endpoint: "minio.lan:9000", bucket_name: "bucket", access_key: "AK", secret_key: "SK" }
    expect((await client.call("PATCH", path, body)).status).toBe(500)
    expect((await client.call("GET", path)).status).toBe(500)
    expect((await client.call("GET", `${o}/bucket-secrets`)).status).toBe(500)
    expect((await client.call("PATCH", path, { ...body, region: "r" })).status).toBe(500)
    expect((await client.call("DELETE", path)).status).toBe(204)
    expect(await client.get(`${o}/bucket-secrets`)).toHaveLength(1)
  })

  it("keep what an update leaves out when fixed", async () => {
    const { api: client, path } = await created()
    expect(await client.patch(path, { bucket_name: "renamed" }, fixed)).toMatchObject({
      bucket_name: "renamed",
      region: "eu-west-1",
      secure: true
    })
    const urls = await client.post(`${path}/urls`, { id: path.split("/").at(-1) })
    expect(urls.presigned_url).toContain("AK%2F20250101%2Feu-west-1")
  })

  it("of Azure take no keys of s3", async () => {
    const { api: client, path } = await created({ type: "azure", endpoint: azureConnection, bucket_name: "c" })
    const body = { endpoint: azureConnection, bucket_name: "d", secret_key: null, region: "r" }
    const answer = await client.call("PATCH", path, body)
    expect([answer.status, answer.body]).toEqual([
      400,
      { detail: "Fields ['region', 'secret_key'] cannot be set for Azure bucket secrets" }
    ])
    expect((await client.patch(path, { endpoint: azureConnection, bucket_name: "d" })).bucket_name).toBe("d")
  })

  it("are tested with changes that are not kept", async () => {
    const { api: client, path, stored } = await created()
    const test = (body: Json) => client.call("POST", `${path}/urls`, { id: stored.id, ...body })
    expect((await test({ id: unknown })).body).toEqual({ detail: "Secret id does not match the path" })
    expect((await test({ type: "azure" })).body).toEqual({ detail: "Bucket type cannot be changed" })
    expect((await test({ bucket_name: "No" })).body).toEqual({
      detail: "Failed to generate upload URL: invalid bucket name No"
    })
    const { body } = await test({ bucket_name: "changed" })
    expect(new URL(body.presigned_url).pathname).toBe("/storage/changed/test_file")
    expect((await client.get(path)).bucket_name).toBe("bucket")
    expect((await raw(body.presigned_url, { method: "PUT", body: "Connection test." })).status).toBe(200)
    const range = await raw(body.download_url, { headers: { range: "bytes=0-10" } })
    expect([range.status, range.text]).toEqual([206, "Connection "])
    expect((await raw(body.delete_url, { method: "DELETE" })).status).toBe(204)
  })

  it.each([
    ["AWS", { endpoint: "s3.amazonaws.com" }, "https://bucket.s3.eu-west-1.amazonaws.com/test_file"],
    ["another store", { endpoint: "https://minio.lan:9000" }, "https://minio.lan:9000/bucket/test_file"],
    ["one without TLS", { endpoint: "minio.lan:9000", secure: false }, "http://minio.lan:9000/bucket/test_file"],
    ["one that does not say", { endpoint: "minio.lan", secure: null }, "https://minio.lan/bucket/test_file"]
  ])("sign for the real endpoint when told so: %s", async (_name, change, expected) => {
    const { api: client } = await world({ luml: { endpoints: "real" } })
    const urls = await client.post("/v1/bucket-secrets/urls", { ...s3, ...change })
    expect(urls.presigned_url.split("?")[0]).toBe(expected)
  })

  it("sign Azure URLs for the account, and for a store on this machine whatever the option", async () => {
    const { api: client } = await world({ luml: { endpoints: "real" } })
    const test = async (connection: string, on = client): Promise<string> =>
      (await on.post("/v1/bucket-secrets/urls", { type: "azure", endpoint: connection, bucket_name: "c" }))
        .presigned_url
    expect(await test(azureConnection)).toMatch(/^https:\/\/lab\.blob\.core\.windows\.net\/c\/test_file\?se=/)
    const local = "AccountName=dev;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:10000/dev"
    const { api: own } = await world()
    expect(await test(local, own)).toMatch(/^http:\/\/127\.0\.0\.1:10000\/dev\/c\/test_file\?se=/)
  })

  it("with a path in their endpoint crash", async () => {
    const { api: client } = await world()
    const body = { ...s3, endpoint: "minio.lan/path" }
    expect((await client.call("POST", "/v1/bucket-secrets/urls", body)).status).toBe(500)
    expect((await client.call("POST", "/v1/bucket-secrets/urls", body, fixed)).status).toBe(400)
  })

  it("that cannot sign leave a pending record behind", async () => {
    const { a, api: client, b, o } = await world()
    const bad = await client.post(`${o}/bucket-secrets`, { ...s3, bucket_name: "Bad Name" })
    await client.patch(b, { bucket_secret_id: bad.id })
    const detail = { detail: "Failed to generate upload URL: invalid bucket name Bad Name" }
    const strict = await client.call("POST", a, artifactBody())
    expect([strict.status, strict.body]).toEqual([400, detail])
    expect((await client.get(`${b}/artifacts`)).items).toMatchObject([{ status: "pending_upload" }])
    expect((await client.call("POST", a, artifactBody(), fixed)).body).toEqual(detail)
    expect((await client.get(`${b}/artifacts`)).items).toHaveLength(1)
  })
})

interface TrackLab extends World {
  readonly t: string
  readonly stages: ReadonlyArray<Json>
  readonly artifacts: ReadonlyArray<string>
}

const tracked = async (): Promise<TrackLab> => {
  const lab = await world()
  const track = await lab.api.post(`${lab.b}/tracks`, {
    name: "churn",
    artifact_type: "model",
    stages: ["staging", "production"]
  })
  const artifacts: Array<string> = []
  for (const name of ["one", "two", "three"]) artifacts.push((await upload(lab, bytesOf(5), { name })).id)
  return { ...lab, t: `${lab.b}/tracks/${track.id}`, stages: track.stages, artifacts }
}

describe("tracks", () => {
  it("have stages, and versions that only grow", async () => {
    const { api: client, artifacts, b, t } = await tracked()
    const enter = (artifact_id: string | undefined) => client.post(`${t}/entries`, { artifact_id })
    const first = await enter(artifacts[0])
    expect(first).toMatchObject({ version: 1, stage_id: null, stage_name: null, artifact_name: "one" })
    await client.call("DELETE", `${t}/entries/${first.id}`)
    expect((await enter(artifacts[0])).version).toBe(2)
    expect(await client.get(t)).toMatchObject({ next_version: 3, total_entries: 1, artifact_type: "model" })
    expect((await client.get(`${b}/tracks?search=CHUR&types=model`)).items).toHaveLength(1)
    expect((await client.get(`${b}/tracks?types=dataset`)).items).toEqual([])
  })

  it("are refused with a stage twice, or with null for their stages", async () => {
    const { api: client, b } = await world()
    const body = { name: "t", artifact_type: "model" }
    const twice = await client.call("POST", `${b}/tracks`, { ...body, stages: ["s", "s"] })
    expect([twice.status, twice.body]).toEqual([409, { detail: "Duplicate stage names are not allowed." }])
    expect((await client.call("POST", `${b}/tracks`, { ...body, stages: null })).status).toBe(422)
  })

  it("keep, rename, make and drop stages by one list", async () => {
    const { api: client, artifacts, stages, t } = await tracked()
    const [staging, production] = stages
    const entry = await client.post(`${t}/entries`, { artifact_id: artifacts[0], stage_id: production.id })
    expect(entry.stage_name).toBe("production")
    const updated = await client.patch(t, { stages: [{ id: production.id, name: "live" }, { name: "canary" }] })
    expect(updated.stages.map(({ is_used, name }: Json) => [name, is_used])).toEqual([
      ["live", true],
      ["canary", false]
    ])
    const held = await client.call("PATCH", t, { stages: [] })
    expect([held.status, held.body]).toEqual([
      409,
      { detail: `Cannot remove stages that are assigned to a version: 'live' (${production.id}).` }
    ])
    const stranger = await client.call("PATCH", t, { stages: [{ id: staging.id, name: "x" }] })
    expect([stranger.status, stranger.body]).toEqual([422, { detail: "Stage does not belong to this track." }])
    expect(await client.patch(t, { description: "d" })).toMatchObject({ description: "d", stages: [{}, {}] })
    expect((await client.call("PATCH", t, { name: null })).status).toBe(500)
    expect(await client.get(`${t}/stages`)).toHaveLength(2)
  })

  it("take an artifact once, of their type and orbit", async () => {
    const lab = await tracked()
    const { a, api: client, artifacts, t } = lab
    const enter = (body: Json) => client.call("POST", `${t}/entries`, body)
    await enter({ artifact_id: artifacts[0] })
    expect((await enter({ artifact_id: artifacts[0] })).body).toEqual({
      detail: "Artifact is already an entry in this track."
    })
    const { artifact } = await client.post(a, artifactBody({ manifest: lumlManifest("dataset"), file_index: {} }))
    expect((await enter({ artifact_id: artifact.id })).body).toEqual({
      detail: "Artifact type 'dataset' does not match track artifact type 'model'."
    })
    expect((await enter({ artifact_id: unknown })).body).toEqual({ detail: "Artifact not found" })
    expect((await enter({ artifact_id: artifacts[1], stage_id: unknown })).status).toBe(422)
  })

  it("give a stage to one entry at a time, to another only by force", async () => {
    const { api: client, artifacts, stages, t } = await tracked()
    const production = stages[1].id
    const first = await client.post(`${t}/entries`, { artifact_id: artifacts[0], stage_id: production })
    const second = await client.post(`${t}/entries`, { artifact_id: artifacts[1] })
    const taken = await client.call("POST", `${t}/entries`, { artifact_id: artifacts[2], stage_id: production })
    expect([taken.status, taken.body]).toEqual([409, { detail: "Stage 'production' is already assigned to v1." }])
    const promote = (query: string) =>
      client.call("PATCH", `${t}/entries/${second.id}${query}`, { stage_id: production })
    expect((await promote("")).body).toEqual({
      detail: "Stage 'production' is already assigned to v1. Use force to reassign."
    })
    expect((await promote("?force=true")).body).toMatchObject({ version: 2, stage_name: "production" })
    expect((await client.get(`${t}/entries/${first.id}`)).stage_id).toBeNull()
    expect((await client.get(`${t}/entries/by-stage?stage_id=${production}`)).id).toBe(second.id)
    expect((await client.get(`${t}/entries?stage=${production}`)).items).toHaveLength(1)
  })

  it("lose the stage of an entry by an empty update, unless fixed", async () => {
    const { api: client, artifacts, stages, t } = await tracked()
    const entry = await client.post(`${t}/entries`, { artifact_id: artifacts[0], stage_id: stages[0].id })
    const path = `${t}/entries/${entry.id}`
    expect((await client.patch(path, {}, fixed)).stage_name).toBe("staging")
    expect((await client.patch(path, {})).stage_name).toBeNull()
  })

  it("crash for an entry nobody knows and a stage nobody holds", async () => {
    const { api: client, stages, t } = await tracked()
    const status = async (path: string, headers = {}) => (await client.call("GET", path, undefined, headers)).status
    expect(await status(`${t}/entries/${unknown}`)).toBe(500)
    expect(await status(`${t}/entries/${unknown}`, fixed)).toBe(404)
    const held = `${t}/entries/by-stage?stage_id=${stages[0].id}`
    expect([await status(held), await status(held, fixed)]).toEqual([500, 404])
    const answer = await client.call("GET", `${t}/entries/by-stage?stage_id=${unknown}`)
    expect([answer.status, answer.body]).toEqual([404, { detail: "Stage not found" }])
    expect((await client.call("PATCH", `${t}/entries/${unknown}`, {})).body).toEqual({ detail: "Entry not found" })
    expect(await status(`${t}/entries/by-stage`)).toBe(422)
  })

  it("drop many entries at once, skipping unknown ones, and list them by page", async () => {
    const lab = await tracked()
    const { api: client, artifacts, t } = lab
    const ids: Array<string> = []
    for (const artifact_id of artifacts) ids.push((await client.post(`${t}/entries`, { artifact_id })).id)
    const first = await client.get(`${t}/entries?sort_by=version&order=asc&limit=2`)
    const next = await client.get(`${t}/entries?sort_by=version&order=asc&limit=2&cursor=${first.cursor}`)
    expect([...first.items, ...next.items].map(({ version }: Json) => version)).toEqual([1, 2, 3])
    const gone = await client.call("DELETE", `${t}/entries`, { entry_ids: [ids[0], unknown, ids[2]] })
    expect(gone.status).toBe(204)
    expect((await client.get(`${t}/entries`)).items).toMatchObject([{ id: ids[1] }])
  })

  it("of another orbit are changed all the same, unless fixed", async () => {
    const lab = await world({ luml: { limits: { orbits: 2 } } })
    const { api: client, b, o, secret } = lab
    const track = await client.post(`${b}/tracks`, { name: "t", artifact_type: "model" })
    const orbit = await client.post(`${o}/orbits`, { name: "n", bucket_secret_id: secret })
    const path = `${o}/orbits/${orbit.id}/tracks/${track.id}`
    expect((await client.call("GET", path)).body).toEqual({ detail: "Track not found" })
    expect((await client.call("PATCH", path, { name: "x" }, fixed)).status).toBe(404)
    expect((await client.patch(path, { name: "x" })).name).toBe("x")
    expect((await client.call("DELETE", path)).status).toBe(204)
    expect((await client.get(`${b}/tracks`)).items).toEqual([])
  })
})

describe("orbit secrets", () => {
  it("have one name each, show their values, and crash where the server does", async () => {
    const { api: client, b } = await world()
    const path = `${b}/secrets`
    const first = await client.post(path, { name: "a", value: "v", tags: ["t"] })
    expect(first.value).toBe("v")
    const second = await client.call("POST", path, { name: "a", value: "w" })
    expect([second.status, second.body]).toEqual([400, { detail: "Secret with name a already exist in orbit." }])
    await client.post(path, { name: "b", value: "w" })
    expect(await client.patch(`${path}/${first.id}`, { value: "x" })).toMatchObject({
      name: "a",
      value: "x",
      tags: ["t"]
    })
    for (const body of [{ name: "b" }, { name: null }, { value: null }]) {
      expect((await client.call("PATCH", `${path}/${first.id}`, body)).status).toBe(500)
      expect((await client.call("PATCH", `${path}/${first.id}`, body, fixed)).status).toBeGreaterThanOrEqual(400)
    }
    expect(await client.get(path)).toHaveLength(2)
    await client.call("DELETE", `${path}/${first.id}`)
    expect((await client.call("GET", `${path}/${first.id}`)).body).toEqual({ detail: "Orbit secret not found" })
    expect((await client.call("POST", path, { name: "n".repeat(256), value: "v" })).status).toBe(422)
    expect((await client.call("POST", path, { name: "n", value: "v".repeat(8193) })).status).toBe(422)
  })
})

describe("satellites and deployments", () => {
  const deployed = async (): Promise<
    World & { readonly worker: ReturnType<typeof api>; readonly s: string; readonly d: string }
  > => {
    const lab = await world()
    const { api_key, satellite } = await lab.api.post(`${lab.b}/satellites`, { name: "sat" })
    expect(api_key).toMatch(/^dfssat_[A-Za-z0-9_-]{43}$/)
    const artifact = await upload(lab, bytesOf(5))
    const deployment = await lab.api.post(`${lab.b}/deployments`, {
      satellite_id: satellite.id,
      artifact_id: artifact.id,
      name: "d",
      tags: ["t"],
      dynamic_attributes_secrets: { key: unknown }
    })
    expect(deployment).toMatchObject({
      status: "pending",
      satellite_name: "sat",
      artifact_name: "model",
      model_id: artifact.id,
      created_by_user: "Ada Lovelace"
    })
    return {
      ...lab,
      worker: api(lab.emulator, api_key),
      s: `${lab.b}/satellites/${satellite.id}`,
      d: `${lab.b}/deployments/${deployment.id}`
    }
  }

  it("go from task to active to gone, the worker confirming each", async () => {
    const { a, api: client, b, d, s, worker } = await deployed()
    const capabilities = { deploy: { version: 1 } }
    expect(
      (await worker.call("POST", "/satellites/v1/pair", { base_url: "http://s.example.com", capabilities: {} })).body
    ).toEqual({
      detail: "Invalid capabilities"
    })
    const pair = { base_url: "http://s.example.com", capabilities, slug: "s" }
    expect(await worker.post("/satellites/v1/pair", pair)).toMatchObject({ paired: true, status: "active", slug: "s" })
    expect((await client.get(`${b}/satellites?paired=true`)).length).toBe(1)
    expect(await client.get(`${b}/satellites?paired=false`)).toEqual([])
    const [task] = await worker.get("/satellites/v1/tasks?status=pending")
    expect(task).toMatchObject({ type: "deploy", payload: { deployment_id: d.split("/").at(-1) } })
    const update = (status: string) => worker.post(`/satellites/v1/tasks/${task.id}/status`, { status })
    expect(await update("running")).toMatchObject({ finished_at: null })
    expect((await update("done")).finished_at).not.toBeNull()
    const own = `/satellites/v1/deployments/${d.split("/").at(-1)}`
    expect((await worker.call("PATCH", own, { inference_url: "http://x" })).status).toBe(500)
    await worker.patch(own, { inference_url: "http://s.example.com/d", status: "active" })
    expect(await client.get(d)).toMatchObject({ status: "active", inference_url: "http://s.example.com/d" })
    expect((await client.get(`${b}/artifacts`)).items[0].deployments).toMatchObject([{ status: "active" }])
    expect((await worker.call("DELETE", own)).body).toEqual({
      detail: "Incorrect deployment status. Request deployment deletion first."
    })
    expect((await client.call("DELETE", s)).body).toEqual({
      detail: "Cannot delete satellite. It is used in deployments."
    })
    const removal = await client.call("DELETE", d)
    expect([removal.status, removal.body.type]).toEqual([200, "undeploy"])
    expect((await client.call("DELETE", d)).body).toEqual({ detail: "Deployment deletion already pending" })
    expect((await worker.call("DELETE", own)).status).toBe(204)
    expect((await client.call("DELETE", s)).status).toBe(204)
    expect((await client.get(`${a.split("/collections")[0]}/deployments`)).length).toBe(0)
  })

  it("give a worker the artifact with a URL, secrets, and who may call", async () => {
    const { api: client, b, emulator, worker } = await deployed()
    const { items } = await client.get(`${b}/artifacts`)
    const { artifact, url } = await worker.get(`/satellites/v1/artifacts/${items[0].id}`)
    expect([artifact.id, (await raw(url)).bytes.equals(bytesOf(5))]).toEqual([items[0].id, true])
    const secret = await client.post(`${b}/secrets`, { name: "n", value: "v" })
    expect(await worker.get(`/satellites/v1/secrets/${secret.id}`)).toMatchObject({ value: "v" })
    const access = (api_key: string) => worker.post("/satellites/v1/deployments/inference-access", { api_key })
    const { key } = await api(emulator, "session").post("/v1/users/me/api-keys")
    expect([await access(key), await access("nonsense")]).toEqual([{ authorized: true }, { authorized: false }])
    expect((await api(emulator, "dfssat_nobody").call("GET", "/satellites/v1/tasks")).status).toBe(401)
  })

  it("lose what an update of a deployment leaves out; without its secrets it breaks for good", async () => {
    const { api: client, b, d } = await deployed()
    const secrets = { key: unknown }
    expect((await client.call("PATCH", d, { dynamic_attributes_secrets: secrets })).status).toBe(500)
    expect((await client.get(d)).tags).toEqual(["t"])
    expect(await client.patch(d, { description: "x" }, fixed)).toMatchObject({
      name: "d",
      description: "x",
      tags: ["t"]
    })
    const replaced = await client.patch(d, { name: "e", dynamic_attributes_secrets: secrets })
    expect(replaced).toMatchObject({ name: "e", tags: null, description: null })
    expect((await client.call("PATCH", d, { name: "f" })).status).toBe(500)
    expect((await client.call("GET", d)).status).toBe(500)
    expect((await client.call("GET", `${b}/deployments`)).status).toBe(500)
    expect((await client.call("DELETE", `${d}/force`)).status).toBe(204)
    expect(await client.get(`${b}/deployments`)).toEqual([])
  })

  it("are two satellites at most, need a name, lose what an update leaves out, and change keys", async () => {
    const { api: client, b, emulator, s } = await deployed()
    expect((await client.call("POST", `${b}/satellites`, {})).status).toBe(500)
    expect((await client.call("POST", `${b}/satellites`, {}, fixed)).status).toBe(422)
    await client.post(`${b}/satellites`, { name: "b" })
    const third = await client.call("POST", `${b}/satellites`, { name: "c" })
    expect(third.body).toEqual({ detail: "Organization reached maximum number of satellites" })
    await client.patch(s, { name: "n", description: "d" })
    expect(await client.patch(s, { description: "e" }, fixed)).toMatchObject({ name: "n", description: "e" })
    expect(await client.patch(s, { name: "m" })).toMatchObject({ name: "m", description: null })
    const { key } = await client.post(`${s}/api-key`)
    expect((await api(emulator, key).call("GET", "/satellites/v1/tasks")).status).toBe(200)
  })

  it("are refused for what is not in the orbit", async () => {
    const { api: client, b, s } = await deployed()
    const body = { satellite_id: s.split("/").at(-1), artifact_id: unknown, name: "d" }
    expect((await client.call("POST", `${b}/deployments`, body)).body).toEqual({ detail: "Artifact not found" })
    const nowhere = { ...body, satellite_id: unknown }
    expect((await client.call("POST", `${b}/deployments`, nowhere)).body).toEqual({ detail: "Satellite not found" })
    expect((await client.call("GET", `${b}/deployments/${unknown}`)).body).toEqual({ detail: "Deployment not found" })
  })
})
