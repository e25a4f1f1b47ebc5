import { isObject, type JsonObject, objectAt, stringAt } from "./json.js"
import type { Pagination, Parameter } from "./model.js"
import type { Normaliser } from "./normalise.js"
import type { Problems } from "./problems.js"
import type { Shape } from "./shape.js"

interface Plan {
  readonly style: Pagination["style"]
  readonly parameters: ReadonlyArray<readonly [name: string, value: string | undefined]>
  readonly items: ReadonlyArray<string>
  readonly answers: ReadonlyArray<readonly [name: string, value: string | undefined]>
}

/**
 * How an operation pages, from `x-pagination` in any of the forms the contracts use. `undefined` for lists that do
 * not page, and, with a report, when the names it gives are not the operation's.
 *
 * @since 0.1.0
 * @category constructors
 */
export const paginationOf = (
  operation: JsonObject,
  pointer: string,
  parameters: ReadonlyArray<Parameter>,
  success: Shape | undefined,
  normaliser: Normaliser,
  problems: Problems
): Pagination | undefined => {
  const said = operation["x-pagination"]
  if (!isObject(said) || success === undefined) return undefined
  const plan = planOf(said)
  if (plan === undefined) return undefined
  const at = `${pointer}/x-pagination`
  for (const [, name] of plan.parameters) {
    if (name !== undefined && !parameters.some((parameter) => parameter.name === name && parameter.in === "query")) {
      problems.add(at, `${name} is not a query parameter of the operation`, "no pagination")
      return undefined
    }
  }
  const item = plan.items.map((path) => itemAt(success, path, normaliser)).find((shape) => shape !== undefined)
  if (item === undefined) {
    problems.add(at, `no list at ${JSON.stringify(plan.items.join("|"))} of the response`, "no pagination")
    return undefined
  }
  const fields = [...plan.parameters, ["items", plan.items[0]] as const, ...plan.answers]
  return {
    style: plan.style,
    fields: fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    items: plan.items,
    item
  }
}

const planOf = (said: JsonObject): Plan | undefined => {
  const request = objectAt(said, "request")
  const response = objectAt(said, "response")
  const field = stringAt(said, "dataField") ?? stringAt(response, "items") ?? stringAt(said, "items")
  if (field === undefined || field === "unknown") return undefined
  const items = field === "(bare array)" ? [""] : field.split("|")
  const total = stringAt(said, "totalField") ?? stringAt(said, "total")
  const hasMore = stringAt(said, "hasMoreField") ?? stringAt(said, "has_more")
  const limit = stringAt(said, "limitParam") ?? stringAt(request, "limit")
  switch (stringAt(said, "style")) {
    case "cursor": {
      const next = stringAt(said, "nextCursorField") ?? stringAt(response, "cursor")
      const cursor = stringAt(said, "cursorParam") ?? stringAt(request, "cursor")
      return cursor === undefined || next === undefined
        ? undefined
        : {
            style: "cursor",
            parameters: [
              ["cursor", cursor],
              ["limit", limit]
            ],
            items,
            answers: [
              ["next", next],
              ["hasMore", hasMore]
            ]
          }
    }
    case "offset":
    case "limit-offset":
    case "skip-limit": {
      const offset = stringAt(said, "offsetParam") ?? stringAt(request, "offset")
      return offset === undefined
        ? undefined
        : {
            style: "offset",
            parameters: [
              ["offset", offset],
              ["limit", limit]
            ],
            items,
            answers: [
              ["total", total],
              ["hasMore", hasMore]
            ]
          }
    }
    case "page": {
      const page = stringAt(said, "pageParam") ?? stringAt(request, "page")
      const size = stringAt(said, "pageSizeParam") ?? stringAt(request, "size")
      return page === undefined
        ? undefined
        : {
            style: "page",
            parameters: [
              ["page", page],
              ["size", size]
            ],
            items,
            answers: [
              ["total", total],
              ["hasMore", hasMore]
            ]
          }
    }
    default:
      return undefined
  }
}

/** The shape of a list's items at a dotted path, looked for in every member of a union. */
const itemAt = (shape: Shape, path: string, normaliser: Normaliser): Shape | undefined => {
  const target = normaliser.target(shape)
  if (target.kind === "nullable") return itemAt(target.shape, path, normaliser)
  if (target.kind === "union") {
    return target.members.map((member) => itemAt(member, path, normaliser)).find((found) => found !== undefined)
  }
  if (path === "") return target.kind === "array" ? target.items : undefined
  const [head = "", ...rest] = path.split(".")
  if (target.kind !== "object") return undefined
  const property = target.properties.find(({ name }) => name === head)
  return property === undefined ? undefined : itemAt(property.shape, rest.join("."), normaliser)
}
