/**
 * Removes secrets from what errors, logs and spans show. Known secrets are found in any encoding, unknown ones by the name
 * beside them or by their form. Everything else stays: UUIDs, `max_tokens`, `author` and `key_name` are no secrets.
 *
 * @since 0.1.0
 */
import * as Redacted from "effect/Redacted"
import { MASK, maskForms, secretNames } from "./internal/redaction.js"
import * as SecretMatcher from "./internal/secretMatcher.js"
import type * as Operation from "./Operation.js"

/**
 * The text that stands for a secret. A request that carries it as the value of a secret fails before it is sent.
 *
 * @since 0.1.0
 * @category constants
 */
export const mask = MASK

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
 * Every function is pure and idempotent and never throws. Secrets become {@link mask}.
 *
 * @since 0.1.0
 * @category models
 */
export interface Redactor {
  /**
   * Masks known secrets in any encoding and case (percent, JSON, XML, base64, hex), values of secret names (`token=...`,
   * `"api_key": "..."`, `Cookie: ...`), private keys, `Bearer` and `Basic` credentials, JWTs, and keys of a known form.
   * Time is linear in the text.
   */
  readonly text: (s: string) => string
  /**
   * A plain copy with every text redacted and every value under a secret name masked, also in `{ name, value }` pairs, in
   * `headers` and `env`, and where a validation error repeats it as `input`. `null`, booleans and empty texts stay. Cycles
   * become `[Circular]`, bytes their count, and what is nested deeper than 500 levels `[Object]` or `[Array]`.
   */
  readonly value: (u: unknown) => unknown
  /** The same names with credential headers masked and all other values redacted as text. */
  readonly headers: (h: Readonly<Record<string, string>>) => Record<string, string>
  /** `undefined` for `undefined` and `null`; at most 8 levels of causes. */
  readonly error: (cause: unknown) => RedactedCause | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /**
   * Known secrets. Those of 4 to 7 characters are masked as whole words, shorter ones only as whole values (between quotes
   * or after `=`): they are part of ordinary words.
   */
  readonly secrets?: Iterable<Redacted.Redacted<string> | string> | undefined
  /** Names, beside the known ones, whose values are secrets. Case and separators do not matter. */
  readonly names?: Iterable<string> | undefined
  /** Global patterns of keys, such as `/\bacme_[a-z0-9]{8,}/g`. */
  readonly patterns?: ReadonlyArray<RegExp> | undefined
}

/**
 * The secrets stay in a closure: inspecting or serializing the redactor shows none.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options = {}): Redactor => {
  const { patterns = [] } = options
  const isSecret = secretNames(options.names)
  let matcher: SecretMatcher.Matcher | undefined

  const text = (s: string): string => {
    matcher ??= SecretMatcher.make(Array.from(options.secrets ?? [], (secret) => reveal(secret)))
    return maskForms(maskFound(s, matcher.find(s)), isSecret, patterns)
  }

  const url = (s: string | URL): string =>
    text(
      String(s)
        .replace(/[?#][\s\S]*$/, "")
        .replace(/^([A-Za-z][A-Za-z0-9+.-]*:)?\/\/[^/]*@/, "$1//")
    )

  return {
    text,
    value: (u) => copy(u, { text, url, isSecret }),
    headers: (h) => {
      const out: Record<string, string> = {}
      for (const [name, value] of Object.entries(h)) define(out, text(name), isSecret(name) ? MASK : text(value))
      return out
    },
    error: (cause) => plainCause(cause, text)
  }
}

/**
 * Knows no secrets and relies on names and forms alone.
 *
 * @since 0.1.0
 * @category constructors
 */
export const redactor: Redactor = make()

/**
 * The secrets in the input of a call, for {@link Options}: `Redacted` values, and values under secret names, in
 * `{ name, value }` pairs, and in `headers` and `env`, at any depth. `names` are further secret names.
 *
 * @since 0.1.0
 * @category accessors
 */
