import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Batch from "../src/Batch.js"
import * as Database from "../src/Database.js"
import * as Encryption from "../src/Encryption.js"
import * as Queue from "../src/Queue.js"
import { all, double, engine, inputs, platform, until, worker } from "./support/engine.js"
import * as Network from "./support/network.js"
import * as Postgres from "./support/postgres.js"

const folder = mkdtempSync(join(tmpdir(), "trilum-database-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
const file = (): string => join(folder, `${count++}.db`)

const suite = (url: () => string) => {
  it.live("many processes that start on an empty database at once all open it", () =>
    Effect.gen(function* () {
      const at = url()
      const opened = yield* Effect.all(
        Array.from({ length: 6 }, () => Effect.scoped(Effect.either(Database.make(at)))),
        { concurrency: "unbounded" }
      )
      assert.deepStrictEqual(
        opened.map(Either.isRight),
        opened.map(() => true)
      )
    })
  )

  it.live("an older worker refuses a database of a newer version, and changes nothing in it", () =>
    Effect.gen(function* () {
      const at = url()
      yield* Effect.scoped(Effect.flatMap(Database.make(at), ({ sql }) => sql`update trilum_schema set version = 99`))
      const opened = yield* Effect.scoped(Effect.either(Database.make(at)))
      if (Either.isRight(opened)) return assert.fail("it was opened")
      assert.strictEqual(opened.left._tag, "SchemaVersionError")
      assert.match(opened.left.message, /version 99/)
      assert.strictEqual(opened.left.category, "config")
    })
  )
}

describe("a SQLite file", () => {
  suite(file)

  it.live("keeps batches over a restart", () =>
    Effect.gen(function* () {
      const at = file()
      const job = double(platform())
      const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(3))).pipe(
        Effect.provide(engine(at))
      )
      yield* Effect.gen(function* () {
        yield* worker({ jobs: [job] })
        assert.strictEqual((yield* all(id)).length, 3)
      }).pipe(Effect.scoped, Effect.provide(engine(at)))
    })
  )

  it.live("that cannot be opened says why", () =>
    Effect.gen(function* () {
      const opened = yield* Effect.scoped(Effect.either(Database.make(join(folder, "missing", "a.db"))))
      if (Either.isRight(opened)) return assert.fail("it was opened")
      assert.strictEqual(opened.left._tag, "DatabaseError")
      assert.match(opened.left.message, /cannot be opened/)
    })
  )
})

describe("a PostgreSQL that is not there", () => {
  it.live("is a DatabaseError without the password", () =>
    Effect.gen(function* () {
      const opened = yield* Effect.scoped(
        Effect.either(Database.make(Redacted.make("postgres://trilum:hunter2secret@127.0.0.1:1/none")))
      )
      if (Either.isRight(opened)) return assert.fail("it was opened")
      const shown = `${opened.left.message} ${JSON.stringify(opened.left)}`
      assert.match(shown, /ECONNREFUSED/)
      assert.notInclude(shown, "hunter2secret")
    })
  )
})

