/**
 * Types and response schemas that more than one resource of Lumnis AI REST API (wire contract) uses, or that it only
 * names.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { OpenEnum } from "@trilum/core/OpenEnum"
import * as R from "@trilum/core/ResponseSchema"

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentCostStats {
  readonly crustdata_credits: number
  readonly fiber_credits: number
}

/**
 * @since 0.1.0
 * @category models
 */
export type ApiKeyMode = OpenEnum<"platform" | "byo_keys">

/**
 * One conversation turn.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChatMessage {
  readonly content: string
  readonly role: OpenEnum<"system" | "user" | "assistant">
}

/**
 * One conversation turn.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChatMessageInput {
  readonly content: string
  readonly role: "system" | "user" | "assistant"
}

/**
 * @since 0.1.0
 * @category models
 */
export type ColumnKind = OpenEnum<"extraction" | "verdict">

/**
 * structured_response of competitor_post_engagement.
 *
 * @since 0.1.0
 * @category models
 */
export interface CompetitorPostEngagementOutput {
  readonly candidates: ReadonlyArray<ValidatedCandidate>
  readonly competitors_resolved: ReadonlyArray<ResolvedCompetitorTarget>
  readonly cost_stats: AgentCostStats
  readonly provenance_attached: boolean
  readonly agent_params?: { readonly [key: string]: unknown } | null
  readonly criteria?: CriteriaMetadata | null
  readonly discovered_competitors?: ReadonlyArray<string> | null
  readonly discovery_trace?: DiscoveryTrace | null
}

/**
 * structured_response of competitor_rep_engagement.
 *
 * @since 0.1.0
 * @category models
 */
export interface CompetitorRepEngagementOutput {
  readonly candidates: ReadonlyArray<ValidatedCandidate>
  readonly competitors_resolved: ReadonlyArray<ResolvedCompetitorTarget>
  readonly agent_params?: { readonly [key: string]: unknown } | null
  readonly criteria?: CriteriaMetadata | null
  readonly discovered_competitors?: ReadonlyArray<string> | null
  readonly discovery_trace?: DiscoveryTrace | null
  readonly rep_engagement_stats?: RepEngagementStats | null
  readonly resolution_warnings?: ReadonlyArray<string> | null
}

/**
 * Payload of connection.accepted.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConnectionAcceptedData {
  readonly acceptedAt: Date
  readonly conversationId: string
  readonly prospectExternalId: string
  readonly projectId?: string | null
  readonly prospectName?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectionAcceptedWebhook {
  readonly data: ConnectionAcceptedWebhookData
  readonly event: "connection.accepted"
  readonly timestamp: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectionAcceptedWebhookData {
  readonly acceptedAt: Date
  readonly conversationId: string
  readonly prospectExternalId: string
  readonly projectId?: string | null
  readonly prospectName?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceAudienceStats {
  readonly audience_by_bucket: { readonly [key: string]: number }
  readonly audience_size: number
  readonly dropped_duplicate_url: number
  readonly dropped_missing_url: number
  readonly duration_ms: number
  readonly limit: number
  readonly scored: number
  readonly scored_by_bucket: { readonly [key: string]: number }
  readonly lowest_score?: number | null
  readonly top_score?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceAuthor {
  readonly name?: string | null
  readonly url?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceCoverage {
  readonly audience_size?: number | null
  readonly budget_credits?: number | null
  readonly credits_spent?: number | null
  readonly dormant_people?: ReadonlyArray<ContentIntelligenceCoverageDormantPeopleItem> | null
  readonly duration_ms?: number | null
  readonly people_with_records?: number | null
  readonly per_person?:
    | ReadonlyArray<ContentIntelligenceCoveragePerson>
    | { readonly [key: string]: ContentIntelligenceCoveragePerson }
    | null
  readonly records?: number | null
  readonly resumed_available?: number | null
  readonly resumed_people?: number | null
  readonly stop_reason?: string | null
  readonly window_days?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceCoverageDormantPeopleItem {
  readonly linkedin_url?: string | null
  readonly name?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceCoveragePerson {
  readonly credits?: number | null
  readonly error?: unknown
  readonly linkedin_url?: string | null
  readonly pages?: number | null
  readonly records?: number | null
  readonly stop_reason?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceCurationStats {
  readonly kept?: number | null
  readonly removed_by_class?: { readonly [key: string]: number } | null
  readonly unscored?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceDateValue {
  readonly kind: OpenEnum<"exact" | "age">
  readonly value: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceEngager {
  readonly action: OpenEnum<"reaction" | "comment">
  readonly person: string
  readonly when?: ContentIntelligenceDateValue | null
}

/**
 * structured_response of content_intelligence.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceOutput {
  readonly agent_params: ContentIntelligenceResolvedParams
  readonly audience_stats: ContentIntelligenceAudienceStats | { readonly [key: string]: unknown }
  readonly coverage: ContentIntelligenceCoverage
  readonly outputs: ContentIntelligenceOutputs
  readonly package: ContentIntelligencePackage
  readonly summary: ContentIntelligenceSummary
}

/**
 * @since 0.1.0
 * @category models
 */
