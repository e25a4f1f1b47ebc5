/**
 * A platform and its resources as groups of commands, from the catalog of its operations.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import type { Command, Entry, Group } from "../../Command.js"
import { kebab } from "../../names.js"
import type { Platform } from "../../platforms/Platform.js"
import { commandOf } from "./call.js"
import { daily } from "./daily.js"

const operationEntry = (platform: Platform, operation: CatalogEntry, heading: string | undefined): Entry => {
  const load = async (): Promise<Command> => commandOf(platform, operation)
  return {
    name: kebab(operation.name),
    summary: operation.summary ?? `${operation.method} ${operation.path}`,
    heading,
    load,
    operation: load
  }
}

/** A command made by hand whose name an operation has, too. */
const before = (platform: Platform, operation: CatalogEntry, entry: Entry): Entry => ({
  ...entry,
  load: async () => {
    const node = await entry.load()
    if (node._tag === "Group") return node
    const words = ["trilum", ...node.path].join(" ")
    const call = [words, ...operation.pathParameters.map(({ name }) => `<${name}>`)].join(" ")
    const how = operation.pathParameters.length === 0 ? `${call} with its own options` : call
    const ways = entry.covers === true ? "with --raw" : `${how}, or with --raw`
    return {
      ...node,
      notes: [...(node.notes ?? []), `The operation of this name: ${ways}. Its page: ${words} --raw --help`]
    }
  },
  operation: async () => commandOf(platform, operation)
})

const resourceGroup = (platform: Platform, resource: string, operations: ReadonlyArray<CatalogEntry>): Group => {
  const { fallbacks, resources } = daily[platform.name]
  const made = resources[kebab(resource)] ?? []
  const fallback = fallbacks[kebab(resource)]
  const byName = new Map(operations.map((operation) => [kebab(operation.name), operation]))
  const words = `trilum ${platform.name} ${kebab(resource)}`
  return {
    _tag: "Group",
    path: [platform.name, kebab(resource)],
    summary: `${platform.title}: ${resource}.`,
    fallback,
    entries: [
      ...made.map((entry): Entry => {
        const operation = byName.get(entry.name)
        return operation === undefined ? entry : before(platform, operation, entry)
      }),
      ...operations
        .filter(({ name }) => !made.some((entry) => entry.name === kebab(name)))
        .map((operation) => operationEntry(platform, operation, made.length === 0 ? undefined : "Operations"))
    ],
    notes: [`Options and examples of a command: ${words} <command> --help`]
  }
}

const byResource = (catalog: ReadonlyArray<CatalogEntry>): ReadonlyMap<string, ReadonlyArray<CatalogEntry>> => {
  const out = new Map<string, Array<CatalogEntry>>()
  for (const entry of catalog) {
    const list = out.get(entry.resource)
    if (list === undefined) out.set(entry.resource, [entry])
    else list.push(entry)
  }
  return out
}

const nameOf = ({ name }: { readonly name: string }): string => kebab(name)

const preview = (all: ReadonlyArray<string>): string => {
  const names = [...new Set(all)]
  const shown = names.slice(0, 6).join(", ")
  return names.length > 6 ? `${shown}, and ${names.length - 6} more` : shown
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const platformGroup = async (platform: Platform): Promise<Group> => {
  const catalog = await platform.catalog()
  return {
    _tag: "Group",
    path: [platform.name],
    summary: `${platform.summary}. ${catalog.length} operations.`,
    entries: [
      ...daily[platform.name].entries,
      ...[...byResource(catalog)].map(
        ([resource, operations]): Entry => ({
          name: kebab(resource),
          summary: preview([...(daily[platform.name].resources[kebab(resource)] ?? []), ...operations].map(nameOf)),
          heading: "Resources",
          load: async () => resourceGroup(platform, resource, operations)
        })
      )
    ],
    notes: [
      `The key is read from ${platform.keyVariable}, or stored by trilum auth login --platform ${platform.name}. ` +
        `${platform.baseUrlVariable} names another server than ${platform.defaultBaseUrl}.`
    ]
  }
}
