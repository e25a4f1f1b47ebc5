import type { Imports } from "./imports.js"
import { group, hardline, indent, join, type Layout, line, list, softline } from "./layout.js"
import type { ApiModel } from "./model.js"
import type { Shape } from "./shape.js"
import { comment, key, quote } from "./text.js"
import { isOpen, type TypeScope, typeOf } from "./types.js"
import { type Form, type Mode, propertiesIn, shapeIn } from "./usage.js"

/** What printing a schema needs to know about the module it stands in. @since 0.1.0 @category models */
export interface SchemaScope extends TypeScope {
  /** Name of the constant of a declaration's schema; `later` when it is not yet initialised at this place. */
  readonly schema: (key: string, mode: Mode) => { readonly name: string; readonly later: boolean }
}

const core = "@trilum/core/ResponseSchema"
const pure = "/*#__PURE__*/ "

const r = (imports: Imports): string => imports.space(core, "R", false)

/** A call of a combinator. `top`: marked as free of effects, so that bundlers drop it when it is unused. */
const call = (scope: SchemaScope, name: string, args: ReadonlyArray<Layout>, top: boolean): Layout => [
  top ? pure : "",
  list(`${r(scope.imports)}.${name}(`, args, ")")
]

/** A call whose only argument is a list, which opens on the line of the call. */
const listCall = (scope: SchemaScope, name: string, items: ReadonlyArray<Layout>, top: boolean): Layout => [
  top ? pure : "",
  `${r(scope.imports)}.${name}(`,
  list("[", items, "]"),
  ")"
]

/** The schema of a shape as an expression. @since 0.1.0 @category rendering */
export const schemaOf = (shape: Shape, mode: Mode, scope: SchemaScope, top = false): Layout => {
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
          shape.values.map((value) => JSON.stringify(value)),
          top
        )
      const texts = shape.values.filter((value) => typeof value === "string").map(quote)
      const parts: Array<Layout> = []
      if (texts.length > 0) parts.push(listCall(scope, "openEnum", texts, top))
      if (shape.values.some((value) => typeof value === "number")) parts.push(`${r(scope.imports)}.number`)
      if (shape.values.some((value) => typeof value === "boolean")) parts.push(`${r(scope.imports)}.boolean`)
      const [only] = parts
      return parts.length === 1 && only !== undefined ? only : unionCall(shape, mode, scope, parts, top)
    }
    case "array":
      return call(scope, "array", [inner(shape.items)], top)
    case "tuple": {
      const items = list("[", shape.items.map(inner), "]")
      return [
        top ? pure : "",
        list(`${r(scope.imports)}.tuple<`, [typeOf(shape, mode, scope, "argument")], ">"),
        "(",
        items,
        ")"
      ]
    }
    case "map":
      return shape.values.kind === "unknown" || shape.values.kind === "never"
        ? `${r(scope.imports)}.object`
        : call(scope, "record", [inner(shape.values)], top)
    case "union":
      return unionCall(shape, mode, scope, shape.members.map(inner), top)
    case "nullable":
      return call(scope, "nullable", [inner(shape.shape)], top)
    case "ref": {
      const { later, name } = scope.schema(shape.key, mode)
      return later ? call(scope, `lazy<${scope.ref(shape.key, mode)}>`, [`() => ${name}`], top) : name
    }
    case "object":
      return structCall(shape, mode, scope, undefined, top)
  }
}

const unionCall = (
  shape: Shape,
  mode: Mode,
  scope: SchemaScope,
  members: ReadonlyArray<Layout>,
  top: boolean
): Layout => [
  top ? pure : "",
  list(`${r(scope.imports)}.union<`, [typeOf(shape, mode, scope, "argument")], ">"),
  "(",
  list("[", members, "]"),
  ")"
]

const structCall = (
  shape: Extract<Shape, { readonly kind: "object" }>,
  mode: Mode,
  scope: SchemaScope,
  name: string | undefined,
  top: boolean
): Layout => {
  const fields = propertiesIn(shape.properties, mode).map((property): Layout => {
    const present = property.required && mode !== "lenient"
    const nullable = property.shape.kind === "nullable" ? property.shape.shape : property.shape
    const value = schemaOf(present ? property.shape : nullable, mode, scope)
    const label = property.name === "__proto__" ? `["__proto__"]` : key(property.name)
    return [label, ": ", present ? value : list(`${r(scope.imports)}.optional(`, [value], ")")]
  })
  const type = name === undefined ? group("<", typeOf(shape, mode, scope), ">") : `<${name}>`
  const open = [top ? pure : "", `${r(scope.imports)}.struct`, type]
  if (fields.length === 0) return [open, name === undefined ? "({})" : `({}, ${quote(name)})`]
  if (name === undefined) return [open, "({", indent(hardline, join([",", hardline], fields)), hardline, "})"]
  return [
    open,
    "(",
    indent(softline, "{", indent(hardline, join([",", hardline], fields)), hardline, "},", hardline, quote(name)),
    hardline,
    ")"
  ]
}

/** What stands before the first place at which a schema's expression can be broken. */
const openers: Readonly<Partial<Record<Shape["kind"], (name: string) => string>>> = {
  object: (name) => `struct<${name}>(`,
  union: () => "union<",
  tuple: () => "tuple<",
  literal: () => "openEnum([",
  array: () => "array(",
  map: () => "record(",
  nullable: () => "nullable("
}

/** Whether breaking the only argument of a call would win next to nothing: a name of at most a quarter of a line. */
const isShort = (shape: Shape, scope: SchemaScope, mode: Mode): boolean => {
  const inner =
    shape.kind === "array"
      ? shape.items
      : shape.kind === "map"
        ? shape.values
        : shape.kind === "nullable"
          ? shape.shape
          : undefined
  if (inner === undefined) return false
  const text = schemaOf(inner, mode, scope)
  return typeof text === "string" && text.length <= 30
}

/** `export const UserSchema`. @since 0.1.0 @category rendering */
export const schemaDeclaration = (form: Form, constant: string, scope: SchemaScope, model: ApiModel): Layout => {
  const shape = shapeIn(form.declaration, form.mode, model)
  const schema = scope.imports.space("effect/Schema", "Schema", true)
  const head = [`export const ${constant}: `, list(`${schema}.Schema<`, [form.name, "unknown"], ">"), " ="]
  const value =
    shape.kind === "object"
      ? structCall(shape, form.mode, scope, form.name, true)
      : schemaOf(shape, form.mode, scope, true)
  // What opens a bracket stays on the line of its declaration when it fits there; the rest moves as a whole.
  const opener = isShort(shape, scope, form.mode) ? undefined : openers[shape.kind]
  const column = `export const ${constant}: ${schema}.Schema<${form.name}, unknown> =`.length
  const stays =
    opener !== undefined &&
    (column > 120 ? "> =".length : column) + ` ${pure}R.`.length + opener(form.name).length <= 120
  const tail = stays ? [" ", value] : opener === undefined ? group(indent(line, value)) : indent(hardline, value)
  return [
    comment([`Schema of {@link ${form.name}}.`], ["@since 0.1.0", "@category schemas"], 120),
    head,
    tail,
    hardline
  ]
}
