import type { Imports } from "./imports.js"
import { block, hardline, join, type Layout, list } from "./layout.js"
import type { ApiModel } from "./model.js"
import type { Declaration, Doc, LiteralShape, Property, Shape } from "./shape.js"
import { comment, key, quote } from "./text.js"
import { type Mode, propertiesIn, shapeIn } from "./usage.js"

/** What printing a type needs to know about the module it stands in. @since 0.1.0 @category models */
export interface TypeScope {
  /** Name of a declaration's form, imported when it stands elsewhere. */
  readonly ref: (key: string, mode: Mode) => string
  readonly imports: Imports
}

const literal = (value: string | number | boolean): string => (typeof value === "string" ? quote(value) : String(value))

/**
 * How the values of an enumeration may grow: an open one in both directions; one of a response always, for a server
 * may learn new values before its clients do. One value alone is a discriminator and stays closed.
 *
 * @since 0.1.0
 * @category accessors
 */
export const isOpen = (shape: LiteralShape, mode: Mode): boolean =>
  shape.open || (mode !== "request" && !shape.exact && shape.values.length > 1)

/** `A | B`. @since 0.1.0 @category rendering */
export const unionType = (members: ReadonlyArray<Layout>): Layout => {
  return members.length === 0 ? "never" : join(" | ", members)
}

const generic = (name: string, argument: Layout): Layout =>
  typeof argument === "string" ? `${name}<${argument}>` : [`${name}<`, argument, ">"]

/** @since 0.1.0 @category rendering */
export const typeOf = (shape: Shape, mode: Mode, scope: TypeScope): Layout => unionType(membersOf(shape, mode, scope))

/** The types that a shape is the union of. @since 0.1.0 @category rendering */
export const membersOf = (shape: Shape, mode: Mode, scope: TypeScope): ReadonlyArray<Layout> => {
  switch (shape.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
    case "number":
      return [shape.kind]
    case "string":
      return shape.secret && mode === "request"
        ? ["string", `${scope.imports.space("effect/Redacted", "Redacted", true)}.Redacted`]
        : ["string"]
    case "timestamp":
      return mode === "request" ? ["Date", "string"] : ["Date"]
    case "binary":
      return mode === "request" ? [scope.imports.add("@trilum/core/FileInput", "FileInput", true)] : ["string"]
    case "literal":
      return literalMembers(shape, mode, scope)
    case "array":
      return [generic("ReadonlyArray", typeOf(shape.items, mode, scope))]
    case "tuple": {
      // A response keeps what stands behind the known members.
      const rest = mode === "request" ? shape.rest : undefined
      const items = shape.items.map((item) => typeOf(item, mode, scope))
      const all = rest === undefined ? items : [...items, ["...", generic("ReadonlyArray", typeOf(rest, mode, scope))]]
      return [["readonly ", list("[", all, "]")]]
    }
    case "map":
      return [["{ readonly [key: string]: ", typeOf(shape.values, mode, scope), " }"]]
    case "union":
      return shape.members.flatMap((member) => membersOf(member, mode, scope))
    case "nullable":
      return [...membersOf(shape.shape, mode, scope), "null"]
    case "ref":
      return [scope.ref(shape.key, mode)]
    case "object":
      return [block("{", propertyLines(shape.properties, shape.open, mode, scope), "}", "")]
  }
}

const literalMembers = (shape: LiteralShape, mode: Mode, scope: TypeScope): ReadonlyArray<Layout> => {
  if (!isOpen(shape, mode)) return shape.values.map(literal)
  const texts = shape.values.filter((value) => typeof value === "string")
  const parts: Array<Layout> = []
  if (texts.length > 0) {
    const open = scope.imports.add("@trilum/core/OpenEnum", "OpenEnum", true)
    parts.push(generic(open, unionType(texts.map(literal))))
  }
  if (shape.values.some((value) => typeof value === "number")) parts.push("number")
  if (shape.values.some((value) => typeof value === "boolean")) parts.push("boolean")
  return parts
}

/** The lines of a doc comment that say what the type does not. */
const facts = (doc: Doc, shape: Shape): ReadonlyArray<string | undefined> => {
  const keys =
    shape.kind === "map" && shape.keys?.kind === "literal" ? shape.keys.values.map(literal).join(", ") : undefined
  const notes = [
    doc.format === undefined || !wordy.has(doc.format) ? undefined : `Format: ${doc.format}.`,
    doc.default === undefined || doc.default.length > 80 ? undefined : `Default: \`${doc.default}\`.`,
    keys === undefined ? undefined : `Keys: ${keys}.`
  ].filter((note) => note !== undefined)
  const description = doc.description?.trim()
  return description === undefined || description === ""
    ? [notes.join(" ")]
    : notes.length === 0
      ? [description]
      : [
          description.includes("\n") ? description : `${description} ${notes.join(" ")}`,
          description.includes("\n") ? notes.join(" ") : undefined
        ]
}

/** Formats that tell a reader more than the type does. */
const wordy: ReadonlySet<string> = new Set([
  "uuid",
  "email",
  "uri",
  "url",
  "date",
  "time",
  "duration",
  "hostname",
  "ipv4",
  "ipv6",
  "byte",
  "password",
  "uri-reference"
])

/** @since 0.1.0 @category rendering */
export const docComment = (doc: Doc, shape: Shape, columns: number): Layout =>
  comment(facts(doc, shape), doc.deprecated === true ? ["@deprecated"] : [], columns)

/** `readonly name?: Type`, with its comment. @since 0.1.0 @category rendering */
export const propertyLine = (
  name: string,
  shape: Shape,
  required: boolean,
  doc: Doc,
  mode: Mode,
  scope: TypeScope
): Layout => {
  const members = membersOf(shape, mode, scope)
  const present = required && mode !== "lenient"
  const absent = mode === "request" ? "undefined" : "null"
  const optional = shape.kind === "unknown" || members.includes(absent) ? members : [...members, absent]
  return [
    docComment(doc, shape, 118),
    "readonly ",
    key(name),
    present ? ": " : "?: ",
    unionType(present ? members : optional)
  ]
}

/** @since 0.1.0 @category rendering */
export const propertyLines = (
  properties: ReadonlyArray<Property>,
  open: boolean,
  mode: Mode,
  scope: TypeScope
): ReadonlyArray<Layout> => [
  ...propertiesIn(properties, mode).map((property) =>
    propertyLine(property.name, property.shape, property.required, property.doc, mode, scope)
  ),
  ...(open && mode === "request" ? ["readonly [key: string]: unknown"] : [])
]

/** `export interface` or `export type` of a declaration. @since 0.1.0 @category rendering */
export const declarationOf = (
  declaration: Declaration,
  name: string,
  mode: Mode,
  scope: TypeScope,
  model: ApiModel
): Layout => {
  const shape = shapeIn(declaration, mode, model)
  const doc = comment(
    [...facts(declaration.doc, shape), mode === "lenient" ? "Inferred: any field may be absent." : undefined],
    [...(declaration.doc.deprecated === true ? ["@deprecated"] : []), "@since 0.1.0", "@category models"],
    120
  )
  if (shape.kind !== "object") {
    const members = membersOf(shape, mode, scope)
    return [doc, `export type ${name} = `, join(" | ", members), hardline]
  }
  const lines = propertyLines(shape.properties, shape.open, mode, scope)
  return [doc, `export interface ${name} `, block("{", lines, "}", ""), hardline]
}
