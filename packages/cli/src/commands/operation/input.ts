/**
 * What was typed, as the input of a call.
 *
 * @since 0.1.0
 */
import type { RequestOptions } from "@trilum/core/ApiClient"
import type { FilePart } from "@trilum/core/FileInput"
import * as JsonNumber from "@trilum/core/JsonNumber"
import type { Input } from "@trilum/core/OperationCaller"
import type { CatalogEntry, CatalogParameter, ParameterType } from "@trilum/core/OperationCatalog"
import { UsageError } from "../../CliError.js"
import type { Invocation, Values } from "../../Command.js"
import { kebab, nearest } from "../../names.js"
import { duration, headers, integer } from "../../parse.js"
import type { Platform } from "../../platforms/Platform.js"
import { partOf, textOf } from "./files.js"
import { jsonOf, typedJson, valueOf } from "./json.js"
import { type Given, givenBy, isRequired, leadingOf, leadingOption, secretPath, testsBucket } from "./options.js"
import { hasSecretName, isSecret, rejectTyped } from "./secrets.js"

const wrongValue = (option: string, text: string, wanted: string): UsageError =>
  new UsageError(`${option} "${text}" is not ${wanted}`)

const known = (parameter: CatalogParameter, option: string, text: string): void => {
  const values = parameter.enum?.map(String)
  if (values === undefined || values.includes(text)) return
  const meant = nearest(text, values)
  throw new UsageError(
    `${option} "${text}" is none of ${values.join(", ")}${meant === undefined ? "" : `; did you mean ${meant}?`}`,
    `a value that this version does not know: --set ${parameter.name}=${text}`
  )
}

const scalar = (type: ParameterType, option: string, text: string): unknown => {
  switch (type) {
    case "integer":
      if (!/^[+-]?\d+$/.test(text)) throw wrongValue(option, text, "a whole number")
      return JsonNumber.fromText(text) ?? Number(text)
    case "number":
      if (JsonNumber.fromText(text) !== undefined) return JsonNumber.fromText(text)
      if (text.trim() === "" || !Number.isFinite(Number(text))) throw wrongValue(option, text, "a number")
      return Number(text)
    case "boolean":
      if (text !== "true" && text !== "false") throw wrongValue(option, text, "true or false")
      return text === "true"
    case "object": {
      const value = typedJson(option, text)
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw wrongValue(option, text, "a JSON object")
      }
      return value
    }
    case "array":
    case "json":
      return typedJson(option, text)
    default:
      return text
  }
}

const list = (parameter: CatalogParameter, option: string, texts: ReadonlyArray<string>): ReadonlyArray<unknown> => {
  const items = parameter.items ?? "json"
  const [first] = texts
  // Objects may be given one by one or as the JSON array they are part of.
  if (texts.length === 1 && first !== undefined && items !== "string" && first.trimStart().startsWith("[")) {
    const whole = typedJson(option, first)
    if (Array.isArray(whole)) return whole
  }
  return texts.map((text) => {
    known(parameter, option, text)
    return scalar(items, option, text)
  })
}

/** A file as a part. A dry run shows its path and does not read it. */
const fileOf = async (invocation: Invocation, file: string): Promise<FilePart> => {
  const part = await partOf(invocation.io, file)
  return invocation.values.flag("dry-run") === true ? { ...part, filename: file, size: 0, content: noBytes } : part
}

const noBytes = new Uint8Array()

const optionValue = async (
  invocation: Invocation,
  entry: CatalogEntry,
  { name, parameter }: Given
): Promise<unknown> => {
  const { values } = invocation
  const option = `--${name}`
  const { items, type } = parameter
  if (type === "boolean") return values.flag(name)
  const texts = values.texts(name)
  const [text] = texts
  if (text === undefined) return undefined
  if (type === "file") return fileOf(invocation, text)
  if (type === "array") {
    if (items === "file") return Promise.all(texts.map((file) => fileOf(invocation, file)))
    const value = list(parameter, option, texts)
    rejectTyped(entry, option, value)
    return value
  }
  known(parameter, option, text)
  const value = scalar(type, option, text)
  rejectTyped(entry, option, value)
  return value
}

