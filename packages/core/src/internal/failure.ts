/**
 * Turns what went wrong with an attempt into the errors of `ApiError`.
 */
import type * as HttpClientError from "@effect/platform/HttpClientError"
import type * as Redacted from "effect/Redacted"
import type * as ApiClient from "../ApiClient.js"
import * as Errors from "../ApiError.js"
import * as Credential from "../Credential.js"
import type * as Operation from "../Operation.js"
import * as Redaction from "../Redaction.js"
import * as RequestParts from "./requestParts.js"

/** What an error says about the call that it ends. */
export interface AttemptFacts {
  readonly platform: string
  readonly operation: string
  readonly method: string
  readonly path: string
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
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** An own property of whatever a server sent, without running a getter. */
export const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined)

/** What an error body says. */
export interface ServerError {
  readonly message?: string | undefined
  readonly code?: string | undefined
  readonly hint?: string | undefined
  readonly details?: ReadonlyArray<Errors.Issue> | undefined
}

/**
 * Reads an error body by the conventions in use: `{error: {code, message, details}}`, `{message}`, `{error: "text"}`,
 * problem details (RFC 9457: `title`, `detail`), and FastAPI's `{detail: text | object | [{loc, msg}]}`.
 */
export const readErrorBody = (body: unknown): ServerError => {
  const error = property(body, "error")
  const detail = property(body, "detail")
  const inner = property(detail, "error")
  const places = [error, inner, detail, body]
  const first = (...names: ReadonlyArray<string>): string | undefined => {
    for (const place of places) {
      for (const name of names) {
        const found = text(property(place, name))
        if (found !== undefined) return found
      }
    }
    return undefined
  }
  const details = issuesOf(detail) ?? issuesOf(property(error, "details")) ?? issuesOf(property(body, "details"))
  const listed = details?.map(({ message, path }) => (path === "" ? message : `${path}: ${message}`)).join("; ")
  return {
    message:
      text(property(error, "message")) ??
      text(property(body, "message")) ??
      text(detail) ??
      text(property(inner, "message")) ??
      text(property(detail, "message")) ??
      text(error) ??
      text(property(body, "title")) ??
      listed ??
      (typeof detail === "object" && detail !== null ? JSON.stringify(detail) : undefined),
    code: first("code"),
    hint: first("hint"),
    details
  }
}

/** A list of problems: `{loc, msg}` of FastAPI, `{field, message}` of others, texts. */
const issuesOf = (value: unknown): ReadonlyArray<Errors.Issue> | undefined => {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const issues: Array<Errors.Issue> = []
  const items: ReadonlyArray<unknown> = value
  for (const item of items) {
    const message = text(item) ?? text(property(item, "msg")) ?? text(property(item, "message"))
    if (message === undefined) return undefined
    const loc = property(item, "loc")
    const path = Array.isArray(loc)
      ? loc.map(String).join(".")
      : (text(property(item, "field")) ?? text(property(item, "path")) ?? "")
    issues.push({ path, message })
  }
  return issues
}

const what: Readonly<Record<number, string>> = {
  401: "the credential is missing, wrong or expired",
  403: "the credential may not do this",
  404: "not found",
  408: "the server waited too long for the request",
  409: "the resource is in another state than the call needs",
  429: "too many requests"
}

const hints: Readonly<Record<number, string>> = {
  401: "Check the API key and the platform it belongs to.",
  403: "Use a credential with this permission.",
  404: "Check the identifier.",
  409: "Read the resource, then decide whether to call it anew."
}

/** The error of an answer outside 2xx, or of a 2xx whose body reports a failure. `body` is not redacted yet. */
export const fromStatus = (
  facts: AttemptFacts,
  redactor: Redaction.Redactor,
  answer: {
    readonly status: number
    /** The status whose error a 2xx stands for. */
    readonly stands?: number | undefined
    readonly body: unknown
    /** Milliseconds. */
    readonly retryAfter: number | undefined
    readonly identifier: string | undefined
    /** Target of a redirect, without its query. */
    readonly location?: string | undefined
  }
): Errors.ApiError => {
  const { status } = answer
  const kind = answer.stands ?? status
  const body = answer.body === undefined ? undefined : redactor.value(answer.body)
  const { code, details, hint, message } = readErrorBody(body)
  const at = `${facts.method} ${facts.path}: ${status}`
  const retryAfter = answer.retryAfter === undefined ? undefined : answer.retryAfter / 1000
  const common: Errors.Details = {
    ...facts,
    status,
    code,
    details,
    body,
    serverMessage: message,
    message: `${at} ${message ?? what[kind] ?? (kind >= 500 ? "the server failed" : "the server refused the request")}`,
    hint:
      hint ??
      hints[kind] ??
      (retryAfter === undefined
        ? kind === 429
          ? "Wait, then send fewer requests at a time."
          : undefined
        : `Retry in ${Math.ceil(retryAfter)} s.`)
  }
  if (kind < 400) {
    const { location } = answer
    const target = location === undefined ? "" : ` to ${location}`
    return new Errors.RedirectError({
      ...common,
      location,
      message: `${at} ${message ?? `a redirect${target}, which is not followed`}`,
      hint: "Use the base URL that the server redirects to, if you trust it."
    })
  }
  switch (kind) {
    case 401:
      return new Errors.AuthenticationError(common)
    case 403:
      return new Errors.PermissionDeniedError(common)
    case 404:
      return new Errors.NotFoundError({
        ...common,
        identifier: answer.identifier === undefined ? undefined : redactor.text(answer.identifier)
      })
    case 408:
      return new Errors.TimeoutError({ ...common, timeout: "server" })
    case 409:
      return new Errors.ConflictError(common)
    case 429:
      return new Errors.RateLimitError({ ...common, retryAfter })
    default:
      return kind < 500 ? new Errors.ValidationError(common) : new Errors.ServerError({ ...common, retryAfter })
  }
}

