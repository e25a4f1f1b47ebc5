/**
 * Workspaces, their members and invitations.
 */
import type { JsonObject } from "../../Contract.js"
import type { Call, Context, Handler, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import { notFound, structured } from "./Errors.js"
import * as Table from "./Table.js"
import { emit } from "./Webhooks.js"

export const workspaces: Table.Table = {
  name: "workspaces",
  noun: "Workspace",
  newId: (context) => context.ids.uuid("workspace"),
  stamps: ["created_at", "updated_at"],
  make: (input, owner, _context, id) => ({
    name: "Workspace",
    slug: id,
    description: null,
    settings: {},
    ...input,
    owner_id: owner.userId
  })
}

export const invitations: Table.Table = {
  name: "invitations",
  noun: "Invitation",
  newId: (context) => context.ids.uuid("invitation"),
  stamps: ["created_at", "updated_at"],
  make: (input, _owner, context, id) => {
    const days = typeof input["expirationDays"] === "number" ? input["expirationDays"] : 7
    const token = context.ids.uuidOf("invitation-token", id).replaceAll("-", "")
    return {
      workspace_id: input["workspace_id"] ?? "",
      email: input["email"] ?? null,
      role: input["role"] ?? "member",
      status: "pending",
      expires_at: Table.iso(context.clock.now() + days * 86_400_000),
      token,
      invite_link: `https://app.lvng.ai/invite/${token}`
    }
  }
}

interface Member extends JsonObject {
  readonly user_id: string
  readonly role: string
}

/** Members of a workspace or channel by its id, without its owner. */
export const members = (context: Context): Collection<ReadonlyArray<Member>> => context.store.collection("lvng.members")

/** The owner of a record and its members. */
export const membersOf = (row: Table.Row, context: Context): ReadonlyArray<Member> => [
  { user_id: row.userId, role: "owner" },
  ...(members(context).get(row.id) ?? []).filter(({ user_id }) => user_id !== row.userId)
]

export const join = (row: Table.Row, userId: string, role: string, context: Context): void => {
  const others = (members(context).get(row.id) ?? []).filter(({ user_id }) => user_id !== userId)
  members(context).set(row.id, [...others, { user_id: userId, role }])
  emit("member.joined", { user_id: userId, role, target_id: row.id }, row, context)
}

/** Removes a member. `false` when the user is not a member. */
export const leave = (row: Table.Row, userId: string, context: Context): boolean => {
  const before = members(context).get(row.id) ?? []
  const after = before.filter(({ user_id }) => user_id !== userId)
  if (after.length === before.length) return false
  members(context).set(row.id, after)
  emit("member.left", { user_id: userId, target_id: row.id }, row, context)
  return true
}

const seen = (row: Table.Row, call: Call, context: Context): JsonObject => {
  const { userId } = Table.ownerOf(call, context)
  const role = membersOf(row, context).find(({ user_id }) => user_id === userId)?.role ?? "member"
  return { ...row.value, my_role: role, is_owner: role === "owner" }
}

const workspace = (row: Table.Row, call: Call, context: Context): JsonObject => ({
  success: true,
  workspace: seen(row, call, context)
})

const isTaken = (slug: unknown, call: Call, context: Context): boolean =>
  Table.mine(workspaces, call, context).some(({ value }) => value["slug"] === slug)

const pending = (row: Table.Row, context: Context): boolean =>
  row.value["status"] === "pending" && Date.parse(String(row.value["expires_at"])) > context.clock.now()

const inWorkspace =
  (use: (row: Table.Row, call: Call, context: Context) => Reply.Reply): Handler =>
  (call, context) => {
    const row = Table.find(workspaces, call.path["workspaceId"], call, context)
    return row === undefined ? notFound(workspaces.noun) : use(row, call, context)
  }

const invitationsOf = (row: Table.Row, call: Call, context: Context): ReadonlyArray<Table.Row> =>
  Table.mine(invitations, call, context).filter(({ value }) => value["workspace_id"] === row.id)

const byToken = (call: Call, context: Context): Table.Row | undefined =>
  Table.rows(invitations, context)
    .values()
    .find((row) => row.value["token"] === call.path["token"] && pending(row, context))

export const handlers: Handlers = {
  listWorkspaces: (call, context) => {
    const all = Table.mine(workspaces, call, context).map((row) => seen(row, call, context))
    return Reply.json(200, { success: true, workspaces: all, count: all.length })
  },
  createWorkspace: (call, context) => {
    if (isTaken(call.body["slug"], call, context)) {
      return structured(409, "ALREADY_EXISTS", `There is a workspace ${String(call.body["slug"])} already.`)
    }
    const row = Table.insert(workspaces, call.body, Table.ownerOf(call, context), context)
    return Reply.json(201, workspace(row, call, context))
  },
  getWorkspace: Table.withRow(workspaces, (row, call, context) => Reply.json(200, workspace(row, call, context))),
  updateWorkspace: Table.updating(workspaces, Table.under("workspace")),
  deleteWorkspace: Table.deleting(workspaces, (row, context) => {
    members(context).delete(row.id)
  }),
  listWorkspaceMembers: Table.withRow(workspaces, (row, _call, context) =>
    Reply.json(200, { success: true, members: membersOf(row, context) })
  ),
  createInvitation: inWorkspace((row, call, context) => {
    const input = { ...call.body, workspace_id: row.id }
    const { value } = Table.insert(invitations, input, Table.ownerOf(call, context), context)
    return Reply.json(201, { success: true, invitation: value })
  }),
  listInvitations: inWorkspace((row, call, context) => {
    const open = invitationsOf(row, call, context).filter((invitation) => pending(invitation, context))
    return Reply.json(200, { success: true, invitations: open.map(({ value }) => value) })
  }),
  revokeInvitation: inWorkspace((row, call, context) => {
    const found = invitationsOf(row, call, context).find(({ id }) => id === call.path["invitationId"])
    if (found === undefined) return notFound(invitations.noun)
    Table.rows(invitations, context).delete(found.id)
    return Reply.json(200, { success: true })
  }),
  getInvitationByToken: (call, context) => {
    const row = byToken(call, context)
    if (row === undefined) return notFound(invitations.noun)
    const { token: _token, ...value } = row.value
    return Reply.json(200, { success: true, invitation: value })
  },
  acceptInvitation: (call, context) => {
    const row = byToken(call, context)
    const target =
      row === undefined ? undefined : Table.rows(workspaces, context).get(String(row.value["workspace_id"]))
    if (row === undefined || target === undefined) return notFound(invitations.noun)
    Table.replace(invitations, row, { status: "accepted" }, context)
    join(target, Table.ownerOf(call, context).userId, String(row.value["role"]), context)
    return Reply.json(200, { success: true, workspace_id: target.id, role: row.value["role"] })
  }
}
