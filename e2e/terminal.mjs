/** Programs in a real pseudo-terminal, and what a person sees of them: the bytes go through a terminal emulator. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import pty from "@lydell/node-pty"
import xterm from "@xterm/headless"

const bundle = fileURLToPath(new URL("../packages/cli/dist/trilum.mjs", import.meta.url))

/** A home of its own, with `trilum` on the path. */
export const home = (more = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "trilum-terminal-"))
  const bin = join(folder, "bin")
  mkdirSync(bin)
  writeFileSync(join(bin, "trilum"), `#!/bin/sh\nexec "${process.execPath}" "${bundle}" "$@"\n`, { mode: 0o755 })
  return {
    folder,
    env: {
      PATH: `${bin}:${process.env.PATH}`,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, ".config"),
      XDG_CACHE_HOME: join(folder, ".cache"),
      TERM: "xterm-256color",
      LANG: "C.UTF-8",
      ...more
    }
  }
}

/** Starts a program. `shown` gives the lines on the screen and above it, `until` waits for what a function finds there. */
export const open = (file, args, { columns = 80, rows = 24, cwd, env }) => {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true })
  const process = pty.spawn(file, args, { cols: columns, rows, cwd, env, name: env.TERM })
  const waiting = new Set()
  const shown = () => {
    const { active } = terminal.buffer
    const lines = Array.from({ length: active.length }, (_, index) => active.getLine(index)?.translateToString(true))
    return `${lines.join("\n").trimEnd()}\n`
  }
  process.onData((data) => terminal.write(data, () => waiting.forEach((look) => look())))
  // Programs ask the terminal what it is, and wait for the answer.
  terminal.onData((data) => process.write(data))
  const ended = new Promise((resolve) => {
    process.onExit(({ exitCode }) => terminal.write("", () => resolve({ code: exitCode, screen: shown() })))
  })
  const until = (find, patience = 30_000) =>
    new Promise((resolve, reject) => {
      const done = (end) => {
        clearTimeout(timer)
        waiting.delete(look)
        end()
      }
      const look = () => {
        const found = find(shown())
        if (found) done(() => resolve(found))
      }
      const timer = setTimeout(
        () => done(() => reject(new Error(`not found with ${find}; the terminal shows:\n${shown()}`))),
        patience
      )
      waiting.add(look)
      look()
    })
  return { ended, shown, until, type: (text) => process.write(text), stop: () => process.kill("SIGKILL") }
}

/** What `trilum` shows in a terminal of this size, and its exit code. */
export const screen = (argv, { columns, rows = 200, cwd, env }) =>
  open("trilum", argv, { columns, rows, cwd, env }).ended
