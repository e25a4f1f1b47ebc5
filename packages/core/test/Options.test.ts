import { assert, describe, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Options from "../src/Options.js"
import * as Platform from "../src/Platform.js"

const table = {
  ...Platform.options("ACME"),
  apiKey: Options.unless(Options.fromEnvironment(Options.secret, "ACME_API_KEY"), "token"),
  token: Options.unless(Options.fromEnvironment(Options.secret, "ACME_TOKEN"), "apiKey"),
  scope: Options.literal("user", "tenant"),
  debug: Options.fromEnvironment(Options.boolean, "ACME_DEBUG", "TRILUM_DEBUG"),
  onEvent: Options.fn<(line: string) => void>()
}

describe("options that nothing reads are refused with the name that was meant", () => {
  it.each([
    [{ api_key: "x" }, /"api_key" is not an option; did you mean "apiKey"\?/],
    [{ base_url: "x" }, /"base_url" is not an option; did you mean "baseUrl"\?/],
    [{ baseURL: "x" }, /did you mean "baseUrl"\?/],
    [{ timout: 1 }, /did you mean "timeout"\?/],
    [{ frobnicate: 1 }, /"frobnicate" is not an option; the options are baseUrl, /],
    [{ toString: 1 }, /"toString" is not an option/],
    [{ scope: "bogus" }, /^scope must be "user" or "tenant", not "bogus"$/],
    [{ retry: 3 }, /^retry must be .*\{ maxRetries: 3 \}, a Schedule, or false, not 3$/],
    [{ retry: true }, /^retry must be .*, not true$/],
    [{ retry: { max_retries: 0 } }, /^"retry.max_retries" is not an option; did you mean "retry.maxRetries"\?$/],
    [{ retry: { maxRetries: "3" } }, /^retry.maxRetries must be a number, at least 0, not "3"$/],
    [{ timeout: "soon" }, /^timeout must be a duration: milliseconds, or text such as "30 seconds", not "soon"$/],
    [{ timeout: -1 }, /^timeout must be /],
    [{ timeout: null }, /^timeout must be .* not null$/],
    [{ headers: { "x-a": 1 } }, /^headers\["x-a"\] must be a string, not 1$/],
    [{ headers: "x-a: 1" }, /^headers must be an object/],
    [{ propagateTrace: "yes" }, /^propagateTrace must be true or false/],
    [{ onEvent: {} }, /^onEvent must be a function, not an object$/],
    ["key", /^options must be an object, not "key"$/],
    [null, /^options must be an object, not null$/]
  ])("%j", (options, expected) => {
    assert.match(String(Options.problem(table, options)), expected)
  })

  it("a secret of another kind is not shown", () => {
    assert.strictEqual(
      Options.problem(table, { apiKey: 551212 }),
      "apiKey must be a string or a Redacted string, not a number"
    )
    assert.notInclude(String(Options.problem(table, { scope: "Bearer canary-5512-canary-5512" })), "canary")
  })

  it.each([
    [undefined],
    [{}],
    [{ apiKey: undefined, unknown: undefined }],
    [{ apiKey: "a", baseUrl: new URL("https://x.test"), headers: { a: "b" }, retry: false, timeout: "10 seconds" }],
    [{ apiKey: Redacted.make("a"), retry: { maxRetries: 0, maxDelay: 5 }, timeout: Duration.infinity, idleTimeout: 0 }]
  ])("what is right passes: %j", (options) => {
    assert.isUndefined(Options.problem(table, options))
  })
})

describe("options from the environment", () => {
  const read = (environment: Record<string, string>, options?: Options.Type<typeof table>) =>
    Effect.withConfigProvider(
      Options.config(table, options),
      ConfigProvider.fromMap(new Map(Object.entries(environment)))
    )

  it.effect("are those that are absent; empty variables count as absent, the specific name wins", () =>
    Effect.gen(function* () {
      const both = { ACME_BASE_URL: "https://a.test", ACME_DEBUG: "", TRILUM_DEBUG: "1" }
      assert.deepStrictEqual(yield* read(both), { baseUrl: "https://a.test", debug: true })
      assert.deepStrictEqual(yield* read(both, { baseUrl: "https://b.test", debug: false }), {
        baseUrl: "https://b.test",
        debug: false
      })
      assert.deepStrictEqual(yield* read({ ACME_DEBUG: "false", TRILUM_DEBUG: "1" }), { debug: false })
    })
  )

  it.effect("a credential of the program is not mixed with another one of the environment", () =>
    Effect.gen(function* () {
      const environment = { ACME_API_KEY: "key", ACME_TOKEN: "token" }
      assert.hasAllKeys(yield* read(environment), ["apiKey", "token"])
      assert.hasAllKeys(yield* read(environment, { token: "mine" }), ["token"])
      assert.hasAllKeys(yield* read(environment, { apiKey: "mine" }), ["apiKey"])
    })
  )
})
