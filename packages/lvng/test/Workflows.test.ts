import { assert, describe, it } from "@effect/vitest"
import type { TrilumError } from "@trilum/core/ApiError"
import { RunCancelledError, RunFailedError, WaitTimeoutError } from "@trilum/core/RunError"
import * as FaultServer from "@trilum/testing/FaultServer"
import { driven, failure, nextWait } from "@trilum/testing/harness"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Envelope from "../src/Envelope.js"
import * as WorkflowRun from "../src/WorkflowRun.js"
import * as H from "./support/harness.js"

const run = (status: string | null, more: object = {}) =>
  FaultServer.json({ success: true, data: { id: "run_1", status, ...more } })

describe("two spellings (section 15, conflicts 7 and 8)", () => {
  it.scoped("a parse is sent as instruction, whichever way it is given", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => FaultServer.json({ success: true, workflow: { name: "W" } }))
      yield* lvng.workflows.parse("do it")
      yield* lvng.workflows.parse({ instruction: "do it" })
      yield* lvng.workflows.parse({ description: "do it" })
      yield* lvng.workflows.parse({ body: { description: "do it" } })
      yield* lvng.workflows.parse({ instruction: "do it", context: { availableTools: ["a"] } })
      const bodies = server.requests.map((request) => request.json())
      assert.deepStrictEqual(bodies.slice(0, 4), Array(4).fill({ instruction: "do it" }))
      assert.deepStrictEqual(bodies[4], { instruction: "do it", context: { availableTools: ["a"] } })
    })
  )

  it.scoped("two spellings that differ are refused before anything is sent", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([])
      const both = { instruction: "this", description: "that" }
      assert.include(yield* failure(lvng.workflows.parse(both)), { _tag: "ValidationError", attempts: 0 })
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("the definition is found as workflow and as data, and the body stays the server's", () =>
    Effect.gen(function* () {
      const bodies = [
        { success: true, workflow: { name: "W", steps: [1] } },
        { success: true, data: { name: "W", steps: [1] } }
      ]
      const { lvng } = yield* H.make(bodies.map((body) => FaultServer.json(body)))
      for (const body of bodies) {
        const reply = yield* lvng.workflows.parse("x")
        assert.deepStrictEqual<unknown>(reply, body)
        assert.deepStrictEqual<unknown>(Envelope.parsedWorkflow(reply), { name: "W", steps: [1] })
      }
    })
  )

  it.scoped("a list is found as data and as workflows, over several pages of either", () =>
    Effect.gen(function* () {
      const all = Array.from({ length: 5 }, (_, index) => ({ id: `wf_${index}`, name: "W" }))
      for (const spelling of ["data", "workflows"]) {
        const { lvng, server } = yield* H.make((request) => {
          const offset = Number(new URL(request.url, "http://localhost").searchParams.get("offset"))
          return FaultServer.json({ [spelling]: all.slice(offset, offset + 2) })
        })
        const ids = yield* Stream.runCollect(Stream.map(lvng.workflows.listAll({ limit: 2 }), ({ id }) => id))
        assert.deepStrictEqual(
          Chunk.toReadonlyArray(ids),
          all.map(({ id }) => id)
        )
        assert.lengthOf(server.requests, 3)
        const pages = yield* Stream.runCollect(lvng.workflows.listPages({ limit: 2 }))
        assert.deepStrictEqual<unknown>(Chunk.toReadonlyArray(pages)[0], { [spelling]: all.slice(0, 2) })
        assert.deepStrictEqual(Envelope.workflows(yield* lvng.workflows.list({ limit: 2 })).length, 2)
      }
    })
  )
})

