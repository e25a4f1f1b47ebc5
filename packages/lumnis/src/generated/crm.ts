/**
 * The resource `crm` of Lumnis AI REST API (wire contract).
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

/**
 * @since 0.1.0
 * @category models
 */
export interface CrmContactInput {
  readonly company?: string | undefined
  readonly email?: string | undefined
  readonly first_name?: string | undefined
  readonly full_name?: string | undefined
  readonly job_title?: string | undefined
  readonly last_name?: string | undefined
  readonly location?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CrmContactsSyncResponse {
  readonly provider: CrmProvider
  readonly status: OpenEnum<"started" | "already_in_progress">
}

/**
 * Freshness of the mirrored CRM contact book.
 *
 * @since 0.1.0
 * @category models
 */
export interface CrmContactsSyncStatusResponse {
  readonly connected: boolean
  readonly provider: CrmProvider
  readonly sync_in_progress: boolean
  readonly synced_count: number
  readonly last_reconciled_at?: Date | null
  readonly total_in_crm?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CrmExclusionGrantListResponse {
  readonly member_user_id: string
  readonly owner_user_ids: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CrmExclusionGrantRequest {
  /** User who reads the ledger. */
  readonly member_user_id: string
  /** User who owns the ledger. */
  readonly owner_user_id: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CrmExclusionGrantResponse {
  readonly member_user_id: string
  readonly owner_user_id: string
  readonly status: OpenEnum<"granted" | "revoked">
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CrmMatchBatchResponse {
  readonly matches: ReadonlyArray<CrmMatchedProspect>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CrmMatchedProspect {
  readonly linked: boolean
  readonly linkedin_url: string
  readonly crm_record_id?: string | null
  readonly crm_url?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type CrmProvider = OpenEnum<"attio" | "hubspot">

/**
 * @since 0.1.0
 * @category models
 */
export interface CrmSyncProspectResponse {
  readonly action: OpenEnum<"linked" | "created">
  readonly crm_record_id: string
  readonly crm_url: string
}

/**
 * Parameters of {@link syncCrmContacts}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CrmSyncContactsParams {
  readonly provider: CrmProvider
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getCrmContactsSyncStatus}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CrmGetContactsSyncStatusParams {
  /** Provider, e.g. hubspot. */
  readonly provider: CrmProvider
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link listCrmExclusionGrants}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CrmListExclusionGrantsParams {
  /** User UUID or email. */
  readonly member_user_id?: string | undefined
}

/**
 * Parameters of {@link grantCrmExclusion}.
 *
 * @since 0.1.0
 * @category models
 */
export type CrmGrantExclusionGrantParams = CrmExclusionGrantRequest

/**
 * Parameters of {@link revokeCrmExclusion}.
 *
 * @since 0.1.0
 * @category models
 */
export type CrmRevokeExclusionGrantParams = CrmExclusionGrantRequest

/**
 * Parameters of {@link matchCrmProspects}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CrmMatchBatchParams {
  /** URLs of LinkedIn profiles. */
  readonly linkedin_urls: ReadonlyArray<string>
  readonly provider: CrmProvider
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link syncCrmProspect}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CrmSyncProspectParams {
  /** URL of the LinkedIn profile. */
  readonly linkedin_url: string
  readonly provider: CrmProvider
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  readonly contact?: CrmContactInput | undefined
  /** Provider native property names; keys verbatim. */
  readonly custom_fields?: { readonly [key: string]: string } | undefined
}

/**
 * Schema of {@link CrmContactsSyncResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CrmContactsSyncResponseSchema: R.ResponseSchema<CrmContactsSyncResponse> =
  /*#__PURE__*/ R.struct<CrmContactsSyncResponse>(() => ({
    provider: CrmProviderSchema,
    status: R.openEnum(["started", "already_in_progress"])
  }))

/**
 * Schema of {@link CrmContactsSyncStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CrmContactsSyncStatusResponseSchema: R.ResponseSchema<CrmContactsSyncStatusResponse> =
  /*#__PURE__*/ R.struct<CrmContactsSyncStatusResponse>(() => ({
    connected: R.boolean,
    provider: CrmProviderSchema,
    sync_in_progress: R.boolean,
    synced_count: R.number,
    last_reconciled_at: R.optional(R.timestamp),
    total_in_crm: R.optional(R.number)
  }))

/**
 * Schema of {@link CrmExclusionGrantListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CrmExclusionGrantListResponseSchema: R.ResponseSchema<CrmExclusionGrantListResponse> =
  /*#__PURE__*/ R.struct<CrmExclusionGrantListResponse>(() => ({
    member_user_id: R.string,
    owner_user_ids: R.array(R.string)
  }))

/**
 * Schema of {@link CrmExclusionGrantResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CrmExclusionGrantResponseSchema: R.ResponseSchema<CrmExclusionGrantResponse> =
  /*#__PURE__*/ R.struct<CrmExclusionGrantResponse>(() => ({
    member_user_id: R.string,
    owner_user_id: R.string,
    status: R.openEnum(["granted", "revoked"])
  }))

/**
 * Schema of {@link CrmMatchBatchResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CrmMatchBatchResponseSchema: R.ResponseSchema<CrmMatchBatchResponse> =
  /*#__PURE__*/ R.struct<CrmMatchBatchResponse>(() => ({
    matches: R.array(CrmMatchedProspectSchema)
  }))

/**
 * Schema of {@link CrmMatchedProspect}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CrmMatchedProspectSchema: R.ResponseSchema<CrmMatchedProspect> =
  /*#__PURE__*/ R.struct<CrmMatchedProspect>(() => ({
    linked: R.boolean,
    linkedin_url: R.string,
    crm_record_id: R.optional(R.string),
    crm_url: R.optional(R.string)
  }))

/**
 * Schema of {@link CrmProvider}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CrmProviderSchema: R.ResponseSchema<CrmProvider> = /*#__PURE__*/ R.openEnum(["attio", "hubspot"])

/**
 * Schema of {@link CrmSyncProspectResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CrmSyncProspectResponseSchema: R.ResponseSchema<CrmSyncProspectResponse> =
  /*#__PURE__*/ R.struct<CrmSyncProspectResponse>(() => ({
    action: R.openEnum(["linked", "created"]),
    crm_record_id: R.string,
    crm_url: R.string
  }))

/**
 * POST `/v1/crm/contacts/sync`
 *
 * @since 0.1.0
 * @category operations
 */
export const syncCrmContacts: Operation<CrmContactsSyncResponse, true> = {
  id: "syncCrmContacts",
  platform: "lumnis",
  resource: "crm",
  name: "syncContacts",
  method: "POST",
  path: "/v1/crm/contacts/sync",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CrmContactsSyncResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * GET `/v1/crm/contacts/sync-status`
 *
 * @since 0.1.0
 * @category operations
 */
export const getCrmContactsSyncStatus: Operation<CrmContactsSyncStatusResponse, true> = {
  id: "getCrmContactsSyncStatus",
  platform: "lumnis",
  resource: "crm",
  name: "getContactsSyncStatus",
  method: "GET",
  path: "/v1/crm/contacts/sync-status",
  query: ["user_id", "provider"],
  response: "json",
  success: CrmContactsSyncStatusResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/crm/exclusion-grants`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCrmExclusionGrants: Operation<CrmExclusionGrantListResponse, true> = {
  id: "listCrmExclusionGrants",
  platform: "lumnis",
  resource: "crm",
  name: "listExclusionGrants",
  method: "GET",
  path: "/v1/crm/exclusion-grants",
  query: ["member_user_id"],
  response: "json",
  success: CrmExclusionGrantListResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query", userIdName: "member_user_id" }
}

/**
 * POST `/v1/crm/exclusion-grants`
 *
 * @since 0.1.0
 * @category operations
 */
export const grantCrmExclusion: Operation<CrmExclusionGrantResponse, true> = {
  id: "grantCrmExclusion",
  platform: "lumnis",
  resource: "crm",
  name: "grantExclusionGrant",
  method: "POST",
  path: "/v1/crm/exclusion-grants",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CrmExclusionGrantResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body", userIdName: "member_user_id, owner_user_id" }
}

/**
 * DELETE `/v1/crm/exclusion-grants`
 *
 * @since 0.1.0
 * @category operations
 */
export const revokeCrmExclusion: Operation<CrmExclusionGrantResponse, true> = {
  id: "revokeCrmExclusion",
  platform: "lumnis",
  resource: "crm",
  name: "revokeExclusionGrant",
  method: "DELETE",
  path: "/v1/crm/exclusion-grants",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CrmExclusionGrantResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body", userIdName: "member_user_id, owner_user_id" }
}

/**
 * POST `/v1/crm/prospects/match-batch`
 *
 * @since 0.1.0
 * @category operations
 */
export const matchCrmProspects: Operation<CrmMatchBatchResponse, true> = {
  id: "matchCrmProspects",
  platform: "lumnis",
  resource: "crm",
  name: "matchBatch",
  method: "POST",
  path: "/v1/crm/prospects/match-batch",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CrmMatchBatchResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/crm/prospects/sync`
 *
 * @since 0.1.0
 * @category operations
 */
export const syncCrmProspect: Operation<CrmSyncProspectResponse, true> = {
  id: "syncCrmProspect",
  platform: "lumnis",
  resource: "crm",
  name: "syncProspect",
  method: "POST",
  path: "/v1/crm/prospects/sync",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CrmSyncProspectResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * CRM linkage.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Mirror the CRM contact book.
   *
   * `POST /v1/crm/contacts/sync`
   *
   * Errors: 400, 401, 403, 409, 422, 429, 502, 503, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly syncContacts: (
    params: CrmSyncContactsParams,
    options?: RequestOptions
  ) => Effect.Effect<CrmContactsSyncResponse, ApiError | PreparedError>
  /**
   * Read mirror progress.
   *
   * `GET /v1/crm/contacts/sync-status`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getContactsSyncStatus: (
    params: CrmGetContactsSyncStatusParams,
    options?: RequestOptions
  ) => Effect.Effect<CrmContactsSyncStatusResponse, ApiError | PreparedError>
  /**
   * List shared ledgers of a member.
   *
   * `GET /v1/crm/exclusion-grants`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly listExclusionGrants: (
    params?: CrmListExclusionGrantsParams,
    options?: RequestOptions
  ) => Effect.Effect<CrmExclusionGrantListResponse, ApiError | PreparedError>
  /**
   * Share an exclusion ledger.
   *
   * `POST /v1/crm/exclusion-grants`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly grantExclusionGrant: (
    params: CrmGrantExclusionGrantParams,
    options?: RequestOptions
  ) => Effect.Effect<CrmExclusionGrantResponse, ApiError | PreparedError>
  /**
   * Stop sharing an exclusion ledger.
   *
   * `DELETE /v1/crm/exclusion-grants`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly revokeExclusionGrant: (
    params: CrmRevokeExclusionGrantParams,
    options?: RequestOptions
  ) => Effect.Effect<CrmExclusionGrantResponse, ApiError | PreparedError>
  /**
   * Check which prospects are in the CRM.
   *
   * Answers keep input order and echo the input URL.
   *
   * `POST /v1/crm/prospects/match-batch`
   *
   * Errors: 400, 401, 403, 409, 422, 429, 502, 503, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly matchBatch: (
    params: CrmMatchBatchParams,
    options?: RequestOptions
  ) => Effect.Effect<CrmMatchBatchResponse, ApiError | PreparedError>
  /**
   * Push one prospect to the CRM.
   *
   * Idempotent per user, provider and profile URL. 404 prospect_not_found, 422 linkedin_url_unresolved.
   *
   * `POST /v1/crm/prospects/sync`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 429, 502, 503, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly syncProspect: (
    params: CrmSyncProspectParams,
    options?: RequestOptions
  ) => Effect.Effect<CrmSyncProspectResponse, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "crm",
  (client: ApiClient): Service => ({
    syncContacts: (params, options) => client.request(syncCrmContacts, [], params, options),
    getContactsSyncStatus: (params, options) => client.request(getCrmContactsSyncStatus, [], params, options),
    listExclusionGrants: (params, options) => client.request(listCrmExclusionGrants, [], params, options),
    grantExclusionGrant: (params, options) => client.request(grantCrmExclusion, [], params, options),
    revokeExclusionGrant: (params, options) => client.request(revokeCrmExclusion, [], params, options),
    matchBatch: (params, options) => client.request(matchCrmProspects, [], params, options),
    syncProspect: (params, options) => client.request(syncCrmProspect, [], params, options)
  })
)
