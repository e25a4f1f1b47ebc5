/**
 * The resource `organizationMembers` of LUML platform API.
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
import type { OrgRoleAssignable, OrganizationMember } from "./shared.js"
import { OrganizationMemberSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface OrganizationMemberCreate {
  /** This value, not the path, decides where the member is stored. Format: uuid. */
  readonly organization_id: string
  readonly role: OrgRoleAssignable
  /** Format: uuid. */
  readonly user_id: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrganizationMemberUpdate {
  readonly role: OrgRoleAssignable
  /** Ignored. Format: uuid. */
  readonly id?: string | null | undefined
}

/**
 * Parameters of {@link addOrganizationMember}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrganizationMembersAddParams = OrganizationMemberCreate

/**
 * Parameters of {@link updateOrganizationMember}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrganizationMembersUpdateParams = OrganizationMemberUpdate

/**
 * GET `/v1/organizations/{organization_id}/members`
 *
 * @since 0.1.0
 * @category operations
 */
export const listOrganizationMembers: Operation<ReadonlyArray<OrganizationMember>, true> = {
  id: "listOrganizationMembers",
  platform: "luml",
  resource: "organizationMembers",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/members",
  response: "json",
  success: /*#__PURE__*/ R.array(OrganizationMemberSchema),
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/members`
 *
 * @since 0.1.0
 * @category operations
 */
export const addOrganizationMember: Operation<OrganizationMember, true> = {
  id: "addOrganizationMember",
  platform: "luml",
  resource: "organizationMembers",
  name: "add",
  method: "POST",
  path: "/v1/organizations/{organization_id}/members",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrganizationMemberSchema,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/members/{member_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateOrganizationMember: Operation<OrganizationMember | null, true> = {
  id: "updateOrganizationMember",
  platform: "luml",
  resource: "organizationMembers",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/members/{member_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: /*#__PURE__*/ R.nullable(OrganizationMemberSchema),
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/members/{member_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const removeOrganizationMember: Operation<void, true> = {
  id: "removeOrganizationMember",
  platform: "luml",
  resource: "organizationMembers",
  name: "remove",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/members/{member_id}",
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
   * Members, owner first.
   *
   * `GET /v1/organizations/{organization_id}/members`
   *
   * Errors: 401, 403, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param organizationId Organization
   */
  readonly list: (
    organizationId: string,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<OrganizationMember>, ApiError | PreparedError>
  /**
   * Add a user as member.
   *
   * `POST /v1/organizations/{organization_id}/members`
   *
   * Errors: 401, 403, 409, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   * The member is stored in the organization named in the body; the path one is only used for the right check.
   *
   * @param organizationId Organization
   */
  readonly add: (
    organizationId: string,
    params: OrganizationMembersAddParams,
    options?: RequestOptions
  ) => Effect.Effect<OrganizationMember, ApiError | PreparedError>
  /**
   * Change a member's role.
   *
   * `PATCH /v1/organizations/{organization_id}/members/{member_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param organizationId Organization
   * @param memberId Membership id
   */
  readonly update: (
    organizationId: string,
    memberId: string,
    params: OrganizationMembersUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<OrganizationMember | null, ApiError | PreparedError>
  /**
   * Remove a member.
   *
   * `DELETE /v1/organizations/{organization_id}/members/{member_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param organizationId Organization
   * @param memberId Membership id
   */
  readonly remove: (
    organizationId: string,
    memberId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "organizationMembers",
  (client: ApiClient): Service => ({
    list: (organizationId, options) => client.request(listOrganizationMembers, [organizationId], undefined, options),
    add: (organizationId, params, options) => client.request(addOrganizationMember, [organizationId], params, options),
    update: (organizationId, memberId, params, options) =>
      client.request(updateOrganizationMember, [organizationId, memberId], params, options),
    remove: (organizationId, memberId, options) =>
      client.request(removeOrganizationMember, [organizationId, memberId], undefined, options)
  })
)
