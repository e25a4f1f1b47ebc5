import { type Document, dereference, type RawOperation } from "./document.js"
import { isObject, type Json, type JsonObject, objectAt, sortedEntries } from "./json.js"
import type { BodyKind, ResponseKind } from "./model.js"
import type { Problems } from "./problems.js"

/** One media type of a body. @since 0.1.0 @category models */
export interface Content {
  readonly type: string
  readonly schema: Json | undefined
  readonly value: JsonObject
  readonly pointer: string
}

/** A success of an operation and what it carries. @since 0.1.0 @category models */
export interface Success {
  readonly status: string
  readonly contents: ReadonlyArray<Content>
}

const essence = (type: string): string => (type.split(";")[0] ?? type).trim().toLowerCase()

/** @since 0.1.0 @category guards */
export const isJsonType = (type: string): boolean => /^(application|text)\/json$|\+json$/.test(essence(type))

const contentsOf = (value: JsonObject, pointer: string): ReadonlyArray<Content> =>
  sortedEntries(objectAt(value, "content")).map(([type, media]) => ({
    type: essence(type),
    schema: isObject(media) ? media["schema"] : undefined,
    value: isObject(media) ? media : {},
    pointer: `${pointer}/content/${type.replaceAll("/", "~1")}`
  }))

const bodyKindOf = (type: string): BodyKind =>
  isJsonType(type)
    ? "json"
    : type.startsWith("multipart/")
      ? "multipart"
      : type === "application/x-www-form-urlencoded"
        ? "form"
        : "bytes"

const bodyPreference: ReadonlyArray<BodyKind> = ["json", "multipart", "form", "bytes"]

/** The request body of an operation in the form that will be sent. @since 0.1.0 @category models */
export interface RequestContent {
  readonly kind: BodyKind
  readonly content: Content
  readonly required: boolean
}

/**
 * Chooses one media type of a request body: JSON before multipart, form and bytes. What is left out is reported.
 *
 * @since 0.1.0
 * @category constructors
 */
export const requestContent = (
  operation: RawOperation,
  document: Document,
  problems: Problems
): RequestContent | undefined => {
  const found = operation.value["requestBody"]
  if (found === undefined) return undefined
  const { pointer, value } = dereference(document, found, `${operation.pointer}/requestBody`, problems)
  const contents = contentsOf(value, pointer)
  const ranked = contents
    .map((content) => ({ content, kind: bodyKindOf(content.type) }))
    .sort((a, b) => rank(a.kind, a.content) - rank(b.kind, b.content))
  const [best] = ranked
  if (best === undefined) return undefined
  const at = `${operation.pointer}/requestBody`
  if (ranked.length > 1) {
    problems.add(at, `request content types ${contents.map(({ type }) => type).join(", ")}`, best.content.type)
  }
  if (best.kind === "json" && best.content.type !== "application/json") {
    problems.add(at, `request content type ${best.content.type}`, "application/json")
  }
  if (best.kind === "bytes" && best.content.type !== "application/octet-stream") {
    problems.add(at, `request content type ${best.content.type}`, "bytes sent as application/octet-stream")
  }
  if (best.content.value["encoding"] !== undefined) {
    const styled = Object.values(objectAt(best.content.value, "encoding")).some(
      (entry) =>
        isObject(entry) &&
        (entry["style"] !== undefined || entry["explode"] !== undefined || entry["headers"] !== undefined)
    )
    if (styled) problems.add(at, "encoding style, explode or headers of a body part", "the default encoding")
  }
  return { kind: best.kind, content: best.content, required: value["required"] === true }
}

const rank = (kind: BodyKind, content: Content): number =>
  bodyPreference.indexOf(kind) + (content.type === "application/json" ? -1 : 0)

/** The responses of an operation, by status. @since 0.1.0 @category accessors */
export const responsesOf = (operation: RawOperation, document: Document, problems: Problems): ReadonlyArray<Success> =>
  sortedEntries(objectAt(operation.value, "responses"))
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, response]) => {
      const at = `${operation.pointer}/responses/${status}`
      const { pointer, value } = dereference(document, response, at, problems)
      return { status, contents: contentsOf(value, pointer) }
    })

/** Successes: every 2xx, else `default`. @since 0.1.0 @category accessors */
export const successesOf = (responses: ReadonlyArray<Success>): ReadonlyArray<Success> => {
  const found = responses.filter(({ status }) => /^2/.test(status))
  return found.length > 0 || responses.some(({ status }) => /^3/.test(status))
    ? found
    : responses.filter(({ status }) => status === "default")
}

/** How the successes of an operation are read, and the contents that say so. @since 0.1.0 @category models */
export interface ResponseContent {
  readonly kind: ResponseKind
  readonly contents: ReadonlyArray<Content>
}

/**
 * Chooses how successes are read: JSON before events, text and bytes. What is left out is reported.
 *
 * @since 0.1.0
 * @category constructors
 */
export const responseContent = (
  operation: RawOperation,
  successes: ReadonlyArray<Success>,
  problems: Problems
): ResponseContent => {
  const contents = successes.flatMap((success) => success.contents)
  const kinds = contents.map(
    ({ schema, type }): ResponseKind =>
      isJsonType(type)
        ? isObject(schema) && schema["format"] === "binary"
          ? "bytes"
          : "json"
        : type === "text/event-stream"
          ? "events"
          : type.startsWith("text/") && !(isObject(schema) && schema["format"] === "binary")
            ? "text"
            : "bytes"
  )
  const kind = responsePreference.find((candidate) => kinds.includes(candidate)) ?? "none"
  const at = `${operation.pointer}/responses`
  if (operation.method === "HEAD") return { kind: "none", contents: [] }
  if (new Set(kinds).size > 1) {
    problems.add(at, `response content types ${[...new Set(contents.map(({ type }) => type))].join(", ")}`, kind)
  }
  if (kind === "json" && successes.some((success) => success.contents.length === 0)) {
    problems.add(at, "a success without a body beside one with JSON", "json")
  }
  return { kind, contents: contents.filter((_, index) => kinds[index] === kind) }
}

const responsePreference: ReadonlyArray<ResponseKind> = ["json", "events", "text", "bytes"]
