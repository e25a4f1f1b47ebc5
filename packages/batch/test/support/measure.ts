/**
 * Measures the engine on PostgreSQL against `invokeMany`, for the sizing table of docs/batch.md:
 *
 *     node packages/batch/scripts/measure.mjs [prompts] [items to submit]
 */
import { spawn } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Stream from "effect/Stream"
import * as Batch from "../../src/Batch.js"
import * as Database from "../../src/Database.js"
import * as LumnisJobs from "../../src/LumnisJobs.js"
import * as Fleet from "./fleet.js"
import * as Postgres from "./postgres.js"

const prompts = Number(process.argv[2] ?? 1000)
const many = Number(process.argv[3] ?? 1_000_000)
const concurrency = 16

interface Measured {
  readonly seconds: number
  readonly cpu: number
  readonly rss: number
}

const processed = (script: string, settings: object): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ["ignore", "pipe", "inherit"] })
    let output = ""
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8")
    })
    child.once("close", () => {
      try {
        resolve(JSON.parse(output.trimEnd().split("\n").at(-1) ?? ""))
      } catch (error) {
        reject(error)
      }
    })
  })

/** Milliseconds of CPU that processes have used, by their name in the arguments (Linux; elsewhere 0). */
const cpuOf = (isMeant: (pid: string, command: string) => boolean): number => {
  if (!existsSync("/proc/self/stat")) return 0
  let ticks = 0
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!isMeant(pid, readFileSync(`/proc/${pid}/cmdline`, "utf8"))) continue
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")
      // User and system time, and what ended children have used.
      for (const field of [11, 12, 13, 14]) ticks += Number(fields[field])
    } catch {
      // It has ended meanwhile.
    }
  }
  return ticks * 10
}

const postgres = await Postgres.start()
const fleet = await Fleet.make()
try {
  const script = join(fleet.folder, "measure.mjs")
  const lumnis = fleet.emulator.urls.lumnis
  const plain = await processed(script, { what: "invokeMany", lumnis, count: prompts, concurrency })
  const base = prompts / plain.seconds
  console.log(
    `invokeMany: ${base.toFixed(0)} items/s, ${(plain.cpu / prompts).toFixed(1)} ms CPU an item, ${plain.rss.toFixed(0)} MB`
  )

  for (const count of [1, 2]) {
    fleet.emulator.reset()
    const url = postgres.database()
    const measured = Effect.gen(function* () {
      const batches = yield* Batch.Batch
      const { sql } = yield* Database.Database
      const items = Array.from({ length: prompts }, (_, index) => ({
        id: `prompt-${index}`,
        input: { prompt: `say ${index}`, user_id: "ada@example.com" }
      }))
      const { id } = yield* batches.submit(LumnisJobs.invoke, items)
      yield* batches.pause(id)
      const workers = yield* Effect.promise(() =>
        Promise.all(Array.from({ length: count }, () => fleet.add({ database: url, concurrency, lease: 30_000 })))
      )
      yield* Effect.promise(() => Promise.all(workers.map(({ ready }) => ready)))
      const reading = sql<{ readonly commits: number; readonly wal: number }>`select
        (select xact_commit::double precision from pg_stat_database where datname = current_database()) as commits,
        (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::double precision as wal`
      const pids = new Set(workers.map(({ child }) => String(child.pid)))
      const cpu = () => ({
        workers: cpuOf((pid) => pids.has(pid)),
        database: cpuOf((_, command) => command.startsWith("postgres") || command.includes("/postgres\u0000")),
        emulator: cpuOf((pid) => pid === String(process.pid))
      })
      const [before] = yield* reading
      const cpuBefore = cpu()
      const started = performance.now()
      yield* batches.resume(id)
      yield* Stream.runDrain(batches.watch(id, { interval: 200 }))
      const seconds = (performance.now() - started) / 1000
      const cpuAfter = cpu()
      // The statistics of a connection are sent with a delay.
      yield* Effect.sleep("2 seconds")
      const [after] = yield* reading
      for (const { child } of workers) child.kill("SIGTERM")
      yield* Effect.promise(() => Promise.all(workers.map(({ ended }) => ended)))
      const statements = ((after?.commits ?? 0) - (before?.commits ?? 0)) / prompts
      const wal = ((after?.wal ?? 0) - (before?.wal ?? 0)) / prompts
      const rate = prompts / seconds
      console.log(
        `${count} workers: ${rate.toFixed(0)} items/s (${(rate / base).toFixed(2)} x invokeMany), ${statements.toFixed(1)} transactions and ${wal.toFixed(0)} bytes of WAL an item`
      )
      const used = (name: keyof typeof cpuAfter) => ((cpuAfter[name] - cpuBefore[name]) / prompts).toFixed(1)
      console.log(
        `  ms of CPU an item: ${used("workers")} workers, ${used("database")} database, ${used("emulator")} emulator`
      )
    }).pipe(
      Effect.provide(Layer.provideMerge(Batch.layer, Database.layer(url))),
      Logger.withMinimumLogLevel(LogLevel.Warning)
    )
    await Effect.runPromise(measured)
  }

  const { rss, seconds } = await processed(script, { what: "submit", database: postgres.database(), count: many })
  console.log(`submit: ${many} items in ${seconds.toFixed(0)} s, at most ${rss.toFixed(0)} MB`)
} finally {
  await fleet.close()
  await postgres.close()
}
