/**
 * The items of a batch from a file of JSON lines.
 *
 * A line is an object with `prompt` (text) or `messages` (`[{ role, content }]`), and, all optional: `id`, `user_id`,
 * `thread_id`, `files`, `response_format`, `response_format_instructions`, `model_overrides`, `agent_config`, `options`,
 * `specialized_agent`, `specialized_agent_params`. A line without `id` is called by its number and content, so that a line
 * that was changed is another item. Empty lines count but are none.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import * as Fs from "node:fs/promises"
import * as Path from "node:path"
import * as Redaction from "@trilum/core/Redaction"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as FileReference from "../FileReference.js"
import type { ResponsesCreateParams } from "../generated/responses.js"
import type { ChatMessageInput } from "../generated/shared.js"
import type { BatchItem } from "../InvokeMany.js"
import * as Ids from "../internal/batchIds.js"
import * as Lines from "../internal/batchLines.js"
import * as System from "../internal/systemReasons.js"
import type { Scope } from "../Scope.js"
import { BatchFileError } from "./BatchFile.js"

/**
 * An item and where it stands.
 *
 * @since 0.1.0
 * @category models
 */
export interface LineItem extends BatchItem {
  /** From 1. */
  readonly line: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface InputOptions {
  /** The user of lines that name none. */
  readonly userId?: string | undefined
  /** Default: `user`, where every line needs a user. */
  readonly scope?: Scope | undefined
  /** Instructions put before the messages of lines that do not begin with some. */
  readonly system?: string | undefined
  /** Leaves wrong lines out. Default: `false`, they fail the stream. */
  readonly skipInvalid?: boolean | undefined
}

/**
 * A line that is no item.
 *
 * @since 0.1.0
 * @category models
 */
export interface Problem {
  readonly line: number
  readonly message: string
}

/**
 * What a look at a whole file found.
 *
 * @since 0.1.0
 * @category models
 */
export interface Checked {
  readonly items: number
  readonly invalid: number
  /** The first of the wrong lines, at most {@link mostProblems}. */
  readonly problems: ReadonlyArray<Problem>
}

/**
 * @since 0.1.0
 * @category constants
 */
export const mostProblems = 100

const fields = [
  "id",
  "prompt",
  "messages",
  "user_id",
  "thread_id",
  "files",
  "response_format",
  "response_format_instructions",
  "model_overrides",
  "agent_config",
  "options",
  "specialized_agent",
  "specialized_agent_params"
]

const texts = ["id", "prompt", "user_id", "thread_id", "response_format_instructions", "specialized_agent"]
const objects = ["response_format", "model_overrides", "agent_config", "options", "specialized_agent_params"]
const roles: ReadonlySet<unknown> = new Set(["system", "user", "assistant"])

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isMessage = (value: unknown): value is ChatMessageInput =>
  isObject(value) && roles.has(value["role"]) && typeof value["content"] === "string"

const isFile = (value: unknown): value is string | { readonly name: string; readonly uri: string } =>
  typeof value === "string" ||
  (isObject(value) && typeof value["name"] === "string" && typeof value["uri"] === "string")

const isEvery = <A>(value: unknown, is: (item: unknown) => item is A): value is ReadonlyArray<A> =>
  Array.isArray(value) && value.every(is)

/** What is wrong with the fields, if anything. */
const wrong = (value: Fields, { scope = "user", userId }: InputOptions): string | undefined => {
  for (const name of Object.keys(value)) {
    if (!fields.includes(name)) return `"${name}" is not a field; there are ${fields.join(", ")}`
  }
  for (const name of texts) {
    if (value[name] !== undefined && (typeof value[name] !== "string" || value[name] === "")) {
      return `"${name}" is not a text, or is empty`
    }
  }
  for (const name of objects) {
    if (value[name] !== undefined && !isObject(value[name])) return `"${name}" is not an object`
  }
  const { files, messages, prompt, user_id } = value
  if ((prompt === undefined) === (messages === undefined)) return `give either "prompt" or "messages"`
  if (typeof prompt === "string" && prompt.trim() === "") return `"prompt" is empty`
  if (messages !== undefined && (!isEvery(messages, isMessage) || messages.length === 0)) {
    return `"messages" is not a list of { "role": "system" | "user" | "assistant", "content": text }`
  }
  if (files !== undefined) {
    if (!isEvery(files, isFile)) return `"files" is not a list of texts, or of { "name", "uri" }`
    const local = files
      .map((file) => (typeof file === "string" ? file : file.uri))
      .find((uri) => !FileReference.isRemote(uri))
    if (local !== undefined) return `"${local}" is a local file, which agents cannot read; upload it first`
  }
  const user = user_id ?? userId
  if (scope === "user" && user === undefined) return `there is no user to act for; add "user_id"`
  if (scope === "tenant" && user !== undefined) return "a user must not be given in tenant scope"
  return undefined
}

/**
 * One line as an item, or what is wrong with it.
 *
 * @since 0.1.0
 * @category constructors
 */
export const parse = (text: string, line: number, options: InputOptions = {}): LineItem | Problem => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? `: ${Redaction.redactor.text(cause.message)}` : ""
    return { line, message: `not JSON${why}` }
  }
  if (!isObject(value)) return { line, message: "not an object" }
  const message = wrong(value, options)
  return message === undefined ? itemOf(value, text, line, options) : { line, message }
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)
const object = (value: unknown): Fields | undefined => (isObject(value) ? value : undefined)

