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
  readonly chunks: () => AsyncIterable<Uint8Array>
}

const isFilePart = (u: unknown): u is FilePart =>
  typeof u === "object" && u !== null && "filename" in u && "content" in u

/** Parts in the order of the object's keys; a list repeats its field; `undefined` and `null` leave it out. */
export const fields = (values: object, text: (value: unknown) => string): ReadonlyArray<Field> => {
  const out: Array<Field> = []
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) add(name, item)
    } else if (value instanceof Blob) {
      out.push({ name, value, filename: "name" in value && typeof value.name === "string" ? value.name : "file" })
    } else if (isFilePart(value)) {
      out.push({ name, value })
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
  `"${text.replace(/\r\n?|\n/g, "%0D%0A").replaceAll("\"", "%22")}"`

const utf8 = new TextEncoder()

const head = (boundary: string, part: Field): Uint8Array => {
  const filename = typeof part.value === "string"
    ? ""
    : `; filename=${quote(part.value instanceof Blob ? ("filename" in part ? part.filename : "file") : part.value.filename)}`
  const type = typeof part.value === "string"
    ? ""
    : `Content-Type: ${
      (part.value instanceof Blob ? part.value.type : part.value.contentType) || "application/octet-stream"
    }\r\n`
  return utf8.encode(`--${boundary}\r\nContent-Disposition: form-data; name=${quote(part.name)}${filename}\r\n${type}\r\n`)
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
  let length: number | undefined = tail.byteLength
  parts.forEach((part, index) => {
    const size = sizeOf(part)
    length = size === undefined || length === undefined
      ? undefined
      : length + (heads[index]?.byteLength ?? 0) + size + lineEnd.byteLength
  })
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    ...(length === undefined ? {} : { contentLength: length }),
    chunks: async function*() {
      for (const [index, part] of parts.entries()) {
        yield heads[index] ?? lineEnd
        yield* content(part)
        yield lineEnd
      }
      yield tail
    }
  }
}

async function* content(part: Field): AsyncGenerator<Uint8Array> {
  if (typeof part.value === "string") {
    yield utf8.encode(part.value)
  } else if (part.value instanceof Blob) {
    yield* chunksOf(part.value.stream())
  } else if (part.value.content instanceof Uint8Array) {
    yield part.value.content
  } else {
    yield* chunksOf(part.value.content)
  }
}

/** Browsers' `ReadableStream` is not async iterable everywhere. */
async function* chunksOf(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (!("getReader" in source)) {
    yield* source
    return
  }
  const reader = source.getReader()
  try {
    while (true) {
      const next = await reader.read()
      if (next.done) return
      yield next.value
    }
  } finally {
    await reader.cancel()
  }
}
