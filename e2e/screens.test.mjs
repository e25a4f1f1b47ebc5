/**
 * What a person sees: the command in a real terminal of 40, 80 and 120 columns, compared with the files in screens/.
 * `UPDATE_SCREENS=1 npm --prefix e2e test` writes them anew.
 */
import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { startEmulator } from "../packages/emulator/dist/promise.js"
import { home, open, screen } from "./terminal.mjs"

const folder = fileURLToPath(new URL("screens", import.meta.url))
const update = process.env.UPDATE_SCREENS === "1"

let emulator
let place

before(async () => {
  emulator = await startEmulator({ pace: 0, clock: "manual", seed: "screens" })
  place = home({
    LUMNISAI_BASE_URL: emulator.urls.lumnis,
    LUMNISAI_API_KEY: "emulator",
    LUML_BASE_URL: emulator.urls.luml,
    LUML_API_KEY: `dfs_${"0".repeat(43)}`,
    PAGER: "cat"
  })
  const run = (...argv) => promisify(execFile)("trilum", argv, { env: place.env })
  for (const [email, first, last] of [
    ["ada.lovelace@analytical-engines.example.com", "Ada", "Lovelace"],
    ["grace@example.com", "Grace", "Hopper"],
    ["taro@example.com", "日本語", "テスト"]
  ]) {
    await run("lumnis", "users", "create", "--email", email, "--first-name", first, "--last-name", last)
  }
  await run(
    "luml",
    "collections",
    "create",
    "churn",
    "--description",
    "Models that predict who leaves us within a month"
  )
})
after(() => emulator?.stop())

/** Name, exit code and words of each screen. */
const screens = [
  ["help", 0, []],
  ["help-group", 0, ["luml", "artifacts", "--help"]],
  ["help-command", 0, ["lumnis", "users", "create", "--help"]],
  ["help-topic", 0, ["help", "output"]],
  ["users", 0, ["lumnis", "users", "list"]],
  ["users-first-page", 0, ["lumnis", "users", "list", "--limit", "1"]],
  ["users-columns", 0, ["lumnis", "users", "list", "--columns", "email,id"]],
  ["users-wide", 0, ["lumnis", "users", "list", "--wide"]],
  ["users-none", 0, ["lumnis", "threads", "list", "--user", "grace@example.com"]],
  ["user", 0, ["lumnis", "users", "get", "grace@example.com"]],
  ["user-table", 0, ["lumnis", "users", "get", "grace@example.com", "--output", "table"]],
  ["collections", 0, ["luml", "collections", "list"]],
  ["operations", 0, ["operations", "--filter", "cancel"]],
  ["error-usage", 2, ["lumnis", "users", "lst"]],
  ["error-not-found", 5, ["lumnis", "users", "get", "nobody@example.com"]],
  ["dry-run", 0, ["lumnis", "users", "get", "grace@example.com", "--dry-run"]]
]

/** What differs from run to run. */
const stable = (text) =>
  text
    .replaceAll(/127\.0\.0\.1:\d+/g, "HOST")
    .replaceAll(/req_[0-9a-f]+/g, "REQUEST")
    .replaceAll(place.folder, "HOME")

describe("a terminal", () => {
  for (const columns of [40, 80, 120]) {
    for (const [name, code, argv] of screens) {
      it(`of ${columns} columns shows ${name}`, async () => {
        const shown = await screen(argv, { columns, cwd: place.folder, env: place.env })
        const text = stable(shown.screen)
        const file = join(folder, `${name}.${columns}.txt`)
        if (update) {
          mkdirSync(folder, { recursive: true })
          writeFileSync(file, text)
        }
        assert.equal(shown.code, code, text)
        assert.equal(text, readFileSync(file, "utf8"))
      })
    }
  }

  it("pages a long table, and waits for the pager on Ctrl-C", async () => {
    const shell = open("trilum", ["operations"], {
      columns: 80,
      rows: 20,
      cwd: place.folder,
      env: { ...place.env, PAGER: "sh -c 'trap \"\" INT; head -n 3; echo paged; read line < /dev/tty; echo left'" }
    })
    await shell.until((text) => text.includes("paged"))
    shell.type("\u0003")
    shell.type("\r")
    const { screen: shown } = await shell.ended
    assert.match(shown, /paged[\s\S]*left/)
    const short = await screen(["operations", "--filter", "cancelResponse"], {
      columns: 80,
      rows: 20,
      env: { ...place.env, PAGER: "echo paged" }
    })
    assert.doesNotMatch(short.screen, /paged/)
    const off = await screen(["operations", "--no-pager"], {
      columns: 80,
      rows: 20,
      env: { ...place.env, PAGER: "echo paged" }
    })
    assert.doesNotMatch(off.screen, /paged/)
  })
})
