import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import { givenBy } from "../src/commands/operation/options.js"
import { kebab } from "../src/names.js"
import { type Platform, type PlatformName, platforms } from "../src/platforms/Platform.js"
import * as TestIo from "./support/TestIo.js"

interface Part {
  readonly name: string
  readonly filename?: string
  readonly contentType?: string
  readonly text: string
}

interface Case {
  readonly operation: string
  readonly input: { readonly path: ReadonlyArray<string | number>; readonly params?: Readonly<Record<string, unknown>> }
  readonly request: {
    readonly method: string
    readonly path: string
    readonly query: Readonly<Record<string, ReadonlyArray<string>>>
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
    readonly multipart?: ReadonlyArray<Part>
  }
  readonly response: { readonly status: number; readonly contentType?: string; readonly body?: unknown }
}

const counts: Readonly<Record<PlatformName, number>> = { lumnis: 217, lvng: 158, luml: 108 }

const casesOf = (name: PlatformName): ReadonlyArray<Case> =>
  JSON.parse(readFileSync(new URL(`../../../contracts/cases/${name}.generated.json`, import.meta.url), "utf8"))

const write = (cwd: string, name: string, text: string): string => {
  writeFileSync(join(cwd, name), text)
  return name
}

const fileOf = (value: unknown): { readonly filename: string; readonly text: string } => {
  const found = typeof value === "object" && value !== null && "$file" in value ? value.$file : undefined
  if (typeof found === "object" && found !== null && "filename" in found && "text" in found) {
    return { filename: String(found.filename), text: String(found.text) }
  }
  throw new TypeError(`not a file: ${JSON.stringify(value)}`)
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value))

const boundUser = "bound@example.com"

/** For whom a call of Lumnis acts when its own parameters do not say: the tenant if that may be, else a user. */
const actingFor = (entry: CatalogEntry, params: Case["input"]["params"]): "tenant" | "user" | undefined => {
  const { scope, userIdIn, userIdName = "user_id" } = entry.platformData ?? {}
  if (entry.platform !== "lumnis" || scope === "tenant" || userIdIn === "none" || userIdIn === "path") return undefined
  if (params?.[userIdName.split(", ")[0]!] !== undefined || params?.["scope"] === "tenant") return undefined
  return scope === "user" || entry.parameters.some(({ name }) => name === "scope") ? "user" : "tenant"
}

/** What {@link actingFor} adds to what is sent. */
const withUser = (entry: CatalogEntry, { input, request }: Case): Pick<Case["request"], "query" | "body"> => {
  if (actingFor(entry, input.params) !== "user") return request
  const { userIdIn, userIdName = "user_id" } = entry.platformData ?? {}
  return userIdIn === "query"
    ? { query: { ...request.query, [userIdName]: [boundUser] }, body: request.body }
    : { query: request.query, body: { ...Object(request.body), [userIdName]: boundUser } }
}

/** The command line that a person would type for a case. */
const argvOf = (platform: Platform, entry: CatalogEntry, input: Case["input"], cwd: string): ReadonlyArray<string> => {
  const options: Array<string> = []
  const given = new Map(givenBy(entry).map((each) => [each.parameter.name, each]))
  for (const [name, value] of Object.entries(input.params ?? {})) {
    const found = given.get(name)
    if (entry.wholeBody === true && name === "body") {
      options.push("--body", `@${write(cwd, "body.json", JSON.stringify(value))}`)
    } else if (found === undefined || found.by === "set") {
      options.push("--set", `${name}=${JSON.stringify(value)}`)
    } else if (found.by === "secret") {
      options.push(`--${found.name}`, write(cwd, `${found.name}.txt`, `${textOf(value)}\n`))
    } else if (found.parameter.type === "boolean") {
      options.push(value === true ? `--${found.name}` : `--no-${found.name}`)
    } else {
      for (const item of found.parameter.type === "array" && Array.isArray(value) ? value : [value]) {
        if (found.parameter.type === "file" || found.parameter.items === "file") {
          const { filename, text } = fileOf(item)
          options.push(`--${found.name}`, write(cwd, filename, text))
        } else {
          options.push(`--${found.name}=${textOf(item)}`)
        }
      }
    }
  }
  const who = actingFor(entry, input.params)
  if (who === "tenant") options.push("--scope=tenant")
  if (who === "user") options.push("--user", boundUser)
  const path = input.path.map(String)
  return [platform.name, kebab(entry.resource), kebab(entry.name), ...options, "--", ...path]
}

/** A session whose claims say nothing; some operations take no key. */
const session = `${Buffer.from("{}").toString("base64url")}.${Buffer.from("{}").toString("base64url")}.c2lnbmF0dXJl`

const environment = (platform: Platform, url: string): Record<string, string> => ({
  [platform.baseUrlVariable]: url,
  [platform.keyVariable]: "canary_key_4f3e2d1c0b9a",
  ...Object.fromEntries(platform.tokens.map(({ variable }) => [variable, session]))
})

const lastEvent: Readonly<Record<string, string>> = {
  lumnis: 'data: {"event":"complete","data":{}}\n\n',
  lvng: "event: done\ndata: {}\n\n"
}

