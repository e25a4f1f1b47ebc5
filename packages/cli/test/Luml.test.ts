import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, afterEach, assert, beforeAll, describe, expect, it, vi } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Artifact from "./support/artifact.js"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
})
afterAll(() => emulator.stop())
afterEach(() => emulator.reset())

const env = () => TestIo.lumlAt(emulator.urls.luml)

const luml = (setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
  TestIo.run({ ...setup, env: { ...env(), ...setup.env } }, "luml", ...argv)

const words = (line: string): ReadonlyArray<string> => line.split(" ")

const artifacts = (cwd: string, ...argv: ReadonlyArray<string>) => luml({ cwd }, "artifacts", ...argv)

const recordsOf = (text: string): ReadonlyArray<Record<string, unknown>> => JSON.parse(text)

const lines = (text: string): ReadonlyArray<Record<string, unknown>> =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))

const operations = () => emulator.requests().map(({ operation }) => operation)

const journalOf = (cwd: string): string =>
  readdirSync(cwd)
    .filter((name) => name !== "a.luml")
    .map((name) => readFileSync(join(cwd, name), "utf8"))
    .join("")

const uploaded = async (cwd: string, ...files: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const result = await artifacts(cwd, "upload", ...files, "--concurrency", "1")
  expect(result.code).toBe(0)
  return result.stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "")
}

