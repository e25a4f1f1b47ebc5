/**
 * Builds the index of a tar archive in one pass over its bytes. Does not keep the bytes.
 *
 * Supports ustar with its prefix field, PAX headers (`x`, `g`), GNU long names (`L`, `K`), octal and base-256 sizes.
 * The work is linear in the size of the archive, also for malicious headers.
 *
 * @since 0.1.0
 */

/**
 * Why an archive cannot be read.
 *
 * @since 0.1.0
 * @category models
 */
export interface Problem {
  readonly reason:
    | "not_an_archive"
    | "archive_compressed"
    | "archive_truncated"
    | "archive_damaged"
    | "archive_unsupported"
  readonly message: string
}

/**
 * `[offset of the first content byte in the archive, length of the content]`.
 *
 * @since 0.1.0
 * @category models
 */
export type Extent = readonly [offset: number, length: number]

const block = 512
/** Size limit of an extended header. */
const longestExtension = 1024 * 1024

const text = new TextDecoder()

const magics: ReadonlyArray<readonly [name: string, bytes: ReadonlyArray<number>]> = [
  ["gzip", [0x1f, 0x8b]],
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["lz4", [0x04, 0x22, 0x4d, 0x18]]
]

const compressionOf = (bytes: Uint8Array): string | undefined =>
  magics.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0]

const field = (header: Uint8Array, start: number, length: number): Uint8Array => {
  const whole = header.subarray(start, start + length)
  const end = whole.indexOf(0)
  return end === -1 ? whole : whole.subarray(0, end)
}

/** Octal text, or big-endian binary when the first bit is set (GNU). `undefined`: invalid or negative. */
const numberAt = (header: Uint8Array, start: number, length: number): number | undefined => {
  const first = header[start] ?? 0
  if (first === 0x80) {
    let value = 0
    for (let i = start + 1; i < start + length; i++) value = value * 256 + (header[i] ?? 0)
    return Number.isSafeInteger(value) ? value : undefined
  }
  const digits = text.decode(field(header, start, length)).trim()
  if (digits === "") return 0
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined
}

/** POSIX sums unsigned bytes, some old writers signed ones. The bytes of the checksum field count as spaces. */
const hasChecksum = (header: Uint8Array): boolean => {
  const stored = numberAt(header, 148, 8)
  let unsigned = 0
  let signed = 0
  for (let i = 0; i < block; i++) {
    const byte = i >= 148 && i < 156 ? 32 : (header[i] ?? 0)
    unsigned += byte
    signed += byte > 127 ? byte - 256 : byte
  }
  return stored === unsigned || stored === signed
}

const isZero = (header: Uint8Array): boolean => {
  for (let i = 0; i < block; i++) if (header[i] !== 0) return false
  return true
}

/** Parses PAX records, `length key=value\n`. The length counts the bytes of the whole record. */
const attributesOf = (bytes: Uint8Array): ReadonlyMap<string, string> | undefined => {
  const out = new Map<string, string>()
  let at = 0
  while (at < bytes.length && bytes[at] !== 0) {
    const space = bytes.indexOf(32, at)
    const length = space === -1 ? "" : text.decode(bytes.subarray(at, space))
    if (!/^\d{1,9}$/.test(length)) return undefined
    const end = at + Number(length)
    const equals = bytes.indexOf(61, space)
    if (end > bytes.length || end <= space || equals === -1 || equals >= end || bytes[end - 1] !== 10) return undefined
    out.set(text.decode(bytes.subarray(space + 1, equals)), text.decode(bytes.subarray(equals + 1, end - 1)))
    at = end
  }
  return out
}

/** Content that is read into memory: a kept member or an extended header. */
interface Collecting {
  readonly bytes: Uint8Array
  readonly done: (bytes: Uint8Array) => void
  filled: number
}

/** The fields of a member that the attributes of a PAX header override. */
interface Overrides {
  readonly path: string | undefined
  readonly size: number | "invalid" | undefined
  readonly sparse: boolean
}

const none: Overrides = { path: undefined, size: undefined, sparse: false }

/** Later values win. Runs once for each header, not once for each member, so the work is linear in `attributes`. */
const override = (before: Overrides, attributes: ReadonlyMap<string, string>): Overrides => {
  let { path, size, sparse } = before
  for (const [name, value] of attributes) {
    if (name === "path") path = value
    else if (name === "size") {
      const bytes = Number(value)
      size = /^\d+$/.test(value) && Number.isSafeInteger(bytes) ? bytes : "invalid"
    } else if (name.startsWith("GNU.sparse.")) sparse = true
  }
  return { path, size, sparse }
}

/**
 * Options of a {@link Scanner}.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Names of members whose content is kept. The last member of a name wins. */
  readonly keep: ReadonlySet<string>
  /** Size limit of a kept member in bytes. Larger ones are listed in {@link Scanner.oversized} instead. */
  readonly keepLimit: number
}

/**
 * Scans an archive chunk by chunk. Memory holds the index and the kept members.
 *
 * @since 0.1.0
 * @category models
 */
export class Scanner {
  /** Regular files in order of first occurrence, with the extent of the last occurrence. */
  readonly index = new Map<string, Extent>()
  readonly kept: Map<string, Uint8Array> = new Map()
  readonly oversized = new Set<string>()
  problem: Problem | undefined
  private readonly options: Options
  private readonly header = new Uint8Array(block)
  private headerFilled = 0
  private skip = 0
  private collecting: Collecting | undefined
  /** Offset of the next byte. */
  private position = 0
  private ended = false
  /** From the `x` and `L` headers before the next member. */
  private own = none
  /** From the `g` headers so far. */
  private shared = none

