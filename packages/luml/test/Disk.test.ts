/**
 * Disks that are really full: a process that may write no larger files, and, where this user may mount one, a file system
 * of 4 MiB that nobody else sees.
 */
import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe } from "@effect/vitest"
import { bundled } from "@trilum/testing/child"
import * as Effect from "effect/Effect"
import * as Artifact from "./support/artifact.js"
import { client, live } from "./support/harness.js"
import * as Registry from "./support/Registry.js"

const MiB = 1024 * 1024
const program = await bundled(new URL("support/diskChild.mjs", import.meta.url))

interface Disk {
  readonly name: string
  readonly code: string
  /** A command that runs what follows it where `folder` has room for less than 4 MiB, or for nothing. */
  readonly command: (folder: string, room: "some" | "none") => ReadonlyArray<string>
}

/** In blocks of 512 or 1024 bytes, depending on the shell. */
const limit: Disk = {
  name: "a limit of this process",
  code: "EFBIG",
  command: (_, room) => ["sh", "-c", `ulimit -f ${room === "some" ? 4096 : 0} && exec "$@"`, "sh"]
}

const mounted: Disk = {
  name: "a file system of 4 MiB",
  code: "ENOSPC",
  command: (folder, room) => {
    const fill = room === "some" ? "true" : 'cat /dev/zero > "$1/filler" 2> /dev/null; true'
    const script = `mount -t tmpfs -o size=4m none "$1" && (${fill}) && shift && exec "$@"`
    return ["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh", folder]
  }
}

const mayMount = (): boolean => {
  const folder = mkdtempSync(join(tmpdir(), "trilum-mount-"))
  const [command = "", ...args] = [...mounted.command(folder, "some"), "true"]
  const { status } = spawnSync(command, args, { stdio: "ignore" })
  rmSync(folder, { recursive: true })
  return status === 0
}

interface Ended {
  readonly _tag?: string
  readonly code?: string
  readonly reason?: string
  readonly status?: string
  readonly left: ReadonlyArray<string>
}

const run = (command: ReadonlyArray<string>, args: ReadonlyArray<string>, temporary?: string): Promise<Ended> => {
  const [first = "", ...rest] = [...command, process.execPath, program, ...args]
  const env = temporary === undefined ? process.env : { ...process.env, TMPDIR: temporary }
  const child = spawn(first, rest, { stdio: ["ignore", "pipe", "pipe"], env })
  let output = ""
  let errors = ""
  child.stdout.on("data", (chunk) => (output += chunk))
  child.stderr.on("data", (chunk) => (errors += chunk))
  return new Promise((resolve, reject) =>
    child.once("close", () => (output === "" ? reject(new Error(errors)) : resolve(JSON.parse(output))))
  )
}

for (const { code, command, name } of mayMount() ? [limit, mounted] : [limit]) {
  describe(`a full disk: ${name}`, () => {
    live(`a download leaves nothing there, and the record as it was (${name})`, () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make()
        const luml = yield* client(registry)
        const bytes = Artifact.artifact(8 * MiB)
        const { id } = yield* luml.artifacts.upload(bytes, { fileName: "model.luml" })
        const folder = yield* Artifact.folder
        const args = ["download", registry.url, Registry.apiKey, id, folder]
        const ended = yield* Effect.promise(() => run(command(folder, "some"), args))
        assert.deepStrictEqual(ended, { _tag: "LocalFileError", code, reason: "no_space", left: [] })
        assert.strictEqual(registry.only().status, "uploaded")
        yield* luml.artifacts.download(id, join(folder, "copy.luml"))
        assert.isTrue(readFileSync(join(folder, "copy.luml")).equals(bytes))
      })
    )

    live(`an upload does without its state file (${name})`, () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make({ multipartAbove: MiB, partSize: MiB })
        const { bytes, path } = yield* Artifact.file(3 * MiB)
        const folder = yield* Artifact.folder
        const args = ["upload", registry.url, Registry.apiKey, path, folder]
        const ended = yield* Effect.promise(() => run(command(folder, "none"), args))
        assert.deepStrictEqual(ended, { status: "uploaded", left: [] })
        assert.isTrue(registry.objects.get(registry.only().bucket_location)?.equals(bytes))
      })
    )

    live(`a stream that is uploaded is told before its record is made (${name})`, () =>
      Effect.gen(function* () {
        const registry = yield* Registry.make()
        const { path } = yield* Artifact.file(8 * MiB)
        const folder = yield* Artifact.folder
        const args = ["stream", registry.url, Registry.apiKey, path, folder]
        const ended = yield* Effect.promise(() => run(command(folder, "some"), args, folder))
        assert.deepStrictEqual(ended, { _tag: "LocalFileError", code, reason: "no_space", left: [] })
        assert.deepStrictEqual(registry.hits, [])
      })
    )
  })
}