describe("luml artifacts upload and download", () => {
  it("bring the same bytes there and back", async () => {
    const cwd = TestIo.directory()
    const sha256 = Artifact.write(cwd, "a.luml", 200_000)
    const up = await artifacts(
      cwd,
      "upload",
      "a.luml",
      "--name",
      "first",
      "--tag",
      "x",
      "--tag",
      "y",
      "--description",
      "d"
    )
    expect(up).toMatchObject({ code: 0, stderr: expect.stringMatching(/^uploaded a\.luml: 20\d kB in \d+s/) })
    const [id, file] = up.stdout.trimEnd().split("\t")
    expect(file).toBe("a.luml")
    expect((await emulator.storage()).objects).toMatchObject([{ sha256 }])
    const record = JSON.parse((await artifacts(cwd, "get", "first", "--json")).stdout)
    expect(record).toMatchObject({
      id,
      name: "first",
      tags: ["x", "y"],
      description: "d",
      file_hash: sha256,
      status: "uploaded"
    })

    const down = await artifacts(cwd, "download", "first", "-o", "copy.luml")
    expect(down).toMatchObject({ code: 0, stdout: `${join(cwd, "copy.luml")}\n` })
    expect(Artifact.sha256(readFileSync(join(cwd, "copy.luml")))).toBe(sha256)
    const piped = await artifacts(cwd, "download", "first", "-o", "-")
    expect(Artifact.sha256(piped.bytes)).toBe(sha256)
    expect(readdirSync(cwd).sort()).toEqual(["a.luml", "copy.luml"])
  })

  it("with --json are one object a line, with --progress also on the way", async () => {
    const cwd = TestIo.directory()
    const sha256 = Artifact.write(cwd, "a.luml", 10_000)
    const up = await artifacts(cwd, "upload", "a.luml", "--json")
    expect(up.stderr).toBe("")
    expect(lines(up.stdout)).toMatchObject([{ type: "uploaded", file: "a.luml", artifact: { file_hash: sha256 } }])
    const down = lines((await artifacts(cwd, "download", "a.luml", "-o", "b.luml", "--json", "--progress")).stdout)
    expect(down.at(-1)).toMatchObject({ type: "downloaded", artifact: "a.luml", sha256, path: join(cwd, "b.luml") })
    expect(down.slice(0, -1).length).toBeGreaterThan(0)
    expect(down.slice(0, -1).every(({ type }) => type === "progress")).toBe(true)
  })

  it("take many files, and each failure by itself", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 1000)
    Artifact.write(cwd, "b.luml", 1000)
    writeFileSync(join(cwd, "no.luml"), "this is no archive")
    const up = await artifacts(cwd, "upload", "a.luml", "no.luml", "b.luml", "a.luml", "--concurrency", "3")
    expect(up.code).toBe(1)
    expect(up.stdout.trimEnd().split("\n")).toHaveLength(2)
    expect(up.stderr).toContain("failed: no.luml: ")
    expect(up.stderr).toContain("1 of 3 files failed, 2 uploaded")
    expect(operations().filter((operation) => operation === "createArtifact")).toHaveLength(2)

    const down = await artifacts(cwd, "download", "a.luml", "none", "b.luml", "-o", "out", "--json")
    expect(down.code).toBe(1)
    expect(
      lines(down.stdout)
        .map(({ artifact, type }) => [type, artifact])
        .sort()
    ).toEqual([
      ["downloaded", "a.luml"],
      ["downloaded", "b.luml"],
      ["failed", "none"]
    ])
    expect(JSON.parse(down.stderr).error).toMatchObject({ type: "PartialFailure", exit_code: 1 })
    expect(readdirSync(join(cwd, "out")).sort()).toEqual(["a.luml", "b.luml"])
  })

  it("have the exit code of a single failure, or of failures that are all alike", async () => {
    const cwd = TestIo.directory()
    writeFileSync(join(cwd, "no.luml"), "this is no archive")
    writeFileSync(join(cwd, "notes.txt"), "text")
    expect((await artifacts(cwd, "upload", "no.luml")).code).toBe(1)
    expect((await artifacts(cwd, "upload", "notes.txt")).code).toBe(2)
    expect((await artifacts(cwd, "upload", "none.luml")).code).toBe(2)
    expect(emulator.requests()).toEqual([])
    expect((await artifacts(cwd, "download", "none")).code).toBe(5)
    expect((await artifacts(cwd, "download", "none", "neither")).code).toBe(5)
    expect((await artifacts(cwd, "get", "none")).code).toBe(5)
    expect((await artifacts(cwd, "list", "--collection", "elsewhere")).code).toBe(5)
    expect((await luml({ env: { LUML_API_KEY: "" } }, "artifacts", "list")).code).toBe(4)
  })

  it("never write two artifacts into one file", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 1000)
    const [first = ""] = await uploaded(cwd, "a.luml")
    const sha256 = Artifact.write(cwd, "a.luml", 1000)
    const [second = ""] = await uploaded(cwd, "a.luml")
    const both = await artifacts(cwd, "download", second, first, "-o", "out/")
    expect(both.code).toBe(1)
    expect(both.stderr).toContain(`${second} has the same file name`)
    expect(Artifact.sha256(readFileSync(join(cwd, "out", "a.luml")))).toBe(sha256)
    const named = await artifacts(cwd, "download", "a.luml")
    expect(named.code).toBe(1)
    expect(named.stderr).toContain("Use the id of one")
  })

  it("leave a file alone that must not be replaced, and nothing of one that is damaged", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 5000)
    const [id = ""] = await uploaded(cwd, "a.luml")
    writeFileSync(join(cwd, "mine"), "mine")
    expect((await artifacts(cwd, "download", id, "-o", "mine", "--no-overwrite")).code).toBe(1)
    expect(readFileSync(join(cwd, "mine"), "utf8")).toBe("mine")
    emulator.fault({ match: { platform: "storage", method: "GET" }, truncate: 100 })
    const damaged = await artifacts(cwd, "download", id, "-o", "damaged", "--no-resume")
    expect(damaged.code).toBe(1)
    expect(existsSync(join(cwd, "damaged"))).toBe(false)
  })

  it("replace a file only with --overwrite, or when a person agrees, as downloads of Lumnis do", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 5000)
    const [id = ""] = await uploaded(cwd, "a.luml")
    writeFileSync(join(cwd, "a.luml"), "mine")
    const rejected = await artifacts(cwd, "download", id)
    assert.strictEqual(rejected.code, 1)
    assert.include(rejected.stderr, "--overwrite")
    assert.strictEqual(readFileSync(join(cwd, "a.luml"), "utf8"), "mine")
    assert.strictEqual((await artifacts(cwd, "download", id, "--overwrite")).code, 0)
    assert.isAbove(readFileSync(join(cwd, "a.luml")).length, 5000)
    writeFileSync(join(cwd, "named"), "mine")
    const named = await artifacts(cwd, "download", id, "-o", "named")
    assert.deepStrictEqual([named.code, named.stderr.includes("--overwrite")], [1, true])
    const person = { cwd, stdinTTY: true, stdoutTTY: true, stderrTTY: true }
    const asked = (line: string, ...words: ReadonlyArray<string>) =>
      luml({ ...person, lines: [line] }, "artifacts", "download", id, "-o", "named", ...words)
    assert.strictEqual((await asked("n")).code, 1)
    assert.strictEqual((await asked("y", "--no-input")).code, 1)
    const member = ["--member", "manifest.json"]
    assert.strictEqual((await artifacts(cwd, "download", id, "-o", "named", ...member)).code, 1)
    assert.strictEqual(readFileSync(join(cwd, "named"), "utf8"), "mine")
    assert.strictEqual((await asked("y")).code, 0)
    assert.isAbove(readFileSync(join(cwd, "named")).length, 5000)
  })

  it("leave out what is there already when asked to, by its content", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 1000)
    Artifact.write(cwd, "b.luml", 1000)
    const [first] = await uploaded(cwd, "a.luml")
    const types = (text: string) => Object.fromEntries(lines(text).map(({ file, path, type }) => [file ?? path, type]))
    const second = await artifacts(cwd, "upload", "a.luml", "b.luml", "--skip-existing", "--json")
    expect(types(second.stdout)).toEqual({ "a.luml": "skipped", "b.luml": "uploaded" })
    expect(lines(second.stdout)).toContainEqual({
      type: "skipped",
      file: "a.luml",
      artifact: expect.objectContaining({ id: first })
    })
    // The same name and size, other bytes.
    Artifact.write(cwd, "a.luml", 1000)
    const changed = await artifacts(cwd, "upload", "a.luml", "--skip-existing", "--json")
    expect(types(changed.stdout)).toEqual({ "a.luml": "uploaded" })

    const out = join(cwd, "out")
    const down = (...more: ReadonlyArray<string>) =>
      artifacts(cwd, "download", first ?? "", "b.luml", "-o", "out/", "--json", ...more)
    expect((await down()).code).toBe(0)
    writeFileSync(join(out, "a.luml"), Buffer.alloc(readFileSync(join(out, "a.luml")).length))
    expect(types((await down("--skip-existing", "--overwrite")).stdout)).toEqual({
      [join(out, "a.luml")]: "downloaded",
      [join(out, "b.luml")]: "skipped"
    })
  })

  it("read one member without the rest", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 5000)
    await uploaded(cwd, "a.luml")
    const member = await artifacts(cwd, "download", "a.luml", "--member", "manifest.json")
    expect(JSON.parse(member.stdout)).toMatchObject({ name: "numbers" })
    await artifacts(cwd, "download", "a.luml", "--member", "manifest.json", "-o", "m.json")
    expect(readFileSync(join(cwd, "m.json"), "utf8")).toBe(member.stdout)
    expect((await artifacts(cwd, "download", "a.luml", "--member", "none")).code).toBe(5)
  })

  it("refuse options that do not go together", async () => {
    const cwd = TestIo.directory()
    const tty = { cwd, stdoutTTY: true }
    for (const result of [
      await artifacts(cwd, "upload", "a.luml", "b.luml", "--name", "x"),
      await artifacts(cwd, "upload", "a.luml", "--type", "modle"),
      await artifacts(cwd, "upload", "a.luml", "--concurrency", "0"),
      await artifacts(cwd, "download", "a", "b", "-o", "-"),
      await artifacts(cwd, "download", "a", "b", "--member", "m"),
      await luml(tty, "artifacts", "download", "a", "-o", "-"),
      await artifacts(cwd, "download", "a", "--parts", "none"),
      await artifacts(cwd, "list", "--type", "modle")
    ]) {
      expect(result).toMatchObject({ code: 2, stdout: "" })
    }
    expect(emulator.requests()).toEqual([])
  })

  it("draw bars for a person, take them away, and draw none in CI", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 3_000_000)
    emulator.fault({ match: { platform: "storage", method: "PUT" }, latency: 400 })
    const tty = { cwd, stderrTTY: true, columns: 100 }
    const person = await luml(tty, "artifacts", "upload", "a.luml")
    expect(person.code).toBe(0)
    expect(person.stderr).toMatch(/a\.luml +[█░]{20} +\d+% {2}\S+ \S+\/3\.0 MB .*ETA /)
    expect(person.stderr.split("\u001b[?25l")).toHaveLength(2)
    expect(person.stderr.endsWith("\u001b[?25h")).toBe(true)
    const machine = await luml({ ...tty, env: { CI: "true" } }, "artifacts", "upload", "a.luml")
    expect(machine.stderr).not.toContain("\u001b[")
    const silenced = await luml(tty, "artifacts", "upload", "a.luml", "--no-progress")
    expect(silenced.stderr).not.toContain("\u001b[")
  })

  it("an interrupted upload exits 130 and goes on from there", async () => {
    const own = await startEmulator({ pace: 0, luml: { multipart: { threshold: 1, partSize: 100_000 } } })
    try {
      const cwd = TestIo.directory()
      const sha256 = Artifact.write(cwd, "a.luml", 950_000)
      own.fault({ match: { platform: "storage", method: "PUT" }, skip: 4, latency: 60_000, times: 1 })
      const io = TestIo.make({ cwd, env: TestIo.lumlAt(own.urls.luml) })
      const argv = ["luml", "artifacts", "upload", "a.luml", "--parts", "1"]
      const running = TestIo.runWith(io, ...argv)
      // Noted by the command: four parts of ten are there.
      await vi.waitFor(() => expect(journalOf(cwd).match(/"part"/g)).toHaveLength(4), { timeout: 10_000 })
      io.send("SIGINT")
      const result = await running
      expect(result.code).toBe(130)
      expect(result.stderr).toContain("the same command again goes on")
      own.clearRequests()
      own.clearFaults()
      const second = await TestIo.run({ cwd, env: TestIo.lumlAt(own.urls.luml) }, ...argv)
      expect(second.code).toBe(0)
      expect((await own.storage()).objects).toMatchObject([{ sha256 }])
      const sent = own.requests().filter(({ method, platform }) => platform === "storage" && method === "PUT")
      expect(sent).toHaveLength(10 - 4)
      expect(readdirSync(cwd)).toEqual(["a.luml"])
    } finally {
      await own.stop()
    }
  })

  it("an interrupted upload in one piece starts anew, says so, and leaves no second record", async () => {
    const own = await startEmulator({ pace: 0 })
    try {
      const cwd = TestIo.directory()
      Artifact.write(cwd, "a.luml", 950_000)
      own.fault({ match: { platform: "storage", method: "PUT" }, latency: 60_000, times: 1 })
      const io = TestIo.make({ cwd, env: TestIo.lumlAt(own.urls.luml) })
      const at = ["--collection", "main"]
      const argv = ["luml", "artifacts", "upload", "a.luml", ...at]
      const running = TestIo.runWith(io, ...argv)
      const isSending = () => own.requests().some(({ method, platform }) => platform === "storage" && method === "PUT")
      await vi.waitFor(() => assert.isTrue(isSending()), { timeout: 10_000 })
      io.send("SIGINT")
      const { code, stderr } = await running
      assert.strictEqual(code, 130)
      assert.include(stderr, "starts an upload in one piece anew")
      own.clearFaults()
      const second = await TestIo.run({ cwd, env: TestIo.lumlAt(own.urls.luml) }, ...argv)
      assert.strictEqual(second.code, 0)
      const env = TestIo.lumlAt(own.urls.luml)
      const { stdout } = await TestIo.run({ env }, "luml", "artifacts", "list", "--json", ...at)
      assert.lengthOf(JSON.parse(stdout), 1)
      const download = ["luml", "artifacts", "download", "a.luml", ...at, "-o", "b.luml"]
      assert.strictEqual((await TestIo.run({ cwd, env }, ...download)).code, 0)
      assert.sameMembers(readdirSync(cwd), ["a.luml", "b.luml"])
    } finally {
      await own.stop()
    }
  })
})

