/**
 * The resources of LVNG platform API (reconstruction): as a namespace, this module is the record of them.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type * as Activity from "./activity.js"
import type * as Agents from "./agents.js"
import type * as Analytics from "./analytics.js"
import type * as ApiKeys from "./apiKeys.js"
import type * as Artifacts from "./artifacts.js"
import type * as AuditLog from "./auditLog.js"
import type * as Billing from "./billing.js"
import type * as Calendar from "./calendar.js"
import type * as Canvas from "./canvas.js"
import type * as Channels from "./channels.js"
import type * as Chat from "./chat.js"
import type * as Contacts from "./contacts.js"
import type * as Conversations from "./conversations.js"
import type * as Developer from "./developer.js"
import type * as Emails from "./emails.js"
import type * as Integrations from "./integrations.js"
import type * as Invitations from "./invitations.js"
import type * as Knowledge from "./knowledge.js"
import type * as Mcps from "./mcps.js"
import type * as Messages from "./messages.js"
import type * as Onboarding from "./onboarding.js"
import type * as Ooda from "./ooda.js"
import type * as PlatformConnections from "./platformConnections.js"
import type * as Preferences from "./preferences.js"
import type * as Search from "./search.js"
import type * as Settings from "./settings.js"
import type * as Tools from "./tools.js"
import type * as Twins from "./twins.js"
import type * as VoiceNotes from "./voiceNotes.js"
import type * as Workflows from "./workflows.js"
import type * as Workspaces from "./workspaces.js"

export { resource as activity } from "./activity.js"
export { resource as agents } from "./agents.js"
export { resource as analytics } from "./analytics.js"
export { resource as apiKeys } from "./apiKeys.js"
export { resource as artifacts } from "./artifacts.js"
export { resource as auditLog } from "./auditLog.js"
export { resource as billing } from "./billing.js"
export { resource as calendar } from "./calendar.js"
export { resource as canvas } from "./canvas.js"
export { resource as channels } from "./channels.js"
export { resource as chat } from "./chat.js"
export { resource as contacts } from "./contacts.js"
export { resource as conversations } from "./conversations.js"
export { resource as developer } from "./developer.js"
export { resource as emails } from "./emails.js"
export { resource as integrations } from "./integrations.js"
export { resource as invitations } from "./invitations.js"
export { resource as knowledge } from "./knowledge.js"
export { resource as mcps } from "./mcps.js"
export { resource as messages } from "./messages.js"
export { resource as onboarding } from "./onboarding.js"
export { resource as ooda } from "./ooda.js"
export { resource as platformConnections } from "./platformConnections.js"
export { resource as preferences } from "./preferences.js"
export { resource as search } from "./search.js"
export { resource as settings } from "./settings.js"
export { resource as tools } from "./tools.js"
export { resource as twins } from "./twins.js"
export { resource as voiceNotes } from "./voiceNotes.js"
export { resource as workflows } from "./workflows.js"
export { resource as workspaces } from "./workspaces.js"

/**
 * The services of LVNG platform API (reconstruction), by the names of their resources.
 *
 * @since 0.1.0
 * @category models
 */
export interface Services {
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
