/**
 * The packages as users install and run them: packed, served by a registry, installed by every package manager with the
 * lines of the READMEs, and run on every runtime.
 */
import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { Miniflare } from "miniflare"
import { startEmulator } from "../packages/emulator/dist/promise.js"
import { dataset } from "./dataset.mjs"
import { startRegistry } from "./registry.mjs"

const here = fileURLToPath(new URL(".", import.meta.url))
const binary = (name) => join(here, "node_modules/.bin", name)
const names = ["core", "lumnis", "lvng", "luml", "emulator"]

const run = (file, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], ...options })
    let output = ""
    child.stdout.on("data", (text) => (output += text))
    child.stderr.on("data", (text) => (output += text))
    child.on("error", reject)
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${file} ${args.join(" ")} ended with ${code}\n${output}`))
    )
  })

/** Without what npm sets for its own scripts, which other package managers read as their configuration. */
const plain = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)))

let folder, registry, emulator

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "trilum-e2e-packages-"))
  const upstream = (await run("npm", ["config", "get", "registry"], { cwd: here })).trim()
  const packages = []
  for (const name of names) {
    const source = join(here, "../packages", name)
    const into = join(folder, "tarballs", name)
    await mkdir(into, { recursive: true })
    await run("npx", ["-y", "pnpm@10", "pack", "--pack-destination", into], { cwd: source })
    const tarball = join(into, (await readdir(into))[0])
    const manifest = JSON.parse(await run("tar", ["-xzOf", tarball, "package/package.json"]))
    packages.push({ manifest, tarball })
  }
  registry = await startRegistry(packages, upstream)
  emulator = await startEmulator({ apiKeys: undefined })
})

after(async () => {
  await emulator?.stop()
  await registry?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** An empty project of its own. */
const project = async (name) => {
  const directory = join(folder, name.replaceAll(" ", "-"))
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, "package.json"), JSON.stringify({ private: true, type: "module" }))
  await writeFile(
    join(directory, "promise.mjs"),
    `import { createLumnis } from "@trilum/lumnis/promise"
const lumnis = createLumnis()
console.log((await lumnis.invoke("Hello", { userId: "ada@example.com" })).status)
await lumnis.close()
`
  )
  await writeFile(
    join(directory, "effect.mjs"),
    `import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { Lumnis } from "@trilum/lumnis"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
const program = Effect.gen(function* () {
  const lumnis = yield* Lumnis
  return (yield* lumnis.invoke("Hello", { userId: "ada@example.com" })).status
})
console.log(await Effect.runPromise(program.pipe(Effect.provide(Layer.provide(Lumnis.layerConfig(), DefaultTransport.layer)))))
`
  )
  return directory
}

const npm = (...args) => ["npm", [...args, "--no-audit", "--no-fund"]]

const berry = join(here, "node_modules/@yarnpkg/cli-dist/bin/yarn.js")

/** How each manager adds packages, and how it runs Node. */
const managers = {
  "npm 10": { add: (line) => ["npx", ["-y", "npm@10", "install", ...line]] },
  npm: { add: (line) => npm("install", ...line) },
  "pnpm 10": { add: (line) => ["npx", ["-y", "pnpm@10", "add", ...line]] },
  "yarn 1": { add: (line) => ["node", [join(here, "node_modules/yarn/bin/yarn.js"), "add", ...line]] },
  "yarn berry": { add: (line) => ["node", [berry, "add", ...line]], run: (file) => ["node", [berry, "node", file]] },
  bun: { add: (line) => [binary("bun"), ["add", ...line]] }
}

describe("install lines", () => {
  for (const [name, { add, run: runNode = (file) => ["node", [file]] }] of Object.entries(managers)) {
    it(`${name}: the promise line and the Effect line give programs that run`, async () => {
      const env = {
        ...plain,
        npm_config_registry: registry.url,
        BUN_CONFIG_REGISTRY: registry.url,
        YARN_NPM_REGISTRY_SERVER: registry.url,
        YARN_UNSAFE_HTTP_WHITELIST: "127.0.0.1",
        YARN_ENABLE_GLOBAL_CACHE: "false",
        YARN_ENABLE_TELEMETRY: "false",
        LUMNISAI_API_KEY: "key",
        LUMNISAI_BASE_URL: emulator.urls.lumnis
      }
      const promises = { cwd: await project(`${name} promises`), env }
      await run(...add(["@trilum/lumnis"]), promises)
      assert.match(await run(...runNode("promise.mjs"), promises), /^succeeded$/m)

      const effects = { cwd: await project(`${name} effects`), env }
      await run(...add(["@trilum/lumnis", "@trilum/core", "effect@3"]), effects)
      assert.match(await run(...runNode("effect.mjs"), effects), /^succeeded$/m)
    })
  }
})

describe("declarations under pnpm", () => {
  it("every resource of a client is a type that a library can export", async () => {
    const directory = await project("declarations")
    const options = { cwd: directory, env: { ...plain, npm_config_registry: registry.url } }
    const line = ["@trilum/lumnis", "@trilum/lvng", "@trilum/luml", "effect@3", "typescript@5.9.3", "@types/node@20"]
    await run(...managers["pnpm 10"].add(line), options)
    await copyFile(join(here, "declarations.mjs"), join(directory, "generate.mjs"))
    await run("node", ["generate.mjs"], options)
    const flags = ["--declaration", "--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"]
    await run(
      "node",
      ["node_modules/typescript/bin/tsc", ...flags, "--outDir", "out", "promises.ts", "effects.ts"],
      options
    )
  })
})

describe("ten jobs", () => {
  let directory, artifact
  const expected = Object.fromEntries(
    [
      "create",
      "list",
      "typed error",
      "run",
      "stream of a run",
      "chat",
      "file up and down",
      "artifact up and down",
      "abort",
      "close"
    ].map((job) => [job, true])
  )

  before(async () => {
    directory = await project("jobs")
    const env = { ...plain, npm_config_registry: registry.url }
    await run(...npm("install", "@trilum/lumnis", "@trilum/lvng", "@trilum/luml"), { cwd: directory, env })
    artifact = dataset(2 ** 16).bytes
    await copyFile(join(here, "jobs.mjs"), join(directory, "jobs.mjs"))
    await writeFile(
      join(directory, "main.mjs"),
      `import { runJobs } from "./jobs.mjs"
