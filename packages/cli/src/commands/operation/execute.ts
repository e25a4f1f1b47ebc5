/**
 * Calls an operation by the library's method for it, and writes what comes back.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type * as ApiClient from "@trilum/core/ApiClient"
import * as DryRun from "@trilum/core/DryRun"
import { NodeTransport } from "@trilum/core/node"
import * as OperationCaller from "@trilum/core/OperationCaller"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import type { SseEvent } from "@trilum/core/Sse"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { UsageError } from "../../CliError.js"
import type { Invocation, Values } from "../../Command.js"
import * as Confirm from "../../confirm.js"
import * as Dry from "../../dryRun.js"
import { exitCode } from "../../exitCode.js"
import { settings, withEnvironment } from "../../layers.js"
import { integer } from "../../parse.js"
import { type Connected, isLastEvent, type Platform } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"
import * as Source from "../../render/source.js"
import * as Value from "../../render/value.js"
import { harmless } from "../../render/width.js"
import { page, print, run } from "../../run.js"
import * as Target from "../../target.js"
import { read } from "./input.js"
import { leadingOption } from "./options.js"
import { isSecret, isSecretPath } from "./secrets.js"

/** Ends a stream whose rest is not wanted. */
class Stop {}

const stopped = <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A | undefined, E, R> =>
  Effect.catchSomeDefect(self, (defect) =>
    defect instanceof Stop ? Option.some(Effect.succeed(undefined)) : Option.none()
  )

const event = ({ data, event, id }: SseEvent): string => {
  const parts = [
    ...(event === undefined ? [] : [`"event":${Json.compact(event)}`]),
    ...(id === undefined ? [] : [`"id":${Json.compact(id)}`]),
    `"data":${isJson(data) ? Json.compactText(data) : Json.compact(data)}`
  ]
  return `{${parts.join(",")}}\n`
}

/** Data that is no JSON is text. */
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

interface Call {
  readonly invocation: Invocation
  readonly platform: Platform
  readonly entry: CatalogEntry
  readonly input: OperationCaller.Input
  readonly connected: Connected
  /** The body of the last answer to the operation. */
  readonly answer: { text: string | undefined }
}

/** The method of the library, as an effect. A method that returns a stream is run to its end. */
const running = ({ connected, entry, input }: Call, tap?: OperationCaller.Tap) =>
  OperationCaller.run(connected, entry, input, { tap })

/**
 * Shows what the operation would send. Nothing is sent, except to find what names stand for. A method that reads other
 * records first does not come to its own request, which is then made of the input as it was typed.
 */
const preview = (call: Call, named: Effect.Effect<OperationCaller.Input, Error, HttpClient.HttpClient>) =>
  Effect.gen(function* () {
    const { connected, entry, invocation } = call
    const { io, values } = invocation
    const input = yield* named
    const { options, params } = input
    const path = entry.pathParameters.map(
      ({ name }, index) => input.path[index] ?? values.text(leadingOption(name)?.name ?? "") ?? name.toUpperCase()
    )
    let isOwn = false
    const tap: OperationCaller.Tap = (client) => {
      const seen = ({ id }: { readonly id: string }): void => {
        isOwn ||= id === entry.id
      }
      return {
        ...client,
        request: (operation, ...rest) => {
          seen(operation)
          return client.request(operation, ...rest)
        },
        stream: (operation, ...rest) => {
          seen(operation)
          return client.stream(operation, ...rest)
        },
        events: (operation, ...rest) => {
          seen(operation)
          return client.events(operation, ...rest)
        }
      }
    }
    const first = yield* DryRun.catchNotSent(running({ ...call, input: { ...input, path } }, tap))
    if (isOwn && first instanceof DryRun.NotSent) return yield* Dry.show(invocation, first.request, entry)
    if (first instanceof DryRun.NotSent) {
      const { pathname } = new URL(first.request.url)
      yield* print(
        io.stderr,
        `note: ${first.request.method} ${harmless(pathname)} is sent first; what it answers may change the request\n`
      )
    }
    const own = yield* DryRun.catchNotSent(connected.client.request(operationOf(entry), path, params, options))
    if (own instanceof DryRun.NotSent) yield* Dry.show(invocation, own.request, entry)
  })

const operationOf = (entry: CatalogEntry) => ({ ...entry, success: ResponseSchema.unknown })

const bytes = (call: Call) =>
  Effect.gen(function* () {
    const { io, values } = call.invocation
    const target = yield* Target.make(io, Target.fileOf(values))
    const download = Stream.runForEach(OperationCaller.stream(call.connected, call.entry, call.input), (chunk) =>
      chunk instanceof Uint8Array ? target.write(chunk) : Effect.void
    )
    yield* NodeTransport.withCrossOriginDownload(download)
    yield* target.finish
  })

