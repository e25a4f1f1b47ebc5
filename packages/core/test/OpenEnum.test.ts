import { describe, expect, expectTypeOf, it } from "@effect/vitest"
import * as OpenEnum from "@trilum/core/OpenEnum"
import * as Either from "effect/Either"
import * as JSONSchema from "effect/JSONSchema"
import * as Schema from "effect/Schema"

const Status = OpenEnum.make(["queued", "running"])

describe("OpenEnum", () => {
  it("passes members that were added after the contract was written", () => {
    expect(Schema.decodeUnknownSync(Status)("queued")).toBe("queued")
    expect(Schema.decodeUnknownSync(Status)("paused")).toBe("paused")
  })

  it("refuses what is not text", () => {
    expect(Either.isLeft(Schema.decodeUnknownEither(Status)(1))).toBe(true)
    expect(Either.isLeft(Schema.decodeUnknownEither(Status)(null))).toBe(true)
  })

  it("tells known members and narrows to them", () => {
    const value: unknown = "running"
    expect(OpenEnum.isKnown(Status, value)).toBe(true)
    expect(OpenEnum.isKnown(Status, "paused")).toBe(false)
    expect(OpenEnum.isKnown(Status, "toString")).toBe(false)
    if (OpenEnum.isKnown(Status, value)) expectTypeOf(value).toEqualTypeOf<"queued" | "running">()
    expect(Status.known).toEqual(["queued", "running"])
  })

  it("keeps completion in its type and shows the known members in JSON Schema", () => {
    expectTypeOf<Schema.Schema.Type<typeof Status>>().toEqualTypeOf<"queued" | "running" | (string & {})>()
    expect(JSONSchema.make(Status)).toMatchObject({ type: "string", examples: ["queued", "running"] })
  })
})
