/**
 * Batches without Effect.
 *
 * @since 0.1.0
 */
import * as PromiseClient from "@trilum/core/PromiseClient"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import * as Batch from "./Batch.js"
import * as Database from "./Database.js"
import * as Encryption from "./Encryption.js"

export type * from "./Batch.js"
export * from "./BatchError.js"
export * as Job from "./Job.js"
export * as LumlJobs from "./LumlJobs.js"
export * as LumnisJobs from "./LumnisJobs.js"
export * as LvngJobs from "./LvngJobs.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options extends Database.Options {
  /** `postgres://...`, the path of a SQLite file, or `:memory:`. Default: `TRILUM_DATABASE_URL`. */
  readonly database?: Database.Url | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchClient extends PromiseClient.Promised<Batch.Service>, PromiseClient.Closeable {}

/**
 * Opens a database of batches. Payloads are encrypted if `TRILUM_BATCH_KEY` is set.
 *
 * @example
 * ```ts
 * import { createBatch, LumnisJobs } from "@trilum/batch/promise"
 *
 * const batches = await createBatch({ database: "batches.db" })
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
export const createBatch = async ({ database, ...options }: Options = {}): Promise<BatchClient> => {
  const opened = database === undefined ? Database.layerConfig(options) : Database.layer(database, options)
  const layer = Batch.layer.pipe(Layer.provide(opened), Layer.provide(Encryption.layerConfig))
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
