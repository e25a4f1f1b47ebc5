import * as Either from "effect/Either"
import * as FileInput from "../FileInput.js"

/** One part of a `multipart/form-data` body. */
export interface Field {
  readonly name: string
  readonly value: string | FileInput.Normalized
}

export interface Encoded {
  readonly contentType: string
  /** Bytes of the whole body; absent when a part does not say its size. */
  readonly contentLength?: number
  /** Whether every part can be read again, so that a retry can repeat the body. */
  readonly isRepeatable: boolean
  /** Pulls from the parts only when it is pulled; leaving it closes the part being read without waiting for it. */
  readonly chunks: () => AsyncIterable<Uint8Array>
  /** Why the body cannot be what its Content-Length says, once that has shown. */
  readonly mismatch: () => string | undefined
}

/** A `multipart/form-data` body: in memory, or in parts that are read as they are sent. */
export type Body =
  | { readonly _tag: "Form"; readonly form: FormData }
  | { readonly _tag: "Parts"; readonly parts: Encoded }

/** Writes a body. `text` writes the values that are not files. Throws an error that says why a part cannot be sent. */
export const toBody = (values: object, text: (value: unknown) => string): Body => {
  const parts = fields(values, text)
  const form = isRepeatable(parts) ? toFormData(parts) : undefined
  return form === undefined ? { _tag: "Parts", parts: encode(parts) } : { _tag: "Form", form }
}

/**
 * Parts in the order of the object's keys; a list repeats its field; `undefined` and `null` leave it out. Throws an error
 * that says why a part cannot be sent.
 */
export const fields = (values: object, text: (value: unknown) => string): ReadonlyArray<Field> => {
  const out: Array<Field> = []
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) add(name, item)
    } else if (FileInput.isFile(value)) {
      const file = Either.getOrThrowWith(FileInput.make(name, value), (problem) => new TypeError(problem))
      out.push({ name, value: file })
    } else {
      out.push({ name, value: text(value) })
    }
  }
  for (const [name, value] of Object.entries(values)) add(name, value)
  return out
}

const isRepeatable = (parts: ReadonlyArray<Field>): boolean =>
  parts.every(({ value }) => typeof value === "string" || FileInput.isRepeatable(value.content))

const octets = "application/octet-stream"

/**
 * The parts as `FormData`, from which every transport knows the length. `undefined` where that is not possible: the
 * transport does not know the `FormData` or the `Blob` of jsdom and the like.
 */
const toFormData = (parts: ReadonlyArray<Field>): FormData | undefined => {
  try {
    if (!isOwnForm()) return undefined
    const form = new FormData()
    for (const { name, value } of parts) {
      if (typeof value === "string") {
        form.append(name, value)
      } else if (FileInput.isRepeatable(value.content)) {
        const type = value.contentType ?? octets
        const { content } = value
        const blob =
          content instanceof Uint8Array
            ? new Blob([new Uint8Array(content)], { type })
            : content.type === (value.contentType ?? "")
              ? content
              : content.slice(0, content.size, type)
        form.append(name, blob, value.filename)
      }
    }
    return form
  } catch (cause) {
    if (cause instanceof TypeError) return undefined
    throw cause
  }
}

/** Whether `fetch` can send the global `FormData` and `Blob`: test environments such as jsdom replace them. */
const isOwnForm = (): boolean =>
  typeof Blob.prototype.stream === "function" &&
  new Response(new FormData()).headers.get("content-type")?.startsWith("multipart/form-data") === true

/** Quotes a name as the WHATWG multipart/form-data encoding does. */
const quote = (text: string): string =>
  `"${text.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22")}"`

const utf8 = new TextEncoder()

const head = (boundary: string, { name, value }: Field): Uint8Array => {
  const filename = typeof value === "string" ? "" : `; filename=${quote(value.filename)}`
  const type = typeof value === "string" ? "" : `Content-Type: ${value.contentType ?? octets}\r\n`
  return utf8.encode(`--${boundary}\r\nContent-Disposition: form-data; name=${quote(name)}${filename}\r\n${type}\r\n`)
}

const sizeOf = ({ value }: Field): number | undefined =>
  typeof value === "string" ? utf8.encode(value).byteLength : value.size

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
    isRepeatable: isRepeatable(parts),
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
      const bytes = next.value
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
  readonly read: () => Promise<IteratorResult<Uint8Array, unknown>>
  /** Never waits and never throws: whoever closes has no use for what the source has to say. */
  readonly close: () => void
}

const ignore = (): void => {}

const open = ({ value }: Field): Source => {
  const content = typeof value === "string" ? utf8.encode(value) : value.content
  const iterator = FileInput.chunks(content)[Symbol.asyncIterator]()
  return {
    read: () => iterator.next(),
    close: () => void (async () => iterator.return?.())().catch(ignore)
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
