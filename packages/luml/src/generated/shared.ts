/**
 * Types and response schemas that more than one resource of LUML platform API uses, or that it only names.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { OpenEnum } from "@trilum/core/OpenEnum"
import * as R from "@trilum/core/ResponseSchema"

/**
 * @since 0.1.0
 * @category models
 */
export type AnyUnprocessable = ValidationErrorBody | ErrorDetail

/**
 * @since 0.1.0
 * @category models
 */
export interface ApiKeyCreated {
  /** User keys start with dfs_, satellite keys with dfssat_, each followed by 43 URL-safe characters. Shown once. */
  readonly key: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Artifact {
  /** Format: uuid. */
  readonly id: string
  /** orbit-{orbit}/collection-{collection}/{unique_identifier}-{file_name} */
  readonly bucket_location: string
  /** Format: uuid. */
  readonly collection_id: string
  readonly created_at: Date
  /** Full name of the creator at that time. */
  readonly created_by_user: string | null
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
 * All five values can appear in answers. The Python enum lacks pending_deletion.
 *
 * @since 0.1.0
 * @category models
 */
export type ArtifactStatus = OpenEnum<
  "pending_upload" | "uploaded" | "pending_deletion" | "upload_failed" | "deletion_failed"
>

/**
 * @since 0.1.0
 * @category models
 */
export type ArtifactType = OpenEnum<"model" | "experiment" | "dataset">

/**
 * @since 0.1.0
 * @category models
 */
export type ArtifactTypeInput = "model" | "experiment" | "dataset"

/**
 * @since 0.1.0
 * @category models
 */
export interface Collection {
  /** Format: uuid. */
  readonly id: string
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
export type CollectionType = OpenEnum<
  "model" | "dataset" | "experiment" | "model_dataset" | "dataset_experiment" | "model_experiment" | "mixed"
>

/**
 * @since 0.1.0
 * @category models
 */
export type CollectionTypeInput =
  | "model"
  | "dataset"
  | "experiment"
  | "model_dataset"
  | "dataset_experiment"
  | "model_experiment"
  | "mixed"

/**
 * @since 0.1.0
 * @category models
 */
export interface Deployment {
  /** Format: uuid. */
  readonly id: string
  /** Format: uuid. */
  readonly artifact_id: string
  readonly artifact_name: string
  /** Format: uuid. */
  readonly collection_id: string
  readonly created_at: Date
  readonly created_by_user: string | null
  readonly description: string | null
  readonly dynamic_attributes_secrets: { readonly [key: string]: string }
  readonly env_variables: { readonly [key: string]: string }
  readonly env_variables_secrets: { readonly [key: string]: string }
  readonly error_message: { readonly [key: string]: unknown } | null
  readonly inference_url: string | null
  /**
   * Same as artifact_name.
   *
   * @deprecated
   */
  readonly model_artifact_name: string
  /**
   * Same as artifact_id. Format: uuid.
   *
   * @deprecated
   */
  readonly model_id: string
  readonly name: string
  /** Format: uuid. */
  readonly orbit_id: string
  /** Format: uuid. */
  readonly satellite_id: string
  readonly satellite_name: string
  readonly satellite_parameters: { readonly [key: string]: boolean | number | string }
  readonly schemas: { readonly [key: string]: unknown } | null
  readonly status: DeploymentStatus
  readonly tags: ReadonlyArray<string> | null
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type DeploymentStatus = OpenEnum<
  "pending" | "active" | "failed" | "deletion_pending" | "deletion_failed" | "not_responding"
>

/**
 * @since 0.1.0
 * @category models
 */
export type DeploymentStatusInput =
  | "pending"
  | "active"
  | "failed"
  | "deletion_pending"
  | "deletion_failed"
  | "not_responding"

/**
 * Body of every error the application raises itself (400, 401, 403, 404, 405, 409, 422, 503).
 *
 * @since 0.1.0
 * @category models
 */
export interface ErrorDetail {
  /** Human text. There is no machine code; match on status first, then on this text if you must. */
  readonly detail: string
}

/**
 * Member path to [offset, length].
 *
 * @since 0.1.0
 * @category models
 */
export type FileIndex = { readonly [key: string]: readonly [number, number] }

/**
 * @since 0.1.0
 * @category models
 */
export interface JsonIo {
  readonly content_type: "JSON"
  readonly dtype: string
  readonly name: string
  readonly tags?: ReadonlyArray<string> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface JsonIoInput {
  readonly content_type: "JSON"
  readonly dtype: string
  readonly name: string
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * Manifest of dataset and experiment archives. Unknown top-level keys are dropped.
 *
 * @since 0.1.0
 * @category models
 */
export interface LumlManifest {
  /** model, experiment or dataset. On input the key type is accepted as well; answers always use artifact_type. */
  readonly artifact_type: string
  /** Kept as sent. */
  readonly payload: { readonly [key: string]: unknown }
  readonly producer_name: string
  readonly producer_tags: ReadonlyArray<string>
  readonly producer_version: string
  /** tabular or hf for datasets, default for experiments. */
  readonly variant: string
  readonly description?: string | null
  readonly name?: string | null
  readonly version?: string | null
}

/**
 * Manifest of dataset and experiment archives. Unknown top-level keys are dropped.
 *
 * @since 0.1.0
 * @category models
 */
export interface LumlManifestInput {
  /** model, experiment or dataset. On input the key type is accepted as well; answers always use artifact_type. */
  readonly artifact_type: string
  /** Kept as sent. */
  readonly payload: { readonly [key: string]: unknown }
  readonly producer_name: string
  readonly producer_tags: ReadonlyArray<string>
  readonly producer_version: string
  /** tabular or hf for datasets, default for experiments. */
  readonly variant: string
  readonly description?: string | null | undefined
  readonly name?: string | null | undefined
  readonly version?: string | null | undefined
}

/**
 * If a document satisfies both shapes, the shape matching more fields wins (a full model manifest beats a luml one).
 *
 * @since 0.1.0
 * @category models
 */
export type Manifest = LumlManifest | ModelManifest

/**
 * If a document satisfies both shapes, the shape matching more fields wins (a full model manifest beats a luml one).
 *
 * @since 0.1.0
 * @category models
 */
export type ManifestInput = LumlManifestInput | ModelManifestInput

/**
 * @since 0.1.0
 * @category models
 */
export type ManifestIo = NdJsonIo | JsonIo

/**
 * @since 0.1.0
 * @category models
 */
export type ManifestIoInput = NdJsonIoInput | JsonIoInput

/**
 * @since 0.1.0
 * @category models
 */
export interface ManifestVar {
  readonly description: string
  readonly name: string
  readonly tags?: ReadonlyArray<string> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ManifestVarInput {
  readonly description: string
  readonly name: string
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * Manifest of an FNNX model archive. Unknown keys are dropped by the server.
 *
 * @since 0.1.0
 * @category models
 */
export interface ModelManifest {
  readonly dynamic_attributes: ReadonlyArray<ManifestVar>
  readonly env_vars: ReadonlyArray<ManifestVar>
  readonly inputs: ReadonlyArray<ManifestIo>
  readonly outputs: ReadonlyArray<ManifestIo>
  readonly producer_name: string
  readonly producer_tags: ReadonlyArray<string>
  readonly producer_version: string
  /** pipeline or pyfunc today; not checked. */
  readonly variant: string
  readonly description?: string | null
  readonly name?: string | null
  readonly version?: string | null
}

/**
 * Manifest of an FNNX model archive. Unknown keys are dropped by the server.
 *
 * @since 0.1.0
 * @category models
 */
export interface ModelManifestInput {
  readonly dynamic_attributes: ReadonlyArray<ManifestVarInput>
  readonly env_vars: ReadonlyArray<ManifestVarInput>
  readonly inputs: ReadonlyArray<ManifestIoInput>
  readonly outputs: ReadonlyArray<ManifestIoInput>
  readonly producer_name: string
  readonly producer_tags: ReadonlyArray<string>
  readonly producer_version: string
  /** pipeline or pyfunc today; not checked. */
  readonly variant: string
  readonly description?: string | null | undefined
  readonly name?: string | null | undefined
  readonly version?: string | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface NdJsonIo {
  readonly content_type: "NDJSON"
  readonly dtype: string
  readonly name: string
  readonly shape: ReadonlyArray<string | number>
  readonly tags?: ReadonlyArray<string> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface NdJsonIoInput {
  readonly content_type: "NDJSON"
  readonly dtype: string
  readonly name: string
  readonly shape: ReadonlyArray<string | number>
  readonly tags?: ReadonlyArray<string> | null | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Orbit {
  /** Format: uuid. */
  readonly id: string
  /** Format: uuid. */
  readonly bucket_secret_id: string
  readonly created_at: Date
  readonly name: string
  /** Format: uuid. */
  readonly organization_id: string
  readonly permissions: PermissionMap | null
  /** Only filled in the list read by a plain organization member. */
  readonly role: OrbitRole | null
  /** null when the list is read by a plain organization member. */
  readonly total_artifacts: number | null
  readonly total_collections: number | null
  readonly total_members: number | null
  /** null when the list is read by a plain organization member. */
  readonly total_satellites: number | null
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitMember {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  /** Format: uuid. */
  readonly orbit_id: string
  readonly role: OrbitRole
  readonly updated_at: Date | null
  readonly user: User
}

/**
 * @since 0.1.0
 * @category models
 */
export type OrbitRole = OpenEnum<"admin" | "member">

/**
 * @since 0.1.0
 * @category models
 */
export type OrbitRoleInput = "admin" | "member"

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitSecret {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  readonly name: string
  /** Format: uuid. */
  readonly orbit_id: string
  readonly tags: ReadonlyArray<string> | null
  readonly updated_at: Date | null
  /** Empty string in lists, clear text elsewhere. */
  readonly value: string
}

/**
 * @since 0.1.0
 * @category models
 */
export type OrgRole = OpenEnum<"owner" | "admin" | "member">

/**
 * owner is refused with a 422.
 *
 * @since 0.1.0
 * @category models
 */
export type OrgRoleAssignable = "admin" | "member"

/**
 * @since 0.1.0
 * @category models
 */
export interface Organization {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  /** Format: uri. */
  readonly logo: string | null
  readonly name: string
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrganizationInvite {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  /** Format: email. */
  readonly email: string
  readonly invited_by_user: User | null
  readonly organization: Organization | null
  /** Format: uuid. */
  readonly organization_id: string
  readonly role: OrgRole
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrganizationMember {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  /** Format: uuid. */
  readonly organization_id: string
  readonly role: OrgRole
  readonly updated_at: Date | null
  readonly user: User
}

/**
 * Resource name to allowed actions for the calling user.
 *
 * @since 0.1.0
 * @category models
 */
export type PermissionMap = {
  readonly [key: string]: ReadonlyArray<
    OpenEnum<"read" | "create" | "update" | "delete" | "list" | "leave" | "deploy" | "accept" | "reject">
  >
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Satellite {
  /** Format: uuid. */
  readonly id: string
  readonly base_url: string | null
  /** Empty until paired. */
  readonly capabilities: { readonly [key: string]: { readonly [key: string]: unknown } | null }
  readonly created_at: Date
  readonly description: string | null
  readonly last_seen_at: Date | null
  readonly name: string | null
  /** Format: uuid. */
  readonly orbit_id: string
  readonly paired: boolean
  readonly slug: string | null
  readonly status: SatelliteStatus
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type SatelliteCapability = OpenEnum<"deploy" | "monitoring">

/**
 * Computed on read: inactive while not paired or never seen, error when last seen more than 20 minutes ago, else
 * active.
 *
 * @since 0.1.0
 * @category models
 */
export type SatelliteStatus = OpenEnum<"active" | "inactive" | "error">

/**
 * @since 0.1.0
 * @category models
 */
export interface SatelliteTask {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  readonly finished_at: Date | null
  /** Format: uuid. */
  readonly orbit_id: string
  /** deployment_id today. */
  readonly payload: { readonly [key: string]: unknown }
  readonly result: { readonly [key: string]: unknown } | null
  /** Format: uuid. */
  readonly satellite_id: string
  readonly scheduled_at: Date
  readonly started_at: Date | null
  readonly status: SatelliteTaskStatus
  readonly type: SatelliteTaskType
  readonly updated_at: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type SatelliteTaskStatus = OpenEnum<"pending" | "running" | "done" | "failed">

/**
 * @since 0.1.0
 * @category models
 */
export type SatelliteTaskStatusInput = "pending" | "running" | "done" | "failed"

/**
 * @since 0.1.0
 * @category models
 */
export type SatelliteTaskType = OpenEnum<"deploy" | "undeploy">

/**
 * @since 0.1.0
 * @category models
 */
export interface SignedUrl {
  /** Signed for 12 hours. */
  readonly url: string
}

/**
 * @since 0.1.0
 * @category models
 */
export type SortOrder = "asc" | "desc"

/**
 * @since 0.1.0
 * @category models
 */
export interface User {
  /** Format: uuid. */
  readonly id: string
  readonly disabled: boolean | null
  /** Format: email. */
  readonly email: string
  readonly full_name: string | null
  readonly has_api_key: boolean
  readonly photo: string | null
}

/**
 * Body of a 422 produced by input validation. Beware: a few 422 answers are raised by application code instead and
 * carry ErrorDetail (detail is a string).
 *
 * @since 0.1.0
 * @category models
 */
export interface ValidationErrorBody {
  readonly detail: ReadonlyArray<ValidationIssue>
}

/**
 * One failed input check.
 *
 * @since 0.1.0
 * @category models
 */
export interface ValidationIssue {
  /** Where: first element is body, query or path, then keys and list indexes. */
  readonly loc: ReadonlyArray<string | number>
  readonly msg: string
  /**
   * Machine name of the failed check, for example missing, enum, uuid_parsing, string_pattern_mismatch, value_error.
   */
  readonly type: string
  /** Extra data of the check, may be absent. */
  readonly ctx?: { readonly [key: string]: unknown } | null
  /** The offending value as received, any JSON. */
  readonly input?: unknown
}

/**
 * Schema of {@link AnyUnprocessable}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AnyUnprocessableSchema: R.ResponseSchema<AnyUnprocessable> = /*#__PURE__*/ R.lazy(() =>
  R.union<ValidationErrorBody | ErrorDetail>([ValidationErrorBodySchema, ErrorDetailSchema])
)

/**
 * Schema of {@link ApiKeyCreated}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeyCreatedSchema: R.ResponseSchema<ApiKeyCreated> = /*#__PURE__*/ R.struct<ApiKeyCreated>(() => ({
  key: R.nullable(R.string)
}))

/**
 * Schema of {@link Artifact}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactSchema: R.ResponseSchema<Artifact> = /*#__PURE__*/ R.struct<Artifact>(() => ({
  id: R.string,
  bucket_location: R.string,
  collection_id: R.string,
  created_at: R.timestamp,
  created_by_user: R.nullable(R.string),
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
 * Schema of {@link ArtifactStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactStatusSchema: R.ResponseSchema<ArtifactStatus> = /*#__PURE__*/ R.openEnum([
  "pending_upload",
  "uploaded",
  "pending_deletion",
  "upload_failed",
  "deletion_failed"
])

/**
 * Schema of {@link ArtifactType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactTypeSchema: R.ResponseSchema<ArtifactType> = /*#__PURE__*/ R.openEnum([
  "model",
  "experiment",
  "dataset"
])

/**
 * Schema of {@link Collection}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CollectionSchema: R.ResponseSchema<Collection> = /*#__PURE__*/ R.struct<Collection>(() => ({
  id: R.string,
  created_at: R.timestamp,
  description: R.string,
  name: R.string,
  orbit_id: R.string,
  tags: R.nullable(R.array(R.string)),
  total_artifacts: R.number,
  type: CollectionTypeSchema,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link CollectionType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CollectionTypeSchema: R.ResponseSchema<CollectionType> = /*#__PURE__*/ R.openEnum([
  "model",
  "dataset",
  "experiment",
  "model_dataset",
  "dataset_experiment",
  "model_experiment",
  "mixed"
])

/**
 * Schema of {@link Deployment}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeploymentSchema: R.ResponseSchema<Deployment> = /*#__PURE__*/ R.struct<Deployment>(() => ({
  id: R.string,
  artifact_id: R.string,
  artifact_name: R.string,
  collection_id: R.string,
  created_at: R.timestamp,
  created_by_user: R.nullable(R.string),
  description: R.nullable(R.string),
  dynamic_attributes_secrets: R.record(R.string),
  env_variables: R.record(R.string),
  env_variables_secrets: R.record(R.string),
  error_message: R.nullable(R.object),
  inference_url: R.nullable(R.string),
  model_artifact_name: R.string,
  model_id: R.string,
  name: R.string,
  orbit_id: R.string,
  satellite_id: R.string,
  satellite_name: R.string,
  satellite_parameters: R.record(R.union<boolean | number | string>([R.boolean, R.number, R.string])),
  schemas: R.nullable(R.object),
  status: DeploymentStatusSchema,
  tags: R.nullable(R.array(R.string)),
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link DeploymentStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeploymentStatusSchema: R.ResponseSchema<DeploymentStatus> = /*#__PURE__*/ R.openEnum([
  "pending",
  "active",
  "failed",
  "deletion_pending",
  "deletion_failed",
  "not_responding"
])

/**
 * Schema of {@link ErrorDetail}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ErrorDetailSchema: R.ResponseSchema<ErrorDetail> = /*#__PURE__*/ R.struct<ErrorDetail>(() => ({
  detail: R.string
}))

/**
 * Schema of {@link FileIndex}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileIndexSchema: R.ResponseSchema<FileIndex> = /*#__PURE__*/ R.lazy(() =>
  R.record(R.tuple<readonly [number, number]>([R.number, R.number]))
)

/**
 * Schema of {@link JsonIo}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const JsonIoSchema: R.ResponseSchema<JsonIo> = /*#__PURE__*/ R.struct<JsonIo>(() => ({
  content_type: R.literal("JSON"),
  dtype: R.string,
  name: R.string,
  tags: R.optional(R.array(R.string))
}))

/**
 * Schema of {@link LumlManifest}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LumlManifestSchema: R.ResponseSchema<LumlManifest> = /*#__PURE__*/ R.struct<LumlManifest>(() => ({
  artifact_type: R.string,
  payload: R.object,
  producer_name: R.string,
  producer_tags: R.array(R.string),
  producer_version: R.string,
  variant: R.string,
  description: R.optional(R.string),
  name: R.optional(R.string),
  version: R.optional(R.string)
}))

/**
 * Schema of {@link Manifest}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ManifestSchema: R.ResponseSchema<Manifest> = /*#__PURE__*/ R.lazy(() =>
  R.union<LumlManifest | ModelManifest>([LumlManifestSchema, ModelManifestSchema])
)

/**
 * Schema of {@link ManifestIo}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ManifestIoSchema: R.ResponseSchema<ManifestIo> = /*#__PURE__*/ R.lazy(() =>
  R.union<NdJsonIo | JsonIo>([NdJsonIoSchema, JsonIoSchema])
)

/**
 * Schema of {@link ManifestVar}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ManifestVarSchema: R.ResponseSchema<ManifestVar> = /*#__PURE__*/ R.struct<ManifestVar>(() => ({
  description: R.string,
  name: R.string,
  tags: R.optional(R.array(R.string))
}))

/**
 * Schema of {@link ModelManifest}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ModelManifestSchema: R.ResponseSchema<ModelManifest> = /*#__PURE__*/ R.struct<ModelManifest>(() => ({
  dynamic_attributes: R.array(ManifestVarSchema),
  env_vars: R.array(ManifestVarSchema),
  inputs: R.array(ManifestIoSchema),
  outputs: R.array(ManifestIoSchema),
  producer_name: R.string,
  producer_tags: R.array(R.string),
  producer_version: R.string,
  variant: R.string,
  description: R.optional(R.string),
  name: R.optional(R.string),
  version: R.optional(R.string)
}))

/**
 * Schema of {@link NdJsonIo}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const NdJsonIoSchema: R.ResponseSchema<NdJsonIo> = /*#__PURE__*/ R.struct<NdJsonIo>(() => ({
  content_type: R.literal("NDJSON"),
  dtype: R.string,
  name: R.string,
  shape: R.array(R.union<string | number>([R.string, R.number])),
  tags: R.optional(R.array(R.string))
}))

/**
 * Schema of {@link Orbit}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrbitSchema: R.ResponseSchema<Orbit> = /*#__PURE__*/ R.struct<Orbit>(() => ({
  id: R.string,
  bucket_secret_id: R.string,
  created_at: R.timestamp,
  name: R.string,
  organization_id: R.string,
  permissions: R.nullable(PermissionMapSchema),
  role: R.nullable(OrbitRoleSchema),
  total_artifacts: R.nullable(R.number),
  total_collections: R.nullable(R.number),
  total_members: R.nullable(R.number),
  total_satellites: R.nullable(R.number),
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link OrbitMember}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrbitMemberSchema: R.ResponseSchema<OrbitMember> = /*#__PURE__*/ R.struct<OrbitMember>(() => ({
  id: R.string,
  created_at: R.timestamp,
  orbit_id: R.string,
  role: OrbitRoleSchema,
  updated_at: R.nullable(R.timestamp),
  user: UserSchema
}))

/**
 * Schema of {@link OrbitRole}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrbitRoleSchema: R.ResponseSchema<OrbitRole> = /*#__PURE__*/ R.openEnum(["admin", "member"])

/**
 * Schema of {@link OrbitSecret}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrbitSecretSchema: R.ResponseSchema<OrbitSecret> = /*#__PURE__*/ R.struct<OrbitSecret>(() => ({
  id: R.string,
  created_at: R.timestamp,
  name: R.string,
  orbit_id: R.string,
  tags: R.nullable(R.array(R.string)),
  updated_at: R.nullable(R.timestamp),
  value: R.string
}))

/**
 * Schema of {@link OrgRole}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrgRoleSchema: R.ResponseSchema<OrgRole> = /*#__PURE__*/ R.openEnum(["owner", "admin", "member"])

/**
 * Schema of {@link Organization}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrganizationSchema: R.ResponseSchema<Organization> = /*#__PURE__*/ R.struct<Organization>(() => ({
  id: R.string,
  created_at: R.timestamp,
  logo: R.nullable(R.string),
  name: R.string,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link OrganizationInvite}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrganizationInviteSchema: R.ResponseSchema<OrganizationInvite> =
  /*#__PURE__*/ R.struct<OrganizationInvite>(() => ({
    id: R.string,
    created_at: R.timestamp,
    email: R.string,
    invited_by_user: R.nullable(UserSchema),
    organization: R.nullable(OrganizationSchema),
    organization_id: R.string,
    role: OrgRoleSchema
  }))

/**
 * Schema of {@link OrganizationMember}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OrganizationMemberSchema: R.ResponseSchema<OrganizationMember> =
  /*#__PURE__*/ R.struct<OrganizationMember>(() => ({
    id: R.string,
    created_at: R.timestamp,
    organization_id: R.string,
    role: OrgRoleSchema,
    updated_at: R.nullable(R.timestamp),
    user: UserSchema
  }))

/**
 * Schema of {@link PermissionMap}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PermissionMapSchema: R.ResponseSchema<PermissionMap> = /*#__PURE__*/ R.lazy(() =>
  R.record(R.array(R.openEnum(["read", "create", "update", "delete", "list", "leave", "deploy", "accept", "reject"])))
)

/**
 * Schema of {@link Satellite}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SatelliteSchema: R.ResponseSchema<Satellite> = /*#__PURE__*/ R.struct<Satellite>(() => ({
  id: R.string,
  base_url: R.nullable(R.string),
  capabilities: R.record(R.nullable(R.object)),
  created_at: R.timestamp,
  description: R.nullable(R.string),
  last_seen_at: R.nullable(R.timestamp),
  name: R.nullable(R.string),
  orbit_id: R.string,
  paired: R.boolean,
  slug: R.nullable(R.string),
  status: SatelliteStatusSchema,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link SatelliteCapability}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SatelliteCapabilitySchema: R.ResponseSchema<SatelliteCapability> = /*#__PURE__*/ R.openEnum([
  "deploy",
  "monitoring"
])

/**
 * Schema of {@link SatelliteStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SatelliteStatusSchema: R.ResponseSchema<SatelliteStatus> = /*#__PURE__*/ R.openEnum([
  "active",
  "inactive",
  "error"
])

/**
 * Schema of {@link SatelliteTask}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SatelliteTaskSchema: R.ResponseSchema<SatelliteTask> = /*#__PURE__*/ R.struct<SatelliteTask>(() => ({
  id: R.string,
  created_at: R.timestamp,
  finished_at: R.nullable(R.timestamp),
  orbit_id: R.string,
  payload: R.object,
  result: R.nullable(R.object),
  satellite_id: R.string,
  scheduled_at: R.timestamp,
  started_at: R.nullable(R.timestamp),
  status: SatelliteTaskStatusSchema,
  type: SatelliteTaskTypeSchema,
  updated_at: R.nullable(R.timestamp)
}))

/**
 * Schema of {@link SatelliteTaskStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SatelliteTaskStatusSchema: R.ResponseSchema<SatelliteTaskStatus> = /*#__PURE__*/ R.openEnum([
  "pending",
  "running",
  "done",
  "failed"
])

/**
 * Schema of {@link SatelliteTaskType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SatelliteTaskTypeSchema: R.ResponseSchema<SatelliteTaskType> = /*#__PURE__*/ R.openEnum([
  "deploy",
  "undeploy"
])

/**
 * Schema of {@link SignedUrl}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SignedUrlSchema: R.ResponseSchema<SignedUrl> = /*#__PURE__*/ R.struct<SignedUrl>(() => ({
  url: R.string
}))

/**
 * Schema of {@link User}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSchema: R.ResponseSchema<User> = /*#__PURE__*/ R.struct<User>(() => ({
  id: R.string,
  disabled: R.nullable(R.boolean),
  email: R.string,
  full_name: R.nullable(R.string),
  has_api_key: R.boolean,
  photo: R.nullable(R.string)
}))

/**
 * Schema of {@link ValidationErrorBody}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ValidationErrorBodySchema: R.ResponseSchema<ValidationErrorBody> =
  /*#__PURE__*/ R.struct<ValidationErrorBody>(() => ({
    detail: R.array(ValidationIssueSchema)
  }))

/**
 * Schema of {@link ValidationIssue}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ValidationIssueSchema: R.ResponseSchema<ValidationIssue> = /*#__PURE__*/ R.struct<ValidationIssue>(() => ({
  loc: R.array(R.union<string | number>([R.string, R.number])),
  msg: R.string,
  type: R.string,
  ctx: R.optional(R.object),
  input: R.optional(R.unknown)
}))
