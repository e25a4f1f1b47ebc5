import { arrayAt, isArray, isObject, type JsonObject, objectAt, stringAt, strings } from "./json.js"
import type { PlatformFacts } from "./model.js"

/**
 * What the contract of a platform says in its own extensions. Everything else in the generator is the same for any
 * OpenAPI document.
 *
 * @since 0.1.0
 * @category models
 */
export interface Platform {
  /** Members of the platform's client, which no resource may be named after. */
  readonly clientMembers: ReadonlyArray<string>
  readonly facts: (operation: JsonObject, root: JsonObject) => PlatformFacts
  readonly handTuned?: HandTuned
}

/**
 * What the code of a package beside `src/generated` is written against. It stays as the contract has it when another
 * document takes the contract's place, so that the package compiles.
 *
 * @since 0.1.0
 * @category models
 */
export interface HandTuned {
  /** As `resource.method`. */
  readonly operations: ReadonlyArray<string>
  /** Schemas of the contract that none of the operations needs. */
  readonly schemas: ReadonlyArray<string>
  /** Methods that the package adds to resources, whose names no operation may have. */
  readonly methods: Readonly<Record<string, ReadonlyArray<string>>>
}

const members = [
  "events",
  "client",
  "close",
  "layer",
  "layerConfig",
  "make",
  "makeResources",
  "options",
  "request",
  "stream",
  "withResponse"
]

const plain = (operation: JsonObject, root: JsonObject): PlatformFacts => ({
  prepare: false,
  auth: needsCredential(operation, root),
  data: [],
  lenient: false,
  fillable: [],
  repeatable: undefined,
  notes: []
})

/** An empty list of security requirements, the operation's or else the document's, means that none is needed. */
const needsCredential = (operation: JsonObject, root: JsonObject): boolean => {
  const security = operation["security"] ?? root["security"]
  return !isArray(security) || security.some((entry) => isObject(entry) && Object.keys(entry).length > 0)
}

/** Entries whose value is known. */
const known = (
  entries: ReadonlyArray<readonly [string, string | undefined]>
): ReadonlyArray<readonly [string, string]> =>
  entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))

const lumnis: Platform = {
  clientMembers: [...members, "asUser", "attach", "forUser", "invoke", "invokeStream", "scope", "userId"],
  facts: (operation, root) => {
    const scope = stringAt(operation, "x-scope")
    const place = stringAt(operation, "x-user-id-in")
    // The seed page documents a user where the SDKs send none.
    const userIdIn = place === "none" ? (stringAt(operation, "x-user-id-in-seed") ?? place) : place
    const userIdName = stringAt(operation, "x-user-id-name")
    const byUser = scope === "either" || scope === "user"
    return {
      ...plain(operation, root),
      prepare: byUser && needsCredential(operation, root),
      data: known([
        ["scope", scope],
        ["userIdIn", userIdIn],
        ["userIdName", userIdName]
      ]),
      fillable:
        byUser && ["query", "body", "form"].includes(userIdIn ?? "") && userIdName?.includes(",") !== true
          ? [userIdName ?? "user_id"]
          : [],
      notes: scope === undefined ? [] : [scopeNote[scope] ?? `Scope: ${scope}.`]
    }
  }
}

const scopeNote: Readonly<Record<string, string>> = {
  either: "Scope: the bound user, or the whole tenant.",
  user: "Scope: needs a user, bound or given.",
  tenant: "Scope: the tenant; takes no user of its own."
}

const lvng: Platform = {
  clientMembers: [...members, "rateLimit", "streamChat"],
  handTuned: {
    operations: [
      "agents.create",
      "agents.delete",
      "agents.list",
      "agents.message",
      "agents.update",
      "apiKeys.create",
      "apiKeys.rotate",
      "chat.send",
      "chat.stream",
      "knowledge.ingest",
      "knowledge.search",
      "workflows.create",
      "workflows.execute",
      "workflows.getRun",
      "workflows.list",
      "workflows.parse"
    ],
    schemas: ["WebhookDelivery"],
    methods: {
      agents: ["ask", "withTemporaryAgent"],
      chat: ["streamReply", "streamText"],
      knowledge: ["find", "ingestFile", "ingestMany"],
      workflows: ["awaitRun", "executeAndWait", "executeStream", "watchRun"]
    }
  },
  facts: (operation, root) => {
    const auth = stringAt(operation, "x-auth")
    const evidence = stringAt(operation, "x-evidence")
    const response = stringAt(objectAt(operation, "x-evidence-parts"), "response") ?? ""
    const lenient = response.startsWith("inferred") || response.startsWith("unknown")
    const limits = arrayAt(operation, "x-rate-limit")
      .filter(isObject)
      .map((limit) => `${limit["limit"]}/${limit["windowSeconds"]}s per ${limit["scope"]}`)
      .join(", ")
    return {
      ...plain(operation, root),
      prepare: auth === "jwt" || evidence === "named",
      auth: auth !== "public" && needsCredential(operation, root),
      data: known([
        ["auth", auth],
        ["evidence", evidence],
        ["scope", stringAt(operation, "x-scope")]
      ]),
      lenient,
      notes: [
        ...(evidence === undefined ? [] : [evidenceNote[evidence] ?? `Evidence: ${evidence}.`]),
        ...(lenient ? ["The response is inferred: any field may be absent."] : []),
        ...(auth === "jwt" ? ["Credential: a user session (JWT); API keys are refused."] : []),
        ...(limits === "" ? [] : [`Rate limit: ${limits}.`])
      ]
    }
  }
}

const evidenceNote: Readonly<Record<string, string>> = {
  documented: "Evidence: documented.",
  example: "Evidence: seen in official example code.",
  named: "Evidence: only named by the vendor; path and method are likely, not certain."
}

/** GETs with a side effect (luml.md section 8): the first call makes the next state, so it is not repeated. */
const notRepeatable: ReadonlySet<string> = new Set(["getArtifactDeleteUrl"])

const luml: Platform = {
  clientMembers: [...members, "collection", "defaults", "download", "orbit", "organization", "upload"],
  facts: (operation, root) => {
    const kinds = operation["x-auth"]
    const auth = isArray(kinds) ? strings(kinds) : undefined
    return {
      ...plain(operation, root),
      prepare: auth !== undefined && auth.length > 0 && !auth.includes("api_key"),
      auth: auth === undefined ? needsCredential(operation, root) : auth.length > 0,
      data: known([["auth", auth === undefined || auth.length === 0 ? undefined : auth.join(",")]]),
      repeatable: notRepeatable.has(stringAt(operation, "operationId") ?? "") ? false : undefined,
      notes: [
        ...(auth === undefined || auth.length === 0 || auth.includes("api_key")
          ? []
          : [`Credential: ${auth.map((kind) => credential[kind] ?? kind).join(" or ")}; API keys are refused.`]),
        ...strings(arrayAt(operation, "x-quirks"))
      ]
    }
  }
}

const credential: Readonly<Record<string, string>> = {
  jwt: "a user session (JWT)",
  satellite: "a satellite key"
}

const platforms: Readonly<Record<string, Platform>> = { lumnis, lvng, luml }

/** The rules of a platform; any other name gets those of plain OpenAPI. @since 0.1.0 @category accessors */
export const platformOf = (name: string): Platform => platforms[name] ?? { clientMembers: members, facts: plain }

/** Platforms whose packages are generated when no other is named. @since 0.1.0 @category models */
export const platformNames: ReadonlyArray<string> = Object.keys(platforms)
