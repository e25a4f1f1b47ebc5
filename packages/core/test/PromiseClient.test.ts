import { getEventListeners } from "node:events"
import { assert, describe, expect, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { download, failure, getThing, transports, turn, watch } from "@trilum/testing/harness"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import * as ApiClient from "../src/ApiClient.js"
import * as ApiError from "../src/ApiError.js"
import * as Credential from "../src/Credential.js"
import * as PromiseClient from "../src/PromiseClient.js"

const makeService = (api: ApiClient.ApiClient) => ({
  version: 7,
  things: {
    get: (id: string, options?: ApiClient.RequestOptions) => api.request(getThing, [id], undefined, options),
    watch: (id: string, options?: ApiClient.RequestOptions) =>
      api.events(watch, [id], undefined, { ...options, terminal: (event) => event.event === "done" }),
    deep: {
      download: (id: string, options?: ApiClient.RequestOptions) => api.stream(download, [id], undefined, options)
    }
  },
  ping: Effect.succeed("pong"),
  double: (value: number): number => value * 2,
  defect: (): Effect.Effect<never> => Effect.die(new RangeError("a bug")),
  count: (): Stream.Stream<number> => Stream.make(1, 2, 3)
})

type Service = ReturnType<typeof makeService>

class Acme extends Context.Tag("test/Acme")<Acme, Service>() {}

const open = (url: string, transport = transports[0][1]): Client => {
  const layer = Layer.effect(
    Acme,
    Effect.map(
      ApiClient.make({ platform: "acme", baseUrl: url, credential: Credential.none, retry: false }),
      makeService
    )
  ).pipe(Layer.provide(transport))
  const { runner, service } = PromiseClient.fromLayer(Acme, layer)
  return clientOf(service, runner)
}

const clientOf = (service: Service, runner: PromiseClient.Runner): Client => ({
  ...PromiseClient.promised(service, runner),
  derive: () => clientOf(service, runner.derive()),
  close: runner.close,
  [Symbol.asyncDispose]: runner[Symbol.asyncDispose]
})

type Client = PromiseClient.Promised<Service> & PromiseClient.Closeable & { readonly derive: () => Client }

const listeners = (signal: AbortSignal): number => getEventListeners(signal, "abort").length

const good = FaultServer.json({ id: "1", kind: "big" })

/** What a promise rejects with. */
const rejection = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    (value) => Promise.reject(new Error(`resolved: ${JSON.stringify(value)}`)),
    (error: unknown) => error
  )

/** A test with a server and a client on each transport; fails when anything was left unhandled. */
const each = (
  name: string,
  script: FaultServer.Script,
  test: (client: Client, server: FaultServer.FaultServer) => Promise<void>
): void => {
  for (const [transport, layer] of transports) {
    it.scopedLive(`${name} (${transport})`, () =>
      Effect.gen(function* () {
        const unhandled: Array<unknown> = []
        const note = (reason: unknown): void => {
          unhandled.push(reason)
        }
        yield* Effect.acquireRelease(
          Effect.sync(() => process.on("unhandledRejection", note)),
          () => Effect.sync(() => process.off("unhandledRejection", note))
        )
        const server = yield* FaultServer.make(script)
        const client = open(server.url, layer)
        yield* Effect.promise(() => test(client, server).finally(() => client.close()))
        yield* turn
        expect(unhandled).toEqual([])
        // fetch keeps idle connections in a pool of the process.
        if (transport === "NodeTransport") yield* server.awaitOpenSockets(0)
      })
    )
  }
}

const wait = <A>(effect: Effect.Effect<A>): Promise<A> => Effect.runPromise(effect)

describe("calls", () => {
  each("effects are promises, nested services and plain members stay", [good], async (client) => {
    expect(await client.things.get("1")).toEqual({ id: "1", kind: "big" })
    expect(await client.ping()).toBe("pong")
    expect(client.double(21)).toBe(42)
    expect(client.version).toBe(7)
  })

  each("reject with the real error class", [FaultServer.respond(404)], async (client) => {
    const error = await rejection(client.things.get("7"))
    expect(error).toBeInstanceOf(ApiError.NotFoundError)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ _tag: "NotFoundError", name: "NotFoundError", identifier: "7", status: 404 })
  })

  each("a bug is itself, not a wrapped one", [], async (client) => {
    expect(await rejection(client.defect())).toBeInstanceOf(RangeError)
  })

  each("options reach the method without the signal", [good], async (client, server) => {
    const { signal } = new AbortController()
    await client.things.get("1", { headers: { "x-a": "b" }, signal })
    expect(server.requests[0]?.headers["x-a"]).toBe("b")
  })
})

