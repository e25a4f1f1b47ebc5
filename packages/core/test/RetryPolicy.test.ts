import { describe, expect, it } from "@effect/vitest"
import { driven } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FastCheck from "effect/FastCheck"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import * as TestClock from "effect/TestClock"
import * as ApiError from "../src/ApiError.js"
import * as RetryPolicy from "../src/RetryPolicy.js"

const facts = { platform: "acme", message: "m" }
const failures = {
  rate: (retryAfter?: number) => new ApiError.RateLimitError({ ...facts, status: 429, retryAfter }),
  server: (status: number, retryAfter?: number) => new ApiError.ServerError({ ...facts, status, retryAfter }),
  timeout: (timeout: ApiError.TimeoutKind) => new ApiError.TimeoutError({ ...facts, timeout }),
  transport: new ApiError.TransportError(facts),
  decode: new ApiError.DecodeError({ ...facts, status: 200, issues: [] }),
  client: (status: number) => new ApiError.ValidationError({ ...facts, status })
}

const now = Date.parse("2026-03-01T12:00:00Z")

describe("parseRetryAfter", () => {
  const cases: ReadonlyArray<readonly [name: string, headers: Record<string, string>, expected: number | undefined]> = [
    ["absent", {}, undefined],
    ["seconds", { "retry-after": "3" }, 3000],
    ["fractional seconds", { "retry-after": "0.25" }, 250],
    ["zero", { "retry-after": "0" }, 0],
    ["blanks around", { "retry-after": " 2 " }, 2000],
    ["negative", { "retry-after": "-5" }, 0],
    ["garbage", { "retry-after": "soon" }, undefined],
    ["a number with a unit", { "retry-after": "10s" }, undefined],
    ["hexadecimal", { "retry-after": "0x10" }, undefined],
    ["empty", { "retry-after": "" }, undefined],
    ["a bare year", { "retry-after": "2030-01-01" }, undefined],
    ["milliseconds win", { "retry-after-ms": "120", "retry-after": "9" }, 120],
    ["negative milliseconds", { "retry-after-ms": "-1" }, 0],
    ["garbage milliseconds fall back", { "retry-after-ms": "x", "retry-after": "1" }, 1000],
    ["an IMF date", { "retry-after": "Sun, 01 Mar 2026 12:00:07 GMT" }, 7000],
    ["a date in the past", { "retry-after": "Sun, 01 Mar 2026 11:00:00 GMT" }, 0],
    ["an RFC 850 date", { "retry-after": "Sunday, 01-Mar-26 12:00:01 GMT" }, 1000],
    ["a date without a sense", { "retry-after": "Sun, 99 Foo 2026 12:00:00 GMT" }, undefined]
  ]
  for (const [name, headers, expected] of cases) {
    it(name, () => {
      expect(RetryPolicy.parseRetryAfter(headers, now)).toBe(expected)
    })
  }

  it("an asctime date is GMT wherever the program runs", () => {
    const before = process.env["TZ"]
    process.env["TZ"] = "America/New_York"
    try {
      expect(RetryPolicy.parseRetryAfter({ "retry-after": "Sun Mar  1 12:00:05 2026" }, now)).toBe(5000)
    } finally {
      if (before === undefined) delete process.env["TZ"]
      else process.env["TZ"] = before
    }
  })

  it.prop(
    "is never negative nor NaN, whatever the header says",
    [FastCheck.string(), FastCheck.string()],
    ([ms, s]) => {
      const wait = RetryPolicy.parseRetryAfter({ "retry-after-ms": ms, "retry-after": s }, now)
      expect(wait === undefined || wait >= 0).toBe(true)
    }
  )
})

