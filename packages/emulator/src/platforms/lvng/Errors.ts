/**
 * Error bodies of LVNG. The documentation has three shapes: `simple` `{error, message, hint?}` for authentication,
 * limits and routing, `structured` `{success, error: {code, message, details}}` for invalid requests and server errors,
 * and `flag`
 * `{success, error}` on the index page. The header `X-Emulator-Error-Shape` selects one.
 */
import { STATUS_CODES } from "node:http"
import { isObject, type JsonObject } from "../../Contract.js"
import type { ErrorBodies } from "../../Platform.js"
import * as Reply from "../../Reply.js"

interface Detail {
  readonly field: string
  readonly message: string
}

const codes: Readonly<Record<number, string>> = {
  400: "VALIDATION_ERROR",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  409: "ALREADY_EXISTS",
  422: "VALIDATION_ERROR",
  429: "RATE_LIMIT_EXCEEDED",
  500: "DATABASE_ERROR",
  503: "SERVICE_UNAVAILABLE"
}

const simpleBody = (status: number, message: string, hint?: string): JsonObject => ({
  error: STATUS_CODES[status] ?? "Error",
  message,
  ...(hint === undefined ? {} : { hint })
})

const structuredBody = (code: string, message: string, details?: ReadonlyArray<Detail>): JsonObject => ({
  success: false,
  error: { code, message, ...(details === undefined ? {} : { details }) }
})

const isStructured = (status: number): boolean => status === 400 || status === 409 || status === 422 || status === 500

export const errors: ErrorBodies = {
  error: (status, code, message) =>
    isStructured(status)
      ? structuredBody(
          code === "IDEMPOTENCY_CONFLICT" || code.startsWith("BAD_EMULATOR") ? code : (codes[status] ?? code),
          message
        )
      : simpleBody(status, code === "ROUTE_NOT_FOUND" ? "There is no such route." : message),
  invalid: (_operation, issues) =>
    Reply.json(
      400,
      structuredBody(
        "VALIDATION_ERROR",
        "The request does not match the contract.",
        issues.map((issue) => ({ field: issue.path.join(".") || issue.in, message: issue.message }))
      )
    )
}

export const simple = (status: number, message: string, hint?: string): Reply.Reply =>
  Reply.json(status, simpleBody(status, message, hint))

export const structured = (
  status: number,
  code: string,
  message: string,
  details?: ReadonlyArray<Detail>
): Reply.Reply => Reply.json(status, structuredBody(code, message, details))

export const notFound = (what: string): Reply.Reply => simple(404, `${what} not found`)

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined)

/** The body of an error in the shape that was asked for; the same one when none was, or it is no error of LVNG. */
export const reshaped = (reply: Reply.Reply, shape: unknown): Reply.Reply => {
  if (reply.status < 400 || reply.body.kind !== "json" || !isObject(reply.body.value)) return reply
  const { error, message } = reply.body.value
  const inner = isObject(error) ? error : undefined
  const said = text(inner?.["message"]) ?? text(message) ?? text(error) ?? ""
  const code = text(inner?.["code"]) ?? codes[reply.status] ?? "ERROR"
  const details = Array.isArray(inner?.["details"]) ? inner["details"] : undefined
  const as = (value: JsonObject): Reply.Reply => Reply.json(reply.status, value, reply.headers)
  switch (shape) {
    case "simple":
      return as(inner === undefined && message !== undefined ? reply.body.value : simpleBody(reply.status, said))
    case "structured":
      return as(structuredBody(code, said, details))
    case "flag":
      return as({ success: false, error: said })
    default:
      return reply
  }
}
