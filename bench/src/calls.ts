/** CPU and throughput of one call: the whole client, bare undici, bare fetch. */

import { fork } from "node:child_process"
import * as ApiClient from "@trilum/core/ApiClient"
import * as Credential from "@trilum/core/Credential"
import { NodeTransport } from "@trilum/core/node"
import { resource as users } from "@trilum/lumnis/generated/users"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import { Pool } from "undici"
import { cpu, type Row, ratios, row, wall } from "./measure.js"
import { officialShape } from "./officialShape.js"

const inFlight = async (concurrency: number, total: number, call: () => Promise<unknown>): Promise<void> => {
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let n = 0; n < total / concurrency; n++) await call()
    })
  )
}

export const calls = async (smoke: boolean): Promise<ReadonlyArray<Row>> => {
  const server = fork(new URL("./server.js", import.meta.url))
  const port = await new Promise<number>((resolve) => server.once("message", (message) => resolve(Number(message))))
  const origin = `http://127.0.0.1:${port}`
  const runtime = ManagedRuntime.make(NodeTransport.layer())
  const pool = new Pool(origin)
  const client = await runtime.runPromise(
    ApiClient.make({
      platform: "lumnis",
      baseUrl: origin,
      credential: Credential.bearer(Redacted.make("bench-key")),
      idempotencyKeys: "generate"
    })
  )
  const { get } = users.make(client, undefined)
  const headers = { authorization: "Bearer bench-key", accept: "application/json" }
  const path = `/v1/users/${encodeURIComponent("ann@example.com")}`

  const ours = (): Promise<unknown> => Effect.runPromise(get("ann@example.com"))
  const undici = async (): Promise<unknown> => {
    const { body } = await pool.request({ path, method: "GET", headers })
    return body.json()
  }
  const fetched = async (): Promise<unknown> => {
    const response = await fetch(`${origin}${path}`, { headers })
    return response.json()
  }
  const official = officialShape(origin, "bench-key")

  const rounds = smoke ? 2 : 11
  const total = smoke ? 64 : 1600
  const work = (concurrency: number, call: () => Promise<unknown>) => () => inFlight(concurrency, total, call)
  const sdk = (): Promise<unknown> => official(path)
  for (const call of [ours, undici, fetched, sdk]) await inFlight(32, smoke ? 64 : 3200, call)

  const rows = [
    row(
      "call: CPU, full client / bare undici",
      "max",
      2.5,
      await ratios({ rounds, meter: cpu, subject: work(32, ours), baseline: work(32, undici) })
    ),
    row(
      "call: CPU, full client / what the official Node SDK does over fetch",
      "max",
      0.6,
      await ratios({ rounds, meter: cpu, subject: work(32, ours), baseline: work(32, sdk) })
    ),
    row(
      "call: throughput at 32 in flight, full client / the same",
      "min",
      1.5,
      (await ratios({ rounds, meter: wall, subject: work(32, ours), baseline: work(32, sdk) })).map((t) => 1 / t)
    ),
    row(
      "call: CPU, full client / bare fetch",
      "max",
      1,
      await ratios({ rounds, meter: cpu, subject: work(32, ours), baseline: work(32, fetched) })
    )
  ]
  await runtime.dispose()
  await pool.close()
  server.disconnect()
  return rows
}
