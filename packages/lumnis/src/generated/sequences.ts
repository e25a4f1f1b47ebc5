/**
 * The resource `sequences` of Lumnis AI REST API (wire contract).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { OpenEnum } from "@trilum/core/OpenEnum"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ActionLimit {
  readonly limit: number
  readonly remaining: number
  readonly resets_at: Date
  readonly used: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApprovalItem {
  readonly action: string
  readonly channel: string
  readonly created_at: Date
  readonly execution_id: string
  readonly step_execution_id: string
  readonly step_name: string
  readonly template_id: string
  readonly ai_precheck_reason?: string | null
  readonly ai_precheck_result?: string | null
  readonly approval_notes?: string | null
  readonly content?: string | null
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly project_id?: string | null
  readonly prospect_external_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApprovalListResponse {
  readonly approvals: ReadonlyArray<ApprovalItem>
  readonly has_more: boolean
  readonly limit: number
  readonly offset: number
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApprovalResponse {
  readonly status: StepApprovalStatus
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApprovalsParams {
  readonly project_ids: ReadonlyArray<string>
  readonly include_content?: boolean | undefined
  readonly limit?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApprovalsRequestItem {
  readonly id: string
  readonly params: ApprovalsParams
  readonly type: "approvals"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApprovalsResponseItem {
  readonly id: string
  readonly data: { readonly [key: string]: ProjectApprovalsData }
  readonly type: "approvals"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchExecutionInclude {
  readonly events?: boolean | undefined
  readonly step_history?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchExecutionRequest {
  /** Ids of the sequence executions. */
  readonly execution_ids: ReadonlyArray<string>
  readonly include?: BatchExecutionInclude | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchExecutionResponse {
  readonly errors: { readonly [key: string]: string }
  readonly executions: { readonly [key: string]: ExecutionDetailResponse | null }
  readonly fetched_at: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchPollActionUsage {
  readonly limit: number
  readonly resets_at: Date
  readonly used: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchPollErrorDetail {
  readonly code: string
  readonly message: string
  readonly request_type: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchPollErrorItem {
  readonly id: string
  readonly error: BatchPollErrorDetail
  readonly type: "error"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchPollRateLimits {
  readonly email: { readonly [key: string]: BatchPollActionUsage }
  readonly linkedin: { readonly [key: string]: BatchPollActionUsage }
}

/**
 * Several dashboard reads in one call; at most 10 items.
 *
 * @since 0.1.0
 * @category models
 */
export interface BatchPollRequest {
  /** What to poll, one object each. */
  readonly requests: ReadonlyArray<BatchRequestItem>
}

/**
 * Answers in the order of the request ids; failed items have type error.
 *
 * @since 0.1.0
 * @category models
 */
export interface BatchPollResponse {
  readonly polled_at: Date
  readonly responses: ReadonlyArray<BatchResponseItem>
}

/**
 * @since 0.1.0
 * @category models
 */
export type BatchRequestItem = ExecutionsRequestItem | MetricsRequestItem | ApprovalsRequestItem | RateLimitsRequestItem

/**
 * @since 0.1.0
 * @category models
 */
export type BatchResponseItem =
  | ExecutionsResponseItem
  | MetricsResponseItem
  | ApprovalsResponseItem
  | RateLimitsResponseItem
  | BatchPollErrorItem

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchStepMetric {
  readonly accepted: number
  readonly already_connected: number
  readonly delivered: number
  readonly failed: number
  readonly not_connected: number
  readonly pending: number
  readonly replied: number
  readonly sent: number
  readonly step_key: string
  readonly step_name: string
}

/**
 * @since 0.1.0
 * @category models
 */
export type BulkApprovalAction = "approve" | "reject" | "skip"

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkApprovalFailure {
  readonly id: string
  readonly error: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkApprovalRequest {
  /** Ids of the step executions. */
  readonly step_execution_ids: ReadonlyArray<string>
  /** approve, reject or skip. Default: `"approve"`. */
  readonly action?: BulkApprovalAction | undefined
  /** Why, for the log. */
  readonly reason?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkApprovalResponse {
  readonly failed: ReadonlyArray<BulkApprovalFailure>
  readonly succeeded: ReadonlyArray<string>
  readonly total_failed: number
  readonly total_succeeded: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkCompleteFailure {
  readonly id: string
  readonly error: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkCompleteRequest {
  /** Ids of the sequence executions. */
  readonly execution_ids: ReadonlyArray<string>
  readonly outcome: ExecutionOutcome
  /** Notes for the log. */
  readonly notes?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkCompleteResponse {
  readonly failed: ReadonlyArray<BulkCompleteFailure>
  readonly succeeded: ReadonlyArray<string>
  readonly total_failed: number
  readonly total_succeeded: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkOperationRequest {
  /** Reports what would change and changes nothing. */
  readonly dry_run?: boolean | undefined
  /** Ids of the sequence executions. */
  readonly execution_ids?: ReadonlyArray<string> | undefined
  /** Project id. */
  readonly project_id?: string | undefined
  /** Only executions of these projects. */
  readonly project_ids?: ReadonlyArray<string> | undefined
  /** Why, for the log. */
  readonly reason?: string | undefined
  /** Id of the sequence template. */
  readonly template_id?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkOperationResponse {
  readonly affected_count: number
  readonly status: string
  readonly errors?: { readonly [key: string]: string } | null
  readonly failed_count?: number | null
  readonly failed_ids?: ReadonlyArray<string> | null
  readonly is_dry_run?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CompleteExecutionRequest {
  readonly outcome: ExecutionOutcome
  /** Notes for the log. */
  readonly notes?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CompleteExecutionResponse {
  readonly completed_at: Date
  readonly execution_id: string
  readonly exit_reason: string
  readonly final_status: string
  readonly success: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export type ContentSource = OpenEnum<"template" | "ai_generate" | "ai_enhance" | "none">

/**
 * @since 0.1.0
 * @category models
 */
export interface DuplicateTemplateRequest {
  /** Name. */
  readonly name: string
  /** Shares the template with all users of the tenant. */
  readonly share_with_tenant?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export type EmailAction = "send"

/**
 * @since 0.1.0
 * @category models
 */
export type EngagementStatus = OpenEnum<
  | "connection_pending"
  | "connection_accepted"
  | "message_sent"
  | "awaiting_reply"
  | "replied"
  | "replied_positive"
  | "replied_negative"
  | "replied_neutral"
  | "no_response"
  | "sequence_active"
  | "sequence_failed"
  | "unknown"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface EngagementStatusData {
  readonly status: EngagementStatus
  readonly current_step_key?: string | null
  readonly days_since_action?: number | null
  readonly last_action_at?: Date | null
  readonly reply_sentiment?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EngagementStatusRequest {
  /** Ids of the sequence executions. */
  readonly execution_ids: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EngagementStatusResponse {
  readonly computed_at: Date
  readonly errors: { readonly [key: string]: string }
  readonly statuses: { readonly [key: string]: EngagementStatusData }
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionDetailResponse {
  readonly id: string
  readonly created_at: Date
  readonly events: ReadonlyArray<ExecutionEvent>
  readonly prospect_id: string
  readonly status: ExecutionStatus
  readonly step_history: ReadonlyArray<StepHistoryEntry>
  readonly template_id: string
  readonly template_name: string
  readonly completed_at?: Date | null
  readonly current_step?: ExecutionDetailResponseCurrentStep | null
  readonly current_step_key?: string | null
  readonly error_count?: number | null
  readonly exit_reason?: string | null
  readonly last_error?: string | null
  readonly pause_reason?: string | null
  readonly paused_at?: Date | null
  readonly project_id?: string | null
  readonly prospect_external_id?: string | null
  readonly started_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionDetailResponseCurrentStep {
  readonly name: string
  readonly step_key: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionEvent {
  readonly created_at: Date
  readonly event_type: string
  readonly event_data?: ExecutionEventData | null
  readonly processing_status?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionEventData {
  readonly at_step_key?: string | null
  readonly message_content?: string | null
  readonly message_preview?: string | null
  readonly notes?: string | null
  readonly reason?: string | null
  readonly sentiment?: ReplySentiment | null
  readonly skipped?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionListResponse {
  readonly executions: ReadonlyArray<ExecutionSummary>
  readonly has_more: boolean
  readonly limit: number
  readonly offset: number
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionMetricsResponse {
  readonly filters: ExecutionMetricsResponseFilters
  readonly funnel: ExecutionMetricsResponseFunnel
  readonly status_counts: { readonly [key: string]: number }
  readonly step_metrics: ReadonlyArray<StepMetric>
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionMetricsResponseFilters {
  readonly project_id?: string | null
  readonly template_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionMetricsResponseFunnel {
  readonly active: number
  readonly completed: number
  readonly failed: number
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export type ExecutionOutcome = OpenEnum<"meeting_booked" | "interested" | "hired" | "not_interested" | "other">

/**
 * @since 0.1.0
 * @category models
 */
export type ExecutionStatus = OpenEnum<
  | "queued"
  | "processing"
  | "active"
  | "waiting_delay"
  | "waiting_event"
  | "waiting_approval"
  | "paused"
  | "completed"
  | "exited"
  | "cancelled"
  | "failed"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionSummary {
  readonly id: string
  readonly created_at: Date
  readonly prospect_id: string
  readonly status: ExecutionStatus
  readonly template_id: string
  readonly template_name: string
  readonly current_step_key?: string | null
  readonly project_id?: string | null
  readonly prospect_external_id?: string | null
  readonly started_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionSummaryExtended {
  readonly id: string
  readonly created_at: Date
  readonly prospect_id: string
  readonly status: ExecutionStatus
  readonly template_id: string
  readonly template_name: string
  readonly current_step_key?: string | null
  readonly current_step_name?: string | null
  readonly current_step_status?: string | null
  readonly next_transition_at?: Date | null
  readonly project_id?: string | null
  readonly prospect_external_id?: string | null
  readonly prospect_name?: string | null
  readonly prospect_title?: string | null
  readonly started_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionsParams {
  readonly project_ids: ReadonlyArray<string>
  readonly include_prospect_details?: boolean | undefined
  readonly limit?: number | undefined
  readonly status?: ExecutionStatus | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionsRequestItem {
  readonly id: string
  readonly params: ExecutionsParams
  readonly type: "executions"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ExecutionsResponseItem {
  readonly id: string
  readonly data: { readonly [key: string]: ProjectExecutionsData }
  readonly type: "executions"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LifecycleOperationResponse {
  readonly message: string
  readonly status: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedInAccountRateLimits {
  readonly comment_post?: number | undefined
  readonly connection_request?: number | undefined
  readonly inmail?: number | undefined
  readonly like_post?: number | undefined
  readonly message?: number | undefined
  readonly view_profile?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedInAccountRateLimitsResponse {
  readonly account_id: string
  readonly daily_action_counts: { readonly [key: string]: number }
  readonly daily_limits: { readonly [key: string]: number }
  readonly updated_at: Date
  readonly last_reset_date?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedInAccountRateLimitsUpdate {
  readonly daily_limits: LinkedInAccountRateLimits
}

/**
 * @since 0.1.0
 * @category models
 */
export type LinkedInAction = OpenEnum<
  "check_connection" | "connection_request" | "message" | "inmail" | "view_profile" | "like_post" | "comment_post"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface MetricsParams {
  readonly project_ids: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MetricsRequestItem {
  readonly id: string
  readonly params: MetricsParams
  readonly type: "metrics"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MetricsResponseItem {
  readonly id: string
  readonly data: { readonly [key: string]: ProjectMetricsData }
  readonly type: "metrics"
}

/**
 * @since 0.1.0
 * @category models
 */
export type OnFailure = OpenEnum<"fail" | "skip" | "retry">

/**
 * @since 0.1.0
 * @category models
 */
export interface PendingApprovalExtended {
  readonly action: string
  readonly channel: string
  readonly created_at: Date
  readonly execution_id: string
  readonly prospect_id: string
  readonly step_execution_id: string
  readonly step_name: string
  readonly template_id: string
  readonly ai_precheck_reason?: string | null
  readonly ai_precheck_result?: string | null
  readonly approval_notes?: string | null
  readonly content?: string | null
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly project_id?: string | null
  readonly prospect_company?: string | null
  readonly prospect_external_id?: string | null
  readonly prospect_name?: string | null
  readonly prospect_title?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProjectApprovalsData {
  readonly approvals: ReadonlyArray<PendingApprovalExtended>
  readonly has_more: boolean
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProjectExecutionsData {
  readonly executions: ReadonlyArray<ExecutionSummaryExtended>
  readonly has_more: boolean
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProjectMetricsData {
  readonly funnel: { readonly [key: string]: number }
  readonly replied: number
  readonly status_counts: { readonly [key: string]: number }
  readonly step_metrics: ReadonlyArray<BatchStepMetric>
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface RateLimitStatusResponse {
  readonly email: { readonly [key: string]: ActionLimit }
  readonly linkedin: { readonly [key: string]: ActionLimit }
}

/**
 * @since 0.1.0
 * @category models
 */
export interface RateLimitsParams {
  readonly channels?: ReadonlyArray<string> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface RateLimitsRequestItem {
  readonly id: string
  readonly type: "rate_limits"
  readonly params?: RateLimitsParams | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface RateLimitsResponseItem {
  readonly id: string
  readonly data: BatchPollRateLimits
  readonly type: "rate_limits"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface RejectStepRequest {
  /** Why, for the log. */
  readonly reason: string
}

/**
 * @since 0.1.0
 * @category models
 */
export type ReplySentiment = OpenEnum<"positive" | "negative" | "neutral" | "objection" | "ooo">

/**
 * @since 0.1.0
 * @category models
 */
export type SequenceAction = LinkedInAction | EmailAction

/**
 * @since 0.1.0
 * @category models
 */
export type SequenceChannel = OpenEnum<"linkedin" | "email">

/**
 * @since 0.1.0
 * @category models
 */
export type SequenceEventType = OpenEnum<
  | "step_completed"
  | "delay_elapsed"
  | "reply_received"
  | "connection_accepted"
  | "connection_ignored"
  | "is_connected"
  | "is_not_connected"
  | "inmail_accepted"
  | "profile_viewed_back"
  | "email_opened"
  | "email_clicked"
  | "email_bounced"
  | "meeting_booked"
  | "opted_out"
  | "outcome_recorded"
  | "step_failed"
  | "manual_advance"
  | "manual_exit"
  | "step_skipped"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceProspectInput {
  readonly prospect_id: string
  readonly context?: { readonly [key: string]: unknown } | undefined
  readonly prospect_external_id?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceTemplateCreate {
  /** Name. */
  readonly name: string
  /** Steps of the sequence. */
  readonly steps: ReadonlyArray<StepConfigInput>
  /** Transitions between steps. */
  readonly transitions: ReadonlyArray<TransitionConfigInput>
  /** Description for people. */
  readonly description?: string | undefined
  /** Users to share with. */
  readonly share_with?: ReadonlyArray<TemplateShareConfig> | undefined
  /** Shares the template with all users of the tenant. */
  readonly share_with_tenant?: boolean | undefined
  /** Use case, for lists. */
  readonly use_case?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceTemplateResponse {
  readonly id: string
  readonly created_at: Date
  readonly is_archived: boolean
  readonly name: string
  readonly steps: ReadonlyArray<StepConfig>
  readonly times_used: number
  readonly transitions: ReadonlyArray<TransitionConfig>
  readonly updated_at: Date
  readonly version: number
  readonly avg_reply_rate?: number | null
  readonly created_by?: string | null
  /** Email of the creator. */
  readonly created_by_email?: string | null
  readonly description?: string | null
  readonly is_owner?: boolean | null
  readonly is_tenant_wide?: boolean | null
  readonly use_case?: string | null
  readonly user_permission?: SharePermission | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceTemplateUpdate {
  /** Description for people. */
  readonly description?: string | undefined
  /** Name. */
  readonly name?: string | undefined
  /** Steps of the sequence. */
  readonly steps?: ReadonlyArray<StepConfigInput> | undefined
  /** Transitions between steps. */
  readonly transitions?: ReadonlyArray<TransitionConfigInput> | undefined
  /** Use case, for lists. */
  readonly use_case?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export type SharePermission = OpenEnum<"view" | "use" | "edit">

/**
 * @since 0.1.0
 * @category models
 */
export interface SkipStepResponse {
  readonly execution_id: string
  readonly execution_status: string
  readonly previous_status: string
  readonly previous_step_key: string
  readonly step_execution_id: string
  readonly success: boolean
  readonly next_step_at?: Date | null
  readonly next_step_key?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkippedProspect {
  readonly prospect_id: string
  readonly reason: string
  readonly existing_execution_id?: string | null
  readonly existing_status?: string | null
  readonly prospect_external_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StartExecutionRequest {
  /** Prospects, one object each. */
  readonly prospects: ReadonlyArray<SequenceProspectInput>
  /** Id of the sequence template. */
  readonly template_id: string
  /** Project id. */
  readonly project_id?: string | undefined
  /** Replaces running executions of the same prospects. */
  readonly replace_existing?: boolean | undefined
  /** Changes by step. */
  readonly step_overrides?: { readonly [key: string]: unknown } | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StartExecutionResponse {
  readonly execution_ids: ReadonlyArray<string>
  readonly started: number
  readonly template_id: string
  readonly project_id?: string | null
  readonly skipped?: ReadonlyArray<SkippedProspect> | null
  readonly skipped_count?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type StepApprovalStatus = OpenEnum<"approved" | "rejected">

/**
 * One step of a sequence template.
 *
 * @since 0.1.0
 * @category models
 */
export interface StepConfig {
  readonly action: SequenceAction
  readonly channel: SequenceChannel
  readonly name: string
  readonly step_key: string
  readonly action_config?: { readonly [key: string]: unknown } | null
  readonly ai_instructions?: string | null
  readonly ai_precheck?: boolean | null
  readonly ai_precheck_instructions?: string | null
  readonly content_source?: ContentSource | null
  readonly content_template?: string | null
  readonly description?: string | null
  readonly max_retries?: number | null
  readonly on_failure?: OnFailure | null
  readonly requires_approval?: boolean | null
  readonly ui_position_x?: number | null
  readonly ui_position_y?: number | null
}

/**
 * One step of a sequence template.
 *
 * @since 0.1.0
 * @category models
 */
export interface StepConfigInput {
  readonly action: SequenceAction
  readonly channel: SequenceChannel
  readonly name: string
  readonly step_key: string
  readonly action_config?: { readonly [key: string]: unknown } | undefined
  readonly ai_instructions?: string | undefined
  readonly ai_precheck?: boolean | undefined
  readonly ai_precheck_instructions?: string | undefined
  readonly content_source?: ContentSource | undefined
  readonly content_template?: string | undefined
  readonly description?: string | undefined
  readonly max_retries?: number | undefined
  readonly on_failure?: OnFailure | undefined
  readonly requires_approval?: boolean | undefined
  readonly ui_position_x?: number | undefined
  readonly ui_position_y?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StepExecutionItem {
  readonly action: string
  readonly channel: string
  readonly created_at: Date
  readonly execution_id: string
  readonly status: StepExecutionStatus
  readonly step_execution_id: string
  readonly template_id: string
  readonly ai_precheck_reason?: string | null
  readonly ai_precheck_result?: string | null
  readonly content?: string | null
  readonly error_message?: string | null
  readonly project_id?: string | null
  readonly prospect_company?: string | null
  readonly prospect_external_id?: string | null
  readonly prospect_id?: string | null
  readonly prospect_name?: string | null
  readonly prospect_title?: string | null
  readonly scheduled_at?: Date | null
  readonly sent_at?: Date | null
  readonly step_key?: string | null
  readonly step_name?: string | null
  readonly subject?: string | null
  readonly template_name?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StepExecutionListResponse {
  readonly has_more: boolean
  readonly items: ReadonlyArray<StepExecutionItem>
  readonly limit: number
  readonly offset: number
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export type StepExecutionStatus = OpenEnum<
  | "pending"
  | "scheduled"
  | "waiting_approval"
  | "approved"
  | "rejected"
  | "executing"
  | "sent"
  | "delivered"
  | "opened"
  | "clicked"
  | "replied"
  | "accepted"
  | "completed"
  | "failed"
  | "skipped"
  | "cancelled"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface StepHistoryEntry {
  readonly status: StepExecutionStatus
  readonly step_key: string
  readonly action?: string | null
  readonly actual_action?: string | null
  readonly actual_channel?: string | null
  readonly actual_content?: string | null
  readonly completed_at?: Date | null
  readonly error_message?: string | null
  readonly reply_content?: string | null
  readonly reply_received_at?: Date | null
  readonly reply_sentiment?: ReplySentiment | null
  readonly scheduled_at?: Date | null
  readonly sent_at?: Date | null
  readonly started_at?: Date | null
  readonly step_name?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StepMetric {
  readonly accepted: number
  readonly already_connected: number
  readonly delivered: number
  readonly failed: number
  readonly not_connected: number
  readonly pending: number
  readonly replied: number
  readonly sent: number
  readonly step_key: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TemplateShareConfig {
  readonly permission: SharePermission
  readonly user_id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TemplateShareInfo {
  readonly id: string
  readonly created_at: Date
  readonly permission: SharePermission
  readonly shared_by?: string | null
  readonly user_email?: string | null
  readonly user_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TemplateShareRequest {
  /** Users to add. */
  readonly add_users?: ReadonlyArray<TemplateShareConfig> | undefined
  /** Users to remove. */
  readonly remove_users?: ReadonlyArray<string> | undefined
  /** Shares the template with all users of the tenant. */
  readonly share_with_tenant?: boolean | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TemplateSharesResponse {
  readonly is_tenant_wide: boolean
  readonly shares: ReadonlyArray<TemplateShareInfo>
  readonly template_id: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TransitionCondition {
  readonly type: TransitionConditionType
  readonly field?: string | null
  readonly operator?: TransitionConditionOperator | null
  readonly value?: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TransitionConditionInput {
  readonly type: TransitionConditionType
  readonly field?: string | undefined
  readonly operator?: TransitionConditionOperator | undefined
  readonly value?: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export type TransitionConditionOperator = OpenEnum<
  "equals" | "not_equals" | "exists" | "not_exists" | "gt" | "lt" | "contains" | "in"
>

/**
 * @since 0.1.0
 * @category models
 */
export type TransitionConditionType = OpenEnum<"no_reply" | "has_email" | "is_connected" | "prospect_field">

/**
 * Edge between steps, fired by an event.
 *
 * @since 0.1.0
 * @category models
 */
export interface TransitionConfig {
  readonly event_type: SequenceEventType
  readonly conditions?: ReadonlyArray<TransitionCondition> | null
  readonly delay_days?: number | null
  readonly delay_hours?: number | null
  readonly event_params?: TransitionEventParams | null
  readonly exit_reason?: string | null
  readonly from_step_key?: string | null
  readonly priority?: number | null
  readonly to_step_key?: string | null
  readonly ui_label?: string | null
}

/**
 * Edge between steps, fired by an event.
 *
 * @since 0.1.0
 * @category models
 */
export interface TransitionConfigInput {
  readonly event_type: SequenceEventType
  readonly conditions?: ReadonlyArray<TransitionConditionInput> | undefined
  readonly delay_days?: number | undefined
  readonly delay_hours?: number | undefined
  readonly event_params?: TransitionEventParamsInput | undefined
  readonly exit_reason?: string | undefined
  readonly from_step_key?: string | null | undefined
  readonly priority?: number | undefined
  readonly to_step_key?: string | null | undefined
  readonly ui_label?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TransitionEventParams {
  readonly days_waiting?: number | null
  readonly min_delay_days?: number | null
  readonly sentiment?: ReplySentiment | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TransitionEventParamsInput {
  readonly days_waiting?: number | undefined
  readonly min_delay_days?: number | undefined
  readonly sentiment?: ReplySentiment | undefined
  readonly [key: string]: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdateStepExecutionRequest {
  /** Text of the message. */
  readonly content?: string | undefined
  /** When the step runs (ISO 8601). */
  readonly scheduled_at?: Date | string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdateStepExecutionResponse {
  readonly status: string
  readonly step_execution_id: string
  readonly updated: boolean
  readonly content?: string | null
  readonly scheduled_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ValidationIssue {
  readonly message: string
  readonly field?: string | null
  readonly step_key?: string | null
  readonly suggestion?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ValidationResponse {
  readonly errors: ReadonlyArray<ValidationIssue>
  readonly is_valid: boolean
  readonly warnings: ReadonlyArray<ValidationIssue>
}

/**
 * Parameters of {@link listSequenceApprovals}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesListPendingApprovalsParams {
  /** Id of the sequence template. */
  readonly template_id?: string | undefined
  /** Project id. */
  readonly project_id?: string | undefined
  /** Channel, e.g. email or linkedin. */
  readonly channel?: SequenceChannel | undefined
  /** Only steps with this action. */
  readonly action?: SequenceAction | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link bulkSequenceApprovalAction}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesBulkApprovalActionParams extends BulkApprovalRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link approveSequenceStep}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesApproveStepParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Text to send instead of the proposed one. */
  readonly modified_content?: string | undefined
  /** Notes for the log. */
  readonly notes?: string | undefined
}

/**
 * Parameters of {@link rejectSequenceStep}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesRejectStepParams extends RejectStepRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link skipSequenceStep}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesSkipStepParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Why, for the log. */
  readonly reason?: string | undefined
}

/**
 * Parameters of {@link listSequenceExecutions}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesListExecutionsParams {
  /** Id of the sequence template. */
  readonly template_id?: string | undefined
  /** Project id. */
  readonly project_id?: string | undefined
  /** Only rows in this status. */
  readonly status?: ExecutionStatus | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link startSequenceExecutions}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesStartExecutionsParams extends StartExecutionRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link batchGetSequenceExecutions}.
 *
 * @since 0.1.0
 * @category models
 */
export type SequencesBatchGetExecutionsParams = BatchExecutionRequest

/**
 * Parameters of {@link bulkCompleteSequenceExecutions}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesBulkCompleteExecutionsParams extends BulkCompleteRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link bulkPauseSequenceExecutions}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesBulkPauseExecutionsParams extends BulkOperationRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link bulkResumeSequenceExecutions}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesBulkResumeExecutionsParams extends BulkOperationRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link bulkStopSequenceExecutions}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesBulkStopExecutionsParams extends BulkOperationRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getSequenceEngagementStatus}.
 *
 * @since 0.1.0
 * @category models
 */
export type SequencesGetEngagementStatusParams = EngagementStatusRequest

/**
 * Parameters of {@link getSequenceExecutionMetrics}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesGetExecutionMetricsParams {
  /** Id of the sequence template. */
  readonly template_id?: string | undefined
  /** Project id. */
  readonly project_id?: string | undefined
}

/**
 * Parameters of {@link completeSequenceExecution}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesCompleteExecutionParams extends CompleteExecutionRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link pauseSequenceExecution}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesPauseExecutionParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Why, for the log. */
  readonly reason?: string | undefined
}

/**
 * Parameters of {@link resumeSequenceExecution}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesResumeExecutionParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link retrySequenceExecution}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesRetryExecutionParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link stopSequenceExecution}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesStopExecutionParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Why, for the log. */
  readonly reason?: string | undefined
}

/**
 * Parameters of {@link getLinkedInAccountRateLimits}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesGetLinkedInAccountRateLimitsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Default: the latest active account. */
  readonly account_id?: string | undefined
}

/**
 * Parameters of {@link updateLinkedInAccountRateLimits}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesUpdateLinkedInAccountRateLimitsParams extends LinkedInAccountRateLimitsUpdate {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Id of the connected account. */
  readonly account_id?: string | undefined
}

/**
 * Parameters of {@link pollSequences}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesBatchPollParams extends BatchPollRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getSequenceRateLimitStatus}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesGetRateLimitStatusParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link listStepExecutions}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesListStepExecutionsParams {
  /** Only these values. */
  readonly status?: ReadonlyArray<StepExecutionStatus> | undefined
  /** Id of the sequence template. */
  readonly template_id?: string | undefined
  /** Project id. */
  readonly project_id?: string | undefined
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Channel, e.g. email or linkedin. */
  readonly channel?: SequenceChannel | undefined
  /** Only steps with this action. */
  readonly action?: SequenceAction | undefined
  /** Only steps scheduled at or after this time (ISO 8601). */
  readonly scheduled_after?: Date | string | undefined
  /** Only steps scheduled at or before this time (ISO 8601). */
  readonly scheduled_before?: Date | string | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link updateStepExecution}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesUpdateStepExecutionParams extends UpdateStepExecutionRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link listSequenceTemplates}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesListTemplatesParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Use case of the template. */
  readonly use_case?: string | undefined
  /** Also the templates of the platform. */
  readonly include_system?: boolean | undefined
  /** Also archived templates. */
  readonly include_archived?: boolean | undefined
  /** Only templates that the user owns. */
  readonly owned_only?: boolean | undefined
}

/**
 * Parameters of {@link createSequenceTemplate}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesCreateTemplateParams extends SequenceTemplateCreate {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link validateSequenceTemplate}.
 *
 * @since 0.1.0
 * @category models
 */
export type SequencesValidateTemplateParams = SequenceTemplateCreate

/**
 * Parameters of {@link getSequenceTemplate}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesGetTemplateParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateSequenceTemplate}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesUpdateTemplateParams extends SequenceTemplateUpdate {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link archiveSequenceTemplate}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesArchiveTemplateParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link duplicateSequenceTemplate}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesDuplicateTemplateParams extends DuplicateTemplateRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateSequenceTemplateShares}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesUpdateTemplateSharesParams extends TemplateShareRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link removeSequenceTemplateShare}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SequencesRemoveTemplateShareParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Schema of {@link ActionLimit}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ActionLimitSchema: R.ResponseSchema<ActionLimit> = /*#__PURE__*/ R.struct<ActionLimit>(() => ({
  limit: R.number,
  remaining: R.number,
  resets_at: R.timestamp,
  used: R.number
}))

/**
 * Schema of {@link ApprovalItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApprovalItemSchema: R.ResponseSchema<ApprovalItem> = /*#__PURE__*/ R.struct<ApprovalItem>(() => ({
  action: R.string,
  channel: R.string,
  created_at: R.timestamp,
  execution_id: R.string,
  step_execution_id: R.string,
  step_name: R.string,
  template_id: R.string,
  ai_precheck_reason: R.optional(R.string),
  ai_precheck_result: R.optional(R.string),
  approval_notes: R.optional(R.string),
  content: R.optional(R.string),
  metadata: R.optional(R.object),
  project_id: R.optional(R.string),
  prospect_external_id: R.optional(R.string)
}))

/**
 * Schema of {@link ApprovalListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApprovalListResponseSchema: R.ResponseSchema<ApprovalListResponse> =
  /*#__PURE__*/ R.struct<ApprovalListResponse>(() => ({
    approvals: R.array(ApprovalItemSchema),
    has_more: R.boolean,
    limit: R.number,
    offset: R.number,
    total: R.number
  }))

/**
 * Schema of {@link ApprovalResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApprovalResponseSchema: R.ResponseSchema<ApprovalResponse> = /*#__PURE__*/ R.struct<ApprovalResponse>(
  () => ({
    status: StepApprovalStatusSchema
  })
)

/**
 * Schema of {@link ApprovalsResponseItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApprovalsResponseItemSchema: R.ResponseSchema<ApprovalsResponseItem> =
  /*#__PURE__*/ R.struct<ApprovalsResponseItem>(() => ({
    id: R.string,
    data: R.record(ProjectApprovalsDataSchema),
    type: R.literal("approvals")
  }))

/**
 * Schema of {@link BatchExecutionResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchExecutionResponseSchema: R.ResponseSchema<BatchExecutionResponse> =
  /*#__PURE__*/ R.struct<BatchExecutionResponse>(() => ({
    errors: R.record(R.string),
    executions: R.record(R.nullable(ExecutionDetailResponseSchema)),
    fetched_at: R.timestamp
  }))

/**
 * Schema of {@link BatchPollActionUsage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchPollActionUsageSchema: R.ResponseSchema<BatchPollActionUsage> =
  /*#__PURE__*/ R.struct<BatchPollActionUsage>(() => ({
    limit: R.number,
    resets_at: R.timestamp,
    used: R.number
  }))

/**
 * Schema of {@link BatchPollErrorDetail}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchPollErrorDetailSchema: R.ResponseSchema<BatchPollErrorDetail> =
  /*#__PURE__*/ R.struct<BatchPollErrorDetail>(() => ({
    code: R.string,
    message: R.string,
    request_type: R.string
  }))

/**
 * Schema of {@link BatchPollErrorItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchPollErrorItemSchema: R.ResponseSchema<BatchPollErrorItem> =
  /*#__PURE__*/ R.struct<BatchPollErrorItem>(() => ({
    id: R.string,
    error: BatchPollErrorDetailSchema,
    type: R.literal("error")
  }))

/**
 * Schema of {@link BatchPollRateLimits}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchPollRateLimitsSchema: R.ResponseSchema<BatchPollRateLimits> =
  /*#__PURE__*/ R.struct<BatchPollRateLimits>(() => ({
    email: R.record(BatchPollActionUsageSchema),
    linkedin: R.record(BatchPollActionUsageSchema)
  }))

/**
 * Schema of {@link BatchPollResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchPollResponseSchema: R.ResponseSchema<BatchPollResponse> = /*#__PURE__*/ R.struct<BatchPollResponse>(
  () => ({
    polled_at: R.timestamp,
    responses: R.array(BatchResponseItemSchema)
  })
)

/**
 * Schema of {@link BatchResponseItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchResponseItemSchema: R.ResponseSchema<BatchResponseItem> = /*#__PURE__*/ R.lazy(() =>
  R.union<
    ExecutionsResponseItem | MetricsResponseItem | ApprovalsResponseItem | RateLimitsResponseItem | BatchPollErrorItem
  >([
    ExecutionsResponseItemSchema,
    MetricsResponseItemSchema,
    ApprovalsResponseItemSchema,
    RateLimitsResponseItemSchema,
    BatchPollErrorItemSchema
  ])
)

/**
 * Schema of {@link BatchStepMetric}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchStepMetricSchema: R.ResponseSchema<BatchStepMetric> = /*#__PURE__*/ R.struct<BatchStepMetric>(() => ({
  accepted: R.number,
  already_connected: R.number,
  delivered: R.number,
  failed: R.number,
  not_connected: R.number,
  pending: R.number,
  replied: R.number,
  sent: R.number,
  step_key: R.string,
  step_name: R.string
}))

/**
 * Schema of {@link BulkApprovalFailure}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BulkApprovalFailureSchema: R.ResponseSchema<BulkApprovalFailure> =
  /*#__PURE__*/ R.struct<BulkApprovalFailure>(() => ({
    id: R.string,
    error: R.string
  }))

/**
 * Schema of {@link BulkApprovalResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BulkApprovalResponseSchema: R.ResponseSchema<BulkApprovalResponse> =
  /*#__PURE__*/ R.struct<BulkApprovalResponse>(() => ({
    failed: R.array(BulkApprovalFailureSchema),
    succeeded: R.array(R.string),
    total_failed: R.number,
    total_succeeded: R.number
  }))

/**
 * Schema of {@link BulkCompleteFailure}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BulkCompleteFailureSchema: R.ResponseSchema<BulkCompleteFailure> =
  /*#__PURE__*/ R.struct<BulkCompleteFailure>(() => ({
    id: R.string,
    error: R.string
  }))

/**
 * Schema of {@link BulkCompleteResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BulkCompleteResponseSchema: R.ResponseSchema<BulkCompleteResponse> =
  /*#__PURE__*/ R.struct<BulkCompleteResponse>(() => ({
    failed: R.array(BulkCompleteFailureSchema),
    succeeded: R.array(R.string),
    total_failed: R.number,
    total_succeeded: R.number
  }))

/**
 * Schema of {@link BulkOperationResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BulkOperationResponseSchema: R.ResponseSchema<BulkOperationResponse> =
  /*#__PURE__*/ R.struct<BulkOperationResponse>(() => ({
    affected_count: R.number,
    status: R.string,
    errors: R.optional(R.record(R.string)),
    failed_count: R.optional(R.number),
    failed_ids: R.optional(R.array(R.string)),
    is_dry_run: R.optional(R.boolean)
  }))

/**
 * Schema of {@link CompleteExecutionResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CompleteExecutionResponseSchema: R.ResponseSchema<CompleteExecutionResponse> =
  /*#__PURE__*/ R.struct<CompleteExecutionResponse>(() => ({
    completed_at: R.timestamp,
    execution_id: R.string,
    exit_reason: R.string,
    final_status: R.string,
    success: R.boolean
  }))

/**
 * Schema of {@link ContentSource}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentSourceSchema: R.ResponseSchema<ContentSource> = /*#__PURE__*/ R.openEnum([
  "template",
  "ai_generate",
  "ai_enhance",
  "none"
])

/**
 * Schema of {@link EmailAction}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailActionSchema: R.ResponseSchema<EmailAction> = /*#__PURE__*/ R.literal("send")

/**
 * Schema of {@link EngagementStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementStatusSchema: R.ResponseSchema<EngagementStatus> = /*#__PURE__*/ R.openEnum([
  "connection_pending",
  "connection_accepted",
  "message_sent",
  "awaiting_reply",
  "replied",
  "replied_positive",
  "replied_negative",
  "replied_neutral",
  "no_response",
  "sequence_active",
  "sequence_failed",
  "unknown"
])

/**
 * Schema of {@link EngagementStatusData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementStatusDataSchema: R.ResponseSchema<EngagementStatusData> =
  /*#__PURE__*/ R.struct<EngagementStatusData>(() => ({
    status: EngagementStatusSchema,
    current_step_key: R.optional(R.string),
    days_since_action: R.optional(R.number),
    last_action_at: R.optional(R.timestamp),
    reply_sentiment: R.optional(R.string)
  }))

/**
 * Schema of {@link EngagementStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementStatusResponseSchema: R.ResponseSchema<EngagementStatusResponse> =
  /*#__PURE__*/ R.struct<EngagementStatusResponse>(() => ({
    computed_at: R.timestamp,
    errors: R.record(R.string),
    statuses: R.record(EngagementStatusDataSchema)
  }))

/**
 * Schema of {@link ExecutionDetailResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionDetailResponseSchema: R.ResponseSchema<ExecutionDetailResponse> =
  /*#__PURE__*/ R.struct<ExecutionDetailResponse>(() => ({
    id: R.string,
    created_at: R.timestamp,
    events: R.array(ExecutionEventSchema),
    prospect_id: R.string,
    status: ExecutionStatusSchema,
    step_history: R.array(StepHistoryEntrySchema),
    template_id: R.string,
    template_name: R.string,
    completed_at: R.optional(R.timestamp),
    current_step: R.optional(ExecutionDetailResponseCurrentStepSchema),
    current_step_key: R.optional(R.string),
    error_count: R.optional(R.number),
    exit_reason: R.optional(R.string),
    last_error: R.optional(R.string),
    pause_reason: R.optional(R.string),
    paused_at: R.optional(R.timestamp),
    project_id: R.optional(R.string),
    prospect_external_id: R.optional(R.string),
    started_at: R.optional(R.timestamp)
  }))

/**
 * Schema of {@link ExecutionDetailResponseCurrentStep}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionDetailResponseCurrentStepSchema: R.ResponseSchema<ExecutionDetailResponseCurrentStep> =
  /*#__PURE__*/ R.struct<ExecutionDetailResponseCurrentStep>(() => ({
    name: R.string,
    step_key: R.string
  }))

/**
 * Schema of {@link ExecutionEvent}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionEventSchema: R.ResponseSchema<ExecutionEvent> = /*#__PURE__*/ R.struct<ExecutionEvent>(() => ({
  created_at: R.timestamp,
  event_type: R.string,
  event_data: R.optional(ExecutionEventDataSchema),
  processing_status: R.optional(R.string)
}))

/**
 * Schema of {@link ExecutionEventData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionEventDataSchema: R.ResponseSchema<ExecutionEventData> =
  /*#__PURE__*/ R.struct<ExecutionEventData>(() => ({
    at_step_key: R.optional(R.string),
    message_content: R.optional(R.string),
    message_preview: R.optional(R.string),
    notes: R.optional(R.string),
    reason: R.optional(R.string),
    sentiment: R.optional(ReplySentimentSchema),
    skipped: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ExecutionListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionListResponseSchema: R.ResponseSchema<ExecutionListResponse> =
  /*#__PURE__*/ R.struct<ExecutionListResponse>(() => ({
    executions: R.array(ExecutionSummarySchema),
    has_more: R.boolean,
    limit: R.number,
    offset: R.number,
    total: R.number
  }))

/**
 * Schema of {@link ExecutionMetricsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionMetricsResponseSchema: R.ResponseSchema<ExecutionMetricsResponse> =
  /*#__PURE__*/ R.struct<ExecutionMetricsResponse>(() => ({
    filters: ExecutionMetricsResponseFiltersSchema,
    funnel: ExecutionMetricsResponseFunnelSchema,
    status_counts: R.record(R.number),
    step_metrics: R.array(StepMetricSchema),
    total: R.number
  }))

/**
 * Schema of {@link ExecutionMetricsResponseFilters}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionMetricsResponseFiltersSchema: R.ResponseSchema<ExecutionMetricsResponseFilters> =
  /*#__PURE__*/ R.struct<ExecutionMetricsResponseFilters>(() => ({
    project_id: R.optional(R.string),
    template_id: R.optional(R.string)
  }))

/**
 * Schema of {@link ExecutionMetricsResponseFunnel}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionMetricsResponseFunnelSchema: R.ResponseSchema<ExecutionMetricsResponseFunnel> =
  /*#__PURE__*/ R.struct<ExecutionMetricsResponseFunnel>(() => ({
    active: R.number,
    completed: R.number,
    failed: R.number,
    total: R.number
  }))

/**
 * Schema of {@link ExecutionStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionStatusSchema: R.ResponseSchema<ExecutionStatus> = /*#__PURE__*/ R.openEnum([
  "queued",
  "processing",
  "active",
  "waiting_delay",
  "waiting_event",
  "waiting_approval",
  "paused",
  "completed",
  "exited",
  "cancelled",
  "failed"
])

/**
 * Schema of {@link ExecutionSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionSummarySchema: R.ResponseSchema<ExecutionSummary> = /*#__PURE__*/ R.struct<ExecutionSummary>(
  () => ({
    id: R.string,
    created_at: R.timestamp,
    prospect_id: R.string,
    status: ExecutionStatusSchema,
    template_id: R.string,
    template_name: R.string,
    current_step_key: R.optional(R.string),
    project_id: R.optional(R.string),
    prospect_external_id: R.optional(R.string),
    started_at: R.optional(R.timestamp)
  })
)

/**
 * Schema of {@link ExecutionSummaryExtended}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionSummaryExtendedSchema: R.ResponseSchema<ExecutionSummaryExtended> =
  /*#__PURE__*/ R.struct<ExecutionSummaryExtended>(() => ({
    id: R.string,
    created_at: R.timestamp,
    prospect_id: R.string,
    status: ExecutionStatusSchema,
    template_id: R.string,
    template_name: R.string,
    current_step_key: R.optional(R.string),
    current_step_name: R.optional(R.string),
    current_step_status: R.optional(R.string),
    next_transition_at: R.optional(R.timestamp),
    project_id: R.optional(R.string),
    prospect_external_id: R.optional(R.string),
    prospect_name: R.optional(R.string),
    prospect_title: R.optional(R.string),
    started_at: R.optional(R.timestamp)
  }))

/**
 * Schema of {@link ExecutionsResponseItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExecutionsResponseItemSchema: R.ResponseSchema<ExecutionsResponseItem> =
  /*#__PURE__*/ R.struct<ExecutionsResponseItem>(() => ({
    id: R.string,
    data: R.record(ProjectExecutionsDataSchema),
    type: R.literal("executions")
  }))

/**
 * Schema of {@link LifecycleOperationResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LifecycleOperationResponseSchema: R.ResponseSchema<LifecycleOperationResponse> =
  /*#__PURE__*/ R.struct<LifecycleOperationResponse>(() => ({
    message: R.string,
    status: R.string
  }))

/**
 * Schema of {@link LinkedInAccountRateLimitsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedInAccountRateLimitsResponseSchema: R.ResponseSchema<LinkedInAccountRateLimitsResponse> =
  /*#__PURE__*/ R.struct<LinkedInAccountRateLimitsResponse>(() => ({
    account_id: R.string,
    daily_action_counts: R.record(R.number),
    daily_limits: R.record(R.number),
    updated_at: R.timestamp,
    last_reset_date: R.optional(R.string)
  }))

/**
 * Schema of {@link LinkedInAction}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedInActionSchema: R.ResponseSchema<LinkedInAction> = /*#__PURE__*/ R.openEnum([
  "check_connection",
  "connection_request",
  "message",
  "inmail",
  "view_profile",
  "like_post",
  "comment_post"
])

/**
 * Schema of {@link MetricsResponseItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MetricsResponseItemSchema: R.ResponseSchema<MetricsResponseItem> =
  /*#__PURE__*/ R.struct<MetricsResponseItem>(() => ({
    id: R.string,
    data: R.record(ProjectMetricsDataSchema),
    type: R.literal("metrics")
  }))

/**
 * Schema of {@link OnFailure}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OnFailureSchema: R.ResponseSchema<OnFailure> = /*#__PURE__*/ R.openEnum(["fail", "skip", "retry"])

/**
 * Schema of {@link PendingApprovalExtended}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PendingApprovalExtendedSchema: R.ResponseSchema<PendingApprovalExtended> =
  /*#__PURE__*/ R.struct<PendingApprovalExtended>(() => ({
    action: R.string,
    channel: R.string,
    created_at: R.timestamp,
    execution_id: R.string,
    prospect_id: R.string,
    step_execution_id: R.string,
    step_name: R.string,
    template_id: R.string,
    ai_precheck_reason: R.optional(R.string),
    ai_precheck_result: R.optional(R.string),
    approval_notes: R.optional(R.string),
    content: R.optional(R.string),
    metadata: R.optional(R.object),
    project_id: R.optional(R.string),
    prospect_company: R.optional(R.string),
    prospect_external_id: R.optional(R.string),
    prospect_name: R.optional(R.string),
    prospect_title: R.optional(R.string)
  }))

/**
 * Schema of {@link ProjectApprovalsData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ProjectApprovalsDataSchema: R.ResponseSchema<ProjectApprovalsData> =
  /*#__PURE__*/ R.struct<ProjectApprovalsData>(() => ({
    approvals: R.array(PendingApprovalExtendedSchema),
    has_more: R.boolean,
    total: R.number
  }))

/**
 * Schema of {@link ProjectExecutionsData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ProjectExecutionsDataSchema: R.ResponseSchema<ProjectExecutionsData> =
  /*#__PURE__*/ R.struct<ProjectExecutionsData>(() => ({
    executions: R.array(ExecutionSummaryExtendedSchema),
    has_more: R.boolean,
    total: R.number
  }))

/**
 * Schema of {@link ProjectMetricsData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ProjectMetricsDataSchema: R.ResponseSchema<ProjectMetricsData> =
  /*#__PURE__*/ R.struct<ProjectMetricsData>(() => ({
    funnel: R.record(R.number),
    replied: R.number,
    status_counts: R.record(R.number),
    step_metrics: R.array(BatchStepMetricSchema),
    total: R.number
  }))

/**
 * Schema of {@link RateLimitStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const RateLimitStatusResponseSchema: R.ResponseSchema<RateLimitStatusResponse> =
  /*#__PURE__*/ R.struct<RateLimitStatusResponse>(() => ({
    email: R.record(ActionLimitSchema),
    linkedin: R.record(ActionLimitSchema)
  }))

/**
 * Schema of {@link RateLimitsResponseItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const RateLimitsResponseItemSchema: R.ResponseSchema<RateLimitsResponseItem> =
  /*#__PURE__*/ R.struct<RateLimitsResponseItem>(() => ({
    id: R.string,
    data: BatchPollRateLimitsSchema,
    type: R.literal("rate_limits")
  }))

/**
 * Schema of {@link ReplySentiment}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ReplySentimentSchema: R.ResponseSchema<ReplySentiment> = /*#__PURE__*/ R.openEnum([
  "positive",
  "negative",
  "neutral",
  "objection",
  "ooo"
])

/**
 * Schema of {@link SequenceAction}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceActionSchema: R.ResponseSchema<SequenceAction> = /*#__PURE__*/ R.lazy(() =>
  R.union<LinkedInAction | EmailAction>([LinkedInActionSchema, EmailActionSchema])
)

/**
 * Schema of {@link SequenceChannel}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceChannelSchema: R.ResponseSchema<SequenceChannel> = /*#__PURE__*/ R.openEnum(["linkedin", "email"])

/**
 * Schema of {@link SequenceEventType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceEventTypeSchema: R.ResponseSchema<SequenceEventType> = /*#__PURE__*/ R.openEnum([
  "step_completed",
  "delay_elapsed",
  "reply_received",
  "connection_accepted",
  "connection_ignored",
  "is_connected",
  "is_not_connected",
  "inmail_accepted",
  "profile_viewed_back",
  "email_opened",
  "email_clicked",
  "email_bounced",
  "meeting_booked",
  "opted_out",
  "outcome_recorded",
  "step_failed",
  "manual_advance",
  "manual_exit",
  "step_skipped"
])

/**
 * Schema of {@link SequenceTemplateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceTemplateResponseSchema: R.ResponseSchema<SequenceTemplateResponse> =
  /*#__PURE__*/ R.struct<SequenceTemplateResponse>(() => ({
    id: R.string,
    created_at: R.timestamp,
    is_archived: R.boolean,
    name: R.string,
    steps: R.array(StepConfigSchema),
    times_used: R.number,
    transitions: R.array(TransitionConfigSchema),
    updated_at: R.timestamp,
    version: R.number,
    avg_reply_rate: R.optional(R.number),
    created_by: R.optional(R.string),
    created_by_email: R.optional(R.string),
    description: R.optional(R.string),
    is_owner: R.optional(R.boolean),
    is_tenant_wide: R.optional(R.boolean),
    use_case: R.optional(R.string),
    user_permission: R.optional(SharePermissionSchema)
  }))

/**
 * Schema of {@link SharePermission}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SharePermissionSchema: R.ResponseSchema<SharePermission> = /*#__PURE__*/ R.openEnum([
  "view",
  "use",
  "edit"
])

/**
 * Schema of {@link SkipStepResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SkipStepResponseSchema: R.ResponseSchema<SkipStepResponse> = /*#__PURE__*/ R.struct<SkipStepResponse>(
  () => ({
    execution_id: R.string,
    execution_status: R.string,
    previous_status: R.string,
    previous_step_key: R.string,
    step_execution_id: R.string,
    success: R.boolean,
    next_step_at: R.optional(R.timestamp),
    next_step_key: R.optional(R.string)
  })
)

/**
 * Schema of {@link SkippedProspect}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SkippedProspectSchema: R.ResponseSchema<SkippedProspect> = /*#__PURE__*/ R.struct<SkippedProspect>(() => ({
  prospect_id: R.string,
  reason: R.string,
  existing_execution_id: R.optional(R.string),
  existing_status: R.optional(R.string),
  prospect_external_id: R.optional(R.string)
}))

/**
 * Schema of {@link StartExecutionResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StartExecutionResponseSchema: R.ResponseSchema<StartExecutionResponse> =
  /*#__PURE__*/ R.struct<StartExecutionResponse>(() => ({
    execution_ids: R.array(R.string),
    started: R.number,
    template_id: R.string,
    project_id: R.optional(R.string),
    skipped: R.optional(R.array(SkippedProspectSchema)),
    skipped_count: R.optional(R.number)
  }))

/**
 * Schema of {@link StepApprovalStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StepApprovalStatusSchema: R.ResponseSchema<StepApprovalStatus> = /*#__PURE__*/ R.openEnum([
  "approved",
  "rejected"
])

/**
 * Schema of {@link StepConfig}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StepConfigSchema: R.ResponseSchema<StepConfig> = /*#__PURE__*/ R.struct<StepConfig>(() => ({
  action: SequenceActionSchema,
  channel: SequenceChannelSchema,
  name: R.string,
  step_key: R.string,
  action_config: R.optional(R.object),
  ai_instructions: R.optional(R.string),
  ai_precheck: R.optional(R.boolean),
  ai_precheck_instructions: R.optional(R.string),
  content_source: R.optional(ContentSourceSchema),
  content_template: R.optional(R.string),
  description: R.optional(R.string),
  max_retries: R.optional(R.number),
  on_failure: R.optional(OnFailureSchema),
  requires_approval: R.optional(R.boolean),
  ui_position_x: R.optional(R.number),
  ui_position_y: R.optional(R.number)
}))

/**
 * Schema of {@link StepExecutionItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StepExecutionItemSchema: R.ResponseSchema<StepExecutionItem> = /*#__PURE__*/ R.struct<StepExecutionItem>(
  () => ({
    action: R.string,
    channel: R.string,
    created_at: R.timestamp,
    execution_id: R.string,
    status: StepExecutionStatusSchema,
    step_execution_id: R.string,
    template_id: R.string,
    ai_precheck_reason: R.optional(R.string),
    ai_precheck_result: R.optional(R.string),
    content: R.optional(R.string),
    error_message: R.optional(R.string),
    project_id: R.optional(R.string),
    prospect_company: R.optional(R.string),
    prospect_external_id: R.optional(R.string),
    prospect_id: R.optional(R.string),
    prospect_name: R.optional(R.string),
    prospect_title: R.optional(R.string),
    scheduled_at: R.optional(R.timestamp),
    sent_at: R.optional(R.timestamp),
    step_key: R.optional(R.string),
    step_name: R.optional(R.string),
    subject: R.optional(R.string),
    template_name: R.optional(R.string)
  })
)

/**
 * Schema of {@link StepExecutionListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StepExecutionListResponseSchema: R.ResponseSchema<StepExecutionListResponse> =
  /*#__PURE__*/ R.struct<StepExecutionListResponse>(() => ({
    has_more: R.boolean,
    items: R.array(StepExecutionItemSchema),
    limit: R.number,
    offset: R.number,
    total: R.number
  }))

/**
 * Schema of {@link StepExecutionStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StepExecutionStatusSchema: R.ResponseSchema<StepExecutionStatus> = /*#__PURE__*/ R.openEnum([
  "pending",
  "scheduled",
  "waiting_approval",
  "approved",
  "rejected",
  "executing",
  "sent",
  "delivered",
  "opened",
  "clicked",
  "replied",
  "accepted",
  "completed",
  "failed",
  "skipped",
  "cancelled"
])

/**
 * Schema of {@link StepHistoryEntry}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StepHistoryEntrySchema: R.ResponseSchema<StepHistoryEntry> = /*#__PURE__*/ R.struct<StepHistoryEntry>(
  () => ({
    status: StepExecutionStatusSchema,
    step_key: R.string,
    action: R.optional(R.string),
    actual_action: R.optional(R.string),
    actual_channel: R.optional(R.string),
    actual_content: R.optional(R.string),
    completed_at: R.optional(R.timestamp),
    error_message: R.optional(R.string),
    reply_content: R.optional(R.string),
    reply_received_at: R.optional(R.timestamp),
    reply_sentiment: R.optional(ReplySentimentSchema),
    scheduled_at: R.optional(R.timestamp),
    sent_at: R.optional(R.timestamp),
    started_at: R.optional(R.timestamp),
    step_name: R.optional(R.string)
  })
)

/**
 * Schema of {@link StepMetric}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StepMetricSchema: R.ResponseSchema<StepMetric> = /*#__PURE__*/ R.struct<StepMetric>(() => ({
  accepted: R.number,
  already_connected: R.number,
  delivered: R.number,
  failed: R.number,
  not_connected: R.number,
  pending: R.number,
  replied: R.number,
  sent: R.number,
  step_key: R.string
}))

/**
 * Schema of {@link TemplateShareInfo}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TemplateShareInfoSchema: R.ResponseSchema<TemplateShareInfo> = /*#__PURE__*/ R.struct<TemplateShareInfo>(
  () => ({
    id: R.string,
    created_at: R.timestamp,
    permission: SharePermissionSchema,
    shared_by: R.optional(R.string),
    user_email: R.optional(R.string),
    user_id: R.optional(R.string)
  })
)

/**
 * Schema of {@link TemplateSharesResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TemplateSharesResponseSchema: R.ResponseSchema<TemplateSharesResponse> =
  /*#__PURE__*/ R.struct<TemplateSharesResponse>(() => ({
    is_tenant_wide: R.boolean,
    shares: R.array(TemplateShareInfoSchema),
    template_id: R.string
  }))

/**
 * Schema of {@link TransitionCondition}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TransitionConditionSchema: R.ResponseSchema<TransitionCondition> =
  /*#__PURE__*/ R.struct<TransitionCondition>(() => ({
    type: TransitionConditionTypeSchema,
    field: R.optional(R.string),
    operator: R.optional(TransitionConditionOperatorSchema),
    value: R.optional(R.unknown)
  }))

/**
 * Schema of {@link TransitionConditionOperator}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TransitionConditionOperatorSchema: R.ResponseSchema<TransitionConditionOperator> =
  /*#__PURE__*/ R.openEnum(["equals", "not_equals", "exists", "not_exists", "gt", "lt", "contains", "in"])

/**
 * Schema of {@link TransitionConditionType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TransitionConditionTypeSchema: R.ResponseSchema<TransitionConditionType> = /*#__PURE__*/ R.openEnum([
  "no_reply",
  "has_email",
  "is_connected",
  "prospect_field"
])

/**
 * Schema of {@link TransitionConfig}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TransitionConfigSchema: R.ResponseSchema<TransitionConfig> = /*#__PURE__*/ R.struct<TransitionConfig>(
  () => ({
    event_type: SequenceEventTypeSchema,
    conditions: R.optional(R.array(TransitionConditionSchema)),
    delay_days: R.optional(R.number),
    delay_hours: R.optional(R.number),
    event_params: R.optional(TransitionEventParamsSchema),
    exit_reason: R.optional(R.string),
    from_step_key: R.optional(R.string),
    priority: R.optional(R.number),
    to_step_key: R.optional(R.string),
    ui_label: R.optional(R.string)
  })
)

/**
 * Schema of {@link TransitionEventParams}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TransitionEventParamsSchema: R.ResponseSchema<TransitionEventParams> =
  /*#__PURE__*/ R.struct<TransitionEventParams>(() => ({
    days_waiting: R.optional(R.number),
    min_delay_days: R.optional(R.number),
    sentiment: R.optional(ReplySentimentSchema)
  }))

/**
 * Schema of {@link UpdateStepExecutionResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UpdateStepExecutionResponseSchema: R.ResponseSchema<UpdateStepExecutionResponse> =
  /*#__PURE__*/ R.struct<UpdateStepExecutionResponse>(() => ({
    status: R.string,
    step_execution_id: R.string,
    updated: R.boolean,
    content: R.optional(R.string),
    scheduled_at: R.optional(R.timestamp)
  }))

/**
 * Schema of {@link ValidationIssue}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ValidationIssueSchema: R.ResponseSchema<ValidationIssue> = /*#__PURE__*/ R.struct<ValidationIssue>(() => ({
  message: R.string,
  field: R.optional(R.string),
  step_key: R.optional(R.string),
  suggestion: R.optional(R.string)
}))

/**
 * Schema of {@link ValidationResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ValidationResponseSchema: R.ResponseSchema<ValidationResponse> =
  /*#__PURE__*/ R.struct<ValidationResponse>(() => ({
    errors: R.array(ValidationIssueSchema),
    is_valid: R.boolean,
    warnings: R.array(ValidationIssueSchema)
  }))

/**
 * GET `/v1/sequences/approvals`
 *
 * @since 0.1.0
 * @category operations
 */
export const listSequenceApprovals: Operation<ApprovalListResponse, true> = {
  id: "listSequenceApprovals",
  platform: "lumnis",
  resource: "sequences",
  name: "listPendingApprovals",
  method: "GET",
  path: "/v1/sequences/approvals",
  query: ["template_id", "project_id", "channel", "action", "limit", "offset"],
  response: "json",
  success: ApprovalListResponseSchema,
  pagination: {
    style: "offset",
    offset: "offset",
    limit: "limit",
    items: "approvals",
    total: "total",
    hasMore: "has_more"
  },
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/sequences/approvals/bulk`
 *
 * @since 0.1.0
 * @category operations
 */
export const bulkSequenceApprovalAction: Operation<BulkApprovalResponse, true> = {
  id: "bulkSequenceApprovalAction",
  platform: "lumnis",
  resource: "sequences",
  name: "bulkApprovalAction",
  method: "POST",
  path: "/v1/sequences/approvals/bulk",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BulkApprovalResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/approvals/{step_execution_id}/approve`
 *
 * @since 0.1.0
 * @category operations
 */
export const approveSequenceStep: Operation<ApprovalResponse, true> = {
  id: "approveSequenceStep",
  platform: "lumnis",
  resource: "sequences",
  name: "approveStep",
  method: "POST",
  path: "/v1/sequences/approvals/{step_execution_id}/approve",
  query: ["user_id"],
  body: "json",
  response: "json",
  success: ApprovalResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/approvals/{step_execution_id}/reject`
 *
 * @since 0.1.0
 * @category operations
 */
export const rejectSequenceStep: Operation<ApprovalResponse, true> = {
  id: "rejectSequenceStep",
  platform: "lumnis",
  resource: "sequences",
  name: "rejectStep",
  method: "POST",
  path: "/v1/sequences/approvals/{step_execution_id}/reject",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ApprovalResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/approvals/{step_execution_id}/skip`
 *
 * @since 0.1.0
 * @category operations
 */
export const skipSequenceStep: Operation<SkipStepResponse, true> = {
  id: "skipSequenceStep",
  platform: "lumnis",
  resource: "sequences",
  name: "skipStep",
  method: "POST",
  path: "/v1/sequences/approvals/{step_execution_id}/skip",
  query: ["user_id"],
  body: "json",
  response: "json",
  success: SkipStepResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/sequences/executions`
 *
 * @since 0.1.0
 * @category operations
 */
export const listSequenceExecutions: Operation<ExecutionListResponse, true> = {
  id: "listSequenceExecutions",
  platform: "lumnis",
  resource: "sequences",
  name: "listExecutions",
  method: "GET",
  path: "/v1/sequences/executions",
  query: ["template_id", "project_id", "status", "limit", "offset"],
  response: "json",
  success: ExecutionListResponseSchema,
  pagination: {
    style: "offset",
    offset: "offset",
    limit: "limit",
    items: "executions",
    total: "total",
    hasMore: "has_more"
  },
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/sequences/executions`
 *
 * @since 0.1.0
 * @category operations
 */
export const startSequenceExecutions: Operation<StartExecutionResponse, true> = {
  id: "startSequenceExecutions",
  platform: "lumnis",
  resource: "sequences",
  name: "startExecutions",
  method: "POST",
  path: "/v1/sequences/executions",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: StartExecutionResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/executions/batch`
 *
 * @since 0.1.0
 * @category operations
 */
export const batchGetSequenceExecutions: Operation<BatchExecutionResponse, true> = {
  id: "batchGetSequenceExecutions",
  platform: "lumnis",
  resource: "sequences",
  name: "batchGetExecutions",
  method: "POST",
  path: "/v1/sequences/executions/batch",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BatchExecutionResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/sequences/executions/bulk/complete`
 *
 * @since 0.1.0
 * @category operations
 */
export const bulkCompleteSequenceExecutions: Operation<BulkCompleteResponse, true> = {
  id: "bulkCompleteSequenceExecutions",
  platform: "lumnis",
  resource: "sequences",
  name: "bulkCompleteExecutions",
  method: "POST",
  path: "/v1/sequences/executions/bulk/complete",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BulkCompleteResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/executions/bulk/pause`
 *
 * @since 0.1.0
 * @category operations
 */
export const bulkPauseSequenceExecutions: Operation<BulkOperationResponse, true> = {
  id: "bulkPauseSequenceExecutions",
  platform: "lumnis",
  resource: "sequences",
  name: "bulkPauseExecutions",
  method: "POST",
  path: "/v1/sequences/executions/bulk/pause",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BulkOperationResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/executions/bulk/resume`
 *
 * @since 0.1.0
 * @category operations
 */
export const bulkResumeSequenceExecutions: Operation<BulkOperationResponse, true> = {
  id: "bulkResumeSequenceExecutions",
  platform: "lumnis",
  resource: "sequences",
  name: "bulkResumeExecutions",
  method: "POST",
  path: "/v1/sequences/executions/bulk/resume",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BulkOperationResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/executions/bulk/stop`
 *
 * @since 0.1.0
 * @category operations
 */
export const bulkStopSequenceExecutions: Operation<BulkOperationResponse, true> = {
  id: "bulkStopSequenceExecutions",
  platform: "lumnis",
  resource: "sequences",
  name: "bulkStopExecutions",
  method: "POST",
  path: "/v1/sequences/executions/bulk/stop",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BulkOperationResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/executions/engagement-status`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSequenceEngagementStatus: Operation<EngagementStatusResponse, true> = {
  id: "getSequenceEngagementStatus",
  platform: "lumnis",
  resource: "sequences",
  name: "getEngagementStatus",
  method: "POST",
  path: "/v1/sequences/executions/engagement-status",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: EngagementStatusResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/sequences/executions/metrics`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSequenceExecutionMetrics: Operation<ExecutionMetricsResponse, true> = {
  id: "getSequenceExecutionMetrics",
  platform: "lumnis",
  resource: "sequences",
  name: "getExecutionMetrics",
  method: "GET",
  path: "/v1/sequences/executions/metrics",
  query: ["template_id", "project_id"],
  response: "json",
  success: ExecutionMetricsResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/sequences/executions/{execution_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSequenceExecution: Operation<ExecutionDetailResponse, true> = {
  id: "getSequenceExecution",
  platform: "lumnis",
  resource: "sequences",
  name: "getExecution",
  method: "GET",
  path: "/v1/sequences/executions/{execution_id}",
  response: "json",
  success: ExecutionDetailResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/sequences/executions/{execution_id}/complete`
 *
 * @since 0.1.0
 * @category operations
 */
export const completeSequenceExecution: Operation<CompleteExecutionResponse, true> = {
  id: "completeSequenceExecution",
  platform: "lumnis",
  resource: "sequences",
  name: "completeExecution",
  method: "POST",
  path: "/v1/sequences/executions/{execution_id}/complete",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CompleteExecutionResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/executions/{execution_id}/pause`
 *
 * @since 0.1.0
 * @category operations
 */
export const pauseSequenceExecution: Operation<LifecycleOperationResponse, true> = {
  id: "pauseSequenceExecution",
  platform: "lumnis",
  resource: "sequences",
  name: "pauseExecution",
  method: "POST",
  path: "/v1/sequences/executions/{execution_id}/pause",
  query: ["user_id"],
  body: "json",
  response: "json",
  success: LifecycleOperationResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/executions/{execution_id}/resume`
 *
 * @since 0.1.0
 * @category operations
 */
export const resumeSequenceExecution: Operation<LifecycleOperationResponse, true> = {
  id: "resumeSequenceExecution",
  platform: "lumnis",
  resource: "sequences",
  name: "resumeExecution",
  method: "POST",
  path: "/v1/sequences/executions/{execution_id}/resume",
  query: ["user_id"],
  body: "json",
  response: "json",
  success: LifecycleOperationResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/executions/{execution_id}/retry`
 *
 * @since 0.1.0
 * @category operations
 */
export const retrySequenceExecution: Operation<LifecycleOperationResponse, true> = {
  id: "retrySequenceExecution",
  platform: "lumnis",
  resource: "sequences",
  name: "retryExecution",
  method: "POST",
  path: "/v1/sequences/executions/{execution_id}/retry",
  query: ["user_id"],
  body: "json",
  response: "json",
  success: LifecycleOperationResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/executions/{execution_id}/stop`
 *
 * @since 0.1.0
 * @category operations
 */
export const stopSequenceExecution: Operation<LifecycleOperationResponse, true> = {
  id: "stopSequenceExecution",
  platform: "lumnis",
  resource: "sequences",
  name: "stopExecution",
  method: "POST",
  path: "/v1/sequences/executions/{execution_id}/stop",
  query: ["user_id"],
  body: "json",
  response: "json",
  success: LifecycleOperationResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/sequences/linkedin-accounts/rate-limits`
 *
 * @since 0.1.0
 * @category operations
 */
export const getLinkedInAccountRateLimits: Operation<LinkedInAccountRateLimitsResponse, true> = {
  id: "getLinkedInAccountRateLimits",
  platform: "lumnis",
  resource: "sequences",
  name: "getLinkedInAccountRateLimits",
  method: "GET",
  path: "/v1/sequences/linkedin-accounts/rate-limits",
  query: ["user_id", "account_id"],
  response: "json",
  success: LinkedInAccountRateLimitsResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * PATCH `/v1/sequences/linkedin-accounts/rate-limits`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateLinkedInAccountRateLimits: Operation<LinkedInAccountRateLimitsResponse, true> = {
  id: "updateLinkedInAccountRateLimits",
  platform: "lumnis",
  resource: "sequences",
  name: "updateLinkedInAccountRateLimits",
  method: "PATCH",
  path: "/v1/sequences/linkedin-accounts/rate-limits",
  query: ["user_id", "account_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: LinkedInAccountRateLimitsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/poll`
 *
 * @since 0.1.0
 * @category operations
 */
export const pollSequences: Operation<BatchPollResponse, true> = {
  id: "pollSequences",
  platform: "lumnis",
  resource: "sequences",
  name: "batchPoll",
  method: "POST",
  path: "/v1/sequences/poll",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BatchPollResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/sequences/rate-limits/status`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSequenceRateLimitStatus: Operation<RateLimitStatusResponse, true> = {
  id: "getSequenceRateLimitStatus",
  platform: "lumnis",
  resource: "sequences",
  name: "getRateLimitStatus",
  method: "GET",
  path: "/v1/sequences/rate-limits/status",
  query: ["user_id"],
  response: "json",
  success: RateLimitStatusResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/sequences/step-executions`
 *
 * @since 0.1.0
 * @category operations
 */
export const listStepExecutions: Operation<StepExecutionListResponse, true> = {
  id: "listStepExecutions",
  platform: "lumnis",
  resource: "sequences",
  name: "listStepExecutions",
  method: "GET",
  path: "/v1/sequences/step-executions",
  query: [
    "status",
    "template_id",
    "project_id",
    "user_id",
    "channel",
    "action",
    "scheduled_after",
    "scheduled_before",
    "limit",
    "offset"
  ],
  response: "json",
  success: StepExecutionListResponseSchema,
  pagination: {
    style: "offset",
    offset: "offset",
    limit: "limit",
    items: "items",
    total: "total",
    hasMore: "has_more"
  },
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * PATCH `/v1/sequences/step-executions/{step_execution_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateStepExecution: Operation<UpdateStepExecutionResponse, true> = {
  id: "updateStepExecution",
  platform: "lumnis",
  resource: "sequences",
  name: "updateStepExecution",
  method: "PATCH",
  path: "/v1/sequences/step-executions/{step_execution_id}",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UpdateStepExecutionResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/sequences/templates`
 *
 * @since 0.1.0
 * @category operations
 */
export const listSequenceTemplates: Operation<ReadonlyArray<SequenceTemplateResponse>, true> = {
  id: "listSequenceTemplates",
  platform: "lumnis",
  resource: "sequences",
  name: "listTemplates",
  method: "GET",
  path: "/v1/sequences/templates",
  query: ["user_id", "use_case", "include_system", "include_archived", "owned_only"],
  response: "json",
  success: /*#__PURE__*/ R.array(SequenceTemplateResponseSchema),
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/templates`
 *
 * @since 0.1.0
 * @category operations
 */
export const createSequenceTemplate: Operation<SequenceTemplateResponse, true> = {
  id: "createSequenceTemplate",
  platform: "lumnis",
  resource: "sequences",
  name: "createTemplate",
  method: "POST",
  path: "/v1/sequences/templates",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SequenceTemplateResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/templates/validate`
 *
 * @since 0.1.0
 * @category operations
 */
export const validateSequenceTemplate: Operation<ValidationResponse, false> = {
  id: "validateSequenceTemplate",
  platform: "lumnis",
  resource: "sequences",
  name: "validateTemplate",
  method: "POST",
  path: "/v1/sequences/templates/validate",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ValidationResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/sequences/templates/{template_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSequenceTemplate: Operation<SequenceTemplateResponse, true> = {
  id: "getSequenceTemplate",
  platform: "lumnis",
  resource: "sequences",
  name: "getTemplate",
  method: "GET",
  path: "/v1/sequences/templates/{template_id}",
  query: ["user_id"],
  response: "json",
  success: SequenceTemplateResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * PUT `/v1/sequences/templates/{template_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateSequenceTemplate: Operation<SequenceTemplateResponse, true> = {
  id: "updateSequenceTemplate",
  platform: "lumnis",
  resource: "sequences",
  name: "updateTemplate",
  method: "PUT",
  path: "/v1/sequences/templates/{template_id}",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SequenceTemplateResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * DELETE `/v1/sequences/templates/{template_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const archiveSequenceTemplate: Operation<void, true> = {
  id: "archiveSequenceTemplate",
  platform: "lumnis",
  resource: "sequences",
  name: "archiveTemplate",
  method: "DELETE",
  path: "/v1/sequences/templates/{template_id}",
  query: ["user_id"],
  response: "none",
  success: R.none,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/sequences/templates/{template_id}/duplicate`
 *
 * @since 0.1.0
 * @category operations
 */
export const duplicateSequenceTemplate: Operation<SequenceTemplateResponse, true> = {
  id: "duplicateSequenceTemplate",
  platform: "lumnis",
  resource: "sequences",
  name: "duplicateTemplate",
  method: "POST",
  path: "/v1/sequences/templates/{template_id}/duplicate",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SequenceTemplateResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/sequences/templates/{template_id}/shares`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSequenceTemplateShares: Operation<TemplateSharesResponse, true> = {
  id: "getSequenceTemplateShares",
  platform: "lumnis",
  resource: "sequences",
  name: "getTemplateShares",
  method: "GET",
  path: "/v1/sequences/templates/{template_id}/shares",
  response: "json",
  success: TemplateSharesResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/sequences/templates/{template_id}/shares`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateSequenceTemplateShares: Operation<TemplateSharesResponse, true> = {
  id: "updateSequenceTemplateShares",
  platform: "lumnis",
  resource: "sequences",
  name: "updateTemplateShares",
  method: "POST",
  path: "/v1/sequences/templates/{template_id}/shares",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: TemplateSharesResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * DELETE `/v1/sequences/templates/{template_id}/shares/{share_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const removeSequenceTemplateShare: Operation<void, true> = {
  id: "removeSequenceTemplateShare",
  platform: "lumnis",
  resource: "sequences",
  name: "removeTemplateShare",
  method: "DELETE",
  path: "/v1/sequences/templates/{template_id}/shares/{share_id}",
  query: ["user_id"],
  response: "none",
  success: R.none,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * Rule based outreach sequences.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List steps waiting for approval.
   *
   * `GET /v1/sequences/approvals`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPendingApprovals: (
    params?: SequencesListPendingApprovalsParams,
    options?: RequestOptions
  ) => Effect.Effect<ApprovalListResponse, ApiError | PreparedError>
  /**
   * Every page of `listPendingApprovals`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPendingApprovalsPages: (
    params?: SequencesListPendingApprovalsParams,
    options?: RequestOptions
  ) => Stream.Stream<ApprovalListResponse, ApiError | PreparedError>
  /**
   * Every item of `listPendingApprovals`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPendingApprovalsAll: (
    params?: SequencesListPendingApprovalsParams,
    options?: RequestOptions
  ) => Stream.Stream<ApprovalItem, ApiError | PreparedError>
  /**
   * Approve, reject or skip many steps.
   *
   * `POST /v1/sequences/approvals/bulk`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly bulkApprovalAction: (
    params: SequencesBulkApprovalActionParams,
    options?: RequestOptions
  ) => Effect.Effect<BulkApprovalResponse, ApiError | PreparedError>
  /**
   * Approve a step.
   *
   * `POST /v1/sequences/approvals/{step_execution_id}/approve`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param stepExecutionId Id of the step execution.
   */
  readonly approveStep: (
    stepExecutionId: string,
    params?: SequencesApproveStepParams,
    options?: RequestOptions
  ) => Effect.Effect<ApprovalResponse, ApiError | PreparedError>
  /**
   * Reject a step (cancels the execution).
   *
   * `POST /v1/sequences/approvals/{step_execution_id}/reject`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param stepExecutionId Id of the step execution.
   */
  readonly rejectStep: (
    stepExecutionId: string,
    params: SequencesRejectStepParams,
    options?: RequestOptions
  ) => Effect.Effect<ApprovalResponse, ApiError | PreparedError>
  /**
   * Skip a step and go on.
   *
   * `POST /v1/sequences/approvals/{step_execution_id}/skip`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param stepExecutionId Id of the step execution.
   */
  readonly skipStep: (
    stepExecutionId: string,
    params?: SequencesSkipStepParams,
    options?: RequestOptions
  ) => Effect.Effect<SkipStepResponse, ApiError | PreparedError>
  /**
   * List executions.
   *
   * `GET /v1/sequences/executions`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listExecutions: (
    params?: SequencesListExecutionsParams,
    options?: RequestOptions
  ) => Effect.Effect<ExecutionListResponse, ApiError | PreparedError>
  /**
   * Every page of `listExecutions`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listExecutionsPages: (
    params?: SequencesListExecutionsParams,
    options?: RequestOptions
  ) => Stream.Stream<ExecutionListResponse, ApiError | PreparedError>
  /**
   * Every item of `listExecutions`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listExecutionsAll: (
    params?: SequencesListExecutionsParams,
    options?: RequestOptions
  ) => Stream.Stream<ExecutionSummary, ApiError | PreparedError>
  /**
   * Start executions for prospects.
   *
   * `POST /v1/sequences/executions`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly startExecutions: (
    params: SequencesStartExecutionsParams,
    options?: RequestOptions
  ) => Effect.Effect<StartExecutionResponse, ApiError | PreparedError>
  /**
   * Read many executions.
   *
   * Up to 100 ids; unknown ones come back as null with an entry in errors.
   *
   * `POST /v1/sequences/executions/batch`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly batchGetExecutions: (
    params: SequencesBatchGetExecutionsParams,
    options?: RequestOptions
  ) => Effect.Effect<BatchExecutionResponse, ApiError | PreparedError>
  /**
   * Record an outcome for many executions.
   *
   * `POST /v1/sequences/executions/bulk/complete`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly bulkCompleteExecutions: (
    params: SequencesBulkCompleteExecutionsParams,
    options?: RequestOptions
  ) => Effect.Effect<BulkCompleteResponse, ApiError | PreparedError>
  /**
   * Pause many executions.
   *
   * dry_run only counts.
   *
   * `POST /v1/sequences/executions/bulk/pause`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly bulkPauseExecutions: (
    params?: SequencesBulkPauseExecutionsParams,
    options?: RequestOptions
  ) => Effect.Effect<BulkOperationResponse, ApiError | PreparedError>
  /**
   * Resume many executions.
   *
   * dry_run only counts.
   *
   * `POST /v1/sequences/executions/bulk/resume`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly bulkResumeExecutions: (
    params?: SequencesBulkResumeExecutionsParams,
    options?: RequestOptions
  ) => Effect.Effect<BulkOperationResponse, ApiError | PreparedError>
  /**
   * Stop many executions.
   *
   * dry_run only counts.
   *
   * `POST /v1/sequences/executions/bulk/stop`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly bulkStopExecutions: (
    params?: SequencesBulkStopExecutionsParams,
    options?: RequestOptions
  ) => Effect.Effect<BulkOperationResponse, ApiError | PreparedError>
  /**
   * Derive engagement status of many executions.
   *
   * Up to 500 ids.
   *
   * `POST /v1/sequences/executions/engagement-status`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly getEngagementStatus: (
    params: SequencesGetEngagementStatusParams,
    options?: RequestOptions
  ) => Effect.Effect<EngagementStatusResponse, ApiError | PreparedError>
  /**
   * Read execution metrics.
   *
   * `GET /v1/sequences/executions/metrics`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly getExecutionMetrics: (
    params?: SequencesGetExecutionMetricsParams,
    options?: RequestOptions
  ) => Effect.Effect<ExecutionMetricsResponse, ApiError | PreparedError>
  /**
   * Read an execution.
   *
   * `GET /v1/sequences/executions/{execution_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param executionId Id of the sequence execution.
   */
  readonly getExecution: (
    executionId: string,
    options?: RequestOptions
  ) => Effect.Effect<ExecutionDetailResponse, ApiError | PreparedError>
  /**
   * Record an outcome and finish.
   *
   * `POST /v1/sequences/executions/{execution_id}/complete`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param executionId Id of the sequence execution.
   */
  readonly completeExecution: (
    executionId: string,
    params: SequencesCompleteExecutionParams,
    options?: RequestOptions
  ) => Effect.Effect<CompleteExecutionResponse, ApiError | PreparedError>
  /**
   * Pause an execution.
   *
   * `POST /v1/sequences/executions/{execution_id}/pause`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param executionId Id of the sequence execution.
   */
  readonly pauseExecution: (
    executionId: string,
    params?: SequencesPauseExecutionParams,
    options?: RequestOptions
  ) => Effect.Effect<LifecycleOperationResponse, ApiError | PreparedError>
  /**
   * Resume an execution.
   *
   * `POST /v1/sequences/executions/{execution_id}/resume`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param executionId Id of the sequence execution.
   */
  readonly resumeExecution: (
    executionId: string,
    params?: SequencesResumeExecutionParams,
    options?: RequestOptions
  ) => Effect.Effect<LifecycleOperationResponse, ApiError | PreparedError>
  /**
   * Retry a failed execution.
   *
   * `POST /v1/sequences/executions/{execution_id}/retry`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param executionId Id of the sequence execution.
   */
  readonly retryExecution: (
    executionId: string,
    params?: SequencesRetryExecutionParams,
    options?: RequestOptions
  ) => Effect.Effect<LifecycleOperationResponse, ApiError | PreparedError>
  /**
   * Stop an execution.
   *
   * `POST /v1/sequences/executions/{execution_id}/stop`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param executionId Id of the sequence execution.
   */
  readonly stopExecution: (
    executionId: string,
    params?: SequencesStopExecutionParams,
    options?: RequestOptions
  ) => Effect.Effect<LifecycleOperationResponse, ApiError | PreparedError>
  /**
   * Read LinkedIn account limits.
   *
   * `GET /v1/sequences/linkedin-accounts/rate-limits`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getLinkedInAccountRateLimits: (
    params?: SequencesGetLinkedInAccountRateLimitsParams,
    options?: RequestOptions
  ) => Effect.Effect<LinkedInAccountRateLimitsResponse, ApiError | PreparedError>
  /**
   * Change LinkedIn account limits.
   *
   * Partial; 0 switches an action off.
   *
   * `PATCH /v1/sequences/linkedin-accounts/rate-limits`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly updateLinkedInAccountRateLimits: (
    params: SequencesUpdateLinkedInAccountRateLimitsParams,
    options?: RequestOptions
  ) => Effect.Effect<LinkedInAccountRateLimitsResponse, ApiError | PreparedError>
  /**
   * Several dashboard reads in one call.
   *
   * At most 10 items, 20 project ids per item, limit 100. An item that fails comes back with type error.
   *
   * `POST /v1/sequences/poll`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly batchPoll: (
    params: SequencesBatchPollParams,
    options?: RequestOptions
  ) => Effect.Effect<BatchPollResponse, ApiError | PreparedError>
  /**
   * Read action quota.
   *
   * `GET /v1/sequences/rate-limits/status`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getRateLimitStatus: (
    params?: SequencesGetRateLimitStatusParams,
    options?: RequestOptions
  ) => Effect.Effect<RateLimitStatusResponse, ApiError | PreparedError>
  /**
   * Query step executions.
   *
   * `GET /v1/sequences/step-executions`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listStepExecutions: (
    params?: SequencesListStepExecutionsParams,
    options?: RequestOptions
  ) => Effect.Effect<StepExecutionListResponse, ApiError | PreparedError>
  /**
   * Every page of `listStepExecutions`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listStepExecutionsPages: (
    params?: SequencesListStepExecutionsParams,
    options?: RequestOptions
  ) => Stream.Stream<StepExecutionListResponse, ApiError | PreparedError>
  /**
   * Every item of `listStepExecutions`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listStepExecutionsAll: (
    params?: SequencesListStepExecutionsParams,
    options?: RequestOptions
  ) => Stream.Stream<StepExecutionItem, ApiError | PreparedError>
  /**
   * Edit or reschedule a pending step.
   *
   * `PATCH /v1/sequences/step-executions/{step_execution_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param stepExecutionId Id of the step execution.
   */
  readonly updateStepExecution: (
    stepExecutionId: string,
    params?: SequencesUpdateStepExecutionParams,
    options?: RequestOptions
  ) => Effect.Effect<UpdateStepExecutionResponse, ApiError | PreparedError>
  /**
   * List sequence templates.
   *
   * Without user_id: the whole tenant.
   *
   * `GET /v1/sequences/templates`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listTemplates: (
    params?: SequencesListTemplatesParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<SequenceTemplateResponse>, ApiError | PreparedError>
  /**
   * Create a template.
   *
   * `POST /v1/sequences/templates`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly createTemplate: (
    params: SequencesCreateTemplateParams,
    options?: RequestOptions
  ) => Effect.Effect<SequenceTemplateResponse, ApiError | PreparedError>
  /**
   * Validate a template without saving.
   *
   * `POST /v1/sequences/templates/validate`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly validateTemplate: (
    params: SequencesValidateTemplateParams,
    options?: RequestOptions
  ) => Effect.Effect<ValidationResponse, ApiError>
  /**
   * Read a template.
   *
   * `GET /v1/sequences/templates/{template_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param templateId Id of the sequence template.
   */
  readonly getTemplate: (
    templateId: string,
    params?: SequencesGetTemplateParams,
    options?: RequestOptions
  ) => Effect.Effect<SequenceTemplateResponse, ApiError | PreparedError>
  /**
   * Change a template.
   *
   * Steps and transitions are frozen while executions are active.
   *
   * `PUT /v1/sequences/templates/{template_id}`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param templateId Id of the sequence template.
   */
  readonly updateTemplate: (
    templateId: string,
    params?: SequencesUpdateTemplateParams,
    options?: RequestOptions
  ) => Effect.Effect<SequenceTemplateResponse, ApiError | PreparedError>
  /**
   * Archive a template.
   *
   * `DELETE /v1/sequences/templates/{template_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param templateId Id of the sequence template.
   */
  readonly archiveTemplate: (
    templateId: string,
    params?: SequencesArchiveTemplateParams,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError | PreparedError>
  /**
   * Copy a template.
   *
   * `POST /v1/sequences/templates/{template_id}/duplicate`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param templateId Id of the sequence template.
   */
  readonly duplicateTemplate: (
    templateId: string,
    params: SequencesDuplicateTemplateParams,
    options?: RequestOptions
  ) => Effect.Effect<SequenceTemplateResponse, ApiError | PreparedError>
  /**
   * Read template shares.
   *
   * `GET /v1/sequences/templates/{template_id}/shares`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param templateId Id of the sequence template.
   */
  readonly getTemplateShares: (
    templateId: string,
    options?: RequestOptions
  ) => Effect.Effect<TemplateSharesResponse, ApiError | PreparedError>
  /**
   * Change template shares.
   *
   * Owner only.
   *
   * `POST /v1/sequences/templates/{template_id}/shares`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param templateId Id of the sequence template.
   */
  readonly updateTemplateShares: (
    templateId: string,
    params?: SequencesUpdateTemplateSharesParams,
    options?: RequestOptions
  ) => Effect.Effect<TemplateSharesResponse, ApiError | PreparedError>
  /**
   * Remove a share.
   *
   * `DELETE /v1/sequences/templates/{template_id}/shares/{share_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param templateId Id of the sequence template.
   * @param shareId Id of the share.
   */
  readonly removeTemplateShare: (
    templateId: string,
    shareId: string,
    params?: SequencesRemoveTemplateShareParams,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "sequences",
  (client: ApiClient): Service => ({
    listPendingApprovals: (params, options) => client.request(listSequenceApprovals, [], params, options),
    listPendingApprovalsPages: (params, options) =>
      Pagination.pages(client, listSequenceApprovals, [], params, options),
    listPendingApprovalsAll: (params, options) =>
      Pagination.items(client, listSequenceApprovals, [], params, options, (page) => page.approvals),
    bulkApprovalAction: (params, options) => client.request(bulkSequenceApprovalAction, [], params, options),
    approveStep: (stepExecutionId, params, options) =>
      client.request(approveSequenceStep, [stepExecutionId], params, options),
    rejectStep: (stepExecutionId, params, options) =>
      client.request(rejectSequenceStep, [stepExecutionId], params, options),
    skipStep: (stepExecutionId, params, options) =>
      client.request(skipSequenceStep, [stepExecutionId], params, options),
    listExecutions: (params, options) => client.request(listSequenceExecutions, [], params, options),
    listExecutionsPages: (params, options) => Pagination.pages(client, listSequenceExecutions, [], params, options),
    listExecutionsAll: (params, options) =>
      Pagination.items(client, listSequenceExecutions, [], params, options, (page) => page.executions),
    startExecutions: (params, options) => client.request(startSequenceExecutions, [], params, options),
    batchGetExecutions: (params, options) => client.request(batchGetSequenceExecutions, [], params, options),
    bulkCompleteExecutions: (params, options) => client.request(bulkCompleteSequenceExecutions, [], params, options),
    bulkPauseExecutions: (params, options) => client.request(bulkPauseSequenceExecutions, [], params, options),
    bulkResumeExecutions: (params, options) => client.request(bulkResumeSequenceExecutions, [], params, options),
    bulkStopExecutions: (params, options) => client.request(bulkStopSequenceExecutions, [], params, options),
    getEngagementStatus: (params, options) => client.request(getSequenceEngagementStatus, [], params, options),
    getExecutionMetrics: (params, options) => client.request(getSequenceExecutionMetrics, [], params, options),
    getExecution: (executionId, options) => client.request(getSequenceExecution, [executionId], undefined, options),
    completeExecution: (executionId, params, options) =>
      client.request(completeSequenceExecution, [executionId], params, options),
    pauseExecution: (executionId, params, options) =>
      client.request(pauseSequenceExecution, [executionId], params, options),
    resumeExecution: (executionId, params, options) =>
      client.request(resumeSequenceExecution, [executionId], params, options),
    retryExecution: (executionId, params, options) =>
      client.request(retrySequenceExecution, [executionId], params, options),
    stopExecution: (executionId, params, options) =>
      client.request(stopSequenceExecution, [executionId], params, options),
    getLinkedInAccountRateLimits: (params, options) =>
      client.request(getLinkedInAccountRateLimits, [], params, options),
    updateLinkedInAccountRateLimits: (params, options) =>
      client.request(updateLinkedInAccountRateLimits, [], params, options),
    batchPoll: (params, options) => client.request(pollSequences, [], params, options),
    getRateLimitStatus: (params, options) => client.request(getSequenceRateLimitStatus, [], params, options),
    listStepExecutions: (params, options) => client.request(listStepExecutions, [], params, options),
    listStepExecutionsPages: (params, options) => Pagination.pages(client, listStepExecutions, [], params, options),
    listStepExecutionsAll: (params, options) =>
      Pagination.items(client, listStepExecutions, [], params, options, (page) => page.items),
    updateStepExecution: (stepExecutionId, params, options) =>
      client.request(updateStepExecution, [stepExecutionId], params, options),
    listTemplates: (params, options) => client.request(listSequenceTemplates, [], params, options),
    createTemplate: (params, options) => client.request(createSequenceTemplate, [], params, options),
    validateTemplate: (params, options) => client.request(validateSequenceTemplate, [], params, options),
    getTemplate: (templateId, params, options) => client.request(getSequenceTemplate, [templateId], params, options),
    updateTemplate: (templateId, params, options) =>
      client.request(updateSequenceTemplate, [templateId], params, options),
    archiveTemplate: (templateId, params, options) =>
      client.request(archiveSequenceTemplate, [templateId], params, options),
    duplicateTemplate: (templateId, params, options) =>
      client.request(duplicateSequenceTemplate, [templateId], params, options),
    getTemplateShares: (templateId, options) =>
      client.request(getSequenceTemplateShares, [templateId], undefined, options),
    updateTemplateShares: (templateId, params, options) =>
      client.request(updateSequenceTemplateShares, [templateId], params, options),
    removeTemplateShare: (templateId, shareId, params, options) =>
      client.request(removeSequenceTemplateShare, [templateId, shareId], params, options)
  })
)
