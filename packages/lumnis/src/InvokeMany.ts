/**
 * Many runs as one batch. Every item gets a result, the pace follows the server, and a restart repeats no finished
 * item.
 *
 * @since 0.1.0
 */
import { type AuthenticationError, tagged, type ValidationError } from "@trilum/core/ApiError"
import type { Face, Items, MethodOptions, PromiseTypeId } from "@trilum/core/PromiseClient"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type {
  FailureOptions,
  HttpOptions,
  Input,
  InvokeError,
  LumnisResponse,
  OutputSchema,
  RequestFields,
  StructuredResponse,
  WaitOptions
} from "./Invoke.js"
import type { StructuredOutputError } from "./LumnisError.js"

/** The fields of a request that an item may set. */
type ItemFields = Omit<RequestFields, "idempotencyKey">

/**
 * One run of a batch. The options of the batch are the defaults of its fields. An item may have additional fields of
 * your own, which results contain too.
 *
 * @since 0.1.0
 * @category models
 */
export interface BatchItem extends ItemFields {
  /** Identifies the item, also after a restart. Unique within the batch. */
  readonly id: string
  readonly input: Input
  /** A JSON Schema for `structured_response`, sent unchanged. Excludes the option `schema`. */
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  /**
   * Number of this item's run, from 0 (default). The same number always refers to the same run. Use a new number to
   * start a new run, for example after one that failed.
   */
  readonly attempt?: number | undefined
}

/**
 * A run that finished. With `failedRuns: "return"`, it may have failed or been cancelled.
 *
 * @since 0.1.0
 * @category models
 */
export interface Succeeded<Item = BatchItem, A = LumnisResponse> {
  readonly _tag: "Succeeded"
  readonly id: string
  /** Position of the item in the input, from 0. */
  readonly index: number
  readonly item: Item
  readonly responseId: string
  readonly threadId: string
  readonly response: A
}

/**
 * An item without a successful run. `responseId` is set when a run was started. That run may still be active, for
 * example after `WaitTimeoutError`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Failed<Item = BatchItem, E = InvokeError> {
  readonly _tag: "Failed"
  readonly id: string
  readonly index: number
  readonly item: Item
  readonly responseId: string | undefined
  readonly error: E
}

/**
 * @since 0.1.0
 * @category models
 */
export type BatchResult<Item = BatchItem, A = LumnisResponse, E = InvokeError> = Succeeded<Item, A> | Failed<Item, E>

/**
 * A result of a {@link Checkpoint}. An effect is run, a promise is awaited.
 *
 * @since 0.1.0
 * @category models
 */
export type Answer<A> = Effect.Effect<A, unknown> | PromiseLike<A> | A

/**
 * A run that was started for an item.
 *
 * @since 0.1.0
 * @category models
 */
export interface StartedRun {
  readonly id: string
  /** The idempotency key of the run. Another key belongs to another run. */
  readonly key: string
  readonly responseId: string
  readonly threadId: string
}

/**
 * The state of an item in a checkpoint.
 *
 * @since 0.1.0
 * @category models
 */
export type Recorded = ({ readonly _tag: "Started" } & Omit<StartedRun, "id">) | { readonly _tag: "Finished" }

/**
 * Stores the progress of a batch, so that a restart continues it: finished items are skipped, and active runs are
 * awaited instead of started. `@trilum/lumnis/node/BatchFile` stores it in files. A failure of a method ends the batch
 * with {@link CheckpointError}.
 *
 * @since 0.1.0
 * @category models
 */