describe("AbortSignal", () => {
  each("aborted before: nothing is sent", [good], async (client, server) => {
    const error = await rejection(client.things.get("1", { signal: AbortSignal.abort("no time") }))
    expect(error).toBeInstanceOf(PromiseClient.AbortError)
    expect(error).toMatchObject({ name: "AbortError", cause: "no time" })
    expect(server.totalSockets).toBe(0)
  })

  each(
    "aborted during: rejects with the reason and destroys the socket",
    [FaultServer.never],
    async (client, server) => {
      const controller = new AbortController()
      const call = rejection(client.things.get("1", { signal: controller.signal }))
      await wait(server.awaitRequests(1))
      const reason = new Error("the user left")
      controller.abort(reason)
      expect(await call).toMatchObject({ name: "AbortError", message: "the user left", cause: reason })
      await wait(server.awaitOpenSockets(0))
      expect(listeners(controller.signal)).toBe(0)
    }
  )

  each(
    "ends all calls that share it",
    () => FaultServer.never,
    async (client, server) => {
      const controller = new AbortController()
      const calls = Array.from({ length: 12 }, () => rejection(client.things.get("1", { signal: controller.signal })))
      await wait(server.awaitRequests(12))
      controller.abort("all")
      for (const error of await Promise.all(calls)) expect(error).toMatchObject({ name: "AbortError", cause: "all" })
      await wait(server.awaitOpenSockets(0))
      expect(listeners(controller.signal)).toBe(0)
    }
  )

  each("aborted after: nothing happens", [good], async (client) => {
    const controller = new AbortController()
    expect(await client.things.get("1", { signal: controller.signal })).toMatchObject({ id: "1" })
    controller.abort()
  })

  each(
    "a long-lived signal keeps no listener",
    () => good,
    async (client) => {
      const { signal } = new AbortController()
      for (let call = 0; call < 30; call++) await client.things.get("1", { signal })
      const calls = Array.from({ length: 20 }, () => client.things.get("1", { signal }))
      // More than ten make Node warn of a leak.
      expect(listeners(signal)).toBe(1)
      await Promise.all(calls)
      expect(listeners(signal)).toBe(0)
    }
  )

  each(
    "a long-lived signal keeps no listener of failed calls",
    () => FaultServer.respond(500),
    async (client) => {
      const { signal } = new AbortController()
      for (let call = 0; call < 10; call++) await rejection(client.things.get("1", { signal }))
      expect(listeners(signal)).toBe(0)
    }
  )

  each("a timeout signal is an AbortError whose cause says so", [FaultServer.never], async (client) => {
    const error = await rejection(client.things.get("1", { signal: AbortSignal.timeout(20) }))
    expect(error).toMatchObject({ name: "AbortError", cause: { name: "TimeoutError" } })
  })
})

const events = "data: 1\n\ndata: 2\n\nevent: done\ndata: 3\n\n"

