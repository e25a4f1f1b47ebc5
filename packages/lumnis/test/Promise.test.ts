import { assert, describe, expectTypeOf, it, vi } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { InvokeUpdate } from "../src/InvokeUpdate.js"
import type { AsyncItems, LumnisResponse, Options } from "../src/promise.js"
import {
  AbortError,
  AuthenticationError,
  ConfigurationError,
  createLumnis,
  MissingUserId,
  NotFoundError,
  RunFailedError,
  ValidationError,
  WaitTimeoutError
} from "../src/promise.js"
import * as H from "./support/harness.js"

/** A client and its server, both gone at the end of the test. */
const withClient = async (
  script: FaultServer.Script,
  body: (client: ReturnType<typeof createLumnis>, server: FaultServer.FaultServer) => Promise<void>,
  options?: Options
): Promise<void> => {
  const scope = await Effect.runPromise(Scope.make())
  try {
    const server = await Effect.runPromise(Scope.extend(FaultServer.make(script), scope))
    const client = createLumnis({ apiKey: H.apiKey, baseUrl: server.url, pollInterval: 0, retry: false, ...options })
    try {
      await body(client, server)
    } finally {
      await client.close()
    }
  } finally {
    await Effect.runPromise(Scope.close(scope, Exit.void))
  }
}

const rejection = async (promise: PromiseLike<unknown>): Promise<unknown> => {
  try {
    await promise
  } catch (error) {
    return error
  }
  return assert.fail("expected a rejection")
}

const thinking = { state: "processing", message: "Agent thinking..." }
const ada = { userId: "ada" }

