/**
 * Walks the operations of a platform with secrets in every place, over answers that repeat them, and looks for them on
 * every surface that a program may show.
 */
import { readFileSync } from "node:fs"
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

const traces: ReadonlyArray<string> = [
  given,
  served,
  "pelican",
  "hatchling",
  "PELICAN",
  encodeURIComponent(given),
  JSON.stringify(given).slice(1, -1),
  Buffer.from(given).toString("base64").slice(0, -3),
  Buffer.from(given).toString("hex")
]

const spellings = [
  given,
  given.toUpperCase(),
  encodeURIComponent(given),
  JSON.stringify(JSON.stringify(given)),
  Buffer.from(`user:${given}`).toString("base64"),
  Buffer.from(given).toString("hex")
]

interface Case {
  readonly operation: string
  readonly input: { readonly path: ReadonlyArray<string | number>; readonly params?: Readonly<Record<string, unknown>> }
}

/** Puts the canary into every text: as it is below the marked paths, as `Redacted` elsewhere. */
const plant = (value: unknown, paths: ReadonlyArray<ReadonlyArray<string>>): unknown => {
  const marked = paths.some((path) => path.length === 0)
  if (typeof value === "string") return marked ? given : Redacted.make(given)
  if (Array.isArray(value)) return value.map((item, index) => plant(item, marked ? paths : below(paths, String(index))))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, plant(item, marked ? paths : below(paths, name))])
  )
}

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
  params: unknown
): ReadonlyArray<readonly [name: string, answer: FaultServer.Answer]> => {
  const echo = echoOf(params)
  const marked = split(secrets?.params).map((path) => ({
    type: "string_type",
    loc: ["body", ...path],
    msg: `Input should be another text than ${given}`,
    input: given,
    ctx: { given }
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

/** Registers the tests of a platform: one for every operation of its catalog. */
export const walk = (platform: string, catalog: ReadonlyArray<OperationCatalog.CatalogEntry>): void => {
  const cases: ReadonlyArray<Case> = JSON.parse(
    readFileSync(new URL(`../../../contracts/cases/${platform}.generated.json`, import.meta.url), "utf8")
  )
  const inputs = new Map(cases.map((one) => [one.operation, one.input]))

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
            headers: { "x-tenant": given.replaceAll('"', "") },
            retry: false,
            // Answers of another shape fail, and their errors hold the body.
            decoding: "strict"
          })
          for (const entry of catalog) {
            const input = inputs.get(entry.id) ?? { path: [] }
            const params = plant(input.params, split(entry.secrets?.params))
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
            for (const [name, one] of answersOf(entry, params)) {
              answer = one
              const { exit, texts } = yield* observed(call)
              assert.isTrue(Exit.isFailure(exit), `${entry.id}, ${name}: fails`)
              if (name === "prose")
                assert.isTrue(
                  texts.some((text) => text.includes("refused:")),
                  "shows what a server says"
                )
              for (const text of texts) {
                for (const trace of traces) {
                  if (text.includes(trace)) assert.fail(`${entry.id}, ${name}: ${trace} in ${text.slice(0, 2000)}`)
                }
              }
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
