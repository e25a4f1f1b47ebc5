import * as ApiError from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Duration from "effect/Duration"
import type { AttachStreamOptions, HttpOptions, InvokeStreamOptions, RequestFields, WaitOptions } from "../Invoke.js"

/** The error of input that is not sent. */
export const refusal = (message: string): ApiError.ValidationError =>
  new ApiError.ValidationError({ platform: "lumnis", code: "INVALID_INPUT", attempts: 0, message })

/** The compiler checks that these lists name every option of their types. */
const namesOf = <Options>(names: Readonly<Record<keyof Options, true>>): ReadonlyArray<string> => Object.keys(names)

const waiting = namesOf<AttachStreamOptions>({
  wait: true,
  pollInterval: true,
  deadline: true,
  cancelOnInterrupt: true,
  cancelOnDeadline: true,
  schema: true,
  failedRuns: true,
  headers: true,
  retry: true,
  timeout: true,
  scope: true
})
const fields = namesOf<RequestFields & Pick<InvokeStreamOptions, "responseFormat">>({
  userId: true,
  threadId: true,
  files: true,
  responseFormat: true,
  responseFormatInstructions: true,
  modelOverrides: true,
  agentConfig: true,
  options: true,
  specializedAgent: true,
  specializedAgentParams: true,
  idempotencyKey: true
})

/** Names of the options of each way to wait for a run. */
export const known = {
  invoke: [...fields, ...waiting, "progress"],
  invokeStream: [...fields, ...waiting],
  attach: [...waiting, "progress"],
  attachStream: waiting
} as const

/** A way to wait for a run. */
export type Method = keyof typeof known

/** Names that other SDKs give to options. */
const aliases: Readonly<Record<string, string>> = {
  maxwaitms: "deadline",
  maxwait: "deadline",
  pollintervalms: "pollInterval",
  showprogress: "progress",
  timeoutms: "timeout",
  thread: "threadId",
  user: "userId"
}

const plain = (name: string): string => name.replaceAll(/[_-]/g, "").toLowerCase()

/** The error of the first option that does not exist. */
export const unknownOption = (method: Method, options: object): ApiError.ValidationError | undefined => {
  const names = known[method]
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || names.includes(name)) continue
    if (name === "progress")
      return refusal(`${method}: progress is for ${method.replace("Stream", "")}; read the updates`)
    const meant = names.find((other) => plain(other) === plain(name)) ?? aliases[plain(name)]
    return refusal(
      `${method}: "${name}" is not an option; ` +
        (meant !== undefined && names.includes(meant) ? `did you mean "${meant}"?` : `there are ${names.join(", ")}`)
    )
  }
  return undefined
}

/** How to wait, in numbers. */
export interface Waiting {
  /** Whole seconds; 0: the server answers at once. */
  readonly wait: number
  /** Milliseconds. */
  readonly interval: number
  /** Milliseconds; `undefined`: no limit. */
  readonly deadline: number | undefined
  readonly cancelOnInterrupt: boolean
  readonly cancelOnDeadline: boolean
}

/** Reads the options of a wait, the client's where the call has none. */
export const waitingOf = (
  method: string,
  call: WaitOptions,
  client: WaitOptions
): Waiting | ApiError.ValidationError => {
  const wait = Polling.millis(call.wait ?? client.wait ?? Duration.seconds(10))
  const interval = Polling.millis(call.pollInterval ?? client.pollInterval ?? Duration.seconds(2))
  const limit = call.deadline ?? client.deadline
  const deadline = limit === undefined ? Infinity : Polling.millis(limit)
  if (wait === undefined || wait === Infinity) return invalidDuration(method, "wait")
  if (interval === undefined || interval === Infinity) return invalidDuration(method, "pollInterval")
  if (deadline === undefined) return invalidDuration(method, "deadline")
  return {
    wait: Math.ceil(wait / 1000),
    interval,
    deadline: deadline === Infinity ? undefined : deadline,
    cancelOnInterrupt: call.cancelOnInterrupt ?? client.cancelOnInterrupt ?? false,
    cancelOnDeadline: call.cancelOnDeadline ?? client.cancelOnDeadline ?? false
  }
}

export const invalidDuration = (method: string, name: string): ApiError.ValidationError =>
  refusal(`${method}: ${name} is not a duration; write it like "10 seconds", or in milliseconds`)

/** The part of the options that goes into every request of a run. */
export const httpOf = (options: HttpOptions): HttpOptions => ({
  headers: options.headers,
  retry: options.retry,
  scope: options.scope
})
