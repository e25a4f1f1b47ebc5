import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { run } from "../src/generate.js"
import { contractText, temporaryFolder } from "./support.js"

let folder = temporaryFolder()
let out = ""
let err = ""
const command = (...args: ReadonlyArray<string>): number => {
  out = ""
  err = ""
  return run(args, folder.path, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    }
  })
}

beforeEach(() => {
  folder = temporaryFolder()
  mkdirSync(join(folder.path, "contracts"))
  for (const name of ["lumnis", "lvng", "luml"]) {
    writeFileSync(join(folder.path, "contracts", `${name}.openapi.json`), contractText(name))
  }
})
afterEach(() => folder.remove())

const generatedFolder = (): string => join(folder.path, "packages", "luml", "src", "generated")

describe("pnpm codegen", () => {
  it("writes the package, its cases and a first client module, and then finds nothing to change", () => {
    expect(command("--package", "luml")).toBe(0)
    expect(readdirSync(generatedFolder())).toContain("artifacts.ts")
    expect(existsSync(join(folder.path, "contracts", "cases", "luml.generated.json"))).toBe(true)
    expect(existsSync(join(folder.path, "packages", "luml", "src", "client.ts"))).toBe(true)
    expect(command("--package", "luml", "--check")).toBe(0)
  })
  it("--check fails on a changed, missing or left-over file and repairs nothing", () => {
    command("--package", "luml")
    const file = join(generatedFolder(), "artifacts.ts")
    writeFileSync(file, `${readFileSync(file, "utf8")}// edited\n`)
    writeFileSync(join(generatedFolder(), "gone.ts"), "export {}\n")
    expect(command("--package", "luml", "--check")).toBe(1)
    expect(err).toMatch(/artifacts\.ts\n.*gone\.ts\n/)
    expect(readFileSync(file, "utf8")).toContain("// edited")
    expect(command("--package", "luml")).toBe(0)
    expect(existsSync(join(generatedFolder(), "gone.ts"))).toBe(false)
    expect(command("--package", "luml", "--check")).toBe(0)
  })
  it("never touches a client module that is there", () => {
    const file = join(folder.path, "packages", "luml", "src", "client.ts")
    mkdirSync(join(folder.path, "packages", "luml", "src"), { recursive: true })
    writeFileSync(file, "export type PreparedError = Error\n")
    command("--package", "luml")
    expect(readFileSync(file, "utf8")).toBe("export type PreparedError = Error\n")
  })
})

describe("--spec", () => {
  it("keeps names, scopes and pagination of a contract that a vendor's document replaces, and says what differs", () => {
    const vendor = JSON.parse(contractText("luml"), (key, value: unknown) => (key.startsWith("x-") ? undefined : value))
    delete vendor.paths["/v1/users/me/api-keys"].delete
    vendor.paths["/v1/new"] = {
      get: { operationId: "readNew", tags: ["news"], responses: { 200: { description: "ok" } } }
    }
    vendor.paths["/v1/organizations/{organization_id}"].get.parameters.push({ name: "deep", in: "query", schema: {} })
    const file = join(folder.path, "vendor.json")
    writeFileSync(file, JSON.stringify(vendor))
    expect(command("--package", "luml", "--spec", file)).toBe(0)
    const rows = out.split("\n").map((line) => line.split(/ {2,}/))
    expect(rows).toContainEqual(["added", "news.read", "GET /v1/new"])
    expect(rows).toContainEqual([
      "removed",
      "apiKeys.delete",
      "DELETE /v1/users/me/api-keys",
      "Remove the caller's API key"
    ])
    expect(rows).toContainEqual(["changed", "organizations.get", "GET /v1/organizations/{organization_id}", "+deep"])
    expect(rows.filter(([change]) => ["added", "removed", "changed"].includes(change ?? "")).length).toBe(3)
    expect(readFileSync(join(generatedFolder(), "artifacts.ts"), "utf8")).toContain("readonly listAll: (")
    // Which fields are secrets, only the contract says.
    expect(readFileSync(join(generatedFolder(), "orbitSecrets.ts"), "utf8")).toContain(
      'secrets: { answer: ["*.value"] }'
    )
  })
  it("reads YAML, and reports what it cannot express without failing", () => {
    const file = join(folder.path, "spec.yaml")
    writeFileSync(
      file,
      [
        "openapi: 3.0.0",
        "info: {title: T, version: '1'}",
        "paths:",
        "  /a:",
        "    get:",
        "      parameters:",
        "        - {name: s, in: cookie, schema: {type: string}}",
        "      responses: {'200': {description: ok}}"
      ].join("\n")
    )
    const target = join(folder.path, "out")
    expect(command("--package", "other", "--spec", file, "--out", target)).toBe(0)
    expect(readdirSync(target).sort()).toEqual(["a.ts", "catalog.ts", "index.ts", "inputs.ts", "shared.ts"])
    expect(err).toMatch(/1 constructs .*\npath +construct +emitted\n.*cookie parameter/)
  })
  it.each([
    [["--spec", "x.json"], 2, "--package"],
    [["--package", "../x"], 2, "is not the name of a package"],
    [["--package", "other"], 2, "--out"],
    [["--nonsense"], 2, "--nonsense"],
    [["--package", "luml", "--spec", "missing.json"], 1, "cannot be read"]
  ])("%j fails with a message", (args, code, message) => {
    expect(command(...args)).toBe(code)
    expect(err).toContain(message)
  })
  it.each([
    ["{", "neither JSON nor YAML"],
    ['{"swagger":"2.0"}', "openapi is absent"],
    ["[]", "not an object"]
  ])("%s is refused as a document", (text, message) => {
    const file = join(folder.path, "bad.json")
    writeFileSync(file, text)
    expect(command("--package", "luml", "--spec", file)).toBe(1)
    expect(err).toContain(message)
  })
})
