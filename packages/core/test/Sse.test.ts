import { describe, expect, it } from "@effect/vitest"
import * as Chunk from "effect/Chunk"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Queue from "effect/Queue"
import * as Ref from "effect/Ref"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import { isTrilumError, ValidationError } from "../src/ApiError.js"
import * as Parser from "../src/internal/sseParser.js"
import * as Sse from "../src/Sse.js"

const utf8 = new TextEncoder()
const bytes = (...parts: ReadonlyArray<string | ReadonlyArray<number>>): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...utf8.encode(part)] : part)))

const options = { onIdle: () => "idle" as const, onCut: () => "cut" as const }

const decodeChunks = (chunks: Iterable<Uint8Array>): ReadonlyArray<Sse.SseEvent> =>
  Effect.runSync(
    Stream.fromIterable(chunks).pipe(
      Stream.rechunk(1),
      Sse.decode(options),
      Stream.runCollect,
      Effect.map(Chunk.toReadonlyArray)
    )
  )

const split = (all: Uint8Array, cuts: ReadonlyArray<number>): ReadonlyArray<Uint8Array> => {
  const at = [...new Set(cuts.map((cut) => cut % (all.length + 1)))].sort((a, b) => a - b)
  return [...at, all.length].map((end, i) => all.subarray(i === 0 ? 0 : at[i - 1], end))
}

const parseBytewise = (all: Uint8Array): ReadonlyArray<Sse.SseEvent> => {
  const parser = Parser.make(undefined)
  for (const byte of all) parser.push(Uint8Array.of(byte))
  return parser.take()
}

const everySplit = (all: Uint8Array): ReadonlyArray<ReadonlyArray<Sse.SseEvent>> => [
  decodeChunks([all]),
  decodeChunks(Array.from(all, (byte) => Uint8Array.of(byte))),
  ...Array.from({ length: all.length }, (_, i) => decodeChunks(split(all, [i])))
]

