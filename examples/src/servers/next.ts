/**
 * A route handler of Next, as in `app/api/brief/route.ts`: the output of an agent, streamed as one JSON line an update.
 *
 * A handler needs nothing of Next: it takes a `Request` and returns a `Response`. In an application, export `POST` with a
 * client that is created once beside it: `export const POST = handler(createLumnis())`.
 */
import { isTrilumError, type LumnisPromise } from "@trilum/lumnis/promise"

/** Node, for the connection pool: `export const runtime = "nodejs"` beside the handler. */
export const runtime = "nodejs"

export const handler =
  (lumnis: LumnisPromise) =>
  async (request: Request): Promise<Response> => {
    const { topic } = (await request.json()) as { readonly topic?: unknown }
    if (typeof topic !== "string") return Response.json({ error: "topic is required" }, { status: 400 })
    const updates = lumnis
      .invokeStream(`Write a briefing on ${topic}`, { userId: "ada@example.com", signal: request.signal })
      [Symbol.asyncIterator]()
    const encoder = new TextEncoder()
    const line = (value: object) => encoder.encode(`${JSON.stringify(value)}\n`)

    const body = new ReadableStream<Uint8Array>({
      // Asks for the next update when the browser has room for it.
      pull: async (controller) => {
        try {
          const { done, value } = await updates.next()
          if (done === true) return controller.close()
          if (value._tag === "Completed") controller.enqueue(line({ text: value.output_text }))
          else controller.enqueue(line({ step: value._tag === "Progress" ? value.entry.message : "started" }))
        } catch (error) {
          controller.enqueue(line({ error: isTrilumError(error) ? error._tag : "internal error" }))
          controller.close()
        }
      },
      cancel: async () => {
        await updates.return?.()
      }
    })
    return new Response(body, { headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" } })
  }
