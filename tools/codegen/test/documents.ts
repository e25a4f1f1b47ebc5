import type { JsonObject } from "../src/json.js"
import { answering, documentOf, ref } from "./support.js"

const object = (properties: JsonObject, required: ReadonlyArray<string> = [], more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  required,
  ...more
})

const text: JsonObject = { type: "string" }
const jsonBody = (schema: JsonObject, required = true): JsonObject => ({
  required,
  content: { "application/json": { schema } }
})
const ok: JsonObject = { 200: { description: "ok", content: { "application/json": { schema: { type: "object" } } } } }

/** Small documents, one a family of constructs. */
export const documents: Readonly<Record<string, JsonObject>> = {
  references: documentOf(
    {
      "/things/{thing_id}": {
        parameters: [{ $ref: "#/components/parameters/ThingId" }, { name: "trace", in: "query", schema: text }],
        get: {
          tags: ["things"],
          operationId: "getThing",
          parameters: [{ name: "trace", in: "query", required: true, schema: { type: "integer" } }],
          responses: { 200: { $ref: "#/components/responses/Thing" }, 404: { description: "none" } }
        },
        put: {
          tags: ["things"],
          operationId: "putThing",
          requestBody: { $ref: "#/components/requestBodies/Thing" },
          responses: { 200: { $ref: "#/components/responses/Thing" } }
        }
      }
    },
    {
      Thing: object({ id: text, note: { $ref: "#/components/schemas/Note", description: "What it is." } }, ["id"]),
      Note: object({ text }, ["text"]),
      Extended: { $ref: "#/components/schemas/Note", properties: { more: text }, required: ["more"] },
      Borrowed: { $ref: "#/components/schemas/Thing/properties/note" }
    },
    {},
    {
      parameters: { ThingId: { name: "thing_id", in: "path", required: true, schema: text, description: "Its id." } },
      responses: { Thing: { description: "ok", content: { "application/json": { schema: ref("Thing") } } } },
      requestBodies: { Thing: jsonBody(ref("Thing")) }
    }
  ),

  composition: documentOf(
    {
      "/things": {
        get: answering(ref("All"), { operationId: "listThings" }),
        post: answering(ref("All"), { operationId: "createThing", requestBody: jsonBody(ref("All")) })
      }
    },
    {
      All: object(
        {
          merged: ref("Merged"),
          spread: ref("Spread"),
          pet: ref("Pet"),
          maybe: { anyOf: [ref("Base"), { type: "null" }] },
          loose: { anyOf: [text, { type: "string", enum: ["a", "b"] }] },
          kind: { const: "all" },
          closed: { type: "string", enum: ["x", "y"] },
          open: { type: "string", enum: ["x", "y"], "x-open-enum": true },
          level: { type: "integer", enum: [1, 2] },
          either: { type: ["string", "integer", "null"] },
          conflict: { allOf: [text, { type: "integer" }] },
          secret: { type: "string", writeOnly: true, "x-secret": true },
          secrets: { type: "object", additionalProperties: text, writeOnly: true, "x-secret": true },
          made: { type: "string", format: "date-time", readOnly: true }
        },
        ["merged", "pet", "kind", "closed", "open", "level", "either", "made"]
      ),
      Base: object({ id: text, at: { type: "string", format: "date-time" } }, ["id"]),
      Merged: { allOf: [ref("Base"), object({ name: text }, ["name"]), { required: ["at"] }] },
      Spread: { allOf: [ref("Base"), { oneOf: [object({ a: text }, ["a"]), object({ b: text }, ["b"])] }] },
      Cat: object({ type: text, lives: { type: "integer" } }, ["type"]),
      Dog: object({ type: { const: "dog" }, since: { type: "string", format: "date-time" } }, ["type", "since"]),
      Pet: {
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: {
          propertyName: "type",
          mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" }
        }
      }
    }
  ),

  objects: documentOf(
    {
      "/trees": {
        get: answering(ref("Tree"), { operationId: "getTree" }),
        post: answering(ref("Tree"), {
          operationId: "createTree",
          requestBody: jsonBody(ref("Tree"))
        })
      }
    },
    {
      Tree: object(
        {
          id: text,
          children: { type: "array", items: ref("Tree") },
          owner: ref("Owner"),
          anything: {},
          free: { type: "object", additionalProperties: true },
          counts: { type: "object", additionalProperties: { type: "integer" } },
          named: { type: "object", propertyNames: { enum: ["left", "right"] }, additionalProperties: ref("Owner") },
          matched: { type: "object", patternProperties: { "^x-": { type: "boolean" } } },
          pair: { type: "array", prefixItems: [{ type: "integer" }, text], items: false },
          pagination: object({
            page: { type: "integer" },
            links: { type: "array", items: object({ href: text }, ["href"]) }
          }),
          "odd name": text,
          __proto__: text,
          closed: object({ only: text }, [], { additionalProperties: false }),
          wide: object({ known: text }, [], { additionalProperties: true })
        },
        ["id", "children"]
      ),
      Owner: object({ tree: ref("Tree") }),
      Odd: { not: { type: "string" } },
      Conditional: object({ a: text }, [], { if: { required: ["a"] }, else: false })
    }
  ),

  bodies: documentOf({
    "/files": {
      post: answering(object({ id: text }), {
        operationId: "uploadThing",
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: object(
                {
                  file: { type: "string", format: "binary" },
                  files: { type: "array", items: { type: "string", format: "binary" } },
                  note: text
                },
                ["file"]
              )
            }
          }
        }
      }),
      get: {
        tags: ["things"],
        operationId: "downloadThing",
        responses: {
          200: {
            description: "ok",
            content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
          }
        }
      }
    },
    "/form": {
      post: {
        tags: ["things"],
        operationId: "sendForm",
        requestBody: {
          content: { "application/x-www-form-urlencoded": { schema: object({ a: text }, ["a"]) } }
        },
        responses: { "2XX": { description: "ok" } }
      }
    },
    "/bytes": {
      put: {
        tags: ["things"],
        operationId: "putBytes",
        requestBody: {
          required: true,
          content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
        },
        responses: { 204: { description: "done" } }
      }
    },
    "/array": {
      post: answering(
        { type: "array", items: text },
        {
          operationId: "sendList",
          requestBody: jsonBody({ type: "array", items: text })
        }
      )
    },
    "/union": {
      post: answering(text, {
        operationId: "sendUnion",
        requestBody: jsonBody({ oneOf: [object({ a: text }, ["a"]), object({ b: text }, ["b"])] })
      })
    },
    "/clash": {
      post: answering(text, {
        operationId: "sendClash",
        parameters: [{ name: "name", in: "query", schema: text }],
        requestBody: jsonBody(object({ name: text }, ["name"]))
      })
    },
    "/free": { post: answering(text, { operationId: "sendFree", requestBody: jsonBody({ type: "object" }) }) },
    "/events": {
      post: {
        tags: ["things"],
        operationId: "watchThings",
        responses: {
          200: {
            description: "ok",
            content: {
              "text/event-stream": {
                schema: text,
                "x-sse-data-schema": object({ at: { type: "string", format: "date-time" } }, ["at"])
              }
            }
          }
        }
      }
    },
    "/text": {
      get: {
        tags: ["things"],
        operationId: "readText",
        responses: {
          default: { description: "ok", content: { "text/plain": { schema: text } } }
        }
      }
    },
    "/several": {
      post: {
        tags: ["things"],
        operationId: "sendSeveral",
        requestBody: {
          content: {
            "application/xml": { schema: object({ a: text }) },
            "application/json": { schema: object({ a: text }) }
          }
        },
        responses: {
          200: {
            description: "ok",
            content: {
              "application/json": { schema: text },
              "text/event-stream": { schema: text }
            }
          },
          202: { description: "later" }
        }
      }
    },
    "/public": { get: answering(text, { operationId: "readPublic", security: [] }) },
    "/head": { head: { tags: ["things"], operationId: "checkThing", responses: { 200: { description: "ok" } } } }
  }),

  parameters: documentOf({
    "/search/{from}/{class}/{params}": {
      get: answering(text, {
        operationId: "searchThings",
        parameters: [
          ...["from", "class", "params"].map((name) => ({ name, in: "path", required: true, schema: text })),
          { name: "plain", in: "query", schema: { type: "array", items: text } },
          { name: "comma", in: "query", explode: false, schema: { type: "array", items: text } },
          { name: "space", in: "query", style: "spaceDelimited", schema: { type: "array", items: text } },
          { name: "pipe", in: "query", style: "pipeDelimited", schema: { type: "array", items: text } },
          { name: "deep", in: "query", style: "deepObject", schema: object({ a: text }) },
          {
            name: "exploded",
            in: "query",
            schema: object({ width: { type: "integer" }, height: { type: "integer" } })
          },
          { name: "json", in: "query", content: { "application/json": { schema: object({ a: text }) } } },
          { name: "filter[name]", in: "query", schema: text },
          { name: "since", in: "query", schema: { type: "string", format: "date-time" } },
          { name: "X-Trace", in: "header", required: true, schema: text },
          { name: "Accept", in: "header", schema: text },
          { name: "Idempotency-Key", in: "header", schema: text },
          { name: "session", in: "cookie", schema: text }
        ]
      })
    }
  }),

  names: documentOf(
    {
      "/a": {
        get: { tags: ["Big Things"], responses: ok },
        post: { tags: ["big-things"], operationId: "delete", responses: ok }
      },
      "/b/{id}": {
        get: { tags: ["Big Things"], operationId: "getBigThing", responses: ok },
        put: { tags: ["Big Things"], operationId: "getBigThing", responses: ok }
      },
      "/c": {
        get: { tags: ["bigthings"], operationId: "class", responses: ok },
        post: { tags: ["index"], operationId: "then", responses: ok }
      },
      "/d": { get: { operationId: "resource", responses: ok }, trace: { responses: ok } },
      "/e": {
        get: answering(
          {
            type: "array",
            items: {
              anyOf: [
                "Date",
                "Record",
                "Map",
                "Error",
                "user",
                "User",
                "USER",
                "1st-thing",
                "my-thing",
                "my_thing",
                "Service",
                "ReadonlyArray"
              ].map(ref)
            }
          },
          { operationId: "listEverything" }
        )
      },
      "/f": {
        get: { tags: ["close"], operationId: "closeAll", summary: "Ends */ here @since never {@link x}", responses: ok }
      }
    },
    Object.fromEntries(
      [
        "Date",
        "Record",
        "Map",
        "Error",
        "user",
        "User",
        "USER",
        "1st-thing",
        "my-thing",
        "my_thing",
        "Service",
        "ReadonlyArray"
      ].map((name) => [name, object({ [`${name}_field`]: { type: "string", format: "date-time" } }, [`${name}_field`])])
    )
  ),

  older: {
    ...documentOf(
      { "/things": { get: answering(ref("Old"), { operationId: "listThings" }) } },
      {
        Old: object(
          {
            a: { type: "string", nullable: true },
            b: { $ref: "#/components/schemas/Inner", nullable: true, description: "ignored in 3.0" },
            c: { type: "integer", minimum: 0, exclusiveMinimum: true },
            d: { nullable: true, allOf: [ref("Inner")] },
            e: { type: "string", enum: ["x", null], nullable: true }
          },
          ["a", "b", "c", "d", "e"]
        ),
        Inner: object({ id: text }, ["id"])
      }
    ),
    openapi: "3.0.3"
  },

  broken: documentOf(
    {
      "/x": {
        get: answering(
          { $ref: "#/components/schemas/Missing" },
          {
            operationId: "readX",
            parameters: [{ $ref: "other.yaml#/p" }],
            callbacks: { done: {} }
          }
        )
      },
      "/y": { get: answering({ allOf: [ref("Loop")] }, { operationId: "readY" }) },
      "/z": { get: answering({ type: "strange", description: "?" }, { operationId: "readZ" }) }
    },
    { Loop: { allOf: [ref("Loop"), object({ a: text })] }, Text: { enum: [{ a: 1 }] } }
  ),

  pages: documentOf({
    "/cursor": {
      get: answering(
        object({ data: object({ list: { type: "array", items: object({ id: text }, ["id"]) } }), next: text }),
        {
          operationId: "listCursor",
          parameters: ["cursor", "limit"].map((name) => ({ name, in: "query", schema: text })),
          "x-pagination": {
            style: "cursor",
            cursorParam: "cursor",
            limitParam: "limit",
            dataField: "data.list",
            nextCursorField: "next"
          }
        }
      )
    },
    "/offset": {
      get: answering(
        { type: "array", items: text },
        {
          operationId: "listOffset",
          parameters: ["skip", "limit"].map((name) => ({ name, in: "query", schema: { type: "integer" } })),
          "x-pagination": { style: "skip-limit", items: "(bare array)", request: { offset: "skip", limit: "limit" } }
        }
      )
    },
    "/page": {
      get: answering(
        {
          anyOf: [
            object({ a: { type: "array", items: text } }, ["a"]),
            object({ b: { type: "array", items: text } }, ["b"])
          ]
        },
        {
          operationId: "listPage",
          parameters: ["page", "size"].map((name) => ({ name, in: "query", schema: { type: "integer" } })),
          "x-pagination": {
            style: "page",
            pageParam: "page",
            pageSizeParam: "size",
            dataField: "a|b",
            totalField: "total"
          }
        }
      )
    },
    "/wrong": {
      get: answering(
        { type: "array", items: text },
        {
          operationId: "listWrong",
          "x-pagination": { style: "offset", items: "(bare array)", request: { offset: "offset" } }
        }
      )
    }
  })
}
