import { inspect } from "node:util"
import { assert, describe } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { PlaceError } from "../src/Place.js"
import { failure, live } from "./support/harness.js"
import { ids } from "./support/Registry.js"
import { created, make, orbitPath, organizationPath, reject } from "./support/scripted.js"

const id = (n: number): string => `01a1ff0a-0000-7000-8000-${String(n).padStart(12, "0")}`

const artifactsPath = `${orbitPath}/collections/${ids.collection}/artifacts`
const at = { collection: ids.collection }
const collection = {
  id: ids.collection,
  name: "models",
  description: "d",
  orbit_id: ids.orbit,
  type: "mixed",
  tags: ["a"],
  total_artifacts: 0,
  artifacts_extra_values: ["F1"],
  artifacts_tags: [],
  created_at: created,
  updated_at: null
}
const withCollection = { [`GET ${orbitPath}/collections/${ids.collection}`]: collection }

const artifact = (n: number, more: Readonly<Record<string, unknown>> = {}) => ({
  id: id(n),
  name: `name ${n}`,
  file_name: `file${n}.luml`,
  description: null,
  tags: null,
  extra_values: {},
  file_hash: "0".repeat(64),
  file_index: {},
  manifest: {
    artifact_type: "dataset",
    payload: {},
    variant: "x",
    producer_name: "p",
    producer_version: "1",
    producer_tags: []
  },
  size: 1,
  status: "uploaded",
  type: "dataset",
  collection_id: ids.collection,
  collection_name: "models",
  bucket_location: "k",
  created_by_user: null,
  unique_identifier: "u",
  deployments: [],
  created_at: created,
  updated_at: null,
  ...more
})
const details = (n: number) => ({ ...artifact(n), tracks: [], collection, deployments: [] })

const cursor = (sort: string, last: string): string =>
  Buffer.from(JSON.stringify([last.replaceAll("-", ""), 0.5, sort, "desc", "ab"])).toString("base64url")

