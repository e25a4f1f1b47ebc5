/**
 * The contracts: operations and schemas of the platforms.
 *
 * The text is in `internal/generated/*.ts`, which `scripts/contracts.mjs` generates from `contracts/*.openapi.json`. It
 * is imported, so that it is found from source, from `dist` and in a bundle. A contract is loaded and parsed on first
 * use.
 *
 * @since 0.1.0
 */

/**
 * @since 0.1.0
 * @category models
 */
export type PlatformName = "lumnis" | "lvng" | "luml"

/**
 * The platforms, in display order.
 *
 * @since 0.1.0
 * @category models
 */
export const platformNames: ReadonlyArray<PlatformName> = ["lumnis", "lvng", "luml"]

/**
 * @since 0.1.0
 * @category models
 */
export type JsonObject = { readonly [key: string]: unknown }

/**
 * A JSON Schema (2020-12). `true` and `false` are schemas too.
 *
 * @since 0.1.0
 * @category models
 */
export type JsonSchema = boolean | JsonObject

/**
 * @since 0.1.0
 * @category models
 */
export interface Parameter {
  readonly name: string
  readonly in: "path" | "query" | "header" | "cookie"
  readonly required: boolean
  readonly schema: JsonSchema
}

/**
 * One media type of a body. `events` is the schema of one event of an event stream.
 *
 * @since 0.1.0
 * @category models
 */
export interface Media {
  readonly schema: JsonSchema
  readonly events?: JsonSchema
  readonly example?: unknown
}

/**
 * Media types of a body by name, e.g. `application/json`.
 *
 * @since 0.1.0
 * @category models
 */
export type Content = { readonly [mediaType: string]: Media }

/**
 * One operation of a contract.
 *
 * @since 0.1.0
 * @category models
 */
export interface Operation {
  readonly id: string
  readonly method: string
  /** Path template with its version prefix, e.g. `/v1/users/{user_identifier}`. */
  readonly path: string
  readonly tag: string
  readonly parameters: ReadonlyArray<Parameter>
  readonly body?: { readonly required: boolean; readonly content: Content }
  /** Statuses below 400 and their content. */
  readonly success: { readonly [status: string]: Content }
  /** The error statuses in the contract, 400 and above. */
  readonly errors: ReadonlyArray<string>
  readonly idempotent: boolean
  /** Security schemes. Empty for a public operation. */
  readonly security: ReadonlyArray<string>
  /**
   * The extensions `x-pagination`, `x-poll`, `x-evidence`, `x-rate-limit`, `x-auth` and `x-scope` of the contract.
   */
  readonly pagination?: JsonObject
  readonly poll?: JsonObject
  readonly evidence?: string
  readonly rateLimit?: unknown
  readonly auth?: unknown
  readonly scope?: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Contract {
  readonly platform: PlatformName
  readonly operations: ReadonlyArray<Operation>
  readonly schemas: { readonly [name: string]: JsonSchema }
}

interface ContractText {
  readonly operations: ReadonlyArray<string>
  readonly schemas: ReadonlyArray<string>
}

const texts: { readonly [P in PlatformName]: () => Promise<ContractText> } = {
  lumnis: () => import("./internal/generated/lumnis.js"),
  lvng: () => import("./internal/generated/lvng.js"),
  luml: () => import("./internal/generated/luml.js")
}

const loaded = new Map<PlatformName, Promise<Contract>>()

const parse = async (platform: PlatformName): Promise<Contract> => {
  const text = await texts[platform]()
  const operations: ReadonlyArray<Operation> = JSON.parse(`[${text.operations.join(",")}]`)
  const schemas: { readonly [name: string]: JsonSchema } = JSON.parse(`{${text.schemas.join(",")}}`)
  return { platform, operations, schemas }
}

/**
 * Loads the contract of a platform. Parsed once.
 *
 * @since 0.1.0
 * @category constructors
 */
export const loadContract = (platform: PlatformName): Promise<Contract> => {
  const known = loaded.get(platform)
  if (known !== undefined) return known
  const contract = parse(platform)
  loaded.set(platform, contract)
  return contract
}

/**
 * Whether a value is a JSON object.
 *
 * @since 0.1.0
 * @category guards
 */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const pointer = "#/components/schemas/"

/**
 * Resolves `$ref` until a schema without a reference. Keywords beside a `$ref` override those of its target.
 *
 * @since 0.1.0
 * @category combinators
 */
export const resolveSchema = (contract: Contract, schema: JsonSchema): JsonSchema => {
  let current = schema
  for (let depth = 0; depth < 32; depth++) {
    if (!isObject(current) || typeof current["$ref"] !== "string") return current
    const { $ref, ...beside } = current
    const target =
      typeof $ref === "string" && $ref.startsWith(pointer) ? contract.schemas[$ref.slice(pointer.length)] : undefined
    if (target === undefined) return beside
    current = isObject(target) ? { ...target, ...beside } : target
  }
  return current
}

/**
 * The resolved schema, followed by the resolved branches of its unions.
 *
 * @since 0.1.0
 * @category combinators
 */
export const branchesOf = (contract: Contract, schema: JsonSchema): ReadonlyArray<JsonObject> => {
  const resolved = resolveSchema(contract, schema)
  if (!isObject(resolved)) return []
  const lists = [resolved["anyOf"], resolved["oneOf"], resolved["allOf"]]
  const inner = lists.flatMap((list) => (Array.isArray(list) ? list : []))
  return [resolved, ...inner.flatMap((branch) => branchesOf(contract, branch))]
}

/**
 * The default success status of an operation: the lowest 2xx, else the lowest 3xx.
 *
 * @since 0.1.0
 * @category combinators
 */
export const defaultStatus = (operation: Operation): number => {
  const statuses = Object.keys(operation.success)
    .map(Number)
    .sort((a, b) => a - b)
  return statuses[0] ?? 204
}
