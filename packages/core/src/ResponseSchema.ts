/**
 * Schemas of responses as plain data: what generated code declares and {@link Decoder} compiles.
 *
 * Nothing here loads `effect/Schema`. `EffectSchema.fromResponse` turns a schema into one of `effect/Schema`.
 *
 * The decoded type is given as the type argument and checked against the fields, so nothing has to be inferred. No
 * constructor has a side effect: bundlers drop an unused schema when its call is marked as pure and takes its parts from
 * a function, for then its declaration makes no other call.
 *
 * ```ts
 * export const User: S.ResponseSchema<User> = S.struct<User>(() => ({
 *   id: S.string,
 *   created_at: S.timestamp,
 *   manager: S.optional(User)
 * }))
 * ```
 *
 * @since 0.1.0
 */
import type { OpenEnum } from "./OpenEnum.js"

/**
 * A schema of responses that decode to `A`. Fields that the contract does not name are kept at every level.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponseSchema<out A> {
  readonly node: Node
  /** Only a type: no schema has this property. */
  readonly Type?: A
}

/**
 * A value that exactly one of these names may be.
 *
 * @since 0.1.0
 * @category models
 */
export type Literal = string | number | boolean | null

/**
 * What a schema consists of.
 *
 * @since 0.1.0
 * @category models
 */
export type Node =
  | { readonly kind: "string" | "number" | "boolean" | "unknown" | "none" | "timestamp" }
  | { readonly kind: "enum"; readonly known: ReadonlyArray<string> }
  | { readonly kind: "literal"; readonly values: ReadonlyArray<Literal> }
  | { readonly kind: "nullable"; readonly of: ResponseSchema<unknown> }
  | { readonly kind: "array"; readonly item: ResponseSchema<unknown> }
  | { readonly kind: "tuple"; readonly items: ReadonlyArray<ResponseSchema<unknown>> }
  | { readonly kind: "record"; readonly value: ResponseSchema<unknown> }
  | { readonly kind: "union"; readonly members: ReadonlyArray<ResponseSchema<unknown>> }
  | { readonly kind: "lazy"; readonly of: () => ResponseSchema<unknown> }
  | { readonly kind: "map"; readonly from: ResponseSchema<unknown>; readonly to: (value: unknown) => unknown }
  | { readonly kind: "custom"; readonly decode: (input: unknown) => Custom<unknown> }
  | { readonly kind: "struct"; readonly fields: () => FieldsOf; readonly name: string | undefined }

/**
 * The fields of a struct, by wire name.
 *
 * @since 0.1.0
 * @category models
 */
export interface FieldsOf {
  readonly [name: string]: ResponseSchema<unknown> | Optional<unknown>
}

/**
 * A field that may be absent or `null`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Optional<out A> {
  readonly optional: ResponseSchema<A>
}

/**
 * The fields of a struct that decodes to `A`: an {@link optional} one for each `name?: T | null`, a schema for the
 * others.
 *
 * @since 0.1.0
 * @category models
 */
export type Fields<A> = {
  readonly [K in keyof A]-?: ResponseSchema<A[K]> | (undefined extends A[K] ? Optional<A[K]> : never)
}

/**
 * Outcome of a {@link custom} decoder. Messages name types, never values.
 *
 * @since 0.1.0
 * @category models
 */
export type Custom<A> =
  | { readonly ok: true; readonly value: A }
  | { readonly ok: false; readonly issues: ReadonlyArray<{ readonly path: string; readonly message: string }> }

/**
 * An object with the given fields, by wire name. `name` is its name in error messages.
 *
 * Fields that a function returns are read at the first use, so they may name schemas that are declared further down, and
 * the struct itself. A field called `__proto__` has to be written `["__proto__"]`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const struct = <A>(fields: Fields<A> | (() => Fields<A>), name?: string): ResponseSchema<A> => ({
  node: { kind: "struct", fields: () => (typeof fields === "function" ? fields() : fields) as FieldsOf, name }
})

/**
 * A field that may be absent or `null`: `name?: A | null`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const optional = <A>(schema: ResponseSchema<A>): Optional<A | null> => ({ optional: schema })

/**
 * A value or `null`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const nullable = <A>(schema: ResponseSchema<A>): ResponseSchema<A | null> => ({
  node: { kind: "nullable", of: schema }
})

/**
 * An array of any length.
 *
 * @since 0.1.0
 * @category constructors
 */
