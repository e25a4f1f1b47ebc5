import { assert, describe, it } from "@effect/vitest"
import { driven } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import * as TestClock from "effect/TestClock"
import * as ApiError from "../src/ApiError.js"
import * as Retry from "../src/Retry.js"

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
      assert.strictEqual(Retry.parseRetryAfter(headers, now), expected)
    })
  }

  it("an asctime date is GMT wherever the program runs", () => {
    const before = process.env["TZ"]
    process.env["TZ"] = "America/New_York"
    try {
      assert.strictEqual(Retry.parseRetryAfter({ "retry-after": "Sun Mar  1 12:00:05 2026" }, now), 5000)
    } finally {
      if (before === undefined) delete process.env["TZ"]
      else process.env["TZ"] = before
    }
  })

  it.prop(
    "is never negative nor NaN, whatever the header says",
    [FastCheck.string(), FastCheck.string()],
    ([ms, s]) => {
      const wait = Retry.parseRetryAfter({ "retry-after-ms": ms, "retry-after": s }, now)
      assert.isTrue(wait === undefined || wait >= 0)
    }
  )
})

describe("isRepeatable", () => {
  const request = (
    method: "GET" | "HEAD" | "OPTIONS" | "PUT" | "DELETE" | "POST" | "PATCH",
    rest: {
      readonly key?: boolean
      readonly repeatable?: boolean
    } = {}
  ) =>
    Retry.isRepeatable(
      { method, ...(rest.repeatable === undefined ? {} : { repeatable: rest.repeatable }) },
      rest.key ?? false
    )

  it("never a POST or PATCH without a key", () => {
    assert.isFalse(request("POST"))
    assert.isFalse(request("PATCH"))
    assert.isTrue(request("POST", { key: true }))
    assert.isTrue(request("PATCH", { key: true }))
  })
  it("every other method", () => {
    for (const method of ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"] as const) assert.isTrue(request(method))
  })
  it("an operation can say otherwise in both directions", () => {
    assert.isFalse(request("GET", { repeatable: false }))
    assert.isTrue(request("POST", { repeatable: true }))
  })
})

describe("isTransient", () => {
  const { standard } = Retry
  it("listed statuses, lost connections and attempts that took too long", () => {
    for (const status of [500, 502, 503, 504, 507, 520, 529, 599]) {
      assert.isTrue(Retry.isTransient(standard, "GET", failures.server(status)))
    }
    assert.isTrue(Retry.isTransient(standard, "GET", failures.rate()))
    assert.isTrue(Retry.isTransient(standard, "GET", failures.client(408)))
    assert.isTrue(Retry.isTransient(standard, "GET", failures.transport))
    for (const kind of ["attempt", "connect", "idle", "pool", "server"] as const) {
      assert.isTrue(Retry.isTransient(standard, "GET", failures.timeout(kind)))
    }
  })
  it("nothing else", () => {
    for (const failure of [
      failures.server(501),
      failures.server(505),
      new ApiError.RedirectError({ ...facts, status: 302 }),
      new ApiError.TransportError({ ...facts, code: "CERT_HAS_EXPIRED" }),
      new ApiError.TransportError({ ...facts, code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }),
      new ApiError.TransportError({ ...facts, code: "UND_ERR_CLOSED" }),
      new ApiError.TransportError({ ...facts, code: "TRILUM_PROXY_AUTHENTICATION" }),
      failures.client(400),
      failures.client(422),
      failures.decode,
      failures.timeout("overall"),
      new ApiError.ValidationError(facts),
      new ApiError.StreamError({ ...facts, reason: "cut", status: 503 })
    ]) {
      assert.isFalse(Retry.isTransient(standard, "GET", failure))
    }
  })
  it("a status can be worth it for reads only", () => {
    const policy = { ...standard, statuses: [], readStatuses: [500] }
    assert.isTrue(Retry.isTransient(policy, "GET", failures.server(500)))
    assert.isFalse(Retry.isTransient(policy, "DELETE", failures.server(500)))
  })
})

describe("mayRetry", () => {
  const once: Retry.Request = { method: "POST", repeatable: false, replayable: true }
  const twice: Retry.Request = { ...once, repeatable: true }

  it("only what can be sent twice, unless nothing was sent", () => {
    assert.isFalse(Retry.mayRetry(Retry.standard, once, failures.server(503)))
    assert.isTrue(Retry.mayRetry(Retry.standard, twice, failures.server(503)))
    for (const code of ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]) {
      const rejected = new ApiError.TransportError({ ...facts, code })
      assert.isTrue(Retry.mayRetry(Retry.standard, once, rejected), code)
      assert.isFalse(Retry.mayRetry(Retry.standard, { ...once, replayable: false }, rejected), code)
    }
    for (const kind of ["connect", "pool"] as const) {
      assert.isTrue(Retry.mayRetry(Retry.standard, once, failures.timeout(kind)))
    }
    assert.isFalse(Retry.mayRetry(Retry.standard, once, failures.timeout("attempt")))
    assert.isFalse(Retry.mayRetry(Retry.standard, once, new ApiError.TransportError({ ...facts, code: "ECONNRESET" })))
  })

  it("a body that can be read once is not sent twice", () => {
    assert.isFalse(Retry.mayRetry(Retry.standard, { ...twice, replayable: false }, failures.server(503)))
  })

  it("not when the server asks for a longer wait than maxRetryAfter", () => {
    const asking = (retryAfter: number) => new ApiError.RateLimitError({ ...facts, status: 429, retryAfter })
    assert.isTrue(Retry.mayRetry(Retry.standard, twice, asking(60)))
    assert.isFalse(Retry.mayRetry(Retry.standard, twice, asking(60.001)))
    assert.isFalse(Retry.mayRetry(Retry.standard, twice, asking(3600)))
    assert.isTrue(Retry.mayRetry({ ...Retry.standard, maxRetryAfter: "2 hours" }, twice, asking(3600)))
  })
})

