/**
 * LUML with promises: the same resources, names and errors as the Effect client, without Effect.
 *
 * @since 0.1.0
 */
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as Mock from "@trilum/core/Mock"
import { open } from "@trilum/core/Platform"
import type { LumlPromise } from "./Luml.js"
import { type AnyResource, clientOf, luml, type PromiseOptions as Options } from "./Platform.js"
import * as Registry from "./resources.js"
import type { SlimLuml } from "./slim.js"

export type { RequestOptions as CallOptions, ResponseInfo } from "@trilum/core/ApiClient"
export * from "@trilum/core/ApiError"
export type { AsyncItems } from "@trilum/core/AsyncItems"
export { type FileContent, type FileInput, type FilePart, toFile } from "@trilum/core/FileInput"
export type { Fetch, LogSink, Middleware } from "@trilum/core/Hooks"
export * from "@trilum/core/LocalFileError"
export type { WaitOptions as PollingOptions } from "@trilum/core/Polling"
export type { Abortable, Closeable, Face, Promised, PromiseTypeId, WithPromise } from "@trilum/core/PromiseClient"
export { AbortError } from "@trilum/core/PromiseClient"
export { type RawRequest, withResponse } from "@trilum/core/RawRequest"
export type { Inspection } from "./archive/ArtifactFile.js"
export type { RequestOptions } from "./client.js"
export type { InspectOptions, LumlPromise } from "./Luml.js"
export * from "./LumlError.js"
export type { InCollection, InOrbit, InOrganization, Names, PlaceIds } from "./Place.js"
export type { PromiseOptions as Options } from "./Platform.js"
export type { Source } from "./transfer/Content.js"
export type { ArtifactReference, Downloaded, DownloadOptions, ReadOptions } from "./transfer/Download.js"
export type { UploadOptions } from "./transfer/Upload.js"

/**
 * Builds a client. What the options leave out comes from `LUML_API_KEY` and `LUML_BASE_URL`. Nothing is sent. Throws
 * `ConfigurationError` without a credential, and for options that are unknown or wrong.
 *
 * With `resources` the client has these alone. For a small bundle import `createLuml` from `@trilum/luml/slim`.
 *
 * @example
 * ```ts
 * import { createLuml } from "@trilum/luml/promise"
 *
 * const luml = createLuml()
 * const artifact = await luml.artifacts.upload("model.luml", { collection: "churn" })
 * await luml.artifacts.download(artifact, "copies/")
 * await luml.close()
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export function createLuml<const R extends ReadonlyArray<AnyResource>>(
  options: Options & { readonly resources: R }
): SlimLuml<R>
export function createLuml(options?: Options): LumlPromise
export function createLuml({
  resources = Object.values(Registry),
  ...options
}: Options & { readonly resources?: ReadonlyArray<AnyResource> } = {}):
  | LumlPromise
  | SlimLuml<ReadonlyArray<AnyResource>> {
  return open(luml, options, clientOf(resources), DefaultFiles.layer)
}

/**
 * A client for tests. A method that is not given throws an error with its name.
 *
 * @since 0.1.0
 * @category testing
 */
export const mockLuml = (part: Mock.Partial<LumlPromise>): LumlPromise => Mock.promise("luml", part)
