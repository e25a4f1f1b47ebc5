import { readFileSync } from "node:fs"
import { parse as parseYaml } from "yaml"
import { arrayAt, isArray, isObject, type Json, type JsonObject, objectAt, sortedEntries, stringAt } from "./json.js"
import type { Problems } from "./problems.js"

/**
 * An OpenAPI document as it was read.
 *
 * @since 0.1.0
 * @category models
 */
export interface Document {
  readonly root: JsonObject
  /** `3.0` has `nullable` and boolean `exclusiveMinimum`; `3.1` is JSON Schema 2020-12. */
  readonly version: "3.0" | "3.1"
}

/** A parameter with its references resolved. @since 0.1.0 @category models */
export interface RawParameter {
  readonly name: string
  readonly in: string
  readonly value: JsonObject
  readonly pointer: string
}

/** An operation with its path, the path's own parameters merged in. @since 0.1.0 @category models */
export interface RawOperation {
  readonly method: string
  readonly path: string
  readonly pointer: string
  readonly value: JsonObject
  readonly parameters: ReadonlyArray<RawParameter>
}

/**
 * A file that is not an OpenAPI 3.0 or 3.1 document.
 *
 * @since 0.1.0
 * @category errors
 */
export class DocumentError extends Error {
  override readonly name = "DocumentError"
}

/** Reads JSON or YAML. @since 0.1.0 @category constructors */
export const readDocument = (file: string): Document => {
  let text: string
  try {
    text = readFileSync(file, "utf8")
  } catch (cause) {
    throw new DocumentError(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
  return parseDocument(text, file)
}

/** @since 0.1.0 @category constructors */
export const parseDocument = (text: string, file: string): Document => {
  let root: unknown
  try {
    root = /^\s*\{/.test(text) ? JSON.parse(text) : parseYaml(text, { maxAliasCount: -1 })
  } catch (cause) {
    throw new DocumentError(
      `${file} is neither JSON nor YAML: ${cause instanceof Error ? cause.message : String(cause)}`
    )
  }
  if (!isObject(root)) throw new DocumentError(`${file} is not an OpenAPI document: it is not an object`)
  const version = stringAt(root, "openapi") ?? ""
  if (/^3\.0\./.test(version)) return { root, version: "3.0" }
  if (/^3\.[1-9]/.test(version)) return { root, version: "3.1" }
  throw new DocumentError(
    `${file} is not an OpenAPI 3.0 or 3.1 document: openapi is ${version === "" ? "absent" : JSON.stringify(version)}`
  )
}

/** The value at a pointer like `#/components/schemas/User`. @since 0.1.0 @category accessors */
export const resolvePointer = (document: Document, pointer: string): Json | undefined => {
  if (pointer === "#") return document.root
  if (!pointer.startsWith("#/")) return undefined
  let current: Json | undefined = document.root
  for (const part of pointer.slice(2).split("/")) {
    const key = decodePart(part)
    if (isArray(current)) current = current[Number(key)]
    else if (isObject(current) && Object.hasOwn(current, key)) current = current[key]
    else return undefined
  }
  return current
}

const decodePart = (part: string): string => {
  const unescaped = part.replaceAll("~1", "/").replaceAll("~0", "~")
  try {
    return decodeURIComponent(unescaped)
  } catch {
    return unescaped
  }
}

/** One step of a pointer. @since 0.1.0 @category accessors */
export const pointerPart = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1")

/**
 * Follows references between parameters, bodies, responses and headers to the object meant. A reference that leads
 * nowhere, into another file or in a circle is reported and gives an empty object.
 *
 * @since 0.1.0
 * @category accessors
 */
export const dereference = (
  document: Document,
  value: Json | undefined,
  pointer: string,
  problems: Problems
): { readonly value: JsonObject; readonly pointer: string } => {
  let current = value
  let at = pointer
  const seen = new Set<string>()
  while (isObject(current) && typeof current["$ref"] === "string") {
    const target = current["$ref"]
    const next = seen.has(target) ? undefined : resolvePointer(document, target)
    if (next === undefined) {
      problems.add(at, `$ref ${target} cannot be resolved`, "nothing")
      return { value: {}, pointer: at }
    }
    seen.add(target)
    const { $ref: _, ...siblings } = current
    current = isObject(next) ? { ...next, ...siblings } : next
    at = target
  }
  return { value: isObject(current) ? current : {}, pointer: at }
}

const methods = ["get", "head", "options", "post", "put", "patch", "delete"]

/** Every operation, by path and then by method. @since 0.1.0 @category accessors */
export const operationsOf = (document: Document, problems: Problems): ReadonlyArray<RawOperation> => {
  const out: Array<RawOperation> = []
  for (const [path, item] of sortedEntries(objectAt(document.root, "paths"))) {
    const at = `#/paths/${pointerPart(path)}`
    if (path.startsWith("x-")) continue
    const resolved = dereference(document, item, at, problems).value
    if (isObject(resolved["trace"])) problems.add(`${at}/trace`, "method TRACE", "nothing: clients cannot send it")
    for (const method of methods) {
      const value = resolved[method]
      if (!isObject(value)) continue
      const pointer = `${at}/${method}`
      out.push({
        method: method.toUpperCase(),
        path,
        pointer,
        value,
        parameters: mergeParameters(document, resolved, value, at, method, problems)
      })
    }
  }
  return out
}

/** Parameters of the path, overridden by those of the operation with the same name and place. */
const mergeParameters = (
  document: Document,
  item: JsonObject,
  operation: JsonObject,
  at: string,
  method: string,
  problems: Problems
): ReadonlyArray<RawParameter> => {
  const found = new Map<string, RawParameter>()
  const add = (list: ReadonlyArray<Json>, base: string): void =>
    list.forEach((entry, index) => {
      const { pointer, value } = dereference(document, entry, `${base}/parameters/${index}`, problems)
      const name = stringAt(value, "name")
      const place = stringAt(value, "in")
      if (name !== undefined && place !== undefined) found.set(`${place} ${name}`, { name, in: place, value, pointer })
    })
  add(arrayAt(item, "parameters"), at)
  add(arrayAt(operation, "parameters"), `${at}/${method}`)
  return [...found.values()]
}
