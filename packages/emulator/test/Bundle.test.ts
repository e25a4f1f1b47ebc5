import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { build } from "esbuild"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ok } from "./support.js"

describe("inside a bundle", () => {
  let directory = ""
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "trilum-bundle-"))
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it.each([true, false])("contracts and validation are found (splitting: %s)", async (splitting) => {
    const outdir = join(directory, String(splitting))
    await build({
      entryPoints: [new URL("../src/promise.ts", import.meta.url).pathname],
      bundle: true,
      splitting,
      minify: splitting,
      platform: "node",
      format: "esm",
      outdir,
      outExtension: { ".js": ".mjs" },
      logLevel: "silent"
    })
    const { startEmulator } = await import(/* @vite-ignore */ pathToFileURL(join(outdir, "promise.mjs")).href)
    const emulator = await startEmulator()
    for (const [url, credential] of [
      [`${emulator.urls.lumnis}/v1/users?page=1`, "lmn_x"],
      [`${emulator.urls.lvng}/api/v2/agents?limit=1`, `lvng_sk_test_${"0".repeat(32)}`],
      [`${emulator.urls.luml}/v1/users/me/organizations`, "dfs_x"]
    ]) {
      expect(await ok(String(url), { headers: { authorization: `Bearer ${credential}` } })).toBeDefined()
    }
    await emulator.stop()
  })
})
