/**
 * Webhooks: subscriptions, signed deliveries to addresses of this machine, and the log of both.
 *
 * An event is delivered with up to three attempts, one second apart. A test event is delivered once, before its answer.
 * Addresses of other machines are never called: their deliveries are logged as `skipped`.
 */
import { createHmac } from "node:crypto"
import { request as httpRequest } from "node:http"
import { request as httpsRequest } from "node:https"
import type { JsonObject } from "../../Contract.js"
import type { Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { isLoopback } from "../../Server.js"
import type { Collection } from "../../Store.js"
import { notFound } from "./Errors.js"
import { byCursor } from "./Paging.js"
import * as Table from "./Table.js"

export const webhooks: Table.Table = {
  name: "webhooks",
  noun: "Webhook",
  newId: (context) => context.ids.uuid("webhook"),
  stamps: ["created_at", "updated_at"],
  make: (input, _owner, context) => ({
    url: "",
    events: [],
    description: null,
    secret: `whsec_${context.ids.hex("webhook-secret", 32)}`,
    is_active: true,
    ...Table.picked(input, ["url", "events", "description", "secret", "is_active"])
  })
}

interface Delivery extends JsonObject {
  readonly id: string
  readonly webhook_id: string
  readonly tenantId: string
}

const deliveries = (context: Context): Collection<Delivery> => context.store.collection("lvng.deliveries")

/** Events of tenants, oldest first. */
interface EventRecord extends JsonObject {
  readonly id: string
  readonly tenantId: string
}

const events = (context: Context): Collection<EventRecord> => context.store.collection("lvng.events")

const kept = 1000

/** Deletes the oldest entries of a log that is too long. */
export const append = <T extends { readonly id: string }>(collection: Collection<T>, entry: T): void => {
  collection.set(entry.id, entry)
  const all = collection.values()
  const oldest = all.length > kept ? all[0] : undefined
  if (oldest !== undefined) collection.delete(oldest.id)
}

const patience = 5000

type Outcome = { readonly status_code: number } | { readonly error: string }

const post = (url: string, body: Buffer, headers: Readonly<Record<string, string>>): Promise<Outcome> =>
  new Promise((resolve) => {
    const send = url.startsWith("https:") ? httpsRequest : httpRequest
    const outgoing = send(url, { method: "POST", agent: false, timeout: patience, headers }, (incoming) => {
      incoming.resume()
      incoming.on("error", () => undefined)
      resolve({ status_code: incoming.statusCode ?? 0 })
    })
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer within ${patience} ms`)))
    outgoing.on("error", (error) => resolve({ error: error.message }))
    outgoing.end(body)
  })

const succeeded = (outcome: Outcome): boolean =>
  "status_code" in outcome && outcome.status_code >= 200 && outcome.status_code < 300

/** Hex HMAC-SHA256 of the body, without a prefix. */
const signatureOf = (secret: string, body: Buffer): string => createHmac("sha256", secret).update(body).digest("hex")

const deliver = async (
  webhook: Table.Row,
  event: string,
  payload: JsonObject,
  context: Context,
  attempts: number
): Promise<JsonObject> => {
  const url = String(webhook.value["url"])
  const body = Buffer.from(JSON.stringify(payload))
  const signature = signatureOf(String(webhook.value["secret"]), body)
  const base = {
    id: context.ids.uuid("delivery"),
    webhook_id: webhook.id,
    event,
    url,
    signature,
    payload,
    created_at: Table.iso(context.clock.now())
  }
  const note = (more: JsonObject): JsonObject => {
    append(deliveries(context), { ...base, ...more, tenantId: webhook.tenantId })
    return { ...base, ...more }
  }
  if (!URL.canParse(url) || !isLoopback(new URL(url).host)) {
    return note({ status: "skipped", attempts: 0, error: "The emulator delivers to loopback addresses only." })
  }
  const headers = {
    "content-type": "application/json",
    "content-length": String(body.length),
    "x-lvng-signature": signature
  }
  note({ status: "pending", attempts: 0 })
  for (let attempt = 1; ; attempt++) {
    const outcome = await post(url, body, headers)
    const good = succeeded(outcome)
    const last = good || attempt >= attempts
    if (last) return note({ status: good ? "delivered" : "failed", attempts: attempt, ...outcome })
    note({ status: "retrying", attempts: attempt, ...outcome })
    await context.clock.sleep(1000 * context.pace)
  }
}

const subscribed = (event: string, owner: Table.Owner, context: Context): ReadonlyArray<Table.Row> =>
  Table.rows(webhooks, context)
    .values()
    .filter(({ tenantId, value }) => {
      const wanted = value["events"]
      return (
        tenantId === owner.tenantId && value["is_active"] !== false && Array.isArray(wanted) && wanted.includes(event)
      )
    })

export const hasSubscribers = (event: string, owner: Table.Owner, context: Context): boolean =>
  subscribed(event, owner, context).length > 0

/** Logs an event of a tenant and starts its deliveries. Returns the number of subscribers. */
export const emit = (event: string, data: JsonObject, owner: Table.Owner, context: Context): number => {
  const timestamp = Table.iso(context.clock.now())
  append(events(context), { id: context.ids.uuid("event"), event, timestamp, data, tenantId: owner.tenantId })
  const receivers = subscribed(event, owner, context)
  for (const webhook of receivers) void deliver(webhook, event, { event, timestamp, data }, context, 3)
  return receivers.length
}

const shown = ({ value: { secret: _secret, ...value } }: Table.Row): JsonObject => value

const withoutTenant = ({ tenantId: _tenant, ...entry }: JsonObject): JsonObject => entry

export const handlers: Handlers = {
  createWebhook: Table.creating(webhooks, Table.under("data")),
  listWebhooks: (call, context) =>
    Reply.json(200, { success: true, data: Table.mine(webhooks, call, context).map(shown) }),
  updateWebhook: Table.withRow(webhooks, (row, call, context) => {
    const changes = Table.picked(call.body, ["url", "events", "description", "is_active"])
    return Reply.json(200, { success: true, data: shown(Table.replace(webhooks, row, changes, context)) })
  }),
  deleteWebhook: Table.deleting(webhooks),
  testWebhook: Table.withRow(webhooks, async (row, _call, context) => {
    const [first] = Array.isArray(row.value["events"]) ? row.value["events"] : []
    const event = typeof first === "string" ? first : "message.created"
    const payload = {
      event,
      timestamp: Table.iso(context.clock.now()),
      data: { test: true, webhook_id: row.id, sender_id: row.userId, content_type: "text", content: "A test event." }
    }
    const delivery = await deliver(row, event, payload, context, 1)
    return Reply.json(200, { success: true, data: delivery })
  }),
  listWebhookDeliveries: (call, context) => {
    const webhook = Table.find(webhooks, call.path["id"], call, context)
    if (webhook === undefined) return notFound(webhooks.noun)
    const all = deliveries(context)
      .values()
      .filter((delivery) => delivery.webhook_id === webhook.id)
    return Reply.json(200, { data: all.toReversed().map(withoutTenant) })
  },
  listDeveloperEvents: (call, context) => {
    const all = events(context)
      .values()
      .filter(({ tenantId }) => tenantId === call.caller.tenantId)
    return Reply.json(200, byCursor(call, all.toReversed().map(withoutTenant)))
  }
}
