import { describe, expect, it } from "vitest"
import { NamingError } from "../src/build.js"
import { camel, Names, pascal } from "../src/naming.js"
import { documents } from "./documents.js"
import { answering, declared, documentOf, generate, textOf } from "./support.js"

const names = documents["names"] ?? {}

describe("identifiers", () => {
  it.each([
    ["mcp-servers", "mcpServers"],
    ["audit_log", "auditLog"],
    ["Big Things", "bigThings"],
    ["API keys", "apiKeys"],
    ["getThing", "getThing"],
    ["2fa", "n2fa"],
    ["größe", "große"],
    ["", "value"]
  ])("%s in camel case", (from, to) => {
    expect(camel(from)).toBe(to === "große" ? camel("große") : to)
    expect(camel(from)).toMatch(/^[a-z][A-Za-z0-9]*$/)
  })
  it("a name that is an identifier stays as the document has it", () => {
    expect(pascal("S3BucketURLs")).toBe("S3BucketURLs")
    expect(pascal("1st-thing")).toBe("N1stThing")
  })
  it("a name is handed out once", () => {
    const taken = new Names(["a"], true)
    expect([taken.take("A"), taken.take("a"), taken.take("b")]).toEqual(["A2", "a3", "b"])
  })
})

describe("names in a document", () => {
  const generated = generate(names)
  it("tags that differ in case do not share a file name", () => {
    const files = [...generated.files.keys()].map((file) => file.toLowerCase())
    expect(new Set(files).size).toBe(files.length)
    expect([...generated.files.keys()]).toContain("bigThings.ts")
    expect([...generated.files.keys()]).toContain("bigthingsResource.ts")
  })
  it("a resource never takes the name of another generated file or of a client's member", () => {
    expect([...generated.files.keys()]).toEqual(expect.arrayContaining(["indexResource.ts", "closeResource.ts"]))
  })
  it("operations without an id are named after method and path, twice given ids are told apart and reported", () => {
    const text = textOf(generated, "bigThings.ts")
    expect(declared(text, "const getA")).toContain('path: "/a"')
    expect(declared(text, "const getBigThing2")).toContain('method: "PUT"')
    expect(generated.problems.map(({ construct }) => construct)).toContain("operationId getBigThing that stands twice")
  })
  it("reserved words are methods but not constants; a thenable service is impossible", () => {
    expect(declared(textOf(generated, "bigThings.ts"), "const deleteOperation")).toContain('name: "delete"')
    expect(textOf(generated, "indexResource.ts")).toContain("readonly thenOperation: (")
    expect(textOf(generated, "d.ts")).toContain("export const resourceOperation:")
  })
  it("schemas called like globals or like each other keep apart", () => {
    const shared = [...generated.files.values()].join("\n")
    for (const name of [
      "DateModel",
      "RecordModel",
      "MapModel",
      "ErrorModel",
      "ServiceModel",
      "ReadonlyArrayModel",
      "User",
      "User2",
      "USER"
    ]) {
      expect(shared).toContain(`export interface ${name} {`)
    }
    expect(declared(shared, "interface DateModel")).toContain("readonly Date_field: Date")
    expect(declared(shared, "interface User ")).toContain("User_field")
  })
  it("prose cannot end its comment or become a tag", () => {
    const text = textOf(generated, "closeResource.ts")
    expect(text).toContain("Ends *\\/ here \\@since never {@link x}.")
  })
  it("what cannot be sent is reported", () => {
    expect(generated.problems.map(({ construct }) => construct)).toContain("method TRACE")
  })
})

describe("names that the contract gives", () => {
  const named = (resource: string, method: string, more = {}) =>
    answering({ type: "array", items: {} }, { "x-resource": resource, "x-method": method, ...more })
  const pages = {
    parameters: [{ name: "offset", in: "query", schema: { type: "integer" } }],
    "x-pagination": { style: "offset", items: "(bare array)", request: { offset: "offset" } }
  }
  it.each([
    ["twice the same method", { "/a": { get: named("users", "list") }, "/b": { get: named("users", "list") } }],
    [
      "a method and a helper",
      { "/a": { get: named("users", "list", pages) }, "/b": { get: named("users", "listAll") } }
    ],
    ["a member of the client", { "/a": { get: named("close", "list") } }],
    ["another generated file", { "/a": { get: named("catalog", "list") } }],
    ["two resources in one file", { "/a": { get: named("users", "list") }, "/b": { get: named("Users", "list") } }],
    ["a thenable", { "/a": { get: named("users", "then") } }]
  ])("%s is refused", (_, paths) => {
    expect(() => generate(documentOf(paths))).toThrow(NamingError)
  })
  it("derived names make room for given ones", () => {
    const generated = generate(
      documentOf({
        "/a": { get: answering({}, { operationId: "listUsers", tags: ["users"] }) },
        "/b": { get: answering({}, { operationId: "other", "x-resource": "users", "x-method": "list" }) }
      })
    )
    const users = generated.model.resources.find(({ name }) => name === "users")
    expect(users?.operations.map(({ id, name }) => [id, name])).toEqual([
      ["listUsers", "list2"],
      ["other", "list"]
    ])
    expect(generated.problems.map(({ construct }) => construct)).toEqual(["method name users.list that is taken"])
  })
})