const cases: ReadonlyArray<readonly [string, Uint8Array, ReadonlyArray<Sse.SseEvent>]> = [
  [
    "LF",
    bytes("data: a\n\ndata: b\n\n"),
    [
      { event: "message", data: "a" },
      { event: "message", data: "b" }
    ]
  ],
  [
    "CRLF",
    bytes("data: a\r\n\r\nevent: x\r\ndata: b\r\n\r\n"),
    [
      { event: "message", data: "a" },
      { event: "x", data: "b" }
    ]
  ],
  [
    "CR, the last one at the end of the bytes",
    bytes("data: a\r\rdata: b\r\r"),
    [
      { event: "message", data: "a" },
      { event: "message", data: "b" }
    ]
  ],
  [
    "mixed line ends",
    bytes("data: a\r\ndata: b\rdata: c\n\r\ndata: d\n\r"),
    [
      { event: "message", data: "a\nb\nc" },
      { event: "message", data: "d" }
    ]
  ],
  [
    "CR CR LF is two line ends",
    bytes("data: a\r\r\ndata: b\n\n"),
    [
      { event: "message", data: "a" },
      { event: "message", data: "b" }
    ]
  ],
  [
    "one byte order mark at the start is no part of the first line",
    bytes("\uFEFFdata: a\n\n"),
    [{ event: "message", data: "a" }]
  ],
  [
    "a second byte order mark makes the field unknown",
    bytes("\uFEFF\uFEFFdata: a\n\ndata: b\n\n"),
    [{ event: "message", data: "b" }]
  ],
  [
    "a byte order mark later is data",
    bytes("data: a\n\ndata: \uFEFFb\n\n\uFEFFdata: c\n\n"),
    [
      { event: "message", data: "a" },
      { event: "message", data: "\uFEFFb" }
    ]
  ],
  [
    "letters that spell the bytes of a byte order mark stay",
    bytes("\u00EF\u00BB\u00BFdata: a\n\ndata: b\n\n"),
    [{ event: "message", data: "b" }]
  ],
  [
    "invalid UTF-8 becomes replacement characters",
    bytes("data: ", [0xff, 0xe2, 0x82, 0x41, 0xf0, 0x9f], "\n\n"),
    [{ event: "message", data: "\uFFFD\uFFFDA\uFFFD" }]
  ],
  ["characters of two, three and four bytes", bytes("data: é€😀\n\n"), [{ event: "message", data: "é€😀" }]],
  ["several data lines are joined by LF", bytes("data: a\ndata:\ndata: b\n\n"), [{ event: "message", data: "a\n\nb" }]],
  [
    "no more than one space is dropped",
    bytes("data:a\ndata: b\ndata:  c\ndata:\td\n\n"),
    [{ event: "message", data: "a\nb\n c\n\td" }]
  ],
  [
    "an empty data line is an event, none is not",
    bytes("data\n\ndata:\n\nevent: x\n\n\n\ndata: a\n\n"),
    [
      { event: "message", data: "" },
      { event: "message", data: "" },
      { event: "message", data: "a" }
    ]
  ],
  [
    "an event name lasts for one event, the last one counts, an empty one is message",
    bytes("event: x\nevent: y\ndata: 1\n\ndata: 2\n\nevent: z\nevent\ndata: 3\n\nevent:\ndata: 4\n\n"),
    [
      { event: "y", data: "1" },
      { event: "message", data: "2" },
      { event: "message", data: "3" },
      { event: "message", data: "4" }
    ]
  ],
  [
    "comments and unknown fields are ignored",
    bytes(": hi\n:\n:data: no\ndatas: no\nData: no\n data: no\ndata : no\ndata: a\n\n"),
    [{ event: "message", data: "a" }]
  ],
  [
    "the last event id stays in effect until it changes",
    bytes("data: a\n\nid: 1\ndata: b\n\ndata: c\n\ndata: d\nid:2\n\n"),
    [
      { event: "message", data: "a" },
      { event: "message", data: "b", id: "1" },
      { event: "message", data: "c", id: "1" },
      { event: "message", data: "d", id: "2" }
    ]
  ],
  [
    "an id without data counts for the next event",
    bytes("id: 7\n\ndata: a\n\nid: 8\nretry: 5\n\ndata: b\n\n"),
    [
      { event: "message", data: "a", id: "7" },
      { event: "message", data: "b", id: "8", retry: 5 }
    ]
  ],
  [
    "an empty id resets, with and without a colon",
    bytes("id: 1\ndata: a\n\nid\ndata: b\n\nid: 2\n\nid:\ndata: c\n\n"),
    [
      { event: "message", data: "a", id: "1" },
      { event: "message", data: "b" },
      { event: "message", data: "c" }
    ]
  ],
  [
    "an id with NUL is ignored, a field that starts with id is none",
    bytes("id: 1\n\nid: 2\0\ndata: a\n\nids: 3\nidx\nid : 4\ndata: b\n\n"),
    [
      { event: "message", data: "a", id: "1" },
      { event: "message", data: "b", id: "1" }
    ]
  ],
  [
    "retry is digits only and belongs to the next event",
    bytes(
      "retry: 10\ndata: a\n\nretry: 1.5\ndata: b\n\nretry: -1\nretry: ٣\nretry:\nretry: 0x1\ndata: c\n\nretry: 007\n\ndata: d\n\n"
    ),
    [
      { event: "message", data: "a", retry: 10 },
      { event: "message", data: "b" },
      { event: "message", data: "c" },
      { event: "message", data: "d", retry: 7 }
    ]
  ],
  ["an event without its blank line is dropped", bytes("data: a\n\ndata: b\n"), [{ event: "message", data: "a" }]],
  ["a line without its end is dropped", bytes("data: a\n\ndata: b"), [{ event: "message", data: "a" }]],
  ["nothing", bytes(), []],
  ["only a byte order mark", bytes("\uFEFF"), []]
]

