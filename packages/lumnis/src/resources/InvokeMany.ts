/**
 * Batches of runs. The types are in `InvokeMany`.
 *
 * @since 0.1.0
 */
import { AuthenticationError, annotate, isTrilumError, type ValidationError } from "@trilum/core/ApiError"
import * as Redaction from "@trilum/core/Redaction"
import * as Resource from "@trilum/core/Resource"
import * as Retry from "@trilum/core/Retry"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Predicate from "effect/Predicate"
import * as Queue from "effect/Queue"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { ApiClient } from "../client.js"
import * as Responses from "../generated/responses.js"
import type {
  FailureOptions,
  HttpOptions,
  InvokeError,
  LumnisResponse,
  OutputSchema,
  RequestFields,
  StructuredResponse,
  WaitOptions
} from "../Invoke.js"
import type * as Batch from "../InvokeMany.js"
import { BatchStoppedError, CheckpointError } from "../InvokeMany.js"
import * as CreateRequest from "../internal/createRequest.js"
import type { Defaults } from "../internal/invoke.js"
import { check, httpOf, invalid, type Waiting, waitingOf } from "../internal/options.js"
import * as Pace from "../internal/pace.js"
import * as Structured from "../internal/structured.js"
import type { StructuredOutputError } from "../LumnisError.js"
import type { Connection } from "../Platform.js"

interface AnyOptions<A, I>
  extends Batch.BatchOptions,
    Omit<RequestFields, "idempotencyKey">,
    WaitOptions,
    HttpOptions,
    FailureOptions {
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  readonly schema?: OutputSchema<A, I> | undefined
}

type ItemError = InvokeError | StructuredOutputError
type AnyResponse<A> = LumnisResponse | StructuredResponse<A>
type AnyResult<Item, A> = Batch.BatchResult<Item, AnyResponse<A>, ItemError>

/** The validated options. */
interface Plan<A, I> {
  readonly options: AnyOptions<A, I>
  readonly batchId: string
  readonly concurrency: number
  readonly retries: number
  readonly waiting: Waiting
  /** Time limit of an attempt to start a run, in milliseconds. */
  readonly attemptTimeout: number
  readonly http: HttpOptions
  /** The options of a wait, without the deadline. */
  readonly how: WaitOptions & HttpOptions
  /** The JSON Schema of `schema`. */
  readonly format: Readonly<Record<string, unknown>> | undefined
}

interface Begun {
  readonly responseId: string
  readonly threadId: string
}

const method = "invokeMany"

type Items<Item, E, R> = Iterable<Item> | AsyncIterable<Item> | Stream.Stream<Item, E, R>

/**
 * Starts a run for each item of a batch and emits a result for each.
 *
 * @since 0.1.0
 * @category resources
 */
export const invokeMany = /* @__PURE__ */ Resource.make("invokeMany", (_: ApiClient, connection: Connection) => {
  function invokeMany<Item extends Batch.BatchItem, A, I, E = never, R = never>(
    items: Items<Item, E, R>,
    options: Batch.StructuredManyOptions<A, I>
  ): Stream.Stream<Batch.BatchResult<Item, StructuredResponse<A>, ItemError>, Batch.BatchError | E, R>
  function invokeMany<Item extends Batch.BatchItem, E = never, R = never>(
    items: Items<Item, E, R>,
    options?: Batch.InvokeManyOptions
  ): Stream.Stream<Batch.BatchResult<Item>, Batch.BatchError | E, R>
  function invokeMany<Item extends Batch.BatchItem, A, I, E, R>(
    items: Items<Item, E, R>,
    options: AnyOptions<A, I> = {}
  ): Stream.Stream<AnyResult<Item, A>, Batch.BatchError | E, R> {
    return Stream.unwrap(
      isItems(items)
        ? Effect.map(planOf(options, connection.defaults), (plan) => run(connection, streamOf(items), plan))
        : invalid(`${method}: items must be a list, an iterable or a stream`)
    )
  }
  const face: Batch.InvokeMany = invokeMany
  return face
})

