/**
 * Files: real bytes in, the same bytes out; processing moves with time.
 */
import { extname } from "node:path"
import type { JsonObject } from "../../Contract.js"
import type { Call, Context, Handlers, Part } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { invalid, notFound, rejected } from "./Errors.js"
import * as Views from "./FileViews.js"
import { callUser, userIdOf } from "./Identity.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"

/** A user's file is hidden from calls for another user; a tenant's file is everyone's. */
const mayRead = (file: Records.FileRecord, call: Call, context: Context): boolean => {
  const user = callUser(call, context)
  return (
    file.tenant_id === call.caller.tenantId &&
    file.deletedMs === null &&
    (user === undefined || file.user_id === null || file.user_id === user)
  )
}

const visible = (call: Call, context: Context): ReadonlyArray<Records.FileRecord> =>
  Records.files(context)
    .values()
    .filter((file) => mayRead(file, call, context))
    .toReversed()

const find = (call: Call, context: Context, id = call.path["file_id"] ?? ""): Records.FileRecord | undefined => {
  const file = Records.files(context).get(id.toLowerCase())
  return file !== undefined && mayRead(file, call, context) ? file : undefined
}

const withFile = (
  call: Call,
  context: Context,
  use: (file: Records.FileRecord) => Reply.Reply | Promise<Reply.Reply>
): Reply.Reply | Promise<Reply.Reply> => {
  const file = find(call, context)
  return file === undefined ? notFound("File") : use(file)
}

const tagsOf = (value: string | undefined): ReadonlyArray<string> =>
  (value ?? "")
    .split(",")
    .map((tag) => tag.trim().toLowerCase())
    .filter((tag) => tag !== "")

const suffixed = (name: string, taken: ReadonlySet<string>): string => {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  let index = 1
  while (taken.has(`${stem} (${index})${extension}`)) index++
  return `${stem} (${index})${extension}`
}

const remove = (file: Records.FileRecord, hard: boolean, context: Context): void => {
  if (hard) {
    Records.files(context).delete(file.id)
    context.store.deleteBlob(file.id)
  } else Records.files(context).set(file.id, { ...file, deletedMs: context.clock.now() })
}

type Stored = { readonly file: Records.FileRecord; readonly message: string } | { readonly conflict: string }

const store = (part: Part, call: Call, context: Context, duplicates: string): Stored => {
  const scope = Query.text(call.body, "scope") ?? "tenant"
  const user = scope === "user" ? (callUser(call, context) ?? null) : null
  const original = part.filename === undefined || part.filename === "" ? "upload.bin" : part.filename
  const peers = Records.files(context)
    .values()
    .filter((file) => file.tenant_id === call.caller.tenantId && file.user_id === user && file.deletedMs === null)
  const same = peers.find((file) => file.file_name === original)
  if (same !== undefined && duplicates === "error") return { conflict: `A file named ${original} already exists.` }
  if (same !== undefined && duplicates === "skip") return { file: same, message: "File already exists, upload skipped" }
  if (same !== undefined && duplicates === "replace") remove(same, true, context)
  const taken = new Set(peers.map((file) => file.file_name))
  const now = context.clock.now()
  const tags = tagsOf(Query.text(call.body, "tags"))
  const file: Records.FileRecord = {
    id: context.ids.uuid("file"),
    tenant_id: call.caller.tenantId,
    user_id: user,
    file_name: same !== undefined && duplicates === "suffix" ? suffixed(original, taken) : original,
    original_file_name: original,
    mime_type: part.contentType,
    file_size: part.bytes.length,
    file_scope: scope,
    tags: tags.length === 0 ? null : tags,
    createdMs: now,
    updatedMs: now,
    deletedMs: null
  }
  context.store.putBlob(file.id, Uint8Array.from(part.bytes))
  Records.files(context).set(file.id, file)
  return { file, message: "File uploaded successfully" }
}

const uploaded = ({ file, message }: { readonly file: Records.FileRecord; readonly message: string }): JsonObject => ({
  file_id: file.id,
  file_name: file.file_name,
  status: "pending",
  message
})

const scopeProblem = (call: Call, context: Context): Reply.Reply | undefined =>
  call.body["scope"] === "user" && callUser(call, context) === undefined
    ? invalid(["body", "user_id"], "user_id is required when scope is user", "missing")
    : undefined

const notAFile = invalid(["body", "file"], "the part must be a file with a filename", "value_error")

const textOf = async (file: Records.FileRecord, context: Context): Promise<string> =>
  Buffer.from((await context.store.getBlob(file.id)) ?? new Uint8Array()).toString("utf8")

const chunksOf = (
  file: Records.FileRecord,
  text: string,
  query: string,
  context: Context
): ReadonlyArray<JsonObject> => {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
  return text.split("\n").flatMap((line, index) => {
    const hits = words.filter((word) => line.toLowerCase().includes(word)).length
    if (hits === 0) return []
    return [
      {
        id: context.ids.uuidOf("chunk", file.id, String(index)),
        chunk_index: index,
        chunk_text: line,
        start_line: index + 1,
        end_line: index + 1,
        token_count: line.split(/\s+/).length,
        metadata: null,
        similarity_score: hits / words.length
      }
    ]
  })
}

