/**
 * Enumerations that may grow: known members complete in an editor, unknown ones pass.
 *
 * @since 0.1.0
 */
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import { make as makeLazy } from "./internal/decoderLazySchema.js"

/**
 * Any text, of which `A` are the members known today.
 *
 * @since 0.1.0
 * @category models
 */
export type OpenEnum<A extends string> = A | (string & {})

/**
 * A schema of text that lists the members it knows.
 *
 * @since 0.1.0
 * @category models
 */
export interface OpenEnumSchema<A extends string> extends Schema.Schema<OpenEnum<A>, unknown> {
  readonly known: ReadonlyArray<A>
}

/**
 * A schema of any text. The known members are its examples, which JSON Schema and documentation show.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <A extends string>(known: ReadonlyArray<A>): OpenEnumSchema<A> =>
  Object.assign(
    makeLazy<OpenEnum<A>>(
      () => new AST.StringKeyword({ [AST.TitleAnnotationId]: "string", [AST.ExamplesAnnotationId]: known })
    ),
    { known }
  )

/**
 * Whether `value` is a member that `schema` knows; narrows to it.
 *
 * @since 0.1.0
 * @category guards
 */
export const isKnown = <A extends string>(schema: { readonly known: ReadonlyArray<A> }, value: unknown): value is A =>
  schema.known.some((member) => member === value)
