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
import { catalog } from "../src/generated/catalog.js"
import { Lvng } from "../src/Lvng.js"
import { createLvng, type LvngPromise } from "../src/promise.js"
import * as H from "./support/harness.js"

const cases = casesOf("lvng")

const isFile = (u: unknown): u is { readonly $file: { filename: string; contentType: string; text: string } } =>
  typeof u === "object" && u !== null && "$file" in u

/** The arguments of a case as a program would write them. */
const argumentsOf = ({ input }: Case): ReadonlyArray<unknown> => {
  const revive = (value: unknown): unknown =>
    isFile(value) ? new File([value.$file.text], value.$file.filename, { type: value.$file.contentType }) : value
  const params =
    input.params === undefined
      ? []
      : [Object.fromEntries(Object.entries(input.params).map(([name, value]) => [name, revive(value)]))]
  return [...input.path, ...params]
}

const checkLog = (one: Case, log: ReadonlyArray<RecordedRequest>): void => {
  const wanted = one.request
  assert.strictEqual(log.length, 1, `${one.operation}: requests`)
  const seen = log[0]
  if (seen === undefined) return assert.fail("no request")
  assert.strictEqual(seen.operation, one.operation)
  assert.strictEqual(seen.method, wanted.method)
  assert.strictEqual(seen.path, wanted.path)
  assert.deepStrictEqual(lists(seen.query), wanted.query)
  for (const [name, value] of Object.entries(wanted.headers ?? {})) assert.strictEqual(seen.headers[name], value)
  if (wanted.multipart !== undefined) {
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

/** A record that the case takes for granted is not there, and that is the only thing that may be wrong. */
const checkOutcome = (one: Case, failure: unknown): void => {
  if (failure === undefined) return
  const tag: unknown = Reflect.get(Object(failure), "_tag")
  assert.strictEqual(tag, "NotFoundError", `${one.operation}: ${String(failure)}`)
  assert.isTrue(one.input.path.length > 0 || one.input.params !== undefined, `${one.operation} names no record`)
}

const run = (result: unknown): Effect.Effect<unknown, unknown> =>
  Effect.isEffect(result)
    ? (result as Effect.Effect<unknown, unknown>)
    : Effect.map(Stream.runCollect(result as Stream.Stream<unknown, unknown>), Chunk.toReadonlyArray)

/** Secrets as text, so that values can be compared. */
const revealed = (value: unknown): unknown => {
  if (Redacted.isRedacted(value)) return Redacted.value(value)
  if (Array.isArray(value)) return value.map(revealed)
  if (typeof value !== "object" || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]))
}

const runtime = ManagedRuntime.make(DefaultTransport.layer)
afterAll(() => runtime.dispose())

/** A session may call everything, those operations too that refuse keys. */
const token = H.tokenOf({ userId: "u1", email: "ada@example.com" })

const makeClient = (baseUrl: string) =>
  runtime.runPromise(Lvng.make({ jwt: H.jwt, baseUrl, retry: false, idleTimeout: 0, unverified: "allow" }))

it("the cases are the contract's 158 operations", () => {
  assert.strictEqual(cases.length, 158)
  assert.deepStrictEqual(cases.map(({ operation }) => operation).sort(), catalog.map(({ id }) => id).sort())
})

describe("every operation sends what the contract says", () => {
  let emulator: RunningEmulator
  beforeAll(async () => {
    emulator = await startEmulator({ pace: 0 })
  })
  afterAll(() => emulator.stop())

  describe("Effect", () => {
    let client: Lvng.Service
    beforeAll(async () => {
      client = await makeClient(emulator.urls.lvng)
    })
    for (const one of cases) {
      it.live(`${one.resource}.${one.method}`, () =>
        Effect.gen(function* () {
          emulator.reset()
          const outcome = yield* Effect.either(run(methodOf(client, one)(...argumentsOf(one))))
          checkLog(one, emulator.requests())
          checkOutcome(one, outcome._tag === "Left" ? outcome.left : undefined)
        })
      )
    }
  })

  describe("promise", () => {
    let client: LvngPromise
    beforeAll(() => {
      client = createLvng({ jwt: token, baseUrl: emulator.urls.lvng, retry: false, unverified: "allow" })
    })
    afterAll(() => client.close())
    for (const one of cases) {
      it(`${one.resource}.${one.method}`, async () => {
        emulator.reset()
        let failure: unknown
        try {
          const result = methodOf(client, one)(...argumentsOf(one))
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
  let client: Lvng.Service
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
        const isStream = contentType === "text/event-stream"
        answer =
          contentType === undefined
            ? FaultServer.respond(status)
            : FaultServer.respond(status, {
                headers: { "content-type": contentType },
                body:
                  contentType === "application/json"
                    ? JSON.stringify(body)
                    : `${String(body)}${isStream ? H.events(H.done) : ""}`
              })
        const value = yield* run(methodOf(client, one)(...argumentsOf(one)))
        if (contentType === "application/json") {
          // Timestamps are the only values that change, and write themselves as they came.
          assert.deepStrictEqual(JSON.parse(JSON.stringify(revealed(value))), body)
        } else if (isStream) assert.lengthOf(Array.isArray(value) ? value : [], 2)
        else if (contentType === undefined) assert.isUndefined(value)
        else assert.isAbove(Array.isArray(value) ? value.length : 0, 0)
      })
    )
  }
})
