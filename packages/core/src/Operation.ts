/**
 * An API operation as plain data: what the generator writes for every operation of a contract and what
 * {@link ApiClient} needs to send it.
 *
 * @since 0.1.0
 */
import type { ResponseSchema } from "./ResponseSchema.js"

/**
 * HTTP methods a contract can name.
 *
 * @since 0.1.0
 * @category models
 */
export type Method = "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "PATCH" | "DELETE"

/**
 * How a request body is written.
 *
 * - `json`: `application/json`
 * - `multipart`: `multipart/form-data`, RFC 7578; a file, see `FileInput`, becomes a file part
 * - `form`: `application/x-www-form-urlencoded`
 * - `bytes`: `application/octet-stream`
 *
 * @since 0.1.0
 * @category models
 */
export type BodyKind = "json" | "multipart" | "form" | "bytes"

/**
 * What a success answers with.
 *
 * - `json`: decoded with the operation's schema
 * - `none`: no value, whatever the body
 * - `text`: the body as text
 * - `bytes`: the body as it is; read with `ApiClient.stream`
 * - `events`: `text/event-stream`; read with `ApiClient.events`
 *
 * @since 0.1.0
 * @category models
 */
export type ResponseKind = "json" | "none" | "text" | "bytes" | "events"

/**
 * How a list operation pages; names are the wire's. `items` and the other response names are dotted paths into the
 * body, `""` is the body itself.
 *
 * @since 0.1.0
 * @category models
 */
export type Pagination =
  | {
      readonly style: "cursor"
      readonly cursor: string
      readonly limit?: string
      readonly items: string
      readonly next: string
      readonly hasMore?: string
    }
  | {
      readonly style: "offset"
      readonly offset: string
      readonly limit?: string
      readonly items: string
      readonly total?: string
      readonly hasMore?: string
    }
  | {
      readonly style: "page"
      readonly page: string
      readonly size?: string
      readonly items: string
      readonly total?: string
      readonly hasMore?: string
    }

/**
 * Where an operation carries secrets, as the contract marks them (`x-secret`).
 *
 * A path is names joined by dots, `*` for any key or index (`headers`, `items.*.secret`), and covers everything below
 * it; `""` is the whole value. Redaction, prompts and help of the CLI are derived from this.
 *
 * @since 0.1.0
 * @category models
 */
export interface Secrets {
  /** Names of path parameters. */
  readonly path?: ReadonlyArray<string>
  /** Paths into the flat parameter object. */
  readonly params?: ReadonlyArray<string>
  /** Paths into the answer, as it is on the wire. */
  readonly answer?: ReadonlyArray<string>
}

/**
 * One operation of a contract.
 *
 * `A` is the decoded success. `P` is `true` when the platform has to complete or check the input before it is sent
 * (Lumnis: the user scope; LVNG: the kind of credential), which adds the platform's own errors to the call.
 *
 * Parameters reach the client as one flat object: names in `query` and `headers` go there, the rest is the body.
 *
 * @since 0.1.0
 * @category models
 */
export interface Operation<A, P extends boolean = boolean> {
  /** `operationId` of the contract, unique within a platform. */
  readonly id: string
  readonly platform: string
  /** Resource and method of the generated surface, e.g. `users` and `get`. */
  readonly resource: string
  readonly name: string
  readonly method: Method
  /** RFC 6570 level 1 template with its version prefix, e.g. `/v1/users/{user_identifier}`. */
  readonly path: string
  /** Parameters sent in the query; arrays are repeated unless `queryStyle` says otherwise. */
  readonly query?: ReadonlyArray<string>
  readonly queryStyle?: Readonly<Record<string, "comma" | "space" | "pipe" | "deepObject">>
  /** Parameters sent as headers, by their wire name. */
  readonly headers?: ReadonlyArray<string>
  readonly body?: BodyKind
  /** `true`: the body is the parameter `body` as a whole (arrays, unions, a name that also stands in the query). */
  readonly wholeBody?: boolean
  /** `true`: a body is required, so `{}` is sent when no parameter is left for it. */
  readonly bodyRequired?: boolean
  readonly response: ResponseKind
  /** Schema of the success; `ResponseSchema.none` for `none`, `bytes` and `events`, `ResponseSchema.string` for `text`. */
  readonly success: ResponseSchema<A>
  /**
   * Paths in the answer without which the call cannot go on: the id of a started run. Every other part of an answer may be
   * missing or of another type. `a|b`: either of the two.
   */
  readonly needs?: ReadonlyArray<string>
  readonly pagination?: Pagination
  /** `false`: the call takes no credential. */
  readonly auth?: boolean
  /** `true`: the server honours an `Idempotency-Key` header on this operation. */
  readonly idempotencyKey?: boolean
  /** Overrides what the method says about sending it twice, e.g. a GET with a side effect. */
  readonly repeatable?: boolean
  readonly secrets?: Secrets
  readonly prepare: P
  /** Facts of the contract that only the platform reads, e.g. `{ scope: "user", userIdIn: "query" }`. */
  readonly platformData?: Readonly<Record<string, string>>
  readonly deprecated?: boolean
}

/**
 * Values of path parameters in template order.
 *
 * @since 0.1.0
 * @category models
 */
export type PathArguments = ReadonlyArray<string | number>
