/**
 * Jobs of LVNG: messages to the engine, and executions of workflows.
 *
 * @since 0.1.0
 */
import { Lvng } from "@trilum/lvng"
import type { ChatRequest } from "@trilum/lvng/generated/chat"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Job from "./Job.js"

const Json = Schema.Record({ key: Schema.String, value: Schema.Unknown })

/**
 * A message, with the names of the wire. Other fields of the chat call are sent as they are.
 *
 * @since 0.1.0
 * @category models
 */
export const ChatInput = Schema.Struct(
  { message: Schema.NonEmptyString },
  { key: Schema.String, value: Schema.Unknown }
)

/**
 * @since 0.1.0
 * @category models
 */
export interface ChatInput extends Schema.Schema.Type<typeof ChatInput> {}

/**
 * A message and the whole reply. A chat is no run that another worker could attach to: one that a crash interrupts is sent
 * once more under the same idempotency key, and whether LVNG then answers twice is not documented.
 *
 * @since 0.1.0
 * @category jobs
 */
export const chat: Job.Job<ChatInput, Lvng> = Job.make({
  name: "lvng.chat",
  platform: "lvng",
  input: ChatInput,
  start: (input, { idempotencyKey }) =>
    Effect.flatMap(Lvng, (lvng) => Effect.map(lvng.chat.send(input as ChatRequest, { idempotencyKey }), Job.finished))
})

/**
 * @since 0.1.0
 * @category models
 */
export const WorkflowInput = Schema.Struct({
  workflow_id: Schema.NonEmptyString,
  /** What `execute` takes as its body. */
  params: Schema.optional(Json)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkflowInput extends Schema.Schema.Type<typeof WorkflowInput> {}

/**
 * An execution of a workflow.
 *
 * @since 0.1.0
 * @category jobs
 */
export const workflow: Job.Job<WorkflowInput, Lvng> = Job.make({
  name: "lvng.workflow",
  platform: "lvng",
  input: WorkflowInput,
  run: Schema.Struct({ workflowId: Schema.String, runId: Schema.String }),
  start: ({ params, workflow_id }, { idempotencyKey }) =>
    Effect.flatMap(Lvng, (lvng) =>
      Effect.map(lvng.workflows.execute(workflow_id, params ?? {}, { idempotencyKey }), ({ data }) =>
        Job.started({ workflowId: workflow_id, runId: data.id })
      )
    ),
  attach: ({ runId, workflowId }) =>
    Effect.flatMap(Lvng, (lvng) => lvng.workflows.awaitRun(workflowId, runId, { deadline: Number.POSITIVE_INFINITY }))
})
