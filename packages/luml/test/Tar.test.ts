import { assert, describe, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import * as Tar from "../src/archive/Tar.js"

const block = 512

const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & (block - 1))])

interface Header {
  readonly name: string
  readonly prefix?: string
  readonly type: string
  readonly size: number
  readonly base256?: boolean
}

const headerOf = ({ base256 = false, name, prefix = "", size, type }: Header): Buffer => {
  const bytes = Buffer.alloc(block)
  bytes.write(name, 0, 100)
  bytes.write("0000644\0", 100)
  if (base256) {
    bytes[124] = 0x80
    bytes.writeUIntBE(size, 130, 6)
  } else bytes.write(`${size.toString(8).padStart(11, "0")}\0`, 124)
  bytes.fill(" ", 148, 156)
  bytes.write(type, 156)
  bytes.write("ustar\0", 257)
  bytes.write(prefix, 345, 155)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return bytes
}

const entry = (type: string, content: Uint8Array): Buffer =>
  Buffer.concat([headerOf({ name: "extension", type, size: content.length }), padded(content)])

const record = (key: string, value: string): string => {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  let length = rest
  while (length !== rest + String(length).length) length = rest + String(length).length
  return `${length} ${key}=${value}\n`
}

const end = Buffer.alloc(2 * block)

const scan = (bytes: Uint8Array, step: () => number = () => bytes.length): Tar.Scanner => {
  const scanner = new Tar.Scanner({ keep: new Set(["kept"]), keepLimit: 64 })
  for (let at = 0; at < bytes.length; ) {
    const taken = Math.max(1, step())
    scanner.push(bytes.subarray(at, at + taken))
    at += taken
  }
  scanner.end()
  return scanner
}

/** Processor time of the fastest of three runs, in milliseconds. */
const costOf = (run: () => void): number => {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage()
    run()
    const { system, user } = process.cpuUsage(before)
    return (system + user) / 1000
  })
  return Math.min(...times)
}

describe("the work of a scan is linear in the size of the archive", () => {
  const shapes: Readonly<Record<string, (n: number) => Buffer>> = {
    "a PAX global header with many attributes before many members": (n) =>
      Buffer.concat([
        entry("g", Buffer.from(Array.from({ length: n * 8 }, (_, i) => record(`comment.${i}`, "x")).join(""))),
        ...Array.from({ length: n * 2 }, (_, i) => headerOf({ name: `member-${i}`, type: "0", size: 0 })),
        end
      ]),
    "many PAX global headers": (n) =>
      Buffer.concat([
        ...Array.from({ length: n * 2 }, (_, i) => [
          entry("g", Buffer.from(record(`comment.${i}`, "x"))),
          headerOf({ name: `member-${i}`, type: "0", size: 0 })
        ]).flat(),
        end
      ]),
    "a PAX header with many attributes for one member": (n) =>
      Buffer.concat([
        entry("x", Buffer.from(Array.from({ length: n * 8 }, (_, i) => record(`comment.${i}`, "x")).join(""))),
        headerOf({ name: "member", type: "0", size: 0 }),
        end
      ]),
    "one long shared path for many members": (n) =>
      Buffer.concat([
        entry("g", Buffer.from(record("path", "p".repeat(n * 128)))),
        ...Array.from({ length: n * 2 }, () => headerOf({ name: "member", type: "0", size: 0 })),
        end
      ]),
    "many members of one kept name": (n) =>
      Buffer.concat([
        ...Array.from({ length: n * 2 }, () => [
          headerOf({ name: "kept", type: "0", size: 4 }),
          padded(Buffer.from("1234"))
        ]).flat(),
        end
      ])
  }
  for (const [name, archive] of Object.entries(shapes)) {
    it(name, () => {
      const [once, twice, four] = [1000, 2000, 4000].map((n) => {
        const bytes = archive(n)
        return costOf(() => assert.strictEqual(scan(bytes).problem, undefined))
      })
      assert.isDefined(once)
      assert.isDefined(twice)
      assert.isDefined(four)
      // Quadratic work would be 4 and 16 times as much. The constant absorbs the clock and the garbage collector.
      assert.isBelow(twice, 3 * once + 60)
      assert.isBelow(four, 7 * once + 120)
    })
  }
})

type NameForm = "ustar" | "prefix" | "pax" | "gnu"

interface Member {
  readonly name: string
  readonly form: NameForm
  readonly sizeForm: "octal" | "base256" | "pax"
  readonly type: "0" | "\0" | "7" | "5" | "2"
  readonly content: Uint8Array
}

type Piece =
  | { readonly kind: "member"; readonly member: Member }
  | { readonly kind: "shared"; readonly path: string | undefined; readonly comments: number }

const nameText = FastCheck.oneof(
  FastCheck.constantFrom("kept", "manifest.json", "__proto__", "constructor", "../x", "NUL", "a/b/c", "ж.json"),
  FastCheck.stringMatching(/^[a-z]{1,20}$/)
)

