import * as Redacted from "effect/Redacted"
import type * as Credential from "../Credential.js"
import * as Redaction from "../Redaction.js"
import { headerValueRule, isHeaderValue } from "./requestParts.js"

/** RFC 9110 section 5.1, in lower case. */
const headerName = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/

/** Names that say how a message is framed, which is the transport's to know. */
const framing = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade"
])

/** Lower-case names; those of the credential are left out. */
export const withoutReserved = (
  headers: Readonly<Record<string, string | undefined>>,
  reserved: ReadonlySet<string>
): Record<string, string> => {
  const out: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    if (value !== undefined && !reserved.has(lower)) out[lower] = value
  }
  return out
}

/** What is wrong with headers of lower-case names; never tells a value. */
export const invalidHeader = (headers: Readonly<Record<string, string>>): string | undefined => {
  for (const [name, value] of Object.entries(headers)) {
    if (!headerName.test(name)) return `"${name}" is not a header name (RFC 9110 section 5.1)`
    if (framing.has(name)) return `the header ${name} is set by the transport; leave it out`
    if (typeof value !== "string" || !isHeaderValue(value)) return `the header ${name} ${headerValueRule}`
    if (Redaction.isMasked(value)) return `the header ${name} has a mask for its value; pass the value itself`
  }
  return undefined
}

/** What is wrong with a credential that does not change; never tells its value. */
export const invalidCredential = (credential: Credential.Credential): string | undefined => {
  if (credential._tag === "None" || credential._tag === "Refreshing") return undefined
  if (credential._tag === "Header" && !headerName.test(credential.name.toLowerCase())) {
    return `"${credential.name}" is not a header name (RFC 9110 section 5.1)`
  }
  const value = Redacted.value(credential._tag === "Bearer" ? credential.token : credential.key)
  if (value.trim() === "") return "the credential is empty"
  if (Redaction.isMasked(value))
    return "the credential is a mask that was shown in its place; pass the credential itself"
  return isHeaderValue(value) ? undefined : `the credential ${headerValueRule}; look for a line end at its end`
}
