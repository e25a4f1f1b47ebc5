/**
 * The structured result of a run: a value for the caller's `response_format`, or the output of a specialised agent.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Context } from "../../Platform.js"
import { inContract, inDocument, sample } from "../../Samples.js"
import { compileForeign } from "../../Validation.js"

const firstMatch = async (
  make: (fill: "all" | "required") => unknown,
  matches: (value: unknown) => boolean | Promise<boolean>
): Promise<JsonObject | null> => {
  for (const fill of ["all", "required"] as const) {
    const value = make(fill)
    if (isObject(value) && (await matches(value))) return value
  }
  return null
}

/** `error` when the caller's schema is not a JSON Schema. `null` when no value was found. */
export const ofFormat = async (
  format: JsonObject,
  seed: string
): Promise<{ readonly value: JsonObject | null } | { readonly error: string }> => {
  const compiled = await compileForeign(format)
  if ("error" in compiled) return compiled
  const references = inDocument(format)
  return { value: await firstMatch((fill) => sample(format, { seed, fill, references }), compiled.matches) }
}

export const ofAgent = async (context: Context, agent: string, seed: string): Promise<JsonObject | null> => {
  const response = context.contract.schemas["ResponseObject"]
  const outputs = isObject(response) ? response["x-structured-outputs"] : undefined
  const name = isObject(outputs) ? outputs[agent] : undefined
  if (typeof name !== "string") return null
  const schema = { $ref: `#/components/schemas/${name}` }
  return firstMatch(
    (fill) => sample(schema, { seed, fill, references: inContract(context.contract) }),
    (value) => context.validator.matches(schema, value)
  )
}
