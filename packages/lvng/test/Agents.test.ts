import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { driven, failure } from "@trilum/testing/harness"
import * as Chunk from "effect/Chunk"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Logger from "effect/Logger"
import * as Stream from "effect/Stream"
import * as Envelope from "../src/Envelope.js"
import * as H from "./support/harness.js"

const made = FaultServer.json({ success: true, agent: { id: "agent_1", name: "A" } }, { status: 201 })
const deleted = FaultServer.json({ success: true })

const calls = (server: FaultServer.FaultServer) => server.requests.map(({ method, url }) => `${method} ${url}`)

describe("two spellings (section 15, conflicts 5 and 6)", () => {
  it.scoped("the prompt is sent as systemPrompt, whichever way it is given", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => made)
      yield* lvng.agents.create({ name: "A", systemPrompt: "be brief" })
      yield* lvng.agents.create({ name: "A", system_prompt: "be brief" })
      yield* lvng.agents.create({
        name: "A",
        system_prompt: "be brief",
        systemPrompt: "be brief",
        tools: ["web_search"]
      })
      yield* lvng.agents.update("agent_1", { system_prompt: "be brief" })
      assert.deepStrictEqual(
        server.requests.map((request) => request.json()),
        [
          { name: "A", systemPrompt: "be brief" },
          { name: "A", systemPrompt: "be brief" },
          { name: "A", systemPrompt: "be brief", tools: ["web_search"] },
          { systemPrompt: "be brief" }
        ]
      )
    })
  )

  it.scoped("two prompts that differ are refused before anything is sent", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([])
      const error = yield* failure(lvng.agents.create({ name: "A", systemPrompt: "x", system_prompt: "y" }))
      assert.include(error, { _tag: "ValidationError", code: "INVALID_INPUT", attempts: 0 })
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("the agent is found as agent and as data, and the body stays the server's", () =>
    Effect.gen(function* () {
      const agent = { id: "agent_1", name: "A" }
      const bodies = [{ success: true, agent }, { data: agent }]
      const { lvng } = yield* H.make(bodies.map((body) => FaultServer.json(body)))
      for (const body of bodies) {
        const reply = yield* lvng.agents.create({ name: "A" })
        assert.deepStrictEqual<unknown>(reply, body)
        assert.deepStrictEqual<unknown>(Envelope.agent(reply), agent)
      }
      assert.isUndefined(Envelope.agent({ success: true }))
    })
  )

  it.scoped("a list is found as agents and as data, over several pages of either", () =>
    Effect.gen(function* () {
      const all = Array.from({ length: 5 }, (_, index) => ({ id: `agent_${index}` }))
      for (const spelling of ["agents", "data"]) {
        const { lvng } = yield* H.make((request) => {
          const offset = Number(new URL(request.url, "http://localhost").searchParams.get("offset"))
          return FaultServer.json({ success: true, [spelling]: all.slice(offset, offset + 2) })
        })
        const agents = yield* Stream.runCollect(lvng.agents.listAll({ limit: 2 }))
        assert.deepStrictEqual<unknown>(Chunk.toReadonlyArray(agents), all)
        const pages = Chunk.toReadonlyArray(yield* Stream.runCollect(lvng.agents.listPages({ limit: 2 })))
        assert.deepStrictEqual<unknown>(pages[0], { success: true, [spelling]: all.slice(0, 2) })
        assert.lengthOf(pages, 3)
      }
    })
  )
})

describe("agents", () => {
  it.scoped("text becomes a message; ask answers its text", () =>
    Effect.gen(function* () {
      const reply = { success: true, data: { content: "42", tokens: 3 } }
      const { lvng, server } = yield* H.make(() => FaultServer.json(reply))
      assert.deepStrictEqual<unknown>(yield* lvng.agents.message("agent_1", "why?"), reply)
      assert.strictEqual(yield* lvng.agents.ask("agent_1", { message: "why?", deep: true }), "42")
      assert.deepStrictEqual(
        server.requests.map((request) => request.json()),
        [{ message: "why?" }, { message: "why?", deep: true }]
      )
    })
  )

  it.live("are made, started, stopped, copied and deleted on the emulator", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const { lvng } = yield* H.emulated()
        const agent = Envelope.agent(yield* lvng.agents.create({ name: "Scout", system_prompt: "look" }))
        const id = agent?.id ?? ""
        assert.strictEqual(agent?.systemPrompt, "look")
        assert.include(Envelope.agent(yield* lvng.agents.start(id)), { status: "running" })
        assert.include(Envelope.agent(yield* lvng.agents.stop(id)), { status: "stopped" })
        assert.include(Envelope.agent(yield* lvng.agents.duplicate(id)), { systemPrompt: "look" })
        yield* lvng.agents.delete(id)
        assert.include(yield* failure(lvng.agents.get(id)), { _tag: "NotFoundError", identifier: id })
      })
    )
  )
})

