/**
 * Where an answer has more than the contract knows. Decoding keeps unknown fields and unknown members of enumerations and
 * lets them pass; this tells of them, for programs that watch over a contract.
 *
 * @since 0.1.0
 */
import * as Option from "effect/Option"
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"

/**
 * One place. `path` reads like `data[3].status`.
 *
 * - `field`: a field that the contract does not name
 * - `member`: a text that is none of those the contract lists
 *
 * @since 0.1.0
 * @category models
 */
export interface Drift {
  readonly kind: "field" | "member"
  readonly path: string
}

/**
 * What one answer has.
 *
 * @since 0.1.0
 * @category models
 */
export interface Report {
  /** `operationId` of the contract. */
  readonly operation: string
  readonly drifts: ReadonlyArray<Drift>
}

const below = (path: string, name: PropertyKey): string => (path === "" ? String(name) : `${path}.${String(name)}`)

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

const none: ReadonlyArray<Drift> = []

const visit = (ast: AST.AST, value: unknown, path: string): ReadonlyArray<Drift> => {
  switch (ast._tag) {
    case "TypeLiteral":
      return isObject(value) && !Array.isArray(value) ? ofObject(ast, value, path) : none
    case "TupleType": {
      const item = ast.rest[0]?.type
      return Array.isArray(value) && item !== undefined
        ? value.flatMap((element: unknown, index) => visit(item, element, `${path}[${index}]`))
        : none
    }
    case "Union":
      return value === null ? none : ofUnion(ast, value, path)
    case "Suspend":
      return visit(ast.f(), value, path)
    case "StringKeyword": {
      const known = Option.getOrUndefined(AST.getExamplesAnnotation(ast))
      return known === undefined || typeof value !== "string" || known.includes(value)
        ? none
        : [{ kind: "member", path }]
    }
    default:
      return none
  }
}

const ofObject = (ast: AST.TypeLiteral, value: object, path: string): ReadonlyArray<Drift> => {
  const fields = new Map(ast.propertySignatures.map(({ name, type }) => [name, type]))
  const others = ast.indexSignatures[0]?.type
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]): ReadonlyArray<Drift> => {
    const type = fields.get(name)
    if (type !== undefined) return visit(type, inner, below(path, name))
    // A struct keeps what it does not know; a record knows no names.
    if (fields.size > 0) return [{ kind: "field", path: below(path, name) }]
    return others === undefined ? none : visit(others, inner, below(path, name))
  })
}

/** Whether an object has the fields that a member requires. */
const fits = (ast: AST.AST, value: unknown): boolean =>
  ast._tag !== "TypeLiteral" ||
  (isObject(value) && ast.propertySignatures.every(({ isOptional, name }) => isOptional || name in value))

/** By the member that fits best. */
const ofUnion = (ast: AST.Union, value: unknown, path: string): ReadonlyArray<Drift> => {
  const candidates = ast.types.filter((member) => member !== AST.null && fits(member, value))
  return (
    candidates
      .map((member) => visit(member, value, path))
      .reduce<ReadonlyArray<Drift> | undefined>(
        (best, drifts) => (best === undefined || drifts.length < best.length ? drifts : best),
        undefined
      ) ?? none
  )
}

/**
 * The places where a decoded value has more than its schema names.
 *
 * @since 0.1.0
 * @category accessors
 */
export const find = <A>(schema: Schema.Schema<A, unknown>, value: A): ReadonlyArray<Drift> =>
  visit(schema.ast, value, "")
