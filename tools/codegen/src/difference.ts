import { byText, canonical, type Json } from "./json.js"
import type { ApiModel, OperationModel } from "./model.js"
import { identity } from "./overlay.js"
import { table } from "./problems.js"
import type { Shape } from "./shape.js"

/** How an operation differs between two documents. @since 0.1.0 @category models */
export interface Difference {
  readonly change: "added" | "removed" | "changed"
  readonly operation: string
  /** Method and path. */
  readonly method: string
  readonly detail: string
}

/** Operations are the same when method and path template are, whatever their path parameters are called. */
const idOf = (operation: OperationModel): string => `${operation.method} ${identity(operation.path)}`

const operations = (model: ApiModel): ReadonlyMap<string, OperationModel> =>
  new Map(model.resources.flatMap((resource) => resource.operations).map((operation) => [idOf(operation), operation]))

const label = ({ name, resource }: OperationModel): string => `${resource}.${name}`

const methodOf = ({ method, path }: OperationModel): string => `${method} ${path}`

const shapeText = (shape: Shape | undefined, model: ApiModel): string =>
  canonical(JSON.parse(JSON.stringify(expanded(shape, model, new Set()) ?? null)) as Json)

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
      .filter(([name]) => name !== "doc" && name !== "secret")
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
      out.push({
        change: "added",
        operation: label(operation),
        method: methodOf(operation),
        detail: operation.summary ?? ""
      })
    else {
      const details = changes(old, operation, from, to)
      if (details.length > 0) {
        out.push({
          change: "changed",
          operation: label(operation),
          method: methodOf(operation),
          detail: details.join("; ")
        })
      }
    }
  }
  for (const [id, operation] of before) {
    if (!after.has(id))
      out.push({
        change: "removed",
        operation: label(operation),
        method: methodOf(operation),
        detail: operation.summary ?? ""
      })
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
    else if (shapeText(known.shape, from) !== shapeText(parameter.shape, to)) out.push(`${name} of another type`)
  }
  for (const name of before.keys()) if (!after.has(name)) out.push(`-${name}`)
  if (old.response !== now.response) out.push(`answers ${now.response}, was ${old.response}`)
  else if (shapeText(old.success, from) !== shapeText(now.success, to)) out.push("response")
  if (old.deprecated !== now.deprecated) out.push(now.deprecated ? "deprecated" : "no longer deprecated")
  return out
}

const isKept = ({ change, operation }: Difference, kept: ReadonlySet<string>): boolean =>
  change !== "added" && kept.has(operation)

/**
 * The table, and how many there are of each. Operations that stay as the contract has them are marked.
 *
 * @since 0.1.0
 * @category rendering
 */
export const differenceTable = (found: ReadonlyArray<Difference>, kept: ReadonlySet<string>): string => {
  const count = (change: Difference["change"]): string =>
    `${found.filter((difference) => difference.change === change).length} ${change}`
  const rows = table([
    ["change", "operation", "method and path", "detail"],
    ...found.map((difference) => {
      const { change, detail, method, operation } = difference
      const note = isKept(difference, kept) ? "kept as in the contract" : ""
      return [change, operation, method, [note, detail].filter((text) => text !== "").join(": ")]
    })
  ])
  return `${rows}${count("added")}, ${count("removed")}, ${count("changed")}.\n`
}

/**
 * What to do about operations that code of the package is written against and the document does not have, or has in
 * another form; nothing when there are none.
 *
 * @since 0.1.0
 * @category rendering
 */
export const keptNotice = (
  found: ReadonlyArray<Difference>,
  kept: ReadonlySet<string>,
  { file, name }: { readonly file: string; readonly name: string }
): string => {
  const concerned = found.filter((difference) => isKept(difference, kept))
  if (concerned.length === 0) return ""
  const missing = concerned.filter(({ change }) => change === "removed")
  const other = concerned.filter(({ change }) => change === "changed")
  const lines = (title: string, group: ReadonlyArray<Difference>): ReadonlyArray<string> =>
    group.length === 0
      ? []
      : [title, ...group.map(({ detail, method, operation }) => `  ${operation}  ${method}  (${detail})`)]
  return `${[
    "",
    `Code in packages/${name}/src is written against operations of the contract. These stay as the contract has them,`,
    "so that it compiles:",
    ...lines(`not in ${file}:`, missing),
    ...lines(`in ${file} in another form:`, other),
    `What to do: where ${file} is right, write it into contracts/${name}.openapi.json (or take the operation out there,`,
    "and out of handTuned in tools/codegen/src/platforms.ts), change the code, and run this again. Until then calls are",
    "sent in the contract's form, which the platform may refuse."
  ].join("\n")}\n`
}
