/**
 * Presigned URLs for the objects of a bucket secret.
 *
 * URLs lead to the emulator's own storage unless the endpoint is on this machine, as a store in a test is, or the
 * option
 * `endpoints` is `real`.
 */
import { isLoopback } from "../../Server.js"
import { type AzureKeys, encodeKey, presignAzure, presignS3, type S3Keys } from "../../storage/Signature.js"
import type { BucketSecretRecord } from "./Records.js"
import { crash, quirk, reject, type Session } from "./Session.js"
import { endpointOf } from "./Views.js"

export type Purpose = "upload" | "download" | "delete"

type Pairs = ReadonlyArray<readonly [string, string]>

export interface Signer {
  readonly type: "s3" | "azure"
  readonly object: (purpose: Purpose, key: string) => string
  /** S3: starts an upload in parts. Azure starts none. */
  readonly start: (key: string) => string | null
  readonly part: (key: string, number: number, uploadId: string) => string
  readonly complete: (key: string, uploadId: string) => string
}

/** What the texts of signing errors say was being made. */
export interface Words {
  /** For example `upload URL`. */
  readonly s3: string
  readonly azure?: string | undefined
}

type Fields = Pick<
  BucketSecretRecord,
  "own" | "type" | "endpoint" | "bucket_name" | "access_key" | "secret_key" | "session_token" | "secure" | "region"
>

const methods = { upload: "PUT", download: "GET", delete: "DELETE" } as const

const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

const isAws = (host: string): boolean => /(^|\.)amazonaws\.com(:\d+)?$/.test(host)

const isOwn = (session: Session, host: string): boolean =>
  host === session.host || (session.options.endpoints !== "real" && !isLoopback(host))

const s3Base = (session: Session, secret: Fields): { readonly base: string; readonly own: boolean } => {
  const { bucket_name: bucket, endpoint, region, secure } = secret
  const [host = "", ...path] = endpoint.replace(/^https?:\/\//, "").split("/")
  const own = secret.own || isOwn(session, host)
  const storage = own && path.join("/") === "storage"
  if (path.length > 0 && !storage && !secret.own) throw quirk(session, 400, "The endpoint must not have a path.")
  if (own) return { base: `http://${session.host}/storage/${bucket}/`, own }
  if (isAws(host)) return { base: `https://${bucket}.s3.${region}.amazonaws.com/`, own }
  return { base: `${secure === false ? "http" : "https"}://${host}/${bucket}/`, own }
}

const s3Signer = (session: Session, secret: Fields, words: Words): Signer => {
  const { access_key, bucket_name: bucket, region, secret_key, session_token } = secret
  if (region === null) throw crash()
  if (!bucketName.test(bucket)) {
    throw reject(400, `Failed to generate ${words.s3}: invalid bucket name ${bucket}`)
  }
  const { base, own } = s3Base(session, secret)
  const keys: S3Keys | undefined =
    access_key === null || access_key === "" || secret_key === null || secret_key === ""
      ? undefined
      : { accessKey: access_key, secretKey: secret_key, token: session_token }
  if (own) session.trust.trustS3(bucket, keys)
  const sign = (method: string, key: string, query: Pairs = []): string =>
    presignS3({ method, url: base + encodeKey(key), query, region, keys, now: session.context.clock.now() })
  return {
    type: "s3",
    object: (purpose, key) => sign(methods[purpose], key),
    start: (key) => sign("POST", key, [["uploads", ""]]),
    part: (key, number, uploadId) =>
      sign("PUT", key, [
        ["partNumber", String(number)],
        ["uploadId", uploadId]
      ]),
    complete: (key, uploadId) => sign("POST", key, [["uploadId", uploadId]])
  }
}

/** The members of a connection string; values may contain equals signs. */
const connection = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(";")
      .filter((part) => part.includes("="))
      .map((part) => [part.slice(0, part.indexOf("=")).trim(), part.slice(part.indexOf("=") + 1).trim()] as const)
  )

const isBase64 = (text: string): boolean => text !== "" && Buffer.from(text, "base64").toString("base64") === text

const azureBase = (
  session: Session,
  settings: ReadonlyMap<string, string>,
  account: string,
  container: string
): { readonly base: string; readonly own: boolean } => {
  const protocol = settings.get("DefaultEndpointsProtocol") ?? "https"
  const suffix = settings.get("EndpointSuffix") ?? "core.windows.net"
  const endpoint = (settings.get("BlobEndpoint") ?? `${protocol}://${account}.blob.${suffix}`).replace(/\/+$/, "")
  const host = endpoint.replace(/^https?:\/\//, "").split("/")[0] ?? ""
  const own = isOwn(session, host)
  return { base: own ? `http://${session.host}/storage/${container}/` : `${endpoint}/${container}/`, own }
}

/** The id of a part's block: base64 of `block-` and eight digits. */
export const blockId = (number: number): string =>
  Buffer.from(`block-${String(number).padStart(8, "0")}`).toString("base64")

const permissions = { upload: "cw", download: "r", delete: "d" } as const

const azureSigner = (session: Session, secret: Fields, words: Words): Signer => {
  const container = secret.bucket_name
  const settings = connection(secret.endpoint)
  const account = settings.get("AccountName") ?? ""
  if (account === "") throw reject(400, "Failed to create Azure Blob Service client.")
  const key = settings.get("AccountKey") ?? ""
  if (!isBase64(key) || container === "") throw reject(400, words.azure ?? "Failed to generate SAS URL.")
  const keys: AzureKeys = { account, key }
  const { base, own } = azureBase(session, settings, account, container)
  if (own) session.trust.trustAzure(container, keys)
  const sign = (purpose: Purpose, blob: string, extra: Pairs = []): string =>
    presignAzure({
      url: base + encodeKey(blob),
      container,
      blob,
      permissions: permissions[purpose],
      keys,
      now: session.context.clock.now(),
      extra
    })
  return {
    type: "azure",
    object: sign,
    start: () => null,
    part: (blob, number) =>
      sign("upload", blob, [
        ["comp", "block"],
        ["blockid", blockId(number)]
      ]),
    complete: (blob) => sign("upload", blob, [["comp", "blocklist"]])
  }
}

export const signer = (session: Session, secret: Fields, words: Words): Signer =>
  secret.type === "s3" ? s3Signer(session, secret, words) : azureSigner(session, secret, words)

export const storedSigner = (session: Session, secret: BucketSecretRecord, words: Words): Signer =>
  signer(session, { ...secret, endpoint: endpointOf(session, secret) }, words)
