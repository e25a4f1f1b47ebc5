/**
 * Failures as people and programs read them on stderr.
 *
 * @since 0.1.0
 */
import * as ExitCode from "../exitCode.js"
import { paint } from "./colour.js"
import * as Json from "./json.js"
import { harmless } from "./width.js"

/**
 * A failure as plain data. What is not known is absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface Described {
  readonly type: string
  readonly message: string
  readonly exit_code: number
  readonly status?: number
  readonly code?: string
  readonly request_id?: string
  readonly operation?: string
  readonly attempts?: number
  readonly retry_after?: number
  readonly response_id?: string
  readonly thread_id?: string
  readonly run_id?: string
  readonly workflow_id?: string
  readonly job_id?: string
  readonly hint?: string
}

const field = (error: unknown, name: string): unknown =>
  typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined

const text = (error: unknown, name: string): string | undefined => {
  const value = field(error, name)
  return typeof value === "string" && value !== "" ? value : undefined
}

const number = (error: unknown, name: string): number | undefined => {
  const value = field(error, name)
  return typeof value === "number" ? value : undefined
}

/** These runs are over: there is nothing to wait for. */
const ended = new Set(["RunFailedError", "RunCancelledError", "StructuredOutputError"])

/** The command that waits for the run an error interrupted the wait for. */
const continueCommand = (error: unknown, tag: string): string | undefined => {
  if (ended.has(tag)) return undefined
  const responseId = text(error, "responseId")
  if (responseId !== undefined) return `trilum lumnis attach ${responseId}`
  const [workflowId, runId] = [text(error, "workflowId"), text(error, "runId")]
  return workflowId === undefined || runId === undefined
    ? undefined
    : `trilum lvng workflows attach ${workflowId} ${runId}`
}

const hintOf = (error: unknown, tag: string): string | undefined => {
  const command = continueCommand(error, tag)
  const advice = adviceOf(error, tag)
  if (command !== undefined) {
    const goOn = `the run continues; to wait for it: ${command}`
    return advice === undefined ? goOn : `${advice}; ${goOn}`
  }
  return ended.has(tag) || tag === "WaitTimeoutError"
    ? (advice ?? text(error, "hint"))
    : (text(error, "hint") ?? advice)
}

/** Advice in the words of the command line. */
const adviceOf = (error: unknown, tag: string): string | undefined => {
  const platform = text(error, "platform")
  switch (tag) {
    case "AuthenticationError":
      return `trilum auth status shows which key was used; trilum auth login --platform ${platform} stores another`
    case "PermissionDeniedError":
      return "the key is known but may not do this"
    case "MissingUserId":
      return "add --user ID (an id or an e-mail), or --scope tenant where the operation works for the whole tenant"
    case "TenantScopeUserIdConflict":
      return "leave out either the user or --scope tenant"
    case "LocalFileNotSupported":
      return "upload it first: trilum lumnis files upload FILE"
    case "RateLimitError": {
      const seconds = number(error, "retryAfter")
      return seconds === undefined ? "wait a while and try again" : `try again in ${Math.ceil(seconds)} s`
    }
    case "TransportError":
      return `is the base URL right and reachable? trilum auth status shows it`
    case "TimeoutError":
      return "give it longer with --timeout, e.g. --timeout 2m"
    case "WaitTimeoutError":
      return waitAgain(error)
    case "RunFailedError":
      return platform === "lumnis"
        ? `what the agent did: trilum lumnis responses get ${text(error, "responseId")}`
        : undefined
    case "AppNotEnabledError":
      return "add --enable, or: trilum lumnis integrations set-app-enabled <app_name> --enabled"
    case "ConnectionFailedError":
      return `start again: trilum lumnis integrations connect ${text(error, "appName")} --user ${text(error, "userId")}`
    case "LocalFileError":
      return text(error, "reason") === "exists" ? "add --overwrite, or name another with --output FILE" : undefined
    case "JwtRequired":
      return "set LVNG_JWT_TOKEN to the token of a user session; API keys may not do this"
    case "CredentialKindError":
      return /satellite/.test(String(field(error, "message")))
        ? "set LUML_SATELLITE_KEY to the key of a satellite"
        : "set LUML_ACCESS_TOKEN to the token of a user session; API keys may not do this"
    case "ConfigurationError":
      return text(error, "code") === "NOT_CONFIGURED"
        ? "name it: --organization, --orbit, --collection ID|NAME"
        : undefined
    case "FileUploadError":
      return text(error, "recordStatus") === "pending_upload"
        ? "run the same command again: it goes on where this one stopped"
        : undefined
    default:
      return undefined
  }
}

