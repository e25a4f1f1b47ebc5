import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as Tracer from "effect/Tracer"
import { createLumnis } from "../src/promise.js"
import * as H from "./support/harness.js"

/** A key without a shape to know it by. */
const key = "zq9-Canary/Key+81~x"
const providerKey = "prov_Canary_5512_y"

/** Everything a person or a log line may see of a value. */
const shown = (value: unknown): string => {
  const seen = new Set<unknown>()
  const parts: Array<string> = [inspect(value, { depth: 20, showHidden: true, getters: true }), String(value)]
  const visit = (current: unknown): void => {
    if (typeof current === "string") parts.push(current)
    if ((typeof current !== "object" && typeof current !== "function") || current === null || seen.has(current)) return
    seen.add(current)
    for (const name of Reflect.ownKeys(current)) {
      parts.push(String(name))
      visit(Object.getOwnPropertyDescriptor(current, name)?.value)
    }
  }
  visit(value)
  try {
    parts.push(JSON.stringify(value) ?? "")
  } catch {
    // What cannot be written as JSON shows nothing there.
  }
  return parts.join("\n")
}

const assertSilent = (value: unknown, what: string): void => {
  const text = shown(value)
  for (const secret of [key, providerKey, encodeURIComponent(key), Buffer.from(key).toString("base64")]) {
    assert.notInclude(text, secret, what)
  }
}

const echo = { message: `bad key ${key}`, detail: { api_key: providerKey, header: `Bearer ${key}` } }

/** Keeps the name and attributes of every span. */
const recording = (spans: Array<unknown>): Tracer.Tracer =>
  Tracer.make({
    context: (f) => f(),
    span: (name, parent, context, links, startTime, kind) => {
      const attributes = new Map<string, unknown>()
      spans.push([name, attributes])
      return {
        _tag: "Span",
        name,
        spanId: String(spans.length),
        traceId: "trace",
        parent,
        context,
        links,
        status: { _tag: "Started", startTime },
        attributes,
        sampled: true,
        kind,
        end: () => undefined,
        attribute: (key, value) => attributes.set(key, value),
        event: (key, _, event) => attributes.set(key, event),
        addLinks: () => undefined
      }
    }
  })

