/**
 * The knowledge base: adding, searching and listing documents.
 *
 * @since 0.1.0
 */
import { type ApiError, ValidationError } from "@trilum/core/ApiError"
import * as Bytes from "@trilum/core/Bytes"
import * as FileInput from "@trilum/core/FileInput"
import { LocalFileError } from "@trilum/core/LocalFileError"
import * as Redaction from "@trilum/core/Redaction"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
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

const isFile = (source: Source): source is TextFile => FileInput.isFile(source) || !("title" in source)

/** Of a file, or of a document without a name. */
const normalized = (file: TextFile): Either.Either<FileInput.Normalized, string> =>
  FileInput.make(
    "the file",
    typeof file === "object" && file !== null && "content" in file && "name" in file
      ? { filename: file.name, content: file.content }
      : file
  )

const nameOf = (file: TextFile): string =>
  Either.match(normalized(file), { onLeft: () => "file", onRight: ({ filename }) => filename })

/** The name and the text of a file. */
const read = (
  file: TextFile
): Effect.Effect<{ readonly title: string; readonly content: string }, LocalFileError | ValidationError> =>
  Effect.gen(function* () {
    const { content, filename } = yield* Either.mapLeft(normalized(file), (problem) => invalid(problem))
    const fail = (reason: "input_output" | "invalid_content", problem: string) => (cause: unknown) =>
      new LocalFileError({
        platform: "lvng",
        operation: Generated.uploadKnowledge.id,
        attempts: 0,
        reason,
        file: filename,
        problem,
        cause: Redaction.redactor.error(cause)
      })
    const bytes = yield* Effect.tryPromise({
      try: async () => {
        const chunks: Array<Uint8Array> = []
        for await (const chunk of FileInput.chunks(content)) chunks.push(chunk)
        return Bytes.concat(chunks)
      },
      catch: fail("input_output", "the content could not be read")
    })
    const text = yield* Effect.try({
      try: () => new TextDecoder("utf-8", { fatal: true }).decode(bytes),
      catch: fail("invalid_content", "it is not UTF-8 text. The platform accepts only text. Convert the file first")
    })
    return { title: filename, content: text }
  })

const invalid = (problem: string, cause?: unknown): ValidationError =>
  new ValidationError({
    platform: "lvng",
    operation: Generated.uploadKnowledge.id,
    code: "INVALID_INPUT",
    attempts: 0,
    message: `knowledge: ${problem}`,
    cause: Redaction.redactor.error(cause)
  })

const unlistable = (cause: unknown): ValidationError =>
  invalid("the documents could not be listed; see the cause", cause)

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
    Effect.flatMap(read(file), (document) => knowledge.ingest({ ...document, type: "document" }, options))
  const ingestOne = (source: Source, options: RequestOptions): Effect.Effect<Ingested> => {
    const title = isFile(source) ? nameOf(source) : source.title
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
        : Symbol.iterator in documents
          ? Stream.fromIterable(documents)
          : Stream.fail(invalid("the documents must be a list or an iterable"))
      ).pipe(Stream.mapEffect((source) => ingestOne(source, options), { concurrency }))
  }
})
