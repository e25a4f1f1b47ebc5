import type { FilePart } from "../Operation.js"

/** One part of a `multipart/form-data` body. */
export type Field =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly value: Blob; readonly filename: string }
  | { readonly name: string; readonly value: FilePart }

export interface Encoded {
  readonly contentType: string
  /** Bytes of the whole body; absent when a part does not say its size. */
  readonly contentLength?: number
  /** Pulls from the parts only when it is pulled; leaving it closes the part being read without waiting for it. */
  readonly chunks: () => AsyncIterable<Uint8Array>
  /** Why the body cannot be what its Content-Length says, once that has shown. */
  readonly mismatch: () => string | undefined
}

const isFilePart = (u: unknown): u is FilePart =>
  typeof u === "object" && u !== null && "filename" in u && "content" in u

const mediaType = /^[\t\x20-\x7e]*$/

const check = (name: string, part: FilePart): FilePart => {
  const { contentType, filename, size } = part
  const content: unknown = part.content
  const isBytes = content instanceof Uint8Array
  if (typeof filename !== "string") throw new TypeError(`${name}: filename must be a text`)
  if (
    !isBytes &&
    !(typeof content === "object" && content !== null && ("getReader" in content || Symbol.asyncIterator in content))
  ) {
    throw new TypeError(`${name}: content must be a Uint8Array, a ReadableStream or an async iterable of Uint8Array`)
  }
  if (contentType !== undefined && !mediaType.test(contentType)) {
    throw new TypeError(`${name}: contentType must be one line of ASCII characters`)
  }
  if (size !== undefined && (!Number.isSafeInteger(size) || size < 0)) {
    throw new RangeError(`${name}: size must be a whole number of bytes`)
  }
  if (isBytes && size !== undefined && size !== content.byteLength) {
    throw new RangeError(`${name}: size says ${size} bytes, content has ${content.byteLength}`)
  }
  return part
}

/** A `multipart/form-data` body: in memory, or in parts that are read as they are sent. */
export type Body =
  | { readonly _tag: "Form"; readonly form: FormData }
  | { readonly _tag: "Parts"; readonly parts: Encoded }

/** Writes a body. `text` writes the values that are not files. Throws an error that says why a part cannot be sent. */
export const toBody = (values: object, text: (value: unknown) => string): Body => {
  const parts = fields(values, text)
  return isBuffered(parts) ? { _tag: "Form", form: toFormData(parts) } : { _tag: "Parts", parts: encode(parts) }
}

/**
 * Parts in the order of the object's keys; a list repeats its field; `undefined` and `null` leave it out. Throws what
 * says how a part cannot be sent.
 */
export const fields = (values: object, text: (value: unknown) => string): ReadonlyArray<Field> => {
  const out: Array<Field> = []
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) add(name, item)
    } else if (value instanceof Blob) {
      out.push({ name, value, filename: "name" in value && typeof value.name === "string" ? value.name : "file" })
    } else if (isFilePart(value)) {
      out.push({ name, value: check(name, value) })
    } else {
      out.push({ name, value: text(value) })
    }
  }
  for (const [name, value] of Object.entries(values)) add(name, value)
  return out
}

/** Whether every part can be read again, so that `FormData` can carry the body and a retry can repeat it. */
export const isBuffered = (parts: ReadonlyArray<Field>): boolean =>
  parts.every(({ value }) => typeof value === "string" || value instanceof Blob || value.content instanceof Uint8Array)

export const toFormData = (parts: ReadonlyArray<Field>): FormData => {
  const form = new FormData()
  for (const part of parts) {
    if (typeof part.value === "string") {
      form.append(part.name, part.value)
    } else if (part.value instanceof Blob) {
      form.append(part.name, part.value, "filename" in part ? part.filename : "file")
    } else if (part.value.content instanceof Uint8Array) {
      const { content, contentType, filename } = part.value
      const type = contentType ?? "application/octet-stream"
      form.append(part.name, new Blob([new Uint8Array(content)], { type }), filename)
    }
  }
  return form
}

/** Quotes a name as the WHATWG multipart/form-data encoding does. */
const quote = (text: string): string =>
  `"${text.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22")}"`

const utf8 = new TextEncoder()

