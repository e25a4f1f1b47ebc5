/**
 * Messages to prospects: drafts, sending, conversations, and what was written before.
 *
 * @since 0.1.0
 */

import * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import type { WaitTimeoutError } from "@trilum/core/RunError"
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "../client.js"
import type { DraftBatchParams, DraftEvent } from "../DraftEvent.js"
import * as Generated from "../generated/messaging.js"
import * as Check from "../internal/check.js"
import * as Drafting from "../internal/drafting.js"
import { JobFailedError } from "../ResourceError.js"

/** What calls about messages fail with. */
type Failure = Effect.Effect.Error<ReturnType<Generated.Service["getSyncStatus"]>>

/**
 * @since 0.1.0
 * @category errors
 */
export type { DraftFailure } from "../internal/drafting.js"

/**
 * Refused before anything is sent: prospects without any of email, linkedin_url and provider_id in `checkPriorContact`,
 * `batchCheckPriorContact` and `syncConversations`; empty lists of prospects or drafts; more than 50 prospects in
 * `batchCheckPriorContact`; priorities, rates and counts outside the platform's bounds.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service extends Generated.Service {
  /**
   * Writes drafts for many prospects and tells of each as it is there; the last event is `Completed`.
   *
   * A prospect that cannot be drafted is an event, not an error. A stream that is cut or falls silent is resumed by its
   * job, up to three times in a row without news; then the job is polled. Whatever happens on the way, each draft and
   * failure is told once. Unknown events are left out. Fails with `JobFailedError` when the platform gives the batch up,
   * `DraftJobLostError` when the job cannot be read any more, and with the failure of the first call before there is a job.
   *
   * Closing the stream early leaves the job running.
   */
  readonly draftBatch: (
    params: DraftBatchParams,
    options?: RequestOptions
  ) => Stream.Stream<DraftEvent, Drafting.DraftFailure>
  /**
   * Waits for a job of `createBatchDrafts`. Looks every 2 seconds, without a limit unless `deadline` sets one. Fails with
   * `JobFailedError`.
   */
  readonly waitForDrafts: (
    jobId: string,
    params?: Generated.MessagingGetBatchDraftJobStatusParams & Polling.WaitOptions,
    options?: RequestOptions
  ) => Effect.Effect<Generated.BatchDraftJobStatusResponse, Failure | JobFailedError | WaitTimeoutError>
  /**
   * Waits for a job of `syncConversations`. Looks every 2 seconds, without a limit unless `deadline` sets one. Fails with
   * `JobFailedError`.
   */
  readonly waitForSync: (
    jobId: string,
    params?: Polling.WaitOptions,
    options?: RequestOptions
  ) => Effect.Effect<Generated.SyncJobResponse, Failure | JobFailedError | WaitTimeoutError>
}

const mostChecked = 50

const identified = (name: string, prospect: unknown): Check.Problem => {
  const given = (field: string): boolean =>
    typeof prospect === "object" && prospect !== null && Check.isText(Reflect.get(prospect, field))
  return given("email") || given("linkedin_url") || given("provider_id")
    ? undefined
    : `${name} needs an email, a linkedin_url or a provider_id`
}

const allIdentified = (prospects: ReadonlyArray<unknown>): Check.Problem =>
  Check.each(prospects, (prospect, index) => identified(`prospects[${index}]`, prospect))

const batchProblem = (params: Generated.MessagingCreateBatchDraftsParams): Check.Problem =>
  Check.first(
    Check.size("prospects", params.prospects, 1),
    Check.each(params.prospects, ({ priority }, index) => Check.whole(`prospects[${index}].priority`, priority, 0, 10))
  )

/**
 * @since 0.1.0
 * @category resources
 */
export const messaging = /* @__PURE__ */ Resource.make("messaging", (client: ApiClient): Service => {
  const messaging = Generated.resource.make(client, undefined)
  const draftBatch = Drafting.make(client)
  return {
    ...messaging,
    checkPriorContact: (params, options) =>
      Check.guard(
        Generated.checkPriorContact,
        () =>
          Check.first(identified("the prospect", params), Check.whole("message_limit", params?.message_limit, 1, 20)),
        () => messaging.checkPriorContact(params, options)
      ),
    batchCheckPriorContact: (params, options) =>
      Check.guard(
        Generated.batchCheckPriorContact,
        () =>
          Check.first(
            Check.size("prospects", params.prospects, 1, mostChecked),
            allIdentified(params.prospects),
            Check.whole("message_limit", params.message_limit, 1, 10)
          ),
        () => messaging.batchCheckPriorContact(params, options)
      ),
    syncConversations: (params, options) =>
      Check.guard(
        Generated.syncConversations,
        () => Check.first(Check.size("prospects", params.prospects, 1), allIdentified(params.prospects)),
        () => messaging.syncConversations(params, options)
      ),
    createBatchDrafts: (params, options) =>
      Check.guard(
        Generated.createBatchDrafts,
        () => batchProblem(params),
        () => messaging.createBatchDrafts(params, options)
      ),
    sendBatchDrafts: (params, options) =>
      Check.guard(
        Generated.sendBatchDrafts,
        () =>
          Check.first(
            Check.size("draft_ids", params.draft_ids, 1),
            Check.whole("send_rate_per_day", params.send_rate_per_day, 1, 100),
            Check.whole("priority", params.priority, 0, 10)
          ),
        () => messaging.sendBatchDrafts(params, options)
      ),
    sendLinkedInOutreach: (params, options) =>
      Check.guard(
        Generated.sendLinkedInOutreach,
        () => Check.whole("escalation_days", params.escalation_days, 1, 30),
        () => messaging.sendLinkedInOutreach(params, options)
      ),
    draftBatch: (params, options) =>
      Check.guardStream(
        Generated.createBatchDraftsStream,
        () => batchProblem(params),
        () => draftBatch(params, options)
      ),
    waitForDrafts: (jobId, { deadline, pollInterval, ...params } = {}, options) =>
      Effect.flatMap(
        Polling.until({
          operation: Generated.getBatchDraftJobStatus,
          wait: { deadline, pollInterval },
          interval: "2 seconds",
          poll: Effect.suspend(() => messaging.getBatchDraftJobStatus(jobId, params, options)),
          isTerminal: ({ status }) => status === "completed" || status === "failed",
          statusOf: ({ progress, status }) => `${status}, ${progress.processed} of ${progress.total}`,
          subject: `draft job ${jobId}`,
          details: { jobId, hint: "The job continues. Wait for it with messaging.waitForDrafts." }
        }),
        (job) =>
          job.status === "failed"
            ? Effect.fail(
                new JobFailedError({
                  operation: Generated.getBatchDraftJobStatus.id,
                  jobId,
                  reason: job.error_message,
                  job
                })
              )
            : Effect.succeed(job)
      ),
    waitForSync: (jobId, params, options) =>
      Effect.flatMap(
        Polling.until({
          operation: Generated.getSyncStatus,
          wait: params,
          interval: "2 seconds",
          poll: Effect.suspend(() => messaging.getSyncStatus(jobId, options)),
          isTerminal: ({ status }) => status === "completed" || status === "failed",
          statusOf: ({ status }) => status,
          subject: `sync job ${jobId}`,
          details: { jobId, hint: "The job continues. Wait for it with messaging.waitForSync." }
        }),
        (job) =>
          job.status === "failed"
            ? Effect.fail(new JobFailedError({ operation: Generated.getSyncStatus.id, jobId, reason: job.error, job }))
            : Effect.succeed(job)
      )
  }
})
