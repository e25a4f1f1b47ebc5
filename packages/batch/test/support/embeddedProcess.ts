/** A batch on a SQLite file in one process: submits, works it off, prints the results as JSON. */
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { Lumnis } from "@trilum/lumnis"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Stream from "effect/Stream"
import * as Batch from "../../src/Batch.js"
import * as LumnisJobs from "../../src/LumnisJobs.js"

const { count, database, lumnis } = JSON.parse(process.argv[2] ?? "{}") as {
  readonly count: number
  readonly database: string
  readonly lumnis: string
}

const items = Array.from({ length: count }, (_, index) => ({
  id: `prompt-${index}`,
  input: { prompt: `say ${index}`, user_id: "ada@example.com" }
}))

const client = Layer.provide(
  Lumnis.layer({ apiKey: "lmn_test_0123456789abcdef", baseUrl: lumnis, pollInterval: 50 }),
  DefaultTransport.layer
)

const main = Effect.gen(function* () {
  const batches = yield* Batch.Batch
  const { id } = yield* batches.submit(LumnisJobs.invoke, items, { id: "embedded" })
  const results = yield* Stream.runCollect(batches.results(id, { follow: true, pollInterval: 50 }))
  console.log(JSON.stringify(Chunk.toReadonlyArray(results).map(({ id, status }) => [id, status])))
}).pipe(
  Effect.provide(
    Batch.layerEmbedded({ database, jobs: [LumnisJobs.invoke], concurrency: 4, lease: "1 second", pollInterval: 50 })
  ),
  Effect.provide(client),
  Logger.withMinimumLogLevel(LogLevel.Warning)
)

Effect.runPromise(main).then(
  () => process.exit(0),
  (cause: unknown) => {
    console.error(cause)
    process.exit(1)
  }
)
