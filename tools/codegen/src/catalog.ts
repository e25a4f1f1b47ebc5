import { isArray, isObject, type Json, sortedEntries } from "./json.js"
import { block, field, hardline, type Layout, list, render } from "./layout.js"
import type { ApiModel, OperationModel } from "./model.js"
import { operationFields } from "./operations.js"
import { nullable, type Shape } from "./shape.js"
import { comment, firstSentence, key, quote } from "./text.js"
import { targetOf } from "./usage.js"

const longestDescription = 120

/** `catalog.ts`: every operation as data, without schemas. @since 0.1.0 @category rendering */
export const catalogFile = (model: ApiModel): string => {
  const operations = model.resources.flatMap((resource) => resource.operations)
  const text = render([
    comment(
      [
        `Every operation of ${model.title} as plain data, without schemas: loads in a few milliseconds.`,
        "Generated from the contract by `pnpm codegen`; changes belong there."
      ],
      ["@since 0.1.0"],
      120
    ),
    `import type { CatalogEntry } from "@trilum/core/OperationCatalog"`,
    hardline,
    hardline,
    comment([`The operations, by resource, path and method.`], ["@since 0.1.0", "@category models"], 120),
    "export const catalog: ReadonlyArray<CatalogEntry> = ",
    block(
      "[",
      operations.map((operation) => entry(operation, model)),
      "]"
    ),
    hardline
  ])
  return text
}

const entry = (operation: OperationModel, model: ApiModel): Layout => {
  const fields: Array<readonly [string, Layout]> = [...operationFields(operation, model.platform)]
  if (operation.summary !== undefined) fields.push(["summary", quote(operation.summary.replace(/\s+/g, " ").trim())])
  fields.push([
    "pathParameters",
    listOf(
      operation.pathParameters.map(({ doc, name }) => [
        ["name", quote(name)],
        ["description", optionalText(doc.description)]
      ])
    )
  ])
  fields.push([
    "parameters",
    listOf(
      operation.parameters.map(({ doc, in: place, name, required, shape }) => {
        const plain = describe(shape, model)
        return [
          ["name", quote(name)],
          ["in", quote(place)],
          ["required", String(required)],
          ["type", quote(plain.type)],
          ["items", plain.items === undefined ? undefined : quote(plain.items)],
          [
            "enum",
            plain.values === undefined
              ? undefined
              : list(
                  "[",
                  plain.values.map((value) => JSON.stringify(value)),
                  "]"
                )
          ],
          [
            "default",
            doc.default === undefined || doc.default.length > longestDescription
              ? undefined
              : valueLayout(JSON.parse(doc.default))
          ],
          ["description", optionalText(doc.description)]
        ]
      })
    )
  ])
  if (operation.destructive) fields.push(["destructive", "true"])
  if (operation.body?.open === true) fields.push(["openBody", "true"])
  fields.push(["statuses", list("[", operation.statuses.map(quote), "]")])
  return block(
    "{",
    fields.map(([name, value]) => field(name, value)),
    "}"
  )
}

const optionalText = (text: string | undefined): string | undefined => {
  const short = firstSentence(text, longestDescription)
  return short === undefined ? undefined : quote(short)
}

/** A JSON value as an expression. @since 0.1.0 @category rendering */
export const valueLayout = (json: Json): Layout =>
  isArray(json)
    ? list("[", json.map(valueLayout), "]")
    : isObject(json)
      ? list(
          "{",
          sortedEntries(json).map(([name, entry]) => [`${key(name)}: `, valueLayout(entry)]),
          "}",
          " "
        )
      : typeof json === "string"
        ? quote(json)
        : JSON.stringify(json)

type Entries = ReadonlyArray<readonly [name: string, value: Layout | undefined]>

/** A list of objects: one a line as soon as there are several of several fields, as the formatter has it. */
const listOf = (objects: ReadonlyArray<Entries>): Layout => {
  const known = objects.map((entries) =>
    entries.flatMap(([name, value]): ReadonlyArray<Layout> => (value === undefined ? [] : [field(name, value)]))
  )
  const items = known.map((fields) => list("{", fields, "}", " "))
  return items.length > 1 && known.every((fields) => fields.length > 1) ? block("[", items, "]") : list("[", items, "]")
}

/** What a command line has to know to read a value from text. */
interface Plain {
  readonly type: string
  readonly items?: string
  readonly values?: ReadonlyArray<string | number | boolean>
}

const describe = (shape: Shape, model: ApiModel): Plain => {
  const target = targetOf(shape, model)
  switch (target.kind) {
    case "nullable":
      return describe(target.shape, model)
    case "boolean":
      return { type: target.kind }
    case "number":
      return { type: target.integer ? "integer" : "number" }
    case "string":
    case "timestamp":
      return { type: "string" }
    case "binary":
      return { type: "file" }
    case "literal": {
      const kinds = new Set(target.values.map((value) => typeof value))
      const [kind] = kinds
      return { type: kinds.size === 1 && kind !== undefined ? kind : "json", values: target.values }
    }
    case "array":
    case "tuple": {
      const items = target.kind === "array" ? describe(target.items, model) : { type: "json" }
      return { type: "array", items: items.type, ...(items.values === undefined ? {} : { values: items.values }) }
    }
    case "object":
    case "map":
      return { type: "object" }
    case "union": {
      const members = target.members.map((member) => describe(nullable(member), model))
      const [first] = members
      return first !== undefined && members.every(({ type }) => type === first.type)
        ? mergedUnion(first, members)
        : { type: "json" }
    }
    default:
      return { type: "json" }
  }
}

const mergedUnion = (first: Plain, members: ReadonlyArray<Plain>): Plain => {
  const values = members.flatMap((member) => member.values ?? [])
  return values.length > 0 && members.every((member) => member.values !== undefined)
    ? { type: first.type, values: [...new Set(values)] }
    : { type: first.type }
}
