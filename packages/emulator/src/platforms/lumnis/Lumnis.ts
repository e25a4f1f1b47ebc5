/**
 * Lumnis: credentials, and handlers for the operations that keep state.
 *
 * @since 0.1.0
 */
import type { Platform } from "../../Platform.js"
import { handlers as connections } from "./Connections.js"
import { handlers as drafts } from "./Drafts.js"
import { errors, rejected } from "./Errors.js"
import { handlers as externalKeys } from "./ExternalKeys.js"
import { handlers as files } from "./Files.js"
import { handlers as mcpServers } from "./McpServers.js"
import { handlers as modelPreferences } from "./ModelPreferences.js"
import { handlers as responses } from "./Responses.js"
import { handlers as skills } from "./Skills.js"
import { handlers as tenants } from "./Tenants.js"
import { handlers as threads } from "./Threads.js"
import { handlers as users } from "./Users.js"

/**
 * @since 0.1.0
 * @category constructors
 */
export const platform: Platform = {
  name: "lumnis",
  errors,
  authenticate: ({ apiKey, bearer }, operation, known) => {
    const key = bearer ?? apiKey ?? ""
    if (operation.security.length === 0) return { key }
    if (key === "") return rejected(401, "UNAUTHORIZED", "Missing API key")
    return known(key) ? { key } : rejected(401, "INVALID_API_KEY", "Invalid API key")
  },
  handlers: {
    ...users,
    ...threads,
    ...responses,
    ...externalKeys,
    ...files,
    ...tenants,
    ...drafts,
    ...connections,
    ...modelPreferences,
    ...mcpServers,
    ...skills
  },
  headers: () => ({})
}
