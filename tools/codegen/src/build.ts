import { type Content, isJsonType, requestContent, responseContent, responsesOf, successesOf } from "./content.js"
import { type Document, dereference, operationsOf, type RawOperation } from "./document.js"
import { arrayAt, byText, isObject, type Json, objectAt, sortedEntries, stringAt, strings } from "./json.js"
import type { ApiModel, OperationModel, ResourceModel } from "./model.js"
import { camel, isReserved, isSpecialMember, Names, pascal } from "./naming.js"
import { Normaliser } from "./normalise.js"
import { paginationOf } from "./pagination.js"
import { inputOf } from "./parameters.js"
import { type Platform, platformOf } from "./platforms.js"
import type { Problems } from "./problems.js"
import { Secrets } from "./secrets.js"
import { type Shape, union, unknown, walk } from "./shape.js"

/**
 * A contract that names two things alike. The names are the contract's, so they are put right there.
 *
 * @since 0.1.0
 * @category errors
 */
export class NamingError extends Error {
  override readonly name = "NamingError"
}

/** An operation with the names it gets on the generated surface. */
interface Named {
  readonly raw: RawOperation
  readonly id: string
  readonly resource: string
  readonly method: string
}

/** Files of a generated folder that are not resources. */
const otherFiles = ["catalog", "constants", "index", "inputs", "shared"]

/**
 * Reads a document into the model that all printing starts from.
 *
 * @since 0.1.0
 * @category constructors
 */
export const buildModel = (
  document: Document,
  platformName: string,
  problems: Problems,
  homes: ApiModel["homes"] = new Map()
): ApiModel => {
  const platform = platformOf(platformName)
  const normaliser = new Normaliser(document, problems)
  const secrets = new Secrets(document)
  const tags = new Map(
    arrayAt(document.root, "tags").map((tag) => [stringAt(tag, "name") ?? "", stringAt(tag, "description")])
  )
  const groups = new Map<string, Array<Named>>()
  for (const named of nameOperations(document, platform, problems)) {
    const group = groups.get(named.resource)
    if (group === undefined) groups.set(named.resource, [named])
    else group.push(named)
  }
  const resources = [...groups]
    .sort(([a], [b]) => byText(a, b))
    .map(([name, operations]): ResourceModel => {
      const constants = new Names(["resource"])
      const typeNames = operations.map((operation) =>
        normaliser.freshName(`${pascal(name)}${pascal(operation.method)}Params`)
      )
      return {
        name,
        description: operations
          .flatMap(({ raw }) => strings(arrayAt(raw.value, "tags")))
          .map((tag) => tags.get(tag))
          .find((text) => text !== undefined),
        operations: operations.map((operation, index) =>
          operationModel(
            document,
            platformName,
            operation,
            typeNames[index] ?? "Params",
            constants,
            normaliser,
            secrets,
            problems
          )
        )
      }
    })
  const components = sortedEntries(objectAt(objectAt(document.root, "components"), "schemas"))
  const mentioned = requestMentions(resources)
  const loose = components.flatMap(([key]) => {
    const shape = normaliser.component(key)
    return shape.kind === "ref" && !mentioned.has(shape.key) ? [shape.key] : []
  })
  return {
    platform: platformName,
    title: stringAt(objectAt(document.root, "info"), "title") ?? platformName,
    root: document.root,
    constants: objectAt(document.root, "x-constants"),
    resources,
    declarations: normaliser.declarations,
    loose: [...loose, ...webhookPayloads(document, normaliser, problems)],
    homes,
    unmarkedSecrets: secrets.unmarked,
    freshName: (name) => normaliser.freshName(name)
  }
}

/** Declarations of what the document's webhooks carry. */
const webhookPayloads = (document: Document, normaliser: Normaliser, problems: Problems): ReadonlyArray<string> => {
  const keys: Array<string> = []
  for (const [event, item] of sortedEntries(objectAt(document.root, "webhooks"))) {
    const at = `#/webhooks/${event}`
    for (const [, operation] of sortedEntries(dereference(document, item, at, problems).value)) {
      const { value } = dereference(document, objectAt(operation, "requestBody"), `${at}/requestBody`, problems)
      for (const [, content] of sortedEntries(objectAt(value, "content"))) {
        const place = { name: `${pascal(event)}Webhook`, pointer: `${at}/requestBody` }
        const shape = normaliser.shape(isObject(content) ? content["schema"] : undefined, place)
        walk(shape, (part) => {
          if (part.kind === "ref") keys.push(part.key)
        })
      }
    }
  }
  return keys
}

