/**
 * The file routes of Lumnis for the benchmark, in a process of its own. Uploads are dropped as they come; downloads are read
 * from the file named by the first argument. Sends its port.
 */
import { createReadStream, statSync } from "node:fs"
import { createServer } from "node:http"

const [path = ""] = process.argv.slice(2)
const uploaded = JSON.stringify({
  file_id: "01a1ff09-0000-7000-8000-000000000001",
  file_name: "data.bin",
  message: "ok",
  status: "pending"
})

const server = createServer((request, response) => {
  if (request.method === "GET") {
    response.writeHead(200, { "content-length": statSync(path).size, "content-type": "application/octet-stream" })
    createReadStream(path, { highWaterMark: 1024 * 1024 }).pipe(response)
    return
  }
  request.resume()
  request.on("end", () => response.writeHead(201, { "content-type": "application/json" }).end(uploaded))
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.(typeof address === "object" && address !== null ? address.port : 0)
})
process.on("disconnect", () => process.exit(0))
