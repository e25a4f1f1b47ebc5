/**
 * The resource `orbits` of LUML platform API.
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
import type { ApiClient, RequestOptions } from "../client.js"
import type { Orbit, OrbitMember, OrbitRole, OrbitRoleInput, PermissionMap } from "./shared.js"
import { OrbitMemberSchema, OrbitRoleSchema, OrbitSchema, PermissionMapSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitCreate {
  /** Format: uuid. */
  readonly bucket_secret_id: string
  readonly name: string
  /** Extra members. The caller is always added as admin and must not be listed. */
  readonly members?: ReadonlyArray<OrbitMemberSeed> | null | undefined
  /** Send an e-mail to the added members. Default: `false`. */
  readonly notify?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitDetails {
  /** Format: uuid. */
  readonly id: string
  /** Format: uuid. */
  readonly bucket_secret_id: string
  /** Sorted distinct tags of the collections in the orbit. */
  readonly collections_tags: ReadonlyArray<string> | null
  readonly created_at: Date
  readonly members: ReadonlyArray<OrbitMember> | null
  readonly name: string
  /** Format: uuid. */
  readonly organization_id: string
  readonly permissions: PermissionMap | null
  /** Only filled in the list read by a plain organization member. */
  readonly role: OrbitRole | null
  /** null when the list is read by a plain organization member. */
  readonly total_artifacts: number | null
  readonly total_collections: number | null
  readonly total_members: number | null
  /** null when the list is read by a plain organization member. */
  readonly total_satellites: number | null
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitMemberSeed {
  readonly role: OrbitRoleInput
  /** Format: uuid. */
  readonly user_id: string
}

/**
 * Only keys that are present are written. Null for name is a 500, null for bucket_secret_id is a 404.
 *
 * @since 0.1.0
 * @category models
 */
export interface OrbitUpdate {
  /** Ignored. Format: uuid. */
  readonly id?: string | null | undefined
  /** Format: uuid. */
  readonly bucket_secret_id?: string | null | undefined
  readonly name?: string | null | undefined
}

/**
 * Parameters of {@link createOrbit}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrbitsCreateParams = OrbitCreate

/**
 * Parameters of {@link updateOrbit}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrbitsUpdateParams = OrbitUpdate

/**
 * Schema of {@link OrbitDetails}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrbitDetailsSchema: R.ResponseSchema<OrbitDetails> = /*#__PURE__*/ R.struct<OrbitDetails>(() => ({
  id: R.string,
  bucket_secret_id: R.string,
  collections_tags: R.nullable(R.array(R.string)),
  created_at: R.timestamp,
  members: R.nullable(R.array(OrbitMemberSchema)),
  name: R.string,
  organization_id: R.string,
  permissions: R.nullable(PermissionMapSchema),
  role: R.nullable(OrbitRoleSchema),
  total_artifacts: R.nullable(R.number),
  total_collections: R.nullable(R.number),
  total_members: R.nullable(R.number),
  total_satellites: R.nullable(R.number),
  updated_at: R.nullable(R.timestamp)
}))

/**
 * GET `/v1/organizations/{organization_id}/orbits`
 *
 * @since 0.1.0
 * @category operations
 */
export const listOrbits: Operation<ReadonlyArray<Orbit>, false> = {
  id: "listOrbits",
  platform: "luml",
  resource: "orbits",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits",
  response: "json",
  success: /*#__PURE__*/ R.array(OrbitSchema),
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits`
 *
 * @since 0.1.0
 * @category operations
 */
export const createOrbit: Operation<OrbitDetails, false> = {
  id: "createOrbit",
  platform: "luml",
  resource: "orbits",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrbitDetailsSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getOrbit: Operation<OrbitDetails, false> = {
  id: "getOrbit",
  platform: "luml",
  resource: "orbits",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}",
  response: "json",
  success: OrbitDetailsSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/orbits/{orbit_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateOrbit: Operation<Orbit, false> = {
  id: "updateOrbit",
  platform: "luml",
  resource: "orbits",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrbitSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteOrbit: Operation<void, false> = {
  id: "deleteOrbit",
  platform: "luml",
  resource: "orbits",
  name: "delete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Workspaces inside an organization.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Orbits the caller can see.
   *
   * Owner and admin see all orbits, a plain member only those it belongs to. Not paginated, order not defined.
   *
   * `GET /v1/organizations/{organization_id}/orbits`
   *
   * Errors: 401, 403, 422, 500.
   *
   * @param organizationId Organization
   */
  readonly list: (organizationId: string, options?: RequestOptions) => Effect.Effect<ReadonlyArray<Orbit>, ApiError>
  /**
   * Create an orbit.
   *
   * The caller becomes orbit admin.
   *
   * `POST /v1/organizations/{organization_id}/orbits`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 500.
   *
   * @param organizationId Organization
   */
  readonly create: (
    organizationId: string,
    params: OrbitsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<OrbitDetails, ApiError>
  /**
   * One orbit with members and collection tags.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Any organization member may read any orbit of the organization.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly get: (
    organizationId: string,
    orbitId: string,
    options?: RequestOptions
  ) => Effect.Effect<OrbitDetails, ApiError>
  /**
   * Rename or move to another bucket secret.
   *
   * `PATCH /v1/organizations/{organization_id}/orbits/{orbit_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Changing the bucket secret does not move objects: old artifacts then sign against the new bucket.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly update: (
    organizationId: string,
    orbitId: string,
    params?: OrbitsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<Orbit, ApiError>
  /**
   * Delete an orbit and every record under it.
   *
   * Collections, artifacts, tracks, deployments, satellites and secrets go with it. Stored objects stay in the bucket.
   * Organization owner, or orbit admin.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly delete: (organizationId: string, orbitId: string, options?: RequestOptions) => Effect.Effect<void, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "orbits",
  (client: ApiClient): Service => ({
    list: (organizationId, options) => client.request(listOrbits, [organizationId], undefined, options),
    create: (organizationId, params, options) => client.request(createOrbit, [organizationId], params, options),
    get: (organizationId, orbitId, options) => client.request(getOrbit, [organizationId, orbitId], undefined, options),
    update: (organizationId, orbitId, params, options) =>
      client.request(updateOrbit, [organizationId, orbitId], params, options),
    delete: (organizationId, orbitId, options) =>
      client.request(deleteOrbit, [organizationId, orbitId], undefined, options)
  })
)
