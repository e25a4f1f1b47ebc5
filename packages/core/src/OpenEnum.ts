/**
 * Enumerations that may grow: known members complete in an editor, unknown ones pass.
 *
 * @since 0.1.0
 */

/**
 * Any text, of which `A` are the members known today. Its schema is `ResponseSchema.openEnum`.
 *
 * @since 0.1.0
 * @category models
 */
export type OpenEnum<A extends string> = A | (string & {})
