/**
 * A small registry with an object storage, on one loopback port: strict about what clients send, and told by each test
 * what to do wrong.
 *
 * The storage checks signatures, expiry, lengths and MD5, refuses chunked bodies and credentials of the registry, keeps
 * parts apart until they are put together, and counts everything.
 */
import { createHash, randomBytes } from "node:crypto"
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

export interface Hit {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Http.IncomingHttpHeaders
  readonly body: Buffer
  /** `api`, or what is asked of the storage. */
  readonly kind: "api" | "put" | "start" | "part" | "complete" | "get" | "delete"
  /** Of a part or block, from 1. */
  readonly part: number | undefined
}

/**
 * - `status`: answers with it, and the code in the storage's own error document
 * - `reset`: breaks the connection, before anything is kept
 * - `lose`: does the work, then breaks the connection
 * - `corrupt`: changes a byte of what came before it is checked, or of what goes out
 * - `cut`: breaks the connection inside the answer after so many bytes
 * - `error200`: answers 200 with an error document
 * - `noEtag`: leaves the ETag out
 * - `wrongEtag`: says one that is not that of the bytes
 */
export type Fault =
  | { readonly status: number; readonly code?: string }
  | "reset"
  | "lose"
  | "corrupt"
  | { readonly cut: number }
  | "error200"
  | "noEtag"
  | "wrongEtag"

export interface Settings {
  storage: "s3" | "azure"
  /** Larger files go in parts. */
  multipartAbove: number
  partSize: number
  /** Whether the storage honours ranges. */
  ranges: boolean
  /** Asked before each request is handled; the second argument counts hits like this one, from 1. */
  fault: (hit: Hit, nth: number) => Fault | undefined
  /** Waited for before each request is answered. */
  delay: (hit: Hit) => Promise<void> | undefined
  /** Milliseconds that signed URLs are good for. */
  urlLife: number
  /** Milliseconds that the clock of the storage is ahead of this one. */
  skew: number
}

export interface Record_ {
  id: string
  status: string
  collection_id: string
  bucket_location: string
  [name: string]: unknown
}

export interface Registry {
  readonly url: string
  readonly settings: Settings
  readonly hits: ReadonlyArray<Hit>
  readonly artifacts: Map<string, Record_>
  readonly objects: Map<string, Buffer>
  /** Uploads in parts that were begun and not put together. */
  readonly uploads: Map<string, Map<number, Buffer>>
  /** Hits of a kind. */
  readonly of: (kind: Hit["kind"]) => ReadonlyArray<Hit>
  /** What the requests to the API were, as `METHOD path`. */
  readonly calls: () => ReadonlyArray<string>
  readonly collections: Array<{ id: string; name: string }>
  readonly only: () => Record_
  readonly close: () => Promise<void>
}

export const ids = {
  organization: "01a1ff09-0000-7000-8000-000000000001",
  orbit: "01a1ff09-0000-7000-8000-000000000002",
  collection: "01a1ff09-0000-7000-8000-000000000003",
  secret: "01a1ff09-0000-7000-8000-000000000004"
}

export const apiKey = "dfs_canary0A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0"

const now = "2026-11-21T16:56:32.259112Z"
let serial = 0
const nextId = (): string => `01a1ff0a-${String(++serial).padStart(4, "0")}-7000-8000-${randomBytes(6).toString("hex")}`

const collectionOf = ({ id, name }: { id: string; name: string }) => ({
  id,
  name,
  description: "",
  orbit_id: ids.orbit,
  type: "mixed",
  tags: null,
  total_artifacts: 0,
  created_at: now,
  updated_at: null
})

