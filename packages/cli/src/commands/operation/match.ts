/**
 * The operation of a request.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** Matches the paths of a template, with a group for each parameter. */
const pattern = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\{[^}]+\}/)
      .map(escaped)
      .join("([^/]+)")}$`
  )

/**
 * The operation of a method and a path. The template with the fewest parameters counts.
 *
 * @since 0.1.0
 * @category accessors
 */
export const entryOf = (catalog: ReadonlyArray<CatalogEntry>, method: string, path: string): CatalogEntry | undefined =>
  catalog
    .filter((entry) => entry.method === method && pattern(entry.path).test(path))
    .sort((a, b) => a.pathParameters.length - b.pathParameters.length)[0]

/**
 * The values of the path parameters of an operation.
 *
 * @since 0.1.0
 * @category accessors
 */
export const valuesOf = (entry: CatalogEntry, path: string): ReadonlyArray<string> =>
  (pattern(entry.path).exec(path) ?? []).slice(1).map(decodeURIComponent)
