/**
 * Records as the server answers them.
 */
import type { JsonObject } from "../../Contract.js"
import * as Access from "./Access.js"
import type * as Records from "./Records.js"
import { crash, type Session } from "./Session.js"

export const user = (session: Session, id: string): JsonObject => {
  const record = session.tables.users.get(id)
  if (record === undefined) throw crash()
  const { disabled, email, full_name, photo } = record
  const has_api_key = session.tables.keys
    .values()
    .some((key) => key.user_id === id && key.kind === "api_key" && !key.revoked)
  return { id, email, full_name, disabled, photo, has_api_key }
}

export const organizationMember = (session: Session, record: Records.MemberRecord): JsonObject => {
  const { user_id, ...rest } = record
  return { ...rest, user: user(session, user_id) }
}

export const orbitMember = (session: Session, record: Records.OrbitMemberRecord): JsonObject => {
  const { user_id, ...rest } = record
  return { ...rest, user: user(session, user_id) }
}

export const invite = (session: Session, record: Records.InviteRecord): JsonObject => {
  const { invited_by, ...rest } = record
  return {
    ...rest,
    invited_by_user: user(session, invited_by),
    organization: session.tables.organizations.get(record.organization_id) ?? null
  }
}

/** The server fills `role` and `permissions` in some answers only: elsewhere they are null. */
export const orbit = (
  session: Session,
  record: Records.OrbitRecord,
  shown: { readonly role?: string | undefined; readonly permissions?: JsonObject | undefined } = {}
): JsonObject => {
  const { artifacts, collections, orbitMembers, satellites } = session.tables
  const own = collections.values().filter(({ orbit_id }) => orbit_id === record.id)
  const ids = new Set(own.map(({ id }) => id))
  const inOrbit = ({ orbit_id }: { readonly orbit_id: string }): boolean => orbit_id === record.id
  return {
    ...record,
    total_members: orbitMembers.values().filter(inOrbit).length,
    total_collections: own.length,
    total_satellites: satellites.values().filter(inOrbit).length,
    total_artifacts: artifacts.values().filter(({ collection_id }) => ids.has(collection_id)).length,
    role: shown.role ?? null,
    permissions: shown.permissions ?? null
  }
}

/** An orbit in a list. Only members of the organization see their role, and they do not see every count. */
export const listedOrbit = (
  session: Session,
  record: Records.OrbitRecord,
  member: Records.MemberRecord
): JsonObject => {
  if (member.role !== "member") {
    return orbit(session, record, { permissions: Access.orbitPermissions(member.role, undefined) })
  }
  const role = Access.orbitMembership(session, record.id)?.role
  const shown = orbit(session, record, { role, permissions: Access.orbitPermissions(undefined, role) })
  return { ...shown, total_satellites: null, total_artifacts: null }
}

const distinct = (texts: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(texts)].sort()

export const orbitDetails = (
  session: Session,
  record: Records.OrbitRecord,
  member: Records.MemberRecord
): JsonObject => {
  const collections = session.tables.collections.values().filter(({ orbit_id }) => orbit_id === record.id)
  const members = session.tables.orbitMembers.values().filter(({ orbit_id }) => orbit_id === record.id)
  const admins = members.filter(({ role }) => role === "admin")
  const others = members.filter(({ role }) => role !== "admin")
  const role = Access.orbitMembership(session, record.id)?.role
  return {
    ...orbit(session, record, { permissions: Access.orbitPermissions(member.role, role) }),
    members: [...admins, ...others].map((other) => orbitMember(session, other)),
    collections_tags: distinct(collections.flatMap(({ tags }) => tags ?? []))
  }
}

const orbitRef = ({ created_at, id, name, updated_at }: Records.OrbitRecord): JsonObject => ({
  id,
  name,
  created_at,
  updated_at
})

/** The endpoint of the emulator's own bucket is the host that the client used. */
export const endpointOf = (session: Session, record: Records.BucketSecretRecord): string =>
  record.own ? `${session.host}/storage` : record.endpoint

/** The server fails to answer an s3 secret without a region. */
export const bucketSecret = (session: Session, record: Records.BucketSecretRecord): JsonObject => {
  const { bucket_name, cert_check, created_at, id, organization_id, region, secure, type, updated_at } = record
  if (type === "s3" && region === null) throw crash()
  const orbits = session.tables.orbits
    .values()
    .filter(({ bucket_secret_id }) => bucket_secret_id === id)
    .map(orbitRef)
  const shared = {
    id,
    type,
    endpoint: endpointOf(session, record),
    bucket_name,
    orbits,
    organization_id,
    created_at,
    updated_at
  }
  return type === "s3" ? { ...shared, secure, region, cert_check } : shared
}

