/**
 * The resources of Lumnis AI REST API (wire contract): as a namespace, this module is the record of them.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type * as Assets from "./assets.js"
import type * as Campaigns from "./campaigns.js"
import type * as ContactRelationships from "./contactRelationships.js"
import type * as Crm from "./crm.js"
import type * as Email from "./email.js"
import type * as Enrichment from "./enrichment.js"
import type * as ExternalApiKeys from "./externalApiKeys.js"
import type * as Files from "./files.js"
import type * as Health from "./health.js"
import type * as Integrations from "./integrations.js"
import type * as McpServers from "./mcpServers.js"
import type * as Messaging from "./messaging.js"
import type * as ModelPreferences from "./modelPreferences.js"
import type * as Outreach from "./outreach.js"
import type * as People from "./people.js"
import type * as Responses from "./responses.js"
import type * as Sequences from "./sequences.js"
import type * as Skills from "./skills.js"
import type * as Tenant from "./tenant.js"
import type * as Threads from "./threads.js"
import type * as Users from "./users.js"

export { resource as assets } from "./assets.js"
export { resource as campaigns } from "./campaigns.js"
export { resource as contactRelationships } from "./contactRelationships.js"
export { resource as crm } from "./crm.js"
export { resource as email } from "./email.js"
export { resource as enrichment } from "./enrichment.js"
export { resource as externalApiKeys } from "./externalApiKeys.js"
export { resource as files } from "./files.js"
export { resource as health } from "./health.js"
export { resource as integrations } from "./integrations.js"
export { resource as mcpServers } from "./mcpServers.js"
export { resource as messaging } from "./messaging.js"
export { resource as modelPreferences } from "./modelPreferences.js"
export { resource as outreach } from "./outreach.js"
export { resource as people } from "./people.js"
export { resource as responses } from "./responses.js"
export { resource as sequences } from "./sequences.js"
export { resource as skills } from "./skills.js"
export { resource as tenant } from "./tenant.js"
export { resource as threads } from "./threads.js"
export { resource as users } from "./users.js"

/**
 * The services of Lumnis AI REST API (wire contract), by the names of their resources.
 *
 * @since 0.1.0
 * @category models
 */
export interface Services {
  readonly assets: Assets.Service
  readonly campaigns: Campaigns.Service
  readonly contactRelationships: ContactRelationships.Service
  readonly crm: Crm.Service
  readonly email: Email.Service
  readonly enrichment: Enrichment.Service
  readonly externalApiKeys: ExternalApiKeys.Service
  readonly files: Files.Service
  readonly health: Health.Service
  readonly integrations: Integrations.Service
  readonly mcpServers: McpServers.Service
  readonly messaging: Messaging.Service
  readonly modelPreferences: ModelPreferences.Service
  readonly outreach: Outreach.Service
  readonly people: People.Service
  readonly responses: Responses.Service
  readonly sequences: Sequences.Service
  readonly skills: Skills.Service
  readonly tenant: Tenant.Service
  readonly threads: Threads.Service
  readonly users: Users.Service
}
