/**
 * Finds the operation of a request. Literal segments take precedence over parameters. A parameter is one decoded
 * segment.
 *
 * @since 0.1.0
 */
import type { Operation } from "./Contract.js"

/**
 * - `found`: the operation and its decoded path values
 * - `method`: the path exists only with other methods
 * - `none`: the path does not exist
 *
 * @since 0.1.0
 * @category models
 */
export type Match =
  | { readonly kind: "found"; readonly operation: Operation; readonly path: Readonly<Record<string, string>> }
  | { readonly kind: "method"; readonly allow: ReadonlyArray<string> }
  | { readonly kind: "none" }

/**
 * @since 0.1.0
 * @category models
 */
export interface Router {
  /** `path` is percent-encoded, without the prefix of the platform and without the query. */
  readonly match: (method: string, path: string) => Match
}

interface Node {
  readonly literals: Map<string, Node>
  parameter: Node | undefined
  /** Operations whose path ends here, by method. */
  readonly methods: Map<string, Operation>
}

const node = (): Node => ({ literals: new Map(), parameter: undefined, methods: new Map() })

const isParameter = (segment: string): boolean => segment.startsWith("{")

const segmentsOf = (path: string): ReadonlyArray<string> => {
  const trimmed = path.replace(/\/+$/, "")
  return trimmed === "" ? [] : trimmed.slice(1).split("/")
}

const decode = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/**
 * Builds the router of a platform.
 *
 * Accepts a trailing slash on every path, because official clients send it on some. `HEAD` matches like `GET`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (operations: ReadonlyArray<Operation>): Router => {
  const root = node()
  for (const operation of operations) {
    let current = root
    for (const segment of segmentsOf(operation.path)) {
      if (isParameter(segment)) {
        current.parameter ??= node()
        current = current.parameter
      } else {
        const next = current.literals.get(segment) ?? node()
        current.literals.set(segment, next)
        current = next
      }
    }
    current.methods.set(operation.method, operation)
  }

  const search = (
    current: Node,
    segments: ReadonlyArray<string>,
    index: number,
    accept: (end: Node) => boolean
  ): Node | undefined => {
    const segment = segments[index]
    if (segment === undefined) return accept(current) ? current : undefined
    const literal = current.literals.get(segment)
    const found = literal === undefined ? undefined : search(literal, segments, index + 1, accept)
    if (found !== undefined) return found
    return current.parameter === undefined || segment === ""
      ? undefined
      : search(current.parameter, segments, index + 1, accept)
  }

  return {
    match: (method, path) => {
      const wanted = method === "HEAD" ? "GET" : method
      const segments: Array<string> = []
      for (const segment of segmentsOf(path)) {
        const decoded = decode(segment)
        if (decoded === undefined) return { kind: "none" }
        segments.push(decoded)
      }
      const end = search(root, segments, 0, (candidate) => candidate.methods.has(wanted))
      const operation = end?.methods.get(wanted)
      if (operation === undefined) {
        const other = search(root, segments, 0, (candidate) => candidate.methods.size > 0)
        return other === undefined ? { kind: "none" } : { kind: "method", allow: [...other.methods.keys()] }
      }
      const values: Record<string, string> = {}
      for (const [index, segment] of segmentsOf(operation.path).entries()) {
        const value = segments[index]
        if (isParameter(segment) && value !== undefined) values[segment.slice(1, -1)] = value
      }
      return { kind: "found", operation, path: values }
    }
  }
}
