/**
 * The promise API of a service: the same names, without Effect.
 *
 * Effects become promises, streams become async iterables, everything else stays. The last parameter of every method
 * takes a `signal` beside its options.
 *
 * @since 0.1.0
 */
import * as Cause from "effect/Cause"
import * as Chunk from "effect/Chunk"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import type * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

/**
 * What every method of a promise client takes beside its own options.
 *
 * @since 0.1.0
 * @category models
 */
export interface Abortable {
  /** Ends the call: its promise rejects with an `AbortError` whose cause is the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

type LastIndex<P extends ReadonlyArray<unknown>> = Required<P> extends readonly [unknown, ...infer Rest]
  ? `${Rest["length"]}`
  : never

/** The parameters of a method with {@link Abortable} added to the last, which is its options. */
type WithSignal<P extends ReadonlyArray<unknown>> = {
  [K in keyof P]: K extends LastIndex<P> ? P[K] & (Abortable | undefined) : P[K]
}

/**
 * @since 0.1.0
 * @category models
 */
export type Promised<S> = S extends (...args: infer P) => Effect.Effect<infer A, unknown>
  ? (...args: WithSignal<P>) => Promise<A>
  : S extends (...args: infer P) => Stream.Stream<infer A, unknown> ? (...args: WithSignal<P>) => AsyncIterable<A>
  : S extends (...args: ReadonlyArray<never>) => unknown ? S
  : S extends Effect.Effect<infer A, unknown> ? (options?: Abortable) => Promise<A>
  : S extends object ? { readonly [K in keyof S]: Promised<S[K]> }
  : S

/**
 * How a promise client ends. Calls under way are aborted, sockets closed. Safe to call twice.
 *
 * @since 0.1.0
 * @category models
 */
export interface Closeable {
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * A call ended by its `AbortSignal`, or by `close()`. `name` is `AbortError`, `cause` the signal's reason.
 *
 * @since 0.1.0
 * @category errors
 */
export class AbortError extends Error {
  readonly _tag = "AbortError"
  constructor(reason: unknown) {
    super(reason instanceof Error && reason.message !== "" ? reason.message : "the call was aborted", { cause: reason })
    this.name = "AbortError"
  }
}

/**
 * Runs the effects and streams of one service.
 *
 * @since 0.1.0
 * @category models
 */
export interface Runner extends Closeable {
  readonly effect: <A, E>(effect: Effect.Effect<A, E>, signal?: AbortSignal) => Promise<A>
  readonly stream: <A, E>(stream: Stream.Stream<A, E>, signal?: AbortSignal) => AsyncIterable<A>
}

/**
 * Builds the service of a layer at once (nothing in it may wait) and a runner for its calls. A layer that fails throws
 * its error, so a client without a key fails where it is made.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromLayer = <I, S, E>(
  tag: Context.Tag<I, S>,
  layer: Layer.Layer<I, E>
): { readonly service: S; readonly runner: Runner } => {
  const runtime = ManagedRuntime.make(layer)
  const built = runtime.runSyncExit(tag)
  if (Exit.isFailure(built)) {
    void runtime.dispose()
    throw toError(built.cause, undefined)
  }
  return { service: built.value, runner: makeRunner(runtime) }
}

/**
 * The promise API of a service: its methods, and those of the objects in it, through a runner.
 *
 * @since 0.1.0
 * @category constructors
 */
export const promised = <S extends object>(service: S, runner: Runner): Promised<S> => {
  const out: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(service)) {
    out[name] = wrap(member, runner)
  }
  // The mapped type and this loop say the same thing, which TypeScript cannot see.
  return out as Promised<S>
}

const wrap = (member: unknown, runner: Runner): unknown => {
  if (typeof member === "function") {
    return (...args: ReadonlyArray<unknown>): unknown => {
      const last = args[args.length - 1]
      const signal = isAbortable(last) ? last.signal : undefined
      return run(Reflect.apply(member, undefined, signal === undefined ? args : withoutSignal(args)), runner, signal)
    }
  }
  if (Effect.isEffect(member)) {
    return (options?: Abortable): unknown => run(member, runner, options?.signal)
  }
  if (typeof member === "object" && member !== null && Object.getPrototypeOf(member) === Object.prototype) {
    return promised(member, runner)
  }
  return member
}

const run = (result: unknown, runner: Runner, signal: AbortSignal | undefined): unknown =>
  isStream(result)
    ? runner.stream(result, signal)
    : isPlainEffect(result)
    ? runner.effect(result, signal)
    : result

const isStream = (u: unknown): u is Stream.Stream<unknown, unknown> =>
  typeof u === "object" && u !== null && Stream.StreamTypeId in u

const isPlainEffect = (u: unknown): u is Effect.Effect<unknown, unknown> => Effect.isEffect(u)

const isAbortable = (u: unknown): u is { readonly signal: AbortSignal } =>
  typeof u === "object" && u !== null && "signal" in u && u.signal instanceof AbortSignal

const withoutSignal = (args: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  args.map((argument, index) => {
    if (index !== args.length - 1 || !isAbortable(argument)) return argument
    const { signal: _, ...rest } = argument
    return rest
  })

/** What a failed exit rejects with: the typed error itself, never a `FiberFailure`. */
const toError = (cause: Cause.Cause<unknown>, reason: { readonly reason: unknown } | undefined): unknown => {
  const failure = Cause.failureOption(cause)
  if (Option.isSome(failure)) return failure.value
  if (Cause.isInterruptedOnly(cause)) return new AbortError(reason?.reason)
  return Cause.squash(cause)
}

const makeRunner = (runtime: { readonly dispose: () => Promise<void> }): Runner => {
  const active = new Set<Fiber.RuntimeFiber<unknown, unknown>>()
  let closing: Promise<void> | undefined
  const closed = new Error("the client is closed")

  const effect = <A, E>(self: Effect.Effect<A, E>, signal?: AbortSignal): Promise<A> =>
    new Promise((resolve, reject) => {
      if (closing !== undefined) return reject(new AbortError(closed))
      if (signal?.aborted === true) return reject(new AbortError(signal.reason))
      const fiber = Effect.runFork(self)
      active.add(fiber)
      const abort = (): void => fiber.unsafeInterruptAsFork(fiber.id())
      signal?.addEventListener("abort", abort, { once: true })
      fiber.addObserver((exit) => {
        active.delete(fiber)
        signal?.removeEventListener("abort", abort)
        if (Exit.isSuccess(exit)) return resolve(exit.value)
        const reason = signal?.aborted === true
          ? { reason: signal.reason }
          : closing === undefined
          ? undefined
          : { reason: closed }
        reject(toError(exit.cause, reason))
      })
    })

  const close = (): Promise<void> =>
    closing ??= Effect.runPromise(Fiber.interruptAll(active)).then(() => runtime.dispose())

  return {
    effect,
    stream: (self, signal) => iterable(self, effect, signal),
    close,
    [Symbol.asyncDispose]: close
  }
}

/** One run of the stream for each iterator; its scope, and so its socket, closes at the end, an error or `break`. */
const iterable = <A, E>(
  self: Stream.Stream<A, E>,
  effect: Runner["effect"],
  signal: AbortSignal | undefined
): AsyncIterable<A> => ({
  [Symbol.asyncIterator]: () => {
    const scope = Effect.runSync(Scope.make())
    const pull = Effect.runSync(Scope.extend(Stream.toPull(self), scope))
    /** The next chunk, `undefined` at the end. */
    const nextChunk: Effect.Effect<Chunk.Chunk<A> | undefined, E> = Effect.catchAll(
      pull,
      Option.match({ onNone: () => Effect.succeed(undefined), onSome: (failure: E) => Effect.fail(failure) })
    )
    const end: IteratorReturnResult<undefined> = { done: true, value: undefined }
    let ready: Iterator<A> = [][Symbol.iterator]()
    let finished = false
    let turn: Promise<unknown> = Promise.resolve()
    let waiting = 0

    const finish = async (): Promise<void> => {
      finished = true
      ready = [][Symbol.iterator]()
      await Effect.runPromise(Scope.close(scope, Exit.void))
    }
    const take = (): IteratorYieldResult<A> | undefined => {
      const item = ready.next()
      return item.done === true ? undefined : { done: false, value: item.value }
    }
    const more = async (): Promise<IteratorResult<A, undefined>> => {
      while (!finished) {
        const item = take()
        if (item !== undefined) return item
        try {
          const chunk = await effect(nextChunk, signal)
          if (chunk === undefined) await finish()
          else ready = Chunk.toReadonlyArray(chunk)[Symbol.iterator]()
        } catch (error) {
          await finish()
          throw error
        }
      }
      return end
    }
    return {
      next: () => {
        const item = waiting === 0 ? take() : undefined
        if (item !== undefined) return Promise.resolve(item)
        // Calls of `next` that overlap are answered in their order.
        waiting++
        const answer = turn.then(more).finally(() => waiting--)
        turn = answer.catch(() => undefined)
        return answer
      },
      return: async () => {
        await finish()
        return end
      }
    }
  }
})
