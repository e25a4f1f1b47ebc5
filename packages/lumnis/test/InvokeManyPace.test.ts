import { assert, describe, it } from "@effect/vitest"
import type { ObservedAnswer } from "@trilum/core/ApiClient"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import { createResponse } from "../src/generated/responses.js"
import * as Pace from "../src/internal/pace.js"

describe("places of a batch", () => {
  const answer = (status: number, at: number): ObservedAnswer => ({
    operation: { ...createResponse },
    status,
    headers: {},
    at
  })

  it("are halved on 429 and 503 once a second, down to one, and grow by one a round up to the limit", () => {
    const pace = Pace.make({ concurrency: 16, adaptive: true })
    pace.onAnswer(answer(429, 0))
    pace.onAnswer(answer(503, 999))
    assert.strictEqual(pace.limit(), 8)
    for (let second = 1; second <= 9; second++) pace.onAnswer(answer(503, second * 1000))
    assert.strictEqual(pace.limit(), 1)
    pace.onAnswer(answer(200, 9001))
    assert.strictEqual(pace.limit(), 2)
    for (let n = 0; n < 3; n++) pace.onAnswer(answer(200, 9002))
    assert.strictEqual(pace.limit(), 3)
    for (let n = 0; n < 1000; n++) pace.onAnswer(answer(200, 9003))
    assert.strictEqual(pace.limit(), 16)
    pace.onAnswer(answer(500, 20_000))
    assert.strictEqual(pace.limit(), 16)
  })

  it("stay as they are when told so", () => {
    const pace = Pace.make({ concurrency: 16, adaptive: false })
    pace.onAnswer(answer(429, 0))
    assert.strictEqual(pace.limit(), 16)
  })

  it.effect("wait for a free one, and are handed on", () =>
    Effect.gen(function* () {
      const pace = Pace.make({ concurrency: 1, adaptive: true })
      const first = yield* Deferred.make<void>()
      const one = yield* Effect.fork(pace.run(Deferred.await(first)))
      const second = yield* Effect.fork(pace.run(Effect.void))
      yield* Effect.yieldNow()
      assert.isNull(yield* Fiber.poll(second).pipe(Effect.map(Option.getOrNull)))
      yield* Deferred.succeed(first, undefined)
      yield* Fiber.join(one)
      yield* Fiber.join(second)
    })
  )
})
