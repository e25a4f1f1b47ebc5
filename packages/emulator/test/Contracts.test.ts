import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { afterAll, assert, beforeAll, describe, expect, it } from "vitest"
import { type RunningEmulator, startEmulator } from "../src/promise.js"
import { inDocument, sample } from "../src/Samples.js"
import * as Lvng from "./lvngSupport.js"
import { type Json, ok, type RawContract, type RawOperation, rawContract, type Send, send } from "./support.js"

const counts = { lumnis: 217, lvng: 158, luml: 108 } as const

type Name = keyof typeof counts

/** Tags of Lumnis whose operations keep state, so that the records they name have to exist. */
const stateful = new Set([
  "users",
  "threads",
  "responses",
  "files",
  "external-api-keys",
  "tenant",
  "mcp-servers",
  "model-preferences",
  "skills"
])

/** Operations of Lumnis that read a batch of drafts, which has to exist. */
const drafting = new Set(["getBatchDraftJobStatus", "createBatchDraftsStream"])

const boundary = "test-boundary"

const multipart = (fields: Record<string, unknown>): Buffer => {
  const parts = Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => [name, item] as const))
    .map(([name, value]) => {
      const file = name === "file" || name === "files"
      const disposition = `form-data; name="${name}"${file ? '; filename="a.txt"' : ""}`
      return `--${boundary}\r\nContent-Disposition: ${disposition}\r\n\r\n${String(value)}\r\n`
    })
  return Buffer.from([...parts, `--${boundary}--\r\n`].join(""))
}

const credential = (name: Name, operation: RawOperation): string => {
  if (name === "lvng")
    return operation.raw["x-auth"] === "jwt" ? Lvng.session() : "lvng_sk_test_0123456789abcdef0123456789abcdef"
  if (name === "lumnis") return "lmn_test"
  const kinds: ReadonlyArray<string> = operation.raw["x-auth"] ?? []
  return kinds.includes("api_key") ? "dfs_test" : kinds.includes("satellite") ? "dfssat_test" : "session-token"
}

