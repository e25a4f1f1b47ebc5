/**
 * The resource `contactRelationships` of Lumnis AI REST API (wire contract).
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

/**
 * @since 0.1.0
 * @category models
 */
export type ContactRelationshipProvider = OpenEnum<"gmail" | "outlook" | "auto">

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactRelationshipResponse {
  readonly available_providers: ReadonlyArray<string> | null
  readonly cached_at: Date | null
  readonly contacts: ReadonlyArray<ContactScore>
  readonly error_message: string | null
  readonly is_cached: boolean
  readonly message: string | null
  readonly provider: string | null
  readonly stale_after: Date | null
  readonly status: ContactRelationshipStatus
  readonly total_contacts: number
}

/**
 * @since 0.1.0
 * @category models
 */
export type ContactRelationshipStatus = OpenEnum<"ready" | "not_connected" | "computing" | "failed">

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactScore {
  readonly back_and_forth: number
  readonly email: string
  readonly email_score: number
  readonly is_bidirectional: boolean
  readonly meeting_count: number
  readonly meeting_score: number
  readonly name: string
  readonly reason: string
  readonly received: number
  readonly relationship_score: number
  readonly sent: number
  readonly sources: ReadonlyArray<string>
  readonly thread_count: number
}

/**
 * Parameters of {@link getContactRelationships}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContactRelationshipsGetParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Provider, e.g. hubspot. Default: `"auto"`. */
  readonly provider?: ContactRelationshipProvider | undefined
  /** Rows a page. Default: `50`. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
  /** Computes the ranking anew instead of reading the stored one. Default: `false`. */
  readonly force_refresh?: boolean | undefined
}

/**
 * Schema of {@link ContactRelationshipResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactRelationshipResponseSchema: R.ResponseSchema<ContactRelationshipResponse> =
  /*#__PURE__*/ R.struct<ContactRelationshipResponse>(() => ({
    available_providers: R.nullable(R.array(R.string)),
    cached_at: R.nullable(R.timestamp),
    contacts: R.array(ContactScoreSchema),
    error_message: R.nullable(R.string),
    is_cached: R.boolean,
    message: R.nullable(R.string),
    provider: R.nullable(R.string),
    stale_after: R.nullable(R.timestamp),
    status: ContactRelationshipStatusSchema,
    total_contacts: R.number
  }))

/**
 * Schema of {@link ContactRelationshipStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactRelationshipStatusSchema: R.ResponseSchema<ContactRelationshipStatus> = /*#__PURE__*/ R.openEnum([
  "ready",
  "not_connected",
  "computing",
  "failed"
])

/**
 * Schema of {@link ContactScore}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactScoreSchema: R.ResponseSchema<ContactScore> = /*#__PURE__*/ R.struct<ContactScore>(() => ({
  back_and_forth: R.number,
  email: R.string,
  email_score: R.number,
  is_bidirectional: R.boolean,
  meeting_count: R.number,
  meeting_score: R.number,
  name: R.string,
  reason: R.string,
  received: R.number,
  relationship_score: R.number,
  sent: R.number,
  sources: R.array(R.string),
  thread_count: R.number
}))

/**
 * GET `/v1/contact-relationships`
 *
 * @since 0.1.0
 * @category operations
 */
export const getContactRelationships: Operation<ContactRelationshipResponse, true> = {
  id: "getContactRelationships",
  platform: "lumnis",
  resource: "contactRelationships",
  name: "get",
  method: "GET",
  path: "/v1/contact-relationships",
  query: ["user_id", "provider", "limit", "offset", "force_refresh"],
  response: "json",
  success: ContactRelationshipResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "contacts", total: "total_contacts" },
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * Relationship strength.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Rank the contacts of a user.
   *
   * `GET /v1/contact-relationships`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: needs a user, bound or given.
   */
  readonly get: (
    params?: ContactRelationshipsGetParams,
    options?: RequestOptions
  ) => Effect.Effect<ContactRelationshipResponse, ApiError | PreparedError>
  /**
   * Every page of `get`, asked for one at a time.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getPages: (
    params?: ContactRelationshipsGetParams,
    options?: RequestOptions
  ) => Stream.Stream<ContactRelationshipResponse, ApiError | PreparedError>
  /**
   * Every item of `get`, page after page.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getAll: (
    params?: ContactRelationshipsGetParams,
    options?: RequestOptions
  ) => Stream.Stream<ContactScore, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "contactRelationships",
  (client: ApiClient): Service => ({
    get: (params, options) => client.request(getContactRelationships, [], params, options),
    getPages: (params, options) => Pagination.pages(client, getContactRelationships, [], params, options),
    getAll: (params, options) =>
      Pagination.items(client, getContactRelationships, [], params, options, (page) => page.contacts)
  })
)
