/** One process of a measurement: `invokeMany` for comparison, or the submission of many items. Prints a line of JSON. */
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { Lumnis } from "@trilum/lumnis"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Stream from "effect/Stream"
import * as Batch from "../../src/Batch.js"
import * as Database from "../../src/Database.js"
import * as LumnisJobs from "../../src/LumnisJobs.js"

const { concurrency, count, database, lumnis, what } = JSON.parse(process.argv[2] ?? "{}") as {
  readonly what: "invokeMany" | "submit"
  readonly lumnis: string
  readonly database: string
  readonly count: number
  readonly concurrency: number
}

function* prompts() {
  for (let index = 0; index < count; index++) yield { id: `prompt-${index}`, prompt: `say ${index}` }
}

const invokeMany = Effect.flatMap(Lumnis, (client) =>
  Stream.runDrain(
    client.invokeMany(
      Array.from(prompts(), ({ id, prompt }) => ({ id, input: prompt })),
      { userId: "ada@example.com", concurrency }
    )
  )
).pipe(
  Effect.provide(
    Layer.provide(
      Lumnis.layer({
        apiKey: "lmn_test_0123456789abcdef",
        baseUrl: lumnis,
        pollInterval: 100,
        retry: { baseDelay: 20, maxDelay: 200 }
      }),
      DefaultTransport.layer
    )
  )
)

const submit = Effect.flatMap(Batch.Batch, (batches) =>
  batches.submit(
    LumnisJobs.invoke,
    Stream.map(Stream.fromIterable(prompts()), ({ id, prompt }) => ({
      id,
      input: { prompt, user_id: "ada@example.com" }
    }))
  )
).pipe(Effect.provide(Layer.provide(Batch.layer, Database.layer(database))))

const started = performance.now()
const main: Effect.Effect<unknown, unknown> = what === "submit" ? submit : invokeMany
Effect.runPromise(Logger.withMinimumLogLevel(main, LogLevel.Warning)).then(
  () => {
    const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage()
    const cpu = (systemCPUTime + userCPUTime) / 1000
    console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000, cpu, rss: maxRSS / 1024 }))
    process.exit(0)
  },
  (cause: unknown) => {
    console.error(cause)
    process.exit(1)
  }
)
