/**
 * Parses fault rules: JSON of the admin route and the header, or the compact form of the header.
 *
 * The compact form is a list of `name=value` separated by `;`:
 *
 * ```
 * status=503,503,200; retry-after=2
 * status=429; retry-after-ms=1500; times=1
 * status=503; retry-after-date=3
 * latency=250
 * reset                    (= reset=request; also reset=response, reset=20)
 * stall=headers            (also stall=20)
 * drip=4/50                (4 bytes every 50 ms)
 * truncate=20
 * split=3
 * garbage
 * content-type=text/html
 * unknown-enum             (also unknown-enum=status)
 * unknown-field
 * redirect=other           (also same, or a URL); redirect-status=302
 * corrupt=20               (the byte at offset 20 of the body)
 * upload-reset=1000        (also upload-stall, upload-corrupt, upload-drip=1000/50; object storage)
 * expired; error-in-200; ignore-range; wrong-etag        (object storage)
 * id=x; times=2; skip=1; probability=0.5
 * ```
 *
 * @since 0.1.0
 */
import { isObject, platformNames } from "./Contract.js"
import type { FaultRule } from "./Faults.js"
import * as Compact from "./internal/compact.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Problem {
  readonly problem: string
}

const isProblem = (value: unknown): value is Problem => isObject(value) && typeof value["problem"] === "string"

type Check = (value: unknown) => boolean

const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0
const isStatus: Check = (value) => typeof value === "number" && Number.isInteger(value) && value >= 200 && value <= 599
const isText: Check = (value) => typeof value === "string"
const isFlag: Check = (value) => typeof value === "boolean"
const isUpload: Check = (value) =>
  isObject(value) &&
  Object.entries(value).every(([name, member]) =>
    name === "drip" ? isDrip(member) : ["reset", "stall", "corrupt"].includes(name) && isNumber(member)
  )
const isDrip: Check = (value) => isNumbers(value) && isObject(value) && Number(value["bytes"]) >= 1 && "every" in value
const isTexts: Check = (value) => isObject(value) && Object.values(value).every(isText)
const isNumbers: Check = (value) => isObject(value) && Object.values(value).every(isNumber)

const faultFields: Readonly<Record<string, readonly [Check, string]>> = {
  status: [isStatus, "an HTTP status from 200 to 599"],
  body: [() => true, ""],
  headers: [isTexts, "an object of strings"],
  retryAfter: [isNumbers, "{seconds} or {ms} or {date}, numbers from 0"],
  latency: [isNumber, "milliseconds from 0"],
  reset: [
    (value) => value === "request" || value === "response" || isNumber(value),
    "request, response or a number of bytes"
  ],
  stall: [(value) => value === "headers" || isNumber(value), "headers or a number of bytes"],
  drip: [isDrip, "{bytes, every}"],
  truncate: [isNumber, "a number of bytes"],
  split: [(value) => typeof value === "number" && value >= 1, "a number of bytes from 1"],
  garbage: [isFlag, "true or false"],
  contentType: [isText, "text"],
  unknownEnum: [(value) => value === true || isText(value), "true or a dotted path"],
  unknownField: [isFlag, "true or false"],
  set: [isObject, "an object of values by dotted path"],
  remove: [(value) => Array.isArray(value) && value.every(isText), "a list of dotted paths"],
  redirect: [(value) => value === "same" || value === "other" || URL.canParse(String(value)), "same, other or a URL"],
  redirectStatus: [isStatus, "a status from 300 to 399"],
  corrupt: [isNumber, "an offset in bytes"],
  upload: [isUpload, "{reset?, stall?, corrupt?, drip?}"],
  expired: [isFlag, "true or false"],
  errorIn200: [isFlag, "true or false"],
  ignoreRange: [isFlag, "true or false"],
  wrongEtag: [isFlag, "true or false"]
}

const isMatch: Check = (value) =>
  isObject(value) &&
  Object.entries(value).every(
    ([name, member]) =>
      ["platform", "operation", "method", "path"].includes(name) &&
      typeof member === "string" &&
      (name !== "platform" || [...platformNames, "storage"].some((platform) => platform === member))
  )

/** Whether a field exists and accepts its value. `__proto__` and the like are not fields. */
const accepts = (fields: Readonly<Record<string, readonly [Check, string]>>, name: string, value: unknown): boolean =>
  Object.hasOwn(fields, name) && fields[name]?.[0](value) === true

