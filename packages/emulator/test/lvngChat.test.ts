import { type IncomingMessage, request } from "node:http"
import { describe, expect, it } from "vitest"
import { fromHeader, fromMessage } from "../src/platforms/lvng/ChatScript.js"
import type { RunningEmulator } from "../src/promise.js"
import { lvng, session, start } from "./lvngSupport.js"
import { type Answer, type Json, ok, parsed, type Send, send, started, until } from "./support.js"

const credential = { authorization: `Bearer ${session()}` }

const stream = (emulator: RunningEmulator, message: string, script?: string, options: Send = {}): Promise<Answer> =>
  send(`${emulator.urls.lvng}/api/v2/chat/stream`, {
    ...options,
    method: "POST",
    body: { message },
    headers: { ...credential, ...(script === undefined ? {} : { "x-emulator-chat": script }) }
  })

interface Event {
  readonly event: string
  readonly data: string
}

/** Events by the rules of the HTML standard, read here so that nothing of ours is tested with itself. */
const eventsOf = (text: string): ReadonlyArray<Event> => {
  const events: Array<Event> = []
  let event = "message"
  let data: Array<string> = []
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)) {
    if (line === "") {
      if (data.length > 0) events.push({ event, data: data.join("\n") })
      event = "message"
      data = []
    }
    const [, name, value = ""] = /^([^:]+):? ?([\s\S]*)$/.exec(line) ?? []
    if (name === "event") event = value
    if (name === "data") data.push(value)
  }
  return events
}

const namesOf = (text: string): ReadonlyArray<string> => eventsOf(text).map(({ event }) => event)

const textOf = (text: string): string =>
  eventsOf(text)
    .filter(({ event }) => event === "text_delta")
    .map(({ data }) => JSON.parse(data).delta)
    .join("")

/** A stream that is read as the test says. */
const open = (emulator: RunningEmulator, message: string, script: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      `${emulator.urls.lvng}/api/v2/chat/stream`,
      { method: "POST", agent: false, headers: { ...credential, "x-emulator-chat": script } },
      resolve
    )
    outgoing.on("error", reject)
    outgoing.end(JSON.stringify({ message }))
  })

const counts = (emulator: RunningEmulator): Promise<Json> => ok(`${emulator.url}/__emulator/lvng/streams`)

