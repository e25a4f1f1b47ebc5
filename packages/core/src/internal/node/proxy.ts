/**
 * Proxy settings: the environment variables, the `NO_PROXY` matcher and the `CONNECT` tunnel.
 *
 * undici's `EnvHttpProxyAgent` does not fit: it sends loopback through the proxy, knows no CIDR in `NO_PROXY`, tunnels
 * plain http, and reports a refused tunnel without the status of the proxy.
 */
import * as Http from "node:http"
import * as Https from "node:https"
import * as Net from "node:net"
import type { ConnectionOptions } from "node:tls"
import type { buildConnector } from "undici"

/** Proxies by the protocol of the target; `undefined` connects directly. */
export interface Proxies {
  readonly http: URL | undefined
  readonly https: URL | undefined
  readonly bypass: (url: URL) => boolean
}

/** A proxy setting that cannot be used. `message` says what to write instead and never contains the value. */
export class InvalidProxy {
  readonly message: string

  constructor(source: string) {
    this.message = `${source} is not the URL of a proxy; write it as http://proxy.example:8080`
  }
}

const protocols: ReadonlySet<string> = new Set(["http:", "https:", "socks5:", "socks:"])

const parse = (value: string, source: string): URL | InvalidProxy => {
  try {
    const url = new URL(value.includes("://") ? value : `http://${value}`)
    // Throws for a `%` that encodes nothing.
    decodeURIComponent(url.username + url.password)
    const isProxy = protocols.has(url.protocol) && url.hostname !== "" && url.pathname.length <= 1
    return isProxy ? url : new InvalidProxy(source)
  } catch {
    return new InvalidProxy(source)
  }
}

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"])

type Matches = (host: string, port: string) => boolean

const family = (address: string): "ipv4" | "ipv6" | undefined => {
  const version = Net.isIP(address)
  return version === 0 ? undefined : version === 4 ? "ipv4" : "ipv6"
}

const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, "$1")

const networkMatcher = (address: string, prefix: number): Matches | undefined => {
  const kind = family(address)
  if (kind === undefined || prefix > (kind === "ipv4" ? 32 : 128)) return undefined
  const network = new Net.BlockList()
  network.addSubnet(address, prefix, kind)
  return (host) => family(host) === kind && network.check(host, kind)
}

const entryMatcher = (entry: string): Matches | undefined => {
  const network = /^(.+)\/(\d{1,3})$/.exec(entry)
  if (network?.[1] !== undefined) return networkMatcher(withoutBrackets(network[1]), Number(network[2]))
  const [, named = entry, only = ""] = /^(\[[^\]]*\]|[^:]+):(\d+)$/.exec(entry) ?? []
  const name = withoutBrackets(named)
    .replace(/^\*?\.+/, "")
    .replace(/\.+$/, "")
  return name === ""
    ? undefined
    : (host, port) => (only === "" || only === port) && (host === name || host.endsWith(`.${name}`))
}

/**
 * The rule of `NO_PROXY`: entries between commas or blanks; `*` is everything; `example.com`, `.example.com`,
 * `*.example.com` and `example.com.` are the domain and its subdomains; `10.0.0.0/8` and `fd00::/8` are networks;
 * `:port` narrows an entry. Loopback never goes through a proxy of the environment, which would look for the service on
 * its own machine.
 */
export const bypassOf = (noProxy: string): ((url: URL) => boolean) => {
  const entries = noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
  if (entries.includes("*")) return () => true
  const matchers = entries.flatMap((entry) => entryMatcher(entry) ?? [])
  return (url) => {
    const host = withoutBrackets(url.hostname).replace(/\.$/, "")
    return loopback.has(url.hostname) || matchers.some((matches) => matches(host, portOf(url)))
  }
}

const portOf = (url: URL): string => (url.port !== "" ? url.port : url.protocol === "https:" ? "443" : "80")

type Variables = Readonly<Record<string, string | undefined>>

/** Lower case wins and an empty variable counts as absent, as in curl. */
const read = (env: Variables, name: string): string | undefined => env[name.toLowerCase()] || env[name] || undefined

export const fromEnvironment = (env: Variables): Proxies | InvalidProxy => {
  const one = (name: string): URL | InvalidProxy | undefined => {
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

/** The headers that authenticate the client to the proxy. */
export const authorization = (proxy: URL): Readonly<Record<string, string>> => {
  if (proxy.username === "" && proxy.password === "") return {}
  const credential = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  return { "proxy-authorization": `Basic ${Buffer.from(credential).toString("base64")}` }
}

/** The error of an answer of the proxy itself, with the status of the proxy. */
export const refusal = (status: number): Error & { readonly code: string; readonly status: number } =>
  Object.assign(
    new Error(
      status === 407
        ? "the proxy answered 407: it wants a user and a password, as in http://user:password@proxy.example:8080"
        : `the proxy answered ${status} instead of connecting to the server`
    ),
    { code: status === 407 ? "TRILUM_PROXY_AUTHENTICATION" : "TRILUM_PROXY_REFUSED", status }
  )

/** A socket to `target` through the proxy's `CONNECT`. Returns what ends the attempt. */
export const tunnel = (
  proxy: URL,
  target: URL,
  tls: Pick<ConnectionOptions, "ca">,
  timeout: number,
  callback: buildConnector.Callback
): (() => void) => {
  const authority = `${target.hostname}:${portOf(target)}`
  const request = (proxy.protocol === "https:" ? Https : Http).request({
    ...tls,
    method: "CONNECT",
    host: withoutBrackets(proxy.hostname),
    port: portOf(proxy),
    path: authority,
    headers: { host: authority, ...authorization(proxy) },
    agent: false
  })
  const slow = (): void => {
    const message = `no connection through the proxy within ${timeout} ms`
    request.destroy(Object.assign(new Error(message), { code: "UND_ERR_CONNECT_TIMEOUT" }))
  }
  const timer = timeout === 0 ? undefined : setTimeout(slow, timeout)
  request
    .on("close", () => clearTimeout(timer))
    .on("error", (error) => callback(error, null))
    .on("connect", (response, socket, head) => {
      clearTimeout(timer)
      const { statusCode = 0 } = response
      if (statusCode === 200 && socket instanceof Net.Socket) {
        if (head.byteLength > 0) socket.unshift(head)
        callback(null, socket)
      } else {
        socket.destroy()
        callback(refusal(statusCode), null)
      }
    })
    .end()
  return () => request.destroy()
}
