/** A question, answered from what is known and from the web, and kept as a report. Promise style. */
import { KnowledgeDocument, type LvngPromise } from "@trilum/lvng/promise"

export const researchPipeline = async (lvng: LvngPromise, question: string) => {
  const [known, found] = await Promise.all([
    lvng.knowledge.find({ query: question, limit: 5 }),
    lvng.chat.send({ message: question, messageType: "research" })
  ])
  const sources = known.map((hit) => `- ${KnowledgeDocument.titleOf(hit)}: ${KnowledgeDocument.textOf(hit)}`)
  const report = await lvng.agents.withTemporaryAgent(
    { name: "Analyst", systemPrompt: "Weigh the sources against each other. Name what is uncertain." },
    ({ id }) => lvng.agents.ask(id, [question, ...sources, found.reply ?? ""].join("\n"))
  )
  const { data } = await lvng.artifacts.create({ title: question, content: report, type: "report" })
  return { report: data, sources: sources.length }
}
