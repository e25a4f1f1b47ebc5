/**
 * The cursor of artifact lists, for as far as it has to be understood: a list sorted by a metric never gets past its
 * first page with the cursor that the server gives.
 *
 * @since 0.1.0
 */
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"

const fields: ReadonlySet<string> = new Set(["created_at", "name", "size", "description", "status", "type"])

/**
 * Whether a list is sorted by a metric of the artifacts and not by a field of their records.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isMetric = (sortBy: string | undefined): sortBy is string => sortBy !== undefined && !fields.has(sortBy)

/** The value of the last artifact is a number or null, so no comma is in it. */
const ofMetric = /^(\[\s*"[0-9a-f]+"\s*,\s*[^,"\]]*,\s*)"extra_values"/

/**
 * The cursor that makes the server go on with a list sorted by a metric. The one it gives says `extra_values` where its
 * next request says the metric, and what does not fit is ignored. Cursors that are none of these stay as they are.
 *
 * @since 0.1.0
 * @category combinators
 */
export const repair = (cursor: string, sortBy: string | undefined): string => {
  if (!isMetric(sortBy)) return cursor
  const text = Either.getOrUndefined(Encoding.decodeBase64UrlString(cursor))
  if (text === undefined || !ofMetric.test(text)) return cursor
  const repaired = text.replace(ofMetric, (_, before: string) => `${before}${JSON.stringify(sortBy)}`)
  const encoded = Encoding.encodeBase64Url(repaired)
  return encoded.padEnd(Math.ceil(encoded.length / 4) * 4, "=")
}