describe("luml artifacts list, inspect and delete", () => {
  it("list as a table, as one array in a pipe, and as lines on request", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 1000)
    Artifact.write(cwd, "b.dfs", 2000)
    await uploaded(cwd, "a.luml", "b.dfs")
    const sorted = ["list", "--sort", "name", "--order", "asc"]
    const piped = await artifacts(cwd, ...sorted)
    expect(recordsOf(piped.stdout).map(({ name }) => name)).toEqual(["a.luml", "b.dfs"])
    expect((await artifacts(cwd, ...sorted, "--json")).stdout).toBe(piped.stdout)
    expect(lines((await artifacts(cwd, ...sorted, "--output", "ndjson")).stdout)).toEqual(recordsOf(piped.stdout))
    expect((await artifacts(cwd, "list", "--search", "zebra")).stdout).toBe("[]\n")
    const json = JSON.parse((await artifacts(cwd, "list", "--json", "--limit", "1", "--sort", "name")).stdout)
    expect(json.map(({ name }: { name: string }) => name)).toEqual(["b.dfs"])
    const table = await luml({ cwd, stdoutTTY: true, columns: 120, env: { NO_COLOR: "1" } }, "artifacts", "list")
    expect(table.stdout).toMatch(/^ID +NAME +TYPE +SIZE +STATUS +CREATED\n/)
    expect(table.stdout).toMatch(/a\.luml +dataset +\d\.\d kB +uploaded/)
    const nothing = await luml({ cwd, stdoutTTY: true }, "artifacts", "list", "--search", "zebra")
    expect(nothing).toMatchObject({ code: 0, stdout: "", stderr: "nothing found\n" })
  })

  it("inspect needs no key and sends nothing", async () => {
    const file = fileURLToPath(new URL("../../../fixtures/luml/linreg.fnnx", import.meta.url))
    const expected = JSON.parse(readFileSync(`${file}.expected.json`, "utf8"))
    const nobody = { env: { LUML_API_KEY: "" } }
    const found = JSON.parse((await luml(nobody, "artifacts", "inspect", file)).stdout)
    expect(found.file_hash).toBe(Artifact.sha256(readFileSync(file)))
    expect(Object.entries(expected)).toEqual(
      expect.arrayContaining([
        ["file_hash", found.file_hash],
        ["size", found.size]
      ])
    )
    const person = await luml({ ...nobody, stdoutTTY: true }, "artifacts", "inspect", file)
    expect(person.stdout).toContain(found.file_hash)
    const bad = await luml(nobody, "artifacts", "inspect", join(file, "../bad/truncated.luml"))
    expect(bad).toMatchObject({ code: 1, stdout: "" })
    expect(emulator.requests()).toEqual([])
  })

  it("inspect says of every fixture what is expected, byte for byte, and of the bad ones why", async () => {
    const fixtures = fileURLToPath(new URL("../../../fixtures/luml/", import.meta.url))
    const files = ["", "bad"]
      .flatMap((folder) => readdirSync(join(fixtures, folder)).map((name) => join(folder, name)))
      .filter((name) => name.endsWith(".expected.json"))
    expect(files).toHaveLength(18)
    for (const name of files) {
      const text = readFileSync(join(fixtures, name), "utf8")
      const expected = JSON.parse(text)
      const file = join(fixtures, name.replace(/\.expected\.json$/, ""))
      const result = await luml({ env: { LUML_API_KEY: "" } }, "artifacts", "inspect", file, "--json")
      if (expected.client_error !== undefined) {
        expect(result).toMatchObject({ code: expect.toSatisfy((code) => code > 0), stdout: "" })
        expect(JSON.parse(result.stderr).error.code).toBe(expected.client_error.toUpperCase())
        continue
      }
      // What only the server knows comes from the expected file.
      const found = JSON.parse(result.stdout)
      const merged = Object.fromEntries(
        Object.entries(expected).map(([key, value]) => [key, key in found ? found[key] : value])
      )
      expect(`${JSON.stringify(merged, undefined, 1)}\n`).toBe(text)
    }
    expect(emulator.requests()).toEqual([])
  })

  it("delete takes bytes and record", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 1000)
    const [id = ""] = await uploaded(cwd, "a.luml")
    const gone = await artifacts(cwd, "delete", "a.luml", "--yes")
    expect(gone).toMatchObject({ code: 0, stdout: "", stderr: `deleted a.luml (${id})\n` })
    expect((await emulator.storage()).objects).toEqual([])
    expect((await artifacts(cwd, "delete", id, "--yes")).code).toBe(5)
  })
})