describe("the key never shows", () => {
  it.scoped("in the client, its errors, causes, logs and spans (defect 24)", () =>
    Effect.gen(function* () {
      const lines: Array<unknown> = []
      const spans: Array<unknown> = []
      const logger = Logger.make((entry) => {
        lines.push([entry.message, [...entry.annotations], Cause.pretty(entry.cause), [...entry.spans].map(String)])
      })
      const tracer = recording(spans)
      const { lumnis, server } = yield* H.make(
        [
          FaultServer.json(echo, { status: 401 }),
          FaultServer.json(echo, { status: 422, headers: { "x-request-id": "req-1" } }),
          FaultServer.json(echo, { status: 500 }),
          FaultServer.text(`<html>${key} api_key=${providerKey}`, { status: 403 }),
          H.created(),
          H.state("failed", [], { error: echo }),
          H.done({ structured_response: { n: `n ${key}` } }),
          FaultServer.text(`{"${key}"`),
          FaultServer.reset
        ],
        { apiKey: Redacted.make(key), retry: false }
      )
      const calls: ReadonlyArray<Effect.Effect<unknown, unknown>> = [
        lumnis.users.list(),
        lumnis.externalApiKeys.create({ provider: "OPENAI_API_KEY", api_key: Redacted.make(providerKey) }),
        lumnis.externalApiKeys.create({ provider: "OPENAI_API_KEY", api_key: providerKey }),
        lumnis.users.list(),
        lumnis.invoke("x", { userId: "ada" }),
        lumnis.attach(H.ids.response, { schema: Schema.Struct({ n: Schema.NumberFromString }) }),
        lumnis.users.get("x"),
        lumnis.users.list()
      ]
      for (const call of calls) {
        const exit = yield* Effect.exit(call).pipe(
          Effect.withTracer(tracer),
          Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
          Logger.withMinimumLogLevel(LogLevel.All)
        )
        if (Exit.isSuccess(exit)) return assert.fail("expected an error")
        const error = Cause.squash(exit.cause)
        if (!(error instanceof Error)) return assert.fail("expected an Error")
        const { response: _, run: __, ...visible } = Object.getOwnPropertyDescriptors(error)
        assertSilent(Object.defineProperties(Object.create(Object.getPrototypeOf(error)), visible), error.name)
        assertSilent(inspect(error, { depth: 20 }), error.name)
        assertSilent(JSON.stringify(error), error.name)
        assertSilent(Cause.pretty(exit.cause), error.name)
      }
      assert.isAbove(lines.length, 0)
      assert.isAbove(spans.length, 0)
      assertSilent(lines, "logs")
      assertSilent(spans, "spans")
      assertSilent(lumnis, "service")
      assertSilent(lumnis.forUser("eve"), "bound service")
      assert.strictEqual(server.requests[0]?.headers.authorization, `Bearer ${key}`)
    })
  )

  it.scoped("links to storage and addresses of connections stand in no error, log or span", () =>
    Effect.gen(function* () {
      const secret = "c4n4ry-Signature-77"
      const link = `?X-Amz-Credential=${secret}&X-Amz-Signature=${secret}&sig=${secret}&state=${secret}`
      const lines: Array<unknown> = []
      const spans: Array<unknown> = []
      const logger = Logger.make(({ annotations, cause, message }) => {
        lines.push([message, [...annotations], Cause.pretty(cause)])
      })
      const silent = (value: unknown, what: string): void => assert.notInclude(shown(value), secret, what)
      const fails = (call: Effect.Effect<unknown, unknown>) =>
        Effect.gen(function* () {
          const exit = yield* Effect.exit(call).pipe(
            Effect.withTracer(recording(spans)),
            Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
            Logger.withMinimumLogLevel(LogLevel.All)
          )
          if (Exit.isSuccess(exit)) return assert.fail("expected an error")
          const error = Cause.squash(exit.cause)
          for (const text of [inspect(error, { depth: 20 }), JSON.stringify(error), Cause.pretty(exit.cause)]) {
            silent(text, String(error))
          }
          return error
        })
      for (const answer of [
        FaultServer.reset,
        FaultServer.respond(403, { body: `<Error>${link}</Error>` }),
        FaultServer.respond(500, { body: link }),
        FaultServer.redirect(`http://127.0.0.1:9/${link}`)
      ]) {
        const storage = yield* FaultServer.make(() => answer)
        const { lumnis } = yield* H.make(() => FaultServer.redirect(`${storage.url}/blob${link}`), { retry: false })
        yield* fails(Stream.runDrain(lumnis.forUser("ada").files.download("f1", undefined, { retry: false })))
      }
      const nowhere = yield* H.make(() => FaultServer.redirect(`http://storage.example/blob${link}`), { retry: false })
      yield* fails(Stream.runDrain(nowhere.lumnis.forUser("ada").files.download("f1")))

      const redirect_url = `https://connect.lumnis.example/s/${secret}${link}`
      const odd = yield* H.make([FaultServer.json({ enabled: true }), FaultServer.json({ status: 7, redirect_url })])
      // An answer of another type is no error, and the report of it at debug level shows no value.
      yield* odd.lumnis
        .forUser("ada")
        .integrations.connect({ app_name: "gmail" })
        .pipe(
          Effect.withTracer(recording(spans)),
          Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
          Logger.withMinimumLogLevel(LogLevel.All)
        )
      assert.include(shown(lines), "differs from the contract")
      const failed = { app_name: "GMAIL", status: "failed", error_message: `not opened: ${redirect_url}` }
      const ended = yield* H.make([FaultServer.json(failed)])
      const error = yield* fails(ended.lumnis.forUser("ada").integrations.waitForConnection("ada", "gmail"))
      assert.include(String(error), "not opened: https://connect.lumnis.example/[REDACTED]")
      silent(lines, "logs")
      silent(spans, "spans")
      assert.isAbove(spans.length, 0)
    })
  )

  it("in a promise client", async () => {
    const scope = await Effect.runPromise(Scope.make())
    const server = await Effect.runPromise(
      Scope.extend(FaultServer.make([FaultServer.json(echo, { status: 401 })]), scope)
    )
    const lumnis = createLumnis({ apiKey: key, baseUrl: server.url })
    assertSilent(lumnis, "client")
    assertSilent(lumnis.forUser("eve"), "bound client")
    try {
      await lumnis.users.list()
      assert.fail("expected an error")
    } catch (error) {
      assertSilent(error, "error")
    }
    await lumnis.close()
    await Effect.runPromise(Scope.close(scope, Exit.void))
  })
})
