/**
 * Scripts of chat streams. A script comes with the request (`X-Emulator-Chat`), is added for later ones (`POST
 * /__emulator/lvng/chats`), or is part of the message in brackets, as in `Hello [tokens=50] [tools]`.
 *
 * Compact form: `tokens=50; delay=20; tools; fault=cut; at=3`. JSON has the same names.
 */
import { isObject } from "../../Contract.js"
import * as Compact from "../../internal/compact.js"

const faults = ["cut", "reset", "garbage", "stall", "error", "unavailable"] as const

/**
 * - `cut`: the body ends properly, without `done`
 * - `reset`: the connection is destroyed
 * - `garbage`: an event that is not JSON and an invalid line; the stream continues to its end
 * - `stall`: heartbeats only, until the client disconnects
 * - `error`: an event `error`, after which the body ends without `done`
 * - `unavailable`: 503 before the first byte
 */
type Fault = (typeof faults)[number]

export interface ChatScript {
  /** Number of `text_delta` events; default: one for each word. */
  readonly tokens?: number
  /** The whole reply; default: what a plain call answers. */
  readonly text?: string
  /** Milliseconds before each event, times the emulator's pace; default 20. */
  readonly delay?: number
  /** Number of `tool_use` events. */
  readonly tools?: number
  /** Milliseconds between comments while nothing else is sent. The pace does not apply. Default 15 000. */
  readonly heartbeat?: number
  /** Sends an event of an undocumented kind before the text. */
  readonly "unknown-event"?: boolean
  readonly fault?: Fault
  /** How many deltas are sent before the fault; default: half of them. */
  readonly at?: number
  /** Size of a chunk in bytes. A chunk may end within an event or a character. */
  readonly split?: number
  readonly lines?: "lf" | "crlf" | "cr"
  readonly bom?: boolean
  /** Events carry `id:`, the first one `retry:` too. */
  readonly ids?: boolean
  /** Writes the JSON of an event on several `data:` lines. */
  readonly multiline?: boolean
}

type Check = (value: unknown) => boolean

const whole: Check = (value) => typeof value === "number" && Number.isInteger(value) && value >= 0
const positive: Check = (value) => typeof value === "number" && value >= 1
const flag: Check = (value) => typeof value === "boolean"

const fields: Readonly<Record<keyof ChatScript, readonly [Check, string]>> = {
  tokens: [whole, "a number from 0"],
  text: [(value) => typeof value === "string", "text"],
  delay: [(value) => typeof value === "number" && value >= 0, "milliseconds from 0"],
  tools: [whole, "a number from 0"],
  heartbeat: [positive, "milliseconds from 1"],
  "unknown-event": [flag, "true or false"],
  fault: [(value) => faults.some((fault) => fault === value), `one of ${faults.join(", ")}`],
  at: [whole, "a number from 0"],
  split: [positive, "a number of bytes from 1"],
  lines: [(value) => value === "lf" || value === "crlf" || value === "cr", "lf, crlf or cr"],
  bom: [flag, "true or false"],
  ids: [flag, "true or false"],
  multiline: [flag, "true or false"]
}

const isField = (name: string): name is keyof ChatScript => Object.hasOwn(fields, name)

const isScript = (value: unknown): value is ChatScript =>
  isObject(value) && Object.entries(value).every(([name, member]) => isField(name) && fields[name][0](member))

/** Reads a script, or returns the problem with it. */
export const fromJson = (value: unknown): ChatScript | Compact.Problem => {
  if (isScript(value)) return value
  if (!isObject(value)) return { problem: "a chat script is an object" }
  for (const [name, member] of Object.entries(value)) {
    if (!isField(name)) return { problem: `unknown field ${name}; known are ${Object.keys(fields).join(", ")}` }
    if (!fields[name][0](member)) return { problem: `${name} must be ${fields[name][1]}` }
  }
  return { problem: "not a chat script" }
}

const flags = new Set(["unknown-event", "bom", "ids", "multiline"])

const textual = new Set(["text", "fault", "lines"])

/** Expands one item of the compact form. The name of a fault is enough. */
const entry = (name: string, value: string | undefined): Readonly<Record<string, unknown>> => {
  if (value === undefined && faults.some((fault) => fault === name)) return { fault: name }
  if (value === undefined && name === "slow") return { delay: 500 }
  if (value === undefined && name === "heartbeats") return { heartbeat: 100 }
  if (flags.has(name)) return { [name]: value === undefined || value === "true" }
  if (textual.has(name)) return { [name]: value ?? "" }
  if (name === "tools" && value === undefined) return { tools: 1 }
  return { [name]: value === undefined || value.trim() === "" ? value : Number(value) }
}

/** Reads the header, as JSON or in the compact form. */
export const fromHeader = (header: string): ChatScript | Compact.Problem => Compact.read(header, fromJson, entry)

/** Reads the brackets of a message. Those that are no script are ignored. */
export const fromMessage = (message: string): ChatScript => {
  let script: ChatScript = {}
  for (const [, name = "", value] of message.matchAll(/\[([a-z-]+)(?:=([^\]]*))?\]/g)) {
    const read = fromJson(entry(name, value))
    if (!("problem" in read)) script = { ...script, ...read }
  }
  return script
}