describe("luml collections, orbits and tracks", () => {
  it("are found by name, made and listed", async () => {
    const orbits = recordsOf((await luml({}, "orbits", "list")).stdout)
    expect(orbits).toMatchObject([{ name: "research" }])
    const made = await luml({}, ...words("collections create churn --type model --orbit research --tag x"))
    expect(made.code).toBe(0)
    const listed = JSON.parse(
      (await luml({}, "collections", "list", "--json", "--orbit", String(orbits[0]?.["id"]))).stdout
    )
    expect(listed.map(({ name }: { name: string }) => name).sort()).toEqual(["churn", "main"])
    expect(listed.find(({ name }: { name: string }) => name === "churn")).toMatchObject({
      id: made.stdout.trimEnd(),
      type: "model",
      tags: ["x"]
    })
    // Two collections, and none is named.
    const which = await luml({}, "artifacts", "list")
    expect(which).toMatchObject({ code: 2, stdout: "" })
    expect(which.stderr).toContain("--collection")
    expect(which.stderr).not.toContain("withCollection")
    expect((await luml({}, "artifacts", "list", "--collection", "churn")).code).toBe(0)
    expect((await luml({}, "collections", "list", "--orbit", "none")).code).toBe(5)
  })

  it("promote and rollback move a stage between versions", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "a.luml", 1000)
    Artifact.write(cwd, "b.luml", 1000)
    const ids = await uploaded(cwd, "a.luml", "b.luml")
    const [orbit] = recordsOf((await luml({}, "orbits", "list")).stdout)
    const place = [String(orbit?.["organization_id"]), String(orbit?.["id"])]
    const body = JSON.stringify({ name: "churn", artifact_type: "dataset", stages: ["production"] })
    const track = await luml({}, "tracks", "create", ...place, "--body", body)
    expect(track.stderr).toBe("")
    const { id } = JSON.parse(track.stdout)
    for (const each of ids) {
      const entry = await luml({}, "track-entries", "create", ...place, id, "--artifact-id", each)
      expect(entry.stderr).toBe("")
    }
    const first = await luml({}, "tracks", "promote", "churn", "1", "production")
    expect(first).toMatchObject({ code: 0, stdout: "churn version 1 is at production\n", stderr: "" })
    const held = await luml({}, "tracks", "promote", "churn", "2", "production", "--no-force")
    expect(held.code).toBe(1)
    const second = await luml({}, "tracks", "promote", "churn", ids[1] ?? "", "production", "--json")
    expect(JSON.parse(second.stdout)).toMatchObject({ version: 2, stage_name: "production" })
    const back = await luml({}, "tracks", "rollback", "churn", "production")
    expect(back.stdout).toBe("churn version 1 is at production\n")
    expect((await luml({}, "tracks", "rollback", "churn", "production")).code).toBe(1)
    expect((await luml({}, "tracks", "promote", "churn", "newest", "production")).code).toBe(2)
    expect((await luml({}, "tracks", "promote", "churn", "9", "production")).code).toBe(5)
  })

  it("leave the operations of the same names within reach, by their ids or --raw", async () => {
    const [orbit] = recordsOf((await luml({}, "orbits", "list")).stdout)
    const organization = String(orbit?.["organization_id"])
    const byIds = await luml({}, "orbits", "list", organization, "--json")
    expect(JSON.parse(byIds.stdout)).toMatchObject([{ name: "research" }])
    const raw = await luml({}, "orbits", "list", "--raw", organization)
    expect(raw.stdout).toBe(byIds.stdout)
    const page = await luml({}, "collections", "list", organization, String(orbit?.["id"]))
    expect(JSON.parse(page.stdout)).toMatchObject({ items: [{ name: "main" }] })
    const only = await luml({}, "collections", "list", "--raw")
    expect(only.stdout).toBe(page.stdout)
    expect((await luml({}, "collections", "list", "--raw", "--help")).stdout).toContain("[organization_id]")
    // A script may say --raw for every operation.
    expect((await luml({}, "organizations", "list", "--raw")).code).toBe(0)
    expect((await luml({}, "collections", "list", organization)).code).toBe(2)
  })

  it("refuse what only a session may do, before it is sent", async () => {
    const rejected = await luml({}, "organizations", "create", "--name", "x")
    expect(rejected.code).toBe(4)
    expect(rejected.stderr).toContain("LUML_ACCESS_TOKEN")
    expect(rejected.stderr).not.toContain("accessToken")
    expect(emulator.requests()).toEqual([])
  })

  it.scoped("send a session that is there for that, and the key for the rest", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json([]))
      const jwt = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from('{"sub":"u"}').toString("base64url")}.c2ln`
      const key = TestIo.lumlAt(server.url)
      const call = (...argv: ReadonlyArray<string>) =>
        Effect.promise(() => TestIo.run({ env: { ...key, LUML_ACCESS_TOKEN: jwt } }, "luml", ...argv))
      expect((yield* call("organizations", "create", "--name", "x")).code).toBe(0)
      expect((yield* call("organizations", "list")).code).toBe(0)
      expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
        `Bearer ${jwt}`,
        `Bearer ${key["LUML_API_KEY"]}`
      ])
    })
  )
})
