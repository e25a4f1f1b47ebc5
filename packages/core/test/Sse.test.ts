import { assert, describe, it } from "@effect/vitest"
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
import { createParser } from "eventsource-parser"
import * as Internal from "../src/internal/sse.js"
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
  const parser = new Internal.Decoder({})
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
    for (const events of everySplit(input)) assert.deepStrictEqual(events, expected)
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
      assert.deepStrictEqual(decodeChunks(split(input, cuts)), whole)
      assert.deepStrictEqual(parseBytewise(input), whole)
    },
    { fastCheck: { numRuns: 300 } }
  )

  it.prop(
    "agrees with a reading of the specification line by line",
    [stream, FastCheck.array(FastCheck.nat(2000), { maxLength: 10 })],
    ([input, cuts]) => {
      assert.deepStrictEqual(decodeChunks(split(input, cuts)), reference(input))
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

describe("agreement with eventsource-parser", () => {
  const text = FastCheck.string({ maxLength: 8 }).map((value) => value.replace(/[\r\n\0]/g, ""))
  const block = FastCheck.record({
    event: FastCheck.option(text, { nil: undefined }),
    data: FastCheck.array(text, { minLength: 1, maxLength: 3 }),
    comment: FastCheck.option(text, { nil: undefined })
  })

  it.prop(
    "events with LF or CRLF line ends and without ids are the same",
    [FastCheck.array(block, { maxLength: 8 }), FastCheck.constantFrom("\n", "\r\n")],
    ([blocks, lineEnd]) => {
      const input = blocks
        .flatMap(({ comment, data, event }) => [
          ...(comment === undefined ? [] : [`:${comment}`]),
          ...(event === undefined ? [] : [`event: ${event}`]),
          ...data.map((line) => `data: ${line}`),
          "",
          ""
        ])
        .join(lineEnd)
      const expected: Array<Sse.SseEvent> = []
      const parser = createParser({
        onEvent: ({ data, event }) => expected.push({ event: event ?? "message", data })
      })
      parser.feed(input)
      assert.deepStrictEqual(decodeChunks([utf8.encode(input)]), expected)
    }
  )
})

interface Written {
  readonly data: string
  readonly event?: string | undefined
  readonly id?: string | undefined
  readonly retry?: number | undefined
}

/** An event as a server writes it: each line of its data is a `data:` line. */
const encode = ({ data, event, id, retry }: Written): string =>
  [
    ...(event === undefined || event === "" ? [] : [`event: ${event}`]),
    ...(id === undefined ? [] : [id === "" ? "id:" : `id: ${id}`]),
    ...(retry === undefined ? [] : [`retry: ${retry}`]),
    ...data.split(/\r\n|\r|\n/).map((line) => `data: ${line}`),
    "",
    ""
  ].join("\n")

describe("any events", () => {
  const oneLine = FastCheck.fullUnicodeString({ maxLength: 12 }).map((text) => text.replace(/[\r\n\0]/g, ""))
  const event = FastCheck.record({
    event: FastCheck.option(oneLine, { nil: undefined }),
    data: FastCheck.fullUnicodeString({ maxLength: 40 }),
    id: FastCheck.option(oneLine, { nil: undefined }),
    retry: FastCheck.option(FastCheck.nat(), { nil: undefined })
  })

  it.prop(
    "are read as they were written, line ends of data as LF",
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
      assert.deepStrictEqual(decodeChunks([utf8.encode(events.map((event) => encode(event)).join(""))]), expected)
    }
  )
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
      assert.containSubset(yield* Fiber.poll(fiber), { _tag: "None" })
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual<unknown>(yield* Fiber.join(fiber), Exit.fail("idle"))
      assert.deepStrictEqual(yield* Ref.get(seen), ["a"])
      assert.strictEqual(yield* Ref.get(source.released), 1)
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
      assert.deepStrictEqual<unknown>(yield* Fiber.join(fiber), Exit.fail("idle"))
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
      assert.containSubset(yield* Fiber.poll(fiber), { _tag: "None" })
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual<unknown>(yield* Fiber.join(fiber), Exit.fail("idle"))
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
      assert.deepStrictEqual<unknown>(yield* Fiber.join(fiber), Exit.fail("idle"))
      assert.deepStrictEqual(yield* Ref.get(seen), ["a", "b"])
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
        assert.containSubset(yield* Fiber.join(fiber), { value: { data: "a" } })
      }
    })
  )

  it.effect("passes errors, defects and the end of the source through", () =>
    Effect.gen(function* () {
      const run = <E>(source: Stream.Stream<Uint8Array, E>) =>
        source.pipe(Sse.decode({ ...options, idleTimeout: "1 second" }), Stream.runCollect, Effect.exit)
      const event = Stream.succeed(utf8.encode("data: a\n\n"))
      assert.deepStrictEqual<unknown>(yield* run(Stream.concat(event, Stream.fail("reset"))), Exit.fail("reset"))
      assert.deepStrictEqual<unknown>(yield* run(Stream.concat(event, Stream.die("bug"))), Exit.die("bug"))
      assert.isTrue(Exit.isSuccess(yield* run(event)))
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
          assert.deepStrictEqual(Chunk.toReadonlyArray(yield* Fiber.join(fiber)), [
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
        assert.deepStrictEqual<unknown>(exit, Exit.fail("cut"))
        assert.strictEqual(yield* Ref.get(seen), 1)
      })
    )

    it.effect(`${name}: take releases the source`, () =>
      Effect.gen(function* () {
        const source = yield* makeSource
        yield* source.send("data: a\n\n")
        yield* source.bytes.pipe(decode, Stream.take(1), Stream.runDrain)
        assert.strictEqual(yield* Ref.get(source.released), 1)
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
        assert.strictEqual(yield* Ref.get(source.released), 1)
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
        assert.strictEqual(yield* Ref.get(pulled), 1)
        yield* Deferred.succeed(gate, undefined)
        yield* Fiber.join(fiber)
        assert.strictEqual(yield* Ref.get(pulled), 3)
      })
    )
  }
})