describe("isRepeatable", () => {
  const request = (
    method: "GET" | "HEAD" | "OPTIONS" | "PUT" | "DELETE" | "POST" | "PATCH",
    rest: {
      readonly key?: boolean
      readonly body?: boolean
      readonly repeatable?: boolean
    } = {}
  ) =>
    RetryPolicy.isRepeatable({
      operation: { method, ...(rest.repeatable === undefined ? {} : { repeatable: rest.repeatable }) },
      hasIdempotencyKey: rest.key ?? false,
      replayableBody: rest.body ?? true
    })

  it("never a POST or PATCH without a key", () => {
    expect(request("POST")).toBe(false)
    expect(request("PATCH")).toBe(false)
    expect(request("POST", { key: true })).toBe(true)
    expect(request("PATCH", { key: true })).toBe(true)
  })
  it("every other method", () => {
    for (const method of ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"] as const) expect(request(method)).toBe(true)
  })
  it("never a body that can be read only once, whatever else", () => {
    expect(request("PUT", { body: false })).toBe(false)
    expect(request("POST", { body: false, key: true, repeatable: true })).toBe(false)
  })
  it("an operation can say otherwise in both directions", () => {
    expect(request("GET", { repeatable: false })).toBe(false)
    expect(request("POST", { repeatable: true })).toBe(true)
  })
})

describe("isTransient", () => {
  const { standard } = RetryPolicy
  it("listed statuses, lost connections and attempts that took too long", () => {
    for (const status of [500, 502, 503, 504]) {
      expect(RetryPolicy.isTransient(standard, "GET", failures.server(status))).toBe(true)
    }
    expect(RetryPolicy.isTransient(standard, "GET", failures.rate())).toBe(true)
    expect(RetryPolicy.isTransient(standard, "GET", failures.client(408))).toBe(true)
    expect(RetryPolicy.isTransient(standard, "GET", failures.transport)).toBe(true)
    for (const kind of ["attempt", "connect", "idle"] as const) {
      expect(RetryPolicy.isTransient(standard, "GET", failures.timeout(kind))).toBe(true)
    }
  })
  it("nothing else", () => {
    for (const failure of [
      failures.server(501),
      failures.server(599),
      failures.server(302),
      failures.client(400),
      failures.client(422),
      failures.decode,
      failures.timeout("overall"),
      new ApiError.ValidationError(facts),
      new ApiError.StreamError({ ...facts, reason: "cut", status: 503 })
    ]) {
      expect(RetryPolicy.isTransient(standard, "GET", failure)).toBe(false)
    }
  })
  it("a status can be worth it for reads only", () => {
    const policy = { ...standard, statuses: [], readStatuses: [500] }
    expect(RetryPolicy.isTransient(policy, "GET", failures.server(500))).toBe(true)
    expect(RetryPolicy.isTransient(policy, "DELETE", failures.server(500))).toBe(false)
  })
})

describe("delay", () => {
  const policy = { ...RetryPolicy.standard, jitter: "none" as const }
  it("doubles up to its cap", () => {
    expect([0, 1, 2, 3, 4, 5, 100].map((retry) => RetryPolicy.delay(policy, retry, undefined, 0.5))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000, 8000
    ])
  })
  it("takes what the server asks for when that is longer, up to its own cap", () => {
    expect(RetryPolicy.delay(policy, 0, 3000, 0)).toBe(3000)
    expect(RetryPolicy.delay(policy, 0, 100, 0)).toBe(500)
    expect(RetryPolicy.delay(policy, 0, 3_600_000, 0)).toBe(60_000)
    expect(RetryPolicy.delay(policy, 0, Number.POSITIVE_INFINITY, 0)).toBe(60_000)
  })
  it.prop(
    "with full jitter stays between nothing and the computed wait",
    [FastCheck.nat({ max: 40 }), FastCheck.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })],
    ([retry, random]) => {
      const wait = RetryPolicy.delay(RetryPolicy.standard, retry, undefined, random)
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(Math.min(8000, 500 * 2 ** retry))
    }
  )
})

describe("override", () => {
  it("changes what is given and keeps the rest", () => {
    expect(RetryPolicy.override(RetryPolicy.standard, { maxRetries: 7 })).toEqual({
      ...RetryPolicy.standard,
      maxRetries: 7
    })
  })
  it("undefined is no change", () => {
    expect(RetryPolicy.override(RetryPolicy.standard, undefined)).toBe(RetryPolicy.standard)
    expect(RetryPolicy.override(RetryPolicy.standard, { maxRetries: undefined, jitter: undefined })).toEqual(
      RetryPolicy.standard
    )
  })
  it("false makes one attempt", () => {
    expect(RetryPolicy.override(RetryPolicy.standard, false).maxRetries).toBe(0)
  })
})

