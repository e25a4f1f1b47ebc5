/**
 * Records of the LUML emulation, with the names of the wire. Times are ISO text in the server's format. Collections
 * named `secret.*` hold keys and are left out of reports.
 */
import type { JsonObject } from "../../Contract.js"
import type { OrbitRole, OrganizationRole } from "../../Platform.js"
import type { Collection, Store } from "../../Store.js"

interface Stamped {
  readonly id: string
  readonly created_at: string
  readonly updated_at: string | null
}

export interface UserRecord {
  readonly id: string
  readonly email: string
  readonly full_name: string | null
  readonly disabled: boolean
  readonly photo: string | null
}

/** A credential by the hash of its text. */
export interface KeyRecord {
  readonly user_id: string
  readonly kind: "api_key" | "jwt"
  readonly revoked: boolean
}

export interface OrganizationRecord extends Stamped {
  readonly name: string
  readonly logo: string | null
}

export interface MemberRecord extends Stamped {
  readonly organization_id: string
  readonly user_id: string
  readonly role: Exclude<OrganizationRole, "none">
}

export interface InviteRecord {
  readonly id: string
  readonly email: string
  readonly role: "admin" | "member"
  readonly organization_id: string
  readonly invited_by: string
  readonly created_at: string
}

export interface OrbitRecord extends Stamped {
  readonly name: string
  readonly organization_id: string
  readonly bucket_secret_id: string
}

export interface OrbitMemberRecord extends Stamped {
  readonly orbit_id: string
  readonly user_id: string
  readonly role: Exclude<OrbitRole, "none">
}

/** `own`: the bucket is in the emulator's storage. An s3 secret without a region cannot be read. */
export interface BucketSecretRecord extends Stamped {
  readonly organization_id: string
  readonly own: boolean
  readonly type: "s3" | "azure"
  readonly endpoint: string
  readonly bucket_name: string
  readonly access_key: string | null
  readonly secret_key: string | null
  readonly session_token: string | null
  readonly secure: boolean | null
  readonly region: string | null
  readonly cert_check: boolean | null
}

export interface CollectionRecord extends Stamped {
  readonly orbit_id: string
  readonly description: string
  readonly name: string
  readonly type: string
  readonly tags: ReadonlyArray<string> | null
}

export type ArtifactStatus = "pending_upload" | "uploaded" | "pending_deletion" | "upload_failed" | "deletion_failed"

export interface ArtifactRecord extends Stamped {
  readonly collection_id: string
  readonly file_name: string
  readonly name: string | null
  readonly description: string | null
  readonly extra_values: JsonObject
  readonly manifest: JsonObject
  readonly file_hash: string
  readonly file_index: JsonObject
  readonly bucket_location: string
  readonly size: number
  readonly unique_identifier: string
  readonly tags: ReadonlyArray<string> | null
  readonly status: ArtifactStatus
  readonly type: string
  readonly created_by_user: string | null
}

export interface TrackRecord extends Stamped {
  readonly name: string
  readonly orbit_id: string
  readonly artifact_type: string
  readonly description: string | null
  readonly tags: ReadonlyArray<string> | null
  readonly next_version: number
}

export interface StageRecord extends Stamped {
  readonly track_id: string
  readonly name: string
}

export interface EntryRecord extends Stamped {
  readonly track_id: string
  readonly artifact_id: string
  readonly version: number
  readonly stage_id: string | null
  readonly added_by: string
}

export interface OrbitSecretRecord extends Stamped {
  readonly name: string
  readonly value: string
  readonly orbit_id: string
  readonly tags: ReadonlyArray<string> | null
}

export interface SatelliteRecord extends Stamped {
  readonly orbit_id: string
  readonly name: string | null
  readonly description: string | null
  readonly base_url: string | null
  readonly paired: boolean
  readonly capabilities: JsonObject
  readonly slug: string | null
  readonly last_seen_at: string | null
  readonly status: "active" | "inactive" | "error"
  readonly key_hash: string
}

/** `dynamic_attributes_secrets` is null after an update without it. Such a record cannot be read. */
export interface DeploymentRecord extends Stamped {
  readonly name: string
  readonly status: string
  readonly orbit_id: string
  readonly satellite_id: string
  readonly artifact_id: string
  readonly inference_url: string | null
  readonly satellite_parameters: JsonObject
  readonly description: string | null
  readonly dynamic_attributes_secrets: JsonObject | null
  readonly env_variables_secrets: JsonObject
  readonly env_variables: JsonObject
  readonly schemas: JsonObject | null
  readonly error_message: JsonObject | null
  readonly created_by_user: string | null
  readonly tags: ReadonlyArray<string> | null
}

export interface TaskRecord extends Stamped {
  readonly satellite_id: string
  readonly orbit_id: string
  readonly type: "deploy" | "undeploy"
  readonly payload: JsonObject
  readonly status: string
  readonly scheduled_at: string
  readonly started_at: string | null
  readonly finished_at: string | null
  readonly result: JsonObject | null
}

export interface Tables {
  readonly users: Collection<UserRecord>
  readonly keys: Collection<KeyRecord>
  readonly passwords: Collection<string>
  readonly organizations: Collection<OrganizationRecord>
  readonly members: Collection<MemberRecord>
  readonly invites: Collection<InviteRecord>
  readonly orbits: Collection<OrbitRecord>
  readonly orbitMembers: Collection<OrbitMemberRecord>
  readonly bucketSecrets: Collection<BucketSecretRecord>
  readonly collections: Collection<CollectionRecord>
  readonly artifacts: Collection<ArtifactRecord>
  readonly tracks: Collection<TrackRecord>
  readonly stages: Collection<StageRecord>
  readonly entries: Collection<EntryRecord>
  readonly orbitSecrets: Collection<OrbitSecretRecord>
  readonly satellites: Collection<SatelliteRecord>
  readonly deployments: Collection<DeploymentRecord>
  readonly tasks: Collection<TaskRecord>
  /** Tenants whose world exists, with the user that unnamed keys belong to. */
  readonly worlds: Collection<{ readonly user_id: string }>
  /** The latest moment a record was stamped with, in microseconds. */
  readonly moments: Collection<number>
}

export const tables = (store: Store): Tables => ({
  users: store.collection("luml.users"),
  keys: store.collection("secret.luml.keys"),
  passwords: store.collection("secret.luml.passwords"),
  organizations: store.collection("luml.organizations"),
  members: store.collection("luml.members"),
  invites: store.collection("luml.invites"),
  orbits: store.collection("luml.orbits"),
  orbitMembers: store.collection("luml.orbit-members"),
  bucketSecrets: store.collection("secret.luml.bucket-secrets"),
  collections: store.collection("luml.collections"),
  artifacts: store.collection("luml.artifacts"),
  tracks: store.collection("luml.tracks"),
  stages: store.collection("luml.stages"),
  entries: store.collection("luml.entries"),
  orbitSecrets: store.collection("secret.luml.orbit-secrets"),
  satellites: store.collection("luml.satellites"),
  deployments: store.collection("luml.deployments"),
  tasks: store.collection("luml.tasks"),
  worlds: store.collection("luml.worlds"),
  moments: store.collection("luml.moments")
})
