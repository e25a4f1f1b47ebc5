import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Scope from "effect/Scope"
import { Emulator, EmulatorError } from "../src/index.js"
import { ok, send, until } from "./support.js"

const fetchTenant = (url: string) => Effect.promise(() => send(`${url}/v1/tenant`))

describe("the layer", () => {
  it.layer(Emulator.layer({ clock: "manual" }))((test) => {
    test.effect("serves, records, fails on request and moves its clock", () =>
      Effect.gen(function* () {
        const emulator = yield* Emulator
        const id = yield* emulator.fault({ match: { operation: "getCurrentTenant" }, sequence: [503, "pass"] })
        expect(id).toBe("fault-1")
        const statuses = [yield* fetchTenant(emulator.urls.lumnis), yield* fetchTenant(emulator.urls.lumnis)]
        expect(statuses.map(({ status }) => status)).toEqual([503, 200])
        expect((yield* emulator.requests).map(({ faulted }) => faulted)).toEqual([true, false])
        yield* emulator.clearRequests
        expect(yield* emulator.requests).toEqual([])
        yield* emulator.script({ script: { steps: [{ after: 60_000, status: "succeeded", output_text: "late" }] } })
        const body = { messages: [{ role: "user", content: "x" }] }
        const base = `${emulator.urls.lumnis}/v1/responses`
        const { response_id } = yield* Effect.promise(() => ok(base, { method: "POST", body }))
        const poll = yield* Effect.fork(Effect.promise(() => ok(`${base}/${response_id}?wait=60`)))
        yield* Effect.promise(() => until(() => Effect.runSync(emulator.waiting) === 1, "the poll waits"))
        yield* emulator.advance("1 minute")
        expect((yield* Fiber.join(poll)).output_text).toBe("late")
        yield* emulator.reset
        expect((yield* emulator.state)["collections"]).toEqual({})
      })
    )
  })

  it.effect("stops with its scope", () =>
    Effect.gen(function* () {
      const scope = yield* Scope.make()
      const emulator = yield* Emulator.make().pipe(Scope.extend(scope))
      expect((yield* fetchTenant(emulator.urls.lumnis)).status).toBe(200)
      yield* Scope.close(scope, Exit.void)
      const after = yield* Effect.exit(Effect.tryPromise(() => send(emulator.url)))
      expect(Exit.isFailure(after)).toBe(true)
    })
  )

  it.scoped("fails with a typed error for a taken port, another host and a real clock", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.make()
      const port = Number(new URL(emulator.url).port)
      const taken = yield* Effect.flip(Emulator.make({ port }))
      expect(taken).toBeInstanceOf(EmulatorError)
      expect([taken.reason, taken.message.includes(String(port))]).toEqual(["Address", true])
      expect((yield* Effect.flip(Emulator.make({ host: "192.0.2.1" }))).reason).toBe("Address")
      expect((yield* Effect.flip(emulator.advance("1 second"))).reason).toBe("Usage")
      expect((yield* Effect.flip(emulator.fault({ status: 1 }))).reason).toBe("Usage")
      const directory = yield* Effect.flip(Emulator.make({ dataDir: "/dev/null/x" }))
      expect(directory.reason).toBe("DataDirectory")
    })
  )
})
