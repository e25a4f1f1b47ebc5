/**
 * Chat in a page without a key in the page: the server adds the key, and passes the events on as they arrive.
 *
 * The handler takes a `Request` and returns a `Response`, so every server has a place for it:
 *
 *     Hono     app.post("/chat", (context) => handler(lvng)(context.req.raw))
 *     Next     export const POST = handler(createLvng())                      app/chat/route.ts
 *     Effect   HttpRouter.post("/chat", HttpApp.fromWebHandler(handler(lvng)))
 */
import { isTrilumError, iterateSse, type LvngPromise } from "@trilum/lvng/promise"

/** Check here who asks: whoever reaches this route uses your key. */
export const handler =
  (lvng: LvngPromise) =>
  async (request: Request): Promise<Response> => {
    const { message } = (await request.json()) as { readonly message?: unknown }
    if (typeof message !== "string") return Response.json({ error: "message is required" }, { status: 400 })
    try {
      return await lvng.requestResponse({
        method: "POST",
        path: "/api/v2/chat/stream",
        headers: { accept: "text/event-stream" },
        body: { message },
        // A page that is closed ends the answer.
        signal: request.signal
      })
    } catch (error) {
      if (!isTrilumError(error)) throw error
      return Response.json({ error: error._tag }, { status: error.category === "rateLimit" ? 429 : 502 })
    }
  }

/** In the page: the text of the answer as it arrives. `send` is `fetch`. */
export async function* ask(
  message: string,
  send: (url: string, init: RequestInit) => Promise<Response>
): AsyncGenerator<string> {
  const response = await send("/chat", { method: "POST", body: JSON.stringify({ message }) })
  if (!response.ok) throw new Error(`the chat failed with status ${response.status}`)
  for await (const event of iterateSse(response)) if (event._tag === "text_delta") yield event.delta
}
