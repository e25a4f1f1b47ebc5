/**
 * LUML with promises: the same resources, names and errors as the Effect client, without Effect.
 *
 * @since 0.1.0
 */
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as OnDemand from "@trilum/core/OnDemand"
import type { Abortable, Closeable, Promised } from "@trilum/core/PromiseClient"
import * as PromiseClient from "@trilum/core/PromiseClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import type { Inspection } from "./archive/ArtifactFile.js"
import { lazy } from "./generated/lazy.js"
import * as LazyResources from "./internal/lazyResources.js"
import * as Session from "./internal/session.js"
import type * as Luml from "./Luml.js"
import * as Place from "./Place.js"
import * as Settings from "./Settings.js"
import type { Source } from "./transfer/Content.js"

export * from "@trilum/core/ApiError"
export * from "@trilum/core/LocalFileError"
export { AbortError } from "@trilum/core/PromiseClient"
export type { Inspection } from "./archive/ArtifactFile.js"
export type { InspectOptions } from "./Luml.js"
export * from "./LumlError.js"
export type { InCollection, InOrbit, InOrganization, Names, PlaceIds } from "./Place.js"
export type { Source } from "./transfer/Content.js"
export type { ArtifactReference, Downloaded, DownloadOptions, ReadOptions } from "./transfer/Download.js"
export type { UploadOptions } from "./transfer/Upload.js"

/**
 * The settings of a client. What is not given comes from `LUML_API_KEY` and `LUML_BASE_URL`. Durations are milliseconds
 * or texts like `"10 seconds"`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options extends Omit<Settings.Options, "apiKey" | "accessToken" | "satelliteKey"> {
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
  place(options?: Abortable): Promise<Place.PlaceIds>
  /** This client at another place, whose names are looked up at once and anew. */
  setupConfig(names?: Place.Names, options?: Abortable): Promise<LumlPromise>
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
  const layer = Layer.effect(
    opened,
    Effect.flatMap(Effect.mapError(Settings.config(given), missingKey), (settings) =>
      Effect.map(Session.make(settings), (session): Opened => {
        const { collection, orbit, organization } = settings
        return { session, places: LazyResources.places(session.client, { organization, orbit, collection }) }
      })
    )
  )
  const { runner, service } = PromiseClient.fromLayer(
    opened,
    Layer.provideMerge(layer, Layer.mergeAll(DefaultTransport.layer, DefaultFiles.layer, warnings))
  )
  return promiseOf(service, runner)
}

/** A client at a place. */
interface Opened {
  readonly session: Session.Session
  readonly places: Place.Places
}

const opened = Context.GenericTag<Opened>("@trilum/luml/Opened")

/** Warnings go to `console.warn`: standard output belongs to the program. */
const warnings = Logger.replace(Logger.defaultLogger, Logger.withLeveledConsole(Logger.logfmtLogger))

const redacted = (text: string | Redacted.Redacted<string>): Redacted.Redacted<string> =>
  typeof text === "string" ? Redacted.make(text) : text

const missingKey = (): ConfigurationError =>
  new ConfigurationError({
    platform: "luml",
    message: "API key is required: set LUML_API_KEY, or give the option apiKey"
  })

const inspecting = OnDemand.once("luml", "inspect", () => import("./internal/inspecting.js"))

const promiseOf = ({ places, session }: Opened, runner: PromiseClient.Runner): LumlPromise => {
  const { client } = session
  const at = (names: Place.Names): LumlPromise => promiseOf({ session, places: places.at(names) }, runner.derive())
  return {
    ...PromiseClient.lazy({ platform: "luml", resources: LazyResources.make(session, places), client, runner }),
    api: PromiseClient.lazy({ platform: "luml", resources: lazy, client, runner }),
    inspect: (source, { signal, ...options } = {}) =>
      runner.effect(
        Effect.flatMap(inspecting, ({ inspect }) => inspect(source, options)),
        signal
      ),
    place: (options) => runner.effect(Place.idsOf(places), options?.signal),
    setupConfig: async (names = {}, options) => {
      const fresh = places.anew(names)
      await runner.effect(Place.idsOf(fresh), options?.signal)
      return promiseOf({ session, places: fresh }, runner.derive())
    },
    withOrganization: (organization) => at({ organization }),
    withOrbit: (orbit) => at({ orbit }),
    withCollection: (collection) => at({ collection }),
    close: runner.close,
    [Symbol.asyncDispose]: runner.close
  }
}
