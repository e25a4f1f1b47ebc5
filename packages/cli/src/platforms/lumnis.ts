/**
 * The caller of Lumnis AI: its own rules of scope over core's client.
 *
 * @since 0.1.0
 */
import * as ApiClient from "@trilum/core/ApiClient"
import * as Credential from "@trilum/core/Credential"
import type { PreparedError } from "@trilum/lumnis/client"
import * as Scope from "@trilum/lumnis/Scope"
import * as Effect from "effect/Effect"
import type { Connect } from "./Platform.js"

/**
 * @since 0.1.0
 * @category constructors
 */
export const connect: Connect = ({ baseUrl, key, scope, userAgent, userId }) =>
  Effect.map(
    ApiClient.make<PreparedError, Scope.BoundOptions>({
      platform: "lumnis",
      baseUrl,
      credential: key === undefined ? Credential.none : Credential.bearer(key),
      userAgent,
      idempotencyKeys: "generate",
      callOptions: Scope.callOptions,
      prepare: Scope.prepare(Scope.makeWarningBucket())
    }),
    (client) => Scope.bind(client, { scope, userId, lenient: false, isOpen: () => true })
  )
