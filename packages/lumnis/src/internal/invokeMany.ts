import { AuthenticationError, type TransportError, type ValidationError } from "@trilum/core/ApiError"
import * as OnDemand from "@trilum/core/OnDemand"
import * as Redaction from "@trilum/core/Redaction"
import * as RetryPolicy from "@trilum/core/RetryPolicy"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import type * as Schema from "effect/Schema"
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
import * as CreateRequest from "./createRequest.js"
import type { Defaults, Invocations } from "./invoke.js"
import { httpOf, invalidDuration, known, millis, refusal, type Waiting, waitingOf } from "./options.js"

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
    items: Iterable<Item> | Stream.Stream<Item, E, R>,
    options: Batch.StructuredManyOptions<A, I>
  ): Stream.Stream<Batch.BatchResult<Item, StructuredResponse<A>, ItemError>, Batch.BatchError | E, R>
  function invokeMany<Item extends Batch.BatchItem, E = never, R = never>(
    items: Iterable<Item> | Stream.Stream<Item, E, R>,
    options?: Batch.InvokeManyOptions
  ): Stream.Stream<Batch.BatchResult<Item>, Batch.BatchError | E, R>
  function invokeMany<Item extends Batch.BatchItem, A, I, E, R>(
    items: Iterable<Item> | Stream.Stream<Item, E, R>,
    options: AnyOptions<A, I> = {}
  ): Stream.Stream<AnyResult<Item, A>, Batch.BatchError | E, R> {
    return Stream.unwrap(
      Effect.gen(function* () {
        const plan = yield* planOf(options, means.defaults)
        return run(means, items, plan, yield* Deferred.make<void>())
      })
    )
  }
  return invokeMany
}

const run = <Item extends Batch.BatchItem, A, I, E, R>(
  means: Means,
  items: Iterable<Item> | Stream.Stream<Item, E, R>,
  plan: Plan<A, I>,
  end: Deferred.Deferred<void>
): Stream.Stream<AnyResult<Item, A>, Batch.BatchError | E, R> => {
  const { concurrency, options } = plan
  const { checkpoint, stopAfterFailures } = options
  const pace = Pace.make({
    concurrency,
    adaptive: options.adaptive ?? true,
    maxRetryAfter: options.retry === false ? undefined : options.retry?.maxRetryAfter
  })
  const underWay = new Set<string>()
  let taken = 0
  let failures = 0
  let stopped = false

  const settled = (result: AnyResult<Item, A>): Effect.Effect<Option.Option<AnyResult<Item, A>>> => {
    if (result._tag === "Failed") failures += 1
    if (stopped || stopAfterFailures === undefined || failures < stopAfterFailures) {
      return Effect.succeed(Option.some(result))
    }
    stopped = true
    return Effect.as(Deferred.succeed(end, undefined), Option.some(result))
  }

  const each = (item: Item, index: number): Effect.Effect<Option.Option<AnyResult<Item, A>>, Batch.BatchError> => {
    const failed = (error: ItemError, responseId?: string): AnyResult<Item, A> => ({
      _tag: "Failed",
      id: item.id,
      index,
      item,
      responseId,
      error
    })
    if (typeof item.id !== "string" || item.id === "") {
      return settled(failed(refusal(`${method}: item ${index} has no id; give each one a text of its own`)))
    }
    if (underWay.has(item.id)) {
      return settled(
        failed(refusal(`${method}: two items are called ${JSON.stringify(item.id)}; each needs its own id`))
      )
    }
    underWay.add(item.id)
    const work = Effect.gen(function* () {
      const found = checkpoint === undefined ? undefined : yield* asked(() => checkpoint.find(item.id))
      if (found?._tag === "Finished") return Option.none<AnyResult<Item, A>>()
      const body = bodyOf(item, plan)
      if ("_tag" in body) return yield* settled(failed(body))
      const key = yield* Key.digest(
        plan.batchId,
        item.id,
        item.attempt ?? 0,
        body,
        body.user_id ?? means.userId ?? null
      )
      const runOf = one(means, plan, pace, { item, body, key })
      return yield* Effect.acquireUseRelease(
        pace.enter,
        () =>
          stopped
            ? Effect.succeed(Option.none<AnyResult<Item, A>>())
            : Effect.flatMap(runOf(found?.key === key ? found : undefined), (outcome) =>
                settled(
                  "error" in outcome
                    ? failed(outcome.error, outcome.responseId)
                    : { _tag: "Succeeded", id: item.id, index, item, ...outcome }
                )
              ),
        () => Effect.sync(pace.release)
      )
    })
    return Effect.ensuring(
      work,
      Effect.sync(() => underWay.delete(item.id))
    )
  }

  const source: Stream.Stream<Item, E, R> = Stream.StreamTypeId in items ? items : iterated(items)
  const open = stopAfterFailures === undefined ? source : Stream.interruptWhenDeferred(source, end)
  const results = Stream.mapEffect(open, (item) => each(item, taken++), {
    concurrency,
    unordered: options.ordered !== true
  }).pipe(Stream.filterMap((result) => result))
  const told =
    checkpoint === undefined
      ? results
      : Stream.flatMap(results, (result) =>
          Stream.concat(
            Stream.make(result),
            Stream.execute(asked(() => checkpoint.finished({ id: result.id, succeeded: result._tag === "Succeeded" })))
          )
        )
  const whole: Stream.Stream<AnyResult<Item, A>, Batch.BatchError | E, R> = Stream.concat(
    told,
    Stream.suspend(() => (stopped ? Stream.fail(new BatchStoppedError({ failures })) : Stream.empty))
  )
  return Stream.flatMap(
    Stream.acquireRelease(
      Effect.sync(() => means.answers.listen(pace.onAnswer)),
      (leave) => Effect.sync(leave)
    ),
    () => whole
  )
}

