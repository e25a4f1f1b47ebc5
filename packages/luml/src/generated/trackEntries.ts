/**
 * The resource `trackEntries` of LUML platform API.
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
import type { SortOrder } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface TrackEntriesDelete {
  readonly entry_ids: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TrackEntry {
  /** Format: uuid. */
  readonly id: string
  /** User id. Format: uuid. */
  readonly added_by: string
  /** Format: uuid. */
  readonly artifact_collection_id: string | null
  readonly artifact_description: string | null
  /** Format: uuid. */
  readonly artifact_id: string
  readonly artifact_name: string | null
  readonly created_at: Date
  /** Format: uuid. */
  readonly stage_id: string | null
  readonly stage_name: string | null
  /** Format: uuid. */
  readonly track_id: string
  readonly updated_at: Date | null
  readonly version: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TrackEntryCreate {
  /** Format: uuid. */
  readonly artifact_id: string
  /** Format: uuid. */
  readonly stage_id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TrackEntryPage {
  /** null on the last page. */
  readonly cursor: string | null
  readonly items: ReadonlyArray<TrackEntry>
}

/**
 * @since 0.1.0
 * @category models
 */
export type TrackEntrySortBy = "artifact_name" | "description" | "stage" | "version" | "created_at"

/**
 * @since 0.1.0
 * @category models
 */
export interface TrackEntryUpdate {
  /** Absent or null unassigns the stage. Format: uuid. */
  readonly stage_id?: string | null | undefined
}

/**
 * Parameters of {@link listTrackEntries}.
 *
 * @since 0.1.0
 * @category models
 */
export interface TrackEntriesListParams {
  /**
   * Opaque value from the previous page. Unreadable, or made for other filters, sort or order: ignored without an
   * error, and page one is returned.
   */
  readonly cursor?: string | undefined
  /** Page size. The Python client sends 100 by default (50 for track entries). Default: `50`. */
  readonly limit?: number | undefined
  /** Default: `"created_at"`. */
  readonly sort_by?: TrackEntrySortBy | undefined
  /** Default: `"desc"`. */
  readonly order?: SortOrder | undefined
  /** Stage id (not name). Format: uuid. */
  readonly stage?: string | undefined
}

/**
 * Parameters of {@link createTrackEntry}.
 *
 * @since 0.1.0
 * @category models
 */
export type TrackEntriesCreateParams = TrackEntryCreate

/**
 * Parameters of {@link deleteTrackEntries}.
 *
 * @since 0.1.0
 * @category models
 */
export type TrackEntriesDeleteManyParams = TrackEntriesDelete

/**
 * Parameters of {@link getTrackEntryByStage}.
 *
 * @since 0.1.0
 * @category models
 */
export interface TrackEntriesGetByStageParams {
  /** Format: uuid. */
  readonly stage_id: string
}

/**
 * Parameters of {@link updateTrackEntry}.
 *
 * @since 0.1.0
 * @category models
 */
export interface TrackEntriesUpdateParams extends TrackEntryUpdate {
  /** Take the stage away from its present holder. Default: `false`. */
  readonly force?: boolean | undefined
}

/**
 * Schema of {@link TrackEntry}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TrackEntrySchema: R.ResponseSchema<TrackEntry> = /*#__PURE__*/ R.struct<TrackEntry>(() => ({
  id: R.string,
  added_by: R.string,
  artifact_collection_id: R.nullable(R.string),
  artifact_description: R.nullable(R.string),
  artifact_id: R.string,
  artifact_name: R.nullable(R.string),
  created_at: R.timestamp,
  stage_id: R.nullable(R.string),
  stage_name: R.nullable(R.string),
  track_id: R.string,
  updated_at: R.nullable(R.timestamp),
  version: R.number
}))

/**
 * Schema of {@link TrackEntryPage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TrackEntryPageSchema: R.ResponseSchema<TrackEntryPage> = /*#__PURE__*/ R.struct<TrackEntryPage>(() => ({
  cursor: R.nullable(R.string),
  items: R.array(TrackEntrySchema)
}))

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries`
 *
 * @since 0.1.0
 * @category operations
 */
export const listTrackEntries: Operation<TrackEntryPage, false> = {
  id: "listTrackEntries",
  platform: "luml",
  resource: "trackEntries",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries",
  query: ["cursor", "limit", "sort_by", "order", "stage"],
  response: "json",
  success: TrackEntryPageSchema,
  pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "items", next: "cursor" },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries`
 *
 * @since 0.1.0
 * @category operations
 */
export const createTrackEntry: Operation<TrackEntry, false> = {
  id: "createTrackEntry",
  platform: "luml",
  resource: "trackEntries",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: TrackEntrySchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteTrackEntries: Operation<void, false> = {
  id: "deleteTrackEntries",
  platform: "luml",
  resource: "trackEntries",
  name: "deleteMany",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries",
  body: "json",
  bodyRequired: true,
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/by-stage`
 *
 * @since 0.1.0
 * @category operations
 */
export const getTrackEntryByStage: Operation<TrackEntry, false> = {
  id: "getTrackEntryByStage",
  platform: "luml",
  resource: "trackEntries",
  name: "getByStage",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/by-stage",
  query: ["stage_id"],
  response: "json",
  success: TrackEntrySchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getTrackEntry: Operation<TrackEntry, false> = {
  id: "getTrackEntry",
  platform: "luml",
  resource: "trackEntries",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}",
  response: "json",
  success: TrackEntrySchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateTrackEntry: Operation<TrackEntry, false> = {
  id: "updateTrackEntry",
  platform: "luml",
  resource: "trackEntries",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}",
  query: ["force"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: TrackEntrySchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteTrackEntry: Operation<void, false> = {
  id: "deleteTrackEntry",
  platform: "luml",
  resource: "trackEntries",
  name: "delete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Versions on a track.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Page through entries.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries`
   *
   * Errors: 401, 403, 404, 422, 500. Pages by cursor.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   */
  readonly list: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    params?: TrackEntriesListParams,
    options?: RequestOptions
  ) => Effect.Effect<TrackEntryPage, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    params?: TrackEntriesListParams,
    options?: RequestOptions
  ) => Stream.Stream<TrackEntryPage, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    params?: TrackEntriesListParams,
    options?: RequestOptions
  ) => Stream.Stream<TrackEntry, ApiError>
  /**
   * Add an artifact as the next version.
   *
   * Versions start at 1, grow by one and are never reused.
   *
   * `POST /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   */
  readonly create: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    params: TrackEntriesCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<TrackEntry, ApiError>
  /**
   * Remove several entries.
   *
   * A DELETE with a JSON body. Unknown ids are skipped silently.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   */
  readonly deleteMany: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    params: TrackEntriesDeleteManyParams,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError>
  /**
   * The entry holding a stage.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/by-stage`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * A stage nobody holds is a 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   */
  readonly getByStage: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    params: TrackEntriesGetByStageParams,
    options?: RequestOptions
  ) => Effect.Effect<TrackEntry, ApiError>
  /**
   * One entry.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * An unknown entry id is a 500, not a 404.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   * @param entryId Track entry
   */
  readonly get: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    entryId: string,
    options?: RequestOptions
  ) => Effect.Effect<TrackEntry, ApiError>
  /**
   * Assign or unassign a stage.
   *
   * `PATCH /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * An empty object unassigns the stage.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   * @param entryId Track entry
   */
  readonly update: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    entryId: string,
    params?: TrackEntriesUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<TrackEntry, ApiError>
  /**
   * Remove one entry.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   * @param entryId Track entry
   */
  readonly delete: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    entryId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "trackEntries",
  (client: ApiClient): Service => ({
    list: (organizationId, orbitId, trackId, params, options) =>
      client.request(listTrackEntries, [organizationId, orbitId, trackId], params, options),
    listPages: (organizationId, orbitId, trackId, params, options) =>
      Pagination.pages(client, listTrackEntries, [organizationId, orbitId, trackId], params, options),
    listAll: (organizationId, orbitId, trackId, params, options) =>
      Pagination.items(
        client,
        listTrackEntries,
        [organizationId, orbitId, trackId],
        params,
        options,
        (page) => page.items
      ),
    create: (organizationId, orbitId, trackId, params, options) =>
      client.request(createTrackEntry, [organizationId, orbitId, trackId], params, options),
    deleteMany: (organizationId, orbitId, trackId, params, options) =>
      client.request(deleteTrackEntries, [organizationId, orbitId, trackId], params, options),
    getByStage: (organizationId, orbitId, trackId, params, options) =>
      client.request(getTrackEntryByStage, [organizationId, orbitId, trackId], params, options),
    get: (organizationId, orbitId, trackId, entryId, options) =>
      client.request(getTrackEntry, [organizationId, orbitId, trackId, entryId], undefined, options),
    update: (organizationId, orbitId, trackId, entryId, params, options) =>
      client.request(updateTrackEntry, [organizationId, orbitId, trackId, entryId], params, options),
    delete: (organizationId, orbitId, trackId, entryId, options) =>
      client.request(deleteTrackEntry, [organizationId, orbitId, trackId, entryId], undefined, options)
  })
)
