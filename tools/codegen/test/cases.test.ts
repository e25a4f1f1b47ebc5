import { describe, expect, it } from "vitest"
import { casesOf } from "../src/cases.js"
import { isObject, objectAt } from "../src/json.js"
import { textMatching } from "../src/pattern.js"
import { Samples } from "../src/sample.js"
import { documents } from "./documents.js"
import { documentOf, generate } from "./support.js"

const caseOf = (name: string, operation: string): unknown => {
  const { document, model } = generate(documents[name] ?? {})
  const cases = casesOf(model, document)
  const found = Array.isArray(cases)
    ? cases.find((entry) => isObject(entry) && entry["operation"] === operation)
    : undefined
  if (found === undefined) throw new Error(`no case for ${operation}`)
  return found
}

describe("conformance cases", () => {
  it("paths carry what needs encoding, queries their style", () => {
    const { document, model } = generate(
      documentOf({
        "/things/{id}": {
          get: {
            operationId: "read",
            parameters: [
              { name: "id", in: "path", required: true, schema: { type: "string" } },
              {
                name: "tags",
                in: "query",
                required: true,
                explode: false,
                schema: { type: "array", minItems: 2, items: { enum: ["a"] } }
              },
              {
                name: "deep",
                in: "query",
                required: true,
                style: "deepObject",
                schema: { type: "object", properties: { n: { type: "integer", maximum: 2 } } }
              },
              { name: "X-Trace", in: "header", required: true, schema: { const: "t" } }
            ],
            responses: { 200: { description: "ok" } }
          }
        }
      })
    )
    expect(casesOf(model, document)).toEqual([
      {
        operation: "read",
        resource: "things",
        method: "read",
        input: { path: ["ann+b@example.com"], params: { tags: ["a", "a"], deep: { n: 2 }, "X-Trace": "t" } },
        request: {
          method: "GET",
          path: "/things/ann%2Bb%40example.com",
          query: { tags: ["a,a"], "deep[n]": ["2"] },
          headers: { "x-trace": "t" }
        },
        response: { status: 200 }
      }
    ])
  })
  it("files are multipart parts, and fields of a body stand flat beside the query", () => {
    const found = caseOf("bodies", "uploadThing")
    expect(objectAt(found, "request")["multipart"]).toEqual([
      { name: "file", filename: "notes é.txt", contentType: "text/plain", text: "hello\n" },
      { name: "files", filename: "notes é.txt", contentType: "text/plain", text: "hello\n" },
      { name: "note", text: 'note "é" & 1' }
    ])
  })
  it("a name that stands in the query and the body keeps both values", () => {
    const found = caseOf("bodies", "sendClash")
    expect(objectAt(objectAt(found, "input"), "params")).toEqual({
      name: 'name "é" & 1',
      body: { name: 'name "é" & 1' }
    })
    expect(objectAt(found, "request")["query"]).toEqual({ name: ['name "é" & 1'] })
  })
  it("a recursive schema gives a finite sample", () => {
    expect(JSON.stringify(objectAt(caseOf("objects", "getTree"), "response")).length).toBeLessThan(10_000)
  })
})

describe("samples", () => {
  const { document } = generate(documentOf({}))
  const samples = new Samples(document, "request")
  it.each([
    [{ type: "integer", minimum: 10 }, 10],
    [{ type: "integer", maximum: 2 }, 2],
    [{ type: "integer", exclusiveMinimum: 3 }, 4],
    [{ type: "integer", minimum: 3, exclusiveMinimum: true }, 4],
    [{ type: "number", minimum: 0, maximum: 1 }, 1],
    [{ type: "integer", multipleOf: 5, minimum: 6 }, 10],
    [{ type: "string", minLength: 3, maxLength: 3 }, "nam"],
    [{ type: "string", format: "uuid" }, "3f2b8c1e-5d47-4a90-9c36-1b7e2d84f0a5"],
    [{ type: ["null", "boolean"] }, true],
    [{ anyOf: [{ type: "null" }, { const: "b" }] }, "b"],
    [{ type: "array", minItems: 2, items: { const: 1 } }, [1, 1]],
    [{ type: "object", properties: { a: { const: 1 }, b: { readOnly: true } }, required: ["b"] }, { a: 1 }]
  ])("%j", (schema, expected) => {
    expect(samples.of(schema, "name")).toEqual(expected)
  })
  it.each([
    "^lvng_sk_(live|test)_[0-9a-f]{32}$",
    "linkedin\\.com/in/",
    "^\\d{4}-\\d{2}$",
    "^[^a]+@x$",
    "^(?:a|b)*c?$",
    "^[\\w-]{2,}$"
  ])("a text that matches %s", (pattern) => {
    expect(textMatching(pattern)).toMatch(new RegExp(pattern, "u"))
  })
  it.each(["(?=a)b", "(", "\\p{L}"])("no text for %s rather than a wrong one", (pattern) => {
    expect(textMatching(pattern)).toBeUndefined()
  })
})
