import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join as joinPath } from "node:path"
import { fileURLToPath } from "node:url"

/**
 * Source text in pieces. Biome formats it: the printers decide about tokens only.
 *
 * @since 0.1.0
 * @category models
 */
export type Layout = string | ReadonlyArray<Layout>

/** @since 0.1.0 @category constructors */
export const hardline: Layout = "\n"

/** @since 0.1.0 @category combinators */
export const join = (separator: Layout, items: ReadonlyArray<Layout>): Layout =>
  items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]))

/** `open` items `close`, separated by commas. @since 0.1.0 @category combinators */
export const list = (open: string, items: ReadonlyArray<Layout>, close: string, pad = ""): Layout =>
  items.length === 0 ? open + close : [open, pad, join(", ", items), pad, close]

/** As {@link list}, one item a line. @since 0.1.0 @category combinators */
export const block = (open: string, items: ReadonlyArray<Layout>, close: string, separator: Layout = ","): Layout =>
  items.length === 0 ? open + close : [open, hardline, join([separator, hardline], items), hardline, close]

/** @since 0.1.0 @category combinators */
export const field = (name: string, value: Layout): Layout => [`${name}: `, value]

/** @since 0.1.0 @category rendering */
export const render = (layout: Layout): string => (typeof layout === "string" ? layout : layout.map(render).join(""))

/** The root of the repository. This module and its bundle are in folders of the same depth. */
const root = fileURLToPath(new URL("../../../", import.meta.url))

/**
 * Formats files with the settings of this repository, all of them in one run of Biome.
 *
 * @since 0.1.0
 * @category rendering
 */
export const format = <F extends { readonly name: string; readonly text: string }>(
  files: ReadonlyArray<F>
): ReadonlyArray<F> => {
  const folder = mkdtempSync(joinPath(tmpdir(), "trilum-codegen-"))
  try {
    const { files: _, vcs: __, ...settings } = JSON.parse(readFileSync(joinPath(root, "biome.json"), "utf8"))
    writeFileSync(joinPath(folder, "biome.json"), JSON.stringify({ ...settings, files: { maxSize: 4194304 } }))
    for (const { name, text } of files) writeFileSync(joinPath(folder, name), text)
    const require = createRequire(joinPath(root, "package.json"))
    const biome = joinPath(require.resolve("@biomejs/biome/package.json"), "..", "bin", "biome")
    const args = [biome, "format", "--write", "--colors=off", "."]
    const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" })
    if (status !== 0) throw new Error(`Biome cannot format the generated files: ${stderr}${stdout}`)
    return files.map((file) => ({ ...file, text: readFileSync(joinPath(folder, file.name), "utf8") }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
