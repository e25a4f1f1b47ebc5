/** One item under way: its steps from wherever it stands, and what its end means. See `Worker`. */
import { createHash } from "node:crypto"
import * as Retry from "@trilum/core/Retry"
import * as Cause from "effect/Cause"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import type { DatabaseError } from "../BatchError.js"
import type { Service as Encryption } from "../Encryption.js"
import * as Job from "../Job.js"
import type * as Queue from "../Queue.js"

/** The item belongs to another worker by now: nothing more is written. */
export class Lost extends Data.TaggedClass("Lost") {}

/** Limit of an item passed. Has the fields of `WaitTimeoutError` that are stored. */
const deadlinePassed = (deadline: number): Job.Failure => ({
  type: "WaitTimeoutError",
  category: "timeout",
  code: "WAIT_TIMEOUT",
  message: `the item did not finish within ${Duration.format(Duration.millis(deadline))}`,
  hint: "Its run may continue. Retry the batch to attach to it."
})

interface Settings {
  readonly attempts: number
  readonly retries: number
  readonly deadline: number | null
  readonly cancelOnDeadline: boolean
}

const defaults: Settings = { attempts: 1, retries: 8, deadline: null, cancelOnDeadline: false }

const settingsOf = (active: Queue.Active, item: Queue.Claimed): Settings => ({
  ...defaults,
  ...(JSON.parse(active.settings) as Partial<Settings>),
  ...Object.fromEntries(
    Object.entries(item.settings === null ? {} : (JSON.parse(item.settings) as Partial<Settings>)).filter(
      ([, value]) => value !== null
    )
  )
})

/** The same for a run, whoever starts it: made of batch, item and attempt, and of nothing that can change meanwhile. */
const keyOf = (item: Queue.Claimed): string =>
  createHash("sha256")
    .update(JSON.stringify([item.batch, item.id, item.attempt]))
    .digest("hex")

/** Waits before an item is tried again. */
const putBackPolicy: Retry.Policy = { ...Retry.standard, baseDelay: 1000, maxDelay: 60_000 }

const retryAfterOf = (failure: unknown): number => {
  const seconds = typeof failure === "object" && failure !== null ? Reflect.get(failure, "retryAfter") : undefined
  return typeof seconds === "number" && seconds > 0 ? seconds * 1000 : 0
}

/** An item under way here. */
export interface Held {
  readonly item: Queue.Claimed
  readonly active: Queue.Active
  readonly platform: string
  fiber: Fiber.RuntimeFiber<void> | undefined
  /** Whether another worker can continue it from here. */
  isAttachable: boolean
  run: unknown
  cancel: ((run: unknown) => Effect.Effect<void>) | undefined
  /** Why its fiber was interrupted. */
  reason: "lost" | "cancelled" | "stopping" | undefined
}

/** What an item is run with. */
export interface Means<R> {
  readonly queue: Queue.Service
  readonly encryption: Encryption
  readonly job: Job.Job<never, R>
  /** Writes until it is written. */
  readonly persist: <A>(statement: Effect.Effect<A, DatabaseError>) => Effect.Effect<A>
  readonly onEnd: (end: Queue.End["_tag"]) => Effect.Effect<void>
  readonly onPutBack: Effect.Effect<void>
  /** The platform rejects the key: every other item would fail in the same way. */
  readonly onRejected: (platform: string, failure: unknown) => Effect.Effect<void>
  readonly onAccepted: (platform: string) => Effect.Effect<void>
}

const owned = (isMine: boolean): Effect.Effect<void, Lost> => (isMine ? Effect.void : Effect.fail(new Lost()))

/** Stores the end of an item. */
export const finish = <R>({ onEnd, persist, queue }: Omit<Means<R>, "job">, { item }: Held, end: Queue.End) =>
  Effect.zipRight(Effect.flatMap(persist(queue.finish(item, end)), owned), onEnd(end._tag))

/** Stores the failure of an item. */
export const fail = <R>(
  means: Omit<Means<R>, "job">,
  held: Held,
  failure: Job.Failure,
  rerun: boolean
): Effect.Effect<void, Lost> => {
  const { batch, seq } = held.item
  const error = means.encryption.seal(JSON.stringify(failure), `${batch}/${seq}/error`)
  // A NUL or half a character is no text for a database, and its statement would be retried for ever.
  const type = failure.type.replace(/[\0\p{Surrogate}]/gu, "\ufffd")
  return Effect.zipRight(
    finish(means, held, { _tag: "Failed", error, type, rerun }),
    Effect.logWarning(`item failed: ${failure.message}`)
  )
}

