/**
 * The resource `campaigns` of Lumnis AI REST API (wire contract).
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
import type { FreeObject, OutreachAssetResponse, OutreachAssetType, SuccessResult } from "./shared.js"
import { FreeObjectSchema, OutreachAssetResponseSchema, SuccessResultSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ActiveHours {
  readonly end: number
  readonly start: number
  readonly timezone: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AddProspectsRequest {
  /** Prospects, one object each. */
  readonly prospects: ReadonlyArray<CampaignProspectInput>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AddProspectsResponse {
  readonly added: number
  readonly skipped: number
  readonly warnings: ReadonlyArray<ProspectWarning>
  readonly skipped_in_crm?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type ApprovalMode = OpenEnum<"auto" | "require">

/**
 * @since 0.1.0
 * @category models
 */
export type ApprovalModeInput = "auto" | "require"

/**
 * Per action type: auto send or require approval.
 *
 * @since 0.1.0
 * @category models
 */
export interface ApprovalSettings {
  readonly reaction_comment_linkedin?: ApprovalMode | null
  readonly reaction_like_linkedin?: ApprovalMode | null
  readonly reply_email?: ApprovalMode | null
  readonly reply_linkedin?: ApprovalMode | null
  readonly send_connection_linkedin?: ApprovalMode | null
  readonly send_connection_note_linkedin?: ApprovalMode | null
  readonly send_follow_up_email?: ApprovalMode | null
  readonly send_follow_up_linkedin?: ApprovalMode | null
  readonly send_initial_email?: ApprovalMode | null
  readonly send_initial_message_linkedin?: ApprovalMode | null
  readonly send_inmail_linkedin?: ApprovalMode | null
  readonly smart_comment_linkedin?: ApprovalMode | null
  readonly smart_like_linkedin?: ApprovalMode | null
  readonly stop?: ApprovalMode | null
}

/**
 * Per action type: auto send or require approval.
 *
 * @since 0.1.0
 * @category models
 */
export interface ApprovalSettingsInput {
  readonly reaction_comment_linkedin?: ApprovalModeInput | undefined
  readonly reaction_like_linkedin?: ApprovalModeInput | undefined
  readonly reply_email?: ApprovalModeInput | undefined
  readonly reply_linkedin?: ApprovalModeInput | undefined
  readonly send_connection_linkedin?: ApprovalModeInput | undefined
  readonly send_connection_note_linkedin?: ApprovalModeInput | undefined
  readonly send_follow_up_email?: ApprovalModeInput | undefined
  readonly send_follow_up_linkedin?: ApprovalModeInput | undefined
  readonly send_initial_email?: ApprovalModeInput | undefined
  readonly send_initial_message_linkedin?: ApprovalModeInput | undefined
  readonly send_inmail_linkedin?: ApprovalModeInput | undefined
  readonly smart_comment_linkedin?: ApprovalModeInput | undefined
  readonly smart_like_linkedin?: ApprovalModeInput | undefined
  readonly stop?: ApprovalModeInput | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignActionListResponse {
  readonly items: ReadonlyArray<CampaignActionResponse>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignActionResponse {
  readonly id: string
  readonly action_type: CampaignActionType
  readonly campaign_id: string
  readonly created_at: Date
  readonly playbook_id: string
  readonly playbook_version: number
  readonly priority: number
  readonly prospect_id: string
  readonly queued_at: Date
  readonly status: CampaignActionStatus
  readonly tenant_id: string
  readonly updated_at: Date
  readonly agent_reasoning?: string | null
  readonly approval_notes?: string | null
  readonly approved_by?: string | null
  readonly content?: string | null
  readonly decided_at?: Date | null
  readonly draft_id?: string | null
  readonly executed_at?: Date | null
  readonly generator_metadata?: { readonly [key: string]: unknown } | null
  readonly original_content?: string | null
  readonly outcome?: { readonly [key: string]: unknown } | null
  readonly outcome_recorded_at?: Date | null
  readonly outreach_queue_id?: string | null
  readonly prospect_state_at?: { readonly [key: string]: unknown } | null
  readonly rejected_by?: string | null
  readonly rejection_reason?: string | null
  readonly router_output?: { readonly [key: string]: unknown } | null
  readonly sender_account_id?: string | null
  readonly source_message_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type CampaignActionStatus = OpenEnum<
  | "pending_approval"
  | "approved"
  | "edited"
  | "skipped"
  | "auto_approved"
  | "queued"
  | "executed"
  | "failed"
  | "cancelled"
  | "cancelled_by_pause"
  | "paused"
>

/**
 * @since 0.1.0
 * @category models
 */
export type CampaignActionType = OpenEnum<
  | "smart_like_linkedin"
  | "smart_comment_linkedin"
  | "reaction_like_linkedin"
  | "reaction_comment_linkedin"
  | "send_connection_linkedin"
  | "send_connection_note_linkedin"
  | "send_initial_message_linkedin"
  | "send_follow_up_linkedin"
  | "send_inmail_linkedin"
  | "reply_linkedin"
  | "send_initial_email"
  | "send_follow_up_email"
  | "reply_email"
  | "meeting_booked"
  | "intro_accepted"
  | "wait"
  | "stop"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignAssetUpsertItem {
  readonly key: string
  readonly name: string
  readonly value: string
  readonly type?: OutreachAssetType | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignAssetUpsertRequest {
  /** Entries, one object each. */
  readonly items: ReadonlyArray<CampaignAssetUpsertItem>
}

/**
 * @since 0.1.0
 * @category models
 */
export type CampaignBulkApprovalAction = "approve" | "reject" | "skip"

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignBulkApprovalItem {
  readonly action: CampaignBulkApprovalAction
  readonly action_id: string
  readonly modified_content?: string | undefined
  readonly modified_subject?: string | undefined
  readonly notes?: string | undefined
  readonly reason?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignBulkApprovalResponse {
  readonly results: ReadonlyArray<CampaignBulkApprovalResult>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignBulkApprovalResult {
  readonly action_id: string
  readonly success: boolean
  readonly error?: string | null
}

/**
 * Pacing and channel limits of a campaign.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignGuardrails {
  readonly active_hours?: ActiveHours | null
  /** Default: `"both"`. */
  readonly channel?: OpenEnum<"both" | "email_only" | "linkedin_only"> | null
  readonly connection_ignored_days?: number | null
  /** Default: `true`. */
  readonly customer_edits_enabled?: boolean | null
  readonly days_of_week?: ReadonlyArray<number> | null
  readonly disable_comments?: boolean | null
  readonly disable_likes?: boolean | null
  readonly enable_reaction_engagement?: boolean | null
  /** Default: `true`. */
  readonly exclude_crm_contacts?: boolean | null
  readonly max_actions_per_day?: number | null
  readonly max_comments_per_day?: number | null
  readonly max_follow_ups?: number | null
  readonly max_likes_per_day?: number | null
  readonly max_warmup_actions?: number | null
  readonly min_hours_between_actions?: number | null
}

/**
 * Pacing and channel limits of a campaign.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignGuardrailsInput {
  readonly active_hours?: ActiveHours | undefined
  /** Default: `"both"`. */
  readonly channel?: OpenEnum<"both" | "email_only" | "linkedin_only"> | undefined
  readonly connection_ignored_days?: number | undefined
  /** Default: `true`. */
  readonly customer_edits_enabled?: boolean | undefined
  readonly days_of_week?: ReadonlyArray<number> | undefined
  readonly disable_comments?: boolean | undefined
  readonly disable_likes?: boolean | undefined
  readonly enable_reaction_engagement?: boolean | undefined
  /** Default: `true`. */
  readonly exclude_crm_contacts?: boolean | undefined
  readonly max_actions_per_day?: number | undefined
  readonly max_comments_per_day?: number | undefined
  readonly max_follow_ups?: number | undefined
  readonly max_likes_per_day?: number | undefined
  readonly max_warmup_actions?: number | undefined
  readonly min_hours_between_actions?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignListResponse {
  readonly items: ReadonlyArray<CampaignResponse>
}

/**
 * Funnel and action counters; map keys are server vocabulary and stay verbatim.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignMetricsResponse {
  readonly action_summary: { readonly [key: string]: number }
  readonly action_types: { readonly [key: string]: { readonly [key: string]: number } }
  readonly active_prospects: number
  readonly funnel: { readonly [key: string]: FunnelStage }
  readonly pending_approval: number
  readonly rate_limited: { readonly [key: string]: number }
  readonly stopped: StoppedBreakdown
  readonly total_prospects: number
}

/**
 * @since 0.1.0
 * @category models
 */
export type CampaignOutcome = OpenEnum<"meeting_booked" | "intro_accepted" | "not_interested" | "other">

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignProspectDetailResponse {
  readonly actions: ReadonlyArray<CampaignActionResponse>
  readonly prospect: CampaignProspectResponse
  readonly pending_action?: CampaignActionResponse | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignProspectInput {
  readonly prospect_id: string
  readonly prospect_data?: { readonly [key: string]: unknown } | undefined
  readonly prospect_external_id?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignProspectResponse {
  readonly id: string
  readonly campaign_id: string
  readonly created_at: Date
  readonly follow_up_count: number
  readonly metadata: { readonly [key: string]: unknown }
  readonly prospect_data: { readonly [key: string]: unknown }
  readonly prospect_id: string
  readonly state: CampaignProspectState
  readonly state_changed_at: Date
  readonly tenant_id: string
  readonly updated_at: Date
  readonly version: number
  readonly crm_provider?: OpenEnum<"attio" | "hubspot"> | null
  readonly crm_record_id?: string | null
  readonly last_action_at?: Date | null
  readonly last_action_type?: string | null
  readonly next_evaluate_at?: Date | null
  readonly pending_action_id?: string | null
  readonly previous_state?: string | null
  readonly prospect_external_id?: string | null
  readonly sender_account_id?: string | null
  readonly sender_mailbox_id?: string | null
  readonly snoozed_until?: Date | null
  readonly stop_reason?: string | null
  readonly stop_reasoning?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type CampaignProspectState = OpenEnum<
  | "not_connected"
  | "pending_connection"
  | "connected"
  | "messaged"
  | "followed_up"
  | "replied"
  | "meeting_booked"
  | "intro_accepted"
  | "stopped"
  | "snoozed"
  | "paused"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignResponse {
  readonly id: string
  readonly approval_settings: ApprovalSettings
  readonly created_at: Date
  readonly guardrails: CampaignGuardrails
  readonly name: string
  readonly playbook_id: string
  readonly playbook_version: number
  readonly status: CampaignStatus
  readonly tenant_id: string
  readonly terminal_prospect_count: number
  readonly total_prospect_count: number
  readonly updated_at: Date
  readonly user_id: string
  readonly company_context?: string | null
  readonly completed_at?: Date | null
  readonly completion_metadata?: { readonly [key: string]: unknown } | null
  readonly completion_reason?: string | null
  readonly email_persona_id?: string | null
  readonly goal?: string | null
  readonly max_prospects?: number | null
  readonly organization_id?: string | null
  readonly paused_at?: Date | null
  readonly project_id?: string | null
  readonly started_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type CampaignStatus = OpenEnum<"draft" | "active" | "paused" | "completed">

/**
 * @since 0.1.0
 * @category models
 */
export interface CampaignUpdate {
  readonly approval_settings?: ApprovalSettingsInput | undefined
  /** What the company does, for the agent. */
  readonly company_context?: string | undefined
  /** Sender persona for email. */
  readonly email_persona_id?: string | undefined
  /** Goal of the campaign. */
  readonly goal?: string | undefined
  readonly guardrails?: CampaignGuardrailsInput | undefined
  /** Most prospects the campaign takes. */
  readonly max_prospects?: number | undefined
  /** Name. */
  readonly name?: string | undefined
  /** Playbook id. */
  readonly playbook_id?: string | undefined
  /** Version of the playbook. Default: the latest. */
  readonly playbook_version?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FunnelStage {
  readonly count: number
  readonly rate: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkAssetsRequest {
  /** Asset ids. */
  readonly asset_ids: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedAssetsResponse {
  readonly items: ReadonlyArray<OutreachAssetResponse>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedCount {
  readonly linked: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PauseProspectsRequest {
  /** Prospect ids. */
  readonly prospect_ids?: ReadonlyArray<string> | undefined
  /** Why, for the log. */
  readonly reason?: string | undefined
  /** Only prospects in these states. */
  readonly states?: ReadonlyArray<CampaignProspectState> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PauseProspectsResponse {
  readonly affected: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PlaybookArchiveResult {
  readonly playbook?: PlaybookResponse | null
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PlaybookGenerateJobResponse {
  readonly job_id: string
  readonly message: string
  readonly poll_url: string
  readonly status: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PlaybookGenerateJobStatusResponse {
  readonly created_at: Date
  readonly job_id: string
  /** Other values mean that the job is running. */
  readonly status: OpenEnum<"completed" | "failed">
  readonly completed_at?: Date | null
  readonly error_message?: string | null
  readonly playbook?: PlaybookResponse | null
  readonly playbook_id?: string | null
  readonly progress?: { readonly [key: string]: unknown } | null
  readonly source_playbook_id?: string | null
  readonly stage?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PlaybookResponse {
  readonly id: string
  readonly content: string
  readonly created_at: Date
  readonly examples: ReadonlyArray<{ readonly [key: string]: unknown }>
  readonly is_active: boolean
  readonly name: string
  readonly source: OpenEnum<"manual" | "generated" | "cloned">
  readonly style_preferences: { readonly [key: string]: unknown }
  readonly tenant_id: string
  readonly updated_at: Date
  readonly version: number
  readonly created_by?: string | null
  readonly generated_from?: { readonly [key: string]: unknown } | null
  readonly organization_id?: string | null
  readonly parent_version_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PlaybookUpdate {
  /** Why the playbook changes, kept with the version. */
  readonly change_reason?: string | undefined
  /** Rules and texts of the playbook. */
  readonly content?: string | undefined
  /** Examples for the agent. */
  readonly examples?: ReadonlyArray<{ readonly [key: string]: unknown }> | undefined
  /** Name. */
  readonly name?: string | undefined
  /** Style of the texts. */
  readonly style_preferences?: { readonly [key: string]: unknown } | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PlaybookVersionResponse {
  readonly id: string
  readonly changed_by: string
  readonly content: string
  readonly created_at: Date
  readonly examples: ReadonlyArray<{ readonly [key: string]: unknown }>
  readonly playbook_id: string
  readonly style_preferences: { readonly [key: string]: unknown }
  readonly version: number
  readonly change_reason?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProspectWarning {
  readonly prospect_id: string
  readonly warnings: ReadonlyArray<OpenEnum<"previously_contacted" | "active_sequence">>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ResumeProspectsRequest {
  /** Prospect ids. */
  readonly prospect_ids?: ReadonlyArray<string> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkippedTransferProspect {
  readonly prospect_id: string
  readonly reason: TransferSkipReason
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StoppedBreakdown {
  readonly by_reason: { readonly [key: string]: number }
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TransferProspectsRequest {
  /** Campaign that receives the prospects. */
  readonly target_campaign_id: string
  /** Prospect ids. */
  readonly prospect_ids?: ReadonlyArray<string> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TransferProspectsResponse {
  readonly skipped: ReadonlyArray<SkippedTransferProspect>
  readonly transferred: number
}

/**
 * @since 0.1.0
 * @category models
 */
export type TransferSkipReason = OpenEnum<"not_found" | "duplicate_in_target">

/**
 * Parameters of {@link listCampaigns}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsListParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Project id. */
  readonly project_id?: string | undefined
  /** Only rows in this status. */
  readonly status?: CampaignStatus | undefined
}

/**
 * Parameters of {@link createCampaign}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsCreateParams {
  /** Name. */
  readonly name: string
  /** Playbook id. */
  readonly playbook_id: string
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  readonly approval_settings?: ApprovalSettingsInput | undefined
  /** What the company does, for the agent. */
  readonly company_context?: string | undefined
  /** Sender persona for email. */
  readonly email_persona_id?: string | undefined
  /** Goal of the campaign. */
  readonly goal?: string | undefined
  readonly guardrails?: CampaignGuardrailsInput | undefined
  /** Most prospects the campaign takes. */
  readonly max_prospects?: number | undefined
  /** Id of the organisation. */
  readonly organization_id?: string | undefined
  /** Version of the playbook. Default: the latest. */
  readonly playbook_version?: number | undefined
  /** Project id. */
  readonly project_id?: string | undefined
}

/**
 * Parameters of {@link approveCampaignAction}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsApproveActionParams {
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** Text to send instead of the proposed one. */
  readonly modified_content?: string | undefined
  /** Subject to send instead of the proposed one. */
  readonly modified_subject?: string | undefined
  /** Notes for the log. */
  readonly notes?: string | undefined
}

/**
 * Parameters of {@link cancelQueuedCampaignAction}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsCancelQueuedActionParams {
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** Why, for the log. */
  readonly reason?: string | undefined
}

/**
 * Parameters of {@link editQueuedCampaignAction}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsEditQueuedActionParams {
  /** Text of the message. */
  readonly content: string
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** Subject line. */
  readonly subject?: string | undefined
}

/**
 * Parameters of {@link pauseQueuedCampaignAction}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsPauseQueuedActionParams {
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link recordCampaignOutcome}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsRecordOutcomeParams {
  readonly outcome: CampaignOutcome
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** Notes for the log. */
  readonly notes?: string | undefined
}

/**
 * Parameters of {@link rejectCampaignAction}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsRejectActionParams {
  /** Why, for the log. */
  readonly reason: string
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link resumeQueuedCampaignAction}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsResumeQueuedActionParams {
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link skipCampaignAction}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsSkipActionParams {
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** Why, for the log. */
  readonly reason?: string | undefined
}

/**
 * Parameters of {@link listCampaignApprovals}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsListPendingApprovalsParams {
  /** Campaign id. */
  readonly campaign_id?: string | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link bulkCampaignApprovals}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsBulkApprovalsParams {
  /** Entries, one object each. */
  readonly items: ReadonlyArray<CampaignBulkApprovalItem>
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link listPlaybooks}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsListPlaybooksParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Only active rows. */
  readonly active_only?: boolean | undefined
}

/**
 * Parameters of {@link createPlaybook}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsCreatePlaybookParams {
  /** Rules and texts of the playbook. */
  readonly content: string
  /** Name. */
  readonly name: string
  /** Examples for the agent. */
  readonly examples?: ReadonlyArray<{ readonly [key: string]: unknown }> | undefined
  /** What the playbook was generated from. */
  readonly generated_from?: { readonly [key: string]: unknown } | undefined
  /** Id of the organisation. */
  readonly organization_id?: string | undefined
  /** Where the playbook comes from. */
  readonly source?: OpenEnum<"manual" | "generated" | "cloned"> | undefined
  /** Style of the texts. */
  readonly style_preferences?: { readonly [key: string]: unknown } | undefined
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link generatePlaybook}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsGeneratePlaybookParams {
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** What the company does, for the agent. */
  readonly company_context?: string | undefined
  /** Context for the agent. */
  readonly context?: string | undefined
  /** Months of history to read. */
  readonly history_months?: number | undefined
  /** Most conversations to read. */
  readonly max_chats?: number | undefined
  /** Model name. */
  readonly model_name?: string | undefined
  /** Playbook id. */
  readonly playbook_id?: string | undefined
  /** Name of the new playbook. */
  readonly playbook_name?: string | undefined
}

/**
 * Parameters of {@link updatePlaybook}.
 *
 * @since 0.1.0
 * @category models
 */
export type CampaignsUpdatePlaybookParams = PlaybookUpdate

/**
 * Parameters of {@link updateCampaign}.
 *
 * @since 0.1.0
 * @category models
 */
export type CampaignsUpdateParams = CampaignUpdate

/**
 * Parameters of {@link listCampaignActions}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsListActionsParams {
  /** Only rows in this status. */
  readonly status?: CampaignActionStatus | undefined
  /** Only actions of this type. */
  readonly action_type?: CampaignActionType | undefined
  /** Prospect id. */
  readonly prospect_id?: string | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link linkCampaignAssets}.
 *
 * @since 0.1.0
 * @category models
 */
export type CampaignsLinkAssetsParams = LinkAssetsRequest

/**
 * Parameters of {@link upsertCampaignAssets}.
 *
 * @since 0.1.0
 * @category models
 */
export type CampaignsUpsertAssetsParams = CampaignAssetUpsertRequest

/**
 * Parameters of {@link pauseCampaign}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsPauseParams {
  /** Why, for the log. */
  readonly reason?: string | undefined
}

/**
 * Parameters of {@link listCampaignProspects}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsListProspectsParams {
  /** Only prospects in this state. */
  readonly state?: CampaignProspectState | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link addCampaignProspects}.
 *
 * @since 0.1.0
 * @category models
 */
export type CampaignsAddProspectsParams = AddProspectsRequest

/**
 * Parameters of {@link pauseCampaignProspects}.
 *
 * @since 0.1.0
 * @category models
 */
export type CampaignsPauseProspectsParams = PauseProspectsRequest

/**
 * Parameters of {@link resumeCampaignProspects}.
 *
 * @since 0.1.0
 * @category models
 */
export type CampaignsResumeProspectsParams = ResumeProspectsRequest

/**
 * Parameters of {@link transferCampaignProspects}.
 *
 * @since 0.1.0
 * @category models
 */
export type CampaignsTransferProspectsParams = TransferProspectsRequest

/**
 * Parameters of {@link stopCampaign}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CampaignsStopParams {
  /** Why, for the log. */
  readonly reason?: string | undefined
}

/**
 * Schema of {@link ActiveHours}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ActiveHoursSchema: R.ResponseSchema<ActiveHours> = /*#__PURE__*/ R.struct<ActiveHours>(() => ({
  end: R.number,
  start: R.number,
  timezone: R.string
}))

/**
 * Schema of {@link AddProspectsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AddProspectsResponseSchema: R.ResponseSchema<AddProspectsResponse> =
  /*#__PURE__*/ R.struct<AddProspectsResponse>(() => ({
    added: R.number,
    skipped: R.number,
    warnings: R.array(ProspectWarningSchema),
    skipped_in_crm: R.optional(R.number)
  }))

/**
 * Schema of {@link ApprovalMode}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApprovalModeSchema: R.ResponseSchema<ApprovalMode> = /*#__PURE__*/ R.openEnum(["auto", "require"])

/**
 * Schema of {@link ApprovalSettings}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApprovalSettingsSchema: R.ResponseSchema<ApprovalSettings> = /*#__PURE__*/ R.struct<ApprovalSettings>(
  () => ({
    reaction_comment_linkedin: R.optional(ApprovalModeSchema),
    reaction_like_linkedin: R.optional(ApprovalModeSchema),
    reply_email: R.optional(ApprovalModeSchema),
    reply_linkedin: R.optional(ApprovalModeSchema),
    send_connection_linkedin: R.optional(ApprovalModeSchema),
    send_connection_note_linkedin: R.optional(ApprovalModeSchema),
    send_follow_up_email: R.optional(ApprovalModeSchema),
    send_follow_up_linkedin: R.optional(ApprovalModeSchema),
    send_initial_email: R.optional(ApprovalModeSchema),
    send_initial_message_linkedin: R.optional(ApprovalModeSchema),
    send_inmail_linkedin: R.optional(ApprovalModeSchema),
    smart_comment_linkedin: R.optional(ApprovalModeSchema),
    smart_like_linkedin: R.optional(ApprovalModeSchema),
    stop: R.optional(ApprovalModeSchema)
  })
)

/**
 * Schema of {@link CampaignActionListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignActionListResponseSchema: R.ResponseSchema<CampaignActionListResponse> =
  /*#__PURE__*/ R.struct<CampaignActionListResponse>(() => ({
    items: R.array(CampaignActionResponseSchema)
  }))

/**
 * Schema of {@link CampaignActionResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignActionResponseSchema: R.ResponseSchema<CampaignActionResponse> =
  /*#__PURE__*/ R.struct<CampaignActionResponse>(() => ({
    id: R.string,
    action_type: CampaignActionTypeSchema,
    campaign_id: R.string,
    created_at: R.timestamp,
    playbook_id: R.string,
    playbook_version: R.number,
    priority: R.number,
    prospect_id: R.string,
    queued_at: R.timestamp,
    status: CampaignActionStatusSchema,
    tenant_id: R.string,
    updated_at: R.timestamp,
    agent_reasoning: R.optional(R.string),
    approval_notes: R.optional(R.string),
    approved_by: R.optional(R.string),
    content: R.optional(R.string),
    decided_at: R.optional(R.timestamp),
    draft_id: R.optional(R.string),
    executed_at: R.optional(R.timestamp),
    generator_metadata: R.optional(R.object),
    original_content: R.optional(R.string),
    outcome: R.optional(R.object),
    outcome_recorded_at: R.optional(R.timestamp),
    outreach_queue_id: R.optional(R.string),
    prospect_state_at: R.optional(R.object),
    rejected_by: R.optional(R.string),
    rejection_reason: R.optional(R.string),
    router_output: R.optional(R.object),
    sender_account_id: R.optional(R.string),
    source_message_id: R.optional(R.string)
  }))

/**
 * Schema of {@link CampaignActionStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignActionStatusSchema: R.ResponseSchema<CampaignActionStatus> = /*#__PURE__*/ R.openEnum([
  "pending_approval",
  "approved",
  "edited",
  "skipped",
  "auto_approved",
  "queued",
  "executed",
  "failed",
  "cancelled",
  "cancelled_by_pause",
  "paused"
])

/**
 * Schema of {@link CampaignActionType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignActionTypeSchema: R.ResponseSchema<CampaignActionType> = /*#__PURE__*/ R.openEnum([
  "smart_like_linkedin",
  "smart_comment_linkedin",
  "reaction_like_linkedin",
  "reaction_comment_linkedin",
  "send_connection_linkedin",
  "send_connection_note_linkedin",
  "send_initial_message_linkedin",
  "send_follow_up_linkedin",
  "send_inmail_linkedin",
  "reply_linkedin",
  "send_initial_email",
  "send_follow_up_email",
  "reply_email",
  "meeting_booked",
  "intro_accepted",
  "wait",
  "stop"
])

/**
 * Schema of {@link CampaignBulkApprovalResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignBulkApprovalResponseSchema: R.ResponseSchema<CampaignBulkApprovalResponse> =
  /*#__PURE__*/ R.struct<CampaignBulkApprovalResponse>(() => ({
    results: R.array(CampaignBulkApprovalResultSchema)
  }))

/**
 * Schema of {@link CampaignBulkApprovalResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignBulkApprovalResultSchema: R.ResponseSchema<CampaignBulkApprovalResult> =
  /*#__PURE__*/ R.struct<CampaignBulkApprovalResult>(() => ({
    action_id: R.string,
    success: R.boolean,
    error: R.optional(R.string)
  }))

/**
 * Schema of {@link CampaignGuardrails}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignGuardrailsSchema: R.ResponseSchema<CampaignGuardrails> =
  /*#__PURE__*/ R.struct<CampaignGuardrails>(() => ({
    active_hours: R.optional(ActiveHoursSchema),
    channel: R.optional(R.openEnum(["both", "email_only", "linkedin_only"])),
    connection_ignored_days: R.optional(R.number),
    customer_edits_enabled: R.optional(R.boolean),
    days_of_week: R.optional(R.array(R.number)),
    disable_comments: R.optional(R.boolean),
    disable_likes: R.optional(R.boolean),
    enable_reaction_engagement: R.optional(R.boolean),
    exclude_crm_contacts: R.optional(R.boolean),
    max_actions_per_day: R.optional(R.number),
    max_comments_per_day: R.optional(R.number),
    max_follow_ups: R.optional(R.number),
    max_likes_per_day: R.optional(R.number),
    max_warmup_actions: R.optional(R.number),
    min_hours_between_actions: R.optional(R.number)
  }))

/**
 * Schema of {@link CampaignListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignListResponseSchema: R.ResponseSchema<CampaignListResponse> =
  /*#__PURE__*/ R.struct<CampaignListResponse>(() => ({
    items: R.array(CampaignResponseSchema)
  }))

/**
 * Schema of {@link CampaignMetricsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignMetricsResponseSchema: R.ResponseSchema<CampaignMetricsResponse> =
  /*#__PURE__*/ R.struct<CampaignMetricsResponse>(() => ({
    action_summary: R.record(R.number),
    action_types: R.record(R.record(R.number)),
    active_prospects: R.number,
    funnel: R.record(FunnelStageSchema),
    pending_approval: R.number,
    rate_limited: R.record(R.number),
    stopped: StoppedBreakdownSchema,
    total_prospects: R.number
  }))

/**
 * Schema of {@link CampaignProspectDetailResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignProspectDetailResponseSchema: R.ResponseSchema<CampaignProspectDetailResponse> =
  /*#__PURE__*/ R.struct<CampaignProspectDetailResponse>(() => ({
    actions: R.array(CampaignActionResponseSchema),
    prospect: CampaignProspectResponseSchema,
    pending_action: R.optional(CampaignActionResponseSchema)
  }))

/**
 * Schema of {@link CampaignProspectResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignProspectResponseSchema: R.ResponseSchema<CampaignProspectResponse> =
  /*#__PURE__*/ R.struct<CampaignProspectResponse>(() => ({
    id: R.string,
    campaign_id: R.string,
    created_at: R.timestamp,
    follow_up_count: R.number,
    metadata: R.object,
    prospect_data: R.object,
    prospect_id: R.string,
    state: CampaignProspectStateSchema,
    state_changed_at: R.timestamp,
    tenant_id: R.string,
    updated_at: R.timestamp,
    version: R.number,
    crm_provider: R.optional(R.openEnum(["attio", "hubspot"])),
    crm_record_id: R.optional(R.string),
    last_action_at: R.optional(R.timestamp),
    last_action_type: R.optional(R.string),
    next_evaluate_at: R.optional(R.timestamp),
    pending_action_id: R.optional(R.string),
    previous_state: R.optional(R.string),
    prospect_external_id: R.optional(R.string),
    sender_account_id: R.optional(R.string),
    sender_mailbox_id: R.optional(R.string),
    snoozed_until: R.optional(R.timestamp),
    stop_reason: R.optional(R.string),
    stop_reasoning: R.optional(R.string)
  }))

/**
 * Schema of {@link CampaignProspectState}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignProspectStateSchema: R.ResponseSchema<CampaignProspectState> = /*#__PURE__*/ R.openEnum([
  "not_connected",
  "pending_connection",
  "connected",
  "messaged",
  "followed_up",
  "replied",
  "meeting_booked",
  "intro_accepted",
  "stopped",
  "snoozed",
  "paused"
])

/**
 * Schema of {@link CampaignResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignResponseSchema: R.ResponseSchema<CampaignResponse> = /*#__PURE__*/ R.struct<CampaignResponse>(
  () => ({
    id: R.string,
    approval_settings: ApprovalSettingsSchema,
    created_at: R.timestamp,
    guardrails: CampaignGuardrailsSchema,
    name: R.string,
    playbook_id: R.string,
    playbook_version: R.number,
    status: CampaignStatusSchema,
    tenant_id: R.string,
    terminal_prospect_count: R.number,
    total_prospect_count: R.number,
    updated_at: R.timestamp,
    user_id: R.string,
    company_context: R.optional(R.string),
    completed_at: R.optional(R.timestamp),
    completion_metadata: R.optional(R.object),
    completion_reason: R.optional(R.string),
    email_persona_id: R.optional(R.string),
    goal: R.optional(R.string),
    max_prospects: R.optional(R.number),
    organization_id: R.optional(R.string),
    paused_at: R.optional(R.timestamp),
    project_id: R.optional(R.string),
    started_at: R.optional(R.timestamp)
  })
)

/**
 * Schema of {@link CampaignStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CampaignStatusSchema: R.ResponseSchema<CampaignStatus> = /*#__PURE__*/ R.openEnum([
  "draft",
  "active",
  "paused",
  "completed"
])

/**
 * Schema of {@link FunnelStage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FunnelStageSchema: R.ResponseSchema<FunnelStage> = /*#__PURE__*/ R.struct<FunnelStage>(() => ({
  count: R.number,
  rate: R.number
}))

/**
 * Schema of {@link LinkedAssetsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedAssetsResponseSchema: R.ResponseSchema<LinkedAssetsResponse> =
  /*#__PURE__*/ R.struct<LinkedAssetsResponse>(() => ({
    items: R.array(OutreachAssetResponseSchema)
  }))

/**
 * Schema of {@link LinkedCount}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedCountSchema: R.ResponseSchema<LinkedCount> = /*#__PURE__*/ R.struct<LinkedCount>(() => ({
  linked: R.number
}))

/**
 * Schema of {@link PauseProspectsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PauseProspectsResponseSchema: R.ResponseSchema<PauseProspectsResponse> =
  /*#__PURE__*/ R.struct<PauseProspectsResponse>(() => ({
    affected: R.number
  }))

/**
 * Schema of {@link PlaybookArchiveResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlaybookArchiveResultSchema: R.ResponseSchema<PlaybookArchiveResult> =
  /*#__PURE__*/ R.struct<PlaybookArchiveResult>(() => ({
    playbook: R.optional(PlaybookResponseSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link PlaybookGenerateJobResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlaybookGenerateJobResponseSchema: R.ResponseSchema<PlaybookGenerateJobResponse> =
  /*#__PURE__*/ R.struct<PlaybookGenerateJobResponse>(() => ({
    job_id: R.string,
    message: R.string,
    poll_url: R.string,
    status: R.string
  }))

/**
 * Schema of {@link PlaybookGenerateJobStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlaybookGenerateJobStatusResponseSchema: R.ResponseSchema<PlaybookGenerateJobStatusResponse> =
  /*#__PURE__*/ R.struct<PlaybookGenerateJobStatusResponse>(() => ({
    created_at: R.timestamp,
    job_id: R.string,
    status: R.openEnum(["completed", "failed"]),
    completed_at: R.optional(R.timestamp),
    error_message: R.optional(R.string),
    playbook: R.optional(PlaybookResponseSchema),
    playbook_id: R.optional(R.string),
    progress: R.optional(R.object),
    source_playbook_id: R.optional(R.string),
    stage: R.optional(R.string)
  }))

/**
 * Schema of {@link PlaybookResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlaybookResponseSchema: R.ResponseSchema<PlaybookResponse> = /*#__PURE__*/ R.struct<PlaybookResponse>(
  () => ({
    id: R.string,
    content: R.string,
    created_at: R.timestamp,
    examples: R.array(R.object),
    is_active: R.boolean,
    name: R.string,
    source: R.openEnum(["manual", "generated", "cloned"]),
    style_preferences: R.object,
    tenant_id: R.string,
    updated_at: R.timestamp,
    version: R.number,
    created_by: R.optional(R.string),
    generated_from: R.optional(R.object),
    organization_id: R.optional(R.string),
    parent_version_id: R.optional(R.string)
  })
)

/**
 * Schema of {@link PlaybookVersionResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlaybookVersionResponseSchema: R.ResponseSchema<PlaybookVersionResponse> =
  /*#__PURE__*/ R.struct<PlaybookVersionResponse>(() => ({
    id: R.string,
    changed_by: R.string,
    content: R.string,
    created_at: R.timestamp,
    examples: R.array(R.object),
    playbook_id: R.string,
    style_preferences: R.object,
    version: R.number,
    change_reason: R.optional(R.string)
  }))

/**
 * Schema of {@link ProspectWarning}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ProspectWarningSchema: R.ResponseSchema<ProspectWarning> = /*#__PURE__*/ R.struct<ProspectWarning>(() => ({
  prospect_id: R.string,
  warnings: R.array(R.openEnum(["previously_contacted", "active_sequence"]))
}))

/**
 * Schema of {@link SkippedTransferProspect}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SkippedTransferProspectSchema: R.ResponseSchema<SkippedTransferProspect> =
  /*#__PURE__*/ R.struct<SkippedTransferProspect>(() => ({
    prospect_id: R.string,
    reason: TransferSkipReasonSchema
  }))

/**
 * Schema of {@link StoppedBreakdown}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StoppedBreakdownSchema: R.ResponseSchema<StoppedBreakdown> = /*#__PURE__*/ R.struct<StoppedBreakdown>(
  () => ({
    by_reason: R.record(R.number),
    total: R.number
  })
)

/**
 * Schema of {@link TransferProspectsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TransferProspectsResponseSchema: R.ResponseSchema<TransferProspectsResponse> =
  /*#__PURE__*/ R.struct<TransferProspectsResponse>(() => ({
    skipped: R.array(SkippedTransferProspectSchema),
    transferred: R.number
  }))

/**
 * Schema of {@link TransferSkipReason}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TransferSkipReasonSchema: R.ResponseSchema<TransferSkipReason> = /*#__PURE__*/ R.openEnum([
  "not_found",
  "duplicate_in_target"
])

/**
 * GET `/v1/campaigns`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCampaigns: Operation<CampaignListResponse, true> = {
  id: "listCampaigns",
  platform: "lumnis",
  resource: "campaigns",
  name: "list",
  method: "GET",
  path: "/v1/campaigns",
  query: ["user_id", "project_id", "status"],
  response: "json",
  success: CampaignListResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * POST `/v1/campaigns`
 *
 * @since 0.1.0
 * @category operations
 */
export const createCampaign: Operation<CampaignResponse, true> = {
  id: "createCampaign",
  platform: "lumnis",
  resource: "campaigns",
  name: "create",
  method: "POST",
  path: "/v1/campaigns",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CampaignResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/campaigns/actions/{action_id}/approve`
 *
 * @since 0.1.0
 * @category operations
 */
export const approveCampaignAction: Operation<FreeObject, true> = {
  id: "approveCampaignAction",
  platform: "lumnis",
  resource: "campaigns",
  name: "approveAction",
  method: "POST",
  path: "/v1/campaigns/actions/{action_id}/approve",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FreeObjectSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/campaigns/actions/{action_id}/cancel-queued`
 *
 * @since 0.1.0
 * @category operations
 */
export const cancelQueuedCampaignAction: Operation<FreeObject, true> = {
  id: "cancelQueuedCampaignAction",
  platform: "lumnis",
  resource: "campaigns",
  name: "cancelQueuedAction",
  method: "POST",
  path: "/v1/campaigns/actions/{action_id}/cancel-queued",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FreeObjectSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * PUT `/v1/campaigns/actions/{action_id}/edit-queued`
 *
 * @since 0.1.0
 * @category operations
 */
export const editQueuedCampaignAction: Operation<FreeObject, true> = {
  id: "editQueuedCampaignAction",
  platform: "lumnis",
  resource: "campaigns",
  name: "editQueuedAction",
  method: "PUT",
  path: "/v1/campaigns/actions/{action_id}/edit-queued",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FreeObjectSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/campaigns/actions/{action_id}/pause-queued`
 *
 * @since 0.1.0
 * @category operations
 */
export const pauseQueuedCampaignAction: Operation<FreeObject, true> = {
  id: "pauseQueuedCampaignAction",
  platform: "lumnis",
  resource: "campaigns",
  name: "pauseQueuedAction",
  method: "POST",
  path: "/v1/campaigns/actions/{action_id}/pause-queued",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FreeObjectSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/campaigns/actions/{action_id}/record-outcome`
 *
 * @since 0.1.0
 * @category operations
 */
export const recordCampaignOutcome: Operation<FreeObject, true> = {
  id: "recordCampaignOutcome",
  platform: "lumnis",
  resource: "campaigns",
  name: "recordOutcome",
  method: "POST",
  path: "/v1/campaigns/actions/{action_id}/record-outcome",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FreeObjectSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/campaigns/actions/{action_id}/reject`
 *
 * @since 0.1.0
 * @category operations
 */
export const rejectCampaignAction: Operation<FreeObject, true> = {
  id: "rejectCampaignAction",
  platform: "lumnis",
  resource: "campaigns",
  name: "rejectAction",
  method: "POST",
  path: "/v1/campaigns/actions/{action_id}/reject",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FreeObjectSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/campaigns/actions/{action_id}/resume-queued`
 *
 * @since 0.1.0
 * @category operations
 */
export const resumeQueuedCampaignAction: Operation<FreeObject, true> = {
  id: "resumeQueuedCampaignAction",
  platform: "lumnis",
  resource: "campaigns",
  name: "resumeQueuedAction",
  method: "POST",
  path: "/v1/campaigns/actions/{action_id}/resume-queued",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FreeObjectSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/campaigns/actions/{action_id}/skip`
 *
 * @since 0.1.0
 * @category operations
 */
export const skipCampaignAction: Operation<FreeObject, true> = {
  id: "skipCampaignAction",
  platform: "lumnis",
  resource: "campaigns",
  name: "skipAction",
  method: "POST",
  path: "/v1/campaigns/actions/{action_id}/skip",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FreeObjectSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * GET `/v1/campaigns/approvals`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCampaignApprovals: Operation<CampaignActionListResponse, true> = {
  id: "listCampaignApprovals",
  platform: "lumnis",
  resource: "campaigns",
  name: "listPendingApprovals",
  method: "GET",
  path: "/v1/campaigns/approvals",
  query: ["campaign_id", "limit", "offset"],
  response: "json",
  success: CampaignActionListResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "items" },
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/approvals/bulk`
 *
 * @since 0.1.0
 * @category operations
 */
export const bulkCampaignApprovals: Operation<CampaignBulkApprovalResponse, true> = {
  id: "bulkCampaignApprovals",
  platform: "lumnis",
  resource: "campaigns",
  name: "bulkApprovals",
  method: "POST",
  path: "/v1/campaigns/approvals/bulk",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CampaignBulkApprovalResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * GET `/v1/campaigns/playbooks`
 *
 * @since 0.1.0
 * @category operations
 */
export const listPlaybooks: Operation<ReadonlyArray<PlaybookResponse>, true> = {
  id: "listPlaybooks",
  platform: "lumnis",
  resource: "campaigns",
  name: "listPlaybooks",
  method: "GET",
  path: "/v1/campaigns/playbooks",
  query: ["user_id", "active_only"],
  response: "json",
  success: /*#__PURE__*/ R.array(PlaybookResponseSchema),
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * POST `/v1/campaigns/playbooks`
 *
 * @since 0.1.0
 * @category operations
 */
export const createPlaybook: Operation<PlaybookResponse, true> = {
  id: "createPlaybook",
  platform: "lumnis",
  resource: "campaigns",
  name: "createPlaybook",
  method: "POST",
  path: "/v1/campaigns/playbooks",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: PlaybookResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "body" }
}

/**
 * POST `/v1/campaigns/playbooks/generate`
 *
 * @since 0.1.0
 * @category operations
 */
export const generatePlaybook: Operation<PlaybookGenerateJobResponse, true> = {
  id: "generatePlaybook",
  platform: "lumnis",
  resource: "campaigns",
  name: "generatePlaybook",
  method: "POST",
  path: "/v1/campaigns/playbooks/generate",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: PlaybookGenerateJobResponseSchema,
  needs: ["job_id"],
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * GET `/v1/campaigns/playbooks/generate/{job_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getPlaybookGenerationStatus: Operation<PlaybookGenerateJobStatusResponse, true> = {
  id: "getPlaybookGenerationStatus",
  platform: "lumnis",
  resource: "campaigns",
  name: "getPlaybookGenerationStatus",
  method: "GET",
  path: "/v1/campaigns/playbooks/generate/{job_id}",
  response: "json",
  success: PlaybookGenerateJobStatusResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "none" }
}

/**
 * GET `/v1/campaigns/playbooks/{playbook_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getPlaybook: Operation<PlaybookResponse, true> = {
  id: "getPlaybook",
  platform: "lumnis",
  resource: "campaigns",
  name: "getPlaybook",
  method: "GET",
  path: "/v1/campaigns/playbooks/{playbook_id}",
  response: "json",
  success: PlaybookResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * PUT `/v1/campaigns/playbooks/{playbook_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updatePlaybook: Operation<PlaybookResponse, true> = {
  id: "updatePlaybook",
  platform: "lumnis",
  resource: "campaigns",
  name: "updatePlaybook",
  method: "PUT",
  path: "/v1/campaigns/playbooks/{playbook_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: PlaybookResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * DELETE `/v1/campaigns/playbooks/{playbook_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const archivePlaybook: Operation<PlaybookArchiveResult, true> = {
  id: "archivePlaybook",
  platform: "lumnis",
  resource: "campaigns",
  name: "archivePlaybook",
  method: "DELETE",
  path: "/v1/campaigns/playbooks/{playbook_id}",
  response: "json",
  success: PlaybookArchiveResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/campaigns/playbooks/{playbook_id}/versions`
 *
 * @since 0.1.0
 * @category operations
 */
export const listPlaybookVersions: Operation<ReadonlyArray<PlaybookVersionResponse>, true> = {
  id: "listPlaybookVersions",
  platform: "lumnis",
  resource: "campaigns",
  name: "listPlaybookVersions",
  method: "GET",
  path: "/v1/campaigns/playbooks/{playbook_id}/versions",
  response: "json",
  success: /*#__PURE__*/ R.array(PlaybookVersionResponseSchema),
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/campaigns/{campaign_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getCampaign: Operation<CampaignResponse, true> = {
  id: "getCampaign",
  platform: "lumnis",
  resource: "campaigns",
  name: "get",
  method: "GET",
  path: "/v1/campaigns/{campaign_id}",
  response: "json",
  success: CampaignResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * PUT `/v1/campaigns/{campaign_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateCampaign: Operation<CampaignResponse, true> = {
  id: "updateCampaign",
  platform: "lumnis",
  resource: "campaigns",
  name: "update",
  method: "PUT",
  path: "/v1/campaigns/{campaign_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CampaignResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/campaigns/{campaign_id}/actions`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCampaignActions: Operation<CampaignActionListResponse, true> = {
  id: "listCampaignActions",
  platform: "lumnis",
  resource: "campaigns",
  name: "listActions",
  method: "GET",
  path: "/v1/campaigns/{campaign_id}/actions",
  query: ["status", "action_type", "prospect_id", "limit", "offset"],
  response: "json",
  success: CampaignActionListResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "items" },
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/campaigns/{campaign_id}/assets`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCampaignAssets: Operation<LinkedAssetsResponse, true> = {
  id: "listCampaignAssets",
  platform: "lumnis",
  resource: "campaigns",
  name: "listLinkedAssets",
  method: "GET",
  path: "/v1/campaigns/{campaign_id}/assets",
  response: "json",
  success: LinkedAssetsResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/assets`
 *
 * @since 0.1.0
 * @category operations
 */
export const linkCampaignAssets: Operation<LinkedCount, true> = {
  id: "linkCampaignAssets",
  platform: "lumnis",
  resource: "campaigns",
  name: "linkAssets",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/assets",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: LinkedCountSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/assets/upsert`
 *
 * @since 0.1.0
 * @category operations
 */
export const upsertCampaignAssets: Operation<LinkedAssetsResponse, true> = {
  id: "upsertCampaignAssets",
  platform: "lumnis",
  resource: "campaigns",
  name: "upsertAssets",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/assets/upsert",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: LinkedAssetsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * DELETE `/v1/campaigns/{campaign_id}/assets/{asset_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const unlinkCampaignAsset: Operation<void, true> = {
  id: "unlinkCampaignAsset",
  platform: "lumnis",
  resource: "campaigns",
  name: "unlinkAsset",
  method: "DELETE",
  path: "/v1/campaigns/{campaign_id}/assets/{asset_id}",
  response: "none",
  success: R.none,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/campaigns/{campaign_id}/metrics`
 *
 * @since 0.1.0
 * @category operations
 */
export const getCampaignMetrics: Operation<CampaignMetricsResponse, true> = {
  id: "getCampaignMetrics",
  platform: "lumnis",
  resource: "campaigns",
  name: "getMetrics",
  method: "GET",
  path: "/v1/campaigns/{campaign_id}/metrics",
  response: "json",
  success: CampaignMetricsResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/pause`
 *
 * @since 0.1.0
 * @category operations
 */
export const pauseCampaign: Operation<CampaignResponse, true> = {
  id: "pauseCampaign",
  platform: "lumnis",
  resource: "campaigns",
  name: "pause",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/pause",
  query: ["reason"],
  response: "json",
  success: CampaignResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/campaigns/{campaign_id}/prospects`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCampaignProspects: Operation<ReadonlyArray<CampaignProspectResponse>, true> = {
  id: "listCampaignProspects",
  platform: "lumnis",
  resource: "campaigns",
  name: "listProspects",
  method: "GET",
  path: "/v1/campaigns/{campaign_id}/prospects",
  query: ["state", "limit", "offset"],
  response: "json",
  success: /*#__PURE__*/ R.array(CampaignProspectResponseSchema),
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "" },
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/prospects`
 *
 * @since 0.1.0
 * @category operations
 */
export const addCampaignProspects: Operation<AddProspectsResponse, true> = {
  id: "addCampaignProspects",
  platform: "lumnis",
  resource: "campaigns",
  name: "addProspects",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/prospects",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: AddProspectsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/prospects/pause`
 *
 * @since 0.1.0
 * @category operations
 */
export const pauseCampaignProspects: Operation<PauseProspectsResponse, true> = {
  id: "pauseCampaignProspects",
  platform: "lumnis",
  resource: "campaigns",
  name: "pauseProspects",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/prospects/pause",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: PauseProspectsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/prospects/resume`
 *
 * @since 0.1.0
 * @category operations
 */
export const resumeCampaignProspects: Operation<PauseProspectsResponse, true> = {
  id: "resumeCampaignProspects",
  platform: "lumnis",
  resource: "campaigns",
  name: "resumeProspects",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/prospects/resume",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: PauseProspectsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/prospects/transfer`
 *
 * @since 0.1.0
 * @category operations
 */
export const transferCampaignProspects: Operation<TransferProspectsResponse, true> = {
  id: "transferCampaignProspects",
  platform: "lumnis",
  resource: "campaigns",
  name: "transferProspects",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/prospects/transfer",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: TransferProspectsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/campaigns/{campaign_id}/prospects/{prospect_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getCampaignProspect: Operation<CampaignProspectDetailResponse, true> = {
  id: "getCampaignProspect",
  platform: "lumnis",
  resource: "campaigns",
  name: "getProspectDetail",
  method: "GET",
  path: "/v1/campaigns/{campaign_id}/prospects/{prospect_id}",
  response: "json",
  success: CampaignProspectDetailResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * DELETE `/v1/campaigns/{campaign_id}/prospects/{prospect_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const removeCampaignProspect: Operation<SuccessResult, true> = {
  id: "removeCampaignProspect",
  platform: "lumnis",
  resource: "campaigns",
  name: "removeProspect",
  method: "DELETE",
  path: "/v1/campaigns/{campaign_id}/prospects/{prospect_id}",
  response: "json",
  success: SuccessResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/resume`
 *
 * @since 0.1.0
 * @category operations
 */
export const resumeCampaign: Operation<CampaignResponse, true> = {
  id: "resumeCampaign",
  platform: "lumnis",
  resource: "campaigns",
  name: "resume",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/resume",
  response: "json",
  success: CampaignResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/start`
 *
 * @since 0.1.0
 * @category operations
 */
export const startCampaign: Operation<CampaignResponse, true> = {
  id: "startCampaign",
  platform: "lumnis",
  resource: "campaigns",
  name: "start",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/start",
  response: "json",
  success: CampaignResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/campaigns/{campaign_id}/stop`
 *
 * @since 0.1.0
 * @category operations
 */
export const stopCampaign: Operation<CampaignResponse, true> = {
  id: "stopCampaign",
  platform: "lumnis",
  resource: "campaigns",
  name: "stop",
  method: "POST",
  path: "/v1/campaigns/{campaign_id}/stop",
  query: ["reason"],
  response: "json",
  success: CampaignResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * AI run campaigns.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List campaigns.
   *
   * `GET /v1/campaigns`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly list: (
    params?: CampaignsListParams,
    options?: RequestOptions
  ) => Effect.Effect<CampaignListResponse, ApiError | PreparedError>
  /**
   * Create a draft campaign.
   *
   * `POST /v1/campaigns`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly create: (
    params: CampaignsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<CampaignResponse, ApiError | PreparedError>
  /**
   * Approve an action.
   *
   * `POST /v1/campaigns/actions/{action_id}/approve`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param actionId Id of the campaign action.
   */
  readonly approveAction: (
    actionId: string,
    params?: CampaignsApproveActionParams,
    options?: RequestOptions
  ) => Effect.Effect<FreeObject, ApiError | PreparedError>
  /**
   * Cancel a queued action.
   *
   * `POST /v1/campaigns/actions/{action_id}/cancel-queued`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param actionId Id of the campaign action.
   */
  readonly cancelQueuedAction: (
    actionId: string,
    params?: CampaignsCancelQueuedActionParams,
    options?: RequestOptions
  ) => Effect.Effect<FreeObject, ApiError | PreparedError>
  /**
   * Edit a queued action.
   *
   * `PUT /v1/campaigns/actions/{action_id}/edit-queued`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param actionId Id of the campaign action.
   */
  readonly editQueuedAction: (
    actionId: string,
    params: CampaignsEditQueuedActionParams,
    options?: RequestOptions
  ) => Effect.Effect<FreeObject, ApiError | PreparedError>
  /**
   * Hold a queued action.
   *
   * `POST /v1/campaigns/actions/{action_id}/pause-queued`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param actionId Id of the campaign action.
   */
  readonly pauseQueuedAction: (
    actionId: string,
    params?: CampaignsPauseQueuedActionParams,
    options?: RequestOptions
  ) => Effect.Effect<FreeObject, ApiError | PreparedError>
  /**
   * Record an outcome.
   *
   * `POST /v1/campaigns/actions/{action_id}/record-outcome`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param actionId Id of the campaign action.
   */
  readonly recordOutcome: (
    actionId: string,
    params: CampaignsRecordOutcomeParams,
    options?: RequestOptions
  ) => Effect.Effect<FreeObject, ApiError | PreparedError>
  /**
   * Reject an action.
   *
   * `POST /v1/campaigns/actions/{action_id}/reject`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param actionId Id of the campaign action.
   */
  readonly rejectAction: (
    actionId: string,
    params: CampaignsRejectActionParams,
    options?: RequestOptions
  ) => Effect.Effect<FreeObject, ApiError | PreparedError>
  /**
   * Release a held action.
   *
   * `POST /v1/campaigns/actions/{action_id}/resume-queued`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param actionId Id of the campaign action.
   */
  readonly resumeQueuedAction: (
    actionId: string,
    params?: CampaignsResumeQueuedActionParams,
    options?: RequestOptions
  ) => Effect.Effect<FreeObject, ApiError | PreparedError>
  /**
   * Skip an action.
   *
   * `POST /v1/campaigns/actions/{action_id}/skip`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param actionId Id of the campaign action.
   */
  readonly skipAction: (
    actionId: string,
    params?: CampaignsSkipActionParams,
    options?: RequestOptions
  ) => Effect.Effect<FreeObject, ApiError | PreparedError>
  /**
   * List actions waiting for approval.
   *
   * `GET /v1/campaigns/approvals`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPendingApprovals: (
    params?: CampaignsListPendingApprovalsParams,
    options?: RequestOptions
  ) => Effect.Effect<CampaignActionListResponse, ApiError | PreparedError>
  /**
   * Every page of `listPendingApprovals`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPendingApprovalsPages: (
    params?: CampaignsListPendingApprovalsParams,
    options?: RequestOptions
  ) => Stream.Stream<CampaignActionListResponse, ApiError | PreparedError>
  /**
   * Every item of `listPendingApprovals`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPendingApprovalsAll: (
    params?: CampaignsListPendingApprovalsParams,
    options?: RequestOptions
  ) => Stream.Stream<CampaignActionResponse, ApiError | PreparedError>
  /**
   * Approve, reject or skip many actions.
   *
   * `POST /v1/campaigns/approvals/bulk`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly bulkApprovals: (
    params: CampaignsBulkApprovalsParams,
    options?: RequestOptions
  ) => Effect.Effect<CampaignBulkApprovalResponse, ApiError | PreparedError>
  /**
   * List playbooks.
   *
   * `GET /v1/campaigns/playbooks`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPlaybooks: (
    params?: CampaignsListPlaybooksParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<PlaybookResponse>, ApiError | PreparedError>
  /**
   * Create a playbook.
   *
   * `POST /v1/campaigns/playbooks`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly createPlaybook: (
    params: CampaignsCreatePlaybookParams,
    options?: RequestOptions
  ) => Effect.Effect<PlaybookResponse, ApiError | PreparedError>
  /**
   * Generate a playbook from history.
   *
   * `POST /v1/campaigns/playbooks/generate`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly generatePlaybook: (
    params?: CampaignsGeneratePlaybookParams,
    options?: RequestOptions
  ) => Effect.Effect<PlaybookGenerateJobResponse, ApiError | PreparedError>
  /**
   * Read a generation job.
   *
   * `GET /v1/campaigns/playbooks/generate/{job_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param jobId Job id.
   */
  readonly getPlaybookGenerationStatus: (
    jobId: string,
    options?: RequestOptions
  ) => Effect.Effect<PlaybookGenerateJobStatusResponse, ApiError | PreparedError>
  /**
   * Read a playbook.
   *
   * `GET /v1/campaigns/playbooks/{playbook_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param playbookId Playbook id.
   */
  readonly getPlaybook: (
    playbookId: string,
    options?: RequestOptions
  ) => Effect.Effect<PlaybookResponse, ApiError | PreparedError>
  /**
   * Change a playbook (new version).
   *
   * `PUT /v1/campaigns/playbooks/{playbook_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param playbookId Playbook id.
   */
  readonly updatePlaybook: (
    playbookId: string,
    params?: CampaignsUpdatePlaybookParams,
    options?: RequestOptions
  ) => Effect.Effect<PlaybookResponse, ApiError | PreparedError>
  /**
   * Archive a playbook.
   *
   * 409 while active campaigns use it.
   *
   * `DELETE /v1/campaigns/playbooks/{playbook_id}`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param playbookId Playbook id.
   */
  readonly archivePlaybook: (
    playbookId: string,
    options?: RequestOptions
  ) => Effect.Effect<PlaybookArchiveResult, ApiError | PreparedError>
  /**
   * List playbook versions.
   *
   * `GET /v1/campaigns/playbooks/{playbook_id}/versions`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param playbookId Playbook id.
   */
  readonly listPlaybookVersions: (
    playbookId: string,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<PlaybookVersionResponse>, ApiError | PreparedError>
  /**
   * Read a campaign.
   *
   * `GET /v1/campaigns/{campaign_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly get: (
    campaignId: string,
    options?: RequestOptions
  ) => Effect.Effect<CampaignResponse, ApiError | PreparedError>
  /**
   * Change a campaign.
   *
   * Which fields may change depends on the status.
   *
   * `PUT /v1/campaigns/{campaign_id}`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly update: (
    campaignId: string,
    params?: CampaignsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<CampaignResponse, ApiError | PreparedError>
  /**
   * List actions.
   *
   * `GET /v1/campaigns/{campaign_id}/actions`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly listActions: (
    campaignId: string,
    params?: CampaignsListActionsParams,
    options?: RequestOptions
  ) => Effect.Effect<CampaignActionListResponse, ApiError | PreparedError>
  /**
   * Every page of `listActions`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listActionsPages: (
    campaignId: string,
    params?: CampaignsListActionsParams,
    options?: RequestOptions
  ) => Stream.Stream<CampaignActionListResponse, ApiError | PreparedError>
  /**
   * Every item of `listActions`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listActionsAll: (
    campaignId: string,
    params?: CampaignsListActionsParams,
    options?: RequestOptions
  ) => Stream.Stream<CampaignActionResponse, ApiError | PreparedError>
  /**
   * List linked assets.
   *
   * `GET /v1/campaigns/{campaign_id}/assets`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly listLinkedAssets: (
    campaignId: string,
    options?: RequestOptions
  ) => Effect.Effect<LinkedAssetsResponse, ApiError | PreparedError>
  /**
   * Link assets.
   *
   * `POST /v1/campaigns/{campaign_id}/assets`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly linkAssets: (
    campaignId: string,
    params: CampaignsLinkAssetsParams,
    options?: RequestOptions
  ) => Effect.Effect<LinkedCount, ApiError | PreparedError>
  /**
   * Create or reuse assets and link them.
   *
   * `POST /v1/campaigns/{campaign_id}/assets/upsert`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly upsertAssets: (
    campaignId: string,
    params: CampaignsUpsertAssetsParams,
    options?: RequestOptions
  ) => Effect.Effect<LinkedAssetsResponse, ApiError | PreparedError>
  /**
   * Unlink an asset.
   *
   * `DELETE /v1/campaigns/{campaign_id}/assets/{asset_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   * @param assetId Asset id.
   */
  readonly unlinkAsset: (
    campaignId: string,
    assetId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError | PreparedError>
  /**
   * Read campaign metrics.
   *
   * `GET /v1/campaigns/{campaign_id}/metrics`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly getMetrics: (
    campaignId: string,
    options?: RequestOptions
  ) => Effect.Effect<CampaignMetricsResponse, ApiError | PreparedError>
  /**
   * Pause a campaign.
   *
   * `POST /v1/campaigns/{campaign_id}/pause`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly pause: (
    campaignId: string,
    params?: CampaignsPauseParams,
    options?: RequestOptions
  ) => Effect.Effect<CampaignResponse, ApiError | PreparedError>
  /**
   * List prospects.
   *
   * `GET /v1/campaigns/{campaign_id}/prospects`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly listProspects: (
    campaignId: string,
    params?: CampaignsListProspectsParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<CampaignProspectResponse>, ApiError | PreparedError>
  /**
   * Every page of `listProspects`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listProspectsPages: (
    campaignId: string,
    params?: CampaignsListProspectsParams,
    options?: RequestOptions
  ) => Stream.Stream<ReadonlyArray<CampaignProspectResponse>, ApiError | PreparedError>
  /**
   * Every item of `listProspects`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listProspectsAll: (
    campaignId: string,
    params?: CampaignsListProspectsParams,
    options?: RequestOptions
  ) => Stream.Stream<CampaignProspectResponse, ApiError | PreparedError>
  /**
   * Add prospects.
   *
   * `POST /v1/campaigns/{campaign_id}/prospects`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly addProspects: (
    campaignId: string,
    params: CampaignsAddProspectsParams,
    options?: RequestOptions
  ) => Effect.Effect<AddProspectsResponse, ApiError | PreparedError>
  /**
   * Pause prospects.
   *
   * `POST /v1/campaigns/{campaign_id}/prospects/pause`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly pauseProspects: (
    campaignId: string,
    params?: CampaignsPauseProspectsParams,
    options?: RequestOptions
  ) => Effect.Effect<PauseProspectsResponse, ApiError | PreparedError>
  /**
   * Resume prospects.
   *
   * Without prospect ids, all are resumed.
   *
   * `POST /v1/campaigns/{campaign_id}/prospects/resume`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly resumeProspects: (
    campaignId: string,
    params?: CampaignsResumeProspectsParams,
    options?: RequestOptions
  ) => Effect.Effect<PauseProspectsResponse, ApiError | PreparedError>
  /**
   * Move prospects to another campaign.
   *
   * `POST /v1/campaigns/{campaign_id}/prospects/transfer`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly transferProspects: (
    campaignId: string,
    params: CampaignsTransferProspectsParams,
    options?: RequestOptions
  ) => Effect.Effect<TransferProspectsResponse, ApiError | PreparedError>
  /**
   * Read a prospect with its timeline.
   *
   * `GET /v1/campaigns/{campaign_id}/prospects/{prospect_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   * @param prospectId Prospect id.
   */
  readonly getProspectDetail: (
    campaignId: string,
    prospectId: string,
    options?: RequestOptions
  ) => Effect.Effect<CampaignProspectDetailResponse, ApiError | PreparedError>
  /**
   * Remove a prospect.
   *
   * `DELETE /v1/campaigns/{campaign_id}/prospects/{prospect_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   * @param prospectId Prospect id.
   */
  readonly removeProspect: (
    campaignId: string,
    prospectId: string,
    options?: RequestOptions
  ) => Effect.Effect<SuccessResult, ApiError | PreparedError>
  /**
   * Resume a campaign.
   *
   * `POST /v1/campaigns/{campaign_id}/resume`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly resume: (
    campaignId: string,
    options?: RequestOptions
  ) => Effect.Effect<CampaignResponse, ApiError | PreparedError>
  /**
   * Start a campaign.
   *
   * `POST /v1/campaigns/{campaign_id}/start`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly start: (
    campaignId: string,
    options?: RequestOptions
  ) => Effect.Effect<CampaignResponse, ApiError | PreparedError>
  /**
   * Stop a campaign for good.
   *
   * `POST /v1/campaigns/{campaign_id}/stop`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param campaignId Campaign id.
   */
  readonly stop: (
    campaignId: string,
    params?: CampaignsStopParams,
    options?: RequestOptions
  ) => Effect.Effect<CampaignResponse, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "campaigns",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listCampaigns, [], params, options),
    create: (params, options) => client.request(createCampaign, [], params, options),
    approveAction: (actionId, params, options) => client.request(approveCampaignAction, [actionId], params, options),
    cancelQueuedAction: (actionId, params, options) =>
      client.request(cancelQueuedCampaignAction, [actionId], params, options),
    editQueuedAction: (actionId, params, options) =>
      client.request(editQueuedCampaignAction, [actionId], params, options),
    pauseQueuedAction: (actionId, params, options) =>
      client.request(pauseQueuedCampaignAction, [actionId], params, options),
    recordOutcome: (actionId, params, options) => client.request(recordCampaignOutcome, [actionId], params, options),
    rejectAction: (actionId, params, options) => client.request(rejectCampaignAction, [actionId], params, options),
    resumeQueuedAction: (actionId, params, options) =>
      client.request(resumeQueuedCampaignAction, [actionId], params, options),
    skipAction: (actionId, params, options) => client.request(skipCampaignAction, [actionId], params, options),
    listPendingApprovals: (params, options) => client.request(listCampaignApprovals, [], params, options),
    listPendingApprovalsPages: (params, options) =>
      Pagination.pages(client, listCampaignApprovals, [], params, options),
    listPendingApprovalsAll: (params, options) =>
      Pagination.items(client, listCampaignApprovals, [], params, options, (page) => page.items),
    bulkApprovals: (params, options) => client.request(bulkCampaignApprovals, [], params, options),
    listPlaybooks: (params, options) => client.request(listPlaybooks, [], params, options),
    createPlaybook: (params, options) => client.request(createPlaybook, [], params, options),
    generatePlaybook: (params, options) => client.request(generatePlaybook, [], params, options),
    getPlaybookGenerationStatus: (jobId, options) =>
      client.request(getPlaybookGenerationStatus, [jobId], undefined, options),
    getPlaybook: (playbookId, options) => client.request(getPlaybook, [playbookId], undefined, options),
    updatePlaybook: (playbookId, params, options) => client.request(updatePlaybook, [playbookId], params, options),
    archivePlaybook: (playbookId, options) => client.request(archivePlaybook, [playbookId], undefined, options),
    listPlaybookVersions: (playbookId, options) =>
      client.request(listPlaybookVersions, [playbookId], undefined, options),
    get: (campaignId, options) => client.request(getCampaign, [campaignId], undefined, options),
    update: (campaignId, params, options) => client.request(updateCampaign, [campaignId], params, options),
    listActions: (campaignId, params, options) => client.request(listCampaignActions, [campaignId], params, options),
    listActionsPages: (campaignId, params, options) =>
      Pagination.pages(client, listCampaignActions, [campaignId], params, options),
    listActionsAll: (campaignId, params, options) =>
      Pagination.items(client, listCampaignActions, [campaignId], params, options, (page) => page.items),
    listLinkedAssets: (campaignId, options) => client.request(listCampaignAssets, [campaignId], undefined, options),
    linkAssets: (campaignId, params, options) => client.request(linkCampaignAssets, [campaignId], params, options),
    upsertAssets: (campaignId, params, options) => client.request(upsertCampaignAssets, [campaignId], params, options),
    unlinkAsset: (campaignId, assetId, options) =>
      client.request(unlinkCampaignAsset, [campaignId, assetId], undefined, options),
    getMetrics: (campaignId, options) => client.request(getCampaignMetrics, [campaignId], undefined, options),
    pause: (campaignId, params, options) => client.request(pauseCampaign, [campaignId], params, options),
    listProspects: (campaignId, params, options) =>
      client.request(listCampaignProspects, [campaignId], params, options),
    listProspectsPages: (campaignId, params, options) =>
      Pagination.pages(client, listCampaignProspects, [campaignId], params, options),
    listProspectsAll: (campaignId, params, options) =>
      Pagination.items(client, listCampaignProspects, [campaignId], params, options, (page) => page),
    addProspects: (campaignId, params, options) => client.request(addCampaignProspects, [campaignId], params, options),
    pauseProspects: (campaignId, params, options) =>
      client.request(pauseCampaignProspects, [campaignId], params, options),
    resumeProspects: (campaignId, params, options) =>
      client.request(resumeCampaignProspects, [campaignId], params, options),
    transferProspects: (campaignId, params, options) =>
      client.request(transferCampaignProspects, [campaignId], params, options),
    getProspectDetail: (campaignId, prospectId, options) =>
      client.request(getCampaignProspect, [campaignId, prospectId], undefined, options),
    removeProspect: (campaignId, prospectId, options) =>
      client.request(removeCampaignProspect, [campaignId, prospectId], undefined, options),
    resume: (campaignId, options) => client.request(resumeCampaign, [campaignId], undefined, options),
    start: (campaignId, options) => client.request(startCampaign, [campaignId], undefined, options),
    stop: (campaignId, params, options) => client.request(stopCampaign, [campaignId], params, options)
  })
)
