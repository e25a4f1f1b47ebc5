/**
 * What `trilum api` does.
 *
 * @since 0.1.0
 */
import type * as ApiClient from "@trilum/core/ApiClient"
import type * as Operation from "@trilum/core/Operation"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import * as Pagination from "@trilum/core/Pagination"
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { LocalError, UsageError } from "../../CliError.js"
import type { Invocation, Values } from "../../Command.js"
import * as Confirm from "../../confirm.js"
import { exitCode } from "../../exitCode.js"
import { settings, withEnvironment } from "../../layers.js"
import { nearest } from "../../names.js"
import { type Platform, platforms } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"
import { harmless } from "../../render/width.js"
import { run } from "../../run.js"
import * as Target from "../../target.js"
import { textOf } from "../operation/files.js"
import { requestOptions } from "../operation/input.js"
import { jsonOf, valueOf } from "../operation/json.js"
import { entryOf } from "../operation/match.js"
import { hasSecretName } from "../operation/secrets.js"

const methods: ReadonlyArray<Operation.Method> = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]

interface Line {
  readonly platform: Platform
  readonly method: Operation.Method | undefined
  /** Without its query. */
  readonly path: string
  readonly query: Readonly<Record<string, ReadonlyArray<string>>>
}

const meant = (text: string, all: ReadonlyArray<string>): string | undefined => {
  const found = nearest(text, all)
  return found === undefined ? undefined : `did you mean ${found}?`
}

/** Reads platform, method and path. The path stays below the server. */
const lineOf = ({ arguments: [name = "", first = "", second] }: Values): Line => {
  const platform = platforms.find((each) => each.name === name)
  const names = platforms.map((each) => each.name)
  if (platform === undefined)
    throw new UsageError(`there is no platform "${name}"`, meant(name, names) ?? names.join(", "))
  const typed = second === undefined ? first : second
  const method = methods.find((each) => each === first.toUpperCase())
  if (second === undefined && method !== undefined) throw new UsageError("missing <path>", "see: trilum api --help")
  if (second !== undefined && method === undefined) {
    throw new UsageError(`there is no method "${first}"`, meant(first.toUpperCase(), methods) ?? methods.join(", "))
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) {
    throw new UsageError(
      "the path is a URL",
      `give what follows the server, as in /v1/users; the server is that of ${platform.baseUrlVariable} or ${platform.name}.base-url`
    )
  }
  const [before = "", ...after] = (typed.startsWith("/") ? typed : `/${typed}`).replace(/#.*$/, "").split("?")
  if (
    before.split("/").some((part) => /^(?:\.|%2e){1,2}$/i.test(part)) ||
    before.startsWith("//") ||
    before.includes("\\")
  ) {
    throw new UsageError(`the path "${before}" leads away from the server's own`, "give it without . and ..")
  }
  const query: Record<string, Array<string>> = {}
  for (const [key, value] of new URLSearchParams(after.join("?"))) {
    query[key] = [...(query[key] ?? []), value]
  }
  return { platform, method, path: new URL(before, "http://host").pathname, query }
}

/** The names of `a[b][]`. An empty one is the next item of a list. */
const namesOf = (option: string, typed: string): ReadonlyArray<string> => {
  const found = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(typed)
  if (found === null)
    throw new UsageError(`${option} "${typed}" is not the name of a field`, "write it like name, a[b] or a[]")
  const [, first = "", rest = ""] = found
  return [first, ...Array.from(rest.matchAll(/\[([^[\]]*)\]/g), ([, name = ""]) => name)]
}

const define = (target: object, name: string, value: unknown): void => {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}

/** Puts a value where its names lead. */
const put = (fields: object, option: string, typed: string, value: unknown): void => {
  const names = namesOf(option, typed)
  let at = fields
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1
    const next: unknown = isLast ? value : names[index + 1] === "" ? [] : {}
    if (Array.isArray(at) && name === "") {
      at.push(next)
      if (!isLast) at = Object(next)
      continue
    }
    const present: unknown = Object.hasOwn(at, name) ? Reflect.get(at, name) : undefined
    if (Array.isArray(at) || name === "" || (present !== undefined && (isLast || typeof present !== "object"))) {
      throw new UsageError(`${option} "${typed}" does not fit the fields before it`)
    }
    if (isLast || present === undefined) define(at, name, next)
    if (!isLast) at = Object(present ?? next)
  }
}

