import type * as Agents from "../Agents.js"
import { dataSources } from "../resources/People.js"
import * as Check from "./check.js"

const criterionTypes = ["universal", "varying", "validation_only"]
const columnKinds = ["extraction", "verdict"]
const engagementTypes = ["reactor", "commenter"]
const outputNames = ["top_posts", "post_ideas", "engagement_analysis"]
const classificationLists = ["universal_criteria", "varying_criteria", "validation_only_criteria"]

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

/** A list that is not empty and has only allowed values, where it is given. */
const subset = (name: string, value: unknown, allowed: ReadonlyArray<string>): Check.Problem =>
  !isGiven(value) || (Array.isArray(value) && value.length > 0 && value.every((item) => allowed.includes(item)))
    ? undefined
    : `${name} must be a list of some of ${allowed.join(", ")}`

const unique = (name: string, values: ReadonlyArray<unknown>): Check.Problem => {
  const twice = values.find((value, index) => values.indexOf(value) !== index)
  return twice === undefined ? undefined : `criteria_definitions has the ${name} "${String(twice)}" twice`
}

const definitionProblem = (definition: unknown, index: number): Check.Problem => {
  const at = `criteria_definitions[${index}]`
  const weight = field(definition, "weight")
  return Check.first(
    Check.text(`${at}.criterion_id`, field(definition, "criterion_id")),
    Check.text(`${at}.column_name`, field(definition, "column_name")),
    Check.text(`${at}.criterion_text`, field(definition, "criterion_text")),
    Check.text(`${at}.criterion_type`, field(definition, "criterion_type")),
    Check.oneOf(`${at}.criterion_type`, field(definition, "criterion_type"), criterionTypes),
    typeof weight === "number" && weight > 0 ? undefined : `${at}.weight must be a number above 0`
  )
}

const addedProblem = (added: unknown): Check.Problem =>
  typeof added === "string"
    ? Check.text("add_and_run_criterion", added)
    : Check.first(
        Check.text("add_and_run_criterion.criterion_text", field(added, "criterion_text")),
        Check.oneOf("add_and_run_criterion.column_kind", field(added, "column_kind"), columnKinds),
        ["undefined", "boolean"].includes(typeof field(added, "web_verify"))
          ? undefined
          : "add_and_run_criterion.web_verify must be true or false"
      )

const criteria = (params: Agents.Criteria, addsWithout = false): Check.Problem => {
  const { criteria_classification: classification, criteria_definitions: definitions } = params
  const listed = Array.isArray(definitions) ? definitions : []
  const has = Check.isText(params.reuse_criteria_from) || definitions !== undefined
  const needs = (name: string): Check.Problem =>
    `${name} needs criteria to start from: reuse_criteria_from, or criteria_definitions with criteria_classification`
  return Check.first(
    isGiven(definitions) === isGiven(classification)
      ? undefined
      : "criteria_definitions and criteria_classification are given together or not at all",
    Check.optionalText("reuse_criteria_from", params.reuse_criteria_from),
    Check.optionalSize("criteria_definitions", definitions, 1),
    Check.each(listed, definitionProblem),
    unique(
      "criterion_id",
      listed.map((definition) => field(definition, "criterion_id"))
    ),
    unique(
      "column_name",
      listed.map((definition) => field(definition, "column_name"))
    ),
    ...(isGiven(classification)
      ? classificationLists.map((name) =>
          Array.isArray(field(classification, name)) ? undefined : `criteria_classification.${name} must be a list`
        )
      : []),
    params.run_single_criterion !== undefined && !has ? needs("run_single_criterion") : undefined,
    params.add_criterion !== undefined && !has ? needs("add_criterion") : undefined,
    params.add_and_run_criterion === undefined
      ? undefined
      : Check.first(
          has || addsWithout ? undefined : needs("add_and_run_criterion"),
          addedProblem(params.add_and_run_criterion)
        )
  )
}

