/**
 * Error bodies of Lumnis: an envelope for application errors, FastAPI's format for routing and validation.
 */
import type { ErrorBodies } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import * as Validation from "../../Validation.js"

export const errors: ErrorBodies = {
  error: (_status, code, message) =>
    code === "ROUTE_NOT_FOUND" || code === "METHOD_NOT_ALLOWED" ? { detail: message } : { error: { code, message } },
  invalid: (_operation, issues) =>
    Reply.json(422, {
      detail: issues.map(Validation.detailOf)
    })
}

export const notFound = (what: string): Reply.Reply =>
  Reply.json(404, { error: { code: "NOT_FOUND", message: `${what} not found` } })

export const rejected = (status: number, code: string, message: string): Reply.Reply =>
  Reply.json(status, { error: { code, message } })

export const invalid = (loc: ReadonlyArray<string>, msg: string, type = "value_error"): Reply.Reply =>
  Reply.json(422, { detail: [{ loc, msg, type }] })
