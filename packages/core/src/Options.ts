/**
 * Tables of options: a name and a kind for each.
 *
 * A table gives the TypeScript type of the options, the environment variables that set them, and a check at run time that
 * names every unknown or wrongly typed option. See `Platform` for the tables of clients.
 *
 * @since 0.1.0
 */
import * as Config from "effect/Config"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { distance } from "fastest-levenshtein"
import { ConfigurationError } from "./ApiError.js"
import * as Redaction from "./Redaction.js"
import type * as Retry from "./Retry.js"

/**
 * The kind of one option.
 *
 * @since 0.1.0
 * @category models
 */
export interface Kind<out A> {
  /** What a value has to be, as the end of "x must be ...". */
  readonly expected: string
  readonly is: (value: unknown) => value is A
  /** The first problem inside a value of this kind, e.g. an unknown name in an object. */
  readonly inside?: ((value: unknown, name: string) => string | undefined) | undefined
  /** Environment variables that set the option, the most specific first. An empty value counts as absent. */
  readonly variables: ReadonlyArray<string>
  /** The environment variables are ignored when one of these options is given. */
  readonly unless: ReadonlyArray<string>
  /** Reads the text of an environment variable. */
  readonly parse: (text: string) => unknown
  /** `true`: no message shows a value. */
  readonly secret: boolean
  /** `true`: a key of a program, which no browser should have. */
  readonly serverOnly: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export type Table = { readonly [name: string]: Kind<unknown> }

/**
 * The options that a table describes. Every option may be left out.
 *
 * @since 0.1.0
 * @category models
 */
export type Type<T> = { readonly [K in keyof T]?: (T[K] extends Kind<infer A> ? A : never) | undefined }

const kind = <A>(
  expected: string,
  is: (value: unknown) => value is A,
  more: Partial<Pick<Kind<A>, "inside" | "parse" | "secret" | "serverOnly">> = {}
): Kind<A> => ({
  expected,
  is,
  variables: [],
  unless: [],
  parse: (text) => text,
  secret: false,
  serverOnly: false,
  ...more
})

/**
 * The kind with the environment variables that set the option.
 *
 * @since 0.1.0
 * @category combinators
 */
export const fromEnvironment = <A>(self: Kind<A>, ...variables: ReadonlyArray<string>): Kind<A> => ({
  ...self,
  variables
})

/**
 * The kind whose environment variables are ignored when one of some other options is given: a credential in the program
 * is not mixed with another one of the environment.
 *
 * @since 0.1.0
 * @category combinators
 */
export const unless = <A>(self: Kind<A>, ...options: ReadonlyArray<string>): Kind<A> => ({ ...self, unless: options })

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

const isFunction = (value: unknown): value is (...args: ReadonlyArray<never>) => unknown => typeof value === "function"

/**
 * @since 0.1.0
 * @category constructors
 */
export const string: Kind<string> = kind("a string", (value) => typeof value === "string")

const truths = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false]
])

/**
 * @since 0.1.0
 * @category constructors
 */
export const boolean: Kind<boolean> = kind("true or false", (value) => typeof value === "boolean", {
  parse: (text) => truths.get(text.toLowerCase()) ?? text
})

/**
 * A number, at least `least`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const number = (least = Number.NEGATIVE_INFINITY): Kind<number> =>
  kind(
    least === Number.NEGATIVE_INFINITY ? "a number" : `a number, at least ${least}`,
    (value): value is number => typeof value === "number" && value >= least,
    { parse: Number }
  )

/**
 * A whole number, at least `least`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const integer = (least: number): Kind<number> =>
  kind(
    `a whole number, at least ${least}`,
    (value): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= least,
    { parse: Number }
  )

/**
 * One of some strings.
 *
 * @since 0.1.0
 * @category constructors
 */
export const literal = <const A extends string>(...members: ReadonlyArray<A>): Kind<A> =>
  kind(
    members.map((member) => JSON.stringify(member)).join(" or "),
    (value): value is A => typeof value === "string" && members.some((member) => member === value)
  )

/**
 * @since 0.1.0
 * @category constructors
 */
export const url: Kind<string | URL> = kind(
  "a URL",
  (value): value is string | URL => typeof value === "string" || value instanceof URL
)

/**
 * Text that no message, log or inspection shows.
 *
 * @since 0.1.0
 * @category constructors
 */
export const secret: Kind<string | Redacted.Redacted<string>> = kind(
  "a string or a Redacted string",
  (value): value is string | Redacted.Redacted<string> =>
    typeof value === "string" || (Redacted.isRedacted(value) && typeof Redacted.value(value) === "string"),
  { secret: true, serverOnly: true, parse: Redacted.make }
)

