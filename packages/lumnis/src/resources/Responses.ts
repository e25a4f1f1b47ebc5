/**
 * Runs of agents and their responses.
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

type CreateError = ApiError | PreparedError | LocalFileNotSupported

const longestFeedback = 5000

/**
 * Validates that feedback has 1 to 5000 characters and that new arguments of a tool come with its `tool_call_id`. Like
 * `invoke`, `create` rejects local files.
 *
 * @since 0.1.0
 * @category resources
 */
export const responses = /* @__PURE__ */ Resource.extend(
  Check.resource(Generated.resource, {
    createFeedback: (_, params) =>
      Check.first(
        Check.text("feedback_text", params.feedback_text),
        Check.longest("feedback_text", params.feedback_text, longestFeedback),
        params.tool_args_update !== undefined && !Check.isText(params.tool_call_id)
          ? "tool_args_update requires tool_call_id"
          : undefined
      )
  }),
  (_: ApiClient, responses, { invocations: { attach } }: Connection) => ({
    /** Starts a run and returns its acknowledgement. `POST /v1/responses` */
    create: (
      params: Generated.ResponsesCreateParams,
      options?: RequestOptions
    ): Effect.Effect<Generated.CreateResponseResponse, CreateError> =>
      Effect.suspend((): Effect.Effect<Generated.CreateResponseResponse, CreateError> => {
        // JavaScript programs pass anything; `responses.create` says what is wrong with it.
        const files: ReadonlyArray<Partial<Generated.FileAttachment> | null> = [params?.files ?? []].flat()
        const local = files.find((file) => typeof file?.uri === "string" && !FileReference.isRemote(file.uri))
        return local?.uri === undefined
          ? responses.create(params, options)
          : Effect.fail(new LocalFileNotSupported({ reference: local.uri }))
      }),
    /**
     * Waits for the terminal response of a run that succeeded, failed or was cancelled. `attach` also has progress,
     * typed output and failures as errors.
     */
    wait: (responseId: string, options?: WaitOptions & HttpOptions): Effect.Effect<LumnisResponse, AttachError> =>
      attach(responseId, { ...options, failedRuns: "return" })
  })
)
