/** Runs that are over at once, in a process of their own. Sends its port. */
import { createServer } from "node:http"

const created = JSON.stringify({
  response_id: "5d78192b-fb46-4080-a131-95509ccbc608",
  thread_id: "b2ae134c-6803-4879-92ba-87e3f46edc62",
  tenant_id: "7ed13659-53d8-428d-b86b-566790261c94",
  status: "queued",
  created_at: "2025-09-14T19:24:28.100000+00:00"
})
const ended = JSON.stringify({
  ...JSON.parse(created),
  status: "succeeded",
  progress: [{ ts: "2025-09-14T19:24:30+00:00", state: "completed", message: "Response completed successfully." }],
  output_text: "An answer of a sentence or two, as agents give them when they are asked to be brief.",
  completed_at: "2025-09-14T19:28:01+00:00"
})

const server = createServer((request, response) => {
  const body = request.method === "POST" ? created : ended
  request.resume()
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
  response.end(body)
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.(typeof address === "object" && address !== null ? address.port : 0)
})
process.on("disconnect", () => process.exit(0))
