import { describe, expect, it } from "vitest"
import { type Json, ok, parsed, send, started, until } from "./support.js"

const ask = (content: string, more: Record<string, unknown> = {}) => ({
  method: "POST",
  body: { messages: [{ role: "user", content }], ...more }
})

const script = (steps: ReadonlyArray<unknown>) => ({ "x-emulator-script": JSON.stringify({ steps }) })

describe("a run over time", () => {
  it("goes from queued through growing progress to a result, by the clock alone", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const created = await ok(base, ask("Compare tea and coffee"))
    expect(created.status).toBe("queued")
    const seen: Array<Json> = []
    for (let step = 0; step < 32; step++) {
      seen.push(await ok(`${base}/${created.response_id}`))
      await emulator.advance(50)
    }
    const statuses = seen.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1])
    expect(statuses).toEqual(["queued", "in_progress", "succeeded"])
    const grows = seen.map(({ progress }) => progress[2]?.tool_calls?.length ?? 0)
    expect(new Set(grows)).toEqual(new Set([0, 1, 2]))
    const completed = seen.find(({ progress }) => progress.at(-1)?.state === "completed")
    expect(completed).toMatchObject({ status: "in_progress", output_text: null })
    expect(completed.progress.at(-1)).toMatchObject({ message: "Response completed successfully.", output_text: null })
    const last = seen.at(-1)
    expect(last.progress).toHaveLength(5)
    expect(last.output_text).toContain("Compare tea and coffee")
    expect(last.completed_at).toBe("2025-01-01T00:00:01.500Z")
    expect(seen.filter(({ status }) => status === "queued")[0].completed_at).toBeNull()
  })

  it("gives the same answer text to the same prompt", async () => {
    const emulator = await started({ pace: 0 })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const texts: Array<string> = []
    for (const prompt of ["one", "one", "two"]) {
      const { response_id, status } = await ok(base, ask(prompt))
      expect(status).toBe("succeeded")
      texts.push((await ok(`${base}/${response_id}`)).output_text)
    }
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).not.toBe(texts[2])
  })

  it.each([
    ["[fail]", { status: "failed", error: { code: "AGENT_ERROR" }, output_text: null }],
    ["[cancelled]", { status: "cancelled" }],
    ["[empty]", { status: "succeeded", output_text: null }],
    ["[artifact]", { status: "succeeded", artifacts: [{ name: "report.md" }] }],
    ["[fast]", { status: "succeeded" }],
    ["[hang]", { status: "in_progress" }]
  ])("follows the keyword %s", async (keyword, expected) => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask(`please ${keyword}`))
    await emulator.advance(60_000)
    expect(await ok(`${base}/${response_id}`)).toMatchObject(expected)
  })

  it("shows a failed entry that is not the end for [retry], and twelve growing tool calls for [tools]", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("[retry] [tools]"))
    await emulator.advance(60_000)
    const run = await ok(`${base}/${response_id}`)
    expect(run.status).toBe("succeeded")
    expect(run.progress.map(({ state }: { state: string }) => state)).toContain("failed")
    expect(run.progress[2].tool_calls).toHaveLength(12)
  })

  it("lists the artifacts of a run", async () => {
    const emulator = await started({ pace: 0 })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("[artifact]"))
    const list = await ok(`${base}/${response_id}/artifacts`)
    expect(list).toMatchObject({ total: 1, limit: 50, offset: 0 })
    expect(list.artifacts[0]).toMatchObject({ response_id, name: "report.md" })
  })
})

