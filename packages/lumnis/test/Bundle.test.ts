/** What a web page loads of the promise client: built for the browser from its sources, and run with `fetch`. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import { type BuildOptions, build, type Metafile } from "esbuild"

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

const bundle = async (name: string, options: BuildOptions): Promise<Metafile> => {
  const { metafile } = await build({
    stdin: {
      contents: `export { createLumnis, TransportError } from "@trilum/lumnis/promise"`,
      resolveDir: root,
      sourcefile: "page.js"
    },
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
    ...options,
    metafile: true
  })
  return metafile
}

type Page = Pick<typeof import("../src/promise.js"), "createLumnis" | "TransportError">

const load = (name: string): Promise<Page> => import(pathToFileURL(join(folder, name, "page.mjs")).href)

const started = (): RunningEmulator => emulator ?? assert.fail("the emulator does not run")

const clientOf = ({ createLumnis }: Page) =>
  createLumnis({ apiKey: "lmn_live_page", baseUrl: started().urls.lumnis, retry: false })

/** Output files that a page loads before it runs, and all of them, by their text. */
const textsOf = (metafile: Metafile): { readonly start: string; readonly all: string } => {
  const texts = new Map(Object.keys(metafile.outputs).map((path) => [path, readFileSync(join(root, path), "utf8")]))
  const start = new Set<string>()
  const add = (path: string): void => {
    const output = metafile.outputs[path]
    if (output === undefined || start.has(path)) return
    start.add(path)
    for (const { kind, path: imported } of output.imports) if (kind === "import-statement") add(imported)
  }
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) if (entryPoint?.endsWith("page.js")) add(path)
  return { start: [...start].map((path) => texts.get(path)).join("\n"), all: [...texts.values()].join("\n") }
}

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

/** A call of a resource that is loaded for it, a run, and a stream; real requests, real answers. */
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
  it("loads no resource to start, and each with its first call", async () => {
    const metafile = await bundle("split", { splitting: true })
    withoutNode(metafile)
    const { all, start } = textsOf(metafile)
    for (const only of ["/v1/campaigns", "/v1/users", "/v1/sequences", "/v1/files", "multipart/form-data"]) {
      assert.include(all, only)
      assert.notInclude(start, only)
    }
    await use(await load("split"))
  })

  it("built without splitting is one file that does the same", async () => {
    const metafile = await bundle("whole", {})
    withoutNode(metafile)
    assert.strictEqual(Object.keys(metafile.outputs).length, 1)
    await use(await load("whole"))
  })

  it("whose network is gone tells that a resource could not be loaded, and sends nothing", async () => {
    const metafile = await bundle("offline", { splitting: true, chunkNames: "[name]-[hash]" })
    const page = await load("offline")
    for (const [path, { inputs }] of Object.entries(metafile.outputs)) {
      if (Object.keys(inputs).some((input) => input.endsWith("generated/users.ts"))) rmSync(join(root, path))
    }
    const lumnis = clientOf(page)
    try {
      started().clearRequests()
      const error = await lumnis.users.get("x").then(
        () => assert.fail("expected a rejection"),
        (cause: unknown) => cause
      )
      assert.instanceOf(error, page.TransportError)
      assert.deepInclude(error, { platform: "lumnis", code: "CODE_NOT_LOADED", attempts: 0 })
      assert.deepStrictEqual(started().requests(), [])
      assert.isString((await lumnis.tenant.getCurrent()).name)
    } finally {
      await lumnis.close()
    }
  })
})