const members: FastCheck.Arbitrary<Piece> = FastCheck.record({
  kind: FastCheck.constant("member" as const),
  member: FastCheck.record({
    name: nameText,
    form: FastCheck.constantFrom<Array<NameForm>>("ustar", "prefix", "pax", "gnu"),
    sizeForm: FastCheck.constantFrom("octal" as const, "base256" as const, "pax" as const),
    type: FastCheck.constantFrom("0" as const, "\0" as const, "7" as const, "5" as const, "2" as const),
    content: FastCheck.uint8Array({ maxLength: 1100 })
  })
})

const shareds: FastCheck.Arbitrary<Piece> = FastCheck.record({
  kind: FastCheck.constant("shared" as const),
  path: FastCheck.option(nameText, { nil: undefined }),
  comments: FastCheck.nat(3)
})

const pieces = FastCheck.array(FastCheck.oneof({ weight: 5, arbitrary: members }, { weight: 1, arbitrary: shareds }), {
  maxLength: 12
})

/** Writes the archive and what a reader must find in it. */
const build = (all: ReadonlyArray<Piece>) => {
  const chunks: Array<Buffer> = []
  const index = new Map<string, Tar.Extent>()
  const kept = new Map<string, Uint8Array>()
  const oversized = new Set<string>()
  let length = 0
  let sharedPath: string | undefined
  const write = (bytes: Buffer): void => {
    chunks.push(bytes)
    length += bytes.length
  }
  for (const piece of all) {
    if (piece.kind === "shared") {
      const records = Array.from({ length: piece.comments }, (_, i) => record(`comment.${i}`, "ж\n="))
      if (piece.path !== undefined) {
        sharedPath = piece.path
        records.push(record("path", piece.path))
      }
      write(entry("g", Buffer.from(records.join(""))))
      continue
    }
    const { content, form, name, sizeForm, type } = piece.member
    const hasContent = type === "0" || type === "\0" || type === "7"
    const body = hasContent ? content : new Uint8Array(0)
    const attributes = [
      ...(form === "pax" ? [record("path", name)] : []),
      ...(sizeForm === "pax" ? [record("size", String(body.length))] : [])
    ]
    if (form === "gnu") write(entry("L", Buffer.from(`${name}\0`)))
    if (attributes.length > 0) write(entry("x", Buffer.from(attributes.join(""))))
    const isOwn = form === "pax" || form === "gnu"
    write(
      headerOf({
        name: isOwn ? "truncated" : name,
        type,
        prefix: form === "prefix" ? "folder" : "",
        size: sizeForm === "pax" ? 0 : body.length,
        base256: sizeForm === "base256"
      })
    )
    const found = isOwn ? name : (sharedPath ?? (form === "prefix" ? `folder/${name}` : name))
    if (hasContent) {
      index.set(found, [length, body.length])
      if (found === "kept") {
        oversized.delete(found)
        if (body.length <= 64) kept.set(found, body)
        else {
          kept.delete(found)
          oversized.add(found)
        }
      }
      write(padded(body))
    }
  }
  write(end)
  return { bytes: Buffer.concat(chunks), index, kept, oversized }
}

const stepsOf = FastCheck.infiniteStream(FastCheck.integer({ min: 1, max: 1500 }))

describe("archives of any structure", () => {
  it("are indexed as they were written, in any cut of the bytes", () => {
    FastCheck.assert(
      FastCheck.property(pieces, stepsOf, (all, steps) => {
        const { bytes, index, kept, oversized } = build(all)
        const scanner = scan(bytes, () => steps.next().value ?? 1)
        assert.strictEqual(scanner.problem, undefined)
        assert.deepStrictEqual([...scanner.index], [...index])
        assert.deepStrictEqual(
          [...scanner.kept].map(([name, content]) => [name, [...content]]),
          [...kept].map(([name, content]) => [name, [...content]])
        )
        assert.deepStrictEqual([...scanner.oversized], [...oversized])
      }),
      { numRuns: 200 }
    )
  })

  it("that are cut off or damaged end with a problem or an index within the file, never with an exception", () => {
    FastCheck.assert(
      FastCheck.property(
        pieces,
        FastCheck.nat(),
        FastCheck.array(FastCheck.tuple(FastCheck.nat(), FastCheck.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        (all, cut, changes) => {
          const { bytes } = build(all)
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte
          const scanner = scan(bytes.subarray(0, cut % (bytes.length + 1)))
          if (scanner.problem !== undefined) return
          for (const [offset, length] of scanner.index.values()) assert.isAtMost(offset + length, bytes.length)
        }
      ),
      { numRuns: 300 }
    )
  })

  it("with a shared size or a sparse attribute in the global header apply it to every member", () => {
    const shared = (key: string, value: string): Tar.Scanner =>
      scan(
        Buffer.concat([
          entry("g", Buffer.from(record(key, value))),
          entry("x", Buffer.from(record("path", "own"))),
          headerOf({ name: "member", type: "0", size: 0 }),
          padded(Buffer.from("12345")),
          end
        ])
      )
    assert.deepStrictEqual([...shared("size", "5").index], [["own", [5 * block, 5]]])
    assert.strictEqual(shared("size", "-1").problem?.reason, "archive_damaged")
    assert.strictEqual(shared("GNU.sparse.major", "1").problem?.reason, "archive_unsupported")
  })
})
