/**
 * Walks the operations of a platform with secrets in every place, over answers that repeat them, and looks for them on
 * every surface that a program may show.
 */
import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as ApiClient from "@trilum/core/ApiClient"
import * as Credential from "@trilum/core/Credential"
import type * as Operation from "@trilum/core/Operation"
import type * as OperationCatalog from "@trilum/core/OperationCatalog"
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Redacted from "effect/Redacted"
import * as Tracer from "effect/Tracer"
import { type Case, casesOf } from "./cases.js"
import * as FaultServer from "./FaultServer.js"
import { nodeLayer } from "./harness.js"

/** Every text that a program may show of an exit. */
export const showings = (exit: Exit.Exit<unknown, unknown>): ReadonlyArray<string> => {
  const out = [String(exit), inspect(exit, { depth: Infinity, showHidden: true }), JSON.stringify(exit)]
  if (Exit.isSuccess(exit)) return out
  const { cause } = exit
  out.push(Cause.pretty(cause, { renderErrorCause: true }), inspect(cause, { depth: Infinity }), JSON.stringify(cause))
  for (const error of Cause.failures(cause)) {
    out.push(String(error), inspect(error, { depth: Infinity, showHidden: true, getters: true }), JSON.stringify(error))
    if (error instanceof Error) out.push(error.stack ?? "", error.message)
  }
  return out
}

/** Runs an effect under a tracer and a logger that keep everything. */
export const observed = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const seen: Array<string> = []
    const tracer = Tracer.make({
      span: (name, parent, context, links, startTime, kind) => {
        seen.push(name)
        return {
          _tag: "Span",
          name,
          spanId: "00f067aa0ba902b7",
          traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
          parent,
          context,
          status: { _tag: "Started", startTime },
          attributes: new Map(),
          links,
          sampled: true,
          kind,
          end: (_, exit) => seen.push(...showings(exit)),
          attribute: (key, value) => seen.push(`${key}=${String(value)}`),
          event: (event, _, attributes) => seen.push(`${event} ${JSON.stringify(attributes)}`),
          addLinks: () => {}
        }
      },
      context: (f) => f()
    })
    const logger = Logger.map(Logger.stringLogger, (line) => {
      seen.push(line)
    })
    const exit = yield* effect.pipe(
      Effect.withTracer(tracer),
      Effect.tapErrorCause(Effect.logError),
      Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
      Logger.withMinimumLogLevel(LogLevel.All),
      Effect.exit
    )
    return { exit, texts: [...seen, ...showings(exit)] }
  })

/** Given to the client; needs escapes in URLs and JSON, and has no form that a pattern knows. */
const given = 'Zq8-pelican/+w0rd="&Xk2'
/** Known to the server alone, in the fields that the contract marks. */
const served = "Yp7-hatchling_T4n"

/** The credential of a client: a header cannot carry every character. */
const credential = given.replaceAll('"', "")

const traces: ReadonlyArray<string> = [
  served,
  "pelican",
  "hatchling",
  "PELICAN",
  ...[given, credential].flatMap((secret) => [
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64").slice(0, -3),
    Buffer.from(`user:${secret}`).toString("base64").slice(8, -4),
    Buffer.from(secret).toString("hex")
  ])
]

const spellingsOf = (secret: string): ReadonlyArray<string> => [
  secret,
  secret.toUpperCase(),
  encodeURIComponent(secret),
  JSON.stringify(JSON.stringify(secret)),
  Buffer.from(`user:${secret}`).toString("base64"),
  Buffer.from(secret).toString("hex")
]

/** Fails when a text has a trace of a secret of the walk. */
const assertClean = (where: string, texts: ReadonlyArray<string>): void => {
  for (const text of texts) {
    for (const trace of traces) {
      if (text.includes(trace)) assert.fail(`${where}: ${trace} in ${text.slice(0, 2000)}`)
    }
  }
}

/** Puts the canary into every text: as it is below the marked paths, as `other` says elsewhere. */
const plant = (
  value: unknown,
  paths: ReadonlyArray<ReadonlyArray<string>>,
  secret: string,
  other: (text: string) => unknown
): unknown => {
  const marked = paths.some((path) => path.length === 0)
  if (typeof value === "string") return marked ? secret : other(value)
  const inside = (item: unknown, name: string): unknown =>
    plant(item, marked ? paths : below(paths, name), secret, other)
  if (Array.isArray(value)) return value.map((item, index) => inside(item, String(index)))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inside(item, name)]))
}

const redacted = (): unknown => Redacted.make(given)
const asItIs = (text: string): unknown => text

const below = (paths: ReadonlyArray<ReadonlyArray<string>>, name: string): ReadonlyArray<ReadonlyArray<string>> =>
  paths.flatMap(([first, ...rest]) => (first === name || first === "*" ? [rest] : []))

const split = (paths: ReadonlyArray<string> | undefined): ReadonlyArray<ReadonlyArray<string>> =>
  (paths ?? []).map((path) => (path === "" ? [] : path.split(".")))

