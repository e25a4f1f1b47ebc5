import { assert, describe, it } from "@effect/vitest"
import * as Decoder from "@trilum/core/Decoder"
import * as EffectSchema from "@trilum/core/EffectSchema"
import * as S from "@trilum/core/ResponseSchema"
import * as Arbitrary from "effect/Arbitrary"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Schema from "effect/Schema"

type Any = S.ResponseSchema<unknown>

/** A schema, and JSON that mostly fits it. */
interface Case {
  readonly schema: Any
  readonly input: FastCheck.Arbitrary<unknown>
}

const key = FastCheck.constantFrom("id", "type", "at", "x y", "constructor", "valueOf", "0", "1")
/** `ParseResult` throws on a union that is told apart by a property which objects inherit, so no field has such a name. */
const fieldName = FastCheck.constantFrom("id", "type", "at", "x y", "0", "1")
const scalar = FastCheck.oneof(
  FastCheck.constantFrom("a", "b", "1", "", "2024-05-01T00:00:00Z", "2024-05-01", "2024-13-01"),
  FastCheck.constantFrom(0, 1, 1.5, true, false, null)
)
const { json } = FastCheck.letrec<{ json: unknown }>((tie) => ({
  json: FastCheck.oneof(
    { depthSize: "small" },
    scalar,
    FastCheck.array(tie("json"), { maxLength: 3 }),
    FastCheck.dictionary(key, tie("json"), { maxKeys: 4 })
  )
}))

/** One in eight is some other value, so that most inputs are right in most places and some are wrong in one. */
const mostly = (input: FastCheck.Arbitrary<unknown>): FastCheck.Arbitrary<unknown> =>
  FastCheck.oneof({ weight: 7, arbitrary: input }, { weight: 1, arbitrary: json })

const timestamps = FastCheck.constantFrom("2024-05-01T00:00:00Z", "1999-12-31 23:59:59.5", "2024-05-01")

const plain: ReadonlyArray<Case> = [
  { schema: S.string, input: FastCheck.constantFrom("a", "b", "1") },
  { schema: S.number, input: FastCheck.constantFrom(0, 1, -1.5) },
  { schema: S.boolean, input: FastCheck.boolean() },
  { schema: S.unknown, input: json },
  { schema: S.nullType, input: FastCheck.constant(null) },
  { schema: S.object, input: FastCheck.dictionary(key, json, { maxKeys: 3 }) },
  { schema: S.timestamp, input: timestamps },
  { schema: S.openEnum(["a", "b"]), input: FastCheck.constantFrom("a", "new") },
  { schema: S.literal("a"), input: FastCheck.constant("a") },
  { schema: S.literal(1), input: FastCheck.constant(1) },
  { schema: S.literal<"a" | 1 | null>("a", 1, null), input: FastCheck.constantFrom("a", 1, null) }
]

interface Tree {
  readonly at: Date
  readonly children?: ReadonlyArray<Tree | string> | null
}
const Tree: S.ResponseSchema<Tree> = S.struct<Tree>({
  at: S.timestamp,
  children: S.optional(S.array(S.union<Tree | string>([S.lazy(() => Tree), S.string])))
})
const { tree } = FastCheck.letrec<{ tree: unknown }>((tie) => ({
  tree: FastCheck.record(
    {
      at: mostly(timestamps),
      children: mostly(
        FastCheck.array(FastCheck.oneof({ depthSize: "small" }, FastCheck.constant("a"), tie("tree")), { maxLength: 3 })
      )
    },
    { requiredKeys: ["at"] }
  )
}))
const recursive: Case = { schema: Tree, input: tree }

const structOf = (fields: Readonly<Record<string, readonly [Case, "required" | "optional"]>>): Case => {
  const shape: Record<string, S.ResponseSchema<unknown> | S.Optional<unknown>> = {}
  const inputs: Record<string, FastCheck.Arbitrary<unknown>> = {}
  for (const [name, [field, presence]] of Object.entries(fields)) {
    shape[name] = presence === "optional" ? S.optional(field.schema) : field.schema
    inputs[name] = mostly(presence === "optional" ? FastCheck.option(field.input) : field.input)
  }
  const required = Object.keys(fields).filter((name) => fields[name]?.[1] === "required")
  const known = FastCheck.record(inputs, { requiredKeys: required })
  return {
    schema: S.struct<{ readonly [key: string]: unknown }>(shape),
    input: FastCheck.oneof(
      { weight: 5, arbitrary: known },
      {
        weight: 2,
        arbitrary: FastCheck.tuple(FastCheck.dictionary(key, json, { maxKeys: 2 }), known).map(([more, object]) => ({
          ...more,
          ...object
        }))
      },
      {
        weight: 1,
        arbitrary: FastCheck.tuple(known, key).map(([object, gone]) =>
          Object.fromEntries(Object.entries(object).filter(([name]) => name !== gone))
        )
      }
    )
  }
}

