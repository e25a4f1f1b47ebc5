import type { Call } from "@trilum/core/ApiClient"
import { ValidationError } from "@trilum/core/ApiError"
import type * as Operation from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "../client.js"

/**
 * What is wrong with an input, as the end of a sentence that begins with the method; `undefined` for a valid one. With a
 * `code` where the platform or its SDKs have one for it.
 */
export type Problem = string | { readonly text: string; readonly code: string } | undefined

/** The call that an error is about. */
type Checked = Omit<Operation.Operation<unknown>, "success">

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a value is the id of a tenant. `"None"` and `"abc"` come from programs that had none. */
export const isUuid = (value: unknown): value is string => typeof value === "string" && uuid.test(value)

/** The error of an input that is not sent. */
const invalid = (operation: Checked, problem: Exclude<Problem, undefined>): ValidationError => {
  const { code, text } = typeof problem === "string" ? { code: "INVALID_INPUT", text: problem } : problem
  return new ValidationError({
    platform: operation.platform,
    operation: operation.id,
    method: operation.method,
    path: operation.path,
    code,
    attempts: 0,
    message: `${operation.resource}.${operation.name}: ${text}`
  })
}

/** Fails with the first problem. JavaScript callers may pass anything, so a `TypeError` of a check is a problem as well. */
const check = (operation: Checked, problem: () => Problem): Effect.Effect<void, ValidationError> =>
  Effect.suspend(() => {
    try {
      const found = problem()
      return found === undefined ? Effect.void : Effect.fail(invalid(operation, found))
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
      return Effect.fail(invalid(operation, "a required parameter is missing or has the wrong type"))
    }
  })

/** Makes the call unless its input has a problem. */
export const guard = <A, E, R>(
  operation: Checked,
  problem: () => Problem,
  call: () => Effect.Effect<A, E, R>
): Effect.Effect<A, E | ValidationError, R> => Effect.zipRight(check(operation, problem), Effect.suspend(call))

/** {@link guard} for methods that return a stream. */
export const guardStream = <A, E, R>(
  operation: Checked,
  problem: () => Problem,
  call: () => Stream.Stream<A, E, R>
): Stream.Stream<A, E | ValidationError, R> => Stream.unwrap(Effect.map(check(operation, problem), () => call()))

/** Problems of the arguments of methods, by the method. The check of `list` covers `listPages` and `listAll`. */
type Checks<S> = {
  readonly [K in keyof S]?: S[K] extends (...args: infer Args) => unknown ? (...args: Args) => Problem : never
}

/** A resource whose methods validate their arguments before anything is sent. */
export const resource = <Name extends string, X, S extends object>(
  base: Resource.Resource<Name, ApiClient, X, S>,
  checks: Checks<S>
): Resource.Resource<Name, ApiClient, X, S> => {
  const table = new Map<string, unknown>(Object.entries(checks))
  return Resource.make(base.name, (client: ApiClient, context: X) =>
    base.make(
      Resource.prepare(client, (call: Call<RequestOptions>) => {
        const { operation, params, path } = call
        const problem = table.get(operation.name)
        return typeof problem === "function"
          ? Effect.as(
              check(operation, () => problem(...path, params)),
              call
            )
          : Effect.succeed(call)
      }),
      context
    )
  )
}

/** A problem under a code of its own. */
export const coded = (code: string, problem: Problem): Problem =>
  problem === undefined ? undefined : { code, text: typeof problem === "string" ? problem : problem.text }

/** The first of several problems. */
export const first = (...problems: ReadonlyArray<Problem>): Problem => problems.find((problem) => problem !== undefined)

/** The first problem of the items of a list. {@link size} reports what is not a list. */
export const each = <A>(items: ReadonlyArray<A>, problemOf: (item: A, index: number) => Problem): Problem =>
  Array.isArray(items) ? first(...items.map((item: A, index) => problemOf(item, index))) : undefined

const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null

const bounds = (least: number, most: number): string =>
  most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`

/** A whole number within bounds, where it is given. */
export const whole = (name: string, value: unknown, least: number, most = Infinity): Problem =>
  isAbsent(value) || (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most)
    ? undefined
    : `${name} must be a whole number ${bounds(least, most)}`

/** A number within bounds, where it is given. */
export const between = (name: string, value: unknown, least: number, most: number): Problem =>
  isAbsent(value) || (typeof value === "number" && value >= least && value <= most)
    ? undefined
    : `${name} must be a number ${bounds(least, most)}`

/** Text of at most so many characters, where it is given. */
export const longest = (name: string, value: unknown, most: number): Problem =>
  isAbsent(value) || (typeof value === "string" && value.length <= most)
    ? undefined
    : `${name} must be a text of at most ${most} characters`

/** Text with more than blanks in it. */
export const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== ""

/** Text that is needed and not blank. */
export const text = (name: string, value: unknown): Problem =>
  isText(value) ? undefined : `${name} must be a text that is not blank`

/** Text that is not blank, where it is given. */
export const optionalText = (name: string, value: unknown): Problem => (isAbsent(value) ? undefined : text(name, value))

/** A list of so many items. `what` names them for the reader. */
export const size = (name: string, value: unknown, least: number, most = Infinity): Problem => {
  const length = Array.isArray(value) ? value.length : 0
  if (Array.isArray(value) && length >= least && length <= most) return undefined
  const rule = most === Infinity ? `at least ${least}` : least === 0 ? `at most ${most}` : `${least} to ${most}`
  return `${name} must be a list of ${rule} items${
    Array.isArray(value) ? `, not of ${length}${length > most ? "; send them in parts" : ""}` : ""
  }`
}

/** As {@link size}, where the list is given. */
export const optionalSize = (name: string, value: unknown, least: number, most = Infinity): Problem =>
  isAbsent(value) ? undefined : size(name, value, least, most)

/** A list of texts that are not blank, where it is given. */
export const texts = (name: string, value: unknown): Problem =>
  isAbsent(value) || (Array.isArray(value) && value.every(isText))
    ? undefined
    : `${name} must be a list of texts that are not blank`

/** One of some values, where it is given. */
export const oneOf = (name: string, value: unknown, allowed: ReadonlyArray<string>): Problem =>
  isAbsent(value) || (typeof value === "string" && allowed.includes(value))
    ? undefined
    : `${name} must be one of ${allowed.join(", ")}`
