/**
 * The resource `auditLog` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"

/**
 * An entry. Its shape is not documented.
 *
 * @since 0.1.0
 * @category models
 */
export type AuditLogEntry = unknown

/**
 * A page with a cursor.
 *
 * @since 0.1.0
 * @category models
 */
export interface AuditLogPage {
  readonly data: ReadonlyArray<AuditLogEntry>
  readonly nextCursor?: string | null
}

/**
 * Parameters of {@link listAuditLog}.
 *
 * @since 0.1.0
 * @category models
 */
export interface AuditLogListParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Opaque position taken from the previous page's nextCursor; absent on the first call. */
  readonly cursor?: string | undefined
}

/**
 * Schema of {@link AuditLogEntry}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AuditLogEntrySchema: R.ResponseSchema<AuditLogEntry> = R.unknown

/**
 * Schema of {@link AuditLogPage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AuditLogPageSchema: R.ResponseSchema<AuditLogPage> = /*#__PURE__*/ R.struct<AuditLogPage>(() => ({
  data: R.array(AuditLogEntrySchema),
  nextCursor: R.optional(R.string)
}))

/**
 * GET `/api/v2/audit-log`
 *
 * @since 0.1.0
 * @category operations
 */
export const listAuditLog: Operation<AuditLogPage, true> = {
  id: "listAuditLog",
  platform: "lvng",
  resource: "auditLog",
  name: "list",
  method: "GET",
  path: "/api/v2/audit-log",
  query: ["limit", "cursor"],
  response: "json",
  success: AuditLogPageSchema,
  pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "data", next: "nextCursor" },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * Audit trail, cursor paged.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Read the audit trail.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/audit-log`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by cursor.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * Rate limit: 100/60s per user.
   */
  readonly list: (
    params?: AuditLogListParams,
    options?: RequestOptions
  ) => Effect.Effect<AuditLogPage, ApiError | PreparedError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    params?: AuditLogListParams,
    options?: RequestOptions
  ) => Stream.Stream<AuditLogPage, ApiError | PreparedError>
  /** Every item of `list`, page after page. */
  readonly listAll: (
    params?: AuditLogListParams,
    options?: RequestOptions
  ) => Stream.Stream<AuditLogEntry, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "auditLog",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listAuditLog, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listAuditLog, [], params, options),
    listAll: (params, options) => Pagination.items(client, listAuditLog, [], params, options, (page) => page.data)
  })
)
