/** Completion in real shells: typed into a terminal, with the scripts that `trilum completion` prints. */
import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { after, afterEach, before, describe, it } from "node:test"
import { promisify } from "node:util"
import { startEmulator } from "../packages/emulator/dist/promise.js"
import { home, open } from "./terminal.mjs"

let emulator
let place
let shell

before(async () => {
  emulator = await startEmulator({ pace: 0 })
  place = home({
    LUMNISAI_BASE_URL: emulator.urls.lumnis,
    LUMNISAI_API_KEY: "emulator",
    LUML_BASE_URL: emulator.urls.luml,
    LUML_API_KEY: `dfs_${"0".repeat(43)}`
  })
  await run("lumnis", "users", "create", "--email", "ada.lovelace@example.com")
  await run("luml", "collections", "create", "Analytical Engines")
  writeFileSync(join(place.folder, "model.luml"), "")
})
afterEach(() => shell?.stop())
after(() => emulator?.stop())

const run = async (...argv) => (await promisify(execFile)("trilum", argv, { env: place.env })).stdout

const prompt = "ready> "

/** Types into a shell that is at its prompt. */
const start = async (file, args, env = {}) => {
  shell = open(file, args, { columns: 160, cwd: place.folder, env: { ...place.env, ...env } })
  return shell
}

/** Types a line with a TAB at its end, and waits until the line is what it should be. */
const completes = async (typed, whole) => {
  shell.type(`${typed}\t`)
  await shell.until((text) => text.trimEnd().split("\n").at(-1).includes(`${prompt.trim()} ${whole}`))
  // Ctrl-U clears the line.
  shell.type("\u0015")
  await shell.until((text) => text.trimEnd().split("\n").at(-1).trimEnd().endsWith(prompt.trim()))
}

const lines = async () => {
  await completes("trilum lumnis thr", "trilum lumnis threads")
  await completes("trilum lumnis users li", "trilum lumnis users list")
  await completes("trilum lumnis users list --page-s", "trilum lumnis users list --page-size")
  await completes("trilum lumnis users get ada", "trilum lumnis users get ada.lovelace@example.com")
  await completes("trilum lumnis users get ada.lovelace@ex", "trilum lumnis users get ada.lovelace@example.com")
  await completes("trilum lumnis invoke Hi --user=ada", "trilum lumnis invoke Hi --user=ada.lovelace@example.com")
  await completes(
    "trilum luml artifacts list --collection Ana",
    "trilum luml artifacts list --collection Analytical\\ Engines"
  )
  await completes("trilum luml artifacts upload mod", "trilum luml artifacts upload model.luml")
}

describe("completion in bash", () => {
  it("completes commands, options, records and files, from .bashrc", async () => {
    writeFileSync(join(place.folder, ".bashrc"), `PS1='${prompt}'\neval "$(trilum completion bash)"\n`)
    await start("bash", ["--noprofile", "-i"])
    await shell.until((text) => text.includes(prompt.trim()))
    await lines()
    await completes(
      'trilum luml artifacts list --collection "Ana',
      'trilum luml artifacts list --collection "Analytical Engines"'
    )
  })
})

describe("completion in zsh", () => {
  const rc = (text) => {
    const folder = join(place.folder, `zsh-${text.length}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, ".zshrc"), `PS1='${prompt}'\nunsetopt prompt_sp\n${text}`)
    return { ZDOTDIR: folder }
  }

  const ready = () => shell.until((text) => text.includes(prompt.trim()))

  it("completes, sourced after compinit", async () => {
    await start("zsh", ["-d", "-i"], rc("autoload -Uz compinit && compinit -i\nsource <(trilum completion zsh)\n"))
    await ready()
    await lines()
    await completes("trilum lumnis users list --output ya", "trilum lumnis users list --output yaml")
  })

  it("completes, sourced before compinit, and without it", async () => {
    for (const text of [
      "source <(trilum completion zsh)\nautoload -Uz compinit\ncompinit -i\n",
      'eval "$(trilum completion zsh)"\n'
    ]) {
      await start("zsh", ["-d", "-i"], rc(text))
      await ready()
      await completes("trilum lumnis users li", "trilum lumnis users list")
      assert.doesNotMatch(shell.shown(), /not found|unrecognized|error/i)
      shell.stop()
    }
  })

  it("completes from a file of fpath", async () => {
    const folder = join(place.folder, "functions")
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, "_trilum"), await run("completion", "zsh"))
    await start("zsh", ["-d", "-i"], rc(`fpath=(${folder} $fpath)\nautoload -Uz compinit && compinit -i\n`))
    await ready()
    await completes("trilum lumnis users li", "trilum lumnis users list")
    await completes("trilum lumnis users ge", "trilum lumnis users get")
  })
})

describe("completion in fish", () => {
  it("completes commands, options, records and files", async () => {
    const folder = join(place.folder, ".config", "fish")
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, "config.fish"),
      `set -g fish_greeting\nset -g fish_autosuggestion_enabled 0\nfunction fish_prompt; echo -n '${prompt}'; end\ntrilum completion fish | source\n`
    )
    await start("fish", ["-i"])
    await shell.until((text) => text.includes(prompt.trim()))
    await lines()
  })
})
