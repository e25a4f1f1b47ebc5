/**
 * Records of the object storage: objects, unfinished uploads, counters, and the keys that sign URLs.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import type { Store } from "../Store.js"
import type { AzureKeys, S3Keys } from "./Signature.js"
import type { Piece, Spool } from "./Spool.js"

/**
 * @since 0.1.0
 * @category models
 */
export type Flavor = "s3" | "azure"

/**
 * An object. `etag` has its quotes; `modified` is milliseconds since the epoch.
 *
 * @since 0.1.0
 * @category models
 */
export interface ObjectRecord {
  readonly bucket: string
  readonly key: string
  readonly flavor: Flavor
  readonly size: number
  readonly etag: string
  readonly contentType: string
  readonly modified: number
  readonly pieces: ReadonlyArray<Piece>
  readonly sha256: string | null
  /** Azure: the ids of its blocks, in order. */
  readonly blocks: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PartRecord {
  readonly piece: Piece
  readonly etag: string
}

/**
 * An upload in parts. S3: by upload id and part number. Azure: uncommitted blocks by block id, one list an object.
 *
 * @since 0.1.0
 * @category models
 */
export interface UploadRecord {
  readonly bucket: string
  readonly key: string
  readonly flavor: Flavor
  readonly uploadId: string | null
  readonly contentType: string
  readonly parts: Readonly<Record<string, PartRecord>>
}

/**
 * How often something was sent for an object. Of parts: `sent` counts requests that arrived, `stored` those that were
 * kept.
 *
 * @since 0.1.0
 * @category models
 */
export interface Counts {
  readonly puts: number
  readonly gets: number
  readonly deletes: number
  readonly starts: number
  readonly completes: number
  readonly parts: Readonly<Record<string, { readonly sent: number; readonly stored: number }>>
}

/**
 * What `GET /__emulator/storage` answers.
 *
 * @since 0.1.0
 * @category models
 */
export interface StorageReport {
  readonly objects: ReadonlyArray<{
    readonly bucket: string
    readonly key: string
    readonly flavor: Flavor
    readonly size: number
    readonly sha256: string
    readonly etag: string
    readonly contentType: string
    readonly modified: string
  }>
  /** Uploads that were started and not completed. */
  readonly uploads: ReadonlyArray<{
    readonly bucket: string
    readonly key: string
    readonly flavor: Flavor
    readonly uploadId: string | null
    readonly parts: ReadonlyArray<{ readonly part: string; readonly size: number; readonly etag: string }>
  }>
  readonly counts: ReadonlyArray<{ readonly bucket: string; readonly key: string } & Counts>
  readonly spool: { readonly memory: number; readonly files: number }
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Objects {
  readonly get: (bucket: string, key: string) => ObjectRecord | undefined
  readonly put: (object: ObjectRecord) => void
  readonly delete: (bucket: string, key: string) => boolean
  readonly upload: (id: string) => UploadRecord | undefined
  readonly setUpload: (id: string, upload: UploadRecord) => void
  /** Deletes an upload, and the pieces that did not become part of an object. */
  readonly endUpload: (id: string, used: ReadonlyArray<Piece>) => void
  readonly count: (bucket: string, key: string, what: "puts" | "gets" | "deletes" | "starts" | "completes") => void
  readonly countPart: (bucket: string, key: string, part: string, what: "sent" | "stored") => void
  readonly report: () => Promise<StorageReport>
  /** Resets the counters. Objects stay. */
  readonly clearCounts: () => void
  /** Drops all bytes; the records go with the store's own reset. */
  readonly clear: () => void
  /** Reconciles records and files after a restart: deletes each that lacks the other. */
  readonly recover: () => Promise<void>
}

/**
 * The keys that sign URLs. Their collections are left out of reports.
 *
 * @since 0.1.0
 * @category models
 */
export interface Trust {
  readonly s3: (bucket: string, accessKey: string) => S3Keys | undefined
  readonly azure: (container: string) => ReadonlyArray<AzureKeys>
  /** Whether requests without a signature may read and write the bucket. */
  readonly open: (bucket: string) => boolean
  readonly trustS3: (bucket: string, keys: S3Keys | undefined) => void
  readonly trustAzure: (container: string, keys: AzureKeys) => void
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const trust = (store: Store): Trust => {
  const s3 = store.collection<S3Keys>("secret.storage.s3")
  const azure = store.collection<ReadonlyArray<AzureKeys>>("secret.storage.azure")
  const open = store.collection<true>("storage.open")
  return {
    s3: (bucket, accessKey) => s3.get(`${bucket}/${accessKey}`),
    azure: (container) => azure.get(container) ?? [],
    open: (bucket) => open.get(bucket) === true,
    trustS3: (bucket, keys) => {
      if (keys === undefined) open.set(bucket, true)
      else s3.set(`${bucket}/${keys.accessKey}`, keys)
    },
    trustAzure: (container, keys) => {
      const others = (azure.get(container) ?? []).filter(({ account }) => account !== keys.account)
      azure.set(container, [...others, keys])
    }
  }
}

const idOf = (bucket: string, key: string): string => `${bucket}/${key}`

const none: Counts = { puts: 0, gets: 0, deletes: 0, starts: 0, completes: 0, parts: {} }

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (store: Store, spool: Spool): Objects => {
  const objects = store.collection<ObjectRecord>("storage.objects")
  const uploads = store.collection<UploadRecord>("storage.uploads")
  const counts = store.collection<Counts & { readonly bucket: string; readonly key: string }>("storage.counts")

  const countsOf = (bucket: string, key: string): Counts & { readonly bucket: string; readonly key: string } =>
    counts.get(idOf(bucket, key)) ?? { bucket, key, ...none }

  const allPieces = (): ReadonlyArray<Piece> => [
    ...objects.values().flatMap(({ pieces }) => pieces),
    ...uploads.values().flatMap(({ parts }) => Object.values(parts).map(({ piece }) => piece))
  ]

  const withHash = async (object: ObjectRecord): Promise<string> => {
    if (object.sha256 !== null) return object.sha256
    const hash = createHash("sha256")
    for await (const chunk of spool.read(object.pieces, 0, object.size)) hash.update(chunk)
    const sha256 = hash.digest("hex")
    if (objects.get(idOf(object.bucket, object.key)) === object) {
      objects.set(idOf(object.bucket, object.key), { ...object, sha256 })
    }
    return sha256
  }

  const drop = (pieces: ReadonlyArray<Piece>, used: ReadonlyArray<Piece>): void => {
    const kept = new Set(used.map(({ id }) => id))
    spool.drop(pieces.filter(({ id }) => !kept.has(id)))
  }

  return {
    get: (bucket, key) => objects.get(idOf(bucket, key)),
    put: (object) => {
      const before = objects.get(idOf(object.bucket, object.key))
      objects.set(idOf(object.bucket, object.key), object)
      if (before !== undefined) drop(before.pieces, object.pieces)
    },
    delete: (bucket, key) => {
      const before = objects.get(idOf(bucket, key))
      if (before !== undefined) spool.drop(before.pieces)
      return objects.delete(idOf(bucket, key))
    },
    upload: (id) => uploads.get(id),
    setUpload: (id, upload) => {
      const before = uploads.get(id)
      uploads.set(id, upload)
      const used = Object.values(upload.parts).map(({ piece }) => piece)
      if (before !== undefined)
        drop(
          Object.values(before.parts).map(({ piece }) => piece),
          used
        )
    },
    endUpload: (id, used) => {
      const before = uploads.get(id)
      uploads.delete(id)
      if (before !== undefined)
        drop(
          Object.values(before.parts).map(({ piece }) => piece),
          used
        )
    },
    count: (bucket, key, what) => {
      const current = countsOf(bucket, key)
      counts.set(idOf(bucket, key), { ...current, [what]: current[what] + 1 })
    },
    countPart: (bucket, key, part, what) => {
      const current = countsOf(bucket, key)
      const before = current.parts[part] ?? { sent: 0, stored: 0 }
      const parts = { ...current.parts, [part]: { ...before, [what]: before[what] + 1 } }
      counts.set(idOf(bucket, key), { ...current, parts })
    },
    report: async () => {
      const listed: Array<StorageReport["objects"][number]> = []
      for (const object of objects.values()) {
        const { bucket, contentType, etag, flavor, key, modified, size } = object
        const sha256 = await withHash(object)
        const at = new Date(modified).toISOString()
        listed.push({ bucket, key, flavor, size, sha256, etag, contentType, modified: at })
      }
      return {
        objects: listed,
        uploads: uploads.values().map(({ bucket, flavor, key, parts, uploadId }) => ({
          bucket,
          key,
          flavor,
          uploadId,
          parts: Object.entries(parts).map(([part, { etag, piece }]) => ({ part, size: piece.size, etag }))
        })),
        counts: counts.values(),
        spool: await spool.usage()
      }
    },
    clearCounts: () => {
      for (const [id] of counts.entries()) counts.delete(id)
    },
    clear: () => spool.drop(allPieces()),
    recover: async () => {
      const held = await spool.held()
      const whole = (pieces: ReadonlyArray<Piece>): boolean => pieces.every(({ id }) => held.has(id))
      for (const [id, object] of objects.entries()) if (!whole(object.pieces)) objects.delete(id)
      for (const [id, upload] of uploads.entries()) {
        const parts = Object.entries(upload.parts).filter(([, { piece }]) => held.has(piece.id))
        uploads.set(id, { ...upload, parts: Object.fromEntries(parts) })
      }
      const known = new Set(allPieces().map(({ id }) => id))
      spool.drop([...held].filter((id) => !known.has(id)).map((id) => ({ id, size: 0 })))
    }
  }
}
