/**
 * Organizations, their members and invitations.
 */
import type { JsonObject } from "../../Contract.js"
import * as Access from "./Access.js"
import { removeOrbit } from "./Orbits.js"
import type { InviteRecord, MemberRecord, OrganizationRecord } from "./Records.js"
import {
  changed,
  gone,
  type Handlers,
  now,
  ok,
  pathId,
  quirk,
  reject,
  type Session,
  stamp,
  textOf,
  textOrNull
} from "./Session.js"
import * as Views from "./Views.js"

/** Memberships a user may have. */
const mostMemberships = 5

export const checkMemberships = ({ tables }: Session, userId: string): void => {
  if (tables.members.values().filter(({ user_id }) => user_id === userId).length < mostMemberships) return
  throw reject(409, "You’ve reached the limit of organizations you can join or create")
}

const membersOf = ({ tables }: Session, id: string): ReadonlyArray<MemberRecord> =>
  tables.members.values().filter(({ organization_id }) => organization_id === id)

const invitesOf = ({ tables }: Session, id: string): ReadonlyArray<InviteRecord> =>
  tables.invites.values().filter(({ organization_id }) => organization_id === id)

/** `permissions` is null in the answer to an update. */
const details = (session: Session, record: OrganizationRecord, permissions: JsonObject | null): JsonObject => {
  const { artifacts, collections, orbits, satellites } = session.tables
  const own = orbits.values().filter(({ organization_id }) => organization_id === record.id)
  const ids = Access.orbitIdsOf(session, record.id)
  const members = membersOf(session, record.id)
  const roles = ["owner", "admin", "member"] as const
  return {
    ...record,
    invites: invitesOf(session, record.id).map((invite) => Views.invite(session, invite)),
    members: members.map((other) => Views.organizationMember(session, other)),
    orbits: own.map((orbit) => Views.orbit(session, orbit)),
    members_limit: Access.limitOf(session, "members"),
    orbits_limit: Access.limitOf(session, "orbits"),
    satellites_limit: Access.limitOf(session, "satellites"),
    artifacts_limit: Access.limitOf(session, "artifacts"),
    total_orbits: own.length,
    total_members: members.length,
    total_satellites: satellites.values().filter(({ orbit_id }) => ids.has(orbit_id)).length,
    total_artifacts: artifacts
      .values()
      .filter(({ collection_id }) => ids.has(collections.get(collection_id)?.orbit_id ?? "")).length,
    members_by_role: Object.fromEntries(
      roles.map((role) => [role, members.filter((other) => other.role === role).length])
    ),
    permissions
  }
}

export const addMember = (
  session: Session,
  organization_id: string,
  user_id: string,
  role: MemberRecord["role"]
): MemberRecord => {
  const existing = membersOf(session, organization_id)
  if (existing.some((member) => member.user_id === user_id)) {
    throw reject(409, "Organization member already exists")
  }
  Access.checkLimit(session, "members", existing.length)
  const member = { ...stamp(session, "member"), organization_id, user_id, role }
  session.tables.members.set(member.id, member)
  return member
}

export const leave = ({ tables }: Session, member: MemberRecord): void => {
  tables.members.delete(member.id)
  for (const { id, orbit_id, user_id } of tables.orbitMembers.values()) {
    const inside = tables.orbits.get(orbit_id)?.organization_id === member.organization_id
    if (inside && user_id === member.user_id) tables.orbitMembers.delete(id)
  }
}

const remove = (session: Session, id: string): void => {
  const { bucketSecrets, invites, organizations } = session.tables
  for (const orbitId of Access.orbitIdsOf(session, id)) removeOrbit(session, orbitId)
  for (const member of membersOf(session, id)) leave(session, member)
  for (const invite of invitesOf(session, id)) invites.delete(invite.id)
  for (const secret of bucketSecrets.values()) if (secret.organization_id === id) bucketSecrets.delete(secret.id)
  organizations.delete(id)
}

const memberOf = (session: Session, organizationId: string): MemberRecord => {
  const member = session.tables.members.get(pathId(session, "member_id"))
  if (member === undefined || member.organization_id !== organizationId) {
    throw reject(404, "Organization member not found")
  }
  return member
}

const assignable = (body: JsonObject): "admin" | "member" => (body["role"] === "admin" ? "admin" : "member")

/** The organization in the body is the one that counts; fixed mode takes the one of the path. */
const meant = (session: Session, pathOrganization: string): string =>
  session.fixed ? pathOrganization : (textOf(session.call.body, "organization_id") ?? pathOrganization).toLowerCase()

