/**
 * A worker at the edge (`export default` of Cloudflare Workers and its kin): receives webhooks of Lumnis, and asks an
 * agent without waiting for it. No module of Node is used.
 *
 *     POST /ask {"prompt": "..."}      202 {"id": "..."}
 *     GET  /ask/ID                     {"status", "text"}
 *     POST /webhook                    204, or 401 for a wrong signature
 */
import { createLumnis, isTrilumError, receiveWebhook, WebhookSignatureError } from "@trilum/lumnis/promise"

export interface Env {
  readonly LUMNISAI_API_KEY: string
  readonly LUMNISAI_BASE_URL?: string
  readonly WEBHOOK_SECRET: string
}

const answer = async (request: Request, env: Env): Promise<Response> => {
  const { pathname } = new URL(request.url)
  if (request.method === "POST" && pathname === "/webhook") {
    const event = await receiveWebhook({
      payload: new Uint8Array(await request.arrayBuffer()),
      signature: request.headers.get("x-webhook-signature"),
      secret: env.WEBHOOK_SECRET,
      replay: { tolerance: "5 minutes" }
    })
    console.log(event._tag)
    return new Response(null, { status: 204 })
  }

  // A worker has no shared state between requests, and `fetch` has no pool to close.
  const lumnis = createLumnis({
    apiKey: env.LUMNISAI_API_KEY,
    ...(env.LUMNISAI_BASE_URL === undefined ? {} : { baseUrl: env.LUMNISAI_BASE_URL })
  }).forUser("ada@example.com")

  if (request.method === "POST" && pathname === "/ask") {
    const { prompt } = (await request.json()) as { readonly prompt: string }
    const { response_id } = await lumnis.responses.create({ messages: [{ role: "user", content: prompt }] })
    return Response.json({ id: response_id }, { status: 202 })
  }
  const id = /^\/ask\/([\w-]+)$/.exec(pathname)?.[1]
  if (request.method === "GET" && id !== undefined) {
    const { output_text, status } = await lumnis.responses.get(id)
    return Response.json({ status, text: output_text ?? null })
  }
  return new Response("not found", { status: 404 })
}

export default {
  fetch: async (request: Request, env: Env): Promise<Response> => {
    try {
      return await answer(request, env)
    } catch (error) {
      if (error instanceof WebhookSignatureError) return Response.json({ error: error.reason }, { status: 401 })
      if (!isTrilumError(error)) throw error
      return Response.json({ error: error._tag }, { status: error.category === "notFound" ? 404 : 502 })
    }
  }
}
