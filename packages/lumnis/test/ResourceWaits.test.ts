import { assert, describe, it } from "@effect/vitest"
import { WaitTimeoutError } from "@trilum/core/RunError"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as TestClock from "effect/TestClock"
import type { Lumnis } from "../src/Lumnis.js"
import { ConnectionFailedError, JobFailedError } from "../src/ResourceError.js"
import * as H from "./support/harness.js"

type Client = Lumnis.Service

const connection = (status: string, more: object = {}) => FaultServer.json({ app_name: "GMAIL", status, ...more })
const enabled = (enabled: boolean) => FaultServer.json({ app_name: "GMAIL", enabled, message: "" })
const at = "2025-09-14T19:24:28Z"

describe("connections", () => {
  it.scoped("are begun for an enabled app and give the address to open", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([
        enabled(true),
        FaultServer.json({ status: "pending", redirect_url: "https://auth.example/x" })
      ])
      const begun = yield* lumnis.forUser("ada").integrations.connect({ app_name: "gmail" }, { idempotencyKey: "mine" })
      assert.strictEqual(begun.redirect_url, "https://auth.example/x")
      const requests = yield* server.awaitRequests(2)
      assert.deepStrictEqual(
        requests.map(({ headers, method, url }) => [method, url, headers["idempotency-key"]]),
        [
          ["GET", "/v1/integrations/apps/GMAIL/enabled", undefined],
          ["POST", "/v1/integrations/connections/initiate", "mine"]
        ]
      )
      assert.deepStrictEqual(requests[1]?.json(), { app_name: "GMAIL", user_id: "ada" })
    })
  )

  it.scoped("of an app that is not enabled are an error, or enable it when that is wanted", () =>
    Effect.gen(function* () {
      const rejected = yield* H.make([enabled(false)])
      const error = yield* Effect.flip(rejected.lumnis.forUser("ada").integrations.connect({ app_name: "gmail" }))
      assert.deepInclude(error, { _tag: "AppNotEnabledError", appName: "GMAIL" })
      assert.match(error.hint ?? "", /Enable the app/)
      const { lumnis, server } = yield* H.make([
        enabled(false),
        FaultServer.json({ app_name: "GMAIL", enabled: true, message: "", updated_at: at }),
        FaultServer.json({ status: "pending", redirect_url: "https://auth.example/x" })
      ])
      yield* lumnis.forUser("ada").integrations.connect({ app_name: "gmail", enable: true })
      assert.strictEqual(server.requests[1]?.url, "/v1/integrations/apps/GMAIL?enabled=true")
      assert.notInclude(server.requests[2]?.text ?? "", "enable")
    })
  )

  it.scoped("are looked at every 5 seconds until they are active", () =>
    Effect.gen(function* () {
      const { lumnis, server, times } = yield* H.make([
        connection("not_connected"),
        connection("pending"),
        connection("active", { connected_at: "2025-09-14T19:24:28" })
      ])
      const fiber = yield* Effect.fork(lumnis.integrations.waitForConnection("ada@x.io", "gmail"))
      yield* H.passSleep(5000)
      yield* H.passSleep(5000)
      const active = yield* Fiber.join(fiber)
      assert.strictEqual(active.status, "active")
      assert.strictEqual(active.connected_at?.getTime(), Date.parse("2025-09-14T19:24:28Z"))
      assert.deepStrictEqual(times, [0, 5000, 10_000])
      assert.strictEqual(server.requests[0]?.url, "/v1/integrations/connections/ada%40x.io/GMAIL")
    })
  )

  for (const status of ["failed", "expired"]) {
    it.scoped(`that end as ${status} end the wait at once`, () =>
      Effect.gen(function* () {
        const { lumnis } = yield* H.make([connection(status, { error_message: "denied by user" })])
        const error = yield* Effect.flip(lumnis.integrations.waitForConnection("ada", "gmail"))
        assert.instanceOf(error, ConnectionFailedError)
        assert.deepInclude(error, { appName: "GMAIL", userId: "ada", code: `CONNECTION_${status.toUpperCase()}` })
        assert.match(error.message, /denied by user/)
        assert.strictEqual(error.connection.status, status)
      })
    )
  }

  it.scoped("that nobody makes end the wait after 300 seconds", () =>
    Effect.gen(function* () {
      const { lumnis, server, times } = yield* H.make(() => connection("pending"))
      const fiber = yield* Effect.fork(Effect.flip(lumnis.integrations.waitForConnection("ada", "gmail")))
      for (let look = 1; look < 60; look++) {
        yield* H.awaitSleep(5000)
        yield* TestClock.adjust(5000)
        yield* server.awaitRequests(look + 1)
      }
      yield* H.awaitSleep(5000)
      yield* TestClock.adjust(5000)
      const error = yield* Fiber.join(fiber)
      assert.instanceOf(error, WaitTimeoutError)
      assert.deepInclude(error, { lastStatus: "pending", elapsed: 300_000 })
      assert.isAtMost(times.at(-1) ?? 0, 300_000)
    })
  )

  it.scoped("a refused look is its own error, not a timeout", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([FaultServer.json({}, { status: 401 })])
      const error = yield* Effect.flip(lumnis.integrations.waitForConnection("ada", "gmail"))
      assert.strictEqual(error._tag, "AuthenticationError")
    })
  )
})

