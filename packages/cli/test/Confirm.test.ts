/** Destructive commands: nothing is sent before a person or `--yes` confirms it. */
import { assert, describe, it } from "@effect/vitest"
import { startEmulator } from "@trilum/emulator/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import { platforms } from "../src/platforms/Platform.js"
import * as Artifact from "./support/artifact.js"
import { argvOf, casesOf, environment } from "./support/cases.js"
import * as TestIo from "./support/TestIo.js"

/** Operations of the method DELETE that another operation undoes, by that operation. */
const undone: Readonly<Record<string, string>> = {
  removeMessageReaction: "addMessageReaction",
  removeSequenceTemplateShare: "updateSequenceTemplateShares",
  unassignChannelTwin: "assignChannelTwin",
  unlinkCampaignAsset: "linkCampaignAssets"
}

const tty = { stdinTTY: true, stdoutTTY: true, stderrTTY: true }

const deleted = () => FaultServer.json({ success: true, deleted: 1, failed: 0 })

const remove = ["lumnis", "threads", "delete", "th_1", "--user", "ada"]

const lumnis = (server: FaultServer.FaultServer, setup: TestIo.Setup, ...words: ReadonlyArray<string>) => {
  const io = TestIo.make({ ...setup, env: { ...TestIo.lumnisAt(server.url), NO_COLOR: "1" } })
  return Effect.map(
    Effect.promise(() => TestIo.runWith(io, ...words)),
    (result) => ({ ...result, prompts: io.prompts.length })
  )
}

describe("a destructive operation", () => {
  it("is marked in the contracts: whatever deletes, and what revokes or replaces by another method", async () => {
    const catalog = (await Promise.all(platforms.map((platform) => platform.catalog()))).flat()
    const ids = new Set(catalog.map(({ id }) => id))
    for (const { destructive, id, method } of catalog) {
      if (method !== "DELETE") continue
      assert.strictEqual(destructive === true, undone[id] === undefined, id)
      if (undone[id] !== undefined) assert.isTrue(ids.has(undone[id]), `${undone[id]} undoes ${id}`)
    }
    const others = catalog.filter(({ destructive, method }) => destructive === true && method !== "DELETE")
    assert.sameMembers(
      others.map(({ id }) => id),
      [
        "createApiKey",
        "disconnectConnection",
        "getArtifactDeleteUrl",
        "rotateApiKey",
        "rotateSatelliteApiKey",
        "stopCampaign",
        "teardownEmailOrganization"
      ]
    )
  })

  it.scoped.each(platforms.map((platform) => [platform.name, platform] as const))(
    "of %s sends nothing without a terminal or --yes, nor with --no-input; a dry run never asks",
    ([name, platform]) =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(deleted)
        const cases = new Map(casesOf(name).map((each) => [each.operation, each]))
        const run = (setup: TestIo.Setup, words: ReadonlyArray<string>) => {
          const io = TestIo.make({ ...setup, env: environment(platform, server.url) })
          return Effect.promise(async () => ({ ...(await TestIo.runWith(io, ...words)), prompts: io.prompts }))
        }
        let count = 0
        for (const entry of yield* Effect.promise(platform.catalog)) {
          const input = cases.get(entry.id)?.input
          if (entry.destructive !== true || input === undefined) continue
          count += 1
          const cwd = TestIo.directory()
          const words = argvOf(platform, entry, input, cwd).filter((word) => word !== "--yes")
          const [first = "", ...rest] = words
          for (const [setup, argv] of [
            [{ cwd }, words],
            [{ cwd, stdinTTY: true }, words],
            [{ cwd, ...tty, lines: ["y"] }, [first, "--no-input", ...rest]]
          ] as const) {
            const { code, prompts, stderr } = yield* run(setup, argv)
            assert.deepStrictEqual({ code, prompts }, { code: 2, prompts: [] }, `${entry.id}: ${stderr}`)
            assert.include(stderr, "cannot be undone and needs confirmation; nothing was sent", entry.id)
            assert.include(stderr, "--yes", entry.id)
          }
          const dry = yield* run({ cwd, ...tty }, [first, "--dry-run", ...rest])
          assert.deepStrictEqual({ code: dry.code, prompts: dry.prompts }, { code: 0, prompts: [] }, dry.stderr)
        }
        assert.isAtLeast(count, 10)
        assert.lengthOf(server.requests, 0)
      }),
    120_000
  )

  it.scoped("asks on a terminal with the operation and its ids, and is sent after a yes", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(deleted)
      const { code, prompts, stderr } = yield* lumnis(server, { ...tty, lines: ["y"] }, ...remove)
      assert.deepStrictEqual({ code, prompts }, { code: 0, prompts: 1 })
      assert.include(
        stderr,
        "lumnis threads delete: Delete a thread and its responses\n  thread_id  th_1\n  user       ada\n"
      )
      assert.lengthOf(server.requests, 1)
    })
  )

  it.scoped("any other answer, none and Ctrl-C send nothing", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(deleted)
      for (const line of ["", "n", "no", "th_1", "yesterday"]) {
        const { code, stderr } = yield* lumnis(server, { ...tty, lines: [line] }, ...remove)
        assert.strictEqual(code, 1, line)
        assert.include(stderr, "not confirmed; nothing was changed")
      }
      assert.strictEqual((yield* lumnis(server, tty, ...remove)).code, 1)
      assert.strictEqual((yield* lumnis(server, { ...tty, lines: [{ signal: "SIGINT" }] }, ...remove)).code, 130)
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("--yes sends it without a question, with and without a terminal", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(deleted)
      for (const [setup, flag] of [
        [{}, "--yes"],
        [tty, "-y"]
      ] as const) {
        const { code, prompts } = yield* lumnis(server, setup, ...remove, flag)
        assert.deepStrictEqual({ code, prompts }, { code: 0, prompts: 0 })
      }
      assert.lengthOf(server.requests, 2)
    })
  )

  it.scoped("lists what a bulk deletion takes", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(deleted)
      const bulk = ["lumnis", "files", "bulk-delete", "--user", "ada", "--file-ids", "f1", "--file-ids", "f2"]
      const { stderr } = yield* lumnis(server, { ...tty, lines: ["n"] }, ...bulk)
      assert.match(stderr, /file_ids +f1, f2\n/)
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("help says that it cannot be undone, and has --yes", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([])
      for (const words of [
        ["lumnis", "threads", "delete"],
        ["luml", "artifacts", "delete"],
        ["lvng", "api-keys", "revoke"]
      ]) {
        const { stdout } = yield* lumnis(server, {}, ...words, "--help")
        assert.include(stdout.replaceAll(/\s+/g, " "), "Cannot be undone. Asks for confirmation on a terminal")
        assert.match(stdout, /-y, --yes/)
      }
      const { stdout } = yield* lumnis(server, {}, "lumnis", "threads", "get", "--help")
      assert.notInclude(stdout, "--yes")
    })
  )
})

