/**
 * The resource `orbitMembers` of LUML platform API.
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
import type { OrbitMember, OrbitRoleInput } from "./shared.js"
import { OrbitMemberSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitMemberCreate {
  /** This value, not the path, is used. Format: uuid. */
  readonly orbit_id: string
  readonly role: OrbitRoleInput
  /** Format: uuid. */
  readonly user_id: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitMemberUpdate {
  /** Membership id. This value, not the path, is used. Format: uuid. */
  readonly id: string
  readonly role: OrbitRoleInput
}

/**
 * Parameters of {@link addOrbitMember}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrbitMembersAddParams = OrbitMemberCreate

/**
 * Parameters of {@link updateOrbitMember}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrbitMembersUpdateParams = OrbitMemberUpdate

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/members`
 *
 * @since 0.1.0
 * @category operations
 */
export const listOrbitMembers: Operation<ReadonlyArray<OrbitMember>, true> = {
  id: "listOrbitMembers",
  platform: "luml",
  resource: "orbitMembers",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/members",
  response: "json",
  success: /*#__PURE__*/ R.array(OrbitMemberSchema),
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits/{orbit_id}/members`
 *
 * @since 0.1.0
 * @category operations
 */
export const addOrbitMember: Operation<OrbitMember, true> = {
  id: "addOrbitMember",
  platform: "luml",
  resource: "orbitMembers",
  name: "add",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/members",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrbitMemberSchema,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/orbits/{orbit_id}/members/{member_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateOrbitMember: Operation<OrbitMember, true> = {
  id: "updateOrbitMember",
  platform: "luml",
  resource: "orbitMembers",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/members/{member_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrbitMemberSchema,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/members/{member_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const removeOrbitMember: Operation<void, true> = {
  id: "removeOrbitMember",
  platform: "luml",
  resource: "orbitMembers",
  name: "remove",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/members/{member_id}",
  response: "none",
  success: R.none,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * JWT only.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Members, admins first.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/members`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly list: (
    organizationId: string,
    orbitId: string,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<OrbitMember>, ApiError | PreparedError>
  /**
   * Add an organization member to an orbit.
   *
   * `POST /v1/organizations/{organization_id}/orbits/{orbit_id}/members`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   * orbit_id of the body is used, not the path.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly add: (
    organizationId: string,
    orbitId: string,
    params: OrbitMembersAddParams,
    options?: RequestOptions
  ) => Effect.Effect<OrbitMember, ApiError | PreparedError>
  /**
   * Change an orbit role.
   *
   * `PATCH /v1/organizations/{organization_id}/orbits/{orbit_id}/members/{member_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   * id of the body is used; member_id of the path is ignored.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param memberId Membership id
   */
  readonly update: (
    organizationId: string,
    orbitId: string,
    memberId: string,
    params: OrbitMembersUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<OrbitMember, ApiError | PreparedError>
  /**
   * Remove an orbit member.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/members/{member_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param memberId Membership id
   */
  readonly remove: (
    organizationId: string,
    orbitId: string,
    memberId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "orbitMembers",
  (client: ApiClient): Service => ({
    list: (organizationId, orbitId, options) =>
      client.request(listOrbitMembers, [organizationId, orbitId], undefined, options),
    add: (organizationId, orbitId, params, options) =>
      client.request(addOrbitMember, [organizationId, orbitId], params, options),
    update: (organizationId, orbitId, memberId, params, options) =>
      client.request(updateOrbitMember, [organizationId, orbitId, memberId], params, options),
    remove: (organizationId, orbitId, memberId, options) =>
      client.request(removeOrbitMember, [organizationId, orbitId, memberId], undefined, options)
  })
)
