/**
 * Writing objects: in one request, in S3 parts, or in Azure blocks.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import * as Reply from "../Reply.js"
import * as Answers from "./Answers.js"
import { textOf } from "./Body.js"
import type { Flavor, Objects, PartRecord, UploadRecord } from "./Objects.js"
import type { Rejected } from "./Signature.js"
import type { Piece, Received, Spool } from "./Spool.js"
import { header, parameter, type Target } from "./Target.js"
import * as Xml from "./Xml.js"

/**
 * What a write works with. `body` may be read once.
 *
 * @since 0.1.0
 * @category models
 */
export interface Write {
  readonly target: Target
  readonly body: () => AsyncIterable<Uint8Array>
  readonly objects: Objects
  readonly spool: Spool
  readonly now: number
  /** The next upload id. */
  readonly uploadId: () => string
}

type Outcome = Reply.Reply | Rejected

const longestXml = 8 * 1024 * 1024
const mostParts = 10_000
const longestKey = 1024

const contentTypeOf = (target: Target): string => header(target, "content-type") ?? "application/octet-stream"

/** Azure's entity tags are opaque: they follow from what is stored and when, not from the bytes. */
const opaqueTag = (parts: ReadonlyArray<Piece>, now: number): string => {
  const digest = createHash("sha256").update(JSON.stringify([parts.map(({ id }) => id), now]))
  return `"0x8D${digest.digest("hex").slice(0, 12).toUpperCase()}"`
}

const lengthMissing = (flavor: Flavor): Rejected => ({
  status: 411,
  code: flavor === "azure" ? "MissingContentLengthHeader" : "MissingContentLength",
  message: "You must provide the Content-Length HTTP header."
})

const badDigest = (flavor: Flavor): Rejected => ({
  status: 400,
  code: flavor === "azure" ? "Md5Mismatch" : "BadDigest",
  message: "The Content-MD5 you specified did not match what we received."
})

/** Receives a body and checks its length header and digest. Drops a body that fails the check. */
const receive = async ({ body, spool, target }: Write): Promise<Received | Rejected> => {
  if (header(target, "content-length") === undefined) return lengthMissing(target.flavor)
  const announced = header(target, "content-md5")
  if (announced !== undefined && !/^[A-Za-z0-9+/]{22}==$/.test(announced)) {
    const code = target.flavor === "azure" ? "InvalidMd5" : "InvalidDigest"
    return { status: 400, code, message: "The Content-MD5 you specified is not valid." }
  }
  const received = await spool.receive(body())
  if (announced === undefined || received.md5.toString("base64") === announced) return received
  spool.drop([received.piece])
  return badDigest(target.flavor)
}

const isRejected = (value: object): value is Rejected => "code" in value

const missingBlobType: Rejected = {
  status: 400,
  code: "MissingRequiredHeader",
  message: "An HTTP header that's mandatory for this request is not specified.",
  details: { HeaderName: "x-ms-blob-type" }
}

const badBlobType: Rejected = {
  status: 400,
  code: "InvalidHeaderValue",
  message: "The value for one of the HTTP headers is not in the correct format.",
  details: { HeaderName: "x-ms-blob-type" }
}

/**
 * Stores an object sent in one request.
 *
 * @since 0.1.0
 * @category constructors
 */
export const putObject = async (write: Write): Promise<Outcome> => {
  const { now, objects, target } = write
  const { bucket, flavor, key } = target
  objects.count(bucket, key, "puts")
  const blobType = header(target, "x-ms-blob-type")
  if (flavor === "azure" && blobType !== "BlockBlob") return blobType === undefined ? missingBlobType : badBlobType
  if (Buffer.byteLength(key) > longestKey) {
    return { status: 400, code: "KeyTooLongError", message: "Your key is too long" }
  }
  const received = await receive(write)
  if (isRejected(received)) return received
  const { md5, piece } = received
  const etag = flavor === "azure" ? opaqueTag([piece], now) : `"${md5.toString("hex")}"`
  const contentType = contentTypeOf(target)
  const object = { bucket, key, flavor, size: piece.size, etag, contentType, modified: now, pieces: [piece] }
  objects.put({ ...object, sha256: null, blocks: [] })
  return flavor === "azure"
    ? Reply.empty(201, { etag, "content-md5": md5.toString("base64"), "x-ms-request-server-encrypted": "true" })
    : Reply.empty(200, { etag })
}

