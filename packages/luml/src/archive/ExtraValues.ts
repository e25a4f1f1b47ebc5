/**
 * Extracts the extra values of an artifact, mostly the metrics of a model. Lists can be sorted by them.
 *
 * Python writes `NaN` and `Infinity` into `meta.json`. JSON does not have these, but the parser of this module accepts
 * them.
 *
 * @since 0.1.0
 */
import * as JsonNumber from "@trilum/core/JsonNumber"
import { isObject } from "./Manifest.js"

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

/** Metrics of the evaluation of a tabular model, without the number of samples. */
const performanceOf = (entry: unknown): Values | undefined => {
  const performance = objectAt(entry, "payload", "metrics", "performance")
  if (performance === undefined || isEmpty(performance)) return undefined
  const holdout = objectAt(performance, "eval_holdout")
  const { N_SAMPLES: _, ...values } = (isEmpty(holdout) ? objectAt(performance, "eval_cv") : holdout) ?? {}
  return values
}

/**
 * The extra values of an artifact, and one warning for each value that a JSON request cannot contain.
 *
 * @since 0.1.0
 * @category models
 */
export interface ExtraValues {
  readonly values: Values
  readonly warnings: ReadonlyArray<string>
}

/** Marks the text of a number that has no exact JavaScript value. A string of this form can only hide its own value. */
const mark = "\u0000number:"

const integerText = /^-?\d+$/

const isExact = (token: string): boolean => {
  const value = Number(token)
  if (!Number.isFinite(value)) return false
  return Number.isSafeInteger(value) || !integerText.test(token) || BigInt(token) === BigInt(value)
}

/** Whether a token is a number that JSON or JavaScript cannot represent. */
const isSpecial = (token: string): boolean =>
  token === "NaN" ||
  token === "Infinity" ||
  token === "-Infinity" ||
  (JsonNumber.fromText(token) !== undefined && !isExact(token))

const isTokenStart = (code: number): boolean => code === 45 || code === 73 || code === 78 || (code >= 48 && code <= 57)

const isTokenPart = (code: number): boolean =>
  code === 43 ||
  code === 45 ||
  code === 46 ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122)

/** Replaces special numbers outside of strings with marked strings, in one pass. */
const markSpecial = (text: string): string => {
  let out = ""
  let copied = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code === 34) {
      at++
      while (at < text.length && text.charCodeAt(at) !== 34) at += text.charCodeAt(at) === 92 ? 2 : 1
      at++
    } else if (isTokenStart(code)) {
      const begin = at
      while (at < text.length && isTokenPart(text.charCodeAt(at))) at++
      const token = text.slice(begin, at)
      if (isSpecial(token)) {
        out += `${text.slice(copied, begin)}${JSON.stringify(mark + token)}`
        copied = at
      }
    } else at++
  }
  return copied === 0 ? text : out + text.slice(copied)
}

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(markSpecial(new TextDecoder("utf-8", { fatal: true }).decode(bytes))) as unknown
  } catch {
    return undefined
  }
}

/** Maximum nesting. Deeper values are omitted, because serializing them could exhaust the stack. */
const deepest = 64

/**
 * Removes values that a JSON request cannot contain. An entry of an object is omitted. An element of an array becomes
 * `null`, so that the others keep their positions. An integer without an exact double, such as 9007199254740993, is a
 * `JsonNumber`, which is sent digit by digit.
 */
const finite = (values: Values): ExtraValues => {
  const warnings: Array<string> = []
  const keep = (value: unknown, path: string, depth: number): unknown => {
    if (typeof value === "string" && value.startsWith(mark)) {
      const token = value.slice(mark.length)
      if (Number.isFinite(Number(token))) return new JsonNumber.JsonNumber(token)
      warnings.push(`${path} is ${token}, which is not a finite number, and was omitted`)
      return undefined
    }
    if (typeof value !== "object" || value === null) return value
    if (depth >= deepest) {
      warnings.push(`${path} has more than ${deepest} levels and was omitted`)
      return undefined
    }
    if (Array.isArray(value)) {
      return value.map((item: unknown, i) => keep(item, `${path}[${i}]`, depth + 1) ?? null)
    }
    return keepAll(value, `${path}.`, depth + 1)
  }
  const keepAll = (entries: object, prefix: string, depth: number): Values => {
    const kept: Array<readonly [string, unknown]> = []
    for (const [name, value] of Object.entries(entries)) {
      const result = keep(value, `${prefix}${name}`, depth)
      if (result !== undefined) kept.push([name, result])
    }
    return Object.fromEntries(kept)
  }
  return { values: keepAll(values, "", 0), warnings }
}

/**
 * Extracts the extra values from the manifest and the bytes of `meta.json`. An invalid `meta.json` has none.
 *
 * @since 0.1.0
 * @category combinators
 */
export const extraValuesOf = (manifest: Values, meta: Uint8Array | undefined): ExtraValues => {
  const parsed = meta === undefined ? undefined : parse(meta)
  const entries: ReadonlyArray<unknown> = Array.isArray(parsed) ? parsed : []
  const first = (tags: ReadonlyArray<string>): unknown =>
    entries.find((entry) => tagsOf(entry).some((tag) => typeof tag === "string" && tags.includes(tag)))
  const produced = tagsOf(manifest)
  const family = families.some(([producer]) => produced.includes(producer))
  const performance = family ? performanceOf(first(families.map(([, metrics]) => metrics))) : undefined
  return finite(performance ?? objectAt(first([registryTag]), "payload", "metrics") ?? {})
}