describe("promises", () => {
  it("the main job: create a user and a thread, invoke in it, list and cancel", () =>
    withClient(
      [
        FaultServer.json({
          id: "u",
          tenant_id: "t",
          email: "a+b@x.io",
          is_active: true,
          created_at: "2025-09-14T19:24:28Z",
          updated_at: "2025-09-14T19:24:28Z"
        }),
        H.created(),
        H.state("in_progress", [thinking]),
        H.done(),
        FaultServer.json({ responses: [], total: 0, limit: 50, offset: 0 }),
        FaultServer.json({ status: "cancelled", message: "ok" })
      ],
      async (lumnis, server) => {
        await lumnis.users.get("a+b@x.io")
        const tags: Array<string> = []
        for await (const update of lumnis.invokeStream("hi", { ...ada, threadId: H.ids.thread })) tags.push(update._tag)
        assert.deepStrictEqual(tags, ["Started", "Progress", "Completed"])
        assert.strictEqual((await lumnis.forUser("ada").responses.list()).total, 0)
        assert.strictEqual((await lumnis.responses.cancel(H.ids.response)).status, "cancelled")
        assert.deepStrictEqual(
          server.requests.map(({ method, url }) => `${method} ${url.replace(H.ids.response, ":id")}`),
          [
            "GET /v1/users/a%2Bb%40x.io",
            "POST /v1/responses",
            "GET /v1/responses/:id?wait=10",
            "GET /v1/responses/:id?wait=10",
            "GET /v1/responses?user_id=ada",
            "POST /v1/responses/:id/cancel"
          ]
        )
      }
    ))

  it("a schema types the answer", () =>
    withClient([H.created(), H.done({ structured_response: { n: "7" } })], async (lumnis) => {
      const schema = Schema.Struct({ n: Schema.NumberFromString })
      const response = await lumnis.invoke("n", { ...ada, schema })
      expectTypeOf(response.structured.n).toEqualTypeOf<number>()
      assert.strictEqual(response.structured.n, 7)
    }))

  it("types: responses without a schema, updates as a union, options that do not exist", () => {
    const typed = (lumnis: ReturnType<typeof createLumnis>) => {
      expectTypeOf(lumnis.invoke("x")).toEqualTypeOf<Promise<LumnisResponse>>()
      expectTypeOf(lumnis.invokeStream("x")).toEqualTypeOf<AsyncItems<InvokeUpdate>>()
      // @ts-expect-error an option that does not exist
      void lumnis.invoke("x", { timeot: 1 })
      // @ts-expect-error progress belongs to invoke
      void lumnis.invokeStream("x", { progress: () => undefined })
    }
    assert.isFunction(typed)
  })

  it("errors are the real classes with their fields, never FiberFailure", () =>
    withClient(
      [
        FaultServer.json({ message: "no" }, { status: 401, headers: { "x-request-id": "req-1" } }),
        FaultServer.json({ message: "no" }, { status: 404 }),
        H.created(),
        H.state("failed", [], { error: { message: "boom" } })
      ],
      async (lumnis) => {
        const unauthorized = await rejection(lumnis.users.list())
        assert.instanceOf(unauthorized, AuthenticationError)
        assert.instanceOf(unauthorized, Error)
        assert.deepInclude(unauthorized, { status: 401, requestId: "req-1", operation: "listUsers" })
        assert.instanceOf(await rejection(lumnis.threads.get("x", { user_id: "ada" })), NotFoundError)
        const failed = await rejection(lumnis.invoke("x", ada))
        assert.instanceOf(failed, RunFailedError)
        assert.strictEqual(failed.name, "RunFailedError")
        assert.instanceOf(await rejection(lumnis.invoke("x")), MissingUserId)
      }
    ))

  it("break closes the socket and sends nothing more", () =>
    withClient(
      [H.created(), H.state("in_progress", [thinking])],
      async (lumnis, server) => {
        for await (const update of lumnis.invokeStream("hi", ada)) {
          if (update._tag === "Progress") break
        }
        assert.strictEqual(server.requests.length, 2)
      },
      { pollInterval: "1 hour" }
    ))

  it("break while a look is held closes its socket", () =>
    withClient([H.created(), H.state("in_progress", [thinking]), FaultServer.never], async (lumnis, server) => {
      const iterator = lumnis.invokeStream("hi", ada)[Symbol.asyncIterator]()
      await iterator.next()
      await iterator.next()
      const pending = iterator.next()
      await Effect.runPromise(server.awaitRequests(3))
      await iterator.return?.()
      assert.isTrue((await pending).done)
      await Effect.runPromise(server.awaitOpenSockets(0))
    }))

  it("a signal ends the wait with its reason and closes the socket", () =>
    withClient([H.created(), FaultServer.never], async (lumnis, server) => {
      const controller = new AbortController()
      const pending = rejection(lumnis.invoke("hi", { ...ada, signal: controller.signal }))
      await Effect.runPromise(server.awaitRequests(2))
      const reason = new Error("the user left")
      controller.abort(reason)
      const error = await pending
      assert.instanceOf(error, AbortError)
      assert.strictEqual(error.name, "AbortError")
      assert.strictEqual(error.cause, reason)
      await Effect.runPromise(server.awaitOpenSockets(0))
      assert.instanceOf(await rejection(lumnis.users.list({}, { signal: AbortSignal.abort() })), AbortError)
    }))

  it("an absent signal is no option", () =>
    withClient([H.created(), H.done()], async (lumnis) => {
      const response = await lumnis.invoke("hi", { ...ada, signal: undefined })
      assert.strictEqual(response.output_text, "Done.")
    }))

  it("a deadline rejects with the id of the run", () =>
    withClient([H.created(), FaultServer.never], async (lumnis) => {
      const error = await rejection(lumnis.invoke("hi", { ...ada, deadline: 20 }))
      assert.isTrue(error instanceof WaitTimeoutError || (error instanceof Error && error.name === "TimeoutError"))
    }))

  it("progress may be a plain function", () =>
    withClient([H.created(), H.done()], async (lumnis) => {
      const lines: Array<string> = []
      await lumnis.invoke("hi", { ...ada, progress: ({ message }) => lines.push(message) })
      assert.strictEqual(lines[1], "COMPLETED: Response completed successfully.")
    }))

  it("close ends calls under way, and calls after it", () =>
    withClient([FaultServer.never], async (lumnis, server) => {
      const pending = rejection(lumnis.users.list())
      await Effect.runPromise(server.awaitRequests(1))
      await lumnis.close()
      assert.instanceOf(await pending, AbortError)
      assert.instanceOf(await rejection(lumnis.users.list()), AbortError)
      await lumnis[Symbol.asyncDispose]()
      await Effect.runPromise(server.awaitOpenSockets(0))
    }))
})

