/**
 * A platform and its resources as groups of commands, from the catalog of its operations.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import type { Entry, Group } from "../../Command.js"
import { kebab } from "../../names.js"
import type { Platform, PlatformName } from "../../platforms/Platform.js"
import { commandOf } from "./call.js"

/** Commands made by hand, for what people do daily. */
const daily: Readonly<Record<PlatformName, ReadonlyArray<Entry>>> = {
  lumnis: [
    {
      name: "invoke",
      summary: "Ask an agent and wait for its answer",
      heading: "Agents",
      load: async () => (await import("../lumnis/invoke.js")).invoke
    },
    {
      name: "attach",
      summary: "Wait for a run that was started before",
      heading: "Agents",
      load: async () => (await import("../lumnis/attach.js")).attach
    }
  ],
  lvng: [],
  luml: []
}

const resourceGroup = (platform: Platform, resource: string, operations: ReadonlyArray<CatalogEntry>): Group => ({
  _tag: "Group",
  path: [platform.name, kebab(resource)],
  summary: `${platform.title}: ${resource}.`,
  entries: operations.map((entry) => ({
    name: kebab(entry.name),
    summary: entry.summary ?? `${entry.method} ${entry.path}`,
    load: async () => commandOf(platform, entry)
  })),
  notes: [`Options and examples of a command: trilum ${platform.name} ${kebab(resource)} <command> --help`]
})

const byResource = (catalog: ReadonlyArray<CatalogEntry>): ReadonlyMap<string, ReadonlyArray<CatalogEntry>> => {
  const out = new Map<string, Array<CatalogEntry>>()
  for (const entry of catalog) {
    const list = out.get(entry.resource)
    if (list === undefined) out.set(entry.resource, [entry])
    else list.push(entry)
  }
  return out
}

const preview = (operations: ReadonlyArray<CatalogEntry>): string => {
  const names = operations.map((entry) => kebab(entry.name))
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
      ...daily[platform.name],
      ...[...byResource(catalog)].map(
        ([resource, operations]): Entry => ({
          name: kebab(resource),
          summary: preview(operations),
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
