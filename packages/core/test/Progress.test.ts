import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as Console from "effect/Console"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as HashMap from "effect/HashMap"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Stream from "effect/Stream"
import * as Progress from "../src/Progress.js"

const recorder = () => {
  const states: Array<ReadonlyArray<number | string>> = []
  const listener: Progress.Listener = ({ done, status }) => {
    states.push([done, status])
  }
  return { states, listener }
}

const task = { phase: "upload", label: "a.txt", total: 6 }
const items = { phase: "run", label: "r1", unit: "items" } as const
const chunks = Stream.make(Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3, 4, 5, 6)).pipe(Stream.rechunk(1))

describe("Progress", () => {
  it.effect("nothing is reported and nothing is needed by default", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* Progress.Sink, Progress.silent)
      assert.isUndefined(yield* Progress.reporting(undefined))
      assert.strictEqual(yield* chunks.pipe(Progress.trackBytes(task), Stream.runCount), 3)
    })
  )

  it.effect("the inner of two sinks wins, and the listener of a call gets the same states as the sink", () =>
    Effect.gen(function* () {
      const outer = recorder()
      const inner = recorder()
      const own = recorder()
      const work = Progress.track(items, ({ advance }) => advance(1), own.listener)
      yield* Effect.zipRight(work, Progress.withSink(inner.listener)(work)).pipe(
        Effect.provide(Progress.layer(outer.listener))
      )
      const expected = [
        [0, "running"],
        [1, "running"],
        [1, "succeeded"]
      ]
      assert.deepStrictEqual(outer.states, expected)
      assert.deepStrictEqual(inner.states, expected)
      assert.deepStrictEqual(own.states, [...expected, ...expected])
    })
  )

  it.effect("a state names its task, and two tasks have two ids", () =>
    Effect.gen(function* () {
      const states: Array<Progress.Progress> = []
      const work = Progress.track(
        { ...items, total: 2 },
        ({ advance }) => advance(1, "searching"),
        (progress) => {
          states.push(progress)
        }
      )
      yield* work
      yield* work
      const [start, step, end, next] = states
      const id = start?.id ?? ""
      const common = { id, ...items, total: 2 }
      assert.deepStrictEqual(start, { ...common, done: 0, status: "running", message: "run r1" })
      assert.deepStrictEqual(step, { ...common, done: 1, status: "running", message: "searching" })
      assert.deepStrictEqual(end, { ...common, done: 1, status: "succeeded", message: "run r1 succeeded" })
      assert.notStrictEqual(next?.id, id)
    })
  )

  it.effect("a promise and an effect of a sink end before the work continues", () =>
    Effect.gen(function* () {
      const order: Array<string> = []
      const sinks: ReadonlyArray<Progress.Listener> = [
        () => Promise.resolve().then(() => order.push("sink")),
        () =>
          Effect.zipRight(
            Effect.yieldNow(),
            Effect.sync(() => order.push("sink"))
          )
      ]
      for (const sink of sinks) {
        order.length = 0
        yield* Progress.track(items, () => Effect.sync(() => order.push("work")), sink)
        assert.deepStrictEqual(order, ["sink", "work", "sink"])
      }
    })
  )

  it.effect("a sink that fails, dies, throws, rejects or interrupts never fails the work, nor logs a secret", () =>
    Effect.gen(function* () {
      const logged: Array<string> = []
      const logger = Logger.make(({ annotations, logLevel, message }) => {
        logged.push(`${logLevel.label} ${inspect([message, HashMap.toEntries(annotations)], { depth: 9 })}`)
      })
      const sinks: ReadonlyArray<Progress.Listener> = [
        () => Effect.fail("no"),
        () => Effect.die(new Error("token=canary-1234")),
        () => Effect.interrupt,
        () => Promise.reject(new Error("Bearer canary-0123456789abcdef")),
        () => {
          throw new Error("Bearer canary-0123456789abcdef")
        }
      ]
      for (const sink of sinks) {
        const before = logged.length
        const work = chunks.pipe(
          Progress.trackBytes(task),
          Stream.runFold(0, (n, bytes) => n + bytes.length)
        )
        const result = yield* Progress.track(items, () => work).pipe(
          Progress.withSink(sink),
          Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
          Logger.withMinimumLogLevel(LogLevel.Debug)
        )
        assert.strictEqual(result, 6)
        assert.isAbove(logged.length, before)
      }
      assert.isTrue(logged.every((line) => line.startsWith("DEBUG")))
      assert.notInclude(logged.join(), "canary")
    })
  )

  it.effect("`true` writes each message once to stderr", () =>
    Effect.gen(function* () {
      const lines: Array<unknown> = []
      const original = yield* Console.consoleWith(Effect.succeed)
      const console: Console.Console = { ...original, error: (...args) => Effect.sync(() => void lines.push(...args)) }
      yield* Progress.track(
        items,
        ({ advance }) => advance(1, "planning").pipe(Effect.zipRight(advance(1)), Effect.zipRight(advance(1, "done"))),
        true
      ).pipe(Effect.withConsole(console))
      assert.deepStrictEqual(lines, ["run r1", "planning", "done", "run r1 succeeded"])
    })
  )
})

