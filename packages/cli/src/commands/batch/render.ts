/** Batches as text: a line, a table, and what is left to wait for. */
import type { Status } from "@trilum/batch/Batch"
import type { Reading } from "@trilum/batch/Meter"
import { harmless } from "../../render/width.js"

/** For programs. */
export const json = (status: Status): object => ({
  id: status.id,
  tenant: status.tenant,
  job: status.job,
  state: status.state,
  priority: status.priority,
  total: status.total,
  ...status.counts,
  failures: status.failures,
  created_at: status.createdAt.toISOString(),
  finished_at: status.finishedAt?.toISOString() ?? null,
  is_over: status.isOver
})

export const span = (millis: number): string => {
  const seconds = Math.ceil(millis / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`
}

const done = ({ counts }: Status): number => counts.succeeded + counts.failed + counts.cancelled

/** One line. */
export const line = (status: Status, reading?: Reading): string => {
  const { counts, state, total } = status
  const parts = [
    `${done(status)} of ${total}`,
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
    ...(counts.cancelled > 0 ? [`${counts.cancelled} cancelled`] : []),
    ...(counts.running > 0 ? [`${counts.running} running`] : []),
    ...(reading !== undefined && !status.isOver ? [`${reading.perSecond.toFixed(1)}/s`] : []),
    ...(reading?.remaining !== undefined && !status.isOver ? [`${span(reading.remaining)} left`] : [])
  ]
  return `${harmless(status.id)}: ${state}, ${parts.join(", ")}`
}

/** Failed items by kind, the most frequent first. */
export const failures = (status: Status): ReadonlyArray<string> =>
  Object.entries(status.failures)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `  ${harmless(kind)}: ${count}`)

/** A table with a line each. */
export const table = (statuses: ReadonlyArray<Status>): string => {
  const head = ["BATCH", "STATE", "DONE", "FAILED", "RUNNING", "JOB", "CREATED"]
  const rows = statuses.map((status) => [
    harmless(status.id),
    status.state,
    `${done(status)}/${status.total}`,
    String(status.counts.failed),
    String(status.counts.running),
    status.job,
    status.createdAt.toISOString().slice(0, 16).replace("T", " ")
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)))
  return [head, ...rows]
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`
    )
    .join("")
}
