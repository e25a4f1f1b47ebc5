/**
 * Operations as plain data, without schemas: what help, completion and generic calls need and what loads in a few
 * milliseconds.
 *
 * @since 0.1.0
 */
import type * as Operation from "./Operation.js"

/**
 * How a value is written as text.
 *
 * - `file`: the path of a file whose content is sent
 * - `json`: any JSON, for what has no simpler form
 *
 * @since 0.1.0
 * @category models
 */
export type ParameterType = "string" | "integer" | "number" | "boolean" | "array" | "object" | "file" | "json"

/**
 * One entry of a call's parameter object.
 *
 * @since 0.1.0
 * @category models
 */
export interface CatalogParameter {
  readonly name: string
  /** `form` is a field of a multipart or form-encoded body. */
  readonly in: "query" | "header" | "body" | "form"
  readonly required: boolean
  readonly type: ParameterType
  /** Type of the members of an `array`. */
  readonly items?: ParameterType
  /** Known values, of the members for an `array`. Others may be accepted by the server. */
  readonly enum?: ReadonlyArray<string | number | boolean>
  readonly default?: unknown
  /** First sentence of the contract's description, at most 120 characters. */
  readonly description?: string
}

/**
 * One operation, with the fields of `Operation` except `success`.
 *
 * @since 0.1.0
 * @category models
 */
export interface CatalogEntry extends Omit<Operation.Operation<unknown>, "success"> {
  readonly summary?: string
  /** `true`: it deletes, revokes, disconnects or overwrites, and cannot be undone by another call. */
  readonly destructive?: boolean
  /** In template order. */
  readonly pathParameters: ReadonlyArray<{ readonly name: string; readonly description?: string }>
  readonly parameters: ReadonlyArray<CatalogParameter>
  /** `true`: the body takes names beside those of `parameters`. */
  readonly openBody?: boolean
  /** Statuses that the contract lists, e.g. `200`, `404`, `5XX`. */
  readonly statuses: ReadonlyArray<string>
}

/**
 * A JSON Schema of draft 2020-12.
 *
 * @since 0.1.0
 * @category models
 */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/**
 * The module `generated/inputs` of a platform.
 *
 * @since 0.1.0
 * @category models
 */
export interface InputSchemas {
  readonly inputs: Readonly<Record<string, JsonSchema>>
  readonly definitions: Readonly<Record<string, JsonSchema>>
}

/**
 * The schema of the input of an operation, with the definitions that it refers to in `$defs`. Path parameters and
 * parameters are one object.
 *
 * @since 0.1.0
 * @category accessors
 */
export const inputSchema = ({ definitions, inputs }: InputSchemas, id: string): JsonSchema => {
  const schema = inputs[id] ?? { type: "object" }
  const found = new Map<string, JsonSchema>()
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      const target = name === "$ref" && typeof inner === "string" ? inner.replace("#/$defs/", "") : ""
      const definition = definitions[target]
      if (definition === undefined) visit(inner)
      else if (!found.has(target)) {
        found.set(target, definition)
        visit(definition)
      }
    }
  }
  visit(schema)
  return found.size === 0 ? schema : { ...schema, $defs: Object.fromEntries(found) }
}
