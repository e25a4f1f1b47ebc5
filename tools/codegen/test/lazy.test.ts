import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { filesOf } from "../src/files.js"
import { platformNames } from "../src/platforms.js"
import { documents } from "./documents.js"
import {
  contractText,
  type Generated,
  generate,
  generateText,
  temporaryFolder,
  textOf,
  typeErrors,
  writeGenerated
} from "./support.js"

const documentOf = (name: string): Generated => {
  const root = documents[name]
  if (root === undefined) throw new Error(`no document ${name}`)
  return generate(root)
}

/** The same files, one of them changed. */
const changed = (generated: Generated, name: string, from: string | RegExp, to: string): Generated => {
  const text = textOf(generated, name)
  const next = text.replace(from, to)
  if (next === text) throw new Error(`${from} is not in ${name}:\n${text}`)
  return { ...generated, files: new Map([...generated.files, [name, next]]) }
}

describe("mistakes in generated code that its types catch", () => {
  const pages = documentOf("pages")
  const references = documentOf("references")
  const cases = new Map<string, Generated>([
    ["a field of a schema that is misspelled", changed(references, "things.ts", /\n {2}id: R\./, "\n  idd: R.")],
    ["a field of a schema that is left out", changed(references, "things.ts", /\n {2}id: R\.\w+,?/, "")],
    ["a field of another type", changed(references, "things.ts", /\n {2}id: R\.\w+/, "\n  id: R.boolean")],
    ["a method that the table leaves out", changed(pages, "lazy.ts", /\n.*listOffsetAll: "stream",?/, "")],
    ["a method of the table that does not exist", changed(pages, "lazy.ts", "listOffset:", "listOffsets:")],
    [
      "a stream that the table calls an effect",
      changed(pages, "lazy.ts", 'listOffsetAll: "stream"', 'listOffsetAll: "effect"')
    ],
    [
      "an effect that the table calls a stream",
      changed(pages, "lazy.ts", 'listOffset: "effect"', 'listOffset: "stream"')
    ],
    ["another resource's module", changed(pages, "lazy.ts", "./things.js", "./shared.js")]
  ])
  let errors: ReadonlyMap<string, ReadonlyArray<string>>
  beforeAll(() => {
    errors = typeErrors(new Map([...cases, ["unchanged pages", pages], ["unchanged references", references]]))
  }, 120_000)
  it.each([...cases.keys()])("%s", (name) => {
    expect(errors.get(name)).not.toEqual([])
  })
  it.each(["unchanged pages", "unchanged references"])("none in %s", (name) => {
    expect(errors.get(name)).toEqual([])
  })
})

describe("the table of resources", () => {
  it.each(platformNames)("%s: has every resource and imports none of them before its use", (name) => {
    const generated = generateText(contractText(name), name)
    const text = textOf(generated, "lazy.ts")
    expect(text.match(/^import .*/gm)?.every((line) => line.startsWith("import type "))).toBe(true)
    const loaded = [...text.matchAll(/await import\("\.\/(\w+)\.js"\)/g)].map(([, resource]) => resource)
    expect(loaded).toEqual(generated.model.resources.map((resource) => resource.name))
  })
  it("does not take the name of a resource", () => {
    const [first] = documentOf("pages").model.resources
    const resource = generate({
      ...documents["pages"],
      paths: { "/lazy": { get: { tags: ["lazy"], operationId: "getLazy", responses: { 200: { description: "ok" } } } } }
    })
    expect(first?.name).toBe("things")
    expect(resource.model.resources.map(({ name }) => name)).not.toContain("lazy")
    expect(new Set(filesOf(resource.model).map(({ name }) => name)).size).toBe(filesOf(resource.model).length)
  })
})

describe("what bundlers leave out of generated code", () => {
  const folder = temporaryFolder()
  afterAll(folder.remove)
  const bundled = async (generated: Generated, name: string, contents: string): Promise<string> => {
    const path = join(folder.path, name)
    writeGenerated(path, generated)
    // A package that does not promise to have no side effects: what is left out is so by its own text.
    writeFileSync(join(path, "package.json"), `{"type":"module"}`)
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: join(path, "generated"), loader: "ts" },
      bundle: true,
      write: false,
      format: "esm",
      external: ["@trilum/*", "effect/*"]
    })
    return outputFiles.map(({ text }) => text).join("\n")
  }

  it.each([...Object.keys(documents)])("%s: everything, when nothing of it is used", async (name) => {
    const generated = documentOf(name)
    const imports = [...generated.files.keys()]
      .filter((file) => file !== "lazy.ts" && file !== "catalog.ts")
      .map((file) => `import "./${file.replace(/ts$/, "js")}"`)
    const text = await bundled(generated, `all-${name}`, imports.join("\n"))
    expect(text).not.toMatch(/Schema = |method: "/)
  })

  it("the schemas and operations beside the one that is used", async () => {
    const text = await bundled(
      generateText(contractText("lumnis"), "lumnis"),
      "one",
      `export { getThread } from "./threads.js"`
    )
    expect(text).toContain("ThreadSchema = ")
    expect(text.match(/method: "/g)?.length).toBe(1)
    expect(text).not.toContain("ThreadListSchema")
    expect(text.match(/Schema = /g)?.length).toBeLessThan(5)
  })
})
