/**
 * Artifacts: records, URLs of their objects, and the states from `pending_upload` to deletion.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import * as Access from "./Access.js"
import { listArtifacts } from "./ArtifactList.js"
import { collectionOf } from "./Collections.js"
import * as Manifests from "./Manifests.js"
import * as Plans from "./Plans.js"
import type { ArtifactRecord, ArtifactStatus, BucketSecretRecord, CollectionRecord, OrbitRecord } from "./Records.js"
import {
  changed,
  gone,
  type Handlers,
  needed,
  now,
  ok,
  pathId,
  quirk,
  reject,
  type Session,
  stamp,
  textOf,
  textOrNull,
  textsOrNull
} from "./Session.js"
import { type Purpose, type Signer, storedSigner } from "./Signing.js"
import * as Views from "./Views.js"

interface Found {
  readonly orbit: OrbitRecord
  readonly collection: CollectionRecord
  readonly artifact: ArtifactRecord
}

const find = (session: Session, need: string): Found => {
  const { orbit } = Access.orbit(session, need)
  const collection = collectionOf(session, orbit)
  const artifact = session.tables.artifacts.get(pathId(session, "artifact_id"))
  if (artifact === undefined || artifact.collection_id !== collection.id) throw reject(404, "Artifact not found")
  return { orbit, collection, artifact }
}

const secretOf = (session: Session, orbit: OrbitRecord): BucketSecretRecord => {
  const secret = session.tables.bucketSecrets.get(orbit.bucket_secret_id)
  if (secret === undefined) throw reject(404, "Bucket secret not found")
  return secret
}

const signerFor = (session: Session, orbit: OrbitRecord, what: string): Signer =>
  storedSigner(session, secretOf(session, orbit), { s3: what })

/** The URL of an artifact's object. */
export const objectUrl = (
  session: Session,
  orbit: OrbitRecord,
  artifact: ArtifactRecord,
  purpose: Exclude<Purpose, "upload">
): string => signerFor(session, orbit, `${purpose} URL`).object(purpose, artifact.bucket_location)

const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})

const recordOf = async (
  session: Session,
  orbit: OrbitRecord,
  collection: CollectionRecord
): Promise<ArtifactRecord> => {
  const { body } = session.call
  const file_index = objectOf(body["file_index"])
  const { manifest, type } = await Manifests.read(session, objectOf(body["manifest"]), file_index)
  const asserted = textOf(body, "type")
  if (asserted !== undefined && asserted !== type) {
    throw reject(400, "Artifact's real type does not match the type you specified.")
  }
  if (!Manifests.accepts(collection.type, type)) {
    throw reject(400, "Artifact type is not allowed for this collection type")
  }
  const orbits = Access.orbitIdsOf(session, orbit.organization_id)
  const { artifacts, collections } = session.tables
  const counted = artifacts
    .values()
    .filter(({ collection_id }) => orbits.has(collections.get(collection_id)?.orbit_id ?? ""))
  Access.checkLimit(session, "artifacts", counted.length)
  const name = textOrNull(body, "name")
  if (name === null) throw needed(session, "name")
  if (session.user.full_name === null) throw quirk(session, 400, "The user has no full name.")
  const file_name = textOf(body, "file_name") ?? ""
  const unique_identifier = session.context.ids.hex("luml.object", 32)
  return {
    ...stamp(session, "artifact"),
    collection_id: collection.id,
    file_name,
    name,
    description: textOrNull(body, "description"),
    extra_values: objectOf(body["extra_values"]),
    manifest,
    file_hash: textOf(body, "file_hash") ?? "",
    file_index,
    bucket_location: `orbit-${orbit.id}/collection-${collection.id}/${unique_identifier}-${file_name}`,
    size: typeof body["size"] === "number" ? body["size"] : 0,
    unique_identifier,
    tags: textsOrNull(body, "tags"),
    status: "pending_upload",
    type,
    created_by_user: session.user.full_name
  }
}

