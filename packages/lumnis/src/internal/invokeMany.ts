import { AuthenticationError, annotate, isTrilumError, type ValidationError } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Redaction from "@trilum/core/Redaction"
import * as Retry from "@trilum/core/Retry"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FiberId from "effect/FiberId"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import type * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { ApiClient } from "../client.js"
import * as Responses from "../generated/responses.js"
import type {
  FailureOptions,
  HttpOptions,
  Input,
  InvokeError,
  LumnisResponse,
  RequestFields,
  StructuredResponse,
  WaitOptions
} from "../Invoke.js"
import type * as Batch from "../InvokeMany.js"
import { BatchStoppedError, CheckpointError } from "../InvokeMany.js"
import type { StructuredOutputError } from "../LumnisError.js"
import type { Answers } from "./batchAnswers.js"
import * as Key from "./batchKey.js"
import * as Pace from "./batchPace.js"
import * as Pool from "./batchPool.js"
import * as CreateRequest from "./createRequest.js"
import type { Defaults, Invocations } from "./invoke.js"
import { httpOf, invalidDuration, known, refusal, type Waiting, waitingOf } from "./options.js"
import * as Structured from "./structured.js"

/** What a batch is run with. */
export interface Means {
  readonly client: ApiClient
  readonly invocations: Invocations
  readonly defaults: Defaults
  readonly answers: Answers
  /** The user that the client is bound to. */
  readonly userId: string | undefined
}

interface AnyOptions<A, I>
  extends Batch.BatchOptions,
    Omit<RequestFields, "idempotencyKey">,
    WaitOptions,
    HttpOptions,
    FailureOptions {
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  readonly schema?: Schema.Schema<A, I> | undefined
}

type ItemError = InvokeError | StructuredOutputError
type AnyResponse<A> = LumnisResponse | StructuredResponse<A>
type AnyResult<Item, A> = Batch.BatchResult<Item, AnyResponse<A>, ItemError>

/** The options in numbers, checked. */
interface Plan<A, I> {
  readonly options: AnyOptions<A, I>
  readonly batchId: string
  readonly concurrency: number
  readonly retries: number
  readonly waiting: Waiting
  /** Limit of an attempt to start a run, in milliseconds. */
  readonly attemptTimeout: number
  readonly http: HttpOptions
  /** What every wait is given, but for what is left of the deadline. */
  readonly how: WaitOptions & HttpOptions
  /** What `schema` is sent as. */
  readonly format: Readonly<Record<string, unknown>> | undefined
}

interface Begun {
  readonly responseId: string
  readonly threadId: string
}

const method = "invokeMany"

const names: ReadonlyArray<string> = [
  ...known.invokeStream.filter((name) => name !== "idempotencyKey"),
  ...["batchId", "concurrency", "adaptive", "ordered", "retries", "stopAfterFailures", "checkpoint"]
]

export const make = (means: Means): Batch.InvokeMany => {
  function invokeMany<Item extends Batch.BatchItem, A, I, E = never, R = never>(
    items: Iterable<Item> | AsyncIterable<Item> | Stream.Stream<Item, E, R>,
    options: Batch.StructuredManyOptions<A, I>
  ): Stream.Stream<Batch.BatchResult<Item, StructuredResponse<A>, ItemError>, Batch.BatchError | E, R>
  function invokeMany<Item extends Batch.BatchItem, E = never, R = never>(
    items: Iterable<Item> | AsyncIterable<Item> | Stream.Stream<Item, E, R>,
    options?: Batch.InvokeManyOptions
  ): Stream.Stream<Batch.BatchResult<Item>, Batch.BatchError | E, R>
  function invokeMany<Item extends Batch.BatchItem, A, I, E, R>(
    items: Iterable<Item> | AsyncIterable<Item> | Stream.Stream<Item, E, R>,
    options: AnyOptions<A, I> = {}
  ): Stream.Stream<AnyResult<Item, A>, Batch.BatchError | E, R> {
    // One pull, and no stream around another: each would cost every result.
    return Stream.fromPull(
      Effect.flatMap(Effect.either(planOf(options, means.defaults)), (plan) =>
        Either.isLeft(plan)
          ? Effect.succeed(Effect.fail(Option.some(plan.left)))
          : run(means, sourceOf(items), plan.right)
      )
    )
  }
  return invokeMany
}