/**
 * Starts an S3 upload in parts.
 *
 * @since 0.1.0
 * @category constructors
 */
export const createUpload = ({ objects, target, uploadId }: Write): Outcome => {
  const { bucket, flavor, key } = target
  const id = uploadId()
  objects.count(bucket, key, "starts")
  objects.setUpload(id, { bucket, key, flavor, uploadId: id, contentType: contentTypeOf(target), parts: {} })
  return Answers.s3Document("InitiateMultipartUploadResult", { Bucket: bucket, Key: key, UploadId: id })
}

const noSuchUpload: Rejected = {
  status: 404,
  code: "NoSuchUpload",
  message:
    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed."
}

const s3Upload = (target: Target, objects: Objects): (UploadRecord & { readonly id: string }) | undefined => {
  const id = parameter(target, "uploadId") ?? ""
  const upload = objects.upload(id)
  return upload?.bucket === target.bucket && upload.key === target.key ? { ...upload, id } : undefined
}

const keepPart = (objects: Objects, id: string, name: string, part: PartRecord): boolean => {
  const upload = objects.upload(id)
  if (upload === undefined) return false
  objects.setUpload(id, { ...upload, parts: { ...upload.parts, [name]: part } })
  objects.countPart(upload.bucket, upload.key, name, "stored")
  return true
}

const s3Part = async (write: Write): Promise<Outcome> => {
  const { objects, spool, target } = write
  const text = parameter(target, "partNumber") ?? ""
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > mostParts) {
    const message = `Part number must be an integer between 1 and ${mostParts}, inclusive`
    return { status: 400, code: "InvalidArgument", message }
  }
  objects.countPart(target.bucket, target.key, String(number), "sent")
  const upload = s3Upload(target, objects)
  if (upload === undefined) return noSuchUpload
  const received = await receive(write)
  if (isRejected(received)) return received
  const etag = received.md5.toString("hex")
  if (keepPart(objects, upload.id, String(number), { piece: received.piece, etag })) {
    return Reply.empty(200, { etag: `"${etag}"` })
  }
  spool.drop([received.piece])
  return noSuchUpload
}

/** One list of uncommitted blocks an object. */
const blockListId = ({ bucket, key }: Target): string => `azure:${bucket}/${key}`

const badBlock: Rejected = {
  status: 400,
  code: "InvalidBlobOrBlock",
  message: "The specified blob or block content is invalid."
}

const azureBlock = async (write: Write): Promise<Outcome> => {
  const { objects, spool, target } = write
  const { bucket, flavor, key } = target
  const blockId = parameter(target, "blockid") ?? ""
  const decoded = Buffer.from(blockId, "base64")
  objects.countPart(bucket, key, blockId, "sent")
  if (blockId === "" || decoded.toString("base64") !== blockId || decoded.length > 64) {
    return {
      status: 400,
      code: "InvalidQueryParameterValue",
      message: "The block id must be Base64 of up to 64 bytes."
    }
  }
  const id = blockListId(target)
  const others = Object.keys(objects.upload(id)?.parts ?? {})
  if (others.some((other) => other.length !== blockId.length)) return badBlock
  const received = await receive(write)
  if (isRejected(received)) return received
  if (objects.upload(id) === undefined) {
    const contentType = "application/octet-stream"
    objects.setUpload(id, { bucket, key, flavor, uploadId: null, contentType, parts: {} })
  }
  const md5 = received.md5.toString("base64")
  if (!keepPart(objects, id, blockId, { piece: received.piece, etag: md5 })) spool.drop([received.piece])
  return Reply.empty(201, { "content-md5": md5, "x-ms-request-server-encrypted": "true" })
}

/**
 * Stores one part, or one block.
 *
 * @since 0.1.0
 * @category constructors
 */