describe("waiting for a run", () => {
  it.scoped("looks every two seconds until the run ends, and answers its last state", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([
        run("started"),
        run("started"),
        run("working", { progress: 0.5 }),
        run("completed", { result: { rows: 3 } })
      ])
      const { exit, waits } = yield* driven(lvng.workflows.executeAndWait("wf_1", { inputs: { a: 1 } }))
      assert.deepStrictEqual(waits, [2000, 2000])
      assert.deepStrictEqual<unknown>(exit._tag === "Success" && exit.value, {
        id: "run_1",
        status: "completed",
        progress: 0.5,
        result: { rows: 3 }
      })
      assert.deepStrictEqual(
        server.requests.map(({ method, url }) => `${method} ${url}`),
        ["POST /api/v2/workflows/wf_1/execute", ...Array(3).fill("GET /api/v2/workflows/wf_1/runs/run_1")]
      )
      assert.deepStrictEqual(server.requests[0]?.json(), { inputs: { a: 1 } })
    })
  )

  it.scoped("the stream tells the start, each change once, and the end", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([
        run("started"),
        run("working"),
        run("working"),
        run("working", { progress: 0.5 }),
        run("completed")
      ])
      const { exit } = yield* driven(Stream.runCollect(lvng.workflows.executeStream("wf_1")))
      const updates = exit._tag === "Success" ? Chunk.toReadonlyArray(exit.value) : []
      assert.deepStrictEqual(
        updates.map(({ _tag, run }) => [_tag, run.status, Reflect.get(run, "progress")]),
        [
          ["Started", "started", undefined],
          ["Progress", "working", undefined],
          ["Progress", "working", 0.5],
          ["Completed", "completed", 0.5]
        ]
      )
    })
  )

  it.scoped("a run that has ended when it is started is not asked for again", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([run("completed")])
      assert.include(yield* lvng.workflows.executeAndWait("wf_1"), { status: "completed" })
      assert.lengthOf(server.requests, 1)
    })
  )

  it.scoped("failed and cancelled runs are errors with the run, or states when asked", () =>
    Effect.gen(function* () {
      const script = [run("started"), run("failed", { error: "secret detail" })]
      const { lvng } = yield* H.make([...script, run("started"), run("Canceled"), ...script])
      const failed = yield* failure(lvng.workflows.executeAndWait("wf_1"))
      assert.instanceOf(failed, RunFailedError)
      assert.include(failed, { _tag: "RunFailedError", workflowId: "wf_1", runId: "run_1", code: "RUN_FAILED" })
      assert.propertyVal(failed instanceof RunFailedError ? failed.run : undefined, "error", "secret detail")
      assert.notInclude(JSON.stringify(failed), "secret detail")
      assert.instanceOf(yield* failure(lvng.workflows.executeAndWait("wf_1")), RunCancelledError)
      const state = yield* lvng.workflows.executeAndWait("wf_1", {}, { failedRuns: "return" })
      assert.strictEqual(state.status, "failed")
    })
  )

  it.scoped("a deadline ends the wait, not the run, which can be waited for again", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make((_, index) => (index < 4 ? run("started") : run("completed")))
      const fiber = yield* Effect.fork(
        failure(lvng.workflows.executeAndWait("wf_1", {}, { deadline: "5 seconds", pollInterval: 2000 }))
      )
      for (const wait of [2000, 2000, 1000]) {
        yield* H.passSleep(wait)
      }
      const error = yield* Fiber.join(fiber)
      assert.instanceOf(error, WaitTimeoutError)
      assert.include(error, { workflowId: "wf_1", runId: "run_1" })
      assert.lengthOf(server.requests, 4)
      assert.strictEqual((yield* lvng.workflows.awaitRun("wf_1", "run_1")).status, "completed")
    })
  )

  for (const [what, answer, tag] of [
    ["a reset", FaultServer.reset, "TransportError"],
    ["401", FaultServer.json({ error: "expired" }, { status: 401 }), "AuthenticationError"],
    ["429", FaultServer.json({ error: "slow down" }, { status: 429 }), "RateLimitError"],
    ["503", FaultServer.respond(503), "ServerError"],
    ["a body that is not JSON", FaultServer.respond(200, { body: "<html>" }), "DecodeError"]
  ] as const) {
    it.scoped(`a poll that fails (${what}) names the run that was started, and how to continue`, () =>
      Effect.gen(function* () {
        const { lvng } = yield* H.make((request) => (request.method === "POST" ? run("started") : answer), {
          retry: false
        })
        const waits: ReadonlyArray<Effect.Effect<unknown, TrilumError>> = [
          lvng.workflows.executeAndWait("wf_1"),
          lvng.workflows.awaitRun("wf_1", "run_1"),
          Stream.runDrain(lvng.workflows.executeStream("wf_1")),
          Stream.runDrain(lvng.workflows.watchRun("wf_1", "run_1"))
        ]
        for (const wait of waits) {
          const error = yield* Effect.flip(wait)
          assert.include(error, { _tag: tag, workflowId: "wf_1", runId: "run_1" })
          assert.match(error.hint ?? "", /workflows\.awaitRun/)
        }
      })
    )
  }

  it.scoped("interruption stops the polls", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => run("started"))
      const fiber = yield* Effect.fork(lvng.workflows.executeAndWait("wf_1"))
      assert.strictEqual(yield* nextWait, 2000)
      yield* Fiber.interrupt(fiber)
      yield* TestClock.adjust(60_000)
      assert.lengthOf(server.requests, 2)
    })
  )

  it.scoped("nothing is started when looking at runs is refused", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([], { unverified: "refuse" })
      const error = yield* failure(lvng.workflows.executeAndWait("wf_1"))
      assert.include(error, { _tag: "UnverifiedOperation", operation: "getWorkflowRun" })
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("the idempotency key is that of the start alone", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([run("started"), run("completed")])
      yield* lvng.workflows.executeAndWait("wf_1", {}, { idempotencyKey: "k" })
      assert.deepStrictEqual(
        server.requests.map(({ headers }) => headers["idempotency-key"]),
        ["k", undefined]
      )
    })
  )

  it.scoped("durations that are none are refused before anything is started", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([])
      const options: object = { pollInterval: "soon" }
      assert.include(yield* failure(lvng.workflows.executeAndWait("wf_1", {}, options)), { _tag: "ValidationError" })
      assert.lengthOf(server.requests, 0)
    })
  )

  it("statuses that nobody lists: the usual words are ends, others are not, and the caller may know better", () => {
    const known: ReadonlyArray<readonly [string | null, WorkflowRun.Outcome]> = [
      ["started", "running"],
      ["pending", "running"],
      ["paused", "running"],
      [null, "running"],
      ["completed", "succeeded"],
      ["SUCCESS", "succeeded"],
      ["failed", "failed"],
      ["error", "failed"],
      ["canceled", "cancelled"],
      ["cancelled", "cancelled"]
    ]
    for (const [status, outcome] of known)
      assert.strictEqual(WorkflowRun.outcome({ id: "r", status }), outcome, `${status}`)
    assert.strictEqual(WorkflowRun.outcome({ id: "r", result: { rows: 1 } }), "succeeded")
    assert.strictEqual(WorkflowRun.outcome({ id: "r", status: "working", result: 1 }), "running")
  })

  it.scoped("the caller's own reading of statuses decides", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([run("started"), run("archived")])
      const last = yield* lvng.workflows.executeAndWait(
        "wf_1",
        {},
        { outcomeOf: ({ status }) => (status === "archived" ? "succeeded" : "running") }
      )
      assert.strictEqual(last.status, "archived")
    })
  )

  it.live("a workflow made from words runs to its end on the emulator", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const { lvng } = yield* H.emulated()
        const parsed = Envelope.parsedWorkflow(yield* lvng.workflows.parse("collect prices, then write a report"))
        const made = Envelope.workflow(yield* lvng.workflows.create({ ...parsed }))
        const id = made?.id ?? ""
        const last = yield* lvng.workflows.executeAndWait(id, { inputs: { region: "EU" } }, { pollInterval: 5 })
        assert.strictEqual(last.status, "completed")
        assert.isDefined(last.result)
        const failed = lvng.workflows.executeAndWait(id, { inputs: { note: "[fail]" } }, { pollInterval: 5 })
        assert.strictEqual((yield* failure(failed))._tag, "RunFailedError")
        assert.lengthOf(Chunk.toReadonlyArray(yield* Stream.runCollect(lvng.workflows.listRunsAll(id))), 2)
      })
    )
  )
})
