/**
 * The resource `emails` of LVNG platform API (reconstruction).
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
import type { Success, UnknownJson } from "./shared.js"
import { SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Email {
  readonly id: string
  readonly created_at?: Date | null
  readonly from_email?: string | null
  /** Token for the public preview. */
  readonly public_token?: string | null
  /** Id at the mail provider. */
  readonly resend_id?: string | null
  readonly sent_at?: Date | null
  readonly sent_via?: string | null
  readonly status?: string | null
  readonly subject?: string | null
  readonly to_emails?: ReadonlyArray<string> | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailPartial {
  readonly id?: string | null
  readonly created_at?: Date | null
  readonly from_email?: string | null
  /** Token for the public preview. */
  readonly public_token?: string | null
  /** Id at the mail provider. */
  readonly resend_id?: string | null
  readonly sent_at?: Date | null
  readonly sent_via?: string | null
  readonly status?: string | null
  readonly subject?: string | null
  readonly to_emails?: ReadonlyArray<string> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface EmailList {
  readonly data: ReadonlyArray<Email>
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailsGetResponse {
  readonly data?: EmailPartial | null
  readonly success?: boolean | null
}

/**
 * Parameters of {@link listEmails}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailsListParams {
  /** Page size. Default: `50`. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
  /** Filter. */
  readonly workspace_id?: string | undefined
  /** Delivery status. */
  readonly status?: string | undefined
  /** Subject or recipient. */
  readonly search?: string | undefined
}

/**
 * Parameters of {@link sendEmail}.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmailsSendParams {
  readonly html?: string | undefined
  readonly subject?: string | undefined
  readonly text?: string | undefined
  readonly to?: ReadonlyArray<string> | undefined
  readonly [key: string]: unknown
}

/**
 * Schema of {@link Email}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailSchema: R.ResponseSchema<Email> = /*#__PURE__*/ R.struct<Email>(() => ({
  id: R.string,
  created_at: R.optional(R.timestamp),
  from_email: R.optional(R.string),
  public_token: R.optional(R.string),
  resend_id: R.optional(R.string),
  sent_at: R.optional(R.timestamp),
  sent_via: R.optional(R.string),
  status: R.optional(R.string),
  subject: R.optional(R.string),
  to_emails: R.optional(R.array(R.string))
}))

/**
 * Schema of {@link EmailPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailPartialSchema: R.ResponseSchema<EmailPartial> = /*#__PURE__*/ R.struct<EmailPartial>(() => ({
  id: R.optional(R.string),
  created_at: R.optional(R.timestamp),
  from_email: R.optional(R.string),
  public_token: R.optional(R.string),
  resend_id: R.optional(R.string),
  sent_at: R.optional(R.timestamp),
  sent_via: R.optional(R.string),
  status: R.optional(R.string),
  subject: R.optional(R.string),
  to_emails: R.optional(R.array(R.string))
}))

/**
 * Schema of {@link EmailList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailListSchema: R.ResponseSchema<EmailList> = /*#__PURE__*/ R.struct<EmailList>(() => ({
  data: R.array(EmailSchema),
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link EmailsGetResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const EmailsGetResponseSchema: R.ResponseSchema<EmailsGetResponse> = /*#__PURE__*/ R.struct<EmailsGetResponse>(
  () => ({
    data: R.optional(EmailPartialSchema),
    success: R.optional(R.boolean)
  })
)

/**
 * GET `/api/v2/emails`
 *
 * @since 0.1.0
 * @category operations
 */
export const listEmails: Operation<EmailList, false> = {
  id: "listEmails",
  platform: "lvng",
  resource: "emails",
  name: "list",
  method: "GET",
  path: "/api/v2/emails",
  query: ["limit", "offset", "workspace_id", "status", "search"],
  response: "json",
  success: EmailListSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "data" },
  secrets: { answer: ["data.*.public_token"] },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * GET `/api/v2/emails/preview/{token}`
 *
 * @since 0.1.0
 * @category operations
 */
export const previewEmail: Operation<UnknownJson, true> = {
  id: "previewEmail",
  platform: "lvng",
  resource: "emails",
  name: "preview",
  method: "GET",
  path: "/api/v2/emails/preview/{token}",
  response: "json",
  success: UnknownJsonSchema,
  auth: false,
  secrets: { path: ["token"] },
  prepare: true,
  platformData: { auth: "public", evidence: "named" }
}

/**
 * POST `/api/v2/emails/send`
 *
 * @since 0.1.0
 * @category operations
 */
export const sendEmail: Operation<UnknownJson, true> = {
  id: "sendEmail",
  platform: "lvng",
  resource: "emails",
  name: "send",
  method: "POST",
  path: "/api/v2/emails/send",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/emails/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getEmail: Operation<EmailsGetResponse, true> = {
  id: "getEmail",
  platform: "lvng",
  resource: "emails",
  name: "get",
  method: "GET",
  path: "/api/v2/emails/{id}",
  response: "json",
  success: EmailsGetResponseSchema,
  secrets: { answer: ["data.public_token"] },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * DELETE `/api/v2/emails/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteEmail: Operation<Success, true> = {
  id: "deleteEmail",
  platform: "lvng",
  resource: "emails",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/emails/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * Transactional mail and public previews.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List mails.
   *
   * `GET /api/v2/emails`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly list: (params?: EmailsListParams, options?: RequestOptions) => Effect.Effect<EmailList, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (params?: EmailsListParams, options?: RequestOptions) => Stream.Stream<EmailList, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (params?: EmailsListParams, options?: RequestOptions) => Stream.Stream<Email, ApiError>
  /**
   * Public preview of a mail.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/emails/preview/{token}`
   *
   * Errors: 404, 429, 500, 503. Needs no credential.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per ip.
   *
   * @param token Identifier of the resource.
   */
  readonly preview: (token: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Send a mail.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/emails/send`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly send: (
    params?: EmailsSendParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Read a mail.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/emails/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (id: string, options?: RequestOptions) => Effect.Effect<EmailsGetResponse, ApiError | PreparedError>
  /**
   * Delete a mail.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/emails/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly delete: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "emails",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listEmails, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listEmails, [], params, options),
    listAll: (params, options) => Pagination.items(client, listEmails, [], params, options, (page) => page.data),
    preview: (token, options) => client.request(previewEmail, [token], undefined, options),
    send: (params, options) => client.request(sendEmail, [], params, options),
    get: (id, options) => client.request(getEmail, [id], undefined, options),
    delete: (id, options) => client.request(deleteEmail, [id], undefined, options)
  })
)
