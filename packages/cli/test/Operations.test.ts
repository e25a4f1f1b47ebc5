import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import { type Platform, type PlatformName, platforms } from "../src/platforms/Platform.js"
import { actingFor, argvOf, boundUser, type Case, casesOf, environment, type Part, withUser } from "./support/cases.js"
import * as TestIo from "./support/TestIo.js"

const counts: Readonly<Record<PlatformName, number>> = { lumnis: 217, lvng: 158, luml: 108 }

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
        let current = cases[0]!
        const answers = (request: FaultServer.RecordedRequest): FaultServer.Answer => {
          const path = new URL(request.url, "http://localhost").pathname
          const own = request.method === current.request.method && path === pathOf(current)
          const found = own ? current : cases.find((other) => other.request.method === "GET" && pathOf(other) === path)
          return found === undefined
            ? FaultServer.respond(500)
            : answerOf(platform, entries.get(found.operation)!, found.response)
        }
        const server = yield* FaultServer.make(answers)
        const reading = new Set<string>()
        for (const each of cases) {
          if (usingStorage.has(each.operation)) continue
          const entry = entries.get(each.operation)!
          const io = TestIo.make({ env: environment(platform, server.url) })
          current = each
          const before = server.requests.length
          const argv = argvOf(platform, entry, each.input, io.cwd)
          const result = yield* Effect.promise(() => TestIo.runWith(io, ...argv))
          expect(result.stderr, each.operation).toBe(actingFor(entry, each.input.params) === "tenant" ? bypass : "")
          expect(result.code, each.operation).toBe(0)

          const request = server.requests.at(-1)!
          const earlier = server.requests.slice(before, -1)
          expect(
            earlier.every(({ method }) => method === "GET"),
            each.operation
          ).toBe(true)
          if (earlier.length > 0) reading.add(each.operation)
          const url = new URL(request.url, server.url)
          expect(request.method, each.operation).toBe(each.request.method)
          expect(url.pathname, each.operation).toBe(pathOf(each))
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
            const sent = request.text === "" ? undefined : request.json()
            const { body } = withUser(entry, each)
            // What was read first is kept, and an id in the body is left out.
            const { id: _, ...given } = Object(body)
            const isRead = earlier.length > 0 && sent !== undefined
            expect(sent, each.operation).toEqual(isRead ? { ...Object(sent), ...given } : body)
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
        expect([...reading].sort()).toEqual(readingFirst[platform.name])
      }),
    300_000
  )
})

/** Operations whose methods in the library read records first: to find them, or to keep what is left out. */
const readingFirst: Readonly<Record<PlatformName, ReadonlyArray<string>>> = {
  lumnis: [],
  lvng: [],
  luml: [
    "deleteBucketSecret",
    "deleteOrbitSecret",
    "deleteSatellite",
    "deleteTrack",
    "forceDeleteDeployment",
    "getCollection",
    "getOrbit",
    "listTrackStages",
    "requestDeploymentDeletion",
    "rotateSatelliteApiKey",
    "updateCollection",
    "updateDeployment",
    "updateOrbitSecret",
    "updateOrganization",
    "updateSatellite",
    "updateTrack"
  ]
}

/** Operations whose methods use the object storage, too. See Twins.test.ts. */
const usingStorage = new Set(["createBucketSecret", "updateBucketSecret", "deleteArtifact", "forceDeleteArtifact"])

const pathOf = ({ request }: Case): string =>
  request.path.replace(/(?<=\/integrations\/(?:apps|connections\/[^/]+|non-oauth\/required-fields)\/)[^/]+/, (name) =>
    name.toUpperCase()
  )

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
      const rejected: Array<string> = []
      for (const each of casesOf(platform.name)) {
        if (usingStorage.has(each.operation) || readingFirst[platform.name].includes(each.operation)) continue
        const entry = entries.get(each.operation)!
        const io = TestIo.make({ env: environment(platform, emulator.urls[platform.name]) })
        emulator.clearRequests()
        const argv = argvOf(platform, entry, each.input, io.cwd)
        const result = await TestIo.runWith(io, ...argv.slice(0, 3), "--retries=0", ...argv.slice(3))
        const [request, ...others] = emulator.requests()
        expect(others, each.operation).toEqual([])
        expect(request?.operation, each.operation).toBe(each.operation)
        expect(request, each.operation).toMatchObject({ method: each.request.method, path: pathOf(each) })
        if (request?.status === 422 || result.code === 2) rejected.push(`${each.operation}: ${result.stderr}`)
      }
      expect(rejected).toEqual([])
    },
    300_000
  )
})
