/** Artifact files of any size, and folders that go with the test. */
import { randomFillSync } from "node:crypto"
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

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

export const folder: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "trilum-test-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** An artifact in a folder of its own. */
export const file = (
  size: number,
  more?: Readonly<Record<string, string | Buffer>>
): Effect.Effect<{ readonly folder: string; readonly path: string; readonly bytes: Buffer }, never, Scope.Scope> =>
  Effect.map(folder, (folder) => {
    const bytes = artifact(size, more)
    const path = join(folder, "model.luml")
    writeFileSync(path, bytes)
    return { folder, path, bytes }
  })

export const names = (folder: string): ReadonlyArray<string> => readdirSync(folder).sort()
