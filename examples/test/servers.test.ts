import { createHmac } from "node:crypto"
import { createServer, type RequestListener } from "node:http"
import * as HttpApiBuilder from "@effect/platform/HttpApiBuilder"
import * as HttpApiClient from "@effect/platform/HttpApiClient"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { assert, describe, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import { Emulator } from "@trilum/emulator"
import { Lumnis } from "@trilum/lumnis"
import { createLumnis, mockLumnis } from "@trilum/lumnis/promise"
import { createLvng } from "@trilum/lvng/promise"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Express from "../src/servers/express.js"
import * as Hono from "../src/servers/hono.js"
import * as MarketApi from "../src/servers/httpApi.js"
import * as Next from "../src/servers/next.js"
import worker from "../src/servers/worker.js"

const emulator = Emulator.make({ pace: 0.02 })

const lumnisOf = (baseUrl: string) =>
  Effect.acquireRelease(
    Effect.sync(() => createLumnis({ apiKey: "key", baseUrl })),
    (client) => Effect.promise(() => client.close())
  )

const lvngOf = (baseUrl: string) =>
  Effect.acquireRelease(
    Effect.sync(() => createLvng({ apiKey: `lvng_sk_live_${"0".repeat(32)}`, baseUrl })),
    (client) => Effect.promise(() => client.close())
  )

const serve = (listener: RequestListener) =>
  Effect.acquireRelease(
    Effect.promise(
      () =>
        new Promise<{ readonly url: string; readonly stop: () => void }>((resolve) => {
          const server = createServer(listener)
          server.listen(0, "127.0.0.1", () => {
            const address = server.address()
            if (address === null || typeof address === "string") throw new Error("not listening on a port")
            resolve({
              url: `http://127.0.0.1:${address.port}`,
              stop: () => {
                server.closeAllConnections()
                server.close()
              }
            })
          })
        })
    ),
    ({ stop }) => Effect.sync(stop)
  ).pipe(Effect.map(({ url }) => url))

const post = (body: object): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body)
})

const fetchText = (input: Promise<Response> | Response) =>
  Effect.promise(async () => {
    const response = await input
    return { status: response.status, text: await response.text() }
  })

