import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
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
    [
      "a method that the resource leaves out",
      changed(pages, "things.ts", /\n {2,4}listOffset: [\s\S]*?(?=\n {2,4}listOffsetPages: )/, "")
    ],
    [
      "a method of the resource that its service does not have",
      changed(pages, "things.ts", /(\n {2,4})listOffset: /, "$1listOffsets: ")
    ],
    ["another resource's module", changed(pages, "index.ts", "./things.js", "./shared.js")]
  ])
  let errors: ReadonlyMap<string, ReadonlyArray<string>>
  beforeAll(() => {
    errors = typeErrors(new Map([...cases, ["unchanged pages", pages], ["unchanged references", references]]))
  }, 120_000)
  it.each([...cases.keys()])("%s", (name) => {
    assert.notDeepEqual(errors.get(name), [])
  })
  it.each(["unchanged pages", "unchanged references"])("none in %s", (name) => {
    assert.deepStrictEqual(errors.get(name), [])
  })
})

describe("the record of resources", () => {
  it.each(platformNames)("%s: has every resource under its name", (name) => {
    const generated = generateText(contractText(name), name)
    const text = textOf(generated, "index.ts")
    const exported = [...text.matchAll(/^export \{ resource as (\w+) \} from "\.\/(\w+)\.js"/gm)].map(
      ([, as, file]) => [as, file]
    )
    assert.deepStrictEqual(
      exported,
      generated.model.resources.map((resource) => [resource.name, resource.name])
    )
    for (const resource of generated.model.resources) {
      assert.include(textOf(generated, `${resource.name}.ts`), `Resource.make(\n  "${resource.name}",`)
    }
  })

  it("an operation, a schema and a tag called like what a module exports get names of their own", () => {
    const named = generate({
      ...documents["pages"],
      paths: {
        "/resource": {
          get: {
            tags: ["index"],
            operationId: "resource",
            responses: {
              200: {
                description: "ok",
                content: { "application/json": { schema: { $ref: "#/components/schemas/Resource" } } }
              }
            }
          }
        }
      },
      components: { schemas: { Resource: { type: "object", properties: { id: { type: "string" } } } } }
    })
    assert.deepStrictEqual(
      named.model.resources.map(({ name }) => name),
      ["indexResource"]
    )
    assert.deepStrictEqual(typeErrors(new Map([["named", named]])).get("named"), [])
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
      .filter((file) => file !== "catalog.ts")
      .map((file) => `import "./${file.replace(/ts$/, "js")}"`)
    const text = await bundled(generated, `all-${name}`, imports.join("\n"))
    assert.notMatch(text, /Schema = |method: "/)
  })

  it("the schemas and operations beside the one that is used", async () => {
    const text = await bundled(
      generateText(contractText("lumnis"), "lumnis"),
      "one",
      `export { getThread } from "./threads.js"`
    )
    assert.include(text, "ThreadSchema = ")
    assert.lengthOf(text.match(/method: "/g) ?? [], 1)
    assert.notInclude(text, "ThreadListSchema")
    assert.isBelow(text.match(/Schema = /g)?.length ?? 0, 5)
  })
})
