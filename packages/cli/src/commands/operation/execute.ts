/**
 * Sends an operation and writes what comes back.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import { NodeTransport } from "@trilum/core/node"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import * as Pagination from "@trilum/core/Pagination"
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import type { SseEvent } from "@trilum/core/Sse"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import * as Credentials from "../../credentials.js"
import { exitCode } from "../../exitCode.js"
import { choice, integer } from "../../parse.js"
import { type Caller, isLastEvent, type Platform, type Tokens } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"
import * as Value from "../../render/value.js"
import { print, run } from "../../run.js"
import * as Target from "../../target.js"
import { type CallInput, read } from "./input.js"

/** The client of the platform for one call, with the credentials that call may need. */
const connect = async (
  { io, values }: Invocation,
  platform: Platform,
  entry: CatalogEntry,
  dryRun: boolean
): Promise<ReturnType<Awaited<ReturnType<Platform["connect"]>>>> => {
  const resolved = await Credentials.of(io, platform)
  const auth = entry.platformData?.["auth"]
  const key = entry.auth === false ? undefined : keyOf(platform, resolved, dryRun)
  const ownScope = entry.parameters.some(({ name }) => name === "scope")
  return (await platform.connect())({
    baseUrl: resolved.baseUrl,
    key: key === undefined ? undefined : Redacted.make(key),
    tokens: tokensOf(platform, resolved, dryRun),
    auth,
    userAgent: `trilum-cli/${io.version}`,
    scope: ownScope ? "user" : (choice(values, "scope", ["user", "tenant"]) ?? "user"),
    userId: values.text("user")
  })
}

/** A dry run shows where the credential would stand, so it needs none. */
const keyOf = (platform: Platform, resolved: Credentials.Resolved, dryRun: boolean): string | undefined =>
  dryRun ? (resolved.key ?? "none") : Credentials.requireAny(platform, resolved)

const tokensOf = (platform: Platform, resolved: Credentials.Resolved, dryRun: boolean): Tokens =>
  Object.fromEntries([
    ...(dryRun ? platform.tokens.map(({ kind }) => [kind, Redacted.make("none")] as const) : []),
    ...resolved.tokens.map(({ kind, value }) => [kind, Redacted.make(value)] as const)
  ])

const event = ({ data, event, id }: SseEvent): object => {
  let value: unknown = data
  try {
    value = JSON.parse(data)
  } catch {
    // Data that is no JSON is text.
  }
  return { ...(event === undefined ? undefined : { event }), ...(id === undefined ? undefined : { id }), data: value }
}

interface Call {
  readonly invocation: Invocation
  readonly platform: Platform
  readonly entry: CatalogEntry
  readonly input: CallInput
  readonly caller: Caller
  /** Replaces the raw call where the client has a safer method. */
  readonly update: Effect.Effect<unknown, Error, HttpClient.HttpClient> | undefined
}

const operationOf = (entry: CatalogEntry) => ({ ...entry, success: ResponseSchema.unknown })

const preview = ({ caller, entry, input, invocation }: Call) =>
  Effect.gen(function* () {
    const { io, json } = invocation
    const shown = yield* caller.preview(operationOf(entry), input.path, input.params, input.options)
    if (json || !io.stdout.isTTY) return yield* print(io.stdout, `${Json.compact(shown)}\n`)
    const lines = [
      `${shown.method} ${shown.url}`,
      ...Object.entries(shown.headers).map(([name, value]) => `${name}: ${value}`),
      ...(shown.body === undefined ? [] : ["", bodyText(shown.body, io.stdout.colour)])
    ]
    yield* print(io.stdout, `${lines.join("\n")}\n`)
  })

const bodyText = (body: string, colour: boolean): string => {
  try {
    return Json.pretty(JSON.parse(body), colour)
  } catch {
    return body
  }
}

