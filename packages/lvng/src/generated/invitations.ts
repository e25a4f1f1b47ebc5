/**
 * The resource `invitations` of LVNG platform API (reconstruction).
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
import type { Success, UnknownJson } from "./shared.js"
import { SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Invitation {
  readonly id: string
  readonly created_at?: Date | null
  readonly email?: string | null
  readonly expires_at?: Date | null
  /** Shareable link with the token. Format: uri. */
  readonly invite_link?: string | null
  readonly role?: OpenEnum<"admin" | "member"> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface InvitationCreate {
  /** Leave out to get a link that anyone can use. */
  readonly email?: string | undefined
  /** Default: `7`. */
  readonly expirationDays?: number | undefined
  /** Default: `"member"`. */
  readonly role?: "admin" | "member" | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface InvitationEnvelope {
  readonly invitation: Invitation
  readonly success?: boolean | null
}

/**
 * Pending ones only, with inviter names and links.
 *
 * @since 0.1.0
 * @category models
 */
export interface InvitationList {
  readonly invitations: ReadonlyArray<Invitation>
  readonly success?: boolean | null
}

/**
 * Parameters of {@link createInvitation}.
 *
 * @since 0.1.0
 * @category models
 */
export type InvitationsCreateParams = InvitationCreate

/**
 * Schema of {@link Invitation}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const InvitationSchema: R.ResponseSchema<Invitation> = /*#__PURE__*/ R.struct<Invitation>(() => ({
  id: R.string,
  created_at: R.optional(R.timestamp),
  email: R.optional(R.string),
  expires_at: R.optional(R.timestamp),
  invite_link: R.optional(R.string),
  role: R.optional(R.openEnum(["admin", "member"]))
}))

/**
 * Schema of {@link InvitationEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const InvitationEnvelopeSchema: R.ResponseSchema<InvitationEnvelope> =
  /*#__PURE__*/ R.struct<InvitationEnvelope>(() => ({
    invitation: InvitationSchema,
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link InvitationList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const InvitationListSchema: R.ResponseSchema<InvitationList> = /*#__PURE__*/ R.struct<InvitationList>(() => ({
  invitations: R.array(InvitationSchema),
  success: R.optional(R.boolean)
}))

/**
 * GET `/api/v2/invitations/{token}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getInvitationByToken: Operation<UnknownJson, true> = {
  id: "getInvitationByToken",
  platform: "lvng",
  resource: "invitations",
  name: "getByToken",
  method: "GET",
  path: "/api/v2/invitations/{token}",
  response: "json",
  success: UnknownJsonSchema,
  auth: false,
  secrets: { path: ["token"] },
  prepare: true,
  platformData: { auth: "public", evidence: "named" }
}

/**
 * POST `/api/v2/invitations/{token}/accept`
 *
 * @since 0.1.0
 * @category operations
 */
export const acceptInvitation: Operation<UnknownJson, true> = {
  id: "acceptInvitation",
  platform: "lvng",
  resource: "invitations",
  name: "accept",
  method: "POST",
  path: "/api/v2/invitations/{token}/accept",
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  secrets: { path: ["token"] },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/workspaces/{workspaceId}/invitations`
 *
 * @since 0.1.0
 * @category operations
 */
export const listInvitations: Operation<InvitationList, false> = {
  id: "listInvitations",
  platform: "lvng",
  resource: "invitations",
  name: "list",
  method: "GET",
  path: "/api/v2/workspaces/{workspaceId}/invitations",
  response: "json",
  success: InvitationListSchema,
  secrets: { answer: ["invitations.*.invite_link"] },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * POST `/api/v2/workspaces/{workspaceId}/invitations`
 *
 * @since 0.1.0
 * @category operations
 */
export const createInvitation: Operation<InvitationEnvelope, false> = {
  id: "createInvitation",
  platform: "lvng",
  resource: "invitations",
  name: "create",
  method: "POST",
  path: "/api/v2/workspaces/{workspaceId}/invitations",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: InvitationEnvelopeSchema,
  idempotencyKey: true,
  secrets: { answer: ["invitation.invite_link"] },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "admin" }
}

/**
 * DELETE `/api/v2/workspaces/{workspaceId}/invitations/{invitationId}`
 *
 * @since 0.1.0
 * @category operations
 */
export const revokeInvitation: Operation<Success, true> = {
  id: "revokeInvitation",
  platform: "lvng",
  resource: "invitations",
  name: "revoke",
  method: "DELETE",
  path: "/api/v2/workspaces/{workspaceId}/invitations/{invitationId}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "admin" }
}

/**
 * Workspace invitations by mail or link.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Look an invitation up by its token.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/invitations/{token}`
   *
   * Errors: 404, 429, 500, 503. Needs no credential.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per ip.
   *
   * @param token Identifier of the resource.
   */
  readonly getByToken: (token: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Accept an invitation.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/invitations/{token}/accept`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 50/60s per user.
   *
   * @param token Identifier of the resource.
   */
  readonly accept: (token: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * List pending invitations.
   *
   * `GET /api/v2/workspaces/{workspaceId}/invitations`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 50/60s per user.
   *
   * @param workspaceId Identifier of the resource.
   */
  readonly list: (workspaceId: string, options?: RequestOptions) => Effect.Effect<InvitationList, ApiError>
  /**
   * Invite somebody.
   *
   * Admin or owner role. With an address a mail may be sent; without one the link is the invitation.
   *
   * `POST /api/v2/workspaces/{workspaceId}/invitations`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 50/60s per user.
   *
   * @param workspaceId Identifier of the resource.
   */
  readonly create: (
    workspaceId: string,
    params?: InvitationsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<InvitationEnvelope, ApiError>
  /**
   * Revoke an invitation.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/workspaces/{workspaceId}/invitations/{invitationId}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 50/60s per user.
   *
   * @param workspaceId Identifier of the resource.
   * @param invitationId Identifier of the resource.
   */
  readonly revoke: (
    workspaceId: string,
    invitationId: string,
    options?: RequestOptions
  ) => Effect.Effect<Success, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "invitations",
  (client: ApiClient): Service => ({
    getByToken: (token, options) => client.request(getInvitationByToken, [token], undefined, options),
    accept: (token, options) => client.request(acceptInvitation, [token], undefined, options),
    list: (workspaceId, options) => client.request(listInvitations, [workspaceId], undefined, options),
    create: (workspaceId, params, options) => client.request(createInvitation, [workspaceId], params, options),
    revoke: (workspaceId, invitationId, options) =>
      client.request(revokeInvitation, [workspaceId, invitationId], undefined, options)
  })
)
