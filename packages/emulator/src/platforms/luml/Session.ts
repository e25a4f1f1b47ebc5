/**
 * One call with the caller, the records and the options that its handler needs.
 */
import type { JsonObject } from "../../Contract.js"
import type { Call, Context, LumlOptions } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { type Trust, trust } from "../../storage/Objects.js"
import * as Moments from "./Moments.js"
import { type Tables, tables, type UserRecord } from "./Records.js"

export interface Session {
  readonly call: Call
  readonly context: Context
  readonly tables: Tables
  readonly user: UserRecord
  /** Behaves as the schema suggests, without the server's quirks. */
  readonly fixed: boolean
  readonly options: LumlOptions
  /** Host and port the client reached the emulator by. */
  readonly host: string
  readonly trust: Trust
}

export type Handler = (session: Session) => Reply.Reply | Promise<Reply.Reply>
export type Handlers = Readonly<Record<string, Handler>>

/** Thrown by a handler to answer at once. */
export class Rejection extends Error {
  override readonly name = "Refusal"
  readonly reply: Reply.Reply
  constructor(reply: Reply.Reply) {
    super(`refused with ${reply.status}`)
    this.reply = reply
  }
}

export const reject = (status: number, detail: string): Rejection => new Rejection(Reply.json(status, { detail }))

/** The answer of the server to an unhandled error. */
export const crash = (): Rejection =>
  new Rejection(
    Reply.bytes(500, Buffer.from("Internal Server Error"), "text/plain; charset=utf-8", { connection: "close" })
  )

/** A crash of the server, or in fixed mode the error that its schema suggests. */
export const quirk = (session: Session, status: number, detail: string): Rejection =>
  session.fixed ? reject(status, detail) : crash()

const invalid = (name: string, type: string, msg: string): Rejection =>
  new Rejection(Reply.json(422, { detail: [{ type, loc: ["body", name], msg, input: null }] }))

/** The error for a value that the schema makes optional but the server needs. */
export const needed = (session: Session, name: string): Rejection =>
  session.fixed ? invalid(name, "missing", "Field required") : crash()

/** Reads `X-Emulator-Luml`. Returns the problem as text when the header is invalid. */
export const optionsOf = (
  header: string | ReadonlyArray<string> | undefined,
  options: LumlOptions
): LumlOptions | string => {
  let current = options
  const text = typeof header === "string" ? header : (header?.[0] ?? "")
  for (const part of text.split(";")) {
    const [name = "", value = ""] = part.split("=").map((side) => side.trim())
    const size = Number(value)
    const good = value !== "" && Number.isInteger(size) && size >= 0
    if (name === "") continue
    if (name === "mode" && (value === "strict" || value === "fixed")) current = { ...current, mode: value }
    else if (name === "multipart-threshold" && good) {
      current = { ...current, multipart: { ...current.multipart, threshold: size } }
    } else if (name === "part-size" && good && size > 0) {
      current = { ...current, multipart: { ...current.multipart, partSize: size } }
    } else
      return `X-Emulator-Luml: ${part.trim()} is none of mode=strict|fixed, multipart-threshold=bytes, part-size=bytes`
  }
  return current
}

export const open = (call: Call, context: Context): Session => {
  const options = optionsOf(call.headers["x-emulator-luml"], context.settings.luml)
  if (typeof options === "string") throw reject(400, options)
  const all = tables(context.store)
  const user = all.users.get(call.caller.userId ?? "")
  if (user === undefined || user.disabled) throw reject(401, "Not authenticated")
  const fixed = options.mode === "fixed"
  const host = call.headers.host ?? "localhost"
  return { call, context, tables: all, user, fixed, options, host, trust: trust(context.store) }
}

/** A new id and the moment of creation, as the first fields of a record. */
export const stamp = (
  { context, tables: all }: Session,
  kind: string
): { readonly id: string; readonly created_at: string; readonly updated_at: null } => {
  const micros = Moments.nextMoment(context, all)
  return {
    id: Moments.uuidAt(micros, context.ids.hex(`luml.${kind}`, 16)),
    created_at: Moments.isoOf(micros),
    updated_at: null
  }
}

export const now = ({ context, tables: all }: Session): string => Moments.isoOf(Moments.nextMoment(context, all))

export const pathId = ({ call }: Session, name: string): string => (call.path[name] ?? "").toLowerCase()

export const textOf = (values: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = values[name]
  return typeof value === "string" ? value : undefined
}

export const textOrNull = (values: JsonObject, name: string): string | null => textOf(values, name) ?? null

export const textsOrNull = (values: JsonObject, name: string): ReadonlyArray<string> | null => {
  const value = values[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : null
}

export const flagOrNull = (values: JsonObject, name: string): boolean | null => {
  const value = values[name]
  return typeof value === "boolean" ? value : null
}

/**
 * A record with the fields of the body laid over it. `replace`: fields that are left out become null. A field in
 * `required` must not end up null.
 */
export const changed = <R extends object, K extends keyof R & string>(
  session: Session,
  record: R,
  fields: ReadonlyArray<K>,
  options: { readonly required?: ReadonlyArray<K> | undefined; readonly replace?: boolean | undefined } = {}
): R => {
  const { body } = session.call
  const out: R = { ...record }
  for (const field of fields) {
    if (!(field in body) && options.replace !== true) continue
    const value = body[field] ?? null
    if (value === null && options.required?.includes(field) === true) throw needed(session, field)
    out[field] = value as R[K]
  }
  return { ...out, updated_at: now(session) }
}

export const ok = (value: unknown): Reply.Reply => Reply.json(200, value)
export const gone: Reply.Reply = Reply.empty(204)
