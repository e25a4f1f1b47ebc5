/**
 * What a schema says about a value, independent of the OpenAPI version and of the direction it travels in.
 *
 * @since 0.1.0
 * @category models
 */
export type Shape =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | { readonly kind: "number"; readonly integer: boolean }
  /** `secret`: a credential, which a request also takes as a `Redacted`. */
  | { readonly kind: "string"; readonly secret: boolean }
  /** RFC 3339 text on the wire. */
  | { readonly kind: "timestamp" }
  /** The content of a file. */
  | { readonly kind: "binary" }
  | LiteralShape
  | { readonly kind: "array"; readonly items: Shape }
  | { readonly kind: "tuple"; readonly items: ReadonlyArray<Shape>; readonly rest: Shape | undefined }
  | ObjectShape
  | { readonly kind: "map"; readonly values: Shape; readonly keys: Shape | undefined }
  | { readonly kind: "union"; readonly members: ReadonlyArray<Shape> }
  | { readonly kind: "nullable"; readonly shape: Shape }
  /** A declaration by its key. */
  | { readonly kind: "ref"; readonly key: string }

/**
 * Known values. `open`: the document says that others may come. `exact`: never widened, because the value decides
 * which member of a union an object is.
 *
 * @since 0.1.0
 * @category models
 */
export interface LiteralShape {
  readonly kind: "literal"
  readonly values: ReadonlyArray<string | number | boolean>
  readonly open: boolean
  readonly exact: boolean
}

/** @since 0.1.0 @category models */
export interface ObjectShape {
  readonly kind: "object"
  readonly properties: ReadonlyArray<Property>
  /** `true`: the document says that other names may stand beside the known ones. */
  readonly open: boolean
}

/** @since 0.1.0 @category models */
export interface Property {
  readonly name: string
  readonly shape: Shape
  readonly required: boolean
  readonly readOnly: boolean
  readonly writeOnly: boolean
  readonly doc: Doc
}

/** What a document says in prose. @since 0.1.0 @category models */
export interface Doc {
  readonly description?: string | undefined
  readonly format?: string | undefined
  /** As JSON text. */
  readonly default?: string | undefined
  readonly deprecated?: boolean | undefined
}

/**
 * A shape with a name.
 *
 * @since 0.1.0
 * @category models
 */
export interface Declaration {
  /** Stable within a run; not the printed name. */
  readonly key: string
  readonly name: string
  readonly shape: Shape
  readonly doc: Doc
}

/** @since 0.1.0 @category constructors */
export const unknown: Shape = { kind: "unknown" }

/** @since 0.1.0 @category constructors */
export const nullable = (shape: Shape): Shape =>
  shape.kind === "nullable" || shape.kind === "unknown" || shape.kind === "null" ? shape : { kind: "nullable", shape }

const sameShape = (a: Shape, b: Shape): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A union without nested unions, duplicates or `null` members; the text `string` beside known texts is an open
 * enumeration.
 *
 * @since 0.1.0
 * @category constructors
 */
export const union = (shapes: ReadonlyArray<Shape>): Shape => {
  let hasNull = false
  const members: Array<Shape> = []
  const add = (shape: Shape): void => {
    if (shape.kind === "null") hasNull = true
    else if (shape.kind === "nullable") {
      hasNull = true
      add(shape.shape)
    } else if (shape.kind === "union") shape.members.forEach(add)
    else if (shape.kind === "literal") {
      const index = members.findIndex((member) => member.kind === "literal")
      const known = members[index]
      if (known?.kind === "literal") {
        members[index] = {
          kind: "literal",
          values: [...new Set([...known.values, ...shape.values])],
          open: known.open || shape.open,
          exact: false
        }
      } else members.push(shape)
    } else if (shape.kind !== "never" && !members.some((member) => sameShape(member, shape))) members.push(shape)
  }
  shapes.forEach(add)
  const plain = simplify(members)
  return hasNull ? nullable(plain) : plain
}

const simplify = (members: ReadonlyArray<Shape>): Shape => {
  if (members.some((member) => member.kind === "unknown")) return unknown
  const literal = members.find((member) => member.kind === "literal")
  if (
    literal?.kind === "literal" &&
    literal.values.every((value) => typeof value === "string") &&
    members.some((member) => member.kind === "string")
  ) {
    return simplify([
      ...members.filter((member) => member.kind !== "literal" && member.kind !== "string"),
      { ...literal, open: true, exact: false }
    ])
  }
  const [first] = members
  if (first === undefined) return { kind: "null" }
  return members.length === 1 ? first : { kind: "union", members }
}

/** Visits every shape below one, declarations not followed. @since 0.1.0 @category traversal */
export const walk = (shape: Shape, visit: (shape: Shape) => void): void => {
  visit(shape)
  switch (shape.kind) {
    case "array":
      return walk(shape.items, visit)
    case "tuple":
      shape.items.forEach((item) => walk(item, visit))
      return shape.rest === undefined ? undefined : walk(shape.rest, visit)
    case "object":
      return shape.properties.forEach((property) => walk(property.shape, visit))
    case "map":
      return walk(shape.values, visit)
    case "union":
      return shape.members.forEach((member) => walk(member, visit))
    case "nullable":
      return walk(shape.shape, visit)
    default:
      return undefined
  }
}
