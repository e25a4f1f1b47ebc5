import type { Document } from "./document.js"
import { arrayAt, isObject, type Json, type JsonObject, objectAt, stringAt, strings } from "./json.js"
import { camel } from "./naming.js"

/** @since 0.1.0 @category models */
export interface Overlay {
  readonly document: Document
  /** How many operations of the document the contract knows. */
  readonly known: number
  /** What was put before every path of the document, because its server has it; mostly nothing. */
  readonly prefix: string
}

/** Paths are the same whatever their parameters are called. @since 0.1.0 @category accessors */
export const identity = (path: string): string => path.replace(/\{[^}]*\}/g, "{}")

/** Methods of a path item that are operations. @since 0.1.0 @category accessors */
export const methodsOf = (item: Json | undefined): ReadonlyArray<readonly [method: string, operation: JsonObject]> =>
  Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) =>
    /^(?:get|head|options|post|put|patch|delete)$/.test(method) && isObject(operation)
      ? [[method, operation] as const]
      : []
  )

/** How sure the contract is of an operation. A document of the vendor's is sure. */
const evidence: ReadonlySet<string> = new Set([
  "x-candidates",
  "x-confidence",
  "x-evidence",
  "x-evidence-parts",
  "x-named-by"
])

/**
 * The document with what the contract says about the same method and path in its operation id and extensions: names,
 * scopes, pagination. A vendor's own document knows none of them, and without them a drop-in replacement would rename
 * every method. What the document says in extensions of its own stays.
 *
 * - Operations that the contract does not know come to the resource of those that share their tag.
 * - Where only the document's server has the beginning of the contract's paths, it is put before the document's.
 *
 * @since 0.1.0
 * @category constructors
 */
export const withContractExtensions = (document: Document, contract: Document): Overlay => {
  const known = new Map<string, JsonObject>()
  for (const [path, item] of Object.entries(objectAt(contract.root, "paths"))) {
    for (const [method, operation] of methodsOf(item)) known.set(`${method} ${identity(path)}`, operation)
  }
  const items = Object.entries(objectAt(document.root, "paths")).filter(([path]) => path.startsWith("/"))
  const matches = (prefix: string): number =>
    items
      .flatMap(([path, item]) => methodsOf(item).map(([method]) => `${method} ${identity(prefix + path)}`))
      .filter((key) => known.has(key)).length
  const ofServer = serverPath(document.root)
  const prefix = matches(ofServer) > matches("") ? ofServer : ""
  const counterpart = (method: string, path: string) => known.get(`${method} ${identity(prefix + path)}`)
  const resources = resourcesByTag(items, counterpart)
  const paths = items.map(([path, item]) => {
    if (!isObject(item)) return [prefix + path, item] as const
    const operations = methodsOf(item).map(([method, operation]) => {
      const said = counterpart(method, path)
      return [method, said === undefined ? inResource(operation, resources) : withNames(operation, said)] as const
    })
    return [prefix + path, { ...item, ...Object.fromEntries(operations) }] as const
  })
  return {
    document: { ...document, root: { ...document.root, paths: Object.fromEntries(paths) } },
    known: matches(prefix),
    prefix
  }
}

const withNames = (operation: JsonObject, said: JsonObject): JsonObject => {
  const extensions = Object.entries(said).filter(([name]) => name.startsWith("x-") && !evidence.has(name))
  return {
    ...Object.fromEntries(extensions),
    ...operation,
    operationId: said["operationId"] ?? operation["operationId"]
  }
}

/** The path of the first server, its variables filled in, without a slash at its end. */
const serverPath = (root: JsonObject): string => {
  const [server] = arrayAt(root, "servers")
  const variables = objectAt(server, "variables")
  return (stringAt(server, "url") ?? "")
    .replace(/\{([^}]*)\}/g, (_, name: string) => stringAt(variables[name], "default") ?? "")
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "")
}

const firstTag = (operation: JsonObject): string | undefined => strings(arrayAt(operation, "tags"))[0]

/** The resource of every tag whose known operations all have the same. */
const resourcesByTag = (
  items: ReadonlyArray<readonly [path: string, item: Json | undefined]>,
  counterpart: (method: string, path: string) => JsonObject | undefined
): ReadonlyMap<string, string> => {
  const found = new Map<string, Set<string>>()
  for (const [path, item] of items) {
    for (const [method, operation] of methodsOf(item)) {
      const resource = stringAt(counterpart(method, path), "x-resource")
      const tag = firstTag(operation)
      if (tag === undefined || resource === undefined) continue
      found.set(tag, (found.get(tag) ?? new Set()).add(resource))
    }
  }
  return new Map(
    [...found].flatMap(([tag, resources]) => {
      const [only] = resources
      return only !== undefined && resources.size === 1 && only !== camel(tag) ? [[tag, only] as const] : []
    })
  )
}

const inResource = (operation: JsonObject, resources: ReadonlyMap<string, string>): JsonObject => {
  const resource = resources.get(firstTag(operation) ?? "")
  return resource === undefined ? operation : { "x-resource": resource, ...operation }
}
