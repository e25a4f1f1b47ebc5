/**
 * Creates and verifies presigned URLs.
 *
 * S3 URLs carry an AWS Signature Version 4 in the query, over the `host` header alone and an unsigned payload. Azure
 * URLs carry a service SAS for one blob. Both formats are the vendors' published ones.
 *
 * @since 0.1.0
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto"

/**
 * Keys of an S3 bucket; `token` is a session token, sent as `X-Amz-Security-Token`.
 *
 * @since 0.1.0
 * @category models
 */
export interface S3Keys {
  readonly accessKey: string
  readonly secretKey: string
  readonly token: string | null
}

/**
 * How long issued URLs live, in seconds.
 *
 * @since 0.1.0
 * @category models
 */
export const lifetime = 43_200

/**
 * Percent-encodes as AWS does: everything but letters, digits and `-_.~`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * An object key as a URL path: slashes stay.
 *
 * @since 0.1.0
 * @category combinators
 */
export const encodeKey = (key: string): string => key.split("/").map(encode).join("/")

type Pairs = ReadonlyArray<readonly [string, string]>

const queryText = (pairs: Pairs): string => pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&")

const sortedQuery = (pairs: Pairs): string =>
  pairs
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&")

const hmac = (key: string | Uint8Array, text: string): Buffer => createHmac("sha256", key).update(text, "utf8").digest()

/** `20250101T000000Z` of milliseconds since the epoch. */
const amzDate = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`

interface Canonical {
  readonly method: string
  /** Encoded path. */
  readonly path: string
  /** Every parameter but the signature. */
  readonly query: Pairs
  readonly headers: Pairs
  readonly date: string
  readonly scope: string
}

const s3Signature = (request: Canonical, secretKey: string): string => {
  const canonical = [
    request.method,
    request.path,
    sortedQuery(request.query),
    ...request.headers.map(([name, value]) => `${name}:${value.trim()}`),
    "",
    request.headers.map(([name]) => name).join(";"),
    "UNSIGNED-PAYLOAD"
  ].join("\n")
  const digest = createHash("sha256").update(canonical, "utf8").digest("hex")
  const [day = "", region = "", service = ""] = request.scope.split("/")
  const key = hmac(hmac(hmac(hmac(`AWS4${secretKey}`, day), region), service), "aws4_request")
  return hmac(key, ["AWS4-HMAC-SHA256", request.date, request.scope, digest].join("\n")).toString("hex")
}

/**
 * Signs a URL (`scheme://host/path`, path encoded) for one method. Without keys the URL stays unsigned.
 *
 * @since 0.1.0
 * @category constructors
 */
