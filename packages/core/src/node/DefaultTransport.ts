/**
 * The transport that clients use unless they are given another one: on Node, the pool of `NodeTransport`.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type * as Layer from "effect/Layer"
import * as NodeTransport from "./NodeTransport.js"

/**
 * `NodeTransport.layer()` with its defaults.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<HttpClient.HttpClient> = NodeTransport.layer()

/**
 * A transport with a proxy and certificate authorities of its own.
 *
 * @since 0.1.0
 * @category layers
 */
export const withOptions: (options: Pick<NodeTransport.Options, "proxy" | "ca">) => Layer.Layer<HttpClient.HttpClient> =
  NodeTransport.layer
