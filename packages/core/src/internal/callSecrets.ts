import * as Redacted from "effect/Redacted"
import { isSecretName } from "./redactionNames.js"

const MAX_DEPTH = 8
const MAX_VALUES = 10_000
/** Shorter texts under credential-like names are words, such as `bearer` or `default`, that messages need. */
const SHORTEST_NAMED = 8

/**
 * The secrets in the input of a call: `Redacted` texts, and texts under credential-like names. A server that quotes its
 * input in an error must not bring them back to light, so they are collected when a call has failed.
 */
export const secretsOf = (...input: ReadonlyArray<unknown>): ReadonlyArray<string> => {
  const found = new Set<string>()
  let left = MAX_VALUES
  const visit = (value: unknown, secret: boolean, depth: number): void => {
    if (depth > MAX_DEPTH || left-- <= 0) return
    if (typeof value === "string") {
      if (secret && value.length >= SHORTEST_NAMED) found.add(value)
    } else if (Redacted.isRedacted(value)) {
      const held = Redacted.value(value)
      if (typeof held === "string") found.add(held)
      else visit(held, true, depth + 1)
    } else if (Array.isArray(value)) {
      for (const item of value) visit(item, secret, depth + 1)
    } else if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
      for (const [name, item] of Object.entries(value)) visit(item, secret || isSecretName(name), depth + 1)
    }
  }
  for (const value of input) visit(value, false, 0)
  return [...found]
}
