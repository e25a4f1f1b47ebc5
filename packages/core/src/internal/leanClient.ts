import * as HttpClient from "@effect/platform/HttpClient"
import * as SameOriginRedirects from "./sameOriginRedirects.js"

const lean = new WeakSet<HttpClient.HttpClient>()

/**
 * Marks a client that opens no spans, sends no trace headers and follows no redirect to another origin by itself, and
 * keeps a request's `Deadline`.
 */
export const mark = (client: HttpClient.HttpClient): HttpClient.HttpClient => {
  lean.add(client)
  return client
}

export const isLean = (client: HttpClient.HttpClient): boolean => lean.has(client)

/**
 * The client without the spans of `@effect/platform`, which carry query strings, without `traceparent`, which tells a vendor
 * the caller's trace, and without redirects to other origins.
 */
export const guarded = (client: HttpClient.HttpClient): HttpClient.HttpClient =>
  lean.has(client)
    ? client
    : SameOriginRedirects.make(
        client.pipe(
          HttpClient.withTracerDisabledWhen(() => true),
          HttpClient.withTracerPropagation(false)
        )
      )
