import type { Call } from "@trilum/core/ApiClient"
import type * as Operation from "@trilum/core/Operation"
import * as Platform from "@trilum/core/Platform"
import * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"
import { CredentialKindError } from "../LumlError.js"

/** One client for each kind of credential that was given. */
export interface Clients {
  readonly api_key?: ApiClient | undefined
  readonly jwt?: ApiClient | undefined
  readonly satellite?: ApiClient | undefined
}

const order = ["api_key", "jwt", "satellite"] as const

const needs: Readonly<Record<string, readonly [needs: string, option: string]>> = {
  jwt: ["a user session (JWT)", "accessToken"],
  satellite: ["a satellite key", "satelliteKey"]
}

const kindsOf = (operation: Pick<Operation.Operation<unknown>, "platformData">): ReadonlyArray<string> =>
  operation.platformData?.["auth"]?.split(",") ?? []

/**
 * The hook of a client whose credential is of this kind: refuses operations that the server would answer with 403
 * `This endpoint requires jwt authentication.`
 */
export const prepare =
  (kind: keyof Clients) =>
  (call: Call<RequestOptions>): Effect.Effect<Call<RequestOptions>, CredentialKindError> => {
    const { operation } = call
    const kinds = kindsOf(operation)
    const [what, option] = needs[kinds[0] ?? ""] ?? ["another credential", "apiKey"]
    return kinds.includes(kind)
      ? Effect.succeed(call)
      : Effect.fail(
          new CredentialKindError({
            operation: operation.id,
            method: operation.method,
            path: operation.path,
            needs: what,
            option
          })
        )
  }

/** One client that sends every operation with a credential the server takes, if there is one. */
export const route = (clients: Clients, fallback: ApiClient): ApiClient =>
  Platform.route((operation) => {
    const kinds = kindsOf(operation)
    const kind = order.find((name) => kinds.includes(name) && clients[name] !== undefined)
    return (kind === undefined ? undefined : clients[kind]) ?? fallback
  })

/** The docs know keys that the server tries as JWTs; a text of that shape is one. */
export const isJwt = (text: string): boolean => /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)
