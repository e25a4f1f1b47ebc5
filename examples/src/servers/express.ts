/**
 * Express: starts a run, streams its progress as server-sent events, and continues after a reload of the page.
 *
 *     POST /runs {"prompt": "..."}      202 {"id": "..."}
 *     GET  /runs/ID/events              progress, then "completed" or "failed"
 */
import { isTrilumError, type LumnisPromise, RunFailedError } from "@trilum/lumnis/promise"
import express from "express"

/** The status for a browser of our own: the key of the platform is not the user's business. */
const statusOf = (error: unknown): number => {
  if (!isTrilumError(error)) return 500
  switch (error.category) {
    case "invalid":
      return 400
    case "notFound":
      return 404
    case "rateLimit":
      return 429
    case "timeout":
      return 504
    default:
      return 502
  }
}

export const makeApp = (lumnis: LumnisPromise) => {
  const app = express()
  app.use(express.json({ limit: "64kb" }))

  app.post("/runs", async (request, response) => {
    const { prompt } = request.body as { readonly prompt?: unknown }
    if (typeof prompt !== "string" || prompt.trim() === "") {
      response.status(400).json({ error: "prompt is required" })
      return
    }
    const { response_id } = await lumnis.responses.create({
      messages: [{ role: "user", content: prompt }],
      user_id: "ada@example.com"
    })
    response.status(202).json({ id: response_id })
  })

  app.get("/runs/:id/events", async (request, response) => {
    const gone = new AbortController()
    response.on("close", () => gone.abort())
    const send = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    try {
      for await (const update of lumnis.attachStream(request.params.id, { signal: gone.signal })) {
        if (!response.headersSent) {
          response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" })
        }
        if (update._tag === "Progress") send("progress", update.entry.message)
        if (update._tag === "Completed") send("completed", update.output_text)
      }
    } catch (error) {
      if (gone.signal.aborted) return
      if (!response.headersSent) throw error
      send("failed", error instanceof RunFailedError ? "the agent failed" : "the connection failed")
    }
    response.end()
  })

  const onError: express.ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) next(error)
    else response.status(statusOf(error)).json({ error: isTrilumError(error) ? error._tag : "internal error" })
  }
  app.use(onError)
  return app
}
