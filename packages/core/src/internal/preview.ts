import * as Credential from "../Credential.js"
import * as JsonNumber from "../JsonNumber.js"
import * as Redaction from "../Redaction.js"
import type * as Attempt from "./attempt.js"
import type * as RequestParts from "./requestParts.js"

const bodyText = (body: RequestParts.Body, redactor: Redaction.Redactor): string | undefined => {
  switch (body._tag) {
    case "None":
      return undefined
    case "Text":
      return body.contentType === "application/json"
        ? JsonNumber.unmark(JSON.stringify(redactor.value(JSON.parse(JsonNumber.mark(body.text)))))
        : redactor.text(body.text)
    case "Bytes":
      return `(${body.bytes.byteLength} bytes)`
    case "Form":
    case "Parts":
      return "(multipart/form-data)"
  }
}

/** A request as people may see it. */
export const make = (
  request: Attempt.Request,
  prefix: string,
  credential: Credential.Credential,
  redactor: Redaction.Redactor
) => {
  const { body, headers, operation, pathAndQuery } = request
  const [credentialHeader] = operation.auth === false ? [] : [...Credential.headerNames(credential)].reverse()
  return {
    method: operation.method,
    url: redactor.text(`${prefix}${pathAndQuery}`),
    headers: {
      ...(body._tag === "Text" || body._tag === "Bytes" ? { "content-type": body.contentType } : undefined),
      ...redactor.headers(headers),
      ...(credentialHeader === undefined ? undefined : { [credentialHeader]: Redaction.mask })
    },
    body: bodyText(body, redactor)
  }
}
