import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, expect, it } from "@effect/vitest"
import * as Redaction from "@trilum/core/Redaction"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import { optionsOf } from "../src/commands/operation/options.js"
import { isSecret } from "../src/commands/operation/secrets.js"
import { kebab } from "../src/names.js"
import { platforms } from "../src/platforms/Platform.js"
import * as TestIo from "./support/TestIo.js"

const canary = "sk-canary-7d6e5f4a3b2c1d0e"
const clientKey = TestIo.lumnisAt("").LUMNISAI_API_KEY ?? ""

const create = ["lumnis", "external-api-keys", "create", "--provider", "OPENAI_API_KEY"]

describe("parameters that are secret", () => {
  it("are those that the contracts mark or core redacts, and none of them is an option", async () => {
    const found: Array<string> = []
    for (const platform of platforms) {
      for (const entry of await platform.catalog()) {
        const options = new Set(optionsOf(platform, entry).map(({ name }) => name))
        for (const { name } of entry.parameters) {
          const redacted = Redaction.redactor.value({ [name]: "some text" })
          const masked = JSON.stringify(redacted) !== JSON.stringify({ [name]: "some text" })
          const secret = isSecret(entry, name)
          if (masked) expect(secret, `${entry.id}.${name}`).toBe(true)
          if (!secret) continue
          found.push(`${entry.resource}.${entry.name}.${name}`)
          expect(options.has(name.replaceAll("_", "-")), `${entry.id}.${name}`).toBe(false)
          expect(options.has(`${name.replaceAll("_", "-")}-file`), `${entry.id}.${name}`).toBe(true)
        }
      }
    }
    expect(found).toContain("externalApiKeys.create.api_key")
    expect(found.filter((name) => /^mcpServers\.\w+\.(?:env|headers)$/.test(name))).toHaveLength(6)
  })

  it("are refused as --set and in --body, at any depth, for every operation that the contracts mark", async () => {
    let count = 0
    for (const platform of platforms) {
      for (const entry of await platform.catalog()) {
        for (const path of entry.secrets?.params ?? []) {
          count += 1
          const parts = path.split(".")
          const value = parts.reduceRight<unknown>(
            (inner, part) => (part === "*" ? [inner] : { [part]: inner }),
            canary
          )
          const words = [platform.name, kebab(entry.resource), kebab(entry.name)]
          const ids = entry.pathParameters.map(() => "x")
          const env = { LUMNISAI_API_KEY: "k", LVNG_API_KEY: "k", LUML_API_KEY: "k" }
          const body = entry.wholeBody === true ? Object.values(Object(value))[0] : value
          const result = await TestIo.run({ env }, ...words, ...ids, "--raw", "--body", JSON.stringify(body))
          assert.strictEqual(result.code, 2, `${entry.id} ${path}: ${result.stderr}`)
          assert.notInclude(result.stdout + result.stderr, canary)
          if (parts.length > 1) continue
          const set = await TestIo.run({ env }, ...words, ...ids, "--raw", "--set", `${path}=${canary}`)
          assert.strictEqual(set.code, 2, `${entry.id} ${path}`)
          assert.notInclude(set.stdout + set.stderr, canary)
        }
      }
    }
    assert.isAbove(count, 30)
  })

  it("are refused on the command line in every form, and nothing repeats them", async () => {
    const env = TestIo.lumnisAt("http://127.0.0.1:9")
    for (const more of [
      ["--api-key", canary],
      ["--api_key", canary],
      ["--set", `api_key=${canary}`],
      ["--body", JSON.stringify({ api_key: canary })]
    ]) {
      const result = await TestIo.run({ env }, ...create, ...more)
      expect(result.code, more[0]).toBe(2)
      expect(result.stdout + result.stderr).not.toContain(canary)
      const json = await TestIo.run({ env }, ...create, ...more, "--json", "--debug")
      expect(json.stdout + json.stderr).not.toContain(canary)
    }
    const nested = JSON.stringify({ type: "s3", secret_key: canary })
    const result = await TestIo.run(
      { env: { LUML_API_KEY: "k" } },
      "luml",
      "bucket-secrets",
      "create",
      "<id>",
      "--body",
      nested
    )
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('has the secret "secret_key"')
    expect(result.stdout + result.stderr).not.toContain(canary)
  })

  it("credentials are refused as headers", async () => {
    for (const header of ["Authorization: Bearer x", "x-api-key: x", "Cookie: a=b"]) {
      const result = await TestIo.run({ env: { LUMNISAI_API_KEY: "k" } }, "lumnis", "users", "list", "-H", header)
      expect(result.code).toBe(2)
    }
  })

  it.scoped("come from a file, from stdin, from a JSON file or from a person", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ key_id: "1" }))
      const cwd = TestIo.directory()
      writeFileSync(join(cwd, "key"), `${canary}\n`)
      writeFileSync(join(cwd, "body.json"), JSON.stringify({ api_key: canary }))
      const env = TestIo.lumnisAt(server.url)
      const ways: ReadonlyArray<readonly [TestIo.Setup, ReadonlyArray<string>]> = [
        [{}, ["--api-key-file", "key"]],
        [{ stdin: canary }, ["--api-key-file", "-"]],
        [{}, ["--body", "@body.json"]],
        [{ stdin: JSON.stringify({ api_key: canary }) }, ["--body", "-"]],
        [{ stdinTTY: true, secret: canary }, []]
      ]
      for (const [setup, more] of ways) {
        const result = yield* Effect.promise(() => TestIo.run({ cwd, env, ...setup }, ...create, ...more))
        expect(result).toMatchObject({ code: 0, stderr: "" })
        expect(result.stdout).not.toContain(canary)
      }
      expect(server.requests).toHaveLength(ways.length)
      for (const request of server.requests) {
        expect(request.json()).toEqual({ provider: "OPENAI_API_KEY", api_key: canary })
      }
    })
  )

  it("a required secret that is nowhere is named by its file option", async () => {
    const result = await TestIo.run({ env: { LUMNISAI_API_KEY: "k" } }, ...create)
    expect(result.code).toBe(2)
    expect(result.stderr).toContain("missing --api-key-file")
  })
})

