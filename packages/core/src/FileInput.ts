/**
 * Files as programs have them: `Blob`, `File`, `Buffer`, `ArrayBuffer`, `fs.createReadStream()`, `Response`, streams, text.
 *
 * Every upload accepts a {@link FileInput}. Content that has no name gets one with {@link toFile} or in a {@link FilePart}.
 * `LocalFile.fromPath` makes one from a path.
 *
 * @since 0.1.0
 */
import * as Either from "effect/Either"

/**
 * The content of a file. A string is text, sent as UTF-8. A `Response` must have status 2xx.
 *
 * Bytes, text and a `Blob` can be sent again after a transient failure. A stream is sent once.
 *
 * @since 0.1.0
 * @category models
 */
export type FileContent =
  | string
  | ArrayBuffer
  | ArrayBufferView
  | Blob
  | Response
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>

/**
 * Content with a name.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilePart {
  readonly filename: string
  /** Default: the type of a `Blob` or `Response`, else `application/octet-stream`. */
  readonly contentType?: string | undefined
  /** Bytes of a stream. Without it a stream is sent chunked. */
  readonly size?: number | undefined
  readonly content: FileContent
}

/**
 * A stream that knows its path, such as `fs.createReadStream("report.pdf")`.
 *
 * @since 0.1.0
 * @category models
 */
export interface PathStream extends AsyncIterable<Uint8Array | string> {
  readonly path: string | Uint8Array
}

/**
 * A file to upload: one that has a name, or content with a name. A `Blob` without a name is called `file`. A `Response`
 * is named by its `Content-Disposition` or its URL.
 *
 * @since 0.1.0
 * @category models
 */
export type FileInput = Blob | Response | PathStream | FilePart

/**
 * A file in the one form that uploads work with.
 *
 * @since 0.1.0
 * @category models
 */
export interface Normalized {
  readonly filename: string
  readonly contentType?: string | undefined
  /** Bytes. Known for bytes and a `Blob`. */
  readonly size?: number | undefined
  readonly content: Uint8Array | Blob | AsyncIterable<Uint8Array>
}

/**
 * Content in the one form that uploads work with, with what it says about itself.
 *
 * @since 0.1.0
 * @category models
 */
export interface Content {
  readonly content: Normalized["content"]
  readonly name?: string | undefined
  readonly contentType?: string | undefined
  readonly size?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ToFileOptions {
  /** Default: the type of a `Blob` or `Response`, else `application/octet-stream`. */
  readonly contentType?: string | undefined
  /** Bytes of a stream. Without it a stream is sent chunked. */
  readonly size?: number | undefined
}

/**
 * Names content, so that it can be uploaded.
 *
 * @example
 * ```ts
 * import { toFile } from "@trilum/core/FileInput"
 *
 * const report = toFile("region,orders\nEMEA,1204\n", "report.csv", { contentType: "text/csv" })
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const toFile = (content: FileContent, filename: string, options: ToFileOptions = {}): FilePart => ({
  ...options,
  filename,
  content
})

const isObject = (u: unknown): u is object => typeof u === "object" && u !== null

const isAsyncIterable = (u: object): u is AsyncIterable<unknown> => Symbol.asyncIterator in u

const isWebStream = (u: object): u is ReadableStream<unknown> => "getReader" in u && typeof u.getReader === "function"

/**
 * A `Blob` or `File`, also one of another realm, of a polyfill or of jsdom.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isBlob = (u: object): u is Blob =>
  "size" in u &&
  typeof u.size === "number" &&
  "type" in u &&
  typeof u.type === "string" &&
  "slice" in u &&
  typeof u.slice === "function"

/** Also that of `node-fetch`, whose body is a stream of Node. */
const isResponse = (u: object): u is Response =>
  "body" in u && "ok" in u && "headers" in u && "arrayBuffer" in u && typeof u.arrayBuffer === "function"

const isBuffer = (u: object): u is ArrayBuffer =>
  Object.prototype.toString.call(u) === "[object ArrayBuffer]" ||
  Object.prototype.toString.call(u) === "[object SharedArrayBuffer]"

const isPart = (u: object): u is { readonly filename: unknown; readonly content: unknown } =>
  "filename" in u && "content" in u

/**
 * Whether a value is meant as a file: content or a stream of any kind, with or without a name. A string is not.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isFile = (u: unknown): u is object =>
  isObject(u) &&
  (isBlob(u) ||
    isPart(u) ||
    ArrayBuffer.isView(u) ||
    isBuffer(u) ||
    isAsyncIterable(u) ||
    isWebStream(u) ||
    isResponse(u))

const utf8 = new TextEncoder()

/** The bytes of what is in memory. `ArrayBuffer.isView` also knows the buffers of another realm, as in Jest. */
const bytesOf = (u: unknown): Uint8Array | undefined => {
  if (typeof u === "string") return utf8.encode(u)
  if (ArrayBuffer.isView(u)) {
    return u instanceof Uint8Array ? u : new Uint8Array(u.buffer, u.byteOffset, u.byteLength)
  }
  return isObject(u) && isBuffer(u) ? new Uint8Array(u) : undefined
}

const ignore = (): void => {}

/** The bytes of a stream. Leaving it cancels the stream without waiting. */
const bytesFrom = (stream: ReadableStream<unknown> | AsyncIterable<unknown>): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => {
    const source = iteratorOf(stream)
    return {
      next: async () => {
        const { done, value } = await source.next()
        if (done === true) return { done, value: undefined }
        const bytes = bytesOf(value)
        if (bytes === undefined) throw new TypeError("the stream emitted a value that is neither bytes nor text")
        return { done: false, value: bytes }
      },
      return: async () => {
        Promise.resolve(source.return?.()).catch(ignore)
        return { done: true, value: undefined }
      }
    }
  }
})

