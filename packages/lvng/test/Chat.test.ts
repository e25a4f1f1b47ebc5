import { assert, describe, it } from "@effect/vitest"
import { StreamError } from "@trilum/core/ApiError"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure, nextWait } from "@trilum/testing/harness"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as ChatEvent from "../src/ChatEvent.js"
import { ChatStreamError } from "../src/LvngError.js"
import * as H from "./support/harness.js"

const noIdle = { idleTimeout: 0 }

/** All events of a stream whose bytes are these. */
const eventsOf = (body: string) =>
  Effect.gen(function* () {
    const { lvng } = yield* H.make([FaultServer.sse(body)])
    return Chunk.toReadonlyArray(yield* Stream.runCollect(lvng.streamChat("hi", noIdle)))
  })

const end: ChatEvent.ChatEvent = { _tag: "done", data: {} }

describe("events (section 7)", () => {
  it.scoped("are a tagged union; names of no known event pass as they are", () =>
    Effect.gen(function* () {
      const all = yield* eventsOf(
        H.events(
          H.delta("Hel"),
          ["tool_use", { name: "web_search", input: { q: 1 } }],
          ["thinking", { note: "?" }],
          H.delta("lo"),
          ["done", { usage: 3 }]
        )
      )
      assert.deepStrictEqual(all, [
        { _tag: "text_delta", delta: "Hel" },
        { _tag: "tool_use", data: { name: "web_search", input: { q: 1 } } },
        { _tag: "unknown", event: "thinking", data: { note: "?" } },
        { _tag: "text_delta", delta: "lo" },
        { _tag: "done", data: { usage: 3 } }
      ])
    })
  )

  it.scoped("a delta that is missing, null or no text is an empty one, and keeps its data", () =>
    Effect.gen(function* () {
      const all = yield* eventsOf(
        H.events(
          ["text_delta", {}],
          ["text_delta", null],
          ["text_delta", { delta: null }],
          ["text_delta", { delta: 7 }],
          ["text_delta", { delta: "x", index: 1 }],
          H.done
        )
      )
      assert.deepStrictEqual(all, [
        { _tag: "text_delta", delta: "", data: {} },
        { _tag: "text_delta", delta: "", data: null },
        { _tag: "text_delta", delta: "", data: { delta: null } },
        { _tag: "text_delta", delta: "", data: { delta: 7 } },
        { _tag: "text_delta", delta: "x", data: { delta: "x", index: 1 } },
        end
      ])
    })
  )

  it.scoped("data that is not JSON is handed over as text", () =>
    Effect.gen(function* () {
      const all = yield* eventsOf(
        'event: text_delta\ndata: {"delta": "never clos\n\nevent: tool_use\ndata: plain\n\n' +
          'event: text_delta\ndata: {"delta":"a\tb"}\n\nevent: done\ndata: [DONE]\n\n'
      )
      assert.deepStrictEqual(all, [
        { _tag: "text_delta", delta: "", data: '{"delta": "never clos' },
        { _tag: "tool_use", data: "plain" },
        { _tag: "text_delta", delta: "", data: '{"delta":"a\tb"}' },
        { _tag: "done", data: "[DONE]" }
      ])
    })
  )

  it.scoped("an event without a name is a message, comments are ignored, ids are kept", () =>
    Effect.gen(function* () {
      const all = yield* eventsOf(
        ': hi\nretry: 5\ndata: {"a":1}\n\nid: 7\nevent: text_delta\ndata: {"delta":"x"}\n\n: beat\n\nevent: done\ndata: {}\n\n'
      )
      assert.deepStrictEqual(all, [
        { _tag: "unknown", event: "message", data: { a: 1 } },
        { _tag: "text_delta", delta: "x", id: "7" },
        { _tag: "done", data: {}, id: "7" }
      ])
    })
  )

  it.scoped("CRLF, CR, a byte order mark and data on several lines read the same", () =>
    Effect.gen(function* () {
      for (const [lines, bom] of [
        ["\r\n", ""],
        ["\r", ""],
        ["\n", "\uFEFF"]
      ]) {
        const wire = `${bom}event: text_delta\ndata:{\ndata: "delta":\ndata:"é😀"}\n\nevent:done\ndata: {}\n\n`
        assert.deepStrictEqual(yield* eventsOf(wire.replaceAll("\n", lines ?? "")), [
          { _tag: "text_delta", delta: "é😀" },
          end
        ])
      }
    })
  )

  it.prop(
    "deltas read by the short way are those that JSON.parse reads",
    [FastCheck.string({ unit: "binary" })],
    ([text]) => {
      for (const data of [JSON.stringify({ delta: text }), `{"delta":"${text}"}`, text]) {
        const event = ChatEvent.fromSse({ event: "text_delta", data })
        let json: unknown = data
        try {
          json = JSON.parse(data)
        } catch {
          // Stays text.
        }
        const delta: unknown = typeof json === "object" && json !== null ? Reflect.get(json, "delta") : undefined
        assert.strictEqual(event._tag === "text_delta" && event.delta, typeof delta === "string" ? delta : "")
      }
    }
  )

  it.scoped.prop(
    "any split of the bytes gives the same events",
    [
      FastCheck.array(
        FastCheck.oneof(
          FastCheck.string({ unit: "grapheme" }).map(H.delta),
          FastCheck.tuple(FastCheck.constantFrom("tool_use", "thinking"), FastCheck.jsonValue())
        ),
        { maxLength: 8 }
      ),
      FastCheck.constantFrom("\n", "\r\n", "\r"),
      FastCheck.array(FastCheck.integer({ min: 1, max: 17 }), { minLength: 1 })
    ],
    ([all, lineEnd, sizes]) =>
      Effect.gen(function* () {
        const bytes = new TextEncoder().encode(H.events(...all, H.done).replaceAll("\n", lineEnd))
        const pieces: Array<Uint8Array> = []
        for (let at = 0, piece = 0; at < bytes.length; piece++) {
          const size = sizes[piece % sizes.length] ?? 1
          pieces.push(bytes.subarray(at, at + size))
          at += size
        }
        const expected = [...all, H.done].map(([event, data]) =>
          ChatEvent.fromSse({ event, data: JSON.stringify(data) })
        )
        const iterated = yield* Effect.promise(async () => {
          const read: Array<ChatEvent.ChatEvent> = []
          for await (const event of ChatEvent.iterateSse(ReadableStream.from(pieces))) read.push(event)
          return read
        })
        assert.deepStrictEqual(iterated, expected)
        const channel = FaultServer.channel()
        const { lvng } = yield* H.make([FaultServer.controlledSse(channel)])
        for (const piece of pieces) channel.push(piece)
        channel.end()
        const streamed = yield* Stream.runCollect(lvng.streamChat("hi", noIdle))
        assert.deepStrictEqual(Chunk.toReadonlyArray(streamed), expected)
      }),
    { fastCheck: { numRuns: 25 } }
  )

  it.live("whatever the emulator does to the bytes, the reply is the one of the plain call", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const { lvng } = yield* H.emulated()
        const message = "Grüße 😀 and a rather longer text [tools=2] [ids]"
        const { reply } = yield* lvng.chat.send(message)
        for (const script of [
          "split=1",
          "split=3; lines=crlf",
          "split=5; lines=cr; bom",
          "multiline; heartbeat=50",
          "unknown-event; split=7"
        ]) {
          const headers = { "x-emulator-chat": script }
          const streamed = yield* lvng.chat.streamReply(message, { headers })
          assert.strictEqual(streamed.reply, reply, script)
          assert.lengthOf(streamed.toolUses, 2)
        }
      })
    )
  )
})

