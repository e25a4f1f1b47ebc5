import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
})
afterAll(() => emulator.stop())
afterEach(() => emulator.reset())

const env = () => TestIo.lvngAt(emulator.urls.lvng)

const chat = (setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
  TestIo.run({ ...setup, env: { ...env(), ...setup.env } }, "lvng", "chat", ...argv)

const bodies = () =>
  emulator
    .requests()
    .filter(({ operation }) => operation?.includes("Chat") === true)
    .map(({ body }) => (body !== undefined && "value" in body ? body.value : undefined))

const operations = () => emulator.requests().map(({ operation }) => operation)

describe("lvng chat", () => {
  it("prints the answer and nothing else", async () => {
    const result = await chat({}, "hello there")
    expect(result).toMatchObject({ code: 0, stdout: "You said: hello there\n", stderr: "" })
    expect(operations()).toEqual(["sendChat"])
  })

  it("with --json is what the server answered", async () => {
    const result = await chat({}, "hello", "--json")
    expect(result).toMatchObject({ code: 0, stderr: "" })
    expect(JSON.parse(result.stdout)).toEqual({ success: true, reply: "You said: hello" })
  })

  it("writes tokens to stdout as they arrive, and tools to stderr", async () => {
    const io = TestIo.make({ env: env() })
    const result = await TestIo.runWith(io, "lvng", "chat", "one two three [tools=2]", "--stream")
    expect(result).toMatchObject({ code: 0, stdout: "You said: one two three [tools=2]\n" })
    expect(io.written.stdout.length).toBeGreaterThan(3)
    expect(result.stderr.split("\n").slice(0, 2)).toEqual([
      expect.stringMatching(/^→ knowledge_search \{"query":"one two three/),
      expect.stringMatching(/^→ web_search /)
    ])
    expect(operations()).toEqual(["streamChat"])
  })

  it("with --stream --json is one event a line, with the names of the wire", async () => {
    const result = await chat({}, "a b [tools] [unknown-event]", "--stream", "--json")
    expect(result).toMatchObject({ code: 0, stderr: "" })
    const events = result.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(events[0]).toEqual({ event: "thinking", data: { note: expect.any(String) } })
    expect(events.at(-1)).toEqual({ event: "done", data: {} })
    expect(events.find(({ event }) => event === "tool_use")).toMatchObject({ data: { name: "knowledge_search" } })
    const text = events.filter(({ event }) => event === "text_delta").map(({ data }) => data.delta)
    expect(text.join("")).toBe("You said: a b [tools] [unknown-event]")
    const raw = await chat({}, "stream", "--message", "a b [tools] [unknown-event]")
    expect(raw.stdout).toBe(result.stdout)
  })

  it("prints the reason of an error event once, after the text before it", async () => {
    const result = await chat({}, "hello there [fault=error]", "--stream")
    expect(result.code).not.toBe(0)
    expect(result.stderr.split("The model failed.")).toHaveLength(2)
  })

  it("streams on a terminal unless told not to, and an answer cannot drive it", async () => {
    const tty = { stdoutTTY: true, stderrTTY: true, env: { CI: "true" } }
    const result = await chat(tty, "red \u001b[31m text")
    expect(result).toMatchObject({ code: 0, stdout: "You said: red [31m text\n" })
    await chat(tty, "hello", "--no-stream")
    expect(operations()).toEqual(["streamChat", "sendChat"])
  })

  it("reads the prompt from a pipe", async () => {
    await chat({ stdin: "from a pipe" }, "-")
    await chat({ stdin: "without a dash" })
    expect(bodies()).toMatchObject([{ message: "from a pipe" }, { message: "without a dash" }])
  })

  it("sends every option where it belongs", async () => {
    const channel = "0191b0de-0000-7000-8000-000000000001"
    await chat(
      {},
      ...["hello", "--agent", "agent_1", "--model", "m", "--type", "research", "--web", "--channel", channel],
      ...["--user", "u", "--context", '{"team":"x"}', "--header", "X-Note: y"]
    )
    expect(bodies()).toEqual([
      {
        message: "hello",
        personality: "agent_1",
        model: "m",
        messageType: "research",
        useFirecrawl: true,
        channelId: channel,
        userId: "u",
        context: { team: "x" }
      }
    ])
    expect(emulator.requests()[0]?.headers["x-note"]).toBe("y")
  })

  it("is told from the operations of its resource by the first word alone", async () => {
    const sent = await chat({}, "send", "--message", "as an operation", "--json")
    expect(JSON.parse(sent.stdout)).toMatchObject({ reply: "You said: as an operation" })
    expect((await chat({}, "--", "send")).stdout).toBe("You said: send\n")
    expect((await chat({}, "--model", "stream", "hi")).stdout).toBe("You said: hi\n")
    expect((await chat({}, "--json", "send", "--message", "x")).code).toBe(0)
    expect((await chat({}, "sned", "--message", "x")).code).toBe(2)
  })

  it("refuses before it sends what cannot be sent", async () => {
    const wrong: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
      [["", "--stream"], "the prompt is empty"],
      [["hi", "--channel", "general"], "not a UUID"],
      [["hi", "--type", "reserch"], "did you mean research?"],
      [["hi", "--context", "[1]"], "not a JSON object"],
      [["hi", "--context", "{"], "--context is not JSON"],
      [["hi", "there"], 'unexpected argument "there"'],
      [["hi", "--idle-timeout", "soon"], "not a duration"]
    ]
    for (const [argv, message] of wrong) {
      const result = await chat({}, ...argv)
      expect(result, argv.join(" ")).toMatchObject({ code: 2, stdout: "" })
      expect(result.stderr).toContain(message)
    }
    const nobody = await TestIo.run({ env: { LVNG_BASE_URL: emulator.urls.lvng } }, "lvng", "chat", "hi")
    expect(nobody).toMatchObject({ code: 4, stdout: "" })
    expect(emulator.requests()).toEqual([])
  })

  it("asks again under the same key when the platform is busy, unless told not to", async () => {
    for (const [operation, option] of [
      ["sendChat", "--no-stream"],
      ["streamChat", "--stream"]
    ] as const) {
      emulator.reset()
      emulator.fault({ match: { operation }, status: 503, times: 1 })
      expect(await chat({}, "hello", option)).toMatchObject({ code: 0, stdout: "You said: hello\n" })
      const keys = emulator.requests().map(({ headers }) => headers["idempotency-key"])
      expect(keys).toEqual([expect.any(String), keys[0]])
    }
    emulator.fault({ match: { operation: "sendChat" }, status: 429, times: 1 })
    expect((await chat({}, "hello", "--retries", "0")).code).toBe(6)
  })

  it("a stream that breaks keeps what came and is exit 1, one that falls silent exit 7", async () => {
    const cut = await chat({}, "a b c d [fault=cut] [at=3]", "--stream")
    expect(cut).toMatchObject({ code: 1, stdout: "You said: a\n" })
    expect(cut.stderr).toContain("error:")
    const idle = await chat({}, "a b c d [fault=stall] [at=2]", "--stream", "--idle-timeout", "200ms")
    expect(idle).toMatchObject({ code: 7, stdout: "You said:\n" })
    const reported = await chat({}, "a b [fault=error]", "--stream")
    expect(reported.stderr).toContain("The model failed.")
    expect(reported.code).toBe(1)
  })

  it("Ctrl-C closes the connection and exits 130", async () => {
    const io = TestIo.make({ env: env() })
    const running = TestIo.runWith(io, "lvng", "chat", "a b [tools] [fault=stall]", "--stream")
    await io.said("→ knowledge_search")
    io.send("SIGINT")
    const result = await running
    expect(result.code).toBe(130)
    expect(result.stdout).toMatch(/^You said:.*\n$/)
    expect(io.listening()).toBe(0)
    await vi.waitFor(() => expect(emulator.sockets()).toBe(0))
  })

  it("ends quietly when the reader of stdout leaves, and closes the connection", async () => {
    const result = await chat({ stdoutWrites: 2 }, "a b c d e f g", "--stream")
    expect(result).toMatchObject({ code: 0, stderr: "" })
  })
})

describe("a conversation", () => {
  const person = { stdinTTY: true, stdoutTTY: true, stderrTTY: true, env: { CI: "true" } }

  it("answers line after line and remembers what was said", async () => {
    const result = await chat({ ...person, lines: ["first", "", "  second  ", "/new", "third", "/exit", "never"] })
    expect(result.code).toBe(0)
    expect(result.stdout).toBe("You said: first\nYou said: second\nYou said: third\n")
    expect(bodies()).toEqual([
      { message: "first" },
      {
        message: "second",
        context: {
          history: [
            { role: "user", content: "first" },
            { role: "assistant", content: "You said: first" }
          ]
        }
      },
      { message: "third" }
    ])
  })

  it("keeps the options for all of it, and leaves the history of a channel to the platform", async () => {
    const channel = "0191b0de-0000-7000-8000-000000000001"
    await chat({ ...person, lines: ["a", "b"] }, "--channel", channel, "--agent", "x", "--no-stream")
    const same = { channelId: channel, personality: "x" }
    expect(bodies()).toEqual([
      { ...same, message: "a" },
      { ...same, message: "b" }
    ])
    expect(operations()).toEqual(["sendChat", "sendChat"])
  })

  it("ends with the end of input and with Ctrl-C at the prompt", async () => {
    expect((await chat({ ...person, lines: [] })).code).toBe(0)
    expect((await chat({ ...person, lines: [{ signal: "SIGINT" }] })).code).toBe(130)
    expect(emulator.requests()).toEqual([])
  })

  it("Ctrl-C ends the answer under way first", async () => {
    const io = TestIo.make({ ...person, env: { ...env(), CI: "true" }, lines: ["a [tools] [fault=stall]", "b"] })
    const running = TestIo.runWith(io, "lvng", "chat")
    await io.said("→ knowledge_search")
    io.send("SIGINT")
    const result = await running
    expect(result.code).toBe(0)
    expect(result.stderr).toContain("(stopped)")
    expect(result.stdout).toContain("You said: b\n")
    expect(bodies()).toMatchObject([{}, { message: "b" }])
  })

  it("remembers as much of an answer that broke off as was shown", async () => {
    const broken = await chat({ ...person, lines: ["a b [fault=cut] [at=3]", "go on"] })
    expect(broken.stdout).toContain("You said: a\n")
    const history = [
      { role: "user", content: "a b [fault=cut] [at=3]" },
      { role: "assistant", content: "You said: a" }
    ]
    expect(bodies()[1]).toEqual({ message: "go on", context: { history } })
  })

  it("goes on after a failure, but not without a key that works", async () => {
    const broken = await chat({ ...person, lines: ["a [fault=cut]", "/what", "//b"] })
    expect(broken.code).toBe(0)
    expect(broken.stderr).toContain("error:")
    expect(broken.stderr).toContain("there is no /what")
    expect(broken.stdout).toContain("You said: /b\n")
    emulator.reset()
    emulator.fault({ match: { operation: "streamChat" }, status: 401 })
    const rejected = await chat({ ...person, lines: ["a", "b"] })
    expect(rejected.code).toBe(4)
    expect(bodies()).toHaveLength(1)
  })
})