describe.skipIf(!Postgres.isAvailable)("PostgreSQL", () => {
  let postgres: Postgres.Postgres | undefined
  beforeAll(async () => {
    postgres = await Postgres.start()
  }, 60_000)
  afterAll(() => postgres?.close(), 60_000)
  suite(() => postgres?.database() ?? "")

  /** A database that can be silenced: it takes connections and does not answer. */
  const silenceable = Effect.gen(function* () {
    const url = postgres?.database() ?? ""
    const network = yield* Effect.acquireRelease(Effect.sync(Network.proxied), ({ close }) => Effect.promise(close))
    const { host, port } = new URL(url)
    const address = yield* Effect.promise(() => network.addressOf(Number(port)))
    return { network, direct: url, url: url.replace(host, address) }
  })

  it.live("that takes connections and never answers makes a worker unready, until it answers", () =>
    Effect.gen(function* () {
      const { network, url } = yield* silenceable
      const at = platform()
      const job = double(at)
      yield* Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const { status } = yield* worker({ jobs: [job], concurrency: 2, lease: 2000 })
        const { id } = yield* batches.submit(job, inputs(200))
        yield* until(Effect.sync(() => at.runs.size > 20))
        network.cut()
        yield* until(Effect.map(status, ({ isReady }) => !isReady))
        const error = yield* Effect.flip(batches.status(id))
        assert.deepInclude(error, { _tag: "DatabaseError", category: "local" })
        network.heal()
        assert.strictEqual((yield* all(id)).length, 200)
        assert.strictEqual(at.runs.size, 200)
        assert.isTrue((yield* status).isReady)
      }).pipe(Effect.scoped, Effect.provide(engine(url, { answerTimeout: 1000, maxConnections: 4 })))
    }).pipe(Effect.scoped)
  )

  it.live("that goes silent in a transaction fails it, and is no defect that ends a worker", () =>
    Effect.gen(function* () {
      const { network, url } = yield* silenceable
      const { sql, transaction } = yield* Database.make(url, { answerTimeout: 1000 })
      const cut = Effect.zipRight(Effect.sync(network.cut), sql`select 1`)
      assert.strictEqual((yield* Effect.flip(transaction(cut)))._tag, "SqlError")
      network.heal()
    }).pipe(Effect.scoped)
  )

  it.live("frees the locks of a host that is cut off in the middle of a claim", () =>
    Effect.gen(function* () {
      const { direct, network, url } = yield* silenceable
      const away = yield* Database.make(url, { answerTimeout: 1000 })
      const near = yield* Effect.provideServiceEffect(Queue.make, Database.Database, Database.make(direct))
      yield* near.setLimit("default", { platform: "test", perSecond: 10, running: 1 })
      const locked = yield* Deferred.make<void>()
      yield* away
        .transaction(
          away.sql`select running from trilum_limits for update`.pipe(
            Effect.zipRight(Deferred.succeed(locked, undefined)),
            Effect.zipRight(Effect.never)
          )
        )
        .pipe(Effect.forkScoped)
      yield* Deferred.await(locked)
      network.cut()
      assert.isDefined(yield* Effect.retry(near.take("default", "test", 1), { times: 3 }))
    }).pipe(Effect.scoped)
  )
})

const key = Redacted.make("0123456789abcdef".repeat(4))
const other = Redacted.make("fedcba9876543210".repeat(4))

describe("encryption at rest", () => {
  it.live("leaves no payload, output or reason of a failure readable in the database", () =>
    Effect.gen(function* () {
      const at = platform()
      at.wait = (value) => (value === 777_000 ? Effect.die(new Error("because of 777000")) : Effect.succeed(value))
      const job = double(at)
      const secret = [
        { id: "a", input: { value: 777_000 } },
        { id: "b", input: { value: 777_001 } }
      ]
      const database = yield* Database.Database
      const batches = yield* Batch.Batch
      const { id } = yield* batches.submit(job, secret)
      yield* worker({ jobs: [job] })
      const results = yield* all(id)
      assert.deepStrictEqual(
        results.map(({ output, status }) => [status, output]),
        [
          ["failed", undefined],
          ["succeeded", { result: 777_001 }]
        ]
      )
      assert.match(results[0]?.error?.message ?? "", /777000/)
      const rows = yield* database.sql`select input, output, error from trilum_items`
      assert.notInclude(JSON.stringify(rows), "7770")
    }).pipe(Effect.scoped, Effect.provide(Layer.provideMerge(engine(), Encryption.layer(key))))
  )

  it.live(
    "a worker without the key leaves the batch to others, and one with a new key opens what the old one closed",
    () =>
      Effect.gen(function* () {
        const at = file()
        const job = double(platform())
        const withKey = (layer: Layer.Layer<never, unknown>) => Layer.provideMerge(engine(at), Layer.orDie(layer))
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(2))).pipe(
          Effect.provide(withKey(Encryption.layer(key)))
        )
        const waiting = yield* Effect.gen(function* () {
          yield* worker({ jobs: [job] })
          yield* Effect.sleep(200)
          return (yield* Effect.flatMap(Batch.Batch, (batches) => batches.status(id))).counts.waiting
        }).pipe(Effect.scoped, Effect.provide(withKey(Encryption.layer(other))))
        assert.strictEqual(waiting, 2)
        const results = yield* Effect.gen(function* () {
          yield* worker({ jobs: [job] })
          return yield* all(id)
        }).pipe(Effect.scoped, Effect.provide(withKey(Encryption.layer(other, [key]))))
        assert.deepStrictEqual(
          results.map(({ output }) => output),
          [{ result: 0 }, { result: 2 }]
        )
      })
  )

  it.effect("a text that was moved to another place does not open", () =>
    Effect.gen(function* () {
      const { open, seal } = yield* Encryption.make(key)
      assert.strictEqual(yield* open(seal("text", "b/1/input"), "b/1/input"), "text")
      const moved = yield* Effect.either(open(seal("text", "b/1/input"), "b/2/input"))
      assert.isTrue(Either.isLeft(moved))
      assert.isTrue(Either.isLeft(yield* Effect.either(Encryption.make(Redacted.make("short")))))
    })
  )
})