const isElement: Check = (value) =>
  value === "pass" ||
  isStatus(value) ||
  (isObject(value) && Object.entries(value).every(([name, member]) => accepts(faultFields, name, member)))

const ruleFields: Readonly<Record<string, readonly [Check, string]>> = {
  ...faultFields,
  id: [isText, "text"],
  match: [isMatch, "{platform?, operation?, method?, path?} of texts"],
  sequence: [(value) => Array.isArray(value) && value.every(isElement), 'a list of statuses, "pass" and faults'],
  times: [isNumber, "a number from 0"],
  skip: [isNumber, "a number from 0"],
  probability: [(value) => typeof value === "number" && value >= 0 && value <= 1, "a number from 0 to 1"]
}

const isRule = (value: unknown): value is FaultRule =>
  isObject(value) && Object.entries(value).every(([name, member]) => accepts(ruleFields, name, member))

/**
 * Parses a rule from JSON. A list in `status` is the `sequence`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromJson = (value: unknown): FaultRule | Problem => {
  if (!isObject(value)) return { problem: "a fault rule must be an object" }
  const { status, ...rest } = value
  const rule = Array.isArray(status) ? { ...rest, sequence: status } : value
  if (isRule(rule)) return rule
  for (const [name, member] of Object.entries(rule)) {
    const field = Object.hasOwn(ruleFields, name) ? ruleFields[name] : undefined
    if (field === undefined)
      return { problem: `unknown field ${name}; known are ${Object.keys(ruleFields).join(", ")}` }
    if (!field[0](member)) return { problem: `${name} must be ${field[1]}` }
  }
  return { problem: "not a fault rule" }
}

const numeric = (text: string): number | Problem =>
  text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : { problem: `${text} is not a number` }

const numberOr = (text: string, ...words: ReadonlyArray<string>): string | number | Problem =>
  words.includes(text) ? text : numeric(text)

const item = (name: string, text: string | undefined): Readonly<Record<string, unknown>> | Problem => {
  const value = text ?? ""
  switch (name) {
    case "status": {
      const statuses = value.split(",").map((part) => (part.trim() === "pass" ? "pass" : numeric(part.trim())))
      return statuses.find(isProblem) ?? (statuses.length === 1 ? { status: statuses[0] } : { sequence: statuses })
    }
    case "retry-after":
      return { retryAfter: { seconds: numeric(value) } }
    case "retry-after-ms":
      return { retryAfter: { ms: numeric(value) } }
    case "retry-after-date":
      return { retryAfter: { date: numeric(value) } }
    case "reset":
      return { reset: text === undefined ? "request" : numberOr(value, "request", "response") }
    case "stall":
      return { stall: text === undefined ? "headers" : numberOr(value, "headers") }
    case "drip": {
      const [bytes = "", every = "0"] = value.split("/")
      return { drip: { bytes: numeric(bytes), every: numeric(every) } }
    }
    case "upload-reset":
      return { upload: { reset: numeric(value) } }
    case "upload-stall":
      return { upload: { stall: numeric(value) } }
    case "upload-corrupt":
      return { upload: { corrupt: numeric(value) } }
    case "upload-drip":
      return { upload: item("drip", text) }
    case "expired":
      return { expired: true }
    case "error-in-200":
      return { errorIn200: true }
    case "ignore-range":
      return { ignoreRange: true }
    case "wrong-etag":
      return { wrongEtag: true }
    case "garbage":
      return { garbage: true }
    case "unknown-field":
      return { unknownField: true }
    case "unknown-enum":
      return { unknownEnum: text === undefined ? true : value }
    case "content-type":
      return { contentType: value }
    case "redirect":
      return { redirect: text === undefined ? "same" : value }
    case "redirect-status":
      return { redirectStatus: numeric(value) }
    case "latency":
    case "corrupt":
    case "truncate":
    case "split":
    case "times":
    case "skip":
    case "probability":
      return { [name]: numeric(value) }
    case "id":
      return { id: value }
    default:
      return { problem: "unknown fault" }
  }
}

/**
 * Parses the header `X-Emulator-Fault`: JSON when it starts with `{`, else the compact form.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromHeader = (header: string): FaultRule | Problem => Compact.read(header, fromJson, item)
