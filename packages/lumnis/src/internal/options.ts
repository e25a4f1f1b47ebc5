import * as ApiError from "@trilum/core/ApiError"
import * as Kind from "@trilum/core/Options"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Options from "../Invoke.js"

/** The error of input that is not sent. */
export const invalid = (message: string): ApiError.ValidationError =>
  new ApiError.ValidationError({ platform: "lumnis", code: "INVALID_INPUT", attempts: 0, message })

/**
 * Whether a value is a schema. Those of other copies of `effect`, whose classes are other ones, count by their Standard
 * Schema.
 */
const isSchema = (value: unknown): value is Options.OutputSchema<unknown, unknown> =>
  Schema.isSchema(value) ||
  ((typeof value === "object" || typeof value === "function") &&
    value !== null &&
    "~standard" in value &&
    typeof value["~standard"] === "object" &&
    value["~standard"] !== null &&
    "validate" in value["~standard"])

const progress = Kind.either(Kind.boolean, Kind.fn())
const attachStream = {
  ...Options.waitOptions,
  ...Options.httpOptions,
  ...Options.failureOptions,
  schema: Kind.opaque("a schema of effect/Schema, or a Standard Schema such as one of zod", isSchema)
}
const invokeStream = { ...Options.requestFields, responseFormat: Kind.unchecked(), ...attachStream }
const { idempotencyKey: _, ...batch } = invokeStream

/** The options of each way to wait for a run. */
const tables = {
  invoke: { ...invokeStream, progress },
  invokeStream,
  attach: { ...attachStream, progress },
  attachStream,
  invokeMany: {
    ...batch,
    batchId: Kind.string,
    concurrency: Kind.integer(1),
    adaptive: Kind.boolean,
    ordered: Kind.boolean,
    retries: Kind.integer(0),
    stopAfterFailures: Kind.integer(1),
    checkpoint: Kind.unchecked()
  }
}

/** A way to wait for a run. */
export type Method = keyof typeof tables

/** Fails for the first option that is unknown or invalid. */
export const check = (method: Method, given: object): Effect.Effect<void, ApiError.ValidationError> => {
  // JavaScript programs pass anything.
  const options: object = typeof given === "object" && given !== null ? given : {}
  // Other SDKs call the deadline so.
  const other = Object.keys(options).find((name) => /^max_?wait(?:_?ms)?$/i.test(name))
  const problem =
    other !== undefined
      ? `"${other}" is not an option; did you mean "deadline"?`
      : "progress" in options && options.progress !== undefined && method.endsWith("Stream")
        ? `progress is for ${method.replace("Stream", "")}; read the updates`
        : Kind.problem(tables[method], given)
  return problem === undefined ? Effect.void : Effect.fail(invalid(`${method}: ${problem}`))
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

/** The checked options of a wait, the client's where the call has none. */
export const waitingOf = (call: Options.WaitOptions, client: Options.WaitOptions): Waiting => {
  const deadline = Duration.toMillis(call.deadline ?? client.deadline ?? Duration.infinity)
  return {
    wait: Math.ceil(Duration.toSeconds(call.wait ?? client.wait ?? Duration.seconds(10))),
    interval: Duration.toMillis(call.pollInterval ?? client.pollInterval ?? Duration.seconds(2)),
    deadline: deadline === Infinity ? undefined : deadline,
    cancelOnInterrupt: call.cancelOnInterrupt ?? client.cancelOnInterrupt ?? false,
    cancelOnDeadline: call.cancelOnDeadline ?? client.cancelOnDeadline ?? false
  }
}

/** The options of every request of a run. */
export const httpOf = ({ headers, retry, scope }: Options.HttpOptions): Options.HttpOptions => ({
  headers,
  retry,
  scope
})
