/**
 * The database of the engine: PostgreSQL for any number of workers, a SQLite file for one machine, or memory.
 *
 * Opening one creates or updates its tables. See `Batch` for what is kept there.
 *
 * @since 0.1.0
 */
import * as Reactivity from "@effect/experimental/Reactivity"
import type * as SqlClient from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import type { Fragment } from "@effect/sql/Statement"
import * as Clock from "effect/Clock"
import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import { DatabaseError, type SchemaVersionError } from "./BatchError.js"
import * as Schema from "./internal/schema.js"

/**
 * Where batches are kept: `postgres://user:password@host/database`, the path of a SQLite file, or `:memory:`.
 *
 * @since 0.1.0
 * @category models
 */
export type Url = string | Redacted.Redacted<string>

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Most connections to PostgreSQL that this process opens. Default: 10. */
  readonly maxConnections?: number | undefined
  /** A connection to PostgreSQL on which a statement has no answer for so long is closed. Default: 20 seconds. */
  readonly answerTimeout?: Duration.DurationInput | undefined
}

/**
 * An open database.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly sql: SqlClient.SqlClient
  readonly dialect: "postgres" | "sqlite"
  /** The current time as an SQL expression: milliseconds since 1970 by the clock that all workers share. */
  readonly now: Effect.Effect<Fragment>
  /** Runs statements in one transaction. Its locks end soon after its process or host is gone. */
  readonly transaction: <A, E, R>(statements: Effect.Effect<A, E, R>) => Effect.Effect<A, E | SqlError, R>
}

/**
 * @since 0.1.0
 * @category tags
 */
export class Database extends Context.Tag("@trilum/batch/Database")<Database, Service>() {}

const codeOf = (cause: unknown): string | undefined =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : typeof cause === "object" && cause !== null && "cause" in cause
      ? codeOf(cause.cause)
      : undefined

const messageOf = (cause: unknown): string | undefined => {
  if (!(cause instanceof Error)) return undefined
  const inner = messageOf(cause.cause)
  return inner === undefined || inner === "" ? cause.message : inner
}

/**
 * The error of a statement.
 *
 * @since 0.1.0
 * @category errors
 */
export const failure = (cause: SqlError): DatabaseError => {
  const reason = messageOf(cause)
  return new DatabaseError({
    code: codeOf(cause),
    message: `the database failed${reason === undefined || reason === "" ? "" : `: ${reason}`}`,
    cause
  })
}

const isPostgres = (url: string): boolean => /^postgres(?:ql)?:\/\//i.test(url)

const pathOf = (url: string): string => {
  if (/^(?::memory:|memory:)$/i.test(url)) return ":memory:"
  return url.replace(/^(?:sqlite|file):(?:\/\/)?/i, "")
}

const connect = (
  url: Redacted.Redacted<string>,
  options: Options
): Effect.Effect<SqlClient.SqlClient, DatabaseError, Scope.Scope | Reactivity.Reactivity> => {
  const text = Redacted.value(url)
  if (!isPostgres(text)) {
    return Effect.flatMap(
      Effect.promise(() => import("./internal/sqlite.js")),
      (driver) => driver.make(pathOf(text))
    )
  }
  return Effect.flatMap(
    Effect.promise(() => import("./internal/postgres.js")),
    (driver) =>
      Effect.mapError(
        driver.make(url, {
          answerTimeout: Duration.toMillis(options.answerTimeout ?? "20 seconds"),
          maxConnections: options.maxConnections ?? 10
        }),
        (cause) =>
          new DatabaseError({
            code: codeOf(cause),
            message: `the database cannot be reached: ${messageOf(cause) ?? "no answer"}`,
            hint: "Check the address, the user and the password of the database, and that it runs.",
            cause
          })
      )
  )
}

/**
 * Opens a database and brings its tables up to date. It is closed with the scope.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (
  url: Url,
  options: Options = {}
): Effect.Effect<Service, DatabaseError | SchemaVersionError, Scope.Scope> =>
  Effect.gen(function* () {
    const secret = Redacted.isRedacted(url) ? url : Redacted.make(url)
    const sql = yield* connect(secret, options)
    yield* Schema.migrate(sql).pipe(
      // Two that create the first table at once: one of them fails, and finds it at the next try.
      Effect.retry({ while: (cause) => cause._tag === "SqlError", times: 5, schedule: Schedule.spaced(100) }),
      Effect.catchTag("SqlError", (cause) => Effect.fail(failure(cause)))
    )
    const dialect = isPostgres(Redacted.value(secret)) ? "postgres" : "sqlite"
    const postgresNow = sql`(extract(epoch from clock_timestamp()) * 1000)::double precision`
    return {
      sql,
      dialect,
      transaction: Schema.transaction(sql),
      now:
        dialect === "postgres"
          ? Effect.succeed(postgresNow)
          : Effect.map(Clock.currentTimeMillis, (millis) => sql`${millis}`)
    } satisfies Service
  }).pipe(Effect.provide(Reactivity.layer))

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (url: Url, options?: Options): Layer.Layer<Database, DatabaseError | SchemaVersionError> =>
  Layer.scoped(Database, make(url, options))

/**
 * The database of the environment variable `TRILUM_DATABASE_URL`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerConfig = (options?: Options): Layer.Layer<Database, DatabaseError | SchemaVersionError> =>
  Layer.unwrapEffect(
    Config.redacted("TRILUM_DATABASE_URL").pipe(
      Effect.mapError(
        (cause) =>
          new DatabaseError({
            code: "NO_DATABASE",
            message: "no database is given",
            hint: "Set TRILUM_DATABASE_URL to postgres://user:password@host/database, or to the path of a file.",
            cause
          })
      ),
      Effect.map((url) => layer(url, options))
    )
  )
