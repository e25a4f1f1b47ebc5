/**
 * Admin routes of LVNG, below `/__emulator/lvng`:
 *
 * | route | what it does |
 * |---|---|
 * | `GET`, `POST`, `DELETE /chats` | scripts of chat replies; POST takes `{match?, times?, script}` |
 * | `GET`, `POST`, `DELETE /runs` | scripts of workflow runs, likewise |
 * | `POST /runs/{id}/cancel` | stops a run |
 * | `GET /streams` | `{started, ended, abandoned, deltas}`: chat streams so far |
 * | `POST /events` | `{event, data?, tenantId?}`: emits an event to webhooks |
 * | `PUT /{collection}/{id}` | a record with that id: `{tenantId?, userId?, value?}` |
 * | `GET`, `DELETE /{collection}/{id}` | the stored record; deletes it |
 *
 * Collections: agents, artifacts, channels, contacts, conversations, documents, invitations, messages, webhooks,
 * workflows, workspaces.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Context, Platform } from "../../Platform.js"
import { defaultUser } from "./Access.js"
import { agents } from "./Agents.js"
import { artifacts } from "./Artifacts.js"
import { channels } from "./Channels.js"
import { counts } from "./Chat.js"
import * as ChatScript from "./ChatScript.js"
import { contacts } from "./Contacts.js"
import { conversations } from "./Conversations.js"
import { documents } from "./Knowledge.js"
import { messages } from "./Messages.js"
import * as Rules from "./Rules.js"
import * as Table from "./Table.js"
import { emit, webhooks } from "./Webhooks.js"
import * as WorkflowRun from "./WorkflowRun.js"
import { cancel, workflows } from "./Workflows.js"
import { invitations, workspaces } from "./Workspaces.js"

type Answer = ReturnType<NonNullable<Platform["admin"]>>

const tables: ReadonlyArray<Table.Table> = [
  agents,
  artifacts,
  channels,
  contacts,
  conversations,
  documents,
  invitations,
  messages,
  webhooks,
  workflows,
  workspaces
]

const bad = (message: string): Answer => ({ status: 400, value: { error: { code: "BAD_REQUEST", message } } })

const missing: Answer = { status: 404, value: { error: { code: "NOT_FOUND", message: "no such record" } } }

const ownerOf = (body: JsonObject, context: Context): Table.Owner => {
  const tenantId = Table.text(body, "tenantId")
  return {
    tenantId: tenantId ?? context.ids.uuidOf("tenant"),
    userId: Table.text(body, "userId") ?? defaultUser(context, tenantId)
  }
}

const scripts = <Script extends object>(
  rules: Rules.Rules<Script>,
  parse: (value: unknown) => Script | { readonly problem: string },
  method: string,
  body: unknown
): Answer => {
  if (method === "GET") return { status: 200, value: { scripts: rules.list() } }
  if (method === "DELETE") {
    rules.clear()
    return { status: 204 }
  }
  if (method !== "POST") return undefined
  if (!isObject(body)) return bad("send {match?, times?, script}")
  const script = parse(body["script"])
  if ("problem" in script) return bad(script.problem)
  const times = body["times"]
  rules.add({ match: Table.text(body, "match"), left: typeof times === "number" ? times : null, script })
  return { status: 201, value: {} }
}

const cancelRun = (id: string, context: Context): Answer => {
  const run = WorkflowRun.runs(context).get(id)
  if (run === undefined) return missing
  return { status: 200, value: WorkflowRun.view(cancel(run, context), context.clock.now()) }
}

const happen = (body: unknown, context: Context): Answer => {
  const event = isObject(body) ? Table.text(body, "event") : undefined
  if (!isObject(body) || event === undefined) return bad("send {event, data?, tenantId?}")
  const delivered = emit(event, Table.objectOr(body["data"], {}), ownerOf(body, context), context)
  return { status: 202, value: { deliveries: delivered } }
}

const record = (table: Table.Table, method: string, id: string, body: unknown, context: Context): Answer => {
  const held = Table.rows(table, context).get(id)
  switch (method) {
    case "GET":
      return held === undefined ? missing : { status: 200, value: held }
    case "DELETE":
      return Table.rows(table, context).delete(id) ? { status: 204 } : missing
    case "PUT": {
      const given = isObject(body) ? body : {}
      const value = Table.objectOr(given["value"], {})
      return { status: 200, value: Table.insert(table, value, ownerOf(given, context), context, id) }
    }
    default:
      return undefined
  }
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

export const admin: NonNullable<Platform["admin"]> = (method, path, body, context) => {
  const [noun, id, verb] = path.map(decoded)
  if (noun === "chats" && id === undefined) return scripts(Rules.chats(context), ChatScript.fromJson, method, body)
  if (noun === "runs" && id === undefined) return scripts(Rules.runs(context), WorkflowRun.parseScript, method, body)
  if (noun === "runs" && id !== undefined && verb === "cancel" && method === "POST") return cancelRun(id, context)
  if (noun === "streams" && method === "GET") return { status: 200, value: counts(context) }
  if (noun === "events" && method === "POST") return happen(body, context)
  const table = tables.find(({ name }) => name === noun)
  return table === undefined || id === undefined || verb !== undefined
    ? undefined
    : record(table, method, id, body, context)
}
