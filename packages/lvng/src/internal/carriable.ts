import * as Redacted from "effect/Redacted"

/** RFC 9110 section 5.5, without spaces. */
const visible = /^[\x21-\x7e]+$/

/**
 * A secret without the space around it; `undefined` for one that no header can carry. JavaScript gives anything where a
 * type says text.
 */
export const trimmed = (secret: Redacted.Redacted<string>): Redacted.Redacted<string> | undefined => {
  const value: unknown = Redacted.isRedacted(secret) ? Redacted.value(secret) : undefined
  const text = typeof value === "string" ? value.trim() : ""
  return visible.test(text) ? Redacted.make(text) : undefined
}
