/**
 * The values of an artifact that lists can be sorted by: mostly metrics of a model.
 *
 * @since 0.1.0
 */
import { isObject, parseJson } from "./Manifest.js"

const families: ReadonlyArray<readonly [producer: string, metrics: string]> = [
  ["dataforce.studio::tabular_classification:v1", "falcon.beastbyte.ai::tabular_classification_metrics:v1"],
  ["dataforce.studio::tabular_regression:v1", "falcon.beastbyte.ai::tabular_regression_metrics:v1"]
]
const registryTag = "dataforce.studio::registry_metrics:v1"

type Values = Readonly<Record<string, unknown>>

const tagsOf = (u: unknown): ReadonlyArray<unknown> => {
  const tags = isObject(u) ? u["producer_tags"] : undefined
  return Array.isArray(tags) ? tags : []
}

const objectAt = (u: unknown, ...path: ReadonlyArray<string>): Values | undefined => {
  let current = u
  for (const name of path) current = isObject(current) ? current[name] : undefined
  return isObject(current) ? current : undefined
}

const isEmpty = (values: Values | undefined): boolean => values === undefined || Object.keys(values).length === 0

/** Metrics that the evaluation of a tabular model left behind; the number of samples is none. */
const performanceOf = (entry: unknown): Values | undefined => {
  const performance = objectAt(entry, "payload", "metrics", "performance")
  if (performance === undefined || isEmpty(performance)) return undefined
  const holdout = objectAt(performance, "eval_holdout")
  const { N_SAMPLES: _, ...values } = (isEmpty(holdout) ? objectAt(performance, "eval_cv") : holdout) ?? {}
  return values
}

/**
 * From the manifest and the bytes of `meta.json`. What cannot be read counts as empty.
 *
 * @since 0.1.0
 * @category combinators
 */
export const extraValuesOf = (manifest: Values, meta: Uint8Array | undefined): Values => {
  const parsed = meta === undefined ? undefined : parseJson(meta)
  const entries: ReadonlyArray<unknown> = Array.isArray(parsed) ? parsed : []
  const first = (tags: ReadonlyArray<string>): unknown =>
    entries.find((entry) => tagsOf(entry).some((tag) => typeof tag === "string" && tags.includes(tag)))
  const produced = tagsOf(manifest)
  const family = families.some(([producer]) => produced.includes(producer))
  const performance = family ? performanceOf(first(families.map(([, metrics]) => metrics))) : undefined
  return performance ?? objectAt(first([registryTag]), "payload", "metrics") ?? {}
}