/** One element at a time, so that nothing is taken from the source that there is no room for. */
const iterated = <A>(items: Iterable<A>): Stream.Stream<A> =>
  Stream.flatMap(
    Stream.acquireRelease(
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
const one =
  <A, I>(
    { client, invocations }: Means,
    { attemptTimeout, options, retries, waiting }: Plan<A, I>,
    pace: Pace.Pace,
    { body, item, key }: { readonly item: Batch.BatchItem; readonly body: Body; readonly key: string }
  ) =>
  (recorded: Begun | undefined): Effect.Effect<Outcome<A>, Batch.BatchError> =>
    Effect.gen(function* () {
      const { checkpoint } = options
      const http = httpOf(options)
      const started = yield* Clock.currentTimeMillis
      let begun = recorded === undefined ? undefined : { responseId: recorded.responseId, threadId: recorded.threadId }
      let remembered = begun !== undefined

      // At least a millisecond: a deadline that has passed is to fail as one, not as an option that makes no sense.
      const left = Effect.map(Clock.currentTimeMillis, (now) =>
        waiting.deadline === undefined ? undefined : Math.max(1, started + waiting.deadline - now)
      )
      const begin = Effect.gen(function* () {
        const created = yield* client.request(Responses.createResponse, [], body, {
          ...http,
          timeout: attemptTimeout,
          overallTimeout: yield* left,
          idempotencyKey: key
        })
        const taken = { responseId: created.response_id, threadId: created.thread_id }
        begun = taken
        if (checkpoint !== undefined) yield* asked(() => checkpoint.started({ id: item.id, key, ...taken }))
        return taken
      })
      const wait = (run: Begun): Effect.Effect<AnyResponse<A>, ItemError> =>
        Effect.flatMap(left, (deadline) => {
          const how = {
            ...http,
            timeout: options.timeout,
            wait: waiting.wait * 1000,
            pollInterval: waiting.interval,
            deadline,
            cancelOnInterrupt: waiting.cancelOnInterrupt,
            cancelOnDeadline: waiting.cancelOnDeadline
          }
          const { failedRuns, schema } = options
          return schema === undefined
            ? invocations.attach(run.responseId, { ...how, failedRuns })
            : invocations.attach(run.responseId, { ...how, schema })
        })

      const go = (repeat: number): Effect.Effect<Outcome<A>, ItemError | CheckpointError> =>
        Effect.suspend(() => (begun === undefined ? begin : Effect.succeed(begun))).pipe(
          Effect.flatMap((run) => Effect.map(wait(run), (response): Outcome<A> => ({ ...run, response }))),
          Effect.catchAll((failure) => {
            if (remembered && failure._tag === "NotFoundError") {
              // The checkpoint may be older than what the server keeps.
              remembered = false
              begun = undefined
              return go(repeat)
            }
            if (repeat >= retries || !isPassing(failure)) return Effect.fail(failure)
            return Random.next.pipe(
              Effect.flatMap((random) => Effect.sleep(RetryPolicy.delay(again, repeat, undefined, random))),
              Effect.zipRight(pace.unpaused),
              Effect.zipRight(Effect.suspend(() => go(repeat + 1)))
            )
          })
        )

      return yield* Effect.catchAll(go(0), (error) =>
        error instanceof AuthenticationError || error instanceof CheckpointError
          ? Effect.fail(error)
          : Effect.succeed<Outcome<A>>({ error, responseId: begun?.responseId })
      )
    })

/** The waits of a batch's own repeats; those of the client have been in vain by then. */
const again: RetryPolicy.RetryPolicy = { ...RetryPolicy.standard, baseDelay: 1000, maxDelay: 30_000 }

const isPassing = (failure: ItemError | CheckpointError): boolean => {
  switch (failure._tag) {
    case "TransportError":
    case "RateLimitError":
      return true
    case "TimeoutError":
      return failure.timeout !== "overall"
    default:
      return failure.status !== undefined && RetryPolicy.standard.statuses.includes(failure.status)
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

const isWhole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least

const structured = OnDemand.once("lumnis", "schema", () => import("./structured.js"))

const planOf = <A, I>(
  options: AnyOptions<A, I>,
  defaults: Defaults
): Effect.Effect<Plan<A, I>, ValidationError | TransportError> =>
  Effect.gen(function* () {
    const wrong = wrongOption(options)
    if (wrong !== undefined) return yield* Effect.fail(refusal(`${method}: ${wrong}`))
    const { checkpoint, concurrency = 8, retries = 3, schema } = options
    const waiting = waitingOf(method, options, defaults)
    if ("_tag" in waiting) return yield* Effect.fail(waiting)
    const attemptTimeout = options.timeout === undefined ? defaults.attemptTimeout : millis(options.timeout)
    if (attemptTimeout === undefined) return yield* Effect.fail(invalidDuration(method, "timeout"))
    const longest = options.retry === false ? undefined : options.retry?.maxRetryAfter
    if (longest !== undefined && Option.isNone(Duration.decodeUnknown(longest))) {
      return yield* Effect.fail(invalidDuration(method, "retry.maxRetryAfter"))
    }
    const format = schema === undefined ? undefined : (yield* structured).formatOf(method, schema)
    if (format?._tag === "Refused") return yield* Effect.fail(format.error)
    return {
      options,
      batchId: options.batchId ?? checkpoint?.batchId ?? globalThis.crypto.randomUUID(),
      concurrency,
      retries,
      waiting,
      attemptTimeout,
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
