import { join } from "node:path"
import * as Decoder from "@trilum/core/Decoder"
import type { ResponseSchema } from "@trilum/core/ResponseSchema"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { documents } from "./documents.js"
import { declared, type Generated, generate, temporaryFolder, textOf, typeErrors, writeGenerated } from "./support.js"

const generated = new Map<string, Generated>(Object.entries(documents).map(([name, root]) => [name, generate(root)]))

const of = (name: string): Generated => {
  const found = generated.get(name)
  if (found === undefined) throw new Error(`no document ${name}`)
  return found
}

const isSchema = (value: unknown): value is ResponseSchema<unknown> =>
  typeof value === "object" && value !== null && "node" in value

const things = (name: string): string => textOf(of(name), "things.ts")
const everything = (name: string): string => [...of(name).files.values()].join("\n")
const problemsOf = (name: string): ReadonlyArray<string> => of(name).problems.map(({ construct }) => construct)

describe("what is generated compiles", () => {
  let errors: ReadonlyMap<string, ReadonlyArray<string>>
  beforeAll(() => {
    errors = typeErrors(generated)
  }, 120_000)
  it.each([...generated.keys()])("%s", (name) => {
    expect(errors.get(name)).toEqual([])
  })
})

describe("references", () => {
  it("an operation's parameter replaces the path's, and path parameters of components are found", () => {
    const text = things("references")
    expect(declared(text, "interface ThingsGetParams")).toContain("readonly trace: number")
    expect(text).toContain("readonly get: (thingId: string, params: ThingsGetParams, options?: RequestOptions)")
    expect(text).toContain("@param thingId Its id.")
    expect(text).toContain("Errors: 404.")
  })
  it("3.1 siblings of a reference extend it, prose does not", () => {
    expect(declared(everything("references"), "interface Extended")).toMatch(/more: string[\s\S]*text: string/)
    expect(declared(things("references"), "interface Thing ")).toContain(
      "/** What it is. */\n  readonly note?: Note | null"
    )
  })
  it("a reference to a place that is no component works", () => {
    expect(everything("references")).toContain("export type Borrowed = Note")
  })
  it("one schema in both directions has an input form only where the two differ", () => {
    const text = things("references")
    expect(declared(text, "interface ThingInput")).toContain("readonly note?: Note | undefined")
    expect(text).not.toContain("NoteInput")
    expect(declared(text, "interface ThingsPutParams")).toContain(
      "ThingsPutParams extends ThingInput {\n  readonly trace?: string"
    )
  })
  it("nothing is reported", () => expect(problemsOf("references")).toEqual([]))
})

describe("composition", () => {
  it("allOf of objects is one object, its required lists united", () => {
    expect(declared(things("composition"), "interface Merged")).toBe(
      "export interface Merged {\n  readonly id: string\n  readonly at: Date\n  readonly name: string\n}"
    )
  })
  it("allOf around a union is the union of the merged members", () => {
    expect(declared(things("composition"), "interface SpreadOption1")).toMatch(/id: string[\s\S]*a: string/)
    expect(things("composition")).toContain("export type Spread = SpreadOption1 | SpreadOption2")
  })
  it("enumerations of responses may grow, those of requests only when the contract says so", () => {
    const response = declared(things("composition"), "interface All ")
    expect(response).toContain('readonly closed: OpenEnum<"x" | "y">')
    expect(response).toContain('readonly open: OpenEnum<"x" | "y">')
    expect(response).toContain("readonly level: number")
    expect(response).toContain('readonly kind: "all"')
    const request = declared(things("composition"), "interface AllInput")
    expect(request).toContain('readonly closed: "x" | "y"')
    expect(request).toContain('readonly open: OpenEnum<"x" | "y">')
    expect(request).toContain("readonly level: 1 | 2")
  })
  it("nulls, text beside known texts and lists of types", () => {
    const response = declared(things("composition"), "interface All ")
    expect(response).toContain("readonly maybe?: Base | null")
    expect(response).toContain('readonly loose?: OpenEnum<"a" | "b"> | null')
    expect(response).toContain("readonly either: string | number | null")
  })
  it("read-only fields are not asked for, write-only ones not promised, secrets may be redacted", () => {
    expect(declared(things("composition"), "interface All ")).not.toContain("secret")
    const request = declared(things("composition"), "interface AllInput")
    expect(request).not.toContain("made")
    expect(request).toContain("readonly secret?: string | Redacted.Redacted | undefined")
    expect(request).toContain("readonly secrets?: { readonly [key: string]: string | Redacted.Redacted } | undefined")
  })
  it("a contradiction is reported and unknown", () => {
    expect(declared(things("composition"), "interface All ")).toContain("readonly conflict?: unknown")
    expect(problemsOf("composition")).toEqual(["allOf: members disagree on type"])
  })
})

