import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { join } from "node:path"
import { inspect } from "node:util"
import { FileSystem } from "@effect/platform/FileSystem"
import { assert, describe } from "@effect/vitest"
import type * as Progress from "@trilum/core/Progress"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import type * as Download from "../src/transfer/Download.js"
import * as Artifact from "./support/artifact.js"
import { filling, replacing } from "./support/files.js"
import { client, failure, live } from "./support/harness.js"
import * as Registry from "./support/Registry.js"

const MiB = 1024 * 1024
const part = 256 * 1024
const parts = { partSize: part }

/** A registry with one artifact, and a client of it. */
const setup = (
  options: {
    readonly size?: number
    readonly members?: Readonly<Record<string, Buffer | string>>
    readonly settings?: Partial<Registry.Settings>
  } = {}
) =>
  Effect.gen(function* () {
    const registry = yield* Registry.make(options.settings)
    const luml = yield* client(registry)
    const bytes = Artifact.artifact(options.size ?? 200_000, options.members)
    const record = yield* luml.artifacts.upload(bytes, { fileName: "model.luml" })
    const folder = yield* Artifact.folder
    return { registry, luml, bytes, record, folder, stored: registry.artifacts.get(record.id)! }
  })

/** Permissions do not bind the superuser; what runs here is somebody else. */
const asNobody = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  process.getuid?.() === 0
    ? Effect.acquireUseRelease(
        Effect.sync(() => process.seteuid?.(65534)),
        () => effect,
        () => Effect.sync(() => process.seteuid?.(0))
      )
    : effect

const ofGets = (registry: Registry.Registry) => registry.of("get").map((hit) => hit.headers.range)

