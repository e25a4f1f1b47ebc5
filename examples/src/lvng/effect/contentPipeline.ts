/** A topic, drafted, criticised and revised by agents that exist for as long as it takes. Effect style. */
import { Lvng } from "@trilum/lvng"
import * as Effect from "effect/Effect"

/** An agent that answers one question and is gone. */
const ask = (name: string, systemPrompt: string, message: string) =>
  Effect.flatMap(Lvng, ({ agents }) =>
    agents.withTemporaryAgent({ name, systemPrompt }, ({ id }) => agents.ask(id, message))
  )

export const contentPipeline = (topic: string) =>
  Effect.gen(function* () {
    const lvng = yield* Lvng
    const draft = yield* ask("Writer", "Write for busy people, in plain words.", `Write an article on: ${topic}`)
    const criticism = yield* ask("Critic", "List what is wrong, unclear or missing.", draft)
    const article = yield* ask("Editor", "Revise by the criticism.", `${draft}\n\nCriticism:\n${criticism}`)
    const { data } = yield* lvng.artifacts.create({ title: topic, content: article, type: "document" })
    return { article: data, criticism }
  })
