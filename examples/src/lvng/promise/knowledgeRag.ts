/** Documents are taken in, and questions answered from them, as the answer is written. Promise style. */
import { KnowledgeDocument, type LvngPromise } from "@trilum/lvng/promise"

/** Takes documents in, four at a time, and tells which could not be. */
export const learn = async (lvng: LvngPromise, documents: Iterable<KnowledgeDocument.Source>) => {
  let taken = 0
  const failed: Array<string> = []
  for await (const one of lvng.knowledge.ingestMany(documents, { concurrency: 4 })) {
    if (one._tag === "Ingested") taken++
    else failed.push(one.title)
  }
  return { taken, failed }
}

/** The text of an answer, piece by piece. */
export async function* answer(lvng: LvngPromise, question: string): AsyncGenerator<string> {
  const hits = await lvng.knowledge.find({ query: question, limit: 3 })
  const context = hits.map((hit) => `${KnowledgeDocument.titleOf(hit)}\n${KnowledgeDocument.textOf(hit)}`)
  yield* lvng.chat.streamText(["Answer from these sources alone.", ...context, question].join("\n\n"))
}