const run = <Item extends Batch.BatchItem, A, I, E, R>(
  means: Means,
  items: Iterable<Item> | Stream.Stream<Item, E, R>,
  plan: Plan<A, I>
): Effect.Effect<Pool.Pull<AnyResult<Item, A>, Batch.BatchError | E, R>, never, Scope.Scope | R> => {
  type Result = AnyResult<Item, A>
  const { concurrency, options } = plan
  const { checkpoint, stopAfterFailures } = options
  const pace = Pace.make({
    concurrency,
    adaptive: options.adaptive ?? true,
    maxRetryAfter: Retry.override(Retry.standard, options.retry).maxRetryAfter
  })
  const end = Deferred.unsafeMake<void>(FiberId.none)
  /** Items under way, with their runs once these are started. */
  const underWay = new Map<string, string | undefined>()
  let failures = 0
  let stopped = false

  const settled = (result: Result): Option.Option<Result> => {
    if (result._tag === "Failed") {
      failures += 1
      if (stopAfterFailures !== undefined && failures >= stopAfterFailures) {
        stopped = true
        Deferred.unsafeDone(end, Effect.void)
      }
    }
    return Option.some(result)
  }
  const failed = (item: Item, index: number, error: ItemError, responseId?: string): Option.Option<Result> =>
    settled({ _tag: "Failed", id: item.id, index, item, responseId, error })

  const started = (item: Item, index: number, recorded: Batch.Recorded | undefined) => {
    if (recorded?._tag === "Finished") return Effect.succeed(Option.none<Result>())
    const body = bodyOf(item, plan)
    if ("_tag" in body) return Effect.sync(() => failed(item, index, body))
    const key = Key.digest(plan.batchId, item.id, item.attempt ?? 0, body, body.user_id ?? means.userId ?? null)
    const work = one(means, plan, pace, {
      item,
      body,
      key,
      known: recorded?.key === key ? recorded : undefined,
      onStarted: (responseId) => underWay.set(item.id, responseId)
    })
    // Whatever ends this in another way ends the batch, and its pace with it.
    return Effect.flatMap(pace.enter, () => {
      if (stopped) return Effect.succeed(Option.none<Result>())
      return Effect.map(work, (outcome) => {
        pace.release()
        return "error" in outcome
          ? failed(item, index, outcome.error, outcome.responseId)
          : settled({ _tag: "Succeeded", id: item.id, index, item, ...outcome })
      })
    })
  }

  const each = (item: Item, index: number): Effect.Effect<Option.Option<Result>, Batch.BatchError> =>
    Effect.suspend(() => {
      if (typeof item.id !== "string" || item.id === "") {
        return Effect.succeed(
          failed(item, index, refusal(`${method}: item ${index} has no id; give each a text of its own`))
        )
      }
      if (underWay.has(item.id)) {
        const message = `${method}: two items are called ${JSON.stringify(item.id)}; each needs an id of its own`
        return Effect.succeed(failed(item, index, refusal(message)))
      }
      underWay.set(item.id, undefined)
      const work =
        checkpoint === undefined
          ? started(item, index, undefined)
          : Effect.flatMap(
              asked(() => checkpoint.find(item.id)),
              (recorded) => started(item, index, recorded)
            )
      return Effect.map(work, (result) => {
        underWay.delete(item.id)
        return result
      })
    })

  // An iterable answers at once; a stream may be silent for long, and must not be waited for once the batch is stopped.
  const open =
    stopAfterFailures !== undefined && Stream.StreamTypeId in items ? Stream.interruptWhenDeferred(items, end) : items
  const pool = Pool.make<Item, Result, Batch.BatchError | E, R>({
    items: open,
    concurrency,
    ordered: options.ordered ?? false,
    each,
    isOver: () => stopped,
    taken:
      checkpoint === undefined
        ? undefined
        : (result) => asked(() => checkpoint.finished({ id: result.id, succeeded: result._tag === "Succeeded" }))
  })
  const listening = Effect.acquireRelease(
    Effect.sync(() => means.answers.listen(pace.onAnswer)),
    (leave) => Effect.sync(leave)
  )
  /** Names the runs that an error of the whole batch leaves behind. */
  const named = (error: Batch.BatchError | E): Batch.BatchError | E => {
    const runs = [...underWay.values()].filter((responseId) => responseId !== undefined)
    const more = runs.length > shownRuns ? ` and ${runs.length - shownRuns} more` : ""
    return isTrilumError(error) && runs.length > 0
      ? annotate(error, {
          hint: `These runs continue; wait for them with attach: ${runs.slice(0, shownRuns).join(", ")}${more}.`
        })
      : error
  }
  return Effect.map(Effect.zipRight(listening, pool), (pull) =>
    Effect.mapError(pull, (cause) =>
      stopAfterFailures !== undefined && stopped
        ? Option.orElseSome(cause, () => new BatchStoppedError({ failures }))
        : Option.map(cause, named)
    )
  )
}