describe("artifacts", () => {
  live("a list sorted by a metric gets past its first page, which the server's own cursor never does", () =>
    Effect.gen(function* () {
      const { luml, server } = yield* make({
        ...withCollection,
        // As the real one: a cursor whose sort is not the request's is ignored.
        [`GET ${orbitPath}/artifacts`]: (request: FaultServer.RecordedRequest) => {
          const query = new URL(request.url, "http://h").searchParams
          const given = query.get("cursor")
          const decoded = given === null ? undefined : JSON.parse(Buffer.from(given, "base64url").toString())
          const start = decoded?.[2] === query.get("sort_by") ? Number(decoded[0].slice(-4)) : 0
          const items = [start + 1, start + 2].filter((n) => n <= 5).map((n) => artifact(n))
          return { items, cursor: start + 2 < 5 ? cursor("extra_values", items.at(-1)?.id ?? "") : null }
        }
      })
      const all = yield* Stream.runCollect(luml.artifacts.listAll({ sort_by: "F1" }, at))
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(all).map((record) => record.id),
        [1, 2, 3, 4, 5].map(id)
      )
      assert.strictEqual(server.requests.filter((request) => request.url.includes("/artifacts?")).length, 3)
    })
  )

  live("a server that restarts at its first page is an error after the rows received, not a loop", () =>
    Effect.gen(function* () {
      let page = 0
      const { luml } = yield* make({
        ...withCollection,
        [`GET ${orbitPath}/artifacts`]: () => ({ items: [artifact(1), artifact(2)], cursor: `c${++page}` })
      })
      const rows: Array<string> = []
      const error = yield* failure(
        Stream.runForEach(luml.artifacts.listAll({}, at), (row) => Effect.sync(() => rows.push(row.id)))
      )
      assert.deepStrictEqual(rows, [1, 2].map(id))
      assert.containSubset(error, { _tag: "PaginationError", rows: 2 })
    })
  )

  live(
    "a name stands for the uploaded artifact, not for failed uploads of it; else the error lists status and id",
    () =>
      Effect.gen(function* () {
        const { luml } = yield* make({
          ...withCollection,
          [`GET ${orbitPath}/artifacts`]: {
            items: [
              artifact(1, { name: "model", status: "upload_failed" }),
              artifact(2, { name: "model", status: "uploaded" }),
              artifact(3, { name: "model", status: "pending_deletion" }),
              artifact(4, { name: "lost", status: "upload_failed" }),
              artifact(5, { name: "lost", status: "pending_upload" })
            ],
            cursor: null
          },
          [`GET ${artifactsPath}/${id(2)}`]: details(2)
        })
        assert.strictEqual((yield* luml.artifacts.get("model", at)).id, id(2))
        const error = yield* failure(luml.artifacts.get("lost", at))
        assert.propertyVal(error, "_tag", "MultipleResourcesFoundError")
        assert.include(error.message, `Artifact(id=${id(4)}, name="lost", status=upload_failed)`)
        assert.include(error.message, `Artifact(id=${id(5)}, name="lost", status=pending_upload)`)
      })
  )

  live("a name or file name is found on any page, and two are an error", () =>
    Effect.gen(function* () {
      const { luml } = yield* make({
        ...withCollection,
        [`GET ${orbitPath}/artifacts`]: (request: FaultServer.RecordedRequest) =>
          request.url.includes("cursor=")
            ? {
                items: [
                  artifact(3, { name: "wanted" }),
                  artifact(4, { file_name: "twice" }),
                  artifact(5, { name: "twice" })
                ],
                cursor: null
              }
            : { items: [artifact(1), artifact(2)], cursor: "next" },
        [`GET ${artifactsPath}/${id(3)}`]: details(3)
      })
      assert.strictEqual((yield* luml.artifacts.get("wanted", at)).id, id(3))
      assert.strictEqual((yield* luml.artifacts.get("file3.luml", at)).id, id(3))
      assert.propertyVal(yield* failure(luml.artifacts.get("twice", at)), "_tag", "MultipleResourcesFoundError")
      assert.propertyVal(yield* failure(luml.artifacts.get("absent", at)), "_tag", "NotFoundError")
      assert.isUndefined(yield* luml.artifacts.find("absent", at))
      assert.isUndefined(yield* luml.artifacts.find(id(99), at))
    })
  )

  live("an id written without dashes or in capitals is an id, and a name when no record has it", () =>
    Effect.gen(function* () {
      const name = id(2).replaceAll("-", "")
      const { luml } = yield* make({
        ...withCollection,
        [`GET ${artifactsPath}/${id(1)}`]: details(1),
        [`GET ${artifactsPath}/${id(3)}`]: details(3),
        [`GET ${orbitPath}/artifacts`]: { items: [artifact(3, { name })], cursor: null }
      })
      assert.strictEqual((yield* luml.artifacts.get(id(1).replaceAll("-", ""), at)).id, id(1))
      assert.strictEqual((yield* luml.artifacts.get(id(1).toUpperCase(), at)).id, id(1))
      assert.strictEqual((yield* luml.artifacts.get(name, at)).id, id(3))
    })
  )

  live("an update sends only what is given, and null clears", () =>
    Effect.gen(function* () {
      const call = `PATCH ${artifactsPath}/${id(1)}`
      const { bodies, luml } = yield* make({ ...withCollection, [call]: artifact(1) })
      yield* luml.artifacts.update(id(1), { description: null, tags: null }, at)
      yield* luml.artifacts.update(id(1), { name: "n", status: "uploaded" }, at)
      assert.deepStrictEqual(bodies(call), [
        { description: null, tags: null },
        { name: "n", status: "uploaded" }
      ])
      assert.propertyVal(yield* failure(luml.artifacts.update(id(1), { name: null }, at)), "_tag", "ValidationError")
      assert.strictEqual(bodies(call).length, 2)
    })
  )

  live("deleting is three steps, and the record goes last", () =>
    Effect.gen(function* () {
      const scripted = yield* make({
        ...withCollection,
        [`GET ${artifactsPath}/${id(1)}/delete-url`]: (request: FaultServer.RecordedRequest) => ({
          url: `http://${request.headers.host}/bucket/key?X-Amz-Signature=abc`
        }),
        "DELETE /bucket/key": null,
        [`DELETE ${artifactsPath}/${id(1)}`]: null
      })
      yield* scripted.luml.artifacts.delete(id(1), at)
      assert.deepStrictEqual(scripted.calls().slice(1), [
        `GET ${artifactsPath}/${id(1)}/delete-url`,
        "DELETE /bucket/key",
        `DELETE ${artifactsPath}/${id(1)}`
      ])
      assert.isUndefined(
        scripted.server.requests.find((request) => request.url.startsWith("/bucket"))?.headers.authorization
      )
    })
  )

  live("a storage that does not delete leaves the record as deletion_failed", () =>
    Effect.gen(function* () {
      const patch = `PATCH ${artifactsPath}/${id(1)}`
      const { bodies, calls, luml } = yield* make({
        ...withCollection,
        [`GET ${artifactsPath}/${id(1)}/delete-url`]: (request: FaultServer.RecordedRequest) => ({
          url: `http://${request.headers.host}/bucket/key?X-Amz-Signature=abc`
        }),
        "DELETE /bucket/key": () => FaultServer.respond(503),
        [patch]: artifact(1)
      })
      const error = yield* failure(luml.artifacts.delete(id(1), at))
      assert.propertyVal(error, "_tag", "FileDeletionError")
      assert.propertyVal(error, "recordStatus", "deletion_failed")
      assert.deepStrictEqual(bodies(patch), [{ status: "deletion_failed" }])
      assert.notInclude(calls(), `DELETE ${artifactsPath}/${id(1)}`)
    })
  )

  live("force deletes the record though it is deployed, and the URL with the side effect is asked for once", () =>
    Effect.gen(function* () {
      const { calls, luml } = yield* make({
        ...withCollection,
        [`GET ${artifactsPath}/${id(1)}/delete-url`]: reject(409, "Artifact has deployments"),
        [`GET ${artifactsPath}/${id(2)}/delete-url`]: () => FaultServer.respond(503),
        [`DELETE ${artifactsPath}/${id(1)}/force`]: null
      })
      assert.propertyVal(yield* failure(luml.artifacts.delete(id(1), at)), "_tag", "ConflictError")
      yield* luml.artifacts.delete(id(1), { ...at, force: true })
      assert.propertyVal(yield* failure(luml.artifacts.delete(id(2), at)), "_tag", "ServerError")
      assert.strictEqual(calls().filter((call) => call.endsWith(`${id(2)}/delete-url`)).length, 1)
    })
  )

  live("reads are repeated after a 500, a create never is", () =>
    Effect.gen(function* () {
      const { calls, luml } = yield* make({
        ...withCollection,
        [`GET ${artifactsPath}/${id(1)}`]: (_: unknown, nth: number) =>
          nth === 1 ? FaultServer.respond(500) : details(1),
        [`POST ${artifactsPath}`]: () => FaultServer.respond(503)
      })
      yield* luml.artifacts.get(id(1), at)
      const { file_hash, file_index, file_name, extra_values, manifest, size } = artifact(1)
      yield* failure(luml.artifacts.create({ file_hash, file_index, file_name, extra_values, manifest, size }, at))
      assert.strictEqual(calls().filter((call) => call === `POST ${artifactsPath}`).length, 1)
    })
  )
})

