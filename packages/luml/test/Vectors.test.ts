import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import { canonicalUuid } from "../src/Place.js"
import * as ArtifactCursor from "../src/resources/ArtifactCursor.js"
import * as Plan from "../src/transfer/MultipartPlan.js"
import { isFileName } from "../src/transfer/Upload.js"

interface Vectors {
  readonly multipart_plans: ReadonlyArray<{
    readonly size: number
    readonly multipart: boolean
    readonly part_size: number
    readonly parts: number
    readonly last_part_size: number
  }>
  readonly cursors: ReadonlyArray<{ readonly decoded: ReadonlyArray<unknown>; readonly cursor: string }>
  readonly azure_block_ids: ReadonlyArray<{ readonly part_number: number; readonly block_id: string }>
  readonly file_names: { readonly ok: ReadonlyArray<string>; readonly refused: ReadonlyArray<string> }
  readonly uuid_test: { readonly python_accepts: ReadonlyArray<string>; readonly python_refuses: ReadonlyArray<string> }
}

const vectors = JSON.parse(
  readFileSync(new URL("../../../fixtures/luml/vectors.json", import.meta.url), "utf8")
) as Vectors

describe("the vectors of the registry", () => {
  it("parts are foreseen as the server plans them", () => {
    for (const plan of vectors.multipart_plans) {
      assert.strictEqual(plan.size > Plan.largestSingle, plan.multipart)
      assert.strictEqual(Plan.partSizeOf(plan.size), plan.part_size)
      assert.strictEqual(Math.ceil(plan.size / plan.part_size), plan.parts)
      assert.strictEqual(plan.size - (plan.parts - 1) * plan.part_size, plan.last_part_size)
    }
  })

  it("Azure blocks have the server's names, and stand in order of parts beyond part 399", () => {
    for (const { block_id, part_number } of vectors.azure_block_ids) {
      assert.strictEqual(Plan.azureBlockId(part_number), block_id)
    }
    const listed = [...Plan.azureCompletion(5120).matchAll(/<Latest>([^<]+)</g)].map(([, id = ""]) => atob(id))
    assert.deepStrictEqual(
      listed,
      Array.from({ length: 5120 }, (_, i) => `block-${String(i + 1).padStart(8, "0")}`)
    )
  })

  it("file names are refused before they are sent if the server refuses them", () => {
    assert.deepStrictEqual(
      vectors.file_names.ok.filter((name) => !isFileName(name)),
      []
    )
    assert.deepStrictEqual(vectors.file_names.refused.filter(isFileName), [])
  })

  it("every text that Python takes for a UUID becomes the one form that finds anything", () => {
    for (const text of vectors.uuid_test.python_accepts) {
      assert.strictEqual(canonicalUuid(text), "0199c455-21ee-74c6-b747-19a82f1a1e67")
    }
    for (const text of vectors.uuid_test.python_refuses) assert.isUndefined(canonicalUuid(text))
  })

  it("the cursor of a metric list says the metric, and no other cursor is touched", () => {
    for (const { cursor, decoded } of vectors.cursors) {
      assert.strictEqual(ArtifactCursor.repair(cursor, "name"), cursor)
      const repaired = ArtifactCursor.repair(cursor, "F1")
      const expected = decoded.map((value, i) => (i === 2 && value === "extra_values" ? "F1" : value))
      assert.deepStrictEqual(JSON.parse(Buffer.from(repaired, "base64url").toString()), expected)
      assert.strictEqual(repaired.length % 4, 0)
    }
  })

  it("no text given as a cursor breaks the repair, and any metric name survives it", () => {
    FastCheck.assert(
      FastCheck.property(FastCheck.string(), FastCheck.string({ minLength: 1 }), (cursor, metric) => {
        assert.isString(ArtifactCursor.repair(cursor, metric))
        const own = vectors.cursors[1]?.cursor ?? ""
        if (!ArtifactCursor.isMetric(metric)) return
        const repaired = JSON.parse(Buffer.from(ArtifactCursor.repair(own, metric), "base64url").toString())
        assert.strictEqual(repaired[2], metric)
      })
    )
  })
})

describe("the last step of an upload in parts", () => {
  it("S3 gets its parts in order of their numbers, whatever order they were finished in", () => {
    const text = Plan.s3Completion(
      new Map([
        [10, "b"],
        [2, `a"&<`],
        [1, "x"]
      ])
    )
    assert.deepStrictEqual(
      [...text.matchAll(/<PartNumber>(\d+)</g)].map(([, n]) => n),
      ["1", "2", "10"]
    )
    assert.include(text, "<ETag>a&#34;&#38;&#60;</ETag>")
  })

  it("an ETag has neither quotes nor a weak mark, and an empty one is none", () => {
    assert.deepStrictEqual([`"abc"`, "abc", `W/"abc"`, "", `""`, undefined].map(Plan.etagOf), [
      "abc",
      "abc",
      "abc",
      undefined,
      undefined,
      undefined
    ])
  })

  it("a plan with a gap, an overlap or too few bytes is no plan", () => {
    const part = (part_number: number, start_byte: number, end_byte: number) => ({
      part_number,
      start_byte,
      end_byte,
      part_size: end_byte - start_byte + 1,
      url: ""
    })
    const problem = (...parts: ReadonlyArray<ReturnType<typeof part>>) =>
      Plan.problemOf({ type: "azure", parts, complete_url: "" }, 10)
    assert.isUndefined(problem(part(1, 0, 4), part(2, 5, 9)))
    for (const wrong of [
      problem(part(1, 0, 4)),
      problem(part(1, 0, 4), part(2, 6, 9)),
      problem(part(1, 0, 4), part(2, 4, 9)),
      problem(part(2, 0, 4), part(1, 5, 9)),
      problem(part(1, 0, 10)),
      problem()
    ]) {
      assert.isString(wrong)
    }
  })

  it("MD5 goes along where the signature leaves room for it", () => {
    assert.deepStrictEqual(
      [
        "https://h/k?X-Amz-SignedHeaders=host&X-Amz-Signature=a",
        "https://h/k?sv=1&sig=a",
        "https://h/k",
        "https://h/k?X-Amz-SignedHeaders=content-md5%3Bhost",
        "https://h/k?AWSAccessKeyId=a&Signature=b&Expires=1"
      ].map(Plan.takesContentMd5),
      [true, true, true, false, false]
    )
  })
})
