/**
 * Builds the site into build/site: the API reference from the sources of the packages, the pages, and the text for
 * language models (llms.txt, llms-full.txt).
 *
 *     node .vitepress/build.mjs [reference|pages]...
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { Application } from "typedoc"
import { build } from "vitepress"
import { sections } from "./sections.mjs"

const docs = dirname(dirname(fileURLToPath(import.meta.url)))
const root = dirname(docs)
const api = join(docs, "api")
const site = join(root, "build/site")

const asked = process.argv.slice(2)
const wanted = (step) => asked.length === 0 || asked.includes(step)

const modulesIn = (...path) => {
  const directory = join(root, "packages", ...path)
  return existsSync(directory)
    ? readdirSync(directory)
        .filter((file) => file.endsWith(".ts"))
        .map((file) => join(directory, file))
    : []
}

/** Modules that a program imports. Those of the emulator and the tools behind them are its own. */
const entryPoints = () => [
  ...["core", "lumnis", "lvng", "luml", "batch", "mcp"].flatMap((name) => [
    ...modulesIn(name, "src"),
    ...modulesIn(name, "src/node"),
    ...modulesIn(name, "src/resources"),
    ...modulesIn(name, "src/generated").filter((file) => !/(?:catalog|index)\.ts$/.test(file))
  ]),
  ...["index.ts", "promise.ts"].map((file) => join(root, "packages/emulator/src", file))
]

/** A page has the name under which a program imports the module: `core/Retry`, `lumnis/promise`. */
const specifier = (file) =>
  relative(join(root, "packages"), file)
    .replace("/src/", "/")
    .replace(/\.ts$/, "")
    .replace(/\/index$/, "")

const buildReference = async () => {
  rmSync(api, { recursive: true, force: true })
  const files = entryPoints()
  const app = await Application.bootstrapWithPlugins({
    name: "Reference",
    entryPoints: files,
    tsconfig: join(docs, "tsconfig.json"),
    plugin: ["typedoc-plugin-markdown"],
    outputFileStrategy: "modules",
    entryFileName: "index",
    out: api,
    readme: "none",
    // `pnpm check` does this; here the sources are only read.
    skipErrorChecking: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    excludeTags: ["@since"],
    disableSources: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    validation: false,
    logLevel: "Error",
    parametersFormat: "table",
    propertiesFormat: "table",
    interfacePropertiesFormat: "table",
    classPropertiesFormat: "table",
    typeDeclarationFormat: "table",
    enumMembersFormat: "table",
    tableColumnSettings: { hideModifiers: true, hideInherited: true, hideOverrides: true, hideSources: true }
  })
  const project = await app.convert()
  if (project === undefined) throw new Error("typedoc could not read the sources")
  const named = new Map(files.map((file) => [file, specifier(file)]))
  for (const module of project.children ?? []) {
    const file = files.find((candidate) => candidate.endsWith(`/${module.name}.ts`))
    if (file !== undefined) module.name = named.get(file)
  }
  await app.generateOutputs(project)
  if (app.logger.hasErrors()) throw new Error("typedoc reported errors")
  writeSidebar(project.children?.map(({ name }) => name) ?? [])
}

const writeSidebar = (names) => {
  const groups = new Map()
  for (const name of names.sort()) {
    const [group] = name.split("/")
    const link = existsSync(join(api, `${name}.md`)) ? `/api/${name}` : `/api/${name}/`
    if (!groups.has(group)) groups.set(group, [])
    groups.get(group).push({ text: name === group ? name : name.slice(group.length + 1), link })
  }
  const sidebar = [...groups].map(([text, items]) => ({ text: `@trilum/${text}`, collapsed: true, items }))
  mkdirSync(api, { recursive: true })
  writeFileSync(join(api, "sidebar.json"), JSON.stringify(sidebar))
}

/** The text of a page as a reader sees it: includes filled in, front matter and comments gone. */
const textOf = (link) => {
  const file = join(docs, `${link}.md`)
  return readFileSync(file, "utf8")
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/<!--\s*@include:\s*(\S+?)\s*-->/g, (_, path) => readFileSync(join(dirname(file), path), "utf8"))
    .replace(/<!--[\s\S]*?-->\n?/g, "")
    .replace(/<\/?div[^>]*>\n?/g, "")
    .trim()
}

const descriptionOf = (text) => {
  const paragraph = text.split(/\n\s*\n/).find((part) => !/^(?:#|```|\||-|<|:::)/.test(part.trim())) ?? ""
  return (
    paragraph
      .replace(/\s+/g, " ")
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .match(/^.*?[.:](?=\s|$)/)?.[0] ?? ""
  ).replace(/:$/, ".")
}

const writeForModels = () => {
  const index = ["# Trilum", "", "> Typed clients, a local emulator and a command for Lumnis AI, LVNG and LUML."]
  const full = []
  for (const { items, text } of sections) {
    index.push("", `## ${text}`, "")
    for (const { link, text: title } of items) {
      const body = textOf(link.slice(1))
      index.push(`- [${title}](${link.slice(1)}.md): ${descriptionOf(body)}`)
      full.push(body)
      const copy = join(site, `${link.slice(1)}.md`)
      mkdirSync(dirname(copy), { recursive: true })
      writeFileSync(copy, `${body}\n`)
    }
  }
  writeFileSync(join(site, "llms.txt"), `${index.join("\n")}\n`)
  writeFileSync(join(site, "llms-full.txt"), `${full.join("\n\n---\n\n")}\n`)
}

if (wanted("reference")) await buildReference()
if (wanted("pages")) {
  await build(docs)
  writeForModels()
}
