/** Schemas and skeletons: what they show is what the command takes. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { kebab } from "../src/names.js"
import { type Platform, platforms } from "../src/platforms/Platform.js"
import { argvOf, casesOf, environment } from "./support/cases.js"
import * as TestIo from "./support/TestIo.js"

const schema = async (...words: ReadonlyArray<string>) => {
  const { code, stderr, stdout } = await TestIo.run({}, "schema", ...words, "--json")
  assert.strictEqual(code, 0, stderr)
  return JSON.parse(stdout)
}

const wordsOf = (platform: Platform, entry: CatalogEntry) => [platform.name, kebab(entry.resource), kebab(entry.name)]

describe("schema", () => {
  it("finds an operation by words, by dots and by id, and names the one that was probably meant", async () => {
    const found = await schema("lumnis", "users", "create")
    assert.deepInclude(found, { type: "object", $schema: "https://json-schema.org/draft/2020-12/schema" })
    assert.property(found.properties, "email")
    assert.deepStrictEqual(await schema("lumnis.users.create"), found)
    assert.deepStrictEqual(await schema("createUser"), found)
    const { code, stderr } = await TestIo.run({}, "schema", "lumnis", "users", "craete")
    assert.strictEqual(code, 2)
    assert.include(stderr, 'did you mean "lumnis users create"?')
  })

  it("of the body leaves path and query out; of the answer is what comes back", async () => {
    const whole = await schema("luml", "tracks", "create")
    assert.containsAllKeys(whole.properties, ["organization_id", "orbit_id", "name"])
    const body = await schema("luml", "tracks", "create", "--body")
    assert.doesNotHaveAnyKeys(body.properties, ["organization_id", "orbit_id"])
    const answer = await schema("luml", "tracks", "create", "--answer")
    assert.include(JSON.stringify(answer), '"created_at"')
    assert.notInclude(JSON.stringify(answer), "#/components/")
    for (const words of [
      ["lumnis", "users", "list", "--body"],
      ["lumnis", "files", "download", "--answer"]
    ]) {
      assert.strictEqual((await TestIo.run({}, "schema", ...words)).code, 2, words.join(" "))
    }
  })

  it.each(platforms)("of every operation of $name has no reference to nothing", async (platform) => {
    const Schemas = await import("../src/commands/schema/schemas.js")
    const inputs = await platform.inputs()
    for (const entry of await platform.catalog()) {
      for (const found of [
        Schemas.ofInput(inputs, entry),
        Schemas.ofBody(inputs, entry),
        await Schemas.ofAnswer(entry)
      ]) {
        if (found === undefined) continue
        const defs = Object.keys(Object(found["$defs"]))
        for (const [, name = ""] of JSON.stringify(found).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
          assert.include(defs, name, entry.id)
        }
      }
    }
  })
})

describe("--skeleton", () => {
  it.each(platforms)(
    "of every operation of $name with a body is a body that the operation takes",
    async (platform) => {
      const cases = new Map(casesOf(platform.name).map((each) => [each.operation, each]))
      let count = 0
      for (const entry of await platform.catalog()) {
        const input = cases.get(entry.id)?.input
        if (entry.body !== "json" || input === undefined) continue
        count += 1
        const cwd = TestIo.directory()
        const printed = await TestIo.run({ cwd }, ...wordsOf(platform, entry), "--raw", "--skeleton")
        assert.strictEqual(printed.code, 0, `${entry.id}: ${printed.stderr}`)
        writeFileSync(join(cwd, "skeleton.json"), printed.stdout)
        // The path, the query and the user of the case; the body is the skeleton alone.
        const bodyless = Object.fromEntries(
          Object.entries(input.params ?? {}).filter(([name]) =>
            [...(entry.query ?? []), ...(entry.headers ?? [])].includes(name)
          )
        )
        const argv = argvOf(platform, entry, { path: input.path, params: bodyless }, cwd)
        const end = argv.indexOf("--")
        const words = [
          ...argv.slice(0, end),
          "--raw",
          "--body",
          "@skeleton.json",
          "--dry-run",
          "--json",
          ...argv.slice(end)
        ]
        const { code, stderr, stdout } = await TestIo.run(
          { cwd, env: environment(platform, "http://127.0.0.1:9") },
          ...words
        )
        // Checks of values are the platform's: an empty text may be none of the right form.
        assert.notInclude(stderr, "has no parameter", entry.id)
        assert.notInclude(stderr, "missing --", entry.id)
        if (code === 0 && printed.stdout !== "{}\n") assert.property(JSON.parse(stdout), "body", entry.id)
      }
      assert.isAbove(count, 20)
    },
    120_000
  )

  it("needs no arguments, starts with what is required, and is reached past a command made by hand", async () => {
    const { code, stdout } = await TestIo.run({}, "luml", "collections", "create", "--skeleton")
    assert.strictEqual(code, 0)
    const body = JSON.parse(stdout)
    assert.includeMembers(Object.keys(body).slice(0, 3), ["name", "type"])
    assert.strictEqual((await TestIo.run({}, "lumnis", "threads", "update", "--skeleton")).code, 0)
  })
})
