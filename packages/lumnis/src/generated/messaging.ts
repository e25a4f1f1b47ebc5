/**
 * The resource `messaging` of Lumnis AI REST API (wire contract).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError, StreamError } from "@trilum/core/ApiError"
import type { OpenEnum } from "@trilum/core/OpenEnum"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type { SseEvent } from "@trilum/core/Sse"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { SuccessResult } from "./shared.js"
import { SuccessResultSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchCheckConnectionRequest {
  /** Prospects, one object each. */
  readonly prospects: ReadonlyArray<ProspectConnectionCheck>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchCheckPriorContactRequest {
  /** Prospects, one object each. */
  readonly prospects: ReadonlyArray<BatchProspectIdentifier>
  /** Channels to include. */
  readonly channels?: ReadonlyArray<string> | null | undefined
  /** Most messages a conversation. Default: `3`. */
  readonly message_limit?: number | null | undefined
  /** Asks the channels again instead of reading cached results. Default: `false`. */
  readonly skip_cache?: boolean | null | undefined
}

/**
 * Results keyed by the prospect_id the caller sent (verbatim).
 *
 * @since 0.1.0
 * @category models
 */
export interface BatchCheckPriorContactResponse {
  readonly results: { readonly [key: string]: ProspectPriorContactResult }
  readonly summary: BatchCheckPriorContactResponseSummary
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchCheckPriorContactResponseSummary {
  readonly errors: number
  readonly total: number
  readonly with_contact: number
  readonly without_contact: number
  readonly cached?: number | null
}

/**
 * Results keyed by the prospect_id the caller sent (verbatim).
 *
 * @since 0.1.0
 * @category models
 */
export interface BatchConnectionStatusResponse {
  readonly results: { readonly [key: string]: LinkedInConnectionStatus }
  readonly summary: ConnectionSummary
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftCompleteData {
  readonly created: number
  readonly drafts: ReadonlyArray<DraftResponse>
  readonly error_details: ReadonlyArray<BatchDraftCompleteDataErrorDetail>
  readonly errors: number
  readonly error_message?: string | null
  readonly job_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftCompleteDataErrorDetail {
  readonly error: string
  readonly prospect: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftCreatedData {
  readonly draft: DraftResponse
  readonly prospect_external_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftErrorData {
  readonly error: string
  readonly prospect: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftJobProgress {
  readonly drafts_created: number
  readonly errors: number
  readonly percentage: number
  readonly processed: number
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftJobResponse {
  readonly job_id: string
  readonly poll_url: string
  readonly status: BatchJobStatus
  readonly total_prospects: number
  readonly message?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftJobStartedData {
  readonly job_id: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftJobStatusResponse {
  readonly created_at: Date
  readonly drafts: ReadonlyArray<DraftResponse>
  readonly errors: ReadonlyArray<{ readonly [key: string]: unknown }>
  readonly job_id: string
  readonly progress: BatchDraftJobProgress
  readonly status: BatchJobStatus
  readonly completed_at?: Date | null
  readonly error_message?: string | null
  readonly started_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftProgressData {
  readonly current_prospect: string
  readonly percentage: number
  readonly processed: number
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftRequest {
  readonly channel: ChannelType
  /** Project id. */
  readonly project_id: string
  /** Prospects, one object each. */
  readonly prospects: ReadonlyArray<ProspectInfo>
  /** Context for the AI. */
  readonly ai_context?: { readonly [key: string]: unknown } | null | undefined
  /** Text with placeholders. */
  readonly content_template?: string | null | undefined
  /** Id of the organisation. */
  readonly organization_id?: string | null | undefined
  /** Subject with placeholders. */
  readonly subject_template?: string | null | undefined
  /** Writes each draft with AI instead of the template alone. */
  readonly use_ai_generation?: boolean | undefined
  /** Takes earlier contact into account. Default: `true`. */
  readonly use_prior_contact?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftResponse {
  readonly created: number
  readonly drafts: ReadonlyArray<DraftResponse>
  readonly errors: number
  readonly error_details?: ReadonlyArray<{ readonly [key: string]: unknown }> | null
}

/**
 * JSON carried by one SSE data line. The event name sits inside the JSON, not in an SSE event: line.
 *
 * @since 0.1.0
 * @category models
 */
export type BatchDraftStreamEvent =
  | BatchDraftStreamEventJobStarted
  | BatchDraftStreamEventProgress
  | BatchDraftStreamEventDraftCreated
  | BatchDraftStreamEventError
  | BatchDraftStreamEventComplete

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftStreamEventComplete {
  readonly data: BatchDraftCompleteData
  readonly event: "complete"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftStreamEventDraftCreated {
  readonly data: BatchDraftCreatedData
  readonly event: "draft_created"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftStreamEventError {
  readonly data: BatchDraftErrorData
  readonly event: "error"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftStreamEventJobStarted {
  readonly data: BatchDraftJobStartedData
  readonly event: "job_started"
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchDraftStreamEventProgress {
  readonly data: BatchDraftProgressData
  readonly event: "progress"
}

/**
 * @since 0.1.0
 * @category models
 */
export type BatchJobStatus = OpenEnum<"pending" | "in_progress" | "completed" | "failed">

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchProspectIdentifier {
  readonly prospect_id: string
  readonly email?: string | null | undefined
  readonly linkedin_url?: string | null | undefined
  readonly provider_id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchSendRequest {
  /** Draft ids. */
  readonly draft_ids: ReadonlyArray<string>
  /** Changes by draft id. */
  readonly draft_overrides?: ReadonlyArray<DraftSendOverride> | undefined
  /** Order of sending. Default: `0`. */
  readonly priority?: number | undefined
  /** Messages a day. */
  readonly send_rate_per_day?: number | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchSendResponse {
  readonly failed: number
  readonly queued: number
  readonly results: ReadonlyArray<SendResult>
  readonly sent: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CancelDraftResponse {
  readonly draft_id?: string | null
  readonly error?: string | null
  readonly prospect_external_id?: string | null
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ChannelContactHistory {
  readonly channel: ChannelType
  readonly has_contact: boolean
  readonly is_user_initiated: boolean
  readonly message_count: number
  readonly messages: ReadonlyArray<PriorContactMessage>
  readonly conversation_id?: string | null
  readonly first_contact_at?: Date | null
  readonly last_contact_at?: Date | null
  readonly prospect_name?: string | null
  readonly thread_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type ChannelType = OpenEnum<"gmail" | "outlook" | "linkedin">

/**
 * @since 0.1.0
 * @category models
 */
export interface CheckLinkedInConnectionRequest {
  /** URL of the LinkedIn profile. */
  readonly linkedin_url?: string | null | undefined
  /** Id of the person at the channel provider. */
  readonly provider_id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CheckPriorContactRequest {
  /** Channels to include. */
  readonly channels?: ReadonlyArray<string> | null | undefined
  /** Email address. */
  readonly email?: string | null | undefined
  /** URL of the LinkedIn profile. */
  readonly linkedin_url?: string | null | undefined
  /** Per channel. Default: `5`. */
  readonly message_limit?: number | null | undefined
  /** Id of the person at the channel provider. */
  readonly provider_id?: string | null | undefined
  /** Asks the channels again instead of reading cached results. Default: `false`. */
  readonly skip_cache?: boolean | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CheckPriorContactResponse {
  readonly channels_checked: ReadonlyArray<string>
  readonly channels_with_contact: ReadonlyArray<string>
  readonly contact_history: ReadonlyArray<ChannelContactHistory>
  readonly has_prior_contact: boolean
  readonly cached?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectionSummary {
  readonly connected: number
  readonly not_connected: number
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConversationDetail {
  readonly conversation: ConversationSummary
  readonly messages: ReadonlyArray<MessageResponse>
}

/**
 * @since 0.1.0
 * @category models
 */
export type ConversationStatus = OpenEnum<"active" | "needs_response" | "waiting" | "booked" | "closed">

/**
 * @since 0.1.0
 * @category models
 */
export interface ConversationSummary {
  readonly id: string
  readonly channel: ChannelType
  readonly message_count: number
  readonly prospect_name: string
  readonly status: ConversationStatus
  readonly ai_suggested_response?: string | null
  readonly connection_accepted_at?: Date | null
  readonly connection_request_sent_at?: Date | null
  readonly escalation_scheduled_for?: Date | null
  readonly is_linkedin_connected?: boolean | null
  readonly last_message_at?: Date | null
  readonly last_message_preview?: string | null
  readonly network_distance?: NetworkDistance | null
  readonly outreach_method?: OutreachMethod | null
  readonly project_id?: string | null
  readonly prospect_company?: string | null
  readonly prospect_email?: string | null
  readonly prospect_external_id?: string | null
  readonly prospect_title?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CreateDraftRequest {
  readonly channel: ChannelType
  /** Text of the message. */
  readonly content: string
  /** Conversation id. */
  readonly conversation_id?: string | null | undefined
  /** LinkedIn subscription whose InMail credits are used. */
  readonly inmail_subscription?: InmailSubscription | null | undefined
  /** Sends before other messages of the day. */
  readonly is_priority?: boolean | undefined
  /** Id of the organisation. */
  readonly organization_id?: string | null | undefined
  /** How to reach the person, e.g. connection_request or inmail. */
  readonly outreach_method?: OutreachMethod | null | undefined
  /** Project id. */
  readonly project_id?: string | null | undefined
  /** Your own id of the prospect. */
  readonly prospect_external_id?: string | null | undefined
  /** Email of the recipient. */
  readonly recipient_email?: string | null | undefined
  /** LinkedIn profile of the recipient. */
  readonly recipient_linkedin_url?: string | null | undefined
  /** Name of the recipient. */
  readonly recipient_name?: string | null | undefined
  /** Id of the recipient at the channel provider. */
  readonly recipient_provider_id?: string | null | undefined
  /** Subject line. */
  readonly subject?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteConversationResponse {
  readonly conversation_id?: string | null
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteConversationsByProjectResponse {
  readonly deleted_count?: number | null
  readonly project_id?: string | null
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DraftResponse {
  readonly id: string
  readonly content: string
  readonly created_at: Date
  readonly status: DraftStatus
  readonly conversation_id?: string | null
  readonly error_message?: string | null
  readonly inmail_subscription?: InmailSubscription | null
  readonly outreach_method?: OpenEnum<"direct_message" | "connection_request" | "inmail" | "email"> | null
  readonly prospect_external_id?: string | null
  readonly scheduled_for?: Date | null
  readonly subject?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DraftSendOverride {
  readonly draft_id: string
  readonly inmail_subscription?: InmailSubscription | null | undefined
  readonly outreach_method?: OutreachMethod | undefined
  readonly skip_note?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export type DraftStatus = OpenEnum<
  "pending_review" | "approved" | "scheduled" | "sending" | "sent" | "failed" | "discarded"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailThreadSummary {
  readonly is_lumnis_initiated: boolean
  readonly last_message_at: Date
  readonly message_count: number
  readonly thread_id: string
  readonly preview?: string | null
  readonly subject?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type InmailSubscription = OpenEnum<"sales_navigator" | "recruiter_lite" | "recruiter_corporate" | "premium">

/**
 * Account, subscription, credit and quota overview.
 *
 * @since 0.1.0
 * @category models
 */
export interface LinkedInAccountInfoResponse {
  readonly can_send_inmail: boolean
  readonly can_use_recruiter_api: boolean
  readonly can_use_sales_navigator_api: boolean
  readonly connected: boolean
  readonly subscriptions: ReadonlyArray<LinkedInSubscriptionInfo>
  readonly account_id?: string | null
  readonly connected_at?: Date | null
  readonly connection_request_daily_limit?: number | null
  readonly connection_requests_remaining_today?: number | null
  readonly connection_requests_sent_today?: number | null
  readonly direct_message_daily_limit?: number | null
  readonly direct_messages_remaining_today?: number | null
  readonly direct_messages_sent_today?: number | null
  readonly feature?: string | null
  readonly gmail_sent_today?: number | null
  readonly inmail_credits_remaining?: number | null
  readonly inmail_credits_updated_at?: Date | null
  readonly inmail_daily_limit?: number | null
  readonly inmail_remaining_today?: number | null
  readonly inmail_sent_today?: number | null
  readonly max_inmail_accumulation?: number | null
  readonly monthly_inmail_allowance?: number | null
  readonly outlook_sent_today?: number | null
  readonly subscription_type?: LinkedInSubscriptionType | null
  readonly unipile_status?: OpenEnum<"OK" | "CREDENTIALS" | "ERROR"> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedInConnectionStatus {
  readonly can_inmail: boolean
  readonly can_message: boolean
  readonly connected: boolean
  readonly chat_id?: string | null
  readonly is_open_profile?: boolean | null
  readonly network_distance?: NetworkDistance | null
  readonly provider_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedInCreditsResponse {
  readonly can_send_inmail: boolean
  readonly is_real_time: boolean
  readonly subscriptions: ReadonlyArray<LinkedInSubscriptionInfo>
  readonly credits_remaining?: number | null
  readonly credits_updated_at?: Date | null
  readonly subscription_type?: LinkedInSubscriptionType | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedInSendRequest {
  /** Text of the message. */
  readonly content: string
  /** Name of the prospect. */
  readonly prospect_name: string
  /** Changes to another method when there is no answer. */
  readonly enable_escalation?: boolean | undefined
  /** Days until the escalation. */
  readonly escalation_days?: number | undefined
  /** Sends before other messages of the day. */
  readonly is_priority?: boolean | undefined
  /** Id of the organisation. */
  readonly organization_id?: string | null | undefined
  /** Project id. */
  readonly project_id?: string | null | undefined
  /** Your own id of the prospect. */
  readonly prospect_external_id?: string | null | undefined
  /** LinkedIn profile of the prospect. The spelling is not verified against the real service. */
  readonly prospect_linked_in_url?: string | null | undefined
  /** Id of the prospect at the channel provider. */
  readonly prospect_provider_id?: string | null | undefined
  /** Subject line. */
  readonly subject?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedInSubscriptionInfo {
  readonly feature: OpenEnum<"classic" | "sales_navigator" | "recruiter">
  readonly is_active: boolean
  readonly max_accumulation: number
  readonly monthly_allowance: number
  readonly type: LinkedInSubscriptionType
  readonly inmail_credits_remaining?: number | null
  readonly inmail_credits_updated_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type LinkedInSubscriptionType = OpenEnum<
  "basic" | "premium" | "sales_navigator" | "recruiter_lite" | "recruiter_corporate"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageResponse {
  readonly id: string
  readonly content: string
  readonly direction: OpenEnum<"inbound" | "outbound">
  readonly sender_name: string
  readonly sent_at: Date
  readonly ai_generated?: boolean | null
  readonly message_type?: MessageType | null
  readonly subject?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type MessageType = OpenEnum<"message" | "connection_request" | "connection_accepted" | "inmail">

/**
 * @since 0.1.0
 * @category models
 */
export type NetworkDistance = OpenEnum<"FIRST_DEGREE" | "SECOND_DEGREE" | "THIRD_DEGREE" | "OUT_OF_NETWORK">

/**
 * @since 0.1.0
 * @category models
 */
export type OutreachMethod = OpenEnum<
  "connection_request" | "direct_message" | "inmail" | "inmail_escalation" | "email"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface PriorContactMessage {
  readonly id: string
  readonly content: string
  readonly direction: OpenEnum<"inbound" | "outbound">
  readonly sender_name: string
  readonly sent_at: Date
  readonly subject?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProspectConnectionCheck {
  readonly prospect_id: string
  readonly linkedin_url?: string | null | undefined
  readonly provider_id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProspectInfo {
  readonly external_id: string
  readonly name: string
  readonly ai_context?: { readonly [key: string]: unknown } | null | undefined
  readonly current_company?: string | null | undefined
  readonly current_title?: string | null | undefined
  readonly email?: string | null | undefined
  readonly inmail_subscription?: InmailSubscription | null | undefined
  readonly is_connected?: boolean | null | undefined
  readonly is_priority?: boolean | undefined
  readonly linkedin_url?: string | null | undefined
  readonly outreach_method?: OpenEnum<"direct_message" | "connection_request" | "inmail" | "email"> | null | undefined
  /** Default: `0`. */
  readonly priority?: number | undefined
  readonly provider_id?: string | null | undefined
  readonly selected_channel?: string | null | undefined
  readonly use_prior_contact?: boolean | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProspectPriorContactResult {
  readonly channels_with_contact: ReadonlyArray<string>
  readonly contact_history: ReadonlyArray<ChannelContactHistory>
  readonly has_prior_contact: boolean
  readonly prospect_id: string
  readonly cached?: boolean | null
  readonly error?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProspectSyncIdentifier {
  readonly email?: string | null | undefined
  readonly linkedin_url?: string | null | undefined
  readonly prospect_id?: string | null | undefined
  readonly provider_id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProspectSyncResult {
  readonly messages_synced: number
  readonly status: OpenEnum<"found" | "not_found" | "error">
  readonly conversation_id?: string | null
  readonly email?: string | null
  readonly error?: string | null
  readonly linkedin_url?: string | null
  readonly prospect_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SendMessageRequest {
  readonly channel: ChannelType
  /** Text of the message. */
  readonly content: string
  /** Id of the recipient at the channel provider. */
  readonly recipient_id: string
  /** Addresses in blind copy. */
  readonly bcc?: ReadonlyArray<string> | null | undefined
  /** Addresses in copy. */
  readonly cc?: ReadonlyArray<string> | null | undefined
  /** Conversation id. */
  readonly conversation_id?: string | null | undefined
  /** true when the content is HTML. */
  readonly is_html?: boolean | undefined
  /** Id of the organisation. */
  readonly organization_id?: string | null | undefined
  /** Project id. */
  readonly project_id?: string | null | undefined
  /** Your own id of the prospect. */
  readonly prospect_external_id?: string | null | undefined
  /** Name of the recipient. */
  readonly recipient_name?: string | null | undefined
  /** Subject line. */
  readonly subject?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SendMessageResponse {
  readonly success: boolean
  readonly conversation_id?: string | null
  readonly external_id?: string | null
  readonly message_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SendReplyRequest {
  /** Text of the message. */
  readonly content: string
  /** Id of the organisation. */
  readonly organization_id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SendResult {
  readonly success: boolean
  readonly conversation_id?: string | null
  readonly draft_id?: string | null
  readonly error?: string | null
  readonly error_code?: OpenEnum<"SEND_FAILED" | "REPLY_FAILED" | "NOT_FOUND" | "NO_RECIPIENT"> | null
  readonly is_free_inmail?: boolean | null
  readonly message_id?: string | null
  readonly outreach_method?: OutreachMethod | null
  readonly prospect_external_id?: string | null
  readonly queued?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SyncJobResponse {
  readonly job_id: string
  readonly status: SyncJobStatus
  readonly completed_at?: Date | null
  readonly error?: string | null
  readonly started_at?: Date | null
  readonly stats?: SyncStats | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type SyncJobStatus = OpenEnum<"queued" | "in_progress" | "completed" | "failed">

/**
 * @since 0.1.0
 * @category models
 */
export interface SyncProspectRequest {
  /** Channel to send on, e.g. email or linkedin. */
  readonly channel?: string | null | undefined
  /** Email address. */
  readonly email?: string | null | undefined
  /** URL of the LinkedIn profile. */
  readonly linkedin_url?: string | null | undefined
  /** Id of the person at the channel provider. */
  readonly provider_id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SyncProspectResponse {
  readonly result: ProspectSyncResult
  readonly conversation?: ConversationSummary | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SyncRequest {
  /** Prospects, one object each. */
  readonly prospects: ReadonlyArray<ProspectSyncIdentifier>
  /** Channels to include. */
  readonly channels?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SyncStats {
  readonly created: number
  readonly errors: number
  readonly synced: number
  readonly updated: number
  readonly prospects_found?: number | null
  readonly prospects_requested?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UnlinkConversationsResponse {
  readonly project_id: string
  readonly success: boolean
  readonly unlinked_count: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdateDraftRequest {
  /** Text of the message. */
  readonly content?: string | null | undefined
  /** LinkedIn subscription whose InMail credits are used. */
  readonly inmail_subscription?: InmailSubscription | null | undefined
  /** How to reach the person, e.g. connection_request or inmail. */
  readonly outreach_method?: OutreachMethod | null | undefined
  /** New status. */
  readonly status?: DraftStatus | null | undefined
  /** Subject line. */
  readonly subject?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdateLinkedInSubscriptionRequest {
  readonly subscription_type: LinkedInSubscriptionType
  /** InMail credits left. */
  readonly inmail_credits?: number | null | undefined
}

/**
 * Parameters of {@link checkPriorContact}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingCheckPriorContactParams extends CheckPriorContactRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link batchCheckPriorContact}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingBatchCheckPriorContactParams extends BatchCheckPriorContactRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link listConversations}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingListConversationsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Only rows in this status. */
  readonly status?: ConversationStatus | undefined
  /** Channel, e.g. email or linkedin. */
  readonly channel?: ChannelType | undefined
  /** Project id. */
  readonly project_id?: string | undefined
  /** Only people at this LinkedIn distance. */
  readonly network_distance?: NetworkDistance | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link deleteConversationsByProject}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingDeleteConversationsByProjectParams {
  /** Project id. */
  readonly project_id: string
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link listConversationsByProject}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingListConversationsByProjectParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link unlinkConversationsFromProject}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingUnlinkConversationsFromProjectParams {
  /** Project id. */
  readonly project_id: string
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getConversation}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingGetConversationParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Reads the messages from the channel instead of the stored copy. */
  readonly fetch_live?: boolean | undefined
}

/**
 * Parameters of {@link deleteConversation}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingDeleteConversationParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link replyToConversation}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingReplyToConversationParams extends SendReplyRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link createDraft}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingCreateDraftParams extends CreateDraftRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link createBatchDrafts}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingCreateBatchDraftsParams extends BatchDraftRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** true waits until all drafts are written (legacy). */
  readonly wait?: boolean | undefined
}

/**
 * Parameters of {@link getBatchDraftJobStatus}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingGetBatchDraftJobStatusParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link sendBatchDrafts}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingSendBatchDraftsParams extends BatchSendRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link createBatchDraftsStream}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingCreateBatchDraftsStreamParams extends BatchDraftRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Resume the stream of an existing job. */
  readonly job_id?: string | undefined
}

/**
 * Parameters of {@link getDraft}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingGetDraftParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateDraft}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingUpdateDraftParams extends UpdateDraftRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link cancelDraft}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingCancelDraftParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link sendDraft}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingSendDraftParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getEmailThreads}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingGetEmailThreadsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Rows a page. */
  readonly limit?: number | undefined
}

/**
 * Parameters of {@link getLinkedInAccountInfo}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingGetLinkedInAccountInfoParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  readonly force_refresh?: boolean | undefined
}

/**
 * Parameters of {@link checkLinkedInConnection}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingCheckLinkedInConnectionParams extends CheckLinkedInConnectionRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link batchCheckLinkedInConnections}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingBatchCheckLinkedInConnectionsParams extends BatchCheckConnectionRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getLinkedInCredits}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingGetLinkedInCreditsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  readonly force_refresh?: boolean | undefined
}

/**
 * Parameters of {@link refreshLinkedInCredits}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingRefreshLinkedInCreditsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link sendLinkedInOutreach}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingSendLinkedInOutreachParams extends LinkedInSendRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateLinkedInSubscription}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingUpdateLinkedInSubscriptionParams extends UpdateLinkedInSubscriptionRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link sendMessage}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingSendMessageParams extends SendMessageRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link syncConversations}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingSyncConversationsParams extends SyncRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link syncProspectConversation}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagingSyncProspectParams extends SyncProspectRequest {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Schema of {@link BatchCheckPriorContactResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchCheckPriorContactResponseSchema: R.ResponseSchema<BatchCheckPriorContactResponse> =
  /*#__PURE__*/ R.struct<BatchCheckPriorContactResponse>(() => ({
    results: R.record(ProspectPriorContactResultSchema),
    summary: BatchCheckPriorContactResponseSummarySchema
  }))

/**
 * Schema of {@link BatchCheckPriorContactResponseSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchCheckPriorContactResponseSummarySchema: R.ResponseSchema<BatchCheckPriorContactResponseSummary> =
  /*#__PURE__*/ R.struct<BatchCheckPriorContactResponseSummary>(() => ({
    errors: R.number,
    total: R.number,
    with_contact: R.number,
    without_contact: R.number,
    cached: R.optional(R.number)
  }))

/**
 * Schema of {@link BatchConnectionStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchConnectionStatusResponseSchema: R.ResponseSchema<BatchConnectionStatusResponse> =
  /*#__PURE__*/ R.struct<BatchConnectionStatusResponse>(() => ({
    results: R.record(LinkedInConnectionStatusSchema),
    summary: ConnectionSummarySchema
  }))

/**
 * Schema of {@link BatchDraftCompleteData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftCompleteDataSchema: R.ResponseSchema<BatchDraftCompleteData> =
  /*#__PURE__*/ R.struct<BatchDraftCompleteData>(() => ({
    created: R.number,
    drafts: R.array(DraftResponseSchema),
    error_details: R.array(BatchDraftCompleteDataErrorDetailSchema),
    errors: R.number,
    error_message: R.optional(R.string),
    job_id: R.optional(R.string)
  }))

/**
 * Schema of {@link BatchDraftCompleteDataErrorDetail}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftCompleteDataErrorDetailSchema: R.ResponseSchema<BatchDraftCompleteDataErrorDetail> =
  /*#__PURE__*/ R.struct<BatchDraftCompleteDataErrorDetail>(() => ({
    error: R.string,
    prospect: R.string
  }))

/**
 * Schema of {@link BatchDraftCreatedData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftCreatedDataSchema: R.ResponseSchema<BatchDraftCreatedData> =
  /*#__PURE__*/ R.struct<BatchDraftCreatedData>(() => ({
    draft: DraftResponseSchema,
    prospect_external_id: R.optional(R.string)
  }))

/**
 * Schema of {@link BatchDraftErrorData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftErrorDataSchema: R.ResponseSchema<BatchDraftErrorData> =
  /*#__PURE__*/ R.struct<BatchDraftErrorData>(() => ({
    error: R.string,
    prospect: R.string
  }))

/**
 * Schema of {@link BatchDraftJobProgress}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftJobProgressSchema: R.ResponseSchema<BatchDraftJobProgress> =
  /*#__PURE__*/ R.struct<BatchDraftJobProgress>(() => ({
    drafts_created: R.number,
    errors: R.number,
    percentage: R.number,
    processed: R.number,
    total: R.number
  }))

/**
 * Schema of {@link BatchDraftJobResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftJobResponseSchema: R.ResponseSchema<BatchDraftJobResponse> =
  /*#__PURE__*/ R.struct<BatchDraftJobResponse>(() => ({
    job_id: R.string,
    poll_url: R.string,
    status: BatchJobStatusSchema,
    total_prospects: R.number,
    message: R.optional(R.string)
  }))

/**
 * Schema of {@link BatchDraftJobStartedData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftJobStartedDataSchema: R.ResponseSchema<BatchDraftJobStartedData> =
  /*#__PURE__*/ R.struct<BatchDraftJobStartedData>(() => ({
    job_id: R.string
  }))

/**
 * Schema of {@link BatchDraftJobStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftJobStatusResponseSchema: R.ResponseSchema<BatchDraftJobStatusResponse> =
  /*#__PURE__*/ R.struct<BatchDraftJobStatusResponse>(() => ({
    created_at: R.timestamp,
    drafts: R.array(DraftResponseSchema),
    errors: R.array(R.object),
    job_id: R.string,
    progress: BatchDraftJobProgressSchema,
    status: BatchJobStatusSchema,
    completed_at: R.optional(R.timestamp),
    error_message: R.optional(R.string),
    started_at: R.optional(R.timestamp)
  }))

/**
 * Schema of {@link BatchDraftProgressData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftProgressDataSchema: R.ResponseSchema<BatchDraftProgressData> =
  /*#__PURE__*/ R.struct<BatchDraftProgressData>(() => ({
    current_prospect: R.string,
    percentage: R.number,
    processed: R.number,
    total: R.number
  }))

/**
 * Schema of {@link BatchDraftResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftResponseSchema: R.ResponseSchema<BatchDraftResponse> =
  /*#__PURE__*/ R.struct<BatchDraftResponse>(() => ({
    created: R.number,
    drafts: R.array(DraftResponseSchema),
    errors: R.number,
    error_details: R.optional(R.array(R.object))
  }))

/**
 * Schema of {@link BatchDraftStreamEvent}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftStreamEventSchema: R.ResponseSchema<BatchDraftStreamEvent> = /*#__PURE__*/ R.lazy(() =>
  R.union<
    | BatchDraftStreamEventJobStarted
    | BatchDraftStreamEventProgress
    | BatchDraftStreamEventDraftCreated
    | BatchDraftStreamEventError
    | BatchDraftStreamEventComplete
  >([
    BatchDraftStreamEventJobStartedSchema,
    BatchDraftStreamEventProgressSchema,
    BatchDraftStreamEventDraftCreatedSchema,
    BatchDraftStreamEventErrorSchema,
    BatchDraftStreamEventCompleteSchema
  ])
)

/**
 * Schema of {@link BatchDraftStreamEventComplete}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftStreamEventCompleteSchema: R.ResponseSchema<BatchDraftStreamEventComplete> =
  /*#__PURE__*/ R.struct<BatchDraftStreamEventComplete>(() => ({
    data: BatchDraftCompleteDataSchema,
    event: R.literal("complete")
  }))

/**
 * Schema of {@link BatchDraftStreamEventDraftCreated}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftStreamEventDraftCreatedSchema: R.ResponseSchema<BatchDraftStreamEventDraftCreated> =
  /*#__PURE__*/ R.struct<BatchDraftStreamEventDraftCreated>(() => ({
    data: BatchDraftCreatedDataSchema,
    event: R.literal("draft_created")
  }))

/**
 * Schema of {@link BatchDraftStreamEventError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftStreamEventErrorSchema: R.ResponseSchema<BatchDraftStreamEventError> =
  /*#__PURE__*/ R.struct<BatchDraftStreamEventError>(() => ({
    data: BatchDraftErrorDataSchema,
    event: R.literal("error")
  }))

/**
 * Schema of {@link BatchDraftStreamEventJobStarted}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftStreamEventJobStartedSchema: R.ResponseSchema<BatchDraftStreamEventJobStarted> =
  /*#__PURE__*/ R.struct<BatchDraftStreamEventJobStarted>(() => ({
    data: BatchDraftJobStartedDataSchema,
    event: R.literal("job_started")
  }))

/**
 * Schema of {@link BatchDraftStreamEventProgress}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchDraftStreamEventProgressSchema: R.ResponseSchema<BatchDraftStreamEventProgress> =
  /*#__PURE__*/ R.struct<BatchDraftStreamEventProgress>(() => ({
    data: BatchDraftProgressDataSchema,
    event: R.literal("progress")
  }))

/**
 * Schema of {@link BatchJobStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchJobStatusSchema: R.ResponseSchema<BatchJobStatus> = /*#__PURE__*/ R.openEnum([
  "pending",
  "in_progress",
  "completed",
  "failed"
])

/**
 * Schema of {@link BatchSendResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchSendResponseSchema: R.ResponseSchema<BatchSendResponse> = /*#__PURE__*/ R.struct<BatchSendResponse>(
  () => ({
    failed: R.number,
    queued: R.number,
    results: R.array(SendResultSchema),
    sent: R.number
  })
)

/**
 * Schema of {@link CancelDraftResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CancelDraftResponseSchema: R.ResponseSchema<CancelDraftResponse> =
  /*#__PURE__*/ R.struct<CancelDraftResponse>(() => ({
    draft_id: R.optional(R.string),
    error: R.optional(R.string),
    prospect_external_id: R.optional(R.string),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ChannelContactHistory}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelContactHistorySchema: R.ResponseSchema<ChannelContactHistory> =
  /*#__PURE__*/ R.struct<ChannelContactHistory>(() => ({
    channel: ChannelTypeSchema,
    has_contact: R.boolean,
    is_user_initiated: R.boolean,
    message_count: R.number,
    messages: R.array(PriorContactMessageSchema),
    conversation_id: R.optional(R.string),
    first_contact_at: R.optional(R.timestamp),
    last_contact_at: R.optional(R.timestamp),
    prospect_name: R.optional(R.string),
    thread_id: R.optional(R.string)
  }))

/**
 * Schema of {@link ChannelType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelTypeSchema: R.ResponseSchema<ChannelType> = /*#__PURE__*/ R.openEnum([
  "gmail",
  "outlook",
  "linkedin"
])

/**
 * Schema of {@link CheckPriorContactResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CheckPriorContactResponseSchema: R.ResponseSchema<CheckPriorContactResponse> =
  /*#__PURE__*/ R.struct<CheckPriorContactResponse>(() => ({
    channels_checked: R.array(R.string),
    channels_with_contact: R.array(R.string),
    contact_history: R.array(ChannelContactHistorySchema),
    has_prior_contact: R.boolean,
    cached: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ConnectionSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConnectionSummarySchema: R.ResponseSchema<ConnectionSummary> = /*#__PURE__*/ R.struct<ConnectionSummary>(
  () => ({
    connected: R.number,
    not_connected: R.number,
    total: R.number
  })
)

/**
 * Schema of {@link ConversationDetail}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConversationDetailSchema: R.ResponseSchema<ConversationDetail> =
  /*#__PURE__*/ R.struct<ConversationDetail>(() => ({
    conversation: ConversationSummarySchema,
    messages: R.array(MessageResponseSchema)
  }))

/**
 * Schema of {@link ConversationStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConversationStatusSchema: R.ResponseSchema<ConversationStatus> = /*#__PURE__*/ R.openEnum([
  "active",
  "needs_response",
  "waiting",
  "booked",
  "closed"
])

/**
 * Schema of {@link ConversationSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConversationSummarySchema: R.ResponseSchema<ConversationSummary> =
  /*#__PURE__*/ R.struct<ConversationSummary>(() => ({
    id: R.string,
    channel: ChannelTypeSchema,
    message_count: R.number,
    prospect_name: R.string,
    status: ConversationStatusSchema,
    ai_suggested_response: R.optional(R.string),
    connection_accepted_at: R.optional(R.timestamp),
    connection_request_sent_at: R.optional(R.timestamp),
    escalation_scheduled_for: R.optional(R.timestamp),
    is_linkedin_connected: R.optional(R.boolean),
    last_message_at: R.optional(R.timestamp),
    last_message_preview: R.optional(R.string),
    network_distance: R.optional(NetworkDistanceSchema),
    outreach_method: R.optional(OutreachMethodSchema),
    project_id: R.optional(R.string),
    prospect_company: R.optional(R.string),
    prospect_email: R.optional(R.string),
    prospect_external_id: R.optional(R.string),
    prospect_title: R.optional(R.string)
  }))

/**
 * Schema of {@link DeleteConversationResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeleteConversationResponseSchema: R.ResponseSchema<DeleteConversationResponse> =
  /*#__PURE__*/ R.struct<DeleteConversationResponse>(() => ({
    conversation_id: R.optional(R.string),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link DeleteConversationsByProjectResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeleteConversationsByProjectResponseSchema: R.ResponseSchema<DeleteConversationsByProjectResponse> =
  /*#__PURE__*/ R.struct<DeleteConversationsByProjectResponse>(() => ({
    deleted_count: R.optional(R.number),
    project_id: R.optional(R.string),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link DraftResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DraftResponseSchema: R.ResponseSchema<DraftResponse> = /*#__PURE__*/ R.struct<DraftResponse>(() => ({
  id: R.string,
  content: R.string,
  created_at: R.timestamp,
  status: DraftStatusSchema,
  conversation_id: R.optional(R.string),
  error_message: R.optional(R.string),
  inmail_subscription: R.optional(InmailSubscriptionSchema),
  outreach_method: R.optional(R.openEnum(["direct_message", "connection_request", "inmail", "email"])),
  prospect_external_id: R.optional(R.string),
  scheduled_for: R.optional(R.timestamp),
  subject: R.optional(R.string)
}))

/**
 * Schema of {@link DraftStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DraftStatusSchema: R.ResponseSchema<DraftStatus> = /*#__PURE__*/ R.openEnum([
  "pending_review",
  "approved",
  "scheduled",
  "sending",
  "sent",
  "failed",
  "discarded"
])

/**
 * Schema of {@link EmailThreadSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailThreadSummarySchema: R.ResponseSchema<EmailThreadSummary> =
  /*#__PURE__*/ R.struct<EmailThreadSummary>(() => ({
    is_lumnis_initiated: R.boolean,
    last_message_at: R.timestamp,
    message_count: R.number,
    thread_id: R.string,
    preview: R.optional(R.string),
    subject: R.optional(R.string)
  }))

/**
 * Schema of {@link InmailSubscription}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const InmailSubscriptionSchema: R.ResponseSchema<InmailSubscription> = /*#__PURE__*/ R.openEnum([
  "sales_navigator",
  "recruiter_lite",
  "recruiter_corporate",
  "premium"
])

/**
 * Schema of {@link LinkedInAccountInfoResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedInAccountInfoResponseSchema: R.ResponseSchema<LinkedInAccountInfoResponse> =
  /*#__PURE__*/ R.struct<LinkedInAccountInfoResponse>(() => ({
    can_send_inmail: R.boolean,
    can_use_recruiter_api: R.boolean,
    can_use_sales_navigator_api: R.boolean,
    connected: R.boolean,
    subscriptions: R.array(LinkedInSubscriptionInfoSchema),
    account_id: R.optional(R.string),
    connected_at: R.optional(R.timestamp),
    connection_request_daily_limit: R.optional(R.number),
    connection_requests_remaining_today: R.optional(R.number),
    connection_requests_sent_today: R.optional(R.number),
    direct_message_daily_limit: R.optional(R.number),
    direct_messages_remaining_today: R.optional(R.number),
    direct_messages_sent_today: R.optional(R.number),
    feature: R.optional(R.string),
    gmail_sent_today: R.optional(R.number),
    inmail_credits_remaining: R.optional(R.number),
    inmail_credits_updated_at: R.optional(R.timestamp),
    inmail_daily_limit: R.optional(R.number),
    inmail_remaining_today: R.optional(R.number),
    inmail_sent_today: R.optional(R.number),
    max_inmail_accumulation: R.optional(R.number),
    monthly_inmail_allowance: R.optional(R.number),
    outlook_sent_today: R.optional(R.number),
    subscription_type: R.optional(LinkedInSubscriptionTypeSchema),
    unipile_status: R.optional(R.openEnum(["OK", "CREDENTIALS", "ERROR"]))
  }))

/**
 * Schema of {@link LinkedInConnectionStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedInConnectionStatusSchema: R.ResponseSchema<LinkedInConnectionStatus> =
  /*#__PURE__*/ R.struct<LinkedInConnectionStatus>(() => ({
    can_inmail: R.boolean,
    can_message: R.boolean,
    connected: R.boolean,
    chat_id: R.optional(R.string),
    is_open_profile: R.optional(R.boolean),
    network_distance: R.optional(NetworkDistanceSchema),
    provider_id: R.optional(R.string)
  }))

/**
 * Schema of {@link LinkedInCreditsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedInCreditsResponseSchema: R.ResponseSchema<LinkedInCreditsResponse> =
  /*#__PURE__*/ R.struct<LinkedInCreditsResponse>(() => ({
    can_send_inmail: R.boolean,
    is_real_time: R.boolean,
    subscriptions: R.array(LinkedInSubscriptionInfoSchema),
    credits_remaining: R.optional(R.number),
    credits_updated_at: R.optional(R.timestamp),
    subscription_type: R.optional(LinkedInSubscriptionTypeSchema)
  }))

/**
 * Schema of {@link LinkedInSubscriptionInfo}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedInSubscriptionInfoSchema: R.ResponseSchema<LinkedInSubscriptionInfo> =
  /*#__PURE__*/ R.struct<LinkedInSubscriptionInfo>(() => ({
    feature: R.openEnum(["classic", "sales_navigator", "recruiter"]),
    is_active: R.boolean,
    max_accumulation: R.number,
    monthly_allowance: R.number,
    type: LinkedInSubscriptionTypeSchema,
    inmail_credits_remaining: R.optional(R.number),
    inmail_credits_updated_at: R.optional(R.timestamp)
  }))

/**
 * Schema of {@link LinkedInSubscriptionType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedInSubscriptionTypeSchema: R.ResponseSchema<LinkedInSubscriptionType> = /*#__PURE__*/ R.openEnum([
  "basic",
  "premium",
  "sales_navigator",
  "recruiter_lite",
  "recruiter_corporate"
])

/**
 * Schema of {@link MessageResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageResponseSchema: R.ResponseSchema<MessageResponse> = /*#__PURE__*/ R.struct<MessageResponse>(() => ({
  id: R.string,
  content: R.string,
  direction: R.openEnum(["inbound", "outbound"]),
  sender_name: R.string,
  sent_at: R.timestamp,
  ai_generated: R.optional(R.boolean),
  message_type: R.optional(MessageTypeSchema),
  subject: R.optional(R.string)
}))

/**
 * Schema of {@link MessageType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageTypeSchema: R.ResponseSchema<MessageType> = /*#__PURE__*/ R.openEnum([
  "message",
  "connection_request",
  "connection_accepted",
  "inmail"
])

/**
 * Schema of {@link NetworkDistance}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const NetworkDistanceSchema: R.ResponseSchema<NetworkDistance> = /*#__PURE__*/ R.openEnum([
  "FIRST_DEGREE",
  "SECOND_DEGREE",
  "THIRD_DEGREE",
  "OUT_OF_NETWORK"
])

/**
 * Schema of {@link OutreachMethod}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OutreachMethodSchema: R.ResponseSchema<OutreachMethod> = /*#__PURE__*/ R.openEnum([
  "connection_request",
  "direct_message",
  "inmail",
  "inmail_escalation",
  "email"
])

/**
 * Schema of {@link PriorContactMessage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PriorContactMessageSchema: R.ResponseSchema<PriorContactMessage> =
  /*#__PURE__*/ R.struct<PriorContactMessage>(() => ({
    id: R.string,
    content: R.string,
    direction: R.openEnum(["inbound", "outbound"]),
    sender_name: R.string,
    sent_at: R.timestamp,
    subject: R.optional(R.string)
  }))

/**
 * Schema of {@link ProspectPriorContactResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ProspectPriorContactResultSchema: R.ResponseSchema<ProspectPriorContactResult> =
  /*#__PURE__*/ R.struct<ProspectPriorContactResult>(() => ({
    channels_with_contact: R.array(R.string),
    contact_history: R.array(ChannelContactHistorySchema),
    has_prior_contact: R.boolean,
    prospect_id: R.string,
    cached: R.optional(R.boolean),
    error: R.optional(R.string)
  }))

/**
 * Schema of {@link ProspectSyncResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ProspectSyncResultSchema: R.ResponseSchema<ProspectSyncResult> =
  /*#__PURE__*/ R.struct<ProspectSyncResult>(() => ({
    messages_synced: R.number,
    status: R.openEnum(["found", "not_found", "error"]),
    conversation_id: R.optional(R.string),
    email: R.optional(R.string),
    error: R.optional(R.string),
    linkedin_url: R.optional(R.string),
    prospect_id: R.optional(R.string)
  }))

/**
 * Schema of {@link SendMessageResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SendMessageResponseSchema: R.ResponseSchema<SendMessageResponse> =
  /*#__PURE__*/ R.struct<SendMessageResponse>(() => ({
    success: R.boolean,
    conversation_id: R.optional(R.string),
    external_id: R.optional(R.string),
    message_id: R.optional(R.string)
  }))

/**
 * Schema of {@link SendResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SendResultSchema: R.ResponseSchema<SendResult> = /*#__PURE__*/ R.struct<SendResult>(() => ({
  success: R.boolean,
  conversation_id: R.optional(R.string),
  draft_id: R.optional(R.string),
  error: R.optional(R.string),
  error_code: R.optional(R.openEnum(["SEND_FAILED", "REPLY_FAILED", "NOT_FOUND", "NO_RECIPIENT"])),
  is_free_inmail: R.optional(R.boolean),
  message_id: R.optional(R.string),
  outreach_method: R.optional(OutreachMethodSchema),
  prospect_external_id: R.optional(R.string),
  queued: R.optional(R.boolean)
}))

/**
 * Schema of {@link SyncJobResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SyncJobResponseSchema: R.ResponseSchema<SyncJobResponse> = /*#__PURE__*/ R.struct<SyncJobResponse>(() => ({
  job_id: R.string,
  status: SyncJobStatusSchema,
  completed_at: R.optional(R.timestamp),
  error: R.optional(R.string),
  started_at: R.optional(R.timestamp),
  stats: R.optional(SyncStatsSchema)
}))

/**
 * Schema of {@link SyncJobStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SyncJobStatusSchema: R.ResponseSchema<SyncJobStatus> = /*#__PURE__*/ R.openEnum([
  "queued",
  "in_progress",
  "completed",
  "failed"
])

/**
 * Schema of {@link SyncProspectResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SyncProspectResponseSchema: R.ResponseSchema<SyncProspectResponse> =
  /*#__PURE__*/ R.struct<SyncProspectResponse>(() => ({
    result: ProspectSyncResultSchema,
    conversation: R.optional(ConversationSummarySchema)
  }))

/**
 * Schema of {@link SyncStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SyncStatsSchema: R.ResponseSchema<SyncStats> = /*#__PURE__*/ R.struct<SyncStats>(() => ({
  created: R.number,
  errors: R.number,
  synced: R.number,
  updated: R.number,
  prospects_found: R.optional(R.number),
  prospects_requested: R.optional(R.number)
}))

/**
 * Schema of {@link UnlinkConversationsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UnlinkConversationsResponseSchema: R.ResponseSchema<UnlinkConversationsResponse> =
  /*#__PURE__*/ R.struct<UnlinkConversationsResponse>(() => ({
    project_id: R.string,
    success: R.boolean,
    unlinked_count: R.number
  }))

/**
 * POST `/v1/messaging/check-prior-contact`
 *
 * @since 0.1.0
 * @category operations
 */
export const checkPriorContact: Operation<CheckPriorContactResponse, true> = {
  id: "checkPriorContact",
  platform: "lumnis",
  resource: "messaging",
  name: "checkPriorContact",
  method: "POST",
  path: "/v1/messaging/check-prior-contact",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CheckPriorContactResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/check-prior-contact/batch`
 *
 * @since 0.1.0
 * @category operations
 */
export const batchCheckPriorContact: Operation<BatchCheckPriorContactResponse, true> = {
  id: "batchCheckPriorContact",
  platform: "lumnis",
  resource: "messaging",
  name: "batchCheckPriorContact",
  method: "POST",
  path: "/v1/messaging/check-prior-contact/batch",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BatchCheckPriorContactResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/messaging/conversations`
 *
 * @since 0.1.0
 * @category operations
 */
export const listConversations: Operation<ReadonlyArray<ConversationSummary>, true> = {
  id: "listConversations",
  platform: "lumnis",
  resource: "messaging",
  name: "listConversations",
  method: "GET",
  path: "/v1/messaging/conversations",
  query: ["user_id", "status", "channel", "project_id", "network_distance", "limit", "offset"],
  response: "json",
  success: /*#__PURE__*/ R.array(ConversationSummarySchema),
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "" },
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * DELETE `/v1/messaging/conversations`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteConversationsByProject: Operation<DeleteConversationsByProjectResponse, true> = {
  id: "deleteConversationsByProject",
  platform: "lumnis",
  resource: "messaging",
  name: "deleteConversationsByProject",
  method: "DELETE",
  path: "/v1/messaging/conversations",
  query: ["project_id", "user_id"],
  response: "json",
  success: DeleteConversationsByProjectResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/messaging/conversations/by-project/{project_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const listConversationsByProject: Operation<ReadonlyArray<ConversationSummary>, true> = {
  id: "listConversationsByProject",
  platform: "lumnis",
  resource: "messaging",
  name: "listConversationsByProject",
  method: "GET",
  path: "/v1/messaging/conversations/by-project/{project_id}",
  query: ["user_id", "limit", "offset"],
  response: "json",
  success: /*#__PURE__*/ R.array(ConversationSummarySchema),
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "" },
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/conversations/unlink-project`
 *
 * @since 0.1.0
 * @category operations
 */
export const unlinkConversationsFromProject: Operation<UnlinkConversationsResponse, true> = {
  id: "unlinkConversationsFromProject",
  platform: "lumnis",
  resource: "messaging",
  name: "unlinkConversationsFromProject",
  method: "POST",
  path: "/v1/messaging/conversations/unlink-project",
  query: ["project_id", "user_id"],
  response: "json",
  success: UnlinkConversationsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/messaging/conversations/{conversation_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getConversation: Operation<ConversationDetail, true> = {
  id: "getConversation",
  platform: "lumnis",
  resource: "messaging",
  name: "getConversation",
  method: "GET",
  path: "/v1/messaging/conversations/{conversation_id}",
  query: ["user_id", "fetch_live"],
  response: "json",
  success: ConversationDetailSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * DELETE `/v1/messaging/conversations/{conversation_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteConversation: Operation<DeleteConversationResponse, true> = {
  id: "deleteConversation",
  platform: "lumnis",
  resource: "messaging",
  name: "deleteConversation",
  method: "DELETE",
  path: "/v1/messaging/conversations/{conversation_id}",
  query: ["user_id"],
  response: "json",
  success: DeleteConversationResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/conversations/{conversation_id}/reply`
 *
 * @since 0.1.0
 * @category operations
 */
export const replyToConversation: Operation<SendResult, true> = {
  id: "replyToConversation",
  platform: "lumnis",
  resource: "messaging",
  name: "replyToConversation",
  method: "POST",
  path: "/v1/messaging/conversations/{conversation_id}/reply",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SendResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/drafts`
 *
 * @since 0.1.0
 * @category operations
 */
export const createDraft: Operation<DraftResponse, true> = {
  id: "createDraft",
  platform: "lumnis",
  resource: "messaging",
  name: "createDraft",
  method: "POST",
  path: "/v1/messaging/drafts",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DraftResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/drafts/batch`
 *
 * @since 0.1.0
 * @category operations
 */
export const createBatchDrafts: Operation<BatchDraftResponse | BatchDraftJobResponse, true> = {
  id: "createBatchDrafts",
  platform: "lumnis",
  resource: "messaging",
  name: "createBatchDrafts",
  method: "POST",
  path: "/v1/messaging/drafts/batch",
  query: ["user_id", "wait"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: /*#__PURE__*/ R.union<BatchDraftResponse | BatchDraftJobResponse>([
    BatchDraftResponseSchema,
    BatchDraftJobResponseSchema
  ]),
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/messaging/drafts/batch/jobs/{job_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getBatchDraftJobStatus: Operation<BatchDraftJobStatusResponse, true> = {
  id: "getBatchDraftJobStatus",
  platform: "lumnis",
  resource: "messaging",
  name: "getBatchDraftJobStatus",
  method: "GET",
  path: "/v1/messaging/drafts/batch/jobs/{job_id}",
  query: ["user_id"],
  response: "json",
  success: BatchDraftJobStatusResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/drafts/batch/send`
 *
 * @since 0.1.0
 * @category operations
 */
export const sendBatchDrafts: Operation<BatchSendResponse, true> = {
  id: "sendBatchDrafts",
  platform: "lumnis",
  resource: "messaging",
  name: "sendBatchDrafts",
  method: "POST",
  path: "/v1/messaging/drafts/batch/send",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BatchSendResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/drafts/batch/stream`
 *
 * @since 0.1.0
 * @category operations
 */
export const createBatchDraftsStream: Operation<void, true> = {
  id: "createBatchDraftsStream",
  platform: "lumnis",
  resource: "messaging",
  name: "createBatchDraftsStream",
  method: "POST",
  path: "/v1/messaging/drafts/batch/stream",
  query: ["user_id", "job_id"],
  body: "json",
  bodyRequired: true,
  response: "events",
  success: R.none,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/messaging/drafts/{draft_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getDraft: Operation<DraftResponse, true> = {
  id: "getDraft",
  platform: "lumnis",
  resource: "messaging",
  name: "getDraft",
  method: "GET",
  path: "/v1/messaging/drafts/{draft_id}",
  query: ["user_id"],
  response: "json",
  success: DraftResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * PATCH `/v1/messaging/drafts/{draft_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateDraft: Operation<DraftResponse, true> = {
  id: "updateDraft",
  platform: "lumnis",
  resource: "messaging",
  name: "updateDraft",
  method: "PATCH",
  path: "/v1/messaging/drafts/{draft_id}",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DraftResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/drafts/{draft_id}/cancel`
 *
 * @since 0.1.0
 * @category operations
 */
export const cancelDraft: Operation<CancelDraftResponse, true> = {
  id: "cancelDraft",
  platform: "lumnis",
  resource: "messaging",
  name: "cancelDraft",
  method: "POST",
  path: "/v1/messaging/drafts/{draft_id}/cancel",
  query: ["user_id"],
  response: "json",
  success: CancelDraftResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/drafts/{draft_id}/send`
 *
 * @since 0.1.0
 * @category operations
 */
export const sendDraft: Operation<SendResult, true> = {
  id: "sendDraft",
  platform: "lumnis",
  resource: "messaging",
  name: "sendDraft",
  method: "POST",
  path: "/v1/messaging/drafts/{draft_id}/send",
  query: ["user_id"],
  response: "json",
  success: SendResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/messaging/email-threads/{email_address}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getEmailThreads: Operation<ReadonlyArray<EmailThreadSummary>, true> = {
  id: "getEmailThreads",
  platform: "lumnis",
  resource: "messaging",
  name: "getEmailThreads",
  method: "GET",
  path: "/v1/messaging/email-threads/{email_address}",
  query: ["user_id", "limit"],
  response: "json",
  success: /*#__PURE__*/ R.array(EmailThreadSummarySchema),
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/messaging/linkedin/account-info`
 *
 * @since 0.1.0
 * @category operations
 */
export const getLinkedInAccountInfo: Operation<LinkedInAccountInfoResponse, true> = {
  id: "getLinkedInAccountInfo",
  platform: "lumnis",
  resource: "messaging",
  name: "getLinkedInAccountInfo",
  method: "GET",
  path: "/v1/messaging/linkedin/account-info",
  query: ["user_id", "force_refresh"],
  response: "json",
  success: LinkedInAccountInfoResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/linkedin/check-connection`
 *
 * @since 0.1.0
 * @category operations
 */
export const checkLinkedInConnection: Operation<LinkedInConnectionStatus, true> = {
  id: "checkLinkedInConnection",
  platform: "lumnis",
  resource: "messaging",
  name: "checkLinkedInConnection",
  method: "POST",
  path: "/v1/messaging/linkedin/check-connection",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: LinkedInConnectionStatusSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/linkedin/check-connections/batch`
 *
 * @since 0.1.0
 * @category operations
 */
export const batchCheckLinkedInConnections: Operation<BatchConnectionStatusResponse, true> = {
  id: "batchCheckLinkedInConnections",
  platform: "lumnis",
  resource: "messaging",
  name: "batchCheckLinkedInConnections",
  method: "POST",
  path: "/v1/messaging/linkedin/check-connections/batch",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BatchConnectionStatusResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/messaging/linkedin/credits`
 *
 * @since 0.1.0
 * @category operations
 */
export const getLinkedInCredits: Operation<LinkedInCreditsResponse, true> = {
  id: "getLinkedInCredits",
  platform: "lumnis",
  resource: "messaging",
  name: "getLinkedInCredits",
  method: "GET",
  path: "/v1/messaging/linkedin/credits",
  query: ["user_id", "force_refresh"],
  response: "json",
  success: LinkedInCreditsResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/linkedin/refresh-credits`
 *
 * @since 0.1.0
 * @category operations
 */
export const refreshLinkedInCredits: Operation<LinkedInCreditsResponse, true> = {
  id: "refreshLinkedInCredits",
  platform: "lumnis",
  resource: "messaging",
  name: "refreshLinkedInCredits",
  method: "POST",
  path: "/v1/messaging/linkedin/refresh-credits",
  query: ["user_id"],
  response: "json",
  success: LinkedInCreditsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/linkedin/send`
 *
 * @since 0.1.0
 * @category operations
 */
export const sendLinkedInOutreach: Operation<SendResult, true> = {
  id: "sendLinkedInOutreach",
  platform: "lumnis",
  resource: "messaging",
  name: "sendLinkedInOutreach",
  method: "POST",
  path: "/v1/messaging/linkedin/send",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SendResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * PUT `/v1/messaging/linkedin/subscription`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateLinkedInSubscription: Operation<SuccessResult, true> = {
  id: "updateLinkedInSubscription",
  platform: "lumnis",
  resource: "messaging",
  name: "updateLinkedInSubscription",
  method: "PUT",
  path: "/v1/messaging/linkedin/subscription",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SuccessResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/send`
 *
 * @since 0.1.0
 * @category operations
 */
export const sendMessage: Operation<SendMessageResponse, true> = {
  id: "sendMessage",
  platform: "lumnis",
  resource: "messaging",
  name: "sendMessage",
  method: "POST",
  path: "/v1/messaging/send",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SendMessageResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/sync`
 *
 * @since 0.1.0
 * @category operations
 */
export const syncConversations: Operation<SyncJobResponse, true> = {
  id: "syncConversations",
  platform: "lumnis",
  resource: "messaging",
  name: "syncConversations",
  method: "POST",
  path: "/v1/messaging/sync",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SyncJobResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/messaging/sync/prospect`
 *
 * @since 0.1.0
 * @category operations
 */
export const syncProspectConversation: Operation<SyncProspectResponse, true> = {
  id: "syncProspectConversation",
  platform: "lumnis",
  resource: "messaging",
  name: "syncProspect",
  method: "POST",
  path: "/v1/messaging/sync/prospect",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SyncProspectResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/messaging/sync/{job_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSyncStatus: Operation<SyncJobResponse, true> = {
  id: "getSyncStatus",
  platform: "lumnis",
  resource: "messaging",
  name: "getSyncStatus",
  method: "GET",
  path: "/v1/messaging/sync/{job_id}",
  response: "json",
  success: SyncJobResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "none" }
}

/**
 * Inbox, drafts and LinkedIn messaging.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Look for earlier contact with a person.
   *
   * At least one identifier; results are cached for two hours.
   *
   * `POST /v1/messaging/check-prior-contact`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly checkPriorContact: (
    params?: MessagingCheckPriorContactParams,
    options?: RequestOptions
  ) => Effect.Effect<CheckPriorContactResponse, ApiError | PreparedError>
  /**
   * Look for earlier contact with many people.
   *
   * `POST /v1/messaging/check-prior-contact/batch`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly batchCheckPriorContact: (
    params: MessagingBatchCheckPriorContactParams,
    options?: RequestOptions
  ) => Effect.Effect<BatchCheckPriorContactResponse, ApiError | PreparedError>
  /**
   * List conversations.
   *
   * `GET /v1/messaging/conversations`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listConversations: (
    params?: MessagingListConversationsParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<ConversationSummary>, ApiError | PreparedError>
  /**
   * Every page of `listConversations`, asked for one at a time.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listConversationsPages: (
    params?: MessagingListConversationsParams,
    options?: RequestOptions
  ) => Stream.Stream<ReadonlyArray<ConversationSummary>, ApiError | PreparedError>
  /**
   * Every item of `listConversations`, page after page.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listConversationsAll: (
    params?: MessagingListConversationsParams,
    options?: RequestOptions
  ) => Stream.Stream<ConversationSummary, ApiError | PreparedError>
  /**
   * Delete the conversations of a project.
   *
   * Permanent.
   *
   * `DELETE /v1/messaging/conversations`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly deleteConversationsByProject: (
    params: MessagingDeleteConversationsByProjectParams,
    options?: RequestOptions
  ) => Effect.Effect<DeleteConversationsByProjectResponse, ApiError | PreparedError>
  /**
   * List the conversations of a project.
   *
   * `GET /v1/messaging/conversations/by-project/{project_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Pages by offset.
   *
   * Scope: needs a user, bound or given.
   *
   * @param projectId Project id.
   */
  readonly listConversationsByProject: (
    projectId: string,
    params?: MessagingListConversationsByProjectParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<ConversationSummary>, ApiError | PreparedError>
  /**
   * Every page of `listConversationsByProject`, asked for one at a time.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listConversationsByProjectPages: (
    projectId: string,
    params?: MessagingListConversationsByProjectParams,
    options?: RequestOptions
  ) => Stream.Stream<ReadonlyArray<ConversationSummary>, ApiError | PreparedError>
  /**
   * Every item of `listConversationsByProject`, page after page.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listConversationsByProjectAll: (
    projectId: string,
    params?: MessagingListConversationsByProjectParams,
    options?: RequestOptions
  ) => Stream.Stream<ConversationSummary, ApiError | PreparedError>
  /**
   * Detach conversations from a project.
   *
   * `POST /v1/messaging/conversations/unlink-project`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly unlinkConversationsFromProject: (
    params: MessagingUnlinkConversationsFromProjectParams,
    options?: RequestOptions
  ) => Effect.Effect<UnlinkConversationsResponse, ApiError | PreparedError>
  /**
   * Read a conversation with messages.
   *
   * `GET /v1/messaging/conversations/{conversation_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param conversationId Conversation id.
   */
  readonly getConversation: (
    conversationId: string,
    params?: MessagingGetConversationParams,
    options?: RequestOptions
  ) => Effect.Effect<ConversationDetail, ApiError | PreparedError>
  /**
   * Delete a conversation.
   *
   * `DELETE /v1/messaging/conversations/{conversation_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param conversationId Conversation id.
   */
  readonly deleteConversation: (
    conversationId: string,
    params?: MessagingDeleteConversationParams,
    options?: RequestOptions
  ) => Effect.Effect<DeleteConversationResponse, ApiError | PreparedError>
  /**
   * Reply to a conversation.
   *
   * `POST /v1/messaging/conversations/{conversation_id}/reply`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param conversationId Conversation id.
   */
  readonly replyToConversation: (
    conversationId: string,
    params: MessagingReplyToConversationParams,
    options?: RequestOptions
  ) => Effect.Effect<SendResult, ApiError | PreparedError>
  /**
   * Create a draft.
   *
   * `POST /v1/messaging/drafts`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly createDraft: (
    params: MessagingCreateDraftParams,
    options?: RequestOptions
  ) => Effect.Effect<DraftResponse, ApiError | PreparedError>
  /**
   * Create drafts for many prospects.
   *
   * Returns a job by default, and the drafts with wait=true. Only a job has job_id.
   *
   * `POST /v1/messaging/drafts/batch`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly createBatchDrafts: (
    params: MessagingCreateBatchDraftsParams,
    options?: RequestOptions
  ) => Effect.Effect<BatchDraftResponse | BatchDraftJobResponse, ApiError | PreparedError>
  /**
   * Read a batch draft job.
   *
   * Kept for 24 hours.
   *
   * `GET /v1/messaging/drafts/batch/jobs/{job_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param jobId Job id.
   */
  readonly getBatchDraftJobStatus: (
    jobId: string,
    params?: MessagingGetBatchDraftJobStatusParams,
    options?: RequestOptions
  ) => Effect.Effect<BatchDraftJobStatusResponse, ApiError | PreparedError>
  /**
   * Send several drafts.
   *
   * `POST /v1/messaging/drafts/batch/send`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly sendBatchDrafts: (
    params: MessagingSendBatchDraftsParams,
    options?: RequestOptions
  ) => Effect.Effect<BatchSendResponse, ApiError | PreparedError>
  /**
   * Create drafts with live progress (SSE).
   *
   * Streams events while the drafts are written. Never repeated by itself.
   *
   * Events as they arrive; `options.terminal` tells the last one.
   *
   * Data of the events: {@link BatchDraftStreamEvent}.
   *
   * `POST /v1/messaging/drafts/batch/stream`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly createBatchDraftsStream: (
    params: MessagingCreateBatchDraftsStreamParams,
    options?: RequestOptions & { readonly terminal?: ((event: SseEvent) => boolean) | undefined }
  ) => Stream.Stream<SseEvent, ApiError | StreamError | PreparedError>
  /**
   * Read a draft.
   *
   * `GET /v1/messaging/drafts/{draft_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param draftId Draft id.
   */
  readonly getDraft: (
    draftId: string,
    params?: MessagingGetDraftParams,
    options?: RequestOptions
  ) => Effect.Effect<DraftResponse, ApiError | PreparedError>
  /**
   * Change a draft.
   *
   * `PATCH /v1/messaging/drafts/{draft_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param draftId Draft id.
   */
  readonly updateDraft: (
    draftId: string,
    params?: MessagingUpdateDraftParams,
    options?: RequestOptions
  ) => Effect.Effect<DraftResponse, ApiError | PreparedError>
  /**
   * Cancel a draft.
   *
   * No body. 400 when it was sent already.
   *
   * `POST /v1/messaging/drafts/{draft_id}/cancel`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param draftId Draft id.
   */
  readonly cancelDraft: (
    draftId: string,
    params?: MessagingCancelDraftParams,
    options?: RequestOptions
  ) => Effect.Effect<CancelDraftResponse, ApiError | PreparedError>
  /**
   * Approve and send a draft.
   *
   * `POST /v1/messaging/drafts/{draft_id}/send`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param draftId Draft id.
   */
  readonly sendDraft: (
    draftId: string,
    params?: MessagingSendDraftParams,
    options?: RequestOptions
  ) => Effect.Effect<SendResult, ApiError | PreparedError>
  /**
   * List email threads with a person.
   *
   * `GET /v1/messaging/email-threads/{email_address}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param emailAddress Email of the member.
   */
  readonly getEmailThreads: (
    emailAddress: string,
    params?: MessagingGetEmailThreadsParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<EmailThreadSummary>, ApiError | PreparedError>
  /**
   * Read LinkedIn account info.
   *
   * Cached for an hour unless refreshed.
   *
   * `GET /v1/messaging/linkedin/account-info`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getLinkedInAccountInfo: (
    params?: MessagingGetLinkedInAccountInfoParams,
    options?: RequestOptions
  ) => Effect.Effect<LinkedInAccountInfoResponse, ApiError | PreparedError>
  /**
   * Check a LinkedIn connection.
   *
   * `POST /v1/messaging/linkedin/check-connection`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly checkLinkedInConnection: (
    params?: MessagingCheckLinkedInConnectionParams,
    options?: RequestOptions
  ) => Effect.Effect<LinkedInConnectionStatus, ApiError | PreparedError>
  /**
   * Check several LinkedIn connections.
   *
   * `POST /v1/messaging/linkedin/check-connections/batch`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly batchCheckLinkedInConnections: (
    params: MessagingBatchCheckLinkedInConnectionsParams,
    options?: RequestOptions
  ) => Effect.Effect<BatchConnectionStatusResponse, ApiError | PreparedError>
  /**
   * Read InMail credits.
   *
   * `GET /v1/messaging/linkedin/credits`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getLinkedInCredits: (
    params?: MessagingGetLinkedInCreditsParams,
    options?: RequestOptions
  ) => Effect.Effect<LinkedInCreditsResponse, ApiError | PreparedError>
  /**
   * Refresh InMail credits.
   *
   * `POST /v1/messaging/linkedin/refresh-credits`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly refreshLinkedInCredits: (
    params?: MessagingRefreshLinkedInCreditsParams,
    options?: RequestOptions
  ) => Effect.Effect<LinkedInCreditsResponse, ApiError | PreparedError>
  /**
   * Send LinkedIn outreach by the best method.
   *
   * `POST /v1/messaging/linkedin/send`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly sendLinkedInOutreach: (
    params: MessagingSendLinkedInOutreachParams,
    options?: RequestOptions
  ) => Effect.Effect<SendResult, ApiError | PreparedError>
  /**
   * Set the LinkedIn subscription.
   *
   * `PUT /v1/messaging/linkedin/subscription`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly updateLinkedInSubscription: (
    params: MessagingUpdateLinkedInSubscriptionParams,
    options?: RequestOptions
  ) => Effect.Effect<SuccessResult, ApiError | PreparedError>
  /**
   * Send a message.
   *
   * `POST /v1/messaging/send`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly sendMessage: (
    params: MessagingSendMessageParams,
    options?: RequestOptions
  ) => Effect.Effect<SendMessageResponse, ApiError | PreparedError>
  /**
   * Sync conversations of prospects.
   *
   * Each prospect needs email, linkedin_url or provider_id.
   *
   * `POST /v1/messaging/sync`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly syncConversations: (
    params: MessagingSyncConversationsParams,
    options?: RequestOptions
  ) => Effect.Effect<SyncJobResponse, ApiError | PreparedError>
  /**
   * Sync one prospect.
   *
   * `POST /v1/messaging/sync/prospect`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly syncProspect: (
    params?: MessagingSyncProspectParams,
    options?: RequestOptions
  ) => Effect.Effect<SyncProspectResponse, ApiError | PreparedError>
  /**
   * Read a sync job.
   *
   * `GET /v1/messaging/sync/{job_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param jobId Job id.
   */
  readonly getSyncStatus: (
    jobId: string,
    options?: RequestOptions
  ) => Effect.Effect<SyncJobResponse, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "messaging",
  (client: ApiClient): Service => ({
    checkPriorContact: (params, options) => client.request(checkPriorContact, [], params, options),
    batchCheckPriorContact: (params, options) => client.request(batchCheckPriorContact, [], params, options),
    listConversations: (params, options) => client.request(listConversations, [], params, options),
    listConversationsPages: (params, options) => Pagination.pages(client, listConversations, [], params, options),
    listConversationsAll: (params, options) =>
      Pagination.items(client, listConversations, [], params, options, (page) => page),
    deleteConversationsByProject: (params, options) =>
      client.request(deleteConversationsByProject, [], params, options),
    listConversationsByProject: (projectId, params, options) =>
      client.request(listConversationsByProject, [projectId], params, options),
    listConversationsByProjectPages: (projectId, params, options) =>
      Pagination.pages(client, listConversationsByProject, [projectId], params, options),
    listConversationsByProjectAll: (projectId, params, options) =>
      Pagination.items(client, listConversationsByProject, [projectId], params, options, (page) => page),
    unlinkConversationsFromProject: (params, options) =>
      client.request(unlinkConversationsFromProject, [], params, options),
    getConversation: (conversationId, params, options) =>
      client.request(getConversation, [conversationId], params, options),
    deleteConversation: (conversationId, params, options) =>
      client.request(deleteConversation, [conversationId], params, options),
    replyToConversation: (conversationId, params, options) =>
      client.request(replyToConversation, [conversationId], params, options),
    createDraft: (params, options) => client.request(createDraft, [], params, options),
    createBatchDrafts: (params, options) => client.request(createBatchDrafts, [], params, options),
    getBatchDraftJobStatus: (jobId, params, options) =>
      client.request(getBatchDraftJobStatus, [jobId], params, options),
    sendBatchDrafts: (params, options) => client.request(sendBatchDrafts, [], params, options),
    createBatchDraftsStream: (params, options) => client.events(createBatchDraftsStream, [], params, options),
    getDraft: (draftId, params, options) => client.request(getDraft, [draftId], params, options),
    updateDraft: (draftId, params, options) => client.request(updateDraft, [draftId], params, options),
    cancelDraft: (draftId, params, options) => client.request(cancelDraft, [draftId], params, options),
    sendDraft: (draftId, params, options) => client.request(sendDraft, [draftId], params, options),
    getEmailThreads: (emailAddress, params, options) =>
      client.request(getEmailThreads, [emailAddress], params, options),
    getLinkedInAccountInfo: (params, options) => client.request(getLinkedInAccountInfo, [], params, options),
    checkLinkedInConnection: (params, options) => client.request(checkLinkedInConnection, [], params, options),
    batchCheckLinkedInConnections: (params, options) =>
      client.request(batchCheckLinkedInConnections, [], params, options),
    getLinkedInCredits: (params, options) => client.request(getLinkedInCredits, [], params, options),
    refreshLinkedInCredits: (params, options) => client.request(refreshLinkedInCredits, [], params, options),
    sendLinkedInOutreach: (params, options) => client.request(sendLinkedInOutreach, [], params, options),
    updateLinkedInSubscription: (params, options) => client.request(updateLinkedInSubscription, [], params, options),
    sendMessage: (params, options) => client.request(sendMessage, [], params, options),
    syncConversations: (params, options) => client.request(syncConversations, [], params, options),
    syncProspect: (params, options) => client.request(syncProspectConversation, [], params, options),
    getSyncStatus: (jobId, options) => client.request(getSyncStatus, [jobId], undefined, options)
  })
)
