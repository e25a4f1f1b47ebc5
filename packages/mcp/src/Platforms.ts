/**
 * The platforms that the server calls. A platform that is not configured has no tools.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import type { Caller } from "@trilum/core/OperationCaller"
import * as Redaction from "@trilum/core/Redaction"
import * as Luml from "@trilum/luml/Luml"
import * as LumlOperations from "@trilum/luml/Operations"
import * as LumlPlatform from "@trilum/luml/Platform"
import * as Lumnis from "@trilum/lumnis/Lumnis"
import * as LumnisOperations from "@trilum/lumnis/Operations"
import * as LumnisPlatform from "@trilum/lumnis/Platform"
import * as Lvng from "@trilum/lvng/Lvng"
import * as LvngOperations from "@trilum/lvng/Operations"
import * as LvngPlatform from "@trilum/lvng/Platform"
import * as Config from "effect/Config"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"

/**
 * The options of each client. `true` takes all of them from environment variables. Values in the options take precedence.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options {
  readonly lumnis?: Lumnis.Options | true | undefined
  readonly lvng?: Lvng.Options | true | undefined
  readonly luml?: Luml.Options | true | undefined
  /** The user that Lumnis acts for. Calls for another user are invalid. Default: each call names its user. */
  readonly userId?: string | undefined
}

/**
 * A platform: its client, and its operations by catalog entry.
 *
 * @since 0.1.0
 * @category models
 */
export interface Platform<out Client> {
  readonly client: Client
  /** `userId` is for Lumnis: the user of this call. */
  readonly operations: (userId?: string) => Caller
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly lumnis: Platform<Lumnis.Lumnis.Service> | undefined
  readonly lvng: Platform<Lvng.Lvng.Service> | undefined
  readonly luml: Platform<Luml.Luml.Service> | undefined
  /** The user that Lumnis acts for, if the server is bound to one. */
  readonly userId: string | undefined
  /** Knows the credentials of the clients. */
  readonly redactor: Redaction.Redactor
}

/**
 * @since 0.1.0
 * @category tags
 */
export class Platforms extends Context.Tag("@trilum/mcp/Platforms")<Platforms, Service>() {}

type Secret = string | Redacted.Redacted<string> | undefined

const variables = ["LUMNISAI_API_KEY", "LVNG_API_KEY", "LVNG_JWT_TOKEN", "LUML_API_KEY"] as const

const given = <A>(option: A | true | undefined): A | undefined => (option === true ? undefined : option)

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Service, ConfigurationError, HttpClient.HttpClient> =>
  Effect.gen(function* () {
    const { userId } = options
    const [lumnisOptions, lvngOptions, lumlOptions] = [given(options.lumnis), given(options.lvng), given(options.luml)]
    const lumnis =
      options.lumnis === undefined
        ? undefined
        : yield* Effect.map(
            Effect.zip(Lumnis.Lumnis.makeConfig(lumnisOptions), LumnisPlatform.lumnis.connectConfig(lumnisOptions)),
            ([client, connection]): Service["lumnis"] => {
              const bound = userId === undefined ? connection : connection.forUser(userId)
              return {
                client: userId === undefined ? client : client.forUser(userId),
                operations: (user) => LumnisOperations.make(user === undefined ? bound : bound.forUser(user))
              }
            }
          )
    const lvng =
      options.lvng === undefined
        ? undefined
        : yield* Effect.map(
            Effect.zip(Lvng.Lvng.makeConfig(lvngOptions), LvngPlatform.lvng.connectConfig(lvngOptions)),
            ([client, connection]): Service["lvng"] => ({ client, operations: () => LvngOperations.make(connection) })
          )
    const luml =
      options.luml === undefined
        ? undefined
        : yield* Effect.map(
            Effect.zip(Luml.Luml.makeConfig(lumlOptions), LumlPlatform.luml.connectConfig(lumlOptions)),
            ([client, connection]): Service["luml"] => ({ client, operations: () => LumlOperations.make(connection) })
          )
    const environment = yield* Effect.forEach(variables, (name) =>
      Effect.orElseSucceed(Config.option(Config.string(name)), Option.none<string>)
    )
    const secrets: ReadonlyArray<Secret> = [
      lumnisOptions?.apiKey,
      lvngOptions?.apiKey,
      lvngOptions?.jwt,
      lumlOptions?.apiKey,
      lumlOptions?.accessToken,
      lumlOptions?.satelliteKey,
      ...environment.map(Option.getOrUndefined)
    ]
    return {
      lumnis,
      lvng,
      luml,
      userId,
      redactor: Redaction.make({ secrets: secrets.filter((secret) => secret !== undefined) })
    }
  })

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options): Layer.Layer<Platforms, ConfigurationError, HttpClient.HttpClient> =>
  Layer.effect(Platforms, make(options))
