/** A goal, worked on by several agents at once and put together by one more. Promise style. */
import type { LvngPromise } from "@trilum/lvng/promise"

const specialists = {
  Market: "You know customers and competitors.",
  Engineering: "You know what can be built, and what it costs.",
  Risk: "You know what goes wrong."
}

export const agentTeam = async ({ agents }: LvngPromise, goal: string) => {
  const opinions = await Promise.all(
    Object.entries(specialists).map(([name, systemPrompt]) =>
      agents.withTemporaryAgent({ name, systemPrompt }, async ({ id }) => `${name}: ${await agents.ask(id, goal)}`)
    )
  )
  const plan = await agents.withTemporaryAgent(
    { name: "Lead", systemPrompt: "Turn opinions into one plan. Say where they disagree." },
    ({ id }) => agents.ask(id, [goal, ...opinions].join("\n\n"))
  )
  return { opinions, plan }
}
