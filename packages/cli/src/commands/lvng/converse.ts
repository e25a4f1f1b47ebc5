/**
 * One question to LVNG, or question after question.
 *
 * @since 0.1.0
 */
import type * as ChatEvent from "@trilum/lvng/ChatEvent"
import type { ChatRequest } from "@trilum/lvng/generated/chat"
import { Lvng } from "@trilum/lvng/Lvng"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { BrokenPipe, Interrupted, NothingSent, UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import * as ExitCode from "../../exitCode.js"
import * as Layers from "../../layers.js"
import { choice, duration } from "../../parse.js"
import { byName } from "../../platforms/Platform.js"
import { paint } from "../../render/colour.js"
import * as ErrorText from "../../render/error.js"
import * as Json from "../../render/json.js"
import * as Progress from "../../render/progress.js"
import { harmless, truncate } from "../../render/width.js"
import { attempt, print } from "../../run.js"
import { requestOptions } from "../operation/input.js"
import { jsonObject } from "../operation/json.js"
import { promptOf } from "../prompt.js"
import { kinds } from "./choices.js"

type Body = Partial<
  Pick<ChatRequest, "channelId" | "personality" | "model" | "messageType" | "useFirecrawl" | "userId" | "context">
>

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const bodyOf = async ({ io, values }: Invocation): Promise<Body> => {
  const channelId = values.text("channel")
  if (channelId !== undefined && !uuid.test(channelId)) throw new UsageError(`--channel "${channelId}" is not a UUID`)
  const fields: Body = {
    channelId,
    personality: values.text("agent"),
    model: values.text("model"),
    messageType: choice(values, "type", kinds),
    useFirecrawl: values.flag("web"),
    userId: values.text("user"),
    context: await jsonObject(io, values, "context")
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

const optionsOf = ({ values }: Invocation) => {
  const { headers, retry, timeout } = requestOptions(values)
  return { headers, retry, timeout, idleTimeout: duration(values, "idle-timeout") }
}

type Options = ReturnType<typeof optionsOf>

/** An event with the names of the wire, as `trilum lvng chat stream` writes it. */
const wire = (event: ChatEvent.ChatEvent): object => {
  const name = event._tag === "unknown" ? event.event : event._tag
  const data = event._tag === "text_delta" ? (event.data ?? { delta: event.delta }) : event.data
  return { event: name, ...(event.id === undefined ? undefined : { id: event.id }), data }
}

const field = (data: unknown, name: string): string | undefined => {
  const value: unknown = typeof data === "object" && data !== null ? Reflect.get(data, name) : undefined
  return typeof value === "string" && value !== "" ? value : undefined
}

/** What a tool is, and what it works on, in a line. Its fields are not documented. */
const toolLine = (data: unknown): string => {
  const name = field(data, "name") ?? field(data, "tool") ?? "tool"
  const input: unknown = typeof data === "object" && data !== null && "input" in data ? data.input : undefined
  return `→ ${name}${input === undefined ? "" : ` ${Json.compact(input)}`}`
}

/** Is told the text of an answer so far, which stays when the rest does not come. */
type Heard = (text: string) => void

/** Prints an answer as it is written and gives its text. */
const streamed = (
  { io, json }: Invocation,
  client: Lvng.Service,
  body: ChatRequest,
  options: Options,
  heard: Heard
): Effect.Effect<string, ChatEvent.ChatError | Error> =>
  Effect.scoped(
    Effect.gen(function* () {
      const progress = yield* Effect.acquireRelease(
        Effect.sync(() => (json ? undefined : Progress.make(io))),
        (made) => Effect.promise(async () => made?.stop())
      )
      progress?.status("waiting for the answer")
      const { dim } = paint(io.stderr.colour)
      let text = ""
      let open = false
      const line = (words: string): Effect.Effect<void, Error> => {
        const start = open && io.stdout.isTTY && io.stderr.isTTY ? "\n" : ""
        if (start !== "") open = false
        return print(io.stderr, `${start}${dim(truncate(harmless(words), Math.max(40, io.stderr.columns)))}\n`)
      }
      const show = (event: ChatEvent.ChatEvent): Effect.Effect<void, Error> => {
        switch (event._tag) {
          case "text_delta": {
            const shown = io.stdout.isTTY ? harmless(event.delta) : event.delta
            if (shown === "") return Effect.void
            open = !shown.endsWith("\n")
            return print(io.stdout, shown)
          }
          case "tool_use":
            return line(toolLine(event.data))
          default:
            return Effect.void
        }
      }
      yield* client.chat.stream(body, options).pipe(
        Stream.runForEach((event) =>
          Effect.gen(function* () {
            if (event._tag === "text_delta") {
              text += event.delta
              heard(text)
            }
            if (json) return yield* print(io.stdout, `${Json.compact(wire(event))}\n`)
            yield* attempt(async () => progress?.stop())
            yield* show(event)
          })
        ),
        Effect.onExit(() => (open ? Effect.ignore(print(io.stdout, "\n")) : Effect.void))
      )
      return text
    })
  )

const whole = (
  { io, json }: Invocation,
  client: Lvng.Service,
  body: ChatRequest,
  options: Options
): Effect.Effect<string, ChatEvent.ChatError | Error> =>
  Effect.scoped(
    Effect.gen(function* () {
      const progress = yield* Effect.acquireRelease(
        Effect.sync(() => (json ? undefined : Progress.make(io))),
        (made) => Effect.promise(async () => made?.stop())
      )
      progress?.status("waiting for the answer")
      const answer = yield* client.chat.send(body, options)
      yield* attempt(async () => progress?.stop())
      const text = answer.reply ?? ""
      if (json) {
        yield* print(io.stdout, `${Json.compact(answer)}\n`)
        return text
      }
      const shown = io.stdout.isTTY ? harmless(text) : text
      yield* print(io.stdout, shown === "" || shown.endsWith("\n") ? shown : `${shown}\n`)
      return text
    })
  )

/** Most messages of a conversation that go with the next. */
const remembered = 20

interface Message {
  readonly role: "user" | "assistant"
  readonly content: string
}

const withHistory = (body: Body, history: ReadonlyArray<Message>): Body =>
  history.length === 0 || body.channelId !== undefined
    ? body
    : { ...body, context: { ...body.context, history: history.slice(-remembered) } }

const help =
  "/new forgets what was said, /exit or Ctrl-D ends, Ctrl-C ends the answer under way. A line // begins with a slash.\n"

type Ask = (message: string, body: Body, heard: Heard) => Promise<string>

/** Fails in the same way whatever is asked. */
const isLasting = (error: unknown): boolean => {
  const code = ExitCode.of(error)
  return code === ExitCode.exitCode.auth || code === ExitCode.exitCode.usage
}

const conversation = async (invocation: Invocation, body: Body, ask: Ask): Promise<number> => {
  const { debug, io, json } = invocation
  const { bold } = paint(io.stderr.colour)
  await io.stderr.write(`Ask LVNG. ${help}`)
  let history: ReadonlyArray<Message> = []
  for (;;) {
    const line = await io.stdin.askLine(bold("> "))
    if (line === undefined) {
      await io.stderr.write("\n")
      return ExitCode.exitCode.ok
    }
    const typed = line.trim()
    if (typed === "") continue
    if (typed === "/exit" || typed === "/quit") return ExitCode.exitCode.ok
    if (typed === "/new") {
      history = []
      continue
    }
    if (typed.startsWith("/") && !typed.startsWith("//")) {
      await io.stderr.write(typed === "/help" ? help : `there is no ${typed}; ${help}`)
      continue
    }
    const message = typed.startsWith("//") ? typed.slice(1) : typed
    const said = (answer: string): ReadonlyArray<Message> => [
      ...history,
      { role: "user", content: message },
      { role: "assistant", content: answer }
    ]
    let part = ""
    const heard: Heard = (text) => {
      part = text
    }
    try {
      history = said(await ask(message, withHistory(body, history), heard))
    } catch (error) {
      // What was read can be asked about, though its end never came.
      if (part !== "") history = said(part)
      if (error instanceof BrokenPipe || error instanceof NothingSent || isLasting(error)) throw error
      if (error instanceof Interrupted) {
        if (error.signal !== "SIGINT") throw error
        await io.stderr.write("(stopped)\n")
        continue
      }
      await io.stderr.write(ErrorText.render(error, { json, debug, colour: io.stderr.colour }))
    }
  }
}

/**
 * The body of `trilum lvng chat`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const converse = async (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const options = optionsOf(invocation)
  const body = await bodyOf(invocation)
  const streaming = values.flag("stream") ?? (io.stdout.isTTY && !json)
  // A missing key is found before a person types.
  await Layers.settings(invocation, byName("lvng"))
  const ask: Ask = (message, more, heard) =>
    Layers.runLvng(
      invocation,
      Effect.flatMap(Lvng, (client) =>
        (streaming ? streamed : whole)(invocation, client, { ...more, message }, options, heard)
      )
    )
  const prompt = await promptOf(invocation)
  if (prompt === undefined) return conversation(invocation, body, ask)
  await ask(prompt, body, () => undefined)
  return ExitCode.exitCode.ok
}
