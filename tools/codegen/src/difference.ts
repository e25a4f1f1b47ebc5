import { byText, canonical, type Json } from "./json.js"
import type { ApiModel, OperationModel } from "./model.js"
import { table } from "./problems.js"

/** How an operation differs between two documents. @since 0.1.0 @category models */
export interface Difference {
  readonly change: "added" | "removed" | "changed"
  readonly operation: string
  readonly method: string
  readonly detail: string
}

/** Operations are the same when method and path template are, whatever their path parameters are called. */
const identity = (operation: OperationModel): string =>
  `${operation.method} ${operation.path.replace(/\{[^}]*\}/g, "{}")}`

const operations = (model: ApiModel): ReadonlyMap<string, OperationModel> =>
  new Map(
    model.resources.flatMap((resource) => resource.operations).map((operation) => [identity(operation), operation])
  )

const label = ({ name, resource }: OperationModel): string => `${resource}.${name}`

const shapeText = (operation: OperationModel, model: ApiModel): string =>
  canonical(JSON.parse(JSON.stringify(expanded(operation.success, model, new Set()) ?? null)) as Json)

const expanded = (shape: unknown, model: ApiModel, seen: ReadonlySet<string>): unknown => {
  if (Array.isArray(shape)) return shape.map((part) => expanded(part, model, seen))
  if (typeof shape !== "object" || shape === null) return shape
  const key = "kind" in shape && shape.kind === "ref" && "key" in shape ? String(shape.key) : undefined
  if (key !== undefined) {
    if (seen.has(key)) return "recursive"
    return expanded(model.declarations.get(key)?.shape, model, new Set([...seen, key]))
  }
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([name]) => name !== "doc")
      .map(([name, value]) => [name, expanded(value, model, seen)])
  )
}

/** What `to` adds to, removes from and changes in `from`. @since 0.1.0 @category constructors */
export const differences = (from: ApiModel, to: ApiModel): ReadonlyArray<Difference> => {
  const before = operations(from)
  const after = operations(to)
  const out: Array<Difference> = []
  for (const [id, operation] of after) {
    const old = before.get(id)
    if (old === undefined)
      out.push({ change: "added", operation: label(operation), method: id, detail: operation.summary ?? "" })
    else {
      const details = changes(old, operation, from, to)
      if (details.length > 0) {
        out.push({ change: "changed", operation: label(operation), method: id, detail: details.join("; ") })
      }
    }
  }
  for (const [id, operation] of before) {
    if (!after.has(id))
      out.push({ change: "removed", operation: label(operation), method: id, detail: operation.summary ?? "" })
  }
  return out.sort(
    (a, b) => byText(a.change, b.change) || byText(a.operation, b.operation) || byText(a.method, b.method)
  )
}

const changes = (old: OperationModel, now: OperationModel, from: ApiModel, to: ApiModel): ReadonlyArray<string> => {
  const out: Array<string> = []
  if (label(old) !== label(now)) out.push(`was ${label(old)}`)
  const before = new Map(old.parameters.map((parameter) => [parameter.name, parameter]))
  const after = new Map(now.parameters.map((parameter) => [parameter.name, parameter]))
  for (const [name, parameter] of after) {
    const known = before.get(name)
    if (known === undefined) out.push(`+${name}`)
    else if (known.required !== parameter.required) out.push(`${name} ${parameter.required ? "required" : "optional"}`)
    else if (known.in !== parameter.in) out.push(`${name} in ${parameter.in}, was ${known.in}`)
  }
  for (const name of before.keys()) if (!after.has(name)) out.push(`-${name}`)
  if (old.response !== now.response) out.push(`answers ${now.response}, was ${old.response}`)
  else if (shapeText(old, from) !== shapeText(now, to)) out.push("response")
  if (old.deprecated !== now.deprecated) out.push(now.deprecated ? "deprecated" : "no longer deprecated")
  return out
}

/** @since 0.1.0 @category rendering */
export const differenceTable = (found: ReadonlyArray<Difference>): string =>
  table([
    ["change", "operation", "method and path", "detail"],
    ...found.map(({ change, detail, method, operation }) => [change, operation, method, detail])
  ])
