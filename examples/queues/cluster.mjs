/**
 * Prompts as a workflow of @effect/cluster with two activities. The result of each is stored, so a workflow that continues
 * elsewhere attaches to the run that was started.
 */

import * as ClusterWorkflowEngine from "@effect/cluster/ClusterWorkflowEngine"
import * as SingleRunner from "@effect/cluster/SingleRunner"
import { PgClient } from "@effect/sql-pg"
import * as Activity from "@effect/workflow/Activity"
import * as Workflow from "@effect/workflow/Workflow"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { Lumnis } from "@trilum/lumnis"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"

export const Prompt = Workflow.make({
  name: "Prompt",
  payload: { id: Schema.String, prompt: Schema.String, user: Schema.String },
  success: Schema.String,
  idempotencyKey: ({ id }) => id
})

/** The key is the id of the execution, which is made of the payload's id. An attempt of an activity adds nothing to it. */
export const layer = Prompt.toLayer(({ prompt, user }, idempotencyKey) =>
  Effect.gen(function* () {
    const lumnis = yield* Lumnis
    const responseId = yield* Activity.make({
      name: "create",
      success: Schema.String,
      execute: lumnis.invokeStream(prompt, { userId: user, idempotencyKey, cancelOnInterrupt: false }).pipe(
        Stream.runHead,
        Effect.flatten,
        Effect.map(({ responseId }) => responseId),
        Effect.orDie
      )
    })
    return yield* Activity.make({
      name: "wait",
      success: Schema.String,
      execute: lumnis.attach(responseId, { cancelOnInterrupt: false }).pipe(
        Effect.map(({ output_text }) => output_text ?? ""),
        Effect.orDie
      )
    })
  })
)

/** One runner on PostgreSQL. More than one: `NodeClusterSocket` of @effect/platform-node in place of `SingleRunner`. */
export const engine = (url, shardingConfig) =>
  layer.pipe(
    Layer.provideMerge(ClusterWorkflowEngine.layer),
    Layer.provide(SingleRunner.layer({ shardingConfig })),
    Layer.provide(PgClient.layer({ url: Redacted.make(url) })),
    Layer.provide(Lumnis.layerConfig()),
    Layer.provide(DefaultTransport.layer)
  )

/** Starts or continues a prompt and waits for its text. */
export const run = (payload) => Prompt.execute(payload)