/** JavaScript programs pass anything. A string is iterable, and no list of items. */
const isItems = (items: unknown): boolean =>
  typeof items === "object" &&
  items !== null &&
  (Stream.StreamTypeId in items || Symbol.asyncIterator in items || Symbol.iterator in items)

/** Pulls an iterable item by item, and closes it with the stream. An exception of an async iterable is a defect. */
const streamOf = <Item, E, R>(items: Items<Item, E, R>): Stream.Stream<Item, E, R> => {
  if (Stream.StreamTypeId in items) return items
  if (Symbol.asyncIterator in items) return Stream.orDie(Stream.fromAsyncIterable(items, (cause) => cause))
  return Stream.unwrapScoped(
    Effect.map(
      Effect.acquireRelease(
        Effect.sync(() => items[Symbol.iterator]()),
        (iterator) => Effect.sync(() => iterator.return?.())
      ),
      (iterator) =>
        Stream.repeatEffectOption(
          Effect.suspend(() => {
            const next = iterator.next()
            return next.done === true ? Effect.fail(Option.none()) : Effect.succeed(next.value)
          })
        )
    )
  )
}

const run = <Item extends Batch.BatchItem, A, I, E, R>(
  connection: Connection,
  items: Stream.Stream<Item, E, R>,
  plan: Plan<A, I>
): Stream.Stream<AnyResult<Item, A>, Batch.BatchError | E, R> =>
  Stream.unwrapScoped(
    Effect.gen(function* () {
      type Result = AnyResult<Item, A>
      const { concurrency, options } = plan
      const { checkpoint, ordered = false, stopAfterFailures = Infinity } = options
      const pace = Pace.make({
        concurrency,
        adaptive: options.adaptive ?? true,
        maxRetryAfter: Retry.override(Retry.standard, options.retry).maxRetryAfter
      })
      yield* Effect.acquireRelease(
        Effect.sync(() => connection.answers.add(pace.onAnswer)),
        () => Effect.sync(() => connection.answers.delete(pace.onAnswer))
      )
      const stop = yield* Deferred.make<void>()
      /** Active items, with the ids of their runs. */
      const underWay = new Map<string, string | undefined>()
      let failures = 0

      const perform = (item: Item, index: number): Effect.Effect<Result | undefined, Batch.BatchError> =>
        Effect.gen(function* () {
          const failed = (error: ItemError, responseId?: string): Result => ({
            _tag: "Failed",
            id: item.id,
            index,
            item,
            responseId,
            error
          })
          const recorded = checkpoint === undefined ? undefined : yield* asked(() => checkpoint.find(item.id))
          if (recorded?._tag === "Finished") return undefined
          const created = yield* Effect.either(bodyOf(item, plan))
          if (created._tag === "Left") return failed(created.left)
          const body = created.right
          const user = body.user_id ?? connection.userId ?? null
          const key = yield* digest([plan.batchId, item.id, item.attempt ?? 0, body, user])
          return yield* pace.run(
            Effect.suspend(() =>
              failures >= stopAfterFailures
                ? Effect.succeed(undefined)
                : Effect.map(
                    one(connection, plan, pace, {
                      item,
                      body,
                      key,
                      known: recorded?.key === key ? recorded : undefined,
                      onStarted: (responseId) => underWay.set(item.id, responseId)
                    }),
                    (outcome): Result =>
                      "error" in outcome
                        ? failed(outcome.error, outcome.responseId)
                        : { _tag: "Succeeded", id: item.id, index, item, ...outcome }
                  )
            )
          )
        })

      const problem = (item: Item, index: number): ValidationError | undefined => {
        if (typeof item.id !== "string" || item.id === "") {
          return invalid(`${method}: item ${index} has no id; give each item a unique string`)
        }
        return underWay.has(item.id)
          ? invalid(`${method}: two items have the id ${JSON.stringify(item.id)}; give each item a unique id`)
          : undefined
      }
      const each = ([item, index]: readonly [Item, number]): Effect.Effect<Result | undefined, Batch.BatchError> =>
        Effect.suspend((): Effect.Effect<Result | undefined, Batch.BatchError> => {
          const error = problem(item, index)
          if (error !== undefined) {
            return Effect.succeed({ _tag: "Failed", id: item.id, index, item, responseId: undefined, error })
          }
          underWay.set(item.id, undefined)
          return Effect.tap(perform(item, index), () => Effect.sync(() => underWay.delete(item.id)))
        }).pipe(
          Effect.tap((result) => {
            if (result?._tag !== "Failed") return Effect.void
            failures += 1
            return failures >= stopAfterFailures ? Deferred.succeed(stop, undefined) : Effect.void
          })
        )

      const open =
        stopAfterFailures === Infinity
          ? items
          : Stream.takeWhile(Stream.interruptWhenDeferred(items, stop), () => failures < stopAfterFailures)
      const next = yield* (ordered ? inOrder : asTheyEnd)(Stream.zipWithIndex(open), each, concurrency)
      let emitted: Result | undefined
      // A result is finished when the consumer asks for the next one.
      const finish = Effect.suspend(() => {
        if (checkpoint === undefined || emitted === undefined) return Effect.void
        const finished = { id: emitted.id, succeeded: emitted._tag === "Succeeded" }
        emitted = undefined
        return Effect.mapError(
          asked(() => checkpoint.finished(finished)),
          Option.some
        )
      })
      const pull: Effect.Effect<Result, Option.Option<Batch.BatchError | E>, R> = Effect.gen(function* () {
        yield* finish
        while (true) {
          emitted = yield* next
          if (emitted !== undefined) return emitted
        }
      })
      const results = Stream.repeatEffectOption(pull)
      const stopped = Stream.suspend(() =>
        failures >= stopAfterFailures ? Stream.fail(new BatchStoppedError({ failures })) : Stream.empty
      )
      /** Adds the active runs to an error that ends the batch. */
      const named = (error: Batch.BatchError | E): Batch.BatchError | E => {
        const runs = [...underWay.values()].filter((responseId) => responseId !== undefined)
        const more = runs.length > shownRuns ? ` and ${runs.length - shownRuns} more` : ""
        return isTrilumError(error) && runs.length > 0
          ? annotate(error, {
              hint: `These runs continue; wait for them with attach: ${runs.slice(0, shownRuns).join(", ")}${more}.`
            })
          : error
      }
      return Stream.mapError(Stream.concat(results, stopped), named)
    })
  )

