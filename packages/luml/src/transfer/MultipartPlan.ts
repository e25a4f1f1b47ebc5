/**
 * Plans the parts of large artifacts, and builds the requests that complete multipart uploads.
 *
 * @since 0.1.0
 */
import type { MultipartPlan, UploadPart } from "../generated/bucketSecrets.js"

const MiB = 1024 ** 2
const GiB = 1024 ** 3

const sizes: ReadonlyArray<readonly [upTo: number, partSize: number]> = [
  [GiB, 32 * MiB],
  [5 * GiB, 64 * MiB],
  [10 * GiB, 128 * MiB],
  [100 * GiB, 512 * MiB]
]

/**
 * Maximum size of an upload in one request, in bytes. Larger files are uploaded in parts. The server decides; this
 * value predicts its decision.
 *
 * @since 0.1.0
 * @category constants
 */
export const largestSingle: number = 500 * MiB

/**
 * The part size, in bytes, that the server plans for a file of this size. The last part may be smaller.
 *
 * @since 0.1.0
 * @category combinators
 */
export const partSizeOf = (size: number): number => sizes.find(([upTo]) => size <= upTo)?.[1] ?? GiB

/**
 * The first problem of a plan for a file of this size. `undefined`: its parts, in order, are exactly the file.
 *
 * @since 0.1.0
 * @category predicates
 */
export const problemOf = (plan: MultipartPlan, size: number): string | undefined => {
  let next = 0
  for (const [i, part] of plan.parts.entries()) {
    if (part.part_number !== i + 1) return `part ${i + 1} has the number ${part.part_number}`
    if (part.start_byte !== next || part.end_byte < part.start_byte)
      return `part ${i + 1} does not start at byte ${next}`
    next = part.end_byte + 1
  }
  return next === size ? undefined : `the parts have ${next} bytes, the file has ${size}`
}

/**
 * Size of a part in bytes.
 *
 * @since 0.1.0
 * @category combinators
 */
export const lengthOf = (part: UploadPart): number => part.end_byte - part.start_byte + 1

/**
 * The block id of a part in Azure. All ids of an object must have the same length.
 *
 * @since 0.1.0
 * @category combinators
 */
export const azureBlockId = (partNumber: number): string => btoa(`block-${String(partNumber).padStart(8, "0")}`)

const xml = (text: string): string => text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`)

const head = `<?xml version="1.0" encoding="UTF-8"?>`

/**
 * The S3 request that completes an upload. ETags are without quotes. S3 requires the parts in order of their numbers.
 *
 * @since 0.1.0
 * @category combinators
 */
export const s3Completion = (etags: ReadonlyMap<number, string>): string => {
  const parts = [...etags]
    .sort(([a], [b]) => a - b)
    .map(([number, etag]) => `<Part><PartNumber>${number}</PartNumber><ETag>${xml(etag)}</ETag></Part>`)
  return `${head}<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`
}

/**
 * The Azure request that completes an upload. Blocks are in the order of their part numbers, because the object is
 * their sequence.
 *
 * @since 0.1.0
 * @category combinators
 */
export const azureCompletion = (parts: number): string => {
  const blocks = Array.from({ length: parts }, (_, i) => `<Latest>${azureBlockId(i + 1)}</Latest>`)
  return `${head}<BlockList>${blocks.join("")}</BlockList>`
}

/**
 * The `UploadId` of an S3 response that starts a multipart upload.
 *
 * @since 0.1.0
 * @category parsing
 */
export const uploadIdOf = (text: string): string | undefined => {
  const id = /<(?:\w+:)?UploadId>([^<]+)<\//.exec(text)?.[1]?.trim()
  return id?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&")
}

/**
 * The ETag of a part without quotes. `undefined`: the response has none.
 *
 * @since 0.1.0
 * @category parsing
 */
export const etagOf = (header: string | undefined): string | undefined => {
  const bare = header
    ?.trim()
    .replace(/^W\//, "")
    .replace(/^"(.*)"$/, "$1")
  return bare === "" ? undefined : bare
}

/**
 * Whether a signed URL allows the header `Content-MD5`. Shared access signatures and unsigned URLs do. AWS signature 4
 * does, unless it signs this header. AWS signature 2 does not, because it signs its absence.
 *
 * @since 0.1.0
 * @category predicates
 */
export const takesContentMd5 = (url: string): boolean => {
  const { searchParams } = new URL(url)
  if (searchParams.has("AWSAccessKeyId") || searchParams.has("Signature")) return false
  const signed = searchParams.get("X-Amz-SignedHeaders") ?? searchParams.get("X-Goog-SignedHeaders") ?? ""
  return !signed.toLowerCase().split(";").includes("content-md5")
}
