/**
 * Who may do what. The order of checks is the server's: membership of the organization, existence of the orbit, the right,
 * then the resource itself.
 */
import type { JsonObject } from "../../Contract.js"
import type { MemberRecord, OrbitMemberRecord, OrbitRecord, OrganizationRecord } from "./Records.js"
import { pathId, refuse, type Session } from "./Session.js"

export interface Place {
  readonly organization: OrganizationRecord
  readonly member: MemberRecord
}

export interface OrbitPlace extends Place {
  readonly orbit: OrbitRecord
}

const organizationActions: Readonly<Record<string, ReadonlyArray<string>>> = {
  organization: ["read", "update", "delete", "leave"],
  organization_user: ["list", "create", "update", "delete"],
  organization_invite: ["list", "create", "delete"],
  bucket_secret: ["list", "read", "create", "update", "delete"],
  orbit: ["list", "read", "create", "update", "delete"]
}

const orbitActions: Readonly<Record<string, ReadonlyArray<string>>> = {
  orbit: ["read", "update", "delete"],
  orbit_user: ["list", "create", "update", "delete"],
  collection: ["list", "read", "create", "update", "delete"],
  artifact: ["list", "read", "create", "update", "delete"],
  track: ["list", "read", "create", "update", "delete"],
  deployment: ["list", "read", "create", "update", "delete"],
  satellite: ["list", "read", "create", "update", "delete"],
  orbit_secret: ["list", "read", "create", "update", "delete"]
}

const everyMember = new Set(["organization.read", "organization.leave", "orbit.list", "orbit.read"])

const ownersOnly = new Set(["organization.delete", "orbit.delete"])

const everyOrbitMember = new Set([
  "orbit.read",
  ...["collection", "artifact", "track", "deployment"].flatMap((resource) =>
    ["list", "read", "create", "update"].map((action) => `${resource}.${action}`)
  ),
  "satellite.list",
  "satellite.read",
  "satellite.create",
  "orbit_secret.list",
  "orbit_secret.create"
])

const inOrbit = (need: string): boolean => {
  const [resource = "", action = ""] = need.split(".")
  return orbitActions[resource]?.includes(action) === true
}

const allows = (
  role: MemberRecord["role"],
  orbitRole: OrbitMemberRecord["role"] | undefined,
  need: string
): boolean => {
  if (role === "owner") return true
  if (role === "admin" && !ownersOnly.has(need)) return true
  if (everyMember.has(need)) return true
  if (orbitRole === "admin") return inOrbit(need)
  return orbitRole === "member" && everyOrbitMember.has(need)
}

export const membership = (session: Session, organizationId: string): MemberRecord | undefined =>
  session.tables.members
    .values()
    .find((member) => member.organization_id === organizationId && member.user_id === session.user.id)

export const orbitMembership = (session: Session, orbitId: string): OrbitMemberRecord | undefined =>
  session.tables.orbitMembers
    .values()
    .find((member) => member.orbit_id === orbitId && member.user_id === session.user.id)

const notEnough = () => refuse(403, "Not enough rights")

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
  if (found === undefined || found.organization_id !== place.organization.id) throw refuse(404, "Orbit not found")
  if (!allows(place.member.role, orbitMembership(session, found.id)?.role, need)) throw notEnough()
  return { ...place, orbit: found }
}

const permitted = (
  actions: Readonly<Record<string, ReadonlyArray<string>>>,
  allowed: (need: string) => boolean
): JsonObject =>
  Object.fromEntries(
    Object.entries(actions)
      .map(([resource, all]) => [resource, all.filter((action) => allowed(`${resource}.${action}`))] as const)
      .filter(([, all]) => all.length > 0)
  )

export const permissions = (member: MemberRecord): JsonObject =>
  permitted(organizationActions, (need) => allows(member.role, undefined, need))

export const orbitPermissions = (session: Session, member: MemberRecord, orbitId: string): JsonObject =>
  permitted(orbitActions, (need) => allows(member.role, orbitMembership(session, orbitId)?.role, need))

const defaults = { members: 3, orbits: 1, satellites: 2, artifacts: 50 } as const

export const limitOf = (session: Session, what: keyof typeof defaults): number =>
  session.options.limits?.[what] ?? defaults[what]

const nouns = { members: "users", orbits: "orbits", satellites: "satellites", artifacts: "artifacts" } as const

export const checkLimit = (session: Session, what: keyof typeof defaults, count: number): void => {
  if (count >= limitOf(session, what)) throw refuse(409, `Organization reached maximum number of ${nouns[what]}`)
}

/** Records of an organization's orbits, for counting against limits. */
export const orbitIdsOf = (session: Session, organizationId: string): ReadonlySet<string> =>
  new Set(
    session.tables.orbits
      .values()
      .filter((orbitRecord) => orbitRecord.organization_id === organizationId)
      .map(({ id }) => id)
  )
