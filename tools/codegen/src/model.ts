import type { RawOperation } from "./document.js"
import type { JsonObject } from "./json.js"
import type { Declaration, Doc, Shape } from "./shape.js"

/** How success bodies are read. @since 0.1.0 @category models */
export type ResponseKind = "json" | "none" | "text" | "bytes" | "events"

/** How request bodies are written. @since 0.1.0 @category models */
export type BodyKind = "json" | "multipart" | "form" | "bytes"

/**
 * Where an operation carries secrets: paths such as `headers`, `secrets.*.value`. A path includes everything below it;
 * `*` is any key or index.
 *
 * @since 0.1.0
 * @category models
 */
export interface SecretPaths {
  /** Names of path parameters. */
  readonly path: ReadonlyArray<string>
  /** Paths into the flat parameter object. */
  readonly params: ReadonlyArray<string>
  /** Paths into the answer. */
  readonly answer: ReadonlyArray<string>
}

/** @since 0.1.0 @category models */
export interface PathParameter {
  /** Name in the template. */
  readonly name: string
  /** Name of the method's argument. */
  readonly argument: string
  readonly shape: Shape
  readonly doc: Doc
}

/** One entry of the flat parameter object. @since 0.1.0 @category models */
export interface Parameter {
  readonly name: string
  readonly in: "query" | "header" | "body" | "form"
  readonly required: boolean
  readonly shape: Shape
  readonly doc: Doc
}

/** @since 0.1.0 @category models */
export interface Body {
  readonly kind: BodyKind
  readonly required: boolean
  /** `true`: the parameter `body` is the whole body. */
  readonly whole: boolean
  /** Names beside the known ones are allowed. */
  readonly open: boolean
  /** The declaration that the known properties come from, when they are all of it. */
  readonly declaration: string | undefined
}

/** As `Operation.Pagination` of core, with the way to the items checked against the response. @since 0.1.0 @category models */
export interface Pagination {
  readonly style: "cursor" | "offset" | "page"
  /** Fields of `Operation.Pagination` beside `style`, in their order. */
  readonly fields: ReadonlyArray<readonly [name: string, value: string]>
  /** Every dotted path at which the items may stand; the first is the one in `fields`. */
  readonly items: ReadonlyArray<string>
  readonly item: Shape
}

/** What one platform's contract says about an operation beyond OpenAPI. @since 0.1.0 @category models */
export interface PlatformFacts {
  readonly prepare: boolean
  /** `false`: no credential is sent. */
  readonly auth: boolean
  readonly data: ReadonlyArray<readonly [name: string, value: string]>
  /** Responses are guessed: every field of theirs may be absent. */
  readonly lenient: boolean
  /** Parameters that the client fills in when it is bound to a user. */
  readonly fillable: ReadonlyArray<string>
  readonly repeatable: boolean | undefined
  /** Lines for the doc comment. */
  readonly notes: ReadonlyArray<string>
}

/** @since 0.1.0 @category models */
export interface OperationModel {
  readonly id: string
  /** Name of the exported constant. */
  readonly constant: string
  readonly resource: string
  readonly name: string
  readonly method: string
  readonly path: string
  readonly raw: RawOperation
  readonly summary: string | undefined
  readonly description: string | undefined
  readonly deprecated: boolean
  readonly pathParameters: ReadonlyArray<PathParameter>
  readonly parameters: ReadonlyArray<Parameter>
  readonly queryStyles: ReadonlyArray<readonly [name: string, style: string]>
  readonly body: Body | undefined
  /** Name of the parameter type; `undefined` when there are no parameters. */
  readonly paramsType: string | undefined
  readonly response: ResponseKind
  /** Present when `response` is `json`. */
  readonly success: Shape | undefined
  /** The success is one of several objects. */
  readonly unionAnswer: boolean
  /** What the data of an event stream decodes to, when the document says so. */
  readonly eventData: Shape | undefined
  /** Paths in the answer without which a call cannot go on. */
  readonly needs: ReadonlyArray<string>
  readonly pagination: Pagination | undefined
  readonly idempotencyKey: boolean
  readonly secrets: SecretPaths
  /** It deletes, revokes, disconnects or overwrites. */
  readonly destructive: boolean
  readonly statuses: ReadonlyArray<string>
  readonly facts: PlatformFacts
}

/** @since 0.1.0 @category models */
export interface ResourceModel {
  /** Property of the client and name of the file. */
  readonly name: string
  readonly description: string | undefined
  readonly operations: ReadonlyArray<OperationModel>
}

/** @since 0.1.0 @category models */
export interface ApiModel {
  readonly platform: string
  readonly title: string
  readonly root: JsonObject
  readonly resources: ReadonlyArray<ResourceModel>
  readonly declarations: ReadonlyMap<string, Declaration>
  /** `x-constants` of the document: values that programs need and that no operation returns. */
  readonly constants: JsonObject
  /** Keys of declarations that no operation names but the document does. */
  readonly loose: ReadonlyArray<string>
  /** Files that code outside of the generated folder imports types from, by their names. */
  readonly homes: ReadonlyMap<string, string>
  /** Pointers of fields with a secret-like name that the document neither marks nor excepts. */
  readonly unmarkedSecrets: ReadonlyArray<string>
  /** A type name that nothing else has. */
  readonly freshName: (name: string) => string
}
