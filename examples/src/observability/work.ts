/** What the examples of observability watch: an agent, a chat, and a call that fails. */
import { Lumnis } from "@trilum/lumnis"
import { Lvng } from "@trilum/lvng"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

export const work = Effect.gen(function* () {
  const [lumnis, lvng] = yield* Effect.all([Lumnis, Lvng])
  yield* lumnis.invoke("What changed in our market this week?", {
    userId: "ada@example.com",
    modelOverrides: { smart_model: "openai:gpt-5" }
  })
  yield* Stream.runDrain(lvng.chat.stream("Hello"))
  yield* Effect.ignore(lumnis.users.get("nobody@example.com"))
}).pipe(Effect.withSpan("work"))
