/**
 * The resource `contacts` of LVNG platform API (reconstruction).
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
 * A contact.
 *
 * @since 0.1.0
 * @category models
 */
export interface Contact {
  readonly id: string
  readonly company?: string | null
  readonly email?: string | null
  readonly name?: string | null
  readonly notes?: string | null
  readonly phone?: string | null
  readonly source?: string | null
  readonly tags?: ReadonlyArray<string> | null
  readonly title?: string | null
}

/**
 * A contact.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContactPartial {
  readonly id?: string | null
  readonly company?: string | null
  readonly email?: string | null
  readonly name?: string | null
  readonly notes?: string | null
  readonly phone?: string | null
  readonly source?: string | null
  readonly tags?: ReadonlyArray<string> | null
  readonly title?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactCreate {
  /** Full name. */
  readonly name: string
  readonly company?: string | undefined
  /** Unique per user. */
  readonly email?: string | undefined
  readonly notes?: string | undefined
  readonly phone?: string | undefined
  /** Default: `"manual"`. */
  readonly source?: "meeting" | "message" | "manual" | undefined
  readonly tags?: ReadonlyArray<string> | undefined
  /** Job title. */
  readonly title?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactEnvelope {
  readonly contact: Contact
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContactEnvelopePartial {
  readonly contact?: ContactPartial | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContactsListResponse {
  readonly contacts?: ReadonlyArray<ContactPartial> | null
  readonly success?: boolean | null
}

/**
 * Parameters of {@link listContacts}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContactsListParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link createContact}.
 *
 * @since 0.1.0
 * @category models
 */
export type ContactsCreateParams = ContactCreate

/**
 * Parameters of {@link extractContacts}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContactsExtractParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link mergeContacts}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContactsMergeParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link updateContact}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ContactsUpdateParams {
  readonly [key: string]: unknown
}

/**
 * Schema of {@link Contact}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactSchema: R.ResponseSchema<Contact> = /*#__PURE__*/ R.struct<Contact>(() => ({
  id: R.string,
  company: R.optional(R.string),
  email: R.optional(R.string),
  name: R.optional(R.string),
  notes: R.optional(R.string),
  phone: R.optional(R.string),
  source: R.optional(R.string),
  tags: R.optional(R.array(R.string)),
  title: R.optional(R.string)
}))

/**
 * Schema of {@link ContactPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactPartialSchema: R.ResponseSchema<ContactPartial> = /*#__PURE__*/ R.struct<ContactPartial>(() => ({
  id: R.optional(R.string),
  company: R.optional(R.string),
  email: R.optional(R.string),
  name: R.optional(R.string),
  notes: R.optional(R.string),
  phone: R.optional(R.string),
  source: R.optional(R.string),
  tags: R.optional(R.array(R.string)),
  title: R.optional(R.string)
}))

/**
 * Schema of {@link ContactEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactEnvelopeSchema: R.ResponseSchema<ContactEnvelope> = /*#__PURE__*/ R.struct<ContactEnvelope>(() => ({
  contact: ContactSchema,
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link ContactEnvelopePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactEnvelopePartialSchema: R.ResponseSchema<ContactEnvelopePartial> =
  /*#__PURE__*/ R.struct<ContactEnvelopePartial>(() => ({
    contact: R.optional(ContactPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ContactsListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactsListResponseSchema: R.ResponseSchema<ContactsListResponse> =
  /*#__PURE__*/ R.struct<ContactsListResponse>(() => ({
    contacts: R.optional(R.array(ContactPartialSchema)),
    success: R.optional(R.boolean)
  }))

/**
 * GET `/api/v2/contacts`
 *
 * @since 0.1.0
 * @category operations
 */
export const listContacts: Operation<ContactsListResponse, true> = {
  id: "listContacts",
  platform: "lvng",
  resource: "contacts",
  name: "list",
  method: "GET",
  path: "/api/v2/contacts",
  query: ["limit", "offset"],
  response: "json",
  success: ContactsListResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "contacts" },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/contacts`
 *
 * @since 0.1.0
 * @category operations
 */
export const createContact: Operation<ContactEnvelope, false> = {
  id: "createContact",
  platform: "lvng",
  resource: "contacts",
  name: "create",
  method: "POST",
  path: "/api/v2/contacts",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ContactEnvelopeSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * POST `/api/v2/contacts/extract`
 *
 * @since 0.1.0
 * @category operations
 */
export const extractContacts: Operation<UnknownJson, true> = {
  id: "extractContacts",
  platform: "lvng",
  resource: "contacts",
  name: "extract",
  method: "POST",
  path: "/api/v2/contacts/extract",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/contacts/merge`
 *
 * @since 0.1.0
 * @category operations
 */
export const mergeContacts: Operation<UnknownJson, true> = {
  id: "mergeContacts",
  platform: "lvng",
  resource: "contacts",
  name: "merge",
  method: "POST",
  path: "/api/v2/contacts/merge",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/contacts/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getContact: Operation<ContactEnvelopePartial, true> = {
  id: "getContact",
  platform: "lvng",
  resource: "contacts",
  name: "get",
  method: "GET",
  path: "/api/v2/contacts/{id}",
  response: "json",
  success: ContactEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * PATCH `/api/v2/contacts/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateContact: Operation<ContactEnvelopePartial, true> = {
  id: "updateContact",
  platform: "lvng",
  resource: "contacts",
  name: "update",
  method: "PATCH",
  path: "/api/v2/contacts/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ContactEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/contacts/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteContact: Operation<Success, true> = {
  id: "deleteContact",
  platform: "lvng",
  resource: "contacts",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/contacts/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/contacts/{id}/interactions`
 *
 * @since 0.1.0
 * @category operations
 */
export const listContactInteractions: Operation<UnknownJson, true> = {
  id: "listContactInteractions",
  platform: "lvng",
  resource: "contacts",
  name: "listInteractions",
  method: "GET",
  path: "/api/v2/contacts/{id}/interactions",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * GET `/api/v2/contacts/{id}/relationships`
 *
 * @since 0.1.0
 * @category operations
 */
export const listContactRelationships: Operation<UnknownJson, true> = {
  id: "listContactRelationships",
  platform: "lvng",
  resource: "contacts",
  name: "listRelationships",
  method: "GET",
  path: "/api/v2/contacts/{id}/relationships",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * People, interactions and relationships.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List contacts.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/contacts`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly list: (
    params?: ContactsListParams,
    options?: RequestOptions
  ) => Effect.Effect<ContactsListResponse, ApiError | PreparedError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    params?: ContactsListParams,
    options?: RequestOptions
  ) => Stream.Stream<ContactsListResponse, ApiError | PreparedError>
  /** Every item of `list`, page after page. */
  readonly listAll: (
    params?: ContactsListParams,
    options?: RequestOptions
  ) => Stream.Stream<ContactPartial, ApiError | PreparedError>
  /**
   * Create a contact.
   *
   * Refuses an e-mail address that exists already.
   *
   * `POST /api/v2/contacts`
   *
   * Errors: 400, 401, 403, 409, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly create: (params: ContactsCreateParams, options?: RequestOptions) => Effect.Effect<ContactEnvelope, ApiError>
  /**
   * Find contacts in meetings and messages.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/contacts/extract`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly extract: (
    params?: ContactsExtractParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Merge duplicates.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/contacts/merge`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly merge: (
    params?: ContactsMergeParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Read a contact.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/contacts/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<ContactEnvelopePartial, ApiError | PreparedError>
  /**
   * Change a contact.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/contacts/{id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly update: (
    id: string,
    params?: ContactsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<ContactEnvelopePartial, ApiError | PreparedError>
  /**
   * Delete a contact.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/contacts/{id}`
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
  /**
   * Interaction history.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/contacts/{id}/interactions`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly listInteractions: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Relationships of a contact.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/contacts/{id}/relationships`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly listRelationships: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "contacts",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listContacts, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listContacts, [], params, options),
    listAll: (params, options) => Pagination.items(client, listContacts, [], params, options, (page) => page.contacts),
    create: (params, options) => client.request(createContact, [], params, options),
    extract: (params, options) => client.request(extractContacts, [], params, options),
    merge: (params, options) => client.request(mergeContacts, [], params, options),
    get: (id, options) => client.request(getContact, [id], undefined, options),
    update: (id, params, options) => client.request(updateContact, [id], params, options),
    delete: (id, options) => client.request(deleteContact, [id], undefined, options),
    listInteractions: (id, options) => client.request(listContactInteractions, [id], undefined, options),
    listRelationships: (id, options) => client.request(listContactRelationships, [id], undefined, options)
  })
)
