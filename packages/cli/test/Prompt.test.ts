/** A typed prompt and piped input: neither is dropped. */
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as TestIo from "./support/TestIo.js"

const asked = (setup: TestIo.Setup, ...words: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(() => FaultServer.respond(400))
    const env = { ...TestIo.lumnisAt(server.url), ...TestIo.lvngAt(server.url) }
    const result = yield* Effect.promise(() => TestIo.run({ env, ...setup }, ...words))
    const [request] = server.requests
    return { ...result, request: request === undefined ? undefined : request.text }
  })

const commands = [
  ["lvng", "chat"],
  ["lvng", "workflows", "parse"],
  ["lumnis", "invoke", "--user", "ada"]
]

describe("a prompt", () => {
  it.scoped.each(commands)("%s %s: is followed by what is piped in", (words) =>
    Effect.gen(function* () {
      const { request } = yield* asked({ stdin: "a report\n" }, ...words, "Summarise this")
      assert.include(request, JSON.stringify("Summarise this\n\na report\n"))
      const dash = yield* asked({ stdin: "a report" }, ...words, "-")
      assert.include(dash.request, JSON.stringify("a report"))
      const alone = yield* asked({ stdin: "" }, ...words, "Summarise this")
      assert.include(alone.request, JSON.stringify("Summarise this"))
      const typed = yield* asked({ stdinTTY: true, stdin: "never read" }, ...words, "Summarise this")
      assert.include(typed.request, JSON.stringify("Summarise this"))
    })
  )

  it.scoped("leaves stdin to an option that reads it", () =>
    Effect.gen(function* () {
      const setup = { stdin: '{"topic":"x"}' }
      const { request } = yield* asked(setup, "lvng", "chat", "hi", "--context", "-")
      assert.deepInclude(JSON.parse(request ?? ""), { message: "hi" })
    })
  )

  it.scoped("that is empty is refused before anything is sent", () =>
    Effect.gen(function* () {
      for (const words of commands) {
        const { code, request } = yield* asked({ stdin: "  \n" }, ...words)
        assert.strictEqual(code, 2)
        assert.isUndefined(request)
      }
    })
  )
})
