/**
 * The resource `artifacts` of LUML platform API.
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
import type {
  Artifact,
  ArtifactStatus,
  ArtifactType,
  ArtifactTypeInput,
  Collection,
  Deployment,
  DeploymentStatus,
  FileIndex,
  Manifest,
  ManifestInput,
  SignedUrl,
  SortOrder
} from "./shared.js"
import {
  ArtifactSchema,
  ArtifactStatusSchema,
  ArtifactTypeSchema,
  CollectionSchema,
  DeploymentSchema,
  DeploymentStatusSchema,
  FileIndexSchema,
  ManifestSchema,
  SignedUrlSchema
} from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ArtifactCreate {
  /** Usually metric name to number. Only numeric values can be sorted on. */
  readonly extra_values: { readonly [key: string]: unknown }
  /** Lower-case SHA-256 hex by convention; not checked. */
  readonly file_hash: string
  readonly file_index: FileIndex
  /**
   * name dot extension; none of : " * ` ~ # % ; ' ^ anywhere, no whitespace in the extension. Slashes and .. are
   * accepted.
   */
  readonly file_name: string
  readonly manifest: ManifestInput
  /** Bytes, at most 5 TiB; zero and negative numbers pass. */
  readonly size: number
  readonly description?: string | null | undefined
  /** Nullable in the schema, but null or absent ends in a 500: always send it. */
  readonly name?: string | null | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
  /** Optional assertion; a 400 if the server derives another type. */
  readonly type?: ArtifactTypeInput | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ArtifactCreated {
  readonly artifact: Artifact
  readonly upload_details: UploadDetails
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ArtifactDetails {
  /** Format: uuid. */
  readonly id: string
  /** orbit-{orbit}/collection-{collection}/{unique_identifier}-{file_name} */
  readonly bucket_location: string
  readonly collection: Collection
  /** Format: uuid. */
  readonly collection_id: string
  readonly created_at: Date
  /** Full name of the creator at that time. */
  readonly created_by_user: string | null
  /** All deployments, any status. */
  readonly deployments: ReadonlyArray<Deployment> | null
  readonly description: string | null
  readonly extra_values: { readonly [key: string]: unknown }
  readonly file_hash: string
  readonly file_index: FileIndex
  readonly file_name: string
  readonly manifest: Manifest
  readonly name: string | null
  readonly size: number
  readonly status: ArtifactStatus
  readonly tags: ReadonlyArray<string> | null
  /** Tracks holding this artifact, oldest first. */
  readonly tracks: ReadonlyArray<TrackRef>
  readonly type: ArtifactType
  /** 32 lower-case hex digits. */
  readonly unique_identifier: string
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ArtifactListed {
  /** Format: uuid. */
  readonly id: string
  /** orbit-{orbit}/collection-{collection}/{unique_identifier}-{file_name} */
  readonly bucket_location: string
  /** Format: uuid. */
  readonly collection_id: string
  readonly collection_name: string
  readonly created_at: Date
  /** Full name of the creator at that time. */
  readonly created_by_user: string | null
  /** Only deployments whose status is active. */
  readonly deployments: ReadonlyArray<DeploymentRef>
  readonly description: string | null
  readonly extra_values: { readonly [key: string]: unknown }
  readonly file_hash: string
  readonly file_index: FileIndex
  readonly file_name: string
  readonly manifest: Manifest
  readonly name: string | null
  readonly size: number
  readonly status: ArtifactStatus
  readonly tags: ReadonlyArray<string> | null
  readonly type: ArtifactType
  /** 32 lower-case hex digits. */
  readonly unique_identifier: string
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ArtifactPage {
  /** null on the last page. */
  readonly cursor: string | null
  readonly items: ReadonlyArray<ArtifactListed>
}

/**
 * Documented sort fields. The query parameter itself is a free string: a key of extra_values is also accepted, see the
 * operation.
 *
 * @since 0.1.0
 * @category models
 */
export type ArtifactSortField = "created_at" | "name" | "size" | "description" | "status" | "type"

/**
 * The only values a PATCH may carry; anything else is a 422.
 *
 * @since 0.1.0
 * @category models
 */
export type ArtifactStatusUpdate = "uploaded" | "upload_failed" | "deletion_failed"

/**
 * True partial update: only keys present are written. Null for description or tags clears; null for name or status is a
 * 500. Unknown keys such as file_name are ignored.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactUpdate {
  readonly description?: string | null | undefined
  readonly name?: string | null | undefined
  readonly status?: ArtifactStatusUpdate | null | undefined
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AzureUploadDetails {
  readonly bucket_location: string
  /** Format: uuid. */
  readonly bucket_secret_id: string
  readonly multipart: boolean
  readonly type: "azure"
  /** multipart false: SAS URL for one PUT. multipart true: null. */
  readonly url: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeploymentRef {
  /** Format: uuid. */
  readonly id: string
  readonly name: string
  /** Format: uuid. */
  readonly orbit_id: string
  readonly status: DeploymentStatus
}

/**
 * @since 0.1.0
 * @category models
 */
export interface S3UploadDetails {
  readonly bucket_location: string
  /** Format: uuid. */
  readonly bucket_secret_id: string
  readonly multipart: boolean
  readonly type: "s3"
  /** multipart false: signed PUT for the whole object. multipart true: signed POST that starts a multipart upload. */
  readonly url: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TrackRef {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  readonly name: string
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type UploadDetails = S3UploadDetails | AzureUploadDetails

/**
 * Parameters of {@link listArtifacts}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactsListParams {
  /**
   * Opaque value from the previous page. Unreadable, or made for other filters, sort or order: ignored without an
   * error, and page one is returned.
   */
  readonly cursor?: string | undefined
  /** Page size. The Python client sends 100 by default (50 for track entries). Default: `50`. */
  readonly limit?: number | undefined
  /** An ArtifactSortField, or a key of extra_values (only together with collection_ids). Default: `"created_at"`. */
  readonly sort_by?: ArtifactSortField | string | undefined
  /** Default: `"desc"`. */
  readonly order?: SortOrder | undefined
  /** Repeat the key per value. */
  readonly types?: ReadonlyArray<ArtifactTypeInput> | undefined
  /** Repeat the key per value. The Python client always sends exactly one. */
  readonly collection_ids?: ReadonlyArray<string> | undefined
  /**
   * Case-insensitive substring of the artifact name (not the file name, not tags). % and _ act as wildcards and are not
   * escaped.
   */
  readonly search?: string | undefined
  /** Leave out artifacts that are entries of these tracks. */
  readonly excluded_tracks?: ReadonlyArray<string> | undefined
}

/**
 * Parameters of {@link createArtifact}.
 *
 * @since 0.1.0
 * @category models
 */
export type ArtifactsCreateParams = ArtifactCreate

/**
 * Parameters of {@link updateArtifact}.
 *
 * @since 0.1.0
 * @category models
 */
export type ArtifactsUpdateParams = ArtifactUpdate

/**
 * Schema of {@link ArtifactCreated}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactCreatedSchema: R.ResponseSchema<ArtifactCreated> = /*#__PURE__*/ R.struct<ArtifactCreated>(() => ({
  artifact: ArtifactSchema,
  upload_details: UploadDetailsSchema
}))

/**
 * Schema of {@link ArtifactDetails}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactDetailsSchema: R.ResponseSchema<ArtifactDetails> = /*#__PURE__*/ R.struct<ArtifactDetails>(() => ({
  id: R.string,
  bucket_location: R.string,
  collection: CollectionSchema,
  collection_id: R.string,
  created_at: R.timestamp,
  created_by_user: R.nullable(R.string),
  deployments: R.nullable(R.array(DeploymentSchema)),
  description: R.nullable(R.string),
  extra_values: R.object,
  file_hash: R.string,
  file_index: FileIndexSchema,
  file_name: R.string,
  manifest: ManifestSchema,
  name: R.nullable(R.string),
  size: R.number,
  status: ArtifactStatusSchema,
  tags: R.nullable(R.array(R.string)),
  tracks: R.array(TrackRefSchema),
  type: ArtifactTypeSchema,
  unique_identifier: R.string,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link ArtifactListed}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactListedSchema: R.ResponseSchema<ArtifactListed> = /*#__PURE__*/ R.struct<ArtifactListed>(() => ({
  id: R.string,
  bucket_location: R.string,
  collection_id: R.string,
  collection_name: R.string,
  created_at: R.timestamp,
  created_by_user: R.nullable(R.string),
  deployments: R.array(DeploymentRefSchema),
  description: R.nullable(R.string),
  extra_values: R.object,
  file_hash: R.string,
  file_index: FileIndexSchema,
  file_name: R.string,
  manifest: ManifestSchema,
  name: R.nullable(R.string),
  size: R.number,
  status: ArtifactStatusSchema,
  tags: R.nullable(R.array(R.string)),
  type: ArtifactTypeSchema,
  unique_identifier: R.string,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link ArtifactPage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactPageSchema: R.ResponseSchema<ArtifactPage> = /*#__PURE__*/ R.struct<ArtifactPage>(() => ({
  cursor: R.nullable(R.string),
  items: R.array(ArtifactListedSchema)
}))

/**
 * Schema of {@link AzureUploadDetails}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AzureUploadDetailsSchema: R.ResponseSchema<AzureUploadDetails> =
  /*#__PURE__*/ R.struct<AzureUploadDetails>(() => ({
    bucket_location: R.string,
    bucket_secret_id: R.string,
    multipart: R.boolean,
    type: R.literal("azure"),
    url: R.nullable(R.string)
  }))

/**
 * Schema of {@link DeploymentRef}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeploymentRefSchema: R.ResponseSchema<DeploymentRef> = /*#__PURE__*/ R.struct<DeploymentRef>(() => ({
  id: R.string,
  name: R.string,
  orbit_id: R.string,
  status: DeploymentStatusSchema
}))

/**
 * Schema of {@link S3UploadDetails}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const S3UploadDetailsSchema: R.ResponseSchema<S3UploadDetails> = /*#__PURE__*/ R.struct<S3UploadDetails>(() => ({
  bucket_location: R.string,
  bucket_secret_id: R.string,
  multipart: R.boolean,
  type: R.literal("s3"),
  url: R.string
}))

/**
 * Schema of {@link TrackRef}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TrackRefSchema: R.ResponseSchema<TrackRef> = /*#__PURE__*/ R.struct<TrackRef>(() => ({
  id: R.string,
  created_at: R.timestamp,
  name: R.string,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link UploadDetails}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UploadDetailsSchema: R.ResponseSchema<UploadDetails> = /*#__PURE__*/ R.lazy(() =>
  R.union<S3UploadDetails | AzureUploadDetails>([S3UploadDetailsSchema, AzureUploadDetailsSchema])
)

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/artifacts`
 *
 * @since 0.1.0
 * @category operations
 */
export const listArtifacts: Operation<ArtifactPage, false> = {
  id: "listArtifacts",
  platform: "luml",
  resource: "artifacts",
  name: "list",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/artifacts",
  query: ["cursor", "limit", "sort_by", "order", "types", "collection_ids", "search", "excluded_tracks"],
  response: "json",
  success: ArtifactPageSchema,
  pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "items", next: "cursor" },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * POST `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts`
 *
 * @since 0.1.0
 * @category operations
 */
export const createArtifact: Operation<ArtifactCreated, false> = {
  id: "createArtifact",
  platform: "luml",
  resource: "artifacts",
  name: "create",
  method: "POST",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ArtifactCreatedSchema,
  needs: ["artifact.id"],
  secrets: { answer: ["upload_details.url"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getArtifact: Operation<ArtifactDetails, false> = {
  id: "getArtifact",
  platform: "luml",
  resource: "artifacts",
  name: "get",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}",
  response: "json",
  success: ArtifactDetailsSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * PATCH `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateArtifact: Operation<Artifact, false> = {
  id: "updateArtifact",
  platform: "luml",
  resource: "artifacts",
  name: "update",
  method: "PATCH",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ArtifactSchema,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteArtifact: Operation<void, false> = {
  id: "deleteArtifact",
  platform: "luml",
  resource: "artifacts",
  name: "delete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET
 * `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/delete-url`
 *
 * @since 0.1.0
 * @category operations
 */
export const getArtifactDeleteUrl: Operation<SignedUrl, false> = {
  id: "getArtifactDeleteUrl",
  platform: "luml",
  resource: "artifacts",
  name: "deleteUrl",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/delete-url",
  response: "json",
  success: SignedUrlSchema,
  repeatable: false,
  secrets: { answer: ["url"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * GET
 * `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/download-url`
 *
 * @since 0.1.0
 * @category operations
 */
export const getArtifactDownloadUrl: Operation<SignedUrl, false> = {
  id: "getArtifactDownloadUrl",
  platform: "luml",
  resource: "artifacts",
  name: "downloadUrl",
  method: "GET",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/download-url",
  response: "json",
  success: SignedUrlSchema,
  secrets: { answer: ["url"] },
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * DELETE
 * `/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/force`
 *
 * @since 0.1.0
 * @category operations
 */
export const forceDeleteArtifact: Operation<void, false> = {
  id: "forceDeleteArtifact",
  platform: "luml",
  resource: "artifacts",
  name: "forceDelete",
  method: "DELETE",
  path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/force",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key,jwt" }
}

/**
 * Models, datasets and experiments.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Page through artifacts of an orbit.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/artifacts`
   *
   * Errors: 400, 401, 403, 404, 422, 500. Pages by cursor.
   *
   * Without collection_ids an unknown sort_by is accepted and sorts by created_at.
   * Internal attribute names as sort_by (collection, metadata, deployments ...) and sorting by a metric that has a
   * non-number anywhere are 500s.
   * sort_by=updated_at works on page one and is a 500 on page two.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   */
  readonly list: (
    organizationId: string,
    orbitId: string,
    params?: ArtifactsListParams,
    options?: RequestOptions
  ) => Effect.Effect<ArtifactPage, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    organizationId: string,
    orbitId: string,
    params?: ArtifactsListParams,
    options?: RequestOptions
  ) => Stream.Stream<ArtifactPage, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (
    organizationId: string,
    orbitId: string,
    params?: ArtifactsListParams,
    options?: RequestOptions
  ) => Stream.Stream<ArtifactListed, ApiError>
  /**
   * Create the record and get the upload target.
   *
   * Status starts as pending_upload. Names are not unique.
   *
   * `POST /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 500.
   *
   * The record is committed before the URL is signed: a signing failure leaves a pending_upload record.
   * name null or absent, or a user without full name: 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   */
  readonly create: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    params: ArtifactsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<ArtifactCreated, ApiError>
  /**
   * One artifact with collection, deployments and tracks.
   *
   * Not used by the Python client, which scans the first list page instead.
   *
   * `GET /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}`
   *
   * Errors: 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   * @param artifactId Artifact
   */
  readonly get: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    artifactId: string,
    options?: RequestOptions
  ) => Effect.Effect<ArtifactDetails, ApiError>
  /**
   * Change name, description, tags or status.
   *
   * `PATCH /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   * @param artifactId Artifact
   */
  readonly update: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    artifactId: string,
    params?: ArtifactsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<Artifact, ApiError>
  /**
   * Delete the record after the object was deleted.
   *
   * Does not touch the object.
   *
   * `DELETE /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 500.
   *
   * A deployment made meanwhile turns this into a 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   * @param artifactId Artifact
   */
  readonly delete: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    artifactId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError>
  /**
   * Signed DELETE URL; moves the record to pending_deletion.
   *
   * `GET
   * /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/delete-url`
   *
   * Errors: 400, 401, 403, 404, 409, 422, 500.
   *
   * A GET with a side effect: never prefetch, cache or retry it blindly. Works from every status and can be repeated.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   * @param artifactId Artifact
   */
  readonly deleteUrl: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    artifactId: string,
    options?: RequestOptions
  ) => Effect.Effect<SignedUrl, ApiError>
  /**
   * Signed GET URL for the object.
   *
   * Issued in any status, also when nothing was uploaded.
   *
   * `GET
   * /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/download-url`
   *
   * Errors: 400, 401, 403, 404, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   * @param artifactId Artifact
   */
  readonly downloadUrl: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    artifactId: string,
    options?: RequestOptions
  ) => Effect.Effect<SignedUrl, ApiError>
  /**
   * Delete the record from any status, with its deployments.
   *
   * Deployment rows are removed without telling the satellite; the object stays in the bucket.
   *
   * `DELETE
   * /v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/force`
   *
   * Errors: 401, 403, 404, 409, 422, 500.
   *
   * @param organizationId Organization
   * @param orbitId Orbit
   * @param collectionId Collection
   * @param artifactId Artifact
   */
  readonly forceDelete: (
    organizationId: string,
    orbitId: string,
    collectionId: string,
    artifactId: string,
    options?: RequestOptions
  ) => Effect.Effect<void, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "artifacts",
  (client: ApiClient): Service => ({
    list: (organizationId, orbitId, params, options) =>
      client.request(listArtifacts, [organizationId, orbitId], params, options),
    listPages: (organizationId, orbitId, params, options) =>
      Pagination.pages(client, listArtifacts, [organizationId, orbitId], params, options),
    listAll: (organizationId, orbitId, params, options) =>
      Pagination.items(client, listArtifacts, [organizationId, orbitId], params, options, (page) => page.items),
    create: (organizationId, orbitId, collectionId, params, options) =>
      client.request(createArtifact, [organizationId, orbitId, collectionId], params, options),
    get: (organizationId, orbitId, collectionId, artifactId, options) =>
      client.request(getArtifact, [organizationId, orbitId, collectionId, artifactId], undefined, options),
    update: (organizationId, orbitId, collectionId, artifactId, params, options) =>
      client.request(updateArtifact, [organizationId, orbitId, collectionId, artifactId], params, options),
    delete: (organizationId, orbitId, collectionId, artifactId, options) =>
      client.request(deleteArtifact, [organizationId, orbitId, collectionId, artifactId], undefined, options),
    deleteUrl: (organizationId, orbitId, collectionId, artifactId, options) =>
      client.request(getArtifactDeleteUrl, [organizationId, orbitId, collectionId, artifactId], undefined, options),
    downloadUrl: (organizationId, orbitId, collectionId, artifactId, options) =>
      client.request(getArtifactDownloadUrl, [organizationId, orbitId, collectionId, artifactId], undefined, options),
    forceDelete: (organizationId, orbitId, collectionId, artifactId, options) =>
      client.request(forceDeleteArtifact, [organizationId, orbitId, collectionId, artifactId], undefined, options)
  })
)
