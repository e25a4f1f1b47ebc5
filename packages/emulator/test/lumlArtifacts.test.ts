import { describe, expect, it } from "vitest"
import {
  artifactBody,
  bytesOf,
  lumlManifest,
  modelIndex,
  modelManifest,
  raw,
  sha256,
  upload,
  world
} from "./lumlSupport.js"
import type { Json } from "./support.js"

describe("an upload and a download", () => {
  it("bring back the bytes that were sent, whole and by range", async () => {
    const lab = await world()
    const bytes = bytesOf(100_000)
    const artifact = await upload(lab, bytes, { file_hash: sha256(bytes) })
    expect(artifact).toMatchObject({
      status: "uploaded",
      size: 100_000,
      type: "model",
      created_by_user: "Ada Lovelace"
    })
    const { url } = await lab.api.get(`${lab.a}/${artifact.id}/download-url`)
    expect(sha256((await raw(url)).bytes)).toBe(artifact.file_hash)
    const part = await raw(url, { headers: { range: "bytes=500-599" } })
    expect([part.status, part.headers["content-range"]]).toEqual([206, "bytes 500-599/100000"])
    expect(part.bytes.equals(bytes.subarray(500, 600))).toBe(true)
    const { objects } = await lab.emulator.storage()
    expect(objects).toMatchObject([{ key: artifact.bucket_location, size: 100_000, sha256: artifact.file_hash }])
  })

  it("issue download URLs in any status, also when nothing was uploaded", async () => {
    const { a, api } = await world()
    const { artifact } = await api.post(a, artifactBody())
    const { url } = await api.get(`${a}/${artifact.id}/download-url`)
    const answer = await raw(url)
    expect([answer.status, answer.headers["content-type"]]).toEqual([404, "application/xml"])
    expect(answer.text).toContain("<Code>NoSuchKey</Code>")
  })

  it("name the object by orbit, collection, identifier and file, slashes and all", async () => {
    const lab = await world()
    const artifact = await upload(lab, bytesOf(10), { file_name: "dir/a b é+.luml" })
    expect(artifact.unique_identifier).toMatch(/^[0-9a-f]{32}$/)
    expect(artifact.bucket_location).toBe(
      `orbit-${lab.orbit}/collection-${lab.collection}/${artifact.unique_identifier}-dir/a b é+.luml`
    )
    const { objects } = await lab.emulator.storage()
    expect(objects[0]?.key).toBe(artifact.bucket_location)
  })
})

describe("the status of an artifact", () => {
  const path: Record<string, ReadonlyArray<string>> = {
    pending_upload: [],
    uploaded: ["uploaded"],
    upload_failed: ["upload_failed"],
    pending_deletion: ["uploaded", "delete-url"],
    deletion_failed: ["uploaded", "delete-url", "deletion_failed"]
  }
  const allowed: Record<string, ReadonlyArray<string>> = {
    pending_upload: ["uploaded", "upload_failed"],
    pending_deletion: ["deletion_failed"]
  }

  it.each(Object.keys(path))("%s changes only where the server lets it", async (from) => {
    const { a, api } = await world()
    for (const to of ["uploaded", "upload_failed", "deletion_failed"]) {
      const { artifact } = await api.post(a, artifactBody())
      for (const step of path[from] ?? []) {
        if (step === "delete-url") await api.get(`${a}/${artifact.id}/delete-url`)
        else await api.patch(`${a}/${artifact.id}`, { status: step })
      }
      const answer = await api.call("PATCH", `${a}/${artifact.id}`, { status: to })
      if (allowed[from]?.includes(to)) expect([answer.status, answer.body.status]).toEqual([200, to])
      else {
        expect([answer.status, answer.body.detail]).toEqual([400, `Invalid status transition from ${from} to ${to}`])
        expect((await api.get(`${a}/${artifact.id}`)).status).toBe(from)
      }
    }
  })

  it.each(["pending_upload", "pending_deletion"])("cannot be set to %s", async (status) => {
    const { a, api } = await world()
    const { artifact } = await api.post(a, artifactBody())
    expect((await api.call("PATCH", `${a}/${artifact.id}`, { status })).status).toBe(422)
  })

  it.each(Object.keys(path))("%s becomes pending_deletion by its delete URL, as often as asked", async (from) => {
    const { a, api } = await world()
    const { artifact } = await api.post(a, artifactBody())
    for (const step of path[from] ?? []) {
      if (step === "delete-url") await api.get(`${a}/${artifact.id}/delete-url`)
      else await api.patch(`${a}/${artifact.id}`, { status: step })
    }
    for (let turn = 0; turn < 2; turn++) {
      expect((await api.get(`${a}/${artifact.id}/delete-url`)).url).toContain("X-Amz-Signature=")
      expect((await api.get(`${a}/${artifact.id}`)).status).toBe("pending_deletion")
    }
  })
})

