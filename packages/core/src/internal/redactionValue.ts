import * as Redacted from "effect/Redacted"
import type { RedactedCause } from "../Redaction.js"
import { MASK } from "./redactionText.js"

const MAX_DEPTH = 16
const MAX_VALUES = 10_000
const MAX_TEXT = 1_048_576
const MAX_CAUSES = 8
const TRUNCATED = "[Truncated]"

/** Characters that one character of a secret takes at most, escaped. */
const LONGEST_ENCODING = 12
/** Characters dropped before a cut, because a credential cut in two has no shape to know it by. */
const TAIL = 256

export interface Rules {
  readonly text: (s: string) => string
  readonly url: (s: string | URL) => string
  readonly isSecret: (name: string) => boolean
  /** Characters of the longest configured secret. */
  readonly longest: number
}

export const make = (rules: Rules): ((u: unknown) => unknown) => {
  const long = (s: string): string => {
    const kept = rules.text(s.slice(0, MAX_TEXT))
    return rules.text(`${kept.slice(0, -(rules.longest * LONGEST_ENCODING + TAIL))} ${TRUNCATED}`)
  }

  return (u) => {
    let left = MAX_VALUES
    const above = new Set<object>()

    const visit = (value: unknown, depth: number): unknown => {
      left--
      if (typeof value === "string") return value.length > MAX_TEXT ? long(value) : rules.text(value)
      if (typeof value === "function") return "[Function]"
      if (typeof value === "symbol") return rules.text(String(value))
      if (typeof value !== "object" || value === null) return value
      if (above.has(value)) return "[Circular]"
      if (depth >= MAX_DEPTH) return Array.isArray(value) ? "[Array]" : "[Object]"
      above.add(value)
      try {
        const plain = toPlain(value, rules)
        if (Array.isArray(plain)) return list(plain, depth)
        return isRecord(plain) ? record(plain, depth) : visit(plain, depth + 1)
      } catch {
        return "[Unreadable]"
      } finally {
        above.delete(value)
      }
    }

    const list = (items: ReadonlyArray<unknown>, depth: number): ReadonlyArray<unknown> => {
      const out: Array<unknown> = []
      for (const item of items) {
        if (left <= 0) {
          out.push(TRUNCATED)
          break
        }
        out.push(visit(item, depth + 1))
      }
      return out
    }

    const record = (fields: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> => {
      const out: Record<string, unknown> = {}
      for (const key of Object.keys(fields)) {
        if (left <= 0) {
          out["…"] = TRUNCATED
          break
        }
        define(out, rules.text(key), rules.isSecret(key) ? hide(fields[key]) : visit(fields[key], depth + 1))
      }
      return out
    }

    const hide = (value: unknown): unknown => {
      left--
      return value === null || value === undefined || value === "" || typeof value === "boolean" ? value : MASK
    }

    return visit(u, 0)
  }
}

/** Sets a field of its own even where the name is `__proto__`. */
export const define = (target: object, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
}

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === "object" && u !== null && !("toJSON" in u && typeof u.toJSON === "function")

const toPlain = (value: object, rules: Rules): unknown => {
  if (Redacted.isRedacted(value)) return MASK
  if (value instanceof Error) return plainCause(value, rules.text)
  if (value instanceof URL) return rules.url(value)
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`
  if (value instanceof Set) return [...value]
  if (value instanceof Map) {
    const entries = [...value]
    return entries.every(([key]) => typeof key === "string") ? Object.fromEntries(entries) : entries
  }
  if (value instanceof Headers || value instanceof URLSearchParams) return Object.fromEntries(value.entries())
  if ("toJSON" in value && typeof value.toJSON === "function") return value.toJSON()
  return value
}

export const plainCause = (cause: unknown, text: (s: string) => string): RedactedCause | undefined => {
  const above = new Set<unknown>()

  const visit = (u: unknown, levels: number): RedactedCause | undefined => {
    if (u === undefined || u === null || levels === 0 || above.has(u)) return undefined
    if (typeof u !== "object") return { name: "Error", message: text(String(u)) }
    above.add(u)
    const code = field(u, "code")
    const inner = visit(field(u, "cause"), levels - 1)
    const errors = field(u, "errors")
    const all = Array.isArray(errors)
      ? errors.slice(0, MAX_VALUES).flatMap((error) => visit(error, levels - 1) ?? [])
      : []
    above.delete(u)
    return {
      name: text(firstText(field(u, "name"), field(u, "_tag"), "Error")),
      message: text(firstText(field(u, "message"), "")),
      ...(typeof code === "string" ? { code: text(code) } : typeof code === "number" ? { code } : {}),
      ...(inner === undefined ? {} : { cause: inner }),
      ...(all.length === 0 ? {} : { errors: all })
    }
  }
  return visit(cause, MAX_CAUSES)
}

const firstText = (...candidates: ReadonlyArray<unknown>): string =>
  candidates.find((candidate) => typeof candidate === "string") ?? ""

/** A field of anything, `undefined` where reading it throws. */
const field = (u: object, name: string): unknown => {
  try {
    return Reflect.get(u, name)
  } catch {
    return undefined
  }
}
