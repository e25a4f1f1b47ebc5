/**
 * The resource `bucketSecrets` of LUML platform API.
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

/**
 * @since 0.1.0
 * @category models
 */
export interface AzureBucketSecret {
  /** Format: uuid. */
  readonly id: string
  /** Container name. */
  readonly bucket_name: string
  readonly created_at: Date
  /** The full connection string, account key included. Treat as secret and never log it. */
  readonly endpoint: string
  readonly orbits: ReadonlyArray<OrbitRef>
  /** Format: uuid. */
  readonly organization_id: string
  readonly type: "azure"
  readonly updated_at: Date | null
}

/**
 * Other keys are ignored on create.
 *
 * @since 0.1.0
 * @category models
 */
export interface AzureBucketSecretCreate {
  /** Container name. */
  readonly bucket_name: string
  /** Connection string; must contain AccountName= and AccountKey=. */
  readonly endpoint: string | Redacted.Redacted
  readonly type: "azure"
}

/**
 * No upload_id key.
 *
 * @since 0.1.0
 * @category models
 */
export interface AzureMultipartPlan {
  /** PUT the block list XML here. */
  readonly complete_url: string
  readonly parts: ReadonlyArray<UploadPart>
  readonly type: "azure"
}

/**
 * @since 0.1.0
 * @category models
 */
export type BucketSecret = S3BucketSecret | AzureBucketSecret

/**
 * @since 0.1.0
 * @category models
 */
export type BucketSecretCreate = S3BucketSecretCreate | AzureBucketSecretCreate

/**
 * Overrides applied in memory to the stored secret before signing; nothing is saved. Only keys present in the body
 * override.
 *
 * @since 0.1.0
 * @category models
 */
export interface BucketSecretProbe {
  /** Must equal the path. Format: uuid. */
  readonly id: string
  readonly access_key?: string | Redacted.Redacted | null | undefined
  readonly bucket_name?: string | null | undefined
  readonly cert_check?: boolean | null | undefined
  readonly endpoint?: string | Redacted.Redacted | null | undefined
  readonly region?: string | null | undefined
  readonly secret_key?: string | Redacted.Redacted | null | undefined
  readonly secure?: boolean | null | undefined
  readonly session_token?: string | Redacted.Redacted | null | undefined
  /** Defaults to s3 and must equal the stored type, so azure secrets must send azure. */
  readonly type?: BucketType | undefined
}

/**
 * Looks partial but is a replacement: every key left out is stored as null. See the operation.
 *
 * @since 0.1.0
 * @category models
 */
export interface BucketSecretUpdate {
  readonly access_key?: string | Redacted.Redacted | null | undefined
  readonly bucket_name?: string | null | undefined
  readonly cert_check?: boolean | null | undefined
  readonly endpoint?: string | Redacted.Redacted | null | undefined
  readonly region?: string | null | undefined
  readonly secret_key?: string | Redacted.Redacted | null | undefined
  readonly secure?: boolean | null | undefined
  readonly session_token?: string | Redacted.Redacted | null | undefined
  /**
   * Ignored.
   *
   * @deprecated
   */
  readonly type?: BucketType | null | undefined
}

/**
 * Three signed URLs for the object test_file at the root of the bucket.
 *
 * @since 0.1.0
 * @category models
 */
export interface BucketSecretUrls {
  /** DELETE */
  readonly delete_url: string
  /** GET */
  readonly download_url: string
  /** PUT */
  readonly presigned_url: string
}

/**
 * @since 0.1.0
 * @category models
 */
export type BucketType = "s3" | "azure"

/**
 * @since 0.1.0
 * @category models
 */
export type MultipartPlan = S3MultipartPlan | AzureMultipartPlan

/**
 * @since 0.1.0
 * @category models
 */
