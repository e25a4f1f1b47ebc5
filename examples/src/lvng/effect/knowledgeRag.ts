/** Documents are taken in, and questions answered from them, as the answer is written. Effect style. */
import { KnowledgeDocument, Lvng } from "@trilum/lvng"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/** Takes documents in, four at a time, and tells which could not be. */
export const learn = (documents: Iterable<KnowledgeDocument.Source>) =>
  Effect.gen(function* () {
    const lvng = yield* Lvng
    return yield* lvng.knowledge
      .ingestMany(documents, { concurrency: 4 })
      .pipe(
        Stream.runFold({ taken: 0, failed: [] as string[] }, ({ failed, taken }, one) =>
          one._tag === "Ingested" ? { failed, taken: taken + 1 } : { taken, failed: [...failed, one.title] }
        )
      )
  })

/** The text of an answer, piece by piece. */
export const answer = (question: string) =>
  Stream.unwrap(
    Effect.gen(function* () {
      const lvng = yield* Lvng
      const hits = yield* lvng.knowledge.find({ query: question, limit: 3 })
      const context = hits.map((hit) => `${KnowledgeDocument.titleOf(hit)}\n${KnowledgeDocument.textOf(hit)}`)
      return lvng.chat.streamText(["Answer from these sources alone.", ...context, question].join("\n\n"))
    })
  )
