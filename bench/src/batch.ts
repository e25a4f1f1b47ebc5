/** Throughput of a batch: `invokeMany` against a loop by hand over the same client, at the same concurrency. */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import { NodeTransport } from "@trilum/core/node"
import type { BatchItem } from "@trilum/lumnis"
import { Lumnis } from "@trilum/lumnis/Lumnis"
import * as BatchFile from "@trilum/lumnis/node/BatchFile"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { type Row, row, speeds, wall } from "./measure.js"
import { serve } from "./processes.js"

const concurrency = 32

export const batch = async (smoke: boolean): Promise<ReadonlyArray<Row>> => {
  const { origin, stop } = await serve("./runServer.js")
  const runtime = ManagedRuntime.make(NodeTransport.layer())
  const lumnis = await runtime.runPromise(Lumnis.make({ apiKey: Redacted.make("bench-key"), baseUrl: origin }))
  const count = smoke ? 64 : 800
  const rounds = smoke ? 2 : 9
  const items: ReadonlyArray<BatchItem> = Array.from({ length: count }, (_, n) => ({
    id: `${n}`,
    input: `prompt ${n}`
  }))
  const options = { userId: "ann@example.com" }

  const byHand = (): Promise<void> =>
    Effect.runPromise(
      Effect.forEach(items, ({ input }) => lumnis.invoke(input, options), { concurrency, discard: true })
    )
  const many = (): Promise<void> =>
    Effect.runPromise(Stream.runDrain(lumnis.invokeMany(items, { ...options, concurrency })))
  const directory = await mkdtemp(join(tmpdir(), "trilum-bench-"))
  let files = 0
  const intoFile = (): Promise<void> =>
    Effect.runPromise(
      Effect.gen(function* () {
        const file = yield* BatchFile.open(join(directory, `${files++}.jsonl`))
        const results = lumnis.invokeMany(items, { ...options, concurrency, checkpoint: file.checkpoint })
        yield* Stream.runForEach(results, (result) => file.append(BatchFile.lineOf(result)))
      }).pipe(Effect.scoped, Effect.provide(DefaultFiles.layer), Effect.orDie)
    )

  const throughput = (subject: () => Promise<void>): Promise<ReadonlyArray<number>> =>
    speeds({ rounds, meter: wall, subject, baseline: byHand })
  const rows = [
    row("batch: throughput at 32 in flight, invokeMany / a loop by hand", "min", 0.9, await throughput(many)),
    row("batch: the same with checkpoint and results in files / a loop by hand", "min", 0.8, await throughput(intoFile))
  ]
  await rm(directory, { recursive: true })
  await runtime.dispose()
  stop()
  return rows
}
