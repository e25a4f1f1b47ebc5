/**
 * Follows a run of an agent to its end: what `invoke` and `attach` share.
 *
 * @since 0.1.0
 */
import { type InvokeUpdate, type LumnisResponse, ProgressText, ResponseView } from "@trilum/lumnis"
import { Lumnis } from "@trilum/lumnis/Lumnis"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { LocalError } from "../../CliError.js"
import type { Invocation, OptionSpec } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import * as Layers from "../../layers.js"
import { choice, duration } from "../../parse.js"
import * as Json from "../../render/json.js"
import * as Progress from "../../render/progress.js"
import { harmless } from "../../render/width.js"
import { attempt, print } from "../../run.js"
import { callSpecs } from "../callOptions.js"
import { requestOptions } from "../operation/input.js"

/**
 * A run to follow, by a client of Lumnis.
 *
 * @since 0.1.0
 * @category models
 */
export type Follow<E> = (client: Lumnis.Service) => Stream.Stream<InvokeUpdate, E>

/**
 * The options of waiting, in the client's words.
 *
 * @since 0.1.0
 * @category accessors
 */
export const waitOptions = ({ values }: Invocation) => {
  const deadline = duration(values, "deadline")
  const { headers, retry, timeout } = requestOptions(values)
  return {
    deadline,
    scope: choice(values, "scope", ["user", "tenant"]),
    headers,
    retry,
    timeout,
    failedRuns: "return"
  } as const
}

/** An update with the names of the wire, for programs. */
const updateOf = (update: InvokeUpdate): object => {
  const run = { response_id: update.responseId, thread_id: update.threadId }
  switch (update._tag) {
    case "Started":
      return { type: "started", ...run }
    case "Progress":
      return { type: "progress", ...run, index: update.index, entry: update.entry }
    case "ToolCalls":
      return { type: "tool_calls", ...run, index: update.index, tool_calls: update.toolCalls }
    case "Completed":
      return { type: "completed", ...run, response: update.response }
    default:
      return { type: update._tag.toLowerCase(), ...run, response: update.response }
  }
}

/** Whether a run could be asked to stop. On a fiber of its own: one that is being interrupted has no time limits. */
const cancel = (client: Lumnis.Service, responseId: string): Effect.Effect<boolean> =>
  client.responses
    .cancel(responseId, { overallTimeout: 5000, retry: false })
    .pipe(Effect.isSuccess, Effect.interruptible, Effect.forkDaemon, Effect.flatMap(Fiber.join))

const withoutStructure = ({ response_id }: LumnisResponse): LocalError =>
  new LocalError(
    `run ${response_id} succeeded without a structured response`,
    `its text: trilum lumnis attach ${response_id}`
  )