/** Prints events as they arrive. The method decides how the stream ends, and with which error. */
const events = (call: Call) =>
  Effect.gen(function* () {
    const { entry, input, invocation, platform } = call
    const target = yield* Target.make(invocation.io, Target.fileOf(invocation.values), invocation.formatting)
    const failures: Array<Error> = []
    const tap: OperationCaller.Tap = (client) => ({
      ...client,
      events: (operation, path, params, options) =>
        Stream.tap(client.events(operation, path, params, options), (each) =>
          Effect.catchAll(target.write(event(each)), (failure) => {
            failures.push(failure)
            return Effect.die(new Stop())
          })
        )
    })
    const options = { ...input.options, terminal: isLastEvent(platform) }
    yield* Effect.onExit(stopped(running({ ...call, entry, input: { ...input, options } }, tap)), (exit) =>
      Exit.isSuccess(exit) ? Effect.void : Effect.ignore(target.keep("the events before the failure"))
    )
    for (const failure of failures) yield* Effect.fail(failure)
    yield* target.finish
  })

const everything = (call: Call) =>
  Effect.gen(function* () {
    const { invocation } = call
    const { formatting, json, values } = invocation
    const limit = integer(values, "limit-pages", 1)
    const target = yield* Target.make(invocation.io, Target.fileOf(values), formatting)
    const { stdout } = invocation.io
    if (!json && !target.isFile && stdout.isTTY) {
      const found: Array<string> = []
      const gathered = Stream.runForEach(limitPages(call, limit), (row) =>
        Effect.sync(() => found.push(Json.compact(row)))
      )
      // The rows before a failure are shown, too.
      const shown = Effect.suspend(() =>
        found.length === 0 ? Effect.void : page(invocation, Value.table(found, stdout))
      )
      yield* Effect.zipRight(
        Effect.tapError(stopped(gathered), () => Effect.ignore(shown)),
        shown
      )
      return found.length === 0 ? yield* print(invocation.io.stderr, "nothing found\n") : undefined
    }
    let count = 0
    const isArray = json && formatting?.byRecord !== true
    if (isArray) yield* target.write("[")
    const rows = Stream.runForEachChunk(limitPages(call, limit), (chunk) => {
      const texts = Array.from(chunk, (row) => Json.compact(row))
      if (texts.length === 0) return Effect.void
      const text = isArray ? `${count === 0 ? "" : ","}${texts.join(",")}` : `${texts.join("\n")}\n`
      count += texts.length
      return target.write(text)
    })
    // A list that fails leaves a whole array, and its rows so far in the file.
    const close = Effect.suspend(() => (isArray ? target.write("]\n") : Effect.void))
    const salvage = Effect.suspend(() =>
      count === 0 && target.isFile
        ? Effect.void
        : Effect.zipRight(close, target.keep(`the ${count} ${count === 1 ? "row" : "rows"} before the failure`))
    )
    yield* Effect.onExit(stopped(rows), (exit) => (Exit.isSuccess(exit) ? Effect.void : Effect.ignore(salvage)))
    yield* close
    yield* target.finish
  })

/** The rows of a list, until another page than the last wanted is asked for. */
const limitPages = ({ connected, entry, input }: Call, limit: number | undefined) => {
  if (limit === undefined) return OperationCaller.stream(connected, entry, input, { all: true })
  let pages = 0
  const tap: OperationCaller.Tap = (client) => ({
    ...client,
    request: (operation, path, params, options) =>
      operation.id === entry.id && ++pages > limit
        ? Effect.die(new Stop())
        : client.request(operation, path, params, options)
  })
  return OperationCaller.stream(connected, entry, input, { all: true, tap })
}

const one = (call: Call) =>
  Effect.gen(function* () {
    const { answer, entry, invocation } = call
    const { formatting, io, json, values } = invocation
    const done = Effect.suspend(() =>
      io.stderr.isTTY && !json
        ? print(io.stderr, `done: ${entry.summary ?? `${entry.method} ${entry.path}`}\n`)
        : Effect.void
    )
    if (entry.response === "none") return yield* Effect.zipRight(running(call), done)
    // Before the call: an answer that is shown once must not be lost for want of a file.
    const target = yield* Target.make(io, Target.fileOf(values), formatting)
    const value = yield* running(call)
    const text = answer.text ?? Json.compact(value)
    const isTable = !target.isFile && !json && io.stdout.isTTY
    // A success without a body, such as a 204 where the contract has JSON.
    if (isTable && answer.text === undefined && text === "{}") return yield* done
    if (entry.response === "text") yield* target.write(`${text}\n`)
    else if (isTable) yield* page(invocation, Value.render(entry, text, io.stdout))
    else if (formatting?.byRecord === true) yield* target.write(Value.byRecord(entry, text))
    else yield* target.write(`${Json.compactText(text)}\n`)
    yield* target.finish
    const isMachine = json && formatting?.byRecord !== true
    if (entry.response !== "json" || isMachine || target.isFile || !(io.stdout.isTTY || io.stderr.isTTY)) return
    if ((isTable || formatting?.format === "table") && Value.isEmpty(entry, text))
      return yield* print(io.stderr, "nothing found\n")
    const rest = Value.restOf(entry, text)
    if (rest !== undefined) yield* print(io.stderr, `${rest}; --all for more\n`)
  })