const shapes: Readonly<Record<string, string>> = {
  string: "string",
  enum: "string",
  timestamp: "string",
  number: "number",
  boolean: "boolean",
  struct: "object",
  record: "object",
  array: "array",
  tuple: "array"
}

/** Members of which a value fits one at most: which of several is taken, the two decoders decide each in its own way. */
const distinct = (members: ReadonlyArray<Case>): ReadonlyArray<Case> => {
  const seen = new Set<string>()
  return members.filter(({ schema }) => {
    const shape = shapes[schema.node.kind]
    if (shape === undefined || seen.has(shape)) return false
    seen.add(shape)
    return true
  })
}

const { cases } = FastCheck.letrec<{ cases: Case }>((tie) => ({
  cases: FastCheck.oneof(
    { maxDepth: 4, depthIdentifier: "schema" },
    FastCheck.constantFrom(...plain, recursive),
    FastCheck.dictionary(
      fieldName,
      FastCheck.tuple(tie("cases"), FastCheck.constantFrom<"required" | "optional">("required", "optional")),
      { maxKeys: 4 }
    ).map(structOf),
    tie("cases").map(({ schema, input }) => ({
      schema: S.array(schema),
      input: FastCheck.array(mostly(input), { maxLength: 4 })
    })),
    tie("cases").map(({ schema, input }) => ({
      schema: S.record(schema),
      input: FastCheck.dictionary(key, mostly(input), { maxKeys: 4 })
    })),
    tie("cases").map(({ schema, input }) => ({ schema: S.nullable(schema), input: FastCheck.option(input) })),
    tie("cases").map(({ schema, input }) => ({ schema: S.lazy(() => schema), input })),
    FastCheck.array(tie("cases"), { minLength: 1, maxLength: 3 }).map((items) => ({
      schema: S.tuple<ReadonlyArray<unknown>>(items.map((item) => item.schema)),
      input: FastCheck.tuple(...items.map((item) => mostly(item.input)))
    })),
    FastCheck.array(tie("cases"), { minLength: 2, maxLength: 6 }).map((given) => {
      const members = distinct([...given, ...plain])
      return {
        schema: S.union(members.map((member) => member.schema)),
        input: FastCheck.oneof(...members.map((member) => member.input))
      }
    }),
    FastCheck.tuple(FastCheck.constantFrom("id", "type"), tie("cases"), tie("cases")).map(([tag, first, second]) => {
      const members = [["a", first] as const, [1, second] as const].map(([value, body]) =>
        structOf({
          [tag]: [{ schema: S.literal<string | number>(value), input: FastCheck.constant(value) }, "required"],
          at: [body, "required"]
        })
      )
      return {
        schema: S.union(members.map((member) => member.schema)),
        input: FastCheck.oneof(...members.map((member) => member.input))
      }
    })
  )
}))

/** Every field and row of `before` whose decoded counterpart is gone or another object. */
const lost = (before: unknown, after: unknown, at: string): ReadonlyArray<string> =>
  typeof before !== "object" || before === null
    ? []
    : Object.entries(before).flatMap(([name, value]) =>
        typeof after === "object" && after !== null && Object.hasOwn(after, name)
          ? lost(value, Object.getOwnPropertyDescriptor(after, name)?.value, `${at}.${name}`)
          : [`${at}.${name}`]
      )

const agree = (schema: Any, input: unknown): void => {
  const expected = Schema.decodeUnknownEither(EffectSchema.fromResponse(schema))(structuredClone(input))
  const actual = Decoder.compile(schema)(structuredClone(input))
  assert.strictEqual(actual.ok, Either.isRight(expected))
  if (Either.isRight(expected)) assert.deepStrictEqual(actual.value, expected.right)
  else assert.notStrictEqual(actual.differences.length, 0)
  assert.deepStrictEqual(lost(input, actual.value, ""), [])
}

describe("Decoder agrees with Schema.decodeUnknownEither", () => {
  it.prop(
    "for any schema and any input that nearly fits it, and keeps what does not fit",
    [cases.chain(({ schema, input }) => FastCheck.tuple(FastCheck.constant(schema), mostly(input)))],
    ([[schema, input]]) => agree(schema, input),
    { fastCheck: { numRuns: 500 } }
  )

  it.prop("for values that a schema makes of itself", [Arbitrary.make(EffectSchema.fromResponse(Tree))], ([value]) =>
    agree(Tree, Schema.encodeSync(EffectSchema.fromResponse(Tree))(value))
  )
})
