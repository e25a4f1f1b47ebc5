import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { type IncomingHttpHeaders, request } from "node:http"
import type { EmulatorOptions, RunningEmulator } from "../src/promise.js"
import { type Json, started } from "./support.js"

export const vectors: Json = JSON.parse(
  readFileSync(new URL("../../../fixtures/luml/vectors.json", import.meta.url), "utf8")
)

export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
  /** The body ended as the protocol says. */
  readonly complete: boolean
}

export interface RawSend {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: Uint8Array | string | AsyncIterable<Uint8Array>
  /** Sends the body without a Content-Length. */
  readonly chunked?: boolean
  readonly signal?: AbortSignal
  /** Told how many bytes of the body are here. */
  readonly onData?: (size: number) => void
}

/** One request with nothing added, on its own connection; rejects when no answer began. */
export const raw = (url: string, options: RawSend = {}): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { body } = options
    const buffered = typeof body === "string" || body instanceof Uint8Array ? Buffer.from(body) : undefined
    const outgoing = request(
      url,
      {
        method: options.method ?? "GET",
        agent: false,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
        headers: {
          ...(buffered !== undefined && options.chunked !== true ? { "content-length": String(buffered.length) } : {}),
          ...options.headers
        }
      },
      (incoming) => {
        const parts: Array<Buffer> = []
        const finish = (): void => {
          const bytes = Buffer.concat(parts)
          const { complete, headers, statusCode = 0 } = incoming
          resolve({ status: statusCode, headers, bytes, text: bytes.toString("utf8"), complete })
        }
        let size = 0
        incoming.on("data", (chunk: Buffer) => {
          parts.push(chunk)
          size += chunk.length
          options.onData?.(size)
        })
        incoming.on("end", finish)
        incoming.on("error", finish)
        outgoing.off("error", reject)
        outgoing.on("error", finish)
      }
    )
    outgoing.on("error", reject)
    if (body === undefined) outgoing.end()
    else if (buffered !== undefined) {
      if (options.chunked === true) {
        outgoing.write(buffered)
        outgoing.end()
      } else outgoing.end(buffered)
    } else {
      const pump = async (): Promise<void> => {
        for await (const chunk of body) {
          if (!outgoing.write(chunk)) await new Promise((drained) => outgoing.once("drain", drained))
        }
        outgoing.end()
      }
      pump().catch(reject)
    }
  })

export const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex")
export const md5 = (bytes: Uint8Array | string): Buffer => createHash("md5").update(bytes).digest()

/** Bytes that differ everywhere, the same for the same seed. */
export const bytesOf = (length: number, seed = 1): Buffer => {
  const out = Buffer.alloc(length)
  let state = seed
  for (let at = 0; at < length; at++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    out[at] = state >> 16
  }
  return out
}

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Json
  readonly text: string
}

export interface Api {
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>
  /** The body of a success; throws for anything else. */
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Json>
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Json>
  readonly patch: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Json>
}

export const api = (emulator: RunningEmulator, key = "dfs_test"): Api => {
  const call: Api["call"] = async (method, path, body, headers = {}) => {
    const answer = await raw(emulator.urls.luml + path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) })
    })
    const json = String(answer.headers["content-type"]).includes("json") && answer.text !== ""
    const parsed = json ? JSON.parse(answer.text) : undefined
    return { status: answer.status, headers: answer.headers, text: answer.text, body: parsed }
  }
  const good = async (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>
  ): Promise<Json> => {
    const answer = await call(method, path, body, headers)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }
  return {
    call,
    get: (path, headers) => good("GET", path, undefined, headers),
    post: (path, body, headers) => good("POST", path, body, headers),
    patch: (path, body, headers) => good("PATCH", path, body, headers)
  }
}

export interface World {
  readonly emulator: RunningEmulator
  readonly api: Api
  readonly organization: string
  readonly orbit: string
  readonly collection: string
  readonly secret: string
  /** Path of the organization, the orbit, and the collection's artifacts. */
  readonly o: string
  readonly b: string
  readonly a: string
}

export const worldOf = async (emulator: RunningEmulator, key = "dfs_test"): Promise<World> => {
  const client = api(emulator, key)
  const [organization] = await client.get("/v1/users/me/organizations")
  const o = `/v1/organizations/${organization.id}`
  const [orbit] = await client.get(`${o}/orbits`)
  const b = `${o}/orbits/${orbit.id}`
  const { items } = await client.get(`${b}/collections`)
  const collection = items.at(-1).id
  return {
    emulator,
    api: client,
    organization: organization.id,
    orbit: orbit.id,
    collection,
    secret: orbit.bucket_secret_id,
    o,
    b,
    a: `${b}/collections/${collection}/artifacts`
  }
}

export const world = async (options: EmulatorOptions = {}): Promise<World> =>
  worldOf(await started({ clock: "manual", ...options }))

export const lumlManifest = (artifact_type: string): Json => ({
  artifact_type,
  variant: "default",
  producer_name: "test",
  producer_version: "1",
  producer_tags: [],
  payload: {}
})

export const modelIndex = Object.fromEntries(
  ["manifest.json", "ops.json", "variant_config.json", "dtypes.json", "env.json", "meta.json"].map((name, at) => [
    name,
    [512 + at * 1024, 10]
  ])
)

export const modelManifest: Json = {
  variant: "pipeline",
  producer_name: "test",
  producer_version: "1",
  producer_tags: [],
  inputs: [{ name: "x", content_type: "NDJSON", dtype: "Array[float32]", shape: ["n", 4] }],
  outputs: [{ name: "y", content_type: "JSON", dtype: "float" }],
  dynamic_attributes: [],
  env_vars: []
}

export const artifactBody = (fields: Record<string, unknown> = {}): Json => ({
  file_name: "model.luml",
  name: "model",
  extra_values: {},
  manifest: modelManifest,
  file_hash: "0".repeat(64),
  file_index: modelIndex,
  size: 10,
  ...fields
})

/** Creates a record and uploads its bytes in one request. */
export const upload = async (
  { a, api: client }: World,
  bytes: Uint8Array,
  fields: Record<string, unknown> = {}
): Promise<Json> => {
  const { artifact, upload_details } = await client.post(a, artifactBody({ size: bytes.length, ...fields }))
  const put = await raw(upload_details.url, { method: "PUT", body: bytes })
  if (put.status !== 200) throw new Error(`PUT: ${put.status} ${put.text}`)
  return client.patch(`${a}/${artifact.id}`, { status: "uploaded" })
}

/** Text of the first element of that name. */
export const element = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]

export const azureConnection =
  "DefaultEndpointsProtocol=https;AccountName=lab;AccountKey=bGFiLWtleS1sYWIta2V5LWxhYi1rZXk=;EndpointSuffix=core.windows.net"
