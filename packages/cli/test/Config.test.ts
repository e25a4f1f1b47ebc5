/** Settings and profiles: which value holds, and what never becomes a setting. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { startEmulator } from "@trilum/emulator/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import type { Profile } from "../src/Command.js"
import * as Config from "../src/config.js"
import * as TestIo from "./support/TestIo.js"

const key = "lmn_live_canary_0a1b2c3d4e5f"

const fileIn = (cwd: string): string => join(cwd, "config", "trilum", "config.json")

const read = (cwd: string): unknown => JSON.parse(readFileSync(fileIn(cwd), "utf8"))

const put = (cwd: string, store: object): void => {
  mkdirSync(dirname(fileIn(cwd)), { recursive: true })
  writeFileSync(fileIn(cwd), JSON.stringify(store))
}

const config = (setup: TestIo.Setup, ...words: ReadonlyArray<string>) => TestIo.run(setup, "config", ...words)

/** What holds of `values` for a command line. */
const holds = (
  values: Profile,
  env: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>> = {}
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...Config.effective(env, { profile: "default", values }, (key) => typed[key])].flatMap(
      ([key, { origin, value }]) => (origin === "default" ? [] : [[key, `${value} by ${origin}`]])
    )
  )

describe("config", () => {
  it("sets, gets, lists and removes a value, in a file for its owner alone", async () => {
    const cwd = TestIo.directory()
    assert.strictEqual((await config({ cwd }, "set", "lumnis.user", "ada@example.com")).code, 0)
    assert.strictEqual((await config({ cwd }, "set", "luml.orbit", "research", "--profile", "lab")).code, 0)
    assert.deepStrictEqual(read(cwd), {
      default: { "lumnis.user": "ada@example.com" },
      lab: { "luml.orbit": "research" }
    })
    assert.strictEqual(statSync(fileIn(cwd)).mode & 0o777, 0o600)
    assert.strictEqual(statSync(dirname(fileIn(cwd))).mode & 0o777, 0o700)
    assert.deepStrictEqual(readdirSync(dirname(fileIn(cwd))), ["config.json"])
    assert.strictEqual((await config({ cwd }, "get", "lumnis.user")).stdout, "ada@example.com\n")
    assert.strictEqual((await config({ cwd }, "list")).stdout, "lumnis.user=ada@example.com\n")
    assert.strictEqual((await config({ cwd }, "list", "--profile", "lab")).stdout, "luml.orbit=research\n")
    assert.strictEqual((await config({ cwd }, "path")).stdout, `${fileIn(cwd)}\n`)
    assert.strictEqual((await config({ cwd }, "unset", "lumnis.user")).code, 0)
    assert.deepStrictEqual(read(cwd), { lab: { "luml.orbit": "research" } })
    assert.strictEqual((await config({ cwd }, "get", "lumnis.user")).code, 1)
  })

  it("shows where each value comes from", async () => {
    const cwd = TestIo.directory()
    put(cwd, { default: { "luml.orbit": "research", "luml.collection": "churn" } })
    const env = { TRILUM_LUML_COLLECTION: "fraud", LUML_BASE_URL: "https://ada:hunter2@proxy.example" }
    const { stdout } = await config({ cwd, env }, "list", "--show-origin")
    assert.deepStrictEqual(stdout.split("\n").slice(0, 5), [
      `${fileIn(cwd)} (profile default)\tluml.orbit=research`,
      "TRILUM_LUML_COLLECTION\tluml.collection=fraud",
      "default\tlumnis.base-url=https://api.lumnis.ai",
      "default\tlvng.base-url=https://api.lvng.ai",
      "LUML_BASE_URL\tluml.base-url=https://[REDACTED]@proxy.example"
    ])
    const rows = JSON.parse((await config({ cwd, env }, "list", "--json")).stdout)
    assert.deepInclude(rows, {
      key: "luml.collection",
      value: "fraud",
      origin: "environment",
      from: "TRILUM_LUML_COLLECTION"
    })
    const table = await config({ cwd, env, stdoutTTY: true, columns: 120 }, "list", "--show-origin")
    assert.match(table.stdout, /luml\.orbit +research/)
  })

  it("refuses keys and tokens by name and by value, and never repeats them", async () => {
    for (const words of [
      ["lumnis.api-key", key],
      ["luml.access_token", "opaque-session"],
      ["lvng.jwtToken", "opaque-session"],
      ["lumnis.user", key],
      ["luml.orbit", "dfs_canary_9a8b7c6d5e4f3a2b1c0d"],
      ["lumnis.base-url", "https://ada:hunter2@host.example"]
    ]) {
      const cwd = TestIo.directory()
      const { code, stderr, stdout } = await config({ cwd }, "set", ...words)
      assert.strictEqual(code, 2, words.join(" "))
      assert.notInclude(stdout + stderr, words[1] ?? "", words.join(" "))
      assert.notInclude(stdout + stderr, "hunter2")
      assert.throws(() => read(cwd))
    }
  })

  it("names the setting that was probably meant, and refuses values of another kind", async () => {
    assert.include((await config({}, "set", "lumnis.usr", "ada")).stderr, 'did you mean "lumnis.user"?')
    assert.include((await config({}, "get", "luml.orbits")).stderr, 'did you mean "luml.orbit"?')
    assert.strictEqual((await config({}, "set", "luml.baseUrl", "https://x.example")).code, 0)
    for (const words of [
      ["timeout", "soon"],
      ["retries", "-1"],
      ["max-connections", "0"],
      ["luml.base-url", "host"],
      ["luml.base-url", "ftp://host.example"],
      ["luml.orbit", " "]
    ]) {
      assert.strictEqual((await config({}, "set", ...words)).code, 2, words.join(" "))
    }
  })

  it("loses no value when several processes set at once", async () => {
    const cwd = TestIo.directory()
    const names = ["lumnis.user", "luml.organization", "luml.orbit", "luml.collection", "timeout"]
    const codes = await Promise.all(names.map(async (name) => (await config({ cwd }, "set", name, "7")).code))
    assert.deepStrictEqual(codes, [0, 0, 0, 0, 0])
    assert.hasAllKeys(Reflect.get(Object(read(cwd)), "default"), names)
  })

  it("a file that is broken is named, and stops only what needs it", async () => {
    const cwd = TestIo.directory()
    put(cwd, {})
    writeFileSync(fileIn(cwd), '{"default": {"lumnis.user": 1}}')
    const env = TestIo.lumnisAt("http://127.0.0.1:9")
    const broken = await TestIo.run({ cwd, env }, "lumnis", "users", "list")
    assert.strictEqual(broken.code, 1)
    assert.include(broken.stderr, fileIn(cwd))
    for (const words of [["operations"], ["lumnis", "users", "list", "--help"], ["config", "path"]]) {
      assert.strictEqual((await TestIo.run({ cwd, env }, ...words)).code, 0, words.join(" "))
    }
  })
})

