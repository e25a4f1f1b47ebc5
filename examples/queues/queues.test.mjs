/**
 * Every recipe, with the accident that it is for: the worker is killed, or the activity fails, after the run was created
 * and before the queue knows of it. The message is delivered once more, and the platform has one run.
 */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { MockActivityEnvironment } from "@temporalio/testing"
import { startEmulator } from "@trilum/emulator/promise"
import { afterAll, afterEach, assert, beforeAll, beforeEach, describe, it } from "vitest"
import * as Postgres from "../../packages/batch/test/support/postgres.ts"

const here = dirname(fileURLToPath(import.meta.url))
let emulator
const children = new Set()

const runs = () => Object.values(emulator.state().collections["lumnis.runs"] ?? {})
const until = async (check) => {
  for (;;) {
    const value = await check()
    if (value !== undefined && value !== false) return value
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A process that runs a module. `kill` is `kill -9`. */
const child = (code, ...args) => {
  const own = spawn(process.execPath, ["--input-type=module", "-e", code, ...args.map((arg) => JSON.stringify(arg))], {
    cwd: here,
    stdio: ["ignore", "inherit", "inherit"]
  })
  const ended = new Promise((resolve) => own.once("close", resolve))
  const started = {
    kill: async () => {
      own.kill("SIGKILL")
      await ended
    }
  }
  children.add(started)
  return started
}

const args = "const [, ...args] = process.argv.map((arg, index) => (index === 0 ? arg : JSON.parse(arg)));"

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

beforeAll(async () => {
  emulator = await startEmulator()
  process.env.LUMNISAI_API_KEY = "lmn_test_0123456789abcdef"
  process.env.LUMNISAI_BASE_URL = emulator.urls.lumnis
})
afterAll(() => emulator?.stop())
afterEach(async () => {
  await Promise.all([...children].map(({ kill }) => kill()))
  children.clear()
})
beforeEach(() => emulator.reset())

const message = { prompt: "a haiku about ants", user: "ada@example.com" }

describe("BullMQ", () => {
  let redis
  let folder
  const connection = { host: "127.0.0.1", port: 0 }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "trilum-redis-"))
    connection.port = await freePort()
    redis = spawn("redis-server", ["--port", connection.port, "--save", "", "--dir", folder], { stdio: "ignore" })
    await new Promise((resolve, reject) => {
      redis.once("error", reject)
      redis.once("spawn", resolve)
    })
  })
  afterAll(() => {
    redis?.kill("SIGKILL")
    rmSync(folder, { recursive: true, force: true })
  })

  it("a worker that is killed leaves its job to another one, which gets the same run", async () => {
    const { Queue } = await import("bullmq")
    const { submit } = await import("./bullmq.mjs")
    const code = `${args} const { work } = await import("./bullmq.mjs"); work(args[0], { lockDuration: 1000 })`
    const first = child(code, connection)
    const id = await submit(connection, message)
    await until(() => runs().length === 1)
    await first.kill()
    child(code, connection)
    const queue = new Queue("prompts", { connection })
    const job = await until(async () => {
      const found = await queue.getJob(id)
      return (await found.isCompleted()) && found
    })
    await queue.close()
    assert.isString(job.returnvalue.output_text)
    assert.isAtLeast(job.stalledCounter, 1)
    assert.strictEqual(runs().length, 1)
  })
})

describe.skipIf(!Postgres.isAvailable)("on PostgreSQL", () => {
  let postgres
  beforeAll(async () => {
    postgres = await Postgres.start()
  })
  afterAll(() => postgres?.close())

  it("pg-boss: a job that expires is delivered once more and gets the same run", async () => {
    const { default: PgBoss } = await import("pg-boss")
    const { submit } = await import("./pgBoss.mjs")
    const url = postgres.database()
    const id = await submit(url, message, 2)
    const code = `${args} const { work } = await import("./pgBoss.mjs"); await work(args[0])`
    const first = child(code, url)
    await until(() => runs().length === 1)
    await first.kill()
    child(code, url)
    const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
    await boss.start()
    const job = await until(async () => {
      const found = await boss.getJobById("prompts", id)
      return found?.state === "completed" && found
    })
    await boss.stop({ graceful: false })
    assert.isAtLeast(job.retryCount, 1)
    assert.isString(job.output.response_id)
    assert.strictEqual(runs().length, 1)
  })

  it("@effect/cluster: a runner that is killed is followed by one that gets the same run", async () => {
    const url = postgres.database()
    const code = `${args}
      import * as Effect from "effect/Effect"
      import { writeFileSync } from "node:fs"
      const { engine, run } = await import("./cluster.mjs")
      const sharding = { shardLockExpiration: 2000, shardLockRefreshInterval: 500, entityMessagePollInterval: 500 }
      const text = await Effect.runPromise(run(args[1]).pipe(Effect.provide(engine(args[0], sharding))))
      writeFileSync(args[2], text)
      process.exit(0)`
    const folder = mkdtempSync(join(tmpdir(), "trilum-cluster-"))
    const file = join(folder, "text")
    const first = child(code, url, { id: "one", ...message }, file)
    await until(() => runs().length === 1)
    await first.kill()
    child(code, url, { id: "one", ...message }, file)
    await until(() => existsSync(file))
    rmSync(folder, { recursive: true })
    assert.strictEqual(runs().length, 1)
  })
})

describe("Temporal", () => {
  it("an attempt of an activity that follows a failed one gets the same run", async () => {
    // The server of @temporalio/testing is downloaded when it is used, so attempts are made by hand here.
    const { start, wait } = await import("./temporal.mjs")
    const attempt = (number) => new MockActivityEnvironment({ attempt: number, activityId: "1" })
    emulator.fault({ match: { platform: "lumnis", method: "POST" }, reset: "response", times: 10 })
    const failed = await attempt(1)
      .run(start, message.prompt, message.user)
      .then(
        () => "succeeded",
        () => "failed"
      )
    assert.deepStrictEqual([failed, runs().length], ["failed", 1])
    emulator.clearFaults()
    const responseId = await attempt(2).run(start, message.prompt, message.user)
    assert.isString(await attempt(1).run(wait, responseId))
    assert.strictEqual(runs().length, 1)
  })

  it("a wait that is cancelled leaves the run alone, and the next attempt attaches to it", async () => {
    const { start, wait } = await import("./temporal.mjs")
    const responseId = await new MockActivityEnvironment().run(start, message.prompt, message.user)
    const dying = new MockActivityEnvironment()
    const waiting = dying.run(wait, responseId).catch((error) => error)
    dying.cancel("WORKER_SHUTDOWN")
    assert.instanceOf(await waiting, Error)
    assert.isString(await new MockActivityEnvironment({ attempt: 2 }).run(wait, responseId))
    assert.strictEqual(runs().length, 1)
  })
})