export interface Checkpoint {
  /** The batch of this checkpoint. Default of the option `batchId`. */
  readonly batchId?: string | undefined
  /** Called once for each item, before a request is sent for it. */
  readonly find: (id: string) => Answer<Recorded | undefined>
  /** Called when the server has accepted a run. May be called more than once for the same run. */
  readonly started: (run: StartedRun) => Answer<unknown>
  /** Called when the consumer requests the next result and has therefore processed this one. */
  readonly finished: (item: { readonly id: string; readonly succeeded: boolean }) => Answer<unknown>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchOptions {
  /**
   * Part of every idempotency key. When the same batch is sent twice, each run starts once, as long as the server keeps
   * the keys. Default: the id of `checkpoint`, else a new one.
   */
  readonly batchId?: string | undefined
  /** Maximum number of active runs. Default: 8. */
  readonly concurrency?: number | undefined
  /**
   * `true`: the number of active runs follows the server. 429 and 503 halve it, at most once a second; a round of
   * successful starts adds one, up to `concurrency`. Default: `true`.
   */
  readonly adaptive?: boolean | undefined
  /** `true`: emits results in the order of the items. Default: in the order in which they finish. */
  readonly ordered?: boolean | undefined
  /**
   * Retries of an item after the retries of the client failed: no response, a timeout, 408, 429 or 5xx. A retry never
   * starts a second run. Default: 3.
   */
  readonly retries?: number | undefined
  /** After this many failed items, no further item is started and the stream fails with {@link BatchStoppedError}. */
  readonly stopAfterFailures?: number | undefined
  /** Default: no progress is stored. */
  readonly checkpoint?: Checkpoint | undefined
}

/**
 * The options of a batch and the common fields of its items. Durations without a unit are in milliseconds. `deadline`
 * applies to each item.
 *
 * @since 0.1.0
 * @category models
 */
export interface InvokeManyOptions extends BatchOptions, ItemFields, WaitOptions, HttpOptions, FailureOptions {
  /** A JSON Schema for `structured_response`, sent unchanged. */
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  readonly schema?: undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StructuredManyOptions<A, I> extends BatchOptions, ItemFields, WaitOptions, HttpOptions {
  /** Schema of the structured output. Its encoded side is sent as JSON Schema, and the output is decoded with it. */
  readonly schema: OutputSchema<A, I>
  /** The JSON Schema to send for a Standard Schema, instead of its own. */
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  readonly failedRuns?: "fail" | undefined
}

/**
 * The checkpoint could not be read or written. Started runs continue.
 *
 * @since 0.1.0
 * @category errors
 */
export class CheckpointError extends tagged("CheckpointError", { platform: "lumnis", code: "CHECKPOINT" }) {}

/**
 * The number of failed items reached `stopAfterFailures`. Active items have finished and their results were emitted.
 *
 * @since 0.1.0
 * @category errors
 */
export class BatchStoppedError extends tagged("BatchStoppedError", { platform: "lumnis", code: "BATCH_STOPPED" })<{
  failures: number
}> {
  constructor({ failures }: { readonly failures: number }) {
    const items = failures === 1 ? "item" : "items"
    super({ failures, message: `${failures} ${items} failed, so the batch stopped; see the errors in its results` })
  }
}

/**
 * Errors that end the whole batch: a rejected API key, invalid options, a failing checkpoint, or too many failed items.
 * The failure of a single item is a result.
 *
 * @since 0.1.0
 * @category errors
 */
export type BatchError = AuthenticationError | ValidationError | CheckpointError | BatchStoppedError

/**
 * Starts a run for each item and waits until it finishes, with at most `concurrency` active runs. Items are pulled when
 * there is room for them, and results wait for the consumer, so memory use does not depend on the size of the batch.
 *
 * A response 429 or 503 with a retry time delays all starts until then. All items share the retry budget of the client.
 * The idempotency key of a run is made from batch, item and content (SHA-256), so a run whose response was lost is
 * found by its key and not started twice.
 *
 * @since 0.1.0
 * @category models
 */
export interface InvokeMany<F extends Face = "effect"> {
  readonly [PromiseTypeId]?: () => InvokeMany<"promise">
  <Item extends BatchItem, A, I, E = never, R = never>(
    items: Iterable<Item> | AsyncIterable<Item> | Stream.Stream<Item, E, R>,
    options: MethodOptions<F, StructuredManyOptions<A, I>>
  ): Items<F, BatchResult<Item, StructuredResponse<A>, InvokeError | StructuredOutputError>, BatchError | E, R>
  <Item extends BatchItem, E = never, R = never>(
    items: Iterable<Item> | AsyncIterable<Item> | Stream.Stream<Item, E, R>,
    options?: MethodOptions<F, InvokeManyOptions>
  ): Items<F, BatchResult<Item>, BatchError | E, R>
}

/**
 * Makes a checkpoint in memory, to stop and continue a batch within one program.
 *
 * @since 0.1.0
 * @category constructors
 */
export const makeMemoryCheckpoint = (batchId: string = globalThis.crypto.randomUUID()): Checkpoint => {
  const records = new Map<string, Recorded>()
  return {
    batchId,
    find: (id) => records.get(id),
    started: ({ id, ...run }) => {
      records.set(id, { _tag: "Started", ...run })
    },
    finished: ({ id }) => {
      records.set(id, { _tag: "Finished" })
    }
  }
}