describe("deletion", () => {
  it("takes three steps, and the record goes only after its delete URL was asked for", async () => {
    const lab = await world()
    const { a, api, emulator } = lab
    const artifact = await upload(lab, bytesOf(10))
    const early = await api.call("DELETE", `${a}/${artifact.id}`)
    expect([early.status, early.body.detail]).toEqual([400, "Unable to confirm deletion with status 'uploaded'"])
    const { url } = await api.get(`${a}/${artifact.id}/delete-url`)
    expect((await raw(url, { method: "DELETE" })).status).toBe(204)
    expect((await emulator.storage()).objects).toEqual([])
    const last = await api.call("DELETE", `${a}/${artifact.id}`)
    expect([last.status, last.text]).toEqual([204, ""])
    const after = await api.call("GET", `${a}/${artifact.id}`)
    expect([after.status, after.body]).toEqual([404, { detail: "Artifact not found" }])
  })

  it("is refused by all three routes while a track holds the artifact", async () => {
    const lab = await world()
    const { a, api, b } = lab
    const artifact = await upload(lab, bytesOf(10))
    const track = await api.post(`${b}/tracks`, { name: "t", artifact_type: "model" })
    const entry = await api.post(`${b}/tracks/${track.id}/entries`, { artifact_id: artifact.id })
    for (const [method, suffix] of [
      ["GET", "/delete-url"],
      ["DELETE", ""],
      ["DELETE", "/force"]
    ] as const) {
      const answer = await api.call(method, `${a}/${artifact.id}${suffix}`)
      expect(answer.status).toBe(409)
      expect(answer.body.detail).toBe(
        "Artifact is referenced by one or more tracks. Remove it from all tracks before deleting."
      )
    }
    await api.call("DELETE", `${b}/tracks/${track.id}/entries/${entry.id}`)
    expect((await api.call("DELETE", `${a}/${artifact.id}/force`)).status).toBe(204)
  })

  it("by force takes record and deployments from any status and leaves the object", async () => {
    const lab = await world()
    const { a, api, b, emulator } = lab
    const artifact = await upload(lab, bytesOf(10))
    const { satellite } = await api.post(`${b}/satellites`, { name: "s" })
    await api.post(`${b}/deployments`, { satellite_id: satellite.id, artifact_id: artifact.id, name: "d" })
    const used = await api.call("GET", `${a}/${artifact.id}/delete-url`)
    expect([used.status, used.body.detail]).toEqual([409, "Cannot delete artifact because it is used in deployments."])
    expect((await api.call("DELETE", `${a}/${artifact.id}/force`)).status).toBe(204)
    expect(await api.get(`${b}/deployments`)).toEqual([])
    expect((await emulator.storage()).objects).toHaveLength(1)
  })

  it("of a record whose deployment came in between is a crash of the server, a conflict when fixed", async () => {
    const lab = await world()
    const { a, api, b } = lab
    const artifact = await upload(lab, bytesOf(10))
    await api.get(`${a}/${artifact.id}/delete-url`)
    const { satellite } = await api.post(`${b}/satellites`, { name: "s" })
    await api.post(`${b}/deployments`, { satellite_id: satellite.id, artifact_id: artifact.id, name: "d" })
    const strict = await api.call("DELETE", `${a}/${artifact.id}`)
    expect([strict.status, strict.text, strict.headers.connection]).toEqual([500, "Internal Server Error", "close"])
    expect(strict.headers["content-type"]).toContain("text/plain")
    expect(
      (await api.call("DELETE", `${a}/${artifact.id}`, undefined, { "x-emulator-luml": "mode=fixed" })).status
    ).toBe(409)
  })
})

