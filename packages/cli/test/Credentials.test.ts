import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { assert, describe, expect, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Credentials from "../src/credentials.js"
import { byName } from "../src/platforms/Platform.js"
import * as TestIo from "./support/TestIo.js"

const key = "lmn_live_canary_0a1b2c3d4e5f"
const lumnis = byName("lumnis")

const at = (url: string, cwd: string) => ({ cwd, env: { LUMNISAI_BASE_URL: url } })

const fileIn = (cwd: string): string => join(cwd, "config", "trilum", "credentials.json")

const put = (cwd: string, text: string, mode = 0o600): string => {
  const file = fileIn(cwd)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text, { mode })
  chmodSync(file, mode)
  return file
}

const stored = (cwd: string): unknown => JSON.parse(readFileSync(fileIn(cwd), "utf8"))

const modeOf = (path: string): number => statSync(path).mode & 0o777

describe("auth login", () => {
  it.scoped("tries the key, stores it for its owner alone, and never shows it", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ id: "t" }))
      const cwd = TestIo.directory()
      const setup = { ...at(server.url, cwd), stdin: `${key}\n` }
      const result = yield* Effect.promise(() => TestIo.run(setup, "auth", "login"))
      expect(result).toMatchObject({ code: 0, stdout: "" })
      expect(server.requests[0]).toMatchObject({ method: "GET", url: "/v1/tenant" })
      expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${key}`)
      expect(stored(cwd)).toEqual({ lumnis: { apiKey: key, baseUrl: server.url } })
      expect(modeOf(fileIn(cwd))).toBe(0o600)
      expect(modeOf(dirname(fileIn(cwd)))).toBe(0o700)
      expect(readdirSync(dirname(fileIn(cwd)))).toEqual(["credentials.json"])
      expect(result.stderr).toContain("****4e5f")
      expect(result.stderr).not.toContain(key)
    })
  )

  it.scoped("does not store a key that the platform refuses", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ detail: `bad key ${key}` }, { status: 401 }))
      const cwd = TestIo.directory()
      const setup = { ...at(server.url, cwd), stdin: key }
      const result = yield* Effect.promise(() => TestIo.run(setup, "auth", "login"))
      expect(result.code).toBe(4)
      expect(existsSync(fileIn(cwd))).toBe(false)
      expect(result.stderr).not.toContain(key)
    })
  )

  it("asks a person without echo, and sends nothing with --no-verify", async () => {
    const cwd = TestIo.directory()
    const io = TestIo.make({ ...at("http://127.0.0.1:9", cwd), stdinTTY: true, secret: key })
    const result = await TestIo.runWith(io, "auth", "login", "--no-verify")
    expect(result.code).toBe(0)
    expect(io.prompts).toEqual(["Lumnis AI API key: "])
    expect(stored(cwd)).toEqual({ lumnis: { apiKey: key, baseUrl: "http://127.0.0.1:9" } })
  })

  it("refuses what is no key, and a key as an argument", async () => {
    for (const stdin of ["", "\n", "two words", "ключ"]) {
      expect((await TestIo.run({ stdin }, "auth", "login", "--no-verify")).code).toBe(2)
    }
    expect((await TestIo.run({ stdin: key }, "auth", "login", key)).code).toBe(2)
    expect((await TestIo.run({ stdin: key }, "auth", "login", "--api-key", key)).code).toBe(2)
  })

  it("keeps the keys of other platforms", async () => {
    const cwd = TestIo.directory()
    await TestIo.run({ cwd, stdin: key }, "auth", "login", "--no-verify")
    await TestIo.run({ cwd, stdin: "dfs_other_key_123" }, "auth", "login", "--no-verify", "--platform", "luml")
    expect(stored(cwd)).toEqual({ lumnis: { apiKey: key }, luml: { apiKey: "dfs_other_key_123" } })
    const out = await TestIo.run({ cwd }, "auth", "logout", "--platform", "luml")
    expect(out.code).toBe(0)
    expect(stored(cwd)).toEqual({ lumnis: { apiKey: key } })
    await TestIo.run({ cwd }, "auth", "logout")
    expect(stored(cwd)).toEqual({})
  })
})

describe("which key is used", () => {
  it.scoped("the environment wins over the store", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json([]))
      const cwd = TestIo.directory()
      put(cwd, JSON.stringify({ lumnis: { apiKey: key, baseUrl: server.url } }))
      yield* Effect.promise(() => TestIo.run({ cwd }, "lumnis", "users", "list"))
      const env = { LUMNISAI_API_KEY: "from_environment_1" }
      yield* Effect.promise(() => TestIo.run({ cwd, env }, "lumnis", "users", "list"))
      expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
        `Bearer ${key}`,
        "Bearer from_environment_1"
      ])
    })
  )

  it.scoped("a stored key never goes to a server it was not stored for", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json([]))
      const cwd = TestIo.directory()
      put(cwd, JSON.stringify({ lumnis: { apiKey: key } }))
      const result = yield* Effect.promise(() => TestIo.run(at(server.url, cwd), "lumnis", "users", "list"))
      expect(result.code).toBe(4)
      expect(result.stderr).toContain("the stored key is for https://api.lumnis.ai")
      expect(server.requests).toEqual([])
    })
  )

  it("no key is exit 4 before anything is sent, and says how to give one", async () => {
    const result = await TestIo.run({}, "lumnis", "users", "list")
    expect(result.code).toBe(4)
    expect(result.stderr).toContain("set LUMNISAI_API_KEY, or store a key: trilum auth login --platform lumnis")
  })
})

describe("the file", () => {
  it("that others can read is made private, with a warning, and used", async () => {
    const cwd = TestIo.directory()
    const file = put(cwd, JSON.stringify({ lumnis: { apiKey: key } }), 0o644)
    const result = await TestIo.run({ cwd }, "auth", "status", "--json")
    expect(result.stderr).toContain("could be read by others")
    expect(modeOf(file)).toBe(0o600)
    expect(JSON.parse(result.stdout)[0]).toMatchObject({ key: "****4e5f", key_source: "store" })
    expect((await TestIo.run({ cwd }, "auth", "status")).stderr).toBe("")
  })

  it("that is not what trilum writes is named, without its content", async () => {
    for (const text of ["{", "[]", "null", '{"lumnis":"x"}', `{"lumnis":{"apiKey":1,"note":"${key}"}}`]) {
      const cwd = TestIo.directory()
      const file = put(cwd, text)
      const result = await TestIo.run({ cwd }, "lumnis", "users", "list")
      expect(result.code).toBe(1)
      expect(result.stderr).toContain(file)
      expect(result.stderr).not.toContain(key)
    }
  })

  it("stands under HOME when XDG_CONFIG_HOME is not set or not absolute", () => {
    const of = (env: Record<string, string | undefined>) =>
      Credentials.path(TestIo.make({ env: { HOME: "/h", ...env } }))
    expect(of({ XDG_CONFIG_HOME: undefined })).toBe("/h/.config/trilum/credentials.json")
    expect(of({ XDG_CONFIG_HOME: "relative" })).toBe("/h/.config/trilum/credentials.json")
    expect(of({ XDG_CONFIG_HOME: "/x" })).toBe("/x/trilum/credentials.json")
  })
})

describe("auth status", () => {
  it("names sources and masks keys; exit 4 for a platform without one", async () => {
    const env = { LUMNISAI_API_KEY: key, LUML_API_KEY: "short" }
    const all = await TestIo.run({ env }, "auth", "status", "--json")
    expect(all.code).toBe(0)
    expect(JSON.parse(all.stdout)).toMatchObject([
      { platform: "lumnis", key: "****4e5f", key_source: "environment", base_url_source: "default" },
      { platform: "lvng", key: null, key_source: "none" },
      { platform: "luml", key: "****" }
    ])
    expect((await TestIo.run({ env }, "auth", "status", "--platform", "lvng")).code).toBe(4)
    expect((await TestIo.run({ env }, "auth", "status", "--platform", "lumnis")).code).toBe(0)
    expect((await TestIo.run({ env }, "auth", "status")).stdout).not.toContain(key)
  })

  it("the password of a base URL is not shown", async () => {
    const env = { LUMNISAI_API_KEY: key, LUMNISAI_BASE_URL: "https://ada:hunter2@proxy.example/api" }
    for (const more of [[], ["--json"]]) {
      const { stdout } = await TestIo.run({ env }, "auth", "status", "--platform", "lumnis", ...more)
      assert.include(stdout, "https://[REDACTED]@proxy.example/api")
      assert.notInclude(stdout, "hunter2")
    }
  })

  it("the password of a base URL is shown neither by login nor in its errors", async () => {
    for (const [url, code] of [
      ["https://ada:hunter2@proxy.example/api", 0],
      ["https://ada:hunter2@", 2]
    ] as const) {
      for (const more of [[], ["--json"], ["--debug"]]) {
        const words = ["auth", "login", "--no-verify", "--base-url", url, ...more]
        const result = await TestIo.run({ stdin: key }, ...words)
        assert.strictEqual(result.code, code, result.stderr)
        assert.notInclude(result.stdout + result.stderr, "hunter2")
      }
    }
  })

  it("the server of a withheld key is shown without its password", async () => {
    const cwd = TestIo.directory()
    put(cwd, JSON.stringify({ lumnis: { apiKey: key, baseUrl: "https://ada:hunter2@one.example" } }))
    const env = { LUMNISAI_BASE_URL: "https://bob:hunter3@two.example" }
    const { stderr, stdout } = await TestIo.run({ cwd, env }, "auth", "status")
    assert.include(stdout, "one.example")
    assert.notMatch(stdout + stderr, /hunter[23]/)
  })

  it("an empty variable counts as absent", () => {
    const io = TestIo.make({ env: { LUMNISAI_API_KEY: "  ", LUMNISAI_BASE_URL: "" } })
    expect(Credentials.resolve(io, lumnis, {})).toMatchObject({ key: undefined, baseUrl: lumnis.defaultBaseUrl })
  })
})
