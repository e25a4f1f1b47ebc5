/** A `SqlClient` for PostgreSQL. */
import type * as Reactivity from "@effect/experimental/Reactivity"
import type * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import * as PgClient from "@effect/sql-pg/PgClient"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"

export const make = (
  url: Redacted.Redacted<string>,
  maxConnections: number
): Effect.Effect<SqlClient.SqlClient, SqlError, Scope.Scope | Reactivity.Reactivity> =>
  PgClient.make({ url, maxConnections, applicationName: "trilum", connectTimeout: "5 seconds" })
