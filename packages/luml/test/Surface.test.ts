/** What the LUML client promises as a whole. */
import { FileSystem } from "@effect/platform/FileSystem"
import { assert, describe, it, vi } from "@effect/vitest"
import { TrilumError } from "@trilum/core/ApiError"
import { startEmulator } from "@trilum/emulator"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as LumlError from "../src/LumlError.js"
import { createLuml } from "../src/promise.js"
import * as Artifact from "./support/artifact.js"
import { emulated } from "./support/emulated.js"
import { replacing } from "./support/files.js"
import { client, failure, live } from "./support/harness.js"
import * as Registry from "./support/Registry.js"
import { created, make, orbitPath } from "./support/scripted.js"

const MiB = 1024 * 1024
const { ids } = Registry
const idsOf = (records: Iterable<{ readonly id: string }>): ReadonlyArray<string> =>
  [...records].map(({ id }) => id).sort()

describe("artifacts of the emulated registry", () => {
  live("lists take a search, types, tracks to leave out and several collections; none is the whole orbit", () =>
    Effect.gen(function* () {
      const { luml } = yield* emulated()
      const main = luml.withCollection("main")
      const other = yield* luml.collections.create({ name: "other", description: "", type: "mixed" })
      const upload = (at: typeof luml, name: string) =>
        at.artifacts.upload(Artifact.artifact(10), { fileName: `${name}.luml`, name })
      const first = yield* upload(main, "first")
      const second = yield* upload(main, "second")
      const third = yield* upload(luml.withCollection(other.id), "third")
      yield* luml.tracks.create({ name: "held", artifact_type: "dataset" })
      yield* luml.tracks.addArtifact("held", first.id)
      const track = yield* luml.tracks.get("held")
      const found = (params: Parameters<typeof luml.artifacts.listAll>[0]) =>
        Effect.map(Stream.runCollect(main.artifacts.listAll(params)), idsOf)
      assert.deepStrictEqual(yield* found({}), idsOf([first, second]))
      assert.deepStrictEqual(yield* found({ search: "eco" }), [second.id])
      assert.deepStrictEqual(yield* found({ types: ["model"] }), [])
      assert.deepStrictEqual(yield* found({ types: ["dataset", "model"] }), idsOf([first, second]))
      assert.deepStrictEqual(yield* found({ excluded_tracks: [track.id] }), [second.id])
      assert.deepStrictEqual(
        yield* found({ collection_ids: [first.collection_id, other.id] }),
        idsOf([first, second, third])
      )
      assert.deepStrictEqual(yield* found({ collection_ids: [] }), idsOf([first, second, third]))
    })
  )

  live("a record and its URLs can be had one by one, and the URL to delete with changes the record", () =>
    Effect.gen(function* () {
      const { luml } = yield* emulated()
      const bytes = Artifact.artifact(1000)
      const inspection = yield* luml.inspect(bytes, { fileName: "m.luml" })
      const { artifact, upload_details: details } = yield* luml.artifacts.create(inspection)
      assert.deepStrictEqual([artifact.name, artifact.status], ["m.luml", "pending_upload"])
      const put = yield* Effect.promise(() => fetch(details.url ?? "", { method: "PUT", body: new Uint8Array(bytes) }))
      assert.strictEqual(put.status, 200)
      yield* luml.artifacts.update(artifact.id, { status: "uploaded" })
      const { url } = yield* luml.artifacts.downloadUrl(artifact.id)
      const got = yield* Effect.promise(async () => Buffer.from(await (await fetch(url)).arrayBuffer()))
      assert.isTrue(got.equals(bytes))
      assert.strictEqual((yield* luml.artifacts.get(artifact.id)).status, "uploaded")
      const gone = yield* luml.artifacts.deleteUrl(artifact.id)
      assert.notStrictEqual(gone.url, url)
      assert.strictEqual((yield* luml.artifacts.get(artifact.id)).status, "pending_deletion")
    })
  )

  live("details tell the tracks and deployments of an artifact", () =>
    Effect.gen(function* () {
      const { luml } = yield* emulated()
      const artifact = yield* luml.artifacts.upload(Artifact.artifact(10), { fileName: "m.luml" })
      yield* luml.tracks.create({ name: "numbers", artifact_type: "dataset", stages: ["live"] })
      yield* luml.tracks.addArtifact("numbers", artifact.id, { stage: "live" })
      const { satellite } = yield* luml.satellites.create({ name: "edge" })
      const deployment = yield* luml.deployments.create({
        artifact_id: artifact.id,
        satellite_id: satellite.id,
        name: "d"
      })
      const details = yield* luml.artifacts.get("m.luml")
      assert.deepStrictEqual(idsOf(details.deployments ?? []), [deployment.id])
      assert.strictEqual(details.tracks.length, 1)
      assert.strictEqual(details.collection.id, artifact.collection_id)
    })
  )
})

