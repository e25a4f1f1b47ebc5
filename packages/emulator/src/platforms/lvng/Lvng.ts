/**
 * LVNG: credentials, rate limits, error bodies, and handlers for the operations that keep state.
 *
 * @since 0.1.0
 */
import { isObject } from "../../Contract.js"
import type { Handlers, Platform } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { authenticate } from "./Access.js"
import { admin } from "./Admin.js"
import { handlers as agents } from "./Agents.js"
import { handlers as apiKeys } from "./ApiKeys.js"
import { handlers as artifacts } from "./Artifacts.js"
import * as AuditLog from "./AuditLog.js"
import { handlers as channels } from "./Channels.js"
import { handlers as chat } from "./Chat.js"
import { handlers as contacts } from "./Contacts.js"
import { handlers as conversations } from "./Conversations.js"
import { errors, reshaped } from "./Errors.js"
import { handlers as knowledge } from "./Knowledge.js"
import { handlers as messages } from "./Messages.js"
import * as RateLimits from "./RateLimits.js"
import { handlers as settings } from "./Settings.js"
import { handlers as webhooks } from "./Webhooks.js"
import { handlers as workflows } from "./Workflows.js"
import { handlers as workspaces } from "./Workspaces.js"

const handlers: Handlers = {
  ...agents,
  ...apiKeys,
  ...artifacts,
  ...AuditLog.handlers,
  ...channels,
  ...chat,
  ...contacts,
  ...conversations,
  ...knowledge,
  ...messages,
  ...settings,
  ...webhooks,
  ...workflows,
  ...workspaces
}

const besideData = new Set(["success", "pagination", "meta"])

/**
 * Adds `data` to an envelope that names its one payload. The reference reads `agent` and `channels`, the cookbook and
 * the Python SDK read `data`: programs written after any of them run unchanged.
 */
const withData = (reply: Reply.Reply): Reply.Reply => {
  if (reply.status >= 300 || reply.body.kind !== "json" || !isObject(reply.body.value)) return reply
  const { value } = reply.body
  if (value["success"] !== true || "data" in value) return reply
  const payloads = Object.entries(value).filter(
    ([name, member]) => !besideData.has(name) && typeof member === "object" && member !== null
  )
  const [payload] = payloads
  return payload === undefined || payloads.length > 1
    ? reply
    : Reply.json(reply.status, { ...value, data: payload[1] }, reply.headers)
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const platform: Platform = {
  name: "lvng",
  errors,
  authenticate,
  admit: RateLimits.admit,
  finish: (reply, operation, caller, request, context) => {
    if (operation !== undefined && caller !== undefined) AuditLog.note(operation, caller, reply.status, context)
    const shown = reshaped(withData(reply), request.headers["x-emulator-error-shape"])
    if (operation === undefined) return shown
    const evidence = operation.evidence === undefined ? {} : { "x-emulator-evidence": operation.evidence }
    const limits = RateLimits.headersOf(operation, caller, request, context, reply.status === 429)
    return { ...shown, headers: { ...limits, ...evidence, ...shown.headers } }
  },
  admin,
  handlers,
  headers: () => ({})
}
