/** Calls of every operation, written by the generator from the contracts: `contracts/cases/`. */
import { readFileSync } from "node:fs"

/** A part of a form. */
export interface Part {
  readonly name: string
  readonly filename?: string
  readonly contentType?: string
  readonly text: string
}

/** One call: its method and input, the request that it must send, and the response. */
export interface Case {
  readonly operation: string
  readonly resource: string
  readonly method: string
  readonly input: { readonly path: ReadonlyArray<string | number>; readonly params?: Readonly<Record<string, unknown>> }
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: Readonly<Record<string, ReadonlyArray<string>>>
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
    readonly multipart?: ReadonlyArray<Part>
  }
  readonly response: { readonly status: number; readonly contentType?: string; readonly body?: unknown }
}

/** The cases of a platform. `reviver` as in `JSON.parse`. */
export const casesOf = (platform: string, reviver?: (key: string, value: unknown) => unknown): ReadonlyArray<Case> =>
  JSON.parse(
    readFileSync(new URL(`../../../contracts/cases/${platform}.generated.json`, import.meta.url), "utf8"),
    reviver
  )

/** The method of a client that a case calls. */
export const methodOf = (
  client: object,
  { method, resource }: Case
): ((...args: ReadonlyArray<unknown>) => unknown) => {
  const found: unknown = Reflect.get(Object(Reflect.get(client, resource)), method)
  if (typeof found !== "function") throw new Error(`no method ${resource}.${method}`)
  return (...args) => Reflect.apply(found, undefined, args)
}

/** A recorded query as cases have it: every value is a list. */
export const lists = (
  query: Readonly<Record<string, string | ReadonlyArray<string>>>
): Readonly<Record<string, ReadonlyArray<string>>> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, typeof value === "string" ? [value] : value]))

/** A recorded value with the wanted one where the log of the emulator hides a secret. */
export const unmasked = (seen: unknown, wanted: unknown): unknown => {
  if (seen === "[redacted]") return wanted
  if (Array.isArray(seen)) {
    return seen.map((item, index) => unmasked(item, Array.isArray(wanted) ? wanted[index] : undefined))
  }
  return typeof seen === "object" && seen !== null
    ? Object.fromEntries(
        Object.entries(seen).map(([key, value]) => [key, unmasked(value, Reflect.get(Object(wanted), key))])
      )
    : seen
}
