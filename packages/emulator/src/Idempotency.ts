/**
 * Replays the response to a request with a repeated `Idempotency-Key`.
 *
 * A key is valid for 24 hours per API key and route. The same body replays the original response with
 * `Idempotency-Replayed: true`. Another body is a conflict. Only successes are stored, so a failed attempt can be
 * retried.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import type { Clock } from "./Clock.js"
import { isObject } from "./Contract.js"
import type { Call } from "./Platform.js"
import type { Reply } from "./Reply.js"
import type { Store } from "./Store.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Idempotency {
  /** Runs `make` once for a key. `"conflict"`: the key was used with a different body. */
  readonly run: (key: string, call: Call, make: () => Promise<Reply>) => Promise<Reply | "conflict">
}

interface Kept {
  readonly fingerprint: string
  readonly until: number
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly value?: unknown
  readonly empty?: boolean
}

const lifetime = 24 * 60 * 60 * 1000

const sweepEvery = 60 * 60 * 1000

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)])
  )
}

const hash = (...texts: ReadonlyArray<string | Uint8Array>): string => {
  const digest = createHash("sha256")
  for (const text of texts) digest.update(text).update("\0")
  return digest.digest("hex")
}

/** Bodies are compared by value: key order and multipart boundaries are ignored. */
const fingerprintOf = (call: Call): string =>
  hash(
    JSON.stringify(sorted(call.json ?? null)),
    JSON.stringify(sorted(call.query)),
    ...call.parts.flatMap((part) => [part.name, part.filename ?? "", part.bytes])
  )

const kept = (reply: Reply, fingerprint: string, until: number): Kept | undefined => {
  if (reply.status >= 300 || (reply.body.kind !== "json" && reply.body.kind !== "empty")) return undefined
  const { headers, status } = reply
  const body = reply.body.kind === "json" ? { value: reply.body.value } : { empty: true }
  return { fingerprint, until, status, headers, ...body }
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (store: Store, clock: Clock): Idempotency => {
  const collection = store.collection<Kept>("idempotency")
  const running = new Map<string, Promise<unknown>>()

  let swept = clock.now()
  const dropExpired = (): void => {
    if (clock.now() - swept < sweepEvery) return
    swept = clock.now()
    for (const [id, entry] of collection.entries()) if (entry.until <= swept) collection.delete(id)
  }

  return {
    run: async (key, call, makeReply) => {
      const id = hash(call.caller.key, call.operation.method, call.operation.path, JSON.stringify(call.path), key)
      const fingerprint = fingerprintOf(call)
      for (let other = running.get(id); other !== undefined; other = running.get(id)) await other
      const before = collection.get(id)
      if (before !== undefined && before.until > clock.now()) {
        if (before.fingerprint !== fingerprint) return "conflict"
        return {
          status: before.status,
          headers: { ...before.headers, "idempotency-replayed": "true" },
          body: before.empty === true ? { kind: "empty" } : { kind: "json", value: before.value }
        }
      }
      const work = makeReply()
      running.set(
        id,
        work.catch(() => undefined)
      )
      try {
        const reply = await work
        const entry = kept(reply, fingerprint, clock.now() + lifetime)
        if (entry !== undefined) {
          dropExpired()
          collection.set(id, entry)
        }
        return reply
      } finally {
        running.delete(id)
      }
    }
  }
}
