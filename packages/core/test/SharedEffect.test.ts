import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as FiberId from "effect/FiberId"
import type * as Scheduler from "effect/Scheduler"
import * as SharedEffect from "../src/SharedEffect.js"

const kinds = { inFlight: SharedEffect.inFlight, once: SharedEffect.once }

/** Runs fibers until the operation number `at`, yields there, and goes on when told to. */
const stoppingAt = (at: number) => {
  const tasks: Array<() => void> = []
  let operations = 0
  let stopped = false
  const scheduler: Scheduler.Scheduler = {
    shouldYield: () => {
      operations += 1
      if (operations !== at) return false
      stopped = true
      return 0
    },
    scheduleTask: (task) => void tasks.push(task)
  }
  const run = (isOver: () => boolean): void => {
    while (!isOver()) {
      const task = tasks.shift()
      if (task === undefined) return
      task()
    }
  }
  return { isStopped: () => stopped, run, scheduler }
}

/** Interrupts the first caller at one operation, then asks a second time. */
const interruptedAt = (kind: keyof typeof kinds, at: number) => {
  const { isStopped, run, scheduler } = stoppingAt(at)
  let runs = 0
  const shared = kinds[kind](
    Effect.zipRight(
      Effect.yieldNow(),
      Effect.sync(() => ++runs)
    )
  )
  const first = Effect.runFork(shared, { scheduler })
  run(isStopped)
  const reached = isStopped()
  first.unsafeInterruptAsFork(FiberId.none)
  run(() => false)
  const second = Effect.runFork(shared, { scheduler })
  run(() => false)
  return { reached, first: first.unsafePoll(), second: second.unsafePoll(), runs }
}

describe("SharedEffect", () => {
  for (const kind of ["inFlight", "once"] as const) {
    it(`${kind}: an interruption at any yield of the first caller leaves the second with a value`, () => {
      let interrupted = 0
      for (let at = 1; ; at++) {
        const { first, reached, runs, second } = interruptedAt(kind, at)
        if (!reached) break
        assert.isNotNull(first, `the first caller hangs, interrupted at operation ${at}`)
        assert.isTrue(second !== null && Exit.isSuccess(second), `no value for the second, interrupted at ${at}`)
        assert.isAtMost(runs, kind === "once" ? 1 : 2)
        if (first !== null && Exit.isInterrupted(first)) interrupted += 1
      }
      assert.isAbove(interrupted, 5)
    })

    it.effect(`${kind}: callers share one run, and an interrupted one takes nothing from the others`, () =>
      Effect.gen(function* () {
        const release = yield* Deferred.make<void>()
        let runs = 0
        const shared = kinds[kind](
          Effect.zipRight(
            Deferred.await(release),
            Effect.sync(() => ++runs)
          )
        )
        const [leaving, ...staying] = yield* Effect.forEach([1, 2, 3], () => Effect.fork(shared))
        yield* Effect.yieldNow()
        if (leaving !== undefined) yield* Fiber.interrupt(leaving)
        yield* Deferred.succeed(release, undefined)
        assert.deepStrictEqual(yield* Effect.forEach(staying, Fiber.join), [1, 1])
        assert.strictEqual(yield* shared, kind === "once" ? 1 : 2)
      })
    )

    it.effect(`${kind}: a failure reaches every caller and is not kept`, () =>
      Effect.gen(function* () {
        let runs = 0
        const shared = kinds[kind](Effect.suspend(() => (++runs === 1 ? Effect.fail("down") : Effect.succeed("up"))))
        const exits = yield* Effect.all([Effect.exit(shared), Effect.exit(shared)], { concurrency: "unbounded" })
        assert.deepStrictEqual(exits, [Exit.fail("down"), Exit.fail("down")])
        assert.strictEqual(yield* shared, "up")
      })
    )
  }
})
