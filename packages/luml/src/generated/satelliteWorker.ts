/**
 * The resource `satelliteWorker` of LUML platform API.
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
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type {
  Artifact,
  Deployment,
  DeploymentStatusInput,
  OrbitSecret,
  Satellite,
  SatelliteTask,
  SatelliteTaskStatusInput,
  SignedUrl
} from "./shared.js"
import {
  ArtifactSchema,
  DeploymentSchema,
  OrbitSecretSchema,
  SatelliteSchema,
  SatelliteTaskSchema,
  SignedUrlSchema
} from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface DeploymentStatusUpdate {
  readonly status: DeploymentStatusInput
}

/**
 * @since 0.1.0
 * @category models
 */
export interface InferenceAccess {
  readonly authorized: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export interface InferenceAccessCheck {
  readonly api_key: string | Redacted.Redacted
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SatelliteArtifact {
  readonly artifact: Artifact
  readonly url: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SatelliteModelArtifact {
  readonly artifact: Artifact
  /**
   * Same as artifact.
   *
   * @deprecated
   */
  readonly model: Artifact
  readonly url: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SatellitePair {
  /** Format: uri. */
  readonly base_url: string
  /** Must not be empty. */
  readonly capabilities: { readonly [key: string]: { readonly [key: string]: unknown } | null }
  readonly slug?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SatelliteTaskUpdate {
  readonly status: SatelliteTaskStatusInput
  readonly result?: { readonly [key: string]: unknown } | null | undefined
}

/**
 * Behaves as a replacement: status must be sent, others left out become null.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkerDeploymentUpdate {
  readonly error_message?: { readonly [key: string]: unknown } | null | undefined
  readonly inference_url?: string | null | undefined
  readonly schemas?: { readonly [key: string]: unknown } | null | undefined
  readonly status?: DeploymentStatusInput | null | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * Parameters of {@link workerCheckInferenceAccess}.
 *
 * @since 0.1.0
 * @category models
 */
export type SatelliteWorkerCheckInferenceAccessParams = InferenceAccessCheck

/**
 * Parameters of {@link workerUpdateDeployment}.
 *
 * @since 0.1.0
 * @category models
 */
export type SatelliteWorkerUpdateDeploymentParams = WorkerDeploymentUpdate

/**
 * Parameters of {@link workerUpdateDeploymentStatus}.
 *
 * @since 0.1.0
 * @category models
 */
export type SatelliteWorkerUpdateDeploymentStatusParams = DeploymentStatusUpdate

/**
 * Parameters of {@link pairSatellite}.
 *
 * @since 0.1.0
 * @category models
 */
export type SatelliteWorkerPairParams = SatellitePair

/**
 * Parameters of {@link workerListTasks}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SatelliteWorkerListTasksParams {
  readonly status?: SatelliteTaskStatusInput | undefined
}

/**
 * Parameters of {@link workerUpdateTask}.
 *
 * @since 0.1.0
 * @category models
 */
export type SatelliteWorkerUpdateTaskParams = SatelliteTaskUpdate

/**
 * Schema of {@link InferenceAccess}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const InferenceAccessSchema: R.ResponseSchema<InferenceAccess> = /*#__PURE__*/ R.struct<InferenceAccess>(() => ({
  authorized: R.boolean
}))

/**
 * Schema of {@link SatelliteArtifact}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SatelliteArtifactSchema: R.ResponseSchema<SatelliteArtifact> = /*#__PURE__*/ R.struct<SatelliteArtifact>(
  () => ({
    artifact: ArtifactSchema,
    url: R.string
  })
)

/**
 * Schema of {@link SatelliteModelArtifact}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SatelliteModelArtifactSchema: R.ResponseSchema<SatelliteModelArtifact> =
  /*#__PURE__*/ R.struct<SatelliteModelArtifact>(() => ({
    artifact: ArtifactSchema,
    model: ArtifactSchema,
    url: R.string
  }))

/**
 * GET `/satellites/v1/artifacts/{artifact_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerGetArtifact: Operation<SatelliteArtifact, true> = {
  id: "workerGetArtifact",
  platform: "luml",
  resource: "satelliteWorker",
  name: "getArtifact",
  method: "GET",
  path: "/satellites/v1/artifacts/{artifact_id}",
  response: "json",
  success: SatelliteArtifactSchema,
  secrets: { answer: ["url"] },
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * GET `/satellites/v1/artifacts/{artifact_id}/download-url`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerGetArtifactDownloadUrl: Operation<SignedUrl, true> = {
  id: "workerGetArtifactDownloadUrl",
  platform: "luml",
  resource: "satelliteWorker",
  name: "getArtifactDownloadUrl",
  method: "GET",
  path: "/satellites/v1/artifacts/{artifact_id}/download-url",
  response: "json",
  success: SignedUrlSchema,
  secrets: { answer: ["url"] },
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * GET `/satellites/v1/deployments`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerListDeployments: Operation<ReadonlyArray<Deployment>, true> = {
  id: "workerListDeployments",
  platform: "luml",
  resource: "satelliteWorker",
  name: "listDeployments",
  method: "GET",
  path: "/satellites/v1/deployments",
  response: "json",
  success: /*#__PURE__*/ R.array(DeploymentSchema),
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * POST `/satellites/v1/deployments/inference-access`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerCheckInferenceAccess: Operation<InferenceAccess, true> = {
  id: "workerCheckInferenceAccess",
  platform: "luml",
  resource: "satelliteWorker",
  name: "checkInferenceAccess",
  method: "POST",
  path: "/satellites/v1/deployments/inference-access",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: InferenceAccessSchema,
  secrets: { params: ["api_key"] },
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * GET `/satellites/v1/deployments/{deployment_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerGetDeployment: Operation<Deployment, true> = {
  id: "workerGetDeployment",
  platform: "luml",
  resource: "satelliteWorker",
  name: "getDeployment",
  method: "GET",
  path: "/satellites/v1/deployments/{deployment_id}",
  response: "json",
  success: DeploymentSchema,
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * PATCH `/satellites/v1/deployments/{deployment_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerUpdateDeployment: Operation<Deployment, true> = {
  id: "workerUpdateDeployment",
  platform: "luml",
  resource: "satelliteWorker",
  name: "updateDeployment",
  method: "PATCH",
  path: "/satellites/v1/deployments/{deployment_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DeploymentSchema,
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * DELETE `/satellites/v1/deployments/{deployment_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerDeleteDeployment: Operation<void, true> = {
  id: "workerDeleteDeployment",
  platform: "luml",
  resource: "satelliteWorker",
  name: "deleteDeployment",
  method: "DELETE",
  path: "/satellites/v1/deployments/{deployment_id}",
  response: "none",
  success: R.none,
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * PATCH `/satellites/v1/deployments/{deployment_id}/status`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerUpdateDeploymentStatus: Operation<Deployment, true> = {
  id: "workerUpdateDeploymentStatus",
  platform: "luml",
  resource: "satelliteWorker",
  name: "updateDeploymentStatus",
  method: "PATCH",
  path: "/satellites/v1/deployments/{deployment_id}/status",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DeploymentSchema,
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * GET `/satellites/v1/model_artifacts/{model_artifact_id}`
 *
 * @deprecated
 * @since 0.1.0
 * @category operations
 */
export const workerGetModelArtifact: Operation<SatelliteModelArtifact, true> = {
  id: "workerGetModelArtifact",
  platform: "luml",
  resource: "satelliteWorker",
  name: "getModelArtifact",
  method: "GET",
  path: "/satellites/v1/model_artifacts/{model_artifact_id}",
  response: "json",
  success: SatelliteModelArtifactSchema,
  secrets: { answer: ["url"] },
  prepare: true,
  platformData: { auth: "satellite" },
  deprecated: true
}

/**
 * GET `/satellites/v1/model_artifacts/{model_artifact_id}/download-url`
 *
 * @deprecated
 * @since 0.1.0
 * @category operations
 */
export const workerGetModelArtifactDownloadUrl: Operation<SignedUrl, true> = {
  id: "workerGetModelArtifactDownloadUrl",
  platform: "luml",
  resource: "satelliteWorker",
  name: "getModelArtifactDownloadUrl",
  method: "GET",
  path: "/satellites/v1/model_artifacts/{model_artifact_id}/download-url",
  response: "json",
  success: SignedUrlSchema,
  secrets: { answer: ["url"] },
  prepare: true,
  platformData: { auth: "satellite" },
  deprecated: true
}

/**
 * POST `/satellites/v1/pair`
 *
 * @since 0.1.0
 * @category operations
 */
export const pairSatellite: Operation<Satellite, true> = {
  id: "pairSatellite",
  platform: "luml",
  resource: "satelliteWorker",
  name: "pair",
  method: "POST",
  path: "/satellites/v1/pair",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SatelliteSchema,
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * GET `/satellites/v1/secrets`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerListSecrets: Operation<ReadonlyArray<OrbitSecret>, true> = {
  id: "workerListSecrets",
  platform: "luml",
  resource: "satelliteWorker",
  name: "listSecrets",
  method: "GET",
  path: "/satellites/v1/secrets",
  response: "json",
  success: /*#__PURE__*/ R.array(OrbitSecretSchema),
  secrets: { answer: ["*.value"] },
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * GET `/satellites/v1/secrets/{secret_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerGetSecret: Operation<OrbitSecret, true> = {
  id: "workerGetSecret",
  platform: "luml",
  resource: "satelliteWorker",
  name: "getSecret",
  method: "GET",
  path: "/satellites/v1/secrets/{secret_id}",
  response: "json",
  success: OrbitSecretSchema,
  secrets: { answer: ["value"] },
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * GET `/satellites/v1/tasks`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerListTasks: Operation<ReadonlyArray<SatelliteTask>, true> = {
  id: "workerListTasks",
  platform: "luml",
  resource: "satelliteWorker",
  name: "listTasks",
  method: "GET",
  path: "/satellites/v1/tasks",
  query: ["status"],
  response: "json",
  success: /*#__PURE__*/ R.array(SatelliteTaskSchema),
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * POST `/satellites/v1/tasks/{task_id}/status`
 *
 * @since 0.1.0
 * @category operations
 */
export const workerUpdateTask: Operation<SatelliteTask, true> = {
  id: "workerUpdateTask",
  platform: "luml",
  resource: "satelliteWorker",
  name: "updateTask",
  method: "POST",
  path: "/satellites/v1/tasks/{task_id}/status",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SatelliteTaskSchema,
  prepare: true,
  platformData: { auth: "satellite" }
}

/**
 * Compute nodes, node side. Satellite key only.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Artifact with a signed GET URL.
   *
   * `GET /satellites/v1/artifacts/{artifact_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   *
   * @param artifactId Artifact
   */
  readonly getArtifact: (
    artifactId: string,
    options?: RequestOptions
  ) => Effect.Effect<SatelliteArtifact, ApiError | PreparedError>
  /**
   * Signed GET URL.
   *
   * `GET /satellites/v1/artifacts/{artifact_id}/download-url`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   *
   * @param artifactId Artifact
   */
  readonly getArtifactDownloadUrl: (
    artifactId: string,
    options?: RequestOptions
  ) => Effect.Effect<SignedUrl, ApiError | PreparedError>
  /**
   * Deployments of this satellite.
   *
   * `GET /satellites/v1/deployments`
   *
   * Errors: 401, 403, 500.
   *
   * Credential: a satellite key; API keys are refused.
   */
  readonly listDeployments: (
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<Deployment>, ApiError | PreparedError>
  /**
   * May this user key call deployments of the orbit.
   *
   * `POST /satellites/v1/deployments/inference-access`
   *
   * Errors: 401, 403, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   */
  readonly checkInferenceAccess: (
    params: SatelliteWorkerCheckInferenceAccessParams,
    options?: RequestOptions
  ) => Effect.Effect<InferenceAccess, ApiError | PreparedError>
  /**
   * One deployment of this satellite.
   *
   * `GET /satellites/v1/deployments/{deployment_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   *
   * @param deploymentId Deployment
   */
  readonly getDeployment: (
    deploymentId: string,
    options?: RequestOptions
  ) => Effect.Effect<Deployment, ApiError | PreparedError>
  /**
   * Replace runtime fields.
   *
   * `PATCH /satellites/v1/deployments/{deployment_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   * status left out: 500.
   *
   * @param deploymentId Deployment
   */
  readonly updateDeployment: (
    deploymentId: string,
    params?: SatelliteWorkerUpdateDeploymentParams,
    options?: RequestOptions
  ) => Effect.Effect<Deployment, ApiError | PreparedError>
  /**
   * Confirm removal.
   *
   * `DELETE /satellites/v1/deployments/{deployment_id}`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   *
   * @param deploymentId Deployment
   */
  readonly deleteDeployment: (
    deploymentId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError | PreparedError>
  /**
   * Set the deployment status.
   *
   * `PATCH /satellites/v1/deployments/{deployment_id}/status`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   *
   * @param deploymentId Deployment
   */
  readonly updateDeploymentStatus: (
    deploymentId: string,
    params: SatelliteWorkerUpdateDeploymentStatusParams,
    options?: RequestOptions
  ) => Effect.Effect<Deployment, ApiError | PreparedError>
  /**
   * Old name of workerGetArtifact.
   *
   * `GET /satellites/v1/model_artifacts/{model_artifact_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   *
   * @param modelArtifactId Artifact
   * @deprecated
   */
  readonly getModelArtifact: (
    modelArtifactId: string,
    options?: RequestOptions
  ) => Effect.Effect<SatelliteModelArtifact, ApiError | PreparedError>
  /**
   * Old name of workerGetArtifactDownloadUrl.
   *
   * `GET /satellites/v1/model_artifacts/{model_artifact_id}/download-url`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   *
   * @param modelArtifactId Artifact
   * @deprecated
   */
  readonly getModelArtifactDownloadUrl: (
    modelArtifactId: string,
    options?: RequestOptions
  ) => Effect.Effect<SignedUrl, ApiError | PreparedError>
  /**
   * Announce address and capabilities.
   *
   * `POST /satellites/v1/pair`
   *
   * Errors: 400, 401, 403, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   */
  readonly pair: (
    params: SatelliteWorkerPairParams,
    options?: RequestOptions
  ) => Effect.Effect<Satellite, ApiError | PreparedError>
  /**
   * Secrets of the orbit with values.
   *
   * `GET /satellites/v1/secrets`
   *
   * Errors: 401, 403, 500.
   *
   * Credential: a satellite key; API keys are refused.
   */
  readonly listSecrets: (
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<OrbitSecret>, ApiError | PreparedError>
  /**
   * One secret with value.
   *
   * `GET /satellites/v1/secrets/{secret_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   *
   * @param secretId Secret
   */
  readonly getSecret: (
    secretId: string,
    options?: RequestOptions
  ) => Effect.Effect<OrbitSecret, ApiError | PreparedError>
  /**
   * Tasks by schedule time.
   *
   * `GET /satellites/v1/tasks`
   *
   * Errors: 401, 403, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   */
  readonly listTasks: (
    params?: SatelliteWorkerListTasksParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<SatelliteTask>, ApiError | PreparedError>
  /**
   * Report task progress.
   *
   * `POST /satellites/v1/tasks/{task_id}/status`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * Credential: a satellite key; API keys are refused.
   *
   * @param taskId Task
   */
  readonly updateTask: (
    taskId: string,
    params: SatelliteWorkerUpdateTaskParams,
    options?: RequestOptions
  ) => Effect.Effect<SatelliteTask, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "satelliteWorker",
  (client: ApiClient): Service => ({
    getArtifact: (artifactId, options) => client.request(workerGetArtifact, [artifactId], undefined, options),
    getArtifactDownloadUrl: (artifactId, options) =>
      client.request(workerGetArtifactDownloadUrl, [artifactId], undefined, options),
    listDeployments: (options) => client.request(workerListDeployments, [], undefined, options),
    checkInferenceAccess: (params, options) => client.request(workerCheckInferenceAccess, [], params, options),
    getDeployment: (deploymentId, options) => client.request(workerGetDeployment, [deploymentId], undefined, options),
    updateDeployment: (deploymentId, params, options) =>
      client.request(workerUpdateDeployment, [deploymentId], params, options),
    deleteDeployment: (deploymentId, options) =>
      client.request(workerDeleteDeployment, [deploymentId], undefined, options),
    updateDeploymentStatus: (deploymentId, params, options) =>
      client.request(workerUpdateDeploymentStatus, [deploymentId], params, options),
    getModelArtifact: (modelArtifactId, options) =>
      client.request(workerGetModelArtifact, [modelArtifactId], undefined, options),
    getModelArtifactDownloadUrl: (modelArtifactId, options) =>
      client.request(workerGetModelArtifactDownloadUrl, [modelArtifactId], undefined, options),
    pair: (params, options) => client.request(pairSatellite, [], params, options),
    listSecrets: (options) => client.request(workerListSecrets, [], undefined, options),
    getSecret: (secretId, options) => client.request(workerGetSecret, [secretId], undefined, options),
    listTasks: (params, options) => client.request(workerListTasks, [], params, options),
    updateTask: (taskId, params, options) => client.request(workerUpdateTask, [taskId], params, options)
  })
)