export type ContentIntelligenceOutputName = OpenEnum<"top_posts" | "post_ideas" | "engagement_analysis">

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceOutputs {
  readonly curation: ContentIntelligenceCurationStats
  readonly outputs_requested: ReadonlyArray<ContentIntelligenceOutputName>
  readonly engagement_analysis?: EngagementAnalysisOutput | null
  readonly note?: string | null
  readonly post_ideas?: PostIdeasOutput | null
  readonly top_posts?: TopPostsOutput | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligencePackage {
  readonly posts: ReadonlyArray<ContentIntelligencePost>
  readonly uncopied_fields: { readonly [key: string]: number }
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligencePost {
  readonly audience_count: number
  readonly engagers: ReadonlyArray<ContentIntelligenceEngager>
  readonly ids: ReadonlyArray<string>
  readonly key: string
  readonly missing: ReadonlyArray<string>
  readonly sources: ReadonlyArray<string>
  readonly author?: ContentIntelligenceAuthor | null
  readonly has_video?: boolean | null
  readonly hybrid_score?: number | null
  readonly published?: ContentIntelligenceDateValue | null
  readonly reasoning?: string | null
  readonly relevance?: number | null
  readonly removal_class?: OpenEnum<"hiring" | "personal" | "promo" | "bait" | "no_substance" | "unclassified"> | null
  readonly text?: string | null
  readonly total_comments?: number | null
  readonly total_reactions?: number | null
  readonly totals?: ContentIntelligencePostTotals | null
  readonly url?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligencePostTotals {
  readonly comments?: number | null
  readonly reactions?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceResolvedParams {
  readonly limit: number
  readonly outputs: ReadonlyArray<ContentIntelligenceOutputName>
  readonly posts_date_range: PostsDateRange
  readonly posts_enable_filtering: boolean
  readonly exa_results_per_query?: number | null
  readonly reuse_package_from?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceSummary {
  readonly audience_size: number
  readonly curation: ContentIntelligenceCurationStats
  readonly feed_posts: number
  readonly outputs_produced: ReadonlyArray<ContentIntelligenceOutputName>
  readonly posts: number
  readonly posts_kept: number
  readonly posts_removed: number
  readonly credits_spent?: number | null
  readonly people_with_records?: number | null
  readonly reused_package_from?: string | null
  readonly window_days?: number | null
}

/**
 * Criteria split into universal, varying and validation-only groups.
 *
 * @since 0.1.0
 * @category models
 */
export interface CriteriaClassification {
  readonly universal_criteria: ReadonlyArray<CriterionDefinition>
  readonly validation_only_criteria: ReadonlyArray<CriterionDefinition>
  readonly varying_criteria: ReadonlyArray<CriterionDefinition>
  readonly universal_reasoning?: string | null
  readonly validation_reasoning?: string | null
  readonly varying_reasoning?: string | null
}

/**
 * Criteria split into universal, varying and validation-only groups.
 *
 * @since 0.1.0
 * @category models
 */
export interface CriteriaClassificationInput {
  readonly universal_criteria: ReadonlyArray<CriterionDefinitionInput>
  readonly validation_only_criteria: ReadonlyArray<CriterionDefinitionInput>
  readonly varying_criteria: ReadonlyArray<CriterionDefinitionInput>
  readonly universal_reasoning?: string | undefined
  readonly validation_reasoning?: string | undefined
  readonly varying_reasoning?: string | undefined
}

/**
 * Criteria used by a run and where they came from.
 *
 * @since 0.1.0
 * @category models
 */
export interface CriteriaMetadata {
  readonly created_at: Date
  readonly criteria_classification: CriteriaClassification
  readonly criteria_definitions: ReadonlyArray<CriterionDefinition>
  readonly source: OpenEnum<"generated" | "reused" | "provided">
  readonly version: number
  readonly source_response_id?: string | null
}

/**
 * One scoring or extraction column.
 *
 * @since 0.1.0
 * @category models
 */
export interface CriterionDefinition {
  readonly column_name: string
  readonly criterion_id: string
  readonly criterion_text: string
  readonly criterion_type: CriterionType
  readonly weight: number
  readonly answer_format?: string | null
  readonly column_kind?: ColumnKind | null
  readonly requires_web_verification?: boolean | null
  readonly scoring_relevance?: OpenEnum<"none"> | null
  readonly verification_entity?: OpenEnum<"person" | "organization" | "location"> | null
  readonly verification_question?: string | null
}

/**
 * One scoring or extraction column.
 *
 * @since 0.1.0
 * @category models
 */
export interface CriterionDefinitionInput {
  readonly column_name: string
  readonly criterion_id: string
  readonly criterion_text: string
  readonly criterion_type: CriterionType
  readonly weight: number
  readonly answer_format?: string | undefined
  readonly column_kind?: ColumnKind | undefined
  readonly requires_web_verification?: boolean | undefined
  readonly scoring_relevance?: OpenEnum<"none"> | undefined
  readonly verification_entity?: OpenEnum<"person" | "organization" | "location"> | undefined
  readonly verification_question?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CriterionResult {
  readonly column_name: string
  readonly confidence: number
  readonly confidence_reasoning: string
  readonly criterion_id: string
  readonly criterion_met: boolean
  readonly criterion_met_reasoning: string
  readonly criterion_text: string
  readonly criterion_type: CriterionType
  readonly evidence: string
  readonly evidence_sources: ReadonlyArray<EvidenceSource>
  readonly inference_applied: boolean
  readonly reasoning: string
  readonly score: number
  readonly score_reasoning: string
  readonly sufficient_information: boolean
  readonly sufficient_information_reasoning: string
  readonly weight: number
  readonly extracted_value?: string | null
  readonly hallucination_risk?: OpenEnum<"low" | "medium" | "high"> | null
  readonly inference_reasoning?: string | null
  readonly inference_signals_used?: string | null
  readonly inference_summary?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type CriterionType = OpenEnum<"universal" | "varying" | "validation_only">

/**
 * 409 of the CRM: no CRM is connected. The fields are at the top level, below error or below detail.
 *
 * @since 0.1.0
 * @category models
 */
export interface CrmNotConnectedError {
  /** crm_not_connected */
  readonly code?: string | null
  /** Where to send the user to connect the CRM. */
  readonly connect_url?: string | null
}

/**
 * structured_response of deep_people_search and people_scoring.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeepPeopleSearchOutput {
  readonly candidates: ReadonlyArray<ValidatedCandidate>
  /** Keyed by column name; keys verbatim. */
  readonly column_values?: { readonly [key: string]: ReadonlyArray<string> } | null
  readonly criteria?: CriteriaMetadata | null
  readonly criteria_definitions?: ReadonlyArray<CriterionDefinition> | null
  readonly excluded_candidates?: ReadonlyArray<ValidatedCandidate> | null
  readonly preview?: DeepSearchPreview | null
  readonly search_stats?: DeepSearchStats | null
  readonly total_found?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeepSearchPreview {
  readonly is_partial: boolean
  readonly phase: OpenEnum<"fast_filter_in_progress" | "fast_filter_complete" | "validation_complete">
  readonly batches_complete?: number | null
  readonly batches_total?: number | null
  readonly candidates_shown?: number | null
  readonly last_update?: Date | null
  readonly pending_deep_validation?: number | null
  readonly total_excluded?: number | null
  readonly total_passed?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeepSearchStats {
  readonly batches_complete?: number | null
  readonly batches_total?: number | null
  readonly fast_filter_excluded?: number | null
  readonly fast_filter_passed?: number | null
  readonly job_signal_prefilter_stats?: { readonly [key: string]: unknown } | null
  readonly pending_deep_validation?: number | null
  readonly posts_search?: PostsSearchStats | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DiscoveryTrace {
  readonly candidate_count?: number | null
  readonly error?: string | null
  readonly reasoning?: string | null
  readonly seed?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EngagementAnalysisOutput {
  readonly artifact: "engagement_analysis"
  readonly n: number
  readonly periods: ReadonlyArray<PeriodInsight>
  readonly summary: string
  readonly takeaways: ReadonlyArray<Takeaway>
  readonly chunks?: number | null
  readonly note?: string | null
  readonly opportunities?: ReadonlyArray<Opportunity> | null
  readonly pain_points?: ReadonlyArray<PainPoint> | null
  readonly scope?: EngagementAnalysisScope | null
  readonly segmentation_reasoning?: string | null
  readonly theme_stats?: ReadonlyArray<ThemeTrend> | null
  readonly top_voices?: ReadonlyArray<TopVoice> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EngagementAnalysisScope {
  readonly audience: string
  readonly days_present: number
  readonly feed_posts: number
  readonly package_posts: number
  readonly removal_mix: { readonly [key: string]: number }
  readonly window_end?: string | null
  readonly window_start?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EngagementExpansionHopStats {
  readonly author_colleagues_excluded: number
  readonly credits: number
  readonly hop: number
  readonly new_people: number
  readonly posts_pulled: number
  readonly refinds: number
  readonly refinds_merged_as_new_edges: number
  readonly stop_reason: string
}

/**
 * structured_response of engagement_expansion.
 *
 * @since 0.1.0
 * @category models
 */
export interface EngagementExpansionOutput {
  readonly agent_params: EngagementExpansionResolvedParams
  readonly candidates: ReadonlyArray<ValidatedCandidate>
  readonly criteria?: CriteriaMetadata | null
  readonly expansion_stats?: EngagementExpansionStats | null
  readonly package?: ContentIntelligencePackage | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EngagementExpansionResolvedParams {
  readonly expand_from_response: string | null
  readonly hops: number
  readonly limit: number
  readonly people_per_next_hop: number
  readonly exclude_urls?: ReadonlyArray<string> | null
  readonly posts_per_hop?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EngagementExpansionStats {
  readonly hops_run: number
  readonly per_hop: ReadonlyArray<EngagementExpansionHopStats>
  readonly stop_reason: string
  readonly collection_credit_ceiling?: number | null
  readonly collection_credits_spent?: number | null
  readonly finalist_history_credits?: number | null
  readonly finalists_with_history?: number | null
  readonly hops_requested?: number | null
  readonly posts_per_hop?: number | null
  readonly posts_per_hop_source?: OpenEnum<"requested" | "derived"> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EngagementHistoryEntry {
  readonly post_author?: string | null
  readonly post_text?: string | null
  readonly post_url?: string | null
  readonly reaction_type?: string | null
  readonly when?: string | null
}

/**
 * Any JSON error body. Non JSON bodies occur too and must be kept as raw text.
 *
 * @since 0.1.0
 * @category models
 */
export type ErrorBody =
  | CrmNotConnectedError
  | ErrorEnvelope
  | FastApiDetail
  | MessageError
  | { readonly [key: string]: unknown }

/**
 * Envelope of application errors.
 *
 * @since 0.1.0
 * @category models
 */
export interface ErrorEnvelope {
  readonly error: ErrorEnvelopeError
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ErrorEnvelopeError {
  readonly message: string
  /** Machine readable code, upper or lower snake case. */
  readonly code?: string | null
  readonly details?: { readonly [key: string]: unknown } | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EvidenceSource {
  readonly field_or_query: string
  readonly source_type: OpenEnum<"profile" | "web_search">
  readonly url?: string | null
}

/**
 * Error of the framework: text, a list of validation issues, or an object.
 *
 * @since 0.1.0
 * @category models
 */
export interface FastApiDetail {
  readonly detail:
    | string
    | ReadonlyArray<FastApiIssue>
    | FastApiDetailDetailOption3
    | { readonly [key: string]: unknown }
}

/**
 * Application envelope nested below detail (seen on /v1/people).
 *
 * @since 0.1.0
 * @category models
 */
export interface FastApiDetailDetailOption3 {
  readonly error: FastApiDetailDetailOption3Error
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FastApiDetailDetailOption3Error {
  readonly code?: string | null
  readonly message?: string | null
}

/**
 * One validation issue.
 *
 * @since 0.1.0
 * @category models
 */
export interface FastApiIssue {
  readonly loc?: ReadonlyArray<string | number> | null
  readonly msg?: string | null
  readonly type?: string | null
}

/**
 * Object without a known shape.
 *
 * @since 0.1.0
 * @category models
 */
export type FreeObject = { readonly [key: string]: unknown }

/**
 * @since 0.1.0
 * @category models
 */
export interface IntentSignal {
  readonly reasoning: string
  readonly recency: string
  readonly score: number
  readonly signal_type: OpenEnum<"competitor_rep_engagement" | "person_post_engagement" | "company_hiring">
  readonly source: string
  readonly weight: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageError {
  readonly message: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageReceivedData {
  readonly channel: string
  readonly conversationId: string
  readonly lastMessage: MessageReceivedDataLastMessage
  readonly prospectExternalId: string
  readonly projectId?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageReceivedDataLastMessage {
  readonly senderType: OpenEnum<"prospect">
  readonly sentAt: Date
  readonly id?: string | null
  readonly content?: string | null
  readonly senderName?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageReceivedWebhook {
  readonly data: MessageReceivedWebhookData
  readonly event: "message.received"
  readonly timestamp: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageReceivedWebhookData {
  readonly channel: string
  readonly conversationId: string
  readonly lastMessage: MessageReceivedWebhookDataLastMessage
  readonly prospectExternalId: string
  readonly projectId?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageReceivedWebhookDataLastMessage {
  readonly senderType: OpenEnum<"prospect">
  readonly sentAt: Date
  readonly id?: string | null
  readonly content?: string | null
  readonly senderName?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageResult {
  readonly message?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageSentData {
  readonly channel: string
  readonly conversationId: string
  readonly lastMessage: MessageSentDataLastMessage
  readonly outreachMethod: string
  readonly prospectExternalId: string
  readonly projectId?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageSentDataLastMessage {
  readonly senderType: OpenEnum<"user">
  readonly sentAt: Date
  readonly id?: string | null
  readonly content?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageSentWebhook {
  readonly data: MessageSentWebhookData
  readonly event: "message.sent"
  readonly timestamp: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageSentWebhookData {
  readonly channel: string
  readonly conversationId: string
  readonly lastMessage: MessageSentWebhookDataLastMessage
  readonly outreachMethod: string
  readonly prospectExternalId: string
  readonly projectId?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface MessageSentWebhookDataLastMessage {
  readonly senderType: OpenEnum<"user">
  readonly sentAt: Date
  readonly id?: string | null
  readonly content?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type ModelType = OpenEnum<"CHEAP_MODEL" | "FAST_MODEL" | "SMART_MODEL" | "REASONING_MODEL" | "VISION_MODEL">

/**
 * @since 0.1.0
 * @category models
 */
export interface Opportunity {
  readonly evidence: string
  readonly example_post_keys: ReadonlyArray<string>
  readonly keys_cited: number
  readonly keys_exist: number
  readonly reasoning: string
  readonly suggested_angle: string
  readonly topic: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OutreachAssetResponse {
  readonly id: string
  readonly created_at: Date
  readonly is_active: boolean
  readonly key: string
  readonly name: string
  readonly tenant_id: string
  readonly type: OutreachAssetType
  readonly updated_at: Date
  readonly user_id: string
  readonly value: string
  readonly created_by?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type OutreachAssetType = OpenEnum<"link" | "text" | "file">

/**
 * @since 0.1.0
 * @category models
 */
export interface PainPoint {
  readonly evidence: string
  readonly example_post_keys: ReadonlyArray<string>
  readonly keys_cited: number
  readonly keys_exist: number
  readonly messaging_implication: string
  readonly pain: string
  readonly reasoning: string
  readonly resonating_language: ReadonlyArray<string>
  readonly who_feels_it: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PeriodInsight {
  readonly end_day: string
  readonly example_post_keys: ReadonlyArray<string>
  readonly gravitated_to: string
  readonly headline: string
  readonly keys_cited: number
  readonly keys_exist: number
  readonly reasoning: string
  readonly start_day: string
  readonly themes: ReadonlyArray<ThemeAssignment>
  readonly top_theme: string
  readonly shift_from_previous?: string | null
  readonly standout_post?: StandoutPost | null
}

/**
 * A person found by people search, normalised across sources.
 *
 * @since 0.1.0
 * @category models
 */
export interface PersonResult {
  readonly id: string
  readonly emails: ReadonlyArray<string>
  readonly is_decision_maker: boolean
  readonly name: string
  readonly recently_changed_jobs: boolean
  readonly skills: ReadonlyArray<string>
  readonly source: OpenEnum<"PDL" | "CORESIGNAL" | "CRUST_DATA">
  readonly certifications_count?: number | null
  readonly city?: string | null
  readonly confidence_score?: number | null
  readonly connections_count?: number | null
  readonly country?: string | null
  readonly current_company?: string | null
  readonly current_department?: string | null
  readonly current_title?: string | null
  readonly education_degrees?: ReadonlyArray<string> | null
  readonly email?: string | null
  readonly languages?: ReadonlyArray<string> | null
  readonly linkedin_url?: string | null
  readonly location?: string | null
  readonly profile_picture_url?: string | null
  readonly salary_range?: SalaryRange | null
  readonly seniority_level?: string | null
  readonly years_experience?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PostEngagementData {
  readonly post_url: string
  readonly role: OpenEnum<"reactor" | "commenter">
  readonly audience_engagers?: ReadonlyArray<string> | null
  readonly competitor?: string | null
  readonly competitor_name?: string | null
  readonly engagement_score?: number | null
  readonly hop?: number | null
  readonly post_author?: string | null
  readonly post_author_name?: string | null
  readonly post_author_type?: OpenEnum<"company" | "exec"> | null
  readonly post_author_url?: string | null
  readonly post_date?: string | null
  readonly post_key?: string | null
  readonly post_published?: string | PostEngagementDataPostPublishedOption2 | null
  readonly post_relevance?: number | null
  readonly post_text?: string | null
  readonly reaction_type?: string | null
  readonly walk?: OpenEnum<"post_coengagement"> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PostEngagementDataPostPublishedOption2 {
  readonly kind?: string | null
  readonly value?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PostIdea {
  readonly angle: string
  readonly cited_post_keys: ReadonlyArray<string>
  readonly cited_posts: ReadonlyArray<PostIdeaCitedPost>
  readonly draft: string
  readonly grounding_reason: string
  readonly idea: string
  readonly keys_cited: number
  readonly keys_exist: number
  readonly probability: number
  readonly reasoning: string
  readonly supported: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PostIdeaCitedPost {
  readonly key: string
  readonly author?: string | null
  readonly url?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PostIdeasOutput {
  readonly artifact: "post_ideas"
  readonly ideas: ReadonlyArray<PostIdea>
  readonly n: number
  readonly all_supported?: boolean | null
  readonly chunks?: number | null
  readonly note?: string | null
  readonly posts_seen?: number | null
}

/**
 * Look-back window. Keyword post search honours at most past-year; only competitor_rep_engagement uses the longer
 * windows in full.
 *
 * @since 0.1.0
 * @category models
 */
export type PostsDateRange = OpenEnum<
  | "past-24h"
  | "past-week"
  | "past-month"
  | "past-quarter"
  | "past-6-months"
  | "past-year"
  | "past-2-years"
  | "past-3-years"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface PostsSearchStats {
  readonly committed_posts?: ReadonlyArray<unknown> | null
  readonly credits_used?: number | null
  readonly duration_ms?: number | null
  readonly estimated_icp_candidates?: number | null
  readonly exploration_summary?: string | null
  readonly phase?: string | null
  readonly posts_committed?: number | null
  readonly posts_fetched?: number | null
  readonly search_strategies?: ReadonlyArray<unknown> | null
  readonly suggested_keywords_for_future?: ReadonlyArray<string> | null
}

/**
 * One entry of the append-mostly progress log. An existing entry may later gain more tool_calls.
 *
 * @since 0.1.0
 * @category models
 */
export interface ProgressEntry {
  /** State of one progress step, not of the response. tool_update is made by the client. */
  readonly state: OpenEnum<"processing" | "completed" | "failed">
  readonly message?: string | null
  readonly output_text?: string | null
  /** Id of the response. Format: uuid. */
  readonly response_id?: string | null
  readonly tool_calls?: ReadonlyArray<ToolCall> | null
  readonly ts?: Date | null
}

/**
 * Status of a queue item.
 *
 * @since 0.1.0
 * @category models
 */
export type QueueItemStatus = OpenEnum<"queued" | "processing" | "completed" | "failed" | "cancelled">

/**
 * structured_response of quick_people_search.
 *
 * @since 0.1.0
 * @category models
 */
export interface QuickPeopleSearchOutput {
  readonly applied_filters: { readonly [key: string]: unknown }
  readonly candidates: ReadonlyArray<PersonResult>
  readonly data_sources_used: ReadonlyArray<string>
  readonly execution_time_ms: number
  readonly total_found: number
}

/**
 * @since 0.1.0
 * @category models
 */
export type RelevanceTier = OpenEnum<"STRONG_MATCH" | "PARTIAL_MATCH" | "WEAK_MATCH">

/**
 * @since 0.1.0
 * @category models
 */
export interface RepEngagementData {
  readonly engaged_ago?: string | null
  readonly engaged_by_rep_name?: string | null
  readonly engaged_by_rep_title?: string | null
  readonly engaged_by_rep_url?: string | null
  readonly engaged_days_ago?: number | null
  readonly engagement_action?: OpenEnum<"reaction" | "comment"> | null
  readonly post_text?: string | null
  readonly post_url?: string | null
  readonly rep_comment_text?: string | null
  readonly rep_competitor?: string | null
  readonly role?: OpenEnum<"post_author"> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface RepEngagementStats {
  readonly competitors: number
  readonly dropped_rep_self_engagements: number
  readonly raw_author_engagements: number
  readonly reps: number
  readonly unique_authors: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ResolvedCompetitorTarget {
  readonly input: string
  readonly engagement_preview_score?: number | null
  readonly fiber_identifier?: string | null
  readonly headcount?: number | string | null
  readonly industries?: ReadonlyArray<string> | null
  readonly linkedin_slug?: string | null
  readonly linkedin_url?: string | null
  readonly name?: string | null
  readonly resolution_note?: string | null
  readonly source?: OpenEnum<"fiber" | "crustdata"> | null
}

/**
 * An artifact inside a response. Which fields are there depends on its kind.
 *
 * @since 0.1.0
 * @category models
 */
export type ResponseArtifact = ResponseArtifactPartArtifact | ResponseArtifactContentArtifact

/**
 * ContentArtifact
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponseArtifactContentArtifact {
  readonly content: string
  readonly type: string
  readonly language?: string | null
}

/**
 * PartArtifact
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponseArtifactPartArtifact {
  /** Artifact id. */
  readonly artifactId: string
  readonly parts: ReadonlyArray<ResponseArtifactPartArtifactPart>
  readonly description?: string | null
  readonly extensions?: ReadonlyArray<unknown> | null
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly name?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ResponseArtifactPartArtifactPart {
  readonly kind: string
  readonly text: string
  readonly metadata?: { readonly [key: string]: unknown } | null
}

/**
 * Full state of an asynchronous agent run.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponseObject {
  readonly created_at: Date
  /** Format: uuid. */
  readonly response_id: string
  readonly status: ResponseStatus
  /** Format: uuid. */
  readonly thread_id: string
  readonly artifacts?: ReadonlyArray<ResponseArtifact> | null
  readonly completed_at?: Date | null
  /** Alias of output_text; often absent. */
  readonly content?: string | null
  /** Failure details; shape not specified. */
  readonly error?: { readonly [key: string]: unknown } | null
  /** Input messages of the run. */
  readonly input_messages?: ReadonlyArray<ChatMessage> | null
  /** Latest progress message; often absent. Use progress. */
  readonly message?: string | null
  /** Options the request was made with. */
  readonly options?: { readonly [key: string]: unknown } | null
  readonly output_text?: string | null
  /** May be absent or null; treat as empty. Default: `[]`. */
  readonly progress?: ReadonlyArray<ProgressEntry> | null
  /** Human readable title, set once a plan exists. */
  readonly response_title?: string | null
  /** State as the documentation names it; often absent. Use status. */
  readonly state?: string | null
  /**
   * Object that follows the caller supplied JSON Schema, or a specialised agent output (see x-structured-outputs). Keys
   * must reach the caller unchanged. May stay null even on success.
   */
  readonly structured_response?: { readonly [key: string]: unknown } | null
  /** Format: uuid. */
  readonly tenant_id?: string | null
  /** Last change, when the service sends it. */
  readonly updated_at?: Date | null
  /** Format: uuid. */
  readonly user_id?: string | null
}

/**
 * Lifecycle of a response. Terminal: succeeded, failed, cancelled.
 *
 * @since 0.1.0
 * @category models
 */
export type ResponseStatus = OpenEnum<"queued" | "in_progress" | "succeeded" | "failed" | "cancelled">

/**
 * Total compensation projection, not base pay.
 *
 * @since 0.1.0
 * @category models
 */
export interface SalaryRange {
  readonly currency?: string | null
  readonly max?: number | null
  readonly median?: number | null
  readonly min?: number | null
  readonly period?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceApprovalNeededData {
  readonly aiPrecheck: SequenceApprovalNeededDataAiPrecheck | null
  readonly content: string | null
  readonly executionId: string
  readonly projectId: string | null
  readonly prospectExternalId: string | null
  readonly prospectId: string
  readonly requestedAt: Date
  readonly step: SequenceApprovalNeededDataStep
  readonly stepExecutionId: string
  readonly tenantId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceApprovalNeededDataAiPrecheck {
  readonly reason: string | null
  readonly result: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceApprovalNeededDataStep {
  readonly action: string
  readonly channel: string
  readonly key: string
  readonly name: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceApprovalNeededWebhook {
  readonly data: SequenceApprovalNeededWebhookData
  readonly event: "sequence.approval_needed"
  readonly timestamp: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceApprovalNeededWebhookData {
  readonly aiPrecheck: SequenceApprovalNeededWebhookDataAiPrecheck | null
  readonly content: string | null
  readonly executionId: string
  readonly projectId: string | null
  readonly prospectExternalId: string | null
  readonly prospectId: string
  readonly requestedAt: Date
  readonly step: SequenceApprovalNeededWebhookDataStep
  readonly stepExecutionId: string
  readonly tenantId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceApprovalNeededWebhookDataAiPrecheck {
  readonly reason: string | null
  readonly result: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceApprovalNeededWebhookDataStep {
  readonly action: string
  readonly channel: string
  readonly key: string
  readonly name: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionCompletedData {
  readonly completedAt: Date
  readonly executionId: string
  readonly exitReason: string | null
  readonly outcome: string | null
  readonly projectId: string | null
  readonly prospectExternalId: string | null
  readonly prospectId: string
  readonly startedAt: Date | null
  readonly status: string
  readonly summary: SequenceExecutionCompletedDataSummary
  readonly template: SequenceExecutionCompletedDataTemplate
  readonly tenantId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionCompletedDataSummary {
  readonly durationSeconds: number | null
  readonly stepsCompleted: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionCompletedDataTemplate {
  readonly id: string
  readonly name: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionCompletedWebhook {
  readonly data: SequenceExecutionCompletedWebhookData
  readonly event: "sequence.execution_completed"
  readonly timestamp: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionCompletedWebhookData {
  readonly completedAt: Date
  readonly executionId: string
  readonly exitReason: string | null
  readonly outcome: string | null
  readonly projectId: string | null
  readonly prospectExternalId: string | null
  readonly prospectId: string
  readonly startedAt: Date | null
  readonly status: string
  readonly summary: SequenceExecutionCompletedWebhookDataSummary
  readonly template: SequenceExecutionCompletedWebhookDataTemplate
  readonly tenantId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionCompletedWebhookDataSummary {
  readonly durationSeconds: number | null
  readonly stepsCompleted: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionCompletedWebhookDataTemplate {
  readonly id: string
  readonly name: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionFailedData {
  readonly error: SequenceExecutionFailedDataError
  readonly executionId: string
  readonly failedAt: Date
  readonly failedStep: string | null
  readonly projectId: string | null
  readonly prospectExternalId: string | null
  readonly prospectId: string
  readonly template: SequenceExecutionFailedDataTemplate
  readonly tenantId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionFailedDataError {
  readonly message: string
  readonly type: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionFailedDataTemplate {
  readonly id: string
  readonly name: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionFailedWebhook {
  readonly data: SequenceExecutionFailedWebhookData
  readonly event: "sequence.execution_failed"
  readonly timestamp: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionFailedWebhookData {
  readonly error: SequenceExecutionFailedWebhookDataError
  readonly executionId: string
  readonly failedAt: Date
  readonly failedStep: string | null
  readonly projectId: string | null
  readonly prospectExternalId: string | null
  readonly prospectId: string
  readonly template: SequenceExecutionFailedWebhookDataTemplate
  readonly tenantId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionFailedWebhookDataError {
  readonly message: string
  readonly type: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceExecutionFailedWebhookDataTemplate {
  readonly id: string
  readonly name: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceStepCompletedData {
  readonly executionId: string
  readonly nextStep: SequenceStepCompletedDataNextStep | null
  readonly projectId: string | null
  readonly prospectExternalId: string | null
  readonly prospectId: string
  readonly step: SequenceStepCompletedDataStep
  readonly tenantId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceStepCompletedDataNextStep {
  readonly key: string
  readonly scheduledAt: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceStepCompletedDataStep {
  readonly action: string
  readonly channel: string
  readonly completedAt: Date
  readonly key: string
  readonly name: string
  readonly status: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceStepCompletedWebhook {
  readonly data: SequenceStepCompletedWebhookData
  readonly event: "sequence.step_completed"
  readonly timestamp: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceStepCompletedWebhookData {
  readonly executionId: string
  readonly nextStep: SequenceStepCompletedWebhookDataNextStep | null
  readonly projectId: string | null
  readonly prospectExternalId: string | null
  readonly prospectId: string
  readonly step: SequenceStepCompletedWebhookDataStep
  readonly tenantId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceStepCompletedWebhookDataNextStep {
  readonly key: string
  readonly scheduledAt: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SequenceStepCompletedWebhookDataStep {
  readonly action: string
  readonly channel: string
  readonly completedAt: Date
  readonly key: string
  readonly name: string
  readonly status: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StandoutPost {
  readonly key_exists: boolean
  readonly post_key: string
  readonly why_it_worked: string
}

/**
 * All keys that specialised agents may put into structured_response.
 *
 * @since 0.1.0
 * @category models
 */
export interface StructuredResponseKnownKeys {
  readonly agent_params?: { readonly [key: string]: unknown } | null
  readonly audience_stats?: ContentIntelligenceAudienceStats | { readonly [key: string]: unknown } | null
  readonly candidates?: ReadonlyArray<ValidatedCandidate> | null
  readonly column_values?: { readonly [key: string]: ReadonlyArray<string> } | null
  readonly competitors_resolved?: ReadonlyArray<ResolvedCompetitorTarget> | null
  readonly cost_stats?: AgentCostStats | null
  readonly coverage?: ContentIntelligenceCoverage | null
  readonly criteria?: CriteriaMetadata | null
  readonly criteria_definitions?: ReadonlyArray<CriterionDefinition> | null
  readonly discovered_competitors?: ReadonlyArray<string> | null
  readonly discovery_trace?: DiscoveryTrace | null
  readonly expansion_stats?: EngagementExpansionStats | null
  readonly outputs?: ContentIntelligenceOutputs | null
  readonly package?: ContentIntelligencePackage | null
  readonly preview?: DeepSearchPreview | null
  readonly provenance_attached?: boolean | null
  readonly rep_engagement_stats?: RepEngagementStats | null
  readonly resolution_warnings?: ReadonlyArray<string> | null
  readonly summary?: ContentIntelligenceSummary | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SuccessResult {
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Takeaway {
  readonly action: string
  readonly example_post_keys: ReadonlyArray<string>
  readonly finding: string
  readonly keys_cited: number
  readonly keys_exist: number
  readonly reasoning: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ThemeAssignment {
  readonly keys_cited: number
  readonly keys_exist: number
  readonly post_keys: ReadonlyArray<string>
  readonly stats: ThemeStats
  readonly theme: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ThemePeriodStats {
  readonly audience_engagements: number
  readonly market_reactions: number
  readonly period: number
  readonly posts: number
  readonly share: number
  readonly avg_relevance?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ThemeStats {
  readonly audience_engagements: number
  readonly market_reactions: number
  readonly posts: number
  readonly avg_relevance?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ThemeTrend {
  readonly per_period: ReadonlyArray<ThemePeriodStats>
  readonly share_delta: number
  readonly theme: string
  readonly trend: OpenEnum<"rising" | "flat" | "falling">
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Thread {
  readonly created_at: Date
  /** Format: uuid. */
  readonly tenant_id: string
  /** Format: uuid. */
  readonly thread_id: string
  readonly last_response_at?: Date | null
  /** Not verified against the real service. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  /** Default: `0`. */
  readonly response_count?: number | null
  readonly title?: string | null
  readonly updated_at?: Date | null
  /** Always the UUID, even when the thread was made with an email. Format: uuid. */
  readonly user_id?: string | null
}

/**
 * A tool call. Unknown keys are kept.
 *
 * @since 0.1.0
 * @category models
 */
export interface ToolCall {
  /** Arguments, keys verbatim. */
  readonly args?: { readonly [key: string]: unknown } | null
  /**
   * Tool name; display code falls back to "unknown" when absent. The value FINAL_RESPONSE marks the end of a sub agent
   * run.
   */
  readonly name?: string | null
  /** Text of the tool, if it has any. */
  readonly output_text?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TopPost {
  readonly text: string
  readonly audience_count?: number | null
  readonly author?: string | null
  readonly hybrid_score?: number | null
  readonly key?: string | null
  readonly relevance?: number | null
  readonly total_comments?: number | null
  readonly total_reactions?: number | null
  readonly url?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TopPostsOutput {
  readonly artifact: "top_posts"
  readonly n: number
  readonly posts: ReadonlyArray<TopPost>
  readonly requested: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TopVoice {
  readonly audience_engagements: number
  readonly author: string
  readonly market_reactions: number
  readonly posts: number
  readonly themes: ReadonlyArray<string>
  readonly author_url?: string | null
  readonly example_post_key?: string | null
}

/**
 * A person with scores; carries arbitrary extra profile keys. delivery_rank gives the order chosen by the server.
 *
 * @since 0.1.0
 * @category models
 */
export interface ValidatedCandidate {
  readonly candidate_id: string
  readonly name: string
  readonly overall_confidence: number
  readonly overall_score: number
  readonly summary: string
  readonly any_universal_failed?: boolean | null
  readonly backfilled?: boolean | null
  readonly criteria_judged?: number | null
  readonly criteria_quality_warnings?: ReadonlyArray<string> | null
  readonly criterion_results?: ReadonlyArray<CriterionResult> | null
  readonly current_company?: string | null
  readonly current_title?: string | null
  readonly deep_criteria?: ReadonlyArray<CriterionResult> | null
  readonly delivery_rank?: number | null
  readonly engagement_data?: ReadonlyArray<PostEngagementData> | null
  readonly engagement_history?: ReadonlyArray<EngagementHistoryEntry> | null
  readonly engagement_history_count?: number | null
  readonly engagement_reasoning?: string | null
  readonly enriched_current_company?: string | null
  readonly enriched_current_title?: string | null
  readonly geo_ok?: boolean | null
  readonly intent_reasoning?: string | null
  readonly intent_score?: number | null
  readonly intent_signals?: ReadonlyArray<IntentSignal> | null
  readonly job_signal_metadata?: ValidatedCandidateJobSignalMetadata | null
  readonly linkedin_url?: string | null
  readonly llm_region_match?: boolean | null
  readonly llm_region_match_reasoning?: string | null
  readonly location?: string | null
  readonly location_reasoning?: string | null
  readonly location_source?: string | null
  readonly primary_company?: string | null
  readonly primary_location?: string | null
  readonly primary_title?: string | null
  readonly profile_picture_url?: string | null
  readonly promoted_to_validation?: boolean | null
  readonly rank_tier?: number | null
  readonly refound_on_new_post?: boolean | null
  readonly relevance_reason?: string | null
  readonly relevance_score?: number | null
  readonly relevance_tier?: RelevanceTier | null
  readonly source?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ValidatedCandidateJobSignalMetadata {
  readonly company_id?: number | null
  readonly company_linkedin_url?: string | null
  readonly company_name?: string | null
  readonly job_count?: number | null
  readonly sample_job_listings?: ReadonlyArray<ValidatedCandidateJobSignalMetadataSampleJobListing> | null
  readonly signal_source?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ValidatedCandidateJobSignalMetadataSampleJobListing {
  readonly country?: string | null
  readonly date_added?: string | null
  readonly description?: string | null
  readonly title?: string | null
  readonly workplace_type?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type WebhookEvent = OpenEnum<
  | "message.sent"
  | "message.received"
  | "connection.accepted"
  | "sequence.step_completed"
  | "sequence.approval_needed"
  | "sequence.execution_completed"
  | "sequence.execution_failed"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface WebhookPayload {
  readonly data: { readonly [key: string]: unknown }
  readonly event: WebhookEvent
  readonly timestamp: Date
}

/**
 * Schema of {@link AgentCostStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentCostStatsSchema: R.ResponseSchema<AgentCostStats> = /*#__PURE__*/ R.struct<AgentCostStats>(() => ({
  crustdata_credits: R.number,
  fiber_credits: R.number
}))

/**
 * Schema of {@link ApiKeyMode}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeyModeSchema: R.ResponseSchema<ApiKeyMode> = /*#__PURE__*/ R.openEnum(["platform", "byo_keys"])

/**
 * Schema of {@link ChatMessage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatMessageSchema: R.ResponseSchema<ChatMessage> = /*#__PURE__*/ R.struct<ChatMessage>(() => ({
  content: R.string,
  role: R.openEnum(["system", "user", "assistant"])
}))

/**
 * Schema of {@link ColumnKind}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ColumnKindSchema: R.ResponseSchema<ColumnKind> = /*#__PURE__*/ R.openEnum(["extraction", "verdict"])

/**
 * Schema of {@link CompetitorPostEngagementOutput}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CompetitorPostEngagementOutputSchema: R.ResponseSchema<CompetitorPostEngagementOutput> =
  /*#__PURE__*/ R.struct<CompetitorPostEngagementOutput>(() => ({
    candidates: R.array(ValidatedCandidateSchema),
    competitors_resolved: R.array(ResolvedCompetitorTargetSchema),
    cost_stats: AgentCostStatsSchema,
    provenance_attached: R.boolean,
    agent_params: R.optional(R.object),
    criteria: R.optional(CriteriaMetadataSchema),
    discovered_competitors: R.optional(R.array(R.string)),
    discovery_trace: R.optional(DiscoveryTraceSchema)
  }))

/**
 * Schema of {@link CompetitorRepEngagementOutput}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CompetitorRepEngagementOutputSchema: R.ResponseSchema<CompetitorRepEngagementOutput> =
  /*#__PURE__*/ R.struct<CompetitorRepEngagementOutput>(() => ({
    candidates: R.array(ValidatedCandidateSchema),
    competitors_resolved: R.array(ResolvedCompetitorTargetSchema),
    agent_params: R.optional(R.object),
    criteria: R.optional(CriteriaMetadataSchema),
    discovered_competitors: R.optional(R.array(R.string)),
    discovery_trace: R.optional(DiscoveryTraceSchema),
    rep_engagement_stats: R.optional(RepEngagementStatsSchema),
    resolution_warnings: R.optional(R.array(R.string))
  }))

/**
 * Schema of {@link ConnectionAcceptedData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConnectionAcceptedDataSchema: R.ResponseSchema<ConnectionAcceptedData> =
  /*#__PURE__*/ R.struct<ConnectionAcceptedData>(() => ({
    acceptedAt: R.timestamp,
    conversationId: R.string,
    prospectExternalId: R.string,
    projectId: R.optional(R.string),
    prospectName: R.optional(R.string)
  }))

/**
 * Schema of {@link ConnectionAcceptedWebhook}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConnectionAcceptedWebhookSchema: R.ResponseSchema<ConnectionAcceptedWebhook> =
  /*#__PURE__*/ R.struct<ConnectionAcceptedWebhook>(() => ({
    data: ConnectionAcceptedWebhookDataSchema,
    event: R.literal("connection.accepted"),
    timestamp: R.timestamp
  }))

/**
 * Schema of {@link ConnectionAcceptedWebhookData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConnectionAcceptedWebhookDataSchema: R.ResponseSchema<ConnectionAcceptedWebhookData> =
  /*#__PURE__*/ R.struct<ConnectionAcceptedWebhookData>(() => ({
    acceptedAt: R.timestamp,
    conversationId: R.string,
    prospectExternalId: R.string,
    projectId: R.optional(R.string),
    prospectName: R.optional(R.string)
  }))

/**
 * Schema of {@link ContentIntelligenceAudienceStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceAudienceStatsSchema: R.ResponseSchema<ContentIntelligenceAudienceStats> =
  /*#__PURE__*/ R.struct<ContentIntelligenceAudienceStats>(() => ({
    audience_by_bucket: R.record(R.number),
    audience_size: R.number,
    dropped_duplicate_url: R.number,
    dropped_missing_url: R.number,
    duration_ms: R.number,
    limit: R.number,
    scored: R.number,
    scored_by_bucket: R.record(R.number),
    lowest_score: R.optional(R.number),
    top_score: R.optional(R.number)
  }))

/**
 * Schema of {@link ContentIntelligenceAuthor}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceAuthorSchema: R.ResponseSchema<ContentIntelligenceAuthor> =
  /*#__PURE__*/ R.struct<ContentIntelligenceAuthor>(() => ({
    name: R.optional(R.string),
    url: R.optional(R.string)
  }))

/**
 * Schema of {@link ContentIntelligenceCoverage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceCoverageSchema: R.ResponseSchema<ContentIntelligenceCoverage> =
  /*#__PURE__*/ R.struct<ContentIntelligenceCoverage>(() => ({
    audience_size: R.optional(R.number),
    budget_credits: R.optional(R.number),
    credits_spent: R.optional(R.number),
    dormant_people: R.optional(R.array(ContentIntelligenceCoverageDormantPeopleItemSchema)),
    duration_ms: R.optional(R.number),
    people_with_records: R.optional(R.number),
    per_person: R.optional(
      R.union<
        ReadonlyArray<ContentIntelligenceCoveragePerson> | { readonly [key: string]: ContentIntelligenceCoveragePerson }
      >([R.array(ContentIntelligenceCoveragePersonSchema), R.record(ContentIntelligenceCoveragePersonSchema)])
    ),
    records: R.optional(R.number),
    resumed_available: R.optional(R.number),
    resumed_people: R.optional(R.number),
    stop_reason: R.optional(R.string),
    window_days: R.optional(R.number)
  }))

/**
 * Schema of {@link ContentIntelligenceCoverageDormantPeopleItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceCoverageDormantPeopleItemSchema: R.ResponseSchema<ContentIntelligenceCoverageDormantPeopleItem> =
  /*#__PURE__*/ R.struct<ContentIntelligenceCoverageDormantPeopleItem>(() => ({
    linkedin_url: R.optional(R.string),
    name: R.optional(R.string)
  }))

/**
 * Schema of {@link ContentIntelligenceCoveragePerson}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceCoveragePersonSchema: R.ResponseSchema<ContentIntelligenceCoveragePerson> =
  /*#__PURE__*/ R.struct<ContentIntelligenceCoveragePerson>(() => ({
    credits: R.optional(R.number),
    error: R.optional(R.unknown),
    linkedin_url: R.optional(R.string),
    pages: R.optional(R.number),
    records: R.optional(R.number),
    stop_reason: R.optional(R.string)
  }))

/**
 * Schema of {@link ContentIntelligenceCurationStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceCurationStatsSchema: R.ResponseSchema<ContentIntelligenceCurationStats> =
  /*#__PURE__*/ R.struct<ContentIntelligenceCurationStats>(() => ({
    kept: R.optional(R.number),
    removed_by_class: R.optional(R.record(R.number)),
    unscored: R.optional(R.number)
  }))

/**
 * Schema of {@link ContentIntelligenceDateValue}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceDateValueSchema: R.ResponseSchema<ContentIntelligenceDateValue> =
  /*#__PURE__*/ R.struct<ContentIntelligenceDateValue>(() => ({
    kind: R.openEnum(["exact", "age"]),
    value: R.string
  }))

/**
 * Schema of {@link ContentIntelligenceEngager}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceEngagerSchema: R.ResponseSchema<ContentIntelligenceEngager> =
  /*#__PURE__*/ R.struct<ContentIntelligenceEngager>(() => ({
    action: R.openEnum(["reaction", "comment"]),
    person: R.string,
    when: R.optional(ContentIntelligenceDateValueSchema)
  }))

/**
 * Schema of {@link ContentIntelligenceOutput}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceOutputSchema: R.ResponseSchema<ContentIntelligenceOutput> =
  /*#__PURE__*/ R.struct<ContentIntelligenceOutput>(() => ({
    agent_params: ContentIntelligenceResolvedParamsSchema,
    audience_stats: R.union<ContentIntelligenceAudienceStats | { readonly [key: string]: unknown }>([
      ContentIntelligenceAudienceStatsSchema,
      R.object
    ]),
    coverage: ContentIntelligenceCoverageSchema,
    outputs: ContentIntelligenceOutputsSchema,
    package: ContentIntelligencePackageSchema,
    summary: ContentIntelligenceSummarySchema
  }))

/**
 * Schema of {@link ContentIntelligenceOutputName}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceOutputNameSchema: R.ResponseSchema<ContentIntelligenceOutputName> =
  /*#__PURE__*/ R.openEnum(["top_posts", "post_ideas", "engagement_analysis"])

/**
 * Schema of {@link ContentIntelligenceOutputs}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceOutputsSchema: R.ResponseSchema<ContentIntelligenceOutputs> =
  /*#__PURE__*/ R.struct<ContentIntelligenceOutputs>(() => ({
    curation: ContentIntelligenceCurationStatsSchema,
    outputs_requested: R.array(ContentIntelligenceOutputNameSchema),
    engagement_analysis: R.optional(EngagementAnalysisOutputSchema),
    note: R.optional(R.string),
    post_ideas: R.optional(PostIdeasOutputSchema),
    top_posts: R.optional(TopPostsOutputSchema)
  }))

/**
 * Schema of {@link ContentIntelligencePackage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligencePackageSchema: R.ResponseSchema<ContentIntelligencePackage> =
  /*#__PURE__*/ R.struct<ContentIntelligencePackage>(() => ({
    posts: R.array(ContentIntelligencePostSchema),
    uncopied_fields: R.record(R.number)
  }))

/**
 * Schema of {@link ContentIntelligencePost}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligencePostSchema: R.ResponseSchema<ContentIntelligencePost> =
  /*#__PURE__*/ R.struct<ContentIntelligencePost>(() => ({
    audience_count: R.number,
    engagers: R.array(ContentIntelligenceEngagerSchema),
    ids: R.array(R.string),
    key: R.string,
    missing: R.array(R.string),
    sources: R.array(R.string),
    author: R.optional(ContentIntelligenceAuthorSchema),
    has_video: R.optional(R.boolean),
    hybrid_score: R.optional(R.number),
    published: R.optional(ContentIntelligenceDateValueSchema),
    reasoning: R.optional(R.string),
    relevance: R.optional(R.number),
    removal_class: R.optional(R.openEnum(["hiring", "personal", "promo", "bait", "no_substance", "unclassified"])),
    text: R.optional(R.string),
    total_comments: R.optional(R.number),
    total_reactions: R.optional(R.number),
    totals: R.optional(ContentIntelligencePostTotalsSchema),
    url: R.optional(R.string)
  }))

/**
 * Schema of {@link ContentIntelligencePostTotals}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligencePostTotalsSchema: R.ResponseSchema<ContentIntelligencePostTotals> =
  /*#__PURE__*/ R.struct<ContentIntelligencePostTotals>(() => ({
    comments: R.optional(R.number),
    reactions: R.optional(R.number)
  }))

/**
 * Schema of {@link ContentIntelligenceResolvedParams}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceResolvedParamsSchema: R.ResponseSchema<ContentIntelligenceResolvedParams> =
  /*#__PURE__*/ R.struct<ContentIntelligenceResolvedParams>(() => ({
    limit: R.number,
    outputs: R.array(ContentIntelligenceOutputNameSchema),
    posts_date_range: PostsDateRangeSchema,
    posts_enable_filtering: R.boolean,
    exa_results_per_query: R.optional(R.number),
    reuse_package_from: R.optional(R.string)
  }))

/**
 * Schema of {@link ContentIntelligenceSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentIntelligenceSummarySchema: R.ResponseSchema<ContentIntelligenceSummary> =
  /*#__PURE__*/ R.struct<ContentIntelligenceSummary>(() => ({
    audience_size: R.number,
    curation: ContentIntelligenceCurationStatsSchema,
    feed_posts: R.number,
    outputs_produced: R.array(ContentIntelligenceOutputNameSchema),
    posts: R.number,
    posts_kept: R.number,
    posts_removed: R.number,
    credits_spent: R.optional(R.number),
    people_with_records: R.optional(R.number),
    reused_package_from: R.optional(R.string),
    window_days: R.optional(R.number)
  }))

/**
 * Schema of {@link CriteriaClassification}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CriteriaClassificationSchema: R.ResponseSchema<CriteriaClassification> =
  /*#__PURE__*/ R.struct<CriteriaClassification>(() => ({
    universal_criteria: R.array(CriterionDefinitionSchema),
    validation_only_criteria: R.array(CriterionDefinitionSchema),
    varying_criteria: R.array(CriterionDefinitionSchema),
    universal_reasoning: R.optional(R.string),
    validation_reasoning: R.optional(R.string),
    varying_reasoning: R.optional(R.string)
  }))

/**
 * Schema of {@link CriteriaMetadata}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CriteriaMetadataSchema: R.ResponseSchema<CriteriaMetadata> = /*#__PURE__*/ R.struct<CriteriaMetadata>(
  () => ({
    created_at: R.timestamp,
    criteria_classification: CriteriaClassificationSchema,
    criteria_definitions: R.array(CriterionDefinitionSchema),
    source: R.openEnum(["generated", "reused", "provided"]),
    version: R.number,
    source_response_id: R.optional(R.string)
  })
)

/**
 * Schema of {@link CriterionDefinition}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CriterionDefinitionSchema: R.ResponseSchema<CriterionDefinition> =
  /*#__PURE__*/ R.struct<CriterionDefinition>(() => ({
    column_name: R.string,
    criterion_id: R.string,
    criterion_text: R.string,
    criterion_type: CriterionTypeSchema,
    weight: R.number,
    answer_format: R.optional(R.string),
    column_kind: R.optional(ColumnKindSchema),
    requires_web_verification: R.optional(R.boolean),
    scoring_relevance: R.optional(R.openEnum(["none"])),
    verification_entity: R.optional(R.openEnum(["person", "organization", "location"])),
    verification_question: R.optional(R.string)
  }))

/**
 * Schema of {@link CriterionResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CriterionResultSchema: R.ResponseSchema<CriterionResult> = /*#__PURE__*/ R.struct<CriterionResult>(() => ({
  column_name: R.string,
  confidence: R.number,
  confidence_reasoning: R.string,
  criterion_id: R.string,
  criterion_met: R.boolean,
  criterion_met_reasoning: R.string,
  criterion_text: R.string,
  criterion_type: CriterionTypeSchema,
  evidence: R.string,
  evidence_sources: R.array(EvidenceSourceSchema),
  inference_applied: R.boolean,
  reasoning: R.string,
  score: R.number,
  score_reasoning: R.string,
  sufficient_information: R.boolean,
  sufficient_information_reasoning: R.string,
  weight: R.number,
  extracted_value: R.optional(R.string),
  hallucination_risk: R.optional(R.openEnum(["low", "medium", "high"])),
  inference_reasoning: R.optional(R.string),
  inference_signals_used: R.optional(R.string),
  inference_summary: R.optional(R.string)
}))

/**
 * Schema of {@link CriterionType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CriterionTypeSchema: R.ResponseSchema<CriterionType> = /*#__PURE__*/ R.openEnum([
  "universal",
  "varying",
  "validation_only"
])

/**
 * Schema of {@link CrmNotConnectedError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CrmNotConnectedErrorSchema: R.ResponseSchema<CrmNotConnectedError> =
  /*#__PURE__*/ R.struct<CrmNotConnectedError>(() => ({
    code: R.optional(R.string),
    connect_url: R.optional(R.string)
  }))

/**
 * Schema of {@link DeepPeopleSearchOutput}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeepPeopleSearchOutputSchema: R.ResponseSchema<DeepPeopleSearchOutput> =
  /*#__PURE__*/ R.struct<DeepPeopleSearchOutput>(() => ({
    candidates: R.array(ValidatedCandidateSchema),
    column_values: R.optional(R.record(R.array(R.string))),
    criteria: R.optional(CriteriaMetadataSchema),
    criteria_definitions: R.optional(R.array(CriterionDefinitionSchema)),
    excluded_candidates: R.optional(R.array(ValidatedCandidateSchema)),
    preview: R.optional(DeepSearchPreviewSchema),
    search_stats: R.optional(DeepSearchStatsSchema),
    total_found: R.optional(R.number)
  }))

/**
 * Schema of {@link DeepSearchPreview}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeepSearchPreviewSchema: R.ResponseSchema<DeepSearchPreview> = /*#__PURE__*/ R.struct<DeepSearchPreview>(
  () => ({
    is_partial: R.boolean,
    phase: R.openEnum(["fast_filter_in_progress", "fast_filter_complete", "validation_complete"]),
    batches_complete: R.optional(R.number),
    batches_total: R.optional(R.number),
    candidates_shown: R.optional(R.number),
    last_update: R.optional(R.timestamp),
    pending_deep_validation: R.optional(R.number),
    total_excluded: R.optional(R.number),
    total_passed: R.optional(R.number)
  })
)

/**
 * Schema of {@link DeepSearchStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeepSearchStatsSchema: R.ResponseSchema<DeepSearchStats> = /*#__PURE__*/ R.struct<DeepSearchStats>(() => ({
  batches_complete: R.optional(R.number),
  batches_total: R.optional(R.number),
  fast_filter_excluded: R.optional(R.number),
  fast_filter_passed: R.optional(R.number),
  job_signal_prefilter_stats: R.optional(R.object),
  pending_deep_validation: R.optional(R.number),
  posts_search: R.optional(PostsSearchStatsSchema)
}))

/**
 * Schema of {@link DiscoveryTrace}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DiscoveryTraceSchema: R.ResponseSchema<DiscoveryTrace> = /*#__PURE__*/ R.struct<DiscoveryTrace>(() => ({
  candidate_count: R.optional(R.number),
  error: R.optional(R.string),
  reasoning: R.optional(R.string),
  seed: R.optional(R.string)
}))

/**
 * Schema of {@link EngagementAnalysisOutput}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementAnalysisOutputSchema: R.ResponseSchema<EngagementAnalysisOutput> =
  /*#__PURE__*/ R.struct<EngagementAnalysisOutput>(() => ({
    artifact: R.literal("engagement_analysis"),
    n: R.number,
    periods: R.array(PeriodInsightSchema),
    summary: R.string,
    takeaways: R.array(TakeawaySchema),
    chunks: R.optional(R.number),
    note: R.optional(R.string),
    opportunities: R.optional(R.array(OpportunitySchema)),
    pain_points: R.optional(R.array(PainPointSchema)),
    scope: R.optional(EngagementAnalysisScopeSchema),
    segmentation_reasoning: R.optional(R.string),
    theme_stats: R.optional(R.array(ThemeTrendSchema)),
    top_voices: R.optional(R.array(TopVoiceSchema))
  }))

/**
 * Schema of {@link EngagementAnalysisScope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementAnalysisScopeSchema: R.ResponseSchema<EngagementAnalysisScope> =
  /*#__PURE__*/ R.struct<EngagementAnalysisScope>(() => ({
    audience: R.string,
    days_present: R.number,
    feed_posts: R.number,
    package_posts: R.number,
    removal_mix: R.record(R.number),
    window_end: R.optional(R.string),
    window_start: R.optional(R.string)
  }))

/**
 * Schema of {@link EngagementExpansionHopStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementExpansionHopStatsSchema: R.ResponseSchema<EngagementExpansionHopStats> =
  /*#__PURE__*/ R.struct<EngagementExpansionHopStats>(() => ({
    author_colleagues_excluded: R.number,
    credits: R.number,
    hop: R.number,
    new_people: R.number,
    posts_pulled: R.number,
    refinds: R.number,
    refinds_merged_as_new_edges: R.number,
    stop_reason: R.string
  }))

/**
 * Schema of {@link EngagementExpansionOutput}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementExpansionOutputSchema: R.ResponseSchema<EngagementExpansionOutput> =
  /*#__PURE__*/ R.struct<EngagementExpansionOutput>(() => ({
    agent_params: EngagementExpansionResolvedParamsSchema,
    candidates: R.array(ValidatedCandidateSchema),
    criteria: R.optional(CriteriaMetadataSchema),
    expansion_stats: R.optional(EngagementExpansionStatsSchema),
    package: R.optional(ContentIntelligencePackageSchema)
  }))

/**
 * Schema of {@link EngagementExpansionResolvedParams}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementExpansionResolvedParamsSchema: R.ResponseSchema<EngagementExpansionResolvedParams> =
  /*#__PURE__*/ R.struct<EngagementExpansionResolvedParams>(() => ({
    expand_from_response: R.nullable(R.string),
    hops: R.number,
    limit: R.number,
    people_per_next_hop: R.number,
    exclude_urls: R.optional(R.array(R.string)),
    posts_per_hop: R.optional(R.number)
  }))

/**
 * Schema of {@link EngagementExpansionStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementExpansionStatsSchema: R.ResponseSchema<EngagementExpansionStats> =
  /*#__PURE__*/ R.struct<EngagementExpansionStats>(() => ({
    hops_run: R.number,
    per_hop: R.array(EngagementExpansionHopStatsSchema),
    stop_reason: R.string,
    collection_credit_ceiling: R.optional(R.number),
    collection_credits_spent: R.optional(R.number),
    finalist_history_credits: R.optional(R.number),
    finalists_with_history: R.optional(R.number),
    hops_requested: R.optional(R.number),
    posts_per_hop: R.optional(R.number),
    posts_per_hop_source: R.optional(R.openEnum(["requested", "derived"]))
  }))

/**
 * Schema of {@link EngagementHistoryEntry}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EngagementHistoryEntrySchema: R.ResponseSchema<EngagementHistoryEntry> =
  /*#__PURE__*/ R.struct<EngagementHistoryEntry>(() => ({
    post_author: R.optional(R.string),
    post_text: R.optional(R.string),
    post_url: R.optional(R.string),
    reaction_type: R.optional(R.string),
    when: R.optional(R.string)
  }))

/**
 * Schema of {@link ErrorBody}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ErrorBodySchema: R.ResponseSchema<ErrorBody> = /*#__PURE__*/ R.lazy(() =>
  R.union<CrmNotConnectedError | ErrorEnvelope | FastApiDetail | MessageError | { readonly [key: string]: unknown }>([
    CrmNotConnectedErrorSchema,
    ErrorEnvelopeSchema,
    FastApiDetailSchema,
    MessageErrorSchema,
    R.object
  ])
)

/**
 * Schema of {@link ErrorEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ErrorEnvelopeSchema: R.ResponseSchema<ErrorEnvelope> = /*#__PURE__*/ R.struct<ErrorEnvelope>(() => ({
  error: ErrorEnvelopeErrorSchema
}))

/**
 * Schema of {@link ErrorEnvelopeError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ErrorEnvelopeErrorSchema: R.ResponseSchema<ErrorEnvelopeError> =
  /*#__PURE__*/ R.struct<ErrorEnvelopeError>(() => ({
    message: R.string,
    code: R.optional(R.string),
    details: R.optional(R.object)
  }))

/**
 * Schema of {@link EvidenceSource}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EvidenceSourceSchema: R.ResponseSchema<EvidenceSource> = /*#__PURE__*/ R.struct<EvidenceSource>(() => ({
  field_or_query: R.string,
  source_type: R.openEnum(["profile", "web_search"]),
  url: R.optional(R.string)
}))

/**
 * Schema of {@link FastApiDetail}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FastApiDetailSchema: R.ResponseSchema<FastApiDetail> = /*#__PURE__*/ R.struct<FastApiDetail>(() => ({
  detail: R.union<
    string | ReadonlyArray<FastApiIssue> | FastApiDetailDetailOption3 | { readonly [key: string]: unknown }
  >([R.string, R.array(FastApiIssueSchema), FastApiDetailDetailOption3Schema, R.object])
}))

/**
 * Schema of {@link FastApiDetailDetailOption3}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FastApiDetailDetailOption3Schema: R.ResponseSchema<FastApiDetailDetailOption3> =
  /*#__PURE__*/ R.struct<FastApiDetailDetailOption3>(() => ({
    error: FastApiDetailDetailOption3ErrorSchema
  }))

/**
 * Schema of {@link FastApiDetailDetailOption3Error}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FastApiDetailDetailOption3ErrorSchema: R.ResponseSchema<FastApiDetailDetailOption3Error> =
  /*#__PURE__*/ R.struct<FastApiDetailDetailOption3Error>(() => ({
    code: R.optional(R.string),
    message: R.optional(R.string)
  }))

/**
 * Schema of {@link FastApiIssue}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FastApiIssueSchema: R.ResponseSchema<FastApiIssue> = /*#__PURE__*/ R.struct<FastApiIssue>(() => ({
  loc: R.optional(R.array(R.union<string | number>([R.string, R.number]))),
  msg: R.optional(R.string),
  type: R.optional(R.string)
}))

/**
 * Schema of {@link FreeObject}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FreeObjectSchema: R.ResponseSchema<FreeObject> = R.object

/**
 * Schema of {@link IntentSignal}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const IntentSignalSchema: R.ResponseSchema<IntentSignal> = /*#__PURE__*/ R.struct<IntentSignal>(() => ({
  reasoning: R.string,
  recency: R.string,
  score: R.number,
  signal_type: R.openEnum(["competitor_rep_engagement", "person_post_engagement", "company_hiring"]),
  source: R.string,
  weight: R.number
}))

/**
 * Schema of {@link MessageError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageErrorSchema: R.ResponseSchema<MessageError> = /*#__PURE__*/ R.struct<MessageError>(() => ({
  message: R.string
}))

/**
 * Schema of {@link MessageReceivedData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageReceivedDataSchema: R.ResponseSchema<MessageReceivedData> =
  /*#__PURE__*/ R.struct<MessageReceivedData>(() => ({
    channel: R.string,
    conversationId: R.string,
    lastMessage: MessageReceivedDataLastMessageSchema,
    prospectExternalId: R.string,
    projectId: R.optional(R.string)
  }))

/**
 * Schema of {@link MessageReceivedDataLastMessage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageReceivedDataLastMessageSchema: R.ResponseSchema<MessageReceivedDataLastMessage> =
  /*#__PURE__*/ R.struct<MessageReceivedDataLastMessage>(() => ({
    senderType: R.openEnum(["prospect"]),
    sentAt: R.timestamp,
    id: R.optional(R.string),
    content: R.optional(R.string),
    senderName: R.optional(R.string)
  }))

/**
 * Schema of {@link MessageReceivedWebhook}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageReceivedWebhookSchema: R.ResponseSchema<MessageReceivedWebhook> =
  /*#__PURE__*/ R.struct<MessageReceivedWebhook>(() => ({
    data: MessageReceivedWebhookDataSchema,
    event: R.literal("message.received"),
    timestamp: R.timestamp
  }))

/**
 * Schema of {@link MessageReceivedWebhookData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageReceivedWebhookDataSchema: R.ResponseSchema<MessageReceivedWebhookData> =
  /*#__PURE__*/ R.struct<MessageReceivedWebhookData>(() => ({
    channel: R.string,
    conversationId: R.string,
    lastMessage: MessageReceivedWebhookDataLastMessageSchema,
    prospectExternalId: R.string,
    projectId: R.optional(R.string)
  }))

/**
 * Schema of {@link MessageReceivedWebhookDataLastMessage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageReceivedWebhookDataLastMessageSchema: R.ResponseSchema<MessageReceivedWebhookDataLastMessage> =
  /*#__PURE__*/ R.struct<MessageReceivedWebhookDataLastMessage>(() => ({
    senderType: R.openEnum(["prospect"]),
    sentAt: R.timestamp,
    id: R.optional(R.string),
    content: R.optional(R.string),
    senderName: R.optional(R.string)
  }))

/**
 * Schema of {@link MessageResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageResultSchema: R.ResponseSchema<MessageResult> = /*#__PURE__*/ R.struct<MessageResult>(() => ({
  message: R.optional(R.string)
}))

/**
 * Schema of {@link MessageSentData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageSentDataSchema: R.ResponseSchema<MessageSentData> = /*#__PURE__*/ R.struct<MessageSentData>(() => ({
  channel: R.string,
  conversationId: R.string,
  lastMessage: MessageSentDataLastMessageSchema,
  outreachMethod: R.string,
  prospectExternalId: R.string,
  projectId: R.optional(R.string)
}))

/**
 * Schema of {@link MessageSentDataLastMessage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageSentDataLastMessageSchema: R.ResponseSchema<MessageSentDataLastMessage> =
  /*#__PURE__*/ R.struct<MessageSentDataLastMessage>(() => ({
    senderType: R.openEnum(["user"]),
    sentAt: R.timestamp,
    id: R.optional(R.string),
    content: R.optional(R.string)
  }))

/**
 * Schema of {@link MessageSentWebhook}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageSentWebhookSchema: R.ResponseSchema<MessageSentWebhook> =
  /*#__PURE__*/ R.struct<MessageSentWebhook>(() => ({
    data: MessageSentWebhookDataSchema,
    event: R.literal("message.sent"),
    timestamp: R.timestamp
  }))

/**
 * Schema of {@link MessageSentWebhookData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageSentWebhookDataSchema: R.ResponseSchema<MessageSentWebhookData> =
  /*#__PURE__*/ R.struct<MessageSentWebhookData>(() => ({
    channel: R.string,
    conversationId: R.string,
    lastMessage: MessageSentWebhookDataLastMessageSchema,
    outreachMethod: R.string,
    prospectExternalId: R.string,
    projectId: R.optional(R.string)
  }))

/**
 * Schema of {@link MessageSentWebhookDataLastMessage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageSentWebhookDataLastMessageSchema: R.ResponseSchema<MessageSentWebhookDataLastMessage> =
  /*#__PURE__*/ R.struct<MessageSentWebhookDataLastMessage>(() => ({
    senderType: R.openEnum(["user"]),
    sentAt: R.timestamp,
    id: R.optional(R.string),
    content: R.optional(R.string)
  }))

/**
 * Schema of {@link ModelType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ModelTypeSchema: R.ResponseSchema<ModelType> = /*#__PURE__*/ R.openEnum([
  "CHEAP_MODEL",
  "FAST_MODEL",
  "SMART_MODEL",
  "REASONING_MODEL",
  "VISION_MODEL"
])

/**
 * Schema of {@link Opportunity}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OpportunitySchema: R.ResponseSchema<Opportunity> = /*#__PURE__*/ R.struct<Opportunity>(() => ({
  evidence: R.string,
  example_post_keys: R.array(R.string),
  keys_cited: R.number,
  keys_exist: R.number,
  reasoning: R.string,
  suggested_angle: R.string,
  topic: R.string
}))

/**
 * Schema of {@link OutreachAssetResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OutreachAssetResponseSchema: R.ResponseSchema<OutreachAssetResponse> =
  /*#__PURE__*/ R.struct<OutreachAssetResponse>(() => ({
    id: R.string,
    created_at: R.timestamp,
    is_active: R.boolean,
    key: R.string,
    name: R.string,
    tenant_id: R.string,
    type: OutreachAssetTypeSchema,
    updated_at: R.timestamp,
    user_id: R.string,
    value: R.string,
    created_by: R.optional(R.string)
  }))

/**
 * Schema of {@link OutreachAssetType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OutreachAssetTypeSchema: R.ResponseSchema<OutreachAssetType> = /*#__PURE__*/ R.openEnum([
  "link",
  "text",
  "file"
])

/**
 * Schema of {@link PainPoint}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PainPointSchema: R.ResponseSchema<PainPoint> = /*#__PURE__*/ R.struct<PainPoint>(() => ({
  evidence: R.string,
  example_post_keys: R.array(R.string),
  keys_cited: R.number,
  keys_exist: R.number,
  messaging_implication: R.string,
  pain: R.string,
  reasoning: R.string,
  resonating_language: R.array(R.string),
  who_feels_it: R.string
}))

/**
 * Schema of {@link PeriodInsight}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PeriodInsightSchema: R.ResponseSchema<PeriodInsight> = /*#__PURE__*/ R.struct<PeriodInsight>(() => ({
  end_day: R.string,
  example_post_keys: R.array(R.string),
  gravitated_to: R.string,
  headline: R.string,
  keys_cited: R.number,
  keys_exist: R.number,
  reasoning: R.string,
  start_day: R.string,
  themes: R.array(ThemeAssignmentSchema),
  top_theme: R.string,
  shift_from_previous: R.optional(R.string),
  standout_post: R.optional(StandoutPostSchema)
}))

/**
 * Schema of {@link PersonResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PersonResultSchema: R.ResponseSchema<PersonResult> = /*#__PURE__*/ R.struct<PersonResult>(() => ({
  id: R.string,
  emails: R.array(R.string),
  is_decision_maker: R.boolean,
  name: R.string,
  recently_changed_jobs: R.boolean,
  skills: R.array(R.string),
  source: R.openEnum(["PDL", "CORESIGNAL", "CRUST_DATA"]),
  certifications_count: R.optional(R.number),
  city: R.optional(R.string),
  confidence_score: R.optional(R.number),
  connections_count: R.optional(R.number),
  country: R.optional(R.string),
  current_company: R.optional(R.string),
  current_department: R.optional(R.string),
  current_title: R.optional(R.string),
  education_degrees: R.optional(R.array(R.string)),
  email: R.optional(R.string),
  languages: R.optional(R.array(R.string)),
  linkedin_url: R.optional(R.string),
  location: R.optional(R.string),
  profile_picture_url: R.optional(R.string),
  salary_range: R.optional(SalaryRangeSchema),
  seniority_level: R.optional(R.string),
  years_experience: R.optional(R.number)
}))

/**
 * Schema of {@link PostEngagementData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PostEngagementDataSchema: R.ResponseSchema<PostEngagementData> =
  /*#__PURE__*/ R.struct<PostEngagementData>(() => ({
    post_url: R.string,
    role: R.openEnum(["reactor", "commenter"]),
    audience_engagers: R.optional(R.array(R.string)),
    competitor: R.optional(R.string),
    competitor_name: R.optional(R.string),
    engagement_score: R.optional(R.number),
    hop: R.optional(R.number),
    post_author: R.optional(R.string),
    post_author_name: R.optional(R.string),
    post_author_type: R.optional(R.openEnum(["company", "exec"])),
    post_author_url: R.optional(R.string),
    post_date: R.optional(R.string),
    post_key: R.optional(R.string),
    post_published: R.optional(
      R.union<string | PostEngagementDataPostPublishedOption2>([R.string, PostEngagementDataPostPublishedOption2Schema])
    ),
    post_relevance: R.optional(R.number),
    post_text: R.optional(R.string),
    reaction_type: R.optional(R.string),
    walk: R.optional(R.openEnum(["post_coengagement"]))
  }))

/**
 * Schema of {@link PostEngagementDataPostPublishedOption2}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PostEngagementDataPostPublishedOption2Schema: R.ResponseSchema<PostEngagementDataPostPublishedOption2> =
  /*#__PURE__*/ R.struct<PostEngagementDataPostPublishedOption2>(() => ({
    kind: R.optional(R.string),
    value: R.optional(R.string)
  }))

/**
 * Schema of {@link PostIdea}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PostIdeaSchema: R.ResponseSchema<PostIdea> = /*#__PURE__*/ R.struct<PostIdea>(() => ({
  angle: R.string,
  cited_post_keys: R.array(R.string),
  cited_posts: R.array(PostIdeaCitedPostSchema),
  draft: R.string,
  grounding_reason: R.string,
  idea: R.string,
  keys_cited: R.number,
  keys_exist: R.number,
  probability: R.number,
  reasoning: R.string,
  supported: R.boolean
}))

/**
 * Schema of {@link PostIdeaCitedPost}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PostIdeaCitedPostSchema: R.ResponseSchema<PostIdeaCitedPost> = /*#__PURE__*/ R.struct<PostIdeaCitedPost>(
  () => ({
    key: R.string,
    author: R.optional(R.string),
    url: R.optional(R.string)
  })
)

/**
 * Schema of {@link PostIdeasOutput}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PostIdeasOutputSchema: R.ResponseSchema<PostIdeasOutput> = /*#__PURE__*/ R.struct<PostIdeasOutput>(() => ({
  artifact: R.literal("post_ideas"),
  ideas: R.array(PostIdeaSchema),
  n: R.number,
  all_supported: R.optional(R.boolean),
  chunks: R.optional(R.number),
  note: R.optional(R.string),
  posts_seen: R.optional(R.number)
}))

/**
 * Schema of {@link PostsDateRange}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PostsDateRangeSchema: R.ResponseSchema<PostsDateRange> = /*#__PURE__*/ R.openEnum([
  "past-24h",
  "past-week",
  "past-month",
  "past-quarter",
  "past-6-months",
  "past-year",
  "past-2-years",
  "past-3-years"
])

/**
 * Schema of {@link PostsSearchStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PostsSearchStatsSchema: R.ResponseSchema<PostsSearchStats> = /*#__PURE__*/ R.struct<PostsSearchStats>(
  () => ({
    committed_posts: R.optional(R.array(R.unknown)),
    credits_used: R.optional(R.number),
    duration_ms: R.optional(R.number),
    estimated_icp_candidates: R.optional(R.number),
    exploration_summary: R.optional(R.string),
    phase: R.optional(R.string),
    posts_committed: R.optional(R.number),
    posts_fetched: R.optional(R.number),
    search_strategies: R.optional(R.array(R.unknown)),
    suggested_keywords_for_future: R.optional(R.array(R.string))
  })
)

/**
 * Schema of {@link ProgressEntry}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ProgressEntrySchema: R.ResponseSchema<ProgressEntry> = /*#__PURE__*/ R.struct<ProgressEntry>(() => ({
  state: R.openEnum(["processing", "completed", "failed"]),
  message: R.optional(R.string),
  output_text: R.optional(R.string),
  response_id: R.optional(R.string),
  tool_calls: R.optional(R.array(ToolCallSchema)),
  ts: R.optional(R.timestamp)
}))

/**
 * Schema of {@link QueueItemStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const QueueItemStatusSchema: R.ResponseSchema<QueueItemStatus> = /*#__PURE__*/ R.openEnum([
  "queued",
  "processing",
  "completed",
  "failed",
  "cancelled"
])

/**
 * Schema of {@link QuickPeopleSearchOutput}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const QuickPeopleSearchOutputSchema: R.ResponseSchema<QuickPeopleSearchOutput> =
  /*#__PURE__*/ R.struct<QuickPeopleSearchOutput>(() => ({
    applied_filters: R.object,
    candidates: R.array(PersonResultSchema),
    data_sources_used: R.array(R.string),
    execution_time_ms: R.number,
    total_found: R.number
  }))

/**
 * Schema of {@link RelevanceTier}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const RelevanceTierSchema: R.ResponseSchema<RelevanceTier> = /*#__PURE__*/ R.openEnum([
  "STRONG_MATCH",
  "PARTIAL_MATCH",
  "WEAK_MATCH"
])

/**
 * Schema of {@link RepEngagementData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const RepEngagementDataSchema: R.ResponseSchema<RepEngagementData> = /*#__PURE__*/ R.struct<RepEngagementData>(
  () => ({
    engaged_ago: R.optional(R.string),
    engaged_by_rep_name: R.optional(R.string),
    engaged_by_rep_title: R.optional(R.string),
    engaged_by_rep_url: R.optional(R.string),
    engaged_days_ago: R.optional(R.number),
    engagement_action: R.optional(R.openEnum(["reaction", "comment"])),
    post_text: R.optional(R.string),
    post_url: R.optional(R.string),
    rep_comment_text: R.optional(R.string),
    rep_competitor: R.optional(R.string),
    role: R.optional(R.openEnum(["post_author"]))
  })
)

/**
 * Schema of {@link RepEngagementStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const RepEngagementStatsSchema: R.ResponseSchema<RepEngagementStats> =
  /*#__PURE__*/ R.struct<RepEngagementStats>(() => ({
    competitors: R.number,
    dropped_rep_self_engagements: R.number,
    raw_author_engagements: R.number,
    reps: R.number,
    unique_authors: R.number
  }))

/**
 * Schema of {@link ResolvedCompetitorTarget}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResolvedCompetitorTargetSchema: R.ResponseSchema<ResolvedCompetitorTarget> =
  /*#__PURE__*/ R.struct<ResolvedCompetitorTarget>(() => ({
    input: R.string,
    engagement_preview_score: R.optional(R.number),
    fiber_identifier: R.optional(R.string),
    headcount: R.optional(R.union<number | string>([R.number, R.string])),
    industries: R.optional(R.array(R.string)),
    linkedin_slug: R.optional(R.string),
    linkedin_url: R.optional(R.string),
    name: R.optional(R.string),
    resolution_note: R.optional(R.string),
    source: R.optional(R.openEnum(["fiber", "crustdata"]))
  }))

/**
 * Schema of {@link ResponseArtifact}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResponseArtifactSchema: R.ResponseSchema<ResponseArtifact> = /*#__PURE__*/ R.lazy(() =>
  R.union<ResponseArtifactPartArtifact | ResponseArtifactContentArtifact>([
    ResponseArtifactPartArtifactSchema,
    ResponseArtifactContentArtifactSchema
  ])
)

/**
 * Schema of {@link ResponseArtifactContentArtifact}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResponseArtifactContentArtifactSchema: R.ResponseSchema<ResponseArtifactContentArtifact> =
  /*#__PURE__*/ R.struct<ResponseArtifactContentArtifact>(() => ({
    content: R.string,
    type: R.string,
    language: R.optional(R.string)
  }))

/**
 * Schema of {@link ResponseArtifactPartArtifact}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResponseArtifactPartArtifactSchema: R.ResponseSchema<ResponseArtifactPartArtifact> =
  /*#__PURE__*/ R.struct<ResponseArtifactPartArtifact>(() => ({
    artifactId: R.string,
    parts: R.array(ResponseArtifactPartArtifactPartSchema),
    description: R.optional(R.string),
    extensions: R.optional(R.array(R.unknown)),
    metadata: R.optional(R.object),
    name: R.optional(R.string)
  }))

/**
 * Schema of {@link ResponseArtifactPartArtifactPart}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResponseArtifactPartArtifactPartSchema: R.ResponseSchema<ResponseArtifactPartArtifactPart> =
  /*#__PURE__*/ R.struct<ResponseArtifactPartArtifactPart>(() => ({
    kind: R.string,
    text: R.string,
    metadata: R.optional(R.object)
  }))

/**
 * Schema of {@link ResponseObject}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResponseObjectSchema: R.ResponseSchema<ResponseObject> = /*#__PURE__*/ R.struct<ResponseObject>(() => ({
  created_at: R.timestamp,
  response_id: R.string,
  status: ResponseStatusSchema,
  thread_id: R.string,
  artifacts: R.optional(R.array(ResponseArtifactSchema)),
  completed_at: R.optional(R.timestamp),
  content: R.optional(R.string),
  error: R.optional(R.object),
  input_messages: R.optional(R.array(ChatMessageSchema)),
  message: R.optional(R.string),
  options: R.optional(R.object),
  output_text: R.optional(R.string),
  progress: R.optional(R.array(ProgressEntrySchema)),
  response_title: R.optional(R.string),
  state: R.optional(R.string),
  structured_response: R.optional(R.object),
  tenant_id: R.optional(R.string),
  updated_at: R.optional(R.timestamp),
  user_id: R.optional(R.string)
}))

/**
 * Schema of {@link ResponseStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResponseStatusSchema: R.ResponseSchema<ResponseStatus> = /*#__PURE__*/ R.openEnum([
  "queued",
  "in_progress",
  "succeeded",
  "failed",
  "cancelled"
])

/**
 * Schema of {@link SalaryRange}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SalaryRangeSchema: R.ResponseSchema<SalaryRange> = /*#__PURE__*/ R.struct<SalaryRange>(() => ({
  currency: R.optional(R.string),
  max: R.optional(R.number),
  median: R.optional(R.number),
  min: R.optional(R.number),
  period: R.optional(R.string)
}))

/**
 * Schema of {@link SequenceApprovalNeededData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceApprovalNeededDataSchema: R.ResponseSchema<SequenceApprovalNeededData> =
  /*#__PURE__*/ R.struct<SequenceApprovalNeededData>(() => ({
    aiPrecheck: R.nullable(SequenceApprovalNeededDataAiPrecheckSchema),
    content: R.nullable(R.string),
    executionId: R.string,
    projectId: R.nullable(R.string),
    prospectExternalId: R.nullable(R.string),
    prospectId: R.string,
    requestedAt: R.timestamp,
    step: SequenceApprovalNeededDataStepSchema,
    stepExecutionId: R.string,
    tenantId: R.string
  }))

/**
 * Schema of {@link SequenceApprovalNeededDataAiPrecheck}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceApprovalNeededDataAiPrecheckSchema: R.ResponseSchema<SequenceApprovalNeededDataAiPrecheck> =
  /*#__PURE__*/ R.struct<SequenceApprovalNeededDataAiPrecheck>(() => ({
    reason: R.nullable(R.string),
    result: R.string
  }))

/**
 * Schema of {@link SequenceApprovalNeededDataStep}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceApprovalNeededDataStepSchema: R.ResponseSchema<SequenceApprovalNeededDataStep> =
  /*#__PURE__*/ R.struct<SequenceApprovalNeededDataStep>(() => ({
    action: R.string,
    channel: R.string,
    key: R.string,
    name: R.string
  }))

/**
 * Schema of {@link SequenceApprovalNeededWebhook}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceApprovalNeededWebhookSchema: R.ResponseSchema<SequenceApprovalNeededWebhook> =
  /*#__PURE__*/ R.struct<SequenceApprovalNeededWebhook>(() => ({
    data: SequenceApprovalNeededWebhookDataSchema,
    event: R.literal("sequence.approval_needed"),
    timestamp: R.timestamp
  }))

/**
 * Schema of {@link SequenceApprovalNeededWebhookData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceApprovalNeededWebhookDataSchema: R.ResponseSchema<SequenceApprovalNeededWebhookData> =
  /*#__PURE__*/ R.struct<SequenceApprovalNeededWebhookData>(() => ({
    aiPrecheck: R.nullable(SequenceApprovalNeededWebhookDataAiPrecheckSchema),
    content: R.nullable(R.string),
    executionId: R.string,
    projectId: R.nullable(R.string),
    prospectExternalId: R.nullable(R.string),
    prospectId: R.string,
    requestedAt: R.timestamp,
    step: SequenceApprovalNeededWebhookDataStepSchema,
    stepExecutionId: R.string,
    tenantId: R.string
  }))

/**
 * Schema of {@link SequenceApprovalNeededWebhookDataAiPrecheck}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceApprovalNeededWebhookDataAiPrecheckSchema: R.ResponseSchema<SequenceApprovalNeededWebhookDataAiPrecheck> =
  /*#__PURE__*/ R.struct<SequenceApprovalNeededWebhookDataAiPrecheck>(() => ({
    reason: R.nullable(R.string),
    result: R.string
  }))

/**
 * Schema of {@link SequenceApprovalNeededWebhookDataStep}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceApprovalNeededWebhookDataStepSchema: R.ResponseSchema<SequenceApprovalNeededWebhookDataStep> =
  /*#__PURE__*/ R.struct<SequenceApprovalNeededWebhookDataStep>(() => ({
    action: R.string,
    channel: R.string,
    key: R.string,
    name: R.string
  }))

/**
 * Schema of {@link SequenceExecutionCompletedData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionCompletedDataSchema: R.ResponseSchema<SequenceExecutionCompletedData> =
  /*#__PURE__*/ R.struct<SequenceExecutionCompletedData>(() => ({
    completedAt: R.timestamp,
    executionId: R.string,
    exitReason: R.nullable(R.string),
    outcome: R.nullable(R.string),
    projectId: R.nullable(R.string),
    prospectExternalId: R.nullable(R.string),
    prospectId: R.string,
    startedAt: R.nullable(R.timestamp),
    status: R.string,
    summary: SequenceExecutionCompletedDataSummarySchema,
    template: SequenceExecutionCompletedDataTemplateSchema,
    tenantId: R.string
  }))

/**
 * Schema of {@link SequenceExecutionCompletedDataSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionCompletedDataSummarySchema: R.ResponseSchema<SequenceExecutionCompletedDataSummary> =
  /*#__PURE__*/ R.struct<SequenceExecutionCompletedDataSummary>(() => ({
    durationSeconds: R.nullable(R.number),
    stepsCompleted: R.number
  }))

/**
 * Schema of {@link SequenceExecutionCompletedDataTemplate}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionCompletedDataTemplateSchema: R.ResponseSchema<SequenceExecutionCompletedDataTemplate> =
  /*#__PURE__*/ R.struct<SequenceExecutionCompletedDataTemplate>(() => ({
    id: R.string,
    name: R.string
  }))

/**
 * Schema of {@link SequenceExecutionCompletedWebhook}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionCompletedWebhookSchema: R.ResponseSchema<SequenceExecutionCompletedWebhook> =
  /*#__PURE__*/ R.struct<SequenceExecutionCompletedWebhook>(() => ({
    data: SequenceExecutionCompletedWebhookDataSchema,
    event: R.literal("sequence.execution_completed"),
    timestamp: R.timestamp
  }))

/**
 * Schema of {@link SequenceExecutionCompletedWebhookData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionCompletedWebhookDataSchema: R.ResponseSchema<SequenceExecutionCompletedWebhookData> =
  /*#__PURE__*/ R.struct<SequenceExecutionCompletedWebhookData>(() => ({
    completedAt: R.timestamp,
    executionId: R.string,
    exitReason: R.nullable(R.string),
    outcome: R.nullable(R.string),
    projectId: R.nullable(R.string),
    prospectExternalId: R.nullable(R.string),
    prospectId: R.string,
    startedAt: R.nullable(R.timestamp),
    status: R.string,
    summary: SequenceExecutionCompletedWebhookDataSummarySchema,
    template: SequenceExecutionCompletedWebhookDataTemplateSchema,
    tenantId: R.string
  }))

/**
 * Schema of {@link SequenceExecutionCompletedWebhookDataSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionCompletedWebhookDataSummarySchema: R.ResponseSchema<SequenceExecutionCompletedWebhookDataSummary> =
  /*#__PURE__*/ R.struct<SequenceExecutionCompletedWebhookDataSummary>(() => ({
    durationSeconds: R.nullable(R.number),
    stepsCompleted: R.number
  }))

/**
 * Schema of {@link SequenceExecutionCompletedWebhookDataTemplate}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionCompletedWebhookDataTemplateSchema: R.ResponseSchema<SequenceExecutionCompletedWebhookDataTemplate> =
  /*#__PURE__*/ R.struct<SequenceExecutionCompletedWebhookDataTemplate>(() => ({
    id: R.string,
    name: R.string
  }))

/**
 * Schema of {@link SequenceExecutionFailedData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionFailedDataSchema: R.ResponseSchema<SequenceExecutionFailedData> =
  /*#__PURE__*/ R.struct<SequenceExecutionFailedData>(() => ({
    error: SequenceExecutionFailedDataErrorSchema,
    executionId: R.string,
    failedAt: R.timestamp,
    failedStep: R.nullable(R.string),
    projectId: R.nullable(R.string),
    prospectExternalId: R.nullable(R.string),
    prospectId: R.string,
    template: SequenceExecutionFailedDataTemplateSchema,
    tenantId: R.string
  }))

/**
 * Schema of {@link SequenceExecutionFailedDataError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionFailedDataErrorSchema: R.ResponseSchema<SequenceExecutionFailedDataError> =
  /*#__PURE__*/ R.struct<SequenceExecutionFailedDataError>(() => ({
    message: R.string,
    type: R.string
  }))

/**
 * Schema of {@link SequenceExecutionFailedDataTemplate}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionFailedDataTemplateSchema: R.ResponseSchema<SequenceExecutionFailedDataTemplate> =
  /*#__PURE__*/ R.struct<SequenceExecutionFailedDataTemplate>(() => ({
    id: R.string,
    name: R.string
  }))

/**
 * Schema of {@link SequenceExecutionFailedWebhook}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionFailedWebhookSchema: R.ResponseSchema<SequenceExecutionFailedWebhook> =
  /*#__PURE__*/ R.struct<SequenceExecutionFailedWebhook>(() => ({
    data: SequenceExecutionFailedWebhookDataSchema,
    event: R.literal("sequence.execution_failed"),
    timestamp: R.timestamp
  }))

/**
 * Schema of {@link SequenceExecutionFailedWebhookData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionFailedWebhookDataSchema: R.ResponseSchema<SequenceExecutionFailedWebhookData> =
  /*#__PURE__*/ R.struct<SequenceExecutionFailedWebhookData>(() => ({
    error: SequenceExecutionFailedWebhookDataErrorSchema,
    executionId: R.string,
    failedAt: R.timestamp,
    failedStep: R.nullable(R.string),
    projectId: R.nullable(R.string),
    prospectExternalId: R.nullable(R.string),
    prospectId: R.string,
    template: SequenceExecutionFailedWebhookDataTemplateSchema,
    tenantId: R.string
  }))

/**
 * Schema of {@link SequenceExecutionFailedWebhookDataError}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionFailedWebhookDataErrorSchema: R.ResponseSchema<SequenceExecutionFailedWebhookDataError> =
  /*#__PURE__*/ R.struct<SequenceExecutionFailedWebhookDataError>(() => ({
    message: R.string,
    type: R.string
  }))

/**
 * Schema of {@link SequenceExecutionFailedWebhookDataTemplate}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceExecutionFailedWebhookDataTemplateSchema: R.ResponseSchema<SequenceExecutionFailedWebhookDataTemplate> =
  /*#__PURE__*/ R.struct<SequenceExecutionFailedWebhookDataTemplate>(() => ({
    id: R.string,
    name: R.string
  }))

/**
 * Schema of {@link SequenceStepCompletedData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceStepCompletedDataSchema: R.ResponseSchema<SequenceStepCompletedData> =
  /*#__PURE__*/ R.struct<SequenceStepCompletedData>(() => ({
    executionId: R.string,
    nextStep: R.nullable(SequenceStepCompletedDataNextStepSchema),
    projectId: R.nullable(R.string),
    prospectExternalId: R.nullable(R.string),
    prospectId: R.string,
    step: SequenceStepCompletedDataStepSchema,
    tenantId: R.string
  }))

/**
 * Schema of {@link SequenceStepCompletedDataNextStep}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceStepCompletedDataNextStepSchema: R.ResponseSchema<SequenceStepCompletedDataNextStep> =
  /*#__PURE__*/ R.struct<SequenceStepCompletedDataNextStep>(() => ({
    key: R.string,
    scheduledAt: R.timestamp
  }))

/**
 * Schema of {@link SequenceStepCompletedDataStep}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceStepCompletedDataStepSchema: R.ResponseSchema<SequenceStepCompletedDataStep> =
  /*#__PURE__*/ R.struct<SequenceStepCompletedDataStep>(() => ({
    action: R.string,
    channel: R.string,
    completedAt: R.timestamp,
    key: R.string,
    name: R.string,
    status: R.string
  }))

/**
 * Schema of {@link SequenceStepCompletedWebhook}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceStepCompletedWebhookSchema: R.ResponseSchema<SequenceStepCompletedWebhook> =
  /*#__PURE__*/ R.struct<SequenceStepCompletedWebhook>(() => ({
    data: SequenceStepCompletedWebhookDataSchema,
    event: R.literal("sequence.step_completed"),
    timestamp: R.timestamp
  }))

/**
 * Schema of {@link SequenceStepCompletedWebhookData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceStepCompletedWebhookDataSchema: R.ResponseSchema<SequenceStepCompletedWebhookData> =
  /*#__PURE__*/ R.struct<SequenceStepCompletedWebhookData>(() => ({
    executionId: R.string,
    nextStep: R.nullable(SequenceStepCompletedWebhookDataNextStepSchema),
    projectId: R.nullable(R.string),
    prospectExternalId: R.nullable(R.string),
    prospectId: R.string,
    step: SequenceStepCompletedWebhookDataStepSchema,
    tenantId: R.string
  }))

/**
 * Schema of {@link SequenceStepCompletedWebhookDataNextStep}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceStepCompletedWebhookDataNextStepSchema: R.ResponseSchema<SequenceStepCompletedWebhookDataNextStep> =
  /*#__PURE__*/ R.struct<SequenceStepCompletedWebhookDataNextStep>(() => ({
    key: R.string,
    scheduledAt: R.timestamp
  }))

/**
 * Schema of {@link SequenceStepCompletedWebhookDataStep}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SequenceStepCompletedWebhookDataStepSchema: R.ResponseSchema<SequenceStepCompletedWebhookDataStep> =
  /*#__PURE__*/ R.struct<SequenceStepCompletedWebhookDataStep>(() => ({
    action: R.string,
    channel: R.string,
    completedAt: R.timestamp,
    key: R.string,
    name: R.string,
    status: R.string
  }))

/**
 * Schema of {@link StandoutPost}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StandoutPostSchema: R.ResponseSchema<StandoutPost> = /*#__PURE__*/ R.struct<StandoutPost>(() => ({
  key_exists: R.boolean,
  post_key: R.string,
  why_it_worked: R.string
}))

/**
 * Schema of {@link StructuredResponseKnownKeys}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StructuredResponseKnownKeysSchema: R.ResponseSchema<StructuredResponseKnownKeys> =
  /*#__PURE__*/ R.struct<StructuredResponseKnownKeys>(() => ({
    agent_params: R.optional(R.object),
    audience_stats: R.optional(
      R.union<ContentIntelligenceAudienceStats | { readonly [key: string]: unknown }>([
        ContentIntelligenceAudienceStatsSchema,
        R.object
      ])
    ),
    candidates: R.optional(R.array(ValidatedCandidateSchema)),
    column_values: R.optional(R.record(R.array(R.string))),
    competitors_resolved: R.optional(R.array(ResolvedCompetitorTargetSchema)),
    cost_stats: R.optional(AgentCostStatsSchema),
    coverage: R.optional(ContentIntelligenceCoverageSchema),
    criteria: R.optional(CriteriaMetadataSchema),
    criteria_definitions: R.optional(R.array(CriterionDefinitionSchema)),
    discovered_competitors: R.optional(R.array(R.string)),
    discovery_trace: R.optional(DiscoveryTraceSchema),
    expansion_stats: R.optional(EngagementExpansionStatsSchema),
    outputs: R.optional(ContentIntelligenceOutputsSchema),
    package: R.optional(ContentIntelligencePackageSchema),
    preview: R.optional(DeepSearchPreviewSchema),
    provenance_attached: R.optional(R.boolean),
    rep_engagement_stats: R.optional(RepEngagementStatsSchema),
    resolution_warnings: R.optional(R.array(R.string)),
    summary: R.optional(ContentIntelligenceSummarySchema)
  }))

/**
 * Schema of {@link SuccessResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SuccessResultSchema: R.ResponseSchema<SuccessResult> = /*#__PURE__*/ R.struct<SuccessResult>(() => ({
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link Takeaway}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TakeawaySchema: R.ResponseSchema<Takeaway> = /*#__PURE__*/ R.struct<Takeaway>(() => ({
  action: R.string,
  example_post_keys: R.array(R.string),
  finding: R.string,
  keys_cited: R.number,
  keys_exist: R.number,
  reasoning: R.string
}))

/**
 * Schema of {@link ThemeAssignment}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ThemeAssignmentSchema: R.ResponseSchema<ThemeAssignment> = /*#__PURE__*/ R.struct<ThemeAssignment>(() => ({
  keys_cited: R.number,
  keys_exist: R.number,
  post_keys: R.array(R.string),
  stats: ThemeStatsSchema,
  theme: R.string
}))

/**
 * Schema of {@link ThemePeriodStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ThemePeriodStatsSchema: R.ResponseSchema<ThemePeriodStats> = /*#__PURE__*/ R.struct<ThemePeriodStats>(
  () => ({
    audience_engagements: R.number,
    market_reactions: R.number,
    period: R.number,
    posts: R.number,
    share: R.number,
    avg_relevance: R.optional(R.number)
  })
)

/**
 * Schema of {@link ThemeStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ThemeStatsSchema: R.ResponseSchema<ThemeStats> = /*#__PURE__*/ R.struct<ThemeStats>(() => ({
  audience_engagements: R.number,
  market_reactions: R.number,
  posts: R.number,
  avg_relevance: R.optional(R.number)
}))

/**
 * Schema of {@link ThemeTrend}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ThemeTrendSchema: R.ResponseSchema<ThemeTrend> = /*#__PURE__*/ R.struct<ThemeTrend>(() => ({
  per_period: R.array(ThemePeriodStatsSchema),
  share_delta: R.number,
  theme: R.string,
  trend: R.openEnum(["rising", "flat", "falling"])
}))

/**
 * Schema of {@link Thread}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ThreadSchema: R.ResponseSchema<Thread> = /*#__PURE__*/ R.struct<Thread>(() => ({
  created_at: R.timestamp,
  tenant_id: R.string,
  thread_id: R.string,
  last_response_at: R.optional(R.timestamp),
  metadata: R.optional(R.object),
  response_count: R.optional(R.number),
  title: R.optional(R.string),
  updated_at: R.optional(R.timestamp),
  user_id: R.optional(R.string)
}))

/**
 * Schema of {@link ToolCall}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ToolCallSchema: R.ResponseSchema<ToolCall> = /*#__PURE__*/ R.struct<ToolCall>(() => ({
  args: R.optional(R.object),
  name: R.optional(R.string),
  output_text: R.optional(R.string)
}))

/**
 * Schema of {@link TopPost}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TopPostSchema: R.ResponseSchema<TopPost> = /*#__PURE__*/ R.struct<TopPost>(() => ({
  text: R.string,
  audience_count: R.optional(R.number),
  author: R.optional(R.string),
  hybrid_score: R.optional(R.number),
  key: R.optional(R.string),
  relevance: R.optional(R.number),
  total_comments: R.optional(R.number),
  total_reactions: R.optional(R.number),
  url: R.optional(R.string)
}))

/**
 * Schema of {@link TopPostsOutput}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TopPostsOutputSchema: R.ResponseSchema<TopPostsOutput> = /*#__PURE__*/ R.struct<TopPostsOutput>(() => ({
  artifact: R.literal("top_posts"),
  n: R.number,
  posts: R.array(TopPostSchema),
  requested: R.number
}))

/**
 * Schema of {@link TopVoice}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TopVoiceSchema: R.ResponseSchema<TopVoice> = /*#__PURE__*/ R.struct<TopVoice>(() => ({
  audience_engagements: R.number,
  author: R.string,
  market_reactions: R.number,
  posts: R.number,
  themes: R.array(R.string),
  author_url: R.optional(R.string),
  example_post_key: R.optional(R.string)
}))

/**
 * Schema of {@link ValidatedCandidate}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ValidatedCandidateSchema: R.ResponseSchema<ValidatedCandidate> =
  /*#__PURE__*/ R.struct<ValidatedCandidate>(() => ({
    candidate_id: R.string,
    name: R.string,
    overall_confidence: R.number,
    overall_score: R.number,
    summary: R.string,
    any_universal_failed: R.optional(R.boolean),
    backfilled: R.optional(R.boolean),
    criteria_judged: R.optional(R.number),
    criteria_quality_warnings: R.optional(R.array(R.string)),
    criterion_results: R.optional(R.array(CriterionResultSchema)),
    current_company: R.optional(R.string),
    current_title: R.optional(R.string),
    deep_criteria: R.optional(R.array(CriterionResultSchema)),
    delivery_rank: R.optional(R.number),
    engagement_data: R.optional(R.array(PostEngagementDataSchema)),
    engagement_history: R.optional(R.array(EngagementHistoryEntrySchema)),
    engagement_history_count: R.optional(R.number),
    engagement_reasoning: R.optional(R.string),
    enriched_current_company: R.optional(R.string),
    enriched_current_title: R.optional(R.string),
    geo_ok: R.optional(R.boolean),
    intent_reasoning: R.optional(R.string),
    intent_score: R.optional(R.number),
    intent_signals: R.optional(R.array(IntentSignalSchema)),
    job_signal_metadata: R.optional(ValidatedCandidateJobSignalMetadataSchema),
    linkedin_url: R.optional(R.string),
    llm_region_match: R.optional(R.boolean),
    llm_region_match_reasoning: R.optional(R.string),
    location: R.optional(R.string),
    location_reasoning: R.optional(R.string),
    location_source: R.optional(R.string),
    primary_company: R.optional(R.string),
    primary_location: R.optional(R.string),
    primary_title: R.optional(R.string),
    profile_picture_url: R.optional(R.string),
    promoted_to_validation: R.optional(R.boolean),
    rank_tier: R.optional(R.number),
    refound_on_new_post: R.optional(R.boolean),
    relevance_reason: R.optional(R.string),
    relevance_score: R.optional(R.number),
    relevance_tier: R.optional(RelevanceTierSchema),
    source: R.optional(R.string)
  }))

/**
 * Schema of {@link ValidatedCandidateJobSignalMetadata}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ValidatedCandidateJobSignalMetadataSchema: R.ResponseSchema<ValidatedCandidateJobSignalMetadata> =
  /*#__PURE__*/ R.struct<ValidatedCandidateJobSignalMetadata>(() => ({
    company_id: R.optional(R.number),
    company_linkedin_url: R.optional(R.string),
    company_name: R.optional(R.string),
    job_count: R.optional(R.number),
    sample_job_listings: R.optional(R.array(ValidatedCandidateJobSignalMetadataSampleJobListingSchema)),
    signal_source: R.optional(R.string)
  }))

/**
 * Schema of {@link ValidatedCandidateJobSignalMetadataSampleJobListing}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ValidatedCandidateJobSignalMetadataSampleJobListingSchema: R.ResponseSchema<ValidatedCandidateJobSignalMetadataSampleJobListing> =
  /*#__PURE__*/ R.struct<ValidatedCandidateJobSignalMetadataSampleJobListing>(() => ({
    country: R.optional(R.string),
    date_added: R.optional(R.string),
    description: R.optional(R.string),
    title: R.optional(R.string),
    workplace_type: R.optional(R.string)
  }))

/**
 * Schema of {@link WebhookEvent}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WebhookEventSchema: R.ResponseSchema<WebhookEvent> = /*#__PURE__*/ R.openEnum([
  "message.sent",
  "message.received",
  "connection.accepted",
  "sequence.step_completed",
  "sequence.approval_needed",
  "sequence.execution_completed",
  "sequence.execution_failed"
])

/**
 * Schema of {@link WebhookPayload}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WebhookPayloadSchema: R.ResponseSchema<WebhookPayload> = /*#__PURE__*/ R.struct<WebhookPayload>(() => ({
  data: R.object,
  event: WebhookEventSchema,
  timestamp: R.timestamp
}))
