/**
 * Changes to a valid answer that a tolerant client must accept and a strict client must report.
 */
import { branchesOf, type Contract, isObject, type JsonSchema } from "../Contract.js"
import type { Fault } from "../Faults.js"

const unknownMember = "emulator_unknown"

const firstKey = (path: string): readonly [string, string] => {
  const dot = path.indexOf(".")
  return dot < 0 ? [path, ""] : [path.slice(0, dot), path.slice(dot + 1)]
}

/** Replaces (or with `undefined` removes) the value at a dotted path; list elements are named by index. */
const put = (value: unknown, path: string, member: unknown): unknown => {
  const [key, rest] = firstKey(path)
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (String(index) !== key) return [item]
      const changed = rest === "" ? member : put(item, rest, member)
      return changed === undefined ? [] : [changed]
    })
  }
  if (!isObject(value)) return value
  const changed = rest === "" ? member : put(value[key], rest, member)
  const { [key]: _replaced, ...others } = value
  return changed === undefined ? others : { ...others, [key]: changed }
}

interface Spot {
  readonly schema: JsonSchema
  readonly value: unknown
  readonly path: string
}

/** The dotted path of the enumeration nearest to the top. */
const enumPath = (contract: Contract, schema: JsonSchema, value: unknown): string | undefined => {
  let level: ReadonlyArray<Spot> = [{ schema, value, path: "" }]
  for (let depth = 0; depth < 8 && level.length > 0; depth++) {
    const below: Array<Spot> = []
    for (const spot of level) {
      for (const branch of branchesOf(contract, spot.schema)) {
        if (Array.isArray(branch["enum"]) && typeof spot.value === "string" && spot.path !== "") return spot.path
        const at = (key: string): string => (spot.path === "" ? key : `${spot.path}.${key}`)
        const properties = branch["properties"]
        if (isObject(properties) && isObject(spot.value)) {
          for (const [name, inner] of Object.entries(properties)) {
            if (name in spot.value && isObject(inner))
              below.push({ schema: inner, value: spot.value[name], path: at(name) })
          }
        }
        const items = branch["items"]
        if (isObject(items) && Array.isArray(spot.value) && spot.value.length > 0) {
          below.push({ schema: items, value: spot.value[0], path: at("0") })
        }
      }
    }
    level = below
  }
  return undefined
}

const withUnknownField = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item, index) => (index === 0 ? withUnknownField(item) : item))
  return isObject(value) ? { ...value, [unknownMember]: { nested: [1, "two", null] } } : value
}

/**
 * Applies a fault to an answer. `schema` is the contract's schema of the answer.
 */
export const mutate = (contract: Contract, schema: JsonSchema | undefined, value: unknown, fault: Fault): unknown => {
  let current = value
  if (fault.unknownEnum !== undefined) {
    const path =
      fault.unknownEnum === true
        ? schema === undefined
          ? undefined
          : enumPath(contract, schema, value)
        : fault.unknownEnum
    if (path !== undefined) current = put(current, path, unknownMember)
  }
  for (const [path, member] of Object.entries(fault.set ?? {})) current = put(current, path, member)
  for (const path of fault.remove ?? []) current = put(current, path, undefined)
  return fault.unknownField === true ? withUnknownField(current) : current
}
