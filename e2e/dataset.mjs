/** An archive of LUML to upload. */
import { randomBytes } from "node:crypto"

const octal = (value, length) => `${value.toString(8).padStart(length - 1, "0")}\0`

/** One member of a ustar archive. */
const member = (name, content) => {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(octal(0o644, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(content.length, 12), 124)
  header.write(octal(0, 12), 136)
  header.write("        ", 148)
  header.write("0", 156)
  header.write("ustar\x0000", 257)
  header.write(
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      7
    )} `,
    148
  )
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)])
}

/** A dataset of about `size` bytes with one chunk. */
export const dataset = (size) => {
  const manifest = {
    artifact_type: "dataset",
    variant: "tabular",
    name: "rows",
    description: null,
    version: null,
    producer_name: "e2e",
    producer_version: "1",
    producer_tags: [],
    payload: {
      subsets: {
        main: {
          splits: {
            train: { file_format: "csv", num_rows: -1, num_chunks: 1, chunk_files: ["data/main/train/chunk_000.csv"] }
          }
        }
      },
      total_rows: -1,
      file_format: "csv"
    }
  }
  const chunk = randomBytes(size)
  return {
    chunk,
    bytes: Buffer.concat([
      member("manifest.json", Buffer.from(JSON.stringify(manifest))),
      member("data/main/train/chunk_000.csv", chunk),
      Buffer.alloc(1024)
    ])
  }
}
