import { type RequestContent, requestContent, responseContent, responsesOf, successesOf } from "./content.js"
import type { Document, RawOperation, RawParameter } from "./document.js"
import { isArray, isObject, type Json, type JsonObject, objectAt, sortedEntries, stringAt } from "./json.js"
import type { ApiModel } from "./model.js"
import { Problems } from "./problems.js"
import { Samples } from "./sample.js"

const needsSample = 2

/**
 * One conformance case an operation: a call, the request that it must make and an answer. Calls and requests come
 * from the document itself; of the model only the names are taken, so that a wrong model shows.
 *
 * @since 0.1.0
 * @category constructors
 */
export const casesOf = (model: ApiModel, document: Document): Json =>
  model.resources.flatMap(({ operations }) =>
    operations.map(
      ({ id, name, raw, resource }): JsonObject => ({
        operation: id,
        resource,
        method: name,
        ...exchange(raw, document)
      })
    )
  )

const exchange = (operation: RawOperation, document: Document): JsonObject => {
  const problems = new Problems()
  const samples = new Samples(document, "request")
  const path: Array<Json> = []
  const params: Record<string, Json> = {}
  const query: Record<string, ReadonlyArray<string>> = {}
  const headers: Record<string, string> = {}
  const expanded = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = pathSample(operation, name, samples)
    path.push(value)
    return encodeURIComponent(String(value))
  })
  for (const parameter of chosen(operation)) {
    const value = samples.of(schemaOf(parameter), parameter.name)
    if (parameter.in === "header") {
      params[parameter.name] = value
      headers[parameter.name.toLowerCase()] = text(value)
    } else writeQuery(parameter, value, params, query)
  }
  const request = requestContent(operation, document, problems)
  const body = request === undefined ? {} : writeBody(operation, request, samples, params)
  return {
    input: { path, ...(Object.keys(params).length === 0 ? {} : { params }) },
    request: {
      method: operation.method,
      path: expanded,
      query: Object.fromEntries(sortedEntries(query)),
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
      ...body
    },
    ...answer(operation, document, problems)
  }
}

const text = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value))

const schemaOf = (parameter: RawParameter): Json | undefined => {
  const [content] = sortedEntries(objectAt(parameter.value, "content"))
  return content === undefined ? parameter.value["schema"] : isObject(content[1]) ? content[1]["schema"] : undefined
}

const pathSample = (operation: RawOperation, name: string, samples: Samples): string | number => {
  const found = operation.parameters.find((parameter) => parameter.in === "path" && parameter.name === name)
  const schema = samples.plain(found === undefined ? undefined : schemaOf(found))
  const free =
    (schema["type"] === undefined || schema["type"] === "string") &&
    ["format", "enum", "const", "pattern", "maxLength"].every((keyword) => schema[keyword] === undefined)
  if (free) return "ann+b@example.com"
  const value = samples.of(schema, name)
  return typeof value === "number" ? value : text(value)
}

/** The required query and header parameters and up to two others; a call option or the transport sends the rest. */
const chosen = (operation: RawOperation): ReadonlyArray<RawParameter> => {
  let optional = needsSample
  return operation.parameters
    .filter(({ in: place, name }) => {
      const key = name.toLowerCase()
      const own = !["idempotency-key", "accept", "content-type", "authorization"].includes(key)
      return place === "query" || (place === "header" && own)
    })
    .filter(({ value }) => value["required"] === true || (value["deprecated"] !== true && optional-- > 0))
}

const writeQuery = (
  parameter: RawParameter,
  value: Json,
  params: Record<string, Json>,
  query: Record<string, ReadonlyArray<string>>
): void => {
  const { name } = parameter
  const style = stringAt(parameter.value, "style") ?? "form"
  const explode = parameter.value["explode"] ?? style === "form"
  const isContent = parameter.value["content"] !== undefined
  params[name] = value
  if (isArray(value)) {
    const separator = { form: ",", spaceDelimited: " ", pipeDelimited: "|" }[style]
    const texts = value.map(text)
    query[name] = explode === true || separator === undefined || isContent ? texts : [texts.join(separator)]
  } else if (isObject(value) && style === "deepObject") {
    for (const [key, entry] of Object.entries(value)) {
      if (entry !== undefined) query[`${name}[${key}]`] = isArray(entry) ? entry.map(text) : [text(entry)]
    }
  } else if (isObject(value) && style === "form" && explode === true && !isContent) {
    delete params[name]
    for (const [key, entry] of Object.entries(value)) {
      if (entry === undefined) continue
      params[key] = entry
      query[key] = isArray(entry) ? entry.map(text) : [text(entry)]
    }
  } else query[name] = [text(value)]
}

const writeBody = (
  operation: RawOperation,
  request: RequestContent,
  samples: Samples,
  params: Record<string, Json>
): JsonObject => {
  if (request.kind === "bytes") {
    params["body"] = { $bytes: "hello\n" }
    return { bytes: "hello\n" }
  }
  const declared = request.content.schema
  const merged = samples.plain(declared)
  const value = samples.of(declared, "body")
  const names = Object.keys(objectAt(merged, "properties"))
  const others = operation.parameters.filter(({ in: place }) => place === "query" || place === "header")
  const isUnion = (schema: Json | undefined): boolean =>
    isObject(schema) && (isArray(schema["oneOf"]) || isArray(schema["anyOf"]))
  const resolved = samples.resolved(declared)
  const freeForm =
    names.length === 0 &&
    merged["type"] === "object" &&
    !isObject(merged["additionalProperties"]) &&
    request.kind === "json"
  const flat =
    isObject(value) &&
    !isUnion(resolved) &&
    (names.length > 0 || freeForm) &&
    !names.some((name) => others.some((other) => other.name === name))
  if (flat && isObject(value)) Object.assign(params, value)
  else params["body"] = value
  switch (request.kind) {
    case "multipart":
      return { multipart: isObject(value) ? parts(value) : [] }
    case "form":
      return {
        form: isObject(value)
          ? Object.fromEntries(
              Object.entries(value).map(([name, entry]) => [
                name,
                isArray(entry) ? entry.map(text) : [text(entry ?? null)]
              ])
            )
          : {}
      }
    default:
      return { body: value }
  }
}

const parts = (value: JsonObject): ReadonlyArray<Json> =>
  Object.entries(value).flatMap(([name, entry]) =>
    (isArray(entry) ? entry : [entry ?? null]).map((part): Json => {
      const file = objectAt(part, "$file")
      return Object.keys(file).length > 0 ? { name, ...file } : { name, text: text(part) }
    })
  )

const answer = (operation: RawOperation, document: Document, problems: Problems): JsonObject => {
  const successes = successesOf(responsesOf(operation, document, problems))
  const { contents, kind } = responseContent(operation, successes, problems)
  const [content] = contents
  const status = Number(
    successes.find((success) => content === undefined || success.contents.includes(content))?.status
  )
  const code = Number.isInteger(status) ? status : successes.length === 0 ? 204 : 200
  if (content === undefined || kind === "none") return { response: { status: code } }
  const body: Json =
    kind === "json"
      ? new Samples(document, "response").of(content.schema, "value")
      : kind === "events"
        ? (exampleText(content.value) ?? "event: message\ndata: {}\n\n")
        : "hello\n"
  return { response: { status: code, contentType: content.type, body } }
}

const exampleText = (media: JsonObject): string | undefined => {
  for (const [, example] of sortedEntries(objectAt(media, "examples"))) {
    const value = stringAt(example, "value")
    if (value !== undefined) return value
  }
  return undefined
}
