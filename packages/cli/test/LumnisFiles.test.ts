import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Bars from "../src/render/bars.js"
import { paint } from "../src/render/colour.js"
import * as Table from "../src/render/table.js"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
/** Its files are never processed. */
let slow: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
  slow = await startEmulator({ pace: 1_000_000 })
})
afterAll(() => Promise.all([emulator.stop(), slow.stop()]))
afterEach(() => {
  emulator.reset()
  slow.reset()
})

const email = "ada@example.com"
const who = ["--user", email]

const files = (setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
  TestIo.run({ ...setup, env: { ...TestIo.lumnisAt(emulator.urls.lumnis), ...setup.env } }, "lumnis", "files", ...argv)

/** A directory with these files, each with its name as its content unless another is given. */
const folder = (contents: Readonly<Record<string, string | Uint8Array>>): string => {
  const cwd = TestIo.directory()
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(cwd, name), content)
  return cwd
}

/** What is there but for the configuration. */
const names = (cwd: string): ReadonlyArray<string> =>
  readdirSync(cwd)
    .filter((name) => name !== "config")
    .sort()

const uploaded = async (cwd: string, ...argv: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const result = await files({ cwd }, "upload", ...argv)
  expect(result.code, result.stderr).toBe(0)
  return result.stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "")
}

const operations = () => emulator.requests().map(({ operation }) => operation)

const lines = (text: string): ReadonlyArray<Record<string, unknown>> =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))

