import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { join } from "node:path"
import { FileSystem } from "@effect/platform/FileSystem"
import { assert, describe } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as AtomicFile from "../src/AtomicFile.js"
import { failing, folder, live, recording, watched } from "./support/files.js"

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe("a file that is put in place", () => {
  live("syncs the file before the rename and its folder after it, so that a power cut loses neither", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "a.txt")
      const { log, fileSystem } = yield* recording
      yield* Effect.provideService(AtomicFile.write(path, "content"), FileSystem, fileSystem)
      const steps = log.map((entry) => entry.replace(/\.[0-9a-f]{16}\./, ".RANDOM."))
      assert.deepStrictEqual(steps, [
        "open .a.txt.RANDOM.trilum-part wx",
        "write .a.txt.RANDOM.trilum-part",
        "sync .a.txt.RANDOM.trilum-part",
        "close .a.txt.RANDOM.trilum-part",
        "rename .a.txt.RANDOM.trilum-part a.txt",
        "open . r",
        "sync .",
        "close ."
      ])
      assert.strictEqual(readFileSync(path, "utf8"), "content")
    })
  )

  live(
    "keeps the permissions of the file that it replaces, whatever the umask, and gives those that are asked for",
    () =>
      Effect.gen(function* () {
        const at = yield* folder
        writeFileSync(join(at, "a"), "old")
        chmodSync(join(at, "a"), 0o666)
        yield* AtomicFile.write(join(at, "a"), "new")
        assert.strictEqual(statSync(join(at, "a")).mode & 0o777, 0o666)
        yield* AtomicFile.write(join(at, "secret"), "key", { mode: 0o600 })
        assert.strictEqual(statSync(join(at, "secret")).mode & 0o777, 0o600)
      })
  )

  for (const [step, code, reason] of [
    ["open", "EROFS", "read_only"],
    ["write", "ENOSPC", "no_space"],
    ["sync", "EDQUOT", "no_space"],
    ["rename", "EACCES", "permission"]
  ] as const) {
    live(`leaves the old file and nothing else when ${step} fails with ${code}`, () =>
      Effect.gen(function* () {
        const at = yield* folder
        const path = join(at, "a")
        writeFileSync(path, "old")
        const error = yield* Effect.flip(
          Effect.provideServiceEffect(AtomicFile.write(path, "new"), FileSystem, failing(step, code))
        )
        assert.strictEqual(error._tag, "LocalFileError")
        assert.strictEqual(error.reason, reason)
        assert.strictEqual(error.code, code)
        assert.strictEqual(error.file, path)
        assert.strictEqual(error.category, "local")
        assert.deepStrictEqual(readdirSync(at), ["a"])
        assert.strictEqual(readFileSync(path, "utf8"), "old")
      })
    )
  }

  live("leaves nothing when its stream fails or is interrupted", () =>
    Effect.gen(function* () {
      const at = yield* folder
      const path = join(at, "a")
      const cut = Stream.concat(Stream.make(bytes("half")), Stream.fail("cut" as const))
      assert.strictEqual(yield* Effect.flip(AtomicFile.save(path)(cut)), "cut")
      const began = yield* Deferred.make<void>()
      const endless = Stream.concat(
        Stream.make(bytes("half")),
        Stream.fromEffect(Effect.zipRight(Deferred.succeed(began, undefined), Effect.never))
      )
      const fiber = yield* Effect.fork(AtomicFile.save(path)(endless))
      yield* Deferred.await(began)
      assert.strictEqual(readdirSync(at).length, 1)
      yield* Fiber.interrupt(fiber)
      assert.deepStrictEqual(readdirSync(at), [])
    })
  )

  live("never replaces an existing file unless it may, also one that appears meanwhile", () =>
    Effect.gen(function* () {
      const at = yield* folder
      const path = join(at, "a")
      const late = Stream.tap(Stream.make(bytes("new")), () => Effect.sync(() => writeFileSync(path, "theirs")))
      const options = { overwrite: false }
      assert.strictEqual((yield* Effect.flip(AtomicFile.save(path, options)(late))).reason, "exists")
      assert.strictEqual((yield* Effect.flip(AtomicFile.write(path, "new", options))).reason, "exists")
      assert.strictEqual(readFileSync(path, "utf8"), "theirs")
      assert.deepStrictEqual(readdirSync(at), ["a"])
      const noLinks = failing("link", "EPERM")
      yield* Effect.provideServiceEffect(AtomicFile.write(join(at, "b"), "b", options), FileSystem, noLinks)
      assert.strictEqual(readFileSync(join(at, "b"), "utf8"), "b")
      assert.deepStrictEqual(readdirSync(at), ["a", "b"])
    })
  )

  live("a move that has begun ends with its folder on the disk, also when it is interrupted", () =>
    Effect.gen(function* () {
      const at = yield* folder
      writeFileSync(join(at, "from"), "content")
      const began = yield* Deferred.make<void>()
      const go = yield* Deferred.make<void>()
      const log: Array<string> = []
      const slow = yield* watched(({ name, text }) =>
        Effect.gen(function* () {
          log.push(text)
          if (name !== "rename") return
          yield* Deferred.succeed(began, undefined)
          yield* Deferred.await(go)
        })
      )
      const move = Effect.provideService(AtomicFile.place(join(at, "from"), join(at, "to")), FileSystem, slow)
      const fiber = yield* Effect.fork(move)
      yield* Deferred.await(began)
      const interruption = yield* Effect.fork(Fiber.interrupt(fiber))
      yield* Effect.yieldNow()
      yield* Deferred.succeed(go, undefined)
      yield* Fiber.join(interruption)
      assert.deepStrictEqual(log, ["rename from to", "open . r", "sync .", "close ."])
      assert.deepStrictEqual(readdirSync(at), ["to"])
    })
  )

  live("writes through a symbolic link, into a device, and not over a folder", () =>
    Effect.gen(function* () {
      const at = yield* folder
      writeFileSync(join(at, "real"), "old")
      symlinkSync(join(at, "real"), join(at, "link"))
      yield* AtomicFile.write(join(at, "link"), "new")
      assert.strictEqual(readFileSync(join(at, "real"), "utf8"), "new")
      symlinkSync("/dev/null", join(at, "device"))
      yield* AtomicFile.write(join(at, "device"), "gone")
      assert.isTrue(statSync("/dev/null").isCharacterDevice())
      mkdirSync(join(at, "folder"))
      assert.strictEqual((yield* Effect.flip(AtomicFile.write(join(at, "folder"), "x"))).reason, "is_a_directory")
    })
  )

  live("a folder that is missing shows before a byte is asked for", () =>
    Effect.gen(function* () {
      let asked = false
      const source = Stream.fromEffect(
        Effect.sync(() => {
          asked = true
          return bytes("x")
        })
      )
      const error = yield* Effect.flip(AtomicFile.save(join(yield* folder, "no", "a"))(source))
      assert.strictEqual(error.reason, "not_found")
      assert.isFalse(asked)
    })
  )

  live("writes every byte of many small chunks, empty ones among them", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "a")
      const chunks = Array.from({ length: 50_000 }, (_, n) => bytes(n % 3 === 0 ? "" : `${n},`))
      const { size } = yield* AtomicFile.save(path)(Stream.fromIterable(chunks))
      const expected = Buffer.concat(chunks)
      assert.strictEqual(size, expected.length)
      assert.isTrue(readFileSync(path).equals(expected))
      assert.isTrue(existsSync(path))
    })
  )
})
