import { readFileSync } from "node:fs"
import { type Agent, type IncomingHttpHeaders, request } from "node:http"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import formats from "ajv-formats"
import { afterEach } from "vitest"
import { type EmulatorOptions, type RunningEmulator, startEmulator } from "../src/promise.js"

/** Parsed JSON, as loosely typed as `JSON.parse` leaves it: tests assert what they read. */
export type Json = ReturnType<JSON["parse"]>

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly bytes: Buffer
  /** The body ended as the protocol says. */
  readonly complete: boolean
  /** Sizes of the chunks as they arrived. */
  readonly chunks: ReadonlyArray<number>
}

export interface Send {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Record<string, string | undefined>
  readonly agent?: Agent
  readonly signal?: AbortSignal
  /** Told when the headers are here, before the body. */
  readonly onHeaders?: (status: number) => void
}

const defined = (headers: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/** One request on its own connection; rejects only when no answer began. */
export const send = (url: string, options: Send = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const raw = options.body instanceof Uint8Array || typeof options.body === "string"
    const body = options.body === undefined || raw ? options.body : JSON.stringify(options.body)
    const outgoing = request(
      url,
      {
        method: options.method ?? "GET",
        agent: options.agent ?? false,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
        headers: defined({
          authorization: "Bearer test-key",
          ...(url.includes("/__emulator") ? { "x-emulator-admin": "1" } : {}),
          ...(body === undefined
            ? {}
            : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body as string)) }),
          ...options.headers
        })
      },
      (incoming) => {
        const parts: Array<Buffer> = []
        options.onHeaders?.(incoming.statusCode ?? 0)
        const finish = (): void => {
          const bytes = Buffer.concat(parts)
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            bytes,
            text: bytes.toString("utf8"),
            complete: incoming.complete,
            chunks: parts.map((part) => part.length)
          })
        }
        incoming.on("data", (chunk: Buffer) => parts.push(chunk))
        incoming.on("end", finish)
        incoming.on("error", finish)
        outgoing.off("error", reject)
        outgoing.on("error", finish)
      }
    )
    outgoing.on("error", reject)
    outgoing.end(body)
  })

export const parsed = (answer: Answer): Json => JSON.parse(answer.text)

/** The body of a success as JSON. */
export const ok = async (url: string, options: Send = {}): Promise<Json> => {
  const answer = await send(url, options)
  if (answer.status >= 300) throw new Error(`${options.method ?? "GET"} ${url}: ${answer.status} ${answer.text}`)
  return answer.text === "" ? undefined : JSON.parse(answer.text)
}

/** Polls until `check` holds; fails loudly instead of hanging. */
export const until = async (check: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  for (let turn = 0; turn < 2000; turn++) {
    if (await check()) return
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  throw new Error(`never happened: ${what}`)
}

const running: Array<RunningEmulator> = []

/** An emulator that stops after the test. */
export const started = async (options: EmulatorOptions = {}): Promise<RunningEmulator> => {
  const emulator = await startEmulator({ grace: 200, ...options })
  running.push(emulator)
  return emulator
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.stop()))
})

export interface RawOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly parameters: ReadonlyArray<Json>
  readonly requestBody: Json
  readonly responses: Record<string, Json>
  readonly security: ReadonlyArray<Json>
  readonly raw: Json
}

export interface RawContract {
  readonly document: Json
  readonly operations: ReadonlyArray<RawOperation>
  /** Compiles `schema` of the contract as it is written: nothing of the emulator takes part. */
  readonly compile: (schema: unknown) => ValidateFunction
}

const methods = ["get", "put", "post", "delete", "patch", "head", "options"]

export const rawContract = (platform: string): RawContract => {
  const file = new URL(`../../../contracts/${platform}.openapi.json`, import.meta.url)
  const document = JSON.parse(readFileSync(file, "utf8"))
  const resolve = (value: Json): Json =>
    value?.$ref === undefined
      ? value
      : value.$ref
          .slice(2)
          .split("/")
          .reduce((n: Json, k: string) => n[k], document)
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false })
  formats.default(ajv)
  ajv.addFormat("binary", true)
  ajv.addSchema({ ...document, $id: "https://raw.invalid/doc" })
  const absolute = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(absolute)
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === "$ref" && typeof inner === "string" ? `https://raw.invalid/doc${inner}` : absolute(inner)
      ])
    )
  }
  const operations = Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    Object.entries<Json>(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, raw]) => ({
        id: raw.operationId,
        method: method.toUpperCase(),
        path,
        tag: raw.tags?.[0] ?? "",
        parameters: (raw.parameters ?? []).map(resolve),
        requestBody: resolve(raw.requestBody),
        responses: Object.fromEntries(Object.entries(raw.responses).map(([status, value]) => [status, resolve(value)])),
        security: raw.security ?? document.security ?? [],
        raw
      }))
  )
  const compiled = new Map<unknown, ValidateFunction>()
  const compile = (schema: unknown): ValidateFunction => {
    const known = compiled.get(schema) ?? ajv.compile(absolute(schema))
    compiled.set(schema, known)
    return known
  }
  return { document, operations, compile }
}
