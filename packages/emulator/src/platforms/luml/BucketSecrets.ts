/**
 * Bucket secrets, connection tests and plans of uploads in parts.
 */
import type { JsonObject } from "../../Contract.js"
import * as Access from "./Access.js"
import { planOf } from "./Plans.js"
import type { BucketSecretRecord } from "./Records.js"
import {
  changed,
  flagOrNull,
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
import { signer, storedSigner } from "./Signing.js"
import * as Views from "./Views.js"

const duplicate = () => reject(409, "Bucket secret with the given bucket name and endpoint already exists.")

const bare = (endpoint: string): string => endpoint.replace(/^https?:\/\//, "")

const taken = (session: Session, record: BucketSecretRecord): boolean =>
  session.tables.bucketSecrets
    .values()
    .some(
      (other) =>
        other.id !== record.id &&
        other.organization_id === record.organization_id &&
        Views.endpointOf(session, other) === Views.endpointOf(session, record) &&
        other.bucket_name === record.bucket_name
    )

const secretOf = (session: Session, organizationId: string): BucketSecretRecord => {
  const record = session.tables.bucketSecrets.get(pathId(session, "secret_id"))
  if (record === undefined || record.organization_id !== organizationId) throw reject(404, "Secret not found")
  return record
}

const s3Fields = ["access_key", "secret_key", "session_token", "secure", "region", "cert_check"] as const

type Values = Pick<BucketSecretRecord, "type" | "endpoint" | "bucket_name" | (typeof s3Fields)[number]>

const valuesOf = (body: JsonObject): Values => ({
  type: body["type"] === "azure" ? "azure" : "s3",
  endpoint: textOf(body, "endpoint") ?? "",
  bucket_name: textOf(body, "bucket_name") ?? "",
  access_key: textOrNull(body, "access_key"),
  secret_key: textOrNull(body, "secret_key"),
  session_token: textOrNull(body, "session_token"),
  secure: flagOrNull(body, "secure"),
  region: textOrNull(body, "region"),
  cert_check: flagOrNull(body, "cert_check")
})

const withoutScheme = (values: Values): Values =>
  values.type === "s3" ? { ...values, endpoint: bare(values.endpoint) } : values

/** The object a connection test writes, at the root of the bucket. */
const testObject = "test_file"

const connectionUrls = (session: Session, fields: Values & { readonly own: boolean }): JsonObject => {
  const { object } = signer(session, fields, { s3: "upload URL" })
  return {
    presigned_url: object("upload", testObject),
    download_url: object("download", testObject),
    delete_url: object("delete", testObject)
  }
}

/**
 * The server's update is a replacement: fields left out become null, and that they may not be is found out too late.
 */
const replaced = (session: Session, record: BucketSecretRecord): BucketSecretRecord => {
  const { body } = session.call
  const azureOnly = s3Fields.filter((field) => field in body).sort()
  if (record.type === "azure" && azureOnly.length > 0) {
    const names = azureOnly.map((name) => `'${name}'`).join(", ")
    throw reject(400, `Fields [${names}] cannot be set for Azure bucket secrets`)
  }
  if (session.fixed)
    return {
      ...changed(session, record, ["endpoint", "bucket_name", ...s3Fields]),
      own: "endpoint" in body ? false : record.own
    }
  if (textOf(body, "endpoint") === undefined || textOf(body, "bucket_name") === undefined) throw duplicate()
  const own = record.own && body["endpoint"] === Views.endpointOf(session, record)
  return { ...record, ...valuesOf({ ...body, type: record.type }), own, updated_at: now(session) }
}

export const handlers: Handlers = {
  listBucketSecrets: (session) => {
    const { organization } = Access.organization(session, "bucket_secret.list")
    const records = session.tables.bucketSecrets
      .values()
      .filter(({ organization_id }) => organization_id === organization.id)
    return ok(records.map((record) => Views.bucketSecret(session, record)))
  },
  createBucketSecret: (session) => {
    const { organization } = Access.organization(session, "bucket_secret.create")
    const record: BucketSecretRecord = {
      ...stamp(session, "bucket-secret"),
      organization_id: organization.id,
      own: false,
      ...withoutScheme(valuesOf(session.call.body))
    }
    if (taken(session, record)) throw duplicate()
    session.tables.bucketSecrets.set(record.id, record)
    return ok(Views.bucketSecret(session, record))
  },
  getBucketSecret: (session) => {
    const { organization } = Access.organization(session, "bucket_secret.read")
    return ok(Views.bucketSecret(session, secretOf(session, organization.id)))
  },
  updateBucketSecret: (session) => {
    const { organization } = Access.organization(session, "bucket_secret.update")
    const before = secretOf(session, organization.id)
    Views.bucketSecret(session, before)
    const next = replaced(session, before)
    const record = next.own ? next : { ...next, ...withoutScheme(next) }
    if (taken(session, record)) throw duplicate()
    session.tables.bucketSecrets.set(record.id, record)
    return ok(Views.bucketSecret(session, record))
  },
  deleteBucketSecret: (session) => {
    const { organization } = Access.organization(session, "bucket_secret.delete")
    const { id } = secretOf(session, organization.id)
    if (session.tables.orbits.values().some(({ bucket_secret_id }) => bucket_secret_id === id)) {
      throw reject(409, "Cannot delete bucket secret that is currently used by orbits")
    }
    session.tables.bucketSecrets.delete(id)
    return gone
  },
  getStoredBucketConnectionUrls: (session) => {
    const { organization } = Access.organization(session, "bucket_secret.read")
    const record = secretOf(session, organization.id)
    const { body } = session.call
    if (textOf(body, "id")?.toLowerCase() !== record.id) throw reject(400, "Secret id does not match the path")
    if ((textOf(body, "type") ?? "s3") !== record.type) throw reject(400, "Bucket type cannot be changed")
    const given = Object.fromEntries(Object.entries(body).filter(([name]) => name !== "id"))
    const stored = { ...record, endpoint: Views.endpointOf(session, record) }
    const values = withoutScheme(valuesOf({ ...stored, ...given }))
    return ok(connectionUrls(session, { ...values, own: record.own && values.endpoint === stored.endpoint }))
  },
  getBucketConnectionUrls: (session) =>
    ok(connectionUrls(session, { ...withoutScheme(valuesOf(session.call.body)), own: false })),
  planMultipartUpload: (session) => {
    const { body } = session.call
    const record = session.tables.bucketSecrets.get((textOf(body, "bucket_id") ?? "").toLowerCase())
    if (record === undefined) throw reject(404, "Secret not found")
    Access.organization(session, "bucket_secret.read", record.organization_id)
    const key = textOf(body, "bucket_location") ?? ""
    const uploadId = textOf(body, "upload_id") ?? ""
    const size = typeof body["size"] === "number" ? body["size"] : 0
    const words = { s3: "URL", azure: "Failed to generate multipart upload URLs." }
    const sign = storedSigner(session, record, words)
    if (sign.type === "s3" && uploadId === "") throw quirk(session, 422, "upload_id is required for s3")
    const parts = planOf(size, session.options.multipart?.partSize).map((part) => ({
      part_number: part.number,
      url: sign.part(key, part.number, uploadId),
      start_byte: part.start,
      end_byte: part.end,
      part_size: part.end - part.start + 1
    }))
    const complete_url = sign.complete(key, uploadId)
    return ok(
      sign.type === "s3"
        ? { type: "s3", upload_id: uploadId, parts, complete_url }
        : { type: "azure", parts, complete_url }
    )
  }
}
