/**
 * `trilum lumnis webhooks verify`.
 *
 * @since 0.1.0
 */
import type { Command, Group } from "../../Command.js"

const verify: Command = {
  _tag: "Command",
  path: ["lumnis", "webhooks", "verify"],
  summary: "Check that a delivery is signed with your secret, and read its event. Offline, without a key.",
  description: "Prints the event as JSON. The body has to be the bytes as they came: formatted anew it is another one.",
  arguments: [{ name: "body", summary: "A file with the body; - or nothing reads it from stdin", required: false }],
  options: [
    {
      name: "signature",
      type: "string",
      placeholder: "HEX",
      summary: "The header x-webhook-signature of the delivery",
      required: true
    },
    {
      name: "secret-file",
      type: "string",
      placeholder: "FILE",
      summary: "The secret it is signed with: from a file, from stdin with -, else typed unseen"
    },
    {
      name: "tolerance",
      type: "string",
      placeholder: "DURATION",
      summary: "Refuse a delivery whose own timestamp is further from now, as one that is sent again"
    }
  ],
  examples: ["lumnis webhooks verify webhook.json --signature 9f86d081... --secret-file webhook.secret"],
  notes: ["Exit code: 0 when it is signed and an event, else 1."],
  run: async (invocation) => (await import("./verifying.js")).runVerify(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const webhooks: Group = {
  _tag: "Group",
  path: ["lumnis", "webhooks"],
  summary: "Deliveries of events.",
  entries: [
    { name: "verify", summary: "Check the signature of a delivery, and read its event", load: async () => verify }
  ]
}
