/**
 * Guidelines for agents, and statistics of their use.
 *
 * @since 0.1.0
 */
import * as Generated from "../generated/skills.js"
import * as Check from "../internal/check.js"

const lengths = (params: Generated.SkillsUpdateParams | undefined): Check.Problem =>
  Check.first(
    Check.longest("name", params?.name, 1000),
    Check.longest("category", params?.category, 100),
    Check.longest("version", params?.version, 20)
  )

/**
 * Validates maximum lengths: 1000 characters of a name, 100 of a category, 20 of a version. `list` returns all skills
 * unless `is_active` is given.
 *
 * @since 0.1.0
 * @category resources
 */
export const skills = /* @__PURE__ */ Check.resource(Generated.resource, {
  create: (params) =>
    Check.first(
      Check.text("name", params.name),
      Check.text("description", params.description),
      Check.text("content", params.content),
      lengths(params)
    ),
  update: (_, params) => lengths(params),
  getAnalytics: (params) => Check.whole("days_back", params?.days_back, 1)
})
