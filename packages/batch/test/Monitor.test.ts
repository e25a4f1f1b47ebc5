import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Batch from "../src/Batch.js"
import * as Monitor from "../src/Monitor.js"
import * as Worker from "../src/Worker.js"
import { all, double, engine, inputs, platform, worker } from "./support/engine.js"

const read = (url: string, init?: RequestInit) =>
  Effect.promise(async () => {
    const response = await fetch(url, init)
    return { status: response.status, type: response.headers.get("content-type") ?? "", body: await response.text() }
  })

const monitored = Effect.gen(function* () {
  const at = platform()
  const job = double(at)
  const batches = yield* Batch.Batch
  const { id } = yield* batches.submit(job, inputs(3), { id: "<b>" })
  const own = yield* worker({ jobs: [job] })
  const { url } = yield* Effect.provideService(Monitor.make({ port: 0 }), Worker.Worker, own)
  yield* all(id)
  return { own, url }
})

describe("the monitor of a worker", () => {
  it.live("is live and ready while the worker runs, and not ready once it stops", () =>
    Effect.gen(function* () {
      const { own, url } = yield* monitored
      assert.strictEqual((yield* read(`${url}/livez`)).status, 200)
      assert.strictEqual((yield* read(`${url}/readyz`)).status, 200)
      yield* own.stop
      assert.strictEqual((yield* read(`${url}/livez`)).status, 200)
      assert.strictEqual((yield* read(`${url}/readyz`)).status, 503)
    }).pipe(Effect.scoped, Effect.provide(engine()))
  )

  it.live("shows counters and histograms in the format of Prometheus", () =>
    Effect.gen(function* () {
      const { url } = yield* monitored
      const { body, type } = yield* read(`${url}/metrics`)
      assert.match(type, /version=0\.0\.4/)
      assert.match(body, /^# TYPE trilum_items_total counter$/m)
      assert.match(body, /^trilum_items_total\{end="succeeded"\} \d+$/m)
      assert.match(body, /^trilum_item_seconds_bucket\{le="\+Inf"\} \d+$/m)
      for (const line of body.trimEnd().split("\n"))
        assert.match(line, /^(?:# (?:HELP|TYPE) \w+ .*|\w+(?:\{.*\})? \S+)$/)
    }).pipe(Effect.scoped, Effect.provide(engine()))
  )

  it.live("emits the state of the batches, and neither payloads nor outputs", () =>
    Effect.gen(function* () {
      const { url } = yield* monitored
      const first = yield* Effect.promise(async () => {
        const controller = new AbortController()
        const response = await fetch(`${url}/events`, { signal: controller.signal })
        const reader = response.body?.getReader()
        const chunk = await reader?.read()
        controller.abort()
        return new TextDecoder().decode(chunk?.value)
      })
      const { batches } = JSON.parse(first.slice("data: ".length)) as { readonly batches: ReadonlyArray<Batch.Status> }
      assert.deepInclude(batches[0], { id: "<b>", total: 3 })
      assert.notInclude(first, "result")
      const page = yield* read(url)
      assert.match(page.type, /text\/html/)
    }).pipe(Effect.scoped, Effect.provide(engine()))
  )

  it.live("changes nothing, and closes while a page is open", () =>
    Effect.gen(function* () {
      const { url } = yield* monitored
      assert.strictEqual((yield* read(url, { method: "POST" })).status, 405)
      assert.strictEqual((yield* read(`${url}/other`)).status, 404)
      yield* Effect.promise(() => fetch(`${url}/events`))
    }).pipe(Effect.scoped, Effect.provide(engine()))
  )
})
