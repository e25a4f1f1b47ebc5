/**
 * Permissions, checked in the server's order: membership of the organization, existence of the orbit, the permission,
 * then the resource.
 */
import type { JsonObject } from "../../Contract.js"
import type { MemberRecord, OrbitMemberRecord, OrbitRecord, OrganizationRecord } from "./Records.js"
import { pathId, reject, type Session } from "./Session.js"

export interface Place {
  readonly organization: OrganizationRecord
  readonly member: MemberRecord
}

export interface OrbitPlace extends Place {
  readonly orbit: OrbitRecord
}

type Rights = Readonly<Record<string, ReadonlyArray<string>>>

const full = ["list", "read", "create", "update", "delete"]
const withoutDelete = ["list", "read", "create", "update"]
const deployable = [...full, "deploy"]
const members = ["list", "create", "update", "delete", "read"]

/** What owners and admins of an organization may do with what is in its orbits. */
const inOrbits: Rights = {
  orbit_user: members,
  artifact: deployable,
  collection: deployable,
  track: full,
  satellite: ["create", "list", "read", "update", "delete"],
  orbit_secret: full,
  deployment: full
}

const invites = ["create", "delete", "list", "read"]

/** The server's tables, actions in the order it answers them. An owner cannot leave, a member cannot read. */
const organizationRights: Readonly<Record<MemberRecord["role"], Rights>> = {
  owner: {
    organization: ["read", "update", "delete"],
    organization_user: full,
    organization_invite: invites,
    billing: ["read", "update"],
    orbit: ["create", "update", "delete", "list", "read"],
    ...inOrbits,
    bucket_secret: full
  },
  admin: {
    organization: ["read", "update", "leave"],
    organization_user: full,
    organization_invite: invites,
    orbit: ["create", "update", "list", "read"],
    ...inOrbits,
    bucket_secret: full
  },
  member: { organization: ["leave"], orbit: ["list", "read"] }
}

const orbitRights: Readonly<Record<OrbitMemberRecord["role"], Rights>> = {
  admin: { orbit: ["create", "update", "delete", "list", "read"], ...inOrbits, collection: full },
  member: {
    orbit: ["list", "read"],
    artifact: withoutDelete,
    collection: withoutDelete,
    track: withoutDelete,
    satellite: ["create", "list", "read"],
    orbit_secret: ["list", "create"],
    deployment: withoutDelete
  }
}

const has = (rights: Rights, need: string): boolean => {
  const [resource = "", action = ""] = need.split(".")
  return rights[resource]?.includes(action) === true
}

/** A role in the organization is enough. Otherwise the role in the orbit decides. */
const allows = (role: MemberRecord["role"], orbitRole: OrbitMemberRecord["role"] | undefined, need: string): boolean =>
  has(organizationRights[role], need) || (orbitRole !== undefined && has(orbitRights[orbitRole], need))

export const membership = (session: Session, organizationId: string): MemberRecord | undefined =>
  session.tables.members
    .values()
    .find((member) => member.organization_id === organizationId && member.user_id === session.user.id)

export const orbitMembership = (session: Session, orbitId: string): OrbitMemberRecord | undefined =>
  session.tables.orbitMembers
    .values()
    .find((member) => member.orbit_id === orbitId && member.user_id === session.user.id)

const notEnough = () => reject(403, "Not enough rights")

const placeOf = (session: Session, organizationId: string): Place => {
  const organization = session.tables.organizations.get(organizationId)
  const member = membership(session, organizationId)
  if (organization === undefined || member === undefined) throw notEnough()
  return { organization, member }
}

/** The organization of the path, or the one named, if the caller may do what is needed there. */
export const organization = (
  session: Session,
  need: string,
  organizationId = pathId(session, "organization_id")
): Place => {
  const place = placeOf(session, organizationId)
  if (!allows(place.member.role, undefined, need)) throw notEnough()
  return place
}

/** The orbit of the path, if the caller may do what is needed there. */
export const orbit = (session: Session, need: string): OrbitPlace => {
  const place = placeOf(session, pathId(session, "organization_id"))
  const found = session.tables.orbits.get(pathId(session, "orbit_id"))
  if (found === undefined || found.organization_id !== place.organization.id) throw reject(404, "Orbit not found")
  if (!allows(place.member.role, orbitMembership(session, found.id)?.role, need)) throw notEnough()
  return { ...place, orbit: found }
}

const picked = (rights: Rights, resources: ReadonlyArray<string>): JsonObject =>
  Object.fromEntries(
    resources.filter((name) => rights[name] !== undefined).map((name) => [name, rights[name]] as const)
  )

/** The permissions shown with an organization: of orbits only whether they may be created. */
export const permissions = ({ role }: MemberRecord): JsonObject => {
  const rights = organizationRights[role]
  const shown = picked(rights, ["organization", "organization_user", "organization_invite", "billing"])
  return has(rights, "orbit.create") ? { ...shown, orbit: ["create"] } : shown
}

const orbitResources = ["orbit", ...Object.keys(inOrbits)]

/** The permissions shown with an orbit: those of owners and admins, else those of a role in the orbit. */
export const orbitPermissions = (
  role: MemberRecord["role"] | undefined,
  orbitRole: OrbitMemberRecord["role"] | undefined
): JsonObject => {
  if (role === "owner" || role === "admin") return picked(organizationRights[role], orbitResources)
  return orbitRole === undefined ? {} : picked(orbitRights[orbitRole], orbitResources)
}

const defaults = { members: 3, orbits: 1, satellites: 2, artifacts: 50 } as const

export const limitOf = (session: Session, what: keyof typeof defaults): number =>
  session.options.limits?.[what] ?? defaults[what]

const nouns = { members: "users", orbits: "orbits", satellites: "satellites", artifacts: "artifacts" } as const

export const checkLimit = (session: Session, what: keyof typeof defaults, count: number): void => {
  if (count >= limitOf(session, what)) throw reject(409, `Organization reached maximum number of ${nouns[what]}`)
}

/** Records of an organization's orbits, for counting against limits. */
export const orbitIdsOf = (session: Session, organizationId: string): ReadonlySet<string> =>
  new Set(
    session.tables.orbits
      .values()
      .filter((orbitRecord) => orbitRecord.organization_id === organizationId)
      .map(({ id }) => id)
  )
