import { describe, expect, expectTypeOf, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { getThing, transports, turn, watch } from "@trilum/testing/harness"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import * as ApiClient from "../src/ApiClient.js"
import * as ApiError from "../src/ApiError.js"
import * as Credential from "../src/Credential.js"
import * as PromiseClient from "../src/PromiseClient.js"

const makeThings = (api: ApiClient.ApiClient) => ({
  get: (id: string, options?: ApiClient.RequestOptions) => api.request(getThing, [id], undefined, options),
  watch: (id: string, options?: ApiClient.RequestOptions) =>
    api.events(watch, [id], undefined, { ...options, terminal: (event) => event.event === "done" }),
  count: (to: number): Stream.Stream<number> => Stream.range(1, to),
  buggy: (): Effect.Effect<never> => {
    throw new RangeError("a bug")
  }
})

type Things = ReturnType<typeof makeThings>

interface Resources {
  readonly things: Things
}

const methods: PromiseClient.Methods<Things> = { get: "effect", watch: "stream", count: "stream", buggy: "effect" }

class Api extends Context.Tag("test/Api")<Api, ApiClient.ApiClient>() {}

type Make = (client: ApiClient.ApiClient) => Things

/** A client whose resource is loaded by `load`, and how often that was asked to. */
const open = (url: string, load: () => Promise<Make>, transport = transports[0][1]) => {
  const made = ApiClient.make({ platform: "acme", baseUrl: url, credential: Credential.none, retry: false })
  const { runner, service } = PromiseClient.fromLayer(Api, Layer.provide(Layer.effect(Api, made), transport))
  let loads = 0
  const resources: PromiseClient.LazyResources<Resources, ApiClient.ApiClient> = {
    things: {
      load: () => {
        loads++
        return load()
      },
      methods
    }
  }
  const promised = PromiseClient.lazy({ platform: "acme", resources, client: service, runner })
  return { ...promised, close: runner.close, loads: () => loads }
}

type Client = ReturnType<typeof open>

interface Module {
  readonly load: () => Promise<Make>
  readonly arrive: () => void
}

/** A module that arrives when the test says so. */
const held = (): Module => {
  let arrive: (make: Make) => void = () => undefined
  const module = new Promise<Make>((resolve) => {
    arrive = resolve
  })
  return { load: () => module, arrive: () => arrive(makeThings) }
}

const good = FaultServer.json({ id: "1", kind: "big" })
const events = FaultServer.respond(200, {
  headers: { "content-type": "text/event-stream" },
  body: "data: 1\n\nevent: done\ndata: 2\n\n"
})

const rejection = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    (value) => Promise.reject(new Error(`resolved: ${JSON.stringify(value)}`)),
    (error: unknown) => error
  )

const each = (
  name: string,
  script: FaultServer.Script,
  module: () => Module,
  test: (client: Client, server: FaultServer.FaultServer, arrive: () => void) => Promise<void>
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
        const { arrive, load } = module()
        const client = open(server.url, load, layer)
        yield* Effect.promise(() => test(client, server, arrive).finally(() => client.close()))
        yield* turn
        expect(unhandled).toEqual([])
      })
    )
  }
}

/** A module that is there. */
const now = (): Module => ({ load: async () => makeThings, arrive: () => undefined })

describe("a resource that is loaded on first use", () => {
  each(
    "gives what an eager one gives, and is loaded once for calls at the same time",
    [good, good, events],
    now,
    async (client, server) => {
      expect(client.loads()).toBe(0)
      const [one, two] = await Promise.all([
        client.things.get("1"),
        client.things.get("2", { headers: { "x-a": "b" } })
      ])
      expect([one, two]).toEqual([
        { id: "1", kind: "big" },
        { id: "1", kind: "big" }
      ])
      const seen: Array<string> = []
      for await (const event of client.things.watch("1")) seen.push(event.data)
      expect(seen).toEqual(["1", "2"])
      expect(client.loads()).toBe(1)
      expect(server.requests.map(({ headers }) => headers["x-a"]).sort()).toEqual(["b", undefined, undefined])
    }
  )

  each("rejects with the real error class of a call", [FaultServer.respond(404)], now, async (client) => {
    expect(await rejection(client.things.get("7"))).toBeInstanceOf(ApiError.NotFoundError)
  })

  each("a method that throws rejects, before and after it is loaded", [], now, async (client) => {
    expect(await rejection(client.things.buggy())).toBeInstanceOf(RangeError)
    expect(await rejection(client.things.buggy())).toBeInstanceOf(RangeError)
  })

  each("has its methods before it is loaded", [], now, async (client) => {
    expect(Object.keys(client.things)).toEqual(["get", "watch", "count", "buggy"])
    expect(client.loads()).toBe(0)
  })
})

