import type { RequestContent } from "./content.js"
import type { RawOperation, RawParameter } from "./document.js"
import { isObject, type Json, objectAt, sortedEntries, stringAt } from "./json.js"
import type { Body, Parameter, PathParameter } from "./model.js"
import { camel, isReserved, Names, pascal } from "./naming.js"
import { docOf, type Normaliser } from "./normalise.js"
import type { Problems } from "./problems.js"
import type { Doc, ObjectShape, Shape } from "./shape.js"

/** What a call takes, beside the path. @since 0.1.0 @category models */
export interface Input {
  readonly pathParameters: ReadonlyArray<PathParameter>
  readonly parameters: ReadonlyArray<Parameter>
  readonly queryStyles: ReadonlyArray<readonly [name: string, style: string]>
  readonly body: Body | undefined
  readonly idempotencyKey: boolean
}

/** Headers that the transport owns; OpenAPI says that parameters of these names are ignored. */
const transportHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"])

/**
 * Splits the input of an operation into path arguments and one flat list of parameters.
 *
 * @since 0.1.0
 * @category constructors
 */
export const inputOf = (
  operation: RawOperation,
  request: RequestContent | undefined,
  typeName: string,
  normaliser: Normaliser,
  problems: Problems
): Input => {
  const parameters: Array<Parameter> = []
  const queryStyles: Array<readonly [string, string]> = []
  let idempotencyKey = operation.value["x-idempotency"] !== undefined
  for (const parameter of operation.parameters) {
    const report = (construct: string, emitted: string): void =>
      problems.add(`${operation.pointer} ${parameter.in} ${parameter.name}`, construct, emitted)
    if (parameter.in === "header") {
      if (parameter.name.toLowerCase() === "idempotency-key") idempotencyKey = true
      else if (!transportHeaders.has(parameter.name.toLowerCase())) {
        parameters.push(parameterOf(parameter, "header", typeName, normaliser))
      }
    } else if (parameter.in === "query") {
      const made = parameterOf(parameter, "query", typeName, normaliser)
      const styled = queryParameter(parameter, made, normaliser, report)
      parameters.push(...styled.parameters)
      if (styled.style !== undefined) queryStyles.push([parameter.name, styled.style])
    } else if (parameter.in === "cookie") {
      report("cookie parameter", "nothing: pass the header Cookie in the call's options")
    } else if (parameter.in !== "path") report(`parameter in ${parameter.in}`, "nothing")
  }
  const unique = withoutTwins(parameters, operation, problems)
  const body = bodyOf(operation, request, unique, typeName, normaliser, problems)
  return {
    pathParameters: pathParametersOf(operation, typeName, normaliser, problems),
    parameters: [...unique, ...body.parameters],
    queryStyles,
    body: body.body,
    idempotencyKey
  }
}

/** A header and a query parameter of one name cannot both be keys of the flat object: the query keeps it. */
const withoutTwins = (
  parameters: ReadonlyArray<Parameter>,
  operation: RawOperation,
  problems: Problems
): ReadonlyArray<Parameter> =>
  parameters.filter((parameter, index) => {
    const twin = parameters.findIndex((other) => other.name === parameter.name)
    const query = parameters.findIndex((other) => other.name === parameter.name && other.in === "query")
    if (index === (query === -1 ? twin : query)) return true
    problems.add(`${operation.pointer} ${parameter.in} ${parameter.name}`, "name that stands twice", "the first one")
    return false
  })

const schemaOf = (parameter: RawParameter): Json | undefined => {
  const contents = sortedEntries(objectAt(parameter.value, "content"))
  const [content] = contents
  return content === undefined ? parameter.value["schema"] : isObject(content[1]) ? content[1]["schema"] : undefined
}

const docOfParameter = (parameter: RawParameter): Doc => {
  const schema = docOf(schemaOf(parameter))
  return {
    ...schema,
    description: stringAt(parameter.value, "description") ?? schema.description,
    deprecated: parameter.value["deprecated"] === true ? true : schema.deprecated
  }
}

const parameterOf = (
  parameter: RawParameter,
  place: "query" | "header",
  typeName: string,
  normaliser: Normaliser
): Parameter => ({
  name: parameter.name,
  in: place,
  required: parameter.value["required"] === true,
  shape: normaliser.shape(schemaOf(parameter), {
    name: `${typeName}${pascal(parameter.name)}`,
    pointer: `${parameter.pointer}/schema`
  }),
  doc: docOfParameter(parameter)
})

