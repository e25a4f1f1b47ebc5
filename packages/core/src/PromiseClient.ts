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
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as FiberRef from "effect/FiberRef"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import * as RuntimeFlags from "effect/RuntimeFlags"
import * as Scheduler from "effect/Scheduler"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { ValidationError } from "./ApiError.js"
import { type AsyncItems, fromAsyncIterable } from "./AsyncItems.js"
import { onAbort } from "./internal/abortListeners.js"

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

/** What cannot carry a `signal`. */
type Plain =
  | string
  | number
  | bigint
  | boolean
  | symbol
  | null
  | undefined
  | ReadonlyArray<unknown>
  | ((...args: ReadonlyArray<never>) => unknown)

type Last<P extends ReadonlyArray<unknown>> =
  Required<P> extends readonly [...ReadonlyArray<unknown>, infer L] ? L : never

type LastIndex<P extends ReadonlyArray<unknown>> =
  Required<P> extends readonly [unknown, ...infer Rest] ? `${Rest["length"]}` : never

type Add<T> = T extends Plain ? T : T & Abortable

/**
 * The parameters of a method with {@link Abortable} added to the last, which is its options. A method that ends in a
 * parameter of another kind gets options of its own.
 */
type WithSignal<P extends ReadonlyArray<unknown>> = number extends P["length"]
  ? P
  : [Exclude<Last<P>, Plain>] extends [never]
    ? readonly [...P, options?: Abortable]
    : { [K in keyof P]: K extends LastIndex<P> ? Add<P[K]> : P[K] }

/**
 * Marks a type whose promise form is written down, because no mapped type can derive it: a generic or overloaded method,
 * or a client that returns clients of its own type.
 *
 * @since 0.1.0
 * @category symbols
 */
export const PromiseTypeId: unique symbol = Symbol.for("@trilum/core/PromiseClient/Promise")

/**
 * @since 0.1.0
 * @category symbols
 */
export type PromiseTypeId = typeof PromiseTypeId

/**
 * Has the promise form `P`. The property exists in types only.
 *
 * @since 0.1.0
 * @category models
 */
export interface WithPromise<P> {
  readonly [PromiseTypeId]?: () => P
}

/**
 * The two forms of an API. An interface that takes a `Face` declares generic and overloaded methods once for both:
 *
 * ```ts
 * interface Find<F extends Face> extends ... {
 *   <A>(schema: Schema<A>, options?: WithSignal<F, Options>): Result<F, A, ApiError>
 * }
 * ```
 *
 * @since 0.1.0
 * @category models
 */
export type Face = "effect" | "promise"

/**
 * An effect, or a promise.
 *
 * @since 0.1.0
 * @category models
 */
export type Result<F extends Face, A, E = never, R = never> = F extends "promise" ? Promise<A> : Effect.Effect<A, E, R>

/**
 * A stream, or `AsyncItems`.
 *
 * @since 0.1.0
 * @category models
 */
export type Items<F extends Face, A, E = never, R = never> = F extends "promise"
  ? AsyncItems<A>
  : Stream.Stream<A, E, R>

/**
 * What a callback returns: an effect, or a promise or plain value.
 *
 * @since 0.1.0
 * @category models
 */
export type Returned<F extends Face, A, E = never, R = never> = F extends "promise"
  ? Promise<A> | A
  : Effect.Effect<A, E, R>

/**
 * The options of a method; those of promises take a `signal`.
 *
 * @since 0.1.0
 * @category models
 */
export type MethodOptions<F extends Face, O> = F extends "promise" ? O & Abortable : O

/**
 * The promise API of a service, by type. Generic and overloaded methods lose their type parameters and overloads here, as
 * in every mapped type, unless they are marked with {@link WithPromise}.
 *
 * @since 0.1.0
 * @category models
 */
export type Promised<S> = PromiseTypeId extends keyof S
  ? S extends { readonly [PromiseTypeId]?: (() => infer P) | undefined }
    ? P
    : never
  : S extends (...args: infer P) => Effect.Effect<infer A, unknown, unknown>
    ? (...args: WithSignal<P>) => Promise<A>
    : S extends (...args: infer P) => Stream.Stream<infer A, unknown, unknown>
      ? (...args: WithSignal<P>) => AsyncItems<A>
      : S extends (...args: ReadonlyArray<never>) => unknown
        ? S
        : S extends Effect.Effect<infer A, unknown, unknown>
          ? (options?: Abortable) => Promise<A>
          : S extends object
            ? { readonly [K in keyof S]: Promised<S[K]> }
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
  readonly stream: <A, E>(stream: Stream.Stream<A, E>, signal?: AbortSignal) => AsyncItems<A>
  /** For a client that shares the connections of this one: closing it ends its own calls and no others. */
  readonly derive: () => Runner
}