export const secretsIn = (input: unknown, names?: Iterable<string>): ReadonlyArray<string> => {
  const found = new Set<string>()
  for (const [, text] of secretFields(input, secretNames(names))) {
    if (/^(?:true|false|null|none|undefined)?$/i.test(text)) continue
    found.add(text)
    // A header is sent with its scheme and often repeated without it.
    const bare = /^(?:bearer|basic|token)\s+(\S+)$/i.exec(text)?.[1]
    if (bare !== undefined) found.add(bare)
  }
  return [...found]
}

/**
 * The name of a secret in `input` whose value is a mask (`[REDACTED]`, `<redacted>`): it was shown in place of the secret and
 * would replace it.
 *
 * @since 0.1.0
 * @category accessors
 */
export const maskedField = (input: unknown, names?: Iterable<string>): string | undefined => {
  for (const [name, text] of secretFields(input, secretNames(names))) if (isMasked(text)) return name
  return undefined
}

/**
 * Whether a text has a mask in it.
 *
 * @since 0.1.0
 * @category guards
 */
export const isMasked = (text: string): boolean => text.includes(MASK) || text.includes("<redacted>")

/** Names and texts of the secrets in a value. Walks without recursion: no depth is too deep. */
function* secretFields(input: unknown, isSecret: (name: string) => boolean): Generator<readonly [string, string]> {
  const seen = new Set<object>()
  const left: Array<readonly [name: string, value: unknown, secret: boolean]> = [["", input, false]]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [name, value, secret] = next
    if (typeof value !== "object" || value === null) {
      const text = typeof value === "number" || typeof value === "bigint" ? String(value) : value
      if (secret && typeof text === "string") yield [name, text]
    } else if (Redacted.isRedacted(value)) left.push([name, Redacted.value(value), true])
    else if (!seen.has(value) && !ArrayBuffer.isView(value)) {
      seen.add(value)
      if (Array.isArray(value)) for (const item of value) left.push([name, item, secret])
      else
        for (const [key, item] of Object.entries(value))
          left.push([key, item, isSecretField(value, key, secret, isSecret)])
    }
  }
}

/**
 * The names of the fields that a contract marks as secret, for {@link Options}. They are masked wherever they are in a
 * body, so the last name of each path counts; but `code`, which names an error in error bodies.
 *
 * @since 0.1.0
 * @category accessors
 */
export const namesOf = (secrets: Operation.Secrets | undefined): ReadonlyArray<string> =>
  [...(secrets?.path ?? []), ...(secrets?.params ?? []), ...(secrets?.answer ?? [])].flatMap(
    (path) => path.split(".").findLast((name) => name !== "*" && name !== "" && name !== "code") ?? []
  )

const reveal = (secret: Redacted.Redacted<string> | string): string =>
  typeof secret === "string" ? secret : Redacted.value(secret)

const CONTAINERS = new Set(["headers", "env"])
/** Headers that carry no secret. */
const PLAIN_HEADER = /^(?:accept(?:-[a-z]+)?|content-(?:type|length|encoding|language)|user-agent|date|host)$/i
const PAIR_NAMES: ReadonlyArray<string> = ["name", "key", "header"]
const ECHOES = new Set(["input", "ctx"])

/**
 * Whether a field holds a secret: by its own name, as part of a secret, as the value of a pair whose name is secret, or as
 * the input of a validation error (`{ type, loc, msg, input }`) about a secret.
 */
const isSecretField = (
  parent: object,
  name: string,
  inSecret: boolean,
  isSecret: (name: string) => boolean
): boolean => {
  if (inSecret) return !(PAIR_NAMES.includes(name) && "value" in parent) && !PLAIN_HEADER.test(name)
  if (isSecret(name)) return true
  if (CONTAINERS.has(name.toLowerCase())) return typeof field(parent, name) === "object"
  if (name === "value") {
    return PAIR_NAMES.some((pair) => {
      const called = field(parent, pair)
      return typeof called === "string" && isSecret(called)
    })
  }
  const loc = ECHOES.has(name) ? field(parent, "loc") : undefined
  return Array.isArray(loc) && loc.some((part) => typeof part === "string" && (isSecret(part) || CONTAINERS.has(part)))
}