const job = (status: string, more: object = {}) => FaultServer.json({ job_id: "j", status, created_at: at, ...more })

const draftJob = (status: string, error_message: string | null = null) =>
  job(status, {
    drafts: [],
    errors: [],
    error_message,
    progress: { drafts_created: 0, errors: 0, processed: 1, total: 2, percentage: 50 }
  })

interface Background {
  readonly name: string
  readonly every: number
  readonly running: FaultServer.Answer
  readonly done: FaultServer.Answer
  readonly failed?: FaultServer.Answer
  readonly call: (client: Client) => Effect.Effect<unknown, unknown>
}

const background: ReadonlyArray<Background> = [
  {
    name: "messaging.waitForSync",
    every: 2000,
    running: job("in_progress"),
    done: job("completed"),
    failed: job("failed", { error: "mailbox is gone" }),
    call: (c) => c.messaging.waitForSync("j")
  },
  {
    name: "messaging.waitForDrafts",
    every: 2000,
    running: draftJob("in_progress"),
    done: draftJob("completed"),
    failed: draftJob("failed", "mailbox is gone"),
    call: (c) => c.messaging.waitForDrafts("j")
  },
  {
    name: "campaigns.waitForPlaybook",
    every: 5000,
    running: job("generating", { stage: "reading" }),
    done: job("completed"),
    failed: job("failed", { error_message: "mailbox is gone" }),
    call: (c) => c.campaigns.waitForPlaybook("j")
  },
  {
    name: "crm.waitForContactsSync",
    every: 5000,
    running: FaultServer.json({ connected: true, provider: "attio", sync_in_progress: true, synced_count: 1 }),
    done: FaultServer.json({ connected: true, provider: "attio", sync_in_progress: false, synced_count: 9 }),
    call: (c) => c.crm.waitForContactsSync({ provider: "attio" })
  },
  {
    name: "integrations.waitForLinkedInSync",
    every: 5000,
    running: FaultServer.json({ connected: true, sync_in_progress: true }),
    done: FaultServer.json({ connected: true, sync_in_progress: false }),
    call: (c) => c.integrations.waitForLinkedInSync()
  }
]

describe("background work", () => {
  for (const { call, done, every, failed, name, running } of background) {
    it.scoped(`${name} looks until it is done, and says when it failed`, () =>
      Effect.gen(function* () {
        const { lumnis, times } = yield* H.make([running, done])
        const fiber = yield* Effect.fork(call(lumnis.forUser("ada")))
        yield* H.passSleep(every)
        yield* Fiber.join(fiber)
        assert.deepStrictEqual(times, [0, every])
        if (failed === undefined) return
        const { lumnis: other } = yield* H.make([failed])
        const error = yield* Effect.flip(call(other.forUser("ada")))
        assert.instanceOf(error, JobFailedError)
        assert.strictEqual(error.jobId, "j")
        assert.match(error.message, /mailbox is gone/)
      })
    )
  }

  it.scoped("contacts that are being computed are waited for, and refreshed once only", () =>
    Effect.gen(function* () {
      const contacts = (status: string) =>
        FaultServer.json({
          status,
          contacts: [],
          total_contacts: 0,
          provider: null,
          is_cached: false,
          cached_at: null,
          stale_after: null,
          message: null,
          error_message: null,
          available_providers: null
        })
      const { lumnis, server } = yield* H.make([contacts("computing"), contacts("ready"), contacts("not_connected")])
      const relationships = lumnis.forUser("ada").contactRelationships
      const fiber = yield* Effect.fork(relationships.waitUntilReady({ force_refresh: true }))
      yield* H.passSleep(5000)
      assert.strictEqual((yield* Fiber.join(fiber)).status, "ready")
      assert.deepStrictEqual(
        server.requests.map(({ url }) => url.includes("force_refresh=true")),
        [true, false]
      )
      assert.strictEqual((yield* relationships.waitUntilReady()).status, "not_connected")
    })
  )

  it.scoped("interrupting a wait stops the asking", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make(() => job("queued"))
      const fiber = yield* Effect.fork(lumnis.messaging.waitForSync("j"))
      yield* H.awaitSleep(2000)
      yield* Fiber.interrupt(fiber)
      yield* TestClock.adjust("1 minute")
      yield* H.turn
      assert.strictEqual(server.requests.length, 1)
    })
  )
})
