import { createHmac } from "node:crypto"
import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as Cause from "effect/Cause"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FastCheck from "effect/FastCheck"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import { DecodeError, isTrilumError } from "../src/ApiError.js"
import * as ResponseSchema from "../src/ResponseSchema.js"
import * as Webhook from "../src/Webhook.js"

const secret = "whsec_canary_5f2d"
const payload = `{"event":"message.sent","data":{"text":"é😀"},"timestamp":"2025-01-01T00:00:00Z"}`
const hex = (body: string | Uint8Array, key = secret): string => createHmac("sha256", key).update(body).digest("hex")
const signature = hex(payload)

const reasonOf = (options: Webhook.VerifyOptions) =>
  Effect.match(Webhook.verify(options), { onFailure: (error) => error.reason, onSuccess: () => "accepted" })

describe("signature", () => {
  it.effect("accepts what another implementation signed and gives the signed bytes", () =>
    Effect.gen(function* () {
      const body = yield* Webhook.verify({ secret, payload, signature })
      assert.strictEqual(new TextDecoder().decode(body), payload)
      assert.strictEqual(yield* Webhook.sign({ secret: Redacted.make(secret), payload }), signature)
    })
  )

  it.effect.prop(
    "sign and verify agree for any secret and bytes, and one flipped bit is a mismatch",
    [
      FastCheck.fullUnicodeString({ minLength: 1 }),
      FastCheck.uint8Array({ minLength: 1 }),
      FastCheck.constantFrom<Webhook.SignatureEncoding>("hex", "hex-any-case", "base64"),
      FastCheck.constantFrom("", "sha256=", "v1,"),
      FastCheck.nat()
    ],
    ([secret, payload, encoding, prefix, bit]) =>
      Effect.gen(function* () {
        const signature = yield* Webhook.sign({ secret, payload, encoding, prefix })
        const options = { secret, payload, signature, encoding, prefix }
        assert.strictEqual(yield* reasonOf(options), "accepted")
        const changed = Uint8Array.from(payload)
        const at = bit % payload.length
        changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8))
        assert.strictEqual(yield* reasonOf({ ...options, payload: changed }), "mismatch")
        assert.strictEqual(yield* reasonOf({ ...options, secret: `${secret}x` }), "mismatch")
      })
  )

  it.effect("any of several secrets may have signed, so that they can be rotated", () =>
    Effect.gen(function* () {
      const secrets = ["", Redacted.make("new"), Redacted.make(secret)]
      assert.strictEqual(yield* reasonOf({ secret: secrets, payload, signature }), "accepted")
      assert.strictEqual(yield* reasonOf({ secret: secrets, payload, signature: hex(payload, "new") }), "accepted")
      assert.strictEqual(yield* reasonOf({ secret: secrets, payload, signature: hex(payload, "old") }), "mismatch")
    })
  )

  const rejected: ReadonlyArray<readonly [string, Partial<Webhook.VerifyOptions>, Webhook.Reason]> = [
    ["no signature", { signature: undefined }, "missing"],
    ["a null signature", { signature: null }, "missing"],
    ["an empty signature", { signature: "" }, "missing"],
    ["an empty secret", { secret: "" }, "missing"],
    ["no secret", { secret: [] }, "missing"],
    ["only empty secrets", { secret: ["", Redacted.make("")] }, "missing"],
    ["an empty signature under an empty secret", { secret: "", signature: "" }, "missing"],
    ["upper-case hex", { signature: signature.toUpperCase() }, "malformed"],
    ["a prefix nobody asked for", { signature: `sha256=${signature}` }, "malformed"],
    ["a prefix that is not there", { prefix: "sha256=" }, "malformed"],
    ["another length", { signature: signature.slice(2) }, "malformed"],
    ["more digits", { signature: `${signature}00` }, "malformed"],
    ["blanks around", { signature: ` ${signature}` }, "malformed"],
    ["a line end after", { signature: `${signature}\n` }, "malformed"],
    ["characters of several bytes, in the right length", { signature: "é".repeat(64) }, "malformed"],
    ["characters of several bytes, in the right number of bytes", { signature: "é".repeat(32) }, "malformed"],
    [
      "full-width digits",
      { signature: signature.replace(/[0-9]/g, (d) => String.fromCodePoint(0xff10 + Number(d))) },
      "malformed"
    ],
    ["base64 where hex is expected", { signature: Buffer.from(signature, "hex").toString("base64") }, "malformed"],
    ["a signature of another body", { signature: hex(`${payload} `) }, "mismatch"],
    ["a signature under another secret", { signature: hex(payload, "other") }, "mismatch"],
    ["a body written again by a JSON library", { payload: JSON.stringify(JSON.parse(payload), null, 1) }, "mismatch"],
    ["a body that is too large", { maximumSize: payload.length }, "too-large"]
  ]

  for (const [name, change, reason] of rejected) {
    it.effect(`${name} is ${reason}, and false rather than an error`, () =>
      Effect.gen(function* () {
        const options = { secret, payload, signature, ...change }
        const error = yield* Effect.flip(Webhook.verify(options))
        assert.strictEqual(error._tag, "WebhookSignatureError")
        assert.strictEqual(error.name, "WebhookSignatureError")
        assert.strictEqual(error.reason, reason)
        assert.strictEqual(isTrilumError(error), true)
        assert.notInclude(`${inspect(error)}${JSON.stringify(error)}${error.stack}`, "canary")
        assert.strictEqual(yield* Webhook.isValid(options), false)
      })
    )
  }

  it.effect("upper-case hex passes where it is allowed", () =>
    Effect.gen(function* () {
      const upper = { secret, payload, signature: signature.toUpperCase(), encoding: "hex-any-case" } as const
      assert.strictEqual(yield* Webhook.isValid(upper), true)
    })
  )

  it.effect("base64 takes one spelling of a signature only", () =>
    Effect.gen(function* () {
      const base64 = Buffer.from(signature, "hex").toString("base64")
      const last = base64.charCodeAt(42)
      const options = { secret, payload, encoding: "base64" } as const
      assert.strictEqual(yield* reasonOf({ ...options, signature: base64 }), "accepted")
      assert.strictEqual(
        yield* reasonOf({ ...options, signature: `${base64.slice(0, 42)}${String.fromCharCode(last + 1)}=` }),
        "malformed"
      )
    })
  )

  it.effect("the size limit counts bytes, not characters", () =>
    Effect.gen(function* () {
      const bytes = new TextEncoder().encode(payload).length
      assert.isAbove(bytes, payload.length)
      assert.strictEqual(yield* reasonOf({ secret, payload, signature, maximumSize: bytes }), "accepted")
      assert.strictEqual(yield* reasonOf({ secret, payload, signature, maximumSize: bytes - 1 }), "too-large")
    })
  )

  it.effect("a change of the caller's buffer after the call changes nothing that was verified", () =>
    Effect.gen(function* () {
      const bytes = new TextEncoder().encode(payload)
      const body = yield* Webhook.verify({ secret, payload: bytes, signature })
      bytes.fill(0)
      assert.strictEqual(new TextDecoder().decode(body), payload)
    })
  )

  it.effect("sign refuses an empty secret", () =>
    Effect.map(Effect.flip(Webhook.sign({ secret: "", payload })), (error) => {
      assert.strictEqual(error.reason, "missing")
    })
  )
})

