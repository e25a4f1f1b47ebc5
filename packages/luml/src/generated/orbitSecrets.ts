/**
 * The resource `orbitSecrets` of LUML platform API.
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
import type * as Redacted from "effect/Redacted"
import type { ApiClient, RequestOptions } from "../client.js"
import type { OrbitSecret } from "./shared.js"
import { OrbitSecretSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitSecretCreate {
  /** Unique in the orbit. */
  readonly name: string
  readonly value: string | Redacted.Redacted
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * Partial update. Null for name or value is a 500; a name already in use is a 500 too.
 *
 * @since 0.1.0
 * @category models
 */
export interface OrbitSecretUpdate {
  readonly name?: string | null | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
  readonly value?: string | Redacted.Redacted | null | undefined
}

/**
 * Parameters of {@link createOrbitSecret}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrbitSecretsCreateParams = OrbitSecretCreate

/**
 * Parameters of {@link updateOrbitSecret}.
 *
 * @since 0.1.0
 * @category models
 */
export type OrbitSecretsUpdateParams = OrbitSecretUpdate

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets`
 *
 * @since 0.1.0
 * @category operations
 */
export const listOrbitSecrets: Operation<ReadonlyArray<OrbitSecret>, false> = {
  id: "listOrbitSecrets",
  platform: "luml",
  resource: "orbitSecrets",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets",
  response: "json",
  success: /*#__PURE__*/ R.array(OrbitSecretSchema),
  secrets: { answer: ["*.value"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets`
 *
 * @since 0.1.0
 * @category operations
 */
export const createOrbitSecret: Operation<OrbitSecret, false> = {
  id: "createOrbitSecret",
  platform: "luml",
  resource: "orbitSecrets",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrbitSecretSchema,
  secrets: { params: ["value"], answer: ["value"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getOrbitSecret: Operation<OrbitSecret, false> = {
  id: "getOrbitSecret",
  platform: "luml",
  resource: "orbitSecrets",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}",
  response: "json",
  success: OrbitSecretSchema,
  secrets: { answer: ["value"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateOrbitSecret: Operation<OrbitSecret, false> = {
  id: "updateOrbitSecret",
  platform: "luml",
  resource: "orbitSecrets",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OrbitSecretSchema,
  secrets: { params: ["value"], answer: ["value"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteOrbitSecret: Operation<void, false> = {
  id: "deleteOrbitSecret",
  platform: "luml",
  resource: "orbitSecrets",
  name: "delete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Key and value pairs injected into deployments.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Secrets, values blanked.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/secrets`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly list: (
    organizationId: string,
    orbitId: string,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<OrbitSecret>, ApiError>
  /**
   * Create a secret.
   *
   * The answer contains the value.
   *
   * `POST /v1/organizations/{organization_id}/orbits/{orbit_id}/secrets`
   *
   * Errors: 400, 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly create: (
    organizationId: string,
    orbitId: string,
    params: OrbitSecretsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<OrbitSecret, ApiError>
  /**
   * One secret with its value.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param secretId Secret
   */
  readonly get: (
    organizationId: string,
    orbitId: string,
    secretId: string,
    options?: RequestOptions
  ) => Effect.Effect<OrbitSecret, ApiError>
  /**
   * Change a secret.
   *
   * `PATCH /v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * A name already in use, or null for name or value, is a 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param secretId Secret
   */
  readonly update: (
    organizationId: string,
    orbitId: string,
    secretId: string,
    params?: OrbitSecretsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<OrbitSecret, ApiError>
  /**
   * Delete a secret.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param secretId Secret
   */
  readonly delete: (
    organizationId: string,
    orbitId: string,
    secretId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "orbitSecrets",
  (client: ApiClient): Service => ({
    list: (organizationId, orbitId, options) =>
      client.request(listOrbitSecrets, [organizationId, orbitId], undefined, options),
    create: (organizationId, orbitId, params, options) =>
      client.request(createOrbitSecret, [organizationId, orbitId], params, options),
    get: (organizationId, orbitId, secretId, options) =>
      client.request(getOrbitSecret, [organizationId, orbitId, secretId], undefined, options),
    update: (organizationId, orbitId, secretId, params, options) =>
      client.request(updateOrbitSecret, [organizationId, orbitId, secretId], params, options),
    delete: (organizationId, orbitId, secretId, options) =>
      client.request(deleteOrbitSecret, [organizationId, orbitId, secretId], undefined, options)
  })
)
