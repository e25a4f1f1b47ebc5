import { assert, describe, it } from "@effect/vitest"
import * as Decoder from "@trilum/core/Decoder"
import * as S from "@trilum/core/ResponseSchema"

interface Item {
  readonly id: string
  readonly created_at: Date
  readonly status: string
  readonly deleted_at?: Date | null
}

const Item: S.ResponseSchema<Item> = S.struct<Item>({
  id: S.string,
  created_at: S.timestamp,
  status: S.openEnum(["on", "off"]),
  deleted_at: S.optional(S.timestamp)
})

interface Page {
  readonly data: ReadonlyArray<Item>
  readonly labels?: { readonly [key: string]: Date } | null
}

const Page: S.ResponseSchema<Page> = S.struct<Page>({
  data: S.array(Item),
  labels: S.optional(S.record(S.timestamp))
})

const at = "2024-05-01T00:00:00Z"
const date = new Date(at)

const decode = <A>(schema: S.ResponseSchema<A>, input: unknown): A => {
  const result = Decoder.compile(schema)(structuredClone(input))
  assert.deepStrictEqual(result.differences, [])
  return result.value
}

const differences = (schema: S.ResponseSchema<unknown>, input: unknown, unknown = false): ReadonlyArray<string> =>
  Decoder.compile(schema)(input, { unknown }).differences.map(({ path, message }) => `${path}: ${message}`)