describe("a signal", () => {
  each(
    "that aborts while the code loads rejects at once, and nothing is ever sent",
    [],
    held,
    async (client, server, arrive) => {
      const controller = new AbortController()
      const reason = new Error("the user left")
      const call = rejection(client.things.get("1", { signal: controller.signal }))
      const next = rejection(client.things.watch("1", { signal: controller.signal })[Symbol.asyncIterator]().next())
      controller.abort(reason)
      for (const error of [await call, await next]) {
        expect(error).toBeInstanceOf(PromiseClient.AbortError)
        expect(error).toMatchObject({ name: "AbortError", cause: reason })
      }
      arrive()
      await Effect.runPromise(turn)
      expect(server.requests).toEqual([])
    }
  )

  each("that has aborted before the call loads nothing", [], now, async (client) => {
    const options = { signal: AbortSignal.abort() }
    expect(await rejection(client.things.get("1", options))).toBeInstanceOf(PromiseClient.AbortError)
    const iterator = client.things.watch("1", options)[Symbol.asyncIterator]()
    expect(await rejection(iterator.next())).toBeInstanceOf(PromiseClient.AbortError)
    expect(client.loads()).toBe(0)
  })

  each("close() ends calls whose code is loading, and later ones load nothing", [], held, async (client, server) => {
    const call = rejection(client.things.get("1"))
    await client.close()
    expect(await call).toBeInstanceOf(PromiseClient.AbortError)
    expect(await rejection(client.things.get("1"))).toBeInstanceOf(PromiseClient.AbortError)
    expect(client.loads()).toBe(1)
    expect(server.requests).toEqual([])
  })
})

describe("an async iterable", () => {
  each("loads when it is iterated, each time it is", [], now, async (client) => {
    const numbers = client.things.count(3)
    expect(client.loads()).toBe(0)
    for (let round = 0; round < 2; round++) {
      const seen: Array<number> = []
      for await (const number of numbers) seen.push(number)
      expect(seen).toEqual([1, 2, 3])
    }
    expect(client.loads()).toBe(1)
  })

  each("that is left while its code loads is over", [], held, async (client, server, arrive) => {
    const iterator = client.things.watch("1")[Symbol.asyncIterator]()
    const pending = iterator.next()
    await iterator.return?.()
    expect(await pending).toEqual({ done: true, value: undefined })
    arrive()
    await Effect.runPromise(turn)
    expect(server.requests).toEqual([])
  })
})

describe("code that cannot be loaded", () => {
  for (const [transport, layer] of transports) {
    it.scopedLive(`fails the call alone: the next one tries again (${transport})`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([good])
        const offline = new TypeError("Failed to fetch dynamically imported module")
        let online = false
        const client = open(server.url, () => (online ? now().load() : Promise.reject(offline)), layer)
        yield* Effect.addFinalizer(() => Effect.promise(client.close))
        const first = yield* Effect.promise(() => rejection(client.things.get("1")))
        const second = yield* Effect.promise(() => rejection(client.things.count(1)[Symbol.asyncIterator]().next()))
        for (const error of [first, second]) {
          expect(error).toBeInstanceOf(ApiError.TransportError)
          expect(error).toMatchObject({
            platform: "acme",
            code: "CODE_NOT_LOADED",
            attempts: 0,
            cause: { name: "TypeError", message: offline.message }
          })
          expect(String(error)).toContain("things: ")
        }
        online = true
        expect(yield* Effect.promise(() => client.things.get("1"))).toEqual({ id: "1", kind: "big" })
        expect(server.requests.length).toBe(1)
      })
    )
  }
})

describe("types", () => {
  it("are those of the eager client, and a table cannot be wrong", () => {
    expectTypeOf<Client["things"]>().toEqualTypeOf<PromiseClient.Promised<Resources>["things"]>()
    expectTypeOf<PromiseClient.Methods<Things>>().toEqualTypeOf<{
      readonly get: "effect"
      readonly watch: "stream"
      readonly count: "stream"
      readonly buggy: "effect"
    }>()
    // @ts-expect-error a method is missing
    const missing: PromiseClient.Methods<Things> = { get: "effect", watch: "stream", count: "stream" }
    // @ts-expect-error a stream is no effect
    const wrong: PromiseClient.Methods<Things> = { ...methods, watch: "effect" }
    // @ts-expect-error an effect is no stream
    const wrongToo: PromiseClient.Methods<Things> = { ...methods, get: "stream" }
    // @ts-expect-error what answers at once cannot wait for its code
    const sync: PromiseClient.Methods<{ readonly double: (n: number) => number }> = { double: "effect" }
    expect([missing, wrong, wrongToo, sync].length).toBe(4)
  })
})
