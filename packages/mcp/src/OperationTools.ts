/**
 * Every operation of the platforms through two tools: `find_operation` and `call_operation`.
 *
 * @since 0.1.0
 */
import type { HttpClient } from "@effect/platform/HttpClient"
import type { RequestOptions } from "@trilum/core/ApiClient"
import { ValidationError } from "@trilum/core/ApiError"
import * as OperationCaller from "@trilum/core/OperationCaller"
import * as OperationCatalog from "@trilum/core/OperationCatalog"
import * as Options from "@trilum/core/Options"
import * as Redaction from "@trilum/core/Redaction"
import * as LumnisScope from "@trilum/lumnis/Scope"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type * as Platforms from "./Platforms.js"
import * as Tool from "./Tool.js"

type Name = "lumnis" | "lvng" | "luml"
type Entry = OperationCatalog.CatalogEntry

/** Loaded on first use: the catalogs and schemas of all platforms are some 600 KB. */
const catalogs: {
  readonly [N in Name]: () => Promise<OperationCatalog.InputSchemas & { readonly catalog: ReadonlyArray<Entry> }>
} = {
  lumnis: async () => ({
    ...(await import("@trilum/lumnis/generated/catalog")),
    ...(await import("@trilum/lumnis/generated/inputs"))
  }),
  lvng: async () => ({
    ...(await import("@trilum/lvng/generated/catalog")),
    ...(await import("@trilum/lvng/generated/inputs"))
  }),
  luml: async () => ({
    ...(await import("@trilum/luml/generated/catalog")),
    ...(await import("@trilum/luml/generated/inputs"))
  })
}

/**
 * What an operation does: `read`, `write`, or `destructive` for what cannot be undone.
 *
 * @since 0.1.0
 * @category models
 */
export type Effects = "read" | "write" | "destructive"

/**
 * A GET reads, unless the contract says that it has an effect or is destructive.
 *
 * @since 0.1.0
 * @category accessors
 */
export const effectsOf = ({ destructive, method, repeatable }: Entry): Effects =>
  destructive === true
    ? "destructive"
    : (method === "GET" || method === "HEAD") && repeatable !== false
      ? "read"
      : "write"

interface Loaded {
  readonly name: string
  readonly platform: Name
  readonly entry: Entry
  readonly schemas: OperationCatalog.InputSchemas
}

const names = ["lumnis", "lvng", "luml"] as const

/** The operations of the platforms that are configured. */
const load = (platforms: Platforms.Service): Effect.Effect<ReadonlyArray<Loaded>> =>
  Effect.map(
    Effect.forEach(
      names.filter((name) => platforms[name] !== undefined),
      (platform) =>
        Effect.map(Effect.promise(catalogs[platform]), ({ catalog, ...schemas }) =>
          catalog.map(
            (entry): Loaded => ({
              name: `${platform}.${entry.resource}.${entry.name}`,
              platform,
              entry,
              schemas
            })
          )
        )
    ),
    (lists) => lists.flat()
  )

const invalid = (message: string, hint?: string, operation?: string): ValidationError =>
  new ValidationError({ platform: "mcp", code: "INVALID_INPUT", attempts: 0, message, hint, operation })

/** Words of a text: `listUserThreads` and `list-user-threads` have the same. */
const wordsOf = (text: string): ReadonlyArray<string> =>
  text
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")

/** The word and what it may be the plural of: `files` has the form `file`, `queries` has `query`. */
const formsOf = (word: string): ReadonlyArray<string> =>
  [word, word.replace(/s$/, ""), word.replace(/es$/, ""), word.replace(/ies$/, "y")].filter((form) => form !== "")

