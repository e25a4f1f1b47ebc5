import { createHmac } from "node:crypto"
import { assert, describe, it } from "@effect/vitest"
import * as Core from "@trilum/core/Webhook"
import { failure } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { verifyWebhook } from "../src/promise.js"
import * as Webhook from "../src/Webhook.js"

const secret = "whsec_canary"
const body = (event: string, data: object = {}) =>
  JSON.stringify({ event, timestamp: "1970-01-01T00:01:00.000Z", data })
/** As the platform is said to sign: hex HMAC-SHA256 of the payload, no prefix. */
const sign = (payload: string) => createHmac("sha256", secret).update(payload).digest("hex")
const delivery = (payload: string) => ({ payload, secret, signature: sign(payload) })

describe("webhooks (section 10, section 15 conflict 12)", () => {
  it.effect("every event of both published lists has a tag of its own", () =>
    Effect.gen(function* () {
      const names =
        "agent.completed workflow.completed message.created credit.low swarm.spawn knowledge.indexed message.updated " +
        "message.deleted agent.started agent.error workflow.started workflow.failed member.joined member.left"
      for (const name of names.split(" ")) {
        const event = yield* Webhook.receive(delivery(body(name, { id: 1 })))
        const tag = name.replaceAll(/(?:^|\.)(\w)/g, (_, letter: string) => letter.toUpperCase())
        assert.deepStrictEqual<unknown>(event, { _tag: tag, event: name, timestamp: new Date(60_000), data: { id: 1 } })
      }
    })
  )

  it.effect("an event that is in neither list is passed on as Unknown", () =>
    Effect.gen(function* () {
      const event = yield* Webhook.receive(delivery(body("room.opened", { a: 1 })))
      assert.deepInclude(event, { _tag: "Unknown", event: "room.opened", data: { a: 1 } })
    })
  )

  it.effect("a message has sender_id, and its type under the newer or the older name", () =>
    Effect.gen(function* () {
      const event = yield* Webhook.parse(body("message.created", { sender_id: "u1", content_type: "text" }))
      assert.strictEqual(event._tag === "MessageCreated" && event.data.sender_id, "u1")
      const older = yield* Webhook.parse(body("message.created", { message_type: "text" }))
      assert.strictEqual(older._tag === "MessageCreated" && older.data.message_type, "text")
    })
  )

  it.effect("the raw bytes decide: the same JSON written again is refused", () =>
    Effect.gen(function* () {
      const payload = body("credit.low").replace(",", ", ")
      const signed = delivery(payload)
      yield* Webhook.verify(signed)
      yield* Webhook.verify({ ...signed, payload: new TextEncoder().encode(payload) })
      const second = { ...signed, payload: JSON.stringify(JSON.parse(payload)) }
      assert.include(yield* failure(Webhook.verify(second)), { _tag: "WebhookSignatureError", reason: "mismatch" })
    })
  )

  it.effect("no signature, another secret, a prefix and upper case are refused, each with its reason", () =>
    Effect.gen(function* () {
      const payload = body("credit.low")
      const good = delivery(payload)
      const reason = (change: Partial<Webhook.Delivery>) =>
        Effect.map(failure(Webhook.receive({ ...good, ...change })), (error) => Reflect.get(error, "reason"))
      assert.strictEqual(yield* reason({ signature: undefined }), "missing")
      assert.strictEqual(yield* reason({ secret: "" }), "missing")
      assert.strictEqual(yield* reason({ secret: "other" }), "mismatch")
      assert.strictEqual(yield* reason({ signature: `sha256=${good.signature}` }), "malformed")
      assert.strictEqual(yield* reason({ signature: good.signature.toUpperCase() }), "malformed")
      yield* Webhook.receive({ ...good, secret: ["new", secret] })
    })
  )

  it.effect("a body beyond the maximum is refused before it is read; a mebibyte is the default", () =>
    Effect.gen(function* () {
      const large = delivery(body("credit.low", { text: "x".repeat(1024 * 1024) }))
      assert.include(yield* failure(Webhook.receive(large)), { reason: "too-large" })
      yield* Webhook.receive({ ...large, maximumSize: 2 * 1024 * 1024 })
    })
  )

  it.effect("a delivery that is late, or came before, is refused when asked", () =>
    Effect.gen(function* () {
      const signed = delivery(body("credit.low"))
      yield* TestClock.setTime(360_000)
      yield* Webhook.receive(signed)
      const seen = yield* Core.seenInMemory
      const options = { tolerance: "5 minutes", seen } as const
      yield* Webhook.receive(signed, options)
      assert.include(yield* failure(Webhook.receive(signed, options)), { reason: "replayed" })
      yield* TestClock.setTime(360_001)
      assert.include(yield* failure(Webhook.receive(signed, options)), { reason: "expired" })
    })
  )

  it.effect("a signed body that is no event is a DecodeError without the secret", () =>
    Effect.gen(function* () {
      for (const payload of ["not json", "[]", "{}", `{"event":7}`]) {
        const error = yield* failure(Webhook.receive(delivery(payload)))
        assert.strictEqual(error._tag, "DecodeError")
        assert.notInclude(JSON.stringify(error), secret)
      }
    })
  )
})

describe("verifyWebhook with values that no type allows", () => {
  const good = delivery(body("credit.low"))
  const wrong: ReadonlyArray<readonly [string, unknown]> = [
    ["nothing", undefined],
    ["no secret", { ...good, secret: undefined }],
    ["a list for a signature", { ...good, signature: [good.signature] }],
    ["a parsed body", { ...good, payload: { length: 2e8 } }],
    ["a size that is no number", { ...good, maximumSize: "1mb" }]
  ]
  for (const [name, delivery] of wrong) {
    it(`${name} rejects with a typed error`, async () => {
      const verify: Promise<unknown> = Reflect.apply(verifyWebhook, undefined, [delivery])
      assert.instanceOf(await verify.catch((error: unknown) => error), Webhook.WebhookSignatureError)
    })
  }
})