describe("a reply", () => {
  it("is the same at once, as a stream, and on the deprecated path", async () => {
    const emulator = await started({ pace: 0 })
    const api = lvng(emulator)
    for (const message of [
      "hello",
      "  two  spaces ",
      "línea\nwith 👍 and \u2028",
      "[tokens=7]",
      "[tools] look it up"
    ]) {
      const { reply } = await api.ok("POST", "/api/v2/chat", { message })
      const streamed = await stream(emulator, message)
      expect(streamed.headers["content-type"]).toBe("text/event-stream; charset=utf-8")
      expect(textOf(streamed.text)).toBe(reply)
      expect(namesOf(streamed.text).at(-1)).toBe("done")
      expect((await api.ok("POST", "/api/v1/chat", { message })).reply).toBe(reply)
    }
    expect((await api.ok("POST", "/api/v2/chat", { message: "hello" })).reply).toBe("You said: hello")
    expect((await api.send("POST", "/api/v2/chat/stream", { message: "" })).status).toBe(400)
  })

  it("uses tools on the way when it is told to", async () => {
    const emulator = await started({ pace: 0 })
    const { text } = await stream(emulator, "a b c d [tools=2]")
    const names = namesOf(text)
    expect(names.filter((name) => name === "tool_use")).toHaveLength(2)
    expect(names.indexOf("tool_use")).toBeGreaterThan(0)
    const tool = eventsOf(text).find(({ event }) => event === "tool_use")
    expect(JSON.parse(String(tool?.data))).toMatchObject({
      id: "tool_1",
      name: "knowledge_search",
      status: "completed"
    })
    const plain = await lvng(emulator).ok("POST", "/api/v2/chat", { message: "[tools]" })
    expect(plain.tool_uses).toHaveLength(1)
  })

  it("comes at the pace of the clock, delta by delta", async () => {
    const emulator = await started({ clock: "manual", now: start, pace: 2 })
    const answer = await open(emulator, "x", "tokens=3; delay=50")
    let text = ""
    answer.setEncoding("utf8").on("data", (part: string) => {
      text += part
    })
    for (let turn = 0; turn < 3; turn++) {
      await until(() => emulator.waiting() === 1, "the next delta waits")
      expect(namesOf(text)).toHaveLength(turn)
      await emulator.advance(99)
      expect(namesOf(text)).toHaveLength(turn)
      await emulator.advance(1)
      await until(() => namesOf(text).length > turn, "the delta arrives")
    }
    await until(() => answer.complete, "the stream ends")
    expect(namesOf(text)).toEqual(["text_delta", "text_delta", "text_delta", "done"])
  })

  it("carries comments while it is slow", async () => {
    const emulator = await started({ clock: "manual" })
    const answer = await open(emulator, "x", "tokens=1; delay=1000; heartbeat=300")
    let text = ""
    answer.setEncoding("utf8").on("data", (part: string) => {
      text += part
    })
    await until(() => emulator.waiting() === 1, "the delta waits")
    await emulator.advance(999)
    await until(() => text.split(": keep-alive\n\n").length === 5, "the comments arrive")
    expect(namesOf(text)).toEqual([])
    await emulator.advance(1)
    await until(() => answer.complete, "the stream ends")
    expect(namesOf(text)).toEqual(["text_delta", "done"])
  })

  it("knows events nobody documented, and every way to write an event", async () => {
    const emulator = await started({ pace: 0 })
    expect(namesOf((await stream(emulator, "a [unknown-event]")).text)[0]).toBe("thinking")
    const plain = (await stream(emulator, "one two")).text
    for (const script of ["lines=crlf", "lines=cr", "bom", "ids", "multiline", "lines=crlf; bom; ids; multiline"]) {
      const { text } = await stream(emulator, "one two", script)
      expect(text, script).not.toBe(plain)
      expect(namesOf(text), script).toEqual(namesOf(plain))
      expect(textOf(text), script).toBe("You said: one two")
    }
    expect((await stream(emulator, "x", "lines=crlf")).text).not.toMatch(/[^\r]\n/)
    expect((await stream(emulator, "x", "bom")).bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect((await stream(emulator, "x", "ids")).text).toMatch(/^retry: 3000\nid: 1\nevent: text_delta\n/)
  })

  it("is what a header, a rule or the message says, in that order", async () => {
    const emulator = await started({ pace: 0 })
    const rules = `${emulator.url}/__emulator/lvng/chats`
    await ok(rules, { method: "POST", body: { match: "weather", times: 1, script: { text: "Sunny." } } })
    expect((await ok(rules)).scripts).toHaveLength(1)
    expect(textOf((await stream(emulator, "news")).text)).toBe("You said: news")
    expect(textOf((await stream(emulator, "weather", '{"text": "Header."}')).text)).toBe("Header.")
    expect(textOf((await stream(emulator, "weather [text=Message.]")).text)).toBe("Sunny.")
    expect(textOf((await stream(emulator, "weather [text=Message.]")).text)).toBe("Message.")
    await ok(rules, { method: "POST", body: { script: { tokens: 2 } } })
    expect(textOf((await stream(emulator, "any")).text)).toBe("token0 token1")
    await send(rules, { method: "DELETE" })
    expect(textOf((await stream(emulator, "any")).text)).toBe("You said: any")
    expect((await send(rules, { method: "POST", body: { script: { tokens: -1 } } })).status).toBe(400)
  })

  it("is refused when its script is not one", async () => {
    const emulator = await started()
    for (const script of ["tokens=many", "fault=unheard-of", "colour=red", "{", '{"split": 0}', "lines=lfcr"]) {
      const answer = await stream(emulator, "x", script)
      expect([answer.status, parsed(answer).error.code], script).toEqual([400, "BAD_EMULATOR_SCRIPT"])
    }
  })
})

describe("faults of a stream", () => {
  it("cut it before done: a proper end, or a broken connection", async () => {
    const emulator = await started({ pace: 0 })
    const cut = await stream(emulator, "x", "tokens=10; cut; at=3")
    expect([cut.complete, namesOf(cut.text)]).toEqual([true, Array(3).fill("text_delta")])
    const reset = await stream(emulator, "x", "tokens=10; reset; at=3")
    expect([reset.complete, namesOf(reset.text)]).toEqual([false, Array(3).fill("text_delta")])
    const half = await stream(emulator, "[tokens=10] [cut]")
    expect(namesOf(half.text)).toHaveLength(5)
    const late = await stream(emulator, "x", "tokens=2; cut; at=99")
    expect(namesOf(late.text)).toHaveLength(2)
  })

  it("split it at odd bytes, within characters, and lose none", async () => {
    const emulator = await started({ pace: 0 })
    const message = "añ👍 é"
    const whole = await stream(emulator, message)
    for (const size of [1, 3, 7]) {
      const answer = await stream(emulator, message, `split=${size}`)
      expect(answer.text, String(size)).toBe(whole.text)
      expect(Math.max(...answer.chunks), String(size)).toBe(size)
    }
    const fetched = await fetch(`${emulator.urls.lvng}/api/v2/chat/stream`, {
      method: "POST",
      headers: { ...credential, "content-type": "application/json", "x-emulator-chat": "split=1" },
      body: JSON.stringify({ message })
    })
    expect(await fetched.text()).toBe(whole.text)
  })

  it("put garbage into it, and go on", async () => {
    const emulator = await started({ pace: 0 })
    const { complete, text } = await stream(emulator, "x", "tokens=4; garbage; at=2")
    expect(complete).toBe(true)
    const events = eventsOf(text)
    expect(events).toHaveLength(6)
    expect(() => JSON.parse(String(events[2]?.data))).toThrow()
    expect(text).toContain("\nthis line is no field\n")
    expect(events.at(-1)?.event).toBe("done")
  })

  it("stall it: heartbeats and nothing else, until the client leaves", async () => {
    const emulator = await started({ pace: 0 })
    const answer = await open(emulator, "x", "tokens=4; stall; at=1; heartbeat=5")
    let text = ""
    answer.setEncoding("utf8").on("data", (part: string) => {
      text += part
    })
    answer.on("error", () => undefined)
    await until(() => text.split(": keep-alive").length > 5, "heartbeats arrive")
    expect(namesOf(text)).toEqual(["text_delta"])
    answer.destroy()
    await until(async () => (await counts(emulator)).ended === 1, "the work stops")
    expect(await counts(emulator)).toEqual({ started: 1, ended: 1, abandoned: 1, deltas: 1 })
  })

  it("end it with an event, or refuse it before the first byte", async () => {
    const emulator = await started({ pace: 0 })
    const first = await stream(emulator, "x", "tokens=4; error; at=0")
    expect(namesOf(first.text)).toEqual(["error"])
    expect(JSON.parse(String(eventsOf(first.text)[0]?.data))).toMatchObject({ code: "INTEGRATION_ERROR" })
    expect(namesOf((await stream(emulator, "x", "tokens=4; error")).text)).toEqual([
      "text_delta",
      "text_delta",
      "error"
    ])
    const rejected = await stream(emulator, "x [unavailable]")
    expect([rejected.status, parsed(rejected)]).toEqual([
      503,
      { error: "Service Unavailable", message: "The service is unavailable" }
    ])
    const sequence = { ...credential, "x-emulator-fault": "status=503,200" }
    const url = `${emulator.urls.lvng}/api/v2/chat/stream`
    const twice = () => send(url, { method: "POST", body: { message: "x" }, headers: sequence })
    expect([(await twice()).status, (await twice()).status]).toEqual([503, 200])
  })
})

describe("many streams", () => {
  it("of a thousand at once lose no delta, and leave no socket", async () => {
    const emulator = await started({ pace: 0 })
    const answers = await Promise.all(Array.from({ length: 1000 }, () => stream(emulator, "[tokens=50]")))
    for (const answer of answers) {
      expect(answer.complete).toBe(true)
      const names = namesOf(answer.text)
      expect([names.length, names.at(-1)]).toEqual([51, "done"])
    }
    expect(await counts(emulator)).toEqual({ started: 1000, ended: 1000, abandoned: 0, deltas: 50_000 })
    await until(() => emulator.sockets() === 0, "all sockets close")
  }, 60_000)

  it("of a thousand that take their time are served side by side", async () => {
    const emulator = await started()
    const answers = await Promise.all(Array.from({ length: 1000 }, () => stream(emulator, "x", "tokens=20; delay=5")))
    expect(answers.every(({ text }) => namesOf(text).length === 21 && text.endsWith("event: done\ndata: {}\n\n"))).toBe(
      true
    )
    await until(() => emulator.sockets() === 0, "all sockets close")
  }, 60_000)

  it("that are one long one bring 50 000 deltas", async () => {
    const emulator = await started({ pace: 0 })
    const { text } = await stream(emulator, "[tokens=50000]")
    const all = eventsOf(text)
    expect([all.length, all.at(-1)?.event]).toEqual([50_001, "done"])
    expect(JSON.parse(String(all[49_999]?.data))).toEqual({ delta: " token49999" })
  })

  it("that nobody reads do not pile up in memory", async () => {
    const emulator = await started({ pace: 0 })
    const tokens = 600_000
    const unread = await open(emulator, "x", `tokens=${tokens}`)
    unread.on("error", () => undefined)
    const read = await open(emulator, "x", `tokens=${tokens}`)
    let bytes = 0
    for await (const part of read) bytes += part.length
    expect(bytes).toBeGreaterThan(tokens * 40)
    expect(await counts(emulator)).toMatchObject({ started: 2, ended: 1, deltas: tokens })
    unread.destroy()
    await until(async () => (await counts(emulator)).ended === 2, "the unread one ends")
    const { abandoned, deltas } = await counts(emulator)
    expect(abandoned).toBe(1)
    expect(deltas - tokens).toBeLessThan(tokens / 2)
  }, 60_000)

  it("that are left stop their work at once", async () => {
    const emulator = await started({ clock: "manual" })
    const streams = await Promise.all(Array.from({ length: 50 }, () => open(emulator, "x", "tokens=1000; delay=1000")))
    for (const one of streams) one.on("error", () => undefined)
    await until(() => emulator.waiting() === 50, "all of them wait")
    for (const one of streams) one.destroy()
    await until(() => emulator.waiting() === 0 && emulator.sockets() === 0, "nothing is left")
    await until(async () => (await counts(emulator)).ended === 50, "all have ended")
    expect(await counts(emulator)).toEqual({ started: 50, ended: 50, abandoned: 50, deltas: 0 })
  })

  it("that are under way end when the emulator stops", async () => {
    const emulator = await started({ clock: "manual", grace: 5000 })
    const one = await open(emulator, "x", "tokens=1000; delay=1000")
    const ended = new Promise((resolve) => one.on("close", resolve))
    one.on("error", () => undefined).resume()
    await until(() => emulator.waiting() === 1, "it waits")
    await emulator.stop()
    await ended
    expect(emulator.sockets()).toBe(0)
  })
})

describe("scripts of streams", () => {
  it("read the same from a header in either form", () => {
    const script = { tokens: 5, tools: 1, fault: "cut", at: 3, "unknown-event": true, lines: "crlf", delay: 0.5 }
    const compact = "tokens=5; tools; cut; at=3; unknown-event; lines=crlf; delay=0.5"
    expect([fromHeader(compact), fromHeader(JSON.stringify(script))]).toEqual([script, script])
    expect(fromHeader("")).toEqual({})
  })

  it("take what they know from a message and leave the rest", () => {
    expect(fromMessage("see [1] and [tokens=x] [at=2] [slow] [unheard-of] [cut]")).toEqual({
      at: 2,
      delay: 500,
      fault: "cut"
    })
  })
})
