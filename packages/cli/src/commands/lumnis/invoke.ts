/**
 * `trilum lumnis invoke`: ask an agent and wait for its answer.
 *
 * @since 0.1.0
 */
import { UsageError } from "../../CliError.js"
import type { Command, Invocation } from "../../Command.js"
import { nearest } from "../../names.js"
import { textOf } from "../operation/files.js"
import { jsonOf } from "../operation/json.js"
import { promptOf } from "../prompt.js"
import { userSpec } from "./actingFor.js"
import { batch, batchSpecs, checkOptions } from "./batch.js"
import { follow, waitOptions, waitSpecs } from "./watch.js"

const kinds = ["cheap", "fast", "smart", "reasoning", "vision"]

const models = (texts: ReadonlyArray<string>): Readonly<Record<string, string>> | undefined => {
  if (texts.length === 0) return undefined
  const out: Record<string, string> = {}
  for (const text of texts) {
    const equals = text.indexOf("=")
    const kind = text.slice(0, equals).replace(/_model$/, "")
    const model = text.slice(equals + 1)
    if (equals < 1 || !/^[^:]+:.+$/.test(model)) {
      throw new UsageError(`--model "${text}" is not TYPE=PROVIDER:MODEL`, "for example: --model smart=openai:gpt-5")
    }
    if (!kinds.includes(kind)) {
      const meant = nearest(kind, kinds)
      throw new UsageError(
        `--model: there is no type "${kind}"${meant === undefined ? "" : `; did you mean ${meant}?`}`,
        `the types are ${kinds.join(", ")}`
      )
    }
    out[`${kind}_model`] = model
  }
  return out
}

const schemaOf = async (invocation: Invocation): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const file = invocation.values.text("schema")
  if (file === undefined) return undefined
  const value = jsonOf("--schema", file, await textOf(invocation.io, file))
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(`--schema ${file} is not a JSON Schema: it must be an object`)
  }
  return { ...value }
}

/**
 * @since 0.1.0
 * @category commands
 */
export const invoke: Command = {
  _tag: "Command",
  path: ["lumnis", "invoke"],
  summary: "Ask an agent and wait for its answer.",
  description:
    "The answer goes to stdout, everything else to stderr. With --json the whole response, with --stream --json one update a line, the last with the response.",
  arguments: [
    { name: "prompt", summary: "What to ask; piped input follows it, - stands for the input alone", required: false }
  ],
  options: [
    userSpec,
    { name: "thread", type: "string", placeholder: "ID", summary: "Go on in this thread" },
    { name: "system", type: "string", placeholder: "TEXT", summary: "Instructions that stand before the prompt" },
    {
      name: "schema",
      type: "string",
      placeholder: "FILE",
      summary: "A JSON Schema for the answer, which is then printed as JSON"
    },
    {
      name: "file",
      type: "string",
      multiple: true,
      placeholder: "URI",
      summary: "Something to read: an artifact id or a URI such as https://... or s3://..."
    },
    {
      name: "model",
      type: "string",
      multiple: true,
      placeholder: "TYPE=PROVIDER:MODEL",
      summary: `Model to use; types are ${kinds.join(", ")}`
    },
    ...waitSpecs,
    {
      name: "idempotency-key",
      type: "string",
      placeholder: "KEY",
      summary: "The same key twice is the same run",
      heading: "Request"
    },
    ...batchSpecs
  ],
  examples: [
    'lumnis invoke "Write a haiku" --user ada@example.com --stream',
    "lumnis invoke - --user ada@example.com --json < question.txt",
    'lumnis invoke "Summarise this" --user ada@example.com < report.txt',
    'lumnis invoke "Rate this page" --user ada@example.com --file https://example.com --schema rating.schema.json',
    "lumnis invoke --batch prompts.jsonl --out results.jsonl --user ada@example.com --concurrency 16"
  ],
  notes: ["POST /v1/responses, then GET /v1/responses/{response_id} until the run ends."],
  run: async (invocation) => {
    const { values } = invocation
    checkOptions(values)
    const waiting = waitOptions(invocation)
    const modelOverrides = models(values.texts("model"))
    const files = values.texts("file")
    const responseFormat = await schemaOf(invocation)
    const system = values.text("system")
    const fields = {
      ...waiting,
      userId: values.text("user"),
      threadId: values.text("thread"),
      files: files.length === 0 ? undefined : files,
      modelOverrides,
      responseFormat
    }
    if (values.has("batch")) {
      if (values.flag("dry-run") === true) {
        throw new UsageError("--dry-run shows one call, and a batch has many", "leave out --batch, and give one prompt")
      }
      const cancelOnInterrupt = values.flag("cancel-on-interrupt")
      return batch(invocation, { ...fields, failedRuns: "fail", cancelOnInterrupt }, system)
    }
    const prompt = await promptOf(invocation)
    if (prompt === undefined) {
      throw new UsageError("missing <prompt>", "give it as text, or pipe it in; see: trilum lumnis invoke --help")
    }
    const input =
      system === undefined
        ? prompt
        : [
            { role: "system" as const, content: system },
            { role: "user" as const, content: prompt }
          ]
    return follow(invocation, (client) =>
      client.invokeStream(input, { ...fields, idempotencyKey: values.text("idempotency-key") })
    )
  }
}
