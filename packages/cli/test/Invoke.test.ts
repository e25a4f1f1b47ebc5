import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, afterEach, assert, beforeAll, describe, expect, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
})
afterAll(() => emulator.stop())
afterEach(() => emulator.reset())

const env = () => TestIo.lumnisAt(emulator.urls.lumnis)

const user = async (): Promise<void> => {
  const result = await TestIo.run({ env: env() }, "lumnis", "users", "create", "--email", "ada@example.com")
  expect(result.code).toBe(0)
}

const invoke = (setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
  TestIo.run({ ...setup, env: { ...env(), ...setup.env } }, "lumnis", "invoke", ...argv)

const created = () => emulator.requests().find(({ operation }) => operation === "createResponse")

describe("lumnis invoke", () => {
  it("prints the answer and nothing else", async () => {
    await user()
    const result = await invoke({}, "Write a haiku", "--user", "ada@example.com")
    expect(result).toMatchObject({ code: 0, stderr: "" })
    expect(result.stdout).toContain("Write a haiku")
    expect(created()?.body).toMatchObject({
      value: { messages: [{ role: "user", content: "Write a haiku" }], user_id: "ada@example.com" }
    })
  })

  it("keeps progress on stderr and the answer on stdout", async () => {
    await user()
    const quiet = await invoke({}, "Write a haiku", "--user", "ada@example.com")
    emulator.reset()
    await user()
    const result = await invoke({}, "Write a haiku", "--user", "ada@example.com", "--stream", "--progress")
    expect(result.code).toBe(0)
    expect(result.stdout).toBe(quiet.stdout)
    const lines = result.stderr.trimEnd().split("\n")
    expect(lines[0]).toMatch(/^run \S+ in thread \S+$/)
    expect(lines).toContain("PROCESSING: Agent thinking...")
    expect(lines.some((line) => line.startsWith("\t→ "))).toBe(true)
    expect(lines.at(-1)).toMatch(/^COMPLETED: /)
    expect(lines.filter((line) => line.startsWith("COMPLETED"))).toHaveLength(1)
  })

  it("with --json is the whole response, with --stream one update a line", async () => {
    await user()
    const whole = await invoke({}, "Write a haiku", "--user", "ada@example.com", "--json")
    expect(whole.stderr).toBe("")
    expect(JSON.parse(whole.stdout)).toMatchObject({ status: "succeeded", output_text: expect.any(String) })
    const streamed = await invoke({}, "Write a haiku", "--user", "ada@example.com", "--json", "--stream")
    const updates = streamed.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(updates[0]).toMatchObject({ type: "started", response_id: expect.any(String) })
    expect(updates.filter(({ type }) => type === "completed")).toHaveLength(1)
    expect(updates.at(-1)).toMatchObject({ type: "completed", response: { status: "succeeded" } })
    expect(streamed.stderr).toBe("")
  })

  it("reads the prompt from a pipe", async () => {
    await user()
    await invoke({ stdin: "from a pipe\n" }, "-", "--user", "ada@example.com")
    expect(created()?.body).toMatchObject({ value: { messages: [{ content: "from a pipe\n" }] } })
    emulator.clearRequests()
    await invoke({ stdin: "without a dash" }, "--user", "ada@example.com")
    expect(created()?.body).toMatchObject({ value: { messages: [{ content: "without a dash" }] } })
  })

  it("sends every option where it belongs", async () => {
    await user()
    const result = await invoke(
      {},
      ...["hello", "--user=ada@example.com", "--system", "Be brief", "--file", "https://example.com/a.pdf"],
      ...["--model", "smart=openai:gpt-5", "--model", "cheap_model=a:b", "--idempotency-key", "once"]
    )
    expect(result.code).toBe(0)
    expect(created()?.headers["idempotency-key"]).toBe("once")
    expect(created()?.body).toMatchObject({
      value: {
        messages: [
          { role: "system", content: "Be brief" },
          { role: "user", content: "hello" }
        ],
        files: [{ name: "a.pdf", uri: "https://example.com/a.pdf" }],
        model_overrides: { smart_model: "openai:gpt-5", cheap_model: "a:b" }
      }
    })
  })

  it("prints structured output as JSON, with a schema", async () => {
    await user()
    const cwd = TestIo.directory()
    const schema = { type: "object", properties: { title: { type: "string" } }, required: ["title"] }
    writeFileSync(join(cwd, "schema.json"), JSON.stringify(schema))
    const result = await invoke({ cwd }, "hello", "--user", "ada@example.com", "--schema", "schema.json")
    expect(result.code).toBe(0)
    expect(JSON.parse(result.stdout)).toEqual({ title: expect.any(String) })
    expect(created()?.body).toMatchObject({ value: { response_format: schema } })
  })

  it("a failed run is exit 1 with its reason, and with --json the response is still on stdout", async () => {
    await user()
    emulator.script({ script: { steps: [{ status: "failed", error: { message: "out of budget" } }] } })
    const text = await invoke({}, "hello", "--user", "ada@example.com")
    expect(text).toMatchObject({ code: 1, stdout: "" })
    expect(text.stderr).toContain("out of budget")
    const json = await invoke({}, "hello", "--user", "ada@example.com", "--json")
    expect(json.code).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ status: "failed" })
    expect(JSON.parse(json.stderr).error).toMatchObject({ type: "RunFailedError", exit_code: 1 })
  })

  it("what cannot be sent is refused before anything is", async () => {
    const cwd = TestIo.directory()
    writeFileSync(join(cwd, "bad.json"), '{"a":\n  oops}')
    const wrong: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
      [["hi", "--user", "a", "--schema", "bad.json"], "--schema bad.json is not JSON: line 2, column 3"],
      [["hi", "--user", "a", "--model", "smart"], "not TYPE=PROVIDER:MODEL"],
      [["hi", "--user", "a", "--model", "smrt=a:b"], "did you mean smart?"],
      [["hi", "--user", "a", "--schema", "none.json"], "cannot read none.json: no such file"],
      [["hi", "--user", "a", "--deadline", "soon"], "not a duration"],
      [["hi", "--user", "a", "--scope", "tennant"], "none of user, tenant"],
      [["", "--user", "a"], "the prompt is empty"],
      [["hi", "--user", "a", "--file", "report.pdf"], "is a local file"],
      [["hi"], "user scope requires a user"]
    ]
    for (const [argv, message] of wrong) {
      const result = await invoke({ cwd }, ...argv)
      expect(result, argv.join(" ")).toMatchObject({ code: 2, stdout: "" })
      expect(result.stderr).toContain(message)
    }
    expect(emulator.requests()).toEqual([])
  })
})