describe("the format", () => {
  it.each(cases)("%s, cut anywhere", (_name, input, expected) => {
    for (const events of everySplit(input)) expect(events).toStrictEqual(expected)
  })

  const piece = FastCheck.oneof(
    FastCheck.constantFrom(
      "\n",
      "\r",
      "\r\n",
      "\n\n",
      "\r\r",
      ":",
      " ",
      "data:",
      "data: ",
      "data",
      "event: ",
      "id: ",
      "id",
      "i",
      "d",
      "retry: ",
      "5",
      "\uFEFF",
      "\0",
      "é",
      "€",
      "😀",
      "\u00EF\u00BB\u00BF"
    ).map((text) => [...utf8.encode(text)]),
    FastCheck.constantFrom([0xff], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0x80], [0xc0]),
    FastCheck.string({ maxLength: 6 }).map((text) => [...utf8.encode(text)])
  )
  const stream = FastCheck.array(piece, { maxLength: 60 }).map((pieces) => Uint8Array.from(pieces.flat()))

  it.prop(
    "any split of any bytes gives the same events as one chunk",
    [stream, FastCheck.array(FastCheck.nat(2000), { maxLength: 30 })],
    ([input, cuts]) => {
      const whole = decodeChunks([input])
      expect(decodeChunks(split(input, cuts))).toStrictEqual(whole)
      expect(parseBytewise(input)).toStrictEqual(whole)
    },
    { fastCheck: { numRuns: 300 } }
  )

  it.prop(
    "agrees with a reading of the specification line by line",
    [stream, FastCheck.array(FastCheck.nat(2000), { maxLength: 10 })],
    ([input, cuts]) => {
      expect(decodeChunks(split(input, cuts))).toStrictEqual(reference(input))
    },
    { fastCheck: { numRuns: 500 } }
  )
})

/** The processing model of the specification, on the whole text at once. */
const reference = (input: Uint8Array): ReadonlyArray<Sse.SseEvent> => {
  const lines = new TextDecoder()
    .decode(input)
    .split(/\r\n|\r|\n/)
    .slice(0, -1)
  const events: Array<Sse.SseEvent> = []
  let data: ReadonlyArray<string> = []
  let event = ""
  let id = ""
  let retry: number | undefined
  for (const line of lines) {
    if (line === "") {
      if (data.length > 0) {
        events.push({
          event: event === "" ? "message" : event,
          data: data.join("\n"),
          ...(id === "" ? {} : { id }),
          ...(retry === undefined ? {} : { retry })
        })
        retry = undefined
      }
      data = []
      event = ""
      continue
    }
    const colon = line.indexOf(":")
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "")
    if (field === "data") data = [...data, value]
    else if (field === "event") event = value
    else if (field === "id" && !value.includes("\0")) id = value
    else if (field === "retry" && /^[0-9]+$/.test(value)) retry = Number(value)
  }
  return events
}

describe("encode", () => {
  const oneLine = FastCheck.fullUnicodeString({ maxLength: 12 }).map((text) => text.replace(/[\r\n\0]/g, ""))
  const event = FastCheck.record({
    event: FastCheck.option(oneLine, { nil: undefined }),
    data: FastCheck.fullUnicodeString({ maxLength: 40 }),
    id: FastCheck.option(oneLine, { nil: undefined }),
    retry: FastCheck.option(FastCheck.nat(), { nil: undefined })
  })

  it.prop(
    "what it writes is read back, line ends of data as LF",
    [FastCheck.array(event, { maxLength: 8 })],
    ([events]) => {
      let id = ""
      const expected = events.map((event): Sse.SseEvent => {
        id = event.id ?? id
        return {
          event: event.event === undefined || event.event === "" ? "message" : event.event,
          data: event.data.replace(/\r\n?/g, "\n"),
          ...(id === "" ? {} : { id }),
          ...(event.retry === undefined ? {} : { retry: event.retry })
        }
      })
      expect(decodeChunks([utf8.encode(events.map(Sse.encode).join(""))])).toStrictEqual(expected)
    }
  )

  it("a line end cannot smuggle fields into an event", () => {
    for (const bad of [
      { event: "x\ndata: y", data: "" },
      { event: "x\r", data: "" },
      { id: "1\nevent: y", data: "" },
      { id: "1\0", data: "" },
      { retry: 1.5, data: "" },
      { retry: -1, data: "" },
      { retry: Number.NaN, data: "" }
    ]) {
      const result = Exit.match(
        Effect.runSyncExit(Effect.try({ try: () => Sse.encode(bad), catch: (error) => error })),
        {
          onFailure: (cause) => (cause._tag === "Fail" ? cause.error : cause),
          onSuccess: (text) => text
        }
      )
      expect(result).toBeInstanceOf(ValidationError)
      expect(isTrilumError(result)).toBe(true)
    }
  })

  it("a comment of several lines brings no event", () => {
    expect(Sse.comment("ping")).toBe(": ping\n\n")
    expect(decodeChunks([utf8.encode(Sse.comment("a\ndata: b\r\ndata: c\rdata: d"))])).toStrictEqual([])
  })
})

