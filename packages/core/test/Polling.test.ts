import { assert, describe, it } from "@effect/vitest"
import { driven } from "@trilum/testing/harness"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { ServerError } from "../src/ApiError.js"
import * as Polling from "../src/Polling.js"

/** Polls that note their instants; each takes its time and gives its state. */
const polls = (script: ReadonlyArray<readonly [state: string, takes?: number]>) => {
  const at: Array<number> = []
  const poll = Effect.gen(function* () {
    const [state, takes = 0] = script[at.length] ?? ["beyond the script"]
    at.push(yield* Clock.currentTimeMillis)
    if (takes > 0) yield* Effect.sleep(takes)
    return state
  })
  return { at, poll }
}

const defaults = {
  interval: 1000,
  deadline: undefined,
  isTerminal: (state: string): boolean => state === "done" || state === "beyond the script",
  subject: "job 7",
  statusOf: (state: string) => state,
  operation: {
    platform: "acme",
    id: "getJob",
    method: "GET",
    path: "/jobs/{id}",
    resource: "jobs",
    name: "get"
  } as const,
  details: { jobId: "7", hint: "Poll it again." }
}

const isChange = (state: string, previous: string | undefined): boolean => state !== previous

const valueOf = <A, E>(exit: Exit.Exit<A, E>): A => Exit.getOrElse(exit, () => assert.fail("the effect failed"))

describe("states", () => {
  it.effect("polls at exact instants, from start to start, and ends with the terminal state", () =>
    Effect.gen(function* () {
      const { at, poll } = polls([["queued"], ["running", 300], ["running", 999], ["done", 400]])
      const { exit } = yield* driven(Stream.runCollect(Polling.states({ ...defaults, poll })))
      assert.deepStrictEqual(at, [0, 1000, 2000, 3000])
      assert.deepStrictEqual([...valueOf(exit)], ["queued", "running", "running", "done"])
      assert.strictEqual(yield* TestClock.currentTimeMillis, 3400)
    })
  )

  it.effect("a poll that took longer than the interval is followed at once", () =>
    Effect.gen(function* () {
      const { at, poll } = polls([["queued", 10_000], ["running", 1000], ["running", 200], ["done"]])
      yield* driven(Stream.runDrain(Polling.states({ ...defaults, poll })))
      assert.deepStrictEqual(at, [0, 10_000, 11_000, 12_000])
    })
  )

  it.effect("states without news are not emitted, but the terminal one always is", () =>
    Effect.gen(function* () {
      const { poll } = polls([["a"], ["a"], ["b"], ["b"], ["a"], ["done"]])
      const options = { ...defaults, poll, interval: 10, isChange: () => false }
      assert.deepStrictEqual([...valueOf((yield* driven(Stream.runCollect(Polling.states(options)))).exit)], ["done"])
      const second = polls([["a"], ["a"], ["b"], ["b"], ["a"], ["done"]])
      const { exit } = yield* driven(
        Stream.runCollect(Polling.states({ ...options, poll: second.poll, isChange, initial: "a" }))
      )
      assert.deepStrictEqual([...valueOf(exit)], ["b", "a", "done"])
    })
  )

  it.effect("after news a poll that the server holds follows at once, without news after the interval", () =>
    Effect.gen(function* () {
      const { at, poll } = polls([["a", 200], ["b", 300], ["c", 300], ["c", 10], ["d", 30], ["done"]])
      yield* driven(Stream.runDrain(Polling.states({ ...defaults, poll, isChange, isHeld: () => true })))
      assert.deepStrictEqual(at, [0, 200, 500, 800, 1800, 1900])
    })
  )

  it.effect("does not poll before it is pulled, nor after it was closed", () =>
    Effect.gen(function* () {
      const { at, poll } = polls([["a"], ["b"], ["done"]])
      const { exit } = yield* driven(
        Stream.runCollect(Stream.take(Polling.states({ ...defaults, poll, interval: 10 }), 2))
      )
      assert.deepStrictEqual([...valueOf(exit)], ["a", "b"])
      assert.deepStrictEqual(at, [0, 10])
    })
  )

  it.effect("a poll that fails ends the stream after the states before it, and carries the ids to continue with", () =>
    Effect.gen(function* () {
      const { at, poll } = polls([["a"], ["b"]])
      const seen: Array<string> = []
      const failing = Effect.suspend(() =>
        at.length === 1 ? Effect.fail(new ServerError({ platform: "acme", status: 500, message: "down" })) : poll
      )
      const { exit } = yield* driven(
        Effect.flip(
          Stream.runForEach(Polling.states({ ...defaults, poll: failing, interval: 10 }), (state) =>
            Effect.sync(() => seen.push(state))
          )
        )
      )
      assert.deepStrictEqual(seen, ["a"])
      const error = valueOf(exit)
      assert.strictEqual(error._tag, "ServerError")
      assert.deepStrictEqual(
        [error.message, error.status, error.jobId, error.hint],
        ["down", 500, "7", "Poll it again."]
      )
    })
  )
})