/** The first `code` among the causes of a transport failure. */
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

/** The error of a body that does not have the `size` it claims. Part of it may have reached the server. */
export const fromMismatch = (facts: AttemptFacts, problem: string): Errors.ValidationError =>
  new Errors.ValidationError({ ...facts, code: "INVALID_INPUT", message: `${facts.method} ${facts.path}: ${problem}` })

const timeouts: Readonly<Record<string, readonly [Errors.TimeoutKind, string, string]>> = {
  TRILUM_POOL_TIMEOUT: [
    "pool",
    "no connection became free in time",
    "Make fewer calls at a time, or allow more connections."
  ],
  UND_ERR_CONNECT_TIMEOUT: ["connect", "no connection in time", "Check the network and the base URL."],
  ETIMEDOUT: ["connect", "no connection in time", "Check the network and the base URL."],
  UND_ERR_HEADERS_TIMEOUT: ["attempt", "no answer in time", "Give the call a longer timeout."],
  UND_ERR_BODY_TIMEOUT: ["idle", "the body fell silent", "Retry; raise idleTimeout if the server pauses for long."]
}

/** Whether the transport gave up a body that fell silent. */
export const isIdle = (failure: HttpClientError.HttpClientError): boolean =>
  timeouts[transportCode(failure.cause) ?? ""]?.[0] === "idle"

const certificate = /CERT|^UNABLE_TO_|SELF_SIGNED/

const hintOf = (code: string | undefined): string => {
  if (code !== undefined && certificate.test(code)) {
    return "Trust the server's certificate authority: set NODE_EXTRA_CA_CERTS to its PEM file, or pass the option ca."
  }
  switch (code) {
    case "TRILUM_PROXY_AUTHENTICATION":
      return "Give the proxy's user and password in HTTPS_PROXY: http://user:password@host:port."
    case "UND_ERR_CLOSED":
    case "UND_ERR_DESTROYED":
      return "Create a new client; this one is closed."
    default:
      return "Check the network and the base URL."
  }
}

/** The error of an attempt that got no answer, or lost it on the way. */
export const fromTransport = (
  facts: AttemptFacts,
  redactor: Redaction.Redactor,
  failure: HttpClientError.HttpClientError
): Errors.TransportError | Errors.TimeoutError => {
  const code = transportCode(failure.cause)
  const at = `${facts.method} ${facts.path}`
  const cause = redactor.error(failure.cause)
  const common = { ...facts, code, cause }
  const timeout = code === undefined ? undefined : timeouts[code]
  if (timeout !== undefined) {
    const [kind, message, hint] = timeout
    return new Errors.TimeoutError({ ...common, timeout: kind, message: `${at}: ${message}`, hint })
  }
  const why = code ?? cause?.message ?? failure._tag
  const said = code?.startsWith("TRILUM_") === true ? cause?.message : undefined
  const message =
    said ??
    (failure._tag === "ResponseError"
      ? `the connection broke inside the answer (${why})`
      : failure.reason === "Transport"
        ? `no answer (${why})`
        : `the request could not be written (${why})`)
  return new Errors.TransportError({ ...common, message: `${at}: ${message}`, hint: hintOf(code) })
}

/** The failure of the last attempt, with the first one named: a reset after a 500 is rarely a network problem. */
export const withFirst = (failure: Errors.ApiError, first: Errors.ApiError): Errors.ApiError => {
  if (first._tag === failure._tag && first.status === failure.status && first.code === failure.code) return failure
  const firstFailure = first.message.replace(`${first.method} ${first.path}: `, "")
  failure.message = `${failure.message} (the first attempt: ${firstFailure})`
  return Errors.annotate(failure, { firstFailure })
}

/** Names of the marked parameters. `code` is among them: in the input of a call it is no code of an error. */
const markedIn = (secrets: Operation.Secrets | undefined): ReadonlyArray<string> =>
  [...(secrets?.path ?? []), ...(secrets?.params ?? [])].flatMap(
    (path) => path.split(".").findLast((name) => name !== "*" && name !== "") ?? []
  )

/**
 * Redactor for what a call reports. Knows the secrets of the client and of the call's input, and `more`, those of an
 * attempt. Built once a call, however often it is needed.
 */
export type CallRedactor = <O extends ApiClient.RequestOptions>(
  call: ApiClient.Call<O>,
  more?: ReadonlyArray<Redacted.Redacted<string>>
) => Redaction.Redactor

export const redactors = (
  client: Pick<ApiClient.ClientOptions, "credential" | "headers" | "secretPatterns">
): CallRedactor => {
  const secrets = [...Credential.secrets(client.credential), ...Redaction.secretsIn({ headers: client.headers })]
  const redactors = new WeakMap<object, Redaction.Redactor>()
  return (call, more = []) => {
    const known = more.length === 0 ? redactors.get(call) : undefined
    if (known !== undefined) return known
    const { operation, params, path } = call
    const { headers, query } = call.options ?? {}
    const names = Redaction.namesOf(operation.secrets)
    const input = { params, query, headers, path: RequestParts.namedPath(operation.path, path) }
    const redactor = Redaction.make({
      secrets: [...secrets, ...more, ...Redaction.secretsIn(input, markedIn(operation.secrets))],
      names,
      patterns: client.secretPatterns
    })
    if (more.length === 0) redactors.set(call, redactor)
    return redactor
  }
}
