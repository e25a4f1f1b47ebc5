/**
 * Many runs as one batch: a result for each item, a pace that follows the server, and a restart that repeats nothing.
 *
 * @since 0.1.0
 */
import { type AuthenticationError, TrilumError, type ValidationError } from "@trilum/core/ApiError"
import type { Face, Items, MethodOptions, PromiseTypeId } from "@trilum/core/PromiseClient"
import type * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type * as Stream from "effect/Stream"
import type {
  FailureOptions,
  HttpOptions,
  Input,
  InvokeError,
  LumnisResponse,
  RequestFields,
  StructuredResponse,
  WaitOptions
} from "./Invoke.js"
import type { StructuredOutputError } from "./LumnisError.js"

/** What an item may say for itself. */
type ItemFields = Omit<RequestFields, "idempotencyKey">

/**
 * One run of a batch. What it does not say comes from the options of the batch. Fields of your own may stand beside
 * these; results bring the item back.
 *
 * @since 0.1.0
 * @category models
 */
export interface BatchItem extends ItemFields {
  /** Names the item within its batch; no other item may have it. A restart knows the item by it. */
  readonly id: string
  readonly input: Input
  /** A JSON Schema for `structured_response`, sent as it is. Not together with the option `schema`. */
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  /**
   * Which run of this item it is, from 0 (default). The same number is the same run, however often it is sent; another
   * number is a new one, such as after a run that failed.
   */
  readonly attempt?: number | undefined
}

/**
 * The end of an item whose run came to its end. With `failedRuns: "return"`, that may be any end.
 *
 * @since 0.1.0
 * @category models
 */
export interface Succeeded<Item = BatchItem, A = LumnisResponse> {
  readonly _tag: "Succeeded"
  readonly id: string
  /** Place of the item among those given, from 0. */
  readonly index: number
  readonly item: Item
  readonly responseId: string
  readonly threadId: string
  readonly response: A
}

/**
 * The end of an item that has no good one. `responseId` is there when a run was started, which may still go on, as after
 * `WaitTimeoutError`.
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
 * An answer of a {@link Checkpoint}: an effect is run, a promise awaited.
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
  /** The idempotency key it was started with: another key is another run. */
  readonly key: string
  readonly responseId: string
  readonly threadId: string
}

/**
 * What a checkpoint knows of an item.
 *
 * @since 0.1.0
 * @category models
 */
export type Recorded = ({ readonly _tag: "Started" } & Omit<StartedRun, "id">) | { readonly _tag: "Finished" }

/**
 * Remembers how far a batch has come, so that a restart goes on where it was: items that are finished are left out, runs
 * under way are waited for and not started again. `@trilum/lumnis/node/BatchFile` keeps one in files. What a method fails
 * with ends the batch with {@link CheckpointError}.
 *
 * @since 0.1.0
 * @category models
 */
export interface Checkpoint {
  /** The batch this checkpoint is of; the default of the option `batchId`. */
  readonly batchId?: string | undefined
  /** Asked once for each item, before anything is sent for it. */
  readonly find: (id: string) => Answer<Recorded | undefined>
  /** Told as soon as the server has taken a run. May be told again of the same run. */
  readonly started: (run: StartedRun) => Answer<unknown>
  /** Told when the consumer asks for the next result, and so is done with this one. */
  readonly finished: (item: { readonly id: string; readonly succeeded: boolean }) => Answer<unknown>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchOptions {
  /**
   * A part of every idempotency key: the same batch sent twice starts each run once, for as long as the server remembers
   * keys. Default: the one of `checkpoint`, else a new one each time.
   */
  readonly batchId?: string | undefined
  /** Most runs under way at once. Default: 8. */
  readonly concurrency?: number | undefined
  /**
   * Whether the number of runs under way follows the server: halved on 429 and 503 (at most once a second), one more after
   * each round of good starts, never above `concurrency`. Default: `true`.
   */
  readonly adaptive?: boolean | undefined
  /** `true`: results in the order of the items. Default: as they finish. */
  readonly ordered?: boolean | undefined
  /**
   * How often an item is taken up again after the client's own repeats were in vain: no answer, a timeout, 408, 429, 5xx.
   * Its run is never started twice. Default: 3.
   */
  readonly retries?: number | undefined
  /** After so many failed items no other is started, and the stream fails with {@link BatchStoppedError}. */
  readonly stopAfterFailures?: number | undefined
  /** Default: nothing is remembered. */
  readonly checkpoint?: Checkpoint | undefined
}

/**
 * The options of a batch, and what its items have in common. Durations without a unit are milliseconds; `deadline` is
 * counted for each item.
 *
 * @since 0.1.0
 * @category models
 */
export interface InvokeManyOptions extends BatchOptions, ItemFields, WaitOptions, HttpOptions, FailureOptions {
  /** A JSON Schema for `structured_response`, sent as it is. */
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  readonly schema?: undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StructuredManyOptions<A, I> extends BatchOptions, ItemFields, WaitOptions, HttpOptions {
  /** What every run has to answer with: sent as a JSON Schema of its encoded side, and decoded with. */
  readonly schema: Schema.Schema<A, I>
  readonly responseFormat?: undefined
  readonly failedRuns?: "fail" | undefined
}

/**
 * The checkpoint could not be read or written. Runs that were started go on.
 *
 * @since 0.1.0
 * @category errors
 */
export class CheckpointError extends TrilumError<"CheckpointError"> {
  constructor(details: { readonly message: string; readonly code?: string | undefined; readonly cause?: unknown }) {
    super("CheckpointError", { code: "CHECKPOINT", ...details, platform: "lumnis" })
  }
}

/**
 * As many items failed as `stopAfterFailures` allows. All that was under way has ended and was told.
 *
 * @since 0.1.0
 * @category errors
 */
export class BatchStoppedError extends TrilumError<"BatchStoppedError"> {
  readonly failures: number
  constructor(details: { readonly failures: number }) {
    const { failures } = details
    super("BatchStoppedError", {
      platform: "lumnis",
      code: "BATCH_STOPPED",
      message: `${failures} ${failures === 1 ? "item" : "items"} failed, so no other was started; see their errors`
    })
    this.failures = failures
  }
}

/**
 * What ends a batch as a whole: a key that the server refuses (it would refuse every item), options that make no sense,
 * a checkpoint that does not work, too many failures. The failure of an item is a result.
 *
 * @since 0.1.0
 * @category errors
 */
export type BatchError = AuthenticationError | ValidationError | CheckpointError | BatchStoppedError

/**
 * Starts a run for each item and waits for its end, `concurrency` at once. Items are taken from the source as there is
 * room for them, results wait for the consumer, so neither has to fit into memory.
 *
 * An answer 429 or 503 that says when to come back holds all starts until then. The repeats of all items share the
 * client's budget. Each run is started with an idempotency key made from batch, item and content (SHA-256), so that one
 * whose answer was lost is found again and not run twice.
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
 * A checkpoint that lasts as long as the program, for batches that are stopped and gone on with.
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
