import type { Call } from "@trilum/core/ApiClient"
import * as Effect from "effect/Effect"
import type { Credential } from "../Credential.js"
import type { PreparedError, RequestOptions, Unverified } from "../client.js"
import { JwtRequired, UnverifiedOperation } from "../LvngError.js"

/**
 * Refuses, before anything is sent, what the credential cannot do and what the client is set to refuse. What an operation
 * says of itself (`platformData`) decides.
 */
export const prepare = (
  credential: Credential["_tag"],
  unverified: Unverified
): ((call: Call<RequestOptions>) => Effect.Effect<Call<RequestOptions>, PreparedError>) => {
  const warned = new Set<string>()
  return (call) => {
    const { operation, options } = call
    const { auth, evidence } = operation.platformData ?? {}
    const facts = { operation: operation.id, method: operation.method, path: operation.path }
    const name = `${operation.resource}.${operation.name}`
    if (auth === "jwt" && credential === "ApiKey") {
      return Effect.fail(
        new JwtRequired({
          ...facts,
          message:
            `${name} takes the JWT of a user session, and this client has an API key; ` +
            "build one with Credential.jwt(token), or with promises the option jwt, for it"
        })
      )
    }
    if (evidence !== "named") return Effect.succeed(call)
    const choice = options?.unverified ?? unverified
    if (choice === "refuse") {
      return Effect.fail(
        new UnverifiedOperation({
          ...facts,
          message:
            `${name} is only named by the vendor, so ${operation.method} ${operation.path} is a guess; ` +
            `allow it with the option unverified: "allow"`
        })
      )
    }
    if (choice === "allow" || warned.has(operation.id)) return Effect.succeed(call)
    warned.add(operation.id)
    return Effect.logDebug(`${name} is only named by the vendor: method, path and answer are likely, not certain`).pipe(
      Effect.annotateLogs({ platform: "lvng", ...facts }),
      Effect.as(call)
    )
  }
}