/** Pulls the next result of some items. Fails with `None` at the end. */
type Pull<A, E, R> = Effect.Effect<Effect.Effect<A, Option.Option<E>, R>, never, R | Scope.Scope>

const inOrder = <Item, A, E, E2, R>(
  items: Stream.Stream<Item, E, R>,
  each: (item: Item) => Effect.Effect<A, E2>,
  concurrency: number
): Pull<A, E | E2, R> =>
  Effect.map(Stream.toPull(Stream.rechunk(Stream.mapEffect(items, each, { concurrency }), 1)), (pull) =>
    Effect.map(pull, Chunk.unsafeHead)
  )

/**
 * Workers that share the items and a queue of results. A full queue suspends them until results are taken. Uses a sixth
 * of the CPU of `Stream.mapEffect` with `unordered`; figures in docs/decisions/0095-batches.md.
 */
const asTheyEnd = <Item, A, E, E2, R>(
  items: Stream.Stream<Item, E, R>,
  each: (item: Item) => Effect.Effect<A, E2>,
  concurrency: number
): Pull<A, E | E2, R> =>
  Effect.gen(function* () {
    const pull = yield* Stream.toPull(Stream.rechunk(items, 1))
    const results = yield* Queue.bounded<Exit.Exit<A, Option.Option<E | E2>>>(concurrency)
    const turn = yield* Effect.makeSemaphore(1)
    let isOver = false
    const next = turn.withPermits(1)(
      Effect.suspend(() =>
        isOver ? Effect.fail(Option.none<E>()) : Effect.onError(pull, () => Effect.sync(() => (isOver = true)))
      )
    )
    const worker: Effect.Effect<void, Option.Option<E | E2>, R> = Effect.flatMap(next, (chunk) =>
      Effect.flatMap(Effect.mapError(each(Chunk.unsafeHead(chunk)), Option.some), (result) =>
        Queue.offer(results, Exit.succeed(result))
      )
    ).pipe(
      Effect.forever,
      Effect.catchAll((end: Option.Option<E | E2>) => (Option.isNone(end) ? Effect.void : Effect.fail(end)))
    )
    yield* Effect.forEach(Array.from({ length: concurrency }), () => worker, {
      concurrency: "unbounded",
      discard: true
    }).pipe(
      Effect.zipRight(Effect.fail(Option.none())),
      Effect.onExit((exit) => Queue.offer(results, exit)),
      Effect.forkScoped
    )
    return Effect.flatten(Queue.take(results))
  })

