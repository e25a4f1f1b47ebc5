/**
 * Every operation of the contract, called once through each surface. The cases come from the contract itself, not from
 * the generated client: a wrong generator cannot agree with itself.
 */

import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import type { RecordedRequest, RunningEmulator } from "@trilum/emulator"
import { startEmulator } from "@trilum/emulator"
import { type Case, casesOf, lists, methodOf, unmasked } from "@trilum/testing/cases"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { Lumnis } from "../src/Lumnis.js"
import { createLumnis, type LumnisPromise } from "../src/promise.js"
import { byId, operations } from "./support/operations.js"

const cases = casesOf("lumnis")

const boundUser = "bound@example.com"

/** Who has to make the call: the tenant where no user is named, a bound user where one is needed. */
const callerOf = ({ input, operation }: Case): "tenant" | "bound" | "plain" => {
  const { scope, userIdIn, userIdName } = byId(operation).platformData ?? {}
  if (scope === "tenant" || userIdIn === "none" || userIdIn === "path") return "plain"
  if (input.params?.[userIdName?.split(", ")[0] ?? "user_id"] !== undefined) return "plain"
  return scope === "user" || input.params?.["scope"] === "user" ? "bound" : "tenant"
}

/** What the client adds to a case: app names in upper case, and the bound user. */
const expected = (one: Case): Case["request"] => {
  const { request } = one
  const template = byId(one.operation).path
  const upper = (value: unknown): unknown =>
    typeof value === "string" ? value.toUpperCase() : Array.isArray(value) ? value.map(upper) : value
  const path =
    one.resource === "integrations"
      ? request.path
          .split("/")
          .map((part, index) => (template.split("/")[index] === "{app_name}" ? part.toUpperCase() : part))
          .join("/")
      : request.path
  const upperApps = (fields: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, /^app_(?:name|filter)/.test(name) ? upper(value) : value])
    )
  const isIntegration = one.resource === "integrations"
  const body: unknown =
    isIntegration && typeof request.body === "object" && request.body !== null ? upperApps(request.body) : request.body
  const query = isIntegration ? { query: upperApps(request.query) as Case["request"]["query"] } : {}
  const added =
    callerOf(one) === "bound" ? { multipart: [...(request.multipart ?? []), { name: "user_id", text: boundUser }] } : {}
  return { ...request, ...query, path, ...(body === undefined ? {} : { body }), ...added }
}

const isFile = (u: unknown): u is { readonly $file: { filename: string; contentType: string; text: string } } =>
  typeof u === "object" && u !== null && "$file" in u

/** The arguments of a case as a program would write them. */
const argumentsOf = ({ input }: Case): ReadonlyArray<unknown> => {
  const revive = (value: unknown): unknown =>
    isFile(value)
      ? new File([value.$file.text], value.$file.filename, { type: value.$file.contentType })
      : Array.isArray(value)
        ? value.map(revive)
        : value
  const params =
    input.params === undefined
      ? []
      : [Object.fromEntries(Object.entries(input.params).map(([name, value]) => [name, revive(value)]))]
  return [...input.path, ...params]
}

const checkLog = (one: Case, log: ReadonlyArray<RecordedRequest>): void => {
  const wanted = expected(one)
  assert.strictEqual(log.length, 1, `${one.operation}: requests`)
  const seen = log[0]
  if (seen === undefined) return assert.fail("no request")
  assert.strictEqual(seen.operation, one.operation)
  assert.strictEqual(seen.method, wanted.method)
  assert.strictEqual(seen.path, wanted.path)
  assert.deepStrictEqual(lists(seen.query), wanted.query)
  if (wanted.multipart !== undefined) {
    assert.strictEqual(seen.body.kind, "multipart")
    const parts = seen.body.kind === "multipart" ? seen.body.parts : []
    assert.deepStrictEqual<ReadonlyArray<object>>(
      parts.map(({ contentType, filename, name, size, value }) =>
        filename === undefined ? { name, text: value } : { name, filename, contentType, size }
      ),
      wanted.multipart.map(({ contentType, filename, name, text }) =>
        filename === undefined ? { name, text } : { name, filename, contentType, size: Buffer.byteLength(text) }
      )
    )
  } else if (wanted.body === undefined) assert.strictEqual(seen.body.kind, "none")
  else assert.deepStrictEqual(seen.body.kind === "json" && unmasked(seen.body.value, wanted.body), wanted.body)
}

/** The outcome of a call as the caller of an Effect program sees it. */
const run = (result: unknown): Effect.Effect<unknown, unknown> =>
  Effect.isEffect(result)
    ? (result as Effect.Effect<unknown, unknown>)
    : Effect.map(Stream.runCollect(result as Stream.Stream<unknown, unknown>), Chunk.toReadonlyArray)

