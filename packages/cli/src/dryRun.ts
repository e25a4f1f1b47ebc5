/**
 * `--dry-run`: shows the request that a command would send, as a command line of curl or as JSON.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as DryRun from "@trilum/core/DryRun"
import * as JsonNumber from "@trilum/core/JsonNumber"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import * as Redaction from "@trilum/core/Redaction"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { LocalError, NothingSent } from "./CliError.js"
import type { Invocation } from "./Command.js"
import { entryOf, valuesOf } from "./commands/operation/match.js"
import * as Credentials from "./credentials.js"
import { type Platform, platforms } from "./platforms/Platform.js"
import * as Json from "./render/json.js"

/**
 * Whether a command line asks for a dry run.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isAsked = ({ values }: Pick<Invocation, "values">): boolean => values.flag("dry-run") === true

type Request = DryRun.NotSent["request"]

const attempt = <A>(step: () => Promise<A>): Effect.Effect<A, Error> =>
  Effect.tryPromise({ try: step, catch: (cause) => (cause instanceof Error ? cause : new LocalError(String(cause))) })

/** The platform of a command, by its first word; of `trilum api`, by its first argument. */
const platformOf = ({ command, values }: Invocation): Platform | undefined => {
  const [first] = command.path
  const name = first === "api" ? values.arguments[0] : first
  return platforms.find((platform) => platform.name === name)
}

/** The path of a request below the base URL. */
const pathOf = (url: URL, resolved: Credentials.Resolved | undefined): string =>
  resolved === undefined
    ? url.pathname
    : url.pathname.slice(new URL(resolved.baseUrl).pathname.replace(/\/+$/, "").length)

/** A request as it is shown. */
interface Shown {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Arguments of `-F`, in place of a body. */
  readonly form: ReadonlyArray<string> | undefined
}

const plain = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** Encloses the name of a variable of the environment. No text that is sent as a header, URL or JSON has it. */
const mark = "\u0000"

