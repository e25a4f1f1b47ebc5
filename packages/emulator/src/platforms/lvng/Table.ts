/**
 * Records of a tenant and their common handlers. A record of another tenant is not found.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Call, Context, Handler } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import { defaultUser } from "./Access.js"
import { notFound, structured } from "./Errors.js"

export interface Owner {
  readonly tenantId: string
  readonly userId: string
}

export interface Row extends Owner {
  readonly id: string
  readonly createdMs: number
  /** The record as the platform answers it. */
  readonly value: JsonObject
}

export interface Table {
  /** Name in the store and in the admin routes, e.g. `agents`. */
  readonly name: string
  /** The platform's name for one record, for messages. */
  readonly noun: string
  readonly newId: (context: Context) => string
  /** Creates a record from a request body. `id` and timestamps are added. */
  readonly make: (input: JsonObject, owner: Owner, context: Context, id: string) => JsonObject
  /** Names of the timestamps. */
  readonly stamps: readonly [created: string, updated: string]
}

export const ownerOf = (call: Call, context: Context): Owner => ({
  tenantId: call.caller.tenantId,
  userId: call.caller.userId ?? defaultUser(context, call.caller.tenantId)
})

export const rows = (table: Table, context: Context): Collection<Row> => context.store.collection(`lvng.${table.name}`)

export const iso = (ms: number): string => new Date(ms).toISOString()

export const text = (values: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = values[name]
  return typeof value === "string" ? value : undefined
}

/** Inserts a record. An existing record with the id is replaced. */
export const insert = (
  table: Table,
  input: JsonObject,
  owner: Owner,
  context: Context,
  id: string = table.newId(context)
): Row => {
  const now = context.clock.now()
  const [created, updated] = table.stamps
  const made = table.make(input, owner, context, id)
  const value = { ...made, id, [created]: iso(now), [updated]: iso(now) }
  const row: Row = { id, tenantId: owner.tenantId, userId: owner.userId, createdMs: now, value }
  rows(table, context).set(id, row)
  return row
}

export const find = (table: Table, id: string | undefined, call: Call, context: Context): Row | undefined => {
  const row = id === undefined ? undefined : rows(table, context).get(id)
  return row?.tenantId === call.caller.tenantId ? row : undefined
}

/** Whether an id belongs to another tenant. */
export const isForeign = (table: Table, id: string | undefined, call: Call, context: Context): boolean => {
  const row = id === undefined ? undefined : rows(table, context).get(id)
  return row !== undefined && row.tenantId !== call.caller.tenantId
}

/** The tenant's records in the order of their creation. */
export const mine = (table: Table, call: Call, context: Context): ReadonlyArray<Row> =>
  rows(table, context)
    .values()
    .filter((row) => row.tenantId === call.caller.tenantId)

export const replace = (table: Table, row: Row, changes: JsonObject, context: Context): Row => {
  const [created, updated] = table.stamps
  const fixed = { id: row.id, [created]: row.value[created], [updated]: iso(context.clock.now()) }
  const next = { ...row, value: { ...row.value, ...changes, ...fixed } }
  rows(table, context).set(row.id, next)
  return next
}

export type Wrap = (value: JsonObject) => JsonObject

/** The record under a name, with `success`. */
export const under =
  (name: string): Wrap =>
  (value) => ({ success: true, [name]: value })

/** The error for a body that would make the record invalid. */
export const rejected = (call: Call): Reply.Reply =>
  structured(400, "VALIDATION_ERROR", "The record would not be one of its kind.", [
    { field: Object.keys(call.body).join(", "), message: "has a type the record does not take" }
  ])

export const withRow = (
  table: Table,
  use: (row: Row, call: Call, context: Context) => Reply.Reply | Promise<Reply.Reply>
): Handler => {
  return (call, context) => {
    const row = find(table, call.path["id"], call, context)
    return row === undefined ? notFound(table.noun) : use(row, call, context)
  }
}

export const creating =
  (table: Table, wrap: Wrap, status = 201): Handler =>
  async (call, context) => {
    const owner = ownerOf(call, context)
    const sketch = { ...table.make(call.body, owner, context, "sketch"), id: "sketch" }
    if (!(await context.validator.answers(call.operation, status, wrap(sketch)))) return rejected(call)
    return Reply.json(status, wrap(insert(table, call.body, owner, context).value))
  }

export const getting = (table: Table, wrap: Wrap, view: (row: Row, context: Context) => JsonObject = plain): Handler =>
  withRow(table, (row, _call, context) => Reply.json(200, wrap(view(row, context))))

const plain = (row: Row): JsonObject => row.value

export const updating = (
  table: Table,
  wrap: Wrap,
  changes: (call: Call) => JsonObject = (call) => call.body
): Handler =>
  withRow(table, async (row, call, context) => {
    const wanted = changes(call)
    const sketch = wrap({ ...row.value, ...wanted, id: row.id })
    if (!(await context.validator.answers(call.operation, 200, sketch))) return rejected(call)
    const fresh = find(table, row.id, call, context)
    return fresh === undefined
      ? notFound(table.noun)
      : Reply.json(200, wrap(replace(table, fresh, wanted, context).value))
  })

export const deleting = (table: Table, after: (row: Row, context: Context) => void = () => undefined): Handler =>
  withRow(table, (row, _call, context) => {
    rows(table, context).delete(row.id)
    after(row, context)
    return Reply.json(200, { success: true })
  })

/** The `fields` that an input has. */
export const picked = (input: JsonObject, fields: ReadonlyArray<string>): JsonObject =>
  Object.fromEntries(fields.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]))

export const objectOr = (value: unknown, fallback: JsonObject): JsonObject => (isObject(value) ? value : fallback)