describe("scripts", () => {
  it("plays the script of the request's header, unknown statuses included", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const headers = script([
      { after: 0, status: "warming_up", entry: { message: "first" } },
      { after: 10, tools: { index: 0, calls: [{ name: "a", args: { k: 1 } }] } },
      { after: 10, tools: { index: 0, calls: [{ name: "b" }] } },
      { after: 10, status: "succeeded", output_text: "done", structured_response: { ok: true } }
    ])
    const { response_id, status } = await ok(base, { ...ask("x"), headers })
    expect(status).toBe("warming_up")
    await emulator.advance(20)
    expect((await ok(`${base}/${response_id}`)).progress[0].tool_calls).toEqual([
      { name: "a", args: { k: 1 } },
      { name: "b" }
    ])
    await emulator.advance(10)
    expect(await ok(`${base}/${response_id}`)).toMatchObject({
      status: "succeeded",
      output_text: "done",
      structured_response: { ok: true }
    })
  })

  it("plays scripts set by the admin route for prompts that match, so often as asked", async () => {
    const emulator = await started({ pace: 0 })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const rule = {
      match: { prompt: "weather" },
      times: 1,
      script: { steps: [{ status: "succeeded", output_text: "sun" }] }
    }
    expect((await send(`${emulator.url}/__emulator/scripts`, { method: "POST", body: rule })).status).toBe(201)
    const text = async (prompt: string): Promise<string> => {
      const { response_id } = await ok(base, ask(prompt))
      return (await ok(`${base}/${response_id}`)).output_text
    }
    expect(await text("something else")).not.toBe("sun")
    expect(await text("the weather")).toBe("sun")
    expect(await text("the weather")).not.toBe("sun")
  })

  it("refuses a broken script with a reason", async () => {
    const emulator = await started()
    const url = `${emulator.urls.lumnis}/v1/responses`
    const broken = await send(url, { ...ask("x"), headers: script([{ entry: {} }]) })
    expect(broken.status).toBe(400)
    expect(broken.text).toContain("steps[0].entry must be an object with a message")
    expect((await send(url, { ...ask("x"), headers: { "x-emulator-script": "{" } })).status).toBe(400)
  })
})

describe("long polls", () => {
  it("wait for the next change on the manual clock and answer with it", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("x"))
    const poll = ok(`${base}/${response_id}?wait=10`)
    await until(() => emulator.waiting() === 1, "the poll waits")
    await emulator.advance(100)
    expect((await poll).progress).toHaveLength(1)
    expect(emulator.waiting()).toBe(0)
  })

  it("end unchanged after the seconds that were asked for", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, { ...ask("x"), headers: script([{ after: 0, status: "in_progress" }]) })
    let answered = false
    const poll = ok(`${base}/${response_id}?wait=7`).then((value) => {
      answered = true
      return value
    })
    await until(() => emulator.waiting() === 1, "the poll waits")
    await emulator.advance(6999)
    await ok(`${base}/${response_id}`)
    expect(answered).toBe(false)
    await emulator.advance(1)
    expect((await poll).status).toBe("in_progress")
  })

  it("wake when the run is cancelled", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("[hang]"))
    await emulator.advance(5000)
    const poll = ok(`${base}/${response_id}?wait=10`)
    await until(() => emulator.waiting() === 1, "the poll waits")
    expect(await ok(`${base}/${response_id}/cancel`, { method: "POST" })).toMatchObject({ status: "cancelled" })
    expect(await poll).toMatchObject({ status: "cancelled", completed_at: "2025-01-01T00:00:05.000Z" })
  })

  it("stop waiting when the client leaves", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("[hang]"))
    await emulator.advance(5000)
    const controller = new AbortController()
    const poll = send(`${base}/${response_id}?wait=10`, { signal: controller.signal })
    await until(() => emulator.waiting() === 1, "the poll waits")
    controller.abort()
    await expect(poll).rejects.toThrow()
    await until(() => emulator.waiting() === 0 && emulator.sockets() === 0, "nothing is held")
  })

  it("answer at once when the run has ended", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("[fast]"))
    expect((await ok(`${base}/${response_id}?wait=10`)).status).toBe("succeeded")
  })
})

describe("cancelling", () => {
  it("is repeatable, but refuses a run that ended by itself", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const running = await ok(base, ask("x"))
    for (let turn = 0; turn < 2; turn++) {
      expect((await ok(`${base}/${running.response_id}/cancel`, { method: "POST" })).status).toBe("cancelled")
    }
    const done = await ok(base, ask("[fast]"))
    const rejected = await send(`${base}/${done.response_id}/cancel`, { method: "POST" })
    expect(rejected.status).toBe(400)
    expect(parsed(rejected)["error"]).toMatchObject({ code: "RESPONSE_NOT_CANCELLABLE" })
  })

  it("stops the progress where it was", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("x"))
    await emulator.advance(100)
    await ok(`${base}/${response_id}/cancel`, { method: "POST" })
    await emulator.advance(60_000)
    expect((await ok(`${base}/${response_id}`)).progress).toHaveLength(1)
  })
})

