/**
 * The resource `organizations` of LUML platform API.
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
import type { Orbit, OrgRole, Organization, OrganizationInvite, OrganizationMember, PermissionMap } from "./shared.js"
import {
  OrbitSchema,
  OrgRoleSchema,
  OrganizationInviteSchema,
  OrganizationMemberSchema,
  OrganizationSchema,
  PermissionMapSchema
} from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface OrganizationCreate {
  readonly name: string
  /** Format: uri. */
  readonly logo?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrganizationDetails {
  /** Format: uuid. */
  readonly id: string
  /** Default 50. */
  readonly artifacts_limit: number
  readonly created_at: Date
  readonly invites: ReadonlyArray<OrganizationInvite>
  /** Format: uri. */
  readonly logo: string | null
  readonly members: ReadonlyArray<OrganizationMember>
  /** Keys owner, admin, member. */
  readonly members_by_role: { readonly [key: string]: number }
  /** Default 3. */
  readonly members_limit: number
  readonly name: string
  readonly orbits: ReadonlyArray<Orbit>
  /** Default 1. */
  readonly orbits_limit: number
  readonly permissions: PermissionMap | null
  /** Default 2. */
  readonly satellites_limit: number
  readonly total_artifacts: number
  readonly total_members: number
  readonly total_orbits: number
  readonly total_satellites: number
  readonly updated_at: Date | null
}

/**
 * One entry of the caller's organization list, sorted by name ascending.
 *
 * @since 0.1.0
 * @category models
 */
export interface OrganizationSummary {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  /** Format: uri. */
  readonly logo: string | null
  readonly name: string
  readonly permissions: PermissionMap | null
  readonly role: OrgRole | null
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrganizationUpdate {
  /** Ignored; the path wins. Format: uuid. */
  readonly id?: string | null | undefined
  /** Leaving it out clears the stored logo. */
  readonly logo?: string | null | undefined
  readonly name?: string | null | undefined
}

/**
 * Parameters of {@link createOrganization}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrganizationsCreateParams = OrganizationCreate

/**
 * Parameters of {@link updateOrganization}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrganizationsUpdateParams = OrganizationUpdate

/**
 * Schema of {@link OrganizationDetails}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrganizationDetailsSchema: R.ResponseSchema<OrganizationDetails> =
  /*#__PURE__*/ R.struct<OrganizationDetails>(() => ({
    id: R.string,
    artifacts_limit: R.number,
    created_at: R.timestamp,
    invites: R.array(OrganizationInviteSchema),
    logo: R.nullable(R.string),
    members: R.array(OrganizationMemberSchema),
    members_by_role: R.record(R.number),
    members_limit: R.number,
    name: R.string,
    orbits: R.array(OrbitSchema),
    orbits_limit: R.number,
    permissions: R.nullable(PermissionMapSchema),
    satellites_limit: R.number,
    total_artifacts: R.number,
    total_members: R.number,
    total_orbits: R.number,
    total_satellites: R.number,
    updated_at: R.nullable(R.timestamp)
  }))

/**
 * Schema of {@link OrganizationSummary}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrganizationSummarySchema: R.ResponseSchema<OrganizationSummary> =
  /*#__PURE__*/ R.struct<OrganizationSummary>(() => ({
    id: R.string,
    created_at: R.timestamp,
    logo: R.nullable(R.string),
    name: R.string,
    permissions: R.nullable(PermissionMapSchema),
    role: R.nullable(OrgRoleSchema),
    updated_at: R.nullable(R.timestamp)
  }))

/**
 * POST `/v1/organizations`
 *
 * @since 0.1.0
 * @category operations
 */
export const createOrganization: Operation<Organization, true> = {
  id: "createOrganization",
  platform: "luml",
  resource: "organizations",
  name: "create",
  method: "POST",
  path: "/v1/organizations",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrganizationSchema,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getOrganization: Operation<OrganizationDetails, true> = {
  id: "getOrganization",
  platform: "luml",
  resource: "organizations",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}",
  response: "json",
  success: OrganizationDetailsSchema,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateOrganization: Operation<OrganizationDetails, true> = {
  id: "updateOrganization",
  platform: "luml",
  resource: "organizations",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrganizationDetailsSchema,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteOrganization: Operation<void, true> = {
  id: "deleteOrganization",
  platform: "luml",
  resource: "organizations",
  name: "delete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}",
  response: "none",
  success: R.none,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/leave`
 *
 * @since 0.1.0
 * @category operations
 */
export const leaveOrganization: Operation<void, true> = {
  id: "leaveOrganization",
  platform: "luml",
  resource: "organizations",
  name: "leave",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/leave",
  response: "none",
  success: R.none,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * GET `/v1/users/me/organizations`
 *
 * @since 0.1.0
 * @category operations
 */
export const listMyOrganizations: Operation<ReadonlyArray<OrganizationSummary>, false> = {
  id: "listMyOrganizations",
  platform: "luml",
  resource: "organizations",
  name: "list",
  method: "GET",
  path: "/v1/users/me/organizations",
  response: "json",
  success: /*#__PURE__*/ R.array(OrganizationSummarySchema),
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Organizations. API keys can only list them.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Create an organization.
   *
   * `POST /v1/organizations`
   *
   * Errors: 401, 403, 409, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   */
  readonly create: (
    params: OrganizationsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<Organization, ApiError | PreparedError>
  /**
   * Organization with members, invites, orbits and limits.
   *
   * `GET /v1/organizations/{organization_id}`
   *
   * Errors: 401, 403, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param organizationId Organization
   */
  readonly get: (
    organizationId: string,
    options?: RequestOptions
  ) => Effect.Effect<OrganizationDetails, ApiError | PreparedError>
  /**
   * Rename or change the logo.
   *
   * `PATCH /v1/organizations/{organization_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   * Leaving logo out clears it.
   *
   * @param organizationId Organization
   */
  readonly update: (
    organizationId: string,
    params?: OrganizationsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<OrganizationDetails, ApiError | PreparedError>
  /**
   * Delete an organization that has no other member.
   *
   * `DELETE /v1/organizations/{organization_id}`
   *
   * Errors: 401, 403, 409, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param organizationId Organization
   */
  readonly delete: (organizationId: string, options?: RequestOptions) => Effect.Effect<void, ApiError | PreparedError>
  /**
   * Leave the organization.
   *
   * `DELETE /v1/organizations/{organization_id}/leave`
   *
   * Errors: 401, 403, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param organizationId Organization
   */
  readonly leave: (organizationId: string, options?: RequestOptions) => Effect.Effect<void, ApiError | PreparedError>
  /**
   * Organizations of the caller.
   *
   * Sorted by name. Not paginated. The only organization read open to API keys.
   *
   * `GET /v1/users/me/organizations`
   *
   * Errors: 401, 403, 500.
   */
  readonly list: (options?: RequestOptions) => Effect.Effect<ReadonlyArray<OrganizationSummary>, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "organizations",
  (client: ApiClient): Service => ({
    create: (params, options) => client.request(createOrganization, [], params, options),
    get: (organizationId, options) => client.request(getOrganization, [organizationId], undefined, options),
    update: (organizationId, params, options) => client.request(updateOrganization, [organizationId], params, options),
    delete: (organizationId, options) => client.request(deleteOrganization, [organizationId], undefined, options),
    leave: (organizationId, options) => client.request(leaveOrganization, [organizationId], undefined, options),
    list: (options) => client.request(listMyOrganizations, [], undefined, options)
  })
)
