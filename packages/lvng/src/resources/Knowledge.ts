/**
 * The knowledge base: adding, searching and listing documents.
 *
 * @since 0.1.0
 */
import { type ApiError, ValidationError } from "@trilum/core/ApiError"
import { LocalFileError } from "@trilum/core/LocalFileError"
import * as Redaction from "@trilum/core/Redaction"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/knowledge.js"
import type { Ingested, Source, TextFile } from "../KnowledgeDocument.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface IngestManyOptions extends Omit<RequestOptions, "idempotencyKey"> {
  /** Maximum number of parallel documents. Default: 4. */
  readonly concurrency?: number | undefined
}

const queryOf = (input: string | Generated.KnowledgeSearchParams): Generated.KnowledgeSearchParams =>
  typeof input === "string" ? { query: input } : input

const isFile = (source: Source): source is TextFile => !("title" in source)

const contentOf = (file: TextFile): Blob | Uint8Array | string =>
  "content" in file && !(file instanceof Blob) ? file.content : file instanceof Blob ? file : ""

const read = (file: TextFile): Effect.Effect<string, LocalFileError> => {
  const content = contentOf(file)
  if (typeof content === "string") return Effect.succeed(content)
  const fail = (reason: "input_output" | "invalid_content", message: string) => (cause: unknown) =>
    new LocalFileError({
      platform: "lvng",
      operation: Generated.uploadKnowledge.id,
      attempts: 0,
      reason,
      file: file.name,
      message: `knowledge: ${file.name} ${message}`,
      cause: Redaction.redactor.error(cause)
    })
  const bytes =
    content instanceof Uint8Array
      ? Effect.succeed(content)
      : Effect.tryPromise({
          try: async () => new Uint8Array(await content.arrayBuffer()),
          catch: fail("input_output", "could not be read")
        })
  return Effect.flatMap(bytes, (bytes) =>
    Effect.try({
      try: () => new TextDecoder("utf-8", { fatal: true }).decode(bytes),
      catch: fail("invalid_content", "is not UTF-8 text. The platform accepts only text. Convert the file first")
    })
  )
}

const unlistable = (cause: unknown): ValidationError =>
  new ValidationError({
    platform: "lvng",
    operation: Generated.uploadKnowledge.id,
    code: "INVALID_INPUT",
    message: "knowledge.ingestMany: the documents could not be listed; see the cause",
    cause: Redaction.redactor.error(cause)
  })

const defaultConcurrency = 4

/**
 * @since 0.1.0
 * @category resources
 */
export const knowledge = /* @__PURE__ */ Resource.extend(Generated.resource, (_: ApiClient, knowledge) => {
  const search = (
    input: string | Generated.KnowledgeSearchParams,
    options?: RequestOptions
  ): Effect.Effect<Generated.KnowledgeSearchReply, ApiError> => knowledge.search(queryOf(input), options)
  const ingestFile = (file: TextFile, options?: RequestOptions): Effect.Effect<unknown, ApiError | LocalFileError> =>
    Effect.flatMap(read(file), (content) => knowledge.ingest({ title: file.name, content, type: "document" }, options))
  const ingestOne = (source: Source, options: RequestOptions): Effect.Effect<Ingested> => {
    const title = isFile(source) ? source.name : source.title
    return Effect.match(isFile(source) ? ingestFile(source, options) : knowledge.ingest(source, options), {
      onFailure: (error) => ({ _tag: "Failed", title, error }),
      onSuccess: (reply) => ({ _tag: "Ingested", title, reply })
    })
  }
  return {
    /**
     * Searches the knowledge base. Hits are in `data`.
     *
     * `POST /api/knowledge/search`
     */
    search,
    /** Searches and returns only the hits. `KnowledgeDocument.titleOf` and `textOf` read the fields of a hit. */
    find: (
      input: string | Generated.KnowledgeSearchParams,
      options?: RequestOptions
    ): Effect.Effect<ReadonlyArray<Generated.KnowledgeHit>, ApiError> =>
      Effect.map(search(input, options), (body) => body.data),
    /** Adds a text file under its name. Fails with `LocalFileError` before the first request when it is not UTF-8. */
    ingestFile,
    /**
     * Adds many documents, several in parallel, and emits the outcome of each in input order. A failed document does
     * not stop the others. The stream fails only when the input fails.
     */
    ingestMany: (
      documents: Iterable<Source> | AsyncIterable<Source>,
      { concurrency = defaultConcurrency, ...options }: IngestManyOptions = {}
    ): Stream.Stream<Ingested, ValidationError> =>
      (Symbol.asyncIterator in documents
        ? Stream.fromAsyncIterable(documents, unlistable)
        : Stream.fromIterable(documents)
      ).pipe(Stream.mapEffect((source) => ingestOne(source, options), { concurrency }))
  }
})
