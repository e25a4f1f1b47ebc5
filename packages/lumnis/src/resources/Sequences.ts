/**
 * Sequences: templates of steps that run for prospects.
 *
 * @since 0.1.0
 */
import * as Generated from "../generated/sequences.js"
import * as Check from "../internal/check.js"

/**
 * Maximum sizes of the batch calls.
 *
 * @since 0.1.0
 * @category constants
 */
export const batchLimits = {
  executions: 100,
  engagementStatus: 500,
  pollItems: 10,
  pollProjects: 20,
  pollLimit: 100
} as const

/**
 * Maximum daily limits of `updateLinkedInAccountRateLimits`, by action. 0 disables an action.
 *
 * @since 0.1.0
 * @category constants
 */
export const dailyCeilings: Readonly<Record<string, number>> = {
  connection_request: 500,
  message: 150,
  inmail: 1000,
  view_profile: 200,
  like_post: 100,
  comment_post: 50
}

const pollItemProblem = (item: Generated.BatchRequestItem, index: number): Check.Problem => {
  const params: unknown = item.params
  if (typeof params !== "object" || params === null) return undefined
  const at = `requests[${index}].params`
  return Check.first(
    "project_ids" in params
      ? Check.size(`${at}.project_ids`, params.project_ids, 0, batchLimits.pollProjects)
      : undefined,
    "limit" in params ? Check.whole(`${at}.limit`, params.limit, 1, batchLimits.pollLimit) : undefined
  )
}

/**
 * Validates the limits of the platform: 100 executions in `batchGetExecutions`; 500 in `getEngagementStatus`; in
 * `batchPoll` 10 items with 20 projects and a limit of 100 each; the maximum daily limits.
 *
 * @since 0.1.0
 * @category resources
 */
export const sequences = /* @__PURE__ */ Check.resource(Generated.resource, {
  batchGetExecutions: ({ execution_ids }) => Check.size("execution_ids", execution_ids, 1, batchLimits.executions),
  getEngagementStatus: ({ execution_ids }) =>
    Check.size("execution_ids", execution_ids, 1, batchLimits.engagementStatus),
  batchPoll: ({ requests }) =>
    Check.first(Check.size("requests", requests, 1, batchLimits.pollItems), Check.each(requests, pollItemProblem)),
  startExecutions: ({ prospects }) => Check.size("prospects", prospects, 1),
  updateLinkedInAccountRateLimits: ({ daily_limits }) =>
    Check.first(
      ...Object.entries(daily_limits).map(([action, limit]) =>
        Check.whole(`daily_limits.${action}`, limit, 0, dailyCeilings[action])
      )
    )
})