describe("a terminal event without data", () => {
  const terminal = (event: Sse.SseEvent): boolean => event.event === "done"
  const run = (text: string) =>
    Stream.succeed(utf8.encode(text)).pipe(
      Sse.decode({ ...options, terminal }),
      Stream.runCollect,
      Effect.map(Chunk.toReadonlyArray)
    )

  it.effect("ends the stream and is emitted", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* run("data: a\n\nevent: done\n\ndata: late\n\n"), [
        { event: "message", data: "a" },
        { event: "done", data: "" }
      ])
    })
  )

  it.effect("other events without data are dropped, and their name does not stay", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* run("event: ping\n\ndata: a\n\nevent: done\n\n"), [
        { event: "message", data: "a" },
        { event: "done", data: "" }
      ])
    })
  )
})

describe("a last event without its blank line", () => {
  const run = (
    incomplete: "drop" | "emit" | undefined,
    source: Stream.Stream<Uint8Array, "reset">,
    terminal?: (event: Sse.SseEvent) => boolean
  ) =>
    Effect.gen(function* () {
      const seen: Array<Sse.SseEvent> = []
      const exit = yield* source.pipe(
        Sse.decode({ ...options, incomplete, terminal }),
        Stream.runForEach((event) => Effect.sync(() => seen.push(event))),
        Effect.exit
      )
      return { seen, exit }
    })
  const text = (value: string) => Stream.succeed(utf8.encode(value))
  const whole = text("data: a\n\nevent: x\ndata: b\ndata: c")

  for (const incomplete of [undefined, "drop"] as const) {
    it.effect(`${incomplete ?? "by default"}: is dropped`, () =>
      Effect.gen(function* () {
        const { exit, seen } = yield* run(incomplete, whole)
        assert.isTrue(Exit.isSuccess(exit))
        assert.deepStrictEqual(seen, [{ event: "message", data: "a" }])
      })
    )
  }

  it.effect("emit: is emitted at the end, the line without its end included", () =>
    Effect.gen(function* () {
      const { exit, seen } = yield* run("emit", whole)
      assert.isTrue(Exit.isSuccess(exit))
      assert.deepStrictEqual(seen, [
        { event: "message", data: "a" },
        { event: "x", data: "b\nc" }
      ])
    })
  )

  it.effect("emit: is emitted before the failure of the source", () =>
    Effect.gen(function* () {
      const { exit, seen } = yield* run("emit", Stream.concat(whole, Stream.fail("reset" as const)))
      assert.deepStrictEqual<unknown>(exit, Exit.fail("reset"))
      assert.lengthOf(seen, 2)
    })
  )

  it.effect("emit: completes the stream when it is the terminal event, else the stream is cut after it", () =>
    Effect.gen(function* () {
      const last = yield* run("emit", whole, (event) => event.event === "x")
      assert.isTrue(Exit.isSuccess(last.exit))
      const other = yield* run("emit", whole, () => false)
      assert.deepStrictEqual<unknown>(other.exit, Exit.fail("cut"))
      assert.lengthOf(other.seen, 2)
    })
  )

  it.effect("emit: nothing is made of a name, a comment or an unfinished character alone", () =>
    Effect.gen(function* () {
      for (const end of ["event: x\n", "event: x", ": c", "id: 1\n", ""]) {
        assert.deepStrictEqual((yield* run("emit", text(`data: a\n\n${end}`))).seen, [{ event: "message", data: "a" }])
      }
      const cut = yield* run("emit", Stream.succeed(bytes("data: a", [0xe2, 0x82])))
      assert.deepStrictEqual(cut.seen, [{ event: "message", data: "a\uFFFD" }])
    })
  )

  it("emit: iterate does the same", async () => {
    const seen: Array<string> = []
    const body = new Response("data: a\n\ndata: b")
    for await (const event of Sse.iterate(body, { incomplete: "emit" })) seen.push(event.data)
    assert.deepStrictEqual(seen, ["a", "b"])
  })
})