const itemOf = (value: Fields, line: string, number: number, { system, userId }: InputOptions): LineItem => {
  const { files, messages, prompt } = value
  const said: ReadonlyArray<ChatMessageInput> = isEvery(messages, isMessage)
    ? messages
    : [{ role: "user", content: text(prompt) ?? "" }]
  return {
    line: number,
    id: text(value["id"]) ?? `${number}-${createHash("sha256").update(line.trim()).digest("hex").slice(0, 16)}`,
    input: system === undefined || said[0]?.role === "system" ? said : [{ role: "system", content: system }, ...said],
    userId: text(value["user_id"]) ?? userId,
    threadId: text(value["thread_id"]),
    files: isEvery(files, isFile) ? files : undefined,
    responseFormat: object(value["response_format"]),
    responseFormatInstructions: text(value["response_format_instructions"]),
    modelOverrides: object(value["model_overrides"]),
    agentConfig: object(value["agent_config"]),
    options: object(value["options"]),
    specializedAgent: text(value["specialized_agent"]) as ResponsesCreateParams["specialized_agent"],
    specializedAgentParams: object(value["specialized_agent_params"])
  }
}

/** Items and wrong lines in their order. Two items of one id are a problem of the second. */
async function* entries(path: string, options: InputOptions): AsyncGenerator<LineItem | Problem, void, undefined> {
  const handle = await Fs.open(Path.resolve(path), "r")
  const seen = Ids.make()
  try {
    for await (const { number, text } of Lines.read(handle)) {
      const content = number === 1 ? text.replace(/^\uFEFF/, "") : text
      if (content.trim() === "") continue
      const entry = parse(content, number, options)
      if (!("id" in entry)) yield entry
      else if (seen.get(entry.id) !== undefined) {
        yield { line: number, message: `the id ${JSON.stringify(entry.id)} was used before` }
      } else {
        seen.set(entry.id, 0)
        yield entry
      }
    }
  } finally {
    await handle.close()
  }
}

const failure = (path: string, cause: unknown): BatchFileError => {
  if (cause instanceof BatchFileError) return cause
  const code = System.codeOf(cause)
  const own = cause instanceof Error ? Redaction.redactor.text(cause.message) : "it cannot be read"
  const why = System.reasonOf(code) ?? own
  return new BatchFileError({ file: path, code, message: `${path}: ${why}` })
}

/**
 * Reads the whole file and sends nothing.
 *
 * @since 0.1.0
 * @category accessors
 */
export const check = (path: string, options: InputOptions = {}): Effect.Effect<Checked, BatchFileError> =>
  Effect.tryPromise({
    try: async () => {
      const problems: Array<Problem> = []
      let items = 0
      let invalid = 0
      for await (const entry of entries(path, options)) {
        if ("id" in entry) items += 1
        else {
          invalid += 1
          if (problems.length < mostProblems) problems.push(entry)
        }
      }
      return { items, invalid, problems }
    },
    catch: (cause) => failure(path, cause)
  })

/**
 * The items of a file, read as they are taken.
 *
 * @since 0.1.0
 * @category constructors
 */
export const items = (path: string, options: InputOptions = {}): Stream.Stream<LineItem, BatchFileError> =>
  Stream.fromAsyncIterable(
    {
      async *[Symbol.asyncIterator]() {
        for await (const entry of entries(path, options)) {
          if ("id" in entry) yield entry
          else if (options.skipInvalid !== true) {
            const message = `${path}: line ${entry.line}: ${entry.message}`
            throw new BatchFileError({ file: path, code: "INVALID_LINE", message })
          }
        }
      }
    },
    (cause) => failure(path, cause)
  )
