import type * as Cause from "effect/Cause"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import type * as Stream from "effect/Stream"
import * as Source from "./batchSource.js"

/** What a pool does. */
export interface Work<Item, A, E, R> {
  readonly items: Iterable<Item> | Stream.Stream<Item, E, R>
  /** Items that are worked on at once. */
  readonly concurrency: number
  /** Whether results come in the order of the items. */
  readonly ordered: boolean
  /** `None` gives no result. A failure ends all. */
  readonly each: (item: Item, index: number) => Effect.Effect<Option.Option<A>, E, R>
  /** Once it holds, no item is begun. */
  readonly isOver: () => boolean
  /** Run when the consumer asks for what follows a result; without it results may come many at once. */
  readonly taken: ((result: A) => Effect.Effect<void, E, R>) | undefined
}

/** Results as they are pulled; `None` is their end. */
export type Pull<A, E, R> = Effect.Effect<Chunk.Chunk<A>, Option.Option<E>, R>

/**
 * Results of items that some fibers work on at once, for `Stream.fromPull`. At most twice `concurrency` items are begun and
 * not yet taken by the consumer. The fibers end with the scope.
 */
export const make = <Item, A, E, R>(work: Work<Item, A, E, R>): Effect.Effect<Pull<A, E, R>, never, Scope.Scope | R> =>
  Effect.flatMap(Source.make(work.items), (source) => start(work, source))

const start = <Item, A, E, R>(
  { concurrency, each, isOver, ordered, taken }: Work<Item, A, E, R>,
  source: Source.Source<Item, E, R>
): Effect.Effect<Pull<A, E, R>, never, Scope.Scope | R> => {
  const room = concurrency * 2
  let begun = 0
  let given = 0
  let ready: Array<A> = []
  let end: Exit.Exit<void, E> | undefined
  let last: Option.Option<A> = Option.none()
  // Results by index that wait for those before them.
  const early = new Map<number, Option.Option<A>>()
  let following = 0
  let wakeConsumer: (() => void) | undefined
  let wakeWorkers: Array<() => void> = []

  const give = (result: Option.Option<A>): void => {
    if (Option.isNone(result)) {
      given += 1
      return
    }
    ready.push(result.value)
    wakeConsumer?.()
  }
  const settle = (index: number, result: Option.Option<A>): void => {
    if (!ordered) return give(result)
    early.set(index, result)
    for (let next = early.get(following); next !== undefined; next = early.get(following)) {
      early.delete(following)
      following += 1
      give(next)
    }
  }
  const roomForOne: Effect.Effect<void> = Effect.async((resume) => {
    wakeWorkers.push(() => resume(Effect.void))
  })
  const worker: Effect.Effect<void, E, R> = Effect.gen(function* () {
    while (true) {
      while (begun - given >= room) yield* roomForOne
      begun += 1
      if (isOver()) return
      const next = yield* source
      if (Option.isNone(next)) return
      const { index, item } = next.value
      settle(index, yield* each(item, index))
    }
  })
  const finished = (exit: Exit.Exit<void, E>): void => {
    end = exit
    wakeConsumer?.()
  }
  const someResult: Effect.Effect<void> = Effect.async((resume) => {
    wakeConsumer = () => {
      wakeConsumer = undefined
      resume(Effect.void)
    }
    if (ready.length > 0 || end !== undefined) wakeConsumer()
  })
  const take = (): Chunk.Chunk<A> => {
    const results = taken === undefined ? ready : ready.slice(0, 1)
    ready = taken === undefined ? [] : ready.slice(1)
    given += results.length
    const waking = wakeWorkers
    wakeWorkers = []
    for (const wake of waking) wake()
    if (taken !== undefined) last = Option.fromNullable(results[0])
    return Chunk.unsafeFromArray(results)
  }
  const next: Pull<A, E, R> = Effect.suspend(() => {
    if (ready.length > 0) return Effect.succeed(take())
    if (end === undefined) return Effect.zipRight(someResult, next)
    return Exit.match(end, {
      onSuccess: () => Effect.fail(Option.none()),
      onFailure: (cause: Cause.Cause<E>) => Effect.mapError(Effect.failCause(cause), Option.some)
    })
  })
  const pull =
    taken === undefined
      ? next
      : Effect.suspend(() => {
          const before = last
          last = Option.none()
          return Option.match(before, {
            onNone: () => next,
            onSome: (result) => Effect.zipRight(Effect.mapError(taken(result), Option.some), next)
          })
        })
  const workers = Effect.forEach(Array.from({ length: concurrency }), () => worker, {
    concurrency: "unbounded",
    discard: true
  })
  return Effect.as(Effect.forkScoped(Effect.onExit(workers, (exit) => Effect.sync(() => finished(exit)))), pull)
}
