/**
 * Messages of channels and conversations. The channel of a message need not exist, but must not be another tenant's.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Call, Context, Handler, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { channels } from "./Channels.js"
import { notFound } from "./Errors.js"
import { byOffset } from "./Paging.js"
import * as Table from "./Table.js"
import { emit } from "./Webhooks.js"

export const messages: Table.Table = {
  name: "messages",
  noun: "Message",
  newId: (context) => context.ids.uuid("message"),
  stamps: ["created_at", "updated_at"],
  make: (input, owner) => ({
    channel_id: "",
    content: "",
    content_type: "text",
    parent_message_id: null,
    metadata: {},
    attachments: [],
    ...Table.picked(input, [
      "channel_id",
      "conversation_id",
      "content",
      "content_type",
      "parent_message_id",
      "metadata",
      "attachments",
      "ai_twin_id"
    ]),
    user_id: Table.text(input, "user_id") ?? owner.userId,
    reactions: []
  })
}

const data: Table.Wrap = (value) => ({ success: true, data: value })

/** The message in a webhook event, with `sender_id` instead of `user_id`. */
const messageOf = ({ value: { user_id, ...value } }: Table.Row): JsonObject => ({ ...value, sender_id: user_id })

const post: Handler = (call, context) => {
  if (Table.isForeign(channels, Table.text(call.body, "channel_id"), call, context)) return notFound(channels.noun)
  const row = Table.insert(messages, call.body, Table.ownerOf(call, context), context)
  emit("message.created", messageOf(row), row, context)
  return Reply.json(201, {
    success: true,
    data: row.value,
    meta: { timestamp: Table.iso(context.clock.now()) }
  })
}

/** Messages that pass `keep`, in the order they were sent. */
export const messagesOf = (
  call: Call,
  context: Context,
  keep: (value: JsonObject) => boolean
): ReadonlyArray<JsonObject> =>
  Table.mine(messages, call, context)
    .map(({ value }) => value)
    .filter(keep)

const reactionsOf = (row: Table.Row): ReadonlyArray<JsonObject> => {
  const reactions = row.value["reactions"]
  return Array.isArray(reactions) ? reactions.filter(isObject) : []
}

/** Sets or removes the caller's reaction. */
const react = (set: boolean): Handler =>
  Table.withRow(messages, (row, call, context) => {
    const { userId } = Table.ownerOf(call, context)
    const emoji = set ? Table.text(call.body, "emoji") : call.path["emoji"]
    const others = reactionsOf(row).filter((reaction) => reaction["emoji"] !== emoji || reaction["user_id"] !== userId)
    if (!set && others.length === reactionsOf(row).length) return notFound("Reaction")
    const reactions = set ? [...others, { emoji, user_id: userId }] : others
    Table.replace(messages, row, { reactions }, context)
    return Reply.json(200, { success: true })
  })

const update = Table.updating(messages, data, (call) => Table.picked(call.body, ["content", "metadata"]))

export const handlers: Handlers = {
  createMessage: post,
  sendMessage: post,
  listMessages: (call, context) => {
    const channel = Table.text(call.query, "channel_id")
    const all = messagesOf(call, context, (value) => channel === undefined || value["channel_id"] === channel)
    const { info, items } = byOffset(call, all)
    return Reply.json(200, { success: true, data: items, pagination: info })
  },
  getMessage: Table.getting(messages, data),
  updateMessage: async (call, context) => {
    const reply = await update(call, context)
    const row = Table.find(messages, call.path["id"], call, context)
    if (reply.status === 200 && row !== undefined) emit("message.updated", messageOf(row), row, context)
    return reply
  },
  deleteMessage: Table.deleting(messages, (row, context) => {
    emit("message.deleted", messageOf(row), row, context)
  }),
  getMessageThread: Table.withRow(messages, (row, call, context) => {
    const replies = messagesOf(call, context, (value) => value["parent_message_id"] === row.id)
    return Reply.json(200, { success: true, data: [row.value, ...replies] })
  }),
  addMessageReaction: react(true),
  removeMessageReaction: react(false),
  summarizeMessages: (call, context) => {
    const channel = Table.text(call.body, "channel_id")
    const all = messagesOf(call, context, (value) => channel === undefined || value["channel_id"] === channel)
    const latest = all.slice(-3).map((value) => String(value["content"]))
    const summary = all.length === 0 ? "No messages." : `${all.length} messages, lately: ${latest.join(" / ")}`
    return Reply.json(200, { success: true, data: { summary, message_count: all.length } })
  }
}
