import { keepsAnyAnswer, operationsOf } from "@trilum/testing/answers"
import * as Assets from "../src/generated/assets.js"
import * as Campaigns from "../src/generated/campaigns.js"
import * as ContactRelationships from "../src/generated/contactRelationships.js"
import * as Crm from "../src/generated/crm.js"
import * as Email from "../src/generated/email.js"
import * as Enrichment from "../src/generated/enrichment.js"
import * as ExternalApiKeys from "../src/generated/externalApiKeys.js"
import * as Files from "../src/generated/files.js"
import * as Health from "../src/generated/health.js"
import * as Integrations from "../src/generated/integrations.js"
import * as McpServers from "../src/generated/mcpServers.js"
import * as Messaging from "../src/generated/messaging.js"
import * as ModelPreferences from "../src/generated/modelPreferences.js"
import * as Outreach from "../src/generated/outreach.js"
import * as People from "../src/generated/people.js"
import * as Responses from "../src/generated/responses.js"
import * as Sequences from "../src/generated/sequences.js"
import * as Skills from "../src/generated/skills.js"
import * as Tenant from "../src/generated/tenant.js"
import * as Threads from "../src/generated/threads.js"
import * as Users from "../src/generated/users.js"

keepsAnyAnswer(
  "lumnis",
  operationsOf([
    Assets,
    Campaigns,
    ContactRelationships,
    Crm,
    Email,
    Enrichment,
    ExternalApiKeys,
    Files,
    Health,
    Integrations,
    McpServers,
    Messaging,
    ModelPreferences,
    Outreach,
    People,
    Responses,
    Sequences,
    Skills,
    Tenant,
    Threads,
    Users
  ])
)