/** JSON with sorted keys, so that equal content has equal text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, field: unknown) =>
    typeof field === "object" && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field
  )

/** The SHA-256 of a value. */
const digest = (value: unknown): Effect.Effect<string> =>
  Effect.map(
    Effect.promise(() => globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical(value)))),
    (bytes) => Encoding.encodeHex(new Uint8Array(bytes))
  )

/** Maximum number of run ids in an error. */
const shownRuns = 20

const asked = <A>(ask: () => Batch.Answer<A>): Effect.Effect<A, CheckpointError> =>
  Effect.suspend((): Effect.Effect<A, unknown> => {
    const answer = ask()
    if (Effect.isEffect(answer)) return answer
    return Predicate.isPromiseLike(answer)
      ? Effect.tryPromise({ try: () => answer, catch: (cause) => cause })
      : Effect.succeed(answer)
  }).pipe(
    Effect.catchAllDefect(Effect.fail),
    Effect.mapError((cause) =>
      cause instanceof CheckpointError
        ? cause
        : new CheckpointError({
            message: `the checkpoint failed${cause instanceof Error ? `: ${Redaction.redactor.text(cause.message)}` : ""}`,
            cause: Redaction.redactor.error(cause)
          })
    )
  )

type Body = Effect.Effect.Success<ReturnType<typeof CreateRequest.make>>

type Outcome<A> =
  | (Begun & { readonly response: AnyResponse<A> })
  | { readonly error: ItemError; readonly responseId: string | undefined }

/** Starts the run of one item, or finds an existing one, and waits until it finishes. */
const one = <A, I>(
  { client, invocations }: Connection,
  { attemptTimeout, how, http, options, retries, waiting }: Plan<A, I>,
  pace: Pace.Pace,
  given: {
    readonly item: Batch.BatchItem
    readonly body: Body
    readonly key: string
    /** A run in the checkpoint. */
    readonly known: Begun | undefined
    readonly onStarted: (responseId: string) => void
  }
): Effect.Effect<Outcome<A>, AuthenticationError | CheckpointError> =>
  Effect.flatMap(Clock.currentTimeMillis, (started) => {
    const { body, item, key, known, onStarted } = given
    const { checkpoint, failedRuns, schema } = options
    let begun = known === undefined ? undefined : { responseId: known.responseId, threadId: known.threadId }
    if (begun !== undefined) onStarted(begun.responseId)

    // At least one millisecond, so that a passed deadline fails as a timeout and not as an invalid option.
    const { deadline } = waiting
    const left: Effect.Effect<number | undefined> =
      deadline === undefined
        ? Effect.succeed(undefined)
        : Effect.map(Clock.currentTimeMillis, (now) => Math.max(1, started + deadline - now))

    const begin: Effect.Effect<Begun, ItemError | CheckpointError> = Effect.gen(function* () {
      const created = yield* client.request(Responses.createResponse, [], body, {
        ...http,
        timeout: attemptTimeout,
        overallTimeout: yield* left,
        idempotencyKey: key
      })
      const run = { responseId: created.response_id, threadId: created.thread_id }
      begun = run
      onStarted(run.responseId)
      if (checkpoint !== undefined) yield* asked(() => checkpoint.started({ id: item.id, key, ...run }))
      return run
    })
    const wait = (run: Begun): Effect.Effect<AnyResponse<A>, ItemError> =>
      Effect.flatMap(left, (rest) => {
        const all = rest === undefined ? how : { ...how, deadline: rest }
        return schema === undefined
          ? invocations.attach(run.responseId, { ...all, failedRuns })
          : invocations.attach(run.responseId, { ...all, schema })
      })
    const once: Effect.Effect<Outcome<A>, ItemError | CheckpointError> = Effect.gen(function* () {
      yield* pace.unpaused
      const run = begun ?? (yield* begin)
      return { ...run, response: yield* wait(run) }
    })
    // The server may have deleted a run that the checkpoint still has.
    const fresh =
      known === undefined
        ? once
        : Effect.catchIf(
            once,
            (failure) => failure._tag === "NotFoundError",
            () =>
              Effect.suspend(() =>
                Effect.zipRight(
                  Effect.sync(() => (begun = undefined)),
                  once
                )
              )
          )
    return fresh.pipe(
      Effect.retry({ schedule: Retry.times({ ...itemRetries, maxRetries: retries }), while: isTransient }),
      Effect.catchAll((error) =>
        error instanceof AuthenticationError || error instanceof CheckpointError
          ? Effect.fail(error)
          : Effect.succeed<Outcome<A>>({ error, responseId: begun?.responseId })
      )
    )
  })

