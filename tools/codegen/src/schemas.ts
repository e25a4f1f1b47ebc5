import type { Imports } from "./imports.js"
import { block, hardline, type Layout, list } from "./layout.js"
import type { ApiModel } from "./model.js"
import type { Shape } from "./shape.js"
import { comment, key, quote } from "./text.js"
import { isOpen, type TypeScope, typeOf } from "./types.js"
import { type Form, type Mode, propertiesIn, shapeIn } from "./usage.js"

/** What printing a schema needs to know about the module it stands in. @since 0.1.0 @category models */
export interface SchemaScope extends TypeScope {
  /** Name of the constant of a declaration's schema, imported when it stands elsewhere. */
  readonly schema: (key: string, mode: Mode) => string
}

const core = "@trilum/core/ResponseSchema"
const pure = "/*#__PURE__*/ "

const r = (imports: Imports): string => imports.space(core, "R", false)

/** A call of a combinator. */
const call = (scope: SchemaScope, name: string, args: ReadonlyArray<Layout>): Layout =>
  list(`${r(scope.imports)}.${name}(`, args, ")")

/** A call whose only argument is a list, which opens on the line of the call. */
const listCall = (scope: SchemaScope, name: string, items: ReadonlyArray<Layout>): Layout => [
  `${r(scope.imports)}.${name}(`,
  list("[", items, "]"),
  ")"
]

/** The schema of a shape as an expression. @since 0.1.0 @category rendering */
export const schemaOf = (shape: Shape, mode: Mode, scope: SchemaScope): Layout => {
  const inner = (part: Shape): Layout => schemaOf(part, mode, scope)
  switch (shape.kind) {
    case "unknown":
    case "never":
      return `${r(scope.imports)}.unknown`
    case "null":
      return `${r(scope.imports)}.nullType`
    case "boolean":
    case "number":
    case "string":
    case "timestamp":
      return `${r(scope.imports)}.${shape.kind}`
    case "binary":
      return `${r(scope.imports)}.string`
    case "literal": {
      if (!isOpen(shape, mode))
        return call(
          scope,
          "literal",
          shape.values.map((value) => JSON.stringify(value))
        )
      const texts = shape.values.filter((value) => typeof value === "string").map(quote)
      const parts: Array<Layout> = []
      if (texts.length > 0) parts.push(listCall(scope, "openEnum", texts))
      if (shape.values.some((value) => typeof value === "number")) parts.push(`${r(scope.imports)}.number`)
      if (shape.values.some((value) => typeof value === "boolean")) parts.push(`${r(scope.imports)}.boolean`)
      const [only] = parts
      return parts.length === 1 && only !== undefined ? only : unionCall(shape, mode, scope, parts)
    }
    case "array":
      return call(scope, "array", [inner(shape.items)])
    case "tuple":
      return [
        list(`${r(scope.imports)}.tuple<`, [typeOf(shape, mode, scope)], ">"),
        "(",
        list("[", shape.items.map(inner), "]"),
        ")"
      ]
    case "map":
      return shape.values.kind === "unknown" || shape.values.kind === "never"
        ? `${r(scope.imports)}.object`
        : call(scope, "record", [inner(shape.values)])
    case "union":
      return unionCall(shape, mode, scope, shape.members.map(inner))
    case "nullable":
      return call(scope, "nullable", [inner(shape.shape)])
    case "ref":
      return scope.schema(shape.key, mode)
    case "object": {
      const fields = fieldsOf(shape, mode, scope)
      const open = [`${r(scope.imports)}.struct<`, typeOf(shape, mode, scope), ">"]
      return fields.length === 0 ? [open, "({})"] : [open, "(", block("{", fields, "}"), ")"]
    }
  }
}

const unionCall = (shape: Shape, mode: Mode, scope: SchemaScope, members: ReadonlyArray<Layout>): Layout => [
  list(`${r(scope.imports)}.union<`, [typeOf(shape, mode, scope)], ">"),
  "(",
  list("[", members, "]"),
  ")"
]

const fieldsOf = (
  shape: Extract<Shape, { readonly kind: "object" }>,
  mode: Mode,
  scope: SchemaScope
): ReadonlyArray<Layout> =>
  propertiesIn(shape.properties, mode).map((property): Layout => {
    const present = property.required && mode !== "lenient"
    const nullable = property.shape.kind === "nullable" ? property.shape.shape : property.shape
    const value = schemaOf(present ? property.shape : nullable, mode, scope)
    const label = property.name === "__proto__" ? `["__proto__"]` : key(property.name)
    return [label, ": ", present ? value : list(`${r(scope.imports)}.optional(`, [value], ")")]
  })

/**
 * A schema that a module's own evaluation reaches. Bundlers drop it when it is unused: it is a name, or one call that is
 * marked as free of effects and whose arguments call nothing before the first use.
 *
 * @since 0.1.0
 * @category rendering
 */
export const initialSchemaOf = (shape: Shape, mode: Mode, scope: SchemaScope): Layout => {
  const expression = schemaOf(shape, mode, scope)
  if (typeof expression === "string") return expression
  if (partsOf(shape).every((part) => typeof schemaOf(part, mode, scope) === "string")) return [pure, expression]
  return [pure, `${r(scope.imports)}.lazy(`, ["() =>", [" ", expression], ""], ")"]
}

const partsOf = (shape: Shape): ReadonlyArray<Shape> => {
  switch (shape.kind) {
    case "array":
      return [shape.items]
    case "map":
      return [shape.values]
    case "nullable":
      return [shape.shape]
    case "union":
      return shape.members
    case "tuple":
      return shape.items
    default:
      return []
  }
}

/**
 * `export const UserSchema`. What it is made of is named in a function, so it may stand anywhere in its module, may
 * contain itself, and is dropped by bundlers when it is unused.
 *
 * @since 0.1.0
 * @category rendering
 */
export const schemaDeclaration = (form: Form, constant: string, scope: SchemaScope, model: ApiModel): Layout => {
  const shape = shapeIn(form.declaration, form.mode, model)
  const type = `${r(scope.imports)}.ResponseSchema<${form.name}>`
  return [
    comment([`Schema of {@link ${form.name}}.`], ["@since 0.1.0", "@category schemas"], 120),
    `export const ${constant}: ${type} = `,
    declared(shape, form, scope),
    hardline
  ]
}

/** The schema itself. */
const declared = (shape: Shape, form: Form, scope: SchemaScope): Layout => {
  if (shape.kind === "object") {
    const fields = fieldsOf(shape, form.mode, scope)
    const body = fields.length === 0 ? "() => ({})" : ["() => (", block("{", fields, "}"), ")"]
    return [`${pure}${r(scope.imports)}.struct<${form.name}>(`, body, ")"]
  }
  const expression = schemaOf(shape, form.mode, scope)
  if (typeof expression === "string" && shape.kind !== "ref") return expression
  if (shape.kind === "literal") return [pure, expression]
  return [`${pure}${r(scope.imports)}.lazy(() => `, expression, ")"]
}