/**
 * Builds the service of a layer at once (nothing in it may wait) and a runner for its calls. A layer that fails throws
 * its error, so a client without a key fails where it is made: `below` is the function whose caller the error shows.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromLayer = <I, S, E>(
  tag: Context.Tag<I, S>,
  layer: Layer.Layer<I, E>,
  below?: (...args: ReadonlyArray<never>) => unknown
): { readonly service: S; readonly runner: Runner } => {
  const scope = Effect.runSync(Scope.make())
  const close = (): Promise<void> => Effect.runPromise(Scope.close(scope, Exit.void))
  const built = Effect.runSyncExit(Scope.extend(Layer.toRuntime(layer), scope))
  if (Exit.isFailure(built)) {
    close().catch(ignore)
    throw located(toError(built.cause, undefined), below ?? fromLayer)
  }
  const runtime = built.value.pipe(
    Runtime.setFiberRef(FiberRef.currentScheduler, scheduler),
    Runtime.disableRuntimeFlag(RuntimeFlags.RuntimeMetrics)
  )
  return { service: Context.get(runtime.context, tag), runner: makeRunner(Runtime.runFork(runtime), close, []) }
}

/** Fibers that continue in a row before the event loop has its turn. */
const mostMicrotasks = 2048
let microtasks = 0

/**
 * Continues fibers in microtasks, as Effect's default scheduler does. That one keeps a queue for each fiber in a
 * `WeakMap`, which costs 9 of 54 us a call, most of it garbage collection.
 */
const scheduler = Scheduler.make((task) => {
  if (++microtasks < mostMicrotasks) return queueMicrotask(task)
  microtasks = 0
  setTimeout(task, 0)
})

const ClientTypeId: unique symbol = Symbol.for("@trilum/core/PromiseClient/Client")

/**
 * Marks a service as a client: when a method returns it, or gives it to a callback, it becomes a promise client of its
 * own.
 *
 * @since 0.1.0
 * @category constructors
 */
export const client = <S extends object>(service: S): S =>
  Object.defineProperty(service, ClientTypeId, { value: true, enumerable: false })

/**
 * The promise API of a client. What a method returns decides what it becomes, when it is called:
 *
 * - an effect: a promise
 * - a stream: `AsyncItems`, an async iterable
 * - a client: a promise client that shares the connections of this one; closing it leaves this one open
 * - anything else: itself
 *
 * A function given as an argument is a callback: it may return a promise where the service expects an effect.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <S extends object>(service: S, runner: Runner): Promised<S> & Closeable => {
  const out: Record<string | symbol, unknown> = membersOf(service, runner)
  out["close"] = runner.close
  out[Symbol.asyncDispose] = runner.close
  // The loop of `membersOf` and the mapped type say the same, which TypeScript cannot see.
  return out as Promised<S> & Closeable
}

/**
 * Runs an effect as a promise. Rejects with the typed error itself.
 *
 * @since 0.1.0
 * @category combinators
 */
export const runPromise = async <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Either.getOrThrowWith(await Effect.runPromise(Effect.either(effect)), (error) => error)

/**
 * The promise API of a service alone, such as one resource: {@link make} without `close`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const promised = <S extends object>(service: S, runner: Runner): Promised<S> =>
  // As in `make`.
  membersOf(service, runner) as Promised<S>

const membersOf = (service: object, runner: Runner): Record<string, unknown> => {
  const out: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(service)) out[name] = wrap(name, member, runner)
  return out
}

const wrap = (name: string, member: unknown, runner: Runner): unknown => {
  if (typeof member === "function") {
    return (...given: ReadonlyArray<unknown>): unknown => {
      const [args, signal] = split(given)
      let result: unknown
      try {
        result = Reflect.apply(
          member,
          undefined,
          args.map((arg) => argument(arg, runner))
        )
      } catch (cause) {
        // Before it runs, a method only takes its arguments apart: a JavaScript program left one out.
        if (cause instanceof TypeError) return failing(name, cause)
        throw cause
      }
      return run(result, runner, signal)
    }
  }
  if (Effect.isEffect(member)) {
    return (options?: Abortable): unknown => run(member, runner, options?.signal)
  }
  if (typeof member === "object" && member !== null && Object.getPrototypeOf(member) === Object.prototype) {
    return membersOf(member, runner)
  }
  return member
}

/** The result of a method that could not begin, whether its caller awaits or iterates it. */
const failing = (name: string, cause: TypeError): Promise<never> & AsyncIterable<never> => {
  const message = `${name}: an argument is missing or has the wrong type (${cause.message})`
  const failed = awaited(
    Promise.reject(new ValidationError({ platform: "trilum", code: "INVALID_INPUT", attempts: 0, message }))
  )
  failed.catch(ignore)
  return Object.assign(failed, { [Symbol.asyncIterator]: () => ({ next: () => failed }) })
}

