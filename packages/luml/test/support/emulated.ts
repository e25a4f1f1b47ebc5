/** Clients of the emulated registry. */
import { Emulator, type EmulatorOptions } from "@trilum/emulator"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Luml, type Options } from "../../src/Luml.js"
import { quick } from "./harness.js"

/** Parts of sizes that tests can wait for. */
export const small = { threshold: 1024 * 1024, partSize: 512 * 1024 }

export const emulated = (options: EmulatorOptions["luml"] = {}, more: Partial<Options> = {}) =>
  Effect.gen(function* () {
    const emulator = yield* Emulator.make({ luml: { multipart: small, ...options } })
    const luml = yield* Effect.orDie(
      Luml.make({
        apiKey: Redacted.make("dfs_test"),
        baseUrl: emulator.urls.luml,
        retry: quick,
        storageRetry: quick,
        ...more
      })
    )
    return { emulator, luml }
  })
