/**
 * Response schemas as schemas of `effect/Schema`: for programs that describe, validate or generate from them. This is
 * the only module that loads `effect/Schema`.
 *
 * @since 0.1.0
 */
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import type { Node, ResponseSchema } from "./ResponseSchema.js"
import { parse } from "./Timestamp.js"

/**
 * ISO 8601 text, decoded to a `Date` as `Timestamp.parse` reads it and encoded with `toISOString()`.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Timestamp: Schema.Schema<Date, string> = /*#__PURE__*/ Schema.transformOrFail(
  Schema.String,
  Schema.ValidDateFromSelf,
  {
    strict: true,
    decode: (text, _options, ast) => {
      const date = parse(text)
      return date === undefined
        ? ParseResult.fail(new ParseResult.Type(ast, text, "expected an ISO 8601 timestamp"))
        : ParseResult.succeed(date)
    },
    encode: (date) => ParseResult.succeed(date.toISOString())
  }
).annotations({ identifier: "Timestamp", description: "ISO 8601 timestamp" })

/**
 * The schema of `effect/Schema` that decodes what `schema` names. It is strict: a missing or other value is an issue.
 * Fields that are not named are kept, optional ones may be absent or `null`, known members of an open enumeration are
 * its examples.
 *
 * @since 0.1.0
 * @category conversions
 */
export const fromResponse = <A>(schema: ResponseSchema<A>): Schema.Schema<A, unknown> =>
  Schema.make<A, unknown>(astOf(schema))

const known = new WeakMap<Node, AST.AST>()
const building = new Set<Node>()

const astOf = (schema: ResponseSchema<unknown>): AST.AST => {
  const { node } = schema
  const ast = known.get(node)
  if (ast !== undefined) return ast
  // A schema that contains itself is suspended where the cycle closes.
  if (building.has(node)) return new AST.Suspend(() => astOf(schema))
  building.add(node)
  try {
    const built = build(node)
    known.set(node, built)
    return built
  } finally {
    building.delete(node)
  }
}

const orNull = (ast: AST.AST): AST.AST => AST.Union.make([ast, AST.null])

const unknownFields = [new AST.IndexSignature(AST.stringKeyword, AST.unknownKeyword, true)]

const build = (node: Node): AST.AST => {
  switch (node.kind) {
    case "string":
      return AST.stringKeyword
    case "number":
      return AST.numberKeyword
    case "boolean":
      return AST.booleanKeyword
    case "unknown":
      return AST.unknownKeyword
    case "none":
      return AST.voidKeyword
    case "timestamp":
      return Timestamp.ast
    case "enum":
      return new AST.StringKeyword({ [AST.TitleAnnotationId]: "string", [AST.ExamplesAnnotationId]: node.known })
    case "literal":
      return AST.Union.make(node.values.map((value) => new AST.Literal(value)))
    case "nullable":
      return orNull(astOf(node.of))
    case "array":
      return new AST.TupleType([], [new AST.Type(astOf(node.item))], true)
    case "tuple":
      return new AST.TupleType(
        node.items.map((item) => new AST.OptionalType(astOf(item), false)),
        [new AST.Type(AST.unknownKeyword)],
        true
      )
    case "record":
      return new AST.TypeLiteral([], [new AST.IndexSignature(AST.stringKeyword, astOf(node.value), true)])
    case "union":
      return AST.Union.make(node.members.map(astOf))
    case "lazy":
      return astOf(node.of())
    case "map":
      return Schema.transform(Schema.make<unknown>(astOf(node.from)), Schema.Unknown, {
        strict: true,
        decode: node.to,
        encode: (value) => value
      }).ast
    case "custom":
      return Schema.transformOrFail(Schema.Unknown, Schema.Unknown, {
        strict: true,
        decode: (input, _options, ast) => {
          const result = node.decode(input)
          return result.ok ? ParseResult.succeed(result.value) : ParseResult.fail(new ParseResult.Type(ast, input))
        },
        encode: (value) => ParseResult.succeed(value)
      }).ast
    case "struct":
      return new AST.TypeLiteral(
        Object.entries(node.fields()).map(([name, field]) =>
          "optional" in field
            ? new AST.PropertySignature(name, orNull(astOf(field.optional)), true, true)
            : new AST.PropertySignature(name, astOf(field), false, true)
        ),
        unknownFields,
        {
          [AST.ParseOptionsAnnotationId]: { exact: true },
          ...(node.name === undefined ? {} : { [AST.IdentifierAnnotationId]: node.name })
        }
      )
  }
}
