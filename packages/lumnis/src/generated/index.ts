/**
 * Every resource of Lumnis AI REST API (wire contract).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiClient } from "../client.js"
import * as Assets from "./assets.js"
import * as Campaigns from "./campaigns.js"
import * as ContactRelationships from "./contactRelationships.js"
import * as Crm from "./crm.js"
import * as Email from "./email.js"
import * as Enrichment from "./enrichment.js"
import * as ExternalApiKeys from "./externalApiKeys.js"
import * as Files from "./files.js"
import * as Health from "./health.js"
import * as Integrations from "./integrations.js"
import * as McpServers from "./mcpServers.js"
import * as Messaging from "./messaging.js"
import * as ModelPreferences from "./modelPreferences.js"
import * as Outreach from "./outreach.js"
import * as People from "./people.js"
import * as Responses from "./responses.js"
import * as Sequences from "./sequences.js"
import * as Skills from "./skills.js"
import * as Tenant from "./tenant.js"
import * as Threads from "./threads.js"
import * as Users from "./users.js"

/**
 * The resources of Lumnis AI REST API (wire contract), by the name they have on a client.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources {
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

/**
 * All resources over one client.
 *
 * @since 0.1.0
 * @category constructors
 */
export const makeResources = (client: ApiClient): Resources => ({
  assets: Assets.make(client),
  campaigns: Campaigns.make(client),
  contactRelationships: ContactRelationships.make(client),
  crm: Crm.make(client),
  email: Email.make(client),
  enrichment: Enrichment.make(client),
  externalApiKeys: ExternalApiKeys.make(client),
  files: Files.make(client),
  health: Health.make(client),
  integrations: Integrations.make(client),
  mcpServers: McpServers.make(client),
  messaging: Messaging.make(client),
  modelPreferences: ModelPreferences.make(client),
  outreach: Outreach.make(client),
  people: People.make(client),
  responses: Responses.make(client),
  sequences: Sequences.make(client),
  skills: Skills.make(client),
  tenant: Tenant.make(client),
  threads: Threads.make(client),
  users: Users.make(client)
})
