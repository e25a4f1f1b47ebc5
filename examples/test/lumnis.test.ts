import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { Emulator } from "@trilum/emulator"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as EffectStyle from "../src/lumnis/effect.js"
import * as PromiseStyle from "../src/lumnis/promise.js"

const execute = promisify(execFile)
const script = fileURLToPath(new URL("../src/lumnis/command-line.sh", import.meta.url))
const bundle = fileURLToPath(new URL("../../packages/cli/dist/trilum.mjs", import.meta.url))

/** Runs are quick, but for the one that is called off. */
const emulator = Effect.gen(function* () {
  const { script, urls } = yield* Emulator.make({ pace: 0.05 })
  yield* script({ match: { prompt: "long report" }, script: { steps: [{ after: 3_600_000, status: "succeeded" }] } })
  return urls
})

describe("the main job works as the examples show it", () => {
  it.scopedLive("with Effect", () =>
    Effect.gen(function* () {
      const urls = yield* emulator
      const environment = ConfigProvider.fromMap(
        new Map([
          ["LUMNISAI_API_KEY", "key"],
          ["LUMNISAI_BASE_URL", urls.lumnis]
        ])
      )
      const result = yield* Effect.withConfigProvider(EffectStyle.main, environment)
      assert.strictEqual(result.thread.user_id, result.user.id)
      assert.include(result.answer, "market")
      assert.deepStrictEqual([...result.statuses].sort(), ["cancelled", "succeeded"])
    })
  )

  it.scopedLive("with promises", () =>
    Effect.gen(function* () {
      const urls = yield* emulator
      const result = yield* Effect.promise(() => PromiseStyle.main({ apiKey: "key", baseUrl: urls.lumnis }))
      assert.strictEqual(result.thread.user_id, result.user.id)
      assert.include(result.answer, "market")
      assert.deepStrictEqual([...result.statuses].sort(), ["cancelled", "succeeded"])
    })
  )

  it.scopedLive("at the terminal, with the built command", () =>
    Effect.gen(function* () {
      const urls = yield* emulator
      const { stderr, stdout } = yield* Effect.promise(() => {
        const running = execute("bash", [script], {
          env: {
            PATH: process.env["PATH"],
            HOME: "/nonexistent",
            TRILUM: `${process.execPath} ${bundle}`,
            LUMNISAI_API_KEY: "key",
            LUMNISAI_BASE_URL: urls.lumnis
          }
        })
        // A pipe that stays open is input that is still to come.
        running.child.stdin?.end()
        return running
      })
      assert.include(stderr, "PROCESSING: ")
      const lines = stdout.trimEnd().split("\n")
      const list: unknown = JSON.parse(lines[lines.length - 1] ?? "")
      assert.include(lines.slice(0, -1).join("\n"), "market")
      assert.deepStrictEqual(
        JSON.stringify(list)
          .match(/"status":"\w+"/g)
          ?.sort(),
        [`"status":"cancelled"`, `"status":"succeeded"`]
      )
    })
  )
})
