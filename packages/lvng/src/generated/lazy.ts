/**
 * How the promise client of LVNG platform API (reconstruction) loads a resource: when one of its methods is first used.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { LazyResources } from "@trilum/core/PromiseClient"
import type { ApiClient } from "../client.js"
import type { Resources } from "./index.js"

/**
 * For every resource, how it is loaded and what its methods give.
 *
 * @since 0.1.0
 * @category constructors
 */
export const lazy: LazyResources<Resources, ApiClient> = {
  activity: {
    load: async () => (await import("./activity.js")).make,
    methods: {
      list: "effect"
    }
  },
  agents: {
    load: async () => (await import("./agents.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      duplicate: "effect",
      message: "effect",
      start: "effect",
      stop: "effect"
    }
  },
  analytics: {
    load: async () => (await import("./analytics.js")).make,
    methods: {
      costs: "effect"
    }
  },
  apiKeys: {
    load: async () => (await import("./apiKeys.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      revoke: "effect",
      rotate: "effect"
    }
  },
  artifacts: {
    load: async () => (await import("./artifacts.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      getTypes: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      addComment: "effect",
      supersede: "effect"
    }
  },
  auditLog: {
    load: async () => (await import("./auditLog.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream"
    }
  },
  billing: {
    load: async () => (await import("./billing.js")).make,
    methods: {
      listSpendingAlerts: "effect",
      createSpendingAlert: "effect",
      getAutoReload: "effect",
      updateAutoReload: "effect",
      balance: "effect",
      listInvoices: "effect",
      listPaymentMethods: "effect",
      getUsageChart: "effect"
    }
  },
  calendar: {
    load: async () => (await import("./calendar.js")).make,
    methods: {
      list: "effect"
    }
  },
  canvas: {
    load: async () => (await import("./canvas.js")).make,
    methods: {
      list: "effect",
      createCard: "effect",
      updateCard: "effect",
      deleteCard: "effect",
      listFolders: "effect",
      createFolder: "effect"
    }
  },
  channels: {
    load: async () => (await import("./channels.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      listMembers: "effect",
      addMember: "effect",
      removeMember: "effect",
      listTwins: "effect",
      assignTwin: "effect",
      unassignTwin: "effect"
    }
  },
  chat: {
    load: async () => (await import("./chat.js")).make,
    methods: {
      sendV1: "effect",
      send: "effect",
      stream: "stream"
    }
  },
  contacts: {
    load: async () => (await import("./contacts.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      extract: "effect",
      merge: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      listInteractions: "effect",
      listRelationships: "effect"
    }
  },
  conversations: {
    load: async () => (await import("./conversations.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      update: "effect",
      delete: "effect",
      upsertMember: "effect",
      listMessages: "effect",
      listMessagesPages: "stream",
      listMessagesAll: "stream",
      markRead: "effect"
    }
  },
  developer: {
    load: async () => (await import("./developer.js")).make,
    methods: {
      getApiKeyUsage: "effect",
      listEvents: "effect",
      listEventsPages: "stream",
      listEventsAll: "stream",
      list: "effect",
      createWebhook: "effect",
      updateWebhook: "effect",
      deleteWebhook: "effect",
      listWebhookDeliveries: "effect",
      testWebhook: "effect"
    }
  },
  emails: {
    load: async () => (await import("./emails.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      preview: "effect",
      send: "effect",
      get: "effect",
      delete: "effect"
    }
  },
  integrations: {
    load: async () => (await import("./integrations.js")).make,
    methods: {
      list: "effect"
    }
  },
  invitations: {
    load: async () => (await import("./invitations.js")).make,
    methods: {
      getByToken: "effect",
      accept: "effect",
      list: "effect",
      create: "effect",
      revoke: "effect"
    }
  },
  knowledge: {
    load: async () => (await import("./knowledge.js")).make,
    methods: {
      listEntities: "effect",
      listEntitiesPages: "stream",
      listEntitiesAll: "stream",
      getGraphStatistics: "effect",
      getHealth: "effect",
      search: "effect",
      getStats: "effect",
      ingest: "effect"
    }
  },
  mcps: {
    load: async () => (await import("./mcps.js")).make,
    methods: {
      list: "effect",
      register: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      getHealth: "effect",
      refreshTools: "effect"
    }
  },
  messages: {
    load: async () => (await import("./messages.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      send: "effect",
      summarize: "effect",
      uploadFile: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      addReaction: "effect",
      removeReaction: "effect",
      getThread: "effect"
    }
  },
  onboarding: {
    load: async () => (await import("./onboarding.js")).make,
    methods: {
      complete: "effect",
      saveProfile: "effect",
      start: "effect",
      getStatus: "effect",
      createWorkspace: "effect"
    }
  },
  ooda: {
    load: async () => (await import("./ooda.js")).make,
    methods: {
      execute: "effect",
      getStatus: "effect"
    }
  },
  platformConnections: {
    load: async () => (await import("./platformConnections.js")).make,
    methods: {
      list: "effect",
      updateConfig: "effect",
      importHistory: "effect",
      connect: "effect"
    }
  },
  preferences: {
    load: async () => (await import("./preferences.js")).make,
    methods: {
      get: "effect",
      setAiMode: "effect"
    }
  },
  search: {
    load: async () => (await import("./search.js")).make,
    methods: {
      query: "effect"
    }
  },
  settings: {
    load: async () => (await import("./settings.js")).make,
    methods: {
      get: "effect",
      update: "effect"
    }
  },
  tools: {
    load: async () => (await import("./tools.js")).make,
    methods: {
      list: "effect",
      get: "effect",
      execute: "effect"
    }
  },
  twins: {
    load: async () => (await import("./twins.js")).make,
    methods: {
      listInWorkspace: "effect",
      addToWorkspace: "effect",
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      configureInWorkspace: "effect"
    }
  },
  voiceNotes: {
    load: async () => (await import("./voiceNotes.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      get: "effect",
      delete: "effect",
      transcribe: "effect"
    }
  },
  workflows: {
    load: async () => (await import("./workflows.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      getHealth: "effect",
      parse: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      execute: "effect",
      listRuns: "effect",
      listRunsPages: "stream",
      listRunsAll: "stream",
      getRun: "effect",
      schedule: "effect"
    }
  },
  workspaces: {
    load: async () => (await import("./workspaces.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      getHealth: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      listMembers: "effect"
    }
  }
}
