import type * as HttpClient from "@effect/platform/HttpClient"
import type { ApiError, StreamError } from "@trilum/core/ApiError"
import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Generated from "../generated/files.js"

type Failure = ApiError | StreamError | PreparedError

/** Where another host has the bytes, when a failed call says so. */
const storageOf = (failure: Failure, location: string | undefined): string | undefined => {
  if (failure._tag !== "RedirectError") return undefined
  if (location === undefined || !URL.canParse(location)) return undefined
  const { hostname, protocol } = new URL(location)
  const isLoopback = hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname)
  return protocol === "https:" || (protocol === "http:" && isLoopback) ? location : undefined
}

/**
 * Downloads of files. A transport follows redirects to the platform's own origin; one to another host is read here, by
 * requests that know no key and no header of the caller.
 */
export const make = (
  client: ApiClient,
  transport: Context.Context<HttpClient.HttpClient>
): Generated.Service["download"] => {
  const asked = (
    fileId: string,
    params: Generated.FilesDownloadParams | undefined,
    options: RequestOptions | undefined
  ) => {
    let location: string | undefined
    const bytes = client.stream(Generated.downloadFile, [fileId], params, {
      ...options,
      onResponse: (info) => {
        location = info.headers["location"]
        options?.onResponse?.(info)
      }
    })
    return { bytes, storage: (failure: Failure) => storageOf(failure, location) }
  }

  return (fileId, params, options) =>
    Stream.suspend(() => {
      const first = asked(fileId, params, options)
      return Stream.catchAll(first.bytes, (failure): Stream.Stream<Uint8Array, Failure> => {
        const url = first.storage(failure)
        if (url === undefined) return Stream.fail(failure)
        const renew = (rejected: Redacted.Redacted<string>): Effect.Effect<Redacted.Redacted<string>, Failure> =>
          Effect.suspend(() => {
            const renewed = asked(fileId, params, options)
            return Stream.runDrain(Stream.take(renewed.bytes, 1)).pipe(
              Effect.as(rejected),
              Effect.catchAll((other) => {
                const next = renewed.storage(other)
                return next === undefined ? Effect.fail(other) : Effect.succeed(Redacted.make(next))
              })
            )
          })
        const transfer = ObjectTransfer.make({
          platform: "lumnis",
          ...(options?.retry === undefined ? {} : { retry: options.retry }),
          ...(options?.idleTimeout === undefined ? {} : { idleTimeout: options.idleTimeout })
        })
        return Stream.unwrap(
          Effect.map(Effect.provide(transfer, transport), (storage) =>
            storage.read({
              operation: Generated.downloadFile.id,
              url: { current: Effect.succeed(Redacted.make(url)), renew }
            })
          )
        )
      })
    })
}
