/**
 * Responds to operations without state: sample values of the response schema, with values of the request copied into
 * them. Equal requests have equal responses.
 *
 * @since 0.1.0
 */
import {
  branchesOf,
  type Contract,
  defaultStatus,
  isObject,
  type JsonObject,
  type JsonSchema,
  type Operation
} from "./Contract.js"
import type { Call, Context } from "./Platform.js"
import * as Reply from "./Reply.js"
import { inContract, sample } from "./Samples.js"

/**
 * Number of items of a list.
 *
 * @since 0.1.0
 * @category models
 */
export const listTotal = 3

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)

const whole = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined

/** Path of the items of a list operation. `""`: the body is the list. `undefined`: not a list with pages. */
const itemsPath = (pagination: JsonObject | undefined): string | undefined => {
  if (pagination === undefined) return undefined
  const response = pagination["response"]
  const items =
    text(pagination["items"]) ??
    text(pagination["dataField"]) ??
    (isObject(response) ? text(response["items"]) : undefined)
  if (items === undefined) return undefined
  return items === "(bare array)" ? "" : (items.split("|")[0] ?? "")
}

const read = (value: unknown, path: string): unknown =>
  path === "" ? value : path.split(".").reduce((node, key) => (isObject(node) ? node[key] : undefined), value)

const write = (value: unknown, path: string, member: unknown): unknown => {
  if (path === "") return member
  const [key = "", ...rest] = path.split(".")
  if (!isObject(value)) return value
  return { ...value, [key]: write(value[key], rest.join("."), member) }
}

interface Window {
  readonly offset: number
  readonly limit: number
  readonly page: number
}

const cursorOf = (offset: number): string => Buffer.from(`o${offset}`).toString("base64url")

const offsetOf = (cursor: unknown): number => {
  const match = /^o(\d+)$/.exec(Buffer.from(text(cursor) ?? "", "base64url").toString("latin1"))
  return Number(match?.[1] ?? 0)
}

const windowOf = (query: Readonly<Record<string, unknown>>, pagination: JsonObject): Window => {
  const limit = whole(query["limit"]) ?? whole(query["page_size"]) ?? whole(pagination["default"]) ?? 50
  const page = whole(query["page"]) ?? 1
  const offset =
    whole(query["offset"]) ??
    whole(query["skip"]) ??
    (query["cursor"] === undefined ? (Math.max(page, 1) - 1) * limit : offsetOf(query["cursor"]))
  return { limit, offset, page }
}

/** Counters and cursors beside the items or in a `pagination` object. */
const bookkeeping = (window: Window, total: number): Readonly<Record<string, unknown>> => {
  const more = window.offset + window.limit < total
  const next = more ? cursorOf(window.offset + window.limit) : null
  return {
    total,
    total_count: total,
    limit: window.limit,
    offset: window.offset,
    skip: window.offset,
    page: window.page,
    page_size: window.limit,
    total_pages: Math.ceil(total / Math.max(window.limit, 1)),
    has_more: more,
    hasMore: more,
    has_next: more,
    has_prev: window.offset > 0,
    nextCursor: next,
    next_cursor: next,
    cursor: next
  }
}

const keep = (value: JsonObject, entries: Readonly<Record<string, unknown>>): JsonObject => {
  const out: Record<string, unknown> = { ...value }
  for (const [name, entry] of Object.entries(entries)) if (name in out) out[name] = entry
  return out
}

const paged = (value: unknown, path: string, call: Call, pagination: JsonObject): unknown => {
  const items = read(value, path)
  if (!Array.isArray(items)) return value
  const window = windowOf(call.query, pagination)
  const sliced = write(value, path, items.slice(window.offset, window.offset + window.limit))
  if (!isObject(sliced)) return sliced
  const counted = bookkeeping(window, items.length)
  const outer = keep(sliced, counted)
  const inner = outer["pagination"]
  const totals = text(pagination["total"]) ?? text(pagination["totalField"])
  const known = isObject(inner) ? { ...outer, pagination: keep(inner, counted) } : outer
  return totals !== undefined && read(known, totals) !== undefined ? write(known, totals, items.length) : known
}

/** The main object of a response: the body, or the only object member of an envelope. */
const subject = (value: JsonObject): { readonly at: string; readonly object: JsonObject } => {
  if ("id" in value) return { at: "", object: value }
  const members = Object.entries(value).filter(([, member]) => isObject(member) && "id" in member)
  const [name, member] = members[0] ?? []
  return name !== undefined && isObject(member) ? { at: name, object: member } : { at: "", object: value }
}

const singular = (tag: string): string => tag.replace(/s$/, "")

/** The values of the request that can be copied into the response. Later ones override earlier ones. */
const echoes = (call: Call): ReadonlyArray<readonly [string, unknown]> => {
  const path = Object.entries(call.path)
  const last = path.at(-1)
  return [
    ...Object.entries(call.body).filter(([, value]) => value !== null && value !== undefined),
    ...Object.entries(call.query).filter(([name]) => name.endsWith("_id")),
    ...path,
    ...(last === undefined ? [] : [["id", last[1]] as const, [`${singular(call.operation.tag)}_id`, last[1]] as const])
  ]
}

