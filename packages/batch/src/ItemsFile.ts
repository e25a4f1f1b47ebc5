/**
 * Items from files of JSON lines, read as they are submitted.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import type { FileSystem } from "@effect/platform/FileSystem"
import * as LineFile from "@trilum/core/LineFile"
import type { LocalFileError } from "@trilum/core/LocalFileError"
import * as LocalFileErrors from "@trilum/core/LocalFileError"
import * as BatchInput from "@trilum/lumnis/node/BatchInput"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { Item } from "./Batch.js"
import type * as LumnisJobs from "./LumnisJobs.js"

/**
 * Items for `LumnisJobs.invoke`, in the format of `trilum lumnis invoke --batch`: see `BatchInput` of `@trilum/lumnis`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const lumnis = (
  path: string,
  options: BatchInput.InputOptions = {}
): Stream.Stream<Item<LumnisJobs.Input>, LocalFileError, FileSystem> =>
  Stream.map(BatchInput.items(path, options), (line) => ({
    id: line.id,
    input: {
      messages: line.input as NonNullable<LumnisJobs.Input["messages"]>,
      scope: options.scope,
      user_id: line.userId,
      thread_id: line.threadId,
      files: line.files,
      response_format: line.responseFormat,
      response_format_instructions: line.responseFormatInstructions,
      model_overrides: line.modelOverrides as LumnisJobs.Input["model_overrides"],
      agent_config: line.agentConfig as LumnisJobs.Input["agent_config"],
      options: line.options,
      specialized_agent: line.specializedAgent,
      specialized_agent_params: line.specializedAgentParams
    }
  }))

/**
 * Items for any job: each line is an object with the fields of the input, and optionally an `id`. A line without one is
 * called by its number and content. Empty lines are left out.
 *
 * @since 0.1.0
 * @category constructors
 */
export const objects = (path: string): Stream.Stream<Item<unknown>, LocalFileError, FileSystem> => {
  const wrong = (line: number, what: string) => LocalFileErrors.of(path, "invalid_content", `line ${line} is ${what}`)
  return Stream.filterMapEffect(LineFile.read(path), ({ number, text }) => {
    if (text.trim() === "") return Option.none()
    return Option.some(
      Effect.gen(function* () {
        const value: unknown = yield* Effect.try({
          try: () => JSON.parse(text),
          catch: () => wrong(number, "not JSON")
        })
        if (typeof value !== "object" || value === null || Array.isArray(value)) {
          return yield* wrong(number, "not an object")
        }
        const { id, ...input }: Readonly<Record<string, unknown>> = { ...value }
        if (id !== undefined && typeof id !== "string") return yield* wrong(number, `invalid: "id" is not a text`)
        const digest = createHash("sha256").update(text.trim()).digest("hex").slice(0, 16)
        return { id: id ?? `${number}-${digest}`, input }
      })
    )
  })
}