/** How to wait again for what is named by the subject of a wait. */
const waitAgain = (error: unknown): string | undefined => {
  const subject = text(error, "subject") ?? ""
  const [, file] = /^file (\S+)$/.exec(subject) ?? []
  const [, app] = /^the connection to (\S+)$/.exec(subject) ?? []
  if (file !== undefined) return `go on waiting: trilum lumnis files wait ${file}`
  return app === undefined ? undefined : `go on waiting: trilum lumnis integrations wait ${app}`
}

/** What the clients say in the words of a program, in those of a command line. */
const inOtherWords: Readonly<Record<string, string>> = {
  JwtRequired: "this takes a user session",
  MissingUserId: "this acts for a user, and none is given",
  TenantScopeUserIdConflict: "a user must not be given in tenant scope"
}

/** Advice of the clients for programs has no place in a terminal: the hint says it in options. */
const inOptions = (message: string): string =>
  message
    .replace(/, by id or name: in the call, with\w+\(\.\.\.\) or the option \w+ of the client/, "")
    .replace(/; give the option \w+$/, "")
    .replace(/; start again with integrations\.connect$/, "")
    .replace(/; enable it with integrations\.setAppEnabled\(app, \{ enabled: true \}\)$/, "")
    .replace(/; use overwrite, or another name$/, "")

/**
 * @since 0.1.0
 * @category accessors
 */
export const describe = (error: unknown): Described => {
  const type = text(error, "_tag") ?? (error instanceof Error ? error.name : "Error")
  const own = error instanceof Error ? error.message : String(error)
  const message = inOtherWords[type] ?? inOptions(own)
  const known = {
    status: number(error, "status"),
    code: text(error, "code"),
    request_id: text(error, "requestId"),
    operation: text(error, "operation"),
    attempts: number(error, "attempts"),
    retry_after: number(error, "retryAfter"),
    response_id: text(error, "responseId"),
    thread_id: text(error, "threadId"),
    run_id: text(error, "runId"),
    workflow_id: text(error, "workflowId"),
    job_id: text(error, "jobId"),
    hint: hintOf(error, type)
  }
  return {
    type,
    message,
    exit_code: ExitCode.of(error),
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  }
}

const indent = (text: string): string => text.replaceAll("\n", "\n  ")

/**
 * `{"error":{...}}` in one line, or a block: what happened, what is known of it, what to do. The stack with `debug` only.
 *
 * @since 0.1.0
 * @category formatting
 */
export const render = (
  error: unknown,
  options: { readonly json: boolean; readonly colour: boolean; readonly debug: boolean }
): string => {
  const described = describe(error)
  const stack = options.debug && error instanceof Error ? error.stack : undefined
  if (options.json) return `${Json.safe({ error: stack === undefined ? described : { ...described, stack } })}\n`
  const { bold, dim, red } = paint(options.colour)
  const facts = [
    described.status === undefined ? undefined : `status ${described.status}`,
    described.code === undefined || described.status === undefined ? undefined : `code ${described.code}`,
    described.request_id === undefined ? undefined : `request ${described.request_id}`,
    described.attempts === undefined || described.attempts < 2 ? undefined : `${described.attempts} attempts`
  ].filter((fact) => fact !== undefined)
  return [
    `${bold(red("error:"))} ${indent(harmless(described.message))}`,
    ...(facts.length === 0 ? [] : [dim(`  ${harmless(facts.join(", "))}`)]),
    ...(described.hint === undefined ? [] : [`${bold("hint:")} ${indent(harmless(described.hint))}`]),
    ...(stack === undefined ? [] : [dim(harmless(stack))]),
    ""
  ].join("\n")
}