describe("streams", () => {
  each(
    "are async iterables, each iteration a run of its own",
    () => FaultServer.sse(events),
    async (client, server) => {
      const stream = client.things.watch("1")
      for (let run = 0; run < 2; run++) {
        const seen: Array<string> = []
        for await (const event of stream) seen.push(event.data)
        expect(seen).toEqual(["1", "2", "3"])
      }
      expect(server.requests).toHaveLength(2)
      const numbers: Array<number> = []
      for await (const value of client.count()) numbers.push(value)
      expect(numbers).toEqual([1, 2, 3])
    }
  )

  each("nothing is sent before the first item is asked for", [], async (client, server) => {
    const iterator = client.things.watch("1")[Symbol.asyncIterator]()
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined })
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
    expect(server.totalSockets).toBe(0)
  })

  each("an error rejects with its class, and the iterator is over", [FaultServer.respond(401)], async (client) => {
    const iterator = client.things.watch("1")[Symbol.asyncIterator]()
    expect(await rejection(iterator.next())).toBeInstanceOf(ApiError.AuthenticationError)
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
  })

  each(
    "a cut rejects with a StreamError after the events before it",
    [FaultServer.sse("data: 1\n\n")],
    async (client) => {
      const seen: Array<string> = []
      const error = await rejection(
        (async () => {
          for await (const event of client.things.watch("1")) seen.push(event.data)
        })()
      )
      expect(seen).toEqual(["1"])
      expect(error).toBeInstanceOf(ApiError.StreamError)
    }
  )

  for (const [how, leave] of [
    [
      "break",
      async (stream: AsyncIterable<unknown>) => {
        for await (const _ of stream) break
      }
    ],
    [
      "throw",
      async (stream: AsyncIterable<unknown>) => {
        await rejection(
          (async () => {
            for await (const _ of stream) throw new Error("mine")
          })()
        )
      }
    ],
    [
      "return",
      async (stream: AsyncIterable<unknown>) => {
        const first = async (): Promise<unknown> => {
          for await (const item of stream) return item
          return undefined
        }
        expect(await first()).toMatchObject({ data: "1" })
      }
    ]
  ] as const) {
    const channel = { current: FaultServer.channel() }
    each(
      `${how} closes the socket`,
      () => {
        channel.current = FaultServer.channel()
        channel.current.push("data: 1\n\n")
        return FaultServer.controlledSse(channel.current)
      },
      async (client, server) => {
        const controller = new AbortController()
        await leave(client.things.watch("1", { signal: controller.signal }))
        await wait(channel.current.closed)
        await wait(server.awaitOpenSockets(0))
        expect(listeners(controller.signal)).toBe(0)
      }
    )
  }

  const held = { current: FaultServer.channel() }
  const holding = () => {
    held.current = FaultServer.channel()
    held.current.push("data: 1\n\n")
    return FaultServer.controlledSse(held.current)
  }

  each("return while next waits ends both at once", holding, async (client, server) => {
    const iterator = client.things.watch("1")[Symbol.asyncIterator]()
    await iterator.next()
    const pending = iterator.next()
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined })
    expect(await pending).toEqual({ done: true, value: undefined })
    await wait(server.awaitOpenSockets(0))
  })

  each(
    "the signal closes the socket while nobody waits, and the next call of next tells it",
    holding,
    async (client, server) => {
      const controller = new AbortController()
      const iterator = client.things.watch("1", { signal: controller.signal })[Symbol.asyncIterator]()
      await iterator.next()
      controller.abort("enough")
      await wait(held.current.closed)
      await wait(server.awaitOpenSockets(0))
      expect(await rejection(iterator.next())).toMatchObject({ name: "AbortError", cause: "enough" })
      expect(await iterator.next()).toEqual({ done: true, value: undefined })
      expect(listeners(controller.signal)).toBe(0)
    }
  )

  each("the signal ends a next that waits", holding, async (client, server) => {
    const controller = new AbortController()
    const iterator = client.things.watch("1", { signal: controller.signal })[Symbol.asyncIterator]()
    await iterator.next()
    const pending = rejection(iterator.next())
    controller.abort("enough")
    expect(await pending).toMatchObject({ name: "AbortError", cause: "enough" })
    await wait(server.awaitOpenSockets(0))
  })

  each("a signal aborted before sends nothing", [], async (client, server) => {
    const stream = client.things.watch("1", { signal: AbortSignal.abort("early") })
    expect(await rejection(stream[Symbol.asyncIterator]().next())).toMatchObject({ name: "AbortError", cause: "early" })
    expect(server.totalSockets).toBe(0)
  })

  each(
    "calls of next that overlap are answered in order, each item once",
    () => FaultServer.sse(events),
    async (client) => {
      const iterator = client.things.watch("1")[Symbol.asyncIterator]()
      const results = await Promise.all(Array.from({ length: 6 }, () => iterator.next()))
      expect(results.map((result) => (result.done === true ? "end" : result.value.data))).toEqual([
        "1",
        "2",
        "3",
        "end",
        "end",
        "end"
      ])
    }
  )

  each(
    "calls of next that overlap an error: one rejects, the others end",
    [FaultServer.respond(500)],
    async (client) => {
      const iterator = client.things.watch("1")[Symbol.asyncIterator]()
      const results = await Promise.allSettled([iterator.next(), iterator.next(), iterator.next()])
      expect(results.map((result) => result.status)).toEqual(["rejected", "fulfilled", "fulfilled"])
    }
  )

  each("bytes of a nested service", [FaultServer.respond(200, { body: "abc" })], async (client) => {
    const chunks: Array<Uint8Array> = []
    for await (const chunk of client.things.deep.download("1")) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe("abc")
  })
})

