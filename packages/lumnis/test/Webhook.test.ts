import { createHmac } from "node:crypto"
import { assert, describe, it } from "@effect/vitest"
import { sign } from "@trilum/core/Webhook"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import { receiveWebhook, verifyWebhook, WebhookSignatureError } from "../src/promise.js"
import * as Webhook from "../src/Webhook.js"

const secret = "whsec_ä_test"

const signed = (body: string | Uint8Array) => createHmac("sha256", secret).update(body).digest("hex")

const delivery = (body: object | string): Webhook.Delivery => {
  const payload = typeof body === "string" ? body : JSON.stringify(body)
  return { payload, signature: signed(payload), secret }
}

const sent = {
  event: "message.sent",
  timestamp: "2025-09-14T19:24:28Z",
  data: {
    conversationId: "c",
    prospectExternalId: "p",
    projectId: null,
    channel: "linkedin",
    outreachMethod: "message",
    lastMessage: { id: "m", content: "Hi", senderType: "user", sentAt: "2025-09-14T19:24:27" }
  }
}

describe("verifying a webhook", () => {
  const body = '{"event":"x"}'
  const good = signed(body)
  const table: ReadonlyArray<readonly [string, string | null | undefined, string, boolean]> = [
    ["the signature of the body", good, secret, true],
    ["upper-case hex", good.toUpperCase(), secret, false],
    ["a prefix", `sha256=${good}`, secret, false],
    ["another length", good.slice(0, 63), secret, false],
    ["nothing", "", secret, false],
    ["no header", undefined, secret, false],
    ["a null header", null, secret, false],
    ["multi-byte characters (defect 27)", "ü".repeat(32), secret, false],
    ["64 multi-byte characters (defect 27)", "ü".repeat(64), secret, false],
    ["an empty secret", createHmac("sha256", "").update(body).digest("hex"), "", false],
    ["another secret", good, "other", false],
    ["the signature of another body", signed("{}"), secret, false]
  ]
  for (const [name, signature, key, expected] of table) {
    it.effect(`${name} is ${expected ? "accepted" : "refused"}`, () =>
      Effect.map(Webhook.verify({ payload: body, signature, secret: key }), (ok) => assert.strictEqual(ok, expected))
    )
  }

  it.effect("is over the raw bytes, with any of the secrets in rotation", () =>
    Effect.gen(function* () {
      const bytes = new Uint8Array([0xff, 0x00, 0xfe])
      const signature = signed(bytes)
      assert.isTrue(yield* Webhook.verify({ payload: bytes, signature, secret: ["new", Redacted.make(secret)] }))
      assert.isFalse(yield* Webhook.verify({ payload: new Uint8Array([0xff, 0x00]), signature, secret }))
      assert.strictEqual(yield* sign({ payload: bytes, secret }), signature)
    })
  )
})