/** Declarations that request bodies are spread from: they may show only as the fields of a parameter type. */
const requestMentions = (resources: ReadonlyArray<ResourceModel>): ReadonlySet<string> =>
  new Set(
    resources.flatMap(({ operations }) =>
      operations.flatMap(({ body }) => (body?.declaration === undefined ? [] : [body.declaration]))
    )
  )

const nameOperations = (
  document: Document,
  { clientMembers, handTuned }: Platform,
  problems: Problems
): ReadonlyArray<Named> => {
  const operations = operationsOf(document, problems)
  const ids = new Names()
  const files = new Names(otherFiles, true)
  const resourceNames = new Map<string, string>()
  const methods = new Map<string, Names>()
  const resourceOf = (raw: RawOperation): string => {
    const given = stringAt(raw.value, "x-resource")
    const wanted = given ?? camel(strings(arrayAt(raw.value, "tags"))[0] ?? firstSegment(raw.path))
    const known = resourceNames.get(wanted)
    if (known !== undefined) return known
    const unfit = clientMembers.includes(wanted) || isSpecialMember(wanted)
    if (given !== undefined && (unfit || files.has(wanted))) {
      throw new NamingError(`x-resource ${given} of ${raw.pointer}: the name is taken`)
    }
    const fresh = files.take(unfit || files.has(wanted) ? `${wanted}Resource` : wanted)
    if (fresh !== wanted) problems.add(`tag ${wanted}`, "resource name that is taken", fresh)
    resourceNames.set(wanted, fresh)
    return fresh
  }
  // Names that the document gives come first, so that a derived one never takes them.
  for (const raw of operations) if (stringAt(raw.value, "x-resource") !== undefined) resourceOf(raw)
  const withNames = operations.map((raw) => ({
    raw,
    resource: resourceOf(raw),
    given: stringAt(raw.value, "x-method")
  }))
  const result = new Map<RawOperation, Named>()
  for (const explicit of [true, false]) {
    for (const { given, raw, resource } of withNames) {
      if ((given !== undefined) !== explicit) continue
      const scope = methods.get(resource) ?? new Names(handTuned?.methods[resource])
      methods.set(resource, scope)
      const id =
        stringAt(raw.value, "operationId") ?? camel(`${raw.method.toLowerCase()} ${raw.path.replace(/[{}]/g, " ")}`)
      const uniqueId = ids.take(id)
      if (uniqueId !== id) {
        if (given !== undefined) throw new NamingError(`operationId ${id} of ${raw.pointer} stands twice`)
        problems.add(raw.pointer, `operationId ${id} that stands twice`, uniqueId)
      }
      const wanted = given ?? withoutResource(camel(id), resource)
      const safe = isSpecialMember(wanted) ? `${wanted}Operation` : wanted
      const pages = isObject(raw.value["x-pagination"]) ? [`${safe}Pages`, `${safe}All`] : []
      const taken = [safe, ...pages].find((name) => scope.has(name))
      if (given !== undefined && (taken !== undefined || safe !== given)) {
        throw new NamingError(`x-method ${given} of ${raw.pointer}: ${resource}.${taken ?? given} is taken`)
      }
      const method = scope.take(safe)
      if (method !== wanted) problems.add(raw.pointer, `method name ${resource}.${wanted} that is taken`, method)
      for (const name of pages) scope.take(name)
      result.set(raw, { raw, id: uniqueId, resource, method })
    }
  }
  return operations.flatMap((raw) => result.get(raw) ?? [])
}

const firstSegment = (path: string): string =>
  path.split("/").find((part) => part !== "" && !part.startsWith("{") && !/^v\d+$/.test(part) && part !== "api") ??
  "root"

/**
 * `getUser` of `users` is `get`, `listUserThreads` is `listThreads`, `users/list` and `usersList` are `list`; a name
 * without the resource stays.
 */
