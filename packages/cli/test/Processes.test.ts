/** Chat and transfers of the built command, interrupted and killed as processes are. */
import { mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as Artifact from "./support/artifact.js"
import { environment, killAll, run, start } from "./support/process.js"
import { lumlAt, lvngAt } from "./support/TestIo.js"

vi.setConfig({ testTimeout: 120_000 })

const partSize = 1_000_000

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ luml: { multipart: { threshold: partSize, partSize } } })
})
afterAll(() => emulator.stop())
afterEach(() => {
  killAll()
  emulator.reset()
})

const quiet = () => vi.waitFor(() => expect(emulator.sockets()).toBe(0), { timeout: 10_000 })

describe("trilum lvng chat", () => {
  const env = () => environment(lvngAt(emulator.urls.lvng))

  it("writes tokens as they arrive; SIGINT closes the connection and is 130", async () => {
    const chat = start(["lvng", "chat", "tell me [tokens=100000] [tools]", "--stream"], env())
    await chat.said("stdout", /token0 token1 token2/)
    expect(chat.child.exitCode).toBe(null)
    chat.child.kill("SIGINT")
    const { code, stdout } = await chat.ended
    expect(code).toBe(130)
    expect(stdout).toMatch(/token\d+\n$/)
    await quiet()
  })

  it("ends quietly and closes the connection when the reader of the pipe leaves", async () => {
    const chat = start(["lvng", "chat", "tell me [tokens=100000]", "--stream"], env())
    await chat.said("stdout", /token2/)
    chat.child.stdout.destroy()
    expect(await chat.ended).toMatchObject({ code: 0, stderr: "" })
    await quiet()
  })

  it("reads a question from a pipe", async () => {
    const chat = start(["lvng", "chat"], env(), { writes: true })
    chat.child.stdin.end("a question in a pipe")
    expect(await chat.ended).toMatchObject({ code: 0, stdout: "You said: a question in a pipe\n", stderr: "" })
  })
})

describe("trilum luml artifacts", () => {
  const env = () => environment(lumlAt(emulator.urls.luml))
  const folder = (): string => mkdtempSync(join(tmpdir(), "trilum-cli-"))

  const notes = (cwd: string): string =>
    readdirSync(cwd)
      .filter((name) => name.endsWith("-state") || name.includes("upload"))
      .map((name) => readFileSync(join(cwd, name), "utf8"))
      .join("")

  const noted = (cwd: string, parts: number) =>
    vi.waitFor(() => expect(notes(cwd).match(/"part"/g) ?? []).toHaveLength(parts), { timeout: 30_000 })

  const stored = (method: string) =>
    emulator.requests().filter((request) => request.platform === "storage" && request.method === method)

  it("bring the same bytes there and back", async () => {
    const cwd = folder()
    const sha256 = Artifact.write(cwd, "model.luml", 3_500_000)
    const up = await run(["luml", "artifacts", "upload", join(cwd, "model.luml"), "--json"], env())
    expect(up).toMatchObject({ code: 0, stderr: "" })
    expect(JSON.parse(up.stdout)).toMatchObject({
      type: "uploaded",
      artifact: { file_hash: sha256, status: "uploaded" }
    })
    const down = await run(
      ["luml", "artifacts", "download", "model.luml", "-o", join(cwd, "copy.luml"), "--json"],
      env()
    )
    expect(JSON.parse(down.stdout)).toMatchObject({ type: "downloaded", sha256 })
    expect(Artifact.sha256(readFileSync(join(cwd, "copy.luml")))).toBe(sha256)
    expect(readdirSync(cwd).sort()).toEqual(["copy.luml", "model.luml"])
    await quiet()
  })

  it("an upload that was killed goes on with the parts that are missing", async () => {
    const cwd = folder()
    const file = join(cwd, "model.luml")
    const sha256 = Artifact.write(cwd, "model.luml", 9_900_000)
    emulator.fault({ match: { platform: "storage", method: "PUT" }, skip: 4, stall: "headers" })
    const killed = start(["luml", "artifacts", "upload", file, "--parts", "1"], env())
    await noted(cwd, 4)
    killed.child.kill("SIGKILL")
    await killed.ended
    emulator.clearFaults()
    emulator.clearRequests()
    const second = await run(["luml", "artifacts", "upload", file, "--parts", "1", "--json"], env())
    expect(second).toMatchObject({ code: 0, stderr: "" })
    expect(JSON.parse(second.stdout)).toMatchObject({ artifact: { file_hash: sha256, status: "uploaded" } })
    expect(stored("PUT")).toHaveLength(10 - 4)
    const { objects, uploads } = await emulator.storage()
    expect(objects).toMatchObject([{ sha256 }])
    expect(uploads).toEqual([])
    expect(readdirSync(cwd)).toEqual(["model.luml"])
  })

  it("a download that was killed goes on where it stopped, and is whole or not there", async () => {
    const cwd = folder()
    const sha256 = Artifact.write(cwd, "model.luml", 40_000_000)
    expect((await run(["luml", "artifacts", "upload", join(cwd, "model.luml")], env())).code).toBe(0)
    emulator.clearRequests()
    const argv = ["luml", "artifacts", "download", "model.luml", "-o", join(cwd, "copy.luml"), "--parts", "1"]
    // A look at the size, then parts of 16 MiB: two come, the third does not.
    emulator.fault({ match: { platform: "storage", method: "GET" }, skip: 3, stall: "headers" })
    const killed = start(argv, env())
    await noted(cwd, 2)
    killed.child.kill("SIGKILL")
    await killed.ended
    expect(readdirSync(cwd)).not.toContain("copy.luml")
    emulator.clearFaults()
    emulator.clearRequests()
    expect((await run(argv, env())).code).toBe(0)
    expect(Artifact.sha256(readFileSync(join(cwd, "copy.luml")))).toBe(sha256)
    const bytes = stored("GET").filter(({ headers }) => headers["range"] !== "bytes=0-0")
    expect(bytes).toHaveLength(1)
    expect(readdirSync(cwd).sort()).toEqual(["copy.luml", "model.luml"])
  })
})
