import { execFileSync } from "node:child_process"
import {
  createReadStream,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from "node:fs"
import { writeFile } from "node:fs/promises"
import { Readable } from "node:stream"
import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as Progress from "@trilum/core/Progress"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as Content from "../src/transfer/Content.js"
import * as Artifact from "./support/artifact.js"
import { client, failure, live } from "./support/harness.js"
import * as Registry from "./support/Registry.js"

const MiB = 1024 * 1024
const inParts = { multipartAbove: 1 * MiB, partSize: 1 * MiB }
const sha256 = (registry: Registry.Registry): Buffer | undefined =>
  registry.objects.get(registry.only().bucket_location)

describe("what is checked before anything is sent", () => {
  live("a file that is no artifact, too large or not there costs no request", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const { folder, path } = yield* Artifact.file(100)
      writeFileSync(`${folder}/model.zip`, "x")
      writeFileSync(`${folder}/text.luml`, "this is no tar\n".repeat(100))
      const reasons = yield* Effect.forEach(
        [
          luml.artifacts.upload(`${folder}/model.zip`),
          luml.artifacts.upload(`${folder}/text.luml`),
          luml.artifacts.upload(`${folder}/absent.luml`),
          luml.artifacts.upload(folder),
          luml.artifacts.upload(path, { maxSize: 1000 }),
          luml.artifacts.upload(path, { fileName: "a:b.luml" }),
          luml.artifacts.upload(new Uint8Array(10))
        ],
        (upload) => Effect.map(failure(upload), (error) => (error._tag === "LocalFileError" ? error.code : error))
      )
      assert.deepStrictEqual(reasons, [
        "EXTENSION_NOT_ALLOWED",
        "NOT_AN_ARCHIVE",
        "ENOENT",
        "EXTENSION_MISSING",
        "TOO_LARGE",
        "INVALID_NAME",
        "INVALID_NAME"
      ])
      assert.deepStrictEqual(registry.hits, [])
    })
  )

  live("the limit is 5 GiB to the byte, and an empty file is no artifact", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const folder = yield* Artifact.folder
      const reasons: Array<unknown> = []
      for (const size of [5 * 1024 ** 3, 5 * 1024 ** 3 + 1, 0]) {
        // Without content, but for what says at once that this is no archive.
        const path = `${folder}/${size}.luml`
        writeFileSync(path, "no archive".repeat(100))
        truncateSync(path, size)
        const error = yield* failure(luml.artifacts.upload(path))
        reasons.push(error._tag === "LocalFileError" ? error.code : error, (yield* failure(luml.inspect(path))).code)
      }
      assert.deepStrictEqual(reasons, [
        "NOT_AN_ARCHIVE",
        "NOT_AN_ARCHIVE",
        "TOO_LARGE",
        "TOO_LARGE",
        "NOT_AN_ARCHIVE",
        "NOT_AN_ARCHIVE"
      ])
      assert.deepStrictEqual(registry.hits, [])
    })
  )

  live("a path that no file can have and a device are typed errors", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const folder = yield* Artifact.folder
      symlinkSync("/dev/null", `${folder}/device.luml`)
      const reasons = yield* Effect.forEach(
        [`${folder}/a\u0000b.luml`, `${folder}/${"x".repeat(300)}.luml`, `${folder}/device.luml`],
        (path) => Effect.map(failure(luml.inspect(path)), ({ reason }) => reason)
      )
      assert.deepStrictEqual(reasons, ["invalid_name", "invalid_name", "input_output"])
    })
  )
})

