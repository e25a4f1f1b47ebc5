import type { Document } from "./document.js"
import { isObject, type JsonObject, objectAt } from "./json.js"

/** @since 0.1.0 @category models */
export interface Overlay {
  readonly document: Document
  /** How many operations of the document the contract knows. */
  readonly known: number
}

const identity = (path: string): string => path.replace(/\{[^}]*\}/g, "{}")

/**
 * The document with what the contract says in extensions about the same method and path: names, scopes, pagination. A
 * vendor's own document knows none of them, and without them a drop-in replacement would rename every method. What
 * the document says itself stays.
 *
 * @since 0.1.0
 * @category constructors
 */
export const withContractExtensions = (document: Document, contract: Document): Overlay => {
  const contractPaths = new Map(
    Object.entries(objectAt(contract.root, "paths")).map(([path, item]) => [identity(path), item])
  )
  let known = 0
  const paths: Record<string, JsonObject[string]> = {}
  for (const [path, item] of Object.entries(objectAt(document.root, "paths"))) {
    const counterpart = contractPaths.get(identity(path))
    if (!isObject(item) || !isObject(counterpart)) {
      paths[path] = item
      continue
    }
    const merged: Record<string, JsonObject[string]> = {}
    for (const [method, operation] of Object.entries(item)) {
      const said = counterpart[method]
      if (!isObject(operation) || !isObject(said)) merged[method] = operation
      else {
        known++
        const extensions = Object.entries(said).filter(([name]) => name.startsWith("x-"))
        merged[method] = { ...Object.fromEntries(extensions), ...operation }
      }
    }
    paths[path] = merged
  }
  return { document: { ...document, root: { ...document.root, paths } }, known }
}
