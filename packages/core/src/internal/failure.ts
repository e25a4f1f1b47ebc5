import type * as HttpClientError from "@effect/platform/HttpClientError"
import * as Errors from "../ApiError.js"
import type * as Redaction from "../Redaction.js"

/** What an error says of the call it ends; without the attempt's own facts. */
export interface CallFacts {
  readonly platform: string
  readonly operation: string
  readonly method: string
  readonly path: string
}

export interface AttemptFacts extends CallFacts {
  readonly attempts: number
  /** Milliseconds. */
  readonly elapsed: number
  /** Of the attempt's answer, once there is one. */
  readonly status?: number | undefined
  readonly requestId?: string | undefined
}

/** The body of an answer: JSON where it is JSON, else text, `undefined` when empty. */
export const parseBody = (text: string): unknown => {
  if (text === "") return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined)

/** The server's own message in any of the body shapes of the contracts. */
export const messageOf = (body: unknown): string | undefined => {
  const detail = property(body, "detail")
  return (
    text(property(property(body, "error"), "message")) ??
    text(property(body, "message")) ??
    text(detail) ??
    text(property(property(detail, "error"), "message")) ??
    text(property(detail, "message")) ??
    text(property(body, "error")) ??
    (detail === undefined || detail === null ? undefined : JSON.stringify(detail))
  )
}

/** The server's machine code in any of the body shapes of the contracts. */
export const codeOf = (body: unknown): string | undefined => {
  const detail = property(body, "detail")
  return (
    text(property(property(body, "error"), "code")) ??
    text(property(property(detail, "error"), "code")) ??
    text(property(detail, "code")) ??
    text(property(body, "code"))
  )
}

const advice: Readonly<Record<number, string>> = {
  401: "the credential is missing, wrong or expired; check the API key",
  403: "the credential may not do this; ask for the right or use another key",
  404: "no such resource; check the identifier",
  409: "the resource is in another state than the call needs",
  429: "too many requests; wait and try again"
}

/** The error of an answer outside 2xx, or of one whose body says that it is none. `body` is not yet redacted. */
export const fromStatus = (
  facts: AttemptFacts,
  redactor: Redaction.Redactor,
  answer: {
    readonly status: number
    /** The status whose error a 2xx answer stands for. */
    readonly stands?: number | undefined
    readonly body: unknown
    /** Milliseconds. */
    readonly retryAfter: number | undefined
    readonly identifier: string | undefined
  }
): Errors.ApiError => {
  const { status } = answer
  const kind = answer.stands ?? status
  // Redacted first: a name such as `password` tells more than the text it becomes in a message.
  const body = answer.body === undefined ? undefined : redactor.value(answer.body)
  const said = messageOf(body)
  const what =
    said === undefined
      ? (advice[kind] ?? (kind >= 500 ? "the server failed" : kind < 400 ? "an unexpected redirect" : "refused"))
      : said
  const details: Errors.Details = {
    ...facts,
    message: `${facts.method} ${facts.path}: ${status} ${what}`,
    status,
    code: codeOf(body),
    body
  }
  const retryAfter = answer.retryAfter === undefined ? undefined : answer.retryAfter / 1000
  switch (kind) {
    case 401:
      return new Errors.AuthenticationError(details)
    case 403:
      return new Errors.PermissionDeniedError(details)
    case 404:
      return new Errors.NotFoundError({
        ...details,
        identifier: answer.identifier === undefined ? undefined : redactor.text(answer.identifier)
      })
    case 409:
      return new Errors.ConflictError(details)
    case 429:
      return new Errors.RateLimitError({ ...details, retryAfter })
    default:
      return kind >= 400 && kind < 500
        ? new Errors.ValidationError(details)
        : new Errors.ServerError({ ...details, retryAfter })
  }
}

const connectTimeouts = new Set(["UND_ERR_CONNECT_TIMEOUT", "ETIMEDOUT"])
const attemptTimeouts = new Set(["UND_ERR_HEADERS_TIMEOUT"])
const idleTimeouts = new Set(["UND_ERR_BODY_TIMEOUT"])

/** `code` of a transport failure, looked for along its causes. */
const transportCode = (cause: unknown): string | undefined => {
  let current = cause
  for (let depth = 0; depth < 8 && current !== undefined && current !== null; depth++) {
    const code = text(property(current, "code"))
    if (code !== undefined) return code
    const errors = property(current, "errors")
    current = Array.isArray(errors) && errors.length > 0 ? errors[0] : property(current, "cause")
  }
  return undefined
}

/** The error of a body that turned out not to be what its `size` said: part of it may have reached the server. */
export const fromMismatch = (facts: AttemptFacts, problem: string): Errors.ValidationError =>
  new Errors.ValidationError({ ...facts, code: "INVALID_INPUT", message: `${facts.method} ${facts.path}: ${problem}` })

/** Whether the transport gave up a body that fell silent. */
export const isIdle = (failure: HttpClientError.HttpClientError): boolean =>
  idleTimeouts.has(transportCode(failure.cause) ?? "")

/** The error of an attempt that got no answer, or lost it on the way. */
export const fromTransport = (
  facts: AttemptFacts,
  redactor: Redaction.Redactor,
  failure: HttpClientError.HttpClientError
): Errors.TransportError | Errors.TimeoutError => {
  const code = transportCode(failure.cause)
  const at = `${facts.method} ${facts.path}`
  const common = { ...facts, code, cause: redactor.error(failure.cause) }
  if (code !== undefined) {
    if (connectTimeouts.has(code)) {
      return new Errors.TimeoutError({ ...common, timeout: "connect", message: `${at}: no connection in time` })
    }
    if (attemptTimeouts.has(code)) {
      return new Errors.TimeoutError({ ...common, timeout: "attempt", message: `${at}: no answer in time` })
    }
    if (idleTimeouts.has(code)) {
      return new Errors.TimeoutError({ ...common, timeout: "idle", message: `${at}: the body fell silent` })
    }
  }
  const why = code ?? redactor.error(failure.cause)?.message ?? failure._tag
  const message =
    failure._tag === "ResponseError"
      ? `the connection broke inside the answer (${why})`
      : failure.reason === "Transport"
        ? `no answer (${why}); check the network and the base URL`
        : `the request could not be written (${why})`
  return new Errors.TransportError({ ...common, message: `${at}: ${message}` })
}
