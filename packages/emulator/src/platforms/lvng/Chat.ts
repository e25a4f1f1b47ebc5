/**
 * Chat: one reply for a message, complete or as a stream of events. The same message has the same reply.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type * as Compact from "../../internal/compact.js"
import type { Call, Context, Handler, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import * as ChatScript from "./ChatScript.js"
import { simple, structured } from "./Errors.js"
import * as Rules from "./Rules.js"
import { text } from "./Table.js"

const messageOf = (call: Call): string => text(call.body, "message") ?? ""

/** The script of the header or of a matching rule. Brackets in the message set what that leaves open. */
const scriptOf = (call: Call, context: Context): ChatScript.ChatScript | Compact.Problem => {
  const message = messageOf(call)
  const said = ChatScript.fromMessage(message)
  const header = call.headers["x-emulator-chat"]
  if (typeof header !== "string") return { ...said, ...Rules.chats(context).take(message) }
  const own = ChatScript.fromHeader(header)
  return "problem" in own ? own : { ...said, ...own }
}

const replyText = (message: string): string => `You said: ${message}`

/** The deltas of a reply. Joined they are its text. */
const deltas = (
  script: ChatScript.ChatScript,
  message: string
): { readonly count: number; at: (n: number) => string } => {
  const { tokens } = script
  if (tokens !== undefined && script.text === undefined) {
    return { count: tokens, at: (n) => (n === 0 ? "token0" : ` token${n}`) }
  }
  const whole = script.text ?? replyText(message)
  const words = whole.match(/\s*\S+\s*$|\s*\S+|\s+$/g) ?? []
  if (tokens === undefined || tokens === 0) return { count: tokens ?? words.length, at: (n) => words[n] ?? "" }
  const size = Math.ceil(whole.length / tokens)
  const cut = Array.from({ length: tokens }, (_, n) => whole.slice(n * size, (n + 1) * size))
  return { count: tokens, at: (n) => cut[n] ?? "" }
}

const toolUse = (index: number, message: string): JsonObject => ({
  id: `tool_${index + 1}`,
  name: index % 2 === 0 ? "knowledge_search" : "web_search",
  input: { query: message },
  status: "completed"
})

const lineEnds = { lf: "\n", crlf: "\r\n", cr: "\r" } as const

/** Writes events as the script wants them on the wire. */
const encoder = (script: ChatScript.ChatScript) => {
  const end = lineEnds[script.lines ?? "lf"]
  let count = 0
  const lines = (...all: ReadonlyArray<string>): string => `${all.join(end)}${end}${end}`
  return {
    event: (name: string, data: unknown): string => {
      count += 1
      const json = JSON.stringify(data, null, script.multiline === true ? 1 : undefined)
      const fields = json.split("\n").map((line) => `data: ${line}`)
      const ids = script.ids === true ? [...(count === 1 ? ["retry: 3000"] : []), `id: ${count}`] : []
      return lines(...ids, `event: ${name}`, ...fields)
    },
    comment: (words: string): string => `: ${words}${end}${end}`,
    garbage: (): string => lines("event: text_delta", 'data: {"delta": "never clos', "this line is no field")
  }
}

const defaultDelay = 20

const defaultHeartbeat = 15_000

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Thrown into the writer of the answer, which destroys the connection. */
class Reset extends Error {
  override readonly message = "the script resets the connection"
}

/** Waits, with comments in between when it takes long; ends at once when the client leaves. */
const waiting = async function* (
  ms: number,
  heartbeat: number,
  comment: string,
  call: Call,
  context: Context
): AsyncGenerator<string> {
  let left = ms
  while (left > 0 && !call.signal.aborted) {
    const step = Math.min(left, heartbeat)
    await context.clock.sleep(step, call.signal)
    left -= step
    if (left > 0 && !call.signal.aborted) yield comment
  }
}

