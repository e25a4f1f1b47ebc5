/**
 * Decodes responses in place, several times as fast as `Schema.decodeUnknown` and with the same outcome.
 *
 * @since 0.1.0
 */
import type * as Schema from "effect/Schema"
import { compileNode, type Node } from "./internal/decoder.js"
import { type Context, failed, formatPath } from "./internal/decoderIssues.js"

/**
 * Where a value is not what its schema says, and how. `path` reads like `data[3].created_at`, `""` is the value itself.
 * `message` names the expected and the actual type, never the value, which may be secret or huge.
 *
 * @since 0.1.0
 * @category models
 */
export interface Issue {
  readonly path: string
  readonly message: string
}

/**
 * At most 10 issues are told.
 *
 * @since 0.1.0
 * @category models
 */
export type DecodeResult<A> =
  | { readonly ok: true; readonly value: A }
  | { readonly ok: false; readonly issues: ReadonlyArray<Issue> }

/**
 * A decoder of JSON values. It owns its input: objects and arrays are changed where they stand (a timestamp becomes a
 * `Date`), so pass what `JSON.parse` has just returned and use only the result.
 *
 * The outcome is that of `Schema.decodeUnknownEither(schema)`, with three differences:
 *
 * - A key called `__proto__` stays an ordinary key.
 * - A recursive schema (`Schema.suspend`) is followed 256 levels deep; a deeper value is an issue, where
 *   `Schema.decodeUnknown` would overflow the call stack. Values of type `unknown` may be of any depth.
 * - The keys of an object stay in the order of the input.
 *
 * Structs, arrays, tuples, records, unions, literals, recursion and `Timestamp` are compiled; any other schema (filters,
 * transformations, classes) is left to `ParseResult`. What has no synchronous outcome is an issue. The work of compiling
 * is done once for a schema, at the first value.
 *
 * @since 0.1.0
 * @category decoding
 */
export const compile = <A, I = unknown>(schema: Schema.Schema<A, I>): ((input: unknown) => DecodeResult<A>) => {
  let node: Node | undefined
  return (input) => {
    node ??= compileNode(schema.ast, {})
    const context: Context = { dry: false, depth: 0, tooDeep: false, issues: [] }
    const value = node.decode(input, context)
    return value === failed
      ? { ok: false, issues: context.issues.map((issue) => ({ path: formatPath(issue), message: issue.message })) }
      : // The tree of the schema has no types; its type parameter is what the tree was made from.
        { ok: true, value: value as A }
  }
}