describe("small artifacts", () => {
  for (const storage of ["s3", "azure"] as const) {
    live(`one PUT and a record that says uploaded (${storage})`, () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make({ storage })
        const luml = yield* client(registry)
        const { bytes, folder, path } = yield* Artifact.file(300_000)
        const artifact = yield* luml.artifacts.upload(path, { name: "numbers", tags: ["a"], description: "d" })
        assert.strictEqual(artifact.status, "uploaded")
        assert.strictEqual(artifact.name, "numbers")
        assert.deepStrictEqual(sha256(registry), bytes)
        assert.strictEqual(registry.of("put").length, 1)
        assert.isDefined(registry.of("put")[0]?.headers["content-md5"])
        assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
      })
    )
  }

  live("bytes, Blobs, streams and iterables are uploaded as files are", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const bytes = Artifact.artifact(100_000)
      const fileName = "m.luml"
      const sources = [
        bytes,
        new Blob([new Uint8Array(bytes)]),
        Stream.make(bytes.subarray(0, 999), bytes.subarray(999)),
        Readable.from([bytes.subarray(0, 50_000), bytes.subarray(50_000)]),
        new Blob([new Uint8Array(bytes)]).stream(),
        Uint8Array.from(bytes).buffer,
        new Response(new Uint8Array(bytes))
      ]
      for (const source of sources) {
        const artifact = yield* luml.artifacts.upload(source, { fileName })
        assert.deepStrictEqual(registry.objects.get(artifact.bucket_location), bytes)
      }
      assert.strictEqual(registry.objects.size, sources.length)
    })
  )

  live("a source that has a name needs no fileName", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const { bytes, path } = yield* Artifact.file(10_000)
      const sources = [
        new File([new Uint8Array(bytes)], "model.luml"),
        { filename: "model.luml", content: bytes },
        createReadStream(path),
        Object.defineProperty(new Response(new Uint8Array(bytes)), "url", { value: "https://files.example/model.luml" })
      ]
      for (const source of sources) {
        const artifact = yield* luml.artifacts.upload(source)
        assert.strictEqual(artifact.file_name, "model.luml")
        assert.deepStrictEqual(registry.objects.get(artifact.bucket_location), bytes)
      }
    })
  )

  live("a part that was changed on the way is noticed by its MD5 and sent again", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        fault: (hit, nth) => (hit.kind === "put" && nth === 1 ? "corrupt" : undefined)
      })
      const luml = yield* client(registry)
      const { bytes, path } = yield* Artifact.file(10_000)
      yield* luml.artifacts.upload(path)
      assert.deepStrictEqual(sha256(registry), bytes)
      assert.strictEqual(registry.of("put").length, 2)
    })
  )

  live("a status that was written but whose answer was lost counts as written", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        fault: (hit, nth) => (hit.kind === "api" && hit.method === "PATCH" && nth === 1 ? "lose" : undefined)
      })
      const luml = yield* client(registry)
      const { path } = yield* Artifact.file(1_000)
      const artifact = yield* luml.artifacts.upload(path)
      assert.strictEqual(artifact.status, "uploaded")
    })
  )

  live("a record that is refused leaves nothing behind, and creating is never repeated", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        fault: (hit) => (hit.kind === "api" && hit.method === "POST" ? { status: 503 } : undefined)
      })
      const luml = yield* client(registry)
      const { folder, path } = yield* Artifact.file(1_000)
      const error = yield* failure(luml.artifacts.upload(path))
      assert.strictEqual(error._tag, "ServerError")
      assert.strictEqual(registry.calls().filter((call) => call.startsWith("POST")).length, 1)
      assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
    })
  )
})