export const artifactsOf = (session: Session, collectionId: string): ReadonlyArray<Records.ArtifactRecord> =>
  session.tables.artifacts.values().filter(({ collection_id }) => collection_id === collectionId)

export const collection = (session: Session, record: Records.CollectionRecord): JsonObject => ({
  ...record,
  total_artifacts: artifactsOf(session, record.id).length
})

/** Keys that an artifact list can be sorted by: those with a number somewhere. */
export const metricKeys = (artifacts: ReadonlyArray<Records.ArtifactRecord>): ReadonlyArray<string> =>
  distinct(
    artifacts.flatMap(({ extra_values }) =>
      Object.entries(extra_values)
        .filter(([, value]) => typeof value === "number")
        .map(([key]) => key)
    )
  )

export const collectionDetails = (session: Session, record: Records.CollectionRecord): JsonObject => {
  const artifacts = artifactsOf(session, record.id)
  return {
    ...collection(session, record),
    artifacts_tags: distinct(artifacts.flatMap(({ tags }) => tags ?? [])),
    artifacts_extra_values: metricKeys(artifacts)
  }
}

export const deploymentsOf = (session: Session, artifactId: string): ReadonlyArray<Records.DeploymentRecord> =>
  session.tables.deployments.values().filter(({ artifact_id }) => artifact_id === artifactId)

/** The server fails to answer a deployment whose `dynamic_attributes_secrets` is null. */
export const deployment = (session: Session, record: Records.DeploymentRecord): JsonObject => {
  if (record.dynamic_attributes_secrets === null) throw crash()
  const artifact = session.tables.artifacts.get(record.artifact_id)
  return {
    ...record,
    satellite_name: session.tables.satellites.get(record.satellite_id)?.name ?? "",
    artifact_name: artifact?.name ?? "",
    collection_id: artifact?.collection_id ?? "",
    model_id: record.artifact_id,
    model_artifact_name: artifact?.name ?? ""
  }
}

const deploymentRef = ({ id, name, orbit_id, status }: Records.DeploymentRecord): JsonObject => ({
  id,
  name,
  status,
  orbit_id
})

export const listedArtifact = (session: Session, record: Records.ArtifactRecord): JsonObject => ({
  ...record,
  deployments: deploymentsOf(session, record.id)
    .filter(({ status }) => status === "active")
    .map(deploymentRef),
  collection_name: session.tables.collections.get(record.collection_id)?.name ?? ""
})

export const tracksOf = (session: Session, artifactId: string): ReadonlyArray<Records.TrackRecord> => {
  const ids = new Set(
    session.tables.entries
      .values()
      .filter(({ artifact_id }) => artifact_id === artifactId)
      .map(({ track_id }) => track_id)
  )
  return session.tables.tracks.values().filter(({ id }) => ids.has(id))
}

export const artifactDetails = (
  session: Session,
  record: Records.ArtifactRecord,
  owner: Records.CollectionRecord
): JsonObject => ({
  ...record,
  deployments: deploymentsOf(session, record.id).map((other) => deployment(session, other)),
  collection: collection(session, owner),
  tracks: tracksOf(session, record.id).map(({ created_at, id, name, updated_at }) => ({
    id,
    name,
    created_at,
    updated_at
  }))
})

export const stage = (session: Session, record: Records.StageRecord): JsonObject => ({
  ...record,
  is_used: session.tables.entries.values().some(({ stage_id }) => stage_id === record.id)
})

export const stagesOf = (session: Session, trackId: string): ReadonlyArray<Records.StageRecord> =>
  session.tables.stages.values().filter(({ track_id }) => track_id === trackId)

export const entriesOf = (session: Session, trackId: string): ReadonlyArray<Records.EntryRecord> =>
  session.tables.entries.values().filter(({ track_id }) => track_id === trackId)

export const track = (session: Session, record: Records.TrackRecord): JsonObject => ({
  ...record,
  stages: stagesOf(session, record.id).map((other) => stage(session, other)),
  total_entries: entriesOf(session, record.id).length
})

export const entry = (session: Session, record: Records.EntryRecord): JsonObject => {
  const artifact = session.tables.artifacts.get(record.artifact_id)
  return {
    ...record,
    artifact_collection_id: artifact?.collection_id ?? null,
    artifact_name: artifact?.name ?? null,
    artifact_description: artifact?.description ?? null,
    stage_name: session.tables.stages.get(record.stage_id ?? "")?.name ?? null
  }
}

export const satellite = ({ key_hash: _key, ...record }: Records.SatelliteRecord): JsonObject => record
