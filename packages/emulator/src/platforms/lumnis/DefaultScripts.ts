/**
 * The default run, which keywords in the prompt change.
 *
 * | keyword | effect |
 * |---|---|
 * | `[fail]` | ends `failed` with an error object |
 * | `[retry]` | a failed progress entry in the middle, then success |
 * | `[cancelled]` | the server cancels the run |
 * | `[hang]` | never ends |
 * | `[fast]` | ends at once |
 * | `[slow]` | ten times slower |
 * | `[tools]` | twelve tool calls that arrive one by one on one entry |
 * | `[artifact]` | comes with an artifact |
 * | `[long]` | an answer of about 100 kB |
 * | `[empty]` | succeeds without `output_text` |
 */
import { createHash } from "node:crypto"
import type { JsonObject } from "../../Contract.js"
import type { Script, Step } from "../../Scripts.js"

const excerpt = (prompt: string, length: number): string => {
  const line = prompt
    .replaceAll(/\[[a-z]+\]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
  return line.length > length ? `${line.slice(0, length - 3)}...` : line
}

const longText = 100_000

const answer = (prompt: string, has: (word: string) => boolean): string => {
  const reference = createHash("sha256").update(prompt).digest("hex").slice(0, 8)
  const words = prompt.split(/\s+/).filter((word) => word !== "").length
  const text = [
    `You asked: "${excerpt(prompt, 200)}".`,
    `This answer comes from the Trilum emulator: ${words} words in, reference ${reference}, no model was called.`
  ].join("\n\n")
  return has("long") ? text.padEnd(longText, `\n${text}`) : text
}

const search = (query: string, page: number): JsonObject => ({
  name: "web_search",
  args: { query, num_results: 8, page }
})

const collecting = (topic: string, has: (word: string) => boolean): ReadonlyArray<Step> => {
  const calls = has("tools") ? 12 : 2
  const steps: Array<Step> = [{ after: 250, entry: { message: "Collecting sources" } }]
  for (let index = 0; index < calls; index++)
    steps.push({ after: 400 / calls, tools: { calls: [search(topic, index + 1)] } })
  return has("retry")
    ? [
        ...steps,
        { after: 50, entry: { state: "failed", message: "Collecting sources failed. Trying again..." } },
        { after: 150, entry: { message: "Collecting sources" } }
      ]
    : steps
}

const artifactOf = (prompt: string): JsonObject => ({
  artifactId: `artifact_${createHash("sha256").update(prompt).digest("hex").slice(0, 12)}`,
  name: "report.md",
  description: "A short report.",
  parts: [{ kind: "text", text: `# ${excerpt(prompt, 60)}\n`, metadata: null }],
  metadata: null
})

const ending = (prompt: string, structured: JsonObject | null, has: (word: string) => boolean): ReadonlyArray<Step> => {
  if (has("hang")) return []
  if (has("cancelled")) return [{ after: 250, status: "cancelled" }]
  if (has("fail")) {
    return [
      { after: 250, entry: { state: "failed", message: "Writing the answer failed." } },
      { after: 100, status: "failed", error: { code: "AGENT_ERROR", message: "The emulated run failed, as asked." } }
    ]
  }
  return [
    { after: 250, entry: { state: "completed", message: "Response completed successfully." } },
    {
      after: 100,
      status: "succeeded",
      output_text: has("empty") ? null : answer(prompt, has),
      structured_response: structured,
      ...(has("artifact") ? { artifacts: [artifactOf(prompt)] } : {})
    }
  ]
}

/** The default run of a prompt: about 1.5 seconds at pace 1. */
export const scriptFor = (prompt: string, structured: JsonObject | null): Script => {
  const has = (word: string): boolean => prompt.includes(`[${word}]`)
  const topic = excerpt(prompt, 60)
  const plan = ["1. Collect sources", "2. Compare them", "3. Write the answer"].join("\n")
  const steps: ReadonlyArray<Step> = [
    { after: 100, status: "in_progress", entry: { message: "Agent thinking..." } },
    {
      after: 200,
      entry: {
        message: "Analyzing request and planning approach...",
        tool_calls: [{ name: "create_plan", args: { topic }, output_text: plan }]
      },
      response_title: topic === "" ? "Untitled" : topic
    },
    ...collecting(topic, has),
    { after: 200, entry: { message: "Writing the answer" } },
    ...ending(prompt, structured, has)
  ]
  const factor = has("fast") ? 0 : has("slow") ? 10 : 1
  return { steps: steps.map((step) => ({ ...step, after: (step.after ?? 0) * factor })) }
}