describe("artifacts in parts", () => {
  for (const storage of ["s3", "azure"] as const) {
    live(`parts arrive in any order and are put together in theirs (${storage})`, () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make({ storage, ...inParts, partSize: 100_000 })
        const luml = yield* client(registry)
        const { bytes, folder, path } = yield* Artifact.file(2 * MiB)
        const artifact = yield* luml.artifacts.upload(path, { concurrency: 3 })
        assert.strictEqual(artifact.status, "uploaded")
        assert.isTrue(sha256(registry)?.equals(bytes))
        assert.strictEqual(registry.of("part").length, Math.ceil(bytes.length / 100_000))
        assert.isTrue(registry.of("part").every((hit) => hit.headers["content-md5"] !== undefined))
        assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
      })
    )
  }

  live("a storm of 503, resets and lost answers is survived without a byte too few", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit, nth) =>
          hit.kind === "part" && nth <= 2
            ? nth === 1
              ? { status: 503, code: "SlowDown" }
              : "reset"
            : hit.kind === "complete" && nth === 1
              ? { status: 503 }
              : undefined
      })
      const luml = yield* client(registry)
      const { bytes, path } = yield* Artifact.file(3 * MiB)
      yield* luml.artifacts.upload(path)
      assert.isTrue(sha256(registry)?.equals(bytes))
    })
  )

  live("a completion whose answer was lost is found done, not done again", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit, nth) => (hit.kind === "complete" && nth === 1 ? "lose" : undefined)
      })
      const luml = yield* client(registry)
      const { bytes, path } = yield* Artifact.file(2 * MiB)
      const artifact = yield* luml.artifacts.upload(path)
      assert.strictEqual(artifact.status, "uploaded")
      assert.strictEqual(registry.of("complete").length, 1)
      assert.isTrue(sha256(registry)?.equals(bytes))
    })
  )

  live("an error inside a 200 is an error: tried again, then told, with the record settled", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit, nth) => (hit.kind === "complete" && nth === 1 ? "error200" : undefined)
      })
      const luml = yield* client(registry)
      const { path } = yield* Artifact.file(2 * MiB)
      assert.strictEqual((yield* luml.artifacts.upload(path)).status, "uploaded")
      registry.settings.fault = (hit) => (hit.kind === "complete" ? "error200" : undefined)
      registry.artifacts.clear()
      const error = yield* failure(luml.artifacts.upload(path))
      assert.propertyVal(error, "_tag", "FileUploadError")
      assert.propertyVal(error, "reason", "incomplete")
      assert.propertyVal(error, "recordStatus", "upload_failed")
      assert.strictEqual(registry.only().status, "upload_failed")
    })
  )

  live("a part without an ETag ends the upload with a settled record", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit) => (hit.kind === "part" ? "noEtag" : undefined)
      })
      const luml = yield* client(registry)
      const { path } = yield* Artifact.file(2 * MiB)
      const error = yield* failure(luml.artifacts.upload(path))
      assert.propertyVal(error, "reason", "no_etag")
      assert.strictEqual(registry.only().status, "upload_failed")
      assert.strictEqual(registry.of("complete").length, 0)
    })
  )

  live("expired part URLs are signed anew, once for all parts", () =>
    Effect.gen(function* () {
      let rejected = 0
      let arrived = 0
      let release = (): void => {}
      const both = new Promise<void>((resolve) => {
        release = resolve
      })
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit) => (hit.kind === "part" && rejected++ < 2 ? { status: 403, code: "AccessDenied" } : undefined),
        // Both parts have the URLs of the first plan when the first of them is refused.
        delay: (hit) => {
          if (hit.kind !== "part" || arrived >= 2) return undefined
          if (++arrived === 2) release()
          return both
        }
      })
      const luml = yield* client(registry)
      const { bytes, path } = yield* Artifact.file(4 * MiB)
      yield* luml.artifacts.upload(path, { concurrency: 2 })
      assert.isTrue(sha256(registry)?.equals(bytes))
      const plans = registry.calls().filter((call) => call === "POST /v1/bucket-secrets/upload/multipart")
      assert.lengthOf(plans, 2)
    })
  )

  live("a storage that stays broken settles the record and tells no signed URL", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit) => (hit.kind === "part" ? { status: 500, code: "InternalError" } : undefined)
      })
      const luml = yield* client(registry)
      const { folder, path } = yield* Artifact.file(2 * MiB)
      const error = yield* failure(luml.artifacts.upload(path))
      assert.propertyVal(error, "_tag", "FileUploadError")
      assert.propertyVal(error, "status", 500)
      assert.strictEqual(registry.only().status, "upload_failed")
      assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
      const shown = `${inspect(error, { depth: 9 })}${JSON.stringify(error)}${error.stack}`
      for (const secret of [Registry.apiKey, "X-Amz-Signature", "orbit-", "uploadId="]) assert.notInclude(shown, secret)
    })
  )

  live("interrupting an upload settles its record and leaves no file", () =>
    Effect.gen(function* () {
      const reached = yield* Deferred.make<void>()
      const registry = yield* Registry.make({
        ...inParts,
        delay: (hit) => {
          if (hit.kind !== "part" || hit.part !== 2) return undefined
          Effect.runSync(Deferred.succeed(reached, undefined))
          return new Promise(() => undefined)
        }
      })
      const luml = yield* client(registry)
      const { folder, path } = yield* Artifact.file(4 * MiB)
      const fiber = yield* Effect.fork(luml.artifacts.upload(path, { concurrency: 1 }))
      yield* Deferred.await(reached)
      const exit = yield* Fiber.interrupt(fiber)
      assert.strictEqual(exit._tag, "Failure")
      assert.strictEqual(registry.only().status, "upload_failed")
      assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
    })
  )

  live("interrupting an upload while its record is made settles that record, too", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const { folder, path } = yield* Artifact.file(10_000)
      for (const state of [undefined, false] as const) {
        const reached = yield* Deferred.make<void>()
        let answer = (): void => undefined
        registry.settings.delay = (hit) => {
          if (hit.kind !== "api" || hit.method !== "POST") return undefined
          Effect.runSync(Deferred.succeed(reached, undefined))
          return new Promise((resolve) => {
            answer = resolve
          })
        }
        const fiber = yield* Effect.fork(luml.artifacts.upload(path, { state }))
        yield* Deferred.await(reached)
        const interrupting = yield* Effect.fork(Fiber.interrupt(fiber))
        yield* Effect.yieldNow()
        answer()
        assert.strictEqual((yield* Fiber.join(interrupting))._tag, "Failure")
      }
      assert.deepStrictEqual(
        [...registry.artifacts.values()].map(({ status }) => status),
        ["upload_failed", "upload_failed"]
      )
      assert.deepStrictEqual(registry.of("put"), [])
      assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
    })
  )

  live("an interrupted upload in one piece that is to be kept leaves no record, or one that says it failed", () =>
    Effect.gen(function* () {
      for (const left of [[], ["upload_failed"]]) {
        const reached = yield* Deferred.make<void>()
        const registry = yield* Registry.make({
          delay: (hit) => {
            if (hit.kind !== "put") return undefined
            Effect.runSync(Deferred.succeed(reached, undefined))
            return new Promise(() => undefined)
          },
          fault: (hit) => (left.length > 0 && hit.path.endsWith("/delete-url") ? { status: 403 } : undefined)
        })
        const luml = yield* client(registry)
        const { folder, path } = yield* Artifact.file(10_000)
        const fiber = yield* Effect.fork(luml.artifacts.upload(path, { unfinished: "keep" }))
        yield* Deferred.await(reached)
        yield* Fiber.interrupt(fiber)
        assert.deepStrictEqual(
          [...registry.artifacts.values()].map(({ status }) => status),
          left
        )
        assert.strictEqual(registry.objects.size, 0)
        assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
      }
    })
  )

  live("an interrupted upload that is kept goes on with the parts that are missing", () =>
    Effect.gen(function* () {
      const reached = yield* Deferred.make<void>()
      const registry = yield* Registry.make({
        ...inParts,
        delay: (hit) => {
          if (hit.kind !== "part" || hit.part !== 3) return undefined
          Effect.runSync(Deferred.succeed(reached, undefined))
          return new Promise(() => undefined)
        }
      })
      const luml = yield* client(registry)
      const { bytes, folder, path } = yield* Artifact.file(4 * MiB)
      const fiber = yield* Effect.fork(luml.artifacts.upload(path, { concurrency: 1, unfinished: "keep" }))
      yield* Deferred.await(reached)
      yield* Fiber.interrupt(fiber)
      assert.strictEqual(registry.only().status, "pending_upload")
      assert.strictEqual(Artifact.names(folder).length, 2)
      const state = readFileSync(`${folder}/${Artifact.names(folder)[0]}`, "utf8")
      assert.notInclude(state, "Signature")
      assert.notInclude(state, Registry.apiKey)
      registry.settings.delay = () => undefined
      const before = registry.of("part").length
      // Nothing of it is lost while the registry cannot be reached.
      registry.settings.fault = (hit) => (hit.kind === "api" ? "reset" : undefined)
      assert.propertyVal(yield* failure(luml.artifacts.upload(path)), "_tag", "TransportError")
      registry.settings.fault = () => undefined
      const artifact = yield* luml.artifacts.upload(path, { concurrency: 1 })
      assert.strictEqual(artifact.status, "uploaded")
      assert.deepStrictEqual(
        registry
          .of("part")
          .slice(before)
          .map((hit) => hit.part),
        [3, 4, 5]
      )
      assert.isTrue(sha256(registry)?.equals(bytes))
      assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
    })
  )

  for (const storage of ["s3", "azure"] as const) {
    live(`an upload the storage has forgotten begins anew, and its old record is settled (${storage})`, () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make({
          storage,
          ...inParts,
          fault: (hit) => (hit.kind === "part" && hit.part === 3 ? { status: 503 } : undefined)
        })
        const luml = yield* client(registry)
        const { bytes, path } = yield* Artifact.file(4 * MiB)
        const error = yield* failure(luml.artifacts.upload(path, { unfinished: "keep" }))
        assert.propertyVal(error, "recordStatus", "pending_upload")
        registry.uploads.clear()
        registry.settings.fault = () => undefined
        const artifact = yield* luml.artifacts.upload(path)
        assert.strictEqual(artifact.status, "uploaded")
        assert.isTrue(registry.objects.get(artifact.bucket_location)?.equals(bytes))
        assert.deepStrictEqual(
          [...registry.artifacts.values()].map((record) => record.status),
          ["upload_failed", "uploaded"]
        )
      })
    )
  }

  live("files of one name that share a folder for their state do not share the state", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit) => (hit.kind === "part" && hit.part === 3 ? { status: 503 } : undefined)
      })
      const luml = yield* client(registry)
      const state = yield* Artifact.folder
      const files = [yield* Artifact.file(4 * MiB), yield* Artifact.file(4 * MiB)]
      for (const { path } of files) {
        const error = yield* failure(luml.artifacts.upload(path, { state, unfinished: "keep" }))
        assert.propertyVal(error, "recordStatus", "pending_upload")
      }
      registry.settings.fault = () => undefined
      for (const { bytes, path } of files) {
        const artifact = yield* luml.artifacts.upload(path, { state })
        assert.isTrue(registry.objects.get(artifact.bucket_location)?.equals(bytes))
      }
      assert.strictEqual(registry.artifacts.size, 2)
      assert.deepStrictEqual(Artifact.names(state), [])
    })
  )

  live("a file that is written to while it is uploaded is not called uploaded", () =>
    Effect.gen(function* () {
      const { bytes, path } = yield* Artifact.file(3 * MiB)
      const registry = yield* Registry.make({
        ...inParts,
        delay: async (hit) => {
          if (hit.kind === "part" && hit.part === 2) writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(512)]))
        }
      })
      const luml = yield* client(registry)
      const error = yield* failure(luml.artifacts.upload(path, { concurrency: 1 }))
      assert.propertyVal(error, "reason", "changed")
      assert.strictEqual(registry.only().status, "upload_failed")
    })
  )

  live(
    "a file that is written to between its hash and its bytes is not called uploaded, though its size is the same",
    () =>
      Effect.gen(function* () {
        const { bytes, path } = yield* Artifact.file(100_000)
        const registry = yield* Registry.make({
          delay: async (hit) => {
            if (hit.kind !== "api" || hit.method !== "POST") return
            bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1
            writeFileSync(path, bytes)
          }
        })
        const luml = yield* client(registry)
        const error = yield* failure(luml.artifacts.upload(path, { contentMd5: false }))
        assert.propertyVal(error, "reason", "changed")
        assert.strictEqual(registry.only().status, "upload_failed")
      })
  )

  live("a file that becomes shorter while it is uploaded is not called uploaded", () =>
    Effect.gen(function* () {
      const { path } = yield* Artifact.file(3 * MiB)
      const registry = yield* Registry.make({
        ...inParts,
        delay: async (hit) => {
          if (hit.kind === "part" && hit.part === 1) truncateSync(path, MiB)
        }
      })
      const luml = yield* client(registry)
      const error = yield* failure(luml.artifacts.upload(path, { concurrency: 1 }))
      assert.propertyVal(error, "_tag", "LocalFileError")
      assert.propertyVal(error, "reason", "changed")
      assert.strictEqual(registry.only().status, "upload_failed")
    })
  )

  live("parts of another plan than that of the process that sent them are sent again", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit) => (hit.kind === "part" && hit.part === 3 ? { status: 503 } : undefined)
      })
      const luml = yield* client(registry)
      const { bytes, path } = yield* Artifact.file(4 * MiB)
      yield* failure(luml.artifacts.upload(path, { unfinished: "keep", concurrency: 1 }))
      registry.settings.fault = () => undefined
      registry.settings.partSize = 700_000
      const before = registry.of("part").length
      yield* luml.artifacts.upload(path)
      assert.strictEqual(registry.of("part").length - before, Math.ceil(bytes.length / 700_000))
      assert.isTrue(sha256(registry)?.equals(bytes))
    })
  )

  live("two uploads of one file at once are two artifacts, and both are whole", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make(inParts)
      const luml = yield* client(registry)
      const { bytes, folder, path } = yield* Artifact.file(3 * MiB)
      const both = yield* Effect.all([luml.artifacts.upload(path), luml.artifacts.upload(path)], { concurrency: 2 })
      assert.notStrictEqual(both[0].id, both[1].id)
      for (const artifact of both) {
        assert.strictEqual(artifact.status, "uploaded")
        assert.isTrue(registry.objects.get(artifact.bucket_location)?.equals(bytes))
      }
      assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
    })
  )

  live("no more parts are under way than asked for, and none waits for nothing", () =>
    Effect.gen(function* () {
      let now = 0
      let most = 0
      const registry = yield* Registry.make({
        ...inParts,
        partSize: 100_000,
        delay: async (hit) => {
          if (hit.kind !== "part") return
          most = Math.max(most, ++now)
          await new Promise((resolve) => setTimeout(resolve, 5))
          now--
        }
      })
      const luml = yield* client(registry)
      yield* luml.artifacts.upload(Artifact.artifact(2 * MiB), { fileName: "m.luml", concurrency: 3 })
      assert.strictEqual(most, 3)
    })
  )

  live("progress counts every byte once, to the sink and to the callback", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit, nth) => (hit.kind === "part" && nth === 1 ? "reset" : undefined)
      })
      const luml = yield* client(registry)
      const { bytes, path } = yield* Artifact.file(3 * MiB)
      const reported: Array<Progress.Progress> = []
      const seen: Array<Progress.Progress> = []
      yield* luml.artifacts
        .upload(path, { progress: (progress) => reported.push(progress) })
        .pipe(Progress.withSink((progress) => seen.push(progress)))
      assert.deepStrictEqual(seen, reported)
      const ends = reported.filter(({ status }) => status !== "running")
      assert.deepStrictEqual(
        ends.map(({ done, label, phase, status, total }) => [phase, label, done, total, status]),
        ["check", "upload"].map((phase) => [phase, "model.luml", bytes.length, bytes.length, "succeeded"])
      )
      assert.isTrue(existsSync(path))
    })
  )
})

