/**
 * Documents of the knowledge base: content to add, and search hits.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { FileContent, FileInput } from "@trilum/core/FileInput"
import type { LocalFileError } from "@trilum/core/LocalFileError"
import type { KnowledgeHit, KnowledgeIngestParams } from "./generated/knowledge.js"

/**
 * A text file in UTF-8: a `File`, `Response` or `fs.createReadStream()`, or content with a name. `fileFromPath` of
 * `@trilum/lvng/node/promise` makes one from a path.
 *
 * @since 0.1.0
 * @category models
 */
export type TextFile = FileInput | { readonly name: string; readonly content: FileContent }

/**
 * A document to add: text with a title, or a file.
 *
 * @since 0.1.0
 * @category models
 */
export type Source = KnowledgeIngestParams | TextFile

/**
 * The outcome of one of many documents. `title` is the title of the text or the name of the file.
 *
 * @since 0.1.0
 * @category models
 */
export type Ingested =
  | { readonly _tag: "Ingested"; readonly title: string; readonly reply: unknown }
  | { readonly _tag: "Failed"; readonly title: string; readonly error: ApiError | LocalFileError }

/**
 * `title`, else `name`, else `""`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const titleOf = (hit: KnowledgeHit): string => hit.title ?? hit.name ?? ""

/**
 * `content`, else `description`, else `""`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const textOf = (hit: KnowledgeHit): string => hit.content ?? hit.description ?? ""
