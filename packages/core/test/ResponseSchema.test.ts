import { describe, expect, expectTypeOf, it } from "@effect/vitest"
import * as Decoder from "@trilum/core/Decoder"
import * as EffectSchema from "@trilum/core/EffectSchema"
import * as S from "@trilum/core/ResponseSchema"
import * as Either from "effect/Either"
import * as JSONSchema from "effect/JSONSchema"
import * as Schema from "effect/Schema"

interface Account {
  readonly id: string
  readonly created_at: Date
  readonly owner?: { readonly name: string } | null
  readonly meta: unknown
  readonly parent?: Account | null
}

const Account: S.ResponseSchema<Account> = S.struct<Account>({
  id: S.string,
  created_at: S.timestamp,
  owner: S.optional(S.struct<{ readonly name: string }>({ name: S.string })),
  meta: S.unknown,
  parent: S.optional(S.lazy(() => Account))
})

const AccountSchema = EffectSchema.fromResponse(Account)
const decode = Schema.decodeUnknownEither(AccountSchema)
const wire = { id: "a", created_at: "2024-05-01T00:00:00Z", meta: null }

describe("ResponseSchema", () => {
  it("keeps unknown fields at every level, and writes them back", () => {
    const input = { ...wire, added: 1, owner: { name: "n", added: [2] }, parent: { ...wire, added: "3" } }
    const decoded = Either.getOrThrow(decode(input))
    expect(decoded).toEqual({
      ...input,
      created_at: new Date("2024-05-01T00:00:00Z"),
      parent: { ...input.parent, created_at: new Date("2024-05-01T00:00:00Z") }
    })
    expect(Schema.encodeSync(AccountSchema)(decoded)).toEqual({
      ...input,
      created_at: "2024-05-01T00:00:00.000Z",
      parent: { ...input.parent, created_at: "2024-05-01T00:00:00.000Z" }
    })
  })

  it("passes optional fields that are absent or null, refuses them with another type", () => {
    expect(Either.isRight(decode(wire))).toBe(true)
    expect(Either.isRight(decode({ ...wire, owner: null, parent: null }))).toBe(true)
    expect(Either.isLeft(decode({ ...wire, owner: "n" }))).toBe(true)
  })

  it("wants every other field, one of type unknown included", () => {
    expect(Either.isLeft(decode({ id: "a", created_at: "2024-05-01", meta: 1, owner: {} }))).toBe(true)
    expect(Either.isLeft(decode({ id: "a", created_at: "2024-05-01" }))).toBe(true)
    expect(Either.isLeft(decode({ created_at: "2024-05-01", meta: 1 }))).toBe(true)
  })

  it("wants an object even where no field is known", () => {
    const empty = Schema.decodeUnknownEither(
      EffectSchema.fromResponse(S.struct<{ readonly [key: string]: unknown }>({}))
    )
    expect(empty({ a: 1 })).toStrictEqual(Either.right({ a: 1 }))
    for (const value of ["text", 1, null, undefined, []]) expect(Either.isLeft(empty(value))).toBe(true)
  })

  it("keeps members beyond those of a tuple", () => {
    const pair = Schema.decodeUnknownEither(
      EffectSchema.fromResponse(S.tuple<readonly [string, Date]>([S.string, S.timestamp]))
    )
    expect(pair(["a", "1970-01-01", 3])).toStrictEqual(Either.right(["a", new Date(0), 3]))
    expect(Either.isLeft(pair(["a"]))).toBe(true)
  })

  it("decodes records, arrays, literals, nullables and unions", () => {
    const schema = EffectSchema.fromResponse(
      S.record(S.array(S.nullable(S.union<"on" | 1 | Date>([S.literal<"on" | 1>("on", 1), S.timestamp]))))
    )
    expect(Schema.decodeUnknownSync(schema)({ a: ["on", 1, null, "1970-01-01"] })).toStrictEqual({
      a: ["on", 1, null, new Date(0)]
    })
    expect(Either.isLeft(Schema.decodeUnknownEither(schema)({ a: ["off"] }))).toBe(true)
  })

  it("reads a schema that is declared further down only when it is used", () => {
    const early = S.array(S.lazy(() => late))
    const late = S.struct<{ readonly id: number }>({ id: S.number })
    expect(Schema.decodeUnknownSync(EffectSchema.fromResponse(early))([{ id: 1 }])).toEqual([{ id: 1 }])
  })

  it("reads fields given by a function at the first use, themselves and each other among them", () => {
    interface Person {
      readonly born: Date
      readonly manager?: Person | null
      readonly team?: Team | null
    }
    interface Team {
      readonly members: ReadonlyArray<Person>
      readonly byName: { readonly [key: string]: Team }
    }
    let reads = 0
    const Person: S.ResponseSchema<Person> = S.struct<Person>(() => {
      reads++
      return { born: S.timestamp, manager: S.optional(Person), team: S.optional(Team) }
    })
    const Team: S.ResponseSchema<Team> = S.lazy<Team>(() =>
      S.struct<Team>(() => ({ members: S.array(Person), byName: S.record(Team) }))
    )
    expect(reads).toBe(0)
    const born = "1970-01-01"
    const team = { members: [{ born, manager: { born } }], byName: { a: { members: [], byName: {} } } }
    const decoded = { members: [{ born: new Date(0), manager: { born: new Date(0) } }], byName: team.byName }
    for (const decode of [Team, S.nullable(Team)].map((schema) =>
      Schema.decodeUnknownEither(EffectSchema.fromResponse<unknown>(schema))
    )) {
      expect(decode(team)).toStrictEqual(Either.right(decoded))
    }
    expect(Schema.decodeUnknownEither(EffectSchema.fromResponse(Person))({ born, team })).toStrictEqual(
      Either.right({ born: new Date(0), team: decoded })
    )
    expect(
      Either.isLeft(
        Schema.decodeUnknownEither(EffectSchema.fromResponse(Person))({ born, team: { members: [{}], byName: {} } })
      )
    ).toBe(true)
    expect(reads).toBe(1)
    const result = Decoder.compile(Team)(structuredClone(team))
    expect(result).toMatchObject({ ok: true, value: decoded })
  })

  it("can be read again after its fields could not be", () => {
    let declared = false
    const early = S.struct<{ readonly id: string }>(() => {
      if (!declared) throw new ReferenceError("not initialised")
      return { id: S.string }
    })
    expect(() => EffectSchema.fromResponse(early)).toThrow(ReferenceError)
    declared = true
    expect(Schema.decodeUnknownSync(EffectSchema.fromResponse(early))({ id: "a" })).toEqual({ id: "a" })
  })

  it("is a schema to effect: composes, annotates, pipes and prints", () => {
    expect(Schema.isSchema(AccountSchema)).toBe(true)
    const page = Schema.Struct({ items: Schema.Array(AccountSchema) })
    expect(Schema.decodeUnknownSync(page)({ items: [wire] }).items[0]?.id).toBe("a")
    const ids = AccountSchema.pipe(Schema.filter((account) => account.id !== "forbidden"))
    expect(Either.isLeft(Schema.decodeUnknownEither(ids)({ ...wire, id: "forbidden" }))).toBe(true)
    const named = EffectSchema.fromResponse(S.struct<{ readonly id: string }>({ id: S.string }, "Named"))
    expect(String(named)).toBe("Named")
    expect(JSONSchema.make(EffectSchema.fromResponse(S.openEnum(["a", "b"])))).toMatchObject({
      type: "string",
      examples: ["a", "b"]
    })
    expect(String(named.annotations({ identifier: "Renamed" }))).toBe("Renamed")
  })

  it("checks the fields against the type without inferring it", () => {
    interface Row {
      readonly id: string
      readonly note?: string | null
      readonly kind: string | null
    }
    expectTypeOf(S.struct<Row>({ id: S.string, note: S.optional(S.string), kind: S.nullable(S.string) })).toEqualTypeOf<
      S.ResponseSchema<Row>
    >()
    // @ts-expect-error a required field cannot be an optional one
    S.struct<Row>({ id: S.optional(S.string), note: S.optional(S.string), kind: S.nullable(S.string) })
    // @ts-expect-error a field that can be null cannot be absent
    S.struct<Row>({ id: S.string, note: S.optional(S.string), kind: S.optional(S.string) })
    // @ts-expect-error another type
    S.struct<Row>({ id: S.number, note: S.optional(S.string), kind: S.nullable(S.string) })
    // @ts-expect-error a field is missing
    S.struct<Row>({ id: S.string, note: S.optional(S.string) })
    // @ts-expect-error a field is unknown
    S.struct<Row>({ id: S.string, note: S.optional(S.string), kind: S.nullable(S.string), more: S.string })
  })
})