const withoutResource = (method: string, resource: string): string => {
  const plain = (word: string): string =>
    word
      .toLowerCase()
      .replace(/ies$/, "y")
      .replace(/(ss|us|is)$/, "$1 ")
      .replace(/s$/, "")
      .trim()
  const split = (text: string): ReadonlyArray<string> => text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(" ")
  const parts = split(method)
  const noun = split(resource).map(plain)
  const last = parts.length - noun.length
  const positions = Array.from({ length: Math.max(0, last) }, (_, index) => index + 1)
  for (const at of last > 0 ? [...positions, 0] : positions) {
    if (noun.every((word, offset) => plain(parts[at + offset] ?? "") === word)) {
      return camel([...parts.slice(0, at), ...parts.slice(at + noun.length)].join(" "))
    }
  }
  return method
}

const operationModel = (
  document: Document,
  platformName: string,
  named: Named,
  typeName: string,
  constants: Names,
  normaliser: Normaliser,
  secrets: Secrets,
  problems: Problems
): OperationModel => {
  const { id, method: name, raw, resource } = named
  const platform = platformOf(platformName)
  const facts = platform.facts(raw.value, document.root)
  const request = requestContent(raw, document, problems)
  const input = inputOf(raw, request, typeName, normaliser, problems)
  const responses = responsesOf(raw, document, problems)
  const response = responseContent(raw, successesOf(responses), problems)
  const place = `${pascal(resource)}${pascal(name)}Response`
  const shapes = (contents: ReadonlyArray<Content>): Shape =>
    unionOfDistinct(contents, (content) =>
      normaliser.shape(content.schema, { name: place, pointer: `${content.pointer}/schema` })
    )
  const decoded =
    response.kind === "json" ? shapes(response.contents.filter(({ type }) => isJsonType(type))) : undefined
  // A lenient union is printed as one object, which needs a name.
  const success = decoded?.kind === "union" && facts.lenient ? normaliser.declare(decoded, place) : decoded
  if (raw.value["callbacks"] !== undefined) problems.add(raw.pointer, "callbacks", "nothing")
  const constant = camel(id)
  return {
    id,
    constant: constants.take(isReserved(constant) || constant === "resource" ? `${constant}Operation` : constant),
    resource,
    name,
    method: raw.method,
    path: raw.path,
    raw,
    summary: stringAt(raw.value, "summary"),
    description: stringAt(raw.value, "description"),
    deprecated: raw.value["deprecated"] === true,
    pathParameters: input.pathParameters,
    parameters: input.parameters.map((parameter) =>
      facts.fillable.includes(parameter.name) ? { ...parameter, required: false } : parameter
    ),
    queryStyles: input.queryStyles,
    body: input.body,
    paramsType: input.parameters.length > 0 || input.body?.open === true ? typeName : undefined,
    response: response.kind,
    success,
    unionAnswer: success !== undefined && !facts.lenient && normaliser.target(success).kind === "union",
    eventData: eventDataOf(response.contents, normaliser),
    pagination: paginationOf(raw.value, raw.pointer, input.parameters, success, normaliser, problems),
    needs: strings(arrayAt(raw.value, "x-needs")),
    idempotencyKey: input.idempotencyKey,
    secrets: secrets.of({
      raw,
      body: request && {
        schema: request.content.schema,
        whole: input.body?.whole === true,
        pointer: `${request.content.pointer}/schema`
      },
      answers: response.contents
    }),
    destructive: raw.value["x-destructive"] === true,
    statuses: responses.map(({ status }) => status),
    facts
  }
}

/** Media types that share a schema, as 200 and 201 often do, are normalised once. */
const unionOfDistinct = (contents: ReadonlyArray<Content>, shape: (content: Content) => Shape): Shape => {
  const seen = new Set<string>()
  const distinct = contents.filter(({ schema }) => {
    const text = JSON.stringify(schema) ?? ""
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
  return distinct.length === 0 ? unknown : union(distinct.map(shape))
}

/** `x-sse-data-schema` beside the schema, or `itemSchema` of OpenAPI 3.2. */
const eventDataOf = (contents: ReadonlyArray<Content>, normaliser: Normaliser): Shape | undefined => {
  for (const { pointer, type, value } of contents) {
    const schema: Json | undefined =
      value["x-sse-data-schema"] ?? value["itemSchema"] ?? objectAt(value, "schema")["contentSchema"]
    if (type === "text/event-stream" && schema !== undefined) {
      return normaliser.shape(schema, { name: "EventData", pointer: `${pointer}/itemSchema` })
    }
  }
  return undefined
}