const queryParameter = (
  parameter: RawParameter,
  made: Parameter,
  normaliser: Normaliser,
  report: (construct: string, emitted: string) => void
): { readonly parameters: ReadonlyArray<Parameter>; readonly style?: string } => {
  const target = plainTarget(made.shape, normaliser)
  // A parameter with `content` is JSON text; core writes objects so.
  if (parameter.value["content"] !== undefined) {
    if (target.kind === "array" || target.kind === "tuple") report("list as JSON in the query", "repeated values")
    return { parameters: [made] }
  }
  const style = stringAt(parameter.value, "style") ?? "form"
  const explode = parameter.value["explode"] ?? style === "form"
  const isList = target.kind === "array" || target.kind === "tuple"
  const isObjectLike = target.kind === "object" || target.kind === "map"
  if (style === "deepObject") return { parameters: [made], style: "deepObject" }
  if (isList) {
    switch (style) {
      case "form":
        return explode === false ? { parameters: [made], style: "comma" } : { parameters: [made] }
      case "spaceDelimited":
        return explode === true ? { parameters: [made] } : { parameters: [made], style: "space" }
      case "pipeDelimited":
        return explode === true ? { parameters: [made] } : { parameters: [made], style: "pipe" }
      default:
        report(`style ${style}`, "repeated values")
        return { parameters: [made] }
    }
  }
  if (isObjectLike) {
    if (style === "form" && explode === true && target.kind === "object") {
      return { parameters: spread(made, target) }
    }
    report(`object in the query, style ${style}`, "JSON text")
  }
  return { parameters: [made] }
}

/** RFC 6570 form explosion: every property is a parameter of its own. */
const spread = (parameter: Parameter, shape: ObjectShape): ReadonlyArray<Parameter> =>
  shape.properties.map((property) => ({
    name: property.name,
    in: "query",
    required: parameter.required && property.required,
    shape: property.shape,
    doc: property.doc
  }))

const plainTarget = (shape: Shape, normaliser: Normaliser): Shape => {
  const target = normaliser.target(shape)
  return target.kind === "nullable" ? plainTarget(target.shape, normaliser) : target
}

const pathParametersOf = (
  operation: RawOperation,
  typeName: string,
  normaliser: Normaliser,
  problems: Problems
): ReadonlyArray<PathParameter> => {
  const names = new Names(["params", "options", "client", "page"])
  return [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => {
    const found = operation.parameters.find((parameter) => parameter.in === "path" && parameter.name === name)
    const wanted = camel(name)
    const argument = names.take(isReserved(wanted) ? `${wanted}Value` : wanted)
    if (found === undefined) return { name, argument, shape: { kind: "string", secret: false }, doc: {} }
    const style = stringAt(found.value, "style") ?? "simple"
    if (style !== "simple") problems.add(`${operation.pointer} path ${name}`, `style ${style}`, "one encoded segment")
    const shape = normaliser.shape(schemaOf(found), {
      name: `${typeName}${pascal(name)}`,
      pointer: `${found.pointer}/schema`
    })
    const target = plainTarget(shape, normaliser)
    if (["array", "tuple", "object", "map"].includes(target.kind)) {
      problems.add(`${operation.pointer} path ${name}`, `${target.kind} in the path`, "text")
      return { name, argument, shape: { kind: "string", secret: false }, doc: docOfParameter(found) }
    }
    return { name, argument, shape, doc: docOfParameter(found) }
  })
}

const bodyOf = (
  operation: RawOperation,
  request: RequestContent | undefined,
  others: ReadonlyArray<Parameter>,
  typeName: string,
  normaliser: Normaliser,
  problems: Problems
): { readonly parameters: ReadonlyArray<Parameter>; readonly body: Body | undefined } => {
  if (request === undefined) return { parameters: [], body: undefined }
  const place = request.kind === "form" || request.kind === "multipart" ? "form" : "body"
  const raw =
    request.kind === "bytes"
      ? ({ kind: "binary" } satisfies Shape)
      : normaliser.raw(request.content.schema, { name: typeName, pointer: `${request.content.pointer}/schema` })
  const target = normaliser.target(raw)
  const taken = new Set(others.map(({ name }) => name))
  const common = { kind: request.kind, required: request.required }
  const known = target.kind === "object" ? target.properties.filter((property) => !property.readOnly) : []
  const flat =
    (target.kind === "object" && known.every(({ name }) => !taken.has(name))) ||
    (target.kind === "map" && target.values.kind === "unknown" && request.kind === "json")
  if (!flat) {
    if (taken.has("body"))
      problems.add(`${operation.pointer} query body`, "name that the whole body needs", "both as one")
    const shape = normaliser.hoist(raw, request.content.schema, {
      name: `${typeName}Body`,
      pointer: request.content.pointer
    })
    return {
      parameters: [
        {
          name: "body",
          in: place,
          required: request.required,
          shape,
          doc: { description: "The whole body." }
        }
      ],
      body: { ...common, whole: true, open: false, declaration: undefined }
    }
  }
  return {
    parameters: known.map(
      (property): Parameter => ({
        name: property.name,
        in: place,
        required: request.required && property.required,
        shape: property.shape,
        doc: property.doc
      })
    ),
    body: {
      ...common,
      whole: false,
      open: target.kind === "map" || (target.kind === "object" && target.open),
      declaration: raw.kind === "ref" && target.kind === "object" ? raw.key : undefined
    }
  }
}