/**
 * As {@link secret}, of the person who uses the program, such as the token of a session. A browser may have it.
 *
 * @since 0.1.0
 * @category constructors
 */
export const token: Kind<string | Redacted.Redacted<string>> = { ...secret, serverOnly: false }

const isDuration = (value: unknown): value is Duration.DurationInput =>
  (typeof value !== "number" || value >= 0) && Option.isSome(Duration.decodeUnknown(value))

/**
 * Milliseconds, or text such as `"30 seconds"`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const duration: Kind<Duration.DurationInput> = kind(
  `a duration: milliseconds, or text such as "30 seconds"`,
  isDuration
)

/**
 * A duration that is not infinite.
 *
 * @since 0.1.0
 * @category constructors
 */
export const finiteDuration: Kind<Duration.DurationInput> = kind(
  `a duration: milliseconds, or text such as "30 seconds"`,
  (value): value is Duration.DurationInput => isDuration(value) && Duration.toMillis(value) !== Infinity
)

/**
 * A value that is not validated here: `Options.unchecked<A>()`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const unchecked = <A>(): Kind<A> => kind("a value", (value): value is A => value !== undefined)

/**
 * An object with values of one kind.
 *
 * @since 0.1.0
 * @category constructors
 */
export const record = <A>(values: Kind<A>): Kind<Readonly<Record<string, A>>> => {
  const isRecord = (value: unknown): value is Readonly<Record<string, A>> => isObject(value) && !Array.isArray(value)
  return kind("an object", isRecord, {
    inside: (value, name) => {
      for (const [key, item] of isRecord(value) ? Object.entries(value) : []) {
        const wrong = item === undefined ? undefined : valueProblem(values, `${name}[${JSON.stringify(key)}]`, item)
        if (wrong !== undefined) return wrong
      }
      return undefined
    }
  })
}

/**
 * An object with options of its own.
 *
 * @since 0.1.0
 * @category constructors
 */
export const struct = <const T extends Table>(table: T): Kind<Type<T>> => {
  const isStruct = (value: unknown): value is Type<T> => isObject(value) && !Array.isArray(value)
  return kind("an object", isStruct, { inside: (value, name) => problem(table, value, `${name}.`) })
}

/**
 * A list of values of one kind.
 *
 * @since 0.1.0
 * @category constructors
 */
export const array = <A>(items: Kind<A>): Kind<ReadonlyArray<A>> => {
  const isList = (value: unknown): value is ReadonlyArray<A> => Array.isArray(value) && value.every(items.is)
  return kind(`a list, each item ${items.expected}`, isList)
}

/**
 * Either kind.
 *
 * @since 0.1.0
 * @category constructors
 */
export const either = <A, B>(first: Kind<A>, second: Kind<B>): Kind<A | B> => ({
  ...kind(`${first.expected}, or ${second.expected}`, (value): value is A | B => first.is(value) || second.is(value)),
  inside: (value, name) => (first.is(value) ? first : second).inside?.(value, name),
  secret: first.secret || second.secret
})

/**
 * A function. Its parameters are known to the type alone: `Options.fn<(line: string) => void>()`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fn = <F extends (...args: ReadonlyArray<never>) => unknown>(): Kind<F> =>
  kind("a function", (value): value is F => isFunction(value))

/**
 * An effect: `Options.effect<A, E>()`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const effect = <A, E = never>(): Kind<Effect.Effect<A, E>> =>
  kind("an Effect", (value): value is Effect.Effect<A, E> => Effect.isEffect(value))

/**
 * A value of a type that cannot be checked at run time.
 *
 * @since 0.1.0
 * @category constructors
 */
export const opaque = <A>(expected: string, is: (value: unknown) => value is A): Kind<A> => kind(expected, is)

const isFalse = (value: unknown): value is false => value === false

const integers = array(number(0))

const policy = struct({
  maxRetries: number(0),
  baseDelay: duration,
  factor: number(0),
  maxDelay: duration,
  maxRetryAfter: duration,
  jitter: literal("full", "none"),
  statuses: integers,
  readStatuses: integers,
  schedule: kind("a Schedule", Schedule.isSchedule)
})

const isRetry = (value: unknown): value is Retry.Options =>
  isFalse(value) || Schedule.isSchedule(value) || policy.is(value)

/**
 * Changes to a retry policy, a `Schedule`, or `false` for one attempt.
 *
 * @since 0.1.0
 * @category constructors
 */
