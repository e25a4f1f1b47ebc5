/** Bytes of a promise client in a browser, as one file, minified and gzipped. */
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { type Row, row } from "./measure.js"

const kilobytes = async (program: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL("../..", import.meta.url)), sourcefile: "page.js" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false
  })
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength / 1000, 0)
}

const whole = `export { createLumnis } from "@trilum/lumnis/promise"`

const slim = `
import { createLumnis as create } from "@trilum/lumnis/slim"
import { files, users } from "@trilum/lumnis/resources"
export const createLumnis = (options) => create({ ...options, resources: [users, files] })`

export const bundles = async (): Promise<ReadonlyArray<Row>> => [
  row("bundle: lumnis with everything, min+gz, KB", "max", 150, [await kilobytes(whole)]),
  row("bundle: lumnis with two resources, min+gz, KB", "max", 100, [await kilobytes(slim)])
]
