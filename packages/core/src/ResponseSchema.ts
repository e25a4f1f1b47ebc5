/**
 * Short combinators for the schemas of responses, which generated code is made of.
 *
 * They are real `effect/Schema` schemas. What tells them from `Schema.Struct` and its kin is tolerance: fields that the
 * contract does not know are kept at every level, optional fields may be absent or `null`, enumerations are open.
 * The decoded type is given as the type argument and checked against the fields, so nothing has to be inferred.
 *
 * Trees are built when a schema is first used, so declaring hundreds of schemas costs next to nothing. No constructor has
 * a side effect: bundlers drop an unused schema when its call is marked as pure and takes its parts from a function, for
 * then its declaration makes no other call.
 *
 * ```ts
 * export const User: Schema.Schema<User, unknown> = S.struct<User>(() => ({
 *   id: S.string,
 *   created_at: S.timestamp,
 *   manager: S.optional(User)
 * }))
 * ```
 *
 * @since 0.1.0
 */
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { make } from "./internal/decoderLazySchema.js"
import * as Timestamp from "./Timestamp.js"

/**
 * What a combinator takes: a schema without requirements that decodes to `A`, whatever its encoded type.
 *
 * @since 0.1.0
 * @category models
 */
export interface Source<out A> {
  readonly ast: AST.AST
  readonly Type: A
  readonly Context: never
}

/**
 * A field that may be absent or `null`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Optional<out A> {
  readonly optional: Source<A>
}

/**
 * The fields of a struct that decodes to `A`: an {@link optional} one for each `name?: T | null`, a schema for the
 * others.
 *
 * @since 0.1.0
 * @category models
 */
export type Fields<A> = {
  readonly [K in keyof A]-?: Source<A[K]> | (undefined extends A[K] ? Optional<A[K]> : never)
}

const unknownFields = [/*#__PURE__*/ new AST.IndexSignature(AST.stringKeyword, AST.unknownKeyword, true)]

const exact = { [AST.ParseOptionsAnnotationId]: { exact: true } }

/**
 * An object with the given fields, by wire name. Fields that are not named are kept; a field that is not
 * {@link optional} must be present. `name` stands in error messages for the object's type.
 *
 * Fields that a function returns are read at the first use, so they may name schemas that are declared further down, and
 * the struct itself.
 *
 * A field called `__proto__` has to be written `["__proto__"]`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const struct = <A>(fields: Fields<A> | (() => Fields<A>), name?: string): Schema.Schema<A, unknown> =>
  make(
    () =>
      new AST.TypeLiteral(
        Object.entries<Source<unknown> | Optional<unknown>>(typeof fields === "function" ? fields() : fields).map(
          ([key, field]) =>
            "optional" in field
              ? new AST.PropertySignature(key, orNull(field.optional.ast), true, true)
              : new AST.PropertySignature(key, field.ast, false, true)
        ),
        unknownFields,
        name === undefined ? exact : { ...exact, [AST.IdentifierAnnotationId]: name }
      )
  )

const orNull = (ast: AST.AST): AST.AST => AST.Union.make([ast, AST.null])

/**
 * A field that may be absent or `null`: `name?: A | null`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const optional = <A>(schema: Source<A>): Optional<A | null> => ({ optional: schema })

/**
 * A value or `null`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const nullable = <A>(schema: Source<A>): Schema.Schema<A | null, unknown> => make(() => orNull(schema.ast))

/**
 * An array of any length.
 *
 * @since 0.1.0
 * @category constructors
 */
export const array = <A>(item: Source<A>): Schema.Schema<ReadonlyArray<A>, unknown> =>
  make(() => new AST.TupleType([], [new AST.Type(item.ast)], true))

/**
 * An array with the given members at its start; members beyond them are kept.
 *
 * @since 0.1.0
 * @category constructors
 */
export const tuple = <A extends ReadonlyArray<unknown>>(
  items: { readonly [K in keyof A]: Source<A[K]> }
): Schema.Schema<A, unknown> =>
  make(
    () =>
      new AST.TupleType(
        items.map((item) => new AST.OptionalType(item.ast, false)),
        [new AST.Type(AST.unknownKeyword)],
        true
      )
  )

/**
 * An object whose every value is an `A`, under any key.
 *
 * @since 0.1.0
 * @category constructors
 */
export const record = <A>(value: Source<A>): Schema.Schema<{ readonly [key: string]: A }, unknown> =>
  make(() => new AST.TypeLiteral([], [new AST.IndexSignature(AST.stringKeyword, value.ast, true)]))

/**
 * The first member that matches. Members with a required {@link literal} field are tried before the others, so a
 * discriminator decides; among equals the given order does.
 *
 * @since 0.1.0
 * @category constructors
 */
export const union = <A>(members: ReadonlyArray<Source<A>>): Schema.Schema<A, unknown> =>
  make(() => AST.Union.make(members.map((member) => member.ast)))

/**
 * Exactly one of the given values. For discriminators; enumerations of responses are `openEnum`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const literal = <A extends AST.LiteralValue>(...values: ReadonlyArray<A>): Schema.Schema<A, unknown> =>
  make(() => AST.Union.make(values.map((value) => new AST.Literal(value))))

/**
 * The schema that a function returns, read at the first use: for schemas that are declared further down, for recursion,
 * and to leave an array, a record or a union to bundlers as {@link struct} leaves its fields.
 *
 * @since 0.1.0
 * @category combinators
 */
export const lazy = <A>(schema: () => Source<A>): Schema.Schema<A, unknown> => make(() => schema().ast)

/**
 * Text of which some values are known: `openEnum(["queued", "running"])`.
 *
 * @since 0.1.0
 * @category constructors
 */
export { make as openEnum } from "./OpenEnum.js"

/**
 * @since 0.1.0
 * @category primitives
 */
export const string: Schema.Schema<string, unknown> = /*#__PURE__*/ make(() => AST.stringKeyword)

/**
 * Any number: integers are not enforced.
 *
 * @since 0.1.0
 * @category primitives
 */
export const number: Schema.Schema<number, unknown> = /*#__PURE__*/ make(() => AST.numberKeyword)

/**
 * @since 0.1.0
 * @category primitives
 */
export const boolean: Schema.Schema<boolean, unknown> = /*#__PURE__*/ make(() => AST.booleanKeyword)

/**
 * Any JSON value, kept as it is.
 *
 * @since 0.1.0
 * @category primitives
 */
export const unknown: Schema.Schema<unknown, unknown> = /*#__PURE__*/ make(() => AST.unknownKeyword)

/**
 * Whatever the server sends, or nothing, for operations whose success has no value.
 *
 * @since 0.1.0
 * @category primitives
 */
export const none: Schema.Schema<void, unknown> = /*#__PURE__*/ make(() => AST.voidKeyword)

/**
 * @since 0.1.0
 * @category primitives
 */
export const nullType: Schema.Schema<null, unknown> = /*#__PURE__*/ make(() => AST.null)

/**
 * Any object, its values kept as they are.
 *
 * @since 0.1.0
 * @category primitives
 */
export const object: Schema.Schema<{ readonly [key: string]: unknown }, unknown> = /*#__PURE__*/ record(unknown)

/**
 * ISO 8601 text, decoded to a `Date`; see `Timestamp.parse`.
 *
 * @since 0.1.0
 * @category primitives
 */
export const timestamp: Schema.Schema<Date, unknown> = /*#__PURE__*/ make(() => Timestamp.Timestamp.ast)
