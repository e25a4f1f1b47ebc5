/** Completion asks the command for words: those it knows, and ids and names of records, which are cached. */
import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, afterEach, assert, beforeAll, describe, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as Artifact from "./support/artifact.js"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
})
afterAll(() => emulator.stop())
afterEach(() => emulator.reset())

const env = () => ({
  ...TestIo.lumnisAt(emulator.urls.lumnis),
  ...TestIo.lvngAt(emulator.urls.lvng),
  ...TestIo.lumlAt(emulator.urls.luml)
})

const setup = () => ({ cwd: TestIo.directory(), env: env() })

const complete = async (given: TestIo.Setup, ...line: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const result = await TestIo.run(given, "__complete", "--", ...line)
  assert.deepStrictEqual({ code: result.code, stderr: result.stderr }, { code: 0, stderr: "" })
  return result.stdout
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => text.split("\t")[0] ?? "")
}

const run = async (...argv: ReadonlyArray<string>): Promise<string> => {
  const { code, stderr, stdout } = await TestIo.run({ env: env() }, ...argv)
  assert.strictEqual(code, 0, stderr)
  return stdout
}

describe("records", () => {
  it("are users, by e-mail address and by id", async () => {
    const { id } = JSON.parse(await run("lumnis", "users", "create", "--email", "ada@example.com"))
    const given = setup()
    assert.deepStrictEqual(await complete(given, "lumnis", "invoke", "Hi", "--user", ""), ["ada@example.com"])
    assert.deepStrictEqual(await complete(given, "lumnis", "invoke", "--user=ad"), ["--user=ada@example.com"])
    assert.deepStrictEqual(await complete(given, "lumnis", "users", "get", id.slice(0, 5)), [id])
    assert.deepStrictEqual(await complete(given, "lumnis", "users", "get", "ada@example.com", ""), [])
  })

  it("are threads of the user that the line names", async () => {
    for (const email of ["ada@example.com", "bob@example.com"]) {
      await run("lumnis", "users", "create", "--email", email)
      await run("lumnis", "invoke", "Hello", "--user", email)
    }
    const list = JSON.parse(await run("lumnis", "threads", "list", "--user", "ada@example.com"))
    const ids = list.threads.map(({ thread_id }: { readonly thread_id: string }) => thread_id)
    assert.lengthOf(ids, 1)
    assert.deepStrictEqual(await complete(setup(), "lumnis", "threads", "get", "--user", "ada@example.com", ""), ids)
  })

  it("are agents, by id with their names beside", async () => {
    const made = JSON.parse(await run("lvng", "agents", "create", "--name", "Scout", "--body", "{}"))
    const { stdout } = await TestIo.run(setup(), "__complete", "--", "lvng", "chat", "Hi", "--agent", "")
    const id = made.id ?? made.agent?.id ?? made.data?.id
    assert.include(stdout, `${id}\tScout\n`)
    assert.include(await complete(setup(), "lvng", "agents", "get", ""), id)
  })

  it("are artifacts, collections and orbits, by name", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 1000)
    const given = { cwd, env: env() }
    const uploaded = await TestIo.run(given, "luml", "artifacts", "upload", "a.luml", "--name", "churn v1")
    assert.strictEqual(uploaded.code, 0, uploaded.stderr)
    assert.deepStrictEqual(await complete(given, "luml", "artifacts", "get", "ch"), ["churn v1"])
    assert.deepStrictEqual(await complete(given, "luml", "artifacts", "get", '"churn v'), ["churn v1"])
    assert.lengthOf(await complete(given, "luml", "artifacts", "list", "--collection", ""), 1)
    assert.lengthOf(await complete(given, "luml", "artifacts", "list", "--orbit", ""), 1)
    // The place of a generated command is left out.
    const [organization] = JSON.parse((await TestIo.run(given, "luml", "organizations", "list")).stdout)
    const [orbit] = JSON.parse((await TestIo.run(given, "luml", "orbits", "list")).stdout)
    const track = ["--name", "churn", "--artifact-type", "dataset"]
    assert.strictEqual((await TestIo.run(given, "luml", "tracks", "create", ...track)).code, 0)
    assert.deepStrictEqual(await complete(given, "luml", "tracks", "get", "ch"), ["churn"])
    assert.deepStrictEqual(await complete(given, "luml", "tracks", "get", organization.id, orbit.id, "ch"), ["churn"])
  })
})

describe("the cache", () => {
  it("answers without a request until it is old, and is private", async () => {
    await run("lumnis", "users", "create", "--email", "ada@example.com")
    const given = setup()
    const io = TestIo.make(given)
    const at = (now: number) =>
      TestIo.runWith({ ...TestIo.make(given), now: () => now }, "__complete", "--", "lumnis", "users", "get", "")
    const start = io.now()
    emulator.clearRequests()
    assert.include((await at(start)).stdout, "ada@example.com")
    const asked = emulator.requests().length
    assert.isAbove(asked, 0)
    assert.include((await at(start + 60_000)).stdout, "ada@example.com")
    assert.lengthOf(emulator.requests(), asked)
    assert.include((await at(start + 180_000)).stdout, "ada@example.com")
    assert.lengthOf(emulator.requests(), 2 * asked)
    const folder = join(given.cwd, ".cache", "trilum", "completion")
    assert.notInclude(readdirSync(folder).join(), "lmn_live")
  })

  it("does not mix servers, keys or places", async () => {
    await run("lumnis", "users", "create", "--email", "ada@example.com")
    const given = setup()
    assert.lengthOf(await complete(given, "lumnis", "users", "get", ""), 1)
    const other = { ...given, env: { ...given.env, LUMNISAI_API_KEY: "another" } }
    emulator.clearRequests()
    await complete(other, "lumnis", "users", "get", "")
    assert.isAbove(emulator.requests().length, 0)
  })
})

describe("what fails", () => {
  it("gives no words, asks nothing and says nothing", async () => {
    const away = { ...setup(), env: TestIo.lumnisAt("http://127.0.0.1:9"), stdinTTY: true, stderrTTY: true }
    assert.deepStrictEqual(await complete(away, "lumnis", "users", "get", ""), [])
    const keyless = { cwd: TestIo.directory(), env: {}, stdinTTY: true, stderrTTY: true }
    assert.deepStrictEqual(await complete(keyless, "lumnis", "users", "get", ""), [])
    assert.deepStrictEqual(await complete(keyless, "luml", "artifacts", "get", ""), [])
  })

  it("works where nothing can be kept", async () => {
    await run("lumnis", "users", "create", "--email", "ada@example.com")
    const file = join(TestIo.directory(), "file")
    writeFileSync(file, "")
    const given = { ...setup(), env: { ...env(), XDG_CACHE_HOME: file } }
    assert.deepStrictEqual(await complete(given, "lumnis", "users", "get", ""), ["ada@example.com"])
  })

  it("leaves files to the shell", async () => {
    for (const line of [
      ["luml", "artifacts", "upload", ""],
      ["lumnis", "invoke", "--batch", ""],
      ["lumnis", "users", "list", "-o", ""]
    ]) {
      assert.deepStrictEqual(await complete(setup(), ...line), [":files"], line.join(" "))
    }
    assert.deepStrictEqual(await complete(setup(), "lumnis", "users", "list", "--output", "y"), ["yaml"])
  })
})
