/**
 * Documentation that cannot rot: every public export carries one `@since` and one `@category`, and with `--examples`
 * every `@example` and every ```ts block of the guides compiles against the sources.
 *
 *     node tools/checks/doc-tags.mjs [--examples]
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { files, published, root } from "../workspace.mjs"
import { blocks, hidden, pageBlocks, portable } from "./blocks.mjs"

/** Modules that a package's `exports` let nobody import need no tags; neither does a package that exports none. */
const isPublic = (name) => {
  const { exports } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"))
  const hidden = Object.entries(exports)
    .filter(([path, target]) => target === null && path.endsWith("/*"))
    .map(([path]) => `packages/${name}/src/${path.slice(2, -1)}`)
  const importable = Object.keys(exports).some((path) => path !== "./package.json" && exports[path] !== null)
  return (file) => importable && !hidden.some((prefix) => portable(file).startsWith(prefix))
}

const sources = published
  .flatMap((name) => files(join(root, "packages", name, "src")).filter(isPublic(name)))
  .filter((file) => file.endsWith(".ts") && !/\/(?:generated|internal)\//.test(portable(file)))

const problems = []

const names = (statement) => {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => declaration.name.getText())
  }
  return statement.name === undefined ? ["default"] : [statement.name.getText()]
}

const isExported = (statement) =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)

const docBlock = (source, statement) => {
  const ranges = ts.getLeadingCommentRanges(source.text, statement.getFullStart()) ?? []
  const last = ranges
    .map(({ pos, end }) => source.text.slice(pos, end))
    .filter((text) => text.startsWith("/**"))
    .at(-1)
  return last ?? ""
}

// Overloads, and a type with the value of its name, share one block.
const checkTags = (source) => {
  const blocks = new Map()
  for (const statement of source.statements) {
    if (!isExported(statement)) continue
    const line = source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1
    for (const name of names(statement)) {
      const entry = blocks.get(name) ?? { line, texts: [] }
      entry.texts.push(docBlock(source, statement))
      blocks.set(name, entry)
    }
  }
  for (const [name, { line, texts }] of blocks) {
    const tagged = texts.filter((text) => /@since\b|@category\b/.test(text))
    const wrong = (text) => {
      const since = text.match(/@since\s+\d+\.\d+\.\d+\b/g) ?? []
      const category = text.match(/@category\s+[\w-]+/g) ?? []
      return since.length !== 1 || category.length !== 1
    }
    if (tagged.length === 0 || tagged.some(wrong)) {
      problems.push(
        `${portable(source.fileName)}:${line} ${name} needs one \`@since x.y.z\` and one \`@category name\``
      )
    }
  }
}

const docExamples = (source) => {
  const found = []
  for (const match of source.text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    if (!match[0].includes("@example")) continue
    const offset = source.text.slice(0, match.index).split("\n").length - 1
    found.push(...blocks(match[0], portable(source.fileName), offset).filter(({ language }) => language === "ts"))
  }
  return found
}

// The blocks become files of the examples package, in memory: it depends on everything a reader would install.
const compile = (examples) => {
  const directory = join(root, "examples")
  const config = ts.getParsedCommandLineOfConfigFile(join(directory, "tsconfig.json"), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"))
    }
  })
  const options = { ...config.options, noUnusedLocals: false, incremental: false, tsBuildInfoFile: undefined }
  const virtual = new Map(examples.map((example, i) => [join(directory, `doc-block-${i}.ts`), example]))
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => virtual.has(file) || fileExists(file)
  host.readFile = (file) => virtual.get(file)?.code ?? readFile(file)
  host.getSourceFile = (file, languageVersion, ...rest) => {
    const code = virtual.get(file)?.code
    return code === undefined
      ? getSourceFile(file, languageVersion, ...rest)
      : ts.createSourceFile(file, code, languageVersion)
  }
  const program = ts.createProgram([...virtual.keys()], options, host)
  for (const [file, example] of virtual) {
    const source = program.getSourceFile(file)
    for (const diagnostic of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
      const { line } = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n  ")
      problems.push(`${example.origin}:${example.line + line + 1} TS${diagnostic.code}: ${message}`)
    }
  }
}

const examples = []
for (const file of sources) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true)
  checkTags(source)
  examples.push(...docExamples(source))
}

if (process.argv.includes("--examples")) {
  for (const { blocks, origin, text } of pageBlocks()) {
    problems.push(...hidden(text, origin, blocks))
    examples.push(...blocks.filter(({ exception, language }) => language === "ts" && exception !== "not checked"))
  }
  if (examples.length > 0) compile(examples)
}

if (problems.length > 0) {
  console.error(problems.join("\n"))
  console.error(`${problems.length} problem${problems.length === 1 ? "" : "s"} in the documentation`)
  process.exit(1)
}
if (process.argv.includes("--examples"))
  console.log(`${sources.length} modules and ${examples.length} examples are in order`)
