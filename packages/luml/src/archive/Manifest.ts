/**
 * Parses `manifest.json` and derives the artifact type like the server.
 *
 * @since 0.1.0
 */

/**
 * @since 0.1.0
 * @category models
 */
export type ArtifactType = "model" | "dataset" | "experiment"

/**
 * Required files in the root of a model archive.
 *
 * @since 0.1.0
 * @category constants
 */
export const modelFiles: ReadonlyArray<string> = [
  "manifest.json",
  "dtypes.json",
  "env.json",
  "variant_config.json",
  "ops.json",
  "meta.json"
]

/**
 * Whether a value is a JSON object and not an array.
 *
 * @since 0.1.0
 * @category guards
 */
export const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === "object" && u !== null && !Array.isArray(u)

/**
 * Parses JSON. `undefined`: invalid.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

/**
 * @since 0.1.0
 * @category parsing
 */
export const parse = (bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined => {
  const manifest = parseJson(bytes)
  return isObject(manifest) ? manifest : undefined
}

const isText = (u: unknown): boolean => typeof u === "string"
const isTextOrNone = (u: unknown): boolean => u === undefined || u === null || isText(u)
const isTexts = (u: unknown): boolean => Array.isArray(u) && u.every(isText)

const isProduced = (manifest: Readonly<Record<string, unknown>>): boolean =>
  ["variant", "producer_name", "producer_version"].every((name) => isText(manifest[name])) &&
  ["name", "description", "version"].every((name) => isTextOrNone(manifest[name])) &&
  isTexts(manifest["producer_tags"])

const isTyped = (manifest: Readonly<Record<string, unknown>>): boolean =>
  isText(manifest["artifact_type"]) && isObject(manifest["payload"])

/** Whether a manifest has the fields of a model manifest. */
const isModel = (manifest: Readonly<Record<string, unknown>>): boolean =>
  ["inputs", "outputs", "dynamic_attributes", "env_vars"].every((name) => Array.isArray(manifest[name]))

const types: ReadonlyArray<string> = ["model", "dataset", "experiment"] satisfies ReadonlyArray<ArtifactType>
const isType = (u: unknown): u is ArtifactType => typeof u === "string" && types.includes(u)

/**
 * The artifact type that the server derives. `undefined`: the server rejects the manifest. A manifest that matches two
 * types is of the one with more matching fields, which is the model.
 *
 * @since 0.1.0
 * @category combinators
 */
export const typeOf = (
  manifest: Readonly<Record<string, unknown>>,
  has: (member: string) => boolean
): ArtifactType | undefined => {
  if (!isProduced(manifest)) return undefined
  if (isModel(manifest)) return modelFiles.every(has) ? "model" : undefined
  const type = manifest["artifact_type"]
  return isTyped(manifest) && isType(type) ? type : undefined
}
