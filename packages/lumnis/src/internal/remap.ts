import type { Details, TrilumError } from "@trilum/core/ApiError"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/** A service whose methods fail with `Added` instead of `Removed`. */
export type Remapped<S, Removed, Added> = {
  readonly [K in keyof S]: S[K] extends (...args: infer P) => Effect.Effect<infer A, infer E>
    ? (...args: P) => Effect.Effect<A, Exclude<E, Removed> | Added>
    : S[K] extends (...args: infer P) => Stream.Stream<infer A, infer E>
      ? (...args: P) => Stream.Stream<A, Exclude<E, Removed> | Added>
      : S[K]
}

/**
 * The methods of a service with their failures replaced, those of methods that the contract gains later included.
 * `replace` gives the failure itself back where it has no better one.
 */
export const remap = <S extends object, Removed, Added>(
  service: S,
  replace: (failure: unknown, args: ReadonlyArray<unknown>) => unknown
): Remapped<S, Removed, Added> => {
  const out: Record<string, unknown> = {}
  for (const [name, method] of Object.entries(service)) {
    out[name] =
      typeof method !== "function"
        ? method
        : (...args: ReadonlyArray<unknown>): unknown => {
            const result: unknown = Reflect.apply(method, undefined, args)
            const replaced = (failure: unknown): unknown => replace(failure, args)
            if (isStream(result)) return Stream.mapError(result, replaced)
            return isEffect(result) ? Effect.mapError(result, replaced) : result
          }
  }
  // The mapped type and this loop say the same thing, which TypeScript cannot see.
  return out as Remapped<S, Removed, Added>
}

const isStream = (u: unknown): u is Stream.Stream<unknown, unknown> =>
  typeof u === "object" && u !== null && Stream.StreamTypeId in u

const isEffect = (u: unknown): u is Effect.Effect<unknown, unknown> => Effect.isEffect(u)

/** What an error tells, for one that takes its place. */
export const detailsOf = (error: TrilumError): Details => ({
  message: error.message,
  platform: error.platform,
  operation: error.operation,
  method: error.method,
  path: error.path,
  status: error.status,
  code: error.code,
  requestId: error.requestId,
  attempts: error.attempts,
  elapsed: error.elapsed,
  body: error.body,
  cause: error.cause
})
