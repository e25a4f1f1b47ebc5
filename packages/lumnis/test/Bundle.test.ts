/** What a web page loads of the promise client: built for the browser from its sources, and run with `fetch`. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import { build, type Metafile } from "esbuild"

const root = fileURLToPath(new URL("..", import.meta.url))
let folder = ""
let emulator: RunningEmulator | undefined

beforeAll(async () => {
  mkdirSync(join(root, "build"), { recursive: true })
  folder = mkdtempSync(join(root, "build", "bundle-"))
  emulator = await startEmulator({ pace: 0 })
})

afterAll(async () => {
  await emulator?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const whole = `export { createLumnis } from "@trilum/lumnis/promise"`

const slim = `
import { createLumnis as create } from "@trilum/lumnis/slim"
import { files, users } from "@trilum/lumnis/resources"
export const createLumnis = (options) => create({ ...options, resources: [users, files] })`

const bundle = async (name: string, contents: string): Promise<Metafile> => {
  const { metafile } = await build({
    stdin: { contents, resolveDir: root, sourcefile: "page.js" },
    absWorkingDir: root,
    outdir: join(folder, name),
    outExtension: { ".js": ".mjs" },
    entryNames: "page",
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    conditions: ["@trilum/source"],
    logLevel: "silent",
    metafile: true
  })
  return metafile
}

const textOf = (name: string): string => readFileSync(join(folder, name, "page.mjs"), "utf8")

/** Bytes of the file as it is sent. */
const zipped = (name: string): number => gzipSync(textOf(name), { level: 9 }).length

type Page = Pick<typeof import("../src/promise.js"), "createLumnis">

const load = (name: string): Promise<Page> => import(pathToFileURL(join(folder, name, "page.mjs")).href)

const started = (): RunningEmulator => emulator ?? assert.fail("the emulator does not run")

const clientOf = ({ createLumnis }: Page) =>
  createLumnis({ apiKey: "lmn_live_page", baseUrl: started().urls.lumnis, retry: false })

const withoutNode = (metafile: Metafile): void => {
  const outside = [...Object.values(metafile.inputs), ...Object.values(metafile.outputs)]
    .flatMap(({ imports }) => imports)
    .filter(({ external }) => external === true)
  assert.deepStrictEqual(outside, [])
  const inputs = Object.keys(metafile.inputs)
  assert.deepStrictEqual(
    inputs.filter((path) => /\/src\/(?:internal\/)?node\//.test(path) || path.includes("/undici/")),
    []
  )
}

/** A call, a run and a stream; real requests, real answers. */
const use = async (page: Page): Promise<void> => {
  const lumnis = clientOf(page)
  try {
    started().clearRequests()
    const user = await lumnis.users.create({ email: "page@example.com", first_name: "Ada" })
    assert.instanceOf(user.created_at, Date)
    const response = await lumnis.forUser(user.id).invoke("What changed?")
    assert.isString(response.output_text)
    const names: Array<string> = []
    for await (const { email } of lumnis.users.listAll()) names.push(email)
    assert.include(names, "page@example.com")
    const urls = started()
      .requests()
      .map(({ method, path }) => `${method} ${path}`)
    assert.include(urls[0], "POST")
    assert.isTrue(urls.some((url) => url.includes("/responses")))
  } finally {
    await lumnis.close()
  }
}

describe("a page", () => {
  it("with everything is one file of at most 178 KB", async () => {
    withoutNode(await bundle("whole", whole))
    assert.isAtMost(zipped("whole"), 178_000)
    await use(await load("whole"))
  })

  it("with two resources is one of at most 142 KB, without the code of the others", async () => {
    withoutNode(await bundle("slim", slim))
    assert.isAtMost(zipped("slim"), 142_000)
    for (const [chosen, path] of [
      [true, "/v1/users"],
      [true, "/v1/files"],
      [false, "/v1/campaigns"],
      [false, "/v1/sequences"]
    ] as const) {
      assert.include(textOf("whole"), path)
      assert.strictEqual(textOf("slim").includes(path), chosen, path)
    }
    await use(await load("slim"))
  })
})
