/**
 * Reports where answers differ from the contract, once for every operation and place.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import type { Difference } from "./Decoder.js"

/**
 * What one answer has that was not reported before.
 *
 * @since 0.1.0
 * @category models
 */
export interface Report {
  readonly platform: string
  /** `operationId` of the contract. */
  readonly operation: string
  readonly differences: ReadonlyArray<Difference>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Reporter {
  /** Unknown fields and members are of interest. */
  readonly unknown: boolean
  /** `redact` is applied to paths: the server chooses the names of keys. */
  readonly report: (
    operation: string,
    differences: ReadonlyArray<Difference>,
    redact: (text: string) => string
  ) => Effect.Effect<void>
}

/** More places than any contract has; then reporting ends. */
const maxPlaces = 10_000

/**
 * Reports at debug level, and to `onDrift` if there is one. What `onDrift` throws is ignored: watching must not cost the
 * answer.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (platform: string, onDrift: ((report: Report) => void) | undefined): Reporter => {
  const seen = new Set<string>()
  return {
    unknown: onDrift !== undefined,
    report: (operation, differences, redact) =>
      Effect.suspend(() => {
        const unseen = differences.filter(({ kind, path }) => {
          const place = `${operation} ${kind} ${path.replace(/\[\d+\]/g, "[]")}`
          if (seen.has(place) || seen.size >= maxPlaces) return false
          seen.add(place)
          return true
        })
        if (unseen.length === 0) return Effect.void
        const fresh = unseen.map((difference) => ({ ...difference, path: redact(difference.path) }))
        const text = fresh.map(({ message, path }) => `${path === "" ? "the answer" : path}: ${message}`).join("; ")
        const logged = Effect.logDebug(`${platform} ${operation} differs from the contract: ${text}`)
        return onDrift === undefined
          ? logged
          : Effect.zipRight(
              logged,
              Effect.ignore(Effect.try(() => onDrift({ platform, operation, differences: fresh })))
            )
      })
  }
}
