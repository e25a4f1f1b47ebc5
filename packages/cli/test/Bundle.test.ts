/** The built command as a process: what an injected Io cannot show. `pnpm build` writes the bundle. */
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, assert, describe, expect, it, vi } from "@effect/vitest"
import { bundle, environment, killAll, run, start } from "./support/process.js"
import { directory, lumnisAt } from "./support/TestIo.js"

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 })

afterEach(killAll)

/** An emulator in a process of its own, by the command itself. */
const emulator = async (...more: ReadonlyArray<string>) => {
  const started = start(["emulator", "start", "--port", "0", "--json", ...more])
  const [line] = await started.said("stdout", /^\{.*\}\n/)
  return { ...started, ready: JSON.parse(line) }
}

it("is built", () => {
  expect(existsSync(bundle), "run: pnpm build").toBe(true)
})

describe("the process", () => {
  it("answers --version and --help", async () => {
    expect(await run(["--version"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/),
      stderr: ""
    })
    expect(await run(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("Usage:"), stderr: "" })
  })

  it("says 2 for a wrong command line, on stderr", async () => {
    expect(await run(["lumnis", "users", "lst"])).toMatchObject({ code: 2, stdout: "" })
  })

  it("ends quietly when the reader of a pipe leaves", () => {
    // The status of the command itself, not of head.
    const script = 'set -o pipefail; "$0" "$1" operations --json | head -c 10; echo " $?"'
    const out = execFileSync("bash", ["-c", script, process.execPath, bundle], { env: environment(), stdio: "pipe" })
    expect(out.toString("utf8")).toBe('[{"platfor 0\n')
  })

  it("completes words in bash by its own script", () => {
    const script = `source <("$0" "$1" completion bash)
node=$0; bundle=$1
trilum() { "$node" "$bundle" "$@"; }
complete_line() { COMP_LINE=$1; COMP_POINT=\${#1}; _trilum trilum "$2" ""; echo "\${COMPREPLY[*]}"; }
COMP_WORDS=(trilum lumnis users li); COMP_CWORD=3; complete_line "trilum lumnis users li" li
COMP_WORDS=(trilum auth login --platform ""); COMP_CWORD=4; complete_line "trilum auth login --platform " ""`
    const out = execFileSync("bash", ["-c", script, process.execPath, bundle], { env: environment(), stdio: "pipe" })
    expect(out.toString("utf8")).toBe("list\nlumnis lvng luml\n")
  })

  it("writes no colour into a pipe, and colours when forced to", async () => {
    expect((await run(["--help"])).stdout).not.toContain("\u001b")
    expect((await run(["--help"], environment({ FORCE_COLOR: "1" }))).stdout).toContain("\u001b[1m")
    expect((await run(["--help"], environment({ NO_COLOR: "1" }))).stdout).not.toContain("\u001b")
  })

  it("reads a piped prompt, streams an answer and lists it", async () => {
    const { child, ready } = await emulator("--pace", "0")
    const env = environment(ready.env)
    expect((await run(["lumnis", "users", "create", "--email", "a@b.io"], env)).code).toBe(0)
    const invoke = start(["lumnis", "invoke", "-", "--user", "a@b.io", "--stream"], env, { writes: true })
    invoke.child.stdin.end("a question in a pipe")
    expect(await invoke.ended).toMatchObject({ code: 0, stdout: expect.stringContaining("a question in a pipe") })
    const list = await run(["lumnis", "responses", "list", "--user", "a@b.io"], env)
    expect(JSON.parse(list.stdout).responses).toHaveLength(1)
    child.kill("SIGTERM")
  })

  it("ends with 130 on SIGINT while it waits, and says how to go on", async () => {
    const { ready } = await emulator("--pace", "1000")
    const env = environment(ready.env)
    await run(["lumnis", "users", "create", "--email", "a@b.io"], env)
    const invoke = start(["lumnis", "invoke", "hi", "--user", "a@b.io", "--stream"], env)
    const [, id] = await invoke.said("stderr", /run (\S+) in thread/)
    invoke.child.kill("SIGINT")
    const { code, stderr } = await invoke.ended
    expect(code).toBe(130)
    expect(stderr).toContain(`trilum lumnis attach ${id}`)
  })
})