/** A callback becomes one that returns an effect. */
const argument = (arg: unknown, runner: Runner): unknown =>
  typeof arg === "function"
    ? (...given: ReadonlyArray<unknown>) =>
        Effect.tryPromise({
          try: async (): Promise<unknown> =>
            Reflect.apply(
              arg,
              undefined,
              given.map((value) => clientOr(value, runner))
            ),
          catch: (cause) => cause
        })
    : arg

const clientOr = (value: unknown, runner: Runner): unknown =>
  typeof value === "object" && value !== null && ClientTypeId in value ? make(value, runner.derive()) : value

const run = (result: unknown, runner: Runner, signal: AbortSignal | undefined): unknown =>
  isStream(result)
    ? runner.stream(result, signal)
    : isPlainEffect(result)
      ? runner.effect(
          Effect.map(result, (value) => clientOr(value, runner)),
          signal
        )
      : clientOr(result, runner)

const isStream = (u: unknown): u is Stream.Stream<unknown, unknown> =>
  typeof u === "object" && u !== null && Stream.StreamTypeId in u

const isPlainEffect = (u: unknown): u is Effect.Effect<unknown, unknown> => Effect.isEffect(u)

const isAbortable = (u: unknown): u is { readonly signal: AbortSignal } =>
  typeof u === "object" && u !== null && "signal" in u && isSignal(u.signal)

/** Also that of a polyfill or of another realm. */
const isSignal = (u: unknown): u is AbortSignal =>
  typeof u === "object" && u !== null && "aborted" in u && "addEventListener" in u

/** The arguments of a method, and the signal that came with the last of them. */
const split = (given: ReadonlyArray<unknown>): readonly [ReadonlyArray<unknown>, AbortSignal | undefined] => {
  const last = given[given.length - 1]
  if (!isAbortable(last)) return [given, undefined]
  const { signal, ...rest } = last
  return [[...given.slice(0, -1), rest], signal]
}

const ignore = (): void => {}

interface Stop {
  readonly reason: unknown
}

/** What a failed exit rejects with: the typed error itself, never a `FiberFailure`. */
const toError = (cause: Cause.Cause<unknown>, stop: Stop | undefined): unknown => {
  const failure = Cause.failureOption(cause)
  if (Option.isSome(failure)) return failure.value
  if (Cause.isInterruptedOnly(cause)) return new AbortError(stop?.reason)
  return Cause.squash(cause)
}

/** Shows where the program calls, instead of the fiber that failed. */
const located = (error: unknown, below: (...args: ReadonlyArray<never>) => unknown): unknown => {
  const site: { readonly stack?: string } = {}
  Error.captureStackTrace?.(site, below)
  const frames = site.stack?.indexOf("\n    at ") ?? -1
  if (error instanceof Error && site.stack !== undefined && frames >= 0) {
    const value = `${error.name}: ${error.message}${site.stack.slice(frames)}`
    Object.defineProperty(error, "stack", { value, configurable: true, writable: true, enumerable: false })
  }
  return error
}

/**
 * The promise of a method. Its error shows where the program awaits it: V8 follows `await`, so a call that succeeds pays
 * nothing for it. A stack captured before every call would cost 7 us.
 */
const awaited = async <A>(promise: Promise<A>): Promise<A> => {
  try {
    return await promise
  } catch (error) {
    throw located(error, awaited)
  }
}

type Fork = <A, E>(effect: Effect.Effect<A, E>) => Fiber.RuntimeFiber<A, E>

/** An iterator that can be ended from outside. */
interface Open {
  readonly end: (stop: Stop) => Promise<void>
}

/** What is under way in a client and in those derived from it. */
interface Calls {
  readonly fibers: Set<Fiber.RuntimeFiber<unknown, unknown>>
  readonly iterators: Set<Open>
  closed: Stop | undefined
}

