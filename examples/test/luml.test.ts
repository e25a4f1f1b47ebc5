import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { Emulator } from "@trilum/emulator"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as EffectStyle from "../src/luml/effect.js"
import * as PromiseStyle from "../src/luml/promise.js"

const file = fileURLToPath(new URL("../../fixtures/luml/linreg.fnnx", import.meta.url))

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "trilum-example-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

describe("artifacts go up and come down as the examples show it", () => {
  it.scopedLive("with Effect", () =>
    Effect.gen(function* () {
      const { urls } = yield* Emulator.make()
      const target = yield* folder
      const environment = ConfigProvider.fromMap(
        new Map([
          ["LUML_API_KEY", "key"],
          ["LUML_BASE_URL", urls.luml]
        ])
      )
      const result = yield* Effect.withConfigProvider(EffectStyle.main(file, target), environment)
      assert.strictEqual(result.inspection.artifact_type, "model")
      assert.deepStrictEqual(result.artifact.extra_values, { R2: 0.8449, MAE: 2753.9 })
      assert.strictEqual(result.version.version, 1)
      assert.isTrue(readFileSync(result.copy.path).equals(readFileSync(file)))
    })
  )

  it.scopedLive("with promises", () =>
    Effect.gen(function* () {
      const { urls } = yield* Emulator.make()
      const target = yield* folder
      const result = yield* Effect.promise(() => PromiseStyle.main(file, target, { apiKey: "key", baseUrl: urls.luml }))
      assert.strictEqual(result.uploaded.status, "uploaded")
      assert.isTrue(readFileSync(result.path).equals(readFileSync(file)))
      assert.deepStrictEqual(result.names, ["nightly"])
      assert.isUndefined(result.left)
    })
  )
})