/** An answer with the server's secret at a path. */
const answerAt = ([first, ...rest]: ReadonlyArray<string>): unknown =>
  first === undefined ? served : first === "*" ? [answerAt(rest)] : { [first]: answerAt(rest) }

/** The plain values of planted parameters, as a server repeats them. */
const echoOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, item) => item) ?? "null", (_, item) => (item === "<redacted>" ? given : item))

const answersOf = (
  { secrets }: OperationCatalog.CatalogEntry,
  params: unknown,
  secret: string
): ReadonlyArray<readonly [name: string, answer: FaultServer.Answer]> => {
  const echo = echoOf(params)
  const spellings = spellingsOf(secret)
  const marked = split(secrets?.params).map((path) => ({
    type: "string_type",
    loc: ["body", ...path],
    msg: `Input should be another text than ${secret}`,
    input: secret,
    ctx: { secret }
  }))
  const stored = split(secrets?.answer).map(answerAt)
  return [
    [
      "422",
      FaultServer.json(
        { detail: [...marked, { type: "missing", loc: ["body"], msg: "Field required", input: echo }] },
        { status: 422 }
      )
    ],
    ["prose", FaultServer.text(`refused: ${spellings.join(" ")}`, { status: 400 })],
    ["message", FaultServer.json({ error: { message: spellings.join(" "), details: echo } }, { status: 500 })],
    ...[stored, ...stored].map((body) => ["a wrong shape", FaultServer.json(body)] as const),
    ["garbage", FaultServer.text(`{"said": ${JSON.stringify(spellings.join(" "))}`)]
  ]
}

const never = ResponseSchema.struct<{ readonly canaryNeverSent: string }>({ canaryNeverSent: ResponseSchema.string })

const inputsOf = (platform: string): ReadonlyMap<string, Case["input"]> => {
  return new Map(casesOf(platform).map((one) => [one.operation, one.input]))
}

