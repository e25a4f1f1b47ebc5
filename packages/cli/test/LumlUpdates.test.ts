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
