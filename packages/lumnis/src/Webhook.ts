/**
 * Webhook events: verifies and decodes deliveries of the platform.
 *
 * The platform signs the body with a shared secret. Verify the raw bytes before you parse them.
 *
 * @since 0.1.0
 */
import type { DecodeError } from "@trilum/core/ApiError"
import * as Decoder from "@trilum/core/Decoder"
import type { Node, ResponseSchema } from "@trilum/core/ResponseSchema"
import * as Core from "@trilum/core/Webhook"
import * as Effect from "effect/Effect"
import * as Shared from "./generated/shared.js"

/**
 * The header of the signature: HMAC-SHA256 of the body in lower-case hex, without a prefix.
 *
 * @since 0.1.0
 * @category constants
 */
export const signatureHeader = "x-webhook-signature"

/**
 * An event of the contract, or an `Unknown` with `event` and `data` as received.
 *
 * @since 0.1.0
 * @category models
 */
export type WebhookEvent =
  | ({ readonly _tag: "MessageSent" } & Shared.MessageSentWebhook)
  | ({ readonly _tag: "MessageReceived" } & Shared.MessageReceivedWebhook)
  | ({ readonly _tag: "ConnectionAccepted" } & Shared.ConnectionAcceptedWebhook)
  | ({ readonly _tag: "SequenceStepCompleted" } & Shared.SequenceStepCompletedWebhook)
  | ({ readonly _tag: "SequenceApprovalNeeded" } & Shared.SequenceApprovalNeededWebhook)
  | ({ readonly _tag: "SequenceExecutionCompleted" } & Shared.SequenceExecutionCompletedWebhook)
  | ({ readonly _tag: "SequenceExecutionFailed" } & Shared.SequenceExecutionFailedWebhook)
  | { readonly _tag: "Unknown"; readonly event: string; readonly data: unknown; readonly timestamp: unknown }

/**
 * A received delivery: the raw body (`payload`), the value of {@link signatureHeader} (`signature`), and the `secret`,
 * or several during rotation. The signature does not prevent a replay. `replay` does, with the timestamp in the signed
 * body.
 *
 * @since 0.1.0
 * @category models
 */
export interface Delivery
  extends Pick<Core.VerifyOptions, "payload" | "signature" | "secret" | "replay" | "maximumSize"> {}

const optionsOf = (delivery: Delivery): Core.VerifyOptions => ({ ...delivery, platform: "lumnis" })

/**
 * Whether a delivery has a valid signature. `false`, never an error, for a missing or empty signature or secret, a
 * wrong length, upper-case hex and prefixes such as `sha256=`.
 *
 * @since 0.1.0
 * @category verification
 */
export const verify = (delivery: Delivery): Effect.Effect<boolean> => Core.isValid(optionsOf(delivery))

/**
 * Copies `input` and renames its snake-case fields to the names in `schema`: `prospect_id` becomes `prospectId` if the
 * schema has that name. Fields that are not in the schema are unchanged.
 */
const respell = (schema: ResponseSchema<unknown>, input: unknown): unknown => fitted(schema.node, input)

const fitted = (node: Node, input: unknown): unknown => {
  if (typeof input !== "object" || input === null) return input
  switch (node.kind) {
    case "lazy":
      return fitted(node.of().node, input)
    case "nullable":
      return fitted(node.of.node, input)
    case "union": {
      const member = node.members.find(({ node: { kind } }) => kind === "struct" || kind === "array" || kind === "lazy")
      return member === undefined ? input : fitted(member.node, input)
    }
    case "array":
      return Array.isArray(input) ? input.map((item) => fitted(node.item.node, item)) : input
    case "struct": {
      if (Array.isArray(input)) return input
      const out: Record<string, unknown> = { ...input }
      for (const [name, field] of Object.entries(node.fields())) {
        const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        if (!(name in out) && snake in out) {
          out[name] = out[snake]
          delete out[snake]
        }
        if (name in out) out[name] = fitted(("optional" in field ? field.optional : field).node, out[name])
      }
      return out
    }
    default:
      return input
  }
}

const reader = <Tag extends string, A extends object>(
  _tag: Tag,
  schema: ResponseSchema<A>
): ((json: unknown) => { readonly _tag: Tag } & A) => {
  const decode = Decoder.compile(schema)
  return (json) => ({ _tag, ...decode(respell(schema, json)).value })
}

/** Decoders of the known events, by event name. */
const readers: Readonly<Record<string, (json: unknown) => WebhookEvent>> = {
  "message.sent": reader("MessageSent", Shared.MessageSentWebhookSchema),
  "message.received": reader("MessageReceived", Shared.MessageReceivedWebhookSchema),
  "connection.accepted": reader("ConnectionAccepted", Shared.ConnectionAcceptedWebhookSchema),
  "sequence.step_completed": reader("SequenceStepCompleted", Shared.SequenceStepCompletedWebhookSchema),
  "sequence.approval_needed": reader("SequenceApprovalNeeded", Shared.SequenceApprovalNeededWebhookSchema),
  "sequence.execution_completed": reader("SequenceExecutionCompleted", Shared.SequenceExecutionCompletedWebhookSchema),
  "sequence.execution_failed": reader("SequenceExecutionFailed", Shared.SequenceExecutionFailedWebhookSchema)
}

/**
 * Decodes a payload without verifying it. The spelling of field names is not documented, so `prospect_id` is read as
 * `prospectId` where the contract has that name.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parse = (payload: Uint8Array | string): Effect.Effect<WebhookEvent, DecodeError> =>
  Effect.map(Core.parseEvent("lumnis", payload), (json): WebhookEvent => {
    const { data, event, timestamp } = json
    const read = Object.hasOwn(readers, event) ? readers[event] : undefined
    // An event that differs from the contract is returned as received, because the platform does not send it a second time.
    return read === undefined || typeof data !== "object" || data === null
      ? { _tag: "Unknown", event, data, timestamp }
      : read(json)
  })

/**
 * Verifies a delivery and decodes its event.
 *
 * @since 0.1.0
 * @category verification
 */
export const receive = (delivery: Delivery): Effect.Effect<WebhookEvent, Core.WebhookSignatureError | DecodeError> =>
  Effect.flatMap(Core.verify(optionsOf(delivery)), parse)
