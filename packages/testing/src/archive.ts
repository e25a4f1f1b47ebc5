/** Archives of LUML, of any size. */
import { randomFillSync } from "node:crypto"

const header = (name: string, size: number): Buffer => {
  const block = Buffer.alloc(512)
  block.write(name, 0)
  block.write("0000644\0", 100)
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124)
  block.write("        ", 148)
  block.write("0", 156)
  block.write("ustar\0", 257)
  let sum = 0
  for (const byte of block) sum += byte
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return block
}

/** A tar of these members. */
export const tar = (members: Readonly<Record<string, string | Buffer>>): Buffer => {
  const blocks: Array<Buffer> = []
  for (const [name, content] of Object.entries(members)) {
    const bytes = Buffer.from(content)
    blocks.push(header(name, bytes.length), bytes, Buffer.alloc(-bytes.length & 511))
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

export const manifest = JSON.stringify({
  artifact_type: "dataset",
  variant: "tabular",
  name: "numbers",
  description: null,
  version: "1",
  producer_name: "luml.ai",
  producer_version: "0.1.0",
  producer_tags: [],
  payload: { subsets: {} }
})

/** An artifact of about this size, with random content. */
export const artifact = (size: number, more: Readonly<Record<string, string | Buffer>> = {}): Buffer =>
  tar({ "manifest.json": manifest, ...more, "data/chunk_000.csv": randomFillSync(Buffer.alloc(size)) })
