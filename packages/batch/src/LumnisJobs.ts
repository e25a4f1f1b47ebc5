/**
 * Jobs of Lumnis AI: runs of agents. An item has the fields of a line of `trilum lumnis invoke --batch`.
 *
 * @since 0.1.0
 */
import { Lumnis } from "@trilum/lumnis"
import type { InvokeStreamOptions, LumnisResponse } from "@trilum/lumnis/Invoke"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Job from "./Job.js"

const Json = Schema.Record({ key: Schema.String, value: Schema.Unknown })

const Message = Schema.Struct({
  role: Schema.Literal("system", "user", "assistant"),
  content: Schema.String
})

/**
 * What an agent is asked: `prompt` or `messages`, and the options of the run with the names of the wire. The specialised
 * agents are `specialized_agent` with `specialized_agent_params`.
 *
 * @since 0.1.0
 * @category models
 */
export const Input = Schema.Struct({
  prompt: Schema.optional(Schema.NonEmptyString),
  messages: Schema.optional(Schema.NonEmptyArray(Message)),
  user_id: Schema.optional(Schema.NonEmptyString),
  /** `tenant`: the run acts for the whole tenant. Default: for the user. */
  scope: Schema.optional(Schema.Literal("user", "tenant")),
  thread_id: Schema.optional(Schema.NonEmptyString),
  files: Schema.optional(
    Schema.Array(Schema.Union(Schema.String, Schema.Struct({ name: Schema.String, uri: Schema.String })))
  ),
  response_format: Schema.optional(Json),
  response_format_instructions: Schema.optional(Schema.NonEmptyString),
  model_overrides: Schema.optional(Json),
  agent_config: Schema.optional(Json),
  options: Schema.optional(Json),
  specialized_agent: Schema.optional(Schema.NonEmptyString),
  specialized_agent_params: Schema.optional(Json)
}).pipe(
  Schema.filter(({ messages, prompt }) =>
    (messages === undefined) === (prompt === undefined) ? `give either "prompt" or "messages"` : undefined
  )
)

/**
 * @since 0.1.0
 * @category models
 */
export interface Input extends Schema.Schema.Type<typeof Input> {}

/**
 * What is stored of a run that succeeded.
 *
 * @since 0.1.0
 * @category models
 */
export interface Output {
  readonly response_id: string
  readonly thread_id: string
  readonly output_text: string | null
  readonly structured_response: unknown
}

/**
 * What names a run.
 *
 * @since 0.1.0
 * @category models
 */
export const Run = Schema.Struct({ responseId: Schema.String, threadId: Schema.String })

const optionsOf = (input: Input): InvokeStreamOptions => ({
  userId: input.user_id,
  scope: input.scope,
  threadId: input.thread_id,
  files: input.files,
  responseFormat: input.response_format,
  responseFormatInstructions: input.response_format_instructions,
  modelOverrides: input.model_overrides as InvokeStreamOptions["modelOverrides"],
  agentConfig: input.agent_config as InvokeStreamOptions["agentConfig"],
  options: input.options,
  specializedAgent: input.specialized_agent as InvokeStreamOptions["specializedAgent"],
  specializedAgentParams: input.specialized_agent_params as InvokeStreamOptions["specializedAgentParams"]
})

const outputOf = (response: LumnisResponse): Output => ({
  response_id: response.response_id,
  thread_id: response.thread_id,
  output_text: response.output_text ?? null,
  structured_response: response.structured_response ?? null
})

/**
 * A run of an agent, general or specialised.
 *
 * @since 0.1.0
 * @category jobs
 */
export const invoke: Job.Job<Input, Lumnis> = Job.make({
  name: "lumnis.invoke",
  platform: "lumnis",
  input: Input,
  run: Run,
  start: (input, { idempotencyKey }) =>
    Effect.gen(function* () {
      const lumnis = yield* Lumnis
      const asked = input.messages ?? input.prompt ?? ""
      // The first update comes once the platform has taken the run; closing the stream then leaves the run alone.
      const first = yield* Stream.runHead(
        lumnis.invokeStream(asked, { ...optionsOf(input), idempotencyKey, cancelOnInterrupt: false })
      )
      const { responseId, threadId } = yield* Effect.orDie(first)
      return Job.started({ responseId, threadId })
    }),
  attach: ({ responseId }, _context, input) =>
    Effect.flatMap(Lumnis, (lumnis) =>
      Effect.map(
        lumnis.attach(responseId, { scope: input.scope, deadline: Number.POSITIVE_INFINITY, cancelOnInterrupt: false }),
        outputOf
      )
    ),
  cancel: ({ responseId }) => Effect.flatMap(Lumnis, (lumnis) => Effect.asVoid(lumnis.responses.cancel(responseId)))
})
