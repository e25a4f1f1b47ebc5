/**
 * Which models the agents of a tenant use.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/modelPreferences.js"
import * as Check from "../internal/check.js"

/**
 * `updateBulk` takes a map by model type and writes the type into each item too, as one of the platform's SDKs says it
 * must. A preference without a provider or a model name is refused before anything is sent.
 *
 * @since 0.1.0
 * @category models
 */
export type Service = Generated.Service

const problemOf = (name: string, preference: Generated.ModelPreferenceCreate): Check.Problem =>
  Check.first(
    Check.text(`${name}provider`, preference.provider),
    Check.text(`${name}model_name`, preference.model_name)
  )

/**
 * @since 0.1.0
 * @category resources
 */
export const modelPreferences = /* @__PURE__ */ Resource.refine(Generated.resource, (_: ApiClient, preferences) => {
  return {
    updateBulk: (params, options) =>
      Check.guard(
        Generated.updateModelPreferences,
        () => {
          const entries = Object.entries(params.preferences)
          return Check.first(
            entries.length === 0 ? "preferences must have at least one model type" : undefined,
            ...entries.map(([type, item]) => problemOf(`preferences.${type}.`, item)),
            ...entries.map(([type, item]) =>
              item.model_type === undefined || item.model_type === type
                ? undefined
                : `preferences.${type}.model_type is "${item.model_type}"; leave it out, or give the same`
            )
          )
        },
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
      ),
    update: (modelType, params, options) =>
      Check.guard(
        Generated.updateModelPreference,
        () => problemOf("", params),
        () => preferences.update(modelType, params, options)
      ),
    checkAvailability: (params, options) =>
      Check.guard(
        Generated.checkModelAvailability,
        () =>
          Check.first(
            Check.size("body", params.body, 1),
            Check.each(params.body, (item, index) => problemOf(`body[${index}].`, item))
          ),
        () => preferences.checkAvailability(params, options)
      )
  }
})