describe("lumnis files upload", () => {
  it("waits until agents can read the file, and says its id", async () => {
    const cwd = folder({ "report.md": "one\ntwo\n" })
    const result = await files({ cwd }, "upload", "report.md", "--tag", "Q3", "--tag", "draft", ...who)
    expect(result).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^[0-9a-f-]{36}\treport\.md\n$/),
      stderr: expect.stringMatching(/^uploaded report\.md: 8 B in \d+s \(.*\)\nprocessed report\.md in \d+s\n$/)
    })
    expect(operations()).toEqual(["uploadFile", "getFileStatus"])
    const [id = ""] = result.stdout.split("\t")
    const stored = JSON.parse((await files({}, "get", id, ...who)).stdout)
    expect(stored).toMatchObject({
      file_scope: "user",
      tags: ["q3", "draft"],
      mime_type: "text/markdown",
      file_size: 8
    })
  })

  it("--no-wait ends with the upload, --json tells all of it, and a name that is taken is told", async () => {
    const cwd = folder({ "a.txt": "a", "empty.txt": "" })
    const first = await files(
      { cwd },
      "upload",
      "a.txt",
      "empty.txt",
      "--no-wait",
      "--json",
      "--concurrency",
      "1",
      ...who
    )
    expect(first).toMatchObject({ code: 0, stderr: "" })
    expect(lines(first.stdout)).toMatchObject([
      {
        type: "uploaded",
        file: "a.txt",
        file_id: expect.any(String),
        upload: { file_name: "a.txt", status: "pending" }
      },
      { type: "uploaded", file: "empty.txt" }
    ])
    expect(operations()).toEqual(["uploadFile", "uploadFile"])
    const second = await files({ cwd }, "upload", "a.txt", ...who)
    expect(second.stderr).toContain("uploaded a.txt as a (1).txt: 1 B")
    const skipped = await files({ cwd }, "upload", "a.txt", "--duplicate-handling", "skip", ...who)
    expect(skipped.stderr).toContain("File already exists, upload skipped")
    const rejected = await files({ cwd }, "upload", "a.txt", "--duplicate-handling", "error", ...who)
    expect(rejected).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("already exists") })
  })

  it("a fault that passes costs nothing but time: the same bytes under the same key", async () => {
    const cwd = folder({ "a.txt": "content of a" })
    emulator.fault({ match: { operation: "uploadFile" }, sequence: [503, { reset: "response" }] })
    expect((await files({ cwd }, "upload", "a.txt", ...who)).code).toBe(0)
    const sent = emulator.requests().filter(({ operation }) => operation === "uploadFile")
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ headers }) => headers["idempotency-key"])).size).toBe(1)
    expect(JSON.parse((await files({}, "list", ...who)).stdout).files).toHaveLength(1)
  })

  it("of several files each fails by itself, and one that is named twice is sent once", async () => {
    const cwd = folder({ "a.txt": "a", "b.txt": "b" })
    mkdirSync(join(cwd, "sub"))
    const result = await files({ cwd }, "upload", "a.txt", "none.txt", "./a.txt", "sub", "b.txt", ...who)
    expect(result.code).toBe(1)
    expect(result.stdout.trimEnd().split("\n")).toHaveLength(2)
    expect(result.stderr).toContain("failed: none.txt: cannot read none.txt: no such file")
    expect(result.stderr).toContain("failed: sub: cannot read sub: it is a directory")
    expect(result.stderr).toContain("2 of 4 files failed, 2 uploaded")
    const alone = await files({ cwd }, "upload", "none.txt", ...who)
    expect(alone).toMatchObject({ code: 2, stderr: "error: cannot read none.txt: no such file\n" })
  })

  it("is refused before anything is read or sent when it is not clear for whom", async () => {
    const cwd = folder({ "a.txt": "a" })
    const wrong: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
      [["a.txt"], "acts for a user, and none is given"],
      [["a.txt", ...who, "--scope", "tenant"], "must not be given in tenant scope"],
      [["a.txt", ...who, "--scope", "team"], "none of user, tenant"],
      [["a.txt", ...who, "--duplicate-handling", "skipp"], "did you mean skip?"],
      [["a.txt", ...who, "--no-wait", "--deadline", "5s"], "--deadline is for waiting"],
      [["a.txt", ...who, "--concurrency", "0"], "--concurrency"],
      [["a.txt", ...who, "--tag", "a,b"], "has a comma"],
      [[...who], "missing <file>"]
    ]
    for (const [argv, message] of wrong) {
      const result = await files({ cwd }, "upload", ...argv)
      expect(result, argv.join(" ")).toMatchObject({ code: 2, stdout: "" })
      expect(result.stderr).toContain(message)
    }
    expect(emulator.requests()).toEqual([])
  })

  it("belongs to the tenant when told so, with one warning", async () => {
    const cwd = folder({ "a.txt": "a" })
    const result = await files({ cwd }, "upload", "a.txt", "--scope", "tenant")
    expect(result.code).toBe(0)
    expect(result.stderr.match(/warning:/g)).toHaveLength(1)
    const [id = ""] = result.stdout.split("\t")
    expect(JSON.parse((await files({}, "get", id, "--scope", "tenant")).stdout)).toMatchObject({ file_scope: "tenant" })
  })

  it("a deadline exits 7 and names what waits on, Ctrl-C too", async () => {
    const cwd = folder({ "a.txt": "a" })
    const env = TestIo.lumnisAt(slow.urls.lumnis)
    const late = await files({ cwd, env }, "upload", "a.txt", "--deadline", "50ms", ...who)
    expect(late).toMatchObject({ code: 7, stdout: "" })
    const [, id = ""] = /trilum lumnis files wait (\S+)/.exec(late.stderr) ?? []
    expect(late.stderr).not.toContain("waitUntilProcessed")
    expect(await files({ env }, "wait", id, "--deadline", "50ms", ...who)).toMatchObject({ code: 7 })

    const io = TestIo.make({ cwd, env })
    const running = TestIo.runWith(io, "lumnis", "files", "upload", "a.txt", ...who)
    await io.said("uploaded a.txt")
    io.send("SIGINT")
    const result = await running
    expect(result).toMatchObject({ code: 130, stdout: "" })
    expect(result.stderr).toMatch(/trilum lumnis files wait [0-9a-f-]{36} --user ada@example\.com\n$/)
    expect(io.listening()).toBe(0)
  })

  it("bars are drawn on a terminal only, and taken away", async () => {
    const cwd = folder({ "large.bin": new Uint8Array(9_000_000) })
    const person = await files({ cwd, stderrTTY: true, stdoutTTY: true }, "upload", "large.bin", ...who)
    expect(person.code).toBe(0)
    expect(person.stderr.includes("\u001b[?25l")).toBe(person.stderr.includes("\u001b[?25h"))
    for (const more of [["--no-progress"], ["--json"]]) {
      const plain = await files({ cwd, stderrTTY: true }, "upload", "large.bin", ...who, ...more)
      expect(plain.code).toBe(0)
      expect(plain.stderr).not.toContain("\u001b[")
    }
  })

  const status = (state: string, error_message: string | null) =>
    FaultServer.json({
      status: state,
      progress_percentage: 50,
      chunks_embedded: 1,
      total_chunks: 2,
      error_message,
      jobs: []
    })

  it.scoped("a file that cannot be read is exit 1 with the reason, one read in part a success that says so", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.json({ file_id: "f1", file_name: "a.txt", status: "pending", message: "" }),
        status("error", "no text in it"),
        status("partial_success", "page 3 is an image")
      ])
      const env = TestIo.lumnisAt(server.url)
      const cwd = folder({ "a.txt": "a" })
      const failed = yield* Effect.promise(() => files({ cwd, env }, "upload", "a.txt", "--json", ...who))
      expect(failed.code).toBe(1)
      expect(lines(failed.stdout)).toMatchObject([
        { type: "failed", file: "a.txt", file_id: "f1", error: { type: "FileProcessingError" } }
      ])
      const partly = yield* Effect.promise(() => files({ env }, "wait", "f1", ...who))
      expect(partly).toMatchObject({ code: 0, stdout: "f1\tpartial_success\n" })
      expect(partly.stderr).toBe("processed file f1 in part only: page 3 is an image\n")
    })
  )
})

