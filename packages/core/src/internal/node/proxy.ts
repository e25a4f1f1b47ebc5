/**
 * Which proxy a URL goes through.
 */

/** Proxies by the protocol of the target; `undefined` is the direct way. */
export interface Proxies {
  readonly http: string | undefined
  readonly https: string | undefined
  readonly bypass: (url: URL) => boolean
}

/** A proxy that cannot be used; `message` says what to write instead and never shows the value. */
export class InvalidProxy {
  readonly message: string

  constructor(source: string) {
    this.message = `${source} is not the URL of a proxy; write it as http://proxy.example:8080`
  }
}

const protocols: ReadonlySet<string> = new Set(["http:", "https:", "socks5:", "socks:"])

const parse = (value: string, source: string): string | InvalidProxy => {
  try {
    const url = new URL(value.includes("://") ? value : `http://${value}`)
    return protocols.has(url.protocol) && url.hostname !== "" ? url.href : new InvalidProxy(source)
  } catch {
    return new InvalidProxy(source)
  }
}

const defaultPort = (protocol: string): string => (protocol === "https:" ? "443" : "80")

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"])

interface Entry {
  readonly host: string
  readonly port: string
}

const parseEntry = (entry: string): Entry => {
  const [, host = entry, port = ""] = /^(\[[^\]]*\]|[^:]+):(\d+)$/.exec(entry) ?? []
  const bare = host.replace(/^\*?\./, "")
  return { host: bare.includes(":") && !bare.startsWith("[") ? `[${bare}]` : bare, port }
}

/**
 * The rule of `NO_PROXY`: entries between commas or blanks; `*` is everything; `example.com`, `.example.com` and
 * `*.example.com` are the domain and what is below it; `:port` narrows an entry. Loopback never goes through a proxy of
 * the environment, which would look for the service on its own machine.
 */
export const bypassOf = (noProxy: string): ((url: URL) => boolean) => {
  const entries = noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
  const all = entries.includes("*")
  const parsed = entries.map(parseEntry)
  return (url) => {
    const { hostname } = url
    const port = url.port === "" ? defaultPort(url.protocol) : url.port
    return (
      all ||
      loopback.has(hostname) ||
      parsed.some(
        (entry) =>
          (entry.port === "" || entry.port === port) && (hostname === entry.host || hostname.endsWith(`.${entry.host}`))
      )
    )
  }
}

type Variables = Readonly<Record<string, string | undefined>>

/** Lower case wins and an empty variable counts as absent, as with curl. */
const read = (env: Variables, name: string): string | undefined => env[name.toLowerCase()] || env[name] || undefined

export const fromEnvironment = (env: Variables): Proxies | InvalidProxy => {
  const one = (name: string): string | InvalidProxy | undefined => {
    const value = read(env, name)
    return value === undefined ? undefined : parse(value, name)
  }
  const http = one("HTTP_PROXY")
  const https = one("HTTPS_PROXY")
  if (http instanceof InvalidProxy) return http
  if (https instanceof InvalidProxy) return https
  return { http, https, bypass: bypassOf(read(env, "NO_PROXY") ?? "") }
}

/** One proxy for every target. */
export const fromUrl = (url: string): Proxies | InvalidProxy => {
  const parsed = parse(url, "The proxy option")
  return parsed instanceof InvalidProxy ? parsed : { http: parsed, https: parsed, bypass: () => false }
}
