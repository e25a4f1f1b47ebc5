/**
 * LVNG: credentials, error bodies and headers. Every operation is answered from the contract; flows with state are
 * handlers added here.
 *
 * @since 0.1.0
 */
import { isObject } from "../../Contract.js"
import type { Call, Context, Platform } from "../../Platform.js"
import * as Reply from "../../Reply.js"

const simple = (status: number, error: string, message: string): Reply.Reply => Reply.json(status, { error, message })

const window = 60_000

const limitOf = (rateLimit: unknown): number => {
  const limits = Array.isArray(rateLimit) ? rateLimit.filter(isObject).map((entry) => Number(entry["limit"])) : []
  return Math.min(...limits.filter(Number.isFinite), 100)
}

/** Text in three pieces, then the end: what `POST /api/v2/chat/stream` names. */
const chat = async function* (call: Call, context: Context): AsyncGenerator<string> {
  const text = `You said: ${String(call.body["message"] ?? "")}`
  const size = Math.max(1, Math.ceil(text.length / 3))
  for (let at = 0; at < text.length; at += size) {
    await context.clock.sleep(50 * context.pace, call.signal)
    yield Reply.event({ delta: text.slice(at, at + size) }, "text_delta")
  }
  yield Reply.event({}, "done")
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const platform: Platform = {
  name: "lvng",
  errors: {
    error: (_status, code, message) => ({ error: code.toLowerCase().replaceAll("_", " "), message }),
    invalid: (_operation, issues) =>
      Reply.json(400, {
        success: false,
        error: {
          code: "VALIDATION_ERROR",
          message: "The request does not match the contract.",
          details: issues.map((issue) => ({ field: issue.path.join(".") || issue.in, message: issue.message }))
        }
      })
  },
  authenticate: ({ apiKey, bearer }, operation, known) => {
    const key = bearer ?? apiKey ?? ""
    if (operation.security.length === 0) return { key }
    if (key === "" || !known(key))
      return simple(401, "Unauthorized", "Token or key missing, invalid, expired or revoked.")
    return operation.auth === "jwt" && key.startsWith("lvng_sk_")
      ? simple(403, "Forbidden", "This endpoint needs a user session; API keys are refused.")
      : { key }
  },
  handlers: { streamChat: (call, context) => Reply.events(chat(call, context)) },
  headers: (operation, context) => {
    const limit = limitOf(operation.rateLimit)
    const reset = Math.ceil(context.clock.now() / window) * window
    return {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(limit - 1),
      "x-ratelimit-reset": new Date(reset).toISOString(),
      ...(operation.evidence === undefined ? {} : { "x-emulator-evidence": operation.evidence })
    }
  }
}
