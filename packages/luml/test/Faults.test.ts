/** What networks and storages do to a transfer: it ends whole, or in a typed error with its record settled. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Artifact from "./support/artifact.js"
import { emulated } from "./support/emulated.js"
import { client, failure, live } from "./support/harness.js"
import * as Registry from "./support/Registry.js"

const MiB = 1024 * 1024
const inParts = { multipartAbove: 1 * MiB, partSize: 1 * MiB }

describe("on the way up", () => {
  for (const storage of ["s3", "azure"] as const) {
    live(`a part that is corrupted on the way is refused by its MD5 and sent again (${storage})`, () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make({
          storage,
          ...inParts,
          fault: (hit, nth) => (hit.kind === "part" && hit.part === 2 && nth === 1 ? "corrupt" : undefined)
        })
        const luml = yield* client(registry)
        const { bytes, path } = yield* Artifact.file(3 * MiB)
        const artifact = yield* luml.artifacts.upload(path)
        assert.strictEqual(artifact.status, "uploaded")
        assert.isTrue(registry.objects.get(artifact.bucket_location)?.equals(bytes))
        assert.deepStrictEqual(
          registry
            .of("part")
            .map((hit) => hit.part)
            .sort(),
          [1, 2, 2, 3, 4]
        )
      })
    )

    live(`a URL of a single upload that has run out ends it: told as expired, settled, not repeated (${storage})`, () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make({ storage, urlLife: -1 })
        const luml = yield* client(registry)
        const { folder, path } = yield* Artifact.file(1000)
        const error = yield* failure(luml.artifacts.upload(path))
        assert.propertyVal(error, "_tag", "FileUploadError")
        assert.propertyVal(error, "reason", "expired")
        assert.propertyVal(error, "recordStatus", "upload_failed")
        assert.strictEqual(registry.only().status, "upload_failed")
        assert.strictEqual(registry.of("put").length, 1)
        assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
      })
    )
  }

  live(
    "an ETag that is not the part's makes the storage refuse the whole: told, settled, and the next try begins anew",
    () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make({
          ...inParts,
          fault: (hit) => (hit.kind === "part" && hit.part === 2 ? "wrongEtag" : undefined)
        })
        const luml = yield* client(registry)
        const { bytes, folder, path } = yield* Artifact.file(3 * MiB)
        const error = yield* failure(luml.artifacts.upload(path, { unfinished: "keep" }))
        assert.propertyVal(error, "_tag", "FileUploadError")
        assert.propertyVal(error, "code", "InvalidPart")
        assert.propertyVal(error, "recordStatus", "upload_failed")
        assert.strictEqual(registry.only().status, "upload_failed")
        assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
        registry.settings.fault = () => undefined
        const artifact = yield* luml.artifacts.upload(path)
        assert.isTrue(registry.objects.get(artifact.bucket_location)?.equals(bytes))
      })
  )

  live("a body that is cut on its way up is sent again as a whole", () =>
    Effect.gen(function* () {
      const { emulator, luml } = yield* emulated()
      for (const operation of ["putObject", "uploadPart"]) {
        yield* emulator.fault({
          match: { platform: "storage", operation },
          upload: { reset: 70_000 },
          times: 2
        })
      }
      for (const size of [200_000, 2 * MiB]) {
        const { bytes, path } = yield* Artifact.file(size)
        const artifact = yield* luml.artifacts.upload(path)
        assert.strictEqual(artifact.status, "uploaded")
        assert.isTrue(Buffer.from(yield* luml.artifacts.bytes(artifact)).equals(bytes))
      }
      const cut = (yield* emulator.requests).filter(({ faulted }) => faulted)
      assert.strictEqual(cut.length, 4)
      assert.deepStrictEqual((yield* emulator.storage).uploads, [])
    })
  )

  for (const [how, settings] of [
    ["in one piece", {}],
    ["in parts", inParts]
  ] as const) {
    live(`a storm of 503 that does not end settles the record (${how})`, () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make({
          ...settings,
          fault: (hit) => (hit.kind === "api" ? undefined : { status: 503, code: "SlowDown" })
        })
        const luml = yield* client(registry)
        const { folder, path } = yield* Artifact.file(2 * MiB)
        const error = yield* failure(luml.artifacts.upload(path))
        assert.propertyVal(error, "_tag", "FileUploadError")
        assert.propertyVal(error, "status", 503)
        assert.propertyVal(error, "code", "SlowDown")
        assert.strictEqual(registry.only().status, "upload_failed")
        assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
      })
    )
  }
})

describe("on the way down", () => {
  live("a download asks for the bytes as they are stored", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const artifact = yield* luml.artifacts.upload(Artifact.artifact(1000), { fileName: "model.luml" })
      yield* luml.artifacts.bytes(artifact)
      yield* luml.artifacts.readMember(artifact, "manifest.json")
      assert.deepStrictEqual(
        registry.of("get").map((hit) => hit.headers["accept-encoding"]),
        ["identity", "identity"]
      )
    })
  )

  live("a storm of 503 is waited out, and one that does not end leaves nothing under the name", () =>
    Effect.gen(function* () {
      const { emulator, luml } = yield* emulated()
      const bytes = Artifact.artifact(2 * MiB)
      const artifact = yield* luml.artifacts.upload(bytes, { fileName: "model.luml" })
      const folder = yield* Artifact.folder
      const path = join(folder, "copy.luml")
      const storm = { platform: "storage", method: "GET" } as const
      yield* emulator.fault({ match: storm, status: 503, times: 3 })
      yield* luml.artifacts.download(artifact, path, { partSize: MiB })
      assert.isTrue(readFileSync(path).equals(bytes))
      yield* emulator.fault({ match: storm, status: 503 })
      const error = yield* failure(luml.artifacts.download(artifact, join(folder, "none.luml"), { resume: false }))
      assert.propertyVal(error, "_tag", "FileDownloadError")
      assert.propertyVal(error, "status", 503)
      assert.deepStrictEqual(Artifact.names(folder), ["copy.luml"])
      assert.strictEqual((yield* luml.artifacts.get(artifact)).status, "uploaded")
    })
  )

  live("a body that ends early though properly is fetched on, and is an error when no more comes", () =>
    Effect.gen(function* () {
      const { emulator, luml } = yield* emulated()
      const bytes = Artifact.artifact(300_000)
      const artifact = yield* luml.artifacts.upload(bytes, { fileName: "model.luml" })
      const folder = yield* Artifact.folder
      const match = { platform: "storage", method: "GET" } as const
      yield* emulator.fault({ match, truncate: 100_000, times: 1 })
      const { path } = yield* luml.artifacts.download(artifact, join(folder, "copy.luml"))
      assert.isTrue(readFileSync(path).equals(bytes))
      yield* emulator.fault({ match, truncate: 0 })
      const error = yield* failure(luml.artifacts.download(artifact, join(folder, "none.luml"), { resume: false }))
      assert.oneOf(error._tag, ["FileDownloadError", "IntegrityError"])
      assert.deepStrictEqual(Artifact.names(folder), ["copy.luml"])
    })
  )
})
