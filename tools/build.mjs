/**
 * Builds what is published: `tsc -b` writes packages/<name>/dist, esbuild writes the `trilum` command.
 *
 *     node tools/build.mjs [--quiet]
 */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { build } from "esbuild"
import { command, files, published, root, run } from "./workspace.mjs"

const quiet = process.argv.includes("--quiet")
const started = performance.now()
const cli = join(root, "packages/cli")
const bundle = join(cli, "dist/trilum.mjs")

// A module that was renamed or removed must not stay in dist, where it would be packed and published.
const prune = (name) => {
  const dist = join(root, "packages", name, "dist")
  for (const file of files(dist)) {
    const module = relative(dist, file).match(/^(.*)\.(?:d\.ts|js)(?:\.map)?$/)?.[1]
    if (module !== undefined && !existsSync(join(root, "packages", name, "src", `${module}.ts`))) rmSync(file)
  }
}

// The bundle holds code of others, whose licences ask that their notice goes with it.
const notices = (metafile) => {
  const owners = new Map()
  for (const input of Object.keys(metafile.inputs)) {
    const directory = input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]
    if (directory === undefined || owners.has(directory)) continue
    const manifest = JSON.parse(readFileSync(join(root, directory, "package.json"), "utf8"))
    const file = readdirSync(join(root, directory)).find((name) => /^licen[cs]e/i.test(name))
    const text = file === undefined ? "" : readFileSync(join(root, directory, file), "utf8").trim()
    owners.set(directory, `${manifest.name} ${manifest.version} (${manifest.license ?? "see text"})\n\n${text}`)
  }
  return `${[...owners.values()].sort().join(`\n\n${"-".repeat(80)}\n\n`)}\n`
}

const projects = published.map((name) => `packages/${name}/tsconfig.src.json`)
run(command("tsc", "-b", ...projects))
for (const name of published) if (name !== "cli") prune(name)

// `@effect/platform-node` asks for the cluster, RPC and SQL packages of Effect as peers. The two modules of it that core
// needs go into the file that imports them, so that installing a client brings none of these.
const defaultFiles = join(root, "packages/core/dist/node/DefaultFiles.js")
const bundled = await build({
  absWorkingDir: root,
  entryPoints: [defaultFiles],
  outfile: defaultFiles,
  allowOverwrite: true,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  external: ["effect", "@effect/platform", "../LocalFileError.js"],
  legalComments: "none",
  metafile: true,
  logLevel: "warning"
})
const copied = notices(bundled.metafile)
if (copied.trim() !== "") writeFileSync(join(root, "packages/core/dist/THIRD-PARTY-LICENSES.txt"), copied)

const entry = join(cli, "src/bin.ts")
if (!existsSync(entry)) {
  console.error("build: packages/cli/src/bin.ts is missing; it is the entry of the trilum command")
  process.exit(1)
}

// What is behind `import()` is a file of its own, so that `--version` and `--help` read no platform client.
rmSync(join(cli, "dist/chunks"), { recursive: true, force: true })
const result = await build({
  absWorkingDir: root,
  entryPoints: { trilum: entry },
  outdir: join(cli, "dist"),
  outExtension: { ".js": ".mjs" },
  splitting: true,
  chunkNames: "chunks/[hash]",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  conditions: ["@trilum/source"],
  mainFields: ["module", "main"],
  // Binaries: the one is an optional dependency of the command, the other is none.
  external: ["libsql", "pg-native"],
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  define: {
    "process.env.TRILUM_VERSION": JSON.stringify(JSON.parse(readFileSync(join(cli, "package.json"), "utf8")).version)
  },
  // CommonJS dependencies call `require` for Node's own modules, which an ES module does not have.
  banner: {
    js: '#!/usr/bin/env node\nimport { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);'
  }
})
chmodSync(bundle, 0o755)
rmSync(join(cli, "dist/man"), { recursive: true, force: true })
run([process.execPath, bundle, "__man", join(cli, "dist/man")])
writeFileSync(join(cli, "dist/THIRD-PARTY-LICENSES.txt"), notices(result.metafile))

if (!quiet) {
  const written = Object.values(result.metafile.outputs).reduce((total, { bytes }) => total + bytes, 0)
  const size = (written / 1024).toFixed(0)
  console.log(
    `built ${published.length} packages; ${relative(root, bundle)} is ${size} KB (${((performance.now() - started) / 1000).toFixed(1)} s)`
  )
}
