/** Artifact files for the transfer benchmarks. */
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

export const MiB = 1024 * 1024

const header = (name: string, size: number): Buffer => {
  const block = Buffer.alloc(512)
  block.write(name, 0)
  block.write("0000644\0", 100)
  if (size < 8 ** 11) block.write(`${size.toString(8).padStart(11, "0")}\0`, 124)
  else {
    block[124] = 0x80
    block.writeBigUInt64BE(BigInt(size), 128)
  }
  block.write("        ", 148)
  block.write("0", 156)
  block.write("ustar\0", 257)
  let sum = 0
  for (const byte of block) sum += byte
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return block
}

const manifest = JSON.stringify({
  artifact_type: "dataset",
  variant: "tabular",
  producer_name: "bench",
  producer_version: "1",
  producer_tags: [],
  payload: {}
})

/** An artifact of exactly `size` bytes, a multiple of 512. `sparse` leaves the content to the file system. */
export const writeArtifact = (path: string, size: number, sparse: boolean): void => {
  const head = Buffer.concat([
    header("manifest.json", manifest.length),
    Buffer.from(manifest),
    Buffer.alloc(-manifest.length & 511)
  ])
  const content = size - head.length - 512 - 1024
  const file = openSync(path, "w")
  writeSync(file, Buffer.concat([head, header("data.bin", content)]))
  if (!sparse) {
    const block = Buffer.alloc(MiB)
    for (let i = 0; i < block.length; i++) block[i] = (i * 31 + (i >> 8)) & 255
    for (let left = content; left > 0; left -= MiB) writeSync(file, block, 0, Math.min(MiB, left))
  }
  ftruncateSync(file, size)
  closeSync(file)
}

/** A folder that goes when the work is done. */
export const inFolder = async <A>(work: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(tmpdir(), "trilum-bench-"))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