describe("the rest of the registry", () => {
  live("secrets of an orbit are found by name, changed in part, and deleted", () =>
    Effect.gen(function* () {
      const { luml } = yield* emulated()
      const secret = yield* luml.orbitSecrets.create({ name: "token", value: "v1", tags: ["a"] })
      yield* luml.orbitSecrets.update("token", { value: "v2" })
      const stored = yield* luml.orbitSecrets.get("token")
      assert.deepStrictEqual([stored.id, stored.value, stored.tags], [secret.id, "v2", ["a"]])
      assert.deepStrictEqual(idsOf(yield* luml.orbitSecrets.list()), [secret.id])
      yield* luml.orbitSecrets.delete(secret.id)
      assert.isUndefined(yield* luml.orbitSecrets.find("token"))
    })
  )

  live("a key is told from one that is none", () =>
    Effect.gen(function* () {
      const { luml } = yield* make({ "GET /v1/auth/api-keys/validate": null })
      yield* luml.auth.validateApiKey()
      const revoked = yield* make({
        "GET /v1/auth/api-keys/validate": FaultServer.json({ detail: "Invalid credentials" }, { status: 401 })
      })
      assert.propertyVal(yield* failure(revoked.luml.auth.validateApiKey()), "_tag", "AuthenticationError")
    })
  )

  live("members, invitations and keys answer a session", () =>
    Effect.gen(function* () {
      const { luml } = yield* emulated({}, { accessToken: Redacted.make("eyJhbGciOi.eyJzdWIi.c2ln") })
      const { organizationId = "" } = yield* luml.place
      assert.isAtLeast((yield* luml.organizationMembers.list(organizationId)).length, 1)
      assert.deepStrictEqual(yield* luml.organizationInvitations.list(organizationId), [])
      assert.match((yield* luml.apiKeys.create()).key ?? "", /^dfs_/)
    })
  )

  live("a track is found by name on any page", () =>
    Effect.gen(function* () {
      const track = (n: number, name: string) => ({
        id: `01a1ff0a-0000-7000-8000-${String(n).padStart(12, "0")}`,
        name,
        artifact_type: "model",
        description: null,
        next_version: 1,
        orbit_id: ids.orbit,
        stages: [],
        tags: null,
        total_entries: 0,
        created_at: created,
        updated_at: null
      })
      const { luml } = yield* make({
        [`GET ${orbitPath}/tracks`]: (request: FaultServer.RecordedRequest) =>
          request.url.includes("cursor=")
            ? { items: [track(2, "churn")], cursor: null }
            : { items: [track(1, "churn-2")], cursor: "next" }
      })
      assert.strictEqual((yield* luml.tracks.get("churn")).id, track(2, "churn").id)
    })
  )

  live("a track of another orbit is not found, by name or by id", () =>
    Effect.gen(function* () {
      const { luml } = yield* emulated({ limits: { orbits: 5 } })
      const [orbit] = yield* luml.orbits.list()
      const other = yield* luml.orbits.create({ name: "other", bucket_secret_id: orbit?.bucket_secret_id ?? "" })
      const here = luml.withOrbit("research")
      const track = yield* here.tracks.create({ name: "churn", artifact_type: "model" })
      const there = luml.withOrbit(other.id)
      for (const name of ["churn", track.id]) {
        assert.propertyVal(yield* failure(there.tracks.update(name, { name: "mine" })), "_tag", "NotFoundError")
      }
      assert.strictEqual((yield* here.tracks.get(track.id)).name, "churn")
    })
  )

  live("no field of the server is dropped, and statuses, types and roles nobody knows pass", () =>
    Effect.gen(function* () {
      const more = { deployments: [], collection_name: "models", created_by_user: "Ada", brand_new: { a: [1] } }
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const uploaded = yield* luml.artifacts.upload(Artifact.artifact(10), { fileName: "m.luml" })
      Object.assign(registry.only(), more, { type: "agent" })
      const listed: Array<unknown> = []
      for (const status of ["pending_deletion", "archived"]) {
        registry.only().status = status
        const [record] = Chunk.toReadonlyArray(yield* Stream.runCollect(luml.artifacts.listAll()))
        assert.deepInclude(record, more as never)
        listed.push(record?.status)
        assert.strictEqual((yield* luml.artifacts.get(uploaded.id)).status, status)
      }
      assert.deepStrictEqual(listed, ["pending_deletion", "archived"])
      const organization = {
        id: ids.organization,
        name: "acme",
        logo: null,
        role: "auditor",
        permissions: { artifact: ["read"] },
        created_at: created,
        updated_at: null,
        joined_at: created
      }
      const scripted = yield* make({ "GET /v1/users/me/organizations": [organization] })
      const [summary] = yield* scripted.luml.organizations.list()
      assert.deepStrictEqual([summary?.role, summary?.permissions], ["auditor", { artifact: ["read"] }])
    })
  )
})

