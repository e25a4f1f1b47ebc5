/**
 * Records of API keys. They contain the hash of a key, never the key.
 */
import { createHash } from "node:crypto"
import type { Context } from "../../Platform.js"
import type { Collection } from "../../Store.js"

export interface KeyRecord {
  readonly id: string
  readonly tenantId: string
  readonly userId: string
  readonly name: string
  /** The first eight hex digits of the secret. */
  readonly prefix: string
  readonly hash: string
  readonly scopes: ReadonlyArray<string>
  readonly createdMs: number
  readonly expiresMs: number | null
  readonly revoked: boolean
}

export const keys = (context: Context): Collection<KeyRecord> => context.store.collection("lvng.api-keys")

/** Ids of keys by the hash of each current and earlier secret. */
const owners = (context: Context): Collection<string> => context.store.collection("lvng.api-key-hashes")

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex")

/** The key of a secret: `withdrawn` after it was revoked or rotated, `undefined` for an unknown secret. */
export const ofSecret = (secret: string, context: Context): KeyRecord | "withdrawn" | undefined => {
  const hash = hashOf(secret)
  const id = owners(context).get(hash)
  if (id === undefined) return undefined
  const key = keys(context).get(id)
  return key === undefined || key.revoked || key.hash !== hash ? "withdrawn" : key
}

/** Stores a key with a new secret. The secret is returned, not stored. */
export const issue = (
  key: Omit<KeyRecord, "hash" | "prefix">,
  context: Context
): { readonly key: KeyRecord; readonly secret: string } => {
  const digits = context.ids.hex("api-key", 32)
  const secret = `lvng_sk_test_${digits}`
  const record = { ...key, prefix: digits.slice(0, 8), hash: hashOf(secret) }
  keys(context).set(record.id, record)
  owners(context).set(record.hash, record.id)
  return { key: record, secret }
}