/** A text as one word of a shell, with the variables in it. */
const expanded = (text: string): string => {
  if (!text.includes(mark)) return plain(text)
  const parts = text
    .split(mark)
    .map((part, index) => (index % 2 === 1 ? `$${part}` : part.replaceAll(/["$`\\]/g, "\\$&")))
  return `"${parts.join("")}"`
}

/** Headers that curl sends by itself, or that say nothing that matters. */
const isNoise = (name: string, value: string): boolean =>
  ["user-agent", "content-length", "traceparent", "b3"].includes(name) ||
  (name === "accept" && ["application/json", "*/*"].includes(value))

const curl = ({ body, form, headers, method, url }: Shown): string => {
  const isStream = headers["accept"] === "text/event-stream"
  const shown = Object.entries(headers).filter(
    ([name, value]) => !isNoise(name, value) && !(name === "content-type" && form !== undefined)
  )
  return [
    ["curl", ...(isStream ? ["-N"] : []), ...(method === "GET" ? [] : ["-X", method]), expanded(url)].join(" "),
    ...shown.map(([name, value]) => `-H ${expanded(`${name}: ${value}`)}`),
    ...(form ?? []).map((part) => `-F ${expanded(part)}`),
    ...(body === undefined ? [] : [`--data-raw ${expanded(body)}`])
  ].join(" \\\n  ")
}

/** A dry run without a credential shows where it would be. */
const credentialsOf = (platform: Platform, resolved: Credentials.Resolved): ReadonlyMap<string, string> => {
  const out = new Map<string, string>()
  for (const variable of [platform.keyVariable, ...platform.tokens.map((token) => token.variable)]) {
    out.set(Credentials.placeholder(variable), variable)
  }
  for (const { value, variable } of resolved.tokens) out.set(value, variable)
  if (resolved.key !== undefined) out.set(resolved.key, platform.keyVariable)
  return out
}

const bodyOf = (request: Request): Pick<Shown, "body" | "form"> => {
  const { body } = request
  switch (body._tag) {
    case "Uint8Array":
      return body.contentType.startsWith("application/octet-stream")
        ? { body: `(${body.contentLength} bytes)`, form: undefined }
        : { body: new TextDecoder().decode(body.body), form: undefined }
    case "FormData":
      return {
        body: undefined,
        form: [...body.formData].map(([name, value]) =>
          typeof value === "string" ? `${name}=${value}` : `${name}=@${value.name}`
        )
      }
    case "Stream":
      return { body: undefined, form: ["(a stream)"] }
    default:
      return { body: undefined, form: undefined }
  }
}

/** The parameters that the contract marks as secrets. */
const namesOf = (entry: CatalogEntry | undefined): ReadonlyArray<string> =>
  [...(entry?.secrets?.path ?? []), ...(entry?.secrets?.params ?? [])].flatMap(
    (path) => path.split(".").findLast((name) => name !== "*" && name !== "") ?? []
  )

/** A body without the secrets in it. Numbers stay as they are written. */
const redacted = (body: string | undefined, redactor: Redaction.Redactor): string | undefined => {
  if (body === undefined) return undefined
  try {
    return JsonNumber.unmark(JSON.stringify(redactor.value(JSON.parse(JsonNumber.mark(body)))))
  } catch {
    return redactor.text(body)
  }
}

/**
 * Prints a request. Its credential is the variable that has one, other secrets are masked.
 *
 * @since 0.1.0
 * @category combinators
 */
export const show = (
  invocation: Invocation,
  request: Request,
  entry?: CatalogEntry | undefined,
  form?: ReadonlyArray<string> | undefined
): Effect.Effect<void, Error> =>
  Effect.gen(function* () {
    const { io, json } = invocation
    const platform = platformOf(invocation)
    const resolved = platform && (yield* attempt(() => Credentials.of(invocation, platform)))
    const credentials = platform && resolved ? credentialsOf(platform, resolved) : new Map<string, string>()
    const url = new URL(request.url)
    for (const [name, value] of request.urlParams) url.searchParams.append(name, value)
    const values = entry === undefined ? [] : valuesOf(entry, pathOf(url, resolved))
    const secrets = (entry?.pathParameters ?? []).flatMap(({ name }, index) =>
      entry?.secrets?.path?.includes(name) === true ? [values[index] ?? ""] : []
    )
    const names = namesOf(entry)
    const query = Redaction.secretsIn(Object.fromEntries(url.searchParams), names)
    const redactor = Redaction.make({ secrets: [...secrets, ...query], names })
    const { body, form: parts } = bodyOf(request)
    const contentType = "contentType" in request.body ? request.body.contentType : undefined
    const marked = (value: string, show: (variable: string) => string): string => {
      for (const [secret, variable] of credentials)
        if (value.includes(secret)) return value.replaceAll(secret, show(variable))
      return value
    }
    const headers = (show: (variable: string) => string): Record<string, string> => {
      const given = {
        ...request.headers,
        ...(contentType === undefined || parts !== undefined ? undefined : { "content-type": contentType })
      }
      const safe = redactor.headers(given)
      return Object.fromEntries(
        Object.entries(given).map(([name, value]) => {
          const text = marked(value, show)
          return [name, text === value ? (safe[name] ?? "") : text]
        })
      )
    }
    const shown = {
      method: request.method,
      url: redactor.text(url.href),
      body: redacted(body, redactor),
      form: form ?? parts
    }
    if (!json) {
      const text = curl({ ...shown, headers: headers((variable) => `${mark}${variable}${mark}`) })
      return yield* attempt(() => io.stdout.write(`${text}\n`))
    }
    const about = {
      method: shown.method,
      url: shown.url,
      headers: Object.fromEntries(
        Object.entries(headers(() => mark)).map(([name, value]) => [
          name,
          value.includes(mark) ? Redaction.mask : value
        ])
      )
    }
    const bodyText = shown.form === undefined ? shown.body : "(multipart/form-data)"
    const text = Json.compact(about)
    const whole = bodyText === undefined ? text : `${text.slice(0, -1)},"body":${Json.compact(bodyText)}}`
    yield* attempt(() => io.stdout.write(`${whole}\n`))
  })

const withoutKey = "there is no key to look names up with"

/**
 * Whether names can be looked up: there is a credential.
 *
 * @since 0.1.0
 * @category predicates
 */
export const canLookUp = async (invocation: Invocation, platform: Platform): Promise<boolean> =>
  Credentials.isGiven(await Credentials.of(invocation, platform))

/**
 * A transport that shows the first request and ends the call. The reads that only find what a name stands for, `lookups`
 * of the command, are sent if there is a credential.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (invocation: Invocation): Layer.Layer<HttpClient.HttpClient, never, HttpClient.HttpClient> => {
  const { lookups = [] } = invocation.command
  const { stderr } = invocation.io
  const platform = platformOf(invocation)
  const facts = attempt(async () => {
    if (platform === undefined) return undefined
    const [catalog, resolved] = await Promise.all([platform.catalog(), Credentials.of(invocation, platform)])
    return { catalog, resolved }
  })
  const sends = (request: Request, url: URL): Effect.Effect<boolean, Error> =>
    Effect.gen(function* () {
      const known = yield* facts
      const entry = known && entryOf(known.catalog, request.method, pathOf(url, known.resolved))
      const isLookup = entry !== undefined && lookups.includes(entry.id)
      if (isLookup && known !== undefined && Credentials.isGiven(known.resolved)) return true
      if (isLookup) yield* attempt(() => stderr.write(`note: ${withoutKey}; this would be sent first\n`))
      yield* show(invocation, request, entry)
      return false
    })
  return DryRun.layerOf((request, url) => Effect.orDie(sends(request, url)))
}

/**
 * Runs an effect for each of several things. A dry run shows one after the other.
 *
 * @since 0.1.0
 * @category combinators
 */
export const forEach = <A, E, R>(
  invocation: Invocation,
  items: Iterable<A>,
  one: (item: A) => Effect.Effect<unknown, E, R>,
  concurrency: number
): Effect.Effect<void, E, R> =>
  isAsked(invocation)
    ? Effect.forEach(items, (item) => DryRun.catchNotSent(one(item)), { discard: true })
    : Effect.forEach(items, one, { concurrency, discard: true })

/**
 * The error in place of the end of a call that was not sent.
 *
 * @since 0.1.0
 * @category combinators
 */
export const ended = (defect: unknown): unknown => (defect instanceof DryRun.NotSent ? new NothingSent() : defect)
