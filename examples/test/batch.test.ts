import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { startEmulator } from "@trilum/emulator/promise"
import { createLumnis } from "@trilum/lumnis/promise"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import { parse, parseAllDocuments } from "yaml"
import { main } from "../src/batch/job.js"

const text = (name: string): string => readFileSync(new URL(`../batch/${name}`, import.meta.url), "utf8")

describe("examples of batches", () => {
  it.live("a job of one's own", () =>
    Effect.map(main(":memory:", ["one", "two"]), (results) =>
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(results).map(({ output }) => output),
        ["ONE", "TWO"]
      )
    )
  )

  it("a queue that delivers a message three times pays for one run", async () => {
    const emulator = await startEmulator({ pace: 0 })
    await using lumnis = createLumnis({ apiKey: "lmn_test_0123456789abcdef", baseUrl: emulator.urls.lumnis })
    const message = { id: "message-1", prompt: "hello", user: "ada@example.com" }
    const deliver = () => lumnis.invoke(message.prompt, { userId: message.user, idempotencyKey: message.id })
    const responses = [...(await Promise.all([deliver(), deliver()])), await deliver()]
    assert.strictEqual(new Set(responses.map(({ response_id }) => response_id)).size, 1)
    await emulator.stop()
  })

  it("containers are given longer to stop than a worker takes", () => {
    const drain = 20
    const compose = parse(text("compose.yaml"))
    assert.isAbove(Number.parseInt(compose.services.worker.stop_grace_period, 10), drain)
    const [deployment, budget] = parseAllDocuments(text("kubernetes.yaml")).map((document) => document.toJS())
    const { containers, terminationGracePeriodSeconds } = deployment.spec.template.spec
    assert.isAbove(terminationGracePeriodSeconds, drain)
    const [worker] = containers
    assert.deepStrictEqual(
      [worker.livenessProbe.httpGet.path, worker.readinessProbe.httpGet.path],
      ["/livez", "/readyz"]
    )
    assert.deepStrictEqual(worker.args.slice(0, 1), ["worker"])
    assert.deepStrictEqual(budget.spec.selector, deployment.spec.selector)
  })
})
