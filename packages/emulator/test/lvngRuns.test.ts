import { assert, describe, expect, it } from "vitest"
import type { RunningEmulator } from "../src/promise.js"
import { type Lvng, lvng, session, start } from "./lvngSupport.js"
import { type Json, ok, parsed, send, started } from "./support.js"

interface Flow {
  readonly emulator: RunningEmulator
  readonly api: Lvng
  readonly id: string
  readonly execute: (inputs?: unknown, headers?: Record<string, string>) => Promise<Json>
  readonly run: (id: string) => Promise<Json>
}

const flow = async (name = "Report", steps: ReadonlyArray<unknown> = ["Collect", { name: "Write" }]): Promise<Flow> => {
  const emulator = await started({ clock: "manual", now: start })
  const api = lvng(emulator)
  const { data } = await api.ok("POST", "/api/v2/workflows", { name, steps })
  const at = `/api/v2/workflows/${data.id}`
  return {
    emulator,
    api,
    id: data.id,
    execute: async (inputs, headers) => {
      const answer = await api.ok("POST", `${at}/execute`, inputs === undefined ? {} : { inputs }, headers)
      return answer.data
    },
    run: async (id) => (await api.ok("GET", `${at}/runs/${id}`)).data
  }
}

describe("a run", () => {
  it("goes from pending through running to completed, step by step, on the clock", async () => {
    const { emulator, execute, run } = await flow()
    const begun = await execute({ topic: "tides" })
    expect(begun).toMatchObject({ status: "pending", progress: 0, completed_at: null, inputs: { topic: "tides" } })
    expect(begun.steps.map(({ name, status }: Json) => [name, status])).toEqual([
      ["Collect", "pending"],
      ["Write", "pending"]
    ])
    const seen = async (ms: number): Promise<unknown> => {
      await emulator.advance(ms)
      const { progress, result, status, steps } = await run(begun.id)
      return [status, progress, steps.map((step: Json) => step.status), result !== undefined]
    }
    expect(await seen(99)).toEqual(["pending", 0, ["pending", "pending"], false])
    expect(await seen(1)).toEqual(["running", 0, ["running", "pending"], false])
    expect(await seen(400)).toEqual(["running", 0.5, ["completed", "running"], false])
    expect(await seen(399)).toEqual(["running", 0.5, ["completed", "running"], false])
    expect(await seen(1)).toEqual(["completed", 1, ["completed", "completed"], true])
    const done = await run(begun.id)
    expect(done).toMatchObject({
      result: { output: "Report finished.", steps: 2, inputs: { topic: "tides" } },
      created_at: new Date(start).toISOString(),
      started_at: new Date(start + 100).toISOString(),
      completed_at: new Date(start + 900).toISOString()
    })
    expect(await seen(1_000_000)).toEqual(["completed", 1, ["completed", "completed"], true])
  })

  it("fails, is cancelled, hangs or hurries as its inputs say", async () => {
    const { emulator, execute, run } = await flow()
    const ids = []
    for (const word of ["[fail]", "[cancelled]", "[hang]", "[slow]"]) ids.push((await execute({ note: word })).id)
    expect((await execute({ note: "[fast]" })).status).toBe("completed")
    await emulator.advance(1000)
    const [failed, cancelled, hanging, slow] = await Promise.all(ids.map(run))
    expect(failed).toMatchObject({ status: "failed", error: { code: "STEP_FAILED" } })
    expect(failed.steps.map(({ status }: Json) => status)).toEqual(["completed", "failed"])
    expect("result" in failed).toBe(false)
    expect([cancelled.status, hanging.status, slow.status]).toEqual(["cancelled", "running", "running"])
    await emulator.advance(100_000)
    expect([(await run(hanging.id)).status, (await run(slow.id)).status]).toEqual(["running", "completed"])
  })

  it("does what a script says, unknown statuses included", async () => {
    const { emulator, execute, run } = await flow()
    const script = { timeline: [{ status: "started" }, { after: 500, status: "Succeeded" }], result: { answer: 42 } }
    const own = await execute({}, { "x-emulator-run": JSON.stringify(script) })
    expect(own.status).toBe("started")
    await emulator.advance(500)
    expect(await run(own.id)).toMatchObject({ status: "Succeeded", result: { answer: 42 } })
    const url = `${emulator.url}/__emulator/lvng/runs`
    const rule = { match: "weather", times: 1, script: { timeline: [{ status: "queued" }] } }
    await ok(url, { method: "POST", body: rule })
    expect((await execute({ about: "news" })).status).toBe("pending")
    expect((await execute({ about: "weather" })).status).toBe("queued")
    expect((await execute({ about: "weather" })).status).toBe("pending")
    expect((await send(url, { method: "POST", body: { script: { timeline: [{ after: 1 }] } } })).status).toBe(400)
    expect((await send(url, { method: "DELETE" })).status).toBe(204)
  })

  it("refuses a script that is not one", async () => {
    const { api, id } = await flow()
    const at = `/api/v2/workflows/${id}/execute`
    for (const script of ["nonsense", '{"timeline": 5}', '{"timeline": [{"status": 1}]}']) {
      const answer = await api.send("POST", at, {}, { headers: { "x-emulator-run": script } })
      expect([answer.status, parsed(answer).error.code]).toEqual([400, "BAD_EMULATOR_SCRIPT"])
    }
  })

  it("is stopped by the admin route, and by the end of its workflow", async () => {
    const { api, emulator, execute, id, run } = await flow()
    const first = await execute()
    await emulator.advance(200)
    const cancel = (run: string) =>
      send(`${emulator.url}/__emulator/lvng/runs/${run}/cancel`, { method: "POST", body: {} })
    expect(parsed(await cancel(first.id))).toMatchObject({ status: "cancelled" })
    await emulator.advance(10_000)
    const stopped = await run(first.id)
    expect([stopped.status, stopped.completed_at]).toEqual(["cancelled", new Date(start + 200).toISOString()])
    const second = await execute({ note: "[fast]" })
    expect(parsed(await cancel(second.id)).status).toBe("completed")
    expect((await cancel("run_none")).status).toBe(404)
    const third = await execute()
    await api.ok("DELETE", `/api/v2/workflows/${id}`)
    await emulator.advance(10_000)
    expect((await run(third.id)).status).toBe("cancelled")
  })

  it("belongs to its workflow", async () => {
    const { api, execute, id } = await flow()
    const { data } = await api.ok("POST", "/api/v2/workflows", { name: "Other" })
    const { id: run } = await execute()
    expect((await api.send("GET", `/api/v2/workflows/${data.id}/runs/${run}`)).status).toBe(404)
    expect((await api.send("GET", `/api/v2/workflows/${id}/runs/none`)).status).toBe(404)
    expect((await api.send("POST", "/api/v2/workflows/wf_none/execute", {})).status).toBe(404)
  })

  it("is listed with its siblings, newest first, in pages", async () => {
    const { api, execute, id } = await flow()
    const ids: Array<string> = []
    for (let turn = 0; turn < 5; turn++) ids.unshift((await execute({ turn })).id)
    const page = async (query: string): Promise<ReadonlyArray<string>> =>
      (await api.ok("GET", `/api/v2/workflows/${id}/runs${query}`)).data.map((run: Json) => run.id)
    expect(await page("")).toEqual(ids)
    expect([await page("?limit=2"), await page("?limit=2&offset=2"), await page("?limit=2&offset=4")]).toEqual([
      ids.slice(0, 2),
      ids.slice(2, 4),
      ids.slice(4)
    ])
  })

  it("takes the emulator's pace, and survives a repeated request with its key", async () => {
    const emulator = await started({ clock: "manual", pace: 0 })
    const api = lvng(emulator)
    const { data } = await api.ok("POST", "/api/v2/workflows", { name: "F" })
    const path = `/api/v2/workflows/${data.id}/execute`
    const first = await api.ok("POST", path, {}, { "idempotency-key": "k" })
    expect(first.data.status).toBe("completed")
    expect(await api.ok("POST", path, {}, { "idempotency-key": "k" })).toEqual(first)
    expect((await api.ok("GET", `/api/v2/workflows/${data.id}/runs`)).data).toHaveLength(1)
  })
})