describe("structured output", () => {
  it("satisfies the caller's schema, keys untouched", async () => {
    const emulator = await started({ pace: 0 })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const response_format = {
      type: "object",
      additionalProperties: false,
      required: ["userName", "scores", "Kind", "nested", "code"],
      properties: {
        userName: { type: "string", minLength: 30 },
        scores: { type: "array", minItems: 3, items: { type: "number", minimum: 10, maximum: 11 } },
        Kind: { enum: ["a", "b"] },
        nested: { $ref: "#/$defs/FooBar" },
        code: { type: "string", pattern: "^[A-Z]{3}-\\d{4}$" },
        maybe: { anyOf: [{ type: "integer", multipleOf: 7, minimum: 8 }, { type: "null" }] }
      },
      $defs: { FooBar: { type: "object", required: ["a_b"], properties: { a_b: { const: 5 } } } }
    }
    const { response_id } = await ok(base, ask("x", { response_format }))
    const { structured_response: value } = await ok(`${base}/${response_id}`)
    expect(value.userName.length).toBeGreaterThanOrEqual(30)
    expect(value.scores).toHaveLength(3)
    for (const score of value.scores) expect(score).toBeGreaterThanOrEqual(10)
    expect(["a", "b"]).toContain(value.Kind)
    expect(value.nested).toEqual({ a_b: 5 })
    expect(value.code).toMatch(/^[A-Z]{3}-\d{4}$/)
    expect(value.maybe % 7).toBe(0)
  })

  it("refuses a response_format that is not a JSON Schema", async () => {
    const emulator = await started()
    const answer = await send(`${emulator.urls.lumnis}/v1/responses`, ask("x", { response_format: { type: "thing" } }))
    expect(answer.status).toBe(422)
    expect(parsed(answer)["detail"]).toMatchObject([{ loc: ["body", "response_format"] }])
  })

  it("gives specialised agents their own output", async () => {
    const emulator = await started({ pace: 0 })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("x", { specialized_agent: "quick_people_search" }))
    expect((await ok(`${base}/${response_id}`)).structured_response).not.toBeNull()
  })
})

describe("lists of responses", () => {
  it("filter by user, status, thread and inclusive days, and page", async () => {
    const emulator = await started({ clock: "manual", now: Date.UTC(2025, 4, 1, 23, 59) })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const first = await ok(base, ask("[fast]", { user_id: "ada@example.com" }))
    await emulator.advance(24 * 3_600_000)
    const second = await ok(base, ask("[hang]", { user_id: "user-123" }))
    await emulator.advance(1000)
    const ids = async (query: string): Promise<ReadonlyArray<string>> =>
      (await ok(`${base}?${query}`)).responses.map(({ response_id }: { response_id: string }) => response_id)
    expect(await ids("")).toEqual([second.response_id, first.response_id])
    expect(await ids("user_id=ada%40example.com")).toEqual([first.response_id])
    expect(await ids("user_id=user-123&status=in_progress")).toEqual([second.response_id])
    expect(await ids("status=succeeded")).toEqual([first.response_id])
    expect(await ids(`thread_id=${second.thread_id}`)).toEqual([second.response_id])
    expect(await ids("start_date=2025-05-02")).toEqual([second.response_id])
    expect(await ids("end_date=2025-05-01")).toEqual([first.response_id])
    expect(await ids("start_date=2025-05-01&end_date=2025-05-02")).toHaveLength(2)
    expect(await ok(`${base}?limit=1&offset=1`)).toMatchObject({ total: 2, limit: 1, offset: 1 })
    expect(await ids("limit=1&offset=1")).toEqual([first.response_id])
  })
})

describe("feedback", () => {
  it("is accepted, listed, and consumed by the next step of the run", async () => {
    const emulator = await started({ clock: "manual" })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("x"))
    const post = { method: "POST", body: { feedback_text: "shorter" } }
    const { feedback_id } = await ok(`${base}/${response_id}/feedback`, post)
    const before = await ok(`${base}/${response_id}/feedback`)
    expect(before).toMatchObject({ total_feedback: 1, consumed_count: 0 })
    expect(before.feedback[0]).toMatchObject({ feedback_id, feedback_type: "suggestion", is_consumed: false })
    await emulator.advance(100)
    expect(await ok(`${base}/${response_id}/feedback`)).toMatchObject({ consumed_count: 1, unconsumed_count: 0 })
  })

  it("refuses new tool arguments without the call they are for", async () => {
    const emulator = await started()
    const base = `${emulator.urls.lumnis}/v1/responses`
    const { response_id } = await ok(base, ask("x"))
    const body = { feedback_text: "x", tool_args_update: { q: 1 } }
    expect((await send(`${base}/${response_id}/feedback`, { method: "POST", body })).status).toBe(422)
  })
})
