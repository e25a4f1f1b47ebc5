import { readFileSync } from "node:fs"
import { assert, it } from "@effect/vitest"
import { version } from "../src/internal/version.js"

it("User-Agent tells the version that is published", () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"))
  assert.deepInclude(manifest, { version })
})
