/**
 * JSON Schemas (2020-12) of the inputs of LUML platform API: path parameters and parameters as one object.
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { JsonSchema } from "@trilum/core/OperationCatalog"

/**
 * The inputs by operation id. `OperationCatalog.inputSchema` adds the definitions that one refers to.
 *
 * @since 0.1.0
 * @category models
 */
export const inputs: Readonly<Record<string, JsonSchema>> = {
  createApiKey: { additionalProperties: false, type: "object" },
  deleteApiKey: { additionalProperties: false, type: "object" },
  listArtifacts: {
    additionalProperties: false,
    properties: {
      collection_ids: { description: "Repeat the key per value.", items: { type: "string" }, type: "array" },
      cursor: { description: "Opaque value from the previous page.", type: "string" },
      excluded_tracks: {
        description: "Leave out artifacts that are entries of these tracks.",
        items: { type: "string" },
        type: "array"
      },
      limit: { default: 50, description: "Page size.", type: "integer" },
      orbit_id: { description: "Orbit", type: "string" },
      order: { $ref: "#/$defs/SortOrder", default: "desc" },
      organization_id: { description: "Organization", type: "string" },
      search: {
        description: "Case-insensitive substring of the artifact name (not the file name, not tags).",
        type: "string"
      },
      sort_by: {
        anyOf: [{ $ref: "#/$defs/ArtifactSortField" }, { type: "string" }],
        default: "created_at",
        description: "An ArtifactSortField, or a key of extra_values (only together with collection_ids)."
      },
      types: { description: "Repeat the key per value.", items: { $ref: "#/$defs/ArtifactType" }, type: "array" }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  createArtifact: {
    additionalProperties: false,
    properties: {
      collection_id: { description: "Collection", type: "string" },
      description: { type: ["string", "null"] },
      extra_values: { additionalProperties: {}, description: "Usually metric name to number.", type: "object" },
      file_hash: { description: "Lower-case SHA-256 hex by convention; not checked.", type: "string" },
      file_index: { $ref: "#/$defs/FileIndex" },
      file_name: {
        description: "name dot extension; none of : \" * ` ~ # % ; ' ^ anywhere, no whitespace in the extension.",
        type: "string"
      },
      manifest: { $ref: "#/$defs/Manifest" },
      name: {
        description: "Nullable in the schema, but null or absent ends in a 500: always send it.",
        type: ["string", "null"]
      },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      size: { description: "Bytes, at most 5 TiB; zero and negative numbers pass.", type: "integer" },
      tags: { items: { type: "string" }, type: ["array", "null"] },
      type: {
        anyOf: [{ $ref: "#/$defs/ArtifactType" }, { type: "null" }],
        description: "Optional assertion; a 400 if the server derives another type."
      }
    },
    required: [
      "organization_id",
      "orbit_id",
      "collection_id",
      "extra_values",
      "file_hash",
      "file_index",
      "file_name",
      "manifest",
      "size"
    ],
    type: "object"
  },
  getArtifact: {
    additionalProperties: false,
    properties: {
      artifact_id: { description: "Artifact", type: "string" },
      collection_id: { description: "Collection", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "collection_id", "artifact_id"],
    type: "object"
  },
  updateArtifact: {
    additionalProperties: false,
    properties: {
      artifact_id: { description: "Artifact", type: "string" },
      collection_id: { description: "Collection", type: "string" },
      description: { type: ["string", "null"] },
      name: { type: ["string", "null"] },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      status: { anyOf: [{ $ref: "#/$defs/ArtifactStatusUpdate" }, { type: "null" }] },
      tags: { items: { type: "string" }, type: ["array", "null"] }
    },
    required: ["organization_id", "orbit_id", "collection_id", "artifact_id"],
    type: "object"
  },
  deleteArtifact: {
    additionalProperties: false,
    properties: {
      artifact_id: { description: "Artifact", type: "string" },
      collection_id: { description: "Collection", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "collection_id", "artifact_id"],
    type: "object"
  },
  getArtifactDeleteUrl: {
    additionalProperties: false,
    properties: {
      artifact_id: { description: "Artifact", type: "string" },
      collection_id: { description: "Collection", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "collection_id", "artifact_id"],
    type: "object"
  },
  getArtifactDownloadUrl: {
    additionalProperties: false,
    properties: {
      artifact_id: { description: "Artifact", type: "string" },
      collection_id: { description: "Collection", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "collection_id", "artifact_id"],
    type: "object"
  },
  forceDeleteArtifact: {
    additionalProperties: false,
    properties: {
      artifact_id: { description: "Artifact", type: "string" },
      collection_id: { description: "Collection", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "collection_id", "artifact_id"],
    type: "object"
  },
  validateApiKey: { additionalProperties: false, type: "object" },
  planMultipartUpload: {
    additionalProperties: false,
    properties: {
      bucket_id: { description: "upload_details.bucket_secret_id", type: "string" },
      bucket_location: { type: "string" },
      size: { description: "Bytes; not checked against the maximum, 0 gives no parts.", type: "integer" },
      upload_id: {
        description: "Required in practice for s3 (null is a 500), not used for azure.",
        type: ["string", "null"]
      }
    },
    required: ["bucket_id", "bucket_location", "size"],
    type: "object"
  },
  getBucketConnectionUrls: {
    additionalProperties: false,
    properties: { body: { $ref: "#/$defs/BucketSecretCreate", description: "The whole body." } },
    required: ["body"],
    type: "object"
  },
  listBucketSecrets: {
    additionalProperties: false,
    properties: { organization_id: { description: "Organization", type: "string" } },
    required: ["organization_id"],
    type: "object"
  },
  createBucketSecret: {
    additionalProperties: false,
    properties: {
      body: { $ref: "#/$defs/BucketSecretCreate", description: "The whole body." },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "body"],
    type: "object"
  },
  getBucketSecret: {
    additionalProperties: false,
    properties: {
      organization_id: { description: "Organization", type: "string" },
      secret_id: { description: "Secret", type: "string" }
    },
    required: ["organization_id", "secret_id"],
    type: "object"
  },
  updateBucketSecret: {
    additionalProperties: false,
    properties: {
      access_key: { type: ["string", "null"] },
      bucket_name: { type: ["string", "null"] },
      cert_check: { type: ["boolean", "null"] },
      endpoint: { type: ["string", "null"] },
      organization_id: { description: "Organization", type: "string" },
      region: { type: ["string", "null"] },
      secret_id: { description: "Secret", type: "string" },
      secret_key: { type: ["string", "null"] },
      secure: { type: ["boolean", "null"] },
      session_token: { type: ["string", "null"] },
      type: { anyOf: [{ $ref: "#/$defs/BucketType" }, { type: "null" }], description: "Ignored." }
    },
    required: ["organization_id", "secret_id"],
    type: "object"
  },
  deleteBucketSecret: {
    additionalProperties: false,
    properties: {
      organization_id: { description: "Organization", type: "string" },
      secret_id: { description: "Secret", type: "string" }
    },
    required: ["organization_id", "secret_id"],
    type: "object"
  },
  getStoredBucketConnectionUrls: {
    additionalProperties: false,
    properties: {
      access_key: { type: ["string", "null"] },
      bucket_name: { type: ["string", "null"] },
      cert_check: { type: ["boolean", "null"] },
      endpoint: { type: ["string", "null"] },
      id: { description: "Must equal the path.", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      region: { type: ["string", "null"] },
      secret_id: { description: "Secret", type: "string" },
      secret_key: { type: ["string", "null"] },
      secure: { type: ["boolean", "null"] },
      session_token: { type: ["string", "null"] },
      type: {
        $ref: "#/$defs/BucketType",
        description: "Defaults to s3 and must equal the stored type, so azure secrets must send azure."
      }
    },
    required: ["organization_id", "secret_id", "id"],
    type: "object"
  },
  listCollections: {
    additionalProperties: false,
    properties: {
      cursor: { description: "Opaque value from the previous page.", type: "string" },
      limit: { default: 50, description: "Page size.", type: "integer" },
      orbit_id: { description: "Orbit", type: "string" },
      order: { $ref: "#/$defs/SortOrder", default: "desc" },
      organization_id: { description: "Organization", type: "string" },
      search: { description: "Case-insensitive substring of the name or of the tags.", type: "string" },
      sort_by: { $ref: "#/$defs/CollectionSortBy", default: "created_at" },
      types: {
        description: "Repeat the key per value.",
        items: { $ref: "#/$defs/CollectionTypeFilter" },
        type: "array"
      }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  createCollection: {
    additionalProperties: false,
    properties: {
      description: { type: "string" },
      name: { description: "Empty is accepted on create.", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      tags: { items: { type: "string" }, type: ["array", "null"] },
      type: { $ref: "#/$defs/CollectionType" }
    },
    required: ["organization_id", "orbit_id", "description", "name", "type"],
    type: "object"
  },
  getCollection: {
    additionalProperties: false,
    properties: {
      collection_id: { description: "Collection", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "collection_id"],
    type: "object"
  },
  updateCollection: {
    additionalProperties: false,
    properties: {
      collection_id: { description: "Collection", type: "string" },
      description: { type: ["string", "null"] },
      name: { type: ["string", "null"] },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      tags: { items: { type: "string" }, type: ["array", "null"] }
    },
    required: ["organization_id", "orbit_id", "collection_id"],
    type: "object"
  },
  deleteCollection: {
    additionalProperties: false,
    properties: {
      collection_id: { description: "Collection", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "collection_id"],
    type: "object"
  },
  listDeployments: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  createDeployment: {
    additionalProperties: false,
    properties: {
      artifact_id: { type: "string" },
      description: { type: ["string", "null"] },
      dynamic_attributes_secrets: {
        additionalProperties: { type: "string" },
        description: "Attribute name to orbit secret id.",
        type: "object"
      },
      env_variables: { additionalProperties: { type: "string" }, default: {}, type: "object" },
      env_variables_secrets: {
        additionalProperties: { type: "string" },
        description: "Variable name to orbit secret id.",
        type: "object"
      },
      name: { type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      satellite_id: { type: "string" },
      satellite_parameters: {
        additionalProperties: { anyOf: [{ type: "boolean" }, { type: "integer" }, { type: "string" }] },
        default: {},
        type: "object"
      },
      tags: { items: { type: "string" }, type: ["array", "null"] }
    },
    required: ["organization_id", "orbit_id", "artifact_id", "name", "satellite_id"],
    type: "object"
  },
  getDeployment: {
    additionalProperties: false,
    properties: {
      deployment_id: { description: "Deployment", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "deployment_id"],
    type: "object"
  },
  updateDeployment: {
    additionalProperties: false,
    properties: {
      deployment_id: { description: "Deployment", type: "string" },
      description: { type: ["string", "null"] },
      dynamic_attributes_secrets: { additionalProperties: { type: "string" }, type: ["object", "null"] },
      error_message: { additionalProperties: {}, type: ["object", "null"] },
      name: { type: ["string", "null"] },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      schemas: { additionalProperties: {}, type: ["object", "null"] },
      tags: { items: { type: "string" }, type: ["array", "null"] }
    },
    required: ["organization_id", "orbit_id", "deployment_id"],
    type: "object"
  },
  requestDeploymentDeletion: {
    additionalProperties: false,
    properties: {
      deployment_id: { description: "Deployment", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "deployment_id"],
    type: "object"
  },
  forceDeleteDeployment: {
    additionalProperties: false,
    properties: {
      deployment_id: { description: "Deployment", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "deployment_id"],
    type: "object"
  },
  listOrbitMembers: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  addOrbitMember: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      role: { $ref: "#/$defs/OrbitRole" },
      user_id: { type: "string" }
    },
    required: ["organization_id", "orbit_id", "role", "user_id"],
    type: "object"
  },
  updateOrbitMember: {
    additionalProperties: false,
    properties: {
      id: { description: "Membership id.", type: "string" },
      member_id: { description: "Membership id", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      role: { $ref: "#/$defs/OrbitRole" }
    },
    required: ["organization_id", "orbit_id", "member_id", "id", "role"],
    type: "object"
  },
  removeOrbitMember: {
    additionalProperties: false,
    properties: {
      member_id: { description: "Membership id", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id", "member_id"],
    type: "object"
  },
  listOrbitSecrets: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  createOrbitSecret: {
    additionalProperties: false,
    properties: {
      name: { description: "Unique in the orbit.", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      tags: { items: { type: "string" }, type: ["array", "null"] },
      value: { type: "string" }
    },
    required: ["organization_id", "orbit_id", "name", "value"],
    type: "object"
  },
  getOrbitSecret: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      secret_id: { description: "Secret", type: "string" }
    },
    required: ["organization_id", "orbit_id", "secret_id"],
    type: "object"
  },
  updateOrbitSecret: {
    additionalProperties: false,
    properties: {
      name: { type: ["string", "null"] },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      secret_id: { description: "Secret", type: "string" },
      tags: { items: { type: "string" }, type: ["array", "null"] },
      value: { type: ["string", "null"] }
    },
    required: ["organization_id", "orbit_id", "secret_id"],
    type: "object"
  },
  deleteOrbitSecret: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      secret_id: { description: "Secret", type: "string" }
    },
    required: ["organization_id", "orbit_id", "secret_id"],
    type: "object"
  },
  listOrbits: {
    additionalProperties: false,
    properties: { organization_id: { description: "Organization", type: "string" } },
    required: ["organization_id"],
    type: "object"
  },
  createOrbit: {
    additionalProperties: false,
    properties: {
      bucket_secret_id: { type: "string" },
      members: { description: "Extra members.", items: { $ref: "#/$defs/OrbitMemberSeed" }, type: ["array", "null"] },
      name: { type: "string" },
      notify: { default: false, description: "Send an e-mail to the added members.", type: "boolean" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "bucket_secret_id", "name"],
    type: "object"
  },
  getOrbit: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  updateOrbit: {
    additionalProperties: false,
    properties: {
      bucket_secret_id: { type: ["string", "null"] },
      id: { description: "Ignored.", type: ["string", "null"] },
      name: { type: ["string", "null"] },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  deleteOrbit: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  listOrganizationInvitations: {
    additionalProperties: false,
    properties: { organization_id: { description: "Organization", type: "string" } },
    required: ["organization_id"],
    type: "object"
  },
  createOrganizationInvitation: {
    additionalProperties: false,
    properties: {
      email: { type: "string" },
      organization_id: { description: "Organization", type: "string" },
      role: { $ref: "#/$defs/OrgRoleAssignable" }
    },
    required: ["organization_id", "email", "role"],
    type: "object"
  },
  cancelOrganizationInvitation: {
    additionalProperties: false,
    properties: {
      invite_id: { description: "Invitation", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "invite_id"],
    type: "object"
  },
  listOrganizationMembers: {
    additionalProperties: false,
    properties: { organization_id: { description: "Organization", type: "string" } },
    required: ["organization_id"],
    type: "object"
  },
  addOrganizationMember: {
    additionalProperties: false,
    properties: {
      organization_id: { description: "Organization", type: "string" },
      role: { $ref: "#/$defs/OrgRoleAssignable" },
      user_id: { type: "string" }
    },
    required: ["organization_id", "role", "user_id"],
    type: "object"
  },
  updateOrganizationMember: {
    additionalProperties: false,
    properties: {
      id: { description: "Ignored.", type: ["string", "null"] },
      member_id: { description: "Membership id", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      role: { $ref: "#/$defs/OrgRoleAssignable" }
    },
    required: ["organization_id", "member_id", "role"],
    type: "object"
  },
  removeOrganizationMember: {
    additionalProperties: false,
    properties: {
      member_id: { description: "Membership id", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "member_id"],
    type: "object"
  },
  createOrganization: {
    additionalProperties: false,
    properties: { logo: { type: ["string", "null"] }, name: { type: "string" } },
    required: ["name"],
    type: "object"
  },
  getOrganization: {
    additionalProperties: false,
    properties: { organization_id: { description: "Organization", type: "string" } },
    required: ["organization_id"],
    type: "object"
  },
  updateOrganization: {
    additionalProperties: false,
    properties: {
      id: { description: "Ignored; the path wins.", type: ["string", "null"] },
      logo: { description: "Leaving it out clears the stored logo.", type: ["string", "null"] },
      name: { type: ["string", "null"] },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id"],
    type: "object"
  },
  deleteOrganization: {
    additionalProperties: false,
    properties: { organization_id: { description: "Organization", type: "string" } },
    required: ["organization_id"],
    type: "object"
  },
  leaveOrganization: {
    additionalProperties: false,
    properties: { organization_id: { description: "Organization", type: "string" } },
    required: ["organization_id"],
    type: "object"
  },
  listMyOrganizations: { additionalProperties: false, type: "object" },
  workerGetArtifact: {
    additionalProperties: false,
    properties: { artifact_id: { description: "Artifact", type: "string" } },
    required: ["artifact_id"],
    type: "object"
  },
  workerGetArtifactDownloadUrl: {
    additionalProperties: false,
    properties: { artifact_id: { description: "Artifact", type: "string" } },
    required: ["artifact_id"],
    type: "object"
  },
  workerListDeployments: { additionalProperties: false, type: "object" },
  workerCheckInferenceAccess: {
    additionalProperties: false,
    properties: { api_key: { type: "string" } },
    required: ["api_key"],
    type: "object"
  },
  workerGetDeployment: {
    additionalProperties: false,
    properties: { deployment_id: { description: "Deployment", type: "string" } },
    required: ["deployment_id"],
    type: "object"
  },
  workerUpdateDeployment: {
    additionalProperties: false,
    properties: {
      deployment_id: { description: "Deployment", type: "string" },
      error_message: { additionalProperties: {}, type: ["object", "null"] },
      inference_url: { type: ["string", "null"] },
      schemas: { additionalProperties: {}, type: ["object", "null"] },
      status: { anyOf: [{ $ref: "#/$defs/DeploymentStatus" }, { type: "null" }] },
      tags: { items: { type: "string" }, type: ["array", "null"] }
    },
    required: ["deployment_id"],
    type: "object"
  },
  workerDeleteDeployment: {
    additionalProperties: false,
    properties: { deployment_id: { description: "Deployment", type: "string" } },
    required: ["deployment_id"],
    type: "object"
  },
  workerUpdateDeploymentStatus: {
    additionalProperties: false,
    properties: {
      deployment_id: { description: "Deployment", type: "string" },
      status: { $ref: "#/$defs/DeploymentStatus" }
    },
    required: ["deployment_id", "status"],
    type: "object"
  },
  workerGetModelArtifact: {
    additionalProperties: false,
    properties: { model_artifact_id: { description: "Artifact", type: "string" } },
    required: ["model_artifact_id"],
    type: "object"
  },
  workerGetModelArtifactDownloadUrl: {
    additionalProperties: false,
    properties: { model_artifact_id: { description: "Artifact", type: "string" } },
    required: ["model_artifact_id"],
    type: "object"
  },
  pairSatellite: {
    additionalProperties: false,
    properties: {
      base_url: { type: "string" },
      capabilities: {
        additionalProperties: { additionalProperties: {}, type: ["object", "null"] },
        description: "Must not be empty.",
        type: "object"
      },
      slug: { type: ["string", "null"] }
    },
    required: ["base_url", "capabilities"],
    type: "object"
  },
  workerListSecrets: { additionalProperties: false, type: "object" },
  workerGetSecret: {
    additionalProperties: false,
    properties: { secret_id: { description: "Secret", type: "string" } },
    required: ["secret_id"],
    type: "object"
  },
  workerListTasks: {
    additionalProperties: false,
    properties: { status: { $ref: "#/$defs/SatelliteTaskStatus" } },
    type: "object"
  },
  workerUpdateTask: {
    additionalProperties: false,
    properties: {
      result: { additionalProperties: {}, type: ["object", "null"] },
      status: { $ref: "#/$defs/SatelliteTaskStatus" },
      task_id: { description: "Task", type: "string" }
    },
    required: ["task_id", "status"],
    type: "object"
  },
  listSatellites: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      paired: { description: "Filter on the pairing state.", type: "boolean" }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  createSatellite: {
    additionalProperties: false,
    properties: {
      description: { type: ["string", "null"] },
      name: { description: "Nullable in the schema, but null or absent ends in a 500.", type: ["string", "null"] },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  getSatellite: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      satellite_id: { description: "Satellite", type: "string" }
    },
    required: ["organization_id", "orbit_id", "satellite_id"],
    type: "object"
  },
  updateSatellite: {
    additionalProperties: false,
    properties: {
      description: { type: ["string", "null"] },
      name: { type: ["string", "null"] },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      satellite_id: { description: "Satellite", type: "string" }
    },
    required: ["organization_id", "orbit_id", "satellite_id"],
    type: "object"
  },
  deleteSatellite: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      satellite_id: { description: "Satellite", type: "string" }
    },
    required: ["organization_id", "orbit_id", "satellite_id"],
    type: "object"
  },
  rotateSatelliteApiKey: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      satellite_id: { description: "Satellite", type: "string" }
    },
    required: ["organization_id", "orbit_id", "satellite_id"],
    type: "object"
  },
  confirmEmail: {
    additionalProperties: false,
    properties: { confirmation_token: { type: "string" } },
    required: ["confirmation_token"],
    type: "object"
  },
  forgotPassword: {
    additionalProperties: false,
    properties: { email: { type: "string" } },
    required: ["email"],
    type: "object"
  },
  googleCallback: {
    additionalProperties: false,
    properties: { code: { type: ["string", "null"] } },
    required: ["code"],
    type: "object"
  },
  googleLogin: { additionalProperties: false, type: "object" },
  signOut: { additionalProperties: false, type: "object" },
  microsoftCallback: {
    additionalProperties: false,
    properties: { code: { type: ["string", "null"] } },
    required: ["code"],
    type: "object"
  },
  microsoftLogin: { additionalProperties: false, type: "object" },
  refreshSession: { additionalProperties: false, type: "object" },
  resetPassword: {
    additionalProperties: false,
    properties: { new_password: { type: "string" }, reset_token: { type: "string" } },
    required: ["new_password", "reset_token"],
    type: "object"
  },
  signIn: {
    additionalProperties: false,
    properties: { email: { type: "string" }, password: { type: "string" } },
    required: ["email", "password"],
    type: "object"
  },
  signUp: {
    additionalProperties: false,
    properties: {
      email: { type: "string" },
      full_name: { type: ["string", "null"] },
      password: { type: "string" },
      photo: { type: ["string", "null"] }
    },
    required: ["email", "password"],
    type: "object"
  },
  getMe: { additionalProperties: false, type: "object" },
  updateMe: {
    additionalProperties: false,
    properties: {
      auth_method: { anyOf: [{ $ref: "#/$defs/AuthMethod" }, { type: "null" }] },
      disabled: { type: ["boolean", "null"] },
      full_name: { type: ["string", "null"] },
      password: { type: ["string", "null"] },
      photo: { type: ["string", "null"] }
    },
    type: "object"
  },
  deleteMe: { additionalProperties: false, type: "object" },
  listTrackEntries: {
    additionalProperties: false,
    properties: {
      cursor: { description: "Opaque value from the previous page.", type: "string" },
      limit: { default: 50, description: "Page size.", type: "integer" },
      orbit_id: { description: "Orbit", type: "string" },
      order: { $ref: "#/$defs/SortOrder", default: "desc" },
      organization_id: { description: "Organization", type: "string" },
      sort_by: { $ref: "#/$defs/TrackEntrySortBy", default: "created_at" },
      stage: { description: "Stage id (not name).", type: "string" },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id"],
    type: "object"
  },
  createTrackEntry: {
    additionalProperties: false,
    properties: {
      artifact_id: { type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      stage_id: { type: ["string", "null"] },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id", "artifact_id"],
    type: "object"
  },
  deleteTrackEntries: {
    additionalProperties: false,
    properties: {
      entry_ids: { items: { type: "string" }, type: "array" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id", "entry_ids"],
    type: "object"
  },
  getTrackEntryByStage: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      stage_id: { type: "string" },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id", "stage_id"],
    type: "object"
  },
  getTrackEntry: {
    additionalProperties: false,
    properties: {
      entry_id: { description: "Track entry", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id", "entry_id"],
    type: "object"
  },
  updateTrackEntry: {
    additionalProperties: false,
    properties: {
      entry_id: { description: "Track entry", type: "string" },
      force: { default: false, description: "Take the stage away from its present holder.", type: "boolean" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      stage_id: { description: "Absent or null unassigns the stage.", type: ["string", "null"] },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id", "entry_id"],
    type: "object"
  },
  deleteTrackEntry: {
    additionalProperties: false,
    properties: {
      entry_id: { description: "Track entry", type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id", "entry_id"],
    type: "object"
  },
  listTracks: {
    additionalProperties: false,
    properties: {
      cursor: { description: "Opaque value from the previous page.", type: "string" },
      limit: { default: 50, description: "Page size.", type: "integer" },
      orbit_id: { description: "Orbit", type: "string" },
      order: { $ref: "#/$defs/SortOrder", default: "desc" },
      organization_id: { description: "Organization", type: "string" },
      search: { description: "Case-insensitive substring of the name or of the tags.", type: "string" },
      sort_by: { $ref: "#/$defs/TrackSortBy", default: "created_at" },
      types: {
        description: "Artifact types; unknown values are accepted and match nothing.",
        items: { type: "string" },
        type: "array"
      }
    },
    required: ["organization_id", "orbit_id"],
    type: "object"
  },
  createTrack: {
    additionalProperties: false,
    properties: {
      artifact_type: { $ref: "#/$defs/ArtifactType" },
      description: { type: ["string", "null"] },
      name: { type: "string" },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      stages: { default: [], description: "Distinct names.", items: { type: "string" }, type: "array" },
      tags: { items: { type: "string" }, type: ["array", "null"] }
    },
    required: ["organization_id", "orbit_id", "artifact_type", "name"],
    type: "object"
  },
  getTrack: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id"],
    type: "object"
  },
  updateTrack: {
    additionalProperties: false,
    properties: {
      description: { type: ["string", "null"] },
      name: { type: ["string", "null"] },
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      stages: {
        description: "When present it is the full wanted list: stages not named by id are removed.",
        items: { $ref: "#/$defs/StageUpsert" },
        type: ["array", "null"]
      },
      tags: { items: { type: "string" }, type: ["array", "null"] },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id"],
    type: "object"
  },
  deleteTrack: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id"],
    type: "object"
  },
  listTrackStages: {
    additionalProperties: false,
    properties: {
      orbit_id: { description: "Orbit", type: "string" },
      organization_id: { description: "Organization", type: "string" },
      track_id: { description: "Track", type: "string" }
    },
    required: ["organization_id", "orbit_id", "track_id"],
    type: "object"
  },
  listMyInvitations: { additionalProperties: false, type: "object" },
  acceptInvitation: {
    additionalProperties: false,
    properties: { invite_id: { description: "Invitation", type: "string" } },
    required: ["invite_id"],
    type: "object"
  },
  rejectInvitation: {
    additionalProperties: false,
    properties: { invite_id: { description: "Invitation", type: "string" } },
    required: ["invite_id"],
    type: "object"
  }
}

/**
 * What `#/$defs/` refers to in the inputs.
 *
 * @since 0.1.0
 * @category models
 */
export const definitions: Readonly<Record<string, JsonSchema>> = {
  ArtifactSortField: {
    description: "Documented sort fields.",
    enum: ["created_at", "name", "size", "description", "status", "type"],
    type: "string"
  },
  ArtifactStatusUpdate: {
    description: "The only values a PATCH may carry; anything else is a 422.",
    enum: ["uploaded", "upload_failed", "deletion_failed"],
    type: "string"
  },
  ArtifactType: { enum: ["model", "experiment", "dataset"], type: "string" },
  AuthMethod: { enum: ["EMAIL", "GOOGLE", "MICROSOFT"], type: "string" },
  AzureBucketSecretCreate: {
    additionalProperties: false,
    description: "Other keys are ignored on create.",
    properties: {
      bucket_name: { description: "Container name.", type: "string" },
      endpoint: { description: "Connection string; must contain AccountName= and AccountKey=.", type: "string" },
      type: { enum: ["azure"], type: "string" }
    },
    required: ["bucket_name", "endpoint", "type"],
    type: "object"
  },
  BucketSecretCreate: {
    anyOf: [{ $ref: "#/$defs/S3BucketSecretCreate" }, { $ref: "#/$defs/AzureBucketSecretCreate" }]
  },
  BucketType: { enum: ["s3", "azure"], type: "string" },
  CollectionSortBy: { enum: ["created_at", "name", "type", "description", "total_artifacts"], type: "string" },
  CollectionType: {
    enum: ["model", "dataset", "experiment", "model_dataset", "dataset_experiment", "model_experiment", "mixed"],
    type: "string"
  },
  CollectionTypeFilter: {
    description: "Exact match on the stored type, so the three two-kind types cannot be selected by any filter value.",
    enum: ["model", "dataset", "experiment", "mixed"],
    type: "string"
  },
  DeploymentStatus: {
    enum: ["pending", "active", "failed", "deletion_pending", "deletion_failed", "not_responding"],
    type: "string"
  },
  FileIndex: {
    additionalProperties: {
      items: false,
      minItems: 2,
      prefixItems: [{ type: "integer" }, { type: "integer" }],
      type: "array"
    },
    description: "Member path to [offset, length].",
    type: "object"
  },
  JsonIo: {
    additionalProperties: false,
    properties: {
      content_type: { enum: ["JSON"], type: "string" },
      dtype: { type: "string" },
      name: { type: "string" },
      tags: { items: { type: "string" }, type: ["array", "null"] }
    },
    required: ["content_type", "dtype", "name"],
    type: "object"
  },
  LumlManifest: {
    additionalProperties: false,
    description: "Manifest of dataset and experiment archives.",
    properties: {
      artifact_type: { description: "model, experiment or dataset.", type: "string" },
      description: { type: ["string", "null"] },
      name: { type: ["string", "null"] },
      payload: { additionalProperties: {}, description: "Kept as sent.", type: "object" },
      producer_name: { type: "string" },
      producer_tags: { items: { type: "string" }, type: "array" },
      producer_version: { type: "string" },
      variant: { description: "tabular or hf for datasets, default for experiments.", type: "string" },
      version: { type: ["string", "null"] }
    },
    required: ["artifact_type", "payload", "producer_name", "producer_tags", "producer_version", "variant"],
    type: "object"
  },
  Manifest: {
    anyOf: [{ $ref: "#/$defs/LumlManifest" }, { $ref: "#/$defs/ModelManifest" }],
    description:
      "If a document satisfies both shapes, the shape matching more fields wins (a full model manifest beats a luml one)."
  },
  ManifestIo: { anyOf: [{ $ref: "#/$defs/NdJsonIo" }, { $ref: "#/$defs/JsonIo" }] },
  ManifestVar: {
    additionalProperties: false,
    properties: {
      description: { type: "string" },
      name: { type: "string" },
      tags: { items: { type: "string" }, type: ["array", "null"] }
    },
    required: ["description", "name"],
    type: "object"
  },
  ModelManifest: {
    additionalProperties: false,
    description: "Manifest of an FNNX model archive.",
    properties: {
      description: { type: ["string", "null"] },
      dynamic_attributes: { items: { $ref: "#/$defs/ManifestVar" }, type: "array" },
      env_vars: { items: { $ref: "#/$defs/ManifestVar" }, type: "array" },
      inputs: { items: { $ref: "#/$defs/ManifestIo" }, type: "array" },
      name: { type: ["string", "null"] },
      outputs: { items: { $ref: "#/$defs/ManifestIo" }, type: "array" },
      producer_name: { type: "string" },
      producer_tags: { items: { type: "string" }, type: "array" },
      producer_version: { type: "string" },
      variant: { description: "pipeline or pyfunc today; not checked.", type: "string" },
      version: { type: ["string", "null"] }
    },
    required: [
      "dynamic_attributes",
      "env_vars",
      "inputs",
      "outputs",
      "producer_name",
      "producer_tags",
      "producer_version",
      "variant"
    ],
    type: "object"
  },
  NdJsonIo: {
    additionalProperties: false,
    properties: {
      content_type: { enum: ["NDJSON"], type: "string" },
      dtype: { type: "string" },
      name: { type: "string" },
      shape: { items: { anyOf: [{ type: "string" }, { type: "integer" }] }, type: "array" },
      tags: { items: { type: "string" }, type: ["array", "null"] }
    },
    required: ["content_type", "dtype", "name", "shape"],
    type: "object"
  },
  OrbitMemberSeed: {
    additionalProperties: false,
    properties: { role: { $ref: "#/$defs/OrbitRole" }, user_id: { type: "string" } },
    required: ["role", "user_id"],
    type: "object"
  },
  OrbitRole: { enum: ["admin", "member"], type: "string" },
  OrgRoleAssignable: { description: "owner is refused with a 422.", enum: ["admin", "member"], type: "string" },
  S3BucketSecretCreate: {
    additionalProperties: false,
    description: "Without access_key and secret_key every issued URL is unsigned.",
    properties: {
      access_key: { type: ["string", "null"] },
      bucket_name: { type: "string" },
      cert_check: { type: ["boolean", "null"] },
      endpoint: { description: "A leading http:// or https:// is removed before storing.", type: "string" },
      region: { type: "string" },
      secret_key: { type: ["string", "null"] },
      secure: { description: "https when true or null.", type: ["boolean", "null"] },
      session_token: { type: ["string", "null"] },
      type: { enum: ["s3"], type: "string" }
    },
    required: ["bucket_name", "endpoint", "region", "type"],
    type: "object"
  },
  SatelliteTaskStatus: { enum: ["pending", "running", "done", "failed"], type: "string" },
  SortOrder: { enum: ["asc", "desc"], type: "string" },
  StageUpsert: {
    additionalProperties: false,
    properties: {
      id: { description: "Present: keep and rename that stage.", type: ["string", "null"] },
      name: { type: "string" }
    },
    required: ["name"],
    type: "object"
  },
  TrackEntrySortBy: { enum: ["artifact_name", "description", "stage", "version", "created_at"], type: "string" },
  TrackSortBy: { enum: ["name", "description", "total_entries", "created_at"], type: "string" }
}