/** Calls as JavaScript does, with options of any type. */
const loosely = <A, E>(
  f: (options: Webhook.VerifyOptions) => Effect.Effect<A, E>,
  options: unknown
): Effect.Effect<A, E> => Reflect.apply(f, undefined, [options])

describe("values that no type allows", () => {
  const wrong: ReadonlyArray<readonly [string, object, Webhook.Reason]> = [
    ["no secret", { secret: undefined }, "missing"],
    ["a secret that is null", { secret: null }, "missing"],
    ["a secret that is a number", { secret: 7 }, "missing"],
    ["a Redacted number for a secret", { secret: Redacted.make(2e8) }, "missing"],
    ["a list of no texts for a secret", { secret: [undefined, 2e8, {}] }, "missing"],
    ["a list for a signature", { signature: [signature] }, "malformed"],
    ["an object for a signature", { signature: { length: 64 } }, "malformed"],
    ["a parsed body", { payload: { event: "x", length: 2e8 } }, "invalid"],
    ["a body that is a number", { payload: 2e8 }, "invalid"],
    ["no body", { payload: undefined }, "invalid"],
    ["a list for a body", { payload: [1, 2, 3] }, "invalid"],
    ["an unknown encoding", { encoding: "rot13" }, "invalid"],
    ["an encoding named as a method of objects", { encoding: "toString" }, "invalid"],
    ["a prefix that is no text", { prefix: 7 }, "invalid"],
    ["a size that is no number", { maximumSize: "1kb" }, "invalid"],
    ["a size that is NaN", { maximumSize: Number.NaN }, "invalid"],
    ["a tolerance that is none", { replay: { tolerance: "soon" } }, "invalid"],
    ["replay that is null", { replay: null }, "invalid"],
    [
      "a timestamp that throws",
      {
        replay: {
          tolerance: "1 hour",
          timestamp: () => {
            throw new Error("thrown")
          }
        }
      },
      "invalid"
    ]
  ]
  for (const [name, change, reason] of wrong) {
    it.effect(`${name} is ${reason}`, () =>
      Effect.gen(function* () {
        const options = { secret, payload, signature, ...change }
        const error = yield* Effect.flip(Webhook.verify(options))
        assert.strictEqual(error.reason, reason)
        assert.notInclude(`${inspect(error)}${JSON.stringify(error)}`, "canary")
        assert.isFalse(yield* Webhook.isValid(options))
      })
    )
  }

  it.effect.prop(
    "any options give the signed bytes or a typed error",
    [
      FastCheck.oneof(
        FastCheck.anything(),
        FastCheck.record(
          {
            secret: FastCheck.oneof(FastCheck.constant(secret), FastCheck.anything()),
            payload: FastCheck.oneof(FastCheck.constant(payload), FastCheck.anything({ withTypedArray: true })),
            signature: FastCheck.oneof(FastCheck.constant(signature), FastCheck.anything()),
            encoding: FastCheck.oneof(FastCheck.constant("hex"), FastCheck.anything()),
            prefix: FastCheck.oneof(FastCheck.constant(""), FastCheck.anything()),
            maximumSize: FastCheck.oneof(FastCheck.constant(1e6), FastCheck.anything()),
            replay: FastCheck.oneof(FastCheck.constant(undefined), FastCheck.anything()),
            platform: FastCheck.oneof(FastCheck.constant("acme"), FastCheck.anything())
          },
          { requiredKeys: [] }
        )
      )
    ],
    ([options]) =>
      Effect.gen(function* () {
        const exit = yield* Effect.exit(loosely(Webhook.verify, options))
        if (Exit.isSuccess(exit)) assert.deepStrictEqual(exit.value, new TextEncoder().encode(payload))
        else assert.instanceOf(Option.getOrUndefined(Cause.failureOption(exit.cause)), Webhook.WebhookSignatureError)
        assert.strictEqual(yield* loosely(Webhook.isValid, options), Exit.isSuccess(exit))
      }),
    { fastCheck: { numRuns: 200 } }
  )
})

