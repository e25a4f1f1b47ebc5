import type { LazyResources } from "@trilum/core/PromiseClient"
import type { ApiClient } from "../client.js"
import { lazy } from "../generated/lazy.js"
import type { Resources } from "../Lumnis.js"
import type { Session } from "./session.js"

/** The resources of a session, each loaded on first use. Those of `src/resources/` take the place of generated ones. */
export const make = ({ invocations, tenantId, transport }: Session): LazyResources<Resources, ApiClient> => ({
  ...lazy,
  agents: {
    load: async () => {
      const { make } = await import("../resources/Agents.js")
      return (client) => make(client, invocations)
    },
    methods: {
      quickPeopleSearch: "effect",
      startQuickPeopleSearch: "effect",
      attachQuickPeopleSearch: "effect",
      deepPeopleSearch: "effect",
      startDeepPeopleSearch: "effect",
      attachDeepPeopleSearch: "effect",
      peopleScoring: "effect",
      startPeopleScoring: "effect",
      attachPeopleScoring: "effect",
      competitorPostEngagement: "effect",
      startCompetitorPostEngagement: "effect",
      attachCompetitorPostEngagement: "effect",
      competitorRepEngagement: "effect",
      startCompetitorRepEngagement: "effect",
      attachCompetitorRepEngagement: "effect",
      contentIntelligence: "effect",
      startContentIntelligence: "effect",
      attachContentIntelligence: "effect",
      engagementExpansion: "effect",
      startEngagementExpansion: "effect",
      attachEngagementExpansion: "effect"
    }
  },
  assets: {
    load: async () => (await import("../resources/Assets.js")).make,
    methods: lazy.assets.methods
  },
  campaigns: {
    load: async () => (await import("../resources/Campaigns.js")).make,
    methods: { ...lazy.campaigns.methods, waitForPlaybook: "effect" }
  },
  contactRelationships: {
    load: async () => (await import("../resources/ContactRelationships.js")).make,
    methods: { ...lazy.contactRelationships.methods, waitUntilReady: "effect" }
  },
  crm: {
    load: async () => (await import("../resources/Crm.js")).make,
    methods: { ...lazy.crm.methods, waitForContactsSync: "effect" }
  },
  email: {
    load: async () => (await import("../resources/Email.js")).make,
    methods: { ...lazy.email.methods, readPersona: "effect", resetPersonaCap: "effect" }
  },
  enrichment: {
    load: async () => (await import("../resources/Enrichment.js")).make,
    methods: lazy.enrichment.methods
  },
  externalApiKeys: {
    load: async () => (await import("../resources/ExternalApiKeys.js")).make,
    methods: lazy.externalApiKeys.methods
  },
  files: {
    load: async () => {
      const { make } = await import("../resources/Files.js")
      return (client) => make(client, transport)
    },
    methods: { ...lazy.files.methods, waitUntilProcessed: "effect", uploadAndWait: "effect" }
  },
  integrations: {
    load: async () => (await import("../resources/Integrations.js")).make,
    methods: {
      ...lazy.integrations.methods,
      connect: "effect",
      waitForConnection: "effect",
      waitForLinkedInSync: "effect"
    }
  },
  mcpServers: {
    load: async () => (await import("../resources/McpServers.js")).make,
    methods: lazy.mcpServers.methods
  },
  messaging: {
    load: async () => (await import("../resources/Messaging.js")).make,
    methods: { ...lazy.messaging.methods, draftBatch: "stream", waitForDrafts: "effect", waitForSync: "effect" }
  },
  modelPreferences: {
    load: async () => (await import("../resources/ModelPreferences.js")).make,
    methods: lazy.modelPreferences.methods
  },
  people: {
    load: async () => (await import("../resources/People.js")).make,
    methods: lazy.people.methods
  },
  responses: {
    load: async () => {
      const { make } = await import("../resources/Responses.js")
      return (client) => make(client, invocations.attach)
    },
    methods: { ...lazy.responses.methods, wait: "effect" }
  },
  sequences: {
    load: async () => (await import("../resources/Sequences.js")).make,
    methods: lazy.sequences.methods
  },
  skills: {
    load: async () => (await import("../resources/Skills.js")).make,
    methods: lazy.skills.methods
  },
  tenant: {
    load: async () => {
      const { make } = await import("../resources/Tenant.js")
      return (client) => make(client, tenantId)
    },
    methods: lazy.tenant.methods
  },
  threads: {
    load: async () => (await import("../resources/Threads.js")).make,
    methods: lazy.threads.methods
  }
})
