/** A question, answered from what is known and from the web, and kept as a report. Effect style. */
import { KnowledgeDocument, Lvng } from "@trilum/lvng"
import * as Effect from "effect/Effect"

export const researchPipeline = (question: string) =>
  Effect.gen(function* () {
    const lvng = yield* Lvng
    const [known, found] = yield* Effect.all(
      [
        lvng.knowledge.find({ query: question, limit: 5 }),
        lvng.chat.send({ message: question, messageType: "research" })
      ],
      { concurrency: "unbounded" }
    )
    const sources = known.map((hit) => `- ${KnowledgeDocument.titleOf(hit)}: ${KnowledgeDocument.textOf(hit)}`)
    const report = yield* lvng.agents.withTemporaryAgent(
      { name: "Analyst", systemPrompt: "Weigh the sources against each other. Name what is uncertain." },
      ({ id }) => lvng.agents.ask(id, [question, ...sources, found.reply ?? ""].join("\n"))
    )
    const { data } = yield* lvng.artifacts.create({ title: question, content: report, type: "report" })
    return { report: data, sources: sources.length }
  })
