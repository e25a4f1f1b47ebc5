import { byText } from "./json.js"
import type { ApiModel, OperationModel } from "./model.js"
import type { Declaration, Property, Shape } from "./shape.js"
import { union, walk } from "./shape.js"

/**
 * The form a schema is printed in.
 *
 * - `response`: what a success decodes to
 * - `lenient`: the same for a response that is only inferred, every field optional
 * - `request`: what a caller gives
 *
 * @since 0.1.0
 * @category models
 */
export type Mode = "response" | "lenient" | "request"

/** The first one in use has the schema's own name. */
const modes: ReadonlyArray<Mode> = ["response", "lenient", "request"]

const suffix: Readonly<Record<Mode, string>> = { response: "", lenient: "Partial", request: "Input" }

/** The file a declaration stands in: a resource's, or `shared`. @since 0.1.0 @category models */
export type Home = string

/** @since 0.1.0 @category models */
export interface Form {
  readonly declaration: Declaration
  readonly mode: Mode
  readonly name: string
  readonly home: Home
}

/** Which declarations are printed, where, in which forms and under which names. @since 0.1.0 @category models */
export interface Forms {
  readonly all: ReadonlyArray<Form>
  readonly of: (key: string, mode: Mode) => Form
}

/** Properties that travel in a direction. @since 0.1.0 @category accessors */
export const propertiesIn = (properties: ReadonlyArray<Property>, mode: Mode): ReadonlyArray<Property> =>
  properties.filter((property) => (mode === "request" ? !property.readOnly : !property.writeOnly))

/**
 * The shape of a declaration in a form. A lenient union of objects becomes one object with all their fields: with
 * every field optional, the first member would match whatever came.
 *
 * @since 0.1.0
 * @category accessors
 */
export const shapeIn = (declaration: Declaration, mode: Mode, model: ApiModel): Shape => {
  const { shape } = declaration
  if (mode !== "lenient" || shape.kind !== "union") return shape
  const objects = shape.members.map((member) => targetOf(member, model))
  const properties = new Map<string, Property>()
  for (const target of objects) {
    if (target.kind !== "object") return shape
    for (const property of target.properties) {
      const known = properties.get(property.name)
      properties.set(
        property.name,
        known === undefined ? property : { ...known, shape: union([known.shape, property.shape]) }
      )
    }
  }
  const sorted = [...properties.values()].sort((a, b) => byText(a.name, b.name))
  return { kind: "object", properties: sorted, open: true }
}

/** @since 0.1.0 @category accessors */
export const targetOf = (shape: Shape, model: ApiModel): Shape => {
  let current = shape
  const seen = new Set<string>()
  while (current.kind === "ref" && !seen.has(current.key)) {
    seen.add(current.key)
    current = model.declarations.get(current.key)?.shape ?? { kind: "unknown" }
  }
  return current
}

/** How an operation's parameter type is made from its parameters. @since 0.1.0 @category models */
export type ParamsForm = "alias" | "extends" | "fields"

/** @since 0.1.0 @category accessors */
export const paramsForm = (operation: OperationModel): ParamsForm => {
  const { body, facts, parameters } = operation
  if (body?.declaration === undefined) return "fields"
  const inBody = parameters.filter((parameter) => parameter.in === "body" || parameter.in === "form")
  if (inBody.some((parameter) => facts.fillable.includes(parameter.name))) return "fields"
  return inBody.length === parameters.length ? "alias" : body.required ? "extends" : "fields"
}

