import type { ValidationError } from "@trilum/core/ApiError"
import * as Effect from "effect/Effect"
import * as FileReference from "../FileReference.js"
import type { FileAttachment, ResponsesCreateParams } from "../generated/responses.js"
import type { ChatMessageInput } from "../generated/shared.js"
import type { Input, RequestFields } from "../Invoke.js"
import { LocalFileNotSupported } from "../LumnisError.js"
import { invalid } from "./options.js"

/** The body of a new run. Fields are named one by one, so nothing local can get into it. */
export const make = (
  method: string,
  input: Input,
  options: RequestFields,
  responseFormat: Readonly<Record<string, unknown>> | undefined
): Effect.Effect<ResponsesCreateParams, LocalFileNotSupported | ValidationError> =>
  Effect.gen(function* () {
    const messages =
      typeof input === "string" ? [{ role: "user" as const, content: input }] : isList(input) ? input : [input]
    if (messages.length === 0) return yield* invalid(`${method}: the list of messages is empty; give at least one`)
    if (!messages.every(isMessage)) {
      return yield* invalid(`${method}: give a text, a message { role, content } or a list of messages`)
    }
    const files: Array<FileAttachment> = []
    if (options.files !== undefined && !Array.isArray(options.files))
      return yield* invalid(`${method}: files must be a list`)
    for (const file of options.files ?? []) {
      const reference: unknown = typeof file === "string" ? file : file?.uri
      if (typeof reference !== "string") return yield* invalid(`${method}: a file is a text, or { name, uri }`)
      if (!FileReference.isRemote(reference)) return yield* new LocalFileNotSupported({ reference })
      files.push(typeof file === "string" ? { name: FileReference.nameOf(file), uri: file } : file)
    }
    return {
      messages,
      user_id: options.userId,
      thread_id: options.threadId,
      files: options.files === undefined ? undefined : files,
      response_format: responseFormat,
      response_format_instructions: options.responseFormatInstructions,
      model_overrides: options.modelOverrides,
      agent_config: options.agentConfig,
      options: options.options,
      specialized_agent: options.specializedAgent,
      specialized_agent_params: options.specializedAgentParams
    }
  })

const isList = (input: Input): input is ReadonlyArray<ChatMessageInput> => Array.isArray(input)

/** JavaScript callers may pass anything. */
const isMessage = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "role" in value &&
  typeof value.role === "string" &&
  "content" in value &&
  typeof value.content === "string"
