/**
 * Hono, on any runtime: answers from a knowledge base, and the text of a chat while it is written.
 *
 *     GET  /answers?q=...          the best hit
 *     POST /chat {"message"}       text, streamed
 */
import { isTrilumError, KnowledgeDocument, type LvngPromise } from "@trilum/lvng/promise"
import { Hono } from "hono"
import { stream } from "hono/streaming"

export const makeApp = (lvng: LvngPromise) => {
  const app = new Hono()

  app.get("/answers", async (context) => {
    const [hit] = await lvng.knowledge.find({ query: context.req.query("q") ?? "", limit: 1 })
    return hit === undefined
      ? context.json({ error: "nothing found" }, 404)
      : context.text(KnowledgeDocument.textOf(hit) ?? "")
  })

  app.post("/chat", async (context) => {
    const { message } = await context.req.json<{ readonly message: string }>()
    context.header("content-type", "text/plain; charset=utf-8")
    return stream(context, async (body) => {
      const gone = new AbortController()
      body.onAbort(() => gone.abort())
      for await (const text of lvng.chat.streamText({ message }, { signal: gone.signal })) await body.write(text)
    })
  })

  app.onError((error, context) => {
    if (!isTrilumError(error)) throw error
    return context.json({ error: error._tag }, error.category === "invalid" ? 400 : 502)
  })
  return app
}
