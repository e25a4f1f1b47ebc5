/**
 * LUML for Effect: `Luml` is the client, the namespaces are its parts.
 *
 * @since 0.1.0
 */
export type { FileSystem } from "@effect/platform/FileSystem"
export type { Path } from "@effect/platform/Path"
export * from "@trilum/core/ApiError"
export * from "@trilum/core/LocalFileError"
export type { WaitOptions as PollingOptions } from "@trilum/core/Polling"
export type { PromiseTypeId, WithPromise } from "@trilum/core/PromiseClient"
export type { Extended, FailedCall, Service, WithErrors } from "@trilum/core/Resource"
export * as ArtifactFile from "./archive/ArtifactFile.js"
export type { RequestOptions } from "./client.js"
export type { InspectOptions, Options, Resources } from "./Luml.js"
export { Luml } from "./Luml.js"
export * from "./LumlError.js"
export type {
  CollectionPlace,
  InCollection,
  InOrbit,
  InOrganization,
  Names,
  OrbitPlace,
  PlaceError,
  PlaceIds
} from "./Place.js"
export type { Source } from "./transfer/Content.js"
export type {
  ArtifactRecord,
  ArtifactReference,
  DownloadError,
  Downloaded,
  DownloadOptions,
  ReadOptions
} from "./transfer/Download.js"
export type { UploadError, UploadOptions } from "./transfer/Upload.js"