describe("clients of a user", () => {
  const list = FaultServer.json({ threads: [], total: 0, limit: 50, offset: 0 })

  it("forUser binds, rebinds, leaves the parent alone and closes alone (defect 1)", () =>
    withClient([list, list, list, list], async (lumnis, server) => {
      {
        await using eve = lumnis.forUser("eve")
        await eve.threads.list()
        await eve.forUser("kim").threads.list()
        await eve.close()
        assert.instanceOf(await rejection(eve.threads.list()), AbortError)
      }
      await lumnis.threads.list({ user_id: "ada" })
      assert.instanceOf(await rejection(lumnis.threads.list()), MissingUserId)
      assert.deepStrictEqual(
        server.requests.map(({ url }) => new URL(url, server.url).searchParams.get("user_id")),
        ["eve", "kim", "ada"]
      )
    }))

  it("asUser ends with its block, also by an error, which comes out unchanged", () =>
    withClient([list, list], async (lumnis, server) => {
      const kept: Array<ReturnType<typeof createLumnis>> = []
      const result = await lumnis.asUser("eve", async (client) => {
        kept.push(client, client.forUser("kim"))
        await client.threads.list()
        return 7
      })
      assert.strictEqual(result, 7)
      const boom = new Error("boom")
      const error = await rejection(
        lumnis.asUser("eve", (client) => {
          kept.push(client)
          throw boom
        })
      )
      assert.strictEqual(error, boom)
      for (const client of kept) {
        const rejected = await rejection(client.threads.list())
        assert.instanceOf(rejected, ValidationError)
        assert.strictEqual(rejected.code, "CLIENT_CLOSED")
        const update = rejection(client.invokeStream("x")[Symbol.asyncIterator]().next())
        assert.instanceOf(await update, ValidationError)
      }
      assert.strictEqual(server.requests.length, 1)
    }))

  it.scoped("the Effect client does the same", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([list, list])
      let kept = lumnis
      const error = yield* Effect.flip(
        lumnis.asUser("eve", (client) => {
          kept = client
          return Effect.zipRight(client.threads.list(), Effect.fail("boom" as const))
        })
      )
      assert.strictEqual(error, "boom")
      assert.strictEqual((yield* Effect.flip(kept.threads.list())).code, "CLIENT_CLOSED")
      assert.strictEqual((yield* Effect.flip(Stream.runDrain(kept.threads.listAll()))).code, "CLIENT_CLOSED")
      assert.strictEqual((yield* Effect.flip(kept.forUser("kim").health.getApi())).code, "CLIENT_CLOSED")
      yield* lumnis.forUser("kim").threads.list()
      assert.strictEqual(server.requests.length, 2)
    })
  )
})

describe("building a client", () => {
  const withEnvironment = async (
    values: Readonly<Record<string, string>>,
    body: () => Promise<void>
  ): Promise<void> => {
    for (const name of ["LUMNISAI_API_KEY", "LUMNISAI_BASE_URL", "LUMNISAI_TENANT_ID"]) vi.stubEnv(name, values[name])
    try {
      await body()
    } finally {
      vi.unstubAllEnvs()
    }
  }

  it("a missing or empty key fails at once, before any request", async () => {
    for (const key of [undefined, "", "  \n"]) {
      await withEnvironment(key === undefined ? {} : { LUMNISAI_API_KEY: key }, async () => {
        for (const options of [{}, { apiKey: "" }, { apiKey: " " }]) {
          try {
            createLumnis(options)
            assert.fail("expected an error")
          } catch (error) {
            assert.instanceOf(error, ConfigurationError)
            assert.match(error.message, /^API key is required/)
          }
        }
      })
    }
  })

  it("settings that make no sense fail at once, and never with the key", () => {
    for (const options of [{ baseUrl: "nope" }, { baseUrl: "http://example.com" }, { timeout: "soon" as "1 second" }]) {
      assert.throws(() => createLumnis({ apiKey: H.apiKey, ...options }), ConfigurationError)
    }
    try {
      createLumnis({ apiKey: `${H.apiKey}\r\nx: y` })
      assert.fail("expected an error")
    } catch (error) {
      assert.instanceOf(error, ConfigurationError)
      assert.notInclude(String(error), H.apiKey)
    }
  })

  it("the environment fills in what is not given, and arguments win over it", () =>
    withClient([H.done(), H.done()], async (_, server) =>
      withEnvironment({ LUMNISAI_API_KEY: "from-env\n", LUMNISAI_BASE_URL: `${server.url}/prefix/` }, async () => {
        await using fromEnvironment = createLumnis()
        await fromEnvironment.attach(H.ids.response)
        await using given = createLumnis({ apiKey: "given", baseUrl: server.url, authHeader: "x-api-key" })
        await given.attach(H.ids.response)
        const [first, second] = server.requests
        assert.strictEqual(first?.headers.authorization, "Bearer from-env")
        assert.match(first?.url ?? "", /^\/prefix\/v1\/responses/)
        assert.strictEqual(second?.headers["x-api-key"], "given")
        assert.isUndefined(second?.headers.authorization)
      })
    ))

  it("warnings of tenant scope go to console.warn", () =>
    withClient(
      [FaultServer.json({ threads: [], total: 0, limit: 50, offset: 0 })],
      async (lumnis) => {
        const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined)
        const log = vi.spyOn(console, "log").mockImplementation(() => undefined)
        try {
          await lumnis.threads.list()
          assert.strictEqual(warn.mock.calls.length, 1)
          assert.match(String(warn.mock.calls[0]), /bypasses user isolation/)
          assert.strictEqual(log.mock.calls.length, 0)
        } finally {
          warn.mockRestore()
          log.mockRestore()
        }
      },
      { scope: "tenant" }
    ))
})
