/**
 * The models of a tenant's agents.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/modelPreferences.js"
import * as Check from "../internal/check.js"

const problemOf = (name: string, preference: Generated.ModelPreferenceCreate): Check.Problem =>
  Check.first(
    Check.text(`${name}provider`, preference.provider),
    Check.text(`${name}model_name`, preference.model_name)
  )

/**
 * `updateBulk` takes a map by model type and adds the type to each item, which one of the platform's SDKs requires.
 * Validates that a preference has a provider and a model name.
 *
 * @since 0.1.0
 * @category resources
 */
export const modelPreferences = /* @__PURE__ */ Resource.extend(
  Check.resource(Generated.resource, {
    updateBulk: (params) => {
      const entries = Object.entries(params.preferences)
      return Check.first(
        entries.length === 0 ? "preferences must have at least one model type" : undefined,
        ...entries.map(([type, item]) => problemOf(`preferences.${type}.`, item))
      )
    },
    update: (_, params) => problemOf("", params),
    checkAvailability: ({ body }) =>
      Check.first(
        Check.size("body", body, 1),
        Check.each(body, (item, index) => problemOf(`body[${index}].`, item))
      )
  }),
  (_: ApiClient, preferences) => {
    const updateBulk: Generated.Service["updateBulk"] = (params, options) =>
      Check.guard(
        Generated.updateModelPreferences,
        () =>
          Check.first(
            ...Object.entries(params.preferences).map(([type, { model_type }]) =>
              model_type === undefined || model_type === type
                ? undefined
                : `preferences.${type}.model_type is "${model_type}"; remove it, or use the same type`
            )
          ),
        () =>
          preferences.updateBulk(
            {
              ...params,
              preferences: Object.fromEntries(
                Object.entries(params.preferences).map(([type, item]) => [type, { ...item, model_type: type }])
              )
            },
            options
          )
      )
    return { updateBulk }
  }
)