const members: Handlers = {
  listOrganizationMembers: (session) => {
    const { organization } = Access.organization(session, "organization_user.list")
    return ok(membersOf(session, organization.id).map((member) => Views.organizationMember(session, member)))
  },
  addOrganizationMember: (session) => {
    const { member, organization } = Access.organization(session, "organization_user.create")
    const role = assignable(session.call.body)
    if (role === "admin" && member.role !== "owner") throw reject(403, "Only Organization Owner can add new admins.")
    const id = meant(session, organization.id)
    const userId = (textOf(session.call.body, "user_id") ?? "").toLowerCase()
    const known = session.tables.users.get(userId) !== undefined && session.tables.organizations.get(id) !== undefined
    if (!known) throw quirk(session, 404, "User not found")
    return ok(Views.organizationMember(session, addMember(session, id, userId, role)))
  },
  updateOrganizationMember: (session) => {
    const { member, organization } = Access.organization(session, "organization_user.create")
    const other = memberOf(session, organization.id)
    if (other.id === member.id) throw reject(403, "You can not update your own data.")
    const role = assignable(session.call.body)
    if (role === "admin" && member.role !== "owner") throw reject(403, "Only Organization Owner can assign new admins.")
    const record = { ...other, role, updated_at: now(session) }
    session.tables.members.set(record.id, record)
    return ok(Views.organizationMember(session, record))
  },
  removeOrganizationMember: (session) => {
    const { member, organization } = Access.organization(session, "organization_user.delete")
    const other = memberOf(session, organization.id)
    if (other.id === member.id) throw reject(403, "You can not remove yourself from organization.")
    if (other.role === "owner") throw reject(403, "Organization Owner can not be removed.")
    leave(session, other)
    return gone
  },
  leaveOrganization: (session) => {
    leave(session, Access.organization(session, "organization.leave").member)
    return gone
  }
}

const invitations: Handlers = {
  listOrganizationInvitations: (session) => {
    const { organization } = Access.organization(session, "organization_invite.list")
    return ok(invitesOf(session, organization.id).map((invite) => Views.invite(session, invite)))
  },
  createOrganizationInvitation: (session) => {
    const { organization } = Access.organization(session, "organization_invite.create")
    const id = meant(session, organization.id)
    const email = textOf(session.call.body, "email") ?? ""
    if (email === session.user.email) throw reject(403, "You can't invite yourself")
    const existing = membersOf(session, id)
    if (existing.some(({ user_id }) => session.tables.users.get(user_id)?.email === email)) {
      throw reject(409, "Already a member of the organization")
    }
    if (invitesOf(session, id).some((invite) => invite.email === email)) {
      throw reject(409, "Organization invite already exists")
    }
    Access.checkLimit(session, "members", existing.length)
    const { updated_at: _never, ...stamped } = stamp(session, "invite")
    const role = assignable(session.call.body)
    const invite: InviteRecord = { ...stamped, email, role, organization_id: id, invited_by: session.user.id }
    session.tables.invites.set(invite.id, invite)
    return ok(Views.invite(session, invite))
  },
  cancelOrganizationInvitation: (session) => {
    const { organization } = Access.organization(session, "organization_invite.delete")
    const id = pathId(session, "invite_id")
    if (session.tables.invites.get(id)?.organization_id === organization.id) session.tables.invites.delete(id)
    return gone
  }
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1)

export const handlers: Handlers = {
  ...members,
  ...invitations,
  listMyOrganizations: (session) => {
    const own = session.tables.members.values().filter(({ user_id }) => user_id === session.user.id)
    const listed = own.flatMap((member) => {
      const record = session.tables.organizations.get(member.organization_id)
      return record === undefined ? [] : [{ ...record, role: member.role, permissions: Access.permissions(member) }]
    })
    return ok(listed.sort(byName))
  },
  createOrganization: (session) => {
    checkMemberships(session, session.user.id)
    const { body } = session.call
    const record: OrganizationRecord = {
      ...stamp(session, "organization"),
      name: textOf(body, "name") ?? "",
      logo: textOrNull(body, "logo")
    }
    session.tables.organizations.set(record.id, record)
    addMember(session, record.id, session.user.id, "owner")
    return ok(record)
  },
  getOrganization: (session) => {
    const { member, organization } = Access.organization(session, "organization.read")
    return ok(details(session, organization, Access.permissions(member)))
  },
  updateOrganization: (session) => {
    const { organization } = Access.organization(session, "organization.update")
    const named = changed(session, organization, ["name"], { required: ["name"] })
    const record = changed(session, named, ["logo"], { replace: !session.fixed })
    session.tables.organizations.set(record.id, record)
    return ok(details(session, record, null))
  },
  deleteOrganization: (session) => {
    const { organization } = Access.organization(session, "organization.delete")
    if (membersOf(session, organization.id).length > 1) {
      throw reject(409, "Organization has members and cant be deleted")
    }
    remove(session, organization.id)
    return gone
  }
}