describe("replay", () => {
  const at = Date.parse("2025-01-01T00:00:00Z")

  it.effect("accepts to the last millisecond of the tolerance, before and after, and not one more", () =>
    Effect.gen(function* () {
      const options = { secret, payload, signature, replay: { tolerance: "5 minutes" } } as const
      for (const [offset, expected] of [
        [-300_001, "expired"],
        [-300_000, "accepted"],
        [0, "accepted"],
        [300_000, "accepted"],
        [300_001, "expired"]
      ] as const) {
        yield* TestClock.setTime(at + offset)
        assert.strictEqual(yield* reasonOf(options), expected)
      }
    })
  )

  it.effect("reads seconds, milliseconds, their text, dates, and ISO text without an offset as UTC", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(at)
      for (const timestamp of [
        at / 1000,
        at,
        `${at / 1000}`,
        `${at}`,
        new Date(at),
        "2025-01-01T00:00:00",
        "2025-01-01T01:00:00+01:00"
      ]) {
        assert.strictEqual(
          yield* reasonOf({ secret, payload, signature, replay: { tolerance: 0, timestamp } }),
          "accepted"
        )
      }
    })
  )

  it.effect("a timestamp that is missing or cannot be read is refused, not ignored", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(at)
      for (const timestamp of [
        "",
        "yesterday",
        "NaN",
        Number.NaN,
        Number.POSITIVE_INFINITY,
        new Date(Number.NaN),
        () => undefined
      ]) {
        assert.strictEqual(
          yield* reasonOf({ secret, payload, signature, replay: { tolerance: "1 hour", timestamp } }),
          "expired"
        )
      }
      for (const body of ["{}", "[]", "null", "text", `{"timestamp":null}`, `{"timestamp":{}}`]) {
        const options = { secret, payload: body, signature: hex(body), replay: { tolerance: "1 hour" } } as const
        assert.strictEqual(yield* reasonOf(options), "expired")
      }
    })
  )

  it.effect("the timestamp of a forged body is never looked at", () =>
    Effect.gen(function* () {
      const looked: Array<string> = []
      const timestamp = (): undefined => {
        looked.push("looked")
      }
      assert.strictEqual(
        yield* reasonOf({ secret, payload, signature: hex("other"), replay: { tolerance: "1 hour", timestamp } }),
        "mismatch"
      )
      assert.deepStrictEqual(looked, [])
    })
  )

  it.effect("the same delivery is accepted once, for as long as its timestamp could pass", () =>
    Effect.gen(function* () {
      const seen = yield* Webhook.seenInMemory
      const options = { secret, payload, signature, replay: { tolerance: "5 minutes", seen } } as const
      yield* TestClock.setTime(at - 300_000)
      const both = yield* Effect.all([reasonOf(options), reasonOf(options)], { concurrency: 2 })
      assert.deepStrictEqual([...both].sort(), ["accepted", "replayed"])
      yield* TestClock.setTime(at + 300_000)
      assert.strictEqual(yield* reasonOf(options), "replayed")
    })
  )

  it.effect("a refused delivery does not use up its id", () =>
    Effect.gen(function* () {
      const seen = yield* Webhook.seenInMemory
      yield* TestClock.setTime(at)
      const replay = { tolerance: "5 minutes", seen, id: "delivery-1" } as const
      assert.strictEqual(yield* reasonOf({ secret, payload, signature: hex("x"), replay }), "mismatch")
      assert.strictEqual(yield* reasonOf({ secret, payload, signature, replay }), "accepted")
      assert.strictEqual(
        yield* reasonOf({ secret, payload: "{}", signature: hex("{}"), replay: { ...replay, timestamp: at } }),
        "replayed"
      )
    })
  )

  it.effect("the memory of deliveries forgets what can no longer pass", () =>
    Effect.gen(function* () {
      const seen = yield* Webhook.seenInMemory
      const keep = Duration.seconds(10)
      assert.strictEqual(yield* seen.add("a", keep), true)
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual(yield* seen.add("a", keep), false)
      yield* TestClock.adjust("1 millis")
      assert.strictEqual(yield* seen.add("a", keep), true)
    })
  )
})

