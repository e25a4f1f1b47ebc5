/**
 * Runs of agents, by their responses.
 *
 * @since 0.1.0
 */
import type * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/responses.js"
import type { Attach, AttachError, HttpOptions, LumnisResponse, WaitOptions } from "../Invoke.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Generated.Service {
  /**
   * The terminal response of a run, whether it succeeded, failed or was cancelled. `attach` is the same with failures
   * as errors, progress and typed output.
   */
  readonly wait: (responseId: string, options?: WaitOptions & HttpOptions) => Effect.Effect<LumnisResponse, AttachError>
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (client: ApiClient, attach: Attach): Service => ({
  ...Generated.make(client),
  wait: (responseId, options) => attach(responseId, { ...options, failedRuns: "return" })
})