/** Replaces what was found; matches that overlap become one. */
const maskFound = (text: string, found: ReadonlyArray<readonly [number, number]>): string => {
  if (found.length === 0) return text
  const spans = [...found]
  // A secret inside the mask must not take it apart.
  for (let at = text.indexOf(MASK); at !== -1; at = text.indexOf(MASK, at + MASK.length)) {
    spans.push([at, at + MASK.length])
  }
  spans.sort(([a], [b]) => a - b)
  let out = ""
  let copied = 0
  let [[from, to] = [0, 0]] = spans
  for (const [start, end] of spans) {
    if (start >= to) {
      out += text.slice(copied, from) + MASK
      copied = to
      from = start
      to = end
    } else if (end > to) to = end
  }
  return out + text.slice(copied, from) + MASK + text.slice(to)
}

interface Rules {
  readonly text: (s: string) => string
  readonly url: (s: string | URL) => string
  readonly isSecret: (name: string) => boolean
}

/** Deeper values would exhaust the stack of whoever serializes the copy. */
const MAX_DEPTH = 500
const MAX_CAUSES = 8

const copy = (u: unknown, rules: Rules): unknown => {
  const above = new Set<object>()

  const visit = (value: unknown, secret: boolean, depth: number): unknown => {
    if (value === null || value === undefined || value === "" || typeof value === "boolean") return value
    if (typeof value === "function") return "[Function]"
    if (typeof value !== "object") {
      return secret ? MASK : typeof value === "string" ? rules.text(value) : plainPrimitive(value, rules)
    }
    if (above.has(value)) return "[Circular]"
    if (depth >= MAX_DEPTH) return Array.isArray(value) ? "[Array]" : "[Object]"
    above.add(value)
    try {
      const plain = toPlain(value, rules)
      if (Array.isArray(plain)) return plain.map((item) => visit(item, secret, depth + 1))
      if (!isRecord(plain)) return visit(plain, secret, depth + 1)
      const out: Record<string, unknown> = {}
      for (const [name, item] of Object.entries(plain)) {
        const isField = isSecretField(plain, name, secret, rules.isSecret)
        const isWhole = isField && !secret && !CONTAINERS.has(name.toLowerCase())
        define(out, rules.text(name), isWhole ? hide(item) : visit(item, isField, depth + 1))
      }
      return out
    } catch {
      return "[Unreadable]"
    } finally {
      above.delete(value)
    }
  }
  return visit(u, false, 0)
}

const hide = (value: unknown): unknown =>
  value === null || value === undefined || value === "" || typeof value === "boolean" ? value : MASK

const plainPrimitive = (value: unknown, rules: Rules): unknown =>
  typeof value === "symbol" ? rules.text(String(value)) : value

/** Sets a field of its own even where the name is `__proto__`. */
const define = (target: object, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
}

const isRecord = (u: unknown): u is object =>
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

const plainCause = (cause: unknown, text: (s: string) => string): RedactedCause | undefined => {
  const above = new Set<unknown>()

  const visit = (u: unknown, levels: number): RedactedCause | undefined => {
    if (u === undefined || u === null || levels === 0 || above.has(u)) return undefined
    if (typeof u !== "object") return { name: "Error", message: text(String(u)) }
    above.add(u)
    const code = field(u, "code")
    const inner = visit(field(u, "cause"), levels - 1)
    const errors = field(u, "errors")
    const all = Array.isArray(errors) ? errors.flatMap((error) => visit(error, levels - 1) ?? []) : []
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
