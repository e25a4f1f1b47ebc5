/**
 * What the specialised agents take and give. Names are the wire's.
 *
 * @since 0.1.0
 */
import type { CreateResponseResponse, SpecializedAgentParams } from "./generated/responses.js"
import type * as Shared from "./generated/shared.js"
import type { HttpOptions, ProgressOptions, RequestFields, StructuredResponse, WaitOptions } from "./Invoke.js"

/** Named parameters of the contract, without those it does not name. */
type Named<Keys extends keyof SpecializedAgentParams> = Pick<SpecializedAgentParams, Keys>

type Exclusions = Named<
  | "exclude_profiles"
  | "exclude_previously_contacted"
  | "exclude_names"
  | "exclude_crm_contacts"
  | "crm_exclusion_owners"
  | "crm_name_company_match"
>

/**
 * The criteria that candidates are judged by: generated, reused from an earlier run (`reuse_criteria_from`, a response
 * id), or given, definitions and classification together.
 *
 * @since 0.1.0
 * @category models
 */
export interface Criteria
  extends Named<
    | "reuse_criteria_from"
    | "criteria_definitions"
    | "criteria_classification"
    | "run_single_criterion"
    | "add_criterion"
    | "add_and_run_criterion"
  > {}

type Validation = Named<
  | "deep_verify"
  | "deep_validation_use_relevance_reranker"
  | "deep_validation_backfill_below_criteria"
  | "deep_search_criteria_model"
>

type Posts = Named<
  | "posts_max_results"
  | "posts_max_keywords"
  | "posts_date_range"
  | "posts_fields"
  | "posts_max_reactors"
  | "posts_max_comments"
  | "posts_enable_enrichment"
  | "posts_enable_filtering"
  | "posts_extract_author"
  | "posts_extract_reactors"
  | "posts_extract_commenters"
  | "direct_post_urls"
  | "direct_posts_max_reactors"
  | "direct_posts_max_comments"
  | "direct_posts_extract_author"
  | "direct_posts_extract_reactors"
  | "direct_posts_extract_commenters"
>

/**
 * @since 0.1.0
 * @category models
 */
export interface QuickPeopleSearchParams
  extends Named<"data_sources" | "exclude_crm_contacts" | "crm_exclusion_owners" | "crm_name_company_match"> {
  /** 1 to 100. Default of the platform: 20. */
  readonly limit?: number | undefined
}

/**
 * `limit` and `requested_candidates` are 1 to 1000.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeepPeopleSearchParams
  extends Criteria,
    Exclusions,
    Validation,
    Posts,
    Named<
      | "limit"
      | "requested_candidates"
      | "data_sources"
      | "search_profiles"
      | "search_posts"
      | "search_connections"
      | "search_job_signal"
      | "include_engagement_in_score"
      | "engagement_score_weight"
      | "max_candidates_per_company"
    > {}

/**
 * @since 0.1.0
 * @category models
 */
export interface PeopleScoringParams
  extends Criteria,
    Exclusions,
    Validation,
    Posts,
    Named<"limit" | "requested_candidates" | "include_engagement_in_score" | "engagement_score_weight"> {
  /** At least one; each with a linkedin_url, an email or some emails. Other fields are sent as they are. */
  readonly candidate_profiles: ReadonlyArray<{ readonly [key: string]: unknown }>
}

/** Whose posts: exactly one of the two. */
type Competitors =
  | {
      /** The company whose competitors are looked for. */
      readonly company: string
      readonly competitors?: undefined
    }
  | { readonly competitors: ReadonlyArray<string>; readonly company?: undefined }

interface CompetitorParams
  extends Criteria,
    Exclusions,
    Validation,
    Named<
      | "company_context"
      | "company_examples"
      | "engagement_types"
      | "exclude_competitor_employees"
      | "expand_exclusion_via_discovery"
      | "limit"
      | "max_competitors"
      | "posts_date_range"
      | "requested_candidates"
      | "thorough_enrichment"
    > {}

/**
 * @since 0.1.0
 * @category models
 */
export type CompetitorPostEngagementParams = CompetitorParams &
  Competitors &
  Named<
    | "exec_titles"
    | "include_company_posts"
    | "include_exec_posts"
    | "max_comments_per_post"
    | "max_execs_per_target"
    | "max_posts_per_target"
    | "max_reactors_per_post"
  >

/**
 * @since 0.1.0
 * @category models
 */
export type CompetitorRepEngagementParams = CompetitorParams &
  Competitors &
  Named<"max_engagements_per_rep" | "max_reps_per_competitor" | "rep_titles" | "restrict_engagement_to_tenure">

/**
 * `limit` is 1 to 1000, `exa_results_per_query` at least 1.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContentIntelligenceParams
  extends Named<
    "exa_results_per_query" | "limit" | "outputs" | "posts_date_range" | "posts_enable_filtering" | "reuse_package_from"
  > {}

/**
 * Numbers are at least 1. `expand_from_response` is the response whose people are walked on from.
 *
 * @since 0.1.0
 * @category models
 */
export interface EngagementExpansionParams
  extends Named<"exclude_urls" | "expand_from_response" | "hops" | "limit" | "people_per_next_hop" | "posts_per_hop"> {}

/**
 * Every agent by the name of its method: what it takes and what its `structured` is.
 *
 * @since 0.1.0
 * @category models
 */
export interface Agents {
  readonly quickPeopleSearch: {
    readonly params: QuickPeopleSearchParams
    readonly output: Shared.QuickPeopleSearchOutput
  }
  readonly deepPeopleSearch: {
    readonly params: DeepPeopleSearchParams
    readonly output: Shared.DeepPeopleSearchOutput
  }
  readonly peopleScoring: {
    readonly params: PeopleScoringParams
    readonly output: Shared.DeepPeopleSearchOutput
  }
  readonly competitorPostEngagement: {
    readonly params: CompetitorPostEngagementParams
    readonly output: Shared.CompetitorPostEngagementOutput
  }
  readonly competitorRepEngagement: {
    readonly params: CompetitorRepEngagementParams
    readonly output: Shared.CompetitorRepEngagementOutput
  }
  readonly contentIntelligence: {
    readonly params: ContentIntelligenceParams
    readonly output: Shared.ContentIntelligenceOutput
  }
  readonly engagementExpansion: {
    readonly params: EngagementExpansionParams
    readonly output: Shared.EngagementExpansionOutput
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentStartOptions
  extends Omit<RequestFields, "specializedAgent" | "specializedAgentParams">,
    HttpOptions {
  /** Parameters of the agent that the contract does not know yet. They win over those of the same name. */
  readonly extraParams?: Readonly<Record<string, unknown>> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentOptions extends AgentStartOptions, WaitOptions, ProgressOptions {}

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentAttachOptions extends WaitOptions, HttpOptions, ProgressOptions {}

/**
 * What the platform answers when a run was started; its `response_id` is what to attach to.
 *
 * @since 0.1.0
 * @category models
 */
export type AgentStarted = CreateResponseResponse

/**
 * A run of an agent that succeeded. `structured` is its output, `structured_response` the same as it came.
 *
 * @since 0.1.0
 * @category models
 */
export type AgentRun<Name extends keyof Agents> = StructuredResponse<Agents[Name]["output"]>
