import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type RunningEmulator, startEmulator } from "../src/promise.js"
import * as Lvng from "./lvngSupport.js"
import { type Json, rawContract } from "./support.js"

interface Case {
  readonly operation: string
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: Readonly<Record<string, ReadonlyArray<string>>>
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
    readonly multipart?: ReadonlyArray<{ readonly name: string; readonly filename: string; readonly text: string }>
  }
}

/** The body of a case, and its type unless it is JSON. */
const bodyOf = async ({
  request: { body, multipart }
}: Case): Promise<{ readonly bytes?: string | Uint8Array; readonly type?: string }> => {
  if (multipart === undefined) return body === undefined ? {} : { bytes: JSON.stringify(body) }
  const form = new FormData()
  for (const { filename, name, text } of multipart) form.append(name, new Blob([text]), filename)
  const written = new Response(form)
  const type = written.headers.get("content-type") ?? ""
  return { bytes: new Uint8Array(await written.arrayBuffer()), type }
}

const cases: ReadonlyArray<Case> = JSON.parse(
  readFileSync(new URL("../../../contracts/cases/lvng.generated.json", import.meta.url), "utf8")
)

const contract = rawContract("lvng")

const operations = new Map(contract.operations.map((operation) => [operation.id, operation]))

/** The path of a case with the ids of records that exist. */
const pathOf = (one: Case, records: Readonly<Record<string, string>>): string => {
  const operation = operations.get(one.operation)
  const names = operation?.path.split("/") ?? []
  return one.request.path
    .split("/")
    .map((segment, index) => {
      const [, name] = /^\{(.+)\}$/.exec(names[index] ?? "") ?? []
      const known = operation === undefined || name === undefined ? undefined : Lvng.recordFor(records, operation, name)
      return known === undefined ? segment : encodeURIComponent(known)
    })
    .join("/")
}

describe("every case of the contract", () => {
  let emulator: RunningEmulator

  beforeAll(async () => {
    emulator = await startEmulator({ pace: 0, grace: 100 })
  })
  afterAll(() => emulator.stop())

  it("is an operation", () => {
    expect(cases.map(({ operation }) => operation).sort()).toEqual([...operations.keys()].sort())
    expect(cases).toHaveLength(158)
  })

  it.each(cases.map((one) => [one.operation, one] as const))(
    "%s answers what the contract promises",
    async (_, one) => {
      emulator.reset()
      const api = Lvng.lvng(emulator)
      const records = await Lvng.records(api)
      const query = new URLSearchParams()
      for (const [name, values] of Object.entries(one.request.query)) {
        for (const value of values) query.append(name, value)
      }
      // A header of the cases holds text that HTTP cannot carry as it is.
      const headers = Object.fromEntries(
        Object.entries(one.request.headers ?? {}).map(([name, value]) => [name, encodeURIComponent(value)])
      )
      const path = `${pathOf(one, records)}${query.size > 0 ? `?${query}` : ""}`
      const { bytes, type } = await bodyOf(one)
      const answer = await api.send(one.request.method, path, bytes, {
        headers: type === undefined ? headers : { ...headers, "content-type": type }
      })
      const promised: Json = operations.get(one.operation)?.responses[String(answer.status)]
      expect(promised, `${answer.status} ${answer.text.slice(0, 300)}`).toBeDefined()
      expect(answer.status).toBeLessThan(300)
      const schema = promised.content?.["application/json"]?.schema
      if (schema === undefined) expect(answer.headers["content-type"]).toContain("text/event-stream")
      else {
        const valid = contract.compile(schema)
        expect(valid(JSON.parse(answer.text)), `${JSON.stringify(valid.errors)} ${answer.text}`).toBe(true)
      }
      expect(emulator.requests().at(-1)?.operation).toBe(one.operation)
    }
  )
})
