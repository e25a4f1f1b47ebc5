import type { Node, ResponseSchema } from "@trilum/core/ResponseSchema"

/**
 * A copy of `input` in which the fields that `schema` names have its spelling, where the input has them in snake case:
 * `prospect_id` becomes `prospectId` for a schema that says so. Fields the schema does not name stay as they are.
 */
export const respell = (schema: ResponseSchema<unknown>, input: unknown): unknown => fitted(schema.node, input)

const fitted = (node: Node, input: unknown): unknown => {
  if (typeof input !== "object" || input === null) return input
  switch (node.kind) {
    case "lazy":
      return fitted(node.of().node, input)
    case "nullable":
      return fitted(node.of.node, input)
    case "union": {
      const member = node.members.find(({ node: { kind } }) => kind === "struct" || kind === "array" || kind === "lazy")
      return member === undefined ? input : fitted(member.node, input)
    }
    case "array":
      return Array.isArray(input) ? input.map((item) => fitted(node.item.node, item)) : input
    case "struct": {
      if (Array.isArray(input)) return input
      const out: Record<string, unknown> = { ...input }
      for (const [name, field] of Object.entries(node.fields())) {
        const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        if (!(name in out) && snake in out) {
          out[name] = out[snake]
          delete out[snake]
        }
        if (name in out) out[name] = fitted(("optional" in field ? field.optional : field).node, out[name])
      }
      return out
    }
    default:
      return input
  }
}
