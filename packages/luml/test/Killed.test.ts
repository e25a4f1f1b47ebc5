import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe } from "@effect/vitest"
import { bundled } from "@trilum/testing/child"
import * as Effect from "effect/Effect"
import * as Artifact from "./support/artifact.js"
import { client, live } from "./support/harness.js"
import * as Registry from "./support/Registry.js"

/**
 * `TRILUM_KILL_MB` and `TRILUM_KILLS` make the same test larger than a run of the whole suite can wait for.
 */
const megabytes = Number(process.env["TRILUM_KILL_MB"] ?? 24)
const kills = Number(process.env["TRILUM_KILLS"] ?? 3)
const time = 60_000 + kills * megabytes * 200

const program = await bundled(new URL("support/transferChild.mjs", import.meta.url))

const MiB = 1024 * 1024
const concurrency = 3

interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly errors: string
}

/** Runs the program; kills it as the registry sees request number `at`, before or after it is handled. */
const run = async (registry: Registry.Registry, args: ReadonlyArray<string>, at?: number): Promise<Ended> => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "ignore", "pipe"] })
  let errors = ""
  child.stderr.on("data", (chunk) => (errors += chunk))
  let seen = 0
  registry.settings.delay = (hit) => {
    if (hit.kind === "api" || at === undefined || ++seen !== at) return undefined
    const handled = Math.random() < 0.5
    if (handled) setImmediate(() => child.kill("SIGKILL"))
    else child.kill("SIGKILL")
    return handled ? undefined : new Promise((resolve) => child.once("exit", () => resolve()))
  }
  return new Promise((resolve) =>
    child.once("close", (code, signal) => {
      registry.settings.delay = () => undefined
      resolve({ code, signal, errors })
    })
  )
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

describe("a transfer that is killed at any point goes on from there", () => {
  for (const storage of ["s3", "azure"] as const) {
    live(
      `upload (${storage})`,
      () =>
        Effect.gen(function* () {
          const registry = yield* Registry.make({ storage, multipartAbove: 1, partSize: MiB })
          const { bytes, folder, path } = yield* Artifact.file(megabytes * MiB)
          const args = ["upload", registry.url, Registry.apiKey, path]
          const parts = Math.ceil(bytes.length / MiB)
          let killed = 0
          for (let n = 0; n < kills; n++) {
            const left = parts - (registry.uploads.values().next().value?.size ?? 0)
            const at = 1 + Math.floor(Math.random() * Math.max(1, Math.min(left, (2 * parts) / kills)))
            const { signal } = yield* Effect.promise(() => run(registry, args, at))
            if (signal !== "SIGKILL") break
            killed++
          }
          const last = yield* Effect.promise(() => run(registry, args))
          assert.strictEqual(last.code, 0, last.errors)
          assert.isAbove(killed, 0)
          const uploaded = [...registry.artifacts.values()].filter(({ status }) => status === "uploaded")
          assert.isAtLeast(uploaded.length, 1)
          const record = uploaded[uploaded.length - 1]!
          assert.strictEqual(sha256(registry.objects.get(record.bucket_location)!), sha256(bytes))
          // Only parts whose answer the killed process cannot have noted were sent again.
          assert.isAtMost(registry.of("part").length, parts * uploaded.length + killed * concurrency)
          assert.isTrue([...registry.artifacts.values()].every(({ status }) => status !== "pending_upload"))
          assert.deepStrictEqual(Artifact.names(folder), ["model.luml"])
        }),
      time
    )
  }

  live(
    "download",
    () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make()
        const luml = yield* client(registry)
        const bytes = Artifact.artifact(megabytes * MiB)
        const record = yield* luml.artifacts.upload(bytes, { fileName: "model.luml" })
        const folder = yield* Artifact.folder
        const target = join(folder, "copy.luml")
        const args = ["download", registry.url, Registry.apiKey, record.id, target]
        const parts = Math.ceil(bytes.length / MiB)
        let killed = 0
        for (let n = 0; n < kills; n++) {
          const at = 2 + Math.floor(Math.random() * (parts / kills))
          const { signal } = yield* Effect.promise(() => run(registry, args, at))
          assert.isFalse(signal === "SIGKILL" && existsSync(target))
          if (signal !== "SIGKILL") break
          killed++
        }
        const last = yield* Effect.promise(() => run(registry, args))
        assert.strictEqual(last.code, 0, last.errors)
        assert.isAbove(killed, 0)
        assert.strictEqual(sha256(readFileSync(target)), sha256(bytes))
        const asked = registry.of("get").filter((hit) => hit.headers.range !== "bytes=0-0")
        assert.isAtMost(asked.length, parts + killed * concurrency)
        assert.deepStrictEqual(Artifact.names(folder), ["copy.luml"])
      }),
    time
  )
})