describe("a dry run", () => {
  it("shows the request without a secret and sends nothing", async () => {
    const env = TestIo.lumnisAt("http://127.0.0.1:9")
    for (const setup of [{}, { stdoutTTY: true }]) {
      const words = [...create, "--api-key-file", "-", "--dry-run"]
      const result = await TestIo.run({ env, stdin: canary, ...setup }, ...words)
      expect(result).toMatchObject({ code: 0, stderr: "" })
      expect(result.stdout).toContain("POST")
      expect(result.stdout).toContain("/v1/external-api-keys")
      expect(result.stdout).toContain("[REDACTED]")
      expect(result.stdout).not.toContain(canary)
      expect(result.stdout).not.toContain(clientKey)
    }
  })

  it("needs no key", async () => {
    const result = await TestIo.run({}, "lumnis", "users", "list", "--page-size", "5", "--dry-run", "--json")
    expect(result.code).toBe(0)
    expect(JSON.parse(result.stdout)).toMatchObject({
      method: "GET",
      url: "https://api.lumnis.ai/v1/users?page_size=5",
      headers: { authorization: "[REDACTED]" }
    })
  })
})

describe("the client's own key", () => {
  it.scoped("is in no output, whatever the server echoes", () =>
    Effect.gen(function* () {
      const echo = FaultServer.json({ detail: `no such key: ${clientKey}` }, { status: 403 })
      const server = yield* FaultServer.make(() => echo)
      for (const more of [[], ["--json"], ["--debug"], ["--json", "--debug"]]) {
        const setup = { env: TestIo.lumnisAt(server.url) }
        const result = yield* Effect.promise(() => TestIo.run(setup, "lumnis", "users", "list", ...more))
        expect(result.code).toBe(4)
        expect(result.stdout + result.stderr).not.toContain(clientKey)
      }
    })
  )
})

describe("a secret in the path", () => {
  const secret = "invite-token-5f4e3d2c1b0a"
  const words = ["lvng", "invitations", "accept"]

  it.scoped("comes from a file, from stdin or from a person, and is sent in the path", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({}))
      const cwd = TestIo.directory()
      writeFileSync(join(cwd, "token"), `${secret}\n`)
      const env = TestIo.lvngAt(server.url)
      const run = (setup: TestIo.Setup, ...more: ReadonlyArray<string>) =>
        Effect.promise(() => TestIo.run({ cwd, env, ...setup }, ...words, ...more))
      for (const { code } of [
        yield* run({}, "--token-file", "token"),
        yield* run({ stdin: secret }, "--token-file", "-"),
        yield* run({ stdinTTY: true, secret })
      ]) {
        assert.strictEqual(code, 0)
      }
      assert.deepStrictEqual(
        server.requests.map(({ url }) => url),
        Array.from({ length: 3 }, () => `/api/v2/invitations/${secret}/accept`)
      )
    })
  )

  it("is refused as an argument, in words that do not repeat it", async () => {
    const { code, stderr, stdout } = await TestIo.run({ env: { LVNG_API_KEY: "k" } }, ...words, secret)
    assert.strictEqual(code, 2)
    assert.notInclude(stderr + stdout, secret)
    const missing = await TestIo.run({ env: { LVNG_API_KEY: "k" } }, ...words)
    assert.include(missing.stderr, "--token-file")
  })

  it("is shown by no dry run", async () => {
    const setup = { env: { LVNG_API_KEY: "k" }, stdin: secret }
    const { stderr, stdout } = await TestIo.run(setup, ...words, "--token-file", "-", "--dry-run")
    assert.notInclude(stderr + stdout, secret)
  })
})
