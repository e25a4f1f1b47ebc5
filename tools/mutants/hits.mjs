/** Set-up file of the coverage run: writes which blocks of the sources a test file executed. */
import { appendFileSync } from "node:fs"
import { afterAll, expect } from "vitest"

const hits = new Set()
globalThis.trilumHit = (file, mark) => void hits.add(`${file}:${mark}`)
const started = performance.now()

afterAll(() => {
  const { testPath } = expect.getState()
  const line = { test: testPath, seconds: (performance.now() - started) / 1000, hits: [...hits] }
  const out = process.env.TRILUM_HITS
  if (out !== undefined) appendFileSync(out, `${JSON.stringify(line)}\n`)
})
