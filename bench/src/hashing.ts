/** The pass over an artifact that hashes and indexes it, against hashing the same file alone. */
import { createHash } from "node:crypto"
import { closeSync, openSync, readSync } from "node:fs"
import { join } from "node:path"
import { createLuml } from "@trilum/luml/promise"
import { inFolder, MiB, writeArtifact } from "./artifacts.js"
import { type Row, row, speeds, wall } from "./measure.js"

const bare = (path: string): string => {
  const hash = createHash("sha256")
  const buffer = Buffer.allocUnsafeSlow(MiB)
  const file = openSync(path, "r")
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
    hash.update(buffer.subarray(0, length))
  }
  closeSync(file)
  return hash.digest("hex")
}

export const hashing = (smoke: boolean): Promise<ReadonlyArray<Row>> =>
  inFolder(async (folder) => {
    const path = join(folder, "model.luml")
    writeArtifact(path, (smoke ? 16 : 512) * MiB, false)
    const luml = createLuml({ apiKey: "bench-key", baseUrl: "http://127.0.0.1:1" })
    const expected = bare(path)
    const samples = await speeds({
      rounds: smoke ? 2 : 7,
      meter: wall,
      subject: async () => {
        const { file_hash } = await luml.inspect(path)
        if (file_hash !== expected) throw new Error("inspect: another hash than that of the bytes")
      },
      baseline: async () => {
        bare(path)
      }
    })
    await luml.close()
    return [row("hash: bytes a second, inspect of 512 MB / bare crypto", "min", 0.9, samples)]
  })
