/** Names in place of ids, in generated commands of LUML too: the request has the ids, and a wrong name sends no change. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import { createLuml, type LumlPromise } from "@trilum/luml/promise"
import { platforms } from "../src/platforms/Platform.js"
import * as Artifact from "./support/artifact.js"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
let client: LumlPromise
let artifactId: string
let trackId: string
let orbit: string

const cwd = TestIo.directory()

const luml = (...words: ReadonlyArray<string>) =>
  TestIo.run({ cwd, env: TestIo.lumlAt(emulator.urls.luml) }, "luml", ...words)

const json = async (...words: ReadonlyArray<string>) => {
  const { code, stderr, stdout } = await luml(...words, "--json")
  assert.strictEqual(code, 0, `${words.join(" ")}: ${stderr}`)
  return stdout === "" ? undefined : JSON.parse(stdout)
}

beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
  const { LUML_API_KEY: apiKey = "" } = TestIo.lumlAt(emulator.urls.luml)
  client = createLuml({ baseUrl: emulator.urls.luml, apiKey })
  const [first] = await client.orbits.list()
  orbit = first?.name ?? ""
  for (const words of [
    ["luml.collection", "main"],
    ["luml.orbit", orbit]
  ]) {
    await TestIo.run({ cwd }, "config", "set", ...words)
  }
  Artifact.write(cwd, "churn.luml", 1000)
  artifactId = (await json("artifacts", "upload", "churn.luml", "--name", "churn-v1")).artifact.id
  const track = {
    name: "churn",
    artifact_type: "dataset",
    stages: ["staging", "production"]
  } as const
  trackId = (await client.tracks.create(track)).id
})

afterAll(async () => {
  await client.close()
  await emulator.stop()
})

describe("generated commands of LUML", () => {
  it("take names for tracks, artifacts, stages and versions, with the place of the settings", async () => {
    const entry = await json("track-entries", "create", "churn", "--artifact-id", "churn-v1", "--stage-id", "staging")
    assert.deepInclude(entry, { track_id: trackId, artifact_id: artifactId, version: 1 })
    assert.strictEqual((await json("track-entries", "get", "churn", "1")).id, entry.id)
    assert.strictEqual((await json("track-entries", "get-by-stage", "churn", "--stage-id", "staging")).id, entry.id)
    await json("track-entries", "update", "churn", "1", "--stage-id", "production")
    const at = await json("track-entries", "list", "churn", "--stage", "production")
    assert.strictEqual(at.items[0].id, entry.id)
    assert.strictEqual((await json("tracks", "get", "churn")).id, trackId)
    await json("track-entries", "delete-many", "churn", "--entry-ids", "1", "--yes")
    assert.lengthOf((await json("track-entries", "list", "churn")).items, 0)
  })

  it("take names for collections, orbits, organizations, buckets and secrets", async () => {
    const [organization] = await json("organizations", "list")
    const collection = await json("collections", "get", "main")
    assert.strictEqual((await json("collections", "get", collection.id)).name, "main")
    const listed = await json("artifacts", "list", "--collection-ids", "main", "--limit", "5", "--raw")
    assert.lengthOf(listed.items, 1)
    const url = await json("artifacts", "download-url", "churn-v1")
    assert.match(url.url, /^http/)
    assert.strictEqual((await json("orbits", "get", orbit)).name, orbit)
    assert.strictEqual((await json("orbits", "get", organization.name, orbit)).name, orbit)
    const [bucket] = await json("bucket-secrets", "list")
    assert.strictEqual((await json("bucket-secrets", "get", bucket.bucket_name)).id, bucket.id)
    await json("orbits", "update", orbit, "--bucket-secret-id", bucket.bucket_name)
    const secret = await client.orbitSecrets.create({ name: "token", value: "v" }, { orbit })
    assert.strictEqual((await json("orbit-secrets", "get", "token", "--orbit", orbit)).id, secret.id)
  })

  it("take the place before the record, by names or ids, but not in both ways", async () => {
    const [organization] = await json("organizations", "list")
    const [first] = await json("orbits", "list")
    const words = ["tracks", "get", organization.id, first.name, "churn"]
    assert.strictEqual((await json(...words)).id, trackId)
    const twice = await luml(...words, "--orbit", orbit)
    assert.strictEqual(twice.code, 2)
    assert.include(twice.stderr, "give one of the two")
    const some = await luml("tracks", "get", first.name, "churn")
    assert.strictEqual(some.code, 2)
    assert.include(some.stderr, "missing <track_id>")
  })

  it("an unknown name is 5 and lists what there is; an ambiguous one lists its candidates; nothing is changed", async () => {
    const stage = await luml("track-entries", "create", "churn", "--artifact-id", "churn-v1", "--stage-id", "live")
    assert.strictEqual(stage.code, 5)
    assert.include(stage.stderr, 'there are "staging", "production"')
    const nowhere = await luml("tracks", "delete", "churn", "--orbit", "nowhere", "--yes")
    assert.strictEqual(nowhere.code, 5)
    assert.include(nowhere.stderr, JSON.stringify(orbit))
    const twins = [await client.tracks.create({ name: "twin", artifact_type: "model" }, { orbit })]
    twins.push(await client.tracks.create({ name: "twin", artifact_type: "model" }, { orbit }))
    const ambiguous = await luml("tracks", "delete", "twin", "--orbit", orbit, "--yes")
    assert.notStrictEqual(ambiguous.code, 0)
    for (const { id } of twins) assert.include(ambiguous.stderr, id)
    assert.lengthOf((await json("tracks", "list")).items, 3)
  })

  it("never take the default place for the record that they are about", async () => {
    for (const words of [
      ["organizations", "delete", "--yes"],
      ["orbits", "delete", "--yes"],
      ["collections", "delete", "--yes"]
    ]) {
      assert.strictEqual((await luml(...words)).code, 2, words.join(" "))
      // An operation for user sessions ends before its input is read.
      assert.include([2, 4], (await luml(...words, "")).code, words.join(" "))
    }
  })

  it("say in their help which ids may be left out", async () => {
    const { stdout } = await luml("track-entries", "get", "--help")
    assert.include(stdout, "Usage:\n  trilum luml track-entries get [organization_id] [orbit_id] <track_id> <entry_id>")
    assert.include(stdout, "left out: --orbit")
    assert.include(stdout, "--orbit ID|NAME")
    assert.include(stdout, "trilum luml track-entries get TRACK_ID ENTRY_ID\n")
  })
})

describe("a command made by hand", () => {
  it("is not mistaken for the operation of its name by the options of the place", async () => {
    assert.lengthOf(await json("artifacts", "list", "--orbit", orbit, "--collection", "main"), 1)
    assert.strictEqual((await json("artifacts", "get", "churn-v1", "--collection", "main")).id, artifactId)
  })

  it("gives way to the operation for options of the operation alone, and for all of its ids", async () => {
    const [organization] = await json("organizations", "list")
    const [first] = await json("orbits", "list")
    assert.isArray((await json("artifacts", "list", "--sort-by", "name")).items)
    assert.isArray((await json("artifacts", "list", organization.id, first.id)).items)
  })
})

describe("a user of Lumnis AI", () => {
  it("is an id or an e-mail, as an argument, an option or a setting", async () => {
    const home = TestIo.directory()
    const lumnis = (...words: ReadonlyArray<string>) =>
      TestIo.run({ cwd: home, env: TestIo.lumnisAt(emulator.urls.lumnis) }, "lumnis", ...words)
    const created = JSON.parse((await lumnis("users", "create", "--email", "ada@example.com")).stdout)
    for (const user of [created.id, "ada@example.com"]) {
      assert.strictEqual(JSON.parse((await lumnis("users", "get", user)).stdout).id, created.id)
      assert.strictEqual((await lumnis("integrations", "list-connections", user)).code, 0)
      assert.strictEqual((await lumnis("integrations", "list-connections", "--user", user)).code, 0)
      assert.strictEqual((await lumnis("threads", "list", "--user", user)).code, 0)
    }
    const none = await lumnis("integrations", "list-connections")
    assert.deepStrictEqual([none.code, none.stderr.includes("missing <user_id>")], [2, true])
    await TestIo.run({ cwd: home }, "config", "set", "lumnis.user", "ada@example.com")
    assert.strictEqual((await lumnis("integrations", "list-connections")).code, 0)
  })
})

it("every operation of LUML with a place in its path takes it from options", async () => {
  const catalog = (await platforms.find(({ name }) => name === "luml")?.catalog()) ?? []
  for (const entry of catalog) {
    const places = entry.pathParameters.filter(({ name }) => /^(?:organization|orbit|collection)_id$/.test(name))
    if (places.length === 0) continue
    const { stdout } = await TestIo.run({}, "luml", entry.resource, entry.name, "--raw", "--help")
    const own = places.filter(({ name }) => stdout.includes(`<${name}>`))
    assert.isAtMost(own.length, 1, entry.id)
    for (const { name } of places) {
      if (own.some((each) => each.name === name)) continue
      assert.include(stdout, `--${name.replace("_id", "")} ID|NAME`, entry.id)
    }
  }
})
