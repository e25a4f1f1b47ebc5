/**
 * The resource `deployments` of LUML platform API.
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
import type { Deployment, SatelliteTask } from "./shared.js"
import { DeploymentSchema, SatelliteTaskSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface DeploymentCreate {
  /** Format: uuid. */
  readonly artifact_id: string
  readonly name: string
  /** Format: uuid. */
  readonly satellite_id: string
  readonly description?: string | null | undefined
  /** Attribute name to orbit secret id. */
  readonly dynamic_attributes_secrets?: { readonly [key: string]: string } | undefined
  /** Default: `{}`. */
  readonly env_variables?: { readonly [key: string]: string } | undefined
  /** Variable name to orbit secret id. */
  readonly env_variables_secrets?: { readonly [key: string]: string } | undefined
  /** Default: `{}`. */
  readonly satellite_parameters?: { readonly [key: string]: boolean | number | string } | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * Behaves as a replacement: send name and dynamic_attributes_secrets every time, other keys left out become null.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeploymentUpdate {
  readonly description?: string | null | undefined
  readonly dynamic_attributes_secrets?: { readonly [key: string]: string } | null | undefined
  readonly error_message?: { readonly [key: string]: unknown } | null | undefined
  readonly name?: string | null | undefined
  readonly schemas?: { readonly [key: string]: unknown } | null | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * Parameters of {@link createDeployment}.
 *
 * @since 0.1.0
 * @category models
 */
export type DeploymentsCreateParams = DeploymentCreate

/**
 * Parameters of {@link updateDeployment}.
 *
 * @since 0.1.0
 * @category models
 */
export type DeploymentsUpdateParams = DeploymentUpdate

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments`
 *
 * @since 0.1.0
 * @category operations
 */
export const listDeployments: Operation<ReadonlyArray<Deployment>, false> = {
  id: "listDeployments",
  platform: "luml",
  resource: "deployments",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments",
  response: "json",
  success: /*#__PURE__*/ R.array(DeploymentSchema),
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments`
 *
 * @since 0.1.0
 * @category operations
 */
export const createDeployment: Operation<Deployment, false> = {
  id: "createDeployment",
  platform: "luml",
  resource: "deployments",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DeploymentSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getDeployment: Operation<Deployment, false> = {
  id: "getDeployment",
  platform: "luml",
  resource: "deployments",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}",
  response: "json",
  success: DeploymentSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateDeployment: Operation<Deployment, false> = {
  id: "updateDeployment",
  platform: "luml",
  resource: "deployments",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DeploymentSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const requestDeploymentDeletion: Operation<SatelliteTask, false> = {
  id: "requestDeploymentDeletion",
  platform: "luml",
  resource: "deployments",
  name: "requestDeletion",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}",
  response: "json",
  success: SatelliteTaskSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}/force`
 *
 * @since 0.1.0
 * @category operations
 */
export const forceDeleteDeployment: Operation<void, false> = {
  id: "forceDeleteDeployment",
  platform: "luml",
  resource: "deployments",
  name: "forceDelete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}/force",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Artifacts running on satellites.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Deployments, newest first.
   *
   * Not paginated.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/deployments`
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
  ) => Effect.Effect<ReadonlyArray<Deployment>, ApiError>
  /**
   * Deploy an artifact on a satellite.
   *
   * Queues a deploy task; status starts as pending. Pairing of the satellite, artifact status and artifact type are not
   * checked.
   *
   * `POST /v1/organizations/{organization_id}/orbits/{orbit_id}/deployments`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly create: (
    organizationId: string,
    orbitId: string,
    params: DeploymentsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<Deployment, ApiError>
  /**
   * One deployment.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param deploymentId Deployment
   */
  readonly get: (
    organizationId: string,
    orbitId: string,
    deploymentId: string,
    options?: RequestOptions
  ) => Effect.Effect<Deployment, ApiError>
  /**
   * Replace the descriptive fields.
   *
   * `PATCH /v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * name left out: 500, nothing changes.
   * dynamic_attributes_secrets left out: 500 after commit, and every later read that includes this deployment is a 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param deploymentId Deployment
   */
  readonly update: (
    organizationId: string,
    orbitId: string,
    deploymentId: string,
    params?: DeploymentsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<Deployment, ApiError>
  /**
   * Ask the satellite to remove the deployment.
   *
   * Status becomes deletion_pending; the row goes when the satellite confirms. Answers 200 with the queued task.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param deploymentId Deployment
   */
  readonly requestDeletion: (
    organizationId: string,
    orbitId: string,
    deploymentId: string,
    options?: RequestOptions
  ) => Effect.Effect<SatelliteTask, ApiError>
  /**
   * Remove the row at once.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}/force`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param deploymentId Deployment
   */
  readonly forceDelete: (
    organizationId: string,
    orbitId: string,
    deploymentId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "deployments",
  (client: ApiClient): Service => ({
    list: (organizationId, orbitId, options) =>
      client.request(listDeployments, [organizationId, orbitId], undefined, options),
    create: (organizationId, orbitId, params, options) =>
      client.request(createDeployment, [organizationId, orbitId], params, options),
    get: (organizationId, orbitId, deploymentId, options) =>
      client.request(getDeployment, [organizationId, orbitId, deploymentId], undefined, options),
    update: (organizationId, orbitId, deploymentId, params, options) =>
      client.request(updateDeployment, [organizationId, orbitId, deploymentId], params, options),
    requestDeletion: (organizationId, orbitId, deploymentId, options) =>
      client.request(requestDeploymentDeletion, [organizationId, orbitId, deploymentId], undefined, options),
    forceDelete: (organizationId, orbitId, deploymentId, options) =>
      client.request(forceDeleteDeployment, [organizationId, orbitId, deploymentId], undefined, options)
  })
)
