/**
 * The resource `collections` of LUML platform API.
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
import type { ApiClient, RequestOptions } from "../client.js"
import type { Collection, CollectionType, CollectionTypeInput, SortOrder } from "./shared.js"
import { CollectionSchema, CollectionTypeSchema } from "./shared.js"

/**
 * Names are not unique.
 *
 * @since 0.1.0
 * @category models
 */
export interface CollectionCreate {
  readonly description: string
  /** Empty is accepted on create. */
  readonly name: string
  readonly type: CollectionTypeInput
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CollectionDetails {
  /** Format: uuid. */
  readonly id: string
  /** Sorted distinct extra_values keys: the usable metric sort keys. */
  readonly artifacts_extra_values: ReadonlyArray<string>
  /** Sorted distinct tags of the artifacts inside. */
  readonly artifacts_tags: ReadonlyArray<string>
  readonly created_at: Date
  readonly description: string
  readonly name: string
  /** Format: uuid. */
  readonly orbit_id: string
  readonly tags: ReadonlyArray<string> | null
  readonly total_artifacts: number
  readonly type: CollectionType
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CollectionPage {
  /** null on the last page. */
  readonly cursor: string | null
  readonly items: ReadonlyArray<Collection>
}

/**
 * @since 0.1.0
 * @category models
 */
export type CollectionSortBy = "created_at" | "name" | "type" | "description" | "total_artifacts"

/**
 * Exact match on the stored type, so the three two-kind types cannot be selected by any filter value.
 *
 * @since 0.1.0
 * @category models
 */
export type CollectionTypeFilter = "model" | "dataset" | "experiment" | "mixed"

/**
 * Behaves as a replacement: keys left out are written as null, so name and description must always be sent and omitted
 * tags are erased. type cannot change.
 *
 * @since 0.1.0
 * @category models
 */
export interface CollectionUpdate {
  readonly description?: string | null | undefined
  readonly name?: string | null | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * Parameters of {@link listCollections}.
 *
 * @since 0.1.0
 * @category models
 */
export interface CollectionsListParams {
  /**
   * Opaque value from the previous page. Unreadable, or made for other filters, sort or order: ignored without an
   * error, and page one is returned.
   */
  readonly cursor?: string | undefined
  /** Page size. The Python client sends 100 by default (50 for track entries). Default: `50`. */
  readonly limit?: number | undefined
  /** Default: `"created_at"`. */
  readonly sort_by?: CollectionSortBy | undefined
  /** Default: `"desc"`. */
  readonly order?: SortOrder | undefined
  /** Case-insensitive substring of the name or of the tags. % and _ act as wildcards and are not escaped. */
  readonly search?: string | undefined
  /** Repeat the key per value. */
  readonly types?: ReadonlyArray<CollectionTypeFilter> | undefined
}

/**
 * Parameters of {@link createCollection}.
 *
 * @since 0.1.0
 * @category models
 */
export type CollectionsCreateParams = CollectionCreate

/**
 * Parameters of {@link updateCollection}.
 *
 * @since 0.1.0
 * @category models
 */
export type CollectionsUpdateParams = CollectionUpdate

/**
 * Schema of {@link CollectionDetails}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CollectionDetailsSchema: R.ResponseSchema<CollectionDetails> = /*#__PURE__*/ R.struct<CollectionDetails>(
  () => ({
    id: R.string,
    artifacts_extra_values: R.array(R.string),
    artifacts_tags: R.array(R.string),
    created_at: R.timestamp,
    description: R.string,
    name: R.string,
    orbit_id: R.string,
    tags: R.nullable(R.array(R.string)),
    total_artifacts: R.number,
    type: CollectionTypeSchema,
    updated_at: R.nullable(R.timestamp)
  })
)

/**
 * Schema of {@link CollectionPage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CollectionPageSchema: R.ResponseSchema<CollectionPage> = /*#__PURE__*/ R.struct<CollectionPage>(() => ({
  cursor: R.nullable(R.string),
  items: R.array(CollectionSchema)
}))

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections`
 *
 * @since 0.1.0
 * @category operations
 */
export const listCollections: Operation<CollectionPage, false> = {
  id: "listCollections",
  platform: "luml",
  resource: "collections",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections",
  query: ["cursor", "limit", "sort_by", "order", "search", "types"],
  response: "json",
  success: CollectionPageSchema,
  pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "items", next: "cursor" },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections`
 *
 * @since 0.1.0
 * @category operations
 */
export const createCollection: Operation<Collection, false> = {
  id: "createCollection",
  platform: "luml",
  resource: "collections",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CollectionSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getCollection: Operation<CollectionDetails, false> = {
  id: "getCollection",
  platform: "luml",
  resource: "collections",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}",
  response: "json",
  success: CollectionDetailsSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateCollection: Operation<Collection, false> = {
  id: "updateCollection",
  platform: "luml",
  resource: "collections",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CollectionSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteCollection: Operation<void, false> = {
  id: "deleteCollection",
  platform: "luml",
  resource: "collections",
  name: "delete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Folders of artifacts inside an orbit.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Page through the collections of an orbit.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/collections`
   *
   * Errors: 401, 403, 404, 422, 500. Pages by cursor.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly list: (
    organizationId: string,
    orbitId: string,
    params?: CollectionsListParams,
    options?: RequestOptions
  ) => Effect.Effect<CollectionPage, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    organizationId: string,
    orbitId: string,
    params?: CollectionsListParams,
    options?: RequestOptions
  ) => Stream.Stream<CollectionPage, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (
    organizationId: string,
    orbitId: string,
    params?: CollectionsListParams,
    options?: RequestOptions
  ) => Stream.Stream<Collection, ApiError>
  /**
   * Create a collection.
   *
   * `POST /v1/organizations/{organization_id}/orbits/{orbit_id}/collections`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly create: (
    organizationId: string,
    orbitId: string,
    params: CollectionsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<Collection, ApiError>
  /**
   * One collection with tag and metric names of its artifacts.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   */
  readonly get: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    options?: RequestOptions
  ) => Effect.Effect<CollectionDetails, ApiError>
  /**
   * Replace name, description and tags.
   *
   * `PATCH /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * name or description left out: 500, nothing changes.
   * tags left out: tags become null.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   */
  readonly update: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    params?: CollectionsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<Collection, ApiError>
  /**
   * Delete an empty collection.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   */
  readonly delete: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "collections",
  (client: ApiClient): Service => ({
    list: (organizationId, orbitId, params, options) =>
      client.request(listCollections, [organizationId, orbitId], params, options),
    listPages: (organizationId, orbitId, params, options) =>
      Pagination.pages(client, listCollections, [organizationId, orbitId], params, options),
    listAll: (organizationId, orbitId, params, options) =>
      Pagination.items(client, listCollections, [organizationId, orbitId], params, options, (page) => page.items),
    create: (organizationId, orbitId, params, options) =>
      client.request(createCollection, [organizationId, orbitId], params, options),
    get: (organizationId, orbitId, collectionId, options) =>
      client.request(getCollection, [organizationId, orbitId, collectionId], undefined, options),
    update: (organizationId, orbitId, collectionId, params, options) =>
      client.request(updateCollection, [organizationId, orbitId, collectionId], params, options),
    delete: (organizationId, orbitId, collectionId, options) =>
      client.request(deleteCollection, [organizationId, orbitId, collectionId], undefined, options)
  })
)
