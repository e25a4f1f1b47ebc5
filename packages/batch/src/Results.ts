/**
 * Results, and how they are read page by page. `Batch.results` is its entry.
 *
 * @since 0.1.0
 */
import type { SqlError } from "@effect/sql/SqlError"
import * as Chunk from "effect/Chunk"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { BatchNotFoundError, DatabaseError, EncryptionError } from "./BatchError.js"
import * as Database from "./Database.js"
import type { Service as Encryption } from "./Encryption.js"
import * as Schema from "./internal/schema.js"
import type * as Job from "./Job.js"

/**
 * The end of an item.
 *
 * @since 0.1.0
 * @category models
 */
export interface Result {
  readonly id: string
  /** Place of the item in the batch, from 0. */
  readonly index: number
  readonly status: "succeeded" | "failed" | "cancelled"
  /** The number of the run, from 0. */
  readonly attempt: number
  /** What names the run, e.g. `{ responseId, threadId }`. */
  readonly run: unknown
  readonly output: unknown
  readonly error: Job.Failure | undefined
  readonly startedAt: Date | undefined
  readonly finishedAt: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ResultsOptions {
  /** `items` (default): in the order of the items. `finished`: as they finished. */
  readonly order?: "items" | "finished" | undefined
  /** Waits for results until the batch is over. Default: `false`, the results there are. */
  readonly follow?: boolean | undefined
  /** Only results of this status. */
  readonly status?: Result["status"] | undefined
  /** How often `follow` looks for new results. Default: 500 milliseconds. */
  readonly pollInterval?: Duration.DurationInput | undefined
}

type Failure = DatabaseError | EncryptionError

/** Results that one statement reads. */
const pageSize = 500

interface ResultRow {
  readonly id: string
  readonly seq: number
  readonly status: number
  readonly attempt: number
  readonly run: string | null
  readonly output: string | null
  readonly error: string | null
  readonly started_at: number | null
  readonly finished_at: number
  readonly position: number
}
const resultStatus = (status: number): Result["status"] =>
  status === Schema.succeeded ? "succeeded" : status === Schema.failed ? "failed" : "cancelled"
/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (
  { dialect, sql }: Database.Service,
  encryption: Encryption,
  status: (id: string) => Effect.Effect<{ readonly isOver: boolean }, Failure | BatchNotFoundError>
) => {
  const failing = Effect.mapError((cause: SqlError) => Database.failure(cause))

  const decode = (text: string | null, batch: string, seq: number, column: string) =>
    text === null
      ? Effect.succeed(undefined)
      : Effect.map(encryption.open(text, `${batch}/${seq}/${column}`), (json): unknown => JSON.parse(json))

  const resultOf = (batch: string, row: ResultRow): Effect.Effect<Result, EncryptionError> =>
    Effect.gen(function* () {
      const error = (yield* decode(row.error, batch, row.seq, "error")) as Job.Failure | undefined
      return {
        id: row.id,
        index: row.seq,
        status: resultStatus(row.status),
        attempt: row.attempt,
        run: row.run === null ? undefined : JSON.parse(row.run),
        output: yield* decode(row.output, batch, row.seq, "output"),
        error,
        startedAt: row.started_at === null ? undefined : new Date(row.started_at),
        finishedAt: new Date(row.finished_at)
      }
    })

  /**
   * Results by position. In PostgreSQL a position is the id of the transaction that stored it: those below the oldest
   * transaction that is still open are all visible, so that a reader who goes on from there misses none. Once the batch is
   * over, all are.
   */
  const byPosition = (batch: string, after: readonly [position: number, seq: number], settled: boolean) =>
    sql<ResultRow>`select id, seq, status, attempt, run, output, error, started_at, finished_at, position
      from trilum_items where batch_id = ${batch} and position is not null
      and (position > ${after[0]} or (position = ${after[0]} and seq > ${after[1]}))
      ${
        dialect === "postgres" && !settled
          ? sql`and position < pg_snapshot_xmin(pg_current_snapshot())::text::double precision`
          : sql.literal("")
      } order by position, seq limit ${sql.literal(String(pageSize))}`

  const bySeq = (batch: string, after: number) =>
    sql<ResultRow>`select id, seq, status, attempt, run, output, error, started_at, finished_at, position
      from trilum_items where batch_id = ${batch} and seq > ${after} order by seq limit ${sql.literal(String(pageSize))}`

  interface Cursor {
    readonly position: readonly [number, number]
    readonly seq: number
  }

  const results = (id: string, options: ResultsOptions = {}): Stream.Stream<Result, Failure | BatchNotFoundError> => {
    const { follow = false, order = "items", pollInterval = 500, status: only } = options
    const page = (cursor: Cursor) =>
      Effect.gen(function* () {
        // Read before the rows: what the batch has when it is over, the rows have too.
        const isOver = (yield* status(id)).isOver
        const rows = yield* failing(
          order === "finished" ? byPosition(id, cursor.position, isOver || !follow) : bySeq(id, cursor.seq)
        )
        const firstOpen = rows.findIndex((row) => row.status < Schema.succeeded)
        // In the order of the items, a reader that follows waits for the first one that has no result.
        const ready = order === "finished" || firstOpen < 0 ? rows : follow && !isOver ? rows.slice(0, firstOpen) : rows
        const last = ready.at(-1)
        const next: Cursor = last === undefined ? cursor : { position: [last.position, last.seq], seq: last.seq }
        const ended = ready.filter((row) => row.status >= Schema.succeeded)
        const chosen = only === undefined ? ended : ended.filter((row) => resultStatus(row.status) === only)
        const values = yield* Effect.forEach(chosen, (row) => resultOf(id, row))
        const isLast = last === undefined && (!follow || isOver)
        if (last === undefined && !isLast) yield* Effect.sleep(pollInterval)
        return [Chunk.unsafeFromArray(values), isLast ? Option.none<Cursor>() : Option.some(next)] as const
      })
    return Stream.paginateChunkEffect<Cursor, Result, Failure | BatchNotFoundError, never>(
      { position: [-1, -1], seq: -1 },
      page
    )
  }
  return results
}
