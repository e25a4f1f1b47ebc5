import { describe, expect, it } from "@effect/vitest"
import * as Decoder from "@trilum/core/Decoder"
import * as S from "@trilum/core/ResponseSchema"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

interface Item {
  readonly id: string
  readonly created_at: Date
  readonly status: string
  readonly deleted_at?: Date | null
}

const Item: Schema.Schema<Item, unknown> = S.struct<Item>({
  id: S.string,
  created_at: S.timestamp,
  status: S.openEnum(["on", "off"]),
  deleted_at: S.optional(S.timestamp)
})

interface Page {
  readonly data: ReadonlyArray<Item>
  readonly labels?: { readonly [key: string]: Date } | null
}

const Page: Schema.Schema<Page, unknown> = S.struct<Page>({
  data: S.array(Item),
  labels: S.optional(S.record(S.timestamp))
})

const at = "2024-05-01T00:00:00Z"
const date = new Date(at)

const decode = <A>(schema: Schema.Schema<A, unknown>, text: unknown): A => {
  const result = Decoder.compile(schema)(JSON.parse(JSON.stringify(text)))
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

const issues = (schema: Schema.Schema.AnyNoContext, input: unknown) => {
  const result = Decoder.compile(schema)(input)
  return result.ok ? "decoded" : result.issues.map(({ path, message }) => `${path}: ${message}`)
}

describe("Decoder", () => {
  it("decodes in place and keeps unknown fields at every level", () => {
    const input = {
      data: [{ id: "a", created_at: at, status: "new", extra: { deep: [1] } }],
      labels: { x: at },
      more: 1
    }
    const result = Decoder.compile(Page)(input)
    expect(result).toStrictEqual({
      ok: true,
      value: {
        data: [{ id: "a", created_at: date, status: "new", extra: { deep: [1] } }],
        labels: { x: date },
        more: 1
      }
    })
    if (result.ok) expect(result.value).toBe(input)
  })

  it("passes optional fields that are absent or null", () => {
    expect(decode(Page, { data: [], labels: null })).toStrictEqual({ data: [], labels: null })
    expect(decode(Item, { id: "a", created_at: at, status: "on", deleted_at: null }).deleted_at).toBe(null)
    expect(decode(Item, { id: "a", created_at: at, status: "on" })).not.toHaveProperty("deleted_at")
  })

  it("names the exact path of what is missing or wrong", () => {
    const input = {
      data: [
        { id: "a", created_at: at, status: "on" },
        { id: 7, created_at: at },
        { id: "c", created_at: "yesterday", status: null, deleted_at: 5 }
      ],
      labels: { "two words": 1, plain: "1970-01-01", "user-key": null }
    }
    expect(issues(Page, input)).toEqual([
      "data[1].id: expected string, actual number",
      "data[1].status: is missing, expected string",
      "data[2].created_at: expected Timestamp, actual string",
      "data[2].status: expected string, actual null",
      "data[2].deleted_at: expected Timestamp, actual number",
      'labels["two words"]: expected Timestamp, actual number',
      "labels.user-key: expected Timestamp, actual null"
    ])
    expect(issues(Page, [])).toEqual([": expected object, actual array"])
    expect(issues(S.array(S.array(S.number)), [[], [1, "2"]])).toEqual(["[1][1]: expected number, actual string"])
    expect(issues(S.struct<{ readonly a: string }>({ a: S.string }, "Account"), null)).toEqual([
      ": expected Account, actual null"
    ])
  })

  it("tells at most ten issues and never a value", () => {
    const secret = "sk-very-secret"
    const found = issues(S.array(S.number), new Array(5000).fill(secret))
    expect(found).toHaveLength(10)
    const user = Schema.Struct({
      port: Schema.NumberFromString.pipe(Schema.between(1, 9)),
      mail: Schema.String.pipe(Schema.pattern(/@/)),
      id: Schema.UUID,
      kind: Schema.Literal("a")
    }).annotations({ message: () => secret })
    const all = JSON.stringify([
      found,
      issues(user, { port: secret, mail: secret, id: secret, kind: secret }),
      issues(Schema.Record({ key: Schema.String, value: user }), { x: { port: "99" } }),
      issues(S.union<string | Item | null>([Item, S.nullable(S.literal("x"))]), { id: secret, created_at: secret })
    ])
    expect(all).not.toContain(secret)
    expect(all).toContain("expected")
  })

  it("shortens keys of user data in paths", () => {
    const [issue] = issues(S.record(S.number), { ["k".repeat(10_000)]: "x" })
    expect(issue?.length).toBeLessThan(150)
  })

  describe("unions", () => {
    interface Text {
      readonly type: "text"
      readonly at: string
    }
    interface Moment {
      readonly type: "moment"
      readonly at: Date
      readonly nested: { readonly at: Date; readonly n: number }
    }
    const Moment = S.struct<Moment>({
      type: S.literal("moment"),
      at: S.timestamp,
      nested: S.struct<Moment["nested"]>({ at: S.timestamp, n: S.number })
    })
    const Text = S.struct<Text>({ type: S.literal("text"), at: S.string })

    it("leave the value alone when a member fails after it has seen a timestamp", () => {
      const first = S.struct<{ readonly at: Date; readonly n: number }>({ at: S.timestamp, n: S.number })
      const second = S.struct<{ readonly at: string; readonly n: string }>({ at: S.string, n: S.string })
      const either = S.union<{ readonly at: Date | string; readonly n: number | string }>([first, second])
      expect(
        decode(S.array(either), [
          { at, n: "1" },
          { at, n: 1 }
        ])
      ).toStrictEqual([
        { at, n: "1" },
        { at: date, n: 1 }
      ])
      expect(decode(S.union<unknown>([S.array(first), S.array(second)]), [{ at, n: "1" }])).toStrictEqual([
        { at, n: "1" }
      ])
      const nested = S.union<unknown>([S.tuple<readonly [unknown, number]>([either, S.number]), S.array(S.unknown)])
      expect(decode(nested, [{ at, n: 1 }, "x"])).toStrictEqual([{ at, n: 1 }, "x"])
    })

    it("go by the discriminator, for values and for issues", () => {
      const either = S.union<Text | Moment>([Text, Moment])
      expect(decode(either, { type: "text", at })).toStrictEqual({ type: "text", at })
      expect(decode(either, { type: "moment", at, nested: { at, n: 1 } })).toStrictEqual({
        type: "moment",
        at: date,
        nested: { at: date, n: 1 }
      })
      expect(issues(S.array(either), [{ type: "moment", at, nested: { at, n: "1" } }])).toEqual([
        "[0].nested.n: expected number, actual string"
      ])
      expect(issues(either, { type: "other", at })).toEqual(['type: expected "text" | "moment", actual string'])
      expect(issues(either, { at })).toEqual(['type: is missing, expected "text" | "moment"'])
      expect(issues(either, 1)).toEqual([": expected object, actual number"])
    })

    it("try members with a discriminator first, as Schema does", () => {
      const loose = S.struct<{ readonly at: string }>({ at: S.string })
      const tagged = S.struct<{ readonly kind: "k"; readonly at: Date }>({ kind: S.literal("k"), at: S.timestamp })
      const paired = S.struct<{ readonly kind: "k"; readonly sub: 1; readonly at: string }>({
        kind: S.literal("k"),
        sub: S.literal(1),
        at: S.string
      })
      for (const members of [
        [loose, tagged],
        [paired, tagged, loose],
        [tagged, paired, loose]
      ]) {
        const either = S.union<unknown>(members)
        for (const input of [{ at }, { kind: "k", at }, { kind: "k", sub: 1, at }, { sub: 1, at }]) {
          expect(decode(either, input)).toStrictEqual(Schema.decodeUnknownSync(either)(input))
        }
      }
      expect(decode(S.union<unknown>([loose, tagged]), { kind: "k", at })).toStrictEqual({ kind: "k", at: date })
    })

    it("report the member of the value's own kind", () => {
      const either = S.nullable(S.union<string | Item>([S.string, Item]))
      expect(issues(either, { id: "a", created_at: at })).toEqual(["status: is missing, expected string"])
      expect(issues(either, true)).toEqual([": expected string | object, actual boolean"])
    })
  })

  describe("recursion", () => {
    interface Tree {
      readonly at: Date
      readonly children?: ReadonlyArray<Tree> | null
    }
    const Tree: Schema.Schema<Tree, unknown> = S.struct<Tree>({
      at: S.timestamp,
      children: S.optional(S.array(S.lazy(() => Tree)))
    })
    type Nested = ReadonlyArray<Nested>
    const Nested: Schema.Schema<Nested, unknown> = S.array(S.lazy(() => Nested))
    const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels))

    it("decodes every level", () => {
      expect(
        decode(Tree, {
          at,
          children: [
            { at, children: [] },
            { at, children: null }
          ]
        })
      ).toStrictEqual({
        at: date,
        children: [
          { at: date, children: [] },
          { at: date, children: null }
        ]
      })
      expect(issues(Tree, { at, children: [{ at }, { at, children: [{ at: 1 }] }] })).toEqual([
        "children[1].children[0].at: expected Timestamp, actual number"
      ])
    })

    it("refuses 10,000 levels with an issue, in a union too, and the next value is not affected", () => {
      const decodeNested = Decoder.compile(Nested)
      expect(decodeNested(nested(257)).ok).toBe(true)
      const deep = decodeNested(nested(10_000))
      expect(deep.ok ? [] : deep.issues.map((issue) => issue.message)).toEqual([
        "expected at most 256 levels of nesting"
      ])
      expect(decodeNested(nested(258)).ok).toBe(false)
      expect(decodeNested([[]]).ok).toBe(true)
      const either = S.union<unknown>([S.struct<{ readonly a: Nested }>({ a: Nested }), S.string])
      expect(issues(either, { a: nested(10_000) })).toEqual([": expected at most 256 levels of nesting"])
    })

    it("does not look into unknown values, however deep", () => {
      const deep = nested(100_000)
      const result = Decoder.compile(S.array(S.unknown))([deep])
      expect(result.ok && result.value[0] === deep).toBe(true)
    })
  })

  describe("keys that objects inherit", () => {
    const hostile = (text: string): unknown => JSON.parse(text)

    it("keeps __proto__ an ordinary key and no prototype changes", () => {
      const result = Decoder.compile(S.record(S.timestamp))(hostile(`{"__proto__":"${at}","b":"${at}"}`))
      if (!result.ok) throw new Error("not decoded")
      expect(Object.getPrototypeOf(result.value)).toBe(Object.prototype)
      expect(Object.entries(result.value)).toStrictEqual([
        ["__proto__", date],
        ["b", date]
      ])
      const open = Decoder.compile(Item)(
        hostile(`{"id":"a","created_at":"${at}","status":"on","__proto__":{"polluted":1}}`)
      )
      expect(open.ok && Object.getPrototypeOf(open.value)).toBe(Object.prototype)
      expect(open.ok && "polluted" in open.value).toBe(false)
      expect({}).not.toHaveProperty("polluted")
    })

    it("takes a field of that name from the object alone", () => {
      const schema = S.struct<{ readonly ["__proto__"]: Date; readonly constructor?: unknown }>({
        ["__proto__"]: S.timestamp,
        constructor: S.optional(S.string)
      })
      const result = Decoder.compile(schema)(hostile(`{"__proto__":"${at}"}`))
      expect(result.ok && Object.entries(result.value)).toStrictEqual([["__proto__", date]])
      expect(issues(schema, {})).toEqual(["__proto__: is missing, expected Timestamp"])
      const plain = Schema.Struct({ ["__proto__"]: Schema.String })
      const stripped = Decoder.compile(plain)(hostile('{"__proto__":"x","y":1}'))
      expect(stripped.ok && Object.entries(stripped.value)).toStrictEqual([["__proto__", "x"]])
    })
  })

  it("tells members of a union apart by a property that objects inherit", () => {
    const variant = (tag: "a" | "b") => S.struct<{ readonly toString: "a" | "b" }>({ toString: S.literal(tag) })
    const either = S.union<{ readonly toString: "a" | "b" }>([variant("a"), variant("b")])
    expect(decode(either, { toString: "b" }).toString).toBe("b")
    expect(issues(either, {})).toEqual(['toString: is missing, expected "a" | "b"'])
  })

  describe("schemas that are not ours", () => {
    it("are left to ParseResult where they stand", () => {
      const schema = S.array(
        S.struct<{ readonly n: number; readonly at: Date; readonly plain: { readonly k: string } }>({
          n: Schema.NumberFromString,
          at: S.timestamp,
          plain: Schema.Struct({ k: Schema.NonEmptyString })
        })
      )
      expect(decode(schema, [{ n: "4", at, plain: { k: "x", dropped: 1 }, kept: 1 }])).toStrictEqual([
        { n: 4, at: date, plain: { k: "x" }, kept: 1 }
      ])
      expect(issues(schema, [{ n: "x", at, plain: { k: "" } }])).toEqual([
        "[0].n: expected NumberFromString, actual string",
        "[0].plain.k: expected NonEmptyString, actual string"
      ])
    })

    it("give an issue when they throw, by accident or because the input makes ParseResult throw", () => {
      const throws = Schema.transform(Schema.String, Schema.String, {
        strict: true,
        decode: (text) => {
          throw new TypeError(`cannot read ${text}`)
        },
        encode: (text) => text
      })
      expect(issues(S.array(throws), ["secret"])).toEqual(["[0]: the schema threw TypeError"])
      const variant = (type: string) => Schema.Struct({ type: Schema.Literal(type) })
      const filtered = Schema.Union(variant("a"), variant("b")).pipe(Schema.filter(() => true))
      expect(issues(filtered, JSON.parse('{"type":{"toString":1}}'))).toEqual([": the schema threw TypeError"])
    })

    it("give an issue when they cannot be decoded synchronously", () => {
      const asynchronous = Schema.transformOrFail(Schema.String, Schema.String, {
        strict: true,
        decode: () => Effect.delay(Effect.succeed(""), "1 hour"),
        encode: Effect.succeed
      })
      expect(issues(asynchronous, "x")).toEqual([expect.stringContaining("asynchronous")])
    })
  })

  it("compiles a schema once", () => {
    let read = 0
    const counted = S.struct<{ readonly a: string }>({
      get a() {
        read++
        return S.string
      }
    })
    const first = Decoder.compile(counted)
    expect(read).toBe(0)
    for (const decoder of [first, first, Decoder.compile(counted)]) expect(decoder({ a: "x" }).ok).toBe(true)
    expect(read).toBe(1)
  })
})
