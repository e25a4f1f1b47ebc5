/**
 * Agents. An agent gives the same answer to the same question.
 */
import type { JsonObject } from "../../Contract.js"
import type { Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { byOffset } from "./Paging.js"
import * as Table from "./Table.js"
import { emit } from "./Webhooks.js"

const fields = [
  "name",
  "description",
  "avatar",
  "systemPrompt",
  "model",
  "temperature",
  "capabilities",
  "metadata",
  "tags",
  "workspaceId",
  "isPublic",
  "tools"
]

const settings = (input: JsonObject): JsonObject => {
  const prompt = input["systemPrompt"] ?? input["system_prompt"]
  return { ...Table.picked(input, fields), ...(prompt === undefined ? {} : { systemPrompt: prompt }) }
}

export const agents: Table.Table = {
  name: "agents",
  noun: "Agent",
  newId: (context) => context.ids.uuid("agent"),
  stamps: ["createdAt", "updatedAt"],
  make: (input) => ({
    name: "Agent",
    description: null,
    avatar: null,
    systemPrompt: null,
    model: "lvng-default",
    temperature: 0.7,
    capabilities: {},
    metadata: {},
    tags: [],
    workspaceId: null,
    isPublic: false,
    status: "idle",
    ...settings(input)
  })
}

const envelope: Table.Wrap = Table.under("agent")

const withStatus = (status: string, event?: string) =>
  Table.withRow(agents, (row, _call, context) => {
    const changed = Table.replace(agents, row, { status }, context)
    if (event !== undefined) emit(event, { agent_id: row.id, name: row.value["name"], status }, row, context)
    return Reply.json(200, envelope(changed.value))
  })

export const handlers: Handlers = {
  createAgent: Table.creating(agents, envelope),
  listAgents: (call, context) => {
    const { info, items } = byOffset(call, Table.mine(agents, call, context))
    const values = items.map(({ value }) => value)
    return Reply.json(200, { success: true, agents: values, pagination: info })
  },
  getAgent: Table.getting(agents, envelope),
  updateAgent: Table.updating(agents, envelope, (call) => settings(call.body)),
  deleteAgent: Table.deleting(agents),
  startAgent: withStatus("running", "agent.started"),
  stopAgent: withStatus("stopped"),
  duplicateAgent: Table.withRow(agents, (row, call, context) => {
    const copy = { ...row.value, name: `${String(row.value["name"])} (copy)` }
    return Reply.json(201, envelope(Table.insert(agents, copy, Table.ownerOf(call, context), context).value))
  }),
  messageAgent: Table.withRow(agents, (row, call, context) => {
    const name = String(row.value["name"])
    const content = `${name} here. You asked: ${Table.text(call.body, "message") ?? ""}`
    emit("agent.completed", { agent_id: row.id, name, content }, row, context)
    return Reply.json(200, { success: true, data: { content, agent_id: row.id } })
  })
}