describe("last", () => {
  it.effect("gives the terminal state, at the same instants, and reports states on the way", () =>
    Effect.gen(function* () {
      const { at, poll } = polls([["queued"], ["running", 2500], ["running", 100], ["done", 50]])
      const seen: Array<string> = []
      const { exit } = yield* driven(
        Polling.last({ ...defaults, poll, isChange }, (state) => Effect.sync(() => void seen.push(state)))
      )
      assert.strictEqual(valueOf(exit), "done")
      assert.deepStrictEqual(seen, ["queued", "running", "done"])
      assert.deepStrictEqual(at, [0, 1000, 3500, 4500])
      assert.strictEqual(yield* TestClock.currentTimeMillis, 4550)
    })
  )

  it.effect("an interruption ends the wait", () =>
    Effect.gen(function* () {
      const { at, poll } = polls([["a"], ["b"]])
      const fiber = yield* Effect.fork(Polling.last({ ...defaults, poll }))
      yield* TestClock.adjust(500)
      yield* Fiber.interrupt(fiber)
      yield* TestClock.adjust(5000)
      assert.deepStrictEqual(at, [0])
    })
  )
})

describe("deadlines", () => {
  const ways = {
    last: (options: Polling.PollOptions<string, never, never>) => Polling.last(options),
    states: (options: Polling.PollOptions<string, never, never>) => Stream.runDrain(Polling.states(options))
  }
  for (const [what, script, lastStatus] of [
    ["a sleep between polls", [["queued"], ["running"]], "running"],
    ["a poll under way", [["queued"], ["running", 9000]], "queued"]
  ] as const) {
    for (const [way, wait] of Object.entries(ways)) {
      it.effect(`${way}: end ${what} exactly, name the last status and the ids to continue with`, () =>
        Effect.gen(function* () {
          const { poll } = polls(script)
          const { exit } = yield* driven(Effect.flip(wait({ ...defaults, poll, deadline: 1500 })))
          const error = valueOf(exit)
          assert.strictEqual(yield* Clock.currentTimeMillis, 1500)
          assert.strictEqual(error._tag, "WaitTimeoutError")
          assert.deepStrictEqual(
            [error.subject, error.jobId, error.operation, error.elapsed, error.hint, error.lastStatus],
            ["job 7", "7", "getJob", 1500, "Poll it again.", lastStatus]
          )
          assert.strictEqual(error.message, `job 7 is not finished after 1s 500ms (status ${lastStatus})`)
        })
      )
    }
  }

  it.effect("count from `since`; one that has passed sends nothing", () =>
    Effect.gen(function* () {
      yield* TestClock.adjust(2000)
      const { at, poll } = polls([["queued"]])
      const error = yield* Effect.flip(Polling.last({ ...defaults, poll, deadline: 2000, since: 0 }))
      assert.strictEqual(error._tag, "WaitTimeoutError")
      assert.isUndefined(error.lastStatus)
      assert.deepStrictEqual(at, [])
    })
  )

  it.effect("that are no durations are refused by name", () =>
    Effect.gen(function* () {
      const of = (options: object) => Polling.limits(defaults.operation, options, { interval: "2 seconds" })
      assert.deepStrictEqual(yield* of({}), { interval: 2000, deadline: undefined })
      assert.deepStrictEqual(yield* of({ pollInterval: 5, deadline: "1 minute" }), { interval: 5, deadline: 60_000 })
      for (const [options, name] of [
        [{ pollInterval: "soon" }, "pollInterval"],
        [{ pollInterval: Infinity }, "pollInterval"],
        [{ deadline: "soon" }, "deadline"]
      ] as const) {
        const error = yield* Effect.flip(of(options))
        assert.deepStrictEqual([error._tag, error.operation, error.attempts], ["ValidationError", "getJob", 0])
        assert.match(error.message, new RegExp(`^jobs.get: ${name} is not a duration`))
      }
    })
  )
})