/** The events of a stream, one yield each. */
const events = async function* (
  script: ChatScript.ChatScript,
  call: Call,
  context: Context,
  progress: { deltas: number }
): AsyncGenerator<string, void> {
  const write = encoder(script)
  const message = messageOf(call)
  const { at, count } = deltas(script, message)
  const delay = (script.delay ?? defaultDelay) * context.pace
  const heartbeat = script.heartbeat ?? defaultHeartbeat
  const beat = write.comment("keep-alive")
  const faultAt = script.fault === undefined ? undefined : Math.min(script.at ?? Math.floor(count / 2), count)
  const toolsAt = Math.floor(count / 3)
  if (script.bom === true) yield "\uFEFF"
  if (script.heartbeat !== undefined) yield beat
  if (script["unknown-event"] === true) yield write.event("thinking", { note: "An event nobody documented." })
  for (let n = 0; n <= count && !call.signal.aborted; n++) {
    if (n === toolsAt) {
      for (let tool = 0; tool < (script.tools ?? 0); tool++) {
        if (delay > 0) yield* waiting(delay, heartbeat, beat, call, context)
        yield write.event("tool_use", toolUse(tool, message))
      }
    }
    if (n === faultAt) {
      if (script.fault === "cut") return
      if (script.fault === "reset") {
        await turn()
        throw new Reset()
      }
      if (script.fault === "garbage") yield write.garbage()
      if (script.fault === "stall") yield* waiting(Number.POSITIVE_INFINITY, heartbeat, beat, call, context)
      if (script.fault === "error") {
        return yield write.event("error", { code: "INTEGRATION_ERROR", message: "The model failed." })
      }
    }
    if (n === count) break
    if (delay > 0) yield* waiting(delay, heartbeat, beat, call, context)
    if (call.signal.aborted) return
    progress.deltas += 1
    yield write.event("text_delta", { delta: at(n) })
  }
  if (!call.signal.aborted) yield write.event("done", {})
}

const batch = 8192

/** Gathers what comes without a wait into fewer writes; what came before a failure is sent before it. */
const gathered = async function* (source: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ""
  try {
    for await (const event of source) {
      held += event
      if (held.length < batch) continue
      yield held
      held = ""
    }
  } catch (error) {
    if (held !== "") yield held
    await turn()
    throw error
  }
  if (held !== "") yield held
}

/** Cuts the bytes of each event into pieces, written on their own. */
const split = async function* (source: AsyncIterable<string>, size: number): AsyncGenerator<Uint8Array> {
  for await (const event of source) {
    const bytes = Buffer.from(event)
    for (let at = 0; at < bytes.length; at += size) {
      yield bytes.subarray(at, at + size)
      await turn()
    }
  }
}

/** Chat streams so far: begun, ended in any way, left by their client, and the deltas of those that ended. */
interface StreamCounts {
  readonly started: number
  readonly ended: number
  readonly abandoned: number
  readonly deltas: number
}

const counter = (context: Context): Collection<StreamCounts> => context.store.collection("lvng.streams")

export const counts = (context: Context): StreamCounts =>
  counter(context).get("chat") ?? { started: 0, ended: 0, abandoned: 0, deltas: 0 }

/** Counts a stream: when it begins, and when it ends. */
const counted = async function* (script: ChatScript.ChatScript, call: Call, context: Context): AsyncGenerator<string> {
  const before = counts(context)
  counter(context).set("chat", { ...before, started: before.started + 1 })
  const progress = { deltas: 0 }
  try {
    yield* events(script, call, context, progress)
  } finally {
    const now = counts(context)
    counter(context).set("chat", {
      ...now,
      ended: now.ended + 1,
      abandoned: now.abandoned + (call.signal.aborted ? 1 : 0),
      deltas: now.deltas + progress.deltas
    })
  }
}

const badScript = (problem: string): Reply.Reply =>
  structured(400, "BAD_EMULATOR_SCRIPT", `X-Emulator-Chat: ${problem}.`)

const stream: Handler = (call, context) => {
  const script = scriptOf(call, context)
  if ("problem" in script) return badScript(script.problem)
  if (script.fault === "unavailable") return simple(503, "The service is unavailable")
  const source = counted(script, call, context)
  const immediate = (script.delay ?? defaultDelay) * context.pace === 0 && script.fault !== "stall"
  const written = script.split === undefined ? (immediate ? gathered(source) : source) : split(source, script.split)
  return Reply.events(written)
}

const send: Handler = (call, context) => {
  const script = scriptOf(call, context)
  if ("problem" in script) return badScript(script.problem)
  if (script.fault === "unavailable") return simple(503, "The service is unavailable")
  const message = messageOf(call)
  const { at, count } = deltas(script, message)
  const reply = Array.from({ length: count }, (_, n) => at(n)).join("")
  const tools = Array.from({ length: script.tools ?? 0 }, (_, index) => toolUse(index, message))
  const metadata = isObject(call.body["context"]) ? { context: call.body["context"] } : {}
  return Reply.json(200, { success: true, reply, ...(tools.length > 0 ? { tool_uses: tools } : {}), ...metadata })
}

export const handlers: Handlers = { sendChat: send, sendChatV1: send, streamChat: stream }