const fieldsOf = async ({ io, values }: Invocation): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const raw = values.texts("raw-field")
  const typed = values.texts("field")
  if (raw.length === 0 && typed.length === 0) return undefined
  const fields: Record<string, unknown> = {}
  const split = (option: string, field: string): readonly [string, string] => {
    const equals = field.indexOf("=")
    if (equals < 1) throw new UsageError(`a value of ${option} is not NAME=VALUE`)
    return [field.slice(0, equals), field.slice(equals + 1)]
  }
  for (const field of raw) {
    const [name, text] = split("-f", field)
    refuse(name)
    put(fields, "-f", name, text)
  }
  for (const field of typed) {
    const [name, text] = split("-F", field)
    if (text.startsWith("@")) put(fields, "-F", name, (await textOf(io, text.slice(1))).replace(/\r?\n$/, ""))
    else {
      refuse(name)
      put(fields, "-F", name, valueOf(text))
    }
  }
  return fields
}

const refuse = (name: string): void => {
  const last = name.replace(/(?:\[\])?\]?$/, "").replace(/^.*\[/, "")
  if (!hasSecretName(last)) return
  throw new UsageError(
    `"${last}" is secret and must not be typed on a command line`,
    `give -F '${name}=@FILE', or @- for stdin`
  )
}

const bodyOf = async ({ io, values }: Invocation): Promise<unknown> => {
  const file = values.text("input")
  if (file === undefined) return undefined
  return jsonOf("--input", file, await textOf(io, file))
}

/** What is sent: the operation of the contract as far as there is one, with the path as it is typed. */
const operationOf = (
  { path, platform }: Line,
  method: Operation.Method,
  entry: CatalogEntry | undefined,
  query: ReadonlyArray<string>
) => ({
  id: entry?.id ?? "api",
  platform: platform.name,
  resource: entry?.resource ?? "api",
  name: entry?.name ?? "request",
  method,
  path: path.replaceAll("{", "%7B").replaceAll("}", "%7D"),
  query,
  body: "json" as const,
  wholeBody: true,
  prepare: false as const,
  ...(entry?.auth === undefined ? undefined : { auth: entry.auth }),
  ...(entry?.platformData === undefined ? undefined : { platformData: entry.platformData }),
  ...(entry?.secrets === undefined ? undefined : { secrets: entry.secrets }),
  ...(entry?.repeatable === undefined ? undefined : { repeatable: entry.repeatable }),
  ...(entry?.idempotencyKey === undefined ? undefined : { idempotencyKey: entry.idempotencyKey })
})

type Sent = ReturnType<typeof operationOf>

const isJson = (type: string): boolean => /^application\/(?:[\w.-]+\+)?json\b/i.test(type)

