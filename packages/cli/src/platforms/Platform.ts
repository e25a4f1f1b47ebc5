/**
 * What the command knows of each platform: where it is, how its key is called, and how to load the rest.
 *
 * @since 0.1.0
 */
import type { CatalogEntry, InputSchemas } from "@trilum/core/OperationCatalog"
import type { SseEvent } from "@trilum/core/Sse"
import type { Connect, PlatformName, Token } from "./Connection.js"

export type * from "./Connection.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Platform {
  readonly name: PlatformName
  readonly title: string
  readonly summary: string
  readonly defaultBaseUrl: string
  readonly keyVariable: string
  readonly baseUrlVariable: string
  readonly tokens: ReadonlyArray<Token>
  /** A cheap call that a good key may make. */
  readonly verify: string
  /** Names of events that end a stream. */
  readonly lastEvents: ReadonlyArray<string>
  readonly catalog: () => Promise<ReadonlyArray<CatalogEntry>>
  /** JSON Schemas of the inputs of the operations. */
  readonly inputs: () => Promise<InputSchemas>
  readonly connect: () => Promise<Connect>
}

/**
 * @since 0.1.0
 * @category constants
 */
export const platforms: ReadonlyArray<Platform> = [
  {
    name: "lumnis",
    title: "Lumnis AI",
    summary: "Lumnis AI: agents, threads, users, files, outreach",
    defaultBaseUrl: "https://api.lumnis.ai",
    keyVariable: "LUMNISAI_API_KEY",
    baseUrlVariable: "LUMNISAI_BASE_URL",
    tokens: [],
    verify: "getCurrentTenant",
    lastEvents: ["complete"],
    catalog: async () => (await import("@trilum/lumnis/generated/catalog")).catalog,
    inputs: () => import("@trilum/lumnis/generated/inputs"),
    connect: async () => (await import("./lumnis.js")).connect
  },
  {
    name: "lvng",
    title: "LVNG",
    summary: "LVNG: chat, workflows, agents, knowledge",
    defaultBaseUrl: "https://api.lvng.ai",
    keyVariable: "LVNG_API_KEY",
    baseUrlVariable: "LVNG_BASE_URL",
    tokens: [{ kind: "jwt", variable: "LVNG_JWT_TOKEN" }],
    verify: "getWorkspacesHealth",
    lastEvents: ["done"],
    catalog: async () => (await import("@trilum/lvng/generated/catalog")).catalog,
    inputs: () => import("@trilum/lvng/generated/inputs"),
    connect: async () => (await import("./lvng.js")).connect
  },
  {
    name: "luml",
    title: "LUML",
    summary: "LUML: registry of ML artifacts",
    defaultBaseUrl: "https://api.luml.ai",
    keyVariable: "LUML_API_KEY",
    baseUrlVariable: "LUML_BASE_URL",
    tokens: [
      { kind: "jwt", variable: "LUML_ACCESS_TOKEN" },
      { kind: "satellite", variable: "LUML_SATELLITE_KEY" }
    ],
    verify: "validateApiKey",
    lastEvents: [],
    catalog: async () => (await import("@trilum/luml/generated/catalog")).catalog,
    inputs: () => import("@trilum/luml/generated/inputs"),
    connect: async () => (await import("./luml.js")).connect
  }
]

/**
 * @since 0.1.0
 * @category accessors
 */
export const byName = (name: PlatformName): Platform => {
  const found = platforms.find((platform) => platform.name === name)
  if (found === undefined) throw new RangeError(`there is no platform ${name}`)
  return found
}

/**
 * Whether an event is the last of its stream; `undefined` where the platform names no such event. Lumnis names its events
 * inside the data, as `{"event": ..., "data": ...}`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const isLastEvent = (platform: Platform): ((event: SseEvent) => boolean) | undefined => {
  const names = platform.lastEvents
  if (names.length === 0) return undefined
  return ({ data, event }) =>
    names.includes(event ?? "") || names.some((name) => data.includes(`"${name}"`) && nameInside(data) === name)
}

const nameInside = (data: string): unknown => {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === "object" && value !== null ? Reflect.get(value, "event") : undefined
  } catch {
    return undefined
  }
}
