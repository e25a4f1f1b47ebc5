/**
 * The resource `satellites` of LUML platform API.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"
import type { ApiKeyCreated, Satellite } from "./shared.js"
import { ApiKeyCreatedSchema, SatelliteSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface SatelliteCreate {
  readonly description?: string | null | undefined
  /** Nullable in the schema, but null or absent ends in a 500. */
  readonly name?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SatelliteCreated {
  /** dfssat_ followed by 43 URL-safe characters. Shown once. */
  readonly api_key: string
  readonly satellite: Satellite
}

/**
 * Behaves as a replacement: an absent name is a 500, an absent description is cleared.
 *
 * @since 0.1.0
 * @category models
 */
export interface SatelliteUpdate {
  readonly description?: string | null | undefined
  readonly name?: string | null | undefined
}

/**
 * Parameters of {@link listSatellites}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SatellitesListParams {
  /** Filter on the pairing state. */
  readonly paired?: boolean | undefined
}

/**
 * Parameters of {@link createSatellite}.
 *
 * @since 0.1.0
 * @category models
 */
export type SatellitesCreateParams = SatelliteCreate

/**
 * Parameters of {@link updateSatellite}.
 *
 * @since 0.1.0
 * @category models
 */
export type SatellitesUpdateParams = SatelliteUpdate

/**
 * Schema of {@link SatelliteCreated}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SatelliteCreatedSchema: R.ResponseSchema<SatelliteCreated> = /*#__PURE__*/ R.struct<SatelliteCreated>(
  () => ({
    api_key: R.string,
    satellite: SatelliteSchema
  })
)

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites`
 *
 * @since 0.1.0
 * @category operations
 */
export const listSatellites: Operation<ReadonlyArray<Satellite>, false> = {
  id: "listSatellites",
  platform: "luml",
  resource: "satellites",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites",
  query: ["paired"],
  response: "json",
  success: /*#__PURE__*/ R.array(SatelliteSchema),
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites`
 *
 * @since 0.1.0
 * @category operations
 */
export const createSatellite: Operation<SatelliteCreated, false> = {
  id: "createSatellite",
  platform: "luml",
  resource: "satellites",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SatelliteCreatedSchema,
  secrets: { answer: ["api_key"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSatellite: Operation<Satellite, false> = {
  id: "getSatellite",
  platform: "luml",
  resource: "satellites",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}",
  response: "json",
  success: SatelliteSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateSatellite: Operation<Satellite, false> = {
  id: "updateSatellite",
  platform: "luml",
  resource: "satellites",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SatelliteSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteSatellite: Operation<void, false> = {
  id: "deleteSatellite",
  platform: "luml",
  resource: "satellites",
  name: "delete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}/api-key`
 *
 * @since 0.1.0
 * @category operations
 */
export const rotateSatelliteApiKey: Operation<ApiKeyCreated, false> = {
  id: "rotateSatelliteApiKey",
  platform: "luml",
  resource: "satellites",
  name: "rotateApiKey",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}/api-key",
  response: "json",
  success: ApiKeyCreatedSchema,
  secrets: { answer: ["key"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Compute nodes, user side.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Satellites of the orbit.
   *
   * Sorted by id. Not paginated.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/satellites`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly list: (
    organizationId: string,
    orbitId: string,
    params?: SatellitesListParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<Satellite>, ApiError>
  /**
   * Register a satellite.
   *
   * `POST /v1/organizations/{organization_id}/orbits/{orbit_id}/satellites`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * name null or absent: 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly create: (
    organizationId: string,
    orbitId: string,
    params?: SatellitesCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<SatelliteCreated, ApiError>
  /**
   * One satellite.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param satelliteId Satellite
   */
  readonly get: (
    organizationId: string,
    orbitId: string,
    satelliteId: string,
    options?: RequestOptions
  ) => Effect.Effect<Satellite, ApiError>
  /**
   * Replace name and description.
   *
   * `PATCH /v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param satelliteId Satellite
   */
  readonly update: (
    organizationId: string,
    orbitId: string,
    satelliteId: string,
    params?: SatellitesUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<Satellite, ApiError>
  /**
   * Delete a satellite without deployments.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param satelliteId Satellite
   */
  readonly delete: (
    organizationId: string,
    orbitId: string,
    satelliteId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError>
  /**
   * New satellite key, old one stops at once.
   *
   * `POST /v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}/api-key`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param satelliteId Satellite
   */
  readonly rotateApiKey: (
    organizationId: string,
    orbitId: string,
    satelliteId: string,
    options?: RequestOptions
  ) => Effect.Effect<ApiKeyCreated, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "satellites",
  (client: ApiClient): Service => ({
    list: (organizationId, orbitId, params, options) =>
      client.request(listSatellites, [organizationId, orbitId], params, options),
    create: (organizationId, orbitId, params, options) =>
      client.request(createSatellite, [organizationId, orbitId], params, options),
    get: (organizationId, orbitId, satelliteId, options) =>
      client.request(getSatellite, [organizationId, orbitId, satelliteId], undefined, options),
    update: (organizationId, orbitId, satelliteId, params, options) =>
      client.request(updateSatellite, [organizationId, orbitId, satelliteId], params, options),
    delete: (organizationId, orbitId, satelliteId, options) =>
      client.request(deleteSatellite, [organizationId, orbitId, satelliteId], undefined, options),
    rotateApiKey: (organizationId, orbitId, satelliteId, options) =>
      client.request(rotateSatelliteApiKey, [organizationId, orbitId, satelliteId], undefined, options)
  })
)