/** State that the case takes for granted is not there, and is the only thing that may be wrong. */
const checkOutcome = (one: Case, error: unknown): void => {
  if (error === undefined) return
  const tag: unknown = Reflect.get(Object(error), "_tag")
  assert.include(["NotFoundError", "FileNotFoundError", "ConflictError"], tag, `${one.operation}: ${String(error)}`)
}

const caller = <C extends { readonly forUser: (id: string) => C }>(clients: { plain: C; tenant: C }, one: Case): C => {
  const who = callerOf(one)
  return who === "tenant" ? clients.tenant : who === "bound" ? clients.plain.forUser(boundUser) : clients.plain
}

const runtime = ManagedRuntime.make(DefaultTransport.layer)
afterAll(() => runtime.dispose())

const makeClients = async (baseUrl: string) => {
  const make = (scope: "user" | "tenant") =>
    runtime.runPromise(Lumnis.make({ apiKey: Redacted.make("lmn_live_operations"), baseUrl, scope, retry: false }))
  return { plain: await make("user"), tenant: await make("tenant") }
}

it("the cases are the contract's operations", () => {
  assert.strictEqual(cases.length, 217)
  assert.deepStrictEqual(cases.map(({ operation }) => operation).sort(), operations.map(({ id }) => id).sort())
})

describe("every operation sends what the contract says", () => {
  let emulator: RunningEmulator
  beforeAll(async () => {
    emulator = await startEmulator()
  })
  afterAll(() => emulator.stop())

  describe("Effect", () => {
    let clients: Awaited<ReturnType<typeof makeClients>>
    beforeAll(async () => {
      clients = await makeClients(emulator.urls.lumnis)
    })
    for (const one of cases) {
      it.live(`${one.resource}.${one.method}`, () =>
        Effect.gen(function* () {
          emulator.reset()
          const outcome = yield* Effect.either(run(methodOf(caller(clients, one), one)(...argumentsOf(one))))
          checkLog(one, emulator.requests())
          checkOutcome(one, outcome._tag === "Left" ? outcome.left : undefined)
        })
      )
    }
  })

  describe("promise", () => {
    let clients: { readonly plain: LumnisPromise; readonly tenant: LumnisPromise }
    beforeAll(() => {
      const options = { apiKey: "lmn_live_operations", baseUrl: emulator.urls.lumnis, retry: false } as const
      clients = { plain: createLumnis(options), tenant: createLumnis({ ...options, scope: "tenant" }) }
    })
    afterAll(() => Promise.all([clients.plain.close(), clients.tenant.close()]))
    for (const one of cases) {
      it(`${one.resource}.${one.method}`, async () => {
        emulator.reset()
        let failure: unknown
        try {
          const result = methodOf(caller(clients, one), one)(...argumentsOf(one))
          if (Symbol.asyncIterator in Object(result)) {
            for await (const _ of result as AsyncIterable<unknown>);
          } else await result
        } catch (error) {
          failure = error
        }
        checkLog(one, emulator.requests())
        checkOutcome(one, failure)
      })
    }
  })
})

describe("every operation reads what the contract says", () => {
  const scope = Effect.runSync(Scope.make())
  let answer: FaultServer.Answer
  let server: FaultServer.FaultServer
  let clients: Awaited<ReturnType<typeof makeClients>>
  beforeAll(async () => {
    server = await Effect.runPromise(
      Scope.extend(
        FaultServer.make(() => answer),
        scope
      )
    )
    clients = await makeClients(server.url)
  })
  afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

  for (const one of cases) {
    it.live(`${one.resource}.${one.method}`, () =>
      Effect.gen(function* () {
        const { body, contentType, status } = one.response
        answer =
          contentType === undefined
            ? FaultServer.respond(status)
            : FaultServer.respond(status, {
                headers: { "content-type": contentType },
                body: contentType === "application/json" ? JSON.stringify(body) : String(body)
              })
        const value = yield* run(methodOf(caller(clients, one), one)(...argumentsOf(one)))
        if (contentType === "application/json") {
          // Timestamps are the only values that change, and write themselves as they came.
          assert.deepStrictEqual(JSON.parse(JSON.stringify(value)), body)
        } else if (contentType === undefined) assert.isUndefined(value)
        else assert.isAbove(Array.isArray(value) ? value.length : 0, 0)
        const request = server.requests.at(-1)
        assert.strictEqual(request?.method, one.request.method)
        const key = request?.headers["idempotency-key"]
        if (one.request.method === "GET" || contentType === "text/event-stream") assert.isUndefined(key)
        else assert.match(String(key), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
        const credential = byId(one.operation).auth === false ? undefined : "Bearer lmn_live_operations"
        assert.strictEqual(request?.headers.authorization, credential)
        assert.isUndefined(request?.headers["x-api-key"])
      })
    )
  }
})
