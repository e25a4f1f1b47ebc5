/**
 * Answers of the object storage in the dialect of S3 or Azure.
 *
 * @since 0.1.0
 */
import * as Reply from "../Reply.js"
import type { Flavor } from "./Objects.js"
import type { Rejected } from "./Signature.js"
import * as Xml from "./Xml.js"

const namespace = "http://s3.amazonaws.com/doc/2006-03-01/"

/**
 * An XML answer.
 *
 * @since 0.1.0
 * @category constructors
 */
export const xml = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply.Reply =>
  Reply.bytes(status, Buffer.from(text), "application/xml", headers)

/**
 * A document in the namespace of S3.
 *
 * @since 0.1.0
 * @category constructors
 */
export const s3Document = (root: string, members: Readonly<Record<string, string>>): Reply.Reply =>
  xml(200, Xml.document(root, members, namespace))

/**
 * An error body.
 *
 * @since 0.1.0
 * @category constructors
 */
export const failure = (flavor: Flavor, path: string, requestId: string, rejected: Rejected): Reply.Reply => {
  const { code, details = {}, headers = {}, message, status } = rejected
  if (flavor === "azure") {
    const time = `${message}\nRequestId:${requestId}`
    const text = Xml.document("Error", { Code: code, Message: time, ...details })
    return xml(status, text, { ...headers, "x-ms-error-code": code })
  }
  return xml(
    status,
    Xml.document("Error", { Code: code, Message: message, Resource: path, RequestId: requestId, ...details }),
    headers
  )
}

const s3Codes: Readonly<Record<number, readonly [string, string]>> = {
  400: ["InvalidRequest", "The request is not valid."],
  403: ["AccessDenied", "Access Denied"],
  404: ["NoSuchKey", "The specified key does not exist."],
  408: [
    "RequestTimeout",
    "Your socket connection to the server was not read from or written to within the timeout period."
  ],
  409: ["OperationAborted", "A conflicting conditional operation is currently in progress against this resource."],
  429: ["TooManyRequests", "Please reduce your request rate."],
  500: ["InternalError", "We encountered an internal error. Please try again."],
  503: ["SlowDown", "Please reduce your request rate."]
}

const azureCodes: Readonly<Record<number, readonly [string, string]>> = {
  400: ["InvalidInput", "One of the request inputs is not valid."],
  403: ["AuthenticationFailed", "Server failed to authenticate the request."],
  404: ["BlobNotFound", "The specified blob does not exist."],
  409: ["BlobImmutableDueToPolicy", "This operation is not permitted."],
  429: ["TooManyRequests", "Too many requests."],
  500: ["InternalError", "Server encountered an internal error. Please try again after some time."],
  503: ["ServerBusy", "The server is busy."]
}

/**
 * The error a store answers with a status on its own account.
 *
 * @since 0.1.0
 * @category constructors
 */
export const rejectionOf = (flavor: Flavor, status: number): Rejected => {
  const codes = flavor === "azure" ? azureCodes : s3Codes
  const [code, message] = codes[status] ?? codes[status >= 500 ? 500 : 400] ?? ["InternalError", "Internal error."]
  return { status, code, message }
}