describe("objects", () => {
  const text = things.bind(undefined, "objects")
  it("inline objects are named after their place", () => {
    expect(declared(text(), "interface Tree ")).toContain("readonly pagination?: TreePagination | null")
    expect(declared(text(), "interface TreePagination ")).toContain("ReadonlyArray<TreePaginationLink>")
  })
  it("maps, tuples, odd names", () => {
    const tree = declared(text(), "interface Tree ")
    expect(tree).toContain("readonly counts?: { readonly [key: string]: number } | null")
    expect(tree).toContain("readonly named?: { readonly [key: string]: Owner } | null")
    expect(tree).toContain('/** Keys: "left", "right". */')
    expect(tree).toContain("readonly matched?: { readonly [key: string]: boolean } | null")
    expect(tree).toContain("readonly pair?: readonly [number, string] | null")
    expect(tree).toContain('readonly "odd name"?: string | null')
    expect(tree).toContain("readonly free?: { readonly [key: string]: unknown } | null")
    expect(tree).toContain("readonly anything?: unknown")
  })
  it("an open object has an index signature in requests only", () => {
    expect(declared(text(), "interface TreeWide ")).not.toContain("[key: string]")
    expect(declared(text(), "interface TreeWideInput ")).toContain("readonly [key: string]: unknown")
    expect(text()).not.toContain("TreeClosedInput {\n  readonly [key")
  })
  it("conditions that types cannot say are reported", () => {
    expect(problemsOf("objects")).toEqual(["if", "not"])
  })
})

describe("bodies and answers", () => {
  const text = (): string => things("bodies")
  it("multipart takes blobs and file parts", () => {
    const params = declared(text(), "interface ThingsUploadParams")
    expect(params).toContain("readonly file: FileInput")
    expect(params).toContain("readonly files?: ReadonlyArray<FileInput> | undefined")
    expect(declared(text(), "const uploadThing")).toContain('body: "multipart",\n  bodyRequired: true')
  })
  it("bytes, forms, events, text and nothing", () => {
    expect(text()).toContain("Stream.Stream<Uint8Array, ApiError | StreamError>")
    expect(declared(text(), "const sendForm: Operation<void, false>")).toContain(
      'body: "form",\n  response: "none",\n  success: R.none'
    )
    expect(declared(text(), "const putBytes")).toContain('body: "bytes",\n  wholeBody: true')
    expect(declared(text(), "const watchThings: Operation<void, false>")).toContain('response: "events"')
    expect(text()).toContain("Stream.Stream<SseEvent, ApiError | StreamError>")
    expect(declared(text(), "const readText: Operation<string, false>")).toContain(
      'response: "text",\n  success: R.string'
    )
    expect(declared(text(), "const checkThing")).toContain('method: "HEAD"')
  })
  it("a body that is no plain object, or whose names stand in the query, is one parameter", () => {
    for (const operation of ["sendList", "sendUnion", "sendClash"]) {
      expect(declared(text(), `const ${operation}:`)).toContain("wholeBody: true")
    }
    expect(declared(text(), "interface ThingsSendClashParams ")).toMatch(
      /body: ThingsSendClashParamsBody[\s\S]*name\?: string/
    )
    expect(declared(text(), "const sendFree")).not.toContain("wholeBody")
    expect(declared(text(), "interface ThingsSendFreeParams")).toContain("readonly [key: string]: unknown")
  })
  it("an operation without security sends no credential", () => {
    expect(declared(text(), "const readPublic")).toContain("auth: false")
    expect(declared(text(), "const sendFree")).not.toContain("auth:")
  })
  it("content types that are left out are reported", () => {
    expect(problemsOf("bodies")).toEqual([
      "request content types application/json, application/xml",
      "a success without a body beside one with JSON",
      "response content types application/json, text/event-stream"
    ])
  })
})