describe("workflows", () => {
  it("are made, read, changed, listed and deleted", async () => {
    const { api, id } = await flow()
    const at = `/api/v2/workflows/${id}`
    expect(id).toMatch(/^wf_[0-9a-f]{24}$/)
    const changed = await api.ok("PATCH", at, { description: "weekly", id: "other" })
    expect(changed.data).toMatchObject({ id, name: "Report", description: "weekly" })
    expect((await api.ok("GET", at)).data).toEqual(changed.data)
    const schedule = await api.ok("POST", `${at}/schedule`, { cron: "0 9 * * 1" })
    expect(schedule.data).toEqual({ workflow_id: id, schedule: { cron: "0 9 * * 1" } })
    await api.ok("DELETE", at)
    expect((await api.send("GET", at)).status).toBe(404)
    expect((await api.send("DELETE", at)).status).toBe(404)
  })

  it("are listed under both names that documented programs read", async () => {
    const { api, id } = await flow()
    const list = await api.ok("GET", "/api/v2/workflows")
    assert.deepStrictEqual([list.data[0].id, list.workflows[0].id], [id, id])
  })

  it("are parsed from either spelling of the request, answered in both, and not stored", async () => {
    const emulator = await started()
    const api = lvng(emulator, session())
    const instruction = "Every Monday collect the open tickets, then summarize them and send the summary to Ann."
    const reference = await api.ok("POST", "/api/v2/workflows/parse", { instruction })
    expect(reference.workflow).toMatchObject({
      type: "generated",
      description: instruction,
      trigger: { type: "schedule" }
    })
    expect(reference.workflow.steps.map(({ name }: Json) => name)).toEqual([
      "Every Monday collect the open tickets",
      "Summarize them",
      "Send the summary to Ann"
    ])
    const other = await api.ok("POST", "/api/v2/workflows/parse", { description: instruction })
    assert.deepStrictEqual(other, { success: true, workflow: reference.workflow, data: reference.workflow })
    expect((await api.send("POST", "/api/v2/workflows/parse", { instruction: "abc" })).status).toBe(400)
    expect((await api.ok("GET", "/api/v2/workflows")).data).toEqual([])
    const made = await api.ok("POST", "/api/v2/workflows", reference.workflow)
    expect(made.data.steps).toHaveLength(3)
  })
})
