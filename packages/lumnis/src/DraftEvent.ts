/**
 * The events of a batch of drafts.
 *
 * @since 0.1.0
 */
import type { WaitOptions } from "@trilum/core/Polling"
import type {
  BatchDraftCompleteData,
  BatchDraftJobResponse,
  BatchDraftResponse,
  DraftResponse,
  MessagingCreateBatchDraftsStreamParams
} from "./generated/messaging.js"

/**
 * The platform accepted the batch. `messaging.draftBatch` with this id reads it from the start, also in another
 * process.
 *
 * @since 0.1.0
 * @category models
 */
export interface JobStarted {
  readonly _tag: "JobStarted"
  readonly jobId: string
}

/**
 * The number of finished prospects, with or without a draft.
 *
 * @since 0.1.0
 * @category models
 */
export interface DraftProgress {
  readonly _tag: "Progress"
  readonly processed: number
  readonly total: number
  /** From 0 to 100. */
  readonly percentage: number
  /** Missing while the job is polled instead of streamed. */
  readonly current_prospect?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DraftCreated {
  readonly _tag: "DraftCreated"
  readonly draft: DraftResponse
  /** The id of the prospect in your system. */
  readonly prospect_external_id: string | null
}

/**
 * No draft was created for one prospect. The batch continues.
 *
 * @since 0.1.0
 * @category models
 */
export interface ProspectFailed {
  readonly _tag: "ProspectFailed"
  readonly prospect: string
  readonly error: string
}

/**
 * The last event. Every draft and failure in it was emitted before.
 *
 * @since 0.1.0
 * @category models
 */
export interface DraftsCompleted extends BatchDraftCompleteData {
  readonly _tag: "Completed"
}

/**
 * @since 0.1.0
 * @category models
 */
export type DraftEvent = JobStarted | DraftProgress | DraftCreated | ProspectFailed | DraftsCompleted

/**
 * The parameters of `messaging.draftBatch`. With `job_id` it reads an existing batch from its start. `deadline` limits
 * the whole stream. `pollInterval` (default: 2 seconds) applies after the stream of the server has failed.
 *
 * @since 0.1.0
 * @category models
 */
export interface DraftBatchParams extends MessagingCreateBatchDraftsStreamParams, WaitOptions {}

/**
 * Whether `messaging.createBatchDrafts` returned a job instead of the drafts.
 *
 * @since 0.1.0
 * @category guards
 */
export const isJob = (answer: BatchDraftResponse | BatchDraftJobResponse): answer is BatchDraftJobResponse =>
  "job_id" in answer
