/**
 * Files named on a command line.
 *
 * @since 0.1.0
 */
import { createReadStream } from "node:fs"
import { open, readFile, stat } from "node:fs/promises"
import { basename, extname, resolve } from "node:path"
import type { FilePart } from "@trilum/core/FileInput"
import { fileReason, UsageError } from "../../CliError.js"
import { type Io, readText } from "../../Io.js"

const types: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".doc": "application/msword",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".gif": "image/gif",
  ".htm": "text/html",
  ".html": "text/html",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".json": "application/json",
  ".md": "text/markdown",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wav": "audio/wav",
  ".webp": "image/webp",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml",
  ".zip": "application/zip"
}

const unreadable = (file: string, cause: unknown): UsageError =>
  new UsageError(`cannot read ${file}: ${fileReason(cause)}`)

/**
 * The text of a file, or of stdin for `-`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const textOf = async (io: Io, file: string): Promise<string> => {
  if (file === "-") return readText(io.stdin)
  try {
    // Programs of Windows begin a file with a byte order mark.
    return (await readFile(resolve(io.cwd, file), "utf8")).replace(/^\uFEFF/, "")
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

/**
 * A file as a part of a multipart body: read while it is sent, never held in memory. `-` is stdin, which is sent under
 * `name`; a named pipe is sent as its writer writes it.
 *
 * @since 0.1.0
 * @category accessors
 */
export const partOf = async (io: Io, file: string, name?: string | undefined): Promise<FilePart> => {
  if (file === "-") {
    const filename = name ?? "stdin"
    return { filename, contentType: types[extname(filename).toLowerCase()], content: io.stdin.read() }
  }
  const path = resolve(io.cwd, file)
  const filename = name ?? basename(path)
  const about = { filename, contentType: types[extname(filename).toLowerCase()] }
  try {
    const stats = await stat(path)
    if (stats.isDirectory()) throw new UsageError(`cannot read ${file}: it is a directory`)
    // Opening a pipe would wait for its writer, in a thread that no signal ends.
    if (stats.isFIFO() || stats.isSocket()) {
      const { readPipe } = await import("@trilum/core/DefaultFiles")
      const { toAsyncIterable } = await import("effect/Stream")
      return { ...about, content: toAsyncIterable(readPipe(path)) }
    }
    const handle = await open(path, "r")
    await handle.close()
    return {
      ...about,
      size: stats.size,
      content: { [Symbol.asyncIterator]: () => createReadStream(path)[Symbol.asyncIterator]() }
    }
  } catch (cause) {
    throw cause instanceof UsageError ? cause : unreadable(file, cause)
  }
}