interface Source {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>
  readonly return?: (() => unknown) | undefined
}

const iteratorOf = (stream: ReadableStream<unknown> | AsyncIterable<unknown>): Source => {
  // `ReadableStream` is not async iterable in every browser.
  if (!isWebStream(stream)) return stream[Symbol.asyncIterator]()
  const reader = stream.getReader()
  return { next: () => reader.read(), return: () => reader.cancel() }
}

/**
 * The bytes of a `Blob`, also of one without `stream` and `arrayBuffer`, as in jsdom.
 *
 * @since 0.1.0
 * @category accessors
 */
export const bytesOfBlob = async (blob: Blob): Promise<Uint8Array> => {
  if (typeof blob.arrayBuffer === "function") return new Uint8Array(await blob.arrayBuffer())
  const FileReader = fileReader()
  if (FileReader === undefined) throw new TypeError("this runtime cannot read the Blob")
  const reader = new FileReader()
  return new Promise((resolve, reject) => {
    reader.onerror = () => reject(reader.error)
    reader.onload = () => resolve(bytesOf(reader.result) ?? new Uint8Array())
    reader.readAsArrayBuffer(blob)
  })
}

/** `FileReader` of browsers and jsdom, of which the types of Node know nothing. */
type Reader = new () => {
  readonly result: unknown
  readonly error: unknown
  onload: () => void
  onerror: () => void
  readonly readAsArrayBuffer: (blob: Blob) => void
}

const isReader = (u: unknown): u is Reader => typeof u === "function"

const fileReader = (): Reader | undefined => {
  const found: unknown = Reflect.get(globalThis, "FileReader")
  return isReader(found) ? found : undefined
}

const pieceSize = 256 * 1024

/**
 * The bytes of normalized content, in pieces.
 *
 * @since 0.1.0
 * @category accessors
 */
export const chunks = (content: Normalized["content"]): AsyncIterable<Uint8Array> =>
  content instanceof Uint8Array ? pieces(content) : isBlob(content) ? ofBlob(content) : content

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, undefined> {
  for (let at = 0; at < bytes.byteLength; at += pieceSize) yield bytes.subarray(at, at + pieceSize)
}

const ofBlob = (blob: Blob): AsyncIterable<Uint8Array> =>
  typeof blob.stream === "function"
    ? bytesFrom(blob.stream())
    : (async function* () {
        for (let at = 0; at < blob.size; at += pieceSize) yield await bytesOfBlob(blob.slice(at, at + pieceSize))
      })()