/**
 * The body of a generic command.
 *
 * @since 0.1.0
 * @category constructors
 */
export const execute = async (invocation: Invocation, platform: Platform, entry: CatalogEntry): Promise<number> => {
  const { io, values } = invocation
  const dryRun = Dry.isAsked(invocation)
  const all = values.flag("all") === true
  if (!all && values.has("limit-pages")) throw new UsageError("--limit-pages is for --all")
  if (entry.response === "bytes" && !dryRun && io.stdout.isTTY && ["-", undefined].includes(Target.fileOf(values))) {
    throw new UsageError("the answer is a file, which a terminal cannot show", "give -o FILE, or pipe stdout")
  }
  if (entry.response === "bytes") await Confirm.requireReplaceable(invocation, Target.fileOf(values) ?? "-")
  const input = await read(invocation, platform, entry)
  const user = userOf(invocation, entry, input)
  const confirm =
    entry.destructive === true ? Confirm.make(invocation, [platform.name, entry.resource, entry.name]) : undefined
  const [connect, made] = await Promise.all([
    platform.connect(),
    settings(invocation, platform, {
      anonymous: entry.auth === false,
      scope: entry.parameters.some(({ name }) => name === "scope") ? "user" : undefined,
      userId: user
    })
  ])
  await confirm?.(entry.summary ?? `${entry.method} ${entry.path}`, factsOf(entry, input, user, values))
  const looksUp = dryRun && (await Dry.canLookUp(invocation, platform))
  const answer: Call["answer"] = { text: undefined }
  const onDecoded = (decoded: ApiClient.Decoded): void => {
    Source.remember(decoded)
    if (decoded.operation.id === entry.id && decoded.text !== "") answer.text = decoded.text
  }
  await run(
    invocation,
    Effect.gen(function* () {
      const connecting = withEnvironment(io)(connect({ ...made, options: { ...made.options, onDecoded } }))
      const connected = yield* dryRun ? Effect.provide(connecting, DryRun.layer) : connecting
      const call: Call = { invocation, platform, entry, input, connected, answer }
      if (dryRun) {
        const caller = looksUp ? yield* connecting : undefined
        return yield* preview(call, caller?.resolve?.(entry, input) ?? Effect.succeed(input))
      }
      if (entry.response === "bytes") return yield* bytes(call)
      if (entry.response === "events") return yield* events(call)
      return yield* all ? everything(call) : one(call)
    })
  )
  return exitCode.ok
}

/** Longest value in a confirmation, in characters. */
const shownLength = 400

/** What a call names: ids, parameters and the user it acts for, without secrets. */
const factsOf = (
  entry: CatalogEntry,
  input: OperationCaller.Input,
  user: string | undefined,
  defaults: Pick<Values, "text">
): ReadonlyArray<Confirm.Fact> => {
  const shown = (value: unknown): string => {
    const items = Array.isArray(value) ? value : [value]
    const text = items.map((item) => (typeof item === "string" ? item : Json.compact(item))).join(", ")
    return text.length > shownLength ? `${text.slice(0, shownLength)}… (${items.length} in all)` : text
  }
  return [
    ...entry.pathParameters.flatMap(({ name }, index): ReadonlyArray<Confirm.Fact> => {
      const value = isSecretPath(entry, name)
        ? "(secret)"
        : (input.path[index] ?? defaults.text(leadingOption(name)?.name ?? ""))
      return value === undefined ? [] : [[name, value]]
    }),
    ...Object.entries(input.params ?? {}).map(
      ([name, value]): Confirm.Fact => [name, isSecret(entry, name) ? "(secret)" : shown(value)]
    ),
    ...(user === undefined ? [] : [["user", user] as const])
  ]
}

/** The user of `--user`, which excludes the scope of the tenant. A call that names a user itself has no other by default. */
const userOf = (
  { values }: Invocation,
  entry: CatalogEntry,
  { params, path }: OperationCaller.Input
): string | undefined => {
  const user = values.text("user")
  if (user !== undefined && !values.has("user")) {
    const { userIdIn, userIdName = "user_id" } = entry.platformData ?? {}
    const named = userIdIn === "path" ? path[0] : params?.[userIdName]
    return named === undefined ? user : undefined
  }
  if (user !== undefined && values.text("scope") === "tenant") {
    throw new UsageError("a user must not be given in tenant scope", "leave out either --user or --scope tenant")
  }
  return user
}