const head = (boundary: string, part: Field): Uint8Array => {
  const filename =
    typeof part.value === "string"
      ? ""
      : `; filename=${quote(part.value instanceof Blob ? ("filename" in part ? part.filename : "file") : part.value.filename)}`
  const type =
    typeof part.value === "string"
      ? ""
      : `Content-Type: ${
          (part.value instanceof Blob ? part.value.type : part.value.contentType) || "application/octet-stream"
        }\r\n`
  return utf8.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name=${quote(part.name)}${filename}\r\n${type}\r\n`
  )
}

const sizeOf = (part: Field): number | undefined =>
  typeof part.value === "string"
    ? utf8.encode(part.value).byteLength
    : part.value instanceof Blob
      ? part.value.size
      : part.value.content instanceof Uint8Array
        ? part.value.content.byteLength
        : part.value.size

const lineEnd = utf8.encode("\r\n")

/** RFC 7578 body written as it is read, for parts that can be read only once. */
export const encode = (parts: ReadonlyArray<Field>): Encoded => {
  const boundary = `trilum-${globalThis.crypto.randomUUID()}`
  const heads = parts.map((part) => head(boundary, part))
  const tail = utf8.encode(`--${boundary}--\r\n`)
  let mismatch: string | undefined
  let length: number | undefined = tail.byteLength
  parts.forEach((part, index) => {
    const size = sizeOf(part)
    length =
      size === undefined || length === undefined
        ? undefined
        : length + (heads[index]?.byteLength ?? 0) + size + lineEnd.byteLength
  })
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    ...(length === undefined ? {} : { contentLength: length }),
    chunks: () =>
      leavable((onSource) =>
        write(parts, heads, tail, onSource, (problem) => {
          mismatch = problem
        })
      ),
    mismatch: () => mismatch
  }
}

async function* write(
  parts: ReadonlyArray<Field>,
  heads: ReadonlyArray<Uint8Array>,
  tail: Uint8Array,
  onSource: (source: Source) => void,
  onMismatch: (problem: string) => void
): AsyncGenerator<Uint8Array, undefined> {
  for (const [index, part] of parts.entries()) {
    yield heads[index] ?? lineEnd
    const declared = sizeOf(part)
    const source = open(part)
    onSource(source)
    let sent = 0
    for (let next = await source.read(); next.done !== true; next = await source.read()) {
      const bytes: unknown = next.value
      if (!(bytes instanceof Uint8Array))
        throw new TypeError(`${part.name}: content brought a value that is no Uint8Array`)
      sent += bytes.byteLength
      if (declared !== undefined && sent > declared) break
      yield bytes
    }
    if (declared !== undefined && sent !== declared) {
      const problem = `${part.name}: size says ${declared} bytes, content has ${sent > declared ? "more" : sent}`
      onMismatch(problem)
      source.close()
      throw new RangeError(problem)
    }
    yield lineEnd
  }
  yield tail
}

interface Source {
  readonly read: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>
  /** Never waits and never throws: whoever closes has no use for what the source has to say. */
  readonly close: () => void
}

const ignore = (): void => {}

const open = (part: Field): Source => {
  if (typeof part.value === "string") return once(utf8.encode(part.value))
  const content = part.value instanceof Blob ? part.value.stream() : part.value.content
  if (content instanceof Uint8Array) return once(content)
  // Browsers' `ReadableStream` is not async iterable everywhere.
  if ("getReader" in content) {
    const reader = content.getReader()
    return { read: () => reader.read(), close: () => void reader.cancel().catch(ignore) }
  }
  const iterator = content[Symbol.asyncIterator]()
  return {
    read: () => iterator.next(),
    close: () => void (async () => iterator.return?.())().catch(ignore)
  }
}

const once = (bytes: Uint8Array): Source => {
  let left = bytes.byteLength > 0
  return {
    read: () => {
      const done = !left
      left = false
      return Promise.resolve(done ? { done, value: undefined } : { done, value: bytes })
    },
    close: ignore
  }
}

/**
 * An iterable of a generator that can be left while it waits for its source: `return` of a generator alone would queue
 * behind a read that may never end.
 */
const leavable = (
  generate: (onSource: (source: Source) => void) => AsyncGenerator<Uint8Array, undefined>
): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => {
    let source: Source | undefined
    const generator = generate((opened) => {
      source = opened
    })
    return {
      next: () => generator.next(),
      return: () => {
        source?.close()
        void generator.return(undefined).catch(ignore)
        return Promise.resolve({ done: true, value: undefined })
      }
    }
  }
})