describe("luml artifacts delete", () => {
  it("asks with the artifact's name, id, size and status", async () => {
    const emulator = await startEmulator({ pace: 0 })
    try {
      const cwd = TestIo.directory()
      const env = { ...TestIo.lumlAt(emulator.urls.luml), NO_COLOR: "1" }
      const luml = (setup: TestIo.Setup, ...words: ReadonlyArray<string>) =>
        TestIo.run({ ...setup, cwd, env }, "luml", ...words)
      const at = ["--collection", "main"]
      Artifact.write(cwd, "a.luml", 1000)
      const { artifact } = JSON.parse((await luml({}, "artifacts", "upload", "a.luml", "--json", ...at)).stdout)
      emulator.clearRequests()
      const unasked = await luml({}, "artifacts", "delete", "a.luml", ...at)
      assert.strictEqual(unasked.code, 2)
      assert.lengthOf(emulator.requests(), 0)
      const declined = await luml({ ...tty, lines: ["n"] }, "artifacts", "delete", "a.luml", ...at)
      assert.strictEqual(declined.code, 1, declined.stderr)
      assert.include(declined.stderr, `  id    ${artifact.id}\n  file  a.luml (`)
      assert.lengthOf((await emulator.storage()).objects, 1)
      const confirmed = await luml({ ...tty, lines: ["yes"] }, "artifacts", "delete", "a.luml", ...at)
      assert.strictEqual(confirmed.code, 0)
      assert.lengthOf((await emulator.storage()).objects, 0)
    } finally {
      await emulator.stop()
    }
  })
})
