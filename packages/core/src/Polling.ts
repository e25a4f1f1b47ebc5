/**
 * Asking again until something is over.
 *
 * @since 0.1.0
 */
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"

/**
 * @since 0.1.0
 * @category models
 */
export interface PollOptions<A, E, R> {
  /** One look. A long-polling server holds it until something changed. */
  readonly poll: Effect.Effect<A, E, R>
  /** Whether this state is the last one. */
  readonly isTerminal: (state: A) => boolean
  /**
   * Shortest time from the start of one look to the start of the next; a look that took longer (the server held it) is
   * followed at once.
   */
  readonly interval: Duration.DurationInput
  /** `false`: states equal to the one before are left out, except the terminal one. Default: all are kept. */
  readonly isChange?: ((previous: A, state: A) => boolean) | undefined
}

/**
 * Every state seen, the terminal one last. Closing the stream stops the asking.
 *
 * @since 0.1.0
 * @category constructors
 */
export const states = <A, E, R>(options: PollOptions<A, E, R>): Stream.Stream<A, E, R> => {
  const interval = Duration.toMillis(options.interval)
  const look = (
    wait: number,
    previous: Option.Option<A>
  ): Effect.Effect<readonly [Chunk.Chunk<A>, Option.Option<readonly [number, Option.Option<A>]>], E, R> =>
    Effect.gen(function* () {
      if (wait > 0) yield* Effect.sleep(wait)
      const started = yield* Clock.currentTimeMillis
      const state = yield* options.poll
      if (options.isTerminal(state)) return [Chunk.of(state), Option.none()] as const
      const took = (yield* Clock.currentTimeMillis) - started
      const kept = Option.isNone(previous) || options.isChange === undefined || options.isChange(previous.value, state)
      return [
        kept ? Chunk.of(state) : Chunk.empty<A>(),
        Option.some([Math.max(0, interval - took), Option.some(state)] as const)
      ] as const
    })
  return Stream.paginateChunkEffect([0, Option.none<A>()] as readonly [number, Option.Option<A>], ([wait, previous]) =>
    look(wait, previous)
  )
}

/**
 * The terminal state.
 *
 * @since 0.1.0
 * @category constructors
 */
export const untilTerminal = <A, E, R>(options: Omit<PollOptions<A, E, R>, "isChange">): Effect.Effect<A, E, R> => {
  const interval = Duration.toMillis(options.interval)
  const look: Effect.Effect<A, E, R> = Effect.gen(function* () {
    while (true) {
      const started = yield* Clock.currentTimeMillis
      const state = yield* options.poll
      if (options.isTerminal(state)) return state
      const took = (yield* Clock.currentTimeMillis) - started
      if (took < interval) yield* Effect.sleep(interval - took)
    }
  })
  return look
}