describe("servers keep the key and stream to their users", () => {
  it.scopedLive("Express starts a run and streams its progress", () =>
    Effect.gen(function* () {
      const { urls } = yield* emulator
      const url = yield* serve(Express.makeApp(yield* lumnisOf(urls.lumnis)))
      const refused = yield* fetchText(fetch(`${url}/runs`, post({ prompt: " " })))
      assert.strictEqual(refused.status, 400)
      const started = yield* fetchText(fetch(`${url}/runs`, post({ prompt: "How is the market?" })))
      assert.strictEqual(started.status, 202)
      const { id } = JSON.parse(started.text)
      const events = yield* fetchText(fetch(`${url}/runs/${id}/events`))
      assert.match(events.text, /event: progress\n[\s\S]*event: completed\ndata: ".*market/i)
      const unknown = yield* fetchText(fetch(`${url}/runs/00000000-0000-4000-8000-000000000000/events`))
      assert.deepStrictEqual(unknown, { status: 404, text: `{"error":"NotFoundError"}` })
    })
  )

  it.scopedLive("Hono answers from the knowledge base and streams a chat", () =>
    Effect.gen(function* () {
      const { urls } = yield* emulator
      const lvng = yield* lvngOf(urls.lvng)
      yield* Effect.promise(() => lvng.knowledge.ingest({ title: "Pricing", content: "Widgets cost nine euros." }))
      const app = Hono.makeApp(lvng)
      const found = yield* fetchText(app.request("/answers?q=widgets"))
      assert.deepStrictEqual(found, { status: 200, text: "Widgets cost nine euros." })
      const chat = yield* fetchText(app.request("/chat", post({ message: "Hello there" })))
      assert.include(chat.text, "Hello there")
      const wrong = yield* fetchText(app.request("/answers?q="))
      assert.strictEqual(wrong.status, 400)
    })
  )

  it.scopedLive("a route handler of Next streams updates, and ends them when the browser leaves", () =>
    Effect.gen(function* () {
      const { urls } = yield* emulator
      const handle = Next.handler(yield* lumnisOf(urls.lumnis))
      const request = (body: object) => new Request("http://app.example/api/brief", post(body))
      const { text } = yield* fetchText(handle(request({ topic: "batteries" })))
      const lines = text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
      assert.deepStrictEqual(lines[0], { step: "started" })
      assert.include(lines.at(-1).text, "batteries")
      const refused = yield* fetchText(handle(request({})))
      assert.strictEqual(refused.status, 400)

      let ended = false
      const started = {
        _tag: "Started",
        responseId: "r1",
        threadId: "t1",
        state: "queued",
        message: undefined,
        output_text: null
      } as const
      const left = Next.handler(
        mockLumnis({
          invokeStream: async function* () {
            try {
              for (;;) yield started
            } finally {
              ended = true
            }
          }
        })
      )(request({ topic: "batteries" }))
      yield* Effect.promise(async () => {
        const reader = (await left).body?.getReader()
        await reader?.read()
        await reader?.cancel()
      })
      assert.isTrue(ended)
    })
  )

  it.scopedLive("HttpApi has the errors of the platform in its type", () =>
    Effect.gen(function* () {
      const { fault, urls } = yield* emulator
      const Server = HttpApiBuilder.serve().pipe(
        Layer.provide(MarketApi.ApiLive),
        Layer.provide(Lumnis.layer({ apiKey: "key", baseUrl: urls.lumnis, retry: false })),
        Layer.provide(NodeTransport.layer()),
        Layer.provideMerge(NodeHttpServer.layerTest)
      )
      yield* Effect.gen(function* () {
        const client = yield* HttpApiClient.make(MarketApi.Api)
        const { reasons } = yield* client.trends.ofTopic({ path: { topic: "batteries" } })
        assert.isArray(reasons)
        yield* fault({ match: { operation: "createResponse" }, status: 429, retryAfter: { seconds: 7 } })
        const busy = yield* Effect.flip(client.trends.ofTopic({ path: { topic: "batteries" } }))
        assert.deepInclude(busy, { _tag: "Busy", retryAfter: 7 })
      }).pipe(Effect.provide(Server))
    })
  )

  it.scopedLive("a worker asks without waiting, and accepts only signed webhooks", () =>
    Effect.gen(function* () {
      const { urls } = yield* emulator
      const env = { LUMNISAI_API_KEY: "key", LUMNISAI_BASE_URL: urls.lumnis, WEBHOOK_SECRET: "s3cret" }
      const call = (path: string, init?: RequestInit) =>
        fetchText(worker.fetch(new Request(`http://worker.example${path}`, init), env))
      const asked = yield* call("/ask", post({ prompt: "[fast] How is the market?" }))
      assert.strictEqual(asked.status, 202)
      const { text } = yield* Effect.repeat(call(`/ask/${JSON.parse(asked.text).id}`), {
        until: ({ text }) => JSON.parse(text).status === "succeeded"
      })
      assert.include(JSON.parse(text).text, "market")
      assert.strictEqual((yield* call("/ask/00000000-0000-4000-8000-000000000000")).status, 404)

      const body = JSON.stringify({ event: "message.received", data: {}, timestamp: new Date().toISOString() })
      const signature = createHmac("sha256", env.WEBHOOK_SECRET).update(body).digest("hex")
      const deliver = (signature: string) =>
        call("/webhook", { method: "POST", headers: { "x-webhook-signature": signature }, body })
      assert.strictEqual((yield* deliver(signature)).status, 204)
      assert.strictEqual((yield* deliver("0".repeat(64))).status, 401)
    })
  )
})
