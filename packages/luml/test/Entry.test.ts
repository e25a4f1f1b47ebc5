import { readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { ConfigurationError, createLuml } from "../src/promise.js"

const src = fileURLToPath(new URL("../src", import.meta.url))

const importsOf = (file: string): ReadonlyArray<string> =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type )[^"=;()/]*? from "([^"]+)"$/gm)].flatMap(
    ([, name]) => name ?? []
  )

/** What is loaded with these entries, and what of it is not ours. */
const reach = (...entries: ReadonlyArray<string>) => {
  const seen = new Set<string>()
  const foreign = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const name of importsOf(file)) {
      if (name.startsWith(".")) visit(join(dirname(file), name.replace(/\.js$/, ".ts")))
      else foreign.add(name)
    }
  }
  for (const entry of entries) visit(join(src, entry))
  return { reached: [...seen].map((file) => relative(src, file)), foreign }
}

describe("the main entries", () => {
  it("import no Node module, however far one follows them; files come by an export condition", () => {
    const { foreign, reached } = reach("index.ts", "promise.ts")
    assert.include(reached, join("transfer", "Upload.ts"))
    assert.deepStrictEqual(
      reached.filter((file) => file.startsWith("node")),
      []
    )
    assert.deepStrictEqual(
      [...foreign].filter(
        (name) => !/^(?:effect\/|@effect\/platform\/|@trilum\/core\/|@trilum\/luml\/DefaultDigest$)/.test(name)
      ),
      []
    )
  })

  it("load no resource with the slim client", () => {
    const { reached } = reach("slim.ts")
    assert.deepStrictEqual(
      reached.filter((file) => /^(?:resources|transfer\/(?:Up|Down)load|archive)/.test(file)),
      []
    )
  })

  it("send every request with the fetch of the program", async () => {
    const urls: Array<string> = []
    const luml = createLuml({
      apiKey: "k",
      fetch: async (input) => {
        urls.push(String(input))
        return Response.json([])
      }
    })
    assert.deepStrictEqual(await luml.organizations.list(), [])
    assert.deepStrictEqual(await luml.request({ method: "GET", path: "/v2/new" }), [])
    assert.deepStrictEqual(urls, ["https://api.luml.ai/v1/users/me/organizations", "https://api.luml.ai/v2/new"])
    await luml.close()
  })

  it("throw at once for a client without a key", () => {
    const before = process.env["LUML_API_KEY"]
    delete process.env["LUML_API_KEY"]
    try {
      assert.throws(() => createLuml(), ConfigurationError, /LUML_API_KEY/)
      assert.throws(() => createLuml({ apiKey: " " }), ConfigurationError)
      assert.throws(() => createLuml({ apiKey: "k", baseUrl: "http://example.com" }), ConfigurationError)
    } finally {
      if (before !== undefined) process.env["LUML_API_KEY"] = before
    }
  })
})
