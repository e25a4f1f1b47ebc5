/**
 * The transport that clients use unless they are given another one: outside Node, the runtime's own `fetch`.
 *
 * `fetch` alone follows redirects, up to 20 and to any origin. On the way to another origin it drops `authorization` and
 * `cookie`, as the Fetch standard says, but keeps other headers, such as `x-api-key`. Clients switch that off and follow
 * redirects themselves, to the same origin only. A program that uses this layer without a client gets what `fetch` does.
 * `fetch` has no time limits of its own, so those of the client are the only ones.
 *
 * @since 0.1.0
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import type * as HttpClient from "@effect/platform/HttpClient"
import type * as Layer from "effect/Layer"

/**
 * `FetchHttpClient.layer`.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<HttpClient.HttpClient> = FetchHttpClient.layer

/**
 * A transport with a proxy and certificate authorities of its own. Only Node has one.
 *
 * @since 0.1.0
 * @category layers
 */
export const withOptions:
  | ((options: {
      readonly proxy: string | URL | false | undefined
      readonly ca: string | Uint8Array | ReadonlyArray<string | Uint8Array> | undefined
    }) => Layer.Layer<HttpClient.HttpClient>)
  | undefined = undefined