describe("reading a webhook", () => {
  it.effect("a known event is typed by its tag", () =>
    Effect.gen(function* () {
      const event = yield* Webhook.receive(delivery(sent))
      if (event._tag !== "MessageSent") return assert.fail(event._tag)
      assert.strictEqual(event.event, "message.sent")
      assert.strictEqual(event.data.lastMessage.content, "Hi")
      assert.deepStrictEqual(event.data.lastMessage.sentAt, new Date("2025-09-14T19:24:27Z"))
      assert.deepStrictEqual(event.timestamp, new Date("2025-09-14T19:24:28Z"))
    })
  )

  it.effect("snake case is read as the contract's spelling, and unknown fields stay as they are", () =>
    Effect.gen(function* () {
      const event = yield* Webhook.parse(
        JSON.stringify({
          event: "message.received",
          timestamp: sent.timestamp,
          data: {
            conversation_id: "c",
            prospect_external_id: "p",
            channel: "email",
            brand_new: { inner_key: 1 },
            last_message: { sender_type: "prospect", sent_at: "2025-09-14T19:24:27Z", sender_name: "Eve" }
          }
        })
      )
      if (event._tag !== "MessageReceived") return assert.fail(event._tag)
      assert.deepStrictEqual<object>(event.data, {
        conversationId: "c",
        prospectExternalId: "p",
        channel: "email",
        brand_new: { inner_key: 1 },
        lastMessage: { senderType: "prospect", sentAt: new Date("2025-09-14T19:24:27Z"), senderName: "Eve" }
      })
    })
  )

  it.effect("both spellings of one field: the contract's wins and the other stays", () =>
    Effect.gen(function* () {
      const data = { ...sent.data, conversation_id: "other" }
      const event = yield* Webhook.parse(JSON.stringify({ ...sent, data }))
      if (event._tag !== "MessageSent") return assert.fail(event._tag)
      assert.deepInclude<object>(event.data, { conversationId: "c", conversation_id: "other" })
    })
  )

  it.effect("an event that differs from the contract is delivered; one without data is Unknown", () =>
    Effect.gen(function* () {
      const odd = yield* Webhook.parse('{"event":"message.sent","data":{"conversationId":7},"timestamp":"soon"}')
      assert.deepStrictEqual<unknown>(odd, {
        _tag: "MessageSent",
        event: "message.sent",
        data: { conversationId: 7 },
        timestamp: "soon"
      })
      assert.strictEqual((yield* Webhook.parse('{"event":"message.sent"}'))._tag, "Unknown")
    })
  )

  for (const event of ["brand.new", "__proto__", "constructor"]) {
    it.effect(`the unknown event ${event} passes through`, () =>
      Effect.map(Webhook.parse(JSON.stringify({ event, data: { snake_key: 1 }, timestamp: 7 })), (parsed) =>
        assert.deepStrictEqual(parsed, { _tag: "Unknown", event, data: { snake_key: 1 }, timestamp: 7 })
      )
    )
  }

  for (const payload of ["", "no json", "[]", "null", "{}", '{"event":7}']) {
    it.effect(`${payload === "" ? "an empty body" : payload} is a typed error`, () =>
      Effect.map(Effect.flip(Webhook.receive(delivery(payload))), (error) =>
        assert.strictEqual(error._tag, "DecodeError")
      )
    )
  }

  it.effect("nothing is parsed before it is verified", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Webhook.receive({ payload: "no json", signature: signed("other"), secret }))
      assert.strictEqual(error._tag, "WebhookSignatureError")
      assert.notInclude(JSON.stringify(error), secret)
    })
  )

  it.effect("a replay is refused by the signed timestamp when asked for", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse(sent.timestamp) + 300_000)
      const late = { ...delivery(sent), replay: { tolerance: "5 minutes" } } as const
      assert.strictEqual((yield* Webhook.receive(late))._tag, "MessageSent")
      yield* TestClock.adjust(1)
      const error = yield* Effect.flip(Webhook.receive(late))
      assert.strictEqual(error._tag === "WebhookSignatureError" && error.reason, "expired")
    })
  )

  it("promises reject with the same classes", async () => {
    assert.isTrue(await verifyWebhook(delivery(sent)))
    assert.strictEqual((await receiveWebhook(delivery(sent)))._tag, "MessageSent")
    try {
      await receiveWebhook({ ...delivery(sent), secret: "other" })
      assert.fail("expected a rejection")
    } catch (error) {
      assert.instanceOf(error, WebhookSignatureError)
    }
  })
})

describe("the largest body", () => {
  it.effect("is what maximumSize says, for verify, receive and the promise functions", () =>
    Effect.gen(function* () {
      const exact = { ...delivery(sent), maximumSize: JSON.stringify(sent).length }
      const small = { ...exact, maximumSize: exact.maximumSize - 1 }
      assert.isTrue(yield* Webhook.verify(exact))
      assert.isFalse(yield* Webhook.verify(small))
      yield* Webhook.receive(exact)
      assert.include(yield* Effect.flip(Webhook.receive(small)), { _tag: "WebhookSignatureError", reason: "too-large" })
      assert.isTrue(yield* Effect.promise(() => verifyWebhook(exact)))
      assert.isFalse(yield* Effect.promise(() => verifyWebhook(small)))
      const rejected = receiveWebhook(small).then(
        () => undefined,
        (error: unknown) => error
      )
      assert.include(yield* Effect.promise(() => rejected), { reason: "too-large" })
    })
  )
})

describe("verifyWebhook with values that no type allows", () => {
  const good = delivery(sent)
  const wrong: ReadonlyArray<readonly [string, unknown]> = [
    ["nothing", undefined],
    ["no secret", { ...good, secret: undefined }],
    ["a list for a signature", { ...good, signature: [good.signature] }],
    ["a parsed body", { ...good, payload: { length: 2e8 } }],
    ["a size that is no number", { ...good, maximumSize: "1mb" }]
  ]
  for (const [name, delivery] of wrong) {
    it(`${name} is false, and receiveWebhook rejects with a typed error`, async () => {
      assert.strictEqual(await Reflect.apply(verifyWebhook, undefined, [delivery]), false)
      const receive: Promise<unknown> = Reflect.apply(receiveWebhook, undefined, [delivery])
      assert.instanceOf(await receive.catch((error: unknown) => error), WebhookSignatureError)
    })
  }
})