describe("verifyJson", () => {
  const Event = ResponseSchema.struct<{ readonly event: string; readonly data: unknown }>({
    event: ResponseSchema.string,
    data: ResponseSchema.unknown
  })

  it.effect("decodes the body", () =>
    Effect.gen(function* () {
      const event = yield* Webhook.verifyJson(Event, { secret, payload, signature })
      // Fields that the schema does not name stay.
      assert.deepStrictEqual<unknown>(event, {
        event: "message.sent",
        data: { text: "é😀" },
        timestamp: "2025-01-01T00:00:00Z"
      })
    })
  )

  it.effect("a forged body is a signature error even when it cannot be decoded", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(Webhook.verifyJson(Event, { secret, payload: "{", signature }))
      assert.strictEqual(error._tag === "WebhookSignatureError" && error.reason, "mismatch")
    })
  )

  it.effect("a signed body that is no JSON, no UTF-8 or of another shape is a DecodeError that names the place", () =>
    Effect.gen(function* () {
      for (const [body, path] of [
        ["{", undefined],
        [Uint8Array.of(0x22, 0xff, 0x22), undefined],
        [`{"event":1,"data":0}`, "event"]
      ] as const) {
        const error = yield* Effect.flip(
          Webhook.verifyJson(Event, { secret, payload: body, signature: hex(body), platform: "lvng" })
        )
        assert.instanceOf(error, DecodeError)
        assert.strictEqual(error.platform, "lvng")
        if (error._tag === "DecodeError") assert.strictEqual(error.issues[0]?.path, path)
      }
    })
  )
})
