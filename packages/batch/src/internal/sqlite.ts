/**
 * A `SqlClient` of @effect/sql over libsql, whose binaries come as packages: nothing is compiled or downloaded at install
 * time (docs/decisions/0110). Calls are synchronous, so one connection is all there is, and a transaction has it alone.
 */
import type * as Reactivity from "@effect/experimental/Reactivity"
import * as SqlClient from "@effect/sql/SqlClient"
import type { Connection } from "@effect/sql/SqlConnection"
import { SqlError } from "@effect/sql/SqlError"
import * as Statement from "@effect/sql/Statement"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { DatabaseError } from "../BatchError.js"

/** How long a statement waits for another process that writes, in milliseconds. */
const busyTimeout = 5000

/** What of libsql is used. Parameters are an array; a statement that returns no rows must be run. */
interface Driver {
  readonly exec: (sql: string) => unknown
  readonly prepare: (sql: string) => {
    readonly reader: boolean
    readonly all: (parameters: ReadonlyArray<unknown>) => ReadonlyArray<unknown>
    readonly run: (parameters: ReadonlyArray<unknown>) => unknown
    readonly raw: () => { readonly all: (parameters: ReadonlyArray<unknown>) => ReadonlyArray<unknown> }
  }
  readonly close: () => unknown
}

type Constructor = new (path: string, options: { readonly timeout: number }) => Driver

type Row = Readonly<Record<string, unknown>>

const failure = (cause: unknown): SqlError => new SqlError({ cause, message: "Failed to execute statement" })

const load: Effect.Effect<Constructor, DatabaseError> = Effect.tryPromise({
  try: async () => (await import("libsql")).default as Constructor,
  catch: (cause) =>
    new DatabaseError({
      code: "SQLITE_MISSING",
      message: "SQLite is not available on this machine: the package libsql has no binary for it",
      hint: "Install libsql with its optional dependencies, or use PostgreSQL.",
      cause
    })
})

const open = (path: string): Effect.Effect<Driver, DatabaseError, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.flatMap(load, (Database) =>
      Effect.try({
        try: () => {
          const driver = new Database(path, { timeout: busyTimeout })
          driver.exec(`pragma busy_timeout = ${busyTimeout}`)
          // A crash of the process loses nothing; a loss of power can lose the last results, which are then had once more.
          driver.exec("pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory")
          return driver
        },
        catch: (cause) =>
          new DatabaseError({
            code: "SQLITE_OPEN",
            message: `the database ${path} cannot be opened`,
            hint: "The folder must exist and be writable, and the file must be a database.",
            cause
          })
      })
    ),
    (driver) => Effect.sync(() => driver.close())
  )

const connectionOf = (driver: Driver): Connection => {
  const statements = new Map<string, ReturnType<Driver["prepare"]>>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = driver.prepare(sql)
    if (statements.size >= 256) statements.clear()
    statements.set(sql, statement)
    return statement
  }
  const rows = (sql: string, parameters: ReadonlyArray<unknown>): ReadonlyArray<Row> => {
    const statement = prepared(sql)
    if (statement.reader) return statement.all(parameters) as ReadonlyArray<Row>
    statement.run(parameters)
    return []
  }
  const execute: Connection["execute"] = (sql, parameters, transform) =>
    Effect.try({
      try: () => (transform === undefined ? rows(sql, parameters) : transform(rows(sql, parameters))),
      catch: failure
    })
  return {
    execute,
    executeRaw: (sql, parameters) => Effect.try({ try: () => rows(sql, parameters), catch: failure }),
    executeStream: (sql, parameters, transform) =>
      Stream.unwrap(Effect.map(execute(sql, parameters, transform), Stream.fromIterable)),
    executeValues: (sql, parameters) =>
      Effect.try({
        try: () => driver.prepare(sql).raw().all(parameters) as ReadonlyArray<ReadonlyArray<unknown>>,
        catch: failure
      }),
    executeUnprepared: (sql, parameters, transform) =>
      Effect.try({
        try: () => {
          if (parameters.length > 0)
            return transform === undefined ? rows(sql, parameters) : transform(rows(sql, parameters))
          driver.exec(sql)
          return []
        },
        catch: failure
      })
  }
}

export const make = (
  path: string
): Effect.Effect<SqlClient.SqlClient, DatabaseError, Scope.Scope | Reactivity.Reactivity> =>
  Effect.flatMap(open(path), (driver) => {
    const turn = Effect.unsafeMakeSemaphore(1)
    const connection = connectionOf(driver)
    return SqlClient.make({
      acquirer: turn.withPermits(1)(Effect.succeed(connection)),
      transactionAcquirer: Effect.uninterruptibleMask((restore) =>
        Effect.as(
          Effect.zipRight(
            restore(turn.take(1)),
            Effect.addFinalizer(() => turn.release(1))
          ),
          connection
        )
      ),
      // A transaction that reads first and then writes would fail as busy at once, without waiting.
      beginTransaction: "begin immediate",
      compiler: Statement.makeCompilerSqlite(),
      spanAttributes: [["db.system.name", "sqlite"]]
    })
  })
