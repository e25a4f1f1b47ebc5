import { valueLayout } from "./catalog.js"
import type { Json, JsonObject } from "./json.js"
import { byText } from "./json.js"
import { block, field, hardline, render } from "./layout.js"
import type { ApiModel, OperationModel } from "./model.js"
import type { Doc, LiteralShape, Property, Shape } from "./shape.js"
import { walk } from "./shape.js"
import { comment, firstSentence, key } from "./text.js"
import { propertiesIn } from "./usage.js"

const longestDescription = 200

/** `inputs.ts`: JSON Schemas of what callers give to the operations. @since 0.1.0 @category rendering */
export const inputsFile = (model: ApiModel): string => {
  const operations = model.resources.flatMap((resource) => resource.operations)
  const record = (name: string, text: string, entries: ReadonlyArray<readonly [string, Json]>) => [
    comment([text], ["@since 0.1.0", "@category models"], 120),
    `export const ${name}: Readonly<Record<string, JsonSchema>> = `,
    block(
      "{",
      entries.map(([entry, schema]) => field(key(entry), valueLayout(schema))),
      "}"
    ),
    hardline
  ]
  const definitions = definitionsOf(operations, model)
  return render([
    comment(
      [
        `JSON Schemas (2020-12) of the inputs of ${model.title}: path parameters and parameters as one object.`,
        "Generated from the contract by `pnpm codegen`; changes belong there."
      ],
      ["@since 0.1.0"],
      120
    ),
    `import type { JsonSchema } from "@trilum/core/OperationCatalog"`,
    hardline,
    hardline,
    record(
      "inputs",
      "The inputs by operation id. `OperationCatalog.inputSchema` adds the definitions that one refers to.",
      operations.map((operation) => [operation.id, inputOf(operation, model)])
    ),
    hardline,
    record("definitions", "What `#/$defs/` refers to in the inputs.", definitions)
  ])
}

const inputOf = (operation: OperationModel, model: ApiModel): JsonObject => {
  const { body, parameters, pathParameters } = operation
  const properties = new Map<string, Json>()
  const required = new Set<string>()
  for (const { doc, name, shape } of pathParameters) {
    properties.set(name, described(schemaOf(shape, model), doc))
    required.add(name)
  }
  for (const { doc, name, required: isRequired, shape } of parameters) {
    // A name that is also in the path has the same value in both places.
    if (!properties.has(name)) properties.set(name, described(schemaOf(shape, model), doc))
    if (isRequired) required.add(name)
  }
  return objectOf([...properties], [...required], body?.open === true)
}

const objectOf = (
  properties: ReadonlyArray<readonly [string, Json]>,
  required: ReadonlyArray<string>,
  open: boolean
): JsonObject => ({
  type: "object",
  ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
  ...(required.length === 0 ? {} : { required: [...required] }),
  ...(open ? {} : { additionalProperties: false })
})

const described = (schema: JsonObject, doc: Doc): JsonObject => {
  const description = firstSentence(doc.description, longestDescription)
  return {
    ...schema,
    ...(description === undefined ? {} : { description }),
    ...(doc.default === undefined || doc.default.length > longestDescription
      ? {}
      : { default: JSON.parse(doc.default) })
  }
}

const literalSchema = ({ open, values }: LiteralShape): JsonObject => {
  const types = [...new Set(values.map((value) => typeof value))]
  const [type] = types
  // Unknown values of an open enumeration are valid.
  if (open) return { anyOf: [{ enum: [...values] }, ...types.map((each) => ({ type: each }))] }
  return types.length === 1 && type !== undefined ? { type, enum: [...values] } : { enum: [...values] }
}

const propertySchemas = (properties: ReadonlyArray<Property>, model: ApiModel) =>
  propertiesIn(properties, "request").map(({ doc, name, shape }): readonly [string, Json] => [
    name,
    described(schemaOf(shape, model), doc)
  ])

const schemaOf = (shape: Shape, model: ApiModel): JsonObject => {
  switch (shape.kind) {
    case "unknown":
      return {}
    case "never":
      return { not: {} }
    case "null":
    case "boolean":
    case "string":
      return { type: shape.kind }
    case "number":
      return { type: shape.integer ? "integer" : "number" }
    case "timestamp":
      return { type: "string", format: "date-time" }
    case "binary":
      return { type: "string", format: "binary" }
    case "literal":
      return literalSchema(shape)
    case "array":
      return { type: "array", items: schemaOf(shape.items, model) }
    case "tuple":
      return {
        type: "array",
        prefixItems: shape.items.map((item) => schemaOf(item, model)),
        minItems: shape.items.length,
        items: shape.rest === undefined ? false : schemaOf(shape.rest, model)
      }
    case "object": {
      const required = propertiesIn(shape.properties, "request").filter((property) => property.required)
      return objectOf(
        propertySchemas(shape.properties, model),
        required.map(({ name }) => name),
        shape.open
      )
    }
    case "map":
      return { type: "object", additionalProperties: schemaOf(shape.values, model) }
    case "union":
      return { anyOf: shape.members.map((member) => schemaOf(member, model)) }
    case "nullable": {
      const schema = schemaOf(shape.shape, model)
      return typeof schema["type"] === "string" && schema["enum"] === undefined
        ? { ...schema, type: [schema["type"], "null"] }
        : { anyOf: [schema, { type: "null" }] }
    }
    case "ref":
      return { $ref: `#/$defs/${model.declarations.get(shape.key)?.name ?? shape.key}` }
  }
}

/** The declarations that inputs refer to, directly or through others, by name. */
const definitionsOf = (
  operations: ReadonlyArray<OperationModel>,
  model: ApiModel
): ReadonlyArray<readonly [string, Json]> => {
  const found = new Map<string, Json>()
  const visit = (shape: Shape): void =>
    walk(shape, (part) => {
      const declaration = part.kind === "ref" ? model.declarations.get(part.key) : undefined
      if (declaration === undefined || found.has(declaration.name)) return
      found.set(declaration.name, described(schemaOf(declaration.shape, model), declaration.doc))
      visit(declaration.shape)
    })
  for (const { parameters, pathParameters } of operations) {
    for (const { shape } of [...pathParameters, ...parameters]) visit(shape)
  }
  return [...found].sort(([a], [b]) => byText(a, b))
}