describe("views", () => {
  it.scoped("text alone, without empty pieces", () =>
    Effect.gen(function* () {
      const body = H.events(H.delta("Hel"), ["tool_use", {}], H.delta(""), ["text_delta", null], H.delta("lo"), H.done)
      const { lvng } = yield* H.make([FaultServer.sse(body)])
      const text = yield* Stream.runCollect(lvng.chat.streamText("hi", noIdle))
      assert.deepStrictEqual(Chunk.toReadonlyArray(text), ["Hel", "lo"])
    })
  )

  it.scoped("one reply, with the tools used on the way and the data of its end", () =>
    Effect.gen(function* () {
      const body = H.events(H.delta("Hel"), ["tool_use", { name: "a" }], H.delta("lo"), ["done", { usage: 3 }])
      const { lvng } = yield* H.make([FaultServer.sse(body)])
      assert.deepStrictEqual(yield* lvng.chat.streamReply("hi", noIdle), {
        reply: "Hello",
        toolUses: [{ name: "a" }],
        done: { usage: 3 }
      })
    })
  )

  it.scoped(
    "text becomes a message; a whole request is sent as it is, to the paths of v2 (section 15, conflict 4)",
    () =>
      Effect.gen(function* () {
        const { lvng, server } = yield* H.make([
          FaultServer.json({ reply: "a", more: 1 }),
          FaultServer.json({ reply: "b" }),
          FaultServer.sse(H.events(H.done)),
          FaultServer.json({ reply: "c" })
        ])
        assert.deepStrictEqual<unknown>(yield* lvng.chat.send("hi"), { reply: "a", more: 1 })
        yield* lvng.chat.send({ message: "hi", model: "claude-opus", context: { user_key: 1 } })
        yield* Stream.runDrain(lvng.chat.stream({ message: "hi", channelId: "c" }, noIdle))
        yield* lvng.chat.sendV1({ message: "old" })
        assert.deepStrictEqual(
          server.requests.map((request) => [request.url, request.json()]),
          [
            ["/api/v2/chat", { message: "hi" }],
            ["/api/v2/chat", { message: "hi", model: "claude-opus", context: { user_key: 1 } }],
            ["/api/v2/chat/stream", { message: "hi", channelId: "c" }],
            ["/api/v1/chat", { message: "old" }]
          ]
        )
      })
  )
})

