/**
 * Tools of Lumnis AI: start an agent and wait for its answer.
 *
 * @since 0.1.0
 */
import type { AttachError, InvokeError } from "@trilum/lumnis/Invoke"
import type { InvokeUpdate } from "@trilum/lumnis/InvokeUpdate"
import type * as Lumnis from "@trilum/lumnis/Lumnis"
import * as ProgressText from "@trilum/lumnis/ProgressText"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type { Platform } from "./Platforms.js"
import * as Tool from "./Tool.js"

/** Hosts often stop a call after a minute. */
const defaultWait = 50

const waitSeconds = Tool.optional(
  Schema.Number.pipe(Schema.between(0, 3600)),
  `Longest wait in seconds. Then the result has status "running", and lumnis_wait continues. Default: ${defaultWait}.`
)

const userId = Tool.optional(Schema.String, "The user to act for: id or e-mail address.")

const agent: Tool.Annotations = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
  openWorldHint: true
}

/** Only the wait ends when it is cancelled or its time is over, even if the options of the client cancel runs. */
const continues = { cancelOnInterrupt: false, cancelOnDeadline: false }

const messageOf = (update: InvokeUpdate): string | undefined => {
  switch (update._tag) {
    case "Started":
      return `run ${update.responseId} started in thread ${update.threadId}`
    case "Progress":
      return ProgressText.displayProgress(update.entry, { indent: "" })
    case "ToolCalls":
      return update.toolCalls.map(ProgressText.formatToolCall).join("\n")
    default:
      return undefined
  }
}

/**
 * Follows a run. The result is its answer, or its id if it does not finish in time. The time begins when the run has
 * started: a run without an id could not be waited for.
 */
const follow = (
  updates: Stream.Stream<InvokeUpdate, InvokeError | AttachError>,
  seconds = defaultWait,
  known?: string
) =>
  Effect.gen(function* () {
    const call = yield* Tool.Call
    const started = yield* Deferred.make<void>()
    let responseId = known
    let last: InvokeUpdate | undefined
    if (known !== undefined) yield* Deferred.succeed(started, undefined)
    const waited = Stream.runForEach(updates, (update) => {
      responseId = update.responseId
      last = update
      const message = messageOf(update)
      return Effect.zipRight(
        Deferred.succeed(started, undefined),
        message === undefined ? Effect.void : call.progress(message)
      )
    })
    const isDone = yield* Effect.raceFirst(
      Effect.as(waited, true),
      Effect.as(Effect.zipRight(Deferred.await(started), Effect.sleep(seconds * 1000)), false)
    ).pipe(
      Effect.catchTag("WaitTimeoutError", () => Effect.succeed(false)),
      Effect.onInterrupt(() =>
        responseId === undefined
          ? Effect.void
          : call.log(`The wait was cancelled. Run ${responseId} continues; lumnis_wait waits for it.`)
      )
    )
    if (!isDone || last?._tag !== "Completed") {
      return {
        value: {
          status: "running",
          response_id: responseId,
          thread_id: last?.threadId,
          next: "The run continues on the server. Call lumnis_wait with this response_id."
        }
      }
    }
    return {
      value: {
        status: "succeeded",
        response_id: last.responseId,
        thread_id: last.threadId,
        output_text: last.output_text,
        structured_response: last.structured_response ?? undefined
      }
    }
  })

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = ({ client }: Platform<Lumnis.Lumnis.Service>): ReadonlyArray<Tool.Tool> => [
  Tool.make({
    name: "lumnis_invoke",
    title: "Ask a Lumnis agent",
    description:
      "Starts a run of a Lumnis AI agent and waits for its answer. The agent works with the tools and connections of its user and may take minutes. Runs are billed. A cancelled call stops waiting; the run continues.",
    input: Schema.Struct({
      prompt: Schema.NonEmptyString.annotations({ description: "What the agent should do." }),
      user_id: userId,
      thread_id: Tool.optional(Schema.String, "The thread to continue. Default: a new one."),
      specialized_agent: Tool.optional(Schema.String, "A specialized agent. Default: the general one."),
      files: Tool.optional(Schema.Array(Schema.String), "Ids or URIs of uploaded files."),
      wait_seconds: waitSeconds
    }),
    annotations: agent,
    run: (input) =>
      follow(
        client.invokeStream(input.prompt, {
          userId: input.user_id,
          threadId: input.thread_id,
          specializedAgent: input.specialized_agent,
          files: input.files,
          ...continues
        }),
        input.wait_seconds
      )
  }),
  Tool.make({
    name: "lumnis_wait",
    title: "Wait for a Lumnis run",
    description: "Waits for a run that was started before, and returns its answer.",
    input: Schema.Struct({
      response_id: Schema.NonEmptyString.annotations({ description: "As lumnis_invoke returned it." }),
      wait_seconds: waitSeconds
    }),
    annotations: Tool.reads,
    run: (input) => follow(client.attachStream(input.response_id, continues), input.wait_seconds, input.response_id)
  })
]