describe("close", () => {
  const channel = { current: FaultServer.channel() }
  each(
    "ends calls and streams under way, closes their sockets, and is safe twice",
    (_, index) => {
      if (index === 0) return FaultServer.never
      channel.current = FaultServer.channel()
      channel.current.push("data: 1\n\n")
      return FaultServer.controlledSse(channel.current)
    },
    async (client, server) => {
      const call = rejection(client.things.get("1"))
      await wait(server.awaitRequests(1))
      const waiting = client.things.watch("1")[Symbol.asyncIterator]()
      const idle = client.things.watch("2")[Symbol.asyncIterator]()
      await waiting.next()
      await idle.next()
      const pending = rejection(waiting.next())
      const [first, second] = [client.close(), client.close()]
      await Promise.all([first, second])
      await wait(server.awaitOpenSockets(0))
      for (const error of [await call, await pending, await rejection(idle.next())]) {
        expect(error).toBeInstanceOf(PromiseClient.AbortError)
        expect(error).toMatchObject({ message: "the client is closed" })
      }
      await client.close()
    }
  )

  each("calls after it are refused", [], async (client, server) => {
    await client.close()
    expect(await rejection(client.things.get("1"))).toMatchObject({
      name: "AbortError",
      message: "the client is closed"
    })
    const iterator = client.things.watch("1")[Symbol.asyncIterator]()
    expect(await rejection(iterator.next())).toMatchObject({ name: "AbortError" })
    expect(server.totalSockets).toBe(0)
  })

  each("await using closes", [good], async (client) => {
    {
      await using scoped = client
      await scoped.things.get("1")
    }
    expect(await rejection(client.things.get("1"))).toMatchObject({ name: "AbortError" })
  })
})

describe("a derived client", () => {
  const held = { current: FaultServer.channel() }
  const script = (_: FaultServer.RecordedRequest, index: number): FaultServer.Answer => {
    if (index === 0) return FaultServer.never
    if (index > 1) return good
    held.current = FaultServer.channel()
    held.current.push("data: 1\n\n")
    return FaultServer.controlledSse(held.current)
  }
  /** A call and a stream under way, and what each rejects with. */
  const underWay = async (
    client: Client,
    server: FaultServer.FaultServer
  ): Promise<ReadonlyArray<Promise<unknown>>> => {
    const call = rejection(client.things.get("1"))
    await wait(server.awaitRequests(1))
    const stream = client.things.watch("1")[Symbol.asyncIterator]()
    await stream.next()
    return [call, rejection(stream.next())]
  }
  const closed = { name: "AbortError", message: "the client is closed" }

  each("closing it ends its own calls and no others", script, async (client, server) => {
    const derived = client.derive()
    const own = await underWay(derived.derive(), server)
    await derived.close()
    for (const ended of own) expect(await ended).toMatchObject(closed)
    expect(await rejection(derived.things.get("1"))).toMatchObject(closed)
    expect(await client.things.get("1")).toEqual({ id: "1", kind: "big" })
    expect(await client.derive().things.get("1")).toEqual({ id: "1", kind: "big" })
  })

  each("ends with the client it comes from", script, async (client, server) => {
    const derived = client.derive()
    const own = await underWay(derived, server)
    await client.close()
    for (const ended of own) expect(await ended).toMatchObject(closed)
    expect(await rejection(derived.things.get("1"))).toMatchObject(closed)
  })
})