describe("a PATCH that replaces never erases", () => {
  live("collections keep name, description and tags", () =>
    Effect.gen(function* () {
      const call = `PATCH ${orbitPath}/collections/${ids.collection}`
      const { bodies, luml } = yield* make({ ...withCollection, [call]: collection })
      yield* luml.collections.update(ids.collection, { name: "renamed" })
      yield* luml.collections.update(ids.collection, { tags: null })
      yield* luml.collections.update(ids.collection, { description: "", tags: ["b"] })
      assert.deepStrictEqual(bodies(call), [
        { name: "renamed", description: "d", tags: ["a"] },
        { name: "models", description: "d", tags: null },
        { name: "models", description: "", tags: ["b"] }
      ])
      assert.propertyVal(
        yield* failure(luml.collections.update(ids.collection, { description: null })),
        "_tag",
        "ValidationError"
      )
      assert.propertyVal(
        yield* failure(luml.collections.update(ids.collection, { name: null })),
        "_tag",
        "ValidationError"
      )
    })
  )

  live("deployments keep their secrets and all else", () =>
    Effect.gen(function* () {
      const deployment = {
        id: id(7),
        name: "serve",
        description: "d",
        tags: ["t"],
        dynamic_attributes_secrets: { key: id(8) },
        env_variables: {},
        env_variables_secrets: {},
        error_message: null,
        schemas: { a: 1 },
        artifact_id: id(1),
        artifact_name: "a",
        model_id: id(1),
        model_artifact_name: "a",
        collection_id: ids.collection,
        orbit_id: ids.orbit,
        satellite_id: id(9),
        satellite_name: "s",
        satellite_parameters: {},
        inference_url: null,
        status: "active",
        created_by_user: null,
        created_at: created,
        updated_at: null
      }
      const call = `PATCH ${orbitPath}/deployments/${id(7)}`
      const { bodies, luml } = yield* make({ [`GET ${orbitPath}/deployments`]: [deployment], [call]: deployment })
      yield* luml.deployments.update("serve", { description: null })
      assert.deepStrictEqual(bodies(call), [
        {
          name: "serve",
          description: null,
          tags: ["t"],
          dynamic_attributes_secrets: { key: id(8) },
          schemas: { a: 1 },
          error_message: null
        }
      ])
      const all = {
        name: "other",
        description: "e",
        tags: null,
        dynamic_attributes_secrets: { key: id(9) },
        schemas: null,
        error_message: { reason: "out of memory" }
      }
      yield* luml.deployments.update("serve", all)
      assert.deepStrictEqual(bodies(call)[1], all)
    })
  )

  live("satellites keep name and description; organizations keep their logo", () =>
    Effect.gen(function* () {
      const satellite = {
        id: id(9),
        name: "edge",
        description: "d",
        orbit_id: ids.orbit,
        base_url: null,
        capabilities: {},
        paired: true,
        slug: null,
        status: "active",
        last_seen_at: null,
        created_at: created,
        updated_at: null
      }
      const call = `PATCH ${orbitPath}/satellites/${id(9)}`
      const { bodies, luml } = yield* make({ [`GET ${orbitPath}/satellites/${id(9)}`]: satellite, [call]: satellite })
      yield* luml.satellites.update(id(9), { name: "far edge" })
      assert.deepStrictEqual(bodies(call), [{ name: "far edge", description: "d" }])
      const rename = `PATCH ${organizationPath}`
      const logo = "https://example.com/logo.png"
      const limits = { artifacts_limit: 1, members_limit: 1, orbits_limit: 1, satellites_limit: 1 }
      const totals = { total_artifacts: 0, total_members: 1, total_orbits: 0, total_satellites: 0 }
      const lists = { invites: [], members: [], orbits: [], members_by_role: {}, permissions: null }
      const dates = { created_at: created, updated_at: null }
      const stored = { id: ids.organization, name: "acme", logo, ...limits, ...totals, ...lists, ...dates }
      const session = { accessToken: Redacted.make("eyJhbGciOi.eyJzdWIi.c2ln") }
      const scripted = yield* make({ [`GET ${organizationPath}`]: stored, [rename]: stored }, session)
      yield* scripted.luml.organizations.update("acme", { name: "acme labs" })
      yield* scripted.luml.organizations.update("acme", { logo: null })
      assert.deepStrictEqual(scripted.bodies(rename), [
        { name: "acme labs", logo },
        { name: "acme", logo: null }
      ])
      assert.propertyVal(
        yield* failure(scripted.luml.organizations.update("acme", { name: null })),
        "_tag",
        "ValidationError"
      )
    })
  )
})

