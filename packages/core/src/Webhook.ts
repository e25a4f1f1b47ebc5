/**
 * Signed deliveries: HMAC-SHA256 over the raw body, with Web Crypto, on every runtime.
 *
 * Verify the bytes as they arrived, before anything parses them: JSON that was parsed and serialized differs.
 *
 * @since 0.1.0
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"
import { DecodeError, tagged } from "./ApiError.js"
import * as Decoder from "./Decoder.js"
import { redactor } from "./Redaction.js"
import type { ResponseSchema } from "./ResponseSchema.js"
import * as Timestamp from "./Timestamp.js"

/**
 * Why a delivery is rejected, checked in this order:
 *
 * - `invalid`: the options are wrong, such as a parsed body in place of the raw one
 * - `too-large`: the body is longer than `maximumSize`
 * - `missing`: there is no signature, or no secret is configured
 * - `malformed`: the signature has another form than expected
 * - `mismatch`: the signature is of another secret or another body
 * - `expired`: the timestamp is outside the tolerance, in the past or in the future, or cannot be read
 * - `replayed`: this delivery was accepted before
 *
 * @since 0.1.0
 * @category models
 */
export type Reason = "invalid" | "too-large" | "missing" | "malformed" | "mismatch" | "expired" | "replayed"

/**
 * A delivery that must not be processed. Answer 401, or 413 for `too-large`. `invalid` is a fault of the receiver.
 *
 * @since 0.1.0
 * @category errors
 */
