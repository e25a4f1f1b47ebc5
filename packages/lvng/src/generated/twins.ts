/**
 * The resource `twins` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { OpenEnum } from "@trilum/core/OpenEnum"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { UnknownJson } from "./shared.js"
import { UnknownJsonSchema } from "./shared.js"

/**
 * A digital twin in the catalogue.
 *
 * @since 0.1.0
 * @category models
 */
export interface Twin {
  readonly id: string
  readonly name: string
  readonly avatar_url?: string | null
  readonly category?: OpenEnum<
    "Visionary" | "Innovator" | "Advisor" | "Designer" | "Engineer" | "Scientist" | "Writer" | "Philosopher" | "Expert"
  > | null
  readonly created_at?: Date | null
  readonly description?: string | null
  readonly expertise?: ReadonlyArray<string> | null
  readonly updated_at?: Date | null
}

/**
 * success + data; a position block probably follows but was not seen.
 *
 * @since 0.1.0
 * @category models
 */
export interface TwinList {
  readonly data: ReadonlyArray<Twin>
  readonly success?: boolean | null
}

/**
 * Parameters of {@link addWorkspaceTwin}.
 *
 * @since 0.1.0
 * @category models
 */
export interface TwinsAddToWorkspaceParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link listAvailableTwins}.
 *
 * @since 0.1.0
 * @category models
 */
export interface TwinsListParams {
  /** Page number. Default: `1`. */
  readonly page?: number | undefined
  /** Twins per page. Default: `20`. */
  readonly page_size?: number | undefined
  /** Filter. */
  readonly category?:
    | "Visionary"
    | "Innovator"
    | "Advisor"
    | "Designer"
    | "Engineer"
    | "Scientist"
    | "Writer"
    | "Philosopher"
    | "Expert"
    | undefined
  /** Matches name, description and expertise. */
  readonly search?: string | undefined
}

/**
 * Parameters of {@link configureWorkspaceTwin}.
 *
 * @since 0.1.0
 * @category models
 */
export interface TwinsConfigureInWorkspaceParams {
  readonly [key: string]: unknown
}

/**
 * Schema of {@link Twin}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TwinSchema: R.ResponseSchema<Twin> = /*#__PURE__*/ R.struct<Twin>(() => ({
  id: R.string,
  name: R.string,
  avatar_url: R.optional(R.string),
  category: R.optional(
    R.openEnum([
      "Visionary",
      "Innovator",
      "Advisor",
      "Designer",
      "Engineer",
      "Scientist",
      "Writer",
      "Philosopher",
      "Expert"
    ])
  ),
  created_at: R.optional(R.timestamp),
  description: R.optional(R.string),
  expertise: R.optional(R.array(R.string)),
  updated_at: R.optional(R.timestamp)
}))

/**
 * Schema of {@link TwinList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TwinListSchema: R.ResponseSchema<TwinList> = /*#__PURE__*/ R.struct<TwinList>(() => ({
  data: R.array(TwinSchema),
  success: R.optional(R.boolean)
}))

/**
 * GET `/api/v2/twin-workspace`
 *
 * @since 0.1.0
 * @category operations
 */
export const listWorkspaceTwins: Operation<UnknownJson, true> = {
  id: "listWorkspaceTwins",
  platform: "lvng",
  resource: "twins",
  name: "listInWorkspace",
  method: "GET",
  path: "/api/v2/twin-workspace",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/twin-workspace`
 *
 * @since 0.1.0
 * @category operations
 */
export const addWorkspaceTwin: Operation<UnknownJson, true> = {
  id: "addWorkspaceTwin",
  platform: "lvng",
  resource: "twins",
  name: "addToWorkspace",
  method: "POST",
  path: "/api/v2/twin-workspace",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/twin-workspace/available`
 *
 * @since 0.1.0
 * @category operations
 */
export const listAvailableTwins: Operation<TwinList, false> = {
  id: "listAvailableTwins",
  platform: "lvng",
  resource: "twins",
  name: "list",
  method: "GET",
  path: "/api/v2/twin-workspace/available",
  query: ["page", "page_size", "category", "search"],
  response: "json",
  success: TwinListSchema,
  pagination: { style: "page", page: "page", size: "page_size", items: "data" },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * PATCH `/api/v2/twin-workspace/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const configureWorkspaceTwin: Operation<UnknownJson, true> = {
  id: "configureWorkspaceTwin",
  platform: "lvng",
  resource: "twins",
  name: "configureInWorkspace",
  method: "PATCH",
  path: "/api/v2/twin-workspace/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * Digital twins: catalogue and personal workspace.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List the caller's twins.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/twin-workspace`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   */
  readonly listInWorkspace: (options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Add a twin to the caller's workspace.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/twin-workspace`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   */
  readonly addToWorkspace: (
    params?: TwinsAddToWorkspaceParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Browse the twin catalogue.
   *
   * `GET /api/v2/twin-workspace/available`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by page.
   *
   * Evidence: documented.
   * Rate limit: 60/60s per user.
   */
  readonly list: (params?: TwinsListParams, options?: RequestOptions) => Effect.Effect<TwinList, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (params?: TwinsListParams, options?: RequestOptions) => Stream.Stream<TwinList, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (params?: TwinsListParams, options?: RequestOptions) => Stream.Stream<Twin, ApiError>
  /**
   * Configure how a twin takes part.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/twin-workspace/{id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly configureInWorkspace: (
    id: string,
    params?: TwinsConfigureInWorkspaceParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "twins",
  (client: ApiClient): Service => ({
    listInWorkspace: (options) => client.request(listWorkspaceTwins, [], undefined, options),
    addToWorkspace: (params, options) => client.request(addWorkspaceTwin, [], params, options),
    list: (params, options) => client.request(listAvailableTwins, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listAvailableTwins, [], params, options),
    listAll: (params, options) =>
      Pagination.items(client, listAvailableTwins, [], params, options, (page) => page.data),
    configureInWorkspace: (id, params, options) => client.request(configureWorkspaceTwin, [id], params, options)
  })
)
