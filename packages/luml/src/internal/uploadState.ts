import * as FileName from "@trilum/core/FileName"
import type { Entry } from "@trilum/core/Journal"
import * as DefaultDigest from "@trilum/luml/DefaultDigest"
import * as Encoding from "effect/Encoding"
import type { Inspection } from "../archive/ArtifactFile.js"
import type { ArtifactCreated } from "../generated/artifacts.js"
import type { UploadPart } from "../generated/bucketSecrets.js"
import type { Artifact } from "../generated/shared.js"
import type { CollectionPlace } from "../Place.js"

/** A part at the storage: its ETag (empty for Azure, which needs none), and its first and last byte in the file. */
export interface Part {
  readonly etag: string
  readonly start: number
  readonly end: number
}

/** What has to be known to go on with an upload. */
export interface State {
  readonly artifactId: string
  readonly fileName: string
  readonly size: number
  readonly hash: string
  readonly storage: "s3" | "azure"
  readonly multipart: boolean
  readonly bucketLocation: string
  readonly bucketSecretId: string
  /** Of S3, once the upload in parts was started. */
  readonly uploadId: string | undefined
  /** Parts that are at the storage, by number. */
  readonly parts: ReadonlyMap<number, Part>
  /** All bytes are at the storage and put together. */
  readonly complete: boolean
}

/** How an upload begins. */
export type Begun =
  | { readonly _tag: "Created"; readonly state: State; readonly url: string | undefined }
  | { readonly _tag: "Resumed"; readonly state: State }
  | { readonly _tag: "Uploaded"; readonly artifact: Artifact }

/** One journal for a file and the collection it goes to; `path` is there where files of several folders share one. */
export const nameOf = (fileName: string, place: CollectionPlace, path: string | undefined): string => {
  const hash = DefaultDigest.sha256()
  hash.update(new TextEncoder().encode(JSON.stringify([place, fileName, path])))
  return `.${(FileName.lastPart(fileName) ?? "upload").slice(0, 40)}.${Encoding.encodeHex(hash.digest()).slice(0, 12)}.trilum-upload`
}

export const of = ({ artifact, upload_details: details }: ArtifactCreated, inspection: Inspection): State => ({
  artifactId: artifact.id,
  fileName: inspection.file_name,
  size: inspection.size,
  hash: inspection.file_hash,
  storage: details.type,
  multipart: details.multipart,
  bucketLocation: details.bucket_location,
  bucketSecretId: details.bucket_secret_id,
  uploadId: undefined,
  parts: new Map(),
  complete: false
})

export const entryOf = ({ complete: _, parts: __, uploadId: ___, ...fixed }: State): Entry => ({ upload: fixed })
export const startedEntry = (state: State, uploadId: string): Entry => ({ artifact: state.artifactId, uploadId })
export const partEntry = (state: State, part: UploadPart, etag: string): Entry => ({
  artifact: state.artifactId,
  part: part.part_number,
  etag,
  start: part.start_byte,
  end: part.end_byte
})
export const completeEntry = (state: State): Entry => ({ artifact: state.artifactId, complete: true })

const isState = (u: unknown): u is Omit<State, "uploadId" | "parts" | "complete"> =>
  typeof u === "object" &&
  u !== null &&
  ["artifactId", "fileName", "hash", "bucketLocation", "bucketSecretId"].every(
    (name) => typeof Reflect.get(u, name) === "string"
  ) &&
  typeof Reflect.get(u, "size") === "number" &&
  typeof Reflect.get(u, "multipart") === "boolean" &&
  (Reflect.get(u, "storage") === "s3" || Reflect.get(u, "storage") === "azure")

/** The last upload in a journal. */
export const read = (entries: ReadonlyArray<Entry>): State | undefined => {
  const fixed = entries.findLast((entry) => isState(entry["upload"]))?.["upload"]
  if (!isState(fixed)) return undefined
  const parts = new Map<number, Part>()
  let uploadId: string | undefined
  let complete = false
  for (const entry of entries) {
    if (entry["artifact"] !== fixed.artifactId) continue
    if (typeof entry["uploadId"] === "string") uploadId = entry["uploadId"]
    const { end, etag, part, start } = entry
    if (typeof part === "number" && typeof etag === "string" && typeof start === "number" && typeof end === "number") {
      parts.set(part, { etag, start, end })
    }
    if (entry["complete"] === true) complete = true
  }
  return { ...fixed, uploadId, parts, complete }
}

export const isOf = (state: State, inspection: Inspection): boolean =>
  state.hash === inspection.file_hash && state.size === inspection.size && state.fileName === inspection.file_name

/** A single upload has one URL, which cannot be had again; so has the start of parts in S3. */
export const canContinue = (state: State): boolean =>
  state.complete || (state.multipart && (state.storage === "azure" || state.uploadId !== undefined))
