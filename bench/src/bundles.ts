/** Bytes a browser loads for a promise client, minified and gzipped: with Effect, and ours alone. */

import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { type Row, row } from "./measure.js"

const kilobytes = async (platform: string, withEffect: boolean): Promise<number> => {
  const result = await build({
    stdin: {
      contents: `export * from "@trilum/${platform}/promise"`,
      resolveDir: fileURLToPath(new URL("../..", import.meta.url))
    },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    ...(withEffect ? {} : { external: ["effect", "effect/*", "@effect/*"] })
  })
  return gzipSync(result.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).byteLength / 1024
}

export const bundles = async (): Promise<ReadonlyArray<Row>> => [
  row("bundle: lumnis promise client, min+gz, KB with Effect", "max", 110, [await kilobytes("lumnis", true)]),
  row("bundle: lumnis promise client, min+gz, KB of ours", "max", 30, [await kilobytes("lumnis", false)])
]
