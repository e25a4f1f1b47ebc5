/**
 * Orbits and their members.
 */
import { isObject } from "../../Contract.js"
import * as Access from "./Access.js"
import type { OrbitMemberRecord, OrbitRecord } from "./Records.js"
import { changed, gone, type Handlers, now, ok, pathId, reject, type Session, stamp, textOf } from "./Session.js"
import { deleteTrack } from "./Tracks.js"
import * as Views from "./Views.js"

/** An orbit with everything in it. Objects stay in the bucket. */
export const removeOrbit = (session: Session, orbitId: string): void => {
  const { artifacts, collections, deployments, orbitMembers, orbitSecrets, orbits, satellites, tasks, tracks } =
    session.tables
  for (const { id, orbit_id } of collections.values()) {
    if (orbit_id !== orbitId) continue
    for (const artifact of Views.artifactsOf(session, id)) artifacts.delete(artifact.id)
    collections.delete(id)
  }
  for (const { id, orbit_id } of tracks.values()) if (orbit_id === orbitId) deleteTrack(session, id)
  for (const table of [deployments, orbitMembers, orbitSecrets, satellites, tasks]) {
    for (const { id, orbit_id } of table.values()) if (orbit_id === orbitId) table.delete(id)
  }
  orbits.delete(orbitId)
}

const checkSecret = (session: Session, organizationId: string, value: unknown): string => {
  const id = typeof value === "string" ? value.toLowerCase() : ""
  if (session.tables.bucketSecrets.get(id)?.organization_id !== organizationId) {
    throw reject(404, "Bucket secret not found")
  }
  return id
}

const isRole = (value: unknown): value is OrbitMemberRecord["role"] => value === "admin" || value === "member"

interface Seed {
  readonly user_id: string
  readonly role: OrbitMemberRecord["role"]
}

const seedsOf = (session: Session, organizationId: string): ReadonlyArray<Seed> => {
  const listed = session.call.body["members"]
  const seeds = (Array.isArray(listed) ? listed.filter(isObject) : []).map(
    (item): Seed => ({
      user_id: (textOf(item, "user_id") ?? "").toLowerCase(),
      role: isRole(item["role"]) ? item["role"] : "member"
    })
  )
  const ids = seeds.map(({ user_id }) => user_id)
  if (ids.includes(session.user.id)) throw reject(400, "You can not add yourself to orbit.")
  if (new Set(ids).size < ids.length) throw reject(400, "Orbit members should contain only unique values.")
  const known = new Set(
    session.tables.members
      .values()
      .filter(({ organization_id }) => organization_id === organizationId)
      .map(({ user_id }) => user_id)
  )
  const strangers = ids.filter((id) => !known.has(id))
  if (strangers.length > 0) {
    throw reject(400, `Users {${strangers.map((id) => `'${id}'`).join(", ")}} are not in the organization.`)
  }
  return seeds
}

const addMember = (session: Session, orbit_id: string, { role, user_id }: Seed): OrbitMemberRecord => {
  const member = { ...stamp(session, "orbit-member"), orbit_id, user_id, role }
  session.tables.orbitMembers.set(member.id, member)
  return member
}

/** `id` in an orbit of the path. */
const memberOf = (session: Session, orbit: OrbitRecord, id: string): OrbitMemberRecord => {
  const member = session.tables.orbitMembers.get(id)
  if (member === undefined || member.orbit_id !== orbit.id) throw reject(404, "Orbit member not found")
  return member
}

