/**
 * Calls every method of a promise client with values that JavaScript programs pass by mistake.
 */
import { isTrilumError } from "@trilum/core/ApiError"

/** Values of every kind that no option takes, and of kinds that some take in the wrong place. */
const values: ReadonlyArray<unknown> = [
  null,
  undefined,
  5,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  "",
  "soon",
  "\ud800",
  true,
  Symbol("s"),
  [],
  [null],
  {},
  { a: { b: null } },
  Object.create(null),
  new Date(Number.NaN),
  new Map(),
  /x/,
  () => undefined,
  new Uint8Array(2),
  Promise.resolve("later"),
  { filename: "a.txt", content: 5 },
  { filename: 5, content: "text" },
  { "~standard": {} },
  { type: "object" },
  { signal: "none" }
]

export interface Wrong {
  readonly method: string
  readonly given: string
  readonly error: unknown
}

/** A generator of numbers below `limit` that gives the same ones for a seed (mulberry32). */
const random = (seed: number): ((limit: number) => number) => {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** The methods of a client by their names. */
export const methodsOf = (
  client: object,
  path = ""
): ReadonlyArray<readonly [string, (...args: Array<unknown>) => unknown]> =>
  Object.entries(client).flatMap(([name, member]) =>
    typeof member === "function" && name !== "close"
      ? [[path + name, (...args: Array<unknown>): unknown => Reflect.apply(member, client, args)] as const]
      : typeof member === "object" && member !== null && Object.getPrototypeOf(member) === Object.prototype
        ? methodsOf(member, `${path}${name}.`)
        : []
  )

const shown = (value: unknown): string => {
  if (typeof value === "bigint" || typeof value === "symbol" || typeof value === "function") return String(value)
  try {
    return (
      JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? `${inner}n` : inner)) ?? String(value)
    )
  } catch {
    return typeof value
  }
}

/** Milliseconds. */
const patience = 150

const settled = async (result: unknown): Promise<void> => {
  if (typeof result !== "object" || result === null) return
  if (Symbol.asyncIterator in result) {
    let left = 3
    for await (const _ of result as AsyncIterable<unknown>) if (--left === 0) return
  } else if ("then" in result) {
    const value: unknown = await result
    if (value instanceof Response) await value.body?.cancel()
  }
}

/**
 * What methods do wrong with wrong input: throw at once, fail with an error that is not typed, or with one without a
 * message. `names` are those of options and parameters.
 */
export const probe = async (
  client: object,
  options: { readonly names: ReadonlyArray<string>; readonly calls: number; readonly seed: number }
): Promise<ReadonlyArray<Wrong>> => {
  const next = random(options.seed)
  const pick = <A>(list: ReadonlyArray<A>): A => list[next(list.length)] as A
  const one = (): unknown => {
    const kind = next(4)
    if (kind === 0) return pick(values)
    if (kind === 1) return "id"
    return Object.fromEntries(Array.from({ length: kind - 1 }, () => [pick(options.names), pick(values)]))
  }
  const found: Array<Wrong> = []
  for (const [method, call] of methodsOf(client)) {
    for (let index = 0; index < options.calls; index++) {
      const args = Array.from({ length: next(5) }, one)
      const note = (error: unknown): void => {
        found.push({ method, given: args.map(shown).join(", "), error })
      }
      let result: unknown
      try {
        result = call(...args)
      } catch (error) {
        if (!isTrilumError(error)) note(error)
        continue
      }
      try {
        // What waits for a run that never ends is no error of the input.
        await Promise.race([settled(result), new Promise((resolve) => setTimeout(resolve, patience))])
      } catch (error) {
        if (!isTrilumError(error)) note(error)
      }
    }
  }
  return found
}