describe("the client", () => {
  it("says nothing on stdout by itself, and what it warns of on stderr", async () => {
    const emulator = await startEmulator({ luml: { multipart: { threshold: 5000, partSize: 1000 } } })
    const out = vi.spyOn(process.stdout, "write")
    const log = vi.spyOn(console, "log")
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined)
    const luml = createLuml({ apiKey: "dfs_test", baseUrl: emulator.urls.luml })
    try {
      const bytes = Artifact.artifact(1000)
      const artifact = await luml.artifacts.upload(bytes, { fileName: "m.luml" })
      await luml.artifacts.bytes(artifact)
      assert.deepStrictEqual([out.mock.calls, log.mock.calls, warn.mock.calls], [[], [], []])
      // An upload in one piece could not be gone on with in any case.
      await luml.artifacts.upload(bytes, { fileName: "m.luml", state: "/no such folder" })
      assert.deepStrictEqual([out.mock.calls, log.mock.calls, warn.mock.calls], [[], [], []])
      await luml.artifacts.upload(Artifact.artifact(9000), { fileName: "m.luml", state: "/no such folder" })
      assert.deepStrictEqual([out.mock.calls, log.mock.calls], [[], []])
      assert.strictEqual(warn.mock.calls.length, 1)
      assert.include(String(warn.mock.calls[0]), "the state of a transfer cannot be kept")
    } finally {
      vi.restoreAllMocks()
      await luml.close()
      await emulator.stop()
    }
  })

  it("views of a promise client are at other places, share what was looked up, and end by themselves", async () => {
    const emulator = await startEmulator({ luml: { limits: { orbits: 5 } } })
    const luml = createLuml({ apiKey: "dfs_test", baseUrl: emulator.urls.luml })
    try {
      const { orbitId, collectionId } = await luml.place()
      const [orbit] = await luml.orbits.list()
      const other = await luml.orbits.create({ name: "other", bucket_secret_id: orbit?.bucket_secret_id ?? "" })
      const there = luml.withOrbit("other")
      await there.collections.create({ name: "side", description: "", type: "mixed" })
      assert.strictEqual((await there.withCollection("side").place()).orbitId, other.id)
      assert.deepStrictEqual((await there.artifacts.list()).items, [])
      const here = luml.withOrganization("Analytical Engines").withOrbit("research")
      assert.deepStrictEqual(await here.withDefaults().then((view) => view.place()), await here.place())
      assert.deepInclude(await here.place(), { orbitId, collectionId })
      const before = emulator.requests().length
      assert.strictEqual((await luml.withOrbit("other").place()).orbitId, other.id)
      assert.strictEqual(emulator.requests().length, before)
      const missing = await luml.withDefaults({ orbit: "nowhere" }).catch((error: unknown) => error)
      assert.propertyVal(missing, "_tag", "OrbitResourceNotFoundError")
      await there.close()
      const closed = await there.artifacts.list().catch((error: unknown) => error)
      assert.propertyVal(closed, "name", "AbortError")
      assert.strictEqual((await luml.api.orbits.get(other.organization_id, other.id)).name, "other")
    } finally {
      await luml.close()
      await emulator.stop()
    }
  })

  live("the detail of the server is in the error", () =>
    Effect.gen(function* () {
      const { luml } = yield* emulated()
      yield* luml.artifacts.upload(Artifact.artifact(10), { fileName: "m.luml" })
      const error = yield* failure(luml.collections.delete("main"))
      assert.propertyVal(error, "_tag", "ConflictError")
      const detail = String(Reflect.get(Object(Reflect.get(Object(error), "body")), "detail"))
      assert.isAbove(detail.length, 10)
      assert.include(error.message, detail)
    })
  )

  live("a call has its own time limit, whatever that of the client is", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry, { timeout: "1 hour" })
      yield* luml.place
      registry.settings.delay = () => new Promise(() => undefined)
      const error = yield* failure(luml.artifacts.list({}, { timeout: 30, retry: false }))
      assert.propertyVal(error, "_tag", "TimeoutError")
    })
  )

  live("a file is read once before its record is made, and its parts in pieces of at most 1 MiB", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({ multipartAbove: MiB, partSize: 3 * MiB })
      let read = 0
      let longest = 0
      const counting = yield* replacing((file) => ({
        read: (buffer) =>
          Effect.tap(file.read(buffer), (length) =>
            Effect.sync(() => {
              read += Number(length)
              longest = Math.max(longest, Number(length))
            })
          )
      }))
      const luml = yield* client(registry)
      const { bytes, path } = yield* Artifact.file(7 * MiB)
      yield* Effect.provideService(luml.artifacts.upload(path, { contentMd5: false }), FileSystem, counting)
      assert.deepStrictEqual([read, longest], [2 * bytes.length, MiB])
    })
  )

  it("tells everything that went wrong by one base class, with a tag, a code and a message", () => {
    const errors = [
      new LumlError.OrganizationResourceNotFoundError({ value: "x", candidates: [] }),
      new LumlError.OrbitResourceNotFoundError({ value: "x", candidates: [] }),
      new LumlError.CollectionResourceNotFoundError({ value: "x", candidates: [] }),
      new LumlError.MultipleResourcesFoundError({ kind: "Artifact", value: "x", candidates: [] }),
      new LumlError.CredentialKindError({ operation: "o", needs: "a session", option: "accessToken" }),
      new LumlError.FileUploadError({ reason: "plan", artifactId: "a", recordStatus: "upload_failed", message: "m" }),
      new LumlError.FileDownloadError({ reason: "storage", artifactId: "a", message: "m" }),
      new LumlError.FileDeletionError({ artifactId: "a", recordStatus: "deletion_failed", message: "m" }),
      new LumlError.BucketTestError({ step: "write", message: "m" }),
      new LumlError.IntegrityError({ artifactId: "a", what: "size", expected: "1", actual: "2" })
    ]
    const exported = Object.values(LumlError).filter(
      (value) => typeof value === "function" && value.prototype instanceof TrilumError
    )
    assert.strictEqual(errors.length, exported.length)
    for (const error of errors) {
      assert.isTrue(error instanceof TrilumError)
      assert.strictEqual(error.platform, "luml")
      assert.strictEqual(error._tag, error.constructor.name)
      assert.match(error.code ?? "", /^[A-Z0-9_]+$/)
      assert.isAbove(error.message.length, 0)
    }
  })
})