/** Runs an effect that fails with each of the failures in turn, repeated as the schedule says. */
const repeated = (
  policy: RetryPolicy.RetryPolicy,
  list: ReadonlyArray<ApiError.ApiError>,
  budget?: RetryPolicy.Budget
) => {
  let made = 0
  const attempt = Effect.suspend(() => {
    const failure = list[made++]
    return failure === undefined ? Effect.succeed(made) : Effect.fail(failure)
  })
  return Effect.map(driven(Effect.retry(attempt, RetryPolicy.toSchedule(policy, "GET", budget))), (run) => ({
    ...run,
    made
  }))
}

describe("toSchedule", () => {
  const plain = { ...RetryPolicy.standard, jitter: "none" as const }

  it.effect("waits exactly as the policy says and not after the last attempt", () =>
    Effect.gen(function* () {
      const { exit, made, waits } = yield* repeated(
        plain,
        Array.from({ length: 9 }, () => failures.server(503))
      )
      expect(waits).toEqual([500, 1000, 2000])
      expect(made).toBe(4)
      expect(exit._tag).toBe("Failure")
      expect(yield* TestClock.currentTimeMillis).toBe(3500)
    })
  )

  it.effect("stops at a failure that is not transient", () =>
    Effect.gen(function* () {
      const { made, waits } = yield* repeated(plain, [failures.server(503), failures.client(400), failures.server(503)])
      expect(waits).toEqual([500])
      expect(made).toBe(2)
    })
  )

  it.effect("outputs the number of the repeat", () =>
    Effect.gen(function* () {
      const driver = yield* Schedule.driver(RetryPolicy.toSchedule(plain, "GET"))
      const { exit } = yield* driven(Effect.all([driver.next(failures.transport), driver.next(failures.transport)]))
      expect(exit).toStrictEqual(Exit.succeed([1, 2]))
    })
  )

  it.effect("full jitter is the Random service's, and so the same under the same seed", () =>
    Effect.gen(function* () {
      const policy = { ...RetryPolicy.standard, maxRetries: 6 }
      const list = Array.from({ length: 6 }, () => failures.server(503))
      const waitsOf = (seed: string) =>
        Effect.map(repeated(policy, list).pipe(Effect.withRandom(Random.make(seed))), ({ waits }) => waits)
      const first = yield* waitsOf("a")
      expect(yield* waitsOf("a")).toEqual(first)
      expect(yield* waitsOf("b")).not.toEqual(first)
      expect(first.every((wait, retry) => wait > 0 && wait <= Math.min(8000, 500 * 2 ** retry))).toBe(true)
    })
  )
})

describe("budget", () => {
  it("a repeat takes 5, one after a timeout 10, and too few are none", () => {
    const budget = RetryPolicy.makeBudget(22)
    expect(budget.spend(false)).toBe(true)
    expect(budget.spend(true)).toBe(true)
    expect(budget.tokens()).toBe(7)
    expect(budget.spend(true)).toBe(false)
    expect(budget.tokens()).toBe(7)
    expect(budget.spend(false)).toBe(true)
    expect(budget.spend(false)).toBe(false)
  })
  it("never holds more than it began with", () => {
    const budget = RetryPolicy.makeBudget()
    expect(budget.tokens()).toBe(500)
    budget.refund(1000)
    expect(budget.tokens()).toBe(500)
  })
  it.effect("an empty one fails at once with the failure itself", () =>
    Effect.gen(function* () {
      const budget = RetryPolicy.makeBudget(9)
      const { exit, made, waits } = yield* repeated(
        { ...RetryPolicy.standard, jitter: "none" },
        Array.from({ length: 9 }, () => failures.server(503)),
        budget
      )
      expect(waits).toEqual([500])
      expect(made).toBe(2)
      expect(exit).toMatchObject({ cause: { error: { _tag: "ServerError" } } })
      expect(budget.tokens()).toBe(4)
    })
  )
})
