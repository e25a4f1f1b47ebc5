/**
 * What a batch of drafts tells while it is written.
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
 * The platform took the batch. With this id `messaging.draftBatch` reads it again, also in another process.
 *
 * @since 0.1.0
 * @category models
 */
export interface JobStarted {
  readonly _tag: "JobStarted"
  readonly jobId: string
}

/**
 * Prospects that are done, whether a draft was made or not.
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
  /** Absent while the job is polled instead of streamed. */
  readonly current_prospect?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DraftCreated {
  readonly _tag: "DraftCreated"
  readonly draft: DraftResponse
  /** The id the caller gave the prospect. */
  readonly prospect_external_id: string | null
}

/**
 * No draft could be made for one prospect. The batch goes on.
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
 * The batch is done: the last event. Every draft and failure in it was told before.
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
 * What `messaging.draftBatch` takes. With `job_id` it reads a batch that was begun before, from its start. `deadline`
 * limits the whole stream, `pollInterval` (2 seconds) is for the time after the stream cannot be read any more.
 *
 * @since 0.1.0
 * @category models
 */
export interface DraftBatchParams extends MessagingCreateBatchDraftsStreamParams, WaitOptions {}

/**
 * Whether `messaging.createBatchDrafts` answered with a job to wait for, and not with the drafts themselves.
 *
 * @since 0.1.0
 * @category guards
 */
export const isJob = (answer: BatchDraftResponse | BatchDraftJobResponse): answer is BatchDraftJobResponse =>
  "job_id" in answer
