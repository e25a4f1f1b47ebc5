/**
 * The resource `workspaces` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { OpenEnum } from "@trilum/core/OpenEnum"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { ServiceHealth, Success, UnknownJson } from "./shared.js"
import { ServiceHealthSchema, SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * A workspace as seen by the caller.
 *
 * @since 0.1.0
 * @category models
 */
export interface Workspace {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly created_at?: Date | null
  readonly description?: string | null
  readonly is_owner?: boolean | null
  readonly my_role?: OpenEnum<"owner" | "admin" | "member"> | null
  readonly owner_id?: string | null
  /** Free-form JSON object. */
  readonly settings?: { readonly [key: string]: unknown } | null
  readonly updated_at?: Date | null
}

/**
 * A workspace as seen by the caller.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkspacePartial {
  readonly id?: string | null
  readonly name?: string | null
  readonly slug?: string | null
  readonly created_at?: Date | null
  readonly description?: string | null
  readonly is_owner?: boolean | null
  readonly my_role?: OpenEnum<"owner" | "admin" | "member"> | null
  readonly owner_id?: string | null
  /** Free-form JSON object. */
  readonly settings?: { readonly [key: string]: unknown } | null
  readonly updated_at?: Date | null
}

/**
 * New workspace; the caller becomes owner.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkspaceCreate {
  /** Display name. */
  readonly name: string
  /** URL-safe name: lower-case letters, digits and hyphens. */
  readonly slug: string
  readonly description?: string | undefined
  readonly [key: string]: unknown
}

/**
 * success + workspaces + count; not paged.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkspaceList {
  readonly workspaces: ReadonlyArray<Workspace>
  readonly count?: number | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkspacesCreateResponse {
  readonly success?: boolean | null
  readonly workspace?: WorkspacePartial | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkspacesGetResponse {
  readonly success?: boolean | null
  readonly workspace?: WorkspacePartial | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkspacesUpdateResponse {
  readonly success?: boolean | null
  readonly workspace?: WorkspacePartial | null
}

/**
 * Parameters of {@link createWorkspace}.
 *
 * @since 0.1.0
 * @category models
 */
export type WorkspacesCreateParams = WorkspaceCreate

/**
 * Parameters of {@link updateWorkspace}.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkspacesUpdateParams {
  readonly [key: string]: unknown
}

/**
 * Schema of {@link Workspace}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkspaceSchema: R.ResponseSchema<Workspace> = /*#__PURE__*/ R.struct<Workspace>(() => ({
  id: R.string,
  name: R.string,
  slug: R.string,
  created_at: R.optional(R.timestamp),
  description: R.optional(R.string),
  is_owner: R.optional(R.boolean),
  my_role: R.optional(R.openEnum(["owner", "admin", "member"])),
  owner_id: R.optional(R.string),
  settings: R.optional(R.object),
  updated_at: R.optional(R.timestamp)
}))

/**
 * Schema of {@link WorkspacePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkspacePartialSchema: R.ResponseSchema<WorkspacePartial> = /*#__PURE__*/ R.struct<WorkspacePartial>(
  () => ({
    id: R.optional(R.string),
    name: R.optional(R.string),
    slug: R.optional(R.string),
    created_at: R.optional(R.timestamp),
    description: R.optional(R.string),
    is_owner: R.optional(R.boolean),
    my_role: R.optional(R.openEnum(["owner", "admin", "member"])),
    owner_id: R.optional(R.string),
    settings: R.optional(R.object),
    updated_at: R.optional(R.timestamp)
  })
)

