import { describe, expect, it } from "vitest"
import type { FaultRule } from "../src/Faults.js"
import type { RunningEmulator } from "../src/promise.js"
import { ok, parsed, type Send, send, started, until } from "./support.js"

const withFault = (fault: string | FaultRule, options: Send = {}): Send => ({
  ...options,
  headers: { ...options.headers, "x-emulator-fault": typeof fault === "string" ? fault : JSON.stringify(fault) }
})

const tenant = (emulator: RunningEmulator, fault: string | FaultRule, options: Send = {}) =>
  send(`${emulator.urls.lumnis}/v1/tenant`, withFault(fault, options))

const prospects = [{ external_id: "p-1", name: "Ada" }]
const draftStream = (emulator: RunningEmulator, fault: string) =>
  send(
    `${emulator.urls.lumnis}/v1/messaging/drafts/batch/stream?user_id=u`,
    withFault(fault, { method: "POST", body: { prospects, project_id: "p", channel: "gmail" } })
  )

describe("a fault of one request", () => {
  it("answers a sequence of statuses to the same request, then starts anew", async () => {
    const emulator = await started()
    const statuses: Array<number> = []
    for (let turn = 0; turn < 6; turn++) statuses.push((await tenant(emulator, "status=503,503,200")).status)
    expect(statuses).toEqual([503, 503, 200, 503, 503, 200])
    const body = parsed(await tenant(emulator, "status=503"))
    expect(body["error"]).toMatchObject({ code: "UNAVAILABLE" })
  })

  it("has no effect when it answers an error", async () => {
    const emulator = await started()
    const url = `${emulator.urls.lumnis}/v1/users`
    await send(url, withFault("status=500", { method: "POST", body: { email: "a@example.com" } }))
    expect((await ok(url)).pagination.total).toBe(0)
  })

  it("gives Retry-After in seconds, in milliseconds and as a date", async () => {
    const emulator = await started({ clock: "manual" })
    const header = async (fault: string) => (await tenant(emulator, fault)).headers
    expect((await header("status=429; retry-after=2"))["retry-after"]).toBe("2")
    expect((await header("status=429; retry-after-ms=1500"))["retry-after-ms"]).toBe("1500")
    expect((await header("status=429; retry-after-date=3"))["retry-after"]).toBe("Wed, 01 Jan 2025 00:00:03 GMT")
  })

  it("waits on the emulator's clock", async () => {
    const emulator = await started({ clock: "manual" })
    let status: number | undefined
    const slow = tenant(emulator, "latency=5000", { onHeaders: (code) => (status = code) })
    await until(() => emulator.waiting() === 1, "the request waits")
    await emulator.advance(4999)
    await ok(`${emulator.urls.lumnis}/v1/tenant`)
    expect(status).toBeUndefined()
    await emulator.advance(1)
    expect((await slow).status).toBe(200)
  })

  it("resets before the request takes effect, after it did, and within the body", async () => {
    const emulator = await started()
    const url = `${emulator.urls.lumnis}/v1/users`
    const create = (email: string, fault: string) => send(url, withFault(fault, { method: "POST", body: { email } }))
    await expect(create("before@example.com", "reset")).rejects.toThrow(/ECONNRESET|socket hang up/)
    await expect(create("after@example.com", "reset=response")).rejects.toThrow(/ECONNRESET|socket hang up/)
    expect((await ok(url)).users.map(({ email }: { email: string }) => email)).toEqual(["after@example.com"])
    const cut = await tenant(emulator, "reset=20")
    expect([cut.status, cut.bytes.length, cut.complete]).toEqual([200, 20, false])
    expect(Number(cut.headers["content-length"])).toBeGreaterThan(20)
  })

  it.each([
    ["stall", undefined],
    ["stall=20", 200]
  ] as const)("falls silent with %s and keeps the socket", async (fault, status) => {
    const emulator = await started()
    const controller = new AbortController()
    let seen: number | undefined
    const answer = tenant(emulator, fault, { signal: controller.signal, onHeaders: (code) => (seen = code) })
    const outcome = answer.catch(() => "rejected")
    await until(() => emulator.requests().length === 1 && (status === undefined || seen === status), "it is under way")
    expect(await Promise.race([outcome, ok(`${emulator.urls.lumnis}/v1/tenant`).then(() => "silent")])).toBe("silent")
    expect(seen).toBe(status)
    controller.abort()
    await outcome
    await until(() => emulator.sockets() === 0, "the stalled socket closes with its client")
  })

  it("drips and splits the body without changing it", async () => {
    const emulator = await started()
    const whole = (await send(`${emulator.urls.lumnis}/v1/tenant`)).text
    for (const fault of ["drip=40/1", "split=7"]) {
      const answer = await tenant(emulator, fault)
      expect(answer.text).toBe(whole)
      expect(answer.chunks.length).toBeGreaterThan(3)
    }
  })

  it("cuts JSON short under a good length", async () => {
    const emulator = await started()
    const answer = await tenant(emulator, "truncate=25")
    expect([answer.complete, answer.text.length, answer.headers["content-length"]]).toEqual([true, 25, "25"])
    expect(() => parsed(answer)).toThrow(SyntaxError)
  })

  it("ends an event stream before its terminal event, and cuts it anywhere", async () => {
    const emulator = await started({ pace: 0 })
    const whole = await draftStream(emulator, "")
    expect(whole.text).toContain('"complete"')
    const cut = await draftStream(emulator, "truncate=60")
    expect([cut.complete, cut.bytes.length]).toEqual([true, 60])
    const split = await draftStream(emulator, "split=5")
    expect(split.text.replaceAll(/"(job_id|created_at|id)":"[^"]+"/g, "")).toBe(
      whole.text.replaceAll(/"(job_id|created_at|id)":"[^"]+"/g, "")
    )
    expect(split.chunks.length).toBeGreaterThan(20)
    const reset = await draftStream(emulator, "reset=60")
    expect([reset.complete, reset.bytes.length]).toEqual([false, 60])
  })

  it("answers garbage and wrong content types", async () => {
    const emulator = await started()
    const garbage = await tenant(emulator, "garbage")
    expect([garbage.status, garbage.headers["content-type"]]).toEqual([200, "application/json"])
    expect(() => parsed(garbage)).toThrow(SyntaxError)
    expect((await tenant(emulator, "content-type=text/html")).headers["content-type"]).toBe("text/html")
    const html = await tenant(emulator, { status: 502, body: "<html>Bad gateway</html>", contentType: "text/html" })
    expect([html.status, html.text, html.headers["content-type"]]).toEqual([
      502,
      "<html>Bad gateway</html>",
      "text/html"
    ])
    const list = await tenant(emulator, { status: 400, body: [1, 2] })
    expect(parsed(list)).toEqual([1, 2])
  })

  it("mutates good answers: unknown members, unknown fields, replaced and removed values", async () => {
    const emulator = await started({ pace: 0 })
    const base = `${emulator.urls.lumnis}/v1/responses`
    const body = { messages: [{ role: "user", content: "x" }] }
    const { response_id } = await ok(base, { method: "POST", body })
    const read = (fault: string | FaultRule) => ok(`${base}/${response_id}`, withFault(fault))
    expect((await read("unknown-enum")).status).toBe("emulator_unknown")
    expect((await read("unknown-enum=progress.0.state")).progress[0].state).toBe("emulator_unknown")
    expect((await ok(base, withFault("unknown-enum"))).responses[0].status).toBe("emulator_unknown")
    expect((await read("unknown-field")).emulator_unknown).toEqual({ nested: [1, "two", null] })
    const changed = await read({
      set: { "progress.0.message": "set", new: { a: 1 } },
      remove: ["thread_id", "progress.1"]
    })
    expect(changed).toMatchObject({ progress: [{ message: "set" }, {}, {}, {}], new: { a: 1 } })
    expect(changed.progress).toHaveLength(4)
    expect("thread_id" in changed).toBe(false)
  })

  it("redirects within the origin once, and to a second origin that records what it is sent", async () => {
    const emulator = await started()
    const same = await tenant(emulator, "redirect=same")
    expect([same.status, same.headers.location?.startsWith("/lumnis/v1/tenant")]).toEqual([307, true])
    expect((await send(emulator.url + same.headers.location, withFault("redirect=same"))).status).toBe(200)
    const other = await tenant(emulator, "redirect=other; redirect-status=302")
    expect(other.status).toBe(302)
    const location = other.headers.location ?? ""
    expect(new URL(location).origin).not.toBe(emulator.url)
    await send(location, { headers: { authorization: "" } })
    expect(emulator.requests().at(-1)).toMatchObject({ origin: "second", path: "/v1/tenant", status: 401, query: {} })
    expect((await tenant(emulator, "redirect=http://localhost:9/x")).headers.location).toBe("http://localhost:9/x")
  })

  it("is refused with a reason when it is not a fault", async () => {
    const emulator = await started()
    for (const [fault, reason] of [
      ["explode", "explode: unknown fault"],
      ["status=abc", "status: abc is not a number"],
      ['{"status":', "not JSON"],
      ['{"stauts":503}', "unknown field stauts"],
      ["retry-after=soon", "retryAfter must be"]
    ] as const) {
      const answer = await tenant(emulator, fault)
      expect([answer.status, answer.text.includes(reason)], answer.text).toEqual([400, true])
    }
  })
})