describe("backoff", () => {
  const policy = { ...Retry.standard, jitter: "none" as const }
  it("doubles up to its cap", () => {
    assert.deepStrictEqual(
      [0, 1, 2, 3, 4, 5, 100].map((retry) => Retry.backoff(policy, retry, 0.5)),
      [500, 1000, 2000, 4000, 8000, 8000, 8000]
    )
  })
  it.prop(
    "with full jitter stays between nothing and the computed wait",
    [FastCheck.nat({ max: 40 }), FastCheck.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })],
    ([retry, random]) => {
      const wait = Retry.backoff(Retry.standard, retry, random)
      assert.isAtLeast(wait, 0)
      assert.isAtMost(wait, Math.min(8000, 500 * 2 ** retry))
    }
  )
})

describe("override", () => {
  it("changes what is given and keeps the rest", () => {
    assert.deepStrictEqual<unknown>(Retry.override(Retry.standard, { maxRetries: 7 }), {
      ...Retry.standard,
      maxRetries: 7
    })
  })
  it("undefined is no change", () => {
    assert.strictEqual(Retry.override(Retry.standard, undefined), Retry.standard)
    assert.deepStrictEqual<unknown>(
      Retry.override(Retry.standard, { maxRetries: undefined, jitter: undefined }),
      Retry.standard
    )
  })
  it("false makes one attempt", () => {
    assert.strictEqual(Retry.override(Retry.standard, false).maxRetries, 0)
  })
})

/** Runs an effect that fails with each of the failures in turn, repeated as the schedule says. */
const repeated = (policy: Retry.Policy, list: ReadonlyArray<ApiError.ApiError>, budget?: Retry.Budget) => {
  let made = 0
  const attempt = Effect.suspend(() => {
    const failure = list[made++]
    return failure === undefined ? Effect.succeed(made) : Effect.fail(failure)
  })
  return Effect.map(driven(Effect.retry(attempt, Retry.toSchedule(policy, read, budget))), (run) => ({
    ...run,
    made
  }))
}

const read: Retry.Request = { method: "GET", repeatable: true, replayable: true }

