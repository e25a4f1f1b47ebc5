/**
 * Reading objects: whole, by range, under conditions, or only their headers.
 *
 * @since 0.1.0
 */
import * as Reply from "../Reply.js"
import type { ObjectRecord } from "./Objects.js"
import type { Rejected } from "./Signature.js"
import type { Spool } from "./Spool.js"
import { header, type Target } from "./Target.js"

/**
 * `start` to `end`, both inclusive.
 *
 * @since 0.1.0
 * @category models
 */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Reads a `Range` header of one range. `undefined` for no valid range, which selects the whole object.
 * `"unsatisfiable"` for a range outside an object of `size` bytes.
 *
 * @since 0.1.0
 * @category constructors
 */
export const rangeOf = (text: string | undefined, size: number): Range | "unsatisfiable" | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(text?.trim() ?? "")
  if (match === null) return undefined
  const [, first = "", last = ""] = match
  if (first === "" && last === "") return undefined
  if (first === "") {
    const length = Math.min(Number(last), size)
    return length === 0 ? "unsatisfiable" : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  if (last !== "" && Number(last) < start) return undefined
  if (start >= size) return "unsatisfiable"
  return { start, end: last === "" ? size - 1 : Math.min(Number(last), size - 1) }
}

const bare = (etag: string): string => etag.replace(/^W\//, "").replaceAll('"', "")

const lists = (text: string | undefined, etag: string): boolean | undefined =>
  text === undefined
    ? undefined
    : text
        .split(",")
        .map((item) => item.trim())
        .some((item) => item === "*" || bare(item) === bare(etag))

/**
 * Answers a GET or HEAD of an object that exists.
 *
 * @since 0.1.0
 * @category constructors
 */
export const read = (
  target: Target,
  object: ObjectRecord,
  spool: Spool,
  options: { readonly ignoreRange: boolean }
): Reply.Reply | Rejected => {
  const { etag, pieces, size } = object
  const headers: Record<string, string> = {
    etag,
    "last-modified": new Date(object.modified).toUTCString(),
    "accept-ranges": "bytes",
    ...(target.flavor === "azure" ? { "x-ms-blob-type": "BlockBlob" } : {})
  }
  if (lists(header(target, "if-match"), etag) === false) {
    const message = "At least one of the pre-conditions you specified did not hold"
    return { status: 412, code: target.flavor === "azure" ? "ConditionNotMet" : "PreconditionFailed", message }
  }
  if (lists(header(target, "if-none-match"), etag) === true) return Reply.empty(304, headers)
  const condition = header(target, "if-range")
  const asked = header(target, "x-ms-range") ?? header(target, "range")
  const counts = !options.ignoreRange && (condition === undefined || bare(condition) === bare(etag))
  const range = counts ? rangeOf(asked, size) : undefined
  if (range === "unsatisfiable") {
    const message = "The requested range is not satisfiable"
    return { status: 416, code: "InvalidRange", message, headers: { "content-range": `bytes */${size}` } }
  }
  const { end, start } = range ?? { start: 0, end: size - 1 }
  return {
    status: range === undefined ? 200 : 206,
    headers: range === undefined ? headers : { ...headers, "content-range": `bytes ${start}-${end}/${size}` },
    body: {
      kind: "stream",
      chunks: spool.read(pieces, start, end + 1),
      length: end - start + 1,
      contentType: object.contentType
    }
  }
}
