/**
 * Models by name, as `modelOverrides` and `agentConfig` take them: `provider:model`.
 *
 * A prefix is not always a provider of the platform's preferences (`qwen`, `meta`, `microsoft`, `01ai`). Any other
 * `provider:model` is also valid.
 *
 * @since 0.1.0
 */
import type { models } from "./generated/constants.js"

export { models } from "./generated/constants.js"

/**
 * A model of the catalogue.
 *
 * @since 0.1.0
 * @category models
 */
export type Model = (typeof models)[keyof typeof models]