describe("bucket secrets", () => {
  const azure = {
    id: ids.secret,
    type: "azure",
    bucket_name: "container",
    endpoint:
      "DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=c2VjcmV0LWtleQ==;EndpointSuffix=core.windows.net",
    organization_id: ids.organization,
    orbits: [],
    created_at: created,
    updated_at: null
  }
  const s3 = {
    id: ids.secret,
    type: "s3",
    bucket_name: "bucket",
    endpoint: "s3.example",
    region: "eu",
    secure: true,
    cert_check: null,
    organization_id: ids.organization,
    orbits: [],
    created_at: created,
    updated_at: null
  }
  const secrets = `${organizationPath}/bucket-secrets`
  const create = { type: "s3", bucket_name: "bucket", endpoint: "s3.example", region: "eu" } as const
  const urls = (request: FaultServer.RecordedRequest) => ({
    presigned_url: `http://${request.headers.host}/bucket/put?X-Amz-Signature=a`,
    download_url: `http://${request.headers.host}/bucket/get?X-Amz-Signature=b`,
    delete_url: `http://${request.headers.host}/bucket/delete?X-Amz-Signature=c`
  })
  const body = "Connection test."
  const range = (request: FaultServer.RecordedRequest) =>
    FaultServer.respond(206, {
      headers: { "content-range": `bytes 0-10/${body.length}` },
      body: request.headers.range === "bytes=0-0" ? "C" : body.slice(0, 11)
    })

  live("the connection string of Azure is shown nowhere", () =>
    Effect.gen(function* () {
      const { luml } = yield* make({ [`GET ${secrets}`]: [azure], [`GET ${secrets}/${ids.secret}`]: azure })
      const [listed] = yield* luml.bucketSecrets.list()
      const found = yield* luml.bucketSecrets.get("container")
      for (const secret of [listed, found]) {
        assert.notInclude(JSON.stringify(secret), "c2VjcmV0LWtleQ")
        assert.notInclude(inspect(secret), "c2VjcmV0LWtleQ")
        assert.isTrue(Redacted.isRedacted(secret?.endpoint) && Redacted.value(secret.endpoint) === azure.endpoint)
      }
    })
  )

  live("a bucket is tested before it is stored: write, range, clean up", () =>
    Effect.gen(function* () {
      const { calls, luml } = yield* make({
        "POST /v1/bucket-secrets/urls": urls,
        "GET /bucket/get": (request: FaultServer.RecordedRequest, nth: number) =>
          nth === 1 ? FaultServer.respond(404) : range(request),
        "PUT /bucket/put": FaultServer.respond(200),
        "DELETE /bucket/delete": null,
        [`POST ${secrets}`]: s3
      })
      yield* luml.bucketSecrets.create(create)
      assert.deepStrictEqual(calls(), [
        "POST /v1/bucket-secrets/urls",
        "GET /bucket/get",
        "PUT /bucket/put",
        "GET /bucket/get",
        "DELETE /bucket/delete",
        `POST ${secrets}`
      ])
    })
  )

  live("a test that fails stores nothing, and a user's own test_file is not touched", () =>
    Effect.gen(function* () {
      const { calls, luml } = yield* make({
        "POST /v1/bucket-secrets/urls": urls,
        "GET /bucket/get": (_: unknown, nth: number) =>
          nth === 1
            ? FaultServer.respond(200, { body: "my own data" })
            : nth <= 3
              ? FaultServer.respond(404)
              : FaultServer.respond(200, { body }),
        "PUT /bucket/put": (_: unknown, nth: number) => FaultServer.respond(nth === 1 ? 403 : 200),
        "DELETE /bucket/delete": null
      })
      assert.propertyVal(yield* failure(luml.bucketSecrets.create(create)), "step", "occupied")
      assert.notInclude(calls().join(), "PUT")
      assert.propertyVal(yield* failure(luml.bucketSecrets.create(create)), "step", "write")
      assert.propertyVal(yield* failure(luml.bucketSecrets.create(create)), "step", "range")
      assert.include(calls(), "DELETE /bucket/delete")
      assert.notInclude(calls(), `POST ${secrets}`)
    })
  )

  live("an update that would erase keys or brick the secret is refused; one with all of them is whole", () =>
    Effect.gen(function* () {
      const call = `PATCH ${secrets}/${ids.secret}`
      const { bodies, luml } = yield* make({ [`GET ${secrets}/${ids.secret}`]: s3, [call]: s3 })
      const untested = { test: false }
      for (const params of [
        { bucket_name: "other" },
        { region: null, access_key: "a", secret_key: "s" },
        { endpoint: null }
      ]) {
        assert.propertyVal(
          yield* failure(luml.bucketSecrets.update(ids.secret, params, untested)),
          "_tag",
          "ValidationError"
        )
      }
      yield* luml.bucketSecrets.update(ids.secret, { bucket_name: "other", access_key: "a", secret_key: "s" }, untested)
      assert.deepStrictEqual(bodies(call), [
        {
          bucket_name: "other",
          endpoint: "s3.example",
          region: "eu",
          access_key: "a",
          secret_key: "s",
          session_token: null,
          secure: true,
          cert_check: null
        }
      ])
    })
  )

  live("an update is tested with what will be stored before it is stored", () =>
    Effect.gen(function* () {
      const probe = `POST ${secrets}/${ids.secret}/urls`
      const { bodies, calls, luml } = yield* make({
        [`GET ${secrets}/${ids.secret}`]: s3,
        [probe]: urls,
        "GET /bucket/get": FaultServer.respond(404),
        "PUT /bucket/put": FaultServer.respond(403)
      })
      const params = { endpoint: "s4.example", access_key: "a", secret_key: "s" }
      assert.propertyVal(yield* failure(luml.bucketSecrets.update(ids.secret, params)), "step", "write")
      assert.deepInclude(Object(bodies(probe)[0]), {
        ...params,
        id: ids.secret,
        type: "s3",
        region: "eu",
        bucket_name: "bucket"
      })
      assert.notInclude(calls(), `PATCH ${secrets}/${ids.secret}`)
    })
  )

  live("an update of Azure keeps the connection string that is shown masked", () =>
    Effect.gen(function* () {
      const call = `PATCH ${secrets}/${ids.secret}`
      const { bodies, luml } = yield* make({ [`GET ${secrets}/${ids.secret}`]: azure, [call]: azure })
      yield* luml.bucketSecrets.update(ids.secret, { bucket_name: "other" }, { test: false })
      assert.deepStrictEqual(bodies(call), [{ bucket_name: "other", endpoint: azure.endpoint }])
    })
  )

  live("what get returns can be passed to update, and a mask that was printed in its place cannot", () =>
    Effect.gen(function* () {
      const call = `PATCH ${secrets}/${ids.secret}`
      const { bodies, calls, luml } = yield* make({
        [`GET ${secrets}/${ids.secret}`]: azure,
        [call]: azure,
        "POST /v1/bucket-secrets": null
      })
      const { endpoint } = yield* luml.bucketSecrets.get(ids.secret)
      yield* luml.bucketSecrets.update(ids.secret, { endpoint }, { test: false })
      assert.deepStrictEqual(bodies(call), [{ bucket_name: azure.bucket_name, endpoint: azure.endpoint }])
      for (const mask of ["<redacted>", "AccountName=acc;AccountKey=[REDACTED]"]) {
        for (const test of [true, false]) {
          const error = yield* failure(luml.bucketSecrets.update(ids.secret, { endpoint: mask }, { test }))
          assert.strictEqual(error._tag, "ValidationError")
          assert.include(error.message, "endpoint has a mask for its value")
        }
      }
      assert.lengthOf(
        calls().filter((made) => made === call),
        1
      )
    })
  )
})

