/**
 * The resource `organizationInvitations` of LUML platform API.
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
import type { OrgRoleAssignable, OrganizationInvite } from "./shared.js"
import { OrganizationInviteSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface OrganizationInviteCreate {
  /** Format: email. */
  readonly email: string
  /** This value, not the path, is used. Format: uuid. */
  readonly organization_id: string
  readonly role: OrgRoleAssignable
}

/**
 * Parameters of {@link createOrganizationInvitation}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrganizationInvitationsCreateParams = OrganizationInviteCreate

/**
 * GET `/v1/organizations/{organization_id}/invitations`
 *
 * @since 0.1.0
 * @category operations
 */
export const listOrganizationInvitations: Operation<ReadonlyArray<OrganizationInvite>, true> = {
  id: "listOrganizationInvitations",
  platform: "luml",
  resource: "organizationInvitations",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/invitations",
  response: "json",
  success: /*#__PURE__*/ R.array(OrganizationInviteSchema),
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/invitations`
 *
 * @since 0.1.0
 * @category operations
 */
export const createOrganizationInvitation: Operation<OrganizationInvite, true> = {
  id: "createOrganizationInvitation",
  platform: "luml",
  resource: "organizationInvitations",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/invitations",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrganizationInviteSchema,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/invitations/{invite_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const cancelOrganizationInvitation: Operation<void, true> = {
  id: "cancelOrganizationInvitation",
  platform: "luml",
  resource: "organizationInvitations",
  name: "cancel",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/invitations/{invite_id}",
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
   * Open invitations.
   *
   * `GET /v1/organizations/{organization_id}/invitations`
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
  ) => Effect.Effect<ReadonlyArray<OrganizationInvite>, ApiError | PreparedError>
  /**
   * Invite an e-mail address.
   *
   * `POST /v1/organizations/{organization_id}/invitations`
   *
   * Errors: 401, 403, 409, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   * The organization in the body is used, not the path.
   * When the invitation is stored but the e-mail fails, the answer is status 201 with the error body {detail: Invite
   * created successfully but email delivery failed.}.
   *
   * @param organizationId Organization
   */
  readonly create: (
    organizationId: string,
    params: OrganizationInvitationsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<OrganizationInvite, ApiError | PreparedError>
  /**
   * Withdraw an invitation.
   *
   * `DELETE /v1/organizations/{organization_id}/invitations/{invite_id}`
   *
   * Errors: 401, 403, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   * Unknown ids are also a 204.
   *
   * @param organizationId Organization
   * @param inviteId Invitation
   */
  readonly cancel: (
    organizationId: string,
    inviteId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "organizationInvitations",
  (client: ApiClient): Service => ({
    list: (organizationId, options) =>
      client.request(listOrganizationInvitations, [organizationId], undefined, options),
    create: (organizationId, params, options) =>
      client.request(createOrganizationInvitation, [organizationId], params, options),
    cancel: (organizationId, inviteId, options) =>
      client.request(cancelOrganizationInvitation, [organizationId, inviteId], undefined, options)
  })
)
