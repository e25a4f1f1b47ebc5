/**
 * Events that the platform posts to an address of yours.
 *
 * They are signed with the secret of the webhook over the body as it was sent: pass the raw bytes, before anything parses
 * them.
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import * as Decoder from "@trilum/core/Decoder"
import * as Core from "@trilum/core/Webhook"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { WebhookDelivery } from "./generated/shared.js"
import { WebhookDeliverySchema } from "./generated/shared.js"

export { WebhookSignatureError } from "@trilum/core/Webhook"

/**
 * Header of the signature: lower-case hex HMAC-SHA256 of the body, without a prefix.
 *
 * @since 0.1.0
 * @category constants
 */
export const signatureHeader = "x-lvng-signature"

/** Both published lists: the reference has the first six, the guide the rest and the first two and the third. */
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
 * `data` of the events about messages: `sender_id` and `content_type` as the guide has them, with the names of older pages
 * beside them. Nothing of it is certain to be there.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessageData {
  readonly sender_id?: string | null
  readonly content_type?: string | null
  /** Older name of `content_type`. */
  readonly message_type?: string | null
  readonly [field: string]: unknown
}

/**
 * An event by its name, which `event` has as on the wire. Those that are in neither of the published lists are `Unknown`.
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
  /** The secret of the webhook; several while one is replaced by another. */
  readonly secret: Core.Secret | ReadonlyArray<Core.Secret>
  /** Longest body in bytes. Default: 1 MiB. */
  readonly maximumSize?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ReceiveOptions {
  /**
   * Refuses a delivery whose own (signed) timestamp is further from now than this. Default: none, for the platform sends
   * a delivery that failed again, how much later is not known.
   */
  readonly tolerance?: Duration.DurationInput | undefined
  /** Refuses a delivery that was accepted before; only with `tolerance`. */
  readonly seen?: Core.SeenStore | undefined
}

const defaultSize = 1024 * 1024

/**
 * Verifies a delivery and gives the bytes that were signed.
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
  // The name decides tag and data alike, which TypeScript cannot see of a name that is any of them.
  (isKnown(event) && typeof data === "object" && data !== null
    ? { _tag: tags[event], event, timestamp, data }
    : { _tag: "Unknown", event, timestamp, data }) as WebhookEvent

/**
 * Reads a payload, without verifying it.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parse = (payload: Uint8Array | string): Effect.Effect<WebhookEvent, ApiError.DecodeError> =>
  Effect.suspend(() => {
    const refuse = (message: string) => Effect.fail(new ApiError.DecodeError({ platform: "lvng", message, issues: [] }))
    let json: unknown
    try {
      json = JSON.parse(
        typeof payload === "string" ? payload : new TextDecoder("utf-8", { fatal: true }).decode(payload)
      )
    } catch {
      return refuse("the payload of the webhook is not JSON; pass the raw body")
    }
    if (typeof json !== "object" || json === null || !("event" in json) || typeof json.event !== "string") {
      return refuse("the payload of the webhook names no event; expected { event, data, timestamp }")
    }
    // An event that differs from the contract is delivered as it came: the platform does not send it anew.
    return Effect.succeed(tagged(decode(json).value))
  })

/**
 * Verifies a delivery and reads its event.
 *
 * @since 0.1.0
 * @category verification
 */
export const receive = (
  delivery: Delivery,
  options?: ReceiveOptions
): Effect.Effect<WebhookEvent, Core.WebhookSignatureError | ApiError.DecodeError> =>
  Effect.flatMap(verify(delivery, options), parse)