const isSecret = (contract: Contract, operation: Operation, name: string): boolean => {
  const schema = operation.body?.content["application/json"]?.schema
  const flat = isObject(schema) && typeof schema["$ref"] === "string" ? inContract(contract)(schema["$ref"]) : schema
  const properties = isObject(flat) && isObject(flat["properties"]) ? flat["properties"] : {}
  const property = properties[name]
  return isObject(property) && (property["x-secret"] === true || property["writeOnly"] === true)
}

/** Whether a response may have `member` at this path. An enumeration, open or not, accepts only its members. */
const belongs = (contract: Contract, schema: JsonSchema, path: ReadonlyArray<string>, member: unknown): boolean => {
  const [name, ...rest] = path
  const branches = branchesOf(contract, schema)
  if (name === undefined) {
    const enumerations = branches.map((branch) => branch["enum"]).filter(Array.isArray)
    return enumerations.length === 0 || enumerations.some((members) => members.includes(member))
  }
  const properties = branches.map((branch) => (isObject(branch["properties"]) ? branch["properties"][name] : undefined))
  return properties.every((property) => !isObject(property) || belongs(contract, property, rest, member))
}

const echoed = async (
  value: unknown,
  schema: JsonSchema,
  call: Call,
  status: number,
  context: Context
): Promise<unknown> => {
  if (!isObject(value)) return value
  let current: JsonObject = value
  for (const [name, member] of echoes(call)) {
    if (isSecret(context.contract, call.operation, name)) continue
    const target = subject(current)
    for (const at of new Set(["", target.at])) {
      const holder = at === "" ? current : current[at]
      if (!isObject(holder) || !(name in holder)) continue
      if (!belongs(context.contract, schema, at === "" ? [name] : [at, name], member)) continue
      const changed = write(current, at === "" ? name : `${at}.${name}`, member)
      if (isObject(changed) && (await context.validator.answers(call.operation, status, changed))) current = changed
    }
  }
  return current
}

const prefer = (operation: Operation): ReadonlyArray<unknown> => {
  const poll = operation.poll
  if (poll === undefined) return []
  return [poll["terminal"], poll["success"]].flatMap((members) => (Array.isArray(members) ? members : []))
}

const shaped = async (schema: JsonSchema, call: Call, status: number, context: Context): Promise<unknown> => {
  const { operation } = call
  const path = itemsPath(operation.pagination)
  const paging = path !== undefined && operation.pagination?.["style"] !== "none" ? operation.pagination : undefined
  const seed = [context.seed, operation.id, ...Object.values(call.path)].join("\0")
  for (const fill of ["all", "required"] as const) {
    const value = sample(schema, {
      seed,
      fill,
      references: inContract(context.contract),
      prefer: prefer(operation),
      ...(paging !== undefined && path !== undefined ? { lengths: { [path]: listTotal } } : {})
    })
    if (fill === "all" && !(await context.validator.answers(operation, status, value))) continue
    const sliced = paging !== undefined && path !== undefined ? paged(value, path, call, paging) : value
    return echoed(sliced, schema, call, status, context)
  }
  return undefined
}

/** Events of a stream without a special implementation: one of each kind in the contract. */
const sampleEvents = async function* (schema: JsonSchema, context: Context, seed: string): AsyncGenerator<string> {
  const references = inContract(context.contract)
  const resolved = isObject(schema) && typeof schema["$ref"] === "string" ? references(schema["$ref"]) : schema
  const branches = isObject(resolved) ? (resolved["oneOf"] ?? resolved["anyOf"]) : undefined
  for (const [index, branch] of (Array.isArray(branches) ? branches : [schema]).entries()) {
    yield Reply.event(sample(branch, { seed: `${seed}\0${index}`, fill: "all", references }))
  }
}

/**
 * Responds to a call with the default success of the operation, or with `status`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const answer = async (call: Call, context: Context, status?: number): Promise<Reply.Reply> => {
  const chosen = status ?? defaultStatus(call.operation)
  if (chosen >= 300) return Reply.empty(chosen, { location: "https://example.com/" })
  const [type, media] = Object.entries(call.operation.success[String(chosen)] ?? {})[0] ?? []
  if (type === undefined || media === undefined) return Reply.empty(chosen)
  if (type === "text/event-stream") {
    const inner = isObject(media.schema) ? media.schema["contentSchema"] : undefined
    const schema = media.events ?? (isObject(inner) ? inner : {})
    return Reply.events(sampleEvents(schema, context, `${context.seed}\0${call.operation.id}`))
  }
  if (!type.includes("json")) return Reply.bytes(chosen, Buffer.from("Sample content.\n"), type)
  return Reply.json(chosen, await shaped(media.schema, call, chosen, context))
}
