/**
 * The resource `canvas` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { Success, UnknownJson } from "./shared.js"
import { SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * A card on the canvas.
 *
 * @since 0.1.0
 * @category models
 */
export interface CanvasCard {
  readonly id: string
  readonly type: string
  readonly content?: string | null
  readonly created_at?: Date | null
  readonly folder_id?: string | null
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly position?: Position | null
  readonly updated_at?: Date | null
}

/**
 * A card on the canvas.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface CanvasCardPartial {
  readonly id?: string | null
  readonly type?: string | null
  readonly content?: string | null
  readonly created_at?: Date | null
  readonly folder_id?: string | null
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly position?: PositionPartial | null
  readonly updated_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CanvasCardCreate {
  /** Kind of card. */
  readonly type: string
  /** Default: `""`. */
  readonly content?: string | undefined
  readonly folder_id?: string | null | undefined
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | undefined
  readonly position?: Position | undefined
}

/**
 * No success flag here. Newest first.
 *
 * @since 0.1.0
 * @category models
 */
export interface CanvasCardList {
  readonly cards: ReadonlyArray<CanvasCard>
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface CanvasCreateCardResponse {
  readonly card?: CanvasCardPartial | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface CanvasListFoldersResponse {
  readonly folders?: ReadonlyArray<{ readonly [key: string]: unknown }> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Position {
  /** Default: `0`. */
  readonly x: number
  /** Default: `0`. */
  readonly y: number
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface PositionPartial {
  /** Default: `0`. */
  readonly x?: number | null
  /** Default: `0`. */
  readonly y?: number | null
}

/**
 * Parameters of {@link listCanvasCards}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CanvasListParams {
  /** Only this folder. Format: uuid. */
  readonly folder_id?: string | undefined
}

/**
 * Parameters of {@link createCanvasCard}.
 *
 * @since 0.1.0
 * @category models
 */
export type CanvasCreateCardParams = CanvasCardCreate

/**
 * Parameters of {@link updateCanvasCard}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CanvasUpdateCardParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link createCanvasFolder}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CanvasCreateFolderParams {
  readonly [key: string]: unknown
}

/**
 * Schema of {@link CanvasCard}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CanvasCardSchema: R.ResponseSchema<CanvasCard> = /*#__PURE__*/ R.struct<CanvasCard>(() => ({
  id: R.string,
  type: R.string,
  content: R.optional(R.string),
  created_at: R.optional(R.timestamp),
  folder_id: R.optional(R.string),
  metadata: R.optional(R.object),
  position: R.optional(PositionSchema),
  updated_at: R.optional(R.timestamp)
}))

/**
 * Schema of {@link CanvasCardPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CanvasCardPartialSchema: R.ResponseSchema<CanvasCardPartial> = /*#__PURE__*/ R.struct<CanvasCardPartial>(
  () => ({
    id: R.optional(R.string),
    type: R.optional(R.string),
    content: R.optional(R.string),
    created_at: R.optional(R.timestamp),
    folder_id: R.optional(R.string),
    metadata: R.optional(R.object),
    position: R.optional(PositionPartialSchema),
    updated_at: R.optional(R.timestamp)
  })
)

/**
 * Schema of {@link CanvasCardList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CanvasCardListSchema: R.ResponseSchema<CanvasCardList> = /*#__PURE__*/ R.struct<CanvasCardList>(() => ({
  cards: R.array(CanvasCardSchema)
}))

/**
 * Schema of {@link CanvasCreateCardResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CanvasCreateCardResponseSchema: R.ResponseSchema<CanvasCreateCardResponse> =
  /*#__PURE__*/ R.struct<CanvasCreateCardResponse>(() => ({
    card: R.optional(CanvasCardPartialSchema)
  }))

/**
 * Schema of {@link CanvasListFoldersResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CanvasListFoldersResponseSchema: R.ResponseSchema<CanvasListFoldersResponse> =
  /*#__PURE__*/ R.struct<CanvasListFoldersResponse>(() => ({
    folders: R.optional(R.array(R.object))
  }))

/**
 * Schema of {@link Position}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PositionSchema: R.ResponseSchema<Position> = /*#__PURE__*/ R.struct<Position>(() => ({
  x: R.number,
  y: R.number
}))

/**
 * Schema of {@link PositionPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PositionPartialSchema: R.ResponseSchema<PositionPartial> = /*#__PURE__*/ R.struct<PositionPartial>(() => ({
  x: R.optional(R.number),
  y: R.optional(R.number)
}))

/**
 * GET `/api/v2/canvas/cards`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCanvasCards: Operation<CanvasCardList, false> = {
  id: "listCanvasCards",
  platform: "lvng",
  resource: "canvas",
  name: "list",
  method: "GET",
  path: "/api/v2/canvas/cards",
  query: ["folder_id"],
  response: "json",
  success: CanvasCardListSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * POST `/api/v2/canvas/cards`
 *
 * @since 0.1.0
 * @category operations
 */
export const createCanvasCard: Operation<CanvasCreateCardResponse, false> = {
  id: "createCanvasCard",
  platform: "lvng",
  resource: "canvas",
  name: "createCard",
  method: "POST",
  path: "/api/v2/canvas/cards",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CanvasCreateCardResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * PATCH `/api/v2/canvas/cards/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateCanvasCard: Operation<UnknownJson, true> = {
  id: "updateCanvasCard",
  platform: "lvng",
  resource: "canvas",
  name: "updateCard",
  method: "PATCH",
  path: "/api/v2/canvas/cards/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/canvas/cards/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteCanvasCard: Operation<Success, true> = {
  id: "deleteCanvasCard",
  platform: "lvng",
  resource: "canvas",
  name: "deleteCard",
  method: "DELETE",
  path: "/api/v2/canvas/cards/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/canvas/folders`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCanvasFolders: Operation<CanvasListFoldersResponse, true> = {
  id: "listCanvasFolders",
  platform: "lvng",
  resource: "canvas",
  name: "listFolders",
  method: "GET",
  path: "/api/v2/canvas/folders",
  response: "json",
  success: CanvasListFoldersResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/canvas/folders`
 *
 * @since 0.1.0
 * @category operations
 */
export const createCanvasFolder: Operation<UnknownJson, true> = {
  id: "createCanvasFolder",
  platform: "lvng",
  resource: "canvas",
  name: "createFolder",
  method: "POST",
  path: "/api/v2/canvas/folders",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * Cards and folders.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List cards.
   *
   * `GET /api/v2/canvas/cards`
   *
   * Errors: 400, 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly list: (params?: CanvasListParams, options?: RequestOptions) => Effect.Effect<CanvasCardList, ApiError>
  /**
   * Create a card.
   *
   * `POST /api/v2/canvas/cards`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly createCard: (
    params: CanvasCreateCardParams,
    options?: RequestOptions
  ) => Effect.Effect<CanvasCreateCardResponse, ApiError>
  /**
   * Change or move a card.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/canvas/cards/{id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly updateCard: (
    id: string,
    params?: CanvasUpdateCardParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Delete a card.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/canvas/cards/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly deleteCard: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * List folders.
   *
   * Folders come in order of creation. Not verified against the real service: method and path follow the conventions of
   * the API and can differ.
   *
   * `GET /api/v2/canvas/folders`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly listFolders: (options?: RequestOptions) => Effect.Effect<CanvasListFoldersResponse, ApiError | PreparedError>
  /**
   * Create a folder.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/canvas/folders`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly createFolder: (
    params?: CanvasCreateFolderParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "canvas",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listCanvasCards, [], params, options),
    createCard: (params, options) => client.request(createCanvasCard, [], params, options),
    updateCard: (id, params, options) => client.request(updateCanvasCard, [id], params, options),
    deleteCard: (id, options) => client.request(deleteCanvasCard, [id], undefined, options),
    listFolders: (options) => client.request(listCanvasFolders, [], undefined, options),
    createFolder: (params, options) => client.request(createCanvasFolder, [], params, options)
  })
)
