import { getEventListeners } from "node:events"
import { createServer } from "node:http"
import { assert, describe, it } from "vitest"
import { StreamError } from "../src/ApiError.js"
import * as Sse from "../src/Sse.js"

const utf8 = new TextEncoder()

/** Emits `texts`, then stays open; `closed` settles when the source is closed. */
const makeSource = (texts: ReadonlyArray<string>) => {
  let close = (): void => undefined
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  let returns = 0
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const text of texts) yield utf8.encode(text)
    await new Promise(() => undefined)
  }
  const generator = bytes()
  const iterable: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({
      next: () => generator.next(),
      return: () => {
        returns++
        close()
        return generator.return(undefined)
      }
    })
  }
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const text of texts) controller.enqueue(utf8.encode(text))
    },
    cancel: () => {
      returns++
      close()
    }
  })
  return { iterable, stream, closed, returns: () => returns }
}

const collect = async (events: AsyncIterable<Sse.SseEvent>): Promise<ReadonlyArray<string>> => {
  const out: Array<string> = []
  for await (const event of events) out.push(event.data)
  return out
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "no failure",
    (error) => error
  )

for (const kind of ["iterable", "stream", "response"] as const) {
  const make = (...texts: ReadonlyArray<string>) => {
    const source = makeSource(texts)
    const body = kind === "response" ? new Response(source.stream) : kind === "stream" ? source.stream : source.iterable
    return { ...source, body }
  }

  describe(`iterate over a body given as ${kind}`, () => {
    it("break closes the source", async () => {
      const source = make("data: a\n\ndata: b\n\n")
      for await (const event of Sse.iterate(source.body)) {
        assert.deepStrictEqual(event, { event: "message", data: "a" })
        break
      }
      await source.closed
      assert.strictEqual(source.returns(), 1)
    })

    it("an error in the loop closes the source and is what the caller sees", async () => {
      const source = make("data: a\n\n")
      const error = new Error("mine")
      const seen = await failure(
        (async () => {
          for await (const _ of Sse.iterate(source.body)) throw error
        })()
      )
      await source.closed
      assert.strictEqual(seen, error)
    })

    it("the signal closes a source that is silent, rejects with its reason and leaves no listener", async () => {
      const source = make("data: a\n\n")
      const controller = new AbortController()
      const reason = new Error("stop")
      const seen = await failure(
        (async () => {
          for await (const _ of Sse.iterate(source.body, { signal: controller.signal })) {
            queueMicrotask(() => queueMicrotask(() => controller.abort(reason)))
          }
        })()
      )
      await source.closed
      assert.strictEqual(seen, reason)
      assert.lengthOf(getEventListeners(controller.signal, "abort"), 0)
    })

    it("the signal stops a loop that is busy", async () => {
      const source = make("data: a\n\ndata: b\n\n")
      const controller = new AbortController()
      const seen: Array<string> = []
      const error = await failure(
        (async () => {
          for await (const event of Sse.iterate(source.body, { signal: controller.signal })) {
            seen.push(event.data)
            controller.abort()
          }
        })()
      )
      await source.closed
      assert.containSubset(error, { name: "AbortError" })
      assert.deepStrictEqual(seen, ["a"])
    })

    it("a signal that is already aborted reads nothing and closes the source", async () => {
      const source = make("data: a\n\n")
      const error = await failure(collect(Sse.iterate(source.body, { signal: AbortSignal.abort() })))
      await source.closed
      assert.containSubset(error, { name: "AbortError" })
    })

    it("the terminal event ends the loop while the source stays open", async () => {
      const source = make("data: a\n\ndata: end\n\ndata: late\n\n")
      assert.deepStrictEqual(await collect(Sse.iterate(source.body, { terminal: (event) => event.data === "end" })), [
        "a",
        "end"
      ])
      await source.closed
    })

    it("return ends a next that waits, and closes the source", async () => {
      const source = make()
      const iterator = Sse.iterate(source.body)[Symbol.asyncIterator]()
      const waiting = iterator.next()
      await iterator.return?.()
      await source.closed
      assert.containSubset(await waiting, { done: true })
      assert.containSubset(await iterator.next(), { done: true })
    })

    it("silence beyond the idle limit is an idle StreamError and closes the source", async () => {
      const source = make("data: a\n\n: ping\n\n")
      const error = await failure(collect(Sse.iterate(source.body, { idleTimeout: 20 })))
      await source.closed
      assert.instanceOf(error, StreamError)
      assert.containSubset(error, { reason: "idle" })
    })
  })
}

describe("iterate", () => {
  const ends = (...texts: ReadonlyArray<string>) =>
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const text of texts) controller.enqueue(utf8.encode(text))
        controller.close()
      }
    })

  it("a body that ends before the terminal event is a cut StreamError", async () => {
    const error = await failure(collect(Sse.iterate(ends("data: a\n\n"), { terminal: () => false })))
    assert.containSubset(error, { _tag: "StreamError", reason: "cut" })
  })

  it("without a terminal event the end of the body is the end", async () => {
    assert.deepStrictEqual(await collect(Sse.iterate(ends("data: a\r", "\n\r\ndata: b\n\ndata: dropped"))), ["a", "b"])
    assert.deepStrictEqual(await collect(Sse.iterate(new Response(null))), [])
  })

  it("an error of the source reaches the caller", async () => {
    const error = new Error("reset")
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(error)
    })
    assert.strictEqual(await failure(collect(Sse.iterate(body))), error)
  })

  it("break closes the socket of a real response", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" })
      response.write("event: a\nid: 1\ndata: x\ndata: y\n\n")
    })
    const closed = new Promise<void>((resolve) => {
      server.on("connection", (socket) => socket.on("close", () => resolve()))
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const address = server.address()
    if (address === null || typeof address === "string") throw new Error("no port")
    try {
      for await (const event of Sse.iterate(await fetch(`http://127.0.0.1:${address.port}`))) {
        assert.deepStrictEqual(event, { event: "a", id: "1", data: "x\ny" })
        break
      }
      await closed
    } finally {
      server.close()
    }
  })
})
