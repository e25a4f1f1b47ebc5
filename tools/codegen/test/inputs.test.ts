/** The JSON Schemas of inputs: what an agent is shown of an operation before it calls it. */

import { assert, describe, it } from "@effect/vitest"
import * as OperationCatalog from "@trilum/core/OperationCatalog"
import type { JsonObject } from "../src/json.js"
import { answering, documentOf, generate, ref, textOf } from "./support.js"

const inputsOf = (generated: ReturnType<typeof generate>): OperationCatalog.InputSchemas => {
  const text = textOf(generated, "inputs.ts")
  const body = text
    .replace(/^import .*/m, "")
    .replace(/export const (\w+): [^=]*=/g, "$1 =")
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, "")
  return new Function(`let inputs, definitions; ${body}; return { inputs, definitions }`)()
}

const body = (schema: JsonObject) => ({
  requestBody: { required: true, content: { "application/json": { schema } } }
})

describe("the schema of an input", () => {
  const generated = generate(
    documentOf(
      {
        "/orgs/{org_id}/things/{thing_id}": {
          put: answering(
            { type: "object" },
            {
              operationId: "putThing",
              parameters: [
                { name: "org_id", in: "path", required: true, schema: { type: "string" } },
                {
                  name: "thing_id",
                  in: "path",
                  required: true,
                  schema: { type: "string" },
                  description: "Id of it. More."
                },
                { name: "force", in: "query", schema: { type: "boolean", default: false } }
              ],
              ...body(ref("Thing"))
            }
          )
        }
      },
      {
        Thing: {
          type: "object",
          required: ["name", "created"],
          properties: {
            org_id: { type: "string" },
            name: { type: "string" },
            created: { type: "string", format: "date-time", readOnly: true },
            kind: { type: "string", enum: ["a", "b"] },
            note: { type: ["string", "null"] },
            parent: ref("Parent"),
            tags: { type: "object", additionalProperties: { type: "integer" } }
          }
        },
        Parent: { type: "object", required: ["id"], properties: { id: { type: "integer" }, next: ref("Parent") } }
      }
    )
  )
  const schema = OperationCatalog.inputSchema(inputsOf(generated), "putThing")

  it("has path parameters and the fields of the body in one object, required ones named once", () => {
    assert.deepStrictEqual(schema["required"], ["org_id", "thing_id", "name"])
    assert.strictEqual(schema["additionalProperties"], false)
    assert.deepStrictEqual(schema["properties"], {
      org_id: { type: "string" },
      thing_id: { type: "string", description: "Id of it." },
      force: { type: "boolean", default: false },
      name: { type: "string" },
      kind: { type: "string", enum: ["a", "b"] },
      note: { type: ["string", "null"] },
      parent: { $ref: "#/$defs/Parent" },
      tags: { type: "object", additionalProperties: { type: "integer" } }
    })
  })

  it("carries the definitions that it refers to, a recursive one once", () => {
    assert.deepStrictEqual(schema["$defs"], {
      Parent: {
        type: "object",
        properties: { id: { type: "integer" }, next: { $ref: "#/$defs/Parent" } },
        required: ["id"],
        additionalProperties: false
      }
    })
  })
})
