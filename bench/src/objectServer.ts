/**
 * A registry and its storage for the transfer benchmarks, in a process of its own. Uploads are dropped as they come;
 * downloads are read from the file named by the first argument. Sends its port.
 */
import { createReadStream, statSync } from "node:fs"
import { createServer } from "node:http"

const [path = ""] = process.argv.slice(2)
const partSize = 32 * 1024 * 1024
const id = "01a1ff09-0000-7000-8000-000000000001"
const created = "2026-01-01T00:00:00Z"

let origin = ""
let record: Record<string, unknown> = {}

const plan = (size: number) => ({
  type: "s3",
  upload_id: "u",
  complete_url: `${origin}/complete`,
  parts: Array.from({ length: Math.ceil(size / partSize) }, (_, i) => {
    const end_byte = Math.min((i + 1) * partSize, size) - 1
    return {
      part_number: i + 1,
      url: `${origin}/object?partNumber=${i + 1}`,
      start_byte: i * partSize,
      end_byte,
      part_size: end_byte - i * partSize + 1
    }
  })
})

const answer = (method: string, url: string, body: Record<string, unknown>): unknown => {
  if (url.endsWith("/multipart")) return plan(Number(body["size"]))
  if (url.endsWith("/download-url")) return { url: `${origin}/object` }
  if (method === "PATCH") return { ...record, ...body }
  record = {
    description: null,
    tags: null,
    ...body,
    id,
    collection_id: id,
    status: "pending_upload",
    bucket_location: "k",
    type: "dataset",
    created_by_user: null,
    unique_identifier: "u",
    created_at: created,
    updated_at: null
  }
  const upload_details = {
    type: "s3",
    url: `${origin}/start`,
    multipart: true,
    bucket_location: "k",
    bucket_secret_id: id
  }
  return { artifact: record, upload_details }
}

const lists: Readonly<Record<string, unknown>> = {
  organizations: [
    { id, name: "o", logo: null, role: "owner", created_at: created, updated_at: null, permissions: null }
  ],
  orbits: [
    {
      id,
      name: "o",
      organization_id: id,
      bucket_secret_id: id,
      total_members: 1,
      total_collections: 1,
      total_artifacts: 0,
      total_satellites: 0,
      role: null,
      permissions: null,
      created_at: created,
      updated_at: null
    }
  ],
  collections: {
    items: [
      {
        id,
        name: "c",
        description: "",
        orbit_id: id,
        type: "mixed",
        tags: null,
        total_artifacts: 0,
        created_at: created,
        updated_at: null
      }
    ],
    cursor: null
  }
}

const server = createServer((request, response) => {
  const { method = "", url = "" } = request
  const bare = url.split("?")[0] ?? ""
  if (bare === "/object" && method === "GET") {
    const { size } = statSync(path)
    const [, from = "0", to = String(size - 1)] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? []
    const [start, end] = [Number(from), Math.min(Number(to), size - 1)]
    response.writeHead(request.headers.range === undefined ? 200 : 206, {
      "content-length": end - start + 1,
      "content-range": `bytes ${start}-${end}/${size}`
    })
    createReadStream(path, { start, end, highWaterMark: 1024 * 1024 }).pipe(response)
    return
  }
  let text = ""
  const stored = bare === "/object"
  request.on("data", (chunk: Buffer) => {
    if (!stored) text += chunk.toString()
  })
  request.on("end", () => {
    if (stored) return response.writeHead(200, { etag: `"e"`, "content-length": 0 }).end()
    if (bare === "/start") return response.end("<R><UploadId>u</UploadId></R>")
    if (bare === "/complete") return response.end("<CompleteMultipartUploadResult/>")
    const last = bare.split("/").at(-1) ?? ""
    const value =
      method === "GET" && last in lists ? lists[last] : answer(method, bare, text === "" ? {} : JSON.parse(text))
    response.writeHead(200, { "content-type": "application/json" })
    return response.end(JSON.stringify(value))
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  origin = `http://127.0.0.1:${port}`
  process.send?.(port)
})
process.on("disconnect", () => process.exit(0))
