import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"
import { buildModel } from "../src/build.js"
import { type Document, parseDocument } from "../src/document.js"
import { filesOf } from "../src/files.js"
import type { Json, JsonObject } from "../src/json.js"
import { format } from "../src/layout.js"
import type { ApiModel } from "../src/model.js"
import { type Problem, Problems } from "../src/problems.js"

export const codegenRoot = dirname(dirname(fileURLToPath(import.meta.url)))
export const workspaceRoot = dirname(dirname(codegenRoot))

export interface Generated {
  readonly document: Document
  readonly model: ApiModel
  readonly problems: ReadonlyArray<Problem>
  readonly files: ReadonlyMap<string, string>
}

export const generate = (root: JsonObject, platform = "acme"): Generated => generateText(JSON.stringify(root), platform)

export const generateText = (text: string, platform: string): Generated => {
  const problems = new Problems()
  const document = parseDocument(text, "test")
  const model = buildModel(document, platform, problems)
  const files = new Map(format(filesOf(model)).map((file) => [file.name, file.text]))
  return { document, model, files, problems: problems.list() }
}

/** A small document: paths and schemas, the rest filled in. */
export const documentOf = (
  paths: JsonObject,
  schemas: JsonObject = {},
  more: JsonObject = {},
  components: JsonObject = {}
): JsonObject => ({
  openapi: "3.1.0",
  info: { title: "Acme", version: "1" },
  security: [{ key: [] }],
  paths,
  components: { schemas, ...components },
  ...more
})

/** An operation that answers with a schema. */
export const answering = (schema: Json, more: JsonObject = {}): JsonObject => ({
  tags: ["things"],
  responses: { 200: { description: "ok", content: { "application/json": { schema } } } },
  ...more
})

export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

export const textOf = (generated: Generated, name: string): string => {
  const text = generated.files.get(name)
  if (text === undefined) throw new Error(`${name} was not generated: ${[...generated.files.keys()].join(", ")}`)
  return text
}

/** The declaration of a type, an operation or a schema, up to the line that ends it. */
export const declared = (text: string, start: string): string => {
  const at = text.indexOf(`export ${start}`)
  if (at === -1) throw new Error(`no "export ${start}" in:\n${text}`)
  const end = text.slice(at).search(/\n(?=\n|\/\*\*|$)/)
  return end === -1 ? text.slice(at) : text.slice(at, at + end)
}

const clientModule = `import type * as Core from "@trilum/core/ApiClient"
export type PreparedError = never
export type RequestOptions = Core.RequestOptions
export type ApiClient = Core.ApiClient<PreparedError, RequestOptions>
`

const baseOptions = (): ts.CompilerOptions => {
  const file = join(workspaceRoot, "tsconfig.base.json")
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, workspaceRoot)
  return {
    ...options,
    composite: false,
    incremental: false,
    declaration: false,
    declarationMap: false,
    sourceMap: false,
    noEmit: true
  }
}

/** Files of the disk, parsed once for all programs. */
const parsed = new Map<string, ts.SourceFile | undefined>()

/** A program over the disk and over texts that stand in front of it; of a folder with texts, only they are seen. */
const programOf = (roots: ReadonlyArray<string>, texts: ReadonlyMap<string, string>): ts.Program => {
  const options = baseOptions()
  const host = ts.createCompilerHost(options, true)
  const folders = new Set([...texts.keys()].map(dirname))
  const parents = new Set([...folders].flatMap((folder) => [folder, dirname(folder), dirname(dirname(folder))]))
  const { directoryExists, fileExists, getSourceFile, readFile } = host
  host.fileExists = (file) => texts.has(file) || (!folders.has(dirname(file)) && fileExists.call(host, file))
  host.readFile = (file) => texts.get(file) ?? readFile.call(host, file)
  host.directoryExists = (folder) => parents.has(folder) || directoryExists?.call(host, folder) === true
  host.getSourceFile = (file, languageVersion, onError, fresh) => {
    const text = texts.get(file)
    if (text !== undefined) return ts.createSourceFile(file, text, languageVersion, true)
    const known = parsed.get(file) ?? getSourceFile.call(host, file, languageVersion, onError, fresh)
    parsed.set(file, known)
    return known
  }
  return ts.createProgram([...roots], options, host)
}

const messageOf = (diagnostic: ts.Diagnostic, source: ts.SourceFile, base: string): string => {
  const { line } = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
  return `${source.fileName.slice(base.length + 1)}:${line + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`
}

const sourcesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? entry.name === "generated"
        ? []
        : sourcesIn(join(folder, entry.name))
      : entry.name.endsWith(".ts")
        ? [join(folder, entry.name)]
        : []
  )

/** Type-checks what a package has beside its generated folder over another one, which is read from `folder`. */
export const typeErrorsOver = (name: string, folder: string): ReadonlyArray<string> => {
  const base = join(workspaceRoot, "packages", name, "src")
  const texts = new Map(
    readdirSync(folder).map((file) => [join(base, "generated", file), readFileSync(join(folder, file), "utf8")])
  )
  const sources = sourcesIn(base)
  const program = programOf(sources, texts)
  return sources.flatMap((file) => {
    const source = program.getSourceFile(file)
    if (source === undefined) throw new Error(`${file} was not read`)
    return program.getSemanticDiagnostics(source).map((diagnostic) => messageOf(diagnostic, source, base))
  })
}

/**
 * Type-checks generated folders against core's sources, all in one program and without touching the disk. Gives the
 * errors of each folder.
 */
export const typeErrors = (folders: ReadonlyMap<string, Generated>): ReadonlyMap<string, ReadonlyArray<string>> => {
  const base = join(codegenRoot, "build", "virtual")
  const texts = new Map<string, string>()
  for (const [folder, { files }] of folders) {
    texts.set(join(base, folder, "client.ts"), clientModule)
    for (const [name, text] of files) texts.set(join(base, folder, "generated", name), text)
  }
  const program = programOf([...texts.keys()], texts)
  const errors = new Map<string, Array<string>>([...folders.keys()].map((folder) => [folder, []]))
  for (const file of texts.keys()) {
    const source = program.getSourceFile(file)
    if (source === undefined) throw new Error(`${file} was not read`)
    for (const diagnostic of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
      const [folder = ""] = file.slice(base.length + 1).split(/[/\\]/)
      errors.get(folder)?.push(messageOf(diagnostic, source, base))
    }
  }
  return errors
}

/** A folder below the package's build folder, so that what is written there can import core. */
export const temporaryFolder = (): { readonly path: string; readonly remove: () => void } => {
  const base = join(codegenRoot, "build")
  if (!existsSync(base)) mkdirSync(base)
  const path = mkdtempSync(join(base, "run-"))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Writes a generated folder with its client module, ready to be imported. */
export const writeGenerated = (folder: string, generated: Generated): void => {
  mkdirSync(join(folder, "generated"), { recursive: true })
  writeFileSync(join(folder, "client.ts"), clientModule)
  for (const [name, text] of generated.files) writeFileSync(join(folder, "generated", name), text)
}

export const contractText = (platform: string): string =>
  readFileSync(join(workspaceRoot, "contracts", `${platform}.openapi.json`), "utf8")