const uploadDetails = (session: Session, secret: BucketSecretRecord, artifact: ArtifactRecord): JsonObject => {
  const { bucket_location, size } = artifact
  const multipart = size > (session.options.multipart?.threshold ?? Plans.threshold)
  const sign = storedSigner(session, secret, { s3: multipart ? "initiate URL" : "upload URL" })
  const url = multipart ? sign.start(bucket_location) : sign.object("upload", bucket_location)
  return { type: sign.type, url, multipart, bucket_location, bucket_secret_id: secret.id }
}

const isStatus = (value: unknown): value is ArtifactStatus =>
  value === "uploaded" || value === "upload_failed" || value === "deletion_failed"

const transitions: Readonly<Record<string, ReadonlyArray<ArtifactStatus>>> = {
  pending_upload: ["uploaded", "upload_failed"],
  pending_deletion: ["deletion_failed"]
}

const checkTracks = (session: Session, id: string): void => {
  if (Views.tracksOf(session, id).length === 0) return
  throw reject(409, "Artifact is referenced by one or more tracks. Remove it from all tracks before deleting.")
}

export const handlers: Handlers = {
  listArtifacts,
  createArtifact: async (session) => {
    const { orbit } = Access.orbit(session, "artifact.create")
    const collection = collectionOf(session, orbit)
    const artifact = await recordOf(session, orbit, collection)
    const secret = secretOf(session, orbit)
    const details = session.fixed ? uploadDetails(session, secret, artifact) : undefined
    session.tables.artifacts.set(artifact.id, artifact)
    return ok({ artifact, upload_details: details ?? uploadDetails(session, secret, artifact) })
  },
  getArtifact: (session) => {
    const { artifact, collection } = find(session, "artifact.read")
    return ok(Views.artifactDetails(session, artifact, collection))
  },
  updateArtifact: (session) => {
    const { artifact } = find(session, "artifact.update")
    const { body } = session.call
    if ("status" in body && !isStatus(body["status"])) throw needed(session, "status")
    const next = isStatus(body["status"]) ? body["status"] : artifact.status
    if ("status" in body && transitions[artifact.status]?.includes(next) !== true) {
      throw reject(400, `Invalid status transition from ${artifact.status} to ${next}`)
    }
    const record = changed(session, artifact, ["name", "description", "tags"], { required: ["name"] })
    session.tables.artifacts.set(record.id, { ...record, status: next })
    return ok({ ...record, status: next })
  },
  deleteArtifact: (session) => {
    const { artifact } = find(session, "artifact.delete")
    checkTracks(session, artifact.id)
    if (artifact.status !== "pending_deletion") {
      throw reject(400, `Unable to confirm deletion with status '${artifact.status}'`)
    }
    if (Views.deploymentsOf(session, artifact.id).length > 0) {
      throw quirk(session, 409, "Cannot delete artifact because it is used in deployments.")
    }
    session.tables.artifacts.delete(artifact.id)
    return gone
  },
  getArtifactDownloadUrl: (session) => {
    const { artifact, orbit } = find(session, "artifact.read")
    return ok({ url: objectUrl(session, orbit, artifact, "download") })
  },
  getArtifactDeleteUrl: (session) => {
    const { artifact, orbit } = find(session, "artifact.delete")
    if (Views.deploymentsOf(session, artifact.id).length > 0) {
      throw reject(409, "Cannot delete artifact because it is used in deployments.")
    }
    checkTracks(session, artifact.id)
    const record = { ...artifact, status: "pending_deletion", updated_at: now(session) } as const
    const signed = session.fixed ? objectUrl(session, orbit, artifact, "delete") : undefined
    session.tables.artifacts.set(record.id, record)
    return ok({ url: signed ?? objectUrl(session, orbit, artifact, "delete") })
  },
  forceDeleteArtifact: (session) => {
    const { artifact } = find(session, "artifact.delete")
    checkTracks(session, artifact.id)
    for (const { id } of Views.deploymentsOf(session, artifact.id)) session.tables.deployments.delete(id)
    session.tables.artifacts.delete(artifact.id)
    return gone
  }
}
