/**
 * Compiled, never run: what the promise surface looks like by type.
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { RequestOptions } from "../../src/ApiClient.js"
import type { NotFoundError } from "../../src/ApiError.js"
import type { AsyncItems } from "../../src/AsyncItems.js"
import type { Abortable, Promised } from "../../src/PromiseClient.js"

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const yes = <_T extends true>(): void => {}

interface Options extends RequestOptions {
  readonly scope?: "user" | "tenant" | undefined
}
interface Params {
  readonly name: string
  readonly limit?: number | undefined
}
interface Thing {
  readonly id: string
}

interface Service {
  readonly get: (id: string, options?: Options) => Effect.Effect<Thing, NotFoundError>
  readonly create: (params: Params, options?: Options) => Effect.Effect<Thing, NotFoundError>
  readonly list: (params?: Params, options?: Options) => Stream.Stream<Thing, NotFoundError>
  readonly refresh: () => Effect.Effect<void>
  readonly byId: (id: string) => Effect.Effect<Thing>
  readonly byIds: (ids: ReadonlyArray<string>) => Stream.Stream<Thing>
  readonly onlyParams: (params: Params) => Effect.Effect<Thing>
  readonly ready: Effect.Effect<boolean>
  readonly helper: (value: number) => string
  readonly region: string
  readonly nested: { readonly deep: { readonly get: (id: string, options?: Options) => Effect.Effect<Thing> } }
}

declare const client: Promised<Service>
declare const signal: AbortSignal

yes<Same<Awaited<ReturnType<typeof client.get>>, Thing>>()
yes<Same<ReturnType<typeof client.create>, Promise<Thing>>>()
yes<Same<ReturnType<typeof client.list>, AsyncItems<Thing>>>()
yes<Same<typeof client.region, string>>()
yes<Same<typeof client.helper, (value: number) => string>>()
yes<Same<typeof client.ready, (options?: Abortable) => Promise<boolean>>>()

export const calls = (): ReadonlyArray<unknown> => [
  client.get("1"),
  client.get("1", {}),
  client.get("1", undefined),
  client.get("1", { signal }),
  client.get("1", { signal: undefined, timeout: "1 second", scope: "user" }),
  client.create({ name: "a" }, { signal, idempotencyKey: "k" }),
  client.list(),
  client.list({ name: "a" }),
  client.list(undefined, { signal }),
  client.refresh(),
  client.refresh({ signal }),
  client.byId("1"),
  client.byId("1", { signal }),
  client.byIds(["1"], { signal }),
  client.onlyParams({ name: "a" }),
  client.onlyParams({ name: "a", signal }),
  client.ready(),
  client.ready({ signal }),
  client.nested.deep.get("1", { signal })
]

export const rejected = (): ReadonlyArray<unknown> => [
  // @ts-expect-error the id is a text
  client.get(1),
  // @ts-expect-error a signal is a signal
  client.get("1", { signal: "now" }),
  // @ts-expect-error not an option
  client.get("1", { signl: signal }),
  // @ts-expect-error params come first
  client.create({ signal }),
  // @ts-expect-error a known scope
  client.nested.deep.get("1", { scope: "galaxy" })
]