/** `outer` are the clients that this one is derived from, which end its calls, too. */
const makeRunner = (fork: Fork, dispose: () => Promise<void>, outer: ReadonlyArray<Calls>): Runner => {
  const own: Calls = { fibers: new Set(), iterators: new Set(), closed: undefined }
  const all = [own, ...outer]
  let closing: Promise<void> | undefined
  const closed = (): Stop | undefined => all.find((calls) => calls.closed !== undefined)?.closed

  const effect = <A, E>(self: Effect.Effect<A, E>, signal?: AbortSignal): Promise<A> =>
    new Promise((resolve, reject) => {
      const before = closed() ?? (signal?.aborted === true ? signal : undefined)
      if (before !== undefined) return reject(new AbortError(before.reason))
      const fiber = fork(self)
      for (const { fibers } of all) fibers.add(fiber)
      const forget = signal === undefined ? ignore : onAbort(signal, () => fiber.unsafeInterruptAsFork(fiber.id()))
      fiber.addObserver((exit) => {
        for (const { fibers } of all) fibers.delete(fiber)
        forget()
        if (Exit.isSuccess(exit)) return resolve(exit.value)
        reject(toError(exit.cause, signal?.aborted === true ? signal : closed()))
      })
    })

  const close = (): Promise<void> => {
    const stop = (own.closed ??= { reason: new Error("the client is closed") })
    closing ??= Promise.all([
      Effect.runPromise(Fiber.interruptAll(own.fibers)),
      ...[...own.iterators].map((iterator) => iterator.end(stop))
    ]).then(dispose)
    return closing
  }

  return {
    effect: (self, signal) => awaited(effect(self, signal)),
    stream: (self, signal) =>
      fromAsyncIterable({ [Symbol.asyncIterator]: () => iterator(self, { fork, all, closed, signal }) }),
    derive: () => makeRunner(fork, async () => {}, all),
    close,
    [Symbol.asyncDispose]: close
  }
}

/**
 * One run of a stream. Its scope, and so its socket, closes at the end, an error, `break`, the signal and `close()`;
 * the last two also while nobody waits for an item, and make the next call of `next` reject.
 */
const iterator = <A, E>(
  self: Stream.Stream<A, E>,
  options: {
    readonly fork: Fork
    readonly all: ReadonlyArray<Calls>
    readonly closed: () => Stop | undefined
    readonly signal: AbortSignal | undefined
  }
): AsyncIterator<A, undefined> => {
  const { all, closed, fork, signal } = options
  type Pull = Effect.Effect<Chunk.Chunk<A> | undefined, E>
  const none: Iterator<A> = [][Symbol.iterator]()
  const done: IteratorReturnResult<undefined> = { done: true, value: undefined }
  let pull: Pull | undefined
  let scope: Scope.CloseableScope | undefined
  let pulling: Fiber.RuntimeFiber<unknown, unknown> | undefined
  let ready = none
  let forget = ignore
  let ending: Promise<void> | undefined
  let stop: Stop | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const end = (why?: Stop): Promise<void> => {
    ending ??= (async () => {
      stop = why
      ready = none
      forget()
      for (const { iterators } of all) iterators.delete(entry)
      if (pulling !== undefined) await Effect.runPromise(Fiber.interrupt(pulling))
      if (scope !== undefined) await Effect.runPromise(Scope.close(scope, Exit.void))
    })()
    return ending
  }
  const entry: Open = { end }

  /** The next chunk, `undefined` at the end. */
  const start = (): Pull => {
    for (const { iterators } of all) iterators.add(entry)
    if (signal !== undefined) {
      forget = onAbort(signal, () => {
        end({ reason: signal.reason }).catch(ignore)
      })
    }
    scope = Effect.runSync(Scope.make())
    return Effect.catchAll(
      Effect.runSync(Scope.extend(Stream.toPull(self), scope)),
      Option.match({ onNone: () => Effect.succeed(undefined), onSome: (failure: E) => Effect.fail(failure) })
    )
  }
  const nextChunk = (): Promise<Exit.Exit<Chunk.Chunk<A> | undefined, E>> =>
    new Promise((resolve) => {
      pull ??= start()
      const fiber = fork(pull)
      pulling = fiber
      fiber.addObserver((exit) => {
        pulling = undefined
        resolve(exit)
      })
    })
  const take = (): IteratorYieldResult<A> | undefined => {
    const item = ready.next()
    return item.done === true ? undefined : item
  }
  const last = (): IteratorReturnResult<undefined> => {
    const told = stop
    stop = undefined
    if (told !== undefined) throw new AbortError(told.reason)
    return done
  }
  const more = async (): Promise<IteratorResult<A, undefined>> => {
    const before = closed() ?? (signal?.aborted === true ? signal : undefined)
    if (before !== undefined) await end({ reason: before.reason })
    while (ending === undefined) {
      const item = take()
      if (item !== undefined) return item
      const exit = await nextChunk()
      // Ended from outside meanwhile: that decides, whatever the chunk.
      if (ending !== undefined) break
      if (Exit.isSuccess(exit) && exit.value !== undefined) {
        ready = Chunk.toReadonlyArray(exit.value)[Symbol.iterator]()
        continue
      }
      await end()
      if (Exit.isFailure(exit)) throw toError(exit.cause, undefined)
    }
    await ending
    return last()
  }
  return {
    next: () => {
      const item = waiting === 0 ? take() : undefined
      if (item !== undefined) return Promise.resolve(item)
      // Calls of `next` that overlap are answered in their order.
      waiting++
      const answer = turn.then(more).finally(() => waiting--)
      turn = answer.catch(ignore)
      return awaited(answer)
    },
    return: async () => {
      await end()
      stop = undefined
      return done
    }
  }
}