const members: Handlers = {
  listOrbitMembers: (session) => {
    const { orbit } = Access.orbit(session, "orbit_user.list")
    const own = session.tables.orbitMembers.values().filter(({ orbit_id }) => orbit_id === orbit.id)
    return ok(own.map((member) => Views.orbitMember(session, member)))
  },
  addOrbitMember: (session) => {
    const { orbit, organization } = Access.orbit(session, "orbit_user.create")
    const { body } = session.call
    const userId = (textOf(body, "user_id") ?? "").toLowerCase()
    const orbitId = session.fixed ? orbit.id : (textOf(body, "orbit_id") ?? orbit.id).toLowerCase()
    const { members: all, orbitMembers } = session.tables
    if (userId === session.user.id) throw reject(400, "You can not add yourself to orbit.")
    const inside = all.values().some((one) => one.organization_id === organization.id && one.user_id === userId)
    if (!inside) throw reject(403, "User must be a member of the organization to be added to an orbit.")
    if (orbitMembers.values().some((one) => one.orbit_id === orbitId && one.user_id === userId)) {
      throw reject(409, "Member for this this user already exist.")
    }
    const role = isRole(body["role"]) ? body["role"] : "member"
    return ok(Views.orbitMember(session, addMember(session, orbitId, { user_id: userId, role })))
  },
  updateOrbitMember: (session) => {
    const { orbit } = Access.orbit(session, "orbit_user.update")
    const { body } = session.call
    const id = session.fixed ? pathId(session, "member_id") : (textOf(body, "id") ?? "").toLowerCase()
    const member = memberOf(session, orbit, id)
    if (member.user_id === session.user.id) throw reject(400, "You can not update your own data.")
    const record = { ...member, role: isRole(body["role"]) ? body["role"] : member.role, updated_at: now(session) }
    session.tables.orbitMembers.set(record.id, record)
    return ok(Views.orbitMember(session, record))
  },
  removeOrbitMember: (session) => {
    const { orbit } = Access.orbit(session, "orbit_user.delete")
    const member = memberOf(session, orbit, pathId(session, "member_id"))
    if (member.user_id === session.user.id) throw reject(400, "You can not remove yourself from orbit.")
    session.tables.orbitMembers.delete(member.id)
    return gone
  }
}

export const handlers: Handlers = {
  ...members,
  listOrbits: (session) => {
    const { member, organization } = Access.organization(session, "orbit.list")
    const own = session.tables.orbits
      .values()
      .filter(
        ({ id, organization_id }) =>
          organization_id === organization.id &&
          (member.role !== "member" || Access.orbitMembership(session, id) !== undefined)
      )
    return ok(own.map((record) => Views.listedOrbit(session, record, member)))
  },
  createOrbit: (session) => {
    const { member, organization } = Access.organization(session, "orbit.create")
    const { body } = session.call
    const secretId = checkSecret(session, organization.id, body["bucket_secret_id"])
    Access.checkLimit(session, "orbits", Access.orbitIdsOf(session, organization.id).size)
    const seeds = seedsOf(session, organization.id)
    const record: OrbitRecord = {
      ...stamp(session, "orbit"),
      name: textOf(body, "name") ?? "",
      organization_id: organization.id,
      bucket_secret_id: secretId
    }
    session.tables.orbits.set(record.id, record)
    addMember(session, record.id, { user_id: session.user.id, role: "admin" })
    for (const seed of seeds) addMember(session, record.id, seed)
    return ok(Views.orbitDetails(session, record, member))
  },
  getOrbit: (session) => {
    const { member, orbit } = Access.orbit(session, "orbit.read")
    return ok(Views.orbitDetails(session, orbit, member))
  },
  updateOrbit: (session) => {
    const { orbit, organization } = Access.orbit(session, "orbit.update")
    const { body } = session.call
    const bucket_secret_id =
      "bucket_secret_id" in body
        ? checkSecret(session, organization.id, body["bucket_secret_id"])
        : orbit.bucket_secret_id
    const record = { ...changed(session, orbit, ["name"], { required: ["name"] }), bucket_secret_id }
    session.tables.orbits.set(record.id, record)
    return ok(Views.orbit(session, record))
  },
  deleteOrbit: (session) => {
    const { orbit } = Access.orbit(session, "orbit.delete")
    removeOrbit(session, orbit.id)
    return gone
  }
}
