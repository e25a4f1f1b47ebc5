import type { Content } from "./content.js"
import { type Document, pointerPart, type RawOperation, resolvePointer } from "./document.js"
import { arrayAt, isArray, isObject, type Json, type JsonObject, objectAt, sortedEntries } from "./json.js"
import type { SecretPaths } from "./model.js"
import { typesOf } from "./normalise.js"

/** What either of two knows of the same operation. @since 0.1.0 @category combinators */
export const mergeSecrets = (a: SecretPaths, b: SecretPaths): SecretPaths => ({
  path: merged(a.path, b.path),
  params: merged(a.params, b.params),
  answer: merged(a.answer, b.answer)
})

const merged = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...new Set([...a, ...b])].sort()

/** What an operation sends and receives, as far as it may hold secrets. @since 0.1.0 @category models */
export interface Traffic {
  readonly raw: RawOperation
  /** Schema of the request body, and whether it is the parameter `body` as a whole. */
  readonly body: { readonly schema: Json | undefined; readonly whole: boolean; readonly pointer: string } | undefined
  readonly answers: ReadonlyArray<Content>
}

/**
 * Collects the marked secrets of a document, and the fields that look like secrets without saying whether they are.
 *
 * A schema or parameter is marked with `x-secret: true`, or excepted with `x-secret: "no: why"`. A field with a
 * secret-like name and neither is treated as a secret.
 *
 * @since 0.1.0
 * @category models
 */
export class Secrets {
  private readonly document: Document
  private readonly undecided = new Set<string>()

  constructor(document: Document) {
    this.document = document
  }

  /** Pointers of fields with a secret-like name that are neither marked nor excepted. */
  get unmarked(): ReadonlyArray<string> {
    return [...this.undecided].sort()
  }

  of({ answers, body, raw }: Traffic): SecretPaths {
    const path: Array<string> = []
    const params = new Set<string>()
    for (const parameter of raw.parameters) {
      const schema = parameter.value["schema"]
      const ownMark = parameter.value["x-secret"]
      const marked = ownMark === undefined ? schema : { ...(isObject(schema) ? schema : {}), "x-secret": ownMark }
      const into = parameter.in === "path" ? path : params
      const found = this.paths(marked, parameter.name, parameter.pointer, [])
      for (const place of found) Array.isArray(into) ? into.push(place) : into.add(place)
    }
    for (const place of this.paths(body?.schema, body?.whole === true ? "body" : "", body?.pointer ?? "", [])) {
      params.add(place)
    }
    const answer = new Set(answers.flatMap(({ pointer, schema }) => this.paths(schema, "", `${pointer}/schema`, [])))
    return { path: [...new Set(path)].sort(), params: [...params].sort(), answer: [...answer].sort() }
  }

  /** Paths of the secrets in a schema that stands at `at`. `open` are the references being followed. */
  private paths(
    schema: Json | undefined,
    at: string,
    pointer: string,
    open: ReadonlyArray<string>
  ): ReadonlyArray<string> {
    if (!isObject(schema)) return []
    if (this.isSecret(schema, at, pointer)) return [at]
    const ref = schema["$ref"]
    const inner: Array<string> = []
    if (typeof ref === "string") {
      // A schema within itself repeats what its first level said.
      if (open.includes(ref)) return []
      inner.push(...this.paths(resolvePointer(this.document, ref), at, ref, [...open, ref]))
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      arrayAt(schema, keyword).forEach((member, index) => {
        inner.push(...this.paths(member, at, `${pointer}/${keyword}/${index}`, open))
      })
    }
    for (const [name, property] of sortedEntries(objectAt(schema, "properties"))) {
      const below = `${pointer}/properties/${pointerPart(name)}`
      // A name with a dot cannot be written in a path; `*` covers it and its siblings.
      inner.push(...this.paths(property, step(at, name.includes(".") ? "*" : name), below, open))
    }
    for (const keyword of ["items", "additionalProperties"]) {
      inner.push(...this.paths(schema[keyword], step(at, "*"), `${pointer}/${keyword}`, open))
    }
    arrayAt(schema, "prefixItems").forEach((item, index) => {
      inner.push(...this.paths(item, step(at, "*"), `${pointer}/prefixItems/${index}`, open))
    })
    return inner
  }

  private isSecret(schema: JsonObject, at: string, pointer: string): boolean {
    const mark = schema["x-secret"]
    if (mark === true) return true
    if (typeof mark === "string" && /^no: \S/.test(mark)) return false
    if (mark === undefined && !(isSecretLike(at.slice(at.lastIndexOf(".") + 1)) && this.mayHold(schema))) return false
    this.undecided.add(pointer)
    return true
  }

  /** Whether a value of the schema may be a secret itself: a text, or an object or list without a known form. */
  private mayHold(schema: JsonObject): boolean {
    const ref = schema["$ref"]
    if (typeof ref === "string") {
      const target = resolvePointer(this.document, ref)
      return isObject(target) && target["x-secret"] === undefined && target["$ref"] !== ref && this.mayHold(target)
    }
    if (isArray(schema["enum"]) || schema["const"] !== undefined || schema["format"] === "date-time") return false
    if (schema["properties"] !== undefined || isArray(schema["allOf"])) return false
    const members = [...arrayAt(schema, "anyOf"), ...arrayAt(schema, "oneOf")]
    if (members.length > 0) return members.some((member) => isObject(member) && this.mayHold(member))
    const types = typesOf(schema)
    if (types.includes("array")) {
      const items = schema["items"]
      return !isObject(items) || this.mayHold(items)
    }
    return types.length === 0 || types.some((type) => type === "string" || type === "object")
  }
}

const step = (at: string, name: string): string => (at === "" ? name : `${at}.${name}`)

/** Whether a name is one that secrets go by: `api_key`, `newPassword`, `X-Auth-Token`. @since 0.1.0 @category guards */
export const isSecretLike = (name: string): boolean => {
  const words = ` ${name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .toLowerCase()} `
  return / (?:passwords?|passwd|passphrase|pwd|secrets?|tokens?|authorization|credentials?|cookies?|apikeys?|(?:api|private|access|secret|signing|encryption|account|shared) keys?|(?:signed|presigned|sas) ur[li]|connection string) /.test(
    words
  )
}