describe("a temporary agent is deleted", () => {
  const params = { name: "A" }

  it.scoped("after success, with the value of its use", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([made, deleted])
      const value = yield* lvng.agents.withTemporaryAgent(params, (agent) => Effect.succeed(agent.id))
      assert.strictEqual(value, "agent_1")
      assert.deepStrictEqual(calls(server), ["POST /api/v2/agents", "DELETE /api/v2/agents/agent_1"])
    })
  )

  it.scoped("after a failure and after a defect", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([made, deleted, made, deleted])
      assert.strictEqual(yield* failure(lvng.agents.withTemporaryAgent(params, () => Effect.fail("no"))), "no")
      yield* Effect.exit(lvng.agents.withTemporaryAgent(params, () => Effect.die("bug")))
      assert.lengthOf(
        calls(server).filter((call) => call.startsWith("DELETE")),
        2
      )
    })
  )

  it.scoped("after an interruption of its use, and of its making once the platform has it", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { lvng, server } = yield* H.make([made, deleted, FaultServer.after(gate.opened, made), deleted])
      const using = yield* Deferred.make<void>()
      const use = () => Effect.zipRight(Deferred.succeed(using, undefined), Effect.never)
      const fiber = yield* Effect.fork(lvng.agents.withTemporaryAgent(params, use))
      yield* Deferred.await(using)
      yield* Fiber.interrupt(fiber)
      assert.strictEqual(calls(server)[1], "DELETE /api/v2/agents/agent_1")

      const making = yield* Effect.fork(lvng.agents.withTemporaryAgent(params, () => Effect.never))
      yield* server.awaitRequests(3)
      const interrupting = yield* Effect.fork(Fiber.interrupt(making))
      gate.open()
      yield* Fiber.join(interrupting)
      assert.strictEqual(calls(server)[3], "DELETE /api/v2/agents/agent_1")
    })
  )

  it.scoped("again when the first try fails; one that cannot be deleted is told in a warning, not in the outcome", () =>
    Effect.gen(function* () {
      const broken = FaultServer.json({}, { status: 500 })
      const lines: Array<string> = []
      const logger = Logger.make<unknown, void>(({ logLevel, message }) => {
        lines.push(`${logLevel.label} ${String(message)}`)
      })
      const { lvng, server } = yield* H.make([
        made,
        FaultServer.json({}, { status: 503 }),
        deleted,
        made,
        broken,
        made,
        FaultServer.json({}, { status: 404 })
      ])
      const use = lvng.agents
        .withTemporaryAgent(params, () => Effect.succeed("fine"))
        .pipe(Effect.provide(Logger.replace(Logger.defaultLogger, logger)))
      const { exit, waits } = yield* driven(use)
      assert.deepStrictEqual(waits, [200])
      assert.strictEqual(exit._tag === "Success" && exit.value, "fine")
      assert.deepStrictEqual(lines, [])
      assert.strictEqual(yield* use, "fine")
      assert.match(lines.join(), /^WARN the temporary agent agent_1 could not be deleted/)
      assert.strictEqual(yield* use, "fine")
      assert.lengthOf(lines, 1)
      assert.lengthOf(server.requests, 7)
    })
  )

  it.scoped("and nothing is when it could not be made", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([FaultServer.json({ error: "taken" }, { status: 409 })])
      const error = yield* failure(lvng.agents.withTemporaryAgent(params, () => Effect.void))
      assert.strictEqual(error._tag, "ConflictError")
      assert.lengthOf(server.requests, 1)
    })
  )
})
