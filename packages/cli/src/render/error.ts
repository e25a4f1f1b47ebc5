/**
 * Errors on stderr: a block of text for people, one line of JSON for programs. Messages and hints are the clients' own.
 *
 * @since 0.1.0
 */
import type { Issue } from "@trilum/core/ApiError"
import * as ExitCode from "../exitCode.js"
import { paint } from "./colour.js"
import * as Json from "./json.js"
import { harmless } from "./width.js"

/**
 * An error as plain data. Unknown fields are absent.
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
  readonly artifact_id?: string
  readonly upload_id?: string
  readonly server_message?: string
  readonly details?: ReadonlyArray<Issue>
  readonly first_failure?: string
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

/** The command that waits for the run or the job that an error names. */
const continueCommand = (error: unknown): string | undefined => {
  const responseId = text(error, "responseId")
  if (responseId !== undefined) return `trilum lumnis attach ${responseId}`
  const [workflowId, runId] = [text(error, "workflowId"), text(error, "runId")]
  return workflowId === undefined || runId === undefined
    ? undefined
    : `trilum lvng workflows attach ${workflowId} ${runId}`
}

type Advice = (error: unknown) => string | undefined

/** Errors of runs that have ended: there is nothing to wait for. */
const ended: Readonly<Record<string, Advice>> = {
  RunFailedError: (error) =>
    text(error, "responseId") === undefined
      ? undefined
      : `See what the agent did: trilum lumnis responses get ${text(error, "responseId")}`,
  RunCancelledError: () => undefined,
  StructuredOutputError: () => undefined
}

/** What only the command line knows: options, variables and commands. By tag, else by category; replaces the error's hint. */
const commandHints: Readonly<Record<string, Advice>> = {
  auth: (error) =>
    [
      text(error, "hint"),
      "trilum auth status shows the key in use,",
      `trilum auth login --platform ${text(error, "platform")} stores another.`
    ]
      .filter((part) => part !== undefined)
      .join(" "),
  MissingUserId: () =>
    "Add --user ID (an id or an e-mail address), or --scope tenant where the operation works for the whole tenant.",
  TenantScopeUserIdConflict: () => "Remove the user or --scope tenant.",
  LocalFileNotSupported: () => "Upload it first: trilum lumnis files upload FILE",
  TimeoutError: (error) =>
    ["attempt", "overall"].includes(text(error, "timeout") ?? "")
      ? "Set a longer limit with --timeout, for example --timeout 2m."
      : undefined,
  WaitTimeoutError: (error) => {
    const [file, app] = [text(error, "fileId"), text(error, "appName")]
    if (file !== undefined) return `Continue to wait: trilum lumnis files wait ${file}`
    return app === undefined ? undefined : `Continue to wait: trilum lumnis integrations wait ${app}`
  },
  AppNotEnabledError: () => "Add --enable, or: trilum lumnis integrations set-app-enabled <app_name> --enabled",
  ConnectionFailedError: (error) =>
    `Connect it anew: trilum lumnis integrations connect ${text(error, "appName")} --user ${text(error, "userId")}`,
  LocalFileError: (error) =>
    text(error, "reason") === "exists" ? "Add --overwrite, or choose another name with -o FILE." : undefined,
  JwtRequired: () => "Set LVNG_JWT_TOKEN to the token of a user session.",
  CredentialKindError: (error) =>
    text(error, "option") === "satelliteKey"
      ? "Set LUML_SATELLITE_KEY to the key of a satellite."
      : "Set LUML_ACCESS_TOKEN to the token of a user session.",
  ConfigurationError: (error) =>
    text(error, "code") === "NOT_CONFIGURED"
      ? "Add --organization, --orbit or --collection with an id or a name."
      : undefined
}

const hintOf = (error: unknown, tag: string): string | undefined => {
  const run = ended[tag]
  if (run !== undefined) return run(error) ?? text(error, "hint")
  const advice = (commandHints[tag] ?? commandHints[text(error, "category") ?? ""])?.(error) ?? text(error, "hint")
  const command = continueCommand(error)
  if (command === undefined) return advice
  return [advice, `Wait for the run: ${command}`].filter((part) => part !== undefined).join(" ")
}

/** The server's list of problems, as far as the message does not contain it already. */
const detailsOf = (error: unknown): ReadonlyArray<Issue> => {
  const details = field(error, "details")
  return Array.isArray(details) ? details.filter(isIssue) : []
}

const isIssue = (value: unknown): value is Issue => text(value, "message") !== undefined

/**
 * @since 0.1.0
 * @category accessors
 */
export const describe = (error: unknown): Described => {
  const type = text(error, "_tag") ?? (error instanceof Error ? error.name : "Error")
  const message = error instanceof Error ? error.message : String(error)
  const details = detailsOf(error)
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
    artifact_id: text(error, "artifactId"),
    upload_id: text(error, "uploadId"),
    server_message: text(error, "serverMessage"),
    details: details.length === 0 ? undefined : details,
    first_failure: text(error, "firstFailure"),
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

/** Lines of what the server said and the message does not contain. */
const serverLines = ({ details = [], message, server_message }: Described): ReadonlyArray<string> => [
  ...(server_message === undefined || message.includes(server_message) ? [] : [`  ${server_message}`]),
  ...details
    .filter((issue) => !message.includes(issue.message))
    .map((issue) => (issue.path === "" ? `  - ${issue.message}` : `  - ${issue.path}: ${issue.message}`))
]

/**
 * `{"error":{...}}` in one line, or a block: what happened, its facts, what to do. The stack with `debug` only.
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
    described.attempts === undefined || described.attempts < 2 ? undefined : `${described.attempts} attempts`,
    described.first_failure === undefined || described.message.includes(described.first_failure)
      ? undefined
      : `first failure: ${described.first_failure}`
  ].filter((fact) => fact !== undefined)
  return [
    `${bold(red("error:"))} ${indent(harmless(described.message))}`,
    ...serverLines(described).map((line) => indent(harmless(line))),
    ...(facts.length === 0 ? [] : [dim(`  ${harmless(facts.join(", "))}`)]),
    ...(described.hint === undefined ? [] : [`${bold("hint:")} ${indent(harmless(described.hint))}`]),
    ...(stack === undefined ? [] : [dim(harmless(stack))]),
    ""
  ].join("\n")
}
