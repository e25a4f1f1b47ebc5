import { assert, describe, expectTypeOf, it } from "@effect/vitest"
import { toStandardJsonSchema } from "@valibot/to-json-schema"
import { type } from "arktype"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as v from "valibot"
import { z } from "zod"
import type { createLumnis } from "../src/promise.js"
import * as H from "./support/harness.js"

const ada = { userId: "ada" }

const city = { name: "Nantes", people: "323204" }
const decoded = { name: "Nantes", people: 323204 }
const format = {
  type: "object",
  properties: { name: { type: "string" }, people: { type: "string" } },
  required: ["name", "people"]
}

const ofZod = z.object({ name: z.string(), people: z.string().transform(Number) })
const ofArktype = type({ name: "string", people: "string" }).pipe(({ name, people }) => ({
  name,
  people: Number(people)
}))
const ofValibot = v.object({ name: v.string(), people: v.pipe(v.string(), v.transform(Number)) })
const ofEffect = Schema.standardSchemaV1(Schema.Struct({ name: Schema.String, people: Schema.NumberFromString }))

/** As another copy of `effect` makes it: no schema of this one. */
const foreign = { "~standard": ofEffect["~standard"] }

/** The parts of a JSON Schema that the libraries agree on. */
const core = (schema: unknown): unknown => {
  const { properties, required, type } = Object(schema)
  const types = Object.entries(Object(properties)).map(([name, value]) => [
    name,
    { type: Reflect.get(Object(value), "type") }
  ])
  return { type, properties: Object.fromEntries(types), required: [...required].sort() }
}

const finished = H.done({ structured_response: city })

type Invoke = (lumnis: H.Harness["lumnis"]) => Effect.Effect<{ readonly structured: unknown }, unknown>

const libraries: ReadonlyArray<readonly [string, Invoke]> = [
  ["zod", (lumnis) => lumnis.invoke("x", { ...ada, schema: ofZod })],
  ["arktype", (lumnis) => lumnis.invoke("x", { ...ada, schema: ofArktype })],
  ["valibot", (lumnis) => lumnis.invoke("x", { ...ada, schema: toStandardJsonSchema(ofValibot) })],
  [
    "valibot, with the JSON Schema beside",
    (lumnis) => lumnis.invoke("x", { ...ada, schema: ofValibot, responseFormat: format })
  ],
  ["Effect", (lumnis) => lumnis.invoke("x", { ...ada, schema: ofEffect })],
  ["another Effect", (lumnis) => lumnis.invoke("x", { ...ada, schema: foreign, responseFormat: format })]
]

describe("a schema of", () => {
  for (const [name, invoke] of libraries) {
    it.scoped(`${name} sends its JSON Schema and decodes the answer`, () =>
      Effect.gen(function* () {
        const { lumnis, server } = yield* H.make([H.created(), finished])
        assert.deepStrictEqual((yield* invoke(lumnis)).structured, decoded)
        const { response_format } = Object(server.requests[0]?.json())
        assert.deepStrictEqual(core(response_format), core(format))
        assert.notProperty(response_format, "$schema")
      })
    )
  }

  it("every library types the result by its own output type", () => {
    const typed = async (lumnis: ReturnType<typeof createLumnis>) => {
      type City = { name: string; people: number }
      expectTypeOf((await lumnis.invoke("x", { schema: ofZod })).structured).toEqualTypeOf<City>()
      expectTypeOf((await lumnis.invoke("x", { schema: ofArktype })).structured).toEqualTypeOf<City>()
      expectTypeOf((await lumnis.invoke("x", { schema: ofValibot })).structured).toEqualTypeOf<City>()
      expectTypeOf(
        (await lumnis.attach("r", { schema: toStandardJsonSchema(ofValibot) })).structured
      ).toEqualTypeOf<City>()
      expectTypeOf((await lumnis.invoke("x", { schema: ofEffect })).structured).toEqualTypeOf<Readonly<City>>()
      for await (const update of lumnis.invokeStream("x", { schema: ofZod })) {
        if (update._tag === "Completed") expectTypeOf(update.structured).toEqualTypeOf<City>()
      }
      for await (const result of lumnis.invokeMany([{ id: "1", input: "x" }], { schema: ofZod })) {
        if (result._tag === "Succeeded") expectTypeOf(result.response.structured).toEqualTypeOf<City>()
      }
    }
    assert.isFunction(typed)
  })
})

describe("an answer that does not fit", () => {
  const wrong: ReadonlyArray<readonly [string, Invoke]> = libraries.slice(0, 3)
  for (const [name, invoke] of wrong) {
    it.scoped(`${name}: names the places, and has the response`, () =>
      Effect.gen(function* () {
        const { lumnis } = yield* H.make([H.created(), H.done({ structured_response: { name: 7, people: "1" } })])
        const error = yield* Effect.flip(invoke(lumnis))
        assert.deepInclude(error, { _tag: "StructuredOutputError" })
        assert.deepStrictEqual(
          Object(error).issues.map((issue: { readonly path: string }) => issue.path),
          ["name"]
        )
      })
    )
  }

  it.scoped("a schema that validates later, and one that throws, are the error of the answer", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([H.created(), finished, H.created(), finished])
      const later = z.object({ name: z.string().refine(async () => false, "unknown city") })
      const refused = yield* Effect.flip(lumnis.invoke("x", { ...ada, schema: later }))
      assert.deepInclude(refused, {
        _tag: "StructuredOutputError",
        issues: [{ path: "name", message: "unknown city" }]
      })
      const broken = z.object({
        name: z.string().transform((): never => {
          throw new Error("no database")
        })
      })
      const thrown = yield* Effect.flip(lumnis.invoke("x", { ...ada, schema: broken }))
      assert.deepInclude(thrown, { _tag: "StructuredOutputError", issues: [{ path: "", message: "no database" }] })
    })
  )
})

describe("what cannot be sent", () => {
  it.scoped("is refused before anything is sent, with the way out", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([])
      const bare = yield* Effect.flip(lumnis.invoke("x", { ...ada, schema: ofValibot }))
      assert.match(bare.message, /the schema \(valibot\) does not provide its JSON Schema.*responseFormat/)
      const date = yield* Effect.flip(lumnis.invoke("x", { ...ada, schema: z.object({ at: z.date() }) }))
      assert.match(date.message, /cannot be written as JSON Schema: Date cannot be represented/)
      for (const schema of [{ type: "object" }, "City", null, z.object]) {
        // @ts-expect-error JavaScript programs pass anything.
        const error: Error = yield* Effect.flip(lumnis.invoke("x", { ...ada, schema }))
        assert.match(error.message, /^invoke: schema must be a schema of effect\/Schema, or a Standard Schema/)
      }
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("a batch takes the schemas of every library", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([H.created(), finished])
      const results = yield* Stream.runCollect(lumnis.invokeMany([{ id: "1", input: "x", ...ada }], { schema: ofZod }))
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(results).map((result) => result._tag === "Succeeded" && result.response.structured),
        [decoded]
      )
    })
  )
})
