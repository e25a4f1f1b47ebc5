/**
 * Artifacts in real object stores: the built client and the built emulator, whose registry signs URLs of s3rver and
 * Azurite. Single and multipart uploads, whole, ranged and member downloads, deletion.
 */
import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import { startEmulator } from "../packages/emulator/dist/promise.js"
import { createLuml, NotFoundError } from "../packages/luml/dist/promise.js"
import { dataset } from "./dataset.mjs"
import { startAzure, startS3 } from "./stores.mjs"

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")

const multipart = { threshold: 4 * 2 ** 20, partSize: 5 * 2 ** 20 }

for (const [name, start] of [
  ["s3rver", startS3],
  ["Azurite", startAzure]
]) {
  describe(name, () => {
    let folder, store, emulator, luml

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "trilum-e2e-"))
      store = await start(join(folder, "store"), "artifacts")
      emulator = await startEmulator({ luml: { multipart, mode: "fixed", limits: { orbits: 10 } } })
      const owner = createLuml({ apiKey: "dfs_e2e", baseUrl: emulator.urls.luml })
      const secret = await owner.bucketSecrets.create(store.secret)
      const orbit = await owner.orbits.create({ name, bucket_secret_id: secret.id })
      const inOrbit = owner.withOrbit(orbit.id)
      const collection = await inOrbit.collections.create({ name: "all", description: "", type: "mixed" })
      await owner.close()
      luml = createLuml({
        apiKey: "dfs_e2e",
        baseUrl: emulator.urls.luml,
        orbit: orbit.id,
        collection: collection.id
      })
    })

    after(async () => {
      await luml?.close()
      await emulator?.stop()
      await store?.stop()
      await rm(folder, { recursive: true, force: true })
    })

    for (const [kind, size] of [
      ["in one piece", 2 ** 20],
      ["in parts", 17 * 2 ** 20]
    ]) {
      it(`an artifact uploaded ${kind} comes back byte for byte, whole and member by member, and is gone once deleted`, async () => {
        const { bytes, chunk } = dataset(size)
        const path = join(folder, `${size}.tar`)
        await writeFile(path, bytes)

        const artifact = await luml.artifacts.upload(path)
        assert.equal(artifact.status, "uploaded")
        assert.equal(artifact.file_hash, sha256(bytes))

        const target = join(folder, `${size}.copy.tar`)
        await luml.artifacts.download(artifact, target, { partSize: 3 * 2 ** 20 })
        assert.equal(sha256(await readFile(target)), sha256(bytes))
        assert.equal(sha256(await luml.artifacts.bytes(artifact)), sha256(bytes))

        const read = await luml.artifacts.readMember(artifact, "data/main/train/chunk_000.csv")
        assert.equal(sha256(read), sha256(chunk))

        await luml.artifacts.delete(artifact)
        await assert.rejects(luml.artifacts.downloadUrl(artifact), NotFoundError)
      })
    }
  })
}
