import { assert, describe, it } from "@effect/vitest"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as JsonNumber from "@trilum/core/JsonNumber"
import { NodeTransport } from "@trilum/core/node"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Logger from "effect/Logger"
import * as ArtifactFile from "../src/archive/ArtifactFile.js"
import { extraValuesOf } from "../src/archive/ExtraValues.js"
import * as DefaultDigest from "../src/node/DefaultDigest.js"
import * as Content from "../src/transfer/Content.js"
import { manifest, tar } from "./support/artifact.js"
import { client } from "./support/harness.js"
import * as Registry from "./support/Registry.js"

/** `meta.json` as Python writes it, with this text for the metrics. */
const meta = (metrics: string): string =>
  `[{"producer": "x", "producer_tags": ["dataforce.studio::registry_metrics:v1"], "payload": {"metrics": ${metrics}}}]`

const extract = (metrics: string) => extraValuesOf({}, new TextEncoder().encode(meta(metrics)))

describe("metrics that JSON does not have", () => {
  it("one NaN does not drop the other metrics of an archive, and a warning names it", () => {
    const inspector = ArtifactFile.inspector("model.luml", DefaultDigest.sha256())
    inspector.push(tar({ "manifest.json": manifest, "meta.json": meta('{"F1": 0.5, "AUC": NaN, "n": 3}') }))
    const result = inspector.result()
    assert.propertyVal(result, "file_name", "model.luml")
    assert.deepStrictEqual(Reflect.get(result, "extra_values"), { F1: 0.5, n: 3 })
    assert.deepStrictEqual(inspector.warnings(), ["AUC is NaN, which is not a finite number, and was omitted"])
  })

  it.scopedLive("an upload sends every digit of an integer", () =>
    Effect.gen(function* () {
      const registry = yield* Registry.make()
      const luml = yield* client(registry)
      const bytes = tar({ "manifest.json": manifest, "meta.json": meta('{"id": 12345678901234567890, "F1": 0.5}') })
      yield* luml.artifacts.upload(new Uint8Array(bytes), { fileName: "m.luml" })
      const created = registry.of("api").find(({ body, method }) => method === "POST" && body.includes("extra_values"))
      assert.include(created?.body.toString(), '"extra_values":{"id":12345678901234567890,"F1":0.5}')
    }).pipe(Effect.provide(NodeTransport.layer()), Effect.provide(DefaultFiles.layer))
  )

  it.scoped("an upload warns of them by name, with the file", () =>
    Effect.gen(function* () {
      const lines: Array<unknown> = []
      const logger = Logger.make(({ message }) => lines.push(...[message].flat()))
      const bytes = tar({ "manifest.json": manifest, "meta.json": meta('{"F1": 0.5, "AUC": NaN}') })
      const content = yield* Content.open(bytes, { fileName: "model.luml", maxSize: 1_000_000 })
      yield* Effect.provide(Content.inspect(content), Logger.replace(Logger.defaultLogger, logger))
      assert.deepStrictEqual(lines, ["model.luml: AUC is NaN, which is not a finite number, and was omitted"])
    })
  )

  it("leaves out infinities and overflows at any depth, keeps array positions and text that looks like numbers", () => {
    const { values, warnings } = extract(
      '{"a": Infinity, "b": -Infinity, "c": 1e400, "d": {"e": -1e999, "f": 1}, "g": [1, NaN, 3], ' +
        '"h": "NaN, \\" Infinity", "NaN": 2, "i": 1e-400, "j": -0.1}'
    )
    assert.deepStrictEqual(values, {
      d: { f: 1 },
      g: [1, null, 3],
      h: 'NaN, " Infinity',
      NaN: 2,
      i: 0,
      j: -0.1
    })
    assert.deepStrictEqual(
      warnings.map((warning) => warning.split(" ")[0]),
      ["a", "b", "c", "d.e", "g[1]"]
    )
  })

  it("keeps the digits of an integer that has no exact number, and shows the nearest number to others", () => {
    const { values, warnings } = extract('{"id": 9007199254740993, "even": 9007199254740994, "big": 1e300, "pi": 3.14}')
    assert.strictEqual(
      JsonNumber.stringify(values),
      '{"id":9007199254740993,"even":9007199254740994,"big":1e+300,"pi":3.14}'
    )
    assert.strictEqual(JSON.stringify(values), '{"id":9007199254740992,"even":9007199254740994,"big":1e+300,"pi":3.14}')
    assert.deepStrictEqual(warnings, [])
  })

  it("leaves out what is nested too deep to be sent", () => {
    const { values, warnings } = extract(`{"ok": 1, "deep": ${"[".repeat(5000)}${"]".repeat(5000)}}`)
    assert.propertyVal(values, "ok", 1)
    assert.lengthOf(warnings, 1)
    assert.isString(JSON.stringify(values))
  })

  it("reads any valid JSON as JSON.parse does", () => {
    FastCheck.assert(
      FastCheck.property(FastCheck.dictionary(FastCheck.string(), FastCheck.jsonValue({ maxDepth: 4 })), (metrics) => {
        const text = JSON.stringify(metrics)
        assert.deepStrictEqual(JSON.parse(JsonNumber.stringify(extract(text).values)), JSON.parse(text))
      })
    )
  })

  it("treats broken JSON as none, also around NaN", () => {
    for (const broken of ['{"a": NaNa}', '{"a": NaN', '{"a": "NaN}', '{"a": -}', '{"a": 01}', '{"a": +1}', "NaN"]) {
      assert.deepStrictEqual(extract(broken), { values: {}, warnings: [] })
    }
  })
})
