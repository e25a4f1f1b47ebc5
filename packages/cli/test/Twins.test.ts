/** Operations that the library has a method of its own for: the command of the operation calls that method. */
import { afterAll, afterEach, assert, beforeAll, describe, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as LumlGenerated from "@trilum/luml/generated/index"
import { luml } from "@trilum/luml/Platform"
import * as LumlResources from "@trilum/luml/resources"
import * as LumnisGenerated from "@trilum/lumnis/generated/index"
import { lumnis } from "@trilum/lumnis/Platform"
import * as LumnisResources from "@trilum/lumnis/resources"
import * as LvngGenerated from "@trilum/lvng/generated/index"
import { lvng } from "@trilum/lvng/Platform"
import * as LvngResources from "@trilum/lvng/resources"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { byName, type PlatformName } from "../src/platforms/Platform.js"
import * as Artifact from "./support/artifact.js"
import { argvOf, casesOf, environment } from "./support/cases.js"
import * as TestIo from "./support/TestIo.js"

interface Made {
  readonly generated: unknown
  readonly byHand: unknown
  /** Replaces a method of the hand-written resource until the returned function is called. */
  readonly replace: (method: string, by: () => unknown) => () => void
}

interface Makable<Client, Context> {
  readonly make: (client: Client, context: Context) => unknown
}

const madeOf =
  <Client, Context>(
    generated: Readonly<Record<string, Makable<Client, never>>>,
    byHand: Readonly<Record<string, Makable<Client, Context>>>,
    client: Client,
    context: Context
  ) =>
  (resource: string): Made | undefined => {
    const base: Makable<Client, never> | undefined = generated[resource]
    const own = byHand[resource]
    if (base === undefined || own === undefined || Object.is(base, own)) return undefined
    const { make } = own
    return {
      generated: Reflect.apply(base.make, base, [client]),
      byHand: make(client, context),
      replace: (method, by) => {
        Object.assign(own, { make: (...args: Parameters<typeof make>) => ({ ...Object(make(...args)), [method]: by }) })
        return () => Object.assign(own, { make })
      }
    }
  }

const options = { apiKey: "canary_key_4f3e2d1c0b9a", baseUrl: "http://127.0.0.1:1" }

const resources: Effect.Effect<
  Readonly<Record<PlatformName, (resource: string) => Made | undefined>>,
  Error
> = Effect.gen(function* () {
  const ofLumnis = yield* lumnis.connect(options)
  const ofLvng = yield* lvng.connect(options)
  const ofLuml = yield* luml.connect(options)
  return {
    lumnis: madeOf(LumnisGenerated, LumnisResources, ofLumnis.client, ofLumnis),
    lvng: madeOf(LvngGenerated, LvngResources, ofLvng.client, ofLvng),
    luml: madeOf(LumlGenerated, LumlResources, ofLuml.client, ofLuml)
  }
}).pipe(Effect.provide(NodeTransport.layer()))

const member = (service: unknown, name: string): unknown => Reflect.get(Object(service), name)

/** Methods of other names that take the place of an operation's own. */
const renamed: Readonly<Record<string, string>> = { forceDeleteArtifact: "delete", getOrganization: "details" }

interface Twin {
  readonly entry: CatalogEntry
  readonly method: string
  readonly all: boolean
  readonly made: Made
}

const twins = (
  catalog: ReadonlyArray<CatalogEntry>,
  makeOf: (resource: string) => Made | undefined
): ReadonlyArray<Twin> =>
  catalog.flatMap((entry) =>
    [false, true].flatMap((all) => {
      const made = makeOf(entry.resource)
      const name = all ? `${entry.name}All` : entry.name
      const method = renamed[entry.id] ?? name
      const isThere = member(made?.byHand, method) !== undefined && member(made?.generated, name) !== undefined
      return made === undefined || !isThere ? [] : [{ entry, method, all, made }]
    })
  )

const sentinel = "this is the method of the library"

describe("an operation of a resource that the library extends by hand", () => {
  it.scoped.each<readonly [name: PlatformName, least: number]>([
    ["lumnis", 100],
    ["lvng", 30],
    ["luml", 45]
  ])(
    "is called by that method: all of %s",
    ([name, least]) =>
      Effect.gen(function* () {
        const platform = byName(name)
        const server = yield* FaultServer.make([])
        const catalog = yield* Effect.promise(platform.catalog)
        const found = twins(catalog, (yield* resources)[name])
        const cases = new Map(casesOf(name).map((each) => [each.operation, each]))
        assert.isAtLeast(found.length, least)
        for (const { all, entry, made, method } of found) {
          const io = TestIo.make({ env: environment(platform, server.url) })
          const input = cases.get(entry.id)?.input ?? { path: [] }
          const argv = argvOf(platform, entry, input, io.cwd)
          const isStream = all || entry.response === "events" || entry.response === "bytes"
          const restore = made.replace(method, () => (isStream ? Stream.fail : Effect.fail)(new Error(sentinel)))
          const words = [...argv.slice(0, 3), ...(all ? ["--all"] : []), ...argv.slice(3)]
          const result = yield* Effect.ensuring(
            Effect.promise(() => TestIo.runWith(io, ...words)),
            Effect.sync(restore)
          )
          assert.include(result.stderr, sentinel, `${entry.id}: ${words.join(" ")}`)
        }
        assert.lengthOf(server.requests, 0)
      }),
    300_000
  )

  it.effect("leaves no operation without a method, and no list without one for all pages", () =>
    Effect.gen(function* () {
      for (const name of ["lumnis", "lvng", "luml"] as const) {
        const catalog = yield* Effect.promise(byName(name).catalog)
        const made = { lumnis: LumnisGenerated, lvng: LvngGenerated, luml: LumlGenerated }[name]
        for (const { id, pagination, resource, name: method } of catalog) {
          const service: unknown = Reflect.apply(
            Reflect.get(Object(Reflect.get(made, resource)), "make"),
            undefined,
            []
          )
          assert.isFunction(member(service, method), id)
          if (pagination !== undefined) assert.isFunction(member(service, `${method}All`), `${id}, all`)
        }
      }
    })
  )
})

describe("methods of LUML that use the storage", () => {
  let emulator: RunningEmulator
  beforeAll(async () => {
    emulator = await startEmulator({ pace: 0 })
  })
  afterAll(() => emulator.stop())
  afterEach(() => emulator.reset())

  const run = (...argv: ReadonlyArray<string>) =>
    TestIo.run({ env: TestIo.lumlAt(emulator.urls.luml) }, "luml", ...argv, "--json")

  const parsed = async (...argv: ReadonlyArray<string>) => JSON.parse((await run(...argv)).stdout)

  it("a dry run of an update sends nothing and says what is read first", async () => {
    const [organization] = await parsed("organizations", "list")
    const [orbit] = await parsed("orbits", "list", organization.id, "--raw")
    const { id } = await parsed("collections", "create", "churn")
    emulator.clearRequests()
    const at = ["luml", "collections", "update", organization.id, orbit.id, id, "--name", "b"]
    const { code, stderr, stdout } = await TestIo.run(
      { env: TestIo.lumlAt(emulator.urls.luml) },
      ...at,
      "--dry-run",
      "--json"
    )
    assert.strictEqual(code, 0)
    assert.include(
      stderr,
      `GET /luml/v1/organizations/${organization.id}/orbits/${orbit.id}/collections/${id} is sent first`
    )
    assert.deepInclude(JSON.parse(stdout), { method: "PATCH", body: '{"name":"b"}' })
    assert.lengthOf(emulator.requests(), 0)
  })

  it("deleting an artifact by its operation deletes the bytes, too", async () => {
    const [organization] = await parsed("organizations", "list")
    const [orbit] = await parsed("orbits", "list", organization.id, "--raw")
    const { id } = await parsed("collections", "create", "churn")
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 100)
    const env = TestIo.lumlAt(emulator.urls.luml)
    const { stdout } = await TestIo.run(
      { cwd, env },
      "luml",
      "artifacts",
      "upload",
      "a.luml",
      "--json",
      "--collection",
      "churn"
    )
    emulator.clearRequests()
    const deleted = await run(
      "artifacts",
      "delete",
      organization.id,
      orbit.id,
      id,
      JSON.parse(stdout).artifact.id,
      "--yes"
    )
    assert.deepInclude(deleted, { code: 0, stderr: "", stdout: "" })
    const sent = emulator.requests().map(({ operation }) => operation)
    assert.deepStrictEqual(sent, ["getArtifactDeleteUrl", "deleteObject", "deleteArtifact"])
  })

  it("a name stands for an id in the operations of LUML", async () => {
    const [organization] = await parsed("organizations", "list")
    const [orbit] = await parsed("orbits", "list", organization.id, "--raw")
    const { id } = await parsed("collections", "create", "churn")
    const shown = await parsed("collections", "get", organization.name, orbit.name, "churn")
    assert.deepInclude(shown, { id, name: "churn" })
  })
})
