/**
 * Which redirects are followed, as a rule without input or output.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"

/** Whether the current call may be redirected to another origin. */
export class CrossOriginDownload extends Context.Reference<CrossOriginDownload>()(
  "@trilum/core/internal/CrossOriginDownload",
  { defaultValue: (): boolean => false }
) {}

/** See `NodeTransport.withCrossOriginDownload`. */
export const withCrossOriginDownload = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.provideService(effect, CrossOriginDownload, true)

export const maxRedirects = 5

export interface Hop {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Whether the request body goes along. */
  readonly keepsBody: boolean
}

const isSafe = (method: string): boolean => method === "GET" || method === "HEAD"

const becomesGet = (status: number, method: string): boolean =>
  (status === 303 && !isSafe(method)) || ((status === 301 || status === 302) && method === "POST")

const pick = (headers: Hop["headers"], keep: (name: string) => boolean): Record<string, string> => {
  const out: Record<string, string> = {}
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    if (value !== undefined && keep(name)) out[name] = value
  }
  return out
}

const parse = (location: string, base: URL): URL | undefined => {
  try {
    return new URL(location, base)
  } catch {
    return undefined
  }
}

/** Where a redirect leads, for messages: without user, query and fragment. */
export const describeTarget = (location: string, base: URL): string | undefined => {
  const url = parse(location, base)
  return url === undefined ? undefined : `${url.protocol}//${url.host}${url.pathname}`
}

/**
 * The next request, or `undefined` when the redirect is not followed: another origin without `crossOrigin`, another
 * origin for anything but GET and HEAD, https to http (loopback and downloads included), a body that cannot be sent
 * twice, a `location` that is not a URL.
 *
 * The method changes as in the WHATWG Fetch standard: 303, and 301 or 302 of a POST, become GET.
 */
export const nextHop = (
  current: Hop,
  status: number,
  location: string,
  options: { readonly replayable: boolean; readonly crossOrigin: boolean }
): Hop | undefined => {
  if (status !== 301 && status !== 302 && status !== 303 && status !== 307 && status !== 308) return undefined
  const url = parse(location, current.url)
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) return undefined
  if (current.url.protocol === "https:" && url.protocol === "http:") return undefined

  const toGet = becomesGet(status, current.method)
  const method = toGet ? "GET" : current.method
  const keepsBody = current.keepsBody && !toGet
  if (keepsBody && !options.replayable) return undefined
  const headers = toGet ? pick(current.headers, (name) => !name.startsWith("content-")) : current.headers
  if (url.origin === current.url.origin) return { method, url, headers, keepsBody }

  if (!options.crossOrigin || !isSafe(current.method) || keepsBody) return undefined
  return { method, url, headers: pick(headers, (name) => name === "range" || name === "if-range"), keepsBody: false }
}