export class WebhookSignatureError extends tagged("WebhookSignatureError")<{ reason: Reason }> {
  constructor(details: { readonly reason: Reason; readonly message: string; readonly platform: string }) {
    super({ ...details, code: `WEBHOOK_${details.reason.toUpperCase().replace("-", "_")}` })
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export type Secret = Redacted.Redacted<string> | string

/**
 * How the 32 bytes of a signature are written: `hex` is lower case only, `hex-any-case` takes both, `base64` is the
 * standard alphabet with padding.
 *
 * @since 0.1.0
 * @category models
 */
export type SignatureEncoding = "hex" | "hex-any-case" | "base64"

/**
 * Stores the ids of accepted deliveries. Several processes need a shared one, such as `SET NX EX` in Redis.
 *
 * @since 0.1.0
 * @category models
 */
export interface SeenStore {
  /** Stores `id` for at least `keepFor`. `true` when it is new; atomic, so that of two calls one gets `true`. */
  readonly add: (id: string, keepFor: Duration.Duration) => Effect.Effect<boolean>
}

/**
 * Rejects deliveries that are repeated by an attacker. The timestamp only helps when the signature covers it.
 *
 * @since 0.1.0
 * @category models
 */
export interface ReplayOptions {
  /** Largest distance of the timestamp from now, in the past or in the future. */
  readonly tolerance: Duration.DurationInput
  /**
   * Time of the delivery: ISO 8601 text (UTC without an offset), or seconds or, from 10^11 on, milliseconds since
   * 1970 as a number or text. Default: the field `timestamp` of a JSON body.
   */
  readonly timestamp?: string | number | Date | ((body: Uint8Array) => string | number | Date | undefined) | undefined
  /** Rejects a repeated delivery. Ids are kept for twice the tolerance, the longest that a timestamp passes. */
  readonly seen?: SeenStore | undefined
  /** Id of the delivery in `seen`. Default: its signature, which is the same for the same body. */
  readonly id?: string | ((body: Uint8Array) => string | undefined) | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SignOptions {
  readonly secret: Secret
  readonly payload: Uint8Array | string
  /** Default `hex`. */
  readonly encoding?: SignatureEncoding | undefined
  /** Text before the signature, such as `sha256=`. Default none. */
  readonly prefix?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface VerifyOptions extends Omit<SignOptions, "secret"> {
  /** One secret, or several during a rotation: any of them may have signed. Empty ones never match. */
  readonly secret: Secret | ReadonlyArray<Secret>
  /** The value of the header. */
  readonly signature: string | null | undefined
  readonly replay?: ReplayOptions | undefined
  /** Bytes. Default none: limit bodies where they are read. */
  readonly maximumSize?: number | undefined
  /** `platform` of errors. Default `webhook`. */
  readonly platform?: string | undefined
}

/**
 * Verifies a delivery and returns the bytes that were signed. Wrong options fail with reason `invalid`, they never throw.
 *
 * @since 0.1.0
 * @category verification
 */
export const verify = (options: VerifyOptions): Effect.Effect<Uint8Array, WebhookSignatureError> =>
  Effect.catchAllDefect(
    Effect.suspend(() => verified(options)),
    (defect) =>
      reject("invalid", `the options cannot be used (${redactor.error(defect)?.message}).`, platformOf(options))
  )

const reject = (reason: Reason, message: string, platform: string): Effect.Effect<never, WebhookSignatureError> =>
  Effect.fail(new WebhookSignatureError({ reason, message: `Rejected a webhook: ${message}`, platform }))

const platformOf = (options: unknown): string =>
  typeof options === "object" && options !== null && "platform" in options && typeof options.platform === "string"
    ? options.platform
    : "webhook"

const verified = (options: VerifyOptions): Effect.Effect<Uint8Array, WebhookSignatureError> =>
  Effect.gen(function* () {
    const { encoding = "hex", maximumSize, payload, prefix = "", replay, signature } = options
    const fail = (reason: Reason, message: string) => reject(reason, message, platformOf(options))

    if (!isRaw(payload)) return yield* fail("invalid", "its payload is not the raw body. Pass the bytes or the text.")
    if (!Object.hasOwn(FORMS, encoding) || typeof prefix !== "string") {
      return yield* fail("invalid", `encoding must be one of ${Object.keys(FORMS).join(", ")}, and prefix a text.`)
    }
    if (maximumSize !== undefined && !(typeof maximumSize === "number" && maximumSize >= 0)) {
      return yield* fail("invalid", "maximumSize must be a number of bytes.")
    }
    // A text has at least as many bytes as characters: one that is too long is not encoded.
    const body = payload.length > (maximumSize ?? Infinity) ? undefined : toBytes(payload)
    if (body === undefined || body.length > (maximumSize ?? Infinity)) {
      return yield* fail("too-large", `its body has more than the ${maximumSize} bytes allowed.`)
    }
    const secrets = keysOf(options.secret)
    if (secrets.length === 0) return yield* fail("missing", "no secret is configured to verify it with.")
    if (signature === undefined || signature === null || signature === "") {
      return yield* fail("missing", "it has no signature. Check the name of the header.")
    }
    const given = parseSignature(signature, encoding, prefix)
    if (given === undefined) {
      return yield* fail("malformed", `its signature is not ${prefix}<${encoding} of 32 bytes>.`)
    }
    const matches = yield* Effect.promise(() => anyMatches(secrets, body, given))
    if (!matches) {
      return yield* fail("mismatch", "its signature is not of this body. Pass the raw bytes and the endpoint's secret.")
    }
    if (replay !== undefined) {
      const tolerance = Duration.decode(replay.tolerance)
      const now = yield* Clock.currentTimeMillis
      const at = millisOf(
        typeof replay.timestamp === "function" ? replay.timestamp(body) : (replay.timestamp ?? timestampOf(body))
      )
      if (at === undefined) return yield* fail("expired", "it has no timestamp that can be read.")
      if (!(Math.abs(now - at) <= Duration.toMillis(tolerance))) {
        return yield* fail("expired", `its timestamp is further than ${Duration.format(tolerance)} from now.`)
      }
      const id = (typeof replay.id === "function" ? replay.id(body) : replay.id) ?? Encoding.encodeHex(given)
      if (replay.seen !== undefined && !(yield* replay.seen.add(id, Duration.times(tolerance, 2)))) {
        return yield* fail("replayed", "it was accepted before.")
      }
    }
    return body
  })

/**
 * Verifies a delivery, then decodes its JSON body.
 *
 * @since 0.1.0
 * @category verification
 */
export const verifyJson = <A>(
  schema: ResponseSchema<A>,
  options: VerifyOptions
): Effect.Effect<A, WebhookSignatureError | DecodeError> => {
  const decode = Decoder.compile(schema)
  return Effect.flatMap(verify(options), (body) => {
    const platform = platformOf(options)
    const json = parseJson(body)
    if (json === undefined) {
      return Effect.fail(
        new DecodeError({ platform, message: "The body of this webhook is signed but is not JSON.", issues: [] })
      )
    }
    const result = decode(json.value)
    if (result.ok) return Effect.succeed(result.value)
    const places = result.differences.map((issue) => `${issue.path}: ${issue.message}`).join("; ")
    return Effect.fail(
      new DecodeError({
        platform,
        message: `The body of this webhook is signed but is not what the schema says: ${places}`,
        issues: result.differences
      })
    )
  })
}

/**
 * The JSON of a delivery, whose field `event` names the event. Does not verify anything.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parseEvent = (
  platform: string,
  payload: Uint8Array | string
): Effect.Effect<{ readonly event: string; readonly [field: string]: unknown }, DecodeError> =>
  Effect.suspend(() => {
    const fail = (message: string) => Effect.fail(new DecodeError({ platform, message, issues: [] }))
    const json = parseJson(payload)
    if (json === undefined) return fail("the webhook payload is not JSON; pass the raw body")
    const { value } = json
    return typeof value === "object" && value !== null && "event" in value && typeof value.event === "string"
      ? Effect.succeed({ ...value, event: value.event })
      : fail("the webhook payload has no event; expected { event, data, timestamp }")
  })

/**
 * Whether {@link verify} accepts a delivery. `false` for anything wrong with it, and for wrong options.
 *
 * @since 0.1.0
 * @category verification
 */
export const isValid = (options: VerifyOptions): Effect.Effect<boolean> =>
  Effect.match(verify(options), { onFailure: () => false, onSuccess: () => true })

/**
 * Writes the signature of a body, for tests and emulators. Fails with reason `missing` for an empty secret.
 *
 * @since 0.1.0
 * @category constructors
 */
export const sign = (options: SignOptions): Effect.Effect<string, WebhookSignatureError> =>
  Effect.suspend(() => {
    const { payload } = options
    const [secret] = keysOf(options.secret)
    const fail = (reason: Reason, message: string) =>
      Effect.fail(new WebhookSignatureError({ reason, message, platform: "webhook" }))
    if (secret === undefined) return fail("missing", "Cannot sign a webhook with an empty secret.")
    if (!isRaw(payload)) return fail("invalid", "Cannot sign a webhook: its payload is neither bytes nor text.")
    const write = options.encoding === "base64" ? Encoding.encodeBase64 : Encoding.encodeHex
    return Effect.map(
      Effect.promise(() => hmac(secret, toBytes(payload))),
      (signature) => `${options.prefix ?? ""}${write(signature)}`
    )
  })

/**
 * Remembers deliveries in this process, each for its time. Time is the Clock's.
 *
 * @since 0.1.0
 * @category constructors
 */
export const seenInMemory: Effect.Effect<SeenStore> = Effect.sync(() => {
  const until = new Map<string, number>()
  let sweepAt = 0
  return {
    add: (id, keepFor) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        if (now >= sweepAt) {
          for (const [known, end] of until) if (end < now) until.delete(known)
          sweepAt = now + Duration.toMillis(keepFor)
        }
        const end = until.get(id)
        if (end !== undefined && end >= now) return false
        until.set(id, now + Duration.toMillis(keepFor))
        return true
      })
  }
})

type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()

/** Other values may have a `length`: as an array-like, `{"length": 2e8}` would be copied. */
const isRaw = (payload: unknown): payload is Uint8Array | string =>
  typeof payload === "string" || (ArrayBuffer.isView(payload) && payload instanceof Uint8Array)

/** A copy, which nobody can change between the check and the use. */
const toBytes = (payload: Uint8Array | string): Bytes =>
  new Uint8Array(typeof payload === "string" ? encoder.encode(payload) : payload)

/** The secrets that can sign: texts that are not empty. */
const keysOf = (secret: unknown): ReadonlyArray<Bytes> =>
  (Array.isArray(secret) ? secret : [secret])
    .map((one: unknown) => (Redacted.isRedacted(one) ? Redacted.value(one) : one))
    .flatMap((key) => (typeof key === "string" && key !== "" ? [toBytes(key)] : []))

const ALGORITHM = { name: "HMAC", hash: "SHA-256" }

const hmac = async (secret: Bytes, body: Bytes): Promise<Bytes> => {
  const { subtle } = globalThis.crypto
  const key = await subtle.importKey("raw", secret, ALGORITHM, false, ["sign"])
  return new Uint8Array(await subtle.sign(ALGORITHM, key, body))
}

/** Compares every byte with every secret, whatever matches: the time taken reveals nothing. */
const anyMatches = async (secrets: ReadonlyArray<Bytes>, body: Bytes, given: Uint8Array): Promise<boolean> => {
  let matches = 0
  for (const secret of secrets) {
    const expected = await hmac(secret, body)
    let difference = 0
    for (let i = 0; i < SIZE; i++) difference |= (expected[i] ?? 0) ^ (given[i] ?? 0)
    matches |= Number(difference === 0)
  }
  return matches === 1
}

/** Bytes of SHA-256. */
const SIZE = 32

const FORMS: Readonly<Record<SignatureEncoding, RegExp>> = {
  hex: /^[0-9a-f]{64}$/,
  "hex-any-case": /^[0-9A-Fa-f]{64}$/,
  base64: /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/
}

const parseSignature = (text: unknown, encoding: SignatureEncoding, prefix: string): Uint8Array | undefined => {
  if (typeof text !== "string" || !text.startsWith(prefix)) return undefined
  const digits = text.slice(prefix.length)
  if (!FORMS[encoding].test(digits)) return undefined
  const decoded = encoding === "base64" ? Encoding.decodeBase64(digits) : Encoding.decodeHex(digits.toLowerCase())
  return decoded._tag === "Right" && decoded.right.length === SIZE ? decoded.right : undefined
}

const parseJson = (body: Uint8Array | string): { readonly value: unknown } | undefined => {
  try {
    return {
      value: JSON.parse(typeof body === "string" ? body : new TextDecoder("utf-8", { fatal: true }).decode(body))
    }
  } catch {
    return undefined
  }
}

const timestampOf = (body: Uint8Array): string | number | undefined => {
  const json = parseJson(body)?.value
  if (typeof json !== "object" || json === null || !("timestamp" in json)) return undefined
  return typeof json.timestamp === "string" || typeof json.timestamp === "number" ? json.timestamp : undefined
}

const millisOf = (timestamp: string | number | Date | undefined): number | undefined => {
  if (timestamp === undefined) return undefined
  const date = timestamp instanceof Date ? timestamp : Timestamp.parseAny(timestamp)
  const millis = date?.getTime()
  return Number.isNaN(millis) ? undefined : millis
}
