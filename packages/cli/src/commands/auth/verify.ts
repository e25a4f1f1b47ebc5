/**
 * Tries a key with a cheap call.
 *
 * @since 0.1.0
 */
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import * as Effect from "effect/Effect"
import type { Invocation } from "../../Command.js"
import { settings, withEnvironment } from "../../layers.js"
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
  const made = await settings(invocation, platform, {
    scope: "tenant",
    credentials: {
      profile: "default",
      baseUrl,
      baseUrlSource: "store",
      key,
      keySource: "store",
      withheld: undefined,
      tokens: []
    }
  })
  await run(
    invocation,
    Effect.gen(function* () {
      const { client } = yield* withEnvironment(invocation.io)(connect(made))
      yield* client.request({ ...entry, success: ResponseSchema.unknown }, [], undefined, { overallTimeout: 15_000 })
    })
  )
}
