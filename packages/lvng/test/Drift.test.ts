import { assert, describe, it } from "@effect/vitest"
import * as Decoder from "@trilum/core/Decoder"
import type * as Drift from "@trilum/core/Drift"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import { WorkflowListReplySchema } from "../src/generated/workflows.js"
import * as H from "./support/harness.js"

const places = (value: unknown): ReadonlyArray<string> =>
  Decoder.compile(WorkflowListReplySchema)(value, { unknown: true }).differences.map(
    ({ kind, path }) => `${kind} ${path}`
  )

describe("drift (section 16)", () => {
  it("of two spellings the one that came is the one that counts", () => {
    const workflow = { id: "wf_1", name: "W" }
    assert.deepStrictEqual(places({ workflows: [workflow] }), [])
    assert.deepStrictEqual(places({ data: [workflow], page: 1 }), ["field page"])
  })

  it.scoped("a client reports every place once, and passes the answer as it is", () =>
    Effect.gen(function* () {
      const reports: Array<Drift.Report> = []
      const body = { reply: "hi", usage: { tokens: 3 } }
      const { lvng } = yield* H.make([FaultServer.json(body), FaultServer.json({ reply: "hi" })], {
        onDrift: (report) => reports.push(report)
      })
      assert.deepStrictEqual<unknown>(yield* lvng.chat.send("hi"), body)
      yield* lvng.chat.send("hi")
      assert.deepStrictEqual(reports, [
        {
          platform: "lvng",
          operation: "sendChat",
          differences: [{ kind: "field", path: "usage", message: "is not in the contract" }]
        }
      ])
    })
  )
})
