/** What options of the chat may be. */

/**
 * @since 0.1.0
 * @category constants
 */
export const kinds = ["chat", "research", "image", "video"] as const
