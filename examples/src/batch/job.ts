/** A job of one's own: translations by a service that takes idempotency keys, worked off on a SQLite file. */
import * as Batch from "@trilum/batch/Batch"
import * as Job from "@trilum/batch/Job"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"

/** Stands for a service on the network. */
const service = {
  begin: (text: string, _idempotencyKey: string) => Effect.succeed({ id: text.toUpperCase() }),
  wait: (id: string) => Effect.delay(Effect.succeed(id), 10)
}

export const translate = Job.make({
  name: "acme.translate",
  platform: "acme",
  input: Schema.Struct({ text: Schema.String }),
  run: Schema.Struct({ id: Schema.String }),
  start: ({ text }, { idempotencyKey }) =>
    Effect.map(service.begin(text, idempotencyKey), ({ id }) => Job.started({ id })),
  attach: ({ id }) => service.wait(id)
})

export const main = (database: string, texts: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const batches = yield* Batch.Batch
    const items = texts.map((text) => ({ id: text, input: { text } }))
    const { id } = yield* batches.submit(translate, items)
    return yield* Stream.runCollect(batches.results(id, { follow: true }))
  }).pipe(Effect.provide(Batch.layerEmbedded({ database, jobs: [translate] })))
