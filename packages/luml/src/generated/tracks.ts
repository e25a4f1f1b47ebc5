/**
 * The resource `tracks` of LUML platform API.
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
import type { ArtifactTypeInput, SortOrder } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Stage {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  /** True while an entry holds the stage. */
  readonly is_used: boolean
  readonly name: string
  /** Format: uuid. */
  readonly track_id: string
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StageUpsert {
  readonly name: string
  /** Present: keep and rename that stage. Absent: create. Format: uuid. */
  readonly id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Track {
  /** Format: uuid. */
  readonly id: string
  /** An ArtifactType value. */
  readonly artifact_type: string
  readonly created_at: Date
  readonly description: string | null
  readonly name: string
  /** Version the next entry will get, from 1. */
  readonly next_version: number
  /** Format: uuid. */
  readonly orbit_id: string
  /** Ordered by creation time; stages made in one request share it, so their order is not guaranteed. */
  readonly stages: ReadonlyArray<Stage>
  readonly tags: ReadonlyArray<string> | null
  readonly total_entries: number
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TrackCreate {
  readonly artifact_type: ArtifactTypeInput
  readonly name: string
  readonly description?: string | null | undefined
  /** Distinct names. Null is a 422: leave the key out instead. Default: `[]`. */
  readonly stages?: ReadonlyArray<string> | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TrackPage {
  /** null on the last page. */
  readonly cursor: string | null
  readonly items: ReadonlyArray<Track>
}

/**
 * @since 0.1.0
 * @category models
 */
export type TrackSortBy = "name" | "description" | "total_entries" | "created_at"

/**
 * Partial update. Null for name is a 500. artifact_type cannot change.
 *
 * @since 0.1.0
 * @category models
 */
export interface TrackUpdate {
  readonly description?: string | null | undefined
  readonly name?: string | null | undefined
  /** When present it is the full wanted list: stages not named by id are removed. */
  readonly stages?: ReadonlyArray<StageUpsert> | null | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * Parameters of {@link listTracks}.
 *
 * @since 0.1.0
 * @category models
 */
export interface TracksListParams {
  /**
   * Opaque value from the previous page. Unreadable, or made for other filters, sort or order: ignored without an
   * error, and page one is returned.
   */
  readonly cursor?: string | undefined
  /** Page size. The Python client sends 100 by default (50 for track entries). Default: `50`. */
  readonly limit?: number | undefined
  /** Default: `"created_at"`. */
  readonly sort_by?: TrackSortBy | undefined
  /** Default: `"desc"`. */
  readonly order?: SortOrder | undefined
  /** Case-insensitive substring of the name or of the tags. % and _ act as wildcards and are not escaped. */
  readonly search?: string | undefined
  /** Artifact types; unknown values are accepted and match nothing. */
  readonly types?: ReadonlyArray<string> | undefined
}

/**
 * Parameters of {@link createTrack}.
 *
 * @since 0.1.0
 * @category models
 */
export type TracksCreateParams = TrackCreate

/**
 * Parameters of {@link updateTrack}.
 *
 * @since 0.1.0
 * @category models
 */
export type TracksUpdateParams = TrackUpdate

/**
 * Schema of {@link Stage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StageSchema: R.ResponseSchema<Stage> = /*#__PURE__*/ R.struct<Stage>(() => ({
  id: R.string,
  created_at: R.timestamp,
  is_used: R.boolean,
  name: R.string,
  track_id: R.string,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link Track}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TrackSchema: R.ResponseSchema<Track> = /*#__PURE__*/ R.struct<Track>(() => ({
  id: R.string,
  artifact_type: R.string,
  created_at: R.timestamp,
  description: R.nullable(R.string),
  name: R.string,
  next_version: R.number,
  orbit_id: R.string,
  stages: R.array(StageSchema),
  tags: R.nullable(R.array(R.string)),
  total_entries: R.number,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link TrackPage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TrackPageSchema: R.ResponseSchema<TrackPage> = /*#__PURE__*/ R.struct<TrackPage>(() => ({
  cursor: R.nullable(R.string),
  items: R.array(TrackSchema)
}))

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks`
 *
 * @since 0.1.0
 * @category operations
 */
export const listTracks: Operation<TrackPage, false> = {
  id: "listTracks",
  platform: "luml",
  resource: "tracks",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks",
  query: ["cursor", "limit", "sort_by", "order", "search", "types"],
  response: "json",
  success: TrackPageSchema,
  pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "items", next: "cursor" },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks`
 *
 * @since 0.1.0
 * @category operations
 */
export const createTrack: Operation<Track, false> = {
  id: "createTrack",
  platform: "luml",
  resource: "tracks",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: TrackSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getTrack: Operation<Track, false> = {
  id: "getTrack",
  platform: "luml",
  resource: "tracks",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}",
  response: "json",
  success: TrackSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateTrack: Operation<Track, false> = {
  id: "updateTrack",
  platform: "luml",
  resource: "tracks",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: TrackSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteTrack: Operation<void, false> = {
  id: "deleteTrack",
  platform: "luml",
  resource: "tracks",
  name: "delete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/stages`
 *
 * @since 0.1.0
 * @category operations
 */
export const listTrackStages: Operation<ReadonlyArray<Stage>, false> = {
  id: "listTrackStages",
  platform: "luml",
  resource: "tracks",
  name: "listStages",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/stages",
  response: "json",
  success: /*#__PURE__*/ R.array(StageSchema),
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Versioned lines of artifacts with named stages.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Page through tracks.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks`
   *
   * Errors: 401, 403, 404, 422, 500. Pages by cursor.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly list: (
    organizationId: string,
    orbitId: string,
    params?: TracksListParams,
    options?: RequestOptions
  ) => Effect.Effect<TrackPage, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    organizationId: string,
    orbitId: string,
    params?: TracksListParams,
    options?: RequestOptions
  ) => Stream.Stream<TrackPage, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (
    organizationId: string,
    orbitId: string,
    params?: TracksListParams,
    options?: RequestOptions
  ) => Stream.Stream<Track, ApiError>
  /**
   * Create a track with its stages.
   *
   * `POST /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * The Python client sends stages: null when none are given, which is a 422.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly create: (
    organizationId: string,
    orbitId: string,
    params: TracksCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<Track, ApiError>
  /**
   * One track with stages.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   */
  readonly get: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    options?: RequestOptions
  ) => Effect.Effect<Track, ApiError>
  /**
   * Change fields and synchronise stages.
   *
   * `PATCH /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * The orbit of the path is checked for rights only: a track of another orbit is changed as well.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   */
  readonly update: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    params?: TracksUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<Track, ApiError>
  /**
   * Delete a track with stages and entries.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * A track of another orbit is deleted as well.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   */
  readonly delete: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError>
  /**
   * Stages of a track.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/stages`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param trackId Track
   */
  readonly listStages: (
    organizationId: string,
    orbitId: string,
    trackId: string,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<Stage>, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "tracks",
  (client: ApiClient): Service => ({
    list: (organizationId, orbitId, params, options) =>
      client.request(listTracks, [organizationId, orbitId], params, options),
    listPages: (organizationId, orbitId, params, options) =>
      Pagination.pages(client, listTracks, [organizationId, orbitId], params, options),
    listAll: (organizationId, orbitId, params, options) =>
      Pagination.items(client, listTracks, [organizationId, orbitId], params, options, (page) => page.items),
    create: (organizationId, orbitId, params, options) =>
      client.request(createTrack, [organizationId, orbitId], params, options),
    get: (organizationId, orbitId, trackId, options) =>
      client.request(getTrack, [organizationId, orbitId, trackId], undefined, options),
    update: (organizationId, orbitId, trackId, params, options) =>
      client.request(updateTrack, [organizationId, orbitId, trackId], params, options),
    delete: (organizationId, orbitId, trackId, options) =>
      client.request(deleteTrack, [organizationId, orbitId, trackId], undefined, options),
    listStages: (organizationId, orbitId, trackId, options) =>
      client.request(listTrackStages, [organizationId, orbitId, trackId], undefined, options)
  })
)
