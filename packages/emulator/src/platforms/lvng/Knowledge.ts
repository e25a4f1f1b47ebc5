/**
 * The knowledge base: documents, search by their words, and the entities that they name.
 */
import type { JsonObject } from "../../Contract.js"
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { byOffset } from "./Paging.js"
import * as Table from "./Table.js"
import { emit } from "./Webhooks.js"

export const documents: Table.Table = {
  name: "documents",
  noun: "Document",
  newId: (context) => context.ids.uuid("document"),
  stamps: ["created_at", "updated_at"],
  make: (input) => ({ title: "Untitled", content: "", type: "document", ...input })
}

const wordsOf = (text: string): ReadonlyArray<string> => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const wordsPerChunk = 200

const chunksOf = (content: string): number => Math.max(1, Math.ceil(wordsOf(content).length / wordsPerChunk))

const field = (row: Table.Row, name: string): string => String(row.value[name] ?? "")

const matchesWord = (wanted: string, word: string): boolean =>
  word === wanted || (wanted.length > 3 && word.startsWith(wanted))

/** The share of the query's words that a document has, words of the title counting for more; 0 to 1. */
const scoreOf = (query: string, title: string, content: string): number => {
  const wanted = [...new Set(wordsOf(query))]
  if (wanted.length === 0) return 0
  const inTitle = wordsOf(title)
  const inContent = wordsOf(content)
  const points = wanted.map((word) => {
    if (inTitle.some((other) => matchesWord(word, other))) return 1
    return inContent.some((other) => matchesWord(word, other)) ? 0.8 : 0
  })
  return Math.round((points.reduce<number>((sum, point) => sum + point, 0) / wanted.length) * 1000) / 1000
}

const snippetLength = 600

/** Long content around the first word that was found. */
const snippet = (query: string, content: string): string => {
  if (content.length <= snippetLength) return content
  const lower = content.toLowerCase()
  const first = wordsOf(query)
    .map((word) => lower.indexOf(word))
    .filter((at) => at >= 0)
  const start = Math.max(0, Math.min(...first, lower.length - snippetLength) - 100)
  return content.slice(start, start + snippetLength)
}

/** `title` and `content` are the reference spelling; the cookbook reads `name` and `description`. */
const hit = (row: Table.Row, query: string, score: number): JsonObject => {
  const title = field(row, "title")
  const content = snippet(query, field(row, "content"))
  return { id: row.id, type: row.value["type"], score, title, content, name: title, description: content }
}

/** A name is a run of words with a capital that does not just begin a sentence. */
const namePattern = /(?<![.!?]\s)(?<!^)\b\p{Lu}[\p{L}\p{N}]+(?:\s+\p{Lu}[\p{L}\p{N}]+)*/gu

interface Entity {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly mentions: number
  readonly document_ids: ReadonlyArray<string>
}

const entitiesOf = (call: Call, context: Context): ReadonlyArray<Entity> => {
  const found = new Map<string, Entity>()
  for (const row of Table.mine(documents, call, context)) {
    for (const name of [field(row, "title"), ...(field(row, "content").match(namePattern) ?? [])]) {
      const before = found.get(name)
      found.set(name, {
        id: context.ids.uuidOf("entity", call.caller.tenantId, name),
        name,
        type: name === field(row, "title") ? "document" : "concept",
        mentions: (before?.mentions ?? 0) + 1,
        document_ids: [...new Set([...(before?.document_ids ?? []), row.id])]
      })
    }
  }
  return [...found.values()]
}

const relationships = (entities: ReadonlyArray<Entity>): number => {
  const perDocument = new Map<string, number>()
  for (const id of entities.flatMap((entity) => entity.document_ids)) {
    perDocument.set(id, (perDocument.get(id) ?? 0) + 1)
  }
  return [...perDocument.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}

const defaultHits = 10

export const handlers: Handlers = {
  uploadKnowledge: (call, context) => {
    const row = Table.insert(documents, call.body, Table.ownerOf(call, context), context)
    const chunks = chunksOf(field(row, "content"))
    const data = { id: row.id, title: row.value["title"], type: row.value["type"], status: "indexed", chunks }
    emit("knowledge.indexed", { document_id: row.id, title: row.value["title"], chunks }, row, context)
    return Reply.json(200, { success: true, data })
  },
  searchKnowledge: (call, context) => {
    const query = Table.text(call.body, "query") ?? ""
    const limit = call.body["limit"]
    const ranked = Table.mine(documents, call, context)
      .map((row) => ({ row, score: scoreOf(query, field(row, "title"), field(row, "content")) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
    const hits = ranked.slice(0, typeof limit === "number" ? limit : defaultHits)
    return Reply.json(200, { success: true, data: hits.map(({ row, score }) => hit(row, query, score)) })
  },
  getKnowledgeStats: (call, context) => {
    const all = Table.mine(documents, call, context)
    const byType: Record<string, number> = {}
    for (const row of all) byType[field(row, "type")] = (byType[field(row, "type")] ?? 0) + 1
    const totalChunks = all.reduce((sum, row) => sum + chunksOf(field(row, "content")), 0)
    return Reply.json(200, { documents: { total: all.length, byType, totalChunks }, audio: { totalRecordings: 0 } })
  },
  getKnowledgeGraphStatistics: (call, context) => {
    const entities = entitiesOf(call, context)
    const data = {
      entity_count: entities.length,
      relationship_count: relationships(entities),
      document_count: Table.mine(documents, call, context).length
    }
    return Reply.json(200, { success: true, data })
  },
  listKnowledgeEntities: (call, context) => {
    const { info, items } = byOffset(call, entitiesOf(call, context))
    return Reply.json(200, { success: true, data: items, pagination: info })
  }
}
