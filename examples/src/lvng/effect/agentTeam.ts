/** A goal, worked on by several agents at once and put together by one more. Effect style. */
import { Lvng } from "@trilum/lvng"
import * as Effect from "effect/Effect"

const specialists = {
  Market: "You know customers and competitors.",
  Engineering: "You know what can be built, and what it costs.",
  Risk: "You know what goes wrong."
}

export const agentTeam = (goal: string) =>
  Effect.gen(function* () {
    const { agents } = yield* Lvng
    const opinions = yield* Effect.forEach(
      Object.entries(specialists),
      ([name, systemPrompt]) =>
        agents.withTemporaryAgent({ name, systemPrompt }, ({ id }) =>
          Effect.map(agents.ask(id, goal), (opinion) => `${name}: ${opinion}`)
        ),
      { concurrency: "unbounded" }
    )
    const plan = yield* agents.withTemporaryAgent(
      { name: "Lead", systemPrompt: "Turn opinions into one plan. Say where they disagree." },
      ({ id }) => agents.ask(id, [goal, ...opinions].join("\n\n"))
    )
    return { opinions, plan }
  })