describe("parameters", () => {
  const text = (): string => things("parameters")
  it("styles, exploded objects and headers reach the operation", () => {
    const operation = declared(text(), "const searchThings")
    expect(operation).toContain('queryStyle: { comma: "comma", space: "space", pipe: "pipe", deep: "deepObject" }')
    expect(operation).toContain('"height"')
    expect(operation).not.toContain('"exploded"')
    expect(operation).toContain('headers: ["X-Trace"]')
    expect(operation).toContain("idempotencyKey: true")
  })
  it("arguments that are words of the language or of the method itself get other names", () => {
    expect(text()).toContain(
      "fromValue: string,\n    classValue: string,\n    params2: string,\n    params: ThingsSearchParams,"
    )
  })
  it("moments are dates or text", () => {
    expect(declared(text(), "interface ThingsSearchParams ")).toContain("readonly since?: Date | string | undefined")
    expect(declared(text(), "interface ThingsSearchParams ")).toContain('readonly "filter[name]"?: string | undefined')
  })
  it("cookies are reported", () => expect(problemsOf("parameters")).toEqual(["cookie parameter"]))
})

describe("pagination", () => {
  it("lists get a stream of pages and one of items, typed by the place the contract names", () => {
    const text = things("pages")
    expect(declared(text, "const listCursor")).toContain(
      'pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "data.list", next: "next" }'
    )
    expect(text).toContain("(page) => page.data?.list")
    expect(text).toContain('pagination: { style: "offset", offset: "skip", limit: "limit", items: "" }')
    expect(text).toMatch(/readonly listOffsetAll: [\s\S]*?Stream\.Stream<string, ApiError>/)
    expect(text).toContain('("a" in page ? page.a : undefined) ?? ("b" in page ? page.b : undefined)')
  })
  it("names that the operation does not have are reported and leave the list unpaged", () => {
    expect(problemsOf("pages")).toEqual(["offset is not a query parameter of the operation"])
    expect(things("pages")).not.toContain("listWrongPages")
  })
})

describe("OpenAPI 3.0", () => {
  it("nullable counts, also beside a reference in allOf; prose beside a reference does not", () => {
    const old = declared(things("older"), "interface Old")
    expect(old).toContain("readonly a: string | null")
    expect(old).toContain("readonly b: Inner | null")
    expect(old).toContain("readonly d: Inner | null")
    expect(old).toContain('readonly e: "x" | null')
    expect(problemsOf("older")).toEqual([])
  })
})

describe("broken documents", () => {
  it("give unknown and a report, never a crash", () => {
    expect([...problemsOf("broken")].sort()).toEqual([
      "$ref #/components/schemas/Missing cannot be resolved",
      "$ref other.yaml#/p cannot be resolved",
      "allOf: #/components/schemas/Loop contains itself",
      "allOf: #/components/schemas/Loop contains itself",
      "callbacks",
      "enum or const of an object or list",
      'type "strange"'
    ])
    expect(declared(things("broken"), "const readX")).toContain("success: R.unknown")
  })
})

describe("generated schemas at run time", () => {
  const folder = temporaryFolder()
  afterAll(folder.remove)
  const load = async (name: string): Promise<Readonly<Record<string, unknown>>> => {
    const path = join(folder.path, name)
    writeGenerated(path, of(name))
    return import(join(path, "generated", "things.ts"))
  }
  const decode = (module: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown => {
    const schema = module[name]
    if (!isSchema(schema)) throw new Error(`${name} is no schema`)
    const decoded = Decoder.compile(schema)(structuredClone(value))
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.differences))
    return decoded.value
  }

  it("a recursive schema decodes to any depth, unknown fields are kept, nulls pass", async () => {
    const module = await load("objects")
    const tree = {
      id: "a",
      children: [{ id: "b", children: [], owner: null, new: 1 }],
      owner: { tree: { id: "c", children: [] } }
    }
    expect(decode(module, "TreeSchema", tree)).toEqual(tree)
    expect(() => decode(module, "TreeSchema", { id: "a", children: [{ id: 1, children: [] }] })).toThrow()
  })
  it("a discriminator decides, also when a member does not say its value", async () => {
    const module = await load("composition")
    expect(decode(module, "PetSchema", { type: "dog", since: "2026-01-02T03:04:05Z" })).toEqual({
      type: "dog",
      since: new Date("2026-01-02T03:04:05Z")
    })
    expect(decode(module, "PetSchema", { type: "cat", since: "soon" })).toEqual({ type: "cat", since: "soon" })
    expect(() => decode(module, "PetSchema", { type: "fish" })).toThrow()
  })
})
