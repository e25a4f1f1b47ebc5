import { readdirSync, readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import * as Encoding from "effect/Encoding"
import * as FastCheck from "effect/FastCheck"
import * as ArtifactFile from "../src/archive/ArtifactFile.js"
import * as Portable from "../src/DefaultDigest.js"
import * as DefaultDigest from "../src/node/DefaultDigest.js"

const fixtures = new URL("../../../fixtures/luml/", import.meta.url)

interface Expected {
  readonly file_name: string
  readonly size: number
  readonly file_hash: string
  readonly client_error?: string
  readonly server?: unknown
  readonly artifact_type?: string | null
}

const inspect = (
  name: string,
  bytes: Uint8Array,
  step: (left: number) => number = () => bytes.length,
  hash = DefaultDigest.sha256()
) => {
  const rejected = ArtifactFile.checkName(name)
  if (rejected !== undefined) return rejected
  const inspector = ArtifactFile.inspector(name, hash)
  for (let at = 0; at < bytes.length; ) {
    const taken = Math.max(1, step(bytes.length - at))
    inspector.push(bytes.subarray(at, at + taken))
    at += taken
  }
  return inspector.result()
}

const cases = ["", "bad/"].flatMap((folder) =>
  readdirSync(new URL(folder, fixtures))
    .filter((name) => name.endsWith(".expected.json"))
    .map((name) => {
      const file = `${folder}${name.slice(0, -".expected.json".length)}`
      const text = readFileSync(new URL(`${file}.expected.json`, fixtures), "utf8")
      return { file, text, expected: JSON.parse(text) as Expected, bytes: readFileSync(new URL(file, fixtures)) }
    })
)

describe("what a client derives from an artifact is what the official client derives", () => {
  it("has fixtures to look at", () => {
    assert.strictEqual(cases.length, 18)
  })

  for (const { bytes, expected, file, text } of cases) {
    it(`derives ${file}`, () => {
      const result = inspect(expected.file_name, bytes)
      if (expected.client_error !== undefined) {
        assert.propertyVal(result, "_tag", "LocalFileError")
        assert.propertyVal(result, "code", expected.client_error.toUpperCase())
        return
      }
      // Keys in the order of the expected file; what only the server knows comes from there.
      const known: Record<string, unknown> = { ...result }
      const merged = Object.fromEntries(
        Object.entries(expected).map(([key, value]) => [key, key in known ? known[key] : value])
      )
      assert.strictEqual(`${JSON.stringify(merged, undefined, 1)}\n`, text)
      assert.strictEqual(known["artifact_type"] === null, JSON.stringify(expected.server).includes("400"))
    })
  }
})

describe("any cut of the bytes gives the same inspection", () => {
  for (const { bytes, expected, file } of cases) {
    it(file, () => {
      const whole = inspect(expected.file_name, bytes)
      FastCheck.assert(
        FastCheck.property(FastCheck.infiniteStream(FastCheck.integer({ min: 1, max: 1500 })), (steps) => {
          const cut = inspect(expected.file_name, bytes, () => steps.next().value ?? 1)
          assert.deepStrictEqual({ ...cut }, { ...whole })
        }),
        { numRuns: 20 }
      )
    })
  }
})

describe("the hash of runtimes without one of their own", () => {
  it("agrees with Node's for any bytes in any pieces", () => {
    FastCheck.assert(
      FastCheck.property(FastCheck.array(FastCheck.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (pieces) => {
        const [ours, theirs] = [Portable.sha256(), DefaultDigest.sha256()]
        for (const piece of pieces) {
          ours.update(piece)
          theirs.update(piece)
        }
        assert.strictEqual(Encoding.encodeHex(ours.digest()), Encoding.encodeHex(theirs.digest()))
      })
    )
  })

  it("gives fixtures the hash that the record expects", () => {
    for (const { bytes, expected } of cases) {
      const hash = Portable.sha256()
      hash.update(bytes)
      assert.strictEqual(Encoding.encodeHex(hash.digest()), expected.file_hash)
    }
  })
})
