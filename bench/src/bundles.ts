/**
 * Bytes of a promise client in a browser, minified and gzipped.
 *
 * The budgets are for the code that a page needs before it can make a call: what `createLumnis` reaches by static imports.
 * A resource, and what few calls need, is behind `import()` and comes with its first use. Bundlers that keep in the entry
 * what the entry needs (Rollup, and so Vite) load about that; esbuild's splitting moves it into many shared chunks, each with
 * lists of names, and all code of a module along with the part that is needed. The rows without a budget say what that makes,
 * and what a bundler makes that does not split.
 */

import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { type BuildOptions, type BuildResult, build, type Plugin } from "esbuild"
import { type Row, row } from "./measure.js"

type Built = BuildResult<{ metafile: true; write: false }>

const bundle = (platform: string, create: string, options: BuildOptions): Promise<Built> =>
  build({
    stdin: {
      contents: `export { ${create} } from "@trilum/${platform}/promise"`,
      resolveDir: fileURLToPath(new URL("../..", import.meta.url)),
      sourcefile: "start.js"
    },
    outdir: "bundle",
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    ...options,
    metafile: true,
    write: false
  })

const kilobytes = ({ outputFiles }: Built, files?: ReadonlySet<string>): number =>
  outputFiles
    .filter(({ path }) => files?.has(basename(path)) !== false)
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength / 1024, 0)

const onDemandOutside: Plugin = {
  name: "on-demand-outside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /.*/ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined))
}

const effectOutside: Plugin = {
  name: "effect-outside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@?effect\// }, ({ path }) => ({ path, external: true, sideEffects: false }))
}

/** The entry and the chunks that it imports before it runs. */
const startOf = ({ metafile: { outputs } }: Built): ReadonlySet<string> => {
  const files = new Set<string>()
  const add = (path: string): void => {
    const output = outputs[path]
    if (output === undefined || files.has(basename(path))) return
    files.add(basename(path))
    for (const { kind, path: imported } of output.imports) if (kind === "import-statement") add(imported)
  }
  for (const [path, { entryPoint }] of Object.entries(outputs)) if (entryPoint?.endsWith("start.js")) add(path)
  return files
}

const noBudget = Number.POSITIVE_INFINITY

export const bundles = async (): Promise<ReadonlyArray<Row>> => {
  const start = await bundle("lumnis", "createLumnis", { plugins: [onDemandOutside] })
  const ours = await bundle("lumnis", "createLumnis", { plugins: [effectOutside, onDemandOutside] })
  const split = await bundle("lumnis", "createLumnis", { splitting: true })
  const whole = await bundle("lumnis", "createLumnis", {})
  return [
    row("bundle: lumnis promise client, to start, min+gz, KB with Effect", "max", 110, [kilobytes(start)]),
    row("bundle: lumnis promise client, to start, min+gz, KB of ours", "max", 30, [kilobytes(ours)]),
    row("bundle: as esbuild splits it: to start, KB with Effect", "max", noBudget, [kilobytes(split, startOf(split))]),
    row("bundle: not split: everything, KB with Effect", "max", noBudget, [kilobytes(whole)])
  ]
}
