/** Artifact files of any size. */
import { createHash, randomFillSync } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"

const block = 512

/** A member of a tar archive (POSIX ustar). */
const member = (name: string, content: Buffer): ReadonlyArray<Buffer> => {
  const header = Buffer.alloc(block)
  header.write(name, 0)
  header.write("0000644", 100)
  header.write(content.length.toString(8).padStart(11, "0"), 124)
  header.fill(" ", 148, 156)
  header.write("0", 156)
  header.write("ustar", 257)
  header.write("00", 263)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return [header, content, Buffer.alloc((block - (content.length % block)) % block)]
}

const manifest = {
  artifact_type: "dataset",
  variant: "tabular",
  name: "numbers",
  description: null,
  version: "1",
  producer_name: "test",
  producer_version: "1",
  producer_tags: [],
  payload: { subsets: {} }
}

/** A dataset with so many random bytes in it. */
export const bytes = (size: number): Buffer =>
  Buffer.concat([
    ...member("manifest.json", Buffer.from(JSON.stringify(manifest))),
    ...member("data/chunk_000.csv", randomFillSync(Buffer.alloc(size))),
    Buffer.alloc(2 * block)
  ])

export const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex")

/** Writes a dataset and gives its SHA-256. */
export const write = (folder: string, name: string, size: number): string => {
  const content = bytes(size)
  writeFileSync(join(folder, name), content)
  return sha256(content)
}