/** Records that the stateful operations name. */
const fixture = async (base: string): Promise<Record<string, string>> => {
  const post = (path: string, body: unknown): Promise<Json> => ok(`${base}${path}`, { method: "POST", body })
  const user = await post("/v1/users", { email: "ada@example.com" })
  const thread = await post("/v1/threads", { user_id: user.id })
  const response = await post("/v1/responses", { messages: [{ role: "user", content: "hello [hang]" }] })
  const key = await post("/v1/external-api-keys", { provider: "OPENAI_API_KEY", api_key: "value-of-key" })
  const tenant = await ok(`${base}/v1/tenant`)
  const file = await ok(`${base}/v1/files/upload`, {
    method: "POST",
    body: multipart({ file: "one\ntwo", scope: "tenant" }),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` }
  })
  const server = await post("/v1/mcp-servers", { name: "n", transport: "stdio", scope: "tenant", command: "run" })
  const skill = await post("/v1/skills", { name: "n", description: "d", content: "c" })
  const usage = { skill_id: skill.id, skill_name: "n", response_id: "r", tenant_id: "t" }
  const used = await post("/v1/skills/usage", usage)
  const preference = { method: "PATCH", body: { provider: "openai", model_name: "gpt-4o" } }
  await ok(`${base}/v1/model-preferences/SMART_MODEL`, preference)
  return {
    server_id: server.id,
    skill_id: skill.id,
    usage_id: used.id,
    model_type: "SMART_MODEL",
    user_identifier: user.id,
    thread_id: thread.thread_id,
    response_id: response.response_id,
    tenant_id: tenant.id,
    file_id: file.file_id,
    key: key.key_id
  }
}

/** A batch of drafts of the user for whom the samples of an operation are. */
const draftJob = async (base: string, user: string): Promise<Record<string, string>> => {
  const body = { prospects: [{ external_id: "p", name: "Ada" }], project_id: "p", channel: "gmail" }
  const query = new URLSearchParams({ user_id: user })
  const { job_id } = await ok(`${base}/v1/messaging/drafts/batch?${query}`, { method: "POST", body })
  return { job_id }
}

const valueFor = (contract: RawContract, schema: unknown, seed: string, fill: "all" | "required"): unknown =>
  sample(schema as never, { seed, fill, references: inDocument(contract.document) })

const requestFor = (
  name: Name,
  contract: RawContract,
  operation: RawOperation,
  fill: "all" | "required",
  records: Record<string, string>
): { readonly path: string; readonly send: Send; readonly body: unknown } => {
  const seed = `test ${operation.id}`
  const kept = stateful.has(operation.tag) && name === "lumnis"
  const query = new URLSearchParams()
  let path = operation.path
  for (const parameter of operation.parameters) {
    const value = valueFor(contract, parameter.schema, `${seed} ${parameter.name}`, "required")
    if (parameter.in === "path") {
      const own = name === "lvng" ? Lvng.recordFor(records, operation, parameter.name) : undefined
      const known = kept || drafting.has(operation.id) ? records[parameter.name] : own
      const chosen = operation.id === "deleteExternalApiKey" ? "OPENAI_API_KEY" : (known ?? String(value))
      path = path.replace(`{${parameter.name}}`, encodeURIComponent(chosen))
    } else if (parameter.in === "query" && (parameter.required || (fill === "all" && !kept))) {
      const known = drafting.has(operation.id) ? records[parameter.name] : undefined
      for (const item of Array.isArray(value) ? value : [known ?? value]) query.append(parameter.name, String(item))
    }
  }
  const content = operation.requestBody?.content ?? {}
  const form = content["multipart/form-data"]
  const media = content["application/json"]
  const headers: Record<string, string> = { authorization: `Bearer ${credential(name, operation)}` }
  // LUML keeps state for all of it (Luml.test.ts); here it answers from the contract.
  if (name === "luml") headers["x-emulator-answer"] = "contract"
  const url = `${path}${query.size > 0 ? `?${query}` : ""}`
  if (form !== undefined) {
    const fields = { ...(operation.id === "bulkUploadFiles" ? { files: ["a", "b"] } : { file: "a" }), scope: "tenant" }
    headers["content-type"] = `multipart/form-data; boundary=${boundary}`
    return { path: url, send: { method: operation.method, headers, body: multipart(fields) }, body: undefined }
  }
  if (media === undefined) return { path: url, send: { method: operation.method, headers }, body: undefined }
  let body: Json = valueFor(contract, media.schema, seed, kept ? "required" : fill)
  if (operation.id === "createResponse" && fill === "all") {
    body = { ...body, user_id: records["user_identifier"], thread_id: records["thread_id"] }
  }
  if (operation.id === "updateFileScope") body = { scope: "tenant" }
  return { path: url, send: { method: operation.method, headers, body: JSON.stringify(body) }, body }
}

describe.each(Object.keys(counts) as ReadonlyArray<Name>)("%s", (name) => {
  const contract = rawContract(name)
  let emulator: RunningEmulator

  beforeAll(async () => {
    emulator = await startEmulator({ clock: "manual", pace: 0, grace: 100 })
  })
  afterAll(() => emulator.stop())

  it("covers every operation of the contract", () => {
    expect(contract.operations.length).toBe(counts[name])
    expect(new Set(contract.operations.map(({ id }) => id)).size).toBe(counts[name])
  })

  it.each(contract.operations.map((operation) => [operation.id, operation] as const))(
    "%s answers what its contract promises",
    async (_id, operation) => {
      for (const fill of ["required", "all"] as const) {
        emulator.reset()
        const user = operation.parameters.find((parameter) => parameter.name === "user_id")
        const lumnis =
          name !== "lumnis"
            ? {}
            : stateful.has(operation.tag)
              ? await fixture(emulator.urls.lumnis)
              : drafting.has(operation.id)
                ? await draftJob(
                    emulator.urls.lumnis,
                    String(valueFor(contract, user?.schema, `test ${operation.id} user_id`, "required"))
                  )
                : {}
        const records = name === "lvng" ? await Lvng.records(Lvng.lvng(emulator)) : lumnis
        const request = requestFor(name, contract, operation, fill, records)
        const media = operation.requestBody?.content?.["application/json"]
        if (media !== undefined) {
          const valid = contract.compile(media.schema)
          expect(valid(request.body), `request: ${JSON.stringify(valid.errors)}`).toBe(true)
        }
        const answer = await send(emulator.urls[name] + request.path, request.send)
        const promised = operation.responses[String(answer.status)]
        expect(promised, `${answer.status} ${answer.text.slice(0, 400)}`).toBeDefined()
        expect(answer.status).toBeLessThan(400)
        // The LUML server does not send one.
        if (name === "luml") assert.isUndefined(answer.headers["x-request-id"])
        else assert.match(String(answer.headers["x-request-id"]), /^req_[0-9a-f]{24}$/)
        const schema = promised.content?.["application/json"]?.schema
        if (schema !== undefined) {
          const valid = contract.compile(schema)
          expect(valid(JSON.parse(answer.text)), `answer: ${JSON.stringify(valid.errors)} ${answer.text}`).toBe(true)
        } else if (answer.status === 204) expect(answer.text).toBe("")
        const types = Object.keys(promised.content ?? {})
        if (types.length > 0) expect(answer.headers["content-type"]).toContain(types[0])
        const last = emulator.requests().at(-1)
        expect(last?.operation).toBe(operation.id)
        expect(last?.status).toBe(answer.status)
      }
    }
  )

  it("answers 401 in the platform's own words without a credential", async () => {
    for (const operation of contract.operations.filter(({ security }) => security.length > 0)) {
      const path = operation.path.replaceAll(/\{[^}]+\}/g, "00000000-0000-4000-8000-000000000000")
      const answer = await send(emulator.urls[name] + path, {
        method: operation.method,
        headers: { authorization: "" }
      })
      expect(answer.status, operation.id).toBe(401)
      const schema = operation.responses["401"]?.content?.["application/json"]?.schema
      if (schema !== undefined) expect(contract.compile(schema)(JSON.parse(answer.text)), answer.text).toBe(true)
    }
  })

  it("gives the same answer to the same request with the same seed, another with another", async () => {
    const operation = contract.operations.find(
      ({ id }) => id === { lumnis: "getCampaign", lvng: "getTool", luml: "getOrbit" }[name]
    )
    if (operation === undefined) throw new Error("no such operation")
    const request = requestFor(name, contract, operation, "required", {})
    const texts: Array<string> = []
    for (const seed of ["a", "a", "b"]) {
      const other = await startEmulator({ seed, clock: "manual", grace: 100 })
      texts.push((await send(other.urls[name] + request.path, request.send)).text)
      await other.stop()
    }
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).not.toBe(texts[2])
  })
})

it("carries contracts that match contracts/*.openapi.json", () => {
  const script = fileURLToPath(new URL("../scripts/contracts.mjs", import.meta.url))
  execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" })
})
