/**
 * Views of a stored file, which is parsed and embedded over time after its upload.
 */
import { extname } from "node:path"
import type { JsonObject } from "../../Contract.js"
import type { Context } from "../../Platform.js"
import * as Records from "./Records.js"

/** Milliseconds after the upload at which each stage begins, times the pace. */
const stages: ReadonlyArray<readonly [number, string]> = [
  [0, "pending"],
  [100, "parsing"],
  [300, "embedding"],
  [800, "completed"]
]

const chunkBytes = 1000

export interface Processing {
  readonly status: string
  readonly total: number
  readonly embedded: number
  readonly remainingMs: number
}

export const processing = (file: Records.FileRecord, context: Context): Processing => {
  const age = context.clock.now() - file.createdMs
  const total = Math.max(1, Math.ceil(file.file_size / chunkBytes))
  const status = stages.findLast(([from]) => age >= from * context.pace)?.[1] ?? "pending"
  const end = (stages.at(-1)?.[0] ?? 0) * context.pace
  const embedded = status === "completed" ? total : status === "embedding" ? Math.floor(total / 2) : 0
  return { status, total, embedded, remainingMs: Math.max(0, end - age) }
}

export const metadata = (file: Records.FileRecord, context: Context): JsonObject => {
  const { embedded, status, total } = processing(file, context)
  const { createdMs, deletedMs, updatedMs, ...rest } = file
  return {
    ...rest,
    file_type: extname(file.file_name).slice(1).toLowerCase() || "bin",
    blob_url: null,
    processing_status: status,
    error_message: null,
    total_chunks: total,
    chunks_embedded: embedded,
    created_at: Records.iso(createdMs),
    updated_at: Records.iso(updatedMs),
    deleted_at: deletedMs === null ? null : Records.iso(deletedMs)
  }
}

export const status = (file: Records.FileRecord, context: Context): JsonObject => {
  const now = processing(file, context)
  return {
    status: now.status,
    progress_percentage: Math.min(100, (now.embedded / now.total) * 100),
    chunks_embedded: now.embedded,
    total_chunks: now.total,
    estimated_time_remaining_seconds: now.remainingMs / 1000,
    error_message: null,
    jobs: []
  }
}

export const statistics = (files: ReadonlyArray<Records.FileRecord>, context: Context): JsonObject => {
  const size = files.reduce((sum, file) => sum + file.file_size, 0)
  const by = (key: (file: Records.FileRecord) => string): Readonly<Record<string, number>> => {
    const counts: Record<string, number> = {}
    for (const file of files) counts[key(file)] = (counts[key(file)] ?? 0) + 1
    return counts
  }
  return {
    total_files: files.length,
    total_size_bytes: size,
    files_by_type: by((file) => extname(file.file_name).slice(1).toLowerCase() || "bin"),
    files_by_status: by((file) => processing(file, context).status),
    files_by_scope: by((file) => file.file_scope),
    average_file_size_bytes: files.length === 0 ? 0 : size / files.length,
    average_processing_time_seconds: null,
    storage_usage_percentage: null
  }
}