/** A source that is fed by hand, never ends by itself and tells when it was released. */
const makeSource = Effect.gen(function* () {
  const queue = yield* Queue.unbounded<string>()
  const released = yield* Ref.make(0)
  const bytes = Stream.fromQueue(queue, { maxChunkSize: 1 }).pipe(
    Stream.map((text) => utf8.encode(text)),
    Stream.ensuring(Ref.update(released, (n) => n + 1))
  )
  return { bytes, released, send: (text: string) => Queue.offer(queue, text) }
})

/** Lets the fibers that have something to do run until all of them wait. */
const settle = Effect.forEach(Array.from({ length: 20 }), () => Effect.yieldNow(), { discard: true })

describe("idle timeout", () => {
  it.effect("fails exactly when the time without an event is over, not a millisecond earlier", () =>
    Effect.gen(function* () {
      const source = yield* makeSource
      const seen = yield* Ref.make<ReadonlyArray<string>>([])
      const fiber = yield* source.bytes.pipe(
        Sse.decode({ ...options, idleTimeout: "10 seconds" }),
        Stream.runForEach((event) => Ref.update(seen, (all) => [...all, event.data])),
        Effect.exit,
        Effect.fork
      )
      yield* settle
      yield* TestClock.adjust("9999 millis")
      yield* source.send("data: a\n\n")
      yield* settle
      yield* TestClock.adjust("9999 millis")
      yield* settle
      expect(yield* Fiber.poll(fiber)).toMatchObject({ _tag: "None" })
      yield* TestClock.adjust("1 millis")
      expect(yield* Fiber.join(fiber)).toStrictEqual(Exit.fail("idle"))
      expect(yield* Ref.get(seen)).toStrictEqual(["a"])
      expect(yield* Ref.get(source.released)).toBe(1)
    })
  )

  it.effect("counts to the first event too", () =>
    Effect.gen(function* () {
      const source = yield* makeSource
      const fiber = yield* source.bytes.pipe(
        Sse.decode({ ...options, idleTimeout: "10 seconds" }),
        Stream.runDrain,
        Effect.exit,
        Effect.fork
      )
      yield* settle
      yield* TestClock.adjust("10 seconds")
      expect(yield* Fiber.join(fiber)).toStrictEqual(Exit.fail("idle"))
    })
  )

  it.effect("comments and unfinished events do not put it off", () =>
    Effect.gen(function* () {
      const source = yield* makeSource
      const fiber = yield* source.bytes.pipe(
        Sse.decode({ ...options, idleTimeout: "10 seconds" }),
        Stream.runDrain,
        Effect.exit,
        Effect.fork
      )
      yield* settle
      for (const text of [": ping\n\n", "id: 1\n\n", "data: half\n", ": ping\n"]) {
        yield* TestClock.adjust("2 seconds")
        yield* source.send(text)
        yield* settle
      }
      yield* TestClock.adjust("1999 millis")
      yield* settle
      expect(yield* Fiber.poll(fiber)).toMatchObject({ _tag: "None" })
      yield* TestClock.adjust("1 millis")
      expect(yield* Fiber.join(fiber)).toStrictEqual(Exit.fail("idle"))
    })
  )

  it.effect("the time a slow consumer takes does not count", () =>
    Effect.gen(function* () {
      const source = yield* makeSource
      const seen = yield* Ref.make<ReadonlyArray<string>>([])
      const fiber = yield* source.bytes.pipe(
        Sse.decode({ ...options, idleTimeout: "10 seconds" }),
        Stream.runForEach((event) =>
          Effect.zipRight(
            Effect.sleep("1 hour"),
            Ref.update(seen, (all) => [...all, event.data])
          )
        ),
        Effect.exit,
        Effect.fork
      )
      yield* source.send("data: a\n\n")
      yield* settle
      yield* TestClock.adjust("1 hour")
      yield* settle
      yield* TestClock.adjust("9 seconds")
      yield* source.send("data: b\n\n")
      yield* settle
      yield* TestClock.adjust("1 hour")
      yield* settle
      yield* TestClock.adjust("10 seconds")
      expect(yield* Fiber.join(fiber)).toStrictEqual(Exit.fail("idle"))
      expect(yield* Ref.get(seen)).toStrictEqual(["a", "b"])
    })
  )

  it.effect("zero and infinity set no limit", () =>
    Effect.gen(function* () {
      for (const idleTimeout of [0, "Infinity"] as const) {
        const source = yield* makeSource
        const fiber = yield* source.bytes.pipe(
          Sse.decode({ ...options, idleTimeout: idleTimeout === 0 ? 0 : Number.POSITIVE_INFINITY }),
          Stream.runHead,
          Effect.fork
        )
        yield* settle
        yield* TestClock.adjust("1000 days")
        yield* source.send("data: a\n\n")
        expect(yield* Fiber.join(fiber)).toMatchObject({ value: { data: "a" } })
      }
    })
  )

  it.effect("passes errors, defects and the end of the source through", () =>
    Effect.gen(function* () {
      const run = <E>(source: Stream.Stream<Uint8Array, E>) =>
        source.pipe(Sse.decode({ ...options, idleTimeout: "1 second" }), Stream.runCollect, Effect.exit)
      const event = Stream.succeed(utf8.encode("data: a\n\n"))
      expect(yield* run(Stream.concat(event, Stream.fail("reset")))).toStrictEqual(Exit.fail("reset"))
      expect(yield* run(Stream.concat(event, Stream.die("bug")))).toStrictEqual(Exit.die("bug"))
      expect(Exit.isSuccess(yield* run(event))).toBe(true)
    })
  )
})

