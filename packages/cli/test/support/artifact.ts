/** Artifact files of any size. */
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { artifact } from "@trilum/testing/archive"

export { artifact as bytes } from "@trilum/testing/archive"

export const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex")

/** Writes an artifact with metrics. */
export const withMetrics = (folder: string, name: string, metrics: Readonly<Record<string, number>>): void => {
  const meta = JSON.stringify([{ producer_tags: ["dataforce.studio::registry_metrics:v1"], payload: { metrics } }])
  writeFileSync(join(folder, name), artifact(1000, { "meta.json": meta }))
}

/** Writes a dataset and gives its SHA-256. */
export const write = (folder: string, name: string, size: number): string => {
  const content = artifact(size)
  writeFileSync(join(folder, name), content)
  return sha256(content)
}
