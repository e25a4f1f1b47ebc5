/**
 * Repairs the cursor of artifact lists. With the cursor of the server, a list that is sorted by a metric does not
 * continue after its first page.
 *
 * @since 0.1.0
 */
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"

const fields: ReadonlySet<string> = new Set(["created_at", "name", "size", "description", "status", "type"])

/**
 * Whether a list is sorted by a metric of the artifacts instead of a field of their records.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isMetric = (sortBy: string | undefined): sortBy is string => sortBy !== undefined && !fields.has(sortBy)

/** The value of the last artifact is a number or null, so it contains no comma. */
const ofMetric = /^(\[\s*"[0-9a-f]+"\s*,\s*[^,"\]]*,\s*)"extra_values"/

/**
 * Repairs a cursor of a list that is sorted by a metric. The cursor contains `extra_values`, but the next request
 * requires the name of the metric; the server ignores a cursor that does not match. All other cursors are unchanged.
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
