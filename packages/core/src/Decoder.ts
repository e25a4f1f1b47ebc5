/**
 * Decodes responses in place and reports where they differ from their schema.
 *
 * Contracts of running services drift, so a difference does not fail a call: a value of another type stays as it came, a
 * missing field stays missing. `ApiClient` reports differences, and fails on them when the client is strict. See
 * {@link Drift} for how they are reported, {@link ResponseSchema} for schemas.
 *
 * @since 0.1.0
 */
import { type Context, compileNode, formatPath } from "./internal/decoder.js"
import type { ResponseSchema } from "./ResponseSchema.js"

/**
 * One difference between a response and its schema. `path` reads like `data[3].created_at`, `""` is the value itself.
 * `message` names the expected and the actual type, never the value, which may be secret or huge.
 *
 * - `missing`: a required field is absent
 * - `type`: a value of another type, or an object that fits no member of a union
 * - `field`: a field that the schema does not name
 * - `member`: a text that is none of those an enumeration names
 *
 * @since 0.1.0
 * @category models
 */
export interface Difference {
  readonly kind: "missing" | "type" | "field" | "member"
  readonly path: string
  readonly message: string
}

/**
 * A decoded value. `ok` is `false` when something is missing or of another type. At most 50 differences are listed; rows
 * of a list that differ in the same way are listed once.
 *
 * @since 0.1.0
 * @category models
 */
export interface Decoded<out A> {
  readonly ok: boolean
  readonly value: A
  readonly differences: ReadonlyArray<Difference>
  /** A {@link ResponseSchema.custom} decoder failed: there is no value to go on with. */
  readonly fatal: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DecodeOptions {
  /** Also lists unknown fields and members, which costs a look at every key. Default: `false`. */
  readonly unknown?: boolean | undefined
}

/**
 * A decoder of JSON values. It owns its input: objects and arrays are changed in place (a timestamp becomes a `Date`), so
 * pass what `JSON.parse` has just returned and use only the result.
 *
 * Values nested deeper than 256 objects and lists stay as they came, except under `ResponseSchema.unknown`, which has no
 * limit. Compiling happens once for a schema, at the first value.
 *
 * @since 0.1.0
 * @category decoding
 */
export const compile = <A>(schema: ResponseSchema<A>): ((input: unknown, options?: DecodeOptions) => Decoded<A>) => {
  const { decode } = compileNode(schema)
  return (input, options) => {
    const context: Context = { depth: 0, unknown: options?.unknown === true, found: [], fatal: false }
    // Differences are reported beside the value; the type says what the contract says.
    const value = decode(input, context) as A
    const { fatal, found } = context
    if (found.length === 0) return { ok: true, value, differences: none, fatal }
    return {
      ok: found.every(({ kind }) => kind === "field" || kind === "member"),
      value,
      differences: found.map((entry) => ({ kind: entry.kind, path: formatPath(entry), message: entry.message })),
      fatal
    }
  }
}

const none: ReadonlyArray<Difference> = []
