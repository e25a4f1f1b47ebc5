/**
 * The initial records of LUML, and the users behind keys. Their ids depend on the seed alone, so that a program's
 * configuration can contain them.
 */
import { createHash } from "node:crypto"
import type { ApiKey, Context, LumlOptions, OrbitRole, OrganizationRole } from "../../Platform.js"
import * as Moments from "./Moments.js"
import { type Tables, tables, type UserRecord } from "./Records.js"

const start = Date.UTC(2025, 0, 1) * 1000

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex")

/** The keys of the default bucket: they sign URLs of this emulator and nothing else. */
const emulatorKeys = { access_key: "emulator", secret_key: "emulator-secret" } as const

const join = (
  all: Tables,
  idOf: (name: string) => string,
  userId: string,
  role: OrganizationRole,
  orbitRole: OrbitRole
): void => {
  const stamp = (name: string) => ({
    id: idOf(`${name} ${userId}`),
    created_at: Moments.isoOf(start),
    updated_at: null
  })
  const organizationId = idOf("organization")
  const orbitId = idOf("orbit")
  if (all.organizations.get(organizationId) === undefined) return
  if (role !== "none") {
    const member = { ...stamp("member"), organization_id: organizationId, user_id: userId, role }
    all.members.set(member.id, member)
  }
  if (orbitRole !== "none") {
    const member = { ...stamp("orbit-member"), orbit_id: orbitId, user_id: userId, role: orbitRole }
    all.orbitMembers.set(member.id, member)
  }
}

const person = (id: string, full_name: string, email: string): UserRecord => ({
  id,
  email,
  full_name,
  disabled: false,
  photo: null
})

const idsOf =
  (context: Context, tenantId: string) =>
  (name: string): string =>
    Moments.uuidAt(start, Moments.hexOf(context.ids.uuidOf("luml", tenantId, name)).slice(16))

const furnish = (all: Tables, idOf: (name: string) => string): void => {
  const stamp = (name: string) => ({ id: idOf(name), created_at: Moments.isoOf(start), updated_at: null })
  const organization = { ...stamp("organization"), name: "Analytical Engines", logo: null }
  all.organizations.set(organization.id, organization)
  const secret = {
    ...stamp("bucket-secret"),
    organization_id: organization.id,
    own: true,
    type: "s3",
    endpoint: "",
    bucket_name: "artifacts",
    ...emulatorKeys,
    session_token: null,
    secure: false,
    region: "us-east-1",
    cert_check: false
  } as const
  all.bucketSecrets.set(secret.id, secret)
  const orbit = {
    ...stamp("orbit"),
    name: "research",
    organization_id: organization.id,
    bucket_secret_id: secret.id
  }
  all.orbits.set(orbit.id, orbit)
  const description = "Models, datasets and experiments"
  const collection = { ...stamp("collection"), orbit_id: orbit.id, description, name: "main", type: "mixed", tags: [] }
  all.collections.set(collection.id, collection)
}

/** Creates the world of a tenant on first use. Returns its user. */
const ensure = (context: Context, all: Tables, tenantId: string, options: LumlOptions): string => {
  const known = all.worlds.get(tenantId)
  if (known !== undefined) return known.user_id
  const idOf = idsOf(context, tenantId)
  const user = person(
    idOf("user"),
    "Ada Lovelace",
    tenantId === "default" ? "ada@example.com" : `ada@${hashOf(tenantId).slice(0, 8)}.example.com`
  )
  all.users.set(user.id, user)
  all.worlds.set(tenantId, { user_id: user.id })
  all.moments.set("last", Math.max(all.moments.get("last") ?? 0, start))
  if (options.world === "empty") return user.id
  furnish(all, idOf)
  const role = options.role ?? "owner"
  join(all, idOf, user.id, role, options.orbitRole ?? "admin")
  if (role !== "owner") {
    const owner = person(idOf("owner"), "Charles Babbage", "charles@example.com")
    all.users.set(owner.id, owner)
    join(all, idOf, owner.id, "owner", "admin")
  }
  return user.id
}

/** The user a credential belongs to; `undefined` for one that has been revoked. */
export const userOf = (
  context: Context,
  key: string,
  configured: ApiKey | undefined
): { readonly userId: string; readonly tenantId: string } | undefined => {
  const all = tables(context.store)
  const options = context.settings.luml
  const tenantId = configured?.tenantId ?? "default"
  const userId = ensure(context, all, tenantId, options)
  const held = all.keys.get(hashOf(key))
  if (held !== undefined) return held.revoked ? undefined : { userId: held.user_id, tenantId }
  if (configured?.role === undefined && configured?.orbitRole === undefined) return { userId, tenantId }
  const idOf = idsOf(context, tenantId)
  const id = idOf(`user of ${hashOf(key)}`)
  if (all.users.get(id) === undefined) {
    const role = configured.role ?? "member"
    all.users.set(id, person(id, `Key ${role}`, `${hashOf(key).slice(0, 12)}@example.com`))
    join(all, idOf, id, role, configured.orbitRole ?? "none")
  }
  return { userId: id, tenantId }
}
