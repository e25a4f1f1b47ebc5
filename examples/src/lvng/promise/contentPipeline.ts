/** A topic, drafted, criticised and revised by agents that exist for as long as it takes. Promise style. */
import type { LvngPromise } from "@trilum/lvng/promise"

export const contentPipeline = async ({ agents, artifacts }: LvngPromise, topic: string) => {
  /** An agent that answers one question and is gone. */
  const ask = (name: string, systemPrompt: string, message: string) =>
    agents.withTemporaryAgent({ name, systemPrompt }, ({ id }) => agents.ask(id, message))

  const draft = await ask("Writer", "Write for busy people, in plain words.", `Write an article on: ${topic}`)
  const criticism = await ask("Critic", "List what is wrong, unclear or missing.", draft)
  const article = await ask("Editor", "Revise by the criticism.", `${draft}\n\nCriticism:\n${criticism}`)
  const { data } = await artifacts.create({ title: topic, content: article, type: "document" })
  return { article: data, criticism }
}
