import { createHmac } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, describe, expect, it } from "vitest"
import { lvng, session, start } from "./lvngSupport.js"
import { ok, parsed, started, until } from "./support.js"

const api = async () => lvng(await started({ clock: "manual", now: start }))

interface Received {
  readonly signature: string | undefined
  readonly body: Buffer
}

const closers: Array<() => void> = []

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A subscriber; answers with the statuses given, then 200. */
const subscriber = async (...statuses: ReadonlyArray<number>) => {
  const received: Array<Received> = []
  const server = createServer((request, response) => {
    const parts: Array<Buffer> = []
    request.on("data", (part: Buffer) => parts.push(part))
    request.on("end", () => {
      const signature = request.headers["x-lvng-signature"]
      received.push({ signature: signature?.toString(), body: Buffer.concat(parts) })
      response.writeHead(statuses[received.length - 1] ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  closers.push(() => server.close())
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

const signed = ({ body, signature }: Received, secret: string): boolean =>
  signature === createHmac("sha256", secret).update(body).digest("hex")

describe("webhooks", () => {
  it("deliver a signed test event before the answer, and log it", async () => {
    const call = await api()
    const { received, url } = await subscriber()
    const body = { url, events: ["workflow.completed"], description: "mine" }
    const { data } = await call.ok("POST", "/api/v2/developer/webhooks", body)
    expect(data).toMatchObject({ ...body, secret: expect.stringMatching(/^whsec_/) })
    const list = await call.send("GET", "/api/v2/developer/webhooks")
    expect([parsed(list).data[0].id, list.text.includes(data.secret)]).toEqual([data.id, false])
    const at = `/api/v2/developer/webhooks/${data.id}`
    const test = await call.ok("POST", `${at}/test`)
    expect(test.data).toMatchObject({ status: "delivered", status_code: 200, attempts: 1 })
    expect(received.map((one) => signed(one, data.secret))).toEqual([true])
    expect(JSON.parse(String(received[0]?.body))).toMatchObject({
      event: "workflow.completed",
      timestamp: new Date(start).toISOString(),
      data: { test: true, content_type: "text" }
    })
    expect((await call.ok("GET", `${at}/deliveries`)).data).toEqual([test.data])
    expect((await call.ok("PATCH", at, { description: "ours" })).data).toMatchObject({ description: "ours", url })
    await call.ok("DELETE", at)
    expect((await call.send("POST", `${at}/test`)).status).toBe(404)
  })

  it("deliver what happens to those who asked for it, in their own tenant", async () => {
    const emulator = await started({ clock: "manual" })
    const call = lvng(emulator, session({ organizationId: "one" }))
    const one = await subscriber()
    const other = await subscriber()
    const events = ["message.created", "agent.started", "workflow.completed", "workflow.failed", "knowledge.indexed"]
    await call.ok("POST", "/api/v2/developer/webhooks", { url: one.url, events })
    const foreign = call.as(session({ organizationId: "two" }))
    await foreign.ok("POST", "/api/v2/developer/webhooks", { url: other.url, events })
    const names = () => one.received.map(({ body }) => JSON.parse(String(body)).event)
    await call.ok("POST", "/api/v2/messages", { channel_id: "c", content: "hi" })
    await until(() => one.received.length === 1, "the message is delivered")
    expect(JSON.parse(String(one.received[0]?.body)).data).toMatchObject({
      content: "hi",
      content_type: "text",
      sender_id: expect.any(String)
    })
    const { data } = await call.ok("POST", "/api/v2/workflows", { name: "F" })
    await call.ok("POST", `/api/v2/workflows/${data.id}/execute`, {})
    await call.ok("POST", `/api/v2/workflows/${data.id}/execute`, { inputs: { note: "[fail]" } })
    expect(names()).toEqual(["message.created"])
    await emulator.advance(10_000)
    await until(() => one.received.length === 3, "both runs are delivered")
    expect(names().sort()).toEqual(["message.created", "workflow.completed", "workflow.failed"])
    const admin = `${emulator.url}/__emulator/lvng/events`
    const body = { event: "agent.started", data: { x: 1 }, tenantId: "one" }
    expect(await ok(admin, { method: "POST", body })).toEqual({ deliveries: 1 })
    await until(() => one.received.length === 4, "the event is delivered")
    expect(other.received).toEqual([])
  })

  it("are tried three times, a second apart, and say how it went", async () => {
    const emulator = await started({ clock: "manual" })
    const call = lvng(emulator)
    const { received, url } = await subscriber(500, 503)
    const { data } = await call.ok("POST", "/api/v2/developer/webhooks", { url, events: ["message.created"] })
    const log = async () => (await call.ok("GET", `/api/v2/developer/webhooks/${data.id}/deliveries`)).data
    await call.ok("POST", "/api/v2/messages", { channel_id: "c", content: "hi" })
    for (const turn of [1, 2]) {
      await until(() => received.length === turn && emulator.waiting() === 1, "the next attempt waits")
      await emulator.advance(999)
      expect(received).toHaveLength(turn)
      await emulator.advance(1)
    }
    await until(async () => (await log())[0].status === "delivered", "it is delivered")
    expect(await log()).toMatchObject([{ attempts: 3, status_code: 200 }])
    expect(new Set(received.map(({ signature }) => signature)).size).toBe(1)
  })

  it("are never sent to another machine, and fail when nobody listens", async () => {
    const call = await api()
    const outcome = async (url: string) => {
      const { data } = await call.ok("POST", "/api/v2/developer/webhooks", { url, events: ["credit.low"] })
      return (await call.ok("POST", `/api/v2/developer/webhooks/${data.id}/test`)).data
    }
    expect(await outcome("https://hooks.example.com/lvng")).toMatchObject({ status: "skipped", attempts: 0 })
    expect(await outcome("http://127.0.0.1:1/")).toMatchObject({ status: "failed", error: expect.any(String) })
    expect((await call.send("POST", "/api/v2/developer/webhooks", { url: "nowhere", events: [] })).status).toBe(400)
  })
})