describe("which value holds", () => {
  const stored = { "luml.organization": "acme", "luml.orbit": "research", "luml.collection": "churn" }

  it("option, environment, profile, in this order", () => {
    const profile = { "lumnis.user": "p", timeout: "1s" }
    assert.deepStrictEqual(holds(profile, {}), { "lumnis.user": "p by profile", timeout: "1s by profile" })
    const env = { TRILUM_LUMNIS_USER: "e", TRILUM_TIMEOUT: " " }
    assert.deepStrictEqual(holds(profile, env), { "lumnis.user": "e by environment", timeout: "1s by profile" })
    assert.strictEqual(holds(profile, env, { "lumnis.user": "o" })["lumnis.user"], "o by option")
  })

  it("a place that is typed takes none of the profile's places below another one", () => {
    assert.deepStrictEqual(holds(stored, {}, { "luml.organization": "other" }), {
      "luml.organization": "other by option"
    })
    assert.strictEqual(holds(stored, {}, { "luml.organization": "acme" })["luml.orbit"], "research by profile")
    assert.deepStrictEqual(holds(stored, { TRILUM_LUML_ORBIT: "lab" }), {
      "luml.organization": "acme by profile",
      "luml.orbit": "lab by environment"
    })
    assert.deepStrictEqual(
      holds(stored, { TRILUM_LUML_ORBIT: "lab", TRILUM_LUML_COLLECTION: "x" }, { "luml.orbit": "z" }),
      {
        "luml.organization": "acme by profile",
        "luml.orbit": "z by option"
      }
    )
  })

  it.scoped("a default user is sent, gives way to the one of the call, and is none in tenant scope", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() =>
        FaultServer.json({ threads: [], responses: [], files: [], total: 0 })
      )
      const cwd = TestIo.directory()
      put(cwd, { default: { "lumnis.user": "ada@example.com" } })
      const env = TestIo.lumnisAt(server.url)
      for (const [words, user] of [
        [["threads", "list"], "ada@example.com"],
        [["threads", "list", "--user", "bob"], "bob"],
        [["threads", "list", "--user-id", "bob"], "bob"],
        [["threads", "list", "--set", "user_id=bob"], "bob"],
        [["files", "list", "--scope", "tenant"], null],
        [["responses", "list", "--scope", "tenant"], null]
      ] as ReadonlyArray<readonly [ReadonlyArray<string>, string | null]>) {
        const { code, stderr } = yield* Effect.promise(() => TestIo.run({ cwd, env }, "lumnis", ...words))
        assert.strictEqual(code, 0, `${words.join(" ")}: ${stderr}`)
        const sent = new URL(server.requests.at(-1)?.url ?? "", server.url)
        assert.strictEqual(sent.searchParams.get("user_id"), user, words.join(" "))
      }
    })
  )

  it.scoped(
    "a default user does not keep a command from the record of another user, and --user is no option of it",
    () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() =>
          FaultServer.json({ id: "ann", email: "ann@example.com", created_at: "2026-01-01T00:00:00Z" })
        )
        const cwd = TestIo.directory()
        put(cwd, { default: { "lumnis.user": "ada@example.com" } })
        const env = TestIo.lumnisAt(server.url)
        const run = (...words: ReadonlyArray<string>) =>
          Effect.promise(() => TestIo.run({ cwd, env }, "lumnis", "users", ...words))
        const got = yield* run("get", "ann", "--json")
        assert.strictEqual(got.code, 0, got.stderr)
        assert.strictEqual(server.requests.at(-1)?.url, "/v1/users/ann")
        const refused = yield* run("get", "ann", "--user", "bob")
        assert.strictEqual(refused.code, 2, refused.stderr)
        assert.strictEqual(server.requests.length, 1)
      })
  )

  it("the default place of a profile is where a command works", async () => {
    const emulator = await startEmulator({ pace: 0 })
    try {
      const cwd = TestIo.directory()
      const env = TestIo.lumlAt(emulator.urls.luml)
      put(cwd, { default: { "luml.collection": "main" }, lab: { "luml.collection": "nowhere" } })
      assert.strictEqual((await TestIo.run({ cwd, env }, "luml", "artifacts", "list", "--json")).stdout, "[]\n")
      const other = await TestIo.run({ cwd, env }, "--profile", "lab", "luml", "artifacts", "list", "--json")
      assert.strictEqual(other.code, 5, other.stderr)
      assert.include(other.stderr, "nowhere")
      const typed = ["luml", "artifacts", "list", "--json", "--profile", "lab", "--collection", "main"]
      assert.strictEqual((await TestIo.run({ cwd, env }, ...typed)).code, 0)
    } finally {
      await emulator.stop()
    }
  })
})

