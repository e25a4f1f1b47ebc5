import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, afterEach, assert, beforeAll, describe, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
})
afterAll(() => emulator.stop())
afterEach(() => emulator.reset())

const luml = async (...argv: ReadonlyArray<string>) => {
  const result = await TestIo.run({ env: TestIo.lumlAt(emulator.urls.luml) }, "luml", ...argv, "--json")
  return { ...result, value: result.code === 0 && result.stdout !== "" ? JSON.parse(result.stdout) : undefined }
}

const place = async (): Promise<readonly [string, string]> => {
  const { value: organizations } = await luml("organizations", "list")
  const organization = String(organizations[0].id)
  const { value: orbits } = await luml("orbits", "list", organization, "--raw")
  return [organization, String(orbits[0].id)]
}

describe("updates whose PATCH replaces what is left out", () => {
  it("a collection keeps its tags and description when only its name is given", async () => {
    const at = await place()
    const words = ["--name", "a", "--description", "d", "--type", "model", "--tags", "x", "--tags", "y"]
    const { stderr, value } = await luml("collections", "create", ...at, "--raw", ...words)
    assert.strictEqual(stderr, "")
    const changed = await luml("collections", "update", ...at, value.id, "--name", "b")
    assert.strictEqual(changed.stderr, "")
    assert.deepInclude(changed.value, { id: value.id, name: "b", description: "d", tags: ["x", "y"] })
  })

  it("an update of a bucket without its keys sends no PATCH", async () => {
    const result = await luml("bucket-secrets", "update", "o", "s", "--bucket-name", "b", "--retries", "0")
    assert.notStrictEqual(result.code, 0)
    assert.notInclude(
      emulator.requests().map(({ method }) => method),
      "PATCH"
    )
  })

  it("an update of a track entry without a stage sends nothing", async () => {
    const result = await luml("track-entries", "update", "o", "b", "t", "e")
    assert.strictEqual(result.code, 2)
    assert.include(result.stderr, "stage_id is missing")
    assert.lengthOf(emulator.requests(), 0)
  })
})

describe("a bucket", () => {
  it("is tested before its secret is stored, unless --no-test", async () => {
    const [organization] = await place()
    const cwd = TestIo.directory()
    const bucket = {
      type: "s3",
      endpoint: "127.0.0.1:9",
      bucket_name: "nowhere",
      access_key: "a",
      secret_key: "s",
      region: "x",
      secure: false
    }
    writeFileSync(join(cwd, "bucket.json"), JSON.stringify(bucket))
    const env = TestIo.lumlAt(emulator.urls.luml)
    const create = (...more: ReadonlyArray<string>) =>
      TestIo.run({ cwd, env }, "luml", "bucket-secrets", "create", organization, "--body", "@bucket.json", ...more)
    const sent = () => emulator.requests().flatMap(({ method, operation }) => (method === "POST" ? [operation] : []))
    emulator.clearRequests()
    const tested = await create("--retries", "0")
    assert.notStrictEqual(tested.code, 0)
    assert.notInclude(sent(), "createBucketSecret")
    assert.include(sent(), "getBucketConnectionUrls")
    emulator.clearRequests()
    const stored = await create("--no-test")
    assert.strictEqual(stored.code, 0, stored.stderr)
    assert.deepStrictEqual(sent(), ["createBucketSecret"])
    assert.strictEqual((await create("--no-test", "--overwrite-test-file")).code, 2)
    emulator.clearRequests()
    const renamed = await luml(
      "bucket-secrets",
      "update",
      "nowhere",
      "--body",
      JSON.stringify({ region: "y" }),
      "--no-test"
    )
    // The server forgets keys that an update leaves out, so the library asks for them.
    assert.strictEqual(renamed.code, 2)
  })
})