describe("to a file", () => {
  for (const [how, size] of [
    ["in one piece", 200_000],
    ["in parts at once", 3 * part + 12_345]
  ] as const) {
    live(`arrives whole and verified, and nothing else stays (${how})`, () =>
      Effect.gen(function* () {
        const { bytes, folder, luml, record } = yield* setup({ size })
        const result = yield* luml.artifacts.download(record.id, join(folder, "copy.luml"), parts)
        assert.strictEqual(result.sha256, record.file_hash)
        assert.strictEqual(result.size, bytes.length)
        assert.isTrue(readFileSync(result.path).equals(bytes))
        assert.deepStrictEqual(Artifact.names(folder), ["copy.luml"])
      })
    )
  }

  live("by name, by record and into a folder", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record } = yield* setup()
      for (const reference of ["model.luml", record]) {
        const { path } = yield* luml.artifacts.download(reference, folder)
        assert.strictEqual(path, join(folder, "model.luml"))
        assert.isTrue(readFileSync(path).equals(bytes))
        // The server chose the name, so a file that has it is not replaced unless asked to.
        writeFileSync(path, "mine")
        const error = yield* failure(luml.artifacts.download(reference, folder))
        assert.propertyVal(error, "reason", "exists")
        assert.strictEqual(readFileSync(path, "utf8"), "mine")
        yield* luml.artifacts.download(reference, folder, { overwrite: true })
        rmSync(path)
      }
    })
  )

  live("a file name of the server never leaves the folder", () =>
    Effect.gen(function* () {
      const { folder, luml, stored, record } = yield* setup()
      mkdirSync(join(folder, "inner"))
      for (const name of ["../../evil.luml", "/etc/evil.luml", "a\\..\\..\\evil.luml"]) {
        stored["file_name"] = name
        const { path } = yield* luml.artifacts.download(record.id, join(folder, "inner"), { overwrite: true })
        assert.strictEqual(path, join(folder, "inner", "evil.luml"))
      }
      assert.deepStrictEqual(Artifact.names(folder), ["inner"])
      stored["file_name"] = ".."
      const error = yield* failure(luml.artifacts.download(record.id, folder))
      assert.propertyVal(error, "reason", "invalid_name")
    })
  )

  live("bytes that were changed on the way are fetched once more", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, registry } = yield* setup()
      registry.settings.fault = (hit, nth) => (hit.kind === "get" && nth === 1 ? "corrupt" : undefined)
      const { path } = yield* luml.artifacts.download(record, join(folder, "m.luml"))
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.strictEqual(registry.of("get").length, 2)
    })
  )

  live("bytes that stay wrong are an error and nothing stands under the name", () =>
    Effect.gen(function* () {
      const { folder, luml, record, registry } = yield* setup({ size: part + 5 })
      registry.settings.fault = (hit) => (hit.kind === "get" ? "corrupt" : undefined)
      const error = yield* failure(luml.artifacts.download(record, join(folder, "m.luml"), parts))
      assert.propertyVal(error, "_tag", "IntegrityError")
      assert.propertyVal(error, "code", "SHA256_MISMATCH")
      assert.propertyVal(error, "expected", record.file_hash)
      assert.deepStrictEqual(Artifact.names(folder), [])
    })
  )

  live("an object of another size is an error, also when it is larger", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, registry, stored } = yield* setup()
      for (const content of [bytes.subarray(0, 1000), Buffer.concat([bytes, bytes])]) {
        registry.objects.set(stored.bucket_location, content)
        const error = yield* failure(luml.artifacts.download(record, join(folder, "m.luml"), parts))
        assert.propertyVal(error, "code", "SIZE_MISMATCH")
      }
      assert.deepStrictEqual(Artifact.names(folder), [])
    })
  )

  live("a storage without ranges is read in one piece", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, registry } = yield* setup({ size: 2 * part, settings: { ranges: false } })
      const { path } = yield* luml.artifacts.download(record, join(folder, "m.luml"), parts)
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.deepStrictEqual(ofGets(registry), ["bytes=0-0", undefined])
    })
  )

  live("broken connections cost no byte that was there already", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, registry } = yield* setup({ size: 1_000_000 })
      registry.settings.fault = (hit, nth) => (hit.kind === "get" && nth <= 3 ? { cut: 300_000 } : undefined)
      const { path } = yield* luml.artifacts.download(record, join(folder, "m.luml"))
      assert.isTrue(readFileSync(path).equals(bytes))
      const starts = ofGets(registry).map((range) => Number(/=(\d+)/.exec(range ?? "=0")?.[1]))
      assert.deepStrictEqual(
        starts,
        [...starts].sort((a, b) => a - b)
      )
      assert.isAbove(starts.at(-1) ?? 0, 0)
    })
  )

  live("an expired URL is signed anew", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, registry } = yield* setup()
      registry.settings.fault = (hit, nth) =>
        hit.kind === "get" && nth === 1 ? { status: 403, code: "AccessDenied" } : undefined
      const { path } = yield* luml.artifacts.download(record, join(folder, "m.luml"), parts)
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.strictEqual(registry.calls().filter((call) => call.endsWith("download-url")).length, 2)
    })
  )

  live("an object that is not there says what the record says, without its URL", () =>
    Effect.gen(function* () {
      const { folder, luml, record, registry, stored } = yield* setup()
      registry.objects.clear()
      stored.status = "pending_upload"
      const error = yield* failure(luml.artifacts.download(record.id, join(folder, "m.luml")))
      assert.propertyVal(error, "_tag", "FileDownloadError")
      assert.propertyVal(error, "status", 404)
      assert.include(String(Reflect.get(Object(error), "message")), "pending_upload")
      const shown = `${inspect(error, { depth: 9 })}${JSON.stringify(error)}`
      for (const secret of ["X-Amz-Signature", "orbit-", Registry.apiKey]) assert.notInclude(shown, secret)
      assert.deepStrictEqual(Artifact.names(folder), [])
    })
  )

  live("an interrupted download goes on with the parts that are missing", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, registry } = yield* setup({ size: 4 * part })
      const reached = yield* Deferred.make<void>()
      registry.settings.delay = (hit) => {
        if (hit.kind !== "get" || hit.headers.range !== `bytes=${2 * part}-${3 * part - 1}`) return undefined
        Effect.runSync(Deferred.succeed(reached, undefined))
        return new Promise(() => undefined)
      }
      const path = join(folder, "m.luml")
      const fiber = yield* Effect.fork(luml.artifacts.download(record, path, { ...parts, concurrency: 1 }))
      yield* Deferred.await(reached)
      yield* Fiber.interrupt(fiber)
      assert.isFalse(existsSync(path))
      assert.strictEqual(Artifact.names(folder).length, 2)
      registry.settings.delay = () => undefined
      const before = registry.of("get").length
      yield* luml.artifacts.download(record, path, { ...parts, concurrency: 1 })
      assert.deepStrictEqual(
        ofGets(registry)
          .slice(before)
          .filter((range) => range !== "bytes=0-0"),
        [2, 3, 4].map((n) => `bytes=${n * part}-${Math.min((n + 1) * part, bytes.length) - 1}`)
      )
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.deepStrictEqual(Artifact.names(folder), ["m.luml"])
    })
  )

  live("what an earlier download left is not trusted: wrong bytes in it are fetched anew", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, registry } = yield* setup({ size: 2 * part })
      registry.settings.fault = (hit) =>
        hit.kind === "get" && hit.headers.range?.startsWith(`bytes=${2 * part}-`) === true ? { status: 503 } : undefined
      const path = join(folder, "m.luml")
      yield* failure(luml.artifacts.download(record, path, parts))
      const partial = Artifact.names(folder).find((name) => name.endsWith(".trilum-part"))
      assert.isDefined(partial)
      const content = readFileSync(join(folder, partial!))
      content[100] = (content[100] ?? 0) ^ 1
      writeFileSync(join(folder, partial!), content)
      registry.settings.fault = () => undefined
      yield* luml.artifacts.download(record, path, parts)
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.deepStrictEqual(Artifact.names(folder), ["m.luml"])
    })
  )

  live("two downloads to one file at once do not disturb each other", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record } = yield* setup({ size: 2 * part })
      const path = join(folder, "m.luml")
      yield* Effect.all(
        [1, 2, 3].map(() => luml.artifacts.download(record, path, parts)),
        { concurrency: 3 }
      )
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.deepStrictEqual(Artifact.names(folder), ["m.luml"])
    })
  )

  live("a file that is there is replaced, or kept when asked to", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, registry } = yield* setup()
      const path = join(folder, "m.luml")
      writeFileSync(path, "old")
      const before = registry.of("get").length
      const error = yield* failure(luml.artifacts.download(record, path, { overwrite: false }))
      assert.propertyVal(error, "reason", "exists")
      assert.strictEqual(registry.of("get").length, before)
      assert.strictEqual(readFileSync(path, "utf8"), "old")
      yield* luml.artifacts.download(record, path, parts)
      assert.isTrue(readFileSync(path).equals(bytes))
    })
  )

  live("a name that cannot be given costs no byte, and what is no regular file is never replaced", () =>
    Effect.gen(function* () {
      const { folder, luml, record, registry } = yield* setup()
      mkdirSync(join(folder, "in", "model.luml"), { recursive: true })
      symlinkSync("/dev/null", join(folder, "device"))
      const before = registry.of("get").length
      const reasons = yield* Effect.forEach(
        [join(folder, "in"), join(folder, "device"), join(folder, "x".repeat(300)), join(folder, "a\u0000b")],
        (path) => Effect.map(failure(luml.artifacts.download(record, path)), (error) => Reflect.get(error, "reason"))
      )
      assert.deepStrictEqual(reasons, ["is_a_directory", "input_output", "invalid_name", "invalid_name"])
      assert.strictEqual(registry.of("get").length, before)
      assert.isTrue(lstatSync(join(folder, "device")).isSymbolicLink())
      assert.deepStrictEqual(Artifact.names(folder), ["device", "in"])
    })
  )

  live("a clock that is wrong costs one more URL, and no more for the parts after it", () =>
    Effect.gen(function* () {
      // By this clock every URL is over; the storage does not agree.
      const { bytes, folder, luml, record, registry } = yield* setup({ size: 4 * part })
      registry.settings.skew = -24 * 3600 * 1000
      const { path } = yield* luml.artifacts.download(record, join(folder, "m.luml"), parts)
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.strictEqual(registry.calls().filter((call) => call.endsWith("download-url")).length, 2)
    })
  )

  live("a folder that is not there, is a file, or may not be written to is a typed error", () =>
    Effect.gen(function* () {
      const { folder, luml, record } = yield* setup()
      const absent = yield* failure(luml.artifacts.download(record, join(folder, "no", "m.luml")))
      assert.propertyVal(absent, "reason", "not_found")
      writeFileSync(join(folder, "file"), "")
      const inFile = yield* failure(luml.artifacts.download(record, join(folder, "file", "m.luml")))
      assert.propertyVal(inFile, "reason", "not_found")
      const readOnly = join(folder, "locked")
      mkdirSync(readOnly)
      chmodSync(readOnly, 0o555)
      chmodSync(folder, 0o755)
      const locked = yield* asNobody(failure(luml.artifacts.download(record, join(readOnly, "m.luml"))))
      assert.propertyVal(locked, "_tag", "LocalFileError")
      assert.propertyVal(locked, "reason", "permission")
      assert.propertyVal(locked, "message", `${join(readOnly, "m.luml")}: permission denied`)
      assert.deepStrictEqual(Artifact.names(readOnly), [])
      assert.strictEqual((yield* luml.artifacts.get(record)).status, "uploaded")
    })
  )

  for (const [code, reason] of [
    ["ENOSPC", "no_space"],
    ["EROFS", "read_only"]
  ] as const) {
    live(`a disk that takes no more bytes (${code}) is a typed error, and what came is removed`, () =>
      Effect.gen(function* () {
        const { folder, record, registry } = yield* setup({ size: 8 * part })
        const luml = yield* client(registry)
        const disk = yield* filling(code, 5)
        const downloading = Effect.provideService(
          luml.artifacts.download(record, join(folder, "m.luml"), parts),
          FileSystem,
          disk
        )
        const error = yield* failure(downloading)
        assert.propertyVal(error, "_tag", "LocalFileError")
        assert.propertyVal(error, "reason", reason)
        assert.propertyVal(error, "code", code)
        assert.propertyVal(error, "file", join(folder, "m.luml"))
        assert.deepStrictEqual(Artifact.names(folder), [])
      })
    )
  }

  live("a record without a usable hash is refused, or taken as it is when asked to", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, stored } = yield* setup()
      stored["file_hash"] = "deadbeef"
      const error = yield* failure(luml.artifacts.download(record.id, folder))
      assert.propertyVal(error, "_tag", "IntegrityError")
      const result = yield* luml.artifacts.download(record.id, folder, { verify: false })
      assert.isUndefined(result.sha256)
      assert.isTrue(readFileSync(result.path).equals(bytes))
    })
  )

  live("progress counts every byte once", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record } = yield* setup({ size: 2 * part })
      const reported: Array<Progress.Progress> = []
      yield* luml.artifacts.download(record, folder, { ...parts, progress: (progress) => reported.push(progress) })
      for (const phase of ["download", "verify"]) {
        assert.strictEqual(reported.filter((progress) => progress.phase === phase).at(-1)?.done, bytes.length)
      }
    })
  )
})

