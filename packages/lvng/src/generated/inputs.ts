/**
 * JSON Schemas (2020-12) of the inputs of LVNG platform API (reconstruction): path parameters and parameters as one
 * object.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { JsonSchema } from "@trilum/core/OperationCatalog"

/**
 * The inputs by operation id. `OperationCatalog.inputSchema` adds the definitions that one refers to.
 *
 * @since 0.1.0
 * @category models
 */
export const inputs: Readonly<Record<string, JsonSchema>> = {
  listActivity: {
    additionalProperties: false,
    properties: {
      cursor: {
        description: "Opaque position taken from the previous page's nextCursor; absent on the first call.",
        type: "string"
      },
      limit: { description: "Page size.", type: "integer" }
    },
    type: "object"
  },
  listAgents: {
    additionalProperties: false,
    properties: {
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" }
    },
    type: "object"
  },
  createAgent: {
    properties: {
      avatar: { description: "Picture URL.", type: "string" },
      capabilities: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      description: { type: "string" },
      isPublic: { description: "Readable by everybody.", type: "boolean" },
      metadata: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      model: { type: "string" },
      name: { description: "Display name.", type: "string" },
      systemPrompt: { description: "Behaviour and limits.", type: "string" },
      system_prompt: { description: "Spelling used by the cookbook's raw HTTP calls.", type: "string" },
      tags: { items: { type: "string" }, type: "array" },
      temperature: { type: "number" },
      tools: { description: "Tool names, e.g.", items: { type: "string" }, type: "array" },
      workspaceId: { type: "string" }
    },
    required: ["name"],
    type: "object"
  },
  getAgent: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  updateAgent: {
    properties: {
      avatar: { description: "Picture URL.", type: "string" },
      capabilities: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      description: { type: "string" },
      id: { description: "Identifier of the resource.", type: "string" },
      isPublic: { description: "Readable by everybody.", type: "boolean" },
      metadata: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      model: { type: "string" },
      name: { description: "Display name.", type: "string" },
      systemPrompt: { description: "Behaviour and limits.", type: "string" },
      tags: { items: { type: "string" }, type: "array" },
      temperature: { type: "number" },
      tools: { description: "Tool names, e.g.", items: { type: "string" }, type: "array" },
      workspaceId: { type: "string" }
    },
    required: ["id"],
    type: "object"
  },
  deleteAgent: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  duplicateAgent: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  messageAgent: {
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      message: { description: "Prompt for the agent.", type: "string" }
    },
    required: ["id", "message"],
    type: "object"
  },
  startAgent: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  stopAgent: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  getAnalyticsCosts: { additionalProperties: false, type: "object" },
  listApiKeys: { additionalProperties: false, type: "object" },
  createApiKey: {
    additionalProperties: false,
    properties: {
      expires_in_days: { description: "Null: never expires.", type: ["number", "null"] },
      name: { description: "Display name.", type: "string" },
      scopes: { default: ["read", "write", "execute"], items: { $ref: "#/$defs/ApiKeyScope" }, type: "array" }
    },
    required: ["name"],
    type: "object"
  },
  revokeApiKey: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  rotateApiKey: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listArtifacts: {
    additionalProperties: false,
    properties: {
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" },
      status: { $ref: "#/$defs/ArtifactStatus", description: "Filter." },
      type: { $ref: "#/$defs/ArtifactType", description: "Filter." },
      workspace_id: {
        description: "Workspace context of artifact calls; alternative to the x-workspace-id header.",
        type: "string"
      },
      "x-workspace-id": {
        description: "Workspace context of artifact calls; alternative to the workspace_id query parameter.",
        type: "string"
      }
    },
    type: "object"
  },
  createArtifact: {
    properties: {
      content: { type: "string" },
      metadata: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      title: { type: "string" },
      type: {
        description: "Reference values are the ArtifactType enum; cookbook scripts send report and document.",
        type: "string"
      },
      workspace_id: {
        description: "Workspace context of artifact calls; alternative to the x-workspace-id header.",
        type: "string"
      },
      "x-workspace-id": {
        description: "Workspace context of artifact calls; alternative to the workspace_id query parameter.",
        type: "string"
      }
    },
    required: ["content", "title", "type"],
    type: "object"
  },
  getArtifactTypes: { additionalProperties: false, type: "object" },
  getArtifact: {
    additionalProperties: false,
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      workspace_id: {
        description: "Workspace context of artifact calls; alternative to the x-workspace-id header.",
        type: "string"
      },
      "x-workspace-id": {
        description: "Workspace context of artifact calls; alternative to the workspace_id query parameter.",
        type: "string"
      }
    },
    required: ["id"],
    type: "object"
  },
  updateArtifact: {
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      workspace_id: {
        description: "Workspace context of artifact calls; alternative to the x-workspace-id header.",
        type: "string"
      },
      "x-workspace-id": {
        description: "Workspace context of artifact calls; alternative to the workspace_id query parameter.",
        type: "string"
      }
    },
    required: ["id"],
    type: "object"
  },
  deleteArtifact: {
    additionalProperties: false,
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      workspace_id: {
        description: "Workspace context of artifact calls; alternative to the x-workspace-id header.",
        type: "string"
      },
      "x-workspace-id": {
        description: "Workspace context of artifact calls; alternative to the workspace_id query parameter.",
        type: "string"
      }
    },
    required: ["id"],
    type: "object"
  },
  addArtifactComment: {
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      workspace_id: {
        description: "Workspace context of artifact calls; alternative to the x-workspace-id header.",
        type: "string"
      },
      "x-workspace-id": {
        description: "Workspace context of artifact calls; alternative to the workspace_id query parameter.",
        type: "string"
      }
    },
    required: ["id"],
    type: "object"
  },
  supersedeArtifact: {
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      workspace_id: {
        description: "Workspace context of artifact calls; alternative to the x-workspace-id header.",
        type: "string"
      },
      "x-workspace-id": {
        description: "Workspace context of artifact calls; alternative to the workspace_id query parameter.",
        type: "string"
      }
    },
    required: ["id"],
    type: "object"
  },
  listAuditLog: {
    additionalProperties: false,
    properties: {
      cursor: {
        description: "Opaque position taken from the previous page's nextCursor; absent on the first call.",
        type: "string"
      },
      limit: { description: "Page size.", type: "integer" }
    },
    type: "object"
  },
  listSpendingAlerts: { additionalProperties: false, type: "object" },
  createSpendingAlert: { type: "object" },
  getAutoReload: { additionalProperties: false, type: "object" },
  updateAutoReload: {
    properties: {
      enabled: { type: "boolean" },
      payment_method_id: { type: ["string", "null"] },
      reload_amount: { type: "number" },
      threshold_credits: { description: "Top up below this.", type: "number" }
    },
    type: "object"
  },
  getBillingBalance: { additionalProperties: false, type: "object" },
  listInvoices: { additionalProperties: false, type: "object" },
  listPaymentMethods: { additionalProperties: false, type: "object" },
  getBillingUsageChart: {
    additionalProperties: false,
    properties: {
      end: { description: "ISO 8601 date.", type: "string" },
      granularity: { default: "day", description: "Bucket.", enum: ["day", "week"], type: "string" },
      start: { description: "ISO 8601 date.", type: "string" }
    },
    required: ["start", "end"],
    type: "object"
  },
  listCalendarEvents: {
    additionalProperties: false,
    properties: {
      end: { description: "To; thirty days ahead by default.", format: "date-time", type: "string" },
      maxResults: { default: 50, description: "Per provider.", type: "number" },
      start: { description: "From; now by default.", format: "date-time", type: "string" }
    },
    type: "object"
  },
  listCanvasCards: {
    additionalProperties: false,
    properties: { folder_id: { description: "Only this folder.", type: "string" } },
    type: "object"
  },
  createCanvasCard: {
    additionalProperties: false,
    properties: {
      content: { default: "", type: "string" },
      folder_id: { type: ["string", "null"] },
      metadata: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      position: { $ref: "#/$defs/Position" },
      type: { description: "Kind of card.", type: "string" }
    },
    required: ["type"],
    type: "object"
  },
  updateCanvasCard: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteCanvasCard: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listCanvasFolders: { additionalProperties: false, type: "object" },
  createCanvasFolder: { type: "object" },
  listChannels: {
    additionalProperties: false,
    properties: {
      is_archived: { description: "Filter on archived state.", type: "boolean" },
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" },
      type: { description: "Filter on channel_type.", type: "string" },
      workspace_id: { description: "Workspace to list.", type: "string" }
    },
    required: ["workspace_id"],
    type: "object"
  },
  createChannel: {
    properties: {
      channel_type: { type: "string" },
      description: { type: "string" },
      display_name: { type: "string" },
      is_private: { description: "Private channels add their creator as a member.", type: "boolean" },
      name: { type: "string" },
      topic: { type: "string" },
      workspace_id: { description: "Owning workspace.", type: "string" }
    },
    required: ["workspace_id"],
    type: "object"
  },
  getChannel: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  updateChannel: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteChannel: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listChannelMembers: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  addChannelMember: {
    properties: { id: { description: "Identifier of the resource.", type: "string" }, user_id: { type: "string" } },
    required: ["id", "user_id"],
    type: "object"
  },
  removeChannelMember: {
    additionalProperties: false,
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      userId: { description: "Identifier of the resource.", type: "string" }
    },
    required: ["id", "userId"],
    type: "object"
  },
  listChannelTwins: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  assignChannelTwin: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  unassignChannelTwin: {
    additionalProperties: false,
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      twinId: { description: "Identifier of the resource.", type: "string" }
    },
    required: ["id", "twinId"],
    type: "object"
  },
  sendChatV1: {
    properties: {
      attachments: { items: { $ref: "#/$defs/ChatAttachment" }, type: "array" },
      channelId: { description: "Channel that scopes history.", type: "string" },
      context: { additionalProperties: {}, description: "Extra context handed to the engine.", type: "object" },
      debug: { default: false, description: "Adds tool-call traces to the reply.", type: "boolean" },
      images: { items: { $ref: "#/$defs/ChatImage" }, type: "array" },
      message: { description: "User text.", type: "string" },
      messageType: {
        default: "chat",
        description: "Routing hint; research switches web search on.",
        enum: ["chat", "research", "image", "video"],
        type: "string"
      },
      model: { description: "Model override.", type: "string" },
      personality: { description: "Forces one twin or agent persona; otherwise routing decides.", type: "string" },
      platform: { default: "api", description: "Where the message comes from.", type: "string" },
      streaming: { default: false, description: "Reserved; use the stream endpoint instead.", type: "boolean" },
      useFirecrawl: { default: false, description: "Turns web search and scraping on for this call.", type: "boolean" },
      userId: { description: "User for context and for the per-user limit.", type: "string" }
    },
    required: ["message"],
    type: "object"
  },
  sendChat: {
    properties: {
      attachments: { items: { $ref: "#/$defs/ChatAttachment" }, type: "array" },
      channelId: { description: "Channel that scopes history.", type: "string" },
      context: { additionalProperties: {}, description: "Extra context handed to the engine.", type: "object" },
      debug: { default: false, description: "Adds tool-call traces to the reply.", type: "boolean" },
      images: { items: { $ref: "#/$defs/ChatImage" }, type: "array" },
      message: { description: "User text.", type: "string" },
      messageType: {
        default: "chat",
        description: "Routing hint; research switches web search on.",
        enum: ["chat", "research", "image", "video"],
        type: "string"
      },
      model: { description: "Model override.", type: "string" },
      personality: { description: "Forces one twin or agent persona; otherwise routing decides.", type: "string" },
      platform: { default: "api", description: "Where the message comes from.", type: "string" },
      streaming: { default: false, description: "Reserved; use the stream endpoint instead.", type: "boolean" },
      useFirecrawl: { default: false, description: "Turns web search and scraping on for this call.", type: "boolean" },
      userId: { description: "User for context and for the per-user limit.", type: "string" }
    },
    required: ["message"],
    type: "object"
  },
  streamChat: {
    properties: {
      attachments: { items: { $ref: "#/$defs/ChatAttachment" }, type: "array" },
      channelId: { description: "Channel that scopes history.", type: "string" },
      context: { additionalProperties: {}, description: "Extra context handed to the engine.", type: "object" },
      debug: { default: false, description: "Adds tool-call traces to the reply.", type: "boolean" },
      images: { items: { $ref: "#/$defs/ChatImage" }, type: "array" },
      message: { description: "User text.", type: "string" },
      messageType: {
        default: "chat",
        description: "Routing hint; research switches web search on.",
        enum: ["chat", "research", "image", "video"],
        type: "string"
      },
      model: { description: "Model override.", type: "string" },
      personality: { description: "Forces one twin or agent persona; otherwise routing decides.", type: "string" },
      platform: { default: "api", description: "Where the message comes from.", type: "string" },
      streaming: { default: false, description: "Reserved; use the stream endpoint instead.", type: "boolean" },
      useFirecrawl: { default: false, description: "Turns web search and scraping on for this call.", type: "boolean" },
      userId: { description: "User for context and for the per-user limit.", type: "string" }
    },
    required: ["message"],
    type: "object"
  },
  listContacts: {
    additionalProperties: false,
    properties: {
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" }
    },
    type: "object"
  },
  createContact: {
    additionalProperties: false,
    properties: {
      company: { type: "string" },
      email: { description: "Unique per user.", type: "string" },
      name: { description: "Full name.", type: "string" },
      notes: { type: "string" },
      phone: { type: "string" },
      source: { default: "manual", enum: ["meeting", "message", "manual"], type: "string" },
      tags: { items: { type: "string" }, type: "array" },
      title: { description: "Job title.", type: "string" }
    },
    required: ["name"],
    type: "object"
  },
  extractContacts: { type: "object" },
  mergeContacts: { type: "object" },
  getContact: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  updateContact: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteContact: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listContactInteractions: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listContactRelationships: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listConversations: {
    additionalProperties: false,
    properties: {
      archived: { description: "Include archived ones.", type: "boolean" },
      cursor: {
        description: "Opaque position taken from the previous page's nextCursor; absent on the first call.",
        type: "string"
      },
      limit: { default: 20, description: "Page size.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      type: { description: "direct, group or project.", type: "string" },
      unread: { description: "Only with unread messages.", type: "boolean" }
    },
    type: "object"
  },
  createConversation: { type: "object" },
  updateConversation: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteConversation: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  upsertConversationMember: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listConversationMessages: {
    additionalProperties: false,
    properties: {
      cursor: {
        description: "Opaque position taken from the previous page's nextCursor; absent on the first call.",
        type: "string"
      },
      id: { description: "Identifier of the resource.", type: "string" },
      limit: { description: "Page size.", type: "integer" }
    },
    required: ["id"],
    type: "object"
  },
  markConversationRead: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  getApiKeyUsage: {
    additionalProperties: false,
    properties: {
      days: { default: 7, description: "Days to cover.", type: "integer" },
      id: { description: "Identifier of the resource.", type: "string" }
    },
    required: ["id"],
    type: "object"
  },
  listDeveloperEvents: {
    additionalProperties: false,
    properties: {
      cursor: {
        description: "Opaque position taken from the previous page's nextCursor; absent on the first call.",
        type: "string"
      },
      limit: { description: "Page size.", type: "integer" }
    },
    type: "object"
  },
  listWebhooks: { additionalProperties: false, type: "object" },
  createWebhook: {
    additionalProperties: false,
    properties: {
      description: { type: "string" },
      events: { items: { $ref: "#/$defs/WebhookEventType" }, type: "array" },
      url: { description: "HTTP or HTTPS address.", type: "string" }
    },
    required: ["events", "url"],
    type: "object"
  },
  updateWebhook: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteWebhook: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listWebhookDeliveries: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  testWebhook: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listEmails: {
    additionalProperties: false,
    properties: {
      limit: { default: 50, description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" },
      search: { description: "Subject or recipient.", type: "string" },
      status: { description: "Delivery status.", type: "string" },
      workspace_id: { description: "Filter.", type: "string" }
    },
    type: "object"
  },
  previewEmail: {
    additionalProperties: false,
    properties: { token: { description: "Identifier of the resource.", type: "string" } },
    required: ["token"],
    type: "object"
  },
  sendEmail: {
    properties: {
      html: { type: "string" },
      subject: { type: "string" },
      text: { type: "string" },
      to: { items: { type: "string" }, type: "array" }
    },
    type: "object"
  },
  getEmail: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteEmail: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listPlatformIntegrations: { additionalProperties: false, type: "object" },
  getInvitationByToken: {
    additionalProperties: false,
    properties: { token: { description: "Identifier of the resource.", type: "string" } },
    required: ["token"],
    type: "object"
  },
  acceptInvitation: {
    additionalProperties: false,
    properties: { token: { description: "Identifier of the resource.", type: "string" } },
    required: ["token"],
    type: "object"
  },
  listInvitations: {
    additionalProperties: false,
    properties: { workspaceId: { description: "Identifier of the resource.", type: "string" } },
    required: ["workspaceId"],
    type: "object"
  },
  createInvitation: {
    additionalProperties: false,
    properties: {
      email: { description: "Leave out to get a link that anyone can use.", type: "string" },
      expirationDays: { default: 7, type: "number" },
      role: { default: "member", enum: ["admin", "member"], type: "string" },
      workspaceId: { description: "Identifier of the resource.", type: "string" }
    },
    required: ["workspaceId"],
    type: "object"
  },
  revokeInvitation: {
    additionalProperties: false,
    properties: {
      invitationId: { description: "Identifier of the resource.", type: "string" },
      workspaceId: { description: "Identifier of the resource.", type: "string" }
    },
    required: ["workspaceId", "invitationId"],
    type: "object"
  },
  listKnowledgeEntities: {
    additionalProperties: false,
    properties: {
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" }
    },
    type: "object"
  },
  getKnowledgeGraphStatistics: { additionalProperties: false, type: "object" },
  getKnowledgeHealth: { additionalProperties: false, type: "object" },
  searchKnowledge: {
    properties: { limit: { type: "integer" }, query: { type: "string" } },
    required: ["query"],
    type: "object"
  },
  getKnowledgeStats: { additionalProperties: false, type: "object" },
  uploadKnowledge: {
    properties: { content: { type: "string" }, title: { type: "string" }, type: { type: "string" } },
    required: ["content", "title"],
    type: "object"
  },
  listMcpServers: {
    additionalProperties: false,
    properties: {
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" }
    },
    type: "object"
  },
  registerMcpServer: {
    additionalProperties: false,
    properties: {
      config: { $ref: "#/$defs/McpConfig" },
      description: { type: "string" },
      isEnabled: { default: true, type: "boolean" },
      metadata: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      name: { type: "string" },
      tags: { items: { type: "string" }, type: "array" },
      type: { enum: ["stdio", "sse", "websocket"], type: "string" },
      workspaceId: { type: "string" }
    },
    required: ["name", "type"],
    type: "object"
  },
  getMcpServer: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  updateMcpServer: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteMcpServer: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  getMcpServerHealth: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  refreshMcpServerTools: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listMessages: {
    additionalProperties: false,
    properties: {
      channel_id: { description: "Channel to read.", type: "string" },
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" }
    },
    type: "object"
  },
  createMessage: {
    additionalProperties: false,
    properties: {
      ai_twin_id: { description: "Twin that speaks.", type: "string" },
      attachments: { items: { additionalProperties: {}, type: "object" }, type: "array" },
      channel_id: { description: "Target channel.", type: "string" },
      content: { description: "Text, Markdown allowed.", type: "string" },
      content_type: { default: "text", type: "string" },
      conversation_id: { type: "string" },
      metadata: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      parent_message_id: { description: "Makes the message a thread reply.", type: "string" },
      user_id: { description: "Author; defaults to the authenticated user.", type: "string" }
    },
    required: ["channel_id", "content"],
    type: "object"
  },
  sendMessage: {
    additionalProperties: false,
    properties: {
      ai_twin_id: { description: "Twin that speaks.", type: "string" },
      attachments: { items: { additionalProperties: {}, type: "object" }, type: "array" },
      channel_id: { description: "Target channel.", type: "string" },
      content: { description: "Text, Markdown allowed.", type: "string" },
      content_type: { default: "text", type: "string" },
      conversation_id: { type: "string" },
      metadata: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      parent_message_id: { description: "Makes the message a thread reply.", type: "string" },
      user_id: { description: "Author; defaults to the authenticated user.", type: "string" }
    },
    required: ["channel_id", "content"],
    type: "object"
  },
  summarizeMessages: { properties: { channel_id: { type: "string" } }, type: "object" },
  uploadMessageFile: {
    additionalProperties: false,
    properties: { file: { description: "The file.", format: "binary", type: "string" } },
    required: ["file"],
    type: "object"
  },
  getMessage: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  updateMessage: {
    properties: {
      content: { type: "string" },
      id: { description: "Identifier of the resource.", type: "string" },
      metadata: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" }
    },
    required: ["id"],
    type: "object"
  },
  deleteMessage: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  addMessageReaction: {
    properties: { emoji: { type: "string" }, id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id", "emoji"],
    type: "object"
  },
  removeMessageReaction: {
    additionalProperties: false,
    properties: {
      emoji: { description: "Identifier of the resource.", type: "string" },
      id: { description: "Identifier of the resource.", type: "string" }
    },
    required: ["id", "emoji"],
    type: "object"
  },
  getMessageThread: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  completeOnboarding: { additionalProperties: false, type: "object" },
  saveOnboardingProfile: { type: "object" },
  startOnboarding: { additionalProperties: false, type: "object" },
  getOnboardingStatus: { additionalProperties: false, type: "object" },
  createOnboardingWorkspace: { type: "object" },
  executeOoda: {
    properties: {
      goal: { description: "Stop condition; defaults to the task.", type: "string" },
      maxIterations: { default: 5, type: "integer" },
      personalityHint: { description: "Persona hint.", type: "string" },
      rollingWindowSize: { default: 5, description: "Iterations kept in working memory.", type: "integer" },
      task: { description: "What to analyse.", type: "string" }
    },
    required: ["task"],
    type: "object"
  },
  getOodaStatus: { additionalProperties: false, type: "object" },
  listPlatformConnections: { additionalProperties: false, type: "object" },
  updatePlatformConnectionConfig: {
    properties: {
      autoReply: { default: false, type: "boolean" },
      id: { description: "Identifier of the resource.", type: "string" },
      ingestMessages: { default: false, type: "boolean" },
      selectedChannels: { default: [], items: { type: "string" }, type: "array" }
    },
    required: ["id"],
    type: "object"
  },
  importPlatformHistory: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  connectPlatform: {
    properties: {
      config: { $ref: "#/$defs/ConnectionConfig" },
      platform: { description: "Identifier of the resource.", type: "string" }
    },
    required: ["platform"],
    type: "object"
  },
  getAiMode: {
    additionalProperties: false,
    properties: { workspaceId: { description: "Workspace-specific mode when set.", type: "string" } },
    type: "object"
  },
  setAiMode: {
    additionalProperties: false,
    properties: {
      customConfig: {
        additionalProperties: {},
        description: "Model, temperature and so on when mode is custom.",
        type: "object"
      },
      mode: { $ref: "#/$defs/AiModeName" },
      workspaceId: { description: "Leave out for the global setting.", type: "string" }
    },
    required: ["mode"],
    type: "object"
  },
  searchAll: {
    additionalProperties: false,
    properties: {
      filters: { $ref: "#/$defs/SearchFilters" },
      limit: { default: 20, type: "integer" },
      query: { type: "string" },
      sources: {
        default: ["notes", "channels", "messages", "knowledge"],
        items: { enum: ["notes", "channels", "messages", "knowledge"], type: "string" },
        type: "array"
      },
      useSemanticSearch: { default: true, type: "boolean" }
    },
    required: ["query"],
    type: "object"
  },
  getSettings: { additionalProperties: false, type: "object" },
  updateSettings: {
    properties: {
      accessibility: { $ref: "#/$defs/UserSettingsAccessibility" },
      appearance: { $ref: "#/$defs/UserSettingsAppearance" },
      chat: { $ref: "#/$defs/UserSettingsChat" },
      integrations: { $ref: "#/$defs/UserSettingsIntegrations" },
      notifications: { $ref: "#/$defs/UserSettingsNotifications" },
      privacy: { $ref: "#/$defs/UserSettingsPrivacy" },
      voice: { $ref: "#/$defs/UserSettingsVoice" }
    },
    type: "object"
  },
  listTools: {
    additionalProperties: false,
    properties: {
      category: {
        description: "Filter.",
        enum: ["web", "email", "ai", "apps", "data", "agent", "meta"],
        type: "string"
      },
      mode: {
        default: "full",
        description: "deferred leaves inputSchema out.",
        enum: ["full", "deferred"],
        type: "string"
      }
    },
    type: "object"
  },
  getTool: {
    additionalProperties: false,
    properties: { name: { description: "Identifier of the resource.", type: "string" } },
    required: ["name"],
    type: "object"
  },
  executeTool: {
    properties: {
      input: {
        additionalProperties: {},
        description: "Checked against the tool's inputSchema before it runs.",
        type: "object"
      },
      name: { description: "Identifier of the resource.", type: "string" }
    },
    required: ["name", "input"],
    type: "object"
  },
  listWorkspaceTwins: { additionalProperties: false, type: "object" },
  addWorkspaceTwin: { type: "object" },
  listAvailableTwins: {
    additionalProperties: false,
    properties: {
      category: {
        description: "Filter.",
        enum: [
          "Visionary",
          "Innovator",
          "Advisor",
          "Designer",
          "Engineer",
          "Scientist",
          "Writer",
          "Philosopher",
          "Expert"
        ],
        type: "string"
      },
      page: { default: 1, description: "Page number.", type: "integer" },
      page_size: { default: 20, description: "Twins per page.", type: "integer" },
      search: { description: "Matches name, description and expertise.", type: "string" }
    },
    type: "object"
  },
  configureWorkspaceTwin: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listVoiceNotes: {
    additionalProperties: false,
    properties: {
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" }
    },
    type: "object"
  },
  createVoiceNote: {
    additionalProperties: false,
    properties: {
      audioUrl: { description: "Audio that has already been uploaded.", type: "string" },
      duration: { default: 0, description: "Seconds.", type: "number" },
      metadata: { additionalProperties: {}, description: "Free-form JSON object.", type: "object" },
      mimeType: { default: "audio/webm", type: "string" },
      tags: { items: { type: "string" }, type: "array" },
      title: { description: "Generated from the date when absent.", type: "string" },
      workspaceId: { type: "string" }
    },
    required: ["audioUrl"],
    type: "object"
  },
  getVoiceNote: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteVoiceNote: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  transcribeVoiceNote: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listWorkflows: {
    additionalProperties: false,
    properties: {
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" }
    },
    type: "object"
  },
  createWorkflow: { type: "object" },
  getWorkflowsHealth: { additionalProperties: false, type: "object" },
  parseWorkflow: {
    additionalProperties: false,
    properties: { body: { $ref: "#/$defs/WorkflowParseRequest", description: "The whole body." } },
    required: ["body"],
    type: "object"
  },
  getWorkflow: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  updateWorkflow: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteWorkflow: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  executeWorkflow: {
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      inputs: { additionalProperties: {}, description: "Named inputs.", type: "object" }
    },
    required: ["id"],
    type: "object"
  },
  listWorkflowRuns: {
    additionalProperties: false,
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      limit: { description: "Page size.", type: "integer" },
      offset: { description: "Rows to skip.", type: "integer" }
    },
    required: ["id"],
    type: "object"
  },
  getWorkflowRun: {
    additionalProperties: false,
    properties: {
      id: { description: "Identifier of the resource.", type: "string" },
      runId: { description: "Identifier of the resource.", type: "string" }
    },
    required: ["id", "runId"],
    type: "object"
  },
  scheduleWorkflow: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listWorkspaces: { additionalProperties: false, type: "object" },
  createWorkspace: {
    properties: {
      description: { type: "string" },
      name: { description: "Display name.", type: "string" },
      slug: { description: "URL-safe name: lower-case letters, digits and hyphens.", type: "string" }
    },
    required: ["name", "slug"],
    type: "object"
  },
  getWorkspacesHealth: { additionalProperties: false, type: "object" },
  getWorkspace: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  updateWorkspace: {
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  deleteWorkspace: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  },
  listWorkspaceMembers: {
    additionalProperties: false,
    properties: { id: { description: "Identifier of the resource.", type: "string" } },
    required: ["id"],
    type: "object"
  }
}