export const open = async (changes: Partial<Settings> = {}): Promise<Registry> => {
  const settings: Settings = {
    storage: "s3",
    multipartAbove: 500 * 1024 * 1024,
    partSize: 32 * 1024 * 1024,
    ranges: true,
    fault: () => undefined,
    delay: () => undefined,
    urlLife: 12 * 3600 * 1000,
    skew: 0,
    ...changes
  }
  const hits: Array<Hit> = []
  const artifacts = new Map<string, Record_>()
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, Map<number, Buffer>>()
  const collections = [{ id: ids.collection, name: "models" }]
  const seen = new Map<string, number>()
  const secret = randomBytes(16).toString("hex")
  let url = ""

  /** A signature over method, key and expiry; the rest of the query is not signed. */
  const sign = (method: string, key: string, query: Readonly<Record<string, string>> = {}): string => {
    const expires = String(Date.now() + settings.skew + settings.urlLife)
    const signature = createHash("sha256").update(`${secret} ${method} ${key} ${expires}`).digest("hex")
    const all = new URLSearchParams({
      ...query,
      "X-Test-Expires": expires,
      "X-Amz-SignedHeaders": "host",
      "X-Amz-Signature": signature,
      ...(settings.storage === "azure"
        ? { se: new Date(Number(expires)).toISOString(), sig: "a" }
        : { "X-Amz-Date": stamp(Number(expires) - 3600_000), "X-Amz-Expires": "3600" })
    })
    return `${url}/storage/${encodeURI(key)}?${all}`
  }

  const rejection = (hit: Hit, key: string): readonly [number, string] | undefined => {
    const expires = hit.query.get("X-Test-Expires") ?? ""
    const signature = createHash("sha256").update(`${secret} ${hit.method} ${key} ${expires}`).digest("hex")
    if (signature !== hit.query.get("X-Amz-Signature")) return [403, "SignatureDoesNotMatch"]
    if (Number(expires) <= Date.now() + settings.skew) {
      return [403, settings.storage === "azure" ? "AuthenticationFailed" : "AccessDenied"]
    }
    if (hit.headers.authorization !== undefined || hit.headers["x-api-key"] !== undefined)
      return [400, "InvalidArgument"]
    if (hit.method === "PUT" || hit.method === "POST") {
      if (hit.headers["transfer-encoding"] !== undefined) return [501, "NotImplemented"]
      if (hit.headers["content-length"] === undefined) return [411, "MissingContentLength"]
      if (Number(hit.headers["content-length"]) !== hit.body.length) return [400, "IncompleteBody"]
      const md5 = hit.headers["content-md5"]
      if (md5 !== undefined && md5 !== createHash("md5").update(hit.body).digest("base64")) {
        return settings.storage === "s3" ? [400, "BadDigest"] : [400, "Md5Mismatch"]
      }
    }
    return undefined
  }

  interface Reply {
    readonly status: number
    readonly headers?: Http.OutgoingHttpHeaders
    readonly body?: string | Buffer
  }

  const xmlError = (status: number, code: string): Reply => ({
    status,
    headers: { "content-type": "application/xml", "x-amz-request-id": "REQ1" },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${
      code === "AccessDenied" ? "Request has expired" : `it is ${code}`
    }</Message></Error>`
  })

  const store = (hit: Hit, key: string): Reply => {
    const rejected = rejection(hit, key)
    if (rejected !== undefined) return xmlError(...rejected)
    const etag = `"${createHash("md5").update(hit.body).digest("hex")}"`
    const uploadId = hit.query.get("uploadId") ?? ""
    switch (hit.kind) {
      case "put":
        if (settings.storage === "azure" && hit.headers["x-ms-blob-type"] !== "BlockBlob") {
          return xmlError(400, "MissingRequiredHeader")
        }
        objects.set(key, hit.body)
        return { status: settings.storage === "s3" ? 200 : 201, headers: { etag } }
      case "start": {
        const id = randomBytes(8).toString("hex")
        uploads.set(id, new Map())
        return {
          status: 200,
          body: `<?xml version="1.0"?><InitiateMultipartUploadResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Key>k</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`
        }
      }
      case "part": {
        const upload = uploads.get(settings.storage === "azure" ? key : uploadId)
        const parts = upload ?? (settings.storage === "azure" ? new Map<number, Buffer>() : undefined)
        if (parts === undefined) return xmlError(404, "NoSuchUpload")
        if (settings.storage === "azure") uploads.set(key, parts)
        parts.set(hit.part ?? 0, hit.body)
        return { status: settings.storage === "s3" ? 200 : 201, headers: settings.storage === "s3" ? { etag } : {} }
      }
      case "complete": {
        const id = settings.storage === "azure" ? key : uploadId
        const parts = uploads.get(id)
        if (parts === undefined) return xmlError(404, "NoSuchUpload")
        const text = hit.body.toString()
        const listed =
          settings.storage === "azure"
            ? [...text.matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, block = ""]) => ({
                part: Number(/^block-(\d{8})$/.exec(Buffer.from(block, "base64").toString())?.[1]),
                etag: undefined
              }))
            : [...text.matchAll(/<Part><PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag><\/Part>/g)].map(
                ([, part = "", etag = ""]) => ({ part: Number(part), etag })
              )
        if (!text.startsWith("<?xml") || listed.length === 0) return xmlError(400, "MalformedXML")
        const content: Array<Buffer> = []
        for (const [i, { etag, part }] of listed.entries()) {
          const bytes = parts.get(part)
          if (bytes === undefined) return xmlError(400, settings.storage === "s3" ? "InvalidPart" : "InvalidBlockList")
          if (etag !== undefined && etag !== createHash("md5").update(bytes).digest("hex"))
            return xmlError(400, "InvalidPart")
          if (settings.storage === "s3" && i > 0 && part <= (listed[i - 1]?.part ?? 0))
            return xmlError(400, "InvalidPartOrder")
          content.push(bytes)
        }
        objects.set(key, Buffer.concat(content))
        uploads.delete(id)
        return settings.storage === "s3"
          ? { status: 200, body: "<CompleteMultipartUploadResult><ETag>x</ETag></CompleteMultipartUploadResult>" }
          : { status: 201 }
      }
      case "delete":
        if (!objects.delete(key) && settings.storage === "azure") return xmlError(404, "BlobNotFound")
        return { status: settings.storage === "s3" ? 204 : 202 }
      default: {
        const content = objects.get(key)
        if (content === undefined) return xmlError(404, "NoSuchKey")
        const headers = { etag: `"${createHash("md5").update(content.subarray(0, 64)).digest("hex")}"` }
        const range = /^bytes=(\d+)-(\d*)$/.exec(hit.headers.range ?? "")
        if (range === null || !settings.ranges) return { status: 200, headers, body: content }
        const start = Number(range[1])
        if (start >= content.length) return { status: 416, headers: { "content-range": `bytes */${content.length}` } }
        const end = Math.min(range[2] === "" ? Infinity : Number(range[2]), content.length - 1)
        return {
          status: 206,
          headers: { ...headers, "content-range": `bytes ${start}-${end}/${content.length}` },
          body: content.subarray(start, end + 1)
        }
      }
    }
  }

  const json = (status: number, value: unknown): Reply => ({
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(value)
  })
  const detail = (status: number, text: string): Reply => json(status, { detail: text })

  const planOf = (body: { bucket_location: string; size: number; upload_id?: string }) => {
    const key = body.bucket_location
    const parts = Array.from({ length: Math.ceil(body.size / settings.partSize) }, (_, i) => {
      const start = i * settings.partSize
      const end = Math.min(start + settings.partSize, body.size) - 1
      const query: Record<string, string> =
        settings.storage === "s3"
          ? { partNumber: String(i + 1), uploadId: body.upload_id ?? "" }
          : { comp: "block", blockid: Buffer.from(`block-${String(i + 1).padStart(8, "0")}`).toString("base64") }
      return {
        part_number: i + 1,
        url: sign("PUT", key, query),
        start_byte: start,
        end_byte: end,
        part_size: end - start + 1
      }
    })
    return settings.storage === "s3"
      ? {
          type: "s3",
          upload_id: body.upload_id,
          parts,
          complete_url: sign("POST", key, { uploadId: body.upload_id ?? "" })
        }
      : { type: "azure", parts, complete_url: sign("PUT", key, { comp: "blocklist" }) }
  }

  const api = (hit: Hit): Reply => {
    if (hit.headers.authorization !== `Bearer ${apiKey}`) return detail(401, "Invalid credentials")
    const body = hit.body.length === 0 ? {} : JSON.parse(hit.body.toString())
    const orbit = `/v1/organizations/${ids.organization}/orbits`
    if (hit.path === "/v1/users/me/organizations") {
      return json(200, [
        {
          id: ids.organization,
          name: "acme",
          logo: null,
          role: "owner",
          permissions: null,
          created_at: now,
          updated_at: null,
          joined_at: now
        }
      ])
    }
    if (hit.path === orbit) {
      return json(200, [
        {
          id: ids.orbit,
          name: "main",
          organization_id: ids.organization,
          bucket_secret_id: ids.secret,
          total_members: 1,
          total_collections: 1,
          total_artifacts: 0,
          total_satellites: 0,
          role: null,
          permissions: null,
          created_at: now,
          updated_at: null
        }
      ])
    }
    if (hit.path === "/v1/bucket-secrets/upload/multipart") return json(200, planOf(body))
    const inOrbit = hit.path.startsWith(`${orbit}/${ids.orbit}/`)
      ? hit.path.slice(orbit.length + ids.orbit.length + 2)
      : ""
    const [resource, collectionId, nested, artifactId, action] = inOrbit.split("/")
    if (resource === "collections" && collectionId === undefined) {
      const search = hit.query.get("search")
      const items = collections.filter(({ name }) => search === null || name.includes(search))
      return json(200, { items: items.slice(0, Number(hit.query.get("limit"))).map(collectionOf), cursor: null })
    }
    if (resource === "collections" && nested === undefined) {
      const found = collections.find(({ id }) => id === collectionId)
      return found === undefined
        ? detail(404, "Collection not found")
        : json(200, { ...collectionOf(found), artifacts_extra_values: [], artifacts_tags: [] })
    }
    if (resource === "artifacts") {
      const items = [...artifacts.values()].map((artifact) => ({
        ...artifact,
        collection_name: "models",
        deployments: []
      }))
      return json(200, { items, cursor: null })
    }
    if (nested !== "artifacts") return detail(404, "Not Found")
    if (artifactId === undefined) {
      const id = nextId()
      const key = `orbit-${ids.orbit}/collection-${collectionId}/${randomBytes(16).toString("hex")}-${body.file_name}`
      const artifact: Record_ = {
        description: null,
        tags: null,
        ...body,
        id,
        collection_id: collectionId ?? "",
        status: "pending_upload",
        bucket_location: key,
        type: "model",
        created_by_user: "Ada",
        unique_identifier: randomBytes(16).toString("hex"),
        created_at: now,
        updated_at: null
      }
      artifacts.set(id, artifact)
      const multipart = body.size > settings.multipartAbove
      return json(200, {
        artifact,
        upload_details: {
          type: settings.storage,
          url: !multipart ? sign("PUT", key) : settings.storage === "s3" ? sign("POST", key, { uploads: "" }) : null,
          multipart,
          bucket_location: key,
          bucket_secret_id: ids.secret
        }
      })
    }
    const artifact = artifacts.get(artifactId)
    if (artifact === undefined) return detail(404, "Artifact not found")
    const details = {
      ...artifact,
      deployments: [],
      tracks: [],
      collection: collectionOf(collections.find(({ id }) => id === artifact.collection_id) ?? { id: "", name: "" })
    }
    if (action === "download-url") return json(200, { url: sign("GET", artifact.bucket_location) })
    if (action === "delete-url") {
      artifact.status = "pending_deletion"
      return json(200, { url: sign("DELETE", artifact.bucket_location) })
    }
    if (action === "force" || hit.method === "DELETE") {
      if (action !== "force" && artifact.status !== "pending_deletion")
        return detail(400, "Artifact is not pending deletion")
      artifacts.delete(artifactId)
      return { status: 204 }
    }
    if (hit.method === "GET") return json(200, details)
    if (body.status !== undefined) {
      const allowed = body.status === "deletion_failed" ? "pending_deletion" : "pending_upload"
      if (artifact.status !== allowed)
        return detail(400, `Invalid status transition from ${artifact.status} to ${body.status}`)
    }
    Object.assign(artifact, body)
    return json(200, artifact)
  }

  const kindOf = (method: string, query: URLSearchParams): Hit["kind"] => {
    if (method === "GET") return "get"
    if (method === "DELETE") return "delete"
    if (query.has("uploads")) return "start"
    if (query.has("partNumber") || query.get("comp") === "block") return "part"
    return query.has("uploadId") || query.get("comp") === "blocklist" ? "complete" : "put"
  }

  const server = Http.createServer((request, response) => {
    const chunks: Array<Buffer> = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", async () => {
      const { pathname, searchParams } = new URL(request.url ?? "", url)
      const method = request.method ?? ""
      const stored = pathname.startsWith("/storage/")
      const block = Buffer.from(searchParams.get("blockid") ?? "", "base64").toString()
      const hit = {
        method,
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks),
        kind: stored ? kindOf(method, searchParams) : ("api" as const),
        part: Number(searchParams.get("partNumber") ?? block.slice("block-".length)) || undefined
      }
      hits.push(hit)
      const like = `${hit.kind} ${method} ${hit.kind === "api" ? pathname : ""} ${hit.part}`
      const nth = (seen.get(like) ?? 0) + 1
      seen.set(like, nth)
      await settings.delay(hit)
      const fault = settings.fault(hit, nth)
      if (fault === "reset") {
        request.socket.resetAndDestroy()
        return
      }
      if (fault === "corrupt" && hit.body.length > 0) hit.body[0] = (hit.body[0] ?? 0) ^ 1
      const key = decodeURI(pathname.slice("/storage/".length))
      const reply =
        typeof fault === "object" && "status" in fault
          ? stored
            ? xmlError(fault.status, fault.code ?? "ServiceUnavailable")
            : detail(fault.status, "it is broken")
          : fault === "error200"
            ? { ...xmlError(200, "InternalError") }
            : stored
              ? store(hit, key)
              : api(hit)
      if (fault === "lose") {
        request.socket.resetAndDestroy()
        return
      }
      const body = Buffer.from(reply.body ?? "")
      const sent = fault === "corrupt" && hit.kind === "get" && body.length > 0 ? flipped(body) : body
      const { etag, ...headers } = reply.headers ?? {}
      response.writeHead(reply.status, {
        ...headers,
        ...(etag === undefined || fault === "noEtag"
          ? undefined
          : { etag: fault === "wrongEtag" ? `"${"0".repeat(32)}"` : etag }),
        ...(reply.status === 204 ? undefined : { "content-length": sent.length })
      })
      if (typeof fault === "object" && "cut" in fault) {
        response.write(sent.subarray(0, fault.cut), () => request.socket.destroy())
        return
      }
      response.end(sent)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    settings,
    hits,
    artifacts,
    objects,
    uploads,
    collections,
    of: (kind) => hits.filter((hit) => hit.kind === kind),
    calls: () => hits.filter((hit) => hit.kind === "api").map((hit) => `${hit.method} ${hit.path}`),
    only: () => {
      const [artifact, ...more] = artifacts.values()
      if (artifact === undefined || more.length > 0) throw new Error(`${more.length + 1} records instead of one`)
      return artifact
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** As `X-Amz-Date` has it. */
const stamp = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, "")

const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  copy[0] = (copy[0] ?? 0) ^ 1
  return copy
}

export const make = (changes: Partial<Settings> = {}): Effect.Effect<Registry, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.promise(() => open(changes)),
    (registry) => Effect.promise(() => registry.close())
  )