describe("a file that a download puts in place", () => {
  /** A download that stops after its first two parts, and what it left. */
  const interrupted = (options: Download.DownloadOptions = {}) =>
    Effect.gen(function* () {
      const all = yield* setup({ size: 4 * part })
      all.registry.settings.fault = (hit) =>
        hit.kind === "get" && hit.headers.range?.startsWith(`bytes=${2 * part}-`) === true ? { status: 503 } : undefined
      const path = join(all.folder, "m.luml")
      yield* failure(all.luml.artifacts.download(all.record, path, { ...parts, concurrency: 1, ...options }))
      all.registry.settings.fault = () => undefined
      const before = all.registry.of("get").length
      return {
        ...all,
        path,
        partial: () => Artifact.names(all.folder).filter((name) => name.endsWith(".trilum-part")),
        fetched: () =>
          ofGets(all.registry)
            .slice(before)
            .filter((range) => range !== "bytes=0-0")
      }
    })

  live("is synchronized before it is renamed, and its folder after it", () =>
    Effect.gen(function* () {
      const { folder, luml, record } = yield* setup({ size: 2 * part })
      const log: Array<string> = []
      const real = yield* FileSystem
      const recording = yield* replacing((file, path) => ({
        sync: Effect.zipRight(
          Effect.sync(() =>
            log.push(path === folder ? "sync folder" : path.endsWith(".trilum-part") ? "sync part" : "")
          ),
          file.sync
        )
      }))
      const path = join(folder, "m.luml")
      yield* Effect.provideService(luml.artifacts.download(record, path, { ...parts, resume: false }), FileSystem, {
        ...recording,
        rename: (from, to) =>
          Effect.zipRight(
            Effect.sync(() => log.push("rename")),
            real.rename(from, to)
          )
      })
      assert.deepStrictEqual(log, ["sync part", "rename", "sync folder"])
    })
  )

  live("is fetched anew when the part size is another one, and the old partial file is removed", () =>
    Effect.gen(function* () {
      const { bytes, fetched, folder, luml, partial, path, record } = yield* interrupted()
      assert.strictEqual(partial().length, 1)
      yield* luml.artifacts.download(record, path, { partSize: 2 * part, concurrency: 1 })
      assert.strictEqual(fetched()[0], `bytes=0-${2 * part - 1}`)
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.deepStrictEqual(Artifact.names(folder), ["m.luml"])
    })
  )

  live("is fetched anew when the record has another hash: parts of two contents are not joined", () =>
    Effect.gen(function* () {
      const { fetched, folder, luml, path, record } = yield* interrupted()
      const changed = { ...record, file_hash: "0".repeat(64) }
      const error = yield* failure(luml.artifacts.download(changed, path, { ...parts, concurrency: 1 }))
      assert.propertyVal(error, "_tag", "IntegrityError")
      assert.strictEqual(fetched()[0], `bytes=0-${part - 1}`)
      assert.isFalse(Artifact.names(folder).includes("m.luml"))
    })
  )

  live("is cut to its size: bytes behind the end cost no second download", () =>
    Effect.gen(function* () {
      const { bytes, fetched, folder, luml, partial, path, record } = yield* interrupted()
      const [left = ""] = partial()
      const content = readFileSync(join(folder, left))
      const longer = Buffer.alloc(bytes.length + 100)
      content.copy(longer)
      writeFileSync(join(folder, left), longer, { flag: "r+" })
      yield* luml.artifacts.download(record, path, { ...parts, concurrency: 1 })
      assert.notInclude(fetched(), `bytes=0-${part - 1}`)
      assert.isTrue(readFileSync(path).equals(bytes))
    })
  )

  live("is fetched anew when nothing verifies what an earlier process left", () =>
    Effect.gen(function* () {
      const { bytes, fetched, folder, luml, partial, path, record } = yield* interrupted()
      const [left = ""] = partial()
      writeFileSync(join(folder, left), Buffer.alloc(statSync(join(folder, left)).size), { flag: "r+" })
      yield* luml.artifacts.download(record, path, { ...parts, concurrency: 1, verify: false })
      assert.strictEqual(fetched()[0], `bytes=0-${part - 1}`)
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.deepStrictEqual(Artifact.names(folder), ["m.luml"])
    })
  )

  live("never writes through a file that somebody put in the place of its partial file or of its state", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, partial, path, record } = yield* interrupted()
      const victim = join(folder, "victim")
      writeFileSync(victim, "precious")
      const [left = ""] = partial()
      rmSync(join(folder, left))
      symlinkSync(victim, join(folder, left))
      yield* luml.artifacts.download(record, path, { ...parts, concurrency: 1 })
      assert.strictEqual(readFileSync(victim, "utf8"), "precious")
      assert.isTrue(readFileSync(path).equals(bytes))
      rmSync(path)
      symlinkSync(victim, join(folder, `.m.luml.${record.id.slice(0, 13)}.trilum-state`))
      yield* luml.artifacts.download(record, path, parts)
      assert.strictEqual(readFileSync(victim, "utf8"), "precious")
      assert.isTrue(readFileSync(path).equals(bytes))
    })
  )

  live("arrives although its connection breaks more often than a call is retried, as long as bytes come", () =>
    Effect.gen(function* () {
      const { bytes, folder, luml, record, registry } = yield* setup({ size: 2_000_000 })
      registry.settings.fault = (hit, nth) => (hit.kind === "get" && nth <= 15 ? { cut: 100_000 } : undefined)
      const { path } = yield* luml.artifacts.download(record, join(folder, "m.luml"))
      assert.isTrue(readFileSync(path).equals(bytes))
      assert.isAbove(registry.of("get").length, 15)
    })
  )
})