/** A secret comes from a file, from stdin, or from a person who types it unseen. */
const secretValue = async (
  { interactive, io, values }: Invocation,
  { name, parameter }: Given,
  needed: boolean
): Promise<unknown> => {
  const file = values.text(name)
  if (file === undefined && !(needed && interactive && parameter.type === "string")) return undefined
  const text = file === undefined ? await io.stdin.askSecret(`${parameter.name}: `) : await textOf(io, file)
  const value = text.replace(/\r?\n$/, "")
  if (value === "") throw new UsageError(`${parameter.name} is empty`)
  if (parameter.type === "string") return value
  return secretJson(value, parameter.type, name)
}

/** As {@link scalar}, without a word of the text in the error. */
const secretJson = (text: string, type: ParameterType, name: string): unknown => {
  try {
    return scalar(type, `--${name}`, text)
  } catch {
    throw new UsageError(`the content of --${name} is not a JSON ${type}`)
  }
}

const settings = (values: Values, entry: CatalogEntry): Readonly<Record<string, unknown>> => {
  const out: Record<string, unknown> = {}
  const names = entry.parameters.map(({ name }) => name)
  for (const setting of values.texts("set")) {
    const equals = setting.indexOf("=")
    if (equals < 1) throw new UsageError(`--set "${setting}" is not NAME=VALUE`)
    const typed = setting.slice(0, equals)
    const parameter = entry.parameters.find(({ name }) => name === typed || kebab(name) === kebab(typed))
    if (parameter === undefined && entry.openBody !== true) {
      const meant = nearest(typed, names)
      throw new UsageError(
        `--set: there is no parameter "${typed}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`
      )
    }
    const name = parameter?.name ?? typed
    if (isSecret(entry, name)) {
      throw new UsageError(
        `"${name}" is secret and must not be typed on a command line`,
        parameter === undefined ? "give --body @FILE" : `give --${kebab(name)}-file FILE, or - for stdin`
      )
    }
    const text = setting.slice(equals + 1)
    const value = parameter?.type === "string" ? textSetting(text) : valueOf(text)
    rejectTyped(entry, "--set", value)
    Object.defineProperty(out, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return out
}

/** Text stays as it is typed, unless it is written as JSON text or `null`. */
const textSetting = (text: string): unknown => {
  const value = valueOf(text)
  return typeof value === "string" || value === null ? value : text
}

const readBody = async (
  { io, values }: Invocation,
  entry: CatalogEntry
): Promise<{ readonly value: unknown } | undefined> => {
  const given = values.text("body")
  if (given === undefined) return undefined
  const fromFile = given === "-" || given.startsWith("@")
  const text = fromFile ? await textOf(io, given === "-" ? "-" : given.slice(1)) : given
  if (!fromFile) {
    const value = typedJson("--body", text)
    rejectTyped(entry, "--body", value)
    return { value }
  }
  return { value: jsonOf("--body", given, text) }
}

const bodyParams = (entry: CatalogEntry, body: { readonly value: unknown } | undefined): object => {
  if (body === undefined) return {}
  const { value } = body
  if (entry.wholeBody === true) return { body: value }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value
  throw new UsageError("--body must be a JSON object")
}

/** Options of the library's methods that test a bucket. */
const bucketOptions = (values: Values): { readonly test?: boolean; readonly overwriteTestFile?: boolean } => {
  const test = values.flag("test")
  if (test === false && values.flag("overwrite-test-file") === true) {
    throw new UsageError("--overwrite-test-file is for the test; leave out --no-test")
  }
  return {
    ...(test === undefined ? undefined : { test }),
    ...(values.flag("overwrite-test-file") === true ? { overwriteTestFile: true } : undefined)
  }
}

const missingOf = (
  entry: CatalogEntry,
  parameters: ReadonlyArray<Given>,
  params: Readonly<Record<string, unknown>>
): ReadonlyArray<string> => [
  ...parameters
    .filter(({ parameter }) => isRequired(entry, parameter) && params[parameter.name] === undefined)
    .map(({ by, name, parameter }) => (by === "set" ? `--set ${parameter.name}=...` : `--${name}`)),
  ...(entry.wholeBody === true && entry.bodyRequired === true && params["body"] === undefined ? ["--body"] : [])
]

const secretHeaders = new Set(["authorization", "proxy-authorization", "cookie", "x-api-key"])

/**
 * The options of the call itself.
 *
 * @since 0.1.0
 * @category accessors
 */
export const requestOptions = (values: Values): RequestOptions => {
  const limit = duration(values, "timeout")
  const retries = integer(values, "retries", 0)
  const extra = headers(values)
  const secret = Object.keys(extra ?? {}).find((name) => secretHeaders.has(name) || hasSecretName(name))
  if (secret !== undefined) {
    throw new UsageError(`--header ${secret} is a credential, which must not be typed on a command line`)
  }
  const key = values.text("idempotency-key")
  if (key === "") throw new UsageError("--idempotency-key is empty")
  return {
    ...(limit === undefined ? undefined : { timeout: limit, overallTimeout: limit }),
    ...(retries === undefined ? undefined : { retry: retries === 0 ? false : { maxRetries: retries } }),
    ...(extra === undefined ? undefined : { headers: extra }),
    ...(key === undefined ? undefined : { idempotencyKey: key })
  }
}

/**
 * The path in the order of its template: arguments, and secrets from where they are kept. A place that is left out is
 * `undefined`, for the client to find.
 */
const pathOf = async (
  invocation: Invocation,
  platform: Platform,
  entry: CatalogEntry
): Promise<ReadonlyArray<string | undefined>> => {
  const { values } = invocation
  const secrets = secretPath(entry)
  const given = [...values.arguments]
  const leading = given.length === entry.pathParameters.length - secrets.length ? 0 : leadingOf(platform, entry)
  const path: Array<string | undefined> = []
  for (const [index, { name }] of entry.pathParameters.entries()) {
    const option = leadingOption(name)?.name
    if (index < leading) {
      path.push(name === "user_id" ? defaultUser(values) : undefined)
      continue
    }
    if (option !== undefined && index < leadingOf(platform, entry) && values.has(option)) {
      throw new UsageError(`<${name}> and --${option} are given`, "give one of the two")
    }
    const secret = secrets.find(({ parameter }) => parameter.name === name)
    const value = secret === undefined ? given.shift() : await secretValue(invocation, secret, true)
    if (secret !== undefined && value === undefined) {
      throw new UsageError(`missing --${secret.name}`, "the value is secret: give a file, or - for stdin")
    }
    path.push(String(value ?? ""))
  }
  return path
}

const defaultUser = (values: Values): string => {
  const user = values.text("user")
  if (user === undefined) throw new UsageError("missing <user_id>", "give it as an argument, or add --user ID")
  return user
}

/**
 * Reads the input of an operation. Throws a `UsageError` that names the option for what is missing or is not what it
 * should be.
 *
 * @since 0.1.0
 * @category constructors
 */
export const read = async (invocation: Invocation, platform: Platform, entry: CatalogEntry): Promise<Input> => {
  const { values } = invocation
  const options = { ...requestOptions(values), ...(testsBucket(entry) ? bucketOptions(values) : undefined) }
  const parameters = givenBy(entry)
  const body = await readBody(invocation, entry)
  const params: Record<string, unknown> = { ...bodyParams(entry, body), ...settings(values, entry) }
  for (const given of parameters) {
    if (given.by !== "option") continue
    const value = await optionValue(invocation, entry, given)
    if (value !== undefined) params[given.parameter.name] = value
  }
  for (const given of parameters) {
    const { name, required } = given.parameter
    if (given.by !== "secret") continue
    const value = await secretValue(invocation, given, required && params[name] === undefined)
    if (value !== undefined) params[name] = value
  }
  const path = await pathOf(invocation, platform, entry)
  const missing = missingOf(entry, parameters, params)
  if (missing.length > 0) {
    throw new UsageError(
      `missing ${missing.join(", ")}`,
      `see: trilum ${[platform.name, kebab(entry.resource), kebab(entry.name), "--help"].join(" ")}`
    )
  }
  return { path, params: Object.keys(params).length === 0 ? undefined : params, options }
}