describe("tracks", () => {
  const stage = (n: number, name: string) => ({
    id: id(n),
    name,
    is_used: true,
    track_id: id(20),
    created_at: created,
    updated_at: null
  })
  const track = {
    id: id(20),
    name: "churn",
    artifact_type: "model",
    description: null,
    next_version: 4,
    orbit_id: ids.orbit,
    stages: [stage(31, "production"), stage(32, "staging")],
    tags: null,
    total_entries: 3,
    created_at: created,
    updated_at: null
  }
  const entry = (version: number, stageId: string | null = null) => ({
    id: id(40 + version),
    version,
    artifact_id: id(50 + version),
    artifact_name: "a",
    artifact_description: null,
    artifact_collection_id: ids.collection,
    stage_id: stageId,
    stage_name: null,
    track_id: id(20),
    added_by: id(1),
    created_at: created,
    updated_at: null
  })
  const entriesPath = `${orbitPath}/tracks/${id(20)}/entries`
  const routes = (entries: ReadonlyArray<ReturnType<typeof entry>>) => ({
    [`GET ${orbitPath}/tracks`]: { items: [track, { ...track, id: id(21), name: "churn-2" }], cursor: null },
    [`GET ${entriesPath}`]: (request: FaultServer.RecordedRequest) => {
      const wanted = new URL(request.url, "http://h").searchParams.get("stage")
      return { items: entries.filter((one) => wanted === null || one.stage_id === wanted), cursor: null }
    },
    [`PATCH ${orbitPath}/tracks/${id(20)}`]: track,
    ...Object.fromEntries(entries.map((one) => [`PATCH ${entriesPath}/${one.id}`, one]))
  })

  live("promoting takes the stage from its holder, unless told not to", () =>
    Effect.gen(function* () {
      const { bodies, luml, server } = yield* make(routes([entry(3), entry(2, id(31)), entry(1)]))
      yield* luml.tracks.promote("churn", 3, "production")
      yield* luml.tracks.promote("churn", { artifactId: id(51) }, "production", { force: false })
      yield* luml.tracks.promote("churn", 2, "production")
      assert.deepStrictEqual(bodies(`PATCH ${entriesPath}/${id(43)}`), [{ stage_id: id(31) }])
      const patches = server.requests
        .filter((request) => request.method === "PATCH")
        .map((request) => request.url.split("?")[1])
      assert.deepStrictEqual(patches, ["force=true", "force=false"])
    })
  )

  live("rolling back gives the stage to the version before, and says when there is none", () =>
    Effect.gen(function* () {
      const { bodies, luml } = yield* make(routes([entry(4, id(31)), entry(3, id(32)), entry(2), entry(1)]))
      yield* luml.tracks.rollback("churn", "production")
      assert.deepStrictEqual(bodies(`PATCH ${entriesPath}/${id(42)}`), [{ stage_id: id(31) }])
      const first = yield* make(routes([entry(1, id(31))]))
      assert.propertyVal(yield* failure(first.luml.tracks.rollback("churn", "production")), "_tag", "ConflictError")
      assert.propertyVal(yield* failure(first.luml.tracks.rollback("churn", "staging")), "_tag", "ConflictError")
      assert.propertyVal(yield* failure(first.luml.tracks.rollback("churn", "nowhere")), "_tag", "NotFoundError")
    })
  )

  live("an unknown stage fails with the stages of the track", () =>
    Effect.gen(function* () {
      const { luml } = yield* make(routes([entry(1)]))
      const calls: ReadonlyArray<Effect.Effect<unknown, PlaceError>> = [
        luml.tracks.promote("churn", 1, "prod"),
        luml.tracks.atStage("churn", "prod"),
        luml.tracks.removeStage("churn", "prod"),
        Stream.runCollect(luml.tracks.listVersions("churn", { stage: "prod" }))
      ]
      for (const call of calls) {
        const error = yield* failure(call)
        assert.propertyVal(error, "_tag", "NotFoundError")
        assert.include(error.message, 'no stage "prod"; its stages are "production", "staging"')
      }
    })
  )

  live("a stage nobody holds and a version that is not there are no 500", () =>
    Effect.gen(function* () {
      const { calls, luml } = yield* make(routes([entry(1)]))
      assert.isUndefined(yield* luml.tracks.atStage("churn", "production"))
      assert.propertyVal(yield* failure(luml.tracks.getVersion("churn", 9)), "_tag", "NotFoundError")
      assert.isTrue(calls().every((call) => !call.includes("by-stage")))
    })
  )

  live("adding, renaming and removing a stage keeps the others; demoting says null, not nothing", () =>
    Effect.gen(function* () {
      const { bodies, luml } = yield* make(routes([entry(1, id(31))]))
      yield* luml.tracks.addStage("churn", "archive")
      yield* luml.tracks.renameStage("churn", "staging", "canary")
      yield* luml.tracks.removeStage("churn", "staging")
      assert.deepStrictEqual(bodies(`PATCH ${orbitPath}/tracks/${id(20)}`), [
        { stages: [{ id: id(31), name: "production" }, { id: id(32), name: "staging" }, { name: "archive" }] },
        {
          stages: [
            { id: id(31), name: "production" },
            { id: id(32), name: "canary" }
          ]
        },
        { stages: [{ id: id(31), name: "production" }] }
      ])
      yield* luml.tracks.demote("churn", 1)
      assert.deepStrictEqual(bodies(`PATCH ${entriesPath}/${id(41)}`), [{ stage_id: null }])
    })
  )

  live("a version is found by its number, its own id or its artifact", () =>
    Effect.gen(function* () {
      const { luml } = yield* make(routes([entry(3), entry(2), entry(1)]))
      for (const reference of [2, { entryId: id(42) }, { artifactId: id(52) }]) {
        assert.strictEqual((yield* luml.tracks.getVersion("churn", reference)).id, id(42))
      }
    })
  )

  live("an update of a track sends only what is given; name and stages cannot be null", () =>
    Effect.gen(function* () {
      const call = `PATCH ${orbitPath}/tracks/${id(20)}`
      const { bodies, luml } = yield* make(routes([]))
      yield* luml.tracks.update("churn", { description: null, tags: null })
      yield* luml.tracks.update("churn", { name: "n" })
      assert.deepStrictEqual(bodies(call), [{ description: null, tags: null }, { name: "n" }])
      for (const params of [{ name: null }, { stages: null }]) {
        assert.propertyVal(yield* failure(luml.tracks.update("churn", params)), "_tag", "ValidationError")
      }
      assert.lengthOf(bodies(call), 2)
    })
  )

  live("creating a track without stages sends an empty list and not null", () =>
    Effect.gen(function* () {
      const call = `POST ${orbitPath}/tracks`
      const { bodies, luml } = yield* make({ [call]: track })
      yield* luml.tracks.create({ name: "churn", artifact_type: "model" })
      assert.deepStrictEqual(bodies(call), [{ name: "churn", artifact_type: "model", stages: [] }])
    })
  )
})
