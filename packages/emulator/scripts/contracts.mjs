/**
 * Writes `src/internal/generated/*.ts`: each contract reduced to what the emulator needs at run time, as text.
 *
 * The text travels inside JavaScript modules so that it is found the same way from source, from `dist` and inside a
 * bundle, without a file lookup, and is parsed only when a platform is first used. One operation or schema a line keeps
 * the diff of a contract change readable. `node scripts/contracts.mjs --check` fails when the files are out of date.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const verbatim = [
  "$ref",
  "type",
  "format",
  "required",
  "const",
  "enum",
  "default",
  "examples",
  "example",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "contentMediaType",
  "contentEncoding",
  "writeOnly",
  "x-open-enum",
  "x-secret",
  "x-opaque-keys",
  "x-terminal-values",
  "x-structured-outputs"
]
const maps = ["properties", "patternProperties", "$defs"]
const lists = ["anyOf", "oneOf", "allOf", "prefixItems"]
const nested = ["items", "additionalProperties", "propertyNames", "not", "contentSchema"]

const slimSchema = (schema) => {
  if (typeof schema !== "object" || schema === null) return schema
  const out = {}
  for (const key of Object.keys(schema)) {
    if (verbatim.includes(key)) out[key] = schema[key]
    else if (maps.includes(key)) {
      out[key] = Object.fromEntries(Object.entries(schema[key]).map(([name, value]) => [name, slimSchema(value)]))
    } else if (lists.includes(key)) out[key] = schema[key].map(slimSchema)
    else if (nested.includes(key)) out[key] = slimSchema(schema[key])
  }
  return out
}

const resolve = (document, value) => {
  if (value === undefined || value.$ref === undefined) return value
  return value.$ref
    .slice(2)
    .split("/")
    .reduce((node, key) => node[key], document)
}

const slimContent = (content) =>
  Object.fromEntries(
    Object.entries(content ?? {}).map(([type, media]) => [
      type,
      {
        schema: slimSchema(media.schema ?? {}),
        ...(media["x-sse-data-schema"] === undefined ? {} : { events: slimSchema(media["x-sse-data-schema"]) }),
        ...(media.example === undefined ? {} : { example: media.example })
      }
    ])
  )

const slimOperation = (document, path, method, operation) => {
  const body = resolve(document, operation.requestBody)
  const responses = Object.entries(operation.responses)
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    tag: operation.tags?.[0] ?? "",
    parameters: (operation.parameters ?? []).map((parameter) => {
      const { name, in: where, required, schema } = resolve(document, parameter)
      return { name, in: where, required: required === true, schema: slimSchema(schema ?? {}) }
    }),
    ...(body === undefined ? {} : { body: { required: body.required === true, content: slimContent(body.content) } }),
    success: Object.fromEntries(
      responses
        .filter(([status]) => status < "4")
        .map(([status, response]) => [status, slimContent(resolve(document, response).content)])
    ),
    errors: responses.map(([status]) => status).filter((status) => status >= "4"),
    idempotent: (operation.parameters ?? []).some(
      (parameter) => resolve(document, parameter).name === "Idempotency-Key"
    ),
    security: (operation.security ?? document.security ?? []).flatMap((scheme) => Object.keys(scheme)),
    ...(operation["x-pagination"] === undefined ? {} : { pagination: operation["x-pagination"] }),
    ...(operation["x-poll"] === undefined ? {} : { poll: operation["x-poll"] }),
    ...(operation["x-evidence"] === undefined ? {} : { evidence: operation["x-evidence"] }),
    ...(operation["x-rate-limit"] === undefined ? {} : { rateLimit: operation["x-rate-limit"] }),
    ...(operation["x-auth"] === undefined ? {} : { auth: operation["x-auth"], scope: operation["x-scope"] })
  }
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

/** A string literal in the quotes that need fewer escapes, as the formatter writes it. */
const literal = (text) => {
  const count = (quote) => text.split(quote).length - 1
  const quote = count('"') > count("'") ? "'" : '"'
  return quote + text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote
}

const moduleText = (platform) => {
  const source = new URL(`../../../contracts/${platform}.openapi.json`, import.meta.url)
  const document = JSON.parse(readFileSync(source, "utf8"))
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => JSON.stringify(slimOperation(document, path, method, operation)))
  )
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(slimSchema(schema))}`
  )
  const list = (texts) => `[\n${texts.map((text) => `  ${literal(text)}`).join(",\n")}\n]`
  return [
    `// Generated from contracts/${platform}.openapi.json by packages/emulator/scripts/contracts.mjs. Do not edit.`,
    `export const operations: ReadonlyArray<string> = ${list(operations)}`,
    `export const schemas: ReadonlyArray<string> = ${list(schemas)}`,
    ""
  ].join("\n")
}

let stale = false
for (const platform of ["lumnis", "lvng", "luml"]) {
  const target = fileURLToPath(new URL(`../src/internal/generated/${platform}.ts`, import.meta.url))
  const text = moduleText(platform)
  let current
  try {
    current = readFileSync(target, "utf8")
  } catch {
    current = undefined
  }
  if (current === text) continue
  if (process.argv.includes("--check")) {
    stale = true
    console.error(`${target} is out of date: run node packages/emulator/scripts/contracts.mjs`)
  } else writeFileSync(target, text)
}
if (stale) process.exitCode = 1