describe("the end", () => {
  const terminal = (event: Sse.SseEvent): boolean => event.event === "done"

  for (const idleTimeout of [undefined, "30 seconds"] as const) {
    const decode = Sse.decode({ ...options, idleTimeout, terminal })
    const name = idleTimeout === undefined ? "without idle timeout" : "with idle timeout"

    it.effect(
      `${name}: the terminal event ends a stream whose source stays open, and releases it before it is seen`,
      () =>
        Effect.gen(function* () {
          const source = yield* makeSource
          const fiber = yield* source.bytes.pipe(
            decode,
            Stream.mapEffect((event) => Effect.map(Ref.get(source.released), (released) => [event.event, released])),
            Stream.runCollect,
            Effect.fork
          )
          yield* source.send("event: a\ndata:\n\n")
          yield* settle
          yield* source.send("event: b\ndata:\n\nevent: done\ndata:\n\nevent: late\ndata:\n\n")
          expect(Chunk.toReadonlyArray(yield* Fiber.join(fiber))).toStrictEqual([
            ["a", 0],
            ["b", 1],
            ["done", 1]
          ])
        })
    )

    it.effect(`${name}: bytes that end without the terminal event fail as cut, after the events before`, () =>
      Effect.gen(function* () {
        const seen = yield* Ref.make(0)
        const exit = yield* Stream.succeed(utf8.encode("data: a\n\nevent: done\ndata: unfinished\n")).pipe(
          decode,
          Stream.runForEach(() => Ref.update(seen, (n) => n + 1)),
          Effect.exit
        )
        expect(exit).toStrictEqual(Exit.fail("cut"))
        expect(yield* Ref.get(seen)).toBe(1)
      })
    )

    it.effect(`${name}: take releases the source`, () =>
      Effect.gen(function* () {
        const source = yield* makeSource
        yield* source.send("data: a\n\n")
        yield* source.bytes.pipe(decode, Stream.take(1), Stream.runDrain)
        expect(yield* Ref.get(source.released)).toBe(1)
      })
    )

    it.effect(`${name}: interruption releases the source`, () =>
      Effect.gen(function* () {
        const source = yield* makeSource
        const started = yield* Deferred.make<void>()
        const fiber = yield* source.bytes.pipe(
          decode,
          Stream.runForEach(() => Deferred.succeed(started, undefined)),
          Effect.fork
        )
        yield* source.send("data: a\n\n")
        yield* Deferred.await(started)
        yield* Fiber.interrupt(fiber)
        expect(yield* Ref.get(source.released)).toBe(1)
      })
    )

    it.effect(`${name}: nothing is read ahead of the consumer`, () =>
      Effect.gen(function* () {
        const pulled = yield* Ref.make(0)
        const gate = yield* Deferred.make<void>()
        const fiber = yield* Stream.repeatEffect(
          Effect.as(
            Ref.update(pulled, (n) => n + 1),
            utf8.encode("data: a\n\n")
          )
        ).pipe(
          decode,
          Stream.take(3),
          Stream.runForEach(() => Deferred.await(gate)),
          Effect.fork
        )
        yield* settle
        expect(yield* Ref.get(pulled)).toBe(1)
        yield* Deferred.succeed(gate, undefined)
        yield* Fiber.join(fiber)
        expect(yield* Ref.get(pulled)).toBe(3)
      })
    )
  }
})

