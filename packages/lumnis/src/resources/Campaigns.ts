/**
 * Campaigns: a playbook, prospects, and actions that people approve.
 *
 * @since 0.1.0
 */

import * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import type { WaitTimeoutError } from "@trilum/core/RunError"
import * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/campaigns.js"
import * as Check from "../internal/check.js"
import { JobFailedError } from "../ResourceError.js"

/** What calls about campaigns fail with. */
type Failure = Effect.Effect.Error<ReturnType<Generated.Service["getPlaybookGenerationStatus"]>>

/**
 * The reason of `pause` and `stop` travels in the query, without a body. An empty list of prospects, assets or
 * approvals is refused before anything is sent.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service extends Generated.Service {
  /**
   * Waits for a playbook that `generatePlaybook` began. Looks every 5 seconds, without a limit unless `deadline` sets one.
   * Fails with `JobFailedError` when it could not be written.
   */
  readonly waitForPlaybook: (
    jobId: string,
    params?: Polling.WaitOptions,
    options?: RequestOptions
  ) => Effect.Effect<Generated.PlaybookGenerateJobStatusResponse, Failure | JobFailedError | WaitTimeoutError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const campaigns = /* @__PURE__ */ Resource.make("campaigns", (client: ApiClient): Service => {
  const campaigns = Generated.resource.make(client, undefined)
  return {
    ...campaigns,
    addProspects: (campaignId, params, options) =>
      Check.guard(
        Generated.addCampaignProspects,
        () => Check.size("prospects", params.prospects, 1),
        () => campaigns.addProspects(campaignId, params, options)
      ),
    linkAssets: (campaignId, params, options) =>
      Check.guard(
        Generated.linkCampaignAssets,
        () => Check.size("asset_ids", params.asset_ids, 1),
        () => campaigns.linkAssets(campaignId, params, options)
      ),
    upsertAssets: (campaignId, params, options) =>
      Check.guard(
        Generated.upsertCampaignAssets,
        () => Check.size("items", params.items, 1),
        () => campaigns.upsertAssets(campaignId, params, options)
      ),
    bulkApprovals: (params, options) =>
      Check.guard(
        Generated.bulkCampaignApprovals,
        () => Check.size("items", params.items, 1),
        () => campaigns.bulkApprovals(params, options)
      ),
    waitForPlaybook: (jobId, params, options) =>
      Effect.flatMap(
        Polling.until({
          operation: Generated.getPlaybookGenerationStatus,
          wait: params,
          interval: "5 seconds",
          poll: Effect.suspend(() => campaigns.getPlaybookGenerationStatus(jobId, options)),
          isTerminal: ({ status }) => status === "completed" || status === "failed",
          statusOf: ({ stage, status }) => stage ?? status,
          subject: `playbook job ${jobId}`,
          details: { jobId, hint: "The job continues. Wait for it with campaigns.waitForPlaybook." }
        }),
        (job) =>
          job.status === "failed"
            ? Effect.fail(
                new JobFailedError({
                  operation: Generated.getPlaybookGenerationStatus.id,
                  jobId,
                  reason: job.error_message,
                  job
                })
              )
            : Effect.succeed(job)
      )
  }
})
