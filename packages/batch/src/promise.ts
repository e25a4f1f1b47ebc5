/**
 * Batches without Effect.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as PromiseClient from "@trilum/core/PromiseClient"
import { Luml } from "@trilum/luml"
import type { Options as LumlOptions } from "@trilum/luml/Luml"
import { Lumnis } from "@trilum/lumnis"
import type { Options as LumnisOptions } from "@trilum/lumnis/Lumnis"
import { Lvng } from "@trilum/lvng"
import type { Options as LvngOptions } from "@trilum/lvng/Lvng"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Scope from "effect/Scope"
import * as Batch from "./Batch.js"
import type { DatabaseError } from "./BatchError.js"
import * as Database from "./Database.js"
import * as Encryption from "./Encryption.js"
import * as Job from "./Job.js"
import * as LumlJobs from "./LumlJobs.js"
import * as LumnisJobs from "./LumnisJobs.js"
import * as LvngJobs from "./LvngJobs.js"
import * as Queue from "./Queue.js"
import * as RateLimiter from "./RateLimiter.js"
import * as Worker from "./Worker.js"

export type * from "./Batch.js"
export * from "./BatchError.js"
export { Job, LumlJobs, LumnisJobs, LvngJobs }

/**
 * A worker in this process. It runs the jobs of the platforms that are named here; `true` takes the settings of a client
 * from its environment variables.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkerOptions extends Omit<Worker.Options<never>, "jobs"> {
  readonly lumnis?: LumnisOptions | true | undefined
  readonly lvng?: LvngOptions | true | undefined
  readonly luml?: LumlOptions | true | undefined
  /** Default: `default`. */
  readonly tenant?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options extends Database.Options {
  /** `postgres://...`, the path of a SQLite file, or `:memory:`. Default: `TRILUM_DATABASE_URL`. */
  readonly database?: Database.Url | undefined
  /** Default: none; workers of other processes do the work. */
  readonly worker?: WorkerOptions | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchClient extends PromiseClient.Promised<Batch.Service>, PromiseClient.Closeable {}

type World = Queue.Queue | RateLimiter.RateLimiter

/** The jobs of the platforms that were named, each with a client that keeps to the shared limits. */
const jobsOf = ({ luml, lumnis, lvng }: WorkerOptions) =>
  Effect.gen(function* () {
    const client = <A, E>(platform: string, layer: Layer.Layer<A, E, HttpClient.HttpClient>) =>
      Layer.build(layer.pipe(Layer.provide(RateLimiter.httpClient(platform)), Layer.provide(DefaultTransport.layer)))
    const given = <O>(options: O | true): O | undefined => (options === true ? undefined : options)
    const jobs: Array<Job.Job<never>> = []
    if (lumnis !== undefined) {
      jobs.push(Job.provide(LumnisJobs.invoke, yield* client("lumnis", Lumnis.layerConfig(given(lumnis)))))
    }
    if (lvng !== undefined) {
      const context = yield* client("lvng", Lvng.layerConfig(given(lvng)))
      jobs.push(Job.provide(LvngJobs.chat, context), Job.provide(LvngJobs.workflow, context))
    }
    if (luml !== undefined) {
      const files = yield* Layer.build(DefaultFiles.layer)
      const context = Context.merge(yield* client("luml", Luml.layerConfig(given(luml))), files)
      jobs.push(Job.provide(LumlJobs.upload, context), Job.provide(LumlJobs.download, context))
    }
    return jobs
  })

const workerLayer = (options: WorkerOptions): Layer.Layer<Worker.Worker, ConfigurationError | DatabaseError, World> =>
  Layer.scoped(
    Worker.Worker,
    Effect.flatMap(jobsOf(options), (jobs) => {
      const { luml: _, lumnis: __, lvng: ___, tenant: ____, ...rest } = options
      return Worker.make({ ...rest, jobs })
    })
  )

/**
 * Opens a database of batches, and works them off in this process if `worker` says how. Payloads are encrypted if
 * `TRILUM_BATCH_KEY` is set. Closing the client stops its worker.
 *
 * @example
 * ```ts
 * import { createBatch, LumnisJobs } from "@trilum/batch/promise"
 *
 * const batches = await createBatch({ database: "batches.db", worker: { lumnis: true } })
 * const { id } = await batches.submit(LumnisJobs.invoke, [
 *   { id: "ants", input: { prompt: "Write a haiku about ants", user_id: "ada@example.com" } }
 * ])
 * for await (const result of batches.results(id, { follow: true })) console.log(result.id, result.output)
 * await batches.close()
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const createBatch = async ({ database, worker, ...options }: Options = {}): Promise<BatchClient> => {
  const opened = database === undefined ? Database.layerConfig(options) : Database.layer(database, options)
  const working =
    worker === undefined
      ? Layer.empty
      : Layer.discard(workerLayer(worker)).pipe(Layer.provide(RateLimiter.layer({ tenant: worker.tenant })))
  const layer = Layer.merge(Batch.layer, Layer.provide(working, Queue.layer)).pipe(
    Layer.provide(opened),
    Layer.provide(Layer.merge(Encryption.layerConfig, warnings))
  )
  const scope = Effect.runSync(Scope.make())
  const close = Scope.close(scope, Exit.void)
  const built = await Effect.runPromise(Effect.either(Layer.buildWithScope(layer, scope)))
  if (Either.isLeft(built)) {
    await Effect.runPromise(close)
    throw built.left
  }
  const { runner, service } = PromiseClient.fromLayer(
    Batch.Batch,
    Layer.scopedContext(
      Effect.as(
        Effect.addFinalizer(() => close),
        built.right
      )
    )
  )
  return PromiseClient.make(service, runner)
}

/** Warnings go to `console.warn`: standard output belongs to the program. */
const warnings = Layer.merge(
  Logger.replace(Logger.defaultLogger, Logger.withLeveledConsole(Logger.logfmtLogger)),
  Logger.minimumLogLevel(LogLevel.Warning)
)
