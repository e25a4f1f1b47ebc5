/**
 * Scripts of agent runs: the steps of a run and their times.
 *
 * @since 0.1.0
 */
import { isObject, type JsonObject } from "./Contract.js"

/**
 * One step of a run, with the field names of the API. All fields take effect at the same time.
 *
 * - `after`: milliseconds since the last step, times the pace of the emulator; default 100
 * - `entry`: appends a progress entry (default of `state`: `processing`)
 * - `tools`: adds tool calls to the entry `index` (default: the last one)
 * - `status`: `queued`, `in_progress`, `succeeded`, `failed`, `cancelled`, or any text to test unknown members
 * - all others replace the field of the response
 *
 * @since 0.1.0
 * @category models
 */
export interface Step {
  readonly after?: number | undefined
  readonly entry?: JsonObject | undefined
  readonly tools?: { readonly index?: number | undefined; readonly calls: ReadonlyArray<JsonObject> } | undefined
  readonly status?: string | undefined
  readonly output_text?: string | null | undefined
  readonly structured_response?: JsonObject | null | undefined
  readonly response_title?: string | null | undefined
  readonly artifacts?: ReadonlyArray<JsonObject> | null | undefined
  readonly error?: JsonObject | null | undefined
}

/**
 * The steps of a run, in order. A run without a terminal status never ends.
 *
 * @since 0.1.0
 * @category models
 */
export interface Script {
  readonly steps: ReadonlyArray<Step>
}

/**
 * The runs of a script. Missing fields match every run. `prompt` matches text in the last user message.
 *
 * @since 0.1.0
 * @category models
 */
export interface ScriptRule {
  readonly match?: { readonly prompt?: string | undefined; readonly user_id?: string | undefined } | undefined
  /** Maximum number of runs. Default: all. */
  readonly times?: number | undefined
  readonly script: Script
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Scripts {
  readonly add: (rule: ScriptRule) => void
  /** Takes the script of a run. The newest matching rule wins. */
  readonly take: (prompt: string, userId: string | undefined) => Script | undefined
  readonly list: () => ReadonlyArray<ScriptRule>
  readonly clear: () => void
}

const problemOf = (step: unknown, index: number): string | undefined => {
  const at = `steps[${index}]`
  if (!isObject(step)) return `${at} must be an object`
  const { after, artifacts, entry, error, output_text, structured_response, response_title, status, tools } = step
  if (after !== undefined && (typeof after !== "number" || after < 0))
    return `${at}.after must be a number of milliseconds, at least 0`
  if (status !== undefined && typeof status !== "string") return `${at}.status must be text`
  if (entry !== undefined && (!isObject(entry) || typeof entry["message"] !== "string")) {
    return `${at}.entry must be an object with a message`
  }
  if (tools !== undefined && (!isObject(tools) || !Array.isArray(tools["calls"]) || !tools["calls"].every(isObject))) {
    return `${at}.tools must be {index?, calls: [{name, args}]}`
  }
  if (artifacts !== undefined && artifacts !== null && !Array.isArray(artifacts))
    return `${at}.artifacts must be a list`
  for (const [name, text] of Object.entries({ output_text, response_title })) {
    if (text !== undefined && text !== null && typeof text !== "string") return `${at}.${name} must be text or null`
  }
  for (const [name, value] of Object.entries({ structured_response, error })) {
    if (value !== undefined && value !== null && !isObject(value)) return `${at}.${name} must be an object or null`
  }
  return undefined
}

const isScript = (value: unknown): value is Script =>
  isObject(value) &&
  Array.isArray(value["steps"]) &&
  value["steps"].every((step, index) => problemOf(step, index) === undefined)

/**
 * Parses a script, or returns the problem.
 *
 * @since 0.1.0
 * @category constructors
 */
export const parse = (value: unknown): Script | { readonly problem: string } => {
  if (isScript(value)) return value
  if (!isObject(value) || !Array.isArray(value["steps"])) return { problem: 'a script is {"steps": [...]}' }
  const problems = value["steps"].map(problemOf).filter((text) => text !== undefined)
  return { problem: problems[0] ?? "not a script" }
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (): Scripts => {
  let rules: ReadonlyArray<{ readonly rule: ScriptRule; left: number }> = []
  return {
    add: (rule) => {
      rules = [{ rule, left: rule.times ?? Number.POSITIVE_INFINITY }, ...rules]
    },
    take: (prompt, userId) => {
      const found = rules.find(
        ({ left, rule }) =>
          left > 0 &&
          (rule.match?.prompt === undefined || prompt.includes(rule.match.prompt)) &&
          (rule.match?.user_id === undefined || rule.match.user_id === userId)
      )
      if (found === undefined) return undefined
      found.left--
      return found.rule.script
    },
    list: () => rules.filter(({ left }) => left > 0).map(({ rule }) => rule),
    clear: () => {
      rules = []
    }
  }
}
