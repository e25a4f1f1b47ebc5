import { createHmac } from "node:crypto"
import { inspect } from "node:util"
import { assert, describe, expectTypeOf, it, vi } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import type { Agent } from "../src/generated/agents.js"
import type { ChatReply } from "../src/generated/chat.js"
import type { AsyncItems, LvngPromise, Options } from "../src/promise.js"
import {
  AbortError,
  AuthenticationError,
  type ChatEvent,
  ChatStreamError,
  ConfigurationError,
  createLvng,
  iterateSse,
  JwtRequired,
  NotFoundError,
  RunFailedError,
  receiveWebhook,
  reveal,
  UnverifiedOperation,
  verifyWebhook,
  Webhook,
  type WorkflowRun
} from "../src/promise.js"
import * as H from "./support/harness.js"

/** A client and its server, both gone at the end of the test. */
const withClient = async (
  script: FaultServer.Script,
  body: (client: LvngPromise, server: FaultServer.FaultServer) => Promise<void>,
  options?: Options
): Promise<void> => {
  const scope = await Effect.runPromise(Scope.make())
  try {
    const server = await Effect.runPromise(Scope.extend(FaultServer.make(script), scope))
    const client = createLvng({
      ...(options?.jwt === undefined ? { apiKey: H.key } : {}),
      baseUrl: server.url,
      retry: false,
      ...options
    })
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

const drained = async <A>(items: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const all: Array<A> = []
  for await (const item of items) all.push(item)
  return all
}

const chat = FaultServer.sse(H.events(H.delta("Hel"), ["tool_use", { name: "a" }], H.delta("lo"), H.done))

describe("promises", () => {
  it("chat: at once, as events, as text, as one reply", () =>
    withClient([FaultServer.json({ reply: "Hello" }), chat, chat, chat], async (lvng) => {
      assert.strictEqual((await lvng.chat.send("hi")).reply, "Hello")
      const events = await drained(lvng.streamChat("hi"))
      assert.deepStrictEqual(
        events.map(({ _tag }) => _tag),
        ["text_delta", "tool_use", "text_delta", "done"]
      )
      assert.deepStrictEqual(await drained(lvng.chat.streamText("hi")), ["Hel", "lo"])
      assert.strictEqual((await lvng.chat.streamReply("hi")).reply, "Hello")
    }))

  it("a stream that is cut rejects with the same class and the text so far", () =>
    withClient([FaultServer.sse(H.events(H.delta("Hel")))], async (lvng) => {
      const error = await rejection(drained(lvng.streamChat("hi")))
      assert.instanceOf(error, ChatStreamError)
      assert.strictEqual(error instanceof ChatStreamError && error.partialText, "Hel")
    }))

  it("break closes the connection", () =>
    withClient(
      () => {
        const channel = FaultServer.channel()
        channel.push(H.events(H.delta("a")))
        return FaultServer.controlledSse(channel)
      },
      async (lvng, server) => {
        for await (const event of lvng.streamChat("hi")) {
          assert.strictEqual(event._tag, "text_delta")
          break
        }
        await Effect.runPromise(server.awaitOpenSockets(0))
      }
    ))

  it("a signal ends a call and a stream with an AbortError that has its reason", () =>
    withClient(
      () => FaultServer.never,
      async (lvng, server) => {
        const controller = new AbortController()
        const { signal } = controller
        const calls = [
          rejection(lvng.chat.send("hi", { signal })),
          rejection(drained(lvng.streamChat("hi", { signal }))),
          rejection(lvng.request({ method: "GET", path: "/api/v2/x", signal }))
        ]
        await Effect.runPromise(server.awaitRequests(3))
        const reason = new Error("enough")
        controller.abort(reason)
        for (const error of await Promise.all(calls)) {
          assert.instanceOf(error, AbortError)
          assert.strictEqual(error instanceof AbortError && error.cause, reason)
        }
        await Effect.runPromise(server.awaitOpenSockets(0))
      }
    ))

  it("errors are the classes of the Effect client, never a FiberFailure", () =>
    withClient(
      [FaultServer.json({ error: "no" }, { status: 404 }), FaultServer.json({ error: "no" }, { status: 401 })],
      async (lvng, server) => {
        const missing = await rejection(lvng.workflows.get("wf_9"))
        assert.instanceOf(missing, NotFoundError)
        assert.instanceOf(missing, Error)
        assert.strictEqual(missing instanceof NotFoundError && missing.identifier, "wf_9")
        assert.instanceOf(await rejection(lvng.agents.list()), AuthenticationError)
        assert.instanceOf(await rejection(lvng.apiKeys.list()), JwtRequired)
        assert.instanceOf(await rejection(lvng.workflows.get("w", { unverified: "refuse" })), UnverifiedOperation)
        assert.lengthOf(server.requests, 2)
      }
    ))

  it("a temporary agent is deleted, whatever its use does, and when a signal ends it", () =>
    withClient(
      (request) =>
        request.method === "POST"
          ? FaultServer.json({ success: true, agent: { id: "agent_1", name: "A" } })
          : FaultServer.json({ success: true }),
      async (lvng, server) => {
        assert.strictEqual(await lvng.agents.withTemporaryAgent({ name: "A" }, async ({ id }) => id), "agent_1")
        const no = new Error("no")
        assert.strictEqual(await rejection(lvng.agents.withTemporaryAgent({ name: "A" }, () => Promise.reject(no))), no)
        const controller = new AbortController()
        const use = () => {
          controller.abort()
          return new Promise<never>(() => {})
        }
        const { signal } = controller
        assert.instanceOf(await rejection(lvng.agents.withTemporaryAgent({ name: "A" }, use, { signal })), AbortError)
        assert.deepStrictEqual(
          server.requests.map(({ method }) => method),
          ["POST", "DELETE", "POST", "DELETE", "POST", "DELETE"]
        )
      }
    ))

  it("a run is waited for, told of, and its failure rejects", () =>
    withClient(
      [
        FaultServer.json({ data: { id: "run_1", status: "started" } }),
        FaultServer.json({ data: { id: "run_1", status: "completed" } }),
        FaultServer.json({ data: { id: "run_2", status: "failed" } })
      ],
      async (lvng) => {
        const updates = await drained(lvng.workflows.executeStream("wf_1", {}, { pollInterval: 0 }))
        assert.deepStrictEqual(
          updates.map(({ _tag }) => _tag),
          ["Started", "Completed"]
        )
        assert.instanceOf(await rejection(lvng.workflows.executeAndWait("wf_1")), RunFailedError)
      }
    ))

  it("many documents are taken in as an async iterable", () =>
    withClient([FaultServer.json({ success: true })], async (lvng) => {
      const [first, second] = await drained(
        lvng.knowledge.ingestMany([
          { title: "1", content: "x" },
          { name: "2.bin", content: Uint8Array.of(0xff) }
        ])
      )
      assert.strictEqual(first?._tag, "Ingested")
      assert.strictEqual(second?._tag === "Failed" && second.error._tag, "LocalFileError")
    }))

  it("a call that is in no contract is typed by its schema", () =>
    withClient([FaultServer.json({ n: 1 }), FaultServer.json({ n: 1 })], async (lvng) => {
      const schema = Schema.Struct({ n: Schema.Number })
      const typed = await lvng.request({ method: "GET", path: "/api/v2/x", schema })
      expectTypeOf(typed).toEqualTypeOf<{ readonly n: number }>()
      assert.strictEqual(typed.n, 1)
      expectTypeOf(await lvng.request({ method: "GET", path: "/api/v2/x" })).toEqualTypeOf<unknown>()
    }))

  it("a new key is shown by reveal alone", () =>
    withClient(
      [FaultServer.json({ data: { id: "key_1", key: H.key } })],
      async (lvng) => {
        const { data } = await lvng.apiKeys.create({ name: "ci" })
        assert.notInclude(inspect(data, { depth: 9 }) + JSON.stringify(data), H.key)
        assert.strictEqual(reveal(data.key), H.key)
      },
      { jwt: H.tokenOf({ userId: "u1" }) }
    ))

  it("a token is renewed by a promise", () =>
    withClient(
      [FaultServer.json({}, { status: 401 }), FaultServer.json({ success: true, agents: [] })],
      async (lvng, server) => {
        await lvng.agents.list()
        assert.deepStrictEqual(
          server.requests.map(({ headers }) => headers["authorization"]),
          ["Bearer a.b.c", "Bearer d.e.f"]
        )
      },
      { jwt: "a.b.c", refresh: async () => "d.e.f" }
    ))

  it("a renewal that brings nothing, as JavaScript may, is an AuthenticationError and no crash", () => {
    const nothing: object = { refresh: async () => undefined }
    return withClient(
      [FaultServer.json({}, { status: 401 })],
      async (lvng, server) => {
        assert.include(await rejection(lvng.agents.list()), { _tag: "AuthenticationError", code: "JWT_REFRESH" })
        assert.lengthOf(server.requests, 1)
      },
      { jwt: "a.b.c", ...nothing }
    )
  })

  it("a fetch of the program streams a chat, and middleware sees its events go by", async () => {
    const wire = H.events(H.delta("Hel"), H.delta("lo"), H.done)
    const urls: Array<string> = []
    const lvng = createLvng({
      apiKey: H.key,
      fetch: async () => new Response(wire, { headers: { "content-type": "text/event-stream" } }),
      middleware: async (request, next) => {
        urls.push(request.url)
        const { body, headers } = await next(request)
        const upper = new TransformStream<Uint8Array, Uint8Array>({
          transform: (chunk, controller) =>
            controller.enqueue(new TextEncoder().encode(new TextDecoder().decode(chunk).replace("Hel", "HEL")))
        })
        return new Response(body?.pipeThrough(upper) ?? null, { headers })
      }
    })
    assert.deepStrictEqual(await drained(lvng.chat.streamText("hi")), ["HEL", "lo"])
    assert.deepStrictEqual(urls, ["https://api.lvng.ai/api/v2/chat/stream"])
    await lvng.close()
  })

  it("a page may have the token of its user, and no API key", async () => {
    vi.stubGlobal("window", { document: {}, navigator: {} })
    try {
      await createLvng({ jwt: "a.b.c" }).close()
      assert.throws(() => createLvng({ apiKey: H.key }), ConfigurationError, "apiKey would be readable")
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it("rate limits are told by promises", () =>
    withClient([FaultServer.json({ reply: "hi" }, { headers: { "x-ratelimit-remaining": "3" } })], async (lvng) => {
      await lvng.chat.send("hi")
      assert.include(await lvng.rateLimit.of("chat"), { remaining: 3 })
      assert.include(await lvng.rateLimit.last(), { remaining: 3, operation: "sendChat" })
    }))

  it("no credential, and refresh without a token, throw where the client is made", () => {
    const before = process.env["LVNG_API_KEY"]
    delete process.env["LVNG_API_KEY"]
    try {
      for (const options of [{}, { apiKey: "" }, { refresh: async () => "x" }]) {
        assert.throws(() => createLvng(options), ConfigurationError)
      }
    } finally {
      if (before !== undefined) process.env["LVNG_API_KEY"] = before
    }
  })

  it("webhooks are verified and read by promises", async () => {
    const payload = JSON.stringify({ event: "credit.low", timestamp: "2026-01-02T03:04:05Z", data: { left: 3 } })
    const secret = "whsec_1"
    const signature = createHmac("sha256", secret).update(payload).digest("hex")
    assert.strictEqual((await receiveWebhook({ payload, secret, signature }))._tag, "CreditLow")
    assert.strictEqual((await verifyWebhook({ payload, secret, signature })).length, payload.length)
    assert.instanceOf(
      await rejection(receiveWebhook({ payload, secret: "x", signature })),
      Webhook.WebhookSignatureError
    )
  })

  it("close ends calls under way and refuses later ones", () =>
    withClient(
      () => FaultServer.never,
      async (lvng, server) => {
        const call = rejection(lvng.chat.send("hi"))
        await Effect.runPromise(server.awaitRequests(1))
        await lvng.close()
        assert.instanceOf(await call, AbortError)
        assert.instanceOf(await rejection(lvng.chat.send("hi")), AbortError)
        await Effect.runPromise(server.awaitOpenSockets(0))
      }
    ))

  it("types: effects are promises, streams async iterables, options take a signal", () => {
    const check = (lvng: LvngPromise) => {
      expectTypeOf(lvng.chat.send).returns.toEqualTypeOf<Promise<ChatReply>>()
      expectTypeOf(lvng.chat.stream).returns.toEqualTypeOf<AsyncItems<ChatEvent.ChatEvent>>()
      expectTypeOf(lvng.streamChat("x", { signal: new AbortController().signal })).toEqualTypeOf<
        AsyncItems<ChatEvent.ChatEvent>
      >()
      expectTypeOf(lvng.workflows.executeStream).returns.toEqualTypeOf<AsyncItems<WorkflowRun.RunUpdate>>()
      expectTypeOf(lvng.agents.withTemporaryAgent<number>)
        .parameter(1)
        .parameter(0)
        .toEqualTypeOf<Agent>()
      expectTypeOf(lvng.apiKeys.create).returns.resolves.toHaveProperty("data")
      expectTypeOf(iterateSse(new Response())).toEqualTypeOf<AsyncIterable<ChatEvent.ChatEvent>>()
    }
    assert.isFunction(check)
    assert.isTrue(Redacted.isRedacted(Redacted.make("x")))
  })
})