describe("the type of an artifact", () => {
  const { variant: _variant, ...rest } = modelManifest
  const rows: ReadonlyArray<readonly [string, Json, Json, number, string]> = [
    ["a model with its six files", modelManifest, modelIndex, 200, "model"],
    ["a model without meta.json", modelManifest, { "manifest.json": [512, 1] }, 400, "Could not define artifact type."],
    ["a dataset", lumlManifest("dataset"), {}, 200, "dataset"],
    ["an experiment", lumlManifest("experiment"), {}, 200, "experiment"],
    ["a type nobody knows", lumlManifest("notebook"), {}, 400, "Unsupported LUML Artifact type."],
    ["both shapes", { ...modelManifest, ...lumlManifest("dataset") }, modelIndex, 200, "model"]
  ]

  it.each(rows)("follows from the manifest: %s", async (_name, manifest, file_index, status, expected) => {
    const { a, api } = await world()
    const answer = await api.call("POST", a, artifactBody({ manifest, file_index, file_name: "x.tar" }))
    expect(answer.status).toBe(status)
    expect(status === 200 ? answer.body.artifact.type : answer.body.detail).toBe(expected)
  })

  it("refuses a manifest of neither shape, and an asserted type that is another", async () => {
    const { a, api } = await world()
    expect((await api.call("POST", a, artifactBody({ manifest: rest }))).status).toBe(422)
    const wrong = await api.call("POST", a, artifactBody({ type: "dataset" }))
    expect([wrong.status, wrong.body.detail]).toEqual([
      400,
      "Artifact's real type does not match the type you specified."
    ])
  })

  it("keeps of the manifest what its shape knows", async () => {
    const { a, api } = await world()
    const manifest = { ...lumlManifest("dataset"), stray: 1, payload: { kept: { as: "is" } } }
    const { artifact } = await api.post(a, artifactBody({ manifest, file_index: {} }))
    expect(artifact.manifest).toEqual({
      ...lumlManifest("dataset"),
      payload: { kept: { as: "is" } },
      name: null,
      description: null,
      version: null
    })
  })

  it.each([
    ["mixed", ["model", "dataset", "experiment"]],
    ["model_dataset", ["model", "dataset"]],
    ["model_experiment", ["model", "experiment"]],
    ["dataset_experiment", ["dataset", "experiment"]],
    ["model", ["model"]],
    ["dataset", ["dataset"]],
    ["experiment", ["experiment"]]
  ] as const)("must be one the collection takes: %s", async (type, accepted) => {
    const { api, b } = await world()
    const { id } = await api.post(`${b}/collections`, { name: "c", description: "d", type })
    for (const kind of ["model", "dataset", "experiment"] as const) {
      const body = kind === "model" ? artifactBody() : artifactBody({ manifest: lumlManifest(kind), file_index: {} })
      const answer = await api.call("POST", `${b}/collections/${id}/artifacts`, body)
      const good = (accepted as ReadonlyArray<string>).includes(kind)
      expect([answer.status, answer.body.detail]).toEqual(
        good ? [200, undefined] : [400, "Artifact type is not allowed for this collection type"]
      )
    }
  })
})

