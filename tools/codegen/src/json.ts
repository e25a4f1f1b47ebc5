/** Any JSON value. @since 0.1.0 @category models */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject

/** A JSON object. @since 0.1.0 @category models */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

/** @since 0.1.0 @category guards */
export const isObject = (u: unknown): u is JsonObject => typeof u === "object" && u !== null && !Array.isArray(u)

/** The object under a key, or an empty one. @since 0.1.0 @category accessors */
export const objectAt = (value: unknown, key: string): JsonObject => {
  const found = isObject(value) ? value[key] : undefined
  return isObject(found) ? found : {}
}

/** The list under a key, or an empty one. @since 0.1.0 @category accessors */
export const arrayAt = (value: unknown, key: string): ReadonlyArray<Json> => {
  const found = isObject(value) ? value[key] : undefined
  return isArray(found) ? found : []
}

/** The text under a key. @since 0.1.0 @category accessors */
export const stringAt = (value: unknown, key: string): string | undefined => {
  const found = isObject(value) ? value[key] : undefined
  return typeof found === "string" ? found : undefined
}

/** @since 0.1.0 @category guards */
export const isArray = (u: unknown): u is ReadonlyArray<Json> => Array.isArray(u)

/** Texts of a list, everything else left out. @since 0.1.0 @category accessors */
export const strings = (values: ReadonlyArray<Json>): ReadonlyArray<string> =>
  values.filter((value): value is string => typeof value === "string")

/** Plain code unit order, the same on every machine. @since 0.1.0 @category ordering */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Entries in key order, so that the order of a document's keys never shows. @since 0.1.0 @category ordering */
export const sortedEntries = (object: JsonObject): ReadonlyArray<readonly [string, Json]> =>
  Object.entries(object)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => byText(a, b))

/** JSON with sorted keys; equal values give equal text. @since 0.1.0 @category ordering */
export const canonical = (value: Json | undefined): string =>
  JSON.stringify(value, (_, current: unknown) =>
    isObject(current) ? Object.fromEntries(sortedEntries(current)) : current
  ) ?? ""
