/**
 * The resource `enrichment` of Lumnis AI REST API (wire contract).
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
import type { ApiClient, RequestOptions } from "../client.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactEnrichPersonInput {
  readonly company_linkedin_url?: string | null | undefined
  readonly company_name?: string | null | undefined
  readonly company_website?: string | null | undefined
  readonly email?: string | null | undefined
  readonly first_name?: string | null | undefined
  readonly full_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly linkedin_url?: string | null | undefined
  readonly person_id?: string | null | undefined
}

/**
 * Result for the prospect at the same index of the request.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContactEnrichPersonResult {
  readonly index: number
  readonly matched: boolean
  readonly company?: { readonly [key: string]: unknown } | null
  readonly deep_web_findings?: ReadonlyArray<ContactFinding> | null
  readonly error_code?: OpenEnum<"NO_MATCH" | "INVALID_DATAPOINTS" | "URL_RESOLUTION_FAILED"> | null
  readonly free_enrichment?: boolean | null
  readonly person?: { readonly [key: string]: unknown } | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactEnrichRequest {
  /** Prospects, one object each. */
  readonly prospects: ReadonlyArray<ContactEnrichPersonInput>
  /** Searches the web when no source knows the person. Default: `true`. */
  readonly deep_web_fallback?: boolean | undefined
  /** Also mobile numbers. Default: `false`. */
  readonly enrich_mobile?: boolean | undefined
  /** Only verified email addresses. Default: `true`. */
  readonly only_verified_email?: boolean | undefined
  /** Only verified mobile numbers. Default: `false`. */
  readonly only_verified_mobile?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactEnrichResponse {
  readonly results: ReadonlyArray<ContactEnrichPersonResult>
  readonly total_cost: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactFinding {
  readonly channel: OpenEnum<"email" | "phone">
  readonly confidence: OpenEnum<"high" | "medium" | "low">
  readonly derivation: OpenEnum<"found_directly" | "pattern_derived">
  readonly role_status: OpenEnum<"confirmed" | "contradicted" | "unconfirmed">
  readonly source_type: OpenEnum<"directory" | "profile" | "org_chart" | "listing" | "press_release" | "other">
  readonly source_url: string
  readonly value: string
  /** The first five apply to email, the last two to phone. */
  readonly verification: OpenEnum<"valid" | "invalid" | "catch-all" | "unknown" | "unverified" | "direct" | "main_line">
  readonly current_role_holder?: string | null
  readonly notes?: string | null
}

/**
 * Parameters of {@link enrichContacts}.
 *
 * @since 0.1.0
 * @category models
 */
export type EnrichmentEnrichContactsParams = ContactEnrichRequest

/**
 * Schema of {@link ContactEnrichPersonResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactEnrichPersonResultSchema: R.ResponseSchema<ContactEnrichPersonResult> =
  /*#__PURE__*/ R.struct<ContactEnrichPersonResult>(() => ({
    index: R.number,
    matched: R.boolean,
    company: R.optional(R.object),
    deep_web_findings: R.optional(R.array(ContactFindingSchema)),
    error_code: R.optional(R.openEnum(["NO_MATCH", "INVALID_DATAPOINTS", "URL_RESOLUTION_FAILED"])),
    free_enrichment: R.optional(R.boolean),
    person: R.optional(R.object)
  }))

/**
 * Schema of {@link ContactEnrichResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactEnrichResponseSchema: R.ResponseSchema<ContactEnrichResponse> =
  /*#__PURE__*/ R.struct<ContactEnrichResponse>(() => ({
    results: R.array(ContactEnrichPersonResultSchema),
    total_cost: R.number
  }))

/**
 * Schema of {@link ContactFinding}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactFindingSchema: R.ResponseSchema<ContactFinding> = /*#__PURE__*/ R.struct<ContactFinding>(() => ({
  channel: R.openEnum(["email", "phone"]),
  confidence: R.openEnum(["high", "medium", "low"]),
  derivation: R.openEnum(["found_directly", "pattern_derived"]),
  role_status: R.openEnum(["confirmed", "contradicted", "unconfirmed"]),
  source_type: R.openEnum(["directory", "profile", "org_chart", "listing", "press_release", "other"]),
  source_url: R.string,
  value: R.string,
  verification: R.openEnum(["valid", "invalid", "catch-all", "unknown", "unverified", "direct", "main_line"]),
  current_role_holder: R.optional(R.string),
  notes: R.optional(R.string)
}))

/**
 * POST `/v1/enrichment/contact`
 *
 * @since 0.1.0
 * @category operations
 */
export const enrichContacts: Operation<ContactEnrichResponse, false> = {
  id: "enrichContacts",
  platform: "lumnis",
  resource: "enrichment",
  name: "enrichContacts",
  method: "POST",
  path: "/v1/enrichment/contact",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ContactEnrichResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * Contact enrichment.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Enrich people with email and phone.
   *
   * `POST /v1/enrichment/contact`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly enrichContacts: (
    params: EnrichmentEnrichContactsParams,
    options?: RequestOptions
  ) => Effect.Effect<ContactEnrichResponse, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "enrichment",
  (client: ApiClient): Service => ({
    enrichContacts: (params, options) => client.request(enrichContacts, [], params, options)
  })
)
