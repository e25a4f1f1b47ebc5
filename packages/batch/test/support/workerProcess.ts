/** A worker in a process of its own. Settings come as JSON in the first argument. Prints `ready` once it claims. */
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { Lumnis } from "@trilum/lumnis"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Database from "../../src/Database.js"
import * as LumnisJobs from "../../src/LumnisJobs.js"
import * as Queue from "../../src/Queue.js"
import * as RateLimiter from "../../src/RateLimiter.js"
import * as Worker from "../../src/Worker.js"

const settings = JSON.parse(process.argv[2] ?? "{}") as {
  readonly database: string
  readonly lumnis: string
  readonly concurrency: number
  readonly lease: number
}

const { concurrency, database, lease, lumnis } = settings

const http = Layer.provide(RateLimiter.httpClient("lumnis"), DefaultTransport.layer)
const client = Layer.provide(
  Lumnis.layer({
    apiKey: "lmn_test_0123456789abcdef",
    baseUrl: lumnis,
    pollInterval: 100,
    retry: { baseDelay: 20, maxDelay: 200 }
  }),
  http
)
const worker = Worker.layer({ jobs: [LumnisJobs.invoke], concurrency, lease, pollInterval: 100, drain: "5 seconds" })

const main = Effect.gen(function* () {
  const { ended, stop } = yield* Worker.Worker
  process.on("SIGTERM", () => Effect.runFork(stop))
  console.log("ready")
  yield* ended
}).pipe(
  Effect.provide(worker),
  Effect.provide(client),
  Effect.provide(RateLimiter.layer({ refreshInterval: 100 })),
  Effect.provide(Queue.layer),
  Effect.provide(Database.layer(database)),
  Effect.provide(Logger.replace(Logger.defaultLogger, Logger.withLeveledConsole(Logger.logfmtLogger)))
)

Effect.runPromise(main).then(
  () => process.exit(0),
  (cause: unknown) => {
    console.error(cause)
    process.exit(1)
  }
)