/**
 * What `#/$defs/` refers to in the inputs.
 *
 * @since 0.1.0
 * @category models
 */
export const definitions: Readonly<Record<string, JsonSchema>> = {
  AiModeName: { enum: ["economy", "balanced", "quality", "max", "speed", "custom"], type: "string" },
  ApiKeyScope: { enum: ["read", "write", "execute", "admin", "knowledge:read", "knowledge:write"], type: "string" },
  ArtifactStatus: { enum: ["draft", "pending_review", "approved", "rejected", "superseded"], type: "string" },
  ArtifactType: {
    enum: [
      "task_plan",
      "implementation_plan",
      "walkthrough",
      "verification_proof",
      "decision_record",
      "plan_mode",
      "code_change",
      "research_summary"
    ],
    type: "string"
  },
  ChatAttachment: {
    additionalProperties: false,
    description: "File reference; the server extracts its text into the message context.",
    properties: {
      id: { type: "string" },
      name: { type: "string" },
      size: { description: "Bytes.", type: "integer" },
      type: { description: "MIME type.", type: "string" },
      url: { type: "string" }
    },
    type: "object"
  },
  ChatImage: {
    additionalProperties: false,
    description: "Inline picture for vision models.",
    properties: { base64: { type: "string" }, filename: { type: "string" }, mediaType: { type: "string" } },
    required: ["base64", "mediaType"],
    type: "object"
  },
  ConnectionConfig: {
    properties: {
      autoReply: { default: false, type: "boolean" },
      ingestMessages: { default: false, type: "boolean" },
      selectedChannels: { default: [], items: { type: "string" }, type: "array" }
    },
    type: "object"
  },
  McpConfig: {
    additionalProperties: false,
    properties: {
      args: { items: { type: "string" }, type: "array" },
      command: { description: "Needed for stdio.", type: "string" },
      env: { additionalProperties: { type: "string" }, type: "object" },
      headers: { additionalProperties: { type: "string" }, type: "object" },
      url: { description: "Needed for sse and websocket.", type: "string" }
    },
    type: "object"
  },
  Position: {
    additionalProperties: false,
    properties: { x: { default: 0, type: "number" }, y: { default: 0, type: "number" } },
    required: ["x", "y"],
    type: "object"
  },
  SearchFilters: {
    additionalProperties: false,
    properties: {
      channelIds: { description: "Messages only.", items: { type: "string" }, type: "array" },
      dateRange: { description: "1h, 24h, 7d, 30d or an ISO 8601 date.", type: "string" },
      tags: { description: "Notes only.", items: { type: "string" }, type: "array" },
      workspace: { type: "string" }
    },
    type: "object"
  },
  UserSettingsAccessibility: {
    additionalProperties: false,
    properties: {
      highContrast: { type: "boolean" },
      keyboardShortcuts: { type: "boolean" },
      reduceMotion: { type: "boolean" },
      screenReaderOptimized: { type: "boolean" }
    },
    type: "object"
  },
  UserSettingsAppearance: {
    additionalProperties: false,
    properties: {
      accentColor: { type: "string" },
      compactMode: { type: "boolean" },
      fontSize: { type: "string" },
      sidebarCollapsed: { type: "boolean" },
      theme: { type: "string" }
    },
    type: "object"
  },
  UserSettingsChat: {
    additionalProperties: false,
    properties: {
      defaultPersonality: { type: "string" },
      enterToSend: { type: "boolean" },
      messageGrouping: { type: "boolean" },
      showAvatars: { type: "boolean" },
      showTimestamps: { type: "boolean" },
      streamResponses: { type: "boolean" }
    },
    type: "object"
  },
  UserSettingsIntegrations: {
    additionalProperties: false,
    properties: {
      connectedPlatforms: { items: { type: "string" }, type: "array" },
      defaultExportFormat: { type: "string" }
    },
    type: "object"
  },
  UserSettingsNotifications: {
    additionalProperties: false,
    properties: {
      desktop: { type: "boolean" },
      directMessages: { type: "boolean" },
      email: { type: "boolean" },
      enabled: { type: "boolean" },
      mentions: { type: "boolean" },
      quietHoursEnabled: { type: "boolean" },
      quietHoursEnd: { type: "string" },
      quietHoursStart: { type: "string" },
      soundEnabled: { type: "boolean" },
      workflowUpdates: { type: "boolean" }
    },
    type: "object"
  },
  UserSettingsPrivacy: {
    additionalProperties: false,
    properties: {
      activityStatus: { type: "string" },
      readReceipts: { type: "boolean" },
      shareAnalytics: { type: "boolean" }
    },
    type: "object"
  },
  UserSettingsVoice: {
    additionalProperties: false,
    properties: {
      autoTranscribe: { type: "boolean" },
      language: { type: "string" },
      saveRecordings: { type: "boolean" }
    },
    type: "object"
  },
  WebhookEventType: {
    description:
      "Union of the two published lists; the developer reference names the first six, the webhook guide the rest plus agent.completed, workflow.completed and message.created.",
    enum: [
      "agent.completed",
      "workflow.completed",
      "message.created",
      "credit.low",
      "swarm.spawn",
      "knowledge.indexed",
      "message.updated",
      "message.deleted",
      "agent.started",
      "agent.error",
      "workflow.started",
      "workflow.failed",
      "member.joined",
      "member.left"
    ],
    type: "string"
  },
  WorkflowParseRequest: {
    anyOf: [{ $ref: "#/$defs/WorkflowParseRequestOption1" }, { $ref: "#/$defs/WorkflowParseRequestOption2" }],
    description: "The reference page requires instruction; cookbook scripts send description."
  },
  WorkflowParseRequestOption1: {
    additionalProperties: false,
    properties: {
      context: { $ref: "#/$defs/WorkflowParseRequestOption1Context" },
      instruction: { description: "Plain-language description.", type: "string" }
    },
    required: ["instruction"],
    type: "object"
  },
  WorkflowParseRequestOption1Context: {
    properties: { availableTools: { items: { type: "string" }, type: "array" }, organizationId: { type: "string" } },
    type: "object"
  },
  WorkflowParseRequestOption2: {
    additionalProperties: false,
    properties: { description: { type: "string" } },
    required: ["description"],
    type: "object"
  }
}
