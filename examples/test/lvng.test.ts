import { assert, describe, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import { Emulator } from "@trilum/emulator"
import { Lvng } from "@trilum/lvng"
import { createLvng, type LvngPromise } from "@trilum/lvng/promise"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as EffectTeam from "../src/lvng/effect/agentTeam.js"
import * as EffectReports from "../src/lvng/effect/automatedReports.js"
import * as EffectBridge from "../src/lvng/effect/chatBridge.js"
import * as EffectContent from "../src/lvng/effect/contentPipeline.js"
import * as EffectRag from "../src/lvng/effect/knowledgeRag.js"
import * as EffectResearch from "../src/lvng/effect/researchPipeline.js"
import * as PromiseTeam from "../src/lvng/promise/agentTeam.js"
import * as PromiseReports from "../src/lvng/promise/automatedReports.js"
import * as PromiseBridge from "../src/lvng/promise/chatBridge.js"
import * as PromiseContent from "../src/lvng/promise/contentPipeline.js"
import * as PromiseRag from "../src/lvng/promise/knowledgeRag.js"
import * as PromiseResearch from "../src/lvng/promise/researchPipeline.js"

const key = "lvng_sk_live_0123456789abcdef0123456789abcdef"

/** An emulator that answers at once. */
const emulator = Emulator.make({ pace: 0 })

/** Runs an Effect program as it is, and counts the agents it leaves behind. */
const effectStyle = <A, E>(program: Effect.Effect<A, E, Lvng>) =>
  Effect.gen(function* () {
    const { urls } = yield* emulator
    const layer = Lvng.layer({ apiKey: key, baseUrl: urls.lvng })
    const whole = Effect.gen(function* () {
      const result = yield* program
      const left = yield* Stream.runCount((yield* Lvng).agents.listAll())
      assert.strictEqual(left, 0)
      return result
    })
    return yield* Effect.provide(whole, Layer.provide(layer, NodeTransport.layer()))
  })

/** As {@link effectStyle}, for a program of promises. */
const promiseStyle = <A>(program: (lvng: LvngPromise) => Promise<A>) =>
  Effect.flatMap(emulator, ({ urls }) =>
    Effect.promise(async () => {
      await using lvng = createLvng({ apiKey: key, baseUrl: urls.lvng })
      const result = await program(lvng)
      for await (const agent of lvng.agents.listAll()) assert.fail(`${agent.name} was left behind`)
      return result
    })
  )

const documents = [
  { title: "Pricing", content: "Widgets cost nine euros." },
  { title: "Support", content: "Support answers within a day." },
  { name: "scan.pdf", content: Uint8Array.of(0xff, 0xd8) }
]

const messages = [
  { author: "ada", text: "first" },
  { author: "grace", text: "hello [tokens=6] [cut] [at=2]" },
  { author: "ada", text: "second" }
]

const posted = ["@ada You said: first", "@ada You said: second", "@grace token0 token1 (interrupted)"]

describe("the cookbook, with Effect", () => {
  it.scopedLive("research pipeline", () =>
    Effect.gen(function* () {
      const { report, sources } = yield* effectStyle(
        Effect.zipRight(EffectRag.learn(documents), EffectResearch.researchPipeline("What do widgets cost?"))
      )
      assert.strictEqual(sources, 1)
      assert.include(report, { title: "What do widgets cost?", type: "report" })
    })
  )

  it.scopedLive("content pipeline", () =>
    Effect.gen(function* () {
      const { article, criticism } = yield* effectStyle(EffectContent.contentPipeline("Widgets"))
      assert.include(criticism, "Critic here")
      assert.include(article, { title: "Widgets", type: "document" })
    })
  )

  it.scopedLive("team of agents", () =>
    Effect.gen(function* () {
      const { opinions, plan } = yield* effectStyle(EffectTeam.agentTeam("Enter the Nordic market"))
      assert.deepStrictEqual(
        opinions.map((opinion) => opinion.split(":")[0]),
        ["Market", "Engineering", "Risk"]
      )
      assert.include(plan, "Lead here")
    })
  )

  it.scopedLive("knowledge", () =>
    Effect.gen(function* () {
      const { learned, text } = yield* effectStyle(
        Effect.gen(function* () {
          const learned = yield* EffectRag.learn(documents)
          const pieces = yield* Stream.runCollect(EffectRag.answer("What do widgets cost?"))
          return { learned, text: Chunk.join(pieces, "") }
        })
      )
      assert.deepStrictEqual(learned, { taken: 2, failed: ["scan.pdf"] })
      assert.include(text, "Widgets cost nine euros.")
    })
  )

  it.scopedLive("automated reports", () =>
    Effect.gen(function* () {
      const { result } = yield* effectStyle(
        EffectReports.automatedReports("every week collect the sales and write a report")
      )
      assert.isTrue(Option.isSome(result))
    })
  )

  it.scopedLive("chat bridge", () =>
    Effect.gen(function* () {
      const posts: Array<string> = []
      yield* effectStyle(
        EffectBridge.chatBridge({
          messages: Stream.fromIterable(messages),
          post: ({ text }) => Effect.sync(() => posts.push(text))
        })
      )
      assert.deepStrictEqual(posts.sort(), posted)
    })
  )
})

describe("the cookbook, with promises", () => {
  it.scopedLive("research pipeline", () =>
    Effect.gen(function* () {
      const { report, sources } = yield* promiseStyle(async (lvng) => {
        await PromiseRag.learn(lvng, documents)
        return PromiseResearch.researchPipeline(lvng, "What do widgets cost?")
      })
      assert.strictEqual(sources, 1)
      assert.include(report, { title: "What do widgets cost?", type: "report" })
    })
  )

  it.scopedLive("content pipeline", () =>
    Effect.gen(function* () {
      const { article, criticism } = yield* promiseStyle((lvng) => PromiseContent.contentPipeline(lvng, "Widgets"))
      assert.include(criticism, "Critic here")
      assert.include(article, { title: "Widgets", type: "document" })
    })
  )

  it.scopedLive("team of agents", () =>
    Effect.gen(function* () {
      const { opinions, plan } = yield* promiseStyle((lvng) => PromiseTeam.agentTeam(lvng, "Enter the Nordic market"))
      assert.lengthOf(opinions, 3)
      assert.include(plan, "Lead here")
    })
  )

  it.scopedLive("knowledge", () =>
    Effect.gen(function* () {
      const { learned, text } = yield* promiseStyle(async (lvng) => {
        const learned = await PromiseRag.learn(lvng, documents)
        let text = ""
        for await (const piece of PromiseRag.answer(lvng, "What do widgets cost?")) text += piece
        return { learned, text }
      })
      assert.deepStrictEqual(learned, { taken: 2, failed: ["scan.pdf"] })
      assert.include(text, "Widgets cost nine euros.")
    })
  )

  it.scopedLive("automated reports", () =>
    Effect.gen(function* () {
      const { result } = yield* promiseStyle((lvng) =>
        PromiseReports.automatedReports(lvng, "every week collect the sales and write a report")
      )
      assert.isDefined(result)
    })
  )

  it.scopedLive("chat bridge", () =>
    Effect.gen(function* () {
      const posts: Array<string> = []
      const room = {
        messages: (async function* () {
          yield* messages
        })(),
        post: async ({ text }: PromiseBridge.Message) => {
          posts.push(text)
        }
      }
      yield* promiseStyle((lvng) => PromiseBridge.chatBridge(lvng, room))
      assert.deepStrictEqual(posts.sort(), posted)
    })
  )
})
