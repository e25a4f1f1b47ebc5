/** The whole way of an artifact against the emulated registry, in its strict mode with all quirks and in its fixed mode. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { startEmulator } from "@trilum/emulator"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { createLuml } from "../src/promise.js"
import * as Artifact from "./support/artifact.js"
import { emulated, small } from "./support/emulated.js"
import { failure, live as test } from "./support/harness.js"

const MiB = 1024 * 1024

for (const mode of ["strict", "fixed"] as const) {
  describe(`the emulated registry, ${mode}`, () => {
    for (const [how, size] of [
      ["in one piece", 200_000],
      ["in parts", 3 * MiB]
    ] as const) {
      test(`an artifact goes up, comes down the same and goes away (${how})`, () =>
        Effect.gen(function* () {
          const { emulator, luml } = yield* emulated({ mode })
          const { bytes, folder, path } = yield* Artifact.file(size)
          const artifact = yield* luml.artifacts.upload(path, { tags: ["a"] })
          assert.strictEqual(artifact.status, "uploaded")
          assert.strictEqual(artifact.type, "dataset")
          const { objects, uploads } = yield* emulator.storage
          assert.deepStrictEqual(
            objects.map((object) => [object.size, object.sha256]),
            [[bytes.length, artifact.file_hash]]
          )
          assert.deepStrictEqual(uploads, [])
          const copy = yield* luml.artifacts.download("model.luml", join(folder, "copy.luml"), { partSize: MiB })
          assert.isTrue(readFileSync(copy.path).equals(bytes))
          const manifest = yield* luml.artifacts.readMember(artifact, "manifest.json")
          assert.strictEqual(Buffer.from(manifest).toString(), Artifact.manifest)
          yield* luml.artifacts.delete(artifact)
          assert.deepStrictEqual((yield* emulator.storage).objects, [])
          assert.isUndefined(yield* luml.artifacts.find(artifact.id))
        }))
    }

    test("a leaderboard by a metric has every artifact once, best first", () =>
      Effect.gen(function* () {
        const { luml } = yield* emulated({ mode })
        const scores = [0.3, 0.9, 0.1, 0.7, 0.5]
        for (const F1 of scores) {
          const meta = JSON.stringify([
            { id: "m", producer_tags: ["dataforce.studio::registry_metrics:v1"], payload: { metrics: { F1 } } }
          ])
          yield* luml.artifacts.upload(Artifact.artifact(10, { "meta.json": meta }), { fileName: `m${F1}.luml` })
        }
        const listed = yield* Stream.runCollect(luml.artifacts.listAll({ sort_by: "F1", limit: 2 }))
        assert.deepStrictEqual(
          Chunk.toReadonlyArray(listed).map((artifact) => artifact.extra_values["F1"]),
          [...scores].sort((a, b) => b - a)
        )
      }))

    for (const order of ["asc", "desc"] as const) {
      test(`a list of the whole orbit under a metric has every artifact once (${order})`, () =>
        Effect.gen(function* () {
          const { luml } = yield* emulated({ mode })
          const made: Array<string> = []
          for (const n of [1, 2, 3, 4, 5]) {
            made.push((yield* luml.artifacts.upload(Artifact.artifact(n), { fileName: `m${n}.luml` })).id)
          }
          const params = { collection_ids: [], sort_by: "F1", order, limit: 2 }
          const listed = yield* Stream.runCollect(luml.artifacts.listAll(params))
          assert.sameMembers(
            [...listed].map(({ id }) => id),
            made
          )
          assert.strictEqual(Chunk.size(listed), made.length)
        }))
    }

    test("collections, tracks and stages do what they say", () =>
      Effect.gen(function* () {
        const { luml } = yield* emulated({ mode })
        const made = yield* luml.collections.create({ name: "more", description: "d", type: "mixed", tags: ["x"] })
        const renamed = yield* luml.collections.update("more", { name: "most" })
        assert.deepStrictEqual([renamed.name, renamed.description, renamed.tags], ["most", "d", ["x"]])
        const most = luml.withCollection(made.id)
        const artifacts = yield* Effect.forEach([1, 2, 3], (n) =>
          most.artifacts.upload(Artifact.artifact(n), { fileName: `m${n}.luml` })
        )
        yield* luml.tracks.create({ name: "numbers", artifact_type: "dataset", stages: ["production"] })
        for (const artifact of artifacts) yield* luml.tracks.addArtifact("numbers", artifact.id)
        yield* luml.tracks.promote("numbers", 2, "production")
        yield* luml.tracks.promote("numbers", 3, "production")
        assert.strictEqual((yield* luml.tracks.atStage("numbers", "production"))?.version, 3)
        yield* luml.tracks.rollback("numbers", "production")
        assert.strictEqual((yield* luml.tracks.atStage("numbers", "production"))?.version, 2)
        const held = yield* failure(most.artifacts.delete(artifacts[1]!))
        assert.propertyVal(held, "_tag", "ConflictError")
        yield* luml.tracks.addStage("numbers", "canary")
        yield* luml.tracks.demote("numbers", 2)
        assert.isUndefined(yield* luml.tracks.atStage("numbers", "production"))
        assert.propertyVal(yield* failure(luml.collections.delete("most")), "_tag", "ConflictError")
      }))

    test("a bucket is tested, stored, updated whole and read without its keys", () =>
      Effect.gen(function* () {
        const { emulator, luml } = yield* emulated({ mode })
        const stored = yield* luml.bucketSecrets.create({
          type: "azure",
          bucket_name: "container",
          endpoint: `DefaultEndpointsProtocol=http;AccountName=emulator;AccountKey=ZW11bGF0b3I=;BlobEndpoint=${emulator.url}/storage`
        })
        assert.notInclude(JSON.stringify(stored), "ZW11bGF0b3I")
        assert.deepStrictEqual((yield* emulator.storage).objects, [])
        yield* luml.bucketSecrets.test("container")
        // Artifacts of the orbit go to Azure from here on.
        yield* luml.orbits.update("research", { bucket_secret_id: stored.id })
        for (const size of [100_000, 2 * MiB]) {
          const bytes = Artifact.artifact(size)
          const artifact = yield* luml.artifacts.upload(bytes, { fileName: "azure.luml" })
          assert.isTrue(Buffer.from(yield* luml.artifacts.bytes(artifact)).equals(bytes))
        }
        assert.deepStrictEqual(
          (yield* emulator.storage).objects.map((object) => object.flavor),
          ["azure", "azure"]
        )
      }))
  })
}

it("the promise surface does the same, with progress and a signal", async () => {
  const { url, stop } = await start()
  const luml = createLuml({ apiKey: "dfs_test", baseUrl: url })
  try {
    const bytes = Artifact.artifact(2 * MiB)
    let done = 0
    const artifact = await luml.artifacts.upload(bytes, {
      fileName: "model.luml",
      progress: (progress) => {
        if (progress.phase === "upload") done = progress.done
      }
    })
    assert.strictEqual(done, bytes.length)
    assert.isTrue(Buffer.from(await luml.artifacts.bytes(artifact)).equals(bytes))
    const parts: Array<Uint8Array> = []
    for await (const part of luml.artifacts.stream(artifact)) parts.push(part)
    assert.isTrue(Buffer.concat(parts).equals(bytes))
    const place = await luml.withCollection("main").place()
    assert.strictEqual(place.collectionId, artifact.collection_id)
    const aborted = AbortSignal.abort(new Error("enough"))
    const error = await luml.artifacts.bytes(artifact, { signal: aborted }).catch((failed: unknown) => failed)
    assert.propertyVal(error, "name", "AbortError")
    const missing = await luml.artifacts.get("absent").catch((failed: unknown) => failed)
    assert.propertyVal(missing, "_tag", "NotFoundError")
    assert.instanceOf(missing, Error)
  } finally {
    await luml.close()
    await stop()
  }
})

const start = async () => {
  const emulator = await startEmulator({ luml: { multipart: small } })
  return { url: emulator.urls.luml, stop: () => emulator.stop() }
}
