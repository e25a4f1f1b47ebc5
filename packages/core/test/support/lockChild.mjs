// Takes locks in a process of its own. Prints one JSON line.
//   hold FILE STALE          takes the lock, prints "held", and keeps it until it is killed
//   race FOLDER COUNT STALE  takes the locks 0..COUNT-1 of the folder at once; a folder `N.in` is there while N is held
import { mkdir, rmdir } from "node:fs/promises"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as FileLock from "@trilum/core/FileLock"
import * as Effect from "effect/Effect"

const [job, ...args] = process.argv.slice(2)

const hold = (file, stale) =>
  Effect.scoped(
    Effect.gen(function* () {
      yield* FileLock.acquire(file, { stale, owner: `process ${process.pid}` })
      process.stdout.write("held\n")
      setInterval(() => undefined, 1000)
      return yield* Effect.never
    })
  )

const inside = (folder) =>
  Effect.promise(async () => {
    const alone = await mkdir(folder).then(
      () => true,
      () => false
    )
    await new Promise((resolve) => setTimeout(resolve, 30))
    if (alone) await rmdir(folder)
    return alone ? "alone" : "together"
  })

const race = (folder, count, stale) =>
  Effect.forEach(
    Array.from({ length: count }, (_, n) => `${folder}/${n}`),
    (file) =>
      FileLock.withLock(file, { stale })(inside(`${file}.in`)).pipe(Effect.catchAll((e) => Effect.succeed(e.reason))),
    { concurrency: "unbounded" }
  )

const program = job === "hold" ? hold(args[0], Number(args[1])) : race(args[0], Number(args[1]), Number(args[2]))
const result = await Effect.runPromise(Effect.provide(program, DefaultFiles.layer))
process.stdout.write(`${JSON.stringify(result)}\n`)