describe("bars on a terminal", () => {
  /** What a terminal shows of text, cursor movements up and erasures. */
  const screen = (text: string): ReadonlyArray<string> => {
    const rows = [""]
    let row = 0
    for (const [part, up] of text.replaceAll("\u001b", "~").matchAll(/~\[(\d+)A|~\[[?\d;]*[a-zA-Z]|\r|\n|[^~\r\n]+/g)) {
      if (up !== undefined) row -= Number(up)
      else if (part === "~[J") rows.splice(row, rows.length, "")
      else if (part === "\n") {
        row += 1
        rows[row] ??= ""
      } else if (part !== "\r" && !part.startsWith("~")) rows[row] = `${rows[row]}${part}`
    }
    return rows.filter((line) => line !== "")
  }

  it("never draw over what is printed, nor are left behind", async () => {
    vi.useFakeTimers()
    try {
      let text = ""
      const tty = (name: "stdout" | "stderr") => ({
        ...TestIo.make({ stdoutTTY: true, stderrTTY: true })[name],
        write: async (chunk: string | Uint8Array) => {
          text += Buffer.from(chunk).toString("utf8")
        }
      })
      const io = { ...TestIo.make(), stdout: tty("stdout"), stderr: tty("stderr") }
      const bars = Bars.make(io, true)
      for (const name of ["a", "b", "c"]) bars.step(name, { phase: "upload", done: 1, total: 2 })
      vi.advanceTimersByTime(100)
      expect(screen(text)).toHaveLength(3)
      for (const name of ["a", "b"]) {
        bars.end(name)
        await Promise.all([bars.line(`uploaded ${name}`), bars.above(() => io.stdout.write(`id-${name}\n`))])
        vi.advanceTimersByTime(300)
      }
      const [bar = "", ...others] = [...screen(text)].reverse()
      expect(bar).toMatch(/^upload +c /)
      expect(others.reverse()).toEqual(["uploaded a", "id-a", "uploaded b", "id-b"])
      await bars.stop()
      expect(screen(text)).toEqual(["uploaded a", "id-a", "uploaded b", "id-b"])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe("lumnis files list", () => {
  it("is a table of what tells files apart, with whole times and no tenant", async () => {
    const cwd = folder({ "a.txt": "a", "b.txt": "b" })
    await uploaded(cwd, "a.txt", "b.txt", ...who)
    const { stdout } = await files({ stdoutTTY: true, columns: 160, env: { NO_COLOR: "1" } }, "list", ...who)
    const [head = "", ...rows] = stdout.trimEnd().split("\n")
    expect(head).toMatch(/^ID +FILE_NAME +ORIGINAL_FILE_NAME +MIME_TYPE +FILE_SIZE +FILE_SCOPE +FILE_TYPE/)
    expect(head).not.toContain("TENANT_ID")
    expect(rows).toHaveLength(2)
    const threads = [{ thread_id: "t1", title: "x".repeat(60), created_at: "2026-11-21T22:14:22.517Z", count: 1 }]
    const lines = Table.lines(threads, { columns: 60, paint: paint(false) })
    expect(lines[1]).toContain("2026-11-21 22:14Z")
    expect(lines.every((line) => line.length <= 60)).toBe(true)
  })
})

describe("lumnis files search", () => {
  it("shows passages to a person, and files to a program", async () => {
    const cwd = folder({ "notes.md": "alpha\nbeta \u001b[31mred\n" })
    const [id = ""] = await uploaded(cwd, "notes.md", "--tag", "x", ...who)
    const tty = { stdoutTTY: true, env: { NO_COLOR: "1" } }
    const shown = await files(tty, "search", "beta", "--tag", "x", "--limit", "3", ...who)
    expect(shown).toMatchObject({ code: 0, stdout: `notes.md:2 1.00  ${id}\n  beta [31mred\n` })
    const piped = await files({}, "search", "beta", ...who)
    expect(JSON.parse(piped.stdout).results).toMatchObject([{ file: { id }, chunks: [{ start_line: 2 }] }])
    const none = await files({}, "search", "gamma", "--json", ...who)
    expect(JSON.parse(none.stdout)).toMatchObject({ results: [], total_count: 0 })
    // The operation takes its own options.
    expect(JSON.parse((await files({}, "search", "--query", "beta", ...who)).stdout)).toMatchObject({ total_count: 1 })
    const wrong: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
      [["beta", "--min-score", "2", ...who], "not a number from 0 to 1"],
      [["beta", "--limit", "51", ...who], "limit must be a whole number from 1 to 50"],
      [["beta"], "none is given"]
    ]
    for (const [argv, message] of wrong) {
      const result = await files({}, "search", ...argv)
      expect(result, argv.join(" ")).toMatchObject({ code: 2, stderr: expect.stringContaining(message) })
    }
  })
})

describe("lumnis files download", () => {
  it("a person gets the file under its own name, which replaces nothing", async () => {
    const cwd = folder({ "report.md": "one\ntwo\n" })
    const [id = ""] = await uploaded(cwd, "report.md", ...who)
    const tty = { cwd: TestIo.directory(), stdoutTTY: true, stderrTTY: true }
    const result = await files(tty, "download", id, ...who)
    expect(result).toMatchObject({ code: 0, stdout: `${join(tty.cwd, "report.md")}\n` })
    expect(result.stderr).toContain("downloaded report.md: 8 B")
    expect(readFileSync(join(tty.cwd, "report.md"), "utf8")).toBe("one\ntwo\n")
    writeFileSync(join(tty.cwd, "report.md"), "mine")
    const second = await files(tty, "download", id, ...who)
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining("--overwrite") })
    expect(readFileSync(join(tty.cwd, "report.md"), "utf8")).toBe("mine")
    const person = { ...tty, stdinTTY: true }
    expect((await files({ ...person, lines: ["n"] }, "download", id, ...who)).code).toBe(1)
    expect(readFileSync(join(tty.cwd, "report.md"), "utf8")).toBe("mine")
    expect((await files({ ...person, lines: ["y"] }, "download", id, ...who)).code).toBe(0)
    expect(readFileSync(join(tty.cwd, "report.md"), "utf8")).toBe("one\ntwo\n")
    writeFileSync(join(tty.cwd, "report.md"), "mine")
    expect((await files(tty, "download", id, "--overwrite", ...who)).code).toBe(0)
    expect(readFileSync(join(tty.cwd, "report.md"), "utf8")).toBe("one\ntwo\n")
    expect(names(tty.cwd)).toEqual(["report.md"])
  })

  it("a pipe gets the bytes, --output names a file or a folder, --json tells where it is", async () => {
    const content = Uint8Array.from({ length: 70_000 }, (_, n) => n % 251)
    const source = folder({ "data.bin": content, "b.txt": "b" })
    const [id = "", other = ""] = await uploaded(source, "data.bin", "b.txt", "--concurrency", "1", ...who)
    emulator.clearRequests()
    const piped = await files({}, "download", id, ...who)
    expect(piped).toMatchObject({ code: 0, stderr: "" })
    expect(piped.bytes.equals(Buffer.from(content))).toBe(true)
    expect(operations()).toEqual(["downloadFile"])
    const cwd = TestIo.directory()
    writeFileSync(join(cwd, "copy.bin"), "before")
    const kept = await files({ cwd }, "download", id, "-o", "copy.bin", ...who)
    expect(kept).toMatchObject({ code: 1, stderr: expect.stringContaining("--overwrite") })
    expect(readFileSync(join(cwd, "copy.bin"), "utf8")).toBe("before")
    const byOperation = await files({ cwd }, "download", id, "-o", "copy.bin", "--raw", ...who)
    expect(byOperation).toMatchObject({ code: 1, stderr: expect.stringContaining("--overwrite") })
    emulator.clearRequests()
    const named = await files({ cwd }, "download", id, "-o", "copy.bin", "--overwrite", ...who)
    expect(named).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("downloaded copy.bin") })
    expect(operations()).toEqual(["downloadFile"])
    const nowhere = await files({ cwd }, "download", id, "-o", "no/such.bin", ...who)
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining("no/such.bin: no such file") })
    expect(readFileSync(join(cwd, "copy.bin")).equals(Buffer.from(content))).toBe(true)
    const both = await files({ cwd }, "download", id, other, "-o", "sub/dir", "--json", ...who)
    expect(lines(both.stdout)).toEqual(
      expect.arrayContaining([
        { type: "downloaded", file_id: id, path: join(cwd, "sub/dir/data.bin"), size: content.length },
        { type: "downloaded", file_id: other, path: join(cwd, "sub/dir/b.txt"), size: 1 }
      ])
    )
    expect(names(join(cwd, "sub/dir"))).toEqual(["b.txt", "data.bin"])
  })

  it("the operation of this name is there with --raw, and for what it alone can do", async () => {
    const cwd = folder({ "a.txt": "a" })
    const [id = ""] = await uploaded(cwd, "a.txt", ...who)
    expect(await files({}, "download", id, "--raw", ...who)).toMatchObject({ code: 0, stdout: "a" })
    const dry = await files({}, "download", id, "--dry-run", "--json", ...who)
    expect(JSON.parse(dry.stdout)).toMatchObject({
      method: "GET",
      url: expect.stringContaining(`/files/${id}/download`)
    })
    expect((await files({}, "download", "--raw", "--help")).stdout).toContain("Answers with the bytes of a file.")
    expect((await files({}, "download", "--help")).stdout).toContain("--raw --help")
  })

  it.scoped("a name of the server cannot lead out of the folder, and two files never become one", () =>
    Effect.gen(function* () {
      const named = new Map([
        ["f1", "../../etc/x.txt"],
        ["f2", "x.txt"],
        ["f3", ".."]
      ])
      const server = yield* FaultServer.make((request) => {
        const [, id = "", rest = ""] = /\/files\/([^/?]+)([^?]*)/.exec(request.url) ?? []
        if (rest === "/download") return FaultServer.respond(200, { body: `bytes of ${id}` })
        return FaultServer.json({
          id,
          file_name: named.get(id),
          original_file_name: "x",
          file_type: "txt",
          mime_type: "text/plain",
          file_size: 11,
          file_scope: "user",
          processing_status: "completed",
          total_chunks: 1,
          chunks_embedded: 1,
          tenant_id: "t",
          created_at: "2025-01-01T00:00:00Z",
          updated_at: "2025-01-01T00:00:00Z"
        })
      })
      const cwd = TestIo.directory()
      const setup = { cwd, env: TestIo.lumnisAt(server.url) }
      const words = ["download", "f1", "f2", "f3", "--concurrency", "1", ...who]
      const result = yield* Effect.promise(() => files(setup, ...words))
      expect(result.code).toBe(1)
      expect(result.stdout).toBe(`${join(cwd, "x.txt")}\n`)
      expect(readFileSync(join(cwd, "x.txt"), "utf8")).toBe("bytes of f1")
      expect(result.stderr).toContain("failed: f2: file f1 has the same file name, x.txt")
      expect(result.stderr).toContain("failed: f3: the name of file f3 cannot be one here")
      expect(names(cwd)).toEqual(["x.txt"])
    })
  )

  it("one that breaks off leaves nothing, one that is not there is exit 5", async () => {
    const cwd = folder({ "a.bin": new Uint8Array(300_000) })
    const [id = ""] = await uploaded(cwd, "a.bin", ...who)
    emulator.fault({ match: { operation: "downloadFile" }, reset: 100_000, times: 99 })
    const target = TestIo.directory()
    const cut = await files({ cwd: target }, "download", id, "-o", "copy.bin", "--retries", "0", ...who)
    expect(cut).toMatchObject({ code: 1, stdout: "" })
    expect(names(target)).toEqual([])
    emulator.clearFaults()
    const none = await files({ cwd: target }, "download", "00000000-0000-4000-8000-000000000000", "-o", "x", ...who)
    expect(none).toMatchObject({ code: 5, stdout: "" })
    expect(existsSync(join(target, "x"))).toBe(false)
    expect((await files({}, "download", id, "-o", "-", id.toUpperCase(), ...who)).code).toBe(2)
    expect((await files({ stdoutTTY: true }, "download", id, "-o", "-", ...who)).code).toBe(2)
  })
})