export const array = <A>(item: ResponseSchema<A>): ResponseSchema<ReadonlyArray<A>> => ({
  node: { kind: "array", item }
})

/**
 * An array with the given members at its start; members beyond them are kept.
 *
 * @since 0.1.0
 * @category constructors
 */
export const tuple = <A extends ReadonlyArray<unknown>>(
  items: { readonly [K in keyof A]: ResponseSchema<A[K]> }
): ResponseSchema<A> => ({ node: { kind: "tuple", items } })

/**
 * An object whose every value is an `A`, under any key.
 *
 * @since 0.1.0
 * @category constructors
 */
export const record = <A>(value: ResponseSchema<A>): ResponseSchema<{ readonly [key: string]: A }> => ({
  node: { kind: "record", value }
})

/**
 * One of several forms. An object goes to the member whose required {@link literal} fields it has; a value that no such
 * field decides goes to the first member that fits.
 *
 * @since 0.1.0
 * @category constructors
 */
export const union = <A>(members: ReadonlyArray<ResponseSchema<A>>): ResponseSchema<A> => ({
  node: { kind: "union", members }
})

/**
 * Exactly one of the given values. For discriminators; enumerations of responses are {@link openEnum}.
 *
 * @since 0.1.0
 * @category constructors
 */
export const literal = <A extends Literal>(...values: ReadonlyArray<A>): ResponseSchema<A> => ({
  node: { kind: "literal", values }
})

/**
 * The schema that a function returns, read at the first use: for schemas that are declared further down, for recursion,
 * and to let bundlers drop an array, a record or a union.
 *
 * @since 0.1.0
 * @category combinators
 */
export const lazy = <A>(schema: () => ResponseSchema<A>): ResponseSchema<A> => ({ node: { kind: "lazy", of: schema } })

/**
 * The decoded value of another schema, changed by a function.
 *
 * @since 0.1.0
 * @category combinators
 */
export const map = <A, B>(from: ResponseSchema<A>, to: (value: A) => B): ResponseSchema<B> => ({
  // A decoder passes what `from` decoded to.
  node: { kind: "map", from, to: (value) => to(value as A) }
})

/**
 * A decoder of one's own, such as one of `effect/Schema`. Unlike every other schema it is strict: what it cannot decode
 * fails the call.
 *
 * @since 0.1.0
 * @category constructors
 */
export const custom = <A>(decode: (input: unknown) => Custom<A>): ResponseSchema<A> => ({
  node: { kind: "custom", decode }
})

/**
 * Text of which some values are known: `openEnum(["queued", "running"])`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const openEnum = <A extends string>(known: ReadonlyArray<A>): ResponseSchema<OpenEnum<A>> => ({
  node: { kind: "enum", known }
})

/**
 * @since 0.1.0
 * @category primitives
 */
export const string: ResponseSchema<string> = { node: { kind: "string" } }

/**
 * Any number: integers are not enforced.
 *
 * @since 0.1.0
 * @category primitives
 */
export const number: ResponseSchema<number> = { node: { kind: "number" } }

/**
 * @since 0.1.0
 * @category primitives
 */
export const boolean: ResponseSchema<boolean> = { node: { kind: "boolean" } }

/**
 * Any JSON value, kept as it is.
 *
 * @since 0.1.0
 * @category primitives
 */
export const unknown: ResponseSchema<unknown> = { node: { kind: "unknown" } }

/**
 * Whatever the server sends, or nothing, for operations whose success has no value.
 *
 * @since 0.1.0
 * @category primitives
 */
export const none: ResponseSchema<void> = { node: { kind: "none" } }

/**
 * @since 0.1.0
 * @category primitives
 */
export const nullType: ResponseSchema<null> = { node: { kind: "literal", values: [null] } }

/**
 * Any object, its values kept as they are.
 *
 * @since 0.1.0
 * @category primitives
 */
export const object: ResponseSchema<{ readonly [key: string]: unknown }> = { node: { kind: "record", value: unknown } }

/**
 * ISO 8601 text, decoded to a `Date`; see `Timestamp.parse`.
 *
 * @since 0.1.0
 * @category primitives
 */
export const timestamp: ResponseSchema<Date> = { node: { kind: "timestamp" } }
