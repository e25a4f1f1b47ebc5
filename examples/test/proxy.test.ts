import { assert, it } from "@effect/vitest"
import { Emulator } from "@trilum/emulator"
import { createLvng } from "@trilum/lvng/promise"
import * as Effect from "effect/Effect"
import { ask, handler } from "../src/proxy/chat.js"

const served = (apiKey: string) =>
  Effect.gen(function* () {
    const emulator = yield* Emulator.make({})
    const lvng = yield* Effect.acquireRelease(
      Effect.sync(() => createLvng({ apiKey, baseUrl: emulator.urls.lvng, retry: false })),
      (client) => Effect.promise(() => client.close())
    )
    const route = handler(lvng)
    return {
      emulator,
      send: (url: string, init: RequestInit): Promise<Response> => route(new Request(`http://page.example${url}`, init))
    }
  })

const text = async (items: AsyncIterable<string>): Promise<string> => {
  let all = ""
  for await (const item of items) all += item
  return all
}

it.scoped("a page chats through the server, and never has the key", () =>
  Effect.gen(function* () {
    const { send } = yield* served("lvng_sk_live_0123456789abcdef0123456789abcdef")
    assert.isNotEmpty(yield* Effect.promise(() => text(ask("What do widgets cost?", send))))
    const raw = yield* Effect.promise(() => send("/chat", { method: "POST", body: JSON.stringify({ message: "hi" }) }))
    assert.include(raw.headers.get("content-type"), "text/event-stream")
    assert.notInclude(yield* Effect.promise(() => raw.text()), "lvng_sk_live_0123456789abcdef0123456789abcdef")
  })
)

it.scoped("input without a message is refused", () =>
  Effect.gen(function* () {
    const { send } = yield* served("lvng_sk_live_0123456789abcdef0123456789abcdef")
    assert.strictEqual((yield* Effect.promise(() => send("/chat", { method: "POST", body: "{}" }))).status, 400)
  })
)