/** How well an operation fits the words of a query, each given by its forms. 0: one of them is nowhere. */
const score = ({ entry, name }: Loaded, wanted: ReadonlyArray<ReadonlyArray<string>>): number => {
  const called = wordsOf(`${name} ${entry.id}`)
  const forms = new Set(called.flatMap(formsOf))
  const described = new Set(wordsOf(`${entry.summary ?? ""} ${entry.path} ${entry.method}`).flatMap(formsOf))
  let sum = 0
  for (const word of wanted) {
    const [same = "", singular = same] = word
    const points = word.some((form) => forms.has(form))
      ? 4
      : word.some((form) => described.has(form))
        ? 2
        : called.some((each) => each.startsWith(singular))
          ? 1
          : 0
    if (points === 0) return 0
    sum += points
  }
  // Among equals, the operation with the shorter name.
  return sum + 1 / (1 + called.length)
}

/** With more operations than this, a result has no schemas. */
const withSchemas = 5

const describe = ({ entry, name, schemas }: Loaded, allowWrites: boolean, isShort: boolean) => {
  const effects = effectsOf(entry)
  return {
    operation: name,
    summary: entry.summary,
    http: `${entry.method} ${entry.path}`,
    effects,
    ...(effects === "read" || allowWrites ? {} : { blocked: "The server was started without --allow-writes." }),
    ...(effects === "destructive" ? { confirmation: "Ask the user first, then call with confirm: true." } : {}),
    ...(entry.deprecated === true ? { deprecated: true } : {}),
    ...(isShort ? {} : { arguments: OperationCatalog.inputSchema(schemas, entry.id) })
  }
}

const find = (operations: Effect.Effect<ReadonlyArray<Loaded>>, allowWrites: boolean): Tool.Tool =>
  Tool.make({
    name: "find_operation",
    title: "Find an operation",
    description:
      'Searches all operations of the platforms by words, e.g. "delete thread" or "lumnis users list". Results of up to five operations have the JSON Schema of their arguments. call_operation calls them.',
    input: Schema.Struct({
      query: Schema.String.annotations({ description: "Words that the operation must have, or its whole name." }),
      platform: Tool.optional(Schema.Literal(...names), "Only operations of this platform."),
      limit: Tool.optional(Schema.Int.pipe(Schema.between(1, 50)), "Most operations. Default: 5.")
    }),
    annotations: { ...Tool.reads, openWorldHint: false },
    run: ({ limit = withSchemas, platform, query }) =>
      Effect.map(operations, (all) => {
        const wanted = wordsOf(query).map(formsOf)
        const candidates = all.filter((each) => platform === undefined || each.platform === platform)
        const exact = candidates.filter(({ entry, name }) => name === query || entry.id === query)
        const found =
          exact.length > 0
            ? exact
            : candidates
                .map((each) => ({ each, points: score(each, wanted) }))
                .filter(({ points }) => points > 0)
                .sort((a, b) => b.points - a.points)
                .map(({ each }) => each)
        const shown = found.slice(0, limit)
        return {
          value: {
            found: found.length,
            operations: shown.map((each) => describe(each, allowWrites, shown.length > withSchemas)),
            ...(found.length === 0 ? { hint: "Use fewer or other words. All words must match." } : {})
          }
        }
      })
  })

/** Items of a stream that a result has at most. */
const longestStream = 1000

/** Largest body of bytes that is returned, in bytes. */
const largestBody = 256 * 1024

const decodeText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const collectBytes = (operation: Loaded, caller: OperationCaller.Caller, input: OperationCaller.Input) =>
  Effect.gen(function* () {
    const parts: Array<Uint8Array> = []
    let size = 0
    yield* Stream.runForEach(OperationCaller.stream(caller, operation.entry, input), (part) => {
      if (!(part instanceof Uint8Array)) return Effect.void
      size += part.length
      parts.push(part)
      return size <= largestBody
        ? Effect.void
        : Effect.fail(
            invalid(
              `The content of ${operation.name} is larger than ${largestBody} bytes.`,
              `Download it to a file: trilum ${operation.platform} ... --out FILE`
            )
          )
    })
    const bytes = Buffer.concat(parts)
    const text = decodeText(bytes)
    return text === undefined ? { base64: bytes.toString("base64"), size } : { text }
  })

