/**
 * Takes credentials out of what errors, logs and spans carry. Replaces, never drops, and leaves all else as it is:
 * UUIDs, `max_tokens`, `author` and `key_name` are no credentials.
 *
 * @since 0.1.0
 */
import * as Redacted from "effect/Redacted"
import { isSecretName, normalize } from "./internal/redactionNames.js"
import * as Text from "./internal/redactionText.js"
import * as Value from "./internal/redactionValue.js"

/**
 * An error as plain data, redacted. Nothing in it refers to the original.
 *
 * @since 0.1.0
 * @category models
 */
export interface RedactedCause {
  readonly name: string
  readonly message: string
  readonly code?: string | number | undefined
  readonly cause?: RedactedCause | undefined
  /** Of an `AggregateError`. */
  readonly errors?: ReadonlyArray<RedactedCause> | undefined
}

/**
 * Every function is pure and idempotent and never throws. What it replaces becomes `[REDACTED]`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Redactor {
  /**
   * Replaces the configured secrets in any encoding, the values of credential-like names (`token=...`,
   * `"api_key": "..."`, `Cookie: ...`), signed query strings, connection strings, private keys, `Bearer` and `Basic`
   * credentials, JWTs and keys known by their prefix. Time is linear in the text.
   */
  readonly text: (s: string) => string
  /**
   * A plain copy: every text redacted, every value under a credential-like name replaced (but for `null`, booleans
   * and empty text). Cycles become `[Circular]`; below 16 levels, beyond 10 000 values or 1 048 576 characters of a
   * text, the rest is named instead of copied. Bytes become their count.
   */
  readonly value: (u: unknown) => unknown
  /** Origin and path, redacted; no user, query or fragment. */
  readonly url: (s: string | URL) => string
  /** The same names with credential headers replaced and all other values redacted as text. */
  readonly headers: (h: Readonly<Record<string, string>>) => Record<string, string>
  /** `undefined` for `undefined` and `null`; at most 8 levels of causes. */
  readonly error: (cause: unknown) => RedactedCause | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Credentials in use, replaced wherever they stand; those under 4 characters are part of ordinary words and stay. */
  readonly secrets?: Iterable<Redacted.Redacted<string> | string> | undefined
  /** Names, beside the known ones, whose values are credentials. Case and separators do not matter. */
  readonly names?: Iterable<string> | undefined
}

/**
 * The secrets stay in a closure: inspecting or serializing the redactor shows none.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options = {}): Redactor => {
  const secrets = Array.from(options.secrets ?? [], (secret) =>
    typeof secret === "string" ? secret : Redacted.value(secret)
  )
  const names = new Set(Array.from(options.names ?? [], normalize))
  const text = Text.make(secrets, names)
  const isSecret = (name: string): boolean => isSecretName(name) || (names.size > 0 && names.has(normalize(name)))
  const longest = secrets.reduce((longest, secret) => Math.max(longest, secret.length), 0)

  const url = (s: string | URL): string => {
    const bare = String(s)
      .replace(/[?#][\s\S]*$/, "")
      .replace(/^([A-Za-z][A-Za-z0-9+.-]*:)?\/\/[^/]*@/, "$1//")
    return text(bare)
  }

  const headers = (h: Readonly<Record<string, string>>): Record<string, string> => {
    const out: Record<string, string> = {}
    for (const [name, value] of Object.entries(h)) {
      Value.define(out, text(name), isSecret(name) ? Text.MASK : text(value))
    }
    return out
  }

  return {
    text,
    value: Value.make({ text, url, isSecret, longest }),
    url,
    headers,
    error: (cause) => Value.plainCause(cause, text)
  }
}

/**
 * Knows no configured secrets, so it relies on names and shapes alone.
 *
 * @since 0.1.0
 * @category constructors
 */
export const redactor: Redactor = make()
