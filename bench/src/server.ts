/** A Lumnis server for the benchmarks, in a process of its own so that its CPU is nobody's. Sends its port. */
import { createServer } from "node:http"
import { user, userList } from "./records.js"

const one = JSON.stringify(user(0))
const list = userList()

const run = (id: string, status: string, log: number): string =>
  JSON.stringify({
    response_id: id,
    thread_id: "b2ae134c-6803-4879-92ba-87e3f46edc62",
    tenant_id: "7ed13659-53d8-428d-b86b-566790261c94",
    status,
    created_at: "2025-09-14T19:24:28.100000+00:00",
    progress: Array.from({ length: log }, (_, n) => ({
      ts: "2025-09-14T19:24:30+00:00",
      state: "processing",
      message: `Step ${n}`
    })),
    ...(status === "succeeded"
      ? { output_text: "An answer of a sentence or two.", completed_at: "2025-09-14T19:28:01+00:00" }
      : {})
  })

/** Polls of each run. The third finds it finished. */
const polls = new Map<string, number>()
let runs = 0

const answer = (method: string, path: string): string => {
  if (method === "POST") return run(`run-${runs++}`, "queued", 0)
  const [, , resource, id] = path.split("/")
  if (resource !== "responses" || id === undefined) return id === undefined ? list : one
  const poll = (polls.get(id) ?? 0) + 1
  if (poll < 3) polls.set(id, poll)
  else polls.delete(id)
  return run(id, poll < 3 ? "in_progress" : "succeeded", poll)
}

const server = createServer((request, response) => {
  const body = answer(request.method ?? "", (request.url ?? "").split("?")[0] ?? "")
  request.resume()
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-request-id": "bench"
  })
  response.end(body)
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.(typeof address === "object" && address !== null ? address.port : 0)
})
process.on("disconnect", () => process.exit(0))