/** Runs that the error of a batch names. */
const shownRuns = 20

const asked = <A>(ask: () => Batch.Answer<A>): Effect.Effect<A, CheckpointError> =>
  Effect.suspend((): Effect.Effect<A, unknown> => {
    const answer = ask()
    if (Effect.isEffect(answer)) return answer as Effect.Effect<A, unknown>
    return isPromiseLike(answer)
      ? Effect.tryPromise({ try: () => answer, catch: (cause) => cause })
      : Effect.succeed(answer as A)
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

const isPromiseLike = <A>(answer: Batch.Answer<A>): answer is PromiseLike<A> =>
  typeof answer === "object" && answer !== null && "then" in answer && typeof answer.then === "function"

type Body = Exclude<ReturnType<typeof CreateRequest.make>, { readonly _tag: string }>

type Outcome<A> =
  | (Begun & { readonly response: AnyResponse<A> })
  | { readonly error: ItemError; readonly responseId: string | undefined }

/** Starts the run of one item, or finds it again, and waits for its end. */
const one = <A, I>(
  { client, invocations }: Means,
  { attemptTimeout, how: always, http, options, retries, waiting }: Plan<A, I>,
  pace: Pace.Pace,
  given: {
    readonly item: Batch.BatchItem
    readonly body: Body
    readonly key: string
    /** A run that a checkpoint remembers. */
    readonly known: Begun | undefined
    readonly onStarted: (responseId: string) => void
  }
): Effect.Effect<Outcome<A>, AuthenticationError | CheckpointError> =>
  Effect.flatMap(Clock.currentTimeMillis, (started) => {
    const { body, item, key, known, onStarted } = given
    const { checkpoint, failedRuns, schema } = options
    let begun = known === undefined ? undefined : { responseId: known.responseId, threadId: known.threadId }
    let remembered = begun !== undefined
    if (begun !== undefined) onStarted(begun.responseId)

    // At least a millisecond: a deadline that has passed is to fail as one, not as an option that makes no sense.
    const { deadline } = waiting
    const left: Effect.Effect<number | undefined> =
      deadline === undefined
        ? Effect.succeed(undefined)
        : Effect.map(Clock.currentTimeMillis, (now) => Math.max(1, started + deadline - now))

    const begin: Effect.Effect<Begun, ItemError | CheckpointError> = Effect.flatMap(left, (overallTimeout) =>
      Effect.flatMap(
        client.request(Responses.createResponse, [], body, {
          ...http,
          timeout: attemptTimeout,
          overallTimeout,
          idempotencyKey: key
        }),
        (created) => {
          const run = { responseId: created.response_id, threadId: created.thread_id }
          begun = run
          onStarted(run.responseId)
          return checkpoint === undefined
            ? Effect.succeed(run)
            : Effect.as(
                asked(() => checkpoint.started({ id: item.id, key, ...run })),
                run
              )
        }
      )
    )
    const wait = (run: Begun): Effect.Effect<AnyResponse<A>, ItemError> =>
      Effect.flatMap(left, (rest) => {
        const how = rest === undefined ? always : { ...always, deadline: rest }
        return schema === undefined
          ? invocations.attach(run.responseId, { ...how, failedRuns })
          : invocations.attach(run.responseId, { ...how, schema })
      })
    const once: Effect.Effect<Outcome<A>, ItemError | CheckpointError> = Effect.suspend(() =>
      Effect.flatMap(begun === undefined ? begin : Effect.succeed(begun), (run) =>
        Effect.map(wait(run), (response) => ({ ...run, response }))
      )
    )
    const go = (repeat: number): Effect.Effect<Outcome<A>, AuthenticationError | CheckpointError> =>
      Effect.catchAll(once, (failure) => {
        if (failure instanceof AuthenticationError || failure instanceof CheckpointError) return Effect.fail(failure)
        if (remembered && failure._tag === "NotFoundError") {
          // The checkpoint may be older than what the server keeps.
          remembered = false
          begun = undefined
          return go(repeat)
        }
        if (repeat >= retries || !isPassing(failure)) {
          return Effect.succeed<Outcome<A>>({ error: failure, responseId: begun?.responseId })
        }
        return Random.next.pipe(
          Effect.flatMap((random) => Effect.sleep(Retry.backoff(again, repeat, random))),
          Effect.zipRight(pace.unpaused),
          Effect.zipRight(Effect.suspend(() => go(repeat + 1)))
        )
      })
    return go(0)
  })

/** The waits of a batch's own repeats; those of the client have been in vain by then. */
const again: Retry.Policy = { ...Retry.standard, baseDelay: 1000, maxDelay: 30_000 }

const isPassing = (failure: ItemError): boolean => {
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
    return refusal(`${method}: give either the option schema or responseFormat of item ${JSON.stringify(item.id)}`)
  }
  const responseFormat = format ?? item.responseFormat ?? options.responseFormat
  const input: Input = item.input
  return CreateRequest.make(
    method,
    input,
    {
      userId: item.userId ?? options.userId,
      threadId: item.threadId ?? options.threadId,
      files: item.files ?? options.files,
      responseFormatInstructions: item.responseFormatInstructions ?? options.responseFormatInstructions,
      modelOverrides: item.modelOverrides ?? options.modelOverrides,
      agentConfig: item.agentConfig ?? options.agentConfig,
      options: item.options ?? options.options,
      specializedAgent: item.specializedAgent ?? options.specializedAgent,
      specializedAgentParams: item.specializedAgentParams ?? options.specializedAgentParams
    },
    responseFormat
  )
}

/** What an async iterable throws is a defect of the program that wrote it. */
const sourceOf = <Item, E, R>(
  items: Iterable<Item> | AsyncIterable<Item> | Stream.Stream<Item, E, R>
): Iterable<Item> | Stream.Stream<Item, E, R> =>
  Symbol.asyncIterator in items ? Stream.orDie(Stream.fromAsyncIterable(items, (cause) => cause)) : items

const isWhole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least

const planOf = <A, I>(options: AnyOptions<A, I>, defaults: Defaults): Effect.Effect<Plan<A, I>, ValidationError> =>
  Effect.gen(function* () {
    const wrong = wrongOption(options)
    if (wrong !== undefined) return yield* Effect.fail(refusal(`${method}: ${wrong}`))
    const { checkpoint, concurrency = 8, retries = 3, schema } = options
    const waiting = waitingOf(method, options, defaults)
    if ("_tag" in waiting) return yield* Effect.fail(waiting)
    const attemptTimeout = options.timeout === undefined ? defaults.attemptTimeout : Polling.millis(options.timeout)
    if (attemptTimeout === undefined) return yield* Effect.fail(invalidDuration(method, "timeout"))
    const longest = Retry.override(Retry.standard, options.retry).maxRetryAfter
    if (Option.isNone(Duration.decodeUnknown(longest))) {
      return yield* Effect.fail(invalidDuration(method, "retry.maxRetryAfter"))
    }
    const format = schema === undefined ? undefined : Structured.formatOf(method, schema)
    if (format?._tag === "Refused") return yield* Effect.fail(format.error)
    return {
      options,
      batchId: options.batchId ?? checkpoint?.batchId ?? globalThis.crypto.randomUUID(),
      concurrency,
      retries,
      waiting,
      attemptTimeout,
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
      format: format?.format
    }
  })

const wrongOption = <A, I>(options: AnyOptions<A, I>): string | undefined => {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !names.includes(name)) return `"${name}" is not an option; there are ${names.join(", ")}`
  }
  const { batchId, checkpoint, concurrency = 1, retries = 0, stopAfterFailures = 1 } = options
  if (!isWhole(concurrency, 1)) return "concurrency is a whole number from 1 on"
  if (!isWhole(retries, 0)) return "retries is a whole number from 0 on"
  if (!isWhole(stopAfterFailures, 1)) return "stopAfterFailures is a whole number from 1 on"
  if (options.schema !== undefined && options.responseFormat !== undefined) {
    return "give either schema or responseFormat; both say what to answer with"
  }
  if (batchId !== undefined && checkpoint?.batchId !== undefined && batchId !== checkpoint.batchId) {
    return `the checkpoint is of batch "${checkpoint.batchId}", not of "${batchId}"; leave out batchId`
  }
  return undefined
}
