/**
 * Settings of a user, and AI modes, in general or for one workspace.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import * as Table from "./Table.js"

const settings = (context: Context): Collection<JsonObject> => context.store.collection("lvng.settings")

const modes = (context: Context): Collection<JsonObject> => context.store.collection("lvng.ai-modes")

const defaults: JsonObject = {
  appearance: { theme: "system", fontSize: "medium", compactMode: false, sidebarCollapsed: false },
  notifications: { enabled: true, desktop: true, email: true, mentions: true, directMessages: true },
  chat: { streamResponses: true, showTimestamps: true, enterToSend: true, showAvatars: true },
  voice: { autoTranscribe: true, language: "en", saveRecordings: true },
  privacy: { shareAnalytics: false, activityStatus: "online", readReceipts: true },
  integrations: { connectedPlatforms: [], defaultExportFormat: "markdown" },
  accessibility: { reduceMotion: false, highContrast: false, keyboardShortcuts: true }
}

/** Merges sections. The values in a section are replaced. */
const merged = (before: JsonObject, changes: JsonObject): JsonObject => {
  const sections = Object.entries(changes).map(([name, value]) => {
    const section = Object.hasOwn(before, name) ? before[name] : undefined
    return [name, isObject(section) && isObject(value) ? { ...section, ...value } : value] as const
  })
  return Object.fromEntries([...Object.entries(before), ...sections])
}

const key = (call: Call, context: Context, workspace = ""): string => {
  const { tenantId, userId } = Table.ownerOf(call, context)
  return `${tenantId}/${userId}/${workspace}`
}

const presets: Readonly<Record<string, JsonObject>> = {
  economy: { model: "lvng-mini", temperature: 0.5, maxTokens: 1024, description: "Cheapest answers." },
  balanced: { model: "lvng-default", temperature: 0.7, maxTokens: 4096, description: "A bit of everything." },
  quality: { model: "lvng-large", temperature: 0.7, maxTokens: 8192, description: "Better answers." },
  max: { model: "lvng-max", temperature: 0.8, maxTokens: 32_768, description: "The best answers." },
  speed: { model: "lvng-mini", temperature: 0.5, maxTokens: 2048, description: "Fastest answers." },
  custom: { model: "lvng-default", temperature: 0.7, maxTokens: 4096, description: "As configured." }
}

const modeOf = (name: string, custom: JsonObject): JsonObject => ({ ...presets[name], ...custom, name })

export const handlers: Handlers = {
  getSettings: (call, context) =>
    Reply.json(200, { success: true, settings: settings(context).get(key(call, context)) ?? defaults }),
  updateSettings: (call, context) => {
    const at = key(call, context)
    const next = merged(settings(context).get(at) ?? defaults, call.body)
    settings(context).set(at, next)
    return Reply.json(200, { success: true, settings: next })
  },
  getAiMode: (call, context) => {
    const workspace = Table.text(call.query, "workspaceId")
    const own = workspace === undefined ? undefined : modes(context).get(key(call, context, workspace))
    const mode = own ?? modes(context).get(key(call, context)) ?? modeOf("balanced", {})
    return Reply.json(200, { success: true, mode })
  },
  setAiMode: async (call, context) => {
    const custom = Table.picked(Table.objectOr(call.body["customConfig"], {}), [
      "model",
      "temperature",
      "maxTokens",
      "description"
    ])
    const name = Table.text(call.body, "mode") ?? "balanced"
    const mode = modeOf(name, custom)
    const body = { success: true, mode }
    if (!(await context.validator.answers(call.operation, 200, body))) return Table.rejected(call)
    modes(context).set(key(call, context, Table.text(call.body, "workspaceId")), mode)
    return Reply.json(200, body)
  }
}