const putBack = <R>(
  { onPutBack, persist, queue }: Means<R>,
  { item }: Held,
  next: "same" | "lost" | "rerun",
  failure: unknown
): Effect.Effect<void, Lost> =>
  Effect.gen(function* () {
    const random = yield* Random.next
    const computed = Retry.backoff(putBackPolicy, next === "rerun" ? 0 : item.tries, random)
    const delay = Math.max(retryAfterOf(failure), computed)
    yield* Effect.flatMap(persist(queue.putBack(item, { delay, next })), owned)
    yield* onPutBack
    yield* Effect.logDebug(`item put back for ${Math.round(delay)} ms: ${Job.failureOf(failure).message}`)
  })

const settle = <R>(
  means: Means<R>,
  held: Held,
  settings: Settings,
  advice: Job.Advice,
  failure: unknown
): Effect.Effect<void, Lost> => {
  const { attempt, tries } = held.item
  const isLast = tries >= settings.retries
  switch (advice) {
    case "retry":
      return isLast ? fail(means, held, Job.failureOf(failure), false) : putBack(means, held, "same", failure)
    case "lost":
      return held.run === undefined || isLast
        ? fail(means, held, Job.failureOf(failure), false)
        : putBack(means, held, "lost", failure)
    case "rerun":
      return attempt + 1 >= settings.attempts
        ? fail(means, held, Job.failureOf(failure), true)
        : putBack(means, held, "rerun", failure)
    case "stop":
      return Effect.zipRight(means.onRejected(held.platform, failure), means.persist(means.queue.release([held.item])))
    case "fail":
      return fail(means, held, Job.failureOf(failure), false)
  }
}

const output = <R>(means: Means<R>, held: Held, execution: Job.Execution<R>): Effect.Effect<unknown, unknown, R> =>
  Effect.gen(function* () {
    const { item } = held
    const { persist, queue } = means
    const run = {
      idempotencyKey: keyOf(item),
      batch: item.batch,
      item: item.id,
      attempt: item.attempt,
      isRepeated: item.claim > 1
    }
    if (held.run === undefined) {
      const step = yield* execution.start(run)
      yield* means.onAccepted(held.platform)
      if (step._tag === "Finished") return step.output
      held.run = step.run
      yield* Effect.flatMap(persist(queue.record(item, JSON.stringify(step.run))), owned)
    }
    held.isAttachable = execution.isAttachable
    return yield* Effect.tap(execution.attach(held.run, run), () => means.onAccepted(held.platform))
  })

/** Runs an item to its end, or puts it back. Fails with {@link Lost} when another worker has it by now. */
export const run = <R>(means: Means<R>, held: Held): Effect.Effect<void, Lost, R> =>
  Effect.gen(function* () {
    const { active, item } = held
    const { encryption, job } = means
    const context = yield* Effect.context<R>()
    const settings = settingsOf(active, item)
    const read = yield* Effect.exit(
      Effect.flatMap(encryption.open(item.input, `${item.batch}/${item.seq}/input`), (text) =>
        job.decode(JSON.parse(text))
      )
    )
    if (Exit.isFailure(read)) return yield* fail(means, held, Job.failureOf(Cause.squash(read.cause)), false)
    const execution = read.value
    held.cancel = (run) => Effect.ignore(Effect.provide(Effect.timeout(execution.cancel(run), "10 seconds"), context))
    const { deadline } = settings
    const exit = yield* Effect.exit(
      deadline === null
        ? Effect.map(output(means, held, execution), Option.some)
        : Effect.timeoutOption(output(means, held, execution), Math.max(1, deadline - item.elapsed))
    )
    if (Exit.isFailure(exit)) {
      if (Exit.isInterrupted(exit)) return yield* Effect.interrupt
      const failure = Cause.squash(exit.cause)
      if (failure instanceof Lost) return yield* Effect.fail(failure)
      const advice = execution.advise(failure)
      // A run that failed, or an input that is invalid, says that the key is valid.
      if (advice === "rerun" || advice === "fail") yield* means.onAccepted(held.platform)
      return yield* settle(means, held, settings, advice, failure)
    }
    if (Option.isSome(exit.value)) {
      const json = JSON.stringify(exit.value.value ?? null)
      const sealed = encryption.seal(json, `${item.batch}/${item.seq}/output`)
      return yield* finish(means, held, { _tag: "Succeeded", output: sealed })
    }
    const isCancelled = settings.cancelOnDeadline && held.run !== undefined
    if (isCancelled) yield* held.cancel(held.run)
    return yield* fail(means, held, deadlinePassed(deadline ?? 0), isCancelled)
  })