const search = async (call: Call, context: Context): Promise<Reply.Reply> => {
  const query = Query.text(call.body, "query") ?? ""
  const limit = Query.whole(call.body, "limit", 10)
  const least = typeof call.body["min_score"] === "number" ? call.body["min_score"] : 0
  const tags = Array.isArray(call.body["tags"]) ? call.body["tags"] : []
  const types = Array.isArray(call.body["file_types"]) ? call.body["file_types"] : []
  const results: Array<{
    readonly file: JsonObject
    readonly chunks: ReadonlyArray<JsonObject>
    readonly overall_score: number
  }> = []
  for (const file of visible(call, context)) {
    const view = Views.metadata(file, context)
    if (types.length > 0 && !types.includes(view["file_type"])) continue
    if (tags.length > 0 && !tags.some((tag) => file.tags?.includes(String(tag).toLowerCase()) === true)) continue
    const chunks = chunksOf(file, await textOf(file, context), query, context)
    const score = Math.max(0, ...chunks.map((chunk) => Number(chunk["similarity_score"])))
    if (chunks.length > 0 && score >= least) results.push({ file: view, chunks, overall_score: score })
  }
  results.sort((a, b) => b.overall_score - a.overall_score)
  const shown = results.slice(0, limit)
  return Reply.json(200, { results: shown, total_count: results.length, query, processing_time_ms: 1 })
}

const hardDelete = (call: Call): boolean => call.query["hard_delete"] !== false

export const handlers: Handlers = {
  uploadFile: (call, context) => {
    const part = call.parts.find(({ name }) => name === "file")
    const problem = scopeProblem(call, context)
    if (problem !== undefined) return problem
    if (part?.filename === undefined) return notAFile
    const stored = store(part, call, context, Query.text(call.body, "duplicate_handling") ?? "suffix")
    return "conflict" in stored ? rejected(409, "ALREADY_EXISTS", stored.conflict) : Reply.json(200, uploaded(stored))
  },
  bulkUploadFiles: (call, context) => {
    const problem = scopeProblem(call, context)
    if (problem !== undefined) return problem
    const done: Array<JsonObject> = []
    const failed: Array<JsonObject> = []
    for (const part of call.parts.filter(({ name }) => name === "files")) {
      if (part.filename === undefined) {
        failed.push({ filename: null, error: "the part is not a file" })
        continue
      }
      const stored = store(part, call, context, "suffix")
      if ("file" in stored) done.push(uploaded(stored))
    }
    return Reply.json(200, { uploaded: done, failed, total_uploaded: done.length, total_failed: failed.length })
  },
  listFiles: (call, context) => {
    const wanted = tagsOf(Query.text(call.query, "tags"))
    const same = (name: string, value: unknown): boolean => call.query[name] === undefined || call.query[name] === value
    const all = visible(call, context)
      .map((file) => Views.metadata(file, context))
      .filter(
        (view) =>
          same("scope", view["file_scope"]) &&
          same("file_type", view["file_type"]) &&
          same("status", view["processing_status"]) &&
          wanted.every((tag) => Array.isArray(view["tags"]) && view["tags"].includes(tag))
      )
    const window = Query.pageWindow(call.query, "limit")
    return Reply.json(200, {
      files: Query.page(all, window),
      total_count: all.length,
      page: window.page,
      limit: window.size,
      has_more: window.page * window.size < all.length
    })
  },
  getFile: (call, context) => withFile(call, context, (file) => Reply.json(200, Views.metadata(file, context))),
  getFileStatus: (call, context) => withFile(call, context, (file) => Reply.json(200, Views.status(file, context))),
  getFileStatistics: (call, context) => Reply.json(200, Views.statistics(visible(call, context), context)),
  searchFiles: search,
  getFileContent: (call, context) =>
    withFile(call, context, async (file) => {
      const lines = (await textOf(file, context)).split("\n")
      const start = Query.whole(call.query, "start_line", 1)
      const end = Query.whole(call.query, "end_line", lines.length)
      if (end < start) return invalid(["query", "end_line"], "end_line must not be below start_line")
      return Reply.json(200, {
        file_id: file.id,
        content_type: Query.text(call.query, "content_type") ?? "text",
        text: lines.slice(start - 1, end).join("\n"),
        metadata: null,
        start_line: start,
        end_line: Math.min(end, lines.length),
        total_lines: lines.length
      })
    }),
  downloadFile: (call, context) =>
    withFile(call, context, async (file) => {
      const bytes = (await context.store.getBlob(file.id)) ?? new Uint8Array()
      return Reply.bytes(200, bytes, "application/octet-stream", {
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.file_name)}`
      })
    }),
  updateFileScope: (call, context) => {
    const file = Records.files(context).get(call.path["file_id"]?.toLowerCase() ?? "")
    if (file === undefined || file.tenant_id !== call.caller.tenantId || file.deletedMs !== null)
      return notFound("File")
    const problem = scopeProblem(call, context)
    if (problem !== undefined) return problem
    const scope = Query.text(call.body, "scope") ?? file.file_scope
    const user = Query.text(call.body, "user_id")
    const updated = {
      ...file,
      file_scope: scope,
      user_id: scope === "user" && user !== undefined ? userIdOf(context, call.caller.tenantId, user) : null,
      updatedMs: context.clock.now()
    }
    Records.files(context).set(file.id, updated)
    return Reply.json(200, Views.metadata(updated, context))
  },
  deleteFile: (call, context) =>
    withFile(call, context, (file) => {
      remove(file, hardDelete(call), context)
      return Reply.json(200, {
        message: "File deleted successfully",
        file_id: file.id,
        hard_delete: hardDelete(call)
      })
    }),
  bulkDeleteFiles: (call, context) => {
    const ids = Array.isArray(call.body["file_ids"]) ? call.body["file_ids"].map(String) : []
    const deleted: Array<string> = []
    const failed: Array<string> = []
    for (const id of ids) {
      const file = find(call, context, id)
      if (file === undefined) failed.push(id)
      else {
        remove(file, hardDelete(call), context)
        deleted.push(id)
      }
    }
    return Reply.json(200, { deleted, failed, hard_delete: hardDelete(call), total_requested: ids.length })
  }
}
