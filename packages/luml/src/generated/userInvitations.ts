/**
 * The resource `userInvitations` of LUML platform API.
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
import type { OrganizationInvite } from "./shared.js"
import { OrganizationInviteSchema } from "./shared.js"

/**
 * GET `/v1/users/me/invitations`
 *
 * @since 0.1.0
 * @category operations
 */
export const listMyInvitations: Operation<ReadonlyArray<OrganizationInvite>, true> = {
  id: "listMyInvitations",
  platform: "luml",
  resource: "userInvitations",
  name: "list",
  method: "GET",
  path: "/v1/users/me/invitations",
  response: "json",
  success: /*#__PURE__*/ R.array(OrganizationInviteSchema),
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * POST `/v1/users/me/invitations/{invite_id}/accept`
 *
 * @since 0.1.0
 * @category operations
 */
export const acceptInvitation: Operation<null, true> = {
  id: "acceptInvitation",
  platform: "luml",
  resource: "userInvitations",
  name: "accept",
  method: "POST",
  path: "/v1/users/me/invitations/{invite_id}/accept",
  response: "json",
  success: R.nullType,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * POST `/v1/users/me/invitations/{invite_id}/reject`
 *
 * @since 0.1.0
 * @category operations
 */
export const rejectInvitation: Operation<void, true> = {
  id: "rejectInvitation",
  platform: "luml",
  resource: "userInvitations",
  name: "reject",
  method: "POST",
  path: "/v1/users/me/invitations/{invite_id}/reject",
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
   * Invitations addressed to the caller.
   *
   * `GET /v1/users/me/invitations`
   *
   * Errors: 401, 403, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   */
  readonly list: (
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<OrganizationInvite>, ApiError | PreparedError>
  /**
   * Accept an invitation.
   *
   * `POST /v1/users/me/invitations/{invite_id}/accept`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param inviteId Invitation
   */
  readonly accept: (inviteId: string, options?: RequestOptions) => Effect.Effect<null, ApiError | PreparedError>
  /**
   * Reject an invitation.
   *
   * `POST /v1/users/me/invitations/{invite_id}/reject`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   *
   * @param inviteId Invitation
   */
  readonly reject: (inviteId: string, options?: RequestOptions) => Effect.Effect<void, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "userInvitations",
  (client: ApiClient): Service => ({
    list: (options) => client.request(listMyInvitations, [], undefined, options),
    accept: (inviteId, options) => client.request(acceptInvitation, [inviteId], undefined, options),
    reject: (inviteId, options) => client.request(rejectInvitation, [inviteId], undefined, options)
  })
)
