import type { Call } from "@trilum/core/ApiClient"
import * as Effect from "effect/Effect"
import type { Credential } from "../Credential.js"
import type { PreparedError, RequestOptions, Unverified } from "../client.js"
import { JwtRequired, UnverifiedOperation } from "../LvngError.js"

/** Whether an operation takes the JWT of a user session and no API key. */
export const needsSession = (operation: Pick<Call["operation"], "platformData">): boolean =>
  operation.platformData?.["auth"] === "jwt"

/**
 * Checks a call before it is sent, by the facts of the contract about its operation (`platformData`). Key management
 * (`auth: "jwt"`) fails with an API key, because the vendor states that keys may not manage keys. Operations without a
 * documented request (`evidence: "named"`) follow the option `unverified`. All others are sent.
 */
export const prepare = (
  credential: Credential["_tag"],
  unverified: Unverified
): ((call: Call<RequestOptions>) => Effect.Effect<Call<RequestOptions>, PreparedError>) => {
  const warned = new Set<string>()
  return (call) => {
    const { operation, options } = call
    const { evidence } = operation.platformData ?? {}
    const facts = { operation: operation.id, method: operation.method, path: operation.path }
    const name = `${operation.resource}.${operation.name}`
    if (credential === "ApiKey" && needsSession(operation)) {
      return Effect.fail(
        new JwtRequired({
          ...facts,
          message: `${name} requires the JWT of a user session, and this client has an API key`,
          hint: "Use the JWT of a user session (option jwt)."
        })
      )
    }
    if (evidence !== "named") return Effect.succeed(call)
    const choice = options?.unverified ?? unverified
    if (choice === "refuse") {
      return Effect.fail(
        new UnverifiedOperation({
          ...facts,
          message: `${name} is only named by the vendor: ${operation.method} ${operation.path} is a guess`,
          hint: 'Allow such operations with unverified: "allow".'
        })
      )
    }
    if (choice === "allow" || warned.has(operation.id)) return Effect.succeed(call)
    warned.add(operation.id)
    return Effect.logDebug(`${name} is only named by the vendor: its method, path and response are inferred`).pipe(
      Effect.annotateLogs({ platform: "lvng", ...facts }),
      Effect.as(call)
    )
  }
}
