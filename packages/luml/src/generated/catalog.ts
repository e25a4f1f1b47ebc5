/**
 * Every operation of LUML platform API as plain data, without schemas: loads in a few milliseconds.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"

/**
 * The operations, by resource, path and method.
 *
 * @since 0.1.0
 * @category models
 */
export const catalog: ReadonlyArray<CatalogEntry> = [
  {
    id: "createApiKey",
    platform: "luml",
    resource: "apiKeys",
    name: "create",
    method: "POST",
    path: "/v1/users/me/api-keys",
    response: "json",
    secrets: { answer: ["key"] },
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Create or replace the caller's API key",
    pathParameters: [],
    parameters: [],
    destructive: true,
    statuses: ["200", "401", "403", "409", "500"]
  },
  {
    id: "deleteApiKey",
    platform: "luml",
    resource: "apiKeys",
    name: "delete",
    method: "DELETE",
    path: "/v1/users/me/api-keys",
    response: "none",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Remove the caller's API key",
    pathParameters: [],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "500"]
  },
  {
    id: "listArtifacts",
    platform: "luml",
    resource: "artifacts",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/artifacts",
    query: ["cursor", "limit", "sort_by", "order", "types", "collection_ids", "search", "excluded_tracks"],
    response: "json",
    pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "items", next: "cursor" },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Page through artifacts of an orbit",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      {
        name: "cursor",
        in: "query",
        required: false,
        type: "string",
        description: "Opaque value from the previous page."
      },
      { name: "limit", in: "query", required: false, type: "integer", default: 50, description: "Page size." },
      {
        name: "sort_by",
        in: "query",
        required: false,
        type: "string",
        default: "created_at",
        description: "An ArtifactSortField, or a key of extra_values (only together with collection_ids)."
      },
      { name: "order", in: "query", required: false, type: "string", enum: ["asc", "desc"], default: "desc" },
      {
        name: "types",
        in: "query",
        required: false,
        type: "array",
        items: "string",
        enum: ["model", "experiment", "dataset"],
        description: "Repeat the key per value."
      },
      {
        name: "collection_ids",
        in: "query",
        required: false,
        type: "array",
        items: "string",
        description: "Repeat the key per value."
      },
      {
        name: "search",
        in: "query",
        required: false,
        type: "string",
        description: "Case-insensitive substring of the artifact name (not the file name, not tags)."
      },
      {
        name: "excluded_tracks",
        in: "query",
        required: false,
        type: "array",
        items: "string",
        description: "Leave out artifacts that are entries of these tracks."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "500"]
  },
  {
    id: "createArtifact",
    platform: "luml",
    resource: "artifacts",
    name: "create",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts",
    body: "json",
    bodyRequired: true,
    response: "json",
    needs: ["artifact.id"],
    secrets: { answer: ["upload_details.url"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Create the record and get the upload target",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" }
    ],
    parameters: [
      {
        name: "extra_values",
        in: "body",
        required: true,
        type: "object",
        description: "Usually metric name to number."
      },
      {
        name: "file_hash",
        in: "body",
        required: true,
        type: "string",
        description: "Lower-case SHA-256 hex by convention; not checked."
      },
      { name: "file_index", in: "body", required: true, type: "object" },
      {
        name: "file_name",
        in: "body",
        required: true,
        type: "string",
        description: "name dot extension; none of : \" * ` ~ # % ; ' ^ anywhere, no whitespace in the extension."
      },
      { name: "manifest", in: "body", required: true, type: "object" },
      {
        name: "size",
        in: "body",
        required: true,
        type: "integer",
        description: "Bytes, at most 5 TiB; zero and negative numbers pass."
      },
      { name: "description", in: "body", required: false, type: "string" },
      {
        name: "name",
        in: "body",
        required: false,
        type: "string",
        description: "Nullable in the schema, but null or absent ends in a 500: always send it."
      },
      { name: "tags", in: "body", required: false, type: "array", items: "string" },
      {
        name: "type",
        in: "body",
        required: false,
        type: "string",
        enum: ["model", "experiment", "dataset"],
        description: "Optional assertion; a 400 if the server derives another type."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "getArtifact",
    platform: "luml",
    resource: "artifacts",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "One artifact with collection, deployments and tracks",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" },
      { name: "artifact_id", description: "Artifact" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "updateArtifact",
    platform: "luml",
    resource: "artifacts",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Change name, description, tags or status",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" },
      { name: "artifact_id", description: "Artifact" }
    ],
    parameters: [
      { name: "description", in: "body", required: false, type: "string" },
      { name: "name", in: "body", required: false, type: "string" },
      {
        name: "status",
        in: "body",
        required: false,
        type: "string",
        enum: ["uploaded", "upload_failed", "deletion_failed"]
      },
      { name: "tags", in: "body", required: false, type: "array", items: "string" }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "500"]
  },
  {
    id: "deleteArtifact",
    platform: "luml",
    resource: "artifacts",
    name: "delete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Delete the record after the object was deleted",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" },
      { name: "artifact_id", description: "Artifact" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "400", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "getArtifactDeleteUrl",
    platform: "luml",
    resource: "artifacts",
    name: "deleteUrl",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/delete-url",
    response: "json",
    repeatable: false,
    secrets: { answer: ["url"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Signed DELETE URL; moves the record to pending_deletion",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" },
      { name: "artifact_id", description: "Artifact" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["200", "400", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "getArtifactDownloadUrl",
    platform: "luml",
    resource: "artifacts",
    name: "downloadUrl",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/download-url",
    response: "json",
    secrets: { answer: ["url"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Signed GET URL for the object",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" },
      { name: "artifact_id", description: "Artifact" }
    ],
    parameters: [],
    statuses: ["200", "400", "401", "403", "404", "422", "500"]
  },
  {
    id: "forceDeleteArtifact",
    platform: "luml",
    resource: "artifacts",
    name: "forceDelete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}/artifacts/{artifact_id}/force",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Delete the record from any status, with its deployments",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" },
      { name: "artifact_id", description: "Artifact" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "validateApiKey",
    platform: "luml",
    resource: "auth",
    name: "validateApiKey",
    method: "GET",
    path: "/v1/auth/api-keys/validate",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key" },
    summary: "Check the API key",
    pathParameters: [],
    parameters: [],
    statuses: ["204", "401", "403", "500"]
  },
  {
    id: "planMultipartUpload",
    platform: "luml",
    resource: "bucketSecrets",
    name: "getMultipartUploadUrls",
    method: "POST",
    path: "/v1/bucket-secrets/upload/multipart",
    body: "json",
    bodyRequired: true,
    response: "json",
    needs: ["complete_url"],
    secrets: { answer: ["complete_url", "parts.*.url"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Part URLs for a multipart upload",
    pathParameters: [],
    parameters: [
      { name: "bucket_id", in: "body", required: true, type: "string", description: "upload_details.bucket_secret_id" },
      { name: "bucket_location", in: "body", required: true, type: "string" },
      {
        name: "size",
        in: "body",
        required: true,
        type: "integer",
        description: "Bytes; not checked against the maximum, 0 gives no parts."
      },
      {
        name: "upload_id",
        in: "body",
        required: false,
        type: "string",
        description: "Required in practice for s3 (null is a 500), not used for azure."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "500"]
  },
  {
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
    secrets: {
      params: ["body.access_key", "body.endpoint", "body.secret_key", "body.session_token"],
      answer: ["delete_url", "download_url", "presigned_url"]
    },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Test URLs for credentials that are not stored",
    pathParameters: [],
    parameters: [{ name: "body", in: "body", required: true, type: "object", description: "The whole body." }],
    statuses: ["200", "400", "401", "403", "422", "500"]
  },
  {
    id: "listBucketSecrets",
    platform: "luml",
    resource: "bucketSecrets",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/bucket-secrets",
    response: "json",
    secrets: { answer: ["*.endpoint"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Bucket secrets of the organization",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [],
    statuses: ["200", "401", "403", "422", "500"]
  },
  {
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
    secrets: {
      params: ["body.access_key", "body.endpoint", "body.secret_key", "body.session_token"],
      answer: ["endpoint"]
    },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Register a bucket",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [{ name: "body", in: "body", required: true, type: "object", description: "The whole body." }],
    statuses: ["200", "401", "403", "409", "422", "500"]
  },
  {
    id: "getBucketSecret",
    platform: "luml",
    resource: "bucketSecrets",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}/bucket-secrets/{secret_id}",
    response: "json",
    secrets: { answer: ["endpoint"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "One bucket secret",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "secret_id", description: "Secret" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "updateBucketSecret",
    platform: "luml",
    resource: "bucketSecrets",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/bucket-secrets/{secret_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    secrets: { params: ["access_key", "endpoint", "secret_key", "session_token"], answer: ["endpoint"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Replace a bucket secret",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "secret_id", description: "Secret" }
    ],
    parameters: [
      { name: "access_key", in: "body", required: false, type: "string" },
      { name: "bucket_name", in: "body", required: false, type: "string" },
      { name: "cert_check", in: "body", required: false, type: "boolean" },
      { name: "endpoint", in: "body", required: false, type: "string" },
      { name: "region", in: "body", required: false, type: "string" },
      { name: "secret_key", in: "body", required: false, type: "string" },
      { name: "secure", in: "body", required: false, type: "boolean" },
      { name: "session_token", in: "body", required: false, type: "string" },
      { name: "type", in: "body", required: false, type: "string", enum: ["s3", "azure"], description: "Ignored." }
    ],
    statuses: ["200", "400", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "deleteBucketSecret",
    platform: "luml",
    resource: "bucketSecrets",
    name: "delete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/bucket-secrets/{secret_id}",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Delete an unused bucket secret",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "secret_id", description: "Secret" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "getStoredBucketConnectionUrls",
    platform: "luml",
    resource: "bucketSecrets",
    name: "getStoredConnectionUrls",
    method: "POST",
    path: "/v1/organizations/{organization_id}/bucket-secrets/{secret_id}/urls",
    body: "json",
    bodyRequired: true,
    response: "json",
    secrets: {
      params: ["access_key", "endpoint", "secret_key", "session_token"],
      answer: ["delete_url", "download_url", "presigned_url"]
    },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Test URLs for a stored secret with optional overrides",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "secret_id", description: "Secret" }
    ],
    parameters: [
      { name: "id", in: "body", required: true, type: "string", description: "Must equal the path." },
      { name: "access_key", in: "body", required: false, type: "string" },
      { name: "bucket_name", in: "body", required: false, type: "string" },
      { name: "cert_check", in: "body", required: false, type: "boolean" },
      { name: "endpoint", in: "body", required: false, type: "string" },
      { name: "region", in: "body", required: false, type: "string" },
      { name: "secret_key", in: "body", required: false, type: "string" },
      { name: "secure", in: "body", required: false, type: "boolean" },
      { name: "session_token", in: "body", required: false, type: "string" },
      {
        name: "type",
        in: "body",
        required: false,
        type: "string",
        enum: ["s3", "azure"],
        description: "Defaults to s3 and must equal the stored type, so azure secrets must send azure."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "500"]
  },
  {
    id: "listCollections",
    platform: "luml",
    resource: "collections",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections",
    query: ["cursor", "limit", "sort_by", "order", "search", "types"],
    response: "json",
    pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "items", next: "cursor" },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Page through the collections of an orbit",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      {
        name: "cursor",
        in: "query",
        required: false,
        type: "string",
        description: "Opaque value from the previous page."
      },
      { name: "limit", in: "query", required: false, type: "integer", default: 50, description: "Page size." },
      {
        name: "sort_by",
        in: "query",
        required: false,
        type: "string",
        enum: ["created_at", "name", "type", "description", "total_artifacts"],
        default: "created_at"
      },
      { name: "order", in: "query", required: false, type: "string", enum: ["asc", "desc"], default: "desc" },
      {
        name: "search",
        in: "query",
        required: false,
        type: "string",
        description: "Case-insensitive substring of the name or of the tags."
      },
      {
        name: "types",
        in: "query",
        required: false,
        type: "array",
        items: "string",
        enum: ["model", "dataset", "experiment", "mixed"],
        description: "Repeat the key per value."
      }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "createCollection",
    platform: "luml",
    resource: "collections",
    name: "create",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Create a collection",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      { name: "description", in: "body", required: true, type: "string" },
      { name: "name", in: "body", required: true, type: "string", description: "Empty is accepted on create." },
      {
        name: "type",
        in: "body",
        required: true,
        type: "string",
        enum: ["model", "dataset", "experiment", "model_dataset", "dataset_experiment", "model_experiment", "mixed"]
      },
      { name: "tags", in: "body", required: false, type: "array", items: "string" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "getCollection",
    platform: "luml",
    resource: "collections",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "One collection with tag and metric names of its artifacts",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "updateCollection",
    platform: "luml",
    resource: "collections",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Replace name, description and tags",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" }
    ],
    parameters: [
      { name: "description", in: "body", required: false, type: "string" },
      { name: "name", in: "body", required: false, type: "string" },
      { name: "tags", in: "body", required: false, type: "array", items: "string" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "deleteCollection",
    platform: "luml",
    resource: "collections",
    name: "delete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/collections/{collection_id}",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Delete an empty collection",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "collection_id", description: "Collection" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "listDeployments",
    platform: "luml",
    resource: "deployments",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Deployments, newest first",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "createDeployment",
    platform: "luml",
    resource: "deployments",
    name: "create",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Deploy an artifact on a satellite",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      { name: "artifact_id", in: "body", required: true, type: "string" },
      { name: "name", in: "body", required: true, type: "string" },
      { name: "satellite_id", in: "body", required: true, type: "string" },
      { name: "description", in: "body", required: false, type: "string" },
      {
        name: "dynamic_attributes_secrets",
        in: "body",
        required: false,
        type: "object",
        description: "Attribute name to orbit secret id."
      },
      { name: "env_variables", in: "body", required: false, type: "object", default: {} },
      {
        name: "env_variables_secrets",
        in: "body",
        required: false,
        type: "object",
        description: "Variable name to orbit secret id."
      },
      { name: "satellite_parameters", in: "body", required: false, type: "object", default: {} },
      { name: "tags", in: "body", required: false, type: "array", items: "string" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "getDeployment",
    platform: "luml",
    resource: "deployments",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "One deployment",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "deployment_id", description: "Deployment" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "updateDeployment",
    platform: "luml",
    resource: "deployments",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Replace the descriptive fields",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "deployment_id", description: "Deployment" }
    ],
    parameters: [
      { name: "description", in: "body", required: false, type: "string" },
      { name: "dynamic_attributes_secrets", in: "body", required: false, type: "object" },
      { name: "error_message", in: "body", required: false, type: "object" },
      { name: "name", in: "body", required: false, type: "string" },
      { name: "schemas", in: "body", required: false, type: "object" },
      { name: "tags", in: "body", required: false, type: "array", items: "string" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "requestDeploymentDeletion",
    platform: "luml",
    resource: "deployments",
    name: "requestDeletion",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Ask the satellite to remove the deployment",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "deployment_id", description: "Deployment" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["200", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "forceDeleteDeployment",
    platform: "luml",
    resource: "deployments",
    name: "forceDelete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/deployments/{deployment_id}/force",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Remove the row at once",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "deployment_id", description: "Deployment" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "422", "500"]
  },
  {
    id: "listOrbitMembers",
    platform: "luml",
    resource: "orbitMembers",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/members",
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Members, admins first",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "addOrbitMember",
    platform: "luml",
    resource: "orbitMembers",
    name: "add",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/members",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Add an organization member to an orbit",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      {
        name: "orbit_id",
        in: "body",
        required: true,
        type: "string",
        description: "This value, not the path, is used."
      },
      { name: "role", in: "body", required: true, type: "string", enum: ["admin", "member"] },
      { name: "user_id", in: "body", required: true, type: "string" }
    ],
    statuses: ["200", "400", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "updateOrbitMember",
    platform: "luml",
    resource: "orbitMembers",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/members/{member_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Change an orbit role",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "member_id", description: "Membership id" }
    ],
    parameters: [
      { name: "id", in: "body", required: true, type: "string", description: "Membership id." },
      { name: "role", in: "body", required: true, type: "string", enum: ["admin", "member"] }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "500"]
  },
  {
    id: "removeOrbitMember",
    platform: "luml",
    resource: "orbitMembers",
    name: "remove",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/members/{member_id}",
    response: "none",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Remove an orbit member",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "member_id", description: "Membership id" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "400", "401", "403", "404", "422", "500"]
  },
  {
    id: "listOrbitSecrets",
    platform: "luml",
    resource: "orbitSecrets",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets",
    response: "json",
    secrets: { answer: ["*.value"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Secrets, values blanked",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "createOrbitSecret",
    platform: "luml",
    resource: "orbitSecrets",
    name: "create",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets",
    body: "json",
    bodyRequired: true,
    response: "json",
    secrets: { params: ["value"], answer: ["value"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Create a secret",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      { name: "name", in: "body", required: true, type: "string", description: "Unique in the orbit." },
      { name: "value", in: "body", required: true, type: "string" },
      { name: "tags", in: "body", required: false, type: "array", items: "string" }
    ],
    statuses: ["200", "400", "401", "403", "404", "422", "500"]
  },
  {
    id: "getOrbitSecret",
    platform: "luml",
    resource: "orbitSecrets",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}",
    response: "json",
    secrets: { answer: ["value"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "One secret with its value",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "secret_id", description: "Secret" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "updateOrbitSecret",
    platform: "luml",
    resource: "orbitSecrets",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    secrets: { params: ["value"], answer: ["value"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Change a secret",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "secret_id", description: "Secret" }
    ],
    parameters: [
      { name: "name", in: "body", required: false, type: "string" },
      { name: "tags", in: "body", required: false, type: "array", items: "string" },
      { name: "value", in: "body", required: false, type: "string" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "deleteOrbitSecret",
    platform: "luml",
    resource: "orbitSecrets",
    name: "delete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/secrets/{secret_id}",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Delete a secret",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "secret_id", description: "Secret" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "422", "500"]
  },
  {
    id: "listOrbits",
    platform: "luml",
    resource: "orbits",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Orbits the caller can see",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [],
    statuses: ["200", "401", "403", "422", "500"]
  },
  {
    id: "createOrbit",
    platform: "luml",
    resource: "orbits",
    name: "create",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Create an orbit",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [
      { name: "bucket_secret_id", in: "body", required: true, type: "string" },
      { name: "name", in: "body", required: true, type: "string" },
      { name: "members", in: "body", required: false, type: "array", items: "object", description: "Extra members." },
      {
        name: "notify",
        in: "body",
        required: false,
        type: "boolean",
        default: false,
        description: "Send an e-mail to the added members."
      }
    ],
    statuses: ["200", "400", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "getOrbit",
    platform: "luml",
    resource: "orbits",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "One orbit with members and collection tags",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "updateOrbit",
    platform: "luml",
    resource: "orbits",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Rename or move to another bucket secret",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      { name: "id", in: "body", required: false, type: "string", description: "Ignored." },
      { name: "bucket_secret_id", in: "body", required: false, type: "string" },
      { name: "name", in: "body", required: false, type: "string" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "deleteOrbit",
    platform: "luml",
    resource: "orbits",
    name: "delete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Delete an orbit and every record under it",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "422", "500"]
  },
  {
    id: "listOrganizationInvitations",
    platform: "luml",
    resource: "organizationInvitations",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/invitations",
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Open invitations",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [],
    statuses: ["200", "401", "403", "422", "500"]
  },
  {
    id: "createOrganizationInvitation",
    platform: "luml",
    resource: "organizationInvitations",
    name: "create",
    method: "POST",
    path: "/v1/organizations/{organization_id}/invitations",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Invite an e-mail address",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [
      { name: "email", in: "body", required: true, type: "string" },
      {
        name: "organization_id",
        in: "body",
        required: true,
        type: "string",
        description: "This value, not the path, is used."
      },
      { name: "role", in: "body", required: true, type: "string", enum: ["admin", "member"] }
    ],
    statuses: ["200", "401", "403", "409", "422", "500"]
  },
  {
    id: "cancelOrganizationInvitation",
    platform: "luml",
    resource: "organizationInvitations",
    name: "cancel",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/invitations/{invite_id}",
    response: "none",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Withdraw an invitation",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "invite_id", description: "Invitation" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "422", "500"]
  },
  {
    id: "listOrganizationMembers",
    platform: "luml",
    resource: "organizationMembers",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/members",
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Members, owner first",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [],
    statuses: ["200", "401", "403", "422", "500"]
  },
  {
    id: "addOrganizationMember",
    platform: "luml",
    resource: "organizationMembers",
    name: "add",
    method: "POST",
    path: "/v1/organizations/{organization_id}/members",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Add a user as member",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [
      {
        name: "organization_id",
        in: "body",
        required: true,
        type: "string",
        description: "This value, not the path, decides where the member is stored."
      },
      { name: "role", in: "body", required: true, type: "string", enum: ["admin", "member"] },
      { name: "user_id", in: "body", required: true, type: "string" }
    ],
    statuses: ["200", "401", "403", "409", "422", "500"]
  },
  {
    id: "updateOrganizationMember",
    platform: "luml",
    resource: "organizationMembers",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/members/{member_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Change a member's role",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "member_id", description: "Membership id" }
    ],
    parameters: [
      { name: "role", in: "body", required: true, type: "string", enum: ["admin", "member"] },
      { name: "id", in: "body", required: false, type: "string", description: "Ignored." }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "removeOrganizationMember",
    platform: "luml",
    resource: "organizationMembers",
    name: "remove",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/members/{member_id}",
    response: "none",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Remove a member",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "member_id", description: "Membership id" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "422", "500"]
  },
  {
    id: "createOrganization",
    platform: "luml",
    resource: "organizations",
    name: "create",
    method: "POST",
    path: "/v1/organizations",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Create an organization",
    pathParameters: [],
    parameters: [
      { name: "name", in: "body", required: true, type: "string" },
      { name: "logo", in: "body", required: false, type: "string" }
    ],
    statuses: ["200", "401", "403", "409", "422", "500"]
  },
  {
    id: "getOrganization",
    platform: "luml",
    resource: "organizations",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}",
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Organization with members, invites, orbits and limits",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [],
    statuses: ["200", "401", "403", "422", "500"]
  },
  {
    id: "updateOrganization",
    platform: "luml",
    resource: "organizations",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Rename or change the logo",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [
      { name: "id", in: "body", required: false, type: "string", description: "Ignored; the path wins." },
      {
        name: "logo",
        in: "body",
        required: false,
        type: "string",
        description: "Leaving it out clears the stored logo."
      },
      { name: "name", in: "body", required: false, type: "string" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "deleteOrganization",
    platform: "luml",
    resource: "organizations",
    name: "delete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}",
    response: "none",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Delete an organization that has no other member",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "409", "422", "500"]
  },
  {
    id: "leaveOrganization",
    platform: "luml",
    resource: "organizations",
    name: "leave",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/leave",
    response: "none",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Leave the organization",
    pathParameters: [{ name: "organization_id", description: "Organization" }],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "422", "500"]
  },
  {
    id: "listMyOrganizations",
    platform: "luml",
    resource: "organizations",
    name: "list",
    method: "GET",
    path: "/v1/users/me/organizations",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Organizations of the caller",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "401", "403", "500"]
  },
  {
    id: "workerGetArtifact",
    platform: "luml",
    resource: "satelliteWorker",
    name: "getArtifact",
    method: "GET",
    path: "/satellites/v1/artifacts/{artifact_id}",
    response: "json",
    secrets: { answer: ["url"] },
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Artifact with a signed GET URL",
    pathParameters: [{ name: "artifact_id", description: "Artifact" }],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "workerGetArtifactDownloadUrl",
    platform: "luml",
    resource: "satelliteWorker",
    name: "getArtifactDownloadUrl",
    method: "GET",
    path: "/satellites/v1/artifacts/{artifact_id}/download-url",
    response: "json",
    secrets: { answer: ["url"] },
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Signed GET URL",
    pathParameters: [{ name: "artifact_id", description: "Artifact" }],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "workerListDeployments",
    platform: "luml",
    resource: "satelliteWorker",
    name: "listDeployments",
    method: "GET",
    path: "/satellites/v1/deployments",
    response: "json",
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Deployments of this satellite",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "401", "403", "500"]
  },
  {
    id: "workerCheckInferenceAccess",
    platform: "luml",
    resource: "satelliteWorker",
    name: "checkInferenceAccess",
    method: "POST",
    path: "/satellites/v1/deployments/inference-access",
    body: "json",
    bodyRequired: true,
    response: "json",
    secrets: { params: ["api_key"] },
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "May this user key call deployments of the orbit",
    pathParameters: [],
    parameters: [{ name: "api_key", in: "body", required: true, type: "string" }],
    statuses: ["200", "401", "403", "422", "500"]
  },
  {
    id: "workerGetDeployment",
    platform: "luml",
    resource: "satelliteWorker",
    name: "getDeployment",
    method: "GET",
    path: "/satellites/v1/deployments/{deployment_id}",
    response: "json",
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "One deployment of this satellite",
    pathParameters: [{ name: "deployment_id", description: "Deployment" }],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "workerUpdateDeployment",
    platform: "luml",
    resource: "satelliteWorker",
    name: "updateDeployment",
    method: "PATCH",
    path: "/satellites/v1/deployments/{deployment_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Replace runtime fields",
    pathParameters: [{ name: "deployment_id", description: "Deployment" }],
    parameters: [
      { name: "error_message", in: "body", required: false, type: "object" },
      { name: "inference_url", in: "body", required: false, type: "string" },
      { name: "schemas", in: "body", required: false, type: "object" },
      {
        name: "status",
        in: "body",
        required: false,
        type: "string",
        enum: ["pending", "active", "failed", "deletion_pending", "deletion_failed", "not_responding"]
      },
      { name: "tags", in: "body", required: false, type: "array", items: "string" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "workerDeleteDeployment",
    platform: "luml",
    resource: "satelliteWorker",
    name: "deleteDeployment",
    method: "DELETE",
    path: "/satellites/v1/deployments/{deployment_id}",
    response: "none",
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Confirm removal",
    pathParameters: [{ name: "deployment_id", description: "Deployment" }],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "workerUpdateDeploymentStatus",
    platform: "luml",
    resource: "satelliteWorker",
    name: "updateDeploymentStatus",
    method: "PATCH",
    path: "/satellites/v1/deployments/{deployment_id}/status",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Set the deployment status",
    pathParameters: [{ name: "deployment_id", description: "Deployment" }],
    parameters: [
      {
        name: "status",
        in: "body",
        required: true,
        type: "string",
        enum: ["pending", "active", "failed", "deletion_pending", "deletion_failed", "not_responding"]
      }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "workerGetModelArtifact",
    platform: "luml",
    resource: "satelliteWorker",
    name: "getModelArtifact",
    method: "GET",
    path: "/satellites/v1/model_artifacts/{model_artifact_id}",
    response: "json",
    secrets: { answer: ["url"] },
    prepare: true,
    platformData: { auth: "satellite" },
    deprecated: true,
    summary: "Old name of workerGetArtifact",
    pathParameters: [{ name: "model_artifact_id", description: "Artifact" }],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "workerGetModelArtifactDownloadUrl",
    platform: "luml",
    resource: "satelliteWorker",
    name: "getModelArtifactDownloadUrl",
    method: "GET",
    path: "/satellites/v1/model_artifacts/{model_artifact_id}/download-url",
    response: "json",
    secrets: { answer: ["url"] },
    prepare: true,
    platformData: { auth: "satellite" },
    deprecated: true,
    summary: "Old name of workerGetArtifactDownloadUrl",
    pathParameters: [{ name: "model_artifact_id", description: "Artifact" }],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "pairSatellite",
    platform: "luml",
    resource: "satelliteWorker",
    name: "pair",
    method: "POST",
    path: "/satellites/v1/pair",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Announce address and capabilities",
    pathParameters: [],
    parameters: [
      { name: "base_url", in: "body", required: true, type: "string" },
      { name: "capabilities", in: "body", required: true, type: "object", description: "Must not be empty." },
      { name: "slug", in: "body", required: false, type: "string" }
    ],
    statuses: ["200", "400", "401", "403", "422", "500"]
  },
  {
    id: "workerListSecrets",
    platform: "luml",
    resource: "satelliteWorker",
    name: "listSecrets",
    method: "GET",
    path: "/satellites/v1/secrets",
    response: "json",
    secrets: { answer: ["*.value"] },
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Secrets of the orbit with values",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "401", "403", "500"]
  },
  {
    id: "workerGetSecret",
    platform: "luml",
    resource: "satelliteWorker",
    name: "getSecret",
    method: "GET",
    path: "/satellites/v1/secrets/{secret_id}",
    response: "json",
    secrets: { answer: ["value"] },
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "One secret with value",
    pathParameters: [{ name: "secret_id", description: "Secret" }],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "workerListTasks",
    platform: "luml",
    resource: "satelliteWorker",
    name: "listTasks",
    method: "GET",
    path: "/satellites/v1/tasks",
    query: ["status"],
    response: "json",
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Tasks by schedule time",
    pathParameters: [],
    parameters: [
      { name: "status", in: "query", required: false, type: "string", enum: ["pending", "running", "done", "failed"] }
    ],
    statuses: ["200", "401", "403", "422", "500"]
  },
  {
    id: "workerUpdateTask",
    platform: "luml",
    resource: "satelliteWorker",
    name: "updateTask",
    method: "POST",
    path: "/satellites/v1/tasks/{task_id}/status",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: true,
    platformData: { auth: "satellite" },
    summary: "Report task progress",
    pathParameters: [{ name: "task_id", description: "Task" }],
    parameters: [
      { name: "status", in: "body", required: true, type: "string", enum: ["pending", "running", "done", "failed"] },
      { name: "result", in: "body", required: false, type: "object" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "listSatellites",
    platform: "luml",
    resource: "satellites",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites",
    query: ["paired"],
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Satellites of the orbit",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      { name: "paired", in: "query", required: false, type: "boolean", description: "Filter on the pairing state." }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "createSatellite",
    platform: "luml",
    resource: "satellites",
    name: "create",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites",
    body: "json",
    bodyRequired: true,
    response: "json",
    secrets: { answer: ["api_key"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Register a satellite",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      { name: "description", in: "body", required: false, type: "string" },
      {
        name: "name",
        in: "body",
        required: false,
        type: "string",
        description: "Nullable in the schema, but null or absent ends in a 500."
      }
    ],
    statuses: ["200", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "getSatellite",
    platform: "luml",
    resource: "satellites",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "One satellite",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "satellite_id", description: "Satellite" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "updateSatellite",
    platform: "luml",
    resource: "satellites",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Replace name and description",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "satellite_id", description: "Satellite" }
    ],
    parameters: [
      { name: "description", in: "body", required: false, type: "string" },
      { name: "name", in: "body", required: false, type: "string" }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "deleteSatellite",
    platform: "luml",
    resource: "satellites",
    name: "delete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Delete a satellite without deployments",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "satellite_id", description: "Satellite" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "rotateSatelliteApiKey",
    platform: "luml",
    resource: "satellites",
    name: "rotateApiKey",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/satellites/{satellite_id}/api-key",
    response: "json",
    secrets: { answer: ["key"] },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "New satellite key, old one stops at once",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "satellite_id", description: "Satellite" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "confirmEmail",
    platform: "luml",
    resource: "session",
    name: "confirmEmail",
    method: "GET",
    path: "/v1/auth/confirm-email",
    query: ["confirmation_token"],
    response: "none",
    auth: false,
    secrets: { params: ["confirmation_token"] },
    prepare: false,
    summary: "Confirm an address, redirects to the web app",
    pathParameters: [],
    parameters: [{ name: "confirmation_token", in: "query", required: true, type: "string" }],
    statuses: ["307", "400", "422", "500"]
  },
  {
    id: "forgotPassword",
    platform: "luml",
    resource: "session",
    name: "forgotPassword",
    method: "POST",
    path: "/v1/auth/forgot-password",
    body: "json",
    bodyRequired: true,
    response: "json",
    auth: false,
    prepare: false,
    summary: "Ask for a reset e-mail",
    pathParameters: [],
    parameters: [{ name: "email", in: "body", required: true, type: "string" }],
    statuses: ["200", "422", "500", "503"]
  },
  {
    id: "googleCallback",
    platform: "luml",
    resource: "session",
    name: "googleCallback",
    method: "GET",
    path: "/v1/auth/google/callback",
    query: ["code"],
    response: "json",
    auth: false,
    secrets: { params: ["code"] },
    prepare: false,
    summary: "Google OAuth return address, sets cookies",
    pathParameters: [],
    parameters: [{ name: "code", in: "query", required: true, type: "string" }],
    statuses: ["200", "400", "422", "500"]
  },
  {
    id: "googleLogin",
    platform: "luml",
    resource: "session",
    name: "googleLogin",
    method: "GET",
    path: "/v1/auth/google/login",
    response: "none",
    auth: false,
    prepare: false,
    summary: "Redirect to Google sign-in",
    pathParameters: [],
    parameters: [],
    statuses: ["307", "500"]
  },
  {
    id: "signOut",
    platform: "luml",
    resource: "session",
    name: "signOut",
    method: "POST",
    path: "/v1/auth/logout",
    response: "json",
    auth: false,
    prepare: false,
    summary: "Revoke both tokens and clear cookies",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "400", "401", "500"]
  },
  {
    id: "microsoftCallback",
    platform: "luml",
    resource: "session",
    name: "microsoftCallback",
    method: "GET",
    path: "/v1/auth/microsoft/callback",
    query: ["code"],
    response: "json",
    auth: false,
    secrets: { params: ["code"] },
    prepare: false,
    summary: "Microsoft OAuth return address, sets cookies",
    pathParameters: [],
    parameters: [{ name: "code", in: "query", required: true, type: "string" }],
    statuses: ["200", "400", "422", "500"]
  },
  {
    id: "microsoftLogin",
    platform: "luml",
    resource: "session",
    name: "microsoftLogin",
    method: "GET",
    path: "/v1/auth/microsoft/login",
    response: "none",
    auth: false,
    prepare: false,
    summary: "Redirect to Microsoft sign-in",
    pathParameters: [],
    parameters: [],
    statuses: ["307", "500"]
  },
  {
    id: "refreshSession",
    platform: "luml",
    resource: "session",
    name: "refresh",
    method: "POST",
    path: "/v1/auth/refresh",
    response: "json",
    auth: false,
    prepare: false,
    summary: "New cookies from the refresh cookie",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "400", "401", "500"]
  },
  {
    id: "resetPassword",
    platform: "luml",
    resource: "session",
    name: "resetPassword",
    method: "POST",
    path: "/v1/auth/reset-password",
    body: "json",
    bodyRequired: true,
    response: "json",
    auth: false,
    secrets: { params: ["new_password", "reset_token"] },
    prepare: false,
    summary: "Set a new password with a reset token",
    pathParameters: [],
    parameters: [
      { name: "new_password", in: "body", required: true, type: "string" },
      { name: "reset_token", in: "body", required: true, type: "string" }
    ],
    statuses: ["200", "400", "404", "422", "500"]
  },
  {
    id: "signIn",
    platform: "luml",
    resource: "session",
    name: "signIn",
    method: "POST",
    path: "/v1/auth/signin",
    body: "json",
    bodyRequired: true,
    response: "json",
    auth: false,
    secrets: { params: ["password"] },
    prepare: false,
    summary: "Sign in, sets cookies",
    pathParameters: [],
    parameters: [
      { name: "email", in: "body", required: true, type: "string" },
      { name: "password", in: "body", required: true, type: "string" }
    ],
    statuses: ["200", "400", "422", "500"]
  },
  {
    id: "signUp",
    platform: "luml",
    resource: "session",
    name: "signUp",
    method: "POST",
    path: "/v1/auth/signup",
    body: "json",
    bodyRequired: true,
    response: "json",
    auth: false,
    secrets: { params: ["password"] },
    prepare: false,
    summary: "Register with e-mail and password",
    pathParameters: [],
    parameters: [
      { name: "email", in: "body", required: true, type: "string" },
      { name: "password", in: "body", required: true, type: "string" },
      { name: "full_name", in: "body", required: false, type: "string" },
      { name: "photo", in: "body", required: false, type: "string" }
    ],
    statuses: ["200", "400", "422", "500", "503"]
  },
  {
    id: "getMe",
    platform: "luml",
    resource: "session",
    name: "getMe",
    method: "GET",
    path: "/v1/auth/users/me",
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Current user",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "401", "403", "500"]
  },
  {
    id: "updateMe",
    platform: "luml",
    resource: "session",
    name: "updateMe",
    method: "PATCH",
    path: "/v1/auth/users/me",
    body: "json",
    bodyRequired: true,
    response: "json",
    secrets: { params: ["password"] },
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Change the current user",
    pathParameters: [],
    parameters: [
      { name: "auth_method", in: "body", required: false, type: "string", enum: ["EMAIL", "GOOGLE", "MICROSOFT"] },
      { name: "disabled", in: "body", required: false, type: "boolean" },
      { name: "full_name", in: "body", required: false, type: "string" },
      { name: "password", in: "body", required: false, type: "string" },
      { name: "photo", in: "body", required: false, type: "string" }
    ],
    statuses: ["200", "401", "403", "422", "500"]
  },
  {
    id: "deleteMe",
    platform: "luml",
    resource: "session",
    name: "deleteMe",
    method: "DELETE",
    path: "/v1/auth/users/me",
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Delete the current user",
    pathParameters: [],
    parameters: [],
    destructive: true,
    statuses: ["200", "401", "403", "500"]
  },
  {
    id: "listTrackEntries",
    platform: "luml",
    resource: "trackEntries",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries",
    query: ["cursor", "limit", "sort_by", "order", "stage"],
    response: "json",
    pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "items", next: "cursor" },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Page through entries",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" }
    ],
    parameters: [
      {
        name: "cursor",
        in: "query",
        required: false,
        type: "string",
        description: "Opaque value from the previous page."
      },
      { name: "limit", in: "query", required: false, type: "integer", default: 50, description: "Page size." },
      {
        name: "sort_by",
        in: "query",
        required: false,
        type: "string",
        enum: ["artifact_name", "description", "stage", "version", "created_at"],
        default: "created_at"
      },
      { name: "order", in: "query", required: false, type: "string", enum: ["asc", "desc"], default: "desc" },
      { name: "stage", in: "query", required: false, type: "string", description: "Stage id (not name)." }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "createTrackEntry",
    platform: "luml",
    resource: "trackEntries",
    name: "create",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Add an artifact as the next version",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" }
    ],
    parameters: [
      { name: "artifact_id", in: "body", required: true, type: "string" },
      { name: "stage_id", in: "body", required: false, type: "string" }
    ],
    statuses: ["200", "400", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "deleteTrackEntries",
    platform: "luml",
    resource: "trackEntries",
    name: "deleteMany",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries",
    body: "json",
    bodyRequired: true,
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Remove several entries",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" }
    ],
    parameters: [{ name: "entry_ids", in: "body", required: true, type: "array", items: "string" }],
    destructive: true,
    statuses: ["204", "401", "403", "404", "422", "500"]
  },
  {
    id: "getTrackEntryByStage",
    platform: "luml",
    resource: "trackEntries",
    name: "getByStage",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/by-stage",
    query: ["stage_id"],
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "The entry holding a stage",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" }
    ],
    parameters: [{ name: "stage_id", in: "query", required: true, type: "string" }],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "getTrackEntry",
    platform: "luml",
    resource: "trackEntries",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "One entry",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" },
      { name: "entry_id", description: "Track entry" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
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
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Assign or unassign a stage",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" },
      { name: "entry_id", description: "Track entry" }
    ],
    parameters: [
      {
        name: "force",
        in: "query",
        required: false,
        type: "boolean",
        default: false,
        description: "Take the stage away from its present holder."
      },
      {
        name: "stage_id",
        in: "body",
        required: false,
        type: "string",
        description: "Absent or null unassigns the stage."
      }
    ],
    statuses: ["200", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "deleteTrackEntry",
    platform: "luml",
    resource: "trackEntries",
    name: "delete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/entries/{entry_id}",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Remove one entry",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" },
      { name: "entry_id", description: "Track entry" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "422", "500"]
  },
  {
    id: "listTracks",
    platform: "luml",
    resource: "tracks",
    name: "list",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks",
    query: ["cursor", "limit", "sort_by", "order", "search", "types"],
    response: "json",
    pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "items", next: "cursor" },
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Page through tracks",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      {
        name: "cursor",
        in: "query",
        required: false,
        type: "string",
        description: "Opaque value from the previous page."
      },
      { name: "limit", in: "query", required: false, type: "integer", default: 50, description: "Page size." },
      {
        name: "sort_by",
        in: "query",
        required: false,
        type: "string",
        enum: ["name", "description", "total_entries", "created_at"],
        default: "created_at"
      },
      { name: "order", in: "query", required: false, type: "string", enum: ["asc", "desc"], default: "desc" },
      {
        name: "search",
        in: "query",
        required: false,
        type: "string",
        description: "Case-insensitive substring of the name or of the tags."
      },
      {
        name: "types",
        in: "query",
        required: false,
        type: "array",
        items: "string",
        description: "Artifact types; unknown values are accepted and match nothing."
      }
    ],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "createTrack",
    platform: "luml",
    resource: "tracks",
    name: "create",
    method: "POST",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Create a track with its stages",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" }
    ],
    parameters: [
      { name: "artifact_type", in: "body", required: true, type: "string", enum: ["model", "experiment", "dataset"] },
      { name: "name", in: "body", required: true, type: "string" },
      { name: "description", in: "body", required: false, type: "string" },
      {
        name: "stages",
        in: "body",
        required: false,
        type: "array",
        items: "string",
        default: [],
        description: "Distinct names."
      },
      { name: "tags", in: "body", required: false, type: "array", items: "string" }
    ],
    statuses: ["200", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "getTrack",
    platform: "luml",
    resource: "tracks",
    name: "get",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "One track with stages",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "updateTrack",
    platform: "luml",
    resource: "tracks",
    name: "update",
    method: "PATCH",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}",
    body: "json",
    bodyRequired: true,
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Change fields and synchronise stages",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" }
    ],
    parameters: [
      { name: "description", in: "body", required: false, type: "string" },
      { name: "name", in: "body", required: false, type: "string" },
      {
        name: "stages",
        in: "body",
        required: false,
        type: "array",
        items: "object",
        description: "When present it is the full wanted list: stages not named by id are removed."
      },
      { name: "tags", in: "body", required: false, type: "array", items: "string" }
    ],
    statuses: ["200", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "deleteTrack",
    platform: "luml",
    resource: "tracks",
    name: "delete",
    method: "DELETE",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}",
    response: "none",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Delete a track with stages and entries",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" }
    ],
    parameters: [],
    destructive: true,
    statuses: ["204", "401", "403", "404", "422", "500"]
  },
  {
    id: "listTrackStages",
    platform: "luml",
    resource: "tracks",
    name: "listStages",
    method: "GET",
    path: "/v1/organizations/{organization_id}/orbits/{orbit_id}/tracks/{track_id}/stages",
    response: "json",
    prepare: false,
    platformData: { auth: "api_key,jwt" },
    summary: "Stages of a track",
    pathParameters: [
      { name: "organization_id", description: "Organization" },
      { name: "orbit_id", description: "Orbit" },
      { name: "track_id", description: "Track" }
    ],
    parameters: [],
    statuses: ["200", "401", "403", "404", "422", "500"]
  },
  {
    id: "listMyInvitations",
    platform: "luml",
    resource: "userInvitations",
    name: "list",
    method: "GET",
    path: "/v1/users/me/invitations",
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Invitations addressed to the caller",
    pathParameters: [],
    parameters: [],
    statuses: ["200", "401", "403", "500"]
  },
  {
    id: "acceptInvitation",
    platform: "luml",
    resource: "userInvitations",
    name: "accept",
    method: "POST",
    path: "/v1/users/me/invitations/{invite_id}/accept",
    response: "json",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Accept an invitation",
    pathParameters: [{ name: "invite_id", description: "Invitation" }],
    parameters: [],
    statuses: ["200", "401", "403", "404", "409", "422", "500"]
  },
  {
    id: "rejectInvitation",
    platform: "luml",
    resource: "userInvitations",
    name: "reject",
    method: "POST",
    path: "/v1/users/me/invitations/{invite_id}/reject",
    response: "none",
    prepare: true,
    platformData: { auth: "jwt" },
    summary: "Reject an invitation",
    pathParameters: [{ name: "invite_id", description: "Invitation" }],
    parameters: [],
    statuses: ["204", "401", "403", "404", "422", "500"]
  }
]
