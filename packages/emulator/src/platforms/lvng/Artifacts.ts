/**
 * Artifacts: documents of agents, with comments and later versions.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Call, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { notFound } from "./Errors.js"
import { byOffset } from "./Paging.js"
import * as Table from "./Table.js"
import { workspaces } from "./Workspaces.js"

export const artifacts: Table.Table = {
  name: "artifacts",
  noun: "Artifact",
  newId: (context) => context.ids.uuid("artifact"),
  stamps: ["created_at", "updated_at"],
  make: (input) => ({
    title: "Untitled",
    content: "",
    type: "walkthrough",
    status: "draft",
    metadata: {},
    comments: [],
    ...input
  })
}

const data: Table.Wrap = (value) => ({ success: true, data: value })

const workspaceOf = (call: Call): string | undefined => {
  const header = call.headers["x-workspace-id"]
  return typeof header === "string" ? header : Table.text(call.query, "workspace_id")
}

const commentsOf = (value: JsonObject): ReadonlyArray<JsonObject> =>
  Array.isArray(value["comments"]) ? value["comments"].filter(isObject) : []

export const handlers: Handlers = {
  listArtifacts: (call, context) => {
    const workspace = workspaceOf(call)
    const all = Table.mine(artifacts, call, context)
      .map(({ value }) => value)
      .filter((value) => workspace === undefined || value["workspace_id"] === workspace)
      .filter(({ type }) => call.query["type"] === undefined || type === call.query["type"])
      .filter(({ status }) => call.query["status"] === undefined || status === call.query["status"])
    const { info, items } = byOffset(call, all)
    return Reply.json(200, { success: true, data: items, pagination: info })
  },
  createArtifact: (call, context) => {
    const workspace = workspaceOf(call)
    if (Table.isForeign(workspaces, workspace, call, context)) return notFound(workspaces.noun)
    const input = { ...call.body, ...(workspace === undefined ? {} : { workspace_id: workspace }) }
    const row = Table.insert(artifacts, input, Table.ownerOf(call, context), context)
    return Reply.json(201, data(row.value))
  },
  getArtifact: Table.getting(artifacts, data),
  updateArtifact: Table.updating(artifacts, data),
  deleteArtifact: Table.deleting(artifacts),
  addArtifactComment: Table.withRow(artifacts, (row, call, context) => {
    const comment = {
      ...call.body,
      id: context.ids.uuid("comment"),
      user_id: Table.ownerOf(call, context).userId,
      created_at: Table.iso(context.clock.now())
    }
    Table.replace(artifacts, row, { comments: [...commentsOf(row.value), comment] }, context)
    return Reply.json(200, { success: true, data: comment })
  }),
  supersedeArtifact: Table.withRow(artifacts, (row, call, context) => {
    const input = { ...row.value, status: "draft", comments: [], ...call.body, supersedes: row.id }
    const next = Table.insert(artifacts, input, Table.ownerOf(call, context), context)
    Table.replace(artifacts, row, { status: "superseded", superseded_by: next.id }, context)
    return Reply.json(200, { success: true, data: next.value })
  })
}
