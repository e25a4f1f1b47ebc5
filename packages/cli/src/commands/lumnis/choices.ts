/** What options of the commands of Lumnis AI may be. */

/**
 * @since 0.1.0
 * @category constants
 */
export const duplicates = ["suffix", "skip", "replace", "error"] as const