export interface MultipartPlanRequest {
  /** upload_details.bucket_secret_id Format: uuid. */
  readonly bucket_id: string
  readonly bucket_location: string
  /** Bytes; not checked against the maximum, 0 gives no parts. */
  readonly size: number
  /** Required in practice for s3 (null is a 500), not used for azure. */
  readonly upload_id?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitRef {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  readonly name: string
  readonly updated_at: Date | null
}

/**
 * Keys and session token are never returned.
 *
 * @since 0.1.0
 * @category models
 */
export interface S3BucketSecret {
  /** Format: uuid. */
  readonly id: string
  readonly bucket_name: string
  /** null behaves as true. */
  readonly cert_check: boolean | null
  readonly created_at: Date
  /** Host and optional port, scheme already removed. */
  readonly endpoint: string
  readonly orbits: ReadonlyArray<OrbitRef>
  /** Format: uuid. */
  readonly organization_id: string
  readonly region: string
  /** null behaves as true. */
  readonly secure: boolean | null
  readonly type: "s3"
  readonly updated_at: Date | null
}

/**
 * Without access_key and secret_key every issued URL is unsigned.
 *
 * @since 0.1.0
 * @category models
 */
export interface S3BucketSecretCreate {
  readonly bucket_name: string
  /** A leading http:// or https:// is removed before storing. A path makes signing fail with a 500. */
  readonly endpoint: string
  readonly region: string
  readonly type: "s3"
  readonly access_key?: string | Redacted.Redacted | null | undefined
  readonly cert_check?: boolean | null | undefined
  readonly secret_key?: string | Redacted.Redacted | null | undefined
  /** https when true or null. */
  readonly secure?: boolean | null | undefined
  readonly session_token?: string | Redacted.Redacted | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface S3MultipartPlan {
  /** POST the completion XML here. */
  readonly complete_url: string
  readonly parts: ReadonlyArray<UploadPart>
  readonly type: "s3"
  readonly upload_id: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UploadPart {
  /** Inclusive. */
  readonly end_byte: number
  /** From 1. */
  readonly part_number: number
  readonly part_size: number
  readonly start_byte: number
  readonly url: string
}

/**
 * Parameters of {@link planMultipartUpload}.
 *
 * @since 0.1.0
 * @category models
 */
export type BucketSecretsGetMultipartUploadUrlsParams = MultipartPlanRequest

/**
 * Parameters of {@link getBucketConnectionUrls}.
 *
 * @since 0.1.0
 * @category models
 */
export interface BucketSecretsGetConnectionUrlsParams {
  /** The whole body. */
  readonly body: BucketSecretCreate
}

/**
 * Parameters of {@link createBucketSecret}.
 *
 * @since 0.1.0
 * @category models
 */
export interface BucketSecretsCreateParams {
  /** The whole body. */
  readonly body: BucketSecretCreate
}

/**
 * Parameters of {@link updateBucketSecret}.
 *
 * @since 0.1.0
 * @category models
 */
export type BucketSecretsUpdateParams = BucketSecretUpdate

/**
 * Parameters of {@link getStoredBucketConnectionUrls}.
 *
 * @since 0.1.0
 * @category models
 */
export type BucketSecretsGetStoredConnectionUrlsParams = BucketSecretProbe

/**
 * Schema of {@link AzureBucketSecret}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AzureBucketSecretSchema: R.ResponseSchema<AzureBucketSecret> = /*#__PURE__*/ R.struct<AzureBucketSecret>(
  () => ({
    id: R.string,
    bucket_name: R.string,
    created_at: R.timestamp,
    endpoint: R.string,
    orbits: R.array(OrbitRefSchema),
    organization_id: R.string,
    type: R.literal("azure"),
    updated_at: R.nullable(R.timestamp)
  })
)

/**
 * Schema of {@link AzureMultipartPlan}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AzureMultipartPlanSchema: R.ResponseSchema<AzureMultipartPlan> =
  /*#__PURE__*/ R.struct<AzureMultipartPlan>(() => ({
    complete_url: R.string,
    parts: R.array(UploadPartSchema),
    type: R.literal("azure")
  }))

/**
 * Schema of {@link BucketSecret}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BucketSecretSchema: R.ResponseSchema<BucketSecret> = /*#__PURE__*/ R.lazy(() =>
  R.union<S3BucketSecret | AzureBucketSecret>([S3BucketSecretSchema, AzureBucketSecretSchema])
)

/**
 * Schema of {@link BucketSecretUrls}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BucketSecretUrlsSchema: R.ResponseSchema<BucketSecretUrls> = /*#__PURE__*/ R.struct<BucketSecretUrls>(
  () => ({
    delete_url: R.string,
    download_url: R.string,
    presigned_url: R.string
  })
)

/**
 * Schema of {@link MultipartPlan}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MultipartPlanSchema: R.ResponseSchema<MultipartPlan> = /*#__PURE__*/ R.lazy(() =>
  R.union<S3MultipartPlan | AzureMultipartPlan>([S3MultipartPlanSchema, AzureMultipartPlanSchema])
)

/**
 * Schema of {@link OrbitRef}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrbitRefSchema: R.ResponseSchema<OrbitRef> = /*#__PURE__*/ R.struct<OrbitRef>(() => ({
  id: R.string,
  created_at: R.timestamp,
  name: R.string,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link S3BucketSecret}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const S3BucketSecretSchema: R.ResponseSchema<S3BucketSecret> = /*#__PURE__*/ R.struct<S3BucketSecret>(() => ({
  id: R.string,
  bucket_name: R.string,
  cert_check: R.nullable(R.boolean),
  created_at: R.timestamp,
  endpoint: R.string,
  orbits: R.array(OrbitRefSchema),
  organization_id: R.string,
  region: R.string,
  secure: R.nullable(R.boolean),
  type: R.literal("s3"),
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link S3MultipartPlan}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const S3MultipartPlanSchema: R.ResponseSchema<S3MultipartPlan> = /*#__PURE__*/ R.struct<S3MultipartPlan>(() => ({
  complete_url: R.string,
  parts: R.array(UploadPartSchema),
  type: R.literal("s3"),
  upload_id: R.string
}))

/**
 * Schema of {@link UploadPart}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UploadPartSchema: R.ResponseSchema<UploadPart> = /*#__PURE__*/ R.struct<UploadPart>(() => ({
  end_byte: R.number,
  part_number: R.number,
  part_size: R.number,
  start_byte: R.number,
  url: R.string
}))

/**
 * POST `/v1/bucket-secrets/upload/multipart`
 *
 * @since 0.1.0
 * @category operations
 */
export const planMultipartUpload: Operation<MultipartPlan, false> = {
  id: "planMultipartUpload",
  platform: "luml",
  resource: "bucketSecrets",
  name: "getMultipartUploadUrls",
  method: "POST",
  path: "/v1/bucket-secrets/upload/multipart",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: MultipartPlanSchema,
  needs: ["complete_url"],
  secrets: { answer: ["complete_url", "parts.*.url"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/bucket-secrets/urls`
 *
 * @since 0.1.0
 * @category operations
 */
export const getBucketConnectionUrls: Operation<BucketSecretUrls, false> = {
  id: "getBucketConnectionUrls",
  platform: "luml",
  resource: "bucketSecrets",
  name: "getConnectionUrls",
  method: "POST",
  path: "/v1/bucket-secrets/urls",
  body: "json",
  wholeBody: true,
  bodyRequired: true,
  response: "json",
  success: BucketSecretUrlsSchema,
  secrets: {
    params: ["body.access_key", "body.endpoint", "body.secret_key", "body.session_token"],
    answer: ["delete_url", "download_url", "presigned_url"]
  },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/bucket-secrets`
 *
 * @since 0.1.0
 * @category operations
 */
export const listBucketSecrets: Operation<ReadonlyArray<BucketSecret>, false> = {
  id: "listBucketSecrets",
  platform: "luml",
  resource: "bucketSecrets",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/bucket-secrets",
  response: "json",
  success: /*#__PURE__*/ R.array(BucketSecretSchema),
  secrets: { answer: ["*.endpoint"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/bucket-secrets`
 *
 * @since 0.1.0
 * @category operations
 */
export const createBucketSecret: Operation<BucketSecret, false> = {
  id: "createBucketSecret",
  platform: "luml",
  resource: "bucketSecrets",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/bucket-secrets",
  body: "json",
  wholeBody: true,
  bodyRequired: true,
  response: "json",
  success: BucketSecretSchema,
  secrets: {
    params: ["body.access_key", "body.endpoint", "body.secret_key", "body.session_token"],
    answer: ["endpoint"]
  },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/bucket-secrets/{secret_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getBucketSecret: Operation<BucketSecret, false> = {
  id: "getBucketSecret",
  platform: "luml",
  resource: "bucketSecrets",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}/bucket-secrets/{secret_id}",
  response: "json",
  success: BucketSecretSchema,
  secrets: { answer: ["endpoint"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/bucket-secrets/{secret_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateBucketSecret: Operation<BucketSecret, false> = {
  id: "updateBucketSecret",
  platform: "luml",
  resource: "bucketSecrets",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/bucket-secrets/{secret_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BucketSecretSchema,
  secrets: { params: ["access_key", "endpoint", "secret_key", "session_token"], answer: ["endpoint"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/bucket-secrets/{secret_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteBucketSecret: Operation<void, false> = {
  id: "deleteBucketSecret",
  platform: "luml",
  resource: "bucketSecrets",
  name: "delete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/bucket-secrets/{secret_id}",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/bucket-secrets/{secret_id}/urls`
 *
 * @since 0.1.0
 * @category operations
 */
export const getStoredBucketConnectionUrls: Operation<BucketSecretUrls, false> = {
  id: "getStoredBucketConnectionUrls",
  platform: "luml",
  resource: "bucketSecrets",
  name: "getStoredConnectionUrls",
  method: "POST",
  path: "/v1/organizations/{organization_id}/bucket-secrets/{secret_id}/urls",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BucketSecretUrlsSchema,
  secrets: {
    params: ["access_key", "endpoint", "secret_key", "session_token"],
    answer: ["delete_url", "download_url", "presigned_url"]
  },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Storage credentials, test URLs and multipart plans.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Part URLs for a multipart upload.
   *
   * `POST /v1/bucket-secrets/upload/multipart`
   *
   * Errors: 400, 401, 403, 404, 422, 500.
   *
   * The Python client calls /bucket-secrets/upload/multipart without /v1, which this server answers with 404.
   * Plain organization members get a 403 even when they may create artifacts, so they cannot finish an upload above 500
   * MiB.
   * s3 without upload_id is a 500.
   */
  readonly getMultipartUploadUrls: (
    params: BucketSecretsGetMultipartUploadUrlsParams,
    options?: RequestOptions
  ) => Effect.Effect<MultipartPlan, ApiError>
  /**
   * Test URLs for credentials that are not stored.
   *
   * Open to every signed-in user, no organization needed.
   *
   * `POST /v1/bucket-secrets/urls`
   *
   * Errors: 400, 401, 403, 422, 500.
   */
  readonly getConnectionUrls: (
    params: BucketSecretsGetConnectionUrlsParams,
    options?: RequestOptions
  ) => Effect.Effect<BucketSecretUrls, ApiError>
  /**
   * Bucket secrets of the organization.
   *
   * Owner and admin only. Not paginated.
   *
   * `GET /v1/organizations/{organization_id}/bucket-secrets`
   *
   * Errors: 401, 403, 422, 500.
   *
   * One s3 secret whose region was nulled by a partial PATCH turns this into a 500 for the whole organization.
   *
   * @param organizationId Organization
   */
  readonly list: (
    organizationId: string,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<BucketSecret>, ApiError>
  /**
   * Register a bucket.
   *
   * type is required. The bucket itself is not contacted; the Python client tests it first through
   * getBucketConnectionUrls.
   *
   * `POST /v1/organizations/{organization_id}/bucket-secrets`
   *
   * Errors: 401, 403, 409, 422, 500.
   *
   * @param organizationId Organization
   */
  readonly create: (
    organizationId: string,
    params: BucketSecretsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<BucketSecret, ApiError>
  /**
   * One bucket secret.
   *
   * `GET /v1/organizations/{organization_id}/bucket-secrets/{secret_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param secretId Secret
   */
  readonly get: (
    organizationId: string,
    secretId: string,
    options?: RequestOptions
  ) => Effect.Effect<BucketSecret, ApiError>
  /**
   * Replace a bucket secret.
   *
   * `PATCH /v1/organizations/{organization_id}/bucket-secrets/{secret_id}`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 500.
   *
   * Keys left out are written as null: keys and token are lost.
   * Without region the row is committed, the answer is a 500, and from then on every read, list, update and signing of
   * that secret is a 500; only DELETE still works.
   *
   * @param organizationId Organization
   * @param secretId Secret
   */
  readonly update: (
    organizationId: string,
    secretId: string,
    params?: BucketSecretsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<BucketSecret, ApiError>
  /**
   * Delete an unused bucket secret.
   *
   * `DELETE /v1/organizations/{organization_id}/bucket-secrets/{secret_id}`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * @param organizationId Organization
   * @param secretId Secret
   */
  readonly delete: (organizationId: string, secretId: string, options?: RequestOptions) => Effect.Effect<void, ApiError>
  /**
   * Test URLs for a stored secret with optional overrides.
   *
   * `POST /v1/organizations/{organization_id}/bucket-secrets/{secret_id}/urls`
   *
   * Errors: 400, 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param secretId Secret
   */
  readonly getStoredConnectionUrls: (
    organizationId: string,
    secretId: string,
    params: BucketSecretsGetStoredConnectionUrlsParams,
    options?: RequestOptions
  ) => Effect.Effect<BucketSecretUrls, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "bucketSecrets",
  (client: ApiClient): Service => ({
    getMultipartUploadUrls: (params, options) => client.request(planMultipartUpload, [], params, options),
    getConnectionUrls: (params, options) => client.request(getBucketConnectionUrls, [], params, options),
    list: (organizationId, options) => client.request(listBucketSecrets, [organizationId], undefined, options),
    create: (organizationId, params, options) => client.request(createBucketSecret, [organizationId], params, options),
    get: (organizationId, secretId, options) =>
      client.request(getBucketSecret, [organizationId, secretId], undefined, options),
    update: (organizationId, secretId, params, options) =>
      client.request(updateBucketSecret, [organizationId, secretId], params, options),
    delete: (organizationId, secretId, options) =>
      client.request(deleteBucketSecret, [organizationId, secretId], undefined, options),
    getStoredConnectionUrls: (organizationId, secretId, params, options) =>
      client.request(getStoredBucketConnectionUrls, [organizationId, secretId], params, options)
  })
)
