/**
 * Checks what would be published: packs every package, lints the tarballs (publint, attw), then installs them into an
 * empty project outside the workspace, imports and type-checks every module and runs the command.
 *
 *     node tools/packages.mjs [api|manifests|publint|attw|consumer]...
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { withAddress } from "./address.mjs"
import { capture, command, pnpm, published, root, run, specifiers } from "./workspace.mjs"

const asked = process.argv.slice(2)
const wanted = (step) => asked.length === 0 || asked.includes(step)
const directory = mkdtempSync(join(tmpdir(), "trilum-packages-"))
process.on("exit", () => rmSync(directory, { recursive: true, force: true }))

const manifest = (name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"))
const importable = published.filter((name) => manifest(name).exports?.["."] !== undefined)
const tarball = (name) => join(directory, `trilum-${name}-${manifest(name).version}.tgz`)

const fail = (step, name, output) => {
  console.error(`${step} ${name} failed\n${output.trimEnd()}`)
  process.exit(1)
}

run([process.execPath, "tools/build.mjs", "--quiet"])
for (const name of published) {
  const { code, output } = await capture(pnpm("pack", "--pack-destination", directory), {
    cwd: join(root, "packages", name)
  })
  if (code !== 0) fail("pack", name, output)
}
console.log(`packed ${published.length} packages`)

if (wanted("api")) run([process.execPath, "tools/api.mjs"])

// On the page of a registry there are no files beside a README, and provenance wants the address in every manifest.
if (wanted("manifests")) {
  for (const name of published) {
    const readme = readFileSync(join(root, "packages", name, "README.md"), "utf8")
    const relative = [...readme.matchAll(/\]\((?!https?:|#)([^)]*)\)/g)].map(([, link]) => link)
    if (relative.length > 0) fail("links", name, `README.md has relative links: ${relative.join(", ")}`)
    const { files, license, sideEffects, ...given } = manifest(name)
    if (sideEffects === undefined || license === undefined) fail("manifest", name, "sideEffects or license is missing")
    for (const file of ["README.md", "CHANGELOG.md", "LICENSE"])
      if (!files.includes(file)) fail("manifest", name, `files does not name ${file}`)
    const { repository } = withAddress(given, "https://host.example/owner/name", name)
    if (repository.directory !== `packages/${name}`) fail("address", name, JSON.stringify(repository))
  }
  console.log("manifests: complete, no relative link in a README")
}

if (wanted("publint")) {
  for (const name of published) {
    const { code, output } = await capture(command("publint", "run", "--strict", tarball(name)))
    if (code !== 0) fail("publint", name, output)
  }
  console.log("publint: clean")
}

if (wanted("attw")) {
  for (const name of importable) {
    const entries = specifiers(name).map((specifier) => specifier.slice(`@trilum/${name}/`.length) || ".")
    const { code, output } = await capture(
      command("attw", tarball(name), "--profile", "esm-only", "--no-emoji", "--no-color", "--entrypoints", ...entries)
    )
    if (code !== 0) fail("attw", name, output)
  }
  console.log("attw: clean")
}

/** The oldest compiler whose users can import the packages without `skipLibCheck`. */
const oldest = "5.4.5"

if (wanted("consumer")) {
  const consumer = join(directory, "consumer")
  mkdirSync(consumer)
  const pins = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")
  const pin = (name) => pins.match(new RegExp(`^ {2}"?${name}"?: (\\S+)$`, "m"))[1]
  const external = ["effect", "@effect/platform", "@types/node"]
  writeFileSync(
    join(consumer, "package.json"),
    JSON.stringify({
      private: true,
      type: "module",
      dependencies: {
        ...Object.fromEntries(published.map((name) => [`@trilum/${name}`, `file:${tarball(name)}`])),
        ...Object.fromEntries(external.map((name) => [name, pin(name)])),
        typescript: oldest
      }
    })
  )
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const install = await capture([npm, "install", "--no-audit", "--no-fund", "--no-package-lock"], { cwd: consumer })
  if (install.code !== 0) fail("install", "consumer", install.output)

  const all = importable.flatMap(specifiers)
  writeFileSync(
    join(consumer, "imports.mjs"),
    `for (const specifier of ${JSON.stringify(all)}) {
  try { await import(specifier) } catch (error) { console.error(specifier, error); process.exitCode = 1 }
}
`
  )
  const imports = await capture([process.execPath, "imports.mjs"], { cwd: consumer })
  if (imports.code !== 0) fail("import", "consumer", imports.output)

  const lines = all.map((specifier, i) => `import * as module${i} from ${JSON.stringify(specifier)}\nvoid module${i}`)
  writeFileSync(join(consumer, "types.ts"), `${lines.join("\n")}\n`)
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--skipLibCheck", "false"]
  const types = await capture(
    command("tsc", ...flags, "--lib", "es2023,esnext.disposable,dom,dom.iterable", "--types", "node", "types.ts"),
    { cwd: consumer }
  )
  if (types.code !== 0) fail("types", "consumer", types.output)

  // Declarations of Effect itself need a newer compiler; ours must not.
  const old = await capture(
    [
      process.execPath,
      "node_modules/typescript/bin/tsc",
      ...flags,
      "--lib",
      "es2023,esnext.disposable,dom",
      "types.ts"
    ],
    { cwd: consumer }
  )
  const ours = old.output.split("\n").filter((line) => line.includes("node_modules/@trilum/"))
  if (ours.length > 0) fail(`types with TypeScript ${oldest}`, "consumer", ours.join("\n"))

  const version = await capture([join(consumer, "node_modules/.bin/trilum"), "--version"], { cwd: consumer })
  if (version.code !== 0 || version.output.trim() !== manifest("cli").version)
    fail("trilum", "--version", version.output)
  console.log(`consumer: ${all.length} modules import and type-check, trilum --version prints ${version.output.trim()}`)
}
