import { assert, describe, it } from "@effect/vitest"
import type { JsonObject } from "../src/json.js"
import { platformNames } from "../src/platforms.js"
import { isSecretLike } from "../src/secrets.js"
import { answering, contractText, declared, documentOf, generate, generateText, ref, textOf } from "./support.js"

const unmarked = (properties: JsonObject): ReadonlyArray<string> =>
  generate(documentOf({ "/things": { get: answering({ type: "object", properties }) } })).model.unmarkedSecrets.map(
    (pointer) => pointer.slice(pointer.lastIndexOf("/") + 1)
  )

describe("secrets of a document", () => {
  it("are listed on the operation by where they travel, through references, lists, maps and unions", () => {
    const generated = generate(
      documentOf(
        {
          "/things/{token}": {
            post: {
              ...answering({ type: "array", items: ref("Thing") }),
              parameters: [
                { name: "token", in: "path", required: true, "x-secret": true, schema: { type: "string" } },
                { name: "code", in: "query", schema: { type: "string", "x-secret": true } }
              ],
              requestBody: { required: true, content: { "application/json": { schema: ref("Input") } } }
            }
          }
        },
        {
          Input: {
            type: "object",
            properties: {
              headers: { type: "object", "x-secret": true, additionalProperties: { type: "string" } },
              accounts: { type: "object", additionalProperties: ref("Account") }
            }
          },
          Account: { type: "object", properties: { pin: { type: ["string", "null"], "x-secret": true } } },
          Thing: {
            type: "object",
            properties: {
              parent: ref("Thing"),
              target: { oneOf: [ref("Account"), { allOf: [ref("Account"), { required: ["pin"] }] }] }
            }
          }
        }
      )
    )
    const text = declared(textOf(generated, "things.ts"), "const postThingsToken")
    assert.include(text, 'path: ["token"]')
    assert.include(text, 'params: ["accounts.*.pin", "code", "headers"]')
    assert.include(text, 'answer: ["*.target.pin"]')
  })
  it("a request takes a marked text as Redacted, nullable or in a map too", () => {
    const generated = generate(
      documentOf({
        "/things": {
          post: {
            ...answering({}),
            requestBody: {
              content: {
                "application/json": {
                  schema: { type: "object", properties: { pin: { type: ["string", "null"], "x-secret": true } } }
                }
              }
            }
          }
        }
      })
    )
    assert.include(textOf(generated, "things.ts"), "readonly pin?: string | Redacted.Redacted | null | undefined")
  })
})

describe("a field with a secret-like name", () => {
  it("that is neither marked nor excepted is reported, whatever the spelling", () => {
    assert.deepStrictEqual(
      unmarked({
        apiKey: { type: "string" },
        "x-auth-token": { type: ["string", "null"] },
        newPassword: {},
        credentials: { type: "object" },
        secrets: { type: "array", items: { type: "string" } },
        name: { type: "string" }
      }),
      ["apiKey", "credentials", "newPassword", "secrets", "x-auth-token"]
    )
  })
  it("that is marked, excepted with a reason, or cannot hold a secret is not", () => {
    assert.deepStrictEqual(
      unmarked({
        api_key: { type: "string", "x-secret": true },
        secret_id: { type: "string", "x-secret": "no: an id" },
        has_token: { type: "boolean" },
        token_count: { type: ["integer", "null"] },
        api_key_mode: { type: "string", enum: ["own", "shared"] },
        api_key_created_at: { type: "string", format: "date-time" },
        credential: { type: "object", properties: { id: { type: "string" } } }
      }),
      []
    )
  })
  it("with an exception without a reason is reported", () => {
    assert.deepStrictEqual(unmarked({ token: { type: "string", "x-secret": "no" } }), ["token"])
  })
  it("is recognised by whole words", () => {
    for (const name of ["token", "accessToken", "private_key", "client-secret", "Authorization", "presigned_url"]) {
      assert.isTrue(isSecretLike(name), name)
    }
    for (const name of ["tokenizer", "secretary", "key", "keywords", "author", "passwordless"]) {
      assert.isFalse(isSecretLike(name), name)
    }
  })
})

it("every secret-like field of the contracts is marked or excepted", () => {
  for (const name of platformNames) {
    assert.deepStrictEqual(generateText(contractText(name), name).model.unmarkedSecrets, [], name)
  }
})

it("operations that delete are destructive in the catalog", () => {
  const catalog = textOf(generateText(contractText("luml"), "luml"), "catalog.ts")
  const entry = catalog.slice(catalog.indexOf('id: "deleteOrbit"'))
  assert.include(entry.slice(0, entry.indexOf("\n  }")), "destructive: true")
})
