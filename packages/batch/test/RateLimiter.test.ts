import * as HttpClient from "@effect/platform/HttpClient"
import { assert, it } from "@effect/vitest"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Queue from "../src/Queue.js"
import * as RateLimiter from "../src/RateLimiter.js"
import { onEveryDatabase, until } from "./support/engine.js"

onEveryDatabase("the rate limiter", (on) => {
  it.live("keeps three workers together within 5 % of the rate of their tenant", () =>
    on(
      Effect.gen(function* () {
        const queue = yield* Queue.Queue
        yield* queue.setLimit("default", { platform: "test", perSecond: 50, running: null })
        const times: Array<number> = []
        const limiters = yield* Effect.all(Array.from({ length: 3 }, () => RateLimiter.make()))
        yield* Effect.forEach(
          Array.from({ length: 150 }, (_, index) => limiters[index % 3]),
          (limiter) =>
            limiter === undefined
              ? Effect.void
              : Effect.zipRight(
                  limiter.acquire("test"),
                  Effect.sync(() => void times.push(performance.now()))
                ),
          { concurrency: 30, discard: true }
        )
        // A rate that was not used before makes up for a quarter of a second at first.
        const steady = times.slice(30)
        const seconds = ((steady.at(-1) ?? 0) - (steady[0] ?? 0)) / 1000
        assert.approximately((steady.length - 1) / seconds, 50, 2.5)
      })
    )
  )

  it.live("holds the requests of every worker when the platform asks one of them to wait", () =>
    on(
      Effect.gen(function* () {
        const [first, second] = yield* Effect.all([
          RateLimiter.make({ refreshInterval: 20 }),
          RateLimiter.make({ refreshInterval: 20 })
        ])
        const queue = yield* Queue.Queue
        yield* first.observe("test", 429, { "retry-after": "1" })
        yield* until(Effect.map(queue.limits("default"), ([limit]) => (limit?.pause ?? 0) > 0))
        yield* Effect.sleep(100)
        const before = performance.now()
        yield* Effect.all([first.acquire("test"), second.acquire("test"), second.acquire("other")], { concurrency: 3 })
        assert.isAbove(performance.now() - before, 500)
      })
    )
  )

  it.live("waits for the next window when an answer says that nothing remains", () =>
    on(
      Effect.gen(function* () {
        const limiter = yield* RateLimiter.make()
        const reset = new Date(Date.now() + 400).toISOString()
        yield* limiter.observe("test", 200, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset })
        const before = Date.now()
        yield* limiter.acquire("test")
        assert.isAtLeast(Date.now() - before, 300)
      })
    )
  )

  it.live("counts every request of a client, retries included", () =>
    on(
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() => FaultServer.json({}))
        const queue = yield* Queue.Queue
        yield* queue.setLimit("default", { platform: "test", perSecond: 20, running: null })
        const before = performance.now()
        yield* Effect.forEach(
          Array.from({ length: 16 }),
          () => Effect.flatMap(HttpClient.HttpClient, (client) => Effect.scoped(client.get(server.url))),
          { concurrency: 16, discard: true }
        ).pipe(
          Effect.provide(
            Layer.provide(RateLimiter.httpClient("test"), Layer.merge(DefaultTransport.layer, RateLimiter.layer()))
          )
        )
        assert.isAtLeast(performance.now() - before, 450)
        assert.strictEqual(server.requests.length, 16)
      })
    )
  )
})
