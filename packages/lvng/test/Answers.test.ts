import { keepsAnyAnswer, operationsOf } from "@trilum/testing/answers"
import * as Activity from "../src/generated/activity.js"
import * as Agents from "../src/generated/agents.js"
import * as Analytics from "../src/generated/analytics.js"
import * as ApiKeys from "../src/generated/apiKeys.js"
import * as Artifacts from "../src/generated/artifacts.js"
import * as AuditLog from "../src/generated/auditLog.js"
import * as Billing from "../src/generated/billing.js"
import * as Calendar from "../src/generated/calendar.js"
import * as Canvas from "../src/generated/canvas.js"
import * as Channels from "../src/generated/channels.js"
import * as Chat from "../src/generated/chat.js"
import * as Contacts from "../src/generated/contacts.js"
import * as Conversations from "../src/generated/conversations.js"
import * as Developer from "../src/generated/developer.js"
import * as Emails from "../src/generated/emails.js"
import * as Integrations from "../src/generated/integrations.js"
import * as Invitations from "../src/generated/invitations.js"
import * as Knowledge from "../src/generated/knowledge.js"
import * as Mcps from "../src/generated/mcps.js"
import * as Messages from "../src/generated/messages.js"
import * as Onboarding from "../src/generated/onboarding.js"
import * as Ooda from "../src/generated/ooda.js"
import * as PlatformConnections from "../src/generated/platformConnections.js"
import * as Preferences from "../src/generated/preferences.js"
import * as Search from "../src/generated/search.js"
import * as Settings from "../src/generated/settings.js"
import * as Tools from "../src/generated/tools.js"
import * as Twins from "../src/generated/twins.js"
import * as VoiceNotes from "../src/generated/voiceNotes.js"
import * as Workflows from "../src/generated/workflows.js"
import * as Workspaces from "../src/generated/workspaces.js"

keepsAnyAnswer(
  "lvng",
  operationsOf([
    Activity,
    Agents,
    Analytics,
    ApiKeys,
    Artifacts,
    AuditLog,
    Billing,
    Calendar,
    Canvas,
    Channels,
    Chat,
    Contacts,
    Conversations,
    Developer,
    Emails,
    Integrations,
    Invitations,
    Knowledge,
    Mcps,
    Messages,
    Onboarding,
    Ooda,
    PlatformConnections,
    Preferences,
    Search,
    Settings,
    Tools,
    Twins,
    VoiceNotes,
    Workflows,
    Workspaces
  ])
)
