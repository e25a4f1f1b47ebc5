/** What options of the registry's commands may be. */

/**
 * @since 0.1.0
 * @category constants
 */
export const types = ["model", "dataset", "experiment"] as const

/**
 * @since 0.1.0
 * @category constants
 */
export const orders = ["asc", "desc"] as const

/**
 * @since 0.1.0
 * @category constants
 */
export const kinds = [
  "model",
  "dataset",
  "experiment",
  "model_dataset",
  "dataset_experiment",
  "model_experiment",
  "mixed"
] as const