describe("Decoder", () => {
  it("decodes in place and keeps unknown fields at every level", () => {
    const input = {
      data: [{ id: "a", created_at: at, status: "new", extra: { deep: [1] } }],
      labels: { x: at },
      more: 1
    }
    const result = Decoder.compile(Page)(input)
    assert.deepStrictEqual<unknown>(result, {
      ok: true,
      value: {
        data: [{ id: "a", created_at: date, status: "new", extra: { deep: [1] } }],
        labels: { x: date },
        more: 1
      },
      differences: [],
      fatal: false
    })
    assert.strictEqual<unknown>(result.value, input)
  })

  it("passes optional fields that are absent or null", () => {
    assert.deepStrictEqual(decode(Page, { data: [], labels: null }), { data: [], labels: null })
    assert.isNull(decode(Item, { id: "a", created_at: at, status: "on", deleted_at: null }).deleted_at)
    assert.notProperty(decode(Item, { id: "a", created_at: at, status: "on" }), "deleted_at")
  })

  it("keeps what is missing, null or of another type as it came, decodes the rest, and names each place", () => {
    const input = {
      data: [
        { id: "a", created_at: at, status: "on" },
        { id: 7, created_at: at },
        { id: "c", created_at: "yesterday", status: null, deleted_at: 5 }
      ],
      labels: { "two words": 1, plain: "1970-01-01", "user-key": null }
    }
    const { differences: found, ok, value } = Decoder.compile(Page)(structuredClone(input))
    assert.isFalse(ok)
    assert.deepStrictEqual<unknown>(value, {
      data: [
        { id: "a", created_at: date, status: "on" },
        { id: 7, created_at: date },
        { id: "c", created_at: "yesterday", status: null, deleted_at: 5 }
      ],
      labels: { "two words": 1, plain: new Date(0), "user-key": null }
    })
    assert.deepStrictEqual(
      found.map(({ kind, message, path }) => `${kind} ${path}: ${message}`),
      [
        "type data[1].id: expected string, actual number",
        "missing data[1].status: is missing, expected string",
        "type data[2].created_at: expected ISO 8601 timestamp, actual string",
        "type data[2].status: expected string, actual null",
        "type data[2].deleted_at: expected ISO 8601 timestamp, actual number",
        'type labels["two words"]: expected ISO 8601 timestamp, actual number',
        "type labels.user-key: expected ISO 8601 timestamp, actual null"
      ]
    )
  })

  it("passes a list, an object or a scalar of another kind", () => {
    assert.deepStrictEqual(differences(Page, []), [": expected object { data }, actual array"])
    assert.deepStrictEqual(differences(Page, null), [": expected object { data }, actual null"])
    assert.deepStrictEqual(differences(Page, { data: null }), ["data: expected array, actual null"])
    assert.deepStrictEqual(differences(S.struct<{ readonly a: string }>({ a: S.string }, "Account"), 1), [
      ": expected Account, actual number"
    ])
  })

  it("lists once what many rows have alike, and never more than 50 places or a value", () => {
    const secret = "sk-very-secret"
    const rows = Array.from({ length: 5000 }, () => ({ id: secret }))
    assert.deepStrictEqual(differences(S.array(Item), rows), [
      "[0].created_at: is missing, expected ISO 8601 timestamp",
      "[0].status: is missing, expected string"
    ])
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`field${index}`, S.number]))
    const wide = S.struct<{ readonly [key: string]: number }>(many)
    const found = differences(wide, Object.fromEntries(Object.keys(many).map((name) => [name, secret])))
    assert.strictEqual(found.length, 50)
    assert.notInclude(JSON.stringify(found), secret)
  })

  it("is not ok when what is wrong comes after 50 unknown fields", () => {
    const input = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`new${index}`, 1]))
    const schema = S.tuple<readonly [unknown, number]>([
      S.struct<{ readonly a?: string | null }>({ a: S.optional(S.string) }),
      S.number
    ])
    assert.isFalse(Decoder.compile(schema)([input, "x"], { unknown: true }).ok)
  })

  it("shortens keys of user data in paths", () => {
    const [found] = differences(S.record(S.number), { ["k".repeat(10_000)]: "x" })
    assert.isBelow(found?.length ?? 0, 150)
  })

  it("lists unknown fields and members on request, and is ok with them", () => {
    const input = { data: [{ id: "a", created_at: at, status: "new", owner: 1 }], more: 1 }
    const schema = Decoder.compile(Page)
    assert.deepStrictEqual(schema(structuredClone(input)).differences, [])
    const { differences: found, ok } = schema(structuredClone(input), { unknown: true })
    assert.isTrue(ok)
    assert.deepStrictEqual(
      found.map(({ kind, path }) => `${kind} ${path}`),
      ["member data[0].status", "field data[0].owner", "field more"]
    )
    assert.deepStrictEqual(differences(S.object, { any: { thing: 1 } }, true), [])
    assert.deepStrictEqual(differences(S.unknown, { any: 1 }, true), [])
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
      const rows = [
        { at, n: "1" },
        { at, n: 1 }
      ]
      assert.deepStrictEqual<unknown>(decode(S.array(either), rows), [
        { at, n: "1" },
        { at: date, n: 1 }
      ])
      const nested = S.union<unknown>([S.tuple<readonly [unknown, number]>([either, S.number]), S.array(S.unknown)])
      assert.deepStrictEqual(decode(nested, [{ at, n: 1 }, "x"]), [{ at, n: 1 }, "x"])
    })

    it("go by the discriminator, for values and for differences", () => {
      const either = S.union<Text | Moment>([Text, Moment])
      assert.deepStrictEqual<unknown>(decode(either, { type: "text", at }), { type: "text", at })
      assert.deepStrictEqual<unknown>(decode(either, { type: "moment", at, nested: { at, n: 1 } }), {
        type: "moment",
        at: date,
        nested: { at: date, n: 1 }
      })
      assert.deepStrictEqual(differences(S.array(either), [{ type: "moment", at, nested: { at, n: "1" } }]), [
        "[0].nested.n: expected number, actual string"
      ])
    })

    it("of an unknown kind pass as they came, and the rest of the list is decoded", () => {
      const either = S.array(S.union<Text | Moment>([Text, Moment]))
      const rows = [
        { type: "other", at },
        { type: "moment", at, nested: { at, n: 1 } }
      ]
      const { differences: found, value } = Decoder.compile(either)(rows)
      assert.deepStrictEqual<unknown>(value, [
        { type: "other", at },
        { type: "moment", at: date, nested: { at: date, n: 1 } }
      ])
      assert.deepStrictEqual(
        found.map(({ path, message }) => `${path}: ${message}`),
        ['[0].type: expected "text" | "moment", actual string']
      )
    })

    it("name the members that were tried", () => {
      const either = S.union<Text | Moment>([Text, Moment])
      assert.deepStrictEqual(differences(either, { at }), ['type: is missing, expected "text" | "moment"'])
      assert.deepStrictEqual(differences(either, 1), [
        ": expected object { type, at } | object { type, at, nested }, actual number"
      ])
      const plain = S.union<unknown>([
        S.struct<{ readonly a: string }>({ a: S.string }, "Account"),
        S.struct<{ readonly b: string; readonly c: number }>({ b: S.string, c: S.number })
      ])
      assert.deepStrictEqual(differences(plain, { d: 1 }), [": fits none of Account | object { b, c }"])
    })

    it("report the member of the value's own kind", () => {
      const either = S.nullable(S.union<string | Item>([S.string, Item]))
      assert.deepStrictEqual(differences(either, { id: "a", created_at: at }), ["status: is missing, expected string"])
      assert.deepStrictEqual(differences(either, true), [
        ": expected string | object { id, created_at, status }, actual boolean"
      ])
    })

    it("are told apart by a property that objects inherit", () => {
      const variant = (tag: "a" | "b") => S.struct<{ readonly toString: "a" | "b" }>({ toString: S.literal(tag) })
      const either = S.union<{ readonly toString: "a" | "b" }>([variant("a"), variant("b")])
      assert.strictEqual<unknown>(decode(either, { toString: "b" }).toString, "b")
      assert.deepStrictEqual(differences(either, {}), ['toString: is missing, expected "a" | "b"'])
    })
  })

  describe("recursion", () => {
    interface Tree {
      readonly at: Date
      readonly children?: ReadonlyArray<Tree> | null
    }
    const Tree: S.ResponseSchema<Tree> = S.struct<Tree>(() => ({
      at: S.timestamp,
      children: S.optional(S.array(Tree))
    }))
    type Nested = ReadonlyArray<Nested>
    const Nested: S.ResponseSchema<Nested> = S.array(S.lazy(() => Nested))
    const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels))

    it("decodes every level", () => {
      const input = { at, children: [{ at }, { at, children: [{ at: 1 }] }] }
      assert.deepStrictEqual(differences(Tree, input), [
        "children[1].children[0].at: expected ISO 8601 timestamp, actual number"
      ])
      assert.deepStrictEqual<unknown>(input, {
        at: date,
        children: [{ at: date }, { at: date, children: [{ at: 1 }] }]
      })
    })

    it("leaves what lies below 256 levels as it came, in a union too, and the next value is not affected", () => {
      const decodeNested = Decoder.compile(Nested)
      assert.isTrue(decodeNested(nested(256)).ok)
      const deep = decodeNested(nested(10_000))
      assert.deepStrictEqual(
        deep.differences.map(({ message }) => message),
        ["expected at most 256 levels of nesting"]
      )
      assert.isFalse(decodeNested(nested(257)).ok)
      assert.isTrue(decodeNested([[]]).ok)
      const either = S.union<unknown>([S.struct<{ readonly a: Nested }>({ a: Nested }), S.object])
      assert.isTrue(Decoder.compile(either)({ a: nested(10_000) }).ok)
    })

    it("does not look into unknown values, however deep", () => {
      const deep = nested(100_000)
      assert.isTrue(Decoder.compile(S.array(S.unknown))([deep]).value[0] === deep)
    })
  })

  describe("keys that objects inherit", () => {
    const hostile = (text: string): unknown => JSON.parse(text)

    it("keeps __proto__ an ordinary key and no prototype changes", () => {
      const { value } = Decoder.compile(S.record(S.timestamp))(hostile(`{"__proto__":"${at}","b":"${at}"}`))
      assert.strictEqual(Object.getPrototypeOf(value), Object.prototype)
      assert.deepStrictEqual(Object.entries(value), [
        ["__proto__", date],
        ["b", date]
      ])
      const open = Decoder.compile(Item)(
        hostile(`{"id":"a","created_at":"${at}","status":"on","__proto__":{"polluted":1}}`)
      )
      assert.strictEqual(Object.getPrototypeOf(open.value), Object.prototype)
      assert.isFalse("polluted" in open.value)
    })

    it("takes a field of that name from the object alone", () => {
      const schema = S.struct<{ readonly ["__proto__"]: Date; readonly constructor?: unknown }>({
        ["__proto__"]: S.timestamp,
        constructor: S.optional(S.string)
      })
      const result = Decoder.compile(schema)(hostile(`{"__proto__":"${at}"}`))
      assert.deepStrictEqual(Object.entries(result.value), [["__proto__", date]])
      assert.deepStrictEqual(differences(schema, {}), ["__proto__: is missing, expected ISO 8601 timestamp"])
    })
  })

  it("a decoder of one's own is strict, and what it throws is a difference", () => {
    const even = S.custom((input) =>
      typeof input === "number" && input % 2 === 0
        ? { ok: true, value: input / 2 }
        : { ok: false, issues: [{ path: "n", message: "is odd" }] }
    )
    assert.deepStrictEqual(decode(S.array(even), [4]), [2])
    const failed = Decoder.compile(even)(3)
    assert.isTrue(failed.fatal)
    assert.deepStrictEqual(
      failed.differences.map(({ message }) => message),
      ["n: is odd"]
    )
    const thrown = Decoder.compile(S.map(Page, (page) => page.data.length))({ data: null })
    assert.isTrue(thrown.fatal)
  })

  it("compiles a schema once", () => {
    let read = 0
    const counted = S.struct<{ readonly a: string }>(() => {
      read++
      return { a: S.string }
    })
    const first = Decoder.compile(counted)
    assert.strictEqual(read, 0)
    for (const decoder of [first, first, Decoder.compile(counted)]) assert.isTrue(decoder({ a: "x" }).ok)
    assert.strictEqual(read, 1)
  })
})