describe("toSchedule", () => {
  const plain = { ...Retry.standard, jitter: "none" as const }

  it.effect("waits exactly as the policy says and not after the last attempt", () =>
    Effect.gen(function* () {
      const { exit, made, waits } = yield* repeated(
        plain,
        Array.from({ length: 9 }, () => failures.server(503))
      )
      assert.deepStrictEqual<unknown>(waits, [500, 1000, 2000])
      assert.strictEqual(made, 4)
      assert.strictEqual(exit._tag, "Failure")
      assert.strictEqual(yield* TestClock.currentTimeMillis, 3500)
    })
  )

  it.effect("stops at a failure that is not transient", () =>
    Effect.gen(function* () {
      const { made, waits } = yield* repeated(plain, [failures.server(503), failures.client(400), failures.server(503)])
      assert.deepStrictEqual<unknown>(waits, [500])
      assert.strictEqual(made, 2)
    })
  )

  it.effect("waits as long as the server asks, when that is longer", () =>
    Effect.gen(function* () {
      const { waits } = yield* repeated(plain, [
        new ApiError.RateLimitError({ ...facts, status: 429, retryAfter: 3 }),
        new ApiError.ServerError({ ...facts, status: 503, retryAfter: 0.1 })
      ])
      assert.deepStrictEqual(waits, [3000, 1000])
    })
  )

  it.effect("a schedule of the caller decides number and waits, the policy what is worth a retry", () =>
    Effect.gen(function* () {
      const policy = Retry.override(plain, Schedule.intersect(Schedule.spaced("70 millis"), Schedule.recurs(5)))
      const list = Array.from({ length: 9 }, () => failures.server(503))
      assert.deepStrictEqual((yield* repeated(policy, list)).waits, [70, 70, 70, 70, 70])
      assert.deepStrictEqual((yield* repeated(policy, [failures.server(503), failures.client(400)])).waits, [70])
      const asking = new ApiError.RateLimitError({ ...facts, status: 429, retryAfter: 2 })
      assert.deepStrictEqual((yield* repeated(policy, [asking])).waits, [2000])
    })
  )

  it.effect("full jitter is the Random service's, and so the same under the same seed", () =>
    Effect.gen(function* () {
      const policy = { ...Retry.standard, maxRetries: 6 }
      const list = Array.from({ length: 6 }, () => failures.server(503))
      const waitsOf = (seed: string) =>
        Effect.map(repeated(policy, list).pipe(Effect.withRandom(Random.make(seed))), ({ waits }) => waits)
      const first = yield* waitsOf("a")
      assert.deepStrictEqual<unknown>(yield* waitsOf("a"), first)
      assert.notDeepEqual(yield* waitsOf("b"), first)
      assert.isTrue(first.every((wait, retry) => wait > 0 && wait <= Math.min(8000, 500 * 2 ** retry)))
    })
  )
})

describe("budget", () => {
  it("a repeat takes 5, one after a timeout 10, and too few are none", () => {
    const budget = Retry.makeBudget(22)
    assert.isTrue(budget.spend(Retry.retryCost))
    assert.isTrue(budget.spend(Retry.timeoutCost))
    assert.strictEqual(budget.tokens(), 7)
    assert.isFalse(budget.spend(Retry.timeoutCost))
    assert.strictEqual(budget.tokens(), 7)
    assert.isTrue(budget.spend(Retry.retryCost))
    assert.isFalse(budget.spend(Retry.retryCost))
  })
  it("never holds more than it began with", () => {
    const budget = Retry.makeBudget()
    assert.strictEqual(budget.tokens(), 500)
    budget.refund(1000)
    assert.strictEqual(budget.tokens(), 500)
  })
  it.effect("an empty one fails at once with the failure itself", () =>
    Effect.gen(function* () {
      const budget = Retry.makeBudget(9)
      const { exit, made, waits } = yield* repeated(
        { ...Retry.standard, jitter: "none" },
        Array.from({ length: 9 }, () => failures.server(503)),
        budget
      )
      assert.deepStrictEqual<unknown>(waits, [500])
      assert.strictEqual(made, 2)
      assert.isTrue(exit._tag === "Failure" && exit.cause._tag === "Fail" && exit.cause.error._tag === "ServerError")
      assert.strictEqual(budget.tokens(), 4)
    })
  )
})
