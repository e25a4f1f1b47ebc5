/**
 * Channels, their members and twins.
 */
import type { JsonObject } from "../../Contract.js"
import type { Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import { notFound } from "./Errors.js"
import { byOffset } from "./Paging.js"
import * as Table from "./Table.js"
import { join, leave, members, membersOf, workspaces } from "./Workspaces.js"

export const channels: Table.Table = {
  name: "channels",
  noun: "Channel",
  newId: (context) => context.ids.uuid("channel"),
  stamps: ["created_at", "updated_at"],
  make: (input) => ({
    workspace_id: "",
    name: Table.text(input, "display_name") ?? "channel",
    display_name: null,
    description: null,
    channel_type: "public",
    topic: null,
    is_archived: false,
    ...input
  })
}

const messages = (context: Context): Collection<Table.Row> => context.store.collection("lvng.messages")

const seen = (row: Table.Row, context: Context): JsonObject => {
  const own = messages(context)
    .values()
    .filter(({ value }) => value["channel_id"] === row.id)
  return { ...row.value, message_count: own.length, member_count: membersOf(row, context).length }
}

const channel = Table.under("channel")

interface Twin extends JsonObject {
  readonly id: string
}

const twins = (context: Context): Collection<ReadonlyArray<Twin>> => context.store.collection("lvng.channel-twins")

const create = Table.creating(channels, channel)

export const handlers: Handlers = {
  listChannels: (call, context) => {
    const workspace = Table.text(call.query, "workspace_id")
    const type = Table.text(call.query, "type")
    const archived = call.query["is_archived"]
    const all = Table.mine(channels, call, context)
      .filter(({ value }) => value["workspace_id"] === workspace)
      .filter(({ value }) => type === undefined || value["channel_type"] === type)
      .filter(({ value }) => archived === undefined || value["is_archived"] === archived)
    const { info, items } = byOffset(call, all)
    const shown = items.map((row) => seen(row, context))
    return Reply.json(200, { success: true, channels: shown, pagination: info })
  },
  createChannel: (call, context) =>
    Table.isForeign(workspaces, Table.text(call.body, "workspace_id"), call, context)
      ? notFound(workspaces.noun)
      : create(call, context),
  getChannel: Table.getting(channels, channel, seen),
  updateChannel: Table.updating(channels, channel),
  deleteChannel: Table.deleting(channels, (row, context) => {
    members(context).delete(row.id)
    twins(context).delete(row.id)
  }),
  listChannelMembers: Table.withRow(channels, (row, _call, context) =>
    Reply.json(200, { success: true, members: membersOf(row, context) })
  ),
  addChannelMember: Table.withRow(channels, (row, call, context) => {
    join(row, Table.text(call.body, "user_id") ?? "", "member", context)
    return Reply.json(200, { success: true })
  }),
  removeChannelMember: Table.withRow(channels, (row, call, context) =>
    leave(row, call.path["userId"] ?? "", context) ? Reply.json(200, { success: true }) : notFound("Member")
  ),
  listChannelTwins: Table.withRow(channels, (row, _call, context) =>
    Reply.json(200, { success: true, twins: twins(context).get(row.id) ?? [] })
  ),
  assignChannelTwin: Table.withRow(channels, (row, call, context) => {
    const id = Table.text(call.body, "twin_id") ?? Table.text(call.body, "id") ?? context.ids.uuid("twin")
    const twin = { ...call.body, id }
    const others = (twins(context).get(row.id) ?? []).filter((other) => other.id !== id)
    twins(context).set(row.id, [...others, twin])
    return Reply.json(200, { success: true, twin })
  }),
  unassignChannelTwin: Table.withRow(channels, (row, call, context) => {
    const before = twins(context).get(row.id) ?? []
    const after = before.filter(({ id }) => id !== call.path["twinId"])
    if (after.length === before.length) return notFound("Twin")
    twins(context).set(row.id, after)
    return Reply.json(200, { success: true })
  })
}