/** The answer of a run that ended, or why there is none. */
const answerOf = (
  response: LumnisResponse,
  { io, json }: Invocation,
  structured: boolean,
  show: FollowOptions["show"]
): Effect.Effect<string, LocalError> => {
  if (json && !structured) return Effect.succeed(`${Json.compact(response)}\n`)
  const value = response.structured_response
  if (structured) {
    return value === undefined || value === null
      ? Effect.fail(withoutStructure(response))
      : Effect.succeed(`${Json.text(value, io.stdout, json)}\n`)
  }
  if (show !== undefined) {
    const shown = show(response)
    return shown === undefined ? Effect.fail(withoutStructure(response)) : Effect.succeed(`${shown}\n`)
  }
  const text = response.output_text ?? (value === undefined || value === null ? "" : Json.compact(value))
  const shown = io.stdout.isTTY ? harmless(text) : text
  return Effect.succeed(shown === "" || shown.endsWith("\n") ? shown : `${shown}\n`)
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FollowOptions {
  /** The id of a run that was started before. */
  readonly attached?: string | undefined
  /** What is printed of a response; `undefined` when it has nothing of the kind. Default: its text. */
  readonly show?: ((response: LumnisResponse) => string | undefined) | undefined
}

/**
 * Follows a run: progress to stderr, the answer to stdout. Ctrl-C says how to go on.
 *
 * @since 0.1.0
 * @category combinators
 */
export const follow = async <E>(
  invocation: Invocation,
  start: Follow<E>,
  { attached, show }: FollowOptions = {}
): Promise<number> => {
  const { io, json, values } = invocation
  const streaming = values.flag("stream") === true
  const showsProgress = values.flag("progress") === true || (streaming && !json)
  const structured = values.has("schema")
  let responseId = attached
  let ended = false

  const farewell = (client: Lumnis.Service, progress: Progress.Progress): Effect.Effect<void> =>
    Effect.gen(function* () {
      yield* Effect.promise(progress.stop)
      if (responseId === undefined || ended) return
      const cancelled = values.flag("cancel-on-interrupt") === true && (yield* cancel(client, responseId))
      yield* Effect.promise(() =>
        progress.line(
          cancelled
            ? `interrupted: run ${responseId} was asked to stop`
            : `interrupted: run ${responseId} goes on; to wait for it again: trilum lumnis attach ${responseId}`
        )
      )
    })

  const emit = (progress: Progress.Progress) => {
    const tracker = ProgressText.makeTracker()
    return (update: InvokeUpdate): Effect.Effect<void, Error> =>
      Effect.gen(function* () {
        if (update._tag === "Started") {
          responseId = update.responseId
          progress.status("waiting for the agent")
          if (showsProgress)
            yield* attempt(() => progress.line(`run ${update.responseId} in thread ${update.threadId}`))
          return
        }
        if (!("entry" in update)) return
        progress.status(update.entry.message ?? update.entry.state)
        const line = showsProgress ? tracker.next(update.entry) : undefined
        if (line !== undefined) yield* attempt(() => progress.line(line))
      })
  }

  await Layers.runLumnis(
    invocation,
    Effect.gen(function* () {
      const client = yield* Lumnis
      const progress = yield* Effect.acquireRelease(
        Effect.sync(() => Progress.make(io)),
        (made) => Effect.promise(made.stop)
      )
      const tell = emit(progress)
      const last = yield* start(client).pipe(
        Stream.tap((update) => tell(update)),
        Stream.tap((update) =>
          json && streaming
            ? attempt(() => progress.above(() => io.stdout.write(`${Json.compact(updateOf(update))}\n`)))
            : Effect.void
        ),
        Stream.runLast,
        Effect.onInterrupt(() => farewell(client, progress))
      )
      ended = true
      yield* Effect.promise(progress.stop)
      if (last._tag === "None" || !("response" in last.value)) {
        return yield* Effect.fail(new LocalError("the run ended without an answer"))
      }
      const update = last.value
      const failure = ResponseView.failure(update.response)
      if (failure !== undefined) {
        if (json && !streaming) yield* print(io.stdout, `${Json.compact(update.response)}\n`)
        return yield* Effect.fail(failure)
      }
      if (json && streaming) return
      yield* print(io.stdout, yield* answerOf(update.response, invocation, structured, show))
    })
  )
  return exitCode.ok
}

/**
 * The options of waiting for a run.
 *
 * @since 0.1.0
 * @category constants
 */
export const waitSpecs: ReadonlyArray<OptionSpec> = [
  { name: "stream", type: "boolean", summary: "Show what the agent does as it does it; with --json one update a line" },
  { name: "progress", type: "boolean", summary: "Show progress and tool calls on stderr" },
  { name: "deadline", type: "string", placeholder: "DURATION", summary: "Stop waiting after so long; the run goes on" },
  { name: "cancel-on-interrupt", type: "boolean", summary: "Ctrl-C asks the run to stop, too" },
  ...callSpecs,
  {
    name: "scope",
    type: "string",
    choices: ["user", "tenant"],
    placeholder: "SCOPE",
    summary: "Act for one user (default) or the whole tenant",
    heading: "Request"
  }
]
