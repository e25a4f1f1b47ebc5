/**
 * Runs of agents, by their responses.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as FileReference from "../FileReference.js"
import * as Generated from "../generated/responses.js"
import type { AttachError, HttpOptions, LumnisResponse, WaitOptions } from "../Invoke.js"
import * as Check from "../internal/check.js"
import { LocalFileNotSupported } from "../LumnisError.js"
import type { Connection } from "../Platform.js"

/**
 * `createFeedback` checks before it is sent that there are 1 to 5000 characters, and that new arguments for a tool come
 * with the `tool_call_id` they are for. `create` refuses files that only this machine can read, as `invoke` does.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Generated.Service, "create"> {
  /** Starts a run and returns its acknowledgement. `POST /v1/responses` */
  readonly create: (
    params: Generated.ResponsesCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<Generated.CreateResponseResponse, ApiError | PreparedError | LocalFileNotSupported>
  /**
   * The terminal response of a run, whether it succeeded, failed or was cancelled. `attach` is the same with failures
   * as errors, progress and typed output.
   */
  readonly wait: (responseId: string, options?: WaitOptions & HttpOptions) => Effect.Effect<LumnisResponse, AttachError>
}

const longestFeedback = 5000

/**
 * @since 0.1.0
 * @category resources
 */
export const responses = /* @__PURE__ */ Resource.make(
  "responses",
  (client: ApiClient, { invocations: { attach } }: Connection): Service => {
    const responses = Generated.resource.make(client, undefined)
    return {
      ...responses,
      create: (params, options) =>
        Effect.suspend((): ReturnType<Service["create"]> => {
          const local = params.files?.find(({ uri }) => typeof uri === "string" && !FileReference.isRemote(uri))
          return local === undefined
            ? responses.create(params, options)
            : Effect.fail(new LocalFileNotSupported({ reference: local.uri }))
        }),
      createFeedback: (responseId, params, options) =>
        Check.guard(
          Generated.createResponseFeedback,
          () =>
            Check.first(
              Check.text("feedback_text", params.feedback_text),
              Check.longest("feedback_text", params.feedback_text, longestFeedback),
              params.tool_args_update !== undefined && !Check.isText(params.tool_call_id)
                ? "tool_args_update needs the tool_call_id whose arguments it replaces"
                : undefined
            ),
          () => responses.createFeedback(responseId, params, options)
        ),
      wait: (responseId, options) => attach(responseId, { ...options, failedRuns: "return" })
    }
  }
)
