/**
 * Compiled, never run: what calls can fail with, by type.
 */
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "../../src/ApiClient.js"
import type { ApiError, StreamError, TrilumError } from "../../src/ApiError.js"
import type { Operation } from "../../src/Operation.js"
import * as Pagination from "../../src/Pagination.js"
import type { SseEvent } from "../../src/Sse.js"

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const yes = <_T extends true>(): void => {}

interface Own extends TrilumError<"Own"> {}
interface Options extends RequestOptions {
  readonly scope?: "user" | undefined
}
interface Thing {
  readonly id: string
}

declare const api: ApiClient<Own, Options>
declare const plain: Operation<Thing, false>
declare const prepared: Operation<Thing, true>

const ofPlain = () => api.request(plain, [])
const ofPrepared = () => api.request(prepared, ["1", 2], { a: 1 }, { scope: "user" })
const events = () => api.events(plain, [], undefined, { terminal: (event) => event.event === "done" })
const bytes = () => api.stream(prepared, [])
const items = () => Pagination.items(api, prepared, [], undefined, undefined, (thing) => [thing.id])

yes<Same<ReturnType<typeof ofPlain>, Effect.Effect<Thing, ApiError>>>()
yes<Same<ReturnType<typeof ofPrepared>, Effect.Effect<Thing, ApiError | Own>>>()
yes<Same<ReturnType<typeof events>, Stream.Stream<SseEvent, ApiError | StreamError>>>()
yes<Same<ReturnType<typeof bytes>, Stream.Stream<Uint8Array, ApiError | StreamError | Own>>>()
yes<Same<ReturnType<typeof items>, Stream.Stream<string, ApiError | Own>>>()

export const rejected = (): ReadonlyArray<unknown> => [
  // @ts-expect-error an option of another platform
  api.request(plain, [], undefined, { tenant: "x" }),
  // @ts-expect-error a path argument is a text or a number
  api.request(plain, [true])
]