export const retry: Kind<Retry.Options> = kind("an object such as { maxRetries: 3 }, a Schedule, or false", isRetry, {
  inside: (value, name) => (isFalse(value) || Schedule.isSchedule(value) ? undefined : policy.inside?.(value, name))
})

/**
 * The options of every call, `ApiClient.RequestOptions`, and what `events` takes beside them.
 *
 * @since 0.1.0
 * @category constants
 */
export const request = {
  headers: record(string),
  query: record(either(string, either(number(), boolean))),
  idempotencyKey: either(string, kind("false", isFalse)),
  timeout: duration,
  overallTimeout: duration,
  idleTimeout: duration,
  retry,
  maxResponseBytes: number(1),
  onResponse: fn(),
  terminal: fn(),
  incomplete: literal("drop", "emit")
}

/**
 * The first problem of some options, as a sentence without a full stop: an unknown name, or a value of another kind.
 * `undefined`: there is none. Options that are `undefined` count as absent.
 *
 * @since 0.1.0
 * @category checks
 */
export const problem = (table: Table, options: unknown, prefix = ""): string | undefined => {
  if (options === undefined) return undefined
  if (!isObject(options) || Array.isArray(options)) return `options must be an object, not ${described(options)}`
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    const known = Object.hasOwn(table, name) ? table[name] : undefined
    const wrong =
      known === undefined ? unknown(Object.keys(table), name, prefix) : valueProblem(known, prefix + name, value)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

const unknown = (names: ReadonlyArray<string>, name: string, prefix: string): string => {
  const near = nearest(name, names)
  return (
    `${JSON.stringify(prefix + name)} is not an option; ` +
    (near === undefined ? `the options are ${names.join(", ")}` : `did you mean ${JSON.stringify(prefix + near)}?`)
  )
}

const valueProblem = (of: Kind<unknown>, name: string, value: unknown): string | undefined =>
  of.is(value)
    ? of.inside?.(value, name)
    : `${name} must be ${of.expected}, not ${of.secret ? typeName(value) : described(value)}`

const typeName = (value: unknown): string => {
  if (value === null) return "null"
  if (Array.isArray(value)) return "an array"
  if (typeof value === "string") return "a string"
  if (typeof value === "object") return "an object"
  return typeof value === "undefined" ? "undefined" : `a ${typeof value}`
}

const longestShown = 40

/** Short plain values are shown; a text may be a secret in the wrong place. */
const described = (value: unknown): string =>
  typeof value === "string" && value.length <= longestShown
    ? JSON.stringify(Redaction.redactor.text(value))
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : typeName(value)

const plain = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase()

/**
 * The name that was probably meant: the same letters in another spelling (`api_key`), or a few typing errors away.
 *
 * @since 0.1.0
 * @category checks
 */
export const nearest = (name: string, names: ReadonlyArray<string>): string | undefined => {
  const wanted = plain(name)
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of names) {
    const steps = distance(wanted, plain(candidate))
    if (steps < least) {
      least = steps
      best = candidate
    }
  }
  return best
}

/**
 * Fails with {@link ConfigurationError} for the first problem of a client's options.
 *
 * @since 0.1.0
 * @category checks
 */
export const check = (platform: string, table: Table, options: unknown): Effect.Effect<void, ConfigurationError> => {
  const wrong = problem(table, options)
  return wrong === undefined ? Effect.void : Effect.fail(new ConfigurationError({ platform, message: wrong }))
}

/**
 * The options with those that are absent read from the environment (the `ConfigProvider`).
 *
 * @since 0.1.0
 * @category configuration
 */
export const config = <const T extends Table>(table: T, options: Type<T> = {}): Config.Config<Type<T>> => {
  const given: Readonly<Record<string, unknown>> = options
  const isAbsent = (name: string): boolean => given[name] === undefined
  const variables = Object.entries(table).flatMap(([name, { parse, unless, variables }]) =>
    isAbsent(name) && unless.every(isAbsent) && variables.length > 0 ? [[name, parse, variables] as const] : []
  )
  const read = variables.map(([name, parse, variables]) =>
    Config.map(Config.all(variables.map((variable) => Config.option(Config.string(variable)))), (values) => {
      const text = values.flatMap(Option.toArray).find((value) => value.trim() !== "")
      return text === undefined ? undefined : ([name, parse(text)] as const)
    })
  )
  return Config.map(Config.all(read), (found) => ({
    ...options,
    ...Object.fromEntries(found.flatMap((entry) => (entry === undefined ? [] : [entry])))
  }))
}