describe("fault rules", () => {
  it("match by operation, method, template and pattern, and are used up", async () => {
    const emulator = await started()
    const status = async (path: string, method = "GET") => (await send(emulator.urls.lumnis + path, { method })).status
    emulator.fault({ match: { operation: "getCurrentTenant" }, sequence: [500, "pass", 429] })
    const seen = []
    for (let turn = 0; turn < 4; turn++) seen.push(await status("/v1/tenant"))
    expect(seen).toEqual([500, 200, 429, 200])
    emulator.fault({ match: { path: "/v1/users/{user_identifier}", method: "get" }, status: 503, times: 1 })
    expect(await status("/v1/users")).toBe(200)
    expect([await status("/v1/users/x"), await status("/v1/users/x")]).toEqual([503, 404])
    const id = emulator.fault({ match: { platform: "lumnis", path: "/v1/ten*" }, status: 500, skip: 1 })
    expect([await status("/v1/tenant"), await status("/v1/tenant"), await status("/v1/users")]).toEqual([200, 500, 200])
    expect(emulator.clearFaults(id)).toBe(true)
    expect(await status("/v1/tenant")).toBe(200)
  })

  it("come and go through the admin route", async () => {
    const emulator = await started()
    const admin = `${emulator.url}/__emulator/faults`
    const added = await ok(admin, { method: "POST", body: [{ status: [503, 503] }, { id: "mine", latency: 1 }] })
    expect(added.ids).toHaveLength(2)
    expect((await ok(admin)).faults[0]).toMatchObject({ id: "mine", used: 0 })
    expect((await send(`${admin}/mine`, { method: "DELETE" })).status).toBe(204)
    expect((await send(`${admin}/mine`, { method: "DELETE" })).status).toBe(404)
    expect((await send(`${emulator.urls.lumnis}/v1/tenant`)).status).toBe(503)
    expect((await send(admin, { method: "DELETE" })).status).toBe(204)
    expect((await send(`${emulator.urls.lumnis}/v1/tenant`)).status).toBe(200)
    expect((await send(admin, { method: "POST", body: { probability: 2 } })).text).toContain("probability must be")
  })

  it("draw probabilities from the seed", async () => {
    const draw = async (seed: string): Promise<string> => {
      const emulator = await started({ seed })
      emulator.fault({ status: 503, probability: 0.5 })
      let text = ""
      for (let turn = 0; turn < 24; turn++)
        text += (await send(`${emulator.urls.lumnis}/v1/tenant`)).status === 503 ? "x" : "."
      return text
    }
    const first = await draw("a")
    expect(await draw("a")).toBe(first)
    expect(await draw("b")).not.toBe(first)
    expect(first).toMatch(/x/)
    expect(first).toMatch(/\./)
  })

  it("refuse what is not a rule", async () => {
    const emulator = await started()
    expect(() => emulator.fault({ status: 42 })).toThrow(/Invalid fault rule: status must be/)
  })
})
