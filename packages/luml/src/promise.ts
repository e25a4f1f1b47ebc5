/**
 * LUML with promises: the same resources, names and errors as the Effect client, without Effect.
 *
 * @since 0.1.0
 */
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import type { Abortable, Closeable, Promised } from "@trilum/core/PromiseClient"
import * as PromiseClient from "@trilum/core/PromiseClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { Inspection } from "./archive/ArtifactFile.js"
import * as Luml from "./Luml.js"
import type { Names } from "./Place.js"
import type { Source } from "./transfer/Content.js"

export * from "@trilum/core/ApiError"
export { AbortError } from "@trilum/core/PromiseClient"
export type { Inspection } from "./archive/ArtifactFile.js"
export type { InspectOptions, PlaceIds } from "./Luml.js"
export * from "./LumlError.js"
export type { InCollection, InOrbit, InOrganization, Names } from "./Place.js"
export type { Source } from "./transfer/Content.js"
export type { ArtifactReference, Downloaded, DownloadOptions, ReadOptions } from "./transfer/Download.js"
export type { TransferProgress } from "./transfer/Report.js"
export type { UploadOptions } from "./transfer/Upload.js"

/**
 * The settings of a client. What is not given comes from `LUML_API_KEY` and `LUML_BASE_URL`. Durations are milliseconds
 * or texts like `"10 seconds"`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options extends Omit<Luml.Options, "apiKey" | "accessToken" | "satelliteKey"> {
  readonly apiKey?: string | Redacted.Redacted<string> | undefined
  /** A user session (JWT), for what API keys may not do. */
  readonly accessToken?: string | Redacted.Redacted<string> | undefined
  /** The key of a satellite, for the calls of `satelliteWorker`. */
  readonly satelliteKey?: string | Redacted.Redacted<string> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LumlPromise extends Promised<Luml.Resources>, Closeable {
  /** What an artifact file says of itself. Nothing is sent. */
  inspect(source: Source, options?: Luml.InspectOptions & Abortable): Promise<Inspection>
  /** Ids of the client's organization, orbit and collection; `undefined` for what is not determined. */
  place(options?: Abortable): Promise<Luml.PlaceIds>
  /** This client at another place, whose names are looked up at once and anew. */
  setupConfig(names?: Names, options?: Abortable): Promise<LumlPromise>
  /** This client in another organization, by id or exact name. It shares connections with this one. */
  withOrganization(organization: string): LumlPromise
  /** This client in another orbit. */
  withOrbit(orbit: string): LumlPromise
  /** This client in another collection. */
  withCollection(collection: string): LumlPromise
}

/**
 * Builds a client. Nothing is sent. Throws `ConfigurationError` without a key, and for settings that make no sense.
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
export const createLuml = (options: Options = {}): LumlPromise => {
  const { accessToken, apiKey, satelliteKey, ...rest } = options
  const given = {
    ...rest,
    ...(apiKey === undefined ? undefined : { apiKey: redacted(apiKey) }),
    ...(accessToken === undefined ? undefined : { accessToken: redacted(accessToken) }),
    ...(satelliteKey === undefined ? undefined : { satelliteKey: redacted(satelliteKey) })
  }
  const layer = Layer.effect(Luml.Luml, Effect.flatMap(Effect.mapError(Luml.config(given), missingKey), Luml.make))
  const { runner, service } = PromiseClient.fromLayer(Luml.Luml, Layer.provide(layer, DefaultTransport.layer))
  return promiseOf(service, runner)
}

const redacted = (text: string | Redacted.Redacted<string>): Redacted.Redacted<string> =>
  typeof text === "string" ? Redacted.make(text) : text

const missingKey = (): ConfigurationError =>
  new ConfigurationError({
    platform: "luml",
    message: "API key is required: set LUML_API_KEY, or give the option apiKey"
  })

const promiseOf = (service: Luml.Luml.Service, runner: PromiseClient.Runner): LumlPromise => {
  const { inspect, place, setupConfig, withCollection, withOrbit, withOrganization, ...resources } = service
  return {
    ...PromiseClient.promised(resources, runner),
    ...PromiseClient.promised({ inspect }, runner),
    place: (options) => runner.effect(place, options?.signal),
    setupConfig: async (names, options) =>
      promiseOf(await runner.effect(setupConfig(names), options?.signal), runner.derive()),
    withOrganization: (name) => promiseOf(withOrganization(name), runner.derive()),
    withOrbit: (name) => promiseOf(withOrbit(name), runner.derive()),
    withCollection: (name) => promiseOf(withCollection(name), runner.derive()),
    close: runner.close,
    [Symbol.asyncDispose]: runner.close
  }
}
