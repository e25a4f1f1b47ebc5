/**
 * Records of the Lumnis emulation, with the names of the wire. Times are ISO text; names that end in `Ms` are
 * milliseconds since the epoch.
 */
import type { JsonObject } from "../../Contract.js"
import type { Context } from "../../Platform.js"
import type { Step } from "../../Scripts.js"
import type { Collection } from "../../Store.js"

export interface UserRecord {
  readonly id: string
  readonly email: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly tenant_id: string
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}

export interface ThreadRecord {
  readonly thread_id: string
  readonly tenant_id: string
  readonly user_id: string | null
  readonly title: string | null
  readonly created_at: string
  readonly updated_at: string
  readonly metadata: JsonObject | null
}

/** A step with its time since the run was created. */
export interface TimedStep extends Step {
  readonly atMs: number
}

/** A run stores its script. Its status at a moment follows from the clock. */
export interface RunRecord {
  readonly response_id: string
  readonly thread_id: string
  readonly tenant_id: string
  readonly user_id: string | null
  readonly input_messages: ReadonlyArray<unknown>
  readonly options: JsonObject | null
  readonly createdMs: number
  readonly cancelledMs: number | null
  readonly steps: ReadonlyArray<TimedStep>
}

export interface FeedbackRecord {
  readonly feedback_id: string
  readonly response_id: string
  readonly tenant_id: string
  readonly user_id: string | null
  readonly feedback_text: string
  readonly feedback_type: string
  readonly progress_id: string | null
  readonly tool_call_id: string | null
  readonly tool_args_update: JsonObject | null
  readonly createdMs: number
}

export interface KeyRecord {
  readonly key_id: string
  readonly tenant_id: string
  readonly user_id: string | null
  readonly provider: string
  readonly key_name: string | null
  readonly expires_at: string | null
  readonly created_at: string
  readonly updated_at: string
}

export interface FileRecord {
  readonly id: string
  readonly tenant_id: string
  readonly user_id: string | null
  readonly file_name: string
  readonly original_file_name: string
  readonly mime_type: string
  readonly file_size: number
  readonly file_scope: string
  readonly tags: ReadonlyArray<string> | null
  readonly createdMs: number
  readonly updatedMs: number
  readonly deletedMs: number | null
}

/** A batch of drafts; how far it is follows from the clock. */
export interface DraftJobRecord {
  readonly job_id: string
  readonly tenant_id: string
  readonly user_id: string | null
  readonly prospects: ReadonlyArray<JsonObject>
  readonly content: string | null
  readonly subject: string | null
  readonly createdMs: number
}

/** A connection that becomes `outcome` once the user is back from the browser. */
export interface ConnectionRecord {
  readonly connection_id: string
  readonly tenant_id: string
  readonly user_id: string
  readonly app_name: string
  readonly provider: string
  readonly outcome: string
  readonly createdMs: number
}

export const iso = (ms: number): string => new Date(ms).toISOString()

export const users = (context: Context): Collection<UserRecord> => context.store.collection("lumnis.users")
export const threads = (context: Context): Collection<ThreadRecord> => context.store.collection("lumnis.threads")
export const runs = (context: Context): Collection<RunRecord> => context.store.collection("lumnis.runs")
export const feedback = (context: Context): Collection<FeedbackRecord> => context.store.collection("lumnis.feedback")
export const keys = (context: Context): Collection<KeyRecord> => context.store.collection("lumnis.keys")
export const files = (context: Context): Collection<FileRecord> => context.store.collection("lumnis.files")
export const keyModes = (context: Context): Collection<{ readonly mode: string }> =>
  context.store.collection("lumnis.key-modes")
export const draftJobs = (context: Context): Collection<DraftJobRecord> => context.store.collection("lumnis.draft-jobs")
export const connections = (context: Context): Collection<ConnectionRecord> =>
  context.store.collection("lumnis.connections")
export const apps = (context: Context): Collection<{ readonly enabled: boolean }> =>
  context.store.collection("lumnis.apps")
