/** Clients of a test registry. */
import type { FileSystem } from "@effect/platform/FileSystem"
import type * as HttpClient from "@effect/platform/HttpClient"
import type { Path } from "@effect/platform/Path"
import { it } from "@effect/vitest"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import { NodeTransport } from "@trilum/core/node"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { Luml, type Options } from "../../src/Luml.js"
import * as Registry from "./Registry.js"

/** Repeats without waits worth mentioning. */
export const quick = { baseDelay: 1, maxDelay: 2, jitter: "none" } as const

export const client = (
  registry: Pick<Registry.Registry, "url">,
  options: Partial<Options> = {}
): Effect.Effect<Luml.Service, never, HttpClient.HttpClient> =>
  Effect.orDie(
    Luml.make({
      apiKey: Redacted.make(Registry.apiKey),
      baseUrl: registry.url,
      retry: quick,
      storageRetry: quick,
      ...options
    })
  )

/** One test on real sockets, files and time. */
export const live = (
  name: string,
  test: () => Effect.Effect<unknown, unknown, HttpClient.HttpClient | FileSystem | Path | Scope.Scope>,
  milliseconds?: number
): void =>
  it.scopedLive(
    name,
    () => Effect.provide(test(), Layer.merge(NodeTransport.layer(), DefaultFiles.layer)),
    milliseconds
  )

/** The typed error of an effect that has to fail with one. */
export const failure = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<E, never, R> =>
  Effect.matchEffect(effect, {
    onFailure: Effect.succeed,
    onSuccess: (value) => Effect.dieMessage(`expected a failure, got ${JSON.stringify(value)}`)
  })
