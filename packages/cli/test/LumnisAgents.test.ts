import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import { kinds } from "../src/commands/lumnis/agentKinds.js"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
})
afterAll(() => emulator.stop())
afterEach(() => emulator.reset())

const who = ["--user", "ada@example.com"]

const agents = (setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
  TestIo.run({ ...setup, env: { ...TestIo.lumnisAt(emulator.urls.lumnis), ...setup.env } }, "lumnis", "agents", ...argv)

const started = () => emulator.requests().find(({ operation }) => operation === "createResponse")

/** What an agent cannot do without. */
const needed: Readonly<Record<string, ReadonlyArray<string>>> = {
  "people-scoring": ["--set", 'candidate_profiles=[{"email":"a@b.c"}]'],
  "competitor-post-engagement": ["--set", "company=acme.com"],
  "competitor-rep-engagement": ["--set", 'competitors=["acme.com"]']
}

describe("lumnis agents", () => {
  for (const { name } of kinds) {
    it(`${name} sends what was typed and prints the result as it came`, async () => {
      const result = await agents({}, name, "CTOs in Berlin", ...(needed[name] ?? []), "--limit", "3", ...who)
      expect(result).toMatchObject({ code: 0, stderr: "" })
      expect(started()?.body).toMatchObject({
        value: {
          messages: [{ role: "user", content: "CTOs in Berlin" }],
          specialized_agent: name.replaceAll("-", "_"),
          specialized_agent_params: { limit: 3 }
        }
      })
      const whole = await agents({}, name, "CTOs in Berlin", ...(needed[name] ?? []), "--limit", "3", "--json", ...who)
      expect(JSON.parse(whole.stdout).structured_response).toEqual(JSON.parse(result.stdout))
    })
  }

  it("parameters come as an object from a file, too, and single ones win", async () => {
    const cwd = TestIo.directory()
    writeFileSync(join(cwd, "params.json"), JSON.stringify({ limit: 5, search_posts: true, brand_new: { x: 1 } }))
    const words = ["deep-people-search", "q", "--params", "@params.json", "--set", "limit=7", "--set", "x_y=text"]
    expect((await agents({ cwd }, ...words, ...who)).code).toBe(0)
    expect(started()?.body).toMatchObject({
      value: { specialized_agent_params: { limit: 7, search_posts: true, brand_new: { x: 1 }, x_y: "text" } }
    })
  })

  it("people are a table on a terminal, with what is looked for first", async () => {
    const candidate = { candidate_id: "1", name: "Grace", summary: "s", overall_score: 0.9, overall_confidence: 1 }
    emulator.script({
      script: {
        steps: [
          {
            after: 0,
            status: "succeeded",
            output_text: "found",
            structured_response: { candidates: [{ ...candidate, current_title: "CTO\u001b[31m", location: null }] }
          }
        ]
      }
    })
    const result = await agents({ stdoutTTY: true, columns: 100 }, "deep-people-search", "q", ...who)
    expect(result.code).toBe(0)
    const [head = "", row = ""] = result.stdout.replaceAll("\u001b[1m", "").replaceAll("\u001b[22m", "").split("\n")
    expect(head.trim().split(/\s+/)).toEqual(["NAME", "CURRENT_TITLE", "OVERALL_SCORE"])
    expect(row).toMatch(/^Grace {2,}CTO\[31m +0\.9$/)
  })

  it("what is wrong is refused before anything is sent", async () => {
    const wrong: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
      [["quick-people-search", "q"], "user scope requires a user"],
      [["quick-people-search", "q", "--set", "limit=101", ...who], "limit must be"],
      [["quick-people-search", "q", "--set", "limit", ...who], "not NAME=VALUE"],
      [["quick-people-search", "q", "--params", "[1]", ...who], "not a JSON object"],
      [["quick-people-search", ...who], "missing <query>"],
      [["quick-people-serch", "q", ...who], 'did you mean "quick-people-search"?'],
      [["people-scoring", "q", ...who], "candidate_profiles"],
      [["competitor-post-engagement", "q", ...who], "company"],
      [["content-intelligence", " ", ...who], "query"]
    ]
    for (const [argv, message] of wrong) {
      const result = await agents({}, ...argv)
      expect(result, argv.join(" ")).toMatchObject({ code: 2, stdout: "" })
      expect(result.stderr).toContain(message)
    }
    expect(emulator.requests()).toEqual([])
  })

  it("Ctrl-C says how to go on, and a run without a result is exit 1", async () => {
    emulator.script({
      times: 1,
      script: { steps: [{ after: 0, status: "in_progress", entry: { message: "searching" } }] }
    })
    const io = TestIo.make({ env: TestIo.lumnisAt(emulator.urls.lumnis) })
    const running = TestIo.runWith(io, "lumnis", "agents", "deep-people-search", "q", "--progress", ...who)
    await io.said("in thread")
    io.send("SIGINT")
    const result = await running
    expect(result.code).toBe(130)
    expect(result.stderr).toMatch(/trilum lumnis attach [0-9a-f-]{36}/)
    emulator.script({ script: { steps: [{ after: 0, status: "succeeded", output_text: "nobody" }] } })
    const none = await agents({}, "deep-people-search", "q", ...who)
    expect(none).toMatchObject({ code: 1, stdout: "" })
    expect(none.stderr).toContain("without a structured response")
  })
})
