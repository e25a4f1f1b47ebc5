import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

/** An item and its place among all, from 0. */
export interface Placed<A> {
  readonly item: A
  readonly index: number
}

/** Where the items of a batch come from: one at a time, `None` at the end, whoever asks. */
export type Source<A, E, R> = Effect.Effect<Option.Option<Placed<A>>, E, R>

export const make = <A, E, R>(
  items: Iterable<A> | Stream.Stream<A, E, R>
): Effect.Effect<Source<A, E, R>, never, Scope.Scope | R> =>
  Stream.StreamTypeId in items ? fromStream(items) : fromIterable(items)

const fromIterable = <A>(items: Iterable<A>): Effect.Effect<Source<A, never, never>, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => items[Symbol.iterator]()),
      (iterator) => Effect.sync(() => iterator.return?.())
    ),
    (iterator) => {
      let count = 0
      return Effect.sync(() => {
        const next = iterator.next()
        return next.done === true ? Option.none() : Option.some({ item: next.value, index: count++ })
      })
    }
  )

const fromStream = <A, E, R>(items: Stream.Stream<A, E, R>): Effect.Effect<Source<A, E, R>, never, Scope.Scope | R> =>
  Effect.map(Stream.toPull(items), (pull) => {
    // A pull is for one fiber at a time.
    const turn = Effect.unsafeMakeSemaphore(1)
    let ready: Iterator<A> = [][Symbol.iterator]()
    let ended = false
    let count = 0
    const more: Source<A, E, R> = Effect.suspend(() => {
      const next = ready.next()
      if (next.done !== true) return Effect.succeed(Option.some({ item: next.value, index: count++ }))
      if (ended) return Effect.succeed(Option.none())
      return Effect.matchEffect(pull, {
        onSuccess: (chunk) => {
          ready = Chunk.toReadonlyArray(chunk)[Symbol.iterator]()
          return more
        },
        onFailure: (end) => {
          ended = true
          return Option.match(end, { onNone: () => Effect.succeed(Option.none<Placed<A>>()), onSome: Effect.fail })
        }
      })
    })
    return turn.withPermits(1)(more)
  })
