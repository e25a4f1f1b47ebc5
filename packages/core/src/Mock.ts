/**
 * Services for tests: some members are given, all others fail with their own name.
 *
 * `Platform.Tag` builds `layerTest` from it, the promise entries of the platforms their `mock` functions.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type AsyncItems, fromAsyncIterable } from "./AsyncItems.js"

/**
 * Any part of a service. Of an overloaded or generic method the last signature counts.
 *
 * @since 0.1.0
 * @category models
 */
export type Partial<S> = {
  readonly [K in keyof S]?: S[K] extends (...args: infer P) => infer R
    ? (...args: P) => R extends AsyncItems<infer A> ? AsyncIterable<A> : R
    : S[K] extends Effect.Effect<unknown, unknown, unknown>
      ? S[K]
      : S[K] extends object
        ? Partial<S[K]>
        : S[K]
}

/** What a member that is not given is, by its full name. */
type Missing = (name: string) => object

/** As an effect, as a stream and, called, as the result of a method: dies with the name. */
const dies: Missing = (name) => {
  const error = notImplemented(name)
  const dead = Object.assign(Effect.die(error), Stream.die(error))
  return new Proxy(() => dead, {
    get: (_, key) => (typeof key === "symbol" || key in dead ? Reflect.get(dead, key) : dies(`${name}.${key}`))
  })
}

/** Called, throws an error with the name. */
const throws: Missing = (name) => {
  const fail = (): never => {
    throw notImplemented(name)
  }
  return new Proxy(fail, {
    // A promise client that is awaited by mistake is no promise.
    get: (_, key) => (typeof key === "symbol" || key === "then" ? undefined : throws(`${name}.${key}`))
  })
}

const notImplemented = (name: string): Error => new Error(`${name} is not implemented in this mock`)

const isPart = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** What a member that is given is. */
type Given = (value: unknown) => unknown

const same: Given = (value) => value

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value

/** An async generator of a mock gets the helpers that the streams of a client have. */
const withItems: Given = (value) =>
  typeof value === "function"
    ? (...args: ReadonlyArray<unknown>): unknown => {
        const result: unknown = Reflect.apply(value, undefined, args)
        return isAsyncIterable(result) ? fromAsyncIterable(result) : result
      }
    : value

const complete = (name: string, part: object, missing: Missing, given: Given): object =>
  new Proxy(part, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      if (isPart(value) && typeof key === "string") return complete(`${name}.${key}`, value, missing, given)
      if (value !== undefined || typeof key === "symbol" || key === "then") return given(value)
      return missing(`${name}.${key}`)
    }
  })

/**
 * A service of effects and streams. A member that is not given dies with its name, e.g. `Lumnis.users.list is not
 * implemented in this mock`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const service = <S extends object>(name: string, part: Partial<S>): S =>
  // The proxy has every member.
  complete(name, part, dies, same) as S

/**
 * A promise client. A method that is not given throws an error with its name. `close` is there.
 *
 * @since 0.1.0
 * @category constructors
 */
export const promise = <S extends object>(name: string, part: Partial<S>): S => {
  const close = async (): Promise<void> => {}
  // The proxy has every member.
  return complete(name, { close, [Symbol.asyncDispose]: close, ...part }, throws, withItems) as S
}
