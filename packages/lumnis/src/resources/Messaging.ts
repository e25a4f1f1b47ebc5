/**
 * Messages to prospects: drafts, sending, conversations and prior contact.
 *
 * @since 0.1.0
 */

import type * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "../client.js"
import type { DraftBatchParams, DraftEvent } from "../DraftEvent.js"
import * as Generated from "../generated/messaging.js"
import * as Check from "../internal/check.js"
import * as Drafts from "../internal/draftBatch.js"
import * as Job from "../internal/job.js"

const mostChecked = 50

const identified = (name: string, prospect: unknown): Check.Problem => {
  const given = (field: string): boolean =>
    typeof prospect === "object" && prospect !== null && Check.isText(Reflect.get(prospect, field))
  return given("email") || given("linkedin_url") || given("provider_id")
    ? undefined
    : `${name} requires an email, a linkedin_url or a provider_id`
}

const allIdentified = (prospects: ReadonlyArray<unknown>): Check.Problem =>
  Check.each(prospects, (prospect, index) => identified(`prospects[${index}]`, prospect))

const batchProblem = (params: Generated.MessagingCreateBatchDraftsParams): Check.Problem =>
  Check.first(
    Check.size("prospects", params.prospects, 1),
    Check.each(params.prospects, ({ priority }, index) => Check.whole(`prospects[${index}].priority`, priority, 0, 10))
  )

/**
 * Validates before sending: `checkPriorContact`, `batchCheckPriorContact` and `syncConversations` require an email,
 * linkedin_url or provider_id of each prospect; lists of prospects and drafts are not empty; `batchCheckPriorContact`
 * takes at most 50 prospects; priorities, rates and counts are within the bounds of the platform.
 *
 * @since 0.1.0
 * @category resources
 */
export const messaging = /* @__PURE__ */ Resource.extend(
  Check.resource(Generated.resource, {
    checkPriorContact: (params) =>
      Check.first(identified("the prospect", params), Check.whole("message_limit", params?.message_limit, 1, 20)),
    batchCheckPriorContact: ({ message_limit, prospects }) =>
      Check.first(
        Check.size("prospects", prospects, 1, mostChecked),
        allIdentified(prospects),
        Check.whole("message_limit", message_limit, 1, 10)
      ),
    syncConversations: ({ prospects }) => Check.first(Check.size("prospects", prospects, 1), allIdentified(prospects)),
    createBatchDrafts: batchProblem,
    createBatchDraftsStream: batchProblem,
    sendBatchDrafts: (params) =>
      Check.first(
        Check.size("draft_ids", params.draft_ids, 1),
        Check.whole("send_rate_per_day", params.send_rate_per_day, 1, 100),
        Check.whole("priority", params.priority, 0, 10)
      ),
    sendLinkedInOutreach: ({ escalation_days }) => Check.whole("escalation_days", escalation_days, 1, 30)
  }),
  (client: ApiClient, messaging) => ({
    /**
     * Creates drafts for many prospects and emits each as soon as it exists. The last event is `Completed`.
     *
     * A prospect without a draft is an event, not an error. A stream that is interrupted or silent is resumed by its
     * job id, up to three times in a row without a new event. Then the job is polled. Each draft and failure is emitted
     * once. Unknown events are skipped. Fails with `JobFailedError` when the platform abandons the batch, with
     * `DraftJobLostError` when the job cannot be read any more, and with the failure of the first request when there is
     * no job yet.
     *
     * When the stream is closed early, the job continues.
     */
    draftBatch: (params: DraftBatchParams, options?: RequestOptions): Stream.Stream<DraftEvent, Drafts.DraftFailure> =>
      Check.guardStream(
        Generated.createBatchDraftsStream,
        () => batchProblem(params),
        () => Drafts.batch(client, params, options)
      ),
    /**
     * Waits for a job of `createBatchDrafts`. Polls every 2 seconds, without a limit unless `deadline` is given. Fails with
     * `JobFailedError`.
     */
    waitForDrafts: (
      jobId: string,
      { deadline, pollInterval, ...params }: Generated.MessagingGetBatchDraftJobStatusParams & Polling.WaitOptions = {},
      options?: RequestOptions
    ) =>
      Job.wait({
        jobId,
        operation: Generated.getBatchDraftJobStatus,
        wait: { deadline, pollInterval },
        interval: "2 seconds",
        poll: Effect.suspend(() => messaging.getBatchDraftJobStatus(jobId, params, options)),
        statusOf: ({ progress, status }) => `${status}, ${progress.processed} of ${progress.total}`,
        reasonOf: ({ error_message }) => error_message,
        subject: `draft job ${jobId}`,
        method: "messaging.waitForDrafts"
      }),
    /**
     * Waits for a job of `syncConversations`. Polls every 2 seconds, without a limit unless `deadline` is given. Fails with
     * `JobFailedError`.
     */
    waitForSync: (jobId: string, params?: Polling.WaitOptions, options?: RequestOptions) =>
      Job.wait({
        jobId,
        operation: Generated.getSyncStatus,
        wait: params,
        interval: "2 seconds",
        poll: Effect.suspend(() => messaging.getSyncStatus(jobId, options)),
        statusOf: ({ status }) => status,
        reasonOf: ({ error }) => error,
        subject: `sync job ${jobId}`,
        method: "messaging.waitForSync"
      })
  })
)
