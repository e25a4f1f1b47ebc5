/**
 * Every operation of Lumnis AI REST API (wire contract) as plain data, without schemas: loads in a few milliseconds.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"

/**
 * The operations, by resource, path and method.
 *
 * @since 0.1.0
 * @category models
 */
export const catalog: ReadonlyArray<CatalogEntry> = [
  {
    id: "listAssets",
    platform: "lumnis",
    resource: "assets",
    name: "list",
    method: "GET",
    path: "/v1/assets",
    query: ["user_id", "active_only", "campaign_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "List outreach assets",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "active_only", in: "query", required: false, type: "boolean", description: "Only active rows." },
      { name: "campaign_id", in: "query", required: false, type: "string", description: "Campaign id." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createAsset",
    platform: "lumnis",
    resource: "assets",
    name: "create",
    method: "POST",
    path: "/v1/assets",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Create an outreach asset",
    pathParameters: [],
    parameters: [
      { name: "key", in: "body", required: true, type: "string", description: "Key of the asset." },
      { name: "name", in: "body", required: true, type: "string", description: "Name." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "value", in: "body", required: true, type: "string", description: "Value of the asset." },
      { name: "type", in: "body", required: false, type: "string", enum: ["link", "text", "file"] }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getAsset",
    platform: "lumnis",
    resource: "assets",
    name: "get",
    method: "GET",
    path: "/v1/assets/{asset_id}",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read an outreach asset",
    pathParameters: [{ name: "asset_id", description: "Asset id." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateAsset",
    platform: "lumnis",
    resource: "assets",
    name: "update",
    method: "PUT",
    path: "/v1/assets/{asset_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Change an outreach asset",
    pathParameters: [{ name: "asset_id", description: "Asset id." }],
    parameters: [
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "is_active", in: "body", required: false, type: "boolean", description: "false switches it off." },
      { name: "name", in: "body", required: false, type: "string", description: "Name." },
      { name: "value", in: "body", required: false, type: "string", description: "Value of the asset." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deactivateAsset",
    platform: "lumnis",
    resource: "assets",
    name: "deactivate",
    method: "DELETE",
    path: "/v1/assets/{asset_id}",
    query: ["user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Deactivate an outreach asset",
    pathParameters: [{ name: "asset_id", description: "Asset id." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listCampaigns",
    platform: "lumnis",
    resource: "campaigns",
    name: "list",
    method: "GET",
    path: "/v1/campaigns",
    query: ["user_id", "project_id", "status"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "List campaigns",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "project_id", in: "query", required: false, type: "string", description: "Project id." },
      {
        name: "status",
        in: "query",
        required: false,
        type: "string",
        enum: ["draft", "active", "paused", "completed"],
        description: "Only rows in this status."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createCampaign",
    platform: "lumnis",
    resource: "campaigns",
    name: "create",
    method: "POST",
    path: "/v1/campaigns",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Create a draft campaign",
    pathParameters: [],
    parameters: [
      { name: "name", in: "body", required: true, type: "string", description: "Name." },
      { name: "playbook_id", in: "body", required: true, type: "string", description: "Playbook id." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "approval_settings", in: "body", required: false, type: "object" },
      {
        name: "company_context",
        in: "body",
        required: false,
        type: "string",
        description: "What the company does, for the agent."
      },
      {
        name: "email_persona_id",
        in: "body",
        required: false,
        type: "string",
        description: "Sender persona for email."
      },
      { name: "goal", in: "body", required: false, type: "string", description: "Goal of the campaign." },
      { name: "guardrails", in: "body", required: false, type: "object" },
      {
        name: "max_prospects",
        in: "body",
        required: false,
        type: "integer",
        description: "Most prospects the campaign takes."
      },
      { name: "organization_id", in: "body", required: false, type: "string", description: "Id of the organisation." },
      {
        name: "playbook_version",
        in: "body",
        required: false,
        type: "integer",
        description: "Version of the playbook."
      },
      { name: "project_id", in: "body", required: false, type: "string", description: "Project id." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "approveCampaignAction",
    platform: "lumnis",
    resource: "campaigns",
    name: "approveAction",
    method: "POST",
    path: "/v1/campaigns/actions/{action_id}/approve",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Approve an action",
    pathParameters: [{ name: "action_id", description: "Id of the campaign action." }],
    parameters: [
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      {
        name: "modified_content",
        in: "body",
        required: false,
        type: "string",
        description: "Text to send instead of the proposed one."
      },
      {
        name: "modified_subject",
        in: "body",
        required: false,
        type: "string",
        description: "Subject to send instead of the proposed one."
      },
      { name: "notes", in: "body", required: false, type: "string", description: "Notes for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "cancelQueuedCampaignAction",
    platform: "lumnis",
    resource: "campaigns",
    name: "cancelQueuedAction",
    method: "POST",
    path: "/v1/campaigns/actions/{action_id}/cancel-queued",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Cancel a queued action",
    pathParameters: [{ name: "action_id", description: "Id of the campaign action." }],
    parameters: [
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "editQueuedCampaignAction",
    platform: "lumnis",
    resource: "campaigns",
    name: "editQueuedAction",
    method: "PUT",
    path: "/v1/campaigns/actions/{action_id}/edit-queued",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Edit a queued action",
    pathParameters: [{ name: "action_id", description: "Id of the campaign action." }],
    parameters: [
      { name: "content", in: "body", required: true, type: "string", description: "Text of the message." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "subject", in: "body", required: false, type: "string", description: "Subject line." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "pauseQueuedCampaignAction",
    platform: "lumnis",
    resource: "campaigns",
    name: "pauseQueuedAction",
    method: "POST",
    path: "/v1/campaigns/actions/{action_id}/pause-queued",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Hold a queued action",
    pathParameters: [{ name: "action_id", description: "Id of the campaign action." }],
    parameters: [
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "recordCampaignOutcome",
    platform: "lumnis",
    resource: "campaigns",
    name: "recordOutcome",
    method: "POST",
    path: "/v1/campaigns/actions/{action_id}/record-outcome",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Record an outcome",
    pathParameters: [{ name: "action_id", description: "Id of the campaign action." }],
    parameters: [
      {
        name: "outcome",
        in: "body",
        required: true,
        type: "string",
        enum: ["meeting_booked", "intro_accepted", "not_interested", "other"]
      },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "notes", in: "body", required: false, type: "string", description: "Notes for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "rejectCampaignAction",
    platform: "lumnis",
    resource: "campaigns",
    name: "rejectAction",
    method: "POST",
    path: "/v1/campaigns/actions/{action_id}/reject",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Reject an action",
    pathParameters: [{ name: "action_id", description: "Id of the campaign action." }],
    parameters: [
      { name: "reason", in: "body", required: true, type: "string", description: "Why, for the log." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "resumeQueuedCampaignAction",
    platform: "lumnis",
    resource: "campaigns",
    name: "resumeQueuedAction",
    method: "POST",
    path: "/v1/campaigns/actions/{action_id}/resume-queued",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Release a held action",
    pathParameters: [{ name: "action_id", description: "Id of the campaign action." }],
    parameters: [
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "skipCampaignAction",
    platform: "lumnis",
    resource: "campaigns",
    name: "skipAction",
    method: "POST",
    path: "/v1/campaigns/actions/{action_id}/skip",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Skip an action",
    pathParameters: [{ name: "action_id", description: "Id of the campaign action." }],
    parameters: [
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listCampaignApprovals",
    platform: "lumnis",
    resource: "campaigns",
    name: "listPendingApprovals",
    method: "GET",
    path: "/v1/campaigns/approvals",
    query: ["campaign_id", "limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "items" },
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List actions waiting for approval",
    pathParameters: [],
    parameters: [
      { name: "campaign_id", in: "query", required: false, type: "string", description: "Campaign id." },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "bulkCampaignApprovals",
    platform: "lumnis",
    resource: "campaigns",
    name: "bulkApprovals",
    method: "POST",
    path: "/v1/campaigns/approvals/bulk",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Approve, reject or skip many actions",
    pathParameters: [],
    parameters: [
      {
        name: "items",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Entries, one object each."
      },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listPlaybooks",
    platform: "lumnis",
    resource: "campaigns",
    name: "listPlaybooks",
    method: "GET",
    path: "/v1/campaigns/playbooks",
    query: ["user_id", "active_only"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "List playbooks",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "active_only", in: "query", required: false, type: "boolean", description: "Only active rows." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createPlaybook",
    platform: "lumnis",
    resource: "campaigns",
    name: "createPlaybook",
    method: "POST",
    path: "/v1/campaigns/playbooks",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "body" },
    summary: "Create a playbook",
    pathParameters: [],
    parameters: [
      { name: "content", in: "body", required: true, type: "string", description: "Rules and texts of the playbook." },
      { name: "name", in: "body", required: true, type: "string", description: "Name." },
      {
        name: "examples",
        in: "body",
        required: false,
        type: "array",
        items: "object",
        description: "Examples for the agent."
      },
      {
        name: "generated_from",
        in: "body",
        required: false,
        type: "object",
        description: "What the playbook was generated from."
      },
      { name: "organization_id", in: "body", required: false, type: "string", description: "Id of the organisation." },
      {
        name: "source",
        in: "body",
        required: false,
        type: "string",
        enum: ["manual", "generated", "cloned"],
        description: "Where the playbook comes from."
      },
      { name: "style_preferences", in: "body", required: false, type: "object", description: "Style of the texts." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "generatePlaybook",
    platform: "lumnis",
    resource: "campaigns",
    name: "generatePlaybook",
    method: "POST",
    path: "/v1/campaigns/playbooks/generate",
    body: "json",
    bodyRequired: true,
    response: "json",
    needs: ["job_id"],
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Generate a playbook from history",
    pathParameters: [],
    parameters: [
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      {
        name: "company_context",
        in: "body",
        required: false,
        type: "string",
        description: "What the company does, for the agent."
      },
      { name: "context", in: "body", required: false, type: "string", description: "Context for the agent." },
      {
        name: "history_months",
        in: "body",
        required: false,
        type: "integer",
        description: "Months of history to read."
      },
      { name: "max_chats", in: "body", required: false, type: "integer", description: "Most conversations to read." },
      { name: "model_name", in: "body", required: false, type: "string", description: "Model name." },
      { name: "playbook_id", in: "body", required: false, type: "string", description: "Playbook id." },
      { name: "playbook_name", in: "body", required: false, type: "string", description: "Name of the new playbook." }
    ],
    statuses: ["200", "202", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getPlaybookGenerationStatus",
    platform: "lumnis",
    resource: "campaigns",
    name: "getPlaybookGenerationStatus",
    method: "GET",
    path: "/v1/campaigns/playbooks/generate/{job_id}",
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "none" },
    summary: "Read a generation job",
    pathParameters: [{ name: "job_id", description: "Job id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getPlaybook",
    platform: "lumnis",
    resource: "campaigns",
    name: "getPlaybook",
    method: "GET",
    path: "/v1/campaigns/playbooks/{playbook_id}",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read a playbook",
    pathParameters: [{ name: "playbook_id", description: "Playbook id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updatePlaybook",
    platform: "lumnis",
    resource: "campaigns",
    name: "updatePlaybook",
    method: "PUT",
    path: "/v1/campaigns/playbooks/{playbook_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Change a playbook (new version)",
    pathParameters: [{ name: "playbook_id", description: "Playbook id." }],
    parameters: [
      {
        name: "change_reason",
        in: "body",
        required: false,
        type: "string",
        description: "Why the playbook changes, kept with the version."
      },
      { name: "content", in: "body", required: false, type: "string", description: "Rules and texts of the playbook." },
      {
        name: "examples",
        in: "body",
        required: false,
        type: "array",
        items: "object",
        description: "Examples for the agent."
      },
      { name: "name", in: "body", required: false, type: "string", description: "Name." },
      { name: "style_preferences", in: "body", required: false, type: "object", description: "Style of the texts." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "archivePlaybook",
    platform: "lumnis",
    resource: "campaigns",
    name: "archivePlaybook",
    method: "DELETE",
    path: "/v1/campaigns/playbooks/{playbook_id}",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Archive a playbook",
    pathParameters: [{ name: "playbook_id", description: "Playbook id." }],
    parameters: [],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "409", "422", "429", "5XX"]
  },
  {
    id: "listPlaybookVersions",
    platform: "lumnis",
    resource: "campaigns",
    name: "listPlaybookVersions",
    method: "GET",
    path: "/v1/campaigns/playbooks/{playbook_id}/versions",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List playbook versions",
    pathParameters: [{ name: "playbook_id", description: "Playbook id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getCampaign",
    platform: "lumnis",
    resource: "campaigns",
    name: "get",
    method: "GET",
    path: "/v1/campaigns/{campaign_id}",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read a campaign",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateCampaign",
    platform: "lumnis",
    resource: "campaigns",
    name: "update",
    method: "PUT",
    path: "/v1/campaigns/{campaign_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Change a campaign",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [
      { name: "approval_settings", in: "body", required: false, type: "object" },
      {
        name: "company_context",
        in: "body",
        required: false,
        type: "string",
        description: "What the company does, for the agent."
      },
      {
        name: "email_persona_id",
        in: "body",
        required: false,
        type: "string",
        description: "Sender persona for email."
      },
      { name: "goal", in: "body", required: false, type: "string", description: "Goal of the campaign." },
      { name: "guardrails", in: "body", required: false, type: "object" },
      {
        name: "max_prospects",
        in: "body",
        required: false,
        type: "integer",
        description: "Most prospects the campaign takes."
      },
      { name: "name", in: "body", required: false, type: "string", description: "Name." },
      { name: "playbook_id", in: "body", required: false, type: "string", description: "Playbook id." },
      {
        name: "playbook_version",
        in: "body",
        required: false,
        type: "integer",
        description: "Version of the playbook."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "409", "422", "429", "5XX"]
  },
  {
    id: "listCampaignActions",
    platform: "lumnis",
    resource: "campaigns",
    name: "listActions",
    method: "GET",
    path: "/v1/campaigns/{campaign_id}/actions",
    query: ["status", "action_type", "prospect_id", "limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "items" },
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List actions",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [
      {
        name: "status",
        in: "query",
        required: false,
        type: "string",
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
        ],
        description: "Only rows in this status."
      },
      {
        name: "action_type",
        in: "query",
        required: false,
        type: "string",
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
        ],
        description: "Only actions of this type."
      },
      { name: "prospect_id", in: "query", required: false, type: "string", description: "Prospect id." },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listCampaignAssets",
    platform: "lumnis",
    resource: "campaigns",
    name: "listLinkedAssets",
    method: "GET",
    path: "/v1/campaigns/{campaign_id}/assets",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List linked assets",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "linkCampaignAssets",
    platform: "lumnis",
    resource: "campaigns",
    name: "linkAssets",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/assets",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Link assets",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [
      { name: "asset_ids", in: "body", required: true, type: "array", items: "string", description: "Asset ids." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "upsertCampaignAssets",
    platform: "lumnis",
    resource: "campaigns",
    name: "upsertAssets",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/assets/upsert",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Create or reuse assets and link them",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [
      {
        name: "items",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Entries, one object each."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "unlinkCampaignAsset",
    platform: "lumnis",
    resource: "campaigns",
    name: "unlinkAsset",
    method: "DELETE",
    path: "/v1/campaigns/{campaign_id}/assets/{asset_id}",
    response: "none",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Unlink an asset",
    pathParameters: [
      { name: "campaign_id", description: "Campaign id." },
      { name: "asset_id", description: "Asset id." }
    ],
    parameters: [],
    statuses: ["204", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getCampaignMetrics",
    platform: "lumnis",
    resource: "campaigns",
    name: "getMetrics",
    method: "GET",
    path: "/v1/campaigns/{campaign_id}/metrics",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read campaign metrics",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "pauseCampaign",
    platform: "lumnis",
    resource: "campaigns",
    name: "pause",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/pause",
    query: ["reason"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Pause a campaign",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [{ name: "reason", in: "query", required: false, type: "string", description: "Why, for the log." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listCampaignProspects",
    platform: "lumnis",
    resource: "campaigns",
    name: "listProspects",
    method: "GET",
    path: "/v1/campaigns/{campaign_id}/prospects",
    query: ["state", "limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "" },
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List prospects",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [
      {
        name: "state",
        in: "query",
        required: false,
        type: "string",
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
        ],
        description: "Only prospects in this state."
      },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "addCampaignProspects",
    platform: "lumnis",
    resource: "campaigns",
    name: "addProspects",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/prospects",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Add prospects",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [
      {
        name: "prospects",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Prospects, one object each."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "pauseCampaignProspects",
    platform: "lumnis",
    resource: "campaigns",
    name: "pauseProspects",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/prospects/pause",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Pause prospects",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [
      {
        name: "prospect_ids",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Prospect ids."
      },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." },
      {
        name: "states",
        in: "body",
        required: false,
        type: "array",
        items: "string",
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
        ],
        description: "Only prospects in these states."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "resumeCampaignProspects",
    platform: "lumnis",
    resource: "campaigns",
    name: "resumeProspects",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/prospects/resume",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Resume prospects",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [
      {
        name: "prospect_ids",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Prospect ids."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "transferCampaignProspects",
    platform: "lumnis",
    resource: "campaigns",
    name: "transferProspects",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/prospects/transfer",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Move prospects to another campaign",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [
      {
        name: "target_campaign_id",
        in: "body",
        required: true,
        type: "string",
        description: "Campaign that receives the prospects."
      },
      {
        name: "prospect_ids",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Prospect ids."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getCampaignProspect",
    platform: "lumnis",
    resource: "campaigns",
    name: "getProspectDetail",
    method: "GET",
    path: "/v1/campaigns/{campaign_id}/prospects/{prospect_id}",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read a prospect with its timeline",
    pathParameters: [
      { name: "campaign_id", description: "Campaign id." },
      { name: "prospect_id", description: "Prospect id." }
    ],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "removeCampaignProspect",
    platform: "lumnis",
    resource: "campaigns",
    name: "removeProspect",
    method: "DELETE",
    path: "/v1/campaigns/{campaign_id}/prospects/{prospect_id}",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Remove a prospect",
    pathParameters: [
      { name: "campaign_id", description: "Campaign id." },
      { name: "prospect_id", description: "Prospect id." }
    ],
    parameters: [],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "resumeCampaign",
    platform: "lumnis",
    resource: "campaigns",
    name: "resume",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/resume",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Resume a campaign",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "startCampaign",
    platform: "lumnis",
    resource: "campaigns",
    name: "start",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/start",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Start a campaign",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "stopCampaign",
    platform: "lumnis",
    resource: "campaigns",
    name: "stop",
    method: "POST",
    path: "/v1/campaigns/{campaign_id}/stop",
    query: ["reason"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Stop a campaign for good",
    pathParameters: [{ name: "campaign_id", description: "Campaign id." }],
    parameters: [{ name: "reason", in: "query", required: false, type: "string", description: "Why, for the log." }],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getContactRelationships",
    platform: "lumnis",
    resource: "contactRelationships",
    name: "get",
    method: "GET",
    path: "/v1/contact-relationships",
    query: ["user_id", "provider", "limit", "offset", "force_refresh"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "contacts", total: "total_contacts" },
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Rank the contacts of a user",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "provider",
        in: "query",
        required: false,
        type: "string",
        enum: ["gmail", "outlook", "auto"],
        default: "auto",
        description: "Provider, e.g."
      },
      { name: "limit", in: "query", required: false, type: "integer", default: 50, description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." },
      {
        name: "force_refresh",
        in: "query",
        required: false,
        type: "boolean",
        default: false,
        description: "Computes the ranking anew instead of reading the stored one."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "syncCrmContacts",
    platform: "lumnis",
    resource: "crm",
    name: "syncContacts",
    method: "POST",
    path: "/v1/crm/contacts/sync",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Mirror the CRM contact book",
    pathParameters: [],
    parameters: [
      { name: "provider", in: "body", required: true, type: "string", enum: ["attio", "hubspot"] },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["202", "400", "401", "403", "409", "422", "429", "502", "503", "5XX"]
  },
  {
    id: "getCrmContactsSyncStatus",
    platform: "lumnis",
    resource: "crm",
    name: "getContactsSyncStatus",
    method: "GET",
    path: "/v1/crm/contacts/sync-status",
    query: ["user_id", "provider"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read mirror progress",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "provider",
        in: "query",
        required: true,
        type: "string",
        enum: ["attio", "hubspot"],
        description: "Provider, e.g."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listCrmExclusionGrants",
    platform: "lumnis",
    resource: "crm",
    name: "listExclusionGrants",
    method: "GET",
    path: "/v1/crm/exclusion-grants",
    query: ["member_user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query", userIdName: "member_user_id" },
    summary: "List shared ledgers of a member",
    pathParameters: [],
    parameters: [
      { name: "member_user_id", in: "query", required: false, type: "string", description: "User UUID or email." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "grantCrmExclusion",
    platform: "lumnis",
    resource: "crm",
    name: "grantExclusionGrant",
    method: "POST",
    path: "/v1/crm/exclusion-grants",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body", userIdName: "member_user_id, owner_user_id" },
    summary: "Share an exclusion ledger",
    pathParameters: [],
    parameters: [
      { name: "member_user_id", in: "body", required: true, type: "string", description: "User who reads the ledger." },
      { name: "owner_user_id", in: "body", required: true, type: "string", description: "User who owns the ledger." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "revokeCrmExclusion",
    platform: "lumnis",
    resource: "crm",
    name: "revokeExclusionGrant",
    method: "DELETE",
    path: "/v1/crm/exclusion-grants",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body", userIdName: "member_user_id, owner_user_id" },
    summary: "Stop sharing an exclusion ledger",
    pathParameters: [],
    parameters: [
      { name: "member_user_id", in: "body", required: true, type: "string", description: "User who reads the ledger." },
      { name: "owner_user_id", in: "body", required: true, type: "string", description: "User who owns the ledger." }
    ],
    destructive: true,
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "matchCrmProspects",
    platform: "lumnis",
    resource: "crm",
    name: "matchBatch",
    method: "POST",
    path: "/v1/crm/prospects/match-batch",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Check which prospects are in the CRM",
    pathParameters: [],
    parameters: [
      {
        name: "linkedin_urls",
        in: "body",
        required: true,
        type: "array",
        items: "string",
        description: "URLs of LinkedIn profiles."
      },
      { name: "provider", in: "body", required: true, type: "string", enum: ["attio", "hubspot"] },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "409", "422", "429", "502", "503", "5XX"]
  },
  {
    id: "syncCrmProspect",
    platform: "lumnis",
    resource: "crm",
    name: "syncProspect",
    method: "POST",
    path: "/v1/crm/prospects/sync",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Push one prospect to the CRM",
    pathParameters: [],
    parameters: [
      { name: "linkedin_url", in: "body", required: true, type: "string", description: "URL of the LinkedIn profile." },
      { name: "provider", in: "body", required: true, type: "string", enum: ["attio", "hubspot"] },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "contact", in: "body", required: false, type: "object" },
      {
        name: "custom_fields",
        in: "body",
        required: false,
        type: "object",
        description: "Provider native property names; keys verbatim."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "409", "422", "429", "502", "503", "5XX"]
  },
  {
    id: "listEmailInboxes",
    platform: "lumnis",
    resource: "email",
    name: "listInboxes",
    method: "GET",
    path: "/v1/email/inboxes",
    query: ["user_id", "kind", "organization_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "List sendable mailboxes",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "kind",
        in: "query",
        required: false,
        type: "string",
        enum: ["byo", "managed", "all"],
        default: "byo",
        description: "Only inboxes of this kind."
      },
      {
        name: "organization_id",
        in: "query",
        required: false,
        type: "string",
        description: "Id of the email organisation."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "connectEmailInbox",
    platform: "lumnis",
    resource: "email",
    name: "connectInbox",
    method: "POST",
    path: "/v1/email/inboxes/connect",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    secrets: { answer: ["redirect_url"] },
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Connect an own inbox",
    pathParameters: [],
    parameters: [
      {
        name: "redirect_url",
        in: "body",
        required: true,
        type: "string",
        description: "URL that the browser returns to."
      },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      {
        name: "app_name",
        in: "body",
        required: false,
        type: "string",
        enum: ["GOOGLE", "OUTLOOK", "MAIL"],
        default: "GOOGLE",
        description: "GOOGLE, OUTLOOK or MAIL."
      },
      {
        name: "daily_send_cap",
        in: "body",
        required: false,
        type: "integer",
        default: 40,
        description: "Most messages a day."
      },
      { name: "organization_id", in: "body", required: false, type: "string", description: "Id of the organisation." },
      { name: "persona_id", in: "body", required: false, type: "string", description: "Persona id." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "onboardEmailOrganization",
    platform: "lumnis",
    resource: "email",
    name: "onboard",
    method: "POST",
    path: "/v1/email/onboard",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Provision email infrastructure",
    pathParameters: [],
    parameters: [
      { name: "contact_details", in: "body", required: true, type: "object" },
      { name: "daily_volume", in: "body", required: true, type: "integer", description: "Emails a day." },
      {
        name: "organization_name",
        in: "body",
        required: true,
        type: "string",
        description: "Name of the organisation."
      },
      {
        name: "physical_address",
        in: "body",
        required: true,
        type: "string",
        description: "Postal address shown in emails."
      },
      {
        name: "primary_website_url",
        in: "body",
        required: true,
        type: "string",
        description: "Website of the organisation."
      },
      {
        name: "sender_personas",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Senders, one object each."
      },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      {
        name: "company_description",
        in: "body",
        required: false,
        type: "string",
        description: "What the company does."
      },
      { name: "volume_mode", in: "body", required: false, type: "string", description: "How fast the volume grows." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listEmailOrganizations",
    platform: "lumnis",
    resource: "email",
    name: "listOrganizations",
    method: "GET",
    path: "/v1/email/organizations",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "List email organisations",
    pathParameters: [],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getEmailHealth",
    platform: "lumnis",
    resource: "email",
    name: "getHealth",
    method: "GET",
    path: "/v1/email/organizations/{org_id}/health",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read organisation health",
    pathParameters: [{ name: "org_id", description: "Id of the email organisation." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateEmailMailbox",
    platform: "lumnis",
    resource: "email",
    name: "updateMailbox",
    method: "PATCH",
    path: "/v1/email/organizations/{org_id}/mailboxes/{mailbox_id}",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Change mailbox settings",
    pathParameters: [
      { name: "org_id", description: "Id of the email organisation." },
      { name: "mailbox_id", description: "Mailbox id." }
    ],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "daily_send_cap", in: "body", required: false, type: "integer", description: "Most messages a day." },
      { name: "paused", in: "body", required: false, type: "boolean", description: "true pauses the mailbox." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "addEmailMember",
    platform: "lumnis",
    resource: "email",
    name: "addMember",
    method: "POST",
    path: "/v1/email/organizations/{org_id}/members",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Add a member",
    pathParameters: [{ name: "org_id", description: "Id of the email organisation." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "email", in: "body", required: true, type: "string", description: "Email address." },
      { name: "role", in: "body", required: false, type: "string", description: "Role of the member: admin or member." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "removeEmailMember",
    platform: "lumnis",
    resource: "email",
    name: "removeMember",
    method: "DELETE",
    path: "/v1/email/organizations/{org_id}/members/{member_email}",
    query: ["user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Remove a member",
    pathParameters: [
      { name: "org_id", description: "Id of the email organisation." },
      { name: "member_email", description: "Email of the member." }
    ],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "addEmailPersona",
    platform: "lumnis",
    resource: "email",
    name: "addPersona",
    method: "POST",
    path: "/v1/email/organizations/{org_id}/personas",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Add a sender persona",
    pathParameters: [{ name: "org_id", description: "Id of the email organisation." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "first_name", in: "body", required: true, type: "string", description: "First name." },
      { name: "last_name", in: "body", required: true, type: "string", description: "Last name." },
      {
        name: "daily_volume_cap",
        in: "body",
        required: false,
        type: "integer",
        description: "0 creates a persona without provisioning mailboxes."
      },
      { name: "title", in: "body", required: false, type: "string", description: "Job title." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateEmailPersona",
    platform: "lumnis",
    resource: "email",
    name: "updatePersona",
    method: "PATCH",
    path: "/v1/email/organizations/{org_id}/personas/{persona_id}",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Change a sender persona",
    pathParameters: [
      { name: "org_id", description: "Id of the email organisation." },
      { name: "persona_id", description: "Persona id." }
    ],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "daily_volume_cap",
        in: "body",
        required: false,
        type: "integer",
        description: "Absent: no change (read)."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getEmailSettings",
    platform: "lumnis",
    resource: "email",
    name: "getSettings",
    method: "GET",
    path: "/v1/email/organizations/{org_id}/settings",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read organisation settings",
    pathParameters: [{ name: "org_id", description: "Id of the email organisation." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateEmailSettings",
    platform: "lumnis",
    resource: "email",
    name: "updateSettings",
    method: "PUT",
    path: "/v1/email/organizations/{org_id}/settings",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Change organisation settings",
    pathParameters: [{ name: "org_id", description: "Id of the email organisation." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "daily_volume", in: "body", required: false, type: "integer", description: "Emails a day." },
      {
        name: "physical_address",
        in: "body",
        required: false,
        type: "string",
        description: "Postal address shown in emails."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getEmailOnboardingStatus",
    platform: "lumnis",
    resource: "email",
    name: "getOnboardingStatus",
    method: "GET",
    path: "/v1/email/organizations/{org_id}/status",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read onboarding progress",
    pathParameters: [{ name: "org_id", description: "Id of the email organisation." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "teardownEmailOrganization",
    platform: "lumnis",
    resource: "email",
    name: "teardown",
    method: "POST",
    path: "/v1/email/organizations/{org_id}/teardown",
    query: ["user_id"],
    body: "json",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Decommission an organisation",
    pathParameters: [{ name: "org_id", description: "Id of the email organisation." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    destructive: true,
    openBody: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "enrichContacts",
    platform: "lumnis",
    resource: "enrichment",
    name: "enrichContacts",
    method: "POST",
    path: "/v1/enrichment/contact",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Enrich people with email and phone",
    pathParameters: [],
    parameters: [
      {
        name: "prospects",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Prospects, one object each."
      },
      {
        name: "deep_web_fallback",
        in: "body",
        required: false,
        type: "boolean",
        default: true,
        description: "Searches the web when no source knows the person."
      },
      {
        name: "enrich_mobile",
        in: "body",
        required: false,
        type: "boolean",
        default: false,
        description: "Also mobile numbers."
      },
      {
        name: "only_verified_email",
        in: "body",
        required: false,
        type: "boolean",
        default: true,
        description: "Only verified email addresses."
      },
      {
        name: "only_verified_mobile",
        in: "body",
        required: false,
        type: "boolean",
        default: false,
        description: "Only verified mobile numbers."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listExternalApiKeys",
    platform: "lumnis",
    resource: "externalApiKeys",
    name: "list",
    method: "GET",
    path: "/v1/external-api-keys",
    query: ["user_id"],
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "List stored keys (metadata)",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "Only keys of this user." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "storeExternalApiKey",
    platform: "lumnis",
    resource: "externalApiKeys",
    name: "create",
    method: "POST",
    path: "/v1/external-api-keys",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    secrets: { params: ["api_key"] },
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Store a provider key",
    pathParameters: [],
    parameters: [
      { name: "api_key", in: "body", required: true, type: "string", description: "The key itself." },
      {
        name: "provider",
        in: "body",
        required: true,
        type: "string",
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
      {
        name: "expires_at",
        in: "body",
        required: false,
        type: "string",
        description: "When the key expires (ISO 8601)."
      },
      { name: "key_name", in: "body", required: false, type: "string", description: "Name of the stored key." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "Not verified against the real service."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getExternalApiKeyMode",
    platform: "lumnis",
    resource: "externalApiKeys",
    name: "getMode",
    method: "GET",
    path: "/v1/external-api-keys/mode",
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Read the key mode",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "setExternalApiKeyMode",
    platform: "lumnis",
    resource: "externalApiKeys",
    name: "setMode",
    method: "PATCH",
    path: "/v1/external-api-keys/mode",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Switch between platform and own keys",
    pathParameters: [],
    parameters: [{ name: "mode", in: "body", required: true, type: "string", enum: ["platform", "byo_keys"] }],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getExternalApiKey",
    platform: "lumnis",
    resource: "externalApiKeys",
    name: "get",
    method: "GET",
    path: "/v1/external-api-keys/{key}",
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Read one key (metadata)",
    pathParameters: [{ name: "key", description: "Key id to read, provider name to delete." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deleteExternalApiKey",
    platform: "lumnis",
    resource: "externalApiKeys",
    name: "delete",
    method: "DELETE",
    path: "/v1/external-api-keys/{key}",
    query: ["key_name", "user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Delete a provider key",
    pathParameters: [{ name: "key", description: "Key id to read, provider name to delete." }],
    parameters: [
      { name: "key_name", in: "query", required: false, type: "string", description: "Name of the stored key." },
      { name: "user_id", in: "query", required: false, type: "string", description: "Only keys of this user." }
    ],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listFiles",
    platform: "lumnis",
    resource: "files",
    name: "list",
    method: "GET",
    path: "/v1/files",
    query: ["user_id", "scope", "file_type", "status", "tags", "page", "limit"],
    response: "json",
    pagination: {
      style: "page",
      page: "page",
      size: "limit",
      items: "files",
      total: "total_count",
      hasMore: "has_more"
    },
    secrets: { answer: ["files.*.blob_url"] },
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "List files",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "scope",
        in: "query",
        required: false,
        type: "string",
        enum: ["user", "tenant"],
        description: "user or tenant."
      },
      { name: "file_type", in: "query", required: false, type: "string", description: "Extension such as pdf." },
      {
        name: "status",
        in: "query",
        required: false,
        type: "string",
        enum: ["pending", "parsing", "embedding", "completed", "partial_success", "error"],
        description: "Only rows in this status."
      },
      { name: "tags", in: "query", required: false, type: "string" },
      { name: "page", in: "query", required: false, type: "integer", default: 1, description: "Page number, from 1." },
      { name: "limit", in: "query", required: false, type: "integer", default: 20, description: "Rows a page." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "bulkDeleteFiles",
    platform: "lumnis",
    resource: "files",
    name: "bulkDelete",
    method: "DELETE",
    path: "/v1/files/bulk",
    query: ["hard_delete", "user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Delete several files",
    pathParameters: [],
    parameters: [
      {
        name: "hard_delete",
        in: "query",
        required: false,
        type: "boolean",
        default: true,
        description: "Deletes the content, too."
      },
      { name: "user_id", in: "query", required: false, type: "string", description: "Needed for files of user scope." },
      { name: "file_ids", in: "body", required: true, type: "array", items: "string", description: "File ids." }
    ],
    destructive: true,
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "bulkUploadFiles",
    platform: "lumnis",
    resource: "files",
    name: "bulkUpload",
    method: "POST",
    path: "/v1/files/bulk-upload",
    body: "multipart",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "form" },
    summary: "Upload several files",
    pathParameters: [],
    parameters: [
      {
        name: "files",
        in: "form",
        required: true,
        type: "array",
        items: "file",
        description: "One repeated part named files per file."
      },
      { name: "scope", in: "form", required: true, type: "string", enum: ["user", "tenant"] },
      { name: "tags", in: "form", required: false, type: "string", description: "Tags." },
      {
        name: "user_id",
        in: "form",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "413", "422", "429", "5XX"]
  },
  {
    id: "searchFiles",
    platform: "lumnis",
    resource: "files",
    name: "search",
    method: "POST",
    path: "/v1/files/search",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    secrets: { answer: ["results.*.file.blob_url"] },
    prepare: true,
    platformData: { scope: "either", userIdIn: "body" },
    summary: "Semantic search over file chunks",
    pathParameters: [],
    parameters: [
      { name: "query", in: "body", required: true, type: "string", description: "Search text." },
      {
        name: "file_types",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Only files of these types."
      },
      { name: "limit", in: "body", required: false, type: "integer", default: 10, description: "Most results." },
      {
        name: "min_score",
        in: "body",
        required: false,
        type: "number",
        default: 0,
        description: "Least score of a hit, 0 to 1."
      },
      { name: "tags", in: "body", required: false, type: "array", items: "string", description: "Tags." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User whose files are searched: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getFileStatistics",
    platform: "lumnis",
    resource: "files",
    name: "getStatistics",
    method: "GET",
    path: "/v1/files/statistics",
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Read file statistics",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "uploadFile",
    platform: "lumnis",
    resource: "files",
    name: "upload",
    method: "POST",
    path: "/v1/files/upload",
    body: "multipart",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "form" },
    summary: "Upload a file",
    pathParameters: [],
    parameters: [
      { name: "file", in: "form", required: true, type: "file", description: "The file." },
      { name: "scope", in: "form", required: true, type: "string", enum: ["user", "tenant"] },
      {
        name: "duplicate_handling",
        in: "form",
        required: false,
        type: "string",
        enum: ["error", "skip", "replace", "suffix"],
        default: "suffix",
        description: "What to do when the name exists."
      },
      { name: "tags", in: "form", required: false, type: "string" },
      { name: "user_id", in: "form", required: false, type: "string", description: "Required when scope is user." }
    ],
    statuses: ["200", "400", "401", "403", "409", "413", "422", "429", "5XX"]
  },
  {
    id: "getFile",
    platform: "lumnis",
    resource: "files",
    name: "get",
    method: "GET",
    path: "/v1/files/{file_id}",
    query: ["user_id"],
    response: "json",
    secrets: { answer: ["blob_url"] },
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Read file metadata",
    pathParameters: [{ name: "file_id", description: "File id." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "Needed for files of user scope." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deleteFile",
    platform: "lumnis",
    resource: "files",
    name: "delete",
    method: "DELETE",
    path: "/v1/files/{file_id}",
    query: ["hard_delete", "user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Delete a file",
    pathParameters: [{ name: "file_id", description: "File id." }],
    parameters: [
      {
        name: "hard_delete",
        in: "query",
        required: false,
        type: "boolean",
        default: true,
        description: "true deletes the content, too; false only marks the file as deleted."
      },
      { name: "user_id", in: "query", required: false, type: "string", description: "Needed for files of user scope." }
    ],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getFileContent",
    platform: "lumnis",
    resource: "files",
    name: "getContent",
    method: "GET",
    path: "/v1/files/{file_id}/content",
    query: ["user_id", "content_type", "start_line", "end_line"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Read extracted text",
    pathParameters: [{ name: "file_id", description: "File id." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "Needed for files of user scope." },
      {
        name: "content_type",
        in: "query",
        required: false,
        type: "string",
        enum: ["text", "transcript", "summary", "structured"],
        description: "Kind of the extracted text."
      },
      { name: "start_line", in: "query", required: false, type: "integer", description: "First line, from 1." },
      { name: "end_line", in: "query", required: false, type: "integer", description: "Not before start_line." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "downloadFile",
    platform: "lumnis",
    resource: "files",
    name: "download",
    method: "GET",
    path: "/v1/files/{file_id}/download",
    query: ["user_id"],
    response: "bytes",
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Download the original bytes",
    pathParameters: [{ name: "file_id", description: "File id." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "Needed for files of user scope." }
    ],
    statuses: ["200", "302", "307", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateFileScope",
    platform: "lumnis",
    resource: "files",
    name: "updateScope",
    method: "PATCH",
    path: "/v1/files/{file_id}/scope",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    secrets: { answer: ["blob_url"] },
    prepare: true,
    platformData: { scope: "either", userIdIn: "body" },
    summary: "Move a file between user and tenant scope",
    pathParameters: [{ name: "file_id", description: "File id." }],
    parameters: [
      { name: "scope", in: "body", required: true, type: "string", enum: ["user", "tenant"] },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getFileStatus",
    platform: "lumnis",
    resource: "files",
    name: "getStatus",
    method: "GET",
    path: "/v1/files/{file_id}/status",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Read processing progress",
    pathParameters: [{ name: "file_id", description: "File id." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "Needed for files of user scope." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getHealth",
    platform: "lumnis",
    resource: "health",
    name: "get",
    method: "GET",
    path: "/health",
    response: "json",
    auth: false,
    prepare: false,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Public liveness probe",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "5XX"]
  },
  {
    id: "getHealthDetailed",
    platform: "lumnis",
    resource: "health",
    name: "getDetailed",
    method: "GET",
    path: "/health/detailed",
    response: "json",
    auth: false,
    prepare: false,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Public dependency report",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "5XX"]
  },
  {
    id: "getApiHealth",
    platform: "lumnis",
    resource: "health",
    name: "getApi",
    method: "GET",
    path: "/v1/health",
    response: "json",
    auth: false,
    prepare: false,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Liveness probe used to warm the connection",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "5XX"]
  },
  {
    id: "listApps",
    platform: "lumnis",
    resource: "integrations",
    name: "listApps",
    method: "GET",
    path: "/v1/integrations/apps",
    query: ["include_available", "provider"],
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "List enabled and available apps",
    pathParameters: [],
    parameters: [
      {
        name: "include_available",
        in: "query",
        required: false,
        type: "boolean",
        description: "true lists the available apps, too."
      },
      {
        name: "provider",
        in: "query",
        required: false,
        type: "string",
        enum: ["composio", "unipile", "nango", "arcade", "merge"]
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "setAppEnabled",
    platform: "lumnis",
    resource: "integrations",
    name: "setAppEnabled",
    method: "PUT",
    path: "/v1/integrations/apps/{app_name}",
    query: ["enabled", "provider"],
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Enable or disable an app for the tenant",
    pathParameters: [{ name: "app_name", description: "App name, upper case, e.g." }],
    parameters: [
      {
        name: "enabled",
        in: "query",
        required: true,
        type: "boolean",
        description: "true enables the app, false disables it."
      },
      {
        name: "provider",
        in: "query",
        required: false,
        type: "string",
        enum: ["composio", "unipile", "nango", "arcade", "merge"]
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "isAppEnabled",
    platform: "lumnis",
    resource: "integrations",
    name: "isAppEnabled",
    method: "GET",
    path: "/v1/integrations/apps/{app_name}/enabled",
    query: ["provider"],
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Check whether an app is enabled",
    pathParameters: [{ name: "app_name", description: "App name, upper case, e.g." }],
    parameters: [
      {
        name: "provider",
        in: "query",
        required: false,
        type: "string",
        enum: ["composio", "unipile", "nango", "arcade", "merge"]
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getConnectionsBatch",
    platform: "lumnis",
    resource: "integrations",
    name: "getConnectionsBatch",
    method: "POST",
    path: "/v1/integrations/connections/batch",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Check several apps at once",
    pathParameters: [],
    parameters: [
      {
        name: "app_names",
        in: "body",
        required: true,
        type: "array",
        items: "string",
        description: "App names, upper case."
      },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      {
        name: "include_enabled_status",
        in: "body",
        required: false,
        type: "boolean",
        default: true,
        description: "Also whether each app is enabled."
      },
      {
        name: "provider",
        in: "body",
        required: false,
        type: "string",
        enum: ["composio", "unipile", "nango", "arcade", "merge"],
        default: "composio",
        description: "Provider, e.g."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "handleConnectionCallback",
    platform: "lumnis",
    resource: "integrations",
    name: "handleCallback",
    method: "POST",
    path: "/v1/integrations/connections/callback",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    secrets: { params: ["code", "state"] },
    prepare: true,
    platformData: { scope: "user", userIdIn: "none" },
    summary: "Finish an OAuth flow by hand",
    pathParameters: [],
    parameters: [
      { name: "connection_id", in: "body", required: true, type: "string", description: "Id of the connection." },
      {
        name: "code",
        in: "body",
        required: false,
        type: "string",
        description: "Code or state of the OAuth callback."
      },
      { name: "error", in: "body", required: false, type: "string", description: "Error of the OAuth callback." },
      {
        name: "state",
        in: "body",
        required: false,
        type: "string",
        description: "Code or state of the OAuth callback."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "disconnectConnection",
    platform: "lumnis",
    resource: "integrations",
    name: "disconnect",
    method: "POST",
    path: "/v1/integrations/connections/disconnect",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Disconnect an app",
    pathParameters: [],
    parameters: [
      { name: "app_name", in: "body", required: true, type: "string", description: "App name, upper case." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "account_id", in: "body", required: false, type: "string", description: "Id of the connected account." },
      {
        name: "provider",
        in: "body",
        required: false,
        type: "string",
        enum: ["composio", "unipile", "nango", "arcade", "merge"]
      }
    ],
    destructive: true,
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "initiateConnection",
    platform: "lumnis",
    resource: "integrations",
    name: "initiateConnection",
    method: "POST",
    path: "/v1/integrations/connections/initiate",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    secrets: { params: ["connection_params"], answer: ["redirect_url"] },
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "Start an OAuth connection",
    pathParameters: [],
    parameters: [
      { name: "app_name", in: "body", required: true, type: "string", description: "App name, upper case, e.g." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      { name: "auth_mode", in: "body", required: false, type: "string", description: "Reserved." },
      {
        name: "connection_params",
        in: "body",
        required: false,
        type: "object",
        description: "Reserved; keys verbatim."
      },
      {
        name: "failure_redirect_url",
        in: "body",
        required: false,
        type: "string",
        description: "URL after a failed connection."
      },
      { name: "integration_id", in: "body", required: false, type: "string", description: "Id of the integration." },
      {
        name: "provider",
        in: "body",
        required: false,
        type: "string",
        enum: ["composio", "unipile", "nango", "arcade", "merge"]
      },
      {
        name: "redirect_url",
        in: "body",
        required: false,
        type: "string",
        description: "URL that the browser returns to."
      },
      {
        name: "success_redirect_url",
        in: "body",
        required: false,
        type: "string",
        description: "URL after a successful connection."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listConnections",
    platform: "lumnis",
    resource: "integrations",
    name: "listConnections",
    method: "GET",
    path: "/v1/integrations/connections/{user_id}",
    query: ["provider", "app_filter"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "path" },
    summary: "List the connections of a user",
    pathParameters: [{ name: "user_id", description: "UUID or email of the user." }],
    parameters: [
      {
        name: "provider",
        in: "query",
        required: false,
        type: "string",
        enum: ["composio", "unipile", "nango", "arcade", "merge"]
      },
      { name: "app_filter", in: "query", required: false, type: "string", description: "Comma separated app names." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getConnectionStatus",
    platform: "lumnis",
    resource: "integrations",
    name: "getConnectionStatus",
    method: "GET",
    path: "/v1/integrations/connections/{user_id}/{app_name}",
    query: ["provider", "include_enabled"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "path" },
    summary: "Read one connection",
    pathParameters: [
      { name: "user_id", description: "UUID or email of the user." },
      { name: "app_name", description: "App name, upper case, e.g." }
    ],
    parameters: [
      {
        name: "provider",
        in: "query",
        required: false,
        type: "string",
        enum: ["composio", "unipile", "nango", "arcade", "merge"]
      },
      { name: "include_enabled", in: "query", required: false, type: "boolean" }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deleteLinkedInConnections",
    platform: "lumnis",
    resource: "integrations",
    name: "deleteLinkedInConnections",
    method: "DELETE",
    path: "/v1/integrations/linkedin/connections",
    query: ["user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Forget stored LinkedIn connections",
    pathParameters: [],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    destructive: true,
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "triggerLinkedInSync",
    platform: "lumnis",
    resource: "integrations",
    name: "triggerLinkedInSync",
    method: "POST",
    path: "/v1/integrations/linkedin/sync",
    query: ["user_id"],
    body: "json",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Start a LinkedIn connections sync",
    pathParameters: [],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    openBody: true,
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getLinkedInSyncStatus",
    platform: "lumnis",
    resource: "integrations",
    name: "getLinkedInSyncStatus",
    method: "GET",
    path: "/v1/integrations/linkedin/sync-status",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read LinkedIn sync progress",
    pathParameters: [],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getNonOAuthRequiredFields",
    platform: "lumnis",
    resource: "integrations",
    name: "getNonOAuthRequiredFields",
    method: "GET",
    path: "/v1/integrations/non-oauth/required-fields/{app_name}",
    query: ["auth_scheme"],
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Fields for non OAuth apps (reserved)",
    pathParameters: [{ name: "app_name", description: "App name, upper case, e.g." }],
    parameters: [
      {
        name: "auth_scheme",
        in: "query",
        required: false,
        type: "string",
        description: "Authentication scheme of the app."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "501", "5XX"]
  },
  {
    id: "listIntegrationProviders",
    platform: "lumnis",
    resource: "integrations",
    name: "listProviders",
    method: "GET",
    path: "/v1/integrations/providers",
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "List integration providers",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getIntegrationTools",
    platform: "lumnis",
    resource: "integrations",
    name: "getTools",
    method: "POST",
    path: "/v1/integrations/tools",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "body" },
    summary: "List tools usable by a user",
    pathParameters: [],
    parameters: [
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      },
      {
        name: "app_filter",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Only tools of these apps."
      },
      {
        name: "provider",
        in: "body",
        required: false,
        type: "string",
        enum: ["composio", "unipile", "nango", "arcade", "merge"]
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listMcpServers",
    platform: "lumnis",
    resource: "mcpServers",
    name: "list",
    method: "GET",
    path: "/v1/mcp-servers",
    query: ["scope", "user_identifier", "is_active", "skip", "limit"],
    response: "json",
    pagination: { style: "offset", offset: "skip", limit: "limit", items: "servers", total: "total" },
    prepare: true,
    platformData: { scope: "either", userIdIn: "query", userIdName: "user_identifier" },
    summary: "List MCP servers",
    pathParameters: [],
    parameters: [
      {
        name: "scope",
        in: "query",
        required: false,
        type: "string",
        enum: ["tenant", "user", "all"],
        description: "Default: all."
      },
      { name: "user_identifier", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "is_active",
        in: "query",
        required: false,
        type: "boolean",
        description: "Only active (true) or inactive (false) rows."
      },
      { name: "skip", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." },
      { name: "limit", in: "query", required: false, type: "integer", default: 100, description: "Rows a page." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createMcpServer",
    platform: "lumnis",
    resource: "mcpServers",
    name: "create",
    method: "POST",
    path: "/v1/mcp-servers",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    secrets: { params: ["env", "headers"] },
    prepare: true,
    platformData: { scope: "either", userIdIn: "body", userIdName: "user_identifier" },
    summary: "Register an MCP server",
    pathParameters: [],
    parameters: [
      { name: "name", in: "body", required: true, type: "string", description: "Name." },
      { name: "scope", in: "body", required: true, type: "string", enum: ["tenant", "user"] },
      { name: "transport", in: "body", required: true, type: "string", enum: ["stdio", "streamable_http", "sse"] },
      {
        name: "args",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Arguments of the command (stdio)."
      },
      { name: "command", in: "body", required: false, type: "string", description: "Needed for stdio." },
      { name: "description", in: "body", required: false, type: "string", description: "Description for people." },
      {
        name: "env",
        in: "body",
        required: false,
        type: "object",
        description: "Encrypted at rest, never returned; names verbatim."
      },
      {
        name: "headers",
        in: "body",
        required: false,
        type: "object",
        description: "Encrypted at rest, never returned; names verbatim."
      },
      {
        name: "url",
        in: "body",
        required: false,
        type: "string",
        description: "Needed for streamable_http and sse; must start with http:// or https://."
      },
      { name: "user_identifier", in: "body", required: false, type: "string", description: "User UUID or email." }
    ],
    statuses: ["200", "400", "401", "403", "409", "422", "429", "5XX"]
  },
  {
    id: "testMcpServerConfig",
    platform: "lumnis",
    resource: "mcpServers",
    name: "testConfig",
    method: "POST",
    path: "/v1/mcp-servers/test",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    secrets: { params: ["env", "headers"] },
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Try a configuration without saving it",
    pathParameters: [],
    parameters: [
      { name: "transport", in: "body", required: true, type: "string", enum: ["stdio", "streamable_http", "sse"] },
      {
        name: "args",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Arguments of the command (stdio)."
      },
      {
        name: "command",
        in: "body",
        required: false,
        type: "string",
        description: "Command that starts the server (stdio)."
      },
      {
        name: "env",
        in: "body",
        required: false,
        type: "object",
        description: "Encrypted at rest, never returned; names verbatim."
      },
      {
        name: "headers",
        in: "body",
        required: false,
        type: "object",
        description: "Encrypted at rest, never returned; names verbatim."
      },
      { name: "url", in: "body", required: false, type: "string", description: "URL of the server (http, sse)." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getMcpServer",
    platform: "lumnis",
    resource: "mcpServers",
    name: "get",
    method: "GET",
    path: "/v1/mcp-servers/{server_id}",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read an MCP server",
    pathParameters: [{ name: "server_id", description: "Id of the MCP server." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateMcpServer",
    platform: "lumnis",
    resource: "mcpServers",
    name: "update",
    method: "PATCH",
    path: "/v1/mcp-servers/{server_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    secrets: { params: ["env", "headers"] },
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Change an MCP server",
    pathParameters: [{ name: "server_id", description: "Id of the MCP server." }],
    parameters: [
      { name: "description", in: "body", required: false, type: "string", description: "Description for people." },
      {
        name: "env",
        in: "body",
        required: false,
        type: "object",
        description: "Encrypted at rest, never returned; names verbatim."
      },
      {
        name: "headers",
        in: "body",
        required: false,
        type: "object",
        description: "Encrypted at rest, never returned; names verbatim."
      },
      { name: "is_active", in: "body", required: false, type: "boolean", description: "false switches it off." },
      { name: "name", in: "body", required: false, type: "string", description: "Name." },
      { name: "url", in: "body", required: false, type: "string", description: "URL of the server (http, sse)." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deleteMcpServer",
    platform: "lumnis",
    resource: "mcpServers",
    name: "delete",
    method: "DELETE",
    path: "/v1/mcp-servers/{server_id}",
    response: "none",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Delete an MCP server with its secrets",
    pathParameters: [{ name: "server_id", description: "Id of the MCP server." }],
    parameters: [],
    destructive: true,
    statuses: ["204", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "testMcpServer",
    platform: "lumnis",
    resource: "mcpServers",
    name: "testConnection",
    method: "POST",
    path: "/v1/mcp-servers/{server_id}/test",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Test a saved MCP server",
    pathParameters: [{ name: "server_id", description: "Id of the MCP server." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listMcpServerTools",
    platform: "lumnis",
    resource: "mcpServers",
    name: "listTools",
    method: "GET",
    path: "/v1/mcp-servers/{server_id}/tools",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List the tools of an MCP server",
    pathParameters: [{ name: "server_id", description: "Id of the MCP server." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "checkPriorContact",
    platform: "lumnis",
    resource: "messaging",
    name: "checkPriorContact",
    method: "POST",
    path: "/v1/messaging/check-prior-contact",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Look for earlier contact with a person",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "channels",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Channels to include."
      },
      { name: "email", in: "body", required: false, type: "string", description: "Email address." },
      {
        name: "linkedin_url",
        in: "body",
        required: false,
        type: "string",
        description: "URL of the LinkedIn profile."
      },
      { name: "message_limit", in: "body", required: false, type: "integer", default: 5, description: "Per channel." },
      {
        name: "provider_id",
        in: "body",
        required: false,
        type: "string",
        description: "Id of the person at the channel provider."
      },
      {
        name: "skip_cache",
        in: "body",
        required: false,
        type: "boolean",
        default: false,
        description: "Asks the channels again instead of reading cached results."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "batchCheckPriorContact",
    platform: "lumnis",
    resource: "messaging",
    name: "batchCheckPriorContact",
    method: "POST",
    path: "/v1/messaging/check-prior-contact/batch",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Look for earlier contact with many people",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "prospects",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Prospects, one object each."
      },
      {
        name: "channels",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Channels to include."
      },
      {
        name: "message_limit",
        in: "body",
        required: false,
        type: "integer",
        default: 3,
        description: "Most messages a conversation."
      },
      {
        name: "skip_cache",
        in: "body",
        required: false,
        type: "boolean",
        default: false,
        description: "Asks the channels again instead of reading cached results."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listConversations",
    platform: "lumnis",
    resource: "messaging",
    name: "listConversations",
    method: "GET",
    path: "/v1/messaging/conversations",
    query: ["user_id", "status", "channel", "project_id", "network_distance", "limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "" },
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "List conversations",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "status",
        in: "query",
        required: false,
        type: "string",
        enum: ["active", "needs_response", "waiting", "booked", "closed"],
        description: "Only rows in this status."
      },
      {
        name: "channel",
        in: "query",
        required: false,
        type: "string",
        enum: ["gmail", "outlook", "linkedin"],
        description: "Channel, e.g."
      },
      { name: "project_id", in: "query", required: false, type: "string", description: "Project id." },
      {
        name: "network_distance",
        in: "query",
        required: false,
        type: "string",
        enum: ["FIRST_DEGREE", "SECOND_DEGREE", "THIRD_DEGREE", "OUT_OF_NETWORK"],
        description: "Only people at this LinkedIn distance."
      },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "deleteConversationsByProject",
    platform: "lumnis",
    resource: "messaging",
    name: "deleteConversationsByProject",
    method: "DELETE",
    path: "/v1/messaging/conversations",
    query: ["project_id", "user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Delete the conversations of a project",
    pathParameters: [],
    parameters: [
      { name: "project_id", in: "query", required: true, type: "string", description: "Project id." },
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }
    ],
    destructive: true,
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listConversationsByProject",
    platform: "lumnis",
    resource: "messaging",
    name: "listConversationsByProject",
    method: "GET",
    path: "/v1/messaging/conversations/by-project/{project_id}",
    query: ["user_id", "limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "" },
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "List the conversations of a project",
    pathParameters: [{ name: "project_id", description: "Project id." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "unlinkConversationsFromProject",
    platform: "lumnis",
    resource: "messaging",
    name: "unlinkConversationsFromProject",
    method: "POST",
    path: "/v1/messaging/conversations/unlink-project",
    query: ["project_id", "user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Detach conversations from a project",
    pathParameters: [],
    parameters: [
      { name: "project_id", in: "query", required: true, type: "string", description: "Project id." },
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getConversation",
    platform: "lumnis",
    resource: "messaging",
    name: "getConversation",
    method: "GET",
    path: "/v1/messaging/conversations/{conversation_id}",
    query: ["user_id", "fetch_live"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read a conversation with messages",
    pathParameters: [{ name: "conversation_id", description: "Conversation id." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "fetch_live",
        in: "query",
        required: false,
        type: "boolean",
        description: "Reads the messages from the channel instead of the stored copy."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deleteConversation",
    platform: "lumnis",
    resource: "messaging",
    name: "deleteConversation",
    method: "DELETE",
    path: "/v1/messaging/conversations/{conversation_id}",
    query: ["user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Delete a conversation",
    pathParameters: [{ name: "conversation_id", description: "Conversation id." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "replyToConversation",
    platform: "lumnis",
    resource: "messaging",
    name: "replyToConversation",
    method: "POST",
    path: "/v1/messaging/conversations/{conversation_id}/reply",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Reply to a conversation",
    pathParameters: [{ name: "conversation_id", description: "Conversation id." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "content", in: "body", required: true, type: "string", description: "Text of the message." },
      { name: "organization_id", in: "body", required: false, type: "string", description: "Id of the organisation." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "createDraft",
    platform: "lumnis",
    resource: "messaging",
    name: "createDraft",
    method: "POST",
    path: "/v1/messaging/drafts",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Create a draft",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "channel", in: "body", required: true, type: "string", enum: ["gmail", "outlook", "linkedin"] },
      { name: "content", in: "body", required: true, type: "string", description: "Text of the message." },
      { name: "conversation_id", in: "body", required: false, type: "string", description: "Conversation id." },
      {
        name: "inmail_subscription",
        in: "body",
        required: false,
        type: "string",
        enum: ["sales_navigator", "recruiter_lite", "recruiter_corporate", "premium"],
        description: "LinkedIn subscription whose InMail credits are used."
      },
      {
        name: "is_priority",
        in: "body",
        required: false,
        type: "boolean",
        description: "Sends before other messages of the day."
      },
      { name: "organization_id", in: "body", required: false, type: "string", description: "Id of the organisation." },
      {
        name: "outreach_method",
        in: "body",
        required: false,
        type: "string",
        enum: ["connection_request", "direct_message", "inmail", "inmail_escalation", "email"],
        description: "How to reach the person, e.g."
      },
      { name: "project_id", in: "body", required: false, type: "string", description: "Project id." },
      {
        name: "prospect_external_id",
        in: "body",
        required: false,
        type: "string",
        description: "Your own id of the prospect."
      },
      { name: "recipient_email", in: "body", required: false, type: "string", description: "Email of the recipient." },
      {
        name: "recipient_linkedin_url",
        in: "body",
        required: false,
        type: "string",
        description: "LinkedIn profile of the recipient."
      },
      { name: "recipient_name", in: "body", required: false, type: "string", description: "Name of the recipient." },
      {
        name: "recipient_provider_id",
        in: "body",
        required: false,
        type: "string",
        description: "Id of the recipient at the channel provider."
      },
      { name: "subject", in: "body", required: false, type: "string", description: "Subject line." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createBatchDrafts",
    platform: "lumnis",
    resource: "messaging",
    name: "createBatchDrafts",
    method: "POST",
    path: "/v1/messaging/drafts/batch",
    query: ["user_id", "wait"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Create drafts for many prospects",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "wait",
        in: "query",
        required: false,
        type: "boolean",
        description: "true waits until all drafts are written (legacy)."
      },
      { name: "channel", in: "body", required: true, type: "string", enum: ["gmail", "outlook", "linkedin"] },
      { name: "project_id", in: "body", required: true, type: "string", description: "Project id." },
      {
        name: "prospects",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Prospects, one object each."
      },
      { name: "ai_context", in: "body", required: false, type: "object", description: "Context for the AI." },
      { name: "content_template", in: "body", required: false, type: "string", description: "Text with placeholders." },
      { name: "organization_id", in: "body", required: false, type: "string", description: "Id of the organisation." },
      {
        name: "subject_template",
        in: "body",
        required: false,
        type: "string",
        description: "Subject with placeholders."
      },
      {
        name: "use_ai_generation",
        in: "body",
        required: false,
        type: "boolean",
        description: "Writes each draft with AI instead of the template alone."
      },
      {
        name: "use_prior_contact",
        in: "body",
        required: false,
        type: "boolean",
        default: true,
        description: "Takes earlier contact into account."
      }
    ],
    statuses: ["200", "202", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getBatchDraftJobStatus",
    platform: "lumnis",
    resource: "messaging",
    name: "getBatchDraftJobStatus",
    method: "GET",
    path: "/v1/messaging/drafts/batch/jobs/{job_id}",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read a batch draft job",
    pathParameters: [{ name: "job_id", description: "Job id." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "sendBatchDrafts",
    platform: "lumnis",
    resource: "messaging",
    name: "sendBatchDrafts",
    method: "POST",
    path: "/v1/messaging/drafts/batch/send",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Send several drafts",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "draft_ids", in: "body", required: true, type: "array", items: "string", description: "Draft ids." },
      {
        name: "draft_overrides",
        in: "body",
        required: false,
        type: "array",
        items: "object",
        description: "Changes by draft id."
      },
      { name: "priority", in: "body", required: false, type: "integer", default: 0, description: "Order of sending." },
      { name: "send_rate_per_day", in: "body", required: false, type: "integer", description: "Messages a day." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createBatchDraftsStream",
    platform: "lumnis",
    resource: "messaging",
    name: "createBatchDraftsStream",
    method: "POST",
    path: "/v1/messaging/drafts/batch/stream",
    query: ["user_id", "job_id"],
    body: "json",
    bodyRequired: true,
    response: "events",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Create drafts with live progress (SSE)",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "job_id",
        in: "query",
        required: false,
        type: "string",
        description: "Resume the stream of an existing job."
      },
      { name: "channel", in: "body", required: true, type: "string", enum: ["gmail", "outlook", "linkedin"] },
      { name: "project_id", in: "body", required: true, type: "string", description: "Project id." },
      {
        name: "prospects",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Prospects, one object each."
      },
      { name: "ai_context", in: "body", required: false, type: "object", description: "Context for the AI." },
      { name: "content_template", in: "body", required: false, type: "string", description: "Text with placeholders." },
      { name: "organization_id", in: "body", required: false, type: "string", description: "Id of the organisation." },
      {
        name: "subject_template",
        in: "body",
        required: false,
        type: "string",
        description: "Subject with placeholders."
      },
      {
        name: "use_ai_generation",
        in: "body",
        required: false,
        type: "boolean",
        description: "Writes each draft with AI instead of the template alone."
      },
      {
        name: "use_prior_contact",
        in: "body",
        required: false,
        type: "boolean",
        default: true,
        description: "Takes earlier contact into account."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getDraft",
    platform: "lumnis",
    resource: "messaging",
    name: "getDraft",
    method: "GET",
    path: "/v1/messaging/drafts/{draft_id}",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read a draft",
    pathParameters: [{ name: "draft_id", description: "Draft id." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateDraft",
    platform: "lumnis",
    resource: "messaging",
    name: "updateDraft",
    method: "PATCH",
    path: "/v1/messaging/drafts/{draft_id}",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Change a draft",
    pathParameters: [{ name: "draft_id", description: "Draft id." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "content", in: "body", required: false, type: "string", description: "Text of the message." },
      {
        name: "inmail_subscription",
        in: "body",
        required: false,
        type: "string",
        enum: ["sales_navigator", "recruiter_lite", "recruiter_corporate", "premium"],
        description: "LinkedIn subscription whose InMail credits are used."
      },
      {
        name: "outreach_method",
        in: "body",
        required: false,
        type: "string",
        enum: ["connection_request", "direct_message", "inmail", "inmail_escalation", "email"],
        description: "How to reach the person, e.g."
      },
      {
        name: "status",
        in: "body",
        required: false,
        type: "string",
        enum: ["pending_review", "approved", "scheduled", "sending", "sent", "failed", "discarded"],
        description: "New status."
      },
      { name: "subject", in: "body", required: false, type: "string", description: "Subject line." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "cancelDraft",
    platform: "lumnis",
    resource: "messaging",
    name: "cancelDraft",
    method: "POST",
    path: "/v1/messaging/drafts/{draft_id}/cancel",
    query: ["user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Cancel a draft",
    pathParameters: [{ name: "draft_id", description: "Draft id." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "sendDraft",
    platform: "lumnis",
    resource: "messaging",
    name: "sendDraft",
    method: "POST",
    path: "/v1/messaging/drafts/{draft_id}/send",
    query: ["user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Approve and send a draft",
    pathParameters: [{ name: "draft_id", description: "Draft id." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getEmailThreads",
    platform: "lumnis",
    resource: "messaging",
    name: "getEmailThreads",
    method: "GET",
    path: "/v1/messaging/email-threads/{email_address}",
    query: ["user_id", "limit"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "List email threads with a person",
    pathParameters: [{ name: "email_address", description: "Email of the member." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getLinkedInAccountInfo",
    platform: "lumnis",
    resource: "messaging",
    name: "getLinkedInAccountInfo",
    method: "GET",
    path: "/v1/messaging/linkedin/account-info",
    query: ["user_id", "force_refresh"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read LinkedIn account info",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "force_refresh", in: "query", required: false, type: "boolean" }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "checkLinkedInConnection",
    platform: "lumnis",
    resource: "messaging",
    name: "checkLinkedInConnection",
    method: "POST",
    path: "/v1/messaging/linkedin/check-connection",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Check a LinkedIn connection",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "linkedin_url",
        in: "body",
        required: false,
        type: "string",
        description: "URL of the LinkedIn profile."
      },
      {
        name: "provider_id",
        in: "body",
        required: false,
        type: "string",
        description: "Id of the person at the channel provider."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "batchCheckLinkedInConnections",
    platform: "lumnis",
    resource: "messaging",
    name: "batchCheckLinkedInConnections",
    method: "POST",
    path: "/v1/messaging/linkedin/check-connections/batch",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Check several LinkedIn connections",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "prospects",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Prospects, one object each."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getLinkedInCredits",
    platform: "lumnis",
    resource: "messaging",
    name: "getLinkedInCredits",
    method: "GET",
    path: "/v1/messaging/linkedin/credits",
    query: ["user_id", "force_refresh"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read InMail credits",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "force_refresh", in: "query", required: false, type: "boolean" }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "refreshLinkedInCredits",
    platform: "lumnis",
    resource: "messaging",
    name: "refreshLinkedInCredits",
    method: "POST",
    path: "/v1/messaging/linkedin/refresh-credits",
    query: ["user_id"],
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Refresh InMail credits",
    pathParameters: [],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "sendLinkedInOutreach",
    platform: "lumnis",
    resource: "messaging",
    name: "sendLinkedInOutreach",
    method: "POST",
    path: "/v1/messaging/linkedin/send",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Send LinkedIn outreach by the best method",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "content", in: "body", required: true, type: "string", description: "Text of the message." },
      { name: "prospect_name", in: "body", required: true, type: "string", description: "Name of the prospect." },
      {
        name: "enable_escalation",
        in: "body",
        required: false,
        type: "boolean",
        description: "Changes to another method when there is no answer."
      },
      {
        name: "escalation_days",
        in: "body",
        required: false,
        type: "integer",
        description: "Days until the escalation."
      },
      {
        name: "is_priority",
        in: "body",
        required: false,
        type: "boolean",
        description: "Sends before other messages of the day."
      },
      { name: "organization_id", in: "body", required: false, type: "string", description: "Id of the organisation." },
      { name: "project_id", in: "body", required: false, type: "string", description: "Project id." },
      {
        name: "prospect_external_id",
        in: "body",
        required: false,
        type: "string",
        description: "Your own id of the prospect."
      },
      {
        name: "prospect_linked_in_url",
        in: "body",
        required: false,
        type: "string",
        description: "LinkedIn profile of the prospect."
      },
      {
        name: "prospect_provider_id",
        in: "body",
        required: false,
        type: "string",
        description: "Id of the prospect at the channel provider."
      },
      { name: "subject", in: "body", required: false, type: "string", description: "Subject line." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "updateLinkedInSubscription",
    platform: "lumnis",
    resource: "messaging",
    name: "updateLinkedInSubscription",
    method: "PUT",
    path: "/v1/messaging/linkedin/subscription",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Set the LinkedIn subscription",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "subscription_type",
        in: "body",
        required: true,
        type: "string",
        enum: ["basic", "premium", "sales_navigator", "recruiter_lite", "recruiter_corporate"]
      },
      { name: "inmail_credits", in: "body", required: false, type: "integer", description: "InMail credits left." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "sendMessage",
    platform: "lumnis",
    resource: "messaging",
    name: "sendMessage",
    method: "POST",
    path: "/v1/messaging/send",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Send a message",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "channel", in: "body", required: true, type: "string", enum: ["gmail", "outlook", "linkedin"] },
      { name: "content", in: "body", required: true, type: "string", description: "Text of the message." },
      {
        name: "recipient_id",
        in: "body",
        required: true,
        type: "string",
        description: "Id of the recipient at the channel provider."
      },
      {
        name: "bcc",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Addresses in blind copy."
      },
      { name: "cc", in: "body", required: false, type: "array", items: "string", description: "Addresses in copy." },
      { name: "conversation_id", in: "body", required: false, type: "string", description: "Conversation id." },
      { name: "is_html", in: "body", required: false, type: "boolean", description: "true when the content is HTML." },
      { name: "organization_id", in: "body", required: false, type: "string", description: "Id of the organisation." },
      { name: "project_id", in: "body", required: false, type: "string", description: "Project id." },
      {
        name: "prospect_external_id",
        in: "body",
        required: false,
        type: "string",
        description: "Your own id of the prospect."
      },
      { name: "recipient_name", in: "body", required: false, type: "string", description: "Name of the recipient." },
      { name: "subject", in: "body", required: false, type: "string", description: "Subject line." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "syncConversations",
    platform: "lumnis",
    resource: "messaging",
    name: "syncConversations",
    method: "POST",
    path: "/v1/messaging/sync",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Sync conversations of prospects",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "prospects",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Prospects, one object each."
      },
      {
        name: "channels",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Channels to include."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "syncProspectConversation",
    platform: "lumnis",
    resource: "messaging",
    name: "syncProspect",
    method: "POST",
    path: "/v1/messaging/sync/prospect",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Sync one prospect",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "channel", in: "body", required: false, type: "string", description: "Channel to send on, e.g." },
      { name: "email", in: "body", required: false, type: "string", description: "Email address." },
      {
        name: "linkedin_url",
        in: "body",
        required: false,
        type: "string",
        description: "URL of the LinkedIn profile."
      },
      {
        name: "provider_id",
        in: "body",
        required: false,
        type: "string",
        description: "Id of the person at the channel provider."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getSyncStatus",
    platform: "lumnis",
    resource: "messaging",
    name: "getSyncStatus",
    method: "GET",
    path: "/v1/messaging/sync/{job_id}",
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "none" },
    summary: "Read a sync job",
    pathParameters: [{ name: "job_id", description: "Job id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getModelPreferences",
    platform: "lumnis",
    resource: "modelPreferences",
    name: "list",
    method: "GET",
    path: "/v1/model-preferences",
    query: ["include_defaults"],
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Read model preferences",
    pathParameters: [],
    parameters: [
      {
        name: "include_defaults",
        in: "query",
        required: false,
        type: "boolean",
        default: true,
        description: "Also the defaults of the platform."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "updateModelPreferences",
    platform: "lumnis",
    resource: "modelPreferences",
    name: "updateBulk",
    method: "PUT",
    path: "/v1/model-preferences",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Set several preferences",
    pathParameters: [],
    parameters: [
      { name: "preferences", in: "body", required: true, type: "object", description: "Preferences by model type." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "checkModelAvailability",
    platform: "lumnis",
    resource: "modelPreferences",
    name: "checkAvailability",
    method: "POST",
    path: "/v1/model-preferences/check-availability",
    body: "json",
    wholeBody: true,
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Check which models are usable with the stored keys",
    pathParameters: [],
    parameters: [
      { name: "body", in: "body", required: true, type: "array", items: "object", description: "The whole body." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "updateModelPreference",
    platform: "lumnis",
    resource: "modelPreferences",
    name: "update",
    method: "PATCH",
    path: "/v1/model-preferences/{model_type}",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Set one preference",
    pathParameters: [{ name: "model_type", description: "ModelType value." }],
    parameters: [
      { name: "model_name", in: "body", required: true, type: "string", description: "Model name." },
      {
        name: "provider",
        in: "body",
        required: true,
        type: "string",
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
      {
        name: "model_type",
        in: "body",
        required: false,
        type: "string",
        enum: ["CHEAP_MODEL", "FAST_MODEL", "SMART_MODEL", "REASONING_MODEL", "VISION_MODEL"]
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deleteModelPreference",
    platform: "lumnis",
    resource: "modelPreferences",
    name: "delete",
    method: "DELETE",
    path: "/v1/model-preferences/{model_type}",
    response: "none",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Revert one model type to the default",
    pathParameters: [{ name: "model_type", description: "ModelType value." }],
    parameters: [],
    destructive: true,
    statuses: ["204", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listOutreachConnections",
    platform: "lumnis",
    resource: "outreach",
    name: "listConnections",
    method: "GET",
    path: "/v1/outreach",
    query: ["user_id", "stage", "channel", "source", "campaign_id", "since", "stats", "limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "items", total: "total" },
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "List people at a funnel stage",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "stage",
        in: "query",
        required: false,
        type: "string",
        enum: ["all", "connected", "messaged", "replied", "meeting_booked"],
        default: "connected",
        description: "Only connections in this stage."
      },
      {
        name: "channel",
        in: "query",
        required: false,
        type: "string",
        enum: ["all", "linkedin", "email", "inmail"],
        default: "all",
        description: "Channel, e.g."
      },
      {
        name: "source",
        in: "query",
        required: false,
        type: "string",
        enum: ["all", "sequence", "campaign"],
        default: "all",
        description: "Only rows of this source."
      },
      {
        name: "campaign_id",
        in: "query",
        required: false,
        type: "array",
        items: "string",
        description: "Repeat the parameter per id; excludes sequences."
      },
      {
        name: "since",
        in: "query",
        required: false,
        type: "string",
        description: "Only rows from this time on (ISO 8601)."
      },
      {
        name: "stats",
        in: "query",
        required: false,
        type: "boolean",
        default: false,
        description: "Also counts by stage."
      },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listAcceptedOutreachConnections",
    platform: "lumnis",
    resource: "outreach",
    name: "listAcceptedConnections",
    method: "GET",
    path: "/v1/outreach/accepted",
    query: ["user_id", "source", "campaign_id", "since", "limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "items", total: "total" },
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "List people who accepted a request",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "source",
        in: "query",
        required: false,
        type: "string",
        enum: ["all", "sequence", "campaign"],
        default: "all",
        description: "Only rows of this source."
      },
      {
        name: "campaign_id",
        in: "query",
        required: false,
        type: "array",
        items: "string",
        description: "Repeat the parameter per id; excludes sequences."
      },
      {
        name: "since",
        in: "query",
        required: false,
        type: "string",
        description: "Only rows from this time on (ISO 8601)."
      },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "previewPosts",
    platform: "lumnis",
    resource: "people",
    name: "previewPosts",
    method: "POST",
    path: "/v1/people/posts/preview",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Preview engagement counts of LinkedIn posts",
    pathParameters: [],
    parameters: [
      {
        name: "post_urls",
        in: "body",
        required: true,
        type: "array",
        items: "string",
        description: "URLs of LinkedIn posts."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "quickPeopleSearch",
    platform: "lumnis",
    resource: "people",
    name: "quickSearch",
    method: "POST",
    path: "/v1/people/quick-search",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Synchronous people search",
    pathParameters: [],
    parameters: [
      { name: "query", in: "body", required: true, type: "string", description: "Search text." },
      {
        name: "data_sources",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        enum: ["PDL", "CORESIGNAL", "CRUST_DATA"],
        description: "Sources to search."
      },
      { name: "limit", in: "body", required: false, type: "integer", default: 20, description: "Most results." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listResponses",
    platform: "lumnis",
    resource: "responses",
    name: "list",
    method: "GET",
    path: "/v1/responses",
    query: ["user_id", "status", "start_date", "end_date", "thread_id", "limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "responses", total: "total" },
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "List responses",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "status",
        in: "query",
        required: false,
        type: "string",
        enum: ["queued", "in_progress", "succeeded", "failed", "cancelled"]
      },
      {
        name: "start_date",
        in: "query",
        required: false,
        type: "string",
        description: "Created on or after this day."
      },
      { name: "end_date", in: "query", required: false, type: "string", description: "Created on or before this day." },
      {
        name: "thread_id",
        in: "query",
        required: false,
        type: "string",
        description: "Only responses in this status."
      },
      { name: "limit", in: "query", required: false, type: "integer", default: 50, description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createResponse",
    platform: "lumnis",
    resource: "responses",
    name: "create",
    method: "POST",
    path: "/v1/responses",
    body: "json",
    bodyRequired: true,
    response: "json",
    needs: ["response_id"],
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "body" },
    summary: "Start an agent run",
    pathParameters: [],
    parameters: [
      {
        name: "messages",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Messages of the run, in order."
      },
      { name: "agent_config", in: "body", required: false, type: "object" },
      {
        name: "agent_effort",
        in: "body",
        required: false,
        type: "string",
        enum: ["low", "medium", "high"],
        description: "Older API reference capture only."
      },
      {
        name: "cost_cap_usd",
        in: "body",
        required: false,
        type: "number",
        description: "Older API reference capture only."
      },
      {
        name: "files",
        in: "body",
        required: false,
        type: "array",
        items: "object",
        description: "Files of the run: artifact ids or URIs."
      },
      { name: "model_overrides", in: "body", required: false, type: "object" },
      { name: "options", in: "body", required: false, type: "object", description: "Free form request options, e.g." },
      {
        name: "priority",
        in: "body",
        required: false,
        type: "integer",
        default: 5,
        description: "Older API reference capture only."
      },
      {
        name: "response_format",
        in: "body",
        required: false,
        type: "object",
        description: "A plain JSON Schema object."
      },
      {
        name: "response_format_instructions",
        in: "body",
        required: false,
        type: "string",
        description: "Hints for the structured output, in words."
      },
      {
        name: "specialized_agent",
        in: "body",
        required: false,
        type: "string",
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
      { name: "specialized_agent_params", in: "body", required: false, type: "object" },
      { name: "thread_id", in: "body", required: false, type: "string", description: "Thread to continue." },
      { name: "user_id", in: "body", required: false, type: "string", description: "User UUID or email." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getResponse",
    platform: "lumnis",
    resource: "responses",
    name: "get",
    method: "GET",
    path: "/v1/responses/{response_id}",
    query: ["wait"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read a response, optionally long polling",
    pathParameters: [{ name: "response_id", description: "Id of the response (run)." }],
    parameters: [
      {
        name: "wait",
        in: "query",
        required: false,
        type: "integer",
        description: "Seconds the server may hold the request until something changes."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listResponseArtifacts",
    platform: "lumnis",
    resource: "responses",
    name: "listArtifacts",
    method: "GET",
    path: "/v1/responses/{response_id}/artifacts",
    query: ["limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "artifacts", total: "total" },
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List artifacts of a response",
    pathParameters: [{ name: "response_id", description: "Id of the response (run)." }],
    parameters: [
      { name: "limit", in: "query", required: false, type: "integer", default: 50, description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "cancelResponse",
    platform: "lumnis",
    resource: "responses",
    name: "cancel",
    method: "POST",
    path: "/v1/responses/{response_id}/cancel",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Cancel a queued or running response",
    pathParameters: [{ name: "response_id", description: "Id of the response (run)." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listResponseFeedback",
    platform: "lumnis",
    resource: "responses",
    name: "listFeedback",
    method: "GET",
    path: "/v1/responses/{response_id}/feedback",
    query: ["progress_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List feedback of a response",
    pathParameters: [{ name: "response_id", description: "Id of the response (run)." }],
    parameters: [
      {
        name: "progress_id",
        in: "query",
        required: false,
        type: "string",
        description: "Only feedback on this progress entry."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "createResponseFeedback",
    platform: "lumnis",
    resource: "responses",
    name: "createFeedback",
    method: "POST",
    path: "/v1/responses/{response_id}/feedback",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "body" },
    summary: "Send feedback to a running response",
    pathParameters: [{ name: "response_id", description: "Id of the response (run)." }],
    parameters: [
      { name: "feedback_text", in: "body", required: true, type: "string", description: "Text of the feedback." },
      {
        name: "feedback_type",
        in: "body",
        required: false,
        type: "string",
        enum: ["suggestion", "correction", "guidance"],
        default: "suggestion",
        description: "Kind of feedback."
      },
      {
        name: "progress_id",
        in: "body",
        required: false,
        type: "string",
        description: "Progress entry the feedback is aimed at."
      },
      {
        name: "tool_args_update",
        in: "body",
        required: false,
        type: "object",
        description: "New tool arguments, keys verbatim; needs tool_call_id."
      },
      {
        name: "tool_call_id",
        in: "body",
        required: false,
        type: "string",
        description: "Tool call that the feedback is about."
      },
      { name: "user_id", in: "body", required: false, type: "string", description: "User UUID or email." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listSequenceApprovals",
    platform: "lumnis",
    resource: "sequences",
    name: "listPendingApprovals",
    method: "GET",
    path: "/v1/sequences/approvals",
    query: ["template_id", "project_id", "channel", "action", "limit", "offset"],
    response: "json",
    pagination: {
      style: "offset",
      offset: "offset",
      limit: "limit",
      items: "approvals",
      total: "total",
      hasMore: "has_more"
    },
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List steps waiting for approval",
    pathParameters: [],
    parameters: [
      {
        name: "template_id",
        in: "query",
        required: false,
        type: "string",
        description: "Id of the sequence template."
      },
      { name: "project_id", in: "query", required: false, type: "string", description: "Project id." },
      {
        name: "channel",
        in: "query",
        required: false,
        type: "string",
        enum: ["linkedin", "email"],
        description: "Channel, e.g."
      },
      {
        name: "action",
        in: "query",
        required: false,
        type: "string",
        enum: [
          "check_connection",
          "connection_request",
          "message",
          "inmail",
          "view_profile",
          "like_post",
          "comment_post",
          "send"
        ],
        description: "Only steps with this action."
      },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "bulkSequenceApprovalAction",
    platform: "lumnis",
    resource: "sequences",
    name: "bulkApprovalAction",
    method: "POST",
    path: "/v1/sequences/approvals/bulk",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Approve, reject or skip many steps",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "step_execution_ids",
        in: "body",
        required: true,
        type: "array",
        items: "string",
        description: "Ids of the step executions."
      },
      {
        name: "action",
        in: "body",
        required: false,
        type: "string",
        enum: ["approve", "reject", "skip"],
        default: "approve",
        description: "approve, reject or skip."
      },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "approveSequenceStep",
    platform: "lumnis",
    resource: "sequences",
    name: "approveStep",
    method: "POST",
    path: "/v1/sequences/approvals/{step_execution_id}/approve",
    query: ["user_id"],
    body: "json",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Approve a step",
    pathParameters: [{ name: "step_execution_id", description: "Id of the step execution." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "modified_content",
        in: "body",
        required: false,
        type: "string",
        description: "Text to send instead of the proposed one."
      },
      { name: "notes", in: "body", required: false, type: "string", description: "Notes for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "rejectSequenceStep",
    platform: "lumnis",
    resource: "sequences",
    name: "rejectStep",
    method: "POST",
    path: "/v1/sequences/approvals/{step_execution_id}/reject",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Reject a step (cancels the execution)",
    pathParameters: [{ name: "step_execution_id", description: "Id of the step execution." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "reason", in: "body", required: true, type: "string", description: "Why, for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "skipSequenceStep",
    platform: "lumnis",
    resource: "sequences",
    name: "skipStep",
    method: "POST",
    path: "/v1/sequences/approvals/{step_execution_id}/skip",
    query: ["user_id"],
    body: "json",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Skip a step and go on",
    pathParameters: [{ name: "step_execution_id", description: "Id of the step execution." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listSequenceExecutions",
    platform: "lumnis",
    resource: "sequences",
    name: "listExecutions",
    method: "GET",
    path: "/v1/sequences/executions",
    query: ["template_id", "project_id", "status", "limit", "offset"],
    response: "json",
    pagination: {
      style: "offset",
      offset: "offset",
      limit: "limit",
      items: "executions",
      total: "total",
      hasMore: "has_more"
    },
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List executions",
    pathParameters: [],
    parameters: [
      {
        name: "template_id",
        in: "query",
        required: false,
        type: "string",
        description: "Id of the sequence template."
      },
      { name: "project_id", in: "query", required: false, type: "string", description: "Project id." },
      {
        name: "status",
        in: "query",
        required: false,
        type: "string",
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
        ],
        description: "Only rows in this status."
      },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "startSequenceExecutions",
    platform: "lumnis",
    resource: "sequences",
    name: "startExecutions",
    method: "POST",
    path: "/v1/sequences/executions",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Start executions for prospects",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "prospects",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Prospects, one object each."
      },
      { name: "template_id", in: "body", required: true, type: "string", description: "Id of the sequence template." },
      { name: "project_id", in: "body", required: false, type: "string", description: "Project id." },
      {
        name: "replace_existing",
        in: "body",
        required: false,
        type: "boolean",
        description: "Replaces running executions of the same prospects."
      },
      { name: "step_overrides", in: "body", required: false, type: "object", description: "Changes by step." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "batchGetSequenceExecutions",
    platform: "lumnis",
    resource: "sequences",
    name: "batchGetExecutions",
    method: "POST",
    path: "/v1/sequences/executions/batch",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read many executions",
    pathParameters: [],
    parameters: [
      {
        name: "execution_ids",
        in: "body",
        required: true,
        type: "array",
        items: "string",
        description: "Ids of the sequence executions."
      },
      { name: "include", in: "body", required: false, type: "object" }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "bulkCompleteSequenceExecutions",
    platform: "lumnis",
    resource: "sequences",
    name: "bulkCompleteExecutions",
    method: "POST",
    path: "/v1/sequences/executions/bulk/complete",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Record an outcome for many executions",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "execution_ids",
        in: "body",
        required: true,
        type: "array",
        items: "string",
        description: "Ids of the sequence executions."
      },
      {
        name: "outcome",
        in: "body",
        required: true,
        type: "string",
        enum: ["meeting_booked", "interested", "hired", "not_interested", "other"]
      },
      { name: "notes", in: "body", required: false, type: "string", description: "Notes for the log." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "bulkPauseSequenceExecutions",
    platform: "lumnis",
    resource: "sequences",
    name: "bulkPauseExecutions",
    method: "POST",
    path: "/v1/sequences/executions/bulk/pause",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Pause many executions",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "dry_run",
        in: "body",
        required: false,
        type: "boolean",
        description: "Reports what would change and changes nothing."
      },
      {
        name: "execution_ids",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Ids of the sequence executions."
      },
      { name: "project_id", in: "body", required: false, type: "string", description: "Project id." },
      {
        name: "project_ids",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Only executions of these projects."
      },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." },
      { name: "template_id", in: "body", required: false, type: "string", description: "Id of the sequence template." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "bulkResumeSequenceExecutions",
    platform: "lumnis",
    resource: "sequences",
    name: "bulkResumeExecutions",
    method: "POST",
    path: "/v1/sequences/executions/bulk/resume",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Resume many executions",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "dry_run",
        in: "body",
        required: false,
        type: "boolean",
        description: "Reports what would change and changes nothing."
      },
      {
        name: "execution_ids",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Ids of the sequence executions."
      },
      { name: "project_id", in: "body", required: false, type: "string", description: "Project id." },
      {
        name: "project_ids",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Only executions of these projects."
      },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." },
      { name: "template_id", in: "body", required: false, type: "string", description: "Id of the sequence template." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "bulkStopSequenceExecutions",
    platform: "lumnis",
    resource: "sequences",
    name: "bulkStopExecutions",
    method: "POST",
    path: "/v1/sequences/executions/bulk/stop",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Stop many executions",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "dry_run",
        in: "body",
        required: false,
        type: "boolean",
        description: "Reports what would change and changes nothing."
      },
      {
        name: "execution_ids",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Ids of the sequence executions."
      },
      { name: "project_id", in: "body", required: false, type: "string", description: "Project id." },
      {
        name: "project_ids",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Only executions of these projects."
      },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." },
      { name: "template_id", in: "body", required: false, type: "string", description: "Id of the sequence template." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getSequenceEngagementStatus",
    platform: "lumnis",
    resource: "sequences",
    name: "getEngagementStatus",
    method: "POST",
    path: "/v1/sequences/executions/engagement-status",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Derive engagement status of many executions",
    pathParameters: [],
    parameters: [
      {
        name: "execution_ids",
        in: "body",
        required: true,
        type: "array",
        items: "string",
        description: "Ids of the sequence executions."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getSequenceExecutionMetrics",
    platform: "lumnis",
    resource: "sequences",
    name: "getExecutionMetrics",
    method: "GET",
    path: "/v1/sequences/executions/metrics",
    query: ["template_id", "project_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read execution metrics",
    pathParameters: [],
    parameters: [
      {
        name: "template_id",
        in: "query",
        required: false,
        type: "string",
        description: "Id of the sequence template."
      },
      { name: "project_id", in: "query", required: false, type: "string", description: "Project id." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getSequenceExecution",
    platform: "lumnis",
    resource: "sequences",
    name: "getExecution",
    method: "GET",
    path: "/v1/sequences/executions/{execution_id}",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read an execution",
    pathParameters: [{ name: "execution_id", description: "Id of the sequence execution." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "completeSequenceExecution",
    platform: "lumnis",
    resource: "sequences",
    name: "completeExecution",
    method: "POST",
    path: "/v1/sequences/executions/{execution_id}/complete",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Record an outcome and finish",
    pathParameters: [{ name: "execution_id", description: "Id of the sequence execution." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "outcome",
        in: "body",
        required: true,
        type: "string",
        enum: ["meeting_booked", "interested", "hired", "not_interested", "other"]
      },
      { name: "notes", in: "body", required: false, type: "string", description: "Notes for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "pauseSequenceExecution",
    platform: "lumnis",
    resource: "sequences",
    name: "pauseExecution",
    method: "POST",
    path: "/v1/sequences/executions/{execution_id}/pause",
    query: ["user_id"],
    body: "json",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Pause an execution",
    pathParameters: [{ name: "execution_id", description: "Id of the sequence execution." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "resumeSequenceExecution",
    platform: "lumnis",
    resource: "sequences",
    name: "resumeExecution",
    method: "POST",
    path: "/v1/sequences/executions/{execution_id}/resume",
    query: ["user_id"],
    body: "json",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Resume an execution",
    pathParameters: [{ name: "execution_id", description: "Id of the sequence execution." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    openBody: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "retrySequenceExecution",
    platform: "lumnis",
    resource: "sequences",
    name: "retryExecution",
    method: "POST",
    path: "/v1/sequences/executions/{execution_id}/retry",
    query: ["user_id"],
    body: "json",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Retry a failed execution",
    pathParameters: [{ name: "execution_id", description: "Id of the sequence execution." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    openBody: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "stopSequenceExecution",
    platform: "lumnis",
    resource: "sequences",
    name: "stopExecution",
    method: "POST",
    path: "/v1/sequences/executions/{execution_id}/stop",
    query: ["user_id"],
    body: "json",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Stop an execution",
    pathParameters: [{ name: "execution_id", description: "Id of the sequence execution." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "reason", in: "body", required: false, type: "string", description: "Why, for the log." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getLinkedInAccountRateLimits",
    platform: "lumnis",
    resource: "sequences",
    name: "getLinkedInAccountRateLimits",
    method: "GET",
    path: "/v1/sequences/linkedin-accounts/rate-limits",
    query: ["user_id", "account_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read LinkedIn account limits",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "account_id",
        in: "query",
        required: false,
        type: "string",
        description: "Default: the latest active account."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "updateLinkedInAccountRateLimits",
    platform: "lumnis",
    resource: "sequences",
    name: "updateLinkedInAccountRateLimits",
    method: "PATCH",
    path: "/v1/sequences/linkedin-accounts/rate-limits",
    query: ["user_id", "account_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Change LinkedIn account limits",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "account_id", in: "query", required: false, type: "string", description: "Id of the connected account." },
      { name: "daily_limits", in: "body", required: true, type: "object" }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "pollSequences",
    platform: "lumnis",
    resource: "sequences",
    name: "batchPoll",
    method: "POST",
    path: "/v1/sequences/poll",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Several dashboard reads in one call",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "requests",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "What to poll, one object each."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getSequenceRateLimitStatus",
    platform: "lumnis",
    resource: "sequences",
    name: "getRateLimitStatus",
    method: "GET",
    path: "/v1/sequences/rate-limits/status",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Read action quota",
    pathParameters: [],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listStepExecutions",
    platform: "lumnis",
    resource: "sequences",
    name: "listStepExecutions",
    method: "GET",
    path: "/v1/sequences/step-executions",
    query: [
      "status",
      "template_id",
      "project_id",
      "user_id",
      "channel",
      "action",
      "scheduled_after",
      "scheduled_before",
      "limit",
      "offset"
    ],
    response: "json",
    pagination: {
      style: "offset",
      offset: "offset",
      limit: "limit",
      items: "items",
      total: "total",
      hasMore: "has_more"
    },
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Query step executions",
    pathParameters: [],
    parameters: [
      {
        name: "status",
        in: "query",
        required: false,
        type: "array",
        items: "string",
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
        ],
        description: "Only these values."
      },
      {
        name: "template_id",
        in: "query",
        required: false,
        type: "string",
        description: "Id of the sequence template."
      },
      { name: "project_id", in: "query", required: false, type: "string", description: "Project id." },
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      {
        name: "channel",
        in: "query",
        required: false,
        type: "string",
        enum: ["linkedin", "email"],
        description: "Channel, e.g."
      },
      {
        name: "action",
        in: "query",
        required: false,
        type: "string",
        enum: [
          "check_connection",
          "connection_request",
          "message",
          "inmail",
          "view_profile",
          "like_post",
          "comment_post",
          "send"
        ],
        description: "Only steps with this action."
      },
      {
        name: "scheduled_after",
        in: "query",
        required: false,
        type: "string",
        description: "Only steps scheduled at or after this time (ISO 8601)."
      },
      {
        name: "scheduled_before",
        in: "query",
        required: false,
        type: "string",
        description: "Only steps scheduled at or before this time (ISO 8601)."
      },
      { name: "limit", in: "query", required: false, type: "integer", description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "updateStepExecution",
    platform: "lumnis",
    resource: "sequences",
    name: "updateStepExecution",
    method: "PATCH",
    path: "/v1/sequences/step-executions/{step_execution_id}",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Edit or reschedule a pending step",
    pathParameters: [{ name: "step_execution_id", description: "Id of the step execution." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "content", in: "body", required: false, type: "string", description: "Text of the message." },
      {
        name: "scheduled_at",
        in: "body",
        required: false,
        type: "string",
        description: "When the step runs (ISO 8601)."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listSequenceTemplates",
    platform: "lumnis",
    resource: "sequences",
    name: "listTemplates",
    method: "GET",
    path: "/v1/sequences/templates",
    query: ["user_id", "use_case", "include_system", "include_archived", "owned_only"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "List sequence templates",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "use_case", in: "query", required: false, type: "string", description: "Use case of the template." },
      {
        name: "include_system",
        in: "query",
        required: false,
        type: "boolean",
        description: "Also the templates of the platform."
      },
      {
        name: "include_archived",
        in: "query",
        required: false,
        type: "boolean",
        description: "Also archived templates."
      },
      {
        name: "owned_only",
        in: "query",
        required: false,
        type: "boolean",
        description: "Only templates that the user owns."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createSequenceTemplate",
    platform: "lumnis",
    resource: "sequences",
    name: "createTemplate",
    method: "POST",
    path: "/v1/sequences/templates",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Create a template",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "name", in: "body", required: true, type: "string", description: "Name." },
      {
        name: "steps",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Steps of the sequence."
      },
      {
        name: "transitions",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Transitions between steps."
      },
      { name: "description", in: "body", required: false, type: "string", description: "Description for people." },
      {
        name: "share_with",
        in: "body",
        required: false,
        type: "array",
        items: "object",
        description: "Users to share with."
      },
      {
        name: "share_with_tenant",
        in: "body",
        required: false,
        type: "boolean",
        description: "Shares the template with all users of the tenant."
      },
      { name: "use_case", in: "body", required: false, type: "string", description: "Use case, for lists." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "validateSequenceTemplate",
    platform: "lumnis",
    resource: "sequences",
    name: "validateTemplate",
    method: "POST",
    path: "/v1/sequences/templates/validate",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Validate a template without saving",
    pathParameters: [],
    parameters: [
      { name: "name", in: "body", required: true, type: "string", description: "Name." },
      {
        name: "steps",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Steps of the sequence."
      },
      {
        name: "transitions",
        in: "body",
        required: true,
        type: "array",
        items: "object",
        description: "Transitions between steps."
      },
      { name: "description", in: "body", required: false, type: "string", description: "Description for people." },
      {
        name: "share_with",
        in: "body",
        required: false,
        type: "array",
        items: "object",
        description: "Users to share with."
      },
      {
        name: "share_with_tenant",
        in: "body",
        required: false,
        type: "boolean",
        description: "Shares the template with all users of the tenant."
      },
      { name: "use_case", in: "body", required: false, type: "string", description: "Use case, for lists." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getSequenceTemplate",
    platform: "lumnis",
    resource: "sequences",
    name: "getTemplate",
    method: "GET",
    path: "/v1/sequences/templates/{template_id}",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Read a template",
    pathParameters: [{ name: "template_id", description: "Id of the sequence template." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateSequenceTemplate",
    platform: "lumnis",
    resource: "sequences",
    name: "updateTemplate",
    method: "PUT",
    path: "/v1/sequences/templates/{template_id}",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Change a template",
    pathParameters: [{ name: "template_id", description: "Id of the sequence template." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "description", in: "body", required: false, type: "string", description: "Description for people." },
      { name: "name", in: "body", required: false, type: "string", description: "Name." },
      {
        name: "steps",
        in: "body",
        required: false,
        type: "array",
        items: "object",
        description: "Steps of the sequence."
      },
      {
        name: "transitions",
        in: "body",
        required: false,
        type: "array",
        items: "object",
        description: "Transitions between steps."
      },
      { name: "use_case", in: "body", required: false, type: "string", description: "Use case, for lists." }
    ],
    statuses: ["200", "400", "401", "403", "404", "409", "422", "429", "5XX"]
  },
  {
    id: "archiveSequenceTemplate",
    platform: "lumnis",
    resource: "sequences",
    name: "archiveTemplate",
    method: "DELETE",
    path: "/v1/sequences/templates/{template_id}",
    query: ["user_id"],
    response: "none",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Archive a template",
    pathParameters: [{ name: "template_id", description: "Id of the sequence template." }],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    destructive: true,
    statuses: ["204", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "duplicateSequenceTemplate",
    platform: "lumnis",
    resource: "sequences",
    name: "duplicateTemplate",
    method: "POST",
    path: "/v1/sequences/templates/{template_id}/duplicate",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "user", userIdIn: "query" },
    summary: "Copy a template",
    pathParameters: [{ name: "template_id", description: "Id of the sequence template." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "name", in: "body", required: true, type: "string", description: "Name." },
      {
        name: "share_with_tenant",
        in: "body",
        required: false,
        type: "boolean",
        description: "Shares the template with all users of the tenant."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getSequenceTemplateShares",
    platform: "lumnis",
    resource: "sequences",
    name: "getTemplateShares",
    method: "GET",
    path: "/v1/sequences/templates/{template_id}/shares",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read template shares",
    pathParameters: [{ name: "template_id", description: "Id of the sequence template." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateSequenceTemplateShares",
    platform: "lumnis",
    resource: "sequences",
    name: "updateTemplateShares",
    method: "POST",
    path: "/v1/sequences/templates/{template_id}/shares",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Change template shares",
    pathParameters: [{ name: "template_id", description: "Id of the sequence template." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "add_users", in: "body", required: false, type: "array", items: "object", description: "Users to add." },
      {
        name: "remove_users",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        description: "Users to remove."
      },
      {
        name: "share_with_tenant",
        in: "body",
        required: false,
        type: "boolean",
        description: "Shares the template with all users of the tenant."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "removeSequenceTemplateShare",
    platform: "lumnis",
    resource: "sequences",
    name: "removeTemplateShare",
    method: "DELETE",
    path: "/v1/sequences/templates/{template_id}/shares/{share_id}",
    query: ["user_id"],
    response: "none",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Remove a share",
    pathParameters: [
      { name: "template_id", description: "Id of the sequence template." },
      { name: "share_id", description: "Id of the share." }
    ],
    parameters: [{ name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." }],
    statuses: ["204", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listSkills",
    platform: "lumnis",
    resource: "skills",
    name: "list",
    method: "GET",
    path: "/v1/skills",
    query: ["category", "is_active", "page", "page_size"],
    response: "json",
    pagination: { style: "page", page: "page", size: "page_size", items: "skills", total: "total" },
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List skill guidelines",
    pathParameters: [],
    parameters: [
      { name: "category", in: "query", required: false, type: "string", description: "Category of the skill." },
      { name: "is_active", in: "query", required: false, type: "boolean", description: "Default: true." },
      { name: "page", in: "query", required: false, type: "integer", default: 1, description: "Page number, from 1." },
      { name: "page_size", in: "query", required: false, type: "integer", default: 50, description: "Rows a page." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createSkill",
    platform: "lumnis",
    resource: "skills",
    name: "create",
    method: "POST",
    path: "/v1/skills",
    query: ["user_id"],
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Create a skill guideline",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "Owner of the skill." },
      { name: "content", in: "body", required: true, type: "string", description: "Text of the message." },
      { name: "description", in: "body", required: true, type: "string", description: "Description for people." },
      { name: "name", in: "body", required: true, type: "string", description: "Name." },
      { name: "category", in: "body", required: false, type: "string", description: "Category." },
      {
        name: "version",
        in: "body",
        required: false,
        type: "string",
        default: "1.0.0",
        description: "Version of the guideline."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getSkillAnalytics",
    platform: "lumnis",
    resource: "skills",
    name: "getAnalytics",
    method: "GET",
    path: "/v1/skills/analytics",
    query: ["skill_id", "tenant_id", "days_back"],
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Read skill effectiveness metrics",
    pathParameters: [],
    parameters: [
      { name: "skill_id", in: "query", required: false, type: "string", description: "Skill id." },
      { name: "tenant_id", in: "query", required: false, type: "string", description: "Tenant id." },
      { name: "days_back", in: "query", required: false, type: "integer", description: "Days to look back." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "listSkillUsage",
    platform: "lumnis",
    resource: "skills",
    name: "listUsage",
    method: "GET",
    path: "/v1/skills/usage",
    query: ["skill_id", "response_id", "page", "page_size"],
    response: "json",
    pagination: { style: "page", page: "page", size: "page_size", items: "usages", total: "total" },
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "List skill usage records",
    pathParameters: [],
    parameters: [
      { name: "skill_id", in: "query", required: false, type: "string", description: "Skill id." },
      { name: "response_id", in: "query", required: false, type: "string", description: "Id of the response (run)." },
      { name: "page", in: "query", required: false, type: "integer", default: 1, description: "Page number, from 1." },
      { name: "page_size", in: "query", required: false, type: "integer", default: 50, description: "Rows a page." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createSkillUsage",
    platform: "lumnis",
    resource: "skills",
    name: "createUsage",
    method: "POST",
    path: "/v1/skills/usage",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "body" },
    summary: "Record a skill usage",
    pathParameters: [],
    parameters: [
      { name: "response_id", in: "body", required: true, type: "string", description: "Id of the response (run)." },
      { name: "skill_id", in: "body", required: true, type: "string", description: "Skill id." },
      { name: "skill_name", in: "body", required: true, type: "string", description: "Name of the skill." },
      { name: "tenant_id", in: "body", required: true, type: "string", description: "Tenant id." },
      {
        name: "relevance_score",
        in: "body",
        required: false,
        type: "number",
        description: "How relevant the skill was, 0 to 1."
      },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "updateSkillUsage",
    platform: "lumnis",
    resource: "skills",
    name: "updateUsage",
    method: "PUT",
    path: "/v1/skills/usage/{usage_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Update a skill usage record",
    pathParameters: [{ name: "usage_id", description: "Id of the skill usage." }],
    parameters: [
      {
        name: "effectiveness_score",
        in: "body",
        required: false,
        type: "number",
        description: "How effective the skill was, 0 to 1."
      },
      {
        name: "execution_outcome",
        in: "body",
        required: false,
        type: "string",
        enum: ["success", "partial", "failed", "cancelled", "not_executed"],
        description: "Outcome of the run."
      },
      { name: "feedback_notes", in: "body", required: false, type: "string", description: "Notes on the usage." },
      {
        name: "planner_selected",
        in: "body",
        required: false,
        type: "boolean",
        description: "Whether the planner chose the skill."
      },
      { name: "priority", in: "body", required: false, type: "integer", description: "Priority." },
      { name: "usage_reasoning", in: "body", required: false, type: "string", description: "Why the skill was used." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getSkill",
    platform: "lumnis",
    resource: "skills",
    name: "get",
    method: "GET",
    path: "/v1/skills/{skill_id}",
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Read a skill guideline",
    pathParameters: [{ name: "skill_id", description: "Skill id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateSkill",
    platform: "lumnis",
    resource: "skills",
    name: "update",
    method: "PUT",
    path: "/v1/skills/{skill_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Update a skill guideline",
    pathParameters: [{ name: "skill_id", description: "Skill id." }],
    parameters: [
      { name: "category", in: "body", required: false, type: "string", description: "Category." },
      { name: "content", in: "body", required: false, type: "string", description: "Text of the message." },
      { name: "description", in: "body", required: false, type: "string", description: "Description for people." },
      { name: "is_active", in: "body", required: false, type: "boolean", description: "false switches it off." },
      { name: "name", in: "body", required: false, type: "string", description: "Name." },
      { name: "version", in: "body", required: false, type: "string", description: "Version of the guideline." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deleteSkill",
    platform: "lumnis",
    resource: "skills",
    name: "delete",
    method: "DELETE",
    path: "/v1/skills/{skill_id}",
    response: "none",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Delete a skill guideline",
    pathParameters: [{ name: "skill_id", description: "Skill id." }],
    parameters: [],
    destructive: true,
    statuses: ["204", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "getCurrentTenant",
    platform: "lumnis",
    resource: "tenant",
    name: "getCurrent",
    method: "GET",
    path: "/v1/tenant",
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Read the tenant behind the API key",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getTenant",
    platform: "lumnis",
    resource: "tenant",
    name: "get",
    method: "GET",
    path: "/v1/tenants/{tenant_id}",
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Read a tenant by id",
    pathParameters: [{ name: "tenant_id", description: "Tenant id." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listThreads",
    platform: "lumnis",
    resource: "threads",
    name: "list",
    method: "GET",
    path: "/v1/threads",
    query: ["user_id", "limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "threads", total: "total" },
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "List threads",
    pathParameters: [],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User UUID or email." },
      { name: "limit", in: "query", required: false, type: "integer", default: 50, description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createThread",
    platform: "lumnis",
    resource: "threads",
    name: "create",
    method: "POST",
    path: "/v1/threads",
    body: "json",
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "body" },
    summary: "Create a conversation thread",
    pathParameters: [],
    parameters: [
      {
        name: "metadata",
        in: "body",
        required: false,
        type: "object",
        description: "Not verified against the real service."
      },
      { name: "title", in: "body", required: false, type: "string", description: "Title of the thread." },
      {
        name: "user_id",
        in: "body",
        required: false,
        type: "string",
        description: "User the call acts for: UUID or email."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "getThread",
    platform: "lumnis",
    resource: "threads",
    name: "get",
    method: "GET",
    path: "/v1/threads/{thread_id}",
    query: ["user_id"],
    response: "json",
    prepare: true,
    platformData: { scope: "either", userIdIn: "query" },
    summary: "Read a thread",
    pathParameters: [{ name: "thread_id", description: "Thread id." }],
    parameters: [
      { name: "user_id", in: "query", required: false, type: "string", description: "User whose data are read." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateThread",
    platform: "lumnis",
    resource: "threads",
    name: "update",
    method: "PATCH",
    path: "/v1/threads/{thread_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Rename a thread",
    pathParameters: [{ name: "thread_id", description: "Thread id." }],
    parameters: [{ name: "title", in: "body", required: false, type: "string", description: "Title of the thread." }],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deleteThread",
    platform: "lumnis",
    resource: "threads",
    name: "delete",
    method: "DELETE",
    path: "/v1/threads/{thread_id}",
    response: "none",
    idempotencyKey: true,
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "Delete a thread and its responses",
    pathParameters: [{ name: "thread_id", description: "Thread id." }],
    parameters: [],
    destructive: true,
    statuses: ["204", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listThreadResponses",
    platform: "lumnis",
    resource: "threads",
    name: "getResponses",
    method: "GET",
    path: "/v1/threads/{thread_id}/responses",
    query: ["limit", "offset"],
    response: "json",
    pagination: { style: "offset", offset: "offset", limit: "limit", items: "" },
    prepare: true,
    platformData: { scope: "either", userIdIn: "none" },
    summary: "List the responses of a thread",
    pathParameters: [{ name: "thread_id", description: "Thread id." }],
    parameters: [
      { name: "limit", in: "query", required: false, type: "integer", default: 50, description: "Rows a page." },
      { name: "offset", in: "query", required: false, type: "integer", default: 0, description: "Rows to skip." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listUsers",
    platform: "lumnis",
    resource: "users",
    name: "list",
    method: "GET",
    path: "/v1/users",
    query: ["page", "page_size", "search"],
    response: "json",
    pagination: {
      style: "page",
      page: "page",
      size: "page_size",
      items: "users",
      total: "pagination.total",
      hasMore: "pagination.has_next"
    },
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "List users",
    pathParameters: [],
    parameters: [
      { name: "page", in: "query", required: false, type: "integer", default: 1, description: "Page number, from 1." },
      { name: "page_size", in: "query", required: false, type: "integer", default: 20, description: "Rows a page." },
      {
        name: "search",
        in: "query",
        required: false,
        type: "string",
        description: "Not verified against the real service."
      }
    ],
    statuses: ["200", "400", "401", "403", "422", "429", "5XX"]
  },
  {
    id: "createUser",
    platform: "lumnis",
    resource: "users",
    name: "create",
    method: "POST",
    path: "/v1/users",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "none" },
    summary: "Create a user, or get the existing one",
    pathParameters: [],
    parameters: [
      { name: "email", in: "body", required: true, type: "string", description: "Email address." },
      { name: "first_name", in: "body", required: false, type: "string", description: "First name." },
      { name: "last_name", in: "body", required: false, type: "string", description: "Last name." }
    ],
    statuses: ["200", "201", "400", "401", "403", "409", "422", "429", "5XX"]
  },
  {
    id: "getUser",
    platform: "lumnis",
    resource: "users",
    name: "get",
    method: "GET",
    path: "/v1/users/{user_identifier}",
    response: "json",
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "path" },
    summary: "Read a user by id or email",
    pathParameters: [{ name: "user_identifier", description: "UUID or email of the user." }],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "updateUser",
    platform: "lumnis",
    resource: "users",
    name: "update",
    method: "PUT",
    path: "/v1/users/{user_identifier}",
    body: "json",
    bodyRequired: true,
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "path" },
    summary: "Update a user",
    pathParameters: [{ name: "user_identifier", description: "UUID or email of the user." }],
    parameters: [
      { name: "email", in: "body", required: false, type: "string", description: "New email address." },
      { name: "first_name", in: "body", required: false, type: "string", description: "First name." },
      { name: "last_name", in: "body", required: false, type: "string", description: "Last name." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "deleteUser",
    platform: "lumnis",
    resource: "users",
    name: "delete",
    method: "DELETE",
    path: "/v1/users/{user_identifier}",
    response: "json",
    idempotencyKey: true,
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "path" },
    summary: "Delete or deactivate a user",
    pathParameters: [{ name: "user_identifier", description: "UUID or email of the user." }],
    parameters: [],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listUserResponses",
    platform: "lumnis",
    resource: "users",
    name: "getResponses",
    method: "GET",
    path: "/v1/users/{user_identifier}/responses",
    query: ["page", "page_size"],
    response: "json",
    pagination: { style: "page", page: "page", size: "page_size", items: "" },
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "path" },
    summary: "List the responses of a user",
    pathParameters: [{ name: "user_identifier", description: "UUID or email of the user." }],
    parameters: [
      { name: "page", in: "query", required: false, type: "integer", default: 1, description: "Page number, from 1." },
      { name: "page_size", in: "query", required: false, type: "integer", description: "Rows a page." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  },
  {
    id: "listUserThreads",
    platform: "lumnis",
    resource: "users",
    name: "getThreads",
    method: "GET",
    path: "/v1/users/{user_identifier}/threads",
    query: ["page", "page_size"],
    response: "json",
    pagination: { style: "page", page: "page", size: "page_size", items: "" },
    prepare: false,
    platformData: { scope: "tenant", userIdIn: "path" },
    summary: "List the threads of a user",
    pathParameters: [{ name: "user_identifier", description: "UUID or email of the user." }],
    parameters: [
      { name: "page", in: "query", required: false, type: "integer", default: 1, description: "Page number, from 1." },
      { name: "page_size", in: "query", required: false, type: "integer", description: "Rows a page." }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "429", "5XX"]
  }
]
