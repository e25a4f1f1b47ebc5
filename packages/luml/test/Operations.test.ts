/**
 * Every operation of the contract, called once through each surface. The cases come from the contract itself, not from
 * the generated client: a wrong generator cannot agree with itself.
 */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { type RecordedRequest, type RunningEmulator, startEmulator } from "@trilum/emulator"
import { type Case, casesOf, lists, methodOf, unmasked } from "@trilum/testing/cases"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import { catalog } from "../src/generated/catalog.js"
import { Luml } from "../src/Luml.js"
import { createLuml, type LumlPromise } from "../src/promise.js"

const cases = casesOf("luml")

const argumentsOf = ({ input }: Case): ReadonlyArray<unknown> =>
  input.params === undefined ? input.path : [...input.path, input.params]

const checkLog = (one: Case, log: ReadonlyArray<RecordedRequest>): void => {
  const wanted = one.request
  assert.strictEqual(log.length, 1, `${one.operation}: requests`)
  const seen = log[0]
  if (seen === undefined) return assert.fail("no request")
  assert.strictEqual(seen.operation, one.operation)
  assert.strictEqual(seen.method, wanted.method)
  assert.strictEqual(seen.path, wanted.path)
  assert.deepStrictEqual(lists(seen.query), wanted.query)
  if (wanted.body === undefined) assert.strictEqual(seen.body.kind, "none")
  else assert.deepStrictEqual(seen.body.kind === "json" && unmasked(seen.body.value, wanted.body), wanted.body)
}

/** The ids of the cases name nothing, which the server tells in its ways; an answer that cannot be read is never right. */
const rejections = ["NotFoundError", "PermissionDeniedError", "ValidationError", "ConflictError", "AuthenticationError"]

/** Pages for browsers: their answer is a redirect to another site, which no client follows. */
const pages = ["confirmEmail", "googleLogin", "microsoftLogin"]

const checkOutcome = (one: Case, failure: unknown): void => {
  if (failure === undefined) return
  if (pages.includes(one.operation)) return assert.strictEqual(Reflect.get(Object(failure), "status"), 307)
  assert.include(rejections, Reflect.get(Object(failure), "_tag"), `${one.operation}: ${String(failure)}`)
}

const runtime = ManagedRuntime.make(DefaultTransport.layer)
afterAll(() => runtime.dispose())

const credentials = {
  apiKey: Redacted.make("dfs_test"),
  accessToken: Redacted.make("session"),
  satelliteKey: Redacted.make("dfssat_test")
}

const makeClient = (baseUrl: string) => runtime.runPromise(Luml.make({ ...credentials, baseUrl, retry: false }))

it("the cases are the contract's 108 operations", () => {
  assert.strictEqual(cases.length, 108)
  assert.deepStrictEqual(cases.map(({ operation }) => operation).sort(), catalog.map(({ id }) => id).sort())
})

describe("every operation sends what the contract says", () => {
  let emulator: RunningEmulator
  beforeAll(async () => {
    emulator = await startEmulator({ pace: 0 })
  })
  afterAll(() => emulator.stop())

  describe("Effect", () => {
    let client: Luml.Service
    beforeAll(async () => {
      client = await makeClient(emulator.urls.luml)
    })
    for (const one of cases) {
      it.live(`${one.resource}.${one.method}`, () =>
        Effect.gen(function* () {
          emulator.reset()
          const call = methodOf(client.api, one)(...argumentsOf(one)) as Effect.Effect<unknown, unknown>
          const outcome = yield* Effect.either(call)
          checkLog(one, emulator.requests())
          checkOutcome(one, outcome._tag === "Left" ? outcome.left : undefined)
        })
      )
    }
  })

  describe("promise", () => {
    let client: LumlPromise
    beforeAll(() => {
      client = createLuml({ ...credentials, baseUrl: emulator.urls.luml, retry: false })
    })
    afterAll(() => client.close())
    for (const one of cases) {
      it(`${one.resource}.${one.method}`, async () => {
        emulator.reset()
        let failure: unknown
        try {
          await methodOf(client.api, one)(...argumentsOf(one))
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
  let client: Luml.Service
  beforeAll(async () => {
    const server = await Effect.runPromise(
      Scope.extend(
        FaultServer.make(() => answer),
        scope
      )
    )
    client = await makeClient(server.url)
  })
  afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

  for (const one of cases) {
    it.live(`${one.resource}.${one.method}`, () =>
      Effect.gen(function* () {
        const { body, contentType, status } = one.response
        answer =
          contentType === undefined
            ? FaultServer.respond(status)
            : FaultServer.respond(status, { headers: { "content-type": contentType }, body: JSON.stringify(body) })
        const value = yield* methodOf(client.api, one)(...argumentsOf(one)) as Effect.Effect<unknown, unknown>
        if (contentType === undefined) assert.isUndefined(value)
        // Timestamps are the only values that change, and write themselves as they came.
        else assert.deepStrictEqual(JSON.parse(JSON.stringify(value)), body)
      })
    )
  }
})
