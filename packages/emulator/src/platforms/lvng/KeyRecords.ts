/**
 * API keys as they are kept: their hash, never the key.
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

/** Ids of keys by the hashes of every secret they had. */
const owners = (context: Context): Collection<string> => context.store.collection("lvng.api-key-hashes")

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex")

/** The key of a secret, `withdrawn` when it was revoked or rotated, `undefined` when the platform never made it. */
export const ofSecret = (secret: string, context: Context): KeyRecord | "withdrawn" | undefined => {
  const hash = hashOf(secret)
  const id = owners(context).get(hash)
  if (id === undefined) return undefined
  const key = keys(context).get(id)
  return key === undefined || key.revoked || key.hash !== hash ? "withdrawn" : key
}

/** Keeps a key under a new secret, which is answered and not kept. */
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