interface Answer {
  readonly value: unknown
  /** `true`: the stream has more items. */
  readonly isCut?: boolean
}

/** The answer of an operation: one value, bytes, or the items of a stream. */
const answerOf = (
  operation: Loaded,
  caller: OperationCaller.Caller,
  input: OperationCaller.Input
): Effect.Effect<Answer, Error, HttpClient> => {
  switch (operation.entry.response) {
    case "bytes":
      return Effect.map(collectBytes(operation, caller, input), (value) => ({ value }))
    case "events":
      return OperationCaller.stream(caller, operation.entry, input).pipe(
        Stream.take(longestStream + 1),
        Stream.runCollect,
        Effect.map((items) => ({
          value: Chunk.toReadonlyArray(Chunk.take(items, longestStream)),
          isCut: items.length > longestStream
        }))
      )
    default:
      return Effect.map(OperationCaller.run(caller, operation.entry, input), (value) => ({ value }))
  }
}

/** The input of an operation. Fails when arguments are unknown or missing. */
const inputOf = (
  { entry, name }: Loaded,
  given: Readonly<Record<string, unknown>>,
  scope: "user" | "tenant" | undefined
): Effect.Effect<OperationCaller.Input, ValidationError> => {
  const known = [...entry.pathParameters, ...entry.parameters].map((parameter) => parameter.name)
  const seeSchema = `find_operation with the query "${name}" shows the schema of its arguments.`
  for (const argument of entry.openBody === true ? [] : Object.keys(given)) {
    if (known.includes(argument)) continue
    const near = Options.nearest(argument, known)
    const meant = near === undefined ? "" : ` Did you mean "${near}"?`
    return Effect.fail(invalid(`${name} has no argument "${argument}".${meant}`, seeSchema, entry.id))
  }
  const required = [
    ...entry.pathParameters.map((parameter) => parameter.name),
    ...entry.parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name)
  ]
  const missing = [...new Set(required)].filter((argument) => given[argument] === undefined)
  if (missing.length > 0) {
    return Effect.fail(invalid(`${name}: missing ${missing.join(", ")}.`, seeSchema, entry.id))
  }
  const file = entry.parameters.find(({ items, name, type }) => (type === "file" || items === "file") && name in given)
  if (file !== undefined) {
    return Effect.fail(
      invalid(`${name} sends files, which this server does not read.`, "Use the command line.", entry.id)
    )
  }
  const path: Array<string> = []
  for (const parameter of entry.pathParameters) {
    const value = given[parameter.name]
    if ((typeof value !== "string" && typeof value !== "number") || value === "") {
      return Effect.fail(invalid(`${name}: ${parameter.name} must be a text that is not empty.`, seeSchema, entry.id))
    }
    path.push(String(value))
  }
  const inPath = new Set(entry.pathParameters.map((parameter) => parameter.name))
  const ofParams = new Set(entry.parameters.map((parameter) => parameter.name))
  const params = Object.fromEntries(
    Object.entries(given).filter(([argument]) => !inPath.has(argument) || ofParams.has(argument))
  )
  const options: RequestOptions & { readonly scope?: typeof scope } = scope === undefined ? {} : { scope }
  return Effect.succeed({
    path,
    params: Object.keys(params).length === 0 ? undefined : params,
    options
  })
}

