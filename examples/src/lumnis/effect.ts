/**
 * A user, a thread, a streamed run in it, the list of runs, and a run that is called off. Effect style.
 *
 * Reads LUMNISAI_API_KEY and LUMNISAI_BASE_URL.
 */
import { NodeTransport } from "@trilum/core/node"
import { Lumnis } from "@trilum/lumnis"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"

const program = Effect.gen(function* () {
  const lumnis = yield* Lumnis

  const user = yield* lumnis.users.create({ email: "ada@example.com", first_name: "Ada" })
  const ada = lumnis.forUser(user.id)
  const thread = yield* ada.threads.create({ title: "Market watch" })

  const answer = yield* ada.invokeStream("What changed in our market this week?", { threadId: thread.thread_id }).pipe(
    Stream.tap((update) =>
      update._tag === "Progress" ? Console.log(`${update.entry.state}: ${update.entry.message}`) : Effect.void
    ),
    Stream.runFold("", (text, update) => (update._tag === "Completed" ? (update.output_text ?? "") : text))
  )
  yield* Console.log(answer)

  const { response_id } = yield* ada.responses.create({
    messages: [{ role: "user", content: "A long report, please" }]
  })
  yield* ada.responses.cancel(response_id)

  const runs = yield* ada.responses.listAll({ limit: 50 }).pipe(Stream.runCollect)
  const statuses = Array.from(runs, (run) => run.status)
  yield* Console.log(statuses.join(", "))
  return { user, thread, answer, statuses }
})

export const main = program.pipe(Effect.provide(Layer.provide(Lumnis.layerConfig(), NodeTransport.layer())))
