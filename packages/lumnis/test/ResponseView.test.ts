import { assert, describe, it } from "@effect/vitest"
import type { ResponseObject } from "../src/generated/shared.js"
import * as ResponseView from "../src/ResponseView.js"

const date = (minute: number) => new Date(Date.UTC(2025, 8, 14, 19, minute))

const base: ResponseObject = {
  response_id: "r",
  thread_id: "t",
  tenant_id: "n",
  status: "queued",
  created_at: date(1)
}

const entry = (state: string, message: string) => ({ ts: date(2), state, message })

describe("views of a response", () => {
  it("state is the last entry's, else the status in the words of entries", () => {
    const table = [
      ["queued", "queued"],
      ["in_progress", "processing"],
      ["succeeded", "completed"],
      ["failed", "failed"],
      ["cancelled", "cancelled"],
      ["brand_new", "brand_new"]
    ] as const
    for (const [status, state] of table) {
      assert.strictEqual(ResponseView.state({ ...base, status }), state)
      assert.strictEqual(ResponseView.state({ ...base, status, progress: [] }), state)
      assert.strictEqual(ResponseView.state({ ...base, status, progress: null }), state)
    }
    const progress = [entry("processing", "a"), entry("failed", "b")]
    assert.strictEqual(ResponseView.state({ ...base, status: "in_progress", progress }), "failed")
    assert.strictEqual(ResponseView.message({ ...base, progress }), "b")
    assert.isUndefined(ResponseView.message(base))
  })

  it("updatedAt prefers the server's, then the end, then the log", () => {
    const progress = [entry("processing", "a")]
    assert.deepStrictEqual(ResponseView.updatedAt(base), date(1))
    assert.deepStrictEqual(ResponseView.updatedAt({ ...base, progress }), date(2))
    assert.deepStrictEqual(ResponseView.updatedAt({ ...base, progress, completed_at: date(3) }), date(3))
    assert.deepStrictEqual(
      ResponseView.updatedAt({ ...base, progress, completed_at: date(3), updated_at: date(4) }),
      date(4)
    )
  })

  it("a failed entry is not the end of a run", () => {
    const progress = [entry("failed", "failed. Trying again...")]
    assert.strictEqual(ResponseView.outcome({ ...base, status: "in_progress", progress }), "running")
    assert.strictEqual(ResponseView.outcome({ ...base, status: "in_progress", completed_at: date(3) }), "running")
    assert.strictEqual(ResponseView.outcome({ ...base, status: "archived" }), "running")
    assert.strictEqual(ResponseView.outcome({ ...base, status: "archived", completed_at: date(3) }), "succeeded")
    assert.strictEqual(
      ResponseView.outcome({ ...base, status: "archived", completed_at: date(3), error: {} }),
      "failed"
    )
  })

  it("plan, sub agents and content", () => {
    const planned = { ...entry("processing", "p"), tool_calls: [{ name: "plan", output_text: "1. search" }] }
    const sub = { ...entry("processing", "s"), tool_calls: [{ name: "web" }, { name: "FINAL_RESPONSE" }] }
    const response = { ...base, output_text: "done", progress: [sub, planned, entry("processing", "x")] }
    assert.strictEqual(ResponseView.plan(response), "1. search")
    assert.deepStrictEqual(ResponseView.subAgentExecutions(response), [sub])
    assert.strictEqual(ResponseView.content(response), "done")
    assert.isUndefined(ResponseView.plan({ ...base, progress: [planned] }))
    assert.isUndefined(ResponseView.content({ ...base, output_text: null }))
    assert.deepStrictEqual(ResponseView.subAgentExecutions({ ...base, progress: [planned] }), [])
  })
})
