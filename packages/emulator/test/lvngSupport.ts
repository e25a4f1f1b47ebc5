import type { RunningEmulator } from "../src/promise.js"
import { type Answer, type Json, parsed, type Send, send } from "./support.js"

/** The start of the manual clock in these tests. */
export const start = Date.UTC(2025, 0, 1)

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url")

/** A session token with these claims; nobody looks at its signature. */
export const session = (claims: Readonly<Record<string, unknown>> = {}): string =>
  `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.c2lnbmF0dXJl`

/** A key of the right form. */
export const key = (digit = "0", environment = "test"): string => `lvng_sk_${environment}_${digit.repeat(32)}`

export interface Lvng {
  readonly base: string
  readonly send: (method: string, path: string, body?: unknown, options?: Send) => Promise<Answer>
  /** The body of a success. */
  readonly ok: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Json>
  readonly as: (credential: string) => Lvng
}

/** Calls as one caller; the default one is a session without claims. */
export const lvng = (emulator: RunningEmulator, credential: string = session()): Lvng => {
  const base = emulator.urls.lvng
  const call: Lvng["send"] = (method, path, body, options = {}) =>
    send(base + path, {
      ...options,
      method,
      ...(body === undefined ? {} : { body }),
      headers: { authorization: `Bearer ${credential}`, ...options.headers }
    })
  return {
    base,
    send: call,
    ok: async (method, path, body, headers = {}) => {
      const answer = await call(method, path, body, { headers })
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
      return parsed(answer)
    },
    as: (other) => lvng(emulator, other)
  }
}

/** Values for the path parameters of every operation that keeps state, made through the API, by `tag.parameter`. */
export const records = async (api: Lvng): Promise<Readonly<Record<string, string>>> => {
  const workspace = await api.ok("POST", "/api/v2/workspaces", { name: "W", slug: "w" })
  const channel = await api.ok("POST", "/api/v2/channels", { workspace_id: workspace.workspace.id, name: "c" })
  const id = channel.channel.id
  await api.ok("POST", `/api/v2/channels/${id}/members`, { user_id: "member" })
  const twin = await api.ok("POST", `/api/v2/channels/${id}/twins`, { twin_id: "twin" })
  const message = await api.ok("POST", "/api/v2/messages", { channel_id: id, content: "hello" })
  await api.ok("POST", `/api/v2/messages/${message.data.id}/reactions`, { emoji: "👍" })
  const agent = await api.ok("POST", "/api/v2/agents", { name: "A" })
  const workflow = await api.ok("POST", "/api/v2/workflows", { name: "F" })
  const run = await api.ok("POST", `/api/v2/workflows/${workflow.data.id}/execute`, {})
  const artifact = await api.ok("POST", "/api/v2/artifacts", { title: "T", content: "x", type: "walkthrough" })
  const contact = await api.ok("POST", "/api/v2/contacts", { name: "C" })
  const conversation = await api.ok("POST", "/api/v2/conversations", {})
  const apiKey = await api.ok("POST", "/api/v2/api-keys", { name: "K" })
  const webhook = await api.ok("POST", "/api/v2/developer/webhooks", {
    url: "http://127.0.0.1:1/",
    events: ["agent.completed"]
  })
  const invitation = await api.ok("POST", `/api/v2/workspaces/${workspace.workspace.id}/invitations`, {})
  return {
    "workspaces.id": workspace.workspace.id,
    "invitations.workspaceId": workspace.workspace.id,
    "invitations.invitationId": invitation.invitation.id,
    "invitations.token": invitation.invitation.token,
    "channels.id": id,
    "channels.userId": "member",
    "channels.twinId": twin.twin.id,
    "messages.id": message.data.id,
    "messages.emoji": "👍",
    "agents.id": agent.agent.id,
    "workflows.id": workflow.data.id,
    "workflows.runId": run.data.id,
    "artifacts.id": artifact.data.id,
    "contacts.id": contact.contact.id,
    "conversations.id": conversation.data.id,
    "api_keys.id": apiKey.data.id,
    "developer.id": webhook.data.id,
    "developer.keyId": apiKey.data.id
  }
}

/** The value of a path parameter of an operation, where a record has to exist. */
export const recordFor = (
  all: Readonly<Record<string, string>>,
  operation: { readonly id: string; readonly tag: string },
  parameter: string
): string | undefined => all[operation.id === "getApiKeyUsage" ? "developer.keyId" : `${operation.tag}.${parameter}`]