const artifact = Uint8Array.from(atob(${JSON.stringify(artifact.toString("base64"))}), (c) => c.charCodeAt(0))
const [name, urls] = globalThis.Deno?.args ?? process.argv.slice(2)
console.log("results " + JSON.stringify(await runJobs({ artifact, name, urls: JSON.parse(urls) })))
`
    )
  })

  const runtimes = {
    node: ["node"],
    node22: ["npx", "-y", "node@22"],
    node24: ["npx", "-y", "node@24"],
    bun: [binary("bun")],
    deno: [binary("deno"), "run", "--allow-all"]
  }
  for (const [name, [file, ...args]] of Object.entries(runtimes)) {
    it(`on ${name}`, async () => {
      const output = await run(file, [...args, "main.mjs", name, JSON.stringify(emulator.urls)], {
        cwd: directory,
        env: plain
      })
      assert.deepEqual(JSON.parse(output.match(/^results (.*)$/m)[1]), expected)
    })
  }

  it("on node, bundled as an ES module with the banner of the README", async () => {
    await build({
      absWorkingDir: directory,
      entryPoints: ["main.mjs"],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: "bundled.mjs",
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' }
    })
    const output = await run("node", ["bundled.mjs", "bundled", JSON.stringify(emulator.urls)], {
      cwd: directory,
      env: plain
    })
    assert.deepEqual(JSON.parse(output.match(/^results (.*)$/m)[1]), expected)
  })

  it("on workerd", async () => {
    await writeFile(
      join(directory, "worker.mjs"),
      `import { runJobs } from "./jobs.mjs"
export default {
  async fetch(request) {
    const { artifact, ...rest } = await request.json()
    return Response.json(await runJobs({ ...rest, artifact: Uint8Array.from(atob(artifact), (c) => c.charCodeAt(0)) }))
  }
}
`
    )
    const { outputFiles } = await build({
      absWorkingDir: directory,
      entryPoints: ["worker.mjs"],
      bundle: true,
      format: "esm",
      conditions: ["workerd", "worker", "browser"],
      target: "es2022",
      write: false
    })
    const worker = new Miniflare({ modules: true, script: outputFiles[0].text, compatibilityDate: "2026-01-01" })
    try {
      const body = JSON.stringify({ artifact: artifact.toString("base64"), name: "workerd", urls: emulator.urls })
      const response = await worker.dispatchFetch("http://worker/", { method: "POST", body })
      assert.deepEqual(await response.json(), expected)
    } finally {
      await worker.dispose()
    }
  })
})
