import { assert, describe, it } from "@effect/vitest"
import * as R from "@trilum/core/ResponseSchema"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Drift from "../src/Drift.js"
import { WorkflowListReplySchema } from "../src/generated/workflows.js"
import * as H from "./support/harness.js"

const places = <A>(schema: Schema.Schema<A, unknown>, value: unknown) =>
  Drift.find(schema, Schema.decodeUnknownSync(schema)(value)).map(({ kind, path }) => `${kind} ${path}`)

interface Key {
  readonly name: string
  readonly scopes?: ReadonlyArray<string> | null
}

/** Lists of API keys as the contract has them. */
const keys = R.struct<{ readonly data: ReadonlyArray<Key>; readonly success?: boolean | null }>({
  data: R.array(R.struct<Key>({ name: R.string, scopes: R.optional(R.array(R.openEnum(["read", "write"]))) })),
  success: R.optional(R.boolean)
})

describe("drift (section 16)", () => {
  it("fields and members that the contract does not know are told by their place", () => {
    const value = {
      success: true,
      data: [
        { name: "ci", scopes: ["read", "fly"], owner: "ada" },
        { name: "x", scopes: null }
      ],
      total: 2
    }
    assert.deepStrictEqual(places(keys, value), ["member data[0].scopes[1]", "field data[0].owner", "field total"])
  })

  it("what the contract knows, records of any name and values of any kind are no drift", () => {
    assert.deepStrictEqual(places(keys, { data: [{ name: "ci", scopes: ["read"] }] }), [])
    assert.deepStrictEqual(places(R.object, { any: { thing: 1 } }), [])
    assert.deepStrictEqual(places(R.unknown, { any: 1 }), [])
    assert.deepStrictEqual(places(R.record(R.openEnum(["a"])), { x: "a", y: "b" }), ["member y"])
  })

  it("of two spellings the one that came is the one that counts", () => {
    const workflow = { id: "wf_1", name: "W" }
    assert.deepStrictEqual(places(WorkflowListReplySchema, { workflows: [workflow] }), [])
    assert.deepStrictEqual(places(WorkflowListReplySchema, { data: [workflow], page: 1 }), ["field page"])
  })

  it.scoped("a client tells of every answer that has some, and passes it on as it is", () =>
    Effect.gen(function* () {
      const reports: Array<Drift.Report> = []
      const body = { reply: "hi", usage: { tokens: 3 } }
      const { lvng } = yield* H.make([FaultServer.json(body), FaultServer.json({ reply: "hi" })], {
        onDrift: (report) => reports.push(report)
      })
      assert.deepStrictEqual<unknown>(yield* lvng.chat.send("hi"), body)
      yield* lvng.chat.send("hi")
      assert.deepStrictEqual(reports, [{ operation: "sendChat", drifts: [{ kind: "field", path: "usage" }] }])
    })
  )
})
