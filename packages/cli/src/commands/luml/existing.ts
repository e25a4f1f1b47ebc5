/**
 * What is there already, for `--skip-existing`.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { basename } from "node:path"
import { pipeline } from "node:stream/promises"
import type { ArtifactListed } from "@trilum/luml/generated/artifacts"
import type { Luml } from "@trilum/luml/Luml"
import type { PlaceError } from "@trilum/luml/Place"
import type { ArtifactRecord } from "@trilum/luml/transfer/Download"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

const sizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    (stats) => (stats.isFile() ? stats.size : undefined),
    () => undefined
  )

/** `undefined` for a file that cannot be read. */
const sha256Of = async (path: string, signal: AbortSignal): Promise<string | undefined> => {
  const hash = createHash("sha256")
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash, { signal })
    return hash.digest("hex")
  } catch {
    return undefined
  }
}

/**
 * Finds the artifact of the collection that has the name and the content of a local file. Only files whose name and size
 * are there are read.
 *
 * @since 0.1.0
 * @category constructors
 */
export const inCollection = (
  client: Luml.Service
): Effect.Effect<(path: string) => Effect.Effect<ArtifactListed | undefined>, PlaceError> =>
  Effect.map(Stream.runCollect(client.artifacts.listAll()), (listed) => {
    const uploaded = Chunk.toReadonlyArray(listed).filter(({ status }) => status === "uploaded")
    return (path) =>
      Effect.promise(async (signal) => {
        const named = uploaded.filter(({ file_name: name }) => name === basename(path))
        const size = named.length === 0 ? undefined : await sizeOf(path)
        const candidates = named.filter((artifact) => artifact.size === size)
        const sha256 = candidates.length === 0 ? undefined : await sha256Of(path, signal)
        return candidates.find(({ file_hash: hash }) => hash === sha256)
      })
  })

/**
 * Whether a local file is what an artifact's record promises.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isLocal = (record: ArtifactRecord, path: string): Effect.Effect<boolean> =>
  Effect.promise(async (signal) =>
    (await sizeOf(path)) === record.size ? (await sha256Of(path, signal)) === record.file_hash.toLowerCase() : false
  )