/** The delays between the retries of an item. They follow the retries of the client. */
const itemRetries: Retry.Policy = { ...Retry.standard, baseDelay: 1000, maxDelay: 30_000 }

const isTransient = (failure: ItemError | CheckpointError): boolean => {
  switch (failure._tag) {
    case "TransportError":
    case "RateLimitError":
      return true
    case "TimeoutError":
      return failure.timeout !== "overall"
    default:
      return failure.status !== undefined && Retry.standard.statuses.includes(failure.status)
  }
}

const bodyOf = <A, I>(
  item: Batch.BatchItem,
  { format, options }: Plan<A, I>
): ReturnType<typeof CreateRequest.make> => {
  if (options.schema !== undefined && item.responseFormat !== undefined) {
    return invalid(`${method}: pass either the option schema or responseFormat of item ${JSON.stringify(item.id)}`)
  }
  const given = Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined))
  return CreateRequest.make(
    method,
    item.input,
    { ...options, ...given },
    format ?? item.responseFormat ?? options.responseFormat
  )
}

const planOf = <A, I>(options: AnyOptions<A, I>, defaults: Defaults): Effect.Effect<Plan<A, I>, ValidationError> =>
  Effect.gen(function* () {
    yield* check(method, options)
    const { batchId, checkpoint, concurrency = 8, retries = 3, schema } = options
    if (batchId !== undefined && checkpoint?.batchId !== undefined && batchId !== checkpoint.batchId) {
      const message = `the checkpoint is of batch "${checkpoint.batchId}", not of "${batchId}". Remove batchId`
      return yield* invalid(`${method}: ${message}`)
    }
    const waiting = waitingOf(options, defaults)
    return {
      options,
      batchId: batchId ?? checkpoint?.batchId ?? globalThis.crypto.randomUUID(),
      concurrency,
      retries,
      waiting,
      attemptTimeout: options.timeout === undefined ? defaults.attemptTimeout : Duration.toMillis(options.timeout),
      http: httpOf(options),
      how: {
        ...httpOf(options),
        timeout: options.timeout,
        wait: waiting.wait * 1000,
        pollInterval: waiting.interval,
        deadline: Number.POSITIVE_INFINITY,
        cancelOnInterrupt: waiting.cancelOnInterrupt,
        cancelOnDeadline: waiting.cancelOnDeadline
      },
      format: schema === undefined ? undefined : yield* Structured.formatOf(method, schema, options.responseFormat)
    }
  })
