/**
 * Every resource of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiClient } from "../client.js"
import * as Activity from "./activity.js"
import * as Agents from "./agents.js"
import * as Analytics from "./analytics.js"
import * as ApiKeys from "./apiKeys.js"
import * as Artifacts from "./artifacts.js"
import * as AuditLog from "./auditLog.js"
import * as Billing from "./billing.js"
import * as Calendar from "./calendar.js"
import * as Canvas from "./canvas.js"
import * as Channels from "./channels.js"
import * as Chat from "./chat.js"
import * as Contacts from "./contacts.js"
import * as Conversations from "./conversations.js"
import * as Developer from "./developer.js"
import * as Emails from "./emails.js"
import * as Integrations from "./integrations.js"
import * as Invitations from "./invitations.js"
import * as Knowledge from "./knowledge.js"
import * as Mcps from "./mcps.js"
import * as Messages from "./messages.js"
import * as Onboarding from "./onboarding.js"
import * as Ooda from "./ooda.js"
import * as PlatformConnections from "./platformConnections.js"
import * as Preferences from "./preferences.js"
import * as Search from "./search.js"
import * as Settings from "./settings.js"
import * as Tools from "./tools.js"
import * as Twins from "./twins.js"
import * as VoiceNotes from "./voiceNotes.js"
import * as Workflows from "./workflows.js"
import * as Workspaces from "./workspaces.js"

/**
 * The resources of LVNG platform API (reconstruction), by the name they have on a client.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources {
  readonly activity: Activity.Service
  readonly agents: Agents.Service
  readonly analytics: Analytics.Service
  readonly apiKeys: ApiKeys.Service
  readonly artifacts: Artifacts.Service
  readonly auditLog: AuditLog.Service
  readonly billing: Billing.Service
  readonly calendar: Calendar.Service
  readonly canvas: Canvas.Service
  readonly channels: Channels.Service
  readonly chat: Chat.Service
  readonly contacts: Contacts.Service
  readonly conversations: Conversations.Service
  readonly developer: Developer.Service
  readonly emails: Emails.Service
  readonly integrations: Integrations.Service
  readonly invitations: Invitations.Service
  readonly knowledge: Knowledge.Service
  readonly mcps: Mcps.Service
  readonly messages: Messages.Service
  readonly onboarding: Onboarding.Service
  readonly ooda: Ooda.Service
  readonly platformConnections: PlatformConnections.Service
  readonly preferences: Preferences.Service
  readonly search: Search.Service
  readonly settings: Settings.Service
  readonly tools: Tools.Service
  readonly twins: Twins.Service
  readonly voiceNotes: VoiceNotes.Service
  readonly workflows: Workflows.Service
  readonly workspaces: Workspaces.Service
}

/**
 * All resources over one client.
 *
 * @since 0.1.0
 * @category constructors
 */
export const makeResources = (client: ApiClient): Resources => ({
  activity: Activity.make(client),
  agents: Agents.make(client),
  analytics: Analytics.make(client),
  apiKeys: ApiKeys.make(client),
  artifacts: Artifacts.make(client),
  auditLog: AuditLog.make(client),
  billing: Billing.make(client),
  calendar: Calendar.make(client),
  canvas: Canvas.make(client),
  channels: Channels.make(client),
  chat: Chat.make(client),
  contacts: Contacts.make(client),
  conversations: Conversations.make(client),
  developer: Developer.make(client),
  emails: Emails.make(client),
  integrations: Integrations.make(client),
  invitations: Invitations.make(client),
  knowledge: Knowledge.make(client),
  mcps: Mcps.make(client),
  messages: Messages.make(client),
  onboarding: Onboarding.make(client),
  ooda: Ooda.make(client),
  platformConnections: PlatformConnections.make(client),
  preferences: Preferences.make(client),
  search: Search.make(client),
  settings: Settings.make(client),
  tools: Tools.make(client),
  twins: Twins.make(client),
  voiceNotes: VoiceNotes.make(client),
  workflows: Workflows.make(client),
  workspaces: Workspaces.make(client)
})
