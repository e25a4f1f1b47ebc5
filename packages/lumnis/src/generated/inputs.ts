/**
 * JSON Schemas (2020-12) of the inputs of Lumnis AI REST API (wire contract): path parameters and parameters as one
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
  listAssets: {
    additionalProperties: false,
    properties: {
      active_only: { description: "Only active rows.", type: "boolean" },
      campaign_id: { description: "Campaign id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  createAsset: {
    additionalProperties: false,
    properties: {
      key: { description: "Key of the asset.", type: "string" },
      name: { description: "Name.", type: "string" },
      type: { $ref: "#/$defs/OutreachAssetType" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" },
      value: { description: "Value of the asset.", type: "string" }
    },
    required: ["key", "name", "value"],
    type: "object"
  },
  getAsset: {
    additionalProperties: false,
    properties: {
      asset_id: { description: "Asset id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["asset_id"],
    type: "object"
  },
  updateAsset: {
    additionalProperties: false,
    properties: {
      asset_id: { description: "Asset id.", type: "string" },
      is_active: { description: "false switches it off.", type: "boolean" },
      name: { description: "Name.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" },
      value: { description: "Value of the asset.", type: "string" }
    },
    required: ["asset_id"],
    type: "object"
  },
  deactivateAsset: {
    additionalProperties: false,
    properties: {
      asset_id: { description: "Asset id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["asset_id"],
    type: "object"
  },
  listCampaigns: {
    additionalProperties: false,
    properties: {
      project_id: { description: "Project id.", type: "string" },
      status: { $ref: "#/$defs/CampaignStatus", description: "Only rows in this status." },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  createCampaign: {
    additionalProperties: false,
    properties: {
      approval_settings: { $ref: "#/$defs/ApprovalSettings" },
      company_context: { description: "What the company does, for the agent.", type: "string" },
      email_persona_id: { description: "Sender persona for email.", type: "string" },
      goal: { description: "Goal of the campaign.", type: "string" },
      guardrails: { $ref: "#/$defs/CampaignGuardrails" },
      max_prospects: { description: "Most prospects the campaign takes.", type: "integer" },
      name: { description: "Name.", type: "string" },
      organization_id: { description: "Id of the organisation.", type: "string" },
      playbook_id: { description: "Playbook id.", type: "string" },
      playbook_version: { description: "Version of the playbook.", type: "integer" },
      project_id: { description: "Project id.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["name", "playbook_id"],
    type: "object"
  },
  approveCampaignAction: {
    additionalProperties: false,
    properties: {
      action_id: { description: "Id of the campaign action.", type: "string" },
      modified_content: { description: "Text to send instead of the proposed one.", type: "string" },
      modified_subject: { description: "Subject to send instead of the proposed one.", type: "string" },
      notes: { description: "Notes for the log.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["action_id"],
    type: "object"
  },
  cancelQueuedCampaignAction: {
    additionalProperties: false,
    properties: {
      action_id: { description: "Id of the campaign action.", type: "string" },
      reason: { description: "Why, for the log.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["action_id"],
    type: "object"
  },
  editQueuedCampaignAction: {
    additionalProperties: false,
    properties: {
      action_id: { description: "Id of the campaign action.", type: "string" },
      content: { description: "Text of the message.", type: "string" },
      subject: { description: "Subject line.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["action_id", "content"],
    type: "object"
  },
  pauseQueuedCampaignAction: {
    additionalProperties: false,
    properties: {
      action_id: { description: "Id of the campaign action.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["action_id"],
    type: "object"
  },
  recordCampaignOutcome: {
    additionalProperties: false,
    properties: {
      action_id: { description: "Id of the campaign action.", type: "string" },
      notes: { description: "Notes for the log.", type: "string" },
      outcome: { $ref: "#/$defs/CampaignOutcome" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["action_id", "outcome"],
    type: "object"
  },
  rejectCampaignAction: {
    additionalProperties: false,
    properties: {
      action_id: { description: "Id of the campaign action.", type: "string" },
      reason: { description: "Why, for the log.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["action_id", "reason"],
    type: "object"
  },
  resumeQueuedCampaignAction: {
    additionalProperties: false,
    properties: {
      action_id: { description: "Id of the campaign action.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["action_id"],
    type: "object"
  },
  skipCampaignAction: {
    additionalProperties: false,
    properties: {
      action_id: { description: "Id of the campaign action.", type: "string" },
      reason: { description: "Why, for the log.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["action_id"],
    type: "object"
  },
  listCampaignApprovals: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      limit: { description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" }
    },
    type: "object"
  },
  bulkCampaignApprovals: {
    additionalProperties: false,
    properties: {
      items: {
        description: "Entries, one object each.",
        items: { $ref: "#/$defs/CampaignBulkApprovalItem" },
        type: "array"
      },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["items"],
    type: "object"
  },
  listPlaybooks: {
    additionalProperties: false,
    properties: {
      active_only: { description: "Only active rows.", type: "boolean" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  createPlaybook: {
    additionalProperties: false,
    properties: {
      content: { description: "Rules and texts of the playbook.", type: "string" },
      examples: {
        description: "Examples for the agent.",
        items: { additionalProperties: {}, type: "object" },
        type: "array"
      },
      generated_from: {
        additionalProperties: {},
        description: "What the playbook was generated from.",
        type: "object"
      },
      name: { description: "Name.", type: "string" },
      organization_id: { description: "Id of the organisation.", type: "string" },
      source: {
        anyOf: [{ enum: ["manual", "generated", "cloned"] }, { type: "string" }],
        description: "Where the playbook comes from."
      },
      style_preferences: { additionalProperties: {}, description: "Style of the texts.", type: "object" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["content", "name"],
    type: "object"
  },
  generatePlaybook: {
    additionalProperties: false,
    properties: {
      company_context: { description: "What the company does, for the agent.", type: "string" },
      context: { description: "Context for the agent.", type: "string" },
      history_months: { description: "Months of history to read.", type: "integer" },
      max_chats: { description: "Most conversations to read.", type: "integer" },
      model_name: { description: "Model name.", type: "string" },
      playbook_id: { description: "Playbook id.", type: "string" },
      playbook_name: { description: "Name of the new playbook.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    type: "object"
  },
  getPlaybookGenerationStatus: {
    additionalProperties: false,
    properties: { job_id: { description: "Job id.", type: "string" } },
    required: ["job_id"],
    type: "object"
  },
  getPlaybook: {
    additionalProperties: false,
    properties: { playbook_id: { description: "Playbook id.", type: "string" } },
    required: ["playbook_id"],
    type: "object"
  },
  updatePlaybook: {
    additionalProperties: false,
    properties: {
      change_reason: { description: "Why the playbook changes, kept with the version.", type: "string" },
      content: { description: "Rules and texts of the playbook.", type: "string" },
      examples: {
        description: "Examples for the agent.",
        items: { additionalProperties: {}, type: "object" },
        type: "array"
      },
      name: { description: "Name.", type: "string" },
      playbook_id: { description: "Playbook id.", type: "string" },
      style_preferences: { additionalProperties: {}, description: "Style of the texts.", type: "object" }
    },
    required: ["playbook_id"],
    type: "object"
  },
  archivePlaybook: {
    additionalProperties: false,
    properties: { playbook_id: { description: "Playbook id.", type: "string" } },
    required: ["playbook_id"],
    type: "object"
  },
  listPlaybookVersions: {
    additionalProperties: false,
    properties: { playbook_id: { description: "Playbook id.", type: "string" } },
    required: ["playbook_id"],
    type: "object"
  },
  getCampaign: {
    additionalProperties: false,
    properties: { campaign_id: { description: "Campaign id.", type: "string" } },
    required: ["campaign_id"],
    type: "object"
  },
  updateCampaign: {
    additionalProperties: false,
    properties: {
      approval_settings: { $ref: "#/$defs/ApprovalSettings" },
      campaign_id: { description: "Campaign id.", type: "string" },
      company_context: { description: "What the company does, for the agent.", type: "string" },
      email_persona_id: { description: "Sender persona for email.", type: "string" },
      goal: { description: "Goal of the campaign.", type: "string" },
      guardrails: { $ref: "#/$defs/CampaignGuardrails" },
      max_prospects: { description: "Most prospects the campaign takes.", type: "integer" },
      name: { description: "Name.", type: "string" },
      playbook_id: { description: "Playbook id.", type: "string" },
      playbook_version: { description: "Version of the playbook.", type: "integer" }
    },
    required: ["campaign_id"],
    type: "object"
  },
  listCampaignActions: {
    additionalProperties: false,
    properties: {
      action_type: { $ref: "#/$defs/CampaignActionType", description: "Only actions of this type." },
      campaign_id: { description: "Campaign id.", type: "string" },
      limit: { description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      prospect_id: { description: "Prospect id.", type: "string" },
      status: { $ref: "#/$defs/CampaignActionStatus", description: "Only rows in this status." }
    },
    required: ["campaign_id"],
    type: "object"
  },
  listCampaignAssets: {
    additionalProperties: false,
    properties: { campaign_id: { description: "Campaign id.", type: "string" } },
    required: ["campaign_id"],
    type: "object"
  },
  linkCampaignAssets: {
    additionalProperties: false,
    properties: {
      asset_ids: { description: "Asset ids.", items: { type: "string" }, type: "array" },
      campaign_id: { description: "Campaign id.", type: "string" }
    },
    required: ["campaign_id", "asset_ids"],
    type: "object"
  },
  upsertCampaignAssets: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      items: {
        description: "Entries, one object each.",
        items: { $ref: "#/$defs/CampaignAssetUpsertItem" },
        type: "array"
      }
    },
    required: ["campaign_id", "items"],
    type: "object"
  },
  unlinkCampaignAsset: {
    additionalProperties: false,
    properties: {
      asset_id: { description: "Asset id.", type: "string" },
      campaign_id: { description: "Campaign id.", type: "string" }
    },
    required: ["campaign_id", "asset_id"],
    type: "object"
  },
  getCampaignMetrics: {
    additionalProperties: false,
    properties: { campaign_id: { description: "Campaign id.", type: "string" } },
    required: ["campaign_id"],
    type: "object"
  },
  pauseCampaign: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      reason: { description: "Why, for the log.", type: "string" }
    },
    required: ["campaign_id"],
    type: "object"
  },
  listCampaignProspects: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      limit: { description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      state: { $ref: "#/$defs/CampaignProspectState", description: "Only prospects in this state." }
    },
    required: ["campaign_id"],
    type: "object"
  },
  addCampaignProspects: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      prospects: {
        description: "Prospects, one object each.",
        items: { $ref: "#/$defs/CampaignProspectInput" },
        type: "array"
      }
    },
    required: ["campaign_id", "prospects"],
    type: "object"
  },
  pauseCampaignProspects: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      prospect_ids: { description: "Prospect ids.", items: { type: "string" }, type: "array" },
      reason: { description: "Why, for the log.", type: "string" },
      states: {
        description: "Only prospects in these states.",
        items: { $ref: "#/$defs/CampaignProspectState" },
        type: "array"
      }
    },
    required: ["campaign_id"],
    type: "object"
  },
  resumeCampaignProspects: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      prospect_ids: { description: "Prospect ids.", items: { type: "string" }, type: "array" }
    },
    required: ["campaign_id"],
    type: "object"
  },
  transferCampaignProspects: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      prospect_ids: { description: "Prospect ids.", items: { type: "string" }, type: "array" },
      target_campaign_id: { description: "Campaign that receives the prospects.", type: "string" }
    },
    required: ["campaign_id", "target_campaign_id"],
    type: "object"
  },
  getCampaignProspect: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      prospect_id: { description: "Prospect id.", type: "string" }
    },
    required: ["campaign_id", "prospect_id"],
    type: "object"
  },
  removeCampaignProspect: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      prospect_id: { description: "Prospect id.", type: "string" }
    },
    required: ["campaign_id", "prospect_id"],
    type: "object"
  },
  resumeCampaign: {
    additionalProperties: false,
    properties: { campaign_id: { description: "Campaign id.", type: "string" } },
    required: ["campaign_id"],
    type: "object"
  },
  startCampaign: {
    additionalProperties: false,
    properties: { campaign_id: { description: "Campaign id.", type: "string" } },
    required: ["campaign_id"],
    type: "object"
  },
  stopCampaign: {
    additionalProperties: false,
    properties: {
      campaign_id: { description: "Campaign id.", type: "string" },
      reason: { description: "Why, for the log.", type: "string" }
    },
    required: ["campaign_id"],
    type: "object"
  },
  getContactRelationships: {
    additionalProperties: false,
    properties: {
      force_refresh: {
        default: false,
        description: "Computes the ranking anew instead of reading the stored one.",
        type: "boolean"
      },
      limit: { default: 50, description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      provider: { $ref: "#/$defs/ContactRelationshipProvider", default: "auto", description: "Provider, e.g." },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  syncCrmContacts: {
    additionalProperties: false,
    properties: {
      provider: { $ref: "#/$defs/CrmProvider" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["provider"],
    type: "object"
  },
  getCrmContactsSyncStatus: {
    additionalProperties: false,
    properties: {
      provider: { $ref: "#/$defs/CrmProvider", description: "Provider, e.g." },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["provider"],
    type: "object"
  },
  listCrmExclusionGrants: {
    additionalProperties: false,
    properties: { member_user_id: { description: "User UUID or email.", type: "string" } },
    type: "object"
  },
  grantCrmExclusion: {
    additionalProperties: false,
    properties: {
      member_user_id: { description: "User who reads the ledger.", type: "string" },
      owner_user_id: { description: "User who owns the ledger.", type: "string" }
    },
    required: ["member_user_id", "owner_user_id"],
    type: "object"
  },
  revokeCrmExclusion: {
    additionalProperties: false,
    properties: {
      member_user_id: { description: "User who reads the ledger.", type: "string" },
      owner_user_id: { description: "User who owns the ledger.", type: "string" }
    },
    required: ["member_user_id", "owner_user_id"],
    type: "object"
  },
  matchCrmProspects: {
    additionalProperties: false,
    properties: {
      linkedin_urls: { description: "URLs of LinkedIn profiles.", items: { type: "string" }, type: "array" },
      provider: { $ref: "#/$defs/CrmProvider" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["linkedin_urls", "provider"],
    type: "object"
  },
  syncCrmProspect: {
    additionalProperties: false,
    properties: {
      contact: { $ref: "#/$defs/CrmContactInput" },
      custom_fields: {
        additionalProperties: { type: "string" },
        description: "Provider native property names; keys verbatim.",
        type: "object"
      },
      linkedin_url: { description: "URL of the LinkedIn profile.", type: "string" },
      provider: { $ref: "#/$defs/CrmProvider" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["linkedin_url", "provider"],
    type: "object"
  },
  listEmailInboxes: {
    additionalProperties: false,
    properties: {
      kind: { $ref: "#/$defs/InboxKind", default: "byo", description: "Only inboxes of this kind." },
      organization_id: { description: "Id of the email organisation.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  connectEmailInbox: {
    additionalProperties: false,
    properties: {
      app_name: {
        anyOf: [{ enum: ["GOOGLE", "OUTLOOK", "MAIL"] }, { type: "string" }],
        default: "GOOGLE",
        description: "GOOGLE, OUTLOOK or MAIL."
      },
      daily_send_cap: { default: 40, description: "Most messages a day.", type: "integer" },
      organization_id: { description: "Id of the organisation.", type: "string" },
      persona_id: { description: "Persona id.", type: "string" },
      redirect_url: { description: "URL that the browser returns to.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["redirect_url"],
    type: "object"
  },
  onboardEmailOrganization: {
    additionalProperties: false,
    properties: {
      company_description: { description: "What the company does.", type: "string" },
      contact_details: { $ref: "#/$defs/ContactDetailsInput" },
      daily_volume: { description: "Emails a day.", type: "integer" },
      organization_name: { description: "Name of the organisation.", type: "string" },
      physical_address: { description: "Postal address shown in emails.", type: "string" },
      primary_website_url: { description: "Website of the organisation.", type: "string" },
      sender_personas: {
        description: "Senders, one object each.",
        items: { $ref: "#/$defs/SenderPersonaInput" },
        type: "array"
      },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" },
      volume_mode: { description: "How fast the volume grows.", type: "string" }
    },
    required: [
      "contact_details",
      "daily_volume",
      "organization_name",
      "physical_address",
      "primary_website_url",
      "sender_personas"
    ],
    type: "object"
  },
  listEmailOrganizations: {
    additionalProperties: false,
    properties: { user_id: { description: "User UUID or email.", type: "string" } },
    type: "object"
  },
  getEmailHealth: {
    additionalProperties: false,
    properties: {
      org_id: { description: "Id of the email organisation.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id"],
    type: "object"
  },
  updateEmailMailbox: {
    additionalProperties: false,
    properties: {
      daily_send_cap: { description: "Most messages a day.", type: "integer" },
      mailbox_id: { description: "Mailbox id.", type: "string" },
      org_id: { description: "Id of the email organisation.", type: "string" },
      paused: { description: "true pauses the mailbox.", type: "boolean" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id", "mailbox_id"],
    type: "object"
  },
  addEmailMember: {
    additionalProperties: false,
    properties: {
      email: { description: "Email address.", type: "string" },
      org_id: { description: "Id of the email organisation.", type: "string" },
      role: { description: "Role of the member: admin or member.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id", "email"],
    type: "object"
  },
  removeEmailMember: {
    additionalProperties: false,
    properties: {
      member_email: { description: "Email of the member.", type: "string" },
      org_id: { description: "Id of the email organisation.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id", "member_email"],
    type: "object"
  },
  addEmailPersona: {
    additionalProperties: false,
    properties: {
      daily_volume_cap: {
        description: "0 creates a persona without provisioning mailboxes.",
        type: ["integer", "null"]
      },
      first_name: { description: "First name.", type: "string" },
      last_name: { description: "Last name.", type: "string" },
      org_id: { description: "Id of the email organisation.", type: "string" },
      title: { description: "Job title.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id", "first_name", "last_name"],
    type: "object"
  },
  updateEmailPersona: {
    additionalProperties: false,
    properties: {
      daily_volume_cap: { description: "Absent: no change (read).", type: ["integer", "null"] },
      org_id: { description: "Id of the email organisation.", type: "string" },
      persona_id: { description: "Persona id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id", "persona_id"],
    type: "object"
  },
  getEmailSettings: {
    additionalProperties: false,
    properties: {
      org_id: { description: "Id of the email organisation.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id"],
    type: "object"
  },
  updateEmailSettings: {
    additionalProperties: false,
    properties: {
      daily_volume: { description: "Emails a day.", type: "integer" },
      org_id: { description: "Id of the email organisation.", type: "string" },
      physical_address: { description: "Postal address shown in emails.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id"],
    type: "object"
  },
  getEmailOnboardingStatus: {
    additionalProperties: false,
    properties: {
      org_id: { description: "Id of the email organisation.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id"],
    type: "object"
  },
  teardownEmailOrganization: {
    properties: {
      org_id: { description: "Id of the email organisation.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["org_id"],
    type: "object"
  },
  enrichContacts: {
    additionalProperties: false,
    properties: {
      deep_web_fallback: {
        default: true,
        description: "Searches the web when no source knows the person.",
        type: "boolean"
      },
      enrich_mobile: { default: false, description: "Also mobile numbers.", type: "boolean" },
      only_verified_email: { default: true, description: "Only verified email addresses.", type: "boolean" },
      only_verified_mobile: { default: false, description: "Only verified mobile numbers.", type: "boolean" },
      prospects: {
        description: "Prospects, one object each.",
        items: { $ref: "#/$defs/ContactEnrichPersonInput" },
        type: "array"
      }
    },
    required: ["prospects"],
    type: "object"
  },
  listExternalApiKeys: {
    additionalProperties: false,
    properties: { user_id: { description: "Only keys of this user.", type: "string" } },
    type: "object"
  },
  storeExternalApiKey: {
    additionalProperties: false,
    properties: {
      api_key: { description: "The key itself.", type: "string" },
      expires_at: { description: "When the key expires (ISO 8601).", format: "date-time", type: "string" },
      key_name: { description: "Name of the stored key.", type: "string" },
      provider: { $ref: "#/$defs/ApiProvider" },
      user_id: { description: "Not verified against the real service.", type: "string" }
    },
    required: ["api_key", "provider"],
    type: "object"
  },
  getExternalApiKeyMode: { additionalProperties: false, type: "object" },
  setExternalApiKeyMode: {
    additionalProperties: false,
    properties: { mode: { $ref: "#/$defs/ApiKeyMode" } },
    required: ["mode"],
    type: "object"
  },
  getExternalApiKey: {
    additionalProperties: false,
    properties: { key: { description: "Key id to read, provider name to delete.", type: "string" } },
    required: ["key"],
    type: "object"
  },
  deleteExternalApiKey: {
    additionalProperties: false,
    properties: {
      key: { description: "Key id to read, provider name to delete.", type: "string" },
      key_name: { description: "Name of the stored key.", type: "string" },
      user_id: { description: "Only keys of this user.", type: "string" }
    },
    required: ["key"],
    type: "object"
  },
  listFiles: {
    additionalProperties: false,
    properties: {
      file_type: { description: "Extension such as pdf.", type: "string" },
      limit: { default: 20, description: "Rows a page.", type: "integer" },
      page: { default: 1, description: "Page number, from 1.", type: "integer" },
      scope: { $ref: "#/$defs/FileScope", description: "user or tenant." },
      status: { $ref: "#/$defs/ProcessingStatus", description: "Only rows in this status." },
      tags: { type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  bulkDeleteFiles: {
    additionalProperties: false,
    properties: {
      file_ids: { description: "File ids.", items: { type: "string" }, type: "array" },
      hard_delete: { default: true, description: "Deletes the content, too.", type: "boolean" },
      user_id: { description: "Needed for files of user scope.", type: "string" }
    },
    required: ["file_ids"],
    type: "object"
  },
  bulkUploadFiles: {
    additionalProperties: false,
    properties: {
      files: {
        description: "One repeated part named files per file.",
        items: { format: "binary", type: "string" },
        type: "array"
      },
      scope: { $ref: "#/$defs/FileScope" },
      tags: { description: "Tags.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["files", "scope"],
    type: "object"
  },
  searchFiles: {
    additionalProperties: false,
    properties: {
      file_types: { description: "Only files of these types.", items: { type: "string" }, type: "array" },
      limit: { default: 10, description: "Most results.", type: "integer" },
      min_score: { default: 0, description: "Least score of a hit, 0 to 1.", type: "number" },
      query: { description: "Search text.", type: "string" },
      tags: { description: "Tags.", items: { type: "string" }, type: "array" },
      user_id: { description: "User whose files are searched: UUID or email.", type: "string" }
    },
    required: ["query"],
    type: "object"
  },
  getFileStatistics: { additionalProperties: false, type: "object" },
  uploadFile: {
    additionalProperties: false,
    properties: {
      duplicate_handling: {
        $ref: "#/$defs/DuplicateHandling",
        default: "suffix",
        description: "What to do when the name exists."
      },
      file: { description: "The file.", format: "binary", type: "string" },
      scope: { $ref: "#/$defs/FileScope" },
      tags: { type: "string" },
      user_id: { description: "Required when scope is user.", type: "string" }
    },
    required: ["file", "scope"],
    type: "object"
  },
  getFile: {
    additionalProperties: false,
    properties: {
      file_id: { description: "File id.", type: "string" },
      user_id: { description: "Needed for files of user scope.", type: "string" }
    },
    required: ["file_id"],
    type: "object"
  },
  deleteFile: {
    additionalProperties: false,
    properties: {
      file_id: { description: "File id.", type: "string" },
      hard_delete: {
        default: true,
        description: "true deletes the content, too; false only marks the file as deleted.",
        type: "boolean"
      },
      user_id: { description: "Needed for files of user scope.", type: "string" }
    },
    required: ["file_id"],
    type: "object"
  },
  getFileContent: {
    additionalProperties: false,
    properties: {
      content_type: { $ref: "#/$defs/ContentType", description: "Kind of the extracted text." },
      end_line: { description: "Not before start_line.", type: "integer" },
      file_id: { description: "File id.", type: "string" },
      start_line: { description: "First line, from 1.", type: "integer" },
      user_id: { description: "Needed for files of user scope.", type: "string" }
    },
    required: ["file_id"],
    type: "object"
  },
  downloadFile: {
    additionalProperties: false,
    properties: {
      file_id: { description: "File id.", type: "string" },
      user_id: { description: "Needed for files of user scope.", type: "string" }
    },
    required: ["file_id"],
    type: "object"
  },
  updateFileScope: {
    additionalProperties: false,
    properties: {
      file_id: { description: "File id.", type: "string" },
      scope: { $ref: "#/$defs/FileScope" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["file_id", "scope"],
    type: "object"
  },
  getFileStatus: {
    additionalProperties: false,
    properties: {
      file_id: { description: "File id.", type: "string" },
      user_id: { description: "Needed for files of user scope.", type: "string" }
    },
    required: ["file_id"],
    type: "object"
  },
  getHealth: { additionalProperties: false, type: "object" },
  getHealthDetailed: { additionalProperties: false, type: "object" },
  getApiHealth: { additionalProperties: false, type: "object" },
  listApps: {
    additionalProperties: false,
    properties: {
      include_available: { description: "true lists the available apps, too.", type: "boolean" },
      provider: { $ref: "#/$defs/IntegrationProvider" }
    },
    type: "object"
  },
  setAppEnabled: {
    additionalProperties: false,
    properties: {
      app_name: { description: "App name, upper case, e.g.", type: "string" },
      enabled: { description: "true enables the app, false disables it.", type: "boolean" },
      provider: { $ref: "#/$defs/IntegrationProvider" }
    },
    required: ["app_name", "enabled"],
    type: "object"
  },
  isAppEnabled: {
    additionalProperties: false,
    properties: {
      app_name: { description: "App name, upper case, e.g.", type: "string" },
      provider: { $ref: "#/$defs/IntegrationProvider" }
    },
    required: ["app_name"],
    type: "object"
  },
  getConnectionsBatch: {
    additionalProperties: false,
    properties: {
      app_names: { description: "App names, upper case.", items: { type: "string" }, type: "array" },
      include_enabled_status: { default: true, description: "Also whether each app is enabled.", type: "boolean" },
      provider: { $ref: "#/$defs/IntegrationProvider", default: "composio", description: "Provider, e.g." },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["app_names"],
    type: "object"
  },
  handleConnectionCallback: {
    additionalProperties: false,
    properties: {
      code: { description: "Code or state of the OAuth callback.", type: "string" },
      connection_id: { description: "Id of the connection.", type: "string" },
      error: { description: "Error of the OAuth callback.", type: "string" },
      state: { description: "Code or state of the OAuth callback.", type: "string" }
    },
    required: ["connection_id"],
    type: "object"
  },
  disconnectConnection: {
    additionalProperties: false,
    properties: {
      account_id: { description: "Id of the connected account.", type: "string" },
      app_name: { description: "App name, upper case.", type: "string" },
      provider: { $ref: "#/$defs/IntegrationProvider" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["app_name"],
    type: "object"
  },
  initiateConnection: {
    additionalProperties: false,
    properties: {
      app_name: { description: "App name, upper case, e.g.", type: "string" },
      auth_mode: { description: "Reserved.", type: "string" },
      connection_params: { additionalProperties: {}, description: "Reserved; keys verbatim.", type: "object" },
      failure_redirect_url: { description: "URL after a failed connection.", type: "string" },
      integration_id: { description: "Id of the integration.", type: "string" },
      provider: { $ref: "#/$defs/IntegrationProvider" },
      redirect_url: { description: "URL that the browser returns to.", type: "string" },
      success_redirect_url: { description: "URL after a successful connection.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["app_name"],
    type: "object"
  },
  listConnections: {
    additionalProperties: false,
    properties: {
      app_filter: { description: "Comma separated app names.", type: "string" },
      provider: { $ref: "#/$defs/IntegrationProvider" },
      user_id: { description: "UUID or email of the user.", type: "string" }
    },
    required: ["user_id"],
    type: "object"
  },
  getConnectionStatus: {
    additionalProperties: false,
    properties: {
      app_name: { description: "App name, upper case, e.g.", type: "string" },
      include_enabled: { type: "boolean" },
      provider: { $ref: "#/$defs/IntegrationProvider" },
      user_id: { description: "UUID or email of the user.", type: "string" }
    },
    required: ["user_id", "app_name"],
    type: "object"
  },
  deleteLinkedInConnections: {
    additionalProperties: false,
    properties: { user_id: { description: "User UUID or email.", type: "string" } },
    type: "object"
  },
  triggerLinkedInSync: {
    properties: { user_id: { description: "User UUID or email.", type: "string" } },
    type: "object"
  },
  getLinkedInSyncStatus: {
    additionalProperties: false,
    properties: { user_id: { description: "User UUID or email.", type: "string" } },
    type: "object"
  },
  getNonOAuthRequiredFields: {
    additionalProperties: false,
    properties: {
      app_name: { description: "App name, upper case, e.g.", type: "string" },
      auth_scheme: { description: "Authentication scheme of the app.", type: "string" }
    },
    required: ["app_name"],
    type: "object"
  },
  listIntegrationProviders: { additionalProperties: false, type: "object" },
  getIntegrationTools: {
    additionalProperties: false,
    properties: {
      app_filter: { description: "Only tools of these apps.", items: { type: "string" }, type: "array" },
      provider: { $ref: "#/$defs/IntegrationProvider" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    type: "object"
  },
  listMcpServers: {
    additionalProperties: false,
    properties: {
      is_active: { description: "Only active (true) or inactive (false) rows.", type: "boolean" },
      limit: { default: 100, description: "Rows a page.", type: "integer" },
      scope: { description: "Default: all.", enum: ["tenant", "user", "all"], type: "string" },
      skip: { default: 0, description: "Rows to skip.", type: "integer" },
      user_identifier: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  createMcpServer: {
    additionalProperties: false,
    properties: {
      args: { description: "Arguments of the command (stdio).", items: { type: "string" }, type: "array" },
      command: { description: "Needed for stdio.", type: "string" },
      description: { description: "Description for people.", type: "string" },
      env: {
        additionalProperties: { type: "string" },
        description: "Encrypted at rest, never returned; names verbatim.",
        type: "object"
      },
      headers: {
        additionalProperties: { type: "string" },
        description: "Encrypted at rest, never returned; names verbatim.",
        type: "object"
      },
      name: { description: "Name.", type: "string" },
      scope: { $ref: "#/$defs/McpScope" },
      transport: { $ref: "#/$defs/McpTransport" },
      url: { description: "Needed for streamable_http and sse; must start with http:// or https://.", type: "string" },
      user_identifier: { description: "User UUID or email.", type: "string" }
    },
    required: ["name", "scope", "transport"],
    type: "object"
  },
  testMcpServerConfig: {
    additionalProperties: false,
    properties: {
      args: { description: "Arguments of the command (stdio).", items: { type: "string" }, type: "array" },
      command: { description: "Command that starts the server (stdio).", type: "string" },
      env: {
        additionalProperties: { type: "string" },
        description: "Encrypted at rest, never returned; names verbatim.",
        type: "object"
      },
      headers: {
        additionalProperties: { type: "string" },
        description: "Encrypted at rest, never returned; names verbatim.",
        type: "object"
      },
      transport: { $ref: "#/$defs/McpTransport" },
      url: { description: "URL of the server (http, sse).", type: "string" }
    },
    required: ["transport"],
    type: "object"
  },
  getMcpServer: {
    additionalProperties: false,
    properties: { server_id: { description: "Id of the MCP server.", type: "string" } },
    required: ["server_id"],
    type: "object"
  },
  updateMcpServer: {
    additionalProperties: false,
    properties: {
      description: { description: "Description for people.", type: "string" },
      env: {
        additionalProperties: { type: "string" },
        description: "Encrypted at rest, never returned; names verbatim.",
        type: "object"
      },
      headers: {
        additionalProperties: { type: "string" },
        description: "Encrypted at rest, never returned; names verbatim.",
        type: "object"
      },
      is_active: { description: "false switches it off.", type: "boolean" },
      name: { description: "Name.", type: "string" },
      server_id: { description: "Id of the MCP server.", type: "string" },
      url: { description: "URL of the server (http, sse).", type: "string" }
    },
    required: ["server_id"],
    type: "object"
  },
  deleteMcpServer: {
    additionalProperties: false,
    properties: { server_id: { description: "Id of the MCP server.", type: "string" } },
    required: ["server_id"],
    type: "object"
  },
  testMcpServer: {
    additionalProperties: false,
    properties: { server_id: { description: "Id of the MCP server.", type: "string" } },
    required: ["server_id"],
    type: "object"
  },
  listMcpServerTools: {
    additionalProperties: false,
    properties: { server_id: { description: "Id of the MCP server.", type: "string" } },
    required: ["server_id"],
    type: "object"
  },
  checkPriorContact: {
    additionalProperties: false,
    properties: {
      channels: { description: "Channels to include.", items: { type: "string" }, type: ["array", "null"] },
      email: { description: "Email address.", type: ["string", "null"] },
      linkedin_url: { description: "URL of the LinkedIn profile.", type: ["string", "null"] },
      message_limit: { default: 5, description: "Per channel.", type: ["integer", "null"] },
      provider_id: { description: "Id of the person at the channel provider.", type: ["string", "null"] },
      skip_cache: {
        default: false,
        description: "Asks the channels again instead of reading cached results.",
        type: ["boolean", "null"]
      },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  batchCheckPriorContact: {
    additionalProperties: false,
    properties: {
      channels: { description: "Channels to include.", items: { type: "string" }, type: ["array", "null"] },
      message_limit: { default: 3, description: "Most messages a conversation.", type: ["integer", "null"] },
      prospects: {
        description: "Prospects, one object each.",
        items: { $ref: "#/$defs/BatchProspectIdentifier" },
        type: "array"
      },
      skip_cache: {
        default: false,
        description: "Asks the channels again instead of reading cached results.",
        type: ["boolean", "null"]
      },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["prospects"],
    type: "object"
  },
  listConversations: {
    additionalProperties: false,
    properties: {
      channel: { $ref: "#/$defs/ChannelType", description: "Channel, e.g." },
      limit: { description: "Rows a page.", type: "integer" },
      network_distance: { $ref: "#/$defs/NetworkDistance", description: "Only people at this LinkedIn distance." },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      project_id: { description: "Project id.", type: "string" },
      status: { $ref: "#/$defs/ConversationStatus", description: "Only rows in this status." },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  deleteConversationsByProject: {
    additionalProperties: false,
    properties: {
      project_id: { description: "Project id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["project_id"],
    type: "object"
  },
  listConversationsByProject: {
    additionalProperties: false,
    properties: {
      limit: { description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      project_id: { description: "Project id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["project_id"],
    type: "object"
  },
  unlinkConversationsFromProject: {
    additionalProperties: false,
    properties: {
      project_id: { description: "Project id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["project_id"],
    type: "object"
  },
  getConversation: {
    additionalProperties: false,
    properties: {
      conversation_id: { description: "Conversation id.", type: "string" },
      fetch_live: { description: "Reads the messages from the channel instead of the stored copy.", type: "boolean" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["conversation_id"],
    type: "object"
  },
  deleteConversation: {
    additionalProperties: false,
    properties: {
      conversation_id: { description: "Conversation id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["conversation_id"],
    type: "object"
  },
  replyToConversation: {
    additionalProperties: false,
    properties: {
      content: { description: "Text of the message.", type: "string" },
      conversation_id: { description: "Conversation id.", type: "string" },
      organization_id: { description: "Id of the organisation.", type: ["string", "null"] },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["conversation_id", "content"],
    type: "object"
  },
  createDraft: {
    additionalProperties: false,
    properties: {
      channel: { $ref: "#/$defs/ChannelType" },
      content: { description: "Text of the message.", type: "string" },
      conversation_id: { description: "Conversation id.", type: ["string", "null"] },
      inmail_subscription: {
        anyOf: [{ $ref: "#/$defs/InmailSubscription" }, { type: "null" }],
        description: "LinkedIn subscription whose InMail credits are used."
      },
      is_priority: { description: "Sends before other messages of the day.", type: "boolean" },
      organization_id: { description: "Id of the organisation.", type: ["string", "null"] },
      outreach_method: {
        anyOf: [{ $ref: "#/$defs/OutreachMethod" }, { type: "null" }],
        description: "How to reach the person, e.g."
      },
      project_id: { description: "Project id.", type: ["string", "null"] },
      prospect_external_id: { description: "Your own id of the prospect.", type: ["string", "null"] },
      recipient_email: { description: "Email of the recipient.", type: ["string", "null"] },
      recipient_linkedin_url: { description: "LinkedIn profile of the recipient.", type: ["string", "null"] },
      recipient_name: { description: "Name of the recipient.", type: ["string", "null"] },
      recipient_provider_id: { description: "Id of the recipient at the channel provider.", type: ["string", "null"] },
      subject: { description: "Subject line.", type: ["string", "null"] },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["channel", "content"],
    type: "object"
  },
  createBatchDrafts: {
    additionalProperties: false,
    properties: {
      ai_context: { additionalProperties: {}, description: "Context for the AI.", type: ["object", "null"] },
      channel: { $ref: "#/$defs/ChannelType" },
      content_template: { description: "Text with placeholders.", type: ["string", "null"] },
      organization_id: { description: "Id of the organisation.", type: ["string", "null"] },
      project_id: { description: "Project id.", type: "string" },
      prospects: { description: "Prospects, one object each.", items: { $ref: "#/$defs/ProspectInfo" }, type: "array" },
      subject_template: { description: "Subject with placeholders.", type: ["string", "null"] },
      use_ai_generation: { description: "Writes each draft with AI instead of the template alone.", type: "boolean" },
      use_prior_contact: { default: true, description: "Takes earlier contact into account.", type: "boolean" },
      user_id: { description: "User UUID or email.", type: "string" },
      wait: { description: "true waits until all drafts are written (legacy).", type: "boolean" }
    },
    required: ["channel", "project_id", "prospects"],
    type: "object"
  },
  getBatchDraftJobStatus: {
    additionalProperties: false,
    properties: {
      job_id: { description: "Job id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["job_id"],
    type: "object"
  },
  sendBatchDrafts: {
    additionalProperties: false,
    properties: {
      draft_ids: { description: "Draft ids.", items: { type: "string" }, type: "array" },
      draft_overrides: {
        description: "Changes by draft id.",
        items: { $ref: "#/$defs/DraftSendOverride" },
        type: "array"
      },
      priority: { default: 0, description: "Order of sending.", type: "integer" },
      send_rate_per_day: { description: "Messages a day.", type: ["integer", "null"] },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["draft_ids"],
    type: "object"
  },
  createBatchDraftsStream: {
    additionalProperties: false,
    properties: {
      ai_context: { additionalProperties: {}, description: "Context for the AI.", type: ["object", "null"] },
      channel: { $ref: "#/$defs/ChannelType" },
      content_template: { description: "Text with placeholders.", type: ["string", "null"] },
      job_id: { description: "Resume the stream of an existing job.", type: "string" },
      organization_id: { description: "Id of the organisation.", type: ["string", "null"] },
      project_id: { description: "Project id.", type: "string" },
      prospects: { description: "Prospects, one object each.", items: { $ref: "#/$defs/ProspectInfo" }, type: "array" },
      subject_template: { description: "Subject with placeholders.", type: ["string", "null"] },
      use_ai_generation: { description: "Writes each draft with AI instead of the template alone.", type: "boolean" },
      use_prior_contact: { default: true, description: "Takes earlier contact into account.", type: "boolean" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["channel", "project_id", "prospects"],
    type: "object"
  },
  getDraft: {
    additionalProperties: false,
    properties: {
      draft_id: { description: "Draft id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["draft_id"],
    type: "object"
  },
  updateDraft: {
    additionalProperties: false,
    properties: {
      content: { description: "Text of the message.", type: ["string", "null"] },
      draft_id: { description: "Draft id.", type: "string" },
      inmail_subscription: {
        anyOf: [{ $ref: "#/$defs/InmailSubscription" }, { type: "null" }],
        description: "LinkedIn subscription whose InMail credits are used."
      },
      outreach_method: {
        anyOf: [{ $ref: "#/$defs/OutreachMethod" }, { type: "null" }],
        description: "How to reach the person, e.g."
      },
      status: { anyOf: [{ $ref: "#/$defs/DraftStatus" }, { type: "null" }], description: "New status." },
      subject: { description: "Subject line.", type: ["string", "null"] },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["draft_id"],
    type: "object"
  },
  cancelDraft: {
    additionalProperties: false,
    properties: {
      draft_id: { description: "Draft id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["draft_id"],
    type: "object"
  },
  sendDraft: {
    additionalProperties: false,
    properties: {
      draft_id: { description: "Draft id.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["draft_id"],
    type: "object"
  },
  getEmailThreads: {
    additionalProperties: false,
    properties: {
      email_address: { description: "Email of the member.", type: "string" },
      limit: { description: "Rows a page.", type: "integer" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["email_address"],
    type: "object"
  },
  getLinkedInAccountInfo: {
    additionalProperties: false,
    properties: { force_refresh: { type: "boolean" }, user_id: { description: "User UUID or email.", type: "string" } },
    type: "object"
  },
  checkLinkedInConnection: {
    additionalProperties: false,
    properties: {
      linkedin_url: { description: "URL of the LinkedIn profile.", type: ["string", "null"] },
      provider_id: { description: "Id of the person at the channel provider.", type: ["string", "null"] },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  batchCheckLinkedInConnections: {
    additionalProperties: false,
    properties: {
      prospects: {
        description: "Prospects, one object each.",
        items: { $ref: "#/$defs/ProspectConnectionCheck" },
        type: "array"
      },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["prospects"],
    type: "object"
  },
  getLinkedInCredits: {
    additionalProperties: false,
    properties: { force_refresh: { type: "boolean" }, user_id: { description: "User UUID or email.", type: "string" } },
    type: "object"
  },
  refreshLinkedInCredits: {
    additionalProperties: false,
    properties: { user_id: { description: "User UUID or email.", type: "string" } },
    type: "object"
  },
  sendLinkedInOutreach: {
    additionalProperties: false,
    properties: {
      content: { description: "Text of the message.", type: "string" },
      enable_escalation: { description: "Changes to another method when there is no answer.", type: "boolean" },
      escalation_days: { description: "Days until the escalation.", type: "integer" },
      is_priority: { description: "Sends before other messages of the day.", type: "boolean" },
      organization_id: { description: "Id of the organisation.", type: ["string", "null"] },
      project_id: { description: "Project id.", type: ["string", "null"] },
      prospect_external_id: { description: "Your own id of the prospect.", type: ["string", "null"] },
      prospect_linked_in_url: { description: "LinkedIn profile of the prospect.", type: ["string", "null"] },
      prospect_name: { description: "Name of the prospect.", type: "string" },
      prospect_provider_id: { description: "Id of the prospect at the channel provider.", type: ["string", "null"] },
      subject: { description: "Subject line.", type: ["string", "null"] },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["content", "prospect_name"],
    type: "object"
  },
  updateLinkedInSubscription: {
    additionalProperties: false,
    properties: {
      inmail_credits: { description: "InMail credits left.", type: ["integer", "null"] },
      subscription_type: { $ref: "#/$defs/LinkedInSubscriptionType" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["subscription_type"],
    type: "object"
  },
  sendMessage: {
    additionalProperties: false,
    properties: {
      bcc: { description: "Addresses in blind copy.", items: { type: "string" }, type: ["array", "null"] },
      cc: { description: "Addresses in copy.", items: { type: "string" }, type: ["array", "null"] },
      channel: { $ref: "#/$defs/ChannelType" },
      content: { description: "Text of the message.", type: "string" },
      conversation_id: { description: "Conversation id.", type: ["string", "null"] },
      is_html: { description: "true when the content is HTML.", type: "boolean" },
      organization_id: { description: "Id of the organisation.", type: ["string", "null"] },
      project_id: { description: "Project id.", type: ["string", "null"] },
      prospect_external_id: { description: "Your own id of the prospect.", type: ["string", "null"] },
      recipient_id: { description: "Id of the recipient at the channel provider.", type: "string" },
      recipient_name: { description: "Name of the recipient.", type: ["string", "null"] },
      subject: { description: "Subject line.", type: ["string", "null"] },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["channel", "content", "recipient_id"],
    type: "object"
  },
  syncConversations: {
    additionalProperties: false,
    properties: {
      channels: { description: "Channels to include.", items: { type: "string" }, type: ["array", "null"] },
      prospects: {
        description: "Prospects, one object each.",
        items: { $ref: "#/$defs/ProspectSyncIdentifier" },
        type: "array"
      },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["prospects"],
    type: "object"
  },
  syncProspectConversation: {
    additionalProperties: false,
    properties: {
      channel: { description: "Channel to send on, e.g.", type: ["string", "null"] },
      email: { description: "Email address.", type: ["string", "null"] },
      linkedin_url: { description: "URL of the LinkedIn profile.", type: ["string", "null"] },
      provider_id: { description: "Id of the person at the channel provider.", type: ["string", "null"] },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  getSyncStatus: {
    additionalProperties: false,
    properties: { job_id: { description: "Job id.", type: "string" } },
    required: ["job_id"],
    type: "object"
  },
  getModelPreferences: {
    additionalProperties: false,
    properties: {
      include_defaults: { default: true, description: "Also the defaults of the platform.", type: "boolean" }
    },
    type: "object"
  },
  updateModelPreferences: {
    additionalProperties: false,
    properties: {
      preferences: {
        additionalProperties: { $ref: "#/$defs/ModelPreferenceCreate" },
        description: "Preferences by model type.",
        type: "object"
      }
    },
    required: ["preferences"],
    type: "object"
  },
  checkModelAvailability: {
    additionalProperties: false,
    properties: {
      body: { description: "The whole body.", items: { $ref: "#/$defs/ModelPreferenceCreate" }, type: "array" }
    },
    required: ["body"],
    type: "object"
  },
  updateModelPreference: {
    additionalProperties: false,
    properties: {
      model_name: { description: "Model name.", type: "string" },
      model_type: { description: "ModelType value.", type: "string" },
      provider: { $ref: "#/$defs/ModelProvider" }
    },
    required: ["model_type", "model_name", "provider"],
    type: "object"
  },
  deleteModelPreference: {
    additionalProperties: false,
    properties: { model_type: { description: "ModelType value.", type: "string" } },
    required: ["model_type"],
    type: "object"
  },
  listOutreachConnections: {
    additionalProperties: false,
    properties: {
      campaign_id: {
        description: "Repeat the parameter per id; excludes sequences.",
        items: { type: "string" },
        type: "array"
      },
      channel: { $ref: "#/$defs/OutreachChannel", default: "all", description: "Channel, e.g." },
      limit: { description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      since: { description: "Only rows from this time on (ISO 8601).", type: "string" },
      source: { $ref: "#/$defs/OutreachSource", default: "all", description: "Only rows of this source." },
      stage: {
        $ref: "#/$defs/OutreachStageFilter",
        default: "connected",
        description: "Only connections in this stage."
      },
      stats: { default: false, description: "Also counts by stage.", type: "boolean" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  listAcceptedOutreachConnections: {
    additionalProperties: false,
    properties: {
      campaign_id: {
        description: "Repeat the parameter per id; excludes sequences.",
        items: { type: "string" },
        type: "array"
      },
      limit: { description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      since: { description: "Only rows from this time on (ISO 8601).", type: "string" },
      source: { $ref: "#/$defs/OutreachSource", default: "all", description: "Only rows of this source." },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  previewPosts: {
    additionalProperties: false,
    properties: { post_urls: { description: "URLs of LinkedIn posts.", items: { type: "string" }, type: "array" } },
    required: ["post_urls"],
    type: "object"
  },
  quickPeopleSearch: {
    additionalProperties: false,
    properties: {
      data_sources: { description: "Sources to search.", items: { $ref: "#/$defs/PeopleDataSource" }, type: "array" },
      limit: { default: 20, description: "Most results.", type: "integer" },
      query: { description: "Search text.", type: "string" }
    },
    required: ["query"],
    type: "object"
  },
  listResponses: {
    additionalProperties: false,
    properties: {
      end_date: { description: "Created on or before this day.", type: "string" },
      limit: { default: 50, description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      start_date: { description: "Created on or after this day.", type: "string" },
      status: { $ref: "#/$defs/ResponseStatus" },
      thread_id: { description: "Only responses in this status.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  createResponse: {
    additionalProperties: false,
    properties: {
      agent_config: { $ref: "#/$defs/AgentConfig" },
      agent_effort: {
        description: "Older API reference capture only.",
        enum: ["low", "medium", "high"],
        type: "string"
      },
      cost_cap_usd: { description: "Older API reference capture only.", type: "number" },
      files: {
        description: "Files of the run: artifact ids or URIs.",
        items: { $ref: "#/$defs/FileAttachment" },
        type: "array"
      },
      messages: {
        description: "Messages of the run, in order.",
        items: { $ref: "#/$defs/ChatMessage" },
        type: "array"
      },
      model_overrides: { $ref: "#/$defs/ModelOverrides" },
      options: { additionalProperties: {}, description: "Free form request options, e.g.", type: "object" },
      priority: { default: 5, description: "Older API reference capture only.", type: "integer" },
      response_format: { additionalProperties: {}, description: "A plain JSON Schema object.", type: "object" },
      response_format_instructions: { description: "Hints for the structured output, in words.", type: "string" },
      specialized_agent: { $ref: "#/$defs/SpecializedAgentType" },
      specialized_agent_params: { $ref: "#/$defs/SpecializedAgentParams" },
      thread_id: { description: "Thread to continue.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["messages"],
    type: "object"
  },
  getResponse: {
    additionalProperties: false,
    properties: {
      response_id: { description: "Id of the response (run).", type: "string" },
      wait: { description: "Seconds the server may hold the request until something changes.", type: "integer" }
    },
    required: ["response_id"],
    type: "object"
  },
  listResponseArtifacts: {
    additionalProperties: false,
    properties: {
      limit: { default: 50, description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      response_id: { description: "Id of the response (run).", type: "string" }
    },
    required: ["response_id"],
    type: "object"
  },
  cancelResponse: {
    additionalProperties: false,
    properties: { response_id: { description: "Id of the response (run).", type: "string" } },
    required: ["response_id"],
    type: "object"
  },
  listResponseFeedback: {
    additionalProperties: false,
    properties: {
      progress_id: { description: "Only feedback on this progress entry.", type: "string" },
      response_id: { description: "Id of the response (run).", type: "string" }
    },
    required: ["response_id"],
    type: "object"
  },
  createResponseFeedback: {
    additionalProperties: false,
    properties: {
      feedback_text: { description: "Text of the feedback.", type: "string" },
      feedback_type: { $ref: "#/$defs/FeedbackType", default: "suggestion", description: "Kind of feedback." },
      progress_id: { description: "Progress entry the feedback is aimed at.", type: "string" },
      response_id: { description: "Id of the response (run).", type: "string" },
      tool_args_update: {
        additionalProperties: {},
        description: "New tool arguments, keys verbatim; needs tool_call_id.",
        type: "object"
      },
      tool_call_id: { description: "Tool call that the feedback is about.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["response_id", "feedback_text"],
    type: "object"
  },
  listSequenceApprovals: {
    additionalProperties: false,
    properties: {
      action: { $ref: "#/$defs/SequenceAction", description: "Only steps with this action." },
      channel: { $ref: "#/$defs/SequenceChannel", description: "Channel, e.g." },
      limit: { description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      project_id: { description: "Project id.", type: "string" },
      template_id: { description: "Id of the sequence template.", type: "string" }
    },
    type: "object"
  },
  bulkSequenceApprovalAction: {
    additionalProperties: false,
    properties: {
      action: { $ref: "#/$defs/BulkApprovalAction", default: "approve", description: "approve, reject or skip." },
      reason: { description: "Why, for the log.", type: "string" },
      step_execution_ids: { description: "Ids of the step executions.", items: { type: "string" }, type: "array" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["step_execution_ids"],
    type: "object"
  },
  approveSequenceStep: {
    additionalProperties: false,
    properties: {
      modified_content: { description: "Text to send instead of the proposed one.", type: "string" },
      notes: { description: "Notes for the log.", type: "string" },
      step_execution_id: { description: "Id of the step execution.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["step_execution_id"],
    type: "object"
  },
  rejectSequenceStep: {
    additionalProperties: false,
    properties: {
      reason: { description: "Why, for the log.", type: "string" },
      step_execution_id: { description: "Id of the step execution.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["step_execution_id", "reason"],
    type: "object"
  },
  skipSequenceStep: {
    additionalProperties: false,
    properties: {
      reason: { description: "Why, for the log.", type: "string" },
      step_execution_id: { description: "Id of the step execution.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["step_execution_id"],
    type: "object"
  },
  listSequenceExecutions: {
    additionalProperties: false,
    properties: {
      limit: { description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      project_id: { description: "Project id.", type: "string" },
      status: { $ref: "#/$defs/ExecutionStatus", description: "Only rows in this status." },
      template_id: { description: "Id of the sequence template.", type: "string" }
    },
    type: "object"
  },
  startSequenceExecutions: {
    additionalProperties: false,
    properties: {
      project_id: { description: "Project id.", type: "string" },
      prospects: {
        description: "Prospects, one object each.",
        items: { $ref: "#/$defs/SequenceProspectInput" },
        type: "array"
      },
      replace_existing: { description: "Replaces running executions of the same prospects.", type: "boolean" },
      step_overrides: { additionalProperties: {}, description: "Changes by step.", type: "object" },
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["prospects", "template_id"],
    type: "object"
  },
  batchGetSequenceExecutions: {
    additionalProperties: false,
    properties: {
      execution_ids: { description: "Ids of the sequence executions.", items: { type: "string" }, type: "array" },
      include: { $ref: "#/$defs/BatchExecutionInclude" }
    },
    required: ["execution_ids"],
    type: "object"
  },
  bulkCompleteSequenceExecutions: {
    additionalProperties: false,
    properties: {
      execution_ids: { description: "Ids of the sequence executions.", items: { type: "string" }, type: "array" },
      notes: { description: "Notes for the log.", type: "string" },
      outcome: { $ref: "#/$defs/ExecutionOutcome" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["execution_ids", "outcome"],
    type: "object"
  },
  bulkPauseSequenceExecutions: {
    additionalProperties: false,
    properties: {
      dry_run: { description: "Reports what would change and changes nothing.", type: "boolean" },
      execution_ids: { description: "Ids of the sequence executions.", items: { type: "string" }, type: "array" },
      project_id: { description: "Project id.", type: "string" },
      project_ids: { description: "Only executions of these projects.", items: { type: "string" }, type: "array" },
      reason: { description: "Why, for the log.", type: "string" },
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  bulkResumeSequenceExecutions: {
    additionalProperties: false,
    properties: {
      dry_run: { description: "Reports what would change and changes nothing.", type: "boolean" },
      execution_ids: { description: "Ids of the sequence executions.", items: { type: "string" }, type: "array" },
      project_id: { description: "Project id.", type: "string" },
      project_ids: { description: "Only executions of these projects.", items: { type: "string" }, type: "array" },
      reason: { description: "Why, for the log.", type: "string" },
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  bulkStopSequenceExecutions: {
    additionalProperties: false,
    properties: {
      dry_run: { description: "Reports what would change and changes nothing.", type: "boolean" },
      execution_ids: { description: "Ids of the sequence executions.", items: { type: "string" }, type: "array" },
      project_id: { description: "Project id.", type: "string" },
      project_ids: { description: "Only executions of these projects.", items: { type: "string" }, type: "array" },
      reason: { description: "Why, for the log.", type: "string" },
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  getSequenceEngagementStatus: {
    additionalProperties: false,
    properties: {
      execution_ids: { description: "Ids of the sequence executions.", items: { type: "string" }, type: "array" }
    },
    required: ["execution_ids"],
    type: "object"
  },
  getSequenceExecutionMetrics: {
    additionalProperties: false,
    properties: {
      project_id: { description: "Project id.", type: "string" },
      template_id: { description: "Id of the sequence template.", type: "string" }
    },
    type: "object"
  },
  getSequenceExecution: {
    additionalProperties: false,
    properties: { execution_id: { description: "Id of the sequence execution.", type: "string" } },
    required: ["execution_id"],
    type: "object"
  },
  completeSequenceExecution: {
    additionalProperties: false,
    properties: {
      execution_id: { description: "Id of the sequence execution.", type: "string" },
      notes: { description: "Notes for the log.", type: "string" },
      outcome: { $ref: "#/$defs/ExecutionOutcome" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["execution_id", "outcome"],
    type: "object"
  },
  pauseSequenceExecution: {
    additionalProperties: false,
    properties: {
      execution_id: { description: "Id of the sequence execution.", type: "string" },
      reason: { description: "Why, for the log.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["execution_id"],
    type: "object"
  },
  resumeSequenceExecution: {
    properties: {
      execution_id: { description: "Id of the sequence execution.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["execution_id"],
    type: "object"
  },
  retrySequenceExecution: {
    properties: {
      execution_id: { description: "Id of the sequence execution.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["execution_id"],
    type: "object"
  },
  stopSequenceExecution: {
    additionalProperties: false,
    properties: {
      execution_id: { description: "Id of the sequence execution.", type: "string" },
      reason: { description: "Why, for the log.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["execution_id"],
    type: "object"
  },
  getLinkedInAccountRateLimits: {
    additionalProperties: false,
    properties: {
      account_id: { description: "Default: the latest active account.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  updateLinkedInAccountRateLimits: {
    additionalProperties: false,
    properties: {
      account_id: { description: "Id of the connected account.", type: "string" },
      daily_limits: { $ref: "#/$defs/LinkedInAccountRateLimits" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["daily_limits"],
    type: "object"
  },
  pollSequences: {
    additionalProperties: false,
    properties: {
      requests: {
        description: "What to poll, one object each.",
        items: { $ref: "#/$defs/BatchRequestItem" },
        type: "array"
      },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["requests"],
    type: "object"
  },
  getSequenceRateLimitStatus: {
    additionalProperties: false,
    properties: { user_id: { description: "User UUID or email.", type: "string" } },
    type: "object"
  },
  listStepExecutions: {
    additionalProperties: false,
    properties: {
      action: { $ref: "#/$defs/SequenceAction", description: "Only steps with this action." },
      channel: { $ref: "#/$defs/SequenceChannel", description: "Channel, e.g." },
      limit: { description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      project_id: { description: "Project id.", type: "string" },
      scheduled_after: {
        description: "Only steps scheduled at or after this time (ISO 8601).",
        format: "date-time",
        type: "string"
      },
      scheduled_before: {
        description: "Only steps scheduled at or before this time (ISO 8601).",
        format: "date-time",
        type: "string"
      },
      status: { description: "Only these values.", items: { $ref: "#/$defs/StepExecutionStatus" }, type: "array" },
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  updateStepExecution: {
    additionalProperties: false,
    properties: {
      content: { description: "Text of the message.", type: "string" },
      scheduled_at: { description: "When the step runs (ISO 8601).", format: "date-time", type: "string" },
      step_execution_id: { description: "Id of the step execution.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["step_execution_id"],
    type: "object"
  },
  listSequenceTemplates: {
    additionalProperties: false,
    properties: {
      include_archived: { description: "Also archived templates.", type: "boolean" },
      include_system: { description: "Also the templates of the platform.", type: "boolean" },
      owned_only: { description: "Only templates that the user owns.", type: "boolean" },
      use_case: { description: "Use case of the template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  createSequenceTemplate: {
    additionalProperties: false,
    properties: {
      description: { description: "Description for people.", type: "string" },
      name: { description: "Name.", type: "string" },
      share_with: {
        description: "Users to share with.",
        items: { $ref: "#/$defs/TemplateShareConfig" },
        type: "array"
      },
      share_with_tenant: { description: "Shares the template with all users of the tenant.", type: "boolean" },
      steps: { description: "Steps of the sequence.", items: { $ref: "#/$defs/StepConfig" }, type: "array" },
      transitions: {
        description: "Transitions between steps.",
        items: { $ref: "#/$defs/TransitionConfig" },
        type: "array"
      },
      use_case: { description: "Use case, for lists.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["name", "steps", "transitions"],
    type: "object"
  },
  validateSequenceTemplate: {
    additionalProperties: false,
    properties: {
      description: { description: "Description for people.", type: "string" },
      name: { description: "Name.", type: "string" },
      share_with: {
        description: "Users to share with.",
        items: { $ref: "#/$defs/TemplateShareConfig" },
        type: "array"
      },
      share_with_tenant: { description: "Shares the template with all users of the tenant.", type: "boolean" },
      steps: { description: "Steps of the sequence.", items: { $ref: "#/$defs/StepConfig" }, type: "array" },
      transitions: {
        description: "Transitions between steps.",
        items: { $ref: "#/$defs/TransitionConfig" },
        type: "array"
      },
      use_case: { description: "Use case, for lists.", type: "string" }
    },
    required: ["name", "steps", "transitions"],
    type: "object"
  },
  getSequenceTemplate: {
    additionalProperties: false,
    properties: {
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["template_id"],
    type: "object"
  },
  updateSequenceTemplate: {
    additionalProperties: false,
    properties: {
      description: { description: "Description for people.", type: "string" },
      name: { description: "Name.", type: "string" },
      steps: { description: "Steps of the sequence.", items: { $ref: "#/$defs/StepConfig" }, type: "array" },
      template_id: { description: "Id of the sequence template.", type: "string" },
      transitions: {
        description: "Transitions between steps.",
        items: { $ref: "#/$defs/TransitionConfig" },
        type: "array"
      },
      use_case: { description: "Use case, for lists.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["template_id"],
    type: "object"
  },
  archiveSequenceTemplate: {
    additionalProperties: false,
    properties: {
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["template_id"],
    type: "object"
  },
  duplicateSequenceTemplate: {
    additionalProperties: false,
    properties: {
      name: { description: "Name.", type: "string" },
      share_with_tenant: { description: "Shares the template with all users of the tenant.", type: "boolean" },
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["template_id", "name"],
    type: "object"
  },
  getSequenceTemplateShares: {
    additionalProperties: false,
    properties: { template_id: { description: "Id of the sequence template.", type: "string" } },
    required: ["template_id"],
    type: "object"
  },
  updateSequenceTemplateShares: {
    additionalProperties: false,
    properties: {
      add_users: { description: "Users to add.", items: { $ref: "#/$defs/TemplateShareConfig" }, type: "array" },
      remove_users: { description: "Users to remove.", items: { type: "string" }, type: "array" },
      share_with_tenant: {
        description: "Shares the template with all users of the tenant.",
        type: ["boolean", "null"]
      },
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["template_id"],
    type: "object"
  },
  removeSequenceTemplateShare: {
    additionalProperties: false,
    properties: {
      share_id: { description: "Id of the share.", type: "string" },
      template_id: { description: "Id of the sequence template.", type: "string" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    required: ["template_id", "share_id"],
    type: "object"
  },
  listSkills: {
    additionalProperties: false,
    properties: {
      category: { description: "Category of the skill.", type: "string" },
      is_active: { description: "Default: true.", type: "boolean" },
      page: { default: 1, description: "Page number, from 1.", type: "integer" },
      page_size: { default: 50, description: "Rows a page.", type: "integer" }
    },
    type: "object"
  },
  createSkill: {
    additionalProperties: false,
    properties: {
      category: { description: "Category.", type: "string" },
      content: { description: "Text of the message.", type: "string" },
      description: { description: "Description for people.", type: "string" },
      name: { description: "Name.", type: "string" },
      user_id: { description: "Owner of the skill.", type: "string" },
      version: { default: "1.0.0", description: "Version of the guideline.", type: "string" }
    },
    required: ["content", "description", "name"],
    type: "object"
  },
  getSkillAnalytics: {
    additionalProperties: false,
    properties: {
      days_back: { description: "Days to look back.", type: "integer" },
      skill_id: { description: "Skill id.", type: "string" },
      tenant_id: { description: "Tenant id.", type: "string" }
    },
    type: "object"
  },
  listSkillUsage: {
    additionalProperties: false,
    properties: {
      page: { default: 1, description: "Page number, from 1.", type: "integer" },
      page_size: { default: 50, description: "Rows a page.", type: "integer" },
      response_id: { description: "Id of the response (run).", type: "string" },
      skill_id: { description: "Skill id.", type: "string" }
    },
    type: "object"
  },
  createSkillUsage: {
    additionalProperties: false,
    properties: {
      relevance_score: { description: "How relevant the skill was, 0 to 1.", type: "number" },
      response_id: { description: "Id of the response (run).", type: "string" },
      skill_id: { description: "Skill id.", type: "string" },
      skill_name: { description: "Name of the skill.", type: "string" },
      tenant_id: { description: "Tenant id.", type: "string" },
      user_id: { description: "User the call acts for: UUID or email.", type: "string" }
    },
    required: ["response_id", "skill_id", "skill_name", "tenant_id"],
    type: "object"
  },
  updateSkillUsage: {
    additionalProperties: false,
    properties: {
      effectiveness_score: { description: "How effective the skill was, 0 to 1.", type: "number" },
      execution_outcome: {
        anyOf: [{ enum: ["success", "partial", "failed", "cancelled", "not_executed"] }, { type: "string" }],
        description: "Outcome of the run."
      },
      feedback_notes: { description: "Notes on the usage.", type: "string" },
      planner_selected: { description: "Whether the planner chose the skill.", type: "boolean" },
      priority: { description: "Priority.", type: "integer" },
      usage_id: { description: "Id of the skill usage.", type: "string" },
      usage_reasoning: { description: "Why the skill was used.", type: "string" }
    },
    required: ["usage_id"],
    type: "object"
  },
  getSkill: {
    additionalProperties: false,
    properties: { skill_id: { description: "Skill id.", type: "string" } },
    required: ["skill_id"],
    type: "object"
  },
  updateSkill: {
    additionalProperties: false,
    properties: {
      category: { description: "Category.", type: "string" },
      content: { description: "Text of the message.", type: "string" },
      description: { description: "Description for people.", type: "string" },
      is_active: { description: "false switches it off.", type: "boolean" },
      name: { description: "Name.", type: "string" },
      skill_id: { description: "Skill id.", type: "string" },
      version: { description: "Version of the guideline.", type: "string" }
    },
    required: ["skill_id"],
    type: "object"
  },
  deleteSkill: {
    additionalProperties: false,
    properties: { skill_id: { description: "Skill id.", type: "string" } },
    required: ["skill_id"],
    type: "object"
  },
  getCurrentTenant: { additionalProperties: false, type: "object" },
  getTenant: {
    additionalProperties: false,
    properties: { tenant_id: { description: "Tenant id.", type: "string" } },
    required: ["tenant_id"],
    type: "object"
  },
  listThreads: {
    additionalProperties: false,
    properties: {
      limit: { default: 50, description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      user_id: { description: "User UUID or email.", type: "string" }
    },
    type: "object"
  },
  createThread: {
    additionalProperties: false,
    properties: {
      metadata: {
        additionalProperties: {},
        description: "Not verified against the real service.",
        type: ["object", "null"]
      },
      title: { description: "Title of the thread.", type: ["string", "null"] },
      user_id: { description: "User the call acts for: UUID or email.", type: ["string", "null"] }
    },
    type: "object"
  },
  getThread: {
    additionalProperties: false,
    properties: {
      thread_id: { description: "Thread id.", type: "string" },
      user_id: { description: "User whose data are read.", type: "string" }
    },
    required: ["thread_id"],
    type: "object"
  },
  updateThread: {
    additionalProperties: false,
    properties: {
      thread_id: { description: "Thread id.", type: "string" },
      title: { description: "Title of the thread.", type: ["string", "null"] }
    },
    required: ["thread_id"],
    type: "object"
  },
  deleteThread: {
    additionalProperties: false,
    properties: { thread_id: { description: "Thread id.", type: "string" } },
    required: ["thread_id"],
    type: "object"
  },
  listThreadResponses: {
    additionalProperties: false,
    properties: {
      limit: { default: 50, description: "Rows a page.", type: "integer" },
      offset: { default: 0, description: "Rows to skip.", type: "integer" },
      thread_id: { description: "Thread id.", type: "string" }
    },
    required: ["thread_id"],
    type: "object"
  },
  listUsers: {
    additionalProperties: false,
    properties: {
      page: { default: 1, description: "Page number, from 1.", type: "integer" },
      page_size: { default: 20, description: "Rows a page.", type: "integer" },
      search: { description: "Not verified against the real service.", type: "string" }
    },
    type: "object"
  },
  createUser: {
    additionalProperties: false,
    properties: {
      email: { description: "Email address.", type: "string" },
      first_name: { description: "First name.", type: "string" },
      last_name: { description: "Last name.", type: "string" }
    },
    required: ["email"],
    type: "object"
  },
  getUser: {
    additionalProperties: false,
    properties: { user_identifier: { description: "UUID or email of the user.", type: "string" } },
    required: ["user_identifier"],
    type: "object"
  },
  updateUser: {
    additionalProperties: false,
    properties: {
      email: { description: "New email address.", type: "string" },
      first_name: { description: "First name.", type: "string" },
      last_name: { description: "Last name.", type: "string" },
      user_identifier: { description: "UUID or email of the user.", type: "string" }
    },
    required: ["user_identifier"],
    type: "object"
  },
  deleteUser: {
    additionalProperties: false,
    properties: { user_identifier: { description: "UUID or email of the user.", type: "string" } },
    required: ["user_identifier"],
    type: "object"
  },
  listUserResponses: {
    additionalProperties: false,
    properties: {
      page: { default: 1, description: "Page number, from 1.", type: "integer" },
      page_size: { description: "Rows a page.", type: "integer" },
      user_identifier: { description: "UUID or email of the user.", type: "string" }
    },
    required: ["user_identifier"],
    type: "object"
  },
  listUserThreads: {
    additionalProperties: false,
    properties: {
      page: { default: 1, description: "Page number, from 1.", type: "integer" },
      page_size: { description: "Rows a page.", type: "integer" },
      user_identifier: { description: "UUID or email of the user.", type: "string" }
    },
    required: ["user_identifier"],
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
  ActiveHours: {
    additionalProperties: false,
    properties: { end: { type: "integer" }, start: { type: "integer" }, timezone: { type: "string" } },
    required: ["end", "start", "timezone"],
    type: "object"
  },
  AddAndRunCriterionRequest: {
    additionalProperties: false,
    properties: {
      answer_format: { type: "string" },
      column_kind: { $ref: "#/$defs/ColumnKind" },
      criterion_text: { type: "string" },
      suggested_column_name: { type: "string" },
      web_verify: { default: true, type: "boolean" }
    },
    required: ["criterion_text"],
    type: "object"
  },
  AddCriterionRequest: {
    additionalProperties: false,
    properties: {
      column_name: { type: "string" },
      criterion_text: { type: "string" },
      criterion_type: { $ref: "#/$defs/CriterionType" },
      weight: { type: "number" }
    },
    required: ["column_name", "criterion_text"],
    type: "object"
  },
  AgentConfig: {
    description: "How the agent team runs.",
    properties: {
      agent_mode: {
        anyOf: [{ enum: ["auto", "single_agent", "multi_agent"] }, { type: "string" }],
        default: "auto",
        description: "Agent mode."
      },
      coordinator_model_name: { type: ["string", "null"] },
      coordinator_model_type: { $ref: "#/$defs/ModelType", default: "REASONING_MODEL" },
      enable_task_validation: { default: true, type: "boolean" },
      fast_model_name: { type: ["string", "null"] },
      final_response_model_name: { type: ["string", "null"] },
      generate_comprehensive_output: { default: false, type: "boolean" },
      orchestrator_model_name: { description: "provider:model, wins over the type.", type: ["string", "null"] },
      orchestrator_model_type: { anyOf: [{ $ref: "#/$defs/ModelType" }, { type: "null" }], default: "REASONING_MODEL" },
      plan_strategy: { description: "Legacy plan strategy, e.g.", type: "string" },
      planner_model_name: { type: ["string", "null"] },
      planner_model_type: { $ref: "#/$defs/ModelType", default: "SMART_MODEL" },
      skill_ids: { items: { type: "string" }, type: ["array", "null"] },
      use_cognitive_tools: { default: true, type: "boolean" }
    },
    type: "object"
  },
  ApiKeyMode: { anyOf: [{ enum: ["platform", "byo_keys"] }, { type: "string" }] },
  ApiProvider: {
    anyOf: [
      {
        enum: [
          "OPENAI_API_KEY",
          "ANTHROPIC_API_KEY",
          "GOOGLE_API_KEY",
          "COHERE_API_KEY",
          "GROQ_API_KEY",
          "NVIDIA_API_KEY",
          "FIREWORKS_API_KEY",
          "MISTRAL_API_KEY",
          "TOGETHER_API_KEY",
          "XAI_API_KEY",
          "PPLX_API_KEY",
          "HUGGINGFACE_API_KEY",
          "DEEPSEEK_API_KEY",
          "IBM_API_KEY",
          "EXA_API_KEY",
          "SERPAPI_API_KEY",
          "CRUSTDATA_API_KEY",
          "E2B_API_KEY",
          "CORESIGNAL_API_KEY",
          "PDL_API_KEY",
          "FIBER_API_KEY",
          "FIRECRAWL_API_KEY",
          "ENRICH_LAYER_API_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "OPENROUTER_API_KEY",
          "PROSPEO_API_KEY",
          "AZURE_API_KEY"
        ]
      },
      { type: "string" }
    ],
    description: "Provider of an own key."
  },
  ApprovalMode: { enum: ["auto", "require"], type: "string" },
  ApprovalSettings: {
    additionalProperties: false,
    description: "Per action type: auto send or require approval.",
    properties: {
      reaction_comment_linkedin: { $ref: "#/$defs/ApprovalMode" },
      reaction_like_linkedin: { $ref: "#/$defs/ApprovalMode" },
      reply_email: { $ref: "#/$defs/ApprovalMode" },
      reply_linkedin: { $ref: "#/$defs/ApprovalMode" },
      send_connection_linkedin: { $ref: "#/$defs/ApprovalMode" },
      send_connection_note_linkedin: { $ref: "#/$defs/ApprovalMode" },
      send_follow_up_email: { $ref: "#/$defs/ApprovalMode" },
      send_follow_up_linkedin: { $ref: "#/$defs/ApprovalMode" },
      send_initial_email: { $ref: "#/$defs/ApprovalMode" },
      send_initial_message_linkedin: { $ref: "#/$defs/ApprovalMode" },
      send_inmail_linkedin: { $ref: "#/$defs/ApprovalMode" },
      smart_comment_linkedin: { $ref: "#/$defs/ApprovalMode" },
      smart_like_linkedin: { $ref: "#/$defs/ApprovalMode" },
      stop: { $ref: "#/$defs/ApprovalMode" }
    },
    type: "object"
  },
  ApprovalsParams: {
    additionalProperties: false,
    properties: {
      include_content: { type: "boolean" },
      limit: { type: "integer" },
      project_ids: { items: { type: "string" }, type: "array" }
    },
    required: ["project_ids"],
    type: "object"
  },
  ApprovalsRequestItem: {
    additionalProperties: false,
    properties: {
      id: { type: "string" },
      params: { $ref: "#/$defs/ApprovalsParams" },
      type: { enum: ["approvals"], type: "string" }
    },
    required: ["id", "params", "type"],
    type: "object"
  },
  BatchExecutionInclude: {
    additionalProperties: false,
    properties: { events: { type: "boolean" }, step_history: { type: "boolean" } },
    type: "object"
  },
  BatchProspectIdentifier: {
    additionalProperties: false,
    properties: {
      email: { type: ["string", "null"] },
      linkedin_url: { type: ["string", "null"] },
      prospect_id: { type: "string" },
      provider_id: { type: ["string", "null"] }
    },
    required: ["prospect_id"],
    type: "object"
  },
  BatchRequestItem: {
    anyOf: [
      { $ref: "#/$defs/ExecutionsRequestItem" },
      { $ref: "#/$defs/MetricsRequestItem" },
      { $ref: "#/$defs/ApprovalsRequestItem" },
      { $ref: "#/$defs/RateLimitsRequestItem" }
    ]
  },
  BulkApprovalAction: { enum: ["approve", "reject", "skip"], type: "string" },
  CampaignActionStatus: {
    anyOf: [
      {
        enum: [
          "pending_approval",
          "approved",
          "edited",
          "skipped",
          "auto_approved",
          "queued",
          "executed",
          "failed",
          "cancelled",
          "cancelled_by_pause",
          "paused"
        ]
      },
      { type: "string" }
    ]
  },
  CampaignActionType: {
    anyOf: [
      {
        enum: [
          "smart_like_linkedin",
          "smart_comment_linkedin",
          "reaction_like_linkedin",
          "reaction_comment_linkedin",
          "send_connection_linkedin",
          "send_connection_note_linkedin",
          "send_initial_message_linkedin",
          "send_follow_up_linkedin",
          "send_inmail_linkedin",
          "reply_linkedin",
          "send_initial_email",
          "send_follow_up_email",
          "reply_email",
          "meeting_booked",
          "intro_accepted",
          "wait",
          "stop"
        ]
      },
      { type: "string" }
    ]
  },
  CampaignAssetUpsertItem: {
    additionalProperties: false,
    properties: {
      key: { type: "string" },
      name: { type: "string" },
      type: { $ref: "#/$defs/OutreachAssetType" },
      value: { type: "string" }
    },
    required: ["key", "name", "value"],
    type: "object"
  },
  CampaignBulkApprovalAction: { enum: ["approve", "reject", "skip"], type: "string" },
  CampaignBulkApprovalItem: {
    additionalProperties: false,
    properties: {
      action: { $ref: "#/$defs/CampaignBulkApprovalAction" },
      action_id: { type: "string" },
      modified_content: { type: "string" },
      modified_subject: { type: "string" },
      notes: { type: "string" },
      reason: { type: "string" }
    },
    required: ["action", "action_id"],
    type: "object"
  },
  CampaignGuardrails: {
    additionalProperties: false,
    description: "Pacing and channel limits of a campaign.",
    properties: {
      active_hours: { $ref: "#/$defs/ActiveHours" },
      channel: { anyOf: [{ enum: ["both", "email_only", "linkedin_only"] }, { type: "string" }], default: "both" },
      connection_ignored_days: { type: "integer" },
      customer_edits_enabled: { default: true, type: "boolean" },
      days_of_week: { items: { type: "integer" }, type: "array" },
      disable_comments: { type: "boolean" },
      disable_likes: { type: "boolean" },
      enable_reaction_engagement: { type: "boolean" },
      exclude_crm_contacts: { default: true, type: "boolean" },
      max_actions_per_day: { type: "integer" },
      max_comments_per_day: { type: "integer" },
      max_follow_ups: { type: "integer" },
      max_likes_per_day: { type: "integer" },
      max_warmup_actions: { type: "integer" },
      min_hours_between_actions: { type: "number" }
    },
    type: "object"
  },
  CampaignOutcome: {
    anyOf: [{ enum: ["meeting_booked", "intro_accepted", "not_interested", "other"] }, { type: "string" }]
  },
  CampaignProspectInput: {
    additionalProperties: false,
    properties: {
      prospect_data: { additionalProperties: {}, type: "object" },
      prospect_external_id: { type: "string" },
      prospect_id: { type: "string" }
    },
    required: ["prospect_id"],
    type: "object"
  },
  CampaignProspectState: {
    anyOf: [
      {
        enum: [
          "not_connected",
          "pending_connection",
          "connected",
          "messaged",
          "followed_up",
          "replied",
          "meeting_booked",
          "intro_accepted",
          "stopped",
          "snoozed",
          "paused"
        ]
      },
      { type: "string" }
    ]
  },
  CampaignStatus: { anyOf: [{ enum: ["draft", "active", "paused", "completed"] }, { type: "string" }] },
  ChannelType: { anyOf: [{ enum: ["gmail", "outlook", "linkedin"] }, { type: "string" }] },
  ChatMessage: {
    additionalProperties: false,
    description: "One conversation turn.",
    properties: { content: { type: "string" }, role: { enum: ["system", "user", "assistant"], type: "string" } },
    required: ["content", "role"],
    type: "object"
  },
  ColumnKind: { anyOf: [{ enum: ["extraction", "verdict"] }, { type: "string" }] },
  ContactDetailsInput: {
    additionalProperties: false,
    properties: {
      address_line1: { type: "string" },
      city: { type: "string" },
      country: { type: "string" },
      email: { type: "string" },
      first_name: { type: "string" },
      last_name: { type: "string" },
      organization: { type: "string" },
      phone: { type: "string" },
      postal_code: { type: "string" },
      state: { type: "string" }
    },
    required: [
      "address_line1",
      "city",
      "country",
      "email",
      "first_name",
      "last_name",
      "organization",
      "phone",
      "postal_code",
      "state"
    ],
    type: "object"
  },
  ContactEnrichPersonInput: {
    additionalProperties: false,
    properties: {
      company_linkedin_url: { type: ["string", "null"] },
      company_name: { type: ["string", "null"] },
      company_website: { type: ["string", "null"] },
      email: { type: ["string", "null"] },
      first_name: { type: ["string", "null"] },
      full_name: { type: ["string", "null"] },
      last_name: { type: ["string", "null"] },
      linkedin_url: { type: ["string", "null"] },
      person_id: { type: ["string", "null"] }
    },
    type: "object"
  },
  ContactRelationshipProvider: { anyOf: [{ enum: ["gmail", "outlook", "auto"] }, { type: "string" }] },
  ContentIntelligenceOutputName: {
    anyOf: [{ enum: ["top_posts", "post_ideas", "engagement_analysis"] }, { type: "string" }]
  },
  ContentSource: { anyOf: [{ enum: ["template", "ai_generate", "ai_enhance", "none"] }, { type: "string" }] },
  ContentType: { anyOf: [{ enum: ["text", "transcript", "summary", "structured"] }, { type: "string" }] },
  ConversationStatus: {
    anyOf: [{ enum: ["active", "needs_response", "waiting", "booked", "closed"] }, { type: "string" }]
  },
  CriteriaClassification: {
    additionalProperties: false,
    description: "Criteria split into universal, varying and validation-only groups.",
    properties: {
      universal_criteria: { items: { $ref: "#/$defs/CriterionDefinition" }, type: "array" },
      universal_reasoning: { type: "string" },
      validation_only_criteria: { items: { $ref: "#/$defs/CriterionDefinition" }, type: "array" },
      validation_reasoning: { type: "string" },
      varying_criteria: { items: { $ref: "#/$defs/CriterionDefinition" }, type: "array" },
      varying_reasoning: { type: "string" }
    },
    required: ["universal_criteria", "validation_only_criteria", "varying_criteria"],
    type: "object"
  },
  CriterionDefinition: {
    additionalProperties: false,
    description: "One scoring or extraction column.",
    properties: {
      answer_format: { type: "string" },
      column_kind: { $ref: "#/$defs/ColumnKind" },
      column_name: { type: "string" },
      criterion_id: { type: "string" },
      criterion_text: { type: "string" },
      criterion_type: { $ref: "#/$defs/CriterionType" },
      requires_web_verification: { type: "boolean" },
      scoring_relevance: { anyOf: [{ enum: ["none"] }, { type: "string" }] },
      verification_entity: { anyOf: [{ enum: ["person", "organization", "location"] }, { type: "string" }] },
      verification_question: { type: "string" },
      weight: { type: "number" }
    },
    required: ["column_name", "criterion_id", "criterion_text", "criterion_type", "weight"],
    type: "object"
  },
  CriterionType: { anyOf: [{ enum: ["universal", "varying", "validation_only"] }, { type: "string" }] },
  CrmContactInput: {
    additionalProperties: false,
    properties: {
      company: { type: "string" },
      email: { type: "string" },
      first_name: { type: "string" },
      full_name: { type: "string" },
      job_title: { type: "string" },
      last_name: { type: "string" },
      location: { type: "string" }
    },
    type: "object"
  },
  CrmProvider: { anyOf: [{ enum: ["attio", "hubspot"] }, { type: "string" }] },
  DraftSendOverride: {
    additionalProperties: false,
    properties: {
      draft_id: { type: "string" },
      inmail_subscription: { anyOf: [{ $ref: "#/$defs/InmailSubscription" }, { type: "null" }] },
      outreach_method: { $ref: "#/$defs/OutreachMethod" },
      skip_note: { type: "boolean" }
    },
    required: ["draft_id"],
    type: "object"
  },
  DraftStatus: {
    anyOf: [
      { enum: ["pending_review", "approved", "scheduled", "sending", "sent", "failed", "discarded"] },
      { type: "string" }
    ]
  },
  DuplicateHandling: { enum: ["error", "skip", "replace", "suffix"], type: "string" },
  EmailAction: { enum: ["send"], type: "string" },
  ExecutionOutcome: {
    anyOf: [{ enum: ["meeting_booked", "interested", "hired", "not_interested", "other"] }, { type: "string" }]
  },
  ExecutionStatus: {
    anyOf: [
      {
        enum: [
          "queued",
          "processing",
          "active",
          "waiting_delay",
          "waiting_event",
          "waiting_approval",
          "paused",
          "completed",
          "exited",
          "cancelled",
          "failed"
        ]
      },
      { type: "string" }
    ]
  },
  ExecutionsParams: {
    additionalProperties: false,
    properties: {
      include_prospect_details: { type: "boolean" },
      limit: { type: "integer" },
      project_ids: { items: { type: "string" }, type: "array" },
      status: { $ref: "#/$defs/ExecutionStatus" }
    },
    required: ["project_ids"],
    type: "object"
  },
  ExecutionsRequestItem: {
    additionalProperties: false,
    properties: {
      id: { type: "string" },
      params: { $ref: "#/$defs/ExecutionsParams" },
      type: { enum: ["executions"], type: "string" }
    },
    required: ["id", "params", "type"],
    type: "object"
  },
  FeedbackType: { anyOf: [{ enum: ["suggestion", "correction", "guidance"] }, { type: "string" }] },
  FileAttachment: {
    additionalProperties: false,
    properties: {
      mime_type: { type: ["string", "null"] },
      name: { type: "string" },
      size_bytes: { type: ["integer", "null"] },
      uri: {
        description: "Artifact id (artifact_...) or a URI (http, https, s3, gs, gcs, file, ftp, ftps, blob, data).",
        type: "string"
      }
    },
    required: ["name", "uri"],
    type: "object"
  },
  FileScope: { enum: ["user", "tenant"], type: "string" },
  InboxKind: { enum: ["byo", "managed", "all"], type: "string" },
  InmailSubscription: {
    anyOf: [{ enum: ["sales_navigator", "recruiter_lite", "recruiter_corporate", "premium"] }, { type: "string" }]
  },
  IntegrationProvider: {
    anyOf: [{ enum: ["composio", "unipile", "nango", "arcade", "merge"] }, { type: "string" }],
    description: "composio and unipile are live; the others are announced."
  },
  LinkedInAccountRateLimits: {
    additionalProperties: false,
    properties: {
      comment_post: { type: "integer" },
      connection_request: { type: "integer" },
      inmail: { type: "integer" },
      like_post: { type: "integer" },
      message: { type: "integer" },
      view_profile: { type: "integer" }
    },
    type: "object"
  },
  LinkedInAction: {
    anyOf: [
      {
        enum: [
          "check_connection",
          "connection_request",
          "message",
          "inmail",
          "view_profile",
          "like_post",
          "comment_post"
        ]
      },
      { type: "string" }
    ]
  },
  LinkedInSubscriptionType: {
    anyOf: [
      { enum: ["basic", "premium", "sales_navigator", "recruiter_lite", "recruiter_corporate"] },
      { type: "string" }
    ]
  },
  McpScope: { enum: ["tenant", "user"], type: "string" },
  McpTransport: { enum: ["stdio", "streamable_http", "sse"], type: "string" },
  MetricsParams: {
    additionalProperties: false,
    properties: { project_ids: { items: { type: "string" }, type: "array" } },
    required: ["project_ids"],
    type: "object"
  },
  MetricsRequestItem: {
    additionalProperties: false,
    properties: {
      id: { type: "string" },
      params: { $ref: "#/$defs/MetricsParams" },
      type: { enum: ["metrics"], type: "string" }
    },
    required: ["id", "params", "type"],
    type: "object"
  },
  ModelOverrides: {
    description: "Models of this run by type.",
    properties: {
      cheap_model: { description: "provider:model", type: ["string", "null"] },
      fast_model: { description: "provider:model", type: ["string", "null"] },
      reasoning_model: { description: "provider:model", type: ["string", "null"] },
      smart_model: { description: "provider:model", type: ["string", "null"] },
      vision_model: { description: "provider:model", type: ["string", "null"] }
    },
    type: "object"
  },
  ModelPreferenceCreate: {
    additionalProperties: false,
    description: "A preference.",
    properties: {
      model_name: { description: "Model name.", type: "string" },
      model_type: { $ref: "#/$defs/ModelType" },
      provider: { $ref: "#/$defs/ModelProvider" }
    },
    required: ["model_name", "provider"],
    type: "object"
  },
  ModelProvider: {
    anyOf: [
      {
        enum: [
          "openai",
          "anthropic",
          "azure_openai",
          "azure_ai",
          "google_vertexai",
          "google_genai",
          "google_anthropic_vertex",
          "bedrock",
          "bedrock_converse",
          "cohere",
          "fireworks",
          "together",
          "mistralai",
          "huggingface",
          "groq",
          "ollama",
          "deepseek",
          "ibm",
          "nvidia",
          "xai",
          "perplexity"
        ]
      },
      { type: "string" }
    ]
  },
  ModelType: {
    anyOf: [
      { enum: ["CHEAP_MODEL", "FAST_MODEL", "SMART_MODEL", "REASONING_MODEL", "VISION_MODEL"] },
      { type: "string" }
    ]
  },
  NetworkDistance: {
    anyOf: [{ enum: ["FIRST_DEGREE", "SECOND_DEGREE", "THIRD_DEGREE", "OUT_OF_NETWORK"] }, { type: "string" }]
  },
  OnFailure: { anyOf: [{ enum: ["fail", "skip", "retry"] }, { type: "string" }] },
  OutreachAssetType: { anyOf: [{ enum: ["link", "text", "file"] }, { type: "string" }] },
  OutreachChannel: { enum: ["all", "linkedin", "email", "inmail"], type: "string" },
  OutreachMethod: {
    anyOf: [
      { enum: ["connection_request", "direct_message", "inmail", "inmail_escalation", "email"] },
      { type: "string" }
    ]
  },
  OutreachSource: { enum: ["all", "sequence", "campaign"], type: "string" },
  OutreachStageFilter: { enum: ["all", "connected", "messaged", "replied", "meeting_booked"], type: "string" },
  PeopleDataSource: { anyOf: [{ enum: ["PDL", "CORESIGNAL", "CRUST_DATA"] }, { type: "string" }] },
  PostEngagementType: { anyOf: [{ enum: ["reactor", "commenter"] }, { type: "string" }] },
  PostsDateRange: {
    anyOf: [
      {
        enum: [
          "past-24h",
          "past-week",
          "past-month",
          "past-quarter",
          "past-6-months",
          "past-year",
          "past-2-years",
          "past-3-years"
        ]
      },
      { type: "string" }
    ],
    description: "Look-back window."
  },
  ProcessingStatus: {
    anyOf: [{ enum: ["pending", "parsing", "embedding", "completed", "partial_success", "error"] }, { type: "string" }]
  },
  ProspectConnectionCheck: {
    additionalProperties: false,
    properties: {
      linkedin_url: { type: ["string", "null"] },
      prospect_id: { type: "string" },
      provider_id: { type: ["string", "null"] }
    },
    required: ["prospect_id"],
    type: "object"
  },
  ProspectInfo: {
    additionalProperties: false,
    properties: {
      ai_context: { additionalProperties: {}, type: ["object", "null"] },
      current_company: { type: ["string", "null"] },
      current_title: { type: ["string", "null"] },
      email: { type: ["string", "null"] },
      external_id: { type: "string" },
      inmail_subscription: { anyOf: [{ $ref: "#/$defs/InmailSubscription" }, { type: "null" }] },
      is_connected: { type: ["boolean", "null"] },
      is_priority: { type: "boolean" },
      linkedin_url: { type: ["string", "null"] },
      name: { type: "string" },
      outreach_method: {
        anyOf: [
          { anyOf: [{ enum: ["direct_message", "connection_request", "inmail", "email"] }, { type: "string" }] },
          { type: "null" }
        ]
      },
      priority: { default: 0, type: "integer" },
      provider_id: { type: ["string", "null"] },
      selected_channel: { type: ["string", "null"] },
      use_prior_contact: { type: ["boolean", "null"] }
    },
    required: ["external_id", "name"],
    type: "object"
  },
  ProspectSyncIdentifier: {
    additionalProperties: false,
    properties: {
      email: { type: ["string", "null"] },
      linkedin_url: { type: ["string", "null"] },
      prospect_id: { type: ["string", "null"] },
      provider_id: { type: ["string", "null"] }
    },
    type: "object"
  },
  RateLimitsParams: {
    additionalProperties: false,
    properties: { channels: { items: { type: "string" }, type: "array" } },
    type: "object"
  },
  RateLimitsRequestItem: {
    additionalProperties: false,
    properties: {
      id: { type: "string" },
      params: { $ref: "#/$defs/RateLimitsParams" },
      type: { enum: ["rate_limits"], type: "string" }
    },
    required: ["id", "type"],
    type: "object"
  },
  ReplySentiment: { anyOf: [{ enum: ["positive", "negative", "neutral", "objection", "ooo"] }, { type: "string" }] },
  ResponseStatus: {
    anyOf: [{ enum: ["queued", "in_progress", "succeeded", "failed", "cancelled"] }, { type: "string" }],
    description: "Lifecycle of a response."
  },
  SenderPersonaInput: {
    additionalProperties: false,
    properties: {
      daily_volume_cap: { type: ["integer", "null"] },
      first_name: { type: "string" },
      last_name: { type: "string" },
      title: { type: "string" }
    },
    required: ["first_name", "last_name"],
    type: "object"
  },
  SequenceAction: { anyOf: [{ $ref: "#/$defs/LinkedInAction" }, { $ref: "#/$defs/EmailAction" }] },
  SequenceChannel: { anyOf: [{ enum: ["linkedin", "email"] }, { type: "string" }] },
  SequenceEventType: {
    anyOf: [
      {
        enum: [
          "step_completed",
          "delay_elapsed",
          "reply_received",
          "connection_accepted",
          "connection_ignored",
          "is_connected",
          "is_not_connected",
          "inmail_accepted",
          "profile_viewed_back",
          "email_opened",
          "email_clicked",
          "email_bounced",
          "meeting_booked",
          "opted_out",
          "outcome_recorded",
          "step_failed",
          "manual_advance",
          "manual_exit",
          "step_skipped"
        ]
      },
      { type: "string" }
    ]
  },
  SequenceProspectInput: {
    additionalProperties: false,
    properties: {
      context: { additionalProperties: {}, type: "object" },
      prospect_external_id: { type: "string" },
      prospect_id: { type: "string" }
    },
    required: ["prospect_id"],
    type: "object"
  },
  SharePermission: { anyOf: [{ enum: ["view", "use", "edit"] }, { type: "string" }] },
  SpecializedAgentParams: {
    description: "Parameters of a specialised agent.",
    properties: {
      add_and_run_criterion: { anyOf: [{ type: "string" }, { $ref: "#/$defs/AddAndRunCriterionRequest" }] },
      add_criterion: { $ref: "#/$defs/AddCriterionRequest" },
      candidate_profiles: {
        description: "people_scoring only.",
        items: { additionalProperties: {}, type: "object" },
        type: "array"
      },
      company: { type: "string" },
      company_context: { type: "string" },
      company_examples: { items: { type: "string" }, type: "array" },
      competitors: { items: { type: "string" }, type: "array" },
      criteria_classification: { $ref: "#/$defs/CriteriaClassification" },
      criteria_definitions: { items: { $ref: "#/$defs/CriterionDefinition" }, type: "array" },
      crm_exclusion_owners: { items: { type: "string" }, type: "array" },
      crm_name_company_match: { default: true, type: "boolean" },
      data_sources: {
        items: { anyOf: [{ enum: ["PDL", "CORESIGNAL", "CRUST_DATA"] }, { type: "string" }] },
        type: "array"
      },
      deep_search_criteria_model: { type: "string" },
      deep_validation_backfill_below_criteria: { default: true, type: "boolean" },
      deep_validation_use_relevance_reranker: { default: true, type: "boolean" },
      deep_verify: { anyOf: [{ enum: ["off", "auto", "always"] }, { type: "string" }] },
      direct_post_urls: { items: { type: "string" }, type: "array" },
      direct_posts_extract_author: { default: true, type: "boolean" },
      direct_posts_extract_commenters: { default: true, type: "boolean" },
      direct_posts_extract_reactors: { default: true, type: "boolean" },
      direct_posts_max_comments: { default: 100, type: "integer" },
      direct_posts_max_reactors: { default: 500, type: "integer" },
      engagement_score_weight: { default: 0.15, type: "number" },
      engagement_types: {
        default: ["reactor", "commenter"],
        items: { $ref: "#/$defs/PostEngagementType" },
        type: "array"
      },
      exa_results_per_query: { type: "integer" },
      exclude_competitor_employees: { default: true, type: "boolean" },
      exclude_crm_contacts: { default: true, type: "boolean" },
      exclude_names: { items: { type: "string" }, type: "array" },
      exclude_previously_contacted: { default: false, type: "boolean" },
      exclude_profiles: { items: { type: "string" }, type: "array" },
      exclude_urls: { items: { type: "string" }, type: "array" },
      exec_titles: {
        default: ["Founder", "Co-Founder", "CEO", "CTO", "COO", "CFO", "CRO", "CMO", "VP", "Chief"],
        items: { type: "string" },
        type: "array"
      },
      expand_exclusion_via_discovery: { default: true, type: "boolean" },
      expand_from_response: { type: "string" },
      hops: { default: 1, type: "integer" },
      include_company_posts: { default: true, type: "boolean" },
      include_engagement_in_score: {
        anyOf: [{ enum: ["auto"], type: "string" }, { type: "boolean" }],
        default: "auto"
      },
      include_exec_posts: { default: true, type: "boolean" },
      limit: {
        description: "Range depends on the agent: quick_people_search 1-100 (default 20), the others 1-1000.",
        type: "integer"
      },
      max_candidates_per_company: { default: 3, type: "integer" },
      max_comments_per_post: { type: "integer" },
      max_competitors: { default: 10, type: "integer" },
      max_engagements_per_rep: { default: 100, type: "integer" },
      max_execs_per_target: { default: 5, type: "integer" },
      max_posts_per_target: { default: 5, type: "integer" },
      max_reactors_per_post: { type: "integer" },
      max_reps_per_competitor: { default: 20, type: "integer" },
      outputs: { items: { $ref: "#/$defs/ContentIntelligenceOutputName" }, type: "array" },
      people_per_next_hop: { default: 20, type: "integer" },
      posts_date_range: { $ref: "#/$defs/PostsDateRange", default: "past-month" },
      posts_enable_enrichment: { default: false, type: "boolean" },
      posts_enable_filtering: { default: true, type: "boolean" },
      posts_extract_author: { default: true, type: "boolean" },
      posts_extract_commenters: { type: "boolean" },
      posts_extract_reactors: { type: "boolean" },
      posts_fields: {
        anyOf: [{ enum: ["reactors", "comments", "reactors,comments"] }, { type: "string" }],
        default: "reactors"
      },
      posts_max_comments: { default: 5000, type: "integer" },
      posts_max_keywords: { type: "integer" },
      posts_max_reactors: { default: 5000, type: "integer" },
      posts_max_results: { default: 50, type: "integer" },
      posts_per_hop: { type: "integer" },
      rep_titles: { items: { type: "string" }, type: "array" },
      requested_candidates: { type: "integer" },
      restrict_engagement_to_tenure: { default: true, type: "boolean" },
      reuse_criteria_from: { type: "string" },
      reuse_package_from: { type: "string" },
      run_single_criterion: { type: "string" },
      search_connections: { default: false, type: "boolean" },
      search_job_signal: { anyOf: [{ enum: ["auto"], type: "string" }, { type: "boolean" }], default: false },
      search_posts: { anyOf: [{ enum: ["auto"], type: "string" }, { type: "boolean" }], default: "auto" },
      search_profiles: { anyOf: [{ enum: ["auto"], type: "string" }, { type: "boolean" }], default: true },
      thorough_enrichment: { default: false, type: "boolean" }
    },
    type: "object"
  },
  SpecializedAgentType: {
    anyOf: [
      {
        enum: [
          "quick_people_search",
          "deep_people_search",
          "people_scoring",
          "competitor_post_engagement",
          "competitor_rep_engagement",
          "content_intelligence",
          "engagement_expansion"
        ]
      },
      { type: "string" }
    ],
    description: "Agent to route to instead of the general one."
  },
  StepConfig: {
    additionalProperties: false,
    description: "One step of a sequence template.",
    properties: {
      action: { $ref: "#/$defs/SequenceAction" },
      action_config: { additionalProperties: {}, type: "object" },
      ai_instructions: { type: "string" },
      ai_precheck: { type: "boolean" },
      ai_precheck_instructions: { type: "string" },
      channel: { $ref: "#/$defs/SequenceChannel" },
      content_source: { $ref: "#/$defs/ContentSource" },
      content_template: { type: "string" },
      description: { type: "string" },
      max_retries: { type: "integer" },
      name: { type: "string" },
      on_failure: { $ref: "#/$defs/OnFailure" },
      requires_approval: { type: "boolean" },
      step_key: { type: "string" },
      ui_position_x: { type: "number" },
      ui_position_y: { type: "number" }
    },
    required: ["action", "channel", "name", "step_key"],
    type: "object"
  },
  StepExecutionStatus: {
    anyOf: [
      {
        enum: [
          "pending",
          "scheduled",
          "waiting_approval",
          "approved",
          "rejected",
          "executing",
          "sent",
          "delivered",
          "opened",
          "clicked",
          "replied",
          "accepted",
          "completed",
          "failed",
          "skipped",
          "cancelled"
        ]
      },
      { type: "string" }
    ]
  },
  TemplateShareConfig: {
    additionalProperties: false,
    properties: { permission: { $ref: "#/$defs/SharePermission" }, user_id: { type: ["string", "null"] } },
    required: ["permission"],
    type: "object"
  },
  TransitionCondition: {
    additionalProperties: false,
    properties: {
      field: { type: "string" },
      operator: { $ref: "#/$defs/TransitionConditionOperator" },
      type: { $ref: "#/$defs/TransitionConditionType" },
      value: {}
    },
    required: ["type"],
    type: "object"
  },
  TransitionConditionOperator: {
    anyOf: [
      { enum: ["equals", "not_equals", "exists", "not_exists", "gt", "lt", "contains", "in"] },
      { type: "string" }
    ]
  },
  TransitionConditionType: {
    anyOf: [{ enum: ["no_reply", "has_email", "is_connected", "prospect_field"] }, { type: "string" }]
  },
  TransitionConfig: {
    additionalProperties: false,
    description: "Edge between steps, fired by an event.",
    properties: {
      conditions: { items: { $ref: "#/$defs/TransitionCondition" }, type: "array" },
      delay_days: { type: "number" },
      delay_hours: { type: "number" },
      event_params: { $ref: "#/$defs/TransitionEventParams" },
      event_type: { $ref: "#/$defs/SequenceEventType" },
      exit_reason: { type: "string" },
      from_step_key: { type: ["string", "null"] },
      priority: { type: "integer" },
      to_step_key: { type: ["string", "null"] },
      ui_label: { type: "string" }
    },
    required: ["event_type"],
    type: "object"
  },
  TransitionEventParams: {
    properties: {
      days_waiting: { type: "number" },
      min_delay_days: { type: "number" },
      sentiment: { $ref: "#/$defs/ReplySentiment" }
    },
    type: "object"
  }
}
