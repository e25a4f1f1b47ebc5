import { describe, expect, it } from "@effect/vitest"
import { Timestamp } from "@trilum/core/EffectSchema"
import { parse } from "@trilum/core/Timestamp"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Schema from "effect/Schema"

const iso = (text: string): string | undefined => parse(text)?.toISOString()

const anyDate = FastCheck.date({ noInvalidDate: true })
const commonDate = FastCheck.date({
  min: new Date("0000-01-01T00:00:00.000Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true
})
const pad = (value: number, length = 2): string => String(value).padStart(length, "0")

describe("Timestamp.parse", () => {
  it.each([
    ["2024-05-01T12:34:56Z", "2024-05-01T12:34:56.000Z"],
    ["2024-05-01T12:34:56.7Z", "2024-05-01T12:34:56.700Z"],
    ["2024-05-01T12:34:56.07Z", "2024-05-01T12:34:56.070Z"],
    ["2024-05-01T12:34:56.123456Z", "2024-05-01T12:34:56.123Z"],
    ["2024-05-01T12:34:56.999999999Z", "2024-05-01T12:34:56.999Z"],
    ["2024-05-01t12:34:56z", "2024-05-01T12:34:56.000Z"],
    ["2024-05-01 12:34:56+00", "2024-05-01T12:34:56.000Z"],
    ["2024-05-01T12:34Z", "2024-05-01T12:34:00.000Z"],
    ["2024-05-01T00:30:00+02:00", "2024-04-30T22:30:00.000Z"],
    ["2024-05-01T12:34:56-0530", "2024-05-01T18:04:56.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["2024-12-31T24:00:00Z", "2025-01-01T00:00:00.000Z"],
    ["0099-12-31T00:00:00Z", "0099-12-31T00:00:00.000Z"],
    ["1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"],
    ["-000001-12-31T00:00:00.000Z", "-000001-12-31T00:00:00.000Z"],
    ["+275760-09-13T00:00:00.000Z", "+275760-09-13T00:00:00.000Z"]
  ])("reads %s", (text, expected) => {
    expect(iso(text)).toBe(expected)
  })

  it.each(["2024-05-01T12:34:56", "2024-05-01 12:34:56", "2024-05-01T12:34:56.000", "2024-05-01T12:34"])(
    "reads %s as UTC, where Date.parse takes local time",
    (text) => {
      expect(iso(text)).toBe(iso(`${text}Z`))
      expect(iso(text)).toMatch(/^2024-05-01T12:34/)
    }
  )

  it("takes a leap second for the second after it", () => {
    expect(iso("2016-12-31T23:59:60Z")).toBe("2017-01-01T00:00:00.000Z")
    expect(iso("2016-12-31T23:59:60.25Z")).toBe("2017-01-01T00:00:00.250Z")
    expect(iso("2017-01-01T00:59:60+01:00")).toBe("2017-01-01T00:00:00.000Z")
    expect(iso("2016-12-31T12:30:60Z")).toBeUndefined()
    expect(iso("2016-12-31T23:59:60+01:00")).toBeUndefined()
  })

  it.each([
    "",
    " ",
    "now",
    "1714567890",
    "1714567890123",
    "2024",
    "2024-05",
    "2024-5-1",
    "2024-13-01",
    "2024-00-10",
    "2024-04-31",
    "2023-02-29",
    "1900-02-29",
    "2024-05-01T",
    "2024-05-01Z",
    "2024-05-01T12",
    "2024-05-01T25:00:00Z",
    "2024-05-01T24:00:01Z",
    "2024-05-01T12:60:00Z",
    "2024-05-01T12:34:61Z",
    "2024-05-01T12:34:56.Z",
    "2024-05-01T12:34:56.1234567890Z",
    "2024-05-01T12:34:56,5Z",
    "2024-05-01T12:34:56ZZ",
    "2024-05-01T12:34:56+24:00",
    "2024-05-01T12:34:56+01:60",
    "2024-05-01T12:34:56+1:00",
    "2024-05-01T12:34:56 +01:00",
    "2024-05-01T12:34:56+01-00",
    "2024/05/01",
    "May 1, 2024",
    " 2024-05-01",
    "2024-05-01 ",
    "２024-05-01",
    "-000000-01-01T00:00:00Z",
    "+275760-09-13T00:00:00.001Z"
  ])("refuses %j", (text) => {
    expect(parse(text)).toBeUndefined()
  })

  it.prop("reads back every date that toISOString can write", [anyDate], ([date]) => {
    expect(parse(date.toISOString())).toStrictEqual(date)
  })

  it.prop(
    "shifts by the offset, whatever way it is written",
    [commonDate, FastCheck.integer({ min: -1439, max: 1439 }), FastCheck.constantFrom(":", "")],
    ([date, minutes, colon]) => {
      const local = new Date(date.getTime() + minutes * 60_000)
      FastCheck.pre(local.getUTCFullYear() >= 0 && local.getUTCFullYear() <= 9999)
      const east = Math.abs(minutes)
      const offset = `${minutes < 0 ? "-" : "+"}${pad(Math.floor(east / 60))}${colon}${pad(east % 60)}`
      expect(parse(local.toISOString().replace("Z", offset))).toStrictEqual(date)
    }
  )

  it.prop(
    "cuts a fraction to milliseconds",
    [commonDate, FastCheck.stringMatching(/^[0-9]{1,9}$/)],
    ([date, fraction]) => {
      const seconds = date.toISOString().slice(0, 19)
      expect(parse(`${seconds}.${fraction}Z`)).toStrictEqual(
        new Date(`${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}Z`)
      )
    }
  )

  it.prop(
    "accepts a day exactly when the calendar has it",
    [
      FastCheck.integer({ min: 0, max: 9999 }),
      FastCheck.integer({ min: 0, max: 13 }),
      FastCheck.integer({ min: 0, max: 32 })
    ],
    ([year, month, day]) => {
      const text = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
      const date = new Date(`${text}T00:00:00Z`)
      const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
      expect(iso(text)).toBe(exists ? `${text}T00:00:00.000Z` : undefined)
    }
  )

  it.prop("gives a valid date or none for any text", [FastCheck.string({ unit: "binary" })], ([text]) => {
    expect(Number.isNaN(parse(text)?.getTime() ?? 0)).toBe(false)
  })
})

describe("Timestamp", () => {
  const decode = Schema.decodeUnknownEither(Timestamp)

  it("refuses epoch numbers", () => {
    expect(Either.isLeft(decode(1714567890))).toBe(true)
    expect(Either.isLeft(decode(1714567890123))).toBe(true)
  })

  it("fails for text that is no timestamp, without a defect", () => {
    expect(Either.isLeft(decode("yesterday"))).toBe(true)
  })

  it("encodes with toISOString and refuses an invalid date", () => {
    const encode = Schema.encodeEither(Timestamp)
    expect(encode(new Date(0))).toStrictEqual(Either.right("1970-01-01T00:00:00.000Z"))
    expect(Either.isLeft(encode(new Date(Number.NaN)))).toBe(true)
  })
})
