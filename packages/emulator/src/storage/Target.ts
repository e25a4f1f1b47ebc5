/**
 * The target of a storage request: object, operation and dialect.
 *
 * @since 0.1.0
 */
import type { IncomingHttpHeaders } from "node:http"
import { redirected } from "../Faults.js"
import type { Flavor } from "./Objects.js"

/**
 * The operations of the store, by the same names for S3 and Azure. A fault rule names them as `operation`.
 *
 * @since 0.1.0
 * @category models
 */
export type StorageOperation =
  | "putObject"
  | "getObject"
  | "headObject"
  | "deleteObject"
  | "createUpload"
  | "uploadPart"
  | "completeUpload"

/**
 * `query` holds decoded pairs in the order they were sent.
 *
 * @since 0.1.0
 * @category models
 */
export interface Target {
  readonly flavor: Flavor
  readonly operation: StorageOperation | undefined
  readonly method: string
  /** With the prefix `/storage`, as sent. */
  readonly path: string
  readonly bucket: string
  readonly key: string
  readonly query: ReadonlyArray<readonly [string, string]>
  readonly headers: IncomingHttpHeaders
}

/**
 * The value of a query parameter; `undefined` when it is not there.
 *
 * @since 0.1.0
 * @category combinators
 */
export const parameter = (target: Pick<Target, "query">, name: string): string | undefined =>
  target.query.find(([key]) => key === name)?.[1]

/**
 * The value of a header, the first one when it is repeated.
 *
 * @since 0.1.0
 * @category combinators
 */
export const header = (target: Pick<Target, "headers">, name: string): string | undefined => {
  const value = target.headers[name]
  return Array.isArray(value) ? value[0] : value
}

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** A plus sign in a query is a plus sign: signed URLs are percent-encoded. */
const pairsOf = (search: string): ReadonlyArray<readonly [string, string]> =>
  search
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=")
      const [name, value] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)]
      return [decode(name) ?? name, decode(value) ?? value] as const
    })

const azureOperation = (method: string, comp: string | undefined): StorageOperation | undefined => {
  if (method === "PUT") {
    return comp === undefined
      ? "putObject"
      : comp === "block"
        ? "uploadPart"
        : comp === "blocklist"
          ? "completeUpload"
          : undefined
  }
  return comp === undefined ? simple[method] : undefined
}

const simple: Readonly<Record<string, StorageOperation>> = {
  GET: "getObject",
  HEAD: "headObject",
  DELETE: "deleteObject"
}

const s3Operation = (method: string, has: (name: string) => boolean): StorageOperation | undefined => {
  if (method === "POST") return has("uploads") ? "createUpload" : has("uploadId") ? "completeUpload" : undefined
  if (method === "PUT") return has("uploadId") || has("partNumber") ? "uploadPart" : "putObject"
  return has("uploadId") || has("uploads") ? undefined : simple[method]
}

/**
 * Reads a request line and its headers. `undefined`: the path is not `/storage/<bucket>/<key>`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const parse = (method: string, url: string, headers: IncomingHttpHeaders): Target | undefined => {
  const mark = url.indexOf("?")
  const path = mark < 0 ? url : url.slice(0, mark)
  const query = pairsOf(mark < 0 ? "" : url.slice(mark + 1)).filter(([name]) => name !== redirected)
  const [bucketText = "", ...rest] = path.split("/").slice(2)
  const bucket = decode(bucketText)
  const key = decode(rest.join("/"))
  if (bucket === undefined || bucket === "" || key === undefined || key === "") return undefined
  const has = (name: string): boolean => query.some(([other]) => other === name)
  const azure = has("sig") || has("comp") || headers["x-ms-blob-type"] !== undefined
  const comp = query.find(([name]) => name === "comp")?.[1]
  const operation = azure ? azureOperation(method, comp) : s3Operation(method, has)
  return { flavor: azure ? "azure" : "s3", operation, method, path, bucket, key, query, headers }
}
