import { describe, expect, it } from "@effect/vitest"
import { driven } from "@trilum/testing/harness"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Polling from "../src/Polling.js"

/** Looks that note their instants; each takes its time and gives its state. */
const looks = (script: ReadonlyArray<readonly [state: string, takes?: number]>) => {
  const at: Array<number> = []
  const poll = Effect.gen(function* () {
    const [state, takes = 0] = script[at.length] ?? ["beyond the script"]
    at.push(yield* Clock.currentTimeMillis)
    if (takes > 0) yield* Effect.sleep(takes)
    return state
  })
  return { at, poll }
}

const isTerminal = (state: string): boolean => state === "done" || state === "beyond the script"

describe("states", () => {
  it.effect("looks at exact instants, from start to start, and ends with the terminal state", () =>
    Effect.gen(function* () {
      const { at, poll } = looks([["queued"], ["running", 300], ["running", 999], ["done", 400]])
      const { exit } = yield* driven(Stream.runCollect(Polling.states({ poll, isTerminal, interval: 1000 })))
      expect(at).toEqual([0, 1000, 2000, 3000])
      expect(exit).toMatchObject({ _tag: "Success" })
      expect(exit._tag === "Success" && [...exit.value]).toEqual(["queued", "running", "running", "done"])
      expect(yield* TestClock.currentTimeMillis).toBe(3400)
    })
  )

  it.effect("a look the server held is followed at once", () =>
    Effect.gen(function* () {
      const { at, poll } = looks([["queued", 10_000], ["running", 1000], ["running", 200], ["done"]])
      yield* driven(Stream.runDrain(Polling.states({ poll, isTerminal, interval: "1 second" })))
      expect(at).toEqual([0, 10_000, 11_000, 12_000])
    })
  )

  it.effect("isChange leaves states out, but never the terminal one", () =>
    Effect.gen(function* () {
      const { poll } = looks([["a"], ["a"], ["b"], ["b"], ["a"], ["done"]])
      const { exit } = yield* driven(
        Stream.runCollect(
          Polling.states({ poll, isTerminal, interval: 10, isChange: (a, b) => a !== b && b !== "done" })
        )
      )
      expect(exit._tag === "Success" && [...exit.value]).toEqual(["a", "b", "a", "done"])
    })
  )

  it.effect("does not look before it is pulled, nor after it was closed", () =>
    Effect.gen(function* () {
      const { at, poll } = looks([["a"], ["b"], ["done"]])
      const { exit } = yield* driven(
        Stream.runCollect(Stream.take(Polling.states({ poll, isTerminal, interval: 10 }), 2))
      )
      expect(exit._tag === "Success" && [...exit.value]).toEqual(["a", "b"])
      expect(at).toEqual([0, 10])
    })
  )

  it.effect("a failing look fails the stream after the states before it", () =>
    Effect.gen(function* () {
      const { at, poll } = looks([["a"], ["b"]])
      const seen: Array<string> = []
      const failing = Effect.suspend(() => (at.length === 1 ? Effect.fail("lost" as const) : poll))
      const { exit } = yield* driven(
        Stream.runForEach(Polling.states({ poll: failing, isTerminal, interval: 10 }), (state) =>
          Effect.sync(() => seen.push(state))
        )
      )
      expect(seen).toEqual(["a"])
      expect(exit).toMatchObject({ cause: { error: "lost" } })
    })
  )
})

describe("untilTerminal", () => {
  it.effect("gives the terminal state, at the same instants", () =>
    Effect.gen(function* () {
      const { at, poll } = looks([["queued"], ["running", 2500], ["running", 100], ["done", 50]])
      const { exit } = yield* driven(Polling.untilTerminal({ poll, isTerminal, interval: 1000 }))
      expect(exit).toMatchObject({ _tag: "Success", value: "done" })
      expect(at).toEqual([0, 1000, 3500, 4500])
      expect(yield* TestClock.currentTimeMillis).toBe(4550)
    })
  )

  it.effect("interruption ends a wait", () =>
    Effect.gen(function* () {
      const { at, poll } = looks([["a"], ["b"]])
      const fiber = yield* Effect.fork(Polling.untilTerminal({ poll, isTerminal, interval: 1000 }))
      yield* TestClock.adjust(500)
      yield* Fiber.interrupt(fiber)
      yield* TestClock.adjust(5000)
      expect(at).toEqual([0])
    })
  )
})