describe("ends", () => {
  it.scoped("a stream ends at done although the connection stays open, and closes it", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const { lvng, server } = yield* H.make([FaultServer.controlledSse(channel)])
      channel.push(H.events(H.delta("a"), H.done, H.delta("never seen")))
      const all = yield* Stream.runCollect(lvng.streamChat("hi", noIdle))
      assert.deepStrictEqual(Chunk.toReadonlyArray(all), [{ _tag: "text_delta", delta: "a" }, end])
      yield* channel.closed
      yield* server.awaitOpenSockets(0)
    })
  )

  for (const [name, how] of [
    ["ended", "end"],
    ["was reset", "reset"],
    ["closed", "close"]
  ] as const) {
    it.scoped(`a connection that ${name} before done is a StreamError with the text so far`, () =>
      Effect.gen(function* () {
        const channel = FaultServer.channel()
        const { lvng, server } = yield* H.make([FaultServer.controlledSse(channel)])
        channel.push(H.events(H.delta("Hel"), ["tool_use", {}], H.delta("lo")))
        const seen: Array<ChatEvent.ChatEvent> = []
        const error = yield* failure(
          Stream.runForEach(lvng.streamChat("hi", noIdle), (event) => {
            seen.push(event)
            if (seen.length === 3) channel[how]()
            return Effect.void
          })
        )
        assert.instanceOf(error, ChatStreamError)
        assert.instanceOf(error, StreamError)
        assert.include(error, { _tag: "StreamError", reason: "cut", operation: "streamChat", platform: "lvng" })
        assert.strictEqual(error instanceof ChatStreamError && error.partialText, "Hello")
        assert.notInclude(JSON.stringify(error), "Hello")
        assert.lengthOf(seen, 3)
        yield* server.awaitOpenSockets(0)
      })
    )
  }

  for (const [data, message, code] of [
    [{ message: "out of credits", code: "NO_CREDITS" }, "out of credits", "NO_CREDITS"],
    [{ error: { message: "out of credits", code: "NO_CREDITS" } }, "out of credits", "NO_CREDITS"],
    [{ error: "out of credits" }, "out of credits", undefined],
    ["out of credits", "out of credits", undefined]
  ] as const) {
    it.scoped(`an error event is the error of the stream, after the text before it: ${JSON.stringify(data)}`, () =>
      Effect.gen(function* () {
        const body = H.events(H.delta("a"), ["error", data], H.delta("late"), H.done)
        const { lvng } = yield* H.make([FaultServer.sse(body, { headers: { "x-request-id": "r1" } })])
        const seen: Array<ChatEvent.ChatEvent> = []
        const error = yield* failure(
          Stream.runForEach(lvng.streamChat("hi", noIdle), (event) => Effect.sync(() => seen.push(event)))
        )
        assert.deepStrictEqual(seen, [{ _tag: "text_delta", delta: "a" }])
        assert.instanceOf(error, ChatStreamError)
        assert.include(error, {
          reason: "failed",
          message: `POST /api/v2/chat/stream: ${message}`,
          serverMessage: message,
          operation: "streamChat",
          status: 200,
          requestId: "r1",
          partialText: "a"
        })
        assert.strictEqual(error.code, code)
      })
    )
  }

  it.scoped("an error event without data, or without a known field, still ends the stream as failed", () =>
    Effect.gen(function* () {
      for (const text of ["event: error\n\n", 'event: error\ndata: {"x":1}\n\n']) {
        const { lvng } = yield* H.make([FaultServer.sse(text)])
        const error = yield* failure(Stream.runDrain(lvng.streamChat("hi", noIdle)))
        assert.include(error, { _tag: "StreamError", reason: "failed" })
        assert.include(error.message, "ended the stream with an error")
      }
    })
  )

  it("an error event rejects iterateSse with its message", async () => {
    const events = ChatEvent.iterateSse(new Response(H.events(H.delta("a"), ["error", { message: "out of credits" }])))
    const seen: Array<unknown> = []
    const error = await (async () => {
      for await (const event of events) seen.push(event)
    })().catch((cause: unknown) => cause)
    assert.lengthOf(seen, 1)
    assert.include(error, { reason: "failed", serverMessage: "out of credits", partialText: "a" })
  })

  it.scoped("done without data completes the stream", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([FaultServer.sse(`${H.events(H.delta("a"))}event: done\n\n`)])
      const events = yield* Stream.runCollect(lvng.streamChat("hi", noIdle))
      assert.deepStrictEqual(Chunk.toReadonlyArray(events), [
        { _tag: "text_delta", delta: "a" },
        { _tag: "done", data: "" }
      ])
    })
  )

  it.scoped("a 200 with success false instead of a stream is the error it stands for", () =>
    Effect.gen(function* () {
      for (const [body, tag] of [
        [{ success: false, error: { code: "RATE_LIMIT_EXCEEDED", message: "slow down" } }, "RateLimitError"],
        [{ success: false, error: { code: "FORBIDDEN", message: "slow down" } }, "PermissionDeniedError"],
        [{ success: false, error: "slow down" }, "ServerError"]
      ] as const) {
        const { lvng, server } = yield* H.make(() => FaultServer.json(body))
        const error = yield* failure(Stream.runDrain(lvng.streamChat("hi", noIdle)))
        assert.strictEqual(error._tag, tag)
        assert.include(error.message, "slow down")
        assert.lengthOf(server.requests, 1)
      }
    })
  )

  it.scoped("silence ends a stream after idleTimeout; heartbeats are no events", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const { lvng, server } = yield* H.make([FaultServer.controlledSse(channel)])
      channel.push(H.events(H.delta("Hel")))
      const fiber = yield* Effect.fork(failure(Stream.runDrain(lvng.streamChat("hi", { idleTimeout: 5000 }))))
      yield* server.awaitRequests(1)
      assert.strictEqual(yield* nextWait, 5000)
      channel.push(": beat\n\n")
      yield* TestClock.adjust(5000)
      yield* TestClock.adjust(5000)
      const error = yield* Fiber.join(fiber)
      assert.include(error, { _tag: "StreamError", reason: "idle" })
      yield* channel.closed
    })
  )

  it.scoped("taking a few, an error of the consumer and interruption close the connection", () =>
    Effect.gen(function* () {
      for (const leave of [
        (stream: Stream.Stream<ChatEvent.ChatEvent, ChatEvent.ChatError>) => Stream.runDrain(Stream.take(stream, 1)),
        (stream: Stream.Stream<ChatEvent.ChatEvent, ChatEvent.ChatError>) =>
          Effect.ignore(Stream.runForEach(stream, () => Effect.fail("enough"))),
        (stream: Stream.Stream<ChatEvent.ChatEvent, ChatEvent.ChatError>) =>
          Effect.gen(function* () {
            const fiber = yield* Effect.fork(Stream.runForEach(stream, () => Effect.never))
            yield* Effect.yieldNow()
            yield* Fiber.interrupt(fiber)
          })
      ]) {
        const channel = FaultServer.channel()
        const { lvng, server } = yield* H.make([FaultServer.controlledSse(channel)])
        channel.push(H.events(H.delta("a")))
        yield* leave(lvng.streamChat("hi", noIdle))
        yield* server.awaitOpenSockets(0)
      }
    })
  )

  it.scoped("an error before the first byte is one of the plain call", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([
        FaultServer.json({ error: "Unauthorized" }, { status: 401 }),
        FaultServer.json({ success: false, error: "no" }),
        FaultServer.reset
      ])
      const call = Effect.map(failure(Stream.runDrain(lvng.streamChat("hi", noIdle))), (error) => error._tag)
      assert.deepStrictEqual(
        [yield* call, yield* call, yield* call],
        ["AuthenticationError", "ServerError", "TransportError"]
      )
    })
  )

  it.scoped("a stream is sent when it is run, and anew each time", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => FaultServer.sse(H.events(H.done)))
      const stream = lvng.streamChat("hi", noIdle)
      assert.lengthOf(server.requests, 0)
      yield* Stream.runDrain(stream)
      yield* Stream.runDrain(stream)
      assert.lengthOf(server.requests, 2)
    })
  )
})

