import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"

/**
 * A copy of `input` in which the fields that `schema` names have its spelling, where the input has them in snake case:
 * `prospect_id` becomes `prospectId` for a schema that says so. Fields the schema does not name stay as they are.
 */
export const respell = <A>(schema: Schema.Schema<A, unknown>, input: unknown): unknown => fitted(schema.ast, input)

const fitted = (ast: AST.AST, input: unknown): unknown => {
  if (typeof input !== "object" || input === null) return input
  if (AST.isSuspend(ast)) return fitted(ast.f(), input)
  if (AST.isUnion(ast)) {
    const member = ast.types.find((type) => AST.isTypeLiteral(type) || AST.isTupleType(type) || AST.isSuspend(type))
    return member === undefined ? input : fitted(member, input)
  }
  if (AST.isTupleType(ast)) {
    const rest = ast.rest[0]
    return Array.isArray(input) && rest !== undefined ? input.map((item) => fitted(rest.type, item)) : input
  }
  if (!AST.isTypeLiteral(ast) || Array.isArray(input)) return input
  const out: Record<string, unknown> = { ...input }
  for (const { name, type } of ast.propertySignatures) {
    if (typeof name !== "string") continue
    const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    if (!(name in out) && snake in out) {
      out[name] = out[snake]
      delete out[snake]
    }
    if (name in out) out[name] = fitted(type, out[name])
  }
  return out
}
