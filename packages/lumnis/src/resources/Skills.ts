/**
 * Guidelines that agents follow, and how well they served.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/skills.js"
import * as Check from "../internal/check.js"

/**
 * Lengths are checked before anything is sent: 1000 characters of a name, 100 of a category, 20 of a version. `list`
 * tells of all skills unless `is_active` says otherwise.
 *
 * @since 0.1.0
 * @category models
 */
export type Service = Generated.Service

const lengths = (params: Generated.SkillsUpdateParams | undefined): Check.Problem =>
  Check.first(
    Check.longest("name", params?.name, 1000),
    Check.longest("category", params?.category, 100),
    Check.longest("version", params?.version, 20)
  )

/**
 * @since 0.1.0
 * @category resources
 */
export const skills = /* @__PURE__ */ Resource.refine(Generated.resource, (_: ApiClient, skills) => {
  return {
    create: (params, options) =>
      Check.guard(
        Generated.createSkill,
        () =>
          Check.first(
            Check.text("name", params.name),
            Check.text("description", params.description),
            Check.text("content", params.content),
            lengths(params)
          ),
        () => skills.create(params, options)
      ),
    update: (skillId, params, options) =>
      Check.guard(
        Generated.updateSkill,
        () => lengths(params),
        () => skills.update(skillId, params, options)
      ),
    getAnalytics: (params, options) =>
      Check.guard(
        Generated.getSkillAnalytics,
        () => Check.whole("days_back", params?.days_back, 1),
        () => skills.getAnalytics(params, options)
      )
  }
})
