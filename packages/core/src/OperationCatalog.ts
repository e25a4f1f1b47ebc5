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