describe("to a stream and to memory", () => {
  live("both are verified", () =>
    Effect.gen(function* () {
      const { bytes, luml, record, registry, stored } = yield* setup()
      assert.isTrue(Buffer.from(yield* luml.artifacts.bytes(record)).equals(bytes))
      const chunks = yield* Stream.runCollect(luml.artifacts.stream(record.id))
      assert.isTrue(Buffer.concat([...chunks]).equals(bytes))
      const damaged = Buffer.from(bytes)
      damaged[9] = (damaged[9] ?? 0) ^ 1
      registry.objects.set(stored.bucket_location, damaged)
      assert.propertyVal(yield* failure(luml.artifacts.bytes(record)), "code", "SHA256_MISMATCH")
      assert.propertyVal(yield* failure(Stream.runDrain(luml.artifacts.stream(record))), "code", "SHA256_MISMATCH")
      registry.objects.set(stored.bucket_location, bytes.subarray(0, -1))
      assert.propertyVal(yield* failure(luml.artifacts.bytes(record)), "code", "SIZE_MISMATCH")
    })
  )
})

describe("one member", () => {
  live("costs its own bytes and no more", () =>
    Effect.gen(function* () {
      const notes = "x".repeat(5_000)
      const { luml, record, registry } = yield* setup({
        size: 3 * MiB,
        members: { "notes.txt": notes, "empty.txt": "" }
      })
      const [offset, length] = record.file_index["notes.txt"]!
      const bytes = yield* luml.artifacts.readMember(record.id, "notes.txt")
      assert.strictEqual(Buffer.from(bytes).toString(), notes)
      assert.deepStrictEqual(ofGets(registry), [`bytes=${offset}-${offset + length - 1}`])
      assert.strictEqual((yield* luml.artifacts.readMember(record, "empty.txt")).length, 0)
      const manifest = yield* luml.artifacts.readMember(record, "manifest.json")
      assert.strictEqual(JSON.parse(Buffer.from(manifest).toString()).name, "numbers")
    })
  )

  live("a member that is not there, or is said to lie outside of the file, costs no request to the storage", () =>
    Effect.gen(function* () {
      const { luml, record, registry } = yield* setup()
      for (const name of ["absent", "constructor", "__proto__"]) {
        assert.propertyVal(yield* failure(luml.artifacts.readMember(record, name)), "code", "MEMBER_NOT_FOUND")
      }
      for (const extent of [
        [0, 10 ** 9],
        [-1, 5],
        [0.5, 1]
      ] as const) {
        const hostile = { ...record, file_index: { evil: extent } }
        assert.propertyVal(yield* failure(luml.artifacts.readMember(hostile, "evil")), "_tag", "ValidationError")
      }
      assert.deepStrictEqual(registry.of("get"), [])
    })
  )

  live("an attachment of an experiment is read out of the archive in the archive", () =>
    Effect.gen(function* () {
      const inner = Artifact.tar({ "attachments/log.txt": "step 1\n", "attachments/plot.svg": "<svg/>" })
      const index = JSON.stringify({
        "attachments/log.txt": [512, 7],
        "attachments/plot.svg": [1536, 6],
        evil: [0, 10 ** 6]
      })
      const { luml, record } = yield* setup({
        members: { "attachments.tar": inner, "attachments.index.json": index }
      })
      const plot = yield* luml.artifacts.readAttachment(record.id, "attachments/plot.svg")
      assert.strictEqual(Buffer.from(plot).toString(), "<svg/>")
      assert.propertyVal(yield* failure(luml.artifacts.readAttachment(record, "no")), "code", "ATTACHMENT_NOT_FOUND")
      assert.propertyVal(yield* failure(luml.artifacts.readAttachment(record, "evil")), "_tag", "ValidationError")
    })
  )

  live("an attachment below the root is found, and one that two experiments have needs its folder", () =>
    Effect.gen(function* () {
      const snapshot = (text: string) => ({
        tar: Artifact.tar({ "attachments/log.txt": text, "attachments/only.txt": text }),
        index: (extra: object) => JSON.stringify({ "attachments/log.txt": [512, text.length], ...extra })
      })
      const [one, two] = [snapshot("first"), snapshot("other")]
      const folder = (n: number): string => `meta_artifacts/experiment_snapshot~et~~${n}/`
      const { luml, record } = yield* setup({
        members: {
          [`${folder(1)}attachments.tar`]: one.tar,
          [`${folder(1)}attachments.index.json`]: one.index({}),
          [`${folder(2)}attachments.tar`]: two.tar,
          [`${folder(2)}attachments.index.json`]: two.index({ "attachments/only.txt": [1536, 5] })
        }
      })
      const read = (name: string) =>
        Effect.map(luml.artifacts.readAttachment(record, name), (bytes) => Buffer.from(bytes).toString())
      assert.strictEqual(yield* read("attachments/only.txt"), "other")
      const error = yield* failure(read("attachments/log.txt"))
      assert.propertyVal(error, "_tag", "MultipleResourcesFoundError")
      assert.strictEqual(yield* read(`${folder(1)}attachments/log.txt`), "first")
      assert.strictEqual(yield* read(`${folder(2)}attachments/log.txt`), "other")
      assert.propertyVal(yield* failure(read("attachments/none.txt")), "code", "ATTACHMENT_NOT_FOUND")
      assert.propertyVal(yield* failure(read("")), "_tag", "ValidationError")
    })
  )
})
