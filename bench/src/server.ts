/** The server of the call benchmarks, in a process of its own so that its CPU is nobody's. Sends its port. */
import { createServer } from "node:http"
import { user } from "./records.js"

const body = JSON.stringify(user(0))

const server = createServer((request, response) => {
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
