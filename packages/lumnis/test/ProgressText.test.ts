import { assert, describe, it } from "@effect/vitest"
import * as ProgressText from "../src/ProgressText.js"

const calls = [
  { name: "web_search", args: { query: 'it\'s "x"', n: 8, deep: { a: [1] } } },
  { name: "done", args: {} }
]

describe("progress as text", () => {
  it("the colon form has tool lines and no empty parentheses", () => {
    assert.strictEqual(
      ProgressText.formatProgressEntry("processing", "Searching", calls),
      'PROCESSING: Searching\n\t→ web_search(query="it\'s \\"x\\"", n=8, deep={"a":[1]})\n\t→ done'
    )
    assert.strictEqual(ProgressText.formatProgressEntry("completed", "Done", null), "COMPLETED: Done")
    assert.strictEqual(ProgressText.formatToolCall({}), "→ unknown")
    assert.strictEqual(ProgressText.formatToolCall({ name: "f", args: null }), "→ f")
  })

  it("the hyphen form takes an indent, and a tool update is its tools alone", () => {
    const entry = { state: "processing", message: "Searching", tool_calls: [{ name: "done" }] }
    assert.strictEqual(ProgressText.displayProgress(entry), "PROCESSING - Searching\n\t→ done")
    assert.strictEqual(ProgressText.displayProgress(entry, { indent: "  " }), "PROCESSING - Searching\n  → done")
    assert.strictEqual(ProgressText.displayProgress({ ...entry, state: "tool_update" }), "\t→ done")
  })

  it("a tracker shows each entry and each of its tool calls once, until it is reset", () => {
    const tracker = ProgressText.makeTracker()
    const entry = { state: "processing", message: "Searching" }
    assert.strictEqual(tracker.next(entry), "PROCESSING: Searching")
    assert.isUndefined(tracker.next(entry))
    assert.strictEqual(
      tracker.next({ ...entry, tool_calls: calls }),
      `\t${calls.map(ProgressText.formatToolCall).join("\n\t")}`
    )
    assert.isUndefined(tracker.next({ ...entry, tool_calls: [...calls, ...calls] }))
    assert.strictEqual(tracker.next({ ...entry, tool_calls: [{ name: "done", args: { a: 1 } }] }), "\t→ done(a=1)")
    assert.strictEqual(tracker.next({ ...entry, state: "failed" }), "FAILED: Searching")
    tracker.reset()
    assert.strictEqual(tracker.next(entry), "PROCESSING: Searching")
  })

  it("arguments that are no JSON do not throw", () => {
    const loop: Record<string, unknown> = {}
    loop["self"] = loop
    const tracker = ProgressText.makeTracker()
    assert.match(
      tracker.next({ state: "x", message: "y", tool_calls: [{ name: "f", args: loop }] }) ?? "",
      /→ f\(self=/
    )
    assert.match(ProgressText.formatToolCall({ name: "f", args: { n: 1n, u: undefined } }), /n=1, u=undefined/)
  })
})