describe("a run outlives the command", () => {
  const endless = { script: { steps: [{ after: 0, status: "in_progress", entry: { message: "thinking hard" } }] } }

  it("Ctrl-C exits 130 and says how to go on", async () => {
    await user()
    emulator.script({ ...endless, times: 1 })
    const io = TestIo.make({ env: env() })
    const running = TestIo.runWith(io, "lumnis", "invoke", "hi", "--user", "ada@example.com", "--stream")
    await io.said("in thread")
    io.send("SIGINT")
    const result = await running
    expect(result).toMatchObject({ code: 130, stdout: "" })
    const id = /^run (\S+) in/.exec(result.stderr)?.[1]
    expect(result.stderr).toContain(`trilum lumnis attach ${id}`)
    expect(emulator.requests().some(({ operation }) => operation === "cancelResponse")).toBe(false)
    expect(io.listening()).toBe(0)
  })

  it("with --cancel-on-interrupt the run is asked to stop", async () => {
    await user()
    emulator.script(endless)
    const io = TestIo.make({ env: env() })
    const words = ["lumnis", "invoke", "hi", "--user", "ada@example.com", "--stream", "--cancel-on-interrupt"]
    const running = TestIo.runWith(io, ...words)
    await io.said("in thread")
    io.send("SIGINT")
    const result = await running
    expect(result.code).toBe(130)
    expect(result.stderr).toContain("was asked to stop")
    expect(emulator.requests().some(({ operation }) => operation === "cancelResponse")).toBe(true)
  })

  it("a poll that fails names the run and the command that waits for it", async () => {
    await user()
    for (const [status, type] of [
      [401, "AuthenticationError"],
      [501, "ServerError"]
    ] as const) {
      emulator.fault({ match: { operation: "getResponse" }, status, times: 1 })
      const json = await invoke({}, "hi", "--user", "ada@example.com", "--json")
      const { error } = JSON.parse(json.stderr)
      assert.strictEqual(error.type, type)
      assert.isString(error.response_id)
      assert.isString(error.thread_id)
      assert.include(error.hint, `trilum lumnis attach ${error.response_id}`)
      const attached = await TestIo.run({ env: env() }, "lumnis", "attach", error.response_id)
      assert.strictEqual(attached.code, 0)
    }
    assert.lengthOf(
      emulator.requests().filter(({ operation }) => operation === "createResponse"),
      2
    )
  })

  it("a deadline exits 7 and names attach, which then brings the answer", async () => {
    await user()
    emulator.script({ ...endless, times: 1 })
    const late = await invoke({}, "hi", "--user", "ada@example.com", "--deadline", "300ms", "--json")
    expect(late).toMatchObject({ code: 7, stdout: "" })
    const { hint, response_id } = JSON.parse(late.stderr).error
    expect(hint).toContain(`trilum lumnis attach ${response_id}`)

    const done = JSON.parse((await invoke({}, "again", "--user", "ada@example.com", "--json")).stdout)
    const attached = await TestIo.run({ env: env() }, "lumnis", "attach", done.response_id)
    expect(attached).toMatchObject({ code: 0, stdout: expect.stringContaining("again") })
  })
})

describe("on a terminal", () => {
  it("a moving line is drawn on stderr and taken away, and stays away in CI", async () => {
    await user()
    emulator.script({
      script: {
        steps: [
          { after: 0, status: "in_progress", entry: { message: "working" } },
          { after: 0, status: "succeeded", output_text: "done\u001b[31m" }
        ]
      }
    })
    const tty = { stdoutTTY: true, stderrTTY: true }
    const person = await invoke(tty, "hi", "--user", "ada@example.com", "--progress")
    expect(person.code).toBe(0)
    // The answer of an agent cannot drive the terminal.
    expect(person.stdout).toBe("done[31m\n")
    expect(person.stderr.includes("\u001b[?25l")).toBe(person.stderr.includes("\u001b[?25h"))
    const machine = await invoke({ ...tty, env: { CI: "true" } }, "hi", "--user", "ada@example.com", "--progress")
    expect(machine.stderr).not.toContain("\u001b[")
  })
})
