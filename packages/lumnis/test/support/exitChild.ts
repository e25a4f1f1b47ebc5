/**
 * Calls a server that accepts connections and never answers the TLS handshake. When the parent writes to stdin, or when
 * the calls run into their time limit, the calls end. Nothing then keeps this process alive. On its exit it prints the
 * milliseconds since the end of the calls. Arguments: base URL; `close`, `abort` or `timeout`.
 */
import { writeSync } from "node:fs"
import { createLumnis } from "../../src/promise.js"

const [baseUrl = "", event = ""] = process.argv.slice(2)
const timeout = event === "timeout" ? 1_500 : 60_000
const lumnis = createLumnis({ apiKey: "lmn_live_exit", baseUrl, scope: "tenant", retry: false })
const controller = new AbortController()
let ended: number | undefined
process.once("exit", () => writeSync(1, JSON.stringify({ waited: performance.now() - (ended ?? Number.NaN) })))

const calls = Array.from({ length: 8 }, () =>
  lumnis.users.list(undefined, { timeout, signal: controller.signal }).then(
    () => process.exit(3),
    () => {
      if (event === "timeout") ended ??= performance.now()
    }
  )
)

if (event !== "timeout") {
  process.stdin.once("data", () => {
    process.stdin.destroy()
    ended = performance.now()
    if (event === "abort") controller.abort()
    else lumnis.close().catch(() => process.exit(4))
  })
}
await Promise.all(calls)
