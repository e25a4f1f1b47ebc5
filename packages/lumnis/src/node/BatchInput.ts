/**
 * Reads the items of a batch from a file of JSON lines.
 *
 * A line is an object with `prompt` (string) or `messages` (`[{ role, content }]`). Optional: `id`, `user_id`,
 * `thread_id`, `files`, `response_format`, `response_format_instructions`, `model_overrides`, `agent_config`,
 * `options`, `specialized_agent`, `specialized_agent_params`. Without `id`, the id is made from line number and
 * content, so a changed line is a new item. Empty lines are skipped.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import type { FileSystem } from "@effect/platform/FileSystem"
import * as LineFile from "@trilum/core/LineFile"
import { LocalFileError } from "@trilum/core/LocalFileError"
import * as Redaction from "@trilum/core/Redaction"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as FileReference from "../FileReference.js"
import type { ChatMessageInput } from "../generated/shared.js"
import type { BatchItem } from "../InvokeMany.js"
import type { Scope } from "../Scope.js"

/**
 * An item with its line number.
 *
 * @since 0.1.0
 * @category models
 */
export interface LineItem extends BatchItem {
  /** Line number, from 1. */
  readonly line: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface InputOptions {
  /** Default user of the lines. */
  readonly userId?: string | undefined
  /** Default: `user`, which requires a user for every line. */
  readonly scope?: Scope | undefined
  /** System message of lines whose messages do not start with one. */
  readonly system?: string | undefined
  /** `true`: skips invalid lines. Default: `false`, an invalid line fails the stream. */
  readonly skipInvalid?: boolean | undefined
}

/**
 * An invalid line.
 *
 * @since 0.1.0
 * @category models
 */
export interface Problem {
  readonly line: number
  readonly message: string
}

/**
 * The result of {@link check}.
 *
 * @since 0.1.0
 * @category models
 */
export interface Checked {
  readonly items: number
  readonly invalid: number
  /** The first invalid lines, at most {@link mostProblems}. */
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

/** Describes the first invalid field, if any. */
const wrong = (value: Fields, { scope = "user", userId }: InputOptions): string | undefined => {
  for (const name of Object.keys(value)) {
    if (!fields.includes(name)) return `"${name}" is not a field; the fields are ${fields.join(", ")}`
  }
  for (const name of texts) {
    if (value[name] !== undefined && (typeof value[name] !== "string" || value[name] === "")) {
      return `"${name}" must be a string that is not empty`
    }
  }
  for (const name of objects) {
    if (value[name] !== undefined && !isObject(value[name])) return `"${name}" must be an object`
  }
  const { files, messages, prompt, user_id } = value
  if ((prompt === undefined) === (messages === undefined)) return `give either "prompt" or "messages"`
  if (typeof prompt === "string" && prompt.trim() === "") return `"prompt" is empty`
  if (messages !== undefined && (!isEvery(messages, isMessage) || messages.length === 0)) {
    return `"messages" must be a list of { "role": "system" | "user" | "assistant", "content": string }`
  }
  if (files !== undefined) {
    if (!isEvery(files, isFile)) return `"files" must be a list of strings or of { "name", "uri" }`
    const local = files
      .map((file) => (typeof file === "string" ? file : file.uri))
      .find((uri) => !FileReference.isRemote(uri))
    if (local !== undefined) return `"${local}" is a local file. Agents cannot read it. Upload it first`
  }
  const user = user_id ?? userId
  if (scope === "user" && user === undefined) return `the user is missing; add "user_id"`
  if (scope === "tenant" && user !== undefined) return "tenant scope does not allow a user"
  return undefined
}

/**
 * Parses one line to an item or a problem.
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
  if (!isObject(value)) return { line, message: "must be an object" }
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
    specializedAgent: text(value["specialized_agent"]),
    specializedAgentParams: object(value["specialized_agent_params"])
  }
}

/** Emits items and problems in the order of the lines. The second of two items with the same id is a problem. */
const entries = (path: string, options: InputOptions): Stream.Stream<LineItem | Problem, LocalFileError, FileSystem> =>
  Stream.suspend(() => {
    const seen = new Set<string>()
    return Stream.filterMap(LineFile.read(path), ({ number, text }): Option.Option<LineItem | Problem> => {
      if (text.trim() === "") return Option.none()
      const entry = parse(text, number, options)
      if (!("id" in entry)) return Option.some(entry)
      if (seen.has(entry.id)) {
        return Option.some({ line: number, message: `the id ${JSON.stringify(entry.id)} is a duplicate` })
      }
      seen.add(entry.id)
      return Option.some(entry)
    })
  })

/**
 * Validates the whole file. Sends no request.
 *
 * @since 0.1.0
 * @category accessors
 */
export const check = (path: string, options: InputOptions = {}): Effect.Effect<Checked, LocalFileError, FileSystem> =>
  Stream.runFold(entries(path, options), { items: 0, invalid: 0, problems: [] }, (checked: Checked, entry) =>
    "id" in entry
      ? { ...checked, items: checked.items + 1 }
      : {
          ...checked,
          invalid: checked.invalid + 1,
          problems: checked.invalid < mostProblems ? [...checked.problems, entry] : checked.problems
        }
  )

/**
 * Emits the items of a file, which is read as they are pulled. An invalid line fails the stream with code
 * `INVALID_LINE`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const items = (path: string, options: InputOptions = {}): Stream.Stream<LineItem, LocalFileError, FileSystem> =>
  Stream.filterMapEffect(entries(path, options), (entry) => {
    if ("id" in entry) return Option.some(Effect.succeed(entry))
    if (options.skipInvalid === true) return Option.none()
    return Option.some(
      Effect.fail(
        new LocalFileError({
          platform: "lumnis",
          reason: "invalid_content",
          file: path,
          code: "INVALID_LINE",
          problem: `line ${entry.line}: ${entry.message}`
        })
      )
    )
  })