const answerOf = (platform: Platform, entry: CatalogEntry, response: Case["response"]): FaultServer.Answer => {
  if (entry.response === "none") return FaultServer.respond(response.status)
  if (entry.response === "events") return FaultServer.sse(`${response.body}${lastEvent[platform.name]}`)
  const body = entry.response === "json" ? JSON.stringify(response.body) : String(response.body)
  return FaultServer.respond(response.status, {
    headers: { "content-type": response.contentType ?? "text/plain" },
    body
  })
}

const bypass = "warning: tenant scope bypasses user isolation: the call sees the data of all users\n"

const queryOf = (url: URL): Record<string, ReadonlyArray<string>> =>
  Object.fromEntries([...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)]))

const partsOf = async (request: FaultServer.RecordedRequest): Promise<ReadonlyArray<Part>> => {
  const headers = { "content-type": request.headers["content-type"] ?? "" }
  const form = await new Response(Buffer.from(request.body), { headers }).formData()
  return Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === "string"
        ? { name, text: value }
        : { name, filename: value.name, contentType: value.type, text: await value.text() }
    )
  )
}

const byName = (a: Part, b: Part): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

describe.each(platforms)("every operation of $name", (platform) => {
  const cases = casesOf(platform.name)

  it("has a case", async () => {
    const catalog = await platform.catalog()
    expect(catalog).toHaveLength(counts[platform.name])
    expect(new Set(cases.map((each) => each.operation))).toEqual(new Set(catalog.map(({ id }) => id)))
  })

  it.scoped(
    "sends what was typed and prints what came back, byte by byte",
    () =>
      Effect.gen(function* () {
        const catalog = yield* Effect.promise(platform.catalog)
        const entries = new Map(catalog.map((entry) => [entry.id, entry]))
        let answer: FaultServer.Answer = FaultServer.respond(500)
        const server = yield* FaultServer.make(() => answer)
        for (const each of cases) {
          if (readingFirst.has(each.operation)) continue
          const entry = entries.get(each.operation)!
          const io = TestIo.make({ env: environment(platform, server.url) })
          answer = answerOf(platform, entry, each.response)
          const before = server.requests.length
          const argv = argvOf(platform, entry, each.input, io.cwd)
          const result = yield* Effect.promise(() => TestIo.runWith(io, ...argv))
          expect(result.stderr, each.operation).toBe(actingFor(entry, each.input.params) === "tenant" ? bypass : "")
          expect(result.code, each.operation).toBe(0)

          expect(server.requests, each.operation).toHaveLength(before + 1)
          const request = server.requests[before]!
          const url = new URL(request.url, server.url)
          expect(request.method, each.operation).toBe(each.request.method)
          expect(url.pathname, each.operation).toBe(each.request.path)
          expect(queryOf(url), each.operation).toEqual(withUser(entry, each).query)
          for (const [name, value] of Object.entries(each.request.headers ?? {})) {
            expect(request.headers[name], each.operation).toBe(value)
          }
          if (each.request.multipart !== undefined) {
            const parts = yield* Effect.promise(() => partsOf(request))
            const user = actingFor(entry, each.input.params) === "user" ? [{ name: "user_id", text: boundUser }] : []
            const wanted = [...each.request.multipart, ...user].sort(byName)
            expect([...parts].sort(byName), each.operation).toEqual(wanted)
          } else {
            expect(request.text === "" ? undefined : request.json(), each.operation).toEqual(withUser(entry, each).body)
          }

          if (entry.response === "json") expect(result.stdout).toBe(`${JSON.stringify(each.response.body)}\n`)
          if (entry.response === "none") expect(result.stdout).toBe("")
          if (entry.response === "bytes") expect(result.stdout).toBe(each.response.body)
          if (entry.response === "events") {
            const sent = [...String(each.response.body).matchAll(/^data: (.*)$/gm)].map(([, data = ""]) =>
              JSON.parse(data)
            )
            const got = result.stdout
              .trimEnd()
              .split("\n")
              .map((line) => JSON.parse(line).data)
            expect(got.slice(0, sent.length)).toEqual(sent)
          }
        }
      }),
    300_000
  )
})

/** Operations that the command sends through the client's method, which reads the record first. See LumlUpdates.test.ts. */
const readingFirst = new Set(["updateBucketSecret", "updateCollection", "updateDeployment"])

describe("the emulator's check against the contract", () => {
  let emulator: RunningEmulator
  beforeAll(async () => {
    emulator = await startEmulator({ pace: 0 })
  })
  afterAll(() => emulator.stop())

  it.each(platforms)(
    "takes every request of $name that the command writes",
    async (platform) => {
      const catalog = await platform.catalog()
      const entries = new Map(catalog.map((entry) => [entry.id, entry]))
      const refused: Array<string> = []
      for (const each of casesOf(platform.name)) {
        if (readingFirst.has(each.operation)) continue
        const entry = entries.get(each.operation)!
        const io = TestIo.make({ env: environment(platform, emulator.urls[platform.name]) })
        emulator.clearRequests()
        const argv = argvOf(platform, entry, each.input, io.cwd)
        const result = await TestIo.runWith(io, ...argv.slice(0, 3), "--retries=0", ...argv.slice(3))
        const [request, ...others] = emulator.requests()
        expect(others, each.operation).toEqual([])
        expect(request?.operation, each.operation).toBe(each.operation)
        expect(request, each.operation).toMatchObject({ method: each.request.method, path: each.request.path })
        if (request?.status === 422 || result.code === 2) refused.push(`${each.operation}: ${result.stderr}`)
      }
      expect(refused).toEqual([])
    },
    300_000
  )
})
