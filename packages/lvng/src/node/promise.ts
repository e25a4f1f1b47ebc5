/**
 * Local files for the promise client.
 *
 * @example
 * ```ts
 * import { createLvng } from "@trilum/lvng/promise"
 * import { fileFromPath } from "@trilum/lvng/node/promise"
 *
 * const lvng = createLvng()
 * await lvng.knowledge.ingestFile(await fileFromPath("handbook.md"))
 * await lvng.close()
 * ```
 *
 * @since 0.1.0
 */
export { type FromPathOptions, fileFromPath } from "@trilum/core/LocalFile"
export { LocalFileError } from "@trilum/core/LocalFileError"
