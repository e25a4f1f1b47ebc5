/**
 * Encryption of payloads at rest: what is submitted and what comes out of it is stored as AES-256-GCM under a key of the
 * environment. Ids, statuses, times and the types of errors stay readable.
 *
 * @since 0.1.0
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { EncryptionError } from "./BatchError.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /** Names the key that new batches are encrypted with; `undefined`: they are not encrypted. */
  readonly keyId: string | undefined
  /** Whether texts under this key can be decrypted. */
  readonly hasKey: (id: string) => boolean
  /** Encrypts for a place, the only one where the text can be decrypted: `batch/seq/column`. */
  readonly seal: (text: string, place: string) => string
  /** Text that is not encrypted is returned as it is. */
  readonly open: (text: string, place: string) => Effect.Effect<string, EncryptionError>
}

const prefix = "enc1:"

/** Stores payloads as they are; fails for those that are encrypted. */
const none: Service = {
  keyId: undefined,
  hasKey: () => false,
  seal: (text) => text,
  open: (text) =>
    text.startsWith(prefix)
      ? Effect.fail(new EncryptionError({ message: "the payload is encrypted, and there is no key" }))
      : Effect.succeed(text)
}

/**
 * Default: payloads are stored as they are.
 *
 * @since 0.1.0
 * @category tags
 */
export class Encryption extends Context.Reference<Encryption>()("@trilum/batch/Encryption", {
  defaultValue: (): Service => none
}) {}

const ivLength = 12
const tagLength = 16

/**
 * With a key of 32 bytes in base64 or hexadecimal digits. Keys of `previous` decrypt what was stored before a change of
 * the key.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (
  key: Redacted.Redacted<string>,
  previous: ReadonlyArray<Redacted.Redacted<string>> = []
): Effect.Effect<Service, EncryptionError> =>
  Effect.gen(function* () {
    const current = yield* keyOf(key)
    const keys = new Map([[current.id, current.bytes]])
    for (const old of previous) {
      const { bytes, id } = yield* keyOf(old)
      keys.set(id, bytes)
    }
    return {
      keyId: current.id,
      hasKey: (id) => keys.has(id),
      seal: (text, place) => {
        const iv = randomBytes(ivLength)
        const cipher = createCipheriv("aes-256-gcm", current.bytes, iv).setAAD(Buffer.from(place))
        const sealed = Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()])
        return `${prefix}${current.id}:${sealed.toString("base64")}`
      },
      open: (text, place) => {
        if (!text.startsWith(prefix)) return Effect.succeed(text)
        const [id = "", sealed = ""] = text.slice(prefix.length).split(":")
        const bytes = keys.get(id)
        if (bytes === undefined) {
          return Effect.fail(new EncryptionError({ message: `the payload is encrypted with another key (${id})` }))
        }
        return Effect.try({
          try: () => {
            const all = Buffer.from(sealed, "base64")
            const decipher = createDecipheriv("aes-256-gcm", bytes, all.subarray(0, ivLength), {
              authTagLength: tagLength
            })
            decipher.setAAD(Buffer.from(place)).setAuthTag(all.subarray(-tagLength))
            const opened = [decipher.update(all.subarray(ivLength, -tagLength)), decipher.final()]
            return Buffer.concat(opened).toString("utf8")
          },
          catch: () => new EncryptionError({ message: "the payload cannot be decrypted: it was changed or moved" })
        })
      }
    }
  })

const keyOf = (
  key: Redacted.Redacted<string>
): Effect.Effect<{ readonly id: string; readonly bytes: Buffer }, EncryptionError> => {
  const text = Redacted.value(key).trim()
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64")
  return bytes.length === 32
    ? Effect.succeed({ id: createHash("sha256").update("trilum").update(bytes).digest("hex").slice(0, 12), bytes })
    : Effect.fail(
        new EncryptionError({ message: "the encryption key must be 32 bytes in base64 or hexadecimal digits" })
      )
}

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (
  key: Redacted.Redacted<string>,
  previous?: ReadonlyArray<Redacted.Redacted<string>>
): Layer.Layer<never, EncryptionError> =>
  Layer.effectContext(
    Effect.map(make(key, previous), (service) => Context.make(Encryption, service) as Context.Context<never>)
  )

/**
 * With the key of `TRILUM_BATCH_KEY`, if it is set, and those of `TRILUM_BATCH_PREVIOUS_KEYS`, separated by commas.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerConfig: Layer.Layer<never, EncryptionError> = Layer.unwrapEffect(
  Effect.gen(function* () {
    const key = yield* Config.option(Config.redacted("TRILUM_BATCH_KEY"))
    const previous = yield* Config.withDefault(Config.string("TRILUM_BATCH_PREVIOUS_KEYS"), "")
    const old = previous.split(",").filter((text) => text.trim() !== "")
    return Option.match(key, {
      onNone: () => Layer.empty,
      onSome: (current) =>
        layer(
          current,
          old.map((text) => Redacted.make(text))
        )
    })
  }).pipe(
    Effect.mapError(
      () => new EncryptionError({ message: "the environment variables of the encryption cannot be read" })
    )
  )
)