describe("trilum emulator start", () => {
  it("says where it is, and stops on SIGTERM with 0 and on SIGINT with 130", async () => {
    const first = await emulator()
    expect(first.ready.env).toMatchObject({
      LUMNISAI_BASE_URL: `${first.ready.url}/lumnis`,
      LUML_API_KEY: expect.stringMatching(/^dfs_/)
    })
    const taken = await run(["emulator", "start", "--port", new URL(first.ready.url).port])
    expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining("is in use") })
    first.child.kill("SIGTERM")
    expect((await first.ended).code).toBe(0)
    const second = await emulator()
    second.child.kill("SIGINT")
    expect((await second.ended).code).toBe(130)
  })

  it("prints lines that a shell can take over", async () => {
    const { child, ended, said } = start(["emulator", "start", "--port", "0"])
    await said("stdout", /export LUML_API_KEY=dfs_0+\n/)
    child.kill("SIGTERM")
    const { stdout } = await ended
    expect(stdout.trimEnd().split("\n")).toHaveLength(6)
    expect(stdout).toMatch(/^(?:export [A-Z_]+=\S+\n)+$/)
  })

  it("keeps its state in --data-dir", async () => {
    const dir = directory()
    const first = await emulator("--data-dir", dir)
    await run(["lumnis", "users", "create", "--email", "kept@b.io"], environment(first.ready.env))
    first.child.kill("SIGTERM")
    await first.ended
    const second = await emulator("--data-dir", dir)
    const got = await run(["lumnis", "users", "get", "kept@b.io"], environment(second.ready.env))
    expect(JSON.parse(got.stdout)).toMatchObject({ email: "kept@b.io" })
  })

  it("starts LUML as it was asked to: a collection to upload to, or a user alone", async () => {
    const orbits = async (...options: ReadonlyArray<string>) => {
      const { child, ready } = await emulator(...options)
      const listed = await run(["luml", "orbits", "list", "--json"], environment(ready.env))
      child.kill("SIGTERM")
      return listed
    }
    expect(JSON.parse((await orbits()).stdout)).toHaveLength(1)
    expect(await orbits("--luml-world", "empty")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("organization")
    })
  })

  it("accepts the keys of --api-key alone, and fails as --fault says", async () => {
    const { child, ready } = await emulator(
      "--api-key",
      "right",
      "--fault",
      '{"match":{"operation":"getTenant"},"status":404}'
    )
    const list = (key: string) => run(["lumnis", "users", "list"], environment({ ...ready.env, LUMNISAI_API_KEY: key }))
    assert.strictEqual(ready.env.LUMNISAI_API_KEY, "right")
    assert.deepStrictEqual([(await list("right")).code, (await list("wrong")).code], [0, 4])
    const fault = await run(["emulator", "start", "--port", "0", "--fault", "status=nothing"])
    assert.deepStrictEqual([fault.code, fault.stderr.includes("--fault")], [2, true])
    child.kill("SIGTERM")
  })

  it("runs in the background, writes where it is, shows its status, and stops when it is asked to", async () => {
    const file = join(directory(), "ready.json")
    const begun = await run(["emulator", "start", "--detach", "--port", "0", "--ready-file", file, "--json"])
    assert.strictEqual(begun.code, 0, begun.stderr)
    const ready = JSON.parse(readFileSync(file, "utf8"))
    assert.deepStrictEqual(JSON.parse(begun.stdout), ready)
    const { port } = new URL(ready.url)
    const status = await run(["emulator", "status", "--port", port])
    assert.deepInclude(JSON.parse(status.stdout), { status: "ok", url: ready.url, origins: ready.origins })
    const taken = await run(["emulator", "start", "--detach", "--port", port])
    assert.deepStrictEqual([taken.code, taken.stderr.includes("is in use")], [1, true])
    assert.strictEqual((await run(["emulator", "stop", "--port", port])).code, 0)
    for (const word of ["stop", "status"]) {
      const gone = await run(["emulator", word, "--port", port])
      assert.deepStrictEqual([gone.code, gone.stderr.includes("no emulator listens")], [1, true])
    }
  })

  it("refuses values that are none", async () => {
    expect((await run(["emulator", "start", "--port", "70000"])).code).toBe(2)
    expect((await run(["emulator", "start", "--pace", "fast"])).code).toBe(2)
    expect((await run(["emulator", "start", "--luml-mode", "lenient"])).code).toBe(2)
  })
})

describe("trilum demo", () => {
  it("runs from end to end without a terminal, and leaves nothing behind", async () => {
    const env = environment(lumnisAt("http://127.0.0.1:9"))
    const { code, stderr, stdout } = await run(["demo"], env)
    expect(code).toBe(0)
    expect(stdout.match(/^\$ trilum .*/gm)).toHaveLength(3)
    expect(stdout).toContain("That is all.")
    expect(stderr).toContain("PROCESSING: Agent thinking...")
    expect(stdout).not.toContain("127.0.0.1:9/")
    expect(existsSync(join(String(env["XDG_CONFIG_HOME"]), "trilum"))).toBe(false)
  })

  it("ends with its commands when it is interrupted", async () => {
    const { child, ended, said } = start(["demo"])
    await said("stderr", /run \S+ in thread/)
    child.kill("SIGINT")
    const { code, stdout } = await ended
    expect(code).toBe(130)
    expect(stdout).not.toContain("That is all.")
  })
})