/** Bounds of the contract for parameters that several agents share. */
const shared = (params: object): Check.Problem => {
  const range = (name: string, least: number, most?: number): Check.Problem =>
    Check.whole(name, field(params, name), least, most)
  return Check.first(
    range("limit", 1, 1000),
    range("requested_candidates", 1, 1000),
    range("posts_max_results", 1, 500),
    range("posts_max_keywords", 1, 20),
    range("posts_max_reactors", 1, 5000),
    range("posts_max_comments", 1, 5000),
    range("direct_posts_max_reactors", 0, 5000),
    range("direct_posts_max_comments", 0, 5000),
    range("max_candidates_per_company", 1, 1000),
    Check.between("engagement_score_weight", field(params, "engagement_score_weight"), 0, 0.3)
  )
}

const sources = (value: unknown): Check.Problem =>
  !isGiven(value) || (Array.isArray(value) && value.every((source) => dataSources.includes(source)))
    ? undefined
    : `data_sources must be a list of ${dataSources.join(", ")}`

export const quickPeopleSearch = (params: Agents.QuickPeopleSearchParams): Check.Problem =>
  Check.first(Check.whole("limit", params.limit, 1, 100), sources(params.data_sources))

export const deepPeopleSearch = (params: Agents.DeepPeopleSearchParams): Check.Problem =>
  Check.first(shared(params), sources(params.data_sources), criteria(params))

const isReachable = (profile: unknown): boolean => {
  const emails = field(profile, "emails")
  return (
    Check.isText(field(profile, "linkedin_url")) ||
    Check.isText(field(profile, "email")) ||
    (Array.isArray(emails) && emails.some(Check.isText))
  )
}

export const peopleScoring = (params: Agents.PeopleScoringParams): Check.Problem =>
  Check.first(
    Check.size("candidate_profiles", params.candidate_profiles, 1),
    Check.each(params.candidate_profiles, (profile, index) =>
      isReachable(profile) ? undefined : `candidate_profiles[${index}] needs a linkedin_url, an email or some emails`
    ),
    shared(params),
    criteria(params, true)
  )

const competitors = (params: Agents.CompetitorPostEngagementParams | Agents.CompetitorRepEngagementParams) =>
  Check.first(
    isGiven(params.company) === isGiven(params.competitors) ? "give exactly one of company and competitors" : undefined,
    Check.optionalText("company", params.company),
    Check.optionalSize("competitors", params.competitors, 1),
    Check.texts("competitors", params.competitors),
    subset("engagement_types", params.engagement_types, engagementTypes),
    Check.whole("max_competitors", params.max_competitors, 1, 50),
    shared(params),
    criteria(params)
  )

export const competitorPostEngagement = (params: Agents.CompetitorPostEngagementParams): Check.Problem =>
  Check.first(
    competitors(params),
    Check.whole("max_execs_per_target", params.max_execs_per_target, 1, 20),
    Check.whole("max_posts_per_target", params.max_posts_per_target, 1, 20),
    Check.whole("max_reactors_per_post", params.max_reactors_per_post, 1, 5000),
    Check.whole("max_comments_per_post", params.max_comments_per_post, 1, 100)
  )

export const competitorRepEngagement = (params: Agents.CompetitorRepEngagementParams): Check.Problem =>
  Check.first(
    competitors(params),
    Check.whole("max_reps_per_competitor", params.max_reps_per_competitor, 1, 100),
    Check.whole("max_engagements_per_rep", params.max_engagements_per_rep, 1, 1000)
  )

export const contentIntelligence = (params: Agents.ContentIntelligenceParams): Check.Problem =>
  Check.first(
    Check.whole("limit", params.limit, 1, 1000),
    Check.whole("exa_results_per_query", params.exa_results_per_query, 1),
    subset("outputs", params.outputs, outputNames)
  )

export const engagementExpansion = (params: Agents.EngagementExpansionParams): Check.Problem =>
  Check.first(
    Check.optionalText("expand_from_response", params.expand_from_response),
    Check.whole("hops", params.hops, 1),
    Check.whole("posts_per_hop", params.posts_per_hop, 1),
    Check.whole("people_per_next_hop", params.people_per_next_hop, 1),
    Check.whole("limit", params.limit, 1),
    Check.texts("exclude_urls", params.exclude_urls)
  )
