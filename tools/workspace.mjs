/** What every tool needs to know of the workspace. */
import { spawn, spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"
import { fileURLToPath } from "node:url"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Packages that go to the registry, in the order of their dependencies. */
export const published = ["core", "lumnis", "lvng", "luml", "batch", "emulator", "mcp", "cli"]

const scripts = {
  attw: "@arethetypeswrong/cli/dist/index.js",
  biome: "@biomejs/biome/bin/biome",
  depcruise: "dependency-cruiser/bin/dependency-cruise.mjs",
  publint: "publint/src/cli.js",
  tsc: "typescript/bin/tsc"
}

/** The command line of a development dependency: no shell, no PATH, no `.bin` shim. */
export const command = (name, ...args) => [process.execPath, join(root, "node_modules", scripts[name]), ...args]

/** The pnpm that runs this script, else the one the README names. */
export const pnpm = (...args) => {
  const path = process.env.npm_execpath
  return path !== undefined && /pnpm\.c?js$/.test(path)
    ? [process.execPath, path, ...args]
    : [process.platform === "win32" ? "npx.cmd" : "npx", "-y", "pnpm@10", ...args]
}

/** Runs a command on this terminal and ends this process with its exit code when it fails. */
export const run = ([file, ...args], options = {}) => {
  const result = spawnSync(file, args, { cwd: root, stdio: "inherit", ...options })
  if (result.error !== undefined) throw result.error
  if (result.status !== 0) process.exit(result.status ?? 1)
  return result
}

/** Runs a command and resolves to its exit code and everything it wrote. */
export const capture = ([file, ...args], options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], ...options })
    const chunks = []
    child.stdout.on("data", (chunk) => chunks.push(chunk))
    child.stderr.on("data", (chunk) => chunks.push(chunk))
    child.on("error", reject)
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }))
  })

/** Paths of all files below `directory`, sorted; empty when it does not exist. */
export const files = (directory) => {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort()
  } catch (error) {
    if (error.code === "ENOENT") return []
    throw error
  }
}

const manifestOf = (name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"))

/** Every specifier the export map of a package offers, patterns expanded by the files of dist; what it maps to null is none. */
export const specifiers = (name) => {
  const { name: packageName, exports } = manifestOf(name)
  const rejected = Object.keys(exports)
    .filter((key) => exports[key] === null && key.startsWith("./") && key.endsWith("/*"))
    .map((key) => key.slice("./".length, -"*".length))
  const dist = join(root, "packages", name, "dist")
  const modules = files(dist)
    .map((file) => relative(dist, file).split(sep).join("/"))
    .filter((file) => file.endsWith(".js") && !rejected.some((directory) => file.startsWith(directory)))
    .map((file) => file.slice(0, -3))
  const targets = (value) => (typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(targets))
  const found = new Set()
  for (const [key, value] of Object.entries(exports)) {
    if (key === "./package.json" || value === null) continue
    const pattern = targets(value).find((target) => target.startsWith("./dist/") && target.endsWith(".js"))
    if (!key.includes("*")) found.add(packageName + key.slice(1))
    else if (pattern !== undefined) {
      const [before, after] = pattern.slice("./dist/".length, -".js".length).split("*")
      for (const module of modules) {
        if (!module.startsWith(before) || !module.endsWith(after)) continue
        const middle = module.slice(before.length, module.length - after.length)
        if (middle !== "index" && !middle.endsWith("/index")) found.add(packageName + key.slice(1).replace("*", middle))
      }
    }
  }
  return [...found]
}
