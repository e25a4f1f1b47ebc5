/**
 * Webhook events: verifies and decodes deliveries of the platform.
 *
 * The platform signs the body with the secret of the webhook. Verify the raw bytes before you parse them.
 *
 * @since 0.1.0
 */
import type * as ApiError from "@trilum/core/ApiError"
import * as Decoder from "@trilum/core/Decoder"
import * as Core from "@trilum/core/Webhook"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { WebhookDelivery } from "./generated/shared.js"
import { WebhookDeliverySchema } from "./generated/shared.js"

export { WebhookSignatureError } from "@trilum/core/Webhook"

/**
 * The header of the signature: HMAC-SHA256 of the body in lower-case hex, without a prefix.
 *
 * @since 0.1.0
 * @category constants
 */
export const signatureHeader = "x-lvng-signature"

/** The two published lists. The reference has the first six; the guide has the first three and the rest. */
const tags = {
  "agent.completed": "AgentCompleted",
  "workflow.completed": "WorkflowCompleted",
  "message.created": "MessageCreated",
  "credit.low": "CreditLow",
  "swarm.spawn": "SwarmSpawn",
  "knowledge.indexed": "KnowledgeIndexed",
  "message.updated": "MessageUpdated",
  "message.deleted": "MessageDeleted",
  "agent.started": "AgentStarted",
  "agent.error": "AgentError",
  "workflow.started": "WorkflowStarted",
  "workflow.failed": "WorkflowFailed",
  "member.joined": "MemberJoined",
  "member.left": "MemberLeft"
} as const

type Tags = typeof tags

type Data = WebhookDelivery["data"]

/**
 * The `data` of message events, with `sender_id` and `content_type` as in the guide and the names of older
 * documentation. Every field may be missing.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessageData {
  readonly sender_id?: string | null
  readonly content_type?: string | null
  /** The former name of `content_type`. */
  readonly message_type?: string | null
  readonly [field: string]: unknown
}

/**
 * An event by name. `event` is the name in the API. An event in neither of the published lists is `Unknown`.
 *
 * @since 0.1.0
 * @category models
 */
export type WebhookEvent =
  | {
      readonly [Name in keyof Tags]: {
        readonly _tag: Tags[Name]
        readonly event: Name
        readonly timestamp: Date
        readonly data: Name extends `message.${string}` ? MessageData : Data
      }
    }[keyof Tags]
  | { readonly _tag: "Unknown"; readonly event: string; readonly timestamp: Date; readonly data: Data }

/**
 * A received delivery.
 *
 * @since 0.1.0
 * @category models
 */
export interface Delivery {
  /** The raw body. */
  readonly payload: Uint8Array | string
  /** The value of {@link signatureHeader}. */
  readonly signature: string | null | undefined
  /** The secret of the webhook, or several during rotation. */
  readonly secret: Core.Secret | ReadonlyArray<Core.Secret>
  /** Maximum size of the body in bytes. Default: 1 MiB. */
  readonly maximumSize?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ReceiveOptions {
  /**
   * Rejects a delivery whose signed timestamp differs from now by more than this. Default: none, because the platform
   * retries failed deliveries after an unknown time.
   */
  readonly tolerance?: Duration.DurationInput | undefined
  /** Rejects a delivery that was accepted before. Requires `tolerance`. */
  readonly seen?: Core.SeenStore | undefined
}

const defaultSize = 1024 * 1024

/**
 * Verifies a delivery and returns the signed bytes.
 *
 * @since 0.1.0
 * @category verification
 */
export const verify = (
  delivery: Delivery,
  options: ReceiveOptions = {}
): Effect.Effect<Uint8Array, Core.WebhookSignatureError> => {
  const { seen, tolerance } = options
  return Core.verify({
    ...delivery,
    maximumSize: delivery?.maximumSize ?? defaultSize,
    platform: "lvng",
    replay: tolerance === undefined ? undefined : { tolerance, seen }
  })
}

const decode = Decoder.compile(WebhookDeliverySchema)

const isKnown = (name: string): name is keyof Tags => Object.hasOwn(tags, name)

const tagged = ({ data, event, timestamp }: WebhookDelivery): WebhookEvent =>
  // The event name determines both tag and data, which TypeScript cannot infer from a union of names.
  (isKnown(event) && typeof data === "object" && data !== null
    ? { _tag: tags[event], event, timestamp, data }
    : { _tag: "Unknown", event, timestamp, data }) as WebhookEvent

/**
 * Decodes a payload without verifying it.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parse = (payload: Uint8Array | string): Effect.Effect<WebhookEvent, ApiError.DecodeError> =>
  // An event that differs from the contract is returned as received, because the platform does not send it a second time.
  Effect.map(Core.parseEvent("lvng", payload), (json) => tagged(decode(json).value))

/**
 * Verifies a delivery and decodes its event.
 *
 * @since 0.1.0
 * @category verification
 */
export const receive = (
  delivery: Delivery,
  options?: ReceiveOptions
): Effect.Effect<WebhookEvent, Core.WebhookSignatureError | ApiError.DecodeError> =>
  Effect.flatMap(verify(delivery, options), parse)
