import type { FileSystem } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import { assert, describe, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Runtime from "effect/Runtime"
import * as Artifact from "../support/artifact.js"
import { client } from "../support/harness.js"
import * as Registry from "../support/Registry.js"

/** A runtime that has less than its type says. */
const noFiles: Runtime.Runtime<FileSystem | Path> = Runtime.make({
  ...Runtime.defaultRuntime,
  context: Context.unsafeMake(new Map())
})

describe("a runtime without files and without a hash of its own", () => {
  it.scopedLive("uploads bytes and Blobs, downloads to memory, and says that it has no paths", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make({ multipartAbove: 100_000, partSize: 70_000 })
      const luml = yield* client(registry)
      const bytes = Artifact.artifact(200_000)
      const artifact = yield* luml.artifacts.upload(new Blob([new Uint8Array(bytes)]), { fileName: "m.luml" })
      assert.isTrue(registry.objects.get(artifact.bucket_location)?.equals(bytes))
      assert.isTrue(registry.of("part").every((hit) => hit.headers["content-md5"] === undefined))
      assert.isTrue(Buffer.from(yield* luml.artifacts.bytes(artifact)).equals(bytes))
      const streamed = yield* luml.artifacts.upload(new Blob([new Uint8Array(bytes)]).stream(), { fileName: "s.luml" })
      assert.strictEqual(streamed.file_hash, artifact.file_hash)
      // What a promise program in a browser may do; an Effect program that provides no file system does not compile.
      const calls: ReadonlyArray<Effect.Effect<unknown, unknown, FileSystem | Path>> = [
        luml.artifacts.upload("m.luml"),
        luml.artifacts.download(artifact, "copy.luml")
      ]
      for (const call of calls) {
        const error = yield* Effect.promise(() => Runtime.runPromise(noFiles)(Effect.flip(call)))
        assert.propertyVal(error, "_tag", "LocalFileError")
        assert.propertyVal(error, "reason", "unavailable")
        assert.include(String(Reflect.get(Object(error), "hint")), "NodeContext.layer")
      }
    }).pipe(Effect.provide(NodeTransport.layer()))
  )
})
