/**
 * `trilum lvng workflows run` and `attach`: a run of a workflow, watched to its end.
 *
 * @since 0.1.0
 */
import type { Command, OptionSpec } from "../../Command.js"
import { callSpecs } from "../callOptions.js"

const waitSpecs: ReadonlyArray<OptionSpec> = [
  { name: "stream", type: "boolean", summary: "With --json: one update a line, the last one complete" },
  { name: "deadline", type: "string", placeholder: "DURATION", summary: "Stop waiting after so long; the run goes on" },
  { name: "interval", type: "string", placeholder: "DURATION", summary: "Time between two looks. Default: 2s." },
  ...callSpecs
]

const ends = "Exit code 0 when the run succeeded, 1 when it failed or was cancelled, 7 when --deadline passed."

/**
 * @since 0.1.0
 * @category commands
 */
export const runWorkflow: Command = {
  _tag: "Command",
  path: ["lvng", "workflows", "run"],
  summary: "Run a workflow and wait for its end.",
  description:
    "Prints the result; what the run does goes to stderr. With --json the whole run. Ctrl-C stops waiting, not the run.",
  arguments: [{ name: "id", summary: "The workflow", required: true }],
  options: [
    {
      name: "input",
      short: "i",
      type: "string",
      multiple: true,
      placeholder: "NAME=VALUE",
      summary: "An input; the value is JSON if it reads as JSON, else text"
    },
    {
      name: "inputs",
      type: "string",
      placeholder: "JSON|@FILE|-",
      summary: "All inputs, or those that --input does not give"
    },
    ...waitSpecs,
    {
      name: "idempotency-key",
      type: "string",
      placeholder: "KEY",
      summary: "The same key twice is the same run",
      heading: "Request"
    }
  ],
  examples: [
    "lvng workflows run wf_123 --input topic=batteries",
    "lvng workflows run wf_123 --inputs @inputs.json --json"
  ],
  notes: [
    "POST /api/v2/workflows/{id}/execute, then GET /api/v2/workflows/{id}/runs/{runId} until the run ends.",
    ends
  ],
  run: async (invocation) => (await import("./watchRun.js")).start(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const attachRun: Command = {
  _tag: "Command",
  path: ["lvng", "workflows", "attach"],
  summary: "Wait for a run that was started before, here or elsewhere.",
  description: "Prints what trilum lvng workflows run would have printed.",
  arguments: [
    { name: "id", summary: "The workflow", required: true },
    { name: "run_id", summary: "Its run", required: true }
  ],
  options: waitSpecs,
  examples: ["lvng workflows attach wf_123 run_456"],
  notes: ["GET /api/v2/workflows/{id}/runs/{runId} until the run ends.", ends],
  run: async (invocation) => (await import("./watchRun.js")).attach(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const parseWorkflow: Command = {
  _tag: "Command",
  path: ["lvng", "workflows", "parse"],
  summary: "Turn words into a definition of a workflow.",
  description: "Prints the definition as JSON. Nothing is stored.",
  arguments: [
    {
      name: "instruction",
      summary: "What the workflow is to do; piped input follows it, - stands for the input alone",
      required: false
    }
  ],
  options: callSpecs,
  examples: [
    'lvng workflows parse "Each Friday collect open tickets and mail a digest"',
    "lvng workflows parse < plan.txt"
  ],
  notes: ["POST /api/v2/workflows/parse"],
  run: async (invocation) => (await import("./watchRun.js")).parse(invocation)
}