/** The input of an operation with the canary at every marked place, and what a server may answer to it. */
export interface Planted {
  readonly path: ReadonlyArray<string | number>
  readonly params: Readonly<Record<string, unknown>> | undefined
  readonly answers: ReadonlyArray<readonly [name: string, answer: FaultServer.Answer]>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** For surfaces that take plain values: the canary is in the marked places only. */
const plantedOf = (entry: OperationCatalog.CatalogEntry, input: Case["input"] | undefined): Planted => {
  const params = plant(input?.params, split(entry.secrets?.params), credential, asItIs)
  return {
    path: entry.pathParameters.map(({ name }, index) =>
      entry.secrets?.path?.includes(name) === true ? credential : (input?.path[index] ?? "1")
    ),
    params: isRecord(params) ? params : undefined,
    answers: answersOf(entry, params, credential)
  }
}

/** Whether a request is the call of an operation, and not a lookup that a hand-written method makes before it. */
const isOf = (entry: OperationCatalog.CatalogEntry, { method, url }: FaultServer.RecordedRequest): boolean => {
  const wanted = entry.path.split("/")
  const given = (url.split("?")[0] ?? "").split("/")
  const offset = given.length - wanted.length
  return (
    method === entry.method &&
    offset >= 0 &&
    wanted.every((part, index) => index === 0 || part.startsWith("{") || part === given[index + offset])
  )
}

/**
 * Runs every operation of a platform on a surface that takes plain values, over every answer. `use` makes one call with
 * `credential` as its key, and resolves to every text that the surface shows of it.
 */
export const walkSurface = (
  platform: string,
  catalog: ReadonlyArray<OperationCatalog.CatalogEntry>,
  use: (call: {
    readonly entry: OperationCatalog.CatalogEntry
    readonly planted: Planted
    readonly url: string
    readonly credential: string
  }) => Promise<ReadonlyArray<string>>,
  lookup: (request: FaultServer.RecordedRequest) => FaultServer.Answer | undefined = () => undefined
) =>
  Effect.gen(function* () {
    const inputs = inputsOf(platform)
    let answer: FaultServer.Answer = FaultServer.respond(500)
    let reached = 0
    let current = catalog[0]
    const server = yield* FaultServer.make((request) => {
      const own = current !== undefined && isOf(current, request)
      if (own) reached += 1
      return own ? answer : (lookup(request) ?? FaultServer.respond(500))
    })
    for (const entry of catalog) {
      current = entry
      // Nothing secret is sent, so a server has nothing to repeat.
      if (entry.auth === false && entry.secrets === undefined) continue
      const planted = plantedOf(entry, inputs.get(entry.id))
      for (const [name, one] of planted.answers) {
        answer = one
        const texts = yield* Effect.promise(() => use({ entry, planted, url: server.url, credential }))
        assertClean(`${entry.id}, ${name}`, texts)
      }
    }
    return reached
  })

/** Registers the tests of a platform: one for every operation of its catalog. */
export const walk = (platform: string, catalog: ReadonlyArray<OperationCatalog.CatalogEntry>): void => {
  const inputs = inputsOf(platform)

  describe("no text of a failed call holds a secret", () => {
    it("every operation has a case to fill", () => {
      assert.deepStrictEqual(
        catalog.map(({ id }) => id).filter((id) => !inputs.has(id)),
        []
      )
    })

    it.scoped(
      `${platform}: every operation, every answer`,
      () =>
        Effect.gen(function* () {
          let answer: FaultServer.Answer = FaultServer.respond(500)
          const server = yield* FaultServer.make(() => answer)
          const api = yield* ApiClient.make({
            platform,
            baseUrl: server.url,
            credential: Credential.bearer(Redacted.make(given.replaceAll('"', ""))),
            headers: { "x-tenant": credential },
            retry: false,
            // Answers of another shape fail, and their errors hold the body.
            decoding: "strict"
          })
          for (const entry of catalog) {
            const input = inputs.get(entry.id) ?? { path: [] }
            const params = plant(input.params, split(entry.secrets?.params), given, redacted)
            const path = entry.pathParameters.map(({ name }, index) =>
              entry.secrets?.path?.includes(name) === true ? given : (input.path[index] ?? "1")
            )
            const operation: Operation.Operation<{ readonly canaryNeverSent: string }> = {
              ...entry,
              response: "json",
              prepare: false,
              success: never
            }
            const call = api.request(
              operation,
              path,
              typeof params === "object" && params !== null ? params : undefined,
              {
                query: { access_token: given }
              }
            )
            for (const [name, one] of answersOf(entry, params, given)) {
              answer = one
              const { exit, texts } = yield* observed(call)
              assert.isTrue(Exit.isFailure(exit), `${entry.id}, ${name}: fails`)
              if (name === "prose")
                assert.isTrue(
                  texts.some((text) => text.includes("refused:")),
                  "shows what a server says"
                )
              assertClean(`${entry.id}, ${name}`, texts)
            }
            const preview = yield* Effect.option(
              api.preview(operation, path, typeof params === "object" && params !== null ? params : undefined, {
                query: { access_token: given }
              })
            )
            const shown = JSON.stringify(preview)
            for (const trace of traces) assert.notInclude(shown, trace, `preview of ${entry.id}`)
          }
          assert.isAbove(server.requests.length, catalog.length * 3)
        }).pipe(Effect.provide(nodeLayer)),
      120_000
    )
  })
}

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value

/** Every text that the rejection of a call shows. */
const shownBy = async (call: () => unknown): Promise<ReadonlyArray<string>> => {
  const shown: Array<string> = []
  try {
    const result = call()
    if (isIterable(result)) for await (const _ of result) break
    else await result
  } catch (error) {
    shown.push(
      String(error),
      JSON.stringify(error),
      inspect(error, { depth: Infinity, showHidden: true, getters: true }),
      error instanceof Error ? (error.stack ?? "") : ""
    )
  }
  return shown
}

interface PromiseSurface {
  readonly open: (options: {
    readonly apiKey: string
    readonly baseUrl: string
    readonly retry: false
    readonly decoding: "strict"
    readonly headers: Readonly<Record<string, string>>
  }) => object & { readonly close: () => Promise<void> }
  /** Path parameters that the client fills in itself. */
  readonly filled?: ReadonlyArray<string>
  /** Answers to the lookups that a hand-written method makes before its call. */
  readonly lookup?: (request: FaultServer.RecordedRequest) => FaultServer.Answer | undefined
}

/** Registers a test of a platform's promise client: every operation, every answer. */
export const walkPromises = (
  platform: string,
  catalog: ReadonlyArray<OperationCatalog.CatalogEntry>,
  { filled = [], lookup, open }: PromiseSurface
): void => {
  it.scoped(
    `${platform}: no rejection of the promise client holds a secret, for every operation and every answer`,
    () =>
      Effect.gen(function* () {
        let client: ReturnType<PromiseSurface["open"]> | undefined
        const reached = yield* walkSurface(
          platform,
          catalog,
          ({ entry, planted, url }) => {
            const headers = { "x-tenant": credential }
            client ??= open({ apiKey: credential, baseUrl: url, retry: false, decoding: "strict", headers })
            const resource: unknown = Reflect.get(client, entry.resource)
            const method: unknown =
              typeof resource === "object" && resource !== null ? Reflect.get(resource, entry.name) : undefined
            const path = planted.path.filter((_, index) => !filled.includes(entry.pathParameters[index]?.name ?? ""))
            const args = planted.params === undefined ? path : [...path, planted.params]
            return typeof method === "function"
              ? shownBy(() => Reflect.apply(method, resource, args))
              : Promise.resolve([])
          },
          lookup
        )
        assertClean("the client", [inspect(client, { depth: Infinity })])
        yield* Effect.promise(() => client?.close() ?? Promise.resolve())
        // Some hand-written methods take other input and fail before sending.
        assert.isAbove(reached, catalog.length * 2)
      }),
    120_000
  )
}
