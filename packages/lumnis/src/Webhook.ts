/**
 * Events that the platform posts to an address of yours.
 *
 * They are signed with a shared secret over the body as it was sent: verify the raw bytes, before anything parses them.
 *
 * @since 0.1.0
 */
import * as Decoder from "@trilum/core/Decoder"
import * as Timestamp from "@trilum/core/Timestamp"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Schema from "effect/Schema"
import * as Shared from "./generated/shared.js"
import { respell } from "./internal/spelling.js"
import { WebhookError } from "./LumnisError.js"

/**
 * Header of the signature: lower-case hex HMAC-SHA256 of the body, without a prefix.
 *
 * @since 0.1.0
 * @category constants
 */
export const signatureHeader = "x-webhook-signature"

/**
 * An event of the contract, or one it does not know yet: `event` and `data` of an `Unknown` are as they came.
 *
 * @since 0.1.0
 * @category models
 */
export type WebhookEvent =
  | { readonly _tag: "MessageSent" } & Shared.MessageSentWebhook
  | { readonly _tag: "MessageReceived" } & Shared.MessageReceivedWebhook
  | { readonly _tag: "ConnectionAccepted" } & Shared.ConnectionAcceptedWebhook
  | { readonly _tag: "SequenceStepCompleted" } & Shared.SequenceStepCompletedWebhook
  | { readonly _tag: "SequenceApprovalNeeded" } & Shared.SequenceApprovalNeededWebhook
  | { readonly _tag: "SequenceExecutionCompleted" } & Shared.SequenceExecutionCompletedWebhook
  | { readonly _tag: "SequenceExecutionFailed" } & Shared.SequenceExecutionFailedWebhook
  | { readonly _tag: "Unknown"; readonly event: string; readonly data: unknown; readonly timestamp: unknown }

/**
 * A delivery as it came in.
 *
 * @since 0.1.0
 * @category models
 */
export interface Delivery {
  /** The body before anything parsed it. */
  readonly payload: Uint8Array | string
  /** The value of {@link signatureHeader}. */
  readonly signature: string | null | undefined
  readonly secret: Redacted.Redacted<string> | string
}

/**
 * Whether the signature is that of the payload. `false`, never an error, for a missing or empty signature or secret,
 * another length, upper-case hex and prefixes such as `sha256=`.
 *
 * @since 0.1.0
 * @category verification
 */
export const verify = (delivery: Delivery): Effect.Effect<boolean> => Effect.promise(() => isSigned(delivery))

const encoder = new TextEncoder()

const isSigned = async ({ payload, secret, signature }: Delivery): Promise<boolean> => {
  const key = encoder.encode(typeof secret === "string" ? secret : Redacted.value(secret))
  if (key.length === 0 || typeof signature !== "string" || !/^[0-9a-f]{64}$/.test(signature)) return false
  const { subtle } = globalThis.crypto
  const algorithm = { name: "HMAC", hash: "SHA-256" }
  const given = Uint8Array.from({ length: 32 }, (_, index) => Number.parseInt(signature.slice(index * 2, index * 2 + 2), 16))
  const body = typeof payload === "string" ? encoder.encode(payload) : new Uint8Array(payload)
  // `subtle.verify` compares in constant time.
  return subtle.verify(algorithm, await subtle.importKey("raw", key, algorithm, false, ["verify"]), given, body)
}

const reader = <Tag extends string, A extends object>(
  _tag: Tag,
  schema: Schema.Schema<A, unknown>
): ((json: unknown) => Decoder.DecodeResult<{ readonly _tag: Tag } & A>) => {
  const decode = Decoder.compile(schema)
  return (json) => {
    const result = decode(respell(schema, json))
    return result.ok ? { ok: true, value: { _tag, ...result.value } } : result
  }
}

/** Known events by their name on the wire. */
const readers: Readonly<Record<string, (json: unknown) => Decoder.DecodeResult<WebhookEvent>>> = {
  "message.sent": reader("MessageSent", Shared.MessageSentWebhookSchema),
  "message.received": reader("MessageReceived", Shared.MessageReceivedWebhookSchema),
  "connection.accepted": reader("ConnectionAccepted", Shared.ConnectionAcceptedWebhookSchema),
  "sequence.step_completed": reader("SequenceStepCompleted", Shared.SequenceStepCompletedWebhookSchema),
  "sequence.approval_needed": reader("SequenceApprovalNeeded", Shared.SequenceApprovalNeededWebhookSchema),
  "sequence.execution_completed": reader("SequenceExecutionCompleted", Shared.SequenceExecutionCompletedWebhookSchema),
  "sequence.execution_failed": reader("SequenceExecutionFailed", Shared.SequenceExecutionFailedWebhookSchema)
}

/**
 * Reads a payload, without verifying it. The spelling of fields on the wire is not documented, so `prospect_id` is read
 * as `prospectId` where the contract says that. Fails with reason `payload` for what is no event.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parse = (payload: Uint8Array | string): Effect.Effect<WebhookEvent, WebhookError> =>
  Effect.suspend(() => {
    const refuse = (message: string, issues: ReadonlyArray<Decoder.Issue> = []) =>
      Effect.fail(new WebhookError({ reason: "payload", message, issues }))
    let json: unknown
    try {
      json = JSON.parse(typeof payload === "string" ? payload : new TextDecoder("utf-8", { fatal: true }).decode(payload))
    } catch {
      return refuse("the payload of the webhook is not JSON; pass the raw body")
    }
    if (typeof json !== "object" || json === null || !("event" in json) || typeof json.event !== "string") {
      return refuse("the payload of the webhook names no event; expected { event, data, timestamp }")
    }
    const read = Object.hasOwn(readers, json.event) ? readers[json.event] : undefined
    if (read === undefined) {
      return Effect.succeed<WebhookEvent>({
        _tag: "Unknown",
        event: json.event,
        data: "data" in json ? json.data : undefined,
        timestamp: "timestamp" in json ? json.timestamp : undefined
      })
    }
    const result = read(json)
    if (result.ok) return Effect.succeed(result.value)
    const where = result.issues.map((issue) => `${issue.path}: ${issue.message}`).join("; ")
    return refuse(`the webhook ${json.event} is not what the contract says: ${where}`, result.issues)
  })

/**
 * Verifies a delivery and reads its event. Fails with reason `signature` for one that is not signed, and with reason
 * `stale` for one whose own (signed) timestamp is further from now than `tolerance`, for the signature itself protects
 * from no replay.
 *
 * @since 0.1.0
 * @category verification
 */
export const receive = (
  delivery: Delivery,
  options?: { readonly tolerance?: Duration.DurationInput | undefined }
): Effect.Effect<WebhookEvent, WebhookError> =>
  Effect.gen(function*() {
    if (!(yield* verify(delivery))) {
      return yield* Effect.fail(
        new WebhookError({
          reason: "signature",
          message: `the webhook is not signed with this secret; pass the raw body and the header ${signatureHeader}`
        })
      )
    }
    const event = yield* parse(delivery.payload)
    if (options?.tolerance === undefined) return event
    const now = yield* Clock.currentTimeMillis
    const at = event.timestamp instanceof Date
      ? event.timestamp.getTime()
      : typeof event.timestamp === "string"
      ? Timestamp.parse(event.timestamp)?.getTime()
      : undefined
    return at === undefined || Math.abs(now - at) > Duration.toMillis(options.tolerance)
      ? yield* Effect.fail(
        new WebhookError({
          reason: "stale",
          message: `the webhook is not from within ${Duration.format(Duration.decode(options.tolerance))} of now`
        })
      )
      : event
  })
