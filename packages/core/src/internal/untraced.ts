import * as HttpClient from "@effect/platform/HttpClient"

const bare = new WeakSet<HttpClient.HttpClient>()

/** Marks a client that opens no spans and sends no trace headers by itself. */
export const mark = (client: HttpClient.HttpClient): HttpClient.HttpClient => {
  bare.add(client)
  return client
}

/**
 * The client without the spans of `@effect/platform`, which carry query strings, and without `traceparent`, which tells
 * a vendor the caller's trace.
 */
export const from = (client: HttpClient.HttpClient): HttpClient.HttpClient =>
  bare.has(client)
    ? client
    : client.pipe(HttpClient.withTracerDisabledWhen(() => true), HttpClient.withTracerPropagation(false))
