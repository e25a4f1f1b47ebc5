/** A client of a server that answers each `METHOD path` with what a test says, and tells what it was asked. */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Luml, Options } from "../../src/Luml.js"
import { client } from "./harness.js"
import { ids } from "./Registry.js"

export type Routes = Readonly<
  Record<string, unknown | ((request: FaultServer.RecordedRequest, nth: number) => unknown)>
>

export interface Scripted {
  readonly luml: Luml.Service
  readonly server: FaultServer.FaultServer
  /** Requests as `METHOD path`, without what finds the place. */
  readonly calls: () => ReadonlyArray<string>
  /** JSON bodies sent to a path, in order. */
  readonly bodies: (call: string) => ReadonlyArray<unknown>
}

export const orbitPath = `/v1/organizations/${ids.organization}/orbits/${ids.orbit}`
export const organizationPath = `/v1/organizations/${ids.organization}`
export const created = "2026-11-21T16:56:32.259112Z"

const place: Routes = {
  "GET /v1/users/me/organizations": [
    {
      id: ids.organization,
      name: "acme",
      logo: null,
      role: "owner",
      permissions: null,
      created_at: created,
      updated_at: null,
      joined_at: created
    }
  ],
  [`GET ${organizationPath}/orbits`]: [
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
      created_at: created,
      updated_at: null
    }
  ]
}

const isAnswer = (u: unknown): u is FaultServer.Answer => typeof u === "object" && u !== null && "_tag" in u

export const make = (
  routes: Routes,
  options: Partial<Options> = {}
): Effect.Effect<Scripted, never, HttpClient.HttpClient | Scope.Scope> =>
  Effect.gen(function* () {
    const all = { ...place, ...routes }
    const seen = new Map<string, number>()
    const callOf = (request: FaultServer.RecordedRequest): string => `${request.method} ${request.url.split("?")[0]}`
    const server = yield* FaultServer.make((request) => {
      const call = callOf(request)
      const nth = (seen.get(call) ?? 0) + 1
      seen.set(call, nth)
      const route: unknown = Reflect.get(all, call)
      const value: unknown = typeof route === "function" ? route(request, nth) : route
      if (value === undefined) return FaultServer.json({ detail: `no ${call}` }, { status: 404 })
      if (value === null) return FaultServer.respond(204)
      return isAnswer(value) ? value : FaultServer.json(value)
    })
    const luml = yield* client(server, options)
    return {
      luml,
      server,
      calls: () => server.requests.map(callOf).filter((call) => !(call in place)),
      bodies: (call) => server.requests.filter((request) => callOf(request) === call).map((request) => request.json())
    }
  })

export const reject = (status: number, detail: string): FaultServer.Answer => FaultServer.json({ detail }, { status })
