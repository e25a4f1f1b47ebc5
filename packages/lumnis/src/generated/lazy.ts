/**
 * How the promise client of Lumnis AI REST API (wire contract) loads a resource: when one of its methods is first used.
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
  assets: {
    load: async () => (await import("./assets.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      get: "effect",
      update: "effect",
      deactivate: "effect"
    }
  },
  campaigns: {
    load: async () => (await import("./campaigns.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      approveAction: "effect",
      cancelQueuedAction: "effect",
      editQueuedAction: "effect",
      pauseQueuedAction: "effect",
      recordOutcome: "effect",
      rejectAction: "effect",
      resumeQueuedAction: "effect",
      skipAction: "effect",
      listPendingApprovals: "effect",
      listPendingApprovalsPages: "stream",
      listPendingApprovalsAll: "stream",
      bulkApprovals: "effect",
      listPlaybooks: "effect",
      createPlaybook: "effect",
      generatePlaybook: "effect",
      getPlaybookGenerationStatus: "effect",
      getPlaybook: "effect",
      updatePlaybook: "effect",
      archivePlaybook: "effect",
      listPlaybookVersions: "effect",
      get: "effect",
      update: "effect",
      listActions: "effect",
      listActionsPages: "stream",
      listActionsAll: "stream",
      listLinkedAssets: "effect",
      linkAssets: "effect",
      upsertAssets: "effect",
      unlinkAsset: "effect",
      getMetrics: "effect",
      pause: "effect",
      listProspects: "effect",
      listProspectsPages: "stream",
      listProspectsAll: "stream",
      addProspects: "effect",
      pauseProspects: "effect",
      resumeProspects: "effect",
      transferProspects: "effect",
      getProspectDetail: "effect",
      removeProspect: "effect",
      resume: "effect",
      start: "effect",
      stop: "effect"
    }
  },
  contactRelationships: {
    load: async () => (await import("./contactRelationships.js")).make,
    methods: {
      get: "effect",
      getPages: "stream",
      getAll: "stream"
    }
  },
  crm: {
    load: async () => (await import("./crm.js")).make,
    methods: {
      syncContacts: "effect",
      getContactsSyncStatus: "effect",
      listExclusionGrants: "effect",
      grantExclusionGrant: "effect",
      revokeExclusionGrant: "effect",
      matchBatch: "effect",
      syncProspect: "effect"
    }
  },
  email: {
    load: async () => (await import("./email.js")).make,
    methods: {
      listInboxes: "effect",
      connectInbox: "effect",
      onboard: "effect",
      listOrganizations: "effect",
      getHealth: "effect",
      updateMailbox: "effect",
      addMember: "effect",
      removeMember: "effect",
      addPersona: "effect",
      updatePersona: "effect",
      getSettings: "effect",
      updateSettings: "effect",
      getOnboardingStatus: "effect",
      teardown: "effect"
    }
  },
  enrichment: {
    load: async () => (await import("./enrichment.js")).make,
    methods: {
      enrichContacts: "effect"
    }
  },
  externalApiKeys: {
    load: async () => (await import("./externalApiKeys.js")).make,
    methods: {
      list: "effect",
      create: "effect",
      getMode: "effect",
      setMode: "effect",
      get: "effect",
      delete: "effect"
    }
  },
  files: {
    load: async () => (await import("./files.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      bulkDelete: "effect",
      bulkUpload: "effect",
      search: "effect",
      getStatistics: "effect",
      upload: "effect",
      get: "effect",
      delete: "effect",
      getContent: "effect",
      download: "stream",
      updateScope: "effect",
      getStatus: "effect"
    }
  },
  health: {
    load: async () => (await import("./health.js")).make,
    methods: {
      get: "effect",
      getDetailed: "effect",
      getApi: "effect"
    }
  },
  integrations: {
    load: async () => (await import("./integrations.js")).make,
    methods: {
      listApps: "effect",
      setAppEnabled: "effect",
      isAppEnabled: "effect",
      getConnectionsBatch: "effect",
      handleCallback: "effect",
      disconnect: "effect",
      initiateConnection: "effect",
      listConnections: "effect",
      getConnectionStatus: "effect",
      deleteLinkedInConnections: "effect",
      triggerLinkedInSync: "effect",
      getLinkedInSyncStatus: "effect",
      getNonOAuthRequiredFields: "effect",
      listProviders: "effect",
      getTools: "effect"
    }
  },
  mcpServers: {
    load: async () => (await import("./mcpServers.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      testConfig: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      testConnection: "effect",
      listTools: "effect"
    }
  },
  messaging: {
    load: async () => (await import("./messaging.js")).make,
    methods: {
      checkPriorContact: "effect",
      batchCheckPriorContact: "effect",
      listConversations: "effect",
      listConversationsPages: "stream",
      listConversationsAll: "stream",
      deleteConversationsByProject: "effect",
      listConversationsByProject: "effect",
      listConversationsByProjectPages: "stream",
      listConversationsByProjectAll: "stream",
      unlinkConversationsFromProject: "effect",
      getConversation: "effect",
      deleteConversation: "effect",
      replyToConversation: "effect",
      createDraft: "effect",
      createBatchDrafts: "effect",
      getBatchDraftJobStatus: "effect",
      sendBatchDrafts: "effect",
      createBatchDraftsStream: "stream",
      getDraft: "effect",
      updateDraft: "effect",
      cancelDraft: "effect",
      sendDraft: "effect",
      getEmailThreads: "effect",
      getLinkedInAccountInfo: "effect",
      checkLinkedInConnection: "effect",
      batchCheckLinkedInConnections: "effect",
      getLinkedInCredits: "effect",
      refreshLinkedInCredits: "effect",
      sendLinkedInOutreach: "effect",
      updateLinkedInSubscription: "effect",
      sendMessage: "effect",
      syncConversations: "effect",
      syncProspect: "effect",
      getSyncStatus: "effect"
    }
  },
  modelPreferences: {
    load: async () => (await import("./modelPreferences.js")).make,
    methods: {
      list: "effect",
      updateBulk: "effect",
      checkAvailability: "effect",
      update: "effect",
      delete: "effect"
    }
  },
  outreach: {
    load: async () => (await import("./outreach.js")).make,
    methods: {
      listConnections: "effect",
      listConnectionsPages: "stream",
      listConnectionsAll: "stream",
      listAcceptedConnections: "effect",
      listAcceptedConnectionsPages: "stream",
      listAcceptedConnectionsAll: "stream"
    }
  },
  people: {
    load: async () => (await import("./people.js")).make,
    methods: {
      previewPosts: "effect",
      quickSearch: "effect"
    }
  },
  responses: {
    load: async () => (await import("./responses.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      get: "effect",
      listArtifacts: "effect",
      listArtifactsPages: "stream",
      listArtifactsAll: "stream",
      cancel: "effect",
      listFeedback: "effect",
      createFeedback: "effect"
    }
  },
  sequences: {
    load: async () => (await import("./sequences.js")).make,
    methods: {
      listPendingApprovals: "effect",
      listPendingApprovalsPages: "stream",
      listPendingApprovalsAll: "stream",
      bulkApprovalAction: "effect",
      approveStep: "effect",
      rejectStep: "effect",
      skipStep: "effect",
      listExecutions: "effect",
      listExecutionsPages: "stream",
      listExecutionsAll: "stream",
      startExecutions: "effect",
      batchGetExecutions: "effect",
      bulkCompleteExecutions: "effect",
      bulkPauseExecutions: "effect",
      bulkResumeExecutions: "effect",
      bulkStopExecutions: "effect",
      getEngagementStatus: "effect",
      getExecutionMetrics: "effect",
      getExecution: "effect",
      completeExecution: "effect",
      pauseExecution: "effect",
      resumeExecution: "effect",
      retryExecution: "effect",
      stopExecution: "effect",
      getLinkedInAccountRateLimits: "effect",
      updateLinkedInAccountRateLimits: "effect",
      batchPoll: "effect",
      getRateLimitStatus: "effect",
      listStepExecutions: "effect",
      listStepExecutionsPages: "stream",
      listStepExecutionsAll: "stream",
      updateStepExecution: "effect",
      listTemplates: "effect",
      createTemplate: "effect",
      validateTemplate: "effect",
      getTemplate: "effect",
      updateTemplate: "effect",
      archiveTemplate: "effect",
      duplicateTemplate: "effect",
      getTemplateShares: "effect",
      updateTemplateShares: "effect",
      removeTemplateShare: "effect"
    }
  },
  skills: {
    load: async () => (await import("./skills.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      getAnalytics: "effect",
      listUsage: "effect",
      listUsagePages: "stream",
      listUsageAll: "stream",
      createUsage: "effect",
      updateUsage: "effect",
      get: "effect",
      update: "effect",
      delete: "effect"
    }
  },
  tenant: {
    load: async () => (await import("./tenant.js")).make,
    methods: {
      getCurrent: "effect",
      get: "effect"
    }
  },
  threads: {
    load: async () => (await import("./threads.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      getResponses: "effect",
      getResponsesPages: "stream",
      getResponsesAll: "stream"
    }
  },
  users: {
    load: async () => (await import("./users.js")).make,
    methods: {
      list: "effect",
      listPages: "stream",
      listAll: "stream",
      create: "effect",
      get: "effect",
      update: "effect",
      delete: "effect",
      getResponses: "effect",
      getResponsesPages: "stream",
      getResponsesAll: "stream",
      getThreads: "effect",
      getThreadsPages: "stream",
      getThreadsAll: "stream"
    }
  }
}
