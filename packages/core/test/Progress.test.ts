import { inspect } from "node:util"
import { describe, expect, it } from "@effect/vitest"
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
  const calls: Array<ReadonlyArray<unknown>> = []
  const sink: Progress.Sink = {
    start: (task) => Effect.sync(() => calls.push(["start", task.id, task.total, task.unit])),
    advance: (id, amount) => Effect.sync(() => calls.push(["advance", id, amount])),
    finish: (id, outcome) => Effect.sync(() => calls.push(["finish", id, outcome]))
  }
  return { calls, sink }
}

const task = { id: "t", label: "Upload", total: 6, unit: "bytes" } as const
const chunks = Stream.make(Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3, 4, 5, 6)).pipe(Stream.rechunk(1))

describe("Progress", () => {
  it.effect("is silent and needs nothing by default", () =>
    Effect.gen(function* () {
      const progress = yield* Progress.Progress
      expect(progress).toBe(Progress.silent)
      yield* progress.start(task)
      yield* progress.advance("t", 1)
      yield* progress.finish("t", "succeeded")
      expect(yield* chunks.pipe(Progress.trackBytes(task), Stream.runCount)).toBe(3)
    })
  )

  it.effect("a layer and withSink choose the sink, the inner one wins", () =>
    Effect.gen(function* () {
      const outer = recorder()
      const inner = recorder()
      const work = Effect.flatMap(Progress.Progress, (progress) => progress.advance("t", 1))
      yield* Effect.zipRight(work, Progress.withSink(inner.sink)(work)).pipe(Effect.provide(Progress.layer(outer.sink)))
      expect(outer.calls).toStrictEqual([["advance", "t", 1]])
      expect(inner.calls).toStrictEqual([["advance", "t", 1]])
    })
  )

  it.effect(
    "a sink that fails, dies, throws or interrupts never fails the work, and its error is logged without secrets",
    () =>
      Effect.gen(function* () {
        const logged: Array<string> = []
        const logger = Logger.make(({ annotations, logLevel, message }) => {
          logged.push(`${logLevel.label} ${inspect([message, HashMap.toEntries(annotations)], { depth: 9 })}`)
        })
        const sinks: ReadonlyArray<Progress.Sink> = [
          { start: () => Effect.fail("no"), advance: () => Effect.fail("no"), finish: () => Effect.fail("no") },
          {
            start: () => Effect.die(new Error("token=canary-1234")),
            advance: () => Effect.interrupt,
            finish: () => {
              throw new Error("Bearer canary-0123456789abcdef")
            }
          }
        ]
        for (const sink of sinks) {
          const result = yield* chunks.pipe(
            Progress.trackBytes(task),
            Stream.runFold(0, (n, bytes) => n + bytes.length),
            Progress.track({ id: "all", label: "All", unit: "items" }),
            Progress.withSink(sink),
            Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
            Logger.withMinimumLogLevel(LogLevel.Debug)
          )
          expect(result).toBe(6)
        }
        expect(logged.length).toBeGreaterThan(0)
        expect(logged.every((line) => line.startsWith("DEBUG"))).toBe(true)
        expect(logged.join()).not.toContain("canary")
      })
  )
})

describe("trackBytes", () => {
  it.effect("counts the bytes the consumer takes, in order, and passes them on unchanged", () =>
    Effect.gen(function* () {
      const { calls, sink } = recorder()
      const bytes = yield* chunks.pipe(
        Progress.trackBytes(task),
        Stream.runFold<ReadonlyArray<number>, Uint8Array>([], (all, bytes) => [...all, ...bytes]),
        Progress.withSink(sink)
      )
      expect(bytes).toStrictEqual([1, 2, 3, 4, 5, 6])
      expect(calls).toStrictEqual([
        ["start", "t", 6, "bytes"],
        ["advance", "t", 2],
        ["advance", "t", 4],
        ["finish", "t", "succeeded"]
      ])
    })
  )

  it.effect("a stream that is left early finishes as interrupted, and one that fails as failed", () =>
    Effect.gen(function* () {
      const early = recorder()
      yield* chunks.pipe(Progress.trackBytes(task), Stream.take(1), Stream.runDrain, Progress.withSink(early.sink))
      expect(early.calls.at(-1)).toStrictEqual(["finish", "t", "interrupted"])
      const failing = recorder()
      const exit = yield* Stream.concat(chunks, Stream.fail("reset")).pipe(
        Progress.trackBytes(task),
        Stream.runDrain,
        Progress.withSink(failing.sink),
        Effect.exit
      )
      expect(exit).toStrictEqual(Exit.fail("reset"))
      expect(failing.calls.at(-1)).toStrictEqual(["finish", "t", "failed"])
    })
  )

  it.effect("each run of the same stream is a task of its own", () =>
    Effect.gen(function* () {
      const { calls, sink } = recorder()
      const tracked = chunks.pipe(Progress.trackBytes(task))
      yield* Effect.zipRight(Stream.runDrain(tracked), Stream.runDrain(Stream.take(tracked, 1))).pipe(
        Progress.withSink(sink)
      )
      expect(calls.filter(([name]) => name === "finish")).toStrictEqual([
        ["finish", "t", "succeeded"],
        ["finish", "t", "interrupted"]
      ])
    })
  )
})

describe("track", () => {
  it.effect("finishes with the outcome of the work", () =>
    Effect.gen(function* () {
      const { calls, sink } = recorder()
      const track = Progress.track({ id: "t", label: "Work", unit: "items" })
      expect(yield* Effect.succeed(1).pipe(track, Progress.withSink(sink))).toBe(1)
      expect(yield* Effect.fail("no").pipe(track, Progress.withSink(sink), Effect.flip)).toBe("no")
      const started = yield* Deferred.make<void>()
      const fiber = yield* Effect.zipRight(Deferred.succeed(started, undefined), Effect.never).pipe(
        track,
        Progress.withSink(sink),
        Effect.fork
      )
      yield* Deferred.await(started)
      yield* Fiber.interrupt(fiber)
      expect(calls.filter(([name]) => name === "finish").map(([, , outcome]) => outcome)).toStrictEqual([
        "succeeded",
        "failed",
        "interrupted"
      ])
    })
  )
})