/**
 * Whether content can be read again, so that a request can be repeated.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isRepeatable = (content: Normalized["content"]): content is Uint8Array | Blob =>
  content instanceof Uint8Array || isBlob(content)

const lastOf = (path: string): string | undefined => {
  const last = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1)
  return last === "" ? undefined : last
}

const nameOfStream = (stream: object): string | undefined =>
  "path" in stream && typeof stream.path === "string"
    ? lastOf(stream.path)
    : "path" in stream && stream.path instanceof Uint8Array
      ? lastOf(new TextDecoder().decode(stream.path))
      : undefined

/** `filename` of Content-Disposition (RFC 6266), else the last part of the path. */
const nameOfResponse = (response: Response): string | undefined => {
  const disposition = response.headers.get("content-disposition") ?? ""
  const named = /filename\*?=(?:UTF-8'')?(?:"([^"]+)"|([^;\s]+))/i.exec(disposition)
  const path = /^[a-z]+:\/\/[^/]+([^?#]*)/i.exec(response.url ?? "")?.[1] ?? ""
  const name = named?.[1] ?? named?.[2] ?? path
  try {
    return lastOf(decodeURIComponent(name))
  } catch {
    return lastOf(name)
  }
}

const kinds = "bytes, text, a Blob, a Response or a stream of bytes"

/**
 * Content of any kind in one form, or what is wrong with it as the end of a sentence that begins with its name.
 *
 * @since 0.1.0
 * @category constructors
 */
export const content = (input: unknown): Either.Either<Content, string> => {
  const bytes = bytesOf(input)
  if (bytes !== undefined) return Either.right({ content: bytes, size: bytes.byteLength })
  if (!isObject(input)) return Either.left(`must be ${kinds}`)
  if (isBlob(input)) {
    if (typeof input.arrayBuffer !== "function" && fileReader() === undefined) {
      return Either.left("is a Blob that this runtime cannot read; pass its bytes")
    }
    const name = "name" in input && typeof input.name === "string" ? lastOf(input.name) : undefined
    return Either.right({ content: input, name, contentType: input.type || undefined, size: input.size })
  }
  if (isResponse(input)) {
    if (!input.ok) return Either.left(`is a response with status ${input.status}, not a file`)
    if (input.bodyUsed) return Either.left("is a response whose body was already read")
    return Either.right({
      content: input.body === null ? new Uint8Array() : bytesFrom(input.body),
      name: nameOfResponse(input),
      contentType: input.headers.get("content-type") ?? undefined
    })
  }
  if (isWebStream(input) || isAsyncIterable(input)) {
    if ("locked" in input && input.locked === true) return Either.left("is a stream that is being read elsewhere")
    // A stream of Node that fails before it is read ends the process, unless somebody listens. Reading it throws.
    if ("on" in input && typeof input.on === "function") input.on("error", ignore)
    return Either.right({ content: bytesFrom(input), name: nameOfStream(input) })
  }
  return Either.left("then" in input ? "is a promise; await it first" : `must be ${kinds}`)
}

const mediaType = /^[\t\x20-\x7e]*$/

const unnamed =
  "has no name; give it one with toFile(content, filename), or as { filename, content }. " +
  "A path goes through fileFromPath"

/**
 * A file of any kind in one form, or what is wrong with it, as a sentence about `name`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (name: string, input: unknown): Either.Either<Normalized, string> => {
  const part = isObject(input) && !isBlob(input) && isPart(input) ? input : undefined
  if (part === undefined && typeof input === "string") return Either.left(`${name} is a string; it ${unnamed}`)
  const read = content(part === undefined ? input : part.content)
  if (Either.isLeft(read)) return Either.left(`${part === undefined ? name : `content of ${name}`} ${read.left}`)
  const found = read.right
  if (part === undefined) {
    const filename = found.name ?? (isObject(found.content) && isBlob(found.content) ? "file" : undefined)
    return filename === undefined
      ? Either.left(`${name} ${unnamed}`)
      : Either.right({ filename, contentType: found.contentType, size: found.size, content: found.content })
  }
  const { filename } = part
  const contentType = "contentType" in part ? part.contentType : undefined
  const size = "size" in part ? part.size : undefined
  if (typeof filename !== "string" || filename.trim() === "") {
    return Either.left(`filename of ${name} must be a text that is not blank`)
  }
  if (contentType !== undefined && (typeof contentType !== "string" || !mediaType.test(contentType))) {
    return Either.left(`contentType of ${name} must be one line of ASCII characters`)
  }
  if (size !== undefined && (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0)) {
    return Either.left(`size of ${name} must be a whole number of bytes`)
  }
  if (size !== undefined && found.size !== undefined && size !== found.size) {
    return Either.left(`size of ${name} is ${size} bytes, but its content has ${found.size}`)
  }
  return Either.right({
    filename,
    contentType: contentType ?? found.contentType,
    size: found.size ?? size,
    content: found.content
  })
}
