/**
 * The tables, and how a database gets them.
 *
 * Migrations run when a database is opened, under a lock: of many processes that start at once, one migrates and the
 * others wait for it. A database whose tables are newer than this package is refused.
 *
 * Types are those that both databases have and both drivers give as JavaScript values: times are milliseconds since 1970
 * in a double, which PostgreSQL's driver returns as a number and a `bigint` is not.
 */
import type * as SqlClient from "@effect/sql/SqlClient"
import { SqlError } from "@effect/sql/SqlError"
import type { Fragment } from "@effect/sql/Statement"
import * as Effect from "effect/Effect"
import { SchemaVersionError } from "../BatchError.js"

/** Statuses of an item. In statements they are literals: a partial index serves no parameter. */
export const waiting = 0
export const running = 1
export const succeeded = 2
export const failed = 3
export const cancelled = 4

/**
 * Where a result that is being stored stands among the results of its batch: never before one that a reader has seen. See
 * `Results`.
 */
export const nextPosition = ({
  dialect,
  sql
}: {
  readonly dialect: "postgres" | "sqlite"
  readonly sql: SqlClient.SqlClient
}): Fragment =>
  dialect === "postgres"
    ? sql`pg_current_xact_id()::text::double precision`
    : sql`(select coalesce(max(p.position), 0) + 1 from trilum_items p where p.batch_id = trilum_items.batch_id)`

/** Any number that nobody else locks. */
const lock = 7_204_113_602_871

interface Migration {
  readonly says: string
  readonly statements: ReadonlyArray<string>
}

const migrations: ReadonlyArray<Migration> = [
  {
    says: "create the tables of batches, items and limits",
    statements: [
      `create table trilum_batches (
        id text primary key,
        tenant text not null,
        job text not null,
        status text not null,
        priority integer not null default 0,
        settings text not null,
        stop_after integer,
        key_id text,
        cancel_runs integer not null default 0,
        total integer not null default 0,
        created_at double precision not null,
        finished_at double precision
      )`,
      "create index trilum_batches_active on trilum_batches (tenant, status)",
      `create table trilum_items (
        batch_id text not null,
        seq integer not null,
        id text not null,
        status integer not null default 0,
        attempt integer not null default 0,
        tries integer not null default 0,
        crashes integer not null default 0,
        claim integer not null default 0,
        available_at double precision not null default 0,
        lease_until double precision,
        worker text,
        settings text,
        input text not null,
        run text,
        output text,
        error text,
        error_type text,
        rerun integer not null default 0,
        started_at double precision,
        finished_at double precision,
        position double precision,
        primary key (batch_id, seq)
      )`,
      "create unique index trilum_items_id on trilum_items (batch_id, id)",
      "create index trilum_items_status on trilum_items (batch_id, status)",
      "create index trilum_items_waiting on trilum_items (batch_id, available_at, seq) where status = 0",
      "create index trilum_items_leased on trilum_items (lease_until) where status = 1",
      "create index trilum_items_position on trilum_items (batch_id, position, seq) where position is not null",
      `create table trilum_limits (
        tenant text not null,
        platform text not null,
        per_second double precision,
        running integer,
        next_at double precision not null default 0,
        paused_until double precision not null default 0,
        primary key (tenant, platform)
      )`
    ]
  }
]

/** The version of the tables that this package works with. */
export const version = migrations.length

const versionOf = (sql: SqlClient.SqlClient): Effect.Effect<number, SqlError> =>
  Effect.map(sql<{ readonly version: number }>`select version from trilum_schema`, (rows) => rows[0]?.version ?? 0)

const step = (sql: SqlClient.SqlClient, from: number): Effect.Effect<void, SqlError> =>
  Effect.gen(function* () {
    for (const [index, { says, statements }] of migrations.entries()) {
      if (index < from) continue
      for (const statement of statements) yield* sql.unsafe(statement)
      yield* Effect.logInfo(`database: ${says} (version ${index + 1})`)
    }
    yield* from === 0
      ? sql`insert into trilum_schema (version) values (${version})`
      : sql`update trilum_schema set version = ${version}`
  })

const isSqlError = (defect: unknown): defect is SqlError => defect instanceof SqlError

/**
 * A transaction that PostgreSQL ends when its client is silent for five seconds. A host that is cut off from the network in
 * the middle would otherwise keep its locks for two hours.
 */
export const transaction =
  (sql: SqlClient.SqlClient) =>
  <A, E, R>(statements: Effect.Effect<A, E, R>): Effect.Effect<A, E | SqlError, R> =>
    sql
      .withTransaction(
        Effect.zipRight(
          sql.onDialectOrElse({
            pg: () => sql`select set_config('idle_in_transaction_session_timeout', '5000', true)`,
            orElse: () => Effect.succeed([])
          }),
          statements
        )
      )
      .pipe(
        // @effect/sql dies of a rollback or commit that fails, which every one does on a connection that is lost.
        Effect.catchAllDefect((defect) => (isSqlError(defect) ? Effect.fail(defect) : Effect.die(defect)))
      )

/** Brings the tables to {@link version}. */
export const migrate = (sql: SqlClient.SqlClient): Effect.Effect<void, SqlError | SchemaVersionError> => {
  // SQLite has no such lock and needs none: its transaction begins by locking the file.
  const locked = sql.onDialectOrElse({
    pg: () => sql`select pg_advisory_xact_lock(${lock}::bigint)`,
    orElse: () => Effect.void
  })
  return transaction(sql)(
    Effect.gen(function* () {
      yield* locked
      yield* sql`create table if not exists trilum_schema (version integer not null)`
      const found = yield* versionOf(sql)
      if (found > version) return yield* new SchemaVersionError({ version: found, supported: version })
      if (found < version) yield* step(sql, found)
    })
  )
}