describe("an upload whose record exists", () => {
  const steps: ReadonlyArray<readonly [string, (hit: Registry.Hit) => boolean, Partial<Registry.Settings>]> = [
    ["the only PUT", (hit) => hit.kind === "put", {}],
    ["the start of the parts", (hit) => hit.kind === "start", inParts],
    ["the plan", (hit) => hit.path.endsWith("/upload/multipart"), inParts],
    ["a part", (hit) => hit.kind === "part", inParts],
    ["the completion", (hit) => hit.kind === "complete", inParts],
    ["the status", (hit) => hit.kind === "api" && hit.method === "PATCH", {}]
  ]
  for (const [step, fails, settings] of steps) {
    for (const fault of [{ status: 500 }, { status: 403 }, "reset"] as const) {
      live(`names its record and what to do when ${step} ends in ${JSON.stringify(fault)}`, () =>
        Effect.gen(function* () {
          const registry = yield* Registry.make({
            ...settings,
            fault: (hit) => (fails(hit) ? fault : undefined)
          })
          const luml = yield* client(registry)
          const { bytes, path } = yield* Artifact.file(2 * MiB)
          const error = yield* failure(luml.artifacts.upload(path, { unfinished: "keep" }))
          const record = registry.only()
          assert.propertyVal(error, "artifactId", record.id)
          assert.include(error.hint, record.id)
          if (["part", "completion"].some((name) => step.endsWith(name))) {
            assert.propertyVal(error, "uploadId", [...registry.uploads.keys()][0])
          }
          // The hint is true.
          registry.settings.fault = () => undefined
          const artifact = yield* luml.artifacts.upload(path)
          assert.isTrue(registry.objects.get(artifact.bucket_location)?.equals(bytes))
          assert.isTrue([...registry.artifacts.values()].every(({ status }) => status !== "pending_upload"))
        })
      )
    }
  }
})