describe("a client that cannot be built", () => {
  it("throws its own error where it is made", () => {
    expect(() => open("not a url")).toThrow(ApiError.ConfigurationError)
  })

  it("releases what it had", async () => {
    let released = 0
    const broken = Layer.scoped(
      Acme,
      Effect.zipRight(
        Effect.acquireRelease(Effect.void, () => Effect.sync(() => released++)),
        Effect.fail(new ApiError.ConfigurationError({ platform: "acme", message: "no key" }))
      )
    )
    expect(() => PromiseClient.fromLayer(Acme, broken)).toThrow("no key")
    await wait(turn)
    expect(released).toBe(1)
  })

  it.effect("is a plain Effect failure on the other surface", () =>
    Effect.gen(function* () {
      const error = yield* failure(
        ApiClient.make({ platform: "acme", baseUrl: "x", credential: Credential.none }).pipe(
          Effect.provide(transports[0][1])
        )
      )
      expect(error).toBeInstanceOf(ApiError.ConfigurationError)
    })
  )
})

const fixed = Clock.make()

describe("the environment of the layer", () => {
  it("what a layer changes for its fibers holds for the calls", async () => {
    const seen: Array<string | undefined> = []
    class Probe extends Context.Tag("test/Probe")<Probe, { readonly look: () => Effect.Effect<void> }>() {}
    const layer = Layer.merge(
      Layer.succeed(Probe, {
        look: () => Effect.map(Effect.clock, (clock) => void seen.push(clock === fixed ? "the layer's" : undefined))
      }),
      Layer.setClock(fixed)
    )
    const { runner, service } = PromiseClient.fromLayer(Probe, layer)
    await PromiseClient.promised(service, runner).look()
    await runner.close()
    expect(seen).toEqual(["the layer's"])
  })
})

describe("the event loop", () => {
  it("has its turn while the fiber of a call yields without end", async () => {
    let isOver = false
    class Busy extends Context.Tag("test/Busy")<Busy, { readonly wait: () => Effect.Effect<void> }>() {}
    const wait = (): Effect.Effect<void> => Effect.repeat(Effect.yieldNow(), { until: () => isOver })
    const { runner, service } = PromiseClient.fromLayer(Busy, Layer.succeed(Busy, { wait }))
    setTimeout(() => {
      isOver = true
    })
    await PromiseClient.promised(service, runner).wait()
    await runner.close()
    assert.isTrue(isOver)
  })
})

describe("the stack of an error", () => {
  const firstFrame = (error: unknown): string =>
    error instanceof Error
      ? (error.stack?.split("\n").find((line) => line.startsWith("    at ") && !line.includes("(node:")) ?? "no frame")
      : "none"

  each(
    "shows the line of the program that awaits a call, a stream and a call that is aborted",
    () => FaultServer.json({ message: "no such thing" }, { status: 404 }),
    async (client) => {
      const caught = async (program: () => Promise<unknown>): Promise<unknown> => {
        try {
          return await program()
        } catch (error) {
          return error
        }
      }
      const missing = await caught(async function callOfProgram() {
        await client.things.get("1")
      })
      assert.match(firstFrame(missing), /callOfProgram .*PromiseClient\.test\.ts/)
      assert.include(String(missing instanceof Error && missing.stack), "no such thing")

      const stream = await caught(async function loopOfProgram() {
        for await (const _ of client.things.watch("1"));
      })
      assert.match(firstFrame(stream), /loopOfProgram .*PromiseClient\.test\.ts/)

      const aborted = await caught(async function abortedCall() {
        await client.things.get("1", { signal: AbortSignal.abort() })
      })
      assert.match(firstFrame(aborted), /abortedCall .*PromiseClient\.test\.ts/)
    }
  )

  it("shows the line that builds a client which cannot be built", () => {
    const layer = Layer.fail(new ApiError.ConfigurationError({ platform: "acme", message: "API key is required" }))
    const build = (): unknown => PromiseClient.fromLayer(Acme, layer)
    try {
      build()
      assert.fail("built")
    } catch (error) {
      assert.match(firstFrame(error), /at build .*PromiseClient\.test\.ts/)
    }
  })
})