const call = (
  platforms: Platforms.Service,
  operations: Effect.Effect<ReadonlyArray<Loaded>>,
  allowWrites: boolean
): Tool.Tool =>
  Tool.make({
    name: "call_operation",
    title: "Call an operation",
    description: `Calls one operation that find_operation found. ${
      allowWrites
        ? "Operations that cannot be undone need the consent of the user: the host asks, or you ask and pass confirm: true."
        : 'This server is read-only: only operations with the effects "read" are called.'
    } Secrets in results are masked.`,
    input: Schema.Struct({
      operation: Schema.NonEmptyString.annotations({ description: "Its name, e.g. lumnis.threads.list." }),
      arguments: Tool.optional(
        Schema.Record({ key: Schema.String, value: Schema.Unknown }),
        "Path parameters and parameters, as the schema of find_operation says."
      ),
      user_id: Tool.optional(Schema.String, "Lumnis: the user to act for, id or e-mail address."),
      scope: Tool.optional(Schema.Literal("user", "tenant"), "Lumnis: act for a user (default) or the whole tenant."),
      confirm: Tool.optional(Schema.Boolean, "true: the user agreed to an operation that cannot be undone.")
    }),
    annotations: {
      readOnlyHint: !allowWrites,
      destructiveHint: allowWrites,
      idempotentHint: !allowWrites,
      openWorldHint: true
    },
    run: (input) =>
      Effect.gen(function* () {
        const all = yield* operations
        const found = all.find(({ entry, name }) => name === input.operation || entry.id === input.operation)
        if (found === undefined) {
          const near = Options.nearest(
            input.operation,
            all.map(({ name }) => name)
          )
          const meant = near === undefined ? "" : ` Did you mean "${near}"?`
          return yield* invalid(
            `There is no operation "${input.operation}".${meant}`,
            "Search for it with find_operation."
          )
        }
        const { entry, name, platform } = found
        const effects = effectsOf(entry)
        if (effects !== "read" && !allowWrites) {
          return yield* invalid(
            `${name} changes data (${effects}), and this server is read-only. Nothing was sent.`,
            "Start the server with --allow-writes to allow it: trilum mcp --allow-writes",
            entry.id
          )
        }
        const values = yield* inputOf(found, input.arguments ?? {}, input.scope)
        if (platforms.userId !== undefined && ![undefined, platforms.userId].includes(input.user_id)) {
          return yield* invalid(
            `This server acts only for the user ${platforms.userId}.`,
            "Leave out user_id.",
            entry.id
          )
        }
        const user = platform === "lumnis" ? (input.user_id ?? platforms.userId) : undefined
        // The client checks this, too, but only after the user has been asked for a confirmation.
        if (user !== undefined) yield* LumnisScope.requireSameUser(entry, user, values)
        if (effects === "destructive") {
          const summary = entry.summary ?? `${entry.method} ${entry.path}`
          const facts = Object.entries(Redaction.redactor.value(input.arguments ?? {}) ?? {})
            .map(([argument, value]) => `${argument}: ${JSON.stringify(value)}`)
            .join(", ")
          const { confirm } = yield* Tool.Call
          const agreed = yield* confirm(`${name}: ${summary} (${facts}). This cannot be undone.`)
          if (agreed === false) return yield* invalid(`The user did not agree to ${name}. Nothing was sent.`)
          if (agreed === undefined && input.confirm !== true) {
            return yield* invalid(
              `${name} cannot be undone: ${summary}. Nothing was sent.`,
              "Ask the user, then call again with confirm: true.",
              entry.id
            )
          }
        }
        const caller = platforms[platform]?.operations(user)
        if (caller === undefined) return yield* invalid(`${platform} is not configured.`)
        const { isCut = false, value } = yield* answerOf(found, caller, values)
        const redactor = Redaction.make({ names: Redaction.namesOf(entry.secrets) })
        // `cut` precedes the result, whose end may be cut too.
        return { value: { operation: name, ...(isCut ? { cut: true } : {}), result: redactor.value(value) ?? null } }
      })
  })

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (
  platforms: Platforms.Service,
  options: { readonly allowWrites: boolean }
): Effect.Effect<ReadonlyArray<Tool.Tool>> =>
  Effect.map(Effect.cached(load(platforms)), (operations) => [
    find(operations, options.allowWrites),
    call(platforms, operations, options.allowWrites)
  ])