const headOf = ({ headers, status }: ApiClient.ResponseInfo): string =>
  [`HTTP ${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "", ""].join("\n")

/** Prints the answer: JSON indented for a person, anything else as it arrives. */
const once = (
  invocation: Invocation,
  client: Client,
  operation: Sent,
  params: object,
  options: ApiClient.RequestOptions
) =>
  Effect.gen(function* () {
    const { formatting, io, json, values } = invocation
    const target = yield* Target.make(io, Target.fileOf(values), formatting)
    const shows = !target.isFile && io.stdout.isTTY
    let info: ApiClient.ResponseInfo | undefined
    const bytes = client.stream({ ...operation, response: "bytes", success: ResponseSchema.none }, [], params, {
      ...options,
      onResponse: (found) => {
        info = found
      }
    })
    const gathered: Array<Uint8Array> = []
    let isWhole = false
    let began = false
    const begin = Effect.suspend(() => {
      if (began) return Effect.void
      began = true
      const type = info?.headers["content-type"] ?? ""
      isWhole = isJson(type) && (shows || json || formatting !== undefined)
      if (shows && !isWhole && type !== "" && !/^text\//i.test(type) && info?.status !== 204) {
        return Effect.fail(
          new LocalError(
            `the answer is ${harmless(type)}, which a terminal cannot show`,
            "give -o FILE, or pipe stdout"
          )
        )
      }
      return values.flag("include") === true && info !== undefined ? target.write(headOf(info)) : Effect.void
    })
    yield* Stream.runForEach(bytes, (chunk) =>
      Effect.zipRight(
        begin,
        Effect.suspend(() => {
          if (!isWhole) return target.write(chunk)
          gathered.push(chunk)
          return Effect.void
        })
      )
    )
    yield* begin
    const text = new TextDecoder().decode(Buffer.concat(gathered))
    if (text.trim() !== "") {
      yield* target.write(`${shows && !json ? Json.prettyText(text, io.stdout.colour) : Json.compactText(text)}\n`)
    }
    yield* target.finish
  })

const pages = (
  invocation: Invocation,
  client: Client,
  operation: Sent & { readonly pagination: Operation.Pagination },
  params: object,
  options: ApiClient.RequestOptions
) =>
  Effect.gen(function* () {
    const { formatting, io, values } = invocation
    const target = yield* Target.make(io, Target.fileOf(values), formatting)
    const slurps = values.flag("slurp") === true
    const found = Pagination.pages(
      client,
      { ...operation, response: "json", success: ResponseSchema.unknown },
      [],
      params,
      options
    )
    let count = 0
    if (slurps) yield* target.write("[")
    yield* Stream.runForEach(found, (page) =>
      target.write(slurps ? `${count++ === 0 ? "" : ","}${Json.compact(page)}` : `${Json.compact(page)}\n`)
    )
    if (slurps) yield* target.write("]\n")
    yield* target.finish
  })

type Client = ApiClient.ApiClient<unknown>

/** The query as parameters: one value is no list, and where a page begins is a number. */
const positioned = (
  query: Line["query"],
  plan: Operation.Pagination | undefined
): Readonly<Record<string, unknown>> => {
  const numbers = new Set<unknown>(plan === undefined ? [] : Object.values(plan))
  return Object.fromEntries(
    Object.entries(query).map(([name, values]) => {
      const [first = ""] = values
      if (values.length > 1) return [name, values]
      return [name, numbers.has(name) && /^\d{1,15}$/.test(first) ? Number(first) : first]
    })
  )
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const send = async (invocation: Invocation): Promise<number> => {
  const { io, values } = invocation
  const line = lineOf(values)
  const { path, platform } = line
  if (values.flag("slurp") === true && values.flag("paginate") !== true)
    throw new UsageError("--slurp is for --paginate")
  const fields = await fieldsOf(invocation)
  const input = await bodyOf(invocation)
  const method = line.method ?? (fields === undefined && input === undefined ? "GET" : "POST")
  const inQuery = method === "GET" || method === "HEAD" || input !== undefined
  const entry = entryOf(await platform.catalog(), method, path)
  const plan = entry?.pagination
  const query = { ...positioned(line.query, plan), ...(inQuery ? fields : undefined) }
  const body = input ?? (inQuery ? undefined : fields)
  const params = { ...query, ...(body === undefined ? undefined : { body }) }
  if (body !== undefined && "body" in query) {
    throw new UsageError("a query parameter body beside a body cannot be sent", "leave one of the two out")
  }
  if (values.flag("paginate") === true && plan === undefined) {
    throw new UsageError(
      entry === undefined
        ? `--paginate: ${method} ${path} is not in the contract, so its pages are not known`
        : `--paginate: ${method} ${path} has no pages`,
      "leave --paginate out"
    )
  }
  const names = plan === undefined ? [] : (entry?.query ?? [])
  const operation = operationOf(line, method, entry, [...new Set([...Object.keys(query), ...names])])
  const destroys = entry === undefined ? method === "DELETE" : entry.destructive === true
  const confirm = destroys ? Confirm.make(invocation, ["api", platform.name, method]) : undefined
  const [connect, made] = await Promise.all([
    platform.connect(),
    settings(invocation, platform, { anonymous: entry?.auth === false, scope: "tenant" })
  ])
  await confirm?.(entry?.summary ?? `${method} ${path}`, [["path", path]])
  await run(
    invocation,
    Effect.gen(function* () {
      const { client } = yield* withEnvironment(io)(connect(made))
      const options = requestOptions(values)
      return values.flag("paginate") === true && plan !== undefined
        ? yield* pages(invocation, client, { ...operation, pagination: plan }, params, options)
        : yield* once(invocation, client, operation, params, options)
    })
  )
  return exitCode.ok
}