/**
 * Schema of {@link WorkspaceList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkspaceListSchema: R.ResponseSchema<WorkspaceList> = /*#__PURE__*/ R.struct<WorkspaceList>(() => ({
  workspaces: R.array(WorkspaceSchema),
  count: R.optional(R.number),
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link WorkspacesCreateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkspacesCreateResponseSchema: R.ResponseSchema<WorkspacesCreateResponse> =
  /*#__PURE__*/ R.struct<WorkspacesCreateResponse>(() => ({
    success: R.optional(R.boolean),
    workspace: R.optional(WorkspacePartialSchema)
  }))

/**
 * Schema of {@link WorkspacesGetResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkspacesGetResponseSchema: R.ResponseSchema<WorkspacesGetResponse> =
  /*#__PURE__*/ R.struct<WorkspacesGetResponse>(() => ({
    success: R.optional(R.boolean),
    workspace: R.optional(WorkspacePartialSchema)
  }))

/**
 * Schema of {@link WorkspacesUpdateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkspacesUpdateResponseSchema: R.ResponseSchema<WorkspacesUpdateResponse> =
  /*#__PURE__*/ R.struct<WorkspacesUpdateResponse>(() => ({
    success: R.optional(R.boolean),
    workspace: R.optional(WorkspacePartialSchema)
  }))

/**
 * GET `/api/v2/workspaces`
 *
 * @since 0.1.0
 * @category operations
 */
export const listWorkspaces: Operation<WorkspaceList, false> = {
  id: "listWorkspaces",
  platform: "lvng",
  resource: "workspaces",
  name: "list",
  method: "GET",
  path: "/api/v2/workspaces",
  response: "json",
  success: WorkspaceListSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * POST `/api/v2/workspaces`
 *
 * @since 0.1.0
 * @category operations
 */
export const createWorkspace: Operation<WorkspacesCreateResponse, false> = {
  id: "createWorkspace",
  platform: "lvng",
  resource: "workspaces",
  name: "create",
  method: "POST",
  path: "/api/v2/workspaces",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: WorkspacesCreateResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * GET `/api/v2/workspaces/health`
 *
 * @since 0.1.0
 * @category operations
 */
export const getWorkspacesHealth: Operation<ServiceHealth, false> = {
  id: "getWorkspacesHealth",
  platform: "lvng",
  resource: "workspaces",
  name: "getHealth",
  method: "GET",
  path: "/api/v2/workspaces/health",
  response: "json",
  success: ServiceHealthSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * GET `/api/v2/workspaces/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getWorkspace: Operation<WorkspacesGetResponse, true> = {
  id: "getWorkspace",
  platform: "lvng",
  resource: "workspaces",
  name: "get",
  method: "GET",
  path: "/api/v2/workspaces/{id}",
  response: "json",
  success: WorkspacesGetResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * PATCH `/api/v2/workspaces/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateWorkspace: Operation<WorkspacesUpdateResponse, true> = {
  id: "updateWorkspace",
  platform: "lvng",
  resource: "workspaces",
  name: "update",
  method: "PATCH",
  path: "/api/v2/workspaces/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: WorkspacesUpdateResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "admin" }
}

/**
 * DELETE `/api/v2/workspaces/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteWorkspace: Operation<Success, true> = {
  id: "deleteWorkspace",
  platform: "lvng",
  resource: "workspaces",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/workspaces/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "admin" }
}

/**
 * GET `/api/v2/workspaces/{id}/members`
 *
 * @since 0.1.0
 * @category operations
 */
export const listWorkspaceMembers: Operation<UnknownJson, true> = {
  id: "listWorkspaceMembers",
  platform: "lvng",
  resource: "workspaces",
  name: "listMembers",
  method: "GET",
  path: "/api/v2/workspaces/{id}/members",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * Top-level containers and membership.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List the caller's workspaces.
   *
   * `GET /api/v2/workspaces`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly list: (options?: RequestOptions) => Effect.Effect<WorkspaceList, ApiError>
  /**
   * Create a workspace.
   *
   * The caller becomes its owner.
   *
   * `POST /api/v2/workspaces`
   *
   * Errors: 400, 401, 403, 409, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly create: (
    params: WorkspacesCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<WorkspacesCreateResponse, ApiError>
  /**
   * Health of the workspace service.
   *
   * Marked as authenticated on the page although it is a health check. Route it before {id}.
   *
   * `GET /api/v2/workspaces/health`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly getHealth: (options?: RequestOptions) => Effect.Effect<ServiceHealth, ApiError>
  /**
   * Read a workspace.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/workspaces/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (id: string, options?: RequestOptions) => Effect.Effect<WorkspacesGetResponse, ApiError | PreparedError>
  /**
   * Change a workspace.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/workspaces/{id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly update: (
    id: string,
    params?: WorkspacesUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<WorkspacesUpdateResponse, ApiError | PreparedError>
  /**
   * Delete a workspace.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/workspaces/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly delete: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * List members and their roles.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/workspaces/{id}/members`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly listMembers: (id: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "workspaces",
  (client: ApiClient): Service => ({
    list: (options) => client.request(listWorkspaces, [], undefined, options),
    create: (params, options) => client.request(createWorkspace, [], params, options),
    getHealth: (options) => client.request(getWorkspacesHealth, [], undefined, options),
    get: (id, options) => client.request(getWorkspace, [id], undefined, options),
    update: (id, params, options) => client.request(updateWorkspace, [id], params, options),
    delete: (id, options) => client.request(deleteWorkspace, [id], undefined, options),
    listMembers: (id, options) => client.request(listWorkspaceMembers, [id], undefined, options)
  })
)