describe("a profile", () => {
  it.scoped("has keys of its own, for its own server", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ id: "t", users: [] }))
      const cwd = TestIo.directory()
      const run = (setup: TestIo.Setup, ...words: ReadonlyArray<string>) =>
        Effect.promise(() => TestIo.run({ cwd, ...setup }, ...words))
      yield* run({ stdin: "lmn_live_default_0001" }, "auth", "login", "--no-verify")
      yield* run({}, "config", "set", "lumnis.base-url", server.url, "--profile", "staging")
      const login = yield* run({ stdin: key }, "auth", "login", "--profile", "staging")
      assert.strictEqual(login.code, 0, login.stderr)
      assert.strictEqual((yield* run({}, "lumnis", "users", "list", "--profile", "staging")).code, 0)
      assert.strictEqual((yield* run({ env: { TRILUM_PROFILE: "staging" } }, "lumnis", "users", "list")).code, 0)
      assert.deepStrictEqual(
        server.requests.map(({ headers, url }) => [url, headers["authorization"]]),
        [
          ["/v1/tenant", `Bearer ${key}`],
          ["/v1/users", `Bearer ${key}`],
          ["/v1/users", `Bearer ${key}`]
        ]
      )
      // The key of the default profile is for another server.
      yield* run({}, "config", "set", "lumnis.base-url", server.url)
      const withheld = yield* run({}, "lumnis", "users", "list")
      assert.strictEqual(withheld.code, 4)
      assert.include(withheld.stderr, "lumnis.base-url is")
      const status = yield* run({}, "auth", "status", "--platform", "lumnis", "--profile", "staging", "--json")
      assert.deepInclude(JSON.parse(status.stdout)[0], {
        profile: "staging",
        key: "****4e5f",
        base_url_source: "profile"
      })
      const both = yield* run({ env: { LUMNISAI_API_KEY: "another" } }, "auth", "status", "--profile", "staging")
      assert.notInclude(both.stderr, "note:")
      const used = yield* run(
        { env: { LUMNISAI_API_KEY: "another" } },
        "lumnis",
        "users",
        "list",
        "--profile",
        "staging"
      )
      assert.include(used.stderr, "note: LUMNISAI_API_KEY is set and precedes the key of profile staging")
      assert.strictEqual((yield* run({}, "auth", "logout", "--profile", "staging")).code, 0)
      assert.strictEqual((yield* run({}, "lumnis", "users", "list", "--profile", "staging")).code, 4)
      assert.lengthOf(server.requests, 4)
    })
  )

  it.scoped("that does not exist sends nothing, and names the one that was probably meant", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json([]))
      const cwd = TestIo.directory()
      put(cwd, { staging: { timeout: "1s" } })
      const env = TestIo.lumnisAt(server.url)
      const run = (more: Readonly<Record<string, string>>, ...words: ReadonlyArray<string>) =>
        Effect.promise(() => TestIo.run({ cwd, env: { ...env, ...more } }, "lumnis", "users", "list", ...words))
      const typed = yield* run({}, "--profile", "stagin")
      assert.strictEqual(typed.code, 2)
      assert.include(typed.stderr, 'there is no profile "stagin"; did you mean "staging"?')
      const variable = yield* run({ TRILUM_PROFILE: "stagin" })
      assert.strictEqual(variable.code, 2)
      assert.include(variable.stderr, "which TRILUM_PROFILE names")
      for (const name of ["", "a b", "../x", "__proto__"]) {
        assert.strictEqual((yield* run({}, `--profile=${name}`)).code, 2, name)
      }
      assert.lengthOf(server.requests, 0)
    })
  )
})