describe("trackBytes", () => {
  it.effect("counts the bytes the consumer takes, in order, and passes them on unchanged", () =>
    Effect.gen(function* () {
      const { listener, states } = recorder()
      const bytes = yield* chunks.pipe(
        Progress.trackBytes(task),
        Stream.runFold<ReadonlyArray<number>, Uint8Array>([], (all, bytes) => [...all, ...bytes]),
        Progress.withSink(listener)
      )
      assert.deepStrictEqual(bytes, [1, 2, 3, 4, 5, 6])
      assert.deepStrictEqual(states, [
        [0, "running"],
        [2, "running"],
        [6, "running"],
        [6, "succeeded"]
      ])
    })
  )

  it.effect("a stream that is left early ends as interrupted, and one that fails as failed", () =>
    Effect.gen(function* () {
      const early = recorder()
      yield* chunks.pipe(Progress.trackBytes(task, early.listener), Stream.take(1), Stream.runDrain)
      assert.deepStrictEqual(early.states.at(-1), [2, "interrupted"])
      const failing = recorder()
      const exit = yield* Stream.concat(chunks, Stream.fail("reset")).pipe(
        Progress.trackBytes(task, failing.listener),
        Stream.runDrain,
        Effect.exit
      )
      assert.deepStrictEqual(exit, Exit.fail("reset"))
      assert.deepStrictEqual(failing.states.at(-1), [6, "failed"])
    })
  )

  it.effect("a second run of the same stream counts from zero", () =>
    Effect.gen(function* () {
      const { listener, states } = recorder()
      const tracked = chunks.pipe(Progress.trackBytes(task, listener))
      yield* Effect.zipRight(Stream.runDrain(tracked), Stream.runDrain(Stream.take(tracked, 1)))
      assert.deepStrictEqual(
        states.filter(([, status]) => status !== "running"),
        [
          [6, "succeeded"],
          [2, "interrupted"]
        ]
      )
    })
  )
})

describe("track", () => {
  it.effect("ends with the outcome of the work", () =>
    Effect.gen(function* () {
      const { listener, states } = recorder()
      const track = <A, E>(work: Effect.Effect<A, E>) => Progress.track(items, () => work, listener)
      assert.strictEqual(yield* track(Effect.succeed(1)), 1)
      assert.strictEqual(yield* Effect.flip(track(Effect.fail("no"))), "no")
      const started = yield* Deferred.make<void>()
      const fiber = yield* Effect.fork(track(Effect.zipRight(Deferred.succeed(started, undefined), Effect.never)))
      yield* Deferred.await(started)
      yield* Fiber.interrupt(fiber)
      assert.deepStrictEqual(
        states.map(([, status]) => status).filter((status) => status !== "running"),
        ["succeeded", "failed", "interrupted"]
      )
    })
  )

  it.effect("bytes counted outside effects are complete at the end", () =>
    Effect.gen(function* () {
      const { listener, states } = recorder()
      const MiB = 1024 * 1024
      yield* Progress.track(
        { phase: "check", label: "a", unit: "bytes" },
        ({ add }) =>
          Effect.sync(() => {
            add(3 * MiB)
            add(MiB)
          }),
        listener
      )
      assert.deepStrictEqual(states.at(-1), [4 * MiB, "succeeded"])
    })
  )
})