export const uploadPart = (write: Write): Promise<Outcome> =>
  write.target.flavor === "azure" ? azureBlock(write) : s3Part(write)

const malformedXml: Rejected = {
  status: 400,
  code: "MalformedXML",
  message: "The XML you provided was not well-formed or did not validate against our published schema"
}

const completeS3 = async (write: Write): Promise<Outcome> => {
  const { body, now, objects, target } = write
  const { bucket, flavor, key } = target
  const text = await textOf(body(), longestXml)
  const upload = s3Upload(target, objects)
  if (upload === undefined) return noSuchUpload
  const listed = text === undefined ? undefined : Xml.parseParts(text)
  if (listed === undefined) return malformedXml
  if (listed.some((part, index) => index > 0 && part.number <= (listed[index - 1]?.number ?? 0))) {
    const message = "The list of parts was not in ascending order. Parts must be ordered by part number."
    return { status: 400, code: "InvalidPartOrder", message }
  }
  const parts: Array<PartRecord> = []
  for (const { etag, number } of listed) {
    const part = upload.parts[String(number)]
    if (part === undefined || part.etag !== etag) {
      const message =
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag."
      const details = { UploadId: upload.id, PartNumber: String(number), ETag: etag }
      return { status: 400, code: "InvalidPart", message, details }
    }
    parts.push(part)
  }
  const pieces = parts.map(({ piece }) => piece)
  const digest = createHash("md5")
  for (const { etag } of parts) digest.update(Buffer.from(etag, "hex"))
  const etag = `"${digest.digest("hex")}-${parts.length}"`
  const size = pieces.reduce((sum, piece) => sum + piece.size, 0)
  const { contentType } = upload
  objects.put({ bucket, key, flavor, size, etag, contentType, modified: now, pieces, sha256: null, blocks: [] })
  objects.endUpload(upload.id, pieces)
  const location = `http://${header(target, "host") ?? ""}${target.path}`
  const members = { Location: location, Bucket: bucket, Key: key, ETag: etag }
  return Answers.s3Document("CompleteMultipartUploadResult", members)
}

const completeAzure = async (write: Write): Promise<Outcome> => {
  const { body, now, objects, target } = write
  const { bucket, flavor, key } = target
  if (header(target, "content-length") === undefined) return lengthMissing("azure")
  const text = await textOf(body(), longestXml)
  const listed = text === undefined ? undefined : Xml.parseBlocks(text)
  if (listed === undefined) {
    return { status: 400, code: "InvalidXmlDocument", message: "XML specified is not syntactically valid." }
  }
  const before = objects.get(bucket, key)
  const committed = new Map(before?.blocks.map((id, index) => [id, before.pieces[index]]))
  const uncommitted = objects.upload(blockListId(target))?.parts ?? {}
  const pieces: Array<Piece> = []
  for (const { from, id } of listed) {
    const piece =
      (from === "Committed" ? undefined : uncommitted[id]?.piece) ??
      (from === "Uncommitted" ? undefined : committed.get(id))
    if (piece === undefined) {
      return { status: 400, code: "InvalidBlockList", message: "The specified block list is invalid." }
    }
    pieces.push(piece)
  }
  const size = pieces.reduce((sum, piece) => sum + piece.size, 0)
  const etag = opaqueTag(pieces, now)
  const contentType = header(target, "x-ms-blob-content-type") ?? "application/octet-stream"
  const blocks = listed.map(({ id }) => id)
  objects.put({ bucket, key, flavor, size, etag, contentType, modified: now, pieces, sha256: null, blocks })
  objects.endUpload(blockListId(target), pieces)
  return Reply.empty(201, { etag, "x-ms-request-server-encrypted": "true" })
}

/**
 * Makes an object of parts, or of blocks.
 *
 * @since 0.1.0
 * @category constructors
 */
export const completeUpload = (write: Write): Promise<Outcome> => {
  write.objects.count(write.target.bucket, write.target.key, "completes")
  return write.target.flavor === "azure" ? completeAzure(write) : completeS3(write)
}