describe("what goes over the wire", () => {
  live("the list of parts is XML by its content type, too", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make(inParts)
      const luml = yield* client(registry)
      const { path } = yield* Artifact.file(2 * MiB)
      yield* luml.artifacts.upload(path)
      assert.deepStrictEqual(
        registry.of("complete").map((hit) => hit.headers["content-type"]),
        ["application/xml"]
      )
    })
  )
})

describe("a source that is not a plain file", () => {
  it.scoped("without a file system, a stream beyond the limit is not collected to its end", () =>
    Effect.gen(function* () {
      let pulled = 0
      const source = Stream.map(Stream.rechunk(Stream.range(1, 50), 1), (n) => {
        pulled = n
        return new Uint8Array(100)
      })
      const error = yield* failure(Content.open(source, { fileName: "a.luml", maxSize: 250 }))
      assert.strictEqual(error._tag, "LocalFileError")
      assert.include(error.message, "a.luml")
      assert.strictEqual(pulled, 3)
    })
  )

  live("a named pipe is uploaded whole, and an upload that waits for its writer can be interrupted", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const folder = yield* Artifact.folder
      const pipe = `${folder}/pipe.luml`
      execFileSync("mkfifo", [pipe])
      const waiting = yield* Effect.fork(luml.artifacts.upload(pipe))
      yield* Effect.sleep(100)
      yield* Fiber.interrupt(waiting)
      assert.deepStrictEqual(registry.hits, [])
      const bytes = Artifact.artifact(3 * MiB)
      const upload = yield* Effect.fork(luml.artifacts.upload(pipe))
      yield* Effect.promise(() => writeFile(pipe, bytes))
      const artifact = yield* Fiber.join(upload)
      assert.strictEqual(artifact.file_name, "pipe.luml")
      assert.isTrue(sha256(registry)?.equals(bytes))
    })
  )

  live("a file whose contents change while it is uploaded is not called uploaded, though its time is put back", () =>
    Effect.gen(function* () {
      const { bytes, path } = yield* Artifact.file(100_000)
      const { atime, mtime } = statSync(path)
      const registry = yield* Registry.make({
        delay: async (hit) => {
          if (hit.kind !== "api" || hit.method !== "POST") return
          bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1
          writeFileSync(path, bytes)
          utimesSync(path, atime, mtime)
        }
      })
      const luml = yield* client(registry)
      const error = yield* failure(luml.artifacts.upload(path, { contentMd5: false }))
      assert.propertyVal(error, "reason", "changed")
      assert.strictEqual(registry.only().status, "upload_failed")
    })
  )

  live("a file that changed since an upload of it was interrupted is uploaded anew, in parts of its own", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({
        ...inParts,
        fault: (hit) => (hit.kind === "part" && hit.part === 3 ? { status: 503 } : undefined)
      })
      const luml = yield* client(registry)
      const { bytes, path } = yield* Artifact.file(4 * MiB)
      yield* failure(luml.artifacts.upload(path, { unfinished: "keep", concurrency: 1 }))
      const { atime, mtime } = statSync(path)
      bytes[2000] = (bytes[2000] ?? 0) ^ 1
      writeFileSync(path, bytes)
      utimesSync(path, atime, mtime)
      registry.settings.fault = () => undefined
      const artifact = yield* luml.artifacts.upload(path)
      assert.isTrue(registry.objects.get(artifact.bucket_location)?.equals(bytes))
      assert.deepStrictEqual(
        [...registry.artifacts.values()].map(({ status }) => status),
        ["upload_failed", "uploaded"]
      )
    })
  )
})
