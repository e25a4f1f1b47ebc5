/** A `SqlClient` for PostgreSQL. */
import { Socket } from "node:net"
import type * as Reactivity from "@effect/experimental/Reactivity"
import type * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import * as PgClient from "@effect/sql-pg/PgClient"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"

/**
 * Ends a connection whose server does not answer. A network that is cut gives no error for a quarter of an hour, and
 * without an end the connection would go back to the pool and swallow the next statement.
 */
const socket = (answerTimeout: number) => (): Socket => {
  const created = new Socket()
  return created.setTimeout(answerTimeout, () => {
    const error = new Error(`no answer within ${answerTimeout / 1000} seconds`)
    created.destroy(Object.assign(error, { code: "ETIMEDOUT" }))
  })
}

export const make = (
  url: Redacted.Redacted<string>,
  { answerTimeout, maxConnections }: { readonly answerTimeout: number; readonly maxConnections: number }
): Effect.Effect<SqlClient.SqlClient, SqlError, Scope.Scope | Reactivity.Reactivity> =>
  PgClient.make({
    url,
    maxConnections,
    applicationName: "trilum",
    connectTimeout: Math.min(5000, answerTimeout),
    // An unused connection is closed before its silence could count.
    idleTimeout: answerTimeout / 2,
    stream: socket(answerTimeout)
  })