describe("size", () => {
  /** Characters and bytes that the decoder's searches, copies and joins touch for each byte of the input. */
  const workPerByte = (chunks: ReadonlyArray<Uint8Array>): number => {
    const { includes, indexOf, slice, startsWith } = String.prototype
    const { set } = Uint8Array.prototype
    let touched = 0
    String.prototype.indexOf = function (search: string, from = 0) {
      const found = indexOf.call(this, search, from)
      touched += (found === -1 ? this.length : found) - from
      return found
    }
    String.prototype.includes = function (search: string, from = 0) {
      touched += this.length - from
      return includes.call(this, search, from)
    }
    String.prototype.startsWith = function (search: string, from = 0) {
      touched += search.length
      return startsWith.call(this, search, from)
    }
    String.prototype.slice = function (this: string, from = 0, to = this.length) {
      touched += Math.max(0, to - from)
      return slice.call(this, from, to)
    }
    Uint8Array.prototype.set = function (this: Uint8Array, source, offset) {
      touched += source.length
      return set.call(this, source, offset)
    }
    try {
      const decoder = new Internal.Decoder({ incomplete: "emit" })
      for (const chunk of chunks) decoder.push(chunk)
      decoder.end()
      assert.isAbove(decoder.take().length, 0)
    } finally {
      Object.assign(String.prototype, { includes, indexOf, slice, startsWith })
      Object.assign(Uint8Array.prototype, { set })
    }
    return touched / chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  }

  const chunked = (text: string, size: number): ReadonlyArray<Uint8Array> => {
    const all = utf8.encode(text)
    return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.subarray(i * size, (i + 1) * size))
  }

  const shapes: ReadonlyArray<readonly [string, (n: number) => ReadonlyArray<Uint8Array>]> = [
    ["one line over many chunks", (n) => chunked(`data: ${"x".repeat(n * 4096)}\n\n`, 4096)],
    ["single bytes", (n) => chunked(`data: ${"é".repeat(n * 64)}\n\n`, 1)],
    ["one event of many data lines", (n) => chunked(`${"data: x\n".repeat(n * 512)}\n`, 4096)],
    ["one event of many data lines, without its end", (n) => chunked("data: x\n".repeat(n * 512), 4096)],
    ["LF lines before a distant CR", (n) => chunked(`${"data: x\n\n".repeat(n * 512)}: end\r`, n * 8192)],
    ["CR lines before a distant LF", (n) => chunked(`${"data: x\r\r".repeat(n * 512)}: end\n`, n * 8192)],
    ["CR and LF in turn", (n) => chunked("data: x\r\n\n\r".repeat(n * 512), n * 8192)],
    ["long lines without a colon", (n) => chunked(`${`${"x".repeat(100)}\n`.repeat(n * 64)}data\n\n`, n * 8192)],
    ["a long comment", (n) => chunked(`: ${"x".repeat(n * 4096)}\ndata\n\n`, 100)],
    ["unfinished characters", (n) => chunked(`data: ${"😀".repeat(n * 256)}\n\n`, 3)]
  ]

  for (const [name, shape] of shapes) {
    it(`the work for ${name} is linear in the input`, () => {
      const small = workPerByte(shape(8))
      assert.isAbove(small, 0)
      assert.isBelow(workPerByte(shape(16)), small * 1.1)
      assert.isBelow(workPerByte(shape(32)), small * 1.1)
    })
  }

  it("an event of 64 MB passes whole", () => {
    const chunk = utf8.encode("é".repeat(8192))
    const chunks = [utf8.encode("data: "), ...Array.from({ length: 4096 }, () => chunk), utf8.encode("\n\n")]
    assert.strictEqual(decodeChunks(chunks)[0]?.data.length, 8192 * 4096)
  })

  it.effect("one chunk of very many events overflows no stack and stops at the terminal event", () =>
    Effect.gen(function* () {
      const all = utf8.encode("data\n\n".repeat(300_000))
      assert.strictEqual(
        yield* Stream.succeed(all).pipe(
          Sse.decode(options),
          Stream.runFold(0, (n) => n + 1)
        ),
        300_000
      )
      let calls = 0
      const taken = yield* Stream.succeed(all).pipe(
        Sse.decode({ ...options, terminal: () => ++calls === 5 }),
        Stream.runCount
      )
      assert.deepStrictEqual([taken, calls], [5, 5])
    })
  )
})
