import { assert, describe, it } from "@effect/vitest"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Stream from "effect/Stream"
import type { User } from "../src/generated/users.js"
import { Lumnis } from "../src/index.js"
import { mockLumnis } from "../src/promise.js"

const at = new Date("2026-01-01T00:00:00Z")
const user: User = { id: "u1", email: "ada@example.com", created_at: at, updated_at: at }

const defectOf = (exit: Exit.Exit<unknown, unknown>): string =>
  Exit.isFailure(exit) && Cause.isDie(exit.cause) ? String(Cause.squash(exit.cause)) : `no defect: ${exit}`

describe("layerTest", () => {
  it.effect("runs what is given, also of a resource and of an overloaded method", () =>
    Effect.gen(function* () {
      const lumnis = yield* Lumnis
      const response = yield* lumnis.invoke("Hello", { userId: "u1" })
      assert.strictEqual(response.output_text, "Hello back")
      assert.strictEqual((yield* lumnis.users.get("u1")).email, "ada@example.com")
    }).pipe(
      Effect.provide(
        Lumnis.layerTest({
          invoke: () =>
            Effect.succeed({
              response_id: "r1",
              thread_id: "t1",
              created_at: at,
              status: "succeeded",
              output_text: "Hello back"
            }),
          users: { get: (id) => Effect.succeed({ ...user, id }) }
        })
      )
    )
  )

  it.effect(
    "dies with the name of a method that is not given: an effect, a stream, of a resource that is given or not",
    () =>
      Effect.gen(function* () {
        const lumnis = yield* Lumnis
        const missing = (name: string) => `Error: ${name} is not implemented in this mock`
        assert.strictEqual(defectOf(yield* Effect.exit(lumnis.users.delete("u1"))), missing("Lumnis.users.delete"))
        assert.strictEqual(defectOf(yield* Effect.exit(lumnis.threads.get("t1"))), missing("Lumnis.threads.get"))
        assert.strictEqual(
          defectOf(yield* Effect.exit(Stream.runCollect(lumnis.invokeStream("Hello", { userId: "u1" })))),
          missing("Lumnis.invokeStream")
        )
        assert.strictEqual(
          defectOf(
            yield* Effect.exit(
              lumnis.invoke("Hello").pipe(
                Effect.catchAll(() => Effect.succeed("caught")),
                Effect.retry({ times: 2 })
              )
            )
          ),
          missing("Lumnis.invoke")
        )
      }).pipe(Effect.provide(Lumnis.layerTest({ users: { get: () => Effect.succeed(user) } })))
  )
})

describe("mockLumnis", () => {
  it("runs what is given, and throws with the name of what is not", async () => {
    const lumnis = mockLumnis({
      users: { get: async (id) => ({ ...user, id }) },
      async *invokeStream() {
        yield* []
      }
    })
    assert.strictEqual((await lumnis.users.get("u2")).id, "u2")
    assert.throws(() => lumnis.users.delete("u1"), "lumnis.users.delete is not implemented in this mock")
    assert.throws(() => lumnis.files.list(), "lumnis.files.list is not implemented in this mock")
    assert.throws(() => lumnis.invoke("Hello"), "lumnis.invoke is not implemented in this mock")
    // `await` of a client by mistake does not hang or throw.
    assert.strictEqual(await lumnis, lumnis)
    await lumnis.close()
  })
})