describe("a record", () => {
  it("counts against the limit in every status", async () => {
    const { a, api } = await world({ luml: { limits: { artifacts: 3 } } })
    const { artifact } = await api.post(a, artifactBody())
    await api.patch(`${a}/${artifact.id}`, { status: "upload_failed" })
    await api.post(a, artifactBody())
    await api.post(a, artifactBody())
    const answer = await api.call("POST", a, artifactBody())
    expect([answer.status, answer.body.detail]).toEqual([409, "Organization reached maximum number of artifacts"])
  })

  it("is limited to fifty by default", async () => {
    const { a, api } = await world()
    for (let count = 0; count < 50; count++) await api.post(a, artifactBody())
    expect((await api.call("POST", a, artifactBody())).status).toBe(409)
  })

  it("needs a name, which the schema does not say", async () => {
    const { a, api } = await world()
    const { name: _name, ...nameless } = artifactBody()
    for (const body of [nameless, { ...nameless, name: null }]) {
      expect((await api.call("POST", a, body)).status).toBe(500)
      expect((await api.call("POST", a, body, { "x-emulator-luml": "mode=fixed" })).status).toBe(422)
    }
    expect((await api.get(`${a.split("/collections")[0]}/artifacts`)).items).toEqual([])
  })

  it("changes only what is sent, and clears what is null", async () => {
    const { a, api } = await world()
    const { artifact } = await api.post(a, artifactBody({ description: "d", tags: ["t"] }))
    const first = await api.patch(`${a}/${artifact.id}`, { name: "new" })
    expect(first).toMatchObject({ name: "new", description: "d", tags: ["t"], status: "pending_upload" })
    expect(first.updated_at).not.toBeNull()
    const second = await api.patch(`${a}/${artifact.id}`, { description: null, tags: null })
    expect(second).toMatchObject({ name: "new", description: null, tags: null })
    expect((await api.call("PATCH", `${a}/${artifact.id}`, { name: null })).status).toBe(500)
  })

  it.each([
    ["5 TiB", 5_497_558_138_880, 200],
    ["a byte more", 5_497_558_138_881, 422],
    ["nothing", 0, 200],
    ["less than nothing", -1, 200]
  ])("may be of %s", async (_name, size, status) => {
    const { a, api } = await world()
    expect((await api.call("POST", a, artifactBody({ size }))).status).toBe(status)
  })

  it("has ids of version 7 that follow from the seed, and times in UTC", async () => {
    const ids: Array<string> = []
    for (const seed of ["a", "a", "b"]) {
      const { a, api } = await world({ seed })
      const first = await api.post(a, artifactBody())
      const second = await api.post(a, artifactBody())
      for (const { artifact } of [first, second]) {
        expect(artifact.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(artifact.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/)
      }
      expect(first.artifact.id < second.artifact.id).toBe(true)
      ids.push(first.artifact.id)
    }
    expect(ids[0]).toBe(ids[1])
    expect(ids[0]).not.toBe(ids[2])
  })

  it("shows its collection, deployments and tracks", async () => {
    const lab = await world()
    const { a, api, b } = lab
    const artifact = await upload(lab, bytesOf(10))
    const { satellite } = await api.post(`${b}/satellites`, { name: "s" })
    const deployment = { satellite_id: satellite.id, artifact_id: artifact.id, name: "d" }
    await api.post(`${b}/deployments`, deployment)
    const track = await api.post(`${b}/tracks`, { name: "t", artifact_type: "model" })
    await api.post(`${b}/tracks/${track.id}/entries`, { artifact_id: artifact.id })
    const details = await api.get(`${a}/${artifact.id}`)
    expect(details.collection.total_artifacts).toBe(1)
    expect(details.deployments).toMatchObject([{ name: "d", status: "pending" }])
    expect(details.tracks).toMatchObject([{ id: track.id, name: "t" }])
    const { items } = await api.get(`${b}/artifacts`)
    expect(items[0]).toMatchObject({ deployments: [], collection_name: "main" })
  })
})