describe("iterateSse over an answer that the caller holds", () => {
  const body = (...pieces: ReadonlyArray<string>) => ReadableStream.from(pieces.map((piece) => Buffer.from(piece)))

  it("reads a Response, a Web stream and any source of bytes", async () => {
    const wire = H.events(H.delta("a"), H.done, H.delta("late"))
    for (const source of [new Response(wire), body(wire), [Buffer.from(wire)].values()]) {
      const all: Array<ChatEvent.ChatEvent> = []
      const bytes =
        source instanceof Response || source instanceof ReadableStream
          ? source
          : (async function* () {
              yield* source
            })()
      for await (const event of ChatEvent.iterateSse(bytes)) all.push(event)
      assert.deepStrictEqual(all, [{ _tag: "text_delta", delta: "a" }, end])
    }
  })

  it("rejects with the text so far when the body ends before done", async () => {
    let caught: unknown
    try {
      for await (const _ of ChatEvent.iterateSse(body(H.events(H.delta("Hel"), H.delta("lo")))));
    } catch (error) {
      caught = error
    }
    assert.instanceOf(caught, ChatStreamError)
    assert.include(caught, { reason: "cut", platform: "lvng" })
    assert.strictEqual(caught instanceof ChatStreamError && caught.partialText, "Hello")
  })

  it("leaving the loop cancels the body", async () => {
    let cancelled = false
    const source = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Buffer.from(H.events(H.delta("a")))),
      cancel: () => {
        cancelled = true
      }
    })
    for await (const _ of ChatEvent.iterateSse(source)) break
    assert.isTrue(cancelled)
  })

  it("a signal rejects with its reason", async () => {
    const controller = new AbortController()
    const reason = new Error("enough")
    const source = new ReadableStream<Uint8Array>({ start: () => controller.abort(reason) })
    let caught: unknown
    try {
      for await (const _ of ChatEvent.iterateSse(source, { signal: controller.signal }));
    } catch (error) {
      caught = error
    }
    assert.strictEqual(caught, reason)
  })
})
