/** Redactors for the error messages of calls. */
import type * as Redacted from "effect/Redacted"
import type * as ApiClient from "../ApiClient.js"
import * as Credential from "../Credential.js"
import type * as Operation from "../Operation.js"
import * as Redaction from "../Redaction.js"
import * as RequestParts from "./requestParts.js"

/** Names of the marked parameters. `code` is among them: in the input of a call it is no code of an error. */
const markedIn = (secrets: Operation.Secrets | undefined): ReadonlyArray<string> =>
  [...(secrets?.path ?? []), ...(secrets?.params ?? [])].flatMap(
    (path) => path.split(".").findLast((name) => name !== "*" && name !== "") ?? []
  )

/**
 * Redactor for what a call reports. Knows the secrets of the client and of the call's input, and `more`, those of an
 * attempt. Built once a call, however often it is needed.
 */
export type CallRedactor = <O extends ApiClient.RequestOptions>(
  call: ApiClient.Call<O>,
  more?: ReadonlyArray<Redacted.Redacted<string>>
) => Redaction.Redactor

export const make = (
  client: Pick<ApiClient.ClientOptions, "credential" | "headers" | "secretPatterns">
): CallRedactor => {
  const secrets = [...Credential.secrets(client.credential), ...Redaction.secretsIn({ headers: client.headers })]
  const redactors = new WeakMap<object, Redaction.Redactor>()
  return (call, more = []) => {
    const known = more.length === 0 ? redactors.get(call) : undefined
    if (known !== undefined) return known
    const { operation, params, path } = call
    const { headers, query } = call.options ?? {}
    const names = Redaction.namesOf(operation.secrets)
    const input = { params, query, headers, path: RequestParts.namedPath(operation.path, path) }
    const redactor = Redaction.make({
      secrets: [...secrets, ...more, ...Redaction.secretsIn(input, markedIn(operation.secrets))],
      names,
      patterns: client.secretPatterns
    })
    if (more.length === 0) redactors.set(call, redactor)
    return redactor
  }
}