/** @since 0.1.0 @category constructors */
export const formsOf = (model: ApiModel, printed: (declaration: Declaration, mode: Mode) => string): Forms => {
  const used = new Map<string, { readonly modes: Set<Mode>; readonly homes: Set<Home>; readonly seen: Set<string> }>()
  const use = (shape: Shape, mode: Mode, home: Home): void =>
    walk(filtered(shape, mode), (part) => {
      if (part.kind === "ref") useKey(part.key, mode, home)
    })
  const useKey = (key: string, mode: Mode, home: Home): void => {
    const entry = used.get(key) ?? { modes: new Set(), homes: new Set(), seen: new Set() }
    used.set(key, entry)
    if (entry.seen.has(`${mode} ${home}`)) return
    entry.seen.add(`${mode} ${home}`)
    entry.modes.add(mode)
    entry.homes.add(home)
    const declaration = model.declarations.get(key)
    if (declaration !== undefined) use(shapeIn(declaration, mode, model), mode, home)
  }
  for (const { name, operations } of model.resources) {
    for (const operation of operations) {
      const answer = operation.facts.lenient ? "lenient" : "response"
      if (operation.success !== undefined) use(operation.success, answer, name)
      if (operation.eventData !== undefined) use(operation.eventData, "response", name)
      for (const parameter of operation.pathParameters) use(parameter.shape, "request", name)
      const form = paramsForm(operation)
      if (form !== "fields" && operation.body?.declaration !== undefined)
        useKey(operation.body.declaration, "request", name)
      for (const parameter of operation.parameters) {
        if (form === "fields" || parameter.in === "query" || parameter.in === "header")
          use(parameter.shape, "request", name)
      }
    }
  }
  for (const key of model.loose) if (!used.has(key)) useKey(key, "response", "shared")
  return nameForms(model, used, printed)
}

const filtered = (shape: Shape, mode: Mode): Shape =>
  shape.kind === "object" ? { ...shape, properties: propertiesIn(shape.properties, mode) } : shape

const nameForms = (
  model: ApiModel,
  used: ReadonlyMap<string, { readonly modes: ReadonlySet<Mode>; readonly homes: ReadonlySet<Home> }>,
  printed: (declaration: Declaration, mode: Mode) => string
): Forms => {
  const entries = [...used].flatMap(([key, { homes, modes: inUse }]) => {
    const declaration = model.declarations.get(key)
    if (declaration === undefined) return []
    const [base = "response", ...others] = modes.filter((mode) => inUse.has(mode))
    const [home = "shared"] = homes
    // What others import from `shared` stays there: a module of a resource could not be imported back into it.
    const isShared = homes.size !== 1 || model.homes.get(declaration.name) === "shared"
    return [{ key, declaration, base, others, home: isShared ? "shared" : home }]
  })
  entries.sort((a, b) => byText(a.declaration.name, b.declaration.name))
  const differing = new Set<string>()
  const id = (key: string, mode: Mode): string => `${mode} ${key}`
  for (const { base, declaration, key, others } of entries) {
    for (const mode of others)
      if (printed(declaration, base) !== printed(declaration, mode)) differing.add(id(key, mode))
  }
  // A form also differs when a form that it refers to does.
  for (let grown = true; grown; ) {
    grown = false
    for (const { declaration, key, others } of entries) {
      for (const mode of others) {
        if (differing.has(id(key, mode))) continue
        let differs = false
        walk(filtered(shapeIn(declaration, mode, model), mode), (part) => {
          if (part.kind === "ref" && differing.has(id(part.key, mode))) differs = true
        })
        if (differs) {
          differing.add(id(key, mode))
          grown = true
        }
      }
    }
  }
  const all: Array<Form> = []
  const byId = new Map<string, Form>()
  for (const { base, declaration, home, key, others } of entries) {
    const first: Form = { declaration, mode: base, name: declaration.name, home }
    all.push(first)
    byId.set(id(key, base), first)
    for (const mode of others) {
      const form = differing.has(id(key, mode))
        ? { declaration, mode, name: model.freshName(`${declaration.name}${suffix[mode]}`), home }
        : first
      if (form !== first) all.push(form)
      byId.set(id(key, mode), form)
    }
  }
  return {
    all,
    of: (key, mode) => {
      const form = byId.get(id(key, mode))
      if (form === undefined) throw new Error(`${key} is not used in ${mode} form`)
      return form
    }
  }
}