describe("size", () => {
  /** Characters that string searches and joins touch for each character of one event of so many 16 KB chunks. */
  const cost = (count: number): number => {
    const { includes, indexOf } = String.prototype
    const { join } = Array.prototype
    let touched = 0
    const chunk = utf8.encode("x".repeat(16_384))
    const chunks = [utf8.encode("data: "), ...Array.from({ length: count }, () => chunk), utf8.encode("\n\n")]
    String.prototype.indexOf = function (search: string, from = 0) {
      touched += this.length - from
      return indexOf.call(this, search, from)
    }
    String.prototype.includes = function (search: string, from = 0) {
      touched += this.length - from
      return includes.call(this, search, from)
    }
    Array.prototype.join = function (separator?: string) {
      const joined = join.call(this, separator)
      touched += joined.length
      return joined
    }
    try {
      expect(decodeChunks(chunks)[0]?.data.length).toBe(count * 16_384)
    } finally {
      String.prototype.includes = includes
      String.prototype.indexOf = indexOf
      Array.prototype.join = join
    }
    return touched / (count * 16_384)
  }

  it("the work for an event of many chunks grows with its length, not with the square", () => {
    const small = cost(8)
    expect(small).toBeGreaterThan(1)
    expect(cost(64)).toBeLessThan(small * 1.1)
    expect(cost(256)).toBeLessThan(small * 1.1)
  })

  it("an event of 64 MB passes whole", () => {
    const chunk = utf8.encode("é".repeat(8192))
    const chunks = [utf8.encode("data: "), ...Array.from({ length: 4096 }, () => chunk), utf8.encode("\n\n")]
    expect(decodeChunks(chunks)[0]?.data.length).toBe(8192 * 4096)
  })

  it.effect("one chunk of very many events overflows no stack and stops at the terminal event", () =>
    Effect.gen(function* () {
      const all = utf8.encode("data\n\n".repeat(300_000))
      expect(
        yield* Stream.succeed(all).pipe(
          Sse.decode(options),
          Stream.runFold(0, (n) => n + 1)
        )
      ).toBe(300_000)
      let calls = 0
      const taken = yield* Stream.succeed(all).pipe(
        Sse.decode({ ...options, terminal: () => ++calls === 5 }),
        Stream.runCount
      )
      expect([taken, calls]).toStrictEqual([5, 5])
    })
  )
})