export const presignS3 = (options: {
  readonly method: string
  readonly url: string
  readonly query: Pairs
  readonly region: string
  readonly keys: S3Keys | undefined
  readonly now: number
}): string => {
  const { keys, method, now, query, region, url } = options
  if (keys === undefined) return query.length === 0 ? url : `${url}?${queryText(query)}`
  const { host } = new URL(url)
  const date = amzDate(now)
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`
  const signed: Pairs = [
    ...query,
    ...(keys.token === null ? [] : [["X-Amz-Security-Token", keys.token] as const]),
    ["X-Amz-Algorithm", "AWS4-HMAC-SHA256"],
    ["X-Amz-Credential", `${keys.accessKey}/${scope}`],
    ["X-Amz-Date", date],
    ["X-Amz-Expires", String(lifetime)],
    ["X-Amz-SignedHeaders", "host"]
  ]
  const path = url.slice(url.indexOf("/", url.indexOf("//") + 2))
  const headers: Pairs = [["host", host]]
  const signature = s3Signature({ method, path, query: signed, headers, date, scope }, keys.secretKey)
  return `${url}?${queryText([...signed, ["X-Amz-Signature", signature]])}`
}

/**
 * The error for an invalid signature: status, the vendor's error code and message.
 *
 * @since 0.1.0
 * @category models
 */
export interface Rejected {
  readonly status: number
  readonly code: string
  readonly message: string
  /** Further members of the error body. */
  readonly details?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

const same = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/** How far ahead of the store's clock a signature may be dated, in milliseconds. */
const skew = 15 * 60 * 1000

const longest = 7 * 24 * 3600

const dateOf = (text: string): number => {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (match === null) return Number.NaN
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const malformed = (message: string): Rejected => ({
  status: 400,
  code: "AuthorizationQueryParametersError",
  message
})

/**
 * Checks an S3 query signature. `path` is the path as sent; `keysOf` finds the keys of an access key.
 *
 * @since 0.1.0
 * @category guards
 */
export const verifyS3 = (options: {
  readonly method: string
  readonly path: string
  readonly query: Pairs
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly keysOf: (accessKey: string) => S3Keys | undefined
  readonly now: number
}): Rejected | undefined => {
  const { headers, keysOf, method, now, query } = options
  const value = (name: string): string => query.find(([key]) => key === name)?.[1] ?? ""
  if (value("X-Amz-Algorithm") !== "AWS4-HMAC-SHA256") {
    return malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  }
  const [accessKey = "", ...scopeParts] = value("X-Amz-Credential").split("/")
  const scope = scopeParts.join("/")
  const date = value("X-Amz-Date")
  const issued = dateOf(date)
  const expires = Number(value("X-Amz-Expires"))
  if (scopeParts.length !== 4 || scopeParts[2] !== "s3" || scopeParts[3] !== "aws4_request") {
    return malformed("Error parsing the X-Amz-Credential parameter.")
  }
  if (Number.isNaN(issued) || !date.startsWith(scopeParts[0] ?? "-")) {
    return malformed("X-Amz-Date must be in the ISO8601 Long Format and of the day in the credential scope.")
  }
  if (!(Number.isInteger(expires) && expires > 0 && expires <= longest)) {
    return malformed("X-Amz-Expires must be a number of seconds up to a week.")
  }
  const keys = keysOf(accessKey)
  if (keys === undefined) {
    const message = "The AWS Access Key Id you provided does not exist in our records."
    return { status: 403, code: "InvalidAccessKeyId", message, details: { AWSAccessKeyId: accessKey } }
  }
  if (issued > now + skew) return { status: 403, code: "AccessDenied", message: "Request is not valid yet" }
  if (now > issued + expires * 1000) {
    const until = new Date(issued + expires * 1000).toISOString()
    const details = { "X-Amz-Expires": String(expires), Expires: until, ServerTime: new Date(now).toISOString() }
    return { status: 403, code: "AccessDenied", message: "Request has expired", details }
  }
  if ((keys.token ?? "") !== value("X-Amz-Security-Token")) {
    return { status: 400, code: "InvalidToken", message: "The provided token is malformed or otherwise invalid." }
  }
  const names = value("X-Amz-SignedHeaders").split(";")
  const unsigned = Object.keys(headers).filter((name) => name.startsWith("x-amz-") && !names.includes(name))
  if (!names.includes("host") || unsigned.length > 0) {
    const message = "There were headers present in the request which were not signed"
    return { status: 403, code: "AccessDenied", message, details: { HeadersNotSigned: unsigned.join(", ") || "host" } }
  }
  const expected = s3Signature(
    {
      method,
      path: encodeKey(decodeURIComponent(options.path)),
      query: query.filter(([name]) => name !== "X-Amz-Signature"),
      headers: names.map((name) => [name, headers[name] ?? ""] as const),
      date,
      scope
    },
    keys.secretKey
  )
  if (same(expected, value("X-Amz-Signature"))) return undefined
  const message =
    "The request signature we calculated does not match the signature you provided. Check your key and signing method."
  return { status: 403, code: "SignatureDoesNotMatch", message, details: { AWSAccessKeyId: accessKey } }
}

/**
 * Keys of an Azure storage account; `key` is base64.
 *
 * @since 0.1.0
 * @category models
 */
export interface AzureKeys {
  readonly account: string
  readonly key: string
}

const sasVersion = "2021-12-02"

interface Sas {
  readonly permissions: string
  readonly expiry: string
  readonly version: string
  readonly start: string
}

/** The string to sign of a service SAS for a blob, versions from 2020-12-06 on. */
const sasSignature = (keys: AzureKeys, container: string, blob: string, sas: Sas): string => {
  const resource = `/blob/${keys.account}/${container}/${blob}`
  const fields = [sas.permissions, sas.start, sas.expiry, resource, "", "", "", sas.version, "b", "", ""]
  const text = [...fields, "", "", "", "", ""].join("\n")
  return createHmac("sha256", Buffer.from(keys.key, "base64")).update(text, "utf8").digest("base64")
}

/**
 * Signs a blob's URL with permissions such as `cw`; `extra` follows the signature (`comp`, `blockid`).
 *
 * @since 0.1.0
 * @category constructors
 */
export const presignAzure = (options: {
  readonly url: string
  readonly container: string
  readonly blob: string
  readonly permissions: string
  readonly keys: AzureKeys
  readonly now: number
  readonly extra: Pairs
}): string => {
  const { blob, container, extra, keys, now, permissions, url } = options
  const expiry = `${new Date(now + lifetime * 1000).toISOString().slice(0, 19)}Z`
  const sig = sasSignature(keys, container, blob, { permissions, expiry, version: sasVersion, start: "" })
  const query: Pairs = [["se", expiry], ["sp", permissions], ["sv", sasVersion], ["sr", "b"], ["sig", sig], ...extra]
  return `${url}?${queryText(query)}`
}

const azureRejected = (message: string, detail: string): Rejected => ({
  status: 403,
  code: "AuthenticationFailed",
  message,
  details: { AuthenticationErrorDetail: detail }
})

const azureMessage =
  "Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature."

/**
 * Checks a SAS. `candidates` are the accounts that may own the container; `wanted` are permissions of which one is
 * needed.
 *
 * @since 0.1.0
 * @category guards
 */
export const verifyAzure = (options: {
  readonly container: string
  readonly blob: string
  readonly query: Pairs
  readonly wanted: string
  readonly candidates: ReadonlyArray<AzureKeys>
  readonly now: number
}): Rejected | undefined => {
  const { blob, candidates, container, now, query, wanted } = options
  const value = (name: string): string => query.find(([key]) => key === name)?.[1] ?? ""
  const sas = { permissions: value("sp"), expiry: value("se"), version: value("sv"), start: value("st") }
  const signed = candidates.some((keys) => same(sasSignature(keys, container, blob, sas), value("sig")))
  if (!signed || value("sr") !== "b") return azureRejected(azureMessage, "Signature did not match.")
  if (!(Date.parse(sas.expiry) >= now)) {
    return azureRejected(azureMessage, `Signed expiry time [${sas.expiry}] must be after signed start time [now].`)
  }
  if ([...wanted].some((permission) => sas.permissions.includes(permission))) return undefined
  return {
    status: 403,
    code: "AuthorizationPermissionMismatch",
    message: "This request is not authorized to perform this operation using this permission."
  }
}
