/**
 * The public surface of every package as text, in `api/`: a change of a type that users see is a line of a diff.
 * Reads the declarations of the build. Modules that are generated from the contracts are named only.
 *
 *     node tools/api.mjs             fails when a report is out of date
 *     node tools/api.mjs --update    writes the reports
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import ts from "typescript"
import { files, published, root, specifiers } from "./workspace.mjs"

const reports = join(root, "api")
const dist = (name) => join(root, "packages", name, "dist")
const isGenerated = (specifier) => specifier.includes("/generated/")

/** The declarations behind a specifier: the file that `types` of the export map names. */
const declarations = (name) => {
  const { exports } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"))
  const types = (value) => (typeof value === "string" ? value : (value?.types ?? types(value?.default ?? value?.node)))
  return (specifier) => {
    const key = `.${specifier.slice(`@trilum/${name}`.length)}`
    const target = exports[key] === undefined ? types(exports["./*"]).replace("*", key.slice(2)) : types(exports[key])
    return join(root, "packages", name, target)
  }
}

const printer = ts.createPrinter({ removeComments: true, omitTrailingSemicolon: true })

/** Sorts the members of unions: the compiler emits them in the order in which it met them, which an earlier build changes. */
const sortUnions = (source) => (context) => {
  const text = (node) => printer.printNode(ts.EmitHint.Unspecified, node, source)
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context)
    if (!ts.isUnionTypeNode(visited)) return visited
    const members = visited.types.map((type) => [text(type), type]).sort(([a], [b]) => (a < b ? -1 : 1))
    return context.factory.createUnionTypeNode(members.map(([, type]) => type))
  }
  return visit
}

const print = (declaration) => {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
  const source = declaration.getSourceFile()
  const [sorted] = ts.transform(statement, [sortUnions(source)]).transformed
  return printer.printNode(ts.EmitHint.Unspecified, sorted, source).replace(/\s+$/gm, "")
}

const origin = (file) => {
  const path = relative(join(root, "packages"), file).split(sep).join("/")
  const ours = /^([\w-]+)\/dist\/(.*)\.d\.ts$/.exec(path)
  if (ours === null) return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file.split(sep).join("/"))?.[1] ?? path
  return `@trilum/${ours[1]}${ours[2] === "index" ? "" : `/${ours[2]}`}`
}

const surface = (program, checker, file) => {
  const source = program.getSourceFile(file)
  const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source)
  if (symbol === undefined) return ""
  const lines = new Set()
  const named = new Map()
  const byName = (a, b) => (a.name < b.name ? -1 : 1)
  for (const exported of checker.getExportsOfModule(symbol).sort(byName)) {
    const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
    const own = (target.declarations ?? []).filter((declaration) => declaration.getSourceFile() === source)
    if (own.length > 0 && !own.some(ts.isSourceFile)) {
      for (const declaration of own) lines.add(print(declaration))
      continue
    }
    const from = target.declarations?.[0]?.getSourceFile().fileName
    const module = from === undefined ? "unknown" : origin(from)
    const all = (target.declarations ?? []).some(ts.isSourceFile)
    named.set(module, [...(named.get(module) ?? []), all ? `* as ${exported.name}` : exported.name])
  }
  const again = [...named].sort().map(([module, names]) => `export { ${names.join(", ")} } from "${module}"`)
  return [...again, ...lines].join("\n")
}

const report = (program, checker, name) => {
  const fileOf = declarations(name)
  const all = specifiers(name).sort()
  const parts = [`# @trilum/${name}`, "", "Written by `pnpm run api`. A change here is a change for users."]
  for (const specifier of all.filter((each) => !isGenerated(each))) {
    parts.push("", `## ${specifier}`, "", "```ts", surface(program, checker, fileOf(specifier)), "```")
  }
  const generated = all.filter(isGenerated)
  if (generated.length > 0) {
    parts.push("", "## Generated from the contract", "", ...generated.map((specifier) => `- ${specifier}`))
  }
  return `${parts.join("\n")}\n`
}

const names = published.filter((name) => specifiers(name).length > 0)
const program = ts.createProgram(
  names.flatMap((name) => files(dist(name)).filter((file) => file.endsWith(".d.ts"))),
  { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, skipLibCheck: true, types: ["node"] }
)
const checker = program.getTypeChecker()
const update = process.argv.includes("--update")
mkdirSync(reports, { recursive: true })
const stale = []
for (const name of names) {
  const file = join(reports, `${name}.md`)
  const text = report(program, checker, name)
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue
  if (update) writeFileSync(file, text)
  else stale.push({ name, text, before: existsSync(file) ? readFileSync(file, "utf8") : "" })
}
for (const { before, name, text } of stale) {
  const old = new Set(before.split("\n"))
  const now = new Set(text.split("\n"))
  console.error(`The public surface of @trilum/${name} has changed:`)
  for (const line of before.split("\n")) if (!now.has(line)) console.error(`- ${line}`)
  for (const line of text.split("\n")) if (!old.has(line)) console.error(`+ ${line}`)
}
if (stale.length > 0) {
  console.error("If this is meant, run `pnpm run api` and commit api/.")
  process.exit(1)
}
console.log(`api: ${names.length} reports ${update ? "written" : "are up to date"}`)
