/**
 * Campaigns: a playbook, prospects, and actions that people approve.
 *
 * @since 0.1.0
 */

import type * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/campaigns.js"
import * as Check from "../internal/check.js"
import * as Job from "../internal/job.js"

/**
 * `pause` and `stop` send the reason as a query parameter, without a body. Validates that lists of prospects, assets
 * and approvals are not empty.
 *
 * @since 0.1.0
 * @category resources
 */
export const campaigns = /* @__PURE__ */ Resource.extend(
  Check.resource(Generated.resource, {
    addProspects: (_, { prospects }) => Check.size("prospects", prospects, 1),
    linkAssets: (_, { asset_ids }) => Check.size("asset_ids", asset_ids, 1),
    upsertAssets: (_, { items }) => Check.size("items", items, 1),
    bulkApprovals: ({ items }) => Check.size("items", items, 1)
  }),
  (_: ApiClient, campaigns) => ({
    /**
     * Waits for a playbook of `generatePlaybook`. Polls every 5 seconds, without a limit unless `deadline` is given.
     * Fails with `JobFailedError` when the generation failed.
     */
    waitForPlaybook: (jobId: string, params?: Polling.WaitOptions, options?: RequestOptions) =>
      Job.wait({
        jobId,
        operation: Generated.getPlaybookGenerationStatus,
        wait: params,
        interval: "5 seconds",
        poll: Effect.suspend(() => campaigns.getPlaybookGenerationStatus(jobId, options)),
        statusOf: ({ stage, status }) => stage ?? status,
        reasonOf: ({ error_message }) => error_message,
        subject: `playbook job ${jobId}`,
        method: "campaigns.waitForPlaybook"
      })
  })
)
