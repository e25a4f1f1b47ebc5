import * as HttpClient from "@effect/platform/HttpClient"

const lean = new WeakSet<HttpClient.HttpClient>()

/** Marks a client that opens no spans, sends no trace headers by itself, and keeps a request's `Deadline`. */
export const mark = (client: HttpClient.HttpClient): HttpClient.HttpClient => {
  lean.add(client)
  return client
}

export const isLean = (client: HttpClient.HttpClient): boolean => lean.has(client)

/**
 * The client without the spans of `@effect/platform`, which carry query strings, and without `traceparent`, which tells
 * a vendor the caller's trace.
 */
export const untraced = (client: HttpClient.HttpClient): HttpClient.HttpClient =>
  lean.has(client)
    ? client
    : client.pipe(HttpClient.withTracerDisabledWhen(() => true), HttpClient.withTracerPropagation(false))