const bytes = ({ caller, entry, input, invocation }: Call) =>
  Effect.gen(function* () {
    const { io, values } = invocation
    const file = values.text("output")
    const target = yield* Target.make(io, file)
    const download = caller.stream(operationOf(entry), input.path, input.params, input.options)
    yield* NodeTransport.withCrossOriginDownload(Stream.runForEach(download, target.write))
    yield* target.finish
  })

const events = ({ caller, entry, input, invocation, platform }: Call) =>
  Effect.gen(function* () {
    const target = yield* Target.make(invocation.io, invocation.values.text("output"))
    const stream = caller.events(operationOf(entry), input.path, input.params, {
      ...input.options,
      terminal: isLastEvent(platform)
    })
    yield* Stream.runForEach(stream, (each) => target.write(`${Json.compact(event(each))}\n`))
    yield* target.finish
  })

const everything = ({ caller, entry, input, invocation }: Call) =>
  Effect.gen(function* () {
    const { json, values } = invocation
    const limit = integer(values, "limit-pages", 1)
    const target = yield* Target.make(invocation.io, values.text("output"))
    const pages = Pagination.pages(caller, operationOf(entry), input.path, input.params, input.options)
    const items = entry.pagination?.items ?? ""
    let count = 0
    if (json) yield* target.write("[")
    yield* Stream.runForEach(limit === undefined ? pages : Stream.take(pages, limit), (page) => {
      const records = Pagination.at(page, items)
      const texts = (Array.isArray(records) ? records : []).map((record) => Json.compact(record))
      if (texts.length === 0) return Effect.void
      const text = json ? `${count === 0 ? "" : ","}${texts.join(",")}` : `${texts.join("\n")}\n`
      count += texts.length
      return target.write(text)
    })
    if (json) yield* target.write("]\n")
    yield* target.finish
  })

const one = ({ caller, entry, input, invocation, update }: Call) =>
  Effect.gen(function* () {
    const { io, json, values } = invocation
    const operation = operationOf(entry)
    if (entry.response === "none") {
      const { response } = yield* caller.withResponse(operation, input.path, input.params, input.options)
      if (io.stderr.isTTY && !json) yield* print(io.stderr, `done (${response.status})\n`)
      return
    }
    // Before the call: an answer that is shown once must not be lost for want of a file.
    const target = yield* Target.make(io, values.text("output"))
    const value = yield* update ?? caller.request(operation, input.path, input.params, input.options)
    if (target.isFile) yield* target.write(`${Json.compact(value)}\n`)
    else
      yield* target.write(
        entry.response === "text" ? `${String(value)}\n` : Value.render(entry, value, io.stdout, json)
      )
    yield* target.finish
    if (!target.isFile && !json && io.stdout.isTTY && Value.recordsOf(entry, value)?.length === 0) {
      yield* print(io.stderr, "nothing found\n")
    }
  })

/**
 * The body of a generic command.
 *
 * @since 0.1.0
 * @category constructors
 */
export const execute = async (invocation: Invocation, platform: Platform, entry: CatalogEntry): Promise<number> => {
  const { io, values } = invocation
  const dryRun = values.flag("dry-run") === true
  const all = values.flag("all") === true
  if (!all && values.has("limit-pages")) throw new UsageError("--limit-pages is for --all")
  if (entry.response === "bytes" && !dryRun && io.stdout.isTTY && !values.has("output")) {
    throw new UsageError("the answer is a file, which a terminal cannot show", "give --output FILE, or pipe stdout")
  }
  const input = await read(invocation, platform, entry)
  const connecting = await connect(invocation, platform, entry, dryRun)
  const update =
    platform.name === "luml" && entry.method === "PATCH" && !dryRun
      ? await (await import("../luml/updates.js")).updateOf(invocation, entry.id, input)
      : undefined
  await run(
    invocation,
    Effect.gen(function* () {
      const call: Call = { invocation, platform, entry, input, caller: yield* connecting, update }
      if (dryRun) return yield* preview(call)
      if (entry.response === "bytes") return yield* bytes(call)
      if (entry.response === "events") return yield* events(call)
      return yield* all ? everything(call) : one(call)
    })
  )
  return exitCode.ok
}
