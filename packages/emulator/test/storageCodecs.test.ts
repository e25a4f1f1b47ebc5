import { describe, expect, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import { isoOf, microsOf, uuidAt } from "../src/platforms/luml/Moments.js"
import { decodeCursor, encodeCursor } from "../src/platforms/luml/Paging.js"
import { partSizeOf, planOf } from "../src/platforms/luml/Plans.js"
import { rangeOf } from "../src/storage/Reads.js"
import { encodeKey, presignAzure, presignS3, verifyAzure, verifyS3 } from "../src/storage/Signature.js"
import { parse } from "../src/storage/Target.js"
import * as Xml from "../src/storage/Xml.js"

const text = FastCheck.string({ unit: "grapheme", minLength: 1, maxLength: 30 })
const hex = FastCheck.stringMatching(/^[0-9a-f]{32}$/)
const now = Date.UTC(2025, 0, 1)

describe("signatures", () => {
  const keys = { accessKey: "AK", secretKey: "SK", token: null }
  const signed = (method: string, key: string, query: ReadonlyArray<readonly [string, string]>): string =>
    presignS3({ method, url: `http://h:1/storage/b/${encodeKey(key)}`, query, region: "r", keys, now })
  const verified = (method: string, url: string) => {
    const target = parse(method, url.slice("http://h:1".length), {})
    if (target === undefined) return "no target"
    const { path, query } = target
    return verifyS3({ method, path, query, headers: { host: "h:1" }, keysOf: () => keys, now })?.code
  }

  it.prop("of S3 hold for every key and query, and for no other", [text, text, text], ([key, name, value]) => {
    const url = signed("PUT", key, [[`q${name}`, value]])
    expect(verified("PUT", url)).toBeUndefined()
    expect(verified("GET", url)).toBe("SignatureDoesNotMatch")
    expect(
      verified(
        "PUT",
        url.replace(/[0-9a-f]$/, (digit) => (digit === "0" ? "1" : "0"))
      )
    ).toBe("SignatureDoesNotMatch")
  })

  it.prop("of Azure hold for every blob, and for no other", [text, text], ([blob, other]) => {
    const account = { account: "a", key: "YQ==" }
    const url = presignAzure({
      url: `http://h/storage/c/${encodeKey(blob)}`,
      container: "c",
      blob,
      permissions: "r",
      keys: account,
      now,
      extra: []
    })
    const target = parse("GET", url.slice("http://h".length), {})
    const check = (name: string) =>
      verifyAzure({
        container: "c",
        blob: name,
        query: target?.query ?? [],
        wanted: "r",
        candidates: [account],
        now
      })?.code
    expect(target?.key).toBe(blob)
    expect(check(blob)).toBeUndefined()
    expect(check(`${blob}${other}`)).toBe("AuthenticationFailed")
  })
})

describe("cursors", () => {
  const value = FastCheck.oneof(
    FastCheck.string({ unit: "grapheme" }),
    FastCheck.double({ noNaN: true, noDefaultInfinity: true }),
    FastCheck.constant(null)
  )

  it.prop("give back what went in, in ASCII", [hex, value, text, hex], ([id, last, sortBy, scope]) => {
    const cursor = encodeCursor({ id, value: last, sortBy, order: "asc", scope })
    expect(Buffer.from(cursor, "base64url").every((byte) => byte < 0x80)).toBe(true)
    const decoded = decodeCursor(cursor)
    expect(decoded).toEqual({ id, value: Object.is(last, -0) ? 0 : last, sortBy, order: "asc", scope })
  })

  it.prop("of any text never throw", [FastCheck.string()], ([any]) => {
    expect(() => decodeCursor(any)).not.toThrow()
  })
})

describe("moments", () => {
  const micros = FastCheck.integer({ min: 0, max: 4_102_444_800_000_000 })

  it.prop(
    "are the same after writing and reading, and their ids sort as they do",
    [micros, micros, hex],
    ([a, b, random]) => {
      expect(microsOf(isoOf(a))).toBe(a)
      const [first, second] = [uuidAt(a, random), uuidAt(b, random)]
      if (a < b) expect(first < second).toBe(true)
      expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  )
})

describe("plans", () => {
  it.prop(
    "cover every byte once, in parts of one size",
    [FastCheck.integer({ min: 1, max: 20 * 1024 ** 3 })],
    ([size]) => {
      const plan = planOf(size)
      let at = 0
      for (const { end, start } of plan) {
        expect(start).toBe(at)
        at = end + 1
      }
      expect(at).toBe(size)
      expect(plan.slice(0, -1).every(({ end, start }) => end - start + 1 === partSizeOf(size))).toBe(true)
    }
  )
})

describe("ranges", () => {
  const header = FastCheck.oneof(
    FastCheck.stringMatching(/^bytes=\d{0,4}-\d{0,4}$/),
    FastCheck.string(),
    FastCheck.constant(undefined)
  )

  it.prop("name bytes of the object, none, or all", [header, FastCheck.nat({ max: 3000 })], ([asked, size]) => {
    const range = rangeOf(asked, size)
    if (range === undefined || range === "unsatisfiable") return
    expect(range.start).toBeGreaterThanOrEqual(0)
    expect(range.end).toBeGreaterThanOrEqual(range.start)
    expect(range.end).toBeLessThan(size)
  })
})

describe("lists of parts", () => {
  const part = FastCheck.record({
    number: FastCheck.nat({ max: 10_000 }),
    etag: FastCheck.stringMatching(/^[ -!#-~]{0,20}$/).map((tag) => tag.trim())
  })

  it.prop("are read as they were written", [FastCheck.array(part, { minLength: 1, maxLength: 20 })], ([parts]) => {
    const items = parts.map(
      ({ etag, number }) => `<Part><PartNumber>${number}</PartNumber><ETag>"${Xml.escape(etag)}"</ETag></Part>`
    )
    expect(Xml.parseParts(`<CompleteMultipartUpload>${items.join("\n")}</CompleteMultipartUpload>`)).toEqual(parts)
  })

  it.prop("of any text never throw", [FastCheck.string()], ([any]) => {
    expect(Xml.parseParts(`<CompleteMultipartUpload>${any}</CompleteMultipartUpload>`)).toBeUndefined()
    expect(() => Xml.parseBlocks(any)).not.toThrow()
  })
})
