/**
 * Conversations. A message belongs to one by `conversation_id` or by `channel_id`. Messages are listed newest first.
 */
import type { Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { messagesOf } from "./Messages.js"
import { byCursor, byEither } from "./Paging.js"
import * as Table from "./Table.js"
import { join, members } from "./Workspaces.js"

export const conversations: Table.Table = {
  name: "conversations",
  noun: "Conversation",
  newId: (context) => `conv_${context.ids.hex("conversation", 24)}`,
  stamps: ["created_at", "updated_at"],
  make: (input, owner) => ({
    name: null,
    conversation_type: "direct",
    description: null,
    project_id: null,
    is_archived: false,
    unread_count: 0,
    member_count: 1,
    ...input,
    created_by: owner.userId
  })
}

const data: Table.Wrap = (value) => ({ success: true, data: value })

export const handlers: Handlers = {
  listConversations: (call, context) => {
    const type = Table.text(call.query, "type")
    const { archived, unread } = call.query
    const all = Table.mine(conversations, call, context)
      .map(({ value }) => value)
      .filter((value) => type === undefined || value["conversation_type"] === type)
      .filter((value) => archived === undefined || value["is_archived"] === archived)
      .filter((value) => unread === undefined || Number(value["unread_count"]) > 0 === unread)
    // The SDK pages by cursor, the reference by offset.
    const { info, items, nextCursor } = byEither(call, all)
    return Reply.json(200, { success: true, data: items, pagination: info, nextCursor })
  },
  createConversation: Table.creating(conversations, data),
  updateConversation: Table.updating(conversations, data),
  deleteConversation: Table.deleting(conversations, (row, context) => {
    members(context).delete(row.id)
  }),
  listConversationMessages: Table.withRow(conversations, (row, call, context) => {
    const own = messagesOf(
      call,
      context,
      (value) => value["conversation_id"] === row.id || value["channel_id"] === row.id
    )
    return Reply.json(200, byCursor(call, own.toReversed()))
  }),
  upsertConversationMember: Table.withRow(conversations, (row, call, context) => {
    join(row, Table.text(call.body, "user_id") ?? row.userId, Table.text(call.body, "role") ?? "member", context)
    const count = 1 + (members(context).get(row.id) ?? []).filter(({ user_id }) => user_id !== row.userId).length
    const changed = Table.replace(conversations, row, { member_count: count }, context)
    return Reply.json(200, { success: true, data: changed.value })
  }),
  markConversationRead: Table.withRow(conversations, (row, _call, context) => {
    Table.replace(conversations, row, { unread_count: 0 }, context)
    return Reply.json(200, { success: true })
  })
}