  constructor(options: Options) {
    this.options = options
  }

  push(chunk: Uint8Array): void {
    let at = 0
    while (at < chunk.length && !this.ended && this.problem === undefined) {
      const left = chunk.length - at
      if (this.skip > 0) {
        const taken = Math.min(this.skip, left)
        this.skip -= taken
        at += taken
        this.position += taken
        continue
      }
      const target = this.collecting
      if (target !== undefined) {
        const taken = Math.min(target.bytes.length - target.filled, left)
        target.bytes.set(chunk.subarray(at, at + taken), target.filled)
        target.filled += taken
        at += taken
        this.position += taken
        if (target.filled === target.bytes.length) this.finish(target)
        continue
      }
      const taken = Math.min(block - this.headerFilled, left)
      this.header.set(chunk.subarray(at, at + taken), this.headerFilled)
      this.headerFilled += taken
      at += taken
      this.position += taken
      if (this.headerFilled === block) {
        this.headerFilled = 0
        this.readHeader(this.header)
      }
    }
  }

  /** Ends the input. */
  end(): void {
    if (this.ended || this.problem !== undefined) return
    if (this.position === 0) this.problem = { reason: "not_an_archive", message: "the file is empty" }
    else if (this.position < block) this.failFirst(this.header.subarray(0, this.headerFilled))
    else {
      this.problem = {
        reason: "archive_truncated",
        message: `the archive ends at byte ${this.position} without an end marker; it is probably truncated`
      }
    }
  }

  private finish(target: Collecting): void {
    this.collecting = undefined
    this.skip = -target.bytes.length & (block - 1)
    target.done(target.bytes)
  }

  private collect(length: number, done: (bytes: Uint8Array) => void): void {
    if (length === 0) done(new Uint8Array(0))
    else this.collecting = { bytes: new Uint8Array(length), done, filled: 0 }
  }

  private damage(message: string): void {
    this.problem = { reason: "archive_damaged", message: `byte ${this.position - block}: ${message}` }
  }

  private failFirst(header: Uint8Array): void {
    const compression = compressionOf(header)
    this.problem =
      compression === undefined
        ? { reason: "not_an_archive", message: "the file is not a tar archive" }
        : {
            reason: "archive_compressed",
            message: `the archive is compressed with ${compression}, so its members cannot be read by range; decompress it first`
          }
  }

  private readHeader(header: Uint8Array): void {
    if (isZero(header)) {
      this.ended = true
      return
    }
    if (!hasChecksum(header)) {
      if (this.position === block) this.failFirst(header)
      else this.damage("there is neither a member header nor the end of the archive")
      return
    }
    const size = numberAt(header, 124, 12)
    if (size === undefined) {
      this.damage("the size of the member is invalid")
      return
    }
    const type = String.fromCharCode(header[156] ?? 0)
    if (type === "x" || type === "g" || type === "L" || type === "K") this.readExtension(type, size)
    else this.readMember(header, type, size)
  }

  private readExtension(type: "x" | "g" | "L" | "K", size: number): void {
    if (size > longestExtension) {
      this.damage("the extended header is longer than 1 MiB")
      return
    }
    this.collect(size, (bytes) => {
      if (type === "K") return
      if (type === "L") {
        const end = bytes.indexOf(0)
        this.own = { ...this.own, path: text.decode(end === -1 ? bytes : bytes.subarray(0, end)) }
        return
      }
      const attributes = attributesOf(bytes)
      if (attributes === undefined) {
        this.damage("the extended header is invalid")
        return
      }
      if (type === "g") this.shared = override(this.shared, attributes)
      else this.own = override(this.own, attributes)
    })
  }

  private failSparse(): void {
    this.problem = {
      reason: "archive_unsupported",
      message: "the archive has a sparse member, which cannot be read by range; create it without --sparse"
    }
  }

  private readMember(header: Uint8Array, type: string, headerSize: number): void {
    const { own, shared } = this
    this.own = none
    const size = own.size ?? shared.size ?? headerSize
    if (size === "invalid") {
      this.damage("the size of the member is invalid")
      return
    }
    if (type === "S" || own.sparse || shared.sparse) {
      this.failSparse()
      return
    }
    const name = own.path ?? shared.path ?? nameOf(header)
    // Links, devices and directories have no content, even if their size is not 0. Unknown types have content.
    if (type >= "1" && type <= "6") return
    const isFile = type === "0" || type === "\0" || type === "7"
    // In formats before ustar, a directory is a file with a name that ends in a slash.
    if (isFile && !(type === "\0" && name.endsWith("/"))) {
      this.index.set(name, [this.position, size])
      this.oversized.delete(name)
      if (this.options.keep.has(name)) {
        if (size <= this.options.keepLimit) {
          this.collect(size, (bytes) => this.kept.set(name, bytes))
          return
        }
        this.kept.delete(name)
        this.oversized.add(name)
      }
    }
    this.skip = size + (-size & (block - 1))
  }
}

const nameOf = (header: Uint8Array): string => {
  const name = text.decode(field(header, 0, 100))
  // The GNU magic is `ustar` and a space. GNU stores times in the field where POSIX stores the prefix.
  const isPosix = header[262] === 0 && text.decode(header.subarray(257, 262)) === "ustar"
  const prefix = isPosix ? text.decode(field(header, 345, 155)) : ""
  return prefix === "" ? name : `${prefix}/${name}`
}
