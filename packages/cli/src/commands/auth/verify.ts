/**
 * Tries a key with a cheap call.
 *
 * @since 0.1.0
 */
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Invocation } from "../../Command.js"
import type { Platform } from "../../platforms/Platform.js"
import { run } from "../../run.js"

/**
 * Rejects with what the platform says against the key, or with why it could not be asked.
 *
 * @since 0.1.0
 * @category combinators
 */
export const verify = async (
  invocation: Invocation,
  platform: Platform,
  key: string,
  baseUrl: string
): Promise<void> => {
  const [catalog, connect] = await Promise.all([platform.catalog(), platform.connect()])
  const entry = catalog.find(({ id }) => id === platform.verify)
  if (entry === undefined) return
  await run(
    invocation,
    Effect.gen(function* () {
      const caller = yield* connect({
        baseUrl,
        key: Redacted.make(key),
        tokens: {},
        auth: entry.platformData?.["auth"],
        userAgent: `trilum-cli/${invocation.io.version}`,
        scope: "tenant",
        userId: undefined
      })
      yield* caller.request({ ...entry, success: ResponseSchema.unknown }, [], undefined, { overallTimeout: 15_000 })
    })
  )
}
